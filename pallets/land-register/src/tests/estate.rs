//! What companies have in land: `CompanyEstate`.

use polity_primitives::traits::{CompanyEstate, EstateObstacle};

use super::*;

fn succeed(from: u64, to: u64) -> DispatchResult {
	let act = act_on(TRANSFER, 0);
	frame_support::storage::with_storage_layer(|| {
		LandRegister::succeed(company(from), company(to), &act, mandate_of(DECIDER))
	})
}

#[test]
fn company_should_not_end_while_it_has_something_in_land() {
	build_and_execute(|| {
		let obstacle = |nth| LandRegister::obstacle(company(nth));
		assert_eq!(obstacle(1), None);
		let unit = land(&[1], &[(firm(1), 1)]);
		assert_eq!(obstacle(1), Some(EstateObstacle::OwnsLand));
		convey(MORTGAGE, unit, vec![mortgage(MortgageOn::Title, firm(2))]);
		convey(LEASE_AND_EASEMENT, unit, vec![lease(firm(3))]);
		for nth in [2, 3] {
			assert_eq!(obstacle(nth), Some(EstateObstacle::OwnsLand));
		}
		let couple = group(&[firm(4), firm(5)]);
		land(&[2], &[(couple, 1)]);
		assert_eq!(obstacle(4), Some(EstateObstacle::OwnsLand));
		convey(MORTGAGE, unit, vec![TitleAct::Discharge { mortgage: 1 }]);
		assert_eq!(obstacle(2), None);
	});
}

#[test]
fn successor_should_have_all_that_the_company_had() {
	build_and_execute(|| {
		let unit = land(&[1], &[(firm(1), 1), (firm(2), 1), (person(ANNA), 2)]);
		convey(MORTGAGE, unit, vec![mortgage(MortgageOn::Share(person(ANNA)), firm(1))]);
		convey(LEASE_AND_EASEMENT, unit, vec![lease(firm(1))]);
		let grouped = land(&[2], &[(group(&[firm(1), person(BORIS)]), 1)]);
		assert_ok!(succeed(1, 2));
		let after = title(unit);
		assert_eq!(after.units_of(&firm(2)), 2);
		assert_eq!(after.units_of(&firm(1)), 0);
		assert_eq!(after.mortgages[0].creditor, firm(2));
		assert_eq!(after.rights[0].terms.holder, Holder::Party(firm(2)));
		assert_eq!(LandRegister::titles_of(firm(1), None, 9), []);
		assert_eq!(LandRegister::titles_of(firm(2), None, 9), [unit, grouped]);
		assert_eq!(title(grouped).owners[0].party, Party::Group(GroupId(2)));
		assert!(matches!(last_event(), Event::PartySucceeded { .. }));
		assert_eq!(LandRegister::obstacle(company(1)), None);
	});
}

#[test]
fn succession_should_fail_when_the_law_of_titles_refuses_it() {
	build_and_execute(|| {
		let unit = land(&[1], &[(firm(1), 1), (firm(2), 1)]);
		convey(MORTGAGE, unit, vec![mortgage(MortgageOn::Share(firm(1)), firm(3))]);
		assert_noop!(succeed(1, 2), Error::<Test>::MortgageWouldSpread);
		assert_ok!(succeed(1, 4));
		assert_eq!(title(unit).mortgages[0].on, MortgageOn::Share(firm(4)));
		land(&[2], &[(group(&[firm(8), firm(9)]), 1)]);
		assert_noop!(succeed(8, 9), Error::<Test>::GroupMemberTwice);
	});
}

#[test]
fn succession_should_fail_when_one_call_cannot_pass_all() {
	build_and_execute(|| {
		for nth in 1..=MAX_SUCCESSION {
			land(&[nth.into()], &[(firm(1), 1)]);
		}
		let last = land(&[80], &[(firm(1), 1)]);
		assert_noop!(succeed(1, 2), Error::<Test>::TooManyTitles);
		convey(TRANSFER, last, vec![sell(firm(1), person(ANNA), 1)]);
		assert_ok!(succeed(1, 2));
		assert_eq!(LandRegister::titles_of(firm(2), None, 99).len(), 32);
	});
}

#[test]
fn succession_should_cost_something() {
	assert_ne!(LandRegister::succeed_weight(), Default::default());
}
