//! What other pallets and the runtime ask about ministries.

use alloc::vec::Vec;
use polity_primitives::{
	api::AuthorityStatus, traits::MinistryLookup, AccountId, BlockNumber, MinistryId, Signatory,
};
use sp_runtime::traits::UniqueSaturatedInto;

use crate::{
	pallet::*,
	types::{MinistryState, NodeState},
};

impl<T: Config> Pallet<T> {
	/// The authorities of the current session in the order of their slots: whose each is, its
	/// account, and the last block that it authored.
	pub fn authorities() -> Vec<(MinistryId, T::AccountId, Option<BlockNumber>)> {
		pallet_session::Validators::<T>::get()
			.into_iter()
			.filter_map(|node| {
				let ministry = Nodes::<T>::get(&node)?.ministry;
				let last_authored = LastAuthored::<T>::get(&node)
					.map(UniqueSaturatedInto::<BlockNumber>::unique_saturated_into);
				Some((ministry, node, last_authored))
			})
			.collect()
	}

	/// Whether an account is a node that can send transactions: confirmed, appointed or departing.
	pub fn is_node(account: &T::AccountId) -> bool {
		Nodes::<T>::get(account).is_some_and(|role| role.state != NodeState::Nominated)
	}
}

impl<T: Config> Pallet<T>
where
	T::AccountId: Into<AccountId>,
{
	/// The authorities of the current session, as the runtime API answers them.
	pub fn authority_statuses() -> Vec<AuthorityStatus> {
		Self::authorities()
			.into_iter()
			.map(|(ministry, node, last_authored)| AuthorityStatus {
				ministry,
				node: node.into(),
				last_authored,
			})
			.collect()
	}
}

impl<T: Config> MinistryLookup<T::AccountId> for Pallet<T> {
	fn is_active(ministry: MinistryId) -> bool {
		Ministries::<T>::get(ministry)
			.is_some_and(|ministry| ministry.state == MinistryState::Active)
	}

	fn seat_key(account: &T::AccountId) -> Option<(MinistryId, Signatory<T::AccountId>)> {
		let id = SeatKeys::<T>::get(account)?;
		let signatory = Ministries::<T>::get(id)?
			.seat
			.into_iter()
			.find(|signatory| signatory.account == *account)?;
		Some((id, signatory))
	}

	fn seat(account: &T::AccountId) -> Option<MinistryId> {
		SeatAccounts::<T>::get(account)
	}

	fn is_taken(account: &T::AccountId) -> bool {
		// A session key is nobody's account either.
		Self::has_role(account) || Self::is_session_key(account)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn admit_for_benchmark(ministry: MinistryId, keys: [Signatory<T::AccountId>; 2]) {
		crate::benchmarking::admit::<T>(ministry, keys.into())
	}
}
