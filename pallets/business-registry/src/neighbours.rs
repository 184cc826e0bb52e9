//! What the other pallets ask of this one.

use frame_support::{dispatch::DispatchResult, ensure};
#[cfg(feature = "runtime-benchmarks")]
use polity_primitives::District;
use polity_primitives::{
	traits::{self, CompanyProfile, LegalClock, MissingPart},
	Act, ActKind, Capacity, CompanyNumber, Head, MandateId, Party, Register, StandingError,
};

#[cfg(feature = "runtime-benchmarks")]
use crate::{benchmarking, types::Missing};
use crate::{
	status::Status,
	types::{Company, CompanyChange},
	Companies, Config, Error, Event, Pallet,
};

impl<T: Config> traits::Standing for Pallet<T> {
	fn may(
		_: Register,
		party: &Party,
		act: ActKind,
		capacity: Capacity,
	) -> Result<(), StandingError> {
		match party {
			Party::Company(number) => Self::company_may(*number, act, capacity),
			// The runtime asks the register that knows the party.
			_ => Err(StandingError::NotCapable),
		}
	}
}

impl<T: Config> traits::Companies for Pallet<T> {
	fn profile(company: CompanyNumber) -> Option<CompanyProfile> {
		let company = Companies::<T>::get(company)?;
		let is_provisional = Self::is_provisional(&company);
		let Company { district, status, incorporated_on, fiscal_year_end, missing, .. } = company;
		Some(CompanyProfile {
			district,
			phase: status.phase(),
			incorporated_on,
			fiscal_year_end: fiscal_year_end.map(|day| (day.month(), day.day())),
			is_provisional,
			missing: missing.parts(),
		})
	}

	fn adopted(
		number: CompanyNumber,
		part: MissingPart,
		act: &Act,
		mandate: MandateId,
	) -> DispatchResult {
		let mut company = Companies::<T>::get(number).ok_or(Error::<T>::CompanyNotFound)?;
		Self::ensure_sealed(&company)?;
		ensure!(company.status.is_live(), Error::<T>::CompanyNotLive);
		// Dates are adopted here, by a change of this register.
		let is_elsewhere = part != MissingPart::Dates;
		ensure!(
			is_elsewhere && company.missing.parts().contains(&part),
			Error::<T>::NothingToAdopt
		);
		company.missing = company.missing.without(part);
		let district = company.district;
		Companies::<T>::insert(number, company);
		let change = CompanyChange::Adopted { part };
		let Head { seq: version, hash: head } =
			Self::record_company(number, district, Some(act), Some(mandate), change)?;
		Self::deposit_event(Event::CompanyAdopted {
			company: number,
			part,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	fn suspend_for_overdue_filing(number: CompanyNumber) -> DispatchResult {
		let mut company = Companies::<T>::get(number).ok_or(Error::<T>::CompanyNotFound)?;
		Self::ensure_sealed(&company)?;
		ensure!(company.status == Status::Active, Error::<T>::TransitionNotAllowed);
		company.set_status(Status::Suspended, T::Clock::now());
		let district = company.district;
		Companies::<T>::insert(number, company);
		let change = CompanyChange::SuspendedForOverdueFiling;
		let Head { seq: version, hash: head } =
			Self::record_company(number, district, None, None, change)?;
		Self::deposit_event(Event::CompanySuspendedForOverdueFiling {
			company: number,
			version,
			head,
		});
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn register_for_benchmark(district: District) -> CompanyNumber {
		benchmarking::registered::<T>(district, Missing::NONE)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn import_for_benchmark(district: District) -> CompanyNumber {
		let all =
			[MissingPart::Directors, MissingPart::Capital, MissingPart::Owners, MissingPart::Dates];
		let missing = all.into_iter().fold(Missing::NONE, |sum, part| sum.and(Missing::of(part)));
		benchmarking::registered::<T>(district, missing)
	}
}
