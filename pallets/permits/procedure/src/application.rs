//! An application, from the day that it is handed in to its decision.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{
	ids::MinistryId,
	time::{Calendar, Instant, TolledIntervals},
};
use scale_info::TypeInfo;

use crate::{
	clock::DecisionClock,
	error::ApplicationError,
	referral::{Opinion, Referral, Referrals},
	terms::PermitTerms,
};

/// By what deadlines are counted: the calendar of the authority, and the time that the chain tolls.
#[derive(Clone, Copy, Debug)]
pub struct Timetable<'a> {
	/// The calendar.
	pub calendar: &'a Calendar,
	/// The time in which no clock runs.
	pub tolled: &'a TolledIntervals,
}

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
}

impl Outcome {
	/// Whether there is a permit.
	pub const fn grants(self) -> bool {
		match self {
			Self::Granted | Self::GrantedOnConditions | Self::DeemedGranted => true,
			Self::Refused => false,
		}
	}
}

/// Where an application stands.
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
pub enum Stage {
	/// Handed in: the authority looks whether the dossier is complete.
	#[codec(index = 0)]
	Submitted,
	/// Something is missing: the applicant hands it in.
	#[codec(index = 1)]
	Incomplete,
	/// The dossier is complete, and the clock runs.
	#[codec(index = 2)]
	InReview,
	/// Decided.
	#[codec(index = 3)]
	Decided(Outcome),
	/// Withdrawn by the applicant.
	#[codec(index = 4)]
	Withdrawn,
}

/// An application. Every step answers with the whole application after it, or with why it is refused.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Application {
	/// Where it stands.
	pub stage: Stage,
	/// The clock of the decision, from a complete dossier on. It stays when it is decided.
	pub clock: Option<DecisionClock>,
	/// The ministries that were asked.
	pub referrals: Referrals,
}

impl Application {
	/// An application that is handed in.
	pub fn submitted() -> Self {
		Self { stage: Stage::Submitted, clock: None, referrals: Referrals::new() }
	}

	/// Something is missing in the dossier. No clock runs before it is complete.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`].
	pub fn returned(&self) -> Result<Self, ApplicationError> {
		self.at(Stage::Submitted)?;
		Ok(Self { stage: Stage::Incomplete, ..self.clone() })
	}

	/// The applicant has handed in what was missing.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`].
	pub fn resubmitted(&self) -> Result<Self, ApplicationError> {
		self.at(Stage::Incomplete)?;
		Ok(Self { stage: Stage::Submitted, ..self.clone() })
	}

	/// The dossier is complete: the clock begins, and the ministries of the terms are asked.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn complete(
		&self,
		terms: &PermitTerms,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		self.at(Stage::Submitted)?;
		let clock = DecisionClock::starting(now, terms.decision_period, terms.stopped_days);
		clock.deadline(timetable.calendar, timetable.tolled)?;
		let mut referrals = Referrals::new();
		for asked in &terms.referrals {
			let until = asked
				.period
				.deadline(now, timetable.calendar, timetable.tolled)
				.map_err(|_| ApplicationError::DeadlineOutOfRange)?;
			let referral = Referral { ministry: asked.ministry, until, opinion: None };
			// The terms have no more.
			referrals.try_push(referral).map_err(|_| ApplicationError::OpinionOutstanding)?;
		}
		Ok(Self { stage: Stage::InReview, clock: Some(clock), referrals })
	}

	/// A question to the applicant: the clock stands still until it is answered, or until it has stood
	/// still for as long as it may.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::PeriodOver`], [`ApplicationError::QuestionOpen`],
	/// [`ApplicationError::StopsUsedUp`], [`ApplicationError::TooManyQuestions`],
	/// [`ApplicationError::OutOfOrder`], [`ApplicationError::DeadlineOutOfRange`].
	pub fn asked(&self, now: Instant, timetable: Timetable<'_>) -> Result<Self, ApplicationError> {
		let clock = self.running_in_time(now, timetable)?.asked(now)?;
		clock.deadline(timetable.calendar, timetable.tolled)?;
		Ok(Self { clock: Some(clock), ..self.clone() })
	}

	/// The applicant's answer: the clock goes on.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::PeriodOver`], [`ApplicationError::NoQuestionOpen`],
	/// [`ApplicationError::OutOfOrder`].
	pub fn answered(
		&self,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		let clock = self.running_in_time(now, timetable)?.answered(now)?;
		Ok(Self { clock: Some(clock), ..self.clone() })
	}

	/// The one extension of the period, notified before it is over (Directive 2006/123/EC, article
	/// 13(3)).
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::PeriodOver`], [`ApplicationError::NotExtensible`],
	/// [`ApplicationError::AlreadyExtended`], [`ApplicationError::DeadlineOutOfRange`].
	pub fn extended(
		&self,
		terms: &PermitTerms,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		let clock = self.running_in_time(now, timetable)?;
		let by = terms.extension.ok_or(ApplicationError::NotExtensible)?;
		let clock = clock.extended(by)?;
		clock.deadline(timetable.calendar, timetable.tolled)?;
		Ok(Self { clock: Some(clock), ..self.clone() })
	}

	/// The answer of a ministry that was asked.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::NotReferred`], [`ApplicationError::OpinionClosed`].
	pub fn with_opinion(
		&self,
		ministry: MinistryId,
		opinion: Opinion,
		now: Instant,
	) -> Result<Self, ApplicationError> {
		self.at(Stage::InReview)?;
		let mut application = self.clone();
		let referral = application
			.referrals
			.iter_mut()
			.find(|referral| referral.ministry == ministry)
			.ok_or(ApplicationError::NotReferred)?;
		*referral = referral.answered(opinion, now)?;
		Ok(application)
	}

	/// A decision by officers, in time. Where silence grants nothing, it can also be late.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::PeriodOver`], [`ApplicationError::QuestionOpen`],
	/// [`ApplicationError::OpinionOutstanding`], [`ApplicationError::DeadlineOutOfRange`].
	pub fn decided(
		&self,
		terms: &PermitTerms,
		outcome: DecidedByOfficers,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		let clock = self.running()?;
		if terms.silence_grants && self.is_over(now, timetable)? {
			return Err(ApplicationError::PeriodOver);
		}
		if now < clock.last_step() {
			return Err(ApplicationError::OutOfOrder);
		}
		// Whoever is asked is heard: a refusal waits for the answer as a grant does. When the clock goes
		// on all the same, the question has had its time.
		let still_standing = clock
			.open_question()
			.is_some_and(|_| clock.stood_still().last().is_some_and(|stop| stop.contains(now)));
		if still_standing {
			return Err(ApplicationError::QuestionOpen);
		}
		if self.referrals.iter().any(|referral| referral.opinion_at(now).is_none()) {
			return Err(ApplicationError::OpinionOutstanding);
		}
		Ok(Self { stage: Stage::Decided(outcome.into()), ..self.clone() })
	}

	/// What silence does when the period is over: the chain decides it, and nobody else.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::SilenceGrantsNothing`], [`ApplicationError::PeriodRunning`],
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn deemed_granted(
		&self,
		terms: &PermitTerms,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		self.running()?;
		if !terms.silence_grants {
			return Err(ApplicationError::SilenceGrantsNothing);
		}
		if !self.is_over(now, timetable)? {
			return Err(ApplicationError::PeriodRunning);
		}
		Ok(Self { stage: Stage::Decided(Outcome::DeemedGranted), ..self.clone() })
	}

	/// The applicant withdraws it, before it is decided.
	///
	/// # Errors
	/// [`ApplicationError::Ended`].
	pub fn withdrawn(&self) -> Result<Self, ApplicationError> {
		self.ensure_live()?;
		Ok(Self { stage: Stage::Withdrawn, ..self.clone() })
	}

	/// Whether it was decided or withdrawn.
	pub const fn has_ended(&self) -> bool {
		matches!(self.stage, Stage::Decided(_) | Stage::Withdrawn)
	}

	/// Whether the period of the decision is over. It is not before the clock has begun.
	///
	/// # Errors
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn is_over(
		&self,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<bool, ApplicationError> {
		let Some(clock) = &self.clock else { return Ok(false) };
		Ok(now >= clock.deadline(timetable.calendar, timetable.tolled)?)
	}

	fn ensure_live(&self) -> Result<(), ApplicationError> {
		if self.has_ended() {
			return Err(ApplicationError::Ended);
		}
		Ok(())
	}

	fn at(&self, stage: Stage) -> Result<(), ApplicationError> {
		self.ensure_live()?;
		if self.stage != stage {
			return Err(ApplicationError::WrongStage);
		}
		Ok(())
	}

	fn running(&self) -> Result<&DecisionClock, ApplicationError> {
		self.at(Stage::InReview)?;
		self.clock.as_ref().ok_or(ApplicationError::WrongStage)
	}

	fn running_in_time(
		&self,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<&DecisionClock, ApplicationError> {
		let clock = self.running()?;
		if self.is_over(now, timetable)? {
			return Err(ApplicationError::PeriodOver);
		}
		Ok(clock)
	}
}

/// What officers can decide. Silence is not theirs.
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
