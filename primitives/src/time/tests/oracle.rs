//! Naive second implementations to test against.

use proptest::prelude::*;

use super::super::*;

/// All dates as year, month, day, from the first to the last, by counting days one at a time.
pub fn all_dates() -> impl Iterator<Item = (i32, u8, u8)> {
	let first = (1000, 1, 1);
	core::iter::successors(Some(first), |(year, month, day)| {
		let next = if *day < naive_days_in_month(*year, *month) {
			(*year, *month, *day + 1)
		} else if *month < 12 {
			(*year, *month + 1, 1)
		} else {
			(*year + 1, 1, 1)
		};
		(next.0 <= 9999).then_some(next)
	})
}

/// The length of a month by the rule as people say it.
pub fn naive_days_in_month(year: i32, month: u8) -> u8 {
	let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
	let divides = |divisor: i32| year % divisor == 0;
	let leap = if divides(400) {
		true
	} else if divides(100) {
		false
	} else {
		divides(4)
	};
	if month == 2 && leap {
		29
	} else {
		lengths[usize::from(month) - 1]
	}
}

/// Half an hour, the grain of the oracle.
pub const SLOT_MILLIS: u64 = 30 * 60 * 1000;

/// Half hours in a day.
pub const SLOTS_PER_DAY: i64 = 48;

/// The day on which the window of the tests begins, a Monday: 2026-01-05.
pub const BASE_DAY: i32 = 20_458;

/// Half hours from the beginning of the window to its end, 200 days.
const WINDOW_SLOTS: usize = 200 * 48;

/// A date by its distance from the first day of the window.
pub fn day(distance: i32) -> CalendarDate {
	CalendarDate::from_days_since_epoch(BASE_DAY + distance).unwrap()
}

/// The distance of a date from the first day of the window.
pub fn distance(date: CalendarDate) -> i32 {
	date.days_since_epoch() - BASE_DAY
}

/// The instant at which a half hour of the window begins, counted in UTC.
pub fn slot_start(slot: i64) -> Instant {
	let base = i64::from(BASE_DAY) * SLOTS_PER_DAY;
	Instant::from_millis(u64::try_from(base + slot).unwrap() * SLOT_MILLIS)
}

/// A calendar and tolled time, in plain containers.
#[derive(Clone, Debug)]
pub struct World {
	/// Local time ahead of UTC, in half hours.
	pub offset_slots: i64,
	/// Which days of the week are weekend, from Monday.
	pub weekend: [bool; 7],
	/// Holidays by their distance from the first day of the window, not sorted.
	pub holidays: Vec<i32>,
	/// Stretches of tolled half hours as begin and length, in any order, overlapping.
	pub outages: Vec<(i64, i64)>,
}

impl World {
	/// The calendar under test.
	pub fn calendar(&self) -> Calendar {
		let minutes = i16::try_from(self.offset_slots * 30).unwrap();
		let bits = (0..7).filter(|bit| self.weekend[*bit]).map(|bit| 1u8 << bit);
		let mut holidays: Vec<_> = self.holidays.iter().map(|distance| day(*distance)).collect();
		holidays.sort();
		holidays.dedup();
		Calendar::try_new(
			LocalOffset::from_minutes_east(minutes).unwrap(),
			WeekendDays::from_bits(bits.sum()).unwrap(),
			holidays.try_into().unwrap(),
		)
		.unwrap()
	}

	/// The tolled intervals under test.
	pub fn tolled(&self) -> TolledIntervals {
		let mut tolled = TolledIntervals::new();
		for outage in &self.outages {
			tolled.try_insert(interval(*outage)).unwrap();
		}
		tolled
	}

	/// Which half hours of the window are tolled.
	pub fn tolled_slots(&self) -> Vec<bool> {
		let mut slots = vec![false; WINDOW_SLOTS];
		for (begin, length) in &self.outages {
			for slot in *begin..*begin + *length {
				slots[usize::try_from(slot).unwrap()] = true;
			}
		}
		slots
	}

	/// Whether a day, by its distance, is a working day.
	pub fn works(&self, distance: i32) -> bool {
		let weekday = usize::try_from(distance.rem_euclid(7)).unwrap();
		!self.weekend[weekday] && !self.holidays.contains(&distance)
	}

	/// The `count`th working day after a day.
	pub fn nth_working_day(&self, after: i32, count: u32) -> i32 {
		let mut distance = after;
		let mut found = 0;
		while found < count {
			distance += 1;
			if self.works(distance) {
				found += 1;
			}
		}
		distance
	}

	/// The local day of a half hour.
	pub fn local_day(&self, slot: i64) -> i32 {
		i32::try_from((slot + self.offset_slots).div_euclid(SLOTS_PER_DAY)).unwrap()
	}

	/// The first half hour after a local day.
	pub fn end_of_day(&self, distance: i32) -> i64 {
		i64::from(distance + 1) * SLOTS_PER_DAY - self.offset_slots
	}

	/// The nominal last day of a period, before anything moves it.
	fn nominal_end(&self, period: Period, start: i32) -> i32 {
		let add_months = |count: u16| {
			let (mut year, mut month, day_of_month) = day(start).year_month_day();
			for _ in 0..count {
				(year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
			}
			let last = naive_days_in_month(year, month);
			distance(CalendarDate::from_ymd(year, month, day_of_month.min(last)).unwrap())
		};
		match period {
			Period::CalendarDays(days) => start + i32::try_from(days).unwrap(),
			Period::WorkingDays(days) => self.nth_working_day(start, days),
			Period::Months(months) => add_months(months),
			Period::Years(years) => add_months(years * 12),
		}
	}

	/// The last day of a period, by trying one day after another.
	pub fn end_date(&self, period: Period, start: i32) -> i32 {
		let one_day = matches!(period, Period::CalendarDays(1) | Period::WorkingDays(1));
		let mut last = self.nominal_end(period, start);
		loop {
			let working_days = (start + 1..=last).filter(|day| self.works(*day)).count();
			if self.works(last) && (one_day || working_days >= 2) {
				return last;
			}
			last += 1;
		}
	}

	/// The deadline of a period, by trying one day after another.
	pub fn deadline(&self, period: Period, start_slot: i64) -> Instant {
		let start_day = self.local_day(start_slot);
		let begin = self.end_of_day(start_day);
		let nominal = self.end_of_day(self.nominal_end(period, start_day));
		let counts = |slot: &i64| {
			!matches!(period, Period::WorkingDays(_)) || self.works(self.local_day(*slot))
		};
		let mut last = self.end_date(period, start_day);
		while !self.may_end(begin, nominal, self.end_of_day(last), counts) || !self.works(last) {
			last += 1;
		}
		slot_start(self.end_of_day(last))
	}

	/// An extended deadline, by trying one day after another.
	pub fn extended(&self, deadline: i64, start: i64) -> Instant {
		let mut last = self.local_day(deadline - 1);
		let nominal = self.end_of_day(last);
		while !self.may_end(start, nominal, self.end_of_day(last), |_| true) {
			last += 1;
		}
		slot_start(self.end_of_day(last))
	}

	/// Whether a clock that began at `begin` and nominally ends at `nominal` may end at `end`.
	fn may_end(&self, begin: i64, nominal: i64, end: i64, counts: impl Fn(&i64) -> bool) -> bool {
		let slots = self.tolled_slots();
		let is_tolled = |slot: &i64| {
			usize::try_from(*slot).is_ok_and(|slot| slots.get(slot).copied().unwrap_or(false))
		};
		let owed = (begin..nominal).filter(&counts).count();
		let had = (begin..end).filter(|slot| counts(slot) && !is_tolled(slot)).count();
		had >= owed && !is_tolled(&(end - 1))
	}
}

/// The interval of a begin and a length in half hours.
pub fn interval((begin, length): (i64, i64)) -> TolledInterval {
	TolledInterval::try_new(slot_start(begin), slot_start(begin + length)).unwrap()
}

/// An outage of half hours: most of some hours, some of days.
pub fn any_outage() -> impl Strategy<Value = (i64, i64)> {
	prop_oneof![
		3 => (0..3_000i64, 1..12i64),
		1 => (0..3_000i64, 1..300i64),
	]
}

/// Any calendar and any tolled time.
pub fn any_world() -> impl Strategy<Value = World> {
	let weekend = any::<[bool; 7]>().prop_filter("a working day", |days| days.contains(&false));
	let usual = Just([false, false, false, false, false, true, true]);
	(
		-28..=28i64,
		prop_oneof![weekend.boxed(), usual.boxed()],
		prop::collection::vec(-5..130i32, 0..25),
		prop::collection::vec(any_outage(), 0..10),
	)
		.prop_map(|(offset_slots, weekend, holidays, outages)| World {
			offset_slots,
			weekend,
			holidays,
			outages,
		})
}

/// Any period that ends in the window.
pub fn any_period() -> impl Strategy<Value = Period> {
	prop_oneof![
		(1..40u32).prop_map(Period::CalendarDays),
		(1..15u32).prop_map(Period::WorkingDays),
		(1..4u16).prop_map(Period::Months),
		Just(Period::Years(1)),
	]
}
