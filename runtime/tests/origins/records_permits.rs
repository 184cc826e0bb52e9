//! Types of permits, permits and applications: those that the rows speak of, and how they are made.

use super::{records::make, Kind};
use crate::common::act;
use pallet_permit_applications::{
	types::TakeOver as RunningApplication, LastApplication, PROCEDURE, TAKE_OVER,
};
use pallet_permits::types::{
	PermitChange, Reason, TakeOver as RunningPermit, TypeVersion, Verdict, HOLDERS_ACTS,
	SUPERVISION, TYPES,
};
use polity_permit_procedure::{PermitTerms, Prerequisite, ReferralTerms, Validity};
use polity_primitives::{
	act::LegalBasis,
	ids::{ApplicationId, PermitNumber, PermitTypeId, ProposalId},
	time::{Instant, Period, MILLIS_PER_DAY},
	traits::{PermitHolder, PermitReference},
	CompanyNumber, District, MinistryId, Party, Register, UnitNumber,
};
use polity_runtime::{
	genesis_presets::well_known::{self, WellKnown},
	Identity, Permits, Runtime,
};

/// What the registers of permits have for the calls to name.
pub struct PermitRecords {
	/// A type about which the ministry of Lands is asked.
	pub kind: PermitTypeId,
	/// Another version of it that the examiner has prepared.
	pub type_proposal: ProposalId,
	/// A permit of the company, which its director has asked to pass to the other citizen.
	pub permit: PermitNumber,
	/// The suspension of that permit, which the examiner has prepared.
	pub change_proposal: ProposalId,
	/// The take-over of another permit, which the recorder has prepared.
	pub permit_proposal: ProposalId,
	/// An application that the citizen has handed in and the examiner has found complete.
	pub application: ApplicationId,
	/// An application of the other citizen that the examiner has entered at the counter.
	pub entered: ApplicationId,
	/// The take-over of another application, which the recorder has prepared.
	pub application_proposal: ProposalId,
	/// A type that demands a right in land, for which nobody has applied.
	pub kind_on_site: PermitTypeId,
	/// A unit of land.
	pub site: UnitNumber,
}

impl PermitRecords {
	/// Makes them.
	pub fn make(company: CompanyNumber, site: UnitNumber) -> Self {
		let kind = make_type(terms_of_rows());
		let permit = taken_over(kind, Party::Company(company));
		make(
			Kind::Citizen,
			pallet_permits::Call::request_transfer {
				act: act(HOLDERS_ACTS.0, 1),
				permit,
				to: permit_party(&well_known::CITIZEN_2),
			},
		);
		let type_proposal = prepare_type(Some(kind), 1, terms_of_rows());
		prepare_change(permit, 2, suspension());
		let change_proposal = pallet_permits::LastProposal::<Runtime>::get();
		let permit_proposal = propose_permit(kind, permit_party(&well_known::CITIZEN_2));
		let holder = PermitHolder::Party(permit_party(&well_known::CITIZEN_1));
		make(
			Kind::Citizen,
			pallet_permit_applications::Call::apply {
				act: act(PROCEDURE.0, 0),
				kind,
				applicant: holder,
				site: None,
			},
		);
		let application = LastApplication::<Runtime>::get();
		complete(application, 1);
		let entered = enter(kind, permit_party(&well_known::CITIZEN_2), None);
		make(
			Kind::PermitsRecorder,
			pallet_permit_applications::Call::propose_take_over {
				act: act(TAKE_OVER.0, 0),
				take_over: Box::new(running_application(kind)),
			},
		);
		Self {
			kind,
			type_proposal,
			permit,
			change_proposal,
			permit_proposal,
			application,
			entered,
			application_proposal: pallet_permit_applications::LastProposal::<Runtime>::get(),
			kind_on_site: make_type(terms_on_site()),
			site,
		}
	}
}

/// Complete by silence after ten days, decided within thirty, else granted. Five years, renewed in the
/// last of them, transferable; an appeal within thirty days. It demands nothing.
pub fn terms() -> PermitTerms {
	PermitTerms {
		needs_fee: false,
		completeness_period: Some(Period::CalendarDays(10)),
		decision_period: Period::CalendarDays(30),
		silence_grants: true,
		extension: Some(Period::CalendarDays(15)),
		stopped_days: 20,
		validity: Validity::AtMost(Period::Years(5)),
		renewal_window: Some(Period::Years(1)),
		is_transferable: true,
		quota: None,
		inspections: Default::default(),
		cure_period: Period::CalendarDays(14),
		prerequisites: Default::default(),
		referrals: Default::default(),
		appeal_period: Some(Period::CalendarDays(30)),
		is_personal: false,
		licenses: None,
	}
}

/// The same, about which the ministry of Lands is asked.
pub fn terms_of_rows() -> PermitTerms {
	let lands = ReferralTerms {
		ministry: MinistryId(3),
		register: Register::Land,
		period: Period::CalendarDays(10),
	};
	PermitTerms { referrals: vec![lands].try_into().unwrap(), ..terms() }
}

/// The terms of a type that is for a unit of land.
pub fn terms_on_site() -> PermitTerms {
	let prerequisites = vec![Prerequisite::RightInSite].try_into().unwrap();
	PermitTerms { prerequisites, ..terms() }
}

/// A version of a type with these terms.
pub fn version(terms: PermitTerms) -> TypeVersion {
	TypeVersion { basis: LegalBasis(501), terms, takes_applications: true }
}

/// Has the examiner prepare a version of a type, or a new one.
fn prepare_type(kind: Option<PermitTypeId>, seq: u32, terms: PermitTerms) -> ProposalId {
	make(
		Kind::PermitsExaminer,
		pallet_permits::Call::prepare_type {
			act: act(TYPES.0, seq),
			kind,
			district: District::NATIONAL,
			version: Box::new(version(terms)),
		},
	);
	pallet_permits::LastProposal::<Runtime>::get()
}

/// A new type.
pub fn make_type(terms: PermitTerms) -> PermitTypeId {
	let proposal = prepare_type(None, 0, terms);
	make(
		Kind::PermitsRegistrar,
		pallet_permits::Call::decide_type {
			act: act(TYPES.0, 0),
			proposal,
			verdict: Verdict::Approve,
		},
	);
	pallet_permits::LastType::<Runtime>::get()
}

/// A person as the register of permits knows it.
pub fn permit_party(citizen: &WellKnown) -> Party {
	Party::Person(Identity::controlled_tag(Register::Permits, citizen.account()).unwrap())
}

/// A permit that has been running since today, for a thousand days.
pub fn running_permit(kind: PermitTypeId, holder: Party) -> RunningPermit {
	let today = act(TAKE_OVER.0, 0).effective_from;
	RunningPermit {
		kind,
		holder,
		site: None,
		valid_from: today,
		valid_to: today.checked_add_days(1_000),
		conditions: Default::default(),
	}
}

fn propose_permit(kind: PermitTypeId, holder: Party) -> ProposalId {
	make(
		Kind::PermitsRecorder,
		pallet_permits::Call::propose_take_over {
			act: act(TAKE_OVER.0, 0),
			take_over: Box::new(running_permit(kind, holder)),
		},
	);
	pallet_permits::LastProposal::<Runtime>::get()
}

/// A permit that was running before the register began.
pub fn taken_over(kind: PermitTypeId, holder: Party) -> PermitNumber {
	let proposal = propose_permit(kind, holder.clone());
	make(
		Kind::PermitsRegistrar,
		pallet_permits::Call::decide_take_over {
			act: act(TAKE_OVER.0, 0),
			proposal,
			verdict: Verdict::Approve,
		},
	);
	Permits::permits_of(holder, None, 64).pop().unwrap()
}

/// What the examiner prepares to be done with a permit.
pub fn suspension() -> PermitChange {
	PermitChange::Suspend { reason: Reason::Misuse }
}

fn prepare_change(permit: PermitNumber, seq: u32, change: PermitChange) {
	make(
		Kind::PermitsExaminer,
		pallet_permits::Call::prepare_change {
			act: act(SUPERVISION.0, seq),
			permit: PermitReference::Numbered(permit),
			change: Box::new(change),
		},
	);
}

/// Has the examiner enter an application at the counter.
pub fn enter(kind: PermitTypeId, party: Party, site: Option<UnitNumber>) -> ApplicationId {
	make(
		Kind::PermitsExaminer,
		pallet_permit_applications::Call::enter {
			act: act(PROCEDURE.0, 0),
			kind,
			applicant: PermitHolder::Party(party),
			site,
		},
	);
	LastApplication::<Runtime>::get()
}

/// Has the examiner find an application complete.
pub fn complete(application: ApplicationId, seq: u32) {
	make(
		Kind::PermitsExaminer,
		pallet_permit_applications::Call::complete {
			act: act(PROCEDURE.0, seq),
			application,
			site_right_attested: false,
		},
	);
}

/// An application of a third citizen that has been running for a day.
pub fn running_application(kind: PermitTypeId) -> RunningApplication {
	let now = pallet_timestamp::Now::<Runtime>::get();
	let yesterday = Instant::from_millis(now - MILLIS_PER_DAY);
	RunningApplication {
		kind,
		version: 1,
		applicant: PermitHolder::Party(permit_party(&well_known::CITIZEN_3)),
		site: None,
		handed_in_at: yesterday,
		complete_at: yesterday,
		was_extended: false,
		site_right_attested: false,
	}
}
