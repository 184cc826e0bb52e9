//! What holds of everything that one officer prepares and another decides.

use super::*;

fn approve(who: AccountId, id: ProposalId, act: Act) -> DispatchResult {
	Permits::decide_type(signed(who), act, id, Verdict::Approve)
}

#[test]
fn preparing_should_fail_when_the_act_is_wrong() {
	build_and_execute(|| {
		let prepare = |who, act| {
			let version = Box::new(version(terms()));
			Permits::prepare_type(signed(who), act, None, District::NATIONAL, version)
		};
		assert_noop!(prepare(STRANGER, act(TYPES, 0)), DispatchError::Other("no mandate"));
		assert_noop!(
			prepare(DECIDER, act(TYPES, 0)),
			DispatchError::Other("not covered by the mandate")
		);
		assert_noop!(prepare(EXAMINER, act(TYPES, 1)), Error_::StaleVersion);
		assert_noop!(prepare(EXAMINER, act(SUPERVISION, 0)), Error_::LegalBasisDoesNotFit);
		let mut back = act(TYPES, 0);
		back.effective_from = day(-1);
		assert_noop!(prepare(EXAMINER, back), Error_::Backdated);
		let twice = act(TYPES, 0);
		assert_ok!(prepare(EXAMINER, twice.clone()));
		assert_noop!(prepare(EXAMINER, twice), DispatchError::Other("repeated request"));
	});
}

#[test]
fn deciding_should_fail_when_maker_and_checker_are_one() {
	build_and_execute(|| {
		let act = type_act(None);
		let version = Box::new(version(terms()));
		let district = District::NATIONAL;
		assert_ok!(Permits::prepare_type(signed(JACK_OF_ALL), act, None, district, version));
		let id = last_proposal();
		assert_noop!(approve(JACK_OF_ALL, id, type_act(None)), Error_::SameAccount);
		assert_ok!(prepare_type(None, self::version(terms())));
		let id = last_proposal();
		assert_noop!(approve(EXAMINER_AGAIN, id, type_act(None)), Error_::SamePerson);
		assert_noop!(approve(PROTEGE, id, type_act(None)), Error_::GrantedByTheOther);
		forget(EXAMINER);
		assert_noop!(approve(DECIDER, id, type_act(None)), Error_::WarrantNotFound);
	});
}

#[test]
fn deciding_should_fail_when_the_act_is_wrong() {
	build_and_execute(|| {
		let mut ahead = act(TYPES, 0);
		ahead.effective_from = day(2);
		let prepared = Permits::prepare_type(
			signed(EXAMINER),
			ahead.clone(),
			None,
			District::NATIONAL,
			Box::new(version(terms())),
		);
		assert_ok!(prepared);
		let id = last_proposal();
		assert_noop!(
			approve(EXAMINER, id, act(TYPES, 0)),
			DispatchError::Other("not covered by the mandate")
		);
		assert_noop!(approve(DECIDER, id, act(TAKE_OVER, 0)), Error_::LegalBasisDoesNotFit);
		assert_noop!(approve(DECIDER, id, act(TYPES, 0)), Error_::NotYetEffective);
		ahead.request = act(TYPES, 0).request;
		assert_noop!(approve(DECIDER, id, ahead), Error_::EffectiveInFuture);
		assert_noop!(approve(DECIDER, ProposalId(9), act(TYPES, 0)), Error_::ProposalNotFound);
		// Each is decided by the call for its kind.
		assert_noop!(
			Permits::decide_change(signed(DECIDER), act(TYPES, 0), id, Verdict::Approve),
			Error_::ProposalNotFound
		);
		assert_noop!(
			Permits::decide_take_over(signed(DECIDER), act(TYPES, 0), id, Verdict::Approve),
			Error_::ProposalNotFound
		);
		pass_days(2);
		assert_noop!(approve(DECIDER, id, act(TYPES, 1)), Error_::StaleVersion);
		assert_ok!(approve(DECIDER, id, act(TYPES, 0)));
		assert_noop!(approve(DECIDER, id, act(TYPES, 0)), Error_::ProposalNotFound);
	});
}

#[test]
fn deciding_should_fail_when_it_comes_too_late() {
	build_and_execute(|| {
		assert_ok!(prepare_type(None, version(terms())));
		let id = last_proposal();
		pass_days(31);
		assert_noop!(approve(DECIDER, id, type_act(None)), Error_::ProposalLapsed);
	});
}

#[test]
fn deciding_should_fail_when_the_record_has_changed_since() {
	build_and_execute(|| {
		let kind = make_type(terms());
		assert_ok!(prepare_type(Some(kind), version(terms())));
		let first = last_proposal();
		change_type(kind, terms());
		assert_noop!(approve(DECIDER, first, type_act(Some(kind))), Error_::ProposalOutdated);
		// Whoever comes clears it.
		assert_ok!(Permits::withdraw_proposal(signed(STRANGER), first));
		assert_eq!(last_event(), Event::Withdrawn { proposal: first });
	});
}

#[test]
fn withdrawing_should_be_the_makers_while_it_can_be_decided() {
	build_and_execute(|| {
		assert_ok!(prepare_type(None, version(terms())));
		let id = last_proposal();
		assert_noop!(Permits::withdraw_proposal(signed(DECIDER), id), Error_::NotTheMaker);
		assert_ok!(Permits::withdraw_proposal(signed(EXAMINER), id));
		assert_noop!(Permits::withdraw_proposal(signed(EXAMINER), id), Error_::ProposalNotFound);
		assert_ok!(prepare_type(None, version(terms())));
		pass_days(31);
		assert_ok!(Permits::withdraw_proposal(signed(STRANGER), last_proposal()));
	});
}

#[test]
fn calls_should_be_signed() {
	build_and_execute(|| {
		let number = PermitNumber::from_serial(PermitNumber::FIRST_SERIAL).unwrap();
		let root = RuntimeOrigin::root;
		let bad = DispatchError::BadOrigin;
		let basis = act(HOLDERS_ACTS, 0);
		assert_noop!(Permits::surrender(root(), basis.clone(), number), bad);
		assert_noop!(Permits::endorse_transfer(root(), basis.clone(), number), bad);
		assert_noop!(Permits::request_renewal(root(), basis.clone(), number, None), bad);
		assert_noop!(Permits::withdraw_request(root(), basis.clone(), number), bad);
		assert_noop!(Permits::request_transfer(root(), basis.clone(), number, firm(1)), bad);
		let passed = InspectionResult::Passed;
		assert_noop!(Permits::record_inspection(root(), basis, number, 0, passed), bad);
		assert_noop!(Permits::withdraw_proposal(root(), ProposalId(1)), bad);
	});
}
