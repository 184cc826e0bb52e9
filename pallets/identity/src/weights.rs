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
	/// The weight of `claim`: with three signatures to check, each wrapped.
	fn claim() -> Weight;
	/// The weight of asking whether a claim is valid.
	fn authorize_claim() -> Weight;
	/// The weight of `set_guardians`.
	fn set_guardians() -> Weight;
	/// The weight of `recover_by_guardians`: with eight guardians.
	fn recover_by_guardians() -> Weight;
	/// The weight of asking whether a recovery can be opened: with eight guardians.
	fn authorize_recover_by_guardians() -> Weight;
	/// The weight of `cancel_recovery`.
	fn cancel_recovery() -> Weight;
	/// The weight of `finish_recovery`.
	fn finish_recovery() -> Weight;
	/// The weight of asking whether a recovery can be finished.
	fn authorize_finish_recovery() -> Weight;
	/// The weight of `prepare_erasure`: in the place of one that has lapsed.
	fn prepare_erasure() -> Weight;
	/// The weight of `decide_erasure`.
	fn decide_erasure() -> Weight;
	/// The weight of `withdraw_erasure`.
	fn withdraw_erasure() -> Weight;
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
	fn claim() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn authorize_claim() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn set_guardians() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn recover_by_guardians() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn authorize_recover_by_guardians() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn cancel_recovery() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn finish_recovery() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn authorize_finish_recovery() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn prepare_erasure() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn decide_erasure() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn withdraw_erasure() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
}
