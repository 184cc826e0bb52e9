//! The runtime API of permits: the reads of the pallet's view functions, for callers that know the
//! runtime by its APIs.

use alloc::vec::Vec;
use polity_accreditation::StatusPurpose;
use polity_permit_procedure::{EffectiveStatus, Quota};
use polity_primitives::{
	ids::ProposalId, record::Entry, time::Instant, Commitment, District, Party,
};

use crate::types::{
	PermitEntry, PermitNumber, PermitRecord, PermitType, PermitTypeId, PersonalEntry,
	PersonalPermit, Proposal, Published, Request, TypeChange, TypeVersion, Versioned, WorkState,
};

sp_api::decl_runtime_apis! {
	/// Reads of permits. Pages hold at most 64 items.
	pub trait PermitsApi {
		/// A type, with the version in force.
		fn permit_type(kind: PermitTypeId) -> Option<Versioned<PermitType>>;
		/// A version of a type.
		fn type_version(kind: PermitTypeId, version: u32) -> Option<TypeVersion>;
		/// The places of a type that are taken.
		fn places(kind: PermitTypeId) -> Quota;
		/// A permit.
		fn permit(number: PermitNumber) -> Option<Versioned<PermitRecord>>;
		/// What a permit, as it is recorded now, is worth at an instant.
		fn effective_status(number: PermitNumber, at: Instant) -> Option<EffectiveStatus>;
		/// What is published of a permit.
		fn published(number: PermitNumber) -> Option<Published>;
		/// What the holder of a permit has asked for.
		fn request(number: PermitNumber) -> Option<Request>;
		/// Permits that a party holds or has held, in the order of counting.
		fn permits_of(
			party: Party,
			after: Option<PermitNumber>,
			limit: u32,
		) -> Vec<PermitNumber>;
		/// Permits of a type, in the order of counting.
		fn permits_of_kind(
			kind: PermitTypeId,
			after: Option<PermitNumber>,
			limit: u32,
		) -> Vec<PermitNumber>;
		/// A permit of a natural person, by its commitment.
		fn personal(commitment: Commitment) -> Option<Versioned<PersonalPermit>>;
		/// The 16 KiB of a status list for a purpose, in the order of the standard.
		fn personal_status(list: u32, purpose: StatusPurpose) -> Option<Vec<u8>>;
		/// What was prepared and not decided.
		fn proposal(id: ProposalId) -> Option<Proposal>;
		/// Ids of what waits in a district and state, in the order of counting.
		fn work_list(
			district: District,
			state: WorkState,
			after: Option<u64>,
			limit: u32,
		) -> Vec<u64>;
		/// Entries of a type from a version on.
		fn type_history(
			kind: PermitTypeId,
			from: u32,
			limit: u32,
		) -> Vec<Entry<PermitTypeId, TypeChange>>;
		/// Entries of a permit from a version on.
		fn permit_history(
			number: PermitNumber,
			from: u32,
			limit: u32,
		) -> Vec<Entry<PermitNumber, PermitEntry>>;
		/// Entries of a personal permit from a version on.
		fn personal_history(
			commitment: Commitment,
			from: u32,
			limit: u32,
		) -> Vec<Entry<Commitment, PersonalEntry>>;
	}
}
