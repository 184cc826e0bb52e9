//! What other ministries are asked, and what their silence says.

use super::*;

#[test]
fn opinion_should_be_noted_when_the_ministry_that_was_asked_gives_it() {
	build_and_execute(|| {
		let id = in_review(with_referrals());
		assert_ok!(opine_as(HEALTH, id, HEALTH_MINISTRY, Opinion::OnConditions));
		let change = ApplicationChange::OpinionGiven {
			ministry: HEALTH_MINISTRY,
			opinion: Opinion::OnConditions,
		};
		assert_eq!(last_change(), (change, Some(mandate(HEALTH))));
		let [fire, health] = Applications::opinions(id).try_into().unwrap();
		assert_eq!((fire.opinion, fire.has_answered), (None, false));
		assert_eq!(fire.until, start_of(day(11)));
		assert_eq!((health.opinion, health.has_answered), (Some(Opinion::OnConditions), true));
	});
}

#[test]
fn call_should_fail_when_the_wrong_ministry_answers() {
	build_and_execute(|| {
		let id = in_review(with_referrals());
		let opine = |who, ministry| opine_as(who, id, ministry, Opinion::Objection);
		assert_noop!(opine(FIRE, HEALTH_MINISTRY), Error::<Test>::NotOfReferredMinistry);
		assert_noop!(opine(FIRE, AUTHORITY), Error::<Test>::NotReferred);
		assert_noop!(opine(EXAMINER, FIRE_MINISTRY), refused("a mandate in another register"));
		assert_noop!(opine(STRANGER, FIRE_MINISTRY), refused("a mandate in another register"));
		let wrong = act(PERSONAL, version(id));
		assert_noop!(
			Applications::give_opinion(signed(FIRE), wrong, id, FIRE_MINISTRY, Opinion::Objection),
			Error::<Test>::LegalBasisDoesNotFit
		);
	});
}

#[test]
fn call_should_fail_when_the_ministry_has_answered_or_been_silent() {
	build_and_execute(|| {
		let id = in_review(with_referrals());
		assert_ok!(opine_as(FIRE, id, FIRE_MINISTRY, Opinion::NoObjection));
		let expected = DispatchError::from(Error::<Test>::OpinionClosed);
		assert_noop!(opine_as(FIRE, id, FIRE_MINISTRY, Opinion::Objection), expected);
		set_now(start_of(day(21)));
		assert_noop!(opine_as(HEALTH, id, HEALTH_MINISTRY, Opinion::Objection), expected);
		let health = Applications::opinions(id).pop().unwrap();
		assert_eq!((health.opinion, health.has_answered), (Some(Opinion::NoObjection), false));
	});
}

#[test]
fn call_should_fail_when_a_ministry_can_still_answer() {
	build_and_execute(|| {
		let id = in_review(with_referrals());
		assert_ok!(opine_as(FIRE, id, FIRE_MINISTRY, Opinion::NoObjection));
		assert_ok!(recommend_as(EXAMINER, id, grant()));
		let expected = DispatchError::from(Error::<Test>::OpinionOutstanding);
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), expected);
		set_now(start_of(day(21)).checked_sub_millis(1).unwrap());
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), expected);
		pass_days(1);
		assert_ok!(decide_as(DECIDER, id, Verdict::Approve));
	});
}
