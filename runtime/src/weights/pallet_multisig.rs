// SPDX-License-Identifier: Apache-2.0
// Written by `scripts/benchmark-weights --steps 20 --repeat 10 --seconds 1 pallet_multisig`; change the code and measure again instead of this.


//! Weights of `pallet_multisig`, measured on 2026-11-23: 20 steps, 10 repeats, AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_imports, unused_parens)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of the calls of `pallet_multisig`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_multisig::WeightInfo for WeightInfo<T> {
	/// `z` is between 0 and 10000.
	fn as_multi_threshold_1(z: u32, ) -> Weight {
		// At least 17_225 nanoseconds.
		Weight::from_parts(24_310_190, 0)
			// Standard error: 16.
			.saturating_add(Weight::from_parts(7_607, 0).saturating_mul(z.into()))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// `s` is between 2 and 16.
	/// `z` is between 0 and 10000.
	fn as_multi_create(s: u32, z: u32, ) -> Weight {
		// At least 22_373 nanoseconds.
		Weight::from_parts(25_940_291, 4122)
			// Standard error: 21_428.
			.saturating_add(Weight::from_parts(316_206, 0).saturating_mul(s.into()))
			// Standard error: 31.
			.saturating_add(Weight::from_parts(7_832, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// `s` is between 3 and 16.
	/// `z` is between 0 and 10000.
	fn as_multi_approve(s: u32, z: u32, ) -> Weight {
		// At least 20_941 nanoseconds.
		Weight::from_parts(24_898_895, 4122)
			// Standard error: 36_351.
			.saturating_add(Weight::from_parts(403_506, 0).saturating_mul(s.into()))
			// Standard error: 48.
			.saturating_add(Weight::from_parts(7_570, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// `s` is between 2 and 16.
	/// `z` is between 0 and 10000.
	fn as_multi_complete(s: u32, z: u32, ) -> Weight {
		// At least 23_194 nanoseconds.
		Weight::from_parts(12_213_668, 4122)
			// Standard error: 119_835.
			.saturating_add(Weight::from_parts(1_307_141, 0).saturating_mul(s.into()))
			// Standard error: 174.
			.saturating_add(Weight::from_parts(9_257, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// `s` is between 2 and 16.
	fn approve_as_multi_create(s: u32, ) -> Weight {
		// At least 13_110 nanoseconds.
		Weight::from_parts(22_342_556, 4122)
			// Standard error: 8_368.
			.saturating_add(Weight::from_parts(325_858, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// `s` is between 2 and 16.
	fn approve_as_multi_approve(s: u32, ) -> Weight {
		// At least 15_373 nanoseconds.
		Weight::from_parts(26_398_433, 4122)
			// Standard error: 15_460.
			.saturating_add(Weight::from_parts(150_658, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// `s` is between 2 and 16.
	fn cancel_as_multi(s: u32, ) -> Weight {
		// At least 18_698 nanoseconds.
		Weight::from_parts(25_027_917, 4122)
			// Standard error: 11_301.
			.saturating_add(Weight::from_parts(335_336, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Closed (`runtime/src/filters.rs`), so not measured: it fits no block.
	fn poke_deposit(_: u32) -> Weight {
		Weight::MAX
	}
}
