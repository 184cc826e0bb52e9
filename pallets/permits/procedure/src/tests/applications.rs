//! The steps of an application.

use super::*;

#[test]
fn application_should_go_back_until_its_dossier_is_complete() {
	by(&weekdays(), |timetable| {
		let submitted = Application::submitted(START);
		let incomplete = submitted.returned(&terms(), START, timetable).unwrap();
		assert_eq!(incomplete.stage, Stage::Incomplete);
		assert_eq!(
			incomplete.complete(&terms(), START, timetable),
			Err(ApplicationError::WrongStage)
		);
		assert_eq!(submitted.resubmitted(START), Err(ApplicationError::WrongStage));
		let again = incomplete.resubmitted(START).unwrap();
		assert_eq!(again, submitted);
		let later = incomplete.resubmitted(days_later(3)).unwrap();
		assert_eq!((later.submitted_at, later.handed_in_at), (START, days_later(3)));
		// No clock runs before, and nobody decides.
		assert_eq!(again.is_over(days_later(10_000), timetable), Ok(false));
		let grant = DecidedByOfficers::Granted;
		assert_eq!(
			again.decided(&terms(), grant, START, timetable),
			Err(ApplicationError::WrongStage)
		);
		assert_eq!(
			again.deemed_granted(&terms(), days_later(10_000), timetable),
			Err(ApplicationError::WrongStage)
		);
		let complete = again.complete(&terms(), START, timetable).unwrap();
		assert_eq!(
			complete.returned(&terms(), START, timetable),
			Err(ApplicationError::WrongStage)
		);
	});
}

#[test]
fn silence_should_grant_when_the_period_is_over_and_officers_no_more() {
	let calendar = every_day();
	by(&calendar, |timetable| {
		let application = review(&terms(), timetable);
		let end = calendar.end_of_day(date(2026, 1, 31)).unwrap();
		let before = Instant::from_millis(end.as_millis() - 1);
		assert_eq!(
			application.deemed_granted(&terms(), before, timetable),
			Err(ApplicationError::PeriodRunning)
		);
		for outcome in [DecidedByOfficers::Refused, DecidedByOfficers::Granted] {
			assert!(application.decided(&terms(), outcome, before, timetable).is_ok());
			assert_eq!(
				application.decided(&terms(), outcome, end, timetable),
				Err(ApplicationError::PeriodOver)
			);
		}
		for step in
			[application.asked(end, timetable), application.answered(&terms(), end, timetable)]
		{
			assert_eq!(step, Err(ApplicationError::PeriodOver));
		}
		let granted = application.deemed_granted(&terms(), end, timetable).unwrap();
		assert_eq!(granted.stage, Stage::Decided(Outcome::DeemedGranted));
		assert_eq!(granted.deemed_granted(&terms(), end, timetable), Err(ApplicationError::Ended));
	});
}

#[test]
fn decision_can_be_late_where_silence_grants_nothing() {
	by(&every_day(), |timetable| {
		let terms = without_silence();
		let application = review(&terms, timetable);
		assert_eq!(
			application.deemed_granted(&terms, days_later(40), timetable),
			Err(ApplicationError::SilenceGrantsNothing)
		);
		let grant = DecidedByOfficers::GrantedOnConditions;
		let decided = application.decided(&terms, grant, days_later(40), timetable).unwrap();
		assert_eq!(decided.stage, Stage::Decided(Outcome::GrantedOnConditions));
	});
}

#[test]
fn nothing_should_follow_a_decision_or_a_withdrawal() {
	by(&every_day(), |timetable| {
		let at = days_later(1);
		let application = review(&referred(&[7]), timetable);
		let refused = review(&terms(), timetable)
			.decided(&terms(), DecidedByOfficers::Refused, at, timetable)
			.unwrap();
		let withdrawn = application.withdrawn(at).unwrap();
		for ended in [refused, withdrawn] {
			for step in [
				ended.returned(&terms(), at, timetable),
				ended.resubmitted(at),
				ended.complete(&terms(), at, timetable),
				ended.asked(at, timetable),
				ended.answered(&terms(), at, timetable),
				ended.extended(&terms(), at, timetable),
				ended.with_opinion(MinistryId(7), Opinion::Objection, at, timetable),
				ended.decided(&terms(), DecidedByOfficers::Granted, at, timetable),
				ended.deemed_granted(&terms(), days_later(99), timetable),
				ended.withdrawn(at),
			] {
				assert_eq!(step, Err(ApplicationError::Ended));
			}
		}
	});
}

#[test]
fn questions_should_follow_each_other() {
	by(&every_day(), |timetable| {
		let application = review(&terms(), timetable);
		assert_eq!(
			application.answered(&terms(), days_later(1), timetable),
			Err(ApplicationError::NoQuestionOpen)
		);
		let asked = application.asked(days_later(2), timetable).unwrap();
		assert_eq!(asked.asked(days_later(3), timetable), Err(ApplicationError::QuestionOpen));
		assert_eq!(
			asked.answered(&terms(), days_later(1), timetable),
			Err(ApplicationError::OutOfOrder)
		);
		assert_eq!(
			asked.decided(&terms(), DecidedByOfficers::Granted, days_later(3), timetable),
			Err(ApplicationError::QuestionOpen)
		);
		let mut application = asked.answered(&terms(), days_later(2), timetable).unwrap();
		for _ in 1..MAX_STOPS {
			application = application.asked(days_later(3), timetable).unwrap();
			application = application.answered(&terms(), days_later(3), timetable).unwrap();
		}
		assert_eq!(
			application.asked(days_later(3), timetable),
			Err(ApplicationError::TooManyQuestions)
		);
		assert_eq!(
			application.decided(&terms(), DecidedByOfficers::Granted, days_later(2), timetable),
			Err(ApplicationError::OutOfOrder)
		);
	});
}

#[test]
fn step_should_be_refused_when_its_period_has_no_end() {
	by(&every_day(), |timetable| {
		let terms = terms();
		// 31 December 9999.
		let last = Instant::from_millis(2_932_896 * MILLIS_PER_DAY);
		assert_eq!(
			Application::submitted(last).complete(&terms, last, timetable),
			Err(ApplicationError::DeadlineOutOfRange)
		);
	});
}

#[test]
fn every_stage_should_be_published() {
	use PublishedStatus::*;
	let at = |stage| status_of_application(&Application { stage, ..Application::submitted(START) });
	assert_eq!(at(Stage::Submitted), ApplicationAccepted);
	assert_eq!(at(Stage::Incomplete), ApplicationAccepted);
	assert_eq!(at(Stage::InReview), InReview);
	assert_eq!(at(Stage::Withdrawn), PermitCancelled);
	for (outcome, status) in [
		(Outcome::Granted, PermitIssued),
		(Outcome::GrantedOnConditions, PermitIssued),
		(Outcome::DeemedGranted, PermitIssued),
		(Outcome::Refused, PermitCancelled),
		(Outcome::NoPlace, PermitCancelled),
		(Outcome::Inadmissible, PermitCancelled),
	] {
		assert_eq!(at(Stage::Decided(outcome)), status);
		assert_eq!(outcome.grants(), status == PermitIssued);
	}
	let texts = [
		ApplicationAccepted,
		InReview,
		PermitIssued,
		InspectionPhase,
		PermitFinaled,
		PermitCancelled,
	]
	.map(PublishedStatus::text);
	assert_eq!(
		texts,
		[
			"Application Accepted",
			"In Review",
			"Permit Issued",
			"Inspection Phase",
			"Permit Finaled",
			"Permit Cancelled"
		]
	);
}
