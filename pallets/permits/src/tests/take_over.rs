//! Permits that were running when the register began.

use super::*;

fn old_permit(kind: PermitTypeId) -> TakeOver {
	TakeOver {
		kind,
		holder: firm(0),
		site: None,
		valid_from: day(-300),
		valid_to: Some(day(200)),
		conditions: stated(vec![condition(1, None)]),
	}
}

fn propose(take_over: TakeOver) -> DispatchResult {
	Permits::propose_take_over(signed(RECORDER), act(TAKE_OVER, 0), Box::new(take_over))
}

fn decide_as(who: AccountId) -> DispatchResult {
	let act = act(TAKE_OVER, 0);
	Permits::decide_take_over(signed(who), act, last_proposal(), Verdict::Approve)
}

#[test]
fn running_permit_should_be_taken_over_by_two_officers() {
	build_and_execute(|| {
		let kind = make_type(PermitTerms { quota: Some(1), ..terms() });
		assert_ok!(propose(old_permit(kind)));
		assert_ok!(decide_as(DECIDER));
		let number = Permits::permits_of(firm(0), None, 9)[0];
		let taken = record(number);
		assert_eq!((taken.origin, taken.granted_on), (Origin::TakenOver, day(-300)));
		assert_eq!(status(number), EffectiveStatus::Active);
		// It has a place as any other.
		assert_noop!(try_grant(grant_of(kind, firm(1))), Error_::QuotaExhausted);
		pass_days(200);
		next_block();
		assert_eq!(Permits::places(kind).running, 0);
	});
}

#[test]
fn take_over_should_fail_when_it_cannot_be() {
	build_and_execute(|| {
		let kind = make_type(PermitTerms { quota: Some(1), ..terms() });
		let of = || old_permit(kind);
		assert_noop!(propose(TakeOver { kind: PermitTypeId(9), ..of() }), Error_::TypeNotFound);
		assert_noop!(propose(TakeOver { holder: Party::Unknown, ..of() }), Error_::HolderUnfit);
		let on_site = TakeOver { site: Some(unit(1)), ..of() };
		assert_noop!(propose(on_site), Error_::SiteNotAllowed);
		assert_noop!(propose(TakeOver { valid_from: day(1), ..of() }), Error_::NotRunning);
		assert_noop!(propose(TakeOver { valid_to: Some(day(0)), ..of() }), Error_::NotRunning);
		let too_long = TakeOver { valid_to: Some(day(600)), ..of() };
		assert_noop!(propose(too_long), Error_::ValidForTooLong);
		let wrong = Permits::propose_take_over(signed(EXAMINER), act(TAKE_OVER, 0), Box::new(of()));
		assert_noop!(wrong, DispatchError::Other("not covered by the mandate"));
		assert_noop!(
			Permits::propose_take_over(signed(RECORDER), act(SUPERVISION, 0), Box::new(of())),
			Error_::LegalBasisDoesNotFit
		);
		assert_ok!(propose(of()));
		let waiting = last_proposal();
		let running = permit_of(kind, firm(0));
		assert_noop!(propose(of()), Error_::DuplicatePermit);
		assert_noop!(propose(TakeOver { holder: firm(1), ..of() }), Error_::QuotaExhausted);
		let decide = || {
			let act = act(TAKE_OVER, 0);
			Permits::decide_take_over(signed(DECIDER), act, waiting, Verdict::Approve)
		};
		assert_noop!(decide(), Error_::DuplicatePermit);
		assert_ok!(surrender(ANN, running));
		assert_ok!(decide());
	});
}

#[test]
fn take_over_should_fail_when_the_holder_is_not_there() {
	build_and_execute(|| {
		let kind = make_type(terms());
		let nobody = Party::Person(tag(Register::Permits, STRANGER));
		assert_noop!(
			propose(TakeOver { holder: nobody, ..old_permit(kind) }),
			Error_::HolderNotFound
		);
		for (standing, error) in [
			(StandingError::NotFound, Error_::HolderNotFound),
			(StandingError::Deceased, Error_::HolderDeceased),
			(StandingError::Merged, Error_::HolderMerged),
			(StandingError::Dissolved, Error_::HolderNotInStanding),
		] {
			bar(&firm(0), standing);
			assert_noop!(propose(old_permit(kind)), error);
		}
		// What a party has that may do nothing for a while is taken over as it is.
		bar(&firm(0), StandingError::Frozen);
		assert_ok!(propose(old_permit(kind)));
		bar(&firm(0), StandingError::Dissolved);
		assert_noop!(decide_as(DECIDER), Error_::HolderNotInStanding);
		bar(&firm(0), StandingError::Suspended);
		assert_ok!(decide_as(DECIDER));
	});
}

#[test]
fn take_over_should_not_be_decided_by_who_has_proposed_it() {
	build_and_execute(|| {
		let kind = make_type(terms());
		let proposed = Permits::propose_take_over(
			signed(JACK_OF_ALL),
			act(TAKE_OVER, 0),
			Box::new(old_permit(kind)),
		);
		assert_ok!(proposed);
		assert_noop!(decide_as(JACK_OF_ALL), Error_::SameAccount);
	});
}

#[test]
fn take_over_should_fail_when_the_officer_signs_for_the_holder() {
	build_and_execute(|| {
		let kind = make_type(terms());
		enrol(Register::Business, RECORDER);
		assert_noop!(propose(old_permit(kind)), Error_::OfficerIsHolder);
		expel(Register::Business, RECORDER);
		assert_ok!(propose(old_permit(kind)));
		enrol(Register::Business, DECIDER);
		assert_noop!(decide_as(DECIDER), Error_::OfficerIsHolder);
		expel(Register::Business, DECIDER);
		assert_ok!(decide_as(DECIDER));
	});
}

#[test]
fn take_over_should_be_rejected() {
	build_and_execute(|| {
		let kind = make_type(terms());
		assert_ok!(propose(old_permit(kind)));
		let act = act(TAKE_OVER, 0);
		assert_ok!(Permits::decide_take_over(
			signed(DECIDER),
			act,
			last_proposal(),
			Verdict::Reject
		));
		assert_eq!(crate::PermitCount::<Test>::get(), 0);
	});
}
