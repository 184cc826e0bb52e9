//! Parties: who stands behind them, and what they may do.

use alloc::{vec, vec::Vec};
use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	ids::GroupId,
	traits::{Acts, Companies, CompanyPhase, Effect, MinistryLookup, Persons, Standing},
	Act, ActKind, Capacity, District, Party, Power, Register, StandingError,
};

use crate::{bases::OF_GROUPS, types::Members, Config, Error, Event, Groups, LastGroup, Pallet};

impl<T: Config> Pallet<T> {
	/// The parties behind a party: the members of a group, or else itself.
	///
	/// # Errors
	/// A unit and an unknown party stand for nobody who could own, hold or consent.
	pub(crate) fn members_of(party: &Party) -> Result<Vec<Party>, Error<T>> {
		match party {
			Party::Group(group) => {
				Ok(Groups::<T>::get(group).ok_or(Error::<T>::GroupNotFound)?.into_inner())
			},
			Party::Unit(_) | Party::Unknown => Err(Error::<T>::OwnerNotNameable),
			Party::Person(_)
			| Party::Company(_)
			| Party::State(_)
			| Party::PublicBody(_)
			| Party::Foreign(_) => Ok(vec![party.clone()]),
		}
	}

	/// That a party, and all members of one that is a group, may do a kind of act. The capacity of a
	/// company that is wound up is its liquidator's.
	pub(crate) fn ensure_may(
		party: &Party,
		kind: ActKind,
		capacity: Capacity,
	) -> Result<(), Error<T>> {
		for member in Self::members_of(party)? {
			let capacity = match (&member, capacity) {
				(Party::Company(number), Capacity::Itself) => {
					let phase = T::Companies::profile(*number).map(|profile| profile.phase);
					if phase == Some(CompanyPhase::WindingUp) {
						Capacity::Liquidator
					} else {
						capacity
					}
				},
				_ => capacity,
			};
			T::Standing::may(Register::Land, &member, kind, capacity).map_err(Error::<T>::from)?;
		}
		Ok(())
	}

	/// That one member of a party at least has died, whose estate is what passes, and that the others
	/// may give what they have: nobody inherits from the living.
	pub(crate) fn ensure_estate(party: &Party) -> Result<(), Error<T>> {
		let mut refusal = Some(Error::<T>::PartyNotCapable);
		for member in Self::members_of(party)? {
			match T::Standing::may(Register::Land, &member, ActKind::Dispose, Capacity::Succession)
			{
				Ok(()) => return Ok(()),
				Err(error) => refusal = Some(Error::<T>::from(error)),
			}
		}
		refusal.map_or(Ok(()), Err)
	}

	/// That a party exists, whatever it may do: who owned what an existing register says may have
	/// died, or be frozen, since.
	pub(crate) fn ensure_exists(party: &Party) -> Result<(), Error<T>> {
		for member in Self::members_of(party)? {
			let standing =
				T::Standing::may(Register::Land, &member, ActKind::Acquire, Capacity::Itself);
			if let Err(
				error @ (StandingError::NotFound
				| StandingError::Merged
				| StandingError::NotCapable
				| StandingError::NotSealed),
			) = standing
			{
				return Err(error.into());
			}
		}
		Ok(())
	}

	/// The parties for which an account can speak: the person whose tag it controls, and the ministry
	/// whose seat it is.
	pub(crate) fn spoken_for_by(who: &T::AccountId) -> Vec<Party> {
		let person = T::Persons::tag_of(Register::Land, who).map(Party::Person);
		let state = T::Ministries::seat(who).map(Party::State);
		person.into_iter().chain(state).collect()
	}

	pub(crate) fn do_form_group(
		who: T::AccountId,
		act: Act,
		district: District,
		members: Members,
	) -> DispatchResult {
		let officer = Self::officer(&who, Power::Examine, district)?;
		Self::ensure_version(&act, 0)?;
		Self::ensure_act(&act, |basis| OF_GROUPS.contains(&basis), district, Effect::AtOnce)?;
		let mut members = members;
		members.sort();
		ensure!(members.len() >= 2, Error::<T>::GroupTooSmall);
		Self::ensure_members(&members)?;
		members.iter().try_for_each(|member| Self::ensure_exists(member))?;
		let id = LastGroup::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		Self::note(&act, &who, Some(&officer))?;

		Self::create_group(id, members.clone());
		Self::deposit_event(Event::GroupFormed { group: id, members, mandate: officer.mandate });
		Ok(())
	}

	/// Writes a new group.
	pub(crate) fn create_group(id: GroupId, members: Members) {
		LastGroup::<T>::put(id);
		Groups::<T>::insert(id, members);
	}

	/// That members in their order are different parties, and none a group or nobody.
	pub(crate) fn ensure_members(members: &Members) -> Result<(), Error<T>> {
		let is_nameable =
			|member: &Party| !matches!(member, Party::Group(_) | Party::Unit(_) | Party::Unknown);
		ensure!(members.iter().all(is_nameable), Error::<T>::GroupOfGroups);
		let mut pairs = members.iter().zip(members.iter().skip(1));
		ensure!(!pairs.any(|(one, next)| one == next), Error::<T>::GroupMemberTwice);
		Ok(())
	}
}
