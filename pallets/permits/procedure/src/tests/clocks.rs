//! The clock of a decision.

use super::*;

fn deadline(application: &Application, timetable: Timetable<'_>) -> Instant {
	let clock = application.clock.as_ref().unwrap();
	clock.deadline(timetable.calendar, timetable.tolled).unwrap()
}

/// The end of a day in January 2026.
fn end_of(calendar: &Calendar, month: u8, day: u8) -> Instant {
	calendar.end_of_day(date(2026, month, day)).unwrap()
}

#[test]
fn period_should_begin_with_a_complete_dossier_and_end_with_a_working_day() {
	let calendar = weekdays();
	by(&calendar, |timetable| {
		// The thirtieth day after Thursday is a Saturday.
		let application = review(&terms(), timetable);
		assert_eq!(deadline(&application, timetable), end_of(&calendar, 2, 2));
	});
	let calendar = every_day();
	by(&calendar, |timetable| {
		let application = review(&terms(), timetable);
		assert_eq!(deadline(&application, timetable), end_of(&calendar, 1, 31));
	});
}

#[test]
fn clock_should_stand_still_for_a_question_and_go_on_with_the_answer() {
	let calendar = every_day();
	by(&calendar, |timetable| {
		let application = review(&terms(), timetable);
		let asked = application.asked(days_later(5), timetable).unwrap();
		// While it is open, for as long as it may be.
		assert_eq!(deadline(&asked, timetable), end_of(&calendar, 2, 10));
		let answered = asked.answered(&terms(), days_later(8), timetable).unwrap();
		assert_eq!(deadline(&answered, timetable), end_of(&calendar, 2, 3));
		// A part of a day is a whole one, for the applicant and the authority alike.
		let asked = answered.asked(days_later(9), timetable).unwrap();
		let answered = asked.answered(&terms(), hours_later(days_later(9), 1), timetable).unwrap();
		assert_eq!(deadline(&answered, timetable), end_of(&calendar, 2, 4));
	});
}

#[test]
fn clock_should_go_on_when_a_question_is_open_for_too_long() {
	let calendar = every_day();
	by(&calendar, |timetable| {
		let asked = review(&terms(), timetable).asked(days_later(5), timetable).unwrap();
		let late = asked.answered(&terms(), days_later(30), timetable).unwrap();
		assert_eq!(deadline(&late, timetable), deadline(&asked, timetable));
		assert_eq!(
			late.clock.as_ref().unwrap().stood_still_millis(timetable.tolled),
			10 * MILLIS_PER_DAY
		);
		assert_eq!(late.asked(days_later(31), timetable), Err(ApplicationError::StopsUsedUp));
		// Nobody answers: it is decided all the same, when it has had its time.
		let terms = without_silence();
		let refuse = |at| asked.decided(&terms, DecidedByOfficers::Refused, at, timetable);
		assert_eq!(refuse(days_later(14)), Err(ApplicationError::QuestionOpen));
		assert!(refuse(days_later(15)).is_ok());
	});
}

#[test]
fn period_should_be_extended_once_and_before_it_is_over() {
	let calendar = every_day();
	by(&calendar, |timetable| {
		let application = review(&terms(), timetable);
		let extended = application.extended(&terms(), days_later(29), timetable).unwrap();
		assert_eq!(deadline(&extended, timetable), end_of(&calendar, 2, 15));
		assert_eq!(
			extended.extended(&terms(), days_later(29), timetable),
			Err(ApplicationError::AlreadyExtended)
		);
		assert_eq!(
			application.extended(&terms(), end_of(&calendar, 1, 31), timetable),
			Err(ApplicationError::PeriodOver)
		);
		let fixed = PermitTerms { extension: None, ..terms() };
		assert_eq!(
			application.extended(&fixed, days_later(1), timetable),
			Err(ApplicationError::NotExtensible)
		);
		// A question after the extension moves the end of both.
		let asked = extended.asked(days_later(32), timetable).unwrap();
		let answered = asked.answered(&terms(), days_later(34), timetable).unwrap();
		assert_eq!(deadline(&answered, timetable), end_of(&calendar, 2, 17));
	});
}

#[test]
fn outage_should_move_the_end_of_the_period() {
	let calendar = every_day();
	let mut tolled = TolledIntervals::new();
	tolled.try_insert(TolledInterval::try_new(days_later(2), days_later(4)).unwrap()).unwrap();
	let timetable = Timetable { calendar: &calendar, tolled: &tolled };
	let application = review(&terms(), timetable);
	assert_eq!(deadline(&application, timetable), end_of(&calendar, 2, 2));
	// One that lies in a question is counted once.
	let asked = application.asked(days_later(1), timetable).unwrap();
	let answered = asked.answered(&terms(), days_later(5), timetable).unwrap();
	assert_eq!(deadline(&answered, timetable), end_of(&calendar, 2, 4));
}

#[test]
fn outage_should_not_use_up_the_days_of_an_open_question() {
	let calendar = every_day();
	let mut tolled = TolledIntervals::new();
	let before = Timetable { calendar: &calendar, tolled: &tolled };
	let asked = review(&terms(), before).asked(days_later(5), before).unwrap();
	assert_eq!(deadline(&asked, before), end_of(&calendar, 2, 10));
	tolled.try_insert(TolledInterval::try_new(days_later(7), days_later(9)).unwrap()).unwrap();
	let after = Timetable { calendar: &calendar, tolled: &tolled };
	// Ten days that the applicant has, and two that nobody has; not the two a second time.
	assert_eq!(deadline(&asked, after), end_of(&calendar, 2, 12));
	let still: Vec<_> = asked.clock.as_ref().unwrap().stood_still(&tolled).collect();
	assert_eq!(still, [TolledInterval::try_new(days_later(5), days_later(17)).unwrap()]);
	let refuse = |at| asked.decided(&without_silence(), DecidedByOfficers::Refused, at, after);
	assert_eq!(refuse(days_later(16)), Err(ApplicationError::QuestionOpen));
	assert!(refuse(days_later(17)).is_ok());
	// Answered after twelve days, it has used up ten; after four, two.
	let answered = asked.answered(&terms(), days_later(17), after).unwrap();
	assert_eq!(answered.asked(days_later(18), after), Err(ApplicationError::StopsUsedUp));
	let answered = asked.answered(&terms(), days_later(9), after).unwrap();
	let used = answered.clock.as_ref().unwrap().stood_still_millis(&tolled);
	assert_eq!(used, 2 * MILLIS_PER_DAY);
	assert!(answered.asked(days_later(18), after).is_ok());
}

#[test]
fn outage_at_the_end_should_leave_the_authority_its_last_day() {
	let calendar = every_day();
	let mut tolled = TolledIntervals::new();
	let before = Timetable { calendar: &calendar, tolled: &tolled };
	let application = review(&terms(), before);
	let end = deadline(&application, before);
	// From an hour before the end to a day after it.
	let from = Instant::from_millis(end.as_millis() - 3_600_000);
	let to = hours_later(end, 24);
	tolled.try_insert(TolledInterval::try_new(from, to).unwrap()).unwrap();
	let after = Timetable { calendar: &calendar, tolled: &tolled };
	assert_eq!(application.due_step(&terms(), to, after), Ok(None));
	assert_eq!(deadline(&application, after), hours_later(end, 48));
	let refuse = |at| application.decided(&terms(), DecidedByOfficers::Refused, at, after);
	assert!(refuse(hours_later(end, 47)).is_ok());
	assert_eq!(refuse(hours_later(end, 48)), Err(ApplicationError::PeriodOver));
}

#[test]
fn deadline_should_follow_the_calendar_and_nothing_else() {
	by(&every_day(), |timetable| {
		let application = review(&terms(), timetable);
		assert_eq!(deadline(&application, timetable), end_of(timetable.calendar, 1, 31));
		// The council makes 31 January a holiday: the period ends with the next working day.
		let utc = timetable.calendar.offset();
		let holidays = vec![date(2026, 1, 31)].try_into().unwrap();
		let calendar = Calendar::try_new(utc, WeekendDays::NONE, holidays).unwrap();
		let proclaimed = Timetable { calendar: &calendar, ..timetable };
		assert_eq!(deadline(&application, proclaimed), end_of(&calendar, 2, 1));
		// The type gets other terms: the application keeps its own.
		let clock = application.clock.as_ref().unwrap();
		assert_eq!((clock.period, clock.stopped_days), (Period::CalendarDays(30), 10));
	});
}
