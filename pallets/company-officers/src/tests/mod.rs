//! Tests, by what they are about.

mod boards;
mod disqualifications;
mod officers;
mod proposals;
mod resolutions;
mod rules;

use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use polity_primitives::{
	ids::ProposalId,
	traits::{CompanyPhase, FoundingBoard, SigningRule},
	Act, CompanyNumber, District, Head, MandateId, Party, StandingError, Tag,
};
use sp_core::H256;
use sp_runtime::DispatchError;

use crate::{
	acts::{ADOPTION, COURT_ORDER, OFFICERS, RESOLUTION},
	mock::*,
	types::*,
	BoardHeads, Boards, Error, Event, LastProposal, Resolutions,
};

type Officers = CompanyOfficers;

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

fn person(number: u64) -> Party {
	Party::Person(tag(number))
}

fn founding(directors: &[u64], signing: SigningRule) -> FoundingBoard {
	let directors: Vec<_> = directors.iter().map(|number| tag(*number)).collect();
	FoundingBoard { directors: directors.try_into().unwrap(), signing }
}

fn found_with(company: CompanyNumber, board: &FoundingBoard) -> DispatchResult {
	use polity_primitives::traits::CompanyOfficers as Founds;

	let act = act(polity_primitives::LegalBasis(302), 0);
	<Officers as Founds>::found(company, District::NATIONAL, board, &act, MandateId(2))
}

/// A live company with these directors.
fn found(directors: &[u64], signing: SigningRule) -> CompanyNumber {
	let company = register(CompanyPhase::Live);
	assert_ok!(found_with(company, &founding(directors, signing)));
	company
}

fn version(company: CompanyNumber) -> u32 {
	BoardHeads::<Test>::get(company).unwrap_or_default().seq
}

/// An officer from today on.
fn officer(role: Role, party: Party) -> Officer {
	Officer { role, party, from: day(0), to: None }
}

fn basis_of(change: &BoardChange, authority: Authority) -> polity_primitives::LegalBasis {
	match (authority, change) {
		(Authority::Court, _) => COURT_ORDER,
		(_, BoardChange::Adopt(_)) => ADOPTION,
		_ => OFFICERS,
	}
}

fn propose_as(
	who: AccountId,
	company: CompanyNumber,
	change: BoardChange,
	authority: Authority,
) -> Result<ProposalId, DispatchError> {
	let act = act(basis_of(&change, authority), version(company));
	Officers::propose_change(signed(who), act, company, Box::new(change), authority)?;
	Ok(LastProposal::<Test>::get())
}

fn propose(company: CompanyNumber, change: BoardChange) -> Result<ProposalId, DispatchError> {
	propose_as(EXAMINER, company, change, Authority::Registrar)
}

fn decide_as(who: AccountId, id: ProposalId, verdict: Verdict) -> DispatchResult {
	let proposal = Officers::proposal(id).ok_or(Error::<Test>::ProposalNotFound)?;
	let act = act(proposal.matter.legal_basis(), Officers::version_of(&proposal.matter));
	Officers::decide_proposal(signed(who), act, id, verdict)
}

/// Makes a change that two officers of the registrar agree on.
fn change(company: CompanyNumber, change: BoardChange) -> DispatchResult {
	let id = propose(company, change)?;
	decide_as(DECIDER, id, Verdict::Approve)
}

fn appoint(company: CompanyNumber, role: Role, party: Party) -> DispatchResult {
	change(company, BoardChange::Appoint(officer(role, party)))
}

fn remove(company: CompanyNumber, role: Role, party: Party, on: i32) -> DispatchResult {
	change(company, BoardChange::Remove { role, party, on: day(on) })
}

fn directors(company: CompanyNumber, on: i32) -> usize {
	let officers = Officers::officers_in_office(company, day(on));
	officers.iter().filter(|officer| officer.role == Role::Director).count()
}

/// Has two judges bar a person, or end that.
fn disqualify(number: u64, until: Option<i32>) -> DispatchResult {
	let head: Head = crate::DisqualificationHeads::<Test>::get(tag(number)).unwrap_or_default();
	let act = act(COURT_ORDER, head.seq);
	let until = until.map(day);
	Officers::propose_disqualification(signed(JUDGE), act, tag(number), until)?;
	decide_as(OTHER_JUDGE, LastProposal::<Test>::get(), Verdict::Approve)
}

fn last_event() -> Event<Test> {
	let RuntimeEvent::CompanyOfficers(event) = System::events().pop().unwrap().event else {
		panic!("the last event is another pallet's")
	};
	event
}
