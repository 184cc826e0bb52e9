// SPDX-License-Identifier: Apache-2.0
// Written by `scripts/benchmark-weights --steps 20 --repeat 10 --seconds 1 frame_system`; change the code and measure again instead of this.


//! Weights of `frame_system`, measured on 2026-11-23: 20 steps, 10 repeats, AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_imports, unused_parens)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of the calls of `frame_system`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::WeightInfo for WeightInfo<T> {
	/// `b` is between 0 and 3355443.
	fn remark(b: u32, ) -> Weight {
		// At least 4_136 nanoseconds.
		Weight::from_parts(23_489_134, 0)
			// Standard error: 20.
			.saturating_add(Weight::from_parts(610, 0).saturating_mul(b.into()))
	}
	/// `b` is between 0 and 3355443.
	fn remark_with_event(b: u32, ) -> Weight {
		// At least 8_803 nanoseconds.
		Weight::from_parts(9_174_000, 0)
			// Standard error: 13.
			.saturating_add(Weight::from_parts(1_913, 0).saturating_mul(b.into()))
	}
	/// Storage: UNKNOWN KEY `0x3a686561707061676573` (r:0 w:1)
	/// Proof: UNKNOWN KEY `0x3a686561707061676573` (r:0 w:1)
	fn set_heap_pages() -> Weight {
		// At least 4_107 nanoseconds.
		Weight::from_parts(8_253_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	/// Proof: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	fn set_code() -> Weight {
		// At least 159_874_679 nanoseconds.
		Weight::from_parts(185_220_445_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Skipped::Metadata` (r:0 w:0)
	/// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// `i` is between 0 and 1000.
	fn set_storage(i: u32, ) -> Weight {
		// At least 3_685 nanoseconds.
		Weight::from_parts(3_826_000, 0)
			// Standard error: 8_068.
			.saturating_add(Weight::from_parts(1_515_596, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(i.into())))
	}
	/// Storage: `Skipped::Metadata` (r:0 w:0)
	/// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// `i` is between 0 and 1000.
	fn kill_storage(i: u32, ) -> Weight {
		// At least 3_064 nanoseconds.
		Weight::from_parts(3_165_000, 0)
			// Standard error: 9_001.
			.saturating_add(Weight::from_parts(1_195_018, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(i.into())))
	}
	/// Storage: `Skipped::Metadata` (r:0 w:0)
	/// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// `p` is between 0 and 1000.
	fn kill_prefix(p: u32, ) -> Weight {
		// At least 6_500 nanoseconds.
		Weight::from_parts(6_750_000, 47)
			// Standard error: 22_182.
			.saturating_add(Weight::from_parts(2_442_016, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 70).saturating_mul(p.into()))
	}
	/// Storage: `System::AuthorizedUpgrade` (r:0 w:1)
	/// Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	fn authorize_upgrade() -> Weight {
		// At least 34_361 nanoseconds.
		Weight::from_parts(43_455_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `System::AuthorizedUpgrade` (r:1 w:1)
	/// Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	/// Proof: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	fn apply_authorized_upgrade() -> Weight {
		// At least 164_084_124 nanoseconds.
		Weight::from_parts(180_326_369_000, 1518)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}
