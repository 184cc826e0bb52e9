//! What holds of the state at every block.

use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{ensure, traits::Get};
use polity_primitives::{
	record::chain_holds,
	traits::{JointAccount, OfficerLookup},
};
use sp_runtime::{traits::Saturating, TryRuntimeError};

use crate::{
	pallet::*,
	rules,
	types::{MinistryState, NodeState},
};

/// Checks every property of the pallet's state.
///
/// # Errors
/// The first property that does not hold, as a sentence.
pub fn do_try_state<T: Config>() -> Result<(), TryRuntimeError> {
	ministries::<T>()?;
	seats::<T>()?;
	nodes::<T>()?;
	floor::<T>()?;
	attendance::<T>()?;
	records::<T>()?;
	ensure!(
		T::CouncilMembers::get() == Pallet::<T>::council_of_active(),
		"the council's members are not the seats of the active ministries"
	);
	Ok(())
}

fn ministries<T: Config>() -> Result<(), TryRuntimeError> {
	let admitted = Admitted::<T>::get();
	ensure!(
		admitted.is_sorted_by(|earlier, later| earlier < later),
		"the admitted ministries are not in order"
	);
	let mut names = BTreeSet::new();
	for (id, ministry) in Ministries::<T>::iter() {
		ensure!(id <= LastMinistry::<T>::get(), "a ministry has an id that was not given out");
		ensure!(
			admitted.contains(&id) == (ministry.state != MinistryState::Expelled),
			"the list of admitted ministries does not agree with their states"
		);
		if ministry.state != MinistryState::Expelled {
			ensure!(rules::check_name(&ministry.name).is_ok(), "a ministry has no readable name");
			ensure!(names.insert(ministry.name.into_inner()), "two ministries have one name");
		}
	}
	ensure!(names.len() == admitted.len(), "an admitted ministry does not exist");
	Ok(())
}

fn seats<T: Config>() -> Result<(), TryRuntimeError> {
	let mut keys = 0usize;
	let mut accounts = 0usize;
	let mut persons = BTreeSet::new();
	for (id, ministry) in Pallet::<T>::ministries() {
		ensure!(
			rules::check_seat(&ministry.seat, ministry.threshold, MinimumSeatKeys::<T>::get())
				.is_ok(),
			"a council seat breaks the rules of seats"
		);
		let seat_keys: Vec<_> =
			ministry.seat.iter().map(|signatory| signatory.account.clone()).collect();
		ensure!(
			ministry.seat.iter().all(|signatory| persons.insert(signatory.person)),
			"a person holds keys of two seats"
		);
		for key in &seat_keys {
			ensure!(SeatKeys::<T>::get(key) == Some(id), "a seat's key is not in the index");
			ensure_separate::<T>(key)?;
		}
		let expected = match seat_keys.as_slice() {
			[only] => only.clone(),
			_ => T::JointAccount::of(seat_keys.clone(), ministry.threshold),
		};
		ensure!(ministry.seat_account == expected, "a seat votes by another account than its own");
		ensure!(
			SeatAccounts::<T>::get(&ministry.seat_account) == Some(id),
			"a seat's account is not in the index"
		);
		ensure!(
			seat_keys.len() == 1 || !SeatKeys::<T>::contains_key(&ministry.seat_account),
			"a seat's joint account is also a key"
		);
		keys = keys.saturating_add(seat_keys.len());
		accounts = accounts.saturating_add(1);
	}
	ensure!(SeatKeys::<T>::iter().count() == keys, "the index has a key that no seat has");
	ensure!(SeatAccounts::<T>::iter().count() == accounts, "the index has an account of no seat");
	Ok(())
}

fn nodes<T: Config>() -> Result<(), TryRuntimeError> {
	let departing = Departing::<T>::get();
	for (node, role) in Nodes::<T>::iter() {
		let ministry = Ministries::<T>::get(role.ministry)
			.ok_or("a node belongs to a ministry that does not exist")?;
		let appointed = ministry.node.as_ref() == Some(&node);
		let nominated =
			Nominations::<T>::get(role.ministry).is_some_and(|nomination| nomination.node == node);
		let leaves = departing.contains(&node);
		let expected = match role.state {
			NodeState::Nominated | NodeState::Confirmed => (false, true, false),
			NodeState::Appointed => (true, false, false),
			NodeState::Departing => (false, false, true),
		};
		ensure!(
			(appointed, nominated, leaves) == expected,
			"a node's role does not agree with its ministry, its nomination or its departure"
		);
		ensure!(
			!SeatKeys::<T>::contains_key(&node) && !SeatAccounts::<T>::contains_key(&node),
			"a node's account is also a seat's"
		);
		ensure!(
			role.state == NodeState::Nominated || frame_system::Pallet::<T>::providers(&node) > 0,
			"a node cannot sign"
		);
		ensure_separate::<T>(&node)?;
	}
	for (_, ministry) in Pallet::<T>::ministries() {
		if let Some(node) = ministry.node {
			ensure!(Nodes::<T>::contains_key(node), "a ministry's node is not in the index");
		}
	}
	for (id, nomination) in Nominations::<T>::iter() {
		ensure!(
			Nodes::<T>::get(nomination.node).is_some_and(|role| role.ministry == id),
			"a nominated node is not in the index"
		);
	}
	for node in &departing {
		ensure!(Nodes::<T>::contains_key(node), "a departing node is not in the index");
	}
	Ok(())
}

/// An account with a role of ours has none of an officer.
fn ensure_separate<T: Config>(account: &T::AccountId) -> Result<(), TryRuntimeError> {
	ensure!(
		T::Officers::officer_of(account).is_none(),
		"an account of a seat or a node is also an officer's"
	);
	Ok(())
}

fn floor<T: Config>() -> Result<(), TryRuntimeError> {
	// Before genesis has named ministries there is nothing to keep.
	if Admitted::<T>::get().is_empty() {
		return Ok(());
	}
	ensure!(
		rules::count(Pallet::<T>::with_keys().len()) >= Floor::<T>::get(),
		"fewer nodes have session keys than the floor demands"
	);
	Ok(())
}

fn attendance<T: Config>() -> Result<(), TryRuntimeError> {
	ensure!(
		Counting::<T>::get().nodes.iter().all(|count| count.missed <= count.due),
		"a node has missed more slots than it had"
	);
	for (id, node) in StoodDown::<T>::iter() {
		ensure!(
			Ministries::<T>::get(id).is_some_and(|ministry| ministry.node.as_ref() == Some(&node)),
			"a node is stood down that its ministry does not run"
		);
	}
	let mut announced = BTreeSet::new();
	for maintenance in Maintenances::<T>::get() {
		ensure!(
			announced.insert(maintenance.ministry),
			"a ministry has announced maintenance twice"
		);
		ensure!(
			maintenance.until.saturating_sub(maintenance.from) <= T::MaxMaintenance::get(),
			"an announced maintenance is too long"
		);
	}
	Ok(())
}

fn records<T: Config>() -> Result<(), TryRuntimeError> {
	for id in Ministries::<T>::iter_keys() {
		let head = Heads::<T>::get(id).ok_or("a ministry has no record")?;
		let mut entries: Vec<_> = Entries::<T>::iter_prefix_values(id).collect();
		entries.sort_by_key(|entry| entry.seq);
		ensure!(
			chain_holds(&head, entries.iter()),
			"a ministry's record does not lead to its head"
		);
		ensure!(
			entries
				.iter()
				.flat_map(|entry| entry.body.accounts())
				.all(|account| frame_system::Pallet::<T>::providers(account) > 0),
			"an account that has had a role is gone, and its nonce with it"
		);
	}
	ensure!(
		Heads::<T>::iter_keys().all(Ministries::<T>::contains_key),
		"a record belongs to no ministry"
	);
	Ok(())
}
