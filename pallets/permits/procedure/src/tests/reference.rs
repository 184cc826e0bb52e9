//! A second count of the days of the law, by walking them one by one, in plain numbers. It shares no code
//! with the rules: hours since a beginning, days since 1970, and a flag for each hour that is tolled.

use std::collections::BTreeSet;

use polity_primitives::time::{
	Calendar, CalendarDate, Instant, LocalOffset, Period, WeekendDays, MILLIS_PER_DAY,
};

/// The hour 0 of the count: 00:00 UTC on 3 November 2025, a Monday, in hours since 1970.
const FIRST_HOUR: i64 = 20_395 * 24;

/// How many hours are counted.
const HOURS: usize = 1_000 * 24;

const MILLIS_PER_HOUR: i64 = 3_600_000;

/// How long the clock stands still for a question: the hours in which it was asked and answered.
pub type Question = (i64, Option<i64>);

/// What an authority's days and hours are.
#[derive(Clone, Debug)]
pub struct Reference {
	/// Hours ahead of UTC.
	pub offset: i64,
	/// Which days of the week nobody works, from Monday.
	pub weekend: [bool; 7],
	/// Days on which nobody works, in days since 1970.
	pub holidays: BTreeSet<i64>,
	/// Which hours are tolled.
	pub tolled: Vec<bool>,
}

impl Reference {
	pub fn new(offset: i64, weekend: [bool; 7], holidays: BTreeSet<i64>) -> Self {
		Self { offset, weekend, holidays, tolled: vec![false; HOURS] }
	}

	/// The same calendar for the rules.
	pub fn calendar(&self) -> Calendar {
		let minutes = i16::try_from(self.offset * 60).unwrap();
		let bits = (0..7u8).filter(|day| self.weekend[usize::from(*day)]).map(|day| 1 << day).sum();
		let holidays: Vec<_> = self
			.holidays
			.iter()
			.map(|day| CalendarDate::from_days_since_epoch(i32::try_from(*day).unwrap()).unwrap())
			.collect();
		Calendar::try_new(
			LocalOffset::from_minutes_east(minutes).unwrap(),
			WeekendDays::from_bits(bits).unwrap(),
			holidays.try_into().unwrap(),
		)
		.unwrap()
	}

	/// The local day of an hour.
	pub fn day_of(&self, hour: i64) -> i64 {
		(FIRST_HOUR + hour + self.offset).div_euclid(24)
	}

	/// The hour with which a local day is over.
	pub fn end_of(&self, day: i64) -> i64 {
		(day + 1) * 24 - self.offset - FIRST_HOUR
	}

	/// Whether somebody works on a day. 1 January 1970 was a Thursday.
	pub fn is_working(&self, day: i64) -> bool {
		let weekday = usize::try_from((day + 3).rem_euclid(7)).unwrap();
		!self.weekend[weekday] && !self.holidays.contains(&day)
	}

	/// The hours that are tolled or in which the clock stands still for questions, which it does for so
	/// many days of hours that are not tolled.
	pub fn still(&self, questions: &[Question], most_days: u16) -> Vec<bool> {
		let mut still = self.tolled.clone();
		let mut left = u32::from(most_days) * 24;
		for (asked, answered) in questions {
			for hour in *asked..answered.unwrap_or(HOURS as i64) {
				let at = usize::try_from(hour).unwrap();
				if self.tolled[at] {
					continue;
				}
				if left == 0 {
					break;
				}
				left -= 1;
				still[at] = true;
			}
		}
		still
	}

	/// The hours of questions, without those that are tolled.
	pub fn hours_stopped(&self, questions: &[Question], most_days: u16) -> u32 {
		let Some((first, _)) = questions.first() else { return 0 };
		let first = usize::try_from(*first).unwrap();
		let still = self.still(questions, most_days);
		let hours = still[first..].iter().zip(&self.tolled[first..]);
		u32::try_from(hours.filter(|(still, tolled)| **still && !**tolled).count()).unwrap()
	}

	/// The hours of a day in which a clock runs.
	fn hours_run_on(&self, day: i64, still: &[bool]) -> i64 {
		let end = self.end_of(day);
		(end - 24..end).map(|hour| i64::from(!still[usize::try_from(hour).unwrap()])).sum()
	}

	/// The hour at which a period is over that an event on a day sets going: walk the days after it,
	/// count those that the law counts, and end with a working day whose last hour is not lost.
	pub fn end_of_period(&self, period: Period, event_day: i64, still: &[bool]) -> i64 {
		let counts_working_days = matches!(period, Period::WorkingDays(_));
		let owed = match period {
			Period::CalendarDays(days) | Period::WorkingDays(days) => i64::from(days),
			Period::Months(months) => same_day_later(event_day, i64::from(months)) - event_day,
			Period::Years(years) => same_day_later(event_day, 12 * i64::from(years)) - event_day,
		};
		// A period of two days or more has two working days at least.
		let working_days_owed = match period {
			Period::CalendarDays(1) | Period::WorkingDays(1) => 1,
			_ => 2,
		};
		let (mut hours, mut working_days) = (0, 0);
		let mut day = event_day;
		loop {
			day += 1;
			let is_working = self.is_working(day);
			working_days += i64::from(is_working);
			if is_working || !counts_working_days {
				hours += self.hours_run_on(day, still);
			}
			let last_hour = usize::try_from(self.end_of(day) - 1).unwrap();
			let is_enough = hours >= owed * 24 && working_days >= working_days_owed;
			if is_enough && is_working && !still[last_hour] {
				return self.end_of(day);
			}
		}
	}

	/// For how many whole days a clock has run between two hours.
	pub fn days_run(&self, period: Period, from: i64, to: i64, still: &[bool]) -> u32 {
		let counts_working_days = matches!(period, Period::WorkingDays(_));
		let hours = (from..to).filter(|hour| {
			let counts = !counts_working_days || self.is_working(self.day_of(*hour));
			counts && !still[usize::try_from(*hour).unwrap()]
		});
		u32::try_from(hours.count() / 24).unwrap()
	}
}

/// The instant with which an hour begins.
pub fn instant(hour: i64) -> Instant {
	Instant::from_millis(u64::try_from((FIRST_HOUR + hour) * MILLIS_PER_HOUR).unwrap())
}

/// The hour that begins with an instant.
pub fn hour(instant: Instant) -> i64 {
	let millis = i64::try_from(instant.as_millis()).unwrap();
	assert_eq!(millis % MILLIS_PER_HOUR, 0, "an end of a period is the end of an hour");
	millis / MILLIS_PER_HOUR - FIRST_HOUR
}

/// The day of the same date some months later, or the last one of that month.
fn same_day_later(day: i64, months: i64) -> i64 {
	let (year, month, date) = date_of(day);
	let later = year * 12 + (month - 1) + months;
	let (year, month) = (later.div_euclid(12), later.rem_euclid(12) + 1);
	let date = date.min(days_in(year, month));
	(day..).find(|day| date_of(*day) == (year, month, date)).unwrap()
}

/// The date of a day since 1970, counted from 1 January 2025.
fn date_of(day: i64) -> (i64, i64, i64) {
	let mut left = day - 20_089;
	let (mut year, mut month) = (2025, 1);
	while left >= days_in(year, month) {
		left -= days_in(year, month);
		month += 1;
		if month > 12 {
			(year, month) = (year + 1, 1);
		}
	}
	(year, month, left + 1)
}

fn days_in(year: i64, month: i64) -> i64 {
	match month {
		2 if year % 4 == 0 => 29,
		2 => 28,
		4 | 6 | 9 | 11 => 30,
		_ => 31,
	}
}

#[test]
fn reference_should_know_some_dates() {
	assert_eq!(date_of(20_395), (2025, 11, 3));
	assert_eq!(date_of(20_454), (2026, 1, 1));
	assert_eq!(date_of(same_day_later(20_454 + 30, 1)), (2026, 2, 28));
	assert_eq!(instant(24).as_millis(), 20_396 * MILLIS_PER_DAY);
	let monday_to_friday = [false, false, false, false, false, true, true];
	let reference = Reference::new(0, monday_to_friday, BTreeSet::new());
	let working = (20_395..20_402).filter(|day| reference.is_working(*day));
	assert_eq!(working.collect::<Vec<_>>(), [20_395, 20_396, 20_397, 20_398, 20_399]);
}
