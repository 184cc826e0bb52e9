//! How heavy the calls are, at their heaviest: a company with as many classes as there can be, the first
//! of which has as many holders and pledges as there can be.

use alloc::{boxed::Box, vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use polity_primitives::{
	act::{LegalBasis, RequestId, MAX_DOCUMENTS},
	ids::{MandateId, PledgeId, ProposalId, ShareClassId},
	time::{CalendarDate, Instant, Period, MILLIS_PER_DAY},
	traits::{Companies, CompanyEstate, CompanyOfficers, LegalClock, MandateAuthority, Persons},
	Act, Commitment, CompanyNumber, District, DocumentCommitment, HashAlgorithm, Party, Power,
	Register, RuleVersion, Tag,
};
use polity_share_register::{Holding, Pledge, Rescaling, ShareLaw, TransferRule};

use crate::{
	bases::{basis_of, PARAMETERS},
	types::*,
	Call, Classes, Config, Holdings, HoldingsOf, LastPledge, LastProposal, Ledgers, Pallet,
	Pledges, PledgesOf, PledgesTo,
};

/// What the benchmarks need from the runtime.
pub trait BenchmarkHelper {
	/// Sets the time of the block.
	fn set_now(now: Instant);
}

/// 2026-11-22T12:00:00Z.
const START: Instant = Instant::from_millis(1_795_348_800_000);
/// More than the holders have to take up what they are offered, and less than a proposal stands.
const DAYS_OFFERED: u64 = 20;

const FIRST: ShareClassId = ShareClassId(1);
/// The shares of each holder: half of them pledged, none paid up.
const SHARES: u64 = 20;
const NOMINAL: u64 = 100;
/// The first of the pledgees, the place of whoever takes shares, and the first of the companies that
/// somebody else holds shares in.
const PLEDGEES: u32 = 10_000;
const TAKER: u32 = 20_000;

type Account<T> = <T as frame_system::Config>::AccountId;

fn tag(place: u32) -> Tag {
	let mut bytes = [0xA7; 32];
	bytes[..4].copy_from_slice(&place.to_be_bytes());
	Tag::new(bytes).expect("not zero; qed")
}

/// A person who is enrolled, by place.
fn person<T: Config>(place: u32) -> Party {
	T::Persons::enrol_for_benchmark(Register::Business, tag(place), None);
	Party::Person(tag(place))
}

/// The same with an account.
fn signer<T: Config>(place: u32) -> Account<T> {
	let who: Account<T> = account("party", place, 0);
	T::Persons::enrol_for_benchmark(Register::Business, tag(place), Some(who.clone()));
	who
}

/// An act with as many documents as it can have.
fn act<T: Config>(legal_basis: LegalBasis, request: u32, expected_version: u32) -> Act {
	let mut bytes = [0xB5; 16];
	bytes[..4].copy_from_slice(&request.to_le_bytes());
	let digest = Commitment::new([5; 32]).expect("not zero; qed");
	let document = DocumentCommitment { algorithm: HashAlgorithm::Sha2_256, digest };
	Act {
		legal_basis,
		rule_version: RuleVersion::CURRENT,
		documents: vec![document; MAX_DOCUMENTS as usize].try_into().expect("the bound; qed"),
		request: RequestId::new(bytes).expect("not zero; qed"),
		expected_version,
		effective_from: today::<T>(),
	}
}

fn today<T: Config>() -> CalendarDate {
	T::Clock::today(Register::Business, District::NATIONAL)
}

fn officer<T: Config>(seed: u8) -> Account<T> {
	let who = account("officer", seed.into(), 0);
	let (register, district) = (Register::Business, District::NATIONAL);
	// Once each: an account can hold few mandates.
	if T::Mandates::ensure_mandate(&who, register, Power::Decide, district).is_err() {
		let person = Tag::new([100 + seed; 32]).expect("not zero; qed");
		T::Mandates::grant_for_benchmark(&who, person, register, district);
	}
	who
}

fn maker<T: Config>() -> Account<T> {
	officer::<T>(1)
}

fn checker<T: Config>() -> Account<T> {
	officer::<T>(2)
}

fn registered<T: Config>() -> CompanyNumber {
	T::BenchmarkHelper::set_now(START);
	T::Companies::register_for_benchmark(District::NATIONAL)
}

/// A class whose holders are all asked for everything.
fn terms(issued: u64, paid_up: u128) -> Class {
	Class {
		nominal: NOMINAL,
		currency: "EUR".parse().expect("a currency; qed"),
		authorised: 1_000_000_000,
		issued,
		treasury: 0,
		votes_per_share: 1,
		paid_up,
		transfer: TransferRule::BoardConsent,
		pre_emption: true,
	}
}

fn hold<T: Config>(company: CompanyNumber, class: ShareClassId, holder: &Party, pledged: u64) {
	let unpaid = u128::from(SHARES * NOMINAL);
	let holding = Holding { shares: SHARES, pledged, unpaid };
	let registered = RegisteredHolding { holding, is_frozen: false };
	Holdings::<T>::insert((company, class, holder), registered);
	HoldingsOf::<T>::insert(holder, (company, class), ());
}

/// As many holders as there can be but so many, each with a pledge.
fn filled<T: Config>(company: CompanyNumber, but: u32) {
	with_holders::<T>(company, MAX_HOLDERS - but);
}

/// So many holders, each with a pledge.
fn with_holders<T: Config>(company: CompanyNumber, holders: u32) {
	for number in 1..=MAX_CLASSES as u16 {
		let (issued, holders) = match number {
			1 => (u64::from(holders) * SHARES, holders),
			_ => (0, 0),
		};
		let registered = RegisteredClass {
			terms: terms(issued, 0),
			holders,
			pledges: holders.min(MAX_PLEDGES),
			shares_since: 0,
		};
		Classes::<T>::insert(company, ShareClassId(number), registered);
	}
	Ledgers::<T>::insert(company, Ledger { last_class: ShareClassId(MAX_CLASSES as u16) });
	for place in 0..holders {
		let holder = Party::Person(tag(place));
		signer::<T>(place);
		hold::<T>(company, FIRST, &holder, SHARES / 2);
		let id = PledgeId(u64::from(place) + 1);
		let pledgee = Party::Person(tag(PLEDGEES + place));
		signer::<T>(PLEDGEES + place);
		PledgesOf::<T>::insert((company, FIRST, &holder, id), ());
		PledgesTo::<T>::insert(&pledgee, id, ());
		let pledge = Pledge { shares: SHARES / 2 };
		let stored = SharePledge { company, class: FIRST, holder, pledgee, pledge };
		Pledges::<T>::insert(id, stored);
	}
	LastPledge::<T>::put(PledgeId(holders.into()));
}

/// A part of the first pledge, whose debt goes along: four have to consent, and the pledge is divided.
fn transfer<T: Config>() -> ShareAct {
	signer::<T>(TAKER);
	ShareAct::Transfer {
		class: FIRST,
		from: Party::Person(tag(0)),
		to: Party::Person(tag(TAKER)),
		taken: SharesTaken::Pledged { pledge: PledgeId(1), shares: 1 },
		pre_emption: PreEmption::Offered,
	}
}

fn allotment<T: Config>() -> ShareAct {
	signer::<T>(TAKER);
	ShareAct::Allot {
		class: FIRST,
		to: Party::Person(tag(TAKER)),
		shares: 1,
		paid: u128::from(NOMINAL) - 1,
		pre_emption: PreEmption::Offered,
	}
}

fn rescaling() -> ShareAct {
	ShareAct::Rescale { class: FIRST, rescaling: Rescaling::Split(2) }
}

/// The books of as many classes as there can be, with so many holdings of the first.
fn adoption<T: Config>(count: u32) -> ShareAct {
	let issued = u64::from(count) * SHARES;
	let classes = (1..=MAX_CLASSES).map(|number| match number {
		1 => terms(issued, u128::from(issued * NOMINAL)),
		_ => terms(0, 0),
	});
	let holdings = (0..count).map(|place| AdoptedHolding {
		class: FIRST,
		holder: person::<T>(place),
		shares: SHARES,
		unpaid: 0,
	});
	ShareAct::Adopt {
		classes: classes.collect::<Vec<_>>().try_into().expect("the bound; qed"),
		holdings: holdings.collect::<Vec<_>>().try_into().expect("the bound; qed"),
	}
}

fn proposed<T: Config>(company: CompanyNumber, share_act: ShareAct) -> ProposalId {
	let basis = basis_of(&share_act, Authority::Registrar);
	Pallet::<T>::propose(
		RawOrigin::Signed(maker::<T>()).into(),
		act::<T>(basis, 10, 0),
		company,
		Box::new(share_act),
		Authority::Registrar,
	)
	.expect("the act is lawful; qed");
	LastProposal::<T>::get()
}

/// Lets time pass and everybody consent.
fn consented<T: Config>(id: ProposalId) {
	let now = START.checked_add_millis(DAYS_OFFERED * MILLIS_PER_DAY).expect("not the last; qed");
	T::BenchmarkHelper::set_now(now);
	let matter = Pallet::<T>::matter(id).expect("there; qed");
	for consenter in Pallet::<T>::consenters_of(id).expect("there; qed") {
		match consenter {
			Consenter::Company(number) => T::Officers::resolve_for_benchmark(number, matter),
			Consenter::Person(_) | Consenter::State(_) => {
				crate::Consents::<T>::insert(id, consenter, ());
			},
		}
	}
}

fn basis(share_act: &ShareAct) -> LegalBasis {
	basis_of(share_act, Authority::Registrar)
}

fn law() -> Law {
	Law {
		shares: ShareLaw { least_paid: 10_000, most_treasury: 0 },
		creditors_period: Period::Months(6),
		pre_emption_period: Period::Months(1),
	}
}

fn law_proposed<T: Config>() -> ProposalId {
	T::BenchmarkHelper::set_now(START);
	Pallet::<T>::propose_law(
		RawOrigin::Signed(maker::<T>()).into(),
		act::<T>(PARAMETERS, 10, 0),
		law(),
	)
	.expect("the law holds; qed");
	LastProposal::<T>::get()
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn propose_transfer() {
		let company = registered::<T>();
		filled::<T>(company, 1);
		let (caller, share_act) = (maker::<T>(), transfer::<T>());
		let act = act::<T>(basis(&share_act), 2, 0);
		#[extrinsic_call]
		propose(RawOrigin::Signed(caller), act, company, Box::new(share_act), Authority::Registrar);
		assert_eq!(LastProposal::<T>::get(), ProposalId(1));
	}

	#[benchmark]
	fn propose_allotment() {
		let company = registered::<T>();
		filled::<T>(company, 1);
		let (caller, share_act) = (maker::<T>(), allotment::<T>());
		let act = act::<T>(basis(&share_act), 2, 0);
		#[extrinsic_call]
		propose(RawOrigin::Signed(caller), act, company, Box::new(share_act), Authority::Registrar);
		assert_eq!(LastProposal::<T>::get(), ProposalId(1));
	}

	#[benchmark]
	fn propose_rescaling() {
		let company = registered::<T>();
		filled::<T>(company, 0);
		let (caller, share_act) = (maker::<T>(), rescaling());
		let act = act::<T>(basis(&share_act), 2, 0);
		#[extrinsic_call]
		propose(RawOrigin::Signed(caller), act, company, Box::new(share_act), Authority::Registrar);
		assert_eq!(LastProposal::<T>::get(), ProposalId(1));
	}

	#[benchmark]
	fn propose_adoption(n: Linear<1, MAX_HOLDERS>) {
		T::BenchmarkHelper::set_now(START);
		let company = T::Companies::import_for_benchmark(District::NATIONAL);
		let (caller, share_act) = (maker::<T>(), adoption::<T>(n));
		let act = act::<T>(basis(&share_act), 2, 0);
		#[extrinsic_call]
		propose(RawOrigin::Signed(caller), act, company, Box::new(share_act), Authority::Registrar);
		assert_eq!(LastProposal::<T>::get(), ProposalId(1));
	}

	#[benchmark]
	fn consent() {
		let company = registered::<T>();
		filled::<T>(company, 1);
		let share_act = transfer::<T>();
		let basis = basis(&share_act);
		let id = proposed::<T>(company, share_act);
		let matter = Pallet::<T>::matter(id).expect("there; qed");
		let caller = signer::<T>(TAKER);
		let act = act::<T>(basis, 2, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, matter);
		assert!(crate::Consents::<T>::contains_key(id, Consenter::Person(tag(TAKER))));
	}

	#[benchmark]
	fn withdraw_consent() {
		let company = registered::<T>();
		filled::<T>(company, 1);
		let share_act = transfer::<T>();
		let basis = basis(&share_act);
		let id = proposed::<T>(company, share_act);
		consented::<T>(id);
		let caller = signer::<T>(TAKER);
		let act = act::<T>(basis, 2, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		assert!(!crate::Consents::<T>::contains_key(id, Consenter::Person(tag(TAKER))));
	}

	#[benchmark]
	fn approve_transfer() {
		let company = registered::<T>();
		filled::<T>(company, 1);
		let share_act = transfer::<T>();
		let basis = basis(&share_act);
		let id = proposed::<T>(company, share_act);
		consented::<T>(id);
		let caller = checker::<T>();
		let act = act::<T>(basis, 2, 0);
		#[extrinsic_call]
		decide(RawOrigin::Signed(caller), act, id, Verdict::Approve);
		assert!(Holdings::<T>::contains_key((company, FIRST, Party::Person(tag(TAKER)))));
	}

	#[benchmark]
	fn approve_allotment() {
		let company = registered::<T>();
		filled::<T>(company, 1);
		let share_act = allotment::<T>();
		let basis = basis(&share_act);
		let id = proposed::<T>(company, share_act);
		consented::<T>(id);
		let caller = checker::<T>();
		let act = act::<T>(basis, 2, 0);
		#[extrinsic_call]
		decide(RawOrigin::Signed(caller), act, id, Verdict::Approve);
		assert!(Holdings::<T>::contains_key((company, FIRST, Party::Person(tag(TAKER)))));
	}

	#[benchmark]
	fn approve_rescaling() {
		let company = registered::<T>();
		filled::<T>(company, 0);
		let basis = basis(&rescaling());
		let id = proposed::<T>(company, rescaling());
		consented::<T>(id);
		let caller = checker::<T>();
		let act = act::<T>(basis, 2, 0);
		#[extrinsic_call]
		decide(RawOrigin::Signed(caller), act, id, Verdict::Approve);
		let class = Classes::<T>::get(company, FIRST).expect("there; qed");
		assert_eq!(class.terms.nominal, NOMINAL / 2);
	}

	#[benchmark]
	fn approve_adoption(n: Linear<1, MAX_HOLDERS>) {
		T::BenchmarkHelper::set_now(START);
		let company = T::Companies::import_for_benchmark(District::NATIONAL);
		let share_act = adoption::<T>(n);
		let basis = basis(&share_act);
		let id = proposed::<T>(company, share_act);
		consented::<T>(id);
		let caller = checker::<T>();
		let act = act::<T>(basis, 2, 0);
		#[extrinsic_call]
		decide(RawOrigin::Signed(caller), act, id, Verdict::Approve);
		assert_eq!(Classes::<T>::get(company, FIRST).expect("there; qed").holders, n);
	}

	#[benchmark]
	fn reject() {
		let company = T::Companies::import_for_benchmark(District::NATIONAL);
		T::BenchmarkHelper::set_now(START);
		let share_act = adoption::<T>(MAX_HOLDERS);
		let basis = basis(&share_act);
		let id = proposed::<T>(company, share_act);
		let caller = checker::<T>();
		let act = act::<T>(basis, 2, 0);
		#[extrinsic_call]
		decide(RawOrigin::Signed(caller), act, id, Verdict::Reject);
		assert_eq!(Pallet::<T>::proposal(id), None);
	}

	#[benchmark]
	fn withdraw_proposal() {
		let company = T::Companies::import_for_benchmark(District::NATIONAL);
		T::BenchmarkHelper::set_now(START);
		let id = proposed::<T>(company, adoption::<T>(MAX_HOLDERS));
		// As many consents as one can have.
		for place in 0..MAX_CONSENTERS {
			crate::Consents::<T>::insert(id, Consenter::Person(tag(place)), ());
		}
		let caller = maker::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id);
		assert_eq!(Pallet::<T>::proposal(id), None);
	}

	#[benchmark]
	fn propose_law() {
		T::BenchmarkHelper::set_now(START);
		let caller = maker::<T>();
		let act = act::<T>(PARAMETERS, 2, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, law());
		assert_eq!(LastProposal::<T>::get(), ProposalId(1));
	}

	#[benchmark]
	fn decide_law() {
		let id = law_proposed::<T>();
		let caller = checker::<T>();
		let act = act::<T>(PARAMETERS, 2, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, Verdict::Approve);
		assert_eq!(Pallet::<T>::law(), law());
	}

	#[benchmark]
	fn withdraw_law() {
		let id = law_proposed::<T>();
		let caller = maker::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id);
		assert!(!crate::LawProposals::<T>::contains_key(id));
	}

	#[benchmark]
	fn succeed() {
		let (from, to) = (registered::<T>(), registered::<T>());
		with_holders::<T>(from, MAX_CONVERSION / 2);
		let holder = Party::Company(from);
		let mut last = from;
		for _ in 0..MAX_SUCCESSION {
			last = registered::<T>();
			let registered = RegisteredClass {
				terms: terms(SHARES, 0),
				holders: 1,
				pledges: 0,
				shares_since: 0,
			};
			Classes::<T>::insert(last, FIRST, registered);
			Ledgers::<T>::insert(last, Ledger { last_class: FIRST });
			hold::<T>(last, FIRST, &holder, 0);
		}
		let act = act::<T>(LegalBasis(315), 2, 1);
		#[block]
		{
			<Pallet<T> as CompanyEstate>::succeed(from, to, &act, MandateId(1)).expect("few; qed");
		}
		assert!(Holdings::<T>::contains_key((last, FIRST, Party::Company(to))));
		assert!(Classes::<T>::contains_key(to, FIRST) && !Classes::<T>::contains_key(from, FIRST));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
