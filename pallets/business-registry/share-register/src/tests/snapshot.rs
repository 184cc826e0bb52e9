use super::*;
use crate::{snapshot, Entitlement, Snapshot, Tally};

#[test]
fn snapshot_should_hold_all_that_is_outstanding_and_no_treasury_share() {
	let class = ShareClass { votes_per_share: 3, ..class() };
	let holdings = [(ANN, holding(130, 10)), (3, Holding::NONE), (BOB, holding(60, 0))];
	assert_eq!(
		snapshot(&class, TODAY, holdings),
		Ok(Snapshot {
			on: TODAY,
			entitlements: vec![
				Entitlement { party: ANN, shares: 130, votes: 390 },
				Entitlement { party: BOB, shares: 60, votes: 180 },
			],
			shares: 190,
			votes: 570,
		})
	);
}

#[test]
fn snapshot_should_have_no_votes_when_the_class_has_none() {
	let class = ShareClass { votes_per_share: 0, ..class() };
	let taken = snapshot(&class, TODAY, [(ANN, holding(190, 0))]).unwrap();
	assert_eq!((taken.shares, taken.votes, taken.entitlements[0].votes), (190, 0, 0));
}

#[test]
fn snapshot_should_fail_when_the_holdings_are_not_all() {
	let snapshot = |holdings: &[(u8, Holding)]| {
		snapshot(&class(), TODAY, holdings.iter().copied()).map(|_| ())
	};
	assert_eq!(snapshot(&[(ANN, holding(190, 0))]), Ok(()));
	for not_all in
		[&[][..], &[(ANN, holding(189, 0))], &[(ANN, holding(190, 0)), (BOB, holding(1, 0))]]
	{
		assert_eq!(snapshot(not_all), Err(ShareError::TotalsDiffer));
	}
	assert_eq!(snapshot(&[(ANN, broken())]), Err(ShareError::HoldingInconsistent));
	refuses_broken_class(|class| crate::snapshot(class, TODAY, [(ANN, holding(190, 0))]));
}

#[test]
fn tally_should_add_up_shares_and_debts() {
	let owed = Holding { unpaid: 7, ..holding(100, 0) };
	let all = [owed, holding(90, 0)];
	assert_eq!(Tally::of(&all).unwrap().close(&class_owed(7)), Ok(()));
	assert_eq!(Tally::of(&all).unwrap().close(&class_owed(8)), Err(ShareError::TotalsDiffer));
	assert_eq!(Tally::of(&all[1..]).unwrap().close(&class()), Err(ShareError::TotalsDiffer));
	let too_many = [holding(u64::MAX, 0), holding(1, 0)];
	assert_eq!(Tally::of(&too_many), Err(ShareError::TotalsDiffer));
	refuses_broken_class(|class| Tally::default().close(class));
}
