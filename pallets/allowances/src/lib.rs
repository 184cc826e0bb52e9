#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod extension;
#[cfg(test)]
mod mock;
mod mortality;
mod nonce;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", feature = "std"))]
pub mod try_state;
mod types;
mod usage;
pub mod weights;

pub use extension::{CheckAllowance, OFFICER_PRIORITY, PERSON_PRIORITY, SEAT_PRIORITY};
pub use mortality::CheckMortality;
pub use nonce::CheckNonce;
pub use pallet::*;
pub use types::Charge;
pub use usage::Usage;
pub use weights::WeightInfo;

use frame_support::{
	dispatch::{DispatchInfo, DispatchResult},
	ensure,
	traits::Get,
};
use polity_primitives::{
	api::AllowanceStatus,
	ids::MinistryId,
	refusal::Refusal,
	traits::{Rate, RateAdministration, RateClass, SignerClass, SignerClasses},
	BlockNumber,
};
use sp_runtime::traits::{CheckedDiv, SaturatedConversion};
use types::{bounded_by_ministry, ministry_of, own_rate_class, Left};
use usage::{fits, times};

/// What a key of a council seat may use in one period, unless the genesis says otherwise: two
/// seconds of execution, and length enough for a runtime upgrade.
pub const DEFAULT_SEAT_RATE: Rate = Rate { ref_time: 2_000_000_000_000, length: 16_777_216 };
/// What an officer may use in one period, unless the genesis says otherwise: four seconds.
pub const DEFAULT_OFFICER_RATE: Rate = Rate { ref_time: 4_000_000_000_000, length: 8_388_608 };
/// What a person may use in one period, unless the genesis says otherwise: half a second.
pub const DEFAULT_PERSON_RATE: Rate = Rate { ref_time: 500_000_000_000, length: 262_144 };
/// What a ministry may use in one period, unless the genesis says otherwise: ten seconds.
pub const DEFAULT_MINISTRY_RATE: Rate = Rate { ref_time: 10_000_000_000_000, length: 33_554_432 };

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use core::marker::PhantomData;
	use frame_support::{pallet_prelude::*, traits::Contains};
	use frame_system::pallet_prelude::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Metered transactions without fees.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who is a seat, an officer or a person.
		type Classes: SignerClasses<Self::AccountId>;

		/// Which calls a signed transaction can bring: what `frame_system`'s filter lets through, also
		/// of the calls that a call carries, at every depth. The filter itself sees a carried call only
		/// when it is dispatched, in the block. To look at a carried call costs no weight, so it must
		/// not cost more than to decode it.
		type AdmittedCalls: Contains<Self::RuntimeCall>;

		/// How many blocks a period has.
		#[pallet::constant]
		type Period: Get<BlockNumberFor<Self>>;

		/// The smallest rate that the council can set, in both parts. It has to admit the motions
		/// that could raise a rate again: nobody else could.
		#[pallet::constant]
		type MinimumRate: Get<Rate>;

		/// Weights of the transaction extension.
		type WeightInfo: WeightInfo;
	}

	/// What a class may use in one period.
	#[pallet::storage]
	pub type Rates<T: Config> = StorageMap<_, Twox64Concat, RateClass, Rate, ValueQuery>;

	/// What a signer has used in the period of its last transaction. One row for each account that
	/// has ever signed with a role, and a role is given by an act of a ministry.
	#[pallet::storage]
	pub type Used<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Usage, ValueQuery>;

	/// What a ministry has used in the period of its last transaction.
	#[pallet::storage]
	pub type MinistryUsed<T: Config> = StorageMap<_, Twox64Concat, MinistryId, Usage, ValueQuery>;

	/// What each class may use in one period from the first block on.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// Of a key of a council seat, and of a seat's joint account.
		pub seat: Rate,
		/// Of an officer.
		pub officer: Rate,
		/// Of a person who controls a tag, and of an authority node.
		pub person: Rate,
		/// Of all officers and seat keys of one ministry together.
		pub ministry: Rate,
		#[doc(hidden)]
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self {
				seat: DEFAULT_SEAT_RATE,
				officer: DEFAULT_OFFICER_RATE,
				person: DEFAULT_PERSON_RATE,
				ministry: DEFAULT_MINISTRY_RATE,
				_config: PhantomData,
			}
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for (class, rate) in [
				(RateClass::Seat, self.seat),
				(RateClass::Officer, self.officer),
				(RateClass::Person, self.person),
				(RateClass::Ministry, self.ministry),
			] {
				let checked = Pallet::<T>::ensure_rate(rate);
				assert!(checked.is_ok(), "the rate of {class:?} is too small: {rate:?}");
				Rates::<T>::insert(class, rate);
			}
		}
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The council has set what a class may use in one period.
		RateSet {
			/// Of whom.
			class: RateClass,
			/// What it was before.
			previous: Rate,
			/// What it is from now on.
			rate: Rate,
		},
	}

	/// Why a rate cannot be set.
	#[pallet::error]
	pub enum Error<T> {
		/// Nobody could send anything. Set a rate above zero in both parts.
		ZeroRate,
		/// The rate would not even admit the motion that raises it again. Set at least
		/// [`Config::MinimumRate`] in both parts.
		RateTooSmall,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "std")]
		fn integrity_test() {
			use sp_runtime::traits::Zero;
			assert!(!T::Period::get().is_zero(), "a period has at least one block");
			let minimum = T::MinimumRate::get();
			assert!(minimum.ref_time > 0 && minimum.length > 0, "the smallest rate is not zero");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			crate::try_state::do_try_state::<T>()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What an account has left of its allowance, or none for an account that the chain does
		/// not know.
		pub fn allowance(account: T::AccountId) -> Option<AllowanceStatus> {
			let class = T::Classes::class_of(&account)?;
			let left = Self::left(&account, class);
			Some(AllowanceStatus {
				class,
				left: left.own,
				ministry_left: left.ministry,
				refilled_at: Self::refilled_at(),
			})
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The number of the current period: how many have ended before.
	pub fn period() -> u32 {
		frame_system::Pallet::<T>::block_number()
			.checked_div(&T::Period::get())
			.unwrap_or_default()
			.saturated_into()
	}

	/// The first block of the next period.
	fn refilled_at() -> BlockNumber {
		let blocks: BlockNumber = T::Period::get().saturated_into();
		Self::period().saturating_add(1).saturating_mul(blocks)
	}

	/// What a transaction costs before it runs: all the weight that it declares, that of nested
	/// calls and of the extensions included, and its length.
	pub fn cost(info: &DispatchInfo, length: usize) -> Rate {
		Rate { ref_time: info.total_weight().ref_time(), length: length.saturated_into() }
	}

	fn used(signer: &T::AccountId) -> Usage {
		Used::<T>::get(signer).in_period(Self::period())
	}

	fn used_by_ministry(ministry: MinistryId) -> Usage {
		MinistryUsed::<T>::get(ministry).in_period(Self::period())
	}

	fn left(signer: &T::AccountId, class: SignerClass) -> Left {
		Left {
			own: Self::used(signer).left_of(Rates::<T>::get(own_rate_class(class))),
			ministry: ministry_of(class).map(|ministry| {
				Self::used_by_ministry(ministry).left_of(Rates::<T>::get(RateClass::Ministry))
			}),
		}
	}

	/// Whether a transaction fits into what its signer may still use in this period.
	///
	/// # Errors
	/// [`Refusal::LargerThanAllowance`], [`Refusal::AllowanceExhausted`] or
	/// [`Refusal::MinistryAllowanceExhausted`].
	pub fn ensure_fits(
		signer: &T::AccountId,
		class: SignerClass,
		cost: Rate,
	) -> Result<(), Refusal> {
		let rate = Rates::<T>::get(own_rate_class(class));
		ensure!(fits(cost, rate), Refusal::LargerThanAllowance);
		ensure!(fits(cost, Self::used(signer).left_of(rate)), Refusal::AllowanceExhausted);
		if let Some(ministry) = bounded_by_ministry(class) {
			let rate = Rates::<T>::get(RateClass::Ministry);
			ensure!(fits(cost, rate), Refusal::LargerThanAllowance);
			ensure!(
				fits(cost, Self::used_by_ministry(ministry).left_of(rate)),
				Refusal::MinistryAllowanceExhausted
			);
		}
		Ok(())
	}

	/// Whether `before` transactions of the same cost and this one fit together into what the
	/// signer may still use in this period.
	///
	/// # Errors
	/// [`Refusal::UnknownSigner`] or [`Refusal::TooMuchWaiting`].
	pub fn ensure_waiting_fits(
		signer: &T::AccountId,
		before: u64,
		cost: Rate,
	) -> Result<(), Refusal> {
		// Alone it was checked by `ensure_fits`, which tells more precisely what is wrong.
		if before == 0 {
			return Ok(());
		}
		let class = T::Classes::class_of(signer).ok_or(Refusal::UnknownSigner)?;
		let together = times(cost, before.saturating_add(1));
		let left = Self::left(signer, class);
		let fits_ministry = match (bounded_by_ministry(class), left.ministry) {
			(Some(_), Some(ministry_left)) => fits(together, ministry_left),
			_ => true,
		};
		ensure!(fits(together, left.own) && fits_ministry, Refusal::TooMuchWaiting);
		Ok(())
	}

	/// Charges a transaction to its signer and its signer's ministry.
	///
	/// It checks again, so that two transactions which were both validated before either was
	/// charged cannot overdraw an allowance.
	///
	/// # Errors
	/// As [`Self::ensure_fits`].
	pub fn charge(
		signer: T::AccountId,
		class: SignerClass,
		cost: Rate,
	) -> Result<Charge<T::AccountId>, Refusal> {
		Self::ensure_fits(&signer, class, cost)?;
		Used::<T>::insert(&signer, Self::used(&signer).charged(cost));
		let ministry = ministry_of(class);
		if let Some(ministry) = ministry {
			MinistryUsed::<T>::insert(ministry, Self::used_by_ministry(ministry).charged(cost));
		}
		Ok(Charge { signer, ministry, ref_time: cost.ref_time })
	}

	/// Gives back the execution time that was charged and not used. Length is not given back: the
	/// block carries it whatever the call did.
	pub fn refund(charge: Charge<T::AccountId>, used_ref_time: u64) {
		let unused = charge.ref_time.saturating_sub(used_ref_time);
		if unused == 0 {
			return;
		}
		let period = Self::period();
		Used::<T>::mutate(&charge.signer, |usage| {
			*usage = usage.in_period(period).refunded(unused);
		});
		if let Some(ministry) = charge.ministry {
			MinistryUsed::<T>::mutate(ministry, |usage| {
				*usage = usage.in_period(period).refunded(unused);
			});
		}
	}

	fn ensure_rate(rate: Rate) -> DispatchResult {
		ensure!(rate.ref_time > 0 && rate.length > 0, Error::<T>::ZeroRate);
		ensure!(fits(T::MinimumRate::get(), rate), Error::<T>::RateTooSmall);
		Ok(())
	}
}

impl<T: Config> RateAdministration for Pallet<T> {
	fn set_rate(class: RateClass, rate: Rate) -> DispatchResult {
		Self::ensure_rate(rate)?;
		let previous = Rates::<T>::get(class);
		Rates::<T>::insert(class, rate);
		Self::deposit_event(Event::RateSet { class, previous, rate });
		Ok(())
	}
}
