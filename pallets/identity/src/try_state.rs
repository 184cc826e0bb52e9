//! What holds between the storage items after every block, and in the tests after every test.

use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::ensure;
use polity_primitives::{record::chain_holds, traits::MandateAuthority};
use sp_runtime::TryRuntimeError;

use crate::{
	pallet::{
		Config, ControlledTags, ControllerOf, Entries, Heads, NextProposal, OpenProposals, Persons,
		Proposals,
	},
	rules,
	types::{PersonBody, PersonEntry, PersonId, PersonRecord, PersonStanding},
};

/// Checks all of it.
///
/// # Errors
/// A sentence that says what does not hold.
pub fn do_try_state<T: Config>() -> Result<(), TryRuntimeError> {
	records::<T>()?;
	controllers::<T>()?;
	merges::<T>()?;
	proposals::<T>()
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
		ensure!(
			replay(&person, &chain).as_ref() == Some(&record),
			"a person's record is not what its entries say"
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
) -> Option<PersonRecord<AccountId>> {
	let mut record: Option<PersonRecord<AccountId>> = None;
	for entry in chain {
		record = match &entry.body {
			PersonBody::Founded { controller } if record.is_none() => Some(PersonRecord {
				controller: controller.clone(),
				standing: PersonStanding::Alive,
			}),
			PersonBody::Founded { .. } => None,
			PersonBody::Decided { change, .. } => rules::change(
				person,
				record.as_ref(),
				entry.seq.checked_sub(1)?,
				change,
				Some(&PersonStanding::Alive),
			)
			.ok(),
			PersonBody::ControllerRotated { controller } => {
				rules::rotate(record.as_ref()?, controller).ok()
			},
		};
		record.as_ref()?;
	}
	record
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
