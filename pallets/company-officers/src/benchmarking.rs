//! How heavy the calls are, at their heaviest.

use alloc::{boxed::Box, vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use polity_primitives::{
	act::{LegalBasis, RequestId, MAX_DOCUMENTS},
	ids::{MandateId, ProposalId},
	time::{CalendarDate, Instant},
	traits::{
		Companies, CompanyOfficers, FoundingBoard, LegalClock, MandateAuthority, Persons,
		SigningRule, MAX_FOUNDING_DIRECTORS,
	},
	Act, Commitment, CompanyNumber, District, DocumentCommitment, HashAlgorithm, Party, Power,
	Register, RuleVersion, Tag,
};
use sp_core::H256;

use crate::{
	acts::{COURT_ORDER, OFFICERS, RESOLUTION},
	types::*,
	Boards, Call, Config, LastProposal, Pallet, Resolutions,
};

/// What the benchmarks need from the runtime.
pub trait BenchmarkHelper {
	/// Sets the time of the block.
	fn set_now(now: Instant);
}

/// 2026-11-22T12:00:00Z: every period that began at the beginning of time is over.
const START: Instant = Instant::from_millis(1_795_348_800_000);

type Account<T> = <T as frame_system::Config>::AccountId;

const MATTER: H256 = H256::repeat_byte(7);

fn tag(seed: u8) -> Tag {
	Tag::new([seed; 32]).expect("not zero; qed")
}

/// An act with as many documents as it can have.
fn act<T: Config>(legal_basis: LegalBasis, request: u32, expected_version: u32) -> Act {
	let mut bytes = [0xB5; 16];
	bytes[..4].copy_from_slice(&request.to_le_bytes());
	let digest = Commitment::new([5; 32]).expect("not zero; qed");
	let document = DocumentCommitment { algorithm: HashAlgorithm::Sha2_256, digest };
	Act {
		legal_basis,
		rule_version: RuleVersion::CURRENT,
		documents: vec![document; MAX_DOCUMENTS as usize].try_into().expect("the bound; qed"),
		request: RequestId::new(bytes).expect("not zero; qed"),
		expected_version,
		effective_from: today::<T>(),
	}
}

fn today<T: Config>() -> CalendarDate {
	T::Clock::today(Register::Business, District::NATIONAL)
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

fn maker<T: Config>() -> Account<T> {
	officer::<T>(1)
}

fn checker<T: Config>() -> Account<T> {
	officer::<T>(2)
}

/// A person with an account, the last on every board here.
fn director<T: Config>() -> Account<T> {
	let who: Account<T> = account("director", 0, 0);
	T::Persons::enrol_for_benchmark(Register::Business, tag(1), Some(who.clone()));
	who
}

/// A company with as many directors as it can begin with, and as many officers as it can have but one.
fn founded<T: Config>() -> CompanyNumber {
	let company = T::Companies::register_for_benchmark(District::NATIONAL);
	director::<T>();
	let mut directors: Vec<Tag> = (2..=MAX_FOUNDING_DIRECTORS as u8).map(tag).collect();
	for person in &directors {
		T::Persons::enrol_for_benchmark(Register::Business, *person, None);
	}
	directors.push(tag(1));
	let board = FoundingBoard {
		directors: directors.try_into().expect("the bound; qed"),
		signing: SigningRule::Sole,
	};
	let act = act::<T>(LegalBasis(302), 1, 0);
	Pallet::<T>::found(company, District::NATIONAL, &board, &act, MandateId(1))
		.expect("they may manage; qed");
	Boards::<T>::mutate(company, |board| {
		let Some(board) = board else { return };
		let from = today::<T>();
		for place in board.officers.len() as u32..MAX_OFFICERS - 1 {
			let party = Party::Person(tag(40 + place as u8));
			let officer = Officer { role: Role::Secretary, party, from, to: None };
			board.officers.try_push(officer).expect("the bound; qed");
		}
	});
	company
}

fn version<T: Config>(company: CompanyNumber) -> u32 {
	Pallet::<T>::board(company).map_or(0, |board| board.head.seq)
}

fn appointment<T: Config>() -> Box<BoardChange> {
	T::Persons::enrol_for_benchmark(Register::Business, tag(200), None);
	Box::new(BoardChange::Appoint(Officer {
		role: Role::Director,
		party: Party::Person(tag(200)),
		from: today::<T>(),
		to: None,
	}))
}

fn proposed<T: Config>(company: CompanyNumber) -> ProposalId {
	Pallet::<T>::propose_change(
		RawOrigin::Signed(maker::<T>()).into(),
		act::<T>(OFFICERS, 10, version::<T>(company)),
		company,
		appointment::<T>(),
		Authority::Registrar,
	)
	.expect("the board has a place; qed");
	LastProposal::<T>::get()
}

/// A resolution that as many have endorsed as can, but one.
fn endorsed<T: Config>(company: CompanyNumber, with: &[Tag]) {
	let mut endorsed_by: Vec<Tag> = (2..=MAX_FOUNDING_DIRECTORS as u8).map(tag).collect();
	endorsed_by.extend_from_slice(with);
	let resolution = Resolution {
		endorsed_by: endorsed_by.try_into().expect("the bound; qed"),
		opened_at: T::Clock::now(),
	};
	Resolutions::<T>::insert(company, MATTER, resolution);
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn propose_change() {
		let company = founded::<T>();
		let caller = maker::<T>();
		let act = act::<T>(OFFICERS, 2, version::<T>(company));
		let change = appointment::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, company, change, Authority::Registrar);
		assert_eq!(LastProposal::<T>::get(), ProposalId(1));
	}

	#[benchmark]
	fn propose_disqualification() {
		director::<T>();
		let caller = maker::<T>();
		let act = act::<T>(COURT_ORDER, 2, 0);
		let until = today::<T>().checked_add_days(365);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, tag(1), until);
		assert_eq!(LastProposal::<T>::get(), ProposalId(1));
	}

	#[benchmark]
	fn decide_proposal() {
		let company = founded::<T>();
		let proposal = proposed::<T>(company);
		let before = version::<T>(company);
		let caller = checker::<T>();
		let act = act::<T>(OFFICERS, 11, before);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, proposal, Verdict::Approve);
		assert_eq!(version::<T>(company), before + 1);
	}

	#[benchmark]
	fn withdraw_proposal() {
		let company = founded::<T>();
		let proposal = proposed::<T>(company);
		let caller = maker::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), proposal);
		assert_eq!(Pallet::<T>::proposal(proposal), None);
	}

	#[benchmark]
	fn resign() {
		let company = founded::<T>();
		let before = version::<T>(company);
		let caller = director::<T>();
		let act = act::<T>(OFFICERS, 2, before);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, company, Role::Director);
		assert_eq!(version::<T>(company), before + 1);
	}

	#[benchmark]
	fn endorse() {
		let company = founded::<T>();
		endorsed::<T>(company, &[]);
		let caller = director::<T>();
		let act = act::<T>(RESOLUTION, 2, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, company, MATTER);
		assert!(Pallet::<T>::has_resolved_on(company, MATTER));
	}

	#[benchmark]
	fn withdraw_endorsement() {
		let company = founded::<T>();
		endorsed::<T>(company, &[tag(1)]);
		let caller = director::<T>();
		let act = act::<T>(RESOLUTION, 2, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, company, MATTER);
		let resolution = Pallet::<T>::resolution(company, MATTER).expect("others stay; qed");
		assert!(!resolution.endorsed_by.contains(&tag(1)));
	}

	#[benchmark]
	fn clear_resolution() {
		T::BenchmarkHelper::set_now(START);
		let company = founded::<T>();
		endorsed::<T>(company, &[tag(1)]);
		// Endorsed at the beginning of time.
		Resolutions::<T>::mutate(company, MATTER, |resolution| {
			if let Some(resolution) = resolution {
				resolution.opened_at = Default::default();
			}
		});
		let caller: Account<T> = account("anybody", 0, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), company, MATTER);
		assert_eq!(Pallet::<T>::resolution(company, MATTER), None);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
