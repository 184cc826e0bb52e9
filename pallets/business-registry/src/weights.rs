//! How heavy the calls are. The runtime's figures are measured: `scripts/benchmark-weights`.

use frame_support::weights::Weight;

/// The weight of each call.
pub trait WeightInfo {
	/// The weight of `request_reservation`.
	fn request_reservation() -> Weight;
	/// The weight of `reserve_name`.
	fn reserve_name() -> Weight;
	/// The weight of `refuse_reservation`.
	fn refuse_reservation() -> Weight;
	/// The weight of `withdraw_reservation`.
	fn withdraw_reservation() -> Weight;
	/// The weight of `release_name`.
	fn release_name() -> Weight;
	/// The weight of `apply`.
	fn apply() -> Weight;
	/// The weight of `take_up`.
	fn take_up() -> Weight;
	/// The weight of `raise_query`.
	fn raise_query() -> Weight;
	/// The weight of `answer_query`.
	fn answer_query() -> Weight;
	/// The weight of `withdraw_application`.
	fn withdraw_application() -> Weight;
	/// The weight of `examine`.
	fn examine() -> Weight;
	/// The weight of `decide`.
	fn decide() -> Weight;
	/// The weight of `propose_change` but for what follows.
	fn propose_change() -> Weight;
	/// The weight of `propose_change` for another status: a strike-off asks the other registers.
	fn propose_strike_off() -> Weight;
	/// The weight of `propose_change` for a merger or a conversion.
	fn propose_merger() -> Weight;
	/// The weight of `decide_change` but for what follows, and of every rejection.
	fn decide_change() -> Weight;
	/// The weight of `decide_change` for another status.
	fn decide_strike_off() -> Weight;
	/// The weight of `decide_change` for a merger, without what the other registers do for it.
	fn decide_merger() -> Weight;
	/// The weight of `decide_change` for a conversion, without what the other registers do for it but
	/// for passing the board.
	fn decide_conversion() -> Weight;
	/// The weight of `propose_law`.
	fn propose_law() -> Weight;
	/// The weight of `decide_law`.
	fn decide_law() -> Weight;
	/// The weight of `withdraw_law`.
	fn withdraw_law() -> Weight;
	/// The weight of `withdraw_proposal`.
	fn withdraw_proposal() -> Weight;
	/// The weight of `open_campaign`.
	fn open_campaign() -> Weight;
	/// The weight of `import_companies` with `n` rows.
	fn import_companies(n: u32) -> Weight;
	/// The weight of `refuse_row`.
	fn refuse_row() -> Weight;
	/// The weight of `seal_campaign`.
	fn seal_campaign() -> Weight;
}

/// A stand-in for the mock only: no runtime may use it.
const MOCK: Weight = Weight::from_parts(1_000_000_000, 0);

/// For the mock only.
impl WeightInfo for () {
	fn request_reservation() -> Weight {
		MOCK
	}
	fn reserve_name() -> Weight {
		MOCK
	}
	fn refuse_reservation() -> Weight {
		MOCK
	}
	fn withdraw_reservation() -> Weight {
		MOCK
	}
	fn release_name() -> Weight {
		MOCK
	}
	fn apply() -> Weight {
		MOCK
	}
	fn take_up() -> Weight {
		MOCK
	}
	fn raise_query() -> Weight {
		MOCK
	}
	fn answer_query() -> Weight {
		MOCK
	}
	fn withdraw_application() -> Weight {
		MOCK
	}
	fn examine() -> Weight {
		MOCK
	}
	fn decide() -> Weight {
		MOCK
	}
	fn propose_change() -> Weight {
		MOCK
	}
	fn propose_strike_off() -> Weight {
		MOCK
	}
	fn propose_merger() -> Weight {
		MOCK.saturating_mul(2)
	}
	fn decide_change() -> Weight {
		MOCK
	}
	fn decide_strike_off() -> Weight {
		MOCK.saturating_mul(2)
	}
	fn decide_merger() -> Weight {
		MOCK.saturating_mul(3)
	}
	fn decide_conversion() -> Weight {
		MOCK.saturating_mul(4)
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
	fn open_campaign() -> Weight {
		MOCK
	}
	fn import_companies(n: u32) -> Weight {
		MOCK.saturating_mul(n.into())
	}
	fn refuse_row() -> Weight {
		MOCK
	}
	fn seal_campaign() -> Weight {
		MOCK
	}
}
