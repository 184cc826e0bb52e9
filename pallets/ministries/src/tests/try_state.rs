//! The checks find each kind of broken state.

use super::*;

fn found() -> Option<&'static str> {
	match crate::try_state::do_try_state::<Test>() {
		Ok(()) => None,
		Err(sp_runtime::DispatchError::Other(text)) => Some(text),
		Err(other) => panic!("{other:?}"),
	}
}

fn finds(damage: impl FnOnce(), finding: &str) {
	Network::default().build().execute_with(|| {
		// A seat and a node that were replaced.
		assert_ok!(Ministries::replace_seat(
			MinistryId(1),
			new_ministry("any", &[12, 101], None).seat,
			2
		));
		nominate_with_keys(2, 200);
		assert_ok!(Ministries::replace_node(MinistryId(2), Some(node(2)), 200));
		rotate();
		rotate();
		assert_eq!(found(), None);
		damage();
		assert_eq!(found(), Some(finding));
	});
}

fn alter(id: u16, change: impl FnOnce(&mut Ministry<AccountId>)) {
	crate::Ministries::<Test>::mutate(MinistryId(id), |ministry| {
		change(ministry.as_mut().unwrap())
	});
}

#[test]
fn try_state_should_find_that_a_person_holds_keys_of_two_seats() {
	finds(
		|| alter(3, |ministry| ministry.seat[0].person = person(21)),
		"a person holds keys of two seats",
	);
}

#[test]
fn try_state_should_find_that_the_account_of_an_earlier_or_present_role_is_gone() {
	for account in [seat_key(1, 1), 101] {
		finds(
			|| {
				assert_ok!(System::dec_providers(&account));
			},
			"an account that has had a role is gone, and its nonce with it",
		);
	}
	// Of a node that was, and that was never there before it was nominated.
	finds(
		|| {
			assert_ok!(System::dec_providers(&node(2)));
		},
		"an account that has had a role is gone, and its nonce with it",
	);
}

#[test]
fn try_state_should_find_a_seat_that_breaks_a_rule() {
	finds(
		|| alter(1, |ministry| ministry.threshold = 1),
		"a council seat breaks the rules of seats",
	);
	finds(
		|| alter(1, |ministry| ministry.seat[1].person = person(12)),
		"a council seat breaks the rules of seats",
	);
}

#[test]
fn try_state_should_find_an_index_that_does_not_agree() {
	finds(|| SeatKeys::<Test>::remove(101), "a seat's key is not in the index");
	finds(|| SeatKeys::<Test>::insert(11, MinistryId(1)), "the index has a key that no seat has");
	finds(
		|| SeatAccounts::<Test>::insert(11, MinistryId(1)),
		"the index has an account of no seat",
	);
	finds(|| appoint_officer(101), "an account of a seat or a node is also an officer's");
}

#[test]
fn try_state_should_find_too_few_nodes_with_session_keys() {
	finds(|| Floor::<Test>::put(5), "fewer nodes have session keys than the floor demands");
}
