//! Running applications of an existing register.

use super::*;

fn running(kind: PermitTypeId) -> TakeOver {
	TakeOver {
		kind,
		version: 1,
		applicant: person(ANN),
		site: None,
		handed_in_at: start_of(day(-20)),
		complete_at: start_of(day(-10)),
		was_extended: false,
		site_right_attested: false,
	}
}

fn propose_as(who: AccountId, take_over: TakeOver) -> Result<ProposalId, DispatchError> {
	Applications::propose_take_over(signed(who), act(TAKE_OVER, 0), Box::new(take_over))?;
	Ok(LastProposal::<Test>::get())
}

fn decide_take_over_as(who: AccountId, id: ProposalId, verdict: Verdict) -> DispatchResult {
	Applications::decide_take_over(signed(who), act(TAKE_OVER, 0), id, verdict)
}

#[test]
fn take_over_should_go_on_with_the_clock_that_runs() {
	build_and_execute(|| {
		let kind = set_type(terms());
		let take_over = running(kind);
		let proposal = propose_as(RECORDER, take_over.clone()).unwrap();
		let told = Event::TakeOverProposed {
			proposal,
			district: District::NATIONAL,
			take_over: take_over.clone(),
			mandate: mandate(RECORDER),
		};
		assert_eq!(last_event(), told);
		assert_eq!(Permits::places(kind), 0);
		assert_ok!(decide_take_over_as(OTHER_RECORDER, proposal, Verdict::Approve));
		let id = LastApplication::<Test>::get();
		assert_eq!((stage(id), Permits::places(kind)), (Stage::InReview, 1));
		assert_eq!(Applications::deadline(id), Some(start_of(day(21))));
		let prepared_under = mandate(RECORDER);
		let change = ApplicationChange::TakenOver { proposal, take_over, prepared_under };
		assert_eq!(last_change(), (change, Some(mandate(OTHER_RECORDER))));
		assert_eq!(Applications::take_over(proposal), None);
		set_now(start_of(day(21)));
		next_block();
		assert_eq!(stage(id), Stage::Decided(Outcome::DeemedGranted));
	});
}

#[test]
fn take_over_should_end_when_it_is_rejected_or_withdrawn() {
	build_and_execute(|| {
		let kind = set_type(terms());
		let proposal = propose_as(RECORDER, running(kind)).unwrap();
		assert_ok!(decide_take_over_as(DECIDER, proposal, Verdict::Reject));
		let (prepared_under, mandate) = (mandate(RECORDER), mandate(DECIDER));
		assert_eq!(last_event(), Event::TakeOverRejected { proposal, prepared_under, mandate });
		let proposal = propose_as(RECORDER, running(kind)).unwrap();
		assert_ok!(Applications::withdraw_take_over(signed(RECORDER), proposal));
		assert_eq!(last_event(), Event::TakeOverWithdrawn { proposal });
		assert_eq!(LastApplication::<Test>::get(), ApplicationId(0));
	});
}

#[test]
fn call_should_fail_when_who_takes_over_has_no_mandate_for_it() {
	build_and_execute(|| {
		let kind = set_type(terms());
		let expected = refused("not covered by the mandate");
		assert_noop!(propose_as(EXAMINER, running(kind)), expected);
		let proposal = propose_as(RECORDER, running(kind)).unwrap();
		assert_noop!(decide_take_over_as(EXAMINER, proposal, Verdict::Approve), expected);
		assert_noop!(
			decide_take_over_as(RECORDER, proposal, Verdict::Approve),
			Error::<Test>::SameAccount
		);
		assert_noop!(
			Applications::withdraw_take_over(signed(OTHER_RECORDER), proposal),
			Error::<Test>::NotTheMaker
		);
		let who = CITIZEN_OFFICER;
		let own = TakeOver { applicant: person(who), ..running(kind) };
		let expected = DispatchError::from(Error::<Test>::OfficerIsRepresentative);
		assert_noop!(propose_as(who, own.clone()), expected);
		let proposal = propose_as(RECORDER, own).unwrap();
		assert_noop!(decide_take_over_as(who, proposal, Verdict::Approve), expected);
	});
}

#[test]
fn call_should_fail_when_there_is_no_such_proposal() {
	build_and_execute(|| {
		let id = ProposalId(3);
		let expected = DispatchError::from(Error::<Test>::ProposalNotFound);
		assert_noop!(decide_take_over_as(DECIDER, id, Verdict::Approve), expected);
		assert_noop!(Applications::withdraw_take_over(signed(RECORDER), id), expected);
	});
}

#[test]
fn call_should_fail_when_the_proposal_has_lapsed() {
	build_and_execute(|| {
		let terms = PermitTerms { decision_period: Period::CalendarDays(300), ..terms() };
		let proposal = propose_as(RECORDER, running(set_type(terms))).unwrap();
		pass_days(31);
		let expected = DispatchError::from(Error::<Test>::ProposalLapsed);
		assert_noop!(decide_take_over_as(DECIDER, proposal, Verdict::Approve), expected);
		// Anybody clears it away.
		assert_ok!(Applications::withdraw_take_over(signed(STRANGER), proposal));
	});
}

#[test]
fn call_should_fail_when_the_clock_cannot_be_taken_over() {
	build_and_execute(|| {
		let kind = set_type(PermitTerms { extension: None, ..terms() });
		let ahead = TakeOver { complete_at: start_of(day(1)), ..running(kind) };
		assert_noop!(propose_as(RECORDER, ahead), Error::<Test>::InFuture);
		let mixed = TakeOver { handed_in_at: start_of(day(-5)), ..running(kind) };
		assert_noop!(propose_as(RECORDER, mixed), Error::<Test>::OutOfOrder);
		let over = TakeOver {
			handed_in_at: start_of(day(-50)),
			complete_at: start_of(day(-40)),
			..running(kind)
		};
		assert_noop!(propose_as(RECORDER, over), Error::<Test>::PeriodOver);
		let extended = TakeOver { was_extended: true, ..running(kind) };
		assert_noop!(propose_as(RECORDER, extended), Error::<Test>::NotExtensible);
		let unknown = TakeOver { version: 2, ..running(kind) };
		assert_noop!(propose_as(RECORDER, unknown), Error::<Test>::TypeNotFound);
		let unknown = running(PermitTypeId(9));
		assert_noop!(propose_as(RECORDER, unknown), Error::<Test>::TypeNotFound);
		let personal = TakeOver { applicant: nobody(1), ..running(kind) };
		assert_noop!(propose_as(RECORDER, personal), Error::<Test>::ApplicantDoesNotFitType);
	});
}

#[test]
fn call_should_fail_when_the_running_application_is_not_alone_or_has_no_place() {
	build_and_execute(|| {
		let kind = set_type(PermitTerms { quota: Some(1), ..terms() });
		let [first, second] = [(); 2].map(|()| propose_as(RECORDER, running(kind)).unwrap());
		let approve = |proposal| decide_take_over_as(DECIDER, proposal, Verdict::Approve);
		assert_ok!(approve(first));
		assert_noop!(approve(second), Error::<Test>::DuplicateApplication);
		assert_noop!(propose_as(RECORDER, running(kind)), Error::<Test>::DuplicateApplication);
		let other = TakeOver { applicant: person(BOB), ..running(kind) };
		let third = propose_as(RECORDER, other).unwrap();
		assert_noop!(approve(third), refused("quota exhausted"));
	});
}

#[test]
fn call_should_fail_when_the_act_of_a_take_over_is_not_one() {
	build_and_execute(|| {
		let kind = set_type(terms());
		let propose =
			|act| Applications::propose_take_over(signed(RECORDER), act, Box::new(running(kind)));
		assert_noop!(propose(act(PROCEDURE, 0)), Error::<Test>::LegalBasisDoesNotFit);
		assert_noop!(propose(act(TAKE_OVER, 1)), Error::<Test>::StaleVersion);
		let bare = without_document(act(TAKE_OVER, 0));
		assert_noop!(propose(bare), Error::<Test>::DocumentMissing);
		let ahead = Act { effective_from: day(1), ..act(TAKE_OVER, 0) };
		assert_ok!(propose(ahead));
		let proposal = LastProposal::<Test>::get();
		assert_noop!(
			decide_take_over_as(DECIDER, proposal, Verdict::Approve),
			Error::<Test>::NotYetEffective
		);
		LastProposal::<Test>::put(ProposalId(u64::MAX));
		assert_noop!(propose(act(TAKE_OVER, 0)), Error::<Test>::IdsExhausted);
		assert_ok!(Applications::withdraw_take_over(signed(RECORDER), proposal));
	});
}

#[test]
fn call_should_fail_when_the_right_in_the_site_is_not_attested() {
	build_and_execute(|| {
		let prerequisites = vec![Prerequisite::RightInSite].try_into().unwrap();
		let kind = set_type(PermitTerms { prerequisites, ..terms() });
		let take_over = TakeOver { site: Some(site(1)), ..running(kind) };
		assert_noop!(propose_as(RECORDER, take_over.clone()), Error::<Test>::SiteRightNotAttested);
		let attested = TakeOver { site_right_attested: true, ..take_over };
		assert_ok!(propose_as(RECORDER, attested));
	});
}
