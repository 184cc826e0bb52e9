use super::*;

#[test]
fn replace_node_should_exchange_the_authority_when_the_new_one_has_keys() {
	build_and_execute(|| {
		nominate_with_keys(2, 200);
		assert_ok!(Ministries::replace_node(MinistryId(2), Some(node(2)), 200));
		let (version, hash) = head(2);
		assert_eq!(
			last_event(),
			Event::NodeReplaced {
				ministry: MinistryId(2),
				old: Some(node(2)),
				new: 200,
				version,
				head: hash,
			}
		);
		assert_eq!(Ministries::nomination(MinistryId(2)), None);
		rotate();
		assert!(validators().contains(&node(2)));
		rotate();
		assert_eq!(validators(), vec![node(1), 200, node(3), node(4)]);
		assert!(!Ministries::is_taken(&node(2)));
		assert_eq!(providers(200), 1);
	});
}

#[test]
fn replace_node_should_work_when_the_authorities_are_at_the_floor() {
	Network::of(3, 3).build_and_execute(|| {
		assert_noop!(Ministries::suspend(MinistryId(2)), Error::<Test>::BelowFloor);
		nominate_with_keys(2, 200);
		assert_ok!(Ministries::replace_node(MinistryId(2), Some(node(2)), 200));
		check();
		for _ in 0..3 {
			rotate();
			assert_eq!(validators().len(), 3);
			check();
		}
		assert_eq!(validators(), vec![node(1), 200, node(3)]);
	});
}

#[test]
fn replace_node_should_give_a_first_node_when_the_ministry_has_none() {
	build_and_execute(|| {
		let mut fifth = ministry(5);
		fifth.node = None;
		assert_ok!(Ministries::admit(fifth));
		nominate_with_keys(5, 500);
		assert_ok!(Ministries::replace_node(MinistryId(5), None, 500));
		assert_eq!(Ministries::floor(), (3, 5));
	});
}

#[test]
fn replace_node_should_wait_for_reinstatement_when_the_ministry_is_suspended() {
	build_and_execute(|| {
		assert_ok!(Ministries::suspend(MinistryId(2)));
		nominate_with_keys(2, 200);
		assert_ok!(Ministries::replace_node(MinistryId(2), Some(node(2)), 200));
		rotate();
		rotate();
		assert_eq!(validators(), vec![node(1), node(3), node(4)]);
		assert_ok!(Ministries::reinstate(MinistryId(2)));
		rotate();
		rotate();
		assert_eq!(validators(), vec![node(1), 200, node(3), node(4)]);
	});
}

#[test]
fn replace_node_should_fail_when_the_new_node_has_no_keys() {
	build_and_execute(|| {
		nominate(2, 200);
		assert_noop!(
			Ministries::replace_node(MinistryId(2), Some(node(2)), 200),
			Error::<Test>::NodeHasNoKeys
		);
	});
}

#[test]
fn replace_node_should_fail_when_the_seat_has_not_confirmed_the_node() {
	build_and_execute(|| {
		let replace = |new| Ministries::replace_node(MinistryId(2), Some(node(2)), new);
		// Nobody knows it; it is nominated only; it is another ministry's; it is the old one.
		assert_noop!(replace(200), Error::<Test>::NodeNotNominated);
		assert_ok!(Ministries::nominate_node(RuntimeOrigin::signed(21), 200));
		assert_noop!(replace(200), Error::<Test>::NodeNotNominated);
		nominate_with_keys(1, 100);
		assert_noop!(replace(100), Error::<Test>::NodeNotNominated);
		assert_noop!(replace(node(2)), Error::<Test>::NodeNotNominated);
		assert_noop!(replace(node(3)), Error::<Test>::NodeNotNominated);
	});
}

#[test]
fn replace_node_should_fail_when_a_session_key_is_an_account_with_a_role() {
	build_and_execute(|| {
		nominate(2, 200);
		let key_of = |account: AccountId| MockSessionKeys {
			dummy: sp_runtime::testing::UintAuthorityId(account),
		};
		appoint_officer(700);
		for account in [700, seat_key(3, 1), seat_account(3), node(3), 200] {
			assert_ok!(set_keys(200, key_of(account)));
			assert!(!Ministries::session_keys_are_separate(&key_of(account)));
			assert_noop!(
				Ministries::replace_node(MinistryId(2), Some(node(2)), 200),
				Error::<Test>::SessionKeysNotSeparate
			);
		}
	});
}

#[test]
fn replace_node_should_fail_when_the_old_node_is_not_the_ministrys() {
	build_and_execute(|| {
		nominate_with_keys(2, 200);
		for old in [None, Some(node(1)), Some(200)] {
			assert_noop!(
				Ministries::replace_node(MinistryId(2), old, 200),
				Error::<Test>::NotTheNode
			);
		}
	});
}

#[test]
fn replace_node_should_fail_when_the_ministry_is_unknown_or_expelled() {
	build_and_execute(|| {
		assert_noop!(
			Ministries::replace_node(MinistryId(9), None, 200),
			Error::<Test>::UnknownMinistry
		);
		assert_ok!(Ministries::expel(MinistryId(1)));
		assert_noop!(
			Ministries::replace_node(MinistryId(1), None, 200),
			Error::<Test>::MinistryExpelled
		);
	});
}

#[test]
fn replace_node_should_fail_when_the_new_node_is_still_departing() {
	build_and_execute(|| {
		nominate_with_keys(2, 200);
		assert_ok!(Ministries::replace_node(MinistryId(2), Some(node(2)), 200));
		assert_noop!(
			Ministries::nominate_node(RuntimeOrigin::signed(21), node(2)),
			Error::<Test>::AccountTaken
		);
		rotate();
		rotate();
		assert_ok!(Ministries::nominate_node(RuntimeOrigin::signed(21), node(2)));
	});
}
