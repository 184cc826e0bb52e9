//! What holds of the storage between any two blocks.

use frame_support::ensure;
use polity_primitives::traits::{Rate, RateClass};
use sp_runtime::TryRuntimeError;

use crate::{usage::fits, Config, MinistryUsed, Pallet, Rates, Usage, Used};
use frame_support::traits::Get;

/// Every class can send at least what the smallest rate admits, and nothing was used in a period
/// that has not begun.
///
/// That nobody has used more than its rate is not asked: the council may lower a rate within a
/// period.
pub fn do_try_state<T: Config>() -> Result<(), TryRuntimeError> {
	for class in [RateClass::Seat, RateClass::Officer, RateClass::Person, RateClass::Ministry] {
		let rate: Rate = Rates::<T>::get(class);
		ensure!(fits(T::MinimumRate::get(), rate), "a rate is under the smallest one");
	}
	let period = Pallet::<T>::period();
	let has_begun = |usage: &Usage| usage.period <= period;
	ensure!(Used::<T>::iter_values().all(|usage| has_begun(&usage)), "a signer's usage is early");
	ensure!(
		MinistryUsed::<T>::iter_values().all(|usage| has_begun(&usage)),
		"a ministry's usage is early"
	);
	Ok(())
}
