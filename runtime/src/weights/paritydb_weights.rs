// SPDX-License-Identifier: Apache-2.0
// Written by `scripts/benchmark-weights --contention 2 database`; change the code and measure again instead of this.

//! Weights of the database.
//!
//! Measured on ParityDB with 1000000 records of 16 to 400 bytes in the state, warm pages, no
//! trie cache, blocks of 500 writes. Each is the average times 2 for contention.

use frame_support::{parameter_types, weights::RuntimeDbWeight};

parameter_types! {
	/// Picoseconds of a read and of a write of one storage item.
	///
	/// read, nanoseconds: average 6_559, median 6_419, 95th percentile 8_012, 99th 9_324, most 156_672
	/// write, nanoseconds: average 118_760, median 100_006, 95th percentile 269_649, 99th 429_246, most 519_181
	pub const ParityDbWeight: RuntimeDbWeight = RuntimeDbWeight {
		read: 13_118_000,
		write: 237_520_000,
	};
}
