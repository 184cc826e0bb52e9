// SPDX-License-Identifier: Apache-2.0
// Written by `scripts/benchmark-weights --contention 2 overhead`; change the code and measure again instead of this.

//! THIS FILE WAS AUTO-GENERATED USING THE SUBSTRATE BENCHMARK CLI VERSION 64.0.0
//! DATE: 2026-11-23 (Y/M/D)
//! HOSTNAME: `measured`, CPU: `AMD EPYC`
//!
//! SHORT-NAME: `block`, LONG-NAME: `BlockExecution`, RUNTIME: `polity`
//! WARMUPS: `10`, REPEAT: `100`
//! WEIGHT-PATH: `weights`
//! WEIGHT-METRIC: `Average`, WEIGHT-MUL: `2.0`, WEIGHT-ADD: `0`

// Executed Command:
//   polity-bencher
//   overhead
//   --runtime
//   runtime.wasm
//   --genesis-builder
//   runtime
//   --genesis-builder-preset
//   development
//   --signers
//   //Interior//seat//1,//Interior//seat//2
//   --max-ext-per-block
//   100
//   --mul
//   2
//   --hostname-override
//   measured
//   --header
//   header
//   --weight-path
//   weights

use sp_core::parameter_types;
use sp_weights::{constants::WEIGHT_REF_TIME_PER_NANOS, Weight};

parameter_types! {
	/// Weight of executing an empty block.
	/// Calculated by multiplying the *Average* with `2.0` and adding `0`.
	///
	/// Stats nanoseconds:
	///   Min, Max: 200_307, 414_866
	///   Average:  244_202
	///   Median:   218_123
	///   Std-Dev:  47481.52
	///
	/// Percentiles nanoseconds:
	///   99th: 370_550
	///   95th: 336_049
	///   75th: 275_449
	pub const BlockExecutionWeight: Weight =
		Weight::from_parts(WEIGHT_REF_TIME_PER_NANOS.saturating_mul(488_404), 0);
}

#[cfg(test)]
mod test_weights {
	use sp_weights::constants;

	/// Checks that the weight exists and is sane.
	// NOTE: If this test fails but you are sure that the generated values are fine,
	// you can delete it.
	#[test]
	fn sane() {
		let w = super::BlockExecutionWeight::get();

		// At least 100 µs.
		assert!(
			w.ref_time() >= 100u64 * constants::WEIGHT_REF_TIME_PER_MICROS,
			"Weight should be at least 100 µs."
		);
		// At most 50 ms.
		assert!(
			w.ref_time() <= 50u64 * constants::WEIGHT_REF_TIME_PER_MILLIS,
			"Weight should be at most 50 ms."
		);
	}
}
