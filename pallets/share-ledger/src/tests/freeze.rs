//! Holdings that a court has frozen.

use super::*;

fn freeze(holder: Party) -> ShareAct {
	ShareAct::Freeze { class: FIRST, holder }
}

fn lift(holder: Party) -> ShareAct {
	ShareAct::LiftFreeze { class: FIRST, holder }
}

/// Does what a court orders.
fn ordered(share_act: ShareAct) {
	let id = order(acme(), share_act).unwrap();
	assert_ok!(decide(DECIDER, id, Verdict::Approve));
}

#[test]
fn frozen_shares_should_not_leave_their_holder() {
	build_and_execute(|| {
		founded();
		let sale = propose(acme(), transfer(person(ANNA), person(BORIS), 1)).unwrap();
		assert_ok!(agree(ANNA, sale));
		ordered(freeze(person(ANNA)));
		assert!(ShareLedger::holding_of(acme(), FIRST, person(ANNA)).unwrap().is_frozen);
		assert_noop!(decide(DECIDER, sale, Verdict::Approve), Error::<Test>::HoldingFrozen);
		let (from, to, holder) = (person(ANNA), person(BORIS), person(ANNA));
		make(acme(), open_class());
		let taken = SharesTaken::Free(1);
		for share_act in [
			transfer(from.clone(), to.clone(), 1),
			pledge(from.clone(), to, 1),
			ShareAct::BuyBack { class: FIRST, holder: holder.clone(), shares: 1 },
			ShareAct::Cancel { class: FIRST, holder: holder.clone(), shares: 1 },
			ShareAct::Convert { from: FIRST, to: SECOND, holder, taken },
		] {
			assert_noop!(propose(acme(), share_act), Error::<Test>::HoldingFrozen);
		}
		// It votes, takes more and is split as others are.
		make(acme(), transfer(person(BORIS), from.clone(), 10));
		make(acme(), ShareAct::RecordDate { class: FIRST });
		make(acme(), ShareAct::Rescale { class: FIRST, rescaling: Rescaling::Split(10) });
		let frozen = ShareLedger::holding_of(acme(), FIRST, from.clone()).unwrap();
		assert_eq!((frozen.holding.shares, frozen.is_frozen), (700, true));
		// A court's order reaches it, and lets it go.
		ordered(transfer(from.clone(), person(CHEN), 100));
		ordered(lift(from.clone()));
		make(acme(), transfer(from, person(CHEN), 600));
	});
}

#[test]
fn estate_should_not_pass_while_it_is_frozen() {
	build_and_execute(|| {
		founded();
		ordered(freeze(person(ANNA)));
		bar(tag(ANNA), polity_primitives::StandingError::Deceased);
		let (from, to) = (person(ANNA), person(BORIS));
		let succeed = ShareAct::Succeed { class: FIRST, from, to };
		assert_noop!(propose(acme(), succeed.clone()), Error::<Test>::HoldingFrozen);
		ordered(succeed);
		let all = ShareLedger::holding_of(acme(), FIRST, person(BORIS)).unwrap();
		assert_eq!((all.holding.shares, all.is_frozen), (100, false));
	});
}

#[test]
fn court_alone_should_freeze_and_let_go() {
	build_and_execute(|| {
		founded();
		assert_noop!(propose(acme(), freeze(person(ANNA))), Error::<Test>::ForACourtAlone);
		assert_noop!(propose(acme(), lift(person(ANNA))), Error::<Test>::ForACourtAlone);
		assert_noop!(order(acme(), lift(person(ANNA))), Error::<Test>::NothingChanges);
		assert_noop!(order(acme(), freeze(person(CHEN))), Error::<Test>::HoldingNotFound);
		ordered(freeze(person(ANNA)));
		assert_noop!(order(acme(), freeze(person(ANNA))), Error::<Test>::NothingChanges);
	});
}

#[test]
fn court_should_end_the_pledge_of_whoever_is_gone() {
	build_and_execute(|| {
		founded();
		make(acme(), pledge(person(ANNA), person(CHEN), 10));
		bar(tag(CHEN), polity_primitives::StandingError::Deceased);
		let release = ShareAct::Release { pledge: LastPledge::<Test>::get(), shares: 10 };
		assert_noop!(propose(acme(), release.clone()), Error::<Test>::PartyDeceased);
		ordered(release);
		assert_eq!(holding(person(ANNA)).unwrap().pledged, 0);
	});
}
