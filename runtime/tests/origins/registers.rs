//! The business register.

use super::{
	records::{application_body, registry_law, SALT},
	Kind, Records, Row,
};
use crate::common::act;
use pallet_business_registry::{
	bases,
	name::CompanyName,
	status::{Authority, Status},
	types::{
		Change, Decision, QueryReason, Recommendation, RefusalReason, RowDefect, SourceRegister,
		Verdict,
	},
};
use polity_primitives::{act::LegalBasis, Act, District, Power, Register};
use polity_runtime::Runtime;
use sp_core::H256;

type Call = pallet_business_registry::Call<Runtime>;
type Error = pallet_business_registry::Error<Runtime>;

/// An act on the first version of a record.
fn on_first(basis: LegalBasis) -> Act {
	act(basis.0, 1)
}

fn examiners(call: Call) -> Row {
	let past = [Kind::Examiner, Kind::Clerk, Kind::Registrar];
	Row::from_officers(call, Register::Business, Power::Examine, &past)
}

fn registrars(call: Call) -> Row {
	let past = [Kind::Registrar, Kind::ExaminersSecondKey];
	Row::from_officers(call, Register::Business, Power::Decide, &past)
}

fn recorders(call: Call) -> Row {
	Row::from_officers(call, Register::Business, Power::RecordExisting, &[Kind::Recorder])
}

fn courts(call: Call) -> Row {
	let past = [Kind::Judge, Kind::OtherJudge];
	Row::from_officers(call, Register::Business, Power::FreezeAsCourt, &past)
}

fn reservations(records: &Records) -> Vec<Row> {
	let (basis, reservation) = (bases::NAME_RESERVATION, records.reservation);
	let founder = records.founder.tag;
	let request = |holder| Call::request_reservation {
		act: act(basis.0, 0),
		district: District::NATIONAL,
		holder,
		name: application_body(&founder, "Elsewhere").name,
	};
	vec![
		// A person for itself, or an officer for somebody at the counter.
		Row::from_accounts(request(None), &[Kind::Citizen, Kind::OtherCitizen], Error::NotAPerson),
		examiners(request(Some(founder))),
		registrars(Call::reserve_name {
			act: on_first(basis),
			reservation,
			name: CompanyName::new("Somewhere").unwrap(),
			salt: SALT,
		}),
		registrars(Call::refuse_reservation {
			act: on_first(basis),
			reservation,
			reason: RefusalReason::NameMisleading,
		}),
		Row::from_accounts(
			Call::withdraw_reservation { act: on_first(basis), reservation },
			&[Kind::Citizen],
			Error::ReservationOfAnother,
		),
		// It changes nobody's rights.
		Row::from_any_account(Call::release_name { key: records.name_key }),
	]
}

fn applications(records: &Records) -> Vec<Row> {
	let (basis, application) = (bases::REGISTRATION, records.application);
	let founder = records.founder.tag;
	let body = || Box::new(application_body(&founder, "Elsewhere"));
	let apply = |founder| Call::apply { act: act(basis.0, 0), founder, body: body() };
	vec![
		Row::from_accounts(apply(None), &[Kind::Citizen, Kind::OtherCitizen], Error::NotAPerson),
		examiners(apply(Some(founder))),
		examiners(Call::take_up { act: on_first(basis), application }),
		examiners(Call::raise_query {
			act: on_first(basis),
			application,
			reason: QueryReason::ShowName,
		}),
		Row::from_accounts(
			Call::answer_query { act: on_first(basis), application, body: body() },
			&[Kind::Citizen],
			Error::NotTheApplicant,
		),
		Row::from_accounts(
			Call::withdraw_application { act: on_first(basis), application },
			&[Kind::Citizen],
			Error::NotTheApplicant,
		),
		examiners(Call::examine {
			act: on_first(basis),
			application,
			recommendation: Recommendation::Refuse(RefusalReason::NameMisleading),
		}),
		registrars(Call::decide { act: on_first(basis), application, decision: Decision::Return }),
	]
}

fn companies(records: &Records) -> Vec<Row> {
	let (company, proposal) = (records.company, records.proposal);
	let propose = |basis, status, authority| Call::propose_change {
		act: on_first(basis),
		company,
		change: Change::Status(status),
		authority,
		corrects: None,
	};
	vec![
		examiners(propose(bases::CHANGE_OF_STATUS, Status::Suspended, Authority::Registrar)),
		courts(propose(bases::COURT_ORDER, Status::InLiquidation, Authority::Court)),
		registrars(Call::decide_change {
			act: on_first(bases::CHANGE_OF_STATUS),
			proposal,
			verdict: Verdict::Approve,
		}),
		Row::from_accounts(
			Call::withdraw_proposal { proposal },
			&[Kind::Examiner],
			Error::NotTheMaker,
		),
		examiners(Call::propose_law { act: act(bases::PARAMETERS.0, 0), law: registry_law() }),
		registrars(Call::decide_law {
			act: act(bases::PARAMETERS.0, 0),
			proposal: records.registry_law,
			verdict: Verdict::Reject,
		}),
		Row::from_accounts(
			Call::withdraw_law { proposal: records.registry_law },
			&[Kind::Examiner],
			Error::NotTheMaker,
		),
	]
}

fn campaigns(records: &Records) -> Vec<Row> {
	let (basis, campaign) = (bases::TAKE_OVER, records.campaign);
	vec![
		recorders(Call::open_campaign {
			act: act(basis.0, 0),
			root: H256::repeat_byte(1),
			rows: 1,
			source: SourceRegister::new(*b"RA000585").unwrap(),
			district: District::NATIONAL,
		}),
		recorders(Call::import_companies { campaign, rows: Default::default() }),
		recorders(Call::refuse_row {
			campaign,
			row: 0,
			leaf: H256::repeat_byte(1),
			defect: RowDefect::NotALegalEntity,
			proof: Default::default(),
		}),
		registrars(Call::seal_campaign { act: on_first(basis), campaign }),
	]
}

pub fn rows(records: &Records) -> Vec<Row> {
	[reservations(records), applications(records), companies(records), campaigns(records)]
		.into_iter()
		.flatten()
		.collect()
}
