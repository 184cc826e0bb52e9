//! Reservations of names: a founder commits to one, an officer opens and grants it.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	ids::{ApplicationId, ReservationId},
	traits::{Acts, Effect, LegalClock, Persons},
	Act, Commitment, CompanyNumber, District, Head, MandateId, Power, Register, Tag,
};
use sp_runtime::DispatchError;

use crate::{
	bases::Matter,
	name::{key_of, CompanyName},
	types::{
		NameHolder, RefusalReason, Reservation, ReservationChange, ReservationState, WorkState,
	},
	Config, Error, Event, LastReservation, Names, Pallet, ReservationHeads, Reservations,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_request_reservation(
		who: T::AccountId,
		act: Act,
		district: District,
		holder: Option<Tag>,
		name: Commitment,
	) -> DispatchResult {
		let applicant = Self::applicant(&who, holder, district)?;
		Self::ensure_version(&act, 0)?;
		Self::ensure_act(&act, Matter::Reservation, district, Effect::Later)?;
		let id = LastReservation::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		Self::note(&act, &who, applicant.officer.as_ref())?;

		let mandate = applicant.officer.as_ref().map(|warrant| warrant.mandate);
		let holder = applicant.tag;
		LastReservation::<T>::put(id);
		Reservations::<T>::insert(
			id,
			Reservation {
				holder,
				district,
				requested_name: name,
				requested_by: mandate,
				state: ReservationState::Requested,
				application: None,
			},
		);
		Self::list(district, WorkState::ReservationRequested, id.0);
		let change = ReservationChange::Requested { holder, name, district };
		let Head { seq: version, hash: head } =
			Self::record_reservation(id, district, Some(&act), mandate, change)?;
		Self::deposit_event(Event::ReservationRequested {
			reservation: id,
			holder,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_reserve_name(
		who: T::AccountId,
		act: Act,
		id: ReservationId,
		name: CompanyName,
		salt: [u8; 32],
	) -> DispatchResult {
		let mut reservation = Reservations::<T>::get(id).ok_or(Error::<T>::ReservationNotFound)?;
		let mandate = Self::ensure_may_grant(&who, &act, id, &reservation)?;
		Self::ensure_opens(&reservation.requested_name, &reservation.holder, salt, &name)?;
		let key = key_of(&name).map_err(Error::<T>::from)?;

		Self::take_name(&key.hash, NameHolder::Reservation(id))?;
		let (holder, district) = (reservation.holder, reservation.district);
		reservation.state =
			ReservationState::Granted { name: name.clone(), key, at: T::Clock::now() };
		Reservations::<T>::insert(id, reservation);
		Self::unlist(district, WorkState::ReservationRequested, id.0);
		let change = ReservationChange::Granted { name: name.clone(), key };
		let Head { seq: version, hash: head } =
			Self::record_reservation(id, district, Some(&act), Some(mandate), change)?;
		Self::deposit_event(Event::NameReserved {
			reservation: id,
			holder,
			name,
			key: key.hash,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_refuse_reservation(
		who: T::AccountId,
		act: Act,
		id: ReservationId,
		reason: RefusalReason,
	) -> DispatchResult {
		let mut reservation = Reservations::<T>::get(id).ok_or(Error::<T>::ReservationNotFound)?;
		let mandate = Self::ensure_may_grant(&who, &act, id, &reservation)?;

		let district = reservation.district;
		reservation.state = ReservationState::Refused(reason);
		Reservations::<T>::insert(id, reservation);
		Self::unlist(district, WorkState::ReservationRequested, id.0);
		let change = ReservationChange::Refused(reason);
		let Head { seq: version, hash: head } =
			Self::record_reservation(id, district, Some(&act), Some(mandate), change)?;
		Self::deposit_event(Event::ReservationRefused {
			reservation: id,
			reason,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_withdraw_reservation(
		who: T::AccountId,
		act: Act,
		id: ReservationId,
	) -> DispatchResult {
		let mut reservation = Reservations::<T>::get(id).ok_or(Error::<T>::ReservationNotFound)?;
		let controller = T::Persons::controller_of(Register::Business, &reservation.holder);
		ensure!(controller.as_ref() == Some(&who), Error::<T>::ReservationOfAnother);
		// Who is frozen, dead or merged gives nothing up either.
		Self::ensure_founder_may(&reservation.holder)?;
		Self::ensure_version(&act, ReservationHeads::<T>::get(id).unwrap_or_default().seq)?;
		ensure!(reservation.application.is_none(), Error::<T>::ReservationInUse);
		ensure!(!Self::reservation_has_lapsed(&reservation)?, Error::<T>::ReservationLapsed);
		let district = reservation.district;
		Self::ensure_act(&act, Matter::Reservation, district, Effect::AtOnce)?;
		Self::note(&act, &who, None)?;

		match &reservation.state {
			ReservationState::Requested => {
				Self::unlist(district, WorkState::ReservationRequested, id.0);
			},
			ReservationState::Granted { key, .. } => Names::<T>::remove(key.hash),
			_ => return Err(Error::<T>::WrongReservationState.into()),
		}
		reservation.state = ReservationState::Withdrawn;
		Reservations::<T>::insert(id, reservation);
		let change = ReservationChange::Withdrawn;
		let Head { seq: version, hash: head } =
			Self::record_reservation(id, district, Some(&act), None, change)?;
		Self::deposit_event(Event::ReservationWithdrawn { reservation: id, version, head });
		Ok(())
	}

	/// Takes a reservation into an application: of one person and district, granted, in force, and
	/// in no other.
	pub(crate) fn attach_reservation(
		id: ReservationId,
		founder: &Tag,
		district: District,
		application: ApplicationId,
	) -> Result<(), Error<T>> {
		let mut reservation = Reservations::<T>::get(id).ok_or(Error::<T>::ReservationNotFound)?;
		ensure!(reservation.holder == *founder, Error::<T>::ReservationOfAnother);
		ensure!(reservation.district == district, Error::<T>::ReservationOfAnotherDistrict);
		ensure!(reservation.application.is_none(), Error::<T>::ReservationInUse);
		ensure!(
			matches!(reservation.state, ReservationState::Granted { .. }),
			Error::<T>::WrongReservationState
		);
		ensure!(!Self::reservation_has_lapsed(&reservation)?, Error::<T>::ReservationLapsed);
		reservation.application = Some(application);
		Reservations::<T>::insert(id, reservation);
		Ok(())
	}

	/// Gives a reservation back to its holder: its period counts again.
	pub(crate) fn detach_reservation(id: ReservationId) {
		Reservations::<T>::mutate_extant(id, |reservation| reservation.application = None);
	}

	/// Ends a reservation: the company was founded.
	pub(crate) fn use_reservation(
		id: ReservationId,
		act: &Act,
		mandate: MandateId,
		company: CompanyNumber,
	) -> Result<(), Error<T>> {
		let mut reservation = Reservations::<T>::get(id).ok_or(Error::<T>::ReservationNotFound)?;
		let district = reservation.district;
		reservation.application = None;
		reservation.state = ReservationState::Used(company);
		Reservations::<T>::insert(id, reservation);
		let change = ReservationChange::Used(company);
		let Head { seq: version, hash: head } =
			Self::record_reservation(id, district, Some(act), Some(mandate), change)?;
		Self::deposit_event(Event::ReservationUsed { reservation: id, company, version, head });
		Ok(())
	}

	/// That an officer may grant or refuse a request, and the officer's mandate.
	fn ensure_may_grant(
		who: &T::AccountId,
		act: &Act,
		id: ReservationId,
		reservation: &Reservation,
	) -> Result<MandateId, DispatchError> {
		let warrant = Self::officer(who, Power::Decide, reservation.district)?;
		Self::ensure_version(act, ReservationHeads::<T>::get(id).unwrap_or_default().seq)?;
		ensure!(
			reservation.state == ReservationState::Requested,
			Error::<T>::WrongReservationState
		);
		Self::ensure_not_own(&reservation.holder, who)?;
		if let Some(maker) = reservation.requested_by {
			Self::ensure_apart(maker, &warrant)?;
		}
		Self::ensure_act(act, Matter::Reservation, reservation.district, Effect::AtOnce)?;
		Self::note(act, who, Some(&warrant))?;
		Ok(warrant.mandate)
	}
}
