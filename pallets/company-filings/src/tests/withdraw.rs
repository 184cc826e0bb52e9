//! `withdraw_filing`.

use super::*;

#[test]
fn filing_should_be_taken_back_by_who_files_for_the_company() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		let id = file(company, notice(day(0))).unwrap();
		assert_noop!(withdraw_as(EVE, id), Error::<Test>::MayNotFile);
		assert_noop!(withdraw_as(STRANGER, id), Error::<Test>::NotAPerson);
		assert_ok!(examine(id, Recommendation::Accept));
		// Another director than the one who handed it in.
		assert_ok!(withdraw_as(BOB, id));
		assert!(matches!(last_event(), Event::FilingWithdrawn { version: 3, .. }));
		assert_eq!(state(id), FilingState::Withdrawn);
		assert_noop!(withdraw_as(ANN, id), Error::<Test>::WrongFilingState);
		assert_noop!(decide(id, Decision::Accept), Error::<Test>::WrongFilingState);
		assert_ok!(file(company, notice(day(0))));
	});
}

#[test]
fn paper_should_be_taken_back_by_the_officer_who_entered_it() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		let id = record_as(EXAMINER, company, notice(day(0))).unwrap();
		assert_noop!(withdraw_as(ANN, id), Error::<Test>::NotTheMaker);
		assert_ok!(withdraw_as(EXAMINER, id));
		let other = record_as(EXAMINER, company, notice(day(0))).unwrap();
		forget(EXAMINER);
		assert_noop!(withdraw_as(EXAMINER, other), Error::<Test>::WarrantNotFound);
	});
}

#[test]
fn withdrawal_should_be_refused_when_the_act_does_not_fit() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		let id = file(company, notice(day(0))).unwrap();
		let mut ahead = act(FILINGS, 1);
		ahead.effective_from = day(1);
		for (act, error) in [
			(act(FILINGS, 0), Error::<Test>::StaleVersion),
			(act(OWNERSHIP, 1), Error::<Test>::LegalBasisDoesNotFit),
			(ahead, Error::<Test>::EffectiveInFuture),
		] {
			assert_noop!(Register::withdraw_filing(signed(ANN), act, id), error);
		}
		assert_noop!(withdraw_as(ANN, FilingId(99)), Error::<Test>::FilingNotFound);
	});
}

#[test]
fn statements_should_be_taken_back_so_that_others_can_be_handed_in() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		let id = file(company, one_owner(1, WHOLE)).unwrap();
		assert_noop!(file(company, one_owner(1, WHOLE)), Error::<Test>::DeclarationPending);
		assert_ok!(withdraw_as(BOB, id));
		// Nothing was accepted, so that the commitments are free.
		assert_ok!(file(company, one_owner(1, WHOLE)));
	});
}
