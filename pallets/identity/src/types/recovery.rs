//! How a person comes to a tag without officers at the end: by a claim, and by guardians.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{merkle, MandateId};
use scale_info::TypeInfo;
use sp_core::H256;

use crate::types::PersonId;

/// The fewest guardians of a tag, and the smallest quorum of them.
pub const MIN_GUARDIANS: u8 = 2;
/// The most guardians of a tag.
pub const MAX_GUARDIANS: u8 = 8;
/// What the leaf of a guardian begins with.
pub const GUARDIAN_LEAF_DOMAIN: &[u8] = b"polity/guardian-leaf/1";

/// What two officers have offered to the owner of a tag without a controller.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ClaimOffer<AccountId, BlockNumber> {
	/// The accounts of the two keys that the owner signs the claim with, which differ: the one of the
	/// officer who prepared the offer, and the one of the officer who decided it.
	pub claim_keys: [AccountId; 2],
	/// The block from which the period of the claim runs.
	pub offered_at: BlockNumber,
	/// The mandate of the officer who prepared the offer.
	pub prepared_under: MandateId,
	/// The mandate of the officer who decided it.
	pub mandate: MandateId,
}

/// The guardians of a tag, of whom the chain knows neither keys nor persons.
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
pub struct GuardianSet {
	/// The root over the [`GuardianLeaf`] of each.
	pub root: H256,
	/// How many of them open a recovery, from [`MIN_GUARDIANS`] to `count`.
	pub quorum: u8,
	/// How many they are, at most [`MAX_GUARDIANS`].
	pub count: u8,
}

/// What is hashed of one guardian.
///
/// It names the tag, so that nobody can use one set of guardians for two tags and link them by the
/// root.
#[derive(Clone, Debug, Eq, PartialEq, Encode)]
pub struct GuardianLeaf<AccountId> {
	/// Whose guardian it is.
	pub person: PersonId,
	/// The account of the guardian's key, which was made for this tag alone.
	pub guardian: AccountId,
	/// 32 random bytes, without which the key could be found by trying those that are known.
	pub salt: H256,
}

impl<AccountId: Encode> GuardianLeaf<AccountId> {
	/// The leaf: `blake2_256(0x00 ‖ "polity/guardian-leaf/1" ‖ register (1) ‖ tag (32) ‖ account (32) ‖
	/// salt (32))`.
	pub fn hash(&self) -> H256 {
		let mut row = GUARDIAN_LEAF_DOMAIN.to_vec();
		self.encode_to(&mut row);
		merkle::leaf(&row)
	}
}

/// That one guardian agrees to a recovery.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct GuardianApproval<AccountId, Signature> {
	/// The account of the guardian's key.
	pub guardian: AccountId,
	/// The salt of its leaf.
	pub salt: H256,
	/// Where its leaf stands, from 0.
	pub position: u8,
	/// That the leaf stands there.
	pub proof: merkle::Proof,
	/// The key's signature over the payload of
	/// [`GUARDIAN_DOMAIN`](polity_primitives::controller_proof::GUARDIAN_DOMAIN).
	pub signature: Signature,
}

/// [`MAX_GUARDIANS`] as the bound of a list.
const MOST_APPROVALS: u32 = u32::from_be_bytes([0, 0, 0, MAX_GUARDIANS]);

/// The approvals of one recovery: as many as the quorum.
pub type Approvals<AccountId, Signature> =
	BoundedVec<GuardianApproval<AccountId, Signature>, ConstU32<MOST_APPROVALS>>;

/// A recovery that guardians have opened and that waits for its day.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Recovery<AccountId, BlockNumber> {
	/// The account that controls the tag when it is finished.
	pub controller: AccountId,
	/// The block that it was opened in.
	pub opened_at: BlockNumber,
}
