//! What other pallets and the runtime ask about persons.

use polity_primitives::{
	traits::Persons as PersonsLookup, ActKind, Capacity, Register, StandingError, Tag,
};

use crate::{
	pallet::{Config, ControlledTags, ControllerOf, Pallet, Persons},
	rules,
	types::{PersonId, PersonStanding},
};

impl<T: Config> Pallet<T> {
	/// What a person may do in a register: the table of [`rules::may_person`].
	///
	/// # Errors
	/// The [`StandingError`] that applies.
	pub fn may_person(
		register: Register,
		tag: &Tag,
		act: ActKind,
		capacity: Capacity,
	) -> Result<(), StandingError> {
		let person = Persons::<T>::get(PersonId { register, tag: *tag });
		rules::may_person(person.map(|record| record.standing).as_ref(), act, capacity)
	}
}

impl<T: Config> PersonsLookup<T::AccountId> for Pallet<T> {
	fn tag_of(register: Register, account: &T::AccountId) -> Option<Tag> {
		ControllerOf::<T>::get(register, account)
	}

	fn controller_of(register: Register, tag: &Tag) -> Option<T::AccountId> {
		Persons::<T>::get(PersonId { register, tag: *tag })?.controller
	}

	fn standing(register: Register, tag: &Tag) -> Result<(), StandingError> {
		match Persons::<T>::get(PersonId { register, tag: *tag }).map(|record| record.standing) {
			Some(PersonStanding::Alive) => Ok(()),
			Some(PersonStanding::Frozen) => Err(StandingError::Frozen),
			Some(PersonStanding::Deceased { .. }) => Err(StandingError::Deceased),
			Some(PersonStanding::MergedInto(_)) => Err(StandingError::Merged),
			None => Err(StandingError::NotFound),
		}
	}

	fn is_controller(account: &T::AccountId) -> bool {
		ControlledTags::<T>::contains_key(account)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn enrol_for_benchmark(register: Register, tag: Tag, controller: Option<T::AccountId>) {
		let person = PersonId { register, tag };
		if Persons::<T>::contains_key(person) {
			return;
		}
		if let Err(error) = Self::enrol(&person, controller) {
			log::error!(target: "runtime::identity", "no person for the benchmark: {error:?}");
		}
	}
}
