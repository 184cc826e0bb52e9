//! How heavy the calls are, at their heaviest.

use alloc::{boxed::Box, vec, vec::Vec};
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::{traits::Get, BoundedVec};
use frame_system::RawOrigin;
use polity_primitives::{
	act::{LegalBasis, RequestId, MAX_DOCUMENTS},
	code_list::{Activity, Country, LegalForm},
	ids::{ApplicationId, CampaignId, ProposalId, ReservationId},
	merkle,
	time::Instant,
	traits::{LegalClock, MandateAuthority, Persons},
	Act, Commitment, CompanyNumber, District, DocumentCommitment, HashAlgorithm, Register,
	RuleVersion, Tag,
};
use sp_core::H256;
use sp_io::hashing::blake2_256;

use crate::{
	name::{key_of, name_opening, CompanyName},
	status::Authority,
	types::*,
	Call, Config, Event, LastApplication, LastCampaign, LastProposal, LastReservation, Pallet,
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

/// An act with as many documents as it can have.
fn act<T: Config>(request: u8, expected_version: u32) -> Act {
	let document = DocumentCommitment { algorithm: HashAlgorithm::Sha2_256, digest: commitment(5) };
	Act {
		legal_basis: LegalBasis(302),
		rule_version: RuleVersion::CURRENT,
		documents: vec![document; MAX_DOCUMENTS as usize].try_into().expect("the bound; qed"),
		request: RequestId::new([request; 16]).expect("not zero; qed"),
		expected_version,
		effective_from: T::Clock::today(Register::Business, District::NATIONAL),
	}
}

fn officer<T: Config>(seed: u32) -> Account<T> {
	let who = account("officer", seed, 0);
	let person = tag(100 + seed as u8);
	T::Mandates::grant_for_benchmark(&who, person, Register::Business, District::NATIONAL);
	who
}

fn examiner<T: Config>() -> Account<T> {
	officer::<T>(1)
}

fn decider<T: Config>() -> Account<T> {
	officer::<T>(2)
}

fn founder<T: Config>() -> Account<T> {
	let who: Account<T> = account("founder", 0, 0);
	T::Persons::enrol_for_benchmark(Register::Business, tag(1), Some(who.clone()));
	who
}

/// A name as long as it can be.
fn long_name(seed: u32) -> CompanyName {
	let text = alloc::format!("{seed:0>153} Limited");
	CompanyName::new(&text[1..]).expect("160 bytes; qed")
}

fn body(name: &CompanyName, reservation: Option<ReservationId>) -> ApplicationBody {
	let activity = Activity::new(*b"62020").expect("a division; qed");
	ApplicationBody {
		district: District::NATIONAL,
		name: name_opening(&tag(1), SALT, name).commitment(),
		reservation,
		legal_form: LegalForm::new(*b"H0PO").expect("in the list; qed"),
		jurisdiction: Country::new(*b"GB").expect("in the list; qed"),
		registered_office: commitment(3),
		activities: vec![activity; MAX_ACTIVITIES as usize].try_into().expect("the bound; qed"),
		fiscal_year_end: YearDay::new(12, 31).expect("a day; qed"),
	}
}

/// A request for the reservation of a name.
fn requested<T: Config>(who: &Account<T>, request: u8, name: &CompanyName) -> ReservationId {
	Pallet::<T>::request_reservation(
		RawOrigin::Signed(who.clone()).into(),
		act::<T>(request, 0),
		District::NATIONAL,
		None,
		name_opening(&tag(1), SALT, name).commitment(),
	)
	.expect("a founder may ask; qed");
	LastReservation::<T>::get()
}

/// A reservation of a name.
fn reserved<T: Config>(who: &Account<T>, request: u8, name: &CompanyName) -> ReservationId {
	let id = requested::<T>(who, request, name);
	let checker = decider::<T>();
	Pallet::<T>::reserve_name(
		RawOrigin::Signed(checker).into(),
		act::<T>(request, 1),
		id,
		name.clone(),
		SALT,
	)
	.expect("the name is free; qed");
	id
}

/// An application with a reservation.
fn filed<T: Config>(who: &Account<T>, request: u8, name: &CompanyName) -> ApplicationId {
	let reservation = reserved::<T>(who, request, name);
	Pallet::<T>::apply(
		RawOrigin::Signed(who.clone()).into(),
		act::<T>(request + 1, 0),
		None,
		Box::new(body(name, Some(reservation))),
	)
	.expect("a founder may apply; qed");
	LastApplication::<T>::get()
}

/// An application that is examined.
fn examined<T: Config>(who: &Account<T>, request: u8, name: &CompanyName) -> ApplicationId {
	let id = filed::<T>(who, request, name);
	Pallet::<T>::examine(
		RawOrigin::Signed(examiner::<T>()).into(),
		act::<T>(request + 2, 1),
		id,
		Recommendation::Register { name: name.clone(), salt: SALT },
	)
	.expect("it was filed; qed");
	id
}

/// A company.
fn founded<T: Config>(request: u8) -> CompanyNumber {
	let name = long_name(u32::from(request));
	let id = examined::<T>(&founder::<T>(), request, &name);
	Pallet::<T>::decide(
		RawOrigin::Signed(decider::<T>()).into(),
		act::<T>(request + 3, 2),
		id,
		Decision::Register,
	)
	.expect("it was examined; qed");
	CompanyNumber::from_serial(CompanyNumber::FIRST_SERIAL).expect("in range; qed")
}

/// A proposal that renames a company into a name whose holder has lapsed.
fn proposed<T: Config>(number: CompanyNumber) -> ProposalId {
	Pallet::<T>::propose_change(
		RawOrigin::Signed(examiner::<T>()).into(),
		act::<T>(60, 1),
		number,
		Change::Name(long_name(900)),
		Authority::Registrar,
	)
	.expect("the name is free; qed");
	LastProposal::<T>::get()
}

/// A name whose reservation has lapsed: the heaviest to take.
fn with_lapsed_holder<T: Config>(name: &CompanyName) {
	T::BenchmarkHelper::set_now(START);
	reserved::<T>(&founder::<T>(), 200, name);
	T::BenchmarkHelper::set_now(LATER);
}

fn row(seed: u32) -> ImportedCompany {
	let number = alloc::format!("{seed:0>16}");
	let body = body(&long_name(seed), None);
	ImportedCompany {
		name: long_name(seed),
		number: SourceNumber::new(number.into_bytes().try_into().expect("16 digits; qed"))
			.expect("digits; qed"),
		status: SourceStatus::Active,
		legal_form: body.legal_form,
		jurisdiction: body.jurisdiction,
		registered_office: Some(body.registered_office),
		activities: body.activities,
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
		act::<T>(50, 0),
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

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn request_reservation() {
		T::BenchmarkHelper::set_now(START);
		let caller = founder::<T>();
		let act = act::<T>(1, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, District::NATIONAL, None, commitment(9));
		assert_eq!(LastReservation::<T>::get(), ReservationId(1));
	}

	#[benchmark]
	fn reserve_name() {
		let name = long_name(1);
		with_lapsed_holder::<T>(&name);
		let id = requested::<T>(&founder::<T>(), 1, &name);
		let caller = decider::<T>();
		let act = act::<T>(2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, name.clone(), SALT);
		assert!(matches!(
			Pallet::<T>::reservation(id).unwrap().record.state,
			ReservationState::Granted { .. }
		));
	}

	#[benchmark]
	fn refuse_reservation() {
		T::BenchmarkHelper::set_now(START);
		let id = requested::<T>(&founder::<T>(), 1, &long_name(1));
		let caller = decider::<T>();
		let act = act::<T>(2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, RefusalReason::NameMisleading);
		assert!(matches!(
			Pallet::<T>::reservation(id).unwrap().record.state,
			ReservationState::Refused(_)
		));
	}

	#[benchmark]
	fn withdraw_reservation() {
		T::BenchmarkHelper::set_now(START);
		let caller = founder::<T>();
		let id = reserved::<T>(&caller, 1, &long_name(1));
		let act = act::<T>(2, 2);
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
		T::BenchmarkHelper::set_now(START);
		let (caller, name) = (founder::<T>(), long_name(1));
		let reservation = reserved::<T>(&caller, 1, &name);
		let (act, body) = (act::<T>(2, 0), Box::new(body(&name, Some(reservation))));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, None, body);
		assert_eq!(LastApplication::<T>::get(), ApplicationId(1));
	}

	#[benchmark]
	fn take_up() {
		T::BenchmarkHelper::set_now(START);
		let id = filed::<T>(&founder::<T>(), 1, &long_name(1));
		let caller = examiner::<T>();
		let act = act::<T>(9, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		assert_eq!(
			Pallet::<T>::application(id).unwrap().record.state,
			ApplicationState::UnderExamination
		);
	}

	#[benchmark]
	fn raise_query() {
		T::BenchmarkHelper::set_now(START);
		let id = examined::<T>(&founder::<T>(), 1, &long_name(1));
		let caller = examiner::<T>();
		let act = act::<T>(9, 2);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, QueryReason::AddDocument);
		assert!(matches!(
			Pallet::<T>::application(id).unwrap().record.state,
			ApplicationState::QueryRaised { .. }
		));
	}

	#[benchmark]
	fn answer_query() {
		T::BenchmarkHelper::set_now(START);
		let caller = founder::<T>();
		let id = filed::<T>(&caller, 1, &long_name(1));
		let other = reserved::<T>(&caller, 20, &long_name(2));
		Pallet::<T>::raise_query(
			RawOrigin::Signed(examiner::<T>()).into(),
			act::<T>(30, 1),
			id,
			QueryReason::ChangeName,
		)?;
		let (act, body) = (act::<T>(31, 2), Box::new(body(&long_name(2), Some(other))));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, body);
		assert_eq!(Pallet::<T>::application(id).unwrap().record.state, ApplicationState::Filed);
	}

	#[benchmark]
	fn withdraw_application() {
		T::BenchmarkHelper::set_now(START);
		let caller = founder::<T>();
		let id = examined::<T>(&caller, 1, &long_name(1));
		let act = act::<T>(9, 2);
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
			act::<T>(1, 0),
			None,
			Box::new(body(&name, None)),
		)?;
		let id = LastApplication::<T>::get();
		let caller = examiner::<T>();
		let act = act::<T>(2, 1);
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
		T::BenchmarkHelper::set_now(START);
		let id = examined::<T>(&founder::<T>(), 1, &long_name(1));
		let caller = decider::<T>();
		let act = act::<T>(9, 2);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, Decision::Register);
		assert!(matches!(
			Pallet::<T>::application(id).unwrap().record.state,
			ApplicationState::Registered(_)
		));
	}

	#[benchmark]
	fn propose_change() {
		T::BenchmarkHelper::set_now(START);
		let number = founded::<T>(1);
		let caller = examiner::<T>();
		let act = act::<T>(9, 1);
		let change = Change::Name(long_name(900));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, number, change, Authority::Registrar);
		assert_eq!(LastProposal::<T>::get(), ProposalId(1));
	}

	#[benchmark]
	fn decide_change() {
		// Two heavy ways: a rename into a name with a lapsed holder is the heavier.
		let name = long_name(900);
		with_lapsed_holder::<T>(&name);
		let number = founded::<T>(1);
		let id = proposed::<T>(number);
		let caller = decider::<T>();
		let act = act::<T>(61, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, Verdict::Approve);
		assert_eq!(Pallet::<T>::company(number).unwrap().record.name, name);
	}

	#[benchmark]
	fn withdraw_proposal() {
		T::BenchmarkHelper::set_now(START);
		let number = founded::<T>(1);
		let id = proposed::<T>(number);
		let caller = examiner::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id);
		assert_last_event::<T>(Event::ProposalWithdrawn { proposal: id, company: number });
	}

	#[benchmark]
	fn open_campaign() {
		T::BenchmarkHelper::set_now(START);
		let caller = examiner::<T>();
		let act = act::<T>(1, 0);
		let source = SourceRegister::new(*b"RA000585").expect("a code; qed");
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, H256::repeat_byte(1), 1, source, District::NATIONAL);
		assert_eq!(LastCampaign::<T>::get(), CampaignId(1));
	}

	#[benchmark]
	fn import_companies(n: Linear<1, { T::MaxRowsPerCall::get() }>) {
		T::BenchmarkHelper::set_now(START);
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
		T::BenchmarkHelper::set_now(START);
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
		T::BenchmarkHelper::set_now(START);
		let rows: Vec<_> = (0..MAX_RECORDERS).map(row).collect();
		let leaves: Vec<_> = rows.iter().map(|row| merkle::leaf(&row.encode())).collect();
		let id = opened::<T>(merkle::root(&leaves).expect("rows; qed"), MAX_RECORDERS);
		// As many recorders as there can be, the opener among them.
		for (company, index) in rows.into_iter().zip(0u32..) {
			let recorder = if index == 0 { examiner::<T>() } else { officer::<T>(10 + index) };
			let proof = merkle::prove(&leaves, index).expect("a row; qed");
			let row = vec![CampaignRow { index, company, proof }];
			Pallet::<T>::import_companies(
				RawOrigin::Signed(recorder).into(),
				id,
				row.try_into().expect("one row; qed"),
			)?;
		}
		let caller = decider::<T>();
		let act = act::<T>(99, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		assert!(Pallet::<T>::campaign(id).unwrap().record.is_sealed);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
