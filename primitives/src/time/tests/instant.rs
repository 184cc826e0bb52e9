use proptest::prelude::*;

use super::*;

fn any_offset() -> impl Strategy<Value = LocalOffset> {
	(-MAX_OFFSET_MINUTES..=MAX_OFFSET_MINUTES)
		.prop_map(|minutes| LocalOffset::from_minutes_east(minutes).unwrap())
}

#[test]
fn offset_should_be_refused_when_it_is_too_far_from_utc() {
	for minutes in [841, -841, i16::MAX, i16::MIN] {
		assert_eq!(LocalOffset::from_minutes_east(minutes), Err(OffsetError::TooFarFromUtc));
	}
	for minutes in [840, -840, 0, 345] {
		let offset = LocalOffset::from_minutes_east(minutes).unwrap();
		assert_eq!(offset.minutes_east(), minutes);
	}
}

#[test]
fn instant_should_give_none_when_a_sum_leaves_the_range() {
	let instant = Instant::from_millis(5);
	assert_eq!(instant.checked_add_millis(u64::MAX), None);
	assert_eq!(instant.checked_sub_millis(6), None);
	assert_eq!(instant.checked_sub_millis(5), Some(Instant::default()));
	assert_eq!(instant.checked_add_millis(5), Some(Instant::from_millis(10)));
	assert_eq!(instant.checked_millis_since(Instant::from_millis(7)), None);
	assert_eq!(instant.checked_millis_since(Instant::from_millis(2)), Some(3));
	assert_eq!(instant.saturating_millis_since(Instant::from_millis(7)), 0);
}

#[test]
fn local_date_should_follow_the_offset_when_it_is_midnight_in_greenwich() {
	let midnight = at("2026-03-01", 0, 0);
	let east = LocalOffset::from_minutes_east(60).unwrap();
	let west = LocalOffset::from_minutes_east(-60).unwrap();
	assert_eq!(midnight.local_date(LocalOffset::UTC), Some(date("2026-03-01")));
	assert_eq!(midnight.local_date(east), Some(date("2026-03-01")));
	assert_eq!(midnight.local_date(west), Some(date("2026-02-28")));
	// The first instant of all is on the last day of 1969 in the west.
	assert_eq!(Instant::default().local_date(west), Some(date("1969-12-31")));
}

#[test]
fn local_date_should_be_none_when_the_year_has_five_digits() {
	let end = end_of_local_day(CalendarDate::LAST, LocalOffset::UTC).unwrap();
	let last = end.checked_sub_millis(1).unwrap();
	assert_eq!(last.local_date(LocalOffset::UTC), Some(CalendarDate::LAST));
	assert_eq!(end.local_date(LocalOffset::UTC), None);
	for millis in [u64::MAX, u64::MAX / 2, 1 << 63, i64::MAX as u64] {
		assert_eq!(Instant::from_millis(millis).local_date(LocalOffset::UTC), None);
	}
}

#[test]
fn end_of_local_day_should_be_none_when_the_day_ended_before_1970() {
	let east = LocalOffset::from_minutes_east(60).unwrap();
	let west = LocalOffset::from_minutes_east(-60).unwrap();
	let last_of_1969 = date("1969-12-31");
	assert_eq!(end_of_local_day(date("1969-12-30"), LocalOffset::UTC), None);
	assert_eq!(end_of_local_day(last_of_1969, east), None);
	assert_eq!(end_of_local_day(last_of_1969, LocalOffset::UTC), Some(Instant::default()));
	assert_eq!(end_of_local_day(last_of_1969, west), Some(Instant::from_millis(3_600_000)));
	assert_eq!(end_of_local_day(CalendarDate::FIRST, LocalOffset::UTC), None);
}

proptest! {
	#[test]
	fn end_of_local_day_should_be_strictly_after_any_instant_of_the_day(
		millis in 0..253_000_000_000_000u64,
		offset in any_offset(),
	) {
		let instant = Instant::from_millis(millis);
		let date = instant.local_date(offset).unwrap();
		let end = end_of_local_day(date, offset).unwrap();
		prop_assert!(end > instant);
		// The end is the first instant of the next day, and less than a day away.
		prop_assert_eq!(end.local_date(offset), date.checked_add_days(1));
		prop_assert_eq!(end.checked_sub_millis(1).unwrap().local_date(offset), Some(date));
		prop_assert!(end.checked_millis_since(instant).unwrap() <= MILLIS_PER_DAY);
	}

	#[test]
	fn local_date_should_be_monotone(one in any::<u64>(), other in any::<u64>(), offset in any_offset()) {
		let earlier = Instant::from_millis(one.min(other) >> 17).local_date(offset);
		let later = Instant::from_millis(one.max(other) >> 17).local_date(offset);
		prop_assert!(earlier <= later);
	}

	#[test]
	fn local_date_should_never_panic(millis in any::<u64>(), offset in any_offset()) {
		let _ = Instant::from_millis(millis).local_date(offset);
	}
}
