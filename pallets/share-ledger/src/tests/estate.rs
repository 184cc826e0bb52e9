//! What companies have in shares when they end.

use super::*;
use frame_support::storage::with_storage_layer;
use polity_primitives::traits::{CompanyEstate, EstateObstacle};

fn succeed(from: u64, to: u64) -> DispatchResult {
	let act = act_on(LegalBasis(315), 1);
	let mandate = mandate_of(DECIDER);
	with_storage_layer(|| ShareLedger::succeed(company(from), company(to), &act, mandate))
}

#[test]
fn company_that_holds_shares_should_not_end() {
	build_and_execute(|| {
		make(acme(), open_class());
		assert_eq!(ShareLedger::obstacle(company(2)), None);
		make(acme(), allot(firm(2), 10));
		assert_eq!(ShareLedger::obstacle(company(2)), Some(EstateObstacle::HoldsShares));
	});
}

#[test]
fn successor_should_hold_what_the_company_held() {
	build_and_execute(|| {
		make(acme(), open_class());
		make(acme(), allot(firm(2), 10));
		assert_ok!(succeed(2, 3));
		assert_eq!((shares(firm(2)), shares(firm(3))), (0, 10));
		assert_eq!(ShareLedger::obstacle(company(2)), None);
	});
}

#[test]
fn converted_company_should_go_on_with_its_members() {
	build_and_execute(|| {
		founded();
		make(acme(), pledge(person(BORIS), person(CHEN), 10));
		assert_ok!(succeed(1, 3));
		assert_eq!(holding(person(ANNA)), None);
		let held = ShareLedger::holding_of(company(3), FIRST, person(BORIS)).unwrap().holding;
		assert_eq!((held.shares, held.pledged), (40, 10));
		make(company(3), transfer(person(ANNA), person(BORIS), 60));
	});
}

#[test]
fn company_should_be_merged_only_into_whoever_holds_it_all() {
	build_and_execute(|| {
		founded();
		make(company(3), open_class());
		assert_eq!(succeed(1, 3), Err(Error::<Test>::HoldersNotSettled.into()));
		make(acme(), transfer(person(ANNA), firm(3), 60));
		make(acme(), transfer(person(BORIS), firm(3), 40));
		assert_ok!(succeed(1, 3));
		assert_eq!(ShareLedger::classes(acme()).0.len(), 0);
		assert_eq!(ShareLedger::obstacle(company(3)), None);
	});
}

#[test]
fn successor_should_have_the_pledges_of_the_company() {
	build_and_execute(|| {
		founded();
		make(acme(), pledge(person(BORIS), firm(2), 10));
		let id = LastPledge::<Test>::get();
		assert_eq!(ShareLedger::pledges_to(firm(2)), [id]);
		assert_ok!(succeed(2, 3));
		assert_eq!(ShareLedger::pledges_to(firm(2)), []);
		assert_eq!(ShareLedger::pledges_to(firm(3)), [id]);
		assert!(matches!(last_event(), Event::PartySucceeded { .. }));
		make(acme(), ShareAct::Release { pledge: id, shares: 10 });
		assert_eq!(holding(person(BORIS)).unwrap().pledged, 0);
	});
}

#[test]
fn pledge_should_end_when_pledgee_and_holder_become_one() {
	build_and_execute(|| {
		make(acme(), open_class());
		make(acme(), allot(firm(2), 10));
		make(acme(), allot(firm(3), 10));
		make(acme(), pledge(firm(2), firm(3), 4));
		make(acme(), pledge(firm(3), firm(2), 5));
		assert_ok!(succeed(2, 3));
		assert_eq!(holding(firm(3)), Some(Holding { shares: 20, pledged: 0, unpaid: 0 }));
		assert_eq!(Pledges::<Test>::iter().count(), 0);
	});
}

#[test]
fn successor_should_not_come_to_hold_its_own_shares() {
	build_and_execute(|| {
		founded();
		make(acme(), transfer(person(ANNA), firm(2), 10));
		assert_eq!(succeed(2, 1), Err(Error::<Test>::OwnShares.into()));
		make(acme(), transfer(firm(2), person(ANNA), 10));
		make(acme(), pledge(person(ANNA), firm(2), 10));
		assert_eq!(succeed(2, 1), Err(Error::<Test>::OwnShares.into()));
		// A company that is converted goes on as one that has nothing in it.
		make(acme(), pledge(person(ANNA), firm(3), 10));
		assert_eq!(succeed(1, 3), Err(Error::<Test>::OwnShares.into()));
	});
}

#[test]
fn succession_should_be_refused_when_it_is_too_much() {
	build_and_execute(|| {
		make(acme(), open_class());
		make(acme(), allot(firm(2), 500));
		for _ in 0..MAX_SUCCESSION {
			make(acme(), pledge(firm(2), person(ANNA), 1));
		}
		assert_eq!(succeed(2, 3), Err(Error::<Test>::TooManyHoldings.into()));
		make(acme(), ShareAct::Release { pledge: PledgeId(1), shares: 1 });
		assert_ok!(succeed(2, 3));
		assert_eq!(holding(firm(3)).unwrap().pledged, u64::from(MAX_SUCCESSION) - 1);
		make(acme(), allot(person(BORIS), 100));
		for _ in 0..=MAX_SUCCESSION {
			make(acme(), pledge(person(BORIS), firm(4), 1));
		}
		assert_eq!(succeed(4, 5), Err(Error::<Test>::TooManyHoldings.into()));
	});
}

#[test]
fn conversion_should_be_refused_when_the_company_has_too_many_members() {
	build_and_execute(|| {
		make(acme(), open_class());
		make(acme(), allot(person(ANNA), 500));
		for _ in 1..MAX_CONVERSION {
			make(acme(), pledge(person(ANNA), person(BORIS), 1));
		}
		// Its one holder and the pledges are as many as pass.
		make(acme(), allot(person(BORIS), 1));
		assert_eq!(succeed(1, 4), Err(Error::<Test>::TooManyHoldings.into()));
		make(acme(), ShareAct::Release { pledge: PledgeId(1), shares: 1 });
		assert_ok!(succeed(1, 4));
		assert_eq!(ShareLedger::holders(company(4), FIRST).len(), 2);
	});
}

#[test]
fn frozen_holding_should_not_pass_to_a_successor() {
	build_and_execute(|| {
		make(acme(), open_class());
		make(acme(), allot(firm(2), 10));
		let id = order(acme(), ShareAct::Freeze { class: FIRST, holder: firm(2) }).unwrap();
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
		assert_eq!(succeed(2, 3), Err(Error::<Test>::HoldingFrozen.into()));
		// The shares of a company that is converted stay frozen under its new number.
		assert_ok!(succeed(1, 4));
		assert!(ShareLedger::holding_of(company(4), FIRST, firm(2)).unwrap().is_frozen);
	});
}
