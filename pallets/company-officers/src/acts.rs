//! What every act is checked for, and how what it did is recorded.

use frame_support::ensure;
use polity_primitives::{
	act::LegalBasis,
	ids::MandateId,
	record,
	time::CalendarDate,
	traits::{Acts, Companies, CompanyPhase, CompanyProfile, LegalClock, Persons, Standing},
	Act, ActKind, Capacity, CompanyNumber, District, Head, Party, RecordKind, Register, Tag,
};

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

impl<T: Config> Acts for Pallet<T> {
	const REGISTER: Register = Register::Business;
	type AccountId = T::AccountId;
	type Clock = T::Clock;
	type Mandates = T::Mandates;
	type Refusal = Error<T>;
}

impl<T: Config> Pallet<T> {
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
