//! Time as the law of a register knows it: instants, dates, calendars, periods and stopped clocks.
//!
//! Two notions of time are kept apart on purpose:
//!
//! * An [`Instant`] is what the chain saw: milliseconds of block time. It orders events.
//! * A [`CalendarDate`] is what the law says: a day of the civil calendar, which may lie long
//!   before the first computer. It has no hour and no time zone.
//!
//! A [`Calendar`] joins the two. It knows the local time of the register and which days are
//! working days. A [`Period`] is counted in such a calendar and ends with a local day. All
//! deadlines are *exclusive* instants: an act at the instant `deadline` is too late, an act one
//! millisecond earlier is in time.
//!
//! While the chain stood still nobody could act. Such time is *tolled*: [`TolledIntervals`] holds
//! it, and every clock takes it, so that an outage lapses no caveat and grants no permit.
//!
//! Periods are counted by Regulation (EEC, Euratom) No 1182/71, articles 2 and 3, which most
//! national laws of procedure resemble. See [`Period`] for each rule.
//!
//! Nothing in this module reads storage and nothing can panic: what cannot be computed is `None`
//! or a named error.

/// Implements decoding that refuses what the checked constructor of the type refuses.
///
/// The unchecked type must have the encoding of the checked one, field by field.
macro_rules! decode_checked {
	($checked:ty, $unchecked:ty) => {
		impl codec::Decode for $checked {
			fn decode<I: codec::Input>(input: &mut I) -> Result<Self, codec::Error> {
				let unchecked = <$unchecked as codec::Decode>::decode(input)?;
				Self::try_from(unchecked).map_err(|error| codec::Error::from(error.reason()))
			}
		}

		impl codec::DecodeWithMemTracking for $checked {}
	};
}

/// Lets an error type with a `reason` be printed and used as a standard error.
macro_rules! print_reason {
	($error:ty) => {
		impl core::fmt::Display for $error {
			fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
				formatter.write_str(self.reason())
			}
		}

		impl core::error::Error for $error {}
	};
}

mod calendar;
mod date;
mod instant;
mod offset;
mod period;
mod tolled;

#[cfg(test)]
mod tests;

pub use calendar::{Calendar, CalendarError, CalendarId, WeekendDays, MAX_HOLIDAYS};
pub use date::{
	days_in_month, is_leap_year, CalendarDate, DateError, Weekday, FIRST_YEAR, LAST_YEAR,
};
pub use instant::{Instant, MILLIS_PER_DAY, MILLIS_PER_MINUTE};
pub use offset::{end_of_local_day, LocalOffset, OffsetError, MAX_OFFSET_MINUTES};
pub use period::{
	Period, PeriodError, MAX_PERIOD_CALENDAR_DAYS, MAX_PERIOD_MONTHS, MAX_PERIOD_WORKING_DAYS,
	MAX_PERIOD_YEARS,
};
pub use tolled::{
	gap_between, TolledError, TolledInterval, TolledIntervals, MAX_BLOCK_GAP_MILLIS,
	MAX_TOLLED_INTERVALS,
};
