//! What the register of attestations keeps.

pub use polity_primitives::preparation::{Preparation, Verdict};

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_accreditation::{
	Accreditation, AccreditationId, AccreditationKind, Issued, SchemaId, SchemaLaw, Scope,
};
use polity_primitives::{act::LegalBasis, time::Instant, Party};
use scale_info::TypeInfo;
use sp_core::H256;

/// "Accreditation of issuers", which schemas rest on as well.
pub const ACCREDITATION: LegalBasis = LegalBasis(601);

/// A record of this register.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum RecordId {
	/// A schema.
	#[codec(index = 0)]
	Schema(SchemaId),
	/// An accreditation.
	#[codec(index = 1)]
	Accreditation(AccreditationId),
}

/// A version of a schema. The schema itself is published off the chain.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct SchemaVersion {
	/// The SHA-256 of the schema's canonical text: no other version of any schema has it.
	pub hash: H256,
	/// The longest validity, and from when another version has taken its place.
	pub law: SchemaLaw,
}

/// An accreditation and who holds it.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AccreditationRecord {
	/// The holder: a company, a ministry or a public body. Never a person.
	pub holder: Party,
	/// The node of the tree.
	pub node: Accreditation,
}

/// What is changed in the register.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Change {
	/// A version of a schema comes into force, and takes the place of the one before.
	#[codec(index = 0)]
	SetSchema {
		/// The schema; none for a new one.
		schema: Option<SchemaId>,
		/// The SHA-256 of its canonical text.
		hash: H256,
		/// The longest validity of an attestation, in milliseconds; not zero.
		longest_millis: u64,
	},
	/// Somebody is accredited.
	#[codec(index = 1)]
	Accredit {
		/// The accreditation that it hangs from; none for a root.
		parent: Option<AccreditationId>,
		/// What it makes of the holder.
		kind: AccreditationKind,
		/// The holder.
		holder: Party,
		/// What it covers.
		scope: Scope,
	},
	/// An accreditation covers less from now on.
	#[codec(index = 2)]
	Narrow {
		/// The accreditation.
		accreditation: AccreditationId,
		/// What it covers.
		scope: Scope,
	},
	/// An accreditation is revoked.
	#[codec(index = 3)]
	Revoke {
		/// The accreditation.
		accreditation: AccreditationId,
		/// What becomes of what was issued under it.
		issued: Issued,
	},
}

/// A change that was prepared and not decided.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Proposal {
	/// The change.
	pub change: Change,
	/// How it was prepared: its act says on which version.
	pub preparation: Preparation,
	/// When it was prepared.
	pub made_at: Instant,
}

/// What a record's entry says.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Recorded {
	/// The change.
	pub change: Change,
	/// How it was prepared. The entry's own act and mandate are the checker's.
	pub preparation: Preparation,
}
