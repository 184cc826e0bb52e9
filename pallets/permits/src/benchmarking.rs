//! How heavy the calls are, at their heaviest: a holder of whom as many permits are looked at as can be,
//! and permits with as many conditions and inspections as one can have.

use alloc::{boxed::Box, vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use polity_permit_procedure::{
	ConditionTerms, Inspection, InspectionKind, InspectionResult, PermitTerms, Prerequisite,
	ReferralTerms, StatedConditions, Validity, MAX_CONDITIONS, MAX_INSPECTIONS,
};
use polity_primitives::{
	act::{LegalBasis, RequestId, MAX_DOCUMENTS},
	ids::{MandateId, UnitNumber},
	time::{Instant, Period, MILLIS_PER_DAY},
	traits::{
		Companies, CompanyEstate, CompanyOfficers, FoundingBoard, LandRights, LegalClock, Licences,
		MandateAuthority, PermitRegister, Persons, SigningRule,
	},
	Act, Commitment, District, DocumentCommitment, Hash, HashAlgorithm, MinistryId, Party, Power,
	Register, RuleVersion, Tag,
};

use crate::{
	types::*, Call, Config, LastProposal, LastType, LicenceTypes, Pallet, Permits, TypeVersions,
	Types,
};

/// What the benchmarks need from the runtime.
pub trait BenchmarkHelper {
	/// Sets the time of the block.
	fn set_now(now: Instant);
}

/// 2026-11-22T12:00:00Z.
const START: Instant = Instant::from_millis(1_795_348_800_000);

/// How many types the one demands directly; each of them demands one more, and that one the last.
const DEMANDED: u32 = 5;

type Account<T> = <T as frame_system::Config>::AccountId;

fn tag(place: u8) -> Tag {
	Tag::new([place; 32]).expect("not zero; qed")
}

fn commitment(seed: u32) -> Commitment {
	let mut bytes = [5; 32];
	bytes[..4].copy_from_slice(&seed.to_be_bytes());
	Commitment::new(bytes).expect("not zero; qed")
}

/// An act with as many documents as it can have.
fn act<T: Config>(legal_basis: LegalBasis, request: u32, expected_version: u32) -> Act {
	let mut bytes = [0xB5; 16];
	bytes[..4].copy_from_slice(&request.to_le_bytes());
	let document = DocumentCommitment { algorithm: HashAlgorithm::Sha2_256, digest: commitment(0) };
	Act {
		legal_basis,
		rule_version: RuleVersion::CURRENT,
		documents: vec![document; MAX_DOCUMENTS as usize].try_into().expect("the bound; qed"),
		request: RequestId::new(bytes).expect("not zero; qed"),
		expected_version,
		effective_from: T::Clock::today(Register::Permits, District::NATIONAL),
	}
}

fn officer<T: Config>(seed: u8) -> Account<T> {
	let who = account("officer", seed.into(), 0);
	let (register, district) = (Register::Permits, District::NATIONAL);
	// Once each: an account can hold few mandates.
	if T::Mandates::ensure_mandate(&who, register, Power::Decide, district).is_err() {
		T::Mandates::grant_for_benchmark(&who, tag(100 + seed), register, district);
	}
	who
}

fn maker<T: Config>() -> Account<T> {
	officer::<T>(1)
}

fn checker<T: Config>() -> Account<T> {
	officer::<T>(2)
}

/// A company for which an account signs.
fn company<T: Config>(seed: u8) -> (Party, Account<T>) {
	let company = T::Companies::register_for_benchmark(District::NATIONAL);
	let signer: Account<T> = account("director", seed.into(), 0);
	T::Persons::enrol_for_benchmark(Register::Business, tag(seed), Some(signer.clone()));
	let board = FoundingBoard {
		directors: vec![tag(seed)].try_into().expect("one; qed"),
		signing: SigningRule::Sole,
	};
	let founding = act::<T>(SUPERVISION, 1, 0);
	T::Officers::found(company, District::NATIONAL, &board, &founding, MandateId(1))
		.expect("the person is enrolled; qed");
	(Party::Company(company), signer)
}

fn terms(prerequisites: Vec<Prerequisite>) -> PermitTerms {
	PermitTerms {
		needs_fee: false,
		completeness_period: None,
		decision_period: Period::CalendarDays(1),
		silence_grants: true,
		extension: Some(Period::CalendarDays(1)),
		stopped_days: 10,
		validity: Validity::AtMost(Period::Months(2)),
		renewal_window: Some(Period::Months(1)),
		is_transferable: true,
		quota: Some(1_000_000),
		inspections: vec![InspectionKind::Final].try_into().expect("one; qed"),
		cure_period: Period::CalendarDays(14),
		prerequisites: prerequisites.try_into().expect("few; qed"),
		referrals: Default::default(),
		appeal_period: Some(Period::Months(1)),
		is_personal: false,
		licenses: None,
	}
}

fn personal_terms() -> PermitTerms {
	PermitTerms {
		is_personal: true,
		is_transferable: false,
		renewal_window: None,
		inspections: Default::default(),
		..terms(vec![])
	}
}

fn version(terms: PermitTerms) -> TypeVersion {
	TypeVersion { basis: TYPES, terms, takes_applications: true }
}

/// A type, as if it had been decided.
fn insert_type<T: Config>(terms: PermitTerms) -> PermitTypeId {
	let kind = LastType::<T>::get().next().expect("few; qed");
	LastType::<T>::put(kind);
	Types::<T>::insert(kind, PermitType { district: District::NATIONAL, in_force: 1 });
	crate::TypeVersions::<T>::insert(kind, 1, version(terms));
	kind
}

/// As many conditions as there can be.
fn conditions() -> StatedConditions {
	let all = (0..MAX_CONDITIONS).map(|place| ConditionTerms {
		code: 1,
		commitment: commitment(place),
		due: None,
	});
	all.collect::<Vec<_>>().try_into().expect("the bound; qed")
}

fn grant_of<T: Config>(
	kind: PermitTypeId,
	holder: PermitHolder,
	site: Option<UnitNumber>,
) -> Grant<StatedConditions> {
	let valid_from = T::Clock::today(Register::Permits, District::NATIONAL);
	let is_personal = matches!(holder, PermitHolder::Personal(_));
	let conditions = if is_personal { Default::default() } else { conditions() };
	Grant { kind, version: 1, holder, site, valid_from, valid_to: None, conditions }
}

/// A permit, with as many inspections as one can have.
fn permit<T: Config>(kind: PermitTypeId, holder: &Party, site: Option<UnitNumber>) -> PermitNumber {
	let holder = PermitHolder::Party(holder.clone());
	Pallet::<T>::reserve(kind, 1, &holder).expect("there are places; qed");
	let granted = Pallet::<T>::grant(grant_of::<T>(kind, holder, site), None);
	let Ok(PermitReference::Numbered(number)) = granted else {
		panic!("the permit can be granted")
	};
	Permits::<T>::mutate(number, |record| {
		let record = record.as_mut().expect("just granted; qed");
		let scheduled_for = record.permit.valid_from;
		let inspection = Inspection { kind: InspectionKind::Final, scheduled_for, outcome: None };
		record.permit.inspections =
			vec![inspection; MAX_INSPECTIONS as usize].try_into().expect("the bound; qed");
	});
	number
}

/// A type that demands as much as can be looked at, and gives a holder all of it but the type's own permit:
/// also each permit that is demanded is for the site, in which the holder's right is looked up.
fn demanding_type<T: Config>(holder: &Party, site: UnitNumber) -> PermitTypeId {
	let demand = |kind: PermitTypeId| Prerequisite::Permit(kind.0);
	let on_site = |others: Vec<Prerequisite>| {
		let own = [Prerequisite::Standing, Prerequisite::RightInSite];
		terms(own.into_iter().chain(others).collect())
	};
	let last = insert_type::<T>(on_site(vec![]));
	let mut kinds = vec![last];
	let mut demanded = vec![];
	for _ in 0..DEMANDED {
		let middle = insert_type::<T>(on_site(vec![demand(last)]));
		let first = insert_type::<T>(on_site(vec![demand(middle)]));
		kinds.extend([middle, first]);
		demanded.push(demand(first));
	}
	for kind in kinds {
		permit::<T>(kind, holder, Some(site));
	}
	insert_type::<T>(on_site(demanded))
}

/// The unit in which a company has a right.
fn site_of<T: Config>(holder: &Party) -> UnitNumber {
	let Party::Company(company) = holder else { panic!("only companies are made here") };
	T::Land::give_for_benchmark(*company)
}

fn set_now<T: Config>(days: u64) {
	let now = START.checked_add_millis(days * MILLIS_PER_DAY).expect("not the last; qed");
	T::BenchmarkHelper::set_now(now);
}

/// Of [`PermitRegister::set_type_for_benchmark`].
pub(crate) fn set_type<T: Config>(
	asked: MinistryId,
) -> (PermitTypeId, PermitHolder, Option<UnitNumber>) {
	let holder = Party::Company(T::Companies::register_for_benchmark(District::NATIONAL));
	let site = site_of::<T>(&holder);
	let kind = demanding_type::<T>(&holder, site);
	let referral = ReferralTerms {
		ministry: asked,
		register: Register::Land,
		period: Period::CalendarDays(1),
	};
	TypeVersions::<T>::mutate(kind, 1, |version| {
		let terms = &mut version.as_mut().expect("just made; qed").terms;
		terms.referrals = vec![referral].try_into().expect("one; qed");
	});
	(kind, PermitHolder::Party(holder), Some(site))
}

/// A permit that can be renewed, and its holder's account. The holder has everything.
fn scene<T: Config>() -> (PermitNumber, Account<T>) {
	set_now::<T>(0);
	let (holder, signer) = company::<T>(1);
	let site = site_of::<T>(&holder);
	let kind = demanding_type::<T>(&holder, site);
	let number = permit::<T>(kind, &holder, Some(site));
	set_now::<T>(40);
	(number, signer)
}

/// A permit that can pass, its holder's account, and another company that has everything, with its own.
fn passing<T: Config>() -> (PermitNumber, Account<T>, Party, Account<T>) {
	set_now::<T>(0);
	let ((holder, signer), (other, other_signer)) = (company::<T>(1), company::<T>(2));
	let site = site_of::<T>(&other);
	let kind = demanding_type::<T>(&other, site);
	let number = permit::<T>(kind, &holder, Some(site));
	set_now::<T>(40);
	(number, signer, other, other_signer)
}

fn ask_renewal<T: Config>(number: PermitNumber, signer: &Account<T>) {
	let origin = RawOrigin::Signed(signer.clone()).into();
	let act = act::<T>(HOLDERS_ACTS, 20, 1);
	Pallet::<T>::request_renewal(origin, act, number, None).expect("in its window; qed");
}

fn prepare_renewal<T: Config>(number: PermitNumber) {
	let origin = RawOrigin::Signed(maker::<T>()).into();
	let act = act::<T>(HOLDERS_ACTS, 21, 2);
	let permit = PermitReference::Numbered(number);
	Pallet::<T>::prepare_change(origin, act, permit, Box::new(PermitChange::Renew))
		.expect("asked for; qed");
}

/// A permit that was renewed.
fn renewed<T: Config>() -> (PermitNumber, Account<T>) {
	let (number, signer) = scene::<T>();
	ask_renewal::<T>(number, &signer);
	prepare_renewal::<T>(number);
	let origin = RawOrigin::Signed(checker::<T>()).into();
	let act = act::<T>(HOLDERS_ACTS, 22, 2);
	Pallet::<T>::decide_change(origin, act, LastProposal::<T>::get(), Verdict::Approve)
		.expect("prepared; qed");
	(number, signer)
}

fn taken_over<T: Config>() -> TakeOver {
	set_now::<T>(0);
	let company = T::Companies::register_for_benchmark(District::NATIONAL);
	let site = T::Land::give_for_benchmark(company);
	let today = T::Clock::today(Register::Permits, District::NATIONAL);
	TakeOver {
		kind: insert_type::<T>(terms(vec![Prerequisite::RightInSite])),
		holder: Party::Company(company),
		site: Some(site),
		valid_from: today,
		valid_to: today.checked_add_days(20),
		conditions: conditions(),
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// The terms that demand as many types as can be, one over the other.
	fn deep_type<T: Config>() -> TypeVersion {
		set_now::<T>(0);
		let demand = |kind: PermitTypeId| Prerequisite::Permit(kind.0);
		let last = insert_type::<T>(terms(vec![]));
		let demanded = (0..DEMANDED).map(|_| {
			let middle = insert_type::<T>(terms(vec![demand(last)]));
			demand(insert_type::<T>(terms(vec![demand(middle)])))
		});
		let licenses = Some("49320".parse().expect("an activity; qed"));
		version(PermitTerms { licenses, ..terms(demanded.collect()) })
	}

	#[benchmark]
	fn prepare_type() {
		let version = Box::new(deep_type::<T>());
		let kind = insert_type::<T>(terms(vec![]));
		let (caller, act) = (maker::<T>(), act::<T>(TYPES, 2, 0));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, Some(kind), District::NATIONAL, version);
		assert_eq!(LastProposal::<T>::get().0, 1);
	}

	#[benchmark]
	fn decide_type() {
		let version = Box::new(deep_type::<T>());
		let kind = insert_type::<T>(terms(vec![]));
		let prepared = act::<T>(TYPES, 2, 0);
		let origin = RawOrigin::Signed(maker::<T>()).into();
		Pallet::<T>::prepare_type(origin, prepared, Some(kind), District::NATIONAL, version)
			.expect("the terms can be; qed");
		let (caller, act) = (checker::<T>(), act::<T>(TYPES, 3, 0));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, LastProposal::<T>::get(), Verdict::Approve);
		assert!(crate::TypeHeads::<T>::contains_key(kind));
	}

	#[benchmark]
	fn withdraw_proposal() {
		let take_over = Box::new(taken_over::<T>());
		let origin = RawOrigin::Signed(maker::<T>()).into();
		Pallet::<T>::propose_take_over(origin, act::<T>(TAKE_OVER, 2, 0), take_over)
			.expect("it can be taken over; qed");
		let proposal = LastProposal::<T>::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(maker::<T>()), proposal);
		assert!(Pallet::<T>::proposal(proposal).is_none());
	}

	#[benchmark]
	fn prepare_change() {
		let (number, signer) = scene::<T>();
		ask_renewal::<T>(number, &signer);
		let (caller, act) = (maker::<T>(), act::<T>(HOLDERS_ACTS, 2, 2));
		let permit = PermitReference::Numbered(number);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, permit, Box::new(PermitChange::Renew));
		assert_eq!(LastProposal::<T>::get().0, 1);
	}

	#[benchmark]
	fn decide_change() {
		let (number, signer) = scene::<T>();
		ask_renewal::<T>(number, &signer);
		prepare_renewal::<T>(number);
		let (caller, act) = (checker::<T>(), act::<T>(HOLDERS_ACTS, 2, 2));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, LastProposal::<T>::get(), Verdict::Approve);
		assert!(Permits::<T>::get(number).is_some_and(|record| record.renewed_by.is_some()));
	}

	#[benchmark]
	fn record_inspection() {
		let (number, _) = scene::<T>();
		let (caller, act) = (maker::<T>(), act::<T>(SUPERVISION, 2, 1));
		let last = MAX_INSPECTIONS - 1;
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, number, last, InspectionResult::Passed);
		assert!(Permits::<T>::get(number).is_some_and(|record| record.final_seen_under.is_some()));
	}

	#[benchmark]
	fn surrender() {
		let (number, signer) = renewed::<T>();
		let act = act::<T>(HOLDERS_ACTS, 2, 3);
		#[extrinsic_call]
		_(RawOrigin::Signed(signer), act, number);
		assert!(Permits::<T>::get(number).is_some_and(|record| record.ended_on.is_some()));
	}

	#[benchmark]
	fn request_transfer() {
		let (number, signer, other, _) = passing::<T>();
		let act = act::<T>(HOLDERS_ACTS, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(signer), act, number, other);
		assert!(Pallet::<T>::request(number).is_some());
	}

	#[benchmark]
	fn endorse_transfer() {
		let (number, signer, other, other_signer) = passing::<T>();
		let origin = RawOrigin::Signed(signer).into();
		let asked = act::<T>(HOLDERS_ACTS, 3, 1);
		Pallet::<T>::request_transfer(origin, asked, number, other).expect("it can pass; qed");
		let act = act::<T>(HOLDERS_ACTS, 2, 2);
		#[extrinsic_call]
		_(RawOrigin::Signed(other_signer), act, number);
		assert!(Pallet::<T>::request(number).is_some_and(|request| request.is_endorsed));
	}

	#[benchmark]
	fn request_renewal() {
		let (number, signer) = scene::<T>();
		let act = act::<T>(HOLDERS_ACTS, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(signer), act, number, None);
		assert!(Pallet::<T>::request(number).is_some());
	}

	#[benchmark]
	fn withdraw_request() {
		let (number, signer) = scene::<T>();
		ask_renewal::<T>(number, &signer);
		let act = act::<T>(HOLDERS_ACTS, 2, 2);
		#[extrinsic_call]
		_(RawOrigin::Signed(signer), act, number);
		assert!(Pallet::<T>::request(number).is_none());
	}

	#[benchmark]
	fn propose_take_over() {
		let take_over = Box::new(taken_over::<T>());
		let (caller, act) = (maker::<T>(), act::<T>(TAKE_OVER, 2, 0));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, take_over);
		assert_eq!(LastProposal::<T>::get().0, 1);
	}

	#[benchmark]
	fn decide_take_over() {
		let take_over = Box::new(taken_over::<T>());
		let origin = RawOrigin::Signed(maker::<T>()).into();
		Pallet::<T>::propose_take_over(origin, act::<T>(TAKE_OVER, 3, 0), take_over)
			.expect("it can be taken over; qed");
		let (caller, act) = (checker::<T>(), act::<T>(TAKE_OVER, 2, 0));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, LastProposal::<T>::get(), Verdict::Approve);
		assert_eq!(crate::PermitCount::<T>::get(), 1);
	}

	/// So many permits that have ended, each renewed.
	#[benchmark]
	fn on_initialize(n: Linear<0, MAX_ENDINGS_PER_BLOCK>) {
		set_now::<T>(0);
		let (holder, _) = company::<T>(1);
		for _ in 0..n {
			let kind = insert_type::<T>(terms(vec![]));
			let (old, next) = (permit::<T>(kind, &holder, None), permit::<T>(kind, &holder, None));
			Permits::<T>::mutate(old, |record| {
				if let Some(record) = record {
					record.renewed_by = Some(next);
				}
			});
			// The one that follows does not end with it.
			Permits::<T>::mutate(next, |record| {
				if let Some(record) = record {
					let reference = PermitReference::Numbered(next);
					Pallet::<T>::unqueue(reference, record.ends_at.take());
				}
			});
		}
		set_now::<T>(100);
		#[block]
		{
			assert_eq!(Pallet::<T>::give_places_back(), n);
		}
		assert_eq!(crate::Endings::<T>::iter_keys().count(), 0);
	}

	#[benchmark]
	fn succeed() {
		set_now::<T>(0);
		let ((from, _), (to, _)) = (company::<T>(1), company::<T>(2));
		for _ in 0..MAX_SUCCESSION {
			let kind = insert_type::<T>(terms(vec![]));
			permit::<T>(kind, &from, None);
		}
		let (Party::Company(from), Party::Company(to)) = (from, to) else {
			panic!("both are companies")
		};
		let act = act::<T>(SUPERVISION, 2, 0);
		#[block]
		{
			<Pallet<T> as CompanyEstate>::succeed(from, to, &act, MandateId(1))
				.expect("no more than can pass; qed");
		}
		assert!(<Pallet<T> as CompanyEstate>::obstacle(from).is_none());
	}

	#[benchmark]
	fn reserve() {
		set_now::<T>(0);
		let (kind, holder, site) = set_type::<T>(MinistryId(1));
		#[block]
		{
			Pallet::<T>::ensure_may_hold(kind, 1, &holder, site).expect("it has all; qed");
			<Pallet<T> as PermitRegister>::reserve(kind, 1, &holder).expect("it is free; qed");
		}
		assert_eq!(Pallet::<T>::places(kind).reserved, 1);
	}

	#[benchmark]
	fn grant() {
		set_now::<T>(0);
		let (kind, holder, site) = set_type::<T>(MinistryId(1));
		<Pallet<T> as PermitRegister>::reserve(kind, 1, &holder).expect("it is free; qed");
		let act = act::<T>(SUPERVISION, 2, 0);
		let decided = grant_of::<T>(kind, holder, site);
		#[block]
		{
			<Pallet<T> as PermitRegister>::grant(decided, Some((&act, MandateId(1))))
				.expect("it can be granted; qed");
		}
		assert_eq!(Pallet::<T>::places(kind).running, 1);
	}

	#[benchmark]
	fn grant_personal() {
		set_now::<T>(0);
		let kind = insert_type::<T>(personal_terms());
		let person = PersonalHolder { commitment: commitment(1), nullifier: Hash::repeat_byte(1) };
		let holder = PermitHolder::Personal(person);
		<Pallet<T> as PermitRegister>::reserve(kind, 1, &holder).expect("it is free; qed");
		let act = act::<T>(PERSONAL, 2, 0);
		let decided = grant_of::<T>(kind, holder, None);
		#[block]
		{
			<Pallet<T> as PermitRegister>::grant(decided, Some((&act, MandateId(1))))
				.expect("it can be granted; qed");
		}
		assert!(Pallet::<T>::personal(commitment(1)).is_some());
	}

	#[benchmark]
	fn overturn() {
		let (number, _) = renewed::<T>();
		let act = act::<T>(SUPERVISION, 2, 0);
		let permit = PermitReference::Numbered(number);
		#[block]
		{
			<Pallet<T> as PermitRegister>::overturn(permit, &act, MandateId(1))
				.expect("it is running; qed");
		}
		assert!(Permits::<T>::get(number).is_some_and(|record| record.ended_on.is_some()));
	}

	#[benchmark]
	fn lacks_licence() {
		set_now::<T>(0);
		let (holder, _) = company::<T>(1);
		let site = site_of::<T>(&holder);
		let kind = demanding_type::<T>(&holder, site);
		permit::<T>(kind, &holder, Some(site));
		let activity = "49320".parse().expect("an activity; qed");
		LicenceTypes::<T>::insert(activity, kind);
		let Party::Company(company) = holder else { panic!("it is a company") };
		let lacks;
		#[block]
		{
			lacks = <Pallet<T> as Licences>::lacks_licence(Some(company), &activity);
		}
		assert!(!lacks);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
