//! A runtime for the tests, with doubles for the traits of the other pallets. The double of the register
//! of permits keeps its types, places and permits in the state, so that they are rolled back with it.

use std::{
	cell::{Cell, RefCell},
	collections::BTreeMap,
};

use codec::{Decode, Encode};
use frame_support::{
	derive_impl,
	dispatch::DispatchResult,
	parameter_types,
	storage::unhashed,
	traits::{ConstU32, Hooks},
	weights::Weight,
};
use polity_permit_procedure::{PermitTerms, StatedConditions};
use polity_primitives::{
	act::{LegalBasis, RequestId},
	ids::{PermitNumber, PermitTypeId},
	office::Signatory,
	record::RecordedAt,
	time::{
		Calendar, CalendarDate, Instant, LocalOffset, Period, TolledInterval, TolledIntervals,
		WeekendDays, MILLIS_PER_DAY,
	},
	traits::{
		CompanyOfficers, FoundingBoard, Grant, Keepers, LegalClock, MandateAuthority, PermitHolder,
		PermitReference, PermitRegister, Persons, Standing,
	},
	Act, ActKind, Capacity, Commitment, CompanyNumber, District, DocumentCommitment, Hash,
	HashAlgorithm, MandateId, MinistryId, Party, Power, Register, RequestScope, RuleVersion,
	StandingError, Tag, UnitNumber, Warrant,
};
use sp_runtime::{BuildStorage, DispatchError};

use crate as pallet_permit_applications;

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
	pub type PermitApplications = pallet_permit_applications;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

parameter_types! {
	pub const ProposalPeriod: Period = Period::CalendarDays(30);
}

/// The rows of the queue that a block does.
pub(crate) const MAX_DUE: u32 = 16;

impl crate::Config for Test {
	type Clock = Clock;
	type Mandates = Mandates;
	type Keepers = Competences;
	type Persons = People;
	type Standing = People;
	type Officers = Boards;
	type Permits = Permits;
	type MaxDuePerBlock = ConstU32<MAX_DUE>;
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

/// Examine for the authority.
pub(crate) const EXAMINER: AccountId = 1;
pub(crate) const OTHER_EXAMINER: AccountId = 10;
/// Decides for it.
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
/// Examine for the ministries that are asked, in the land register.
pub(crate) const FIRE: AccountId = 8;
pub(crate) const HEALTH: AccountId = 9;
/// Record the existing register.
pub(crate) const RECORDER: AccountId = 11;
pub(crate) const OTHER_RECORDER: AccountId = 12;
/// Has every power, and controls tags as a citizen.
pub(crate) const CITIZEN_OFFICER: AccountId = 14;
/// Has every power of the authority and of the court, but is the same person as the decider.
pub(crate) const DECIDER_IN_COURT: AccountId = 15;
/// Accounts 100 to 199 control tags; Ann and Bob file for every company.
pub(crate) const ANN: AccountId = 100;
pub(crate) const BOB: AccountId = 101;
pub(crate) const EVE: AccountId = 102;
/// Nobody.
pub(crate) const STRANGER: AccountId = 999;

/// The authority.
pub(crate) const AUTHORITY: MinistryId = MinistryId(1);
/// The ministries that are asked.
pub(crate) const FIRE_MINISTRY: MinistryId = MinistryId(3);
pub(crate) const HEALTH_MINISTRY: MinistryId = MinistryId(4);

thread_local! {
	static NOW: Cell<Instant> = const { Cell::new(NOON) };
	static NEXT_REQUEST: Cell<u64> = const { Cell::new(1) };
	static GRANTED: RefCell<Vec<AccountId>> = const { RefCell::new(Vec::new()) };
	static ENROLLED: RefCell<BTreeMap<(Register, Tag), Option<AccountId>>> =
		const { RefCell::new(BTreeMap::new()) };
	static FORGOTTEN: Cell<Option<MandateId>> = const { Cell::new(None) };
	static BARRED: RefCell<BTreeMap<Vec<u8>, StandingError>> =
		const { RefCell::new(BTreeMap::new()) };
	static TOLLED: RefCell<TolledIntervals> = RefCell::new(TolledIntervals::new());
	static KEEPER: Cell<Option<MinistryId>> = const { Cell::new(Some(AUTHORITY)) };
	static HOLIDAYS: RefCell<Vec<CalendarDate>> = const { RefCell::new(Vec::new()) };
	static GRANTING_FAILS: Cell<bool> = const { Cell::new(false) };
}

pub(crate) fn now() -> Instant {
	NOW.get()
}

pub(crate) fn set_now(now: Instant) {
	NOW.set(now);
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

pub(crate) fn set_keeper(keeper: Option<MinistryId>) {
	KEEPER.set(keeper);
}

/// Lets the register of permits grant nothing, for a reason of its own.
pub(crate) fn let_granting_fail(fails: bool) {
	GRANTING_FAILS.set(fails);
}

/// Lets no clock run for so many days from now on.
pub(crate) fn toll_days(days: u64) {
	let to = NOW.get().checked_add_millis(days * MILLIS_PER_DAY).unwrap();
	let interval = TolledInterval::try_new(NOW.get(), to).unwrap();
	TOLLED.with_borrow_mut(|tolled| tolled.try_insert(interval).unwrap());
}

/// Lets the council proclaim other holidays.
pub(crate) fn set_holidays(holidays: Vec<CalendarDate>) {
	HOLIDAYS.set(holidays);
}

/// The clock of a district in UTC that works every day but on holidays.
pub struct Clock;

impl LegalClock for Clock {
	fn now() -> Instant {
		NOW.get()
	}
	fn calendar(register: Register, _: District) -> Calendar {
		assert_eq!(register, Register::Permits);
		let holidays = HOLIDAYS.with_borrow(Clone::clone).try_into().unwrap();
		Calendar::try_new(LocalOffset::UTC, WeekendDays::NONE, holidays).unwrap()
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
	Clock::today(Register::Permits, District::NATIONAL).checked_add_days(later).unwrap()
}

/// A person's tag of a register.
pub(crate) fn tag_in(register: Register, number: u64) -> Tag {
	let mut bytes = [register.encode()[0] + 1; 32];
	bytes[..8].copy_from_slice(&number.to_le_bytes());
	Tag::new(bytes).unwrap()
}

/// A person's tag of the register of permits.
pub(crate) fn tag(number: u64) -> Tag {
	tag_in(Register::Permits, number)
}

fn signatory(account: AccountId, person: u64) -> Signatory<AccountId> {
	Signatory { account, person: tag_in(Register::PublicOffice, person) }
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
		let own = match *who {
			FIRE | HEALTH => Register::Land,
			_ => Register::Permits,
		};
		let is_granted = GRANTED.with_borrow(|granted| granted.contains(who));
		if register != own && !is_granted {
			return Err(DispatchError::Other("a mandate in another register"));
		}
		let powers: &[Power] = match *who {
			EXAMINER | OTHER_EXAMINER | FIRE | HEALTH => &[Power::Examine],
			DECIDER | EXAMINER_AGAIN | PROTEGE => &[Power::Decide],
			JUDGE | OTHER_JUDGE | DECIDER_IN_COURT => &[Power::FreezeAsCourt],
			RECORDER | OTHER_RECORDER => &[Power::RecordExisting],
			JACK_OF_ALL | CITIZEN_OFFICER => &Power::ALL,
			_ if is_granted => &Power::ALL,
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
			DECIDER_IN_COURT => DECIDER,
			_ => who,
		};
		let grantor = if who == PROTEGE { EXAMINER } else { 50 };
		let ministry = match who {
			FIRE => FIRE_MINISTRY,
			HEALTH => HEALTH_MINISTRY,
			JUDGE | OTHER_JUDGE | DECIDER_IN_COURT => MinistryId(2),
			_ => AUTHORITY,
		};
		Some(Warrant {
			mandate,
			ministry,
			district: District::NATIONAL,
			officer: signatory(who, person),
			granted_by: [signatory(50, grantor), signatory(51, 51)],
		})
	}

	fn note_act(scope: RequestScope<AccountId>, register: Register, act: &Act) -> DispatchResult {
		if !act.legal_basis.is_known_in(register) {
			return Err(DispatchError::Other("unknown legal basis"));
		}
		if act.legal_basis.demands_document_in(register) && act.documents.is_empty() {
			return Err(DispatchError::Other("the legal basis demands a document"));
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
			if !granted.contains(who) {
				granted.push(*who);
			}
		});
	}
}

/// The ministry that keeps the register of permits.
pub struct Competences;

impl Keepers for Competences {
	fn keeper(register: Register, _: District) -> Option<MinistryId> {
		assert_eq!(register, Register::Permits);
		KEEPER.get()
	}
}

/// Accounts 100 to 199, and one officer, control a tag in every register.
pub struct People;

impl Persons<AccountId> for People {
	fn tag_of(register: Register, account: &AccountId) -> Option<Tag> {
		assert!([Register::Permits, Register::Business].contains(&register));
		let enrolled = ENROLLED.with_borrow(|enrolled| {
			let mut of_register = enrolled.iter().filter(|((of, _), _)| *of == register);
			of_register.find_map(|((_, tag), by)| (by.as_ref() == Some(account)).then_some(*tag))
		});
		enrolled.or_else(|| Self::is_controller(account).then(|| tag_in(register, *account)))
	}
	fn controller_of(register: Register, of: &Tag) -> Option<AccountId> {
		(100..200).find(|account| tag_in(register, *account) == *of)
	}
	fn standing(register: Register, of: &Tag) -> Result<(), StandingError> {
		let is_known = ENROLLED.with_borrow(|enrolled| enrolled.contains_key(&(register, *of)))
			|| (0..300).any(|known| tag_in(register, known) == *of);
		if is_known {
			Ok(())
		} else {
			Err(StandingError::NotFound)
		}
	}
	fn is_controller(account: &AccountId) -> bool {
		(100..200).contains(account) || *account == CITIZEN_OFFICER
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn enrol_for_benchmark(register: Register, tag: Tag, controller: Option<AccountId>) {
		ENROLLED.with_borrow_mut(|enrolled| enrolled.insert((register, tag), controller));
	}
}

impl Standing for People {
	fn may(
		register: Register,
		party: &Party,
		act: ActKind,
		capacity: Capacity,
	) -> Result<(), StandingError> {
		assert_eq!(capacity, Capacity::Itself);
		let expected = match register {
			Register::Permits => ActKind::Apply,
			_ => ActKind::Represent,
		};
		assert_eq!(act, expected);
		if let Some(error) = BARRED.with_borrow(|barred| barred.get(&party.encode()).copied()) {
			return Err(error);
		}
		match party {
			Party::Person(of) => Self::standing(register, of),
			_ => Err(StandingError::NotCapable),
		}
	}
}

/// Who files for companies: Ann, Bob and the citizen who is an officer for every one, and who benchmarks
/// have enrolled.
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
		let directors =
			[ANN, BOB, CITIZEN_OFFICER].map(|account| tag_in(Register::Business, account));
		directors.contains(person)
			|| ENROLLED
				.with_borrow(|enrolled| enrolled.contains_key(&(Register::Business, *person)))
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

/// A type of permit of the double.
#[derive(Clone, Decode, Encode)]
pub(crate) struct MockType {
	pub district: District,
	pub is_open: bool,
	pub versions: Vec<PermitTerms>,
	/// Places that are reserved or taken by a permit.
	pub places: u32,
}

/// A permit of the double.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub(crate) struct MockPermit {
	pub kind: PermitTypeId,
	pub version: u32,
	pub holder: PermitHolder,
	pub site: Option<UnitNumber>,
	pub valid_from: CalendarDate,
	pub valid_to: Option<CalendarDate>,
	pub conditions: StatedConditions,
	pub decided_under: Option<MandateId>,
	pub is_overturned: bool,
}

/// Types and permits in the state, with a quota that is counted.
pub struct Permits;

impl Permits {
	fn type_key(kind: PermitTypeId) -> Vec<u8> {
		(b"type", kind).encode()
	}
	fn permit_key(reference: PermitReference) -> Vec<u8> {
		(b"permit", reference).encode()
	}
	fn held_key(kind: PermitTypeId, holder: &PermitHolder, site: Option<UnitNumber>) -> Vec<u8> {
		(b"held", kind, holder, site).encode()
	}
	pub(crate) fn of(kind: PermitTypeId) -> Option<MockType> {
		unhashed::get(&Self::type_key(kind))
	}
	pub(crate) fn put(kind: PermitTypeId, found: &MockType) {
		unhashed::put(&Self::type_key(kind), found);
	}
	pub(crate) fn permit(reference: PermitReference) -> Option<MockPermit> {
		unhashed::get(&Self::permit_key(reference))
	}
	/// How many permits were ever granted.
	pub(crate) fn granted() -> u64 {
		unhashed::get_or_default(b"granted")
	}
	/// How many places of a type are reserved or taken.
	pub(crate) fn places(kind: PermitTypeId) -> u32 {
		Self::of(kind).map_or(0, |found| found.places)
	}
	/// Lets a party hold nothing any more.
	pub(crate) fn bar(holder: &PermitHolder) {
		unhashed::put(&(b"barred", holder).encode(), &());
	}
	fn change(reference: PermitReference, change: impl FnOnce(&mut MockPermit)) -> DispatchResult {
		let mut permit = Self::permit(reference).ok_or(DispatchError::Other("no permit"))?;
		if permit.is_overturned {
			return Err(DispatchError::Other("the permit has ended"));
		}
		change(&mut permit);
		unhashed::put(&Self::permit_key(reference), &permit);
		Ok(())
	}
}

impl PermitRegister for Permits {
	type Terms = PermitTerms;
	type Conditions = StatedConditions;

	fn version_in_force(kind: PermitTypeId) -> Option<u32> {
		let found = Self::of(kind)?;
		found.is_open.then_some(u32::try_from(found.versions.len()).unwrap())
	}
	fn terms(kind: PermitTypeId, version: u32) -> Option<PermitTerms> {
		let place = usize::try_from(version).unwrap().checked_sub(1)?;
		Self::of(kind)?.versions.get(place).cloned()
	}
	fn district(kind: PermitTypeId) -> Option<District> {
		Self::of(kind).map(|found| found.district)
	}
	fn ensure_may_hold(
		kind: PermitTypeId,
		version: u32,
		holder: &PermitHolder,
		site: Option<UnitNumber>,
	) -> DispatchResult {
		let terms = Self::terms(kind, version).ok_or(DispatchError::Other("no terms"))?;
		if unhashed::exists(&(b"barred", holder).encode()) {
			return Err(DispatchError::Other("may not hold it"));
		}
		if terms.needs_site() && site.is_none() {
			return Err(DispatchError::Other("no site"));
		}
		if unhashed::exists(&Self::held_key(kind, holder, site)) {
			return Err(DispatchError::Other("holds one already"));
		}
		Ok(())
	}
	fn reserve(kind: PermitTypeId, version: u32, holder: &PermitHolder) -> DispatchResult {
		let quota = Self::terms(kind, version).and_then(|terms| terms.quota);
		let mut found = Self::of(kind).ok_or(DispatchError::Other("no type"))?;
		found.places += 1;
		if quota.is_some_and(|most| found.places > most) {
			return Err(DispatchError::Other("quota exhausted"));
		}
		Self::put(kind, &found);
		if let PermitHolder::Personal(personal) = holder {
			let key = (b"nullifier", personal.nullifier).encode();
			if unhashed::exists(&key) {
				return Err(DispatchError::Other("nullifier used"));
			}
			unhashed::put(&key, &());
		}
		Ok(())
	}
	fn release(kind: PermitTypeId, _: u32, holder: &PermitHolder) {
		let mut found = Self::of(kind).unwrap();
		found.places = found.places.checked_sub(1).expect("a place is released twice");
		Self::put(kind, &found);
		if let PermitHolder::Personal(personal) = holder {
			unhashed::kill(&(b"nullifier", personal.nullifier).encode());
		}
	}
	fn grant(
		grant: Grant<StatedConditions>,
		decided_by: Option<(&Act, MandateId)>,
	) -> Result<PermitReference, DispatchError> {
		if GRANTING_FAILS.get() {
			return Err(DispatchError::Other("granting fails"));
		}
		let Grant { kind, version, holder, site, valid_from, valid_to, conditions } = grant;
		assert!(valid_to.is_none_or(|to| to > valid_from));
		let granted = Self::granted();
		let reference = match &holder {
			PermitHolder::Party(_) => {
				let serial = PermitNumber::FIRST_SERIAL + granted;
				PermitReference::Numbered(PermitNumber::from_serial(serial).unwrap())
			},
			PermitHolder::Personal(personal) => PermitReference::Personal(personal.commitment),
		};
		if Self::permit(reference).is_some() {
			return Err(DispatchError::Other("commitment repeated"));
		}
		unhashed::put(b"granted", &(granted + 1));
		unhashed::put(&Self::held_key(kind, &holder, site), &());
		let decided_under = decided_by.map(|(_, mandate)| mandate);
		let permit = MockPermit {
			kind,
			version,
			holder,
			site,
			valid_from,
			valid_to,
			conditions,
			decided_under,
			is_overturned: false,
		};
		unhashed::put(&Self::permit_key(reference), &permit);
		Ok(reference)
	}
	fn overturn(permit: PermitReference, _: &Act, _: MandateId) -> DispatchResult {
		let found = Self::permit(permit).ok_or(DispatchError::Other("no permit"))?;
		unhashed::kill(&Self::held_key(found.kind, &found.holder, found.site));
		Self::change(permit, |permit| permit.is_overturned = true)
	}
	fn vary(
		permit: PermitReference,
		valid_to: Option<CalendarDate>,
		conditions: StatedConditions,
		_: &Act,
		_: MandateId,
	) -> DispatchResult {
		Self::change(permit, |permit| {
			permit.valid_to = valid_to;
			permit.conditions = conditions;
		})
	}
	fn reserve_weight() -> Weight {
		Weight::zero()
	}
	fn grant_weight() -> Weight {
		Weight::zero()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_type_for_benchmark(
		asked: MinistryId,
	) -> (PermitTypeId, PermitHolder, Option<UnitNumber>) {
		let referral = polity_permit_procedure::ReferralTerms {
			ministry: asked,
			register: Register::Land,
			period: Period::CalendarDays(1),
		};
		let terms = PermitTerms {
			referrals: vec![referral].try_into().unwrap(),
			needs_fee: true,
			silence_grants: true,
			decision_period: Period::CalendarDays(1),
			..crate::tests::terms()
		};
		let kind = crate::tests::set_type(terms);
		(kind, PermitHolder::Party(Party::Company(company(0))), Some(crate::tests::site(0)))
	}
}

pub(crate) fn commitment(seed: u32) -> Commitment {
	let mut bytes = [7; 32];
	bytes[..4].copy_from_slice(&seed.to_le_bytes());
	Commitment::new(bytes).unwrap()
}

/// An act on a legal basis and a version of a record, dated today, with a request id of its own and a
/// document.
pub(crate) fn act(basis: LegalBasis, expected_version: u32) -> Act {
	let number = NEXT_REQUEST.get();
	NEXT_REQUEST.set(number + 1);
	let mut request = [0; 16];
	request[..8].copy_from_slice(&number.to_le_bytes());
	let document = DocumentCommitment { algorithm: HashAlgorithm::Sha2_256, digest: commitment(1) };
	Act {
		legal_basis: basis,
		rule_version: RuleVersion::CURRENT,
		documents: vec![document].try_into().unwrap(),
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
	TOLLED.set(TolledIntervals::new());
	KEEPER.set(Some(AUTHORITY));
	HOLIDAYS.set(Vec::new());
	GRANTING_FAILS.set(false);
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let mut externalities = sp_io::TestExternalities::from(storage);
	externalities.execute_with(|| System::set_block_number(1));
	externalities
}

/// The next block, with what is done at its beginning.
pub(crate) fn next_block() -> Weight {
	System::set_block_number(System::block_number() + 1);
	PermitApplications::on_initialize(System::block_number())
}

/// Runs a test and then checks everything that holds of the state at any time.
pub(crate) fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		<PermitApplications as Hooks<u64>>::integrity_test();
		crate::try_state::do_try_state::<Test>().expect("the state holds after the test");
	});
}
