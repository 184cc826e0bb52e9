//! Inspections of what was permitted.

use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::time::{CalendarDate, Instant};
use scale_info::TypeInfo;

/// The most inspections of one permit.
pub const MAX_INSPECTIONS: u32 = 32;

/// What an inspection is for.
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
pub enum InspectionKind {
	/// On the way.
	#[codec(index = 0)]
	Intermediate,
	/// Of the whole: passed, the permit can be completed.
	#[codec(index = 1)]
	Final,
}

/// How an inspection ended.
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
pub enum InspectionResult {
	/// Everything is as permitted.
	#[codec(index = 0)]
	Passed,
	/// It is not: until this instant it can be put right.
	#[codec(index = 1)]
	Failed {
		/// The exclusive end of a day.
		cure_until: Instant,
	},
	/// A part was looked at, and is as permitted.
	#[codec(index = 2)]
	Partial,
	/// The inspector was not let in.
	#[codec(index = 3)]
	NoAccess,
}

/// An inspection.
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
pub struct Inspection {
	/// What it is for.
	pub kind: InspectionKind,
	/// The day for which it is scheduled.
	pub scheduled_for: CalendarDate,
	/// How it ended; none before that.
	pub result: Option<InspectionResult>,
}

/// Inspections in the order in which they were scheduled.
pub type Inspections = BoundedVec<Inspection, ConstU32<MAX_INSPECTIONS>>;

/// Whether what an inspection has found wrong was not put right in time: a failed one whose time is over,
/// with none passed after it.
pub(crate) fn is_defective(inspections: &[Inspection], now: Instant) -> bool {
	let results = inspections.iter().rev().filter_map(|inspection| inspection.result);
	for result in results {
		match result {
			InspectionResult::Passed => return false,
			InspectionResult::Failed { cure_until } => return now >= cure_until,
			InspectionResult::Partial | InspectionResult::NoAccess => {},
		}
	}
	false
}

/// Whether the last final inspection that has a result was passed.
pub(crate) fn final_one_is_passed(inspections: &[Inspection]) -> bool {
	let mut finals = inspections
		.iter()
		.rev()
		.filter(|inspection| inspection.kind == InspectionKind::Final)
		.filter_map(|inspection| inspection.result);
	finals.next() == Some(InspectionResult::Passed)
}
