//! How heavy the calls are, at their heaviest: an application about which as many ministries were asked and
//! as many questions put as can be, under the type of `permits` that costs most.

use alloc::{boxed::Box, vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use polity_permit_procedure::{
	ConditionTerms, Opinion, Outcome, Referral, Stage, StatedConditions, Stop, MAX_CONDITIONS,
	MAX_REFERRALS, MAX_STOPPED_DAYS, MAX_STOPS,
};
use polity_primitives::{
	act::{LegalBasis, RequestId, MAX_DOCUMENTS},
	ids::{ApplicationId, MandateId, ProposalId},
	time::{Instant, Period, MILLIS_PER_DAY},
	traits::{
		CompanyOfficers, FoundingBoard, LegalClock, MandateAuthority, PermitHolder, PermitRegister,
		PersonalHolder, Persons, SigningRule,
	},
	Act, Commitment, CompanyNumber, District, DocumentCommitment, HashAlgorithm, MinistryId, Party,
	Power, Register, RuleVersion, Tag,
};

use crate::{
	acts::{basis_for, APPEAL, TAKE_OVER},
	types::*,
	Applications, Call, Commitments, Config, Due, Heads, LastApplication, LastProposal, Pallet,
	Proposals,
};

/// What the benchmarks need from the runtime.
pub trait BenchmarkHelper {
	/// Sets the time of the block.
	fn set_now(now: Instant);
}

/// 2026-11-22T12:00:00Z.
const START: Instant = Instant::from_millis(1_795_348_800_000);

type Account<T> = <T as frame_system::Config>::AccountId;

fn tag(seed: u8) -> Tag {
	Tag::new([seed; 32]).expect("not zero; qed")
}

fn commitment(seed: u32) -> Commitment {
	let mut bytes = [5; 32];
	bytes[..4].copy_from_slice(&seed.to_be_bytes());
	Commitment::new(bytes).expect("not zero; qed")
}

/// An act with as many documents as it can have.
fn act<T: Config>(legal_basis: LegalBasis, request: u32, expected_version: u32) -> Act {
	let mut bytes = [0xB5; 16];
	bytes[..4].copy_from_slice(&request.to_le_bytes());
	let document = DocumentCommitment { algorithm: HashAlgorithm::Sha2_256, digest: commitment(0) };
	Act {
		legal_basis,
		rule_version: RuleVersion::CURRENT,
		documents: vec![document; MAX_DOCUMENTS as usize].try_into().expect("the bound; qed"),
		request: RequestId::new(bytes).expect("not zero; qed"),
		expected_version,
		effective_from: T::Clock::today(Register::Permits, District::NATIONAL),
	}
}

/// An act on an application as it is now.
fn on<T: Config>(id: ApplicationId, request: u32) -> Act {
	let record = Applications::<T>::get(id).expect("it was handed in; qed");
	let version = Heads::<T>::get(id).unwrap_or_default().seq;
	act::<T>(basis_for(&record.applicant), request, version)
}

/// An act on an appeal as it is now.
fn on_appeal<T: Config>(id: ApplicationId, request: u32) -> Act {
	act::<T>(APPEAL, request, Heads::<T>::get(id).unwrap_or_default().seq)
}

/// An officer of the authority.
fn officer<T: Config>(seed: u8) -> Account<T> {
	let who = account("officer", seed.into(), 0);
	let (register, district) = (Register::Permits, District::NATIONAL);
	// Once each: an account can hold few mandates.
	if T::Mandates::ensure_mandate(&who, register, Power::Decide, district).is_err() {
		T::Mandates::grant_for_benchmark(&who, tag(100 + seed), register, district);
	}
	who
}

/// An officer of a court.
fn judge<T: Config>(seed: u8) -> Account<T> {
	let who = account("judge", seed.into(), 0);
	let (register, district) = (Register::Permits, District::NATIONAL);
	if T::Mandates::ensure_mandate(&who, register, Power::FreezeAsCourt, district).is_err() {
		T::Mandates::grant_elsewhere_for_benchmark(&who, tag(150 + seed), register, district);
	}
	who
}

/// An officer of a ministry that was asked, and the ministry.
fn asked_officer<T: Config>() -> (Account<T>, MinistryId) {
	let who: Account<T> = account("asked", 0, 0);
	let (register, district) = (Register::Land, District::NATIONAL);
	if T::Mandates::ensure_mandate(&who, register, Power::Examine, district).is_err() {
		T::Mandates::grant_for_benchmark(&who, tag(160), register, district);
	}
	let warrant = T::Mandates::ensure_mandate(&who, register, Power::Examine, district)
		.expect("it was granted; qed");
	(who, warrant.ministry)
}

fn maker<T: Config>() -> Account<T> {
	officer::<T>(1)
}

fn checker<T: Config>() -> Account<T> {
	officer::<T>(2)
}

fn applicant<T: Config>() -> Account<T> {
	account("applicant", 0, 0)
}

/// Lets an account sign for who applies.
fn represent<T: Config>(holder: &PermitHolder) {
	match holder {
		PermitHolder::Party(Party::Company(company)) => found::<T>(*company),
		PermitHolder::Party(Party::Person(person)) => {
			T::Persons::enrol_for_benchmark(Register::Permits, *person, Some(applicant::<T>()));
		},
		PermitHolder::Party(_) | PermitHolder::Personal(_) => {},
	}
}

fn found<T: Config>(company: CompanyNumber) {
	T::Persons::enrol_for_benchmark(Register::Business, tag(210), Some(applicant::<T>()));
	let board = FoundingBoard {
		directors: vec![tag(210)].try_into().expect("one; qed"),
		signing: SigningRule::Sole,
	};
	let founding = act::<T>(LegalBasis(301), 1, 0);
	T::Officers::found(company, District::NATIONAL, &board, &founding, MandateId(1))
		.expect("the person is enrolled; qed");
}

/// What is applied for, and an account that signs for who applies.
fn prepare<T: Config>(
) -> (polity_primitives::ids::PermitTypeId, PermitHolder, Option<polity_primitives::UnitNumber>) {
	T::BenchmarkHelper::set_now(START);
	// The authority is there before anything is applied for.
	maker::<T>();
	let (kind, holder, site) = T::Permits::set_type_for_benchmark(asked_officer::<T>().1);
	represent::<T>(&holder);
	(kind, holder, site)
}

/// An application that is handed in.
fn applied<T: Config>() -> ApplicationId {
	let (kind, holder, site) = prepare::<T>();
	let basis = basis_for(&holder);
	Pallet::<T>::apply(
		RawOrigin::Signed(applicant::<T>()).into(),
		act::<T>(basis, 20, 0),
		kind,
		holder,
		site,
	)
	.expect("it can be applied for; qed");
	LastApplication::<T>::get()
}

/// Whether the type of an application needs a fee.
fn needs_fee<T: Config>(id: ApplicationId) -> bool {
	let record = Applications::<T>::get(id).expect("it was handed in; qed");
	T::Permits::terms(record.kind, record.version).expect("it has terms; qed").needs_fee
}

/// One whose fee is paid, if the type needs one.
fn paid<T: Config>() -> ApplicationId {
	let id = applied::<T>();
	if needs_fee::<T>(id) {
		Pallet::<T>::settle_fee(RawOrigin::Signed(maker::<T>()).into(), on::<T>(id, 21), id)
			.expect("it was handed in; qed");
	}
	id
}

/// One that is in review, about which as many ministries were asked and questions put as can be, but for
/// one question.
fn reviewed<T: Config>() -> ApplicationId {
	let id = paid::<T>();
	Pallet::<T>::complete(RawOrigin::Signed(maker::<T>()).into(), on::<T>(id, 22), id, true)
		.expect("the dossier is complete; qed");
	let now = T::Clock::now();
	Applications::<T>::mutate_extant(id, |record| {
		let referrals = (0..MAX_REFERRALS as u16).map(|place| Referral {
			ministry: MinistryId(1_000 + place),
			asked_at: now,
			period: Period::CalendarDays(1),
			opinion: Some(Opinion::NoObjection),
		});
		record.application.referrals =
			referrals.collect::<Vec<_>>().try_into().expect("the bound; qed");
		if let Some(clock) = &mut record.application.clock {
			let stop = Stop { asked_at: now, answered_at: Some(now) };
			clock.stopped_days = MAX_STOPPED_DAYS;
			clock.stops = vec![stop; MAX_STOPS as usize - 1].try_into().expect("the bound; qed");
		}
	});
	id
}

fn grant() -> Decision {
	let conditions = (0..MAX_CONDITIONS).map(|place| ConditionTerms {
		code: 1,
		commitment: commitment(1 + place),
		due: None,
	});
	let conditions: StatedConditions =
		conditions.collect::<Vec<_>>().try_into().expect("the bound; qed");
	Decision::Grant { valid_from: None, valid_to: None, conditions }
}

/// One on which a grant on as many conditions as can be is recommended.
fn recommended<T: Config>() -> ApplicationId {
	let id = reviewed::<T>();
	let act = on::<T>(id, 23);
	Pallet::<T>::recommend(RawOrigin::Signed(maker::<T>()).into(), act, id, Box::new(grant()))
		.expect("it is in review; qed");
	id
}

/// One on which a permit was granted.
fn granted<T: Config>() -> ApplicationId {
	let id = recommended::<T>();
	let act = on::<T>(id, 24);
	Pallet::<T>::decide(RawOrigin::Signed(checker::<T>()).into(), act, id, Verdict::Approve)
		.expect("it was recommended; qed");
	id
}

/// One whose decision is appealed against.
fn appealed<T: Config>() -> ApplicationId {
	let id = granted::<T>();
	let act = on_appeal::<T>(id, 25);
	Pallet::<T>::appeal(RawOrigin::Signed(applicant::<T>()).into(), act, id)
		.expect("the type has appeals; qed");
	id
}

fn take_over<T: Config>() -> TakeOver {
	let (kind, applicant, site) = prepare::<T>();
	let version = T::Permits::version_in_force(kind).expect("it is in force; qed");
	let (handed_in_at, complete_at) = (START, START);
	let (was_extended, site_right_attested) = (true, true);
	TakeOver {
		kind,
		version,
		applicant,
		site,
		handed_in_at,
		complete_at,
		was_extended,
		site_right_attested,
	}
}

fn proposed<T: Config>() -> ProposalId {
	let take_over = Box::new(take_over::<T>());
	let act = act::<T>(TAKE_OVER, 26, 0);
	Pallet::<T>::propose_take_over(RawOrigin::Signed(maker::<T>()).into(), act, take_over)
		.expect("it can be taken over; qed");
	LastProposal::<T>::get()
}

fn stage<T: Config>(id: ApplicationId) -> Stage {
	Applications::<T>::get(id).expect("it was handed in; qed").application.stage
}

/// Moves the clock and the queue to where the application is granted by silence.
fn until_due<T: Config>(id: ApplicationId) {
	let later = START.checked_add_millis(1_000 * MILLIS_PER_DAY).expect("not the last; qed");
	T::BenchmarkHelper::set_now(later);
	assert!(Applications::<T>::get(id).is_some_and(|record| record.due.is_some()));
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn apply() {
		let (kind, holder, site) = prepare::<T>();
		let act = act::<T>(basis_for(&holder), 2, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(applicant::<T>()), act, kind, holder, site);
		assert_eq!(stage::<T>(ApplicationId(1)), Stage::Submitted);
	}

	#[benchmark]
	fn enter() {
		let (kind, holder, site) = prepare::<T>();
		let act = act::<T>(basis_for(&holder), 2, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(maker::<T>()), act, kind, holder, site);
		assert_eq!(stage::<T>(ApplicationId(1)), Stage::Submitted);
	}

	#[benchmark]
	fn settle_fee() {
		let id = applied::<T>();
		let (caller, act) = (RawOrigin::Signed(maker::<T>()).into(), on::<T>(id, 2));
		let needs_fee = needs_fee::<T>(id);
		#[block]
		{
			if needs_fee {
				Pallet::<T>::settle_fee(caller, act, id)
			} else {
				// Of a type without a fee what is heavier is measured in its place, and not what is lighter.
				Pallet::<T>::complete(caller, act, id, true)
			}
			.expect("it was handed in; qed");
		}
		let found = Applications::<T>::get(id).expect("it was handed in; qed");
		assert_eq!(found.application.fee_is_settled, needs_fee);
	}

	#[benchmark]
	fn return_dossier() {
		let id = paid::<T>();
		let (caller, act) = (maker::<T>(), on::<T>(id, 2));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		assert_eq!(stage::<T>(id), Stage::Incomplete);
	}

	#[benchmark]
	fn resubmit() {
		let id = paid::<T>();
		let returning = on::<T>(id, 3);
		Pallet::<T>::return_dossier(RawOrigin::Signed(maker::<T>()).into(), returning, id)
			.expect("it was handed in; qed");
		let act = on::<T>(id, 2);
		#[extrinsic_call]
		_(RawOrigin::Signed(applicant::<T>()), act, id);
		assert_eq!(stage::<T>(id), Stage::Submitted);
	}

	#[benchmark]
	fn complete() {
		let id = paid::<T>();
		let (caller, act) = (maker::<T>(), on::<T>(id, 2));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, true);
		assert_eq!(stage::<T>(id), Stage::InReview);
	}

	#[benchmark]
	fn take_case() {
		let id = recommended::<T>();
		let (caller, act) = (checker::<T>(), on::<T>(id, 2));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		assert!(Applications::<T>::get(id).is_some_and(|found| found.recommendation.is_none()));
	}

	#[benchmark]
	fn withdraw() {
		let id = recommended::<T>();
		let act = on::<T>(id, 2);
		#[extrinsic_call]
		_(RawOrigin::Signed(applicant::<T>()), act, id);
		assert_eq!(stage::<T>(id), Stage::Withdrawn);
	}

	#[benchmark]
	fn recommit() {
		let id = recommended::<T>();
		// As if a person whom nobody finds had applied.
		let holder = PersonalHolder { commitment: commitment(1), nullifier: Default::default() };
		Applications::<T>::mutate_extant(id, |record| {
			record.applicant = PermitHolder::Personal(holder);
			record.representative = None;
		});
		// And an appeal had overturned the permit.
		let spent = CommitmentUse { application: id, is_spent: true };
		Commitments::<T>::insert(commitment(1), spent);
		let (caller, act) = (maker::<T>(), on::<T>(id, 2));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, commitment(2));
		let record = Applications::<T>::get(id).expect("it was handed in; qed");
		let holder = PersonalHolder { commitment: commitment(2), ..holder };
		assert_eq!(record.applicant, PermitHolder::Personal(holder));
	}

	#[benchmark]
	fn ask() {
		let id = reviewed::<T>();
		let (caller, act) = (maker::<T>(), on::<T>(id, 2));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		let record = Applications::<T>::get(id).expect("it was handed in; qed");
		assert!(record.application.clock.is_some_and(|clock| clock.open_question().is_some()));
	}

	#[benchmark]
	fn answer() {
		let id = reviewed::<T>();
		let question = on::<T>(id, 3);
		Pallet::<T>::ask(RawOrigin::Signed(maker::<T>()).into(), question, id)
			.expect("there is room for one; qed");
		let act = on::<T>(id, 2);
		#[extrinsic_call]
		_(RawOrigin::Signed(applicant::<T>()), act, id);
		let record = Applications::<T>::get(id).expect("it was handed in; qed");
		assert!(record.application.clock.is_some_and(|clock| clock.open_question().is_none()));
	}

	#[benchmark]
	fn extend() {
		let id = reviewed::<T>();
		let (caller, act) = (maker::<T>(), on::<T>(id, 2));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		let record = Applications::<T>::get(id).expect("it was handed in; qed");
		assert!(record.application.clock.is_some_and(|clock| clock.extended_by.is_some()));
	}

	#[benchmark]
	fn give_opinion() {
		let id = reviewed::<T>();
		let (caller, ministry) = asked_officer::<T>();
		let now = T::Clock::now();
		Applications::<T>::mutate_extant(id, |record| {
			if let Some(referral) = record.application.referrals.last_mut() {
				referral.ministry = ministry;
				referral.opinion = None;
			}
			if let Some(clock) = &mut record.application.clock {
				clock.period = Period::CalendarDays(30);
			}
		});
		assert_eq!(now, START);
		let act = on::<T>(id, 2);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, ministry, Opinion::Objection);
		let record = Applications::<T>::get(id).expect("it was handed in; qed");
		let referral = record.application.referral_to(ministry).expect("it was asked; qed");
		assert_eq!(referral.opinion, Some(Opinion::Objection));
	}

	#[benchmark]
	fn recommend() {
		let id = reviewed::<T>();
		let (caller, act) = (maker::<T>(), on::<T>(id, 2));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, Box::new(grant()));
		assert!(Applications::<T>::get(id).is_some_and(|found| found.recommendation.is_some()));
	}

	#[benchmark]
	fn decide() {
		let id = recommended::<T>();
		let (caller, act) = (checker::<T>(), on::<T>(id, 2));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, Verdict::Approve);
		assert_eq!(stage::<T>(id), Stage::Decided(Outcome::GrantedOnConditions));
	}

	#[benchmark]
	fn appeal() {
		let id = granted::<T>();
		let act = on_appeal::<T>(id, 2);
		#[extrinsic_call]
		_(RawOrigin::Signed(applicant::<T>()), act, id);
		assert!(Applications::<T>::get(id).is_some_and(|found| found.application.has_open_appeal()));
	}

	#[benchmark]
	fn prepare_judgment() {
		let id = appealed::<T>();
		let (caller, act) = (judge::<T>(1), on_appeal::<T>(id, 2));
		let Decision::Grant { conditions, .. } = grant() else { unreachable!("a grant; qed") };
		let judgment = Box::new(Judgment::Vary { valid_to: None, conditions });
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, judgment);
		assert!(Applications::<T>::get(id).is_some_and(|found| found.judgment.is_some()));
	}

	#[benchmark]
	fn decide_appeal() {
		let id = appealed::<T>();
		let judgment = Box::new(Judgment::Overturn);
		let preparing = on_appeal::<T>(id, 3);
		Pallet::<T>::prepare_judgment(
			RawOrigin::Signed(judge::<T>(1)).into(),
			preparing,
			id,
			judgment,
		)
		.expect("an appeal is open; qed");
		let (caller, act) = (judge::<T>(2), on_appeal::<T>(id, 2));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, Verdict::Approve);
		assert_eq!(stage::<T>(id), Stage::InReview);
	}

	#[benchmark]
	fn propose_take_over() {
		let take_over = Box::new(take_over::<T>());
		let (caller, act) = (maker::<T>(), act::<T>(TAKE_OVER, 2, 0));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, take_over);
		assert!(Proposals::<T>::contains_key(ProposalId(1)));
	}

	#[benchmark]
	fn decide_take_over() {
		let proposal = proposed::<T>();
		let (caller, act) = (checker::<T>(), act::<T>(TAKE_OVER, 2, 0));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, proposal, Verdict::Approve);
		assert_eq!(stage::<T>(ApplicationId(1)), Stage::InReview);
	}

	#[benchmark]
	fn withdraw_take_over() {
		let proposal = proposed::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(maker::<T>()), proposal);
		assert!(!Proposals::<T>::contains_key(proposal));
	}

	#[benchmark]
	fn do_due() {
		let id = recommended::<T>();
		until_due::<T>(id);
		#[extrinsic_call]
		_(RawOrigin::Signed(applicant::<T>()), id);
		assert_eq!(stage::<T>(id), Stage::Decided(Outcome::DeemedGranted));
	}

	#[benchmark]
	fn due_none() {
		// As many rows as are looked at, which all belong elsewhere.
		let first = recommended::<T>();
		let mut record = Applications::<T>::get(first).expect("it was handed in; qed");
		let instant = START.checked_add_millis(900 * MILLIS_PER_DAY).expect("not the last; qed");
		record.due = Some(instant);
		let ids = (0..u64::from(LOOKED_AT_PER_BLOCK)).map(|place| ApplicationId(1_000 + place));
		let ids: Vec<_> = ids.collect();
		let keys = Due::<T>::iter_keys().collect::<Vec<_>>();
		keys.into_iter().for_each(Due::<T>::remove);
		for id in &ids {
			Applications::<T>::insert(id, record.clone());
			Due::<T>::insert(DueKey::new(instant, *id), ());
		}
		#[block]
		{
			Pallet::<T>::do_what_is_due();
		}
		let moved = |id: &ApplicationId| {
			Applications::<T>::get(id).is_some_and(|found| found.due != Some(instant))
		};
		assert!(ids.iter().all(moved));
	}

	#[benchmark]
	fn due_row() {
		let id = recommended::<T>();
		until_due::<T>(id);
		let key = Due::<T>::iter_keys().next().expect("it is due; qed");
		#[block]
		{
			Pallet::<T>::do_row(key, T::Clock::now());
		}
		assert_eq!(stage::<T>(id), Stage::Decided(Outcome::DeemedGranted));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
