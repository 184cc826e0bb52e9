//! Officers come and go.

use super::*;

#[test]
fn director_should_be_appointed_and_removed_when_two_officers_agree() {
	build_and_execute(|| {
		let company = found(&[ANN], SigningRule::Sole);
		assert_ok!(appoint(company, Role::Director, person(BOB)));
		let Event::BoardChanged { version: 2, prepared_under, mandate, .. } = last_event() else {
			panic!("the board did not change")
		};
		assert_eq!(
			(Some(prepared_under), Some(mandate)),
			(mandate_of(EXAMINER), mandate_of(DECIDER))
		);
		pass_days(1);
		assert_ok!(remove(company, Role::Director, person(ANN), 0));
		assert_eq!(directors(company, 0), 1);
		assert_eq!(Officers::offices_of(tag(ANN)), [company]);
		// The next change clears whose term is over.
		pass_days(1);
		assert_ok!(appoint(company, Role::Secretary, person(EVE)));
		assert_eq!(Officers::offices_of(tag(ANN)), []);
	});
}

#[test]
fn last_director_should_not_leave_in_any_way() {
	build_and_execute(|| {
		let company = found(&[ANN], SigningRule::Sole);
		for on in [0, 30] {
			assert_eq!(
				remove(company, Role::Director, person(ANN), on),
				Err(Error::<Test>::LastDirector.into())
			);
		}
		assert_noop!(
			Officers::resign(signed(ANN), act(OFFICERS, 1), company, Role::Director),
			Error::<Test>::LastDirector
		);
		// One who is to come on a later day does not manage until then.
		let bob = Officer { from: day(10), ..officer(Role::Director, person(BOB)) };
		assert_ok!(change(company, BoardChange::Appoint(bob)));
		assert_eq!(
			remove(company, Role::Director, person(ANN), 9),
			Err(Error::<Test>::LastDirector.into())
		);
		assert_ok!(remove(company, Role::Director, person(ANN), 10));
		assert_eq!(
			remove(company, Role::Director, person(BOB), 20),
			Err(Error::<Test>::LastDirector.into())
		);
		for later in [0, 9, 10, 11] {
			assert_eq!(directors(company, later), 1);
		}
	});
}

#[test]
fn directors_should_stay_as_many_as_must_sign_together() {
	build_and_execute(|| {
		let company = found(&[ANN, BOB, EVE], SigningRule::Joint(2));
		assert_ok!(remove(company, Role::Director, person(EVE), 5));
		assert_eq!(
			remove(company, Role::Director, person(BOB), 6),
			Err(Error::<Test>::JointExceedsDirectors.into())
		);
		let joint = |number| change(company, BoardChange::SetSigning(SigningRule::Joint(number)));
		// Three are in office today, two from the fifth day on.
		assert_eq!(joint(3), Err(Error::<Test>::JointExceedsDirectors.into()));
		assert_eq!(joint(1), Err(Error::<Test>::JointOfOne.into()));
		assert_ok!(change(company, BoardChange::SetSigning(SigningRule::Sole)));
		assert_ok!(remove(company, Role::Director, person(BOB), 6));
	});
}

#[test]
fn officer_should_be_refused_when_it_cannot_be_one() {
	build_and_execute(|| {
		let company = found(&[ANN], SigningRule::Sole);
		let other = found(&[BOB], SigningRule::Sole);
		let refused = |officer, error: Error<Test>| {
			assert_noop!(propose(company, BoardChange::Appoint(officer)), error);
		};
		refused(officer(Role::Director, person(ANN)), Error::<Test>::AlreadyInOffice);
		refused(officer(Role::Auditor, person(ANN)), Error::<Test>::NotIndependent);
		refused(officer(Role::Liquidator, person(BOB)), Error::<Test>::NotWoundUp);
		refused(officer(Role::Director, person(5_000)), Error::<Test>::PartyNotFound);
		refused(
			officer(Role::Auditor, Party::Company(company_of(90))),
			Error::<Test>::PartyNotFound,
		);
		for role in [Role::Director, Role::AuthorisedSignatory] {
			refused(officer(role, Party::Company(other)), Error::<Test>::RoleNotForParty);
		}
		refused(officer(Role::Secretary, Party::Unknown), Error::<Test>::RoleNotForParty);
		let bob = || officer(Role::Director, person(BOB));
		refused(Officer { from: day(-1), ..bob() }, Error::<Test>::InThePast);
		for to in [0, -5] {
			refused(Officer { to: Some(day(to)), ..bob() }, Error::<Test>::EndsBeforeItBegins);
		}
		bar(person(BOB), StandingError::Frozen);
		refused(bob(), Error::<Test>::PartyFrozen);
		bar(Party::Company(other), StandingError::Suspended);
		refused(officer(Role::Secretary, Party::Company(other)), Error::<Test>::PartyMayNotAct);
		assert_ok!(appoint(company, Role::Auditor, person(EVE)));
		refused(officer(Role::Director, person(EVE)), Error::<Test>::NotIndependent);
	});
}

fn company_of(place: u64) -> CompanyNumber {
	company(place)
}

#[test]
fn removal_should_be_refused_when_there_is_nobody_to_leave() {
	build_and_execute(|| {
		let company = found(&[ANN, BOB], SigningRule::Sole);
		assert_eq!(
			remove(company, Role::Secretary, person(ANN), 0),
			Err(Error::<Test>::NotInOffice.into())
		);
		assert_eq!(
			remove(company, Role::Director, person(EVE), 0),
			Err(Error::<Test>::NotInOffice.into())
		);
		assert_eq!(
			remove(company, Role::Director, person(ANN), -1),
			Err(Error::<Test>::InThePast.into())
		);
		// One who was appointed ahead never comes.
		let eve = Officer { from: day(10), ..officer(Role::Director, person(EVE)) };
		assert_ok!(change(company, BoardChange::Appoint(eve)));
		assert_ok!(remove(company, Role::Director, person(EVE), 5));
		assert_eq!(directors(company, 20), 2);
		assert_eq!(Officers::offices_of(tag(EVE)), []);
	});
}

#[test]
fn board_should_have_few_officers() {
	build_and_execute(|| {
		let first: Vec<u64> = (100..116).collect();
		let company = found(&first, SigningRule::Sole);
		for number in 116..132 {
			assert_ok!(appoint(company, Role::Director, person(number)));
		}
		assert_eq!(
			appoint(company, Role::Director, person(132)),
			Err(Error::<Test>::TooManyOfficers.into())
		);
		assert_ok!(remove(company, Role::Director, person(100), 0));
		assert_ok!(appoint(company, Role::Director, person(132)));
	});
}

#[test]
fn officer_should_resign_for_itself() {
	build_and_execute(|| {
		let company = found(&[ANN, BOB], SigningRule::Sole);
		let resign = |who, act, role| Officers::resign(signed(who), act, company, role);
		let refused = |who, act, role, error: Error<Test>| {
			assert_noop!(resign(who, act, role), error);
		};
		refused(STRANGER, act(OFFICERS, 1), Role::Director, Error::<Test>::NotAPerson);
		refused(EVE, act(OFFICERS, 1), Role::Director, Error::<Test>::NotInOffice);
		refused(BOB, act(OFFICERS, 1), Role::Secretary, Error::<Test>::NotInOffice);
		refused(BOB, act(OFFICERS, 0), Role::Director, Error::<Test>::StaleVersion);
		refused(BOB, act(COURT_ORDER, 1), Role::Director, Error::<Test>::LegalBasisDoesNotFit);
		let mut ahead = act(OFFICERS, 1);
		ahead.effective_from = day(1);
		refused(BOB, ahead, Role::Director, Error::<Test>::EffectiveInFuture);
		assert_ok!(resign(BOB, act(OFFICERS, 1), Role::Director));
		assert!(matches!(last_event(), Event::OfficerResigned { version: 2, .. }));
		assert_eq!(directors(company, 0), 1);
		bar(person(ANN), StandingError::Deceased);
		refused(ANN, act(OFFICERS, 2), Role::Director, Error::<Test>::PersonDeceased);
		let none = register(CompanyPhase::Live);
		assert_noop!(
			Officers::resign(signed(BOB), act(OFFICERS, 0), none, Role::Director),
			Error::<Test>::NotInOffice
		);
	});
}

#[test]
fn company_that_is_wound_up_should_have_a_liquidator_and_need_no_director() {
	build_and_execute(|| {
		let company = found(&[ANN], SigningRule::Sole);
		set_phase(company, CompanyPhase::WindingUp);
		let liquidator = BoardChange::Appoint(officer(Role::Liquidator, person(EVE)));
		let id = propose_as(JUDGE, company, liquidator, Authority::Court).unwrap();
		assert_ok!(decide_as(OTHER_JUDGE, id, Verdict::Approve));
		assert_ok!(remove(company, Role::Director, person(ANN), 0));
		assert_eq!(directors(company, 0), 0);
	});
}
