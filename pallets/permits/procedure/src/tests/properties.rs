//! What holds of any sequence of steps.

use proptest::prelude::*;

use super::*;

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

proptest! {
	#![proptest_config(ProptestConfig::with_cases(512))]

	/// Not of periods in months: by Regulation 1182/71 events on the last four days of a month can have
	/// periods that end on one day. The chain tolls time in the order in which it passes, of which
	/// `stories` tells with months.
	#[test]
	fn outage_should_never_bring_an_end_nearer_whenever_it_was(
		calendar in any_calendar(),
		in_working_days in any::<bool>(),
		days in 1u32..40,
		is_extended in any::<bool>(),
		question in prop::option::of((1u64..300, prop::option::of(1u64..400))),
		outages in prop::collection::vec((0u64..1_500, 1u64..200), 1..6),
		one_more in (0u64..1_500, 1u64..200),
	) {
		let period = |days| if in_working_days { Period::WorkingDays(days) } else { Period::CalendarDays(days) };
		let terms = PermitTerms {
			decision_period: period(days),
			extension: Some(period(days)),
			silence_grants: false,
			..referred(&[1])
		};
		let interval = |(from, hours): (u64, u64)| {
			let from = hours_later(START, from);
			TolledInterval::try_new(from, hours_later(from, hours)).unwrap()
		};
		let mut tolled = TolledIntervals::new();
		for outage in outages {
			tolled.try_insert(interval(outage)).unwrap();
		}
		let timetable = Timetable { calendar: &calendar, tolled: &tolled };
		let mut application = Application::submitted(START).complete(&terms, START, timetable).unwrap();
		if is_extended {
			application = application.extended(&terms, START, timetable).unwrap();
		}
		if let Some((after, answer)) = question {
			let at = hours_later(START, after);
			if let Ok(asked) = application.asked(at, timetable) {
				let answered = answer.map(|hours| asked.answered(&terms, hours_later(at, hours), timetable));
				application = answered.map_or(asked, |answered| answered.unwrap());
			}
		}
		let ends = |tolled: &TolledIntervals| {
			let timetable = Timetable { calendar: &calendar, tolled };
			let deadline = application.deadline(timetable).unwrap();
			(deadline, application.referrals[0].until(timetable, deadline).unwrap())
		};
		let (deadline, until) = ends(&tolled);
		prop_assert!(until < deadline);
		let one_more = interval(one_more);
		tolled.try_insert(one_more).unwrap();
		let (later_deadline, later_until) = ends(&tolled);
		prop_assert!(later_deadline >= deadline && later_until >= until);
		// No end falls in it, nor is one that fell in it right after it.
		prop_assert!(!tolled.is_tolled(Instant::from_millis(later_deadline.as_millis() - 1)));
		if one_more.from() < deadline && deadline <= one_more.to() {
			prop_assert!(later_deadline > one_more.to());
		}
	}

	#[test]
	fn answer_should_never_make_the_end_later_nor_earlier_than_now(
		calendar in any_calendar(),
		asked_after in 1u64..600,
		answered_after in 1u64..400,
	) {
		let tolled = TolledIntervals::new();
		let timetable = Timetable { calendar: &calendar, tolled: &tolled };
		let application = Application::submitted(START).complete(&terms(), START, timetable).unwrap();
		let asked = application.asked(hours_later(START, asked_after), timetable).unwrap();
		let end = |application: &Application| {
			application.clock.as_ref().unwrap().deadline(&calendar, &tolled).unwrap()
		};
		let now = hours_later(START, asked_after + answered_after);
		if let Ok(answered) = asked.answered(&terms(), now, timetable) {
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
		let commitment = Commitment::new([7; 32]).unwrap();
		let open = ConditionTerms { code: 1, commitment, due: Some(date(2026, 9, 1)) };
		let conditions: StatedConditions = vec![open].try_into().unwrap();
		let (terms, tolled) = (terms(), TolledIntervals::new());
		let timetable = Timetable { calendar: &calendar, tolled: &tolled };
		let bounds = Bounds { terms: &terms, right_ends: None, calendar: &calendar };
		let mut permit = Permit::granted(bounds, from, Some(to), &conditions).unwrap();
		let mut today = date(2026, 2, 1);
		let mut has_ended = false;
		for (what, days, is_good) in steps {
			today = today.checked_add_days(days).unwrap();
			let now = calendar.end_of_day(today).unwrap();
			let result =
				if is_good { InspectionResult::Passed } else { InspectionResult::Failed };
			let kind = if is_good { InspectionKind::Final } else { InspectionKind::Intermediate };
			let seen = permit.inspections.len().saturating_sub(usize::from(is_good) + 1);
			let next = match what {
				0 => permit.suspended(today),
				1 => permit.resumed(today),
				2 => permit.revoked(today, is_good),
				3 if !is_good => permit.surrendered(today),
				4 => permit.with_condition_met(0, today),
				5 => permit.with_inspection(kind, today, today),
				6 => permit.inspected(seen, result, today, now),
				7 => permit.completed(&terms, today, Holding::Complete),
				_ => permit.overturned(today).map(|_| permit.clone()),
			};
			if let Ok(next) = next {
				prop_assert!(!has_ended);
				prop_assert_eq!((next.valid_from, next.valid_to), (from, Some(to)));
				permit = next;
			}
			has_ended |= !permit.is_running(today);
			let status_of =
				|holding| permit.effective_status(&terms, today, now, holding, timetable);
			let status = status_of(Holding::Complete);
			let is_usable = status == EffectiveStatus::Active;
			prop_assert!(!is_usable || (!has_ended && today >= from && today < to));
			prop_assert_ne!(status_of(Holding::Lacking), EffectiveStatus::Active);
			if permit.standing == PermitStanding::Completed {
				prop_assert!(permit.conditions.iter().all(|condition| condition.is_met));
			}
		}
	}
}
