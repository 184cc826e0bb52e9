//! What can be stated of owners, by examples: each error of `rules::owners`.

use super::*;
use crate::rules::owners::{check, declare, OwnershipError};
use RecordStatus::{Closed, New, Updated};

const TODAY: (i32, u8, u8) = (2026, 11, 22);

fn today() -> CalendarDate {
	date(TODAY.0, TODAY.1, TODAY.2)
}

type Told = (u32, RecordStatus, RecordDetails);

/// What stands after statements on what stood.
fn after(record: &OwnershipRecord, all: &[Told]) -> Result<OwnershipRecord, OwnershipError> {
	declare(record, &stated(record.last_statement + 1, all), today())
		.map(|after| OwnershipRecord { confirmed_at: Some(start_of(today())), ..after })
}

fn first(all: &[Told]) -> Result<OwnershipRecord, OwnershipError> {
	after(&OwnershipRecord::default(), all)
}

/// A person who has so much of the company.
fn begun(share: u32) -> OwnershipRecord {
	first(&[(1, New, person_record()), (2, New, owner(1, &[shares(share)]))]).unwrap()
}

/// A person with one interest in the company.
fn with(interest: Interest) -> Result<OwnershipRecord, OwnershipError> {
	first(&[(1, New, person_record()), (2, New, owner(1, &[interest]))])
}

fn component(details: RecordDetails) -> RecordDetails {
	match details {
		RecordDetails::Entity { kind, .. } => RecordDetails::Entity { kind, is_component: true },
		RecordDetails::Person { kind, .. } => RecordDetails::Person { kind, is_component: true },
		RecordDetails::Relationship(relationship) => {
			RecordDetails::Relationship(Relationship { is_component: true, ..relationship })
		},
	}
}

/// A relationship with the company that comes about by components.
fn by(components: &[u32], party: u32, interests: &[Interest]) -> RecordDetails {
	let components: Vec<_> = components.iter().copied().map(RecordNumber).collect();
	RecordDetails::Relationship(Relationship {
		components: components.try_into().unwrap(),
		..relationship(Subject::Company, party, interests)
	})
}

fn in_record(subject: u32, party: u32, interests: &[Interest]) -> RecordDetails {
	let subject = Subject::Record(RecordNumber(subject));
	RecordDetails::Relationship(relationship(subject, party, interests))
}

#[test]
fn interest_types_should_be_the_codes_of_the_standard() {
	use codec::{Decode, Encode};

	let codes: Vec<u8> =
		InterestType::ALL.iter().flat_map(|interest_type| interest_type.encode()).collect();
	assert_eq!(codes, (0..23).collect::<Vec<u8>>());
	assert!(InterestType::decode(&mut &[23][..]).is_err());
	assert!(FilingType::decode(&mut &[10][..]).is_err());
	assert!(UnspecifiedReason::decode(&mut &[7][..]).is_err());
}

#[test]
fn record_should_be_new_once_and_closed_once() {
	let record = begun(600_000);
	assert_eq!((record.last_record, record.last_statement), (2, 2));
	let refused = |told: Told, error| assert_eq!(after(&record, &[told]), Err(error));
	for number in [0, 1, 2, 4, u32::MAX] {
		refused((number, New, person_record()), OwnershipError::RecordNumberNotNext);
	}
	for (number, status) in [(3, Updated), (3, Closed), (0, Closed)] {
		refused((number, status, person_record()), OwnershipError::RecordNotLive);
	}
	for status in [Updated, Closed] {
		refused((1, status, entity(EntityKind::State)), OwnershipError::RecordTypeDiffers);
		refused((2, status, person_record()), OwnershipError::RecordTypeDiffers);
	}
	// The owner goes, and there is none.
	let none = nobody(UnspecifiedReason::NoBeneficialOwners);
	let record = after(
		&record,
		&[
			(2, Closed, owner(1, &[shares(600_000)])),
			(1, Closed, person_record()),
			(3, New, none.clone()),
		],
	)
	.unwrap();
	assert_eq!((record.live.len(), record.last_record, record.last_statement), (1, 3, 5));
	for status in [Updated, Closed] {
		let told = (1, status, person_record());
		assert_eq!(after(&record, &[told]), Err(OwnershipError::RecordNotLive));
	}
}

#[test]
fn relationship_should_stay_between_its_parties() {
	let record = begun(600_000);
	let updated = after(&record, &[(2, Updated, owner(1, &[shares(100_000)]))]).unwrap();
	assert_eq!(updated.live[1].statement, 3);
	let other =
		after(&record, &[(3, New, person_record()), (2, Updated, owner(3, &[shares(100_000)]))]);
	assert_eq!(other, Err(OwnershipError::PartiesDiffer));
	let closed = after(
		&record,
		&[(2, Closed, nobody(UnspecifiedReason::Unknown)), (3, New, person_record())],
	);
	assert_eq!(closed, Err(OwnershipError::PartiesDiffer));
}

#[test]
fn something_should_be_stated_about_the_company() {
	assert_eq!(first(&[]), Err(OwnershipError::NothingToConfirm));
	let record = begun(WHOLE);
	assert_eq!(after(&record, &[]), Ok(record.clone()));
	assert_eq!(first(&[(1, New, person_record())]), Err(OwnershipError::NothingAboutCompany));
	let gone = after(&record, &[(2, Closed, owner(1, &[shares(WHOLE)]))]);
	assert_eq!(gone, Err(OwnershipError::NothingAboutCompany));
	for reason in [UnspecifiedReason::SubjectExemptFromDisclosure, UnspecifiedReason::Unknown] {
		assert!(first(&[(1, New, nobody(reason))]).is_ok());
	}
}

#[test]
fn commitment_should_be_used_once() {
	let mut all = stated(1, &[(1, New, person_record()), (2, New, owner(1, &[shares(1)]))]);
	all[1].commitment = all[0].commitment;
	let refused = declare(&OwnershipRecord::default(), &all, today());
	assert_eq!(refused, Err(OwnershipError::CommitmentRepeated));
}

#[test]
fn share_should_be_a_part_of_the_whole() {
	let share = |share| with(Interest { share: Some(share), ..shares(0) });
	let range = |minimum, maximum| {
		let (minimum_is_exclusive, maximum_is_exclusive) = (true, false);
		share(Share::Range { minimum, minimum_is_exclusive, maximum, maximum_is_exclusive })
	};
	for exact in [0, 1, WHOLE] {
		assert!(share(Share::Exact(exact)).is_ok());
	}
	for exact in [WHOLE + 1, u32::MAX] {
		assert_eq!(share(Share::Exact(exact)), Err(OwnershipError::ShareAboveWhole));
	}
	assert!(range(250_000, 500_000).is_ok());
	assert!(range(0, WHOLE).is_ok());
	assert_eq!(range(1, WHOLE + 1), Err(OwnershipError::ShareAboveWhole));
	assert_eq!(range(WHOLE + 1, WHOLE), Err(OwnershipError::ShareAboveWhole));
	assert_eq!(range(500_000, 250_000), Err(OwnershipError::ShareBoundsReversed));
	assert_eq!(range(250_000, 250_000), Err(OwnershipError::ShareIsExact));
	assert!(with(Interest { share: None, ..shares(0) }).is_ok());
}

#[test]
fn interest_should_have_dates_that_can_be() {
	let dated = |started_on, ended_on| with(Interest { started_on, ended_on, ..shares(1) });
	let day = |later| today().checked_add_days(later);
	assert!(dated(day(0), None).is_ok());
	assert!(dated(day(-9), day(-9)).is_ok());
	assert!(dated(None, day(9)).is_ok());
	assert_eq!(dated(day(1), None), Err(OwnershipError::BeginsInFuture));
	assert_eq!(dated(day(-9), day(-10)), Err(OwnershipError::EndsBeforeItBegins));
	let none = first(&[(1, New, person_record()), (2, New, owner(1, &[]))]);
	assert_eq!(none, Err(OwnershipError::NoInterest));
}

#[test]
fn relationship_should_refer_to_what_was_stated_before() {
	let some = [shares(1)];
	let plain = [interest(InterestType::VotingRights, None)];
	let refused = |all: &[Told], error| assert_eq!(first(all), Err(error));
	refused(&[(1, New, owner(1, &some))], OwnershipError::PartyNotFound);
	refused(&[(1, New, owner(2, &some)), (2, New, person_record())], OwnershipError::PartyNotFound);
	refused(
		&[(1, New, person_record()), (2, New, in_record(3, 1, &plain))],
		OwnershipError::SubjectNotFound,
	);
	refused(
		&[(1, New, person_record()), (2, New, in_record(1, 1, &plain))],
		OwnershipError::SubjectNotAnEntity,
	);
	let state = entity(EntityKind::State);
	refused(
		&[(1, New, state.clone()), (2, New, in_record(1, 1, &plain))],
		OwnershipError::PartyIsSubject,
	);
	refused(
		&[(1, New, person_record()), (2, New, owner(1, &some)), (3, New, owner(2, &plain))],
		OwnershipError::PartyIsRelationship,
	);
}

#[test]
fn record_should_not_be_closed_while_a_relationship_needs_it() {
	let record = begun(WHOLE);
	let closed = after(&record, &[(1, Closed, person_record())]);
	assert_eq!(closed, Err(OwnershipError::RecordStillNeeded));
	let both = [
		(1, Closed, person_record()),
		(2, Closed, owner(1, &[shares(WHOLE)])),
		(3, New, nobody(UnspecifiedReason::Unknown)),
	];
	assert!(after(&record, &both).is_ok());
}

#[test]
fn owner_should_be_a_stated_natural_person() {
	let entity = entity(EntityKind::RegisteredEntity);
	let by_entity = |interest| first(&[(1, New, entity.clone()), (2, New, owner(1, &[interest]))]);
	assert_eq!(by_entity(shares(WHOLE)), Err(OwnershipError::OwnerNotAPerson));
	let held = interest(InterestType::Shareholding, Some(Share::Exact(WHOLE)));
	assert!(by_entity(held).is_ok());
	let unspecified = RecordDetails::Relationship(Relationship {
		interested_party: InterestedParty::Unspecified(UnspecifiedReason::Unknown),
		..relationship(Subject::Company, 1, &[shares(1)])
	});
	assert_eq!(first(&[(1, New, unspecified)]), Err(OwnershipError::OwnerNotAPerson));
	// Somebody whom nobody may name, or has identified, is a person all the same.
	for kind in [
		PersonKind::AnonymousPerson(UnspecifiedReason::InterestedPartyExemptFromDisclosure),
		PersonKind::UnknownPerson(UnspecifiedReason::Unknown),
	] {
		let person = RecordDetails::Person { kind, is_component: false };
		assert!(first(&[(1, New, person), (2, New, owner(1, &[shares(1)]))]).is_ok());
	}
}

#[test]
fn interest_should_fit_its_subject() {
	let of = |kind, interest_type| {
		let interests = [interest(interest_type, None)];
		first(&[
			(1, New, entity(kind)),
			(2, New, person_record()),
			(3, New, in_record(1, 2, &interests)),
			(4, New, nobody(UnspecifiedReason::Unknown)),
		])
	};
	use EntityKind::{Arrangement, Nomination, Trust};
	for interest_type in InterestType::ALL {
		let fits = match interest_type {
			InterestType::Settlor | InterestType::Trustee | InterestType::Protector => {
				[Trust].to_vec()
			},
			InterestType::Nominee | InterestType::Nominator => [Nomination].to_vec(),
			_ => [Arrangement, Nomination, Trust].to_vec(),
		};
		for kind in [Arrangement, Nomination, Trust] {
			let found = of(kind, interest_type);
			if fits.contains(&kind) {
				assert!(found.is_ok(), "{interest_type:?} of {kind:?}");
			} else {
				assert_eq!(found, Err(OwnershipError::InterestDoesNotFitSubject));
			}
		}
	}
	let trustee = with(interest(InterestType::Trustee, None));
	assert_eq!(trustee, Err(OwnershipError::InterestDoesNotFitSubject));
	// A trust that becomes something else while it has a trustee.
	let record = of(Trust, InterestType::Trustee).unwrap();
	let changed = after(&record, &[(1, Updated, entity(Arrangement))]);
	assert_eq!(changed, Err(OwnershipError::InterestDoesNotFitSubject));
}

#[test]
fn shares_should_not_be_more_than_the_whole_at_their_least() {
	let two = |one: Interest, other: Interest| {
		first(&[
			(1, New, person_record()),
			(2, New, person_record()),
			(3, New, owner(1, &[one])),
			(4, New, owner(2, &[other])),
		])
	};
	assert!(two(shares(600_000), shares(400_000)).is_ok());
	assert_eq!(two(shares(600_000), shares(400_001)), Err(OwnershipError::SharesAboveWhole));
	let range = |minimum, minimum_is_exclusive| Interest {
		share: Some(Share::Range {
			minimum,
			minimum_is_exclusive,
			maximum: WHOLE,
			maximum_is_exclusive: false,
		}),
		..shares(0)
	};
	// What each has at its most does not count.
	assert!(two(range(250_000, true), range(500_000, true)).is_ok());
	assert!(two(range(400_000, false), shares(600_000)).is_ok());
	// More than 40 and 60 are more than 100.
	assert_eq!(two(range(400_000, true), shares(600_000)), Err(OwnershipError::SharesAboveWhole));
	// Shares and votes are different things, and so is what nobody divides.
	let votes = Interest { interest_type: InterestType::VotingRights, ..shares(WHOLE) };
	assert!(two(shares(WHOLE), votes).is_ok());
	let control =
		Interest { interest_type: InterestType::OtherInfluenceOrControl, ..shares(WHOLE) };
	assert!(two(control, control).is_ok());
	// What has ended does not count, and what is to end does.
	let ended = |ended_on| Interest { ended_on, ..shares(WHOLE) };
	assert!(two(ended(Some(today())), shares(WHOLE)).is_ok());
	let tomorrow = today().checked_add_days(1);
	assert_eq!(two(ended(tomorrow), shares(1)), Err(OwnershipError::SharesAboveWhole));
	// One relationship has all of its interests.
	let twice = first(&[
		(1, New, person_record()),
		(2, New, owner(1, &[shares(600_000), shares(600_000)])),
	]);
	assert_eq!(twice, Err(OwnershipError::SharesAboveWhole));
}

#[test]
fn shares_should_count_once_when_they_are_held_through_an_entity() {
	let direct = interest(InterestType::Shareholding, Some(Share::Exact(WHOLE)));
	let through = Interest { directness: Directness::Indirect, ..shares(WHOLE) };
	let all = [
		(1, New, person_record()),
		(2, New, entity(EntityKind::RegisteredEntity)),
		(3, New, owner(2, &[direct])),
		(4, New, in_record(2, 1, &[direct])),
		(5, New, owner(1, &[through])),
	];
	assert!(first(&all).is_ok());
	// Another who has them beneficially, or directly, has too much.
	for interest in [Interest { directness: Directness::Unknown, ..through }, direct] {
		let mut all = all.to_vec();
		all.extend([(6, New, person_record()), (7, New, owner(6, &[interest]))]);
		assert_eq!(first(&all), Err(OwnershipError::SharesAboveWhole));
	}
}

#[test]
fn nobody_should_own_where_it_is_stated_that_nobody_does() {
	let none = (3, New, nobody(UnspecifiedReason::NoBeneficialOwners));
	let with = |interest| {
		first(&[(1, New, person_record()), (2, New, owner(1, &[interest])), none.clone()])
	};
	assert_eq!(with(shares(1)), Err(OwnershipError::OwnersDespiteNone));
	assert!(with(interest(InterestType::BoardMember, None)).is_ok());
	assert!(with(Interest { ended_on: Some(today()), ..shares(1) }).is_ok());
}

#[test]
fn components_should_say_how_a_relationship_comes_about() {
	let direct = interest(InterestType::Shareholding, Some(Share::Exact(WHOLE)));
	let through = Interest { directness: Directness::Indirect, ..shares(WHOLE) };
	let all = |last: RecordDetails| -> Vec<Told> {
		vec![
			(1, New, person_record()),
			(2, New, component(entity(EntityKind::RegisteredEntity))),
			(3, New, component(owner(2, &[direct]))),
			(4, New, component(in_record(2, 1, &[direct]))),
			(5, New, last),
		]
	};
	let record = first(&all(by(&[2, 3, 4], 1, &[through]))).unwrap();
	let refused = |last, error| assert_eq!(first(&all(last)), Err(error));
	refused(by(&[2, 3], 1, &[through]), OwnershipError::ComponentNotNamed);
	refused(by(&[2, 3, 4, 6], 1, &[through]), OwnershipError::ComponentNotFound);
	refused(by(&[2, 3, 4, 5], 1, &[through]), OwnershipError::ComponentNotFound);
	refused(by(&[2, 3, 4, 1], 1, &[through]), OwnershipError::NotAComponent);
	refused(by(&[2, 3, 4, 2], 1, &[through]), OwnershipError::ComponentTwice);
	refused(component(by(&[2, 3, 4], 1, &[through])), OwnershipError::ComponentOfComponent);

	// It cannot name itself when it is stated again either.
	let itself = after(&record, &[(5, Updated, by(&[2, 3, 4, 5], 1, &[through]))]);
	assert_eq!(itself, Err(OwnershipError::ComponentNotFound));
	let changed = after(&record, &[(2, Updated, entity(EntityKind::RegisteredEntity))]);
	assert_eq!(changed, Err(OwnershipError::NotAComponent));
	let closed = after(&record, &[(4, Closed, component(in_record(2, 1, &[direct])))]);
	assert_eq!(closed, Err(OwnershipError::RecordStillNeeded));
}

#[test]
fn records_should_not_be_more_than_a_company_can_have() {
	let most = usize::try_from(MAX_LIVE_RECORDS).unwrap();
	let mut record = begun(1);
	while record.live.len() < most {
		record = after(&record, &[(record.last_record + 1, New, person_record())]).unwrap();
	}
	let one_more = (record.last_record + 1, New, person_record());
	assert_eq!(after(&record, &[one_more.clone()]), Err(OwnershipError::TooManyRecords));
	assert!(after(&record, &[(3, Closed, person_record()), one_more]).is_ok());

	let mut last = begun(1);
	last.last_record = u32::MAX;
	let told = (u32::MAX, New, person_record());
	assert_eq!(after(&last, &[told]), Err(OwnershipError::NumbersExhausted));
	let mut last = begun(1);
	last.last_statement = u32::MAX;
	let all = stated(9, &[(1, Updated, person_record())]);
	assert_eq!(declare(&last, &all, today()), Err(OwnershipError::NumbersExhausted));
}

#[test]
fn what_holds_today_should_hold_on_every_later_day() {
	let ends = Interest { ended_on: today().checked_add_days(3), ..shares(WHOLE) };
	let record = with(ends).unwrap();
	for later in [0, 2, 3, 4, 10_000] {
		assert_eq!(check(&record, today().checked_add_days(later).unwrap()), Ok(()));
	}
}
