//! `decide`.

use super::*;
use crate::NextCompanySerial;
use polity_primitives::StandingError;

#[test]
fn company_should_be_registered_when_another_officer_decides() {
	build_and_execute(|| {
		let reservation = reserve(FOUNDER, "Acme Ltd");
		let cited =
			ApplicationBody { reservation: Some(reservation), ..body(tag(FOUNDER), "Acme Ltd") };
		let id = file(FOUNDER, cited);
		assert_ok!(examine(EXAMINER, id, recommend("Acme Ltd")));
		assert_ok!(decide(DECIDER, id, Decision::Register));

		let number = CompanyNumber::from_serial(1_000_000_000).unwrap();
		let Versioned { record, head } = BusinessRegistry::company(number).unwrap();
		assert_eq!(record.name, name("Acme Ltd"));
		assert_eq!(record.status, Status::Active);
		assert_eq!(record.incorporated_on, Some(act(0).effective_from));
		assert_eq!((record.dispute, record.missing), (None, Missing::NONE));
		assert_eq!(head.seq, 1);
		assert_eq!(Names::<Test>::get(key("ACME")), Some(NameHolder::Company(number)));
		let reservation = Reservations::<Test>::get(reservation).unwrap();
		assert_eq!(reservation.state, ReservationState::Used(number));
		assert_eq!(
			Applications::<Test>::get(id).unwrap().state,
			ApplicationState::Registered(number)
		);
		assert!(matches!(
			last_event(),
			Event::ApplicationGranted { company, version: 3, .. } if company == number
		));
		assert_noop!(decide(DECIDER, id, Decision::Register), Error::<Test>::WrongApplicationState);
		// The next has the next number.
		assert_eq!(found(OTHER_FOUNDER, "Bravo").serial(), 1_000_000_001);
	});
}

#[test]
fn company_should_not_be_registered_when_maker_and_checker_are_one() {
	build_and_execute(|| {
		let id = examined(FOUNDER, "Acme");
		assert_noop!(
			decide(EXAMINER, id, Decision::Register),
			DispatchError::Other("not covered by the mandate")
		);
		assert_noop!(decide(EXAMINER_AGAIN, id, Decision::Register), Error::<Test>::SamePerson);
		assert_noop!(decide(PROTEGE, id, Decision::Register), Error::<Test>::GrantedByTheOther);
		for who in [FOUNDER, STRANGER] {
			assert_noop!(decide(who, id, Decision::Register), DispatchError::Other("no mandate"));
		}
		let by_jack = file(FOUNDER, body(tag(FOUNDER), "Bravo"));
		assert_ok!(examine(JACK_OF_ALL, by_jack, recommend("Bravo")));
		assert_noop!(decide(JACK_OF_ALL, by_jack, Decision::Register), Error::<Test>::SameAccount);
		let own = file(JACK_OF_ALL, body(tag(JACK_OF_ALL), "Jack"));
		assert_ok!(examine(EXAMINER, own, recommend("Jack")));
		assert_noop!(decide(JACK_OF_ALL, own, Decision::Register), Error::<Test>::OwnApplication);
	});
}

#[test]
fn decision_should_fail_when_it_was_not_prepared() {
	build_and_execute(|| {
		let filed = file(FOUNDER, body(tag(FOUNDER), "Bravo"));
		assert_noop!(
			decide(DECIDER, filed, Decision::Register),
			Error::<Test>::WrongApplicationState
		);
		assert_noop!(
			decide(DECIDER, ApplicationId(99), Decision::Register),
			Error::<Test>::ApplicationNotFound
		);
		let id = examined(FOUNDER, "Acme");
		let refuse = Decision::Refuse(RefusalReason::DocumentMissing);
		assert_noop!(decide(DECIDER, id, refuse), Error::<Test>::DecisionNotPrepared);
		assert_noop!(
			BusinessRegistry::decide(signed(DECIDER), act(1), id, Decision::Register),
			Error::<Test>::StaleVersion
		);
		assert_noop!(
			BusinessRegistry::decide(signed(DECIDER), in_future(act(2)), id, Decision::Register),
			Error::<Test>::EffectiveInFuture
		);

		// Returned, then recommended to be refused: now it can be, for that reason alone.
		assert_ok!(decide(DECIDER, id, Decision::Return));
		assert_eq!(Names::<Test>::get(key("Acme")), None);
		let refusal = Recommendation::Refuse(RefusalReason::DocumentMissing);
		assert_ok!(examine(OTHER_EXAMINER, id, refusal));
		assert_noop!(decide(DECIDER, id, Decision::Register), Error::<Test>::DecisionNotPrepared);
		assert_noop!(
			decide(DECIDER, id, Decision::Refuse(RefusalReason::NameMisleading)),
			Error::<Test>::DecisionNotPrepared
		);
		assert_ok!(decide(DECIDER, id, refuse));
		assert!(matches!(
			last_event(),
			Event::ApplicationRefused { reason: RefusalReason::DocumentMissing, .. }
		));
	});
}

#[test]
fn company_should_not_be_registered_when_its_founder_has_died_meanwhile() {
	build_and_execute(|| {
		let id = examined(FOUNDER, "Acme");
		bar(tag(FOUNDER), StandingError::Deceased);
		assert_noop!(decide(DECIDER, id, Decision::Register), Error::<Test>::PersonDeceased);
	});
}

#[test]
fn company_should_have_the_board_that_was_applied_for() {
	build_and_execute(|| {
		let board = FoundingBoard {
			directors: vec![tag(200), tag(FOUNDER)].try_into().unwrap(),
			signing: SigningRule::Joint(2),
		};
		let id =
			file(FOUNDER, ApplicationBody { board: board.clone(), ..body(tag(FOUNDER), "Acme") });
		assert_ok!(examine(EXAMINER, id, recommend("Acme")));
		let number = CompanyNumber::from_serial(1_000_000_000).unwrap();
		assert_eq!(board_of(number), None);
		assert_ok!(decide(DECIDER, id, Decision::Register));
		assert_eq!(board_of(number), Some(board));
	});
}

#[test]
fn company_should_not_be_registered_when_a_director_may_not_be_one_any_more() {
	build_and_execute(|| {
		let id = examined(FOUNDER, "Acme");
		disqualify(tag(FOUNDER));
		assert_noop!(decide(DECIDER, id, Decision::Register), DispatchError::Other("disqualified"));
		// The application goes back, and can be refused.
		assert_ok!(decide(DECIDER, id, Decision::Return));
		assert_noop!(
			examine(EXAMINER, id, recommend("Acme")),
			DispatchError::Other("disqualified")
		);
		let refusal = RefusalReason::LegalFormRequirementsNotMet;
		assert_ok!(examine(EXAMINER, id, Recommendation::Refuse(refusal)));
		assert_ok!(decide(DECIDER, id, Decision::Refuse(refusal)));
	});
}

#[test]
fn company_should_not_be_registered_when_its_name_differs_only_in_what_does_not_count() {
	build_and_execute(|| {
		found(FOUNDER, "Acme Ltd");
		for same in ["ACME", "acme, limited", "АСМЕ", "Ácme P.L.C."] {
			let id = file(OTHER_FOUNDER, body(tag(OTHER_FOUNDER), same));
			assert_noop!(examine(EXAMINER, id, recommend(same)), Error::<Test>::NameTaken);
		}
		for other in ["MODEM", "MODERN", "! LTD", "&&& LIMITED"] {
			found(OTHER_FOUNDER, other);
		}
	});
}

#[test]
fn company_should_not_be_registered_when_all_numbers_are_given_out() {
	new_test_ext().execute_with(|| {
		let id = examined(FOUNDER, "Acme");
		NextCompanySerial::<Test>::put(CompanyNumber::LAST_SERIAL + 1);
		assert_noop!(decide(DECIDER, id, Decision::Register), Error::<Test>::IdsExhausted);
	});
}
