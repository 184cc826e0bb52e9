//! What the chain does by its clock, in the order of time: so much in each block, and none twice.

use alloc::vec::Vec;
use frame_support::{
	dispatch::DispatchResult, ensure, storage::with_storage_layer, weights::Weight,
};
use polity_permit_procedure::{Application, DueStep, StatedConditions};
use polity_primitives::{
	ids::ApplicationId,
	time::Instant,
	traits::{Acts, LegalClock, PermitRegister},
};
use sp_runtime::{traits::Get, DispatchError};

use crate::{
	case::Case,
	figures::one_more,
	types::{ApplicationChange, DueKey, Hands, LOOKED_AT_PER_BLOCK, RETRY_MILLIS},
	Applications, Config, Due, Error, Event, LookedAt, Pallet, WeightInfo,
};

impl<T: Config> Pallet<T> {
	/// What a block weighs that does so many rows.
	pub(crate) fn due_weight(rows: u32) -> Weight {
		T::WeightInfo::due_none()
			.saturating_add(T::WeightInfo::due_row().saturating_mul(rows.into()))
	}

	/// Does what is due, the earliest first and no more than a block can. What is left stays in the queue.
	pub(crate) fn do_what_is_due() -> Weight {
		let now = T::Clock::now();
		let most = usize::try_from(T::MaxDuePerBlock::get()).unwrap_or(usize::MAX);
		let due: Vec<_> =
			Due::<T>::iter_keys().take(most).take_while(|key| key.instant() <= now).collect();
		let rows = u32::try_from(due.len()).unwrap_or(u32::MAX);
		for key in due {
			Self::do_row(key, now);
		}
		Self::look_again(now);
		Self::due_weight(rows)
	}

	/// Looks at some rows that come later, in the order of time and from the first again after the last: a
	/// calendar that was changed can have made a deadline another, and then the row goes there. What comes
	/// within the hour is left: it is looked at then, and what is tried again waits for that.
	fn look_again(now: Instant) {
		let soon = now.checked_add_millis(RETRY_MILLIS).unwrap_or(now);
		let most = usize::try_from(LOOKED_AT_PER_BLOCK).unwrap_or(usize::MAX);
		let after = LookedAt::<T>::get().filter(|key| key.instant() > soon);
		let after = after.unwrap_or(DueKey::new(soon, ApplicationId(u64::MAX)));
		let rows: Vec<_> =
			Due::<T>::iter_keys_from(Due::<T>::hashed_key_for(after)).take(most).collect();
		for key in &rows {
			// What cannot be said now is left where it is: it is done or tried again then.
			let _ = with_storage_layer(|| Self::requeue(key.application()));
		}
		LookedAt::<T>::set(rows.last().copied().filter(|_| rows.len() == most));
	}

	/// Puts the row of an application where it belongs.
	fn requeue(id: ApplicationId) -> DispatchResult {
		let mut case = Case::<T>::load(id)?;
		if case.queue()? {
			case.write()?;
		}
		Ok(())
	}

	/// Does what is due of one row. What fails is tried again later, and changes nothing else.
	pub(crate) fn do_row(key: DueKey, now: Instant) {
		let id = key.application();
		if let Err(error) = with_storage_layer(|| Self::do_due_step(id).map(|_| ())) {
			Self::retry_later(key, now, error);
		}
	}

	pub(crate) fn do_do_due(id: ApplicationId) -> DispatchResult {
		ensure!(Self::do_due_step(id)?, Error::<T>::NothingDue);
		Ok(())
	}

	/// Takes the step that is due of an application, or puts its row where it belongs if none is: the time
	/// that was tolled since may have moved it. Whether either was done.
	fn do_due_step(id: ApplicationId) -> Result<bool, DispatchError> {
		let mut case = Case::<T>::load(id)?;
		let step = case.record.application.due_step(&case.terms, case.now, case.table());
		match step.map_err(Error::<T>::from)? {
			Some(DueStep::DeemedComplete) => Self::deem_complete(case)?,
			Some(DueStep::DeemedGranted) => Self::deem_granted(case)?,
			None => {
				let has_moved = case.queue()?;
				if has_moved {
					case.write()?;
				}
				return Ok(has_moved);
			},
		}
		Ok(true)
	}

	fn deem_complete(mut case: Case<T>) -> DispatchResult {
		case.record.recommendation = None;
		// The place is taken for the permit, or there is none, whyever.
		if with_storage_layer(|| case.reserve()).is_ok() {
			case.step(Application::deemed_complete)?;
			Self::count(&case, |figures| one_more(&mut figures.complete_by_silence));
			return case.store(None, None, ApplicationChange::DeemedComplete);
		}
		case.step(Application::refused_for_want_of_place)?;
		Self::count(&case, |figures| one_more(&mut figures.without_place));
		case.store(None, None, ApplicationChange::RefusedForWantOfPlace)
	}

	fn deem_granted(mut case: Case<T>) -> DispatchResult {
		case.step(Application::deemed_granted)?;
		let today = Self::today(case.record.district);
		let grant = Self::grant_of(&case, today, None, StatedConditions::default());
		let permit = T::Permits::grant(grant, None)?;
		case.record.permit = Some(permit);
		case.record.recommendation = None;
		case.record.hands = Hands::default();
		Self::count_decision(&case, |figures| one_more(&mut figures.by_silence))?;
		case.store(None, None, ApplicationChange::DeemedGranted { permit })
	}

	/// Moves a row of which nothing could be done to a later instant: it stays in the queue.
	fn retry_later(key: DueKey, now: Instant, error: DispatchError) {
		let application = key.application();
		let retried_at = now.checked_add_millis(RETRY_MILLIS).unwrap_or(now);
		Due::<T>::remove(key);
		Applications::<T>::mutate_extant(application, |record| {
			record.due = Some(retried_at);
			Due::<T>::insert(DueKey::new(retried_at, application), ());
		});
		Self::deposit_event(Event::DueStepFailed { application, error, retried_at });
	}
}
