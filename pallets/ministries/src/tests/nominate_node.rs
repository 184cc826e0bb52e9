use super::*;

fn nominate_by(who: AccountId, node: AccountId) -> frame_support::dispatch::DispatchResult {
	Ministries::nominate_node(RuntimeOrigin::signed(who), node)
}

#[test]
fn nominate_node_should_name_the_node_when_a_seat_key_signs() {
	build_and_execute(|| {
		assert_ok!(nominate_by(11, 100));
		assert_eq!(
			last_event(),
			Event::NodeNominated { ministry: MinistryId(1), node: 100, nominated_by: 11 }
		);
		assert_eq!(
			Ministries::nomination(MinistryId(1)),
			Some(Nomination { node: 100, nominated_by: signatory(11) })
		);
		// One key alone brings nothing to effect: the node cannot even send a transaction.
		assert_eq!(providers(100), 0);
		assert!(!Ministries::is_node(&100));
		assert!(Ministries::is_taken(&100));
		assert_noop!(
			set_keys(100, session_keys(100)),
			pallet_session::Error::<Test>::NoAssociatedValidatorId
		);
	});
}

#[test]
fn nominate_node_should_confirm_at_once_when_the_seat_has_one_key() {
	let mut network = Network::of(1, 1);
	network.ministries = vec![new_ministry("Interior", &[11], Some(19))];
	network.minimum_seat_keys = 1;
	network.build_and_execute(|| {
		assert_ok!(nominate_by(11, 100));
		assert!(has_event(Event::NominationConfirmed {
			ministry: MinistryId(1),
			node: 100,
			confirmed_by: 11
		}));
		assert_ok!(set_keys(100, session_keys(100)));
	});
}

#[test]
fn nominate_node_should_work_when_the_ministry_is_suspended() {
	build_and_execute(|| {
		assert_ok!(Ministries::suspend(MinistryId(1)));
		assert_ok!(nominate_by(11, 100));
	});
}

#[test]
fn nominate_node_should_fail_when_the_signer_is_no_seat_key() {
	build_and_execute(|| {
		for who in [100, node(1), seat_account(1)] {
			assert_noop!(nominate_by(who, 101), Error::<Test>::NotSeatKey);
		}
		assert_noop!(
			Ministries::nominate_node(RuntimeOrigin::root(), 101),
			sp_runtime::DispatchError::BadOrigin
		);
	});
}

#[test]
fn nominate_node_should_fail_when_another_nomination_is_pending() {
	build_and_execute(|| {
		assert_ok!(nominate_by(11, 100));
		assert_noop!(nominate_by(12, 101), Error::<Test>::NominationPending);
		// Another ministry's is its own.
		assert_ok!(nominate_by(21, 101));
	});
}

#[test]
fn nominate_node_should_fail_when_the_account_has_a_role() {
	build_and_execute(|| {
		appoint_officer(100);
		assert_noop!(nominate_by(11, 100), Error::<Test>::AccountIsOfficer);
		for taken in [11, 12, seat_account(1), 21, seat_account(2), node(1), node(2)] {
			assert_noop!(nominate_by(11, taken), Error::<Test>::AccountTaken);
		}
		let session_key = session_keys(node(2)).dummy.0;
		assert_noop!(nominate_by(11, session_key), Error::<Test>::AccountIsSessionKey);
		assert_ok!(nominate_by(11, 101));
		assert_noop!(nominate_by(21, 101), Error::<Test>::AccountTaken);
	});
}
