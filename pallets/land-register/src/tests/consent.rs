//! `consent` and `withdraw_consent`.

use super::*;

fn sale() -> (UnitNumber, ConveyanceId) {
	let unit = land(&[1], &[(person(ANNA), 1)]);
	(unit, prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(BORIS), 1))]).unwrap())
}

fn withdraw(who: AccountId, id: ConveyanceId) -> DispatchResult {
	LandRegister::withdraw_consent(signed(who), on(id), id)
}

#[test]
fn consent_should_be_kept_when_a_party_gives_it() {
	build_and_execute(|| {
		let (unit, id) = sale();
		assert_ok!(agree(ANNA, id));
		assert!(matches!(last_event(), Event::ConsentGiven { party, .. } if party == person(ANNA)));
		let consents = Conveyances::<Test>::get(id).unwrap().consents;
		assert_eq!(
			consents[0].state,
			ConsentState::Given { at: NOON.checked_add_millis(31 * 86_400_000).unwrap() }
		);
		assert_ok!(settle(DECIDER, id));
		assert_eq!(title(unit).units_of(&person(BORIS)), 1);
		assert!(!title(unit).owners[0].by_deed);
	});
}

#[test]
fn consent_should_fail_when_it_is_not_a_partys() {
	build_and_execute(|| {
		let (_, id) = sale();
		for who in [BORIS, STRANGER, SEAT, EXAMINER] {
			assert_noop!(agree(who, id), Error::<Test>::NotAParty);
			assert_noop!(withdraw(who, id), Error::<Test>::NotAParty);
		}
		assert_noop!(
			LandRegister::consent(signed(ANNA), act_on(TRANSFER, 1), ConveyanceId(9)),
			Error::<Test>::ConveyanceNotFound
		);
		assert_ok!(agree(ANNA, id));
		assert_noop!(agree(ANNA, id), Error::<Test>::AlreadyConsented);
	});
}

#[test]
fn consent_should_fail_when_the_act_is_not_right() {
	build_and_execute(|| {
		let (_, id) = sale();
		let consent = |act| LandRegister::consent(signed(ANNA), act, id);
		assert_noop!(consent(act_on(TRANSFER, 0)), Error::<Test>::StaleVersion);
		assert_noop!(consent(act_on(MORTGAGE, 1)), Error::<Test>::DiffersFromPrepared);
		assert_noop!(consent(backdated(on(id))), Error::<Test>::Backdated);
		assert_noop!(consent(in_future(on(id))), Error::<Test>::EffectiveInFuture);
		let act = on(id);
		assert_ok!(consent(act.clone()));
		let again = Act { expected_version: 2, ..act };
		assert_noop!(
			LandRegister::withdraw_consent(signed(ANNA), again, id),
			DispatchError::Other("repeated request")
		);
		pass_days(91);
		assert_noop!(agree(ANNA, id), Error::<Test>::ConveyanceLapsed);
	});
}

#[test]
fn settlement_should_fail_when_a_consent_was_taken_back() {
	build_and_execute(|| {
		let (unit, id) = sale();
		assert_noop!(withdraw(ANNA, id), Error::<Test>::NotConsented);
		assert_ok!(agree(ANNA, id));
		assert_ok!(withdraw(ANNA, id));
		assert!(matches!(last_event(), Event::ConsentWithdrawn { .. }));
		assert_noop!(settle(DECIDER, id), Error::<Test>::ConsentMissing);
		assert_ok!(agree(ANNA, id));
		assert_ok!(settle(DECIDER, id));
		assert_eq!(version(unit), 2);
		assert_noop!(withdraw(ANNA, id), Error::<Test>::ConveyanceClosed);
	});
}

#[test]
fn company_should_consent_by_its_resolution_alone() {
	build_and_execute(|| {
		let unit = land(&[1], &[(firm(1), 1)]);
		let id = prepare(TRANSFER, vec![leg(unit, sell(firm(1), person(BORIS), 1))]).unwrap();
		assert_noop!(settle(DECIDER, id), Error::<Test>::ConsentMissing);
		// Another matter, and another company, do not count.
		resolve(company(1), Default::default());
		resolve(company(2), LandRegister::matter(id).unwrap());
		assert_noop!(settle(DECIDER, id), Error::<Test>::ConsentMissing);
		resolve(company(1), LandRegister::matter(id).unwrap());
		assert_ok!(settle(DECIDER, id));
	});
}

#[test]
fn state_should_consent_by_a_seat() {
	build_and_execute(|| {
		let unit = land(&[1], &[(STATE, 1)]);
		let id = prepare(TRANSFER, vec![leg(unit, sell(STATE, person(BORIS), 1))]).unwrap();
		assert_noop!(settle(DECIDER, id), Error::<Test>::ConsentMissing);
		assert_ok!(agree(SEAT, id));
		assert_ok!(settle(DECIDER, id));
	});
}

#[test]
fn easement_should_be_given_up_by_every_owner_of_the_dominant_unit() {
	build_and_execute(|| {
		let servient = land(&[1], &[(person(ANNA), 1)]);
		let dominant = land(&[2], &[(person(BORIS), 1), (person(CHEN), 1)]);
		convey(LEASE_AND_EASEMENT, servient, vec![easement(dominant)]);
		let id = prepare(LEASE_AND_EASEMENT, vec![leg(servient, TitleAct::Surrender { right: 1 })])
			.unwrap();
		assert_noop!(agree(ANNA, id), Error::<Test>::NotAParty);
		assert_ok!(agree(BORIS, id));
		assert_noop!(settle(DECIDER, id), Error::<Test>::ConsentMissing);
		assert_ok!(agree(CHEN, id));
		assert_ok!(settle(DECIDER, id));
		assert!(title(servient).rights.is_empty());
	});
}

#[test]
fn caveat_should_be_entered_when_the_claimant_wants_it() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		let id = prepare(NOTICE, vec![leg(unit, caveat(person(CHEN)))]).unwrap();
		// Two officers alone freeze nobody's land in another's name.
		assert_noop!(settle(DECIDER, id), Error::<Test>::ConsentMissing);
		assert_ok!(agree(CHEN, id));
		assert_ok!(settle(DECIDER, id));
		assert_noop!(
			prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(BORIS), 1))]),
			Error::<Test>::CaveatStands
		);
	});
}
