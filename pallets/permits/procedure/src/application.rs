//! An application, from the day that it is handed in to its decision.
//!
//! Every step has its instant, which is not before the one of the last step
//! ([`ApplicationError::OutOfOrder`]). What silence does when a period is over, the chain does at once and
//! nobody else: see [`Application::next_due`].

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{
	ids::MinistryId,
	time::{Calendar, Instant, TolledIntervals},
};
use scale_info::TypeInfo;

use crate::{
	appeal::{Appeal, AppealOutcome, Appellant},
	clock::DecisionClock,
	decision::{Decided, DecidedByOfficers, DueStep, Outcome},
	error::ApplicationError,
	referral::{asked_by, Opinion, Referral, Referrals},
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
	/// When it was handed in first.
	pub submitted_at: Instant,
	/// When the dossier was handed in last, or its fee settled if that was later: from then on the
	/// authority has the period for saying that something is missing.
	pub handed_in_at: Instant,
	/// When the last step was.
	pub last_step_at: Instant,
	/// Whether the fee is settled. Where none is due it never is.
	pub fee_is_settled: bool,
	/// The clock of the decision, from a complete dossier on. It stays when it is decided.
	pub clock: Option<DecisionClock>,
	/// The ministries that were asked.
	pub referrals: Referrals,
	/// The decision that holds. None before there is one, and after an appeal has overturned it.
	pub decided: Option<Decided>,
	/// The last appeal, if there was one.
	pub appeal: Option<Appeal>,
}

/// Until a dossier is complete.
impl Application {
	/// An application that is handed in.
	pub fn submitted(now: Instant) -> Self {
		Self {
			stage: Stage::Submitted,
			submitted_at: now,
			handed_in_at: now,
			last_step_at: now,
			fee_is_settled: false,
			clock: None,
			referrals: Referrals::new(),
			decided: None,
			appeal: None,
		}
	}

	/// A running application of a register that is taken over, whose clock began before. Its fee was the
	/// old register's matter. The ministries of the terms are asked now. One whose period was extended
	/// there is not extended again.
	///
	/// Where silence grants nothing its period can be over.
	///
	/// # Errors
	/// [`ApplicationError::InFuture`], [`ApplicationError::OutOfOrder`],
	/// [`ApplicationError::NotExtensible`] if it was extended and the terms have no extension,
	/// [`ApplicationError::PeriodOver`] if silence has granted it already,
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn taken_over(
		terms: &PermitTerms,
		handed_in_at: Instant,
		complete_at: Instant,
		was_extended: bool,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		ensure(complete_at <= now, ApplicationError::InFuture)?;
		ensure(handed_in_at <= complete_at, ApplicationError::OutOfOrder)?;
		let handed_in = Self { fee_is_settled: terms.needs_fee, ..Self::submitted(handed_in_at) };
		let mut application = handed_in.in_review(terms, complete_at, now, timetable)?;
		if was_extended {
			let by = terms.extension.ok_or(ApplicationError::NotExtensible)?;
			let clock = application.running()?.extended(by)?;
			clock.deadline(timetable.calendar, timetable.tolled)?;
			application.clock = Some(clock);
		}
		application.ensure_not_granted_by_silence(terms, now, timetable)?;
		Ok(Self { last_step_at: now, ..application })
	}

	/// The fee is settled. The period for saying that something is missing begins now: before, nobody has
	/// to look.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`] once the dossier is complete, [`ApplicationError::Ended`],
	/// [`ApplicationError::AppealOpen`], [`ApplicationError::FeeNotDue`],
	/// [`ApplicationError::FeeSettled`], [`ApplicationError::OutOfOrder`].
	pub fn fee_settled(&self, terms: &PermitTerms, now: Instant) -> Result<Self, ApplicationError> {
		self.before_review()?;
		ensure(terms.needs_fee, ApplicationError::FeeNotDue)?;
		ensure(!self.fee_is_settled, ApplicationError::FeeSettled)?;
		Ok(Self { fee_is_settled: true, handed_in_at: now, ..self.stepped(now)? })
	}

	/// Something is missing in the dossier. No clock runs before it is complete.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::AppealOpen`], [`ApplicationError::OutOfOrder`],
	/// [`ApplicationError::PeriodOver`] if the dossier is complete by silence,
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn returned(
		&self,
		terms: &PermitTerms,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		self.at(Stage::Submitted)?;
		let returned = Self { stage: Stage::Incomplete, ..self.stepped(now)? };
		self.ensure_not_complete_by_silence(terms, now, timetable)?;
		Ok(returned)
	}

	/// The applicant has handed in what was missing.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::AppealOpen`], [`ApplicationError::OutOfOrder`].
	pub fn resubmitted(&self, now: Instant) -> Result<Self, ApplicationError> {
		self.at(Stage::Incomplete)?;
		Ok(Self { stage: Stage::Submitted, handed_in_at: now, ..self.stepped(now)? })
	}

	/// The application is refused as inadmissible, before its dossier is complete.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::AppealOpen`], [`ApplicationError::OutOfOrder`],
	/// [`ApplicationError::PeriodOver`] if the dossier is complete by silence,
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn declined(
		&self,
		terms: &PermitTerms,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		self.before_review()?;
		let declined = self.stepped(now)?.with_outcome(Outcome::Inadmissible, now);
		self.ensure_not_complete_by_silence(terms, now, timetable)?;
		Ok(declined)
	}

	/// The authority finds the dossier complete: the clock begins, and the ministries of the terms are
	/// asked.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::AppealOpen`], [`ApplicationError::FeeUnpaid`],
	/// [`ApplicationError::OutOfOrder`], [`ApplicationError::PeriodOver`] if it is complete by silence,
	/// since before, [`ApplicationError::DeadlineOutOfRange`].
	pub fn complete(
		&self,
		terms: &PermitTerms,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		self.at(Stage::Submitted)?;
		self.ensure_fee(terms)?;
		let application = self.stepped(now)?;
		self.ensure_not_complete_by_silence(terms, now, timetable)?;
		application.in_review(terms, now, now, timetable)
	}

	/// Nobody has said in time that something is missing: the dossier is complete, whoever notices when.
	/// The clock begins with the last instant of the period for that.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::AppealOpen`], [`ApplicationError::SilenceCompletesNothing`],
	/// [`ApplicationError::FeeUnpaid`], [`ApplicationError::OutOfOrder`],
	/// [`ApplicationError::PeriodRunning`], [`ApplicationError::DeadlineOutOfRange`].
	pub fn deemed_complete(
		&self,
		terms: &PermitTerms,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		let end = self.ensure_complete_by_silence(terms, now, timetable)?;
		// The clock begins where the period ends, so that its last day is the one that is not counted.
		let complete_at = end.checked_sub_millis(1).unwrap_or(end);
		self.stepped(now)?.in_review(terms, complete_at, complete_at, timetable)
	}

	/// The dossier is complete by silence, and no place is free under the quota: the chain refuses it.
	///
	/// # Errors
	/// Those of [`Self::deemed_complete`].
	pub fn refused_for_want_of_place(
		&self,
		terms: &PermitTerms,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		self.ensure_complete_by_silence(terms, now, timetable)?;
		Ok(self.stepped(now)?.with_outcome(Outcome::NoPlace, now))
	}

	/// When the dossier is complete by silence, if nobody says before that something is missing.
	fn completeness_ends(
		&self,
		terms: &PermitTerms,
		timetable: Timetable<'_>,
	) -> Result<Option<Instant>, ApplicationError> {
		let is_looked_at = self.stage == Stage::Submitted && self.ensure_fee(terms).is_ok();
		let Some(period) = terms.completeness_period.filter(|_| is_looked_at) else {
			return Ok(None);
		};
		period
			.deadline(self.handed_in_at, timetable.calendar, timetable.tolled)
			.map(Some)
			.map_err(|_| ApplicationError::DeadlineOutOfRange)
	}

	fn ensure_complete_by_silence(
		&self,
		terms: &PermitTerms,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Instant, ApplicationError> {
		self.at(Stage::Submitted)?;
		self.ensure_fee(terms)?;
		let end = self.completeness_ends(terms, timetable)?;
		let end = end.ok_or(ApplicationError::SilenceCompletesNothing)?;
		ensure(now >= end, ApplicationError::PeriodRunning)?;
		Ok(end)
	}

	fn ensure_not_complete_by_silence(
		&self,
		terms: &PermitTerms,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<(), ApplicationError> {
		let end = self.completeness_ends(terms, timetable)?;
		ensure(end.is_none_or(|end| now < end), ApplicationError::PeriodOver)
	}

	fn ensure_fee(&self, terms: &PermitTerms) -> Result<(), ApplicationError> {
		ensure(self.fee_is_settled || !terms.needs_fee, ApplicationError::FeeUnpaid)
	}

	/// With a clock that begins, and the ministries of the terms asked unless they were before.
	fn in_review(
		&self,
		terms: &PermitTerms,
		complete_at: Instant,
		asked_at: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		let clock = DecisionClock::starting(complete_at, terms.decision_period, terms.stopped_days);
		let deadline = clock.deadline(timetable.calendar, timetable.tolled)?;
		let mut application =
			Self { stage: Stage::InReview, clock: Some(clock), decided: None, ..self.clone() };
		if application.referrals.is_empty() {
			application.referrals = asked_by(terms, asked_at);
		}
		for referral in &application.referrals {
			referral.until(timetable, deadline)?;
		}
		Ok(application)
	}
}

/// While the clock runs.
impl Application {
	/// A question to the applicant: the clock stands still until it is answered, or until it has stood
	/// still for as long as it may.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::AppealOpen`], [`ApplicationError::OutOfOrder`],
	/// [`ApplicationError::PeriodOver`], [`ApplicationError::QuestionOpen`],
	/// [`ApplicationError::StopsUsedUp`], [`ApplicationError::TooManyQuestions`],
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn asked(&self, now: Instant, timetable: Timetable<'_>) -> Result<Self, ApplicationError> {
		let application = self.stepped_in_review(now)?;
		let clock = self.running_in_time(now, timetable)?.asked(now, timetable.tolled)?;
		clock.deadline(timetable.calendar, timetable.tolled)?;
		Ok(Self { clock: Some(clock), ..application })
	}

	/// The applicant's answer: the clock goes on. Where silence grants nothing it can be late.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::AppealOpen`], [`ApplicationError::OutOfOrder`],
	/// [`ApplicationError::PeriodOver`], [`ApplicationError::NoQuestionOpen`],
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn answered(
		&self,
		terms: &PermitTerms,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		let application = self.stepped_in_review(now)?;
		self.ensure_not_granted_by_silence(terms, now, timetable)?;
		let clock = self.running()?.answered(now)?;
		Ok(Self { clock: Some(clock), ..application })
	}

	/// The one extension of the period, notified before it is over (Directive 2006/123/EC, article
	/// 13(3)).
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::AppealOpen`], [`ApplicationError::OutOfOrder`],
	/// [`ApplicationError::PeriodOver`], [`ApplicationError::NotExtensible`],
	/// [`ApplicationError::AlreadyExtended`], [`ApplicationError::DeadlineOutOfRange`].
	pub fn extended(
		&self,
		terms: &PermitTerms,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		let application = self.stepped_in_review(now)?;
		let clock = self.running_in_time(now, timetable)?;
		let by = terms.extension.ok_or(ApplicationError::NotExtensible)?;
		let clock = clock.extended(by)?;
		clock.deadline(timetable.calendar, timetable.tolled)?;
		Ok(Self { clock: Some(clock), ..application })
	}

	/// The answer of a ministry that was asked.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::AppealOpen`], [`ApplicationError::OutOfOrder`],
	/// [`ApplicationError::NotReferred`], [`ApplicationError::OpinionClosed`],
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn with_opinion(
		&self,
		ministry: MinistryId,
		opinion: Opinion,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		let mut application = self.stepped_in_review(now)?;
		let deadline = self.deadline(timetable)?;
		let referral = application
			.referrals
			.iter_mut()
			.find(|referral| referral.ministry == ministry)
			.ok_or(ApplicationError::NotReferred)?;
		*referral = referral.answered(opinion, now, timetable, deadline)?;
		Ok(application)
	}

	/// A decision by officers, in time. Where silence grants nothing, it can also be late.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::AppealOpen`], [`ApplicationError::OutOfOrder`],
	/// [`ApplicationError::PeriodOver`], [`ApplicationError::QuestionOpen`],
	/// [`ApplicationError::OpinionOutstanding`], [`ApplicationError::DeadlineOutOfRange`].
	pub fn decided(
		&self,
		terms: &PermitTerms,
		outcome: DecidedByOfficers,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		let application = self.stepped_in_review(now)?;
		self.ensure_not_granted_by_silence(terms, now, timetable)?;
		// Whoever is asked is heard: a refusal waits for the answer as a grant does. When the clock goes
		// on all the same, the question has had its time.
		let stands_still = self.running()?.stands_still_at(now, timetable.tolled);
		ensure(!stands_still, ApplicationError::QuestionOpen)?;
		let deadline = self.deadline(timetable)?;
		for referral in &self.referrals {
			let opinion = referral.opinion_at(now, timetable, deadline)?;
			opinion.ok_or(ApplicationError::OpinionOutstanding)?;
		}
		Ok(application.with_outcome(outcome.into(), now))
	}

	/// What silence does when the period is over: the chain decides it, and nobody else.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`], [`ApplicationError::Ended`],
	/// [`ApplicationError::AppealOpen`], [`ApplicationError::OutOfOrder`],
	/// [`ApplicationError::SilenceGrantsNothing`], [`ApplicationError::PeriodRunning`],
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn deemed_granted(
		&self,
		terms: &PermitTerms,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		let application = self.stepped_in_review(now)?;
		ensure(terms.silence_grants, ApplicationError::SilenceGrantsNothing)?;
		ensure(self.is_over(now, timetable)?, ApplicationError::PeriodRunning)?;
		Ok(application.with_outcome(Outcome::DeemedGranted, now))
	}

	/// The applicant withdraws it, before it is decided.
	///
	/// # Errors
	/// [`ApplicationError::Ended`], [`ApplicationError::AppealOpen`],
	/// [`ApplicationError::OutOfOrder`].
	pub fn withdrawn(&self, now: Instant) -> Result<Self, ApplicationError> {
		self.ensure_live()?;
		Ok(Self { stage: Stage::Withdrawn, ..self.stepped(now)? })
	}
}

/// Against a decision.
impl Application {
	/// An appeal against the decision, whatever it is and whoever made it, in time. Each side appeals
	/// against each decision once, and one after the other: the second once the decision stands after the
	/// appeal of the first.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`] before a decision, [`ApplicationError::Ended`] if it was
	/// withdrawn, [`ApplicationError::NotAppealable`], [`ApplicationError::AppealFiled`],
	/// [`ApplicationError::AppealOpen`] while the other side's is, [`ApplicationError::OutOfOrder`],
	/// [`ApplicationError::AppealLate`], [`ApplicationError::DeadlineOutOfRange`].
	pub fn appealed(
		&self,
		terms: &PermitTerms,
		by: Appellant,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		self.ensure_decided()?;
		if let Some(last) = &self.appeal {
			last.ensure_leaves_room_for(by)?;
		}
		let application = self.stepped(now)?;
		let until = self.appeal_until(terms, timetable)?.ok_or(ApplicationError::NotAppealable)?;
		ensure(now < until, ApplicationError::AppealLate)?;
		Ok(Self { appeal: Some(Appeal::filed(by, now, self.appeal)), ..application })
	}

	/// The decision stands. The other side can appeal against it, if it has not before.
	///
	/// # Errors
	/// [`ApplicationError::NoAppealOpen`], [`ApplicationError::OutOfOrder`].
	pub fn appeal_upheld(&self, now: Instant) -> Result<Self, ApplicationError> {
		self.with_appeal_ended(AppealOutcome::Upheld, now)
	}

	/// The permit stands as the appeal has it, and nothing follows.
	///
	/// # Errors
	/// [`ApplicationError::NoAppealOpen`], [`ApplicationError::NothingToVary`],
	/// [`ApplicationError::OutOfOrder`].
	pub fn appeal_varied(&self, now: Instant) -> Result<Self, ApplicationError> {
		let varied = self.with_appeal_ended(AppealOutcome::Varied, now)?;
		let grants = self.decided.is_some_and(|decided| decided.outcome.grants());
		ensure(grants, ApplicationError::NothingToVary)?;
		Ok(varied)
	}

	/// The decision falls, and the authority decides again: the clock begins anew, without an extension,
	/// and the ministries that were asked have answered. Where it was refused as inadmissible the dossier
	/// is handed in again, for it was never complete.
	///
	/// The new decision can be appealed against.
	///
	/// # Errors
	/// [`ApplicationError::NoAppealOpen`], [`ApplicationError::OutOfOrder`],
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn appeal_overturned(
		&self,
		terms: &PermitTerms,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Self, ApplicationError> {
		let application = self.with_appeal_ended(AppealOutcome::Overturned, now)?;
		if self.stage == Stage::Decided(Outcome::Inadmissible) {
			return Ok(Self {
				stage: Stage::Submitted,
				handed_in_at: now,
				decided: None,
				..application
			});
		}
		application.in_review(terms, now, now, timetable)
	}

	/// Until when the decision can be appealed against: the exclusive end of a day. None if it cannot, or
	/// if there is no decision. The other side's time begins when the decision stands after the first
	/// appeal.
	///
	/// # Errors
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn appeal_until(
		&self,
		terms: &PermitTerms,
		timetable: Timetable<'_>,
	) -> Result<Option<Instant>, ApplicationError> {
		let (Some(decided), Some(period)) = (self.decided, terms.appeal_period) else {
			return Ok(None);
		};
		let from = self.appeal.and_then(|last| last.other_side_from()).unwrap_or(decided.at);
		period
			.deadline(from, timetable.calendar, timetable.tolled)
			.map(Some)
			.map_err(|_| ApplicationError::DeadlineOutOfRange)
	}

	/// Whether an appeal against the decision is open.
	pub fn has_open_appeal(&self) -> bool {
		self.appeal.is_some_and(|appeal| appeal.is_open())
	}

	fn with_appeal_ended(
		&self,
		outcome: AppealOutcome,
		now: Instant,
	) -> Result<Self, ApplicationError> {
		let appeal = self.appeal.ok_or(ApplicationError::NoAppealOpen)?.ended(outcome, now)?;
		Ok(Self { appeal: Some(appeal), ..self.stepped(now)? })
	}

	fn ensure_decided(&self) -> Result<(), ApplicationError> {
		ensure(self.stage != Stage::Withdrawn, ApplicationError::Ended)?;
		ensure(self.decided.is_some(), ApplicationError::WrongStage)
	}
}

/// What is read of it.
impl Application {
	/// Whether it was decided or withdrawn.
	pub const fn has_ended(&self) -> bool {
		matches!(self.stage, Stage::Decided(_) | Stage::Withdrawn)
	}

	/// Until when it is decided: the exclusive end of a working day. While a question is open it is the
	/// latest that this can become.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`] before the dossier is complete,
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn deadline(&self, timetable: Timetable<'_>) -> Result<Instant, ApplicationError> {
		let clock = self.clock.as_ref().ok_or(ApplicationError::WrongStage)?;
		clock.deadline(timetable.calendar, timetable.tolled)
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

	/// Whether officers are or were too late: the period was over when it was decided, also by silence,
	/// or is over and nothing is decided. Never before a complete dossier, nor after a withdrawal.
	///
	/// # Errors
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn is_late(
		&self,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<bool, ApplicationError> {
		if self.stage == Stage::Withdrawn {
			return Ok(false);
		}
		self.is_over(self.decided.map_or(now, |decided| decided.at), timetable)
	}

	/// For how many whole days the clock has run from the complete dossier until an instant: without
	/// questions and tolled time, and where the period is in working days without the others.
	///
	/// # Errors
	/// [`ApplicationError::WrongStage`] before the dossier is complete,
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn days_used(
		&self,
		at: Instant,
		timetable: Timetable<'_>,
	) -> Result<u32, ApplicationError> {
		let clock = self.clock.as_ref().ok_or(ApplicationError::WrongStage)?;
		clock.days_run(at, timetable.calendar, timetable.tolled)
	}

	/// When the chain itself acts next: at the end of the period for finding that something is missing,
	/// or of the decision where silence grants. None if nothing follows from silence.
	///
	/// It becomes another with every step, with tolled time, and with the calendar: read it anew.
	///
	/// # Errors
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn next_due(
		&self,
		terms: &PermitTerms,
		timetable: Timetable<'_>,
	) -> Result<Option<Instant>, ApplicationError> {
		match self.stage {
			Stage::Submitted => self.completeness_ends(terms, timetable),
			Stage::InReview if terms.silence_grants => self.deadline(timetable).map(Some),
			Stage::Incomplete | Stage::InReview | Stage::Decided(_) | Stage::Withdrawn => Ok(None),
		}
	}

	/// Which step the chain itself takes now, if one is due. After it another one can be.
	///
	/// # Errors
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn due_step(
		&self,
		terms: &PermitTerms,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<Option<DueStep>, ApplicationError> {
		let due = self.next_due(terms, timetable)?;
		let step = match self.stage {
			Stage::Submitted => DueStep::DeemedComplete,
			_ => DueStep::DeemedGranted,
		};
		Ok(due.filter(|due| now >= *due).map(|_| step))
	}

	/// What was asked of a ministry, if it was.
	pub fn referral_to(&self, ministry: MinistryId) -> Option<&Referral> {
		self.referrals.iter().find(|referral| referral.ministry == ministry)
	}

	fn ensure_live(&self) -> Result<(), ApplicationError> {
		ensure(!self.has_open_appeal(), ApplicationError::AppealOpen)?;
		ensure(!self.has_ended(), ApplicationError::Ended)
	}

	fn at(&self, stage: Stage) -> Result<(), ApplicationError> {
		self.ensure_live()?;
		ensure(self.stage == stage, ApplicationError::WrongStage)
	}

	fn before_review(&self) -> Result<(), ApplicationError> {
		self.ensure_live()?;
		ensure(self.stage != Stage::InReview, ApplicationError::WrongStage)
	}

	/// The same after a step that is now.
	fn stepped(&self, now: Instant) -> Result<Self, ApplicationError> {
		ensure(now >= self.last_step_at, ApplicationError::OutOfOrder)?;
		Ok(Self { last_step_at: now, ..self.clone() })
	}

	fn stepped_in_review(&self, now: Instant) -> Result<Self, ApplicationError> {
		self.at(Stage::InReview)?;
		self.stepped(now)
	}

	fn with_outcome(self, outcome: Outcome, at: Instant) -> Self {
		Self { stage: Stage::Decided(outcome), decided: Some(Decided { outcome, at }), ..self }
	}

	fn running(&self) -> Result<&DecisionClock, ApplicationError> {
		self.clock.as_ref().ok_or(ApplicationError::WrongStage)
	}

	fn running_in_time(
		&self,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<&DecisionClock, ApplicationError> {
		ensure(!self.is_over(now, timetable)?, ApplicationError::PeriodOver)?;
		self.running()
	}

	fn ensure_not_granted_by_silence(
		&self,
		terms: &PermitTerms,
		now: Instant,
		timetable: Timetable<'_>,
	) -> Result<(), ApplicationError> {
		let is_granted = terms.silence_grants && self.is_over(now, timetable)?;
		ensure(!is_granted, ApplicationError::PeriodOver)
	}
}

fn ensure(holds: bool, error: ApplicationError) -> Result<(), ApplicationError> {
	if holds {
		Ok(())
	} else {
		Err(error)
	}
}
