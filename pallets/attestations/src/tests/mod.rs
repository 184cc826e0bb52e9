//! Tests by call, and what they share.

use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult, BoundedVec};
use polity_accreditation::{
	batch_leaf, AccreditationId, AccreditationKind, Batch, BatchError, ChainError, Claim, Ending,
	Issued, KeyId, KeyKind, Level, ListUse, Purpose, Recovery, SchemaId, Scope, Status,
	StatusPurpose,
};
use polity_primitives::{
	ids::{ProposalId, PublicBodyId},
	merkle,
	time::{Instant, MILLIS_PER_DAY},
	Commitment, CompanyNumber, District, DocumentCommitment, HashAlgorithm, LegalBasis, MinistryId,
	Party,
};
use sp_core::H256;

use crate::{
	endorsement, mock::*, types::*, Error, Event, Heads, IssuerVersions, LastProposal, Proposals,
	RecoveryApprovals,
};

mod about;
mod attest;
mod decide;
mod endorse;
mod evidence;
mod issuers;
mod officers;
mod prepare;
mod properties;
mod recovery;
mod state;
mod statuses;
mod withdraw;

fn at(millis: u64) -> Instant {
	Instant::from_millis(millis)
}

fn scope(schemas: &[u32], district: District, highest: Level, until: u64) -> Scope {
	let mut scope =
		Scope { schemas: Default::default(), district, highest, from: at(0), until: at(until) };
	for schema in schemas {
		scope.schemas.try_insert(SchemaId(*schema)).unwrap();
	}
	scope
}

fn schema(schema: Option<u32>, hash: u8) -> Change {
	Change::SetSchema {
		schema: schema.map(SchemaId),
		hash: H256::repeat_byte(hash),
		longest_millis: 500,
	}
}

fn accredit(parent: Option<u32>, kind: AccreditationKind, scope: Scope) -> Change {
	let holder = match kind {
		AccreditationKind::Root => Party::State(MinistryId(7)),
		AccreditationKind::Organisation => Party::PublicBody(PublicBodyId(8)),
		AccreditationKind::Issuer => university(),
	};
	Change::Accredit { parent: parent.map(AccreditationId), kind, holder, scope }
}

fn university() -> Party {
	Party::Company(CompanyNumber::from_serial(1_000_000_009).unwrap())
}

fn makers(change: &Change) -> [AccountId; 2] {
	match change {
		Change::SetSchema { .. } => [EXAMINER, DECIDER],
		Change::SetStatus { by_court: true, .. } => [COURT, SECOND_COURT],
		_ => [ACCREDITOR, SECOND_ACCREDITOR],
	}
}

fn basis(change: &Change) -> LegalBasis {
	match change {
		Change::OpenIssuer { .. } | Change::SetRecovery { .. } => ISSUERS,
		Change::SetStatus { by_court: true, .. } => COURT_ORDER,
		Change::SetStatus { .. } => ATTESTATION,
		_ => ACCREDITATION,
	}
}

/// An act on the statute of a change, which cites an order where one is due.
fn act_for(change: &Change, version: u32) -> polity_primitives::Act {
	let mut act = act_on(basis(change), version);
	if act.legal_basis == COURT_ORDER {
		let digest = Commitment::new([5; 32]).unwrap();
		let order = DocumentCommitment { algorithm: HashAlgorithm::Sha2_256, digest };
		act.documents.try_push(order).unwrap();
	}
	act
}

/// Prepares a change on the version that its record has.
fn prepare(who: AccountId, change: Change) -> DispatchResult {
	let act = act_for(&change, version(&change));
	Attestations::prepare(RuntimeOrigin::signed(who), act, Box::new(change))
}

fn version(change: &Change) -> u32 {
	let record = match change {
		Change::SetSchema { schema: Some(schema), .. } => RecordId::Schema(*schema),
		Change::Narrow { accreditation, .. } | Change::Revoke { accreditation, .. } => {
			RecordId::Accreditation(*accreditation)
		},
		Change::SetRecovery { issuer, .. } => RecordId::Issuer(*issuer),
		Change::SetStatus { list, index, .. } => RecordId::Status(*list, *index),
		_ => return 0,
	};
	seq(record)
}

fn seq(record: RecordId) -> u32 {
	Heads::<Test>::get(record).unwrap_or_default().seq
}

fn decide(who: AccountId, version: u32, verdict: Verdict) -> DispatchResult {
	let id = LastProposal::<Test>::get();
	let act = match Proposals::<Test>::get(id) {
		Some(proposal) => act_for(&proposal.change, version),
		None => act(version),
	};
	Attestations::decide(RuntimeOrigin::signed(who), act, id, verdict)
}

/// Prepares a change and approves it.
fn make(change: Change) -> DispatchResult {
	let ([maker, checker], version) = (makers(&change), version(&change));
	prepare(maker, change)?;
	decide(checker, version, Verdict::Approve)
}

fn key(seed: u8) -> NewKey {
	NewKey {
		kind: KeyKind::Ed25519,
		purpose: Purpose::Assertion,
		public: BoundedVec::try_from(vec![seed; 32]).unwrap(),
		from: None,
		until: None,
	}
}

fn recovery(guardians: &[AccountId], quorum: u32) -> Recovery {
	let mut recovery = Recovery { guardians: Default::default(), quorum };
	for guardian in guardians {
		recovery.guardians.try_insert(guardian.clone()).unwrap();
	}
	recovery
}

fn open(accreditation: u32, seed: u8, controller: AccountId) -> Change {
	Change::OpenIssuer {
		accreditation: AccreditationId(accreditation),
		key: key(seed),
		controller,
		recovery: recovery(&GUARDIANS, 2),
	}
}

fn endorse(who: AccountId, parent: u32, child: &Change) -> DispatchResult {
	let parent = AccreditationId(parent);
	let act = act(seq(RecordId::Accreditation(parent)));
	Attestations::endorse(RuntimeOrigin::signed(who), act, parent, endorsement(child))
}

/// The university, whose document is issuer 2.
const UNIVERSITY: IssuerId = IssuerId(2);
/// The list of the university for single attestations, and that for batches.
const SINGLES: StatusListId = StatusListId(1);
const BATCHES: StatusListId = StatusListId(2);

/// Schemas 1 and 2; root 1 over both, organisation 2 over the first, its issuer 3 in the city.
fn found() {
	assert_ok!(make(schema(None, 1)));
	assert_ok!(make(schema(None, 2)));
	let nation = District::NATIONAL;
	let root = scope(&[1, 2], nation, Level::High, 9_000);
	assert_ok!(make(accredit(None, AccreditationKind::Root, root)));
	let organisation = scope(&[1], nation, Level::Substantial, 8_000);
	assert_ok!(make(accredit(Some(1), AccreditationKind::Organisation, organisation)));
	assert_ok!(make(open(2, 8, ABOVE)));
	let issuer =
		accredit(Some(2), AccreditationKind::Issuer, scope(&[1], CITY, Level::Substantial, 7_000));
	assert_ok!(endorse(ABOVE, 2, &issuer));
	assert_ok!(make(issuer));
}

/// The same, and the university's document and status lists.
fn found_university() {
	found();
	assert_ok!(make(open(3, 9, CONTROLLER)));
	pass(1);
	for list_use in [ListUse::Single, ListUse::Batch] {
		let (origin, act) = (RuntimeOrigin::signed(CONTROLLER), act_on(ATTESTATION, 0));
		assert_ok!(Attestations::open_status_list(origin, act, AccreditationId(3), list_use));
	}
}

/// What the university may attest, from now on for 400 milliseconds.
fn issuance(list: StatusListId) -> Issuance {
	Issuance {
		accreditation: AccreditationId(3),
		schema: SchemaId(1),
		schema_version: 1,
		district: CITY,
		level: Level::Substantial,
		key: KeyId(0),
		signed_at: at(now()),
		list,
		from: None,
		until: at(now() + 400),
	}
}

fn commitment(number: u8) -> Commitment {
	Commitment::new([number; 32]).unwrap()
}

fn attest(who: AccountId, issuance: Issuance, number: u8, index: u32) -> DispatchResult {
	let (origin, act) = (RuntimeOrigin::signed(who), act_on(ATTESTATION, 0));
	Attestations::attest(origin, act, Box::new(issuance), commitment(number), None, index)
}

/// Attests with the controller, by the list for single attestations.
fn attest_one(number: u8, index: u32) -> DispatchResult {
	attest(CONTROLLER, issuance(SINGLES), number, index)
}

fn change_issuer(who: AccountId, change: IssuerChange) -> DispatchResult {
	let act = act_on(ISSUERS, seq(RecordId::Issuer(UNIVERSITY)));
	Attestations::change_issuer(RuntimeOrigin::signed(who), act, UNIVERSITY, Box::new(change))
}

fn set_status(
	who: AccountId,
	list: StatusListId,
	index: u32,
	purpose: StatusPurpose,
	set: bool,
) -> DispatchResult {
	let act = act_on(ATTESTATION, seq(RecordId::Status(list, index)));
	Attestations::set_status(RuntimeOrigin::signed(who), act, list, index, purpose, set)
}

fn by_officers(index: u32, purpose: StatusPurpose, set: bool, by_court: bool) -> Change {
	Change::SetStatus { list: SINGLES, index, purpose, set, by_court }
}

fn status(number: u8, millis: u64) -> Status {
	Attestations::status_at(commitment(number), at(millis)).unwrap()
}

fn allows(id: u32) -> Result<(), ChainError> {
	allows_at(id, Level::Substantial)
}

fn allows_at(id: u32, level: Level) -> Result<(), ChainError> {
	let claim = Claim { schema: SchemaId(1), district: CITY, level };
	Attestations::allows(AccreditationId(id), claim, at(now()))
}
