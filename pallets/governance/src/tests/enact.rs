use super::*;
use polity_primitives::{
	office::CompetenceKind,
	traits::{NewMinistry, Rate, RateClass},
};
use sp_core::H256;
use sp_runtime::DispatchError;

fn person(number: u8) -> Tag {
	Tag::new([number; 32]).unwrap()
}

fn name(pallet: &str, call: &str) -> CallName {
	CallName::of(pallet, call).unwrap()
}

fn new_ministry() -> NewMinistry<AccountId> {
	NewMinistry {
		name: b"Justice".to_vec().try_into().unwrap(),
		seat: vec![
			Signatory { account: 11, person: person(1) },
			Signatory { account: 12, person: person(2) },
		]
		.try_into()
		.unwrap(),
		threshold: 2,
		node: Some(19),
	}
}

/// Each act that another pallet carries out, and what that pallet is asked.
fn acts_for_others() -> Vec<(CouncilAct<AccountId>, Asked)> {
	let ministry = MinistryId(7);
	let rate = Rate { ref_time: 1_000, length: 10 };
	let (register, district, kind) = (Register::Business, District(3), CompetenceKind::Keeper);
	let seat = new_ministry().seat;
	let rule = polity_primitives::traits::AbsenceRule { missed_percent: 50, sessions: 6 };
	vec![
		(
			CouncilAct::AuthoriseUpgrade { code_hash: H256::repeat_byte(1) },
			Asked::Authorise(H256::repeat_byte(1)),
		),
		(
			CouncilAct::PauseCall { call: name("System", "remark") },
			Asked::Pause(name("System", "remark")),
		),
		(
			CouncilAct::ResumeCall { call: name("System", "remark") },
			Asked::Resume(name("System", "remark")),
		),
		(
			CouncilAct::SetRate { class: RateClass::Officer, rate },
			Asked::SetRate(RateClass::Officer, rate),
		),
		(CouncilAct::AdmitMinistry { ministry: new_ministry() }, Asked::Admit(new_ministry())),
		(CouncilAct::SuspendMinistry { ministry }, Asked::Suspend(ministry)),
		(CouncilAct::ReinstateMinistry { ministry }, Asked::Reinstate(ministry)),
		(CouncilAct::ExpelMinistry { ministry }, Asked::Expel(ministry)),
		(
			CouncilAct::ReplaceNode { ministry, old: Some(1), new: 2 },
			Asked::ReplaceNode(ministry, Some(1), 2),
		),
		(
			CouncilAct::ReplaceSeat { ministry, seat: seat.clone(), threshold: 2 },
			Asked::ReplaceSeat(ministry, seat.into_inner(), 2),
		),
		(
			CouncilAct::SetCompetence { register, district, kind, ministry: Some(ministry) },
			Asked::SetCompetence(register, district, kind, Some(ministry)),
		),
		(CouncilAct::SetAbsenceRule { rule: Some(rule) }, Asked::SetAbsenceRule(Some(rule))),
		(CouncilAct::SetAbsenceRule { rule: None }, Asked::SetAbsenceRule(None)),
	]
}

/// Each act that this pallet carries out itself.
fn own_acts() -> Vec<CouncilAct<AccountId>> {
	let (register, district) = (Register::Business, District(3));
	vec![
		CouncilAct::TollClocks { interval: interval(1_000, 2_000) },
		CouncilAct::SetCalendar { scope: CalendarScope::Everywhere, calendar: calendar(60) },
		CouncilAct::SetCalendar {
			scope: CalendarScope::Register { register, district },
			calendar: calendar(120),
		},
		CouncilAct::ClearCalendar { register, district },
	]
}

#[test]
fn enact_should_ask_the_pallet_whose_business_it_is_and_tell_the_whole_act() {
	for (act, expected) in acts_for_others() {
		build_and_execute(|| {
			assert_ok!(enact(act.clone()));
			assert_eq!(asked(), vec![expected]);
			assert_eq!(events(), vec![Event::Enacted { act }]);
		});
	}
}

#[test]
fn enact_should_fail_with_the_reason_when_that_pallet_refuses() {
	for (act, _) in acts_for_others() {
		build_and_execute(|| {
			refuse();
			assert_noop!(
				enact(act),
				DispatchError::Other("refused by the pallet whose business it is")
			);
		});
	}
}

#[test]
fn enact_should_fail_when_the_origin_is_not_a_council_of_two_thirds() {
	build_and_execute(|| {
		let member: RuntimeOrigin =
			pallet_collective::RawOrigin::<AccountId, CouncilInstance>::Member(1).into();
		let origins = [
			council(2),
			member,
			RuntimeOrigin::root(),
			RuntimeOrigin::signed(1),
			RuntimeOrigin::none(),
		];
		let acts: Vec<_> =
			acts_for_others().into_iter().map(|(act, _)| act).chain(own_acts()).collect();
		for origin in origins {
			for act in &acts {
				assert_noop!(
					Governance::enact(origin.clone(), act.clone()),
					DispatchError::BadOrigin
				);
			}
		}
		assert!(asked().is_empty());
	});
}

#[test]
fn enact_should_accept_own_acts_in_order() {
	build_and_execute(|| {
		for act in own_acts() {
			assert_ok!(enact(act.clone()));
			assert_eq!(events().pop(), Some(Event::Enacted { act }));
		}
	});
}

#[test]
fn weight_of_should_be_no_act_free() {
	let acts = acts_for_others().into_iter().map(|(act, _)| act).chain(own_acts());
	for act in acts {
		assert_ne!(Governance::weight_of(&act), frame_support::weights::Weight::zero(), "{act:?}");
	}
}

#[test]
fn authorise_upgrade_should_fail_when_the_hash_is_zero() {
	build_and_execute(|| {
		assert_noop!(
			enact(CouncilAct::AuthoriseUpgrade { code_hash: H256::zero() }),
			Error::<Test>::EmptyCodeHash
		);
	});
}

#[test]
fn pause_call_should_fail_when_the_runtime_has_no_such_call() {
	build_and_execute(|| {
		let mut broken = name("System", "remark");
		broken.call = b"\xff".to_vec().try_into().unwrap();
		let unknown = [
			name("System", "remarks"),
			name("Systems", "remark"),
			name("", ""),
			name("System", ""),
			name("remark", "System"),
			broken,
		];
		for call in unknown {
			assert_noop!(enact(CouncilAct::PauseCall { call }), Error::<Test>::UnknownCall);
		}
	});
}

#[test]
fn pause_call_should_fail_when_chain_or_council_would_stand_still() {
	build_and_execute(|| {
		for call in [name("Council", "vote"), name("Governance", "enact")] {
			assert_noop!(enact(CouncilAct::PauseCall { call }), Error::<Test>::NeverPaused);
		}
	});
}

#[test]
fn call_name_should_be_none_when_a_part_is_too_long() {
	let long = "x".repeat(65);
	assert_eq!(CallName::of(&long, "call"), None);
	assert_eq!(CallName::of("Pallet", &long), None);
}

#[test]
fn toll_clocks_should_keep_the_interval_when_it_is_sound() {
	build_and_execute(|| {
		block_at(1_000_000);
		assert_ok!(enact(CouncilAct::TollClocks { interval: interval(500_000, 600_000) }));
		assert_ok!(enact(CouncilAct::TollClocks { interval: interval(600_000, 700_000) }));
		assert_eq!(Governance::tolled().as_slice(), &[interval(500_000, 700_000)]);
		assert!(events().contains(&Event::ClocksTolled {
			from: Instant::from_millis(600_000),
			to: Instant::from_millis(700_000),
			cause: TollCause::Motion,
		}));
	});
}

#[test]
fn toll_clocks_should_fail_when_the_interval_is_longer_than_a_year() {
	build_and_execute(|| {
		block_at(2 * MAX_MOTION_INTERVAL_MILLIS);
		assert_noop!(
			enact(CouncilAct::TollClocks { interval: interval(0, MAX_MOTION_INTERVAL_MILLIS + 1) }),
			Error::<Test>::TolledIntervalTooLong
		);
	});
}

#[test]
fn toll_clocks_should_fail_when_the_interval_ends_more_than_a_year_ahead() {
	build_and_execute(|| {
		block_at(1_000);
		let end = 1_000 + MAX_MOTION_INTERVAL_MILLIS;
		assert_noop!(
			enact(CouncilAct::TollClocks { interval: interval(end - 10, end + 1) }),
			Error::<Test>::TolledIntervalTooFarAhead
		);
		assert_ok!(enact(CouncilAct::TollClocks { interval: interval(end - 10, end) }));
	});
}

#[test]
fn toll_clocks_should_fail_when_no_more_intervals_can_be_kept() {
	build_and_execute(|| {
		block_at(10_000_000);
		for number in 0..u64::from(MAX_TOLLED_INTERVALS) {
			let from = 1_000 * number;
			assert_ok!(enact(CouncilAct::TollClocks { interval: interval(from, from + 10) }));
		}
		assert_noop!(
			enact(CouncilAct::TollClocks { interval: interval(9_000_000, 9_000_010) }),
			Error::<Test>::TooManyTolledIntervals
		);
		// Extended to one that is kept, it has room.
		assert_ok!(enact(CouncilAct::TollClocks { interval: interval(255_000, 9_000_010) }));
	});
}

#[test]
fn set_calendar_should_hold_in_its_scope_alone() {
	build_and_execute(|| {
		let set = |register, district, minutes| {
			enact(CouncilAct::SetCalendar {
				scope: CalendarScope::Register { register, district },
				calendar: calendar(minutes),
			})
		};
		assert_ok!(enact(CouncilAct::SetCalendar {
			scope: CalendarScope::Everywhere,
			calendar: calendar(1)
		}));
		assert_ok!(set(Register::Land, District::NATIONAL, 2));
		assert_ok!(set(Register::Land, District(5), 3));
		let minutes = |register, district| {
			Governance::calendar_of(register, district).offset().minutes_east()
		};
		assert_eq!(minutes(Register::Business, District::NATIONAL), 1);
		assert_eq!(minutes(Register::Business, District(5)), 1);
		assert_eq!(minutes(Register::Land, District::NATIONAL), 2);
		assert_eq!(minutes(Register::Land, District(4)), 2);
		assert_eq!(minutes(Register::Land, District(5)), 3);
		let clear =
			|district| enact(CouncilAct::ClearCalendar { register: Register::Land, district });
		assert_ok!(clear(District(5)));
		assert_eq!(minutes(Register::Land, District(5)), 2);
		assert_ok!(clear(District::NATIONAL));
		assert_eq!(minutes(Register::Land, District(5)), 1);
	});
}

#[test]
fn set_calendar_should_fail_when_too_many_are_set() {
	build_and_execute(|| {
		let set = |district: u16| {
			enact(CouncilAct::SetCalendar {
				scope: CalendarScope::Register {
					register: Register::Land,
					district: District(district),
				},
				calendar: calendar(0),
			})
		};
		for district in 0..MAX_CALENDARS as u16 {
			assert_ok!(set(district));
		}
		assert_noop!(set(MAX_CALENDARS as u16), Error::<Test>::TooManyCalendars);
		// One that is set can be set anew.
		assert_ok!(set(0));
	});
}

#[test]
fn clear_calendar_should_fail_when_none_is_set_there() {
	build_and_execute(|| {
		assert_noop!(
			enact(CouncilAct::ClearCalendar { register: Register::Land, district: District(1) }),
			Error::<Test>::NoSuchCalendar
		);
	});
}
