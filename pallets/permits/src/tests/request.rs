//! What holders do and ask for.

use super::*;

fn permit() -> PermitNumber {
	permit_of(make_type(terms()), firm(0))
}

#[test]
fn holder_should_give_a_permit_up() {
	build_and_execute(|| {
		let kind = make_type(terms());
		let of_firm = permit_of(kind, firm(0));
		let person = Party::Person(tag(Register::Permits, BOB));
		let of_person = permit_of(kind, person.clone());
		assert_noop!(surrender(BOB, of_firm), Error_::NotTheHolder);
		assert_noop!(surrender(ANN, of_person), Error_::NotTheHolder);
		assert_noop!(surrender(STRANGER, of_firm), Error_::NotTheHolder);
		assert_ok!(surrender(ANN, of_firm));
		let told = last_event();
		assert!(matches!(
			told,
			Event::PermitRecorded {
				step: PermitStep::Surrendered,
				prepared_under: None,
				mandate: None,
				..
			}
		));
		assert_ok!(surrender(BOB, of_person));
		assert_eq!(status(of_firm), EffectiveStatus::Surrendered);
		assert_eq!(Permits::places(kind).running, 0);
		// It is not running any more, so that it can be had again.
		assert_ok!(<Permits as PermitRegister>::ensure_may_hold(
			kind,
			1,
			&PermitHolder::Party(person),
			None
		));
	});
}

#[test]
fn holders_act_should_fail_when_it_is_wrong() {
	build_and_execute(|| {
		let number = permit();
		let call = |act| Permits::surrender(signed(ANN), act, number);
		assert_noop!(call(act(SUPERVISION, 1)), Error_::LegalBasisDoesNotFit);
		assert_noop!(call(act(HOLDERS_ACTS, 0)), Error_::StaleVersion);
		let mut ahead = act(HOLDERS_ACTS, 1);
		ahead.effective_from = day(1);
		assert_noop!(call(ahead.clone()), Error_::EffectiveInFuture);
		ahead.effective_from = day(-1);
		assert_noop!(call(ahead), Error_::Backdated);
		let gone = PermitNumber::from_serial(PermitNumber::FIRST_SERIAL + 7).unwrap();
		let basis = act(HOLDERS_ACTS, 0);
		assert_noop!(Permits::surrender(signed(ANN), basis.clone(), gone), Error_::PermitNotFound);
		assert_noop!(Permits::endorse_transfer(signed(ANN), basis, gone), Error_::PermitNotFound);
	});
}

#[test]
fn holder_whom_a_court_has_frozen_should_give_nothing_up() {
	build_and_execute(|| {
		let number = permit();
		assert_ok!(ask_transfer(ANN, number, firm(1)));
		assert_ok!(endorse(BOB, number));
		assert_ok!(prepare(number, PermitChange::Transfer));
		bar(&firm(0), StandingError::Frozen);
		assert_noop!(decide_as(DECIDER, last_proposal(), Verdict::Approve), Error_::HolderFrozen);
		assert_noop!(surrender(ANN, number), Error_::HolderFrozen);
		let other = permit_of(make_type(terms()), firm(0));
		assert_noop!(ask_transfer(ANN, other, firm(1)), Error_::HolderFrozen);
		// A liquidator gives up what its company has.
		bar(&firm(0), StandingError::InLiquidation);
		assert_ok!(surrender(ANN, number));
	});
}

#[test]
fn nobody_should_sign_for_a_company_who_may_not_act_for_another() {
	build_and_execute(|| {
		let number = permit();
		bar(&Party::Person(tag(Register::Business, ANN)), StandingError::Deceased);
		assert_noop!(surrender(ANN, number), Error_::NotTheHolder);
	});
}

#[test]
fn permit_should_pass_when_both_have_consented_and_two_officers_decide() {
	build_and_execute(|| {
		let number = permit();
		let (old, new) = (firm(0), firm(1));
		assert_noop!(ask_transfer(BOB, number, new.clone()), Error_::NotTheHolder);
		assert_ok!(ask_transfer(ANN, number, new.clone()));
		assert_eq!(
			Permits::work_list(District::NATIONAL, WorkState::RequestOpen, None, 9),
			[number.whole()]
		);
		assert_noop!(prepare(number, PermitChange::Transfer), Error_::NotEndorsed);
		assert_noop!(endorse(ANN, number), Error_::NotTheNewHolder);
		assert_ok!(endorse(BOB, number));
		assert_noop!(endorse(BOB, number), Error_::AlreadyEndorsed);
		// It is still the old holder's.
		assert_eq!(record(number).holder, old);
		assert_ok!(change(number, PermitChange::Transfer));
		assert_eq!(record(number).holder, new);
		assert_eq!(last_step(number), PermitStep::Passed { from: old.clone(), to: new.clone() });
		assert_eq!(Permits::request(number), None);
		assert_noop!(surrender(ANN, number), Error_::NotTheHolder);
		let dup = |party| {
			let holder = PermitHolder::Party(party);
			<Permits as PermitRegister>::ensure_may_hold(record(number).kind, 1, &holder, None)
		};
		assert_ok!(dup(old));
		assert_noop!(dup(new), Error_::DuplicatePermit);
		assert_ok!(surrender(BOB, number));
	});
}

#[test]
fn transfer_should_fail_when_it_cannot_pass() {
	build_and_execute(|| {
		let fixed = make_type(PermitTerms { is_transferable: false, ..terms() });
		let number = permit_of(fixed, firm(0));
		assert_noop!(ask_transfer(ANN, number, firm(1)), Error_::NotTransferable);
		let kind = make_type(terms());
		let number = permit_of(kind, firm(0));
		assert_noop!(ask_transfer(ANN, number, firm(0)), Error_::SameHolder);
		assert_noop!(ask_transfer(ANN, number, Party::Unknown), Error_::HolderUnfit);
		bar(&firm(1), StandingError::InLiquidation);
		assert_noop!(ask_transfer(ANN, number, firm(1)), Error_::PrerequisiteMissing);
		permit_of(kind, firm(2));
		assert_noop!(ask_transfer(ANN, number, firm(2)), Error_::DuplicatePermit);
		assert_ok!(change(number, suspend()));
		assert_noop!(ask_transfer(ANN, number, firm(3)), Error_::PermitSuspended);
	});
}

#[test]
fn transfer_should_fail_when_the_new_holder_loses_something_before_it_is_decided() {
	build_and_execute(|| {
		let number = permit();
		assert_ok!(ask_transfer(ANN, number, firm(1)));
		bar(&firm(1), StandingError::Suspended);
		assert_noop!(endorse(BOB, number), Error_::PrerequisiteMissing);
		unbar(&firm(1));
		assert_ok!(endorse(BOB, number));
		assert_ok!(prepare(number, PermitChange::Transfer));
		bar(&firm(1), StandingError::Suspended);
		assert_noop!(
			decide_as(DECIDER, last_proposal(), Verdict::Approve),
			Error_::PrerequisiteMissing
		);
	});
}

#[test]
fn transfer_should_fail_when_the_new_holders_lease_ends_before_the_permit() {
	build_and_execute(|| {
		let kind = make_type(demanding(vec![Prerequisite::RightInSite]));
		let site = unit(1);
		give_right(&firm(0), site, None);
		let number = granted(Grant { site: Some(site), ..grant_of(kind, firm(0)) });
		assert_noop!(ask_transfer(ANN, number, firm(1)), Error_::PrerequisiteMissing);
		give_right(&firm(1), site, Some(day(300)));
		assert_noop!(ask_transfer(ANN, number, firm(1)), Error_::EndsAfterRight);
		give_right(&firm(1), site, Some(day(1_000)));
		assert_ok!(ask_transfer(ANN, number, firm(1)));
	});
}

#[test]
fn one_thing_should_be_asked_for_at_a_time() {
	build_and_execute(|| {
		let number = permit();
		let withdraw = |who| {
			let act = act(HOLDERS_ACTS, permit_version(number));
			Permits::withdraw_request(signed(who), act, number)
		};
		assert_noop!(withdraw(ANN), Error_::RequestNotFound);
		assert_noop!(endorse(BOB, number), Error_::RequestNotFound);
		assert_noop!(prepare(number, PermitChange::Transfer), Error_::RequestNotFound);
		assert_noop!(prepare(number, PermitChange::Renew), Error_::RequestNotFound);
		assert_ok!(ask_transfer(ANN, number, firm(1)));
		assert_noop!(ask_transfer(ANN, number, firm(2)), Error_::RequestPending);
		assert_noop!(ask_renewal(ANN, number), Error_::RequestPending);
		assert_noop!(prepare(number, PermitChange::Renew), Error_::RequestNotFound);
		assert_noop!(withdraw(BOB), Error_::NotTheHolder);
		assert_ok!(withdraw(ANN));
		assert_eq!(last_step(number), PermitStep::RequestWithdrawn);
		pass_to(record(number).permit.valid_to.unwrap().checked_sub_days(30).unwrap());
		assert_ok!(ask_renewal(ANN, number));
		assert_noop!(endorse(BOB, number), Error_::RequestNotFound);
		assert_noop!(prepare(number, PermitChange::Transfer), Error_::RequestNotFound);
		// What has ended asks for nothing any more.
		assert_ok!(surrender(ANN, number));
		assert_eq!(Permits::request(number), None);
	});
}

#[test]
fn holder_should_not_keep_officers_from_what_they_have_prepared_by_asking() {
	build_and_execute(|| {
		let number = permit();
		assert_ok!(prepare(number, revoke()));
		let prepared = last_proposal();
		assert_ok!(ask_transfer(ANN, number, firm(1)));
		assert_ok!(endorse(BOB, number));
		let withdrawn = act(HOLDERS_ACTS, permit_version(number));
		assert_ok!(Permits::withdraw_request(signed(ANN), withdrawn, number));
		assert_noop!(Permits::withdraw_proposal(signed(STRANGER), prepared), Error_::NotTheMaker);
		assert_ok!(decide_as(DECIDER, prepared, Verdict::Approve));
		assert_eq!(status(number), EffectiveStatus::Revoked);
	});
}

#[test]
fn what_changes_a_permit_should_outdate_what_was_prepared_before() {
	build_and_execute(|| {
		let number = permit();
		assert_ok!(prepare(number, revoke()));
		let prepared = last_proposal();
		assert_ok!(change(number, suspend()));
		assert_noop!(decide_as(DECIDER, prepared, Verdict::Approve), Error_::ProposalOutdated);
	});
}

#[test]
fn transfer_should_go_to_whom_it_was_prepared_for() {
	build_and_execute(|| {
		let number = permit();
		assert_ok!(ask_transfer(ANN, number, firm(1)));
		assert_ok!(endorse(BOB, number));
		assert_ok!(prepare(number, PermitChange::Transfer));
		let prepared = last_proposal();
		let withdrawn = act(HOLDERS_ACTS, permit_version(number));
		assert_ok!(Permits::withdraw_request(signed(ANN), withdrawn, number));
		assert_ok!(ask_transfer(ANN, number, firm(2)));
		assert_ok!(endorse(ANN + 2, number));
		assert_noop!(decide_as(DECIDER, prepared, Verdict::Approve), Error_::ProposalOutdated);
	});
}
