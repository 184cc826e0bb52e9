//! A unit is divided: each child carries all that stood on the parent.

use alloc::vec::Vec;

use crate::{
	error::TitleError,
	notice::ensure_no_notice,
	title::{Holder, Right, Title},
};

/// Most units that one unit is divided into at once.
pub const MAX_CHILDREN: u32 = 64;

/// The titles of the units that a unit is divided into. Each has the owners, rights, mortgages with
/// their ranks, and restrictions of the parent, under the same numbers; none of its notices, which
/// are all expired.
///
/// # Errors
/// * what [`Title::check`] finds - the state is broken.
/// * [`TitleError::ChildrenOutOfBounds`]
/// * [`TitleError::OwnersUnknown`] - nobody can want the division.
/// * [`TitleError::CaveatStands`], [`TitleError::PriorityNoticeStands`],
///   [`TitleError::CourtFreezeStands`], [`TitleError::LisPendensStands`] - a notice stands against it.
pub fn divide<Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq>(
	title: &Title<Party, Day, Unit>,
	children: u32,
	today: Day,
) -> Result<Vec<Title<Party, Day, Unit>>, TitleError> {
	title.check()?;
	if !(2..=MAX_CHILDREN).contains(&children) {
		return Err(TitleError::ChildrenOutOfBounds);
	}
	title.ensure_owners_known()?;
	ensure_no_notice(title, today)?;
	let mut child = title.clone();
	child.notices.clear();
	Ok((0..children).map(|_| child.clone()).collect())
}

/// The title of a servient unit after the dominant one was divided or joined: each easement that
/// served it serves all units that have taken its place. The first of them has it under its old
/// number.
///
/// # Errors
/// * what [`Title::check`] finds - the state is broken.
/// * [`TitleError::ChildrenOutOfBounds`] - no unit has taken its place, or more than 64.
/// * [`TitleError::EasementOnItself`] - one of them is the servient unit.
/// * [`TitleError::EntryNotFound`] - no easement serves the dominant unit.
/// * [`TitleError::RightsFull`], [`TitleError::EntriesExhausted`] - there is no room.
pub fn reattach<Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq>(
	title: &Title<Party, Day, Unit>,
	servient: &Unit,
	dominant: &Unit,
	successors: &[Unit],
) -> Result<Title<Party, Day, Unit>, TitleError> {
	title.check()?;
	let Some((first, others)) = successors.split_first() else {
		return Err(TitleError::ChildrenOutOfBounds);
	};
	if u32::try_from(successors.len()).map_or(true, |count| count > MAX_CHILDREN) {
		return Err(TitleError::ChildrenOutOfBounds);
	}
	if successors.contains(servient) {
		return Err(TitleError::EasementOnItself);
	}
	let serves = |right: &Right<Party, Day, Unit>| matches!(&right.terms.holder, Holder::Unit(unit) if unit == dominant);
	let mut after = title.clone();
	for right in title.rights.iter().filter(|right| serves(right)) {
		for unit in others {
			let mut terms = right.terms.clone();
			terms.holder = Holder::Unit(unit.clone());
			let right = Right { id: after.enter()?, terms };
			after.rights.try_push(right).map_err(|_| TitleError::RightsFull)?;
		}
	}
	let mut found = false;
	for right in after.rights.iter_mut().filter(|right| serves(right)) {
		right.terms.holder = Holder::Unit(first.clone());
		found = true;
	}
	found.then_some(after).ok_or(TitleError::EntryNotFound)
}
