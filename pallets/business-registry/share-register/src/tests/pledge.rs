use super::*;
use crate::{check_pledges, pledge, release, Pledge};

#[test]
fn pledge_should_cover_free_shares_alone() {
	let class = class();
	assert_eq!(pledge(&class, &holding(40, 10), 30), Ok((holding(40, 40), Pledge { shares: 30 })));
	assert_eq!(pledge(&class, &holding(40, 10), 31), Err(ShareError::SharesPledged));
	assert_eq!(pledge(&class, &holding(40, 10), 41), Err(ShareError::NotEnoughShares));
	assert_eq!(pledge(&class, &holding(40, 10), 0), Err(ShareError::Nothing));
}

#[test]
fn release_should_free_some_or_all_of_what_a_pledge_covers() {
	let class = class();
	let eight = Pledge { shares: 8 };
	let release = |shares| release(&class, &holding(40, 10), eight, shares);
	assert_eq!(release(3), Ok((holding(40, 7), Some(Pledge { shares: 5 }))));
	assert_eq!(release(8), Ok((holding(40, 2), None)));
	assert_eq!(release(9), Err(ShareError::NotEnoughPledged));
	assert_eq!(release(0), Err(ShareError::Nothing));
}

#[test]
fn pledge_and_release_should_fail_when_the_state_is_broken() {
	refuses_broken_class(|class| pledge(class, &holding(40, 10), 1));
	refuses_broken_class(|class| release(class, &holding(40, 10), Pledge { shares: 1 }, 1));
	let class = class();
	assert_eq!(pledge(&class, &broken(), 1), Err(ShareError::HoldingInconsistent));
	let eleven = Pledge { shares: 11 };
	for held in [broken(), holding(40, 10)] {
		assert_eq!(release(&class, &held, eleven, 11), Err(ShareError::HoldingInconsistent));
	}
}

#[test]
fn pledges_should_add_up_to_what_is_pledged() {
	let check = |shares: &[u64]| {
		let pledges = shares.iter().map(|&shares| Pledge { shares });
		check_pledges(&holding(40, 10), pledges)
	};
	assert_eq!(check(&[8, 2]), Ok(()));
	assert_eq!(check_pledges(&holding(40, 0), []), Ok(()));
	for wrong in [&[8, 1][..], &[8, 3], &[], &[10, 0], &[u64::MAX, 11]] {
		assert_eq!(check(wrong), Err(ShareError::HoldingInconsistent));
	}
}
