//! What officers do with a permit.

use super::*;

#[test]
fn permit_should_be_suspended_and_resumed_by_two_officers() {
	build_and_execute(|| {
		let number = permit_of(make_type(terms()), firm(0));
		let end = record(number).permit.valid_to;
		assert_eq!(status(number), EffectiveStatus::Active);
		assert_noop!(prepare(number, PermitChange::Resume), Error_::PermitNotSuspended);
		assert_ok!(change(number, suspend()));
		assert!(matches!(
			last_event(),
			Event::PermitRecorded {
				step: PermitStep::Changed(PermitChange::Suspend { reason: Reason::Misuse }),
				prepared_under: Some(MandateId(1)),
				mandate: Some(MandateId(2)),
				version: 2,
				..
			}
		));
		assert_eq!(status(number), EffectiveStatus::Suspended);
		assert_noop!(prepare(number, suspend()), Error_::PermitSuspended);
		pass_days(100);
		assert_ok!(change(number, PermitChange::Resume));
		assert_eq!(status(number), EffectiveStatus::Active);
		// It has not become valid for longer.
		assert_eq!(record(number).permit.valid_to, end);
	});
}

#[test]
fn permit_should_be_revoked_for_good_after_a_hearing() {
	build_and_execute(|| {
		let kind = make_type(terms());
		let number = permit_of(kind, firm(0));
		let without_hearing = act(SUPERVISION, permit_version(number));
		let permit = PermitReference::Numbered(number);
		assert_noop!(
			Permits::prepare_change(signed(EXAMINER), without_hearing, permit, Box::new(revoke())),
			Error_::HearingMissing
		);
		assert_eq!(Permits::places(kind).running, 1);
		assert_ok!(change(number, revoke()));
		assert_eq!(status(number), EffectiveStatus::Revoked);
		assert_eq!(record(number).ended_on, Some(day(0)));
		assert_eq!(Permits::places(kind).running, 0);
		for again in [
			suspend(),
			PermitChange::Resume,
			revoke(),
			PermitChange::Complete,
			PermitChange::MeetCondition { at: 0 },
			PermitChange::ScheduleInspection { kind: InspectionKind::Final, day: day(1) },
			PermitChange::Amend { valid_to: None, conditions: stated(vec![]) },
		] {
			assert_noop!(prepare(number, again), Error_::PermitEnded);
		}
		assert_noop!(surrender(ANN, number), Error_::PermitEnded);
	});
}

#[test]
fn permit_should_be_amended_within_its_terms() {
	build_and_execute(|| {
		let number = permit_of(make_type(terms()), firm(0));
		let amend = |valid_to| PermitChange::Amend {
			valid_to,
			conditions: stated(vec![condition(1, Some(day(10)))]),
		};
		assert_noop!(prepare(number, amend(Some(day(0)))), Error_::EndsInThePast);
		assert_noop!(prepare(number, amend(Some(day(1_000)))), Error_::ValidForTooLong);
		assert_ok!(change(number, amend(Some(day(100)))));
		let changed = record(number);
		assert_eq!(changed.permit.valid_to, Some(day(100)));
		assert_eq!(changed.permit.conditions.len(), 1);
		// Its place falls back when it ends now.
		pass_days(100);
		next_block();
		assert_eq!(Permits::places(changed.kind).running, 0);
		assert_eq!(status(number), EffectiveStatus::Expired);
		assert_noop!(prepare(number, amend(Some(day(100)))), Error_::PermitEnded);
	});
}

#[test]
fn condition_should_make_a_permit_unusable_when_it_is_not_met_in_time() {
	build_and_execute(|| {
		let kind = make_type(terms());
		let conditions = stated(vec![condition(1, Some(day(10))), condition(2, None)]);
		let number = granted(Grant { conditions, ..grant_of(kind, firm(0)) });
		pass_days(10);
		assert_eq!(status(number), EffectiveStatus::Active);
		pass_days(1);
		assert_eq!(status(number), EffectiveStatus::ConditionUnmet);
		let meet = |at| PermitChange::MeetCondition { at };
		assert_noop!(prepare(number, meet(2)), Error_::ConditionNotFound);
		assert_ok!(change(number, meet(0)));
		assert_eq!(status(number), EffectiveStatus::Active);
		assert_noop!(prepare(number, meet(0)), Error_::ConditionMet);
		assert_noop!(prepare(number, PermitChange::Complete), Error_::ConditionOpen);
		assert_ok!(change(number, meet(1)));
		assert_ok!(change(number, PermitChange::Complete));
		assert_eq!(status(number), EffectiveStatus::Completed);
		assert_eq!(Permits::places(kind).running, 0);
	});
}

#[test]
fn change_should_be_checked_again_when_it_is_decided() {
	build_and_execute(|| {
		let kind = make_type(demanding(vec![Prerequisite::Standing]));
		let number = permit_of(kind, firm(0));
		assert_ok!(prepare(number, PermitChange::Complete));
		bar(&firm(0), StandingError::Dissolved);
		assert_noop!(
			decide_as(DECIDER, last_proposal(), Verdict::Approve),
			Error_::PrerequisiteMissing
		);
		unbar(&firm(0));
		assert_ok!(decide_as(DECIDER, last_proposal(), Verdict::Approve));
	});
}

#[test]
fn change_should_fail_when_the_officer_signs_for_the_holder() {
	build_and_execute(|| {
		let kind = make_type(terms());
		let person = Party::Person(tag(Register::Permits, JACK_OF_ALL));
		enrol(Register::Permits, JACK_OF_ALL);
		for (register, holder) in [(Register::Business, firm(0)), (Register::Permits, person)] {
			enrol(register, JACK_OF_ALL);
			let number = permit_of(kind, holder);
			assert_noop!(prepare_as(JACK_OF_ALL, number, suspend()), Error_::OfficerIsHolder);
			assert_ok!(prepare(number, suspend()));
			for verdict in [Verdict::Approve, Verdict::Reject] {
				assert_noop!(
					decide_as(JACK_OF_ALL, last_proposal(), verdict),
					Error_::OfficerIsHolder
				);
			}
			expel(register, JACK_OF_ALL);
			assert_ok!(decide_as(JACK_OF_ALL, last_proposal(), Verdict::Approve));
		}
	});
}

#[test]
fn transfer_should_fail_when_the_officer_signs_for_the_new_holder() {
	build_and_execute(|| {
		let number = permit_of(make_type(terms()), firm(0));
		let to = Party::Person(tag(Register::Permits, JACK_OF_ALL));
		enrol(Register::Permits, JACK_OF_ALL);
		assert_ok!(ask_transfer(ANN, number, to.clone()));
		assert_ok!(endorse(JACK_OF_ALL, number));
		let refused = Error_::OfficerIsHolder;
		assert_noop!(prepare_as(JACK_OF_ALL, number, PermitChange::Transfer), refused);
		assert_ok!(prepare(number, PermitChange::Transfer));
		let refused = Error_::OfficerIsHolder;
		assert_noop!(decide_as(JACK_OF_ALL, last_proposal(), Verdict::Approve), refused);
		assert_ok!(decide_as(DECIDER, last_proposal(), Verdict::Approve));
		assert_eq!(record(number).holder, to);
	});
}

#[test]
fn change_should_be_rejected_without_a_trace_in_the_record() {
	build_and_execute(|| {
		let number = permit_of(make_type(terms()), firm(0));
		assert_ok!(prepare(number, suspend()));
		assert_ok!(decide_as(DECIDER, last_proposal(), Verdict::Reject));
		assert_eq!(permit_version(number), 1);
		assert_eq!(status(number), EffectiveStatus::Active);
	});
}

#[test]
fn preparing_should_fail_when_there_is_no_such_permit() {
	build_and_execute(|| {
		let number = PermitNumber::from_serial(PermitNumber::FIRST_SERIAL).unwrap();
		for permit in [PermitReference::Numbered(number), PermitReference::Personal(commitment(1))]
		{
			let act = act(SUPERVISION, 0);
			assert_noop!(
				Permits::prepare_change(signed(EXAMINER), act, permit, Box::new(suspend())),
				Error_::PermitNotFound
			);
		}
	});
}
