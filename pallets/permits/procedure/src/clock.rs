//! The clock of a decision: it begins with a complete dossier, stands still for questions, is extended
//! once, and goes by the calendar of the authority, without the time that the chain tolls.

use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::time::{
	Calendar, Instant, Period, TolledInterval, TolledIntervals, MILLIS_PER_DAY,
};
use scale_info::TypeInfo;

use crate::error::ApplicationError;

/// The most questions that stop the clock of one application.
pub const MAX_STOPS: u32 = 8;

/// A question to the applicant, for which the clock stands still.
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
pub struct Stop {
	/// When it was asked.
	pub asked_at: Instant,
	/// When it was answered; none while it is open.
	pub answered_at: Option<Instant>,
}

/// Questions in the order in which they were asked. The last one alone can be open.
pub type Stops = BoundedVec<Stop, ConstU32<MAX_STOPS>>;

/// The clock of one decision.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct DecisionClock {
	/// When the dossier was complete.
	pub complete_at: Instant,
	/// Within what it is decided.
	pub period: Period,
	/// By what the period was extended, if it was.
	pub extended_by: Option<Period>,
	/// For how many days it stands still at most.
	pub stopped_days: u16,
	/// The questions for which it has stood still.
	pub stops: Stops,
}

impl DecisionClock {
	/// A clock that begins now.
	pub fn starting(complete_at: Instant, period: Period, stopped_days: u16) -> Self {
		let stops = Stops::new();
		Self { complete_at, period, extended_by: None, stopped_days, stops }
	}

	/// The question that is open, if one is.
	pub fn open_question(&self) -> Option<&Stop> {
		self.stops.last().filter(|stop| stop.answered_at.is_none())
	}

	/// When the last question was asked or answered, or the clock began.
	pub fn last_step(&self) -> Instant {
		let last = self.stops.last().map(|stop| stop.answered_at.unwrap_or(stop.asked_at));
		last.unwrap_or(self.complete_at)
	}

	/// The time in which the clock stands still, in order and apart from each other: each question from
	/// when it was asked to its answer, until the days for that are used up. An open one has all that is
	/// left, so that nobody gains by not answering.
	pub fn stood_still(&self) -> impl Iterator<Item = TolledInterval> + '_ {
		let mut left = u64::from(self.stopped_days).saturating_mul(MILLIS_PER_DAY);
		self.stops.iter().filter_map(move |stop| {
			let latest = stop.asked_at.checked_add_millis(left)?;
			let to = stop.answered_at.map_or(latest, |answered_at| answered_at.min(latest));
			left = left.saturating_sub(to.saturating_millis_since(stop.asked_at));
			TolledInterval::try_new(stop.asked_at, to).ok()
		})
	}

	/// For how many milliseconds it has stood still, or will have with the question that is open.
	pub fn stood_still_millis(&self) -> u64 {
		self.stood_still().map(|interval| interval.millis()).fold(0, u64::saturating_add)
	}

	/// Until when it is decided: the exclusive end of a working day. While a question is open it is the
	/// latest that this can become; an answer makes it earlier.
	///
	/// # Errors
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn deadline(
		&self,
		calendar: &Calendar,
		tolled: &TolledIntervals,
	) -> Result<Instant, ApplicationError> {
		let mut still = tolled.clone();
		for interval in self.stood_still() {
			// Where there is no room the nearest two become one: it only ever ends later.
			still.insert_or_join(interval);
		}
		let first = self
			.period
			.deadline(self.complete_at, calendar, &still)
			.map_err(|_| ApplicationError::DeadlineOutOfRange)?;
		let Some(extension) = self.extended_by else { return Ok(first) };
		// The extension begins where the period ends: its last day is the one that is not counted.
		let last_instant = first.checked_sub_millis(1).unwrap_or(first);
		extension
			.deadline(last_instant, calendar, &still)
			.map_err(|_| ApplicationError::DeadlineOutOfRange)
	}

	/// The clock after a question.
	pub(crate) fn asked(&self, now: Instant) -> Result<Self, ApplicationError> {
		self.ensure_in_order(now)?;
		if self.open_question().is_some() {
			return Err(ApplicationError::QuestionOpen);
		}
		if self.stood_still_millis() >= u64::from(self.stopped_days).saturating_mul(MILLIS_PER_DAY)
		{
			return Err(ApplicationError::StopsUsedUp);
		}
		let mut clock = self.clone();
		let stop = Stop { asked_at: now, answered_at: None };
		clock.stops.try_push(stop).map_err(|_| ApplicationError::TooManyQuestions)?;
		Ok(clock)
	}

	/// The clock after an answer.
	pub(crate) fn answered(&self, now: Instant) -> Result<Self, ApplicationError> {
		self.ensure_in_order(now)?;
		let mut clock = self.clone();
		let open = clock.stops.last_mut().filter(|stop| stop.answered_at.is_none());
		open.ok_or(ApplicationError::NoQuestionOpen)?.answered_at = Some(now);
		Ok(clock)
	}

	/// The clock with its one extension.
	pub(crate) fn extended(&self, by: Period) -> Result<Self, ApplicationError> {
		if self.extended_by.is_some() {
			return Err(ApplicationError::AlreadyExtended);
		}
		Ok(Self { extended_by: Some(by), ..self.clone() })
	}

	fn ensure_in_order(&self, now: Instant) -> Result<(), ApplicationError> {
		if now < self.last_step() {
			return Err(ApplicationError::OutOfOrder);
		}
		Ok(())
	}
}
