//! What companies have in land: what keeps them from ending, and what passes to their successors.

use alloc::vec::Vec;
use frame_support::{dispatch::DispatchResult, ensure, weights::Weight, BoundedVec};
use polity_primitives::{
	traits::{CompanyEstate, EstateObstacle},
	Act, CompanyNumber, MandateId, Party,
};

use crate::{
	succession::succeed,
	types::{LandTitle, TitleChange, MAX_SUCCESSION},
	Config, Error, Event, Groups, LastGroup, Pallet, Titles, WeightInfo,
};

impl<T: Config> CompanyEstate for Pallet<T> {
	fn obstacle(company: CompanyNumber) -> Option<EstateObstacle> {
		let has_something = !Self::units_of_party(&Party::Company(company), 1).is_empty();
		has_something.then_some(EstateObstacle::OwnsLand)
	}

	fn succeed(
		from: CompanyNumber,
		to: CompanyNumber,
		act: &Act,
		mandate: MandateId,
	) -> DispatchResult {
		let (from, to) = (Party::Company(from), Party::Company(to));
		let units = Self::units_of_party(&from, MAX_SUCCESSION.saturating_add(1));
		ensure!(
			u32::try_from(units.len()).is_ok_and(|count| count <= MAX_SUCCESSION),
			Error::<T>::TooManyTitles
		);
		let mut index = Vec::new();
		let mut entries = Vec::new();
		for number in units {
			let (unit, title) = Self::live_unit(number)?;
			let mut after = title.clone();
			for (old, new) in Self::replacements(&title, &from, &to)? {
				let passed = succeed(&after, &old, &new).map_err(Error::<T>::from)?;
				// Who has something through a group alone passes it with the group.
				if passed != after {
					entries.push((number, unit.district, old, new));
					after = passed;
				}
			}
			index.push(Self::index_change(number, Some(&title), Some(&after)));
			Titles::<T>::insert(number, after);
		}
		Self::ensure_few_changes(&index)?;

		Self::write_index(index);
		for (unit, district, from, to) in entries {
			let change = TitleChange::Succeeded { from: from.clone(), to: to.clone() };
			let head = Self::record_title(unit, district, Some(act), Some(mandate), change)?;
			Self::deposit_event(Event::PartySucceeded { unit, from, to, mandate, head });
		}
		Ok(())
	}

	fn succeed_weight() -> Weight {
		T::WeightInfo::succeed()
	}
}

impl<T: Config> Pallet<T> {
	/// Which parties of a title give way to which: the company itself, and each group that it is a
	/// member of to a group with its successor. A group never changes, so there is a new one.
	fn replacements(
		title: &LandTitle,
		from: &Party,
		to: &Party,
	) -> Result<Vec<(Party, Party)>, Error<T>> {
		let mut replacements = Vec::new();
		for party in Self::parties_in(title) {
			match &party {
				Party::Group(group) => {
					let members =
						Groups::<T>::get(group).ok_or(Error::<T>::GroupNotFound)?.into_inner();
					if !members.contains(from) {
						continue;
					}
					let successor =
						|member: Party| if member == *from { to.clone() } else { member };
					let mut members: Vec<_> = members.into_iter().map(successor).collect();
					members.sort();
					let members = BoundedVec::truncate_from(members);
					Self::ensure_members(&members)?;
					let id = LastGroup::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
					Self::create_group(id, members);
					replacements.push((party, Party::Group(id)));
				},
				other if other == from => replacements.push((from.clone(), to.clone())),
				_ => {},
			}
		}
		Ok(replacements)
	}
}
