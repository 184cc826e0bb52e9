//! What officers decide about an application, and courts about a decision.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_permit_procedure::StatedConditions;
use polity_primitives::{time::CalendarDate, MandateId};
use scale_info::TypeInfo;

use super::Preparation;

/// Why no permit is granted. The reasons themselves stand in the document that the decision commits to.
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
pub enum ReasonCode {
	/// The applicant lacks what the type demands.
	#[codec(index = 0)]
	PrerequisiteMissing,
	/// The site is not fit for it, or the plan for the site does not allow it.
	#[codec(index = 1)]
	SiteNotSuitable,
	/// A ministry that was asked objects.
	#[codec(index = 2)]
	MinistryObjects,
	/// Public safety, health or the environment stand against it.
	#[codec(index = 3)]
	PublicInterest,
	/// The rights of others stand against it.
	#[codec(index = 4)]
	RightsOfOthers,
	/// What the applicant has stated is not so.
	#[codec(index = 5)]
	FalseStatements,
	/// The applicant is not reliable, as the law of the type understands that.
	#[codec(index = 6)]
	NotReliable,
	/// Another authority decides about this.
	#[codec(index = 7)]
	NotCompetent,
	/// What was missing has not been handed in.
	#[codec(index = 8)]
	DossierIncomplete,
	/// As many permits of the type are running as there may be.
	#[codec(index = 9)]
	NoPlaceFree,
	/// The fee has not been paid.
	#[codec(index = 10)]
	FeeUnpaid,
	/// No permit is needed for this.
	#[codec(index = 11)]
	NoPermitNeeded,
}

/// What the case officer recommends and another officer decides.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Decision {
	/// The permit is granted.
	#[codec(index = 0)]
	Grant {
		/// Its first day, none for the day of the decision. Never before that.
		valid_from: Option<CalendarDate>,
		/// The day from which it is not valid any more; none for as long as the type allows.
		valid_to: Option<CalendarDate>,
		/// On what it is granted.
		conditions: StatedConditions,
	},
	/// It is refused. The reasons stand in a document of the act.
	#[codec(index = 1)]
	Refuse(ReasonCode),
	/// The application is not admitted, before its dossier is complete. The reasons stand in a document
	/// of the act.
	#[codec(index = 2)]
	Decline(ReasonCode),
}

/// A decision that the case officer recommends.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Recommendation {
	/// What is recommended.
	pub decision: Decision,
	/// Who recommends it, and by what act.
	pub preparation: Preparation,
}

/// What a court finds about a decision.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Judgment {
	/// The decision stands.
	#[codec(index = 0)]
	Uphold,
	/// The decision falls, and the permit with it: the application is in review again.
	#[codec(index = 1)]
	Overturn,
	/// The permit has another end and other conditions.
	#[codec(index = 2)]
	Vary {
		/// The day from which it is not valid any more; none for as long as the type allows.
		valid_to: Option<CalendarDate>,
		/// On what it is granted.
		conditions: StatedConditions,
	},
}

/// A judgment that one officer of the court has prepared.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PreparedJudgment {
	/// What is to be found.
	pub judgment: Judgment,
	/// Who prepared it, and by what act.
	pub preparation: Preparation,
}

/// The officers who had a hand in a decision: none of them speaks for the court about it.
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
pub struct Hands {
	/// The mandate of the officer who recommended it.
	pub recommended_under: Option<MandateId>,
	/// The mandate of the officer who decided it.
	pub decided_under: Option<MandateId>,
}
