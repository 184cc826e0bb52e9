//! What a verifier asks about an attestation that is shown to it, and what it is told.

use codec::{Decode, DecodeWithMemTracking, Encode};
use polity_accreditation::{KeyId, KeyKind, PublicKey, Status};
use polity_primitives::{merkle::Proof, Commitment};
use scale_info::TypeInfo;
use sp_core::H256;

use super::{AttestationRecord, IssuerId, StatusError};

/// What is shown of an attestation. Nothing of it says what is attested.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Shown {
	/// The commitment to it.
	pub commitment: Commitment,
	/// Its place in a batch; none for a single attestation.
	pub place: Option<BatchPlace>,
	/// The issuer that it names.
	pub issuer: IssuerId,
	/// The key of that issuer that it names.
	pub key: KeyId,
}

/// Where an attestation stands in a batch.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct BatchPlace {
	/// The root of the batch.
	pub root: H256,
	/// Its position, from 0.
	pub position: u32,
	/// Its index in the status list of the batch.
	pub status_index: u32,
	/// The proof that it stands there.
	pub proof: Proof,
}

/// All that the register knows of what is shown. Whether the issuer that is named is the one that has
/// issued it, and whether the key has signed it, is for the verifier to compare.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct Evidence {
	/// The key that is named, by the document that its issuer had at issue, or has now where nothing
	/// was issued; none where that document has no such key, or has it for something else.
	pub key: Option<SigningKey>,
	/// The attestation or the batch; none where the register has none by that commitment or root.
	pub attestation: Option<AttestationRecord>,
	/// The hash of the version of the schema by which it was issued.
	pub schema_hash: Option<H256>,
	/// What it is worth, or why nothing can be said of it.
	pub status: Result<Status, StatusError>,
}

/// A key that signs attestations. Whether it has ended, or was in other hands, is in the status.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct SigningKey {
	/// Its kind.
	pub kind: KeyKind,
	/// The public key, in the encoding of its kind.
	pub public: PublicKey,
}
