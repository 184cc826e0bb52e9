//! How heavy the calls are. The runtime's figures are measured: `scripts/benchmark-weights`.

use frame_support::weights::Weight;

use crate::types::WorkBound;

/// The weight of each call, and of each unit of the work in it.
pub trait WeightInfo {
	/// The weight of `propose_law`.
	fn propose_law() -> Weight;
	/// The weight of `propose_registration`, but for its outline and the work that it states.
	fn propose_registration() -> Weight;
	/// The weight of `decide_proposal`, but for an outline and the work that it states.
	fn decide_proposal() -> Weight;
	/// The weight of `propose_survey`, but for its outlines and the work that it states.
	fn propose_survey() -> Weight;
	/// The weight of `decide_survey` with as many parcels as there can be, but for their outlines,
	/// the work that it states, and the rights on them.
	fn decide_survey() -> Weight;
	/// The weight of `approve_in_steps`, but for an outline and the work that it states.
	fn approve_in_steps() -> Weight;
	/// The weight of `enter_ground`, but for an outline and the work that it states.
	fn enter_ground() -> Weight;
	/// The weight of `withdraw_proposal`.
	fn withdraw_proposal() -> Weight;
	/// The weight of `open_campaign`.
	fn open_campaign() -> Weight;
	/// The weight of `import_parcels` with `n` rows, but for their outlines and the work that it
	/// states.
	fn import_parcels(n: u32) -> Weight;
	/// The weight of `refuse_row`.
	fn refuse_row() -> Weight;
	/// The weight of `seal_campaign`.
	fn seal_campaign() -> Weight;
	/// What `v` vertices of outlines weigh: to decode, measure, hash, store and read them.
	fn vertices(v: u32) -> Weight;
	/// What it weighs to look up `c` cells.
	fn cells(c: u32) -> Weight;
	/// What it weighs to read `k` candidates.
	fn candidates(k: u32) -> Weight;
	/// What `t` tests of edges weigh.
	fn tests(t: u32) -> Weight;
	/// What it weighs to write `e` cells.
	fn entries(e: u32) -> Weight;
}

/// What the stated work weighs, with so many vertices of outlines.
pub fn work<W: WeightInfo>(bound: &WorkBound, vertices: u32) -> Weight {
	W::vertices(vertices)
		.saturating_add(W::cells(bound.cells))
		.saturating_add(W::candidates(bound.candidates))
		.saturating_add(W::tests(bound.tests))
		.saturating_add(W::entries(bound.writes))
}

/// A stand-in for the mock only: no runtime may use it.
const MOCK: Weight = Weight::from_parts(1_000_000_000, 0);

/// For the mock only.
impl WeightInfo for () {
	fn propose_law() -> Weight {
		MOCK
	}
	fn propose_registration() -> Weight {
		MOCK
	}
	fn decide_proposal() -> Weight {
		MOCK
	}
	fn propose_survey() -> Weight {
		MOCK
	}
	fn decide_survey() -> Weight {
		MOCK
	}
	fn approve_in_steps() -> Weight {
		MOCK
	}
	fn enter_ground() -> Weight {
		MOCK
	}
	fn withdraw_proposal() -> Weight {
		MOCK
	}
	fn open_campaign() -> Weight {
		MOCK
	}
	fn import_parcels(n: u32) -> Weight {
		MOCK.saturating_mul(n.into())
	}
	fn refuse_row() -> Weight {
		MOCK
	}
	fn seal_campaign() -> Weight {
		MOCK
	}
	fn vertices(v: u32) -> Weight {
		MOCK.saturating_mul(v.into())
	}
	fn cells(c: u32) -> Weight {
		MOCK.saturating_mul(c.into())
	}
	fn candidates(k: u32) -> Weight {
		MOCK.saturating_mul(k.into())
	}
	fn tests(t: u32) -> Weight {
		MOCK.saturating_mul(t.into())
	}
	fn entries(e: u32) -> Weight {
		MOCK.saturating_mul(e.into())
	}
}
