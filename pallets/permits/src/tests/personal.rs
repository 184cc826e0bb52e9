//! Permits of natural persons.

use polity_accreditation::StatusPurpose;

use super::*;

fn person(seed: u8) -> PersonalHolder {
	PersonalHolder { commitment: commitment(seed.into()), nullifier: Hash::repeat_byte(seed) }
}

fn grant_for(kind: PermitTypeId, holder: PersonalHolder) -> Grant<StatedConditions> {
	Grant { holder: PermitHolder::Personal(holder), ..grant_of(kind, Party::Unknown) }
}

fn permit_for(kind: PermitTypeId, holder: PersonalHolder) -> Commitment {
	match try_grant(grant_for(kind, holder)).unwrap() {
		PermitReference::Personal(commitment) => commitment,
		PermitReference::Numbered(_) => panic!("a personal permit has no number"),
	}
}

fn prepare_personal(of: Commitment, change: PermitChange, with_hearing: bool) -> DispatchResult {
	let mut basis = act(PERSONAL, Permits::personal(of).unwrap().head.seq);
	if with_hearing {
		basis = with_document(basis);
	}
	let permit = PermitReference::Personal(of);
	Permits::prepare_change(signed(EXAMINER), basis, permit, Box::new(change))
}

fn change_personal(of: Commitment, change: PermitChange) -> DispatchResult {
	prepare_personal(of, change, true)?;
	decide_as(DECIDER, last_proposal(), Verdict::Approve)
}

fn bit(of: Commitment, purpose: StatusPurpose) -> bool {
	let permit = Permits::personal(of).unwrap().record;
	let list = Permits::personal_status(permit.list, purpose).unwrap();
	assert_eq!(list.len(), 16_384);
	let index = permit.index as usize;
	list[index / 8] & (0x80 >> (index % 8)) != 0
}

#[test]
fn personal_permit_should_be_known_by_its_commitment_alone() {
	build_and_execute(|| {
		let kind = make_type(personal_terms());
		let of = permit_for(kind, person(1));
		let permit = Permits::personal(of).unwrap().record;
		assert_eq!((permit.kind, permit.version, permit.list), (kind, 1, 0));
		// No index leads to it but the commitment.
		assert_eq!(crate::PermitsOf::<Test>::iter_keys().count(), 0);
		assert_eq!(crate::PermitsByType::<Test>::iter_keys().count(), 0);
		assert_eq!(crate::Running::<Test>::iter_keys().count(), 0);
		assert_eq!(crate::PermitCount::<Test>::get(), 0);
		assert_eq!(Permits::places(kind).running, 1);
		// Its end is the first day of a month.
		let (_, _, first) = permit.valid_to.unwrap().year_month_day();
		assert_eq!(first, 1);
		assert!(permit.valid_to >= day(0).checked_add_years(1));
		// A decoy was drawn with it.
		let list = crate::StatusLists::<Test>::get(0).unwrap();
		assert_eq!((list.credentials, list.decoys), (1, 1));
		let history = Permits::personal_history(of, 1, 9);
		assert_eq!((history[0].act.clone(), history[0].mandate), (None, None));
	});
}

#[test]
fn one_person_should_have_one_permit_of_a_type_at_a_time() {
	build_and_execute(|| {
		let kind = make_type(PermitTerms { quota: None, ..personal_terms() });
		let of = permit_for(kind, person(1));
		let again = PersonalHolder { commitment: commitment(77), ..person(1) };
		assert_noop!(try_grant(grant_for(kind, again)), Error_::NullifierUsed);
		let holder = PermitHolder::Personal(again);
		assert_noop!(
			<Permits as PermitRegister>::ensure_may_hold(kind, 1, &holder, None),
			Error_::NullifierUsed
		);
		let repeated = PersonalHolder { nullifier: Hash::repeat_byte(9), ..person(1) };
		assert_noop!(try_grant(grant_for(kind, repeated)), Error_::CommitmentRepeated);
		// Of another type it can have one, and of this one when the first has ended.
		let other = make_type(personal_terms());
		permit_for(other, PersonalHolder { commitment: commitment(78), ..person(1) });
		assert_ok!(change_personal(of, revoke()));
		permit_for(kind, again);
		assert_noop!(try_grant(grant_for(kind, person(1))), Error_::NullifierUsed);
	});
}

#[test]
fn nullifier_should_be_free_when_the_application_led_to_nothing_or_the_permit_is_over() {
	build_and_execute(|| {
		let kind = make_type(PermitTerms { quota: Some(1), ..personal_terms() });
		let holder = PermitHolder::Personal(person(1));
		let reserve = || <Permits as PermitRegister>::reserve(kind, 1, &holder);
		assert_ok!(reserve());
		let period = crate::Nullifiers::<Test>::get(kind, person(1).nullifier).unwrap().period;
		assert_eq!(period, 2026);
		assert_noop!(
			<Permits as PermitRegister>::reserve(kind, 1, &PermitHolder::Personal(person(2))),
			Error_::QuotaExhausted
		);
		<Permits as PermitRegister>::release(kind, 1, &holder);
		let of = permit_for(kind, person(1));
		assert_noop!(reserve(), Error_::QuotaExhausted);
		pass_to(Permits::personal(of).unwrap().record.valid_to.unwrap());
		next_block();
		assert_eq!(Permits::places(kind).running, 0);
		let next = PersonalHolder { commitment: commitment(5), ..person(1) };
		permit_for(kind, next);
	});
}

#[test]
fn personal_grant_should_fail_when_it_cannot_be() {
	build_and_execute(|| {
		let kind = make_type(personal_terms());
		let conditions = stated(vec![condition(1, None)]);
		let grant = || grant_for(kind, person(1));
		assert_noop!(try_grant(Grant { conditions, ..grant() }), Error_::PersonalConditions);
		assert_noop!(try_grant(Grant { site: Some(unit(1)), ..grant() }), Error_::SiteNotAllowed);
		assert_noop!(
			try_grant(Grant { valid_to: Some(day(500)), ..grant() }),
			Error_::ValidForTooLong
		);
		assert_noop!(
			<Permits as PermitRegister>::grant(grant(), None),
			Error_::NullifierNotReserved
		);
		let readable = make_type(terms());
		assert_noop!(try_grant(grant_for(readable, person(1))), Error_::HolderUnfit);
	});
}

#[test]
fn two_officers_should_flip_the_bits_of_a_personal_permit() {
	build_and_execute(|| {
		let kind = make_type(personal_terms());
		let of = permit_for(kind, person(1));
		let (suspension, revocation) = (StatusPurpose::Suspension, StatusPurpose::Revocation);
		assert_noop!(prepare_personal(of, PermitChange::Resume, true), Error_::PermitNotSuspended);
		assert_ok!(change_personal(of, suspend()));
		assert!(bit(of, suspension) && !bit(of, revocation));
		assert_noop!(prepare_personal(of, suspend(), true), Error_::PermitSuspended);
		assert_ok!(change_personal(of, PermitChange::Resume));
		assert!(!bit(of, suspension));
		assert_noop!(prepare_personal(of, revoke(), false), Error_::HearingMissing);
		assert_ok!(change_personal(of, revoke()));
		assert!(bit(of, revocation));
		assert_eq!(Permits::places(kind).running, 0);
		for again in [suspend(), PermitChange::Resume, revoke()] {
			assert_noop!(prepare_personal(of, again, true), Error_::PermitEnded);
		}
		assert!(matches!(
			last_event(),
			Event::PersonalRecorded {
				step: PersonalStep::Revoked { reason: Reason::ConditionBreached },
				prepared_under: Some(MandateId(1)),
				mandate: Some(MandateId(2)),
				version: 4,
				..
			}
		));
	});
}

#[test]
fn nothing_should_be_done_with_a_personal_permit_that_would_need_its_holder() {
	build_and_execute(|| {
		let of = permit_for(make_type(personal_terms()), person(1));
		for change in [
			PermitChange::Complete,
			PermitChange::Transfer,
			PermitChange::Renew,
			PermitChange::MeetCondition { at: 0 },
			PermitChange::Amend { valid_to: None, conditions: stated(vec![]) },
			PermitChange::ScheduleInspection { kind: InspectionKind::Final, day: day(1) },
		] {
			assert_noop!(prepare_personal(of, change, true), Error_::NotForPersonal);
		}
	});
}

#[test]
fn personal_permit_should_be_overturned_and_varied() {
	build_and_execute(|| {
		let kind = make_type(PermitTerms { quota: Some(1), ..personal_terms() });
		let of = permit_for(kind, person(1));
		let permit = PermitReference::Personal(of);
		let appeal = act(LegalBasis(503), 0);
		let vary = |valid_to, conditions| {
			<Permits as PermitRegister>::vary(permit, valid_to, conditions, &appeal, MandateId(2))
		};
		let none = StatedConditions::new;
		let some = stated(vec![condition(1, None)]);
		assert_noop!(vary(None, some), Error_::PersonalConditions);
		assert_noop!(vary(Some(day(0)), none()), Error_::EndsInThePast);
		assert_ok!(vary(Some(CalendarDate::from_ymd(2027, 2, 3).unwrap()), none()));
		let march = CalendarDate::from_ymd(2027, 3, 1).unwrap();
		assert_eq!(Permits::personal(of).unwrap().record.valid_to, Some(march));
		assert_ok!(<Permits as PermitRegister>::overturn(permit, &appeal, MandateId(2)));
		assert!(bit(of, StatusPurpose::Revocation));
		let places = Permits::places(kind);
		assert_eq!((places.reserved, places.running), (1, 0));
		assert_noop!(vary(None, none()), Error_::PermitEnded);
		// The decision that follows grants with another commitment, in the same place.
		let again = PersonalHolder { commitment: commitment(50), ..person(1) };
		assert_ok!(<Permits as PermitRegister>::grant(grant_for(kind, again), None));
	});
}

#[test]
fn indices_should_be_apart_and_spread_over_the_list() {
	build_and_execute(|| {
		let kind = make_type(PermitTerms { quota: None, ..personal_terms() });
		let mut chunks = std::collections::BTreeSet::new();
		for seed in 1..=40 {
			let of = permit_for(kind, person(seed));
			chunks.insert(Permits::personal(of).unwrap().record.index / 1_024);
		}
		// `try_state` finds two on one index; in order they would all be in the first chunk.
		assert!(chunks.len() > 20);
		assert_eq!(Permits::personal_status(1, StatusPurpose::Revocation), None);
	});
}

#[test]
fn list_should_be_followed_by_another_when_it_is_half_full() {
	new_test_ext().execute_with(|| {
		let kind = make_type(PermitTerms { quota: None, ..personal_terms() });
		permit_for(kind, person(1));
		crate::StatusLists::<Test>::mutate(0, |list| {
			list.as_mut().unwrap().credentials = 65_535;
		});
		let of = permit_for(kind, person(2));
		assert_eq!(Permits::personal(of).unwrap().record.list, 1);
	});
}
