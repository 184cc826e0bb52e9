//! How an authority serves: figures that the chain counts by itself.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

use crate::rules::MedianDays;

/// What has become of the applications for a type before an authority. An application that an appeal
/// has put back in review is counted again when it is decided again.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct ServiceFigures {
	/// How many were handed in or taken over.
	pub received: u32,
	/// How many officers have decided in time.
	pub decided_in_time: u32,
	/// How many officers have decided late.
	pub decided_late: u32,
	/// How many silence has granted.
	pub by_silence: u32,
	/// How many dossiers were complete by silence, because the authority did not look at them in time.
	pub complete_by_silence: u32,
	/// How many were not admitted.
	pub declined: u32,
	/// How many the chain has refused because no place was free.
	pub without_place: u32,
	/// How many the applicant has withdrawn.
	pub withdrawn: u32,
	/// How many decisions were appealed against.
	pub appealed: u32,
	/// How many courts have overturned.
	pub overturned: u32,
	/// How many courts have varied.
	pub varied: u32,
}

/// The figures of an authority and a type, as they are read.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct ServiceReport {
	/// What was counted.
	pub figures: ServiceFigures,
	/// Within how many days half of what was decided, also by silence, was decided; none if nothing was.
	pub median_days: Option<MedianDays>,
}
