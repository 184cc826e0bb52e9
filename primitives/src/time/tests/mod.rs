//! Tests of the rules of time.
//!
//! The property tests compare with `oracle`, a second implementation that walks day by day and
//! half hour by half hour and shares no arithmetic with the first.

mod calendar;
mod date;
mod encoding;
mod instant;
mod oracle;
mod period;
mod tolled;
mod vectors;

use super::*;

/// A date of its text.
fn date(text: &str) -> CalendarDate {
	text.parse().unwrap()
}

/// A calendar in UTC with a weekend of Saturday and Sunday.
fn plain_calendar(holidays: &[&str]) -> Calendar {
	calendar_at(0, holidays)
}

/// A calendar in the local time of an offset with a weekend of Saturday and Sunday.
fn calendar_at(minutes_east: i16, holidays: &[&str]) -> Calendar {
	Calendar::try_new(
		LocalOffset::from_minutes_east(minutes_east).unwrap(),
		WeekendDays::SATURDAY_SUNDAY,
		holidays.iter().map(|text| date(text)).collect::<Vec<_>>().try_into().unwrap(),
	)
	.unwrap()
}

/// The instant of a UTC date, an hour and a minute.
fn at(text: &str, hour: u64, minute: u64) -> Instant {
	let days = u64::try_from(date(text).days_since_epoch()).unwrap();
	Instant::from_millis(
		days * MILLIS_PER_DAY + hour * 60 * MILLIS_PER_MINUTE + minute * MILLIS_PER_MINUTE,
	)
}

/// Tolled time of intervals.
fn tolled_of(intervals: &[(Instant, Instant)]) -> TolledIntervals {
	let mut tolled = TolledIntervals::new();
	for (from, to) in intervals {
		tolled.try_insert(TolledInterval::try_new(*from, *to).unwrap()).unwrap();
	}
	tolled
}
