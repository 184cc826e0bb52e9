//! Inspections, and completion.

use super::*;

fn inspected_terms() -> PermitTerms {
	let inspections = vec![InspectionKind::FireSafety, InspectionKind::Final];
	PermitTerms { inspections: inspections.try_into().unwrap(), ..terms() }
}

fn schedule(number: PermitNumber, kind: InspectionKind, day: CalendarDate) -> DispatchResult {
	change(number, PermitChange::ScheduleInspection { kind, day })
}

fn inspect_as(
	who: AccountId,
	number: PermitNumber,
	at: u32,
	result: InspectionResult,
) -> DispatchResult {
	let act = act(SUPERVISION, permit_version(number));
	Permits::record_inspection(signed(who), act, number, at, result)
}

fn inspect(number: PermitNumber, at: u32, result: InspectionResult) -> DispatchResult {
	inspect_as(INSPECTOR, number, at, result)
}

#[test]
fn permit_should_be_completed_after_the_inspections_that_its_type_demands() {
	build_and_execute(|| {
		let number = permit_of(make_type(inspected_terms()), firm(0));
		let missing = || Error_::RequiredInspectionMissing;
		assert_noop!(prepare(number, PermitChange::Complete), missing());
		assert_ok!(schedule(number, InspectionKind::FireSafety, day(1)));
		assert_ok!(schedule(number, InspectionKind::Final, day(2)));
		assert_noop!(inspect(number, 0, InspectionResult::Passed), Error_::InspectionAhead);
		pass_days(2);
		assert_ok!(inspect(number, 1, InspectionResult::Passed));
		assert!(matches!(
			last_event(),
			Event::PermitRecorded {
				step: PermitStep::Inspected { at: 1, result: InspectionResult::Passed },
				prepared_under: None,
				mandate: Some(MandateId(3)),
				..
			}
		));
		assert_noop!(prepare(number, PermitChange::Complete), missing());
		assert_ok!(inspect(number, 0, InspectionResult::Passed));
		assert_noop!(inspect(number, 0, InspectionResult::Passed), Error_::InspectionDone);
		assert_noop!(inspect(number, 2, InspectionResult::Passed), Error_::InspectionNotFound);
		assert_ok!(change(number, PermitChange::Complete));
		assert_eq!(status(number), EffectiveStatus::Completed);
		assert_noop!(inspect(number, 0, InspectionResult::Passed), Error_::PermitEnded);
	});
}

#[test]
fn completion_should_not_be_prepared_by_who_has_seen_the_whole() {
	build_and_execute(|| {
		let inspections = vec![InspectionKind::Final].try_into().unwrap();
		let number = permit_of(make_type(PermitTerms { inspections, ..terms() }), firm(0));
		assert_ok!(schedule(number, InspectionKind::Final, day(0)));
		assert_ok!(inspect(number, 0, InspectionResult::Passed));
		assert_noop!(prepare_as(INSPECTOR, number, PermitChange::Complete), Error_::SameAccount);
		assert_noop!(
			prepare_as(INSPECTOR_AGAIN, number, PermitChange::Complete),
			Error_::SamePerson
		);
		// Something else it may prepare.
		assert_ok!(prepare_as(INSPECTOR, number, suspend()));
		assert_ok!(change(number, PermitChange::Complete));
	});
}

#[test]
fn completion_should_not_be_decided_by_who_has_seen_the_whole() {
	build_and_execute(|| {
		let inspections = vec![InspectionKind::Final].try_into().unwrap();
		let number = permit_of(make_type(PermitTerms { inspections, ..terms() }), firm(0));
		assert_ok!(schedule(number, InspectionKind::Final, day(0)));
		assert_ok!(inspect_as(JACK_OF_ALL, number, 0, InspectionResult::Passed));
		assert_ok!(prepare(number, PermitChange::Complete));
		let completion = last_proposal();
		assert_noop!(decide_as(JACK_OF_ALL, completion, Verdict::Approve), Error_::SameAccount);
		// Something else it may decide.
		assert_ok!(prepare(number, suspend()));
		assert_ok!(decide_as(JACK_OF_ALL, last_proposal(), Verdict::Reject));
		assert_ok!(decide_as(DECIDER, completion, Verdict::Approve));
	});
}

#[test]
fn defect_should_make_a_permit_unusable_when_it_is_not_put_right_in_time() {
	build_and_execute(|| {
		let number = permit_of(make_type(terms()), firm(0));
		assert_ok!(schedule(number, InspectionKind::Sanitary, day(0)));
		assert_ok!(inspect(number, 0, InspectionResult::Failed));
		assert_noop!(prepare(number, PermitChange::Complete), Error_::DefectOpen);
		pass_days(14);
		assert_eq!(status(number), EffectiveStatus::Active);
		pass_days(1);
		assert_eq!(status(number), EffectiveStatus::Defective);
		assert_ok!(schedule(number, InspectionKind::Sanitary, day(0)));
		assert_ok!(inspect(number, 1, InspectionResult::Passed));
		assert_eq!(status(number), EffectiveStatus::Active);
	});
}

#[test]
fn permit_should_not_be_renewed_while_a_defect_is_open() {
	build_and_execute(|| {
		let number = permit_of(make_type(terms()), firm(0));
		pass_to(record(number).permit.valid_to.unwrap().checked_sub_days(9).unwrap());
		assert_ok!(ask_renewal(ANN, number));
		assert_ok!(schedule(number, InspectionKind::Sanitary, day(0)));
		assert_ok!(inspect(number, 0, InspectionResult::Failed));
		assert_eq!(status(number), EffectiveStatus::Active);
		assert_noop!(prepare(number, PermitChange::Renew), Error_::DefectOpen);
		assert_ok!(schedule(number, InspectionKind::Sanitary, day(0)));
		assert_ok!(inspect(number, 1, InspectionResult::Passed));
		assert_ok!(change(number, PermitChange::Renew));
	});
}

#[test]
fn outage_should_use_nothing_up_of_the_time_to_put_a_defect_right() {
	build_and_execute(|| {
		let number = permit_of(make_type(terms()), firm(0));
		assert_ok!(schedule(number, InspectionKind::Sanitary, day(0)));
		assert_ok!(inspect(number, 0, InspectionResult::Failed));
		pass_days(1);
		toll_days(3);
		pass_days(16);
		assert_eq!(status(number), EffectiveStatus::Active);
		pass_days(1);
		assert_eq!(status(number), EffectiveStatus::Defective);
	});
}

#[test]
fn inspection_should_fail_when_the_act_is_wrong() {
	build_and_execute(|| {
		let number = permit_of(make_type(terms()), firm(0));
		assert_noop!(schedule(number, InspectionKind::Final, day(-1)), Error_::Backdated);
		assert_ok!(schedule(number, InspectionKind::Final, day(0)));
		let record = |who, act| {
			Permits::record_inspection(signed(who), act, number, 0, InspectionResult::Passed)
		};
		let version = permit_version(number);
		assert_noop!(
			record(DECIDER, act(SUPERVISION, version)),
			DispatchError::Other("not covered by the mandate")
		);
		assert_noop!(record(INSPECTOR, act(SUPERVISION, 1)), Error_::StaleVersion);
		assert_noop!(record(INSPECTOR, act(TYPES, version)), Error_::LegalBasisDoesNotFit);
		let mut ahead = act(SUPERVISION, version);
		ahead.effective_from = day(1);
		assert_noop!(record(INSPECTOR, ahead), Error_::EffectiveInFuture);
		let gone = PermitNumber::from_serial(PermitNumber::FIRST_SERIAL + 7).unwrap();
		let passed = InspectionResult::Passed;
		assert_noop!(
			Permits::record_inspection(signed(INSPECTOR), act(SUPERVISION, 0), gone, 0, passed),
			Error_::PermitNotFound
		);
	});
}

#[test]
fn inspection_should_fail_when_the_inspector_signs_for_the_holder() {
	build_and_execute(|| {
		let number = permit_of(make_type(terms()), firm(0));
		assert_ok!(schedule(number, InspectionKind::Final, day(0)));
		enrol(Register::Business, INSPECTOR);
		assert_noop!(inspect(number, 0, InspectionResult::Passed), Error_::OfficerIsHolder);
		assert_ok!(inspect_as(INSPECTOR_AGAIN, number, 0, InspectionResult::Passed));
	});
}

#[test]
fn inspections_of_a_permit_should_be_bounded() {
	build_and_execute(|| {
		let number = permit_of(make_type(terms()), firm(0));
		for _ in 0..polity_permit_procedure::MAX_INSPECTIONS {
			assert_ok!(schedule(number, InspectionKind::Intermediate, day(0)));
		}
		assert_noop!(
			schedule(number, InspectionKind::Intermediate, day(0)),
			Error_::TooManyInspections
		);
	});
}
