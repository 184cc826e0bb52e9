//! What others read: deadlines, opinions, and ids in pages.

use alloc::vec::Vec;
use polity_permit_procedure::{status_of_application, PublishedStatus, Stage};
use polity_primitives::{time::Instant, traits::PermitHolder, District};

use crate::{
	case::Case,
	types::{ordered, ApplicationId, OpinionState, OrderedId, WorkState, MAX_PAGE},
	Applications, ApplicationsOf, Config, Pallet, WorkLists,
};

/// The ids that keys in counting order stand for.
fn ids(keys: impl Iterator<Item = OrderedId>, limit: u32) -> Vec<u64> {
	let page = usize::try_from(limit.min(MAX_PAGE)).unwrap_or_default();
	keys.take(page).map(u64::from_be_bytes).collect()
}

impl<T: Config> Pallet<T> {
	pub(crate) fn read_status(id: ApplicationId) -> Option<PublishedStatus> {
		Applications::<T>::get(id).map(|record| status_of_application(&record.application))
	}

	pub(crate) fn read_deadline(id: ApplicationId) -> Option<Instant> {
		let case = Case::<T>::load(id).ok()?;
		let application = &case.record.application;
		if application.stage != Stage::InReview {
			return None;
		}
		application.deadline(case.table()).ok()
	}

	pub(crate) fn read_appeal_until(id: ApplicationId) -> Option<Instant> {
		let case = Case::<T>::load(id).ok()?;
		case.record.application.appeal_until(&case.terms, case.table()).ok()?
	}

	pub(crate) fn read_opinions(id: ApplicationId) -> Vec<OpinionState> {
		let Ok(case) = Case::<T>::load(id) else { return Vec::new() };
		let application = &case.record.application;
		let Ok(deadline) = application.deadline(case.table()) else { return Vec::new() };
		let states = application.referrals.iter().filter_map(|referral| {
			Some(OpinionState {
				ministry: referral.ministry,
				until: referral.until(case.table(), deadline).ok()?,
				opinion: referral.opinion_at(case.now, case.table(), deadline).ok()?,
				has_answered: referral.opinion.is_some(),
			})
		});
		states.collect()
	}

	pub(crate) fn read_applications_of(
		applicant: PermitHolder,
		after: Option<ApplicationId>,
		limit: u32,
	) -> Vec<ApplicationId> {
		let PermitHolder::Party(party) = applicant else { return Vec::new() };
		let found = match after {
			Some(after) => {
				let key = ApplicationsOf::<T>::hashed_key_for(&party, ordered(after.0));
				ids(ApplicationsOf::<T>::iter_key_prefix_from(party, key), limit)
			},
			None => ids(ApplicationsOf::<T>::iter_key_prefix(party), limit),
		};
		found.into_iter().map(ApplicationId).collect()
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
