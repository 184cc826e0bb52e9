//! What comes before a complete dossier, what silence makes of it, and what is taken over.

use super::*;

/// The same with a fee.
fn with_fee() -> PermitTerms {
	PermitTerms { needs_fee: true, ..terms() }
}

/// The end of a day in January 2026 by a calendar on which every day is a working day.
fn end_of(day: u8) -> Instant {
	every_day().end_of_day(date(2026, 1, day)).unwrap()
}

fn just_before(at: Instant) -> Instant {
	Instant::from_millis(at.as_millis() - 1)
}

#[test]
fn no_dossier_should_be_complete_before_its_fee_is_settled() {
	by(&every_day(), |timetable| {
		let terms = with_fee();
		let submitted = Application::submitted(START);
		let unpaid = Err(ApplicationError::FeeUnpaid);
		assert_eq!(submitted.complete(&terms, START, timetable), unpaid.clone());
		// Silence does nothing either, however long it is.
		assert_eq!(submitted.next_due(&terms, timetable), Ok(None));
		assert_eq!(submitted.deemed_complete(&terms, days_later(99), timetable), unpaid);
		let settled = submitted.fee_settled(&terms, days_later(5)).unwrap();
		assert_eq!(settled.next_due(&terms, timetable), Ok(Some(end_of(21))));
		assert!(settled.complete(&terms, days_later(5), timetable).is_ok());
		assert_eq!(settled.fee_settled(&terms, days_later(6)), Err(ApplicationError::FeeSettled));
		// It can also be settled while something is missing.
		let incomplete = submitted.returned(&terms, START, timetable).unwrap();
		assert!(incomplete.fee_settled(&terms, days_later(1)).is_ok());
	});
}

#[test]
fn fee_settled_should_fail_when_none_is_due_or_the_dossier_is_complete() {
	by(&every_day(), |timetable| {
		let submitted = Application::submitted(START);
		assert_eq!(submitted.fee_settled(&terms(), START), Err(ApplicationError::FeeNotDue));
		let review = review(&terms(), timetable);
		assert_eq!(review.fee_settled(&with_fee(), START), Err(ApplicationError::WrongStage));
	});
}

#[test]
fn dossier_should_be_complete_when_nobody_says_in_time_that_something_is_missing() {
	by(&every_day(), |timetable| {
		let terms = terms();
		let submitted = Application::submitted(START);
		let end = end_of(16);
		assert_eq!(submitted.next_due(&terms, timetable), Ok(Some(end)));
		assert_eq!(submitted.due_step(&terms, just_before(end), timetable), Ok(None));
		assert_eq!(
			submitted.deemed_complete(&terms, just_before(end), timetable),
			Err(ApplicationError::PeriodRunning)
		);
		assert_eq!(submitted.due_step(&terms, end, timetable), Ok(Some(DueStep::DeemedComplete)));
		// Noticed at once or ten days later: the thirty days begin with 17 January.
		for noticed in [end, days_later(26)] {
			let review = submitted.deemed_complete(&terms, noticed, timetable).unwrap();
			assert_eq!(review.stage, Stage::InReview);
			assert_eq!(review.clock.as_ref().unwrap().complete_at, just_before(end));
			let deadline = every_day().end_of_day(date(2026, 2, 15)).unwrap();
			assert_eq!(review.deadline(timetable), Ok(deadline));
			assert_eq!(review.next_due(&terms, timetable), Ok(Some(deadline)));
			assert_eq!(review.due_step(&terms, just_before(deadline), timetable), Ok(None));
			assert_eq!(
				review.due_step(&terms, deadline, timetable),
				Ok(Some(DueStep::DeemedGranted))
			);
		}
	});
}

#[test]
fn authority_should_not_undo_what_silence_has_completed() {
	by(&every_day(), |timetable| {
		let (terms, end) = (terms(), end_of(16));
		let submitted = Application::submitted(START);
		for step in [
			submitted.returned(&terms, end, timetable),
			submitted.declined(&terms, end, timetable),
			submitted.complete(&terms, end, timetable),
		] {
			assert_eq!(step, Err(ApplicationError::PeriodOver));
		}
		for step in [
			submitted.returned(&terms, just_before(end), timetable),
			submitted.declined(&terms, just_before(end), timetable),
			submitted.complete(&terms, just_before(end), timetable),
		] {
			assert!(step.is_ok());
		}
		// Each time that it is handed in the period begins anew.
		let returned = submitted.returned(&terms, days_later(4), timetable).unwrap();
		assert_eq!(returned.next_due(&terms, timetable), Ok(None));
		let again = returned.resubmitted(days_later(10)).unwrap();
		assert_eq!(again.next_due(&terms, timetable), Ok(Some(end_of(26))));
	});
}

#[test]
fn silence_should_complete_nothing_where_the_law_has_no_period_for_it() {
	by(&every_day(), |timetable| {
		let terms = PermitTerms { completeness_period: None, ..terms() };
		let submitted = Application::submitted(START);
		assert_eq!(submitted.next_due(&terms, timetable), Ok(None));
		for step in [
			submitted.deemed_complete(&terms, days_later(999), timetable),
			submitted.refused_for_want_of_place(&terms, days_later(999), timetable),
		] {
			assert_eq!(step, Err(ApplicationError::SilenceCompletesNothing));
		}
		assert!(submitted.complete(&terms, days_later(999), timetable).is_ok());
	});
}

#[test]
fn application_should_be_refused_when_silence_completes_it_and_no_place_is_free() {
	by(&every_day(), |timetable| {
		let (terms, end) = (terms(), end_of(16));
		let submitted = Application::submitted(START);
		assert_eq!(
			submitted.refused_for_want_of_place(&terms, just_before(end), timetable),
			Err(ApplicationError::PeriodRunning)
		);
		let refused = submitted.refused_for_want_of_place(&terms, end, timetable).unwrap();
		assert_eq!(refused.stage, Stage::Decided(Outcome::NoPlace));
		assert_eq!(refused.decided, Some(Decided { outcome: Outcome::NoPlace, at: end }));
		assert_eq!(refused.next_due(&terms, timetable), Ok(None));
		assert_eq!(refused.is_late(end, timetable), Ok(false));
		let review = review(&terms, timetable);
		assert_eq!(
			review.refused_for_want_of_place(&terms, days_later(99), timetable),
			Err(ApplicationError::WrongStage)
		);
	});
}

#[test]
fn application_should_be_declined_before_its_dossier_is_complete_and_not_after() {
	by(&every_day(), |timetable| {
		let terms = terms();
		let submitted = Application::submitted(START);
		let incomplete = submitted.returned(&terms, START, timetable).unwrap();
		for (open, at) in [(&submitted, days_later(1)), (&incomplete, days_later(400))] {
			let declined = open.declined(&terms, at, timetable).unwrap();
			assert_eq!(declined.stage, Stage::Decided(Outcome::Inadmissible));
			assert_eq!(declined.decided, Some(Decided { outcome: Outcome::Inadmissible, at }));
			assert_eq!(declined.clock, None);
		}
		let review = review(&terms, timetable);
		assert_eq!(
			review.declined(&terms, days_later(1), timetable),
			Err(ApplicationError::WrongStage)
		);
	});
}

#[test]
fn running_application_should_be_taken_over_with_the_clock_that_it_has() {
	by(&every_day(), |timetable| {
		let terms = with_fee();
		let take = |terms: &PermitTerms, handed_in, complete, was_extended, now| {
			Application::taken_over(terms, handed_in, complete, was_extended, now, timetable)
		};
		let now = days_later(20);
		let taken = take(&terms, START, days_later(2), false, now).unwrap();
		assert_eq!((taken.stage, taken.submitted_at), (Stage::InReview, START));
		assert_eq!(taken.last_step_at, now);
		assert_eq!(
			taken.deadline(timetable),
			every_day().end_of_day(date(2026, 2, 2)).ok_or(ApplicationError::DeadlineOutOfRange)
		);
		assert_eq!(taken.days_used(now, timetable), Ok(18));
		assert_eq!(taken.asked(days_later(19), timetable), Err(ApplicationError::OutOfOrder));
		// The ministries are asked now, not in the past.
		let referred = take(&referred(&[1]), START, days_later(2), false, now).unwrap();
		assert_eq!(referred.referrals[0].asked_at, now);
		// It was extended before, and is not again.
		let extended = take(&terms, START, START, true, days_later(40)).unwrap();
		assert_eq!(
			extended.extended(&terms, days_later(40), timetable),
			Err(ApplicationError::AlreadyExtended)
		);
	});
}

#[test]
fn taken_over_should_fail_when_the_clock_cannot_be_such() {
	by(&every_day(), |timetable| {
		let terms = terms();
		let take = |terms: &PermitTerms, handed_in, complete, was_extended, now| {
			Application::taken_over(terms, handed_in, complete, was_extended, now, timetable)
		};
		let day = days_later;
		for (taken, error) in [
			(take(&terms, day(0), day(3), false, day(2)), ApplicationError::InFuture),
			(take(&terms, day(3), day(2), false, day(9)), ApplicationError::OutOfOrder),
			(take(&terms, day(0), day(0), false, end_of(31)), ApplicationError::PeriodOver),
			(take(&terms, day(0), day(0), true, day(99)), ApplicationError::PeriodOver),
			(
				take(
					&PermitTerms { extension: None, ..terms.clone() },
					day(0),
					day(0),
					true,
					day(1),
				),
				ApplicationError::NotExtensible,
			),
		] {
			assert_eq!(taken, Err(error));
		}
		assert!(take(&terms, day(0), day(0), false, just_before(end_of(31))).is_ok());
		// What silence does not grant is still to be decided, late as it is.
		let late = take(&without_silence(), day(0), day(0), false, day(99)).unwrap();
		assert_eq!(late.is_late(day(99), timetable), Ok(true));
		assert!(late
			.decided(&without_silence(), DecidedByOfficers::Granted, day(99), timetable)
			.is_ok());
	});
}

#[test]
fn figures_should_be_told_of_an_application() {
	by(&weekdays(), |timetable| {
		let submitted = Application::submitted(START);
		assert_eq!(submitted.days_used(START, timetable), Err(ApplicationError::WrongStage));
		assert_eq!(submitted.deadline(timetable), Err(ApplicationError::WrongStage));
		assert_eq!(submitted.is_late(days_later(999), timetable), Ok(false));
		// From Thursday noon to Thursday noon, with a question from Sunday noon to Tuesday noon.
		let days_used = |decision_period| {
			let review = review(&PermitTerms { decision_period, ..terms() }, timetable);
			let asked = review.asked(days_later(3), timetable).unwrap();
			let answered = asked.answered(&terms(), days_later(5), timetable).unwrap();
			answered.days_used(days_later(7), timetable).unwrap()
		};
		assert_eq!(days_used(Period::CalendarDays(30)), 5);
		// Thursday afternoon, Friday, Tuesday afternoon, Wednesday, Thursday morning.
		assert_eq!(days_used(Period::WorkingDays(30)), 3);
	});
}

#[test]
fn lateness_should_be_that_of_the_decision_and_not_of_the_day_on_which_it_is_read() {
	by(&every_day(), |timetable| {
		let terms = without_silence();
		let review = review(&terms, timetable);
		let grant = |at| review.decided(&terms, DecidedByOfficers::Granted, at, timetable).unwrap();
		assert_eq!(grant(days_later(3)).is_late(days_later(99), timetable), Ok(false));
		assert_eq!(grant(end_of(31)).is_late(days_later(99), timetable), Ok(true));
		assert_eq!(review.is_late(just_before(end_of(31)), timetable), Ok(false));
		assert_eq!(review.is_late(end_of(31), timetable), Ok(true));
		let withdrawn = review.withdrawn(days_later(50)).unwrap();
		assert_eq!(withdrawn.is_late(days_later(99), timetable), Ok(false));
	});
}

#[test]
fn answer_should_be_taken_late_where_silence_grants_nothing_and_else_not() {
	by(&every_day(), |timetable| {
		let asked = review(&terms(), timetable).asked(days_later(2), timetable).unwrap();
		let late = days_later(99);
		assert_eq!(asked.answered(&terms(), late, timetable), Err(ApplicationError::PeriodOver));
		let answered = asked.answered(&without_silence(), late, timetable).unwrap();
		assert_eq!(answered.deadline(timetable), asked.deadline(timetable));
	});
}

#[test]
fn steps_should_fail_when_they_are_before_the_last_one() {
	by(&every_day(), |timetable| {
		let terms = PermitTerms { silence_grants: true, ..referred(&[7]) };
		let (early, late) = (days_later(1), days_later(2));
		let submitted = Application::submitted(late);
		let incomplete = submitted.returned(&terms, late, timetable).unwrap();
		let review = submitted.complete(&terms, late, timetable).unwrap();
		let asked = review.asked(late, timetable).unwrap();
		let declined = submitted.declined(&terms, late, timetable).unwrap();
		let appealed = declined.appealed(&terms, Appellant::Applicant, late, timetable).unwrap();
		for step in [
			submitted.fee_settled(&with_fee(), early),
			submitted.returned(&terms, early, timetable),
			submitted.declined(&terms, early, timetable),
			submitted.complete(&terms, early, timetable),
			submitted.withdrawn(early),
			incomplete.resubmitted(early),
			incomplete.declined(&terms, early, timetable),
			review.asked(early, timetable),
			review.extended(&terms, early, timetable),
			review.with_opinion(MinistryId(7), Opinion::Objection, early, timetable),
			review.decided(&terms, DecidedByOfficers::Refused, early, timetable),
			review.deemed_granted(&terms, early, timetable),
			review.withdrawn(early),
			asked.answered(&terms, early, timetable),
			declined.appealed(&terms, Appellant::Applicant, early, timetable),
			appealed.appeal_upheld(early),
			appealed.appeal_overturned(&terms, early, timetable),
		] {
			assert_eq!(step, Err(ApplicationError::OutOfOrder));
		}
	});
}
