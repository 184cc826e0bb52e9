//! How heavy the calls are. The runtime's figures are measured: `scripts/benchmark-weights`.

use frame_support::weights::Weight;

use crate::types::FilingContent;

/// The weight of each call.
pub trait WeightInfo {
	/// The weight of `propose_law`.
	fn propose_law() -> Weight;
	/// The weight of `decide_law`.
	fn decide_law() -> Weight;
	/// The weight of `withdraw_proposal`.
	fn withdraw_proposal() -> Weight;
	/// The weight of `file` with a document.
	fn file_document() -> Weight;
	/// The weight of `file` with so many statements.
	fn file_statements(s: u32) -> Weight;
	/// The weight of `record_filing` with a document.
	fn record_document() -> Weight;
	/// The weight of `record_filing` with so many statements.
	fn record_statements(s: u32) -> Weight;
	/// The weight of `examine_filing`.
	fn examine_filing() -> Weight;
	/// The weight of `decide_filing`, with as many statements as can be.
	fn decide_filing() -> Weight;
	/// The weight of `withdraw_filing`.
	fn withdraw_filing() -> Weight;
	/// The weight of `report_overdue`.
	fn report_overdue() -> Weight;
}

/// What it weighs to hand something in.
pub(crate) fn file<Weights: WeightInfo>(content: &FilingContent) -> Weight {
	match content {
		FilingContent::Document { .. } => Weights::file_document(),
		FilingContent::Ownership(_) => Weights::file_statements(content.statements()),
	}
}

/// What it weighs to enter what was handed in on paper.
pub(crate) fn record_filing<Weights: WeightInfo>(content: &FilingContent) -> Weight {
	match content {
		FilingContent::Document { .. } => Weights::record_document(),
		FilingContent::Ownership(_) => Weights::record_statements(content.statements()),
	}
}

/// A stand-in for the mock only: no runtime may use it.
const MOCK: Weight = Weight::from_parts(1_000_000_000, 0);

/// For the mock only.
impl WeightInfo for () {
	fn propose_law() -> Weight {
		MOCK
	}
	fn decide_law() -> Weight {
		MOCK
	}
	fn withdraw_proposal() -> Weight {
		MOCK
	}
	fn file_document() -> Weight {
		MOCK
	}
	fn file_statements(_: u32) -> Weight {
		MOCK
	}
	fn record_document() -> Weight {
		MOCK
	}
	fn record_statements(_: u32) -> Weight {
		MOCK
	}
	fn examine_filing() -> Weight {
		MOCK
	}
	fn decide_filing() -> Weight {
		MOCK
	}
	fn withdraw_filing() -> Weight {
		MOCK
	}
	fn report_overdue() -> Weight {
		MOCK
	}
}
