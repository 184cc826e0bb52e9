use super::*;

/// A fifth ministry that breaks no rule.
fn fifth() -> NewMinistry<AccountId> {
	ministry(5)
}

fn refused(change: impl FnOnce(&mut NewMinistry<AccountId>), error: Error<Test>) {
	let mut new = fifth();
	change(&mut new);
	assert_noop!(Ministries::admit(new), error);
}

#[test]
fn admit_should_seat_the_ministry_when_it_breaks_no_rule() {
	build_and_execute(|| {
		assert_ok!(Ministries::admit(fifth()));
		let (version, hash) = head(5);
		assert_eq!(version, 1);
		assert_eq!(
			last_event(),
			Event::MinistryAdmitted {
				ministry: MinistryId(5),
				admitted: fifth(),
				seat_account: seat_account(5),
				version,
				head: hash,
			}
		);
		assert_eq!(
			Ministries::history(MinistryId(5), 1, 10)[0].body,
			MinistryChange::Admitted(fifth())
		);
		assert!(council().contains(&seat_account(5)));
		assert_eq!(providers(seat_key(5, 1)), 1);
		// The node sets its keys, and only then is an authority.
		rotate();
		rotate();
		assert!(!validators().contains(&node(5)));
		assert_ok!(set_keys(node(5), session_keys(node(5))));
		rotate();
		rotate();
		assert_eq!(validators(), (1..=5).map(node).collect::<Vec<_>>());
	});
}

#[test]
fn admit_should_accept_a_ministry_without_node() {
	build_and_execute(|| {
		let mut new = fifth();
		new.node = None;
		assert_ok!(Ministries::admit(new));
		assert_eq!(Ministries::floor(), (3, 4));
	});
}

#[test]
fn admit_should_fail_when_the_name_is_no_name() {
	build_and_execute(|| {
		refused(|new| new.name.clear(), Error::NameEmpty);
		refused(|new| new.name = b"\xff".to_vec().try_into().unwrap(), Error::NameNotText);
		refused(|new| new.name = ministry(2).name, Error::NameTaken);
	});
}

#[test]
fn admit_should_accept_the_name_of_an_expelled_ministry() {
	build_and_execute(|| {
		assert_ok!(Ministries::expel(MinistryId(2)));
		let mut new = fifth();
		new.name = ministry(2).name;
		assert_ok!(Ministries::admit(new));
		// The id is a new one.
		assert_eq!(Ministries::admitted_ministries(), [1, 3, 4, 5].map(MinistryId).to_vec());
	});
}

#[test]
fn admit_should_fail_when_the_seat_breaks_a_rule() {
	build_and_execute(|| {
		refused(|new| new.seat.truncate(1), Error::SeatTooSmall);
		refused(|new| new.threshold = 1, Error::ThresholdTooLow);
		refused(|new| new.threshold = 4, Error::ThresholdAboveKeys);
		refused(|new| new.seat[1].account = new.seat[0].account, Error::SeatKeyRepeated);
		refused(|new| new.seat[1].person = new.seat[0].person, Error::SeatPersonRepeated);
	});
}

#[test]
fn admit_should_fail_when_a_person_holds_a_key_of_another_seat() {
	build_and_execute(|| {
		refused(|new| new.seat[2].person = person(11), Error::PersonOfAnotherSeat);
		// A suspended ministry still has its seat.
		assert_ok!(Ministries::suspend(MinistryId(2)));
		refused(|new| new.seat[0].person = person(21), Error::PersonOfAnotherSeat);
		// An expelled one has none.
		assert_ok!(Ministries::expel(MinistryId(2)));
		let mut new = fifth();
		new.seat[0].person = person(21);
		assert_ok!(Ministries::admit(new));
	});
}

#[test]
fn admit_should_fail_when_an_account_has_a_role() {
	build_and_execute(|| {
		appoint_officer(500);
		for taken in [11, node(1), seat_account(1)] {
			refused(|new| new.seat[0].account = taken, Error::AccountTaken);
			refused(|new| new.node = Some(taken), Error::AccountTaken);
		}
		refused(|new| new.seat[0].account = 500, Error::AccountIsOfficer);
		refused(|new| new.node = Some(500), Error::AccountIsOfficer);
		let session_key = session_keys(node(1)).dummy.0;
		refused(|new| new.seat[0].account = session_key, Error::AccountIsSessionKey);
		refused(|new| new.node = Some(session_key), Error::AccountIsSessionKey);
		// Its own seat counts too.
		refused(|new| new.node = Some(seat_key(5, 1)), Error::AccountTaken);
	});
}

#[test]
fn admit_should_fail_when_the_network_is_full() {
	build_and_execute(|| {
		for number in 5..=MAX_MINISTRIES as u16 {
			let mut new = ministry(number);
			new.node = None;
			assert_ok!(Ministries::admit(new));
		}
		assert_eq!(council().len() as u32, MAX_MINISTRIES);
		assert_noop!(Ministries::admit(ministry(100)), Error::<Test>::TooManyMinistries);
		// An expulsion makes room.
		assert_ok!(Ministries::expel(MinistryId(64)));
		assert_ok!(Ministries::admit(ministry(100)));
	});
}

#[test]
fn admit_should_fail_when_all_ids_have_been_given_out() {
	build_and_execute(|| {
		LastMinistry::<Test>::put(MinistryId(u16::MAX));
		assert_noop!(Ministries::admit(fifth()), Error::<Test>::TooManyMinistries);
	});
}
