//! Permits of natural persons whom nobody finds.

use super::*;

fn personal() -> PermitTerms {
	PermitTerms { is_personal: true, prerequisites: Default::default(), ..terms() }
}

#[test]
fn a_personal_application_should_name_nobody() {
	build_and_execute(|| {
		let kind = set_type(personal());
		let id = enter_as(EXAMINER, kind, nobody(1)).unwrap();
		assert_eq!(record(id).representative, None);
		assert!(Applications::applications_of(nobody(1), None, 64).is_empty());
		assert_ok!(complete_as(EXAMINER, id));
		assert_ok!(ask_as(EXAMINER, id));
		assert_ok!(answer_as(OTHER_EXAMINER, id));
		assert_ok!(decide(id, grant()));
		let PermitHolder::Personal(holder) = nobody(1) else { unreachable!() };
		assert_eq!(record(id).permit, Some(PermitReference::Personal(holder.commitment)));
		assert_ok!(appeal_as(OTHER_EXAMINER, id));
	});
}

#[test]
fn a_personal_permit_should_be_granted_by_silence() {
	build_and_execute(|| {
		let id = enter_as(EXAMINER, set_type(personal()), nobody(1)).unwrap();
		pass_days(100);
		next_block();
		next_block();
		assert_eq!(stage(id), Stage::Decided(Outcome::DeemedGranted));
		assert_eq!(permit(id).holder, nobody(1));
	});
}

#[test]
fn call_should_fail_when_applicant_and_type_do_not_fit() {
	build_and_execute(|| {
		let expected = DispatchError::from(Error::<Test>::ApplicantDoesNotFitType);
		let kind = set_type(personal());
		assert_noop!(apply_as(ANN, kind, person(ANN), None), expected);
		assert_noop!(enter_as(EXAMINER, kind, person(ANN)), expected);
		assert_noop!(enter_as(EXAMINER, kind, of_company(1)), expected);
		let kind = set_type(terms());
		assert_noop!(enter_as(EXAMINER, kind, nobody(1)), expected);
	});
}

#[test]
fn call_should_fail_when_a_personal_application_rests_on_another_statute() {
	build_and_execute(|| {
		let kind = set_type(personal());
		let wrong = act(PROCEDURE, 0);
		assert_noop!(
			Applications::enter(signed(EXAMINER), wrong, kind, nobody(1), None),
			Error::<Test>::LegalBasisDoesNotFit
		);
		let id = enter_as(EXAMINER, kind, nobody(1)).unwrap();
		let wrong = act(PROCEDURE, version(id));
		assert_noop!(
			Applications::complete(signed(EXAMINER), wrong, id, false),
			Error::<Test>::LegalBasisDoesNotFit
		);
	});
}

#[test]
fn call_should_fail_when_the_person_applies_twice_in_the_period() {
	build_and_execute(|| {
		let kind = set_type(personal());
		let PermitHolder::Personal(first) = nobody(1) else { unreachable!() };
		let again = PersonalHolder { commitment: commitment(99), ..first };
		let id = enter_as(EXAMINER, kind, PermitHolder::Personal(first)).unwrap();
		let again = || enter_as(EXAMINER, kind, PermitHolder::Personal(again));
		assert_noop!(again(), Error::<Test>::DuplicateApplication);
		assert_ok!(complete_as(EXAMINER, id));
		assert_ok!(decide(id, grant()));
		// The nullifier stays used once it has led to a permit.
		let second = again().unwrap();
		assert_noop!(complete_as(EXAMINER, second), refused("nullifier used"));
		// And silence does not help.
		pass_days(100);
		next_block();
		assert_eq!(stage(second), Stage::Decided(Outcome::NoPlace));
	});
}

fn recommit_as(who: AccountId, id: ApplicationId, to: u32) -> DispatchResult {
	Applications::recommit(signed(who), on(id), id, commitment(to))
}

/// One whose permit an appeal has overturned.
fn overturned() -> ApplicationId {
	let id = enter_as(EXAMINER, set_type(personal()), nobody(1)).unwrap();
	complete_as(EXAMINER, id).unwrap();
	decide(id, grant()).unwrap();
	appeal_as(JUDGE, id).unwrap();
	judge(id, Judgment::Overturn).unwrap();
	id
}

#[test]
fn recommit_should_give_another_commitment_when_an_appeal_has_overturned_the_permit() {
	build_and_execute(|| {
		let id = overturned();
		// The commitment is that of the permit that was overturned.
		assert_ok!(recommend_as(OTHER_EXAMINER, id, grant()));
		let approve = || decide_as(DECIDER, id, Verdict::Approve);
		assert_noop!(approve(), refused("commitment repeated"));
		assert_noop!(recommit_as(EXAMINER, id, 1), Error::<Test>::CommitmentRepeated);
		assert_noop!(recommit_as(DECIDER, id, 2), refused("not covered by the mandate"));
		assert_ok!(recommit_as(EXAMINER, id, 2));
		let change = ApplicationChange::Recommitted { commitment: commitment(2) };
		assert_eq!(last_change(), (change, Some(mandate(EXAMINER))));
		// What was recommended was so for the other one.
		assert_noop!(approve(), Error::<Test>::NothingRecommended);
		assert_ok!(recommend_as(OTHER_EXAMINER, id, grant()));
		assert_ok!(approve());
		assert_eq!(record(id).permit, Some(PermitReference::Personal(commitment(2))));
		assert_noop!(recommit_as(EXAMINER, id, 3), Error::<Test>::Ended);
	});
}

#[test]
fn recommit_should_let_silence_grant_what_it_could_not() {
	build_and_execute(|| {
		let id = overturned();
		set_now(record(id).due.unwrap());
		next_block();
		// It is tried again for as long as the commitment is that of the permit that was overturned.
		assert!(
			matches!(last_event(), Event::DueStepFailed { application, .. } if application == id)
		);
		assert_eq!(stage(id), Stage::InReview);
		assert_ok!(recommit_as(OTHER_EXAMINER, id, 2));
		next_block();
		assert_eq!(stage(id), Stage::Decided(Outcome::DeemedGranted));
		assert_eq!(record(id).permit, Some(PermitReference::Personal(commitment(2))));
	});
}

#[test]
fn recommit_should_let_a_court_overturn_the_refusal_that_followed_an_overturned_permit() {
	build_and_execute(|| {
		let id = overturned();
		assert_ok!(decide(id, REFUSAL));
		assert_noop!(recommit_as(EXAMINER, id, 2), Error::<Test>::Ended);
		assert_ok!(appeal_as(JUDGE, id));
		assert_ok!(recommit_as(EXAMINER, id, 2));
		assert_ok!(judge(id, Judgment::Overturn));
		assert_eq!(stage(id), Stage::InReview);
		assert_ok!(decide(id, grant()));
		assert_eq!(record(id).permit, Some(PermitReference::Personal(commitment(2))));
	});
}

#[test]
fn call_should_fail_when_a_commitment_is_changed_that_no_overturned_permit_has_used() {
	build_and_execute(|| {
		let id = enter_as(EXAMINER, set_type(personal()), nobody(1)).unwrap();
		let expected = DispatchError::from(Error::<Test>::NothingOverturned);
		assert_noop!(recommit_as(OTHER_EXAMINER, id, 2), expected);
		assert_ok!(complete_as(EXAMINER, id));
		assert_noop!(recommit_as(OTHER_EXAMINER, id, 2), expected);
		// A refusal that was overturned has used none.
		assert_ok!(decide(id, REFUSAL));
		assert_ok!(appeal_as(JUDGE, id));
		assert_ok!(judge(id, Judgment::Overturn));
		assert_noop!(recommit_as(OTHER_EXAMINER, id, 2), expected);
		// And once another is stated, that one stays.
		let id = enter_as(EXAMINER, set_type(personal()), nobody(3)).unwrap();
		assert_ok!(complete_as(EXAMINER, id));
		assert_ok!(decide(id, grant()));
		assert_ok!(appeal_as(JUDGE, id));
		assert_ok!(judge(id, Judgment::Overturn));
		assert_ok!(recommit_as(OTHER_EXAMINER, id, 4));
		assert_noop!(recommit_as(OTHER_EXAMINER, id, 5), expected);
	});
}

#[test]
fn call_should_fail_when_another_commitment_has_no_document() {
	build_and_execute(|| {
		let id = overturned();
		let bare = without_document(on(id));
		assert_noop!(
			Applications::recommit(signed(EXAMINER), bare, id, commitment(2)),
			Error::<Test>::DocumentMissing
		);
	});
}

#[test]
fn call_should_fail_when_another_application_has_the_commitment() {
	build_and_execute(|| {
		let id = overturned();
		let kind = set_type(personal());
		let expected = DispatchError::from(Error::<Test>::CommitmentRepeated);
		// One that is live, and one that has led to a permit.
		let live = enter_as(EXAMINER, kind, nobody(2)).unwrap();
		assert_noop!(recommit_as(EXAMINER, id, 2), expected);
		assert_ok!(complete_as(EXAMINER, live));
		assert_ok!(decide(live, grant()));
		assert_noop!(recommit_as(EXAMINER, id, 2), expected);
		// Nor is it entered for somebody else.
		let PermitHolder::Personal(first) = nobody(2) else { unreachable!() };
		let other = PersonalHolder { nullifier: Hash::repeat_byte(9), ..first };
		assert_noop!(enter_as(EXAMINER, kind, PermitHolder::Personal(other)), expected);
	});
}

#[test]
fn call_should_fail_when_a_readable_applicant_is_given_a_commitment() {
	build_and_execute(|| {
		let id = in_review(terms());
		assert_noop!(
			Applications::recommit(signed(EXAMINER), on(id), id, commitment(2)),
			Error::<Test>::ApplicantDoesNotFitType
		);
	});
}
