//! What holds of any sequence of steps.

use proptest::prelude::*;

use super::*;

/// Something that happens to an application.
#[derive(Clone, Debug)]
enum Step {
	Pass { hours: u64 },
	Outage { hours: u64 },
	Ask,
	Answer,
	Extend,
	Decide(DecidedByOfficers),
}

fn any_step() -> impl Strategy<Value = Step> {
	prop_oneof![
		6 => (1u64..120).prop_map(|hours| Step::Pass { hours }),
		1 => (1u64..200).prop_map(|hours| Step::Outage { hours }),
		3 => Just(Step::Ask),
		3 => Just(Step::Answer),
		1 => Just(Step::Extend),
		// Rarely: a decision ends the story.
		1 => prop_oneof![
			9 => Just(DecidedByOfficers::Refused),
			1 => Just(DecidedByOfficers::Granted),
		].prop_map(Step::Decide),
	]
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
	let holidays = prop::collection::btree_set(0i32..120, 0..12);
	(0i16..14, any::<bool>(), holidays).prop_map(|(hours, has_weekend, days)| {
		let offset = LocalOffset::from_minutes_east(hours * 60).unwrap();
		let weekend = if has_weekend { WeekendDays::SATURDAY_SUNDAY } else { WeekendDays::NONE };
		let first = date(2026, 1, 1);
		let holidays: Vec<_> =
			days.into_iter().map(|day| first.checked_add_days(day).unwrap()).collect();
		Calendar::try_new(offset, weekend, holidays.try_into().unwrap()).unwrap()
	})
}

/// The time from the beginning in which the clock ran: neither tolled nor in a question.
fn ran(clock: &DecisionClock, tolled: &TolledIntervals, until: Instant) -> u64 {
	let mut still = tolled.clone();
	for stop in clock.stood_still() {
		still.try_insert(stop).unwrap();
	}
	until.saturating_millis_since(clock.complete_at)
		- still.tolled_between(clock.complete_at, until)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(512))]

	#[test]
	fn clock_should_run_for_what_the_law_says_and_silence_grant_once(
		steps in prop::collection::vec(any_step(), 1..60),
		calendar in any_calendar(),
		days in 2u32..40,
		extension in prop::option::of(2u32..30),
		stopped_days in 0u16..20,
	) {
		let terms = PermitTerms {
			decision_period: Period::CalendarDays(days),
			extension: extension.map(Period::CalendarDays),
			stopped_days,
			..terms()
		};
		let mut tolled = TolledIntervals::new();
		let mut now = START;
		let timetable = Timetable { calendar: &calendar, tolled: &tolled };
		let mut application =
			Application::submitted().complete(&terms, now, timetable).unwrap();
		let (mut extensions, mut granted_by_silence) = (0, 0);
		for step in steps {
			match step {
				Step::Pass { hours } => now = hours_later(now, hours),
				Step::Outage { hours } => {
					let after = hours_later(now, hours);
					tolled.try_insert(TolledInterval::try_new(now, after).unwrap()).unwrap();
					now = after;
				},
				_ => {},
			}
			let timetable = Timetable { calendar: &calendar, tolled: &tolled };
			// The chain looks at the clock first, as at the beginning of each block.
			if let Ok(granted) = application.deemed_granted(&terms, now, timetable) {
				let clock = application.clock.as_ref().unwrap();
				let owed = u64::from(days) + u64::from(clock.extended_by.map_or(0, |_| extension.unwrap()));
				// Neither an outage nor a question has granted it.
				prop_assert!(ran(clock, &tolled, now) >= owed * MILLIS_PER_DAY);
				granted_by_silence += 1;
				application = granted;
			}
			let before = application.clone();
			let next = match step {
				Step::Ask => application.asked(now, timetable),
				Step::Answer => application.answered(now, timetable),
				Step::Extend => application.extended(&terms, now, timetable),
				Step::Decide(outcome) => application.decided(&terms, outcome, now, timetable),
				Step::Pass { .. } | Step::Outage { .. } => continue,
			};
			let Ok(next) = next else { continue };
			// Nothing is done after the end, and nobody refuses what silence has granted.
			prop_assert!(!before.has_ended());
			prop_assert!(!before.is_over(now, timetable).unwrap());
			extensions += u32::from(matches!(step, Step::Extend));
			application = next;

			let clock = application.clock.as_ref().unwrap();
			let deadline = clock.deadline(&calendar, &tolled).unwrap();
			let owed = u64::from(days) + u64::from(clock.extended_by.map_or(0, |_| extension.unwrap()));
			let ran = ran(clock, &tolled, deadline);
			// No less than the law's days, and no more but for the rest of the first day and of the day
			// on which the clock went on, and until the next working day, once for each period.
			prop_assert!(ran >= owed * MILLIS_PER_DAY);
			prop_assert!(ran <= (owed + 2 + 2 * (4 + 12)) * MILLIS_PER_DAY);
			prop_assert!(clock.stood_still_millis() <= u64::from(stopped_days) * MILLIS_PER_DAY);
		}
		prop_assert!(extensions <= 1);
		prop_assert!(granted_by_silence <= 1);
	}

	#[test]
	fn answer_should_never_make_the_end_later_nor_earlier_than_now(
		calendar in any_calendar(),
		asked_after in 1u64..600,
		answered_after in 1u64..400,
	) {
		let tolled = TolledIntervals::new();
		let timetable = Timetable { calendar: &calendar, tolled: &tolled };
		let application = Application::submitted().complete(&terms(), START, timetable).unwrap();
		let asked = application.asked(hours_later(START, asked_after), timetable).unwrap();
		let end = |application: &Application| {
			application.clock.as_ref().unwrap().deadline(&calendar, &tolled).unwrap()
		};
		let now = hours_later(START, asked_after + answered_after);
		if let Ok(answered) = asked.answered(now, timetable) {
			prop_assert!(end(&answered) <= end(&asked));
			prop_assert!(end(&answered) >= end(&application));
			prop_assert!(end(&answered) > now);
		}
	}

	#[test]
	fn permit_should_never_come_back_and_never_be_valid_for_longer(
		steps in prop::collection::vec((0u8..9, 0i32..60, any::<bool>()), 1..40),
	) {
		let calendar = weekdays();
		let (from, to) = (date(2026, 3, 2), date(2027, 3, 1));
		let open = Condition { due: Some(date(2026, 9, 1)), is_met: false };
		let conditions: Conditions = vec![open].try_into().unwrap();
		let mut permit =
			Permit::granted(&terms(), from, Some(to), conditions, &calendar).unwrap();
		let mut today = date(2026, 2, 1);
		let mut has_ended = false;
		for (what, days, is_good) in steps {
			today = today.checked_add_days(days).unwrap();
			let result = if is_good {
				InspectionResult::Passed
			} else {
				InspectionResult::Failed { cure_until: calendar.end_of_day(today).unwrap() }
			};
			let kind = if is_good { InspectionKind::Final } else { InspectionKind::Intermediate };
			let seen = permit.inspections.len().saturating_sub(usize::from(is_good) + 1);
			let next = match what {
				0 => permit.suspended(today),
				1 => permit.resumed(today),
				2 => permit.revoked(today, is_good),
				3 if !is_good => permit.surrendered(today),
				4 => permit.with_condition_met(0, today),
				5 => permit.with_inspection(kind, today, today),
				6 => permit.inspected(seen, result, today),
				7 => permit.completed(&terms(), today),
				_ => permit.overturned(today).map(|_| permit.clone()),
			};
			if let Ok(next) = next {
				prop_assert!(!has_ended);
				prop_assert_eq!((next.valid_from, next.valid_to), (from, Some(to)));
				permit = next;
			}
			has_ended |= !permit.is_running(today);
			let now = calendar.end_of_day(today).unwrap();
			let status = permit.effective_status(today, now, Holding::Complete);
			let is_usable = status == EffectiveStatus::Active;
			prop_assert!(!is_usable || (!has_ended && today >= from && today < to));
			let lacking = permit.effective_status(today, now, Holding::Lacking);
			prop_assert_ne!(lacking, EffectiveStatus::Active);
			if permit.standing == PermitStanding::Completed {
				prop_assert!(permit.conditions.iter().all(|condition| condition.is_met));
			}
		}
	}
}
