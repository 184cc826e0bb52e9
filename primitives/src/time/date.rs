//! Days of the civil calendar.

use core::{fmt, str::FromStr};

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{de, Deserialize, Deserializer, Serialize, Serializer};

/// First year that a [`CalendarDate`] can lie in.
///
/// Old enough for the oldest titles. Years of fewer than four digits are refused, because in a
/// register they are mistyped ones.
pub const FIRST_YEAR: i32 = 1000;

/// Last year that a [`CalendarDate`] can lie in: the last that ISO 8601 writes with four digits.
pub const LAST_YEAR: i32 = 9999;

/// Days from 1000-01-01 to 1970-01-01, negative.
const FIRST_DAY: i32 = -354_285;

/// Days from 1970-01-01 to 9999-12-31.
const LAST_DAY: i32 = 2_932_896;

/// Days from 0000-03-01 to 1970-01-01.
///
/// Inside this module a year begins with March, so that the leap day is the last of its year.
const EPOCH_AFTER_YEAR_ZERO: i32 = 719_468;

/// Why something is no date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateError {
	/// The date is before the year [`FIRST_YEAR`] or after [`LAST_YEAR`]: check the year.
	YearOutOfRange,
	/// There is no such month: months are 1 to 12.
	NoSuchMonth,
	/// The month has no such day: check the day, and 29 February against the leap years.
	NoSuchDay,
	/// The text is not written YYYY-MM-DD: write it as ISO 8601 has it, ten characters.
	MalformedText,
}

impl DateError {
	/// What is wrong, as one sentence.
	pub const fn reason(self) -> &'static str {
		match self {
			Self::YearOutOfRange => "a date lies in the years 1000 to 9999",
			Self::NoSuchMonth => "a date has a month from 1 to 12",
			Self::NoSuchDay => "the month has no such day",
			Self::MalformedText => "a date is written YYYY-MM-DD",
		}
	}
}

print_reason!(DateError);

/// A day of the week, numbered as ISO 8601 does: Monday is 1, Sunday is 7.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum Weekday {
	/// The first day of the week.
	#[codec(index = 1)]
	Monday,
	/// The second day of the week.
	#[codec(index = 2)]
	Tuesday,
	/// The third day of the week.
	#[codec(index = 3)]
	Wednesday,
	/// The fourth day of the week.
	#[codec(index = 4)]
	Thursday,
	/// The fifth day of the week.
	#[codec(index = 5)]
	Friday,
	/// The sixth day of the week.
	#[codec(index = 6)]
	Saturday,
	/// The seventh day of the week.
	#[codec(index = 7)]
	Sunday,
}

impl Weekday {
	/// The number of the day in ISO 8601, 1 for Monday to 7 for Sunday.
	pub const fn iso_number(self) -> u8 {
		match self {
			Self::Monday => 1,
			Self::Tuesday => 2,
			Self::Wednesday => 3,
			Self::Thursday => 4,
			Self::Friday => 5,
			Self::Saturday => 6,
			Self::Sunday => 7,
		}
	}
}

/// Whether the year has 366 days in the Gregorian calendar.
pub const fn is_leap_year(year: i32) -> bool {
	year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

/// How many days a month has, nought for a month that does not exist.
pub const fn days_in_month(year: i32, month: u8) -> u8 {
	match month {
		1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
		4 | 6 | 9 | 11 => 30,
		2 if is_leap_year(year) => 29,
		2 => 28,
		_ => 0,
	}
}

/// A day as the law knows it, in the proleptic Gregorian calendar (ISO 8601).
///
/// It is kept as a signed number of days since 1970-01-01 and lies in the years [`FIRST_YEAR`] to
/// [`LAST_YEAR`]; decoding refuses anything else. A title older than the Gregorian calendar is
/// entered by its proleptic date. The text form, also in JSON, is `YYYY-MM-DD`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, MaxEncodedLen, TypeInfo)]
pub struct CalendarDate(i32);

decode_checked!(CalendarDate, i32);

impl CalendarDate {
	/// The first date: 1000-01-01.
	pub const FIRST: Self = Self(FIRST_DAY);

	/// The last date: 9999-12-31.
	pub const LAST: Self = Self(LAST_DAY);

	/// The date that is `days` days after 1970-01-01 (before, if negative).
	///
	/// # Errors
	/// * [`DateError::YearOutOfRange`] - before [`Self::FIRST`] or after [`Self::LAST`].
	pub const fn from_days_since_epoch(days: i32) -> Result<Self, DateError> {
		if days < FIRST_DAY || days > LAST_DAY {
			return Err(DateError::YearOutOfRange);
		}
		Ok(Self(days))
	}

	/// Days since 1970-01-01, negative before it.
	pub const fn days_since_epoch(self) -> i32 {
		self.0
	}

	/// The date of a year, a month (1 to 12) and a day of the month (from 1).
	///
	/// # Errors
	/// * [`DateError::YearOutOfRange`] - the year is not in [`FIRST_YEAR`] to [`LAST_YEAR`].
	/// * [`DateError::NoSuchMonth`] - the month is not 1 to 12.
	/// * [`DateError::NoSuchDay`] - the month has no such day.
	pub fn from_ymd(year: i32, month: u8, day: u8) -> Result<Self, DateError> {
		if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
			return Err(DateError::YearOutOfRange);
		}
		let last_day = days_in_month(year, month);
		if last_day == 0 {
			return Err(DateError::NoSuchMonth);
		}
		if day == 0 || day > last_day {
			return Err(DateError::NoSuchDay);
		}
		// January and February belong to the year that began with the March before.
		let (march_year, march_month) = if month > 2 {
			(year, i32::from(month).saturating_sub(3))
		} else {
			(year.saturating_sub(1), i32::from(month).saturating_add(9))
		};
		// Saturating throughout: at most 3.7 million days, far inside an `i32`.
		let days = days_before_march_of(march_year)
			.saturating_add(days_before_march_month(march_month))
			.saturating_add(i32::from(day))
			.saturating_sub(1)
			.saturating_sub(EPOCH_AFTER_YEAR_ZERO);
		Self::from_days_since_epoch(days)
	}

	/// The year, the month (1 to 12) and the day of the month (from 1).
	pub fn year_month_day(self) -> (i32, u8, u8) {
		let days = self.0.saturating_add(EPOCH_AFTER_YEAR_ZERO);
		// 400 years have 146,097 days. No year begins a whole day later than its mean, hence the
		// quotient is never too large; it is the year or the one before.
		let guess = days.saturating_mul(400).div_euclid(146_097);
		let next = guess.saturating_add(1);
		let march_year = if days_before_march_of(next) <= days { next } else { guess };
		let day_of_year = days.saturating_sub(days_before_march_of(march_year));
		// Five months from March, as from August, have 153 days.
		let march_month = day_of_year.saturating_mul(5).saturating_add(2).div_euclid(153);
		let day =
			day_of_year.saturating_sub(days_before_march_month(march_month)).saturating_add(1);
		let (year, month) = if march_month < 10 {
			(march_year, march_month.saturating_add(3))
		} else {
			(march_year.saturating_add(1), march_month.saturating_sub(9))
		};
		(year, small(month), small(day))
	}

	/// The day of the week.
	pub fn weekday(self) -> Weekday {
		// 1970-01-01 was a Thursday.
		match self.0.rem_euclid(7) {
			0 => Weekday::Thursday,
			1 => Weekday::Friday,
			2 => Weekday::Saturday,
			3 => Weekday::Sunday,
			4 => Weekday::Monday,
			5 => Weekday::Tuesday,
			_ => Weekday::Wednesday,
		}
	}

	/// Days from `earlier` to this date, negative if `earlier` is in fact later.
	pub fn days_since(self, earlier: Self) -> i32 {
		// Two dates are at most 3.3 million days apart.
		self.0.saturating_sub(earlier.0)
	}

	/// The date `days` days later (earlier, if negative), or `None` if that is out of range.
	pub fn checked_add_days(self, days: i32) -> Option<Self> {
		Self::from_days_since_epoch(self.0.checked_add(days)?).ok()
	}

	/// The date `days` days earlier (later, if negative), or `None` if that is out of range.
	pub fn checked_sub_days(self, days: i32) -> Option<Self> {
		Self::from_days_since_epoch(self.0.checked_sub(days)?).ok()
	}

	/// The same day of the month `months` months later (earlier, if negative), or `None` if that
	/// is out of range.
	///
	/// A month that lacks the day gives its last day: one month after 31 January is 28 or
	/// 29 February (Regulation 1182/71, article 3(2)(c)). Adding months one after another is
	/// therefore not the same as adding them at once.
	pub fn checked_add_months(self, months: i32) -> Option<Self> {
		let (year, month, day) = self.year_month_day();
		let months_from_zero = year
			.checked_mul(12)?
			.checked_add(i32::from(month))?
			.checked_sub(1)?
			.checked_add(months)?;
		let year = months_from_zero.div_euclid(12);
		let month = small(months_from_zero.rem_euclid(12).saturating_add(1));
		Self::from_ymd(year, month, day.min(days_in_month(year, month))).ok()
	}

	/// The same date `years` years later (earlier, if negative), or `None` if that is out of
	/// range.
	///
	/// 29 February gives 28 February in a common year.
	pub fn checked_add_years(self, years: i32) -> Option<Self> {
		self.checked_add_months(years.checked_mul(12)?)
	}
}

/// Days from 0000-03-01 to 1 March of a year. Saturating: years have four digits.
fn days_before_march_of(year: i32) -> i32 {
	year.saturating_mul(365)
		.saturating_add(year.div_euclid(4))
		.saturating_sub(year.div_euclid(100))
		.saturating_add(year.div_euclid(400))
}

/// Days from 1 March to the first of a month, where March is month nought and February eleven.
fn days_before_march_month(month: i32) -> i32 {
	month.saturating_mul(153).saturating_add(2).div_euclid(5)
}

/// Narrows a month or a day of the month, which is at most 31 by construction.
fn small(number: i32) -> u8 {
	u8::try_from(number).unwrap_or(u8::MAX)
}

impl TryFrom<i32> for CalendarDate {
	type Error = DateError;

	fn try_from(days: i32) -> Result<Self, Self::Error> {
		Self::from_days_since_epoch(days)
	}
}

impl fmt::Display for CalendarDate {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		let (year, month, day) = self.year_month_day();
		write!(formatter, "{year:04}-{month:02}-{day:02}")
	}
}

impl fmt::Debug for CalendarDate {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(formatter, "CalendarDate({self})")
	}
}

impl FromStr for CalendarDate {
	type Err = DateError;

	/// Reads exactly the ten characters of `YYYY-MM-DD`, in ASCII digits.
	fn from_str(text: &str) -> Result<Self, Self::Err> {
		let characters: &[u8; 10] =
			text.as_bytes().try_into().map_err(|_| DateError::MalformedText)?;
		let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = characters else {
			return Err(DateError::MalformedText);
		};
		let year = number(&[*y1, *y2, *y3, *y4])?;
		let month = number(&[*m1, *m2])?;
		let day = number(&[*d1, *d2])?;
		Self::from_ymd(year, small(month), small(day))
	}
}

/// Reads up to four ASCII digits.
fn number(digits: &[u8]) -> Result<i32, DateError> {
	let mut value: i32 = 0;
	for digit in digits {
		if !digit.is_ascii_digit() {
			return Err(DateError::MalformedText);
		}
		value = value.saturating_mul(10).saturating_add(i32::from(digit.saturating_sub(b'0')));
	}
	Ok(value)
}

impl Serialize for CalendarDate {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl<'de> Deserialize<'de> for CalendarDate {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		/// Takes the text of a date from a deserializer.
		struct DateText;

		impl de::Visitor<'_> for DateText {
			type Value = CalendarDate;

			fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
				formatter.write_str("a date written YYYY-MM-DD")
			}

			fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
				text.parse().map_err(E::custom)
			}
		}

		deserializer.deserialize_str(DateText)
	}
}
