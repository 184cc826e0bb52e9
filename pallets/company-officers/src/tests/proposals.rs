//! What one officer prepares and another decides.

use super::*;

fn secretary() -> BoardChange {
	BoardChange::Appoint(officer(Role::Secretary, person(EVE)))
}

#[test]
fn change_should_be_decided_by_another_person() {
	build_and_execute(|| {
		let company = found(&[ANN], SigningRule::Sole);
		let id = propose(company, secretary()).unwrap();
		assert_noop!(decide_as(EXAMINER_AGAIN, id, Verdict::Approve), Error::<Test>::SamePerson);
		assert_noop!(decide_as(PROTEGE, id, Verdict::Approve), Error::<Test>::GrantedByTheOther);
		assert_noop!(
			decide_as(EXAMINER, id, Verdict::Approve),
			DispatchError::Other("not covered by the mandate")
		);
		assert_noop!(decide_as(ANN, id, Verdict::Approve), DispatchError::Other("no mandate"));
		let own = propose_as(JACK_OF_ALL, company, secretary(), Authority::Registrar).unwrap();
		assert_noop!(decide_as(JACK_OF_ALL, own, Verdict::Approve), Error::<Test>::SameAccount);
		forget(JACK_OF_ALL);
		assert_noop!(decide_as(DECIDER, own, Verdict::Approve), Error::<Test>::WarrantNotFound);
		assert_noop!(
			Officers::withdraw_proposal(signed(JACK_OF_ALL), own),
			Error::<Test>::WarrantNotFound
		);
		assert_ok!(decide_as(DECIDER, id, Verdict::Reject));
		assert_eq!(
			last_event(),
			Event::ProposalRejected {
				proposal: id,
				prepared_under: mandate_of(EXAMINER).unwrap(),
				mandate: mandate_of(DECIDER).unwrap()
			}
		);
		assert_eq!(version(company), 1);
	});
}

#[test]
fn change_should_be_prepared_with_a_fitting_act() {
	build_and_execute(|| {
		let company = found(&[ANN], SigningRule::Sole);
		let with = |who, act: Act, authority| {
			Officers::propose_change(signed(who), act, company, Box::new(secretary()), authority)
		};
		let registrar = Authority::Registrar;
		assert_noop!(with(EXAMINER, act(OFFICERS, 0), registrar), Error::<Test>::StaleVersion);
		for (basis, authority, who) in [
			(COURT_ORDER, registrar, EXAMINER),
			(ADOPTION, registrar, EXAMINER),
			(OFFICERS, Authority::Court, JUDGE),
		] {
			assert_noop!(with(who, act(basis, 1), authority), Error::<Test>::LegalBasisDoesNotFit);
		}
		for (who, authority) in [(JUDGE, registrar), (EXAMINER, Authority::Court)] {
			assert_noop!(
				with(who, act(OFFICERS, 1), authority),
				DispatchError::Other("not covered by the mandate")
			);
		}
		let mut back = act(OFFICERS, 1);
		back.effective_from = day(-1);
		assert_noop!(with(EXAMINER, back, registrar), Error::<Test>::Backdated);
		let once = act(OFFICERS, 1);
		assert_ok!(with(EXAMINER, once.clone(), registrar));
		assert_noop!(with(EXAMINER, once, registrar), DispatchError::Other("repeated request"));
		let id = LastProposal::<Test>::get();
		let mut ahead = act(OFFICERS, 1);
		ahead.effective_from = day(1);
		for (act, error) in [
			(act(OFFICERS, 0), Error::<Test>::StaleVersion),
			(act(COURT_ORDER, 1), Error::<Test>::LegalBasisDoesNotFit),
			(ahead, Error::<Test>::EffectiveInFuture),
		] {
			assert_noop!(
				Officers::decide_proposal(signed(DECIDER), act, id, Verdict::Approve),
				error
			);
		}
	});
}

#[test]
fn change_should_be_checked_again_when_it_is_decided() {
	build_and_execute(|| {
		let company = found(&[ANN], SigningRule::Sole);
		let id = propose(company, secretary()).unwrap();
		bar(person(EVE), StandingError::Frozen);
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), Error::<Test>::PartyFrozen);
		set_phase(company, CompanyPhase::StruckOff);
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), Error::<Test>::CompanyEnded);
	});
}

#[test]
fn change_should_be_outdated_when_the_board_has_changed() {
	build_and_execute(|| {
		let company = found(&[ANN], SigningRule::Sole);
		let id = propose(company, secretary()).unwrap();
		assert_ok!(appoint(company, Role::Director, person(BOB)));
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), Error::<Test>::ProposalOutdated);
		assert_ok!(Officers::withdraw_proposal(signed(STRANGER), id));
		assert_eq!(last_event(), Event::ProposalWithdrawn { proposal: id });
		assert_noop!(
			Officers::withdraw_proposal(signed(EXAMINER), id),
			Error::<Test>::ProposalNotFound
		);
	});
}

#[test]
fn change_should_lapse() {
	build_and_execute(|| {
		let company = found(&[ANN], SigningRule::Sole);
		let id = propose(company, secretary()).unwrap();
		assert_noop!(Officers::withdraw_proposal(signed(DECIDER), id), Error::<Test>::NotTheMaker);
		pass_days(31);
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), Error::<Test>::ProposalLapsed);
		assert_ok!(Officers::withdraw_proposal(signed(STRANGER), id));
		let id = propose(company, secretary_later()).unwrap();
		assert_ok!(Officers::withdraw_proposal(signed(EXAMINER), id));
	});
}

fn secretary_later() -> BoardChange {
	secretary()
}

#[test]
fn change_should_have_no_end_when_the_calendar_has_none() {
	build_and_execute(|| {
		let company = found(&[ANN], SigningRule::Sole);
		pass_to_the_end();
		let id = propose(company, secretary()).unwrap();
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), Error::<Test>::DeadlineOutOfRange);
	});
}

#[test]
fn change_should_be_refused_when_nothing_can_be_counted_any_more() {
	new_test_ext().execute_with(|| {
		let company = found(&[ANN], SigningRule::Sole);
		LastProposal::<Test>::put(ProposalId(u64::MAX));
		assert_noop!(propose(company, secretary()), Error::<Test>::IdsExhausted);
		LastProposal::<Test>::put(ProposalId(0));
		BoardHeads::<Test>::insert(company, Head { seq: u32::MAX, hash: H256::zero() });
		assert_eq!(change(company, secretary()), Err(Error::<Test>::TooManyVersions.into()));
	});
}

#[test]
fn change_that_is_dated_ahead_should_wait_for_its_day() {
	build_and_execute(|| {
		let company = found(&[ANN], SigningRule::Sole);
		let mut ahead = act(OFFICERS, 1);
		ahead.effective_from = day(1);
		let appointed = Officer { from: day(1), ..officer(Role::Secretary, person(EVE)) };
		let (who, change) = (signed(EXAMINER), Box::new(BoardChange::Appoint(appointed)));
		assert_ok!(Officers::propose_change(who, ahead, company, change, Authority::Registrar));
		let id = LastProposal::<Test>::get();
		let decide = |effective_from| {
			let act = Act { effective_from, ..act(OFFICERS, 1) };
			Officers::decide_proposal(signed(DECIDER), act, id, Verdict::Approve)
		};
		assert_noop!(decide(day(0)), Error::<Test>::NotYetEffective);
		pass_days(1);
		assert_ok!(decide(day(0)));
	});
}
