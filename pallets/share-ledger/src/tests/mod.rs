//! Tests, by what they are about.

mod acts;
mod capital;
mod consent;
mod estate;
mod freeze;
mod law;
mod limits;
mod properties;
mod proposals;
mod rules;
mod standing;
mod waiting;

use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use polity_primitives::{
	act::LegalBasis,
	ids::{PledgeId, ProposalId, ShareClassId},
	Act, Commitment, CompanyNumber, DocumentCommitment, HashAlgorithm, Party,
};
use polity_share_register::{Currency, Holding, Rescaling, TransferRule};
use sp_runtime::DispatchError;

use crate::{bases::*, mock::*, types::*, *};

const FIRST: ShareClassId = ShareClassId(1);
const SECOND: ShareClassId = ShareClassId(2);

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// The company whose shares most tests are about.
fn acme() -> CompanyNumber {
	company(1)
}

fn euros() -> Currency {
	"EUR".parse().unwrap()
}

fn version(company: CompanyNumber) -> u32 {
	LedgerHeads::<Test>::get(company).unwrap_or_default().seq
}

fn with_document(mut act: Act) -> Act {
	let digest = Commitment::new([5; 32]).unwrap();
	let document = DocumentCommitment { algorithm: HashAlgorithm::Sha2_256, digest };
	act.documents = vec![document].try_into().unwrap();
	act
}

fn open_class_as(transfer: TransferRule<polity_primitives::time::CalendarDate>) -> ShareAct {
	ShareAct::OpenClass {
		nominal: 100,
		currency: euros(),
		authorised: 1_000,
		votes_per_share: 1,
		transfer,
		pre_emption: false,
	}
}

fn open_class() -> ShareAct {
	open_class_as(TransferRule::Free)
}

fn allot(to: Party, shares: u64) -> ShareAct {
	let (paid, pre_emption) = (100 * u128::from(shares), PreEmption::Offered);
	ShareAct::Allot { class: FIRST, to, shares, paid, pre_emption }
}

fn transfer(from: Party, to: Party, shares: u64) -> ShareAct {
	transfer_of(from, to, SharesTaken::Free(shares))
}

fn transfer_of(from: Party, to: Party, taken: SharesTaken) -> ShareAct {
	ShareAct::Transfer { class: FIRST, from, to, taken, pre_emption: PreEmption::Offered }
}

fn partly(to: Party, shares: u64, paid: u128) -> ShareAct {
	ShareAct::Allot { class: FIRST, to, shares, paid, pre_emption: PreEmption::Offered }
}

fn pledge(holder: Party, pledgee: Party, shares: u64) -> ShareAct {
	ShareAct::Pledge { class: FIRST, holder, pledgee, shares }
}

fn propose_as(
	who: AccountId,
	act: Act,
	company: CompanyNumber,
	share_act: ShareAct,
	authority: Authority,
) -> Result<ProposalId, DispatchError> {
	ShareLedger::propose(signed(who), act, company, Box::new(share_act), authority)?;
	Ok(LastProposal::<Test>::get())
}

/// Prepares an act as the registrar.
fn propose(company: CompanyNumber, share_act: ShareAct) -> Result<ProposalId, DispatchError> {
	let basis = basis_of(&share_act, Authority::Registrar);
	let act = with_document(act_on(basis, version(company)));
	propose_as(EXAMINER, act, company, share_act, Authority::Registrar)
}

/// Prepares a court's order.
fn order(company: CompanyNumber, share_act: ShareAct) -> Result<ProposalId, DispatchError> {
	let basis = basis_of(&share_act, Authority::Court);
	let act = with_document(act_on(basis, version(company)));
	propose_as(JUDGE, act, company, share_act, Authority::Court)
}

fn basis_of_proposal(id: ProposalId) -> LegalBasis {
	Proposals::<Test>::get(id).unwrap().preparation.act.legal_basis
}

/// An act on what was prepared, as the record is now.
fn on(id: ProposalId) -> Act {
	let company = Proposals::<Test>::get(id).unwrap().company;
	act_on(basis_of_proposal(id), version(company))
}

/// An act of a party that was asked, on the version that it was asked on.
fn as_asked(id: ProposalId) -> Act {
	act_on(basis_of_proposal(id), Proposals::<Test>::get(id).unwrap().version)
}

fn agree(who: AccountId, id: ProposalId) -> DispatchResult {
	let matter = ShareLedger::matter(id).unwrap();
	ShareLedger::consent(signed(who), as_asked(id), id, matter)
}

fn decide(who: AccountId, id: ProposalId, verdict: Verdict) -> DispatchResult {
	ShareLedger::decide(signed(who), on(id), id, verdict).map(|_| ()).map_err(|error| error.error)
}

/// Lets everybody consent who has to.
fn everybody_consents(id: ProposalId) {
	for consenter in ShareLedger::consenters_of(id).unwrap() {
		match consenter {
			Consenter::Company(number) => resolve(number, ShareLedger::matter(id).unwrap()),
			Consenter::State(_) => {
				assert_ok!(agree(SEAT, id));
			},
			Consenter::Person(person) => {
				let account = (100..200).find(|account| tag(*account) == person);
				assert_ok!(agree(account.expect("a person with an account"), id));
			},
		}
	}
}

/// Does an act with all consents.
fn make(company: CompanyNumber, share_act: ShareAct) {
	let id = propose(company, share_act).unwrap();
	everybody_consents(id);
	assert_ok!(decide(DECIDER, id, Verdict::Approve));
}

/// What comes of an act with all consents, which is refused at the decision at the latest.
fn try_to(company: CompanyNumber, share_act: ShareAct) -> DispatchResult {
	let id = propose(company, share_act)?;
	everybody_consents(id);
	decide(DECIDER, id, Verdict::Approve)
}

fn holding(holder: Party) -> Option<Holding> {
	Some(ShareLedger::holding_of(acme(), FIRST, holder)?.holding)
}

fn shares(holder: Party) -> u64 {
	holding(holder).map_or(0, |holding| holding.shares)
}

fn class(class: ShareClassId) -> Class {
	Classes::<Test>::get(acme(), class).unwrap().terms
}

/// A company of which Anna holds 60 shares and Boris 40.
fn founded() {
	make(acme(), open_class());
	make(acme(), allot(person(ANNA), 60));
	make(acme(), allot(person(BORIS), 40));
}

fn last_event() -> Event<Test> {
	System::events()
		.into_iter()
		.rev()
		.find_map(|record| match record.event {
			RuntimeEvent::ShareLedger(event) => Some(event),
			_ => None,
		})
		.expect("an event")
}

fn backdated(mut act: Act) -> Act {
	act.effective_from = act.effective_from.checked_sub_days(1).unwrap();
	act
}

fn in_future(mut act: Act) -> Act {
	act.effective_from = act.effective_from.checked_add_days(1).unwrap();
	act
}
