//! Who holds a name. A reservation or a protection whose period is over holds nothing: whoever
//! asks is told so at once, and the entry goes when the next holder comes or somebody releases it.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	ids::ReservationId, time::Instant, traits::Acts, traits::LegalClock, Commitment, CompanyNumber,
	Tag,
};

use crate::{
	name::{name_opening, CompanyName, NameKeyHash},
	types::{NameHolder, Reservation, ReservationChange, ReservationState},
	Companies, Config, Error, Event, Names, Namesakes, Pallet, Reservations,
};

impl<T: Config> Pallet<T> {
	/// Who holds a name now.
	pub(crate) fn holder_of(key: &NameKeyHash) -> Result<Option<NameHolder>, Error<T>> {
		match Names::<T>::get(key) {
			Some(holder) if Self::has_lapsed(&holder)? => Ok(None),
			holder => Ok(holder),
		}
	}

	/// That nobody holds a name now.
	pub(crate) fn ensure_free(key: &NameKeyHash) -> Result<(), Error<T>> {
		match Self::holder_of(key)? {
			None => Ok(()),
			Some(NameHolder::Company(_)) => Err(Error::<T>::NameTaken),
			Some(NameHolder::Reservation(_) | NameHolder::Application(_)) => {
				Err(Error::<T>::NameReserved)
			},
			Some(NameHolder::Protected { .. }) => Err(Error::<T>::NameProtected),
			Some(NameHolder::Statute) => Err(Error::<T>::NameKeptByStatute),
		}
	}

	/// Gives a free name to a holder.
	pub(crate) fn take_name(key: &NameKeyHash, holder: NameHolder) -> Result<(), Error<T>> {
		Self::ensure_free(key)?;
		Self::clear_lapsed(key)?;
		Names::<T>::insert(key, holder);
		Ok(())
	}

	/// Removes the holder of a name whose period is over.
	pub(crate) fn do_release_name(key: &NameKeyHash) -> DispatchResult {
		let is_held = Names::<T>::contains_key(key);
		ensure!(is_held && Self::holder_of(key)?.is_none(), Error::<T>::NameNotLapsed);
		Self::clear_lapsed(key)?;
		Ok(())
	}

	/// That a name and a salt open the commitment that a founder has made.
	pub(crate) fn ensure_opens(
		commitment: &Commitment,
		founder: &Tag,
		salt: [u8; 32],
		name: &CompanyName,
	) -> Result<(), Error<T>> {
		ensure!(
			name_opening(founder, salt, name).commitment() == *commitment,
			Error::<T>::CommitmentMismatch
		);
		Ok(())
	}

	/// When a granted reservation lapses; none when it is not granted or an application uses it.
	pub(crate) fn reservation_deadline(
		reservation: &Reservation,
	) -> Result<Option<Instant>, Error<T>> {
		match (&reservation.state, reservation.application) {
			(ReservationState::Granted { at, .. }, None) => {
				let period = Self::law_of(*at).reservation_period;
				Self::deadline(period, *at, reservation.district).map(Some)
			},
			_ => Ok(None),
		}
	}

	/// Whether the period of a granted reservation is over.
	pub(crate) fn reservation_has_lapsed(reservation: &Reservation) -> Result<bool, Error<T>> {
		let deadline = Self::reservation_deadline(reservation)?;
		Ok(deadline.is_some_and(|deadline| T::Clock::now() >= deadline))
	}

	/// Whether a holder's period is over.
	fn has_lapsed(holder: &NameHolder) -> Result<bool, Error<T>> {
		match holder {
			NameHolder::Reservation(id) => match Reservations::<T>::get(id) {
				Some(reservation) => Self::reservation_has_lapsed(&reservation),
				None => Ok(false),
			},
			NameHolder::Protected { company, since } => match Companies::<T>::get(company) {
				Some(company) => {
					let period = Self::law_of(*since).name_protection_period;
					Self::is_over(period, *since, company.district)
				},
				None => Ok(false),
			},
			NameHolder::Company(_) | NameHolder::Application(_) | NameHolder::Statute => Ok(false),
		}
	}

	/// Removes the entry of a holder that the caller knows to have lapsed, if there is one.
	fn clear_lapsed(key: &NameKeyHash) -> Result<(), Error<T>> {
		match Names::<T>::take(key) {
			Some(NameHolder::Reservation(id)) => Self::lapse_reservation(id, key),
			Some(NameHolder::Protected { company, .. }) => {
				Self::end_protection(company, key);
				Ok(())
			},
			_ => Ok(()),
		}
	}

	fn lapse_reservation(id: ReservationId, key: &NameKeyHash) -> Result<(), Error<T>> {
		let Some(mut reservation) = Reservations::<T>::get(id) else { return Ok(()) };
		reservation.state = ReservationState::Lapsed;
		let district = reservation.district;
		Reservations::<T>::insert(id, reservation);
		// The clock did this, not an act of anybody.
		let head = Self::record_reservation(id, district, None, None, ReservationChange::Lapsed)?;
		Self::deposit_event(Event::ReservationLapsed {
			reservation: id,
			key: *key,
			version: head.seq,
			head: head.hash,
		});
		Ok(())
	}

	fn end_protection(company: CompanyNumber, key: &NameKeyHash) {
		// The ended company is still found by the name it had.
		Namesakes::<T>::insert(key, company, ());
		Self::deposit_event(Event::NameProtectionLapsed { company, key: *key });
	}
}
