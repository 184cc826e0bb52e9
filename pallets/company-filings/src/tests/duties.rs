//! What is owed and when, by examples.

use super::*;
use crate::rules::duties::{owed, ownership_times, times, CompanyDates, LegalTime, Owed};
use polity_primitives::time::{Calendar, LocalOffset, TolledIntervals, WeekendDays};

const CALENDAR_YEAR: CompanyDates =
	CompanyDates { incorporated_on: None, fiscal_year_end: Some((12, 31)) };

fn founded(on: CalendarDate, fiscal_year_end: (u8, u8)) -> CompanyDates {
	CompanyDates { incorporated_on: Some(on), fiscal_year_end: Some(fiscal_year_end) }
}

/// A law that begins on a day and asks for one filing.
fn from(day: CalendarDate, filing_type: FilingType, due_after: DueAfter) -> FilingLaw {
	let duty = duty(filing_type, due_after, Period::Months(6), None);
	FilingLaw {
		in_force_from: day,
		fiscal_year_end: (6, 30),
		duties: vec![duty].try_into().unwrap(),
		ownership: None,
	}
}

fn accounts_from(day: CalendarDate) -> FilingLaw {
	from(day, FilingType::AnnualAccounts, DueAfter::FiscalYearEnd)
}

/// A law that asks for nothing.
fn silent_from(day: CalendarDate) -> FilingLaw {
	FilingLaw { duties: Default::default(), ..accounts_from(day) }
}

fn accounts_owed(
	laws: &[FilingLaw],
	dates: CompanyDates,
	covered_until: Option<CalendarDate>,
) -> Option<FiledPeriod> {
	owed(laws, dates, FilingType::AnnualAccounts, covered_until).map(|Owed { period, .. }| period)
}

#[test]
fn first_year_should_begin_with_the_company() {
	let laws = [accounts_from(date(2026, 1, 1))];
	let of = |dates| accounts_owed(&laws, dates, None);
	let until = |day| period(day, date(2026, 12, 31));
	assert_eq!(of(founded(date(1990, 5, 1), (12, 31))), Some(until(date(2026, 1, 1))));
	assert_eq!(of(founded(date(2026, 8, 17), (12, 31))), Some(until(date(2026, 8, 17))));
	// Founded on the very last day of the year.
	assert_eq!(of(founded(date(2026, 12, 31), (12, 31))), Some(until(date(2026, 12, 31))));
	assert_eq!(of(CALENDAR_YEAR), Some(until(date(2026, 1, 1))));
	// One that has stated no end has that of the law.
	let silent = CompanyDates { fiscal_year_end: None, ..CALENDAR_YEAR };
	assert_eq!(of(silent), Some(period(date(2025, 7, 1), date(2026, 6, 30))));
}

#[test]
fn next_year_should_begin_where_the_last_has_ended() {
	let laws = [accounts_from(date(2026, 1, 1))];
	let after = |dates, day| accounts_owed(&laws, dates, Some(day));
	assert_eq!(after(CALENDAR_YEAR, date(2026, 12, 31)), Some(year(2027)));
	// The fiscal year ends in June from now on: one year is short.
	let changed = founded(date(2020, 1, 1), (6, 30));
	let short = period(date(2027, 1, 1), date(2027, 6, 30));
	assert_eq!(after(changed, date(2026, 12, 31)), Some(short));
	assert_eq!(
		after(changed, date(2027, 6, 30)),
		Some(period(date(2027, 7, 1), date(2028, 6, 30)))
	);
	assert_eq!(after(CALENDAR_YEAR, CalendarDate::LAST), None);
}

#[test]
fn year_should_end_on_the_last_day_of_february() {
	let laws = [accounts_from(date(2026, 1, 1))];
	let dates = founded(date(2020, 1, 1), (2, 29));
	let first = accounts_owed(&laws, dates, None);
	assert_eq!(first, Some(period(date(2025, 3, 1), date(2026, 2, 28))));
	let second = accounts_owed(&laws, dates, Some(date(2027, 2, 28)));
	assert_eq!(second, Some(period(date(2027, 3, 1), date(2028, 2, 29))));
}

#[test]
fn year_should_be_owed_by_the_law_under_which_it_ends() {
	let laws = [
		accounts_from(date(2026, 1, 1)),
		silent_from(date(2027, 6, 1)),
		accounts_from(date(2030, 1, 1)),
	];
	assert_eq!(accounts_owed(&laws, CALENDAR_YEAR, None), Some(year(2026)));
	// 2027 to 2029 end while no law asks for them.
	assert_eq!(accounts_owed(&laws, CALENDAR_YEAR, Some(date(2026, 12, 31))), Some(year(2030)));
	let ends = &laws[..2];
	assert_eq!(accounts_owed(ends, CALENDAR_YEAR, Some(date(2026, 12, 31))), None);
	assert_eq!(accounts_owed(&[], CALENDAR_YEAR, None), None);
}

#[test]
fn anniversary_should_be_that_of_the_incorporation() {
	let laws = [from(date(2026, 1, 1), FilingType::AnnualReturn, DueAfter::Anniversary)];
	let of = |incorporated_on, covered_until| {
		let dates = CompanyDates { incorporated_on, fiscal_year_end: None };
		owed(&laws, dates, FilingType::AnnualReturn, covered_until).map(|owed| owed.period)
	};
	assert_eq!(of(Some(date(2026, 5, 1)), None), Some(period(date(2026, 5, 1), date(2027, 5, 1))));
	assert_eq!(of(Some(date(1990, 5, 1)), None), Some(period(date(2025, 5, 2), date(2026, 5, 1))));
	assert_eq!(
		of(Some(date(1990, 5, 1)), Some(date(2026, 5, 1))),
		Some(period(date(2026, 5, 2), date(2027, 5, 1)))
	);
	// On 29 February, each year has one.
	assert_eq!(
		of(Some(date(2024, 2, 29)), None),
		Some(period(date(2025, 3, 1), date(2026, 2, 28)))
	);
	assert_eq!(of(None, None), None);
}

#[test]
fn deadline_should_be_the_end_of_a_working_day() {
	let weekend = WeekendDays::SATURDAY_SUNDAY;
	let calendar =
		Calendar::try_new(LocalOffset::UTC, weekend, vec![date(2027, 3, 15)].try_into().unwrap())
			.unwrap();
	let tolled = TolledIntervals::new();
	let time = LegalTime { calendar: &calendar, tolled: &tolled };
	let within = |days, grace: Option<u32>| {
		let duty = duty(
			FilingType::ChangeOfOfficers,
			DueAfter::StatedPeriod,
			Period::CalendarDays(days),
			grace.map(Period::WorkingDays),
		);
		let found = times(&duty, date(2027, 3, 1), time).unwrap();
		(found.due_before, found.overdue_from)
	};
	// 13 March is a Saturday, and Monday a holiday.
	let tuesday = start_of(date(2027, 3, 17));
	assert_eq!(within(12, None), (tuesday, tuesday));
	assert_eq!(within(12, Some(2)), (tuesday, start_of(date(2027, 3, 19))));
	let (friday, _) = within(11, None);
	assert_eq!(friday, start_of(date(2027, 3, 13)));
}

#[test]
fn owners_should_be_current_as_the_law_of_the_day_said() {
	let calendar =
		Calendar::try_new(LocalOffset::UTC, WeekendDays::NONE, Default::default()).unwrap();
	let tolled = TolledIntervals::new();
	let time = LegalTime { calendar: &calendar, tolled: &tolled };
	let with = |day, years| FilingLaw {
		ownership: Some(OwnershipDuty {
			first_within: Period::CalendarDays(10),
			stays_current: Period::Years(years),
			grace: None,
		}),
		..silent_from(day)
	};
	let laws = [
		silent_from(date(2026, 1, 1)),
		with(date(2027, 1, 1), 2),
		with(date(2029, 1, 1), 1),
		silent_from(date(2035, 1, 1)),
	];
	let until = |incorporated_on, confirmed: Option<CalendarDate>, now| {
		ownership_times(&laws, incorporated_on, confirmed.map(start_of), start_of(now), time)
			.map(|times| times.due_before)
	};
	let now = date(2028, 1, 1);
	// For the first time by the first law that asks for it.
	assert_eq!(until(None, None, now), Some(start_of(date(2027, 1, 12))));
	assert_eq!(until(Some(date(2028, 3, 1)), None, now), Some(start_of(date(2028, 3, 12))));
	// Founded after a law has ended that asks for it.
	let young = Some(date(2030, 3, 1));
	assert_eq!(until(young, None, date(2030, 4, 1)), Some(start_of(date(2030, 3, 12))));
	// Confirmed under the older law it stays current for two years, whatever the later one says.
	let confirmed = Some(date(2028, 6, 1));
	assert_eq!(until(None, confirmed, date(2029, 5, 1)), Some(start_of(date(2030, 6, 2))));
	// Stated when no law asked for it: the first law that does gives its time.
	let early = Some(date(2026, 6, 1));
	assert_eq!(until(None, early, now), Some(start_of(date(2027, 1, 12))));
	// No law asks for it yet, or any more.
	assert_eq!(until(None, None, date(2026, 6, 1)), None);
	assert_eq!(until(None, confirmed, date(2035, 1, 1)), None);
	assert_eq!(until(None, None, date(2025, 6, 1)), None);
}
