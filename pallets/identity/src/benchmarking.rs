//! The cost of each call at its worst.

use frame_benchmarking::v2::*;
use frame_support::{assert_ok, traits::Get, BoundedVec};
use frame_system::RawOrigin;
use polity_primitives::{
	act::{RequestId, RuleVersion, MAX_DOCUMENTS},
	commitment::{Commitment, DocumentCommitment, HashAlgorithm},
	ids::ProposalId,
	traits::{LegalClock, MandateAuthority, Persons as PersonsLookup},
	Act, ControllerProof, District, LegalBasis, Register, Tag,
};
use sp_core::{crypto::KeyTypeId, sr25519};
use sp_runtime::{
	traits::{One, Saturating, Zero},
	AccountId32, MultiSignature,
};

use crate::{
	pallet::*,
	types::{Decision, PersonChange, PersonId, ENROLMENT, KEY_RECOVERY},
};

/// Keys and signatures for the benchmarks.
pub trait BenchmarkHelper<AccountId, Signature> {
	/// The account of a new key.
	fn new_key() -> AccountId;
	/// That key's signature over a message.
	fn sign(account: &AccountId, message: &[u8]) -> Signature;
}

const KEYS: KeyTypeId = KeyTypeId(*b"poli");

/// Sr25519 keys in the host's keystore.
impl BenchmarkHelper<AccountId32, MultiSignature> for () {
	fn new_key() -> AccountId32 {
		sp_io::crypto::sr25519_generate(KEYS, None).into()
	}

	fn sign(account: &AccountId32, message: &[u8]) -> MultiSignature {
		let public = sr25519::Public::from_raw(*account.as_ref());
		sp_io::crypto::sr25519_sign(KEYS, &public, message)
			.expect("the key was made by new_key")
			.into()
	}
}

const REGISTER: Register = Register::Business;

fn tag(number: u8) -> Tag {
	Tag::new([number; 32]).expect("numbers start at one")
}

fn person() -> PersonId {
	PersonId { register: REGISTER, tag: tag(1) }
}

fn act<T: Config>(basis: LegalBasis, request: u8, version: u32) -> Act {
	let document = DocumentCommitment {
		algorithm: HashAlgorithm::Sha2_256,
		digest: Commitment::new([1; 32]).expect("it is not zero"),
	};
	Act {
		legal_basis: basis,
		rule_version: RuleVersion::CURRENT,
		documents: BoundedVec::truncate_from((0..MAX_DOCUMENTS).map(|_| document).collect()),
		// The low ones are taken by the past requests that wait to be removed.
		request: RequestId::new([request.saturating_add(100); 16]).expect("it is not zero"),
		expected_version: version,
		effective_from: T::Clock::today(Register::Identity, District::NATIONAL),
	}
}

/// An officer of the identity register; the same ministry's for every name.
fn officer<T: Config>(name: &'static str, number: u8) -> T::AccountId {
	let account: T::AccountId = account(name, 0, 0);
	let person = tag(number);
	<Pallet<T> as PersonsLookup<_>>::enrol_for_benchmark(Register::PublicOffice, person, None);
	T::Mandates::grant_for_benchmark(&account, person, Register::Identity, District::NATIONAL);
	account
}

/// The signature over the wrapped payload, which is tried last.
fn proof<T: Config>(controller: &T::AccountId, version: u32) -> T::OffchainSignature {
	let agreed = ControllerProof {
		genesis: frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero()),
		register: REGISTER,
		tag: person().tag,
		controller: controller.clone(),
		version,
	};
	T::BenchmarkHelper::sign(controller, &agreed.wrapped_payload())
}

type BlockNumberFor<T> = frame_system::pallet_prelude::BlockNumberFor<T>;

/// Enrols the person with a controller and prepares its recovery for another one.
fn prepare_recovery<T: Config>(maker: &T::AccountId) -> T::AccountId {
	let (old, new) = (T::BenchmarkHelper::new_key(), T::BenchmarkHelper::new_key());
	<Pallet<T> as PersonsLookup<_>>::enrol_for_benchmark(REGISTER, person().tag, Some(old));
	assert_ok!(Pallet::<T>::prepare(
		RawOrigin::Signed(maker.clone()).into(),
		act::<T>(KEY_RECOVERY, 1, 1),
		person(),
		PersonChange::RecoverController { controller: new.clone() },
		Some(proof::<T>(&new, 1)),
	));
	new
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn prepare() {
		let maker = officer::<T>("maker", 8);
		let new = prepare_recovery::<T>(&maker);
		let now = frame_system::Pallet::<T>::block_number()
			.saturating_add(T::ProposalLifetime::get())
			.saturating_add(One::one());
		frame_system::Pallet::<T>::set_block_number(now);
		let act = act::<T>(KEY_RECOVERY, 2, 1);
		let proof = proof::<T>(&new, 1);
		let change = PersonChange::RecoverController { controller: new };

		#[extrinsic_call]
		_(RawOrigin::Signed(maker), act, person(), change, Some(proof));

		assert!(Proposals::<T>::get(ProposalId(0)).is_none());
		assert!(Proposals::<T>::get(ProposalId(1)).is_some());
	}

	#[benchmark]
	fn decide() {
		let maker = officer::<T>("maker", 8);
		let checker = officer::<T>("checker", 9);
		let new = prepare_recovery::<T>(&maker);
		let act = act::<T>(KEY_RECOVERY, 2, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(checker), act, ProposalId(0), Decision::Approve);

		assert_eq!(ControllerOf::<T>::get(REGISTER, new), Some(person().tag));
	}

	#[benchmark]
	fn withdraw() {
		let maker = officer::<T>("maker", 8);
		prepare_recovery::<T>(&maker);
		let act = act::<T>(KEY_RECOVERY, 2, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(maker), act, ProposalId(0));

		assert!(Proposals::<T>::get(ProposalId(0)).is_none());
	}

	#[benchmark]
	fn rotate_controller() {
		let (old, new) = (T::BenchmarkHelper::new_key(), T::BenchmarkHelper::new_key());
		<Pallet<T> as PersonsLookup<_>>::enrol_for_benchmark(
			REGISTER,
			person().tag,
			Some(old.clone()),
		);
		let act = act::<T>(ENROLMENT, 1, 1);
		let proof = proof::<T>(&new, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(old), act, REGISTER, new.clone(), proof);

		assert_eq!(ControllerOf::<T>::get(REGISTER, new), Some(person().tag));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
