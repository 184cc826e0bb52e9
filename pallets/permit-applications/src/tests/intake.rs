//! Fees, dossiers that go back and forth, the case officer, and withdrawals.

use super::*;

fn with_fee() -> PermitTerms {
	PermitTerms { needs_fee: true, ..terms() }
}

fn for_a_site() -> PermitTerms {
	PermitTerms { prerequisites: vec![Prerequisite::RightInSite].try_into().unwrap(), ..terms() }
}

#[test]
fn settle_fee_should_note_that_it_was_paid() {
	build_and_execute(|| {
		let id = submitted(with_fee());
		assert_eq!(record(id).due, None);
		pass_days(3);
		assert_ok!(settle_fee_as(EXAMINER, id));
		assert_eq!(last_change(), (ApplicationChange::FeeSettled, Some(mandate(EXAMINER))));
		// Silence completes it ten days after the fee, not before.
		assert_eq!(record(id).due, Some(start_of(day(11))));
	});
}

#[test]
fn call_should_fail_when_no_fee_is_to_be_settled() {
	build_and_execute(|| {
		let id = submitted(terms());
		assert_noop!(settle_fee_as(EXAMINER, id), Error::<Test>::FeeNotDue);
		let id = submitted(with_fee());
		assert_noop!(settle_fee_as(ANN, id), refused("no mandate"));
		assert_ok!(settle_fee_as(EXAMINER, id));
		assert_noop!(settle_fee_as(EXAMINER, id), Error::<Test>::FeeSettled);
	});
}

#[test]
fn call_should_fail_when_the_fee_is_not_paid() {
	build_and_execute(|| {
		let id = submitted(with_fee());
		assert_noop!(complete_as(EXAMINER, id), Error::<Test>::FeeUnpaid);
		assert_ok!(settle_fee_as(EXAMINER, id));
		assert_ok!(complete_as(EXAMINER, id));
	});
}

#[test]
fn return_dossier_should_send_it_back_until_it_is_handed_in_again() {
	build_and_execute(|| {
		let id = submitted(terms());
		assert_ok!(return_as(EXAMINER, id));
		assert_eq!(last_change(), (ApplicationChange::Returned, Some(mandate(EXAMINER))));
		assert_eq!((stage(id), record(id).due), (Stage::Incomplete, None));
		pass_days(100);
		assert_eq!(next_block(), Applications::due_weight(0));
		assert_ok!(resubmit_as(ANN, id));
		assert_eq!(last_change(), (ApplicationChange::Resubmitted, None));
		assert_eq!((stage(id), record(id).due), (Stage::Submitted, Some(start_of(day(11)))));
	});
}

#[test]
fn call_should_fail_when_a_dossier_goes_back_or_comes_in_without_a_document() {
	build_and_execute(|| {
		let id = submitted(terms());
		let expected = DispatchError::from(Error::<Test>::DocumentMissing);
		let bare = without_document(on(id));
		assert_noop!(Applications::return_dossier(signed(EXAMINER), bare, id), expected);
		assert_ok!(return_as(EXAMINER, id));
		let bare = without_document(on(id));
		assert_noop!(Applications::resubmit(signed(ANN), bare, id), expected);
	});
}

#[test]
fn call_should_fail_when_the_dossier_is_not_at_that_stage() {
	build_and_execute(|| {
		let id = submitted(terms());
		assert_noop!(resubmit_as(ANN, id), Error::<Test>::WrongStage);
		assert_ok!(return_as(EXAMINER, id));
		assert_noop!(return_as(EXAMINER, id), Error::<Test>::WrongStage);
		assert_noop!(complete_as(EXAMINER, id), Error::<Test>::WrongStage);
		assert_ok!(resubmit_as(ANN, id));
		assert_ok!(complete_as(EXAMINER, id));
		assert_noop!(complete_as(EXAMINER, id), Error::<Test>::WrongStage);
		assert_noop!(settle_fee_as(EXAMINER, id), Error::<Test>::WrongStage);
		assert_ok!(withdraw_as(ANN, id));
		assert_noop!(return_as(EXAMINER, id), Error::<Test>::Ended);
		assert_noop!(complete_as(EXAMINER, id), Error::<Test>::Ended);
		assert_noop!(take_case_as(EXAMINER, id), Error::<Test>::Ended);
	});
}

#[test]
fn call_should_fail_when_there_is_no_such_application() {
	build_and_execute(|| {
		let id = ApplicationId(7);
		let expected = DispatchError::from(Error::<Test>::ApplicationNotFound);
		assert_noop!(settle_fee_as(EXAMINER, id), expected);
		assert_noop!(return_as(EXAMINER, id), expected);
		assert_noop!(resubmit_as(ANN, id), expected);
		assert_noop!(complete_as(EXAMINER, id), expected);
		assert_noop!(take_case_as(EXAMINER, id), expected);
		assert_noop!(withdraw_as(ANN, id), expected);
		assert_noop!(ask_as(EXAMINER, id), expected);
		assert_noop!(answer_as(ANN, id), expected);
		assert_noop!(extend_as(EXAMINER, id), expected);
		assert_noop!(opine_as(FIRE, id, FIRE_MINISTRY, Opinion::Objection), expected);
		assert_noop!(recommend_as(EXAMINER, id, grant()), expected);
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), expected);
		assert_noop!(appeal_as(ANN, id), expected);
		assert_noop!(prepare_as(JUDGE, id, Judgment::Uphold), expected);
		assert_noop!(judge_as(JUDGE, id, Verdict::Approve), expected);
		assert_noop!(Applications::do_due(signed(ANN), id), expected);
	});
}

#[test]
fn complete_should_begin_the_clock_and_take_a_place() {
	build_and_execute(|| {
		let id = submitted(terms());
		pass_days(2);
		assert_ok!(complete_as(EXAMINER, id));
		let found = record(id);
		assert_eq!(found.application.stage, Stage::InReview);
		assert_eq!(found.case_officer, Some(mandate(EXAMINER)));
		assert_eq!(Applications::deadline(id), Some(start_of(day(31))));
		assert_eq!(found.due, Some(start_of(day(31))));
		assert_eq!(places(id), 1);
		let change = ApplicationChange::Completed { site_right_attested: false };
		assert_eq!(last_change(), (change, Some(mandate(EXAMINER))));
	});
}

#[test]
fn call_should_fail_when_no_place_is_free() {
	build_and_execute(|| {
		let kind = set_type(PermitTerms { quota: Some(1), ..terms() });
		let [first, second] = [ANN, BOB].map(|who| apply_as(who, kind, person(who), None).unwrap());
		assert_ok!(complete_as(EXAMINER, first));
		assert_noop!(complete_as(EXAMINER, second), refused("quota exhausted"));
		// What leads to no permit gives its place back.
		assert_ok!(withdraw_as(ANN, first));
		assert_ok!(complete_as(EXAMINER, second));
		assert_eq!(Permits::places(kind), 1);
	});
}

#[test]
fn call_should_fail_when_the_applicant_may_not_hold_it_any_more() {
	build_and_execute(|| {
		let id = submitted(terms());
		Permits::bar(&person(ANN));
		assert_noop!(complete_as(EXAMINER, id), refused("may not hold it"));
	});
}

#[test]
fn call_should_fail_when_nobody_attests_the_right_in_the_site() {
	build_and_execute(|| {
		let kind = set_type(for_a_site());
		let id = apply_as(ANN, kind, person(ANN), Some(site(1))).unwrap();
		assert_noop!(complete_as(EXAMINER, id), Error::<Test>::SiteRightNotAttested);
		assert_ok!(Applications::complete(signed(EXAMINER), on(id), id, true));
		assert!(record(id).site_right_attested);
		// A company's right is seen by the chain.
		let id = apply_as(ANN, kind, of_company(1), Some(site(1))).unwrap();
		assert_ok!(complete_as(EXAMINER, id));
	});
}

#[test]
fn call_should_fail_when_the_dossier_is_complete_by_silence() {
	build_and_execute(|| {
		let id = submitted(terms());
		set_now(start_of(day(11)));
		// No block has done it yet, and it is done all the same.
		assert_noop!(return_as(EXAMINER, id), Error::<Test>::PeriodOver);
		assert_noop!(complete_as(EXAMINER, id), Error::<Test>::PeriodOver);
		assert_noop!(recommend_as(EXAMINER, id, DECLINE), Error::<Test>::PeriodOver);
	});
}

#[test]
fn take_case_should_pass_it_to_another_officer() {
	build_and_execute(|| {
		let id = in_review(terms());
		assert_ok!(recommend_as(EXAMINER, id, grant()));
		assert_noop!(take_case_as(EXAMINER, id), Error::<Test>::AlreadyTheCaseOfficer);
		assert_ok!(take_case_as(OTHER_EXAMINER, id));
		assert_eq!(last_change(), (ApplicationChange::CaseTaken, Some(mandate(OTHER_EXAMINER))));
		assert_eq!(record(id).recommendation, None);
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), Error::<Test>::NothingRecommended);
		assert_noop!(recommend_as(EXAMINER, id, grant()), Error::<Test>::NotTheCaseOfficer);
		assert_ok!(recommend_as(OTHER_EXAMINER, id, grant()));
	});
}

#[test]
fn withdraw_should_end_it_at_any_stage_before_the_decision() {
	build_and_execute(|| {
		let first = submitted(terms());
		assert_ok!(withdraw_as(ANN, first));
		assert_eq!(last_change(), (ApplicationChange::Withdrawn, None));
		assert_eq!((stage(first), record(first).due), (Stage::Withdrawn, None));
		let second = in_review(terms());
		assert_ok!(recommend_as(EXAMINER, second, grant()));
		assert_ok!(withdraw_as(ANN, second));
		assert_eq!((stage(second), places(second)), (Stage::Withdrawn, 0));
		assert_noop!(withdraw_as(ANN, second), Error::<Test>::Ended);
	});
}

#[test]
fn call_should_fail_when_another_acts_for_the_applicant() {
	build_and_execute(|| {
		let id = submitted(terms());
		for who in [BOB, EXAMINER, STRANGER] {
			let expected = DispatchError::from(Error::<Test>::NotTheRepresentative);
			assert_noop!(withdraw_as(who, id), expected);
			assert_noop!(resubmit_as(who, id), expected);
			assert_noop!(answer_as(who, id), expected);
		}
		// For a company another acts who files for it, and is its representative from then on.
		let id = apply_as(ANN, set_type(terms()), of_company(1), None).unwrap();
		assert_ok!(return_as(EXAMINER, id));
		assert_noop!(resubmit_as(EVE, id), Error::<Test>::NotTheRepresentative);
		assert_ok!(resubmit_as(BOB, id));
		assert_eq!(record(id).representative, Some(BOB));
	});
}

#[test]
fn call_should_fail_when_the_representative_has_died() {
	build_and_execute(|| {
		let id = submitted(terms());
		bar(Party::Person(tag(ANN)), StandingError::Deceased);
		assert_noop!(withdraw_as(ANN, id), Error::<Test>::PersonDeceased);
	});
}

#[test]
fn officers_should_act_at_the_counter_where_nobody_has_signed() {
	build_and_execute(|| {
		let id = enter_as(EXAMINER, set_type(terms()), person(ANN)).unwrap();
		assert_ok!(return_as(EXAMINER, id));
		assert_noop!(resubmit_as(DECIDER, id), refused("not covered by the mandate"));
		assert_ok!(resubmit_as(OTHER_EXAMINER, id));
		assert_eq!(last_change().1, Some(mandate(OTHER_EXAMINER)));
		// Once the applicant has signed itself, nobody else does.
		assert_ok!(return_as(EXAMINER, id));
		assert_ok!(resubmit_as(ANN, id));
		assert_eq!(record(id).representative, Some(ANN));
		assert_noop!(withdraw_as(EXAMINER, id), Error::<Test>::NotTheRepresentative);
	});
}

#[test]
fn call_should_fail_when_the_officer_is_the_representative() {
	build_and_execute(|| {
		let who = CITIZEN_OFFICER;
		let id = apply_as(who, set_type(with_fee()), person(who), None).unwrap();
		let expected = DispatchError::from(Error::<Test>::OfficerIsRepresentative);
		assert_noop!(settle_fee_as(who, id), expected);
		assert_noop!(return_as(who, id), expected);
		assert_noop!(take_case_as(who, id), expected);
		assert_ok!(settle_fee_as(EXAMINER, id));
		assert_noop!(complete_as(who, id), expected);
		assert_ok!(complete_as(EXAMINER, id));
		assert_noop!(ask_as(who, id), expected);
		assert_noop!(extend_as(who, id), expected);
		assert_ok!(recommend_as(EXAMINER, id, REFUSAL));
		assert_noop!(decide_as(who, id, Verdict::Approve), expected);
		// Nor does one who files for the company that applies.
		let id = apply_as(BOB, set_type(terms()), of_company(1), None).unwrap();
		assert_noop!(complete_as(who, id), expected);
	});
}

#[test]
fn call_should_fail_when_an_officer_withdraws_who_had_a_part_in_the_case_or_has_no_request() {
	build_and_execute(|| {
		let id = enter_as(EXAMINER, set_type(terms()), person(250)).unwrap();
		assert_ok!(complete_as(EXAMINER, id));
		assert_noop!(withdraw_as(EXAMINER, id), Error::<Test>::SameAccount);
		assert_ok!(recommend_as(EXAMINER, id, REFUSAL));
		assert_noop!(withdraw_as(EXAMINER, id), Error::<Test>::SameAccount);
		assert_noop!(
			Applications::withdraw(signed(OTHER_EXAMINER), without_document(on(id)), id),
			Error::<Test>::DocumentMissing
		);
		assert_ok!(withdraw_as(OTHER_EXAMINER, id));
		assert_eq!(last_change(), (ApplicationChange::Withdrawn, Some(mandate(OTHER_EXAMINER))));
	});
}

#[test]
fn call_should_fail_when_an_officer_withdraws_what_it_has_recommended() {
	build_and_execute(|| {
		let id = enter_as(OTHER_EXAMINER, set_type(terms()), person(250)).unwrap();
		assert_ok!(recommend_as(EXAMINER, id, DECLINE));
		assert_noop!(withdraw_as(EXAMINER, id), Error::<Test>::SameAccount);
		// Who signs for itself needs neither.
		let own = submitted(terms());
		let bare = without_document(on(own));
		assert_ok!(Applications::withdraw(signed(ANN), bare, own));
	});
}
