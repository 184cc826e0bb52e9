//! The cost of each call at its worst: an accreditation of as many schemas as one can have, at the end
//! of a chain as long as one can be, and a document with as many keys, controllers and guardians as one
//! can have.

use alloc::boxed::Box;
use frame_benchmarking::v2::*;
use frame_support::{assert_ok, BoundedVec};
use frame_system::RawOrigin;
use polity_accreditation::{
	AccreditationId, AccreditationKind, Batch, Chunk, Ending, Issued, KeyId, KeyKind, Level,
	ListUse, Purpose, Recovery, Revocation, SchemaId, Scope, StatusPurpose, CHUNK_BYTES,
	KEYS_FOR_RECOVERY, MAX_BATCH_LEAVES, MAX_CONTROLLERS, MAX_DEPTH, MAX_GUARDIANS,
	MAX_HOLDER_SUSPENSIONS, MAX_KEYS, MAX_SCHEMAS,
};
use polity_primitives::{
	act::{LegalBasis, RequestId, RuleVersion, MAX_DOCUMENTS},
	time::Instant,
	traits::{LegalClock, MandateAuthority},
	AccountId, Act, Commitment, District, DocumentCommitment, HashAlgorithm, Party, Register, Tag,
};
use sp_core::H256;

use crate::{types::*, *};

/// What the benchmarks need of the runtime.
pub trait BenchmarkHelper {
	/// A party that may hold an accreditation. The state's, so that nobody else has to agree.
	fn holder() -> Party;
	/// Enrols a person of the public office register, who becomes an officer.
	fn enrol(person: Tag);
	/// Sets the time of the block.
	fn set_now(now: Instant);
}

/// 2026-11-22T12:00:00Z.
const START: u64 = 1_795_348_800_000;

fn request(number: u32) -> RequestId {
	let mut id = [1; 16];
	id[..4].copy_from_slice(&number.to_le_bytes());
	RequestId::new(id).expect("it is not zero")
}

fn act_on<T: Config>(legal_basis: LegalBasis, number: u32, version: u32) -> Act {
	let document = DocumentCommitment {
		algorithm: HashAlgorithm::Sha2_256,
		digest: Commitment::new([1; 32]).expect("it is not zero"),
	};
	Act {
		legal_basis,
		rule_version: RuleVersion::CURRENT,
		documents: BoundedVec::truncate_from((0..MAX_DOCUMENTS).map(|_| document).collect()),
		request: request(number),
		expected_version: version,
		effective_from: T::Clock::today(Register::Attestations, District::NATIONAL),
	}
}

fn act<T: Config>(number: u32) -> Act {
	act_on::<T>(ACCREDITATION, number, 0)
}

fn officer<T: Config>(name: &'static str, number: u8) -> AccountId {
	let account: AccountId = account(name, 0, 0);
	let person = Tag::new([number; 32]).expect("numbers start at one");
	T::BenchmarkHelper::enrol(person);
	T::Mandates::grant_for_benchmark(&account, person, Register::Attestations, District::NATIONAL);
	account
}

fn origin(who: &AccountId) -> RawOrigin<AccountId> {
	RawOrigin::Signed(who.clone())
}

fn decide_as<T: Config>(checker: &AccountId, act: Act) {
	let proposal = LastProposal::<T>::get();
	assert_ok!(Pallet::<T>::decide(origin(checker).into(), act, proposal, Verdict::Approve));
}

/// Two officers, and the costliest change: the last node of the longest chain.
fn longest<T: Config>() -> (AccountId, AccountId, Change) {
	T::BenchmarkHelper::set_now(Instant::from_millis(START));
	let (maker, checker) = (officer::<T>("maker", 1), officer::<T>("checker", 2));
	let mut scope = Scope {
		schemas: Default::default(),
		district: District::NATIONAL,
		highest: Level::High,
		from: Instant::from_millis(0),
		until: Instant::from_millis(u64::MAX),
	};
	let prepare = |number: u32, change: Change| {
		assert_ok!(Pallet::<T>::prepare(origin(&maker).into(), act::<T>(number), Box::new(change)));
	};
	for number in 1..=MAX_SCHEMAS {
		let mut hash = H256::zero();
		hash.0[28..].copy_from_slice(&number.to_be_bytes());
		prepare(2 * number, Change::SetSchema { schema: None, hash, longest_millis: START });
		decide_as::<T>(&checker, act::<T>(2 * number + 1));
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
		let change = node(parent, kind);
		if parent > 1 {
			endorsed::<T>(parent, &change);
		}
		prepare(1_000 + 2 * parent, change);
		decide_as::<T>(&checker, act::<T>(1_001 + 2 * parent));
		if parent == 0 {
			document::<T>(&maker, &checker, 1);
		}
	}
	let last = node(MAX_DEPTH - 1, AccreditationKind::Issuer);
	endorsed::<T>(MAX_DEPTH - 1, &last);
	(maker, checker, last)
}

fn endorsed<T: Config>(parent: u32, change: &Change) {
	let parent = AccreditationId(parent);
	let consent = Endorsement { by: controller(), at: T::Clock::now() };
	Endorsements::<T>::insert(parent, endorsement(change), consent);
}

fn key(seed: u32) -> NewKey {
	let mut public = alloc::vec![9; 32];
	public[..4].copy_from_slice(&seed.to_le_bytes());
	NewKey {
		kind: KeyKind::Ed25519,
		purpose: Purpose::Assertion,
		public: BoundedVec::truncate_from(public),
		from: None,
		until: None,
	}
}

/// The costliest to check: a point of P-384.
fn costly_key() -> NewKey {
	let mut public = alloc::vec![9; 49];
	public[0] = 3;
	NewKey { kind: KeyKind::P384, public: BoundedVec::truncate_from(public), ..key(0) }
}

fn controller() -> AccountId {
	account("controller", 0, 0)
}

fn guardians(seed: u32) -> Recovery {
	let mut recovery = Recovery { guardians: Default::default(), quorum: MAX_GUARDIANS };
	for number in 0..MAX_GUARDIANS {
		let guardian = account("guardian", number, seed);
		recovery.guardians.try_insert(guardian).expect("within the bound");
	}
	recovery
}

/// The document of the holder of an accreditation, with all guardians, one key and one controller.
fn document<T: Config>(maker: &AccountId, checker: &AccountId, accreditation: u32) {
	let change = Change::OpenIssuer {
		accreditation: AccreditationId(accreditation),
		key: key(0),
		controller: controller(),
		recovery: guardians(0),
	};
	let act = |number| act_on::<T>(ISSUERS, number, 0);
	assert_ok!(Pallet::<T>::prepare(origin(maker).into(), act(2_000), Box::new(change)));
	decide_as::<T>(checker, act(2_001));
}

const ISSUER: IssuerId = IssuerId(1);

/// The same with all controllers and all keys but one.
fn filled<T: Config>() {
	IssuerVersions::<T>::mutate(ISSUER, 1, |document| {
		let document = document.as_mut().expect("it was opened");
		for number in 1..MAX_CONTROLLERS {
			let account: AccountId = account("controller", number, 0);
			document.controllers.try_insert(account.clone()).expect("within the bound");
			Roles::<T>::insert(account, 1);
		}
		let first = document.keys.first().expect("it has a key").clone();
		for number in 1..MAX_KEYS - 1 {
			let public = key(number).public;
			let id = KeyId(u16::try_from(number).expect("it is small"));
			let key = polity_accreditation::Key { id, public, ..first.clone() };
			document.keys.try_push(key).expect("within the bound");
		}
	});
	T::BenchmarkHelper::set_now(Instant::from_millis(START + 1_000));
}

/// An issuer at the end of the longest chain, with its document.
fn issuer<T: Config>() -> (AccountId, AccountId) {
	let (maker, checker, change) = longest::<T>();
	let prepared = Pallet::<T>::prepare(origin(&maker).into(), act::<T>(3_000), Box::new(change));
	assert_ok!(prepared);
	decide_as::<T>(&checker, act::<T>(3_001));
	filled::<T>();
	(maker, checker)
}

fn list<T: Config>(list_use: ListUse) -> StatusListId {
	assert_ok!(Pallet::<T>::open_status_list(
		origin(&controller()).into(),
		act_on::<T>(ATTESTATION, 4_000, 0),
		AccreditationId(MAX_DEPTH),
		list_use,
	));
	StatusListId(LastStatusList::<T>::get())
}

fn issuance<T: Config>(list: StatusListId) -> Box<Issuance> {
	let now = T::Clock::now();
	Box::new(Issuance {
		accreditation: AccreditationId(MAX_DEPTH),
		schema: SchemaId(MAX_SCHEMAS),
		schema_version: 1,
		district: District::NATIONAL,
		level: Level::High,
		key: KeyId(u16::try_from(MAX_KEYS - 2).expect("it is small")),
		signed_at: now,
		list,
		from: None,
		until: now.checked_add_millis(1_000).expect("not the last"),
	})
}

/// Notes as much as can be about a subject, of issuers other than the one that attests: each of it is
/// asked for what it is worth.
fn noted<T: Config>(list: StatusListId, subject: Option<Subject>) {
	let anchor = H256::repeat_byte(99);
	assert_ok!(Pallet::<T>::attest(
		origin(&controller()).into(),
		act_on::<T>(ATTESTATION, 4_500, 0),
		issuance::<T>(list),
		Commitment::new(anchor.0).expect("it is not zero"),
		None,
		1_024,
	));
	let record = Attestations::<T>::get(anchor).expect("it was issued");
	let from = record.validity.from;
	let until = from.checked_add_millis(1).expect("not the last");
	let mut all = NotedAttestations::new();
	for (number, byte) in (0..2 * MAX_ISSUERS_ABOUT).zip(100u8..) {
		let (issuer, anchor) = (IssuerId(1_000 + number / 2), H256::repeat_byte(byte));
		Attestations::<T>::insert(anchor, record.clone());
		let noted = NotedAttestation { issuer, anchor, from, until };
		all.try_push(noted).expect("within the bound");
	}
	LastAbout::<T>::insert(subject.expect("it is public"), SchemaId(MAX_SCHEMAS), all);
}

/// A chunk with every bit but the last.
fn almost_full() -> Chunk {
	let mut bytes = [0xff; CHUNK_BYTES];
	bytes[CHUNK_BYTES - 1] = 0xfe;
	Chunk(bytes)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn prepare() {
		let (maker, _, change) = longest::<T>();
		let before = LastProposal::<T>::get();
		#[extrinsic_call]
		_(origin(&maker), act::<T>(5_000), Box::new(change));
		assert!(LastProposal::<T>::get() > before);
	}

	#[benchmark]
	fn decide() {
		let (maker, checker, change) = longest::<T>();
		let made = Pallet::<T>::prepare(origin(&maker).into(), act::<T>(5_000), Box::new(change));
		assert_ok!(made);
		let proposal = LastProposal::<T>::get();
		#[extrinsic_call]
		_(origin(&checker), act::<T>(5_001), proposal, Verdict::Approve);
		assert!(Accreditations::<T>::contains_key(AccreditationId(MAX_DEPTH)));
	}

	#[benchmark]
	fn decide_recovery() {
		let (maker, checker) = issuer::<T>();
		let change = Change::SetRecovery { issuer: ISSUER, recovery: guardians(1) };
		let act = |number| act_on::<T>(ISSUERS, number, 1);
		assert_ok!(Pallet::<T>::prepare(origin(&maker).into(), act(5_000), Box::new(change)));
		let proposal = LastProposal::<T>::get();
		#[extrinsic_call]
		decide(origin(&checker), act(5_001), proposal, Verdict::Approve);
		assert_eq!(Issuers::<T>::get(ISSUER).map(|record| record.recovery_version), Some(2));
	}

	#[benchmark]
	fn withdraw() {
		let (maker, _, change) = longest::<T>();
		let made = Pallet::<T>::prepare(origin(&maker).into(), act::<T>(5_000), Box::new(change));
		assert_ok!(made);
		let proposal = LastProposal::<T>::get();
		#[extrinsic_call]
		_(origin(&maker), proposal);
		assert!(!Proposals::<T>::contains_key(proposal));
	}

	#[benchmark]
	fn endorse() {
		issuer::<T>();
		let (parent, child) = (AccreditationId(MAX_DEPTH - 1), H256::repeat_byte(7));
		#[extrinsic_call]
		_(origin(&controller()), act_on::<T>(ACCREDITATION, 5_000, 1), parent, child);
		assert!(Endorsements::<T>::contains_key(parent, child));
	}

	#[benchmark]
	fn change_issuer() {
		issuer::<T>();
		// The costliest is to put another key in the place of one, for which controllers have less room.
		IssuerVersions::<T>::mutate(ISSUER, 1, |document| {
			let keys = &mut document.as_mut().expect("it was opened").keys;
			keys.truncate((MAX_KEYS - KEYS_FOR_RECOVERY - 1) as usize);
		});
		let ending = Ending::CompromisedSince(Instant::from_millis(START));
		let change =
			IssuerChange::RotateKey { key: KeyId(0), ending, replacement: Some(costly_key()) };
		#[extrinsic_call]
		_(origin(&controller()), act_on::<T>(ISSUERS, 5_000, 1), ISSUER, Box::new(change));
		assert!(IssuerVersions::<T>::contains_key(ISSUER, 2));
	}

	#[benchmark]
	fn approve_recovery() {
		issuer::<T>();
		let new: AccountId = account("new", 0, 0);
		let act = |number| act_on::<T>(ISSUERS, 5_000 + number, 1);
		let guardian = |number| origin(&account("guardian", number, 0));
		for number in 1..MAX_GUARDIANS {
			assert_ok!(Pallet::<T>::approve_recovery(
				guardian(number).into(),
				act(number),
				ISSUER,
				new.clone(),
				Box::new(costly_key()),
			));
		}
		#[extrinsic_call]
		_(guardian(0), act(0), ISSUER, new.clone(), Box::new(costly_key()));
		assert_eq!(Roles::<T>::get(new), Some(1));
	}

	#[benchmark]
	fn open_status_list() {
		issuer::<T>();
		#[extrinsic_call]
		_(
			origin(&controller()),
			act_on::<T>(ATTESTATION, 5_000, 0),
			AccreditationId(MAX_DEPTH),
			ListUse::Single,
		);
		assert!(StatusLists::<T>::contains_key(StatusListId(1)));
	}

	#[benchmark]
	fn attest() {
		issuer::<T>();
		let list = list::<T>(ListUse::Single);
		TakenChunks::<T>::insert(list, 0, almost_full());
		let commitment = Commitment::new([7; 32]).expect("it is not zero");
		let subject = match T::BenchmarkHelper::holder() {
			Party::Company(company) => Some(Subject::Company(company)),
			Party::State(ministry) => Some(Subject::Ministry(ministry)),
			_ => None,
		};
		noted::<T>(list, subject);
		#[extrinsic_call]
		_(
			origin(&controller()),
			act_on::<T>(ATTESTATION, 5_000, 0),
			issuance::<T>(list),
			commitment,
			subject,
			1_023,
		);
		assert!(Attestations::<T>::contains_key(H256::repeat_byte(7)));
		let noted = LastAbout::<T>::get(subject.expect("it is public"), SchemaId(MAX_SCHEMAS));
		assert_eq!(noted.len() as u32, 2 * MAX_ISSUERS_ABOUT - 1);
	}

	#[benchmark]
	fn attest_batch() {
		issuer::<T>();
		let list = list::<T>(ListUse::Batch);
		let batch = Batch { root: H256::repeat_byte(7), leaves: MAX_BATCH_LEAVES };
		#[extrinsic_call]
		_(
			origin(&controller()),
			act_on::<T>(ATTESTATION, 5_000, 0),
			issuance::<T>(list),
			batch,
			MAX_BATCH_LEAVES,
		);
		assert!(Attestations::<T>::contains_key(H256::repeat_byte(7)));
	}

	#[benchmark]
	fn set_status() {
		issuer::<T>();
		let list = list::<T>(ListUse::Batch);
		let mut status = CredentialStatus::default();
		let (suspension, now) = (StatusPurpose::Suspension, T::Clock::now());
		for _ in 1..MAX_HOLDER_SUSPENSIONS {
			for set in [true, false] {
				status.flags = status.flags.set(suspension, set, now).expect("it can be kept");
			}
		}
		Statuses::<T>::insert(list, 1_023, status);
		StatusChunks::<T>::insert((list, suspension), 0, almost_full());
		// Who controls the holder above as well: the chain above is asked.
		Accreditations::<T>::mutate(AccreditationId(MAX_DEPTH), |record| {
			let revocation = Revocation { at: now, issued: Issued::Keep };
			record.as_mut().expect("it was made").node.revoked = Some(revocation);
		});
		#[extrinsic_call]
		_(origin(&controller()), act_on::<T>(ATTESTATION, 5_000, 0), list, 1_023, suspension, true);
		let status = Statuses::<T>::get(list, 1_023).expect("it was set");
		assert!(status.flags.is_suspended());
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
