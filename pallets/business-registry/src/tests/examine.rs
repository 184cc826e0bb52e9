//! `examine`.

use super::*;

#[test]
fn examination_should_hold_the_name_when_it_recommends_registration() {
	build_and_execute(|| {
		let id = examined(FOUNDER, "Acme Ltd");
		assert_eq!(Names::<Test>::get(key("ACME")), Some(NameHolder::Application(id)));
		let other = file(OTHER_FOUNDER, body(tag(OTHER_FOUNDER), "Acme, Limited"));
		assert_noop!(
			examine(EXAMINER, other, recommend("Acme, Limited")),
			Error::<Test>::NameReserved
		);
		// It can be refused for that.
		let refusal = Recommendation::Refuse(RefusalReason::NameNotAvailable);
		assert_ok!(examine(EXAMINER, other, refusal));
	});
}

#[test]
fn examination_should_fail_when_the_officer_may_not() {
	build_and_execute(|| {
		let id = file(FOUNDER, body(tag(FOUNDER), "Acme"));
		for who in [FOUNDER, STRANGER] {
			assert_noop!(examine(who, id, recommend("Acme")), DispatchError::Other("no mandate"));
		}
		assert_noop!(
			examine(DECIDER, id, recommend("Acme")),
			DispatchError::Other("not covered by the mandate")
		);
		assert_noop!(
			BusinessRegistry::examine(signed(EXAMINER), act(0), id, recommend("Acme")),
			Error::<Test>::StaleVersion
		);
		let own = file(JACK_OF_ALL, body(tag(JACK_OF_ALL), "Jack"));
		assert_noop!(examine(JACK_OF_ALL, own, recommend("Jack")), Error::<Test>::OwnApplication);
		assert_ok!(examine(EXAMINER, id, recommend("Acme")));
		assert_noop!(
			examine(OTHER_EXAMINER, id, recommend("Acme")),
			Error::<Test>::WrongApplicationState
		);
	});
}

#[test]
fn examination_should_fail_when_the_name_is_not_the_committed_one() {
	build_and_execute(|| {
		let id = file(FOUNDER, body(tag(FOUNDER), "Acme"));
		assert_noop!(examine(EXAMINER, id, recommend("Acne")), Error::<Test>::CommitmentMismatch);
		let unlawful = file(FOUNDER, body(tag(FOUNDER), "Acme\u{7}"));
		assert_noop!(
			examine(EXAMINER, unlawful, recommend("Acme\u{7}")),
			Error::<Test>::NameHasDisallowedCharacter
		);
	});
}

#[test]
fn examination_should_fail_when_the_reservation_is_for_another_name() {
	build_and_execute(|| {
		let reservation = Some(reserve(FOUNDER, "Acme"));
		let other_name = ApplicationBody { reservation, ..body(tag(FOUNDER), "Bravo") };
		let id = file(FOUNDER, other_name);
		assert_noop!(
			examine(EXAMINER, id, recommend("Bravo")),
			Error::<Test>::NameIsNotTheReserved
		);
	});
}

#[test]
fn examination_should_wait_when_a_query_is_open() {
	build_and_execute(|| {
		let id = file(FOUNDER, body(tag(FOUNDER), "Acme"));
		assert_ok!(BusinessRegistry::raise_query(
			signed(EXAMINER),
			act(1),
			id,
			QueryReason::ShowName
		));
		let refusal = Recommendation::Refuse(RefusalReason::QueryNotAnswered);
		pass_days(30);
		assert_noop!(examine(EXAMINER, id, refusal.clone()), Error::<Test>::QueryStillOpen);
		pass_days(1);
		assert_ok!(examine(EXAMINER, id, refusal));
		assert_ok!(decide(DECIDER, id, Decision::Refuse(RefusalReason::QueryNotAnswered)));
	});
}
