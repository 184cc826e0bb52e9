#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

/// The traits that a stored value of this crate has.
macro_rules! stored {
	($(#[$attribute:meta])* pub $kind:ident $($rest:tt)*) => {
		$(#[$attribute])*
		#[derive(
			Clone, Debug, Eq, PartialEq, codec::Encode, codec::Decode,
			codec::DecodeWithMemTracking, codec::MaxEncodedLen, scale_info::TypeInfo,
		)]
		pub $kind $($rest)*
	};
}

mod attestation;
mod batch;
mod curve;
mod issuer;
mod key;
mod scope;
mod status_list;
#[cfg(test)]
mod tests;
mod tree;

pub use attestation::{
	check_validity, status_at, Attestation, AttestationError, SchemaLaw, Status, StatusFlags,
	Suspension, MAX_HOLDER_SUSPENSIONS, MAX_SUSPENSIONS,
};
pub use batch::{batch_leaf, verify_leaf, Batch, BatchError, MAX_BATCH_LEAVES};
pub use issuer::{
	active_at, Ending, Issuer, IssuerError, Recovery, KEYS_FOR_RECOVERY, LEAST_QUORUM,
	LONGEST_COMPROMISE_MILLIS, MAX_CONTROLLERS, MAX_GUARDIANS, MAX_KEYS,
};
pub use key::{Key, KeyError, KeyId, KeyKind, PublicKey, Purpose, MAX_PUBLIC_KEY_BYTES};
pub use scope::{Level, SchemaId, Scope, ScopeError, MAX_SCHEMAS};
pub use status_list::{
	claim, expand, flip, permuted_index, place, Chunk, ListUse, Place, StatusList, StatusListError,
	StatusPurpose, CHUNKS, CHUNK_BITS, CHUNK_BYTES, LIST_BITS,
};
pub use tree::{
	accredit, chain_allows, check_chain, narrow, revoke, void_in_chain, Accreditation,
	AccreditationError, AccreditationId, AccreditationKind, ChainError, Claim, Issued, Revocation,
	MAX_DEPTH,
};
