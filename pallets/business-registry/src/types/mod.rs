//! What the register stores and what its calls take.

mod application;
mod campaign;
mod company;
mod law;

pub use application::*;
pub use campaign::*;
pub use company::*;
pub use law::*;

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::Head;
use scale_info::TypeInfo;

/// The most ids or records that one read returns.
pub const MAX_PAGE: u32 = 64;

/// The most entries of one history that a read of a past status looks at.
pub const MAX_STATUS_STEPS: u32 = 256;

/// A record as it stands, with its head: what the next act on it cites as its version.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct Versioned<Record> {
	/// The record.
	pub record: Record,
	/// The head of its entries.
	pub head: Head,
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
	/// Reservations that have been asked for.
	#[codec(index = 0)]
	ReservationRequested,
	/// Applications that have been filed.
	#[codec(index = 1)]
	ApplicationFiled,
	/// Applications that an officer examines.
	#[codec(index = 2)]
	ApplicationUnderExamination,
	/// Applications that wait for the applicant.
	#[codec(index = 3)]
	ApplicationQueryRaised,
	/// Applications that wait for the other officer.
	#[codec(index = 4)]
	ApplicationExamined,
	/// Changes that wait for the other officer.
	#[codec(index = 5)]
	ProposalOpen,
	/// Campaigns that are not sealed.
	#[codec(index = 6)]
	CampaignOpen,
}

/// An id as a key whose order in the state is the order of counting.
pub(crate) type OrderedId = [u8; 8];

/// The key of a counted id.
pub(crate) const fn ordered(id: u64) -> OrderedId {
	id.to_be_bytes()
}
