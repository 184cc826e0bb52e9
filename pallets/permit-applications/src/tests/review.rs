//! Questions, answers, and the extension.

use super::*;

#[test]
fn ask_should_stop_the_clock_until_it_is_answered() {
	build_and_execute(|| {
		let id = in_review(terms());
		let first = Applications::deadline(id).unwrap();
		pass_days(5);
		assert_ok!(ask_as(EXAMINER, id));
		assert_eq!(last_change(), (ApplicationChange::Asked, Some(mandate(EXAMINER))));
		assert_eq!(record(id).due, first.checked_add_millis(20 * MILLIS_PER_DAY));
		pass_days(7);
		assert_ok!(answer_as(ANN, id));
		assert_eq!(last_change(), (ApplicationChange::Answered, None));
		assert_eq!(record(id).due, first.checked_add_millis(7 * MILLIS_PER_DAY));
		assert_eq!(Applications::deadline(id), record(id).due);
	});
}

#[test]
fn call_should_fail_when_a_question_is_open_or_none_is() {
	build_and_execute(|| {
		let id = in_review(terms());
		assert_noop!(answer_as(ANN, id), Error::<Test>::NoQuestionOpen);
		assert_ok!(ask_as(EXAMINER, id));
		assert_noop!(ask_as(EXAMINER, id), Error::<Test>::QuestionOpen);
		// Who is asked is heard.
		assert_ok!(recommend_as(EXAMINER, id, REFUSAL));
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), Error::<Test>::QuestionOpen);
		assert_ok!(answer_as(ANN, id));
		assert_ok!(decide_as(DECIDER, id, Verdict::Approve));
	});
}

#[test]
fn call_should_fail_when_the_clock_has_stood_still_for_long_enough() {
	build_and_execute(|| {
		let id = in_review(terms());
		assert_ok!(ask_as(EXAMINER, id));
		pass_days(20);
		assert_ok!(answer_as(ANN, id));
		assert_noop!(ask_as(EXAMINER, id), Error::<Test>::StopsUsedUp);
	});
}

#[test]
fn call_should_fail_when_there_were_too_many_questions() {
	build_and_execute(|| {
		let id = in_review(terms());
		for _ in 0..polity_permit_procedure::MAX_STOPS {
			assert_ok!(ask_as(EXAMINER, id));
			assert_ok!(answer_as(ANN, id));
		}
		assert_noop!(ask_as(EXAMINER, id), Error::<Test>::TooManyQuestions);
	});
}

#[test]
fn call_should_fail_when_a_question_or_an_answer_has_no_document() {
	build_and_execute(|| {
		let id = in_review(terms());
		let expected = DispatchError::from(Error::<Test>::DocumentMissing);
		let bare = without_document(on(id));
		assert_noop!(Applications::ask(signed(EXAMINER), bare, id), expected);
		assert_ok!(ask_as(EXAMINER, id));
		let bare = without_document(on(id));
		assert_noop!(Applications::answer(signed(ANN), bare, id), expected);
	});
}

#[test]
fn extend_should_add_to_the_period_once() {
	build_and_execute(|| {
		let id = in_review(terms());
		let first = Applications::deadline(id).unwrap();
		assert_ok!(extend_as(EXAMINER, id));
		assert_eq!(last_change(), (ApplicationChange::Extended, Some(mandate(EXAMINER))));
		assert_eq!(record(id).due, first.checked_add_millis(15 * MILLIS_PER_DAY));
		assert_noop!(extend_as(EXAMINER, id), Error::<Test>::AlreadyExtended);
	});
}

#[test]
fn call_should_fail_when_an_extension_has_no_reasons() {
	build_and_execute(|| {
		let id = in_review(terms());
		let bare = without_document(on(id));
		assert_noop!(
			Applications::extend(signed(EXAMINER), bare, id),
			Error::<Test>::ReasonsMissing
		);
	});
}

#[test]
fn call_should_fail_when_the_type_has_no_extension() {
	build_and_execute(|| {
		let id = in_review(PermitTerms { extension: None, ..terms() });
		assert_noop!(extend_as(EXAMINER, id), Error::<Test>::NotExtensible);
	});
}

#[test]
fn call_should_fail_when_the_period_is_over_whether_or_not_a_block_has_noticed() {
	build_and_execute(|| {
		let id = in_review(terms());
		assert_ok!(recommend_as(EXAMINER, id, REFUSAL));
		let last = Applications::deadline(id).unwrap().checked_sub_millis(1).unwrap();
		set_now(last);
		assert_ok!(ask_as(EXAMINER, id));
		assert_ok!(answer_as(ANN, id));
		set_now(Applications::deadline(id).unwrap());
		let expected = DispatchError::from(Error::<Test>::PeriodOver);
		assert_noop!(ask_as(EXAMINER, id), expected);
		assert_noop!(extend_as(EXAMINER, id), expected);
		assert_noop!(recommend_as(EXAMINER, id, REFUSAL), expected);
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), expected);
		assert_eq!(stage(id), Stage::InReview);
		next_block();
		assert_eq!(stage(id), Stage::Decided(Outcome::DeemedGranted));
	});
}

#[test]
fn call_should_fail_when_it_is_not_in_review() {
	build_and_execute(|| {
		let id = submitted(terms());
		assert_noop!(ask_as(EXAMINER, id), Error::<Test>::WrongStage);
		assert_noop!(answer_as(ANN, id), Error::<Test>::WrongStage);
		assert_noop!(extend_as(EXAMINER, id), Error::<Test>::WrongStage);
		assert_noop!(recommend_as(EXAMINER, id, grant()), Error::<Test>::WrongStage);
		assert_noop!(recommend_as(EXAMINER, id, REFUSAL), Error::<Test>::WrongStage);
	});
}

#[test]
fn call_should_fail_when_who_examines_has_no_mandate_for_it() {
	build_and_execute(|| {
		let id = in_review(terms());
		for who in [DECIDER, JUDGE, RECORDER] {
			let expected = refused("not covered by the mandate");
			assert_noop!(ask_as(who, id), expected);
			assert_noop!(extend_as(who, id), expected);
			assert_noop!(take_case_as(who, id), expected);
			assert_noop!(recommend_as(who, id, grant()), expected);
		}
	});
}

#[test]
fn call_should_fail_when_it_is_on_another_version() {
	build_and_execute(|| {
		let id = in_review(terms());
		let stale = act(PROCEDURE, 1);
		assert_noop!(Applications::ask(signed(EXAMINER), stale, id), Error::<Test>::StaleVersion);
		let stale = act(PROCEDURE, 1);
		assert_noop!(Applications::withdraw(signed(ANN), stale, id), Error::<Test>::StaleVersion);
	});
}

#[test]
fn call_should_fail_when_no_deadline_can_be_counted() {
	build_and_execute(|| {
		let id = submitted(PermitTerms { completeness_period: None, ..terms() });
		pass_to_the_end();
		assert_noop!(complete_as(EXAMINER, id), Error::<Test>::DeadlineOutOfRange);
		assert_ok!(withdraw_as(ANN, id));
	});
}

#[test]
fn call_should_fail_when_the_record_has_as_many_versions_as_can_be_counted() {
	// The chain of entries cannot be whole then, so that the state is not checked.
	new_test_ext().execute_with(|| {
		let id = in_review(terms());
		crate::Heads::<Test>::mutate(id, |head| head.as_mut().unwrap().seq = u32::MAX);
		assert_noop!(ask_as(EXAMINER, id), Error::<Test>::TooManyVersions);
	});
}
