//! What the identity ministry has erased off the chain, without whose it was.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{
	time::{CalendarDate, Instant},
	Act, BlockNumber, LegalBasis, MandateId, Register,
};
use scale_info::TypeInfo;

use crate::types::{Preparation, RefusalReason};

/// The statute that an erasure rests on.
pub const ERASURE: LegalBasis = LegalBasis(106);

/// What was erased.
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
pub enum ErasureScope {
	/// The secret that the salts of a record's commitments come from: none of them can be opened any
	/// more.
	#[codec(index = 0)]
	RecordSecret,
	/// What says which human a tag is of.
	#[codec(index = 1)]
	PseudonymMap,
	/// Documents and values that commitments on the chain are of.
	#[codec(index = 2)]
	Documents,
	/// All of these.
	#[codec(index = 3)]
	Everything,
}

/// What is said of an erasure: nothing of the person whom it was about.
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
pub struct Erasure {
	/// The register from which it was erased.
	pub register: Register,
	/// What was erased.
	pub scope: ErasureScope,
}

/// What the second officer decides of an erasure.
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
pub enum ErasureDecision {
	/// The receipt is recorded.
	#[codec(index = 0)]
	Approve,
	/// The receipt is not recorded, for this reason.
	#[codec(index = 1)]
	Refuse(RefusalReason),
}

/// An erasure that one officer has prepared and another has not decided.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ErasureProposal<BlockNumber> {
	/// What was erased.
	pub erasure: Erasure,
	/// How it was prepared.
	pub preparation: Preparation,
	/// The block that it was prepared in.
	pub prepared_at: BlockNumber,
}

/// That something was erased, on which day, and who says so.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ErasureReceipt {
	/// What was erased.
	pub erasure: Erasure,
	/// How it was prepared.
	pub preparation: Preparation,
	/// The act of the officer who decided.
	pub act: Act,
	/// The mandate of the officer who decided.
	pub mandate: MandateId,
	/// The block that recorded it.
	pub block: BlockNumber,
	/// That block's time.
	pub recorded_at: Instant,
	/// The legal day on which it was recorded.
	pub date: CalendarDate,
}
