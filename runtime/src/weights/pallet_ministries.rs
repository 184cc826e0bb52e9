// SPDX-License-Identifier: Apache-2.0
// Written by `scripts/benchmark-weights --steps 20 --repeat 10 --seconds 1 pallet_ministries`; change the code and measure again instead of this.


//! Weights of `pallet_ministries`, measured on 2026-11-23: 20 steps, 10 repeats, AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_imports, unused_parens)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of the calls of `pallet_ministries`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_ministries::WeightInfo for WeightInfo<T> {
	/// Storage: `Ministries::SeatKeys` (r:2 w:0)
	/// Proof: `Ministries::SeatKeys` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Ministries` (r:1 w:0)
	/// Proof: `Ministries::Ministries` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Nominations` (r:1 w:1)
	/// Proof: `Ministries::Nominations` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::SeatAccounts` (r:1 w:0)
	/// Proof: `Ministries::SeatAccounts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Nodes` (r:1 w:1)
	/// Proof: `Ministries::Nodes` (`max_values`: None, `max_size`: Some(51), added: 2526, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::Officers` (r:1 w:0)
	/// Proof: `Mandates::Officers` (`max_values`: None, `max_size`: Some(82), added: 2557, mode: `MaxEncodedLen`)
	/// Storage: `Session::KeyOwner` (r:2 w:0)
	/// Proof: `Session::KeyOwner` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn nominate_node() -> Weight {
		// At least 48_783 nanoseconds.
		Weight::from_parts(69_142_000, 7395)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Ministries::SeatKeys` (r:1 w:0)
	/// Proof: `Ministries::SeatKeys` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Ministries` (r:1 w:0)
	/// Proof: `Ministries::Ministries` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Nominations` (r:1 w:0)
	/// Proof: `Ministries::Nominations` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Nodes` (r:1 w:1)
	/// Proof: `Ministries::Nodes` (`max_values`: None, `max_size`: Some(51), added: 2526, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn confirm_nomination() -> Weight {
		// At least 33_209 nanoseconds.
		Weight::from_parts(36_484_000, 4634)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Ministries::SeatKeys` (r:1 w:0)
	/// Proof: `Ministries::SeatKeys` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Ministries` (r:1 w:0)
	/// Proof: `Ministries::Ministries` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Nominations` (r:1 w:1)
	/// Proof: `Ministries::Nominations` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:1 w:1)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Ministries::Nodes` (r:1 w:1)
	/// Proof: `Ministries::Nodes` (`max_values`: None, `max_size`: Some(51), added: 2526, mode: `MaxEncodedLen`)
	/// Storage: `Session::ExternallySetKeys` (r:1 w:0)
	/// Proof: `Session::ExternallySetKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::LastAuthored` (r:0 w:1)
	/// Proof: `Ministries::LastAuthored` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Session::KeyOwner` (r:0 w:2)
	/// Proof: `Session::KeyOwner` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn withdraw_nomination() -> Weight {
		// At least 47_050 nanoseconds.
		Weight::from_parts(52_027_000, 5897)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Ministries::LastAuthored` (r:0 w:1)
	/// Proof: `Ministries::LastAuthored` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn note_author() -> Weight {
		// At least 2_794 nanoseconds.
		Weight::from_parts(3_946_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn announce_maintenance() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn end_maintenance() -> Weight {
		Weight::from_parts(50_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn return_node() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn close_counting() -> Weight {
		Weight::from_parts(10_000_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(700))
			.saturating_add(T::DbWeight::get().writes(200))
	}
	/// Storage: `Session::DisabledValidators` (r:1 w:1)
	/// Proof: `Session::DisabledValidators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
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
	fn note_offence() -> Weight {
		// At least 103_113 nanoseconds.
		Weight::from_parts(112_958_000, 5529)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}
