//! Request ids, and how they are forgotten.

use frame_support::{assert_noop, assert_ok};
use polity_primitives::{
	act::{Act, LegalBasis, RequestId, RequestScope, RuleVersion},
	code_list::LEGAL_BASES,
	ids::MinistryId,
	office::Register,
	traits::MandateAuthority,
	Commitment, DocumentCommitment, HashAlgorithm,
};
use proptest::prelude::*;
use sp_runtime::DispatchResult;

use crate::{mock::*, Error, RequestQueue, RequestQueueEnds, Requests};

pub fn note(ministry: MinistryId, request: RequestId) -> DispatchResult {
	note_in(RequestScope::Ministry(ministry), request)
}

fn note_in(scope: RequestScope<u64>, request: RequestId) -> DispatchResult {
	let mut act = act(0);
	act.request = request;
	Mandates::note_act(scope, Register::PublicOffice, &act)
}

fn queue_length() -> u64 {
	let ends = RequestQueueEnds::<Test>::get();
	ends.tail - ends.head
}

#[test]
fn act_should_be_noted_once_in_its_scope() {
	build_and_execute(|| {
		let request = fresh_request();
		assert_ok!(note(JUSTICE, request));
		assert_noop!(note(JUSTICE, request), Error::<Test>::RequestRepeated);
		assert_ok!(note(LANDS, request));
		assert_ok!(note_in(RequestScope::Account(7), request));
		assert_noop!(note_in(RequestScope::Account(7), request), Error::<Test>::RequestRepeated);
		assert_ok!(note_in(RequestScope::Account(8), request));
		assert_eq!(queue_length(), 4);
	});
}

#[test]
fn act_should_be_refused_when_its_register_does_not_know_its_basis() {
	build_and_execute(|| {
		let note = |register, basis| {
			let mut act = act(0);
			act.legal_basis = LegalBasis(basis);
			Mandates::note_act(RequestScope::Ministry(JUSTICE), register, &act)
		};
		assert_ok!(note(Register::PublicOffice, 201));
		assert_ok!(note(Register::Business, 302));
		assert_noop!(note(Register::Business, 201), Error::<Test>::UnknownLegalBasis);
		assert_noop!(note(Register::Business, 0), Error::<Test>::UnknownLegalBasis);
	});
}

#[test]
fn act_should_be_refused_when_it_was_prepared_under_other_rules() {
	build_and_execute(|| {
		for version in [0, RuleVersion::CURRENT.0 + 1] {
			let mut act = act(0);
			act.rule_version = RuleVersion(version);
			assert_noop!(
				Mandates::note_act(RequestScope::Ministry(JUSTICE), Register::PublicOffice, &act),
				Error::<Test>::WrongRuleVersion
			);
		}
	});
}

#[test]
fn request_should_be_refused_for_as_long_as_its_transaction_can_be_sent() {
	build_and_execute(|| {
		let request = fresh_request();
		assert_ok!(note(JUSTICE, request));
		System::set_block_number(1 + REQUEST_RETENTION);
		assert_ok!(note(JUSTICE, fresh_request()));
		assert_noop!(note(JUSTICE, request), Error::<Test>::RequestRepeated);
		// It is forgotten by the first noting after that.
		System::set_block_number(1 + REQUEST_RETENTION + 1);
		assert_noop!(note(JUSTICE, request), Error::<Test>::RequestRepeated);
		assert_ok!(note(JUSTICE, fresh_request()));
		assert_ok!(note(JUSTICE, request));
	});
}

#[test]
fn queue_should_shrink_when_its_requests_are_past() {
	build_and_execute(|| {
		for _ in 0..10 {
			assert_ok!(note(JUSTICE, fresh_request()));
		}
		assert_eq!(queue_length(), 10);
		System::set_block_number(1_000);
		for expected in [9, 8, 7, 6, 5] {
			assert_ok!(note(JUSTICE, fresh_request()));
			assert_eq!(queue_length(), expected);
		}
		// All ten are gone, and the five are of this block.
		assert_ok!(note(JUSTICE, fresh_request()));
		assert_eq!(queue_length(), 6);
		assert_eq!(Requests::<Test>::iter().count(), 6);
		assert_eq!(RequestQueue::<Test>::iter().count(), 6);
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn queue_should_hold_no_more_than_one_retention_of_acts_when_anything_is_noted(
		blocks in prop::collection::vec((0u64..30, 0u64..8), 1..40),
	) {
		build_and_execute(|| {
			let mut noted = Vec::new();
			let mut most_in_window = 0;
			for (passed, acts) in blocks {
				let now = System::block_number() + passed;
				System::set_block_number(now);
				for _ in 0..acts {
					assert_ok!(note(JUSTICE, fresh_request()));
					noted.push(now);
					let in_window =
						noted.iter().filter(|at| **at + REQUEST_RETENTION >= now).count() as u64;
					most_in_window = most_in_window.max(in_window);
					assert!(queue_length() <= most_in_window);
					assert!(queue_length() >= in_window);
				}
			}
		});
	}
}

#[test]
fn act_should_be_refused_when_it_lacks_the_document_that_its_basis_demands() {
	build_and_execute(|| {
		let document = DocumentCommitment {
			algorithm: HashAlgorithm::Sha2_256,
			digest: Commitment::new([7; 32]).unwrap(),
		};
		for entry in LEGAL_BASES {
			let note = |documents: Vec<DocumentCommitment>| {
				let documents = documents.try_into().unwrap();
				let act = Act { legal_basis: entry.basis, documents, ..act(0) };
				Mandates::note_act(RequestScope::Ministry(JUSTICE), entry.register, &act)
			};
			if entry.demands_document {
				assert_noop!(note(vec![]), Error::<Test>::DocumentMissing);
			} else {
				assert_ok!(note(vec![]));
			}
			assert_ok!(note(vec![document]));
		}
		// Orders of courts, deeds, and what rests on a certificate.
		let demanding = LEGAL_BASES.iter().filter(|entry| entry.demands_document);
		let codes: Vec<_> = demanding.map(|entry| entry.basis.0).collect();
		assert_eq!(codes, [103, 104, 305, 404, 409, 410, 412, 413, 503, 604]);
	});
}
