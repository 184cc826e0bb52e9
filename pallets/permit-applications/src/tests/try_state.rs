//! What the check of the state finds.

use super::*;
use crate::{
	Applications as Records, ApplicationsOf, Commitments, DaysUsed, Due, Entries, Figures,
	LiveApplications, WorkLists,
};

fn found(corrupt: impl FnOnce(ApplicationId)) -> String {
	new_test_ext().execute_with(|| {
		let id = in_review(terms());
		assert!(crate::try_state::do_try_state::<Test>().is_ok());
		corrupt(id);
		let error = crate::try_state::do_try_state::<Test>().unwrap_err();
		format!("{error:?}")
	})
}

fn assert_found(text: &str, corrupt: impl FnOnce(ApplicationId)) {
	let found = found(corrupt);
	assert!(found.contains(text), "{found}");
}

#[test]
fn try_state_should_find_a_broken_chain() {
	assert_found("chain of entries is broken", |id| {
		Entries::<Test>::mutate(id, 1, |entry| entry.as_mut().unwrap().block += 1);
	});
}

#[test]
fn try_state_should_find_what_is_due_and_in_no_row() {
	assert_found("the queue has no row", |id| {
		Due::<Test>::remove(DueKey::new(record(id).due.unwrap(), id));
	});
	assert_found("not in the queue", |id| {
		Records::<Test>::mutate(id, |record| record.as_mut().unwrap().due = None);
	});
	assert_found("a row too many", |id| Due::<Test>::insert(DueKey::new(NOON, id), ()));
}

#[test]
fn try_state_should_find_a_permit_that_was_not_granted() {
	assert_found("a permit that was not granted", |id| {
		Records::<Test>::mutate(id, |record| {
			let permit = PermitReference::Personal(commitment(1));
			record.as_mut().unwrap().permit = Some(permit);
		});
	});
}

#[test]
fn try_state_should_find_lists_that_do_not_fit() {
	assert_found("on no list", |id| {
		WorkLists::<Test>::remove((District::NATIONAL, WorkState::InReview), ordered(id.0));
	});
	assert_found("what does not wait", |id| {
		WorkLists::<Test>::insert((District::NATIONAL, WorkState::Appealed), ordered(id.0), ());
	});
	assert_found("not listed with its applicant", |id| {
		ApplicationsOf::<Test>::remove(Party::Person(tag(ANN)), ordered(id.0));
	});
	assert_found("for the same", |id| LiveApplications::<Test>::remove(record(id).live_key()));
}

#[test]
fn try_state_should_find_figures_without_days() {
	assert_found("without their days", |id| {
		Figures::<Test>::mutate(AUTHORITY, record(id).kind, |found| found.by_silence += 1);
	});
	assert_found("of no authority", |id| {
		DaysUsed::<Test>::insert((MinistryId(9), record(id).kind), [0, 1], 1);
	});
}

#[test]
fn try_state_should_find_a_commitment_that_two_applications_have() {
	let personal = |id: ApplicationId, seed| {
		Records::<Test>::mutate(id, |record| {
			let record = record.as_mut().unwrap();
			LiveApplications::<Test>::remove(record.live_key());
			ApplicationsOf::<Test>::remove(Party::Person(tag(ANN)), ordered(id.0));
			record.applicant = nobody(seed);
			record.representative = None;
			LiveApplications::<Test>::insert(record.live_key(), id);
		});
	};
	assert_found("have one commitment", |id| personal(id, 1));
	assert_found("have one commitment", |id| {
		let stated = CommitmentUse { application: ApplicationId(id.0 + 1), is_spent: false };
		Commitments::<Test>::insert(commitment(1), stated);
		personal(id, 1);
	});
}
