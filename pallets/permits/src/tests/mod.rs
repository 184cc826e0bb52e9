//! Tests, by what they are about.

mod change;
mod decide;
mod estate;
mod inspect;
mod kinds;
mod personal;
mod privacy;
mod quota;
mod quota_properties;
mod reads;
mod register;
mod renew;
mod request;
mod state;
mod status;
mod take_over;

use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use polity_permit_procedure::{
	ConditionTerms, EffectiveStatus, InspectionKind, InspectionResult, PermitTerms, Prerequisite,
	StatedConditions, Validity,
};
use polity_primitives::{
	act::LegalBasis,
	code_list::Activity,
	ids::ProposalId,
	time::{CalendarDate, Period},
	traits::{Grant, LegalClock, PermitHolder, PermitReference, PermitRegister, PersonalHolder},
	Act, Commitment, District, DocumentCommitment, Hash, HashAlgorithm, MandateId, Party, Register,
	StandingError, UnitNumber,
};
use sp_runtime::DispatchError;

use crate::{mock::*, types::*, Error, Event};

type Error_ = Error<Test>;

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Two years, renewed in the last three months, transferable, three at once.
fn terms() -> PermitTerms {
	PermitTerms {
		needs_fee: false,
		completeness_period: None,
		decision_period: Period::CalendarDays(30),
		silence_grants: true,
		extension: None,
		stopped_days: 10,
		validity: Validity::AtMost(Period::Years(2)),
		renewal_window: Some(Period::Months(3)),
		is_transferable: true,
		quota: Some(3),
		inspections: Default::default(),
		cure_period: Period::CalendarDays(14),
		prerequisites: Default::default(),
		referrals: Default::default(),
		appeal_period: Some(Period::Months(1)),
		is_personal: false,
		licenses: None,
	}
}

fn demanding(prerequisites: Vec<Prerequisite>) -> PermitTerms {
	PermitTerms { prerequisites: prerequisites.try_into().unwrap(), ..terms() }
}

/// One year, one at once, of a person whom nobody knows.
fn personal_terms() -> PermitTerms {
	PermitTerms {
		is_personal: true,
		is_transferable: false,
		renewal_window: None,
		validity: Validity::AtMost(Period::Years(1)),
		quota: Some(2),
		..terms()
	}
}

fn version(terms: PermitTerms) -> TypeVersion {
	TypeVersion { basis: LegalBasis(501), terms, takes_applications: true }
}

fn type_act(kind: Option<PermitTypeId>) -> Act {
	let found = kind.and_then(Permits::permit_type);
	act(TYPES, found.map_or(0, |found| found.head.seq))
}

fn prepare_type(kind: Option<PermitTypeId>, version: TypeVersion) -> DispatchResult {
	let act = type_act(kind);
	Permits::prepare_type(signed(EXAMINER), act, kind, District::NATIONAL, Box::new(version))
}

fn last_proposal() -> ProposalId {
	crate::LastProposal::<Test>::get()
}

fn set_type(kind: Option<PermitTypeId>, version: TypeVersion) -> DispatchResult {
	prepare_type(kind, version)?;
	let act = type_act(kind);
	Permits::decide_type(signed(DECIDER), act, last_proposal(), Verdict::Approve)
}

/// A new type with terms.
fn make_type(terms: PermitTerms) -> PermitTypeId {
	assert_ok!(set_type(None, version(terms)));
	crate::LastType::<Test>::get()
}

/// Another version of a type.
fn change_type(kind: PermitTypeId, terms: PermitTerms) {
	assert_ok!(set_type(Some(kind), version(terms)));
}

fn commitment(seed: u32) -> Commitment {
	let mut bytes = [7; 32];
	bytes[..4].copy_from_slice(&seed.to_le_bytes());
	Commitment::new(bytes).unwrap()
}

fn condition(seed: u32, due: Option<CalendarDate>) -> ConditionTerms {
	ConditionTerms { code: 1, commitment: commitment(seed), due }
}

fn stated(conditions: Vec<ConditionTerms>) -> StatedConditions {
	conditions.try_into().unwrap()
}

/// What is granted from today for as long as can be.
fn grant_of(kind: PermitTypeId, holder: Party) -> Grant<StatedConditions> {
	Grant {
		kind,
		version: Permits::version_in_force(kind).unwrap(),
		holder: PermitHolder::Party(holder),
		site: None,
		valid_from: day(0),
		valid_to: None,
		conditions: StatedConditions::new(),
	}
}

/// Reserves a place and grants, as silence does.
fn try_grant(grant: Grant<StatedConditions>) -> Result<PermitReference, DispatchError> {
	frame_support::storage::with_storage_layer(|| {
		<Permits as PermitRegister>::reserve(grant.kind, grant.version, &grant.holder)?;
		<Permits as PermitRegister>::grant(grant, None)
	})
}

fn number_of(reference: PermitReference) -> PermitNumber {
	match reference {
		PermitReference::Numbered(number) => number,
		PermitReference::Personal(_) => panic!("a personal permit has no number"),
	}
}

fn granted(grant: Grant<StatedConditions>) -> PermitNumber {
	number_of(try_grant(grant).unwrap())
}

/// A permit of a type for a holder, from today for as long as can be.
fn permit_of(kind: PermitTypeId, holder: Party) -> PermitNumber {
	granted(grant_of(kind, holder))
}

fn record(number: PermitNumber) -> PermitRecord {
	Permits::permit(number).unwrap().record
}

fn permit_version(number: PermitNumber) -> u32 {
	Permits::permit(number).unwrap().head.seq
}

fn status(number: PermitNumber) -> EffectiveStatus {
	Permits::effective_status(number, Clock::now()).unwrap()
}

fn with_document(mut act: Act) -> Act {
	let document =
		DocumentCommitment { algorithm: HashAlgorithm::Sha2_256, digest: commitment(999) };
	act.documents.try_push(document).unwrap();
	act
}

fn basis_of(change: &PermitChange) -> LegalBasis {
	match change {
		PermitChange::Transfer | PermitChange::Renew => HOLDERS_ACTS,
		_ => SUPERVISION,
	}
}

/// An officer prepares something, citing a document.
fn prepare_as(who: AccountId, number: PermitNumber, change: PermitChange) -> DispatchResult {
	let act = with_document(act(basis_of(&change), permit_version(number)));
	let permit = PermitReference::Numbered(number);
	Permits::prepare_change(signed(who), act, permit, Box::new(change))
}

fn prepare(number: PermitNumber, change: PermitChange) -> DispatchResult {
	prepare_as(EXAMINER, number, change)
}

fn decide_as(who: AccountId, id: ProposalId, verdict: Verdict) -> DispatchResult {
	let Some(Matter::Change { permit, change }) = Permits::proposal(id).map(|found| found.matter)
	else {
		panic!("nothing of the kind is prepared")
	};
	let act = match permit {
		PermitReference::Numbered(number) => act(basis_of(&change), permit_version(number)),
		PermitReference::Personal(commitment) => {
			act(PERSONAL, Permits::personal(commitment).unwrap().head.seq)
		},
	};
	Permits::decide_change(signed(who), act, id, verdict)
}

/// Two officers do something with a permit.
fn change(number: PermitNumber, change: PermitChange) -> DispatchResult {
	prepare(number, change)?;
	decide_as(DECIDER, last_proposal(), Verdict::Approve)
}

fn suspend() -> PermitChange {
	PermitChange::Suspend { reason: Reason::Misuse }
}

fn revoke() -> PermitChange {
	PermitChange::Revoke { reason: Reason::ConditionBreached }
}

fn surrender(who: AccountId, number: PermitNumber) -> DispatchResult {
	Permits::surrender(signed(who), act(HOLDERS_ACTS, permit_version(number)), number)
}

fn ask_transfer(who: AccountId, number: PermitNumber, to: Party) -> DispatchResult {
	let act = act(HOLDERS_ACTS, permit_version(number));
	Permits::request_transfer(signed(who), act, number, to)
}

fn endorse(who: AccountId, number: PermitNumber) -> DispatchResult {
	Permits::endorse_transfer(signed(who), act(HOLDERS_ACTS, permit_version(number)), number)
}

fn ask_renewal(who: AccountId, number: PermitNumber) -> DispatchResult {
	let act = act(HOLDERS_ACTS, permit_version(number));
	Permits::request_renewal(signed(who), act, number, None)
}

/// Renews a permit of a holder for whom an account signs.
fn renew(who: AccountId, number: PermitNumber) -> Result<PermitNumber, DispatchError> {
	ask_renewal(who, number)?;
	change(number, PermitChange::Renew)?;
	Ok(record(number).renewed_by.unwrap())
}

/// The last thing that was told.
fn last_event() -> Event<Test> {
	let told = System::events().pop().expect("something was told").event;
	match told {
		RuntimeEvent::Permits(event) => event,
		other => panic!("{other:?} is not of permits"),
	}
}

/// What the last entry of a permit says.
fn last_step(number: PermitNumber) -> PermitStep {
	let version = permit_version(number);
	Permits::permit_history(number, version, 1).pop().unwrap().body.step
}
