//! The cost of each call at its worst.

use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	pallet_prelude::TransactionSource,
	traits::{Authorize, Get, UnfilteredDispatchable},
	BoundedVec,
};
use frame_system::RawOrigin;
use polity_primitives::{
	act::{RequestId, RuleVersion, MAX_DOCUMENTS},
	commitment::{Commitment, DocumentCommitment, HashAlgorithm},
	controller_proof::{CLAIM_DOMAIN, GUARDIAN_DOMAIN, WRAPPER_CLOSING, WRAPPER_OPENING},
	ids::ProposalId,
	merkle,
	traits::{LegalClock, MandateAuthority, Persons as PersonsLookup},
	Act, ControllerProof, District, Head, LegalBasis, Register, Tag,
};
use sp_core::{crypto::KeyTypeId, sr25519, H256};
use sp_runtime::{
	traits::{One, Saturating, Zero},
	AccountId32, MultiSignature,
};

use crate::{
	pallet::*,
	types::{
		Decision, Erasure, ErasureDecision, ErasureScope, GuardianApproval, GuardianLeaf,
		GuardianSet, PersonChange, PersonId, Recovery, ENROLMENT, ERASURE, KEY_RECOVERY,
		MAX_GUARDIANS,
	},
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

/// Lets a recovery by guardians be open, which ends when the tag passes otherwise.
fn let_recovery_be_open<T: Config>(new: &T::AccountId) {
	let opened_at = frame_system::Pallet::<T>::block_number();
	Recoveries::<T>::insert(person(), Recovery { controller: new.clone(), opened_at });
}

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

/// What a key signs in a domain, wrapped, which is tried last.
fn signature<T: Config>(
	signer: &T::AccountId,
	domain: &[u8],
	new: &T::AccountId,
	version: u32,
) -> T::OffchainSignature {
	let head = Head { seq: version, hash: H256::zero() };
	let payload = Pallet::<T>::agreement(&person(), new, &head).payload_for(domain);
	let wrapped = [WRAPPER_OPENING, payload.as_slice(), WRAPPER_CLOSING].concat();
	T::BenchmarkHelper::sign(signer, &wrapped)
}

/// Enrols the person without a controller, offers it the tag, and answers the claim of it.
fn claim_call<T: Config>() -> (T::AccountId, Call<T>) {
	let claim_keys = [T::BenchmarkHelper::new_key(), T::BenchmarkHelper::new_key()];
	let [first, second] = &claim_keys;
	let new = T::BenchmarkHelper::new_key();
	<Pallet<T> as PersonsLookup<_>>::enrol_for_benchmark(REGISTER, person().tag, None);
	let (maker, checker) = (officer::<T>("maker", 8), officer::<T>("checker", 9));
	assert_ok!(Pallet::<T>::prepare(
		RawOrigin::Signed(maker).into(),
		act::<T>(ENROLMENT, 1, 1),
		person(),
		PersonChange::OfferClaim { claim_key: first.clone() },
		None,
	));
	assert_ok!(Pallet::<T>::decide(
		RawOrigin::Signed(checker).into(),
		act::<T>(ENROLMENT, 2, 1),
		ProposalId(0),
		Decision::ApproveOffer { claim_key: second.clone() },
	));
	let signatures = claim_keys.map(|key| signature::<T>(&key, CLAIM_DOMAIN, &new, 2));
	let proof = proof::<T>(&new, 2);
	(new.clone(), Call::claim { person: person(), new, proof, signatures })
}

/// Enrols the person with a controller, has it name eight guardians, and answers the controller, the
/// new one, and the recovery.
fn recovery_call<T: Config>() -> (T::AccountId, T::AccountId, Call<T>) {
	let (old, new) = (T::BenchmarkHelper::new_key(), T::BenchmarkHelper::new_key());
	<Pallet<T> as PersonsLookup<_>>::enrol_for_benchmark(REGISTER, person().tag, Some(old.clone()));
	let keys: Vec<_> = (0..MAX_GUARDIANS).map(|_| T::BenchmarkHelper::new_key()).collect();
	let salt = H256::repeat_byte(7);
	let leaves: Vec<_> = keys
		.iter()
		.map(|key| GuardianLeaf { person: person(), guardian: key.clone(), salt }.hash())
		.collect();
	let root = merkle::root(&leaves).expect("there are leaves");
	let guardians = GuardianSet { root, quorum: MAX_GUARDIANS, count: MAX_GUARDIANS };
	assert_ok!(Pallet::<T>::set_guardians(
		RawOrigin::Signed(old.clone()).into(),
		act::<T>(KEY_RECOVERY, 1, 1),
		REGISTER,
		Some(guardians),
	));
	let approvals: Vec<_> = keys
		.iter()
		.zip(0u8..)
		.map(|(key, position)| GuardianApproval {
			guardian: key.clone(),
			salt,
			position,
			proof: merkle::prove(&leaves, position.into()).expect("there is such a leaf"),
			signature: signature::<T>(key, GUARDIAN_DOMAIN, &new, 2),
		})
		.collect();
	let proof = proof::<T>(&new, 2);
	let approvals = BoundedVec::truncate_from(approvals);
	let call = Call::recover_by_guardians { person: person(), new: new.clone(), proof, approvals };
	(old, new, call)
}

/// Opens that recovery.
fn open_recovery<T: Config>() -> (T::AccountId, T::AccountId) {
	let (old, new, call) = recovery_call::<T>();
	assert_ok!(call.dispatch_bypass_filter(RawOrigin::Authorized.into()));
	(old, new)
}

/// Lets that recovery be due.
fn wait<T: Config>() {
	let now = frame_system::Pallet::<T>::block_number().saturating_add(T::RecoveryDelay::get());
	frame_system::Pallet::<T>::set_block_number(now);
}

fn receipt() -> Commitment {
	Commitment::new([3; 32]).expect("it is not zero")
}

/// An act on an erasure, which cites no document.
fn erasure_act<T: Config>(request: u8) -> Act {
	Act { documents: Default::default(), ..act::<T>(ERASURE, request, 0) }
}

const ERASED: Erasure = Erasure { register: REGISTER, scope: ErasureScope::Everything };

fn prepare_erasure<T: Config>(maker: &T::AccountId) {
	let origin = RawOrigin::Signed(maker.clone()).into();
	assert_ok!(Pallet::<T>::prepare_erasure(origin, erasure_act::<T>(1), receipt(), ERASED));
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
		let_recovery_be_open::<T>(&new);
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
		let_recovery_be_open::<T>(&new);
		let act = act::<T>(ENROLMENT, 1, 1);
		let proof = proof::<T>(&new, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(old), act, REGISTER, new.clone(), proof);

		assert_eq!(ControllerOf::<T>::get(REGISTER, new), Some(person().tag));
	}

	#[benchmark]
	fn claim() {
		let (new, call) = claim_call::<T>();

		#[block]
		{
			assert_ok!(call.dispatch_bypass_filter(RawOrigin::Authorized.into()));
		}

		assert_eq!(ControllerOf::<T>::get(REGISTER, new), Some(person().tag));
	}

	#[benchmark]
	fn authorize_claim() {
		let (_, call) = claim_call::<T>();

		#[block]
		{
			assert!(call.authorize(TransactionSource::External).is_some_and(|is| is.is_ok()));
		}
	}

	#[benchmark]
	fn set_guardians() {
		let old = T::BenchmarkHelper::new_key();
		<Pallet<T> as PersonsLookup<_>>::enrol_for_benchmark(
			REGISTER,
			person().tag,
			Some(old.clone()),
		);
		let guardians = GuardianSet { root: H256::repeat_byte(1), quorum: 2, count: 2 };
		let act = act::<T>(KEY_RECOVERY, 1, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(old), act, REGISTER, Some(guardians));

		assert_eq!(Guardians::<T>::get(person()), Some(guardians));
	}

	#[benchmark]
	fn recover_by_guardians() {
		let (_, _, call) = recovery_call::<T>();

		#[block]
		{
			assert_ok!(call.dispatch_bypass_filter(RawOrigin::Authorized.into()));
		}

		assert!(Recoveries::<T>::contains_key(person()));
	}

	#[benchmark]
	fn authorize_recover_by_guardians() {
		let (_, _, call) = recovery_call::<T>();

		#[block]
		{
			assert!(call.authorize(TransactionSource::External).is_some_and(|is| is.is_ok()));
		}
	}

	#[benchmark]
	fn cancel_recovery() {
		let (old, _) = open_recovery::<T>();
		let act = act::<T>(KEY_RECOVERY, 2, 2);

		#[extrinsic_call]
		_(RawOrigin::Signed(old), act, REGISTER);

		assert!(!Recoveries::<T>::contains_key(person()));
	}

	#[benchmark]
	fn finish_recovery() {
		let (_, new) = open_recovery::<T>();
		wait::<T>();

		#[extrinsic_call]
		_(RawOrigin::Authorized, person());

		assert_eq!(ControllerOf::<T>::get(REGISTER, new), Some(person().tag));
	}

	#[benchmark]
	fn authorize_finish_recovery() {
		open_recovery::<T>();
		wait::<T>();
		let call = Call::<T>::finish_recovery { person: person() };

		#[block]
		{
			assert!(call.authorize(TransactionSource::External).is_some_and(|is| is.is_ok()));
		}
	}

	#[benchmark]
	fn prepare_erasure() {
		let maker = officer::<T>("maker", 8);
		super::prepare_erasure::<T>(&maker);
		let now = frame_system::Pallet::<T>::block_number()
			.saturating_add(T::ProposalLifetime::get())
			.saturating_add(One::one());
		frame_system::Pallet::<T>::set_block_number(now);
		let act = erasure_act::<T>(2);

		#[extrinsic_call]
		_(RawOrigin::Signed(maker), act, receipt(), ERASED);

		assert!(ErasureProposals::<T>::contains_key(receipt()));
	}

	#[benchmark]
	fn decide_erasure() {
		super::prepare_erasure::<T>(&officer::<T>("maker", 8));
		let checker = officer::<T>("checker", 9);
		let act = erasure_act::<T>(2);

		#[extrinsic_call]
		_(RawOrigin::Signed(checker), act, receipt(), ErasureDecision::Approve);

		assert!(Erasures::<T>::contains_key(receipt()));
	}

	#[benchmark]
	fn withdraw_erasure() {
		let maker = officer::<T>("maker", 8);
		super::prepare_erasure::<T>(&maker);
		let act = erasure_act::<T>(2);

		#[extrinsic_call]
		_(RawOrigin::Signed(maker), act, receipt());

		assert!(!ErasureProposals::<T>::contains_key(receipt()));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
