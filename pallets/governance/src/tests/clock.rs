use super::*;
use polity_primitives::time::MAX_BLOCK_GAP_MILLIS;
use proptest::prelude::*;

/// A time in 2026, in milliseconds.
const START: u64 = 1_780_000_000_000;

fn joined() -> Vec<Event<Test>> {
	events()
		.into_iter()
		.filter(|event| matches!(event, Event::TolledIntervalsJoined { .. }))
		.collect()
}

#[test]
fn on_timestamp_set_should_toll_nothing_when_it_is_the_first_block() {
	build_and_execute(|| {
		assert_eq!(Governance::last_instant(), None);
		block_at(START);
		assert!(Governance::tolled().as_slice().is_empty());
		assert_eq!(Governance::last_instant(), Some(Instant::from_millis(START)));
		assert!(events().is_empty());
	});
}

#[test]
fn on_timestamp_set_should_toll_nothing_when_the_gap_is_ten_minutes() {
	build_and_execute(|| {
		block_at(START);
		block_at(START + MAX_BLOCK_GAP_MILLIS);
		assert!(Governance::tolled().as_slice().is_empty());
	});
}

#[test]
fn on_timestamp_set_should_toll_the_whole_gap_when_it_is_longer() {
	build_and_execute(|| {
		block_at(START);
		let end = START + MAX_BLOCK_GAP_MILLIS + 1;
		block_at(end);
		assert_eq!(Governance::tolled_intervals().as_slice(), &[interval(START, end)]);
		assert_eq!(
			events(),
			vec![Event::ClocksTolled {
				from: Instant::from_millis(START),
				to: Instant::from_millis(end),
				cause: TollCause::Outage,
			}]
		);
		// The next block is in time again.
		block_at(end + 1_000);
		assert_eq!(Governance::tolled().as_slice().len(), 1);
		assert_ne!(System::block_weight().total(), frame_support::weights::Weight::zero());
	});
}

#[test]
fn on_timestamp_set_should_lose_no_outage_when_the_list_is_full() {
	build_and_execute(|| {
		let hour = 3_600_000;
		block_at(START);
		let mut now = START;
		for _ in 0..MAX_TOLLED_INTERVALS {
			now += hour;
			block_at(now);
			now += 60_000;
			block_at(now);
		}
		assert_eq!(Governance::tolled().as_slice().len() as u32, MAX_TOLLED_INTERVALS);
		assert!(joined().is_empty());
		block_at(now + hour);
		assert_eq!(joined().len(), 1);
		assert!(Governance::tolled().is_tolled(Instant::from_millis(now)));
		assert!(Governance::tolled().is_tolled(Instant::from_millis(START)));
	});
}

#[test]
fn today_should_be_the_local_day_of_the_register_and_district() {
	// 2026-07-01T23:30:00Z
	let late = 1_782_948_600_000;
	let calendars = vec![(Register::Land, District(2), calendar(60))];
	externalities(None, calendars).execute_with(|| {
		System::set_block_number(7);
		block_at(late);
		let day = |day| CalendarDate::from_ymd(2026, 7, day).unwrap();
		assert_eq!(Governance::now(), Instant::from_millis(late));
		assert_eq!(Governance::today(Register::Land, District(1)), day(1));
		assert_eq!(Governance::today(Register::Land, District(2)), day(2));
		let at = Governance::recorded_at(Register::Land, District(2));
		assert_eq!((at.block, at.instant, at.date), (7, Instant::from_millis(late), day(2)));
		check();
	});
}

#[test]
fn today_should_be_the_last_date_when_the_clock_is_beyond_all_dates() {
	build_and_execute(|| {
		Millis::set(u64::MAX);
		assert_eq!(Governance::today(Register::Land, District::NATIONAL), CalendarDate::LAST);
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn every_long_gap_should_be_tolled_and_no_time_else_before_the_list_is_full(
		gaps in proptest::collection::vec(1u64..2 * MAX_BLOCK_GAP_MILLIS, 1..200),
	) {
		externalities(None, vec![]).execute_with(|| {
			let mut now = START;
			block_at(now);
			let mut expected = 0;
			for gap in gaps {
				now += gap;
				block_at(now);
				if gap > MAX_BLOCK_GAP_MILLIS {
					expected += gap;
				}
			}
			let tolled = Governance::tolled()
				.tolled_between(Instant::from_millis(START), Instant::from_millis(now));
			assert_eq!(tolled, expected);
			check();
		});
	}
}
