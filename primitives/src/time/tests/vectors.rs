//! The vectors that other implementations test against, too: `primitives/vectors/time.json`.

use std::collections::BTreeMap;

use codec::{Decode, Encode};
use serde::Deserialize;

use super::*;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Vectors {
	format: u32,
	dates: Vec<DateVector>,
	refused_dates: Vec<String>,
	refused_days: Vec<i32>,
	months: Vec<MonthsVector>,
	calendars: Vec<CalendarVector>,
	local_days: Vec<LocalDayVector>,
	periods: Vec<PeriodVector>,
	refused_periods: Vec<String>,
	end_dates: Vec<EndDateVector>,
	deadlines: Vec<DeadlineVector>,
	extensions: Vec<ExtensionVector>,
	tolled_intervals: Vec<TolledVector>,
	gaps: Vec<GapVector>,
}

#[derive(Deserialize)]
struct DateVector {
	date: CalendarDate,
	days: i32,
	weekday: u8,
	scale: String,
}

#[derive(Deserialize)]
struct MonthsVector {
	date: CalendarDate,
	months: i32,
	result: CalendarDate,
}

#[derive(Deserialize)]
struct CalendarVector {
	name: String,
	offset: LocalOffset,
	weekend: WeekendDays,
	holidays: Vec<CalendarDate>,
	scale: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LocalDayVector {
	instant: Instant,
	offset: LocalOffset,
	date: CalendarDate,
	end_of_day: Instant,
}

#[derive(Deserialize)]
struct PeriodVector {
	period: Period,
	scale: String,
}

#[derive(Deserialize)]
struct EndDateVector {
	calendar: String,
	start: CalendarDate,
	period: Period,
	end: CalendarDate,
}

#[derive(Deserialize)]
struct DeadlineVector {
	calendar: String,
	start: Instant,
	period: Period,
	tolled: Vec<TolledInterval>,
	deadline: Instant,
}

#[derive(Deserialize)]
struct ExtensionVector {
	deadline: Instant,
	start: Instant,
	offset: LocalOffset,
	tolled: Vec<TolledInterval>,
	extended: Instant,
}

#[derive(Deserialize)]
struct TolledVector {
	inserted: Vec<TolledInterval>,
	intervals: TolledIntervals,
	scale: String,
	#[serde(rename = "tolledFrom8To55")]
	tolled_from_8_to_55: u64,
}

#[derive(Deserialize)]
struct GapVector {
	previous: Instant,
	now: Instant,
	tolled: bool,
}

fn vectors() -> Vectors {
	let vectors: Vectors =
		serde_json::from_str(include_str!("../../../vectors/time.json")).unwrap();
	assert_eq!(vectors.format, 1);
	vectors
}

fn calendars(vectors: &Vectors) -> BTreeMap<&str, Calendar> {
	vectors
		.calendars
		.iter()
		.map(|vector| {
			let holidays = vector.holidays.clone().try_into().unwrap();
			let calendar = Calendar::try_new(vector.offset, vector.weekend, holidays).unwrap();
			(vector.name.as_str(), calendar)
		})
		.collect()
}

fn insert_all(intervals: &[TolledInterval]) -> TolledIntervals {
	let mut tolled = TolledIntervals::new();
	for interval in intervals {
		tolled.try_insert(*interval).unwrap();
	}
	tolled
}

#[test]
fn dates_should_agree_with_the_vectors() {
	let vectors = vectors();
	for vector in &vectors.dates {
		assert_eq!(vector.date.days_since_epoch(), vector.days);
		assert_eq!(vector.date.weekday().iso_number(), vector.weekday);
		assert_eq!(hex::encode(vector.date.encode()), vector.scale);
	}
	for text in &vectors.refused_dates {
		assert!(text.parse::<CalendarDate>().is_err(), "{text}");
	}
	for days in &vectors.refused_days {
		assert!(CalendarDate::decode(&mut days.encode().as_slice()).is_err());
	}
	for vector in &vectors.months {
		assert_eq!(vector.date.checked_add_months(vector.months), Some(vector.result));
	}
}

#[test]
fn calendars_should_agree_with_the_vectors() {
	let vectors = vectors();
	let calendars = calendars(&vectors);
	for vector in &vectors.calendars {
		let calendar = calendars.get(vector.name.as_str()).unwrap();
		assert_eq!(hex::encode(calendar.encode()), vector.scale);
	}
	for vector in &vectors.local_days {
		assert_eq!(vector.instant.local_date(vector.offset), Some(vector.date));
		assert_eq!(end_of_local_day(vector.date, vector.offset), Some(vector.end_of_day));
	}
}

#[test]
fn periods_should_agree_with_the_vectors() {
	let vectors = vectors();
	let calendars = calendars(&vectors);
	for vector in &vectors.periods {
		assert_eq!(hex::encode(vector.period.encode()), vector.scale);
	}
	for scale in &vectors.refused_periods {
		let bytes = hex::decode(scale).unwrap();
		assert!(Period::decode(&mut bytes.as_slice()).is_err(), "{scale}");
	}
	for vector in &vectors.end_dates {
		let calendar = calendars.get(vector.calendar.as_str()).unwrap();
		let end = vector.period.end_date(vector.start, calendar);
		assert_eq!(
			end,
			Ok(vector.end),
			"{:?} from {} in {}",
			vector.period,
			vector.start,
			vector.calendar
		);
	}
}

#[test]
fn deadlines_should_agree_with_the_vectors() {
	let vectors = vectors();
	let calendars = calendars(&vectors);
	for (index, vector) in vectors.deadlines.iter().enumerate() {
		let calendar = calendars.get(vector.calendar.as_str()).unwrap();
		let tolled = insert_all(&vector.tolled);
		let deadline = vector.period.deadline(vector.start, calendar, &tolled);
		assert_eq!(deadline, Ok(vector.deadline), "deadline {index}");
	}
	for (index, vector) in vectors.extensions.iter().enumerate() {
		let tolled = insert_all(&vector.tolled);
		let extended = tolled.extend(vector.deadline, vector.start, vector.offset);
		assert_eq!(extended, Ok(vector.extended), "extension {index}");
	}
}

#[test]
fn tolled_intervals_should_agree_with_the_vectors() {
	let vectors = vectors();
	for vector in &vectors.tolled_intervals {
		let tolled = insert_all(&vector.inserted);
		assert_eq!(tolled, vector.intervals);
		assert_eq!(hex::encode(tolled.encode()), vector.scale);
		assert_eq!(
			tolled.tolled_between(Instant::from_millis(8), Instant::from_millis(55)),
			vector.tolled_from_8_to_55
		);
	}
	for vector in &vectors.gaps {
		let gap = gap_between(vector.previous, vector.now);
		assert_eq!(gap.is_some(), vector.tolled);
	}
}
