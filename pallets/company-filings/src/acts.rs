//! What every act is checked for, and how what it did is recorded.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	act::LegalBasis,
	ids::MandateId,
	office::ensure_maker_and_checker,
	record,
	time::{Instant, Period},
	traits::{
		Companies, CompanyPhase, CompanyProfile, LegalClock, MandateAuthority, Persons, Standing,
	},
	Act, ActKind, Capacity, CompanyNumber, District, Head, Party, Power, RecordKind, Register,
	RequestScope, Tag, Warrant,
};
use sp_runtime::DispatchError;

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

/// When an act takes effect.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Effect {
	/// Not by itself: it prepares something.
	Later,
	/// When it is recorded.
	AtOnce,
}

impl FilingContent {
	/// The statute that provides for it.
	pub const fn legal_basis(&self) -> LegalBasis {
		match self {
			Self::Document { .. } => FILINGS,
			Self::Ownership(_) => OWNERSHIP,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The warrant of an officer who uses a power in a district of the business register.
	pub(crate) fn officer(
		who: &T::AccountId,
		power: Power,
		district: District,
	) -> Result<Warrant<T::AccountId>, DispatchError> {
		T::Mandates::ensure_mandate(who, Register::Business, power, district)
	}

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

	/// That two officers are a maker and a checker. Records keep the maker's mandate alone; its
	/// warrant is read whatever has become of it.
	pub(crate) fn ensure_apart(
		maker: MandateId,
		checker: &Warrant<T::AccountId>,
	) -> Result<(), Error<T>> {
		let maker = T::Mandates::warrant(maker).ok_or(Error::<T>::WarrantNotFound)?;
		ensure_maker_and_checker(&maker, checker).map_err(Error::<T>::from)
	}

	/// That an act was prepared on the record's version.
	pub(crate) fn ensure_version(act: &Act, version: u32) -> Result<(), Error<T>> {
		ensure!(act.expected_version == version, Error::<T>::StaleVersion);
		Ok(())
	}

	/// That an act rests on the statute that provides for it, and is dated rightly: never back, and
	/// today, if it takes effect at once.
	pub(crate) fn ensure_act(
		act: &Act,
		basis: LegalBasis,
		district: District,
		effect: Effect,
	) -> Result<(), Error<T>> {
		ensure!(act.legal_basis == basis, Error::<T>::LegalBasisDoesNotFit);
		let today = T::Clock::today(Register::Business, district);
		ensure!(act.effective_from >= today, Error::<T>::Backdated);
		ensure!(
			act.effective_from <= today || effect == Effect::Later,
			Error::<T>::EffectiveInFuture
		);
		Ok(())
	}

	/// Notes an act of an officer, or of a person for its company.
	pub(crate) fn note(
		act: &Act,
		who: &T::AccountId,
		officer: Option<&Warrant<T::AccountId>>,
	) -> DispatchResult {
		let scope = match officer {
			Some(warrant) => RequestScope::Ministry(warrant.ministry),
			None => RequestScope::Account(who.clone()),
		};
		T::Mandates::note_act(scope, Register::Business, act)
	}

	/// Whether a period that began at an instant is over. An act at its last instant is too late.
	pub(crate) fn is_over(
		period: Period,
		from: Instant,
		district: District,
	) -> Result<bool, Error<T>> {
		let calendar = T::Clock::calendar(Register::Business, district);
		let deadline = period
			.deadline(from, &calendar, &T::Clock::tolled())
			.map_err(|_| Error::<T>::DeadlineOutOfRange)?;
		Ok(T::Clock::now() >= deadline)
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
