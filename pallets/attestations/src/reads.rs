//! What others read: issuers as they were, what attestations are worth, and records in pages.

use alloc::vec::Vec;
use polity_accreditation::{
	expand, status_at, verify_leaf, AccreditationId, Batch, Issuer, KeyId, Purpose, Status,
	StatusPurpose,
};
use polity_primitives::{
	ids::ProposalId, merkle::Proof, time::Instant, Commitment, District, Party,
};
use sp_core::H256;

use crate::{
	types::{
		ordered, AttestationRecord, Content, Evidence, IssuerId, IssuerView, Listed, OrderedId,
		RecordId, Shown, SigningKey, StatusError, StatusListId, MAX_PAGE,
	},
	AccreditationsOf, Attestations, AttestationsOf, Config, IssuerVersions, Issuers, Pallet,
	Schemas, StatusChunks, StatusLists, Statuses, WorkLists,
};

fn page(limit: u32) -> usize {
	usize::try_from(limit.min(MAX_PAGE)).unwrap_or_default()
}

/// The ids that keys in counting order stand for.
fn ids(keys: impl Iterator<Item = OrderedId>, limit: u32) -> impl Iterator<Item = u64> {
	keys.take(page(limit)).map(u64::from_be_bytes)
}

/// A key that signs attestations, whether or not it has ended.
fn signing_key(document: Issuer, id: KeyId) -> Option<SigningKey> {
	let key = document.keys.into_iter().find(|key| key.id == id)?;
	(key.purpose == Purpose::Assertion).then_some(SigningKey { kind: key.kind, public: key.public })
}

impl<T: Config> Pallet<T> {
	pub(crate) fn read_issuer(id: IssuerId) -> Option<IssuerView> {
		let head = Self::head(&RecordId::Issuer(id));
		let document = IssuerVersions::<T>::get(id, head.seq)?;
		Some(IssuerView { record: Issuers::<T>::get(id)?, document, head })
	}

	/// By halving: versions are numbered without a gap, and each begins later than the one before.
	pub(crate) fn read_issuer_at(id: IssuerId, at: Instant) -> Option<Issuer> {
		let (mut low, mut high) = (0u32, Self::head(&RecordId::Issuer(id)).seq);
		let mut active = None;
		while low < high {
			let middle = low.saturating_add(high.saturating_sub(low).div_ceil(2));
			let version = IssuerVersions::<T>::get(id, middle)?;
			if version.active_from <= at {
				low = middle;
				active = Some(version);
			} else {
				high = middle.saturating_sub(1);
			}
		}
		active
	}

	pub(crate) fn read_status_at(
		commitment: &Commitment,
		at: Instant,
	) -> Result<Status, StatusError> {
		let anchor = H256(*commitment.as_bytes());
		let record = Attestations::<T>::get(anchor).ok_or(StatusError::NotFound)?;
		match record.content {
			Content::Single { status_index, .. } => Self::worth(&record, status_index, at),
			Content::Batch { .. } => Err(StatusError::IsBatch),
		}
	}

	pub(crate) fn read_batch_status(
		root: H256,
		position: u32,
		commitment: &Commitment,
		index: u32,
		proof: &Proof,
		at: Instant,
	) -> Result<Status, StatusError> {
		let record = Attestations::<T>::get(root).ok_or(StatusError::NotFound)?;
		let Content::Batch { leaves, .. } = record.content else {
			return Err(StatusError::NotBatch);
		};
		verify_leaf(&Batch { root, leaves }, position, commitment, index, proof)
			.map_err(StatusError::Proof)?;
		Self::worth(&record, index, at)
	}

	pub(crate) fn read_evidence(shown: &Shown, at: Instant) -> Evidence {
		let Shown { commitment, place, issuer, key } = shown;
		let anchor = place.as_ref().map_or(H256(*commitment.as_bytes()), |place| place.root);
		let attestation = Attestations::<T>::get(anchor);
		let document = match &attestation {
			Some(record) => Self::read_issuer_at(*issuer, record.validity.issued_at),
			None => Self::document(*issuer).ok(),
		};
		let schema_hash = attestation
			.as_ref()
			.and_then(|record| Schemas::<T>::get(record.schema, record.schema_version))
			.map(|version| version.hash);
		let status = match place {
			Some(place) => Self::read_batch_status(
				place.root,
				place.position,
				commitment,
				place.status_index,
				&place.proof,
				at,
			),
			None => Self::read_status_at(commitment, at),
		};
		let key = document.and_then(|document| signing_key(document, *key));
		Evidence { key, attestation, schema_hash, status }
	}

	fn worth(record: &AttestationRecord, index: u32, at: Instant) -> Result<Status, StatusError> {
		let schema =
			Schemas::<T>::get(record.schema, record.schema_version).ok_or(StatusError::NotFound)?;
		let document = Self::document(record.issuer).map_err(|_| StatusError::NotFound)?;
		let flags = Statuses::<T>::get(record.list, index).unwrap_or_default().flags;
		let chain = Self::chain_of(record.accreditation);
		status_at(&record.validity, &flags, &schema.law, &chain, &document, at)
			.map_err(StatusError::Broken)
	}

	pub(crate) fn read_status_bits(id: StatusListId, purpose: StatusPurpose) -> Option<Vec<u8>> {
		StatusLists::<T>::contains_key(id)
			.then(|| expand(|chunk| StatusChunks::<T>::try_get((id, purpose), chunk).ok()))
	}

	pub(crate) fn read_attestations_of(
		id: IssuerId,
		after: Option<u64>,
		limit: u32,
	) -> Vec<Listed> {
		let from = AttestationsOf::<T>::hashed_key_for(id, ordered(after.unwrap_or_default()));
		AttestationsOf::<T>::iter_prefix_from(id, from)
			.take(page(limit))
			.map(|(number, anchor)| Listed { number: u64::from_be_bytes(number), anchor })
			.collect()
	}

	pub(crate) fn read_accreditations_of(
		holder: &Party,
		after: Option<AccreditationId>,
		limit: u32,
	) -> Vec<AccreditationId> {
		let after = after.map_or(0, |id| id.0);
		let from = AccreditationsOf::<T>::hashed_key_for(holder, ordered(after.into()));
		ids(AccreditationsOf::<T>::iter_key_prefix_from(holder, from), limit)
			.filter_map(|id| u32::try_from(id).ok())
			.map(AccreditationId)
			.collect()
	}

	pub(crate) fn read_work_list(
		district: District,
		after: Option<ProposalId>,
		limit: u32,
	) -> Vec<ProposalId> {
		let after = after.map_or(0, |id| id.0);
		let from = WorkLists::<T>::hashed_key_for(district, ordered(after));
		ids(WorkLists::<T>::iter_key_prefix_from(district, from), limit).map(ProposalId).collect()
	}
}
