//! What a permit is worth, and what can be done with it.

use super::*;

const FROM: (i32, u8, u8) = (2026, 3, 2);
const TO: (i32, u8, u8) = (2027, 3, 1);

fn from() -> CalendarDate {
	date(FROM.0, FROM.1, FROM.2)
}

fn to() -> CalendarDate {
	date(TO.0, TO.1, TO.2)
}

fn bounds<'a>(terms: &'a PermitTerms, calendar: &'a Calendar) -> Bounds<'a> {
	Bounds { terms, right_ends: None, calendar }
}

fn condition(due: Option<CalendarDate>) -> ConditionTerms {
	let commitment = Commitment::new([7; 32]).unwrap();
	ConditionTerms { code: 12, commitment, due }
}

fn permit_with(conditions: Vec<ConditionTerms>) -> Permit {
	let conditions = conditions.try_into().unwrap();
	let (terms, calendar) = (terms(), weekdays());
	Permit::granted(bounds(&terms, &calendar), from(), Some(to()), &conditions).unwrap()
}

fn permit() -> Permit {
	permit_with(vec![])
}

fn status_of(permit: &Permit, today: CalendarDate, holding: Holding) -> EffectiveStatus {
	let (calendar, tolled) = (weekdays(), TolledIntervals::new());
	let timetable = Timetable { calendar: &calendar, tolled: &tolled };
	permit.effective_status(&terms(), today, noon(today), holding, timetable)
}

/// The status on a day at noon, of a holder that has all that it needs.
fn status(permit: &Permit, today: CalendarDate) -> EffectiveStatus {
	status_of(permit, today, Holding::Complete)
}

fn noon(day: CalendarDate) -> Instant {
	let end = weekdays().end_of_day(day).unwrap();
	end.checked_sub_millis(MILLIS_PER_DAY / 2).unwrap()
}

/// The permit after an inspection of a kind that is scheduled for a day and ends on it.
fn seen(
	permit: &Permit,
	kind: InspectionKind,
	result: InspectionResult,
	day: CalendarDate,
) -> Permit {
	let scheduled = permit.with_inspection(kind, day, day).unwrap();
	scheduled.inspected(scheduled.inspections.len() - 1, result, day, noon(day)).unwrap()
}

fn uninspected() -> PermitTerms {
	PermitTerms { inspections: RequiredInspections::new(), ..terms() }
}

#[test]
fn permit_should_be_valid_from_its_first_day_up_to_its_end() {
	let permit = permit();
	for (day, expected) in [
		(date(2026, 3, 1), EffectiveStatus::NotYetValid),
		(from(), EffectiveStatus::Active),
		(date(2027, 2, 28), EffectiveStatus::Active),
		(to(), EffectiveStatus::Expired),
		(date(2030, 1, 1), EffectiveStatus::Expired),
	] {
		assert_eq!(status(&permit, day), expected, "{day:?}");
	}
	assert!(permit.is_running(date(2027, 2, 28)));
	assert!(!permit.is_running(to()));
}

#[test]
fn permit_should_not_be_granted_for_longer_than_its_type_allows() {
	let calendar = weekdays();
	let terms = terms();
	let grant = |valid_to| {
		Permit::granted(bounds(&terms, &calendar), from(), valid_to, &StatedConditions::new())
			.map(|_| ())
	};
	assert_eq!(grant(Some(from())), Err(PermitError::EndsBeforeItBegins));
	assert_eq!(grant(Some(date(2028, 3, 2))), Ok(()));
	assert_eq!(grant(Some(date(2028, 3, 3))), Err(PermitError::ValidForTooLong));
	assert_eq!(grant(None), Err(PermitError::ValidForTooLong));
	assert_eq!(bounds(&terms, &calendar).longest(from()), Ok(Some(date(2028, 3, 2))));
	let unlimited =
		PermitTerms { validity: Validity::Unlimited, renewal_window: None, ..terms.clone() };
	let bounds = bounds(&unlimited, &calendar);
	assert_eq!(bounds.longest(from()), Ok(None));
	let permit = Permit::granted(bounds, from(), None, &StatedConditions::new()).unwrap();
	assert_eq!(status(&permit, date(2999, 1, 1)), EffectiveStatus::Active);
	assert_eq!(
		permit.renewed(bounds, None, from(), Holding::Complete),
		Err(PermitError::NotRenewable)
	);
}

#[test]
fn permit_should_not_be_granted_for_longer_than_its_holder_has_the_site() {
	let (calendar, terms) = (weekdays(), terms());
	let lease = |ends| Bounds { right_ends: Some(ends), ..bounds(&terms, &calendar) };
	let ends = date(2027, 1, 1);
	let grant = |bounds, valid_to| {
		Permit::granted(bounds, from(), valid_to, &StatedConditions::new()).map(|_| ())
	};
	assert_eq!(grant(lease(ends), Some(ends)), Ok(()));
	assert_eq!(grant(lease(ends), Some(date(2027, 1, 2))), Err(PermitError::EndsAfterRight));
	assert_eq!(lease(ends).longest(from()), Ok(Some(ends)));
	// Also where the type sets no end.
	let unlimited =
		PermitTerms { validity: Validity::Unlimited, renewal_window: None, ..terms.clone() };
	let without_end = Bounds { terms: &unlimited, ..lease(ends) };
	assert_eq!(grant(without_end, None), Err(PermitError::EndsAfterRight));
	assert_eq!(without_end.longest(from()), Ok(Some(ends)));
	// A right that is over is one that the holder lacks.
	assert_eq!(lease(from()).longest(from()), Ok(Some(date(2028, 3, 2))));
	// Nor is it varied or renewed so.
	let day = date(2027, 1, 4);
	let vary = permit().varied(lease(ends), Some(to()), &StatedConditions::new(), day);
	assert_eq!(vary, Err(PermitError::EndsAfterRight));
	let renew =
		permit().renewed(lease(date(2027, 6, 1)), Some(date(2027, 7, 1)), day, Holding::Complete);
	assert_eq!(renew, Err(PermitError::EndsAfterRight));
}

#[test]
fn permit_should_be_unusable_while_its_holder_lacks_something() {
	let permit = permit();
	let day = date(2026, 6, 1);
	assert_eq!(status_of(&permit, day, Holding::Lacking), EffectiveStatus::Unusable);
	assert_eq!(status(&permit, day), EffectiveStatus::Active);
	// It is still running: a company that holds it is not struck off.
	assert!(permit.is_running(day));
}

#[test]
fn suspension_should_not_make_a_permit_valid_for_longer() {
	let day = date(2026, 6, 1);
	let suspended = permit().suspended(day).unwrap();
	assert_eq!(status(&suspended, day), EffectiveStatus::Suspended);
	assert_eq!(suspended.suspended(day), Err(PermitError::Suspended));
	assert_eq!(permit().resumed(day), Err(PermitError::NotSuspended));
	assert_eq!(suspended.resumed(day), Ok(permit()));
	assert_eq!(status(&suspended, to()), EffectiveStatus::Expired);
	assert_eq!(suspended.resumed(to()), Err(PermitError::Ended));
	let completed = suspended.completed(&terms(), day, Holding::Complete);
	assert_eq!(completed, Err(PermitError::Suspended));
	assert_eq!(
		suspended.ensure_may_pass(&terms(), day, Holding::Complete),
		Err(PermitError::Suspended)
	);
}

#[test]
fn permit_that_has_ended_should_not_come_back() {
	let day = date(2026, 6, 1);
	let (calendar, terms) = (weekdays(), terms());
	let bounds = bounds(&terms, &calendar);
	assert_eq!(permit().revoked(day, false), Err(PermitError::HearingMissing));
	for (ended, expected) in [
		(permit().revoked(day, true).unwrap(), EffectiveStatus::Revoked),
		(permit().surrendered(day).unwrap(), EffectiveStatus::Surrendered),
		(permit().overturned(day).unwrap(), EffectiveStatus::Overturned),
		(
			permit().completed(&uninspected(), day, Holding::Complete).unwrap(),
			EffectiveStatus::Completed,
		),
	] {
		assert_eq!(status(&ended, day), expected);
		// It stays what it was when its days are over, too.
		assert_eq!(status(&ended, to()), expected);
		for step in [
			ended.suspended(day),
			ended.resumed(day),
			ended.revoked(day, true),
			ended.surrendered(day),
			ended.overturned(day),
			ended.varied(bounds, Some(to()), &StatedConditions::new(), day),
			ended.renewed(bounds, Some(to()), day, Holding::Complete).map(|(old, _)| old),
			ended.with_condition_met(0, day),
			ended.with_inspection(InspectionKind::Final, day, day),
			ended.inspected(0, InspectionResult::Passed, day, noon(day)),
			ended.completed(&terms, day, Holding::Complete),
		] {
			assert_eq!(step, Err(PermitError::Ended));
		}
		assert_eq!(ended.ensure_may_pass(&terms, day, Holding::Complete), Err(PermitError::Ended));
	}
}

#[test]
fn permit_should_pass_only_where_its_type_lets_it() {
	let day = date(2026, 6, 1);
	let pass = |terms: &PermitTerms, holding| permit().ensure_may_pass(terms, day, holding);
	assert_eq!(pass(&terms(), Holding::Complete), Ok(()));
	assert_eq!(pass(&terms(), Holding::Lacking), Err(PermitError::PrerequisiteMissing));
	let personal = PermitTerms { is_transferable: false, ..terms() };
	assert_eq!(pass(&personal, Holding::Complete), Err(PermitError::NotTransferable));
}

#[test]
fn permit_should_be_renewed_in_its_window_without_a_day_between() {
	let (calendar, terms) = (weekdays(), terms());
	let renew = |permit: &Permit, today, holder| {
		permit.renewed(bounds(&terms, &calendar), Some(date(2028, 3, 1)), today, holder)
	};
	let day = date(2026, 12, 1);
	assert_eq!(
		renew(&permit(), date(2026, 11, 26), Holding::Complete),
		Err(PermitError::TooEarlyToRenew)
	);
	assert_eq!(renew(&permit(), day, Holding::Lacking), Err(PermitError::PrerequisiteMissing));
	let (old, next) = renew(&permit(), day, Holding::Complete).unwrap();
	assert_eq!((next.valid_from, next.valid_to), (to(), Some(date(2028, 3, 1))));
	assert_eq!(old, Permit { is_renewed: true, ..permit() });
	assert_eq!(renew(&permit(), to(), Holding::Complete), Err(PermitError::Ended));
	let suspended = permit().suspended(day).unwrap();
	assert_eq!(renew(&suspended, day, Holding::Complete), Err(PermitError::Suspended));
	let fixed = PermitTerms { renewal_window: None, ..terms.clone() };
	assert_eq!(
		permit().renewed(bounds(&fixed, &calendar), Some(to()), day, Holding::Complete),
		Err(PermitError::NotRenewable)
	);
	// Nor while something is wrong, however long it can still be put right.
	let failed = seen(&permit(), InspectionKind::FireSafety, InspectionResult::Failed, day);
	assert_eq!(renew(&failed, day, Holding::Complete), Err(PermitError::DefectOpen));
	let cured = seen(&failed, InspectionKind::FireSafety, InspectionResult::Passed, day);
	assert!(renew(&cured, day, Holding::Complete).is_ok());
	// Once, and none before its first day; what was renewed stays with its holder and keeps its end.
	assert_eq!(renew(&old, day, Holding::Complete), Err(PermitError::AlreadyRenewed));
	assert_eq!(renew(&next, day, Holding::Complete), Err(PermitError::NotYetValid));
	// The next one passes to nobody while it would end with this one.
	let pass = |today| next.ensure_may_pass(&terms, today, Holding::Complete);
	assert_eq!(pass(day), Err(PermitError::NotYetValid));
	assert_eq!(pass(to()), Ok(()));
	assert_eq!(
		old.ensure_may_pass(&terms, day, Holding::Complete),
		Err(PermitError::AlreadyRenewed)
	);
	let vary = |valid_to| {
		old.varied(bounds(&terms, &calendar), Some(valid_to), &StatedConditions::new(), day)
			.map(|_| ())
	};
	assert_eq!(vary(date(2027, 4, 1)), Err(PermitError::RenewedKeepsItsEnd));
	assert_eq!(vary(to()), Ok(()));
	// What the holder still owes it owes under the next one, too.
	let (met, open) = (condition(None), condition(Some(date(2027, 9, 1))));
	let owing = permit_with(vec![met, open]).with_condition_met(0, day).unwrap();
	let (_, next) = renew(&owing, day, Holding::Complete).unwrap();
	assert_eq!(next.conditions.into_inner(), [Condition { terms: open, is_met: false }]);
}

#[test]
fn condition_should_be_met_by_its_day() {
	let permit = permit_with(vec![condition(Some(date(2026, 5, 4))), condition(None)]);
	assert!(permit.conditions.iter().all(|condition| !condition.is_met));
	assert_eq!(status(&permit, date(2026, 5, 4)), EffectiveStatus::Active);
	let late = date(2026, 5, 5);
	assert_eq!(status(&permit, late), EffectiveStatus::ConditionUnmet);
	assert_eq!(permit.with_condition_met(2, late), Err(PermitError::ConditionNotFound));
	let met = permit.with_condition_met(0, late).unwrap();
	assert_eq!(status(&met, late), EffectiveStatus::Active);
	assert_eq!(met.with_condition_met(0, late), Err(PermitError::ConditionMet));
	let complete = |permit: &Permit| permit.completed(&uninspected(), late, Holding::Complete);
	assert_eq!(complete(&met), Err(PermitError::ConditionOpen));
	assert!(complete(&met.with_condition_met(1, late).unwrap()).is_ok());
}

#[test]
fn permit_should_be_completed_only_after_what_its_type_demands_was_passed() {
	use InspectionKind::{Final, FireSafety, Foundation};
	let day = date(2026, 6, 1);
	let demanding = PermitTerms {
		inspections: vec![Foundation, FireSafety, Final].try_into().unwrap(),
		..terms()
	};
	let complete = |permit: &Permit| {
		permit.completed(&demanding, date(2026, 6, 2), Holding::Complete).map(|_| ())
	};
	let missing = Err(PermitError::RequiredInspectionMissing);
	let mut permit = permit();
	for kind in [Foundation, FireSafety] {
		assert_eq!(complete(&permit), missing);
		permit = seen(&permit, kind, InspectionResult::Passed, day);
	}
	// Not by one of another kind, nor by one that was not passed.
	let other = seen(&permit, InspectionKind::Electrical, InspectionResult::Passed, day);
	assert_eq!(complete(&other), missing);
	for result in [InspectionResult::Partial, InspectionResult::NoAccess, InspectionResult::Failed]
	{
		assert_eq!(complete(&seen(&permit, Final, result, day)), missing);
	}
	let passed = seen(&permit, Final, InspectionResult::Passed, day);
	assert_eq!(complete(&passed), Ok(()));
	// What was seen last counts, of each kind.
	let again = seen(&passed, Foundation, InspectionResult::NoAccess, day);
	assert_eq!(complete(&again), missing);
	let lacking = passed.completed(&demanding, day, Holding::Lacking);
	assert_eq!(lacking, Err(PermitError::PrerequisiteMissing));
}

#[test]
fn inspection_should_end_once_and_not_before_its_day() {
	let day = date(2026, 6, 1);
	let on = date(2026, 6, 8);
	let permit = permit().with_inspection(InspectionKind::Final, on, day).unwrap();
	let pass = |permit: &Permit, at, day| {
		permit.inspected(at, InspectionResult::Passed, day, noon(day)).map(|_| ())
	};
	assert_eq!(pass(&permit, 0, day), Err(PermitError::InspectionAhead));
	assert_eq!(pass(&permit, 1, on), Err(PermitError::InspectionNotFound));
	assert_eq!(pass(&permit, 0, on), Ok(()));
	let done = permit.inspected(0, InspectionResult::Passed, on, noon(on)).unwrap();
	assert_eq!(pass(&done, 0, on), Err(PermitError::InspectionDone));
}

#[test]
fn defect_should_be_put_right_in_the_time_of_the_terms() {
	let on = date(2026, 6, 8);
	let failed = seen(&permit(), InspectionKind::Final, InspectionResult::Failed, on);
	// Fourteen days, the last of which is a working day.
	let last = date(2026, 6, 22);
	assert_eq!(status(&failed, last), EffectiveStatus::Active);
	let late = date(2026, 6, 23);
	assert_eq!(status(&failed, late), EffectiveStatus::Defective);
	for nothing in [InspectionResult::Partial, InspectionResult::NoAccess] {
		let again = seen(&failed, InspectionKind::Final, nothing, late);
		assert_eq!(status(&again, late), EffectiveStatus::Defective);
	}
	let cured = seen(&failed, InspectionKind::Final, InspectionResult::Passed, late);
	assert_eq!(status(&cured, late), EffectiveStatus::Active);
}

#[test]
fn outage_should_use_nothing_up_of_the_time_to_put_a_defect_right() {
	let on = date(2026, 6, 8);
	let failed = seen(&permit(), InspectionKind::Structure, InspectionResult::Failed, on);
	let calendar = weekdays();
	let mut tolled = TolledIntervals::new();
	let outage = TolledInterval::try_new(noon(date(2026, 6, 10)), noon(date(2026, 6, 12)));
	tolled.try_insert(outage.unwrap()).unwrap();
	let at = |day| {
		let timetable = Timetable { calendar: &calendar, tolled: &tolled };
		failed.effective_status(&terms(), day, noon(day), Holding::Complete, timetable)
	};
	assert_eq!(at(date(2026, 6, 24)), EffectiveStatus::Active);
	assert_eq!(at(date(2026, 6, 25)), EffectiveStatus::Defective);
}

#[test]
fn defect_should_be_put_right_by_its_own_kind_or_the_whole() {
	use InspectionKind::{Electrical, Final, Sanitary};
	let (on, late) = (date(2026, 6, 8), date(2026, 6, 23));
	let failed = seen(&permit(), Electrical, InspectionResult::Failed, on);
	let passed = |kind| seen(&failed, kind, InspectionResult::Passed, late);
	assert_eq!(status(&passed(Sanitary), late), EffectiveStatus::Defective);
	for kind in [Electrical, Final] {
		assert_eq!(status(&passed(kind), late), EffectiveStatus::Active);
	}
	// One defect that is put right does not hide another.
	let two = seen(&failed, Sanitary, InspectionResult::Failed, on);
	let one_cured = seen(&two, Sanitary, InspectionResult::Passed, late);
	assert_eq!(status(&one_cured, late), EffectiveStatus::Defective);
}

#[test]
fn what_was_seen_last_should_count_when_inspections_end_out_of_order() {
	let (day, late) = (date(2026, 6, 1), date(2026, 6, 23));
	let in_turn = |kind, first, second| {
		let two = permit().with_inspection(kind, day, day).unwrap();
		let two = two.with_inspection(kind, day, day).unwrap();
		let one_ended = two.inspected(1, first, day, noon(day)).unwrap();
		one_ended.inspected(0, second, day, noon(day)).unwrap()
	};
	use InspectionResult::{Failed, Passed};
	for kind in [InspectionKind::Intermediate, InspectionKind::Final] {
		assert_eq!(status(&in_turn(kind, Passed, Failed), late), EffectiveStatus::Defective);
		assert_eq!(status(&in_turn(kind, Failed, Passed), late), EffectiveStatus::Active);
	}
	let failed_last = in_turn(InspectionKind::Final, Passed, Failed);
	assert_eq!(
		failed_last.completed(&terms(), day, Holding::Complete),
		Err(PermitError::RequiredInspectionMissing)
	);
}

#[test]
fn permit_should_not_be_completed_while_something_is_wrong_or_before_its_first_day() {
	let day = date(2026, 6, 1);
	let complete =
		|permit: &Permit, day| permit.completed(&uninspected(), day, Holding::Complete).map(|_| ());
	let before = from().checked_add_days(-1).unwrap();
	assert_eq!(complete(&permit(), before), Err(PermitError::NotYetValid));
	let kind = InspectionKind::Intermediate;
	let failed = seen(&permit(), kind, InspectionResult::Failed, day);
	// Also while there is time to put it right.
	for day in [day, date(2026, 6, 23)] {
		assert_eq!(complete(&failed, day), Err(PermitError::DefectOpen), "{day:?}");
	}
	assert_eq!(complete(&seen(&failed, kind, InspectionResult::Passed, day), day), Ok(()));
}

#[test]
fn inspections_should_be_bounded() {
	let day = date(2026, 6, 1);
	let mut permit = permit();
	for _ in 0..MAX_INSPECTIONS {
		permit = permit.with_inspection(InspectionKind::Intermediate, day, day).unwrap();
	}
	assert_eq!(
		permit.with_inspection(InspectionKind::Final, day, day),
		Err(PermitError::TooManyInspections)
	);
}

#[test]
fn permit_should_be_varied_within_what_its_type_allows() {
	let day = date(2026, 6, 1);
	let (calendar, terms) = (weekdays(), terms());
	let (kept, changed) = (condition(None), condition(Some(date(2026, 9, 1))));
	let conditions: StatedConditions = vec![kept, changed].try_into().unwrap();
	let had = permit_with(vec![condition(Some(date(2026, 8, 1))), kept]);
	let had = had.with_condition_met(0, day).and_then(|had| had.with_condition_met(1, day));
	let had = had.unwrap();
	let vary = |valid_to| had.varied(bounds(&terms, &calendar), valid_to, &conditions, day);
	let varied = vary(Some(date(2027, 6, 1))).unwrap();
	assert_eq!(varied.valid_to, Some(date(2027, 6, 1)));
	// What was met stays met, where it is the same.
	let met = Condition { terms: kept, is_met: true };
	assert_eq!(varied.conditions.into_inner(), [met, Condition { terms: changed, is_met: false }]);
	assert_eq!(vary(None), Err(PermitError::ValidForTooLong));
	assert_eq!(vary(Some(day)), Err(PermitError::EndsInThePast));
	assert!(vary(day.checked_add_days(1)).is_ok());
	// It does not lift a suspension.
	let suspended = permit().suspended(day).unwrap();
	let varied = suspended.varied(bounds(&terms, &calendar), Some(to()), &conditions, day);
	assert_eq!(varied.unwrap().standing, PermitStanding::Suspended);
}

#[test]
fn every_status_should_be_published() {
	use EffectiveStatus::*;
	for status in [Active, NotYetValid, Suspended, Unusable, ConditionUnmet, Defective] {
		assert_eq!(status_of_permit(status, false), PublishedStatus::PermitIssued);
		assert_eq!(status_of_permit(status, true), PublishedStatus::InspectionPhase);
	}
	assert_eq!(status_of_permit(Completed, true), PublishedStatus::PermitFinaled);
	for status in [Expired, Revoked, Surrendered, Overturned] {
		assert_eq!(status_of_permit(status, true), PublishedStatus::PermitCancelled);
	}
}
