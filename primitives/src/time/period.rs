//! Periods of the law and when they end.

use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

use super::{tolled::DayRule, Calendar, CalendarDate, Instant, TolledIntervals};

/// Longest period in calendar days: a hundred years.
pub const MAX_PERIOD_CALENDAR_DAYS: u32 = 36_525;

/// Longest period in working days: the working days of a hundred years and more.
pub const MAX_PERIOD_WORKING_DAYS: u32 = 36_525;

/// Longest period in months: a hundred years.
pub const MAX_PERIOD_MONTHS: u16 = 1_200;

/// Longest period in years: a thousand, for there are leases of 999 years.
pub const MAX_PERIOD_YEARS: u16 = 1_000;

/// Why a period cannot be counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PeriodError {
	/// The period is nought: give at least one day, month or year.
	Empty,
	/// The period is longer than the constant `MAX_PERIOD_…` of its unit: use a larger unit.
	TooLong,
	/// The period ends after the last date or before 1970: check its beginning, its length and
	/// the tolled intervals.
	EndOutOfRange,
}

impl PeriodError {
	/// What is wrong, as one sentence.
	pub const fn reason(self) -> &'static str {
		match self {
			Self::Empty => "a period has at least one day, month or year",
			Self::TooLong => "the period is longer than a period of this unit may be",
			Self::EndOutOfRange => "the period ends out of the range of dates",
		}
	}
}

print_reason!(PeriodError);

/// A length of time as the law gives it: "within 30 days", "for 3 years".
///
/// Periods are counted by Regulation (EEC, Euratom) No 1182/71:
///
/// * The day of the event that sets a period going is not counted (article 3(1)). A period ends
///   with the last hour of its last day (article 3(2)(b)).
/// * A period in months or years ends on the day of the same date as the day of the event, or, if
///   that month has no such day, on its last day (article 3(2)(c); Court of Justice, cases
///   152/85 *Misset* and C-171/03 *Toeters*). A week is seven calendar days.
/// * Calendar days include weekends and holidays (article 3(3)), but where the last day of a
///   period is not a working day, the period ends with the next working day (article 3(4)).
/// * A period of two days or more includes at least two working days (article 3(5)).
///
/// Not counted here: periods in hours, and periods that run backwards from an event (for which
/// article 3(4) does not hold).
///
/// Decoding refuses a period of nought and one longer than the constant of its unit. A value
/// that was built in code is checked when it is counted.
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
#[serde(rename_all = "camelCase", try_from = "UncheckedPeriod")]
pub enum Period {
	/// Days of the calendar, 1 to [`MAX_PERIOD_CALENDAR_DAYS`].
	#[codec(index = 0)]
	CalendarDays(u32),
	/// Working days, 1 to [`MAX_PERIOD_WORKING_DAYS`].
	#[codec(index = 1)]
	WorkingDays(u32),
	/// Months, 1 to [`MAX_PERIOD_MONTHS`].
	#[codec(index = 2)]
	Months(u16),
	/// Years, 1 to [`MAX_PERIOD_YEARS`].
	#[codec(index = 3)]
	Years(u16),
}

/// What a [`Period`] is read from.
#[derive(Decode, Deserialize)]
#[serde(rename_all = "camelCase")]
enum UncheckedPeriod {
	#[codec(index = 0)]
	CalendarDays(u32),
	#[codec(index = 1)]
	WorkingDays(u32),
	#[codec(index = 2)]
	Months(u16),
	#[codec(index = 3)]
	Years(u16),
}

impl TryFrom<UncheckedPeriod> for Period {
	type Error = PeriodError;

	fn try_from(unchecked: UncheckedPeriod) -> Result<Self, Self::Error> {
		let period = match unchecked {
			UncheckedPeriod::CalendarDays(days) => Self::CalendarDays(days),
			UncheckedPeriod::WorkingDays(days) => Self::WorkingDays(days),
			UncheckedPeriod::Months(months) => Self::Months(months),
			UncheckedPeriod::Years(years) => Self::Years(years),
		};
		period.check()?;
		Ok(period)
	}
}

decode_checked!(Period, UncheckedPeriod);

impl Period {
	/// Checks that the period is not nought and not too long.
	///
	/// # Errors
	/// * [`PeriodError::Empty`] - the period is nought.
	/// * [`PeriodError::TooLong`] - the period is longer than one of its unit may be.
	pub const fn check(self) -> Result<(), PeriodError> {
		let (empty, too_long) = match self {
			Self::CalendarDays(days) => (days == 0, days > MAX_PERIOD_CALENDAR_DAYS),
			Self::WorkingDays(days) => (days == 0, days > MAX_PERIOD_WORKING_DAYS),
			Self::Months(months) => (months == 0, months > MAX_PERIOD_MONTHS),
			Self::Years(years) => (years == 0, years > MAX_PERIOD_YEARS),
		};
		if empty {
			return Err(PeriodError::Empty);
		}
		if too_long {
			return Err(PeriodError::TooLong);
		}
		Ok(())
	}

	/// The last day of the period that an event on the day `start` sets going, as if the clocks
	/// never stood still.
	///
	/// It is a working day of the calendar.
	///
	/// # Errors
	/// * [`PeriodError::Empty`], [`PeriodError::TooLong`] - see [`Self::check`].
	/// * [`PeriodError::EndOutOfRange`] - the last day is after the last date.
	pub fn end_date(
		&self,
		start: CalendarDate,
		calendar: &Calendar,
	) -> Result<CalendarDate, PeriodError> {
		let nominal = self.nominal_end_date(start, calendar)?;
		let earliest = self.earliest_end_date(start, calendar)?;
		calendar.working_day_from(nominal.max(earliest)).ok_or(PeriodError::EndOutOfRange)
	}

	/// The instant from which the period runs: the end of the local day of the event, which is
	/// not counted (article 3(1)).
	///
	/// # Errors
	/// * [`PeriodError::EndOutOfRange`] - the event is after the last date.
	pub fn runs_from(start: Instant, calendar: &Calendar) -> Result<Instant, PeriodError> {
		calendar
			.local_date(start)
			.and_then(|date| calendar.end_of_day(date))
			.ok_or(PeriodError::EndOutOfRange)
	}

	/// The exclusive instant at which the period ends that an event at `start` sets going.
	///
	/// It is the end of a local day: the earliest
	///
	/// * that is not before the end of [`Self::end_date`], and is the end of a working day,
	/// * up to which, from [`Self::runs_from`], no less untolled time passes than the period has
	///   (for working days: untolled time on working days),
	/// * and whose last millisecond is not tolled, so that no clock runs out while nobody can act.
	///
	/// More tolled time never makes it earlier. A later event never makes it earlier either, with
	/// one exception: months differ in length, so that four events at the end of a long month can
	/// have periods in months or years that nominally end on one day. Tolled time between two such
	/// events then counts for the earlier alone.
	///
	/// # Errors
	/// * [`PeriodError::Empty`], [`PeriodError::TooLong`] - see [`Self::check`].
	/// * [`PeriodError::EndOutOfRange`] - the period ends after the last date.
	pub fn deadline(
		&self,
		start: Instant,
		calendar: &Calendar,
		tolled: &TolledIntervals,
	) -> Result<Instant, PeriodError> {
		let start_date = calendar.local_date(start).ok_or(PeriodError::EndOutOfRange)?;
		let runs_from = Self::runs_from(start, calendar)?;
		let nominal = self.nominal_end_date(start_date, calendar)?;
		let earliest = self.earliest_end_date(start_date, calendar)?;
		let rule = match self {
			Self::WorkingDays(_) => DayRule::CountWorkingDays(calendar),
			Self::CalendarDays(_) | Self::Months(_) | Self::Years(_) => {
				DayRule::EndOnWorkingDay(calendar)
			},
		};
		tolled
			.last_day(runs_from, nominal, earliest, rule)
			.and_then(|last_day| calendar.end_of_day(last_day))
			.ok_or(PeriodError::EndOutOfRange)
	}

	/// The last day before article 3(4) and (5) move it.
	fn nominal_end_date(
		self,
		start: CalendarDate,
		calendar: &Calendar,
	) -> Result<CalendarDate, PeriodError> {
		self.check()?;
		let end = match self {
			Self::CalendarDays(days) => {
				i32::try_from(days).ok().and_then(|days| start.checked_add_days(days))
			},
			Self::WorkingDays(days) => calendar.checked_add_working_days(start, days),
			Self::Months(months) => start.checked_add_months(i32::from(months)),
			Self::Years(years) => start.checked_add_years(i32::from(years)),
		};
		end.ok_or(PeriodError::EndOutOfRange)
	}

	/// The day before which the period cannot end: the second working day after the event, if
	/// the period has two days or more (article 3(5)).
	fn earliest_end_date(
		self,
		start: CalendarDate,
		calendar: &Calendar,
	) -> Result<CalendarDate, PeriodError> {
		let working_days = match self {
			Self::CalendarDays(1) | Self::WorkingDays(1) => 1,
			_ => 2,
		};
		calendar.checked_add_working_days(start, working_days).ok_or(PeriodError::EndOutOfRange)
	}
}
