//! A runtime for the tests, with doubles for the traits of the other pallets.

use std::{
	cell::{Cell, RefCell},
	collections::{BTreeMap, BTreeSet},
};

use codec::Encode;
use frame_support::{derive_impl, dispatch::DispatchResult, parameter_types, traits::Hooks};
use polity_primitives::{
	act::{LegalBasis, RequestId},
	ids::MandateId,
	office::Signatory,
	record::RecordedAt,
	time::{
		Calendar, CalendarDate, Instant, LocalOffset, Period, TolledIntervals, WeekendDays,
		MILLIS_PER_DAY,
	},
	traits::{
		Companies, CompanyPhase, CompanyProfile, LegalClock, MandateAuthority, MissingPart,
		Persons, Standing,
	},
	Act, ActKind, Capacity, CompanyNumber, District, MinistryId, Party, Power, Register,
	RequestScope, RuleVersion, StandingError, Tag, Warrant,
};
use sp_runtime::{BuildStorage, DispatchError};

use crate as pallet_company_officers;

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
	pub type CompanyOfficers = pallet_company_officers;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

parameter_types! {
	pub const ProposalPeriod: Period = Period::CalendarDays(30);
	pub const ResolutionPeriod: Period = Period::CalendarDays(90);
}

impl crate::Config for Test {
	type Clock = Clock;
	type Mandates = Mandates;
	type Persons = People;
	type Standing = People;
	type Companies = Registry;
	type ProposalPeriod = ProposalPeriod;
	type ResolutionPeriod = ResolutionPeriod;
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
	static REQUESTS: RefCell<BTreeSet<Vec<u8>>> = const { RefCell::new(BTreeSet::new()) };
	static NEXT_REQUEST: Cell<u64> = const { Cell::new(1) };
	/// Officers and persons that benchmarks have made.
	static GRANTED: RefCell<Vec<AccountId>> = const { RefCell::new(Vec::new()) };
	static ENROLLED: RefCell<BTreeMap<Tag, Option<AccountId>>> =
		const { RefCell::new(BTreeMap::new()) };
	static FORGOTTEN: Cell<Option<MandateId>> = const { Cell::new(None) };
	static BARRED: RefCell<BTreeMap<Vec<u8>, StandingError>> =
		const { RefCell::new(BTreeMap::new()) };
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
		let is_new =
			REQUESTS.with_borrow_mut(|requests| requests.insert((scope, act.request).encode()));
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
	fn adopted(company: CompanyNumber, part: MissingPart, _: &Act, _: MandateId) -> DispatchResult {
		COMPANIES.with_borrow_mut(|companies| {
			let profile = companies.get_mut(&company).ok_or(DispatchError::Other("no company"))?;
			profile.missing.retain(|missing| *missing != part);
			Ok(())
		})
	}
	fn suspend_for_overdue_filing(_: CompanyNumber) -> DispatchResult {
		unreachable!("nobody asks for it here")
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

/// The company of a place.
pub(crate) fn company(place: u64) -> CompanyNumber {
	CompanyNumber::from_serial(CompanyNumber::FIRST_SERIAL + place).unwrap()
}

fn put(change: impl FnOnce(&mut CompanyProfile)) -> CompanyNumber {
	COMPANIES.with_borrow_mut(|companies| {
		let number = company(companies.len() as u64);
		let mut profile = CompanyProfile {
			district: District::NATIONAL,
			phase: CompanyPhase::Live,
			incorporated_on: None,
			fiscal_year_end: None,
			is_provisional: false,
			missing: Default::default(),
		};
		change(&mut profile);
		companies.insert(number, profile);
		number
	})
}

/// A new company in a part of its life, without a board yet.
pub(crate) fn register(phase: CompanyPhase) -> CompanyNumber {
	put(|profile| profile.phase = phase)
}

/// An imported one whose source did not say who manages it.
pub(crate) fn import(is_provisional: bool) -> CompanyNumber {
	put(|profile| {
		profile.is_provisional = is_provisional;
		profile.missing = vec![MissingPart::Directors].try_into().unwrap();
	})
}

/// Moves a company to another part of its life.
pub(crate) fn set_phase(number: CompanyNumber, phase: CompanyPhase) {
	COMPANIES.with_borrow_mut(|companies| companies.get_mut(&number).unwrap().phase = phase);
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
	REQUESTS.with_borrow_mut(BTreeSet::clear);
	GRANTED.with_borrow_mut(Vec::clear);
	ENROLLED.with_borrow_mut(BTreeMap::clear);
	FORGOTTEN.set(None);
	BARRED.with_borrow_mut(BTreeMap::clear);
	COMPANIES.with_borrow_mut(BTreeMap::clear);
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let mut externalities = sp_io::TestExternalities::from(storage);
	externalities.execute_with(|| System::set_block_number(1));
	externalities
}

/// Runs a test and then checks everything that holds of the state at any time.
pub(crate) fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		<CompanyOfficers as Hooks<u64>>::integrity_test();
		crate::try_state::do_try_state::<Test>().expect("the state holds after the test");
	});
}
