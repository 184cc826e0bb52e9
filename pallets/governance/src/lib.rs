#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod acts;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod clock;
#[cfg(test)]
mod mock;
pub mod rules;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", feature = "std"))]
pub mod try_state;
mod types;
pub mod weights;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

/// Where the pallet's log lines say that they are from.
pub(crate) const LOG_TARGET: &str = "runtime::governance";

/// The pallet.
#[frame_support::pallet]
pub mod pallet {
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::*,
		traits::{Contains, EnsureOrigin, GetCallMetadata, Time},
	};
	use frame_system::pallet_prelude::*;
	use polity_primitives::{
		time::{Calendar, Instant, LocalOffset, TolledIntervals, WeekendDays},
		traits::{
			CompetenceAdministration, LegalClock, MinistryAdministration, RateAdministration,
		},
		District, Register,
	};

	use super::{rules::IntervalFault, types::*, WeightInfo};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the pallet is configured by. It asks of the runtime's calls only that their names can
	/// be listed.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeCall: GetCallMetadata> {
		/// The council that has passed a motion with the majority that the law demands.
		type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The block's time, in milliseconds.
		type Time: Time<Moment = u64>;

		/// Authorises upgrades.
		type Upgrades: Upgrades;

		/// Pauses calls.
		type Pauses: CallPauses;

		/// The calls without which the chain or the council would stand still: reports of
		/// GRANDPA, the timestamp, the council's own. This pallet's are never paused in any case.
		type NeverPaused: Contains<CallName>;

		/// The ministries.
		type Ministries: MinistryAdministration<Self::AccountId>;

		/// Their competences.
		type Competences: CompetenceAdministration;

		/// The allowances.
		type Rates: RateAdministration;

		/// The weights of the acts.
		type WeightInfo: WeightInfo;
	}

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Until the council sets another: UTC, Saturday and Sunday, no holidays.
	#[pallet::type_value]
	pub fn InitialCalendar() -> Calendar {
		Calendar::without_holidays(LocalOffset::UTC, WeekendDays::SATURDAY_SUNDAY)
	}

	/// The calendar that holds where no other is set.
	#[pallet::storage]
	pub type DefaultCalendar<T> = StorageValue<_, Calendar, ValueQuery, InitialCalendar>;

	/// The calendars of registers, by district; that of [`District::NATIONAL`] holds in all
	/// districts that have none of their own. At most [`MAX_CALENDARS`].
	#[pallet::storage]
	pub type Calendars<T> =
		CountedStorageMap<_, Twox64Concat, (Register, District), Calendar, OptionQuery>;

	/// The intervals in which no legal clock ran.
	#[pallet::storage]
	pub type Tolled<T> = StorageValue<_, TolledIntervals, ValueQuery>;

	/// The time of the last block; none before the first.
	#[pallet::storage]
	pub type LastInstant<T> = StorageValue<_, Instant, OptionQuery>;

	/// The calendars that a network starts with.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The calendar for everywhere; without one it is UTC with Saturday and Sunday.
		pub default_calendar: Option<Calendar>,
		/// The calendars of registers and districts.
		pub calendars: Vec<(Register, District, Calendar)>,
		/// Nothing.
		#[serde(skip)]
		pub phantom: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Panics with a clear text when the preset breaks a rule: there is no chain yet.
		fn build(&self) {
			if let Some(calendar) = &self.default_calendar {
				DefaultCalendar::<T>::put(calendar);
			}
			for (register, district, calendar) in &self.calendars {
				Calendars::<T>::insert((register, district), calendar);
			}
			assert!(
				Calendars::<T>::count() <= MAX_CALENDARS,
				"governance genesis: more than {MAX_CALENDARS} calendars"
			);
		}
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The council's act has taken effect. What it changed in other pallets, their own events
		/// say.
		Enacted {
			/// The act.
			act: CouncilAct<T::AccountId>,
		},
		/// Every legal clock stands still for an interval. One that touches others is kept with
		/// them as one.
		ClocksTolled {
			/// The first tolled instant.
			from: Instant,
			/// The first instant that is tolled no more.
			to: Instant,
			/// Why.
			cause: TollCause,
		},
		/// As many intervals are kept as can be, so that the shortest time between two of them was
		/// tolled too: no outage is lost, and deadlines move only later.
		TolledIntervalsJoined {
			/// The first instant that is tolled now.
			from: Instant,
			/// The first instant after it that was tolled before.
			to: Instant,
		},
	}

	/// Why an act was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The hash is all zero, which no code has. Compute it again.
		EmptyCodeHash,
		/// The runtime has no such call. Take the names of pallet and call from its metadata.
		UnknownCall,
		/// Without this call the chain or the council would stand still. It cannot be paused.
		NeverPaused,
		/// As many calendars are set as can be kept. Clear one first.
		TooManyCalendars,
		/// No calendar of its own is set there, so there is nothing to clear.
		NoSuchCalendar,
		/// The interval is longer than a year. Toll it in parts, each by a motion of its own.
		TolledIntervalTooLong,
		/// The interval ends more than a year from now. Toll it later.
		TolledIntervalTooFarAhead,
		/// As many tolled intervals are kept as can be, and this one touches none of them. Extend
		/// it to the next one.
		TooManyTolledIntervals,
	}

	impl<T> From<IntervalFault> for Error<T> {
		fn from(fault: IntervalFault) -> Self {
			match fault {
				IntervalFault::TooLong => Self::TolledIntervalTooLong,
				IntervalFault::TooFarAhead => Self::TolledIntervalTooFarAhead,
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let pallets = T::RuntimeCall::get_module_names();
			assert!(
				pallets.iter().all(|pallet| {
					T::RuntimeCall::get_call_names(pallet)
						.iter()
						.all(|call| CallName::of(pallet, call).is_some())
				}),
				"every call has a name that an act can carry"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			super::try_state::do_try_state::<T>()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Puts an act of the council into effect. It is the proposal of a motion: the origin is
		/// the council that has passed it, never an account and never Root.
		///
		/// # Events
		/// * [`Event::Enacted`], after those of the act itself.
		///
		/// # Errors
		/// * `BadOrigin` - the motion has not the majority.
		/// * Those of [`Error`] and of the pallet whose business the act is. Nothing has changed
		///   then.
		#[pallet::call_index(0)]
		#[pallet::weight(Pallet::<T>::weight_of(act))]
		pub fn enact(origin: OriginFor<T>, act: CouncilAct<T::AccountId>) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_enact(act.clone())?;
			Self::deposit_event(Event::Enacted { act });
			Ok(())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The calendar that holds for a register in a district.
		pub fn calendar_of(register: Register, district: District) -> Calendar {
			<Self as LegalClock>::calendar(register, district)
		}

		/// The intervals in which no legal clock ran.
		pub fn tolled_intervals() -> TolledIntervals {
			Tolled::<T>::get()
		}

		/// The time of the last block; none before the first.
		pub fn last_instant() -> Option<Instant> {
			LastInstant::<T>::get()
		}
	}
}
