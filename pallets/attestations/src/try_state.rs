//! What holds between the storage items after every block, and in the tests after every test.

use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::ensure;
use polity_accreditation::check_chain;
use polity_primitives::record::chain_holds;
use sp_runtime::TryRuntimeError;

use crate::{
	types::RecordId, Accreditations, Config, Entries, Heads, LastAccreditation, LastProposal,
	LastSchema, Pallet, Proposals, SchemaHashes, Schemas,
};

/// Checks all of it.
///
/// # Errors
/// A sentence that says what does not hold.
pub fn do_try_state<T: Config>() -> Result<(), TryRuntimeError> {
	records::<T>()?;
	schemas::<T>()?;
	accreditations::<T>()?;
	let last = LastProposal::<T>::get();
	ensure!(Proposals::<T>::iter_keys().all(|id| id <= last), "a proposal was never counted");
	Ok(())
}

fn records<T: Config>() -> Result<(), TryRuntimeError> {
	let mut entries = BTreeMap::<RecordId, Vec<_>>::new();
	for (record, seq, entry) in Entries::<T>::iter() {
		ensure!(entry.id == record && entry.seq == seq, "an entry stands in another's place");
		entries.entry(record).or_default().push(entry);
	}
	for (record, head) in Heads::<T>::iter() {
		let mut chain = entries.remove(&record).ok_or("a record has no entries")?;
		chain.sort_by_key(|entry| entry.seq);
		ensure!(chain_holds(&head, chain.iter()), "a record's entries do not lead to its head");
		let stands = match record {
			RecordId::Schema(schema) => Schemas::<T>::contains_key(schema, head.seq),
			RecordId::Accreditation(id) => Accreditations::<T>::contains_key(id),
		};
		ensure!(stands, "a head stands without its record");
	}
	ensure!(entries.is_empty(), "entries stand without their record");
	Ok(())
}

fn schemas<T: Config>() -> Result<(), TryRuntimeError> {
	let last = LastSchema::<T>::get();
	for (schema, version, row) in Schemas::<T>::iter() {
		ensure!(schema.0 <= last, "a schema was never counted");
		let head = Heads::<T>::get(RecordId::Schema(schema)).ok_or("a schema has no head")?;
		ensure!((1..=head.seq).contains(&version), "a schema has a version beyond its head");
		ensure!(
			row.law.superseded_at.is_none() == (version == head.seq),
			"a schema has not one version in force"
		);
		ensure!(
			SchemaHashes::<T>::get(row.hash) == Some((schema, version)),
			"a version of a schema is not found by its hash"
		);
	}
	ensure!(
		SchemaHashes::<T>::iter().count() == Schemas::<T>::iter().count(),
		"a hash of a schema stands without its version"
	);
	Ok(())
}

fn accreditations<T: Config>() -> Result<(), TryRuntimeError> {
	let last = LastAccreditation::<T>::get();
	for (id, record) in Accreditations::<T>::iter() {
		ensure!(record.node.id == id && id.0 <= last, "an accreditation stands in another's place");
		ensure!(
			Heads::<T>::contains_key(RecordId::Accreditation(id)),
			"an accreditation has no head"
		);
		ensure!(check_chain(&Pallet::<T>::chain_of(id)).is_ok(), "an accreditation has no chain");
	}
	Ok(())
}
