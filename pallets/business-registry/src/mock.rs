//! A runtime for the tests, with doubles for the traits of the other pallets.

use std::{
	cell::{Cell, RefCell},
	collections::{BTreeMap, BTreeSet},
};

use codec::Encode;
use frame_support::{
	derive_impl,
	dispatch::DispatchResult,
	parameter_types,
	storage::unhashed,
	traits::{BuildGenesisConfig, Hooks},
	weights::Weight,
	BoundedVec,
};
use polity_primitives::{
	act::{LegalBasis, RequestId},
	code_list::Activity,
	ids::MandateId,
	office::Signatory,
	record::RecordedAt,
	time::{
		Calendar, CalendarDate, Instant, LocalOffset, Period, TolledIntervals, WeekendDays,
		MILLIS_PER_DAY,
	},
	traits::{
		Companies, CompanyEstate, CompanyOfficers, CompanyPhase, EstateObstacle, FoundingBoard,
		LegalClock, Licences, MandateAuthority, Persons, Standing,
	},
	Act, ActKind, Capacity, CompanyNumber, District, Hash, MinistryId, Party, Power, Register,
	RequestScope, RuleVersion, StandingError, Tag, Warrant,
};
use sp_runtime::{BuildStorage, DispatchError};

use crate::{self as pallet_business_registry, bases::REGISTRATION};

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
	pub type BusinessRegistry = pallet_business_registry;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

parameter_types! {
	pub const ProposalPeriod: Period = Period::CalendarDays(30);
	pub const MaxRowsPerCall: u32 = 8;
}

impl crate::Config for Test {
	type Clock = Clock;
	type Mandates = Mandates;
	type Persons = People;
	type Standing = People;
	type Officers = Boards;
	type Estate = Estates;
	type Licences = Permits;
	type ProposalPeriod = ProposalPeriod;
	type MaxRowsPerCall = MaxRowsPerCall;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Clock;
}

/// 2026-11-22T12:00:00Z.
pub(crate) const NOON: Instant = Instant::from_millis(1_795_348_800_000);

/// Examines.
pub(crate) const EXAMINER: AccountId = 1;
/// Decides.
pub(crate) const DECIDER: AccountId = 2;
/// Records existing registers.
pub(crate) const RECORDER: AccountId = 3;
/// Speak for a court.
pub(crate) const JUDGE: AccountId = 4;
pub(crate) const OTHER_JUDGE: AccountId = 5;
/// The examiner's second account, which may decide.
pub(crate) const EXAMINER_AGAIN: AccountId = 6;
/// Decides, by a mandate that the examiner's second account granted.
pub(crate) const PROTEGE: AccountId = 7;
/// Has every power, and a tag of the business register.
pub(crate) const JACK_OF_ALL: AccountId = 8;
/// Also examines.
pub(crate) const OTHER_EXAMINER: AccountId = 9;
/// Officers 10 to 19 also record existing registers.
pub(crate) const MORE_RECORDERS: AccountId = 10;
/// Founders: accounts with tags of the business register.
pub(crate) const FOUNDER: AccountId = 100;
pub(crate) const OTHER_FOUNDER: AccountId = 101;
/// Nobody.
pub(crate) const STRANGER: AccountId = 999;

thread_local! {
	static NOW: Cell<Instant> = const { Cell::new(NOON) };
	static NEXT_REQUEST: Cell<u64> = const { Cell::new(1) };
	/// Officers and founders that benchmarks have made.
	static GRANTED: RefCell<Vec<AccountId>> = const { RefCell::new(Vec::new()) };
	static ENROLLED: RefCell<BTreeMap<Tag, Option<AccountId>>> =
		const { RefCell::new(BTreeMap::new()) };
	/// Officers whose mandates are for one district alone.
	static CONFINED: RefCell<BTreeMap<AccountId, District>> =
		const { RefCell::new(BTreeMap::new()) };
	static FORGOTTEN: Cell<Option<MandateId>> = const { Cell::new(None) };
	static RESOLVED: RefCell<BTreeSet<(CompanyNumber, Hash)>> =
		const { RefCell::new(BTreeSet::new()) };
	static DISQUALIFIED: RefCell<BTreeSet<Tag>> = const { RefCell::new(BTreeSet::new()) };
	static BOARDS_STAY: Cell<bool> = const { Cell::new(false) };
	static OBSTACLES: RefCell<BTreeMap<CompanyNumber, EstateObstacle>> =
		const { RefCell::new(BTreeMap::new()) };
	/// Activities that need a licence, and the companies that have one.
	static LICENSED: RefCell<BTreeMap<Activity, BTreeSet<CompanyNumber>>> =
		const { RefCell::new(BTreeMap::new()) };
	static ESTATES_STAY: Cell<bool> = const { Cell::new(false) };
	static BARRED: RefCell<BTreeMap<Tag, StandingError>> = const { RefCell::new(BTreeMap::new()) };
}

pub(crate) fn set_now(now: Instant) {
	NOW.set(now);
}

pub(crate) fn pass_days(days: u64) {
	set_now(NOW.get().checked_add_millis(days * MILLIS_PER_DAY).unwrap());
}

pub(crate) fn bar(tag: Tag, error: StandingError) {
	BARRED.with_borrow_mut(|barred| barred.insert(tag, error));
}

/// Lets nothing be known of an officer's mandate any more, as no register of mandates would.
pub(crate) fn forget(officer: AccountId) {
	FORGOTTEN.set(mandate_of(officer));
}

/// Lets an officer act in one district alone.
pub(crate) fn confine(officer: AccountId, district: District) {
	CONFINED.with_borrow_mut(|confined| confined.insert(officer, district));
}

/// Lets an officer act in every district again.
pub(crate) fn free(officer: AccountId) {
	CONFINED.with_borrow_mut(|confined| confined.remove(&officer));
}

/// The clock of a district in UTC that works every day.
pub struct Clock;

impl LegalClock for Clock {
	fn now() -> Instant {
		NOW.get()
	}
	fn calendar(_: Register, _: District) -> Calendar {
		Calendar::try_new(LocalOffset::UTC, WeekendDays::NONE, BoundedVec::new()).unwrap()
	}
	fn tolled() -> TolledIntervals {
		TolledIntervals::default()
	}
	fn today(_: Register, _: District) -> CalendarDate {
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

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper for Clock {
	fn set_now(now: Instant) {
		super::mock::set_now(now);
	}
}

pub(crate) fn tag(number: u64) -> Tag {
	let mut bytes = [9; 32];
	bytes[..8].copy_from_slice(&number.to_le_bytes());
	Tag::new(bytes).unwrap()
}

fn signatory(account: AccountId, person: u64) -> Signatory<AccountId> {
	Signatory { account, person: tag(10_000 + person) }
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
		assert_eq!(register, Register::Business);
		let powers: &[Power] = match *who {
			EXAMINER | OTHER_EXAMINER => &[Power::Examine],
			DECIDER | EXAMINER_AGAIN | PROTEGE => &[Power::Decide],
			RECORDER => &[Power::RecordExisting],
			JUDGE | OTHER_JUDGE => &[Power::FreezeAsCourt],
			JACK_OF_ALL => &Power::ALL,
			MORE_RECORDERS..20 => &[Power::RecordExisting],
			_ if mandate_of(*who).is_some() => &Power::ALL,
			_ => return Err(DispatchError::Other("no mandate")),
		};
		let is_elsewhere = CONFINED
			.with_borrow(|confined| confined.get(who).is_some_and(|only| *only != district));
		if !powers.contains(&power) || district.0 > 10 || is_elsewhere {
			return Err(DispatchError::Other("not covered by the mandate"));
		}
		mandate_of(*who).and_then(Self::warrant).ok_or(DispatchError::Other("no mandate"))
	}

	fn warrant(mandate: MandateId) -> Option<Warrant<AccountId>> {
		if FORGOTTEN.get() == Some(mandate) {
			return None;
		}
		let who = officer_of(mandate)?;
		let person = if who == EXAMINER_AGAIN { EXAMINER } else { who };
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

/// Accounts 8 and 100 to 199 control a tag; tags 200 to 299 have no account.
pub struct People;

impl Persons<AccountId> for People {
	fn tag_of(register: Register, account: &AccountId) -> Option<Tag> {
		assert_eq!(register, Register::Business);
		let enrolled = ENROLLED.with_borrow(|enrolled| {
			enrolled.iter().find_map(|(tag, by)| (by.as_ref() == Some(account)).then_some(*tag))
		});
		enrolled.or_else(|| Self::is_controller(account).then(|| tag(*account)))
	}
	fn controller_of(_: Register, of: &Tag) -> Option<AccountId> {
		let enrolled = ENROLLED.with_borrow(|enrolled| enrolled.get(of).copied().flatten());
		enrolled.or_else(|| (100..200).chain([JACK_OF_ALL]).find(|account| tag(*account) == *of))
	}
	fn standing(_: Register, of: &Tag) -> Result<(), StandingError> {
		match BARRED.with_borrow(|barred| barred.get(of).copied()) {
			Some(error) => Err(error),
			None if ENROLLED.with_borrow(|enrolled| enrolled.contains_key(of)) => Ok(()),
			None if (100..300).chain([JACK_OF_ALL]).any(|known| tag(known) == *of) => Ok(()),
			None => Err(StandingError::NotFound),
		}
	}
	fn is_controller(account: &AccountId) -> bool {
		(100..200).contains(account) || *account == JACK_OF_ALL
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn enrol_for_benchmark(_: Register, tag: Tag, controller: Option<AccountId>) {
		ENROLLED.with_borrow_mut(|enrolled| {
			enrolled.entry(tag).or_insert(controller);
		});
	}
}

impl Standing for People {
	fn may(
		register: Register,
		party: &Party,
		_: ActKind,
		_: Capacity,
	) -> Result<(), StandingError> {
		match party {
			Party::Person(of) => Self::standing(register, of),
			_ => Err(StandingError::NotCapable),
		}
	}
}

/// Makes a company resolve on a matter.
pub(crate) fn resolve(company: CompanyNumber, matter: Hash) {
	RESOLVED.with_borrow_mut(|resolved| resolved.insert((company, matter)));
}

/// Lets a resolution lapse.
pub(crate) fn lapse(company: CompanyNumber, matter: Hash) {
	RESOLVED.with_borrow_mut(|resolved| resolved.remove(&(company, matter)));
}

/// Lets a person be no director from now on.
pub(crate) fn disqualify(director: Tag) {
	DISQUALIFIED.with_borrow_mut(|disqualified| disqualified.insert(director));
}

/// Lets no board pass to another company from now on.
pub(crate) fn keep_boards() {
	BOARDS_STAY.set(true);
}

/// The board of a company.
pub(crate) fn board_of(company: CompanyNumber) -> Option<FoundingBoard> {
	unhashed::get(&(b"board", company).encode())
}

/// Who acts for companies: whoever the company was founded with, and what it has resolved. Boards are
/// kept in the state, so that they are rolled back with it.
pub struct Boards;

impl CompanyOfficers for Boards {
	fn check_board(board: &FoundingBoard) -> DispatchResult {
		if board.directors.is_empty() {
			return Err(DispatchError::Other("no director"));
		}
		let is_disqualified = |director: &Tag| {
			DISQUALIFIED.with_borrow(|disqualified| disqualified.contains(director))
		};
		if board.directors.iter().any(is_disqualified) {
			return Err(DispatchError::Other("disqualified"));
		}
		Ok(())
	}
	fn found(
		company: CompanyNumber,
		_: District,
		board: &FoundingBoard,
		_: &Act,
		_: MandateId,
	) -> DispatchResult {
		Self::check_board(board)?;
		assert_eq!(board_of(company), None, "a company is founded once");
		// The register of officers finds the company when it is told of the board.
		assert!(<BusinessRegistry as Companies>::profile(company).is_some());
		unhashed::put(&(b"board", company).encode(), board);
		Ok(())
	}
	fn pass(from: CompanyNumber, to: CompanyNumber, _: &Act, _: MandateId) -> DispatchResult {
		if BOARDS_STAY.get() {
			return Err(DispatchError::Other("the board stays"));
		}
		// Both are live while what the one has passes to the other.
		assert_both_live(from, to);
		if let Some(board) = board_of(from) {
			unhashed::kill(&(b"board", from).encode());
			unhashed::put(&(b"board", to).encode(), &board);
		}
		Ok(())
	}
	fn files_for(company: CompanyNumber, person: &Tag) -> bool {
		board_of(company).is_some_and(|board| board.directors.contains(person))
	}
	fn has_resolved(company: CompanyNumber, matter: &Hash) -> bool {
		RESOLVED.with_borrow(|resolved| resolved.contains(&(company, *matter)))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn resolve_for_benchmark(company: CompanyNumber, matter: Hash) {
		resolve(company, matter);
	}
}

fn assert_both_live(from: CompanyNumber, to: CompanyNumber) {
	for company in [from, to] {
		let profile = <BusinessRegistry as Companies>::profile(company).expect("a company");
		assert_eq!(profile.phase, CompanyPhase::Live);
	}
}

/// Gives a company something that must be settled before it ends, or takes it away.
pub(crate) fn hold(company: CompanyNumber, obstacle: Option<EstateObstacle>) {
	OBSTACLES.with_borrow_mut(|obstacles| match obstacle {
		Some(obstacle) => obstacles.insert(company, obstacle),
		None => obstacles.remove(&company),
	});
}

/// Lets no estate pass to another company from now on.
pub(crate) fn keep_estates() {
	ESTATES_STAY.set(true);
}

/// Whose estates have passed to which companies.
pub(crate) fn successions() -> Vec<(CompanyNumber, CompanyNumber)> {
	unhashed::get_or_default(b"successions")
}

/// What passing an estate costs.
pub(crate) const SUCCESSION: Weight = Weight::from_parts(7_000_000_000, 7_000);

/// What companies hold elsewhere.
pub struct Estates;

impl CompanyEstate for Estates {
	fn obstacle(company: CompanyNumber) -> Option<EstateObstacle> {
		OBSTACLES.with_borrow(|obstacles| obstacles.get(&company).copied())
	}
	fn succeed(from: CompanyNumber, to: CompanyNumber, _: &Act, _: MandateId) -> DispatchResult {
		let mut passed = successions();
		passed.push((from, to));
		unhashed::put(b"successions", &passed);
		// After the write: the caller has to roll it back.
		if ESTATES_STAY.get() {
			return Err(DispatchError::Other("the estate stays"));
		}
		assert_both_live(from, to);
		Ok(())
	}
	fn succeed_weight() -> Weight {
		SUCCESSION
	}
}

/// Lets an activity need a licence from now on, which nobody has.
pub(crate) fn license(activity: Activity) {
	LICENSED.with_borrow_mut(|licensed| licensed.insert(activity, BTreeSet::new()));
}

/// Gives a company the licence that an activity needs.
pub(crate) fn permit(company: CompanyNumber, activity: Activity) {
	LICENSED.with_borrow_mut(|licensed| licensed.entry(activity).or_default().insert(company));
}

/// What asking for a licence costs.
pub(crate) const LICENCE: Weight = Weight::from_parts(3_000_000_000, 3_000);

/// The licences that companies have.
pub struct Permits;

impl Licences for Permits {
	fn lacks_licence(company: Option<CompanyNumber>, activity: &Activity) -> bool {
		LICENSED.with_borrow(|licensed| {
			licensed
				.get(activity)
				.is_some_and(|holders| !company.is_some_and(|company| holders.contains(&company)))
		})
	}
	fn licence_weight() -> Weight {
		LICENCE
	}
}

/// An act on a legal basis and a version of a record, dated today, with a request id of its own.
pub(crate) fn act_on(basis: LegalBasis, expected_version: u32) -> Act {
	let number = NEXT_REQUEST.get();
	NEXT_REQUEST.set(number + 1);
	let mut request = [0; 16];
	request[..8].copy_from_slice(&number.to_le_bytes());
	Act {
		legal_basis: basis,
		rule_version: RuleVersion::CURRENT,
		documents: BoundedVec::new(),
		request: RequestId::new(request).unwrap(),
		expected_version,
		effective_from: Clock::today(Register::Business, District::NATIONAL),
	}
}

/// An act on an application.
pub(crate) fn act(expected_version: u32) -> Act {
	act_on(REGISTRATION, expected_version)
}

fn reset() {
	set_now(NOON);
	NEXT_REQUEST.set(1);
	BARRED.with_borrow_mut(BTreeMap::clear);
	RESOLVED.with_borrow_mut(BTreeSet::clear);
	DISQUALIFIED.with_borrow_mut(BTreeSet::clear);
	BOARDS_STAY.set(false);
	OBSTACLES.with_borrow_mut(BTreeMap::clear);
	ESTATES_STAY.set(false);
	LICENSED.with_borrow_mut(BTreeMap::clear);
	GRANTED.with_borrow_mut(Vec::clear);
	FORGOTTEN.set(None);
	CONFINED.with_borrow_mut(BTreeMap::clear);
	ENROLLED.with_borrow_mut(BTreeMap::clear);
}

pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	reset();
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let mut externalities = sp_io::TestExternalities::from(storage);
	externalities.execute_with(|| {
		System::set_block_number(1);
		crate::GenesisConfig::<Test> {
			statutory_names: vec!["Bank of Polity".into()],
			..Default::default()
		}
		.build();
	});
	externalities
}

/// Runs a test and then checks everything that holds of the state at any time.
pub(crate) fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		<BusinessRegistry as Hooks<u64>>::integrity_test();
		crate::try_state::do_try_state::<Test>().expect("the state holds after the test");
	});
}
