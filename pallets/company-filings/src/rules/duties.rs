//! What a company owes, when it is due, late and overdue: functions of what was filed, the laws and
//! the time. Nothing is written when a day passes.

use polity_primitives::time::{
	days_in_month, Calendar, CalendarDate, Instant, Period, TolledIntervals,
};

use crate::types::{
	DueAfter, Duty, DutyState, FiledPeriod, FilingLaw, FilingType, OwnershipDuty, Punctuality,
};

/// Why a law cannot be one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LawError {
	/// It would be in force before today.
	Retroactive,
	/// A law that comes into force on that day or later has been set already.
	NotTheLatest,
	/// No year has the day on which it lets the fiscal year end.
	YearEndNotADay,
	/// It has two duties of one type.
	DutyTwice,
	/// A yearly filing is due after a stated period, or another after a year.
	DueAfterDoesNotFit,
	/// One of its periods is nought or too long.
	PeriodNotAllowed,
}

/// The clock of the law: the calendar of the company's district, and what was tolled.
#[derive(Clone, Copy, Debug)]
pub struct LegalTime<'a> {
	/// Local time and working days.
	pub calendar: &'a Calendar,
	/// When no clock ran.
	pub tolled: &'a TolledIntervals,
}

/// What the duties of a company depend on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct CompanyDates {
	/// When it was incorporated, if known.
	pub incorporated_on: Option<CalendarDate>,
	/// Month and day of the end of its fiscal year, if it has stated one.
	pub fiscal_year_end: Option<(u8, u8)>,
}

/// Something that is owed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Owed {
	/// By which duty.
	pub duty: Duty,
	/// About which days.
	pub period: FiledPeriod,
}

/// Until when something is in time, and from when on it is overdue.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Times {
	/// The first instant at which it is late.
	pub due_before: Instant,
	/// The first instant at which it is overdue. Never before it is late.
	pub overdue_from: Instant,
}

impl Times {
	/// Whether what comes at an instant comes in time.
	pub fn punctuality(&self, at: Instant) -> Punctuality {
		if at < self.due_before {
			Punctuality::InTime
		} else if at < self.overdue_from {
			Punctuality::Late
		} else {
			Punctuality::Overdue
		}
	}
}

/// Checks a law before it is set after others.
///
/// # Errors
/// The first [`LawError`] that applies.
pub fn check_law(
	law: &FilingLaw,
	earlier: &[FilingLaw],
	today: CalendarDate,
) -> Result<(), LawError> {
	if law.in_force_from < today {
		return Err(LawError::Retroactive);
	}
	if earlier.iter().any(|other| law.in_force_from <= other.in_force_from) {
		return Err(LawError::NotTheLatest);
	}
	let (month, day) = law.fiscal_year_end;
	// 2000 was a leap year.
	if day == 0 || day > days_in_month(2000, month) {
		return Err(LawError::YearEndNotADay);
	}
	for (place, duty) in law.duties.iter().enumerate() {
		let is_second = |other: &Duty| other.filing_type == duty.filing_type;
		if law.duties.iter().take(place).any(is_second) {
			return Err(LawError::DutyTwice);
		}
		if duty.filing_type.is_yearly() == (duty.due_after == DueAfter::StatedPeriod) {
			return Err(LawError::DueAfterDoesNotFit);
		}
		check_periods(&[Some(duty.within), duty.grace])?;
	}
	if let Some(OwnershipDuty { first_within, stays_current, grace }) = law.ownership {
		check_periods(&[Some(first_within), Some(stays_current), grace])?;
	}
	Ok(())
}

fn check_periods(periods: &[Option<Period>]) -> Result<(), LawError> {
	let all = periods.iter().flatten().all(|period| period.check().is_ok());
	all.then_some(()).ok_or(LawError::PeriodNotAllowed)
}

/// The law that is in force on a day.
pub fn law_on(laws: &[FilingLaw], day: CalendarDate) -> Option<&FilingLaw> {
	laws.iter().rev().find(|law| law.in_force_from <= day)
}

/// Each law with the last day on which it is in force; none for the last of them.
fn with_last_days(
	laws: &[FilingLaw],
) -> impl Iterator<Item = (&FilingLaw, Option<CalendarDate>)> + '_ {
	let next = laws.iter().skip(1).map(|law| law.in_force_from.checked_sub_days(1));
	laws.iter().zip(next.chain(core::iter::repeat(None)))
}

/// The end of the fiscal year in a year; the last day of February, where it is the 29th.
fn year_end_in(year: i32, (month, day): (u8, u8)) -> Option<CalendarDate> {
	CalendarDate::from_ymd(year, month, day.min(days_in_month(year, month))).ok()
}

/// The fiscal year whose last day is `first` or the next after that.
fn fiscal_year(first: CalendarDate, year_end: (u8, u8)) -> Option<FiledPeriod> {
	let (year, ..) = first.year_month_day();
	let this_year = year_end_in(year, year_end)?;
	let year = if this_year < first { year.checked_add(1)? } else { year };
	let to = year_end_in(year, year_end)?;
	let from = year_end_in(year.checked_sub(1)?, year_end)?.checked_add_days(1)?;
	Some(FiledPeriod { from, to })
}

/// The year of a company, up to an anniversary of its incorporation, whose last day is `first` or the
/// next after that.
fn company_year(first: CalendarDate, incorporated_on: CalendarDate) -> Option<FiledPeriod> {
	let (founded, ..) = incorporated_on.year_month_day();
	let (year, ..) = first.year_month_day();
	let age = year.checked_sub(founded)?.max(1);
	let age =
		if incorporated_on.checked_add_years(age)? < first { age.checked_add(1)? } else { age };
	let to = incorporated_on.checked_add_years(age)?;
	let from = match age.checked_sub(1)? {
		0 => incorporated_on,
		age => incorporated_on.checked_add_years(age)?.checked_add_days(1)?,
	};
	Some(FiledPeriod { from, to })
}

/// What a company owes of a yearly type: the first period after the last for which something was
/// accepted, that ends while a law asks for it. None if no law does, or a date that it depends on is
/// not known.
///
/// A period begins no earlier than the company, nor than the day after the last period: the first
/// year of a company can be short, and one is after the fiscal year has changed.
pub fn owed(
	laws: &[FilingLaw],
	dates: CompanyDates,
	filing_type: FilingType,
	covered_until: Option<CalendarDate>,
) -> Option<Owed> {
	let after = match covered_until {
		Some(day) => Some(day.checked_add_days(1)?),
		None => None,
	};
	let begins = after.into_iter().chain(dates.incorporated_on).max();
	with_last_days(laws).find_map(|(law, last_day)| {
		let duty = *law.duty(filing_type)?;
		let first = begins.map_or(law.in_force_from, |day| day.max(law.in_force_from));
		let year = match duty.due_after {
			DueAfter::FiscalYearEnd => {
				fiscal_year(first, dates.fiscal_year_end.unwrap_or(law.fiscal_year_end))?
			},
			DueAfter::Anniversary => company_year(first, dates.incorporated_on?)?,
			DueAfter::StatedPeriod => return None,
		};
		let from = begins.map_or(year.from, |day| day.max(year.from));
		let ends_under_it = last_day.is_none_or(|last_day| year.to <= last_day);
		ends_under_it.then_some(Owed { duty, period: FiledPeriod { from, to: year.to } })
	})
}

/// When a filing about a period that ended on a day is due by a duty; none if that is out of the range
/// of dates.
pub fn times(duty: &Duty, last_day: CalendarDate, time: LegalTime<'_>) -> Option<Times> {
	after(last_instant(last_day, time)?, duty.within, duty.grace, time)
}

/// How it stands with what is owed about a period that ended on a day.
pub fn state(
	times: &Times,
	last_day: CalendarDate,
	now: Instant,
	time: LegalTime<'_>,
) -> DutyState {
	match times.punctuality(now) {
		Punctuality::InTime if time.calendar.end_of_day(last_day).is_some_and(|end| now < end) => {
			DutyState::Running
		},
		Punctuality::InTime => DutyState::Due,
		Punctuality::Late => DutyState::Late,
		Punctuality::Overdue => DutyState::Overdue,
	}
}

/// When what is stated of beneficial owners has to be stated or confirmed again, or stated for the
/// first time. None if the law of today asks for nothing, or it is out of the range of dates.
///
/// What was confirmed stays current for as long as the law of that day said; if that law said
/// nothing, the company has as long as for a first statement from the day on which one did.
pub fn ownership_times(
	laws: &[FilingLaw],
	incorporated_on: Option<CalendarDate>,
	confirmed_at: Option<Instant>,
	now: Instant,
	time: LegalTime<'_>,
) -> Option<Times> {
	law_on(laws, time.calendar.local_date(now)?)?.ownership?;
	let confirmed_on = match confirmed_at {
		Some(at) => Some(time.calendar.local_date(at)?),
		None => None,
	};
	if let (Some(at), Some(day)) = (confirmed_at, confirmed_on) {
		if let Some(duty) = law_on(laws, day).and_then(|law| law.ownership) {
			return after(at, duty.stays_current, duty.grace, time);
		}
	}
	let known = incorporated_on.into_iter().chain(confirmed_on).max();
	with_last_days(laws).find_map(|(law, last_day)| {
		let duty = law.ownership?;
		let from = known.map_or(law.in_force_from, |day| day.max(law.in_force_from));
		if last_day.is_some_and(|last_day| last_day < from) {
			return None;
		}
		after(last_instant(from, time)?, duty.first_within, duty.grace, time)
	})
}

/// The last instant of a day: a period that an event on the day sets going begins with the next.
fn last_instant(day: CalendarDate, time: LegalTime<'_>) -> Option<Instant> {
	time.calendar.end_of_day(day)?.checked_sub_millis(1)
}

fn after(
	start: Instant,
	within: Period,
	grace: Option<Period>,
	time: LegalTime<'_>,
) -> Option<Times> {
	let LegalTime { calendar, tolled } = time;
	let due_before = within.deadline(start, calendar, tolled).ok()?;
	let overdue_from = match grace {
		Some(grace) => grace.deadline(due_before.checked_sub_millis(1)?, calendar, tolled).ok()?,
		None => due_before,
	};
	Some(Times { due_before, overdue_from })
}
