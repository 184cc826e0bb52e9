//! Appeals: who files one, who decides it, and what follows.

use super::*;

fn vary() -> Judgment {
	Judgment::Vary { valid_to: Some(day(200)), conditions: conditions(1) }
}

#[test]
fn appeal_should_be_filed_by_the_applicant_or_for_a_third_party() {
	build_and_execute(|| {
		let id = decided(terms(), REFUSAL);
		assert_ok!(appeal_as(ANN, id));
		let appellant = Appellant::Applicant;
		assert_eq!(last_change(), (ApplicationChange::Appealed { appellant }, None));
		assert!(record(id).application.has_open_appeal());
		let id = decided(terms(), grant());
		assert_ok!(appeal_as(JUDGE, id));
		let change = ApplicationChange::Appealed { appellant: Appellant::ThirdParty };
		assert_eq!(last_change(), (change, Some(mandate(JUDGE))));
		// For who has not signed, an officer files it at the counter.
		let id = enter_as(EXAMINER, set_type(terms()), person(250)).unwrap();
		assert_ok!(decide(id, DECLINE));
		assert_ok!(appeal_as(OTHER_EXAMINER, id));
		let change = ApplicationChange::Appealed { appellant: Appellant::Applicant };
		assert_eq!(last_change(), (change, Some(mandate(OTHER_EXAMINER))));
	});
}

#[test]
fn call_should_fail_when_a_stranger_appeals() {
	build_and_execute(|| {
		let id = decided(terms(), REFUSAL);
		assert_noop!(appeal_as(BOB, id), refused("no mandate"));
		assert_noop!(appeal_as(EXAMINER, id), refused("not covered by the mandate"));
		bar(Party::Person(tag(ANN)), StandingError::Frozen);
		assert_noop!(appeal_as(ANN, id), Error::<Test>::PersonFrozen);
	});
}

#[test]
fn call_should_fail_when_there_is_nothing_to_appeal_against() {
	build_and_execute(|| {
		let id = in_review(terms());
		assert_noop!(appeal_as(ANN, id), Error::<Test>::WrongStage);
		assert_ok!(withdraw_as(ANN, id));
		assert_noop!(appeal_as(ANN, id), Error::<Test>::Ended);
		let id = decided(PermitTerms { appeal_period: None, ..terms() }, REFUSAL);
		assert_noop!(appeal_as(ANN, id), Error::<Test>::NotAppealable);
	});
}

#[test]
fn call_should_fail_when_the_appeal_is_late_or_was_filed_before() {
	build_and_execute(|| {
		let id = decided(terms(), REFUSAL);
		set_now(start_of(day(31)));
		assert_noop!(appeal_as(ANN, id), Error::<Test>::AppealLate);
		let id = decided(terms(), REFUSAL);
		assert_ok!(appeal_as(ANN, id));
		assert_noop!(appeal_as(ANN, id), Error::<Test>::AppealFiled);
		assert_ok!(judge(id, Judgment::Uphold));
		assert_noop!(appeal_as(ANN, id), Error::<Test>::AppealFiled);
	});
}

#[test]
fn call_should_fail_when_an_appeal_rests_on_another_statute_or_no_document() {
	build_and_execute(|| {
		let id = decided(terms(), REFUSAL);
		let wrong = act(PROCEDURE, version(id));
		assert_noop!(
			Applications::appeal(signed(ANN), wrong, id),
			Error::<Test>::LegalBasisDoesNotFit
		);
		let bare = without_document(act(APPEAL, version(id)));
		assert_noop!(
			Applications::appeal(signed(ANN), bare, id),
			refused("the legal basis demands a document")
		);
	});
}

#[test]
fn judgment_should_let_the_decision_stand_when_it_upholds() {
	build_and_execute(|| {
		let id = decided(terms(), REFUSAL);
		assert_ok!(appeal_as(ANN, id));
		assert_ok!(judge(id, Judgment::Uphold));
		let change = ApplicationChange::AppealDecided {
			judgment: Judgment::Uphold,
			prepared_under: mandate(JUDGE),
		};
		assert_eq!(last_change(), (change, Some(mandate(OTHER_JUDGE))));
		assert_eq!(stage(id), Stage::Decided(Outcome::Refused));
		assert!(!record(id).application.has_open_appeal());
	});
}

#[test]
fn judgment_should_put_a_refusal_back_in_review_when_it_overturns() {
	build_and_execute(|| {
		let id = decided(terms(), REFUSAL);
		pass_days(5);
		assert_ok!(appeal_as(ANN, id));
		assert_eq!(places(id), 0);
		assert_ok!(judge(id, Judgment::Overturn));
		assert_eq!((stage(id), places(id)), (Stage::InReview, 1));
		assert_eq!(record(id).due, Some(start_of(day(31))));
		// Another decides it now, or silence does.
		assert_ok!(recommend_as(OTHER_EXAMINER, id, grant()));
		assert_ok!(decide_as(DECIDER, id, Verdict::Approve));
		assert_eq!((stage(id), places(id)), (Stage::Decided(Outcome::Granted), 1));
		// The new decision can be appealed against once more.
		assert_ok!(appeal_as(JUDGE, id));
	});
}

#[test]
fn judgment_should_end_the_permit_when_it_overturns_a_grant() {
	build_and_execute(|| {
		let id = decided(terms(), grant());
		let reference = record(id).permit.unwrap();
		assert_ok!(appeal_as(JUDGE, id));
		assert_ok!(judge(id, Judgment::Overturn));
		assert!(Permits::permit(reference).unwrap().is_overturned);
		assert_eq!((record(id).permit, stage(id), places(id)), (None, Stage::InReview, 1));
		set_now(record(id).due.unwrap());
		next_block();
		assert_eq!(stage(id), Stage::Decided(Outcome::DeemedGranted));
		assert_ne!(record(id).permit, Some(reference));
	});
}

#[test]
fn judgment_should_hand_it_in_again_when_it_was_not_admitted() {
	build_and_execute(|| {
		let id = submitted(terms());
		assert_ok!(decide(id, DECLINE));
		assert_ok!(appeal_as(ANN, id));
		assert_ok!(judge(id, Judgment::Overturn));
		assert_eq!((stage(id), places(id)), (Stage::Submitted, 0));
		assert_eq!(record(id).due, Some(start_of(day(11))));
	});
}

#[test]
fn judgment_should_vary_the_permit() {
	build_and_execute(|| {
		let id = decided(terms(), grant());
		assert_ok!(appeal_as(ANN, id));
		assert_ok!(judge(id, vary()));
		let found = permit(id);
		assert_eq!((found.valid_to, found.conditions), (Some(day(200)), conditions(1)));
		assert_eq!(stage(id), Stage::Decided(Outcome::Granted));
	});
}

#[test]
fn judgment_should_wait_when_another_officer_rejects_it() {
	build_and_execute(|| {
		let id = decided(terms(), grant());
		assert_ok!(appeal_as(ANN, id));
		assert_ok!(prepare_as(JUDGE, id, Judgment::Overturn));
		let told = ApplicationChange::JudgmentPrepared { judgment: Judgment::Overturn };
		assert_eq!(last_change(), (told, Some(mandate(JUDGE))));
		assert_ok!(judge_as(OTHER_JUDGE, id, Verdict::Reject));
		let told = ApplicationChange::JudgmentRejected { prepared_under: mandate(JUDGE) };
		assert_eq!(last_change(), (told, Some(mandate(OTHER_JUDGE))));
		assert!(record(id).application.has_open_appeal());
		let expected = DispatchError::from(Error::<Test>::NothingPrepared);
		assert_noop!(judge_as(OTHER_JUDGE, id, Verdict::Approve), expected);
	});
}

#[test]
fn call_should_fail_when_nothing_granted_is_varied() {
	build_and_execute(|| {
		let id = decided(terms(), REFUSAL);
		assert_ok!(appeal_as(ANN, id));
		assert_noop!(prepare_as(JUDGE, id, vary()), Error::<Test>::NothingToVary);
	});
}

#[test]
fn call_should_fail_when_no_appeal_is_open() {
	build_and_execute(|| {
		let id = decided(terms(), REFUSAL);
		assert_noop!(prepare_as(JUDGE, id, Judgment::Uphold), Error::<Test>::NoAppealOpen);
		let expected = DispatchError::from(Error::<Test>::NothingPrepared);
		assert_noop!(judge_as(JUDGE, id, Verdict::Approve), expected);
	});
}

#[test]
fn call_should_fail_when_who_judges_is_not_of_the_court() {
	build_and_execute(|| {
		let id = decided(terms(), REFUSAL);
		assert_ok!(appeal_as(ANN, id));
		for who in [EXAMINER, DECIDER, RECORDER] {
			let expected = refused("not covered by the mandate");
			assert_noop!(prepare_as(who, id, Judgment::Uphold), expected);
			assert_noop!(judge_as(who, id, Verdict::Approve), expected);
		}
	});
}

#[test]
fn call_should_fail_when_one_judges_alone_or_had_a_hand_in_it() {
	build_and_execute(|| {
		let id = decided(terms(), REFUSAL);
		assert_ok!(appeal_as(ANN, id));
		let expected = DispatchError::from(Error::<Test>::SamePerson);
		assert_noop!(prepare_as(DECIDER_IN_COURT, id, Judgment::Uphold), expected);
		assert_ok!(prepare_as(JUDGE, id, Judgment::Uphold));
		assert_noop!(judge_as(JUDGE, id, Verdict::Approve), Error::<Test>::SameAccount);
		assert_noop!(judge_as(DECIDER_IN_COURT, id, Verdict::Approve), expected);
		assert_ok!(judge_as(OTHER_JUDGE, id, Verdict::Approve));
	});
}

#[test]
fn call_should_fail_when_who_judges_is_the_applicant() {
	build_and_execute(|| {
		let who = CITIZEN_OFFICER;
		let id = apply_as(who, set_type(terms()), person(who), None).unwrap();
		assert_ok!(decide(id, DECLINE));
		assert_ok!(appeal_as(who, id));
		let expected = DispatchError::from(Error::<Test>::OfficerIsRepresentative);
		assert_noop!(prepare_as(who, id, Judgment::Overturn), expected);
	});
}

#[test]
fn call_should_fail_when_a_judgment_is_dated_ahead() {
	build_and_execute(|| {
		let id = decided(terms(), REFUSAL);
		assert_ok!(appeal_as(ANN, id));
		let ahead = Act { effective_from: day(1), ..act(APPEAL, version(id)) };
		let judgment = Box::new(Judgment::Uphold);
		assert_ok!(Applications::prepare_judgment(signed(JUDGE), ahead, id, judgment));
		let expected = DispatchError::from(Error::<Test>::NotYetEffective);
		assert_noop!(judge_as(OTHER_JUDGE, id, Verdict::Approve), expected);
	});
}

#[test]
fn call_should_fail_when_an_appeal_is_open() {
	build_and_execute(|| {
		let id = decided(terms(), REFUSAL);
		assert_ok!(appeal_as(ANN, id));
		assert_noop!(withdraw_as(ANN, id), Error::<Test>::AppealOpen);
		assert_noop!(ask_as(EXAMINER, id), Error::<Test>::AppealOpen);
		assert_noop!(recommend_as(EXAMINER, id, grant()), Error::<Test>::Ended);
	});
}

#[test]
fn call_should_fail_when_no_place_or_another_application_stands_in_the_way() {
	build_and_execute(|| {
		let kind = set_type(PermitTerms { quota: Some(1), ..terms() });
		let id = apply_as(ANN, kind, person(ANN), None).unwrap();
		assert_ok!(complete_as(EXAMINER, id));
		assert_ok!(decide(id, REFUSAL));
		assert_ok!(appeal_as(ANN, id));
		assert_ok!(prepare_as(JUDGE, id, Judgment::Overturn));
		let overturn = || judge_as(OTHER_JUDGE, id, Verdict::Approve);
		// Bob has the one place now.
		let other = apply_as(BOB, kind, person(BOB), None).unwrap();
		assert_ok!(complete_as(EXAMINER, other));
		assert_noop!(overturn(), refused("quota exhausted"));
		assert_ok!(withdraw_as(BOB, other));
		// And Ann has applied anew.
		let anew = apply_as(ANN, kind, person(ANN), None).unwrap();
		assert_noop!(overturn(), Error::<Test>::DuplicateApplication);
		assert_ok!(withdraw_as(ANN, anew));
		assert_ok!(overturn());
	});
}

#[test]
fn call_should_fail_when_the_holder_has_another_permit_for_the_same_meanwhile() {
	build_and_execute(|| {
		let id = decided(terms(), REFUSAL);
		assert_ok!(appeal_as(ANN, id));
		assert_ok!(prepare_as(JUDGE, id, Judgment::Overturn));
		let anew = apply_as(ANN, record(id).kind, person(ANN), None).unwrap();
		assert_ok!(complete_as(EXAMINER, anew));
		assert_ok!(decide(anew, grant()));
		let overturn = || judge_as(OTHER_JUDGE, id, Verdict::Approve);
		assert_noop!(overturn(), refused("holds one already"));
		assert_eq!(places(id), 1);
		// Once that permit has fallen the other decision can fall, too.
		assert_ok!(appeal_as(JUDGE, anew));
		assert_ok!(judge(anew, Judgment::Overturn));
		assert_ok!(decide(anew, REFUSAL));
		assert_ok!(overturn());
		assert_eq!((stage(id), places(id)), (Stage::InReview, 1));
	});
}

#[test]
fn call_should_fail_when_an_officer_appeals_who_had_a_part_in_the_case_or_has_no_request() {
	build_and_execute(|| {
		let id = enter_as(OTHER_EXAMINER, set_type(terms()), person(250)).unwrap();
		assert_ok!(complete_as(JACK_OF_ALL, id));
		assert_ok!(take_case_as(EXAMINER, id));
		assert_ok!(recommend_as(EXAMINER, id, REFUSAL));
		assert_ok!(decide_as(JACK_OF_ALL, id, Verdict::Approve));
		for who in [EXAMINER, JACK_OF_ALL] {
			assert_noop!(appeal_as(who, id), Error::<Test>::SameAccount);
		}
		let bare = without_document(act(APPEAL, version(id)));
		assert_noop!(
			Applications::appeal(signed(OTHER_EXAMINER), bare, id),
			Error::<Test>::DocumentMissing
		);
		assert_ok!(appeal_as(OTHER_EXAMINER, id));
	});
}

#[test]
fn appeal_of_one_side_should_not_bar_the_other() {
	build_and_execute(|| {
		let id = decided(terms(), grant());
		assert_ok!(appeal_as(ANN, id));
		assert_noop!(appeal_as(JUDGE, id), Error::<Test>::AppealOpen);
		// The court takes longer than the period.
		pass_days(40);
		assert_ok!(judge(id, Judgment::Uphold));
		assert_noop!(appeal_as(ANN, id), Error::<Test>::AppealFiled);
		pass_days(30);
		assert_ok!(appeal_as(JUDGE, id));
		assert_eq!(record(id).application.appeal.unwrap().by, Appellant::ThirdParty);
		assert_ok!(judge(id, Judgment::Uphold));
		for who in [ANN, JUDGE] {
			assert_noop!(appeal_as(who, id), Error::<Test>::AppealFiled);
		}
		let id = decided(terms(), grant());
		assert_ok!(appeal_as(ANN, id));
		assert_ok!(judge(id, Judgment::Uphold));
		set_now(start_of(day(31)));
		assert_noop!(appeal_as(JUDGE, id), Error::<Test>::AppealLate);
	});
}
