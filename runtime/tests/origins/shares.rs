//! The shares of companies.

use super::{
	records::{allotment, share_law, transfer_of_shares},
	Kind, Records, Row,
};
use crate::common::act;
use pallet_share_ledger::{
	bases::{COURT_ORDER, PARAMETERS, SHARE_CAPITAL, TRANSFER_AND_PLEDGE},
	types::{Authority, Verdict},
};
use polity_primitives::{Power, Register};
use polity_runtime::{Runtime, ShareLedger};

type Call = pallet_share_ledger::Call<Runtime>;
type Error = pallet_share_ledger::Error<Runtime>;

fn officers(call: Call, power: Power, past: &[Kind]) -> Row {
	Row::from_officers(call, Register::Business, power, past)
}

fn examiners(call: Call) -> Row {
	officers(call, Power::Examine, &[Kind::Examiner, Kind::Clerk, Kind::Registrar])
}

fn registrars(call: Call) -> Row {
	officers(call, Power::Decide, &[Kind::Registrar, Kind::ExaminersSecondKey])
}

/// A call of the one citizen who is asked for its consent.
fn holder(call: Call) -> Row {
	Row::from_accounts(call, &[Kind::Citizen], Error::NotAParty)
		.but(&[Kind::OtherCitizen, Kind::Seat], Error::ConsentNotAsked)
}

/// A call of the officer who has prepared what it is about.
fn maker(call: Call) -> Row {
	Row::from_accounts(call, &[Kind::Examiner], Error::NotTheMaker)
}

pub fn rows(records: &Records) -> Vec<Row> {
	let (company, proposal) = (records.company, records.share_transfer);
	let matter = ShareLedger::matter(proposal).unwrap();
	// The class was opened, and shares of it allotted.
	let version = 2;
	let law = records.share_law;
	vec![
		examiners(Call::propose {
			act: act(SHARE_CAPITAL.0, version),
			company,
			share_act: Box::new(allotment()),
			authority: Authority::Registrar,
		}),
		officers(
			Call::propose {
				act: act(COURT_ORDER.0, version),
				company,
				share_act: Box::new(transfer_of_shares()),
				authority: Authority::Court,
			},
			Power::FreezeAsCourt,
			&[Kind::Judge, Kind::OtherJudge],
		),
		holder(Call::consent { act: act(TRANSFER_AND_PLEDGE.0, version), proposal, matter }),
		holder(Call::withdraw_consent { act: act(TRANSFER_AND_PLEDGE.0, version), proposal }),
		registrars(Call::decide {
			act: act(TRANSFER_AND_PLEDGE.0, version),
			proposal,
			verdict: Verdict::Reject,
		}),
		maker(Call::withdraw_proposal { proposal }),
		examiners(Call::propose_law { act: act(PARAMETERS.0, 0), law: share_law() }),
		registrars(Call::decide_law {
			act: act(PARAMETERS.0, 0),
			proposal: law,
			verdict: Verdict::Reject,
		}),
		maker(Call::withdraw_law { proposal: law }),
	]
}
