//! Recovery by the guardians whom a controller has named for its tag.

use frame_support::{ensure, pallet_prelude::TransactionValidityWithRefund, traits::Get};
use polity_primitives::{
	controller_proof::GUARDIAN_DOMAIN, merkle, record::ensure_version, traits::MandateAuthority,
	Act, Head, Register, RequestScope,
};
use sp_core::H256;
use sp_runtime::{traits::Saturating, DispatchError, DispatchResult};

use crate::{
	pallet::{
		Call, Config, ControllerOf, Error, Event, Guardians, Heads, Pallet, Persons, RecordOf,
		Recoveries, RecoveryOf,
	},
	rules,
	types::{Approvals, GuardianLeaf, GuardianSet, PersonBody, PersonId, Recovery, KEY_RECOVERY},
};

type ApprovalsOf<T> =
	Approvals<<T as frame_system::Config>::AccountId, <T as Config>::OffchainSignature>;

impl<T: Config> Pallet<T> {
	/// The tag that an account controls, with its head, if the act of its own that it makes is on the
	/// record's version, rests on the recovery of keys and has effect today.
	fn own_act(
		who: &T::AccountId,
		act: &Act,
		register: Register,
	) -> Result<(PersonId, Head), DispatchError> {
		let tag = ControllerOf::<T>::get(register, who).ok_or(Error::<T>::NotController)?;
		let person = PersonId { register, tag };
		let head = Heads::<T>::get(person).unwrap_or_default();
		ensure_version(act, &head).map_err(Error::<T>::from)?;
		ensure!(act.legal_basis == KEY_RECOVERY, Error::<T>::WrongLegalBasis);
		let today = Self::today();
		rules::ensure_not_backdated(false, act.effective_from, today).map_err(Error::<T>::from)?;
		rules::ensure_effective(act.effective_from, today).map_err(Error::<T>::from)?;
		Ok((person, head))
	}

	pub(crate) fn do_set_guardians(
		who: T::AccountId,
		act: &Act,
		register: Register,
		guardians: Option<GuardianSet>,
	) -> DispatchResult {
		let (person, head) = Self::own_act(&who, act, register)?;
		let record = Persons::<T>::get(person).ok_or(Error::<T>::NotEnrolled)?;
		rules::set_guardians(&record).map_err(Error::<T>::from)?;
		ensure!(
			guardians.is_none_or(|set| rules::is_sound(&set) && set.root != H256::zero()),
			Error::<T>::GuardiansUnsound
		);
		ensure!(
			guardians.is_some() || Guardians::<T>::contains_key(person),
			Error::<T>::NoGuardians
		);
		ensure!(!Recoveries::<T>::contains_key(person), Error::<T>::RecoveryOpen);
		ensure!(Self::open_proposals(&person, &head).is_empty(), Error::<T>::ProposalOpen);
		T::Mandates::note_act(RequestScope::Account(who), Register::Identity, act)?;

		let head = Self::append(&person, Some(act), None, PersonBody::GuardiansSet { guardians })?;
		Guardians::<T>::set(person, guardians);
		Self::deposit_event(Event::GuardiansSet {
			register,
			tag: person.tag,
			guardians,
			version: head.seq,
			head: head.hash,
		});
		Ok(())
	}

	/// The guardians of a tag who open its recovery for an account, with the head that they have
	/// signed: whatever could refuse the recovery is asked here, what costs most last.
	fn recoverable(
		person: &PersonId,
		new: &T::AccountId,
		proof: &T::OffchainSignature,
		approvals: &ApprovalsOf<T>,
	) -> Result<(GuardianSet, Head), Error<T>> {
		ensure!(!Recoveries::<T>::contains_key(person), Error::<T>::RecoveryOpen);
		let guardians = Guardians::<T>::get(person).ok_or(Error::<T>::NoGuardians)?;
		let record = Persons::<T>::get(person).ok_or(Error::<T>::NotEnrolled)?;
		rules::rotate(&record, new).map_err(Error::<T>::from)?;
		ensure!(
			!ControllerOf::<T>::contains_key(person.register, new),
			Error::<T>::ControllerTaken
		);
		ensure!(approvals.len() == usize::from(guardians.quorum), Error::<T>::NotTheQuorum);
		for (number, approval) in approvals.iter().enumerate() {
			let mut before = approvals.iter().take(number);
			ensure!(
				before.all(|one| {
					one.position < approval.position && one.guardian != approval.guardian
				}),
				Error::<T>::GuardiansNotDistinct
			);
			let leaf = GuardianLeaf {
				person: *person,
				guardian: approval.guardian.clone(),
				salt: approval.salt,
			};
			ensure!(
				merkle::verify(
					&guardians.root,
					guardians.count.into(),
					approval.position.into(),
					&leaf.hash(),
					&approval.proof,
				),
				Error::<T>::NotGuardian
			);
		}
		let head = Heads::<T>::get(person).unwrap_or_default();
		let agreed = Self::agreement(person, new, &head);
		ensure!(
			approvals.iter().all(|approval| {
				agreed.is_signed_by(&approval.guardian, GUARDIAN_DOMAIN, &approval.signature)
			}),
			Error::<T>::GuardianSignatureInvalid
		);
		ensure!(agreed.is_signed(proof), Error::<T>::ProofInvalid);
		Ok((guardians, head))
	}

	pub(crate) fn do_recover_by_guardians(
		person: PersonId,
		new: T::AccountId,
		proof: &T::OffchainSignature,
		approvals: &ApprovalsOf<T>,
	) -> DispatchResult {
		let (guardians, head) = Self::recoverable(&person, &new, proof, approvals)?;
		let opened_at = frame_system::Pallet::<T>::block_number();
		// The keys of a quorum are public from now on: the set serves once.
		Guardians::<T>::remove(person);
		Recoveries::<T>::insert(person, Recovery { controller: new.clone(), opened_at });
		Self::deposit_event(Event::RecoveryOpened {
			register: person.register,
			tag: person.tag,
			new,
			guardians,
			due: opened_at.saturating_add(T::RecoveryDelay::get()),
			version: head.seq,
		});
		Ok(())
	}

	/// Whether a recovery may be opened in a block.
	pub(crate) fn authorize_recover_by_guardians(
		person: &PersonId,
		new: &T::AccountId,
		proof: &T::OffchainSignature,
		approvals: &ApprovalsOf<T>,
	) -> TransactionValidityWithRefund {
		Self::ensure_admitted(Call::recover_by_guardians {
			person: *person,
			new: new.clone(),
			proof: proof.clone(),
			approvals: approvals.clone(),
		})?;
		let (_, head) =
			Self::recoverable(person, new, proof, approvals).map_err(Self::not_authorised)?;
		Ok(Self::authorised(person, &head))
	}

	pub(crate) fn do_cancel_recovery(
		who: T::AccountId,
		act: &Act,
		register: Register,
	) -> DispatchResult {
		let (person, _) = Self::own_act(&who, act, register)?;
		let recovery = Recoveries::<T>::get(person).ok_or(Error::<T>::RecoveryNotFound)?;
		T::Mandates::note_act(RequestScope::Account(who), Register::Identity, act)?;

		Recoveries::<T>::remove(person);
		Self::deposit_event(Event::RecoveryCancelled {
			register,
			tag: person.tag,
			new: recovery.controller,
		});
		Ok(())
	}

	/// The record as the open recovery would leave it.
	fn finishable(person: &PersonId) -> Result<(RecordOf<T>, RecoveryOf<T>, Head), Error<T>> {
		let recovery = Recoveries::<T>::get(person).ok_or(Error::<T>::RecoveryNotFound)?;
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(
			rules::is_due(recovery.opened_at, T::RecoveryDelay::get(), now),
			Error::<T>::RecoveryNotDue
		);
		let record = Persons::<T>::get(person).ok_or(Error::<T>::NotEnrolled)?;
		let after = rules::rotate(&record, &recovery.controller).map_err(Error::<T>::from)?;
		let head = Self::movable(person, &recovery.controller)?;
		Ok((after, recovery, head))
	}

	pub(crate) fn do_finish_recovery(person: PersonId) -> DispatchResult {
		let (after, recovery, _) = Self::finishable(&person)?;
		let old = Persons::<T>::get(person)
			.and_then(|record| record.controller)
			.ok_or(Error::<T>::NoController)?;
		let new = recovery.controller;
		let body = PersonBody::RecoveredByGuardians { controller: new.clone() };
		let head = Self::append(&person, None, None, body)?;
		Recoveries::<T>::remove(person);
		Self::write(&person, after, false);
		Self::deposit_event(Event::RecoveredByGuardians {
			register: person.register,
			tag: person.tag,
			old,
			new,
			version: head.seq,
			head: head.hash,
		});
		Ok(())
	}

	/// Whether a recovery may be finished in a block.
	pub(crate) fn authorize_finish_recovery(person: &PersonId) -> TransactionValidityWithRefund {
		Self::ensure_admitted(Call::finish_recovery { person: *person })?;
		let (_, _, head) = Self::finishable(person).map_err(Self::not_authorised)?;
		Ok(Self::authorised(person, &head))
	}
}
