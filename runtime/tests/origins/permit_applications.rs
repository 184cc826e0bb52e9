//! Applications for permits.

use super::{
	records_permits::{permit_party, running_application},
	Kind, Records, Row,
};
use crate::common::act;
use pallet_permit_applications::{
	types::{Decision, Judgment, TakeOver, Verdict},
	APPEAL, PROCEDURE, TAKE_OVER,
};
use polity_permit_procedure::Opinion;
use polity_primitives::{traits::PermitHolder, Act, Commitment, MinistryId, Power, Register};
use polity_runtime::{genesis_presets::well_known, Runtime};

type Call = pallet_permit_applications::Call<Runtime>;
type Error = pallet_permit_applications::Error<Runtime>;

const OFFICERS: [Kind; 2] = [Kind::PermitsExaminer, Kind::PermitsRegistrar];
const JUDGES: [Kind; 2] = [Kind::Judge, Kind::OtherJudge];

fn officers(call: Call, power: Power, past: &[Kind]) -> Row {
	Row::from_officers(call, Register::Permits, power, past)
}

fn examiners(call: Call) -> Row {
	officers(call, Power::Examine, &OFFICERS)
}

/// A call for the citizen, who has signed itself: for it nobody else does.
fn applicant(call: Call) -> Row {
	Row::from_accounts(call, &[Kind::Citizen], Error::NotTheRepresentative)
}

/// A call for the other citizen, for whom an officer may act, since it has not signed.
fn at_the_counter(call: Call) -> Row {
	let past = [&OFFICERS[..], &[Kind::OtherCitizen]].concat();
	officers(call, Power::Examine, &past)
}

/// An act on the application of the citizen, which was handed in and found complete.
fn on_application() -> Act {
	act(PROCEDURE.0, 2)
}

/// An act on the one that was entered at the counter.
fn on_entered() -> Act {
	act(PROCEDURE.0, 1)
}

/// Until it is complete.
fn intake(records: &Records) -> Vec<Row> {
	let records = &records.permits;
	let (kind, site, entered) = (records.kind_on_site, Some(records.site), records.entered);
	let [own, other] = [well_known::CITIZEN_1, well_known::CITIZEN_2]
		.map(|citizen| PermitHolder::Party(permit_party(&citizen)));
	let application = records.application;
	vec![
		applicant(Call::apply { act: act(PROCEDURE.0, 0), kind, applicant: own, site }),
		examiners(Call::enter { act: act(PROCEDURE.0, 0), kind, applicant: other, site }),
		examiners(Call::settle_fee { act: on_entered(), application: entered }),
		examiners(Call::return_dossier { act: on_entered(), application: entered }),
		applicant(Call::resubmit { act: on_application(), application }),
		at_the_counter(Call::resubmit { act: on_entered(), application: entered }),
		examiners(Call::complete {
			act: on_entered(),
			application: entered,
			site_right_attested: false,
		}),
		examiners(Call::take_case { act: on_application(), application }),
		examiners(Call::recommit {
			act: on_application(),
			application,
			commitment: Commitment::new([2; 32]).unwrap(),
		}),
		applicant(Call::withdraw { act: on_application(), application }),
		at_the_counter(Call::withdraw { act: on_entered(), application: entered }),
	]
}

/// From then on.
fn review(records: &Records) -> Vec<Row> {
	let (application, entered) = (records.permits.application, records.permits.entered);
	let grant =
		Decision::Grant { valid_from: None, valid_to: None, conditions: Default::default() };
	vec![
		examiners(Call::ask { act: on_application(), application }),
		applicant(Call::answer { act: on_application(), application }),
		at_the_counter(Call::answer { act: on_entered(), application: entered }),
		examiners(Call::extend { act: on_application(), application }),
		// The ministry that is asked answers by its officers of another register.
		Row::from_officers(
			Call::give_opinion {
				act: on_application(),
				application,
				ministry: MinistryId(3),
				opinion: Opinion::NoObjection,
			},
			Register::Land,
			Power::Examine,
			&[Kind::LandsExaminer, Kind::LandsRegistrar],
		),
		examiners(Call::recommend {
			act: on_application(),
			application,
			decision: Box::new(grant),
		}),
		officers(
			Call::decide { act: on_application(), application, verdict: Verdict::Approve },
			Power::Decide,
			&OFFICERS,
		),
		// The chain does what the law does by the clock: whoever says so only says it.
		Row::from_any_account(Call::do_due { application }),
	]
}

/// Before the court.
fn appeals(records: &Records) -> Vec<Row> {
	let (application, entered) = (records.permits.application, records.permits.entered);
	let courts = |call, past: &[Kind]| officers(call, Power::FreezeAsCourt, past);
	let everybody = [&JUDGES[..], &OFFICERS, &[Kind::OtherCitizen]].concat();
	vec![
		courts(
			Call::appeal { act: act(APPEAL.0, 2), application },
			&[&JUDGES[..], &[Kind::Citizen]].concat(),
		),
		courts(Call::appeal { act: act(APPEAL.0, 1), application: entered }, &everybody),
		courts(
			Call::prepare_judgment {
				act: act(APPEAL.0, 2),
				application,
				judgment: Box::new(Judgment::Uphold),
			},
			&JUDGES,
		),
		courts(
			Call::decide_appeal { act: act(APPEAL.0, 2), application, verdict: Verdict::Approve },
			&JUDGES,
		),
	]
}

fn take_overs(records: &Records) -> Vec<Row> {
	let (kind, site) = (records.permits.kind_on_site, Some(records.permits.site));
	let proposal = records.permits.application_proposal;
	let take_over = TakeOver { site, site_right_attested: true, ..running_application(kind) };
	let recorders = |call, past: &[Kind]| officers(call, Power::RecordExisting, past);
	vec![
		recorders(
			Call::propose_take_over { act: act(TAKE_OVER.0, 0), take_over: Box::new(take_over) },
			&[Kind::PermitsRecorder],
		),
		// Decided by who decides or who records, another than the maker.
		recorders(
			Call::decide_take_over {
				act: act(TAKE_OVER.0, 0),
				proposal,
				verdict: Verdict::Approve,
			},
			&[&OFFICERS[..], &[Kind::PermitsRecorder]].concat(),
		),
		Row::from_accounts(
			Call::withdraw_take_over { proposal },
			&[Kind::PermitsRecorder],
			Error::NotTheMaker,
		),
	]
}

pub fn rows(records: &Records) -> Vec<Row> {
	[intake(records), review(records), appeals(records), take_overs(records)]
		.into_iter()
		.flatten()
		.collect()
}
