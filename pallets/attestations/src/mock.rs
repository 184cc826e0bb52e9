//! A runtime of this pallet alone, with doubles for the clock, the mandates and the parties.

use std::cell::{Cell, RefCell};

use frame_support::{derive_impl, dispatch::DispatchResult, parameter_types};
use polity_primitives::{
	act::{LegalBasis, RequestId, RuleVersion},
	record::RecordedAt,
	time::{Calendar, CalendarDate, Instant, LocalOffset, Period, TolledIntervals, WeekendDays},
	traits::{LegalClock, MandateAuthority, Standing},
	Act, ActKind, Capacity, District, MandateId, MinistryId, Party, Power, Register, RequestScope,
	Signatory, StandingError, Tag, Warrant,
};
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError};

use crate as pallet_attestations;
use crate::ACCREDITATION;

pub(crate) use polity_primitives::AccountId;

type Block = frame_system::mocking::MockBlock<Test>;

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
	pub type Attestations = pallet_attestations;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type Block = Block;
}

parameter_types! {
	pub const ProposalPeriod: Period = Period::CalendarDays(30);
	pub const RecoveryPeriod: Period = Period::CalendarDays(7);
}

impl pallet_attestations::Config for Test {
	type Clock = Clock;
	type Mandates = Mandates;
	type Standing = Parties;
	type ProposalPeriod = ProposalPeriod;
	type RecoveryPeriod = RecoveryPeriod;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Parties;
}

/// An account of 32 equal bytes.
pub(crate) const fn account(number: u8) -> AccountId {
	AccountId::new([number; 32])
}

/// Examines schemas.
pub(crate) const EXAMINER: AccountId = account(1);
/// Decides schemas.
pub(crate) const DECIDER: AccountId = account(2);
/// Accredits everywhere.
pub(crate) const ACCREDITOR: AccountId = account(3);
/// Accredits everywhere.
pub(crate) const SECOND_ACCREDITOR: AccountId = account(4);
/// The first accreditor's second account.
pub(crate) const ACCREDITOR_AGAIN: AccountId = account(5);
/// Accredits in one district.
pub(crate) const LOCAL_ACCREDITOR: AccountId = account(6);
/// Speaks for a court.
pub(crate) const COURT: AccountId = account(7);
/// Speaks for a court.
pub(crate) const SECOND_COURT: AccountId = account(8);
/// Controls the issuer.
pub(crate) const CONTROLLER: AccountId = account(21);
/// Controls the organisation above the issuer.
pub(crate) const ABOVE: AccountId = account(22);
/// The issuer's guardians; any two of them recover it.
pub(crate) const GUARDIANS: [AccountId; 3] = [account(31), account(32), account(33)];
/// Nobody.
pub(crate) const STRANGER: AccountId = account(99);

pub(crate) const CITY: District = District(3);
pub(crate) const NO_MANDATE: DispatchError = DispatchError::Other("no mandate");
pub(crate) const REPEATED: DispatchError = DispatchError::Other("repeated request");
pub(crate) const NO_DOCUMENT: DispatchError = DispatchError::Other("no document");
/// A ministry that is not registered.
pub(crate) const NO_MINISTRY: MinistryId = MinistryId(404);

thread_local! {
	static NOW: Cell<u64> = const { Cell::new(0) };
	static NEXT_REQUEST: Cell<u128> = const { Cell::new(1) };
	static REQUESTS: RefCell<Vec<RequestId>> = const { RefCell::new(Vec::new()) };
	/// Officers that benchmarks have made, who have every power.
	static GRANTED: RefCell<Vec<(AccountId, Tag)>> = const { RefCell::new(Vec::new()) };
	static IS_BARRED: Cell<bool> = const { Cell::new(false) };
}

pub(crate) fn pass(millis: u64) {
	NOW.set(NOW.get() + millis);
}

pub(crate) fn now() -> u64 {
	NOW.get()
}

/// Lets nobody be in standing.
pub(crate) fn bar() {
	IS_BARRED.set(true);
}

pub struct Clock;

impl LegalClock for Clock {
	fn now() -> Instant {
		Instant::from_millis(NOW.get())
	}
	fn calendar(_: Register, _: District) -> Calendar {
		Calendar::try_new(LocalOffset::UTC, WeekendDays::NONE, Default::default()).unwrap()
	}
	fn tolled() -> TolledIntervals {
		TolledIntervals::new()
	}
	fn today(_: Register, _: District) -> CalendarDate {
		Self::now().local_date(LocalOffset::UTC).unwrap()
	}
	fn recorded_at(register: Register, district: District) -> RecordedAt {
		RecordedAt { block: 1, instant: Self::now(), date: Self::today(register, district) }
	}
}

fn tag(number: u8) -> Tag {
	Tag::new([number; 32]).unwrap()
}

/// The last officer of the mock.
const LAST_OFFICER: u8 = 8;

/// The first mandate of the officers that benchmarks have made.
const FIRST_GRANTED: u32 = 1_000;

/// The warrant of an officer that a benchmark has made.
fn granted(is_it: impl Fn(&AccountId, MandateId) -> bool) -> Option<Warrant<AccountId>> {
	GRANTED.with_borrow(|granted| {
		(FIRST_GRANTED..).zip(granted).find_map(|(number, (account, person))| {
			is_it(account, MandateId(number)).then(|| Warrant {
				mandate: MandateId(number),
				ministry: MinistryId(1),
				district: District::NATIONAL,
				officer: Signatory { account: account.clone(), person: *person },
				granted_by: [signatory(250, 250), signatory(251, 251)],
			})
		})
	})
}

fn signatory(number: u8, person: u8) -> Signatory<AccountId> {
	Signatory { account: account(number), person: tag(person) }
}

/// The warrant of an officer, under the mandate of the same number.
fn warrant_of(who: &AccountId) -> Option<Warrant<AccountId>> {
	let Some(number) = (1..=LAST_OFFICER).find(|number| account(*number) == *who) else {
		return granted(|granted, _| granted == who);
	};
	let person = if *who == ACCREDITOR_AGAIN { 3 } else { number };
	Some(Warrant {
		mandate: MandateId(number.into()),
		ministry: MinistryId(1),
		district: if *who == LOCAL_ACCREDITOR { CITY } else { District::NATIONAL },
		officer: signatory(number, person),
		granted_by: [signatory(250, 250), signatory(251, 251)],
	})
}

pub struct Mandates;

impl MandateAuthority<AccountId> for Mandates {
	fn ensure_mandate(
		who: &AccountId,
		register: Register,
		power: Power,
		district: District,
	) -> Result<Warrant<AccountId>, DispatchError> {
		assert_eq!(register, Register::Attestations);
		let has = if [EXAMINER].contains(who) {
			power == Power::Examine
		} else if [DECIDER].contains(who) {
			power == Power::Decide
		} else if [ACCREDITOR, SECOND_ACCREDITOR, ACCREDITOR_AGAIN].contains(who) {
			power == Power::Accredit
		} else if [LOCAL_ACCREDITOR].contains(who) {
			power == Power::Accredit && district == CITY
		} else if [COURT, SECOND_COURT].contains(who) {
			power == Power::FreezeAsCourt
		} else {
			true
		};
		warrant_of(who).filter(|_| has).ok_or(NO_MANDATE)
	}

	fn warrant(mandate: MandateId) -> Option<Warrant<AccountId>> {
		granted(|_, number| number == mandate)
			.or_else(|| warrant_of(&account(u8::try_from(mandate.0).ok()?)))
	}

	fn note_act(_: RequestScope<AccountId>, register: Register, act: &Act) -> DispatchResult {
		assert!(act.legal_basis.is_known_in(register));
		if act.legal_basis.demands_document_in(register) && act.documents.is_empty() {
			return Err(NO_DOCUMENT);
		}
		REQUESTS.with_borrow_mut(|requests| {
			if requests.contains(&act.request) {
				return Err(REPEATED);
			}
			requests.push(act.request);
			Ok(())
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn grant_for_benchmark(who: &AccountId, person: Tag, _: Register, _: District) {
		GRANTED.with_borrow_mut(|granted| granted.push((who.clone(), person)));
	}
}

pub struct Parties;

impl Standing for Parties {
	fn may(_: Register, party: &Party, _: ActKind, _: Capacity) -> Result<(), StandingError> {
		if *party == Party::State(NO_MINISTRY) {
			Err(StandingError::NotFound)
		} else if IS_BARRED.get() {
			Err(StandingError::Dissolved)
		} else {
			Ok(())
		}
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper for Parties {
	fn holder() -> Party {
		Party::State(MinistryId(1))
	}
	fn enrol(_: Tag) {}
	fn set_now(now: Instant) {
		NOW.set(now.as_millis());
	}
}

/// An act on accreditation with effect today, and a request that was not used before.
pub(crate) fn act(version: u32) -> Act {
	act_on(ACCREDITATION, version)
}

/// The same on another statute.
pub(crate) fn act_on(legal_basis: LegalBasis, version: u32) -> Act {
	let number = NEXT_REQUEST.get();
	NEXT_REQUEST.set(number + 1);
	Act {
		legal_basis,
		rule_version: RuleVersion::CURRENT,
		documents: Default::default(),
		request: RequestId::new(number.to_le_bytes()).unwrap(),
		expected_version: version,
		effective_from: Clock::today(Register::Attestations, District::NATIONAL),
	}
}

pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	let storage = RuntimeGenesisConfig::default().build_storage().unwrap();
	let mut externalities = sp_io::TestExternalities::new(storage);
	externalities.execute_with(|| {
		NOW.set(100);
		IS_BARRED.set(false);
		REQUESTS.take();
		GRANTED.take();
		System::set_block_number(1);
	});
	externalities
}

/// Runs a test at the instant 100 and then checks all invariants.
pub(crate) fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		crate::try_state::do_try_state::<Test>().expect("all invariants hold after the test");
	});
}
