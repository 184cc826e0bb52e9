//! What the registers ask of each other about permits, on the real runtime: companies, land, attestations.

use crate::{
	common::{act, act_today, local, now, pass_days},
	origins::{
		records::{application_body, company, make, sale_from, unit_of},
		records_attestations::{attest, found_issuer, SCHEMA, SINGLES},
		records_permits::{make_type, permit_party, taken_over, terms},
		Kind,
	},
};
use frame_support::dispatch::DispatchResult;
use pallet_attestations::{types::Subject, ATTESTATION};
use pallet_business_registry::{
	bases,
	resolutions::merger_matter,
	status::{Authority, Status},
	types::Change,
};
use pallet_permit_applications::{types::Decision, LastApplication, PROCEDURE};
use pallet_permits::types::HOLDERS_ACTS;
use polity_accreditation::StatusPurpose;
use polity_permit_procedure::{EffectiveStatus, PermitTerms, Prerequisite};
use polity_primitives::{
	code_list::Activity,
	ids::{PermitNumber, PermitTypeId},
	time::Instant,
	traits::{PermitHolder, PermitReference},
	CompanyNumber, Hash, LegalBasis, Party, Register, UnitNumber,
};
use polity_runtime::{
	genesis_presets::well_known, BusinessRegistry, Identity, LandRegister, PermitApplications,
	Permits, Runtime, RuntimeCall,
};
use sp_runtime::traits::Dispatchable;

type BusinessError = pallet_business_registry::Error<Runtime>;
type PermitError = pallet_permits::Error<Runtime>;

fn attempt(who: Kind, call: impl Into<RuntimeCall>) -> DispatchResult {
	let done = call.into().dispatch(who.origin());
	done.map(|_| ()).map_err(|error| error.error)
}

fn company_version(company: CompanyNumber) -> u32 {
	BusinessRegistry::company(company).unwrap().head.seq
}

/// Two officers of the register, or of the court, change a company's record.
fn change_company(company: CompanyNumber, basis: LegalBasis, change: Change) -> DispatchResult {
	let (authority, [maker, checker]) = if basis == bases::COURT_ORDER {
		(Authority::Court, [Kind::Judge, Kind::OtherJudge])
	} else {
		(Authority::Registrar, [Kind::Examiner, Kind::Registrar])
	};
	let on = || act_today(basis.0, company_version(company));
	type Call = pallet_business_registry::Call<Runtime>;
	attempt(maker, Call::propose_change { act: on(), company, change, authority, corrects: None })?;
	let proposal = pallet_business_registry::LastProposal::<Runtime>::get();
	let verdict = pallet_business_registry::types::Verdict::Approve;
	attempt(checker, Call::decide_change { act: on(), proposal, verdict })
}

fn status(permit: PermitNumber) -> EffectiveStatus {
	Permits::effective_status(permit, Instant::from_millis(now())).unwrap()
}

fn holder(permit: PermitNumber) -> Party {
	Permits::permit(permit).unwrap().record.holder
}

fn demanding(prerequisite: Prerequisite) -> PermitTerms {
	PermitTerms { prerequisites: vec![prerequisite].try_into().unwrap(), ..terms() }
}

/// Has an application entered at the counter.
fn enter(kind: PermitTypeId, party: &Party, site: Option<UnitNumber>) -> DispatchResult {
	let applicant = PermitHolder::Party(party.clone());
	attempt(
		Kind::PermitsExaminer,
		pallet_permit_applications::Call::enter {
			act: act_today(PROCEDURE.0, 0),
			kind,
			applicant,
			site,
		},
	)
}

/// Finds the last application complete.
fn complete(site_right_attested: bool) -> DispatchResult {
	let application = LastApplication::<Runtime>::get();
	let act = act_today(PROCEDURE.0, 1);
	let call = pallet_permit_applications::Call::complete { act, application, site_right_attested };
	attempt(Kind::PermitsExaminer, call)
}

/// An application that goes its whole way, to a permit by the decision of two officers.
fn grant(kind: PermitTypeId, party: &Party, site: Option<UnitNumber>) -> PermitNumber {
	type Call = pallet_permit_applications::Call<Runtime>;
	enter(kind, party, site).unwrap();
	complete(false).unwrap();
	let application = LastApplication::<Runtime>::get();
	let decision = Box::new(Decision::Grant {
		valid_from: None,
		valid_to: None,
		conditions: Default::default(),
	});
	let act = act_today(PROCEDURE.0, 2);
	attempt(Kind::PermitsExaminer, Call::recommend { act, application, decision }).unwrap();
	let verdict = pallet_permit_applications::types::Verdict::Approve;
	let act = act_today(PROCEDURE.0, 3);
	attempt(Kind::PermitsRegistrar, Call::decide { act, application, verdict }).unwrap();
	let record = PermitApplications::application(application).unwrap().record;
	let Some(PermitReference::Numbered(permit)) = record.permit else {
		panic!("nothing was granted")
	};
	permit
}

#[test]
fn a_company_should_not_be_struck_off_while_it_has_a_running_permit() {
	local(|| {
		let company = company("Everywhere");
		let permit = taken_over(make_type(terms()), Party::Company(company));
		change_company(company, bases::CHANGE_OF_STATUS, Change::StrikeOffNotice).unwrap();
		pass_days(90);
		let strike_off = || {
			let change = Change::Status(Status::StruckOff);
			change_company(company, bases::CHANGE_OF_STATUS, change)
		};
		assert_eq!(strike_off(), Err(BusinessError::CompanyHoldsPermits.into()));
		let act = act_today(HOLDERS_ACTS.0, 1);
		attempt(Kind::Citizen, pallet_permits::Call::surrender { act, permit }).unwrap();
		assert_eq!(strike_off(), Ok(()));
	});
}

#[test]
fn a_merger_should_pass_on_permits_that_nobody_transfers() {
	local(|| {
		let (absorbed, into) = (company("Everywhere"), company("Somewhere"));
		let kind = make_type(PermitTerms { is_transferable: false, ..terms() });
		let permit = taken_over(kind, Party::Company(absorbed));
		let matter = merger_matter(absorbed, into);
		resolve(absorbed, matter);
		resolve(into, matter);
		let merge = Change::Merge { into, survivor_version: company_version(into) };
		change_company(absorbed, bases::MERGER_AND_CONVERSION, merge).unwrap();
		assert_eq!(holder(permit), Party::Company(into));
		assert_eq!(status(permit), EffectiveStatus::Active);
		assert_eq!(Permits::permits_of(Party::Company(into), None, 64), [permit]);
		// Nobody has it twice: the one that it has passed to can have no second.
		assert_eq!(
			enter(kind, &Party::Company(into), None),
			Err(PermitError::DuplicatePermit.into())
		);
	});
}

#[test]
fn a_permit_should_be_unusable_while_a_court_has_frozen_its_company() {
	local(|| {
		let company = company("Everywhere");
		let permit = grant(make_type(terms()), &Party::Company(company), None);
		assert_eq!(status(permit), EffectiveStatus::Active);
		change_company(company, bases::COURT_ORDER, Change::Freeze).unwrap();
		assert_eq!(status(permit), EffectiveStatus::Unusable);
		change_company(company, bases::COURT_ORDER, Change::Unfreeze).unwrap();
		assert_eq!(status(permit), EffectiveStatus::Active);
	});
}

#[test]
fn an_activity_should_be_stated_only_with_its_licence() {
	local(|| {
		let licensed: Activity = "64190".parse().unwrap();
		let kind = make_type(PermitTerms { licenses: Some(licensed), ..terms() });
		let refused = Err(BusinessError::ActivityNeedsLicence.into());

		let account = Kind::Citizen.account().unwrap();
		let founder = Identity::controlled_tag(Register::Business, account).unwrap();
		let mut body = application_body(&founder, "Elsewhere");
		body.activities = vec![licensed].try_into().unwrap();
		let (act, body) = (act(bases::REGISTRATION.0, 0), Box::new(body));
		let apply = pallet_business_registry::Call::apply { act, founder: None, body };
		assert_eq!(attempt(Kind::Citizen, apply), refused);

		let company = company("Everywhere");
		let both = || {
			let activities = vec!["62020".parse().unwrap(), licensed].try_into().unwrap();
			change_company(company, bases::CHANGE_OF_PARTICULARS, Change::Activities(activities))
		};
		assert_eq!(both(), refused);
		let permit = grant(kind, &Party::Company(company), None);
		// While it cannot be used it licenses nothing.
		change_company(company, bases::COURT_ORDER, Change::Freeze).unwrap();
		assert_eq!(both(), refused);
		change_company(company, bases::COURT_ORDER, Change::Unfreeze).unwrap();
		assert_eq!(both(), Ok(()));
		assert_eq!(status(permit), EffectiveStatus::Active);
	});
}

#[test]
fn a_type_should_be_had_and_used_with_the_attestation_that_it_demands() {
	local(|| {
		let (company, issuer) = (company("Everywhere"), company("Auditors"));
		found_issuer(issuer);
		let kind = make_type(demanding(Prerequisite::Attestation(SCHEMA.0)));
		let party = Party::Company(company);
		let missing = Err(PermitError::AttestationMissing.into());
		assert_eq!(enter(kind, &party, None), missing);
		// What is attested of another, or of nobody who is named, is not attested of it.
		attest(1, Some(Subject::Company(issuer)), 0);
		attest(2, None, 1);
		assert_eq!(enter(kind, &party, None), missing);
		attest(3, Some(Subject::Company(company)), 2);
		let permit = grant(kind, &party, None);
		assert_eq!(status(permit), EffectiveStatus::Active);
		let suspend = |set, seq| {
			attempt(
				Kind::IssuersController,
				pallet_attestations::Call::set_status {
					act: act(ATTESTATION.0, seq),
					list: SINGLES,
					index: 2,
					purpose: StatusPurpose::Suspension,
					set,
				},
			)
		};
		suspend(true, 0).unwrap();
		assert_eq!(status(permit), EffectiveStatus::Unusable);
		suspend(false, 1).unwrap();
		assert_eq!(status(permit), EffectiveStatus::Active);
		// It is for half a year, and the permit for longer.
		pass_days(181);
		assert_eq!(status(permit), EffectiveStatus::Unusable);
	});
}

/// Sells a unit of a company, as it has resolved, to the other citizen.
fn sell(company: CompanyNumber, unit: UnitNumber) {
	use pallet_land_register::{bases::TRANSFER, types::Authority, Call, LastConveyance};

	make(
		Kind::LandsExaminer,
		Call::prepare_conveyance {
			act: act(TRANSFER.0, 0),
			legs: sale_from(Party::Company(company), unit),
			authority: Authority::Registrar,
			acting_for: None,
		},
	);
	let conveyance = LastConveyance::<Runtime>::get();
	let matter = LandRegister::matter(conveyance).unwrap();
	resolve(company, matter);
	make(Kind::LandsRegistrar, Call::settle { act: act(TRANSFER.0, 1), conveyance });
}

/// Has the director endorse what its company resolves.
fn resolve(company: CompanyNumber, matter: Hash) {
	let act = act(pallet_company_officers::RESOLUTION.0, 0);
	make(Kind::Citizen, pallet_company_officers::Call::endorse { act, company, matter });
}

#[test]
fn a_type_should_be_had_and_used_with_the_right_in_its_site() {
	local(|| {
		let company = company("Everywhere");
		let party = Party::Company(company);
		let own = unit_of(party.clone(), 1);
		let account = Kind::Citizen.account().unwrap();
		let citizen = Identity::controlled_tag(Register::Land, account).unwrap();
		let citizens = unit_of(Party::Person(citizen), 2);
		let kind = make_type(demanding(Prerequisite::RightInSite));
		assert_eq!(enter(kind, &party, None), Err(PermitError::SiteMissing.into()));
		// The director's own land is not the company's.
		let refused = Err(PermitError::RightInSiteMissing.into());
		assert_eq!(enter(kind, &party, Some(citizens)), refused);
		let permit = grant(kind, &party, Some(own));
		assert_eq!(status(permit), EffectiveStatus::Active);
		sell(company, own);
		assert_eq!(status(permit), EffectiveStatus::Unusable);
		// Of a person the chain does not see whose the land is: an officer attests it.
		let person = permit_party(&well_known::CITIZEN_1);
		enter(kind, &person, Some(citizens)).unwrap();
		type Error = pallet_permit_applications::Error<Runtime>;
		assert_eq!(complete(false), Err(Error::SiteRightNotAttested.into()));
		assert_eq!(complete(true), Ok(()));
	});
}
