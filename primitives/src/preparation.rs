//! What one officer prepares and another decides, and how records are read: alike in every register.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

use crate::{act::Act, ids::MandateId, record::Head, time::Instant};

/// A record as it stands, with its head: what the next act on it cites as its version.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct Versioned<Record> {
	/// The record.
	pub record: Record,
	/// The head of its entries.
	pub head: Head,
}

/// Who prepared what another officer has decided or is to decide.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Preparation {
	/// The mandate of the officer who prepared it.
	pub mandate: MandateId,
	/// The act as it was prepared, with its documents.
	pub act: Act,
}

/// What an officer decides about what another has prepared.
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
pub enum Verdict {
	/// It is done.
	#[codec(index = 0)]
	Approve,
	/// It is not done.
	#[codec(index = 1)]
	Reject,
}

/// A change of a register's law that one officer has prepared and another has not decided.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct LawProposal<Law> {
	/// The version of the law's record that it was prepared on.
	pub version: u32,
	/// What is to be the law.
	pub law: Law,
	/// How it was prepared.
	pub preparation: Preparation,
	/// When it was prepared.
	pub made_at: Instant,
}

/// What an entry of a law's record says.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct LawChange<Law> {
	/// What is the law from then on.
	pub law: Law,
	/// How it was prepared.
	pub preparation: Preparation,
}

/// An id as a key whose order in the state is the order of counting.
pub type OrderedId = [u8; 8];

/// The key of a counted id.
pub const fn ordered(id: u64) -> OrderedId {
	id.to_be_bytes()
}
