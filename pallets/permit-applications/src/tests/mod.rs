//! Tests, by what they are about.

mod appeals;
mod apply;
mod decide;
mod figures;
mod intake;
mod opinions;
mod personal;
mod properties;
mod queue;
mod reads;
mod review;
mod story;
mod take_over;
mod try_state;

use codec::Encode;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult, storage::unhashed};
use polity_permit_procedure::{
	ConditionTerms, Opinion, Outcome, PermitTerms, Prerequisite, ReferralTerms, Stage,
	StatedConditions, Validity,
};
use polity_primitives::{
	ids::{PermitTypeId, ProposalId},
	time::{CalendarDate, Instant, Period, MILLIS_PER_DAY},
	traits::{PermitHolder, PermitReference, PersonalHolder},
	Act, District, Hash, MandateId, MinistryId, Party, Register, StandingError, UnitNumber,
};
use sp_runtime::DispatchError;

use crate::{
	acts::{basis_for, APPEAL, PERSONAL, PROCEDURE, TAKE_OVER},
	mock::*,
	types::*,
	Error, Event, LastApplication, LastProposal,
};

type Applications = PermitApplications;

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// The first instant of a day.
fn start_of(day: CalendarDate) -> Instant {
	Instant::from_millis(u64::try_from(day.days_since_epoch()).unwrap() * MILLIS_PER_DAY)
}

/// A unit of land.
pub(crate) fn site(place: u64) -> UnitNumber {
	UnitNumber::from_serial(UnitNumber::FIRST_SERIAL + place).unwrap()
}

/// Complete by silence after 10 days, decided within 30, else granted; 15 more once, 20 days of
/// questions; for five years at most; an appeal within 30 days.
pub(crate) fn terms() -> PermitTerms {
	PermitTerms {
		needs_fee: false,
		completeness_period: Some(Period::CalendarDays(10)),
		decision_period: Period::CalendarDays(30),
		silence_grants: true,
		extension: Some(Period::CalendarDays(15)),
		stopped_days: 20,
		validity: Validity::AtMost(Period::Years(5)),
		renewal_window: None,
		is_transferable: false,
		quota: None,
		inspections: Default::default(),
		cure_period: Period::CalendarDays(30),
		prerequisites: vec![Prerequisite::Standing].try_into().unwrap(),
		referrals: Default::default(),
		appeal_period: Some(Period::CalendarDays(30)),
		is_personal: false,
		licenses: None,
	}
}

/// The fire brigade has ten days to answer, the health ministry twenty.
fn referrals() -> Vec<ReferralTerms> {
	let asked = |ministry, days| ReferralTerms {
		ministry,
		register: Register::Land,
		period: Period::CalendarDays(days),
	};
	vec![asked(FIRE_MINISTRY, 10), asked(HEALTH_MINISTRY, 20)]
}

fn with_referrals() -> PermitTerms {
	PermitTerms { referrals: referrals().try_into().unwrap(), ..terms() }
}

/// A new type of permit.
pub(crate) fn set_type(terms: PermitTerms) -> PermitTypeId {
	assert_eq!(terms.check(), Ok(()));
	let count: u32 = unhashed::get_or_default(b"types");
	unhashed::put(b"types", &(count + 1));
	let kind = PermitTypeId(count + 1);
	let found =
		MockType { district: District::NATIONAL, is_open: true, versions: vec![terms], places: 0 };
	Permits::put(kind, &found);
	kind
}

fn change_type(kind: PermitTypeId, change: impl FnOnce(&mut MockType)) {
	let mut found = Permits::of(kind).unwrap();
	change(&mut found);
	Permits::put(kind, &found);
}

/// A person by its tag of the register of permits.
fn person(number: u64) -> PermitHolder {
	PermitHolder::Party(Party::Person(tag(number)))
}

fn of_company(place: u64) -> PermitHolder {
	PermitHolder::Party(Party::Company(company(place)))
}

/// A person whom nobody finds.
fn nobody(seed: u8) -> PermitHolder {
	PermitHolder::Personal(PersonalHolder {
		commitment: commitment(seed.into()),
		nullifier: Hash::repeat_byte(seed),
	})
}

fn record(id: ApplicationId) -> PermitApplication<AccountId> {
	Applications::application(id).unwrap().record
}

fn stage(id: ApplicationId) -> Stage {
	record(id).application.stage
}

fn version(id: ApplicationId) -> u32 {
	Applications::application(id).map_or(0, |found| found.head.seq)
}

/// An act on an application as it is now.
fn on(id: ApplicationId) -> Act {
	let basis =
		Applications::application(id).map_or(PROCEDURE, |found| basis_for(&found.record.applicant));
	act(basis, version(id))
}

/// The same without a document.
fn without_document(act: Act) -> Act {
	Act { documents: Default::default(), ..act }
}

fn apply_as(
	who: AccountId,
	kind: PermitTypeId,
	applicant: PermitHolder,
	site: Option<UnitNumber>,
) -> Result<ApplicationId, DispatchError> {
	let act = act(basis_for(&applicant), 0);
	Applications::apply(signed(who), act, kind, applicant, site)?;
	Ok(LastApplication::<Test>::get())
}

fn enter_as(
	who: AccountId,
	kind: PermitTypeId,
	applicant: PermitHolder,
) -> Result<ApplicationId, DispatchError> {
	let act = act(basis_for(&applicant), 0);
	Applications::enter(signed(who), act, kind, applicant, None)?;
	Ok(LastApplication::<Test>::get())
}

fn settle_fee_as(who: AccountId, id: ApplicationId) -> DispatchResult {
	Applications::settle_fee(signed(who), on(id), id)
}

fn return_as(who: AccountId, id: ApplicationId) -> DispatchResult {
	Applications::return_dossier(signed(who), on(id), id)
}

fn resubmit_as(who: AccountId, id: ApplicationId) -> DispatchResult {
	Applications::resubmit(signed(who), on(id), id)
}

fn complete_as(who: AccountId, id: ApplicationId) -> DispatchResult {
	Applications::complete(signed(who), on(id), id, false)
}

fn take_case_as(who: AccountId, id: ApplicationId) -> DispatchResult {
	Applications::take_case(signed(who), on(id), id)
}

fn withdraw_as(who: AccountId, id: ApplicationId) -> DispatchResult {
	Applications::withdraw(signed(who), on(id), id)
}

fn ask_as(who: AccountId, id: ApplicationId) -> DispatchResult {
	Applications::ask(signed(who), on(id), id)
}

fn answer_as(who: AccountId, id: ApplicationId) -> DispatchResult {
	Applications::answer(signed(who), on(id), id)
}

fn extend_as(who: AccountId, id: ApplicationId) -> DispatchResult {
	Applications::extend(signed(who), on(id), id)
}

fn opine_as(
	who: AccountId,
	id: ApplicationId,
	ministry: MinistryId,
	opinion: Opinion,
) -> DispatchResult {
	Applications::give_opinion(signed(who), on(id), id, ministry, opinion)
}

fn recommend_as(who: AccountId, id: ApplicationId, decision: Decision) -> DispatchResult {
	Applications::recommend(signed(who), on(id), id, Box::new(decision))
}

fn decide_as(who: AccountId, id: ApplicationId, verdict: Verdict) -> DispatchResult {
	Applications::decide(signed(who), on(id), id, verdict)
}

fn appeal_as(who: AccountId, id: ApplicationId) -> DispatchResult {
	Applications::appeal(signed(who), act(APPEAL, version(id)), id)
}

fn prepare_as(who: AccountId, id: ApplicationId, judgment: Judgment) -> DispatchResult {
	let act = act(APPEAL, version(id));
	Applications::prepare_judgment(signed(who), act, id, Box::new(judgment))
}

fn judge_as(who: AccountId, id: ApplicationId, verdict: Verdict) -> DispatchResult {
	Applications::decide_appeal(signed(who), act(APPEAL, version(id)), id, verdict)
}

fn judge(id: ApplicationId, judgment: Judgment) -> DispatchResult {
	prepare_as(JUDGE, id, judgment)?;
	judge_as(OTHER_JUDGE, id, Verdict::Approve)
}

/// From today, for as long as the type allows, on nothing.
fn grant() -> Decision {
	Decision::Grant { valid_from: None, valid_to: None, conditions: Default::default() }
}

const REFUSAL: Decision = Decision::Refuse(ReasonCode::PublicInterest);
const DECLINE: Decision = Decision::Decline(ReasonCode::NotCompetent);

fn conditions(count: u32) -> StatedConditions {
	let all = (0..count).map(|place| ConditionTerms {
		code: 7,
		commitment: commitment(100 + place),
		due: Some(day(30)),
	});
	all.collect::<Vec<_>>().try_into().unwrap()
}

fn decide(id: ApplicationId, decision: Decision) -> DispatchResult {
	recommend_as(EXAMINER, id, decision)?;
	decide_as(DECIDER, id, Verdict::Approve)
}

/// An application of Ann's that is handed in.
fn submitted(terms: PermitTerms) -> ApplicationId {
	apply_as(ANN, set_type(terms), person(ANN), None).unwrap()
}

/// One that is in review.
fn in_review(terms: PermitTerms) -> ApplicationId {
	let id = submitted(terms);
	complete_as(EXAMINER, id).unwrap();
	id
}

/// One that is decided.
fn decided(terms: PermitTerms, decision: Decision) -> ApplicationId {
	let id = in_review(terms);
	decide(id, decision).unwrap();
	id
}

fn permit(id: ApplicationId) -> MockPermit {
	Permits::permit(record(id).permit.unwrap()).unwrap()
}

fn places(id: ApplicationId) -> u32 {
	Permits::places(record(id).kind)
}

fn last_event() -> Event<Test> {
	let RuntimeEvent::PermitApplications(event) = System::events().pop().unwrap().event else {
		panic!("the last event is another pallet's")
	};
	event
}

/// What the last event says was done, and under which mandate.
fn last_change() -> (ApplicationChange<AccountId>, Option<MandateId>) {
	let Event::Recorded { change, mandate, version: told, application, head } = last_event() else {
		panic!("the last event is of another kind")
	};
	let found = Applications::application(application).unwrap().head;
	assert_eq!((told, head), (found.seq, found.hash));
	let entry = Applications::history(application, told, 1).pop().unwrap();
	assert_eq!((&entry.body, entry.mandate), (&change, mandate));
	(change, mandate)
}

fn mandate(who: AccountId) -> MandateId {
	mandate_of(who).unwrap()
}

fn refused(text: &'static str) -> DispatchError {
	DispatchError::Other(text)
}
