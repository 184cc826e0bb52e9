//! Places under quotas.

use super::*;

#[test]
fn place_should_be_reserved_for_an_application_and_given_back() {
	build_and_execute(|| {
		let kind = make_type(PermitTerms { quota: Some(1), ..terms() });
		let holder = PermitHolder::Party(firm(0));
		let reserve = || <Permits as PermitRegister>::reserve(kind, 1, &holder);
		assert_ok!(reserve());
		assert_noop!(reserve(), Error_::QuotaExhausted);
		<Permits as PermitRegister>::release(kind, 1, &holder);
		assert_ok!(reserve());
		// A decision, also by silence, always finds its place.
		assert_ok!(<Permits as PermitRegister>::grant(grant_of(kind, firm(0)), None));
		assert_noop!(reserve(), Error_::QuotaExhausted);
		assert_noop!(
			<Permits as PermitRegister>::reserve(kind, 9, &holder),
			Error_::TypeVersionNotFound
		);
	});
}

#[test]
fn place_should_fall_back_when_the_permit_is_over() {
	build_and_execute(|| {
		let kind = make_type(PermitTerms { quota: Some(1), ..terms() });
		let grant = Grant { valid_to: Some(day(10)), ..grant_of(kind, firm(0)) };
		let number = granted(grant);
		pass_days(9);
		next_block();
		assert_eq!(Permits::places(kind).running, 1);
		pass_days(1);
		// It is over, and nobody has the place twice before the block has looked.
		assert_eq!(status(number), EffectiveStatus::Expired);
		assert_noop!(try_grant(grant_of(kind, firm(1))), Error_::QuotaExhausted);
		next_block();
		assert_eq!(
			last_event(),
			Event::PlaceGivenBack { kind, permit: PermitReference::Numbered(number) }
		);
		assert_ok!(try_grant(grant_of(kind, firm(1))));
	});
}

#[test]
fn what_one_block_does_not_do_should_be_done_by_the_next() {
	build_and_execute(|| {
		let kind = make_type(PermitTerms { quota: None, ..terms() });
		let all = MAX_ENDINGS_PER_BLOCK + 5;
		for place in 0..all {
			let valid_to = Some(day(if place % 2 == 0 { 10 } else { 5 }));
			let grant = Grant { valid_to, ..grant_of(kind, firm(place.into())) };
			granted(grant);
		}
		pass_days(30);
		next_block();
		assert_eq!(Permits::places(kind).running, 5);
		// What has ended first is done first.
		let left = crate::Permits::<Test>::iter_values().filter(|record| record.has_place);
		assert!(left.into_iter().all(|record| record.permit.valid_to == Some(day(-20))));
		next_block();
		assert_eq!(Permits::places(kind).running, 0);
		assert_eq!(crate::Endings::<Test>::iter_keys().count(), 0);
	});
}

#[test]
fn lower_quota_should_take_no_place_from_anybody() {
	build_and_execute(|| {
		let kind = make_type(PermitTerms { quota: Some(2), ..terms() });
		let first = permit_of(kind, firm(0));
		permit_of(kind, firm(1));
		change_type(kind, PermitTerms { quota: Some(1), ..terms() });
		assert_noop!(try_grant(grant_of(kind, firm(2))), Error_::QuotaExhausted);
		assert_ok!(surrender(ANN, first));
		assert_noop!(try_grant(grant_of(kind, firm(2))), Error_::QuotaExhausted);
	});
}
