use super::*;
use polity_primitives::traits::AbsenceRule;

const RULE: AbsenceRule = AbsenceRule { missed_percent: 50, sessions: 2 };

fn with_rule() {
	assert_ok!(Ministries::set_absence_rule(Some(RULE)));
}

fn key(ministry: u16) -> RuntimeOrigin {
	RuntimeOrigin::signed(seat_key(ministry, 2))
}

fn announce(ministry: u16, blocks: u64) -> frame_support::dispatch::DispatchResult {
	Ministries::announce_maintenance(key(ministry), System::block_number() + blocks)
}

fn pass_blocks(blocks: u64) {
	System::set_block_number(System::block_number() + blocks);
}

/// The events of this pallet of a kind.
fn events(of: impl Fn(&crate::Event<Test>) -> bool) -> Vec<crate::Event<Test>> {
	System::read_events_for_pallet::<crate::Event<Test>>().into_iter().filter(of).collect()
}

fn missed() -> Vec<crate::Event<Test>> {
	events(|event| matches!(event, Event::SlotsMissed { .. }))
}

/// A network on which ministry 4 has been stood down.
fn with_one_stood_down(test: impl FnOnce()) {
	build_and_execute(|| {
		with_rule();
		session_without(&[node(4)]);
		session_without(&[node(4)]);
		test();
	});
}

#[test]
fn end_of_a_session_should_tell_who_has_missed_slots_and_nothing_of_others() {
	build_and_execute(|| {
		session_without(&[]);
		assert_eq!(missed(), vec![]);
		session_without(&[node(2)]);
		assert_eq!(
			missed(),
			vec![Event::SlotsMissed {
				session: 1,
				ministry: MinistryId(2),
				node: node(2),
				due: 10,
				missed: 10,
				excused: false,
			}]
		);
		let attended = LastAttendance::<Test>::get();
		assert_eq!(attended.len(), 4);
		assert_eq!(attended[1].count, SlotCount { due: 10, missed: 10 });
		// Without a rule nobody is absent, however long.
		assert_eq!(attended[1].absent_sessions, 0);
		for _ in 0..5 {
			session_without(&[node(2)]);
		}
		assert!(!StoodDown::<Test>::contains_key(MinistryId(2)));
	});
}

#[test]
fn outage_should_count_against_nobody() {
	build_and_execute(|| {
		use pallet_authorship::EventHandler;
		session_without(&[]);
		Slot::set(Slot::get() + 1_000);
		Ministries::note_author(node(1));
		rotate();
		assert_eq!(missed(), vec![]);
	});
}

#[test]
fn node_should_be_stood_down_when_it_is_absent_for_as_long_as_the_rule_says() {
	with_one_stood_down(|| {
		let (version, head) = head(4);
		assert!(has_event(Event::NodeStoodDown {
			ministry: MinistryId(4),
			node: node(4),
			session: 1,
			absent_sessions: 2,
			version,
			head,
		}));
		// It leaves two sessions later, as every change does, and its seat goes on voting.
		assert!(validators().contains(&node(4)));
		rotate();
		assert_eq!(validators(), vec![node(1), node(2), node(3)]);
		assert!(council().contains(&seat_account(4)));
		assert!(Nodes::<Test>::contains_key(node(4)));
	});
}

#[test]
fn node_should_stay_when_one_session_in_between_was_attended() {
	build_and_execute(|| {
		with_rule();
		session_without(&[node(4)]);
		session_without(&[]);
		session_without(&[node(4)]);
		assert!(!StoodDown::<Test>::contains_key(MinistryId(4)));
		assert_eq!(LastAttendance::<Test>::get()[3].absent_sessions, 1);
	});
}

#[test]
fn node_should_stay_when_fewer_than_the_floor_would_be_left() {
	build_and_execute(|| {
		with_rule();
		session_without(&[node(3), node(4)]);
		session_without(&[node(3), node(4)]);
		assert!(StoodDown::<Test>::contains_key(MinistryId(3)));
		assert!(!StoodDown::<Test>::contains_key(MinistryId(4)));
		assert!(has_event(Event::NodeKeptAtFloor {
			ministry: MinistryId(4),
			node: node(4),
			session: 1,
		}));
		assert_eq!(crate::Pallet::<Test>::floor(), (3, 3));
	});
}

#[test]
fn council_should_be_refused_when_a_stood_down_node_has_left_no_room_under_the_floor() {
	with_one_stood_down(|| {
		assert_noop!(Ministries::suspend(MinistryId(1)), Error::<Test>::BelowFloor);
		assert_noop!(Ministries::expel(MinistryId(1)), Error::<Test>::BelowFloor);
		// The one that is no authority can go.
		assert_ok!(Ministries::suspend(MinistryId(4)));
		assert_ok!(Ministries::expel(MinistryId(4)));
		assert!(!StoodDown::<Test>::contains_key(MinistryId(4)));
	});
}

#[test]
fn replace_node_should_end_a_stand_down() {
	with_one_stood_down(|| {
		nominate_with_keys(4, 400);
		assert_ok!(Ministries::replace_node(MinistryId(4), Some(node(4)), 400));
		assert!(!StoodDown::<Test>::contains_key(MinistryId(4)));
		rotate();
		rotate();
		assert_eq!(validators(), vec![node(1), node(2), node(3), 400]);
	});
}

#[test]
fn return_node_should_bring_it_back_and_count_anew() {
	with_one_stood_down(|| {
		assert_noop!(
			Ministries::return_node(RuntimeOrigin::signed(999)),
			Error::<Test>::NotSeatKey
		);
		assert_noop!(Ministries::return_node(key(1)), Error::<Test>::NodeNotStoodDown);
		assert_ok!(Ministries::return_node(key(4)));
		let (version, head) = head(4);
		assert_eq!(
			last_event(),
			Event::NodeReturned { ministry: MinistryId(4), node: node(4), version, head }
		);
		assert_noop!(Ministries::return_node(key(4)), Error::<Test>::NodeNotStoodDown);
		// One session of absence is one, not three.
		session_without(&[node(4)]);
		assert!(!StoodDown::<Test>::contains_key(MinistryId(4)));
		rotate();
		assert!(validators().contains(&node(4)));
	});
}

#[test]
fn maintenance_should_excuse_what_is_missed_until_it_ends() {
	build_and_execute(|| {
		with_rule();
		assert_ok!(announce(4, 100));
		assert_eq!(
			last_event(),
			Event::MaintenanceAnnounced { ministry: MinistryId(4), node: node(4), until: 101 }
		);
		session_without(&[node(4)]);
		session_without(&[node(4)]);
		assert!(matches!(missed()[..], [Event::SlotsMissed { excused: true, .. }, _]));
		assert!(!StoodDown::<Test>::contains_key(MinistryId(4)));
		assert_eq!(LastAttendance::<Test>::get()[3].absent_sessions, 0);
		pass_blocks(100);
		session_without(&[node(4)]);
		session_without(&[node(4)]);
		assert!(StoodDown::<Test>::contains_key(MinistryId(4)));
	});
}

#[test]
fn announce_maintenance_should_be_refused_for_each_reason() {
	build_and_execute(|| {
		let now = System::block_number();
		let call = Ministries::announce_maintenance;
		assert_noop!(call(RuntimeOrigin::signed(999), now + 1), Error::<Test>::NotSeatKey);
		assert_noop!(call(key(1), now), Error::<Test>::MaintenanceInPast);
		assert_noop!(call(key(1), now + 101), Error::<Test>::MaintenanceTooLong);
		assert_ok!(Ministries::admit(new_ministry("Without a node", &[501, 502], None)));
		assert_noop!(call(RuntimeOrigin::signed(501), now + 1), Error::<Test>::NoNode);

		assert_ok!(announce(1, 10));
		assert_noop!(announce(1, 20), Error::<Test>::AlreadyInMaintenance);
		// One of four can be away, and no more.
		assert_noop!(announce(2, 10), Error::<Test>::TooManyInMaintenance);
		pass_blocks(10);
		// It has lasted ten blocks, and as many have to pass.
		assert_noop!(announce(1, 10), Error::<Test>::MaintenanceTooSoon);
		assert_ok!(announce(2, 10));
		pass_blocks(10);
		assert_ok!(announce(1, 10));
	});
}

#[test]
fn announce_maintenance_should_be_refused_when_a_disabled_node_is_all_that_can_be_away() {
	build_and_execute(|| {
		pallet_session::Pallet::<Test>::report_offence(
			node(3),
			sp_staking::offence::OffenceSeverity(sp_runtime::Perbill::from_percent(50)),
		);
		assert_noop!(announce(1, 10), Error::<Test>::TooManyInMaintenance);
	});
}

#[test]
fn end_maintenance_should_make_room_for_another() {
	build_and_execute(|| {
		assert_noop!(Ministries::end_maintenance(key(1)), Error::<Test>::NotInMaintenance);
		assert_noop!(
			Ministries::end_maintenance(RuntimeOrigin::signed(999)),
			Error::<Test>::NotSeatKey
		);
		assert_ok!(announce(1, 50));
		pass_blocks(5);
		assert_ok!(Ministries::end_maintenance(key(1)));
		assert_eq!(
			last_event(),
			Event::MaintenanceEnded { ministry: MinistryId(1), node: node(1), at: 6 }
		);
		assert_noop!(Ministries::end_maintenance(key(1)), Error::<Test>::NotInMaintenance);
		assert_ok!(announce(2, 10));
		// It has lasted five blocks.
		assert_noop!(announce(1, 10), Error::<Test>::MaintenanceTooSoon);
	});
}

#[test]
fn set_absence_rule_should_be_told_and_refused_when_it_says_nothing() {
	build_and_execute(|| {
		with_rule();
		assert_eq!(last_event(), Event::AbsenceRuleSet { rule: Some(RULE) });
		assert_eq!(crate::Pallet::<Test>::absence_rule(), Some(RULE));
		for (missed_percent, sessions) in [(0, 1), (101, 1), (50, 0)] {
			let rule = AbsenceRule { missed_percent, sessions };
			assert_noop!(Ministries::set_absence_rule(Some(rule)), Error::<Test>::AbsenceRuleEmpty);
		}
		assert_ok!(Ministries::set_absence_rule(None));
		assert_eq!(crate::Pallet::<Test>::absence_rule(), None);
	});
}
