//! The weights that the pallet needs.

use frame_support::weights::Weight;

/// One weight for each call.
pub trait WeightInfo {
	/// The weight of `prepare`.
	fn prepare() -> Weight;
	/// The weight of `decide`.
	fn decide() -> Weight;
	/// The weight of `withdraw`.
	fn withdraw() -> Weight;
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
}
