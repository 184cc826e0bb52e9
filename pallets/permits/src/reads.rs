//! What others read.

use alloc::vec::Vec;
use polity_accreditation::{expand, StatusPurpose};
use polity_permit_procedure::{status_of_permit, PermitStanding};
use polity_primitives::{ids::District, traits::LegalClock, Party};

use crate::{
	types::{ordered, OrderedId, PermitNumber, PermitTypeId, Published, WorkState, MAX_PAGE},
	Config, Pallet, Permits, PermitsByType, PermitsOf, StatusBits, StatusLists, WorkLists,
};

fn page(limit: u32) -> usize {
	usize::try_from(limit.min(MAX_PAGE)).unwrap_or_default()
}

/// The numbers that keys in counting order stand for.
fn numbers(keys: impl Iterator<Item = OrderedId>, limit: u32) -> Vec<PermitNumber> {
	let whole = keys.take(page(limit)).map(u64::from_be_bytes);
	whole.filter_map(|number| PermitNumber::from_whole(number).ok()).collect()
}

impl<T: Config> Pallet<T> {
	pub(crate) fn read_published(number: PermitNumber) -> Option<Published> {
		let record = Permits::<T>::get(number)?;
		let status = Self::status_at(&record, T::Clock::now())?;
		let is_completed = record.permit.standing == PermitStanding::Completed;
		let is_inspected = !record.permit.inspections.is_empty();
		Some(Published {
			number,
			kind: record.kind,
			status,
			mapped: status_of_permit(status, is_inspected),
			issued: record.granted_on,
			expires: record.permit.valid_to,
			completed: record.ended_on.filter(|_| is_completed),
			site: record.site,
		})
	}

	pub(crate) fn read_permits_of(
		party: &Party,
		after: Option<PermitNumber>,
		limit: u32,
	) -> Vec<PermitNumber> {
		match after {
			Some(after) => {
				let key = PermitsOf::<T>::hashed_key_for(party, ordered(after.whole()));
				numbers(PermitsOf::<T>::iter_key_prefix_from(party, key), limit)
			},
			None => numbers(PermitsOf::<T>::iter_key_prefix(party), limit),
		}
	}

	pub(crate) fn read_permits_of_kind(
		kind: PermitTypeId,
		after: Option<PermitNumber>,
		limit: u32,
	) -> Vec<PermitNumber> {
		match after {
			Some(after) => {
				let key = PermitsByType::<T>::hashed_key_for(kind, ordered(after.whole()));
				numbers(PermitsByType::<T>::iter_key_prefix_from(kind, key), limit)
			},
			None => numbers(PermitsByType::<T>::iter_key_prefix(kind), limit),
		}
	}

	pub(crate) fn read_status_list(list: u32, purpose: StatusPurpose) -> Option<Vec<u8>> {
		StatusLists::<T>::get(list)?;
		Some(expand(|chunk| StatusBits::<T>::try_get((list, purpose, chunk)).ok()))
	}

	pub(crate) fn read_work_list(
		district: District,
		state: WorkState,
		after: Option<u64>,
		limit: u32,
	) -> Vec<u64> {
		let list = (district, state);
		let found: Vec<OrderedId> = match after {
			Some(after) => {
				let key = WorkLists::<T>::hashed_key_for(list, ordered(after));
				WorkLists::<T>::iter_key_prefix_from(list, key).take(page(limit)).collect()
			},
			None => WorkLists::<T>::iter_key_prefix(list).take(page(limit)).collect(),
		};
		found.into_iter().map(u64::from_be_bytes).collect()
	}
}
