//! What others read: bounded, in pages.

use alloc::vec::Vec;
use polity_primitives::{
	ids::{ApplicationId, ConveyanceId},
	record,
	time::CalendarDate,
	traits::Acts,
	District, Head, Party, UnitNumber,
};
use polity_title::{
	effective_mortgages_at, effective_notices_at, effective_restrictions_at, effective_rights_at,
};

use crate::{
	succession::title_after,
	types::{
		ordered, Conveyance, ConveyanceEntry, Encumbrance, LandTitle, OrderedId, Registration,
		RegistrationEntry, TitleEntry, Versioned, WorkState, MAX_PAGE, MAX_REPLAYED_ENTRIES,
	},
	Config, ConveyanceEntries, ConveyanceHeads, Conveyances, Pallet, RegistrationEntries,
	RegistrationHeads, Registrations, TitleEntries, Titles, TitlesOf, Units, WorkLists,
};

fn page(limit: u32) -> usize {
	usize::try_from(limit.min(MAX_PAGE)).unwrap_or_default()
}

/// The ids that keys in counting order stand for.
fn ids(keys: impl Iterator<Item = OrderedId>, limit: u32) -> Vec<u64> {
	keys.take(page(limit)).map(u64::from_be_bytes).collect()
}

fn versioned<Record>(record: Option<Record>, head: Option<Head>) -> Option<Versioned<Record>> {
	Some(Versioned { record: record?, head: head.unwrap_or_default() })
}

impl<T: Config> Pallet<T> {
	pub(crate) fn read_title(number: UnitNumber) -> Option<Versioned<LandTitle>> {
		versioned(Titles::<T>::get(number), Some(Self::title_head(number)))
	}

	pub(crate) fn read_encumbrances(number: UnitNumber) -> Vec<Encumbrance> {
		let (Some(unit), Some(title)) = (Units::<T>::get(number), Titles::<T>::get(number)) else {
			return Vec::new();
		};
		polity_title::encumbrances(&title, Self::today(unit.district))
			.map(|encumbrance| match encumbrance {
				polity_title::Encumbrance::Right(right) => Encumbrance::Right(right.clone()),
				polity_title::Encumbrance::Mortgage(mortgage) => {
					Encumbrance::Mortgage(mortgage.clone())
				},
				polity_title::Encumbrance::Notice(notice) => Encumbrance::Notice(notice.clone()),
				polity_title::Encumbrance::Restriction(restriction) => {
					Encumbrance::Restriction(*restriction)
				},
			})
			.collect()
	}

	/// The title that the entries up to a day leave, with what counts on that day alone.
	pub(crate) fn read_effective_rights_at(
		number: UnitNumber,
		day: CalendarDate,
	) -> Option<LandTitle> {
		let versions = Self::title_head(number).seq;
		if versions > MAX_REPLAYED_ENTRIES {
			return None;
		}
		let mut title = None;
		for seq in 1..=versions {
			let entry = TitleEntries::<T>::get(number, seq)?;
			if entry.effective_from > day {
				break;
			}
			title = title_after(number, title, &entry.body, entry.effective_from).ok()?;
		}
		let title = title?;
		let mut effective = title.clone();
		effective
			.rights
			.retain(|right| effective_rights_at(&title, day).any(|other| other == right));
		effective
			.mortgages
			.retain(|mortgage| effective_mortgages_at(&title, day).any(|other| other == mortgage));
		effective
			.notices
			.retain(|notice| effective_notices_at(&title, day).any(|other| other == notice));
		effective.restrictions.retain(|restriction| {
			effective_restrictions_at(&title, day).any(|other| other == restriction)
		});
		Some(effective)
	}

	pub(crate) fn read_titles_of(
		party: &Party,
		after: Option<UnitNumber>,
		limit: u32,
	) -> Vec<UnitNumber> {
		let keys = match after {
			Some(after) => {
				let key = TitlesOf::<T>::hashed_key_for(party, ordered(after.whole()));
				ids(TitlesOf::<T>::iter_key_prefix_from(party, key), limit)
			},
			None => ids(TitlesOf::<T>::iter_key_prefix(party), limit),
		};
		keys.into_iter().filter_map(|number| UnitNumber::from_whole(number).ok()).collect()
	}

	pub(crate) fn read_conveyance(id: ConveyanceId) -> Option<Versioned<Conveyance>> {
		versioned(Conveyances::<T>::get(id), ConveyanceHeads::<T>::get(id))
	}

	pub(crate) fn read_registration(id: ApplicationId) -> Option<Versioned<Registration>> {
		versioned(Registrations::<T>::get(id), RegistrationHeads::<T>::get(id))
	}

	pub(crate) fn read_history(number: UnitNumber, from: u32, limit: u32) -> Vec<TitleEntry> {
		record::history::<_, _, TitleEntries<T>>(&number, from, limit)
	}

	pub(crate) fn read_conveyance_history(
		id: ConveyanceId,
		from: u32,
		limit: u32,
	) -> Vec<ConveyanceEntry> {
		record::history::<_, _, ConveyanceEntries<T>>(&id, from, limit)
	}

	pub(crate) fn read_registration_history(
		id: ApplicationId,
		from: u32,
		limit: u32,
	) -> Vec<RegistrationEntry> {
		record::history::<_, _, RegistrationEntries<T>>(&id, from, limit)
	}

	pub(crate) fn read_work_list(
		district: District,
		state: WorkState,
		after: Option<u64>,
		limit: u32,
	) -> Vec<u64> {
		let list = (district, state);
		match after {
			Some(after) => {
				let key = WorkLists::<T>::hashed_key_for(list, ordered(after));
				ids(WorkLists::<T>::iter_key_prefix_from(list, key), limit)
			},
			None => ids(WorkLists::<T>::iter_key_prefix(list), limit),
		}
	}
}
