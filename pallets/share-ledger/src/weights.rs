//! How heavy the calls are. The runtime's figures are measured: `scripts/benchmark-weights`.

use frame_support::weights::Weight;

/// The weight of each call.
pub trait WeightInfo {
	/// The weight of `propose` for an act on a holding or two: at most that of a transfer of pledged
	/// shares that are not paid up.
	fn propose_transfer() -> Weight;
	/// The weight of `propose` for an act that adds up the capital of all classes: at most that of an
	/// allotment.
	fn propose_allotment() -> Weight;
	/// The weight of `propose` for an act on a whole class: at most that of a split of as many
	/// holdings and pledges as there can be.
	fn propose_rescaling() -> Weight;
	/// The weight of `propose` for an adoption of `n` holdings.
	fn propose_adoption(n: u32) -> Weight;
	/// The weight of `consent`.
	fn consent() -> Weight;
	/// The weight of `withdraw_consent`.
	fn withdraw_consent() -> Weight;
	/// The weight of `decide` that approves an act on a holding or two.
	fn approve_transfer() -> Weight;
	/// The weight of `decide` that approves an act that adds up the capital of all classes.
	fn approve_allotment() -> Weight;
	/// The weight of `decide` that approves an act on a whole class.
	fn approve_rescaling() -> Weight;
	/// The weight of `decide` that approves an adoption of `n` holdings.
	fn approve_adoption(n: u32) -> Weight;
	/// The weight of `decide` that rejects.
	fn reject() -> Weight;
	/// The weight of `withdraw_proposal`.
	fn withdraw_proposal() -> Weight;
	/// The weight of `propose_law`.
	fn propose_law() -> Weight;
	/// The weight of `decide_law`.
	fn decide_law() -> Weight;
	/// The weight of `withdraw_law`.
	fn withdraw_law() -> Weight;
	/// The weight of `CompanyEstate::succeed` with as much as one call can pass: what a merger or a
	/// conversion does here.
	fn succeed() -> Weight;
}

/// A stand-in for the mock only: no runtime may use it.
const MOCK: Weight = Weight::from_parts(1_000_000_000, 0);

/// For the mock only.
impl WeightInfo for () {
	fn propose_transfer() -> Weight {
		MOCK
	}
	fn propose_allotment() -> Weight {
		MOCK
	}
	fn propose_rescaling() -> Weight {
		MOCK.saturating_mul(2)
	}
	fn propose_adoption(n: u32) -> Weight {
		MOCK.saturating_mul(u64::from(n).saturating_add(3))
	}
	fn consent() -> Weight {
		MOCK
	}
	fn withdraw_consent() -> Weight {
		MOCK
	}
	fn approve_transfer() -> Weight {
		MOCK
	}
	fn approve_allotment() -> Weight {
		MOCK
	}
	fn approve_rescaling() -> Weight {
		MOCK.saturating_mul(2)
	}
	fn approve_adoption(n: u32) -> Weight {
		MOCK.saturating_mul(u64::from(n).saturating_add(3))
	}
	fn reject() -> Weight {
		MOCK
	}
	fn withdraw_proposal() -> Weight {
		MOCK
	}
	fn propose_law() -> Weight {
		MOCK
	}
	fn decide_law() -> Weight {
		MOCK
	}
	fn withdraw_law() -> Weight {
		MOCK
	}
	fn succeed() -> Weight {
		MOCK.saturating_mul(5)
	}
}
