//! The records that the rows speak of. A call that names a record looks for it before it asks who
//! calls, so that each of them has to be there.

use super::{records_attestations::AttestationRecords, records_permits::PermitRecords, Kind};
use crate::common::act;
use frame_support::storage::{storage_prefix, unhashed};
use pallet_business_registry::{
	bases,
	name::{key_of, name_opening, CompanyName, NameKeyHash},
	status::{Authority, Status},
	types::{
		ApplicationBody, Change, Decision, Recommendation, RegistryLaw, SourceRegister, YearDay,
	},
	LastApplication, LastCampaign, LastProposal, LastReservation,
};
use pallet_company_filings::types::{
	DueAfter, Duty, FiledPeriod, FilingContent, FilingLaw, FilingType,
};
use pallet_company_officers::types::{Authority as BoardAuthority, BoardChange, Officer, Role};
use pallet_identity::{Erasure, ErasureScope, PersonChange, PersonId};
use pallet_land_cadastre::types::{
	CadastreLaw, CorrectedParcel, Level, ParcelRecord, ParcelReference, ParcelVersion,
	Registration, SurveyChange, WorkBound,
};
use pallet_land_register::types::{
	Authority as ConveyanceAuthority, Claim, Leg, Legs, RegisterLaw, RegistrationVerdict,
};
use pallet_share_ledger::types::{
	Authority as ShareAuthority, Law as ShareLedgerLaw, PreEmption, ShareAct, SharesTaken,
	Verdict as ShareVerdict,
};
use polity_geometry::{Outline, Point};
use polity_primitives::{
	ids::{
		ApplicationId, CampaignId, ConveyanceId, FilingId, ProposalId, ReservationId, ShareClassId,
	},
	time::{Instant, Period},
	traits::{CompetenceAdministration, FoundingBoard, SigningRule},
	AccountId, Act, Commitment, CompanyNumber, CompetenceKind, District, DocumentCommitment, Hash,
	HashAlgorithm, MinistryId, ParcelNumber, Party, Power, Powers, Register, Tag, UnitNumber,
};
use polity_runtime::{
	filters::ProxyType, genesis_presets::well_known, BusinessRegistry, Identity, LandCadastre,
	LandRegister, Mandates, Runtime, RuntimeCall, RuntimeOrigin, ShareLedger,
};
use polity_share_register::{ShareLaw, TransferRule};
use polity_title::{Cause, Share, TitleAct};
use sp_core::H256;
use sp_runtime::traits::Dispatchable;
use well_known::WellKnown;

/// With which the founder has hidden the names.
pub const SALT: [u8; 32] = [7; 32];

/// What an application of a founder says.
pub fn application_body(founder: &Tag, name: &str) -> ApplicationBody {
	ApplicationBody {
		district: District::NATIONAL,
		name: name_opening(founder, SALT, &company_name(name)).commitment(),
		reservation: None,
		legal_form: "H0PO".parse().unwrap(),
		jurisdiction: "GB".parse().unwrap(),
		registered_office: Commitment::new([3; 32]).unwrap(),
		activities: vec!["62020".parse().unwrap()].try_into().unwrap(),
		fiscal_year_end: YearDay::new(12, 31).unwrap(),
		board: FoundingBoard {
			directors: vec![*founder].try_into().unwrap(),
			signing: SigningRule::Sole,
		},
	}
}

fn company_name(text: &str) -> CompanyName {
	CompanyName::new(text).unwrap()
}

/// Does a call that has to succeed.
pub fn make(who: Kind, call: impl Into<RuntimeCall>) {
	make_as(who.account().unwrap(), call);
}

pub fn make_as(account: AccountId, call: impl Into<RuntimeCall>) {
	let call = call.into();
	let done = call.clone().dispatch(RuntimeOrigin::signed(account));
	assert!(done.is_ok(), "{call:?}: {done:?}");
}

/// An officer whom the preset does not have.
struct Appointment {
	who: Kind,
	/// The officer of the preset whose second key it is.
	person: Kind,
	register: Register,
	power: Power,
	competence: CompetenceKind,
	ministry: MinistryId,
	seat: [WellKnown; 2],
}

const APPOINTMENTS: [Appointment; 1] = [Appointment {
	who: Kind::Certifier,
	person: Kind::Clerk,
	register: Register::Business,
	power: Power::Certify,
	competence: CompetenceKind::Certifier,
	ministry: MinistryId(4),
	seat: [well_known::ECONOMY_SEAT_1, well_known::ECONOMY_SEAT_2],
}];

/// Makes the ministry competent, and has its seat grant the mandate.
fn appoint(appointment: &Appointment) {
	let Appointment { who, person, register, power, competence, ministry, seat } = appointment;
	Mandates::set_competence(*register, District::NATIONAL, *competence, Some(*ministry)).unwrap();
	let (_, held) = Mandates::mandates_of(person.account().unwrap()).remove(0);
	let now = pallet_timestamp::Now::<Runtime>::get();
	let id = pallet_mandates::NextMandate::<Runtime>::get();
	make_as(
		seat[0].account(),
		pallet_mandates::Call::propose_grant {
			act: act(201, 0),
			officer: who.account().unwrap(),
			person: held.officer.person,
			register: *register,
			powers: Powers::of(&[*power]),
			district: District::NATIONAL,
			not_before: Instant::from_millis(now),
			not_after: Instant::from_millis(now + 86_400_000),
		},
	);
	make_as(seat[1].account(), pallet_mandates::Call::confirm_grant { act: act(201, 1), id });
}

/// What there is for the calls to name.
pub struct Records {
	/// The citizen who has founded and applied.
	pub founder: PersonId,
	/// The version of both citizens' records.
	pub person_version: u32,
	/// A change of the other citizen's record that the keeper of the identity register has prepared.
	pub release: ProposalId,
	/// One that a court has prepared.
	pub freeze: ProposalId,
	/// The receipt of an erasure that the keeper of the identity register has prepared.
	pub erasure: Commitment,
	/// A reservation that the founder has asked for.
	pub reservation: ReservationId,
	/// An application that the founder has filed.
	pub application: ApplicationId,
	/// A company that was registered.
	pub company: CompanyNumber,
	/// The key of its name.
	pub name_key: NameKeyHash,
	/// A change of its record that the examiner has prepared.
	pub proposal: ProposalId,
	/// The appointment of the other citizen as its secretary, which the examiner has prepared.
	pub appointment: ProposalId,
	/// A matter that its director has endorsed.
	pub matter: Hash,
	/// The transfer of a share from the one citizen to the other, which the examiner has prepared and
	/// the holder has consented to.
	pub share_transfer: ProposalId,
	/// A law of the share ledger that the examiner has prepared.
	pub share_law: ProposalId,
	/// A notice that the director has filed.
	pub filing: FilingId,
	/// A law of filings that the examiner has prepared.
	pub filing_law: ProposalId,
	/// A campaign that the recorder has opened.
	pub campaign: CampaignId,
	/// The law of the cadastre.
	pub cadastre_law: CadastreLaw,
	/// A parcel that the surveyor has prepared the first registration of.
	pub parcel: ParcelRecord,
	/// That registration.
	pub registration: ProposalId,
	/// A parcel that has been registered.
	pub registered_parcel: ParcelNumber,
	/// A law of the business register, which its examiner has prepared.
	pub registry_law: ProposalId,
	/// A law of the land register, which its examiner has prepared.
	pub land_law: ProposalId,
	/// A correction of that parcel, which the surveyor has prepared.
	pub survey: SurveyChange,
	/// That survey.
	pub survey_proposal: ProposalId,
	/// A unit that the citizen owns.
	pub unit: UnitNumber,
	/// A first registration of the parcel, which the examiner of the land register has opened and the
	/// other citizen has objected to.
	pub first_registration: ApplicationId,
	/// The sale of the unit to the other citizen, which the same examiner has prepared.
	pub conveyance: ConveyanceId,
	/// A campaign that the recorder of the land register has opened.
	pub parcel_campaign: CampaignId,
	/// A preimage that a key of the seat of Interior has noted.
	pub preimage: Hash,
	/// What the registers of permits have.
	pub permits: PermitRecords,
	/// What the register of attestations has.
	pub attestations: AttestationRecords,
}

impl Records {
	/// Makes them, and appoints an officer for each power that the preset has none for.
	pub fn make() -> Self {
		// So that the time of the block, which it has, can be set once more.
		unhashed::kill(&storage_prefix(b"Timestamp", b"DidUpdate"));
		APPOINTMENTS.iter().for_each(appoint);
		let (founder, person_version) = person(Kind::Citizen);
		let (release, freeze) = prepare_changes();
		let erasure = prepare_erasure();
		let (company, name_key) = found(&founder.tag, "Everywhere");
		make(
			Kind::Citizen,
			pallet_business_registry::Call::request_reservation {
				act: act(bases::NAME_RESERVATION.0, 0),
				district: District::NATIONAL,
				holder: None,
				name: application_body(&founder.tag, "Somewhere").name,
			},
		);
		make(
			Kind::Examiner,
			pallet_business_registry::Call::propose_change {
				act: act(bases::CHANGE_OF_STATUS.0, 1),
				company,
				change: Change::Status(Status::Suspended),
				authority: Authority::Registrar,
				corrects: None,
			},
		);
		make(
			Kind::Recorder,
			pallet_business_registry::Call::open_campaign {
				act: act(bases::TAKE_OVER.0, 0),
				root: H256::repeat_byte(1),
				rows: 1,
				source: SourceRegister::new(*b"RA000585").unwrap(),
				district: District::NATIONAL,
			},
		);
		let matter = H256::repeat_byte(9);
		prepare_officers(company, matter);
		let (share_transfer, share_law) = prepare_shares(company);
		let (filing, filing_law) = prepare_filings(company);
		let parcel = parcel();
		let (registered_parcel, unit) = prepare_titles();
		let first_registration = open_first_registration(registered_parcel, claim_of_citizen());
		object(first_registration);
		prepare_sale(unit, matter);
		let proposal = LastProposal::<Runtime>::get();
		let registry_law = prepare_registry_law();
		let land_law = prepare_land_law();
		let (survey, survey_proposal) = prepare_survey(registered_parcel);
		prepare_cadastre(&parcel);
		make(Kind::InteriorSeatKey, pallet_preimage::Call::note_preimage { bytes: vec![1] });
		make(
			Kind::OtherCitizen,
			pallet_proxy::Call::add_proxy {
				delegate: Kind::Citizen.account().unwrap().into(),
				proxy_type: ProxyType::Operations,
				delay: 0,
			},
		);
		Self {
			founder,
			person_version,
			release,
			freeze,
			erasure,
			reservation: LastReservation::<Runtime>::get(),
			application: apply(&founder.tag, "Somewhere"),
			company,
			name_key,
			proposal,
			appointment: pallet_company_officers::LastProposal::<Runtime>::get(),
			matter,
			share_transfer,
			share_law,
			filing,
			filing_law,
			campaign: LastCampaign::<Runtime>::get(),
			cadastre_law: LandCadastre::cadastre_law().unwrap().record,
			parcel,
			registration: pallet_land_cadastre::LastProposal::<Runtime>::get(),
			registered_parcel,
			registry_law,
			land_law,
			survey,
			survey_proposal,
			unit,
			first_registration,
			conveyance: pallet_land_register::LastConveyance::<Runtime>::get(),
			parcel_campaign: pallet_land_cadastre::LastCampaign::<Runtime>::get(),
			preimage: H256(sp_io::hashing::blake2_256(&[1])),
			permits: PermitRecords::make(company, unit),
			attestations: AttestationRecords::make(company),
		}
	}
}

/// The person whom a citizen's account controls, and the version of its record.
fn person(citizen: Kind) -> (PersonId, u32) {
	let register = Register::Business;
	let tag = Identity::controlled_tag(register, citizen.account().unwrap()).unwrap();
	(PersonId { register, tag }, Identity::person(register, tag).unwrap().head.seq)
}

/// A company of the citizen.
pub fn company(name: &str) -> CompanyNumber {
	found(&person(Kind::Citizen).0.tag, name).0
}

/// Has the keeper of the identity register and a court prepare a change of one person's record.
fn prepare_changes() -> (ProposalId, ProposalId) {
	let (person, version) = person(Kind::OtherCitizen);
	let prepare = |who, basis, change| {
		let proposal = pallet_identity::NextProposal::<Runtime>::get();
		let act = act(basis, version);
		make(who, pallet_identity::Call::prepare { act, person, change, proof: None });
		proposal
	};
	(
		prepare(Kind::IdentityExaminer, 102, PersonChange::ReleaseController),
		prepare(Kind::Judge, 103, PersonChange::Freeze),
	)
}

/// Has the keeper of the identity register prepare the receipt of an erasure.
fn prepare_erasure() -> Commitment {
	let receipt = Commitment::new([44; 32]).unwrap();
	let erasure = Erasure { register: Register::Business, scope: ErasureScope::RecordSecret };
	let act = Act { documents: Default::default(), ..act(106, 0) };
	let call = pallet_identity::Call::prepare_erasure { act, receipt, erasure };
	make(Kind::IdentityExaminer, call);
	receipt
}

/// The appointment of the other citizen as a company's secretary.
pub fn appointment() -> BoardChange {
	let on = act(pallet_company_officers::OFFICERS.0, 1).effective_from;
	BoardChange::Appoint(Officer {
		role: Role::Secretary,
		party: Party::Person(person(Kind::OtherCitizen).0.tag),
		from: on,
		to: None,
	})
}

/// Has the examiner prepare an appointment, and the director endorse a matter.
fn prepare_officers(company: CompanyNumber, matter: H256) {
	make(
		Kind::Examiner,
		pallet_company_officers::Call::propose_change {
			act: act(pallet_company_officers::OFFICERS.0, 1),
			company,
			change: Box::new(appointment()),
			authority: BoardAuthority::Registrar,
		},
	);
	make(
		Kind::Citizen,
		pallet_company_officers::Call::endorse {
			act: act(pallet_company_officers::RESOLUTION.0, 0),
			company,
			matter,
		},
	);
}

const CLASS: ShareClassId = ShareClassId(1);

/// The party of a citizen in the business register.
fn business_party(citizen: Kind) -> Party {
	Party::Person(person(citizen).0.tag)
}

/// Ten shares for the citizen, all paid.
pub fn allotment() -> ShareAct {
	ShareAct::Allot {
		class: CLASS,
		to: business_party(Kind::Citizen),
		shares: 10,
		paid: 1_000,
		pre_emption: PreEmption::Offered,
	}
}

/// One of them for the other citizen.
pub fn transfer_of_shares() -> ShareAct {
	ShareAct::Transfer {
		class: CLASS,
		from: business_party(Kind::Citizen),
		to: business_party(Kind::OtherCitizen),
		taken: SharesTaken::Free(1),
		pre_emption: PreEmption::Offered,
	}
}

/// A law of the share ledger that is another than the first.
pub fn share_law() -> ShareLedgerLaw {
	ShareLedgerLaw {
		shares: ShareLaw { least_paid: 10_000, most_treasury: 0 },
		creditors_period: Period::Months(6),
		pre_emption_period: Period::Months(1),
	}
}

fn propose_shares(company: CompanyNumber, version: u32, share_act: ShareAct) -> ProposalId {
	let basis = pallet_share_ledger::bases::basis_of(&share_act, ShareAuthority::Registrar);
	make(
		Kind::Examiner,
		pallet_share_ledger::Call::propose {
			act: act(basis.0, version),
			company,
			share_act: Box::new(share_act),
			authority: ShareAuthority::Registrar,
		},
	);
	pallet_share_ledger::LastProposal::<Runtime>::get()
}

/// Opens a class and allots shares, as the company has resolved; has the examiner prepare a transfer,
/// and another law.
fn prepare_shares(company: CompanyNumber) -> (ProposalId, ProposalId) {
	let class = ShareAct::OpenClass {
		nominal: 100,
		currency: "EUR".parse().unwrap(),
		authorised: 1_000,
		votes_per_share: 1,
		transfer: TransferRule::Free,
		pre_emption: false,
	};
	for (version, share_act) in [(0, class), (1, allotment())] {
		let proposal = propose_shares(company, version, share_act);
		let matter = ShareLedger::matter(proposal).unwrap();
		make(
			Kind::Citizen,
			pallet_company_officers::Call::endorse {
				act: act(pallet_company_officers::RESOLUTION.0, 0),
				company,
				matter,
			},
		);
		make(
			Kind::Registrar,
			pallet_share_ledger::Call::decide {
				act: act(pallet_share_ledger::bases::SHARE_CAPITAL.0, version),
				proposal,
				verdict: ShareVerdict::Approve,
			},
		);
	}
	let transfer = propose_shares(company, 2, transfer_of_shares());
	make(
		Kind::Citizen,
		pallet_share_ledger::Call::consent {
			act: act(pallet_share_ledger::bases::TRANSFER_AND_PLEDGE.0, 2),
			proposal: transfer,
			matter: ShareLedger::matter(transfer).unwrap(),
		},
	);
	make(
		Kind::Examiner,
		pallet_share_ledger::Call::propose_law {
			act: act(pallet_share_ledger::bases::PARAMETERS.0, 0),
			law: share_law(),
		},
	);
	(transfer, pallet_share_ledger::LastProposal::<Runtime>::get())
}

/// A law of filings that asks for notice of officers, in force so many days from today.
pub fn filing_law(in_days: i32) -> FilingLaw {
	let notice = Duty {
		filing_type: FilingType::ChangeOfOfficers,
		due_after: DueAfter::StatedPeriod,
		within: Period::CalendarDays(14),
		grace: None,
	};
	let today = act(pallet_company_filings::PARAMETERS.0, 0).effective_from;
	FilingLaw {
		in_force_from: today.checked_add_days(in_days).unwrap(),
		fiscal_year_end: (12, 31),
		duties: vec![notice].try_into().unwrap(),
		ownership: None,
	}
}

/// Notice of a change of officers of today.
pub fn notice_of_officers() -> FilingContent {
	let today = filing_law(0).in_force_from;
	FilingContent::Document {
		filing_type: FilingType::ChangeOfOfficers,
		period: FiledPeriod { from: today, to: today },
		document: DocumentCommitment {
			algorithm: HashAlgorithm::Sha2_256,
			digest: Commitment::new([4; 32]).unwrap(),
		},
		amends: None,
	}
}

fn propose_filing_law(version: u32, in_days: i32) -> ProposalId {
	make(
		Kind::Examiner,
		pallet_company_filings::Call::propose_law {
			act: act(pallet_company_filings::PARAMETERS.0, version),
			district: District::NATIONAL,
			law: Box::new(filing_law(in_days)),
		},
	);
	pallet_company_filings::LastProposal::<Runtime>::get()
}

/// Sets a law of filings, has the director file under it, and the examiner prepare another law.
fn prepare_filings(company: CompanyNumber) -> (FilingId, ProposalId) {
	make(
		Kind::Registrar,
		pallet_company_filings::Call::decide_law {
			proposal: propose_filing_law(0, 0),
			act: act(pallet_company_filings::PARAMETERS.0, 0),
			verdict: pallet_company_filings::types::Verdict::Approve,
		},
	);
	make(
		Kind::Citizen,
		pallet_company_filings::Call::file {
			act: act(pallet_company_filings::FILINGS.0, 0),
			company,
			content: Box::new(notice_of_officers()),
		},
	);
	let filing = pallet_company_filings::LastFiling::<Runtime>::get();
	(filing, propose_filing_law(1, 1))
}

/// A parcel of a hundred metres by seventy.
fn parcel() -> ParcelRecord {
	let corners = [(0, 0), (10_000, 0), (10_000, 10_000), (0, 10_000)];
	let outer = corners.iter().map(|(x, y)| Point::new(23_000_000 + x, 486_000_000 + y)).collect();
	ParcelRecord {
		reference: ParcelReference::new(b"A1".to_vec().try_into().unwrap()).unwrap(),
		level: Level(0),
		outline: Outline { outer, holes: vec![] },
		registered_area: 8_200,
	}
}

const BOUND: WorkBound = WorkBound { cells: 100, candidates: 100, tests: 1_000, writes: 100 };

/// The tag of a citizen in the land register.
fn land_party(citizen: Kind) -> Party {
	let account = citizen.account().unwrap();
	Party::Person(Identity::controlled_tag(Register::Land, account).unwrap())
}

/// The whole land, as one citizen's.
pub fn claim_of_citizen() -> Claim {
	claim_of(land_party(Kind::Citizen))
}

/// The whole land, as one party's.
fn claim_of(party: Party) -> Claim {
	let share = Share { party, units: 1, by_deed: false };
	Claim { total_units: 1, owners: vec![share].try_into().unwrap() }
}

/// The sale of a unit by the citizen to the other one.
pub fn sale(unit: UnitNumber) -> Box<Legs> {
	sale_from(land_party(Kind::Citizen), unit)
}

/// The sale of a unit by a party to the same.
pub fn sale_from(from: Party, unit: UnitNumber) -> Box<Legs> {
	let act = TitleAct::Transfer {
		from,
		to: land_party(Kind::OtherCitizen),
		units: 1,
		cause: Cause::Sale,
		subject_to_mortgages: false,
	};
	Box::new(vec![Leg { unit, expected_version: 1, act }].try_into().unwrap())
}

/// Registers a parcel, so many times a hundred metres to the west.
fn register_parcel(place: i64) -> ParcelNumber {
	let mut parcel = parcel();
	let name = format!("B{place}").into_bytes();
	parcel.reference = ParcelReference::new(name.try_into().unwrap()).unwrap();
	for corner in &mut parcel.outline.outer {
		corner.x -= 20_000 * place;
	}
	propose_parcel(&parcel);
	make(
		Kind::LandsRegistrar,
		pallet_land_cadastre::Call::decide_proposal {
			act: act(pallet_land_cadastre::FIRST_REGISTRATION.0, 0),
			proposal: pallet_land_cadastre::LastProposal::<Runtime>::get(),
			verdict: pallet_land_cadastre::types::Verdict::Approve,
			bound: BOUND,
		},
	);
	LandCadastre::parcel_by_reference(parcel.reference).unwrap().record.number
}

/// Opens a first registration of a parcel.
fn open_first_registration(parcel: ParcelNumber, claim: Claim) -> ApplicationId {
	make(
		Kind::LandsExaminer,
		pallet_land_register::Call::open_first_registration {
			act: act(pallet_land_register::bases::FIRST_REGISTRATION.0, 0),
			parcels: vec![parcel].try_into().unwrap(),
			claim: Some(claim),
		},
	);
	pallet_land_register::LastRegistration::<Runtime>::get()
}

/// Has the other citizen object to a first registration.
fn object(registration: ApplicationId) {
	make(
		Kind::OtherCitizen,
		pallet_land_register::Call::object_to_registration {
			act: act(pallet_land_register::bases::FIRST_REGISTRATION.0, 1),
			registration,
		},
	);
}

/// Registers two parcels, and the first of them as a unit of the citizen.
fn prepare_titles() -> (ParcelNumber, UnitNumber) {
	(register_parcel(2), unit_of(land_party(Kind::Citizen), 1))
}

/// Registers a parcel as a unit of a party, so many times a hundred metres to the west.
pub fn unit_of(party: Party, place: i64) -> UnitNumber {
	let parcel = register_parcel(place);
	let registration = open_first_registration(parcel, claim_of(party));
	// Everybody has had time to object.
	pallet_land_register::Registrations::<Runtime>::mutate(registration, |registration| {
		registration.as_mut().unwrap().made_at = Instant::default();
	});
	make(
		Kind::LandsRegistrar,
		pallet_land_register::Call::decide_first_registration {
			act: act(pallet_land_register::bases::FIRST_REGISTRATION.0, 1),
			registration,
			verdict: RegistrationVerdict::Register,
		},
	);
	LandRegister::unit_of_parcel(parcel).unwrap()
}

/// Has the examiner prepare a sale, and the owner consent to a survey.
fn prepare_sale(unit: UnitNumber, matter: H256) {
	make(
		Kind::LandsExaminer,
		pallet_land_register::Call::prepare_conveyance {
			act: act(pallet_land_register::bases::TRANSFER.0, 0),
			legs: sale(unit),
			authority: ConveyanceAuthority::Registrar,
			acting_for: None,
		},
	);
	make(
		Kind::Citizen,
		pallet_land_register::Call::consent_to_survey {
			act: act(pallet_land_register::bases::SURVEY.0, 1),
			unit,
			matter,
		},
	);
}

fn propose_parcel(parcel: &ParcelRecord) {
	make(
		Kind::Surveyor,
		pallet_land_cadastre::Call::propose_registration {
			act: act(pallet_land_cadastre::FIRST_REGISTRATION.0, 0),
			registration: Box::new(Registration {
				district: District::NATIONAL,
				parcel: parcel.clone(),
			}),
			bound: BOUND,
		},
	);
}

/// A law of the business register that is not the one that the network begins with.
pub fn registry_law() -> RegistryLaw {
	RegistryLaw { query_period: Period::CalendarDays(31), ..RegistryLaw::DEFAULT }
}

/// Has the examiner prepare a law of the business register.
fn prepare_registry_law() -> ProposalId {
	make(
		Kind::Examiner,
		pallet_business_registry::Call::propose_law {
			act: act(bases::PARAMETERS.0, 0),
			law: registry_law(),
		},
	);
	LastProposal::<Runtime>::get()
}

/// A law of the land register that is not the one that the network begins with.
pub fn land_law() -> RegisterLaw {
	RegisterLaw { max_notice_period: Period::Years(1), ..RegisterLaw::DEFAULT }
}

/// Has the examiner prepare a law of the land register.
fn prepare_land_law() -> ProposalId {
	make(
		Kind::LandsExaminer,
		pallet_land_register::Call::propose_law {
			act: act(pallet_land_register::bases::PARAMETERS.0, 0),
			law: land_law(),
		},
	);
	pallet_land_register::LastProposal::<Runtime>::get()
}

/// Has the surveyor prepare a correction of a parcel's area.
fn prepare_survey(parcel: ParcelNumber) -> (SurveyChange, ProposalId) {
	let record = LandCadastre::parcel(parcel).unwrap();
	let corrected = CorrectedParcel {
		parcel: ParcelVersion { parcel, version: record.head.seq },
		outline: LandCadastre::geometry(parcel).unwrap().into_outline(),
		registered_area: record.record.registered_area + 1,
	};
	let survey = SurveyChange::Correct { parcels: vec![corrected].try_into().unwrap() };
	make(
		Kind::Surveyor,
		pallet_land_cadastre::Call::propose_survey {
			act: act(pallet_land_cadastre::SURVEY.0, record.head.seq),
			change: Box::new(survey.clone()),
			bound: BOUND,
		},
	);
	(survey, pallet_land_cadastre::LastProposal::<Runtime>::get())
}

/// Has the surveyor prepare the registration of a parcel, and the recorder open a campaign.
fn prepare_cadastre(parcel: &ParcelRecord) {
	propose_parcel(parcel);
	make(
		Kind::LandsRecorder,
		pallet_land_cadastre::Call::open_campaign {
			act: act(pallet_land_cadastre::TAKE_OVER.0, 0),
			root: H256::repeat_byte(1),
			rows: 1,
			district: District::NATIONAL,
		},
	);
}

/// Files an application of the founder.
fn apply(founder: &Tag, name: &str) -> ApplicationId {
	let body = Box::new(application_body(founder, name));
	let act = act(bases::REGISTRATION.0, 0);
	make(Kind::Citizen, pallet_business_registry::Call::apply { act, founder: None, body });
	LastApplication::<Runtime>::get()
}

/// Founds a company. Answers its number and the key of its name.
fn found(founder: &Tag, text: &str) -> (CompanyNumber, NameKeyHash) {
	let application = apply(founder, text);
	make(
		Kind::Examiner,
		pallet_business_registry::Call::examine {
			act: act(bases::REGISTRATION.0, 1),
			application,
			recommendation: Recommendation::Register { name: company_name(text), salt: SALT },
		},
	);
	make(
		Kind::Registrar,
		pallet_business_registry::Call::decide {
			act: act(bases::REGISTRATION.0, 2),
			application,
			decision: Decision::Register,
		},
	);
	let company = BusinessRegistry::companies(None, 64).pop().unwrap();
	(company.number, key_of(&company_name(text)).unwrap().hash)
}
