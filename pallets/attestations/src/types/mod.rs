//! What the register of attestations keeps.

mod evidence;
mod issuance;
mod issuers;

pub use evidence::{BatchPlace, Evidence, Shown, SigningKey};
pub use issuance::{
	AttestationRecord, Content, CredentialStatus, Issuance, IssuanceCounts, Listed,
	NotedAttestation, NotedAttestations, StatusAuthority, StatusError, StatusListId,
	StatusListRecord, Subject, MAX_ISSUERS_ABOUT,
};
pub use issuers::{Approval, Approvals, IssuerChange, IssuerId, IssuerRecord, IssuerView, NewKey};
pub use polity_primitives::preparation::{ordered, OrderedId, Preparation, Verdict, Versioned};

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_accreditation::{
	Accreditation, AccreditationId, AccreditationKind, Issued, ListUse, Recovery, SchemaId,
	SchemaLaw, Scope, StatusPurpose, MAX_GUARDIANS,
};
use polity_primitives::{act::LegalBasis, time::Instant, AccountId, District, Party, RecordKind};
use scale_info::TypeInfo;
use sp_core::H256;

/// "Accreditation of issuers", which schemas rest on as well.
pub const ACCREDITATION: LegalBasis = LegalBasis(601);

/// "Keys and controllers of issuers".
pub const ISSUERS: LegalBasis = LegalBasis(602);

/// "Issue, suspension and revocation of attestations".
pub const ATTESTATION: LegalBasis = LegalBasis(603);

/// "Order of a court against an attestation", which cites the order.
pub const COURT_ORDER: LegalBasis = LegalBasis(604);

/// How long the controllers stay as they are, in milliseconds, before one is added or removed again,
/// and a whole document while guardians have approved a recovery: ten minutes.
pub const RECOVERY_GAP_MILLIS: u64 = 600_000;

/// The most items of a page.
pub const MAX_PAGE: u32 = 64;

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
	/// An issuer's document.
	#[codec(index = 2)]
	Issuer(IssuerId),
	/// An attestation by its commitment, or a batch by its root.
	#[codec(index = 3)]
	Attestation(H256),
	/// A status list.
	#[codec(index = 4)]
	StatusList(StatusListId),
	/// The status of an index of a status list.
	#[codec(index = 5)]
	Status(StatusListId, u32),
}

impl RecordId {
	pub(crate) const fn kind(&self) -> RecordKind {
		match self {
			Self::Schema(_) => RecordKind::AttestationSchema,
			Self::Accreditation(_) => RecordKind::Accreditation,
			Self::Issuer(_) => RecordKind::Issuer,
			Self::Attestation(_) => RecordKind::Attestation,
			Self::StatusList(_) => RecordKind::StatusList,
			Self::Status(..) => RecordKind::CredentialStatus,
		}
	}
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

/// The consent of the holder of an accreditation to one below it.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Endorsement {
	/// The controller who gave it: it has to be one still when the change is decided.
	pub by: AccountId,
	/// When.
	pub at: Instant,
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
	/// The document of an accredited holder is opened: the one that it has.
	#[codec(index = 4)]
	OpenIssuer {
		/// An accreditation of the holder.
		accreditation: AccreditationId,
		/// The first key, which signs attestations from now on.
		key: NewKey,
		/// The account that changes the document: the holder's, and neither officer's.
		controller: AccountId,
		/// Who gives the issuer another controller when it has lost its own.
		recovery: Recovery,
	},
	/// An issuer has other guardians.
	#[codec(index = 5)]
	SetRecovery {
		/// The issuer.
		issuer: IssuerId,
		/// The guardians and their quorum.
		recovery: Recovery,
	},
	/// An attestation is revoked or suspended, or its suspension ends, by the register or a court.
	#[codec(index = 6)]
	SetStatus {
		/// The status list.
		list: StatusListId,
		/// The index in it.
		index: u32,
		/// Revocation or suspension.
		purpose: StatusPurpose,
		/// Whether it is so from now on.
		set: bool,
		/// Whether a court has ordered it; else the register does it as accreditor.
		by_court: bool,
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
	/// The district in whose work list it is.
	pub district: District,
}

/// What a record's entry says.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Recorded {
	/// Two officers have changed something.
	#[codec(index = 0)]
	Decided {
		/// The change.
		change: Change,
		/// How it was prepared. The entry's own act and mandate are the checker's.
		preparation: Preparation,
	},
	/// A controller has changed its issuer's document.
	#[codec(index = 1)]
	IssuerChanged {
		/// The controller.
		by: AccountId,
		/// The change.
		change: IssuerChange,
	},
	/// Guardians have given an issuer a new controller. The entry's act is that of the last of them.
	#[codec(index = 2)]
	Recovered {
		/// The guardians.
		approved_by: BoundedVec<AccountId, ConstU32<MAX_GUARDIANS>>,
		/// The controller, alone from now on.
		controller: AccountId,
		/// The new key.
		key: NewKey,
	},
	/// A controller has opened a status list.
	#[codec(index = 3)]
	ListOpened {
		/// The controller.
		by: AccountId,
		/// The accreditation under which its attestations are issued.
		accreditation: AccreditationId,
		/// How its indices are given out.
		list_use: ListUse,
	},
	/// A controller has issued an attestation or a batch.
	#[codec(index = 4)]
	Attested {
		/// The controller.
		by: AccountId,
		/// What was issued.
		attestation: AttestationRecord,
	},
	/// A controller has set or cleared a status.
	#[codec(index = 5)]
	StatusSet {
		/// The controller.
		by: AccountId,
		/// Of the issuer, or of the holder of the accreditation above.
		authority: StatusAuthority,
		/// Revocation or suspension.
		purpose: StatusPurpose,
		/// Whether it is so from now on.
		set: bool,
	},
}
