// SPDX-License-Identifier: Apache-2.0
// Written by `scripts/benchmark-weights --steps 20 --repeat 10 --seconds 1 pallet_proxy`; change the code and measure again instead of this.


//! Weights of `pallet_proxy`, measured on 2026-11-23: 20 steps, 10 repeats, AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_imports, unused_parens)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of the calls of `pallet_proxy`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_proxy::WeightInfo for WeightInfo<T> {
	/// Storage: `Proxy::Proxies` (r:1 w:0)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(353), added: 2828, mode: `MaxEncodedLen`)
	/// `p` is between 1 and 7.
	fn proxy(_p: u32, ) -> Weight {
		// At least 11_227 nanoseconds.
		Weight::from_parts(16_188_356, 3818)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `Proxy::Proxies` (r:1 w:0)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(353), added: 2828, mode: `MaxEncodedLen`)
	/// Storage: `Proxy::Announcements` (r:1 w:1)
	/// Proof: `Proxy::Announcements` (`max_values`: None, `max_size`: Some(601), added: 3076, mode: `MaxEncodedLen`)
	/// `a` is between 0 and 7.
	/// `p` is between 1 and 7.
	fn proxy_announced(a: u32, _p: u32, ) -> Weight {
		// At least 16_825 nanoseconds.
		Weight::from_parts(23_833_298, 4066)
			// Standard error: 71_335.
			.saturating_add(Weight::from_parts(406_610, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Proxy::Announcements` (r:1 w:1)
	/// Proof: `Proxy::Announcements` (`max_values`: None, `max_size`: Some(601), added: 3076, mode: `MaxEncodedLen`)
	/// `a` is between 0 and 7.
	/// `p` is between 1 and 7.
	fn remove_announcement(a: u32, _p: u32, ) -> Weight {
		// At least 7_061 nanoseconds.
		Weight::from_parts(8_091_290, 4066)
			// Standard error: 4_188.
			.saturating_add(Weight::from_parts(220_467, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Proxy::Announcements` (r:1 w:1)
	/// Proof: `Proxy::Announcements` (`max_values`: None, `max_size`: Some(601), added: 3076, mode: `MaxEncodedLen`)
	/// `a` is between 0 and 7.
	/// `p` is between 1 and 7.
	fn reject_announcement(a: u32, p: u32, ) -> Weight {
		// At least 7_070 nanoseconds.
		Weight::from_parts(7_885_226, 4066)
			// Standard error: 3_277.
			.saturating_add(Weight::from_parts(206_824, 0).saturating_mul(a.into()))
			// Standard error: 3_736.
			.saturating_add(Weight::from_parts(8_281, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Proxy::Proxies` (r:1 w:0)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(353), added: 2828, mode: `MaxEncodedLen`)
	/// Storage: `Proxy::Announcements` (r:1 w:1)
	/// Proof: `Proxy::Announcements` (`max_values`: None, `max_size`: Some(601), added: 3076, mode: `MaxEncodedLen`)
	/// `a` is between 0 and 7.
	/// `p` is between 1 and 7.
	fn announce(a: u32, p: u32, ) -> Weight {
		// At least 12_689 nanoseconds.
		Weight::from_parts(14_708_658, 4066)
			// Standard error: 11_621.
			.saturating_add(Weight::from_parts(262_159, 0).saturating_mul(a.into()))
			// Standard error: 13_251.
			.saturating_add(Weight::from_parts(61_959, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Proxy::Proxies` (r:1 w:1)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(353), added: 2828, mode: `MaxEncodedLen`)
	/// `p` is between 1 and 7.
	fn add_proxy(_p: u32, ) -> Weight {
		// At least 9_594 nanoseconds.
		Weight::from_parts(10_970_257, 3818)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Proxy::Proxies` (r:1 w:1)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(353), added: 2828, mode: `MaxEncodedLen`)
	/// `p` is between 1 and 7.
	fn remove_proxy(p: u32, ) -> Weight {
		// At least 9_113 nanoseconds.
		Weight::from_parts(10_070_731, 3818)
			// Standard error: 3_541.
			.saturating_add(Weight::from_parts(51_451, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Proxy::Proxies` (r:1 w:1)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(353), added: 2828, mode: `MaxEncodedLen`)
	/// `p` is between 1 and 7.
	fn remove_proxies(p: u32, ) -> Weight {
		// At least 9_044 nanoseconds.
		Weight::from_parts(10_037_361, 3818)
			// Standard error: 51_280.
			.saturating_add(Weight::from_parts(2_442_026, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Proxy::Proxies` (r:1 w:1)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(353), added: 2828, mode: `MaxEncodedLen`)
	/// `p` is between 1 and 7.
	fn create_pure(_p: u32, ) -> Weight {
		// At least 12_689 nanoseconds.
		Weight::from_parts(21_821_887, 3818)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Proxy::Proxies` (r:1 w:1)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(353), added: 2828, mode: `MaxEncodedLen`)
	/// `p` is between 0 and 6.
	fn kill_pure(p: u32, ) -> Weight {
		// At least 12_718 nanoseconds.
		Weight::from_parts(21_122_552, 3818)
			// Standard error: 19_502.
			.saturating_add(Weight::from_parts(160_005, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Closed (`runtime/src/filters.rs`), so not measured: it fits no block.
	fn poke_deposit() -> Weight {
		Weight::MAX
	}
}
