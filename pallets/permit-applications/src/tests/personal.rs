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

#[test]
fn recommit_should_give_another_commitment_when_an_appeal_has_overturned_the_permit() {
	build_and_execute(|| {
		let id = enter_as(EXAMINER, set_type(personal()), nobody(1)).unwrap();
		assert_ok!(complete_as(EXAMINER, id));
		assert_ok!(decide(id, grant()));
		assert_ok!(appeal_as(JUDGE, id));
		assert_ok!(judge(id, Judgment::Overturn));
		// The commitment is that of the permit that was overturned.
		assert_ok!(recommend_as(OTHER_EXAMINER, id, grant()));
		let approve = || decide_as(DECIDER, id, Verdict::Approve);
		assert_noop!(approve(), refused("commitment repeated"));
		let recommit =
			|who, commitment| Applications::recommit(signed(who), on(id), id, commitment);
		assert_noop!(recommit(EXAMINER, commitment(1)), Error::<Test>::CommitmentRepeated);
		assert_noop!(recommit(DECIDER, commitment(2)), refused("not covered by the mandate"));
		assert_ok!(recommit(EXAMINER, commitment(2)));
		let change = ApplicationChange::Recommitted { commitment: commitment(2) };
		assert_eq!(last_change(), (change, Some(mandate(EXAMINER))));
		assert_ok!(approve());
		assert_eq!(record(id).permit, Some(PermitReference::Personal(commitment(2))));
		assert_noop!(recommit(EXAMINER, commitment(3)), Error::<Test>::Ended);
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
