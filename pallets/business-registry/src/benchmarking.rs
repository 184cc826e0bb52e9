//! How heavy the calls are, at their heaviest.

use alloc::{boxed::Box, vec, vec::Vec};
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::{traits::Get, BoundedVec};
use frame_system::RawOrigin;
use polity_primitives::{
	act::{LegalBasis, RequestId, MAX_DOCUMENTS},
	code_list::{Activity, Country, LegalForm},
	ids::{ApplicationId, CampaignId, MandateId, ProposalId, ReservationId},
	merkle,
	time::{Instant, Period},
	traits::{
		CompanyOfficers, FoundingBoard, LegalClock, MandateAuthority, Persons, SigningRule,
		MAX_FOUNDING_DIRECTORS,
	},
	Act, Commitment, CompanyNumber, District, DocumentCommitment, HashAlgorithm, Power, Register,
	RuleVersion, Tag,
};
use sp_core::H256;
use sp_io::hashing::blake2_256;

use crate::{
	bases::{
		CHANGE_OF_STATUS, CORRECTION, MERGER_AND_CONVERSION, NAME_RESERVATION, PARAMETERS,
		REGISTRATION, TAKE_OVER,
	},
	name::{key_of, name_opening, CompanyName},
	resolutions::{conversion_matter, merger_matter},
	status::{Authority, Status},
	types::*,
	Call, Companies, Config, Event, LastApplication, LastCampaign, LastProposal, LastReservation,
	Laws, Leis, Names, Pallet,
};

/// What the benchmarks need from the runtime.
pub trait BenchmarkHelper {
	/// Sets the time of the block.
	fn set_now(now: Instant);
}

const SALT: [u8; 32] = [7; 32];
/// 2026-11-22T12:00:00Z.
const START: Instant = Instant::from_millis(1_795_348_800_000);
/// More than twenty years later: every period is over.
const LATER: Instant = Instant::from_millis(2_500_000_000_000);

type Account<T> = <T as frame_system::Config>::AccountId;

fn tag(seed: u8) -> Tag {
	Tag::new([seed; 32]).expect("not zero; qed")
}

fn commitment(seed: u8) -> Commitment {
	Commitment::new([seed; 32]).expect("not zero; qed")
}

/// The version of a record that does not exist yet.
const NEW: u32 = 0;

/// The id of a request, each with a number of its own.
fn request_id(number: u32) -> RequestId {
	let mut bytes = [0xB5; 16];
	bytes[..4].copy_from_slice(&number.to_le_bytes());
	RequestId::new(bytes).expect("not zero; qed")
}

/// An act with as many documents as it can have.
fn act<T: Config>(legal_basis: LegalBasis, request: u32, expected_version: u32) -> Act {
	let document = DocumentCommitment { algorithm: HashAlgorithm::Sha2_256, digest: commitment(5) };
	Act {
		legal_basis,
		rule_version: RuleVersion::CURRENT,
		documents: vec![document; MAX_DOCUMENTS as usize].try_into().expect("the bound; qed"),
		request: request_id(request),
		expected_version,
		effective_from: T::Clock::today(Register::Business, District::NATIONAL),
	}
}

fn officer<T: Config>(seed: u8) -> Account<T> {
	let who = account("officer", seed.into(), 0);
	let (register, district) = (Register::Business, District::NATIONAL);
	// Once each: an account can hold few mandates.
	if T::Mandates::ensure_mandate(&who, register, Power::Decide, district).is_err() {
		T::Mandates::grant_for_benchmark(&who, tag(100 + seed), register, district);
	}
	who
}

fn examiner<T: Config>() -> Account<T> {
	officer::<T>(1)
}

fn decider<T: Config>() -> Account<T> {
	officer::<T>(2)
}

/// One of as many officers as one application can have at the counter.
fn at_counter<T: Config>(which: u8) -> Account<T> {
	officer::<T>(50 + which)
}

fn founder<T: Config>() -> Account<T> {
	let who: Account<T> = account("founder", 0, 0);
	T::Persons::enrol_for_benchmark(Register::Business, tag(1), Some(who.clone()));
	who
}

/// A founder without an account, for whom officers file.
fn founder_at_counter<T: Config>() -> Tag {
	let founder = tag(1);
	T::Persons::enrol_for_benchmark(Register::Business, founder, None);
	founder
}

/// As many directors as a company can be founded with, enrolled.
fn board<T: Config>() -> FoundingBoard {
	let directors: Vec<_> = (0..MAX_FOUNDING_DIRECTORS as u8).map(|n| tag(200 + n)).collect();
	for director in &directors {
		T::Persons::enrol_for_benchmark(Register::Business, *director, None);
	}
	FoundingBoard {
		directors: directors.try_into().expect("the bound; qed"),
		signing: SigningRule::Joint(2),
	}
}

/// A name as long as it can be.
fn long_name(seed: u32) -> CompanyName {
	let text = alloc::format!("{seed:0>153} Limited");
	CompanyName::new(&text[1..]).expect("160 bytes; qed")
}

fn limited() -> LegalForm {
	LegalForm::new(*b"H0PO").expect("in the list; qed")
}

fn britain() -> Country {
	Country::new(*b"GB").expect("in the list; qed")
}

fn activities() -> Activities {
	let activity = Activity::new(*b"62020").expect("a division; qed");
	vec![activity; MAX_ACTIVITIES as usize].try_into().expect("the bound; qed")
}

fn body<T: Config>(name: &CompanyName, reservation: Option<ReservationId>) -> ApplicationBody {
	ApplicationBody {
		district: District::NATIONAL,
		name: name_opening(&tag(1), SALT, name).commitment(),
		reservation,
		legal_form: limited(),
		jurisdiction: britain(),
		registered_office: commitment(3),
		activities: activities(),
		fiscal_year_end: YearDay::new(12, 31).expect("a day; qed"),
		board: board::<T>(),
	}
}

/// A request for the reservation of a name; one of an officer, for a holder.
fn requested<T: Config>(
	who: &Account<T>,
	holder: Option<Tag>,
	request: u32,
	name: &CompanyName,
) -> ReservationId {
	Pallet::<T>::request_reservation(
		RawOrigin::Signed(who.clone()).into(),
		act::<T>(NAME_RESERVATION, request, NEW),
		District::NATIONAL,
		holder,
		name_opening(&tag(1), SALT, name).commitment(),
	)
	.expect("a founder may ask; qed");
	LastReservation::<T>::get()
}

/// A reservation of a name. It takes two request ids from `request` on.
fn reserved<T: Config>(
	who: &Account<T>,
	holder: Option<Tag>,
	request: u32,
	name: &CompanyName,
) -> ReservationId {
	let id = requested::<T>(who, holder, request, name);
	Pallet::<T>::reserve_name(
		RawOrigin::Signed(decider::<T>()).into(),
		act::<T>(NAME_RESERVATION, request + 1, 1),
		id,
		name.clone(),
		SALT,
	)
	.expect("the name is free; qed");
	id
}

/// An application. It takes three request ids from `request` on.
fn filed<T: Config>(
	who: &Account<T>,
	founder: Option<Tag>,
	request: u32,
	name: &CompanyName,
	has_reservation: bool,
) -> ApplicationId {
	let reservation = has_reservation.then(|| reserved::<T>(who, founder, request, name));
	Pallet::<T>::apply(
		RawOrigin::Signed(who.clone()).into(),
		act::<T>(REGISTRATION, request + 2, NEW),
		founder,
		Box::new(body::<T>(name, reservation)),
	)
	.expect("a founder may apply; qed");
	LastApplication::<T>::get()
}

fn recommend<T: Config>(id: ApplicationId, request: u32, version: u32, name: &CompanyName) {
	Pallet::<T>::examine(
		RawOrigin::Signed(examiner::<T>()).into(),
		act::<T>(REGISTRATION, request, version),
		id,
		Recommendation::Register { name: name.clone(), salt: SALT },
	)
	.expect("it was filed; qed");
}

fn query<T: Config>(id: ApplicationId, request: u32, version: u32) {
	Pallet::<T>::raise_query(
		RawOrigin::Signed(examiner::<T>()).into(),
		act::<T>(REGISTRATION, request, version),
		id,
		QueryReason::AddDocument,
	)
	.expect("it was filed; qed");
}

/// Lets the time pass for which requests are remembered, so that the next act has as many of them to
/// forget as it can.
fn let_requests_pass<T: Config>() {
	frame_system::Pallet::<T>::set_block_number(1_000_000u32.into());
}

/// An application that `count` officers have filed and answered for a founder, and its version.
fn filed_at_counter<T: Config>(count: u8, has_reservation: bool) -> (ApplicationId, u32) {
	let (founder, name) = (founder_at_counter::<T>(), long_name(1));
	let id = filed::<T>(&at_counter::<T>(0), Some(founder), 1, &name, has_reservation);
	let reservation = has_reservation.then(LastReservation::<T>::get);
	let mut version = 1;
	for which in 1..count {
		query::<T>(id, 100 + version, version);
		Pallet::<T>::answer_query(
			RawOrigin::Signed(at_counter::<T>(which)).into(),
			act::<T>(REGISTRATION, 200 + version, version + 1),
			id,
			Box::new(body::<T>(&name, reservation)),
		)
		.expect("it was queried; qed");
		version += 2;
	}
	let_requests_pass::<T>();
	(id, version)
}

/// An application that as many officers as there can be have filed and answered, and that is
/// examined, and its version.
fn examined_at_counter<T: Config>(has_reservation: bool) -> (ApplicationId, u32) {
	let (id, version) = filed_at_counter::<T>(MAX_COUNTER_OFFICERS as u8, has_reservation);
	recommend::<T>(id, 400, version, &long_name(1));
	(id, version + 1)
}

/// An imported company, of a sealed campaign: the heaviest to change.
fn imported<T: Config>() -> CompanyNumber {
	let row = row(1);
	let leaves = [merkle::leaf(&row.encode())];
	let id = opened::<T>(merkle::root(&leaves).expect("a row; qed"), 1);
	let proof = merkle::prove(&leaves, 0).expect("a row; qed");
	let rows = vec![CampaignRow { index: 0, company: row, proof }];
	let recorder = RawOrigin::Signed(examiner::<T>()).into();
	Pallet::<T>::import_companies(recorder, id, rows.try_into().expect("one row; qed"))
		.expect("it is of the campaign; qed");
	Pallet::<T>::seal_campaign(
		RawOrigin::Signed(decider::<T>()).into(),
		act::<T>(TAKE_OVER, 51, 1),
		id,
	)
	.expect("every row has ended; qed");
	CompanyNumber::from_serial(CompanyNumber::FIRST_SERIAL).expect("in range; qed")
}

/// An active company in the records, without an application: for the benchmarks of this pallet and
/// others.
pub(crate) fn registered<T: Config>(district: District, missing: Missing) -> CompanyNumber {
	let number = Pallet::<T>::next_number().expect("numbers are left; qed");
	// Longer than any other name of a benchmark that ends in this number.
	let text = alloc::format!("{:0>153} Limited", number.serial());
	let name = CompanyName::new(&text[1..]).expect("160 bytes; qed");
	let name_key = key_of(&name).expect("lawful; qed");
	let act = act::<T>(REGISTRATION, 0, NEW);
	let company = Company {
		number,
		name,
		name_key,
		legal_form: limited(),
		jurisdiction: britain(),
		lei: None,
		registered_office: Some(commitment(3)),
		activities: activities(),
		status: Status::Active,
		status_since: T::Clock::now(),
		incorporated_on: Some(act.effective_from),
		fiscal_year_end: Some(YearDay::new(12, 31).expect("a day; qed")),
		source: None,
		missing,
		dispute: None,
		district,
		strike_off_notice: None,
		is_frozen: false,
	};
	Names::<T>::insert(name_key.hash, NameHolder::Company(number));
	let change =
		CompanyChange::Registered { application: ApplicationId(1), company: company.clone() };
	Pallet::<T>::create_company(company, &act, MandateId(1), change).expect("a first entry; qed");
	number
}

/// An active company with an identifier and as large a board as there can be.
fn with_board<T: Config>(lei: &str) -> CompanyNumber {
	let number = registered::<T>(District::NATIONAL, Missing::NONE);
	let lei = lei.parse().expect("a valid identifier; qed");
	Leis::<T>::insert(lei, number);
	Companies::<T>::mutate_extant(number, |company| company.lei = Some(lei));
	let act = act::<T>(REGISTRATION, 0, NEW);
	let (district, board) = (District::NATIONAL, board::<T>());
	T::Officers::found(number, district, &board, &act, MandateId(1))
		.expect("its directors are persons; qed");
	number
}

/// Two companies that have resolved that the first is merged into the second, and the merger.
fn resolved_merger<T: Config>() -> (CompanyNumber, CompanyNumber, Change) {
	let (from, into) =
		(with_board::<T>("5493001KJTIIGC8Y1R12"), with_board::<T>("549300MLUDYVRQOOXS22"));
	for party in [from, into] {
		T::Officers::resolve_for_benchmark(party, merger_matter(from, into));
	}
	(from, into, Change::Merge { into, survivor_version: 1 })
}

/// A change that has been prepared on the first version of a company.
fn prepared<T: Config>(basis: LegalBasis, company: CompanyNumber, change: Change) -> ProposalId {
	Pallet::<T>::propose_change(
		RawOrigin::Signed(examiner::<T>()).into(),
		act::<T>(basis, 60, 1),
		company,
		change,
		Authority::Registrar,
		None,
	)
	.expect("it is lawful; qed");
	LastProposal::<T>::get()
}

/// A company that can be struck off now: it has had notice for long enough.
fn with_notice<T: Config>() -> CompanyNumber {
	begin::<T>();
	let number = with_board::<T>("5493001KJTIIGC8Y1R12");
	Companies::<T>::mutate_extant(number, |company| company.strike_off_notice = Some(START));
	T::BenchmarkHelper::set_now(LATER);
	number
}

/// A proposal that corrects the first name of a company.
fn proposed<T: Config>(number: CompanyNumber) -> ProposalId {
	Pallet::<T>::propose_change(
		RawOrigin::Signed(examiner::<T>()).into(),
		act::<T>(CORRECTION, 60, 1),
		number,
		Change::Name(long_name(900)),
		Authority::Registrar,
		Some(Correction { version: 1, reason: CorrectionReason::CourtOrder }),
	)
	.expect("the name is free; qed");
	LastProposal::<T>::get()
}

/// A name whose reservation has lapsed: the heaviest to take.
fn with_lapsed_holder<T: Config>(name: &CompanyName) {
	begin::<T>();
	reserved::<T>(&founder::<T>(), None, 500, name);
	T::BenchmarkHelper::set_now(LATER);
}

fn row(seed: u32) -> ImportedCompany {
	let number = alloc::format!("{seed:0>16}");
	ImportedCompany {
		name: long_name(seed),
		number: SourceNumber::new(number.into_bytes().try_into().expect("16 digits; qed"))
			.expect("digits; qed"),
		status: SourceStatus::Active,
		legal_form: limited(),
		jurisdiction: britain(),
		registered_office: Some(commitment(3)),
		activities: activities(),
		incorporated_on: None,
	}
}

/// Proven rows of a campaign of 2^31 rows, of which only the first ones are known: each proof is as
/// long as it gets.
fn campaign_rows(count: u32) -> (H256, u32, Vec<CampaignRow>) {
	let rows: Vec<_> = (0..count).map(row).collect();
	let mut leaves: Vec<_> = rows.iter().map(|row| merkle::leaf(&row.encode())).collect();
	let known = count.next_power_of_two();
	leaves.resize(known as usize, H256::repeat_byte(1));
	let levels_above = 31 - known.trailing_zeros();
	let sibling = H256::repeat_byte(2);
	let mut root = merkle::root(&leaves).expect("a row at least; qed");
	for _ in 0..levels_above {
		let mut node = vec![1u8];
		node.extend_from_slice(root.as_bytes());
		node.extend_from_slice(sibling.as_bytes());
		root = H256(blake2_256(&node));
	}
	let proven = rows
		.into_iter()
		.zip(0u32..)
		.map(|(company, index)| {
			let mut proof = merkle::prove(&leaves, index).expect("a known row; qed");
			for _ in 0..levels_above {
				proof.0.try_push(sibling).expect("31 levels; qed");
			}
			CampaignRow { index, company, proof }
		})
		.collect();
	(root, 1 << 31, proven)
}

fn opened<T: Config>(root: H256, rows: u32) -> CampaignId {
	Pallet::<T>::open_campaign(
		RawOrigin::Signed(examiner::<T>()).into(),
		act::<T>(TAKE_OVER, 50, NEW),
		root,
		rows,
		SourceRegister::new(*b"RA000585").expect("a code; qed"),
		District::NATIONAL,
	)
	.expect("an officer may open; qed");
	LastCampaign::<T>::get()
}

fn assert_last_event<T: Config>(event: Event<T>) {
	frame_system::Pallet::<T>::assert_last_event(
		<T as frame_system::Config>::RuntimeEvent::from(event).into(),
	);
}

/// A law that is not the one of any network's beginning.
fn another_law() -> RegistryLaw {
	RegistryLaw { query_period: Period::CalendarDays(31), ..RegistryLaw::DEFAULT }
}

/// Sets the time, and lets the register look back to as many laws as it can.
fn begin<T: Config>() {
	T::BenchmarkHelper::set_now(START);
	let law = LawInForce { since: Instant::default(), law: RegistryLaw::DEFAULT };
	Laws::<T>::put(LawsInForce::truncate_from(vec![law; MAX_LAWS as usize]));
}

fn law_proposed<T: Config>() -> ProposalId {
	begin::<T>();
	let act = act::<T>(PARAMETERS, 1, NEW);
	Pallet::<T>::propose_law(RawOrigin::Signed(examiner::<T>()).into(), act, another_law())
		.expect("it is another; qed");
	LastProposal::<T>::get()
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn request_reservation() {
		begin::<T>();
		let (caller, holder) = (examiner::<T>(), founder_at_counter::<T>());
		let act = act::<T>(NAME_RESERVATION, 1, NEW);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, District::NATIONAL, Some(holder), commitment(9));
		assert_eq!(LastReservation::<T>::get(), ReservationId(1));
	}

	#[benchmark]
	fn reserve_name() {
		let name = long_name(1);
		with_lapsed_holder::<T>(&name);
		let holder = founder_at_counter::<T>();
		let id = requested::<T>(&examiner::<T>(), Some(holder), 1, &name);
		let caller = decider::<T>();
		let act = act::<T>(NAME_RESERVATION, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, name.clone(), SALT);
		assert!(matches!(
			Pallet::<T>::reservation(id).unwrap().record.state,
			ReservationState::Granted { .. }
		));
	}

	#[benchmark]
	fn refuse_reservation() {
		begin::<T>();
		let holder = founder_at_counter::<T>();
		let id = requested::<T>(&examiner::<T>(), Some(holder), 1, &long_name(1));
		let caller = decider::<T>();
		let act = act::<T>(NAME_RESERVATION, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, RefusalReason::NameMisleading);
		assert!(matches!(
			Pallet::<T>::reservation(id).unwrap().record.state,
			ReservationState::Refused(_)
		));
	}

	#[benchmark]
	fn withdraw_reservation() {
		begin::<T>();
		let caller = founder::<T>();
		let id = reserved::<T>(&caller, None, 1, &long_name(1));
		let act = act::<T>(NAME_RESERVATION, 3, 2);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		assert_eq!(Pallet::<T>::reservation(id).unwrap().record.state, ReservationState::Withdrawn);
	}

	#[benchmark]
	fn release_name() {
		let name = long_name(1);
		with_lapsed_holder::<T>(&name);
		let key = key_of(&name).expect("lawful; qed").hash;
		let caller: T::AccountId = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), key);
		assert_eq!(Pallet::<T>::name_availability(name), NameAvailability::Free);
	}

	#[benchmark]
	fn apply() {
		begin::<T>();
		let (caller, founder, name) = (examiner::<T>(), founder_at_counter::<T>(), long_name(1));
		let reservation = reserved::<T>(&caller, Some(founder), 1, &name);
		let act = act::<T>(REGISTRATION, 3, NEW);
		let body = Box::new(body::<T>(&name, Some(reservation)));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, Some(founder), body);
		assert_eq!(LastApplication::<T>::get(), ApplicationId(1));
	}

	#[benchmark]
	fn take_up() {
		begin::<T>();
		let (id, version) = filed_at_counter::<T>(MAX_COUNTER_OFFICERS as u8, true);
		let caller = examiner::<T>();
		let act = act::<T>(REGISTRATION, 9, version);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		assert_eq!(
			Pallet::<T>::application(id).unwrap().record.state,
			ApplicationState::UnderExamination
		);
	}

	#[benchmark]
	fn raise_query() {
		begin::<T>();
		// The application holds its name itself, which becomes free.
		let (id, version) = examined_at_counter::<T>(false);
		let caller = examiner::<T>();
		let act = act::<T>(REGISTRATION, 9, version);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, QueryReason::AddDocument);
		assert!(matches!(
			Pallet::<T>::application(id).unwrap().record.state,
			ApplicationState::QueryRaised { .. }
		));
	}

	#[benchmark]
	fn answer_query() {
		begin::<T>();
		// The last place at the counter is taken, and the reservation becomes another.
		let last = MAX_COUNTER_OFFICERS as u8 - 1;
		let (id, version) = filed_at_counter::<T>(last, true);
		let caller = at_counter::<T>(last);
		let other = reserved::<T>(&caller, Some(tag(1)), 20, &long_name(2));
		query::<T>(id, 30, version);
		let act = act::<T>(REGISTRATION, 31, version + 1);
		let body = Box::new(body::<T>(&long_name(2), Some(other)));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, body);
		let application = Pallet::<T>::application(id).unwrap().record;
		assert_eq!(application.state, ApplicationState::Filed);
		assert_eq!(application.counter_officers.len(), MAX_COUNTER_OFFICERS as usize);
	}

	#[benchmark]
	fn withdraw_application() {
		begin::<T>();
		let (caller, name) = (founder::<T>(), long_name(1));
		let id = filed::<T>(&caller, None, 1, &name, true);
		recommend::<T>(id, 8, 1, &name);
		let act = act::<T>(REGISTRATION, 9, 2);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		assert_eq!(Pallet::<T>::application(id).unwrap().record.state, ApplicationState::Withdrawn);
	}

	#[benchmark]
	fn examine() {
		let name = long_name(1);
		with_lapsed_holder::<T>(&name);
		let founder = founder::<T>();
		Pallet::<T>::apply(
			RawOrigin::Signed(founder).into(),
			act::<T>(REGISTRATION, 1, NEW),
			None,
			Box::new(body::<T>(&name, None)),
		)
		.expect("a founder may apply; qed");
		let id = LastApplication::<T>::get();
		let caller = examiner::<T>();
		let act = act::<T>(REGISTRATION, 2, 1);
		let recommendation = Recommendation::Register { name, salt: SALT };
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, recommendation);
		assert!(matches!(
			Pallet::<T>::application(id).unwrap().record.state,
			ApplicationState::Examined { .. }
		));
	}

	#[benchmark]
	fn decide() {
		begin::<T>();
		// The decider is compared with as many officers as there can be.
		let (id, version) = examined_at_counter::<T>(true);
		let caller = decider::<T>();
		let act = act::<T>(REGISTRATION, 9, version);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, Decision::Register);
		assert!(matches!(
			Pallet::<T>::application(id).unwrap().record.state,
			ApplicationState::Registered(_)
		));
	}

	#[benchmark]
	fn propose_change() {
		begin::<T>();
		let number = imported::<T>();
		let caller = examiner::<T>();
		let act = act::<T>(CORRECTION, 9, 1);
		let change = Change::Name(long_name(900));
		let corrects = Some(Correction { version: 1, reason: CorrectionReason::CourtOrder });
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, number, change, Authority::Registrar, corrects);
		assert_eq!(LastProposal::<T>::get(), ProposalId(1));
	}

	#[benchmark]
	fn propose_strike_off() {
		let number = with_notice::<T>();
		let caller = examiner::<T>();
		let act = act::<T>(CHANGE_OF_STATUS, 9, 1);
		let change = Change::Status(Status::StruckOff);
		#[extrinsic_call]
		propose_change(RawOrigin::Signed(caller), act, number, change, Authority::Registrar, None);
		assert_eq!(LastProposal::<T>::get(), ProposalId(1));
	}

	#[benchmark]
	fn propose_merger() {
		begin::<T>();
		let (from, _, change) = resolved_merger::<T>();
		let caller = examiner::<T>();
		let act = act::<T>(MERGER_AND_CONVERSION, 9, 1);
		#[extrinsic_call]
		propose_change(RawOrigin::Signed(caller), act, from, change, Authority::Registrar, None);
		assert_eq!(LastProposal::<T>::get(), ProposalId(1));
	}

	#[benchmark]
	fn decide_strike_off() {
		let number = with_notice::<T>();
		let change = Change::Status(Status::StruckOff);
		let id = prepared::<T>(CHANGE_OF_STATUS, number, change);
		let caller = decider::<T>();
		let act = act::<T>(CHANGE_OF_STATUS, 61, 1);
		#[extrinsic_call]
		decide_change(RawOrigin::Signed(caller), act, id, Verdict::Approve);
		assert_eq!(Pallet::<T>::company(number).unwrap().record.status, Status::StruckOff);
	}

	#[benchmark]
	fn decide_merger() {
		begin::<T>();
		let (from, into, change) = resolved_merger::<T>();
		let id = prepared::<T>(MERGER_AND_CONVERSION, from, change);
		let caller = decider::<T>();
		let act = act::<T>(MERGER_AND_CONVERSION, 61, 1);
		#[extrinsic_call]
		decide_change(RawOrigin::Signed(caller), act, id, Verdict::Approve);
		assert_eq!(Pallet::<T>::company(from).unwrap().record.status, Status::MergedInto(into));
	}

	#[benchmark]
	fn decide_conversion() {
		begin::<T>();
		let from = with_board::<T>("5493001KJTIIGC8Y1R12");
		let legal_form = LegalForm::new(*b"B6ES").expect("in the list; qed");
		T::Officers::resolve_for_benchmark(from, conversion_matter(from, legal_form));
		let id = prepared::<T>(MERGER_AND_CONVERSION, from, Change::Convert { legal_form });
		let caller = decider::<T>();
		let act = act::<T>(MERGER_AND_CONVERSION, 61, 1);
		#[extrinsic_call]
		decide_change(RawOrigin::Signed(caller), act, id, Verdict::Approve);
		assert!(Pallet::<T>::company(from).unwrap().record.status.successor().is_some());
	}

	#[benchmark]
	fn decide_change() {
		// The heaviest change: an imported company's name is corrected into one with a lapsed holder.
		let name = long_name(900);
		with_lapsed_holder::<T>(&name);
		let number = imported::<T>();
		let id = proposed::<T>(number);
		let caller = decider::<T>();
		let act = act::<T>(CORRECTION, 61, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, Verdict::Approve);
		assert_eq!(Pallet::<T>::company(number).unwrap().record.name, name);
	}

	#[benchmark]
	fn withdraw_proposal() {
		begin::<T>();
		let number = imported::<T>();
		let id = proposed::<T>(number);
		let caller = examiner::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id);
		assert_last_event::<T>(Event::ProposalWithdrawn { proposal: id, company: number });
	}

	#[benchmark]
	fn propose_law() {
		begin::<T>();
		let caller = examiner::<T>();
		let act = act::<T>(PARAMETERS, 1, NEW);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, another_law());
		assert_eq!(LastProposal::<T>::get(), ProposalId(1));
	}

	/// The oldest of as many laws as can be has to go.
	#[benchmark]
	fn decide_law() {
		let id = law_proposed::<T>();
		let caller = decider::<T>();
		let act = act::<T>(PARAMETERS, 2, NEW);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, Verdict::Approve);
		assert_eq!(Pallet::<T>::registry_law().record, another_law());
	}

	#[benchmark]
	fn withdraw_law() {
		let id = law_proposed::<T>();
		let caller = examiner::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id);
		assert_eq!(Pallet::<T>::law_proposal(id), None);
	}

	#[benchmark]
	fn open_campaign() {
		begin::<T>();
		let caller = examiner::<T>();
		let act = act::<T>(TAKE_OVER, 1, NEW);
		let source = SourceRegister::new(*b"RA000585").expect("a code; qed");
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, H256::repeat_byte(1), 1, source, District::NATIONAL);
		assert_eq!(LastCampaign::<T>::get(), CampaignId(1));
	}

	#[benchmark]
	fn import_companies(n: Linear<1, { T::MaxRowsPerCall::get() }>) {
		begin::<T>();
		let (root, rows, proven) = campaign_rows(n);
		let id = opened::<T>(root, rows);
		let rows: BoundedVec<_, _> = proven.try_into().expect("the bound; qed");
		// Another recorder than the opener: the campaign grows.
		let caller = decider::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id, rows);
		assert_eq!(Pallet::<T>::campaign(id).unwrap().record.accepted, n);
	}

	#[benchmark]
	fn refuse_row() {
		begin::<T>();
		let (root, rows, mut proven) = campaign_rows(1);
		let id = opened::<T>(root, rows);
		let CampaignRow { index, company, proof } = proven.remove(0);
		let leaf = merkle::leaf(&company.encode());
		let caller = decider::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id, index, leaf, RowDefect::Unreadable, proof);
		assert_eq!(Pallet::<T>::campaign(id).unwrap().record.refused, 1);
	}

	#[benchmark]
	fn seal_campaign() {
		begin::<T>();
		let rows: Vec<_> = (0..MAX_RECORDERS).map(row).collect();
		let leaves: Vec<_> = rows.iter().map(|row| merkle::leaf(&row.encode())).collect();
		let id = opened::<T>(merkle::root(&leaves).expect("rows; qed"), MAX_RECORDERS);
		// As many recorders as there can be, the opener among them.
		for (company, index) in rows.into_iter().zip(0u32..) {
			let recorder =
				if index == 0 { examiner::<T>() } else { officer::<T>(10 + index as u8) };
			let proof = merkle::prove(&leaves, index).expect("a row; qed");
			let row = vec![CampaignRow { index, company, proof }];
			Pallet::<T>::import_companies(
				RawOrigin::Signed(recorder).into(),
				id,
				row.try_into().expect("one row; qed"),
			)
			.expect("it is of the campaign; qed");
		}
		let caller = decider::<T>();
		let act = act::<T>(TAKE_OVER, 99, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		assert!(Pallet::<T>::campaign(id).unwrap().record.is_sealed);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
