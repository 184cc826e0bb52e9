use super::*;

fn withdraw_by(who: AccountId, node: AccountId) -> frame_support::dispatch::DispatchResult {
	Ministries::withdraw_nomination(RuntimeOrigin::signed(who), node)
}

#[test]
fn withdraw_nomination_should_free_the_account_when_it_is_not_confirmed() {
	build_and_execute(|| {
		assert_ok!(Ministries::nominate_node(RuntimeOrigin::signed(11), 100));
		assert_ok!(withdraw_by(13, 100));
		assert_eq!(
			last_event(),
			Event::NominationWithdrawn {
				ministry: MinistryId(1),
				node: 100,
				withdrawn_by: Some(13)
			}
		);
		assert!(!Ministries::is_taken(&100));
		assert_eq!(providers(100), 0);
		assert_ok!(Ministries::nominate_node(RuntimeOrigin::signed(21), 100));
	});
}

#[test]
fn withdraw_nomination_should_delete_session_keys_when_the_node_has_set_them() {
	build_and_execute(|| {
		nominate_with_keys(1, 100);
		assert_eq!(System::consumers(&100), 1);
		assert_ok!(withdraw_by(11, 100));
		assert!(!pallet_session::NextKeys::<Test>::contains_key(100));
		assert_eq!((providers(100), System::consumers(&100)), (1, 0));
		assert!(!Ministries::is_taken(&100));
	});
}

#[test]
fn account_should_keep_its_nonce_when_its_nomination_ends_and_comes_back() {
	build_and_execute(|| {
		nominate_with_keys(1, 100);
		System::inc_account_nonce(100);
		assert_ok!(withdraw_by(11, 100));
		assert_eq!((System::account_nonce(100), providers(100)), (1, 1));
		// Another ministry's now, with session keys: their reference is taken and given back as before.
		nominate_with_keys(2, 100);
		assert_eq!((System::account_nonce(100), providers(100)), (1, 1));
		assert_eq!(System::consumers(&100), 1);
		assert_ok!(Ministries::replace_node(MinistryId(2), Some(node(2)), 100));
		assert_ok!(Session::purge_keys(RuntimeOrigin::signed(100)));
		assert_eq!((providers(100), System::consumers(&100)), (1, 0));
		assert_ok!(set_keys(100, session_keys(100)));
		assert_eq!((providers(100), System::consumers(&100)), (1, 1));
		rotate();
		rotate();
		assert_eq!((providers(node(2)), System::consumers(&node(2))), (1, 0));
	});
}

#[test]
fn withdraw_nomination_should_fail_when_the_signer_is_no_seat_key() {
	build_and_execute(|| {
		nominate(1, 100);
		assert_noop!(withdraw_by(100, 100), Error::<Test>::NotSeatKey);
	});
}

#[test]
fn withdraw_nomination_should_fail_when_the_ministry_did_not_nominate_the_node() {
	build_and_execute(|| {
		nominate(1, 100);
		assert_noop!(withdraw_by(21, 100), Error::<Test>::NotNominated);
		assert_noop!(withdraw_by(11, 101), Error::<Test>::NotNominated);
		// The node that the council appointed is no nomination.
		assert_noop!(withdraw_by(11, node(1)), Error::<Test>::NotNominated);
	});
}
