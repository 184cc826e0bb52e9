//! A runtime for the tests, with doubles for the traits of the other pallets.

use std::{
	cell::{Cell, RefCell},
	collections::{BTreeMap, BTreeSet},
};

use codec::Encode;
use frame_support::{
	derive_impl, dispatch::DispatchResult, parameter_types, storage::unhashed, traits::Hooks,
};
use polity_primitives::{
	act::{LegalBasis, RequestId},
	ids::MandateId,
	office::Signatory,
	record::RecordedAt,
	time::{
		Calendar, CalendarDate, Instant, LocalOffset, Period, TolledInterval, TolledIntervals,
		WeekendDays, MILLIS_PER_DAY,
	},
	traits::{
		Companies, CompanyOfficers, CompanyPhase, CompanyProfile, FoundingBoard, LandRights,
		LegalClock, MandateAuthority, MissingPart, PartyAttestations, Persons, RightInUnit,
		Standing,
	},
	Act, ActKind, Capacity, CompanyNumber, District, Hash, MinistryId, Party, Power, Register,
	RequestScope, RuleVersion, StandingError, Tag, UnitNumber, Warrant,
};
use sp_runtime::{BuildStorage, DispatchError};

use crate as pallet_permits;

pub(crate) type AccountId = u64;

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
	pub type Permits = pallet_permits;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

parameter_types! {
	pub const ProposalPeriod: Period = Period::CalendarDays(30);
}

impl crate::Config for Test {
	type Clock = Clock;
	type Mandates = Mandates;
	type Persons = People;
	type Standing = People;
	type Officers = Boards;
	type Companies = Registry;
	type Land = Land;
	type Attestations = Attested;
	type ProposalPeriod = ProposalPeriod;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Clock;
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper for Clock {
	fn set_now(now: Instant) {
		NOW.set(now);
	}
}

/// 2026-11-22T12:00:00Z.
const NOON: Instant = Instant::from_millis(1_795_348_800_000);

/// Examines.
pub(crate) const EXAMINER: AccountId = 1;
/// Decides.
pub(crate) const DECIDER: AccountId = 2;
/// Examines: inspects.
pub(crate) const INSPECTOR: AccountId = 3;
/// Records the existing register.
pub(crate) const RECORDER: AccountId = 4;
/// The examiner's second account, which may decide.
pub(crate) const EXAMINER_AGAIN: AccountId = 5;
/// Decides, by a mandate that the examiner's second account granted.
pub(crate) const PROTEGE: AccountId = 6;
/// Has every power.
pub(crate) const JACK_OF_ALL: AccountId = 7;
/// The inspector's second account, which may examine.
pub(crate) const INSPECTOR_AGAIN: AccountId = 8;
/// Persons with a tag of the register of permits, and one of the business register.
pub(crate) const ANN: AccountId = 100;
pub(crate) const BOB: AccountId = 101;
/// Nobody.
pub(crate) const STRANGER: AccountId = 999;

thread_local! {
	static NOW: Cell<Instant> = const { Cell::new(NOON) };
	static NEXT_REQUEST: Cell<u64> = const { Cell::new(1) };
	static GRANTED: RefCell<Vec<AccountId>> = const { RefCell::new(Vec::new()) };
	static ENROLLED: RefCell<BTreeMap<(u8, Tag), Option<AccountId>>> =
		const { RefCell::new(BTreeMap::new()) };
	static FORGOTTEN: Cell<Option<MandateId>> = const { Cell::new(None) };
	static BARRED: RefCell<BTreeMap<Vec<u8>, StandingError>> =
		const { RefCell::new(BTreeMap::new()) };
	static TOLLED: RefCell<TolledIntervals> = RefCell::new(TolledIntervals::new());
	static RIGHTS: RefCell<BTreeMap<(Party, u64), Option<CalendarDate>>> =
		const { RefCell::new(BTreeMap::new()) };
	static ATTESTED: RefCell<BTreeSet<(Party, u32)>> = const { RefCell::new(BTreeSet::new()) };
	static REGISTERED: Cell<u64> = const { Cell::new(50) };
}

pub(crate) fn pass_days(days: u64) {
	NOW.set(NOW.get().checked_add_millis(days * MILLIS_PER_DAY).unwrap());
}

/// Moves the clock to the noon of a day.
pub(crate) fn pass_to(day: CalendarDate) {
	let days = u64::try_from(day.days_since_epoch()).unwrap();
	NOW.set(Instant::from_millis(days * MILLIS_PER_DAY + MILLIS_PER_DAY / 2));
}

/// Lets no clock run for days from now on.
pub(crate) fn toll_days(days: u64) {
	let from = NOW.get();
	let to = from.checked_add_millis(days * MILLIS_PER_DAY).unwrap();
	let interval = TolledInterval::try_new(from, to).unwrap();
	TOLLED.with_borrow_mut(|tolled| tolled.try_insert(interval).unwrap());
}

/// Lets nothing be known of an officer's mandate any more, as no register of mandates would.
pub(crate) fn forget(officer: AccountId) {
	FORGOTTEN.set(mandate_of(officer));
}

/// Lets an officer's account control a tag of a register too. One of the business register files for all
/// companies.
pub(crate) fn enrol(register: Register, officer: AccountId) {
	let key = (register as u8, tag(register, officer));
	ENROLLED.with_borrow_mut(|enrolled| enrolled.insert(key, Some(officer)));
}

/// Lets an account control no tag any more.
pub(crate) fn expel(register: Register, officer: AccountId) {
	let key = (register as u8, tag(register, officer));
	ENROLLED.with_borrow_mut(|enrolled| enrolled.remove(&key));
}

/// Lets a party not act.
pub(crate) fn bar(party: &Party, error: StandingError) {
	BARRED.with_borrow_mut(|barred| barred.insert(party.encode(), error));
}

/// Lets a party act again.
pub(crate) fn unbar(party: &Party) {
	BARRED.with_borrow_mut(|barred| barred.remove(&party.encode()));
}

/// Gives a party a right in a unit, until a day.
pub(crate) fn give_right(party: &Party, unit: UnitNumber, ends: Option<CalendarDate>) {
	RIGHTS.with_borrow_mut(|rights| rights.insert((party.clone(), unit.whole()), ends));
}

/// Takes a right from a party.
pub(crate) fn take_right(party: &Party, unit: UnitNumber) {
	RIGHTS.with_borrow_mut(|rights| rights.remove(&(party.clone(), unit.whole())));
}

/// Attests something of a party.
pub(crate) fn attest(party: &Party, schema: u32) {
	ATTESTED.with_borrow_mut(|attested| attested.insert((party.clone(), schema)));
}

/// The clock of a district in UTC that works every day.
pub struct Clock;

impl LegalClock for Clock {
	fn now() -> Instant {
		NOW.get()
	}
	fn calendar(_: Register, _: District) -> Calendar {
		Calendar::try_new(LocalOffset::UTC, WeekendDays::NONE, Default::default()).unwrap()
	}
	fn tolled() -> TolledIntervals {
		TOLLED.with_borrow(Clone::clone)
	}
	fn today(register: Register, _: District) -> CalendarDate {
		assert_eq!(register, Register::Permits);
		NOW.get().local_date(LocalOffset::UTC).unwrap_or(CalendarDate::LAST)
	}
	fn recorded_at(register: Register, district: District) -> RecordedAt {
		RecordedAt {
			block: System::block_number().try_into().unwrap(),
			instant: Self::now(),
			date: Self::today(register, district),
		}
	}
}

/// Today, and so many days later.
pub(crate) fn day(later: i32) -> CalendarDate {
	Clock::today(Register::Permits, District::NATIONAL).checked_add_days(later).unwrap()
}

fn numbered_tag(number: u64) -> Tag {
	let mut bytes = [9; 32];
	bytes[..8].copy_from_slice(&number.to_le_bytes());
	Tag::new(bytes).unwrap()
}

/// The tag of an account in a register: another in each.
pub(crate) fn tag(register: Register, account: AccountId) -> Tag {
	numbered_tag(account + 1_000 * (1 + register as u64))
}

fn signatory(account: AccountId, person: u64) -> Signatory<AccountId> {
	Signatory { account, person: numbered_tag(100_000 + person) }
}

/// The first mandate of the officers that benchmarks have made.
const FIRST_GRANTED: u32 = 1_000;

/// The mandate of an officer: of the same number as its account, but for those of benchmarks.
pub(crate) fn mandate_of(officer: AccountId) -> Option<MandateId> {
	if let EXAMINER..20 = officer {
		return u32::try_from(officer).ok().map(MandateId);
	}
	let place = GRANTED.with_borrow(|granted| granted.iter().position(|who| *who == officer))?;
	Some(MandateId(FIRST_GRANTED + u32::try_from(place).unwrap()))
}

fn officer_of(mandate: MandateId) -> Option<AccountId> {
	let granted = GRANTED.with_borrow(Vec::clone);
	(EXAMINER..20).chain(granted).find(|officer| mandate_of(*officer) == Some(mandate))
}

/// Mandates that never change, and the requests that have been noted.
pub struct Mandates;

impl MandateAuthority<AccountId> for Mandates {
	fn ensure_mandate(
		who: &AccountId,
		register: Register,
		power: Power,
		district: District,
	) -> Result<Warrant<AccountId>, DispatchError> {
		assert_eq!(register, Register::Permits);
		let powers: &[Power] = match *who {
			EXAMINER | INSPECTOR | INSPECTOR_AGAIN => &[Power::Examine],
			DECIDER | EXAMINER_AGAIN | PROTEGE => &[Power::Decide],
			RECORDER => &[Power::RecordExisting],
			JACK_OF_ALL => &Power::ALL,
			_ if mandate_of(*who).is_some() => &Power::ALL,
			_ => return Err(DispatchError::Other("no mandate")),
		};
		if !powers.contains(&power) || district.0 > 10 {
			return Err(DispatchError::Other("not covered by the mandate"));
		}
		mandate_of(*who).and_then(Self::warrant).ok_or(DispatchError::Other("no mandate"))
	}

	fn warrant(mandate: MandateId) -> Option<Warrant<AccountId>> {
		if FORGOTTEN.get() == Some(mandate) {
			return None;
		}
		let who = officer_of(mandate)?;
		let person = match who {
			EXAMINER_AGAIN => EXAMINER,
			INSPECTOR_AGAIN => INSPECTOR,
			_ => who,
		};
		let grantor = if who == PROTEGE { EXAMINER } else { 50 };
		Some(Warrant {
			mandate,
			ministry: MinistryId(1),
			district: District::NATIONAL,
			officer: signatory(who, person),
			granted_by: [signatory(50, grantor), signatory(51, 51)],
		})
	}

	fn note_act(scope: RequestScope<AccountId>, register: Register, act: &Act) -> DispatchResult {
		if !act.legal_basis.is_known_in(register) {
			return Err(DispatchError::Other("unknown legal basis"));
		}
		// In the state, so that it is rolled back with it.
		let key = (b"request", scope, act.request).encode();
		let is_new = !unhashed::exists(&key);
		unhashed::put(&key, &());
		if is_new {
			Ok(())
		} else {
			Err(DispatchError::Other("repeated request"))
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn grant_for_benchmark(who: &AccountId, _: Tag, _: Register, _: District) {
		GRANTED.with_borrow_mut(|granted| granted.push(*who));
	}
}

/// Accounts 100 to 199 control a tag in each register.
pub struct People;

impl Persons<AccountId> for People {
	fn tag_of(register: Register, account: &AccountId) -> Option<Tag> {
		assert!(matches!(register, Register::Permits | Register::Business));
		let enrolled = ENROLLED.with_borrow(|enrolled| {
			enrolled.iter().find_map(|((of, tag), by)| {
				(*of == register as u8 && by.as_ref() == Some(account)).then_some(*tag)
			})
		});
		enrolled.or_else(|| Self::is_controller(account).then(|| tag(register, *account)))
	}
	fn controller_of(register: Register, of: &Tag) -> Option<AccountId> {
		(100..200).find(|account| tag(register, *account) == *of)
	}
	fn standing(register: Register, of: &Tag) -> Result<(), StandingError> {
		let is_enrolled =
			ENROLLED.with_borrow(|enrolled| enrolled.contains_key(&(register as u8, *of)));
		if is_enrolled || Self::controller_of(register, of).is_some() {
			Ok(())
		} else {
			Err(StandingError::NotFound)
		}
	}
	fn is_controller(account: &AccountId) -> bool {
		(100..200).contains(account)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn enrol_for_benchmark(register: Register, tag: Tag, controller: Option<AccountId>) {
		ENROLLED.with_borrow_mut(|enrolled| {
			enrolled.entry((register as u8, tag)).or_insert(controller);
		});
	}
}

impl Standing for People {
	fn may(
		register: Register,
		party: &Party,
		act: ActKind,
		capacity: Capacity,
	) -> Result<(), StandingError> {
		match act {
			ActKind::Represent => assert_eq!(register, Register::Business),
			ActKind::Acquire | ActKind::Dispose => assert_eq!(register, Register::Permits),
			_ => unreachable!("nothing else is done here"),
		}
		let barred = BARRED.with_borrow(|barred| barred.get(&party.encode()).copied());
		match (barred, capacity) {
			(Some(StandingError::InLiquidation), Capacity::Liquidator) | (None, _) => {},
			(Some(error), _) => return Err(error),
		}
		match party {
			Party::Person(of) => Self::standing(register, of),
			Party::Company(_) | Party::State(_) | Party::PublicBody(_) => Ok(()),
			_ => Err(StandingError::NotCapable),
		}
	}
}

/// Companies that are all live.
pub struct Registry;

impl Companies for Registry {
	fn profile(_: CompanyNumber) -> Option<CompanyProfile> {
		Some(CompanyProfile {
			district: District::NATIONAL,
			phase: CompanyPhase::Live,
			incorporated_on: None,
			fiscal_year_end: None,
			is_provisional: false,
			missing: Default::default(),
		})
	}
	fn adopted(_: CompanyNumber, _: MissingPart, _: &Act, _: MandateId) -> DispatchResult {
		unreachable!("nothing is adopted here")
	}
	fn suspend_for_overdue_filing(_: CompanyNumber) -> DispatchResult {
		unreachable!("nothing is filed here")
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn register_for_benchmark(_: District) -> CompanyNumber {
		let place = REGISTERED.get();
		REGISTERED.set(place + 1);
		company(place)
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn import_for_benchmark(_: District) -> CompanyNumber {
		unreachable!("nothing is imported here")
	}
}

/// Who files for companies: for that of a place the account of 100 and the place, and who benchmarks have
/// enrolled.
pub struct Boards;

impl CompanyOfficers for Boards {
	fn check_board(_: &FoundingBoard) -> DispatchResult {
		unreachable!("no company is founded here")
	}
	fn found(
		_: CompanyNumber,
		_: District,
		_: &FoundingBoard,
		_: &Act,
		_: MandateId,
	) -> DispatchResult {
		Ok(())
	}
	fn pass(_: CompanyNumber, _: CompanyNumber, _: &Act, _: MandateId) -> DispatchResult {
		unreachable!("no company is converted here")
	}
	fn files_for(of: CompanyNumber, person: &Tag) -> bool {
		let place = of.serial() - CompanyNumber::FIRST_SERIAL;
		tag(Register::Business, ANN + place) == *person
			|| ENROLLED.with_borrow(|enrolled| enrolled.keys().any(|(_, known)| known == person))
	}
	fn has_resolved(_: CompanyNumber, _: &Hash) -> bool {
		unreachable!("nobody asks for a resolution here")
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn resolve_for_benchmark(_: CompanyNumber, _: Hash) {}
}

/// Rights in land as tests give them.
pub struct Land;

impl LandRights for Land {
	fn right_in(party: &Party, unit: UnitNumber) -> Option<RightInUnit> {
		assert!(!matches!(party, Party::Person(_)), "a person's tags of two registers would meet");
		let ends =
			RIGHTS.with_borrow(|rights| rights.get(&(party.clone(), unit.whole())).copied())?;
		Some(RightInUnit { ends })
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn give_for_benchmark(company: CompanyNumber) -> UnitNumber {
		give_right(&Party::Company(company), unit(0), None);
		unit(0)
	}
}

/// Attestations as tests give them.
pub struct Attested;

impl PartyAttestations for Attested {
	fn is_attested(party: &Party, schema: u32) -> bool {
		assert!(!matches!(party, Party::Person(_)), "a person's attestations are its own");
		ATTESTED.with_borrow(|attested| attested.contains(&(party.clone(), schema)))
	}
}

/// The company of a place.
pub(crate) fn company(place: u64) -> CompanyNumber {
	CompanyNumber::from_serial(CompanyNumber::FIRST_SERIAL + place).unwrap()
}

/// The company of a place, as a party: the account of 100 and the place files for it.
pub(crate) fn firm(place: u64) -> Party {
	Party::Company(company(place))
}

/// The unit of a place.
pub(crate) fn unit(place: u64) -> UnitNumber {
	UnitNumber::from_serial(UnitNumber::FIRST_SERIAL + place).unwrap()
}

/// An act on a legal basis and a version of a record, dated today, with a request id of its own.
pub(crate) fn act(basis: LegalBasis, expected_version: u32) -> Act {
	let number = NEXT_REQUEST.get();
	NEXT_REQUEST.set(number + 1);
	let mut request = [0; 16];
	request[..8].copy_from_slice(&number.to_le_bytes());
	Act {
		legal_basis: basis,
		rule_version: RuleVersion::CURRENT,
		documents: Default::default(),
		request: RequestId::new(request).unwrap(),
		expected_version,
		effective_from: day(0),
	}
}

pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	NOW.set(NOON);
	NEXT_REQUEST.set(1);
	REGISTERED.set(50);
	GRANTED.with_borrow_mut(Vec::clear);
	ENROLLED.with_borrow_mut(BTreeMap::clear);
	FORGOTTEN.set(None);
	BARRED.with_borrow_mut(BTreeMap::clear);
	RIGHTS.with_borrow_mut(BTreeMap::clear);
	ATTESTED.with_borrow_mut(BTreeSet::clear);
	TOLLED.set(TolledIntervals::new());
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let mut externalities = sp_io::TestExternalities::from(storage);
	externalities.execute_with(|| System::set_block_number(1));
	externalities
}

/// What the chain does at the beginning of a block.
pub(crate) fn next_block() {
	System::set_block_number(System::block_number() + 1);
	<Permits as Hooks<u64>>::on_initialize(System::block_number());
}

/// Runs a test and then checks everything that holds of the state at any time.
pub(crate) fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		<Permits as Hooks<u64>>::integrity_test();
		crate::try_state::do_try_state::<Test>().expect("the state holds after the test");
	});
}
