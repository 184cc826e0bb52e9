//! The steps that the calls have in common.

use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::*};
use frame_system::pallet_prelude::BlockNumberFor;
use polity_primitives::{
	ids::ProposalId,
	keep_account,
	record::{self, ensure_version},
	time::CalendarDate,
	traits::{LegalClock, MandateAuthority},
	Act, CompetenceKind, ControllerProof, District, Head, MandateId, RecordKind, Register, Warrant,
};
use sp_runtime::traits::Zero;

use crate::{
	pallet::{
		ChangeOf, ClaimOffers, Config, ControlledTags, ControllerOf, Entries, Error, Event,
		Guardians, Heads, OpenProposals, Pallet, Persons, Proposals, RecordOf, Recoveries,
	},
	rules,
	types::{PersonBody, PersonChange, PersonId, PersonRecord, PersonStanding},
};

impl<T: Config> Pallet<T> {
	/// The legal day of the current block for the identity register.
	pub(crate) fn today() -> CalendarDate {
		T::Clock::today(Register::Identity, District::NATIONAL)
	}

	pub(crate) fn has_lapsed(prepared_at: BlockNumberFor<T>) -> bool {
		let now = frame_system::Pallet::<T>::block_number();
		rules::has_lapsed(prepared_at, T::ProposalLifetime::get(), now)
	}

	/// Whether a proposal on the record with this head can still be decided.
	pub(crate) fn is_open(proposal: ProposalId, head: &Head) -> bool {
		Proposals::<T>::get(proposal).is_some_and(|proposal| {
			!Self::has_lapsed(proposal.prepared_at) && ensure_version(&proposal.act, head).is_ok()
		})
	}

	pub(crate) fn open_proposals(person: &PersonId, head: &Head) -> Vec<ProposalId> {
		[CompetenceKind::Keeper, CompetenceKind::Court]
			.into_iter()
			.filter_map(|kind| OpenProposals::<T>::get(person, kind))
			.filter(|proposal| Self::is_open(*proposal, head))
			.collect()
	}

	/// The warrant of the officer who prepared a change, also when its mandate has ended since.
	pub(crate) fn maker(mandate: MandateId) -> Result<Warrant<T::AccountId>, Error<T>> {
		T::Mandates::warrant(mandate).ok_or(Error::<T>::MakerUnknown)
	}

	/// Nobody makes or checks a change of the own record, as far as officers and persons can be
	/// compared at all: by the tag of public office. Nobody makes the own key a controller.
	pub(crate) fn ensure_impartial(
		warrant: &Warrant<T::AccountId>,
		person: &PersonId,
		change: &ChangeOf<T>,
	) -> DispatchResult {
		let own = PersonId { register: Register::PublicOffice, tag: warrant.officer.person };
		ensure!(*person != own, Error::<T>::OwnRecord);
		ensure!(
			change.named_account() != Some(&warrant.officer.account),
			Error::<T>::ControllerIsOfficer
		);
		Ok(())
	}

	/// What a new controller agrees to, and what others sign who say that it is to be the one.
	pub(crate) fn agreement(
		person: &PersonId,
		controller: &T::AccountId,
		head: &Head,
	) -> ControllerProof<T::Hash, T::AccountId> {
		ControllerProof {
			genesis: frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero()),
			register: person.register,
			tag: person.tag,
			controller: controller.clone(),
			version: head.seq,
		}
	}

	pub(crate) fn ensure_agreed(
		person: &PersonId,
		controller: &T::AccountId,
		head: &Head,
		proof: &T::OffchainSignature,
	) -> DispatchResult {
		let agreed = Self::agreement(person, controller, head);
		ensure!(agreed.is_signed(proof), Error::<T>::ProofInvalid);
		Ok(())
	}

	/// The person's record as the change would leave it.
	pub(crate) fn changed(
		person: &PersonId,
		head: &Head,
		change: &ChangeOf<T>,
	) -> Result<RecordOf<T>, DispatchError> {
		let survivor = match change {
			PersonChange::MergeInto { survivor } => {
				let survivor = PersonId { register: person.register, tag: *survivor };
				Persons::<T>::get(survivor).map(|record| record.standing)
			},
			_ => None,
		};
		let record = Persons::<T>::get(person);
		let after = rules::change(person, record.as_ref(), head.seq, change, survivor.as_ref())
			.map_err(Error::<T>::from)?;
		if let Some(controller) = change.new_controller() {
			ensure!(
				!ControllerOf::<T>::contains_key(person.register, controller),
				Error::<T>::ControllerTaken
			);
		}
		Ok(after)
	}

	/// Appends an entry to the person's record.
	pub(crate) fn append(
		person: &PersonId,
		act: Option<&Act>,
		mandate: Option<MandateId>,
		body: PersonBody<T::AccountId>,
	) -> Result<Head, DispatchError> {
		let at = T::Clock::recorded_at(Register::Identity, District::NATIONAL);
		record::append::<_, _, Heads<T>, Entries<T>>(
			RecordKind::Person,
			person,
			at,
			act,
			mandate,
			body,
		)
		.map_err(|error| Error::<T>::from(error).into())
	}

	/// Writes the person's record and moves the control. Answers who lost it: that account is kept,
	/// and its nonce with it.
	///
	/// What stands beside the record ends with the control that it was for: an offer, a recovery, and
	/// the guardians, unless the one who named them keeps the tag under another key.
	pub(crate) fn write(
		person: &PersonId,
		after: RecordOf<T>,
		keeps_guardians: bool,
	) -> Option<T::AccountId> {
		let old = Persons::<T>::get(person).and_then(|record| record.controller);
		let moved = old != after.controller;
		if moved {
			if let Some(new) = &after.controller {
				ControllerOf::<T>::insert(person.register, new, person.tag);
				ControlledTags::<T>::mutate(new, |count| {
					*count = Some(count.unwrap_or_default().saturating_add(1));
				});
				keep_account::<T>(new);
			}
			if let Some(old) = &old {
				ControllerOf::<T>::remove(person.register, old);
				ControlledTags::<T>::mutate_exists(old, |count| {
					*count = count.unwrap_or_default().checked_sub(1).filter(|left| *left > 0);
				});
			}
		}
		let acts = matches!(after.standing, PersonStanding::Alive | PersonStanding::Frozen);
		if moved || !acts {
			ClaimOffers::<T>::remove(person);
			if !keeps_guardians {
				Guardians::<T>::remove(person);
			}
			if let Some(recovery) = Recoveries::<T>::take(person) {
				Self::deposit_event(Event::RecoverySuperseded {
					register: person.register,
					tag: person.tag,
					new: recovery.controller,
				});
			}
		}
		Persons::<T>::insert(person, after);
		old.filter(|_| moved)
	}

	pub(crate) fn close(proposal: ProposalId, person: &PersonId, change: &ChangeOf<T>) {
		Proposals::<T>::remove(proposal);
		OpenProposals::<T>::remove(person, change.preparing_power().competence());
	}

	/// Enrols a person without officers: at genesis, and for benchmarks.
	pub(crate) fn enrol(person: &PersonId, controller: Option<T::AccountId>) -> DispatchResult {
		let body = PersonBody::Founded { controller: controller.clone() };
		Self::append(person, None, None, body)?;
		Self::write(person, PersonRecord { controller, standing: PersonStanding::Alive }, false);
		Ok(())
	}
}
