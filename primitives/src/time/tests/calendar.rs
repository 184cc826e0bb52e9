use frame_support::{traits::ConstU32, BoundedVec};
use proptest::prelude::*;

use super::{
	oracle::{any_world, day, distance},
	*,
};

#[test]
fn weekend_should_be_refused_when_no_day_is_left_or_a_bit_is_no_day() {
	assert_eq!(WeekendDays::from_bits(0b111_1111), Err(CalendarError::NoWorkingDay));
	for bits in [0b1000_0000, 0b1000_0001, 0b1111_1111] {
		assert_eq!(WeekendDays::from_bits(bits), Err(CalendarError::UnknownWeekday));
	}
	assert_eq!(WeekendDays::from_bits(0), Ok(WeekendDays::NONE));
	let weekend = WeekendDays::SATURDAY_SUNDAY;
	assert!(weekend.contains(Weekday::Saturday) && weekend.contains(Weekday::Sunday));
	assert!(!weekend.contains(Weekday::Friday) && !weekend.contains(Weekday::Monday));
	assert!(WeekendDays::FRIDAY_SATURDAY.contains(Weekday::Friday));
	assert!(!WeekendDays::FRIDAY_SATURDAY.contains(Weekday::Sunday));
}

#[test]
fn calendar_should_be_refused_when_holidays_are_not_ascending() {
	let try_holidays = |texts: &[&str]| {
		let holidays: Vec<_> = texts.iter().map(|text| date(text)).collect();
		Calendar::try_new(LocalOffset::UTC, WeekendDays::NONE, holidays.try_into().unwrap())
			.map(|_| ())
	};
	assert_eq!(try_holidays(&[]), Ok(()));
	assert_eq!(try_holidays(&["2026-01-01", "2026-12-25"]), Ok(()));
	assert_eq!(try_holidays(&["2026-12-25", "2026-01-01"]), Err(CalendarError::HolidaysNotSorted));
	assert_eq!(try_holidays(&["2026-01-01", "2026-01-01"]), Err(CalendarError::HolidaysNotSorted));
}

#[test]
fn working_day_should_be_neither_weekend_nor_holiday() {
	let calendar = plain_calendar(&["2026-12-25", "2026-12-26"]);
	assert!(calendar.is_working_day(date("2026-12-24")));
	assert!(!calendar.is_working_day(date("2026-12-25")));
	assert!(!calendar.is_working_day(date("2026-12-26")));
	assert!(!calendar.is_working_day(date("2026-12-27")));
	assert!(calendar.is_working_day(date("2026-12-28")));
	assert_eq!(calendar.working_day_from(date("2026-12-25")), Some(date("2026-12-28")));
	assert_eq!(calendar.working_day_from(date("2026-12-24")), Some(date("2026-12-24")));
	assert_eq!(calendar.checked_add_working_days(date("2026-12-26"), 0), Some(date("2026-12-26")));
}

#[test]
fn working_days_should_give_none_when_they_leave_the_range() {
	let calendar = plain_calendar(&[]);
	// 9999-12-31 is a Friday.
	assert_eq!(calendar.checked_add_working_days(CalendarDate::LAST, 1), None);
	assert_eq!(calendar.checked_add_working_days(date("2026-01-01"), u32::MAX), None);
	assert_eq!(calendar.working_day_from(CalendarDate::LAST), Some(CalendarDate::LAST));
	assert_eq!(calendar.working_days_between(CalendarDate::FIRST, CalendarDate::LAST), 2_347_987);
	assert_eq!(calendar.working_days_between(CalendarDate::LAST, CalendarDate::FIRST), 0);
	let all_holidays = (0..MAX_HOLIDAYS)
		.map(|index| {
			let before = i32::try_from(MAX_HOLIDAYS - 1 - index).unwrap();
			CalendarDate::LAST.checked_sub_days(before).unwrap()
		})
		.collect::<Vec<_>>();
	let holidays: BoundedVec<_, ConstU32<MAX_HOLIDAYS>> = all_holidays.try_into().unwrap();
	let calendar = Calendar::try_new(LocalOffset::UTC, WeekendDays::NONE, holidays).unwrap();
	assert_eq!(calendar.working_day_from(CalendarDate::LAST), None);
}

proptest! {
	#[test]
	fn working_days_should_agree_with_counting_day_by_day(
		world in any_world(),
		start in 0..100i32,
		count in 0..60u32,
		length in -10..80i32,
	) {
		let calendar = world.calendar();
		prop_assert_eq!(calendar.is_working_day(day(start)), world.works(start));
		let end = calendar.checked_add_working_days(day(start), count).unwrap();
		prop_assert_eq!(distance(end), world.nth_working_day(start, count));
		// Adding and counting are inverse.
		prop_assert_eq!(calendar.working_days_between(day(start), end), count);
		let counted = (start + 1..=start + length).filter(|day| world.works(*day)).count();
		let between = calendar.working_days_between(day(start), day(start + length));
		prop_assert_eq!(usize::try_from(between).unwrap(), counted);
		let from = calendar.working_day_from(day(start)).unwrap();
		prop_assert_eq!(distance(from), world.nth_working_day(start - 1, 1));
	}

	#[test]
	fn working_days_should_never_panic(
		world in any_world(),
		days in CalendarDate::FIRST.days_since_epoch()..=CalendarDate::LAST.days_since_epoch(),
		count in any::<u32>(),
	) {
		let date = CalendarDate::from_days_since_epoch(days).unwrap();
		let _ = world.calendar().checked_add_working_days(date, count);
		let _ = world.calendar().working_days_between(date, CalendarDate::LAST);
		let _ = world.calendar().end_of_day(date);
	}
}
