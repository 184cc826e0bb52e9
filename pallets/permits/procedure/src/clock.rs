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

	/// The time in which the clock stands still, in order and apart from each other: each question from
	/// when it was asked to its answer, until the days for that are used up. An open one has all that is
	/// left, so that nobody gains by not answering. Tolled time uses up nothing of them.
	pub fn stood_still<'a>(
		&'a self,
		tolled: &'a TolledIntervals,
	) -> impl Iterator<Item = TolledInterval> + 'a {
		let mut left = self.stoppable_millis();
		self.stops.iter().filter_map(move |stop| {
			let latest = after_untolled(stop.asked_at, left, tolled)?;
			let to = stop.answered_at.map_or(latest, |answered_at| answered_at.min(latest));
			left = left.saturating_sub(untolled_between(stop.asked_at, to, tolled));
			TolledInterval::try_new(stop.asked_at, to).ok()
		})
	}

	/// For how many milliseconds it has stood still for questions, or will have with the one that is open,
	/// without tolled time.
	pub fn stood_still_millis(&self, tolled: &TolledIntervals) -> u64 {
		self.stood_still(tolled)
			.map(|interval| untolled_between(interval.from(), interval.to(), tolled))
			.fold(0, u64::saturating_add)
	}

	/// Whether it stands still for a question.
	pub(crate) fn stands_still_at(&self, now: Instant, tolled: &TolledIntervals) -> bool {
		self.open_question().is_some()
			&& self.stood_still(tolled).any(|interval| interval.contains(now))
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
		let still = self.still(tolled);
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

	/// For how many whole days it has run until an instant, from the complete dossier on: neither tolled
	/// nor standing still, and on working days alone where the period is in working days.
	///
	/// # Errors
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub(crate) fn days_run(
		&self,
		at: Instant,
		calendar: &Calendar,
		tolled: &TolledIntervals,
	) -> Result<u32, ApplicationError> {
		let counted = |from: Instant, to: Instant| match self.period {
			Period::WorkingDays(_) => working_millis_between(from, to, calendar),
			Period::CalendarDays(_) | Period::Months(_) | Period::Years(_) => {
				Some(to.saturating_millis_since(from))
			},
		};
		let mut millis = counted(self.complete_at, at.max(self.complete_at));
		for interval in self.still(tolled).as_slice() {
			let (from, to) = (interval.from().max(self.complete_at), interval.to().min(at));
			if from < to {
				millis = millis.and_then(|sum| sum.checked_sub(counted(from, to)?));
			}
		}
		millis
			.and_then(|millis| millis.checked_div(MILLIS_PER_DAY))
			.and_then(|days| u32::try_from(days).ok())
			.ok_or(ApplicationError::DeadlineOutOfRange)
	}

	/// All the time in which it does not run, each instant once.
	fn still(&self, tolled: &TolledIntervals) -> TolledIntervals {
		let mut still = tolled.clone();
		for interval in self.stood_still(tolled) {
			// Where there is no room the nearest two become one: it only ever ends later.
			still.insert_or_join(interval);
		}
		still
	}

	/// For how many milliseconds it can stand still for questions.
	fn stoppable_millis(&self) -> u64 {
		u64::from(self.stopped_days).saturating_mul(MILLIS_PER_DAY)
	}

	/// The clock after a question.
	pub(crate) fn asked(
		&self,
		now: Instant,
		tolled: &TolledIntervals,
	) -> Result<Self, ApplicationError> {
		if self.open_question().is_some() {
			return Err(ApplicationError::QuestionOpen);
		}
		if self.stood_still_millis(tolled) >= self.stoppable_millis() {
			return Err(ApplicationError::StopsUsedUp);
		}
		let mut clock = self.clone();
		let stop = Stop { asked_at: now, answered_at: None };
		clock.stops.try_push(stop).map_err(|_| ApplicationError::TooManyQuestions)?;
		Ok(clock)
	}

	/// The clock after an answer.
	pub(crate) fn answered(&self, now: Instant) -> Result<Self, ApplicationError> {
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
}

/// When so much time that is not tolled has passed since an instant, at the earliest.
fn after_untolled(from: Instant, millis: u64, tolled: &TolledIntervals) -> Option<Instant> {
	let mut end = from.checked_add_millis(millis)?;
	for interval in tolled.as_slice() {
		let begins = interval.from().max(from);
		if begins >= end {
			break;
		}
		end = end.checked_add_millis(interval.to().saturating_millis_since(begins))?;
	}
	Some(end)
}

/// How much time between two instants is not tolled.
fn untolled_between(from: Instant, to: Instant, tolled: &TolledIntervals) -> u64 {
	to.saturating_millis_since(from).saturating_sub(tolled.tolled_between(from, to))
}

/// How much of the time between two instants lies on working days.
fn working_millis_between(from: Instant, to: Instant, calendar: &Calendar) -> Option<u64> {
	let (first, last) = (calendar.local_date(from)?, calendar.local_date(to)?);
	// What is left of a day after an instant on it, if it is a working day.
	let rest = |date, at| {
		if calendar.is_working_day(date) {
			calendar.end_of_day(date)?.checked_millis_since(at)
		} else {
			Some(0)
		}
	};
	// The days after the first up to and with the last, and the rests of the two.
	u64::from(calendar.working_days_between(first, last))
		.checked_mul(MILLIS_PER_DAY)?
		.checked_add(rest(first, from)?)?
		.checked_sub(rest(last, to)?)
}
