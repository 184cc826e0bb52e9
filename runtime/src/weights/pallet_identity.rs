// SPDX-License-Identifier: Apache-2.0
// Written by `scripts/benchmark-weights --steps 20 --repeat 10 --seconds 1 pallet_identity`; change the code and measure again instead of this.


//! Weights of `pallet_identity`, measured on 2026-11-23: 20 steps, 10 repeats, AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_imports, unused_parens)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of the calls of `pallet_identity`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_identity::WeightInfo for WeightInfo<T> {
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::MandatesOf` (r:1 w:0)
	/// Proof: `Mandates::MandatesOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::Mandates` (r:13 w:0)
	/// Proof: `Mandates::Mandates` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Ministries` (r:1 w:0)
	/// Proof: `Ministries::Ministries` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::Competences` (r:1 w:0)
	/// Proof: `Mandates::Competences` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Identity::Persons` (r:2 w:0)
	/// Proof: `Identity::Persons` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	/// Storage: `Identity::Heads` (r:1 w:0)
	/// Proof: `Identity::Heads` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Calendars` (r:1 w:0)
	/// Proof: `Governance::Calendars` (`max_values`: None, `max_size`: Some(2064), added: 4539, mode: `MaxEncodedLen`)
	/// Storage: `Governance::DefaultCalendar` (r:1 w:0)
	/// Proof: `Governance::DefaultCalendar` (`max_values`: Some(1), `max_size`: Some(2053), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Identity::ControllerOf` (r:1 w:0)
	/// Proof: `Identity::ControllerOf` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	/// Storage: `Identity::OpenProposals` (r:1 w:1)
	/// Proof: `Identity::OpenProposals` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Identity::Proposals` (r:1 w:2)
	/// Proof: `Identity::Proposals` (`max_values`: None, `max_size`: Some(384), added: 2859, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Identity::NextProposal` (r:1 w:1)
	/// Proof: `Identity::NextProposal` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::Requests` (r:3 w:3)
	/// Proof: `Mandates::Requests` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::RequestQueueEnds` (r:1 w:1)
	/// Proof: `Mandates::RequestQueueEnds` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::RequestQueue` (r:2 w:3)
	/// Proof: `Mandates::RequestQueue` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	fn prepare() -> Weight {
		// At least 257_222 nanoseconds.
		Weight::from_parts(414_755_000, 36142)
			.saturating_add(T::DbWeight::get().reads(33))
			.saturating_add(T::DbWeight::get().writes(11))
	}
	/// Storage: `Identity::Proposals` (r:1 w:1)
	/// Proof: `Identity::Proposals` (`max_values`: None, `max_size`: Some(384), added: 2859, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::MandatesOf` (r:1 w:0)
	/// Proof: `Mandates::MandatesOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::Mandates` (r:14 w:0)
	/// Proof: `Mandates::Mandates` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Ministries` (r:1 w:0)
	/// Proof: `Ministries::Ministries` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::Competences` (r:1 w:0)
	/// Proof: `Mandates::Competences` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Identity::Persons` (r:2 w:1)
	/// Proof: `Identity::Persons` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	/// Storage: `Identity::Heads` (r:1 w:1)
	/// Proof: `Identity::Heads` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Calendars` (r:1 w:0)
	/// Proof: `Governance::Calendars` (`max_values`: None, `max_size`: Some(2064), added: 4539, mode: `MaxEncodedLen`)
	/// Storage: `Governance::DefaultCalendar` (r:1 w:0)
	/// Proof: `Governance::DefaultCalendar` (`max_values`: Some(1), `max_size`: Some(2053), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Identity::ControllerOf` (r:1 w:2)
	/// Proof: `Identity::ControllerOf` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::Requests` (r:3 w:3)
	/// Proof: `Mandates::Requests` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::RequestQueueEnds` (r:1 w:1)
	/// Proof: `Mandates::RequestQueueEnds` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::RequestQueue` (r:2 w:3)
	/// Proof: `Mandates::RequestQueue` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `Identity::ControlledTags` (r:2 w:2)
	/// Proof: `Identity::ControlledTags` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Identity::OpenProposals` (r:0 w:1)
	/// Proof: `Identity::OpenProposals` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Identity::Entries` (r:0 w:1)
	/// Proof: `Identity::Entries` (`max_values`: None, `max_size`: Some(747), added: 3222, mode: `MaxEncodedLen`)
	fn decide() -> Weight {
		// At least 199_777 nanoseconds.
		Weight::from_parts(326_354_000, 38846)
			.saturating_add(T::DbWeight::get().reads(34))
			.saturating_add(T::DbWeight::get().writes(17))
	}
	/// Storage: `Identity::Proposals` (r:1 w:1)
	/// Proof: `Identity::Proposals` (`max_values`: None, `max_size`: Some(384), added: 2859, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::MandatesOf` (r:1 w:0)
	/// Proof: `Mandates::MandatesOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::Mandates` (r:13 w:0)
	/// Proof: `Mandates::Mandates` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Ministries` (r:1 w:0)
	/// Proof: `Ministries::Ministries` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::Competences` (r:1 w:0)
	/// Proof: `Mandates::Competences` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Identity::Persons` (r:1 w:0)
	/// Proof: `Identity::Persons` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	/// Storage: `Identity::Heads` (r:1 w:0)
	/// Proof: `Identity::Heads` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::Requests` (r:3 w:3)
	/// Proof: `Mandates::Requests` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::RequestQueueEnds` (r:1 w:1)
	/// Proof: `Mandates::RequestQueueEnds` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::RequestQueue` (r:2 w:3)
	/// Proof: `Mandates::RequestQueue` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `Identity::OpenProposals` (r:0 w:1)
	/// Proof: `Identity::OpenProposals` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// At least 140_719 nanoseconds.
		Weight::from_parts(201_359_000, 36142)
			.saturating_add(T::DbWeight::get().reads(26))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Identity::ControllerOf` (r:2 w:2)
	/// Proof: `Identity::ControllerOf` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	/// Storage: `Identity::Heads` (r:1 w:1)
	/// Proof: `Identity::Heads` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Calendars` (r:1 w:0)
	/// Proof: `Governance::Calendars` (`max_values`: None, `max_size`: Some(2064), added: 4539, mode: `MaxEncodedLen`)
	/// Storage: `Governance::DefaultCalendar` (r:1 w:0)
	/// Proof: `Governance::DefaultCalendar` (`max_values`: Some(1), `max_size`: Some(2053), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Identity::Persons` (r:1 w:1)
	/// Proof: `Identity::Persons` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	/// Storage: `Identity::OpenProposals` (r:2 w:0)
	/// Proof: `Identity::OpenProposals` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::Requests` (r:1 w:1)
	/// Proof: `Mandates::Requests` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::RequestQueueEnds` (r:1 w:1)
	/// Proof: `Mandates::RequestQueueEnds` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::RequestQueue` (r:1 w:1)
	/// Proof: `Mandates::RequestQueue` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `Identity::ControlledTags` (r:2 w:2)
	/// Proof: `Identity::ControlledTags` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Identity::Entries` (r:0 w:1)
	/// Proof: `Identity::Entries` (`max_values`: None, `max_size`: Some(747), added: 3222, mode: `MaxEncodedLen`)
	fn rotate_controller() -> Weight {
		// At least 189_711 nanoseconds.
		Weight::from_parts(222_079_000, 6118)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(11))
	}

	// Not measured yet, and set high: the calls of claims, guardians and erasures.
	fn claim() -> Weight {
		Weight::from_parts(800_000_000, 36142)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	fn authorize_claim() -> Weight {
		Weight::from_parts(700_000_000, 36142)
			.saturating_add(T::DbWeight::get().reads(18))
	}
	fn set_guardians() -> Weight {
		Weight::from_parts(250_000_000, 8118)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	fn recover_by_guardians() -> Weight {
		Weight::from_parts(2_600_000_000, 8118)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn authorize_recover_by_guardians() -> Weight {
		Weight::from_parts(2_500_000_000, 8118)
			.saturating_add(T::DbWeight::get().reads(9))
	}
	fn cancel_recovery() -> Weight {
		Weight::from_parts(200_000_000, 6118)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	fn finish_recovery() -> Weight {
		Weight::from_parts(300_000_000, 8118)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	fn authorize_finish_recovery() -> Weight {
		Weight::from_parts(150_000_000, 8118)
			.saturating_add(T::DbWeight::get().reads(9))
	}
	fn prepare_erasure() -> Weight {
		Weight::from_parts(350_000_000, 36142)
			.saturating_add(T::DbWeight::get().reads(28))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	fn decide_erasure() -> Weight {
		Weight::from_parts(350_000_000, 38846)
			.saturating_add(T::DbWeight::get().reads(30))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	fn withdraw_erasure() -> Weight {
		Weight::from_parts(300_000_000, 36142)
			.saturating_add(T::DbWeight::get().reads(27))
			.saturating_add(T::DbWeight::get().writes(8))
	}
}
