//! What others read: bounded, in pages.

use alloc::vec::Vec;
use polity_primitives::{
	ids::{ApplicationId, CampaignId, ReservationId},
	record::{self, Entry},
	time::Instant,
	ActKind, Capacity, CompanyNumber, District, Head, StandingError, Tag,
};

use crate::{
	euid::{euid, registration_number, Euid},
	name::{key_of, search_key, CompanyName, NameKeyHash},
	standing::{self, Circumstances},
	status::Status,
	types::{
		ordered, ApplicationChange, CampaignChange, Company, CompanyChange, NameAvailability,
		NameHolder, OrderedId, ReservationChange, Versioned, WorkState, MAX_PAGE, MAX_STATUS_STEPS,
	},
	ApplicationEntries, ApplicationsOf, CampaignEntries, Companies, CompanyEntries, CompanyHeads,
	Config, Names, Namesakes, NextCompanySerial, Pallet, ReservationEntries, WorkLists,
};

fn page(limit: u32) -> usize {
	usize::try_from(limit.min(MAX_PAGE)).unwrap_or_default()
}

/// The ids that keys in counting order stand for.
fn ids(keys: impl Iterator<Item = OrderedId>, limit: u32) -> Vec<u64> {
	keys.take(page(limit)).map(u64::from_be_bytes).collect()
}

impl<T: Config> Pallet<T> {
	pub(crate) fn read_company(number: CompanyNumber) -> Option<Versioned<Company>> {
		let record = Companies::<T>::get(number)?;
		Some(Versioned { record, head: CompanyHeads::<T>::get(number).unwrap_or_default() })
	}

	pub(crate) fn read_companies(after: Option<CompanyNumber>, limit: u32) -> Vec<Company> {
		let first =
			after.map_or(CompanyNumber::FIRST_SERIAL, |number| number.serial().saturating_add(1));
		// Numbers are given out without a gap.
		(first..NextCompanySerial::<T>::get())
			.take(page(limit))
			.filter_map(|serial| CompanyNumber::from_serial(serial).ok())
			.filter_map(Companies::<T>::get)
			.collect()
	}

	pub(crate) fn read_companies_by_name(name: &CompanyName) -> Vec<Versioned<Company>> {
		let NameKeyHash(hash) = search_key(name).hash;
		let key = NameKeyHash(hash);
		let holder = match Names::<T>::get(key) {
			Some(NameHolder::Company(company) | NameHolder::Protected { company, .. }) => {
				Some(company)
			},
			_ => None,
		};
		holder
			.into_iter()
			.chain(Namesakes::<T>::iter_key_prefix(key))
			.take(page(MAX_PAGE))
			.filter_map(Self::read_company)
			.collect()
	}

	pub(crate) fn read_name_availability(name: &CompanyName) -> NameAvailability {
		let Ok(key) = key_of(name) else { return NameAvailability::NotAllowed };
		match Self::holder_of(&key.hash) {
			Ok(None) => NameAvailability::Free,
			Ok(Some(holder)) => NameAvailability::Held(holder),
			// A period without an end holds its name.
			Err(_) => {
				Names::<T>::get(key.hash).map_or(NameAvailability::Free, NameAvailability::Held)
			},
		}
	}

	pub(crate) fn read_status_at(number: CompanyNumber, at: Instant) -> Option<Status> {
		let head = CompanyHeads::<T>::get(number)?;
		(1..=head.seq)
			.rev()
			.take(usize::try_from(MAX_STATUS_STEPS).unwrap_or_default())
			.filter_map(|seq| CompanyEntries::<T>::get(number, seq))
			.filter(|entry| entry.recorded_at <= at)
			.find_map(|entry| entry.body.status())
	}

	pub(crate) fn read_company_may(
		number: CompanyNumber,
		act: ActKind,
		capacity: Capacity,
	) -> Result<(), StandingError> {
		let company = Companies::<T>::get(number).ok_or(StandingError::NotFound)?;
		let is_provisional = Self::is_provisional(&company);
		let Company { status, dispute, missing, is_frozen, .. } = company;
		let company = Circumstances { status, dispute, missing, is_frozen, is_provisional };
		standing::may(&company, act, capacity)
	}

	pub(crate) fn read_euid(number: CompanyNumber) -> Option<Euid> {
		let law = Self::current_law();
		let register = law.register_identifier?;
		let company = Companies::<T>::get(number)?;
		if Self::is_provisional(&company) {
			return None;
		}
		euid(&register, &registration_number(&company, law.continued_register))
	}

	pub(crate) fn read_strike_off_notice_ends_at(number: CompanyNumber) -> Option<Instant> {
		let company = Companies::<T>::get(number)?;
		Self::notice_deadline(company.strike_off_notice?, company.district).ok()
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

	pub(crate) fn read_applications_of(
		founder: Tag,
		after: Option<ApplicationId>,
		limit: u32,
	) -> Vec<ApplicationId> {
		let keys = match after {
			Some(after) => {
				let key = ApplicationsOf::<T>::hashed_key_for(founder, ordered(after.0));
				ids(ApplicationsOf::<T>::iter_key_prefix_from(founder, key), limit)
			},
			None => ids(ApplicationsOf::<T>::iter_key_prefix(founder), limit),
		};
		keys.into_iter().map(ApplicationId).collect()
	}

	pub(crate) fn read_company_history(
		number: CompanyNumber,
		from: u32,
		limit: u32,
	) -> Vec<Entry<CompanyNumber, CompanyChange>> {
		record::history::<_, _, CompanyEntries<T>>(&number, from, limit)
	}

	pub(crate) fn read_application_history(
		id: ApplicationId,
		from: u32,
		limit: u32,
	) -> Vec<Entry<ApplicationId, ApplicationChange>> {
		record::history::<_, _, ApplicationEntries<T>>(&id, from, limit)
	}

	pub(crate) fn read_reservation_history(
		id: ReservationId,
		from: u32,
		limit: u32,
	) -> Vec<Entry<ReservationId, ReservationChange>> {
		record::history::<_, _, ReservationEntries<T>>(&id, from, limit)
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
