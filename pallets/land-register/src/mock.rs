//! A runtime for the tests, with doubles for the traits of the other pallets.

use std::{
	cell::{Cell, RefCell},
	collections::{BTreeMap, BTreeSet},
};

use codec::Encode;
use frame_support::{
	derive_impl, dispatch::DispatchResult, parameter_types, storage::unhashed, traits::Hooks,
	BoundedVec,
};
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
		Companies, CompanyOfficers, CompanyPhase, CompanyProfile, FoundingBoard, LegalClock,
		MandateAuthority, MinistryLookup, MissingPart, ParcelState, Parcels, Persons, Standing,
	},
	Act, ActKind, Capacity, CompanyNumber, District, Hash, MinistryId, ParcelNumber, Party, Power,
	Register, RequestScope, RuleVersion, StandingError, Tag, Warrant,
};
use sp_runtime::{BuildStorage, DispatchError};

use crate as pallet_land_register;

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
	pub type LandRegister = pallet_land_register;
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
	type Companies = Firms;
	type Officers = Firms;
	type Ministries = Seats;
	type Parcels = Cadastre;
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
pub(crate) const NOON: Instant = Instant::from_millis(1_795_348_800_000);

/// Examines, for the ministry that keeps the register.
pub(crate) const EXAMINER: AccountId = 1;
/// Decides, for the same ministry.
pub(crate) const DECIDER: AccountId = 2;
/// Also examines.
pub(crate) const OTHER_EXAMINER: AccountId = 3;
/// Speaks for a court, of another ministry.
pub(crate) const JUDGE: AccountId = 4;
/// Notarises, for a third ministry.
pub(crate) const NOTARY: AccountId = 5;
/// The examiner's second account, which may decide.
pub(crate) const EXAMINER_AGAIN: AccountId = 6;
/// Decides, by a mandate that the examiner granted.
pub(crate) const PROTEGE: AccountId = 7;
/// Has every power for the keeper's ministry, and a tag of the land register.
pub(crate) const JACK_OF_ALL: AccountId = 8;
/// Speaks for a court and notarises, but for the ministry that keeps the register.
pub(crate) const HOUSE_JUDGE: AccountId = 9;
/// Decides, for the notary's ministry.
pub(crate) const NOTARYS_DECIDER: AccountId = 10;
/// Decides, for the court's ministry.
pub(crate) const JUDGES_DECIDER: AccountId = 11;
/// Persons with accounts.
pub(crate) const ANNA: AccountId = 100;
pub(crate) const BORIS: AccountId = 101;
pub(crate) const CHEN: AccountId = 102;
/// The joint account of a ministry's seat.
pub(crate) const SEAT: AccountId = 400;
/// Nobody.
pub(crate) const STRANGER: AccountId = 999;
/// The ministry that owns land.
pub(crate) const STATE: Party = Party::State(MinistryId(7));

thread_local! {
	static NOW: Cell<Instant> = const { Cell::new(NOON) };
	static NEXT_REQUEST: Cell<u64> = const { Cell::new(1) };
	/// Officers and persons that benchmarks have made.
	static GRANTED: RefCell<Vec<AccountId>> = const { RefCell::new(Vec::new()) };
	static ENROLLED: RefCell<BTreeMap<Tag, Option<AccountId>>> =
		const { RefCell::new(BTreeMap::new()) };
	static FORGOTTEN: Cell<Option<MandateId>> = const { Cell::new(None) };
	static RESOLVED: RefCell<BTreeSet<(CompanyNumber, Hash)>> =
		const { RefCell::new(BTreeSet::new()) };
	static BARRED: RefCell<BTreeMap<Tag, StandingError>> = const { RefCell::new(BTreeMap::new()) };
	static PHASES: RefCell<BTreeMap<CompanyNumber, CompanyPhase>> =
		const { RefCell::new(BTreeMap::new()) };
	static PARCELS: RefCell<BTreeMap<ParcelNumber, (ParcelState, District)>> =
		const { RefCell::new(BTreeMap::new()) };
}

pub(crate) fn set_now(now: Instant) {
	NOW.set(now);
}

pub(crate) fn pass_days(days: u64) {
	set_now(NOW.get().checked_add_millis(days * MILLIS_PER_DAY).unwrap());
}

/// Lets a person be dead, frozen or merged.
pub(crate) fn bar(tag: Tag, error: StandingError) {
	BARRED.with_borrow_mut(|barred| barred.insert(tag, error));
}

/// Gives a person an account.
pub(crate) fn enrol(tag: Tag, controller: Option<AccountId>) {
	ENROLLED.with_borrow_mut(|enrolled| enrolled.insert(tag, controller));
}

/// Lets nothing be known of an officer's mandate any more, as no register of mandates would.
pub(crate) fn forget(officer: AccountId) {
	FORGOTTEN.set(Some(mandate_of(officer)));
}

/// Puts a company in a part of its life.
pub(crate) fn set_phase(company: CompanyNumber, phase: CompanyPhase) {
	PHASES.with_borrow_mut(|phases| phases.insert(company, phase));
}

/// Makes a company resolve on a matter.
pub(crate) fn resolve(company: CompanyNumber, matter: Hash) {
	RESOLVED.with_borrow_mut(|resolved| resolved.insert((company, matter)));
}

/// Puts a parcel in a state.
pub(crate) fn set_parcel(parcel: ParcelNumber, state: ParcelState, district: District) {
	PARCELS.with_borrow_mut(|parcels| parcels.insert(parcel, (state, district)));
}

/// The parcel of this place in the cadastre. Parcels 1 to 99 are live.
pub(crate) fn parcel(nth: u64) -> ParcelNumber {
	ParcelNumber::from_serial(ParcelNumber::FIRST_SERIAL + nth).unwrap()
}

/// The company of this place in the register of companies: live, if it is 1 to 99.
pub(crate) fn company(nth: u64) -> CompanyNumber {
	CompanyNumber::from_serial(CompanyNumber::FIRST_SERIAL + nth).unwrap()
}

/// A company as a party.
pub(crate) fn firm(nth: u64) -> Party {
	Party::Company(company(nth))
}

pub(crate) fn tag(number: u64) -> Tag {
	let mut bytes = [9; 32];
	bytes[..8].copy_from_slice(&number.to_le_bytes());
	Tag::new(bytes).unwrap()
}

/// A person as a party.
pub(crate) fn person(number: u64) -> Party {
	Party::Person(tag(number))
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

/// The legal day.
pub(crate) fn today() -> CalendarDate {
	Clock::today(Register::Land, District::NATIONAL)
}

/// The first mandate of the officers that benchmarks have made.
const FIRST_GRANTED: u32 = 1_000;

/// The mandate of an officer: of the same number as its account, but for those of benchmarks.
pub(crate) fn mandate_of(officer: AccountId) -> MandateId {
	let place = GRANTED.with_borrow(|granted| granted.iter().position(|who| *who == officer));
	match place {
		Some(place) => MandateId(FIRST_GRANTED + u32::try_from(place).unwrap()),
		None => MandateId(u32::try_from(officer).unwrap()),
	}
}

fn powers_of(who: AccountId) -> &'static [Power] {
	match who {
		EXAMINER | OTHER_EXAMINER => &[Power::Examine],
		DECIDER | EXAMINER_AGAIN | PROTEGE | NOTARYS_DECIDER | JUDGES_DECIDER => &[Power::Decide],
		JUDGE => &[Power::FreezeAsCourt],
		NOTARY => &[Power::Notarise],
		HOUSE_JUDGE => &[Power::FreezeAsCourt, Power::Notarise],
		JACK_OF_ALL => &Power::ALL,
		_ if GRANTED.with_borrow(|granted| granted.contains(&who)) => &Power::ALL,
		_ => &[],
	}
}

fn ministry_of(mandate: MandateId) -> MinistryId {
	match u64::from(mandate.0) {
		JUDGE | JUDGES_DECIDER => MinistryId(2),
		NOTARY | NOTARYS_DECIDER => MinistryId(3),
		_ if mandate.0 > FIRST_GRANTED && mandate.0 % 2 == 1 => MinistryId(4),
		_ => MinistryId(1),
	}
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
		assert_eq!(register, Register::Land);
		if !powers_of(*who).contains(&power) || district.0 > 10 {
			return Err(DispatchError::Other("not covered by a mandate"));
		}
		Self::warrant(mandate_of(*who)).ok_or(DispatchError::Other("no mandate"))
	}

	fn warrant(mandate: MandateId) -> Option<Warrant<AccountId>> {
		if FORGOTTEN.get() == Some(mandate) {
			return None;
		}
		let who = match mandate.0.checked_sub(FIRST_GRANTED) {
			Some(place) => GRANTED
				.with_borrow(|granted| granted.get(usize::try_from(place).unwrap()).copied())?,
			None => AccountId::from(mandate.0),
		};
		let human = if who == EXAMINER_AGAIN { EXAMINER } else { who };
		let grantor = if who == PROTEGE { EXAMINER } else { 50 };
		let signatory = |account: AccountId, human: u64| Signatory {
			account,
			person: tag(10_000 + human % 10_000),
		};
		Some(Warrant {
			mandate,
			ministry: ministry_of(mandate),
			district: District::NATIONAL,
			officer: signatory(who, human),
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
		GRANTED.with_borrow_mut(|granted| {
			if granted.len() % 2 == 1 {
				granted.push(u64::MAX);
			}
			granted.push(*who);
		});
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn grant_elsewhere_for_benchmark(who: &AccountId, _: Tag, _: Register, _: District) {
		GRANTED.with_borrow_mut(|granted| {
			if granted.len() % 2 == 0 {
				granted.push(u64::MAX);
			}
			granted.push(*who);
		});
	}
}

/// Accounts 8 and 100 to 199 control a tag; tags 200 to 299 have no account.
pub struct People;

impl Persons<AccountId> for People {
	fn tag_of(register: Register, account: &AccountId) -> Option<Tag> {
		assert_eq!(register, Register::Land);
		let enrolled = ENROLLED.with_borrow(|enrolled| {
			enrolled.iter().find_map(|(tag, by)| (by.as_ref() == Some(account)).then_some(*tag))
		});
		enrolled.or_else(|| Self::is_controller(account).then(|| tag(*account)))
	}
	fn controller_of(_: Register, of: &Tag) -> Option<AccountId> {
		let enrolled = ENROLLED.with_borrow(|enrolled| enrolled.get(of).copied());
		match enrolled {
			Some(controller) => controller,
			None => (100..200).chain([JACK_OF_ALL]).find(|account| tag(*account) == *of),
		}
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
		enrol(tag, controller);
	}
}

impl Standing for People {
	/// As `identity` and `business-registry` answer.
	fn may(
		register: Register,
		party: &Party,
		act: ActKind,
		capacity: Capacity,
	) -> Result<(), StandingError> {
		assert_eq!(register, Register::Land);
		match party {
			Party::Person(of) => match (Self::standing(register, of), act, capacity) {
				(Ok(()), ActKind::Dispose, Capacity::Succession) => Err(StandingError::NotCapable),
				(Err(StandingError::Deceased), ActKind::Dispose, Capacity::Succession)
				| (Err(StandingError::Frozen), _, Capacity::CourtOrder) => Ok(()),
				(standing, ..) => standing,
			},
			Party::Company(number) => {
				let phase = Firms::profile(*number).ok_or(StandingError::NotFound)?.phase;
				match (phase, capacity) {
					(_, Capacity::Succession) => Err(StandingError::NotCapable),
					(CompanyPhase::Live, Capacity::Itself)
					| (CompanyPhase::WindingUp, Capacity::Liquidator)
					| (
						CompanyPhase::Live | CompanyPhase::WindingUp | CompanyPhase::Suspended,
						Capacity::CourtOrder,
					) => Ok(()),
					(CompanyPhase::Live, Capacity::Liquidator) => Err(StandingError::NotCapable),
					(CompanyPhase::Suspended, _) => Err(StandingError::Suspended),
					(CompanyPhase::WindingUp, _) => Err(StandingError::InLiquidation),
					(CompanyPhase::StruckOff | CompanyPhase::Ended, _) => {
						Err(StandingError::Dissolved)
					},
				}
			},
			Party::State(ministry) if Seats::is_active(*ministry) => Ok(()),
			Party::State(_) => Err(StandingError::NotFound),
			Party::Foreign(_) | Party::PublicBody(_) => Ok(()),
			Party::Group(_) | Party::Unit(_) | Party::Unknown => Err(StandingError::NotCapable),
		}
	}
}

/// Companies 1 to 99, live unless they are set to be otherwise, and what they have resolved.
pub struct Firms;

impl Companies for Firms {
	fn profile(number: CompanyNumber) -> Option<CompanyProfile> {
		let set = PHASES.with_borrow(|phases| phases.get(&number).copied());
		let is_known = (1..100).any(|nth| company(nth) == number);
		Some(CompanyProfile {
			district: District::NATIONAL,
			phase: set.or_else(|| is_known.then_some(CompanyPhase::Live))?,
			incorporated_on: None,
			fiscal_year_end: None,
			is_provisional: false,
			missing: BoundedVec::new(),
		})
	}
	fn adopted(_: CompanyNumber, _: MissingPart, _: &Act, _: MandateId) -> DispatchResult {
		Ok(())
	}
	fn suspend_for_overdue_filing(_: CompanyNumber) -> DispatchResult {
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn register_for_benchmark(_: District) -> CompanyNumber {
		let next = PHASES.with_borrow(|phases| phases.len());
		let number = company(1_000 + u64::try_from(next).unwrap());
		set_phase(number, CompanyPhase::Live);
		number
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn import_for_benchmark(district: District) -> CompanyNumber {
		Self::register_for_benchmark(district)
	}
}

impl CompanyOfficers for Firms {
	fn check_board(_: &FoundingBoard) -> DispatchResult {
		Ok(())
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
		Ok(())
	}
	fn files_for(_: CompanyNumber, _: &Tag) -> bool {
		false
	}
	fn has_resolved(company: CompanyNumber, matter: &Hash) -> bool {
		RESOLVED.with_borrow(|resolved| resolved.contains(&(company, *matter)))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn resolve_for_benchmark(company: CompanyNumber, matter: Hash) {
		resolve(company, matter);
	}
}

/// Ministries 1 to 9, of which the seventh has a seat.
pub struct Seats;

impl MinistryLookup<AccountId> for Seats {
	fn is_active(ministry: MinistryId) -> bool {
		(1..10).contains(&ministry.0)
	}
	fn seat_key(_: &AccountId) -> Option<(MinistryId, Signatory<AccountId>)> {
		None
	}
	fn seat(account: &AccountId) -> Option<MinistryId> {
		(*account == SEAT).then_some(MinistryId(7))
	}
	fn is_taken(_: &AccountId) -> bool {
		false
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn admit_for_benchmark(_: MinistryId, _: [Signatory<AccountId>; 2]) {}
}

/// Parcels 1 to 99, live unless they are set to be otherwise.
pub struct Cadastre;

impl Parcels for Cadastre {
	fn parcel(number: ParcelNumber) -> Option<(ParcelState, District)> {
		let set = PARCELS.with_borrow(|parcels| parcels.get(&number).copied());
		let is_known = (1..100).any(|nth| parcel(nth) == number);
		set.or_else(|| is_known.then_some((ParcelState::Live, District::NATIONAL)))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn register_for_benchmark(nth: u32) -> ParcelNumber {
		let number = parcel(1_000 + u64::from(nth));
		set_parcel(number, ParcelState::Live, District::NATIONAL);
		number
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
		effective_from: today(),
	}
}

fn reset() {
	set_now(NOON);
	NEXT_REQUEST.set(1);
	GRANTED.with_borrow_mut(Vec::clear);
	ENROLLED.with_borrow_mut(BTreeMap::clear);
	FORGOTTEN.set(None);
	RESOLVED.with_borrow_mut(BTreeSet::clear);
	BARRED.with_borrow_mut(BTreeMap::clear);
	PHASES.with_borrow_mut(BTreeMap::clear);
	PARCELS.with_borrow_mut(BTreeMap::clear);
}

pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	reset();
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let mut externalities = sp_io::TestExternalities::from(storage);
	externalities.execute_with(|| System::set_block_number(1));
	externalities
}

/// Runs a test and then checks everything that holds of the state at any time.
pub(crate) fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		<LandRegister as Hooks<u64>>::integrity_test();
		crate::try_state::do_try_state::<Test>().expect("the state holds after the test");
	});
}
