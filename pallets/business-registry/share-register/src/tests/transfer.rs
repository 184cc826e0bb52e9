use super::*;
use crate::{transfer, Pledge, PledgeMove, Taken, Transferred};

#[test]
fn transfer_should_move_free_shares() {
	let class = class();
	assert_eq!(
		transfer(
			&circumstances(&class),
			ann(holding(40, 10)),
			bob(holding(60, 5)),
			Taken::Free(30),
			NOBODY
		),
		Ok(Transferred { from: holding(10, 10), to: holding(90, 5), pledge: None })
	);
}

#[test]
fn transfer_should_fail_when_the_holder_has_fewer_that_are_free() {
	let class = class();
	let transfer = |taken| {
		let from = ann(holding(40, 10));
		transfer(&circumstances(&class), from, bob(Holding::NONE), taken, EVERYBODY).map(|_| ())
	};
	assert_eq!(transfer(Taken::Free(30)), Ok(()));
	assert_eq!(transfer(Taken::Free(31)), Err(ShareError::SharesPledged));
	assert_eq!(transfer(Taken::Free(40)), Err(ShareError::SharesPledged));
	assert_eq!(transfer(Taken::Free(41)), Err(ShareError::NotEnoughShares));
	assert_eq!(transfer(Taken::Free(0)), Err(ShareError::Nothing));
}

#[test]
fn transfer_should_take_the_pledge_along_when_the_pledgee_consents() {
	let class = class();
	let transfer = |shares, cleared| {
		let taken = Taken::Pledged { pledge: Pledge { shares: 8 }, shares };
		transfer(&circumstances(&class), ann(holding(40, 10)), bob(holding(5, 5)), taken, cleared)
	};
	let pledgee = Cleared { pledgee: true, ..NOBODY };
	assert_eq!(
		transfer(3, pledgee),
		Ok(Transferred {
			from: holding(37, 7),
			to: holding(8, 8),
			pledge: Some(PledgeMove {
				left: Some(Pledge { shares: 5 }),
				moved: Pledge { shares: 3 }
			}),
		})
	);
	assert_eq!(
		transfer(8, pledgee).map(|done| done.pledge),
		Ok(Some(PledgeMove { left: None, moved: Pledge { shares: 8 } }))
	);
	assert_eq!(transfer(9, pledgee), Err(ShareError::NotEnoughPledged));
	assert_eq!(transfer(0, pledgee), Err(ShareError::Nothing));
	let others = Cleared { pledgee: false, ..EVERYBODY };
	assert_eq!(transfer(3, others), Err(ShareError::PledgeeConsentMissing));
}

#[test]
fn transfer_should_carry_what_is_owed_and_leave_the_odd_unit() {
	let class = class_owed(100);
	let owed = Holding { unpaid: 100, ..holding(3, 0) };
	let transfer = |shares| {
		let taken = Taken::Free(shares);
		let done =
			transfer(&circumstances(&class), ann(owed), bob(Holding::NONE), taken, NOBODY).unwrap();
		(done.from.unpaid, done.to.unpaid)
	};
	assert_eq!(transfer(1), (67, 33));
	assert_eq!(transfer(2), (34, 66));
	assert_eq!(transfer(3), (0, 100));
}

#[test]
fn transfer_should_follow_the_rule_of_the_class() {
	let transfer = |rule, cleared| {
		let class = ShareClass { transfer: rule, ..class() };
		let (from, to) = (ann(holding(40, 10)), bob(Holding::NONE));
		transfer(&circumstances(&class), from, to, Taken::Free(1), cleared).map(|_| ())
	};
	assert_eq!(transfer(TransferRule::BoardConsent, Cleared { board: true, ..NOBODY }), Ok(()));
	assert_eq!(
		transfer(TransferRule::BoardConsent, Cleared { board: false, ..EVERYBODY }),
		Err(ShareError::BoardConsentMissing)
	);
	assert_eq!(transfer(TransferRule::LockedUntil(TODAY), NOBODY), Ok(()));
	assert_eq!(transfer(TransferRule::LockedUntil(TODAY + 1), EVERYBODY), Err(ShareError::Locked));
}

#[test]
fn transfer_should_wait_for_the_holders_when_they_have_pre_emption() {
	let class = ShareClass { pre_emption: true, ..class() };
	let transfer = |cleared| {
		let (from, to) = (ann(holding(40, 10)), bob(Holding::NONE));
		transfer(&circumstances(&class), from, to, Taken::Free(1), cleared).map(|_| ())
	};
	assert_eq!(
		transfer(Cleared { pre_emption: false, ..EVERYBODY }),
		Err(ShareError::PreEmptionOpen)
	);
	assert_eq!(transfer(Cleared { pre_emption: true, ..NOBODY }), Ok(()));
}

#[test]
fn transfer_should_fail_when_the_shares_would_not_change_hands() {
	let class = class();
	let transfer = |from, to| transfer(&circumstances(&class), from, to, Taken::Free(1), EVERYBODY);
	let held = holding(40, 10);
	assert_eq!(transfer(ann(held), ann(held)), Err(ShareError::SameHolder));
	assert_eq!(transfer(ann(held), issuer()), Err(ShareError::OwnShares));
}

#[test]
fn transfer_should_fail_when_the_state_is_broken() {
	let act = |class: &ShareClass<i32>, from, to, taken| {
		transfer(&circumstances(class), ann(from), bob(to), taken, EVERYBODY)
	};
	let held = holding(40, 10);
	refuses_broken_class(|class| act(class, held, Holding::NONE, Taken::Free(1)));
	let class = class();
	for (from, to) in [(broken(), held), (held, broken()), (held, holding(191, 0))] {
		assert_eq!(act(&class, from, to, Taken::Free(1)), Err(ShareError::HoldingInconsistent));
	}
	let beyond = Taken::Pledged { pledge: Pledge { shares: 11 }, shares: 1 };
	assert_eq!(act(&class, held, Holding::NONE, beyond), Err(ShareError::HoldingInconsistent));
	// Each holding is within what is outstanding, both together are not.
	assert_eq!(act(&class, held, holding(190, 0), Taken::Free(1)), Err(ShareError::TotalsDiffer));
	let circumstances = Circumstances { law: &BROKEN_LAW, ..circumstances(&class) };
	assert_eq!(
		transfer(&circumstances, ann(held), bob(Holding::NONE), Taken::Free(1), NOBODY),
		Err(ShareError::LawInconsistent)
	);
}
