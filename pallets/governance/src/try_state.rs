//! What holds of the state at every block.

use frame_support::ensure;
use polity_primitives::traits::LegalClock;
use sp_runtime::TryRuntimeError;

use crate::{pallet::*, types::MAX_CALENDARS};

/// Checks every property of the pallet's state. That calendars are sorted and tolled intervals
/// apart, their decoding checks: what cannot be decoded is missing here.
///
/// # Errors
/// The first property that does not hold, as a sentence.
pub fn do_try_state<T: Config>() -> Result<(), TryRuntimeError> {
	ensure!(
		!Tolled::<T>::exists() || Tolled::<T>::try_get().is_ok(),
		"the tolled intervals are not in order"
	);
	ensure!(
		!DefaultCalendar::<T>::exists() || DefaultCalendar::<T>::try_get().is_ok(),
		"the calendar for everywhere is not sound"
	);
	let keys = u32::try_from(Calendars::<T>::iter_keys().count()).unwrap_or(u32::MAX);
	let values = u32::try_from(Calendars::<T>::iter_values().count()).unwrap_or(u32::MAX);
	ensure!(keys == Calendars::<T>::count(), "the count of calendars is wrong");
	ensure!(keys == values, "a calendar is not sound");
	ensure!(keys <= MAX_CALENDARS, "there are more calendars than are allowed");
	ensure!(
		LastInstant::<T>::get().is_none_or(|last| last <= Pallet::<T>::now()),
		"the last block is later than now"
	);
	Ok(())
}
