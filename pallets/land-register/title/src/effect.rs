//! What has effect on a day: functions of title and day, so that nothing has to be swept away.

use crate::title::{Holder, Mortgage, MortgageOn, Notice, Restriction, Right, Title};

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

/// How long somebody has the use of a unit. The longest is the greatest.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Use<Day> {
	/// Up to this day, which is the last.
	Until(Day),
	/// Without an end.
	Endless,
}

/// The longest use that somebody has of a unit who may use it on this day: as an owner of some of it,
/// without an end; by any other right but an easement, which is for who owns the dominant unit, up to
/// its last day. `is_somebody` tells which parties stand for somebody. None for who may not use it, as
/// creditors may not, and where nobody knows the owners.
///
/// A right that derives from another lies within that ([`Title::check`]): it ends with it.
pub fn longest_use<Party, Day: Copy + Ord, Unit>(
	title: &Title<Party, Day, Unit>,
	day: Day,
	is_somebody: impl Fn(&Party) -> bool,
) -> Option<Use<Day>> {
	if title.owners.iter().any(|share| is_somebody(&share.party)) {
		return Some(Use::Endless);
	}
	effective_rights_at(title, day)
		.filter(|right| !right.terms.kind.is_easement())
		.filter(|right| match &right.terms.holder {
			Holder::Party(party) => is_somebody(party),
			Holder::Unit(_) => false,
		})
		.map(|right| right.terms.to.map_or(Use::Endless, Use::Until))
		.max()
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
