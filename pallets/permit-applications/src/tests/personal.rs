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
		assert_ok!(appeal_as(EXAMINER, id));
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
