//! `consent_by_deed`, `object` and `withdraw_objection`.

use super::*;

/// A person without an account.
const OLD: u64 = 200;
const OTHER_OLD: u64 = 201;

fn sale() -> (UnitNumber, ConveyanceId) {
	let unit = land(&[1], &[(person(OLD), 1)]);
	(unit, prepare(TRANSFER, vec![leg(unit, sell(person(OLD), person(BORIS), 1))]).unwrap())
}

fn object(who: AccountId, basis: LegalBasis, id: ConveyanceId, party: Party) -> DispatchResult {
	LandRegister::object(signed(who), act_on(basis, conveyance_version(id)), id, party)
}

fn stop_objecting(
	who: AccountId,
	basis: LegalBasis,
	id: ConveyanceId,
	party: Party,
) -> DispatchResult {
	let act = act_on(basis, conveyance_version(id));
	LandRegister::withdraw_objection(signed(who), act, id, party)
}

#[test]
fn deed_should_count_and_mark_the_title_when_its_period_is_over() {
	build_and_execute(|| {
		let (unit, id) = sale();
		assert_ok!(by_deed(NOTARY, id, person(OLD)));
		assert!(matches!(
			last_event(),
			Event::DeedRecorded { party, mandate, .. }
				if party == person(OLD) && mandate == mandate_of(NOTARY)
		));
		assert_noop!(settle(DECIDER, id), Error::<Test>::DeedPeriodRunning);
		pass_days(14);
		assert_noop!(settle(DECIDER, id), Error::<Test>::DeedPeriodRunning);
		pass_days(1);
		System::reset_events();
		assert_ok!(settle(DECIDER, id));
		assert!(matches!(events()[0], Event::TitleChanged { by_deed: true, .. }));
		assert!(title(unit).owners[0].by_deed);
		let entry = LandRegister::history(unit, 2, 1).pop().unwrap();
		assert!(matches!(entry.body, TitleChange::Conveyed { by_deed: true, .. }));
	});
}

#[test]
fn deed_should_be_refused_when_the_party_can_consent_itself() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1), (firm(1), 1), (STATE, 1)]);
		let legs = [person(ANNA), firm(1), STATE]
			.map(|owner| leg(unit, sell(owner, person(BORIS), 1)))
			.to_vec();
		let id = prepare(TRANSFER, legs).unwrap();
		assert_noop!(by_deed(NOTARY, id, person(ANNA)), Error::<Test>::PersonHasKey);
		assert_noop!(by_deed(NOTARY, id, firm(1)), Error::<Test>::NotByDeed);
		assert_noop!(by_deed(NOTARY, id, STATE), Error::<Test>::NotByDeed);
		assert_noop!(by_deed(NOTARY, id, Party::Unknown), Error::<Test>::NotByDeed);
		assert_noop!(by_deed(NOTARY, id, person(OLD)), Error::<Test>::NotAParty);
	});
}

#[test]
fn deed_should_be_refused_when_it_is_not_another_ministrys() {
	build_and_execute(|| {
		let (_, id) = sale();
		assert_noop!(by_deed(HOUSE_JUDGE, id, person(OLD)), Error::<Test>::SameMinistry);
		assert_noop!(
			by_deed(DECIDER, id, person(OLD)),
			DispatchError::Other("not covered by a mandate")
		);
		assert_ok!(by_deed(NOTARY, id, person(OLD)));
		assert_noop!(by_deed(NOTARY, id, person(OLD)), Error::<Test>::AlreadyConsented);
		pass_days(15);
		// Nor does the notary's ministry settle on its own deed.
		assert_noop!(settle(NOTARYS_DECIDER, id), Error::<Test>::SameMinistry);
		assert_ok!(settle(DECIDER, id));
	});
}

#[test]
fn deed_should_be_refused_when_the_act_is_not_right() {
	build_and_execute(|| {
		let (_, id) = sale();
		let deed = |act| LandRegister::consent_by_deed(signed(NOTARY), act, id, person(OLD));
		assert_noop!(deed(act_on(DEED, 0)), Error::<Test>::StaleVersion);
		assert_noop!(deed(act_on(TRANSFER, 1)), Error::<Test>::LegalBasisDoesNotFit);
		assert_noop!(deed(backdated(act_on(DEED, 1))), Error::<Test>::Backdated);
		pass_days(91);
		assert_noop!(deed(act_on(DEED, 1)), Error::<Test>::ConveyanceLapsed);
	});
}

#[test]
fn settlement_should_wait_when_the_later_controller_objects() {
	build_and_execute(|| {
		let (unit, id) = sale();
		assert_ok!(by_deed(NOTARY, id, person(OLD)));
		// The old owner gets an account and finds its house being sold.
		enrol(tag(OLD), Some(150));
		assert_ok!(object(150, TRANSFER, id, person(OLD)));
		assert!(matches!(last_event(), Event::ObjectionMade { mandate: None, .. }));
		pass_days(15);
		assert_noop!(settle(DECIDER, id), Error::<Test>::ObjectionStands);
		assert_noop!(object(150, TRANSFER, id, person(OLD)), Error::<Test>::AlreadyObjected);
		// It can also take the deed back, and with it all effect.
		assert_ok!(LandRegister::withdraw_consent(signed(150), on(id), id));
		assert_ok!(stop_objecting(150, TRANSFER, id, person(OLD)));
		assert_noop!(settle(DECIDER, id), Error::<Test>::ConsentMissing);
		assert_eq!(version(unit), 1);
	});
}

#[test]
fn objection_should_be_a_partys_a_notarys_or_a_courts() {
	build_and_execute(|| {
		let (_, id) = sale();
		assert_noop!(
			object(STRANGER, TRANSFER, id, person(OLD)),
			Error::<Test>::LegalBasisDoesNotFit
		);
		assert_noop!(
			object(STRANGER, DEED, id, person(OLD)),
			DispatchError::Other("not covered by a mandate")
		);
		assert_noop!(object(BORIS, TRANSFER, id, person(BORIS)), Error::<Test>::NotAParty);
		assert_noop!(
			object(BORIS, MORTGAGE, id, person(BORIS)),
			Error::<Test>::DiffersFromPrepared
		);
		assert_noop!(
			stop_objecting(JUDGE, COURT_ORDER, id, person(OLD)),
			Error::<Test>::ObjectionNotFound
		);
		assert_ok!(object(NOTARY, DEED, id, person(OLD)));
		assert_noop!(
			stop_objecting(BORIS, TRANSFER, id, person(OLD)),
			DispatchError::Other("not covered by a mandate")
		);
		assert_noop!(
			stop_objecting(JUDGE, TRANSFER, id, person(OLD)),
			Error::<Test>::LegalBasisDoesNotFit
		);
		// The ministry that wants the sale does not dismiss who stands against it.
		assert_noop!(
			stop_objecting(HOUSE_JUDGE, COURT_ORDER, id, person(OLD)),
			Error::<Test>::SameMinistry
		);
		assert_ok!(stop_objecting(JUDGE, COURT_ORDER, id, person(OLD)));
		assert!(matches!(last_event(), Event::ObjectionWithdrawn { mandate: Some(_), .. }));
		assert_ok!(object(JUDGE, COURT_ORDER, id, person(OLD)));
		enrol(tag(OLD), Some(150));
		assert_noop!(
			stop_objecting(150, MORTGAGE, id, person(OLD)),
			Error::<Test>::DiffersFromPrepared
		);
	});
}

#[test]
fn adoption_should_wait_for_objections_and_a_court_end_them() {
	build_and_execute(|| {
		let unit = land_of_unknown(&[1]);
		let act = adopt(&[(person(ANNA), 2), (person(OTHER_OLD), 1)]);
		let id = prepare(ADOPTION, vec![leg(unit, act.clone())]).unwrap();
		assert_noop!(settle(DECIDER, id), Error::<Test>::ObjectionPeriodRunning);
		for account in 110..126 {
			assert_ok!(object(account, ADOPTION, id, person(account)));
		}
		assert_noop!(object(126, ADOPTION, id, person(126)), Error::<Test>::TooManyObjections);
		pass_days(31);
		for account in 110..126 {
			assert_noop!(settle(DECIDER, id), Error::<Test>::ObjectionStands);
			assert_ok!(stop_objecting(account, ADOPTION, id, person(account)));
		}
		assert_ok!(object(110, ADOPTION, id, person(110)));
		// A court that has heard everybody orders it.
		let ordered = order(ADOPTION, vec![leg(unit, act)]).unwrap();
		assert_ok!(settle(DECIDER, ordered));
		assert_eq!(title(unit).units_of(&person(ANNA)), 2);
		assert_noop!(settle(DECIDER, id), Error::<Test>::ObjectionStands);
	});
}

#[test]
fn adopted_owners_should_dispose_and_unknown_ones_not() {
	build_and_execute(|| {
		let unit = land_of_unknown(&[1]);
		assert!(title(unit).owners_unknown());
		assert_noop!(
			prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(BORIS), 1))]),
			Error::<Test>::OwnersUnknown
		);
		let id = prepare(ADOPTION, vec![leg(unit, adopt(&[(person(ANNA), 1)]))]).unwrap();
		pass_days(31);
		assert_ok!(settle(DECIDER, id));
		convey(TRANSFER, unit, vec![sell(person(ANNA), person(BORIS), 1)]);
		assert_noop!(
			prepare(ADOPTION, vec![leg(unit, adopt(&[(person(ANNA), 1)]))]),
			Error::<Test>::OwnersKnown
		);
	});
}
