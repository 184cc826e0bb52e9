//! How heavy the calls are. The runtime's figures are measured: `scripts/benchmark-weights`.

use frame_support::weights::Weight;

/// The weight of each call.
pub trait WeightInfo {
	/// The weight of `propose_change`.
	fn propose_change() -> Weight;
	/// The weight of `propose_disqualification`.
	fn propose_disqualification() -> Weight;
	/// The weight of `decide_proposal`.
	fn decide_proposal() -> Weight;
	/// The weight of `withdraw_proposal`.
	fn withdraw_proposal() -> Weight;
	/// The weight of `resign`.
	fn resign() -> Weight;
	/// The weight of `endorse`.
	fn endorse() -> Weight;
	/// The weight of `withdraw_endorsement`.
	fn withdraw_endorsement() -> Weight;
	/// The weight of `clear_resolution`.
	fn clear_resolution() -> Weight;
}

/// A stand-in for the mock only: no runtime may use it.
const MOCK: Weight = Weight::from_parts(1_000_000_000, 0);

/// For the mock only.
impl WeightInfo for () {
	fn propose_change() -> Weight {
		MOCK
	}
	fn propose_disqualification() -> Weight {
		MOCK
	}
	fn decide_proposal() -> Weight {
		MOCK
	}
	fn withdraw_proposal() -> Weight {
		MOCK
	}
	fn resign() -> Weight {
		MOCK
	}
	fn endorse() -> Weight {
		MOCK
	}
	fn withdraw_endorsement() -> Weight {
		MOCK
	}
	fn clear_resolution() -> Weight {
		MOCK
	}
}
