//! Reports of equivocations in GRANDPA. The SDK measures the check of the votes alone and guesses
//! the rest.

use alloc::{boxed::Box, vec::Vec};
use codec::{Decode, Encode};
use core::marker::PhantomData;
use frame_benchmarking::v2::*;
use frame_support::traits::KeyOwnerProofSystem;
use pallet_ministries::MAX_MINISTRIES;
use polity_primitives::{traits::MinistryAdministration, AccountId, BlockNumber, Hash};
use sp_application_crypto::RuntimeAppPublic;
use sp_consensus_grandpa::{AuthorityId, EquivocationProof, KEY_TYPE};

use crate::{Grandpa, Historical, Ministries, Runtime, RuntimeOrigin, Session, SessionKeys};

/// The round in which the votes were cast.
const ROUND: u64 = 7;

/// What is measured: the reports of pallet-grandpa in this runtime.
pub struct Pallet<T>(PhantomData<T>);

/// This runtime.
pub trait Config: frame_system::Config {}

impl Config for Runtime {}

/// So many authorities, the last of which has keys whose secrets are in the keystore.
fn authorities(count: u32) -> Result<(AccountId, AuthorityId), BenchmarkError> {
	let (_, node, _) = Ministries::prepare_for_benchmark();
	let node = node.ok_or("it was prepared with a node")?;
	let keys = SessionKeys::generate(&node.encode(), None).keys;
	pallet_session::NextKeys::<Runtime>::insert(&node, &keys);
	let mut validators: Vec<AccountId> = pallet_session::NextKeys::<Runtime>::iter_keys()
		.filter(|other| *other != node)
		.take(count.saturating_sub(1) as usize)
		.collect();
	validators.push(node.clone());
	pallet_session::Validators::<Runtime>::put(validators);
	// So that the offender is disabled too.
	pallet_ministries::Floor::<Runtime>::put(1);
	Ok((node, keys.grandpa))
}

/// Two signed prevotes of one round for two blocks, in the layout of
/// [`EquivocationProof`].
fn two_prevotes(
	set_id: u64,
	voter: &AuthorityId,
) -> Result<EquivocationProof<Hash, BlockNumber>, BenchmarkError> {
	// The first variant both of `Message` and of `Equivocation`.
	const PREVOTE: u8 = 0;
	let vote = |hash: Hash| {
		let number: BlockNumber = 10;
		let message = (PREVOTE, hash, number, ROUND, set_id).encode();
		voter.sign(&message).map(|signature| (hash, number, signature))
	};
	let first = vote(Hash::repeat_byte(1)).ok_or("the key is in the keystore")?;
	let second = vote(Hash::repeat_byte(2)).ok_or("the key is in the keystore")?;
	let bytes = (set_id, PREVOTE, ROUND, voter, first, second).encode();
	EquivocationProof::decode(&mut bytes.as_slice()).map_err(|_| "another layout".into())
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// `v` authorities in the session of the votes.
	#[benchmark]
	fn report_equivocation(v: Linear<4, { MAX_MINISTRIES - 1 }>) -> Result<(), BenchmarkError> {
		let (node, voter) = authorities(v)?;
		let set_id = Grandpa::current_set_id();
		pallet_grandpa::SetIdSession::<Runtime>::insert(set_id, Session::current_index());
		let proof = two_prevotes(set_id, &voter)?;
		let owner = Historical::prove((KEY_TYPE, voter)).ok_or("it is an authority")?;

		#[block]
		{
			Grandpa::report_equivocation(RuntimeOrigin::signed(node), Box::new(proof), owner)
				.map_err(|error| error.error)?;
		}

		assert!(!Session::disabled_validators().is_empty());
		Ok(())
	}
}
