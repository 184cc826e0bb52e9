//! What the register of filings stores and what its calls take.

mod filing;
mod law;
mod ownership;

pub use filing::*;
pub use law::*;
pub use ownership::*;
pub use polity_primitives::ids::FilingId;

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{time::Instant, Act, District, Head, MandateId};
use scale_info::TypeInfo;

/// The most ids or records that one read returns.
pub const MAX_PAGE: u32 = 64;

/// A record as it stands, with its head: what the next act on it cites as its version.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct Versioned<Record> {
	/// The record.
	pub record: Record,
	/// The head of its entries.
	pub head: Head,
}

/// Who prepared something that another officer has decided or is to decide.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Preparation {
	/// The mandate of the officer who prepared it.
	pub mandate: MandateId,
	/// The act as it was prepared, with its documents.
	pub act: Act,
}

/// A law that one officer has prepared and nobody has decided yet.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Proposal {
	/// The district whose law it is; [`District::NATIONAL`] for that of the country.
	pub district: District,
	/// The law.
	pub law: FilingLaw,
	/// The version of the law's record that it was prepared on.
	pub version: u32,
	/// Who prepared it, and by what act.
	pub preparation: Preparation,
	/// When.
	pub made_at: Instant,
}

/// What an officer decides about a law that another has prepared.
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
	/// Do it.
	#[codec(index = 0)]
	Approve,
	/// Do not do it.
	#[codec(index = 1)]
	Reject,
}

/// What an entry of a law's record says.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct LawChange {
	/// The law, which holds from the day that it says.
	pub law: FilingLaw,
	/// How it was prepared.
	pub preparation: Preparation,
}

/// What waits for somebody: the lists that [`crate::Pallet::work_list`] reads.
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
pub enum WorkState {
	/// Filings that wait for an examiner.
	#[codec(index = 0)]
	FilingReceived,
	/// Filings that wait for another officer.
	#[codec(index = 1)]
	FilingExamined,
	/// Laws that wait for another officer.
	#[codec(index = 2)]
	ProposalOpen,
}

/// An id as a key whose order in the state is the order of counting.
pub(crate) type OrderedId = [u8; 8];

/// The key of a counted id.
pub(crate) const fn ordered(id: u64) -> OrderedId {
	id.to_be_bytes()
}
