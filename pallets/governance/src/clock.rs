//! The clock of the law.

use frame_support::{
	dispatch::DispatchClass,
	traits::{OnTimestampSet, Time},
};
use polity_primitives::{
	record::RecordedAt,
	time::{gap_between, Calendar, CalendarDate, Instant, TolledIntervals},
	traits::LegalClock,
	BlockNumber, District, Register,
};
use sp_runtime::traits::UniqueSaturatedInto;

use crate::{pallet::*, types::TollCause, WeightInfo, LOG_TARGET};

impl<T: Config> LegalClock for Pallet<T> {
	fn now() -> Instant {
		Instant::from_millis(T::Time::now())
	}

	fn calendar(register: Register, district: District) -> Calendar {
		Calendars::<T>::get((register, district))
			.or_else(|| {
				let national = (register, District::NATIONAL);
				(district != District::NATIONAL).then(|| Calendars::<T>::get(national)).flatten()
			})
			.unwrap_or_else(DefaultCalendar::<T>::get)
	}

	fn tolled() -> TolledIntervals {
		Tolled::<T>::get()
	}

	fn today(register: Register, district: District) -> CalendarDate {
		// There is a date until the year 9999.
		Self::calendar(register, district).local_date(Self::now()).unwrap_or(CalendarDate::LAST)
	}

	fn recorded_at(register: Register, district: District) -> RecordedAt {
		let block: BlockNumber = frame_system::Pallet::<T>::block_number().unique_saturated_into();
		RecordedAt { block, instant: Self::now(), date: Self::today(register, district) }
	}
}

impl<T: Config> OnTimestampSet<u64> for Pallet<T> {
	/// Opens a tolled interval when the chain stood still before this block. Before the first
	/// block there was no chain to stand still.
	fn on_timestamp_set(moment: u64) {
		let now = Instant::from_millis(moment);
		let Some(gap) = LastInstant::<T>::mutate(|last| last.replace(now))
			.and_then(|last| gap_between(last, now))
		else {
			return;
		};
		log::warn!(
			target: LOG_TARGET,
			"no block for {} seconds: the clocks of the law stood still",
			gap.millis().checked_div(1_000).unwrap_or_default(),
		);
		let joined = Tolled::<T>::mutate(|tolled| tolled.insert_or_join(gap));
		Self::deposit_event(Event::ClocksTolled {
			from: gap.from(),
			to: gap.to(),
			cause: TollCause::Outage,
		});
		if let Some(joined) = joined {
			Self::deposit_event(Event::TolledIntervalsJoined {
				from: joined.from(),
				to: joined.to(),
			});
		}
		// The timestamp's own weight is that of a block without a gap.
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			T::WeightInfo::toll_clocks(),
			DispatchClass::Mandatory,
		);
	}
}
