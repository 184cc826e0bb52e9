//! A runtime with this pallet, and doubles of what it asks.

use frame_support::{construct_runtime, derive_impl, parameter_types, traits::ConstU32};
use polity_primitives::{
	act::{Act, LegalBasis, RequestId, RuleVersion},
	ids::{District, MandateId, MinistryId, Tag},
	office::{Power, Powers, Register, Signatory},
	party::StandingError,
	record::RecordedAt,
	time::{Calendar, CalendarDate, Instant, LocalOffset, TolledIntervals, WeekendDays},
	traits::{CompetenceAdministration, LegalClock, MinistryLookup, Persons},
};
use sp_runtime::{BuildStorage, DispatchError, DispatchResult};
use std::collections::{BTreeMap, BTreeSet};

use crate::{
	term::Term,
	types::{MandateChange, MandateState, Step},
};

construct_runtime!(
	pub enum Test {
		System: frame_system,
		Mandates: crate,
	}
);

type Block = frame_system::mocking::MockBlock<Test>;

/// 22 November 2026, 12:00.
pub const NOON: u64 = 1_795_348_800_000;
pub const HOUR: u64 = 3_600_000;
pub const MAX_TERM: u64 = 1_000 * HOUR;
pub const MAX_MANDATES: u32 = 3;
pub const PROPOSAL_LIFETIME: u64 = 100;
pub const REQUEST_RETENTION: u64 = 20;

/// The ministry of the first keys.
pub const JUSTICE: MinistryId = MinistryId(1);
/// Another ministry.
pub const LANDS: MinistryId = MinistryId(2);

/// Keys of the seat of [`JUSTICE`], each of a person of its own.
pub const FIRST: u64 = 1;
pub const SECOND: u64 = 2;
pub const THIRD: u64 = 3;
/// A second key of the first one's person.
pub const FIRST_AGAIN: u64 = 4;
/// Keys of the seat of [`LANDS`].
pub const LANDS_FIRST: u64 = 5;
pub const LANDS_SECOND: u64 = 6;
/// The joint account of a seat.
pub const SEAT: u64 = 50;
/// A node's account.
pub const NODE: u64 = 51;
/// Accounts that can become officers'.
pub const OFFICER: u64 = 100;
pub const COLLEAGUE: u64 = 101;

pub fn tag(byte: u8) -> Tag {
	Tag::new([byte; 32]).unwrap()
}

fn seat_keys() -> BTreeMap<u64, (MinistryId, Tag)> {
	BTreeMap::from([
		(FIRST, (JUSTICE, tag(1))),
		(SECOND, (JUSTICE, tag(2))),
		(THIRD, (JUSTICE, tag(3))),
		(FIRST_AGAIN, (JUSTICE, tag(1))),
		(LANDS_FIRST, (LANDS, tag(5))),
		(LANDS_SECOND, (LANDS, tag(6))),
	])
}

parameter_types! {
	pub static Now: u64 = NOON;
	pub static SeatKeys: BTreeMap<u64, (MinistryId, Tag)> = seat_keys();
	pub static Active: BTreeSet<MinistryId> = BTreeSet::from([JUSTICE, LANDS]);
	pub static Enrolled: BTreeSet<Tag> = (1..=120).map(tag).collect();
	pub static Deceased: BTreeSet<Tag> = BTreeSet::new();
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

parameter_types! {
	pub const MaxTerm: u64 = MAX_TERM;
	pub const ProposalLifetime: u64 = PROPOSAL_LIFETIME;
	pub const RequestRetention: u64 = REQUEST_RETENTION;
}

impl crate::Config for Test {
	type Clock = Clock;
	type Ministries = Ministries;
	type Persons = People;
	type MaxMandatesPerOfficer = ConstU32<MAX_MANDATES>;
	type MaxTerm = MaxTerm;
	type ProposalLifetime = ProposalLifetime;
	type RequestRetention = RequestRetention;
	type WeightInfo = ();
}

pub struct Clock;

impl LegalClock for Clock {
	fn now() -> Instant {
		Instant::from_millis(Now::get())
	}

	fn calendar(_: Register, _: District) -> Calendar {
		Calendar::try_new(LocalOffset::UTC, WeekendDays::SATURDAY_SUNDAY, Default::default())
			.unwrap()
	}

	fn tolled() -> TolledIntervals {
		TolledIntervals::new()
	}

	fn today(register: Register, district: District) -> CalendarDate {
		Self::calendar(register, district).local_date(Self::now()).unwrap()
	}

	fn recorded_at(register: Register, district: District) -> RecordedAt {
		RecordedAt {
			block: System::block_number() as u32,
			instant: Self::now(),
			date: Self::today(register, district),
		}
	}
}

pub struct Ministries;

impl MinistryLookup<u64> for Ministries {
	fn is_active(ministry: MinistryId) -> bool {
		Active::get().contains(&ministry)
	}

	fn seat_key(account: &u64) -> Option<(MinistryId, Signatory<u64>)> {
		SeatKeys::get()
			.get(account)
			.map(|(ministry, person)| (*ministry, Signatory { account: *account, person: *person }))
	}

	fn seat(account: &u64) -> Option<MinistryId> {
		(*account == SEAT).then_some(JUSTICE)
	}

	fn is_taken(account: &u64) -> bool {
		[SEAT, NODE].contains(account) || SeatKeys::get().contains_key(account)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn admit_for_benchmark(ministry: MinistryId, keys: [Signatory<u64>; 2]) {
		Active::mutate(|active| {
			active.insert(ministry);
		});
		SeatKeys::mutate(|seat| {
			for key in keys {
				seat.insert(key.account, (ministry, key.person));
			}
		});
	}
}

pub struct People;

impl Persons<u64> for People {
	fn tag_of(_: Register, _: &u64) -> Option<Tag> {
		None
	}

	fn controller_of(_: Register, _: &Tag) -> Option<u64> {
		None
	}

	fn standing(register: Register, person: &Tag) -> Result<(), StandingError> {
		if register != Register::PublicOffice || !Enrolled::get().contains(person) {
			return Err(StandingError::NotFound);
		}
		if Deceased::get().contains(person) {
			return Err(StandingError::Deceased);
		}
		Ok(())
	}

	fn is_controller(_: &u64) -> bool {
		false
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn enrol_for_benchmark(_: Register, person: Tag, _: Option<u64>) {
		Enrolled::mutate(|enrolled| {
			enrolled.insert(person);
		});
	}
}

/// A chain on which [`JUSTICE`] keeps the business register and [`LANDS`] the land register, but for
/// district 7, where [`JUSTICE`] does.
pub fn new_test_ext() -> sp_io::TestExternalities {
	Now::set(NOON);
	SeatKeys::set(seat_keys());
	Active::set(BTreeSet::from([JUSTICE, LANDS]));
	Enrolled::set((1..=120).map(tag).collect());
	Deceased::set(BTreeSet::new());
	let storage = RuntimeGenesisConfig::default().build_storage().unwrap();
	let mut externalities = sp_io::TestExternalities::new(storage);
	externalities.execute_with(|| {
		use polity_primitives::office::CompetenceKind::{Court, Keeper};
		for (register, district, kind, ministry) in [
			(Register::Business, 0, Keeper, JUSTICE),
			(Register::Business, 0, Court, JUSTICE),
			(Register::Land, 0, Keeper, LANDS),
			(Register::Land, 7, Keeper, JUSTICE),
		] {
			Mandates::set_competence(register, District(district), kind, Some(ministry)).unwrap();
		}
		System::set_block_number(1);
		System::reset_events();
	});
	externalities
}

/// Runs a test, and checks the state after it.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		crate::try_state::do_try_state::<Test>().unwrap();
	});
}

/// A request id that was never used before.
pub fn fresh_request() -> RequestId {
	thread_local! {
		static COUNTER: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
	}
	let count = COUNTER.with(|counter| {
		counter.set(counter.get() + 1);
		counter.get()
	});
	let mut bytes = [0; 16];
	bytes[..8].copy_from_slice(&count.to_le_bytes());
	RequestId::new(bytes).unwrap()
}

/// An act of today on a version.
pub fn act(version: u32) -> Act {
	Act {
		legal_basis: LegalBasis(201),
		rule_version: RuleVersion::CURRENT,
		documents: Default::default(),
		request: fresh_request(),
		expected_version: version,
		effective_from: Clock::today(Register::PublicOffice, District::NATIONAL),
	}
}

/// An act of today on the version that a mandate has now: of its grant while that waits, and of its end
/// from then on.
pub fn act_on(id: MandateId) -> Act {
	let state = crate::Mandates::<Test>::get(id).map(|mandate| mandate.state);
	let step = match state {
		Some(MandateState::Proposed) | None => Step::Grant,
		Some(_) => Step::Change(MandateChange::Revoke),
	};
	let version = crate::Heads::<Test>::get(id).map_or(0, |head| head.seq);
	Act { legal_basis: step.legal_basis(), ..act(version) }
}

/// What a proposal of a mandate names.
#[derive(Clone)]
pub struct Grant {
	pub officer: u64,
	pub person: u8,
	pub register: Register,
	pub powers: Powers,
	pub district: u16,
	pub term: Term,
}

/// In force from now for ten hours.
pub fn ten_hours() -> Term {
	hours(0, 10)
}

/// In force from so many hours until so many hours after [`NOON`].
pub fn hours(from: i64, to: i64) -> Term {
	let at = |hours: i64| Instant::from_millis(NOON.saturating_add_signed(hours * HOUR as i64));
	Term { not_before: at(from), not_after: at(to) }
}

impl Default for Grant {
	fn default() -> Self {
		Self {
			officer: OFFICER,
			person: 100,
			register: Register::Business,
			powers: Powers::of(&[Power::Examine, Power::Decide]),
			district: 0,
			term: ten_hours(),
		}
	}
}

pub fn propose_as(key: u64, act: Act, grant: Grant) -> DispatchResult {
	Mandates::propose_grant(
		RuntimeOrigin::signed(key),
		act,
		grant.officer,
		tag(grant.person),
		grant.register,
		grant.powers,
		District(grant.district),
		grant.term.not_before,
		grant.term.not_after,
	)
}

/// Proposes a mandate with the first key.
pub fn propose(grant: Grant) -> Result<MandateId, DispatchError> {
	let id = crate::NextMandate::<Test>::get();
	propose_as(FIRST, act(0), grant).map(|()| id)
}

pub fn confirm(key: u64, id: MandateId) -> DispatchResult {
	Mandates::confirm_grant(RuntimeOrigin::signed(key), act_on(id), id)
}

/// A mandate that the first and the second key have granted.
pub fn granted(grant: Grant) -> MandateId {
	let id = propose(grant).unwrap();
	confirm(SECOND, id).unwrap();
	id
}

pub fn suspend(key: u64, id: MandateId) -> DispatchResult {
	Mandates::suspend_mandate(RuntimeOrigin::signed(key), act_on(id), id)
}

pub fn propose_change(key: u64, id: MandateId, change: MandateChange) -> DispatchResult {
	Mandates::propose_change(RuntimeOrigin::signed(key), act_on(id), id, change)
}

pub fn confirm_change(key: u64, id: MandateId, change: MandateChange) -> DispatchResult {
	Mandates::confirm_change(RuntimeOrigin::signed(key), act_on(id), id, change)
}

pub fn withdraw(key: u64, id: MandateId) -> DispatchResult {
	Mandates::withdraw_proposal(RuntimeOrigin::signed(key), act_on(id), id)
}

/// Revokes a mandate with the first and the second key.
pub fn revoke(id: MandateId) {
	propose_change(FIRST, id, MandateChange::Revoke).unwrap();
	confirm_change(SECOND, id, MandateChange::Revoke).unwrap();
}

pub fn head_of(id: MandateId) -> (u32, sp_core::H256) {
	let head = crate::Heads::<Test>::get(id).unwrap();
	(head.seq, head.hash)
}

pub fn providers(account: u64) -> u32 {
	System::providers(&account)
}
