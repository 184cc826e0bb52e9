//! `refuse_conveyance` and `withdraw_conveyance`.

use super::*;

fn sale() -> (UnitNumber, ConveyanceId) {
	let unit = land(&[1], &[(person(ANNA), 1)]);
	(unit, prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(BORIS), 1))]).unwrap())
}

fn withdraw(who: AccountId, id: ConveyanceId) -> DispatchResult {
	LandRegister::withdraw_conveyance(signed(who), on(id), id)
}

fn refuse(who: AccountId, id: ConveyanceId) -> DispatchResult {
	LandRegister::refuse_conveyance(signed(who), on(id), id, RefusalReason::ConsentRefused)
}

#[test]
fn conveyance_should_be_refused_by_another_officer() {
	build_and_execute(|| {
		let (unit, id) = sale();
		assert_noop!(refuse(EXAMINER, id), DispatchError::Other("not covered by a mandate"));
		assert_noop!(refuse(EXAMINER_AGAIN, id), Error::<Test>::SamePerson);
		let act = act_on(MORTGAGE, 1);
		assert_noop!(
			LandRegister::refuse_conveyance(signed(DECIDER), act, id, RefusalReason::AgainstTheLaw),
			Error::<Test>::DiffersFromPrepared
		);
		assert_ok!(refuse(DECIDER, id));
		assert!(matches!(last_event(), Event::ConveyanceRefused { .. }));
		assert_eq!(LandRegister::pending(unit), []);
		assert_noop!(refuse(DECIDER, id), Error::<Test>::ConveyanceClosed);
	});
}

#[test]
fn conveyance_should_be_withdrawn_by_its_maker() {
	build_and_execute(|| {
		let (unit, id) = sale();
		for who in [OTHER_EXAMINER, DECIDER, ANNA, STRANGER] {
			assert_noop!(withdraw(who, id), Error::<Test>::NotTheMaker);
		}
		assert_noop!(
			LandRegister::withdraw_conveyance(signed(EXAMINER), act_on(TRANSFER, 0), id),
			Error::<Test>::StaleVersion
		);
		assert_ok!(withdraw(EXAMINER, id));
		assert!(matches!(
			last_event(),
			Event::ConveyanceWithdrawn { mandate: Some(mandate), .. } if mandate == mandate_of(EXAMINER)
		));
		assert_eq!(LandRegister::pending(unit), []);
	});
}

#[test]
fn conveyance_should_be_cleared_by_anybody_when_it_is_dead() {
	build_and_execute(|| {
		let (_, lapsed) = sale();
		pass_days(90);
		assert_noop!(withdraw(STRANGER, lapsed), Error::<Test>::NotTheMaker);
		pass_days(1);
		assert_ok!(withdraw(STRANGER, lapsed));
		assert!(matches!(last_event(), Event::ConveyanceWithdrawn { mandate: None, .. }));

		let unit = land(&[2], &[(person(ANNA), 1)]);
		let outdated = prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(BORIS), 1))]);
		let outdated = outdated.unwrap();
		ordered(COURT_ORDER, unit, freeze());
		assert_ok!(withdraw(STRANGER, outdated));
	});
}
