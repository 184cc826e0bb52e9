use super::*;

#[test]
fn seat_key_should_name_ministry_and_person_when_the_account_is_a_key() {
	build_and_execute(|| {
		assert_eq!(Ministries::seat_key(&12), Some((MinistryId(1), signatory(12))));
		for other in [999, node(1), seat_account(1)] {
			assert_eq!(Ministries::seat_key(&other), None);
		}
	});
}

#[test]
fn seat_should_name_the_ministry_when_the_account_is_a_joint_one() {
	build_and_execute(|| {
		assert_eq!(Ministries::seat(&seat_account(3)), Some(MinistryId(3)));
		assert_eq!(Ministries::seat(&31), None);
	});
}

#[test]
fn is_taken_should_hold_for_every_account_with_a_role() {
	build_and_execute(|| {
		assert_ok!(Ministries::nominate_node(RuntimeOrigin::signed(11), 100));
		for taken in [11, seat_account(1), node(1), 100, session_keys(node(1)).dummy.0] {
			assert!(Ministries::is_taken(&taken));
		}
		assert!(!Ministries::is_taken(&999));
	});
}

#[test]
fn is_active_should_follow_the_state_of_the_ministry() {
	build_and_execute(|| {
		assert!(Ministries::is_active(MinistryId(1)));
		assert!(!Ministries::is_active(MinistryId(9)));
		assert_ok!(Ministries::suspend(MinistryId(1)));
		assert!(!Ministries::is_active(MinistryId(1)));
		assert_ok!(Ministries::expel(MinistryId(1)));
		assert!(!Ministries::is_active(MinistryId(1)));
	});
}

#[test]
fn view_functions_should_answer_what_is_stored() {
	build_and_execute(|| {
		let ministry = Ministries::ministry(MinistryId(1)).unwrap();
		assert_eq!(ministry.node, Some(node(1)));
		assert_eq!(ministry.state, MinistryState::Active);
		assert_eq!(Ministries::ministry(MinistryId(9)), None);
		assert_ok!(Ministries::suspend(MinistryId(1)));
		assert_ok!(Ministries::reinstate(MinistryId(1)));
		let history = Ministries::history(MinistryId(1), 2, 64);
		assert_eq!(
			history.iter().map(|entry| &entry.body).collect::<Vec<_>>(),
			vec![&MinistryChange::Suspended, &MinistryChange::Reinstated]
		);
		assert_eq!(Ministries::head(MinistryId(1)).unwrap().seq, 3);
		assert_eq!(Ministries::head(MinistryId(9)), None);
	});
}
