//! Which days are working days, and in which local time.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

use super::{end_of_local_day, CalendarDate, Instant, LocalOffset, Weekday};

/// Most holidays that one calendar lists: a dozen a year for some forty years.
pub const MAX_HOLIDAYS: u32 = 512;

/// Days in a week.
const DAYS_PER_WEEK: u32 = 7;

/// Why something is no calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CalendarError {
	/// A weekend has a bit beyond the seven days of the week: set bits 0 (Monday) to 6 (Sunday).
	UnknownWeekday,
	/// The weekend takes all seven days: leave at least one day to work on.
	NoWorkingDay,
	/// The holidays are not in ascending order, or one is listed twice: sort them.
	HolidaysNotSorted,
}

impl CalendarError {
	/// What is wrong, as one sentence.
	pub const fn reason(self) -> &'static str {
		match self {
			Self::UnknownWeekday => "a weekend has only the seven days of the week",
			Self::NoWorkingDay => "a weekend leaves at least one day of the week to work on",
			Self::HolidaysNotSorted => "holidays are listed in ascending order, each once",
		}
	}
}

print_reason!(CalendarError);

/// Names one of the calendars that the council has set.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(transparent)]
pub struct CalendarId(u16);

impl CalendarId {
	/// The calendar with this number.
	pub const fn new(number: u16) -> Self {
		Self(number)
	}

	/// The number of the calendar.
	pub const fn number(self) -> u16 {
		self.0
	}
}

/// The days of the week on which nobody works: bit 0 is Monday, bit 6 is Sunday.
///
/// At least one day of the week is left to work on, so that looking for a working day ends.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(try_from = "u8", into = "u8")]
pub struct WeekendDays(u8);

decode_checked!(WeekendDays, u8);

impl WeekendDays {
	/// Every day of the week is a working day.
	pub const NONE: Self = Self(0);

	/// Saturday and Sunday, as in Regulation 1182/71.
	pub const SATURDAY_SUNDAY: Self = Self(0b110_0000);

	/// Friday and Saturday, as in much of the Arab world.
	pub const FRIDAY_SATURDAY: Self = Self(0b011_0000);

	/// All seven bits.
	const WHOLE_WEEK: u8 = 0b111_1111;

	/// The weekend of the days whose bits are set.
	///
	/// # Errors
	/// * [`CalendarError::UnknownWeekday`] - the eighth bit is set.
	/// * [`CalendarError::NoWorkingDay`] - all seven days are set.
	pub const fn from_bits(bits: u8) -> Result<Self, CalendarError> {
		if bits > Self::WHOLE_WEEK {
			return Err(CalendarError::UnknownWeekday);
		}
		if bits == Self::WHOLE_WEEK {
			return Err(CalendarError::NoWorkingDay);
		}
		Ok(Self(bits))
	}

	/// The bits of the days.
	pub const fn bits(self) -> u8 {
		self.0
	}

	/// Whether the day of the week belongs to the weekend.
	pub const fn contains(self, weekday: Weekday) -> bool {
		let bit = match weekday {
			Weekday::Monday => 0b000_0001,
			Weekday::Tuesday => 0b000_0010,
			Weekday::Wednesday => 0b000_0100,
			Weekday::Thursday => 0b000_1000,
			Weekday::Friday => 0b001_0000,
			Weekday::Saturday => 0b010_0000,
			Weekday::Sunday => 0b100_0000,
		};
		(self.0 & bit) != 0
	}

	/// How many days of the week are worked on, 1 to 7.
	fn working_days_per_week(self) -> u32 {
		DAYS_PER_WEEK.saturating_sub(self.0.count_ones()).max(1)
	}
}

impl TryFrom<u8> for WeekendDays {
	type Error = CalendarError;

	fn try_from(bits: u8) -> Result<Self, Self::Error> {
		Self::from_bits(bits)
	}
}

impl From<WeekendDays> for u8 {
	fn from(weekend: WeekendDays) -> Self {
		weekend.0
	}
}

/// The local time and the working days of a register, as its council sets them.
///
/// A working day is a day that is neither in the weekend nor a holiday (Regulation 1182/71,
/// article 2). The calendar knows only the holidays that it lists: a year for which the council
/// has listed none has weekends only.
#[derive(Clone, PartialEq, Eq, Debug, Encode, MaxEncodedLen, TypeInfo, Serialize, Deserialize)]
#[serde(try_from = "UncheckedCalendar")]
pub struct Calendar {
	/// Local time.
	offset: LocalOffset,
	/// Days of the week on which nobody works.
	weekend: WeekendDays,
	/// Public holidays in ascending order, each once. One may fall on a weekend.
	holidays: BoundedVec<CalendarDate, ConstU32<MAX_HOLIDAYS>>,
}

/// What a [`Calendar`] is read from.
#[derive(Decode, Deserialize)]
#[serde(deny_unknown_fields)]
struct UncheckedCalendar {
	offset: LocalOffset,
	weekend: WeekendDays,
	holidays: BoundedVec<CalendarDate, ConstU32<MAX_HOLIDAYS>>,
}

impl TryFrom<UncheckedCalendar> for Calendar {
	type Error = CalendarError;

	fn try_from(unchecked: UncheckedCalendar) -> Result<Self, Self::Error> {
		Self::try_new(unchecked.offset, unchecked.weekend, unchecked.holidays)
	}
}

decode_checked!(Calendar, UncheckedCalendar);

impl Calendar {
	/// A calendar of a local time, a weekend and holidays.
	///
	/// # Errors
	/// * [`CalendarError::HolidaysNotSorted`] - the holidays are not strictly ascending.
	pub fn try_new(
		offset: LocalOffset,
		weekend: WeekendDays,
		holidays: BoundedVec<CalendarDate, ConstU32<MAX_HOLIDAYS>>,
	) -> Result<Self, CalendarError> {
		if !holidays.is_sorted_by(|earlier, later| earlier < later) {
			return Err(CalendarError::HolidaysNotSorted);
		}
		Ok(Self { offset, weekend, holidays })
	}

	/// A calendar of a local time and a weekend that lists no holiday yet.
	pub fn without_holidays(offset: LocalOffset, weekend: WeekendDays) -> Self {
		Self { offset, weekend, holidays: BoundedVec::new() }
	}

	/// The local time.
	pub const fn offset(&self) -> LocalOffset {
		self.offset
	}

	/// The days of the week on which nobody works.
	pub const fn weekend(&self) -> WeekendDays {
		self.weekend
	}

	/// The public holidays, ascending, each once.
	pub fn holidays(&self) -> &[CalendarDate] {
		&self.holidays
	}

	/// The day which it is at an instant in this calendar, `None` after the last date.
	pub fn local_date(&self, at: Instant) -> Option<CalendarDate> {
		at.local_date(self.offset)
	}

	/// The instant at which a day is over in this calendar, `None` before 1970.
	///
	/// Exclusive, see [`end_of_local_day`].
	pub fn end_of_day(&self, date: CalendarDate) -> Option<Instant> {
		end_of_local_day(date, self.offset)
	}

	/// Whether the day is neither in the weekend nor a holiday.
	pub fn is_working_day(&self, date: CalendarDate) -> bool {
		!self.is_weekend(date) && self.holidays.binary_search(&date).is_err()
	}

	/// The day itself if it is a working day, else the next one. `None` after the last date.
	pub fn working_day_from(&self, date: CalendarDate) -> Option<CalendarDate> {
		if self.is_working_day(date) {
			return Some(date);
		}
		self.checked_add_working_days(date, 1)
	}

	/// The `count`th working day after `date`, not counting `date` itself.
	///
	/// Nought working days after a date is that date, working day or not. `None` after the last
	/// date. The work is bounded by the length of the list of holidays, not by `count`.
	pub fn checked_add_working_days(&self, date: CalendarDate, count: u32) -> Option<CalendarDate> {
		let Some(count_less_one) = count.checked_sub(1) else {
			return Some(date);
		};
		// First without holidays: whole weeks at once, then one to seven working days by steps.
		let per_week = self.weekend.working_days_per_week();
		let weeks = count_less_one.checked_div(per_week)?;
		let steps = count_less_one.checked_rem(per_week)?.checked_add(1)?;
		let days = i32::try_from(weeks.checked_mul(DAYS_PER_WEEK)?).ok()?;
		let mut end = date.checked_add_days(days)?;
		for _ in 0..steps {
			end = self.day_after_outside_weekend(end)?;
		}
		// Then each holiday on the way costs one working day more, also those met by paying.
		for holiday in self.holidays_after(date) {
			if holiday > end {
				break;
			}
			if !self.is_weekend(holiday) {
				end = self.day_after_outside_weekend(end)?;
			}
		}
		Some(end)
	}

	/// How many working days lie after `after`, up to and with `until`.
	///
	/// Nought if `until` is not after `after`. The inverse of
	/// [`Self::checked_add_working_days`].
	pub fn working_days_between(&self, after: CalendarDate, until: CalendarDate) -> u32 {
		// Saturating throughout: at most 3.3 million days.
		let days = u32::try_from(until.days_since(after)).unwrap_or(0);
		let weeks = days.checked_div(DAYS_PER_WEEK).unwrap_or(0);
		let mut working_days = weeks.saturating_mul(self.weekend.working_days_per_week());
		// The days of the last, broken week.
		let mut date = until;
		for _ in 0..days.checked_rem(DAYS_PER_WEEK).unwrap_or(0) {
			if !self.is_weekend(date) {
				working_days = working_days.saturating_add(1);
			}
			date = date.checked_sub_days(1).unwrap_or(CalendarDate::FIRST);
		}
		for holiday in self.holidays_after(after) {
			if holiday > until {
				break;
			}
			if !self.is_weekend(holiday) {
				working_days = working_days.saturating_sub(1);
			}
		}
		working_days
	}

	/// Whether the day is in the weekend.
	fn is_weekend(&self, date: CalendarDate) -> bool {
		self.weekend.contains(date.weekday())
	}

	/// The next day that is not in the weekend, holiday or not.
	fn day_after_outside_weekend(&self, date: CalendarDate) -> Option<CalendarDate> {
		let mut day = date.checked_add_days(1)?;
		// At most six days of a week are weekend.
		for _ in 1..DAYS_PER_WEEK {
			if !self.is_weekend(day) {
				break;
			}
			day = day.checked_add_days(1)?;
		}
		Some(day)
	}

	/// The holidays after a date, ascending.
	fn holidays_after(&self, date: CalendarDate) -> impl Iterator<Item = CalendarDate> + '_ {
		let passed = self.holidays.partition_point(|holiday| *holiday <= date);
		self.holidays.iter().copied().skip(passed)
	}
}
