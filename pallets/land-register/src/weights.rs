//! How heavy the calls are. The runtime's figures are measured: `scripts/benchmark-weights`.

use frame_support::weights::Weight;

/// The weight of each call.
pub trait WeightInfo {
	/// The weight of `open_first_registration`.
	fn open_first_registration() -> Weight;
	/// The weight of `object_to_registration`.
	fn object_to_registration() -> Weight;
	/// The weight of `withdraw_registration_objection`.
	fn withdraw_registration_objection() -> Weight;
	/// The weight of `dismiss_objection`.
	fn dismiss_objection() -> Weight;
	/// The weight of `decide_first_registration`.
	fn decide_first_registration() -> Weight;
	/// The weight of `withdraw_first_registration`.
	fn withdraw_first_registration() -> Weight;
	/// The weight of `prepare_conveyance` with `l` legs.
	fn prepare_conveyance(l: u32) -> Weight;
	/// The weight of `consent`.
	fn consent() -> Weight;
	/// The weight of `withdraw_consent`.
	fn withdraw_consent() -> Weight;
	/// The weight of `consent_by_deed`.
	fn consent_by_deed() -> Weight;
	/// The weight of `object`.
	fn object() -> Weight;
	/// The weight of `withdraw_objection`.
	fn withdraw_objection() -> Weight;
	/// The weight of `settle`, with as many legs as a conveyance can have.
	fn settle() -> Weight;
	/// The weight of `refuse_conveyance`.
	fn refuse_conveyance() -> Weight;
	/// The weight of `withdraw_conveyance`.
	fn withdraw_conveyance() -> Weight;
	/// The weight of `consent_to_survey`.
	fn consent_to_survey() -> Weight;
	/// The weight of `consent_to_survey_by_deed`.
	fn consent_to_survey_by_deed() -> Weight;
	/// The weight of `order_survey`.
	fn order_survey() -> Weight;
	/// The weight of `withdraw_survey_consent`.
	fn withdraw_survey_consent() -> Weight;
	/// The weight of `propose_law`.
	fn propose_law() -> Weight;
	/// The weight of `decide_law`.
	fn decide_law() -> Weight;
	/// The weight of `withdraw_law`.
	fn withdraw_law() -> Weight;
	/// The weight of `form_group`.
	fn form_group() -> Weight;
	/// The weight of `CompanyEstate::succeed` with as many titles as one call can pass.
	fn succeed() -> Weight;
	/// The weight of asking whether the ground of one parcel may change, with as many owners as can be
	/// asked.
	fn ensure_may_change() -> Weight;
	/// The weight of dividing a unit into as many as the index of parties has room for, but for the
	/// easements that serve it.
	fn divide_unit() -> Weight;
	/// The weight of joining as many units as one survey can, but for the easements that serve them.
	fn join_units() -> Weight;
	/// The weight of reattaching easements in as many servient units as there can be.
	fn reattach_easements() -> Weight;
}

/// A stand-in for the mock only: no runtime may use it.
const MOCK: Weight = Weight::from_parts(1_000_000_000, 0);

impl WeightInfo for () {
	fn open_first_registration() -> Weight {
		MOCK
	}
	fn object_to_registration() -> Weight {
		MOCK
	}
	fn withdraw_registration_objection() -> Weight {
		MOCK
	}
	fn dismiss_objection() -> Weight {
		MOCK
	}
	fn decide_first_registration() -> Weight {
		MOCK
	}
	fn withdraw_first_registration() -> Weight {
		MOCK
	}
	fn prepare_conveyance(l: u32) -> Weight {
		MOCK.saturating_mul(l.into())
	}
	fn consent() -> Weight {
		MOCK
	}
	fn withdraw_consent() -> Weight {
		MOCK
	}
	fn consent_by_deed() -> Weight {
		MOCK
	}
	fn object() -> Weight {
		MOCK
	}
	fn withdraw_objection() -> Weight {
		MOCK
	}
	fn settle() -> Weight {
		MOCK.saturating_mul(8)
	}
	fn refuse_conveyance() -> Weight {
		MOCK
	}
	fn withdraw_conveyance() -> Weight {
		MOCK
	}
	fn consent_to_survey() -> Weight {
		MOCK
	}
	fn consent_to_survey_by_deed() -> Weight {
		MOCK
	}
	fn order_survey() -> Weight {
		MOCK
	}
	fn withdraw_survey_consent() -> Weight {
		MOCK
	}
	fn form_group() -> Weight {
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
		MOCK.saturating_mul(32)
	}
	fn ensure_may_change() -> Weight {
		MOCK.saturating_mul(32)
	}
	fn divide_unit() -> Weight {
		MOCK.saturating_mul(32)
	}
	fn join_units() -> Weight {
		MOCK.saturating_mul(32)
	}
	fn reattach_easements() -> Weight {
		MOCK.saturating_mul(32)
	}
}
