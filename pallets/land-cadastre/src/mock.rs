//! A runtime for the tests, with doubles for the traits of the other pallets.

use std::{
	cell::{Cell, RefCell},
	collections::{BTreeMap, BTreeSet},
};

use codec::Encode;
use frame_support::{
	derive_impl, dispatch::DispatchResult, parameter_types, storage::unhashed, traits::Hooks,
};
use polity_geometry::{AreaTolerance, BoundingBox, CoordinateSystem, Point};
use polity_primitives::{
	act::{LegalBasis, RequestId},
	office::Signatory,
	record::RecordedAt,
	time::{
		Calendar, CalendarDate, Instant, LocalOffset, Period, TolledIntervals, WeekendDays,
		MILLIS_PER_DAY,
	},
	traits::{Agreed, DecidedSurvey, GroundChange, LegalClock, MandateAuthority, TitledGround},
	Act, District, Hash, MandateId, MinistryId, ParcelNumber, Power, Register, RequestScope,
	RuleVersion, Tag, UnitNumber, Warrant,
};
use sp_runtime::{BuildStorage, DispatchError};

use crate::{
	self as pallet_land_cadastre,
	types::{CadastreLaw, WorkBound},
};

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
	pub type LandCadastre = pallet_land_cadastre;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

/// Enough for everything that the tests do.
pub(crate) const PLENTY: WorkBound =
	WorkBound { cells: 10_000, candidates: 10_000, tests: 1_000_000, writes: 10_000 };

parameter_types! {
	pub const ProposalPeriod: Period = Period::CalendarDays(30);
	pub const MaxRowsPerCall: u32 = 64;
	pub const MaxWork: WorkBound = PLENTY;
}

impl crate::Config for Test {
	type Clock = Clock;
	type Mandates = Mandates;
	type Titles = Titles;
	type ProposalPeriod = ProposalPeriod;
	type MaxRowsPerCall = MaxRowsPerCall;
	type MaxWork = MaxWork;
	type WeightInfo = ();
}

/// 2026-11-22T12:00:00Z.
const NOON: Instant = Instant::from_millis(1_795_348_800_000);

/// Examines.
pub(crate) const EXAMINER: AccountId = 1;
/// Decides.
pub(crate) const DECIDER: AccountId = 2;
/// Records existing registers.
pub(crate) const RECORDER: AccountId = 3;
/// Surveys.
pub(crate) const SURVEYOR: AccountId = 4;
/// The surveyor's second account, which may decide.
pub(crate) const SURVEYOR_AGAIN: AccountId = 5;
/// Decides, by a mandate that the surveyor's second account granted.
pub(crate) const PROTEGE: AccountId = 6;
/// Has every power.
pub(crate) const JACK_OF_ALL: AccountId = 7;
/// Officers 10 to 19 also record existing registers.
pub(crate) const MORE_RECORDERS: AccountId = 10;
/// Nobody.
pub(crate) const STRANGER: AccountId = 999;

thread_local! {
	static NOW: Cell<Instant> = const { Cell::new(NOON) };
	static NEXT_REQUEST: Cell<u64> = const { Cell::new(1) };
	/// Officers that benchmarks have made.
	static GRANTED: RefCell<Vec<AccountId>> = const { RefCell::new(Vec::new()) };
	static FORGOTTEN: Cell<Option<MandateId>> = const { Cell::new(None) };
	/// Parcels on which rights stand, with the matters that their owners have consented to.
	static TITLED: RefCell<BTreeMap<ParcelNumber, BTreeSet<Hash>>> =
		const { RefCell::new(BTreeMap::new()) };
	static ASKED_FOR: Cell<Option<(GroundChange, [MandateId; 2])>> = const { Cell::new(None) };
	/// How owners agree to what they have consented to.
	static AGREED: Cell<Agreed> = const { Cell::new(Agreed::OnChain) };
	/// What the land register was told: parcels, and what has taken their place.
	static TOLD: RefCell<Vec<(Vec<ParcelNumber>, Vec<ParcelNumber>)>> =
		const { RefCell::new(Vec::new()) };
}

/// For which change and which officers the land register was asked last.
pub(crate) fn asked_for() -> Option<(GroundChange, [MandateId; 2])> {
	ASKED_FOR.get()
}

/// Lets owners agree in another way from now on.
pub(crate) fn agree(agreed: Agreed) {
	AGREED.set(agreed);
}

/// Lets rights stand on a parcel.
pub(crate) fn give_title(parcel: ParcelNumber) {
	TITLED.with_borrow_mut(|titled| {
		titled.entry(parcel).or_default();
	});
}

/// Lets the owners of a parcel consent.
pub(crate) fn consent(parcel: ParcelNumber, matter: Hash) {
	TITLED.with_borrow_mut(|titled| {
		titled.entry(parcel).or_default().insert(matter);
	});
}

/// What the land register was told so far.
pub(crate) fn told() -> Vec<(Vec<ParcelNumber>, Vec<ParcelNumber>)> {
	TOLD.with_borrow(Vec::clone)
}

/// The rights on parcels, of which it is known only who has consented to what.
pub struct Titles;

impl TitledGround for Titles {
	fn unit_of(parcel: ParcelNumber) -> Option<UnitNumber> {
		let is_titled = TITLED.with_borrow(|titled| titled.contains_key(&parcel));
		is_titled.then(|| UnitNumber::from_serial(UnitNumber::FIRST_SERIAL).unwrap())
	}

	fn ensure_may_change(
		parcel: ParcelNumber,
		change: GroundChange,
		matter: &Hash,
		officers: [MandateId; 2],
	) -> Result<Agreed, DispatchError> {
		ASKED_FOR.set(Some((change, officers)));
		let may = TITLED.with_borrow(|titled| {
			titled.get(&parcel).is_none_or(|consents| consents.contains(matter))
		});
		if may {
			Ok(AGREED.get())
		} else {
			Err(DispatchError::Other("no consent"))
		}
	}

	fn subdivide(
		parent: ParcelNumber,
		children: &[ParcelNumber],
		survey: &DecidedSurvey<'_>,
	) -> Result<Vec<UnitNumber>, DispatchError> {
		assert_eq!(survey.agreed, AGREED.get());
		TOLD.with_borrow_mut(|told| told.push((vec![parent], children.to_vec())));
		Ok(Vec::new())
	}

	fn merge(
		parents: &[ParcelNumber],
		child: ParcelNumber,
		survey: &DecidedSurvey<'_>,
	) -> DispatchResult {
		assert_eq!(survey.agreed, AGREED.get());
		let titled = parents.iter().filter(|parent| Self::unit_of(**parent).is_some()).count();
		if titled != 0 && titled != parents.len() {
			return Err(DispatchError::Other("other owners"));
		}
		TOLD.with_borrow_mut(|told| told.push((parents.to_vec(), vec![child])));
		Ok(())
	}
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

fn signatory(account: AccountId, person: u64) -> Signatory<AccountId> {
	let mut bytes = [9; 32];
	bytes[..8].copy_from_slice(&person.to_le_bytes());
	Signatory { account, person: Tag::new(bytes).unwrap() }
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
		assert_eq!(register, Register::Land);
		let powers: &[Power] = match *who {
			EXAMINER => &[Power::Examine],
			DECIDER | SURVEYOR_AGAIN | PROTEGE => &[Power::Decide],
			SURVEYOR => &[Power::Survey],
			RECORDER | MORE_RECORDERS..20 => &[Power::RecordExisting],
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
		let person = if who == SURVEYOR_AGAIN { SURVEYOR } else { who };
		let grantor = if who == PROTEGE { SURVEYOR } else { 50 };
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
		effective_from: Clock::today(Register::Land, District::NATIONAL),
	}
}

/// Millimetres of a projected system; a territory of a hundred kilometres by a hundred.
pub(crate) fn law() -> CadastreLaw {
	CadastreLaw {
		system: CoordinateSystem::Millimetres { epsg: 2154 },
		tolerance: AreaTolerance { square_metres: 1, per_mille: 50 },
		territory: BoundingBox { min: Point::new(0, 0), max: Point::new(100_000_000, 100_000_000) },
	}
}

fn reset() {
	NOW.set(NOON);
	NEXT_REQUEST.set(1);
	GRANTED.with_borrow_mut(Vec::clear);
	FORGOTTEN.set(None);
	ASKED_FOR.set(None);
	TITLED.with_borrow_mut(BTreeMap::clear);
	TOLD.with_borrow_mut(Vec::clear);
	AGREED.set(Agreed::OnChain);
}

fn genesis(law: Option<CadastreLaw>) -> sp_io::TestExternalities {
	reset();
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	crate::GenesisConfig::<Test> { law, ..Default::default() }
		.assimilate_storage(&mut storage)
		.unwrap();
	let mut externalities = sp_io::TestExternalities::from(storage);
	externalities.execute_with(|| System::set_block_number(1));
	externalities
}

pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	genesis(Some(law()))
}

/// Runs a test and then checks everything that holds of the state at any time.
fn execute(mut externalities: sp_io::TestExternalities, test: impl FnOnce()) {
	externalities.execute_with(|| {
		test();
		<LandCadastre as Hooks<u64>>::integrity_test();
		crate::try_state::do_try_state::<Test>().expect("the state holds after the test");
	});
}

/// With the law of [`law`].
pub(crate) fn build_and_execute(test: impl FnOnce()) {
	execute(new_test_ext(), test);
}

/// With another law, or none.
pub(crate) fn build_with(law: Option<CadastreLaw>, test: impl FnOnce()) {
	execute(genesis(law), test);
}
