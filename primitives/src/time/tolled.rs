//! Time in which the clocks of the law stood still.

use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

use super::{end_of_local_day, Calendar, CalendarDate, Instant, LocalOffset, MILLIS_PER_DAY};

/// Longest time between two blocks in which the chain counts as running: ten minutes.
///
/// A longer gap is an outage and opens a tolled interval.
pub const MAX_BLOCK_GAP_MILLIS: u64 = 600_000;

/// Most tolled intervals that are kept apart.
///
/// One outage a month for some twenty years, the life of a long mortgage or caveat, if intervals
/// that can no longer matter are pruned.
pub const MAX_TOLLED_INTERVALS: u32 = 256;

/// Why tolled time cannot be recorded or applied.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TolledError {
	/// The interval does not end after it begins: check the two instants.
	EmptyInterval,
	/// The intervals are not in ascending order with time between them: insert them one by one.
	IntervalsNotApart,
	/// [`MAX_TOLLED_INTERVALS`] intervals are kept and the new one touches none of them: prune up
	/// to the beginning of the oldest running clock, or join the nearest two
	/// ([`TolledIntervals::insert_or_join`]).
	TooManyIntervals,
	/// The deadline would lie after the last date, or ends before 1970: check the interval that
	/// moves it so far.
	DeadlineOutOfRange,
}

impl TolledError {
	/// What is wrong, as one sentence.
	pub const fn reason(self) -> &'static str {
		match self {
			Self::EmptyInterval => "a tolled interval ends after it begins",
			Self::IntervalsNotApart => {
				"tolled intervals are listed in ascending order with time between them"
			},
			Self::TooManyIntervals => "there are too many tolled intervals to keep one more",
			Self::DeadlineOutOfRange => "the deadline is out of the range of dates",
		}
	}
}

print_reason!(TolledError);

/// A stretch of time in which the clocks stood still: from `from`, up to but without `to`.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(try_from = "UncheckedInterval")]
pub struct TolledInterval {
	/// The first tolled instant.
	from: Instant,
	/// The first instant that is tolled no more.
	to: Instant,
}

/// What a [`TolledInterval`] is read from.
#[derive(Decode, Deserialize)]
#[serde(deny_unknown_fields)]
struct UncheckedInterval {
	from: Instant,
	to: Instant,
}

impl TryFrom<UncheckedInterval> for TolledInterval {
	type Error = TolledError;

	fn try_from(unchecked: UncheckedInterval) -> Result<Self, Self::Error> {
		Self::try_new(unchecked.from, unchecked.to)
	}
}

decode_checked!(TolledInterval, UncheckedInterval);

impl TolledInterval {
	/// The interval from `from` up to but without `to`.
	///
	/// # Errors
	/// * [`TolledError::EmptyInterval`] - `to` is not after `from`.
	pub fn try_new(from: Instant, to: Instant) -> Result<Self, TolledError> {
		if from >= to {
			return Err(TolledError::EmptyInterval);
		}
		Ok(Self { from, to })
	}

	/// The first tolled instant.
	pub const fn from(&self) -> Instant {
		self.from
	}

	/// The first instant that is tolled no more.
	pub const fn to(&self) -> Instant {
		self.to
	}

	/// How long the interval is, in milliseconds, never nought.
	pub const fn millis(&self) -> u64 {
		self.to.saturating_millis_since(self.from)
	}

	/// Whether the instant is tolled.
	pub fn contains(&self, at: Instant) -> bool {
		self.from <= at && at < self.to
	}
}

/// The outage between two blocks, if their instants are more than [`MAX_BLOCK_GAP_MILLIS`] apart.
///
/// The whole gap is tolled, its first ten minutes too. `previous` must be the instant of a block:
/// before the first block there is none, and taking 1970 for it would toll half a century.
pub fn gap_between(previous: Instant, now: Instant) -> Option<TolledInterval> {
	if now.checked_millis_since(previous)? <= MAX_BLOCK_GAP_MILLIS {
		return None;
	}
	TolledInterval::try_new(previous, now).ok()
}

/// All tolled time that can still matter: intervals in ascending order with time between them.
///
/// Intervals that overlap or touch are merged, so that the same tolled time always has the same
/// form, in whatever order it was recorded, and is never counted twice. Decoding refuses any
/// other form.
#[derive(
	Clone, PartialEq, Eq, Debug, Default, Encode, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(try_from = "Intervals")]
pub struct TolledIntervals(Intervals);

/// The plain list behind [`TolledIntervals`].
type Intervals = BoundedVec<TolledInterval, ConstU32<MAX_TOLLED_INTERVALS>>;

impl TryFrom<Intervals> for TolledIntervals {
	type Error = TolledError;

	fn try_from(intervals: Intervals) -> Result<Self, Self::Error> {
		if !intervals.is_sorted_by(|earlier, later| earlier.to < later.from) {
			return Err(TolledError::IntervalsNotApart);
		}
		Ok(Self(intervals))
	}
}

decode_checked!(TolledIntervals, Intervals);

impl TolledIntervals {
	/// No tolled time.
	pub fn new() -> Self {
		Self::default()
	}

	/// The intervals in ascending order, with time between them.
	pub fn as_slice(&self) -> &[TolledInterval] {
		&self.0
	}

	/// Whether the instant is tolled.
	pub fn is_tolled(&self, at: Instant) -> bool {
		let ended = self.0.partition_point(|interval| interval.to <= at);
		self.0.get(ended).is_some_and(|interval| interval.contains(at))
	}

	/// How much time is tolled from `from` up to but without `to`, in milliseconds.
	///
	/// Nought if `to` is not after `from`.
	pub fn tolled_between(&self, from: Instant, to: Instant) -> u64 {
		self.0
			.iter()
			.map(|interval| {
				let end = interval.to.min(to);
				end.saturating_millis_since(interval.from.max(from))
			})
			// Intervals do not overlap: the sum is at most the distance of the two instants.
			.fold(0, u64::saturating_add)
	}

	/// Records an interval, merged with all that it overlaps or touches.
	///
	/// On an error nothing has changed.
	///
	/// # Errors
	/// * [`TolledError::TooManyIntervals`] - the list is full and the interval touches none of it.
	pub fn try_insert(&mut self, interval: TolledInterval) -> Result<(), TolledError> {
		let full = |_: TolledInterval| TolledError::TooManyIntervals;
		let mut before = Intervals::new();
		let mut merged = interval;
		let mut after = Intervals::new();
		for kept in &self.0 {
			if kept.to < interval.from {
				before.try_push(*kept).map_err(full)?;
			} else if interval.to < kept.from {
				after.try_push(*kept).map_err(full)?;
			} else {
				merged.from = merged.from.min(kept.from);
				merged.to = merged.to.max(kept.to);
			}
		}
		for interval in core::iter::once(merged).chain(after) {
			before.try_push(interval).map_err(full)?;
		}
		self.0 = before;
		Ok(())
	}

	/// Records an interval in any case, for where an outage must not be lost.
	///
	/// If the list is full, the shortest time between two neighbours is tolled as well and
	/// returned, so that the caller can tell the world. This only ever moves deadlines later, but
	/// it may move one that has passed: prune first, and act on deadlines when they pass rather
	/// than long after.
	pub fn insert_or_join(&mut self, interval: TolledInterval) -> Option<TolledInterval> {
		if self.try_insert(interval).is_ok() {
			return None;
		}
		let shortest = self.shortest_time_between(interval)?;
		// The first merges at least two intervals, or one with the time up to the new one, so
		// there is room for the second.
		self.try_insert(shortest).ok()?;
		self.try_insert(interval).ok()?;
		Some(shortest)
	}

	/// The shortest time between two neighbours among the intervals and a new one apart from all.
	fn shortest_time_between(&self, new: TolledInterval) -> Option<TolledInterval> {
		let earlier = self.0.iter().filter(|kept| **kept < new);
		let later = self.0.iter().filter(|kept| **kept > new);
		let all = earlier.chain(core::iter::once(&new)).chain(later);
		all.clone()
			.zip(all.skip(1))
			.filter_map(|(left, right)| TolledInterval::try_new(left.to, right.from).ok())
			.min_by_key(TolledInterval::millis)
	}

	/// Forgets the intervals that ended at or before `before` and returns how many.
	///
	/// No clock that began at or after `before` is moved by them. Pass the beginning of the oldest
	/// clock that still runs. An interval that lasted beyond `before` is kept whole.
	pub fn prune(&mut self, before: Instant) -> usize {
		let count = self.0.len();
		self.0.retain(|interval| interval.to > before);
		count.saturating_sub(self.0.len())
	}

	/// Moves a deadline later by the tolled time of its clock.
	///
	/// `deadline` is the exclusive end of a local day (one inside a day is first moved to the end
	/// of that day), as it was when the clock began at `start`: pass the original one each time,
	/// not one that was moved before. The result is the *earliest* end of a local day
	///
	/// * up to which, from `start`, no less untolled time passes than up to the original deadline,
	/// * and whose last millisecond is not tolled, so that no clock runs out while nobody can act.
	///
	/// Tolled time before `start` or after the deadline moves nothing. Time is counted once
	/// however it was recorded, and one day absorbs several short outages. More tolled time never
	/// makes a deadline earlier. A deadline at or before `start` is left as it is.
	///
	/// # Errors
	/// * [`TolledError::DeadlineOutOfRange`] - there is no such end of a day before the year
	///   10000.
	pub fn extend(
		&self,
		deadline: Instant,
		start: Instant,
		offset: LocalOffset,
	) -> Result<Instant, TolledError> {
		if deadline <= start {
			return Ok(deadline);
		}
		deadline
			.checked_sub_millis(1)
			.and_then(|last_instant| last_instant.local_date(offset))
			.and_then(|last_day| {
				self.last_day(start, last_day, last_day, DayRule::EveryDay(offset))
			})
			.and_then(|last_day| end_of_local_day(last_day, offset))
			.ok_or(TolledError::DeadlineOutOfRange)
	}

	/// The last day of a clock that runs from `start` and, but for tolled time, to the end of
	/// `nominal`, and not to less than the end of `at_least`.
	///
	/// It is the earliest day that the rule lets a clock end on such that the counted untolled
	/// time up to its end is no less than the counted time up to the end of `nominal`, and its last
	/// millisecond is not tolled. `None` if it is out of range. The work is bounded by the lengths
	/// of the lists of intervals and holidays.
	///
	/// Why one pass finds it: any such day is no earlier than the candidate. If an interval begins
	/// before the end of the candidate, it begins before the end of that day too, which hence
	/// lies after the whole interval. So the interval counts in full, for the candidate and for
	/// the day alike. An interval that begins later counts for neither, nor does any after it.
	pub(super) fn last_day(
		&self,
		start: Instant,
		nominal: CalendarDate,
		at_least: CalendarDate,
		rule: DayRule<'_>,
	) -> Option<CalendarDate> {
		// Where the counting stands: the end of the last whole day that is owed.
		let mut counted = nominal;
		let mut counted_days: u64 = 0;
		let mut owed_millis: u64 = 0;
		let mut candidate = rule.ending_day(nominal.max(at_least))?;
		for interval in &self.0 {
			let from = interval.from.max(start);
			if from >= interval.to {
				continue;
			}
			if interval.from >= rule.end_of_day(candidate)? {
				break;
			}
			owed_millis = owed_millis.checked_add(rule.counted_millis(from, interval.to)?)?;
			let owed_days = owed_millis.div_ceil(MILLIS_PER_DAY);
			counted = rule.later_day(counted, owed_days.checked_sub(counted_days)?)?;
			counted_days = owed_days;
			let first_day_after = rule.local_date(interval.to)?;
			candidate = rule.ending_day(counted.max(first_day_after))?.max(candidate);
		}
		Some(candidate)
	}
}

/// Which days a clock counts, and on which it may end.
#[derive(Clone, Copy)]
pub(super) enum DayRule<'a> {
	/// Every day counts, and it may end on any day.
	EveryDay(LocalOffset),
	/// Every day counts, but it ends on a working day.
	EndOnWorkingDay(&'a Calendar),
	/// Only working days count, and it ends on one.
	CountWorkingDays(&'a Calendar),
}

impl DayRule<'_> {
	/// The local time.
	const fn offset(self) -> LocalOffset {
		match self {
			Self::EveryDay(offset) => offset,
			Self::EndOnWorkingDay(calendar) | Self::CountWorkingDays(calendar) => calendar.offset(),
		}
	}

	/// The local day of an instant.
	fn local_date(self, at: Instant) -> Option<CalendarDate> {
		at.local_date(self.offset())
	}

	/// The exclusive end of a local day.
	fn end_of_day(self, date: CalendarDate) -> Option<Instant> {
		end_of_local_day(date, self.offset())
	}

	/// The day itself if the clock may end on it, else the next such day.
	fn ending_day(self, date: CalendarDate) -> Option<CalendarDate> {
		match self {
			Self::EveryDay(_) => Some(date),
			Self::EndOnWorkingDay(calendar) | Self::CountWorkingDays(calendar) => {
				calendar.working_day_from(date)
			},
		}
	}

	/// The day that lies `count` counted days later.
	fn later_day(self, date: CalendarDate, count: u64) -> Option<CalendarDate> {
		match self {
			Self::EveryDay(_) | Self::EndOnWorkingDay(_) => {
				date.checked_add_days(i32::try_from(count).ok()?)
			},
			Self::CountWorkingDays(calendar) => {
				calendar.checked_add_working_days(date, u32::try_from(count).ok()?)
			},
		}
	}

	/// How much of the time from `from` up to but without `to` lies on counted days.
	fn counted_millis(self, from: Instant, to: Instant) -> Option<u64> {
		let Self::CountWorkingDays(calendar) = self else {
			return to.checked_millis_since(from);
		};
		let first_day = self.local_date(from)?;
		let last_day = self.local_date(to)?;
		if first_day == last_day {
			return if calendar.is_working_day(first_day) {
				to.checked_millis_since(from)
			} else {
				Some(0)
			};
		}
		// What is left of the first day, the days between, what has passed of the last day.
		let day_before_last = last_day.checked_sub_days(1)?;
		let days_between = calendar.working_days_between(first_day, day_before_last);
		let mut millis = u64::from(days_between).checked_mul(MILLIS_PER_DAY)?;
		if calendar.is_working_day(first_day) {
			let rest = self.end_of_day(first_day)?.checked_millis_since(from)?;
			millis = millis.checked_add(rest)?;
		}
		if calendar.is_working_day(last_day) {
			let passed = to.checked_millis_since(self.end_of_day(day_before_last)?)?;
			millis = millis.checked_add(passed)?;
		}
		Some(millis)
	}
}
