// SPDX-License-Identifier: Apache-2.0
// Written by `scripts/benchmark-weights --steps 20 --repeat 10 --seconds 1 pallet_collective`; change the code and measure again instead of this.


//! Weights of `pallet_collective`, measured on 2026-11-23: 20 steps, 10 repeats, AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_imports, unused_parens)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of the calls of `pallet_collective`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_collective::WeightInfo for WeightInfo<T> {
	/// Storage: `Council::Members` (r:1 w:1)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Voting` (r:64 w:64)
	/// Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// `m` is between 0 and 64.
	/// `n` is between 0 and 64.
	/// `p` is between 0 and 64.
	fn set_members(m: u32, _n: u32, p: u32, ) -> Weight {
		// At least 16_104 nanoseconds.
		Weight::from_parts(16_415_000, 16747)
			// Standard error: 182_052.
			.saturating_add(Weight::from_parts(1_242_585, 0).saturating_mul(m.into()))
			// Standard error: 182_052.
			.saturating_add(Weight::from_parts(7_569_776, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 1271).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 3588).saturating_mul(p.into()))
	}
	/// Storage: `Council::Members` (r:1 w:0)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// `b` is between 2 and 1024.
	/// `m` is between 1 and 64.
	fn execute(b: u32, m: u32, ) -> Weight {
		// At least 11_376 nanoseconds.
		Weight::from_parts(14_530_610, 1518)
			// Standard error: 175.
			.saturating_add(Weight::from_parts(167, 0).saturating_mul(b.into()))
			// Standard error: 2_823.
			.saturating_add(Weight::from_parts(2_424, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(Weight::from_parts(0, 32).saturating_mul(m.into()))
	}
	/// Storage: `Council::Members` (r:1 w:0)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::ProposalOf` (r:1 w:0)
	/// Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// `b` is between 2 and 1024.
	/// `m` is between 1 and 64.
	fn propose_execute(b: u32, m: u32, ) -> Weight {
		// At least 14_392 nanoseconds.
		Weight::from_parts(22_443_872, 3498)
			// Standard error: 190.
			.saturating_add(Weight::from_parts(2_035, 0).saturating_mul(b.into()))
			// Standard error: 3_063.
			.saturating_add(Weight::from_parts(36_005, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(Weight::from_parts(0, 32).saturating_mul(m.into()))
	}
	/// Storage: `Council::Members` (r:1 w:0)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::ProposalOf` (r:1 w:1)
	/// Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Proposals` (r:1 w:1)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::ProposalCount` (r:1 w:1)
	/// Proof: `Council::ProposalCount` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Voting` (r:0 w:1)
	/// Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// `b` is between 2 and 1024.
	/// `m` is between 2 and 64.
	/// `p` is between 1 and 64.
	fn propose_proposed(b: u32, m: u32, p: u32, ) -> Weight {
		// At least 31_587 nanoseconds.
		Weight::from_parts(28_566_884, 3510)
			// Standard error: 2_275.
			.saturating_add(Weight::from_parts(6_432, 0).saturating_mul(b.into()))
			// Standard error: 37_239.
			.saturating_add(Weight::from_parts(52_900, 0).saturating_mul(m.into()))
			// Standard error: 36_587.
			.saturating_add(Weight::from_parts(303_939, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(Weight::from_parts(0, 34).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 40).saturating_mul(p.into()))
	}
	/// Storage: `Council::Members` (r:1 w:0)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Voting` (r:1 w:1)
	/// Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// `m` is between 5 and 64.
	fn vote(m: u32, ) -> Weight {
		// At least 19_038 nanoseconds.
		Weight::from_parts(29_953_314, 4131)
			// Standard error: 24_235.
			.saturating_add(Weight::from_parts(249_765, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(Weight::from_parts(0, 64).saturating_mul(m.into()))
	}
	/// Storage: `Council::Voting` (r:1 w:1)
	/// Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Members` (r:1 w:0)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Proposals` (r:1 w:1)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::ProposalOf` (r:0 w:1)
	/// Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// `m` is between 4 and 64.
	/// `p` is between 1 and 64.
	fn close_early_disapproved(m: u32, p: u32, ) -> Weight {
		// At least 30_946 nanoseconds.
		Weight::from_parts(32_054_606, 3712)
			// Standard error: 20_735.
			.saturating_add(Weight::from_parts(77_233, 0).saturating_mul(m.into()))
			// Standard error: 19_722.
			.saturating_add(Weight::from_parts(464_080, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(Weight::from_parts(0, 65).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 40).saturating_mul(p.into()))
	}
	/// Storage: `Council::Voting` (r:1 w:1)
	/// Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Members` (r:1 w:0)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::ProposalOf` (r:1 w:1)
	/// Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Proposals` (r:1 w:1)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// `b` is between 2 and 1024.
	/// `m` is between 4 and 64.
	/// `p` is between 1 and 64.
	fn close_early_approved(b: u32, m: u32, p: u32, ) -> Weight {
		// At least 31_978 nanoseconds.
		Weight::from_parts(48_841_980, 3834)
			// Standard error: 28_410.
			.saturating_add(Weight::from_parts(283_729, 0).saturating_mul(m.into()))
			// Standard error: 27_024.
			.saturating_add(Weight::from_parts(550_616, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(Weight::from_parts(0, 1).saturating_mul(b.into()))
			.saturating_add(Weight::from_parts(0, 67).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 45).saturating_mul(p.into()))
	}
	/// Storage: `Council::Voting` (r:1 w:1)
	/// Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Members` (r:1 w:0)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Prime` (r:1 w:0)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Proposals` (r:1 w:1)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::ProposalOf` (r:0 w:1)
	/// Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// `m` is between 4 and 64.
	/// `p` is between 1 and 64.
	fn close_disapproved(m: u32, p: u32, ) -> Weight {
		// At least 25_287 nanoseconds.
		Weight::from_parts(28_364_429, 3732)
			// Standard error: 42_575.
			.saturating_add(Weight::from_parts(25_757, 0).saturating_mul(m.into()))
			// Standard error: 40_493.
			.saturating_add(Weight::from_parts(427_576, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(Weight::from_parts(0, 65).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 40).saturating_mul(p.into()))
	}
	/// Storage: `Council::Voting` (r:1 w:1)
	/// Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Members` (r:1 w:0)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Prime` (r:1 w:0)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::ProposalOf` (r:1 w:1)
	/// Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Proposals` (r:1 w:1)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// `b` is between 2 and 1024.
	/// `m` is between 4 and 64.
	/// `p` is between 1 and 64.
	fn close_approved(b: u32, m: u32, p: u32, ) -> Weight {
		// At least 52_919 nanoseconds.
		Weight::from_parts(71_230_071, 3854)
			// Standard error: 3_519.
			.saturating_add(Weight::from_parts(2_246, 0).saturating_mul(b.into()))
			// Standard error: 56_599.
			.saturating_add(Weight::from_parts(429_283, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(Weight::from_parts(0, 1).saturating_mul(b.into()))
			.saturating_add(Weight::from_parts(0, 67).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 45).saturating_mul(p.into()))
	}
	/// Storage: `Council::Proposals` (r:1 w:1)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Voting` (r:0 w:1)
	/// Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Council::ProposalOf` (r:0 w:1)
	/// Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// `p` is between 1 and 64.
	fn disapprove_proposal(p: u32, ) -> Weight {
		// At least 11_868 nanoseconds.
		Weight::from_parts(18_828_451, 1674)
			// Standard error: 14_866.
			.saturating_add(Weight::from_parts(323_023, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(Weight::from_parts(0, 32).saturating_mul(p.into()))
	}
	/// Storage: `Council::ProposalOf` (r:1 w:1)
	/// Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Council::CostOf` (r:1 w:0)
	/// Proof: `Council::CostOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Proposals` (r:1 w:1)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Voting` (r:0 w:1)
	/// Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// `d` is between 0 and 1.
	/// `p` is between 1 and 64.
	fn kill(d: u32, p: u32, ) -> Weight {
		// At least 18_428 nanoseconds.
		Weight::from_parts(23_567_094, 4769)
			// Standard error: 29_894.
			.saturating_add(Weight::from_parts(440_058, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(Weight::from_parts(0, 130).saturating_mul(d.into()))
			.saturating_add(Weight::from_parts(0, 40).saturating_mul(p.into()))
	}
	/// Storage: `Council::ProposalOf` (r:1 w:0)
	/// Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Council::CostOf` (r:1 w:0)
	/// Proof: `Council::CostOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn release_proposal_cost() -> Weight {
		// At least 11_077 nanoseconds.
		Weight::from_parts(16_735_000, 4235)
			.saturating_add(T::DbWeight::get().reads(2))
	}
}
