//! The cost of each call at its worst: an accreditation of as many schemas as one can have, at the end
//! of a chain as long as one can be.

use alloc::boxed::Box;
use frame_benchmarking::v2::*;
use frame_support::{assert_ok, BoundedVec};
use frame_system::RawOrigin;
use polity_accreditation::{
	AccreditationId, AccreditationKind, Level, SchemaId, Scope, MAX_DEPTH, MAX_SCHEMAS,
};
use polity_primitives::{
	act::{RequestId, RuleVersion, MAX_DOCUMENTS},
	time::Instant,
	traits::{LegalClock, MandateAuthority},
	Act, Commitment, District, DocumentCommitment, HashAlgorithm, Party, Register, Tag,
};
use sp_core::H256;

use crate::{
	types::{Change, Verdict, ACCREDITATION},
	*,
};

/// What the benchmarks need of the runtime.
pub trait BenchmarkHelper {
	/// A party that may hold an accreditation.
	fn holder() -> Party;
	/// Enrols a person of the public office register, who becomes an officer.
	fn enrol(person: Tag);
}

fn act<T: Config>(request: u32) -> Act {
	let document = DocumentCommitment {
		algorithm: HashAlgorithm::Sha2_256,
		digest: Commitment::new([1; 32]).expect("it is not zero"),
	};
	let mut id = [1; 16];
	id[..4].copy_from_slice(&request.to_le_bytes());
	Act {
		legal_basis: ACCREDITATION,
		rule_version: RuleVersion::CURRENT,
		documents: BoundedVec::truncate_from((0..MAX_DOCUMENTS).map(|_| document).collect()),
		request: RequestId::new(id).expect("it is not zero"),
		expected_version: 0,
		effective_from: T::Clock::today(Register::Attestations, District::NATIONAL),
	}
}

fn officer<T: Config>(name: &'static str, number: u8) -> T::AccountId {
	let account: T::AccountId = account(name, 0, 0);
	let person = Tag::new([number; 32]).expect("numbers start at one");
	T::BenchmarkHelper::enrol(person);
	T::Mandates::grant_for_benchmark(&account, person, Register::Attestations, District::NATIONAL);
	account
}

fn prepare_as<T: Config>(maker: &T::AccountId, request: u32, change: Change) {
	let origin = RawOrigin::Signed(maker.clone()).into();
	assert_ok!(Pallet::<T>::prepare(origin, act::<T>(request), Box::new(change)));
}

fn decide_as<T: Config>(checker: &T::AccountId, request: u32) {
	let origin = RawOrigin::Signed(checker.clone()).into();
	let proposal = LastProposal::<T>::get();
	assert_ok!(Pallet::<T>::decide(origin, act::<T>(request), proposal, Verdict::Approve));
}

/// Two officers, and the costliest change: the last node of the longest chain.
fn longest<T: Config>() -> (T::AccountId, T::AccountId, Change) {
	let (maker, checker) = (officer::<T>("maker", 1), officer::<T>("checker", 2));
	let mut scope = Scope {
		schemas: Default::default(),
		district: District::NATIONAL,
		highest: Level::High,
		from: Instant::from_millis(0),
		until: Instant::from_millis(u64::MAX),
	};
	for number in 1..=MAX_SCHEMAS {
		let hash = H256::from_low_u64_be(number.into());
		let change = Change::SetSchema { schema: None, hash, longest_millis: 1 };
		prepare_as::<T>(&maker, 2 * number, change);
		decide_as::<T>(&checker, 2 * number + 1);
		scope.schemas.try_insert(SchemaId(number)).expect("within the bound");
	}
	let node = |parent: u32, kind| Change::Accredit {
		parent: (parent > 0).then_some(AccreditationId(parent)),
		kind,
		holder: T::BenchmarkHelper::holder(),
		scope: scope.clone(),
	};
	for parent in 0..MAX_DEPTH - 1 {
		let kind = match parent {
			0 => AccreditationKind::Root,
			_ => AccreditationKind::Organisation,
		};
		prepare_as::<T>(&maker, 1_000 + 2 * parent, node(parent, kind));
		decide_as::<T>(&checker, 1_001 + 2 * parent);
	}
	(maker, checker, node(MAX_DEPTH - 1, AccreditationKind::Issuer))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn prepare() {
		let (maker, _, change) = longest::<T>();
		let before = LastProposal::<T>::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(maker), act::<T>(5_000), Box::new(change));
		assert!(LastProposal::<T>::get() > before);
	}

	#[benchmark]
	fn decide() {
		let (maker, checker, change) = longest::<T>();
		prepare_as::<T>(&maker, 5_000, change);
		let proposal = LastProposal::<T>::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(checker), act::<T>(5_001), proposal, Verdict::Approve);
		assert!(Accreditations::<T>::contains_key(AccreditationId(MAX_DEPTH)));
	}

	#[benchmark]
	fn withdraw() {
		let (maker, _, change) = longest::<T>();
		prepare_as::<T>(&maker, 5_000, change);
		let proposal = LastProposal::<T>::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(maker), proposal);
		assert!(!Proposals::<T>::contains_key(proposal));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
