//! Units: their numbers, and the index of who has something in them.

use alloc::{collections::BTreeSet, vec, vec::Vec};
use frame_support::ensure;
use polity_primitives::{District, Party, UnitNumber};
use polity_title::{Holder, Share};

use crate::{
	types::{
		ordered, GenesisUnit, LandOwners, LandTitle, RelatedUnits, TitleChange, Unit, UnitParcels,
		UnitState, MAX_INDEX_CHANGES,
	},
	Config, Error, Groups, NextUnitSerial, Pallet, Titles, TitlesOf, UnitOf, Units,
};

/// How the index of parties changes with a title.
pub(crate) struct IndexChange {
	unit: UnitNumber,
	gone: Vec<Party>,
	new: Vec<Party>,
}

impl<T: Config> Pallet<T> {
	/// The number of the next unit. No number is given out twice.
	pub(crate) fn next_unit() -> Result<UnitNumber, Error<T>> {
		let serial = NextUnitSerial::<T>::get();
		let number = UnitNumber::from_serial(serial).map_err(|_| Error::<T>::IdsExhausted)?;
		NextUnitSerial::<T>::put(serial.saturating_add(1));
		Ok(number)
	}

	/// A unit that has a title, and the title.
	pub(crate) fn live_unit(number: UnitNumber) -> Result<(Unit, LandTitle), Error<T>> {
		let unit = Units::<T>::get(number).ok_or(Error::<T>::UnitNotFound)?;
		ensure!(unit.state == UnitState::Live, Error::<T>::UnitHistoric);
		let title = Titles::<T>::get(number).ok_or(Error::<T>::UnitNotFound)?;
		Ok((unit, title))
	}

	/// Writes a new unit and its title. Entry, index and event are the caller's care.
	pub(crate) fn create_unit(
		number: UnitNumber,
		district: District,
		parcels: UnitParcels,
		parents: RelatedUnits,
		title: &LandTitle,
	) {
		for parcel in &parcels {
			UnitOf::<T>::insert(parcel, number);
		}
		let (state, children) = (UnitState::Live, RelatedUnits::new());
		Units::<T>::insert(number, Unit { number, district, parcels, state, parents, children });
		Titles::<T>::insert(number, title);
	}

	/// Enters a unit that the register begins with.
	pub(crate) fn give_unit(given: &GenesisUnit) -> Result<(), Error<T>> {
		let parcels =
			UnitParcels::try_from(given.parcels.clone()).map_err(|_| Error::<T>::TooManyParcels)?;
		let district = Self::ensure_registrable(&parcels)?;
		let mut total_units = 0u32;
		let mut owners = LandOwners::new();
		for (tag, units) in &given.owners {
			let party = Party::Person(*tag);
			Self::ensure_exists(&party)?;
			total_units = total_units.saturating_add(*units);
			owners
				.try_push(Share { party, units: *units, by_deed: false })
				.map_err(|_| Error::<T>::OwnersFull)?;
		}
		let title = LandTitle::open(total_units, owners).map_err(Error::<T>::from)?;
		let number = Self::next_unit()?;
		Self::create_unit(number, district, parcels.clone(), RelatedUnits::new(), &title);
		Self::write_index(vec![Self::index_change(number, None, Some(&title))]);
		let change = TitleChange::Given { parcels, title };
		Self::record_title(number, district, None, None, change)?;
		Ok(())
	}

	/// Lets other units take the place of one. Entry, index and event are the caller's care.
	pub(crate) fn retire_unit(mut unit: Unit, children: RelatedUnits) {
		for parcel in &unit.parcels {
			// The children may have taken some of it already.
			if UnitOf::<T>::get(parcel) == Some(unit.number) {
				UnitOf::<T>::remove(parcel);
			}
		}
		Titles::<T>::remove(unit.number);
		unit.state = UnitState::Historic;
		unit.children = children;
		Units::<T>::insert(unit.number, unit);
	}

	/// All who have something in a title, with the members of the groups among them.
	pub(crate) fn parties_in(title: &LandTitle) -> BTreeSet<Party> {
		let owners = title.owners.iter().map(|share| share.party.clone());
		let holders = title.rights.iter().map(|right| match &right.terms.holder {
			Holder::Party(party) => party.clone(),
			Holder::Unit(unit) => Party::Unit(*unit),
		});
		let creditors = title.mortgages.iter().map(|mortgage| mortgage.creditor.clone());
		let mut parties: BTreeSet<Party> = owners.chain(holders).chain(creditors).collect();
		let groups: Vec<_> = parties
			.iter()
			.filter_map(|party| match party {
				Party::Group(group) => Groups::<T>::get(group),
				_ => None,
			})
			.collect();
		parties.extend(groups.into_iter().flatten());
		parties
	}

	/// How the index changes when the title of a unit becomes another.
	pub(crate) fn index_change(
		unit: UnitNumber,
		before: Option<&LandTitle>,
		after: Option<&LandTitle>,
	) -> IndexChange {
		let before = before.map(Self::parties_in).unwrap_or_default();
		let after = after.map(Self::parties_in).unwrap_or_default();
		IndexChange {
			unit,
			gone: before.difference(&after).cloned().collect(),
			new: after.difference(&before).cloned().collect(),
		}
	}

	/// That the index does not change in more places than one call can change.
	pub(crate) fn ensure_few_changes(changes: &[IndexChange]) -> Result<(), Error<T>> {
		let rows = changes.iter().fold(0usize, |rows, change| {
			rows.saturating_add(change.gone.len()).saturating_add(change.new.len())
		});
		ensure!(
			u32::try_from(rows).is_ok_and(|rows| rows <= MAX_INDEX_CHANGES),
			Error::<T>::TooManyParties
		);
		Ok(())
	}

	/// Changes the index.
	pub(crate) fn write_index(changes: Vec<IndexChange>) {
		for IndexChange { unit, gone, new } in changes {
			let key = ordered(unit.whole());
			for party in gone {
				TitlesOf::<T>::remove(party, key);
			}
			for party in new {
				TitlesOf::<T>::insert(party, key, ());
			}
		}
	}

	/// Up to `limit` units in which a party has something.
	pub(crate) fn units_of_party(party: &Party, limit: u32) -> Vec<UnitNumber> {
		TitlesOf::<T>::iter_key_prefix(party)
			.take(usize::try_from(limit).unwrap_or_default())
			.filter_map(|key| UnitNumber::from_whole(u64::from_be_bytes(key)).ok())
			.collect()
	}
}
