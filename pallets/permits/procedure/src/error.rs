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
	/// The window of renewal is not shorter than the permit is valid: it would open at once. Shorten it.
	#[codec(index = 6)]
	RenewalWindowTooLong,
	/// A kind of inspection is demanded twice. Demand each once.
	#[codec(index = 7)]
	InspectionTwice,
	/// Nobody knows who holds a personal permit, so that it passes to nobody.
	#[codec(index = 8)]
	PersonalTransferable,
	/// A personal permit is not renewed: whoever needs another applies with another commitment.
	#[codec(index = 9)]
	PersonalRenewable,
	/// Nobody knows where the holder of a personal permit is: there is nothing to inspect.
	#[codec(index = 10)]
	PersonalInspected,
	/// The chain does not know who holds a personal permit, and checks no prerequisite of it. Let the
	/// officers check it before they decide.
	#[codec(index = 11)]
	PersonalPrerequisite,
	/// A company is licensed by a permit that everybody can read.
	#[codec(index = 12)]
	PersonalLicence,
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
	/// It was decided or withdrawn: nothing but an appeal is done with it any more.
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
	/// The period is over. What silence completes or grants is the chain's to do, and nobody undoes it.
	#[codec(index = 8)]
	PeriodOver,
	/// The period is not over: silence has done nothing yet.
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
	/// The fee is not settled. Settle it: no dossier is complete before.
	#[codec(index = 16)]
	FeeUnpaid,
	/// The fee was settled before.
	#[codec(index = 17)]
	FeeSettled,
	/// The type has no fee.
	#[codec(index = 18)]
	FeeNotDue,
	/// Silence completes no dossier of this type. The authority says when it is complete.
	#[codec(index = 19)]
	SilenceCompletesNothing,
	/// A clock that is taken over began before now. State when the dossier was complete.
	#[codec(index = 20)]
	InFuture,
	/// No decision of this type is appealed against.
	#[codec(index = 21)]
	NotAppealable,
	/// The period of an appeal is over: the decision stands.
	#[codec(index = 22)]
	AppealLate,
	/// This decision was appealed against by the same side, which is done once, or varied by a court.
	#[codec(index = 23)]
	AppealFiled,
	/// An appeal is open. Wait for its end.
	#[codec(index = 24)]
	AppealOpen,
	/// No appeal is open. There is nothing to decide on.
	#[codec(index = 25)]
	NoAppealOpen,
	/// The decision grants nothing that could be varied. Uphold or overturn it.
	#[codec(index = 26)]
	NothingToVary,
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
	/// The type demands an inspection of a kind of which the last has not been passed.
	#[codec(index = 11)]
	RequiredInspectionMissing,
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
	/// The permit was renewed before, and is renewed once. Renew the one that follows.
	#[codec(index = 23)]
	AlreadyRenewed,
	/// The permit would be valid for longer than its holder's right in the site. Let it end with that.
	#[codec(index = 24)]
	EndsAfterRight,
	/// A permit that was renewed keeps its last day: the next one begins with it.
	#[codec(index = 25)]
	RenewedKeepsItsEnd,
	/// No place was reserved for this application.
	#[codec(index = 26)]
	PlaceNotReserved,
}
