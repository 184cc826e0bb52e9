//! Weights of the transaction extension.

use frame_support::weights::Weight;

/// How long the transaction extension takes.
pub trait WeightInfo {
	/// All that [`crate::CheckAllowance`] does before and after a transaction of an officer, and
	/// the bound of [`crate::CheckNonce`] on what the signer has waiting, which reads the same rows.
	fn check_allowance() -> Weight;
}

/// For the mock only.
impl WeightInfo for () {
	fn check_allowance() -> Weight {
		Weight::from_parts(10_000_000, 0)
	}
}
