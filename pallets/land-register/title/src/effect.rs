//! What has effect on a day: functions of title and day, so that nothing has to be swept away.

use crate::title::{Mortgage, MortgageOn, Notice, Restriction, Right, Title};

/// The rights that can be used on this day.
pub fn effective_rights_at<Party, Day: Copy + Ord, Unit>(
	title: &Title<Party, Day, Unit>,
	day: Day,
) -> impl Iterator<Item = &Right<Party, Day, Unit>> {
	title.rights.iter().filter(move |right| right.terms.is_in_force(&day))
}

/// The mortgages that have something to stand on on this day: one on a right ends with it.
pub fn effective_mortgages_at<Party, Day: Copy + Ord, Unit>(
	title: &Title<Party, Day, Unit>,
	day: Day,
) -> impl Iterator<Item = &Mortgage<Party>> {
	title.mortgages.iter().filter(move |mortgage| match mortgage.on {
		MortgageOn::Title | MortgageOn::Share(_) => true,
		MortgageOn::Right(id) => {
			title.rights.iter().any(|right| right.id == id && !right.terms.is_over(&day))
		},
	})
}

/// The notices that count on this day.
pub fn effective_notices_at<Party, Day: Copy + Ord, Unit>(
	title: &Title<Party, Day, Unit>,
	day: Day,
) -> impl Iterator<Item = &Notice<Party, Day>> {
	title.notices.iter().filter(move |notice| notice.is_in_force(&day))
}

/// The restrictions and responsibilities that count on this day.
pub fn effective_restrictions_at<Party, Day: Copy + Ord, Unit>(
	title: &Title<Party, Day, Unit>,
	day: Day,
) -> impl Iterator<Item = &Restriction<Day>> {
	title.restrictions.iter().filter(move |restriction| restriction.is_in_force(&day))
}

/// Something that burdens a title.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Encumbrance<'a, Party, Day, Unit> {
	/// A right of somebody else.
	Right(&'a Right<Party, Day, Unit>),
	/// A mortgage.
	Mortgage(&'a Mortgage<Party>),
	/// A notice.
	Notice(&'a Notice<Party, Day>),
	/// A restriction or responsibility.
	Restriction(&'a Restriction<Day>),
}

/// All that burdens a title and is not over on this day. Who buys takes the unit with what begins
/// later, too.
pub fn encumbrances<Party, Day: Copy + Ord, Unit>(
	title: &Title<Party, Day, Unit>,
	day: Day,
) -> impl Iterator<Item = Encumbrance<'_, Party, Day, Unit>> {
	let rights = title.rights.iter().filter(move |right| !right.terms.is_over(&day));
	let restrictions = title.restrictions.iter();
	let restrictions = restrictions.filter(move |restriction| !restriction.is_over(&day));
	rights
		.map(Encumbrance::Right)
		.chain(effective_mortgages_at(title, day).map(Encumbrance::Mortgage))
		.chain(effective_notices_at(title, day).map(Encumbrance::Notice))
		.chain(restrictions.map(Encumbrance::Restriction))
}
