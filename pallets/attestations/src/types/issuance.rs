//! What is issued, and what becomes of it.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_accreditation::{
	AccreditationId, Attestation, AttestationError, BatchError, KeyId, Level, SchemaId,
	StatusFlags, StatusList,
};
use polity_primitives::{
	ids::{MinistryId, PublicBodyId, UnitNumber},
	time::Instant,
	CompanyNumber, District, Party,
};
use scale_info::TypeInfo;
use sp_core::H256;

use super::IssuerId;

/// A status list: given out once, in order.
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
pub struct StatusListId(pub u32);

/// A status list, and for whose attestations it is.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct StatusListRecord {
	/// The issuer.
	pub issuer: IssuerId,
	/// The accreditation under which its attestations are issued.
	pub accreditation: AccreditationId,
	/// How full it is.
	pub list: StatusList,
}

/// About whom a single attestation is, where that is public. No natural person can be written here.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Subject {
	/// A company.
	#[codec(index = 0)]
	Company(CompanyNumber),
	/// A ministry.
	#[codec(index = 1)]
	Ministry(MinistryId),
	/// A public body that is not a ministry.
	#[codec(index = 2)]
	PublicBody(PublicBodyId),
	/// A basic administrative unit of land.
	#[codec(index = 3)]
	Unit(UnitNumber),
}

impl From<Subject> for Party {
	fn from(subject: Subject) -> Self {
		match subject {
			Subject::Company(company) => Self::Company(company),
			Subject::Ministry(ministry) => Self::State(ministry),
			Subject::PublicBody(body) => Self::PublicBody(body),
			Subject::Unit(unit) => Self::Unit(unit),
		}
	}
}

/// Who else a party may be, or is a person, nothing public is attested about.
impl TryFrom<&Party> for Subject {
	type Error = ();

	fn try_from(party: &Party) -> Result<Self, ()> {
		match party {
			Party::Company(company) => Ok(Self::Company(*company)),
			Party::State(ministry) => Ok(Self::Ministry(*ministry)),
			Party::PublicBody(body) => Ok(Self::PublicBody(*body)),
			Party::Unit(unit) => Ok(Self::Unit(*unit)),
			Party::Person(_) | Party::Group(_) | Party::Foreign(_) | Party::Unknown => Err(()),
		}
	}
}

/// What an issuer says of what it issues, be it one attestation or a batch.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Issuance {
	/// The accreditation under which it is issued.
	pub accreditation: AccreditationId,
	/// The schema.
	pub schema: SchemaId,
	/// The version of the schema.
	pub schema_version: u32,
	/// Where it is attested.
	pub district: District,
	/// How surely.
	pub level: Level,
	/// The key that has signed it.
	pub key: KeyId,
	/// When it was signed.
	pub signed_at: Instant,
	/// The status list in which it has its index, or each of the batch its own.
	pub list: StatusListId,
	/// The first instant at which it is valid; none for that of the act.
	pub from: Option<Instant>,
	/// The first instant at which it is not any more.
	pub until: Instant,
}

/// An attestation, or a batch of them.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AttestationRecord {
	/// The issuer.
	pub issuer: IssuerId,
	/// The accreditation under which it was issued.
	pub accreditation: AccreditationId,
	/// The schema.
	pub schema: SchemaId,
	/// The version of the schema.
	pub schema_version: u32,
	/// Where it is attested.
	pub district: District,
	/// How surely.
	pub level: Level,
	/// The status list.
	pub list: StatusListId,
	/// When it was issued, by which key, and how long it is valid.
	pub validity: Attestation,
	/// One, or a batch.
	pub content: Content,
}

/// What was issued.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Content {
	/// One attestation.
	#[codec(index = 0)]
	Single {
		/// About whom, where that is public; none where the commitment alone says it.
		subject: Option<Subject>,
		/// Its index in the status list.
		status_index: u32,
	},
	/// A batch.
	#[codec(index = 1)]
	Batch {
		/// How many attestations it has.
		leaves: u32,
		/// How many further indices of the status list the issuer has drawn, that are nobody's.
		decoys: u32,
	},
}

/// How much an issuer has issued, so that nothing is issued in secret.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct IssuanceCounts {
	/// Single attestations.
	pub singles: u64,
	/// Batches.
	pub batches: u64,
	/// Attestations in batches.
	pub leaves: u64,
	/// Revocations, by whomever.
	pub revocations: u64,
	/// Suspensions, by whomever.
	pub suspensions: u64,
}

impl IssuanceCounts {
	/// Single attestations and batches together: the number of the last one in the issuer's list.
	pub(crate) const fn issued(&self) -> u64 {
		self.singles.saturating_add(self.batches)
	}
}

/// The most issuers whose last attestations of a schema about a subject are noted.
pub const MAX_ISSUERS_ABOUT: u32 = 8;

/// An attestation about a public subject, as it is noted for other registers.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct NotedAttestation {
	/// The issuer.
	pub issuer: IssuerId,
	/// The commitment.
	pub anchor: H256,
	/// The first instant at which it is valid.
	pub from: Instant,
	/// The first instant at which it is not any more.
	pub until: Instant,
}

/// What is noted of a schema about a subject, in the order of issue: of each issuer one attestation that
/// has begun and one that begins later, at most.
pub type NotedAttestations = BoundedVec<NotedAttestation, ConstU32<{ 2 * MAX_ISSUERS_ABOUT }>>;

/// An attestation or a batch in its issuer's list.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct Listed {
	/// Its number with the issuer, from 1.
	pub number: u64,
	/// The commitment of an attestation, or the root of a batch.
	pub anchor: H256,
}

/// Who sets a status, from the lowest to the highest: a suspension is ended by nobody lower than who
/// has made it.
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
pub enum StatusAuthority {
	/// A controller of the issuer.
	#[codec(index = 0)]
	Issuer,
	/// A controller of the holder of the accreditation above the issuer's.
	#[codec(index = 1)]
	Parent,
	/// Two officers who accredit.
	#[codec(index = 2)]
	Register,
	/// Two officers who speak for a court.
	#[codec(index = 3)]
	Court,
}

/// What a status list says of an index, now and earlier.
#[derive(
	Clone,
	Debug,
	Default,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct CredentialStatus {
	/// When it was revoked and suspended.
	pub flags: StatusFlags,
	/// Who has suspended it, while it is.
	pub suspended_by: Option<StatusAuthority>,
}

/// Why nothing can be said of an attestation.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub enum StatusError {
	/// The register has no such attestation or batch.
	#[codec(index = 0)]
	NotFound,
	/// It is a batch: ask for one of its attestations.
	#[codec(index = 1)]
	IsBatch,
	/// It is a single attestation, and no batch.
	#[codec(index = 2)]
	NotBatch,
	/// The attestation is not in the batch.
	#[codec(index = 3)]
	Proof(BatchError),
	/// What the register keeps of it does not fit together: the state is broken.
	#[codec(index = 4)]
	Broken(AttestationError),
}
