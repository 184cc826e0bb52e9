//! How an application is decided, and by whom.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::time::Instant;
use scale_info::TypeInfo;

/// How an application was decided.
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
pub enum Outcome {
	/// The permit is granted.
	#[codec(index = 0)]
	Granted,
	/// It is granted on conditions.
	#[codec(index = 1)]
	GrantedOnConditions,
	/// It is refused, for reasons.
	#[codec(index = 2)]
	Refused,
	/// Nobody decided in time: silence has granted it.
	#[codec(index = 3)]
	DeemedGranted,
	/// The dossier became complete by silence when no place was free under the quota.
	#[codec(index = 4)]
	NoPlace,
	/// It is refused as inadmissible: the dossier was never complete.
	#[codec(index = 5)]
	Inadmissible,
}

impl Outcome {
	/// Whether there is a permit.
	pub const fn grants(self) -> bool {
		match self {
			Self::Granted | Self::GrantedOnConditions | Self::DeemedGranted => true,
			Self::Refused | Self::NoPlace | Self::Inadmissible => false,
		}
	}
}

/// A decision, whoever or whatever made it.
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
pub struct Decided {
	/// What was decided.
	pub outcome: Outcome,
	/// When. What the chain decides is decided when it acts, and the period of an appeal goes by that.
	pub at: Instant,
}

/// What officers can decide on a complete dossier. Silence is not theirs.
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
pub enum DecidedByOfficers {
	/// The permit is granted.
	#[codec(index = 0)]
	Granted,
	/// It is granted on conditions.
	#[codec(index = 1)]
	GrantedOnConditions,
	/// It is refused, for reasons.
	#[codec(index = 2)]
	Refused,
}

impl From<DecidedByOfficers> for Outcome {
	fn from(decided: DecidedByOfficers) -> Self {
		match decided {
			DecidedByOfficers::Granted => Self::Granted,
			DecidedByOfficers::GrantedOnConditions => Self::GrantedOnConditions,
			DecidedByOfficers::Refused => Self::Refused,
		}
	}
}

/// What the chain does itself when a period is over.
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
pub enum DueStep {
	/// Nobody has said that something is missing: the dossier is complete.
	#[codec(index = 0)]
	DeemedComplete,
	/// Nobody has decided: the permit is granted.
	#[codec(index = 1)]
	DeemedGranted,
}
