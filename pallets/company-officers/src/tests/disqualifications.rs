//! A court bars a person from the management of companies.

use super::*;

#[test]
fn person_should_be_barred_until_a_day() {
	build_and_execute(|| {
		let company = found(&[ANN, BOB], SigningRule::Joint(2));
		assert_ok!(disqualify(EVE, Some(30)));
		assert!(matches!(last_event(), Event::DisqualificationSet { version: 1, .. }));
		assert_eq!(Officers::disqualified_until(tag(EVE)), Some(day(30)));
		for role in [Role::Director, Role::Secretary, Role::AuthorisedSignatory] {
			assert_noop!(
				propose(company, BoardChange::Appoint(officer(role, person(EVE)))),
				Error::<Test>::PersonDisqualified
			);
		}
		// From the day on which the bar is over it may be appointed, also ahead.
		let ahead = |from| Officer { from: day(from), ..officer(Role::Director, person(EVE)) };
		assert_noop!(
			propose(company, BoardChange::Appoint(ahead(29))),
			Error::<Test>::PersonDisqualified
		);
		assert_ok!(change(company, BoardChange::Appoint(ahead(30))));
		pass_days(30);
		assert_ok!(appoint(company, Role::Secretary, person(EVE)));
		assert_eq!(Officers::disqualification_history(tag(EVE), 1, 64).len(), 1);
	});
}

#[test]
fn bar_should_be_ended_by_a_court_and_only_where_it_runs() {
	build_and_execute(|| {
		assert_eq!(disqualify(EVE, None), Err(Error::<Test>::NotDisqualified.into()));
		assert_eq!(disqualify(EVE, Some(0)), Err(Error::<Test>::InThePast.into()));
		assert_eq!(disqualify(5_000, Some(5)), Err(Error::<Test>::PartyNotFound.into()));
		assert_ok!(disqualify(EVE, Some(30)));
		assert_ok!(disqualify(EVE, None));
		assert_eq!(Officers::disqualified_until(tag(EVE)), None);
		found(&[EVE], SigningRule::Sole);
		// One who has died can be barred: what it signed may be looked into.
		bar(person(BOB), StandingError::Deceased);
		assert_ok!(disqualify(BOB, Some(5)));
	});
}

#[test]
fn bar_should_be_for_two_judges() {
	build_and_execute(|| {
		let propose = |who| {
			let act = act(COURT_ORDER, 0);
			Officers::propose_disqualification(signed(who), act, tag(EVE), Some(day(9)))
		};
		for who in [EXAMINER, DECIDER] {
			assert_noop!(propose(who), DispatchError::Other("not covered by the mandate"));
		}
		assert_noop!(propose(ANN), DispatchError::Other("no mandate"));
		assert_ok!(propose(JUDGE));
		let id = LastProposal::<Test>::get();
		assert_noop!(decide_as(JUDGE, id, Verdict::Approve), Error::<Test>::SameAccount);
		assert_noop!(
			decide_as(DECIDER, id, Verdict::Approve),
			DispatchError::Other("not covered by the mandate")
		);
		assert_ok!(decide_as(OTHER_JUDGE, id, Verdict::Reject));
		assert_eq!(Officers::disqualified_until(tag(EVE)), None);
	});
}
