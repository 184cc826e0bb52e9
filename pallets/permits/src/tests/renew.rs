//! Renewals: a permit that follows another, in its place.

use super::*;

/// A permit, and the day on which its window of renewal is open.
fn permit(kind: PermitTypeId) -> PermitNumber {
	let number = permit_of(kind, firm(0));
	assert_noop!(ask_renewal(ANN, number), Error_::TooEarlyToRenew);
	let end = record(number).permit.valid_to.unwrap();
	pass_to(end.checked_sub_days(60).unwrap());
	number
}

#[test]
fn permit_should_be_renewed_in_its_own_place() {
	build_and_execute(|| {
		let kind = make_type(PermitTerms { quota: Some(1), ..terms() });
		let old = permit(kind);
		// A full quota does not refuse it.
		assert_noop!(try_grant(grant_of(kind, firm(1))), Error_::QuotaExhausted);
		let next = renew(ANN, old).unwrap();
		assert_eq!(Permits::places(kind).running, 1);
		let (before, after) = (record(old), record(next));
		assert_eq!(before.permit.valid_to, Some(after.permit.valid_from));
		assert_eq!(after.origin, Origin::Renewal(old));
		assert_eq!((before.has_place, after.has_place), (true, false));
		assert_eq!(status(old), EffectiveStatus::Active);
		assert_eq!(status(next), EffectiveStatus::NotYetValid);
		assert_eq!(last_step(old), PermitStep::Renewed { by: next });
		// When the old one ends its place is the new one's.
		pass_to(after.permit.valid_from);
		next_block();
		assert_eq!(status(old), EffectiveStatus::Expired);
		assert_eq!(status(next), EffectiveStatus::Active);
		assert_eq!((record(old).has_place, record(next).has_place), (false, true));
		assert_noop!(try_grant(grant_of(kind, firm(1))), Error_::QuotaExhausted);
		pass_to(after.permit.valid_to.unwrap());
		next_block();
		assert_eq!(Permits::places(kind).running, 0);
		assert_ok!(try_grant(grant_of(kind, firm(1))));
	});
}

#[test]
fn renewal_should_fail_when_its_window_has_not_opened() {
	build_and_execute(|| {
		let number = permit_of(make_type(terms()), firm(0));
		let end = record(number).permit.valid_to.unwrap();
		pass_to(end.checked_sub_days(100).unwrap());
		assert_noop!(ask_renewal(ANN, number), Error_::TooEarlyToRenew);
		pass_to(end.checked_sub_days(80).unwrap());
		assert_ok!(ask_renewal(ANN, number));
		assert_ok!(prepare(number, PermitChange::Renew));
		pass_to(end.checked_sub_days(60).unwrap());
		assert_ok!(decide_as(DECIDER, last_proposal(), Verdict::Approve));
		// Nor is one renewed that is over.
		let late = permit_of(make_type(terms()), firm(0));
		pass_to(record(late).permit.valid_to.unwrap());
		assert_noop!(ask_renewal(ANN, late), Error_::PermitEnded);
	});
}

#[test]
fn permit_should_be_renewed_once() {
	build_and_execute(|| {
		let old = permit(make_type(terms()));
		let next = renew(ANN, old).unwrap();
		assert_noop!(ask_renewal(ANN, old), Error_::AlreadyRenewed);
		assert_noop!(ask_renewal(ANN, next), Error_::PermitNotYetValid);
		assert_noop!(ask_transfer(ANN, old, firm(1)), Error_::AlreadyRenewed);
		let amend = PermitChange::Amend { valid_to: Some(day(90)), conditions: stated(vec![]) };
		assert_noop!(prepare(old, amend), Error_::RenewedKeepsItsEnd);
	});
}

#[test]
fn renewal_should_fail_when_the_type_or_the_holder_does_not_allow_it() {
	build_and_execute(|| {
		let fixed = make_type(PermitTerms { renewal_window: None, ..terms() });
		let number = permit_of(fixed, firm(0));
		assert_noop!(ask_renewal(ANN, number), Error_::NotRenewable);
		let kind = make_type(terms());
		let number = permit(kind);
		bar(&firm(0), StandingError::Suspended);
		assert_noop!(ask_renewal(ANN, number), Error_::PrerequisiteMissing);
		unbar(&firm(0));
		assert_ok!(change(number, suspend()));
		assert_noop!(ask_renewal(ANN, number), Error_::PermitSuspended);
		assert_ok!(change(number, PermitChange::Resume));
		let until = |valid_to| {
			let act = act(HOLDERS_ACTS, permit_version(number));
			Permits::request_renewal(signed(ANN), act, number, Some(valid_to))
		};
		assert_noop!(until(day(10)), Error_::EndsBeforeItBegins);
		assert_noop!(until(day(2_000)), Error_::ValidForTooLong);
		let ended = TypeVersion { takes_applications: false, ..version(terms()) };
		assert_ok!(set_type(Some(kind), ended));
		assert_noop!(ask_renewal(ANN, number), Error_::NotRenewable);
	});
}

#[test]
fn renewal_should_go_by_the_law_of_its_day() {
	build_and_execute(|| {
		let kind = make_type(terms());
		let old = permit(kind);
		let shorter = Validity::AtMost(Period::Months(6));
		change_type(kind, PermitTerms { validity: shorter, ..terms() });
		let next = record(renew(ANN, old).unwrap());
		assert_eq!((record(old).version, next.version), (1, 2));
		let months = next.permit.valid_from.checked_add_months(6);
		assert_eq!(next.permit.valid_to, months);
	});
}

#[test]
fn what_is_done_with_a_permit_should_be_done_with_the_one_that_follows() {
	build_and_execute(|| {
		let kind = make_type(terms());
		let old = permit(kind);
		let next = renew(ANN, old).unwrap();
		let standing = |number| record(number).permit.standing;
		use polity_permit_procedure::PermitStanding::*;
		assert_ok!(change(old, suspend()));
		assert_eq!((standing(old), standing(next)), (Suspended, Suspended));
		assert_eq!(last_step(next), PermitStep::Followed(Suspended));
		assert_ok!(change(old, PermitChange::Resume));
		assert_eq!((standing(old), standing(next)), (Granted, Granted));
		assert_ok!(change(old, suspend()));
		// The suspension goes on when the old one is over.
		pass_to(record(next).permit.valid_from);
		next_block();
		assert_eq!(status(next), EffectiveStatus::Suspended);
		assert_ok!(change(next, PermitChange::Resume));
		assert_eq!(status(next), EffectiveStatus::Active);
	});
}

#[test]
fn renewal_should_pass_to_nobody_before_it_has_begun() {
	build_and_execute(|| {
		let old = permit(make_type(terms()));
		let next = renew(ANN, old).unwrap();
		assert_noop!(ask_transfer(ANN, next, firm(1)), Error_::PermitNotYetValid);
		pass_to(record(next).permit.valid_from);
		next_block();
		assert_ok!(ask_transfer(ANN, next, firm(1)));
		assert_ok!(endorse(BOB, next));
		assert_ok!(change(next, PermitChange::Transfer));
		// Who has sold it cannot end it any more.
		assert_noop!(surrender(ANN, old), Error_::PermitEnded);
		assert_noop!(surrender(ANN, next), Error_::NotTheHolder);
		assert_eq!(status(next), EffectiveStatus::Active);
	});
}

#[test]
fn no_renewal_should_outlive_the_end_of_the_permit_before_it() {
	build_and_execute(|| {
		let kind = make_type(terms());
		let old = permit(kind);
		let next = renew(ANN, old).unwrap();
		assert_ok!(surrender(ANN, old));
		assert_eq!(status(next), EffectiveStatus::Surrendered);
		assert_eq!(Permits::places(kind).running, 0);
	});
}

#[test]
fn renewal_that_ends_by_itself_should_leave_the_place_to_the_permit_before_it() {
	build_and_execute(|| {
		let kind = make_type(PermitTerms { quota: Some(1), ..terms() });
		let old = permit(kind);
		let next = renew(ANN, old).unwrap();
		assert_ok!(change(next, revoke()));
		assert_eq!(status(old), EffectiveStatus::Active);
		assert_eq!(Permits::places(kind).running, 1);
		pass_to(record(next).permit.valid_from);
		next_block();
		assert_eq!(Permits::places(kind).running, 0);
	});
}
