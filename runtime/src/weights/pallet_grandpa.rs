// SPDX-License-Identifier: Apache-2.0
// Written by `scripts/benchmark-weights --steps 20 --repeat 10 --seconds 1 pallet_grandpa`; change the code and measure again instead of this.


//! Weights of `pallet_grandpa`, measured on 2026-11-23: 20 steps, 10 repeats, AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_imports, unused_parens)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of the calls of `pallet_grandpa`.
pub struct WeightInfo<T>(PhantomData<T>);

// `runtime/src/weights/mod.rs` fits it to the pallet's trait.
impl<T: frame_system::Config> WeightInfo<T> {
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::NextKeys` (r:63 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Grandpa::SetIdSession` (r:1 w:0)
	/// Proof: `Grandpa::SetIdSession` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Offences::ConcurrentReportsIndex` (r:1 w:1)
	/// Proof: `Offences::ConcurrentReportsIndex` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Offences::Reports` (r:1 w:1)
	/// Proof: `Offences::Reports` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Session::DisabledValidators` (r:1 w:1)
	/// Proof: `Session::DisabledValidators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Ministries::Floor` (r:1 w:0)
	/// Proof: `Ministries::Floor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Nodes` (r:1 w:0)
	/// Proof: `Ministries::Nodes` (`max_values`: None, `max_size`: Some(51), added: 2526, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Calendars` (r:1 w:0)
	/// Proof: `Governance::Calendars` (`max_values`: None, `max_size`: Some(2064), added: 4539, mode: `MaxEncodedLen`)
	/// Storage: `Governance::DefaultCalendar` (r:1 w:0)
	/// Proof: `Governance::DefaultCalendar` (`max_values`: Some(1), `max_size`: Some(2053), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Heads` (r:1 w:1)
	/// Proof: `Ministries::Heads` (`max_values`: None, `max_size`: Some(46), added: 2521, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Entries` (r:0 w:1)
	/// Proof: `Ministries::Entries` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	/// `v` is between 4 and 63.
	pub fn report_equivocation(v: u32, ) -> Weight {
		// At least 363_139 nanoseconds.
		Weight::from_parts(298_286_892, 6077)
			// Standard error: 545_008.
			.saturating_add(Weight::from_parts(19_147_159, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(Weight::from_parts(0, 2611).saturating_mul(v.into()))
	}
}
