// SPDX-License-Identifier: Apache-2.0
// Written by `scripts/benchmark-weights --contention 2 overhead`; change the code and measure again instead of this.

//! THIS FILE WAS AUTO-GENERATED USING THE SUBSTRATE BENCHMARK CLI VERSION 64.0.0
//! DATE: 2026-11-23 (Y/M/D)
//! HOSTNAME: `measured`, CPU: `AMD EPYC`
//!
//! SHORT-NAME: `extrinsic`, LONG-NAME: `ExtrinsicBase`, RUNTIME: `polity`
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
	/// Weight of executing a NO-OP extrinsic, for example `System::remark`.
	/// Calculated by multiplying the *Average* with `2.0` and adding `0`.
	///
	/// Stats nanoseconds:
	///   Min, Max: 118_076, 180_329
	///   Average:  148_377
	///   Median:   146_136
	///   Std-Dev:  17587.75
	///
	/// Percentiles nanoseconds:
	///   99th: 180_289
	///   95th: 177_553
	///   75th: 166_001
	pub const ExtrinsicBaseWeight: Weight =
		Weight::from_parts(WEIGHT_REF_TIME_PER_NANOS.saturating_mul(296_754), 0);
}

#[cfg(test)]
mod test_weights {
	use sp_weights::constants;

	/// Checks that the weight exists and is sane.
	// NOTE: If this test fails but you are sure that the generated values are fine,
	// you can delete it.
	#[test]
	fn sane() {
		let w = super::ExtrinsicBaseWeight::get();

		// At least 10 µs.
		assert!(
			w.ref_time() >= 10u64 * constants::WEIGHT_REF_TIME_PER_MICROS,
			"Weight should be at least 10 µs."
		);
		// At most 1 ms.
		assert!(
			w.ref_time() <= constants::WEIGHT_REF_TIME_PER_MILLIS,
			"Weight should be at most 1 ms."
		);
	}
}
