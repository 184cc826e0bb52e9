//! Accounts that can send transactions, and how long their nonces last.

use frame_system::Pallet as System;

/// Keeps an account for good. Every pallet calls it whenever it gives an account a role: controller,
/// officer, key of a seat, node.
///
/// The SDK deletes an account that loses its last provider reference, and its nonce with it. When
/// such an account got a role again, whatever it had signed before could be sent a second time while
/// its era lasts. So the first role takes one reference, and **nobody ever gives one back**: an
/// account without a role keeps its nonce, and can still send nothing, since it has no class of
/// signers.
///
/// One reference serves all roles in all pallets, so there is no count that could overflow, and none
/// that one pallet could take to zero while another needs it. Consumer references, as the one of a
/// node's session keys, come and go freely above it.
///
/// What stays is one row for each account that ever had a role, so the rows are bounded by the
/// persons and keys that officers, seats, the council and genesis ever named; the records that name
/// them are never removed either.
pub fn keep_account<T: frame_system::Config>(account: &T::AccountId) {
	if System::<T>::providers(account) == 0 {
		System::<T>::inc_providers(account);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use frame_support::{assert_ok, construct_runtime, derive_impl};
	use sp_runtime::{BuildStorage, DispatchError};

	construct_runtime!(
		pub enum Test {
			System: frame_system,
		}
	);

	type Block = frame_system::mocking::MockBlock<Test>;

	#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
	impl frame_system::Config for Test {
		type Block = Block;
	}

	fn build_and_execute(test: impl FnOnce()) {
		let storage = RuntimeGenesisConfig::default().build_storage().unwrap();
		sp_io::TestExternalities::new(storage).execute_with(test);
	}

	#[test]
	fn account_should_have_one_provider_however_often_it_gets_a_role() {
		build_and_execute(|| {
			assert_eq!(System::providers(&1), 0);
			for _ in 0..3 {
				keep_account::<Test>(&1);
				assert_eq!(System::providers(&1), 1);
			}
			assert_eq!(System::providers(&2), 0);
		});
	}

	#[test]
	fn account_should_keep_its_nonce_and_take_consumers_when_it_gets_a_role_again() {
		build_and_execute(|| {
			assert_eq!(System::inc_consumers(&1), Err(DispatchError::NoProviders));
			keep_account::<Test>(&1);
			assert_ok!(System::inc_consumers(&1));
			System::inc_account_nonce(1);
			System::dec_consumers(&1);
			keep_account::<Test>(&1);
			assert_eq!(System::account_nonce(1), 1);
			assert_ok!(System::inc_consumers(&1));
		});
	}
}
