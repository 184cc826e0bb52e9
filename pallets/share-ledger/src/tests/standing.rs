//! Which companies' shares can be acted on, and who may give or take.

use super::*;
use polity_primitives::{traits::CompanyPhase, StandingError};

#[test]
fn shares_should_stay_where_they_are_when_the_company_is_not_live() {
	build_and_execute(|| {
		founded();
		let share_act = transfer(person(ANNA), person(BORIS), 1);
		let id = propose(acme(), share_act.clone()).unwrap();
		assert_ok!(agree(ANNA, id));
		for (phase, error) in [
			(CompanyPhase::WindingUp, Error::<Test>::CompanyInLiquidation),
			(CompanyPhase::Suspended, Error::<Test>::CompanySuspended),
			(CompanyPhase::StruckOff, Error::<Test>::CompanyEnded),
			(CompanyPhase::Ended, Error::<Test>::CompanyEnded),
		] {
			let error = DispatchError::from(error);
			set_phase(acme(), phase);
			assert_noop!(propose(acme(), share_act.clone()), error);
			let decided = ShareLedger::decide(signed(DECIDER), on(id), id, Verdict::Approve);
			assert_eq!(decided.unwrap_err().error, error);
		}
		// A liquidator calls in what is owed, and asks who the members are.
		set_phase(acme(), CompanyPhase::WindingUp);
		make(acme(), ShareAct::RecordDate { class: FIRST });
		set_phase(acme(), CompanyPhase::Live);
		unseal(acme());
		assert_noop!(propose(acme(), share_act.clone()), Error::<Test>::CampaignNotSealed);
		assert_noop!(propose(company(500), share_act), Error::<Test>::CompanyNotFound);
	});
}

#[test]
fn holder_should_neither_give_nor_take_when_it_may_not() {
	build_and_execute(|| {
		founded();
		for (standing, error) in [
			(StandingError::Frozen, Error::<Test>::PartyFrozen),
			(StandingError::Deceased, Error::<Test>::PartyDeceased),
			(StandingError::Merged, Error::<Test>::PartyMerged),
		] {
			let error = DispatchError::from(error);
			bar(tag(CHEN), standing);
			assert_noop!(propose(acme(), transfer(person(BORIS), person(CHEN), 1)), error);
			bar(tag(ANNA), standing);
			assert_noop!(propose(acme(), transfer(person(ANNA), person(BORIS), 1)), error);
		}
		// A court's order reaches the frozen.
		bar(tag(ANNA), StandingError::Frozen);
		let id = order(acme(), transfer(person(ANNA), person(BORIS), 1)).unwrap();
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
	});
}

#[test]
fn act_should_be_refused_when_a_party_has_lost_its_standing_since() {
	build_and_execute(|| {
		founded();
		let id = propose(acme(), transfer(person(ANNA), person(BORIS), 1)).unwrap();
		assert_ok!(agree(ANNA, id));
		bar(tag(BORIS), StandingError::Frozen);
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::PartyFrozen);
	});
}

#[test]
fn company_that_holds_should_act_as_it_is() {
	build_and_execute(|| {
		founded();
		make(acme(), transfer(person(ANNA), firm(2), 10));
		let share_act = transfer(firm(2), person(ANNA), 1);
		for (phase, error) in [
			(CompanyPhase::Suspended, Error::<Test>::PartySuspended),
			(CompanyPhase::StruckOff, Error::<Test>::PartyDissolved),
			(CompanyPhase::Ended, Error::<Test>::PartyDissolved),
		] {
			set_phase(company(2), phase);
			assert_noop!(propose(acme(), share_act.clone()), error);
		}
		// Its liquidator sells for it.
		set_phase(company(2), CompanyPhase::WindingUp);
		make(acme(), share_act);
		// What it leaves is the state's.
		set_phase(company(2), CompanyPhase::Ended);
		let succeed = |to| ShareAct::Succeed { class: FIRST, from: firm(2), to };
		assert_noop!(propose(acme(), succeed(person(ANNA))), Error::<Test>::VestsInState);
		make(acme(), succeed(STATE));
		assert_eq!(shares(STATE), 9);
		let from_state = ShareAct::Succeed { class: FIRST, from: STATE, to: person(ANNA) };
		assert_noop!(propose(acme(), from_state), Error::<Test>::NoSuccession);
	});
}

#[test]
fn every_standing_should_have_its_error() {
	let named = [
		(StandingError::NotFound, Error::<Test>::PartyNotFound),
		(StandingError::Deceased, Error::<Test>::PartyDeceased),
		(StandingError::Frozen, Error::<Test>::PartyFrozen),
		(StandingError::Merged, Error::<Test>::PartyMerged),
		(StandingError::InLiquidation, Error::<Test>::PartyInLiquidation),
		(StandingError::Suspended, Error::<Test>::PartySuspended),
		(StandingError::Dissolved, Error::<Test>::PartyDissolved),
		(StandingError::Disputed, Error::<Test>::PartyDisputed),
		(StandingError::Incomplete, Error::<Test>::PartyIncomplete),
		(StandingError::NotSealed, Error::<Test>::PartyNotSealed),
		(StandingError::NotCapable, Error::<Test>::PartyNotCapable),
	];
	build_and_execute(|| {
		founded();
		for (standing, error) in named {
			bar(tag(CHEN), standing);
			assert_noop!(propose(acme(), transfer(person(ANNA), person(CHEN), 1)), error);
		}
	});
}
