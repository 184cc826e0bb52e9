//! What every act is checked for, and how what it did is recorded.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	act::LegalBasis,
	ids::MandateId,
	office::ensure_maker_and_checker,
	record,
	time::{CalendarDate, Instant, Period},
	traits::{
		Companies, CompanyPhase, CompanyProfile, LegalClock, MandateAuthority, Persons, Standing,
	},
	Act, ActKind, Capacity, CompanyNumber, District, Head, Party, Power, RecordKind, Register,
	RequestScope, Tag, Warrant,
};
use sp_runtime::DispatchError;

use crate::{
	types::{Authority, BoardChange, BoardEntry, DisqualificationEntry, Matter, Preparation},
	BoardEntries, BoardHeads, Config, DisqualificationEntries, DisqualificationHeads,
	Disqualifications, Error, Pallet,
};

/// "Order of a court against a company".
pub const COURT_ORDER: LegalBasis = LegalBasis(305);
/// "Appointment and removal of company officers".
pub const OFFICERS: LegalBasis = LegalBasis(309);
/// "Resolution of a company".
pub const RESOLUTION: LegalBasis = LegalBasis(310);
/// "Adoption of an imported record".
pub const ADOPTION: LegalBasis = LegalBasis(316);

/// When an act takes effect.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Effect {
	/// Not by itself: it prepares something.
	Later,
	/// When it is recorded.
	AtOnce,
}

impl Matter {
	/// The statute that provides for it.
	pub const fn legal_basis(&self) -> LegalBasis {
		match self {
			Self::Disqualification { .. } | Self::Board { authority: Authority::Court, .. } => {
				COURT_ORDER
			},
			Self::Board { change: BoardChange::Adopt(_), .. } => ADOPTION,
			Self::Board { .. } => OFFICERS,
		}
	}

	/// As what the officers act.
	pub const fn authority(&self) -> Authority {
		match self {
			Self::Disqualification { .. } => Authority::Court,
			Self::Board { authority, .. } => *authority,
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

	/// The person whose account signs.
	pub(crate) fn person(who: &T::AccountId) -> Result<Tag, Error<T>> {
		T::Persons::tag_of(Register::Business, who).ok_or(Error::<T>::NotAPerson)
	}

	/// A company that has effect.
	pub(crate) fn profile(company: CompanyNumber) -> Result<CompanyProfile, Error<T>> {
		let profile = T::Companies::profile(company).ok_or(Error::<T>::CompanyNotFound)?;
		ensure!(!profile.is_provisional, Error::<T>::CompanyNotSealed);
		Ok(profile)
	}

	/// A company that somebody acts for.
	pub(crate) fn living(company: CompanyNumber) -> Result<CompanyProfile, Error<T>> {
		let profile = Self::profile(company)?;
		ensure!(
			!matches!(profile.phase, CompanyPhase::StruckOff | CompanyPhase::Ended),
			Error::<T>::CompanyEnded
		);
		Ok(profile)
	}

	/// That a party may act for another.
	pub(crate) fn ensure_may_represent(party: &Party) -> Result<(), Error<T>> {
		T::Standing::may(Register::Business, party, ActKind::Represent, Capacity::Itself)
			.map_err(Error::<T>::from)
	}

	/// The day on which a court's bar ends, where one is running.
	pub(crate) fn barred_until(person: &Tag, today: CalendarDate) -> Option<CalendarDate> {
		Disqualifications::<T>::get(person).filter(|until| today < *until)
	}

	/// The legal day in a district.
	pub(crate) fn today(district: District) -> CalendarDate {
		T::Clock::today(Register::Business, district)
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
		let today = Self::today(district);
		ensure!(act.effective_from >= today, Error::<T>::Backdated);
		ensure!(
			act.effective_from <= today || effect == Effect::Later,
			Error::<T>::EffectiveInFuture
		);
		Ok(())
	}

	/// Notes an act of an officer, or of a person for itself or its company.
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

	/// Records a change of a board.
	pub(crate) fn record_board(
		company: CompanyNumber,
		district: District,
		act: &Act,
		mandate: Option<MandateId>,
		entry: BoardEntry,
	) -> Result<Head, Error<T>> {
		record::append::<_, _, BoardHeads<T>, BoardEntries<T>>(
			RecordKind::CompanyBoard,
			&company,
			T::Clock::recorded_at(Register::Business, district),
			Some(act),
			mandate,
			entry,
		)
		.map_err(Error::<T>::from)
	}

	/// Records a disqualification, or its end.
	pub(crate) fn record_disqualification(
		person: Tag,
		act: &Act,
		mandate: MandateId,
		until: Option<CalendarDate>,
		preparation: Preparation,
	) -> Result<Head, Error<T>> {
		record::append::<_, _, DisqualificationHeads<T>, DisqualificationEntries<T>>(
			RecordKind::Disqualification,
			&person,
			T::Clock::recorded_at(Register::Business, District::NATIONAL),
			Some(act),
			Some(mandate),
			DisqualificationEntry { until, preparation },
		)
		.map_err(Error::<T>::from)
	}
}
