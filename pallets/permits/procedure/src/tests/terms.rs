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
		(PermitTerms { prerequisites: twice, ..terms() }, TermsError::PrerequisiteTwice),
		(referred(&[1, 2, 1]), TermsError::ReferralTwice),
	] {
		assert_eq!(wrong.check(), Err(error), "{wrong:?}");
	}
}

#[test]
fn quota_should_never_be_exceeded() {
	let quota = Quota::default().taken(Some(2)).unwrap().taken(Some(2)).unwrap();
	assert_eq!(quota.taken(Some(2)), Err(PermitError::QuotaExhausted));
	assert_eq!(quota.given_back().taken(Some(2)), Ok(quota));
	assert_eq!(quota.taken(None).map(|quota| quota.running), Ok(3));
	assert_eq!(Quota::default().given_back(), Quota::default());
	let full = Quota { running: u32::MAX };
	assert_eq!(full.taken(None), Err(PermitError::QuotaExhausted));
}
