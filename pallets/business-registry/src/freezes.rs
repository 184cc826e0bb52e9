//! Freezes: a court forbids a company to dispose of anything, and allows it again.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::Head;

use crate::{
	companies::Agreement,
	status::{Authority, Status},
	types::{Change, Company, CompanyChange},
	Companies, Config, Error, Event, Pallet,
};

impl<T: Config> Pallet<T> {
	/// That a court may freeze a company or end its freeze. One that has ended has nothing to dispose
	/// of; its freeze ends all the same.
	pub(crate) fn ensure_freeze(
		company: &Company,
		change: &Change,
		authority: Authority,
	) -> Result<(), Error<T>> {
		ensure!(authority == Authority::Court, Error::<T>::NotByThisAuthority);
		if matches!(change, Change::Unfreeze) {
			ensure!(company.is_frozen, Error::<T>::NotFrozen);
		} else {
			ensure!(company.status.is_live(), Error::<T>::CompanyNotLive);
			ensure!(!company.is_frozen, Error::<T>::AlreadyFrozen);
		}
		Ok(())
	}

	/// That a company does not come to its end past the court that has frozen it: the court itself
	/// may end it, the registrar may not.
	pub(crate) fn ensure_may_end(
		company: &Company,
		to: &Status,
		authority: Authority,
	) -> Result<(), Error<T>> {
		let escapes = company.is_frozen && !to.is_live() && authority == Authority::Registrar;
		ensure!(!escapes, Error::<T>::CompanyFrozen);
		Ok(())
	}

	/// Freezes a company, or ends its freeze.
	pub(crate) fn set_frozen(
		mut company: Company,
		agreement: Agreement,
		is_frozen: bool,
	) -> DispatchResult {
		let Agreement { act, mandate, preparation, .. } = agreement;
		let prepared_under = preparation.mandate;
		let (number, district) = (company.number, company.district);
		company.is_frozen = is_frozen;
		Companies::<T>::insert(number, company);
		let change = if is_frozen {
			CompanyChange::Frozen { preparation }
		} else {
			CompanyChange::Unfrozen { preparation }
		};
		let Head { seq: version, hash: head } =
			Self::record_company(number, district, Some(&act), Some(mandate), change)?;
		Self::deposit_event(if is_frozen {
			Event::CompanyFrozen { company: number, prepared_under, mandate, version, head }
		} else {
			Event::CompanyUnfrozen { company: number, prepared_under, mandate, version, head }
		});
		Ok(())
	}
}
