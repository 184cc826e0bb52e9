//! The rules of tolled intervals that the council decides, as plain functions.

use polity_primitives::time::{Instant, TolledInterval};

use crate::types::MAX_MOTION_INTERVAL_MILLIS;

/// Why the council cannot toll an interval.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum IntervalFault {
	/// It is longer than [`MAX_MOTION_INTERVAL_MILLIS`].
	TooLong,
	/// It ends later than [`MAX_MOTION_INTERVAL_MILLIS`] from now.
	TooFarAhead,
}

/// An interval that the council tolls is at most a year long and ends at most a year ahead. It may
/// lie in the past, as after an emergency in which nobody could reach the registers.
///
/// # Errors
/// The first [`IntervalFault`] that applies.
pub fn check_interval(interval: &TolledInterval, now: Instant) -> Result<(), IntervalFault> {
	if interval.millis() > MAX_MOTION_INTERVAL_MILLIS {
		return Err(IntervalFault::TooLong);
	}
	if interval.to().saturating_millis_since(now) > MAX_MOTION_INTERVAL_MILLIS {
		return Err(IntervalFault::TooFarAhead);
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	proptest! {
		#[test]
		fn check_interval_should_bound_length_and_end(
			from in 0..4 * MAX_MOTION_INTERVAL_MILLIS,
			length in 1..2 * MAX_MOTION_INTERVAL_MILLIS,
			now in 0..4 * MAX_MOTION_INTERVAL_MILLIS,
		) {
			let at = Instant::from_millis;
			let interval = TolledInterval::try_new(at(from), at(from + length)).unwrap();
			let expected = if length > MAX_MOTION_INTERVAL_MILLIS {
				Err(IntervalFault::TooLong)
			} else if from + length > now + MAX_MOTION_INTERVAL_MILLIS {
				Err(IntervalFault::TooFarAhead)
			} else {
				Ok(())
			};
			prop_assert_eq!(check_interval(&interval, at(now)), expected);
		}
	}

	#[test]
	fn check_interval_should_accept_a_whole_leap_year_from_now() {
		let now = Instant::from_millis(1_800_000_000_000);
		let to = now.checked_add_millis(MAX_MOTION_INTERVAL_MILLIS).unwrap();
		assert_eq!(check_interval(&TolledInterval::try_new(now, to).unwrap(), now), Ok(()));
	}
}
