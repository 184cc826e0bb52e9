//! Ministries that are asked.

use super::*;

#[test]
fn ministries_should_be_asked_side_by_side_and_silence_be_no_objection() {
	by(&every_day(), |timetable| {
		let terms = referred(&[3, 4]);
		let application = review(&terms, timetable);
		let grant = |application: &Application, at| {
			application.decided(&terms, DecidedByOfficers::Granted, at, timetable)
		};
		let early = days_later(2);
		assert_eq!(grant(&application, early), Err(ApplicationError::OpinionOutstanding));
		assert_eq!(
			application.with_opinion(MinistryId(5), Opinion::Objection, early, timetable),
			Err(ApplicationError::NotReferred)
		);
		let one = application
			.with_opinion(MinistryId(3), Opinion::OnConditions, early, timetable)
			.unwrap();
		assert_eq!(
			one.with_opinion(MinistryId(3), Opinion::Objection, early, timetable),
			Err(ApplicationError::OpinionClosed)
		);
		assert_eq!(grant(&one, early), Err(ApplicationError::OpinionOutstanding));
		let both = one.with_opinion(MinistryId(4), Opinion::Objection, early, timetable).unwrap();
		assert!(grant(&both, early).is_ok());
		// The other is silent for ten days.
		let late = days_later(11);
		assert_eq!(
			one.referrals[1].opinion_at(late, timetable, one.deadline(timetable).unwrap()),
			Ok(Some(Opinion::NoObjection))
		);
		assert_eq!(
			one.with_opinion(MinistryId(4), Opinion::Objection, late, timetable),
			Err(ApplicationError::OpinionClosed)
		);
		assert!(grant(&one, late).is_ok());
	});
}

/// When the ministry 3 can answer no more.
fn until(application: &Application, timetable: Timetable<'_>) -> Instant {
	let referral = application.referral_to(MinistryId(3)).unwrap();
	referral.until(timetable, application.deadline(timetable).unwrap()).unwrap()
}

/// Terms by which the ministry 3 is asked for so many days.
fn asked_for(days: u32) -> PermitTerms {
	let mut terms = referred(&[3]);
	terms.referrals[0].period = Period::CalendarDays(days);
	terms
}

#[test]
fn ministry_should_lose_no_time_to_an_outage() {
	let calendar = every_day();
	let mut tolled = TolledIntervals::new();
	let before = Timetable { calendar: &calendar, tolled: &tolled };
	let application = review(&referred(&[3]), before);
	assert_eq!(until(&application, before), calendar.end_of_day(date(2026, 1, 11)).unwrap());
	tolled.try_insert(TolledInterval::try_new(days_later(9), days_later(12)).unwrap()).unwrap();
	let after = Timetable { calendar: &calendar, tolled: &tolled };
	assert_eq!(until(&application, after), calendar.end_of_day(date(2026, 1, 14)).unwrap());
	let answered =
		application.with_opinion(MinistryId(3), Opinion::Objection, days_later(12), after);
	assert!(answered.is_ok());
}

#[test]
fn authority_should_have_the_last_day_when_a_ministry_could_answer_longer() {
	let calendar = every_day();
	by(&calendar, |timetable| {
		let terms = asked_for(60);
		let application = review(&terms, timetable);
		// The decision is due with the end of 31 January.
		let last_day = calendar.end_of_day(date(2026, 1, 30)).unwrap();
		assert_eq!(until(&application, timetable), last_day);
		let before = Instant::from_millis(last_day.as_millis() - 1);
		let refuse = |application: &Application, at| {
			application.decided(&terms, DecidedByOfficers::Refused, at, timetable)
		};
		assert_eq!(refuse(&application, before), Err(ApplicationError::OpinionOutstanding));
		assert!(refuse(&application, last_day).is_ok());
		let opinion = |application: &Application, at| {
			application.with_opinion(MinistryId(3), Opinion::Objection, at, timetable)
		};
		assert!(opinion(&application, before).is_ok());
		assert_eq!(opinion(&application, last_day), Err(ApplicationError::OpinionClosed));
		// What gives the authority more time gives the ministry the rest of its own.
		let extended = application.extended(&terms, last_day, timetable).unwrap();
		assert!(opinion(&extended, last_day).is_ok());
		assert_eq!(until(&extended, timetable), calendar.end_of_day(date(2026, 2, 14)).unwrap());
	});
}

#[test]
fn question_to_the_applicant_should_give_a_ministry_no_more_time() {
	by(&every_day(), |timetable| {
		let application = review(&referred(&[3]), timetable);
		let asked = application.asked(days_later(2), timetable).unwrap();
		assert_eq!(until(&asked, timetable), until(&application, timetable));
	});
}

#[test]
fn ministry_should_be_known_with_its_register_and_when_it_was_asked() {
	by(&every_day(), |timetable| {
		let terms = referred(&[3]);
		let application = review(&terms, timetable);
		let referral = application.referral_to(MinistryId(3)).unwrap();
		assert_eq!(referral.asked_at, START);
		assert_eq!(application.referral_to(MinistryId(4)), None);
		assert_eq!(terms.register_of(MinistryId(3)), Some(Register::Business));
		assert_eq!(terms.register_of(MinistryId(4)), None);
	});
}
