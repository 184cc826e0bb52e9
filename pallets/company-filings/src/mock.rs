//! A runtime for the tests, with doubles for the traits of the other pallets.

use std::{
	cell::{Cell, RefCell},
	collections::BTreeMap,
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
		Companies, CompanyOfficers, CompanyPhase, CompanyProfile, FoundingBoard, LegalClock,
		MandateAuthority, MissingPart, Persons, Standing,
	},
	Act, ActKind, Capacity, CompanyNumber, District, Hash, MinistryId, Party, Power, Register,
	RequestScope, RuleVersion, StandingError, Tag, Warrant,
};
use sp_runtime::{BuildStorage, DispatchError};

use crate as pallet_company_filings;

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
	pub type CompanyFilings = pallet_company_filings;
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
	type Companies = Registry;
	type Officers = Boards;
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
/// Speak for a court.
pub(crate) const JUDGE: AccountId = 3;
pub(crate) const OTHER_JUDGE: AccountId = 4;
/// The examiner's second account, which may decide.
pub(crate) const EXAMINER_AGAIN: AccountId = 5;
/// Decides, by a mandate that the examiner's second account granted.
pub(crate) const PROTEGE: AccountId = 6;
/// Has every power.
pub(crate) const JACK_OF_ALL: AccountId = 7;
/// Accounts 100 to 199 control a tag of the business register.
pub(crate) const ANN: AccountId = 100;
pub(crate) const BOB: AccountId = 101;
pub(crate) const EVE: AccountId = 102;
/// Nobody.
pub(crate) const STRANGER: AccountId = 999;

thread_local! {
	static NOW: Cell<Instant> = const { Cell::new(NOON) };
	static NEXT_REQUEST: Cell<u64> = const { Cell::new(1) };
	/// Officers and persons that benchmarks have made.
	static GRANTED: RefCell<Vec<AccountId>> = const { RefCell::new(Vec::new()) };
	static ENROLLED: RefCell<BTreeMap<Tag, Option<AccountId>>> =
		const { RefCell::new(BTreeMap::new()) };
	static FORGOTTEN: Cell<Option<MandateId>> = const { Cell::new(None) };
	static BARRED: RefCell<BTreeMap<Vec<u8>, StandingError>> =
		const { RefCell::new(BTreeMap::new()) };
	static TOLLED: RefCell<TolledIntervals> = RefCell::new(TolledIntervals::new());
	static COMPANIES: RefCell<BTreeMap<CompanyNumber, CompanyProfile>> =
		const { RefCell::new(BTreeMap::new()) };
}

pub(crate) fn pass_days(days: u64) {
	NOW.set(NOW.get().checked_add_millis(days * MILLIS_PER_DAY).unwrap());
}

/// Moves the clock to where no period has an end any more.
pub(crate) fn pass_to_the_end() {
	// 31 December 9999, the last day of the calendar.
	NOW.set(Instant::from_millis(2_932_896 * MILLIS_PER_DAY));
}

/// Lets nothing be known of an officer's mandate any more, as no register of mandates would.
pub(crate) fn forget(officer: AccountId) {
	FORGOTTEN.set(mandate_of(officer));
}

/// Lets a party not act.
pub(crate) fn bar(party: Party, error: StandingError) {
	BARRED.with_borrow_mut(|barred| barred.insert(party.encode(), error));
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

/// Today, and so many days later.
pub(crate) fn day(later: i32) -> CalendarDate {
	Clock::today(Register::Business, District::NATIONAL).checked_add_days(later).unwrap()
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
			EXAMINER => &[Power::Examine],
			DECIDER | EXAMINER_AGAIN | PROTEGE => &[Power::Decide],
			JUDGE | OTHER_JUDGE => &[Power::FreezeAsCourt],
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

/// Accounts 100 to 199 control a tag; tags 200 to 299 have no account.
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
		(100..200).find(|account| tag(*account) == *of)
	}
	fn standing(_: Register, of: &Tag) -> Result<(), StandingError> {
		let is_known = ENROLLED.with_borrow(|enrolled| enrolled.contains_key(of))
			|| (100..300).any(|known| tag(known) == *of);
		if is_known {
			Ok(())
		} else {
			Err(StandingError::NotFound)
		}
	}
	fn is_controller(account: &AccountId) -> bool {
		(100..200).contains(account)
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
		act: ActKind,
		capacity: Capacity,
	) -> Result<(), StandingError> {
		assert_eq!((act, capacity), (ActKind::Represent, Capacity::Itself));
		if let Some(error) = BARRED.with_borrow(|barred| barred.get(&party.encode()).copied()) {
			return Err(error);
		}
		match party {
			Party::Person(of) => Self::standing(register, of),
			Party::Company(number) if Registry::profile(*number).is_some() => Ok(()),
			Party::Company(_) => Err(StandingError::NotFound),
			_ => Err(StandingError::NotCapable),
		}
	}
}

/// Companies as tests put them.
pub struct Registry;

impl Companies for Registry {
	fn profile(company: CompanyNumber) -> Option<CompanyProfile> {
		COMPANIES.with_borrow(|companies| companies.get(&company).cloned())
	}
	fn adopted(_: CompanyNumber, _: MissingPart, _: &Act, _: MandateId) -> DispatchResult {
		unreachable!("nothing is adopted here")
	}
	fn suspend_for_overdue_filing(company: CompanyNumber) -> DispatchResult {
		COMPANIES.with_borrow_mut(|companies| match companies.get_mut(&company) {
			Some(profile) if profile.phase == CompanyPhase::Live => {
				profile.phase = CompanyPhase::Suspended;
				Ok(())
			},
			_ => Err(DispatchError::Other("not a live company")),
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn register_for_benchmark(_: District) -> CompanyNumber {
		register(CompanyPhase::Live)
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn import_for_benchmark(_: District) -> CompanyNumber {
		register(CompanyPhase::Live)
	}
}

/// Who files for companies: Ann and Bob for every one, and who benchmarks have enrolled.
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
	fn files_for(_: CompanyNumber, person: &Tag) -> bool {
		[tag(ANN), tag(BOB)].contains(person)
			|| ENROLLED.with_borrow(|enrolled| enrolled.contains_key(person))
	}
	fn has_resolved(_: CompanyNumber, _: &Hash) -> bool {
		unreachable!("nobody asks for a resolution here")
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn resolve_for_benchmark(_: CompanyNumber, _: Hash) {}
}

/// The company of a place.
pub(crate) fn company(place: u64) -> CompanyNumber {
	CompanyNumber::from_serial(CompanyNumber::FIRST_SERIAL + place).unwrap()
}

/// A day by its digits.
pub(crate) fn date(year: i32, month: u8, day: u8) -> CalendarDate {
	CalendarDate::from_ymd(year, month, day).unwrap()
}

/// A new company, live, founded on 1 March 2020, whose fiscal year is the calendar's, but for what is
/// changed.
pub(crate) fn register_with(change: impl FnOnce(&mut CompanyProfile)) -> CompanyNumber {
	COMPANIES.with_borrow_mut(|companies| {
		let number = company(companies.len() as u64);
		let mut profile = CompanyProfile {
			district: District::NATIONAL,
			phase: CompanyPhase::Live,
			incorporated_on: Some(date(2020, 3, 1)),
			fiscal_year_end: Some((12, 31)),
			is_provisional: false,
			missing: Default::default(),
		};
		change(&mut profile);
		companies.insert(number, profile);
		number
	})
}

/// A new company in a part of its life.
pub(crate) fn register(phase: CompanyPhase) -> CompanyNumber {
	register_with(|profile| profile.phase = phase)
}

/// Changes what is known of a company.
pub(crate) fn change(number: CompanyNumber, change: impl FnOnce(&mut CompanyProfile)) {
	COMPANIES.with_borrow_mut(|companies| change(companies.get_mut(&number).unwrap()));
}

/// Moves a company to another part of its life.
pub(crate) fn set_phase(number: CompanyNumber, phase: CompanyPhase) {
	change(number, |profile| profile.phase = phase);
}

pub(crate) fn phase_of(number: CompanyNumber) -> CompanyPhase {
	Registry::profile(number).unwrap().phase
}

/// Moves the clock to the noon of a day.
pub(crate) fn pass_to(day: CalendarDate) {
	let days = u64::try_from(day.days_since_epoch()).unwrap();
	NOW.set(Instant::from_millis(days * MILLIS_PER_DAY + MILLIS_PER_DAY / 2));
}

/// Lets no clock run from one day to another.
pub(crate) fn toll(from: CalendarDate, to: CalendarDate) {
	let at = |day: CalendarDate| {
		Instant::from_millis(u64::try_from(day.days_since_epoch()).unwrap() * MILLIS_PER_DAY)
	};
	let interval = TolledInterval::try_new(at(from), at(to)).unwrap();
	TOLLED.with_borrow_mut(|tolled| tolled.try_insert(interval).unwrap());
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
	GRANTED.with_borrow_mut(Vec::clear);
	ENROLLED.with_borrow_mut(BTreeMap::clear);
	FORGOTTEN.set(None);
	BARRED.with_borrow_mut(BTreeMap::clear);
	COMPANIES.with_borrow_mut(BTreeMap::clear);
	TOLLED.set(TolledIntervals::new());
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let mut externalities = sp_io::TestExternalities::from(storage);
	externalities.execute_with(|| System::set_block_number(1));
	externalities
}

/// Runs a test and then checks everything that holds of the state at any time.
pub(crate) fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		<CompanyFilings as Hooks<u64>>::integrity_test();
		crate::try_state::do_try_state::<Test>().expect("the state holds after the test");
	});
}
