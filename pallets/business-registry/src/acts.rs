//! What every act is checked for, and how what it did is recorded.

use frame_support::ensure;
use polity_primitives::{
	ids::{ApplicationId, CampaignId, MandateId, ReservationId},
	record,
	traits::{Acts, Effect, LegalClock, Persons, Standing},
	Act, ActKind, Capacity, CompanyNumber, District, Head, Party, Power, RecordKind, Register, Tag,
	Warrant,
};
use sp_runtime::DispatchError;

use crate::{
	bases::{Matter, CORRECTION},
	types::{
		ordered, ApplicationChange, CampaignChange, CompanyChange, ReservationChange, WorkState,
	},
	ApplicationEntries, ApplicationHeads, CampaignEntries, CampaignHeads, CompanyEntries,
	CompanyHeads, Config, Error, Pallet, ReservationEntries, ReservationHeads, WorkLists,
};

/// A founder, and the officer who files for one at the counter.
pub(crate) struct Applicant<AccountId> {
	/// The founder.
	pub(crate) tag: Tag,
	/// The officer's warrant, if not the founder signs.
	pub(crate) officer: Option<Warrant<AccountId>>,
}

impl<T: Config> Acts for Pallet<T> {
	const REGISTER: Register = Register::Business;
	type AccountId = T::AccountId;
	type Clock = T::Clock;
	type Mandates = T::Mandates;
	type Refusal = Error<T>;
}

impl<T: Config> Pallet<T> {
	/// Who applies: the person whose account signs, or the one for whom an officer files.
	pub(crate) fn applicant(
		who: &T::AccountId,
		on_behalf_of: Option<Tag>,
		district: District,
	) -> Result<Applicant<T::AccountId>, DispatchError> {
		let applicant = match on_behalf_of {
			None => {
				let tag = T::Persons::tag_of(Register::Business, who);
				Applicant { tag: tag.ok_or(Error::<T>::NotAPerson)?, officer: None }
			},
			Some(tag) => {
				let warrant = Self::officer(who, Power::Examine, district)?;
				Self::ensure_not_own(&tag, who)?;
				Applicant { tag, officer: Some(warrant) }
			},
		};
		Self::ensure_founder_may(&applicant.tag)?;
		Ok(applicant)
	}

	/// That a person may act for itself in this register: apply for something, or take it back.
	pub(crate) fn ensure_founder_may(founder: &Tag) -> Result<(), Error<T>> {
		T::Standing::may(
			Register::Business,
			&Party::Person(*founder),
			ActKind::Apply,
			Capacity::Itself,
		)
		.map_err(Error::<T>::from)
	}

	/// That an officer does not act on what its own account has applied for. Tags of two registers
	/// cannot be compared, so a founder who is an officer with a second account is not seen here;
	/// the officer who decides still is another person than the one who examines.
	pub(crate) fn ensure_not_own(founder: &Tag, officer: &T::AccountId) -> Result<(), Error<T>> {
		let controller = T::Persons::controller_of(Register::Business, founder);
		ensure!(controller.as_ref() != Some(officer), Error::<T>::OwnApplication);
		Ok(())
	}

	/// That an act rests on a statute that provides for it, and is dated rightly: never back, but
	/// for a correction; and today, if it takes effect at once.
	pub(crate) fn ensure_act(
		act: &Act,
		matter: Matter,
		district: District,
		effect: Effect,
	) -> Result<(), Error<T>> {
		ensure!(matter.rests_on(act.legal_basis), Error::<T>::LegalBasisDoesNotFit);
		ensure!(
			act.effective_from >= Self::today(district) || act.legal_basis == CORRECTION,
			Error::<T>::Backdated
		);
		Self::ensure_not_ahead(act, district, effect)
	}

	/// Puts something on a list of what waits for somebody.
	pub(crate) fn list(district: District, state: WorkState, id: u64) {
		WorkLists::<T>::insert((district, state), ordered(id), ());
	}

	/// Takes something off a list of what waits for somebody.
	pub(crate) fn unlist(district: District, state: WorkState, id: u64) {
		WorkLists::<T>::remove((district, state), ordered(id));
	}

	/// Records a change of a reservation.
	pub(crate) fn record_reservation(
		id: ReservationId,
		district: District,
		act: Option<&Act>,
		mandate: Option<MandateId>,
		change: ReservationChange,
	) -> Result<Head, Error<T>> {
		record::append::<_, _, ReservationHeads<T>, ReservationEntries<T>>(
			RecordKind::NameReservation,
			&id,
			T::Clock::recorded_at(Register::Business, district),
			act,
			mandate,
			change,
		)
		.map_err(Error::<T>::from)
	}

	/// Records a change of an application.
	pub(crate) fn record_application(
		id: ApplicationId,
		district: District,
		act: &Act,
		mandate: Option<MandateId>,
		change: ApplicationChange,
	) -> Result<Head, Error<T>> {
		record::append::<_, _, ApplicationHeads<T>, ApplicationEntries<T>>(
			RecordKind::CompanyApplication,
			&id,
			T::Clock::recorded_at(Register::Business, district),
			Some(act),
			mandate,
			change,
		)
		.map_err(Error::<T>::from)
	}

	/// Records a change of a company; one that the clock makes has neither act nor mandate.
	pub(crate) fn record_company(
		number: CompanyNumber,
		district: District,
		act: Option<&Act>,
		mandate: Option<MandateId>,
		change: CompanyChange,
	) -> Result<Head, Error<T>> {
		record::append::<_, _, CompanyHeads<T>, CompanyEntries<T>>(
			RecordKind::Company,
			&number,
			T::Clock::recorded_at(Register::Business, district),
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
			RecordKind::ImportCampaign,
			&id,
			T::Clock::recorded_at(Register::Business, district),
			Some(act),
			Some(mandate),
			change,
		)
		.map_err(Error::<T>::from)
	}
}
