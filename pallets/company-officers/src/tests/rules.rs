//! Whatever changes are made, a live company is managed on every day to come.

use super::*;
use crate::rules;
use polity_primitives::time::CalendarDate;
use proptest::prelude::*;

fn date(day: i32) -> CalendarDate {
	CalendarDate::from_days_since_epoch(20_000 + day).unwrap()
}

fn together(signing: SigningRule) -> usize {
	match signing {
		SigningRule::Sole => 1,
		SigningRule::Joint(number) => usize::from(number),
	}
}

/// One thing that somebody tries, on a day after the one before.
#[derive(Clone, Debug)]
enum Step {
	Appoint { who: u64, from: i32, term: Option<i32>, role: Role },
	Remove { who: u64, on: i32, role: Role },
	Sign(u8),
}

fn role() -> impl Strategy<Value = Role> {
	prop_oneof![3 => Just(Role::Director), 1 => Just(Role::Secretary), 1 => Just(Role::Auditor)]
}

fn step() -> impl Strategy<Value = Step> {
	let term = proptest::option::of(-2i32..20);
	prop_oneof![
		(100u64..106, -2i32..12, term, role()).prop_map(|(who, from, term, role)| Step::Appoint {
			who,
			from,
			term,
			role
		}),
		(100u64..106, -2i32..12, role()).prop_map(|(who, on, role)| Step::Remove { who, on, role }),
		(0u8..5).prop_map(Step::Sign),
	]
}

proptest! {
	#[test]
	fn company_should_be_managed_on_every_day_whatever_is_tried(
		steps in proptest::collection::vec((step(), 0i32..4), 1..40)
	) {
		let mut today = 0;
		let mut board = rules::begin(&founding(&[100, 101], SigningRule::Sole), date(0)).unwrap();
		for (step, passed) in steps {
			today += passed;
			let (now, phase) = (date(today), CompanyPhase::Live);
			let tried = match step.clone() {
				Step::Appoint { who, from, term, role } => {
					let (from, to) = (date(today + from), term.map(|term| date(today + from + term)));
					let officer = Officer { role, party: person(who), from, to };
					rules::appoint(&board, officer, now, phase)
				},
				Step::Remove { who, on, role } => {
					rules::remove(&board, role, &person(who), date(today + on), now, phase)
				},
				Step::Sign(0) => rules::set_signing(&board, SigningRule::Sole, now, phase),
				Step::Sign(number) => {
					rules::set_signing(&board, SigningRule::Joint(number), now, phase)
				},
			};
			if let Ok(after) = tried {
				// Nobody's past is changed.
				if let Step::Remove { who, .. } = step {
					for officer in &after.officers {
						prop_assert!(officer.party == person(who) || board.officers.contains(officer));
					}
				}
				board = after;
			}
			for later in today..today + 40 {
				let directors = board.directors(date(later)).count();
				prop_assert!(directors >= together(board.signing).max(1), "day {later}: {board:?}");
				for officer in board.officers.iter().filter(|one| one.is_in_office(date(later))) {
					let same = board.officers.iter().filter(|other| {
						other.party == officer.party && other.is_in_office(date(later))
					});
					let roles: Vec<_> = same.map(|other| other.role).collect();
					prop_assert_eq!(roles.iter().filter(|role| **role == officer.role).count(), 1);
					prop_assert!(!roles.contains(&Role::Auditor) || roles.len() == 1);
				}
			}
		}
	}

	#[test]
	fn company_should_be_bound_by_as_many_directors_as_sign_and_by_nobody_else(
		directors in 1u64..8, number in 2u8..6, endorsers in proptest::collection::vec(100u64..112, 0..12)
	) {
		let all: Vec<u64> = (100..100 + directors).collect();
		let signing =
			if u64::from(number) <= directors { SigningRule::Joint(number) } else { SigningRule::Sole };
		let board = rules::begin(&founding(&all, signing), date(0)).unwrap();
		let tags: Vec<Tag> = endorsers.iter().map(|number| tag(*number)).collect();
		let mut counted: Vec<_> = endorsers.iter().filter(|who| all.contains(who)).collect();
		counted.sort();
		counted.dedup();
		let binds = |phase| rules::binds(&board, &tags, date(0), phase);
		prop_assert_eq!(binds(CompanyPhase::Live), counted.len() >= together(signing));
		for phase in [
			CompanyPhase::Suspended,
			CompanyPhase::WindingUp,
			CompanyPhase::StruckOff,
			CompanyPhase::Ended,
		] {
			prop_assert!(!binds(phase));
		}
	}
}
