//! The runtime API of attestations: the reads of the pallet's view functions, for callers that know the
//! runtime by its APIs.

use alloc::vec::Vec;
use polity_accreditation::{
	AccreditationId, ChainError, Claim, Issuer, SchemaId, Status, StatusPurpose,
};
use polity_primitives::{
	ids::ProposalId, merkle::Proof, record::Entry, time::Instant, AccountId, Commitment, District,
	Party,
};
use sp_core::H256;

use crate::types::{
	AccreditationRecord, Approvals, AttestationRecord, CredentialStatus, Evidence, IssuanceCounts,
	IssuerId, IssuerView, Listed, Proposal, RecordId, Recorded, SchemaVersion, Shown, StatusError,
	StatusListId, StatusListRecord, Versioned,
};

sp_api::decl_runtime_apis! {
	/// Reads of attestations. Pages hold at most 64 items.
	pub trait AttestationsApi {
		/// A version of a schema.
		fn schema(schema: SchemaId, version: u32) -> Option<SchemaVersion>;
		/// The schema and version that have a hash.
		fn schema_of(hash: H256) -> Option<(SchemaId, u32)>;
		/// An accreditation.
		fn accreditation(id: AccreditationId) -> Option<Versioned<AccreditationRecord>>;
		/// Accreditations of a holder, in the order of counting.
		fn accreditations_of(
			holder: Party,
			after: Option<AccreditationId>,
			limit: u32,
		) -> Vec<AccreditationId>;
		/// Whether an accreditation allows somebody to attest something at an instant.
		fn allows(id: AccreditationId, claim: Claim, at: Instant) -> Result<(), ChainError>;
		/// An issuer with the document that is active now.
		fn issuer(id: IssuerId) -> Option<IssuerView>;
		/// The issuer whose document a holder has.
		fn issuer_of(holder: Party) -> Option<IssuerId>;
		/// The document of an issuer that was active at an instant.
		fn issuer_at(id: IssuerId, at: Instant) -> Option<Issuer>;
		/// Whether an account is a controller or a guardian of any issuer.
		fn is_controller(account: AccountId) -> bool;
		/// What guardians have approved and the quorum has not.
		fn recovery_approvals(id: IssuerId) -> Approvals;
		/// How much an issuer has issued, revoked and suspended.
		fn issuance_counts(id: IssuerId) -> IssuanceCounts;
		/// What an issuer has issued, in its order.
		fn attestations_of(id: IssuerId, after: Option<u64>, limit: u32) -> Vec<Listed>;
		/// An attestation by its commitment, or a batch by its root.
		fn attestation(anchor: H256) -> Option<Versioned<AttestationRecord>>;
		/// What a single attestation is worth at an instant, by all that is known now.
		fn status_at(commitment: Commitment, at: Instant) -> Result<Status, StatusError>;
		/// What an attestation of a batch is worth at an instant, by all that is known now.
		fn batch_status(
			root: H256,
			position: u32,
			commitment: Commitment,
			index: u32,
			proof: Proof,
			at: Instant,
		) -> Result<Status, StatusError>;
		/// All that a verifier needs to know of an attestation that is shown to it: the key of its
		/// issuer, what was issued and by which schema, and what it is worth at an instant.
		fn evidence(shown: Shown, at: Instant) -> Evidence;
		/// A status list.
		fn status_list(id: StatusListId) -> Option<Versioned<StatusListRecord>>;
		/// The bits of a status list, 16 KiB before compression.
		fn status_bits(id: StatusListId, purpose: StatusPurpose) -> Option<Vec<u8>>;
		/// What was ever set at an index of a status list.
		fn credential_status(id: StatusListId, index: u32) -> Versioned<CredentialStatus>;
		/// A change that was prepared and not decided.
		fn proposal(id: ProposalId) -> Option<Proposal>;
		/// Proposals that wait in a district, in the order of counting.
		fn work_list(
			district: District,
			after: Option<ProposalId>,
			limit: u32,
		) -> Vec<ProposalId>;
		/// Entries of a record from a version on.
		fn history(id: RecordId, from: u32, limit: u32) -> Vec<Entry<RecordId, Recorded>>;
	}
}
