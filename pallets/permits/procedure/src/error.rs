//! Why something is refused. Nothing has changed then: a rule answers with the whole new value, or with
//! one of these.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Why the terms of a type of permit cannot be such.
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
pub enum TermsError {
	/// A period has no length, or is too long. Give one that can be counted.
	#[codec(index = 0)]
	PeriodNotAllowed,
	/// The clock could stand still for longer than a year. State a shorter time.
	#[codec(index = 1)]
	StopsTooLong,
	/// A quota of none grants nothing. Leave it out, or end the type.
	#[codec(index = 2)]
	QuotaZero,
	/// What does not end is not renewed. Give the permit an end, or no window of renewal.
	#[codec(index = 3)]
	RenewalWithoutEnd,
	/// A prerequisite is stated twice. State each once.
	#[codec(index = 4)]
	PrerequisiteTwice,
	/// A ministry is asked twice. Ask each once.
	#[codec(index = 5)]
	ReferralTwice,
}

/// Why a step of an application is refused.
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
pub enum ApplicationError {
	/// The application is not at the stage for this. Read it again.
	#[codec(index = 0)]
	WrongStage,
	/// It was decided or withdrawn: nothing is done with it any more.
	#[codec(index = 1)]
	Ended,
	/// A question is open: the applicant answers it first, or the time for that passes.
	#[codec(index = 2)]
	QuestionOpen,
	/// No question is open. There is nothing to answer.
	#[codec(index = 3)]
	NoQuestionOpen,
	/// As many questions have stopped the clock as can. Decide on what is there.
	#[codec(index = 4)]
	TooManyQuestions,
	/// The clock has stood still for as long as it may: a question does not stop it any more.
	#[codec(index = 5)]
	StopsUsedUp,
	/// The type has no extension.
	#[codec(index = 6)]
	NotExtensible,
	/// The period was extended before, and is extended once (Directive 2006/123/EC, article 13(3)).
	#[codec(index = 7)]
	AlreadyExtended,
	/// The period is over. What silence grants is granted, and nobody refuses it any more.
	#[codec(index = 8)]
	PeriodOver,
	/// The period is not over: silence has granted nothing yet.
	#[codec(index = 9)]
	PeriodRunning,
	/// Silence grants no permit of this type.
	#[codec(index = 10)]
	SilenceGrantsNothing,
	/// A ministry that was asked can still answer. Wait for it, or for the end of its period.
	#[codec(index = 11)]
	OpinionOutstanding,
	/// This ministry was not asked.
	#[codec(index = 12)]
	NotReferred,
	/// The ministry has answered, or its period is over: it has no objection then.
	#[codec(index = 13)]
	OpinionClosed,
	/// The instant is before the last step. Steps follow each other.
	#[codec(index = 14)]
	OutOfOrder,
	/// A period would end after the last date of the calendar.
	#[codec(index = 15)]
	DeadlineOutOfRange,
}

/// Why a change of a permit is refused.
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
pub enum PermitError {
	/// The permit is over, was revoked, surrendered or completed: it does not come back. Apply anew.
	#[codec(index = 0)]
	Ended,
	/// The permit is suspended. Have the suspension ended first.
	#[codec(index = 1)]
	Suspended,
	/// The permit is not suspended.
	#[codec(index = 2)]
	NotSuspended,
	/// A revocation refers to a hearing. Hold it, and commit to its record.
	#[codec(index = 3)]
	HearingMissing,
	/// The type does not let a permit pass to somebody else.
	#[codec(index = 4)]
	NotTransferable,
	/// The new holder lacks what the type demands.
	#[codec(index = 5)]
	PrerequisiteMissing,
	/// The permit has no end, or its type no window of renewal.
	#[codec(index = 6)]
	NotRenewable,
	/// The window of renewal has not opened. Wait for it.
	#[codec(index = 7)]
	TooEarlyToRenew,
	/// The permit has no such condition.
	#[codec(index = 8)]
	ConditionNotFound,
	/// The condition was met before.
	#[codec(index = 9)]
	ConditionMet,
	/// A condition is not met: it is before the permit is completed.
	#[codec(index = 10)]
	ConditionOpen,
	/// The type demands a final inspection, and the last one has not been passed.
	#[codec(index = 11)]
	FinalInspectionMissing,
	/// There is no such inspection.
	#[codec(index = 12)]
	InspectionNotFound,
	/// The inspection has its result.
	#[codec(index = 13)]
	InspectionDone,
	/// An inspection has no result before its day.
	#[codec(index = 14)]
	InspectionAhead,
	/// The permit has as many inspections as it can.
	#[codec(index = 15)]
	TooManyInspections,
	/// A permit does not end before it begins.
	#[codec(index = 16)]
	EndsBeforeItBegins,
	/// The type grants no permit for so long.
	#[codec(index = 17)]
	ValidForTooLong,
	/// As many permits of the type are running as there may be.
	#[codec(index = 18)]
	QuotaExhausted,
	/// A period would end after the last date of the calendar.
	#[codec(index = 19)]
	DeadlineOutOfRange,
	/// What an inspection has found wrong is not put right. Have it inspected again.
	#[codec(index = 20)]
	DefectOpen,
	/// The first day of the permit has not come.
	#[codec(index = 21)]
	NotYetValid,
	/// A permit that is varied does not end today or before. Revoke it after a hearing.
	#[codec(index = 22)]
	EndsInThePast,
}
