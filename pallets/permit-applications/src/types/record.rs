//! An application as it is kept, and its history.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_permit_procedure::{Application, Opinion, StatedConditions};
use polity_primitives::{
	ids::{ApplicationId, PermitTypeId, ProposalId},
	time::{CalendarDate, Instant},
	traits::{PermitHolder, PermitReference},
	Commitment, District, Hash, MandateId, MinistryId, Party, UnitNumber,
};
use scale_info::TypeInfo;

use super::{
	Appellant, Decision, Hands, Judgment, Preparation, PreparedJudgment, ReasonCode, Recommendation,
};

/// An application for a permit.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct PermitApplication<AccountId> {
	/// The type of permit.
	pub kind: PermitTypeId,
	/// The version of the type by which it goes to its end.
	pub version: u32,
	/// The district in which it is decided.
	pub district: District,
	/// The ministry that was the authority there when it was handed in.
	pub authority: MinistryId,
	/// Who applies, for itself.
	pub applicant: PermitHolder,
	/// The unit of land that it is about, if it is about one.
	pub site: Option<UnitNumber>,
	/// The account that signed last for the applicant; none if none has. Never a tag: a person files for
	/// a company by a tag of another register.
	pub representative: Option<AccountId>,
	/// The mandate of the officer who entered it at the counter, or prepared its take-over.
	pub entered_under: Option<MandateId>,
	/// The mandate of the case officer.
	pub case_officer: Option<MandateId>,
	/// Where it stands.
	pub application: Application,
	/// Whether an officer attests the applicant's right in the site, which the chain cannot see where
	/// the applicant is a person.
	pub site_right_attested: bool,
	/// What the case officer recommends.
	pub recommendation: Option<Recommendation>,
	/// Who had a hand in the decision.
	pub hands: Hands,
	/// What is to be found about the appeal.
	pub judgment: Option<PreparedJudgment>,
	/// The permit that was granted on it.
	pub permit: Option<PermitReference>,
	/// The instant under which the queue has it, if it has.
	pub due: Option<Instant>,
}

impl<AccountId> PermitApplication<AccountId> {
	/// By what it is told apart from other live applications.
	pub fn live_key(&self) -> LiveKey {
		LiveKey { applicant: ApplicantKey::of(&self.applicant), kind: self.kind, site: self.site }
	}
}

/// What has become of a commitment of a personal applicant.
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
pub struct CommitmentUse {
	/// The application in which it was stated.
	pub application: ApplicationId,
	/// Whether a permit had it that an appeal has overturned: no other permit can have it.
	pub is_spent: bool,
}

/// By what the applicant of a live application is recognised.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum ApplicantKey {
	/// A party that is readable.
	#[codec(index = 0)]
	Party(Party),
	/// A natural person, by the value for its person, type and period.
	#[codec(index = 1)]
	Nullifier(Hash),
}

impl ApplicantKey {
	/// The key of an applicant.
	pub fn of(applicant: &PermitHolder) -> Self {
		match applicant {
			PermitHolder::Party(party) => Self::Party(party.clone()),
			PermitHolder::Personal(personal) => Self::Nullifier(personal.nullifier),
		}
	}
}

/// By what live applications are told apart: no two have the same.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct LiveKey {
	/// Who applies.
	pub applicant: ApplicantKey,
	/// For what type.
	pub kind: PermitTypeId,
	/// About which unit of land.
	pub site: Option<UnitNumber>,
}

/// A running application of a register that is taken over.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct TakeOver {
	/// The type of permit.
	pub kind: PermitTypeId,
	/// The version of the type by which it goes.
	pub version: u32,
	/// Who applies.
	pub applicant: PermitHolder,
	/// The unit of land that it is about, if it is about one.
	pub site: Option<UnitNumber>,
	/// When it was handed in.
	pub handed_in_at: Instant,
	/// When its dossier was complete. One that is not is handed in anew.
	pub complete_at: Instant,
	/// Whether the old register had extended its period: it is not extended again.
	pub was_extended: bool,
	/// Whether the officers attest the applicant's right in the site.
	pub site_right_attested: bool,
}

/// A take-over that one officer has prepared and another has not decided.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct TakeOverProposal {
	/// What is taken over.
	pub take_over: TakeOver,
	/// The district whose register does.
	pub district: District,
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
	/// Applications of which the authority looks whether they are complete.
	#[codec(index = 0)]
	Submitted,
	/// Applications for which the applicant hands in what is missing.
	#[codec(index = 1)]
	Incomplete,
	/// Applications in review.
	#[codec(index = 2)]
	InReview,
	/// Applications on which something is recommended that waits for another officer.
	#[codec(index = 3)]
	Recommended,
	/// Appeals that wait for the court.
	#[codec(index = 4)]
	Appealed,
	/// Appeals with a judgment that waits for another officer of the court.
	#[codec(index = 5)]
	JudgmentPrepared,
	/// Take-overs that wait for another officer.
	#[codec(index = 6)]
	TakeOverProposed,
}

/// What an entry of an application's record says.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum ApplicationChange<AccountId> {
	/// It was handed in, or entered at the counter.
	#[codec(index = 0)]
	Submitted {
		/// The type of permit.
		kind: PermitTypeId,
		/// The version of the type.
		type_version: u32,
		/// Who applies.
		applicant: PermitHolder,
		/// The unit of land.
		site: Option<UnitNumber>,
		/// The account that signed for the applicant; none if an officer entered it.
		representative: Option<AccountId>,
	},
	/// The fee was paid.
	#[codec(index = 1)]
	FeeSettled,
	/// Something is missing: the applicant hands it in.
	#[codec(index = 2)]
	Returned,
	/// The applicant has handed in what was missing.
	#[codec(index = 3)]
	Resubmitted,
	/// The dossier is complete: the clock of the decision runs.
	#[codec(index = 4)]
	Completed {
		/// Whether the officer attests the applicant's right in the site.
		site_right_attested: bool,
	},
	/// The authority did not say in time that something is missing: the clock runs.
	#[codec(index = 5)]
	DeemedComplete,
	/// The dossier is complete by silence, and no place is free: there is no permit.
	#[codec(index = 6)]
	RefusedForWantOfPlace,
	/// An officer has become the case officer.
	#[codec(index = 7)]
	CaseTaken,
	/// A question to the applicant: the clock stands still.
	#[codec(index = 8)]
	Asked,
	/// The applicant's answer: the clock goes on.
	#[codec(index = 9)]
	Answered,
	/// The period is extended, once.
	#[codec(index = 10)]
	Extended,
	/// A ministry that was asked has answered.
	#[codec(index = 11)]
	OpinionGiven {
		/// The ministry.
		ministry: MinistryId,
		/// What it says.
		opinion: Opinion,
	},
	/// The case officer recommends a decision.
	#[codec(index = 12)]
	Recommended {
		/// The decision.
		decision: Decision,
	},
	/// The other officer does not decide what was recommended.
	#[codec(index = 13)]
	RecommendationRejected {
		/// The mandate of the officer who had recommended it.
		prepared_under: MandateId,
	},
	/// The permit is granted.
	#[codec(index = 14)]
	Granted {
		/// The permit.
		permit: PermitReference,
		/// Its first day.
		valid_from: CalendarDate,
		/// The day from which it is not valid any more; none for as long as the type allows.
		valid_to: Option<CalendarDate>,
		/// On what it is granted.
		conditions: StatedConditions,
		/// The mandate of the officer who had recommended it.
		prepared_under: MandateId,
	},
	/// It is refused.
	#[codec(index = 15)]
	Refused {
		/// Why.
		reason: ReasonCode,
		/// The mandate of the officer who had recommended it.
		prepared_under: MandateId,
	},
	/// The application is not admitted.
	#[codec(index = 16)]
	Declined {
		/// Why.
		reason: ReasonCode,
		/// The mandate of the officer who had recommended it.
		prepared_under: MandateId,
	},
	/// Nobody decided in time: silence has granted the permit.
	#[codec(index = 17)]
	DeemedGranted {
		/// The permit.
		permit: PermitReference,
	},
	/// The applicant has withdrawn it.
	#[codec(index = 18)]
	Withdrawn,
	/// The decision is appealed against.
	#[codec(index = 19)]
	Appealed {
		/// By whom.
		appellant: Appellant,
	},
	/// An officer of the court has prepared a judgment.
	#[codec(index = 20)]
	JudgmentPrepared {
		/// What is to be found.
		judgment: Judgment,
	},
	/// The other officer of the court does not find so.
	#[codec(index = 21)]
	JudgmentRejected {
		/// The mandate of the officer who had prepared it.
		prepared_under: MandateId,
	},
	/// The court has decided the appeal.
	#[codec(index = 22)]
	AppealDecided {
		/// What it finds.
		judgment: Judgment,
		/// The mandate of the officer who had prepared it.
		prepared_under: MandateId,
	},
	/// A running application of an existing register was taken over.
	#[codec(index = 23)]
	TakenOver {
		/// The proposal that was approved.
		proposal: ProposalId,
		/// What is taken over.
		take_over: TakeOver,
		/// The mandate of the officer who had prepared it.
		prepared_under: MandateId,
	},
	/// A personal applicant has another commitment from then on.
	#[codec(index = 24)]
	Recommitted {
		/// The commitment.
		commitment: Commitment,
	},
}

/// What a ministry that was asked says of an application, as it is read.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct OpinionState {
	/// The ministry.
	pub ministry: MinistryId,
	/// From when on it can answer no more: its silence is no objection then.
	pub until: Instant,
	/// What it says now; none while it can still answer.
	pub opinion: Option<Opinion>,
	/// Whether it has answered itself.
	pub has_answered: bool,
}
