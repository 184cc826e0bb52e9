//! Mortgages: ranks without a gap, and what becomes of them when a share is parted.

use super::*;

fn on_share(owner: char) -> MortgageOn<char> {
	MortgageOn::Share(owner)
}

#[test]
fn ranks_should_have_no_gap_when_one_is_discharged() {
	let mut title = owned(&[('a', 1)]);
	for creditor in ['x', 'y', 'z'] {
		title = done(&title, mortgage(MortgageOn::Title, creditor)).unwrap();
	}
	assert_eq!(ranks(&title, &MortgageOn::Title), [(1, 1), (2, 2), (3, 3)]);
	let after = done(&title, TitleAct::Discharge { mortgage: 2 }).unwrap();
	assert_eq!(ranks(&after, &MortgageOn::Title), [(1, 1), (3, 2)]);
	let after = done(&after, mortgage(MortgageOn::Title, 'y')).unwrap();
	assert_eq!(ranks(&after, &MortgageOn::Title), [(1, 1), (3, 2), (4, 3)]);
	assert_eq!(done(&after, TitleAct::Discharge { mortgage: 2 }), Err(TitleError::EntryNotFound));
}

#[test]
fn mortgage_should_be_refused_when_it_has_nothing_to_stand_on() {
	let title = owned(&[('a', 1), ('b', 1)]);
	for (act, error) in [
		(mortgage(on_share('c'), 'x'), TitleError::NotOwner),
		(mortgage(on_share('a'), 'a'), TitleError::SameParty),
		(mortgage(MortgageOn::Right(1), 'x'), TitleError::EntryNotFound),
	] {
		assert_eq!(done(&title, act), Err(error));
	}
	let sole = owned(&[('a', 1)]);
	assert_eq!(done(&sole, mortgage(MortgageOn::Title, 'a')), Err(TitleError::SameParty));
	for (amount, source) in [(NOTHING, SOURCE), (AMOUNT, NOTHING)] {
		let act =
			TitleAct::EncumberByMortgage { on: MortgageOn::Title, creditor: 'x', amount, source };
		assert_eq!(done(&sole, act), Err(TitleError::SourceMissing));
	}
	let served = done(&sole, easement(2)).unwrap();
	assert_eq!(
		done(&served, mortgage(MortgageOn::Right(1), 'x')),
		Err(TitleError::EasementFollowsUnit)
	);
	let leased = done(&sole, lease('l', TODAY, Some(TODAY + 1))).unwrap();
	assert_eq!(done(&leased, mortgage(MortgageOn::Right(1), 'l')), Err(TitleError::SameParty));
	let later = Way { today: Some(TODAY + 2), ..Way::default() };
	assert_eq!(
		later.apply(&leased, &mortgage(MortgageOn::Right(1), 'x')),
		Err(TitleError::RightExpired)
	);
	// A burdened right stays, and its mortgage ends with it.
	let burdened = done(&leased, mortgage(MortgageOn::Right(1), 'x')).unwrap();
	assert_eq!(done(&burdened, TitleAct::Surrender { right: 1 }), Err(TitleError::RightBurdened));
	assert_eq!(effective_mortgages_at(&burdened, TODAY + 1).count(), 1);
	assert_eq!(effective_mortgages_at(&burdened, TODAY + 2).count(), 0);
}

#[test]
fn mortgage_should_follow_the_share_that_it_burdens() {
	let title = done(&owned(&[('a', 4), ('b', 4)]), mortgage(on_share('a'), 'x')).unwrap();
	// The whole share: the mortgage goes along.
	let moved = done(&title, sale('a', 'c', 4)).unwrap();
	assert_eq!(ranks(&moved, &on_share('c')), [(1, 1)]);
	assert!(ranks(&moved, &on_share('a')).is_empty());
	// A part of it: one mortgage on both, discharged from both.
	let parted = done(&title, sale('a', 'c', 1)).unwrap();
	assert_eq!(
		(ranks(&parted, &on_share('a')), ranks(&parted, &on_share('c'))),
		(vec![(1, 1)], vec![(1, 1)])
	);
	assert_eq!(parted.mortgage(1).count(), 2);
	let free = done(&parted, TitleAct::Discharge { mortgage: 1 }).unwrap();
	assert!(free.mortgages.is_empty());
	// Parts that are burdened alike come together again.
	let together = done(&parted, sale('c', 'a', 1)).unwrap();
	assert_eq!(together.mortgages, title.mortgages);
	// It does not spread over a share that nobody burdened.
	assert_eq!(done(&title, sale('a', 'b', 1)), Err(TitleError::MortgageWouldSpread));
	// An unburdened share falls under nothing.
	done(&title, sale('b', 'a', 4)).unwrap();
}

#[test]
fn mortgage_should_pass_to_another_creditor() {
	let title = done(&owned(&[('a', 4), ('b', 4)]), mortgage(on_share('a'), 'x')).unwrap();
	let title = done(&title, sale('a', 'c', 1)).unwrap();
	let after = done(&title, TitleAct::AssignMortgage { mortgage: 1, to: 'y' }).unwrap();
	assert!(after.mortgages.iter().all(|mortgage| mortgage.creditor == 'y'));
	assert_eq!(
		done(&after, TitleAct::AssignMortgage { mortgage: 1, to: 'y' }),
		Err(TitleError::SameParty)
	);
	assert_eq!(
		done(&after, TitleAct::AssignMortgage { mortgage: 5, to: 'z' }),
		Err(TitleError::EntryNotFound)
	);
}

#[test]
fn title_should_have_a_bound_of_mortgages() {
	let mut title = owned(&[('a', 2)]);
	for _ in 0..MAX_MORTGAGES {
		title = done(&title, mortgage(on_share('a'), 'x')).unwrap();
	}
	assert_eq!(done(&title, mortgage(on_share('a'), 'x')), Err(TitleError::MortgagesFull));
	// Parting the share would double them.
	assert_eq!(done(&title, sale('a', 'b', 1)), Err(TitleError::MortgagesFull));
}
