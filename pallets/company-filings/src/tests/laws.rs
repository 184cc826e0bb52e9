//! The law of filings: `propose_law`, `decide_law`, `withdraw_proposal`.

use super::*;
use polity_primitives::record::chain_holds;

/// A law from so many days on.
fn from(later: i32) -> FilingLaw {
	FilingLaw { in_force_from: day(later), ..law() }
}

fn propose_in(district: u16, law: FilingLaw) -> Result<ProposalId, DispatchError> {
	let district = District(district);
	let act = act(PARAMETERS, Register::filing_law_version(district));
	Register::propose_law(signed(EXAMINER), act, district, Box::new(law))?;
	Ok(LastProposal::<Test>::get())
}

#[test]
fn law_should_be_set_by_two_officers() {
	build_and_execute(|| {
		let id = propose_law(law()).unwrap();
		let district = District::NATIONAL;
		let mandate = mandate_of(EXAMINER).unwrap();
		let proposed = Event::LawProposed { proposal: id, district, law: law(), mandate };
		assert_eq!(last_event(), proposed);
		assert_eq!(Register::work_list(district, WorkState::ProposalOpen, None, 9), [id.0]);
		assert_eq!(Register::filing_laws(district), []);
		assert_ok!(decide_law_as(DECIDER, id, Verdict::Approve));
		let Event::LawSet { proposal, version: 1, head, prepared_under, mandate, .. } =
			last_event()
		else {
			panic!("no law was set")
		};
		assert_eq!(proposal, id);
		assert_eq!(Some(prepared_under), mandate_of(EXAMINER));
		assert_eq!(Some(mandate), mandate_of(DECIDER));
		assert_eq!(Register::filing_laws(district), [law()]);
		assert_eq!(Register::work_list(district, WorkState::ProposalOpen, None, 9), [0; 0]);
		let history = Register::law_history(district, 1, 64);
		assert!(chain_holds(&Head { seq: 1, hash: head }, history.iter()));
	});
}

#[test]
fn law_should_be_decided_by_another_person() {
	build_and_execute(|| {
		let id = propose_law(law()).unwrap();
		let approve = |who| decide_law_as(who, id, Verdict::Approve);
		assert_noop!(approve(EXAMINER_AGAIN), Error::<Test>::SamePerson);
		assert_noop!(approve(PROTEGE), Error::<Test>::GrantedByTheOther);
		assert_noop!(approve(EXAMINER), DispatchError::Other("not covered by the mandate"));
		assert_noop!(approve(ANN), DispatchError::Other("no mandate"));
		let own = act(PARAMETERS, 0);
		let district = District::NATIONAL;
		assert_ok!(Register::propose_law(signed(JACK_OF_ALL), own, district, Box::new(law())));
		let own = LastProposal::<Test>::get();
		let approve = |who| decide_law_as(who, own, Verdict::Approve);
		assert_noop!(approve(JACK_OF_ALL), Error::<Test>::SameAccount);
		forget(JACK_OF_ALL);
		assert_noop!(approve(DECIDER), Error::<Test>::WarrantNotFound);
		assert_noop!(
			Register::withdraw_proposal(signed(JACK_OF_ALL), own),
			Error::<Test>::WarrantNotFound
		);
		assert_ok!(decide_law_as(DECIDER, id, Verdict::Reject));
		let prepared_under = mandate_of(EXAMINER).unwrap();
		let mandate = mandate_of(DECIDER).unwrap();
		assert_eq!(last_event(), Event::ProposalRejected { proposal: id, prepared_under, mandate });
		assert_eq!(Register::filing_laws(district), []);
	});
}

#[test]
fn law_should_be_refused_when_it_cannot_be_one() {
	build_and_execute(|| {
		let refused = |law: FilingLaw, error: Error<Test>| {
			assert_noop!(propose_law(law), error);
		};
		refused(from(-1), Error::<Test>::LawRetroactive);
		for day in [(0, 1), (13, 1), (4, 31), (2, 30), (1, 0)] {
			refused(FilingLaw { fiscal_year_end: day, ..law() }, Error::<Test>::YearEndNotADay);
		}
		let with = |change: fn(&mut Duty)| {
			let mut law = law();
			law.duties.iter_mut().take(1).for_each(change);
			law
		};
		refused(with(|duty| duty.filing_type = FilingType::AnnualReturn), Error::<Test>::DutyTwice);
		refused(
			with(|duty| duty.due_after = DueAfter::StatedPeriod),
			Error::<Test>::DueAfterDoesNotFit,
		);
		refused(
			with(|duty| duty.filing_type = FilingType::ChangeOfArticles),
			Error::<Test>::DueAfterDoesNotFit,
		);
		refused(with(|duty| duty.within = Period::Months(0)), Error::<Test>::PeriodNotAllowed);
		refused(
			with(|duty| duty.grace = Some(Period::Years(1_001))),
			Error::<Test>::PeriodNotAllowed,
		);
		let mut owners = law();
		owners.ownership.as_mut().unwrap().stays_current = Period::Years(0);
		refused(owners, Error::<Test>::PeriodNotAllowed);
		assert_ok!(set_law(FilingLaw { fiscal_year_end: (2, 29), ..from(5) }));
		refused(from(5), Error::<Test>::LawNotTheLatest);
		refused(from(4), Error::<Test>::LawNotTheLatest);
		assert_ok!(set_law(from(6)));
	});
}

#[test]
fn law_should_be_checked_again_when_it_is_decided() {
	build_and_execute(|| {
		let id = propose_law(from(1)).unwrap();
		pass_days(2);
		assert_noop!(decide_law_as(DECIDER, id, Verdict::Approve), Error::<Test>::LawRetroactive);
	});
}

#[test]
fn law_should_be_refused_when_the_act_does_not_fit() {
	build_and_execute(|| {
		let with = |who, act: Act| {
			Register::propose_law(signed(who), act, District::NATIONAL, Box::new(law()))
		};
		assert_noop!(with(EXAMINER, act(PARAMETERS, 1)), Error::<Test>::StaleVersion);
		assert_noop!(with(EXAMINER, act(FILINGS, 0)), Error::<Test>::LegalBasisDoesNotFit);
		let not_covered = DispatchError::Other("not covered by the mandate");
		assert_noop!(with(DECIDER, act(PARAMETERS, 0)), not_covered);
		let mut back = act(PARAMETERS, 0);
		back.effective_from = day(-1);
		assert_noop!(with(EXAMINER, back), Error::<Test>::Backdated);
		let once = act(PARAMETERS, 0);
		assert_ok!(with(EXAMINER, once.clone()));
		assert_noop!(with(EXAMINER, once), DispatchError::Other("repeated request"));
		let id = LastProposal::<Test>::get();
		let mut ahead = act(PARAMETERS, 0);
		ahead.effective_from = day(1);
		for (act, error) in [
			(act(PARAMETERS, 1), Error::<Test>::StaleVersion),
			(act(OWNERSHIP, 0), Error::<Test>::LegalBasisDoesNotFit),
			(ahead, Error::<Test>::EffectiveInFuture),
		] {
			assert_noop!(Register::decide_law(signed(DECIDER), act, id, Verdict::Approve), error);
		}
	});
}

#[test]
fn proposal_should_end_when_it_cannot_be_decided() {
	build_and_execute(|| {
		let outdated = propose_law(law()).unwrap();
		assert_noop!(
			Register::withdraw_proposal(signed(DECIDER), outdated),
			Error::<Test>::NotTheMaker
		);
		assert_ok!(set_law(from(3)));
		assert_noop!(
			decide_law_as(DECIDER, outdated, Verdict::Approve),
			Error::<Test>::ProposalOutdated
		);
		assert_ok!(Register::withdraw_proposal(signed(STRANGER), outdated));
		assert_eq!(last_event(), Event::ProposalWithdrawn { proposal: outdated });
		assert_noop!(
			Register::withdraw_proposal(signed(STRANGER), outdated),
			Error::<Test>::ProposalNotFound
		);
		assert_noop!(
			decide_law_as(DECIDER, outdated, Verdict::Approve),
			Error::<Test>::ProposalNotFound
		);

		let lapsed = propose_law(from(60)).unwrap();
		pass_days(31);
		assert_noop!(
			decide_law_as(DECIDER, lapsed, Verdict::Approve),
			Error::<Test>::ProposalLapsed
		);
		assert_ok!(Register::withdraw_proposal(signed(STRANGER), lapsed));
		let own = propose_law(from(60)).unwrap();
		assert_ok!(Register::withdraw_proposal(signed(EXAMINER), own));
	});
}

#[test]
fn district_should_be_under_the_law_of_the_country_until_its_own_is_in_force() {
	build_and_execute(|| {
		assert_ok!(set_law(law()));
		assert_ok!(set_law(from(200)));
		let id = propose_in(3, from(100)).unwrap();
		assert_ok!(decide_law_as(DECIDER, id, Verdict::Approve));
		let days = |district| -> Vec<CalendarDate> {
			let laws = Register::filing_laws(District(district));
			laws.iter().map(|law| law.in_force_from).collect()
		};
		assert_eq!(days(0), [day(0), day(200)]);
		assert_eq!(days(3), [day(0), day(100)]);
		assert_eq!(days(4), [day(0), day(200)]);
		let other = propose_in(11, from(100));
		assert_eq!(other, Err(DispatchError::Other("not covered by the mandate")));
	});
}

#[test]
fn district_should_have_only_so_many_laws() {
	build_and_execute(|| {
		for later in 0..i32::try_from(MAX_LAWS).unwrap() {
			assert_ok!(set_law(from(later)));
		}
		assert_noop!(propose_law(from(500)), Error::<Test>::TooManyLaws);
	});
}

#[test]
fn law_should_be_refused_when_nothing_can_be_counted_any_more() {
	new_test_ext().execute_with(|| {
		LastProposal::<Test>::put(ProposalId(u64::MAX));
		assert_noop!(propose_law(law()), Error::<Test>::IdsExhausted);
		LastProposal::<Test>::put(ProposalId(0));
		let head = Head { seq: u32::MAX, hash: H256::zero() };
		crate::LawHeads::<Test>::insert(District::NATIONAL, head);
		assert_eq!(set_law(law()), Err(Error::<Test>::TooManyVersions.into()));
		pass_to_the_end();
		let last = FilingLaw { in_force_from: CalendarDate::LAST, ..law() };
		let id = propose_law(last).unwrap();
		assert_noop!(
			decide_law_as(DECIDER, id, Verdict::Approve),
			Error::<Test>::DeadlineOutOfRange
		);
	});
}

#[test]
fn law_that_is_dated_ahead_should_wait_for_its_day() {
	build_and_execute(|| {
		let mut ahead = act(PARAMETERS, 0);
		ahead.effective_from = day(1);
		let (who, law) = (signed(EXAMINER), Box::new(from(1)));
		assert_ok!(Register::propose_law(who, ahead, District::NATIONAL, law));
		let id = LastProposal::<Test>::get();
		let decide = |effective_from| {
			let act = Act { effective_from, ..act(PARAMETERS, 0) };
			Register::decide_law(signed(DECIDER), act, id, Verdict::Approve)
		};
		assert_noop!(decide(day(0)), Error::<Test>::NotYetEffective);
		pass_days(1);
		assert_ok!(decide(day(0)));
	});
}
