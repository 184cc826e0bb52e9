//! What the register stores and what its calls take.

mod application;
mod campaign;
mod company;
mod law;

pub use application::*;
pub use campaign::*;
pub use company::*;
pub use law::*;

pub(crate) use polity_primitives::preparation::{ordered, OrderedId};
pub use polity_primitives::preparation::{Preparation, Verdict, Versioned};

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The most ids or records that one read returns.
pub const MAX_PAGE: u32 = 64;

/// The most entries of one history that a read of a past status looks at.
pub const MAX_STATUS_STEPS: u32 = 256;

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
