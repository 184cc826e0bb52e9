//! The standing of givers and takers is asked at every disposition.

use polity_primitives::{traits::CompanyPhase, StandingError};

use super::*;

#[test]
fn person_should_neither_give_nor_take_when_it_has_no_standing() {
	for (standing, error) in [
		(StandingError::Deceased, Error::<Test>::PartyDeceased),
		(StandingError::Frozen, Error::<Test>::PartyFrozen),
		(StandingError::Merged, Error::<Test>::PartyMerged),
	] {
		let error = DispatchError::from(error);
		build_and_execute(|| {
			let unit = land(&[1], &[(person(ANNA), 1)]);
			let sale = || prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(BORIS), 1))]);
			let id = sale().unwrap();
			assert_ok!(agree(ANNA, id));
			// What was lawful when it was prepared is not so now.
			bar(tag(ANNA), standing);
			assert_noop!(settle(DECIDER, id), error);
			assert_noop!(sale(), error);
		});
		build_and_execute(|| {
			let unit = land(&[1], &[(person(ANNA), 1)]);
			let id = prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(BORIS), 1))]);
			let id = id.unwrap();
			assert_ok!(agree(ANNA, id));
			bar(tag(BORIS), standing);
			assert_noop!(settle(DECIDER, id), error);
		});
	}
}

#[test]
fn company_should_act_through_its_liquidator_when_it_is_wound_up() {
	build_and_execute(|| {
		let unit = land(&[1], &[(firm(1), 2)]);
		set_phase(company(1), CompanyPhase::WindingUp);
		// `has_resolved` is the liquidator's now, and the capacity with it.
		convey(TRANSFER, unit, vec![sell(firm(1), person(BORIS), 1)]);
		for (phase, error) in [
			(CompanyPhase::Suspended, Error::<Test>::PartySuspended),
			(CompanyPhase::StruckOff, Error::<Test>::PartyDissolved),
			(CompanyPhase::Ended, Error::<Test>::PartyDissolved),
		] {
			set_phase(company(1), phase);
			assert_noop!(
				prepare(TRANSFER, vec![leg(unit, sell(firm(1), person(BORIS), 1))]),
				error
			);
		}
	});
}

#[test]
fn creditor_should_be_one_that_exists() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		assert_noop!(
			prepare(MORTGAGE, vec![leg(unit, mortgage(MortgageOn::Title, firm(500)))]),
			Error::<Test>::PartyNotFound
		);
		set_phase(company(2), CompanyPhase::WindingUp);
		// As a receiver in the court's eyes only its liquidator acts: it may acquire by it.
		assert_ok!(prepare(MORTGAGE, vec![leg(unit, mortgage(MortgageOn::Title, firm(2)))]));
	});
}

#[test]
fn liquidation_should_be_named_when_nobody_acts_for_the_company() {
	// The runtime's standing is asked in the liquidator's capacity, so that this is never met by a
	// conveyance; it has its name all the same.
	assert_eq!(
		Error::<Test>::from(StandingError::InLiquidation),
		Error::<Test>::PartyInLiquidation
	);
}
