//! Benchmarks: one for each act, since each does something else.

use alloc::{format, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{EnsureOrigin, GetCallMetadata},
	BoundedVec,
};
use polity_primitives::{
	office::CompetenceKind,
	time::{
		Calendar, CalendarDate, Instant, LocalOffset, TolledInterval, TolledIntervals, WeekendDays,
		MAX_HOLIDAYS, MAX_TOLLED_INTERVALS,
	},
	traits::{
		AbsenceRule, LegalClock, MinistryAdministration, NewMinistry, Rate, RateClass,
		MAX_SEAT_KEYS,
	},
	District, Register, Signatory, Tag,
};
use sp_core::H256;

use crate::{pallet::*, types::*};

fn council<T: Config>() -> T::RuntimeOrigin {
	T::CouncilOrigin::try_successful_origin().expect("the council can pass a motion")
}

/// A seat with as many keys as one can have.
fn seat<T: Config>(
) -> BoundedVec<Signatory<T::AccountId>, frame_support::traits::ConstU32<MAX_SEAT_KEYS>> {
	let keys: Vec<_> = (0..MAX_SEAT_KEYS)
		.map(|place| Signatory {
			account: account("seat", place, 77),
			person: Tag::new([u8::try_from(place).unwrap_or_default().saturating_add(1); 32])
				.expect("not zero"),
		})
		.collect();
	BoundedVec::truncate_from(keys)
}

/// A calendar with this many holidays.
fn calendar(holidays: u32) -> Calendar {
	let days: Vec<_> = (0..holidays)
		.filter_map(|day| CalendarDate::from_days_since_epoch(20_000 + day as i32).ok())
		.collect();
	Calendar::try_new(
		LocalOffset::UTC,
		WeekendDays::SATURDAY_SUNDAY,
		BoundedVec::truncate_from(days),
	)
	.expect("the days are in order")
}

/// A call that the council may pause, of whatever runtime this is.
fn pausable<T: Config>() -> CallName {
	use frame_support::traits::Contains;
	T::RuntimeCall::get_module_names()
		.iter()
		.flat_map(|pallet| {
			T::RuntimeCall::get_call_names(pallet)
				.iter()
				.filter_map(|call| CallName::of(pallet, call))
		})
		.filter(|name| {
			name.pallet() != Some(<Pallet<T> as frame_support::traits::PalletInfoAccess>::name())
		})
		.find(|name| !T::NeverPaused::contains(name))
		.expect("a runtime has a call that can be paused")
}

/// Whether something has taken effect: an act that is refused leaves no event.
fn enacted<T: Config>() -> bool {
	frame_system::Pallet::<T>::read_events_no_consensus().count() > 0
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn authorise_upgrade() {
		let origin = council::<T>();
		let act = CouncilAct::AuthoriseUpgrade { code_hash: H256::repeat_byte(1) };
		#[extrinsic_call]
		enact(origin as T::RuntimeOrigin, act);
		assert!(enacted::<T>());
	}

	#[benchmark]
	fn pause_call() {
		let origin = council::<T>();
		let act = CouncilAct::PauseCall { call: pausable::<T>() };
		#[extrinsic_call]
		enact(origin as T::RuntimeOrigin, act);
		assert!(enacted::<T>());
	}

	#[benchmark]
	fn resume_call() -> Result<(), BenchmarkError> {
		let call = pausable::<T>();
		Pallet::<T>::enact(council::<T>(), CouncilAct::PauseCall { call: call.clone() })?;
		let origin = council::<T>();
		#[extrinsic_call]
		enact(origin as T::RuntimeOrigin, CouncilAct::ResumeCall { call });
		Ok(())
	}

	#[benchmark]
	fn set_rate() {
		let origin = council::<T>();
		let rate = Rate { ref_time: 1_000_000_000_000, length: 1_000_000 };
		#[extrinsic_call]
		enact(origin as T::RuntimeOrigin, CouncilAct::SetRate { class: RateClass::Officer, rate });
		assert!(enacted::<T>());
	}

	#[benchmark]
	fn admit_ministry() {
		T::Ministries::prepare_for_benchmark();
		let origin = council::<T>();
		let ministry = NewMinistry {
			name: BoundedVec::truncate_from(format!("{:064}", 1).into_bytes()),
			seat: seat::<T>(),
			threshold: 2,
			node: Some(account("new node", 0, 77)),
		};
		#[extrinsic_call]
		enact(origin as T::RuntimeOrigin, CouncilAct::AdmitMinistry { ministry });
		assert!(enacted::<T>());
	}

	#[benchmark]
	fn suspend_ministry() {
		let (ministry, _, _) = T::Ministries::prepare_for_benchmark();
		let origin = council::<T>();
		#[extrinsic_call]
		enact(origin as T::RuntimeOrigin, CouncilAct::SuspendMinistry { ministry });
		assert!(enacted::<T>());
	}

	#[benchmark]
	fn reinstate_ministry() -> Result<(), BenchmarkError> {
		let (ministry, _, _) = T::Ministries::prepare_for_benchmark();
		T::Ministries::suspend(ministry)?;
		let origin = council::<T>();
		#[extrinsic_call]
		enact(origin as T::RuntimeOrigin, CouncilAct::ReinstateMinistry { ministry });
		assert!(enacted::<T>());
		Ok(())
	}

	#[benchmark]
	fn expel_ministry() {
		let (ministry, _, _) = T::Ministries::prepare_for_benchmark();
		let origin = council::<T>();
		#[extrinsic_call]
		enact(origin as T::RuntimeOrigin, CouncilAct::ExpelMinistry { ministry });
		assert!(enacted::<T>());
	}

	#[benchmark]
	fn replace_node() {
		let (ministry, old, new) = T::Ministries::prepare_for_benchmark();
		let origin = council::<T>();
		#[extrinsic_call]
		enact(origin as T::RuntimeOrigin, CouncilAct::ReplaceNode { ministry, old, new });
		assert!(enacted::<T>());
	}

	#[benchmark]
	fn replace_seat() {
		let (ministry, _, _) = T::Ministries::prepare_for_benchmark();
		let origin = council::<T>();
		let act = CouncilAct::ReplaceSeat { ministry, seat: seat::<T>(), threshold: 2 };
		#[extrinsic_call]
		enact(origin as T::RuntimeOrigin, act);
		assert!(enacted::<T>());
	}

	#[benchmark]
	fn set_competence() {
		let (ministry, _, _) = T::Ministries::prepare_for_benchmark();
		let origin = council::<T>();
		let act = CouncilAct::SetCompetence {
			register: Register::Business,
			district: District::NATIONAL,
			kind: CompetenceKind::Keeper,
			ministry: Some(ministry),
		};
		#[extrinsic_call]
		enact(origin as T::RuntimeOrigin, act);
		assert!(enacted::<T>());
	}

	/// The list is full, and the new interval joins two of it.
	#[benchmark]
	fn toll_clocks() {
		let at = Instant::from_millis;
		let interval = |number: u64| {
			TolledInterval::try_new(at(number * 1_000), at(number * 1_000 + 10)).expect("not empty")
		};
		let mut tolled = TolledIntervals::new();
		for number in 0..u64::from(MAX_TOLLED_INTERVALS) {
			tolled.try_insert(interval(number)).expect("there is room");
		}
		Tolled::<T>::put(tolled);
		let joining = TolledInterval::try_new(at(10), at(1_000)).expect("not empty");
		let origin = council::<T>();
		#[extrinsic_call]
		enact(origin as T::RuntimeOrigin, CouncilAct::TollClocks { interval: joining });
		assert!(Pallet::<T>::tolled().is_tolled(at(500)));
	}

	#[benchmark]
	fn set_calendar(h: Linear<0, MAX_HOLIDAYS>) {
		let (register, district) = (Register::Business, District(1));
		let origin = council::<T>();
		let act = CouncilAct::SetCalendar {
			scope: CalendarScope::Register { register, district },
			calendar: calendar(h),
		};
		#[extrinsic_call]
		enact(origin as T::RuntimeOrigin, act);
		assert!(Calendars::<T>::contains_key((register, district)));
	}

	#[benchmark]
	fn clear_calendar() {
		let (register, district) = (Register::Business, District(1));
		Calendars::<T>::insert((register, district), calendar(MAX_HOLIDAYS));
		let origin = council::<T>();
		#[extrinsic_call]
		enact(origin as T::RuntimeOrigin, CouncilAct::ClearCalendar { register, district });
		assert!(!Calendars::<T>::contains_key((register, district)));
	}

	#[benchmark]
	fn set_absence_rule() {
		let rule = Some(AbsenceRule { missed_percent: 50, sessions: 6 });
		let origin = council::<T>();
		#[extrinsic_call]
		enact(origin as T::RuntimeOrigin, CouncilAct::SetAbsenceRule { rule });
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::externalities(None, alloc::vec![]),
		crate::mock::Test
	);
}
