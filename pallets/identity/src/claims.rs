//! The claim of a tag by its owner, whose account the chain does not know yet.

use alloc::{vec, vec::Vec};
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::{
		InvalidTransaction, TransactionValidityError, TransactionValidityWithRefund,
		ValidTransaction, Weight,
	},
	traits::{Contains, Get},
};
use polity_primitives::{
	controller_proof::CLAIM_DOMAIN, refusal::Refusal, traits::MandateAuthority, Head,
};
use sp_runtime::DispatchResult;

use crate::{
	pallet::{
		Call, ClaimOffers, Config, ControllerOf, Error, Event, Heads, Pallet, Persons, RecordOf,
	},
	rules,
	types::{PersonBody, PersonId},
	AUTHORISED_LONGEVITY, AUTHORISED_PRIORITY,
};

impl<T: Config> Pallet<T> {
	/// The record as the claim would leave it, with the head that it is on: whatever could refuse the
	/// claim is asked here, what costs most last.
	fn claimed(
		person: &PersonId,
		new: &T::AccountId,
		proof: &T::OffchainSignature,
		signatures: &[T::OffchainSignature; 2],
	) -> Result<(RecordOf<T>, Head), Error<T>> {
		let offer = ClaimOffers::<T>::get(person).ok_or(Error::<T>::ClaimNotOffered)?;
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(
			!rules::has_lapsed(offer.offered_at, T::ClaimPeriod::get(), now),
			Error::<T>::ClaimLapsed
		);
		let record = Persons::<T>::get(person).ok_or(Error::<T>::NotEnrolled)?;
		let after = rules::claim(&record, new).map_err(Error::<T>::from)?;
		for mandate in [offer.prepared_under, offer.mandate] {
			let officer = T::Mandates::warrant(mandate).map(|warrant| warrant.officer.account);
			ensure!(officer.as_ref() != Some(new), Error::<T>::ControllerIsOfficer);
		}
		let head = Self::movable(person, new)?;
		let agreed = Self::agreement(person, new, &head);
		// Each key's own, so that whoever has one of the two comes to nothing.
		ensure!(
			offer.claim_keys.iter().zip(signatures).all(|(key, signature)| agreed.is_signed_by(
				key,
				CLAIM_DOMAIN,
				signature
			)),
			Error::<T>::ClaimSignatureInvalid
		);
		ensure!(agreed.is_signed(proof), Error::<T>::ProofInvalid);
		Ok((after, head))
	}

	/// The head of a record that may go over to an account without officers: none of theirs waits for
	/// its decision, and the account has no other tag of the register.
	pub(crate) fn movable(person: &PersonId, new: &T::AccountId) -> Result<Head, Error<T>> {
		ensure!(
			!ControllerOf::<T>::contains_key(person.register, new),
			Error::<T>::ControllerTaken
		);
		let head = Heads::<T>::get(person).unwrap_or_default();
		ensure!(head.seq < u32::MAX, Error::<T>::TooManyVersions);
		ensure!(Self::open_proposals(person, &head).is_empty(), Error::<T>::ProposalOpen);
		Ok(head)
	}

	pub(crate) fn do_claim(
		person: PersonId,
		new: T::AccountId,
		proof: &T::OffchainSignature,
		signatures: &[T::OffchainSignature; 2],
	) -> DispatchResult {
		let (after, _) = Self::claimed(&person, &new, proof, signatures)?;
		let body = PersonBody::Claimed { controller: new.clone() };
		let head = Self::append(&person, None, None, body)?;
		Self::write(&person, after, false);
		Self::deposit_event(Event::Claimed {
			register: person.register,
			tag: person.tag,
			new,
			version: head.seq,
			head: head.hash,
		});
		Ok(())
	}

	/// Whether a claim may stand in a block: whatever could refuse it there refuses it here.
	pub(crate) fn authorize_claim(
		person: &PersonId,
		new: &T::AccountId,
		proof: &T::OffchainSignature,
		signatures: &[T::OffchainSignature; 2],
	) -> TransactionValidityWithRefund {
		Self::ensure_admitted(Call::claim {
			person: *person,
			new: new.clone(),
			proof: proof.clone(),
			signatures: signatures.clone(),
		})?;
		let (_, head) =
			Self::claimed(person, new, proof, signatures).map_err(Self::not_authorised)?;
		Ok(Self::authorised(person, &head))
	}

	/// Refuses what the chain's filter would refuse when it is dispatched: it would enter a block only
	/// to fail there, as often as somebody sends it.
	pub(crate) fn ensure_admitted(call: Call<T>) -> Result<(), TransactionValidityError> {
		let call: T::RuntimeCall = call.into();
		ensure!(T::BaseCallFilter::contains(&call), Refusal::CallNotAvailable);
		Ok(())
	}

	/// What the pool is told of an admitted transaction. It has room for one on each version of a
	/// record.
	pub(crate) fn authorised(person: &PersonId, head: &Head) -> (ValidTransaction, Weight) {
		let provides: Vec<u8> = (b"polity/identity", person, head.seq).encode();
		let validity = ValidTransaction {
			priority: AUTHORISED_PRIORITY,
			requires: vec![],
			provides: vec![provides],
			longevity: AUTHORISED_LONGEVITY,
			propagate: true,
		};
		(validity, Weight::zero())
	}

	/// What the pool answers in the place of the pallet's error.
	pub(crate) fn not_authorised(error: Error<T>) -> TransactionValidityError {
		match error {
			Error::ProofInvalid
			| Error::ClaimSignatureInvalid
			| Error::GuardianSignatureInvalid
			| Error::NotGuardian => InvalidTransaction::BadProof,
			Error::RecoveryNotDue => InvalidTransaction::Future,
			Error::ClaimNotOffered
			| Error::ClaimLapsed
			| Error::NoGuardians
			| Error::RecoveryNotFound
			| Error::HasController => InvalidTransaction::Stale,
			_ => InvalidTransaction::Call,
		}
		.into()
	}
}
