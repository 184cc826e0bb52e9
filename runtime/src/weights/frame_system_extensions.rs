// SPDX-License-Identifier: Apache-2.0
// Written by `scripts/benchmark-weights --steps 20 --repeat 10 --seconds 1 frame_system_extensions`; change the code and measure again instead of this.


//! Weights of `frame_system_extensions`, measured on 2026-11-23: 20 steps, 10 repeats, AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_imports, unused_parens)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of the calls of `frame_system_extensions`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::ExtensionsWeightInfo for WeightInfo<T> {
	fn check_genesis() -> Weight {
		// At least 1_813 nanoseconds.
		Weight::from_parts(3_295_000, 0)
	}
	fn check_mortality_mortal_transaction() -> Weight {
		// At least 3_886 nanoseconds.
		Weight::from_parts(6_530_000, 0)
	}
	fn check_mortality_immortal_transaction() -> Weight {
		// At least 3_896 nanoseconds.
		Weight::from_parts(6_390_000, 0)
	}
	fn check_non_zero_sender() -> Weight {
		// At least 681 nanoseconds.
		Weight::from_parts(1_122_000, 0)
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn check_nonce() -> Weight {
		// At least 7_752 nanoseconds.
		Weight::from_parts(12_178_000, 3529)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn check_spec_version() -> Weight {
		// At least 470 nanoseconds.
		Weight::from_parts(721_000, 0)
	}
	fn check_tx_version() -> Weight {
		// At least 480 nanoseconds.
		Weight::from_parts(752_000, 0)
	}
	fn check_weight() -> Weight {
		// At least 3_866 nanoseconds.
		Weight::from_parts(7_481_000, 0)
	}
	fn weight_reclaim() -> Weight {
		// At least 2_183 nanoseconds.
		Weight::from_parts(4_236_000, 0)
	}
}
