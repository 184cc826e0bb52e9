//! What others read: what companies owe now, and records in pages.

use alloc::vec::Vec;
use polity_primitives::{
	time::Instant,
	traits::{Companies, CompanyPhase, CompanyProfile, LegalClock},
	CompanyNumber, District, Register,
};

use crate::{
	rules::duties::{self, CompanyDates, LegalTime, Times},
	types::{
		ordered, DutyState, FilingId, FilingType, Obligation, OrderedId, OwnershipCurrency,
		WorkState, MAX_PAGE,
	},
	ByPeriod, Config, CoveredUntil, FilingsOf, Ownership, Pallet, PendingOwnership, WorkLists,
};

fn page(limit: u32) -> usize {
	usize::try_from(limit.min(MAX_PAGE)).unwrap_or_default()
}

/// The ids that keys in counting order stand for.
fn ids(keys: impl Iterator<Item = OrderedId>, limit: u32) -> Vec<u64> {
	keys.take(page(limit)).map(u64::from_be_bytes).collect()
}

impl<T: Config> Pallet<T> {
	/// Calls a rule with the clock of a district.
	pub(crate) fn in_legal_time<Answer>(
		district: District,
		rule: impl FnOnce(LegalTime<'_>) -> Answer,
	) -> Answer {
		let calendar = T::Clock::calendar(Register::Business, district);
		let tolled = T::Clock::tolled();
		rule(LegalTime { calendar: &calendar, tolled: &tolled })
	}

	/// What a company's duties depend on.
	pub(crate) fn dates(profile: &CompanyProfile) -> CompanyDates {
		CompanyDates {
			incorporated_on: profile.incorporated_on,
			fiscal_year_end: profile.fiscal_year_end,
		}
	}

	/// The profile of a company that owes something, if it does.
	fn owing(company: CompanyNumber) -> Option<CompanyProfile> {
		let profile = T::Companies::profile(company)?;
		let is_gone = matches!(profile.phase, CompanyPhase::StruckOff | CompanyPhase::Ended);
		(!profile.is_provisional && !is_gone).then_some(profile)
	}

	/// What a company owes of each yearly type, at an instant.
	pub(crate) fn obligations_at(company: CompanyNumber, now: Instant) -> Vec<Obligation> {
		let Some(profile) = Self::owing(company) else { return Vec::new() };
		let laws = Self::laws_of(profile.district);
		let dates = Self::dates(&profile);
		Self::in_legal_time(profile.district, |time| {
			let owed = FilingType::YEARLY.into_iter().filter_map(|filing_type| {
				let covered_until = CoveredUntil::<T>::get(company, filing_type);
				let owed = duties::owed(&laws, dates, filing_type, covered_until)?;
				let Times { due_before, overdue_from } =
					duties::times(&owed.duty, owed.period.to, time)?;
				let times = Times { due_before, overdue_from };
				Some(Obligation {
					filing_type,
					period: owed.period,
					due_before,
					overdue_from,
					state: duties::state(&times, owed.period.to, now, time),
					pending: ByPeriod::<T>::get(company, (filing_type, owed.period.to)).pending,
				})
			});
			owed.collect()
		})
	}

	/// When what is stated of a company's beneficial owners has to be stated or confirmed.
	pub(crate) fn ownership_times(
		company: CompanyNumber,
		profile: &CompanyProfile,
		now: Instant,
	) -> Option<Times> {
		let confirmed_at = Ownership::<T>::get(company).and_then(|record| record.confirmed_at);
		let laws = Self::laws_of(profile.district);
		Self::in_legal_time(profile.district, |time| {
			duties::ownership_times(&laws, profile.incorporated_on, confirmed_at, now, time)
		})
	}

	/// Until when what is stated of a company's beneficial owners is current.
	pub(crate) fn ownership_currency_at(
		company: CompanyNumber,
		now: Instant,
	) -> Option<OwnershipCurrency> {
		let profile = Self::owing(company)?;
		let times = Self::ownership_times(company, &profile, now)?;
		let Times { due_before, overdue_from } = times;
		let confirmed_at = Ownership::<T>::get(company).and_then(|record| record.confirmed_at);
		let is_pending = PendingOwnership::<T>::contains_key(company);
		Some(OwnershipCurrency {
			confirmed_at,
			current_until: due_before,
			overdue_from,
			is_current: confirmed_at.is_some() && now < due_before,
			is_overdue: !is_pending && now >= overdue_from,
		})
	}

	/// Whether a company owes something that is overdue at an instant.
	pub(crate) fn overdue_at(company: CompanyNumber, now: Instant) -> bool {
		let owes_filing = Self::obligations_at(company, now)
			.iter()
			.any(|owed| owed.state == DutyState::Overdue && owed.pending.is_none());
		owes_filing
			|| Self::ownership_currency_at(company, now).is_some_and(|currency| currency.is_overdue)
	}

	pub(crate) fn read_filings_of(
		company: CompanyNumber,
		after: Option<FilingId>,
		limit: u32,
	) -> Vec<FilingId> {
		let found = match after {
			Some(after) => {
				let key = FilingsOf::<T>::hashed_key_for(company, ordered(after.0));
				ids(FilingsOf::<T>::iter_key_prefix_from(company, key), limit)
			},
			None => ids(FilingsOf::<T>::iter_key_prefix(company), limit),
		};
		found.into_iter().map(FilingId).collect()
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
