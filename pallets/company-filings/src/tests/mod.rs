//! Tests, by what they are about.

mod decide;
mod duties;
mod duties_properties;
mod examine;
mod file;
mod history;
mod laws;
mod overdue;
mod owners;
mod owners_properties;
mod ownership;
mod privacy;
mod record;
mod withdraw;

use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use polity_primitives::{
	ids::ProposalId,
	time::{CalendarDate, Instant, Period, MILLIS_PER_DAY},
	traits::CompanyPhase,
	Act, Commitment, CompanyNumber, District, DocumentCommitment, HashAlgorithm, Head, Party,
	StandingError,
};
use sp_core::H256;
use sp_runtime::DispatchError;

use crate::{
	acts::{FILINGS, OWNERSHIP, PARAMETERS},
	mock::*,
	types::*,
	Error, Event, FilingHeads, LastFiling, LastProposal, OwnershipHeads,
};

type Register = CompanyFilings;

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// The first instant of a day.
fn start_of(day: CalendarDate) -> Instant {
	Instant::from_millis(u64::try_from(day.days_since_epoch()).unwrap() * MILLIS_PER_DAY)
}

fn duty(
	filing_type: FilingType,
	due_after: DueAfter,
	within: Period,
	grace: Option<Period>,
) -> Duty {
	Duty { filing_type, due_after, within, grace }
}

/// In force from today: accounts within nine months and three of grace, a return within 14 days of the
/// anniversary and 28 of grace, changes of officers within 14 days, owners confirmed each year.
fn law() -> FilingLaw {
	FilingLaw {
		in_force_from: day(0),
		fiscal_year_end: (6, 30),
		duties: vec![
			duty(
				FilingType::AnnualAccounts,
				DueAfter::FiscalYearEnd,
				Period::Months(9),
				Some(Period::Months(3)),
			),
			duty(
				FilingType::AnnualReturn,
				DueAfter::Anniversary,
				Period::CalendarDays(14),
				Some(Period::CalendarDays(28)),
			),
			duty(
				FilingType::ChangeOfOfficers,
				DueAfter::StatedPeriod,
				Period::CalendarDays(14),
				None,
			),
		]
		.try_into()
		.unwrap(),
		ownership: Some(OwnershipDuty {
			first_within: Period::CalendarDays(28),
			stays_current: Period::Years(1),
			grace: Some(Period::CalendarDays(30)),
		}),
	}
}

fn propose_law(law: FilingLaw) -> Result<ProposalId, DispatchError> {
	let act = act(PARAMETERS, Register::filing_law_version(District::NATIONAL));
	Register::propose_law(signed(EXAMINER), act, District::NATIONAL, Box::new(law))?;
	Ok(LastProposal::<Test>::get())
}

fn decide_law_as(who: AccountId, id: ProposalId, verdict: Verdict) -> DispatchResult {
	let district = Register::proposal(id).map_or(District::NATIONAL, |found| found.district);
	let act = act(PARAMETERS, Register::filing_law_version(district));
	Register::decide_law(signed(who), act, id, verdict)
}

fn set_law(law: FilingLaw) -> DispatchResult {
	let id = propose_law(law)?;
	decide_law_as(DECIDER, id, Verdict::Approve)
}

/// Runs a test under [`law`].
fn under_law(test: impl FnOnce()) {
	build_and_execute(|| {
		assert_ok!(set_law(law()));
		test();
	});
}

fn commitment(seed: u32) -> Commitment {
	let mut bytes = [7; 32];
	bytes[..4].copy_from_slice(&seed.to_le_bytes());
	Commitment::new(bytes).unwrap()
}

fn document(seed: u32) -> DocumentCommitment {
	DocumentCommitment { algorithm: HashAlgorithm::Sha2_256, digest: commitment(seed) }
}

fn period(from: CalendarDate, to: CalendarDate) -> FiledPeriod {
	FiledPeriod { from, to }
}

fn content(
	filing_type: FilingType,
	period: FiledPeriod,
	amends: Option<FilingId>,
) -> FilingContent {
	FilingContent::Document { filing_type, period, document: document(1), amends }
}

/// The year of a company whose fiscal year is the calendar's.
fn year(year: i32) -> FiledPeriod {
	period(date(year, 1, 1), date(year, 12, 31))
}

fn accounts(of: i32) -> FilingContent {
	content(FilingType::AnnualAccounts, year(of), None)
}

/// Notice of a change of officers on a day.
fn notice(on: CalendarDate) -> FilingContent {
	content(FilingType::ChangeOfOfficers, period(on, on), None)
}

fn version_for(company: CompanyNumber, content: &FilingContent) -> u32 {
	match content {
		FilingContent::Document { .. } => 0,
		FilingContent::Ownership(_) => OwnershipHeads::<Test>::get(company).unwrap_or_default().seq,
	}
}

fn file_as(
	who: AccountId,
	company: CompanyNumber,
	content: FilingContent,
) -> Result<FilingId, DispatchError> {
	let act = act(content.legal_basis(), version_for(company, &content));
	Register::file(signed(who), act, company, Box::new(content))?;
	Ok(LastFiling::<Test>::get())
}

fn file(company: CompanyNumber, content: FilingContent) -> Result<FilingId, DispatchError> {
	file_as(ANN, company, content)
}

fn record_as(
	who: AccountId,
	company: CompanyNumber,
	content: FilingContent,
) -> Result<FilingId, DispatchError> {
	let act = act(content.legal_basis(), version_for(company, &content));
	Register::record_filing(signed(who), act, company, Box::new(content))?;
	Ok(LastFiling::<Test>::get())
}

fn version(id: FilingId) -> u32 {
	FilingHeads::<Test>::get(id).unwrap_or_default().seq
}

/// An act on a filing as it is now.
fn act_on(id: FilingId) -> Act {
	let basis = Register::filing(id).map_or(FILINGS, |found| found.record.content.legal_basis());
	act(basis, version(id))
}

fn examine_as(who: AccountId, id: FilingId, recommendation: Recommendation) -> DispatchResult {
	Register::examine_filing(signed(who), act_on(id), id, recommendation)
}

fn examine(id: FilingId, recommendation: Recommendation) -> DispatchResult {
	examine_as(EXAMINER, id, recommendation)
}

fn decide_as(who: AccountId, id: FilingId, decision: Decision) -> DispatchResult {
	Register::decide_filing(signed(who), act_on(id), id, decision)
}

fn decide(id: FilingId, decision: Decision) -> DispatchResult {
	decide_as(DECIDER, id, decision)
}

fn accept(id: FilingId) -> DispatchResult {
	examine(id, Recommendation::Accept)?;
	decide(id, Decision::Accept)
}

fn refuse(id: FilingId) -> DispatchResult {
	let reason = RefusalReason::NotSigned;
	examine(id, Recommendation::Refuse(reason))?;
	decide(id, Decision::Refuse(reason))
}

fn withdraw_as(who: AccountId, id: FilingId) -> DispatchResult {
	Register::withdraw_filing(signed(who), act_on(id), id)
}

fn state(id: FilingId) -> FilingState {
	Register::filing(id).unwrap().record.state
}

fn punctuality(id: FilingId) -> Option<Punctuality> {
	Register::filing(id).unwrap().record.punctuality
}

fn obligation(company: CompanyNumber, filing_type: FilingType) -> Option<Obligation> {
	let all = Register::obligations(company);
	all.into_iter().find(|owed| owed.filing_type == filing_type)
}

/// What is owed of the accounts.
fn owed(company: CompanyNumber) -> Obligation {
	obligation(company, FilingType::AnnualAccounts).unwrap()
}

fn last_event() -> Event<Test> {
	let RuntimeEvent::CompanyFilings(event) = System::events().pop().unwrap().event else {
		panic!("the last event is another pallet's")
	};
	event
}

/// An interest that is direct and nobody's beneficially.
fn interest(interest_type: InterestType, share: Option<Share>) -> Interest {
	Interest {
		interest_type,
		directness: Directness::Direct,
		beneficial_ownership_or_control: false,
		share,
		started_on: None,
		ended_on: None,
	}
}

/// So many millionths of the shares, directly and beneficially.
fn shares(share: u32) -> Interest {
	Interest {
		beneficial_ownership_or_control: true,
		..interest(InterestType::Shareholding, Some(Share::Exact(share)))
	}
}

fn relationship(subject: Subject, party: u32, interests: &[Interest]) -> Relationship {
	Relationship {
		subject,
		interested_party: InterestedParty::Record(RecordNumber(party)),
		interests: interests.to_vec().try_into().unwrap(),
		components: Default::default(),
		is_component: false,
	}
}

/// A relationship with nobody, for a reason.
fn nobody(reason: UnspecifiedReason) -> RecordDetails {
	RecordDetails::Relationship(Relationship {
		interested_party: InterestedParty::Unspecified(reason),
		..relationship(Subject::Company, 1, &[])
	})
}

fn owner(party: u32, interests: &[Interest]) -> RecordDetails {
	RecordDetails::Relationship(relationship(Subject::Company, party, interests))
}

fn person_record() -> RecordDetails {
	RecordDetails::Person { kind: PersonKind::KnownPerson, is_component: false }
}

fn entity(kind: EntityKind) -> RecordDetails {
	RecordDetails::Entity { kind, is_component: false }
}

/// Statements with commitments that begin at a seed.
fn stated(seed: u32, all: &[(u32, RecordStatus, RecordDetails)]) -> Vec<Statement> {
	let with_place = all.iter().cloned().zip(seed..);
	with_place
		.map(|((record, status, details), seed)| Statement {
			record: RecordNumber(record),
			status,
			details,
			commitment: commitment(seed),
		})
		.collect()
}

/// A person, and what it has of the shares.
fn one_owner(seed: u32, share: u32) -> FilingContent {
	let all = [
		(1, RecordStatus::New, person_record()),
		(2, RecordStatus::New, owner(1, &[shares(share)])),
	];
	FilingContent::Ownership(stated(seed, &all).try_into().unwrap())
}

fn confirmation() -> FilingContent {
	FilingContent::Ownership(Default::default())
}
