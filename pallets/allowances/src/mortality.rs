//! The era check that knows no eternity.

use codec::{Decode, DecodeWithMemTracking, Encode};
use core::fmt;
use frame_support::pallet_prelude::{TransactionSource, Weight};
use frame_system::pallet_prelude::OriginFor;
use polity_primitives::refusal::Refusal;
use scale_info::{Type, TypeInfo};
use sp_runtime::{
	generic::Era,
	impl_tx_ext_default,
	traits::{DispatchInfoOf, Implication, TransactionExtension, ValidateResult},
	transaction_validity::TransactionValidityError,
};

/// The SDK's check of an era, which also refuses transactions that never end.
///
/// A transaction without an end could be held back and sent years later, when its signer has long
/// forgotten it, and after the request ids of its time are pruned. No era is longer than
/// `BlockHashCount` blocks in effect: the hash of its first block, which the signature covers, is
/// forgotten then.
///
/// Its bytes, its implicit data, its metadata and its identifier are the SDK's, so that every
/// wallet signs it rightly.
///
/// # Refused with
/// [`Refusal::Immortal`], before the signature is looked at; else as the SDK's.
#[derive(Encode, Decode, DecodeWithMemTracking, Clone, Eq, PartialEq)]
pub struct CheckMortality<T: frame_system::Config + Send + Sync>(frame_system::CheckMortality<T>);

impl<T: frame_system::Config + Send + Sync> CheckMortality<T> {
	/// The extension with an era.
	pub fn from(era: Era) -> Self {
		Self(frame_system::CheckMortality::from(era))
	}

	fn ensure_mortal(&self) -> Result<(), TransactionValidityError> {
		let frame_system::CheckMortality::<T> { 0: era, .. } = &self.0;
		if era.is_immortal() {
			Err(Refusal::Immortal.into())
		} else {
			Ok(())
		}
	}
}

impl<T: frame_system::Config + Send + Sync> fmt::Debug for CheckMortality<T> {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Debug::fmt(&self.0, formatter)
	}
}

impl<T: frame_system::Config + Send + Sync> TypeInfo for CheckMortality<T> {
	type Identity = frame_system::CheckMortality<T>;

	fn type_info() -> Type {
		frame_system::CheckMortality::<T>::type_info()
	}
}

impl<T: frame_system::Config + Send + Sync> TransactionExtension<T::RuntimeCall>
	for CheckMortality<T>
{
	const IDENTIFIER: &'static str =
		<frame_system::CheckMortality<T> as TransactionExtension<T::RuntimeCall>>::IDENTIFIER;
	type Implicit =
		<frame_system::CheckMortality<T> as TransactionExtension<T::RuntimeCall>>::Implicit;
	type Val = ();
	type Pre = ();

	fn implicit(&self) -> Result<Self::Implicit, TransactionValidityError> {
		// Asked for the payload of the signature, and so before the signature costs anything.
		self.ensure_mortal()?;
		self.0.implicit()
	}

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
		self.ensure_mortal()?;
		self.0.validate(origin, call, info, length, self_implicit, inherited_implication, source)
	}

	impl_tx_ext_default!(T::RuntimeCall; prepare);
}
