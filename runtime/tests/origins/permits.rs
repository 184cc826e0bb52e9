//! The register of permits.

use super::{
	records_permits::{permit_party, running_permit, suspension, terms, version},
	Kind, Records, Row,
};
use crate::common::act;
use pallet_permits::types::{Verdict, HOLDERS_ACTS, SUPERVISION, TAKE_OVER, TYPES};
use polity_permit_procedure::InspectionResult;
use polity_primitives::{traits::PermitReference, District, Power, Register};
use polity_runtime::{genesis_presets::well_known, Runtime};

type Call = pallet_permits::Call<Runtime>;
type Error = pallet_permits::Error<Runtime>;

/// The version of the permit: taken over, and asked to pass to another.
const SEQ: u32 = 2;

fn officers(call: Call, power: Power, past: &[Kind]) -> Row {
	Row::from_officers(call, Register::Permits, power, past)
}

fn examiners(call: Call) -> Row {
	officers(call, Power::Examine, &[Kind::PermitsExaminer, Kind::PermitsRegistrar])
}

fn deciders(call: Call) -> Row {
	officers(call, Power::Decide, &[Kind::PermitsExaminer, Kind::PermitsRegistrar])
}

/// A call of the director of the company that holds the permit.
fn holder(call: Call) -> Row {
	Row::from_accounts(call, &[Kind::Citizen], Error::NotTheHolder)
}

pub fn rows(records: &Records) -> Vec<Row> {
	let records = &records.permits;
	let (kind, permit) = (records.kind, records.permit);
	let other = permit_party(&well_known::CITIZEN_2);
	vec![
		examiners(Call::prepare_type {
			act: act(TYPES.0, 0),
			kind: None,
			district: District::NATIONAL,
			version: Box::new(version(terms())),
		}),
		deciders(Call::decide_type {
			act: act(TYPES.0, 1),
			proposal: records.type_proposal,
			verdict: Verdict::Approve,
		}),
		Row::from_accounts(
			Call::withdraw_proposal { proposal: records.type_proposal },
			&[Kind::PermitsExaminer],
			Error::NotTheMaker,
		),
		examiners(Call::prepare_change {
			act: act(SUPERVISION.0, SEQ),
			permit: PermitReference::Numbered(permit),
			change: Box::new(suspension()),
		}),
		deciders(Call::decide_change {
			act: act(SUPERVISION.0, SEQ),
			proposal: records.change_proposal,
			verdict: Verdict::Approve,
		}),
		examiners(Call::record_inspection {
			act: act(SUPERVISION.0, SEQ),
			permit,
			at: 0,
			result: InspectionResult::Passed,
		}),
		holder(Call::surrender { act: act(HOLDERS_ACTS.0, SEQ), permit }),
		holder(Call::request_transfer { act: act(HOLDERS_ACTS.0, SEQ), permit, to: other.clone() }),
		Row::from_accounts(
			Call::endorse_transfer { act: act(HOLDERS_ACTS.0, SEQ), permit },
			&[Kind::OtherCitizen],
			Error::NotTheNewHolder,
		),
		holder(Call::request_renewal { act: act(HOLDERS_ACTS.0, SEQ), permit, valid_to: None }),
		holder(Call::withdraw_request { act: act(HOLDERS_ACTS.0, SEQ), permit }),
		officers(
			Call::propose_take_over {
				act: act(TAKE_OVER.0, 0),
				take_over: Box::new(running_permit(kind, other)),
			},
			Power::RecordExisting,
			&[Kind::PermitsRecorder],
		),
		deciders(Call::decide_take_over {
			act: act(TAKE_OVER.0, 0),
			proposal: records.permit_proposal,
			verdict: Verdict::Approve,
		}),
	]
}
