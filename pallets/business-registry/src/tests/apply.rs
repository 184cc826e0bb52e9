//! `apply`, `take_up`, `raise_query`, `answer_query`, `withdraw_application`.

use super::*;
use crate::ApplicationsOf;
use polity_primitives::StandingError;

fn state(id: ApplicationId) -> ApplicationState {
	Applications::<Test>::get(id).unwrap().state
}

fn apply(
	who: AccountId,
	founder: Option<Tag>,
	body: ApplicationBody,
) -> frame_support::dispatch::DispatchResult {
	BusinessRegistry::apply(signed(who), act(0), founder, Box::new(body))
}

fn query(who: AccountId, id: ApplicationId) -> frame_support::dispatch::DispatchResult {
	let act = act(application_version(id));
	BusinessRegistry::raise_query(signed(who), act, id, QueryReason::AddDocument)
}

fn answer(
	who: AccountId,
	id: ApplicationId,
	body: ApplicationBody,
) -> frame_support::dispatch::DispatchResult {
	let act = act(application_version(id));
	BusinessRegistry::answer_query(signed(who), act, id, Box::new(body))
}

fn withdraw(who: AccountId, id: ApplicationId) -> frame_support::dispatch::DispatchResult {
	BusinessRegistry::withdraw_application(signed(who), act(application_version(id)), id)
}

#[test]
fn application_should_be_filed_when_a_founder_applies() {
	build_and_execute(|| {
		let id = file(FOUNDER, body(tag(FOUNDER), "Acme"));
		assert_eq!(state(id), ApplicationState::Filed);
		assert!(matches!(
			last_event(),
			Event::ApplicationFiled { application, mandate: None, version: 1, .. }
				if application == id
		));
		assert_eq!(ApplicationsOf::<Test>::iter_prefix(tag(FOUNDER)).count(), 1);
	});
}

#[test]
fn application_should_fail_when_it_is_not_lawful() {
	build_and_execute(|| {
		let good = body(tag(FOUNDER), "Acme");
		assert_noop!(apply(STRANGER, None, good.clone()), Error::<Test>::NotAPerson);
		assert_noop!(
			apply(FOUNDER, Some(tag(OTHER_FOUNDER)), good.clone()),
			DispatchError::Other("no mandate")
		);
		for retired_or_none in ["FVGZ", "8888"] {
			let legal_form = retired_or_none.parse().unwrap();
			assert_noop!(
				apply(FOUNDER, None, ApplicationBody { legal_form, ..good.clone() }),
				Error::<Test>::LegalFormNotAllowed
			);
		}
		let jurisdiction = "AT".parse().unwrap();
		assert_noop!(
			apply(FOUNDER, None, ApplicationBody { jurisdiction, ..good.clone() }),
			Error::<Test>::LegalFormNotOfJurisdiction
		);
		let nobody = FoundingBoard { directors: Default::default(), signing: SigningRule::Sole };
		let without_directors = ApplicationBody { board: nobody, ..good.clone() };
		assert_noop!(apply(FOUNDER, None, without_directors), DispatchError::Other("no director"));
		assert_noop!(
			BusinessRegistry::apply(signed(FOUNDER), act(3), None, Box::new(good.clone())),
			Error::<Test>::StaleVersion
		);
		let late = backdated(act(0));
		assert_noop!(
			BusinessRegistry::apply(signed(FOUNDER), late, None, Box::new(good.clone())),
			Error::<Test>::Backdated
		);
		// What does not take effect yet may be dated ahead.
		assert_ok!(BusinessRegistry::apply(
			signed(FOUNDER),
			in_future(act(0)),
			None,
			Box::new(good)
		));
	});
}

#[test]
fn application_should_use_only_a_reservation_of_its_founder() {
	build_and_execute(|| {
		let reservation = reserve(FOUNDER, "Acme");
		let with = |founder, reservation| {
			let body = body(tag(founder), "Acme");
			ApplicationBody { reservation: Some(reservation), ..body }
		};
		assert_noop!(
			apply(OTHER_FOUNDER, None, with(OTHER_FOUNDER, reservation)),
			Error::<Test>::ReservationOfAnother
		);
		assert_noop!(
			apply(FOUNDER, None, with(FOUNDER, ReservationId(9))),
			Error::<Test>::ReservationNotFound
		);
		let requested = request(FOUNDER, "Bravo");
		assert_noop!(
			apply(FOUNDER, None, with(FOUNDER, requested)),
			Error::<Test>::WrongReservationState
		);
		let id = file(FOUNDER, with(FOUNDER, reservation));
		assert_eq!(Reservations::<Test>::get(reservation).unwrap().application, Some(id));
		assert_noop!(
			apply(FOUNDER, None, with(FOUNDER, reservation)),
			Error::<Test>::ReservationInUse
		);
		assert_noop!(
			BusinessRegistry::withdraw_reservation(
				signed(FOUNDER),
				act_on(NAME_RESERVATION, 2),
				reservation
			),
			Error::<Test>::ReservationInUse
		);
		// It does not lapse while the application is pending, and counts again afterwards.
		pass_days(40);
		assert_eq!(
			BusinessRegistry::name_availability(name("Acme")),
			NameAvailability::Held(NameHolder::Reservation(reservation))
		);
		assert_ok!(withdraw(FOUNDER, id));
		assert_eq!(BusinessRegistry::name_availability(name("Acme")), NameAvailability::Free);
	});
}

#[test]
fn application_should_be_taken_up_when_it_is_filed() {
	build_and_execute(|| {
		let id = file(FOUNDER, body(tag(FOUNDER), "Acme"));
		assert_noop!(
			BusinessRegistry::take_up(signed(DECIDER), act(1), id),
			DispatchError::Other("not covered by the mandate")
		);
		assert_noop!(
			BusinessRegistry::take_up(signed(EXAMINER), act(1), ApplicationId(9)),
			Error::<Test>::ApplicationNotFound
		);
		assert_ok!(BusinessRegistry::take_up(signed(EXAMINER), act(1), id));
		assert_eq!(state(id), ApplicationState::UnderExamination);
		// Another officer takes it over.
		assert_ok!(BusinessRegistry::take_up(signed(OTHER_EXAMINER), act(2), id));
		let examiner = Applications::<Test>::get(id).unwrap().examiner;
		assert_eq!(examiner, mandate_of(OTHER_EXAMINER));
		assert_ok!(examine(EXAMINER, id, recommend("Acme")));
		assert_noop!(
			BusinessRegistry::take_up(signed(EXAMINER), act(4), id),
			Error::<Test>::WrongApplicationState
		);
		let own = file(JACK_OF_ALL, body(tag(JACK_OF_ALL), "Jack"));
		assert_noop!(
			BusinessRegistry::take_up(signed(JACK_OF_ALL), act(1), own),
			Error::<Test>::OwnApplication
		);
	});
}

#[test]
fn query_should_return_the_application_when_it_is_answered() {
	build_and_execute(|| {
		let id = examined(FOUNDER, "Acme");
		assert_eq!(Names::<Test>::get(key("Acme")), Some(NameHolder::Application(id)));
		assert_noop!(
			answer(FOUNDER, id, body(tag(FOUNDER), "Acme")),
			Error::<Test>::WrongApplicationState
		);
		assert_ok!(query(EXAMINER, id));
		// The name is free again until the answer is examined.
		assert_eq!(Names::<Test>::get(key("Acme")), None);
		assert_noop!(query(EXAMINER, id), Error::<Test>::WrongApplicationState);
		let better = body(tag(FOUNDER), "Bravo");
		assert_noop!(answer(OTHER_FOUNDER, id, better.clone()), Error::<Test>::NotTheApplicant);
		assert_noop!(answer(EXAMINER, id, better.clone()), Error::<Test>::NotTheApplicant);
		let elsewhere = ApplicationBody { district: District(3), ..better.clone() };
		assert_noop!(answer(FOUNDER, id, elsewhere), Error::<Test>::WrongApplicationState);
		let nobody = FoundingBoard { directors: Default::default(), signing: SigningRule::Sole };
		assert_noop!(
			answer(FOUNDER, id, ApplicationBody { board: nobody, ..better.clone() }),
			DispatchError::Other("no director")
		);
		assert_ok!(answer(FOUNDER, id, better));
		assert_eq!(state(id), ApplicationState::Filed);
		assert_ok!(examine(EXAMINER, id, recommend("Bravo")));
		assert_ok!(decide(DECIDER, id, Decision::Register));
	});
}

#[test]
fn answer_should_change_reservations_when_it_cites_another() {
	build_and_execute(|| {
		let (first, second) = (reserve(FOUNDER, "Acme"), reserve(FOUNDER, "Bravo"));
		let with = |text, reservation| ApplicationBody {
			reservation: Some(reservation),
			..body(tag(FOUNDER), text)
		};
		let id = file(FOUNDER, with("Acme", first));
		assert_ok!(query(EXAMINER, id));
		assert_ok!(answer(FOUNDER, id, with("Bravo", second)));
		assert_eq!(Reservations::<Test>::get(first).unwrap().application, None);
		assert_eq!(Reservations::<Test>::get(second).unwrap().application, Some(id));
	});
}

#[test]
fn counter_should_file_and_answer_when_the_founder_has_no_account() {
	build_and_execute(|| {
		let paper = tag(200);
		assert_ok!(apply(EXAMINER, Some(paper), body(paper, "Paper")));
		let id = LastApplication::<Test>::get();
		assert!(matches!(
			last_event(),
			Event::ApplicationFiled { mandate: Some(mandate), .. } if mandate.0 == 1
		));
		assert_ok!(query(OTHER_EXAMINER, id));
		assert_noop!(
			answer(STRANGER, id, body(paper, "Paper")),
			DispatchError::Other("no mandate")
		);
		assert_ok!(answer(OTHER_EXAMINER, id, body(paper, "Paper")));
		assert_noop!(withdraw(EXAMINER, id), Error::<Test>::NotTheApplicant);
		// Who filed it cannot decide it, though another examined it.
		assert_ok!(apply(JACK_OF_ALL, Some(paper), body(paper, "Other")));
		let id = LastApplication::<Test>::get();
		assert_ok!(examine(EXAMINER, id, recommend("Other")));
		assert_noop!(decide(JACK_OF_ALL, id, Decision::Register), Error::<Test>::SameAccount);
		assert_ok!(decide(DECIDER, id, Decision::Register));
	});
}

/// Files an application at the counter.
fn filed_at_counter(who: AccountId, founder: Tag, text: &str) -> ApplicationId {
	assert_ok!(apply(who, Some(founder), body(founder, text)));
	LastApplication::<Test>::get()
}

/// Has a query raised and answered at the counter.
fn answer_at_counter(
	who: AccountId,
	id: ApplicationId,
	founder: Tag,
	text: &str,
) -> frame_support::dispatch::DispatchResult {
	assert_ok!(query(EXAMINER, id));
	answer(who, id, body(founder, text))
}

#[test]
fn counter_should_keep_everyone_who_filed_or_answered() {
	build_and_execute(|| {
		let paper = tag(200);
		let id = filed_at_counter(JACK_OF_ALL, paper, "Paper");
		assert_ok!(answer_at_counter(OTHER_EXAMINER, id, paper, "Paper"));
		// Who has answered before is kept once.
		assert_ok!(answer_at_counter(OTHER_EXAMINER, id, paper, "Paper"));
		let counter_officers = Applications::<Test>::get(id).unwrap().counter_officers;
		let expected = [JACK_OF_ALL, OTHER_EXAMINER].map(|who| mandate_of(who).unwrap());
		assert_eq!(counter_officers.into_inner(), expected);
		// The one who filed first cannot decide, though another answered and a third examined.
		assert_ok!(examine(EXAMINER, id, recommend("Paper")));
		assert_noop!(decide(JACK_OF_ALL, id, Decision::Register), Error::<Test>::SameAccount);
		assert_ok!(decide(DECIDER, id, Decision::Register));

		// Nor can the one who answered in between.
		let id = filed_at_counter(OTHER_EXAMINER, paper, "Other");
		assert_ok!(answer_at_counter(JACK_OF_ALL, id, paper, "Other"));
		assert_ok!(answer_at_counter(OTHER_EXAMINER, id, paper, "Other"));
		assert_ok!(examine(EXAMINER, id, recommend("Other")));
		assert_noop!(decide(JACK_OF_ALL, id, Decision::Register), Error::<Test>::SameAccount);
		// Nor can the person with another account, or who was granted its mandate by that one.
		let id = filed_at_counter(EXAMINER, paper, "Third");
		assert_ok!(answer_at_counter(OTHER_EXAMINER, id, paper, "Third"));
		assert_ok!(examine(OTHER_EXAMINER, id, recommend("Third")));
		assert_noop!(decide(EXAMINER_AGAIN, id, Decision::Register), Error::<Test>::SamePerson);
		assert_noop!(decide(PROTEGE, id, Decision::Register), Error::<Test>::GrantedByTheOther);
		assert_ok!(decide(DECIDER, id, Decision::Register));
	});
}

#[test]
fn counter_should_have_few_officers() {
	build_and_execute(|| {
		let paper = tag(200);
		let id = filed_at_counter(EXAMINER, paper, "Paper");
		let full: Vec<_> = (1_001..=1_007).map(polity_primitives::MandateId).collect();
		Applications::<Test>::mutate_extant(id, |application| {
			for mandate in full {
				assert_eq!(application.add_counter_officer(mandate), Ok(()));
			}
		});
		assert_ok!(query(EXAMINER, id));
		assert_noop!(
			answer(OTHER_EXAMINER, id, body(paper, "Paper")),
			Error::<Test>::TooManyCounterOfficers
		);
		// One of them still answers.
		assert_ok!(answer(EXAMINER, id, body(paper, "Paper")));
		let counter_officers = Applications::<Test>::get(id).unwrap().counter_officers;
		assert_eq!(counter_officers.len(), MAX_COUNTER_OFFICERS as usize);
	});
}

#[test]
fn application_should_not_be_decided_when_nothing_is_known_of_who_prepared_it() {
	build_and_execute(|| {
		let paper = tag(200);
		let id = filed_at_counter(JACK_OF_ALL, paper, "Paper");
		assert_ok!(examine(EXAMINER, id, recommend("Paper")));
		forget(JACK_OF_ALL);
		assert_noop!(decide(DECIDER, id, Decision::Register), Error::<Test>::WarrantNotFound);
		forget(EXAMINER);
		assert_noop!(decide(DECIDER, id, Decision::Register), Error::<Test>::WarrantNotFound);
	});
}

#[test]
fn application_should_use_only_a_reservation_of_its_district() {
	build_and_execute(|| {
		let reservation = reserve(FOUNDER, "Acme");
		let here = ApplicationBody { reservation: Some(reservation), ..body(tag(FOUNDER), "Acme") };
		let elsewhere = ApplicationBody { district: District(3), ..here.clone() };
		assert_noop!(
			apply(FOUNDER, None, elsewhere.clone()),
			Error::<Test>::ReservationOfAnotherDistrict
		);
		// Nor is it cited later, in the answer to a query.
		let without = ApplicationBody { reservation: None, ..elsewhere.clone() };
		let id = file(FOUNDER, without);
		assert_ok!(query(EXAMINER, id));
		assert_noop!(answer(FOUNDER, id, elsewhere), Error::<Test>::ReservationOfAnotherDistrict);
		file(FOUNDER, here);
	});
}

#[test]
fn application_should_be_left_as_it_is_when_its_founder_may_not_act() {
	build_and_execute(|| {
		let (id, paper) = (file(FOUNDER, body(tag(FOUNDER), "Acme")), tag(200));
		let at_counter = filed_at_counter(EXAMINER, paper, "Paper");
		assert_ok!(query(EXAMINER, id));
		assert_ok!(query(EXAMINER, at_counter));
		for (error, named) in [
			(StandingError::Deceased, Error::<Test>::PersonDeceased),
			(StandingError::Frozen, Error::<Test>::PersonFrozen),
			(StandingError::Merged, Error::<Test>::PersonMerged),
		] {
			let named = DispatchError::from(named);
			bar(tag(FOUNDER), error);
			bar(paper, error);
			assert_noop!(withdraw(FOUNDER, id), named);
			assert_noop!(answer(FOUNDER, id, body(tag(FOUNDER), "Acme")), named);
			assert_noop!(answer(EXAMINER, at_counter, body(paper, "Paper")), named);
		}
		// Nobody is told about another's standing.
		assert_noop!(withdraw(OTHER_FOUNDER, id), Error::<Test>::NotTheApplicant);
		// It can still be refused.
		pass_days(31);
		let refusal = RefusalReason::FounderNotCapable;
		assert_ok!(examine(EXAMINER, id, Recommendation::Refuse(refusal)));
		assert_ok!(decide(DECIDER, id, Decision::Refuse(refusal)));
	});
}

#[test]
fn application_should_be_withdrawn_by_its_founder_alone() {
	build_and_execute(|| {
		let id = examined(FOUNDER, "Acme");
		assert_noop!(withdraw(OTHER_FOUNDER, id), Error::<Test>::NotTheApplicant);
		assert_noop!(
			BusinessRegistry::withdraw_application(signed(FOUNDER), act(1), id),
			Error::<Test>::StaleVersion
		);
		assert_ok!(withdraw(FOUNDER, id));
		assert_eq!(state(id), ApplicationState::Withdrawn);
		assert_eq!(Names::<Test>::get(key("Acme")), None);
		assert_noop!(withdraw(FOUNDER, id), Error::<Test>::WrongApplicationState);
		assert_noop!(withdraw(FOUNDER, ApplicationId(99)), Error::<Test>::ApplicationNotFound);
	});
}
