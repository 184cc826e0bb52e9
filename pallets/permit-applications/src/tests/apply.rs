//! Handing in, by the applicant and at the counter.

use super::*;

#[test]
fn apply_should_hand_it_in_when_a_person_applies_for_itself() {
	build_and_execute(|| {
		let kind = set_type(terms());
		let id = apply_as(ANN, kind, person(ANN), Some(site(1))).unwrap();
		let found = record(id);
		assert_eq!(found.application.stage, Stage::Submitted);
		assert_eq!(found.application.submitted_at, NOON);
		assert_eq!((found.kind, found.version, found.site), (kind, 1, Some(site(1))));
		assert_eq!((found.representative, found.authority), (Some(ANN), AUTHORITY));
		let change = ApplicationChange::Submitted {
			kind,
			type_version: 1,
			applicant: person(ANN),
			site: Some(site(1)),
			representative: Some(ANN),
		};
		assert_eq!(last_change(), (change, None));
	});
}

#[test]
fn apply_should_hand_it_in_when_one_files_for_the_company() {
	build_and_execute(|| {
		let id = apply_as(BOB, set_type(terms()), of_company(1), None).unwrap();
		assert_eq!(record(id).representative, Some(BOB));
		// The tag by which Bob files for companies is in no entry: it is another register's.
		let entries = Applications::history(id, 1, 64).encode();
		let tag = tag_in(Register::Business, BOB);
		assert!(!entries.windows(32).any(|bytes| bytes == tag.as_bytes()));
	});
}

#[test]
fn call_should_fail_when_another_applies_for_the_applicant() {
	build_and_execute(|| {
		let kind = set_type(terms());
		for (who, applicant) in [
			(BOB, person(ANN)),
			(EVE, of_company(1)),
			(STRANGER, person(ANN)),
			(STRANGER, of_company(1)),
			// Who nobody signs for is entered by an officer.
			(ANN, PermitHolder::Party(Party::State(AUTHORITY))),
			(ANN, nobody(1)),
		] {
			assert_noop!(apply_as(who, kind, applicant, None), Error::<Test>::NotTheRepresentative);
		}
	});
}

#[test]
fn call_should_fail_when_the_person_is_not_in_standing() {
	for (error, expected) in [
		(StandingError::NotFound, Error::<Test>::PersonNotFound),
		(StandingError::Deceased, Error::<Test>::PersonDeceased),
		(StandingError::Frozen, Error::<Test>::PersonFrozen),
		(StandingError::Merged, Error::<Test>::PersonMerged),
		(StandingError::NotCapable, Error::<Test>::PersonMayNotAct),
	] {
		build_and_execute(|| {
			let kind = set_type(terms());
			let expected = DispatchError::from(expected);
			bar(Party::Person(tag(ANN)), error);
			bar(Party::Person(tag_in(Register::Business, BOB)), error);
			assert_noop!(apply_as(ANN, kind, person(ANN), None), expected);
			assert_noop!(apply_as(BOB, kind, of_company(1), None), expected);
		});
	}
}

#[test]
fn call_should_fail_when_there_is_no_such_type() {
	build_and_execute(|| {
		let unknown = PermitTypeId(9);
		let expected = DispatchError::from(Error::<Test>::TypeNotFound);
		assert_noop!(apply_as(ANN, unknown, person(ANN), None), expected);
		assert_noop!(enter_as(EXAMINER, unknown, person(ANN)), expected);
	});
}

#[test]
fn call_should_fail_when_the_type_takes_no_applications() {
	build_and_execute(|| {
		let kind = set_type(terms());
		change_type(kind, |found| found.is_open = false);
		let expected = DispatchError::from(Error::<Test>::TypeNotInForce);
		assert_noop!(apply_as(ANN, kind, person(ANN), None), expected);
		assert_noop!(enter_as(EXAMINER, kind, person(ANN)), expected);
	});
}

#[test]
fn call_should_fail_when_the_applicant_may_not_hold_the_permit() {
	build_and_execute(|| {
		let kind = set_type(terms());
		Permits::bar(&person(ANN));
		assert_noop!(apply_as(ANN, kind, person(ANN), None), refused("may not hold it"));
	});
}

#[test]
fn call_should_fail_when_the_site_is_missing() {
	build_and_execute(|| {
		let prerequisites = vec![Prerequisite::RightInSite].try_into().unwrap();
		let kind = set_type(PermitTerms { prerequisites, ..terms() });
		assert_noop!(apply_as(ANN, kind, person(ANN), None), refused("no site"));
	});
}

#[test]
fn call_should_fail_when_a_second_application_is_for_the_same() {
	build_and_execute(|| {
		let kind = set_type(terms());
		let first = apply_as(ANN, kind, person(ANN), Some(site(1))).unwrap();
		let expected = DispatchError::from(Error::<Test>::DuplicateApplication);
		assert_noop!(apply_as(ANN, kind, person(ANN), Some(site(1))), expected);
		// Another applicant, type or site is another matter, and so is what is over.
		assert_ok!(apply_as(ANN, kind, person(ANN), Some(site(2))));
		assert_ok!(apply_as(ANN, kind, person(ANN), None));
		assert_ok!(apply_as(BOB, kind, person(BOB), Some(site(1))));
		assert_ok!(apply_as(ANN, set_type(terms()), person(ANN), Some(site(1))));
		assert_ok!(withdraw_as(ANN, first));
		assert_ok!(apply_as(ANN, kind, person(ANN), Some(site(1))));
	});
}

#[test]
fn call_should_fail_when_the_holder_has_such_a_permit() {
	build_and_execute(|| {
		let id = decided(terms(), grant());
		let kind = record(id).kind;
		assert_noop!(apply_as(ANN, kind, person(ANN), None), refused("holds one already"));
	});
}

#[test]
fn call_should_fail_when_the_dossier_is_missing() {
	build_and_execute(|| {
		let kind = set_type(terms());
		let bare = || without_document(act(PROCEDURE, 0));
		let expected = DispatchError::from(Error::<Test>::DocumentMissing);
		assert_noop!(Applications::apply(signed(ANN), bare(), kind, person(ANN), None), expected);
		assert_noop!(
			Applications::enter(signed(EXAMINER), bare(), kind, person(ANN), None),
			expected
		);
	});
}

#[test]
fn call_should_fail_when_no_ministry_is_the_authority() {
	build_and_execute(|| {
		let kind = set_type(terms());
		set_keeper(None);
		let expected = DispatchError::from(Error::<Test>::NoAuthority);
		assert_noop!(apply_as(ANN, kind, person(ANN), None), expected);
	});
}

#[test]
fn call_should_fail_when_the_act_is_not_one_of_the_kind() {
	build_and_execute(|| {
		let kind = set_type(terms());
		let apply = |act| Applications::apply(signed(ANN), act, kind, person(ANN), None);
		assert_noop!(apply(act(PERSONAL, 0)), Error::<Test>::LegalBasisDoesNotFit);
		assert_noop!(apply(act(PROCEDURE, 1)), Error::<Test>::StaleVersion);
		let back = Act { effective_from: day(-1), ..act(PROCEDURE, 0) };
		assert_noop!(apply(back), Error::<Test>::Backdated);
		let ahead = Act { effective_from: day(1), ..act(PROCEDURE, 0) };
		assert_noop!(apply(ahead), Error::<Test>::EffectiveInFuture);
		let once = act(PROCEDURE, 0);
		assert_ok!(apply(once.clone()));
		let again = Applications::apply(signed(ANN), once, set_type(terms()), person(ANN), None);
		assert_eq!(again, Err(refused("repeated request")));
	});
}

#[test]
fn call_should_fail_when_all_ids_are_used() {
	build_and_execute(|| {
		let kind = set_type(terms());
		LastApplication::<Test>::put(ApplicationId(u64::MAX));
		assert_noop!(apply_as(ANN, kind, person(ANN), None), Error::<Test>::IdsExhausted);
	});
}

#[test]
fn enter_should_hand_it_in_when_it_comes_on_paper() {
	build_and_execute(|| {
		let id = enter_as(EXAMINER, set_type(terms()), person(250)).unwrap();
		let found = record(id);
		assert_eq!((found.representative, found.entered_under), (None, Some(mandate(EXAMINER))));
		assert_eq!(last_change().1, Some(mandate(EXAMINER)));
	});
}

#[test]
fn call_should_fail_when_who_enters_it_is_no_officer_or_the_applicant() {
	build_and_execute(|| {
		let kind = set_type(terms());
		assert_noop!(enter_as(ANN, kind, person(ANN)), refused("no mandate"));
		assert_noop!(enter_as(DECIDER, kind, person(ANN)), refused("not covered by the mandate"));
		let expected = DispatchError::from(Error::<Test>::OfficerIsRepresentative);
		assert_noop!(enter_as(CITIZEN_OFFICER, kind, person(CITIZEN_OFFICER)), expected);
	});
}
