use super::*;

fn confirm_by(who: AccountId, node: AccountId) -> frame_support::dispatch::DispatchResult {
	Ministries::confirm_nomination(RuntimeOrigin::signed(who), node)
}

fn nominated(test: impl FnOnce()) {
	build_and_execute(|| {
		assert_ok!(Ministries::nominate_node(RuntimeOrigin::signed(11), 100));
		test();
	});
}

#[test]
fn confirm_nomination_should_let_the_node_set_its_keys_when_another_key_signs() {
	nominated(|| {
		assert_ok!(confirm_by(12, 100));
		assert_eq!(
			last_event(),
			Event::NominationConfirmed { ministry: MinistryId(1), node: 100, confirmed_by: 12 }
		);
		assert_eq!(providers(100), 1);
		assert!(Ministries::is_node(&100));
		assert_ok!(set_keys(100, session_keys(100)));
		// It is no authority by this: the council appoints.
		assert_eq!(Ministries::floor(), (3, 4));
		rotate();
		rotate();
		assert!(!validators().contains(&100));
	});
}

#[test]
fn confirm_nomination_should_fail_when_the_nominator_signs() {
	nominated(|| {
		assert_noop!(confirm_by(11, 100), Error::<Test>::ConfirmedByNominator);
	});
}

#[test]
fn confirm_nomination_should_fail_when_the_same_person_signs_with_another_key() {
	nominated(|| {
		// The seat changes under a pending nomination in storage alone: the call drops it.
		crate::Ministries::<Test>::mutate(MinistryId(1), |ministry| {
			ministry.as_mut().unwrap().seat[1].person = person(11)
		});
		assert_noop!(confirm_by(12, 100), Error::<Test>::ConfirmedByNominator);
		crate::Ministries::<Test>::mutate(MinistryId(1), |ministry| {
			ministry.as_mut().unwrap().seat[1].person = person(12)
		});
	});
}

#[test]
fn confirm_nomination_should_fail_when_the_signer_is_of_no_or_another_seat() {
	nominated(|| {
		assert_noop!(confirm_by(500, 100), Error::<Test>::NotSeatKey);
		assert_noop!(confirm_by(21, 100), Error::<Test>::NotNominated);
	});
}

#[test]
fn confirm_nomination_should_fail_when_another_node_is_nominated() {
	nominated(|| {
		assert_noop!(confirm_by(12, 101), Error::<Test>::NotNominated);
	});
}

#[test]
fn confirm_nomination_should_fail_when_it_is_confirmed_already() {
	nominated(|| {
		assert_ok!(confirm_by(12, 100));
		assert_noop!(confirm_by(13, 100), Error::<Test>::AlreadyConfirmed);
	});
}
