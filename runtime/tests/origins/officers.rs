//! The officers of companies.

use super::{records::appointment, Kind, Records, Row};
use crate::common::act;
use pallet_company_officers::{
	types::{Authority, BoardChange, Role, Verdict},
	COURT_ORDER, OFFICERS, RESOLUTION,
};
use polity_primitives::{traits::SigningRule, Power, Register};
use polity_runtime::Runtime;

type Call = pallet_company_officers::Call<Runtime>;
type Error = pallet_company_officers::Error<Runtime>;

fn officers(call: Call, power: Power, past: &[Kind]) -> Row {
	Row::from_officers(call, Register::Business, power, past)
}

fn courts(call: Call) -> Row {
	officers(call, Power::FreezeAsCourt, &[Kind::Judge, Kind::OtherJudge])
}

/// A call of the company's director, which another person is refused by one name, and whoever is not
/// enrolled by another.
fn director(call: Call, other: Error) -> Row {
	Row::from_accounts(call, &[Kind::Citizen], Error::NotAPerson).but(&[Kind::OtherCitizen], other)
}

pub fn rows(records: &Records) -> Vec<Row> {
	let (company, matter, proposal) = (records.company, records.matter, records.appointment);
	let past = [Kind::Examiner, Kind::Clerk, Kind::Registrar];
	vec![
		officers(
			Call::propose_change {
				act: act(OFFICERS.0, 1),
				company,
				change: Box::new(appointment()),
				authority: Authority::Registrar,
			},
			Power::Examine,
			&past,
		),
		courts(Call::propose_change {
			act: act(COURT_ORDER.0, 1),
			company,
			change: Box::new(BoardChange::SetSigning(SigningRule::Sole)),
			authority: Authority::Court,
		}),
		courts(Call::propose_disqualification {
			act: act(COURT_ORDER.0, 0),
			person: records.founder.tag,
			until: None,
		}),
		officers(
			Call::decide_proposal { act: act(OFFICERS.0, 1), proposal, verdict: Verdict::Reject },
			Power::Decide,
			&[Kind::Registrar, Kind::ExaminersSecondKey],
		),
		Row::from_accounts(
			Call::withdraw_proposal { proposal },
			&[Kind::Examiner],
			Error::NotTheMaker,
		),
		director(
			Call::resign { act: act(OFFICERS.0, 1), company, role: Role::Director },
			Error::NotInOffice,
		),
		director(
			Call::endorse { act: act(RESOLUTION.0, 0), company, matter },
			Error::MayNotEndorse,
		),
		director(
			Call::withdraw_endorsement { act: act(RESOLUTION.0, 0), company, matter },
			Error::NotEndorsed,
		),
		// It changes nobody's rights.
		Row::from_any_account(Call::clear_resolution { company, matter }),
	]
}
