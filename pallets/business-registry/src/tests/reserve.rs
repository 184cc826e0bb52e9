//! `request_reservation`, `reserve_name`, `refuse_reservation`, `withdraw_reservation`,
//! `release_name`.

use super::*;
use polity_primitives::{
	time::{CalendarDate, LocalOffset},
	StandingError,
};

fn state(id: ReservationId) -> ReservationState {
	Reservations::<Test>::get(id).unwrap().state
}

fn withdraw(who: AccountId, id: ReservationId) -> frame_support::dispatch::DispatchResult {
	let act = act_on(NAME_RESERVATION, reservation_version(id));
	BusinessRegistry::withdraw_reservation(signed(who), act, id)
}

#[test]
fn request_should_be_listed_when_a_person_asks() {
	build_and_execute(|| {
		let id = request(FOUNDER, "Acme Ltd");
		assert_eq!(state(id), ReservationState::Requested);
		assert_eq!(
			BusinessRegistry::work_list(
				District::NATIONAL,
				WorkState::ReservationRequested,
				None,
				10
			),
			vec![id.0]
		);
		assert!(matches!(
			last_event(),
			Event::ReservationRequested { reservation, mandate: None, version: 1, .. }
				if reservation == id
		));
		// The name is still free.
		assert_eq!(BusinessRegistry::name_availability(name("ACME")), NameAvailability::Free);
	});
}

#[test]
fn request_should_fail_when_its_holder_may_not_apply() {
	build_and_execute(|| {
		let ask = |who, holder: Option<Tag>, act| {
			let name = commit(holder.unwrap_or(tag(who)), "Acme");
			BusinessRegistry::request_reservation(
				signed(who),
				act,
				District::NATIONAL,
				holder,
				name,
			)
		};
		assert_noop!(ask(STRANGER, None, act_on(NAME_RESERVATION, 0)), Error::<Test>::NotAPerson);
		assert_noop!(ask(FOUNDER, None, act_on(NAME_RESERVATION, 1)), Error::<Test>::StaleVersion);
		assert_noop!(
			ask(FOUNDER, None, backdated(act_on(NAME_RESERVATION, 0))),
			Error::<Test>::Backdated
		);
		assert_noop!(
			ask(FOUNDER, Some(tag(OTHER_FOUNDER)), act_on(NAME_RESERVATION, 0)),
			DispatchError::Other("no mandate")
		);
		assert_noop!(
			ask(EXAMINER, Some(tag(555)), act_on(NAME_RESERVATION, 0)),
			Error::<Test>::PersonNotFound
		);
		for (error, named) in [
			(StandingError::Deceased, Error::<Test>::PersonDeceased),
			(StandingError::Frozen, Error::<Test>::PersonFrozen),
			(StandingError::Merged, Error::<Test>::PersonMerged),
			(StandingError::NotCapable, Error::<Test>::PersonNotCapable),
		] {
			bar(tag(FOUNDER), error);
			assert_noop!(ask(FOUNDER, None, act_on(NAME_RESERVATION, 0)), named);
		}
		assert_noop!(
			ask(JACK_OF_ALL, Some(tag(JACK_OF_ALL)), act_on(NAME_RESERVATION, 0)),
			Error::<Test>::OwnApplication
		);
	});
}

#[test]
fn request_should_fail_when_it_is_repeated() {
	build_and_execute(|| {
		let act = act_on(NAME_RESERVATION, 0);
		let ask = || {
			BusinessRegistry::request_reservation(
				signed(FOUNDER),
				act.clone(),
				District::NATIONAL,
				None,
				commit(tag(FOUNDER), "Acme"),
			)
		};
		assert_ok!(ask());
		assert_noop!(ask(), DispatchError::Other("repeated request"));
	});
}

#[test]
fn name_should_be_reserved_when_another_person_grants_it() {
	build_and_execute(|| {
		let id = reserve(FOUNDER, "Acme Ltd");
		assert!(matches!(state(id), ReservationState::Granted { .. }));
		assert_eq!(Names::<Test>::get(key("ACME")), Some(NameHolder::Reservation(id)));
		assert!(matches!(
			last_event(),
			Event::NameReserved { mandate, version: 2, .. } if mandate.0 == 2
		));
		// One that differs only in what does not count is refused.
		let other = request(OTHER_FOUNDER, "ACME LIMITED");
		assert_noop!(
			grant_reservation(DECIDER, other, "ACME LIMITED"),
			Error::<Test>::NameReserved
		);
		// Neither is it granted twice.
		assert_noop!(
			grant_reservation(DECIDER, id, "Acme Ltd"),
			Error::<Test>::WrongReservationState
		);
	});
}

#[test]
fn name_should_not_be_reserved_when_the_commitment_does_not_open() {
	build_and_execute(|| {
		let id = request(FOUNDER, "Acme Ltd");
		assert_noop!(
			grant_reservation(DECIDER, id, "Acme Limited"),
			Error::<Test>::CommitmentMismatch
		);
		assert_noop!(
			BusinessRegistry::reserve_name(
				signed(DECIDER),
				act_on(NAME_RESERVATION, 1),
				id,
				name("Acme Ltd"),
				[8; 32]
			),
			Error::<Test>::CommitmentMismatch
		);
		// A copied commitment opens for nobody else.
		assert_ok!(BusinessRegistry::request_reservation(
			signed(OTHER_FOUNDER),
			act_on(NAME_RESERVATION, 0),
			District::NATIONAL,
			None,
			commit(tag(FOUNDER), "Acme Ltd")
		));
		let copied = LastReservation::<Test>::get();
		assert_noop!(
			grant_reservation(DECIDER, copied, "Acme Ltd"),
			Error::<Test>::CommitmentMismatch
		);
	});
}

#[test]
fn name_should_not_be_reserved_when_it_cannot_be_a_name() {
	build_and_execute(|| {
		for (text, error) in [
			("", Error::<Test>::NameEmpty),
			(" Acme", Error::<Test>::NameHasOuterSpace),
			("Acme\u{200b}", Error::<Test>::NameHasDisallowedCharacter),
			("Acmе", Error::<Test>::NameMixesScripts),
			("Bank of Polity Ltd", Error::<Test>::NameKeptByStatute),
		] {
			let id = request(FOUNDER, text);
			assert_noop!(grant_reservation(DECIDER, id, text), error);
		}
	});
}

#[test]
fn name_should_not_be_reserved_when_the_wrong_officer_grants_it() {
	build_and_execute(|| {
		let id = request(FOUNDER, "Acme");
		for who in [FOUNDER, STRANGER] {
			assert_noop!(grant_reservation(who, id, "Acme"), DispatchError::Other("no mandate"));
		}
		assert_noop!(
			grant_reservation(EXAMINER, id, "Acme"),
			DispatchError::Other("not covered by the mandate")
		);
		assert_noop!(
			BusinessRegistry::reserve_name(
				signed(DECIDER),
				act_on(NAME_RESERVATION, 0),
				id,
				name("Acme"),
				SALT
			),
			Error::<Test>::StaleVersion
		);
		assert_noop!(
			grant_reservation(DECIDER, ReservationId(77), "Acme"),
			Error::<Test>::ReservationNotFound
		);
		let today = || act_on(NAME_RESERVATION, 1);
		for act in [backdated(today()), in_future(today())] {
			let is_future = act.effective_from > CalendarDate::from_ymd(2026, 11, 22).unwrap();
			assert_noop!(
				BusinessRegistry::reserve_name(signed(DECIDER), act, id, name("Acme"), SALT),
				if is_future { Error::<Test>::EffectiveInFuture } else { Error::<Test>::Backdated }
			);
		}
		assert_ok!(grant_reservation(DECIDER, id, "Acme"));
		// A request at the counter needs a second officer.
		let paper = tag(200);
		assert_ok!(BusinessRegistry::request_reservation(
			signed(JACK_OF_ALL),
			act_on(NAME_RESERVATION, 0),
			District::NATIONAL,
			Some(paper),
			commit(paper, "Paper")
		));
		let id = LastReservation::<Test>::get();
		assert_noop!(grant_reservation(JACK_OF_ALL, id, "Paper"), Error::<Test>::SameAccount);
		assert_ok!(grant_reservation(DECIDER, id, "Paper"));
		// And nobody grants a request of its own.
		let own = request(JACK_OF_ALL, "Jack");
		assert_noop!(grant_reservation(JACK_OF_ALL, own, "Jack"), Error::<Test>::OwnApplication);
	});
}

#[test]
fn reservation_should_lapse_when_its_period_is_over() {
	build_and_execute(|| {
		let id = reserve(FOUNDER, "Acme");
		let lapses_at = BusinessRegistry::reservation_lapses_at(id).unwrap();
		// Granted on 22 November: the last day is 22 December.
		assert_eq!(
			lapses_at.local_date(LocalOffset::UTC),
			CalendarDate::from_ymd(2026, 12, 23).ok()
		);
		let other = request(OTHER_FOUNDER, "Acme");
		set_now(lapses_at.checked_sub_millis(1).unwrap());
		assert_noop!(grant_reservation(DECIDER, other, "Acme"), Error::<Test>::NameReserved);
		assert_noop!(
			BusinessRegistry::release_name(signed(FOUNDER), key("Acme")),
			Error::<Test>::NameNotLapsed
		);
		set_now(lapses_at);
		assert_eq!(BusinessRegistry::name_availability(name("Acme")), NameAvailability::Free);
		let mut late = body(tag(FOUNDER), "Acme");
		late.reservation = Some(id);
		assert_noop!(
			BusinessRegistry::apply(signed(FOUNDER), act(0), None, Box::new(late)),
			Error::<Test>::ReservationLapsed
		);
		assert_noop!(withdraw(FOUNDER, id), Error::<Test>::ReservationLapsed);
		// The next holder's coming ends it.
		assert_ok!(grant_reservation(DECIDER, other, "Acme"));
		assert_eq!(state(id), ReservationState::Lapsed);
		assert_eq!(Names::<Test>::get(key("Acme")), Some(NameHolder::Reservation(other)));
		let lapsed = BusinessRegistry::reservation_history(id, 1, 10).pop().unwrap();
		assert_eq!((lapsed.act, lapsed.mandate), (None, None));
	});
}

#[test]
fn name_should_be_released_when_its_reservation_has_lapsed() {
	build_and_execute(|| {
		let id = reserve(FOUNDER, "Acme");
		pass_days(32);
		assert_ok!(BusinessRegistry::release_name(signed(OTHER_FOUNDER), key("Acme")));
		assert_eq!(state(id), ReservationState::Lapsed);
		assert_eq!(Names::<Test>::get(key("Acme")), None);
		assert_noop!(
			BusinessRegistry::release_name(signed(OTHER_FOUNDER), key("Acme")),
			Error::<Test>::NameNotLapsed
		);
	});
}

#[test]
fn reservation_should_end_when_it_is_refused_or_withdrawn() {
	build_and_execute(|| {
		let id = request(FOUNDER, "Acme");
		assert_ok!(BusinessRegistry::refuse_reservation(
			signed(DECIDER),
			act_on(NAME_RESERVATION, 1),
			id,
			RefusalReason::NameMisleading
		));
		assert_eq!(state(id), ReservationState::Refused(RefusalReason::NameMisleading));
		assert_noop!(withdraw(FOUNDER, id), Error::<Test>::WrongReservationState);

		let id = reserve(FOUNDER, "Acme");
		assert_noop!(withdraw(OTHER_FOUNDER, id), Error::<Test>::ReservationOfAnother);
		assert_noop!(
			BusinessRegistry::withdraw_reservation(
				signed(FOUNDER),
				act_on(NAME_RESERVATION, 1),
				id
			),
			Error::<Test>::StaleVersion
		);
		assert_ok!(withdraw(FOUNDER, id));
		assert_eq!(state(id), ReservationState::Withdrawn);
		assert_eq!(Names::<Test>::get(key("Acme")), None);

		let id = request(FOUNDER, "Acme");
		assert_ok!(withdraw(FOUNDER, id));
		assert_noop!(withdraw(FOUNDER, ReservationId(77)), Error::<Test>::ReservationNotFound);
	});
}

#[test]
fn reservation_should_stay_when_its_holder_may_not_act() {
	build_and_execute(|| {
		let (requested, granted) = (request(FOUNDER, "Acme"), reserve(FOUNDER, "Bravo"));
		for (error, named) in [
			(StandingError::Deceased, Error::<Test>::PersonDeceased),
			(StandingError::Frozen, Error::<Test>::PersonFrozen),
			(StandingError::Merged, Error::<Test>::PersonMerged),
		] {
			let named = DispatchError::from(named);
			bar(tag(FOUNDER), error);
			for id in [requested, granted] {
				assert_noop!(withdraw(FOUNDER, id), named);
			}
		}
		// Nobody is told about another's standing.
		assert_noop!(withdraw(OTHER_FOUNDER, granted), Error::<Test>::ReservationOfAnother);
	});
}

#[test]
fn reservation_should_not_be_granted_when_nothing_is_known_of_who_filed_it() {
	build_and_execute(|| {
		let paper = tag(200);
		assert_ok!(BusinessRegistry::request_reservation(
			signed(EXAMINER),
			act_on(NAME_RESERVATION, 0),
			District::NATIONAL,
			Some(paper),
			commit(paper, "Paper")
		));
		let id = LastReservation::<Test>::get();
		assert_eq!(Reservations::<Test>::get(id).unwrap().requested_by, mandate_of(EXAMINER));
		forget(EXAMINER);
		assert_noop!(grant_reservation(DECIDER, id, "Paper"), Error::<Test>::WarrantNotFound);
	});
}

#[test]
fn request_should_fail_when_all_ids_are_given_out() {
	new_test_ext().execute_with(|| {
		LastReservation::<Test>::put(ReservationId(u64::MAX));
		assert_noop!(
			BusinessRegistry::request_reservation(
				signed(FOUNDER),
				act_on(NAME_RESERVATION, 0),
				District::NATIONAL,
				None,
				commit(tag(FOUNDER), "Acme")
			),
			Error::<Test>::IdsExhausted
		);
	});
}

#[test]
fn reservation_should_fail_when_its_period_ends_after_the_last_date() {
	new_test_ext().execute_with(|| {
		let last = polity_primitives::time::end_of_local_day(CalendarDate::LAST, LocalOffset::UTC);
		set_now(last.unwrap().checked_sub_millis(1).unwrap());
		let id = reserve(FOUNDER, "Acme");
		assert_eq!(BusinessRegistry::reservation_lapses_at(id), None);
		let other = request(OTHER_FOUNDER, "Acme");
		assert_noop!(grant_reservation(DECIDER, other, "Acme"), Error::<Test>::DeadlineOutOfRange);
		assert_eq!(
			BusinessRegistry::name_availability(name("Acme")),
			NameAvailability::Held(NameHolder::Reservation(id))
		);
	});
}

#[test]
fn record_should_not_grow_when_it_has_as_many_versions_as_can_be_counted() {
	new_test_ext().execute_with(|| {
		let id = request(FOUNDER, "Acme");
		ReservationHeads::<Test>::insert(id, head_of(u32::MAX));
		assert_noop!(grant_reservation(DECIDER, id, "Acme"), Error::<Test>::TooManyVersions);
	});
}
