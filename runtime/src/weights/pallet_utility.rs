// SPDX-License-Identifier: Apache-2.0
// Written by `scripts/benchmark-weights --steps 20 --repeat 10 --seconds 1 pallet_utility`; change the code and measure again instead of this.


//! Weights of `pallet_utility`, measured on 2026-11-23: 20 steps, 10 repeats, AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_imports, unused_parens)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of the calls of `pallet_utility`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_utility::WeightInfo for WeightInfo<T> {
	/// `c` is between 0 and 1000.
	fn batch(c: u32, ) -> Weight {
		// At least 4_467 nanoseconds.
		Weight::from_parts(4_817_000, 0)
			// Standard error: 59_519.
			.saturating_add(Weight::from_parts(4_354_309, 0).saturating_mul(c.into()))
	}
	fn as_derivative() -> Weight {
		// At least 4_747 nanoseconds.
		Weight::from_parts(9_404_000, 0)
	}
	/// `c` is between 0 and 1000.
	fn batch_all(c: u32, ) -> Weight {
		// At least 4_506 nanoseconds.
		Weight::from_parts(4_677_000, 0)
			// Standard error: 42_911.
			.saturating_add(Weight::from_parts(5_717_497, 0).saturating_mul(c.into()))
	}
	fn dispatch_as() -> Weight {
		// At least 6_239 nanoseconds.
		Weight::from_parts(7_221_000, 0)
	}
	/// `c` is between 0 and 1000.
	fn force_batch(c: u32, ) -> Weight {
		// At least 4_476 nanoseconds.
		Weight::from_parts(114_742_016, 0)
			// Standard error: 102_064.
			.saturating_add(Weight::from_parts(3_759_568, 0).saturating_mul(c.into()))
	}
	fn dispatch_as_fallible() -> Weight {
		// At least 6_399 nanoseconds.
		Weight::from_parts(7_081_000, 0)
	}
	fn if_else() -> Weight {
		// At least 7_992 nanoseconds.
		Weight::from_parts(13_090_000, 0)
	}
}
