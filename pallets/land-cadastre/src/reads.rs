//! What others read: bounded, in pages.

use alloc::vec::Vec;
use polity_geometry::{BoundingBox, Polygon};
use polity_primitives::{
	ids::CampaignId,
	record::{self, Entry},
	District, Head, ParcelNumber,
};
use sp_core::Get;
use sp_runtime::DispatchError;

use crate::{
	index::Meter,
	types::{
		ordered, CampaignChange, Level, OrderedId, Parcel, ParcelChange, ParcelReference,
		SurveyChange, SurveyError, Versioned, WorkBound, WorkState, MAX_PAGE,
	},
	ByReference, CampaignEntries, Config, Geometries, Law, Pallet, ParcelEntries, ParcelHeads,
	Parcels, WorkLists,
};

fn page(limit: u32) -> usize {
	usize::try_from(limit.min(MAX_PAGE)).unwrap_or_default()
}

/// The ids that keys in counting order stand for.
fn ids(keys: impl Iterator<Item = OrderedId>, limit: u32) -> Vec<u64> {
	keys.take(page(limit)).map(u64::from_be_bytes).collect()
}

impl<T: Config> Pallet<T> {
	pub(crate) fn read_parcel(number: ParcelNumber) -> Option<Versioned<Parcel>> {
		Self::versioned(Parcels::<T>::get(number), ParcelHeads::<T>::get(number))
	}

	pub(crate) fn read_parcel_by_reference(
		reference: &ParcelReference,
	) -> Option<Versioned<Parcel>> {
		Self::read_parcel(ByReference::<T>::get(reference)?)
	}

	pub(crate) fn read_geometry(number: ParcelNumber) -> Option<Polygon> {
		Geometries::<T>::get(number)
	}

	pub(crate) fn read_survey_work(change: &SurveyChange) -> Result<WorkBound, DispatchError> {
		let mut meter = Meter::bounded_by(T::MaxWork::get());
		Self::try_survey(change, &mut meter)?;
		let done = meter.done();
		// Others may have entered or left the cells above by then.
		Ok(WorkBound { writes: done.writes.saturating_mul(2), ..done })
	}

	pub(crate) fn read_parcels_in(
		bounds: &BoundingBox,
		level: Level,
		after: Option<ParcelNumber>,
		limit: u32,
	) -> Result<Vec<Parcel>, SurveyError> {
		let law = Law::<T>::get().ok_or(SurveyError::NoLaw)?;
		let mut meter = Meter::bounded_by(T::MaxWork::get());
		let found = Self::within(law.system, level, bounds, &mut meter)
			.map_err(|_| SurveyError::TooMuchWork)?;
		Ok(found
			.into_iter()
			.filter(|number| after.is_none_or(|after| *number > after))
			.filter_map(Parcels::<T>::get)
			.filter(|parcel| parcel.bounds.meets(bounds))
			.take(page(limit))
			.collect())
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

	pub(crate) fn read_parcel_history(
		number: ParcelNumber,
		from: u32,
		limit: u32,
	) -> Vec<Entry<ParcelNumber, ParcelChange>> {
		record::history::<_, _, ParcelEntries<T>>(&number, from, limit)
	}

	pub(crate) fn read_campaign_history(
		id: CampaignId,
		from: u32,
		limit: u32,
	) -> Vec<Entry<CampaignId, CampaignChange>> {
		record::history::<_, _, CampaignEntries<T>>(&id, from, limit)
	}

	/// A record with its head; a record that exists has one.
	pub(crate) fn versioned<Record>(
		record: Option<Record>,
		head: Option<Head>,
	) -> Option<Versioned<Record>> {
		record.map(|record| Versioned { record, head: head.unwrap_or_default() })
	}
}
