//! A runtime of this pallet alone, with doubles for the clock and the mandates.

use std::{cell::RefCell, collections::BTreeMap};

use frame_support::{derive_impl, dispatch::GetDispatchInfo, parameter_types, traits::Contains};
use polity_primitives::{
	act::{RequestId, RuleVersion},
	controller_proof::{CLAIM_DOMAIN, GUARDIAN_DOMAIN},
	merkle,
	record::RecordedAt,
	time::{Calendar, CalendarDate, Instant, LocalOffset, TolledIntervals, WeekendDays},
	traits::{LegalClock, MandateAuthority},
	Act, ControllerProof, District, LegalBasis, MandateId, MinistryId, Power, Powers, Register,
	RequestScope, Signatory, Tag, Warrant,
};
use sp_core::{sr25519, Pair, H256};
use sp_runtime::{
	traits::{DispatchTransaction, IdentityLookup},
	AccountId32, BuildStorage, DispatchError, DispatchResult, MultiSignature, MultiSigner,
};

use crate as pallet_identity;
use crate::{
	types::{GuardianApproval, GuardianLeaf, GuardianSet, PersonChange, PersonId},
	Decision,
};

pub type AccountId = AccountId32;
pub type Block = frame_system::mocking::MockBlock<Test>;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Identity = pallet_identity;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type BaseCallFilter = Filter;
}

thread_local! {
	static IS_PAUSED: RefCell<bool> = const { RefCell::new(false) };
}

/// Lets all calls through, unless a test has paused them.
pub struct Filter;

impl Contains<RuntimeCall> for Filter {
	fn contains(_: &RuntimeCall) -> bool {
		!IS_PAUSED.with_borrow(|paused| *paused)
	}
}

/// Pauses all calls, or ends that.
pub fn set_paused(paused: bool) {
	IS_PAUSED.set(paused);
}

parameter_types! {
	pub const ProposalLifetime: u64 = 100;
	pub const ClaimPeriod: u64 = 200;
	pub const RecoveryDelay: u64 = 50;
}

impl pallet_identity::Config for Test {
	type Clock = Clock;
	type Mandates = Mandates;
	type OffchainPublic = MultiSigner;
	type OffchainSignature = MultiSignature;
	type ProposalLifetime = ProposalLifetime;
	type ClaimPeriod = ClaimPeriod;
	type RecoveryDelay = RecoveryDelay;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Keys;
}

thread_local! {
	static TODAY: RefCell<CalendarDate> = const { RefCell::new(CalendarDate::FIRST) };
	static OFFICERS: RefCell<BTreeMap<AccountId, (Powers, Warrant<AccountId>)>> =
		const { RefCell::new(BTreeMap::new()) };
	static REQUESTS: RefCell<Vec<(RequestScope<AccountId>, RequestId)>> =
		const { RefCell::new(Vec::new()) };
	static NEXT_REQUEST: RefCell<u128> = const { RefCell::new(1) };
}

/// A clock whose day the tests set.
pub struct Clock;

impl LegalClock for Clock {
	fn now() -> Instant {
		Instant::from_millis(System::block_number() * 1000)
	}

	fn calendar(_: Register, _: District) -> Calendar {
		Calendar::try_new(
			LocalOffset::from_minutes_east(0).unwrap(),
			WeekendDays::SATURDAY_SUNDAY,
			Default::default(),
		)
		.unwrap()
	}

	fn tolled() -> TolledIntervals {
		TolledIntervals::new()
	}

	fn today(_: Register, _: District) -> CalendarDate {
		TODAY.with_borrow(|today| *today)
	}

	fn recorded_at(register: Register, district: District) -> RecordedAt {
		RecordedAt {
			block: u32::try_from(System::block_number()).unwrap(),
			instant: Self::now(),
			date: Self::today(register, district),
		}
	}
}

/// Mandates from a table. Refuses what its real counterpart refuses, by texts.
pub struct Mandates;

pub const NO_MANDATE: DispatchError = DispatchError::Other("no mandate");
pub const UNKNOWN_BASIS: DispatchError = DispatchError::Other("unknown legal basis");
pub const REPEATED: DispatchError = DispatchError::Other("repeated request");

impl MandateAuthority<AccountId> for Mandates {
	fn ensure_mandate(
		who: &AccountId,
		register: Register,
		power: Power,
		district: District,
	) -> Result<Warrant<AccountId>, DispatchError> {
		assert_eq!((register, district), (Register::Identity, District::NATIONAL));
		OFFICERS.with_borrow(|officers| match officers.get(who) {
			Some((powers, warrant)) if powers.contains(power) => Ok(warrant.clone()),
			_ => Err(NO_MANDATE),
		})
	}

	fn warrant(mandate: MandateId) -> Option<Warrant<AccountId>> {
		OFFICERS.with_borrow(|officers| {
			officers
				.values()
				.map(|(_, warrant)| warrant)
				.find(|one| one.mandate == mandate)
				.cloned()
		})
	}

	fn note_act(scope: RequestScope<AccountId>, register: Register, act: &Act) -> DispatchResult {
		if !act.legal_basis.is_known_in(register) {
			return Err(UNKNOWN_BASIS);
		}
		REQUESTS.with_borrow_mut(|requests| {
			let request = (scope, act.request);
			if requests.contains(&request) {
				return Err(REPEATED);
			}
			requests.push(request);
			Ok(())
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn grant_for_benchmark(who: &AccountId, person: Tag, _: Register, _: District) {
		set_officer(who, person, MinistryId(1), Powers::of(&Power::ALL));
	}
}

/// Keys from seeds.
#[cfg(feature = "runtime-benchmarks")]
pub struct Keys;

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId, MultiSignature> for Keys {
	fn new_key() -> AccountId {
		thread_local!(static NEXT: RefCell<u8> = const { RefCell::new(100) });
		account(NEXT.with_borrow_mut(|next| {
			*next += 1;
			*next
		}))
	}

	fn sign(account: &AccountId, message: &[u8]) -> MultiSignature {
		let seed = (0..=u8::MAX).find(|seed| crate::mock::account(*seed) == *account).unwrap();
		key(seed).sign(message).into()
	}
}

fn key(seed: u8) -> sr25519::Pair {
	sr25519::Pair::from_seed(&[seed; 32])
}

thread_local! {
	static ACCOUNTS: RefCell<BTreeMap<u8, AccountId>> = const { RefCell::new(BTreeMap::new()) };
}

/// The account of a test's key.
pub fn account(seed: u8) -> AccountId {
	ACCOUNTS.with_borrow_mut(|accounts| {
		accounts.entry(seed).or_insert_with(|| key(seed).public().into()).clone()
	})
}

pub fn tag(number: u8) -> Tag {
	Tag::new([number; 32]).unwrap()
}

/// A person of the business register.
pub fn person(number: u8) -> PersonId {
	PersonId { register: Register::Business, tag: tag(number) }
}

pub fn date(year: i32, month: u8, day: u8) -> CalendarDate {
	CalendarDate::from_ymd(year, month, day).unwrap()
}

pub fn set_today(today: CalendarDate) {
	TODAY.set(today);
}

pub fn today() -> CalendarDate {
	Clock::today(Register::Identity, District::NATIONAL)
}

pub fn set_officer(who: &AccountId, person: Tag, ministry: MinistryId, powers: Powers) {
	let signatory = |seed: u8| Signatory {
		account: AccountId::new([seed; 32]),
		person: Tag::new([seed; 32]).unwrap(),
	};
	OFFICERS.with_borrow_mut(|officers| {
		let warrant = Warrant {
			mandate: MandateId(officers.len() as u32 + 1),
			ministry,
			district: District::NATIONAL,
			officer: Signatory { account: who.clone(), person },
			granted_by: [signatory(250), signatory(251)],
		};
		officers.insert(who.clone(), (powers, warrant));
	});
}

/// Lets the mandate of one officer be granted by another.
pub fn set_grantor(who: &AccountId, grantor: &AccountId) {
	OFFICERS.with_borrow_mut(|officers| {
		let grantor = officers.get(grantor).unwrap().1.officer.clone();
		officers.get_mut(who).unwrap().1.granted_by[0] = grantor;
	});
}

/// The mandate of an officer.
pub fn mandate_of(seed: u8) -> MandateId {
	OFFICERS.with_borrow(|officers| officers.get(&account(seed)).unwrap().1.mandate)
}

/// Ends the mandate of an officer: it gives no power any more, and is still on record.
pub fn revoke(seed: u8) {
	OFFICERS.with_borrow_mut(|officers| {
		officers.get_mut(&account(seed)).unwrap().0 = Powers::NONE;
	});
}

/// Lets the mandate of an officer be as if it had never been granted.
pub fn forget(seed: u8) {
	OFFICERS.with_borrow_mut(|officers| officers.remove(&account(seed)));
}

pub const KEEPER: MinistryId = MinistryId(1);
pub const COURT: MinistryId = MinistryId(2);

/// The officers: their keys' seeds and the tags of their persons in the public office register.
pub const MAKER: u8 = 201;
pub const CHECKER: u8 = 202;
/// A second key of the maker's person.
pub const MAKER_AGAIN: u8 = 203;
pub const JUDGE: u8 = 204;
pub const SECOND_JUDGE: u8 = 205;
/// An officer of another ministry with all powers of a keeper.
pub const STRANGER: u8 = 206;

/// A request id that was not used before, an act on today's rules with effect today.
pub fn act(basis: LegalBasis, version: u32) -> Act {
	let number = NEXT_REQUEST.with_borrow_mut(|next| {
		*next += 1;
		*next
	});
	Act {
		legal_basis: basis,
		rule_version: RuleVersion::CURRENT,
		documents: Default::default(),
		request: RequestId::new(number.to_le_bytes()).unwrap(),
		expected_version: version,
		effective_from: today(),
	}
}

/// The proof of a key that it takes control of a person at a version.
pub fn proof(seed: u8, person: PersonId, version: u32) -> MultiSignature {
	key(seed).sign(&agreed(seed, person, version).payload()).into()
}

/// The same, as a wallet wraps it.
pub fn wrapped_proof(seed: u8, person: PersonId, version: u32) -> MultiSignature {
	key(seed).sign(&agreed(seed, person, version).wrapped_payload()).into()
}

/// What the key of this seed agrees to.
pub fn agreed(seed: u8, person: PersonId, version: u32) -> ControllerProof<H256, AccountId> {
	ControllerProof {
		genesis: System::block_hash(0),
		register: person.register,
		tag: person.tag,
		controller: account(seed),
		version,
	}
}

/// The signature of the key of this seed over any bytes.
pub fn sign(seed: u8, bytes: &[u8]) -> MultiSignature {
	key(seed).sign(bytes).into()
}

/// The signatures of a claim by the keys of two seeds, for the account of another.
pub fn claim_signatures(
	signers: [u8; 2],
	new: u8,
	person: PersonId,
	version: u32,
) -> [MultiSignature; 2] {
	signers.map(|signer| claim_signature(signer, new, person, version))
}

/// The signature of a claim by the key of one seed, for the account of another.
pub fn claim_signature(seed: u8, new: u8, person: PersonId, version: u32) -> MultiSignature {
	key(seed).sign(&agreed(new, person, version).payload_for(CLAIM_DOMAIN)).into()
}

fn leaves(person: PersonId, guardians: &[u8]) -> Vec<H256> {
	guardians
		.iter()
		.map(|seed| {
			let (guardian, salt) = (account(*seed), H256::repeat_byte(*seed));
			GuardianLeaf { person, guardian, salt }.hash()
		})
		.collect()
}

/// The set of guardians with these keys.
pub fn guardians(person: PersonId, seeds: &[u8], quorum: u8) -> GuardianSet {
	let root = merkle::root(&leaves(person, seeds)).unwrap_or_default();
	GuardianSet { root, quorum, count: u8::try_from(seeds.len()).unwrap() }
}

pub type Approval = GuardianApproval<AccountId, MultiSignature>;

/// The approval of the guardian at a position.
pub fn approval(person: PersonId, seeds: &[u8], position: u8, new: u8, version: u32) -> Approval {
	let seed = seeds[usize::from(position)];
	let payload = agreed(new, person, version).payload_for(GUARDIAN_DOMAIN);
	GuardianApproval {
		guardian: account(seed),
		salt: H256::repeat_byte(seed),
		position,
		proof: merkle::prove(&leaves(person, seeds), position.into()).unwrap(),
		signature: key(seed).sign(&payload).into(),
	}
}

/// Sends a transaction that no account signs through the extension that authorises it, and carries it
/// out if it is authorised.
pub fn send(
	call: crate::Call<Test>,
) -> Result<DispatchResult, sp_runtime::transaction_validity::TransactionValidityError> {
	let call = RuntimeCall::Identity(call);
	let details = call.get_dispatch_info();
	frame_system::AuthorizeCall::<Test>::new()
		.dispatch_transaction(RuntimeOrigin::none(), call, &details, 0, 0)
		.map(|done| done.map(|_| ()).map_err(|error| error.error))
}

/// The origin of a transaction that was authorised.
pub fn authorised() -> RuntimeOrigin {
	frame_system::RawOrigin::Authorized.into()
}

pub fn signed(seed: u8) -> RuntimeOrigin {
	RuntimeOrigin::signed(account(seed))
}

/// The version that a person's record has now.
pub fn version(person: PersonId) -> u32 {
	pallet_identity::Heads::<Test>::get(person).unwrap_or_default().seq
}

/// Prepares a change by the officer that it takes, with the proof that it takes.
pub fn prepare(
	person: PersonId,
	change: PersonChange<AccountId>,
) -> Result<polity_primitives::ids::ProposalId, DispatchError> {
	let maker = if change.is_by_court() { JUDGE } else { MAKER };
	let version = version(person);
	let proof = change.new_controller().map(|controller| {
		let seed = (0..=u8::MAX).find(|seed| account(*seed) == *controller).unwrap();
		proof(seed, person, version)
	});
	let id = pallet_identity::NextProposal::<Test>::get();
	let act = act(change.legal_basis(), version);
	Identity::prepare(signed(maker), act, person, change, proof)?;
	Ok(id)
}

/// The claim key of an offer's second officer, where a test says nothing of it.
pub const SECOND_KEY: u8 = 70;

/// The approval that a change takes: an offer's with the key of a seed.
pub fn approval_of(change: &PersonChange<AccountId>, second: u8) -> Decision<AccountId> {
	match change {
		PersonChange::OfferClaim { .. } => Decision::ApproveOffer { claim_key: account(second) },
		_ => Decision::Approve,
	}
}

/// Prepares a change and approves it.
pub fn make(person: PersonId, change: PersonChange<AccountId>) -> DispatchResult {
	let approval = approval_of(&change, SECOND_KEY);
	make_by(person, change, approval)
}

fn make_by(
	person: PersonId,
	change: PersonChange<AccountId>,
	approval: Decision<AccountId>,
) -> DispatchResult {
	let checker = if change.is_by_court() { SECOND_JUDGE } else { CHECKER };
	let basis = change.legal_basis();
	let proposal = prepare(person, change)?;
	Identity::decide(signed(checker), act(basis, version(person)), proposal, approval)
}

/// Offers a tag to its owner with the keys of two officers.
pub fn offer(person: PersonId, [first, second]: [u8; 2]) -> DispatchResult {
	let change = PersonChange::OfferClaim { claim_key: account(first) };
	let approval = approval_of(&change, second);
	make_by(person, change, approval)
}

/// Enrols a person with the key of this seed.
pub fn enrol(person: PersonId, controller: Option<u8>) {
	make(person, PersonChange::Enrol { controller: controller.map(account) }).unwrap();
}

pub fn new_test_ext() -> sp_io::TestExternalities {
	let storage = RuntimeGenesisConfig::default().build_storage().unwrap();
	let mut externalities = sp_io::TestExternalities::new(storage);
	externalities.execute_with(|| {
		OFFICERS.take();
		REQUESTS.take();
		set_paused(false);
		set_today(date(2027, 3, 1));
		let keeper = Powers::of(&[Power::Examine, Power::Decide]);
		let court = Powers::of(&[Power::FreezeAsCourt]);
		for (seed, person, ministry, powers) in [
			(MAKER, 201, KEEPER, keeper),
			(CHECKER, 202, KEEPER, keeper),
			(MAKER_AGAIN, 201, KEEPER, keeper),
			(JUDGE, 204, COURT, court),
			(SECOND_JUDGE, 205, COURT, court),
			(STRANGER, 206, COURT, keeper),
		] {
			set_officer(&account(seed), tag(person), ministry, powers);
		}
		System::set_block_number(1);
	});
	externalities
}

/// Runs a test and then checks all invariants.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		crate::try_state::do_try_state::<Test>().expect("all invariants hold after the test");
	});
}

/// Runs a test that breaks the state on purpose.
pub fn build_and_break(test: impl FnOnce()) {
	new_test_ext().execute_with(test);
}
