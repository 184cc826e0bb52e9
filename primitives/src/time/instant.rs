//! Points in time as the chain saw them.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

use super::{CalendarDate, LocalOffset};

/// Milliseconds in a minute.
pub const MILLIS_PER_MINUTE: u64 = 60_000;

/// Milliseconds in a day. Block time, like POSIX time, has no leap seconds.
pub const MILLIS_PER_DAY: u64 = 86_400_000;

/// A point in time: milliseconds since 1970-01-01T00:00:00Z, as the block's timestamp had it.
///
/// Every `u64` is an instant. Those after the year 9999 have no [`CalendarDate`].
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
pub struct Instant(u64);

impl Instant {
	/// The instant that is `millis` milliseconds after 1970-01-01T00:00:00Z.
	pub const fn from_millis(millis: u64) -> Self {
		Self(millis)
	}

	/// Milliseconds since 1970-01-01T00:00:00Z.
	pub const fn as_millis(self) -> u64 {
		self.0
	}

	/// The instant `millis` milliseconds later, or `None` if there is no such instant.
	pub const fn checked_add_millis(self, millis: u64) -> Option<Self> {
		match self.0.checked_add(millis) {
			Some(sum) => Some(Self(sum)),
			None => None,
		}
	}

	/// The instant `millis` milliseconds earlier, or `None` if that is before 1970.
	pub const fn checked_sub_millis(self, millis: u64) -> Option<Self> {
		match self.0.checked_sub(millis) {
			Some(difference) => Some(Self(difference)),
			None => None,
		}
	}

	/// Milliseconds from `earlier` to this instant, or `None` if `earlier` is in fact later.
	pub const fn checked_millis_since(self, earlier: Self) -> Option<u64> {
		self.0.checked_sub(earlier.0)
	}

	/// Milliseconds from `earlier` to this instant, nought if `earlier` is in fact later.
	pub const fn saturating_millis_since(self, earlier: Self) -> u64 {
		self.0.saturating_sub(earlier.0)
	}

	/// The day which it is at this instant where clocks show `offset`.
	///
	/// `None` for instants after the last [`CalendarDate`].
	pub fn local_date(self, offset: LocalOffset) -> Option<CalendarDate> {
		let local_millis = i64::try_from(self.0).ok()?.checked_add(offset.as_millis())?;
		let millis_per_day = i64::try_from(MILLIS_PER_DAY).ok()?;
		let days = local_millis.checked_div_euclid(millis_per_day)?;
		CalendarDate::from_days_since_epoch(i32::try_from(days).ok()?).ok()
	}
}
