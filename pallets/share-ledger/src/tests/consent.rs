//! `consent`, `withdraw_consent`: nobody gives anything up who has not consented.

use super::*;
use polity_primitives::Hash;

#[test]
fn nothing_should_be_done_that_somebody_has_not_consented_to() {
	build_and_execute(|| {
		founded();
		let id = propose(acme(), transfer(person(ANNA), person(BORIS), 1)).unwrap();
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::ConsentMissing);
		assert_noop!(agree(BORIS, id), Error::<Test>::ConsentNotAsked);
		assert_noop!(agree(STRANGER, id), Error::<Test>::NotAParty);
		let other = ShareLedger::consent(signed(ANNA), as_asked(id), id, Hash::repeat_byte(1));
		assert_noop!(other, Error::<Test>::MatterDiffers);
		assert_ok!(agree(ANNA, id));
		assert_eq!(
			last_event(),
			Event::ConsentGiven {
				proposal: id,
				company: acme(),
				consenter: Consenter::Person(tag(ANNA))
			}
		);
		assert_noop!(agree(ANNA, id), Error::<Test>::AlreadyConsented);
		assert_ok!(ShareLedger::withdraw_consent(signed(ANNA), as_asked(id), id));
		assert!(matches!(last_event(), Event::ConsentWithdrawn { .. }));
		assert_noop!(
			ShareLedger::withdraw_consent(signed(ANNA), as_asked(id), id),
			Error::<Test>::NotConsented
		);
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::ConsentMissing);
		assert_ok!(agree(ANNA, id));
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
	});
}

#[test]
fn company_should_consent_by_its_resolution() {
	build_and_execute(|| {
		let id = propose(acme(), open_class()).unwrap();
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::ConsentMissing);
		resolve(acme(), ShareLedger::matter(id).unwrap());
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
		// A company that holds shares consents alike.
		make(acme(), allot(firm(2), 10));
		let id = propose(acme(), transfer(firm(2), person(ANNA), 10)).unwrap();
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::ConsentMissing);
		resolve(company(2), ShareLedger::matter(id).unwrap());
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
	});
}

#[test]
fn board_should_consent_where_the_class_needs_it() {
	build_and_execute(|| {
		make(acme(), open_class_as(TransferRule::BoardConsent));
		make(acme(), allot(person(ANNA), 10));
		let id = propose(acme(), transfer(person(ANNA), person(BORIS), 1)).unwrap();
		assert_ok!(agree(ANNA, id));
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::BoardConsentMissing);
		resolve(acme(), ShareLedger::matter(id).unwrap());
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
	});
}

#[test]
fn locked_shares_should_not_pass_before_their_day() {
	build_and_execute(|| {
		let day = today().checked_add_days(10).unwrap();
		make(acme(), open_class_as(TransferRule::LockedUntil(day)));
		make(acme(), allot(person(ANNA), 10));
		let share_act = transfer(person(ANNA), person(BORIS), 1);
		assert_noop!(propose(acme(), share_act.clone()), Error::<Test>::Locked);
		pass_days(10);
		make(acme(), share_act);
	});
}

#[test]
fn party_that_cannot_consent_should_need_a_court() {
	build_and_execute(|| {
		make(acme(), open_class());
		let abroad = Party::Foreign(Commitment::new([4; 32]).unwrap());
		make(acme(), allot(abroad.clone(), 10));
		let share_act = transfer(abroad, person(ANNA), 1);
		assert_noop!(propose(acme(), share_act.clone()), Error::<Test>::CannotConsent);
		let id = order(acme(), share_act).unwrap();
		assert_noop!(agree(ANNA, id), Error::<Test>::ConsentNotAsked);
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
		assert_eq!(shares(person(ANNA)), 1);
	});
}

#[test]
fn ministry_should_consent_by_its_seat() {
	build_and_execute(|| {
		make(acme(), open_class());
		make(acme(), allot(STATE, 10));
		let id = propose(acme(), transfer(STATE, person(ANNA), 1)).unwrap();
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::ConsentMissing);
		assert_ok!(agree(SEAT, id));
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
		assert_eq!(shares(person(ANNA)), 1);
	});
}

#[test]
fn pledgee_should_consent_to_what_touches_its_pledge() {
	build_and_execute(|| {
		founded();
		make(acme(), pledge(person(BORIS), person(CHEN), 10));
		let pledge = LastPledge::<Test>::get();
		let id = propose(acme(), ShareAct::Release { pledge, shares: 1 }).unwrap();
		assert_noop!(agree(BORIS, id), Error::<Test>::ConsentNotAsked);
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::PledgeeConsentMissing);
		assert_ok!(agree(CHEN, id));
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
		let taken = SharesTaken::Pledged { pledge, shares: 3 };
		let id = propose(acme(), transfer_of(person(BORIS), person(ANNA), taken)).unwrap();
		assert_ok!(agree(BORIS, id));
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::PledgeeConsentMissing);
		assert_ok!(agree(CHEN, id));
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
	});
}

#[test]
fn consent_should_be_refused_when_it_is_not_right() {
	build_and_execute(|| {
		founded();
		let id = propose(acme(), transfer(person(ANNA), person(BORIS), 1)).unwrap();
		let matter = ShareLedger::matter(id).unwrap();
		let consent = |act| ShareLedger::consent(signed(ANNA), act, id, matter);
		assert_noop!(
			consent(act_on(TRANSFER_AND_PLEDGE, version(acme()) + 1)),
			Error::<Test>::StaleVersion
		);
		assert_noop!(
			consent(act_on(SHARE_CAPITAL, version(acme()))),
			Error::<Test>::LegalBasisDoesNotFit
		);
		assert_noop!(consent(in_future(as_asked(id))), Error::<Test>::EffectiveInFuture);
		assert_noop!(consent(backdated(as_asked(id))), Error::<Test>::Backdated);
		let unknown = ProposalId(99);
		let act = as_asked(id);
		assert_noop!(
			ShareLedger::consent(signed(ANNA), act.clone(), unknown, matter),
			Error::<Test>::ProposalNotFound
		);
		assert_noop!(
			ShareLedger::withdraw_consent(signed(ANNA), act, unknown),
			Error::<Test>::ProposalNotFound
		);
		let act = as_asked(id);
		pass_days(31);
		let act = Act { effective_from: today(), ..act };
		assert_noop!(consent(act), Error::<Test>::ProposalLapsed);
	});
}

#[test]
fn consent_should_not_be_given_twice_by_one_request() {
	build_and_execute(|| {
		founded();
		let id = propose(acme(), transfer(person(ANNA), person(BORIS), 1)).unwrap();
		let (act, matter) = (as_asked(id), ShareLedger::matter(id).unwrap());
		assert_ok!(ShareLedger::consent(signed(ANNA), act.clone(), id, matter));
		assert_noop!(
			ShareLedger::withdraw_consent(signed(ANNA), act, id),
			DispatchError::Other("repeated request")
		);
	});
}
