//! Benchmarks of the calls, and what other pallets' benchmarks need of this one.

use alloc::vec;
use frame_benchmarking::{account, v2::*};
use frame_support::{traits::Get, BoundedVec};
use frame_system::RawOrigin;
use polity_primitives::{
	act::{Act, LegalBasis, RequestId, RequestScope, RuleVersion, MAX_DOCUMENTS},
	commitment::{Commitment, DocumentCommitment, HashAlgorithm},
	ids::{District, MandateId, MinistryId, Tag},
	keep_account,
	office::{Power, Powers, Register, Signatory},
	time::Instant,
	traits::{LegalClock, MinistryLookup, Persons},
};
use sp_runtime::traits::Zero;

use crate::{
	term::Term,
	types::{Mandate, MandateChange, MandateState, APPOINTMENT, END_OF_OFFICE},
	Call, Competences, Config, Heads, Mandates, MandatesOf, Officers, Pallet, RequestQueue,
	RequestQueueEnds, Requests,
};

/// The ministry of all benchmarks.
const MINISTRY: MinistryId = MinistryId(999);
/// Another, where one act takes officers of two.
const OTHER_MINISTRY: MinistryId = MinistryId(998);
/// How many past request ids wait to be removed, so that every act removes as many as it can.
const PAST_REQUESTS: u8 = 32;
/// How many places of an account's list are left free for the mandates that a benchmark is about.
const FREE_PLACES: usize = 4;

/// A person's tag.
pub(crate) fn tag(byte: u8) -> Tag {
	Tag::new([byte; 32]).expect("not called with zero")
}

/// The two keys of the ministry's seat, which is admitted when it is not there yet.
fn seat<T: Config>() -> [Signatory<T::AccountId>; 2] {
	seat_of::<T>(MINISTRY, [(0, 201), (1, 202)])
}

/// The two keys of a ministry's seat by their account's index and their person's tag. The ministry is
/// admitted when it is not there yet.
fn seat_of<T: Config>(ministry: MinistryId, keys: [(u32, u8); 2]) -> [Signatory<T::AccountId>; 2] {
	let keys = keys.map(|(index, person)| Signatory {
		account: account("seat key", index, 0),
		person: tag(person),
	});
	if !T::Ministries::is_active(ministry) {
		for key in &keys {
			T::Persons::enrol_for_benchmark(Register::PublicOffice, key.person, None);
		}
		T::Ministries::admit_for_benchmark(ministry, keys.clone());
	}
	keys
}

fn make_competent<T: Config>(register: Register, district: District) {
	for power in Power::ALL {
		Competences::<T>::insert((register, district, power.competence()), MINISTRY);
	}
}

/// Past request ids at the head of the queue.
fn queue_past_requests<T: Config>() {
	for byte in 1..=PAST_REQUESTS {
		let request = RequestId::new([byte; 16]).expect("not zero");
		let key = (RequestScope::Ministry(MINISTRY), request);
		if Requests::<T>::contains_key(&key) {
			continue;
		}
		let mut ends = RequestQueueEnds::<T>::get();
		Requests::<T>::insert(&key, frame_system::pallet_prelude::BlockNumberFor::<T>::zero());
		RequestQueue::<T>::insert(ends.tail, key);
		ends.tail += 1;
		RequestQueueEnds::<T>::put(ends);
	}
}

/// Mandates of an account that help with nothing, so that the one that does is found last.
fn hold_others<T: Config>(mandate: &Mandate<T::AccountId>, free: usize, term: Term) {
	let account = &mandate.officer.account;
	let places = (T::MaxMandatesPerOfficer::get() as usize).saturating_sub(free);
	let mut held = MandatesOf::<T>::get(account);
	while held.len() < places {
		let id = Pallet::<T>::next_id().expect("ids are left");
		let other = Mandate { register: Register::PublicOffice, term, ..mandate.clone() };
		Mandates::<T>::insert(id, other);
		held.try_push(id).expect("there is room");
	}
	MandatesOf::<T>::insert(account, held);
	keep_account::<T>(account);
	Officers::<T>::insert(account, (mandate.ministry, mandate.officer.person));
}

/// Grants every power in a register, beside as many other mandates as an account can hold.
pub(crate) fn grant<T: Config>(
	who: &T::AccountId,
	person: Tag,
	register: Register,
	district: District,
) {
	let seat = seat::<T>();
	make_competent::<T>(register, district);
	queue_past_requests::<T>();
	hold_all_powers::<T>(MINISTRY, seat, who, person, register, district);
}

/// The same for an officer of another ministry, which is competent for courts and notaries from then
/// on.
pub(crate) fn grant_elsewhere<T: Config>(
	who: &T::AccountId,
	person: Tag,
	register: Register,
	district: District,
) {
	let seat = seat_of::<T>(OTHER_MINISTRY, [(2, 204), (3, 205)]);
	for power in [Power::FreezeAsCourt, Power::Notarise] {
		Competences::<T>::insert((register, district, power.competence()), OTHER_MINISTRY);
	}
	hold_all_powers::<T>(OTHER_MINISTRY, seat, who, person, register, district);
}

fn hold_all_powers<T: Config>(
	ministry: MinistryId,
	[first, second]: [Signatory<T::AccountId>; 2],
	who: &T::AccountId,
	person: Tag,
	register: Register,
	district: District,
) {
	T::Persons::enrol_for_benchmark(Register::PublicOffice, person, None);
	// In force whatever the clock is set to.
	let term =
		Term { not_before: Instant::from_millis(0), not_after: Instant::from_millis(u64::MAX) };
	let mandate = Mandate {
		ministry,
		officer: Signatory { account: who.clone(), person },
		register,
		powers: Powers::of(&Power::ALL),
		district,
		term,
		proposed_by: first,
		confirmed_by: Some(second),
		state: MandateState::Granted,
	};
	if MandatesOf::<T>::get(who).is_empty() {
		hold_others::<T>(&mandate, FREE_PLACES, term);
	}
	let id = Pallet::<T>::next_id().expect("ids are left");
	Pallet::<T>::hold(id, &mandate).expect("there is room");
	Mandates::<T>::insert(id, mandate);
}

/// An act with as many documents as one can cite.
fn act<T: Config>(version: u32, request: u8) -> Act {
	let document = DocumentCommitment {
		algorithm: HashAlgorithm::Sha2_256,
		digest: Commitment::new([1; 32]).expect("not zero"),
	};
	Act {
		// A mandate's first two entries are its grant.
		legal_basis: if version < 2 { APPOINTMENT } else { END_OF_OFFICE },
		rule_version: RuleVersion::CURRENT,
		documents: BoundedVec::truncate_from(vec![document; MAX_DOCUMENTS as usize]),
		request: RequestId::new([request; 16]).expect("not zero"),
		expected_version: version,
		effective_from: T::Clock::today(Register::PublicOffice, District::NATIONAL),
	}
}

fn officer<T: Config>() -> Signatory<T::AccountId> {
	let officer = Signatory { account: account("officer", 0, 0), person: tag(203) };
	T::Persons::enrol_for_benchmark(Register::PublicOffice, officer.person, None);
	officer
}

fn signed<T: Config>(
	signatory: &Signatory<T::AccountId>,
) -> frame_system::pallet_prelude::OriginFor<T> {
	RawOrigin::Signed(signatory.account.clone()).into()
}

/// A term that begins now and lasts a millisecond.
fn short_term<T: Config>() -> Term {
	let now = T::Clock::now();
	Term { not_before: now, not_after: Instant::from_millis(now.as_millis() + 1) }
}

/// A mandate that waits for the second key.
fn proposed<T: Config>() -> (MandateId, [Signatory<T::AccountId>; 2]) {
	let keys = seat::<T>();
	make_competent::<T>(Register::Business, District::NATIONAL);
	queue_past_requests::<T>();
	let officer = officer::<T>();
	let term = short_term::<T>();
	let id = crate::NextMandate::<T>::get();
	Pallet::<T>::propose_grant(
		signed::<T>(&keys[0]),
		act::<T>(0, 101),
		officer.account,
		officer.person,
		Register::Business,
		Powers::of(&Power::ALL),
		District::NATIONAL,
		term.not_before,
		term.not_after,
	)
	.expect("everything is in place");
	(id, keys)
}

/// A mandate that is held, the last of as many as its account can hold.
fn granted<T: Config>() -> (MandateId, [Signatory<T::AccountId>; 2]) {
	let (id, keys) = proposed::<T>();
	Pallet::<T>::confirm_grant(signed::<T>(&keys[1]), act::<T>(1, 102), id)
		.expect("everything is in place");
	let mandate = Mandates::<T>::get(id).expect("it was granted");
	hold_others::<T>(&mandate, 0, mandate.term);
	(id, keys)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn propose_grant() {
		let [first, _] = seat::<T>();
		make_competent::<T>(Register::Business, District::NATIONAL);
		queue_past_requests::<T>();
		let officer = officer::<T>();
		let term = short_term::<T>();
		let id = crate::NextMandate::<T>::get();

		#[extrinsic_call]
		_(
			RawOrigin::Signed(first.account),
			act::<T>(0, 101),
			officer.account,
			officer.person,
			Register::Business,
			Powers::of(&Power::ALL),
			District::NATIONAL,
			term.not_before,
			term.not_after,
		);

		assert!(crate::Proposals::<T>::contains_key(id));
	}

	/// The account's list is full of mandates that have expired and are left out.
	#[benchmark]
	fn confirm_grant() {
		let (id, [_, second]) = proposed::<T>();
		let mut mandate = Mandates::<T>::get(id).expect("it was proposed");
		mandate.state = MandateState::Granted;
		mandate.confirmed_by = Some(second.clone());
		let past = Term { not_before: Instant::from_millis(0), not_after: Instant::from_millis(0) };
		hold_others::<T>(&mandate, 0, past);

		#[extrinsic_call]
		_(RawOrigin::Signed(second.account), act::<T>(1, 102), id);

		assert_eq!(MandatesOf::<T>::get(&mandate.officer.account).len(), 1);
	}

	#[benchmark]
	fn propose_change() {
		let (id, [first, second]) = granted::<T>();
		Pallet::<T>::suspend_mandate(signed::<T>(&second), act::<T>(2, 103), id)
			.expect("it was granted");

		#[extrinsic_call]
		_(RawOrigin::Signed(first.account), act::<T>(3, 104), id, MandateChange::Restore);

		assert!(crate::Proposals::<T>::contains_key(id));
	}

	/// A revocation, which also shortens the account's list.
	#[benchmark]
	fn confirm_change() {
		let (id, [first, second]) = granted::<T>();
		let change = MandateChange::Revoke;
		Pallet::<T>::propose_change(signed::<T>(&first), act::<T>(2, 103), id, change)
			.expect("it was granted");

		#[extrinsic_call]
		_(RawOrigin::Signed(second.account), act::<T>(3, 104), id, change);

		assert_eq!(
			Mandates::<T>::get(id).map(|mandate| mandate.state),
			Some(MandateState::Revoked)
		);
	}

	#[benchmark]
	fn withdraw_proposal() {
		let (id, [_, second]) = proposed::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(second.account), act::<T>(1, 102), id);

		assert!(!crate::Proposals::<T>::contains_key(id));
	}

	#[benchmark]
	fn suspend_mandate() {
		let (id, [_, second]) = granted::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(second.account), act::<T>(2, 103), id);

		assert_eq!(Heads::<T>::get(id).map(|head| head.seq), Some(3));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
