//! Benchmarks, and the state that they and those of other pallets start from.

use alloc::{format, vec::Vec};
use codec::Decode;
use frame_benchmarking::v2::*;
use frame_support::BoundedVec;
use frame_system::RawOrigin;
use polity_primitives::{
	keep_account,
	traits::{JointAccount, NewMinistry, MAX_SEAT_KEYS},
	MinistryId, Signatory, Tag,
};
use sp_io::hashing::blake2_256;
use sp_runtime::{traits::TrailingZeroInput, Perbill};
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

use crate::{pallet::*, types::*};

/// An account that only benchmarks know, and the person who holds it.
fn signatory<T: Config>(ministry: u32, place: u32) -> Signatory<T::AccountId> {
	let person = Tag::new(blake2_256(&[ministry.to_le_bytes(), place.to_le_bytes()].concat()))
		.expect("a hash is not zero");
	Signatory { account: account("ministry", ministry, place), person }
}

/// Session keys that nobody has the secrets of.
fn session_keys<T: Config>(number: u32) -> T::Keys {
	let bytes: Vec<u8> = (0..4u32)
		.flat_map(|part| blake2_256(&[number.to_le_bytes(), part.to_le_bytes()].concat()))
		.collect();
	T::Keys::decode(&mut TrailingZeroInput::new(&bytes)).expect("public keys are any bytes")
}

fn set_keys<T: Config>(node: &T::AccountId, number: u32) {
	pallet_session::NextKeys::<T>::insert(node, session_keys::<T>(number));
	frame_system::Pallet::<T>::inc_consumers(node).expect("a node has a provider");
}

/// Admits a ministry with the id and the keys given, whatever was there before.
pub(crate) fn admit<T: Config>(id: MinistryId, keys: Vec<Signatory<T::AccountId>>) {
	let threshold = keys.len().min(2) as u16;
	let accounts: Vec<_> = keys.iter().map(|key| key.account.clone()).collect();
	let seat_account = match accounts.as_slice() {
		[only] => only.clone(),
		_ => T::JointAccount::of(accounts.clone(), threshold),
	};
	for account in &accounts {
		SeatKeys::<T>::insert(account, id);
		keep_account::<T>(account);
	}
	SeatAccounts::<T>::insert(&seat_account, id);
	Admitted::<T>::mutate(|admitted| {
		if !admitted.contains(&id) {
			admitted.try_push(id).expect("there is room");
			admitted.sort();
		}
	});
	LastMinistry::<T>::mutate(|last| *last = (*last).max(id));
	Ministries::<T>::insert(
		id,
		Ministry {
			name: BoundedVec::truncate_from(format!("Benchmark {id}").into_bytes()),
			seat: BoundedVec::truncate_from(keys),
			threshold,
			seat_account,
			node: None,
			state: MinistryState::Active,
		},
	);
}

/// Fills the register but for one place with ministries of as many keys as a seat can have, each
/// with a node that has session keys, and the council with their seats. Returns the last one, its
/// node, and a node that can replace it.
pub(crate) fn prepare<T: Config>() -> (MinistryId, Option<T::AccountId>, T::AccountId) {
	let before = Pallet::<T>::council_of_active();
	while Admitted::<T>::get().len() < MAX_MINISTRIES as usize - 1 {
		let number = u32::from(LastMinistry::<T>::get().0) + 1;
		let keys: Vec<_> = (0..MAX_SEAT_KEYS).map(|place| signatory::<T>(number, place)).collect();
		let node: T::AccountId = account("node", number, 0);
		Pallet::<T>::do_admit(NewMinistry {
			name: BoundedVec::truncate_from(format!("Benchmark {number}").into_bytes()),
			seat: BoundedVec::truncate_from(keys),
			threshold: 2,
			node: Some(node.clone()),
		})
		.unwrap_or_else(|error| panic!("a ministry for a benchmark is refused: {error:?}"));
		set_keys::<T>(&node, number);
	}
	use frame_support::traits::ChangeMembers;
	T::Council::set_members_sorted(&Pallet::<T>::council_of_active(), &before);
	let id = LastMinistry::<T>::get();
	let ministry = Ministries::<T>::get(id).expect("it was admitted");
	let nominee: T::AccountId = account("nominee", 0, 0);
	Pallet::<T>::do_nominate(&ministry.seat[0].account, nominee.clone()).ok();
	Pallet::<T>::do_confirm(&ministry.seat[1].account, &nominee).ok();
	set_keys::<T>(&nominee, 0);
	(id, ministry.node, nominee)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// The only key of a seat: nominates and confirms by one call.
	#[benchmark]
	fn nominate_node() {
		let key = signatory::<T>(1_000, 0);
		admit::<T>(MinistryId(1_000), [key.clone()].into());
		let node: T::AccountId = account("nominee", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(key.account), node.clone());

		assert!(Pallet::<T>::is_node(&node));
	}

	#[benchmark]
	fn confirm_nomination() -> Result<(), BenchmarkError> {
		let keys: Vec<_> = (0..MAX_SEAT_KEYS).map(|place| signatory::<T>(1_000, place)).collect();
		let (first, last) = (keys[0].account.clone(), keys[keys.len() - 1].account.clone());
		admit::<T>(MinistryId(1_000), keys);
		let node: T::AccountId = account("nominee", 0, 0);
		Pallet::<T>::nominate_node(RawOrigin::Signed(first).into(), node.clone())?;

		#[extrinsic_call]
		_(RawOrigin::Signed(last), node.clone());

		assert!(Pallet::<T>::is_node(&node));
		Ok(())
	}

	#[benchmark]
	fn withdraw_nomination() -> Result<(), BenchmarkError> {
		let keys: Vec<_> = (0..MAX_SEAT_KEYS).map(|place| signatory::<T>(1_000, place)).collect();
		let (first, last) = (keys[0].account.clone(), keys[keys.len() - 1].account.clone());
		admit::<T>(MinistryId(1_000), keys);
		let node: T::AccountId = account("nominee", 0, 0);
		Pallet::<T>::nominate_node(RawOrigin::Signed(first).into(), node.clone())?;
		Pallet::<T>::confirm_nomination(RawOrigin::Signed(last.clone()).into(), node.clone())?;
		set_keys::<T>(&node, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(last), node.clone());

		assert!(!Pallet::<T>::is_node(&node));
		Ok(())
	}

	/// A network of as many authorities as can be, of the last of which this returns a key.
	fn full_network<T: Config>() -> (MinistryId, T::AccountId, T::AccountId) {
		let (id, node, _) = prepare::<T>();
		let validators: Vec<_> =
			Pallet::<T>::with_keys().into_iter().map(|(node, _)| node).collect();
		pallet_session::Validators::<T>::put(validators);
		Floor::<T>::put(1);
		Pallet::<T>::begin_counting();
		let ministry = Ministries::<T>::get(id).expect("it was prepared");
		(id, ministry.seat[0].account.clone(), node.expect("it was prepared with one"))
	}

	/// So many other ministries that announced maintenance which is over, and not rested.
	fn fill_maintenances<T: Config>(but: MinistryId) {
		let now = frame_system::Pallet::<T>::block_number();
		let others: Vec<_> = Pallet::<T>::ministries()
			.filter(|(id, ministry)| *id != but && ministry.node.is_some())
			.filter_map(|(ministry, known)| {
				Some(Maintenance { ministry, node: known.node?, from: now, until: now })
			})
			.collect();
		Maintenances::<T>::put(BoundedVec::truncate_from(others));
	}

	#[benchmark]
	fn announce_maintenance() {
		let (id, key, _) = full_network::<T>();
		fill_maintenances::<T>(id);
		let until = frame_system::Pallet::<T>::block_number() + 1u32.into();

		#[extrinsic_call]
		_(RawOrigin::Signed(key), until);

		assert!(Pallet::<T>::in_maintenance(id));
	}

	#[benchmark]
	fn end_maintenance() -> Result<(), BenchmarkError> {
		let (id, key, _) = full_network::<T>();
		let until = frame_system::Pallet::<T>::block_number() + 1u32.into();
		Pallet::<T>::announce_maintenance(RawOrigin::Signed(key.clone()).into(), until)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(key));

		assert!(!Pallet::<T>::in_maintenance(id));
		Ok(())
	}

	#[benchmark]
	fn return_node() {
		let (id, key, node) = full_network::<T>();
		StoodDown::<T>::insert(id, node);

		#[extrinsic_call]
		_(RawOrigin::Signed(key));

		assert!(!StoodDown::<T>::contains_key(id));
	}

	/// Every authority has missed all its slots, and is stood down as far as the floor allows.
	#[benchmark]
	fn close_counting() {
		let _ = full_network::<T>();
		Absence::<T>::put(polity_primitives::traits::AbsenceRule {
			missed_percent: 1,
			sessions: 1,
		});
		Counting::<T>::mutate(|counting| {
			for count in counting.nodes.iter_mut() {
				*count = SlotCount { due: 150, missed: 150 };
			}
		});

		#[block]
		{
			Pallet::<T>::close_counting(7);
		}

		assert!(StoodDown::<T>::iter().count() > 0);
	}

	#[benchmark]
	fn note_author() {
		let (_, _, node) = full_network::<T>();
		Counting::<T>::mutate(|counting| {
			counting.last_slot =
				Some(T::Slot::get().saturating_sub(crate::rules::MAX_COUNTED_GAP_SLOTS));
		});

		#[block]
		{
			use pallet_authorship::EventHandler;
			Pallet::<T>::note_author(node.clone());
		}

		assert!(LastAuthored::<T>::contains_key(&node));
	}

	#[benchmark]
	fn note_offence() {
		let (_, node, _) = prepare::<T>();
		let node = node.expect("it was prepared with one");
		let validators: Vec<_> =
			Pallet::<T>::with_keys().into_iter().map(|(node, _)| node).collect();
		pallet_session::Validators::<T>::put(validators);
		Floor::<T>::put(1);
		let offenders =
			[OffenceDetails { offender: (node.clone(), ()), reporters: Default::default() }];

		#[block]
		{
			Pallet::<T>::on_offence(&offenders, &[Perbill::from_percent(50)], 0);
		}

		assert!(!pallet_session::Pallet::<T>::disabled_validators().is_empty());
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::Network::of(1, 1).build(), crate::mock::Test);
}
