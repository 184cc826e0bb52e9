// SPDX-License-Identifier: Apache-2.0
// Written by `scripts/benchmark-weights --steps 20 --repeat 10 --seconds 1 pallet_allowances`; change the code and measure again instead of this.


//! Weights of `pallet_allowances`, measured on 2026-11-23: 20 steps, 10 repeats, AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_imports, unused_parens)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of the calls of `pallet_allowances`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_allowances::WeightInfo for WeightInfo<T> {
	/// Storage: `Ministries::SeatAccounts` (r:1 w:0)
	/// Proof: `Ministries::SeatAccounts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::SeatKeys` (r:1 w:0)
	/// Proof: `Ministries::SeatKeys` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::Officers` (r:1 w:0)
	/// Proof: `Mandates::Officers` (`max_values`: None, `max_size`: Some(82), added: 2557, mode: `MaxEncodedLen`)
	/// Storage: `Allowances::Used` (r:1 w:1)
	/// Proof: `Allowances::Used` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Allowances::Rates` (r:2 w:0)
	/// Proof: `Allowances::Rates` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Allowances::MinistryUsed` (r:1 w:1)
	/// Proof: `Allowances::MinistryUsed` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn check_allowance() -> Weight {
		// At least 58_968 nanoseconds.
		Weight::from_parts(91_997_000, 5990)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}
