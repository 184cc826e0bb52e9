//! Types and their versions.

use super::*;

#[test]
fn type_should_be_in_force_from_its_decision_and_keep_every_version() {
	build_and_execute(|| {
		let kind = make_type(terms());
		assert_eq!(kind, PermitTypeId(1));
		let told = last_event();
		assert!(matches!(
			told,
			Event::TypeRecorded {
				prepared_under: MandateId(1),
				mandate: MandateId(2),
				version: 1,
				..
			}
		));
		assert_eq!(Permits::version_in_force(kind), Some(1));
		assert_eq!(<Permits as PermitRegister>::district(kind), Some(District::NATIONAL));
		let other = PermitTerms { quota: None, ..terms() };
		change_type(kind, other.clone());
		assert_eq!(Permits::version_in_force(kind), Some(2));
		// Running applications keep theirs.
		assert_eq!(<Permits as PermitRegister>::terms(kind, 1), Some(terms()));
		assert_eq!(<Permits as PermitRegister>::terms(kind, 2), Some(other));
		assert_eq!(<Permits as PermitRegister>::terms(kind, 3), None);
		assert_eq!(Permits::type_history(kind, 1, 10).len(), 2);
		// A type that is ended takes no applications, and its versions stay.
		let ended = TypeVersion { takes_applications: false, ..version(terms()) };
		assert_ok!(set_type(Some(kind), ended));
		assert_eq!(Permits::version_in_force(kind), None);
		assert_eq!(<Permits as PermitRegister>::terms(kind, 1), Some(terms()));
	});
}

#[test]
fn type_should_not_be_in_force_before_it_is_decided() {
	build_and_execute(|| {
		assert_ok!(prepare_type(None, version(terms())));
		assert_eq!(crate::LastType::<Test>::get(), PermitTypeId(0));
		assert_eq!(Permits::work_list(District::NATIONAL, WorkState::ProposalOpen, None, 9), [1]);
		let reject =
			Permits::decide_type(signed(DECIDER), type_act(None), last_proposal(), Verdict::Reject);
		assert_ok!(reject);
		assert_eq!(
			last_event(),
			Event::Rejected {
				proposal: ProposalId(1),
				prepared_under: MandateId(1),
				mandate: MandateId(2),
			}
		);
		assert_eq!(crate::LastType::<Test>::get(), PermitTypeId(0));
	});
}

#[test]
fn prepare_type_should_fail_when_its_terms_cannot_be() {
	use polity_permit_procedure::ReferralTerms;
	build_and_execute(|| {
		let nothing = Period::CalendarDays(0);
		let asked = ReferralTerms {
			ministry: polity_primitives::MinistryId(2),
			register: Register::Land,
			period: Period::CalendarDays(5),
		};
		let twice = vec![InspectionKind::Final; 2];
		let personal = personal_terms();
		for (wrong, error) in [
			(PermitTerms { decision_period: nothing, ..terms() }, Error_::PeriodNotAllowed),
			(PermitTerms { stopped_days: 400, ..terms() }, Error_::StopsTooLong),
			(PermitTerms { quota: Some(0), ..terms() }, Error_::QuotaZero),
			(PermitTerms { validity: Validity::Unlimited, ..terms() }, Error_::RenewalWithoutEnd),
			(
				PermitTerms { renewal_window: Some(Period::Years(2)), ..terms() },
				Error_::RenewalWindowTooLong,
			),
			(demanding(vec![Prerequisite::Standing; 2]), Error_::PrerequisiteTwice),
			(
				PermitTerms { referrals: vec![asked; 2].try_into().unwrap(), ..terms() },
				Error_::ReferralTwice,
			),
			(
				PermitTerms { inspections: twice.try_into().unwrap(), ..terms() },
				Error_::InspectionTwice,
			),
			(
				PermitTerms { is_transferable: true, ..personal.clone() },
				Error_::PersonalTransferable,
			),
			(
				PermitTerms { renewal_window: Some(Period::Months(1)), ..personal.clone() },
				Error_::PersonalRenewable,
			),
			(
				PermitTerms {
					inspections: vec![InspectionKind::Final].try_into().unwrap(),
					..personal.clone()
				},
				Error_::PersonalInspected,
			),
			(
				PermitTerms {
					prerequisites: vec![Prerequisite::RightInSite].try_into().unwrap(),
					..personal.clone()
				},
				Error_::PersonalPrerequisite,
			),
			(
				PermitTerms { licenses: Some("49320".parse().unwrap()), ..personal.clone() },
				Error_::PersonalLicence,
			),
		] {
			assert_noop!(prepare_type(None, version(wrong)), error);
		}
	});
}

#[test]
fn prepare_type_should_fail_when_it_does_not_fit_the_type() {
	build_and_execute(|| {
		let unknown = TypeVersion { basis: LegalBasis(313), ..version(terms()) };
		assert_noop!(prepare_type(None, unknown), Error_::TypeBasisUnknown);
		assert_noop!(prepare_type(Some(PermitTypeId(1)), version(terms())), Error_::TypeNotFound);
		let kind = make_type(terms());
		let act = type_act(Some(kind));
		let elsewhere = Permits::prepare_type(
			signed(EXAMINER),
			act,
			Some(kind),
			District(3),
			Box::new(version(terms())),
		);
		assert_noop!(elsewhere, Error_::TypeDistrictFixed);
		let personal = version(personal_terms());
		assert_noop!(prepare_type(Some(kind), personal), Error_::TypePersonalFixed);
	});
}

#[test]
fn activity_should_be_licensed_by_one_type() {
	build_and_execute(|| {
		let taxis = || PermitTerms { licenses: Some("49320".parse().unwrap()), ..terms() };
		let kind = make_type(taxis());
		assert_noop!(prepare_type(None, version(taxis())), Error_::ActivityLicensed);
		// Another version of the same is one; when it has ended another type can be.
		change_type(kind, taxis());
		let ended = TypeVersion { takes_applications: false, ..version(taxis()) };
		assert_ok!(set_type(Some(kind), ended));
		make_type(taxis());
		assert_noop!(prepare_type(Some(kind), version(taxis())), Error_::ActivityLicensed);
	});
}

#[test]
fn prepare_type_should_fail_when_types_demand_each_other() {
	build_and_execute(|| {
		let over = |kind: PermitTypeId| demanding(vec![Prerequisite::Permit(kind.0)]);
		let first = make_type(terms());
		assert_noop!(prepare_type(Some(first), version(over(first))), Error_::PrerequisiteCycle);
		let second = make_type(over(first));
		let third = make_type(over(second));
		assert_noop!(prepare_type(Some(first), version(over(third))), Error_::PrerequisiteCycle);
		assert_noop!(
			prepare_type(None, version(demanding(vec![Prerequisite::Permit(77)]))),
			Error_::TypeNotFound
		);
		let fifth = make_type(over(make_type(over(third))));
		assert_noop!(prepare_type(None, version(over(fifth))), Error_::PrerequisitesTooDeep);
		let hidden = make_type(personal_terms());
		assert_noop!(prepare_type(None, version(over(hidden))), Error_::PrerequisitePersonal);
	});
}

#[test]
fn prepare_type_should_fail_when_too_many_are_demanded() {
	build_and_execute(|| {
		let demand = |kinds: &[PermitTypeId]| {
			demanding(kinds.iter().map(|kind| Prerequisite::Permit(kind.0)).collect())
		};
		let plain: Vec<_> = (0..8).map(|_| make_type(terms())).collect();
		let wide = make_type(demand(&plain));
		let wider = make_type(demand(&plain[1..]));
		assert_noop!(
			prepare_type(None, version(demand(&[wide, wider]))),
			Error_::PrerequisitesTooDeep
		);
		assert_ok!(prepare_type(None, version(demand(&[wide]))));
	});
}

#[test]
fn cycle_should_be_found_when_the_other_was_decided_meanwhile() {
	build_and_execute(|| {
		let over = |kind: PermitTypeId| demanding(vec![Prerequisite::Permit(kind.0)]);
		let (first, second) = (make_type(terms()), make_type(terms()));
		assert_ok!(prepare_type(Some(first), version(over(second))));
		let waiting = last_proposal();
		change_type(second, over(first));
		let act = type_act(Some(first));
		assert_noop!(
			Permits::decide_type(signed(DECIDER), act, waiting, Verdict::Approve),
			Error_::PrerequisiteCycle
		);
	});
}
