//! Session keys.

use alloc::vec::Vec;
use codec::Encode;
use core::marker::PhantomData;
use frame_benchmarking::v2::*;
use polity_primitives::{traits::MinistryAdministration, AccountId};

use crate::{Ministries, Runtime, RuntimeOrigin, Session, SessionKeys};

/// What is measured: the calls of pallet-session in this runtime.
pub struct Pallet<T>(PhantomData<T>);

/// This runtime.
pub trait Config: frame_system::Config {}

impl Config for Runtime {}

/// A node that has session keys already, in a register that is full, and new keys of it with the
/// proof that it has their secrets.
fn node_with_new_keys() -> Result<(AccountId, SessionKeys, Vec<u8>), BenchmarkError> {
	let (_, node, _) = Ministries::prepare_for_benchmark();
	let node = node.ok_or("it was prepared with a node")?;
	let owner = node.encode();
	let first = SessionKeys::generate(&owner, None);
	Session::set_keys(RuntimeOrigin::signed(node.clone()), first.keys, first.proof.encode())?;
	let second = SessionKeys::generate(&owner, None);
	Ok((node, second.keys, second.proof.encode()))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_keys() -> Result<(), BenchmarkError> {
		let (node, keys, proof) = node_with_new_keys()?;

		#[block]
		{
			Session::set_keys(RuntimeOrigin::signed(node.clone()), keys.clone(), proof)?;
		}

		assert_eq!(Session::load_keys(&node), Some(keys));
		Ok(())
	}

	#[benchmark]
	fn purge_keys() -> Result<(), BenchmarkError> {
		let (node, _, _) = node_with_new_keys()?;

		#[block]
		{
			Session::purge_keys(RuntimeOrigin::signed(node.clone()))?;
		}

		assert_eq!(Session::load_keys(&node), None);
		Ok(())
	}
}
