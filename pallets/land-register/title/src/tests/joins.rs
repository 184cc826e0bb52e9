//! Units that are divided and joined.

use super::*;

fn parts<'a>(titles: &'a [(u64, T)]) -> Vec<Part<'a, char, u32, u64>> {
	titles.iter().map(|(unit, title)| Part { unit, title }).collect()
}

fn joined(titles: &[(u64, T)]) -> Result<T, JoinError> {
	let title = join(&parts(titles), TODAY)?;
	title.check().unwrap();
	Ok(title)
}

#[test]
fn children_should_carry_all_that_stood_on_the_parent() {
	let mut title = owned(&[('a', 2), ('b', 2)]);
	for act in [mortgage(MortgageOn::Title, 'x'), easement(2), restriction(TODAY, None)] {
		title = done(&title, act).unwrap();
	}
	let children = divide(&title, 3, TODAY).unwrap();
	assert_eq!(children, [title.clone(), title.clone(), title.clone()]);
	for count in [0, 1, MAX_CHILDREN + 1] {
		assert_eq!(divide(&title, count, TODAY), Err(TitleError::ChildrenOutOfBounds));
	}
	assert_eq!(divide(&T::unknown(), 2, TODAY), Err(TitleError::OwnersUnknown));
	let caveat = notice(NoticeKind::Caveat, Some('c'), Some(TODAY));
	let noticed = done(&title, caveat).unwrap();
	assert_eq!(divide(&noticed, 2, TODAY), Err(TitleError::CaveatStands));
	// An expired one is left behind.
	assert!(divide(&noticed, 2, TODAY + 1).unwrap().iter().all(|child| child.notices.is_empty()));
}

#[test]
fn easement_should_serve_the_units_that_take_the_place_of_the_dominant_one() {
	let title = done(&owned(&[('a', 1)]), easement(2)).unwrap();
	let title = done(&title, lease('l', TODAY, None)).unwrap();
	let after = reattach(&title, &UNIT, &2, &[5, 6, 7]).unwrap();
	let served: Vec<_> = after.rights.iter().map(|right| (right.id, right.terms.holder)).collect();
	assert_eq!(
		served,
		[(1, Holder::Unit(5)), (2, Holder::Party('l')), (3, Holder::Unit(6)), (4, Holder::Unit(7))]
	);
	assert_eq!(reattach(&title, &UNIT, &2, &[]), Err(TitleError::ChildrenOutOfBounds));
	assert_eq!(reattach(&title, &UNIT, &2, &[5, UNIT]), Err(TitleError::EasementOnItself));
	assert_eq!(reattach(&title, &UNIT, &3, &[5]), Err(TitleError::EntryNotFound));
	let many: Vec<u64> = (10..10 + u64::from(MAX_CHILDREN) + 1).collect();
	assert_eq!(reattach(&title, &UNIT, &2, &many), Err(TitleError::ChildrenOutOfBounds));
	let most = usize::try_from(MAX_CHILDREN).unwrap();
	assert_eq!(reattach(&title, &UNIT, &2, &many[..most]), Err(TitleError::RightsFull));
}

#[test]
fn units_should_be_joined_when_nobodys_right_would_change() {
	let one = owned(&[('a', 1), ('b', 1)]);
	// The same parts, counted in another denominator.
	let other = owned(&[('a', 2), ('b', 2)]);
	let one = done(&one, lease('l', TODAY, None)).unwrap();
	let one = done(&one, mortgage(MortgageOn::Title, 'x')).unwrap();
	let other = done(&other, mortgage(MortgageOn::Title, 'x')).unwrap();
	let other = done(&other, easement(9)).unwrap();
	let title = joined(&[(1, one), (2, other)]).unwrap();
	assert_eq!(shares(&title), [('a', 1), ('b', 1)]);
	// The lease stood before the mortgage, the easement behind it.
	assert_eq!(ranks(&title, &MortgageOn::Title), [(2, 1)]);
	assert_eq!(title.right(1).unwrap().terms.kind, RightKind::Lease);
	assert_eq!(title.right(3).unwrap().terms.kind, RightKind::RightOfWay);
}

#[test]
fn rights_should_be_entered_once_where_all_units_have_the_same() {
	let title = done(&owned(&[('a', 1)]), lease('l', TODAY, None)).unwrap();
	let title = done(&title, mortgage(MortgageOn::Right(1), 'x')).unwrap();
	let title = done(&title, restriction(TODAY, None)).unwrap();
	let same = joined(&[(1, title.clone()), (2, title.clone())]).unwrap();
	assert_eq!((same.rights.len(), same.mortgages.len(), same.restrictions.len()), (1, 1, 1));
	let another = done(&title, lease('l', TODAY, None)).unwrap();
	assert_eq!(joined(&[(1, title), (2, another)]).unwrap().rights.len(), 2);
}

#[test]
fn units_should_not_be_joined_when_somebodys_right_would_change() {
	let title = owned(&[('a', 1), ('b', 1)]);
	let with = |other: T| joined(&[(1, title.clone()), (2, other)]);
	assert_eq!(joined(&[(1, title.clone())]), Err(JoinError::PartsOutOfBounds));
	assert_eq!(joined(&[]), Err(JoinError::PartsOutOfBounds));
	let many: Vec<_> =
		(0..=MAX_PARTS).map(|unit| (u64::try_from(unit).unwrap(), title.clone())).collect();
	assert_eq!(joined(&many), Err(JoinError::PartsOutOfBounds));
	assert_eq!(joined(&[(1, title.clone()), (1, title.clone())]), Err(JoinError::DuplicatePart));
	assert_eq!(with(owned(&[('a', 1), ('c', 1)])), Err(JoinError::OwnersDiffer));
	assert_eq!(with(owned(&[('a', 1), ('b', 2)])), Err(JoinError::SharesDiffer));
	let burdened = done(&title, mortgage(MortgageOn::Title, 'x')).unwrap();
	assert_eq!(with(burdened), Err(JoinError::MortgagesConflict));
	let served = done(&title, easement(2)).unwrap();
	assert_eq!(joined(&[(1, served), (2, title.clone())]), Err(JoinError::EasementBetween));
	let noticed = done(&title, notice(NoticeKind::Caveat, Some('c'), Some(TODAY))).unwrap();
	assert_eq!(with(noticed), Err(JoinError::Title(TitleError::CaveatStands)));
	assert_eq!(with(T::unknown()), Err(JoinError::Title(TitleError::OwnersUnknown)));
}

#[test]
fn units_should_not_be_joined_when_mortgages_rank_otherwise() {
	let title = owned(&[('a', 1)]);
	let ranked = |creditors: [char; 2]| {
		creditors.into_iter().fold(title.clone(), |title, creditor| {
			done(&title, mortgage(MortgageOn::Title, creditor)).unwrap()
		})
	};
	assert_eq!(
		joined(&[(1, ranked(['x', 'y'])), (2, ranked(['y', 'x']))]),
		Err(JoinError::MortgagesConflict)
	);
	joined(&[(1, ranked(['x', 'y'])), (2, ranked(['x', 'y']))]).unwrap();
}
