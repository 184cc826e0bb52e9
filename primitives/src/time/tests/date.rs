use proptest::prelude::*;

use super::{
	oracle::{all_dates, naive_days_in_month},
	*,
};

fn any_date() -> impl Strategy<Value = CalendarDate> {
	(CalendarDate::FIRST.days_since_epoch()..=CalendarDate::LAST.days_since_epoch())
		.prop_map(|days| CalendarDate::from_days_since_epoch(days).unwrap())
}

#[test]
fn date_should_agree_with_counting_when_it_is_any_date_at_all() {
	let weekdays = [
		Weekday::Monday,
		Weekday::Tuesday,
		Weekday::Wednesday,
		Weekday::Thursday,
		Weekday::Friday,
		Weekday::Saturday,
		Weekday::Sunday,
	];
	// 1970-01-01, a Thursday, anchors the walk.
	let epoch = all_dates().position(|counted| counted == (1970, 1, 1)).unwrap();
	let mut count = 0;
	for (index, (year, month, day)) in all_dates().enumerate() {
		let days = i32::try_from(index).unwrap() - i32::try_from(epoch).unwrap();
		let date = CalendarDate::from_ymd(year, month, day).unwrap();
		assert_eq!(date.days_since_epoch(), days);
		assert_eq!(CalendarDate::from_days_since_epoch(days), Ok(date));
		assert_eq!(date.year_month_day(), (year, month, day));
		let weekday = usize::try_from((days + 3).rem_euclid(7)).unwrap();
		assert_eq!(date.weekday(), weekdays[weekday]);
		count += 1;
	}
	assert_eq!(count, 3_287_182);
	assert_eq!(CalendarDate::FIRST.to_string(), "1000-01-01");
	assert_eq!(CalendarDate::LAST.to_string(), "9999-12-31");
}

#[test]
fn weekday_should_be_the_known_one_when_the_date_is_famous() {
	for (text, weekday) in [
		("1582-10-15", Weekday::Friday),
		("1776-07-04", Weekday::Thursday),
		("1969-07-20", Weekday::Sunday),
		("2000-01-01", Weekday::Saturday),
		("2024-02-29", Weekday::Thursday),
	] {
		assert_eq!(date(text).weekday(), weekday, "{text}");
	}
	assert_eq!(Weekday::Monday.iso_number(), 1);
	assert_eq!(Weekday::Sunday.iso_number(), 7);
}

#[test]
fn from_ymd_should_refuse_when_there_is_no_such_date() {
	let refused = [
		(999, 12, 31, DateError::YearOutOfRange),
		(10_000, 1, 1, DateError::YearOutOfRange),
		(-1, 1, 1, DateError::YearOutOfRange),
		(i32::MIN, 1, 1, DateError::YearOutOfRange),
		(i32::MAX, 1, 1, DateError::YearOutOfRange),
		(2026, 0, 1, DateError::NoSuchMonth),
		(2026, 13, 1, DateError::NoSuchMonth),
		(2026, 255, 1, DateError::NoSuchMonth),
		(2026, 1, 0, DateError::NoSuchDay),
		(2026, 1, 32, DateError::NoSuchDay),
		(2026, 4, 31, DateError::NoSuchDay),
		(2026, 2, 29, DateError::NoSuchDay),
		(1900, 2, 29, DateError::NoSuchDay),
		(2000, 2, 30, DateError::NoSuchDay),
		(2000, 2, 255, DateError::NoSuchDay),
	];
	for (year, month, day, error) in refused {
		assert_eq!(CalendarDate::from_ymd(year, month, day), Err(error));
	}
	assert!(CalendarDate::from_ymd(2000, 2, 29).is_ok());
}

#[test]
fn from_days_should_refuse_when_the_year_has_not_four_digits() {
	for days in [
		CalendarDate::FIRST.days_since_epoch() - 1,
		CalendarDate::LAST.days_since_epoch() + 1,
		i32::MIN,
		i32::MAX,
	] {
		assert_eq!(CalendarDate::from_days_since_epoch(days), Err(DateError::YearOutOfRange));
	}
}

#[test]
fn text_should_be_refused_when_it_is_not_written_as_iso_8601_has_it() {
	for text in [
		"",
		"2026",
		"2026-1-01",
		"2026-01-1",
		"20260101",
		"2026/01/01",
		"2026-01-01 ",
		" 2026-01-01",
		"2026-01-01T00:00:00Z",
		"+026-01-01",
		"-026-01-01",
		"2026-0a-01",
		"2026-01-0x",
		"２０２６-01",
		"01-01-2026",
	] {
		assert_eq!(text.parse::<CalendarDate>(), Err(DateError::MalformedText), "{text}");
	}
	for (text, error) in [
		("0999-12-31", DateError::YearOutOfRange),
		("2026-00-01", DateError::NoSuchMonth),
		("2026-99-01", DateError::NoSuchMonth),
		("2026-02-99", DateError::NoSuchDay),
	] {
		assert_eq!(text.parse::<CalendarDate>(), Err(error), "{text}");
	}
}

#[test]
fn months_should_end_with_the_month_when_it_lacks_the_day() {
	for (from, months, to) in [
		("2026-01-31", 1, "2026-02-28"),
		("2024-01-31", 1, "2024-02-29"),
		("2026-01-31", 2, "2026-03-31"),
		("2026-01-31", 3, "2026-04-30"),
		("2026-12-15", 1, "2027-01-15"),
		("2026-03-31", -1, "2026-02-28"),
		("2026-01-15", -1, "2025-12-15"),
		("2026-05-05", 0, "2026-05-05"),
	] {
		assert_eq!(date(from).checked_add_months(months), Some(date(to)));
	}
	let leap_day = date("2024-02-29");
	assert_eq!(leap_day.checked_add_years(1), Some(date("2025-02-28")));
	assert_eq!(leap_day.checked_add_years(4), Some(date("2028-02-29")));
	assert_eq!(leap_day.checked_add_years(-124), Some(date("1900-02-28")));
}

#[test]
fn arithmetic_should_give_none_when_it_leaves_the_range() {
	for date in [CalendarDate::FIRST, CalendarDate::LAST, date("2026-01-01")] {
		for amount in [i32::MIN, i32::MAX, -4_000_000, 4_000_000] {
			assert_eq!(date.checked_add_days(amount), None);
			assert_eq!(date.checked_sub_days(amount), None);
			assert_eq!(date.checked_add_months(amount), None);
			assert_eq!(date.checked_add_years(amount), None);
		}
	}
	assert_eq!(CalendarDate::LAST.checked_add_days(1), None);
	assert_eq!(CalendarDate::FIRST.checked_sub_days(1), None);
	assert_eq!(CalendarDate::LAST.checked_add_months(1), None);
	assert_eq!(CalendarDate::FIRST.checked_add_months(-1), None);
}

#[test]
fn days_in_month_should_be_nought_when_there_is_no_such_month() {
	assert_eq!(days_in_month(2026, 0), 0);
	assert_eq!(days_in_month(2026, 13), 0);
	assert!(is_leap_year(2000) && is_leap_year(2024));
	assert!(!is_leap_year(1900) && !is_leap_year(2026));
}

proptest! {
	#[test]
	fn text_should_give_the_date_back_when_it_is_read(date in any_date()) {
		let text = date.to_string();
		prop_assert_eq!(text.len(), 10);
		prop_assert_eq!(text.parse(), Ok(date));
		let json = serde_json::to_string(&date).unwrap();
		prop_assert_eq!(&json, &format!("\"{text}\""));
		prop_assert_eq!(serde_json::from_str::<CalendarDate>(&json).unwrap(), date);
	}

	#[test]
	fn text_should_order_as_the_dates_do(one in any_date(), other in any_date()) {
		prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
	}

	#[test]
	fn reading_should_never_panic(text in "\\PC{0,14}", near in "[0-9]{4}[-/][0-9]{2}-[0-9a-z]{2}") {
		let _ = text.parse::<CalendarDate>();
		if let Ok(date) = near.parse::<CalendarDate>() {
			prop_assert_eq!(date.to_string(), near);
		}
	}

	#[test]
	fn days_should_come_back_when_they_are_added_and_taken(
		date in any_date(),
		days in -400_000..400_000i32,
	) {
		if let Some(later) = date.checked_add_days(days) {
			prop_assert_eq!(later.checked_sub_days(days), Some(date));
			prop_assert_eq!(later.days_since(date), days);
			prop_assert_eq!(date.days_since(later), -days);
		}
	}

	#[test]
	fn months_should_agree_with_counting(date in any_date(), months in 0..2_000i32) {
		let (year, month, day) = date.year_month_day();
		let (mut expected_year, mut expected_month) = (year, month);
		for _ in 0..months {
			expected_month += 1;
			if expected_month > 12 {
				expected_month = 1;
				expected_year += 1;
			}
		}
		let expected_day = day.min(naive_days_in_month(expected_year, expected_month));
		let expected = CalendarDate::from_ymd(expected_year, expected_month, expected_day).ok();
		prop_assert_eq!(date.checked_add_months(months), expected);
	}

	#[test]
	fn years_should_be_twelve_months_each(date in any_date(), years in -9_000..9_000i32) {
		prop_assert_eq!(date.checked_add_years(years), date.checked_add_months(years * 12));
	}

	#[test]
	fn months_should_be_monotone_in_the_date(one in any_date(), other in any_date(), months in 0..500i32) {
		let (earlier, later) = (one.min(other), one.max(other));
		if let (Some(first), Some(second)) =
			(earlier.checked_add_months(months), later.checked_add_months(months))
		{
			prop_assert!(first <= second);
		}
	}
}
