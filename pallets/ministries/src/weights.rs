//! The weights that the pallet asks for. The runtime's are measured; see `scripts/benchmark-weights`.

use frame_support::weights::Weight;

/// What each call, and each hook that runs outside a call, weighs at worst.
pub trait WeightInfo {
	/// `nominate_node`.
	fn nominate_node() -> Weight;
	/// `confirm_nomination`.
	fn confirm_nomination() -> Weight;
	/// `withdraw_nomination`, of a node that has set its session keys.
	fn withdraw_nomination() -> Weight;
	/// `announce_maintenance`.
	fn announce_maintenance() -> Weight;
	/// `end_maintenance`.
	fn end_maintenance() -> Weight;
	/// `return_node`.
	fn return_node() -> Weight;
	/// Ending a session of as many authorities as can be, all of which are stood down or would be.
	fn close_counting() -> Weight;
	/// Noting who authored the block.
	fn note_author() -> Weight;
	/// Noting one offence and disabling the offender.
	fn note_offence() -> Weight;
}

/// For the mock only.
impl WeightInfo for () {
	fn nominate_node() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn confirm_nomination() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn withdraw_nomination() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn announce_maintenance() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn end_maintenance() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn return_node() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn close_counting() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn note_author() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn note_offence() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
}
