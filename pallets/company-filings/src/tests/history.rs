//! Records, their heads, and the pages that others read.

use super::*;
use polity_primitives::{record::chain_holds, RecordKind};

#[test]
fn filing_should_have_a_history_that_leads_to_its_head() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		let id = file(company, notice(day(0))).unwrap();
		assert_ok!(examine(id, Recommendation::Refuse(RefusalReason::WrongForm)));
		assert_ok!(decide(id, Decision::Return));
		assert_ok!(accept(id));
		let history = Register::filing_history(id, 1, 64);
		let found = Register::filing(id).unwrap();
		assert!(chain_holds(&found.head, history.iter()));
		assert!(history.iter().all(|entry| entry.kind == RecordKind::Filing && entry.id == id));
		let changes: Vec<_> = history.iter().skip(1).map(|entry| entry.body.clone()).collect();
		let wrong = Recommendation::Refuse(RefusalReason::WrongForm);
		assert_eq!(
			changes,
			[
				FilingChange::Examined(wrong),
				FilingChange::Returned,
				FilingChange::Examined(Recommendation::Accept),
				FilingChange::Accepted,
			]
		);
		// The company has no mandate; the officers have.
		let mandates: Vec<_> = history.iter().map(|entry| entry.mandate).collect();
		let (one, other) = (mandate_of(EXAMINER), mandate_of(DECIDER));
		assert_eq!(mandates, [None, one, other, one, other]);
		assert_eq!(Register::filing_history(id, 4, 1), history[3..4]);
		assert_eq!(Register::filing_history(id, 6, 64), []);
	});
}

#[test]
fn beneficial_ownership_should_have_a_history_of_its_own() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		let first = file(company, one_owner(10, WHOLE)).unwrap();
		assert_ok!(accept(first));
		let second = file(company, confirmation()).unwrap();
		assert_ok!(accept(second));
		let history = Register::ownership_history(company, 1, 64);
		let found = Register::ownership(company).unwrap();
		assert!(chain_holds(&found.head, history.iter()));
		assert!(history.iter().all(|entry| entry.kind == RecordKind::BeneficialOwnership));
		let changes: Vec<_> = history.into_iter().map(|entry| entry.body).collect();
		assert_eq!(
			changes,
			[
				OwnershipChange::Declared { filing: first, first: 1, last: 2 },
				OwnershipChange::Confirmed { filing: second },
			]
		);
	});
}

#[test]
fn filings_should_be_read_in_pages() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		let other = register(CompanyPhase::Live);
		let mut own = Vec::new();
		for _ in 0..70 {
			let id = file(company, notice(day(0))).unwrap();
			assert_ok!(withdraw_as(ANN, id));
			own.push(id);
		}
		assert_ok!(file(other, notice(day(0))));
		assert_eq!(Register::filings_of(company, None, 100), own[..64]);
		assert_eq!(Register::filings_of(company, Some(own[63]), 100), own[64..]);
		assert_eq!(Register::filings_of(company, Some(own[1]), 2), own[2..4]);
		let waiting = Register::work_list(District::NATIONAL, WorkState::FilingReceived, None, 9);
		assert_eq!(waiting, [71]);
		let after = Some(71);
		let none = Register::work_list(District::NATIONAL, WorkState::FilingReceived, after, 9);
		assert_eq!(none, [0; 0]);
	});
}
