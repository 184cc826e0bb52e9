//! What holds of duties whatever the law, the company and the time.

use super::*;
use crate::rules::duties::{
	check_law, law_on, owed, ownership_times, state, times, CompanyDates, LegalTime,
};
use polity_primitives::time::{
	days_in_month, Calendar, LocalOffset, TolledInterval, TolledIntervals, WeekendDays,
};
use proptest::{collection::vec, option, prelude::*};

fn day_of(number: i32) -> CalendarDate {
	// From 1 January 2020.
	CalendarDate::from_days_since_epoch(18_262 + number).unwrap()
}

fn length() -> impl Strategy<Value = Period> {
	prop_oneof![
		(1u32..400).prop_map(Period::CalendarDays),
		(1u32..60).prop_map(Period::WorkingDays),
		(1u16..15).prop_map(Period::Months),
		(1u16..3).prop_map(Period::Years),
	]
}

fn year_day() -> impl Strategy<Value = (u8, u8)> {
	(1u8..=12, 1u8..=31)
		.prop_filter("a day of a year", |(month, day)| *day <= days_in_month(2000, *month))
}

fn yearly() -> impl Strategy<Value = Option<Duty>> {
	option::weighted(
		0.8,
		(any::<bool>(), length(), option::of(length())).prop_map(|(by_year, within, grace)| {
			let due_after = if by_year { DueAfter::FiscalYearEnd } else { DueAfter::Anniversary };
			duty(FilingType::AnnualAccounts, due_after, within, grace)
		}),
	)
}

fn ownership_duty() -> impl Strategy<Value = Option<OwnershipDuty>> {
	option::weighted(
		0.7,
		(length(), length(), option::of(length())).prop_map(
			|(first_within, stays_current, grace)| OwnershipDuty {
				first_within,
				stays_current,
				grace,
			},
		),
	)
}

/// Laws of which each comes into force so many days after the one before.
fn laws() -> impl Strategy<Value = Vec<FilingLaw>> {
	vec((1i32..900, year_day(), yearly(), ownership_duty()), 1..6).prop_map(|all| {
		let mut begins = 0;
		let law = |(later, fiscal_year_end, duty, ownership): (i32, _, Option<Duty>, _)| {
			begins += later;
			FilingLaw {
				in_force_from: day_of(begins),
				fiscal_year_end,
				duties: duty.into_iter().collect::<Vec<_>>().try_into().unwrap(),
				ownership,
			}
		};
		all.into_iter().map(law).collect()
	})
}

fn dates() -> impl Strategy<Value = CompanyDates> {
	(option::of(-3_000i32..3_000), option::of(year_day())).prop_map(
		|(incorporated_on, fiscal_year_end)| CompanyDates {
			incorporated_on: incorporated_on.map(day_of),
			fiscal_year_end,
		},
	)
}

fn calendar() -> impl Strategy<Value = Calendar> {
	(prop_oneof![Just(WeekendDays::NONE), Just(WeekendDays::SATURDAY_SUNDAY)], -720i16..=840)
		.prop_map(|(weekend, offset)| {
			let offset = LocalOffset::from_minutes_east(offset).unwrap_or(LocalOffset::UTC);
			Calendar::without_holidays(offset, weekend)
		})
}

fn tolled() -> impl Strategy<Value = TolledIntervals> {
	vec((0i32..6_000, 1i32..60), 0..4).prop_map(|all| {
		let mut tolled = TolledIntervals::new();
		for (from, days) in all {
			let interval =
				TolledInterval::try_new(start_of(day_of(from)), start_of(day_of(from + days)));
			tolled.try_insert(interval.unwrap()).unwrap();
		}
		tolled
	})
}

proptest! {
	#[test]
	fn years_should_follow_each_other_without_a_gap_under_one_law(
		duty in yearly().prop_filter_map("a duty", |duty| duty),
		year_end in year_day(),
		dates in dates(),
	) {
		let law = FilingLaw {
			in_force_from: day_of(0),
			fiscal_year_end: year_end,
			duties: vec![duty].try_into().unwrap(),
			ownership: None,
		};
		prop_assert_eq!(check_law(&law, &[], day_of(0)), Ok(()));
		let laws = [law];
		let filing_type = FilingType::AnnualAccounts;
		let mut covered = None;
		for round in 0..8 {
			let Some(found) = owed(&laws, dates, filing_type, covered) else {
				prop_assert!(duty.due_after == DueAfter::Anniversary && dates.incorporated_on.is_none());
				break;
			};
			let FiledPeriod { from, to } = found.period;
			prop_assert!(from <= to);
			prop_assert!(to >= day_of(0), "no law asks for what ended before it");
			prop_assert!(dates.incorporated_on.is_none_or(|founded| from >= founded));
			// An anniversary is so many years and a day after the incorporation's.
			prop_assert!(to.days_since(from) <= 366);
			if let Some(covered) = covered {
				prop_assert_eq!(from.days_since(covered), 1);
				if round > 0 {
					prop_assert!(to.days_since(from) >= 364);
				}
			}
			covered = Some(to);
		}
	}

	#[test]
	fn what_is_owed_should_end_under_a_law_that_asks_for_it(
		laws in laws(),
		dates in dates(),
		covered in option::of(0i32..4_000),
	) {
		let covered = covered.map(day_of);
		if let Some(found) = owed(&laws, dates, FilingType::AnnualAccounts, covered) {
			let law = law_on(&laws, found.period.to);
			prop_assert_eq!(law.and_then(|law| law.duty(FilingType::AnnualAccounts)), Some(&found.duty));
			prop_assert!(covered.is_none_or(|covered| found.period.from > covered));
			prop_assert!(dates.incorporated_on.is_none_or(|founded| found.period.from >= founded));
		}
		prop_assert_eq!(owed(&laws, dates, FilingType::ChangeOfOfficers, covered), None);
	}

	#[test]
	fn later_law_should_change_nothing_of_what_ended_before_it(
		laws in laws(),
		dates in dates(),
		covered in option::of(0i32..4_000),
	) {
		let covered = covered.map(day_of);
		let (last, earlier) = laws.split_last().unwrap();
		let find = |laws: &[FilingLaw]| owed(laws, dates, FilingType::AnnualAccounts, covered);
		let before = find(earlier).filter(|found| found.period.to < last.in_force_from);
		if before.is_some() {
			prop_assert_eq!(find(&laws), before);
		}
	}

	#[test]
	fn state_should_only_ever_grow_worse(
		duty in yearly().prop_filter_map("a duty", |duty| duty),
		day in 0i32..3_000,
		calendar in calendar(),
		tolled in tolled(),
		passed in vec(0u64..40, 1..60),
	) {
		let time = LegalTime { calendar: &calendar, tolled: &tolled };
		let last_day = day_of(day);
		let found = times(&duty, last_day, time).unwrap();
		prop_assert!(found.due_before <= found.overdue_from);
		prop_assert!(calendar.end_of_day(last_day).unwrap() < found.due_before);
		let rank = |state| match state {
			DutyState::Running => 0,
			DutyState::Due => 1,
			DutyState::Late => 2,
			DutyState::Overdue => 3,
		};
		let mut now = start_of(last_day);
		let mut worst = 0;
		for days in passed {
			now = now.checked_add_millis(days * MILLIS_PER_DAY).unwrap();
			let state = state(&found, last_day, now, time);
			prop_assert!(rank(state) >= worst);
			prop_assert_eq!(state == DutyState::Overdue, now >= found.overdue_from);
			prop_assert_eq!(
				found.punctuality(now) == Punctuality::InTime,
				matches!(state, DutyState::Running | DutyState::Due)
			);
			worst = rank(state);
		}
	}

	#[test]
	fn tolled_time_should_never_make_anything_due_earlier(
		duty in yearly().prop_filter_map("a duty", |duty| duty),
		day in 0i32..3_000,
		calendar in calendar(),
		tolled in tolled(),
	) {
		let none = TolledIntervals::new();
		let plain = times(&duty, day_of(day), LegalTime { calendar: &calendar, tolled: &none });
		let found = times(&duty, day_of(day), LegalTime { calendar: &calendar, tolled: &tolled });
		let (plain, found) = (plain.unwrap(), found.unwrap());
		prop_assert!(found.due_before >= plain.due_before);
		prop_assert!(found.overdue_from >= plain.overdue_from);
	}

	#[test]
	fn confirming_later_should_never_make_owners_current_for_less(
		laws in laws(),
		founded in option::of(-3_000i32..0),
		first in 1_000i32..4_000,
		later in 0i32..400,
		calendar in calendar(),
	) {
		let none = TolledIntervals::new();
		let time = LegalTime { calendar: &calendar, tolled: &none };
		let now = start_of(day_of(first + later));
		let until = |day| {
			let at = Some(start_of(day_of(day)));
			ownership_times(&laws, founded.map(day_of), at, now, time)
		};
		// Under one law, that is: another can say something shorter.
		let law = |day: i32| {
			let day = calendar.local_date(start_of(day_of(day))).unwrap();
			law_on(&laws, day).map(|law| law.in_force_from)
		};
		if law(first) == law(first + later) {
			if let (Some(one), Some(other)) = (until(first), until(first + later)) {
				prop_assert!(one.due_before <= other.due_before);
				prop_assert!(other.due_before > now);
			}
		}
	}
}
