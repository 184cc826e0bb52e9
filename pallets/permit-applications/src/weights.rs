//! How heavy the calls are. The runtime's figures are measured: `scripts/benchmark-weights`.

use frame_support::weights::Weight;

/// The weight of each call, and of the queue.
pub trait WeightInfo {
	/// The weight of `apply`.
	fn apply() -> Weight;
	/// The weight of `enter`.
	fn enter() -> Weight;
	/// The weight of `settle_fee`.
	fn settle_fee() -> Weight;
	/// The weight of `return_dossier`.
	fn return_dossier() -> Weight;
	/// The weight of `resubmit`.
	fn resubmit() -> Weight;
	/// The weight of `complete`.
	fn complete() -> Weight;
	/// The weight of `take_case`.
	fn take_case() -> Weight;
	/// The weight of `withdraw`.
	fn withdraw() -> Weight;
	/// The weight of `recommit`.
	fn recommit() -> Weight;
	/// The weight of `ask`.
	fn ask() -> Weight;
	/// The weight of `answer`.
	fn answer() -> Weight;
	/// The weight of `extend`.
	fn extend() -> Weight;
	/// The weight of `give_opinion`.
	fn give_opinion() -> Weight;
	/// The weight of `recommend`.
	fn recommend() -> Weight;
	/// The weight of `decide`.
	fn decide() -> Weight;
	/// The weight of `appeal`.
	fn appeal() -> Weight;
	/// The weight of `prepare_judgment`.
	fn prepare_judgment() -> Weight;
	/// The weight of `decide_appeal`.
	fn decide_appeal() -> Weight;
	/// The weight of `propose_take_over`.
	fn propose_take_over() -> Weight;
	/// The weight of `decide_take_over`.
	fn decide_take_over() -> Weight;
	/// The weight of `withdraw_take_over`.
	fn withdraw_take_over() -> Weight;
	/// The weight of `do_due`.
	fn do_due() -> Weight;
	/// The weight of a block in which nothing is due, and that moves as many rows as it looks at again.
	fn due_none() -> Weight;
	/// The weight of one row of the queue at its heaviest.
	fn due_row() -> Weight;
}

/// A stand-in for the mock only: no runtime may use it.
const MOCK: Weight = Weight::from_parts(1_000_000_000, 0);

/// For the mock only.
impl WeightInfo for () {
	fn apply() -> Weight {
		MOCK
	}
	fn enter() -> Weight {
		MOCK
	}
	fn settle_fee() -> Weight {
		MOCK
	}
	fn return_dossier() -> Weight {
		MOCK
	}
	fn resubmit() -> Weight {
		MOCK
	}
	fn complete() -> Weight {
		MOCK
	}
	fn take_case() -> Weight {
		MOCK
	}
	fn withdraw() -> Weight {
		MOCK
	}
	fn recommit() -> Weight {
		MOCK
	}
	fn ask() -> Weight {
		MOCK
	}
	fn answer() -> Weight {
		MOCK
	}
	fn extend() -> Weight {
		MOCK
	}
	fn give_opinion() -> Weight {
		MOCK
	}
	fn recommend() -> Weight {
		MOCK
	}
	fn decide() -> Weight {
		MOCK
	}
	fn appeal() -> Weight {
		MOCK
	}
	fn prepare_judgment() -> Weight {
		MOCK
	}
	fn decide_appeal() -> Weight {
		MOCK
	}
	fn propose_take_over() -> Weight {
		MOCK
	}
	fn decide_take_over() -> Weight {
		MOCK
	}
	fn withdraw_take_over() -> Weight {
		MOCK
	}
	fn do_due() -> Weight {
		MOCK
	}
	fn due_none() -> Weight {
		MOCK
	}
	fn due_row() -> Weight {
		MOCK
	}
}
