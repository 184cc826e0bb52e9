//! The land cadastre.

use super::{Kind, Records, Row};
use crate::common::act;
use pallet_land_cadastre::{
	types::{Registration, RowDefect, Verdict, WorkBound},
	FIRST_REGISTRATION, PARAMETERS, SURVEY, TAKE_OVER,
};
use polity_primitives::{District, Power, Register};
use polity_runtime::Runtime;
use sp_core::H256;

type Call = pallet_land_cadastre::Call<Runtime>;
type Error = pallet_land_cadastre::Error<Runtime>;

fn officers(call: Call, power: Power, past: &[Kind]) -> Row {
	Row::from_officers(call, Register::Land, power, past)
}

/// Those who can be told apart from the surveyor who has prepared it.
fn registrars(call: Call) -> Row {
	officers(call, Power::Decide, &[Kind::LandsRegistrar])
}

fn recorders(call: Call) -> Row {
	officers(call, Power::RecordExisting, &[Kind::LandsRecorder])
}

pub fn rows(records: &Records) -> Vec<Row> {
	let (campaign, proposal) = (records.parcel_campaign, records.registration);
	let (survey, surveyed) = (records.survey.clone(), records.survey_proposal);
	let version = 1;
	let bound = WorkBound::default();
	let parcel = records.parcel.clone();
	vec![
		officers(
			Call::propose_law { act: act(PARAMETERS.0, 0), law: records.cadastre_law.clone() },
			Power::Examine,
			&[Kind::LandsExaminer, Kind::LandsRegistrar],
		),
		officers(
			Call::propose_registration {
				act: act(FIRST_REGISTRATION.0, 0),
				registration: Box::new(Registration { district: District::NATIONAL, parcel }),
				bound,
			},
			Power::Survey,
			&[Kind::Surveyor],
		),
		registrars(Call::decide_proposal {
			act: act(FIRST_REGISTRATION.0, 0),
			proposal,
			verdict: Verdict::Reject,
			bound,
		}),
		officers(
			Call::propose_survey {
				act: act(SURVEY.0, version),
				change: Box::new(survey.clone()),
				bound,
			},
			Power::Survey,
			&[Kind::Surveyor],
		),
		registrars(Call::decide_survey {
			act: act(SURVEY.0, version),
			proposal: surveyed,
			verdict: Verdict::Reject,
			bound,
		}),
		registrars(Call::approve_in_steps { act: act(FIRST_REGISTRATION.0, 0), proposal, bound }),
		officers(
			Call::enter_ground { parcel: records.registered_parcel, bound },
			Power::Survey,
			&[Kind::Surveyor],
		),
		Row::from_accounts(
			Call::withdraw_proposal { proposal },
			&[Kind::Surveyor],
			Error::NotTheMaker,
		),
		recorders(Call::open_campaign {
			act: act(TAKE_OVER.0, 0),
			root: H256::repeat_byte(1),
			rows: 1,
			district: District::NATIONAL,
		}),
		recorders(Call::import_parcels { campaign, rows: Default::default(), bound }),
		recorders(Call::refuse_row {
			campaign,
			row: 0,
			leaf: H256::repeat_byte(1),
			defect: RowDefect::Unreadable,
			proof: Default::default(),
		}),
		registrars(Call::seal_campaign { act: act(TAKE_OVER.0, 1), campaign }),
	]
}
