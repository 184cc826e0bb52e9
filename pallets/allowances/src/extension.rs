//! The transaction extension that meters.

use codec::{Decode, DecodeWithMemTracking, Encode};
use core::{fmt, marker::PhantomData};
use frame_support::{
	dispatch::{DispatchInfo, PostDispatchInfo},
	ensure,
	pallet_prelude::{TransactionPriority, TransactionSource, Weight},
	traits::Contains,
};
use frame_system::pallet_prelude::OriginFor;
use polity_primitives::{refusal::Refusal, traits::SignerClass, traits::SignerClasses};
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{
		AsSystemOriginSigner, DispatchInfoOf, Dispatchable, Implication, PostDispatchInfoOf,
		TransactionExtension, ValidateResult,
	},
	transaction_validity::{TransactionValidityError, ValidTransaction},
	DispatchResult,
};

use crate::{Charge, Config, Pallet, WeightInfo};

/// The pool's priority of what a seat signs: the highest, so that a ministry can suspend an officer
/// who floods the pool.
pub const SEAT_PRIORITY: TransactionPriority = 300;
/// The pool's priority of what an officer signs.
pub const OFFICER_PRIORITY: TransactionPriority = 200;
/// The pool's priority of what a person or an authority node signs.
pub const PERSON_PRIORITY: TransactionPriority = 100;

/// Admits a signed transaction if its signer is known and has enough left in this period, and
/// charges its weight and length to the signer and the signer's ministry.
///
/// It carries no bytes of its own and signs for nothing implicit, so that a wallet which has never
/// heard of it still signs rightly. It stands before the nonce check, which would answer a stranger
/// with a misleading "inability to pay".
///
/// Transactions without a signer pass free: inherents and reports are admitted by their own rules.
///
/// # Refused with
/// [`Refusal::UnknownSigner`], [`Refusal::LargerThanAllowance`], [`Refusal::AllowanceExhausted`],
/// [`Refusal::MinistryAllowanceExhausted`], [`Refusal::CallNotAvailable`].
#[derive(Encode, Decode, DecodeWithMemTracking, Clone, Eq, PartialEq, TypeInfo)]
#[scale_info(skip_type_params(T))]
pub struct CheckAllowance<T: Config + Send + Sync>(PhantomData<T>);

impl<T: Config + Send + Sync> CheckAllowance<T> {
	/// The extension.
	pub const fn new() -> Self {
		Self(PhantomData)
	}
}

impl<T: Config + Send + Sync> Default for CheckAllowance<T> {
	fn default() -> Self {
		Self::new()
	}
}

impl<T: Config + Send + Sync> fmt::Debug for CheckAllowance<T> {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		formatter.write_str("CheckAllowance")
	}
}

/// The pool's priority of a class.
const fn priority(class: SignerClass) -> TransactionPriority {
	match class {
		SignerClass::Seat(_) => SEAT_PRIORITY,
		SignerClass::Officer(_) => OFFICER_PRIORITY,
		SignerClass::Person => PERSON_PRIORITY,
	}
}

impl<T: Config + Send + Sync> TransactionExtension<T::RuntimeCall> for CheckAllowance<T>
where
	T::RuntimeCall: Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
	OriginFor<T>: AsSystemOriginSigner<T::AccountId> + Clone,
{
	const IDENTIFIER: &'static str = "CheckAllowance";
	type Implicit = ();
	/// The signer and its class; none without a signer.
	type Val = Option<(T::AccountId, SignerClass)>;
	/// What was charged to whom; none without a signer.
	type Pre = Option<Charge<T::AccountId>>;

	fn weight(&self, _call: &T::RuntimeCall) -> Weight {
		T::WeightInfo::check_allowance()
	}

	fn validate(
		&self,
		origin: OriginFor<T>,
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		length: usize,
		_self_implicit: Self::Implicit,
		_inherited_implication: &impl Implication,
		_source: TransactionSource,
	) -> ValidateResult<Self::Val, T::RuntimeCall> {
		let Some(signer) = origin.as_system_origin_signer().cloned() else {
			return Ok((ValidTransaction::default(), None, origin));
		};
		let class = T::Classes::class_of(&signer).ok_or(Refusal::UnknownSigner)?;
		Pallet::<T>::ensure_fits(&signer, class, Pallet::<T>::cost(info, length))?;
		// The filter acts when a call is dispatched: without this, one that it refuses would enter a
		// block, bytes and all, and fail there. After the allowance, which bounds how many calls a
		// call can carry, because each of them is looked at.
		ensure!(T::AdmittedCalls::contains(call), Refusal::CallNotAvailable);
		let validity = ValidTransaction { priority: priority(class), ..Default::default() };
		Ok((validity, Some((signer, class)), origin))
	}

	fn prepare(
		self,
		val: Self::Val,
		_origin: &OriginFor<T>,
		_call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		length: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		let Some((signer, class)) = val else { return Ok(None) };
		let charge = Pallet::<T>::charge(signer, class, Pallet::<T>::cost(info, length))?;
		Ok(Some(charge))
	}

	fn post_dispatch_details(
		pre: Self::Pre,
		info: &DispatchInfoOf<T::RuntimeCall>,
		post_info: &PostDispatchInfoOf<T::RuntimeCall>,
		_length: usize,
		_result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		match pre {
			// A call that failed is refunded by the same rule: it is charged for what it used.
			Some(charge) => {
				Pallet::<T>::refund(charge, post_info.calc_actual_weight(info).ref_time());
				Ok(Weight::zero())
			},
			// Without a signer nothing was read, so the extension's own weight is given back.
			None => Ok(T::WeightInfo::check_allowance()),
		}
	}
}
