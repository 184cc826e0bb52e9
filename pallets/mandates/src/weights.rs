//! Weights of the calls.

use frame_support::weights::Weight;

/// How long each call takes.
pub trait WeightInfo {
	/// [`crate::Pallet::propose_grant`].
	fn propose_grant() -> Weight;
	/// [`crate::Pallet::confirm_grant`].
	fn confirm_grant() -> Weight;
	/// [`crate::Pallet::propose_change`].
	fn propose_change() -> Weight;
	/// [`crate::Pallet::confirm_change`].
	fn confirm_change() -> Weight;
	/// [`crate::Pallet::withdraw_proposal`].
	fn withdraw_proposal() -> Weight;
	/// [`crate::Pallet::suspend_mandate`].
	fn suspend_mandate() -> Weight;
}

/// For the mock only.
impl WeightInfo for () {
	fn propose_grant() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn confirm_grant() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn propose_change() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn confirm_change() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn withdraw_proposal() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn suspend_mandate() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
}
