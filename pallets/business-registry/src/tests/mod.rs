//! Tests, by call.

mod adopt;
mod apply;
mod bases;
mod change;
mod convert;
mod correct;
mod decide;
mod euid;
mod examine;
mod freeze;
mod heads;
mod import;
mod law;
mod licences;
mod linkage;
mod merge;
mod properties;
mod reads;
mod real_companies;
mod reserve;
mod strike_off;

use frame_support::{assert_noop, assert_ok};
use polity_primitives::{
	code_list::{Country, LegalForm},
	ids::{ApplicationId, ProposalId, ReservationId},
	traits::{FoundingBoard, SigningRule},
	Act, Commitment, CompanyNumber, District, Head, LegalBasis, Lei, Tag,
};
use sp_runtime::DispatchError;

use crate::{
	bases::{
		ADOPTION, CHANGE_OF_PARTICULARS, CHANGE_OF_STATUS, CORRECTION, COURT_ORDER,
		MERGER_AND_CONVERSION, NAME_RESERVATION, REGISTRATION, TAKE_OVER,
	},
	mock::*,
	name::{key_of, name_opening, CompanyName, NameKeyHash},
	status::{Authority, Status},
	types::*,
	ApplicationHeads, Applications, CampaignHeads, Companies, CompanyHeads, Error, Event,
	LastApplication, LastProposal, LastReservation, Names, Namesakes, Proposals, ReservationHeads,
	Reservations,
};

const SALT: [u8; 32] = [7; 32];

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

fn name(text: &str) -> CompanyName {
	CompanyName::new(text).unwrap()
}

fn key(text: &str) -> NameKeyHash {
	key_of(&name(text)).unwrap().hash
}

fn commit(founder: Tag, text: &str) -> Commitment {
	name_opening(&founder, SALT, &name(text)).commitment()
}

fn lei(text: &str) -> Lei {
	text.parse().unwrap()
}

fn limited() -> LegalForm {
	"H0PO".parse().unwrap()
}

fn britain() -> Country {
	"GB".parse().unwrap()
}

fn body(founder: Tag, text: &str) -> ApplicationBody {
	ApplicationBody {
		district: District::NATIONAL,
		name: commit(founder, text),
		reservation: None,
		legal_form: limited(),
		jurisdiction: britain(),
		registered_office: Commitment::new([3; 32]).unwrap(),
		activities: vec!["62020".parse().unwrap()].try_into().unwrap(),
		fiscal_year_end: YearDay::new(12, 31).unwrap(),
		board: FoundingBoard {
			directors: vec![founder].try_into().unwrap(),
			signing: SigningRule::Sole,
		},
	}
}

fn reservation_version(id: ReservationId) -> u32 {
	ReservationHeads::<Test>::get(id).unwrap_or_default().seq
}

fn application_version(id: ApplicationId) -> u32 {
	ApplicationHeads::<Test>::get(id).unwrap_or_default().seq
}

fn company_version(number: CompanyNumber) -> u32 {
	CompanyHeads::<Test>::get(number).unwrap_or_default().seq
}

/// Asks for a name.
fn request(founder: AccountId, text: &str) -> ReservationId {
	let name = commit(tag(founder), text);
	assert_ok!(BusinessRegistry::request_reservation(
		signed(founder),
		act_on(NAME_RESERVATION, 0),
		District::NATIONAL,
		None,
		name
	));
	LastReservation::<Test>::get()
}

fn grant_reservation(
	who: AccountId,
	id: ReservationId,
	text: &str,
) -> frame_support::dispatch::DispatchResult {
	let act = act_on(NAME_RESERVATION, reservation_version(id));
	BusinessRegistry::reserve_name(signed(who), act, id, name(text), SALT)
}

/// Reserves a name.
fn reserve(founder: AccountId, text: &str) -> ReservationId {
	let id = request(founder, text);
	assert_ok!(grant_reservation(DECIDER, id, text));
	id
}

/// Files an application.
fn file(founder: AccountId, body: ApplicationBody) -> ApplicationId {
	assert_ok!(BusinessRegistry::apply(signed(founder), act(0), None, Box::new(body)));
	LastApplication::<Test>::get()
}

fn examine(
	who: AccountId,
	id: ApplicationId,
	recommendation: Recommendation,
) -> frame_support::dispatch::DispatchResult {
	BusinessRegistry::examine(signed(who), act(application_version(id)), id, recommendation)
}

fn recommend(text: &str) -> Recommendation {
	Recommendation::Register { name: name(text), salt: SALT }
}

fn decide(
	who: AccountId,
	id: ApplicationId,
	decision: Decision,
) -> frame_support::dispatch::DispatchResult {
	BusinessRegistry::decide(signed(who), act(application_version(id)), id, decision)
}

/// Files an application and has it examined with a recommendation to register.
fn examined(founder: AccountId, text: &str) -> ApplicationId {
	let id = file(founder, body(tag(founder), text));
	assert_ok!(examine(EXAMINER, id, recommend(text)));
	id
}

/// Founds a company.
fn found(founder: AccountId, text: &str) -> CompanyNumber {
	let id = examined(founder, text);
	assert_ok!(decide(DECIDER, id, Decision::Register));
	match Applications::<Test>::get(id).unwrap().state {
		ApplicationState::Registered(number) => number,
		state => panic!("not registered but {state:?}"),
	}
}

/// Classes of activity.
fn activities(codes: &[&str]) -> Activities {
	codes.iter().map(|code| code.parse().unwrap()).collect::<Vec<_>>().try_into().unwrap()
}

/// What a change ordinarily rests on.
fn basis_of(change: &Change, authority: Authority) -> LegalBasis {
	match (authority, change) {
		(Authority::Court, _) => COURT_ORDER,
		(
			Authority::Registrar,
			Change::Status(_) | Change::StrikeOffNotice | Change::StrikeOffNoticeWithdrawn,
		) => CHANGE_OF_STATUS,
		(Authority::Registrar, Change::Merge { .. } | Change::Convert { .. }) => {
			MERGER_AND_CONVERSION
		},
		(Authority::Registrar, Change::Dates { .. }) => ADOPTION,
		(Authority::Registrar, Change::Lei(_) | Change::Name(_) | Change::Activities(_)) => {
			CHANGE_OF_PARTICULARS
		},
		(Authority::Registrar, Change::Freeze | Change::Unfreeze) => COURT_ORDER,
	}
}

fn propose(
	who: AccountId,
	number: CompanyNumber,
	change: Change,
	authority: Authority,
) -> Result<ProposalId, DispatchError> {
	let act = act_on(basis_of(&change, authority), company_version(number));
	BusinessRegistry::propose_change(signed(who), act, number, change, authority, None)?;
	Ok(LastProposal::<Test>::get())
}

/// An act that decides a proposal on the statute and, if that is a correction, of the day of the
/// prepared one.
fn deciding(id: ProposalId) -> Act {
	let Some(proposal) = Proposals::<Test>::get(id) else { return act(0) };
	let prepared = proposal.preparation.act;
	let act = act_on(prepared.legal_basis, company_version(proposal.company));
	match proposal.corrects {
		Some(_) => Act { effective_from: prepared.effective_from, ..act },
		None => act,
	}
}

fn decide_change(
	who: AccountId,
	id: ProposalId,
	verdict: Verdict,
) -> frame_support::dispatch::DispatchResult {
	decide_change_on(who, deciding(id), id, verdict)
}

fn decide_change_on(
	who: AccountId,
	act: Act,
	id: ProposalId,
	verdict: Verdict,
) -> frame_support::dispatch::DispatchResult {
	BusinessRegistry::decide_change(signed(who), act, id, verdict)
		.map(|_| ())
		.map_err(|error| error.error)
}

/// Makes a change as the registrar.
fn change(number: CompanyNumber, change: Change) {
	let id = propose(EXAMINER, number, change, Authority::Registrar).unwrap();
	assert_ok!(decide_change(DECIDER, id, Verdict::Approve));
}

/// Makes a change as a court.
fn change_by_court(number: CompanyNumber, change: Change) {
	let id = propose(JUDGE, number, change, Authority::Court).unwrap();
	assert_ok!(decide_change(OTHER_JUDGE, id, Verdict::Approve));
}

/// Strikes a company off, once it has had notice for long enough.
fn strike_off(number: CompanyNumber) {
	change(number, Change::StrikeOffNotice);
	pass_days(61);
	change(number, Change::Status(Status::StruckOff));
}

fn company(number: CompanyNumber) -> Company {
	Companies::<Test>::get(number).unwrap()
}

fn status(number: CompanyNumber) -> Status {
	Companies::<Test>::get(number).unwrap().status
}

fn last_event() -> Event<Test> {
	match System::events().pop().expect("an event").event {
		RuntimeEvent::BusinessRegistry(event) => event,
		event => panic!("another pallet's event: {event:?}"),
	}
}

/// An act that is dated before today.
fn backdated(mut act: Act) -> Act {
	act.effective_from = act.effective_from.checked_sub_days(1).unwrap();
	act
}

fn in_future(mut act: Act) -> Act {
	act.effective_from = act.effective_from.checked_add_days(1).unwrap();
	act
}

#[test]
fn errors_should_name_each_reason_when_they_come_from_the_rules() {
	use polity_name_key::NameError;
	use polity_primitives::{record::RecordError, StandingError};
	type E = Error<Test>;
	assert_eq!(E::from(NameError::TooLong), E::NameTooLong);
	assert_eq!(E::from(RecordError::TooManyVersions), E::TooManyVersions);
	assert_eq!(E::from(StandingError::Incomplete), E::PersonNotCapable);
	assert_eq!(E::from(StandingError::NotSealed), E::PersonNotCapable);
}

#[test]
fn root_and_strangers_should_be_refused_when_they_call() {
	build_and_execute(|| {
		let number = CompanyNumber::from_serial(1_000_000_000).unwrap();
		assert_noop!(
			BusinessRegistry::release_name(RuntimeOrigin::root(), key("ACME")),
			DispatchError::BadOrigin
		);
		assert_noop!(
			BusinessRegistry::request_reservation(
				RuntimeOrigin::none(),
				act_on(NAME_RESERVATION, 0),
				District::NATIONAL,
				None,
				commit(tag(FOUNDER), "ACME")
			),
			DispatchError::BadOrigin
		);
		assert_noop!(
			BusinessRegistry::propose_change(
				RuntimeOrigin::root(),
				act(0),
				number,
				Change::Lei(None),
				Authority::Registrar,
				None
			),
			DispatchError::BadOrigin
		);
		assert_noop!(
			propose(EXAMINER, number, Change::Lei(None), Authority::Registrar),
			Error::<Test>::CompanyNotFound
		);
	});
}

fn head_of(version: u32) -> Head {
	Head { seq: version, ..Default::default() }
}
