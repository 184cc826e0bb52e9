//! What every act is checked for, and how what it did is recorded.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	ids::{ApplicationId, CampaignId, MandateId, ReservationId},
	office::ensure_maker_and_checker,
	record,
	time::{Instant, Period},
	traits::{LegalClock, MandateAuthority, Persons, Standing},
	Act, ActKind, Capacity, CompanyNumber, District, Head, Party, Power, RecordKind, Register,
	RequestScope, Tag, Warrant,
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

/// When an act takes effect.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Effect {
	/// Not by itself: it prepares or applies for something.
	Later,
	/// When it is recorded.
	AtOnce,
}

/// A founder, and the officer who files for one at the counter.
pub(crate) struct Applicant<AccountId> {
	/// The founder.
	pub(crate) tag: Tag,
	/// The officer's warrant, if not the founder signs.
	pub(crate) officer: Option<Warrant<AccountId>>,
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

	/// The warrant of an officer who had a part in something, whatever has become of the mandate.
	/// Records keep the mandate alone: a warrant names tags of the public office register, and none
	/// of those may stand beside a founder's tag of this one.
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

	/// That an act was prepared on the record's version.
	pub(crate) fn ensure_version(act: &Act, head: &Head) -> Result<(), Error<T>> {
		record::ensure_version(act, head).map_err(Error::<T>::from)
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
		let today = T::Clock::today(Register::Business, district);
		ensure!(
			act.effective_from >= today || act.legal_basis == CORRECTION,
			Error::<T>::Backdated
		);
		ensure!(
			act.effective_from <= today || effect == Effect::Later,
			Error::<T>::EffectiveInFuture
		);
		Ok(())
	}

	/// Notes an act of an officer, or of a person for itself.
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

	/// When a period ends that began at an instant. An act at that instant is too late.
	pub(crate) fn deadline(
		period: Period,
		from: Instant,
		district: District,
	) -> Result<Instant, Error<T>> {
		let calendar = T::Clock::calendar(Register::Business, district);
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
