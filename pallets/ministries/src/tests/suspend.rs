use super::*;

#[test]
fn suspend_should_take_vote_and_node_when_the_floor_allows_it() {
	build_and_execute(|| {
		assert_ok!(Ministries::suspend(MinistryId(2)));
		let (version, hash) = head(2);
		assert_eq!(version, 2);
		assert_eq!(
			last_event(),
			Event::MinistrySuspended {
				ministry: MinistryId(2),
				seat_account: seat_account(2),
				node: Some(node(2)),
				version,
				head: hash,
			}
		);
		assert!(!council().contains(&seat_account(2)));
		assert!(!Ministries::is_active(MinistryId(2)));
		rotate();
		rotate();
		assert_eq!(validators(), vec![node(1), node(3), node(4)]);
		// Its accounts stay its own, and its node its keys.
		assert!(Ministries::is_taken(&seat_key(2, 1)) && Ministries::is_taken(&node(2)));
		assert!(pallet_session::NextKeys::<Test>::contains_key(node(2)));
	});
}

#[test]
fn suspend_should_fail_when_it_would_go_under_the_floor() {
	build_and_execute(|| {
		assert_ok!(Ministries::suspend(MinistryId(1)));
		assert_noop!(Ministries::suspend(MinistryId(2)), Error::<Test>::BelowFloor);
	});
}

#[test]
fn suspend_should_work_at_the_floor_when_the_ministry_has_no_authority() {
	build_and_execute(|| {
		assert_ok!(Ministries::suspend(MinistryId(1)));
		// The fifth has no node, the sixth one without keys.
		let mut fifth = ministry(5);
		fifth.node = None;
		assert_ok!(Ministries::admit(fifth));
		assert_ok!(Ministries::admit(ministry(6)));
		assert_ok!(Ministries::suspend(MinistryId(5)));
		assert_ok!(Ministries::suspend(MinistryId(6)));
	});
}

#[test]
fn suspend_should_fail_when_the_ministry_is_not_active() {
	build_and_execute(|| {
		assert_noop!(Ministries::suspend(MinistryId(9)), Error::<Test>::UnknownMinistry);
		assert_ok!(Ministries::suspend(MinistryId(1)));
		assert_noop!(Ministries::suspend(MinistryId(1)), Error::<Test>::NotActive);
		assert_ok!(Ministries::expel(MinistryId(1)));
		assert_noop!(Ministries::suspend(MinistryId(1)), Error::<Test>::MinistryExpelled);
	});
}

#[test]
fn reinstate_should_bring_vote_and_node_back_when_the_ministry_is_suspended() {
	build_and_execute(|| {
		assert_ok!(Ministries::suspend(MinistryId(2)));
		rotate();
		rotate();
		assert_ok!(Ministries::reinstate(MinistryId(2)));
		let (version, hash) = head(2);
		assert_eq!(version, 3);
		assert_eq!(
			last_event(),
			Event::MinistryReinstated {
				ministry: MinistryId(2),
				seat_account: seat_account(2),
				node: Some(node(2)),
				version,
				head: hash,
			}
		);
		assert!(council().contains(&seat_account(2)));
		rotate();
		rotate();
		assert_eq!(validators(), (1..=4).map(node).collect::<Vec<_>>());
	});
}

#[test]
fn reinstate_should_fail_when_the_ministry_is_not_suspended() {
	build_and_execute(|| {
		assert_noop!(Ministries::reinstate(MinistryId(9)), Error::<Test>::UnknownMinistry);
		assert_noop!(Ministries::reinstate(MinistryId(1)), Error::<Test>::NotSuspended);
		assert_ok!(Ministries::expel(MinistryId(1)));
		assert_noop!(Ministries::reinstate(MinistryId(1)), Error::<Test>::MinistryExpelled);
	});
}

#[test]
fn suspend_should_fail_when_the_record_can_have_no_more_versions() {
	build_and_execute(|| {
		let kept = Heads::<Test>::get(MinistryId(1)).unwrap();
		Heads::<Test>::mutate(MinistryId(1), |head| head.as_mut().unwrap().seq = u32::MAX);
		assert_noop!(Ministries::suspend(MinistryId(1)), Error::<Test>::TooManyVersions);
		Heads::<Test>::insert(MinistryId(1), kept);
	});
}
