//! What parties may use: what other registers ask before they permit something on a unit.

use polity_primitives::{
	traits::{Acts, LandRights, RightInUnit},
	Party, UnitNumber,
};
use polity_title::{longest_use, Use};

use crate::{types::ordered, Config, Groups, Pallet, TitlesOf};

impl<T: Config> LandRights for Pallet<T> {
	/// A live unit has live ground that is its own, so that a provisional, disputed or historic one
	/// gives no right: it has no title. A freeze takes none away; it stands against dispositions.
	fn right_in(party: &Party, unit: UnitNumber) -> Option<RightInUnit> {
		match party {
			Party::Company(_) | Party::State(_) | Party::PublicBody(_) => {},
			// A person has a tag of its own in each register, which must not meet. The others are not
			// parties that apply for something.
			Party::Person(_)
			| Party::Group(_)
			| Party::Unit(_)
			| Party::Foreign(_)
			| Party::Unknown => return None,
		}
		if !TitlesOf::<T>::contains_key(party, ordered(unit.whole())) {
			return None;
		}
		let (unit, title) = Self::live_unit(unit).ok()?;
		let is_party = |other: &Party| match other {
			Party::Group(group) => {
				Groups::<T>::get(group).is_some_and(|members| members.contains(party))
			},
			other => other == party,
		};
		let ends = match longest_use(&title, Self::today(unit.district), is_party)? {
			Use::Endless => None,
			// What lasts as long as the calendar has no day after it.
			Use::Until(last) => last.checked_add_days(1),
		};
		Some(RightInUnit { ends })
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn give_for_benchmark(company: polity_primitives::CompanyNumber) -> UnitNumber {
		crate::benchmarking::unit_used_by::<T>(company)
	}
}
