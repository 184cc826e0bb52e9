//! Appeals against decisions.

use super::*;

fn refused(terms: &PermitTerms, timetable: Timetable<'_>) -> Application {
	let review = review(terms, timetable);
	review.decided(terms, DecidedByOfficers::Refused, days_later(1), timetable).unwrap()
}

#[test]
fn every_decision_should_be_appealed_against_in_time() {
	let calendar = every_day();
	by(&calendar, |timetable| {
		let terms = terms();
		let submitted = Application::submitted(START);
		let end = calendar.end_of_day(date(2026, 1, 31)).unwrap();
		let decide = |outcome| {
			review(&terms, timetable).decided(&terms, outcome, days_later(1), timetable).unwrap()
		};
		for decided in [
			decide(DecidedByOfficers::Granted),
			decide(DecidedByOfficers::GrantedOnConditions),
			decide(DecidedByOfficers::Refused),
			review(&terms, timetable).deemed_granted(&terms, end, timetable).unwrap(),
			submitted.declined(&terms, days_later(1), timetable).unwrap(),
			submitted.refused_for_want_of_place(&terms, days_later(20), timetable).unwrap(),
		] {
			let until = decided.appeal_until(&terms, timetable).unwrap().unwrap();
			let before = Instant::from_millis(until.as_millis() - 1);
			assert!(until > decided.decided.unwrap().at);
			assert_eq!(
				decided.appealed(&terms, Appellant::Applicant, until, timetable),
				Err(ApplicationError::AppealLate)
			);
			let appealed =
				decided.appealed(&terms, Appellant::Applicant, before, timetable).unwrap();
			assert_eq!(
				appealed.appeal,
				Some(Appeal {
					by: Appellant::Applicant,
					filed_at: before,
					is_second: false,
					end: None
				})
			);
			assert_eq!((appealed.stage, appealed.decided), (decided.stage, decided.decided));
			assert!(appealed.has_open_appeal() && !decided.has_open_appeal());
		}
	});
}

#[test]
fn period_of_an_appeal_should_be_counted_from_the_decision_without_tolled_time() {
	let calendar = every_day();
	let mut tolled = TolledIntervals::new();
	let before = Timetable { calendar: &calendar, tolled: &tolled };
	let refused = refused(&terms(), before);
	let end_of = |month, day| Ok(Some(calendar.end_of_day(date(2026, month, day)).unwrap()));
	// One month from 2 January.
	assert_eq!(refused.appeal_until(&terms(), before), end_of(2, 2));
	tolled.try_insert(TolledInterval::try_new(days_later(9), days_later(11)).unwrap()).unwrap();
	let after = Timetable { calendar: &calendar, tolled: &tolled };
	assert_eq!(refused.appeal_until(&terms(), after), end_of(2, 4));
}

#[test]
fn appealed_should_fail_when_there_is_nothing_to_appeal_against() {
	by(&every_day(), |timetable| {
		let (terms, at) = (terms(), days_later(1));
		let review = review(&terms, timetable);
		let appeal = |application: &Application| {
			application.appealed(&terms, Appellant::Applicant, at, timetable)
		};
		assert_eq!(appeal(&Application::submitted(START)), Err(ApplicationError::WrongStage));
		assert_eq!(appeal(&review), Err(ApplicationError::WrongStage));
		assert_eq!(review.appeal_until(&terms, timetable), Ok(None));
		let withdrawn = review.withdrawn(START).unwrap();
		assert_eq!(appeal(&withdrawn), Err(ApplicationError::Ended));
		let without = PermitTerms { appeal_period: None, ..terms.clone() };
		let refused = refused(&without, timetable);
		assert_eq!(
			refused.appealed(&without, Appellant::Applicant, at, timetable),
			Err(ApplicationError::NotAppealable)
		);
	});
}

#[test]
fn appeal_should_be_filed_once_and_stop_everything_else() {
	by(&every_day(), |timetable| {
		let (terms, at) = (terms(), days_later(2));
		let appealed = refused(&terms, timetable)
			.appealed(&terms, Appellant::Applicant, at, timetable)
			.unwrap();
		assert_eq!(
			appealed.appealed(&terms, Appellant::Applicant, at, timetable),
			Err(ApplicationError::AppealFiled)
		);
		for step in [
			appealed.withdrawn(at),
			appealed.fee_settled(&terms, at),
			appealed.returned(&terms, at, timetable),
			appealed.resubmitted(at),
			appealed.declined(&terms, at, timetable),
			appealed.complete(&terms, at, timetable),
			appealed.deemed_complete(&terms, at, timetable),
			appealed.asked(at, timetable),
			appealed.answered(&terms, at, timetable),
			appealed.extended(&terms, at, timetable),
			appealed.with_opinion(MinistryId(1), Opinion::Objection, at, timetable),
			appealed.decided(&terms, DecidedByOfficers::Granted, at, timetable),
			appealed.deemed_granted(&terms, days_later(99), timetable),
		] {
			assert_eq!(step, Err(ApplicationError::AppealOpen));
		}
	});
}

#[test]
fn decision_should_be_final_when_an_appeal_upholds_or_varies_it() {
	by(&every_day(), |timetable| {
		let (terms, at) = (terms(), days_later(2));
		let granted = review(&terms, timetable)
			.decided(&terms, DecidedByOfficers::Granted, days_later(1), timetable)
			.unwrap();
		let appealed = granted.appealed(&terms, Appellant::Applicant, at, timetable).unwrap();
		for (ended, outcome) in [
			(appealed.appeal_upheld(at).unwrap(), AppealOutcome::Upheld),
			(appealed.appeal_varied(at).unwrap(), AppealOutcome::Varied),
		] {
			assert_eq!(ended.stage, Stage::Decided(Outcome::Granted));
			assert_eq!(ended.appeal.unwrap().end, Some(AppealEnd { outcome, at }));
			assert_eq!(
				ended.appealed(&terms, Appellant::Applicant, at, timetable),
				Err(ApplicationError::AppealFiled)
			);
			for again in [
				ended.appeal_upheld(at),
				ended.appeal_varied(at),
				ended.appeal_overturned(&terms, at, timetable),
			] {
				assert_eq!(again, Err(ApplicationError::NoAppealOpen));
			}
			assert_eq!(ended.withdrawn(at), Err(ApplicationError::Ended));
		}
		assert_eq!(granted.appeal_upheld(at), Err(ApplicationError::NoAppealOpen));
		let refused = refused(&terms, timetable)
			.appealed(&terms, Appellant::Applicant, at, timetable)
			.unwrap();
		assert_eq!(refused.appeal_varied(at), Err(ApplicationError::NothingToVary));
	});
}

#[test]
fn authority_should_decide_again_by_a_new_clock_when_an_appeal_overturns_its_decision() {
	let calendar = every_day();
	by(&calendar, |timetable| {
		let terms = referred(&[7]);
		let review = review(&terms, timetable);
		let heard =
			review.with_opinion(MinistryId(7), Opinion::Objection, START, timetable).unwrap();
		let asked = heard.asked(days_later(1), timetable).unwrap();
		let answered = asked.answered(&terms, days_later(3), timetable).unwrap();
		let extended = answered.extended(&terms, days_later(4), timetable).unwrap();
		let refuse = |application: &Application, at| {
			application.decided(&terms, DecidedByOfficers::Refused, at, timetable).unwrap()
		};
		let appealed = refuse(&extended, days_later(5))
			.appealed(&terms, Appellant::Applicant, days_later(6), timetable)
			.unwrap();
		let again = appealed.appeal_overturned(&terms, days_later(10), timetable).unwrap();
		assert_eq!((again.stage, again.decided), (Stage::InReview, None));
		let clock = again.clock.as_ref().unwrap();
		assert_eq!((clock.complete_at, clock.extended_by), (days_later(10), None));
		assert!(clock.stops.is_empty());
		assert_eq!(again.referrals, heard.referrals);
		let deadline = calendar.end_of_day(date(2026, 2, 10)).unwrap();
		assert_eq!(again.next_due(&terms, timetable), Ok(Some(deadline)));
		// Silence grants it then, and it can be extended once more.
		assert!(again.deemed_granted(&terms, deadline, timetable).is_ok());
		assert!(again.extended(&terms, days_later(11), timetable).is_ok());
		// The new decision can be appealed against.
		let refused = refuse(&again, days_later(11));
		assert!(refused.appealed(&terms, Appellant::Applicant, days_later(12), timetable).is_ok());
	});
}

#[test]
fn application_should_be_where_it_was_when_an_appeal_overturns_a_refusal_without_review() {
	by(&every_day(), |timetable| {
		let terms = referred(&[7]);
		let submitted = Application::submitted(START);
		let overturn = |decided: Application| {
			let appealed =
				decided.appealed(&terms, Appellant::Applicant, days_later(21), timetable).unwrap();
			appealed.appeal_overturned(&terms, days_later(22), timetable).unwrap()
		};
		// It was never complete: the authority looks at the dossier, or silence completes it.
		let declined = submitted.declined(&terms, days_later(1), timetable).unwrap();
		let again = overturn(declined);
		assert_eq!((again.stage, again.decided), (Stage::Submitted, None));
		assert_eq!((again.submitted_at, again.handed_in_at), (START, days_later(22)));
		assert!(again.complete(&terms, days_later(23), timetable).is_ok());
		// It was complete, and nobody was asked.
		let no_place =
			submitted.refused_for_want_of_place(&terms, days_later(20), timetable).unwrap();
		let again = overturn(no_place);
		assert_eq!(again.stage, Stage::InReview);
		assert_eq!(again.referrals[0].asked_at, days_later(22));
	});
}

#[test]
fn each_side_should_appeal_once_and_the_second_from_when_the_decision_stands() {
	let calendar = every_day();
	by(&calendar, |timetable| {
		let terms = terms();
		let third = Appellant::ThirdParty;
		let first = refused(&terms, timetable)
			.appealed(&terms, Appellant::Applicant, days_later(2), timetable)
			.unwrap();
		let appeal =
			|application: &Application, by, at| application.appealed(&terms, by, at, timetable);
		assert_eq!(appeal(&first, third, days_later(3)), Err(ApplicationError::AppealOpen));
		// The court takes longer than the period, and the other side has all of it from then on.
		let upheld = first.appeal_upheld(days_later(90)).unwrap();
		let until = upheld.appeal_until(&terms, timetable).unwrap().unwrap();
		assert_eq!(until, calendar.end_of_day(date(2026, 5, 1)).unwrap());
		let before = Instant::from_millis(until.as_millis() - 1);
		assert_eq!(
			appeal(&upheld, Appellant::Applicant, before),
			Err(ApplicationError::AppealFiled)
		);
		assert_eq!(appeal(&upheld, third, until), Err(ApplicationError::AppealLate));
		let second = appeal(&upheld, third, before).unwrap();
		assert!(second.appeal.unwrap().is_second && second.has_open_appeal());
		let again = second.appeal_upheld(before).unwrap();
		for by in [Appellant::Applicant, third] {
			assert_eq!(appeal(&second, by, before), Err(ApplicationError::AppealFiled));
			assert_eq!(appeal(&again, by, before), Err(ApplicationError::AppealFiled));
		}
		// Each has its appeal against the decision that follows one that has fallen.
		let anew = second.appeal_overturned(&terms, before, timetable).unwrap();
		let refused = anew.decided(&terms, DecidedByOfficers::Refused, before, timetable).unwrap();
		for by in [Appellant::Applicant, third] {
			assert!(!appeal(&refused, by, before).unwrap().appeal.unwrap().is_second);
		}
	});
}
