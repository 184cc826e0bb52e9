//! What every act is checked for, and how what it did is recorded.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	act::LegalBasis,
	ids::{ApplicationId, ConveyanceId, MandateId},
	office::ensure_maker_and_checker,
	record,
	time::{CalendarDate, Instant, Period},
	traits::{LegalClock, MandateAuthority, Persons},
	Act, District, Head, Party, Power, RecordKind, Register, RequestScope, UnitNumber, Warrant,
};
use sp_runtime::DispatchError;

use crate::{
	types::{ordered, ConveyanceChange, RegistrationChange, TitleChange, WorkState},
	Config, ConveyanceEntries, ConveyanceHeads, Error, Pallet, RegistrationEntries,
	RegistrationHeads, TitleEntries, TitleHeads, WorkLists,
};

/// When an act takes effect.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Effect {
	/// Not by itself: it prepares something.
	Later,
	/// When it is recorded.
	AtOnce,
}

impl<T: Config> Pallet<T> {
	/// The warrant of an officer who uses a power in a district of the land register.
	pub(crate) fn officer(
		who: &T::AccountId,
		power: Power,
		district: District,
	) -> Result<Warrant<T::AccountId>, DispatchError> {
		T::Mandates::ensure_mandate(who, Register::Land, power, district)
	}

	/// The warrant of an officer who had a part in something, whatever has become of the mandate.
	/// Records keep the mandate alone: a warrant names tags of the public office register, and none
	/// of those may stand beside a tag of this one.
	pub(crate) fn warrant(mandate: MandateId) -> Result<Warrant<T::AccountId>, Error<T>> {
		T::Mandates::warrant(mandate).ok_or(Error::<T>::WarrantNotFound)
	}

	/// That two officers are a maker and a checker.
	pub(crate) fn ensure_apart(
		maker: MandateId,
		checker: &Warrant<T::AccountId>,
	) -> Result<(), Error<T>> {
		ensure_maker_and_checker(&Self::warrant(maker)?, checker).map_err(Error::<T>::from)
	}

	/// That two officers are apart, and of two ministries: what takes something from somebody without
	/// a consent on the chain is never one ministry's alone.
	pub(crate) fn ensure_of_two_ministries(
		maker: MandateId,
		checker: &Warrant<T::AccountId>,
	) -> Result<(), Error<T>> {
		let maker = Self::warrant(maker)?;
		ensure_maker_and_checker(&maker, checker).map_err(Error::<T>::from)?;
		ensure!(maker.ministry != checker.ministry, Error::<T>::SameMinistry);
		Ok(())
	}

	/// That an officer does not act on what its own account is a party of. Tags of two registers
	/// cannot be compared, so a party who is an officer with a second account is not seen here; the
	/// other officer still is another person.
	pub(crate) fn ensure_not_own<'a>(
		who: &T::AccountId,
		mut parties: impl Iterator<Item = &'a Party>,
	) -> Result<(), Error<T>> {
		let Some(own) = T::Persons::tag_of(Register::Land, who) else { return Ok(()) };
		ensure!(!parties.any(|party| *party == Party::Person(own)), Error::<T>::OwnMatter);
		Ok(())
	}

	/// That an act was prepared on the record's version.
	pub(crate) fn ensure_version(act: &Act, head: &Head) -> Result<(), Error<T>> {
		record::ensure_version(act, head).map_err(Error::<T>::from)
	}

	/// That an act rests on a statute that provides for it, and is dated rightly: never back, and
	/// today if it takes effect at once.
	pub(crate) fn ensure_act(
		act: &Act,
		rests_on: impl FnOnce(LegalBasis) -> bool,
		district: District,
		effect: Effect,
	) -> Result<(), Error<T>> {
		ensure!(rests_on(act.legal_basis), Error::<T>::LegalBasisDoesNotFit);
		let today = Self::today(district);
		ensure!(act.effective_from >= today, Error::<T>::Backdated);
		ensure!(
			act.effective_from <= today || effect == Effect::Later,
			Error::<T>::EffectiveInFuture
		);
		Ok(())
	}

	/// That an act rests on the statute that the matter was prepared on, and is dated today.
	pub(crate) fn ensure_act_as_prepared(
		act: &Act,
		prepared: &Act,
		district: District,
	) -> Result<(), Error<T>> {
		ensure!(act.legal_basis == prepared.legal_basis, Error::<T>::DiffersFromPrepared);
		Self::ensure_act(act, |_| true, district, Effect::AtOnce)
	}

	/// Notes an act of an officer, or of somebody who acts for itself.
	pub(crate) fn note(
		act: &Act,
		who: &T::AccountId,
		officer: Option<&Warrant<T::AccountId>>,
	) -> DispatchResult {
		let scope = match officer {
			Some(warrant) => RequestScope::Ministry(warrant.ministry),
			None => RequestScope::Account(who.clone()),
		};
		T::Mandates::note_act(scope, Register::Land, act)
	}

	/// The legal day in a district.
	pub(crate) fn today(district: District) -> CalendarDate {
		T::Clock::today(Register::Land, district)
	}

	/// When a period ends that began at an instant. An act at that instant is too late.
	pub(crate) fn deadline(
		period: Period,
		from: Instant,
		district: District,
	) -> Result<Instant, Error<T>> {
		let calendar = T::Clock::calendar(Register::Land, district);
		period
			.deadline(from, &calendar, &T::Clock::tolled())
			.map_err(|_| Error::<T>::DeadlineOutOfRange)
	}

	/// Whether a period that began at an instant is over.
	pub(crate) fn is_over(
		period: Period,
		from: Instant,
		district: District,
	) -> Result<bool, Error<T>> {
		Ok(T::Clock::now() >= Self::deadline(period, from, district)?)
	}

	/// The last day of a period that begins today.
	pub(crate) fn last_day(period: Period, district: District) -> Result<CalendarDate, Error<T>> {
		let calendar = T::Clock::calendar(Register::Land, district);
		period
			.end_date(Self::today(district), &calendar)
			.map_err(|_| Error::<T>::DeadlineOutOfRange)
	}

	/// Puts something on a list of what waits for somebody.
	pub(crate) fn list(district: District, state: WorkState, id: u64) {
		WorkLists::<T>::insert((district, state), ordered(id), ());
	}

	/// Takes something off a list of what waits for somebody.
	pub(crate) fn unlist(district: District, state: WorkState, id: u64) {
		WorkLists::<T>::remove((district, state), ordered(id));
	}

	/// The head of a title's entries.
	pub(crate) fn title_head(unit: UnitNumber) -> Head {
		TitleHeads::<T>::get(unit).unwrap_or_default()
	}

	/// Records a change of a title; what the register begins with has neither act nor mandate.
	pub(crate) fn record_title(
		unit: UnitNumber,
		district: District,
		act: Option<&Act>,
		mandate: Option<MandateId>,
		change: TitleChange,
	) -> Result<Head, Error<T>> {
		record::append::<_, _, TitleHeads<T>, TitleEntries<T>>(
			RecordKind::Title,
			&unit,
			T::Clock::recorded_at(Register::Land, district),
			act,
			mandate,
			change,
		)
		.map_err(Error::<T>::from)
	}

	/// Records a change of a conveyance.
	pub(crate) fn record_conveyance(
		id: ConveyanceId,
		district: District,
		act: &Act,
		mandate: Option<MandateId>,
		change: ConveyanceChange,
	) -> Result<Head, Error<T>> {
		record::append::<_, _, ConveyanceHeads<T>, ConveyanceEntries<T>>(
			RecordKind::Conveyance,
			&id,
			T::Clock::recorded_at(Register::Land, district),
			Some(act),
			mandate,
			change,
		)
		.map_err(Error::<T>::from)
	}

	/// Records a change of a first registration.
	pub(crate) fn record_registration(
		id: ApplicationId,
		district: District,
		act: &Act,
		mandate: Option<MandateId>,
		change: RegistrationChange,
	) -> Result<Head, Error<T>> {
		record::append::<_, _, RegistrationHeads<T>, RegistrationEntries<T>>(
			RecordKind::FirstRegistration,
			&id,
			T::Clock::recorded_at(Register::Land, district),
			Some(act),
			mandate,
			change,
		)
		.map_err(Error::<T>::from)
	}
}
