//! `propose`, `decide`, `withdraw_proposal`: maker and checker.

use super::*;

#[test]
fn act_should_be_decided_by_another_person() {
	build_and_execute(|| {
		let id = propose(acme(), open_class()).unwrap();
		everybody_consents(id);
		for (who, error) in [
			(EXAMINER_AGAIN, Error::<Test>::SamePerson),
			(PROTEGE, Error::<Test>::GrantedByTheOther),
		] {
			assert_noop!(decide(who, id, Verdict::Approve), error);
		}
		for who in [EXAMINER, STRANGER, ANNA] {
			assert_noop!(
				decide(who, id, Verdict::Approve),
				DispatchError::Other("not covered by a mandate")
			);
		}
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
		assert_noop!(
			ShareLedger::decide(signed(DECIDER), act_on(SHARE_CAPITAL, 1), id, Verdict::Approve),
			Error::<Test>::ProposalNotFound
		);
		let id = propose_as(
			JACK_OF_ALL,
			act_on(SHARE_CAPITAL, 1),
			acme(),
			open_class(),
			Authority::Registrar,
		)
		.unwrap();
		assert_noop!(decide(JACK_OF_ALL, id, Verdict::Approve), Error::<Test>::SameAccount);
		forget(JACK_OF_ALL);
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::WarrantNotFound);
	});
}

#[test]
fn act_should_be_refused_when_it_is_not_right() {
	build_and_execute(|| {
		let cases = [
			(act_on(SHARE_CAPITAL, 1), Error::<Test>::StaleVersion),
			(act_on(TRANSFER_AND_PLEDGE, 0), Error::<Test>::LegalBasisDoesNotFit),
			(backdated(act_on(SHARE_CAPITAL, 0)), Error::<Test>::Backdated),
		];
		for (act, error) in cases {
			assert_noop!(
				propose_as(EXAMINER, act, acme(), open_class(), Authority::Registrar),
				error
			);
		}
		let id = propose(acme(), open_class()).unwrap();
		everybody_consents(id);
		for (act, error) in [
			(act_on(SHARE_CAPITAL, 1), Error::<Test>::StaleVersion),
			(act_on(COURT_ORDER, 0), Error::<Test>::LegalBasisDoesNotFit),
			(in_future(act_on(SHARE_CAPITAL, 0)), Error::<Test>::EffectiveInFuture),
		] {
			assert_noop!(ShareLedger::decide(signed(DECIDER), act, id, Verdict::Approve), error);
		}
	});
}

#[test]
fn proposal_should_lapse_and_be_outdated_and_be_withdrawn() {
	build_and_execute(|| {
		make(acme(), open_class());
		let split =
			|factor| ShareAct::Rescale { class: FIRST, rescaling: Rescaling::Split(factor) };
		let outdated = propose(acme(), split(10)).unwrap();
		let id = propose(acme(), split(2)).unwrap();
		everybody_consents(id);
		assert_noop!(
			ShareLedger::withdraw_proposal(signed(STRANGER), id),
			Error::<Test>::NotTheMaker
		);
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
		assert_noop!(decide(DECIDER, outdated, Verdict::Reject), Error::<Test>::ProposalOutdated);
		assert_ok!(ShareLedger::withdraw_proposal(signed(STRANGER), outdated));
		let id = propose(acme(), ShareAct::RecordDate { class: FIRST }).unwrap();
		pass_days(31);
		assert_noop!(decide(DECIDER, id, Verdict::Reject), Error::<Test>::ProposalLapsed);
		assert_ok!(ShareLedger::withdraw_proposal(signed(STRANGER), id));
		let id = propose(acme(), ShareAct::RecordDate { class: FIRST }).unwrap();
		assert_ok!(ShareLedger::withdraw_proposal(signed(EXAMINER), id));
		assert_eq!(last_event(), Event::ProposalWithdrawn { proposal: id, company: Some(acme()) });
		let id = propose(acme(), ShareAct::RecordDate { class: FIRST }).unwrap();
		assert_ok!(decide(DECIDER, id, Verdict::Reject));
		assert!(matches!(last_event(), Event::ShareActRejected { .. }));
	});
}

#[test]
fn court_should_order_with_another_ministry_alone() {
	build_and_execute(|| {
		founded();
		let id = order(acme(), transfer(person(ANNA), person(BORIS), 60)).unwrap();
		assert_noop!(decide(JUDGES_DECIDER, id, Verdict::Approve), Error::<Test>::SameMinistry);
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
		assert_eq!(shares(person(BORIS)), 100);
	});
}

#[test]
fn officer_should_not_act_on_its_own_shares() {
	build_and_execute(|| {
		make(acme(), open_class());
		let act = act_on(SHARE_CAPITAL, version(acme()));
		assert_noop!(
			propose_as(
				JACK_OF_ALL,
				act,
				acme(),
				allot(person(JACK_OF_ALL), 1),
				Authority::Registrar
			),
			Error::<Test>::OwnMatter
		);
	});
}

#[test]
fn proposal_should_outlive_acts_that_leave_a_share_what_it_is() {
	build_and_execute(|| {
		founded();
		let id = propose(acme(), transfer(person(ANNA), person(CHEN), 10)).unwrap();
		assert_ok!(agree(ANNA, id));
		// Others act meanwhile; the officer cites the record as it is then.
		let stale = on(id);
		make(acme(), transfer(person(BORIS), person(CHEN), 1));
		assert_noop!(
			ShareLedger::decide(signed(DECIDER), stale, id, Verdict::Approve),
			Error::<Test>::StaleVersion
		);
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
		assert_eq!((shares(person(ANNA)), shares(person(CHEN))), (50, 11));
		// It is worked out anew: what is gone is gone.
		let id = propose(acme(), transfer(person(ANNA), person(CHEN), 40)).unwrap();
		make(acme(), transfer(person(ANNA), person(BORIS), 20));
		assert_ok!(agree(ANNA, id));
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::NotEnoughShares);
		// But ten shares are not what they were once each is ten.
		make(acme(), pledge(person(BORIS), person(CHEN), 10));
		let pledge = LastPledge::<Test>::get();
		let release = propose(acme(), ShareAct::Release { pledge, shares: 1 }).unwrap();
		make(acme(), ShareAct::Rescale { class: FIRST, rescaling: Rescaling::Split(10) });
		for id in [id, release] {
			assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::ProposalOutdated);
		}
		assert_noop!(agree(CHEN, release), Error::<Test>::ProposalOutdated);
	});
}

#[test]
fn request_should_not_be_repeated() {
	build_and_execute(|| {
		let act = act_on(SHARE_CAPITAL, 0);
		let propose = |act| propose_as(EXAMINER, act, acme(), open_class(), Authority::Registrar);
		let id = propose(act.clone()).unwrap();
		assert_noop!(propose(act), DispatchError::Other("repeated request"));
		everybody_consents(id);
		let act = on(id);
		assert_ok!(ShareLedger::decide(signed(DECIDER), act.clone(), id, Verdict::Reject));
		let id = propose(act_on(SHARE_CAPITAL, 0)).unwrap();
		assert_noop!(
			ShareLedger::decide(signed(DECIDER), act, id, Verdict::Reject),
			DispatchError::Other("repeated request")
		);
	});
}

#[test]
fn officers_should_have_the_power() {
	build_and_execute(|| {
		let act = || with_document(act_on(SHARE_CAPITAL, 0));
		for who in [STRANGER, ANNA, DECIDER, JUDGE] {
			assert_noop!(
				propose_as(who, act(), acme(), open_class(), Authority::Registrar),
				DispatchError::Other("not covered by a mandate")
			);
		}
		let order = || with_document(act_on(COURT_ORDER, 0));
		assert_noop!(
			propose_as(EXAMINER, order(), acme(), open_class(), Authority::Court),
			DispatchError::Other("not covered by a mandate")
		);
		assert_noop!(
			propose_as(JUDGE, act_on(COURT_ORDER, 0), acme(), open_class(), Authority::Court),
			Error::<Test>::DocumentMissing
		);
		assert_noop!(
			ShareLedger::propose(
				RuntimeOrigin::root(),
				act(),
				acme(),
				Box::new(open_class()),
				Authority::Registrar
			),
			DispatchError::BadOrigin
		);
		assert_noop!(
			ShareLedger::withdraw_proposal(signed(EXAMINER), ProposalId(1)),
			Error::<Test>::ProposalNotFound
		);
	});
}

#[test]
fn story_should_be_told_by_events_and_entries() {
	build_and_execute(|| {
		founded();
		let share_act = transfer(person(ANNA), person(BORIS), 10);
		let id = propose(acme(), share_act.clone()).unwrap();
		assert_eq!(
			last_event(),
			Event::ShareActProposed {
				proposal: id,
				company: acme(),
				share_act: share_act.clone(),
				authority: Authority::Registrar,
				consenters: vec![Consenter::Person(tag(ANNA))].try_into().unwrap(),
				matter: ShareLedger::matter(id).unwrap(),
				waiting: None,
				prepared_on: 3,
				mandate: mandate_of(EXAMINER),
			}
		);
		assert_ok!(agree(ANNA, id));
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
		assert_eq!(ShareLedger::proposal(id), None);
		let entry = ShareLedger::history(acme(), 4, 1).remove(0);
		let LedgerChange::Done { outcome: told, share_act: done, consenters, .. } = entry.body
		else {
			panic!("an act was done");
		};
		assert_eq!(done, share_act);
		assert_eq!(consenters[..], [Consenter::Person(tag(ANNA))]);
		assert_eq!(entry.mandate, Some(mandate_of(DECIDER)));
		let Event::ShareActDone { outcome, version, head, prepared_under, .. } = last_event()
		else {
			panic!("the last event");
		};
		assert_eq!((outcome, version, prepared_under), (told, 4, mandate_of(EXAMINER)));
		assert_eq!(head, LedgerHeads::<Test>::get(acme()).unwrap().hash);
	});
}

#[test]
fn reader_should_find_the_law_of_what_was_prepared() {
	build_and_execute(|| {
		make(acme(), open_class());
		let id = propose(acme(), allot(person(ANNA), 1)).unwrap();
		let asked = ShareLedger::consenters_of(id).unwrap();
		assert_eq!(asked[..], [Consenter::Company(acme())]);
		let proposal = ShareLedger::proposal(id).unwrap();
		assert_eq!((proposal.version, proposal.waiting), (1, None));
		let matter = crate::consents::matter_of(id, acme(), proposal.version, &proposal.share_act);
		assert_eq!(ShareLedger::matter(id), Some(matter));
		let none = ProposalId(99);
		assert_eq!(ShareLedger::matter(none), None);
		assert_eq!(ShareLedger::consenters_of(none), None);
	});
}

#[test]
fn act_that_is_dated_ahead_should_wait_for_its_day() {
	build_and_execute(|| {
		let ahead = in_future(act_on(SHARE_CAPITAL, 0));
		let id = propose_as(EXAMINER, ahead, acme(), open_class(), Authority::Registrar).unwrap();
		everybody_consents(id);
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::NotYetEffective);
		pass_days(1);
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
	});
}
