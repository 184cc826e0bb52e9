//! `examine_filing`.

use super::*;

fn received() -> (CompanyNumber, FilingId) {
	let company = register(CompanyPhase::Live);
	let id = file(company, notice(day(0))).unwrap();
	(company, id)
}

#[test]
fn filing_should_be_examined_before_it_is_decided() {
	under_law(|| {
		let (_, id) = received();
		assert_noop!(decide(id, Decision::Accept), Error::<Test>::WrongFilingState);
		assert_ok!(examine(id, Recommendation::Accept));
		let Event::FilingExamined { recommendation, mandate, version: 2, .. } = last_event() else {
			panic!("nothing was examined")
		};
		assert_eq!(recommendation, Recommendation::Accept);
		assert_eq!(Some(mandate), mandate_of(EXAMINER));
		let national = District::NATIONAL;
		assert_eq!(Register::work_list(national, WorkState::FilingReceived, None, 9), [0; 0]);
		assert_eq!(Register::work_list(national, WorkState::FilingExamined, None, 9), [id.0]);
		assert_noop!(examine(id, Recommendation::Accept), Error::<Test>::WrongFilingState);
	});
}

#[test]
fn examination_should_be_refused_when_the_officer_or_the_act_is_wrong() {
	under_law(|| {
		let (company, id) = received();
		let not_covered = DispatchError::Other("not covered by the mandate");
		assert_noop!(examine_as(DECIDER, id, Recommendation::Accept), not_covered);
		assert_noop!(
			examine_as(ANN, id, Recommendation::Accept),
			DispatchError::Other("no mandate")
		);
		let with =
			|act: Act| Register::examine_filing(signed(EXAMINER), act, id, Recommendation::Accept);
		assert_noop!(with(act(FILINGS, 0)), Error::<Test>::StaleVersion);
		assert_noop!(with(act(OWNERSHIP, 1)), Error::<Test>::LegalBasisDoesNotFit);
		let mut back = act(FILINGS, 1);
		back.effective_from = day(-1);
		assert_noop!(with(back), Error::<Test>::Backdated);
		assert_noop!(examine(FilingId(99), Recommendation::Accept), Error::<Test>::FilingNotFound);
		set_phase(company, CompanyPhase::StruckOff);
		assert_noop!(examine(id, Recommendation::Accept), Error::<Test>::CompanyEnded);
		// It can be refused all the same.
		assert_ok!(examine(id, Recommendation::Refuse(RefusalReason::WrongSubject)));
	});
}
