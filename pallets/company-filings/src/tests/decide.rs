//! `decide_filing`.

use super::*;

fn examined(recommendation: Recommendation) -> (CompanyNumber, FilingId) {
	let company = register(CompanyPhase::Live);
	pass_to(date(2027, 1, 1));
	let id = file(company, accounts(2026)).unwrap();
	assert_ok!(examine(id, recommendation));
	(company, id)
}

#[test]
fn accepted_filing_should_cover_its_period() {
	under_law(|| {
		let (company, id) = examined(Recommendation::Accept);
		assert_ok!(decide(id, Decision::Accept));
		let Event::FilingAccepted { filing, mandate, version: 3, .. } = last_event() else {
			panic!("nothing was accepted")
		};
		assert_eq!((filing, Some(mandate)), (id, mandate_of(DECIDER)));
		assert_eq!(state(id), FilingState::Accepted);
		let next = owed(company);
		assert_eq!((next.period, next.pending), (year(2027), None));
		assert_eq!(next.state, DutyState::Running);
		let national = District::NATIONAL;
		assert_eq!(Register::work_list(national, WorkState::FilingExamined, None, 9), [0; 0]);
	});
}

#[test]
fn refused_filing_should_leave_its_period_owed() {
	under_law(|| {
		let reason = RefusalReason::NotAudited;
		let (company, id) = examined(Recommendation::Refuse(reason));
		assert_ok!(decide(id, Decision::Refuse(reason)));
		assert!(matches!(
			last_event(),
			Event::FilingRefused { reason: RefusalReason::NotAudited, .. }
		));
		assert_eq!(state(id), FilingState::Refused(reason));
		let still = owed(company);
		assert_eq!((still.period, still.pending), (year(2026), None));
		assert_ok!(file(company, accounts(2026)));
	});
}

#[test]
fn decision_should_be_the_one_that_was_prepared_or_a_return() {
	under_law(|| {
		let prepared = RefusalReason::NotAudited;
		let (_, id) = examined(Recommendation::Refuse(prepared));
		for other in [Decision::Accept, Decision::Refuse(RefusalReason::Unreadable)] {
			assert_noop!(decide(id, other), Error::<Test>::DecisionNotPrepared);
		}
		assert_ok!(decide(id, Decision::Return));
		assert!(matches!(last_event(), Event::FilingReturned { version: 3, .. }));
		assert_eq!(state(id), FilingState::Received);
		assert_ok!(examine(id, Recommendation::Accept));
		assert_noop!(decide(id, Decision::Refuse(prepared)), Error::<Test>::DecisionNotPrepared);
		assert_ok!(decide(id, Decision::Accept));
		assert_noop!(decide(id, Decision::Accept), Error::<Test>::WrongFilingState);
	});
}

#[test]
fn decision_should_be_of_another_person() {
	under_law(|| {
		let (_, id) = examined(Recommendation::Accept);
		assert_noop!(decide_as(EXAMINER_AGAIN, id, Decision::Accept), Error::<Test>::SamePerson);
		assert_noop!(decide_as(PROTEGE, id, Decision::Accept), Error::<Test>::GrantedByTheOther);
		let not_covered = DispatchError::Other("not covered by the mandate");
		assert_noop!(decide_as(EXAMINER, id, Decision::Accept), not_covered);
		assert_ok!(decide(id, Decision::Return));
		assert_ok!(examine_as(JACK_OF_ALL, id, Recommendation::Accept));
		assert_noop!(decide_as(JACK_OF_ALL, id, Decision::Accept), Error::<Test>::SameAccount);
		forget(JACK_OF_ALL);
		assert_noop!(decide(id, Decision::Accept), Error::<Test>::WarrantNotFound);
	});
}

#[test]
fn decision_should_be_refused_when_the_act_does_not_fit() {
	under_law(|| {
		let (company, id) = examined(Recommendation::Accept);
		let mut ahead = act(FILINGS, 2);
		ahead.effective_from = day(1);
		let mut back = act(FILINGS, 2);
		back.effective_from = day(-1);
		for (act, error) in [
			(act(FILINGS, 1), Error::<Test>::StaleVersion),
			(act(PARAMETERS, 2), Error::<Test>::LegalBasisDoesNotFit),
			(ahead, Error::<Test>::EffectiveInFuture),
			(back, Error::<Test>::Backdated),
		] {
			assert_noop!(
				Register::decide_filing(signed(DECIDER), act, id, Decision::Accept),
				error
			);
		}
		assert_noop!(decide(FilingId(99), Decision::Accept), Error::<Test>::FilingNotFound);
		set_phase(company, CompanyPhase::Ended);
		assert_noop!(decide(id, Decision::Accept), Error::<Test>::CompanyEnded);
	});
}
