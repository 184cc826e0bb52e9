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

fn permit_with(conditions: Vec<Condition>) -> Permit {
	let conditions = conditions.try_into().unwrap();
	Permit::granted(&terms(), from(), Some(to()), conditions, &weekdays()).unwrap()
}

fn permit() -> Permit {
	permit_with(vec![])
}

/// The status on a day at noon, of a holder that has all that it needs.
fn status(permit: &Permit, today: CalendarDate) -> EffectiveStatus {
	permit.effective_status(today, noon(today), Holding::Complete)
}

fn noon(day: CalendarDate) -> Instant {
	let end = weekdays().end_of_day(day).unwrap();
	end.checked_sub_millis(MILLIS_PER_DAY / 2).unwrap()
}

fn failed(cure_until: CalendarDate) -> InspectionResult {
	InspectionResult::Failed { cure_until: weekdays().end_of_day(cure_until).unwrap() }
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
	let grant = |valid_to| {
		Permit::granted(&terms(), from(), valid_to, Conditions::new(), &weekdays()).map(|_| ())
	};
	assert_eq!(grant(Some(from())), Err(PermitError::EndsBeforeItBegins));
	assert_eq!(grant(Some(date(2028, 3, 2))), Ok(()));
	assert_eq!(grant(Some(date(2028, 3, 3))), Err(PermitError::ValidForTooLong));
	assert_eq!(grant(None), Err(PermitError::ValidForTooLong));
	let unlimited = PermitTerms { validity: Validity::Unlimited, renewal_window: None, ..terms() };
	let permit = Permit::granted(&unlimited, from(), None, Conditions::new(), &weekdays()).unwrap();
	assert_eq!(status(&permit, date(2999, 1, 1)), EffectiveStatus::Active);
	assert_eq!(
		permit.renewed(&unlimited, None, from(), &weekdays()),
		Err(PermitError::NotRenewable)
	);
}

#[test]
fn permit_should_be_unusable_while_its_holder_lacks_something() {
	let permit = permit();
	let day = date(2026, 6, 1);
	let lacking = permit.effective_status(day, noon(day), Holding::Lacking);
	assert_eq!(lacking, EffectiveStatus::Unusable);
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
	for step in
		[suspended.renewed(&terms(), None, day, &weekdays()), suspended.completed(&terms(), day)]
	{
		assert_eq!(step, Err(PermitError::Suspended));
	}
	assert_eq!(
		suspended.ensure_may_pass(&terms(), day, Holding::Complete),
		Err(PermitError::Suspended)
	);
}

#[test]
fn permit_that_has_ended_should_not_come_back() {
	let day = date(2026, 6, 1);
	assert_eq!(permit().revoked(day, false), Err(PermitError::HearingMissing));
	let without_final = PermitTerms { needs_final_inspection: false, ..terms() };
	for (ended, expected) in [
		(permit().revoked(day, true).unwrap(), EffectiveStatus::Revoked),
		(permit().surrendered(day).unwrap(), EffectiveStatus::Surrendered),
		(permit().overturned(day).unwrap(), EffectiveStatus::Overturned),
		(permit().completed(&without_final, day).unwrap(), EffectiveStatus::Completed),
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
			ended.varied(&terms(), Some(to()), Conditions::new(), day, &weekdays()),
			ended.renewed(&terms(), Some(to()), day, &weekdays()),
			ended.with_condition_met(0, day),
			ended.with_inspection(InspectionKind::Final, day, day),
			ended.inspected(0, InspectionResult::Passed, day),
			ended.completed(&terms(), day),
		] {
			assert_eq!(step, Err(PermitError::Ended));
		}
		assert_eq!(
			ended.ensure_may_pass(&terms(), day, Holding::Complete),
			Err(PermitError::Ended)
		);
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
	let renew = |today| permit().renewed(&terms(), Some(date(2028, 3, 1)), today, &weekdays());
	assert_eq!(renew(date(2026, 11, 26)), Err(PermitError::TooEarlyToRenew));
	let next = renew(date(2026, 12, 1)).unwrap();
	assert_eq!((next.valid_from, next.valid_to), (to(), Some(date(2028, 3, 1))));
	assert_eq!(renew(to()), Err(PermitError::Ended));
	let fixed = PermitTerms { renewal_window: None, ..terms() };
	assert_eq!(
		permit().renewed(&fixed, Some(to()), date(2027, 2, 1), &weekdays()),
		Err(PermitError::NotRenewable)
	);
	// What the holder still owes it owes under the next one, too.
	let met = Condition { due: None, is_met: true };
	let open = Condition { due: Some(date(2027, 9, 1)), is_met: false };
	let next = permit_with(vec![met, open])
		.renewed(&terms(), Some(date(2028, 3, 1)), date(2027, 2, 1), &weekdays())
		.unwrap();
	assert_eq!(next.conditions.into_inner(), [open]);
}

#[test]
fn condition_should_be_met_by_its_day() {
	let permit = permit_with(vec![
		Condition { due: Some(date(2026, 5, 4)), is_met: false },
		Condition { due: None, is_met: false },
	]);
	assert_eq!(status(&permit, date(2026, 5, 4)), EffectiveStatus::Active);
	let late = date(2026, 5, 5);
	assert_eq!(status(&permit, late), EffectiveStatus::ConditionUnmet);
	assert_eq!(permit.with_condition_met(2, late), Err(PermitError::ConditionNotFound));
	let met = permit.with_condition_met(0, late).unwrap();
	assert_eq!(status(&met, late), EffectiveStatus::Active);
	assert_eq!(met.with_condition_met(0, late), Err(PermitError::ConditionMet));
	let unlike = PermitTerms { needs_final_inspection: false, ..terms() };
	assert_eq!(met.completed(&unlike, late), Err(PermitError::ConditionOpen));
	assert!(met.with_condition_met(1, late).unwrap().completed(&unlike, late).is_ok());
}

#[test]
fn permit_should_be_completed_only_after_a_final_inspection_that_was_passed() {
	let day = date(2026, 6, 1);
	let complete = |permit: &Permit, today| permit.completed(&terms(), today).map(|_| ());
	assert_eq!(complete(&permit(), day), Err(PermitError::FinalInspectionMissing));
	let permit = permit()
		.with_inspection(InspectionKind::Intermediate, day, day)
		.and_then(|permit| permit.inspected(0, InspectionResult::Passed, day))
		.and_then(|permit| permit.with_inspection(InspectionKind::Final, date(2026, 6, 8), day))
		.unwrap();
	assert_eq!(complete(&permit, day), Err(PermitError::FinalInspectionMissing));
	assert_eq!(
		permit.inspected(1, InspectionResult::Passed, day),
		Err(PermitError::InspectionAhead)
	);
	let on = date(2026, 6, 8);
	assert_eq!(
		permit.inspected(2, InspectionResult::Passed, on),
		Err(PermitError::InspectionNotFound)
	);
	let cure_until = date(2026, 6, 22);
	let found_wrong = permit.inspected(1, failed(cure_until), on).unwrap();
	assert_eq!(
		found_wrong.inspected(1, InspectionResult::Passed, on),
		Err(PermitError::InspectionDone)
	);
	assert_eq!(complete(&found_wrong, on), Err(PermitError::FinalInspectionMissing));
	// In time to put it right, and after it.
	assert_eq!(status(&found_wrong, cure_until), EffectiveStatus::Active);
	assert_eq!(status(&found_wrong, date(2026, 6, 23)), EffectiveStatus::Defective);
	let again = found_wrong
		.with_inspection(InspectionKind::Final, date(2026, 6, 24), date(2026, 6, 23))
		.unwrap();
	let day = date(2026, 6, 24);
	for nothing in [InspectionResult::Partial, InspectionResult::NoAccess] {
		let seen = again.inspected(2, nothing, day).unwrap();
		assert_eq!(status(&seen, day), EffectiveStatus::Defective);
		assert_eq!(complete(&seen, day), Err(PermitError::FinalInspectionMissing));
	}
	let cured = again.inspected(2, InspectionResult::Passed, day).unwrap();
	assert_eq!(status(&cured, day), EffectiveStatus::Active);
	assert_eq!(complete(&cured, day), Ok(()));
}

#[test]
fn what_was_seen_last_should_count_when_inspections_end_out_of_order() {
	let day = date(2026, 6, 1);
	let two = |kind| {
		let first = permit().with_inspection(kind, day, day).unwrap();
		first.with_inspection(kind, day, day).unwrap()
	};
	let cure_until = date(2026, 6, 22);
	let late = date(2026, 6, 23);
	for kind in [InspectionKind::Intermediate, InspectionKind::Final] {
		let permit = two(kind).inspected(1, InspectionResult::Passed, day).unwrap();
		let found_wrong = permit.inspected(0, failed(cure_until), day).unwrap();
		assert_eq!(status(&found_wrong, late), EffectiveStatus::Defective);
		let permit = two(kind).inspected(1, failed(cure_until), day).unwrap();
		let cured = permit.inspected(0, InspectionResult::Passed, day).unwrap();
		assert_eq!(status(&cured, late), EffectiveStatus::Active);
	}
	let permit = two(InspectionKind::Final).inspected(1, InspectionResult::Passed, day).unwrap();
	let found_wrong = permit.inspected(0, failed(cure_until), day).unwrap();
	assert_eq!(found_wrong.completed(&terms(), day), Err(PermitError::FinalInspectionMissing));
}

#[test]
fn permit_should_not_be_completed_while_something_is_wrong_or_before_its_first_day() {
	let day = date(2026, 6, 1);
	let without_final = PermitTerms { needs_final_inspection: false, ..terms() };
	let before = from().checked_add_days(-1).unwrap();
	assert_eq!(permit().completed(&without_final, before), Err(PermitError::NotYetValid));
	let found_wrong = permit()
		.with_inspection(InspectionKind::Intermediate, day, day)
		.and_then(|permit| permit.inspected(0, failed(date(2026, 6, 22)), day))
		.unwrap();
	// Also while there is time to put it right.
	for day in [day, date(2026, 6, 23)] {
		let completed = found_wrong.completed(&without_final, day);
		assert_eq!(completed, Err(PermitError::DefectOpen), "{day:?}");
	}
	let cured = found_wrong
		.with_inspection(InspectionKind::Intermediate, day, day)
		.and_then(|permit| permit.inspected(1, InspectionResult::Passed, day))
		.unwrap();
	assert!(cured.completed(&without_final, day).is_ok());
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
	let condition = Condition { due: None, is_met: false };
	let conditions: Conditions = vec![condition].try_into().unwrap();
	let vary = |valid_to| permit().varied(&terms(), valid_to, conditions.clone(), day, &weekdays());
	let varied = vary(Some(date(2027, 6, 1))).unwrap();
	assert_eq!(varied.valid_to, Some(date(2027, 6, 1)));
	assert_eq!(varied.conditions, conditions);
	assert_eq!(vary(None), Err(PermitError::ValidForTooLong));
	assert_eq!(vary(Some(day)), Err(PermitError::EndsInThePast));
	assert!(vary(day.checked_add_days(1)).is_ok());
	// It does not lift a suspension.
	let suspended = permit().suspended(day).unwrap();
	let varied = suspended.varied(&terms(), Some(to()), conditions.clone(), day, &weekdays());
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
