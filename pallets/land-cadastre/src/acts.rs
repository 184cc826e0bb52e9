//! What every act is checked for, and how what it did is recorded.

use polity_primitives::{
	act::LegalBasis,
	ids::{CampaignId, MandateId},
	record,
	traits::{Acts, LegalClock},
	Act, District, Head, ParcelNumber, RecordKind, Register,
};

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

impl<T: Config> Acts for Pallet<T> {
	const REGISTER: Register = Register::Land;
	type AccountId = T::AccountId;
	type Clock = T::Clock;
	type Mandates = T::Mandates;
	type Refusal = Error<T>;
}

impl<T: Config> Pallet<T> {
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
