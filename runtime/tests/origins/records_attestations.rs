//! Schemas, accreditations and attestations: those that the rows speak of, and how they are made.

use super::{records::make, Kind};
use crate::common::act;
use pallet_attestations::{
	types::{Change, Issuance, NewKey, StatusListId, Subject, Verdict},
	ACCREDITATION, ATTESTATION, COURT_ORDER, ISSUERS,
};
use polity_accreditation::{
	AccreditationId, AccreditationKind, Issued, KeyId, KeyKind, Level, ListUse, Purpose, Recovery,
	SchemaId, Scope, StatusPurpose,
};
use polity_primitives::{
	act::LegalBasis,
	ids::ProposalId,
	time::{Instant, MILLIS_PER_DAY},
	AccountId, Commitment, CompanyNumber, District, MinistryId, Party,
};
use polity_runtime::Runtime;
use sp_core::{sr25519, Pair, H256};
use sp_keyring::Ed25519Keyring;

/// The issuer's document, which is the first.
pub const ISSUER: pallet_attestations::types::IssuerId = pallet_attestations::types::IssuerId(1);
/// Its accreditation, below the root of the ministry of Interior.
pub const ACCREDITED: AccreditationId = AccreditationId(2);
/// The one schema.
pub const SCHEMA: SchemaId = SchemaId(1);
/// The list for single attestations.
pub const SINGLES: StatusListId = StatusListId(1);

/// From which secret each of them signs: who controls the issuer, and its two guardians.
pub const CONTROLLER: u8 = 25;
pub const GUARDIANS: [u8; 2] = [26, 27];

/// The key pair of one of them.
pub fn pair(secret: u8) -> sr25519::Pair {
	sr25519::Pair::from_seed(&[secret; 32])
}

/// The account.
pub fn account(secret: u8) -> AccountId {
	pair(secret).public().into()
}

/// What the register of attestations has for the calls to name.
pub struct AttestationRecords {
	/// Another schema that the first accreditor has prepared.
	pub schema_proposal: ProposalId,
	/// The revocation of the issuer's accreditation, which the same has prepared.
	pub revocation: ProposalId,
	/// The suspension of an attestation, which a court has prepared.
	pub suspension: ProposalId,
}

impl AttestationRecords {
	/// Makes them. The company attests.
	pub fn make(company: CompanyNumber) -> Self {
		found_issuer(company);
		attest(1, None, 0);
		Self {
			schema_proposal: prepare(Kind::Accreditor, ACCREDITATION, 0, schema(2)),
			revocation: prepare(Kind::Accreditor, ACCREDITATION, 1, revocation()),
			suspension: prepare(Kind::Judge, COURT_ORDER, 0, suspension()),
		}
	}
}

fn now() -> Instant {
	Instant::from_millis(pallet_timestamp::Now::<Runtime>::get())
}

fn in_days(days: u64) -> Instant {
	Instant::from_millis(now().as_millis() + days * MILLIS_PER_DAY)
}

/// A new schema by the hash of its text, for attestations of a year.
pub fn schema(hash: u8) -> Change {
	Change::SetSchema {
		schema: None,
		hash: H256::repeat_byte(hash),
		longest_millis: 365 * MILLIS_PER_DAY,
	}
}

/// A root of a ministry over the schema, for two years.
pub fn root(ministry: u16) -> Change {
	let holder = Party::State(MinistryId(ministry));
	Change::Accredit { parent: None, kind: AccreditationKind::Root, holder, scope: scope() }
}

fn scope() -> Scope {
	let mut schemas = sp_core::bounded::BoundedBTreeSet::new();
	schemas.try_insert(SCHEMA).unwrap();
	let (from, until) = (now(), in_days(730));
	Scope { schemas, district: District::NATIONAL, highest: Level::High, from, until }
}

/// The end of the issuer's accreditation.
pub fn revocation() -> Change {
	Change::Revoke { accreditation: ACCREDITED, issued: Issued::Keep }
}

/// The suspension of the first attestation, by a court.
pub fn suspension() -> Change {
	let (index, purpose) = (0, StatusPurpose::Suspension);
	Change::SetStatus { list: SINGLES, index, purpose, set: true, by_court: true }
}

/// A key that belongs to nobody else.
pub fn key(of: Ed25519Keyring) -> NewKey {
	NewKey {
		kind: KeyKind::Ed25519,
		purpose: Purpose::Assertion,
		public: of.to_raw_public().to_vec().try_into().unwrap(),
		from: None,
		until: None,
	}
}

/// Has an officer prepare a change.
fn prepare(who: Kind, basis: LegalBasis, seq: u32, change: Change) -> ProposalId {
	let act = act(basis.0, seq);
	make(who, pallet_attestations::Call::prepare { act, change: Box::new(change) });
	pallet_attestations::LastProposal::<Runtime>::get()
}

/// Has both accreditors make a change of something new.
fn make_change(basis: LegalBasis, change: Change) {
	let proposal = prepare(Kind::Accreditor, basis, 0, change);
	let verdict = Verdict::Approve;
	make(
		Kind::OtherAccreditor,
		pallet_attestations::Call::decide { act: act(basis.0, 0), proposal, verdict },
	);
}

/// Makes a company an issuer under the root of the ministry of Interior, with a status list.
pub fn found_issuer(company: CompanyNumber) {
	make_change(ACCREDITATION, schema(1));
	make_change(ACCREDITATION, root(1));
	let (kind, holder) = (AccreditationKind::Issuer, Party::Company(company));
	let parent = Some(AccreditationId(1));
	make_change(ACCREDITATION, Change::Accredit { parent, kind, holder, scope: scope() });
	let mut recovery = Recovery { guardians: Default::default(), quorum: 2 };
	for guardian in GUARDIANS.map(account) {
		recovery.guardians.try_insert(guardian).unwrap();
	}
	let controller = account(CONTROLLER);
	let (accreditation, key) = (ACCREDITED, key(Ed25519Keyring::Ferdie));
	make_change(ISSUERS, Change::OpenIssuer { accreditation, key, controller, recovery });
	make(
		Kind::IssuersController,
		pallet_attestations::Call::open_status_list {
			act: act(ATTESTATION.0, 0),
			accreditation: ACCREDITED,
			list_use: ListUse::Single,
		},
	);
}

/// What the issuer may attest, for half a year.
pub fn issuance() -> Issuance {
	Issuance {
		accreditation: ACCREDITED,
		schema: SCHEMA,
		schema_version: 1,
		district: District::NATIONAL,
		level: Level::High,
		key: KeyId(0),
		signed_at: now(),
		list: SINGLES,
		from: None,
		until: in_days(180),
	}
}

/// A commitment that no other attestation has.
pub fn commitment(number: u8) -> Commitment {
	Commitment::new([number; 32]).unwrap()
}

/// Has the issuer attest something, if of somebody whom everybody may know, of whom.
pub fn attest(number: u8, subject: Option<Subject>, status_index: u32) {
	make(
		Kind::IssuersController,
		pallet_attestations::Call::attest {
			act: act(ATTESTATION.0, 0),
			issuance: Box::new(issuance()),
			commitment: commitment(number),
			subject,
			status_index,
		},
	);
}
