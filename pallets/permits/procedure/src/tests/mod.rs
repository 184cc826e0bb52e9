//! Tests, by module.

mod appeals;
mod applications;
mod clocks;
mod permits;
mod properties;
mod reference;
mod referrals;
mod silence;
mod stories;
mod terms;

use polity_primitives::{
	commitment::Commitment,
	ids::MinistryId,
	office::Register,
	time::{
		Calendar, CalendarDate, Instant, LocalOffset, Period, TolledInterval, TolledIntervals,
		WeekendDays, MILLIS_PER_DAY,
	},
};

use crate::*;

/// Noon of Thursday, 1 January 2026.
const START: Instant = Instant::from_millis(1_767_268_800_000);

/// Monday to Friday, in UTC.
fn weekdays() -> Calendar {
	let utc = LocalOffset::from_minutes_east(0).unwrap();
	Calendar::without_holidays(utc, WeekendDays::SATURDAY_SUNDAY)
}

/// Every day is a working day.
fn every_day() -> Calendar {
	Calendar::without_holidays(LocalOffset::from_minutes_east(0).unwrap(), WeekendDays::NONE)
}

fn date(year: i32, month: u8, day: u8) -> CalendarDate {
	CalendarDate::from_ymd(year, month, day).unwrap()
}

fn hours_later(from: Instant, hours: u64) -> Instant {
	from.checked_add_millis(hours * 3_600_000).unwrap()
}

fn days_later(days: u64) -> Instant {
	hours_later(START, 24 * days)
}

/// Thirty days, extended by fifteen, granted by silence; the clock stands still for ten days at most.
fn terms() -> PermitTerms {
	PermitTerms {
		needs_fee: false,
		completeness_period: Some(Period::CalendarDays(15)),
		decision_period: Period::CalendarDays(30),
		silence_grants: true,
		extension: Some(Period::CalendarDays(15)),
		stopped_days: 10,
		validity: Validity::AtMost(Period::Years(2)),
		renewal_window: Some(Period::Months(3)),
		is_transferable: true,
		quota: Some(2),
		inspections: vec![InspectionKind::Final].try_into().unwrap(),
		cure_period: Period::CalendarDays(14),
		prerequisites: Prerequisites::new(),
		referrals: Default::default(),
		appeal_period: Some(Period::Months(1)),
		is_personal: false,
		licenses: None,
	}
}

/// The same where silence grants nothing.
fn without_silence() -> PermitTerms {
	PermitTerms { silence_grants: false, ..terms() }
}

fn referred(ministries: &[u16]) -> PermitTerms {
	let referrals: Vec<_> = ministries
		.iter()
		.map(|id| ReferralTerms {
			ministry: MinistryId(*id),
			register: Register::Business,
			period: Period::CalendarDays(10),
		})
		.collect();
	PermitTerms { referrals: referrals.try_into().unwrap(), ..terms() }
}

/// An application whose dossier is complete at the beginning.
fn review(terms: &PermitTerms, timetable: Timetable<'_>) -> Application {
	Application::submitted(START).complete(terms, START, timetable).unwrap()
}

/// Runs a test by a calendar without tolled time.
fn by(calendar: &Calendar, test: impl FnOnce(Timetable<'_>)) {
	let tolled = TolledIntervals::new();
	test(Timetable { calendar, tolled: &tolled });
}
