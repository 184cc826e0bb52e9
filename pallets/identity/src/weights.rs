//! The weights that the pallet needs. The runtime's own are measured by its benchmarks.

use frame_support::weights::Weight;

/// One weight for each call.
pub trait WeightInfo {
	/// The weight of `prepare`: with a proof to check and an old proposal to make room for.
	fn prepare() -> Weight;
	/// The weight of `decide`: with two controllers that change.
	fn decide() -> Weight;
	/// The weight of `withdraw`.
	fn withdraw() -> Weight;
	/// The weight of `rotate_controller`.
	fn rotate_controller() -> Weight;
}

/// For the mock only.
impl WeightInfo for () {
	fn prepare() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn decide() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn withdraw() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn rotate_controller() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
}
