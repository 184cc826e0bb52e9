//! What every act is checked for, and how what it did is recorded.

use frame_support::ensure;
use polity_primitives::{
	act::LegalBasis,
	ids::{ApplicationId, ConveyanceId, MandateId},
	record,
	traits::{Acts, Effect, LegalClock, Persons},
	Act, District, Head, Party, RecordKind, Register, UnitNumber, Warrant,
};

use crate::{
	types::{ordered, ConveyanceChange, RegistrationChange, TitleChange, WorkState},
	Config, ConveyanceEntries, ConveyanceHeads, Error, Pallet, RegistrationEntries,
	RegistrationHeads, TitleEntries, TitleHeads, WorkLists,
};

impl<T: Config> Acts for Pallet<T> {
	const REGISTER: Register = Register::Land;
	type AccountId = T::AccountId;
	type Clock = T::Clock;
	type Mandates = T::Mandates;
	type Refusal = Error<T>;
}

impl<T: Config> Pallet<T> {
	/// That two officers are apart, and of two ministries: what takes something from somebody without
	/// a consent on the chain is never one ministry's alone.
	pub(crate) fn ensure_of_two_ministries(
		maker: MandateId,
		checker: &Warrant<T::AccountId>,
	) -> Result<(), Error<T>> {
		Self::ensure_apart(maker, checker)?;
		ensure!(Self::warrant(maker)?.ministry != checker.ministry, Error::<T>::SameMinistry);
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

	/// That an act rests on a statute that provides for it, and is dated rightly: never back, and
	/// today if it takes effect at once.
	pub(crate) fn ensure_act(
		act: &Act,
		rests_on: impl FnOnce(LegalBasis) -> bool,
		district: District,
		effect: Effect,
	) -> Result<(), Error<T>> {
		ensure!(rests_on(act.legal_basis), Error::<T>::LegalBasisDoesNotFit);
		ensure!(act.effective_from >= Self::today(district), Error::<T>::Backdated);
		Self::ensure_not_ahead(act, district, effect)
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
