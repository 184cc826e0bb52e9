//! What the check of the state finds.

use super::*;
use crate::{
	try_state::do_try_state, AttestationsOf, Counts, IssuerOf, Roles, StatusChunks, StatusLists,
	TakenChunks,
};
use polity_accreditation::Chunk;

/// Breaks a sound state, and says what the check answers.
fn found_after(break_it: impl FnOnce()) -> String {
	new_test_ext().execute_with(|| {
		found_university();
		assert_ok!(attest_one(1, 5));
		assert_ok!(set_status(CONTROLLER, SINGLES, 5, StatusPurpose::Suspension, true));
		assert_eq!(do_try_state::<Test>(), Ok(()));
		break_it();
		match do_try_state::<Test>() {
			Err(sp_runtime::TryRuntimeError::Other(text)) => text.into(),
			other => format!("{other:?}"),
		}
	})
}

#[test]
fn state_should_be_refused_when_two_versions_of_a_document_are_active() {
	let found = found_after(|| {
		assert_ok!(change_issuer(CONTROLLER, IssuerChange::AddKey(key(7))));
		IssuerVersions::<Test>::mutate(UNIVERSITY, 2, |version| {
			version.as_mut().unwrap().active_from = at(100);
		});
	});
	assert_eq!(found, "two versions of a document are active at once");
}

#[test]
fn state_should_be_refused_when_nobody_controls_or_recovers_an_issuer() {
	let with = |change: fn(&mut polity_accreditation::Issuer)| {
		found_after(|| {
			IssuerVersions::<Test>::mutate(UNIVERSITY, 1, |version| {
				change(version.as_mut().unwrap());
			});
		})
	};
	assert_eq!(with(|issuer| issuer.controllers.clear()), "nobody controls an issuer");
	assert_eq!(with(|issuer| issuer.recovery.quorum = 9), "nobody can recover an issuer");
}

#[test]
fn state_should_be_refused_when_a_holder_has_two_documents() {
	let found = found_after(|| IssuerOf::<Test>::insert(university(), IssuerId(1)));
	assert_eq!(found, "a holder has two documents, or another's");
}

#[test]
fn state_should_be_refused_when_roles_are_counted_wrong() {
	let found = found_after(|| Roles::<Test>::insert(CONTROLLER, 2));
	assert_eq!(found, "controllers and guardians are counted wrong");
}

#[test]
fn state_should_be_refused_when_a_list_says_another_status() {
	let chunk = (SINGLES, StatusPurpose::Suspension);
	let found = found_after(|| StatusChunks::<Test>::remove(chunk, 0));
	assert_eq!(found, "a status list says another status than its record");
	let more = found_after(|| StatusChunks::<Test>::insert(chunk, 1, Chunk([1; 128])));
	assert_eq!(more, "a bit is set for nothing");
}

#[test]
fn state_should_be_refused_when_an_index_is_free_or_taken_for_nothing() {
	let found = found_after(|| TakenChunks::<Test>::remove(SINGLES, 0));
	assert_eq!(found, "the index of an attestation is free");
	let more = found_after(|| TakenChunks::<Test>::insert(SINGLES, 1, Chunk([1; 128])));
	assert_eq!(more, "other indices of a list are taken than it counts");
	let counted = found_after(|| {
		StatusLists::<Test>::mutate(BATCHES, |list| list.as_mut().unwrap().list.decoys = 1);
	});
	assert_eq!(counted, "a status list counts other attestations than it has");
}

#[test]
fn state_should_be_refused_when_something_was_issued_in_secret() {
	let found = found_after(|| Counts::<Test>::mutate(UNIVERSITY, |counts| counts.singles = 0));
	assert_eq!(found, "an issuer has issued more or less than is counted");
	let listed = found_after(|| AttestationsOf::<Test>::remove(UNIVERSITY, ordered(1)));
	assert_eq!(listed, "the list of what an issuer has issued has a gap");
}

#[test]
fn state_should_be_refused_when_something_is_noted_wrong_about_a_subject() {
	use crate::LastAbout;

	let with = |change: fn(&mut NotedAttestations)| {
		found_after(|| {
			let subject = Subject::Ministry(MinistryId(7));
			assert_ok!(Attestations::attest(
				RuntimeOrigin::signed(CONTROLLER),
				act_on(ATTESTATION, 0),
				Box::new(issuance(SINGLES)),
				commitment(9),
				Some(subject),
				9,
			));
			LastAbout::<Test>::mutate(subject, SchemaId(1), change);
		})
	};
	let wrong = with(|noted| noted[0].until = at(999));
	assert_eq!(wrong, "what is said of a subject is noted wrong");
	let nowhere = with(|noted| noted[0].anchor = H256::zero());
	assert_eq!(nowhere, "what is said of a subject is nowhere");
	let thrice = with(|noted| {
		for _ in 0..2 {
			noted.try_push(noted[0]).unwrap();
		}
	});
	assert_eq!(thrice, "more is noted of a subject than has room");
}

#[test]
fn state_should_be_refused_when_controllers_of_no_issuer_were_changed() {
	let found = found_after(|| crate::ControllersChanged::<Test>::insert(IssuerId(9), at(1)));
	assert_eq!(found, "controllers of no issuer were changed");
}
