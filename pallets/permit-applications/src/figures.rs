//! How authorities serve: counted with each decision.

use polity_primitives::{ids::PermitTypeId, traits::Keepers, MinistryId, Register};

use crate::{
	case::Case,
	rules::{days_key, median},
	types::{ServiceFigures, ServiceReport},
	Config, DaysUsed, Error, Figures, Pallet,
};

/// Counts one more.
pub(crate) fn one_more(count: &mut u32) {
	*count = count.saturating_add(1);
}

impl<T: Config> Pallet<T> {
	/// The authority for an application now: the keeper of the register there, or else the one that it was
	/// handed in to.
	fn authority(case: &Case<T>) -> MinistryId {
		let keeper = T::Keepers::keeper(Register::Permits, case.record.district);
		keeper.unwrap_or(case.record.authority)
	}

	/// Counts what has become of an application.
	pub(crate) fn count(case: &Case<T>, count: impl FnOnce(&mut ServiceFigures)) {
		Figures::<T>::mutate(Self::authority(case), case.record.kind, count);
	}

	/// Counts a decision on a complete dossier, and the days that it took.
	///
	/// # Errors
	/// [`Error::DeadlineOutOfRange`].
	pub(crate) fn count_decision(
		case: &Case<T>,
		count: impl FnOnce(&mut ServiceFigures),
	) -> Result<(), Error<T>> {
		let days = case.record.application.days_used(case.now, case.table());
		let days = days.map_err(Error::<T>::from)?;
		Self::count(case, count);
		let key = (Self::authority(case), case.record.kind);
		DaysUsed::<T>::mutate(key, days_key(days), one_more);
		Ok(())
	}

	pub(crate) fn read_figures(ministry: MinistryId, kind: PermitTypeId) -> ServiceReport {
		// There are no more numbers of days than are counted apart, and one for all others.
		let counts: alloc::vec::Vec<_> = DaysUsed::<T>::iter_prefix((ministry, kind)).collect();
		ServiceReport {
			figures: Figures::<T>::get(ministry, kind),
			median_days: median(counts.iter().copied()),
		}
	}
}
