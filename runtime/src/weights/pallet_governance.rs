// SPDX-License-Identifier: Apache-2.0
// Written by `scripts/benchmark-weights --steps 20 --repeat 10 --seconds 1 pallet_governance`; change the code and measure again instead of this.


//! Weights of `pallet_governance`, measured on 2026-11-23: 20 steps, 10 repeats, AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_imports, unused_parens)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of the calls of `pallet_governance`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_governance::WeightInfo for WeightInfo<T> {
	/// Storage: `System::AuthorizedUpgrade` (r:0 w:1)
	/// Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	fn authorise_upgrade() -> Weight {
		// At least 8_262 nanoseconds.
		Weight::from_parts(14_412_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `TxPause::PausedCalls` (r:1 w:1)
	/// Proof: `TxPause::PausedCalls` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	fn pause_call() -> Weight {
		// At least 14_362 nanoseconds.
		Weight::from_parts(18_137_000, 3613)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `TxPause::PausedCalls` (r:1 w:1)
	/// Proof: `TxPause::PausedCalls` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	fn resume_call() -> Weight {
		// At least 15_813 nanoseconds.
		Weight::from_parts(27_531_000, 3613)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Allowances::Rates` (r:1 w:1)
	/// Proof: `Allowances::Rates` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	fn set_rate() -> Weight {
		// At least 17_706 nanoseconds.
		Weight::from_parts(25_738_000, 3490)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Ministries::Admitted` (r:1 w:1)
	/// Proof: `Ministries::Admitted` (`max_values`: Some(1), `max_size`: Some(130), added: 625, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Ministries` (r:63 w:1)
	/// Proof: `Ministries::Ministries` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::MinimumSeatKeys` (r:1 w:0)
	/// Proof: `Ministries::MinimumSeatKeys` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::SeatKeys` (r:18 w:16)
	/// Proof: `Ministries::SeatKeys` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::SeatAccounts` (r:18 w:1)
	/// Proof: `Ministries::SeatAccounts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Nodes` (r:18 w:1)
	/// Proof: `Ministries::Nodes` (`max_values`: None, `max_size`: Some(51), added: 2526, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::Officers` (r:18 w:0)
	/// Proof: `Mandates::Officers` (`max_values`: None, `max_size`: Some(82), added: 2557, mode: `MaxEncodedLen`)
	/// Storage: `Session::KeyOwner` (r:36 w:0)
	/// Proof: `Session::KeyOwner` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Ministries::LastMinistry` (r:1 w:1)
	/// Proof: `Ministries::LastMinistry` (`max_values`: Some(1), `max_size`: Some(2), added: 497, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Calendars` (r:1 w:0)
	/// Proof: `Governance::Calendars` (`max_values`: None, `max_size`: Some(2064), added: 4539, mode: `MaxEncodedLen`)
	/// Storage: `Governance::DefaultCalendar` (r:1 w:0)
	/// Proof: `Governance::DefaultCalendar` (`max_values`: Some(1), `max_size`: Some(2053), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Heads` (r:1 w:1)
	/// Proof: `Ministries::Heads` (`max_values`: None, `max_size`: Some(46), added: 2521, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:17 w:17)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Ministries::Entries` (r:0 w:1)
	/// Proof: `Ministries::Entries` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	/// Storage: `Council::Members` (r:0 w:1)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn admit_ministry() -> Weight {
		// At least 2_118_074 nanoseconds.
		Weight::from_parts(2_403_869_000, 230562)
			.saturating_add(T::DbWeight::get().reads(196))
			.saturating_add(T::DbWeight::get().writes(42))
	}
	/// Storage: `Ministries::Admitted` (r:1 w:0)
	/// Proof: `Ministries::Admitted` (`max_values`: Some(1), `max_size`: Some(130), added: 625, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Ministries` (r:63 w:1)
	/// Proof: `Ministries::Ministries` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:63 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Ministries::Floor` (r:1 w:0)
	/// Proof: `Ministries::Floor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Calendars` (r:1 w:0)
	/// Proof: `Governance::Calendars` (`max_values`: None, `max_size`: Some(2064), added: 4539, mode: `MaxEncodedLen`)
	/// Storage: `Governance::DefaultCalendar` (r:1 w:0)
	/// Proof: `Governance::DefaultCalendar` (`max_values`: Some(1), `max_size`: Some(2053), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Heads` (r:1 w:1)
	/// Proof: `Ministries::Heads` (`max_values`: None, `max_size`: Some(46), added: 2521, mode: `MaxEncodedLen`)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Ministries::Entries` (r:0 w:1)
	/// Proof: `Ministries::Entries` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	/// Storage: `Council::Members` (r:0 w:1)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn suspend_ministry() -> Weight {
		// At least 1_363_995 nanoseconds.
		Weight::from_parts(1_535_570_000, 235329)
			.saturating_add(T::DbWeight::get().reads(133))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Ministries::Admitted` (r:1 w:0)
	/// Proof: `Ministries::Admitted` (`max_values`: Some(1), `max_size`: Some(130), added: 625, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Ministries` (r:63 w:1)
	/// Proof: `Ministries::Ministries` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Calendars` (r:1 w:0)
	/// Proof: `Governance::Calendars` (`max_values`: None, `max_size`: Some(2064), added: 4539, mode: `MaxEncodedLen`)
	/// Storage: `Governance::DefaultCalendar` (r:1 w:0)
	/// Proof: `Governance::DefaultCalendar` (`max_values`: Some(1), `max_size`: Some(2053), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Heads` (r:1 w:1)
	/// Proof: `Ministries::Heads` (`max_values`: None, `max_size`: Some(46), added: 2521, mode: `MaxEncodedLen`)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Ministries::Entries` (r:0 w:1)
	/// Proof: `Ministries::Entries` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	/// Storage: `Council::Members` (r:0 w:1)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn reinstate_ministry() -> Weight {
		// At least 546_392 nanoseconds.
		Weight::from_parts(637_967_000, 230562)
			.saturating_add(T::DbWeight::get().reads(69))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Ministries::Admitted` (r:1 w:1)
	/// Proof: `Ministries::Admitted` (`max_values`: Some(1), `max_size`: Some(130), added: 625, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Ministries` (r:63 w:1)
	/// Proof: `Ministries::Ministries` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:64 w:1)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Ministries::Floor` (r:1 w:0)
	/// Proof: `Ministries::Floor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Departing` (r:1 w:1)
	/// Proof: `Ministries::Departing` (`max_values`: Some(1), `max_size`: Some(2050), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Calendars` (r:1 w:0)
	/// Proof: `Governance::Calendars` (`max_values`: None, `max_size`: Some(2064), added: 4539, mode: `MaxEncodedLen`)
	/// Storage: `Governance::DefaultCalendar` (r:1 w:0)
	/// Proof: `Governance::DefaultCalendar` (`max_values`: Some(1), `max_size`: Some(2053), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Heads` (r:1 w:1)
	/// Proof: `Ministries::Heads` (`max_values`: None, `max_size`: Some(46), added: 2521, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Nominations` (r:1 w:1)
	/// Proof: `Ministries::Nominations` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Nodes` (r:1 w:2)
	/// Proof: `Ministries::Nodes` (`max_values`: None, `max_size`: Some(51), added: 2526, mode: `MaxEncodedLen`)
	/// Storage: `Session::ExternallySetKeys` (r:1 w:0)
	/// Proof: `Session::ExternallySetKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Ministries::SeatKeys` (r:0 w:16)
	/// Proof: `Ministries::SeatKeys` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::LastAuthored` (r:0 w:1)
	/// Proof: `Ministries::LastAuthored` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::SeatAccounts` (r:0 w:1)
	/// Proof: `Ministries::SeatAccounts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Entries` (r:0 w:1)
	/// Proof: `Ministries::Entries` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	/// Storage: `Council::Members` (r:0 w:1)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::KeyOwner` (r:0 w:2)
	/// Proof: `Session::KeyOwner` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn expel_ministry() -> Weight {
		// At least 1_017_321 nanoseconds.
		Weight::from_parts(1_082_347_000, 239262)
			.saturating_add(T::DbWeight::get().reads(139))
			.saturating_add(T::DbWeight::get().writes(32))
	}
	/// Storage: `Ministries::Ministries` (r:1 w:1)
	/// Proof: `Ministries::Ministries` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Nodes` (r:3 w:2)
	/// Proof: `Ministries::Nodes` (`max_values`: None, `max_size`: Some(51), added: 2526, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:1 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Ministries::SeatKeys` (r:2 w:0)
	/// Proof: `Ministries::SeatKeys` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::SeatAccounts` (r:2 w:0)
	/// Proof: `Ministries::SeatAccounts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::Officers` (r:2 w:0)
	/// Proof: `Mandates::Officers` (`max_values`: None, `max_size`: Some(82), added: 2557, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Departing` (r:1 w:1)
	/// Proof: `Ministries::Departing` (`max_values`: Some(1), `max_size`: Some(2050), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Calendars` (r:1 w:0)
	/// Proof: `Governance::Calendars` (`max_values`: None, `max_size`: Some(2064), added: 4539, mode: `MaxEncodedLen`)
	/// Storage: `Governance::DefaultCalendar` (r:1 w:0)
	/// Proof: `Governance::DefaultCalendar` (`max_values`: Some(1), `max_size`: Some(2053), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Heads` (r:1 w:1)
	/// Proof: `Ministries::Heads` (`max_values`: None, `max_size`: Some(46), added: 2521, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Nominations` (r:0 w:1)
	/// Proof: `Ministries::Nominations` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Entries` (r:0 w:1)
	/// Proof: `Ministries::Entries` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	fn replace_node() -> Weight {
		// At least 162_962 nanoseconds.
		Weight::from_parts(169_722_000, 10714)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Ministries::Admitted` (r:1 w:0)
	/// Proof: `Ministries::Admitted` (`max_values`: Some(1), `max_size`: Some(130), added: 625, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Ministries` (r:63 w:1)
	/// Proof: `Ministries::Ministries` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::MinimumSeatKeys` (r:1 w:0)
	/// Proof: `Ministries::MinimumSeatKeys` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::SeatKeys` (r:17 w:32)
	/// Proof: `Ministries::SeatKeys` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::SeatAccounts` (r:17 w:2)
	/// Proof: `Ministries::SeatAccounts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Nodes` (r:18 w:0)
	/// Proof: `Ministries::Nodes` (`max_values`: None, `max_size`: Some(51), added: 2526, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::Officers` (r:17 w:0)
	/// Proof: `Mandates::Officers` (`max_values`: None, `max_size`: Some(82), added: 2557, mode: `MaxEncodedLen`)
	/// Storage: `Session::KeyOwner` (r:34 w:0)
	/// Proof: `Session::KeyOwner` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Calendars` (r:1 w:0)
	/// Proof: `Governance::Calendars` (`max_values`: None, `max_size`: Some(2064), added: 4539, mode: `MaxEncodedLen`)
	/// Storage: `Governance::DefaultCalendar` (r:1 w:0)
	/// Proof: `Governance::DefaultCalendar` (`max_values`: Some(1), `max_size`: Some(2053), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Heads` (r:1 w:1)
	/// Proof: `Ministries::Heads` (`max_values`: None, `max_size`: Some(46), added: 2521, mode: `MaxEncodedLen`)
	/// Storage: `Ministries::Nominations` (r:1 w:0)
	/// Proof: `Ministries::Nominations` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:16 w:16)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Ministries::Entries` (r:0 w:1)
	/// Proof: `Ministries::Entries` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	/// Storage: `Council::Members` (r:0 w:1)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn replace_seat() -> Weight {
		// At least 1_501_099 nanoseconds.
		Weight::from_parts(1_574_307_000, 230562)
			.saturating_add(T::DbWeight::get().reads(190))
			.saturating_add(T::DbWeight::get().writes(55))
	}
	/// Storage: `Ministries::Ministries` (r:1 w:0)
	/// Proof: `Ministries::Ministries` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// Storage: `Mandates::Competences` (r:1 w:1)
	/// Proof: `Mandates::Competences` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	fn set_competence() -> Weight {
		// At least 77_245 nanoseconds.
		Weight::from_parts(87_951_000, 4634)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Tolled` (r:1 w:1)
	/// Proof: `Governance::Tolled` (`max_values`: Some(1), `max_size`: Some(4098), added: 4593, mode: `MaxEncodedLen`)
	fn toll_clocks() -> Weight {
		// At least 18_137 nanoseconds.
		Weight::from_parts(21_372_000, 5583)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Governance::Calendars` (r:1 w:1)
	/// Proof: `Governance::Calendars` (`max_values`: None, `max_size`: Some(2064), added: 4539, mode: `MaxEncodedLen`)
	/// Storage: `Governance::CounterForCalendars` (r:1 w:1)
	/// Proof: `Governance::CounterForCalendars` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// `h` is between 0 and 512.
	fn set_calendar(h: u32, ) -> Weight {
		// At least 12_088 nanoseconds.
		Weight::from_parts(13_888_555, 5529)
			// Standard error: 201.
			.saturating_add(Weight::from_parts(7_400, 0).saturating_mul(h.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Governance::Calendars` (r:1 w:1)
	/// Proof: `Governance::Calendars` (`max_values`: None, `max_size`: Some(2064), added: 4539, mode: `MaxEncodedLen`)
	/// Storage: `Governance::CounterForCalendars` (r:1 w:1)
	/// Proof: `Governance::CounterForCalendars` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn clear_calendar() -> Weight {
		// At least 12_499 nanoseconds.
		Weight::from_parts(13_660_000, 5529)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Ministries::Absence` (r:0 w:1)
	fn set_absence_rule() -> Weight {
		Weight::from_parts(30_000_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
