use codec::{Decode, Encode};
use frame_support::{assert_noop, assert_ok};
use polity_primitives::{Act, Commitment, DocumentCommitment, HashAlgorithm, LegalBasis, Register};
use sp_runtime::{DispatchError, DispatchResult};

use crate::{mock::*, types::*, Entries, ErasureProposals, Erasures, Error, Event, Heads, Persons};

fn receipt(number: u8) -> Commitment {
	Commitment::new([number + 30; 32]).unwrap()
}

const ERASED: Erasure = Erasure { register: Register::Business, scope: ErasureScope::RecordSecret };

fn prepare_erasure(signer: u8, act: Act) -> DispatchResult {
	Identity::prepare_erasure(signed(signer), act, receipt(1), ERASED)
}

fn decide(signer: u8, act: Act, decision: ErasureDecision) -> DispatchResult {
	Identity::decide_erasure(signed(signer), act, receipt(1), decision)
}

fn withdraw(signer: u8, act: Act) -> DispatchResult {
	Identity::withdraw_erasure(signed(signer), act, receipt(1))
}

const APPROVE: ErasureDecision = ErasureDecision::Approve;
const REFUSE: ErasureDecision = ErasureDecision::Refuse(RefusalReason::PreparedByMistake);

fn prepared() {
	assert_ok!(prepare_erasure(MAKER, act(ERASURE, 0)));
}

/// Every record of every person, with its entries.
fn records() -> Vec<u8> {
	let mut persons: Vec<_> = Persons::<Test>::iter().collect();
	let mut heads: Vec<_> = Heads::<Test>::iter().collect();
	let mut entries: Vec<_> = Entries::<Test>::iter().collect();
	persons.sort_by_key(Encode::encode);
	heads.sort_by_key(Encode::encode);
	entries.sort_by_key(Encode::encode);
	(persons, heads, entries).encode()
}

#[test]
fn erasure_should_leave_a_dated_receipt_and_no_record_changed() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		enrol(person(2), None);
		let before = records();
		System::reset_events();
		let (first, second) = (act(ERASURE, 0), act(ERASURE, 0));
		assert_ok!(prepare_erasure(MAKER, first.clone()));
		System::assert_last_event(
			Event::ErasurePrepared {
				receipt: receipt(1),
				erasure: ERASED,
				mandate: mandate_of(MAKER),
			}
			.into(),
		);
		assert!(Identity::erasure_proposal(receipt(1)).is_some());
		assert_eq!(Identity::erasure(receipt(1)), None);

		System::set_block_number(5);
		assert_ok!(decide(CHECKER, second.clone(), APPROVE));
		System::assert_last_event(
			Event::Erased {
				receipt: receipt(1),
				erasure: ERASED,
				date: date(2027, 3, 1),
				prepared_under: mandate_of(MAKER),
				mandate: mandate_of(CHECKER),
			}
			.into(),
		);
		assert_eq!(
			Identity::erasure(receipt(1)),
			Some(ErasureReceipt {
				erasure: ERASED,
				preparation: Preparation { mandate: mandate_of(MAKER), act: first },
				act: second,
				mandate: mandate_of(CHECKER),
				block: 5,
				recorded_at: polity_primitives::time::Instant::from_millis(5_000),
				date: date(2027, 3, 1),
			})
		);
		assert_eq!(Identity::erasure_proposal(receipt(1)), None);
		assert_eq!(records(), before);

		// Nothing that was told or kept has the tag of anybody in it.
		let told = System::events().encode();
		let kept = Erasures::<Test>::get(receipt(1)).encode();
		for tag in [tag(1), tag(2)] {
			for bytes in [&told, &kept] {
				assert!(!bytes.windows(32).any(|window| window == tag.as_bytes().as_slice()));
			}
		}
	});
}

#[test]
fn erasure_should_be_refused_and_its_receipt_be_used_later() {
	build_and_execute(|| {
		prepared();
		assert_ok!(decide(CHECKER, act(ERASURE, 0), REFUSE));
		System::assert_last_event(
			Event::ErasureRefused {
				receipt: receipt(1),
				reason: RefusalReason::PreparedByMistake,
				mandate: mandate_of(CHECKER),
			}
			.into(),
		);
		assert_eq!(Erasures::<Test>::get(receipt(1)), None);
		prepared();
	});
}

#[test]
fn erasure_should_not_be_prepared_by_whom_it_is_not_for() {
	build_and_execute(|| {
		assert_noop!(prepare_erasure(1, act(ERASURE, 0)), NO_MANDATE);
		assert_noop!(prepare_erasure(JUDGE, act(ERASURE, 0)), NO_MANDATE);
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none(), authorised()] {
			let refused = Identity::prepare_erasure(origin, act(ERASURE, 0), receipt(1), ERASED);
			assert_noop!(refused, DispatchError::BadOrigin);
		}
	});
}

/// Acts that no act on an erasure can be.
fn wrong_acts() -> Vec<(Act, Error<Test>)> {
	let document = DocumentCommitment {
		algorithm: HashAlgorithm::Sha2_256,
		digest: Commitment::new([7; 32]).unwrap(),
	};
	let mut documented = act(ERASURE, 0);
	documented.documents = vec![document].try_into().unwrap();
	vec![
		(act(ERASURE, 1), Error::StaleVersion),
		(act(KEY_RECOVERY, 0), Error::WrongLegalBasis),
		(act(LegalBasis(999), 0), Error::WrongLegalBasis),
		(documented, Error::DocumentsUnexpected),
	]
}

#[test]
fn erasure_should_not_be_prepared_when_the_act_is_wrong() {
	build_and_execute(|| {
		for (act, error) in wrong_acts() {
			assert_noop!(prepare_erasure(MAKER, act), error);
		}
		let past = Act { effective_from: date(2027, 2, 28), ..act(ERASURE, 0) };
		assert_noop!(prepare_erasure(MAKER, past), Error::<Test>::Backdated);
		let once = act(ERASURE, 0);
		assert_ok!(prepare_erasure(MAKER, once.clone()));
		let again = Identity::prepare_erasure(signed(MAKER), once, receipt(2), ERASED);
		assert_noop!(again, REPEATED);
	});
}

#[test]
fn receipt_should_be_used_once() {
	build_and_execute(|| {
		prepared();
		assert_noop!(prepare_erasure(MAKER, act(ERASURE, 0)), Error::<Test>::ErasureOpen);
		assert_ok!(decide(CHECKER, act(ERASURE, 0), APPROVE));
		assert_noop!(prepare_erasure(MAKER, act(ERASURE, 0)), Error::<Test>::ReceiptTaken);
		assert_noop!(decide(CHECKER, act(ERASURE, 0), APPROVE), Error::<Test>::ErasureNotFound);
	});
}

#[test]
fn receipt_should_not_be_read_when_it_is_all_zero() {
	assert!(Commitment::decode(&mut [0u8; 32].as_slice()).is_err());
	let call = crate::Call::<Test>::prepare_erasure {
		act: act(ERASURE, 0),
		receipt: receipt(1),
		erasure: ERASED,
	};
	let mut bytes = call.encode();
	assert!(crate::Call::<Test>::decode(&mut bytes.as_slice()).is_ok());
	let at = bytes.windows(32).position(|window| window == [31; 32]).unwrap();
	bytes[at..at + 32].fill(0);
	assert!(crate::Call::<Test>::decode(&mut bytes.as_slice()).is_err());
}

#[test]
fn erasure_should_make_room_when_it_has_lapsed() {
	build_and_execute(|| {
		prepared();
		System::set_block_number(1 + ProposalLifetime::get() + 1);
		assert_noop!(decide(CHECKER, act(ERASURE, 0), APPROVE), Error::<Test>::ProposalLapsed);
		prepared();
		assert_ok!(decide(CHECKER, act(ERASURE, 0), APPROVE));
	});
}

#[test]
fn erasure_should_not_be_decided_by_whom_it_is_not_for() {
	build_and_execute(|| {
		assert_noop!(decide(CHECKER, act(ERASURE, 0), APPROVE), Error::<Test>::ErasureNotFound);
		prepared();
		assert_noop!(decide(JUDGE, act(ERASURE, 0), APPROVE), NO_MANDATE);
		assert_noop!(decide(MAKER, act(ERASURE, 0), APPROVE), Error::<Test>::SameAccount);
		assert_noop!(decide(MAKER_AGAIN, act(ERASURE, 0), APPROVE), Error::<Test>::SamePerson);
		let another = decide(STRANGER, act(ERASURE, 0), APPROVE);
		assert_noop!(another, Error::<Test>::PreparedByAnotherMinistry);
		set_grantor(&account(CHECKER), &account(MAKER));
		let granted = decide(CHECKER, act(ERASURE, 0), APPROVE);
		assert_noop!(granted, Error::<Test>::GrantedByTheOther);
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none(), authorised()] {
			let refused = Identity::decide_erasure(origin, act(ERASURE, 0), receipt(1), APPROVE);
			assert_noop!(refused, DispatchError::BadOrigin);
		}
	});
	build_and_break(|| {
		prepared();
		forget(MAKER);
		assert_noop!(decide(CHECKER, act(ERASURE, 0), APPROVE), Error::<Test>::MakerUnknown);
	});
}

#[test]
fn erasure_should_not_be_decided_when_the_act_is_wrong() {
	build_and_execute(|| {
		let ahead = Act { effective_from: date(2027, 3, 2), ..act(ERASURE, 0) };
		assert_ok!(prepare_erasure(MAKER, ahead));
		for (act, error) in wrong_acts() {
			assert_noop!(decide(CHECKER, act, APPROVE), error);
		}
		let differs = decide(CHECKER, act(ERASURE, 0), APPROVE);
		assert_noop!(differs, Error::<Test>::DiffersFromPrepared);
		let ahead = || Act { effective_from: date(2027, 3, 2), ..act(ERASURE, 0) };
		assert_noop!(decide(CHECKER, ahead(), APPROVE), Error::<Test>::NotYetEffective);
		set_today(date(2027, 3, 2));
		assert_ok!(decide(CHECKER, ahead(), APPROVE));
		assert_eq!(Erasures::<Test>::get(receipt(1)).unwrap().date, date(2027, 3, 2));
	});
}

#[test]
fn erasure_should_be_withdrawn_before_it_is_decided() {
	build_and_execute(|| {
		assert_noop!(withdraw(MAKER, act(ERASURE, 0)), Error::<Test>::ErasureNotFound);
		prepared();
		assert_noop!(withdraw(JUDGE, act(ERASURE, 0)), NO_MANDATE);
		let another = withdraw(STRANGER, act(ERASURE, 0));
		assert_noop!(another, Error::<Test>::PreparedByAnotherMinistry);
		for (act, error) in wrong_acts() {
			assert_noop!(withdraw(MAKER, act), error);
		}
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none(), authorised()] {
			let refused = Identity::withdraw_erasure(origin, act(ERASURE, 0), receipt(1));
			assert_noop!(refused, DispatchError::BadOrigin);
		}
		assert_ok!(withdraw(CHECKER, act(ERASURE, 0)));
		System::assert_last_event(
			Event::ErasureWithdrawn { receipt: receipt(1), mandate: mandate_of(CHECKER) }.into(),
		);
		assert_eq!(ErasureProposals::<Test>::get(receipt(1)), None);
		// Once it has lapsed, whichever ministry is competent.
		prepared();
		System::set_block_number(1 + ProposalLifetime::get() + 1);
		assert_ok!(withdraw(STRANGER, act(ERASURE, 0)));
	});
}

/// Annex C 9: the salt is destroyed, the old proof can no longer be produced, the chain is unchanged,
/// and there is a receipt of the erasure.
#[test]
fn erasure_should_leave_a_commitment_that_nobody_opens_and_a_receipt_that_the_person_opens() {
	use polity_primitives::commitment::Opening;

	build_and_execute(|| {
		let value = Opening {
			schema: "birth/1".into(),
			issuer: vec![1],
			subject: Some(person(1).encode()),
			record: person(1).encode(),
			path: "date".into(),
			salt: [42; 32],
			value: b"1990-01-01".to_vec(),
		};
		let digest = value.commitment();
		let mut documented = act(ENROLMENT, 0);
		let document = DocumentCommitment { algorithm: HashAlgorithm::Blake2b256, digest };
		documented.documents = vec![document].try_into().unwrap();
		let change = PersonChange::Enrol { controller: None };
		assert_ok!(Identity::prepare(signed(MAKER), documented, person(1), change, None));
		let proposal = polity_primitives::ids::ProposalId(0);
		assert_ok!(Identity::decide(
			signed(CHECKER),
			act(ENROLMENT, 0),
			proposal,
			Decision::Approve
		));
		let before = records();

		// What the ministry has once the secret is gone: all but the salt.
		let Opening { schema, issuer, subject, record, path, value, .. } = value;
		let guessed = |salt| Opening {
			schema: schema.clone(),
			issuer: issuer.clone(),
			subject: subject.clone(),
			record: record.clone(),
			path: path.clone(),
			salt,
			value: value.clone(),
		};
		assert!((0..=41)
			.chain(43..=u8::MAX)
			.all(|byte| guessed([byte; 32]).commitment() != digest));

		let request = Opening {
			schema: "erasure/1".into(),
			issuer: vec![1],
			subject: Some(person(1).encode()),
			record: vec![],
			path: "request and confirmation".into(),
			salt: [77; 32],
			value: b"of 1 March 2027".to_vec(),
		};
		let receipt = request.commitment();
		let (first, second) = (act(ERASURE, 0), act(ERASURE, 0));
		assert_ok!(Identity::prepare_erasure(signed(MAKER), first, receipt, ERASED));
		assert_ok!(Identity::decide_erasure(signed(CHECKER), second, receipt, APPROVE));
		assert_eq!(records(), before);
		let entry = Entries::<Test>::get(person(1), 1).unwrap();
		let PersonBody::Decided { preparation, .. } = entry.body else { panic!("it was decided") };
		assert_eq!(preparation.act.documents[0].digest, digest);
		// The person shows whose erasure it was; without the opening it is nobody's.
		assert_eq!(Identity::erasure(request.commitment()).unwrap().erasure, ERASED);
		let another = Opening { subject: Some(person(2).encode()), ..request };
		assert_eq!(Identity::erasure(another.commitment()), None);
	});
}

#[test]
fn erasure_should_fail_when_its_receipt_is_a_tag_of_the_register() {
	build_and_execute(|| {
		let named = PersonId { register: Register::Business, tag: tag(31) };
		assert_eq!(named.tag.as_bytes(), receipt(1).as_bytes());
		// As a tag of another register it says nothing of this one.
		enrol(PersonId { register: Register::Land, ..named }, None);
		prepared();
		enrol(named, None);
		let error = Error::<Test>::ReceiptIsTag;
		assert_noop!(decide(CHECKER, act(ERASURE, 0), APPROVE), error);
		assert_ok!(decide(CHECKER, act(ERASURE, 0), REFUSE));
		assert_noop!(prepare_erasure(MAKER, act(ERASURE, 0)), Error::<Test>::ReceiptIsTag);
	});
}
