//! What every act is checked for, and how what it did is recorded.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	act::LegalBasis,
	ids::{CampaignId, MandateId},
	office::ensure_maker_and_checker,
	record,
	time::{Instant, Period},
	traits::{LegalClock, MandateAuthority},
	Act, District, Head, ParcelNumber, Power, RecordKind, Register, RequestScope, Warrant,
};
use sp_runtime::DispatchError;

use crate::{
	types::{ordered, CampaignChange, LawChange, ParcelChange, WorkState},
	CampaignEntries, CampaignHeads, Config, Error, LawEntries, LawHeads, Pallet, ParcelEntries,
	ParcelHeads, WorkLists,
};

/// "Take-over of an existing cadastre".
pub const TAKE_OVER: LegalBasis = LegalBasis(401);
/// "First registration of a parcel".
pub const FIRST_REGISTRATION: LegalBasis = LegalBasis(402);
/// "Parameters of the cadastre".
pub const PARAMETERS: LegalBasis = LegalBasis(403);
/// "Survey: subdivision, merger and boundary".
pub const SURVEY: LegalBasis = LegalBasis(407);

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
		let today = T::Clock::today(Register::Land, district);
		ensure!(act.effective_from >= today, Error::<T>::Backdated);
		ensure!(
			act.effective_from <= today || effect == Effect::Later,
			Error::<T>::EffectiveInFuture
		);
		Ok(())
	}

	/// Notes an act of an officer.
	pub(crate) fn note(act: &Act, officer: &Warrant<T::AccountId>) -> DispatchResult {
		T::Mandates::note_act(RequestScope::Ministry(officer.ministry), Register::Land, act)
	}

	/// Whether a period that began at an instant is over. An act at its last instant is too late.
	pub(crate) fn is_over(
		period: Period,
		from: Instant,
		district: District,
	) -> Result<bool, Error<T>> {
		let calendar = T::Clock::calendar(Register::Land, district);
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

	/// Records a change of a parcel.
	pub(crate) fn record_parcel(
		number: ParcelNumber,
		district: District,
		act: Option<&Act>,
		mandate: Option<MandateId>,
		change: ParcelChange,
	) -> Result<Head, Error<T>> {
		record::append::<_, _, ParcelHeads<T>, ParcelEntries<T>>(
			RecordKind::Parcel,
			&number,
			T::Clock::recorded_at(Register::Land, district),
			act,
			mandate,
			change,
		)
		.map_err(Error::<T>::from)
	}

	/// Records a change of a campaign.
	pub(crate) fn record_campaign(
		id: CampaignId,
		district: District,
		act: &Act,
		mandate: MandateId,
		change: CampaignChange,
	) -> Result<Head, Error<T>> {
		record::append::<_, _, CampaignHeads<T>, CampaignEntries<T>>(
			RecordKind::ParcelCampaign,
			&id,
			T::Clock::recorded_at(Register::Land, district),
			Some(act),
			Some(mandate),
			change,
		)
		.map_err(Error::<T>::from)
	}

	/// Records a change of the law.
	pub(crate) fn record_law(
		act: &Act,
		mandate: MandateId,
		change: LawChange,
	) -> Result<Head, Error<T>> {
		record::append::<_, _, LawHeads<T>, LawEntries<T>>(
			RecordKind::RegisterLaw,
			&Register::Land,
			T::Clock::recorded_at(Register::Land, District::NATIONAL),
			Some(act),
			Some(mandate),
			change,
		)
		.map_err(Error::<T>::from)
	}
}
