//! The nonce check that knows how much a signer has waiting.

use codec::{Decode, DecodeWithMemTracking, Encode};
use core::fmt;
use frame_support::{
	dispatch::{DispatchInfo, PostDispatchInfo},
	pallet_prelude::{TransactionSource, Weight},
};
use frame_system::pallet_prelude::OriginFor;
use scale_info::{Type, TypeInfo};
use sp_runtime::{
	traits::{
		AsSystemOriginSigner, DispatchInfoOf, Dispatchable, Implication, PostDispatchInfoOf,
		SaturatedConversion, Saturating, TransactionExtension, ValidateResult,
	},
	transaction_validity::TransactionValidityError,
	DispatchResult,
};

use crate::{Config, Pallet};

type Inner<T> = frame_system::CheckNonce<T>;
type InnerVal<T> =
	<Inner<T> as TransactionExtension<<T as frame_system::Config>::RuntimeCall>>::Val;
type InnerPre<T> =
	<Inner<T> as TransactionExtension<<T as frame_system::Config>::RuntimeCall>>::Pre;

/// The SDK's check of a nonce, which also bounds what a signer can have waiting in the pool.
///
/// A pool asks whether each transaction is valid on its own, and a charge is only made in a block.
/// So a signer could fill the pool with a thousand transactions of which ten fit its allowance. Only
/// the nonce tells how many of a signer's transactions come before this one; that is why the bound
/// is here and not in [`crate::CheckAllowance`]. If `n` come before it, then `n + 1` transactions of
/// this one's weight and length must fit into what its class may still use in this period.
///
/// The weight of those before is not known here. They are taken to be like this one. When they are
/// not, the pool takes at most `1 + 1/2 + ... + 1/n` times the allowance, and what does not fit is
/// refused by [`crate::CheckAllowance`] when its turn comes.
///
/// Its bytes, its metadata and its identifier are the SDK's, so that every wallet signs it rightly.
/// It takes no weight beyond the SDK's: the rows that it reads are those that
/// [`crate::CheckAllowance`] has read for the same signer.
///
/// # Refused with
/// [`TooMuchWaiting`](polity_primitives::refusal::Refusal::TooMuchWaiting); else as the SDK's.
#[derive(Encode, Decode, DecodeWithMemTracking, Clone, Eq, PartialEq)]
pub struct CheckNonce<T: Config>(Inner<T>);

impl<T: Config> CheckNonce<T> {
	/// The extension with a nonce.
	pub fn from(nonce: T::Nonce) -> Self {
		Self(Inner::from(nonce))
	}
}

impl<T: Config> fmt::Debug for CheckNonce<T> {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Debug::fmt(&self.0, formatter)
	}
}

impl<T: Config> TypeInfo for CheckNonce<T> {
	type Identity = Inner<T>;

	fn type_info() -> Type {
		Inner::<T>::type_info()
	}
}

impl<T: Config> TransactionExtension<T::RuntimeCall> for CheckNonce<T>
where
	T::RuntimeCall: Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
	OriginFor<T>: AsSystemOriginSigner<T::AccountId> + Clone,
{
	const IDENTIFIER: &'static str = <Inner<T> as TransactionExtension<T::RuntimeCall>>::IDENTIFIER;
	type Implicit = ();
	type Val = InnerVal<T>;
	type Pre = InnerPre<T>;

	fn weight(&self, call: &T::RuntimeCall) -> Weight {
		self.0.weight(call)
	}

	fn validate(
		&self,
		origin: OriginFor<T>,
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		length: usize,
		self_implicit: Self::Implicit,
		inherited_implication: &impl Implication,
		source: TransactionSource,
	) -> ValidateResult<Self::Val, T::RuntimeCall> {
		let (validity, val, origin) = self.0.validate(
			origin,
			call,
			info,
			length,
			self_implicit,
			inherited_implication,
			source,
		)?;
		if let Some(signer) = origin.as_system_origin_signer() {
			let frame_system::CheckNonce(nonce) = self.0;
			let before = nonce
				.saturating_sub(frame_system::Pallet::<T>::account_nonce(signer))
				.saturated_into::<u64>();
			Pallet::<T>::ensure_waiting_fits(signer, before, Pallet::<T>::cost(info, length))?;
		}
		Ok((validity, val, origin))
	}

	fn prepare(
		self,
		val: Self::Val,
		origin: &OriginFor<T>,
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		length: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		self.0.prepare(val, origin, call, info, length)
	}

	fn post_dispatch_details(
		pre: Self::Pre,
		info: &DispatchInfoOf<T::RuntimeCall>,
		post_info: &PostDispatchInfoOf<T::RuntimeCall>,
		length: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		Inner::<T>::post_dispatch_details(pre, info, post_info, length, result)
	}
}
