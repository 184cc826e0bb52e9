//! What every act is checked for, and how what it did is recorded.

use frame_support::ensure;
use polity_primitives::{
	act::LegalBasis,
	ids::MandateId,
	record,
	traits::{Acts, Companies, CompanyPhase, CompanyProfile, LegalClock, Persons, Standing},
	Act, ActKind, Capacity, CompanyNumber, District, Head, Party, RecordKind, Register, Tag,
};

use crate::{
	types::{
		ordered, FilingChange, FilingContent, FilingId, LawChange, OwnershipChange, WorkState,
	},
	Config, Error, FilingEntries, FilingHeads, LawEntries, LawHeads, OwnershipEntries,
	OwnershipHeads, Pallet, WorkLists,
};

/// "Filings of a company".
pub const FILINGS: LegalBasis = LegalBasis(313);
/// "Statements of beneficial ownership".
pub const OWNERSHIP: LegalBasis = LegalBasis(314);
/// "Parameters of the filings of companies".
pub const PARAMETERS: LegalBasis = LegalBasis(317);

impl FilingContent {
	/// The statute that provides for it.
	pub const fn legal_basis(&self) -> LegalBasis {
		match self {
			Self::Document { .. } => FILINGS,
			Self::Ownership(_) => OWNERSHIP,
		}
	}
}

impl<T: Config> Acts for Pallet<T> {
	const REGISTER: Register = Register::Business;
	type AccountId = T::AccountId;
	type Clock = T::Clock;
	type Mandates = T::Mandates;
	type Refusal = Error<T>;
}

impl<T: Config> Pallet<T> {
	/// The person whose account signs, in standing.
	pub(crate) fn person(who: &T::AccountId) -> Result<Tag, Error<T>> {
		let person = T::Persons::tag_of(Register::Business, who).ok_or(Error::<T>::NotAPerson)?;
		let party = Party::Person(person);
		T::Standing::may(Register::Business, &party, ActKind::Represent, Capacity::Itself)
			.map_err(Error::<T>::from)?;
		Ok(person)
	}

	/// A company that has effect and still is: it files.
	pub(crate) fn living(company: CompanyNumber) -> Result<CompanyProfile, Error<T>> {
		let profile = T::Companies::profile(company).ok_or(Error::<T>::CompanyNotFound)?;
		ensure!(!profile.is_provisional, Error::<T>::CompanyNotSealed);
		ensure!(
			!matches!(profile.phase, CompanyPhase::StruckOff | CompanyPhase::Ended),
			Error::<T>::CompanyEnded
		);
		Ok(profile)
	}

	/// Puts something on a list of what waits for somebody.
	pub(crate) fn list(district: District, state: WorkState, id: u64) {
		WorkLists::<T>::insert((district, state), ordered(id), ());
	}

	/// Takes something off a list of what waits for somebody.
	pub(crate) fn unlist(district: District, state: WorkState, id: u64) {
		WorkLists::<T>::remove((district, state), ordered(id));
	}

	/// Records what has become of a filing.
	pub(crate) fn record_filing_change(
		id: FilingId,
		district: District,
		act: &Act,
		mandate: Option<MandateId>,
		change: FilingChange,
	) -> Result<Head, Error<T>> {
		record::append::<_, _, FilingHeads<T>, FilingEntries<T>>(
			RecordKind::Filing,
			&id,
			T::Clock::recorded_at(Register::Business, district),
			Some(act),
			mandate,
			change,
		)
		.map_err(Error::<T>::from)
	}

	/// Records what is stated of a company's beneficial owners.
	pub(crate) fn record_ownership(
		company: CompanyNumber,
		district: District,
		act: &Act,
		mandate: MandateId,
		change: OwnershipChange,
	) -> Result<Head, Error<T>> {
		record::append::<_, _, OwnershipHeads<T>, OwnershipEntries<T>>(
			RecordKind::BeneficialOwnership,
			&company,
			T::Clock::recorded_at(Register::Business, district),
			Some(act),
			Some(mandate),
			change,
		)
		.map_err(Error::<T>::from)
	}

	/// Records a law of a district.
	pub(crate) fn record_law(
		district: District,
		act: &Act,
		mandate: MandateId,
		change: LawChange,
	) -> Result<Head, Error<T>> {
		record::append::<_, _, LawHeads<T>, LawEntries<T>>(
			RecordKind::FilingLaw,
			&district,
			T::Clock::recorded_at(Register::Business, district),
			Some(act),
			Some(mandate),
			change,
		)
		.map_err(Error::<T>::from)
	}
}
