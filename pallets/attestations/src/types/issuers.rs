//! Issuers' documents.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_accreditation::{
	Ending, Issuer, Key, KeyId, KeyKind, PublicKey, Purpose, MAX_GUARDIANS,
};
use polity_primitives::{record::Head, time::Instant, AccountId, District, Party};
use scale_info::TypeInfo;

/// An issuer's document: given out once, in order.
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
pub struct IssuerId(pub u32);

/// Whose document it is. The versions stand beside it.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct IssuerRecord {
	/// The holder: it has this document and no other.
	pub holder: Party,
	/// The district of the accreditation with which it was opened: controllers and guardians act there.
	/// Officers act on it in the country.
	pub district: District,
	/// The version in which the guardians were set, or made a recovery: what approvals of a recovery
	/// cite, since a controller cannot change it.
	pub recovery_version: u32,
}

/// An issuer as it stands.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct IssuerView {
	/// Whose document it is.
	pub record: IssuerRecord,
	/// The version that is active now.
	pub document: Issuer,
	/// The head of its entries: what the next act on it cites as its version.
	pub head: Head,
}

/// A key as it is asked for.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct NewKey {
	/// Its kind.
	pub kind: KeyKind,
	/// What it is for.
	pub purpose: Purpose,
	/// The public key, in the encoding of its kind: bytes that are no text, and checked.
	pub public: PublicKey,
	/// The first instant at which a signature holds; none for that of the act.
	pub from: Option<Instant>,
	/// The first instant at which none holds any more; none if it has no end.
	pub until: Option<Instant>,
}

impl NewKey {
	/// The key at an instant. Its number is given by the document.
	pub(crate) fn at(&self, now: Instant) -> Key {
		Key {
			id: KeyId(0),
			kind: self.kind,
			purpose: self.purpose,
			public: self.public.clone(),
			from: self.from.unwrap_or(now),
			until: self.until,
			revoked: None,
			compromised_since: None,
		}
	}
}

/// What a controller changes of its issuer's document.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum IssuerChange {
	/// The issuer has one more key.
	#[codec(index = 0)]
	AddKey(NewKey),
	/// A key ends, and another takes its place if one is given.
	#[codec(index = 1)]
	RotateKey {
		/// The key that ends.
		key: KeyId,
		/// How.
		ending: Ending,
		/// The key that takes its place.
		replacement: Option<NewKey>,
	},
	/// One more account controls the issuer.
	#[codec(index = 2)]
	AddController(AccountId),
	/// An account controls it no more.
	#[codec(index = 3)]
	RemoveController(AccountId),
}

/// What a guardian has approved: one recovery at a time.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Approval {
	/// The guardian.
	pub guardian: AccountId,
	/// The controller that the issuer is to have, in place of all others.
	pub controller: AccountId,
	/// The key that it is to have.
	pub key: NewKey,
	/// When it was approved.
	pub at: Instant,
}

/// The approvals of an issuer's recovery.
pub type Approvals = BoundedVec<Approval, ConstU32<MAX_GUARDIANS>>;
