//! What the register of filings stores and what its calls take.

mod filing;
mod law;
mod ownership;

pub use filing::*;
pub use law::*;
pub use ownership::*;
pub use polity_primitives::ids::FilingId;

pub(crate) use polity_primitives::preparation::{ordered, OrderedId};
pub use polity_primitives::preparation::{Preparation, Verdict, Versioned};

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{preparation, time::Instant, District};
use scale_info::TypeInfo;

/// The most ids or records that one read returns.
pub const MAX_PAGE: u32 = 64;

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

/// What an entry of a law's record says. The law holds from the day that it says.
pub type LawChange = preparation::LawChange<FilingLaw>;
