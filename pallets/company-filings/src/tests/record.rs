//! `record_filing`: what an officer enters for a company.

use super::*;

#[test]
fn paper_should_be_entered_by_one_officer_and_decided_by_another() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		pass_to(date(2027, 1, 1));
		let id = record_as(EXAMINER, company, accounts(2026)).unwrap();
		let mandate = mandate_of(EXAMINER).unwrap();
		let found = Register::filing(id).unwrap().record;
		assert_eq!(found.filed_by, Filer::Officer(mandate));
		assert_eq!(found.state, FilingState::Examined(Recommendation::Accept));
		let national = District::NATIONAL;
		assert_eq!(Register::work_list(national, WorkState::FilingExamined, None, 9), [id.0]);
		assert_noop!(decide_as(EXAMINER_AGAIN, id, Decision::Accept), Error::<Test>::SamePerson);
		assert_ok!(decide(id, Decision::Accept));
		assert_eq!(state(id), FilingState::Accepted);
		assert_eq!(owed(company).period, year(2027));
	});
}

#[test]
fn who_entered_it_should_not_decide_it_after_another_has_examined_it() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		let id = record_as(JACK_OF_ALL, company, notice(day(0))).unwrap();
		assert_noop!(decide_as(JACK_OF_ALL, id, Decision::Accept), Error::<Test>::SameAccount);
		assert_ok!(decide(id, Decision::Return));
		assert_ok!(examine(id, Recommendation::Accept));
		assert_noop!(decide_as(JACK_OF_ALL, id, Decision::Accept), Error::<Test>::SameAccount);
		assert_ok!(decide(id, Decision::Accept));
	});
}

#[test]
fn paper_should_be_refused_as_what_is_filed_is() {
	under_law(|| {
		let live = register(CompanyPhase::Live);
		let not_covered = DispatchError::Other("not covered by the mandate");
		assert_noop!(record_as(DECIDER, live, notice(day(0))), not_covered);
		assert_noop!(record_as(ANN, live, notice(day(0))), DispatchError::Other("no mandate"));
		let foreign = register_with(|profile| profile.district = District(11));
		assert_noop!(record_as(EXAMINER, foreign, notice(day(0))), not_covered);
		assert_noop!(
			record_as(EXAMINER, company(77), notice(day(0))),
			Error::<Test>::CompanyNotFound
		);
		let ended = register(CompanyPhase::Ended);
		assert_noop!(record_as(EXAMINER, ended, notice(day(0))), Error::<Test>::CompanyEnded);
		assert_noop!(record_as(EXAMINER, live, accounts(2026)), Error::<Test>::PeriodNotOver);
		let stale = act(FILINGS, 3);
		assert_noop!(
			Register::record_filing(signed(EXAMINER), stale, live, Box::new(notice(day(0)))),
			Error::<Test>::StaleVersion
		);
	});
}

#[test]
fn statements_should_be_entered_from_paper_too() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		let id = record_as(EXAMINER, company, one_owner(10, WHOLE)).unwrap();
		assert_ok!(decide(id, Decision::Accept));
		assert!(matches!(last_event(), Event::OwnershipDeclared { first: 1, last: 2, .. }));
	});
}
