//! The indexes of what is running, the places under quotas, and the queue of what ends.

use alloc::vec::Vec;
use polity_primitives::{
	ids::District,
	time::{CalendarDate, Instant},
	traits::{Acts, LegalClock},
	Register,
};

use crate::{
	types::{
		ordered, OrderedId, PermitNumber, PermitRecord, PermitReference, PermitTypeId, WorkState,
		MAX_ENDINGS_PER_BLOCK,
	},
	Config, Endings, Error, Event, Nullifiers, Pallet, PermitCount, Permits, PermitsByType,
	PermitsOf, PersonalPermits, Places, Requests, Running, RunningAt, Types,
};

/// What becomes of the place of a permit that ends.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) enum Place {
	/// It is free.
	Free,
	/// It is kept for the decision that follows.
	Reserved,
}

impl<T: Config> Pallet<T> {
	/// A permit.
	pub(crate) fn existing(number: PermitNumber) -> Result<PermitRecord, Error<T>> {
		Permits::<T>::get(number).ok_or(Error::<T>::PermitNotFound)
	}

	/// The number that the next permit gets.
	pub(crate) fn next_number() -> Result<PermitNumber, Error<T>> {
		let serial = PermitNumber::FIRST_SERIAL.checked_add(PermitCount::<T>::get());
		let serial = serial.ok_or(Error::<T>::IdsExhausted)?;
		PermitNumber::from_serial(serial).map_err(|_| Error::<T>::IdsExhausted)
	}

	/// Writes a permit that is new, and all that leads to it.
	pub(crate) fn insert(number: PermitNumber, record: &mut PermitRecord, district: District) {
		PermitCount::<T>::mutate(|count| *count = count.saturating_add(1));
		PermitsOf::<T>::insert(&record.holder, ordered(number.whole()), ());
		PermitsByType::<T>::insert(record.kind, ordered(number.whole()), ());
		Self::enter(number, record, district);
		Permits::<T>::insert(number, &*record);
	}

	/// Notes that a permit is running, and when it ends.
	pub(crate) fn enter(number: PermitNumber, record: &mut PermitRecord, district: District) {
		Running::<T>::insert((&record.holder, record.kind, number), ());
		RunningAt::<T>::mutate((&record.holder, record.kind, record.site), |count| {
			*count = count.saturating_add(1);
		});
		let reference = PermitReference::Numbered(number);
		record.ends_at = Self::queue(reference, record.permit.valid_to, district);
	}

	/// Notes that a permit is not running any more, or not as it was.
	pub(crate) fn leave(number: PermitNumber, record: &mut PermitRecord) {
		Running::<T>::remove((&record.holder, record.kind, number));
		let at = (&record.holder, record.kind, record.site);
		RunningAt::<T>::mutate_exists(at, |count| {
			let left = count.unwrap_or_default().saturating_sub(1);
			*count = (left > 0).then_some(left);
		});
		Self::unqueue(PermitReference::Numbered(number), record.ends_at.take());
	}

	/// Puts a permit into the queue of what ends. The instant is the key of its row; none without an end.
	pub(crate) fn queue(
		permit: PermitReference,
		valid_to: Option<CalendarDate>,
		district: District,
	) -> Option<Instant> {
		let last = valid_to?.checked_sub_days(1)?;
		let at = T::Clock::calendar(Register::Permits, district).end_of_day(last)?;
		Endings::<T>::insert((ordered(at.as_millis()), permit), ());
		Some(at)
	}

	/// Takes a permit out of the queue of what ends.
	pub(crate) fn unqueue(permit: PermitReference, ends_at: Option<Instant>) {
		if let Some(at) = ends_at {
			Endings::<T>::remove((ordered(at.as_millis()), permit));
		}
	}

	/// What follows from the end of a permit before its last day.
	pub(crate) fn end(
		number: PermitNumber,
		record: &mut PermitRecord,
		district: District,
		place: Place,
	) {
		Self::leave(number, record);
		Self::drop_request(number, district);
		record.ended_on = Some(Self::today(district));
		if core::mem::take(&mut record.has_place) {
			Self::free(record.kind, PermitReference::Numbered(number), place);
		}
	}

	/// Takes away what a holder has asked for, if it has.
	pub(crate) fn drop_request(number: PermitNumber, district: District) {
		Requests::<T>::remove(number);
		Self::unlist(district, WorkState::RequestOpen, number.whole());
	}

	/// Gives the place of a permit back, or keeps it for a decision.
	pub(crate) fn free(kind: PermitTypeId, permit: PermitReference, place: Place) {
		Places::<T>::mutate(kind, |quota| {
			*quota = match place {
				Place::Free => quota.given_back(),
				Place::Reserved => quota.overturned(),
			};
		});
		if place == Place::Free {
			Self::deposit_event(Event::PlaceGivenBack { kind, permit });
		}
	}

	/// Gives back the places of permits whose last day is past, as many as one block does, in the order in
	/// which they ended. The rest is the next block's. How many rows were looked at.
	pub(crate) fn give_places_back() -> u32 {
		let now = T::Clock::now();
		let most = usize::try_from(MAX_ENDINGS_PER_BLOCK).unwrap_or_default();
		let due: Vec<(OrderedId, PermitReference)> = Endings::<T>::iter_keys()
			.take(most)
			.take_while(|(at, _)| u64::from_be_bytes(*at) <= now.as_millis())
			.collect();
		for (at, permit) in &due {
			Endings::<T>::remove((at, permit));
			match permit {
				PermitReference::Numbered(number) => Self::expire(*number),
				PermitReference::Personal(commitment) => Self::expire_personal(*commitment),
			}
		}
		u32::try_from(due.len()).unwrap_or(u32::MAX)
	}

	/// A permit whose last day is past is not running any more: its place is that of the permit that
	/// follows, or free.
	fn expire(number: PermitNumber) {
		let Some(mut record) = Permits::<T>::get(number) else { return };
		let Some(district) = Types::<T>::get(record.kind).map(|kind| kind.district) else { return };
		record.ends_at = None;
		if !record.permit.has_expired(Self::today(district)) {
			// The calendar of the district has moved meanwhile.
			let reference = PermitReference::Numbered(number);
			record.ends_at = Self::queue(reference, record.permit.valid_to, district);
			Permits::<T>::insert(number, record);
			return;
		}
		Self::leave(number, &mut record);
		Self::drop_request(number, district);
		if core::mem::take(&mut record.has_place) {
			let follower =
				record.renewed_by.and_then(|next| Some((next, Permits::<T>::get(next)?)));
			match follower {
				Some((next, mut follower)) if !follower.permit.standing.is_final() => {
					follower.has_place = true;
					Permits::<T>::insert(next, follower);
				},
				_ => Self::free(record.kind, PermitReference::Numbered(number), Place::Free),
			}
		}
		Permits::<T>::insert(number, record);
	}

	fn expire_personal(commitment: polity_primitives::Commitment) {
		let Some(mut record) = PersonalPermits::<T>::get(commitment) else { return };
		let Some(district) = Types::<T>::get(record.kind).map(|kind| kind.district) else { return };
		record.ends_at = None;
		let reference = PermitReference::Personal(commitment);
		if record.valid_to.is_some_and(|to| Self::today(district) >= to) {
			Nullifiers::<T>::remove(record.kind, record.nullifier);
			if core::mem::take(&mut record.has_place) {
				Self::free(record.kind, reference, Place::Free);
			}
		} else {
			record.ends_at = Self::queue(reference, record.valid_to, district);
		}
		PersonalPermits::<T>::insert(commitment, record);
	}
}
