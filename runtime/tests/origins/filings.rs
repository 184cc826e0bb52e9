//! What companies file.

use super::{
	records::{filing_law, notice_of_officers},
	Kind, Records, Row,
};
use crate::common::act;
use pallet_company_filings::{
	types::{Decision, Recommendation, Verdict},
	FILINGS, PARAMETERS,
};
use polity_primitives::{District, Power, Register};
use polity_runtime::Runtime;

type Call = pallet_company_filings::Call<Runtime>;
type Error = pallet_company_filings::Error<Runtime>;

fn officers(call: Call, power: Power, past: &[Kind]) -> Row {
	Row::from_officers(call, Register::Business, power, past)
}

fn examiners(call: Call) -> Row {
	officers(call, Power::Examine, &[Kind::Examiner, Kind::Clerk, Kind::Registrar])
}

fn registrars(call: Call) -> Row {
	officers(call, Power::Decide, &[Kind::Registrar, Kind::ExaminersSecondKey])
}

/// A call of the company's director.
fn director(call: Call) -> Row {
	Row::from_accounts(call, &[Kind::Citizen], Error::NotAPerson)
		.but(&[Kind::OtherCitizen], Error::MayNotFile)
}

pub fn rows(records: &Records) -> Vec<Row> {
	let (company, filing, proposal) = (records.company, records.filing, records.filing_law);
	vec![
		examiners(Call::propose_law {
			act: act(PARAMETERS.0, 1),
			district: District::NATIONAL,
			law: Box::new(filing_law(2)),
		}),
		registrars(Call::decide_law {
			act: act(PARAMETERS.0, 1),
			proposal,
			verdict: Verdict::Reject,
		}),
		Row::from_accounts(
			Call::withdraw_proposal { proposal },
			&[Kind::Examiner],
			Error::NotTheMaker,
		),
		director(Call::file {
			act: act(FILINGS.0, 0),
			company,
			content: Box::new(notice_of_officers()),
		}),
		examiners(Call::record_filing {
			act: act(FILINGS.0, 0),
			company,
			content: Box::new(notice_of_officers()),
		}),
		examiners(Call::examine_filing {
			act: act(FILINGS.0, 1),
			filing,
			recommendation: Recommendation::Accept,
		}),
		registrars(Call::decide_filing {
			act: act(FILINGS.0, 1),
			filing,
			decision: Decision::Return,
		}),
		director(Call::withdraw_filing { act: act(FILINGS.0, 1), filing }),
		// The law suspends by the clock: whoever says so only says it.
		Row::from_any_account(Call::report_overdue { company }),
	]
}
