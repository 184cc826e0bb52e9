//! What holds of statements of owners whatever is tried.

use super::*;
use crate::rules::owners::{check, declare};
use proptest::{collection::vec, option, prelude::*};
use std::collections::{BTreeMap, BTreeSet};

fn today() -> CalendarDate {
	date(2026, 11, 22)
}

/// A statement that is tried: mostly of records that are there.
#[derive(Clone, Debug)]
struct Try {
	status: RecordStatus,
	record: u32,
	details: RecordDetails,
}

fn share() -> impl Strategy<Value = Option<Share>> {
	let part = || (0u32..=12).prop_map(|tenths| tenths * 100_000);
	option::weighted(
		0.8,
		prop_oneof![
			part().prop_map(Share::Exact),
			(part(), any::<bool>(), part(), any::<bool>()).prop_map(
				|(minimum, minimum_is_exclusive, maximum, maximum_is_exclusive)| Share::Range {
					minimum,
					minimum_is_exclusive,
					maximum,
					maximum_is_exclusive,
				}
			),
		],
	)
}

fn some_interest() -> impl Strategy<Value = Interest> {
	let kinds = [
		InterestType::Shareholding,
		InterestType::Shareholding,
		InterestType::VotingRights,
		InterestType::BoardMember,
		InterestType::Trustee,
	];
	let day = || option::weighted(0.2, (-9i32..9).prop_map(|later| later));
	(
		prop::sample::select(kinds.to_vec()),
		prop::sample::select(vec![Directness::Direct, Directness::Indirect, Directness::Unknown]),
		any::<bool>(),
		share(),
		day(),
		day(),
	)
		.prop_map(|(interest_type, directness, is_beneficial, share, started, ended)| {
			let day = |later: i32| today().checked_add_days(later).unwrap();
			Interest {
				interest_type,
				directness,
				beneficial_ownership_or_control: is_beneficial,
				share,
				started_on: started.map(day),
				ended_on: ended.map(day),
			}
		})
}

fn details() -> impl Strategy<Value = RecordDetails> {
	let kinds = [EntityKind::RegisteredEntity, EntityKind::Trust];
	prop_oneof![
		2 => Just(person_record()),
		1 => prop::sample::select(kinds.to_vec()).prop_map(entity),
		5 => (option::weighted(0.3, 1u32..8), option::weighted(0.9, 1u32..8), vec(some_interest(), 0..3))
			.prop_map(|(subject, party, interests)| {
				let party = match party {
					Some(number) => InterestedParty::Record(RecordNumber(number)),
					None => InterestedParty::Unspecified(UnspecifiedReason::NoBeneficialOwners),
				};
				let subject = subject.map_or(Subject::Company, |n| Subject::Record(RecordNumber(n)));
				RecordDetails::Relationship(Relationship {
					interested_party: party,
					..relationship(subject, 1, &interests)
				})
			}),
	]
}

fn attempt() -> impl Strategy<Value = Try> {
	let status = prop_oneof![
		6 => Just(RecordStatus::New),
		2 => Just(RecordStatus::Updated),
		2 => Just(RecordStatus::Closed),
	];
	(status, 1u32..10, details()).prop_map(|(status, record, details)| Try {
		status,
		record,
		details,
	})
}

/// The statements of one attempt: new records have the next numbers, mostly.
fn numbered(record: &OwnershipRecord, tries: &[Try], seed: u32) -> Vec<Statement> {
	let mut next = record.last_record;
	let with_place = tries.iter().zip(seed..);
	with_place
		.map(|(attempt, seed)| {
			let number = if attempt.status == RecordStatus::New {
				next += 1;
				next
			} else {
				attempt.record
			};
			Statement {
				record: RecordNumber(number),
				status: attempt.status,
				details: attempt.details.clone(),
				commitment: commitment(seed),
			}
		})
		.collect()
}

/// The sums again, by another way: in ten-thousandths of a millionth, so that "more than" is one more.
fn least_of_all(record: &OwnershipRecord, way: fn(&Interest) -> bool) -> u64 {
	let mut sums: BTreeMap<(Subject, InterestType), u64> = BTreeMap::new();
	for live in &record.live {
		let RecordDetails::Relationship(of) = &live.details else { continue };
		for interest in &of.interests {
			let counts = matches!(
				interest.interest_type,
				InterestType::Shareholding | InterestType::VotingRights
			);
			let has_ended = interest.ended_on.is_some_and(|day| day <= today());
			if !counts || has_ended || !way(interest) {
				continue;
			}
			let least = match interest.share {
				Some(Share::Exact(share)) => u64::from(share) * 10_000,
				Some(Share::Range { minimum, minimum_is_exclusive, .. }) => {
					u64::from(minimum) * 10_000 + u64::from(minimum_is_exclusive)
				},
				None => 0,
			};
			*sums.entry((of.subject, interest.interest_type)).or_default() += least;
		}
	}
	sums.values().copied().max().unwrap_or(0)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(512))]

	#[test]
	fn owners_should_never_have_more_than_everything_whatever_is_stated(
		rounds in vec(vec(attempt(), 1..6), 1..12)
	) {
		let first = stated(1, &[
			(1, RecordStatus::New, person_record()),
			(2, RecordStatus::New, owner(1, &[shares(300_000)])),
			(3, RecordStatus::New, entity(EntityKind::Trust)),
			(4, RecordStatus::New, person_record()),
		]);
		let mut record = declare(&OwnershipRecord::default(), &first, today()).unwrap();
		record.confirmed_at = Some(start_of(today()));
		let mut closed: BTreeSet<RecordNumber> = BTreeSet::new();
		for (place, tries) in rounds.into_iter().enumerate() {
			let seed = 100 * (u32::try_from(place).unwrap() + 1);
			let statements = numbered(&record, &tries, seed);
			let Ok(after) = declare(&record, &statements, today()) else { continue };
			prop_assert_eq!(check(&after, today()), Ok(()));
			let whole = u64::from(WHOLE) * 10_000;
			let direct = |interest: &Interest| interest.directness == Directness::Direct;
			prop_assert!(least_of_all(&after, direct) <= whole);
			let beneficial = |interest: &Interest| interest.beneficial_ownership_or_control;
			prop_assert!(least_of_all(&after, beneficial) <= whole);

			// Numbers go on, and nothing closed comes back.
			let count = u32::try_from(statements.len()).unwrap();
			prop_assert_eq!(after.last_statement, record.last_statement + count);
			prop_assert!(after.last_record >= record.last_record);
			for statement in &statements {
				prop_assert!(!closed.contains(&statement.record));
				if statement.status == RecordStatus::Closed {
					closed.insert(statement.record);
				}
			}
			let live: BTreeSet<RecordNumber> = after.live.iter().map(|live| live.record).collect();
			prop_assert_eq!(live.len(), after.live.len());
			prop_assert!(live.is_disjoint(&closed));
			// Everything a relationship refers to is there, and whoever owns beneficially is a person.
			for live in &after.live {
				let RecordDetails::Relationship(of) = &live.details else { continue };
				let InterestedParty::Record(party) = of.interested_party else { continue };
				let found = after.live.iter().find(|live| live.record == party);
				prop_assert!(found.is_some());
				let is_person = matches!(found.unwrap().details, RecordDetails::Person { .. });
				prop_assert!(
					is_person || of.interests.iter().all(|i| !i.beneficial_ownership_or_control)
				);
			}
			record = after;
			// To confirm changes nothing.
			prop_assert_eq!(declare(&record, &[], today()), Ok(record.clone()));
		}
	}
}
