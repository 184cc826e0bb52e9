//! The register of attestations.

use super::{
	records_attestations::{
		commitment, issuance, key, root, schema, suspension, ACCREDITED, ISSUER, SINGLES,
	},
	Kind, Records, Row,
};
use crate::common::act;
use pallet_attestations::{
	types::{Change, IssuerChange, Verdict},
	ACCREDITATION, ATTESTATION, COURT_ORDER, ISSUERS,
};
use polity_accreditation::{Batch, ListUse, StatusPurpose};
use polity_primitives::{act::LegalBasis, AccountId, Power, Register};
use polity_runtime::Runtime;
use sp_core::H256;
use sp_keyring::Ed25519Keyring;

type Call = pallet_attestations::Call<Runtime>;
type Error = pallet_attestations::Error<Runtime>;

fn officers(call: Call, power: Power, past: &[Kind]) -> Row {
	Row::from_officers(call, Register::Attestations, power, past)
}

fn accreditors(call: Call) -> Row {
	officers(call, Power::Accredit, &[Kind::Accreditor, Kind::OtherAccreditor])
}

fn courts(call: Call) -> Row {
	officers(call, Power::FreezeAsCourt, &[Kind::Judge, Kind::OtherJudge])
}

/// A call of the account that controls the issuer.
fn controller(call: Call) -> Row {
	Row::from_accounts(call, &[Kind::IssuersController], Error::NotController)
}

/// What officers change, by whom each change is made.
fn changes(records: &Records) -> Vec<Row> {
	let records = &records.attestations;
	let prepare = |basis: LegalBasis, seq, change: Change| Call::prepare {
		act: act(basis.0, seq),
		change: Box::new(change),
	};
	let decide = |basis: LegalBasis, seq, proposal| Call::decide {
		act: act(basis.0, seq),
		proposal,
		verdict: Verdict::Approve,
	};
	vec![
		officers(prepare(ACCREDITATION, 0, schema(3)), Power::Examine, &[Kind::Accreditor]),
		accreditors(prepare(ACCREDITATION, 0, root(4))),
		courts(prepare(COURT_ORDER, 0, suspension())),
		officers(
			decide(ACCREDITATION, 0, records.schema_proposal),
			Power::Decide,
			&[Kind::OtherAccreditor],
		),
		accreditors(decide(ACCREDITATION, 1, records.revocation)),
		courts(decide(COURT_ORDER, 0, records.suspension)),
		Row::from_accounts(
			Call::withdraw { proposal: records.schema_proposal },
			&[Kind::Accreditor],
			Error::NotTheMaker,
		),
	]
}

/// What an issuer does, by its controllers and guardians.
fn issuers() -> Vec<Row> {
	let on_document = || act(ISSUERS.0, 1);
	let issue = || act(ATTESTATION.0, 0);
	let another = || AccountId::new([46; 32]);
	vec![
		controller(Call::endorse {
			act: act(ACCREDITATION.0, 1),
			parent: ACCREDITED,
			child: H256::repeat_byte(1),
		}),
		controller(Call::change_issuer {
			act: on_document(),
			issuer: ISSUER,
			change: Box::new(IssuerChange::AddController(another())),
		}),
		Row::from_accounts(
			Call::approve_recovery {
				act: on_document(),
				issuer: ISSUER,
				controller: another(),
				key: Box::new(key(Ed25519Keyring::One)),
			},
			&[Kind::IssuersGuardian],
			Error::NotGuardian,
		),
		controller(Call::open_status_list {
			act: issue(),
			accreditation: ACCREDITED,
			list_use: ListUse::Batch,
		}),
		controller(Call::attest {
			act: issue(),
			issuance: Box::new(issuance()),
			commitment: commitment(2),
			subject: None,
			status_index: 1,
		}),
		controller(Call::attest_batch {
			act: issue(),
			issuance: Box::new(issuance()),
			batch: Batch { root: H256::repeat_byte(2), leaves: 2 },
			decoys: 0,
		}),
		controller(Call::set_status {
			act: issue(),
			list: SINGLES,
			index: 0,
			purpose: StatusPurpose::Revocation,
			set: true,
		}),
	]
}

pub fn rows(records: &Records) -> Vec<Row> {
	[changes(records), issuers()].into_iter().flatten().collect()
}
