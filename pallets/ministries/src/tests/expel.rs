use super::*;

#[test]
fn expel_should_free_every_account_when_the_node_is_out_of_its_last_session() {
	build_and_execute(|| {
		nominate_with_keys(2, 200);
		let old_seat = seat_account(2);
		assert_ok!(Ministries::expel(MinistryId(2)));
		let (version, hash) = head(2);
		assert!(has_event(Event::NominationWithdrawn {
			ministry: MinistryId(2),
			node: 200,
			withdrawn_by: None
		}));
		assert_eq!(
			last_event(),
			Event::MinistryExpelled {
				ministry: MinistryId(2),
				seat_account: old_seat,
				node: Some(node(2)),
				version,
				head: hash,
			}
		);
		assert!(!council().contains(&old_seat));
		assert!(!Ministries::is_active(MinistryId(2)));
		for account in [seat_key(2, 1), seat_key(2, 2), seat_key(2, 3), old_seat, 200] {
			assert!(!Ministries::is_taken(&account));
			assert_eq!(System::consumers(&account), 0);
		}
		// What could sign once is kept with its nonce; a joint account never signs.
		for account in [seat_key(2, 1), seat_key(2, 2), seat_key(2, 3), 200] {
			assert_eq!(providers(account), 1);
		}
		assert_eq!(providers(old_seat), 0);
		// The node is still one: it was planned for two sessions, and can be punished for them.
		assert!(Ministries::is_node(&node(2)));
		assert!(pallet_session::NextKeys::<Test>::contains_key(node(2)));
		rotate();
		assert!(validators().contains(&node(2)));
		rotate();
		assert_eq!(validators(), vec![node(1), node(3), node(4)]);
		assert!(has_event(Event::NodeDeparted { ministry: MinistryId(2), node: node(2) }));
		assert!(!Ministries::is_taken(&node(2)));
		assert!(!pallet_session::NextKeys::<Test>::contains_key(node(2)));
		assert_eq!((providers(node(2)), System::consumers(&node(2))), (1, 0));
	});
}

#[test]
fn expel_should_fail_when_it_would_go_under_the_floor() {
	build_and_execute(|| {
		assert_ok!(Ministries::expel(MinistryId(1)));
		assert_noop!(Ministries::expel(MinistryId(2)), Error::<Test>::BelowFloor);
	});
}

#[test]
fn expel_should_work_at_the_floor_when_the_ministry_is_suspended() {
	build_and_execute(|| {
		assert_ok!(Ministries::suspend(MinistryId(1)));
		assert_ok!(Ministries::expel(MinistryId(1)));
	});
}

#[test]
fn expel_should_fail_when_the_ministry_is_unknown_or_expelled() {
	build_and_execute(|| {
		assert_noop!(Ministries::expel(MinistryId(9)), Error::<Test>::UnknownMinistry);
		assert_ok!(Ministries::expel(MinistryId(1)));
		assert_noop!(Ministries::expel(MinistryId(1)), Error::<Test>::MinistryExpelled);
	});
}

#[test]
fn expel_should_fail_when_too_many_nodes_are_on_their_way_out() {
	build_and_execute(|| {
		// Ministry 5 changes its node again and again within one session.
		let mut fifth = ministry(5);
		fifth.node = None;
		assert_ok!(Ministries::admit(fifth));
		let mut old = None;
		for new in 1_000..=1_000 + u64::from(MAX_DEPARTING_NODES) {
			nominate_with_keys(5, new);
			assert_ok!(Ministries::replace_node(MinistryId(5), old, new));
			old = Some(new);
		}
		nominate_with_keys(5, 2_000);
		assert_noop!(
			Ministries::replace_node(MinistryId(5), old, 2_000),
			Error::<Test>::TooManyDepartures
		);
		assert_noop!(Ministries::expel(MinistryId(5)), Error::<Test>::TooManyDepartures);
		// They were never planned for a session, so that the next one lets them go.
		rotate();
		assert!(Departing::<Test>::get().is_empty());
		assert_ok!(Ministries::expel(MinistryId(5)));
	});
}
