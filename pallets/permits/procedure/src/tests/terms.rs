//! Terms that a type cannot have.

use super::*;

#[test]
fn terms_should_be_allowed_when_nothing_is_wrong_with_them() {
	assert_eq!(terms().check(), Ok(()));
	let unlimited =
		PermitTerms { validity: Validity::Unlimited, renewal_window: None, quota: None, ..terms() };
	assert_eq!(unlimited.check(), Ok(()));
	assert_eq!(referred(&[1, 2]).check(), Ok(()));
}

#[test]
fn terms_should_be_refused_by_name_when_they_cannot_be_such() {
	let nothing = Period::CalendarDays(0);
	let twice: Prerequisites =
		vec![Prerequisite::Permit(1), Prerequisite::Permit(1)].try_into().unwrap();
	let mut silent = referred(&[1]);
	silent.referrals[0].period = nothing;
	for (wrong, error) in [
		(PermitTerms { decision_period: nothing, ..terms() }, TermsError::PeriodNotAllowed),
		(PermitTerms { cure_period: nothing, ..terms() }, TermsError::PeriodNotAllowed),
		(PermitTerms { extension: Some(nothing), ..terms() }, TermsError::PeriodNotAllowed),
		(PermitTerms { renewal_window: Some(nothing), ..terms() }, TermsError::PeriodNotAllowed),
		(
			PermitTerms { validity: Validity::AtMost(nothing), ..terms() },
			TermsError::PeriodNotAllowed,
		),
		(silent, TermsError::PeriodNotAllowed),
		(PermitTerms { stopped_days: MAX_STOPPED_DAYS + 1, ..terms() }, TermsError::StopsTooLong),
		(PermitTerms { quota: Some(0), ..terms() }, TermsError::QuotaZero),
		(PermitTerms { validity: Validity::Unlimited, ..terms() }, TermsError::RenewalWithoutEnd),
		(
			PermitTerms { renewal_window: Some(Period::Years(2)), ..terms() },
			TermsError::RenewalWindowTooLong,
		),
		(
			PermitTerms {
				inspections: vec![InspectionKind::Final; 2].try_into().unwrap(),
				..terms()
			},
			TermsError::InspectionTwice,
		),
		(PermitTerms { prerequisites: twice, ..terms() }, TermsError::PrerequisiteTwice),
		(referred(&[1, 2, 1]), TermsError::ReferralTwice),
	] {
		assert_eq!(wrong.check(), Err(error), "{wrong:?}");
	}
}

#[test]
fn window_of_renewal_should_be_shorter_than_the_permit_is_valid() {
	let check = |window, validity| {
		let validity = Validity::AtMost(validity);
		PermitTerms { renewal_window: Some(window), validity, ..terms() }.check()
	};
	for (window, validity) in [
		(Period::Months(23), Period::Years(2)),
		(Period::Years(1), Period::Months(13)),
		(Period::CalendarDays(29), Period::CalendarDays(30)),
		(Period::WorkingDays(29), Period::WorkingDays(30)),
		(Period::CalendarDays(364), Period::Years(1)),
		(Period::CalendarDays(57), Period::Months(2)),
		(Period::WorkingDays(52), Period::Years(1)),
		(Period::Months(1), Period::CalendarDays(32)),
		(Period::Years(1), Period::CalendarDays(367)),
	] {
		assert_eq!(check(window, validity), Ok(()), "{window:?} {validity:?}");
	}
	for (window, validity) in [
		(Period::Months(24), Period::Years(2)),
		(Period::Years(1), Period::Months(12)),
		(Period::CalendarDays(30), Period::CalendarDays(30)),
		(Period::WorkingDays(30), Period::WorkingDays(30)),
		(Period::CalendarDays(365), Period::Years(1)),
		(Period::CalendarDays(59), Period::Months(2)),
		(Period::WorkingDays(53), Period::Years(1)),
		(Period::Months(1), Period::CalendarDays(31)),
		(Period::Years(1), Period::WorkingDays(366)),
	] {
		let refused = Err(TermsError::RenewalWindowTooLong);
		assert_eq!(check(window, validity), refused, "{window:?} {validity:?}");
	}
}

#[test]
fn personal_type_should_have_nothing_that_would_need_to_know_its_holder() {
	let personal = PermitTerms {
		is_personal: true,
		is_transferable: false,
		renewal_window: None,
		inspections: RequiredInspections::new(),
		..terms()
	};
	assert_eq!(personal.check(), Ok(()));
	let standing = vec![Prerequisite::Standing].try_into().unwrap();
	let inspections = vec![InspectionKind::Final].try_into().unwrap();
	for (wrong, error) in [
		(
			PermitTerms { is_transferable: true, ..personal.clone() },
			TermsError::PersonalTransferable,
		),
		(
			PermitTerms { renewal_window: Some(Period::Months(1)), ..personal.clone() },
			TermsError::PersonalRenewable,
		),
		(PermitTerms { inspections, ..personal.clone() }, TermsError::PersonalInspected),
		(
			PermitTerms { prerequisites: standing, ..personal.clone() },
			TermsError::PersonalPrerequisite,
		),
		(
			PermitTerms { licenses: Some("49320".parse().unwrap()), ..personal.clone() },
			TermsError::PersonalLicence,
		),
	] {
		assert_eq!(wrong.check(), Err(error));
	}
}

#[test]
fn quota_should_never_be_exceeded() {
	let quota = Quota::default().reserved(Some(2)).unwrap().reserved(Some(2)).unwrap();
	assert_eq!(quota.reserved(Some(2)), Err(PermitError::QuotaExhausted));
	// A place that was reserved is there when the permit is granted, and is not taken twice.
	let granted = quota.granted().unwrap();
	assert_eq!(granted, Quota { reserved: 1, running: 1 });
	assert_eq!(granted.reserved(Some(2)), Err(PermitError::QuotaExhausted));
	assert_eq!(granted.overturned(), quota);
	assert_eq!(granted.given_back().reserved(Some(2)).map(Quota::taken), Ok(2));
	assert_eq!(quota.released().unwrap().reserved(Some(2)), Ok(quota));
	assert_eq!(quota.reserved(None).map(Quota::taken), Ok(3));
	assert_eq!(Quota::default().given_back(), Quota::default());
	assert_eq!(Quota::default().released(), Err(PermitError::PlaceNotReserved));
	assert_eq!(Quota::default().granted(), Err(PermitError::PlaceNotReserved));
	let full = Quota { reserved: 1, running: u32::MAX };
	assert_eq!(full.reserved(None), Err(PermitError::QuotaExhausted));
}
