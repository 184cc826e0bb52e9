use super::*;

fn replace(id: u16, keys: &[AccountId], threshold: u16) -> frame_support::dispatch::DispatchResult {
	Ministries::replace_seat(MinistryId(id), new_ministry("any", keys, None).seat, threshold)
}

#[test]
fn replace_seat_should_exchange_keys_and_vote_when_it_breaks_no_rule() {
	build_and_execute(|| {
		let old_seat_account = seat_account(1);
		// One key stays, two go, two come.
		assert_ok!(replace(1, &[seat_key(1, 3), 101, 102], 3));
		let (version, hash) = head(1);
		assert_eq!(
			last_event(),
			Event::SeatReplaced {
				ministry: MinistryId(1),
				seat: new_ministry("any", &[seat_key(1, 3), 101, 102], None).seat,
				threshold: 3,
				old_seat_account,
				seat_account: seat_account(1),
				version,
				head: hash,
			}
		);
		assert!(council().contains(&seat_account(1)));
		assert!(!council().contains(&old_seat_account));
		for gone in [seat_key(1, 1), seat_key(1, 2), old_seat_account] {
			assert!(!Ministries::is_taken(&gone));
		}
		for gone in [seat_key(1, 1), seat_key(1, 2)] {
			assert_eq!(providers(gone), 1);
		}
		for key in [seat_key(1, 3), 101, 102] {
			assert_eq!(Ministries::seat_key(&key), Some((MinistryId(1), signatory(key))));
			assert_eq!(providers(key), 1);
		}
	});
}

#[test]
fn account_should_keep_its_nonce_when_its_key_leaves_the_seat_and_comes_back() {
	build_and_execute(|| {
		for _ in 0..3 {
			System::inc_account_nonce(11);
		}
		assert_ok!(replace(1, &[12, 13], 2));
		assert!(!Ministries::is_taken(&11));
		assert_eq!((System::account_nonce(11), providers(11)), (3, 1));
		assert_ok!(replace(1, &[11, 12, 13], 2));
		assert_eq!((System::account_nonce(11), providers(11)), (3, 1));
	});
}

#[test]
fn replace_seat_should_work_when_only_the_threshold_changes() {
	build_and_execute(|| {
		assert_ok!(replace(1, &[11, 12, 13], 3));
		assert_ok!(replace(1, &[11, 12, 13], 3));
	});
}

#[test]
fn replace_seat_should_leave_the_council_when_the_ministry_is_suspended() {
	build_and_execute(|| {
		assert_ok!(Ministries::suspend(MinistryId(1)));
		let before = council();
		assert_ok!(replace(1, &[101, 102], 2));
		assert_eq!(council(), before);
		assert_ok!(Ministries::reinstate(MinistryId(1)));
		assert!(council().contains(&seat_account(1)));
	});
}

#[test]
fn replace_seat_should_drop_a_nomination_when_only_one_key_has_signed_it() {
	build_and_execute(|| {
		assert_ok!(Ministries::nominate_node(RuntimeOrigin::signed(11), 100));
		assert_ok!(replace(1, &[101, 102], 2));
		assert_eq!(Ministries::nomination(MinistryId(1)), None);
		assert!(!Ministries::is_taken(&100));
		nominate_with_keys(2, 200);
		assert_ok!(replace(2, &[201, 202], 2));
		assert_eq!(Ministries::nomination(MinistryId(2)).unwrap().node, 200);
		assert_ok!(Ministries::replace_node(MinistryId(2), Some(node(2)), 200));
	});
}

#[test]
fn replace_seat_should_fail_when_the_seat_breaks_a_rule() {
	build_and_execute(|| {
		assert_noop!(replace(1, &[101], 1), Error::<Test>::SeatTooSmall);
		assert_noop!(replace(1, &[101, 102], 1), Error::<Test>::ThresholdTooLow);
		assert_noop!(replace(1, &[101, 102], 3), Error::<Test>::ThresholdAboveKeys);
		assert_noop!(replace(1, &[101, 101], 2), Error::<Test>::SeatKeyRepeated);
		let mut seat = new_ministry("any", &[101, 102], None).seat;
		seat[1].person = seat[0].person;
		assert_noop!(
			Ministries::replace_seat(MinistryId(1), seat, 2),
			Error::<Test>::SeatPersonRepeated
		);
	});
}

#[test]
fn replace_seat_should_fail_when_a_person_holds_a_key_of_another_seat() {
	build_and_execute(|| {
		let with_person = |id, number| {
			let mut seat = new_ministry("any", &[101, 102], None).seat;
			seat[1].person = person(number);
			Ministries::replace_seat(MinistryId(id), seat, 2)
		};
		assert_noop!(with_person(1, 21), Error::<Test>::PersonOfAnotherSeat);
		// A suspended ministry still has its seat.
		assert_ok!(Ministries::suspend(MinistryId(2)));
		assert_noop!(with_person(1, 21), Error::<Test>::PersonOfAnotherSeat);
		// The same person with another key of its own seat, and one who has left another.
		assert_ok!(with_person(1, 12));
		assert_ok!(replace(3, &[301, 302], 2));
		assert_ok!(Ministries::expel(MinistryId(2)));
		assert_ok!(Ministries::replace_seat(
			MinistryId(4),
			new_ministry("any", &[21, 31], None).seat,
			2
		));
	});
}

#[test]
fn replace_seat_should_fail_when_a_key_has_a_role() {
	build_and_execute(|| {
		appoint_officer(500);
		nominate(1, 100);
		for taken in [21, seat_account(1), seat_account(2), node(1), node(2), 100] {
			assert_noop!(replace(1, &[11, taken], 2), Error::<Test>::AccountTaken);
		}
		assert_noop!(replace(1, &[11, 500], 2), Error::<Test>::AccountIsOfficer);
		let session_key = session_keys(node(1)).dummy.0;
		assert_noop!(replace(1, &[11, session_key], 2), Error::<Test>::AccountIsSessionKey);
	});
}

#[test]
fn replace_seat_should_fail_when_the_ministry_is_unknown_or_expelled() {
	build_and_execute(|| {
		assert_noop!(replace(9, &[101, 102], 2), Error::<Test>::UnknownMinistry);
		assert_ok!(Ministries::expel(MinistryId(1)));
		assert_noop!(replace(1, &[101, 102], 2), Error::<Test>::MinistryExpelled);
	});
}
