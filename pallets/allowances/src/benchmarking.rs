//! The benchmark of the transaction extension.

use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::{
	dispatch::{DispatchInfo, PostDispatchInfo},
	weights::Weight,
};
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use polity_primitives::traits::{Rate, RateClass, SignerClasses};
use sp_runtime::traits::{
	AsSystemOriginSigner, AsTransactionAuthorizedOrigin, DispatchTransaction, Dispatchable,
};

use crate::{CheckAllowance, Config, Pallet, Rates, Used};

#[benchmarks(where
	T: Send + Sync,
	T::RuntimeCall: Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
	OriginFor<T>: AsSystemOriginSigner<T::AccountId> + AsTransactionAuthorizedOrigin + Clone,
)]
mod benchmarks {
	use super::*;

	/// An officer's transaction, with others of it waiting, that gives back some of its weight: the
	/// class with the most rows to read and to write.
	#[benchmark]
	fn check_allowance() {
		let officer = T::Classes::officer_for_benchmark();
		for class in [RateClass::Officer, RateClass::Ministry] {
			Rates::<T>::insert(class, Rate { ref_time: u64::MAX, length: u64::MAX });
		}
		// A call that no runtime closes: it is not dispatched here.
		let call: T::RuntimeCall =
			frame_system::Call::apply_authorized_upgrade { code: vec![] }.into();
		let info =
			DispatchInfo { call_weight: Weight::from_parts(1_000_000, 0), ..Default::default() };
		let post_info = PostDispatchInfo {
			actual_weight: Some(Weight::from_parts(1_000, 0)),
			..Default::default()
		};
		let cost = Pallet::<T>::cost(&info, 100);
		let origin = RawOrigin::Signed(officer.clone());

		#[block]
		{
			assert!(Pallet::<T>::ensure_waiting_fits(&officer, 3, cost).is_ok());
			let result =
				CheckAllowance::<T>::new()
					.test_run(origin.into(), &call, &info, 100, 0, |_| Ok(post_info));
			assert!(matches!(result, Ok(Ok(_))));
		}

		assert_eq!(Used::<T>::get(&officer).ref_time, 1_000);
		assert_eq!(Used::<T>::get(&officer).length, 100);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
