//! How heavy the calls are, at their heaviest: a company under as many laws as a district can have, with
//! a full board, and half of the records of owners that it can have before others are stated.

use alloc::{boxed::Box, vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use polity_primitives::{
	act::{LegalBasis, RequestId, MAX_DOCUMENTS},
	ids::{FilingId, MandateId, ProposalId},
	time::{CalendarDate, Instant, Period, MILLIS_PER_DAY},
	traits::{
		Companies, CompanyOfficers, FoundingBoard, LegalClock, MandateAuthority, Persons,
		SigningRule, MAX_FOUNDING_DIRECTORS,
	},
	Act, Commitment, CompanyNumber, District, DocumentCommitment, HashAlgorithm, Power, Register,
	RuleVersion, Tag,
};

use crate::{
	acts::{FILINGS, OWNERSHIP, PARAMETERS},
	types::*,
	Call, Config, FilingLaws, LastFiling, LastProposal, LawHeads, Ownership, Pallet,
};

/// What the benchmarks need from the runtime.
pub trait BenchmarkHelper {
	/// Sets the time of the block.
	fn set_now(now: Instant);
}

/// 2026-11-22T12:00:00Z.
const START: Instant = Instant::from_millis(1_795_348_800_000);
/// Three years later: accounts of a company that was founded then are long overdue.
const LATER: u64 = 3 * 366;
/// The year from which on there was a law, and then another every year.
const FIRST_LAW: i32 = 1990;

/// The records that are live before others are stated: a person, components, and relationships.
const LIVE: u32 = MAX_LIVE_RECORDS - MAX_STATEMENTS;
const PERSON: RecordNumber = RecordNumber(1);

type Account<T> = <T as frame_system::Config>::AccountId;

fn tag(place: u32) -> Tag {
	let mut bytes = [0xA7; 32];
	bytes[..4].copy_from_slice(&place.to_be_bytes());
	Tag::new(bytes).expect("not zero; qed")
}

fn commitment(seed: u32) -> Commitment {
	let mut bytes = [5; 32];
	bytes[..4].copy_from_slice(&seed.to_be_bytes());
	Commitment::new(bytes).expect("not zero; qed")
}

fn document() -> DocumentCommitment {
	DocumentCommitment { algorithm: HashAlgorithm::Sha2_256, digest: commitment(0) }
}

/// An act with as many documents as it can have.
fn act<T: Config>(legal_basis: LegalBasis, request: u32, expected_version: u32) -> Act {
	let mut bytes = [0xB5; 16];
	bytes[..4].copy_from_slice(&request.to_le_bytes());
	Act {
		legal_basis,
		rule_version: RuleVersion::CURRENT,
		documents: vec![document(); MAX_DOCUMENTS as usize].try_into().expect("the bound; qed"),
		request: RequestId::new(bytes).expect("not zero; qed"),
		expected_version,
		effective_from: T::Clock::today(Register::Business, District::NATIONAL),
	}
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

fn day(year: i32) -> CalendarDate {
	CalendarDate::from_ymd(year, 1, 1).expect("a day; qed")
}

/// A law with a duty of every type.
fn law(in_force_from: CalendarDate) -> FilingLaw {
	let duties = FilingType::ALL.map(|filing_type| Duty {
		filing_type,
		due_after: match filing_type {
			FilingType::AnnualAccounts => DueAfter::FiscalYearEnd,
			FilingType::AnnualReturn => DueAfter::Anniversary,
			_ => DueAfter::StatedPeriod,
		},
		within: Period::Months(9),
		grace: Some(Period::Months(3)),
	});
	FilingLaw {
		in_force_from,
		fiscal_year_end: (12, 31),
		duties: duties.to_vec().try_into().expect("the bound; qed"),
		ownership: Some(OwnershipDuty {
			first_within: Period::Months(1),
			stays_current: Period::Years(1),
			grace: Some(Period::Months(1)),
		}),
	}
}

/// So many laws of the country.
fn set_laws<T: Config>(count: u32) {
	T::BenchmarkHelper::set_now(START);
	let laws = (0..count as i32).map(|place| law(day(FIRST_LAW + place)));
	let laws: Laws = laws.collect::<Vec<_>>().try_into().expect("the bound; qed");
	FilingLaws::<T>::insert(District::NATIONAL, laws);
}

/// A law that comes into force after all others, prepared.
fn law_proposed<T: Config>() -> ProposalId {
	set_laws::<T>(MAX_LAWS - 1);
	Pallet::<T>::propose_law(
		RawOrigin::Signed(maker::<T>()).into(),
		act::<T>(PARAMETERS, 10, 0),
		District::NATIONAL,
		Box::new(law(day(2030))),
	)
	.expect("the law holds; qed");
	LastProposal::<T>::get()
}

/// The last of the directors of a company, who signs.
fn director<T: Config>() -> Account<T> {
	account("director", MAX_FOUNDING_DIRECTORS - 1, 0)
}

/// A company with a full board under as many laws as there can be, some years after its foundation.
fn company<T: Config>() -> CompanyNumber {
	set_laws::<T>(MAX_LAWS);
	let company = T::Companies::register_for_benchmark(District::NATIONAL);
	let directors = (0..MAX_FOUNDING_DIRECTORS).map(|place| {
		let who: Account<T> = account("director", place, 0);
		T::Persons::enrol_for_benchmark(Register::Business, tag(place), Some(who));
		tag(place)
	});
	let board = FoundingBoard {
		directors: directors.collect::<Vec<_>>().try_into().expect("the bound; qed"),
		signing: SigningRule::Sole,
	};
	let founding = act::<T>(FILINGS, 1, 0);
	T::Officers::found(company, District::NATIONAL, &board, &founding, MandateId(1))
		.expect("the persons are enrolled; qed");
	let now = START.checked_add_millis(LATER * MILLIS_PER_DAY).expect("not the last; qed");
	T::BenchmarkHelper::set_now(now);
	company
}

/// The accounts that a company owes.
fn accounts<T: Config>(company: CompanyNumber) -> FilingContent {
	let obligations = Pallet::<T>::obligations(company);
	let owed = obligations
		.into_iter()
		.find(|owed| owed.filing_type == FilingType::AnnualAccounts)
		.expect("the law asks for them; qed");
	FilingContent::Document {
		filing_type: FilingType::AnnualAccounts,
		period: owed.period,
		document: document(),
		amends: None,
	}
}

/// Everything that a person can have of a company, in the smallest share, through as many components
/// as can be named.
fn relationship() -> RecordDetails {
	let interests = InterestType::ALL.into_iter().filter(|kind| kind.is_divisible());
	let interests = interests.map(|interest_type| Interest {
		interest_type,
		directness: Directness::Direct,
		beneficial_ownership_or_control: true,
		share: Some(Share::Exact(1)),
		started_on: Some(day(FIRST_LAW)),
		ended_on: None,
	});
	let components = (0..MAX_COMPONENTS).map(|place| RecordNumber(PERSON.0 + 1 + place));
	RecordDetails::Relationship(Relationship {
		subject: Subject::Company,
		interested_party: InterestedParty::Record(PERSON),
		interests: interests.collect::<Vec<_>>().try_into().expect("the bound; qed"),
		components: components.collect::<Vec<_>>().try_into().expect("the bound; qed"),
		is_component: false,
	})
}

/// A company of which as much is stated as leaves room for as many statements as can be.
fn stated<T: Config>() -> CompanyNumber {
	let company = company::<T>();
	let live = (1..=LIVE).map(|number| {
		let details = match number {
			1 => RecordDetails::Person { kind: PersonKind::KnownPerson, is_component: false },
			_ if number <= PERSON.0 + MAX_COMPONENTS => {
				RecordDetails::Entity { kind: EntityKind::LegalEntity, is_component: true }
			},
			_ => relationship(),
		};
		LiveRecord { record: RecordNumber(number), statement: number, details }
	});
	let record = OwnershipRecord {
		last_record: LIVE,
		last_statement: LIVE,
		live: live.collect::<Vec<_>>().try_into().expect("the bound; qed"),
		confirmed_at: Some(START),
	};
	Ownership::<T>::insert(company, record);
	company
}

/// So many new relationships; a confirmation, if none.
fn statements(count: u32) -> FilingContent {
	let all = (1..=count).map(|place| Statement {
		record: RecordNumber(LIVE + place),
		status: RecordStatus::New,
		details: relationship(),
		commitment: commitment(place),
	});
	FilingContent::Ownership(all.collect::<Vec<_>>().try_into().expect("the bound; qed"))
}

/// As many statements as can be, handed in by a director.
fn filed<T: Config>() -> FilingId {
	let company = stated::<T>();
	Pallet::<T>::file(
		RawOrigin::Signed(director::<T>()).into(),
		act::<T>(OWNERSHIP, 20, 0),
		company,
		Box::new(statements(MAX_STATEMENTS)),
	)
	.expect("it can be stated; qed");
	LastFiling::<T>::get()
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn propose_law() {
		set_laws::<T>(MAX_LAWS - 1);
		let (caller, act) = (maker::<T>(), act::<T>(PARAMETERS, 2, 0));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, District::NATIONAL, Box::new(law(day(2030))));
		assert_eq!(LastProposal::<T>::get(), ProposalId(1));
	}

	#[benchmark]
	fn decide_law() {
		let proposal = law_proposed::<T>();
		let (caller, act) = (checker::<T>(), act::<T>(PARAMETERS, 2, 0));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, proposal, Verdict::Approve);
		assert!(LawHeads::<T>::contains_key(District::NATIONAL));
	}

	#[benchmark]
	fn withdraw_proposal() {
		let proposal = law_proposed::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(maker::<T>()), proposal);
		assert!(Pallet::<T>::proposal(proposal).is_none());
	}

	#[benchmark]
	fn file_document() {
		let company = company::<T>();
		let content = Box::new(accounts::<T>(company));
		let (caller, act) = (director::<T>(), act::<T>(FILINGS, 2, 0));
		#[extrinsic_call]
		file(RawOrigin::Signed(caller), act, company, content);
		assert_eq!(LastFiling::<T>::get(), FilingId(1));
	}

	#[benchmark]
	fn file_statements(s: Linear<0, MAX_STATEMENTS>) {
		let company = stated::<T>();
		let (caller, act) = (director::<T>(), act::<T>(OWNERSHIP, 2, 0));
		#[extrinsic_call]
		file(RawOrigin::Signed(caller), act, company, Box::new(statements(s)));
		assert_eq!(LastFiling::<T>::get(), FilingId(1));
	}

	#[benchmark]
	fn record_document() {
		let company = company::<T>();
		let content = Box::new(accounts::<T>(company));
		let (caller, act) = (maker::<T>(), act::<T>(FILINGS, 2, 0));
		#[extrinsic_call]
		record_filing(RawOrigin::Signed(caller), act, company, content);
		assert_eq!(LastFiling::<T>::get(), FilingId(1));
	}

	#[benchmark]
	fn record_statements(s: Linear<0, MAX_STATEMENTS>) {
		let company = stated::<T>();
		let (caller, act) = (maker::<T>(), act::<T>(OWNERSHIP, 2, 0));
		#[extrinsic_call]
		record_filing(RawOrigin::Signed(caller), act, company, Box::new(statements(s)));
		assert_eq!(LastFiling::<T>::get(), FilingId(1));
	}

	#[benchmark]
	fn examine_filing() {
		let filing = filed::<T>();
		let (caller, act) = (maker::<T>(), act::<T>(OWNERSHIP, 2, 1));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, filing, Recommendation::Accept);
		let examined = FilingState::Examined(Recommendation::Accept);
		assert_eq!(Pallet::<T>::filing(filing).map(|filing| filing.record.state), Some(examined));
	}

	#[benchmark]
	fn decide_filing() {
		let filing = filed::<T>();
		let examiner = RawOrigin::Signed(maker::<T>()).into();
		let examination = act::<T>(OWNERSHIP, 3, 1);
		Pallet::<T>::examine_filing(examiner, examination, filing, Recommendation::Accept)
			.expect("it waits; qed");
		let (caller, act) = (checker::<T>(), act::<T>(OWNERSHIP, 2, 2));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, filing, Decision::Accept);
		let state = Pallet::<T>::filing(filing).map(|filing| filing.record.state);
		assert_eq!(state, Some(FilingState::Accepted));
	}

	#[benchmark]
	fn withdraw_filing() {
		let filing = filed::<T>();
		let (caller, act) = (director::<T>(), act::<T>(OWNERSHIP, 2, 1));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, filing);
		let state = Pallet::<T>::filing(filing).map(|filing| filing.record.state);
		assert_eq!(state, Some(FilingState::Withdrawn));
	}

	#[benchmark]
	fn report_overdue() {
		let company = company::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(director::<T>()), company);
		let phase = T::Companies::profile(company).map(|profile| profile.phase);
		assert_eq!(phase, Some(polity_primitives::traits::CompanyPhase::Suspended));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
