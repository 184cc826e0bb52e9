//! Statements of beneficial ownership as they are handed in and accepted.

use super::*;

fn declared(company: CompanyNumber, content: FilingContent) -> Result<FilingId, DispatchError> {
	let id = file(company, content)?;
	accept(id)?;
	Ok(id)
}

fn statements(seed: u32, all: &[(u32, RecordStatus, RecordDetails)]) -> FilingContent {
	FilingContent::Ownership(stated(seed, all).try_into().unwrap())
}

#[test]
fn statements_should_stand_once_they_are_accepted() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		let id = file(company, one_owner(10, WHOLE)).unwrap();
		assert_eq!(Register::ownership(company), None);
		pass_days(3);
		assert_ok!(accept(id));
		let Event::OwnershipDeclared { filing, first: 1, last: 2, version: 1, head, .. } =
			last_event()
		else {
			panic!("nothing was declared")
		};
		assert_eq!(filing, id);
		let found = Register::ownership(company).unwrap();
		assert_eq!(found.head, Head { seq: 1, hash: head });
		assert_eq!((found.record.last_record, found.record.live.len()), (2, 2));
		// It is current from when it was handed in.
		let received_at = Register::filing(id).unwrap().record.received_at;
		assert_eq!(found.record.confirmed_at, Some(received_at));
		let second = Register::statement(StatementId { company, number: 2 }).unwrap();
		assert_eq!((second.filing, second.accepted_on), (id, day(0)));
		assert_eq!(second.statement.details, owner(1, &[shares(WHOLE)]));
		assert_eq!(Register::statement(StatementId { company, number: 3 }), None);
	});
}

#[test]
fn statements_should_never_change() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		assert_ok!(declared(company, one_owner(10, WHOLE)));
		let before: Vec<_> = (1..3)
			.map(|number| Register::statement(StatementId { company, number }).unwrap())
			.collect();
		let update = [(2, RecordStatus::Updated, owner(1, &[shares(1)]))];
		assert_ok!(declared(company, statements(20, &update)));
		assert!(matches!(last_event(), Event::OwnershipDeclared { first: 3, last: 3, .. }));
		for (number, statement) in (1..3).zip(before) {
			assert_eq!(Register::statement(StatementId { company, number }), Some(statement));
		}
		let record = Register::ownership(company).unwrap().record;
		assert_eq!(record.live.iter().map(|live| live.statement).collect::<Vec<_>>(), [1, 3]);
	});
}

#[test]
fn confirmation_should_say_that_nothing_has_changed() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		assert_noop!(file(company, confirmation()), Error::<Test>::NothingToConfirm);
		assert_ok!(declared(company, one_owner(10, WHOLE)));
		let before = Register::ownership(company).unwrap().record;
		pass_days(100);
		let id = declared(company, confirmation()).unwrap();
		assert!(
			matches!(last_event(), Event::OwnershipConfirmed { filing, version: 2, .. } if filing == id)
		);
		let received_at = Register::filing(id).unwrap().record.received_at;
		let after = Register::ownership(company).unwrap().record;
		assert_eq!(after, OwnershipRecord { confirmed_at: Some(received_at), ..before });
	});
}

#[test]
fn refused_statements_should_leave_everything_as_it_was() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		assert_ok!(declared(company, one_owner(10, WHOLE)));
		let before = Register::ownership(company);
		let close = [(2, RecordStatus::Updated, owner(1, &[shares(1)]))];
		let id = file(company, statements(20, &close)).unwrap();
		assert_ok!(refuse(id));
		assert_eq!(Register::ownership(company), before);
		// The commitment was never used.
		assert_ok!(declared(company, statements(20, &close)));
	});
}

#[test]
fn statements_should_wait_for_each_other() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		let id = file(company, one_owner(10, WHOLE)).unwrap();
		assert_noop!(file(company, one_owner(20, WHOLE)), Error::<Test>::DeclarationPending);
		let paper = record_as(EXAMINER, company, confirmation());
		assert_eq!(paper, Err(Error::<Test>::DeclarationPending.into()));
		// Another company waits for nobody.
		assert_ok!(file(register(CompanyPhase::Live), one_owner(30, WHOLE)));
		assert_ok!(accept(id));
		let stale = act(OWNERSHIP, 0);
		assert_noop!(
			Register::file(signed(ANN), stale, company, Box::new(confirmation())),
			Error::<Test>::StaleVersion
		);
		assert_ok!(file(company, confirmation()));
	});
}

#[test]
fn commitment_should_link_no_two_companies() {
	under_law(|| {
		let (one, other) = (register(CompanyPhase::Live), register(CompanyPhase::Live));
		let second = file(other, one_owner(11, WHOLE)).unwrap();
		assert_ok!(declared(one, one_owner(10, WHOLE)));
		// Both were handed in before either was accepted.
		assert_ok!(examine(second, Recommendation::Accept));
		assert_noop!(decide(second, Decision::Accept), Error::<Test>::CommitmentRepeated);
		assert_ok!(decide(second, Decision::Return));
		assert_ok!(refuse(second));
		assert_noop!(file(other, one_owner(11, WHOLE)), Error::<Test>::CommitmentRepeated);
		// The last is that of the company's own first statement.
		assert_noop!(file(other, one_owner(9, WHOLE)), Error::<Test>::CommitmentRepeated);
		assert_ok!(file(other, one_owner(12, WHOLE)));
	});
}

#[test]
fn statements_should_be_refused_for_what_a_validator_refuses_them_for() {
	under_law(|| {
		use RecordStatus::{New, Updated};
		let company = register(CompanyPhase::Live);
		let refused = |all: &[(u32, RecordStatus, RecordDetails)], error: Error<Test>| {
			assert_noop!(file(company, statements(50, all)), error);
		};
		refused(
			&[(1, New, person_record()), (2, New, owner(1, &[shares(600_000), shares(500_000)]))],
			Error::<Test>::SharesAboveWhole,
		);
		refused(&[(1, Updated, person_record())], Error::<Test>::RecordNotLive);
		refused(&[(2, New, person_record())], Error::<Test>::RecordNumberNotNext);
		refused(&[(1, New, person_record())], Error::<Test>::NothingAboutCompany);
		refused(&[(1, New, owner(1, &[shares(1)]))], Error::<Test>::PartyNotFound);
		refused(
			&[(1, New, entity(EntityKind::State)), (2, New, owner(1, &[shares(1)]))],
			Error::<Test>::OwnerNotAPerson,
		);
	});
}

#[test]
fn statements_should_be_checked_again_when_they_are_accepted() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		let id = file(company, one_owner(10, WHOLE)).unwrap();
		assert_ok!(examine(id, Recommendation::Accept));
		set_phase(company, CompanyPhase::StruckOff);
		assert_noop!(decide(id, Decision::Accept), Error::<Test>::CompanyEnded);
	});
}

/// Each error of the rules is one of the call, of the same name.
#[test]
fn every_error_of_the_rules_should_have_its_name() {
	use crate::rules::owners::OwnershipError as Rule;

	for error in [
		Rule::NothingToConfirm,
		Rule::RecordNumberNotNext,
		Rule::RecordNotLive,
		Rule::RecordTypeDiffers,
		Rule::PartiesDiffer,
		Rule::TooManyRecords,
		Rule::NumbersExhausted,
		Rule::CommitmentRepeated,
		Rule::ShareAboveWhole,
		Rule::ShareBoundsReversed,
		Rule::ShareIsExact,
		Rule::BeginsInFuture,
		Rule::EndsBeforeItBegins,
		Rule::NoInterest,
		Rule::SubjectNotFound,
		Rule::SubjectNotAnEntity,
		Rule::PartyNotFound,
		Rule::PartyIsRelationship,
		Rule::PartyIsSubject,
		Rule::OwnerNotAPerson,
		Rule::InterestDoesNotFitSubject,
		Rule::ComponentNotFound,
		Rule::NotAComponent,
		Rule::ComponentTwice,
		Rule::ComponentOfComponent,
		Rule::ComponentNotNamed,
		Rule::RecordStillNeeded,
		Rule::NothingAboutCompany,
		Rule::OwnersDespiteNone,
		Rule::SharesAboveWhole,
	] {
		assert_eq!(format!("{:?}", Error::<Test>::from(error)), format!("{error:?}"));
	}
}
