use proptest::prelude::*;

use super::{
	oracle::{any_outage, any_period, any_world, day, distance, interval, slot_start},
	*,
};

/// The last day of a period after a day, in a calendar.
fn ends(period: Period, start: &str, calendar: &Calendar) -> CalendarDate {
	period.end_date(date(start), calendar).unwrap()
}

#[test]
fn period_should_be_refused_when_it_is_nought_or_too_long() {
	let calendar = plain_calendar(&[]);
	let refused = [
		(Period::CalendarDays(0), PeriodError::Empty),
		(Period::WorkingDays(0), PeriodError::Empty),
		(Period::Months(0), PeriodError::Empty),
		(Period::Years(0), PeriodError::Empty),
		(Period::CalendarDays(MAX_PERIOD_CALENDAR_DAYS + 1), PeriodError::TooLong),
		(Period::WorkingDays(MAX_PERIOD_WORKING_DAYS + 1), PeriodError::TooLong),
		(Period::Months(MAX_PERIOD_MONTHS + 1), PeriodError::TooLong),
		(Period::Years(MAX_PERIOD_YEARS + 1), PeriodError::TooLong),
		(Period::CalendarDays(u32::MAX), PeriodError::TooLong),
		(Period::WorkingDays(u32::MAX), PeriodError::TooLong),
	];
	for (period, error) in refused {
		assert_eq!(period.check(), Err(error));
		assert_eq!(period.end_date(date("2026-01-01"), &calendar), Err(error));
		assert_eq!(
			period.deadline(at("2026-01-01", 9, 0), &calendar, &TolledIntervals::new()),
			Err(error)
		);
	}
	for longest in [
		Period::CalendarDays(MAX_PERIOD_CALENDAR_DAYS),
		Period::WorkingDays(MAX_PERIOD_WORKING_DAYS),
		Period::Months(MAX_PERIOD_MONTHS),
		Period::Years(MAX_PERIOD_YEARS),
	] {
		assert_eq!(longest.check(), Ok(()));
		assert!(longest.end_date(date("2026-01-01"), &calendar).is_ok());
	}
}

#[test]
fn period_should_be_refused_when_it_ends_after_the_last_date() {
	let calendar = plain_calendar(&[]);
	for period in
		[Period::CalendarDays(40), Period::WorkingDays(40), Period::Months(1), Period::Years(1)]
	{
		assert_eq!(period.end_date(date("9999-12-15"), &calendar), Err(PeriodError::EndOutOfRange));
		for start in [at("9999-12-15", 0, 0), Instant::from_millis(u64::MAX)] {
			assert_eq!(
				period.deadline(start, &calendar, &TolledIntervals::new()),
				Err(PeriodError::EndOutOfRange)
			);
		}
	}
	assert_eq!(
		Period::runs_from(Instant::from_millis(u64::MAX), &calendar),
		Err(PeriodError::EndOutOfRange)
	);
}

#[test]
fn day_of_the_event_should_not_be_counted() {
	let calendar = plain_calendar(&[]);
	// 2026-03-02 is a Monday.
	assert_eq!(ends(Period::CalendarDays(2), "2026-03-02", &calendar), date("2026-03-04"));
	assert_eq!(ends(Period::WorkingDays(5), "2026-03-02", &calendar), date("2026-03-09"));
}

#[test]
fn last_day_should_move_to_a_working_day_when_it_is_none() {
	let calendar = plain_calendar(&["2026-03-09"]);
	// A Saturday, a Sunday and a holiday Monday: all to Tuesday.
	for days in [5, 6, 7, 8] {
		assert_eq!(ends(Period::CalendarDays(days), "2026-03-02", &calendar), date("2026-03-10"));
	}
}

#[test]
fn period_of_two_days_should_have_two_working_days() {
	let calendar = plain_calendar(&[]);
	// 2026-03-06 is a Friday. One day: Saturday, hence Monday.
	assert_eq!(ends(Period::CalendarDays(1), "2026-03-06", &calendar), date("2026-03-09"));
	// Two and three days would end on Monday with one working day only.
	for days in [2, 3, 4] {
		assert_eq!(ends(Period::CalendarDays(days), "2026-03-06", &calendar), date("2026-03-10"));
	}
}

#[test]
fn months_and_years_should_end_on_the_date_of_the_event() {
	let calendar =
		Calendar::try_new(LocalOffset::UTC, WeekendDays::NONE, Vec::new().try_into().unwrap())
			.unwrap();
	// Case 152/85: three months from 18 February end on 18 May.
	assert_eq!(ends(Period::Months(3), "1985-02-18", &calendar), date("1985-05-18"));
	assert_eq!(ends(Period::Months(1), "2026-01-31", &calendar), date("2026-02-28"));
	assert_eq!(ends(Period::Years(1), "2024-02-29", &calendar), date("2025-02-28"));
	// Case C-171/03: three weeks from Thursday 12 March 1998 end on Thursday 2 April.
	assert_eq!(ends(Period::CalendarDays(21), "1998-03-12", &calendar), date("1998-04-02"));
}

#[test]
fn deadline_should_be_the_end_of_a_local_day_when_nothing_is_tolled() {
	// 22:30 UTC on Monday is Tuesday in a calendar two hours east.
	let east = calendar_at(120, &[]);
	let start = at("2026-03-02", 22, 30);
	assert_eq!(
		Period::CalendarDays(2).deadline(start, &east, &TolledIntervals::new()),
		Ok(at("2026-03-05", 22, 0))
	);
	assert_eq!(Period::runs_from(start, &east), Ok(at("2026-03-03", 22, 0)));
	// In the west it is still Monday.
	let west = calendar_at(-120, &[]);
	assert_eq!(
		Period::CalendarDays(2).deadline(start, &west, &TolledIntervals::new()),
		Ok(at("2026-03-05", 2, 0))
	);
}

#[test]
fn deadline_should_move_a_day_when_an_outage_takes_part_of_the_period() {
	let calendar = plain_calendar(&[]);
	let start = at("2026-03-02", 9, 0);
	let period = Period::CalendarDays(2);
	let deadline = |intervals: &[(Instant, Instant)]| {
		period.deadline(start, &calendar, &tolled_of(intervals)).unwrap()
	};
	// From Tuesday to Wednesday.
	assert_eq!(deadline(&[]), at("2026-03-05", 0, 0));
	// On the day of the event, which is not counted.
	assert_eq!(
		deadline(&[(at("2026-03-02", 10, 0), at("2026-03-02", 20, 0))]),
		at("2026-03-05", 0, 0)
	);
	// Eleven minutes on Tuesday: Thursday.
	let short = (at("2026-03-03", 10, 0), at("2026-03-03", 10, 11));
	assert_eq!(deadline(&[short]), at("2026-03-06", 0, 0));
	// Two short outages are together less than a day: still Thursday.
	let second = (at("2026-03-04", 10, 0), at("2026-03-04", 12, 0));
	assert_eq!(deadline(&[short, second]), at("2026-03-06", 0, 0));
	// After the deadline.
	assert_eq!(
		deadline(&[(at("2026-03-05", 0, 0), at("2026-03-07", 0, 0))]),
		at("2026-03-05", 0, 0)
	);
	// From the last evening on, 34 hours cost two days: Friday.
	assert_eq!(
		deadline(&[(at("2026-03-04", 22, 0), at("2026-03-06", 8, 0))]),
		at("2026-03-07", 0, 0)
	);
}

#[test]
fn deadline_should_stay_when_only_a_weekend_is_tolled_and_working_days_count() {
	let calendar = plain_calendar(&[]);
	// 2026-03-06 is a Friday. Both periods end on Tuesday 10 March.
	let start = at("2026-03-06", 9, 0);
	let weekend = tolled_of(&[(at("2026-03-07", 0, 0), at("2026-03-09", 0, 0))]);
	assert_eq!(
		Period::WorkingDays(2).deadline(start, &calendar, &weekend),
		Ok(at("2026-03-11", 0, 0))
	);
	// Four calendar days lose two: Thursday.
	assert_eq!(
		Period::CalendarDays(4).deadline(start, &calendar, &weekend),
		Ok(at("2026-03-13", 0, 0))
	);
	// One hour of Monday more.
	let longer = tolled_of(&[(at("2026-03-07", 0, 0), at("2026-03-09", 1, 0))]);
	assert_eq!(
		Period::WorkingDays(2).deadline(start, &calendar, &longer),
		Ok(at("2026-03-12", 0, 0))
	);
}

#[test]
fn deadline_should_end_when_a_short_outage_comes_every_night() {
	let calendar = plain_calendar(&[]);
	let nights: Vec<_> = (0..200)
		.map(|night| {
			let from = at("2026-03-03", 2, 0).checked_add_millis(night * MILLIS_PER_DAY).unwrap();
			(from, from.checked_add_millis(720_000).unwrap())
		})
		.collect();
	// Twelve minutes a night: thirty days lose six hours, hence one day.
	assert_eq!(
		Period::CalendarDays(30).deadline(at("2026-03-02", 9, 0), &calendar, &tolled_of(&nights)),
		Ok(at("2026-04-03", 0, 0))
	);
}

#[test]
fn deadline_should_be_refused_when_tolled_time_has_no_end() {
	let calendar = plain_calendar(&[]);
	let for_ever = tolled_of(&[(at("2026-03-03", 0, 0), Instant::from_millis(u64::MAX))]);
	for period in
		[Period::CalendarDays(2), Period::WorkingDays(2), Period::Months(2), Period::Years(2)]
	{
		assert_eq!(
			period.deadline(at("2026-03-02", 9, 0), &calendar, &for_ever),
			Err(PeriodError::EndOutOfRange)
		);
		// A period that ended before is not concerned.
		assert!(period.deadline(at("2020-03-02", 9, 0), &calendar, &for_ever).is_ok());
	}
}

#[test]
fn error_should_print_its_reason() {
	assert_eq!(PeriodError::Empty.to_string(), PeriodError::Empty.reason());
	assert_ne!(PeriodError::TooLong.reason(), PeriodError::EndOutOfRange.reason());
}

proptest! {
	#[test]
	fn end_date_should_agree_with_trying_day_by_day(
		world in any_world(),
		start in 0..60i32,
		period in any_period(),
	) {
		let calendar = world.calendar();
		let end = period.end_date(day(start), &calendar).unwrap();
		prop_assert_eq!(distance(end), world.end_date(period, start));
		prop_assert!(calendar.is_working_day(end));
	}

	#[test]
	fn deadline_should_agree_with_trying_day_by_day(
		world in any_world(),
		start in 60..2_000i64,
		period in any_period(),
	) {
		let calendar = world.calendar();
		let deadline = period
			.deadline(slot_start(start), &calendar, &world.tolled())
			.unwrap();
		prop_assert_eq!(deadline, world.deadline(period, start));
	}

	#[test]
	fn deadline_should_be_the_end_of_the_end_date_when_nothing_is_tolled(
		world in any_world(),
		start in 60..2_000i64,
		period in any_period(),
	) {
		let calendar = world.calendar();
		let start = slot_start(start);
		let date = calendar.local_date(start).unwrap();
		let end = period.end_date(date, &calendar).unwrap();
		prop_assert_eq!(
			period.deadline(start, &calendar, &TolledIntervals::new()).ok(),
			calendar.end_of_day(end)
		);
	}

	#[test]
	fn deadline_should_never_be_earlier_when_more_time_is_tolled(
		world in any_world(),
		start in 60..2_000i64,
		period in any_period(),
		outage in any_outage(),
	) {
		let calendar = world.calendar();
		let mut tolled = world.tolled();
		let start = slot_start(start);
		let untouched = period.deadline(start, &calendar, &TolledIntervals::new()).unwrap();
		let before = period.deadline(start, &calendar, &tolled).unwrap();
		tolled.try_insert(interval(outage)).unwrap();
		let after = period.deadline(start, &calendar, &tolled).unwrap();
		prop_assert!(untouched <= before);
		prop_assert!(before <= after);
		prop_assert!(!tolled.is_tolled(after.checked_sub_millis(1).unwrap()));
	}

	#[test]
	fn deadline_should_never_be_earlier_when_the_event_is_later(
		world in any_world(),
		one in 60..2_000i64,
		apart in 0..200i64,
		period in any_period(),
	) {
		let calendar = world.calendar();
		let tolled = world.tolled();
		let (earlier, later) = (slot_start(one), slot_start(one + apart));
		let first = period.deadline(earlier, &calendar, &tolled).unwrap();
		let second = period.deadline(later, &calendar, &tolled).unwrap();
		let between = tolled.tolled_between(
			Period::runs_from(earlier, &calendar).unwrap(),
			Period::runs_from(later, &calendar).unwrap(),
		);
		// Months differ in length: see the documentation of `Period::deadline`.
		if matches!(period, Period::CalendarDays(_) | Period::WorkingDays(_)) || between == 0 {
			prop_assert!(first <= second);
		}
	}

	#[test]
	fn deadline_should_leave_the_untolled_time_of_the_period(
		world in any_world(),
		start in 60..2_000i64,
		days in 1..40u32,
	) {
		let calendar = world.calendar();
		let tolled = world.tolled();
		let start = slot_start(start);
		let deadline = Period::CalendarDays(days).deadline(start, &calendar, &tolled).unwrap();
		let begin = Period::runs_from(start, &calendar).unwrap();
		let all = deadline.checked_millis_since(begin).unwrap();
		let untolled = all - tolled.tolled_between(begin, deadline);
		prop_assert!(untolled >= u64::from(days) * MILLIS_PER_DAY);
	}

	#[test]
	fn deadline_should_never_panic(
		world in any_world(),
		start in any::<u64>(),
		shift in 0..64u32,
		days in any::<u32>(),
		months in any::<u16>(),
		from in any::<u64>(),
		to in any::<u64>(),
	) {
		let calendar = world.calendar();
		let mut tolled = world.tolled();
		let (from, to) = (Instant::from_millis(from >> shift), Instant::from_millis(to));
		if let Ok(interval) = TolledInterval::try_new(from, to) {
			tolled.try_insert(interval).unwrap();
		}
		let start = Instant::from_millis(start >> shift);
		for period in [
			Period::CalendarDays(days),
			Period::WorkingDays(days),
			Period::CalendarDays(days % 1_000),
			Period::WorkingDays(days % 1_000),
			Period::Months(months),
			Period::Years(months),
		] {
			let _ = period.deadline(start, &calendar, &tolled);
		}
	}
}
