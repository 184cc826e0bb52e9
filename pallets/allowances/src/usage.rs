//! How an allowance is counted: plain arithmetic over one period.
//!
//! All of it saturates on purpose. A sum that saturates is larger than any rate and so is refused;
//! a difference that saturates is nothing left.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::traits::Rate;
use scale_info::TypeInfo;

/// What a signer or a ministry has used up in one period.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Usage {
	/// The period that it was used in. In any other period nothing is used yet.
	pub period: u32,
	/// Execution time, in picoseconds of weight.
	pub ref_time: u64,
	/// Length of transactions, in bytes.
	pub length: u64,
}

impl Usage {
	/// What is used in `period`: this, or nothing if this is of another period. So that no sweep
	/// is needed when a period ends.
	pub const fn in_period(self, period: u32) -> Self {
		if self.period == period {
			self
		} else {
			Self { period, ref_time: 0, length: 0 }
		}
	}

	/// What is left of a rate.
	pub const fn left_of(self, rate: Rate) -> Rate {
		Rate {
			ref_time: rate.ref_time.saturating_sub(self.ref_time),
			length: rate.length.saturating_sub(self.length),
		}
	}

	/// With the cost of one more transaction.
	pub const fn charged(self, cost: Rate) -> Self {
		Self {
			period: self.period,
			ref_time: self.ref_time.saturating_add(cost.ref_time),
			length: self.length.saturating_add(cost.length),
		}
	}

	/// Without execution time that was charged and then not used. Never under nothing.
	pub const fn refunded(self, ref_time: u64) -> Self {
		Self {
			period: self.period,
			ref_time: self.ref_time.saturating_sub(ref_time),
			length: self.length,
		}
	}
}

/// Whether a cost fits into what is left.
pub const fn fits(cost: Rate, left: Rate) -> bool {
	cost.ref_time <= left.ref_time && cost.length <= left.length
}

/// The cost of `count` transactions of the same cost.
pub const fn times(cost: Rate, count: u64) -> Rate {
	Rate {
		ref_time: cost.ref_time.saturating_mul(count),
		length: cost.length.saturating_mul(count),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn rates(highest: u64) -> impl Strategy<Value = Rate> {
		(0..=highest, 0..=highest).prop_map(|(ref_time, length)| Rate { ref_time, length })
	}

	proptest! {
		#[test]
		fn usage_should_never_exceed_the_rate_when_only_what_fits_is_charged(
			rate in rates(1_000),
			acts in prop::collection::vec((0u32..3, rates(400), 0u64..500), 0..200),
		) {
			let mut usage = Usage::default();
			let mut spent = Rate::default();
			let mut period = 0;
			for (passed, cost, unused) in acts {
				if passed == 0 {
					period += 1;
					spent = Rate::default();
				}
				usage = usage.in_period(period);
				let left = usage.left_of(rate);
				if fits(cost, left) {
					usage = usage.charged(cost);
					prop_assert!(usage.ref_time <= rate.ref_time);
					prop_assert!(usage.length <= rate.length);
					// What a transaction gives back is never more than what it was charged.
					let unused = unused.min(cost.ref_time);
					usage = usage.refunded(unused);
					spent.ref_time += cost.ref_time - unused;
					spent.length += cost.length;
				}
				prop_assert_eq!(usage.ref_time, spent.ref_time);
				prop_assert_eq!(usage.length, spent.length);
				prop_assert!(spent.ref_time <= rate.ref_time && spent.length <= rate.length);
			}
		}

		#[test]
		fn usage_should_never_go_under_nothing_when_more_is_refunded_than_was_charged(
			cost in rates(u64::MAX), unused in any::<u64>(),
		) {
			let usage = Usage::default().charged(cost).refunded(unused);
			prop_assert_eq!(usage.ref_time, cost.ref_time.saturating_sub(unused));
			prop_assert_eq!(usage.length, cost.length);
		}

		#[test]
		fn usage_should_be_nothing_when_the_period_is_another(
			cost in rates(u64::MAX), first in any::<u32>(), second in any::<u32>(),
		) {
			let usage = Usage::default().in_period(first).charged(cost);
			let later = usage.in_period(second);
			if first == second {
				prop_assert_eq!(later, usage);
			} else {
				prop_assert_eq!(later, Usage { period: second, ref_time: 0, length: 0 });
			}
		}

		#[test]
		fn cost_should_not_fit_when_its_sum_saturates(
			cost in rates(u64::MAX), count in any::<u64>(), left in rates(u64::MAX - 1),
		) {
			let sum = times(cost, count);
			let exact = u128::from(cost.ref_time) * u128::from(count) <= u128::from(left.ref_time) &&
				u128::from(cost.length) * u128::from(count) <= u128::from(left.length);
			prop_assert_eq!(fits(sum, left), exact);
		}
	}
}
