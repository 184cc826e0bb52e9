//! What every register checks of an act, whatever the act is about.

use core::fmt;
use frame_support::{dispatch::DispatchResult, ensure};
use sp_runtime::DispatchError;

use super::{LegalClock, MandateAuthority};
use crate::{
	act::{Act, LegalBasis, RequestScope},
	ids::{District, MandateId},
	office::{ensure_maker_and_checker, Power, Register, SeparationError, Warrant},
	record::RecordError,
	time::{CalendarDate, Instant, Period},
};

/// When an act takes effect.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Effect {
	/// Not by itself: it prepares or applies for something, and may be dated ahead.
	Later,
	/// When it is recorded: it is dated with that day.
	AtOnce,
}

/// Why an act is refused, whatever it is about. Each pallet has an error of the same name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ActError {
	/// The statute does not provide for this.
	LegalBasisDoesNotFit,
	/// The act is dated before today.
	Backdated,
	/// The act takes effect when it is recorded, and is dated after today.
	EffectiveInFuture,
	/// What is decided was dated ahead, and its day has not come.
	NotYetEffective,
	/// The act was prepared on another version of the record.
	StaleVersion,
	/// The record has as many versions as a number can count.
	TooManyVersions,
	/// Nothing is known of the mandate under which something was prepared.
	WarrantNotFound,
	/// The same key made and checks the act.
	SameAccount,
	/// The same person made and checks the act, with two keys.
	SamePerson,
	/// One of the two officers granted the other's mandate.
	GrantedByTheOther,
	/// A period would end after the last date of the calendar.
	DeadlineOutOfRange,
}

impl fmt::Display for ActError {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		formatter.write_str(match self {
			Self::LegalBasisDoesNotFit => "the statute does not provide for this",
			Self::Backdated => "the act is dated before today",
			Self::EffectiveInFuture => "the act is dated after today",
			Self::NotYetEffective => "the day for which this was prepared has not come",
			Self::StaleVersion => "the act was prepared on another version",
			Self::TooManyVersions => "the record has too many versions",
			Self::WarrantNotFound => "nothing is known of the maker's mandate",
			Self::SameAccount => "maker and checker are one account",
			Self::SamePerson => "maker and checker are one person",
			Self::GrantedByTheOther => "one of the two granted the other's mandate",
			Self::DeadlineOutOfRange => "a period ends after the last date",
		})
	}
}

impl From<SeparationError> for ActError {
	fn from(error: SeparationError) -> Self {
		match error {
			SeparationError::SameAccount => Self::SameAccount,
			SeparationError::SamePerson => Self::SamePerson,
			SeparationError::GrantedByTheOther => Self::GrantedByTheOther,
		}
	}
}

impl From<RecordError> for ActError {
	fn from(error: RecordError) -> Self {
		match error {
			RecordError::StaleVersion => Self::StaleVersion,
			RecordError::TooManyVersions => Self::TooManyVersions,
		}
	}
}

/// The acts of one register: officers and their warrants, versions, dates, periods and requests. A
/// pallet says which register, clock and mandates are its own, and has all of this.
pub trait Acts {
	/// The register in which the acts are done.
	const REGISTER: Register;
	/// Who signs.
	type AccountId: Clone + PartialEq;
	/// The clock of the law.
	type Clock: LegalClock;
	/// The officers' mandates.
	type Mandates: MandateAuthority<Self::AccountId>;
	/// The pallet's own errors.
	type Refusal: From<ActError>;

	/// The warrant of an officer who uses a power in a district of the register.
	///
	/// # Errors
	/// A named error of `mandates`.
	fn officer(
		who: &Self::AccountId,
		power: Power,
		district: District,
	) -> Result<Warrant<Self::AccountId>, DispatchError> {
		Self::Mandates::ensure_mandate(who, Self::REGISTER, power, district)
	}

	/// The warrant of an officer who had a part in something, whatever has become of the mandate.
	/// Records keep the mandate alone: a warrant names tags of the public office register, and none
	/// of those may stand beside a tag of another.
	///
	/// # Errors
	/// [`ActError::WarrantNotFound`].
	fn warrant(mandate: MandateId) -> Result<Warrant<Self::AccountId>, Self::Refusal> {
		Self::Mandates::warrant(mandate).ok_or_else(|| ActError::WarrantNotFound.into())
	}

	/// Whether an account is that of the officer who prepared something.
	fn is_maker(who: &Self::AccountId, mandate: MandateId) -> bool {
		Self::Mandates::warrant(mandate).is_some_and(|warrant| warrant.officer.account == *who)
	}

	/// That two officers are a maker and a checker.
	///
	/// # Errors
	/// [`ActError::SameAccount`], [`ActError::SamePerson`], [`ActError::GrantedByTheOther`],
	/// [`ActError::WarrantNotFound`].
	fn ensure_apart(
		maker: MandateId,
		checker: &Warrant<Self::AccountId>,
	) -> Result<(), Self::Refusal> {
		ensure_maker_and_checker(&Self::warrant(maker)?, checker)
			.map_err(|error| ActError::from(error).into())
	}

	/// That an act was prepared on a version of the record.
	///
	/// # Errors
	/// [`ActError::StaleVersion`].
	fn ensure_version(act: &Act, version: u32) -> Result<(), Self::Refusal> {
		ensure!(act.expected_version == version, ActError::StaleVersion);
		Ok(())
	}

	/// That an act rests on the one statute that provides for it, and is dated rightly: never back,
	/// and today if it takes effect at once.
	///
	/// # Errors
	/// [`ActError::LegalBasisDoesNotFit`], [`ActError::Backdated`], [`ActError::EffectiveInFuture`].
	fn ensure_act(
		act: &Act,
		basis: LegalBasis,
		district: District,
		effect: Effect,
	) -> Result<(), Self::Refusal> {
		ensure!(act.legal_basis == basis, ActError::LegalBasisDoesNotFit);
		ensure!(act.effective_from >= Self::today(district), ActError::Backdated);
		Self::ensure_not_ahead(act, district, effect)
	}

	/// That an act that takes effect at once is not dated after today.
	///
	/// # Errors
	/// [`ActError::EffectiveInFuture`].
	fn ensure_not_ahead(
		act: &Act,
		district: District,
		effect: Effect,
	) -> Result<(), Self::Refusal> {
		let is_ahead = act.effective_from > Self::today(district);
		ensure!(!is_ahead || effect == Effect::Later, ActError::EffectiveInFuture);
		Ok(())
	}

	/// That what is decided was prepared for this day or an earlier one: what is dated ahead waits.
	///
	/// # Errors
	/// [`ActError::NotYetEffective`].
	fn ensure_day_has_come(act: &Act, prepared: &Act) -> Result<(), Self::Refusal> {
		ensure!(act.effective_from >= prepared.effective_from, ActError::NotYetEffective);
		Ok(())
	}

	/// Notes an act of an officer for its ministry, or of somebody who acts for itself.
	///
	/// # Errors
	/// A named error of `mandates`: unknown legal basis, another rule version, repeated request.
	fn note(
		act: &Act,
		who: &Self::AccountId,
		officer: Option<&Warrant<Self::AccountId>>,
	) -> DispatchResult {
		let scope = match officer {
			Some(warrant) => RequestScope::Ministry(warrant.ministry),
			None => RequestScope::Account(who.clone()),
		};
		Self::Mandates::note_act(scope, Self::REGISTER, act)
	}

	/// The legal day in a district.
	fn today(district: District) -> CalendarDate {
		Self::Clock::today(Self::REGISTER, district)
	}

	/// When a period ends that began at an instant. An act at that instant is too late.
	///
	/// # Errors
	/// [`ActError::DeadlineOutOfRange`].
	fn deadline(
		period: Period,
		from: Instant,
		district: District,
	) -> Result<Instant, Self::Refusal> {
		let calendar = Self::Clock::calendar(Self::REGISTER, district);
		period
			.deadline(from, &calendar, &Self::Clock::tolled())
			.map_err(|_| ActError::DeadlineOutOfRange.into())
	}

	/// Whether a period that began at an instant is over.
	///
	/// # Errors
	/// [`ActError::DeadlineOutOfRange`].
	fn is_over(period: Period, from: Instant, district: District) -> Result<bool, Self::Refusal> {
		Ok(Self::Clock::now() >= Self::deadline(period, from, district)?)
	}

	/// The last day of a period that begins today.
	///
	/// # Errors
	/// [`ActError::DeadlineOutOfRange`].
	fn last_day(period: Period, district: District) -> Result<CalendarDate, Self::Refusal> {
		let calendar = Self::Clock::calendar(Self::REGISTER, district);
		period
			.end_date(Self::today(district), &calendar)
			.map_err(|_| ActError::DeadlineOutOfRange.into())
	}
}
