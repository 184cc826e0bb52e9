use proptest::prelude::*;

use super::{
	oracle::{any_outage, any_world, interval, slot_start, SLOTS_PER_DAY, SLOT_MILLIS},
	*,
};

/// An interval of two numbers of milliseconds.
fn millis(from: u64, to: u64) -> TolledInterval {
	TolledInterval::try_new(Instant::from_millis(from), Instant::from_millis(to)).unwrap()
}

/// As many intervals as are kept: each ten long, with ninety between, but fifty after the first.
fn full_list() -> TolledIntervals {
	let mut tolled = TolledIntervals::new();
	for index in 0..u64::from(MAX_TOLLED_INTERVALS) {
		let shift = if index == 0 { 40 } else { 0 };
		let from = 1_000 + index * 100 + shift;
		tolled.try_insert(millis(from, from + 10)).unwrap();
	}
	tolled
}

#[test]
fn interval_should_be_refused_when_it_does_not_end_after_it_begins() {
	for (from, to) in [(5, 5), (6, 5), (u64::MAX, 0)] {
		assert_eq!(
			TolledInterval::try_new(Instant::from_millis(from), Instant::from_millis(to)),
			Err(TolledError::EmptyInterval)
		);
	}
	assert_eq!(millis(5, 6).millis(), 1);
}

#[test]
fn gap_should_open_an_interval_when_it_is_longer_than_ten_minutes() {
	let previous = Instant::from_millis(1_000_000);
	let after = |millis| previous.checked_add_millis(millis).unwrap();
	assert_eq!(gap_between(previous, previous), None);
	assert_eq!(gap_between(previous, after(1_000)), None);
	assert_eq!(gap_between(previous, after(MAX_BLOCK_GAP_MILLIS)), None);
	assert_eq!(
		gap_between(previous, after(MAX_BLOCK_GAP_MILLIS + 1)),
		Some(millis(1_000_000, 1_600_001))
	);
	// A clock that goes back is no gap.
	assert_eq!(gap_between(after(1_000_000), previous), None);
}

#[test]
fn insert_should_merge_when_intervals_overlap_or_touch() {
	let mut tolled = TolledIntervals::new();
	for (from, to) in [(50, 60), (10, 20), (30, 40)] {
		tolled.try_insert(millis(from, to)).unwrap();
	}
	assert_eq!(tolled.as_slice(), [millis(10, 20), millis(30, 40), millis(50, 60)]);
	// Touches on both sides.
	tolled.try_insert(millis(20, 30)).unwrap();
	assert_eq!(tolled.as_slice(), [millis(10, 40), millis(50, 60)]);
	// Lies inside.
	tolled.try_insert(millis(12, 14)).unwrap();
	assert_eq!(tolled.as_slice(), [millis(10, 40), millis(50, 60)]);
	// Covers all.
	tolled.try_insert(millis(5, 100)).unwrap();
	assert_eq!(tolled.as_slice(), [millis(5, 100)]);
}

#[test]
fn insert_should_be_refused_when_the_list_is_full() {
	let mut tolled = full_list();
	let before = tolled.clone();
	for apart in [millis(1, 2), millis(1_120, 1_130), millis(900_000, 900_001)] {
		assert_eq!(tolled.try_insert(apart), Err(TolledError::TooManyIntervals));
		assert_eq!(tolled, before);
	}
	// One that touches another needs no room.
	assert_eq!(tolled.try_insert(millis(1_050, 1_070)), Ok(()));
	assert_eq!(tolled.as_slice().len(), before.as_slice().len());
	// Pruning makes room.
	assert_eq!(tolled.prune(Instant::from_millis(1_070)), 1);
	assert_eq!(tolled.try_insert(millis(900_000, 900_001)), Ok(()));
}

#[test]
fn insert_or_join_should_join_the_nearest_when_the_list_is_full() {
	// The shortest time between two is the fifty after the first.
	let mut tolled = full_list();
	let last = millis(900_000, 900_001);
	assert_eq!(tolled.insert_or_join(last), Some(millis(1_050, 1_100)));
	assert_eq!(tolled.as_slice().first(), Some(&millis(1_040, 1_110)));
	assert_eq!(tolled.as_slice().last(), Some(&last));
	assert_eq!(tolled.as_slice().len(), 256);
	// The new one is itself nearest to one.
	let mut tolled = full_list();
	assert_eq!(tolled.insert_or_join(millis(1_115, 1_120)), Some(millis(1_110, 1_115)));
	assert_eq!(tolled.as_slice().get(1), Some(&millis(1_100, 1_120)));
	assert_eq!(tolled.as_slice().len(), 256);
	// From the other side.
	let mut tolled = full_list();
	assert_eq!(tolled.insert_or_join(millis(1_030, 1_035)), Some(millis(1_035, 1_040)));
	assert_eq!(tolled.as_slice().first(), Some(&millis(1_030, 1_050)));
	// With room nothing is joined.
	let mut tolled = TolledIntervals::new();
	assert_eq!(tolled.insert_or_join(millis(1, 2)), None);
	assert_eq!(tolled.as_slice(), [millis(1, 2)]);
}

#[test]
fn prune_should_keep_what_lasts_beyond() {
	let mut tolled = TolledIntervals::new();
	for (from, to) in [(10, 20), (30, 40), (50, 60)] {
		tolled.try_insert(millis(from, to)).unwrap();
	}
	assert_eq!(tolled.prune(Instant::from_millis(19)), 0);
	assert_eq!(tolled.prune(Instant::from_millis(35)), 1);
	assert_eq!(tolled.as_slice(), [millis(30, 40), millis(50, 60)]);
	assert_eq!(tolled.prune(Instant::from_millis(60)), 2);
	assert_eq!(tolled, TolledIntervals::default());
}

#[test]
fn instant_should_be_tolled_when_it_is_in_an_interval() {
	let mut tolled = TolledIntervals::new();
	tolled.try_insert(millis(10, 20)).unwrap();
	tolled.try_insert(millis(30, 40)).unwrap();
	for (at, expected) in [
		(0, false),
		(9, false),
		(10, true),
		(19, true),
		(20, false),
		(29, false),
		(30, true),
		(39, true),
		(40, false),
	] {
		assert_eq!(tolled.is_tolled(Instant::from_millis(at)), expected);
	}
	let between =
		|from, to| tolled.tolled_between(Instant::from_millis(from), Instant::from_millis(to));
	assert_eq!(between(0, 100), 20);
	assert_eq!(between(15, 35), 10);
	assert_eq!(between(20, 30), 0);
	assert_eq!(between(35, 15), 0);
}

#[test]
fn extend_should_leave_a_deadline_when_its_clock_never_ran() {
	let tolled = tolled_of(&[(at("2026-03-01", 0, 0), at("2026-03-09", 0, 0))]);
	let deadline = at("2026-03-02", 0, 0);
	for start in [deadline, at("2026-03-03", 0, 0)] {
		assert_eq!(tolled.extend(deadline, start, LocalOffset::UTC), Ok(deadline));
	}
}

#[test]
fn extend_should_move_over_an_outage_that_it_reaches_by_moving() {
	let start = at("2026-03-01", 12, 0);
	let deadline = at("2026-03-04", 0, 0);
	// Three hours on the first day move it to the end of 4 March.
	let first = (at("2026-03-02", 0, 0), at("2026-03-02", 3, 0));
	// This one begins after the first deadline, but before the moved one.
	let second = (at("2026-03-04", 1, 0), at("2026-03-04", 23, 0));
	let extend = |intervals: &[(Instant, Instant)]| {
		tolled_of(intervals).extend(deadline, start, LocalOffset::UTC).unwrap()
	};
	assert_eq!(extend(&[]), deadline);
	assert_eq!(extend(&[second]), deadline);
	assert_eq!(extend(&[first]), at("2026-03-05", 0, 0));
	assert_eq!(extend(&[first, second]), at("2026-03-06", 0, 0));
	// No clock runs out at the end of an outage.
	let until_midnight = (at("2026-03-04", 22, 0), at("2026-03-05", 0, 0));
	assert_eq!(extend(&[first, until_midnight]), at("2026-03-06", 0, 0));
	// One that begins with the deadline comes too late.
	let from_midnight = (at("2026-03-05", 0, 0), at("2026-03-06", 0, 0));
	assert_eq!(extend(&[first, from_midnight]), at("2026-03-05", 0, 0));
	// A deadline inside a day is first moved to the end of the day.
	assert_eq!(
		TolledIntervals::new().extend(at("2026-03-03", 8, 0), start, LocalOffset::UTC),
		Ok(deadline)
	);
}

#[test]
fn extend_should_be_refused_when_the_deadline_leaves_the_range() {
	let start = at("2026-03-01", 12, 0);
	let deadline = at("2026-03-04", 0, 0);
	let for_ever = tolled_of(&[(start, Instant::from_millis(u64::MAX))]);
	assert_eq!(
		for_ever.extend(deadline, start, LocalOffset::UTC),
		Err(TolledError::DeadlineOutOfRange)
	);
	assert_eq!(
		TolledIntervals::new().extend(Instant::from_millis(u64::MAX), start, LocalOffset::UTC),
		Err(TolledError::DeadlineOutOfRange)
	);
}

proptest! {
	#[test]
	fn intervals_should_be_the_same_when_they_are_inserted_in_any_order(
		(outages, shuffled) in prop::collection::vec(any_outage(), 0..40)
			.prop_flat_map(|outages| (Just(outages.clone()), Just(outages).prop_shuffle())),
	) {
		let insert = |outages: &[(i64, i64)]| {
			let mut tolled = TolledIntervals::new();
			for outage in outages {
				tolled.try_insert(interval(*outage)).unwrap();
			}
			tolled
		};
		let tolled = insert(&outages);
		prop_assert_eq!(&tolled, &insert(&shuffled));
		// Twice the same is once.
		let mut twice = outages.clone();
		twice.extend(shuffled);
		prop_assert_eq!(&tolled, &insert(&twice));
		// The form is the one that decoding takes.
		prop_assert!(tolled.as_slice().windows(2).all(|pair| pair[0].to() < pair[1].from()));
	}

	#[test]
	fn tolled_time_should_be_counted_once_when_outages_overlap(
		world in any_world(),
		one in 0..3_400i64,
		other in 0..3_400i64,
	) {
		let tolled = world.tolled();
		let slots = world.tolled_slots();
		let (from, to) = (one.min(other), one.max(other));
		let expected = (from..to)
			.filter(|slot| slots[usize::try_from(*slot).unwrap()])
			.count();
		prop_assert_eq!(
			tolled.tolled_between(slot_start(from), slot_start(to)),
			u64::try_from(expected).unwrap() * SLOT_MILLIS
		);
		prop_assert_eq!(
			tolled.is_tolled(slot_start(one)),
			slots[usize::try_from(one).unwrap()]
		);
		prop_assert_eq!(tolled.tolled_between(slot_start(to), slot_start(from)), 0);
	}

	#[test]
	fn extend_should_agree_with_trying_day_by_day(
		world in any_world(),
		start in 60..2_000i64,
		length in 1..1_000i64,
	) {
		let calendar = world.calendar();
		let extended = world
			.tolled()
			.extend(slot_start(start + length), slot_start(start), calendar.offset())
			.unwrap();
		prop_assert_eq!(extended, world.extended(start + length, start));
	}

	#[test]
	fn extend_should_be_monotone(
		world in any_world(),
		start in 60..2_000i64,
		later_start in 0..100i64,
		length in 1..1_000i64,
		longer in 0..100i64,
		days in 0..10i64,
		outage in any_outage(),
	) {
		let offset = world.calendar().offset();
		let tolled = world.tolled();
		let extend = |deadline, start, tolled: &TolledIntervals| {
			tolled.extend(slot_start(deadline), slot_start(start), offset).unwrap()
		};
		let extended = extend(start + length, start, &tolled);
		// No outage shortens a deadline.
		prop_assert!(extended >= slot_start(start + length));
		// In the deadline.
		prop_assert!(extended <= extend(start + length + longer, start, &tolled));
		// In the length of the clock, with the deadline where it is.
		if later_start < length {
			prop_assert!(extended >= extend(start + length, start + later_start, &tolled));
		}
		// When the whole clock is later by whole days.
		let shift = days * SLOTS_PER_DAY;
		prop_assert!(extended <= extend(start + length + shift, start + shift, &tolled));
		// In the tolled time.
		let mut more = tolled.clone();
		more.try_insert(interval(outage)).unwrap();
		prop_assert!(extended <= extend(start + length, start, &more));
		prop_assert!(!tolled.is_tolled(extended.checked_sub_millis(1).unwrap()));
	}

	#[test]
	fn prune_should_move_no_clock_that_began_at_or_after_it(
		world in any_world(),
		before in 0..3_000i64,
		start in 0..500i64,
		length in 1..1_000i64,
	) {
		let offset = world.calendar().offset();
		let tolled = world.tolled();
		let mut pruned = tolled.clone();
		let count = pruned.prune(slot_start(before));
		prop_assert_eq!(pruned.as_slice().len() + count, tolled.as_slice().len());
		let (start, deadline) = (slot_start(before + start), slot_start(before + start + length));
		prop_assert_eq!(
			pruned.extend(deadline, start, offset),
			tolled.extend(deadline, start, offset)
		);
	}

	#[test]
	fn insert_or_join_should_lose_no_tolled_time(
		outages in prop::collection::vec((0..200_000i64, 1..4i64), 300..600),
	) {
		let mut tolled = TolledIntervals::new();
		for outage in &outages {
			let before: u64 = tolled.as_slice().iter().map(TolledInterval::millis).sum();
			let known = tolled.tolled_between(interval(*outage).from(), interval(*outage).to());
			let joined = tolled.insert_or_join(interval(*outage));
			let after: u64 = tolled.as_slice().iter().map(TolledInterval::millis).sum();
			// What was added is the outage and what the return value tells.
			prop_assert_eq!(
				after,
				before + interval(*outage).millis() - known + joined.map_or(0, |i| i.millis())
			);
		}
		for outage in &outages {
			let outage = interval(*outage);
			prop_assert_eq!(tolled.tolled_between(outage.from(), outage.to()), outage.millis());
		}
		prop_assert!(tolled.as_slice().windows(2).all(|pair| pair[0].to() < pair[1].from()));
	}

	#[test]
	fn gap_should_be_the_whole_time_between_two_blocks(previous in any::<u64>(), now in any::<u64>()) {
		let (previous, now) = (Instant::from_millis(previous), Instant::from_millis(now));
		let gap = gap_between(previous, now);
		let long = now.saturating_millis_since(previous) > MAX_BLOCK_GAP_MILLIS;
		prop_assert_eq!(gap.is_some(), long);
		if let Some(gap) = gap {
			prop_assert_eq!((gap.from(), gap.to()), (previous, now));
			// The block after the outage is not itself tolled.
			prop_assert!(!gap.contains(now));
		}
	}
}
