//! Tests by call, and what they share.

use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use polity_accreditation::{
	AccreditationId, AccreditationKind, ChainError, Claim, Issued, Level, SchemaId, Scope,
};
use polity_primitives::{
	ids::ProposalId,
	time::{Instant, MILLIS_PER_DAY},
	District, MinistryId, Party,
};
use sp_core::H256;

use crate::{mock::*, types::*, Error, Event, Heads, LastProposal, Proposals};

mod decide;
mod prepare;
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
	let holder = Party::State(MinistryId(7));
	Change::Accredit { parent: parent.map(AccreditationId), kind, holder, scope }
}

fn makers(change: &Change) -> [AccountId; 2] {
	match change {
		Change::SetSchema { .. } => [EXAMINER, DECIDER],
		_ => [ACCREDITOR, SECOND_ACCREDITOR],
	}
}

/// Prepares a change on the version that its record has.
fn prepare(who: AccountId, change: Change) -> DispatchResult {
	let version = version(&change);
	Attestations::prepare(RuntimeOrigin::signed(who), act(version), Box::new(change))
}

fn version(change: &Change) -> u32 {
	let record = match change {
		Change::SetSchema { schema: Some(schema), .. } => RecordId::Schema(*schema),
		Change::Narrow { accreditation, .. } | Change::Revoke { accreditation, .. } => {
			RecordId::Accreditation(*accreditation)
		},
		_ => return 0,
	};
	Heads::<Test>::get(record).unwrap_or_default().seq
}

fn decide(who: AccountId, version: u32, verdict: Verdict) -> DispatchResult {
	let id = LastProposal::<Test>::get();
	Attestations::decide(RuntimeOrigin::signed(who), act(version), id, verdict)
}

/// Prepares a change and approves it.
fn make(change: Change) -> DispatchResult {
	let ([maker, checker], version) = (makers(&change), version(&change));
	prepare(maker, change)?;
	decide(checker, version, Verdict::Approve)
}

/// Schemas 1 and 2; root 1 over both, organisation 2 over the first, its issuer 3 in the city.
fn found() {
	assert_ok!(make(schema(None, 1)));
	assert_ok!(make(schema(None, 2)));
	let nation = District::NATIONAL;
	let root = scope(&[1, 2], nation, Level::High, 9_000);
	assert_ok!(make(accredit(None, AccreditationKind::Root, root)));
	let organisation = scope(&[1], nation, Level::Substantial, 8_000);
	assert_ok!(make(accredit(Some(1), AccreditationKind::Organisation, organisation)));
	let issuer = scope(&[1], CITY, Level::Substantial, 7_000);
	assert_ok!(make(accredit(Some(2), AccreditationKind::Issuer, issuer)));
}

fn allows(id: u32) -> Result<(), ChainError> {
	allows_at(id, Level::Substantial)
}

fn allows_at(id: u32, level: Level) -> Result<(), ChainError> {
	let claim = Claim { schema: SchemaId(1), district: CITY, level };
	Attestations::allows(AccreditationId(id), claim, at(now()))
}
