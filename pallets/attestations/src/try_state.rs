//! What holds between the storage items after every block, and in the tests after every test.

use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::ensure;
use polity_accreditation::{check_chain, place, Chunk, Issuer, ListUse, StatusPurpose};
use polity_primitives::{record::chain_holds, AccountId};
use sp_runtime::TryRuntimeError;

use crate::{
	types::{
		ordered, Content, IssuanceCounts, IssuerId, NotedAttestation, RecordId, StatusListId,
		MAX_ISSUERS_ABOUT,
	},
	Accreditations, AccreditationsOf, Attestations, AttestationsOf, Config, ControllersChanged,
	Counts, Endorsements, Entries, Heads, IssuerOf, IssuerVersions, Issuers, LastAbout,
	LastAccreditation, LastIssuer, LastProposal, LastSchema, LastStatusList, Pallet, Proposals,
	RecoveryApprovals, Roles, SchemaHashes, Schemas, StatusChunks, StatusLists, Statuses,
	TakenChunks, WorkLists,
};

/// Checks all of it.
///
/// # Errors
/// A sentence that says what does not hold.
pub fn do_try_state<T: Config>() -> Result<(), TryRuntimeError> {
	records::<T>()?;
	schemas::<T>()?;
	accreditations::<T>()?;
	issuers::<T>()?;
	roles::<T>()?;
	attestations::<T>()?;
	status_lists::<T>()?;
	statuses::<T>()?;
	proposals::<T>()
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
			RecordId::Issuer(id) => Issuers::<T>::contains_key(id),
			RecordId::Attestation(anchor) => Attestations::<T>::contains_key(anchor),
			RecordId::StatusList(id) => StatusLists::<T>::contains_key(id),
			RecordId::Status(id, index) => Statuses::<T>::contains_key(id, index),
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
		ensure!(
			AccreditationsOf::<T>::contains_key(&record.holder, ordered(id.0.into())),
			"an accreditation is not found by its holder"
		);
	}
	ensure!(
		AccreditationsOf::<T>::iter().count() == Accreditations::<T>::iter().count(),
		"a holder is said to have an accreditation that is not there"
	);
	for (parent, _, _) in Endorsements::<T>::iter() {
		ensure!(Accreditations::<T>::contains_key(parent), "nobody has endorsed something");
	}
	Ok(())
}

fn issuers<T: Config>() -> Result<(), TryRuntimeError> {
	let last = LastIssuer::<T>::get();
	for (id, record) in Issuers::<T>::iter() {
		ensure!(id.0 <= last, "an issuer was never counted");
		ensure!(
			IssuerOf::<T>::get(&record.holder) == Some(id),
			"a holder has two documents, or another's"
		);
		let head = Heads::<T>::get(RecordId::Issuer(id)).ok_or("an issuer has no head")?;
		ensure!(
			(1..=head.seq).contains(&record.recovery_version),
			"guardians were set in a version that is not there"
		);
		let mut previous: Option<Issuer> = None;
		for number in 1..=head.seq {
			let version =
				IssuerVersions::<T>::get(id, number).ok_or("an issuer lacks a version")?;
			ensure!(version.version == number, "a version stands in another's place");
			ensure!(!version.controllers.is_empty(), "nobody controls an issuer");
			ensure!(version.recovery.check().is_ok(), "nobody can recover an issuer");
			ensure!(
				previous.is_none_or(|previous| previous.active_from < version.active_from),
				"two versions of a document are active at once"
			);
			previous = Some(version);
		}
		ensure!(
			u32::try_from(IssuerVersions::<T>::iter_prefix(id).count()) == Ok(head.seq),
			"a document has a version beyond its head"
		);
	}
	ensure!(
		IssuerOf::<T>::iter().count() == Issuers::<T>::iter().count(),
		"a holder is said to have a document that is not there"
	);
	ensure!(
		ControllersChanged::<T>::iter_keys().all(|id| Issuers::<T>::contains_key(id)),
		"controllers of no issuer were changed"
	);
	for (id, approvals) in RecoveryApprovals::<T>::iter() {
		let document = Pallet::<T>::document(id).map_err(|_| "approvals stand without issuer")?;
		ensure!(
			approvals
				.iter()
				.all(|approval| document.recovery.guardians.contains(&approval.guardian)),
			"somebody approves a recovery who is no guardian"
		);
	}
	Ok(())
}

fn roles<T: Config>() -> Result<(), TryRuntimeError> {
	let mut found = BTreeMap::<AccountId, u32>::new();
	for id in Issuers::<T>::iter_keys() {
		let document = Pallet::<T>::document(id).map_err(|_| "an issuer has no document")?;
		for account in document.controllers.iter().chain(document.recovery.guardians.iter()) {
			let count = found.entry(account.clone()).or_default();
			*count = count.saturating_add(1);
		}
	}
	let counted: BTreeMap<_, _> = Roles::<T>::iter().collect();
	ensure!(counted == found, "controllers and guardians are counted wrong");
	ensure!(
		counted.keys().all(|account| frame_system::Pallet::<T>::providers(account) > 0),
		"an account of an issuer can be deleted"
	);
	Ok(())
}

fn about<T: Config>() -> Result<(), TryRuntimeError> {
	for (subject, schema, noted) in LastAbout::<T>::iter() {
		let mut issuers = BTreeMap::<IssuerId, u32>::new();
		for NotedAttestation { issuer, anchor, from, until } in noted {
			let about =
				Attestations::<T>::get(anchor).ok_or("what is said of a subject is nowhere")?;
			let Content::Single { subject: of, .. } = about.content else {
				return Err("a batch is not about one subject".into());
			};
			ensure!(
				of == Some(subject) && about.schema == schema,
				"what is said of a subject is about another"
			);
			ensure!(
				about.issuer == issuer
					&& about.validity.from == from
					&& about.validity.until == until,
				"what is said of a subject is noted wrong"
			);
			let count = issuers.entry(issuer).or_default();
			*count = count.saturating_add(1);
		}
		ensure!(
			u32::try_from(issuers.len()).is_ok_and(|count| count <= MAX_ISSUERS_ABOUT)
				&& issuers.values().all(|count| *count <= 2),
			"more is noted of a subject than has room"
		);
	}
	Ok(())
}

fn attestations<T: Config>() -> Result<(), TryRuntimeError> {
	let mut counted = BTreeMap::<IssuerId, IssuanceCounts>::new();
	let mut in_lists = BTreeMap::<StatusListId, (u32, u32)>::new();
	about::<T>()?;
	for (anchor, record) in Attestations::<T>::iter() {
		ensure!(
			Heads::<T>::contains_key(RecordId::Attestation(anchor)),
			"an attestation has no head"
		);
		let list = StatusLists::<T>::get(record.list).ok_or("an attestation has no status list")?;
		ensure!(
			list.accreditation == record.accreditation && list.issuer == record.issuer,
			"an attestation is in the status list of another accreditation"
		);
		let counts = counted.entry(record.issuer).or_default();
		let (credentials, decoys) = in_lists.entry(record.list).or_default();
		match record.content {
			Content::Single { status_index, .. } => {
				let place = place(status_index).map_err(|_| "an index is beyond its list")?;
				ensure!(list.list.list_use == ListUse::Single, "a list has two uses");
				ensure!(
					TakenChunks::<T>::get(record.list, place.chunk).is_set(place.bit),
					"the index of an attestation is free"
				);
				counts.singles = counts.singles.saturating_add(1);
				*credentials = credentials.saturating_add(1);
			},
			Content::Batch { leaves, decoys: more } => {
				ensure!(list.list.list_use == ListUse::Batch, "a list has two uses");
				counts.batches = counts.batches.saturating_add(1);
				counts.leaves = counts.leaves.saturating_add(leaves.into());
				*credentials = credentials.saturating_add(leaves);
				*decoys = decoys.saturating_add(more);
			},
		}
	}
	for (id, list) in StatusLists::<T>::iter() {
		let (credentials, decoys) = in_lists.remove(&id).unwrap_or_default();
		ensure!(
			list.list.credentials == credentials && list.list.decoys == decoys,
			"a status list counts other attestations than it has"
		);
	}
	for id in Issuers::<T>::iter_keys() {
		let (counts, found) = (Counts::<T>::get(id), counted.remove(&id).unwrap_or_default());
		let found = IssuanceCounts {
			revocations: counts.revocations,
			suspensions: counts.suspensions,
			..found
		};
		ensure!(counts == found, "an issuer has issued more or less than is counted");
		let listed: Vec<_> = (1..=counts.issued())
			.filter_map(|number| AttestationsOf::<T>::get(id, ordered(number)))
			.collect();
		ensure!(
			u64::try_from(listed.len()) == Ok(counts.issued())
				&& AttestationsOf::<T>::iter_prefix(id).count() == listed.len(),
			"the list of what an issuer has issued has a gap"
		);
		ensure!(
			listed.iter().all(|anchor| {
				Attestations::<T>::get(anchor).is_some_and(|record| record.issuer == id)
			}),
			"an issuer is said to have issued what it has not"
		);
	}
	ensure!(counted.is_empty(), "an attestation has no issuer");
	Ok(())
}

fn status_lists<T: Config>() -> Result<(), TryRuntimeError> {
	let last = LastStatusList::<T>::get();
	for (id, list) in StatusLists::<T>::iter() {
		ensure!(id.0 <= last, "a status list was never counted");
		let taken = TakenChunks::<T>::iter_prefix(id)
			.fold(0u32, |sum, (_, chunk)| sum.saturating_add(chunk.count()));
		let is_single = list.list.list_use == ListUse::Single;
		let expected = if is_single { list.list.credentials } else { 0 };
		ensure!(taken == expected, "other indices of a list are taken than it counts");
	}
	Ok(())
}

fn statuses<T: Config>() -> Result<(), TryRuntimeError> {
	let mut bits = BTreeMap::<(StatusListId, StatusPurposeKey), u32>::new();
	let is_set = |list, purpose, index: u32| {
		place(index).is_ok_and(|place| {
			StatusChunks::<T>::get((list, purpose), place.chunk).is_set(place.bit)
		})
	};
	for (list, index, status) in Statuses::<T>::iter() {
		ensure!(Heads::<T>::contains_key(RecordId::Status(list, index)), "a status has no head");
		let (revoked, suspended) = (status.flags.revoked_at.is_some(), status.flags.is_suspended());
		ensure!(
			is_set(list, StatusPurpose::Revocation, index) == revoked
				&& is_set(list, StatusPurpose::Suspension, index) == suspended,
			"a status list says another status than its record"
		);
		ensure!(
			suspended == status.suspended_by.is_some(),
			"nobody has made a suspension, or somebody has made none"
		);
		for (purpose, set) in [(0, revoked), (1, suspended)] {
			let count = bits.entry((list, purpose)).or_default();
			*count = count.saturating_add(set.into());
		}
	}
	for ((list, purpose), _, chunk) in StatusChunks::<T>::iter() {
		let count = bits.entry((list, key(purpose))).or_default();
		*count = count.checked_sub(Chunk::count(&chunk)).ok_or("a bit is set for nothing")?;
	}
	ensure!(bits.values().all(|count| *count == 0), "a status list lacks a bit");
	Ok(())
}

/// A purpose in the order of its code: revocation, suspension.
type StatusPurposeKey = u8;

const fn key(purpose: StatusPurpose) -> StatusPurposeKey {
	match purpose {
		StatusPurpose::Revocation => 0,
		StatusPurpose::Suspension => 1,
	}
}

fn proposals<T: Config>() -> Result<(), TryRuntimeError> {
	let last = LastProposal::<T>::get();
	for (id, proposal) in Proposals::<T>::iter() {
		ensure!(id <= last, "a proposal was never counted");
		ensure!(
			WorkLists::<T>::contains_key(proposal.district, ordered(id.0)),
			"a proposal is in no work list"
		);
	}
	ensure!(
		WorkLists::<T>::iter().count() == Proposals::<T>::iter().count(),
		"a work list has a proposal that is not there"
	);
	Ok(())
}
