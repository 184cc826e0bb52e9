//! Recommending and deciding: two officers, and neither the representative.

use super::*;

#[test]
fn decision_should_grant_when_it_was_recommended_so() {
	build_and_execute(|| {
		let id = in_review(terms());
		pass_days(3);
		assert_ok!(recommend_as(EXAMINER, id, grant()));
		let told = ApplicationChange::Recommended { decision: grant() };
		assert_eq!(last_change(), (told, Some(mandate(EXAMINER))));
		assert_ok!(decide_as(DECIDER, id, Verdict::Approve));
		assert_eq!(stage(id), Stage::Decided(Outcome::Granted));
		let found = permit(id);
		assert_eq!((found.valid_from, found.valid_to), (day(0), None));
		assert_eq!(found.decided_under, Some(mandate(DECIDER)));
		assert_eq!((found.holder, found.version), (person(ANN), 1));
		assert_eq!((record(id).due, places(id)), (None, 1));
		let change = ApplicationChange::Granted {
			permit: record(id).permit.unwrap(),
			valid_from: day(0),
			valid_to: None,
			conditions: Default::default(),
			prepared_under: mandate(EXAMINER),
		};
		assert_eq!(last_change(), (change, Some(mandate(DECIDER))));
	});
}

#[test]
fn decision_should_grant_on_conditions_when_there_are_some() {
	build_and_execute(|| {
		let decision = Decision::Grant {
			valid_from: Some(day(10)),
			valid_to: Some(day(100)),
			conditions: conditions(3),
		};
		let id = decided(terms(), decision);
		assert_eq!(stage(id), Stage::Decided(Outcome::GrantedOnConditions));
		let found = permit(id);
		assert_eq!((found.valid_from, found.valid_to), (day(10), Some(day(100))));
		assert_eq!(found.conditions, conditions(3));
	});
}

#[test]
fn decision_should_refuse_when_it_was_recommended_so() {
	build_and_execute(|| {
		let id = decided(terms(), REFUSAL);
		assert_eq!(stage(id), Stage::Decided(Outcome::Refused));
		assert_eq!((record(id).permit, places(id)), (None, 0));
		let change = ApplicationChange::Refused {
			reason: ReasonCode::PublicInterest,
			prepared_under: mandate(EXAMINER),
		};
		assert_eq!(last_change(), (change, Some(mandate(DECIDER))));
	});
}

#[test]
fn decision_should_decline_when_the_dossier_is_not_complete() {
	build_and_execute(|| {
		for is_returned in [false, true] {
			let id = submitted(terms());
			if is_returned {
				assert_ok!(return_as(EXAMINER, id));
			}
			assert_ok!(decide(id, DECLINE));
			assert_eq!(stage(id), Stage::Decided(Outcome::Inadmissible));
			assert_eq!((places(id), record(id).due), (0, None));
			let change = ApplicationChange::Declined {
				reason: ReasonCode::NotCompetent,
				prepared_under: mandate(EXAMINER),
			};
			assert_eq!(last_change(), (change, Some(mandate(DECIDER))));
		}
	});
}

#[test]
fn call_should_fail_when_a_complete_dossier_is_declined() {
	build_and_execute(|| {
		let id = in_review(terms());
		assert_noop!(recommend_as(EXAMINER, id, DECLINE), Error::<Test>::WrongStage);
	});
}

#[test]
fn recommendation_should_fall_when_the_dossier_changes() {
	build_and_execute(|| {
		let id = submitted(terms());
		assert_ok!(recommend_as(EXAMINER, id, DECLINE));
		assert_ok!(return_as(OTHER_EXAMINER, id));
		assert_eq!(record(id).recommendation, None);
		assert_ok!(recommend_as(EXAMINER, id, DECLINE));
		assert_ok!(resubmit_as(ANN, id));
		assert_eq!(record(id).recommendation, None);
		assert_ok!(recommend_as(EXAMINER, id, DECLINE));
		assert_ok!(complete_as(OTHER_EXAMINER, id));
		let expected = DispatchError::from(Error::<Test>::NothingRecommended);
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), expected);
	});
}

#[test]
fn verdict_should_send_it_back_when_it_rejects() {
	build_and_execute(|| {
		let id = in_review(terms());
		assert_ok!(recommend_as(EXAMINER, id, REFUSAL));
		assert_ok!(decide_as(DECIDER, id, Verdict::Reject));
		let prepared_under = mandate(EXAMINER);
		let change = ApplicationChange::RecommendationRejected { prepared_under };
		assert_eq!(last_change(), (change, Some(mandate(DECIDER))));
		assert_eq!((stage(id), places(id)), (Stage::InReview, 1));
		assert_ok!(decide(id, grant()));
	});
}

#[test]
fn call_should_fail_when_nothing_is_recommended() {
	build_and_execute(|| {
		let id = in_review(terms());
		let expected = DispatchError::from(Error::<Test>::NothingRecommended);
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), expected);
	});
}

#[test]
fn call_should_fail_when_maker_and_checker_are_one() {
	build_and_execute(|| {
		let id = in_review(terms());
		assert_ok!(recommend_as(EXAMINER, id, grant()));
		let approve = |who| decide_as(who, id, Verdict::Approve);
		assert_noop!(approve(EXAMINER), refused("not covered by the mandate"));
		assert_noop!(approve(EXAMINER_AGAIN), Error::<Test>::SamePerson);
		assert_noop!(approve(PROTEGE), Error::<Test>::GrantedByTheOther);
		assert_ok!(take_case_as(JACK_OF_ALL, id));
		assert_ok!(recommend_as(JACK_OF_ALL, id, grant()));
		assert_noop!(approve(JACK_OF_ALL), Error::<Test>::SameAccount);
		forget(JACK_OF_ALL);
		assert_noop!(approve(DECIDER), Error::<Test>::WarrantNotFound);
	});
}

#[test]
fn call_should_fail_when_who_decides_has_entered_it() {
	build_and_execute(|| {
		let id = enter_as(JACK_OF_ALL, set_type(terms()), person(250)).unwrap();
		assert_ok!(complete_as(EXAMINER, id));
		assert_ok!(recommend_as(EXAMINER, id, grant()));
		let approve = |who| decide_as(who, id, Verdict::Approve);
		assert_noop!(approve(JACK_OF_ALL), Error::<Test>::SameAccount);
		assert_ok!(approve(DECIDER));
	});
}

#[test]
fn call_should_fail_when_who_decides_represents_the_applicant() {
	build_and_execute(|| {
		// Another director signed, but this officer files for the company too.
		let id = apply_as(ANN, set_type(terms()), of_company(1), None).unwrap();
		assert_ok!(complete_as(EXAMINER, id));
		assert_ok!(recommend_as(EXAMINER, id, grant()));
		let expected = DispatchError::from(Error::<Test>::OfficerIsRepresentative);
		assert_noop!(decide_as(CITIZEN_OFFICER, id, Verdict::Approve), expected);
	});
}

#[test]
fn call_should_fail_when_reasons_are_missing() {
	build_and_execute(|| {
		let expected = DispatchError::from(Error::<Test>::ReasonsMissing);
		let recommend = |id, decision| {
			let act = without_document(on(id));
			Applications::recommend(signed(EXAMINER), act, id, Box::new(decision))
		};
		let approve = |id| {
			let act = without_document(on(id));
			Applications::decide(signed(DECIDER), act, id, Verdict::Approve)
		};
		let id = in_review(terms());
		assert_noop!(recommend(id, REFUSAL), expected);
		assert_ok!(recommend_as(EXAMINER, id, REFUSAL));
		assert_noop!(approve(id), expected);
		let id = submitted(terms());
		assert_noop!(recommend(id, DECLINE), expected);
		assert_ok!(recommend_as(EXAMINER, id, DECLINE));
		assert_noop!(approve(id), expected);
		// A grant has no reasons to give.
		let id = in_review(terms());
		assert_ok!(recommend(id, grant()));
		assert_ok!(approve(id));
	});
}

#[test]
fn call_should_fail_when_the_decision_is_dated_back_or_ahead() {
	build_and_execute(|| {
		let id = in_review(terms());
		assert_ok!(recommend_as(EXAMINER, id, grant()));
		let approve = |act| Applications::decide(signed(DECIDER), act, id, Verdict::Approve);
		let back = Act { effective_from: day(-1), ..on(id) };
		assert_noop!(approve(back), Error::<Test>::Backdated);
		let ahead = Act { effective_from: day(1), ..on(id) };
		assert_noop!(approve(ahead), Error::<Test>::EffectiveInFuture);
	});
}

#[test]
fn call_should_fail_when_the_day_of_the_decision_has_not_come() {
	build_and_execute(|| {
		let id = in_review(terms());
		let ahead = Act { effective_from: day(2), ..on(id) };
		let decision = Box::new(grant());
		assert_ok!(Applications::recommend(signed(EXAMINER), ahead, id, decision));
		let expected = DispatchError::from(Error::<Test>::NotYetEffective);
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), expected);
		pass_days(2);
		assert_ok!(decide_as(DECIDER, id, Verdict::Approve));
	});
}

#[test]
fn call_should_fail_when_the_permit_would_begin_before_today() {
	build_and_execute(|| {
		let from = |first| Decision::Grant {
			valid_from: Some(first),
			valid_to: None,
			conditions: Default::default(),
		};
		let id = in_review(terms());
		let expected = DispatchError::from(Error::<Test>::ValidFromPast);
		assert_noop!(recommend_as(EXAMINER, id, from(day(-1))), expected);
		assert_ok!(recommend_as(EXAMINER, id, from(day(0))));
		pass_days(1);
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), expected);
	});
}

#[test]
fn call_should_fail_when_the_permit_would_end_before_it_begins() {
	build_and_execute(|| {
		let id = in_review(terms());
		let decision = Decision::Grant {
			valid_from: None,
			valid_to: Some(day(0)),
			conditions: Default::default(),
		};
		let expected = DispatchError::from(Error::<Test>::EndsBeforeItBegins);
		assert_noop!(recommend_as(EXAMINER, id, decision), expected);
	});
}

#[test]
fn call_should_fail_when_the_register_of_permits_refuses() {
	build_and_execute(|| {
		let id = in_review(terms());
		assert_ok!(recommend_as(EXAMINER, id, grant()));
		let_granting_fail(true);
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), refused("granting fails"));
	});
}

#[test]
fn call_should_fail_when_it_is_decided() {
	build_and_execute(|| {
		let id = decided(terms(), grant());
		let expected = DispatchError::from(Error::<Test>::Ended);
		assert_noop!(recommend_as(EXAMINER, id, REFUSAL), expected);
		assert_noop!(ask_as(EXAMINER, id), expected);
		assert_noop!(extend_as(EXAMINER, id), expected);
		assert_noop!(withdraw_as(ANN, id), expected);
	});
}

#[test]
fn decision_can_be_late_where_silence_grants_nothing() {
	build_and_execute(|| {
		let id = in_review(PermitTerms { silence_grants: false, ..terms() });
		assert_eq!(record(id).due, None);
		pass_days(100);
		assert_eq!(next_block(), Applications::due_weight(0));
		assert_eq!(stage(id), Stage::InReview);
		assert_noop!(extend_as(EXAMINER, id), Error::<Test>::PeriodOver);
		assert_ok!(decide(id, REFUSAL));
	});
}

#[test]
fn application_should_keep_the_version_that_it_began_under() {
	build_and_execute(|| {
		let kind = set_type(terms());
		let old = apply_as(ANN, kind, person(ANN), None).unwrap();
		change_type(kind, |found| {
			found
				.versions
				.push(PermitTerms { decision_period: Period::CalendarDays(5), ..terms() });
		});
		let new = apply_as(BOB, kind, person(BOB), None).unwrap();
		assert_ok!(complete_as(EXAMINER, old));
		assert_ok!(complete_as(EXAMINER, new));
		assert_eq!((record(old).version, record(new).version), (1, 2));
		assert_eq!(Applications::deadline(old), Some(start_of(day(31))));
		assert_eq!(Applications::deadline(new), Some(start_of(day(6))));
		assert_ok!(decide(old, grant()));
		assert_eq!(permit(old).version, 1);
	});
}

#[test]
fn call_should_fail_when_the_applicant_may_not_hold_what_is_granted_any_more() {
	build_and_execute(|| {
		let id = in_review(terms());
		assert_ok!(recommend_as(EXAMINER, id, grant()));
		let waiting = in_review(terms());
		Permits::bar(&person(ANN));
		let expected = refused("may not hold it");
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), expected);
		assert_noop!(recommend_as(EXAMINER, waiting, grant()), expected);
		// It can be refused, and what was recommended be rejected.
		assert_ok!(decide(waiting, REFUSAL));
		assert_ok!(decide_as(DECIDER, id, Verdict::Reject));
		assert_ok!(decide(id, REFUSAL));
	});
}
