use super::*;

#[test]
fn genesis_should_admit_ministries_when_the_preset_is_sound() {
	build_and_execute(|| {
		assert_eq!(Ministries::admitted_ministries(), [1, 2, 3, 4].map(MinistryId).to_vec());
		assert_eq!(Ministries::floor(), (3, 4));
		assert_eq!(MinimumSeatKeys::<Test>::get(), 2);
		let mut seats: Vec<_> = (1..=4).map(seat_account).collect();
		seats.sort();
		assert_eq!(council(), seats);
		assert_eq!(validators(), (1..=4).map(node).collect::<Vec<_>>());
		for id in 1..=4 {
			assert_eq!(head(id).0, 1);
			assert_eq!(providers(seat_key(id, 1)), 1);
			assert_eq!(providers(node(id)), 1);
		}
	});
}

#[test]
fn genesis_should_accept_a_seat_of_one_key_when_the_network_is_for_development() {
	let mut network = Network::of(1, 1);
	network.ministries = vec![new_ministry("Interior", &[11], Some(19))];
	network.minimum_seat_keys = 1;
	network.build_and_execute(|| {
		assert_eq!(seat_account(1), 11);
		assert_eq!(council(), vec![11]);
	});
}

#[test]
fn genesis_should_build_when_it_is_empty() {
	let mut network = Network::of(0, 0);
	network.minimum_seat_keys = 0;
	network.build_and_execute(|| assert!(validators().is_empty()));
}

fn panics(network: Network) -> String {
	let panic = std::panic::catch_unwind(|| network.build()).err().expect("genesis is refused");
	panic.downcast_ref::<String>().cloned().unwrap_or_else(|| {
		panic.downcast_ref::<&str>().map(|text| text.to_string()).unwrap_or_default()
	})
}

#[test]
fn genesis_should_panic_with_the_reason_when_the_preset_breaks_a_rule() {
	let with = |change: fn(&mut Network)| {
		let mut network = Network::default();
		change(&mut network);
		panics(network)
	};
	let refused = [
		(with(|network| network.floor = 0), "the floor is at least one"),
		(with(|network| network.floor = 5), "4 nodes are fewer than the floor of 5"),
		(with(|network| network.minimum_seat_keys = 0), "at least one key"),
		(with(|network| network.minimum_seat_keys = 4), "SeatTooSmall"),
		(with(|network| network.ministries[0].threshold = 1), "ThresholdTooLow"),
		(with(|network| network.ministries[0].threshold = 4), "ThresholdAboveKeys"),
		(
			with(|network| network.ministries[1].name = network.ministries[0].name.clone()),
			"NameTaken",
		),
		(with(|network| network.ministries[0].name.clear()), "NameEmpty"),
		(with(|network| network.ministries[1].seat[0].account = seat_key(1, 1)), "AccountTaken"),
		(with(|network| network.ministries[1].node = Some(seat_key(1, 1))), "AccountTaken"),
		(with(|network| network.ministries[1].node = Some(seat_key(2, 1))), "AccountTaken"),
		(with(|network| network.ministries[1].node = Some(node(1))), "AccountTaken"),
		(
			with(|network| network.ministries[0].seat[1].person = person(seat_key(1, 1))),
			"SeatPersonRepeated",
		),
		(
			with(|network| network.ministries[1].seat[2].person = person(seat_key(1, 1))),
			"PersonOfAnotherSeat",
		),
		// The floor counts nodes with session keys.
		(with(|network| network.keys.truncate(2)), "2 nodes have session keys"),
		// A session key that is a seat's key, and one that is its own node's account.
		(
			with(|network| network.keys[0].1.dummy.0 = seat_key(3, 2)),
			"a session key of the node 19 is also an account",
		),
		(
			with(|network| network.keys[0].1.dummy.0 = node(1)),
			"a session key of the node 19 is also an account",
		),
	];
	for (said, reason) in refused {
		assert!(said.contains(reason), "expected {reason:?}, got {said:?}");
	}
}
