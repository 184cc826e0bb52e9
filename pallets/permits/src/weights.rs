//! How heavy the calls are. The runtime's figures are measured: `scripts/benchmark-weights`.

use frame_support::weights::Weight;

/// The weight of each call, of the hook, and of what other registers call.
pub trait WeightInfo {
	/// The weight of `prepare_type`.
	fn prepare_type() -> Weight;
	/// The weight of `decide_type`.
	fn decide_type() -> Weight;
	/// The weight of `withdraw_proposal`.
	fn withdraw_proposal() -> Weight;
	/// The weight of `prepare_change`.
	fn prepare_change() -> Weight;
	/// The weight of `decide_change`.
	fn decide_change() -> Weight;
	/// The weight of `record_inspection`.
	fn record_inspection() -> Weight;
	/// The weight of `surrender`.
	fn surrender() -> Weight;
	/// The weight of `request_transfer`.
	fn request_transfer() -> Weight;
	/// The weight of `endorse_transfer`.
	fn endorse_transfer() -> Weight;
	/// The weight of `request_renewal`.
	fn request_renewal() -> Weight;
	/// The weight of `withdraw_request`.
	fn withdraw_request() -> Weight;
	/// The weight of `propose_take_over`.
	fn propose_take_over() -> Weight;
	/// The weight of `decide_take_over`.
	fn decide_take_over() -> Weight;
	/// The weight of giving back the places of so many permits.
	fn on_initialize(n: u32) -> Weight;
	/// The weight of passing as many permits as can pass at once to the successor of a company.
	fn succeed() -> Weight;
	/// The weight of looking whether a holder may hold a permit, and of reserving a place.
	fn reserve() -> Weight;
	/// The weight of granting a permit.
	fn grant() -> Weight;
	/// The weight of granting a personal permit.
	fn grant_personal() -> Weight;
	/// The weight of overturning or varying a permit that was renewed.
	fn overturn() -> Weight;
	/// The weight of looking for a company's licence.
	fn lacks_licence() -> Weight;
}

/// A stand-in for the mock only: no runtime may use it.
const MOCK: Weight = Weight::from_parts(1_000_000_000, 0);

/// For the mock only.
impl WeightInfo for () {
	fn prepare_type() -> Weight {
		MOCK
	}
	fn decide_type() -> Weight {
		MOCK
	}
	fn withdraw_proposal() -> Weight {
		MOCK
	}
	fn prepare_change() -> Weight {
		MOCK
	}
	fn decide_change() -> Weight {
		MOCK
	}
	fn record_inspection() -> Weight {
		MOCK
	}
	fn surrender() -> Weight {
		MOCK
	}
	fn request_transfer() -> Weight {
		MOCK
	}
	fn endorse_transfer() -> Weight {
		MOCK
	}
	fn request_renewal() -> Weight {
		MOCK
	}
	fn withdraw_request() -> Weight {
		MOCK
	}
	fn propose_take_over() -> Weight {
		MOCK
	}
	fn decide_take_over() -> Weight {
		MOCK
	}
	fn on_initialize(_: u32) -> Weight {
		MOCK
	}
	fn succeed() -> Weight {
		MOCK
	}
	fn reserve() -> Weight {
		MOCK
	}
	fn grant() -> Weight {
		MOCK
	}
	fn grant_personal() -> Weight {
		MOCK
	}
	fn overturn() -> Weight {
		MOCK
	}
	fn lacks_licence() -> Weight {
		MOCK
	}
}
