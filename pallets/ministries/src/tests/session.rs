use super::*;
use pallet_session::historical;

fn events_of_planning() -> usize {
	System::read_events_for_pallet::<crate::Event<Test>>()
		.iter()
		.filter(|event| matches!(event, Event::AuthoritiesPlanned { .. }))
		.count()
}

#[test]
fn new_session_should_answer_none_when_neither_nodes_nor_keys_changed() {
	build_and_execute(|| {
		assert_eq!(<Ministries as historical::SessionManager<_, _>>::new_session(2), None);
		for _ in 0..5 {
			rotate();
			assert!(!pallet_session::QueuedChanged::<Test>::get());
		}
		assert_eq!(events_of_planning(), 0);
		assert_eq!(validators(), (1..=4).map(node).collect::<Vec<_>>());
	});
}

#[test]
fn new_session_should_answer_once_when_a_node_changed() {
	build_and_execute(|| {
		nominate_with_keys(2, 200);
		assert_ok!(Ministries::replace_node(MinistryId(2), Some(node(2)), 200));
		let expected = vec![node(1), 200, node(3), node(4)];
		rotate();
		assert!(pallet_session::QueuedChanged::<Test>::get());
		assert!(has_event(Event::AuthoritiesPlanned { session: 2, nodes: expected.clone() }));
		rotate();
		assert!(!pallet_session::QueuedChanged::<Test>::get());
		assert_eq!(validators(), expected);
		assert_eq!(events_of_planning(), 1);
	});
}

#[test]
fn new_session_should_answer_when_only_the_keys_of_a_node_changed() {
	build_and_execute(|| {
		let root_before = historical::HistoricalSessions::<Test>::get(1);
		let mut keys = session_keys(node(1));
		keys.dummy.0 += 1;
		assert_ok!(set_keys(node(1), keys));
		rotate();
		assert_eq!(events_of_planning(), 1);
		// The root of the session holds the new key.
		assert_ne!(historical::HistoricalSessions::<Test>::get(2), root_before);
		rotate();
		assert_eq!(events_of_planning(), 1);
	});
}

#[test]
fn new_session_should_answer_none_when_a_seat_changed() {
	build_and_execute(|| {
		let seat = new_ministry("any", &[101, 102], None).seat;
		assert_ok!(Ministries::replace_seat(MinistryId(1), seat, 2));
		rotate();
		assert_eq!(events_of_planning(), 0);
	});
}

#[test]
fn new_session_should_hold_the_authorities_when_keys_are_lost_by_a_path_that_was_missed() {
	build_and_execute(|| {
		// The runtime filters `purge_keys`; here two nodes get through.
		for id in [1, 2] {
			assert_ok!(Session::purge_keys(RuntimeOrigin::signed(node(id))));
		}
		assert_eq!(<Ministries as historical::SessionManager<_, _>>::new_session(2), None);
		assert_eq!(
			last_event(),
			Event::AuthoritiesHeldAtFloor { session: 2, with_keys: 2, floor: 3 }
		);
		for id in [1, 2] {
			assert_ok!(set_keys(node(id), session_keys(node(id))));
		}
	});
}

#[test]
fn start_session_should_prune_roots_when_they_are_older_than_is_kept() {
	build_and_execute(|| {
		for _ in 0..10 {
			rotate();
		}
		let current = Session::current_index();
		assert_eq!(current, 10);
		let kept: Vec<_> = (0..=11)
			.filter(|index| historical::HistoricalSessions::<Test>::contains_key(index))
			.collect();
		// Four before the current one, the current and the planned one.
		assert_eq!(kept, (6..=11).collect::<Vec<_>>());
	});
}

#[test]
fn set_keys_should_be_open_to_confirmed_nodes_alone() {
	build_and_execute(|| {
		let refused = pallet_session::Error::<Test>::NoAssociatedValidatorId;
		System::inc_providers(&900);
		assert_noop!(set_keys(900, session_keys(900)), refused);
		assert_noop!(
			set_keys(11, session_keys(11)),
			pallet_session::Error::<Test>::NoAssociatedValidatorId
		);
		assert_ok!(set_keys(node(1), session_keys(node(1))));
	});
}

#[test]
fn note_author_should_keep_the_last_block_of_each_node() {
	use pallet_authorship::EventHandler;
	build_and_execute(|| {
		System::set_block_number(7);
		Ministries::note_author(node(2));
		System::set_block_number(9);
		Ministries::note_author(node(2));
		Ministries::note_author(node(4));
		assert_eq!(
			Ministries::authorities(),
			vec![
				(MinistryId(1), node(1), None),
				(MinistryId(2), node(2), Some(9)),
				(MinistryId(3), node(3), None),
				(MinistryId(4), node(4), Some(9)),
			]
		);
		// What a node authored is forgotten with it.
		assert_ok!(Ministries::expel(MinistryId(2)));
		rotate();
		rotate();
		assert_eq!(LastAuthored::<Test>::get(node(2)), None);
	});
}

#[test]
fn integrity_test_should_panic_when_too_few_sessions_are_kept() {
	use frame_support::traits::Hooks;
	SessionsKept::set(4);
	<Ministries as Hooks<u64>>::integrity_test();
	SessionsKept::set(1);
	assert!(std::panic::catch_unwind(<Ministries as Hooks<u64>>::integrity_test).is_err());
}
