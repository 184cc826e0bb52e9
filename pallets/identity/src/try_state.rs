//! What holds between the storage items after every block, and in the tests after every test.

use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::ensure;
use polity_primitives::{record::chain_holds, traits::MandateAuthority};
use sp_runtime::TryRuntimeError;

use crate::{
	pallet::{
		ClaimOffers, Config, ControlledTags, ControllerOf, Entries, ErasureProposals, Erasures,
		Guardians, Heads, NextProposal, OpenProposals, Persons, Proposals, Recoveries,
	},
	rules::{self, Beside},
	types::{
		PersonBody, PersonChange, PersonEntry, PersonId, PersonRecord, PersonStanding, Preparation,
		ERASURE,
	},
};

/// Checks all of it.
///
/// # Errors
/// A sentence that says what does not hold.
pub fn do_try_state<T: Config>() -> Result<(), TryRuntimeError> {
	records::<T>()?;
	controllers::<T>()?;
	merges::<T>()?;
	beside::<T>()?;
	proposals::<T>()?;
	erasures::<T>()
}

/// Each person's entries are complete, lead to its head, and say what its record says.
fn records<T: Config>() -> Result<(), TryRuntimeError> {
	ensure!(
		Heads::<T>::iter_keys().all(Persons::<T>::contains_key),
		"a head of a record stands without its person"
	);
	let mut entries: BTreeMap<PersonId, Vec<PersonEntry<T::AccountId>>> = BTreeMap::new();
	for (person, seq, entry) in Entries::<T>::iter() {
		ensure!(
			entry.id == person && entry.seq == seq,
			"an entry of a person stands in another's place"
		);
		ensure!(
			entry
				.body
				.new_controller()
				.is_none_or(|account| frame_system::Pallet::<T>::providers(account) > 0),
			"an account that has controlled a tag is gone, and its nonce with it"
		);
		entries.entry(person).or_default().push(entry);
	}
	for (person, record) in Persons::<T>::iter() {
		let head = Heads::<T>::get(person).ok_or("a person has no head")?;
		let mut chain = entries.remove(&person).ok_or("a person has no entries")?;
		chain.sort_by_key(|entry| entry.seq);
		ensure!(chain_holds(&head, chain.iter()), "a person's entries do not lead to its head");
		let (replayed, beside) =
			replay(&person, &chain).ok_or("a person's record is not what its entries say")?;
		ensure!(replayed == record, "a person's record is not what its entries say");
		ensure!(
			ClaimOffers::<T>::get(person).map(|offer| offer.claim_keys) == beside.claim_keys,
			"what is offered to the owner of a tag is not what its entries say"
		);
		// Guardians are used up by a recovery, which writes an entry only when it is finished.
		ensure!(
			Guardians::<T>::get(person).is_none_or(|set| Some(set) == beside.guardians),
			"the guardians of a tag are not what its entries say"
		);
	}
	ensure!(entries.is_empty(), "entries stand without their person");
	Ok(())
}

/// The record that the entries lead to, if each of them is lawful after the ones before it. Where a
/// survivor of a merge stood then is not known here: it was alive, or the entry would not be.
fn replay<AccountId: Clone + PartialEq>(
	person: &PersonId,
	chain: &[PersonEntry<AccountId>],
) -> Option<(PersonRecord<AccountId>, Beside<AccountId>)> {
	let mut record: Option<PersonRecord<AccountId>> = None;
	let mut beside = Beside::default();
	for entry in chain {
		record = match &entry.body {
			PersonBody::Founded { controller } if record.is_none() => Some(PersonRecord {
				controller: controller.clone(),
				standing: PersonStanding::Alive,
			}),
			PersonBody::Founded { .. } => None,
			PersonBody::Decided { change: PersonChange::OfferClaim { .. }, .. } => None,
			PersonBody::ClaimOffered { claim_keys: [first, second], .. } if first != second => {
				let offer = PersonChange::OfferClaim { claim_key: first.clone() };
				rules::change(person, record.as_ref(), entry.seq.checked_sub(1)?, &offer, None).ok()
			},
			PersonBody::ClaimOffered { .. } => None,
			PersonBody::Decided { change, .. } => rules::change(
				person,
				record.as_ref(),
				entry.seq.checked_sub(1)?,
				change,
				Some(&PersonStanding::Alive),
			)
			.ok(),
			PersonBody::ControllerRotated { controller }
			| PersonBody::RecoveredByGuardians { controller } => {
				rules::rotate(record.as_ref()?, controller).ok()
			},
			PersonBody::Claimed { controller } => rules::claim(record.as_ref()?, controller).ok(),
			PersonBody::GuardiansSet { guardians }
				if guardians.as_ref().is_none_or(rules::is_sound) =>
			{
				rules::set_guardians(record.as_ref()?).ok().and(record)
			},
			PersonBody::GuardiansSet { .. } => None,
		};
		record.as_ref()?;
		beside = rules::beside(beside, &entry.body);
	}
	record.map(|record| (record, beside))
}

/// What stands beside a record has a record that it can be of, as far as the record's entries do not
/// say so themselves.
fn beside<T: Config>() -> Result<(), TryRuntimeError> {
	for (person, offer) in ClaimOffers::<T>::iter() {
		ensure!(Persons::<T>::contains_key(person), "a tag is offered that is not enrolled");
		ensure!(
			[offer.prepared_under, offer.mandate]
				.into_iter()
				.all(|mandate| T::Mandates::warrant(mandate).is_some()),
			"a tag is offered under a mandate that is not on record"
		);
		ensure!(offer.prepared_under != offer.mandate, "a tag is offered by one officer");
	}
	ensure!(
		Guardians::<T>::iter_keys().all(Persons::<T>::contains_key),
		"guardians stand without a person"
	);
	let now = frame_system::Pallet::<T>::block_number();
	for (person, recovery) in Recoveries::<T>::iter() {
		let record = Persons::<T>::get(person).ok_or("a recovery stands without a person")?;
		ensure!(
			record.controller.is_some_and(|old| old != recovery.controller),
			"a recovery changes nothing"
		);
		ensure!(recovery.opened_at <= now, "a recovery was opened in a block to come");
		ensure!(!Guardians::<T>::contains_key(person), "guardians were not used up");
	}
	Ok(())
}

/// Erasures rest on their statute, were made by officers who are on record, and are decided once.
fn erasures<T: Config>() -> Result<(), TryRuntimeError> {
	let is_sound = |preparation: &Preparation| {
		preparation.act.legal_basis == ERASURE
			&& preparation.act.documents.is_empty()
			&& T::Mandates::warrant(preparation.mandate).is_some()
	};
	for (receipt, proposal) in ErasureProposals::<T>::iter() {
		ensure!(!Erasures::<T>::contains_key(receipt), "an erasure is decided and waits for it");
		ensure!(is_sound(&proposal.preparation), "an erasure is prepared as it cannot be");
	}
	for erased in Erasures::<T>::iter_values() {
		ensure!(
			is_sound(&erased.preparation)
				&& is_sound(&Preparation { mandate: erased.mandate, act: erased.act }),
			"an erasure was recorded as it cannot be"
		);
		ensure!(
			erased.mandate != erased.preparation.mandate,
			"an erasure was recorded by one officer"
		);
	}
	Ok(())
}

/// Persons and the accounts that control them agree, and the dead and the merged have none.
fn controllers<T: Config>() -> Result<(), TryRuntimeError> {
	let mut counted: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
	for (register, account, tag) in ControllerOf::<T>::iter() {
		let record = Persons::<T>::get(PersonId { register, tag })
			.ok_or("an account controls a tag that is not enrolled")?;
		ensure!(
			record.controller.as_ref() == Some(&account),
			"an account controls a tag that does not know it"
		);
		let count = counted.entry(codec::Encode::encode(&account)).or_default();
		*count = count.saturating_add(1);
	}
	for (person, record) in Persons::<T>::iter() {
		let Some(account) = record.controller else { continue };
		ensure!(
			ControllerOf::<T>::get(person.register, &account) == Some(person.tag),
			"a person's controller does not know its tag"
		);
		ensure!(
			matches!(record.standing, PersonStanding::Alive | PersonStanding::Frozen),
			"a dead or merged person has a controller"
		);
	}
	for (account, count) in ControlledTags::<T>::iter() {
		ensure!(
			counted.remove(&codec::Encode::encode(&account)) == Some(count),
			"an account does not control as many tags as are counted"
		);
	}
	ensure!(counted.is_empty(), "the tags of a controller are not counted");
	Ok(())
}

/// A merged tag leads, in the end, to one that is not merged.
fn merges<T: Config>() -> Result<(), TryRuntimeError> {
	let total = Persons::<T>::iter_keys().count();
	for (person, record) in Persons::<T>::iter() {
		let mut standing = record.standing;
		let mut steps = 0usize;
		while let PersonStanding::MergedInto(tag) = standing {
			steps = steps.saturating_add(1);
			ensure!(steps < total, "merged tags lead back to themselves");
			let survivor = PersonId { register: person.register, tag };
			standing = Persons::<T>::get(survivor)
				.ok_or("a tag is merged into one that is not enrolled")?
				.standing;
		}
	}
	Ok(())
}

/// Each proposal is the one of its kind on its record, and the other way round.
fn proposals<T: Config>() -> Result<(), TryRuntimeError> {
	for (id, proposal) in Proposals::<T>::iter() {
		ensure!(id < NextProposal::<T>::get(), "a proposal has an id that was not given out");
		let kind = proposal.change.preparing_power().competence();
		ensure!(
			OpenProposals::<T>::get(proposal.person, kind) == Some(id),
			"a proposal is not known to its record"
		);
		ensure!(
			proposal.act.legal_basis == proposal.change.legal_basis(),
			"a proposal rests on the wrong statute"
		);
		ensure!(
			T::Mandates::warrant(proposal.mandate).is_some(),
			"a proposal was prepared under a mandate that is not on record"
		);
		let head = Heads::<T>::get(proposal.person).unwrap_or_default();
		ensure!(
			proposal.act.expected_version <= head.seq,
			"a proposal is prepared on a version that is still to come"
		);
	}
	for (person, kind, id) in OpenProposals::<T>::iter() {
		let proposal = Proposals::<T>::get(id).ok_or("a record knows a proposal that is gone")?;
		ensure!(
			proposal.person == person && proposal.change.preparing_power().competence() == kind,
			"a record knows a proposal of another record"
		);
	}
	Ok(())
}
