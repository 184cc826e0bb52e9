//! Inspections of what was permitted.

use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::time::{CalendarDate, Instant, Period};
use scale_info::TypeInfo;

use crate::Timetable;

/// The most inspections of one permit.
pub const MAX_INSPECTIONS: u32 = 32;

/// The most kinds of inspections that a type demands: every kind once.
pub const MAX_REQUIRED_INSPECTIONS: u32 = 8;

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
	/// On the way, of whatever there is to be seen.
	#[codec(index = 0)]
	Intermediate,
	/// Of the whole. Passed, it also says that what others had found wrong is put right.
	#[codec(index = 1)]
	Final,
	/// Of the foundation, before it is covered.
	#[codec(index = 2)]
	Foundation,
	/// Of what bears the building.
	#[codec(index = 3)]
	Structure,
	/// Of the protection against fire.
	#[codec(index = 4)]
	FireSafety,
	/// Of water, waste water and hygiene.
	#[codec(index = 5)]
	Sanitary,
	/// Of the electrical installation.
	#[codec(index = 6)]
	Electrical,
	/// Of noise, emissions, soil and nature.
	#[codec(index = 7)]
	Environmental,
}

/// The kinds of inspections that a type demands before a permit is completed, each once.
pub type RequiredInspections = BoundedVec<InspectionKind, ConstU32<MAX_REQUIRED_INSPECTIONS>>;

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
	/// It is not: for as long as the terms say it can be put right.
	#[codec(index = 1)]
	Failed,
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

/// How an inspection ended, when, and after which others.
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
	/// When the result was recorded. The time in which a defect can be put right begins then, and is
	/// counted anew at every reading, so that an outage uses nothing of it up.
	pub found_at: Instant,
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
	found_at: Instant,
) -> InspectionOutcome {
	let ended = inspections.iter().filter(|inspection| inspection.outcome.is_some()).count();
	InspectionOutcome { result, found_at, order: u32::try_from(ended).unwrap_or(u32::MAX) }
}

/// When what is still wrong was found, each time: by an inspection that failed, after which none of its
/// kind, and no final one, was passed.
fn open_defects(inspections: &[Inspection]) -> impl Iterator<Item = Instant> + '_ {
	let ended = |inspection: &Inspection| inspection.outcome.map(|out| (inspection.kind, out));
	inspections.iter().filter_map(ended).filter_map(move |(kind, failed)| {
		let is_put_right = inspections.iter().filter_map(ended).any(|(of, later)| {
			later.result == InspectionResult::Passed
				&& later.order > failed.order
				&& (of == kind || of == InspectionKind::Final)
		});
		(failed.result == InspectionResult::Failed && !is_put_right).then_some(failed.found_at)
	})
}

/// Whether something that an inspection has found wrong is not put right.
pub(crate) fn has_defect(inspections: &[Inspection]) -> bool {
	open_defects(inspections).next().is_some()
}

/// Whether what an inspection has found wrong was not put right in time.
pub(crate) fn is_defective(
	inspections: &[Inspection],
	cure_period: Period,
	now: Instant,
	timetable: Timetable<'_>,
) -> bool {
	open_defects(inspections).any(|found_at| {
		// A time that ends after the last date of the calendar is not over.
		cure_period
			.deadline(found_at, timetable.calendar, timetable.tolled)
			.is_ok_and(|until| now >= until)
	})
}

/// Whether the inspection of a kind that ended last was passed.
pub(crate) fn is_passed(inspections: &[Inspection], kind: InspectionKind) -> bool {
	inspections
		.iter()
		.filter(|inspection| inspection.kind == kind)
		.filter_map(|inspection| inspection.outcome)
		.max_by_key(|outcome| outcome.order)
		.is_some_and(|outcome| outcome.result == InspectionResult::Passed)
}
