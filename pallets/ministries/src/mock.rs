//! A network of four ministries, each with a seat of three keys and a node, over the SDK's session
//! pallets; clock, officers, joint accounts and council are small doubles.

use std::{cell::RefCell, collections::BTreeMap};

use codec::Encode;
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	storage::unhashed,
	traits::{
		fungible::{Dust, Inspect, InspectHold, Mutate, MutateHold, Unbalanced, UnbalancedHold},
		tokens::{DepositConsequence, Fortitude, Preservation, Provenance, WithdrawConsequence},
		ChangeMembers, ConstU64, Get, InitializeMembers,
	},
};
use polity_primitives::{
	record::RecordedAt,
	time::{Calendar, CalendarDate, Instant, TolledIntervals},
	traits::{JointAccount, LegalClock, NewMinistry, OfficerLookup},
	District, MinistryId, Register, Signatory, Tag,
};
use sp_runtime::{
	impl_opaque_keys, testing::UintAuthorityId, traits::IdentityLookup, BuildStorage,
	DispatchError, DispatchResult,
};

use crate as pallet_ministries;

pub type AccountId = u64;
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
		RuntimeHoldReason,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Ministries = pallet_ministries;
	#[runtime::pallet_index(2)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(3)]
	pub type Historical = pallet_session::historical;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
}

impl_opaque_keys! {
	pub struct MockSessionKeys {
		pub dummy: UintAuthorityId,
	}
}

/// A currency that nobody has any of.
pub struct NoDeposit;

impl Inspect<AccountId> for NoDeposit {
	type Balance = u128;
	fn total_issuance() -> u128 {
		0
	}
	fn minimum_balance() -> u128 {
		0
	}
	fn total_balance(_: &AccountId) -> u128 {
		0
	}
	fn balance(_: &AccountId) -> u128 {
		0
	}
	fn reducible_balance(_: &AccountId, _: Preservation, _: Fortitude) -> u128 {
		0
	}
	fn can_deposit(_: &AccountId, _: u128, _: Provenance) -> DepositConsequence {
		DepositConsequence::Success
	}
	fn can_withdraw(_: &AccountId, _: u128) -> WithdrawConsequence<u128> {
		WithdrawConsequence::Success
	}
}

impl Unbalanced<AccountId> for NoDeposit {
	fn handle_dust(_: Dust<AccountId, Self>) {}
	fn write_balance(_: &AccountId, _: u128) -> Result<Option<u128>, DispatchError> {
		Ok(None)
	}
	fn set_total_issuance(_: u128) {}
}

impl Mutate<AccountId> for NoDeposit {}

impl InspectHold<AccountId> for NoDeposit {
	type Reason = RuntimeHoldReason;
	fn total_balance_on_hold(_: &AccountId) -> u128 {
		0
	}
	fn balance_on_hold(_: &RuntimeHoldReason, _: &AccountId) -> u128 {
		0
	}
}

impl UnbalancedHold<AccountId> for NoDeposit {
	fn set_balance_on_hold(_: &RuntimeHoldReason, _: &AccountId, _: u128) -> DispatchResult {
		Ok(())
	}
}

impl MutateHold<AccountId> for NoDeposit {}

impl pallet_session::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = crate::NodeIdOf<Test>;
	// Tests rotate sessions by hand.
	type ShouldEndSession = pallet_session::PeriodicSessions<ConstU64<1_000>, ConstU64<1_000>>;
	type NextSessionRotation = pallet_session::PeriodicSessions<ConstU64<1_000>, ConstU64<1_000>>;
	type SessionManager = pallet_session::historical::NoteHistoricalRoot<Test, Ministries>;
	type SessionHandler = pallet_session::TestSessionHandler;
	type Keys = MockSessionKeys;
	type DisablingStrategy = crate::FloorDisablingStrategy;
	type WeightInfo = ();
	type Currency = NoDeposit;
	type KeyDeposit = ();
}

impl pallet_session::historical::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = crate::NodeIdentificationOf;
}

thread_local! {
	static OFFICERS: RefCell<BTreeMap<AccountId, MinistryId>> = RefCell::default();
}

parameter_types! {
	pub static SessionsKept: u32 = 4;
	pub static Slot: u64 = 0;
}

/// Makes an account an officer's.
pub fn appoint_officer(account: AccountId) {
	OFFICERS.with_borrow_mut(|officers| officers.insert(account, MinistryId(1)));
}

pub struct Officers;

impl OfficerLookup<AccountId> for Officers {
	fn officer_of(account: &AccountId) -> Option<MinistryId> {
		OFFICERS.with_borrow(|officers| officers.get(account).copied())
	}
}

pub struct Clock;

impl LegalClock for Clock {
	fn now() -> Instant {
		Instant::from_millis(System::block_number() * 1_000)
	}
	fn calendar(_: Register, _: District) -> Calendar {
		unimplemented!("not asked by this pallet")
	}
	fn tolled() -> TolledIntervals {
		TolledIntervals::default()
	}
	fn today(_: Register, _: District) -> CalendarDate {
		CalendarDate::from_ymd(2026, 7, 1).unwrap()
	}
	fn recorded_at(register: Register, district: District) -> RecordedAt {
		RecordedAt {
			block: System::block_number() as u32,
			instant: Self::now(),
			date: Self::today(register, district),
		}
	}
}

/// The joint account of keys: a number far from every other account.
pub struct Joint;

impl JointAccount<AccountId> for Joint {
	fn of(mut keys: Vec<AccountId>, threshold: u16) -> AccountId {
		keys.sort();
		let hash = sp_io::hashing::twox_64(&(keys, threshold).encode());
		u64::from_le_bytes(hash) | 1 << 63
	}
}

/// A council that keeps its members in storage, so that they roll back with everything else.
pub struct Council;

const MEMBERS: &[u8] = b"council members";

impl Get<Vec<AccountId>> for Council {
	fn get() -> Vec<AccountId> {
		unhashed::get_or_default(MEMBERS)
	}
}

impl InitializeMembers<AccountId> for Council {
	fn initialize_members(members: &[AccountId]) {
		assert!(<Self as Get<Vec<_>>>::get().is_empty());
		unhashed::put(MEMBERS, &members.to_vec());
	}
}

impl ChangeMembers<AccountId> for Council {
	fn change_members_sorted(incoming: &[AccountId], outgoing: &[AccountId], new: &[AccountId]) {
		let old = <Self as Get<Vec<_>>>::get();
		assert!(new.is_sorted());
		assert_eq!(
			Self::compute_members_diff_sorted(new, &old),
			(incoming.to_vec(), outgoing.to_vec())
		);
		unhashed::put(MEMBERS, &new.to_vec());
	}
}

impl crate::Config for Test {
	type Clock = Clock;
	type Officers = Officers;
	type JointAccount = Joint;
	type Council = Council;
	type CouncilMembers = Council;
	type SessionsKept = SessionsKept;
	type Slot = Slot;
	type MaxMaintenance = ConstU64<100>;
	type WeightInfo = ();
}

/// The key `place` of the seat of ministry `ministry`.
pub fn seat_key(ministry: u16, place: u64) -> AccountId {
	u64::from(ministry) * 10 + place
}

/// The node of a ministry at genesis.
pub fn node(ministry: u16) -> AccountId {
	u64::from(ministry) * 10 + 9
}

/// The session keys of a node.
pub fn session_keys(node: AccountId) -> MockSessionKeys {
	MockSessionKeys { dummy: UintAuthorityId(node + 1_000_000) }
}

/// The person with a number.
pub fn person(number: u64) -> Tag {
	let mut bytes = [7; 32];
	bytes[..8].copy_from_slice(&number.to_le_bytes());
	Tag::new(bytes).unwrap()
}

/// A key held by the person with its own number.
pub fn signatory(account: AccountId) -> Signatory<AccountId> {
	Signatory { account, person: person(account) }
}

/// A ministry as it is admitted, with the keys given.
pub fn new_ministry(name: &str, keys: &[AccountId], node: Option<AccountId>) -> NewMinistry<u64> {
	NewMinistry {
		name: name.as_bytes().to_vec().try_into().unwrap(),
		seat: keys.iter().copied().map(signatory).collect::<Vec<_>>().try_into().unwrap(),
		threshold: keys.len().min(2) as u16,
		node,
	}
}

/// The ministry with a number, as genesis has it: three keys of which two sign, and a node.
pub fn ministry(number: u16) -> NewMinistry<AccountId> {
	let keys = [seat_key(number, 1), seat_key(number, 2), seat_key(number, 3)];
	new_ministry(&format!("Ministry {number}"), &keys, Some(node(number)))
}

/// How a test network starts.
pub struct Network {
	pub ministries: Vec<NewMinistry<AccountId>>,
	pub floor: u32,
	pub minimum_seat_keys: u32,
	pub keys: Vec<(AccountId, MockSessionKeys)>,
}

impl Default for Network {
	/// Four ministries, floor three, as in the `local` preset.
	fn default() -> Self {
		Self::of(4, 3)
	}
}

impl Network {
	pub fn of(ministries: u16, floor: u32) -> Self {
		Self {
			ministries: (1..=ministries).map(ministry).collect(),
			floor,
			minimum_seat_keys: 2,
			keys: (1..=ministries).map(|id| (node(id), session_keys(node(id)))).collect(),
		}
	}

	pub fn build(self) -> sp_io::TestExternalities {
		OFFICERS.with_borrow_mut(BTreeMap::clear);
		SessionsKept::set(4);
		Slot::set(0);
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		crate::GenesisConfig::<Test> {
			ministries: self.ministries,
			floor: self.floor,
			minimum_seat_keys: self.minimum_seat_keys,
			absence_rule: None,
		}
		.assimilate_storage(&mut storage)
		.unwrap();
		pallet_session::GenesisConfig::<Test> {
			keys: self.keys.into_iter().map(|(node, keys)| (node, node, keys)).collect(),
			..Default::default()
		}
		.assimilate_storage(&mut storage)
		.unwrap();
		let mut externalities = sp_io::TestExternalities::new(storage);
		externalities.execute_with(|| System::set_block_number(1));
		externalities
	}

	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			check();
		});
	}
}

/// Everything that must hold of the state holds.
pub fn check() {
	crate::try_state::do_try_state::<Test>().expect("the state breaks one of its properties");
}

/// Runs a test on the network of four ministries and checks the state afterwards.
pub fn build_and_execute(test: impl FnOnce()) {
	Network::default().build_and_execute(test)
}

/// Ends the session and begins the next.
pub fn rotate() {
	System::set_block_number(System::block_number() + 1);
	Session::rotate_session();
}

/// Makes one block in each slot of a session of ten slots for each authority, but in those of the nodes
/// named, and ends the session.
pub fn session_without(absent: &[AccountId]) {
	use pallet_authorship::EventHandler;
	let nodes = validators();
	for _ in 0..10 * nodes.len() {
		let slot = Slot::get() + 1;
		Slot::set(slot);
		let author = nodes[slot as usize % nodes.len()];
		if !absent.contains(&author) {
			System::set_block_number(System::block_number() + 1);
			Ministries::note_author(author);
		}
	}
	rotate();
}

/// The authorities of the current session.
pub fn validators() -> Vec<AccountId> {
	pallet_session::Validators::<Test>::get()
}

/// The node's account sets its own session keys, by the SDK's call.
pub fn set_keys(node: AccountId, keys: MockSessionKeys) -> DispatchResult {
	let proof = keys.clone().create_ownership_proof(&node.encode()).unwrap();
	Session::set_keys(RuntimeOrigin::signed(node), keys, proof.encode())
}

/// Nominates and confirms a node, by the first two keys of the seat.
pub fn nominate(ministry: u16, node: AccountId) {
	let signed = |place| RuntimeOrigin::signed(seat_key(ministry, place));
	assert_ok!(Ministries::nominate_node(signed(1), node));
	assert_ok!(Ministries::confirm_nomination(signed(2), node));
}

/// Nominates a node, confirms it and lets it set its session keys.
pub fn nominate_with_keys(ministry: u16, node: AccountId) {
	nominate(ministry, node);
	assert_ok!(set_keys(node, session_keys(node)));
}

/// The last event of this pallet.
pub fn last_event() -> crate::Event<Test> {
	System::read_events_for_pallet::<crate::Event<Test>>().pop().expect("an event")
}

/// Whether this pallet has deposited the event.
pub fn has_event(event: crate::Event<Test>) -> bool {
	System::read_events_for_pallet::<crate::Event<Test>>().contains(&event)
}

/// The version and head of a ministry's record.
pub fn head(ministry: u16) -> (u32, sp_core::H256) {
	let head = crate::Heads::<Test>::get(MinistryId(ministry)).unwrap();
	(head.seq, head.hash)
}
