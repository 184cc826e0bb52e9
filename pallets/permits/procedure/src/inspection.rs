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
	pub outcome: Option<InspectionOutcome>,
}

/// How an inspection ended, and after which others.
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
pub struct InspectionOutcome {
	/// How it ended.
	pub result: InspectionResult,
	/// How many inspections of the permit had ended before. Inspections do not always end in the order in
	/// which they were scheduled, and what was seen last counts.
	pub order: u32,
}

/// Inspections in the order in which they were scheduled.
pub type Inspections = BoundedVec<Inspection, ConstU32<MAX_INSPECTIONS>>;

/// What comes of the next inspection that ends.
pub(crate) fn next_outcome(
	inspections: &[Inspection],
	result: InspectionResult,
) -> InspectionOutcome {
	let ended = inspections.iter().filter(|inspection| inspection.outcome.is_some()).count();
	InspectionOutcome { result, order: u32::try_from(ended).unwrap_or(u32::MAX) }
}

/// Until when what was found wrong can be put right: by the failed inspection after which none was passed.
pub(crate) fn open_defect(inspections: &[Inspection]) -> Option<Instant> {
	let told = |result: &InspectionResult| {
		matches!(result, InspectionResult::Passed | InspectionResult::Failed { .. })
	};
	match last_result(inspections.iter(), told) {
		Some(InspectionResult::Failed { cure_until }) => Some(cure_until),
		_ => None,
	}
}

/// Whether what an inspection has found wrong was not put right in time.
pub(crate) fn is_defective(inspections: &[Inspection], now: Instant) -> bool {
	open_defect(inspections).is_some_and(|cure_until| now >= cure_until)
}

/// Whether the final inspection that ended last was passed.
pub(crate) fn final_one_is_passed(inspections: &[Inspection]) -> bool {
	let finals = inspections.iter().filter(|inspection| inspection.kind == InspectionKind::Final);
	last_result(finals, |_| true) == Some(InspectionResult::Passed)
}

/// The result that came last, of those that count.
fn last_result<'a>(
	inspections: impl Iterator<Item = &'a Inspection>,
	counts: impl Fn(&InspectionResult) -> bool,
) -> Option<InspectionResult> {
	inspections
		.filter_map(|inspection| inspection.outcome)
		.filter(|outcome| counts(&outcome.result))
		.max_by_key(|outcome| outcome.order)
		.map(|outcome| outcome.result)
}
