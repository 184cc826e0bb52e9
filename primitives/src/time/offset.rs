//! The local time of a register.

use codec::{Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

use super::{CalendarDate, Instant, MILLIS_PER_DAY, MILLIS_PER_MINUTE};

/// Largest distance of local time from UTC, either way: fourteen hours, in minutes.
///
/// The widest offset in use is +14:00 (Line Islands).
pub const MAX_OFFSET_MINUTES: i16 = 840;

/// Why a number of minutes is no local offset.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OffsetError {
	/// The offset is more than [`MAX_OFFSET_MINUTES`] from UTC: give minutes east of UTC.
	TooFarFromUtc,
}

impl OffsetError {
	/// What is wrong, as one sentence.
	pub const fn reason(self) -> &'static str {
		match self {
			Self::TooFarFromUtc => "a local offset is at most 840 minutes from UTC",
		}
	}
}

print_reason!(OffsetError);

/// How far local time is ahead of UTC: minutes, positive east of Greenwich.
///
/// An offset is fixed. Summer time is left out on purpose: the offset of a calendar is the legal
/// time of the register, which its council sets, and a deadline that everybody can compute from
/// the chain alone is worth more than one hour twice a year. A country that wants legal deadlines
/// to follow summer time sets the offset of its winter time, under which no deadline falls
/// before the end of the local day.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Default,
	Encode,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(try_from = "i16", into = "i16")]
pub struct LocalOffset(i16);

decode_checked!(LocalOffset, i16);

impl LocalOffset {
	/// Coordinated universal time.
	pub const UTC: Self = Self(0);

	/// The offset of clocks that are `minutes` ahead of UTC (behind, if negative).
	///
	/// # Errors
	/// * [`OffsetError::TooFarFromUtc`] - more than [`MAX_OFFSET_MINUTES`] either way.
	pub const fn from_minutes_east(minutes: i16) -> Result<Self, OffsetError> {
		if minutes > MAX_OFFSET_MINUTES || minutes < MAX_OFFSET_MINUTES.saturating_neg() {
			return Err(OffsetError::TooFarFromUtc);
		}
		Ok(Self(minutes))
	}

	/// Minutes ahead of UTC.
	pub const fn minutes_east(self) -> i16 {
		self.0
	}

	/// Milliseconds ahead of UTC. Saturating: the largest is fourteen hours.
	pub(super) fn as_millis(self) -> i64 {
		let millis_per_minute = i64::try_from(MILLIS_PER_MINUTE).unwrap_or_default();
		i64::from(self.0).saturating_mul(millis_per_minute)
	}
}

impl TryFrom<i16> for LocalOffset {
	type Error = OffsetError;

	fn try_from(minutes: i16) -> Result<Self, Self::Error> {
		Self::from_minutes_east(minutes)
	}
}

impl From<LocalOffset> for i16 {
	fn from(offset: LocalOffset) -> Self {
		offset.0
	}
}

/// The instant at which the day `date` is over where clocks show `offset`.
///
/// It is the first instant of the next local day, hence exclusive: every instant of `date` is
/// before it. `None` for days that ended before 1970, when the chain has no instants.
pub fn end_of_local_day(date: CalendarDate, offset: LocalOffset) -> Option<Instant> {
	let days = i64::from(date.days_since_epoch()).checked_add(1)?;
	let millis_per_day = i64::try_from(MILLIS_PER_DAY).ok()?;
	let local_millis = days.checked_mul(millis_per_day)?;
	let millis = local_millis.checked_sub(offset.as_millis())?;
	u64::try_from(millis).ok().map(Instant::from_millis)
}
