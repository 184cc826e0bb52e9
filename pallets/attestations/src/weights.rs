//! How heavy the calls are. The runtime's figures are measured: `scripts/benchmark-weights`.

use frame_support::weights::Weight;

/// The weight of each call.
pub trait WeightInfo {
	/// The weight of `prepare`.
	fn prepare() -> Weight;
	/// The weight of `decide`, at the end of the longest chain.
	fn decide() -> Weight;
	/// The weight of `decide` where all guardians of an issuer give way to others.
	fn decide_recovery() -> Weight;
	/// The weight of `withdraw`.
	fn withdraw() -> Weight;
	/// The weight of `endorse`.
	fn endorse() -> Weight;
	/// The weight of `change_issuer`.
	fn change_issuer() -> Weight;
	/// The weight of `approve_recovery` by the last guardian of the quorum.
	fn approve_recovery() -> Weight;
	/// The weight of `open_status_list`.
	fn open_status_list() -> Weight;
	/// The weight of `attest`.
	fn attest() -> Weight;
	/// The weight of `attest_batch`. The attestations of a batch weigh nothing.
	fn attest_batch() -> Weight;
	/// The weight of `set_status`.
	fn set_status() -> Weight;
}

/// What it weighs to decide, whatever it is about.
pub(crate) fn decide<Weights: WeightInfo>() -> Weight {
	Weights::decide().max(Weights::decide_recovery())
}

/// A stand-in for the mock only: no runtime may use it.
const MOCK: Weight = Weight::from_parts(1_000_000_000, 0);

/// For the mock only.
impl WeightInfo for () {
	fn prepare() -> Weight {
		MOCK
	}
	fn decide() -> Weight {
		MOCK
	}
	fn decide_recovery() -> Weight {
		MOCK
	}
	fn withdraw() -> Weight {
		MOCK
	}
	fn endorse() -> Weight {
		MOCK
	}
	fn change_issuer() -> Weight {
		MOCK
	}
	fn approve_recovery() -> Weight {
		MOCK
	}
	fn open_status_list() -> Weight {
		MOCK
	}
	fn attest() -> Weight {
		MOCK
	}
	fn attest_batch() -> Weight {
		MOCK
	}
	fn set_status() -> Weight {
		MOCK
	}
}
