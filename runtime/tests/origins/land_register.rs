//! The land register.

use super::{
	records::{claim_of_citizen, land_law, sale},
	Kind, Records, Row,
};
use crate::common::act;
use pallet_land_register::{
	bases::{COURT_ORDER, DEED, FIRST_REGISTRATION, PARAMETERS, SURVEY, TRANSFER},
	types::{Authority, RefusalReason, RegistrationVerdict, Verdict},
};
use polity_primitives::{act::LegalBasis, Act, District, Party, Power, Register};
use polity_runtime::{Identity, Runtime};

type Call = pallet_land_register::Call<Runtime>;
type Error = pallet_land_register::Error<Runtime>;

fn officers(call: Call, power: Power, past: &[Kind]) -> Row {
	Row::from_officers(call, Register::Land, power, past)
}

fn examiners(call: Call) -> Row {
	officers(call, Power::Examine, &[Kind::LandsExaminer, Kind::LandsRegistrar])
}

fn registrars(call: Call) -> Row {
	officers(call, Power::Decide, &[Kind::LandsRegistrar])
}

fn courts(call: Call) -> Row {
	officers(call, Power::FreezeAsCourt, &[Kind::Judge, Kind::OtherJudge])
}

/// A call of a person.
fn persons(call: Call) -> Row {
	Row::from_accounts(call, &[Kind::Citizen, Kind::OtherCitizen], Error::NotAPerson)
}

/// A call of the one citizen who is a party.
fn party(call: Call, others: Error) -> Row {
	Row::from_accounts(call, &[Kind::Citizen], others)
}

/// A call of the officer who has prepared what it is about.
fn maker(call: Call) -> Row {
	Row::from_accounts(call, &[Kind::LandsExaminer], Error::NotTheMaker)
}

fn first_registrations(records: &Records) -> Vec<Row> {
	let registration = records.first_registration;
	// It was opened, and objected to.
	let on = |basis: LegalBasis| act(basis.0, 2);
	let claimant =
		Identity::controlled_tag(Register::Land, Kind::OtherCitizen.account().unwrap()).unwrap();
	vec![
		examiners(Call::open_first_registration {
			act: act(FIRST_REGISTRATION.0, 0),
			parcels: vec![records.registered_parcel].try_into().unwrap(),
			claim: Some(claim_of_citizen()),
		}),
		persons(Call::object_to_registration { act: on(FIRST_REGISTRATION), registration }),
		persons(Call::withdraw_registration_objection {
			act: on(FIRST_REGISTRATION),
			registration,
		}),
		courts(Call::dismiss_objection { act: on(COURT_ORDER), registration, claimant }),
		registrars(Call::decide_first_registration {
			act: on(FIRST_REGISTRATION),
			registration,
			verdict: RegistrationVerdict::Refuse(RefusalReason::ObjectionUpheld),
		}),
		maker(Call::withdraw_first_registration { act: on(FIRST_REGISTRATION), registration }),
	]
}

fn conveyances(records: &Records) -> Vec<Row> {
	let (unit, conveyance) = (records.unit, records.conveyance);
	let on = |basis: LegalBasis| -> Act { act(basis.0, 1) };
	let prepare = |basis: LegalBasis, authority| Call::prepare_conveyance {
		act: act(basis.0, 0),
		legs: sale(unit),
		authority,
		acting_for: None,
	};
	let account = Kind::Citizen.account().unwrap();
	let seller = Party::Person(Identity::controlled_tag(Register::Land, account).unwrap());
	let object = |basis| Call::object { act: on(basis), conveyance, party: seller.clone() };
	vec![
		examiners(prepare(TRANSFER, Authority::Registrar)),
		courts(prepare(COURT_ORDER, Authority::Court)),
		party(Call::consent { act: on(TRANSFER), conveyance }, Error::NotAParty),
		party(Call::withdraw_consent { act: on(TRANSFER), conveyance }, Error::NotAParty),
		officers(
			Call::consent_by_deed { act: on(DEED), conveyance, party: seller.clone() },
			Power::Notarise,
			&[Kind::Notary],
		),
		// A party for itself; for it a notary by a deed, or a court by its order.
		party(object(TRANSFER), Error::LegalBasisDoesNotFit),
		officers(object(DEED), Power::Notarise, &[Kind::Notary])
			.but(&[Kind::Citizen], Error::DiffersFromPrepared),
		courts(object(COURT_ORDER)).but(&[Kind::Citizen], Error::DiffersFromPrepared),
		courts(Call::withdraw_objection {
			act: on(COURT_ORDER),
			conveyance,
			party: seller.clone(),
		})
		.but(&[Kind::Citizen], Error::DiffersFromPrepared),
		registrars(Call::settle { act: on(TRANSFER), conveyance }),
		registrars(Call::refuse_conveyance {
			act: on(TRANSFER),
			conveyance,
			reason: RefusalReason::NoLongerWanted,
		}),
		maker(Call::withdraw_conveyance { act: on(TRANSFER), conveyance }),
	]
}

fn others(records: &Records) -> Vec<Row> {
	let (unit, matter) = (records.unit, records.matter);
	let on_title = || act(SURVEY.0, 1);
	let tags = [Kind::Citizen, Kind::OtherCitizen].map(|kind| {
		let account = kind.account().unwrap();
		Party::Person(Identity::controlled_tag(Register::Land, account).unwrap())
	});
	vec![
		party(Call::consent_to_survey { act: on_title(), unit, matter }, Error::NotAParty),
		// Who is not the party would have to come with a deed or an order.
		party(
			Call::withdraw_survey_consent { act: on_title(), unit, matter, party: tags[0].clone() },
			Error::LegalBasisDoesNotFit,
		),
		officers(
			Call::consent_to_survey_by_deed {
				act: act(DEED.0, 1),
				unit,
				matter,
				party: tags[0].clone(),
			},
			Power::Notarise,
			&[Kind::Notary],
		),
		courts(Call::order_survey { act: act(COURT_ORDER.0, 1), unit, matter, is_ordered: true }),
		examiners(Call::propose_law { act: act(PARAMETERS.0, 0), law: land_law() }),
		registrars(Call::decide_law {
			act: act(PARAMETERS.0, 0),
			proposal: records.land_law,
			verdict: Verdict::Reject,
		}),
		maker(Call::withdraw_law { proposal: records.land_law }),
		examiners(Call::form_group {
			act: act(TRANSFER.0, 0),
			district: District::NATIONAL,
			members: tags.to_vec().try_into().unwrap(),
		}),
	]
}

pub fn rows(records: &Records) -> Vec<Row> {
	[first_registrations(records), conveyances(records), others(records)]
		.into_iter()
		.flatten()
		.collect()
}
