//! `propose_law`, `decide_law`, `withdraw_law`.

use super::*;
use polity_primitives::time::Period;

/// With shorter times for everything, and pre-emption.
fn a_law() -> RegisterLaw {
	RegisterLaw {
		titles: polity_title::TitleLaw { pre_emption_of_co_owners: true },
		conveyance_period: Period::CalendarDays(20),
		deed_notice_period: Period::CalendarDays(3),
		objection_period: Period::CalendarDays(5),
		max_notice_period: Period::Months(1),
	}
}

fn law_version() -> u32 {
	LandRegister::law().head.seq
}

fn propose_law(law: RegisterLaw) -> Result<ProposalId, DispatchError> {
	LandRegister::propose_law(signed(EXAMINER), act_on(PARAMETERS, law_version()), law)?;
	Ok(LastProposal::<Test>::get())
}

fn decide_law(who: AccountId, id: ProposalId, verdict: Verdict) -> DispatchResult {
	LandRegister::decide_law(signed(who), act_on(PARAMETERS, law_version()), id, verdict)
}

fn set(law: RegisterLaw) {
	let id = propose_law(law).unwrap();
	assert_ok!(decide_law(DECIDER, id, Verdict::Approve));
}

#[test]
fn law_should_be_set_by_two_officers_and_hold_from_then_on() {
	build_and_execute(|| {
		assert_eq!(LandRegister::law().record, RegisterLaw::DEFAULT);
		let id = propose_law(a_law()).unwrap();
		assert_eq!(LandRegister::law_proposal(id).unwrap().law, a_law());
		assert_noop!(decide_law(EXAMINER_AGAIN, id, Verdict::Approve), Error::<Test>::SamePerson);
		assert_noop!(decide_law(PROTEGE, id, Verdict::Approve), Error::<Test>::GrantedByTheOther);
		let stale = act_on(PARAMETERS, 1);
		assert_noop!(
			LandRegister::decide_law(signed(DECIDER), stale, id, Verdict::Approve),
			Error::<Test>::StaleVersion
		);
		assert_ok!(decide_law(DECIDER, id, Verdict::Approve));
		assert!(matches!(last_event(), Event::LawChanged { head, .. } if head.seq == 1));
		assert_eq!(LandRegister::law().record, a_law());
		// The other owner is asked from now on.
		let unit = land(&[1], &[(person(ANNA), 1), (person(BORIS), 1)]);
		let id = prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(CHEN), 1))]).unwrap();
		assert_ok!(agree(ANNA, id));
		assert_noop!(settle(DECIDER, id), Error::<Test>::ConsentMissing);
	});
}

#[test]
fn time_to_object_should_not_be_cut_short_by_a_law_that_comes_later() {
	build_and_execute(|| {
		const OLD: u64 = 200;
		let unit = land(&[1], &[(person(OLD), 1)]);
		let sale = vec![leg(unit, sell(person(OLD), person(BORIS), 1))];
		let id = prepare(TRANSFER, sale).unwrap();
		let registration = open(&[2], &[(person(ANNA), 1)]);
		set(a_law());
		assert_ok!(by_deed(NOTARY, id, person(OLD)));
		pass_days(6);
		// Under the law of today all periods would be over.
		assert_noop!(settle(DECIDER, id), Error::<Test>::DeedPeriodRunning);
		let register = act_on(FIRST_REGISTRATION, registration_version(registration));
		assert_noop!(
			LandRegister::decide_first_registration(
				signed(DECIDER),
				register,
				registration,
				RegistrationVerdict::Register
			),
			Error::<Test>::ObjectionPeriodRunning
		);
		// Nor does the conveyance lapse before its time.
		pass_days(20);
		assert_ok!(settle(DECIDER, id));
		// What is opened now has the times of now.
		open(&[3], &[(person(ANNA), 1)]);
		pass_days(6);
		let registration = LastRegistration::<Test>::get();
		let register = act_on(FIRST_REGISTRATION, registration_version(registration));
		assert_ok!(LandRegister::decide_first_registration(
			signed(DECIDER),
			register,
			registration,
			RegistrationVerdict::Register
		));
	});
}

#[test]
fn law_should_be_refused_when_it_cannot_be_one() {
	build_and_execute(|| {
		assert_noop!(propose_law(RegisterLaw::DEFAULT), Error::<Test>::NothingChanges);
		let days = Period::CalendarDays;
		for law in [
			RegisterLaw { conveyance_period: days(0), ..a_law() },
			RegisterLaw { deed_notice_period: days(20), ..a_law() },
			RegisterLaw { objection_period: days(21), ..a_law() },
			RegisterLaw { objection_period: Period::Months(1), ..a_law() },
			RegisterLaw { max_notice_period: Period::Months(0), ..a_law() },
		] {
			assert_noop!(propose_law(law), Error::<Test>::LawInconsistent);
		}
		let (first, second) = (propose_law(a_law()).unwrap(), propose_law(a_law()).unwrap());
		assert_ok!(decide_law(DECIDER, first, Verdict::Approve));
		assert_noop!(
			decide_law(DECIDER, second, Verdict::Approve),
			Error::<Test>::ProposalOutdated
		);
		// What cannot be decided any more anybody takes away.
		assert_ok!(LandRegister::withdraw_law(signed(STRANGER), second));
		assert_eq!(last_event(), Event::LawWithdrawn { proposal: second });
		assert_noop!(
			LandRegister::withdraw_law(signed(STRANGER), second),
			Error::<Test>::ProposalNotFound
		);
		assert_noop!(
			decide_law(DECIDER, second, Verdict::Approve),
			Error::<Test>::ProposalNotFound
		);
	});
}

#[test]
fn law_should_stay_when_its_change_is_rejected_or_withdrawn_or_lapses() {
	build_and_execute(|| {
		let id = propose_law(a_law()).unwrap();
		assert_ok!(decide_law(DECIDER, id, Verdict::Reject));
		assert!(matches!(last_event(), Event::LawRejected { proposal, .. } if proposal == id));
		let id = propose_law(a_law()).unwrap();
		assert_noop!(LandRegister::withdraw_law(signed(DECIDER), id), Error::<Test>::NotTheMaker);
		assert_ok!(LandRegister::withdraw_law(signed(EXAMINER), id));
		let id = propose_law(a_law()).unwrap();
		pass_days(31);
		assert_noop!(decide_law(DECIDER, id, Verdict::Approve), Error::<Test>::ProposalLapsed);
		assert_ok!(LandRegister::withdraw_law(signed(STRANGER), id));
		assert_eq!((LandRegister::law().record, law_version()), (RegisterLaw::DEFAULT, 0));
	});
}

#[test]
fn law_should_be_set_by_officers_alone_and_on_its_statute() {
	build_and_execute(|| {
		for who in [STRANGER, ANNA, DECIDER, JUDGE] {
			assert_noop!(
				LandRegister::propose_law(signed(who), act_on(PARAMETERS, 0), a_law()),
				DispatchError::Other("not covered by a mandate")
			);
		}
		for (act, error) in [
			(act_on(PARAMETERS, 1), Error::<Test>::StaleVersion),
			(act_on(TRANSFER, 0), Error::<Test>::LegalBasisDoesNotFit),
			(backdated(act_on(PARAMETERS, 0)), Error::<Test>::Backdated),
		] {
			assert_noop!(LandRegister::propose_law(signed(EXAMINER), act, a_law()), error);
		}
		let id = propose_law(a_law()).unwrap();
		for who in [STRANGER, ANNA, EXAMINER, JUDGE] {
			assert_noop!(
				decide_law(who, id, Verdict::Approve),
				DispatchError::Other("not covered by a mandate")
			);
		}
		let call = |act| LandRegister::decide_law(signed(DECIDER), act, id, Verdict::Approve);
		assert_noop!(call(act_on(TRANSFER, 0)), Error::<Test>::LegalBasisDoesNotFit);
		let mut ahead = act_on(PARAMETERS, 0);
		ahead.effective_from = ahead.effective_from.checked_add_days(1).unwrap();
		assert_noop!(call(ahead), Error::<Test>::EffectiveInFuture);
	});
}

#[test]
fn law_that_is_dated_ahead_should_wait_for_its_day() {
	build_and_execute(|| {
		let ahead = in_future(act_on(PARAMETERS, 0));
		assert_ok!(LandRegister::propose_law(signed(EXAMINER), ahead, a_law()));
		let id = LastProposal::<Test>::get();
		assert_noop!(decide_law(DECIDER, id, Verdict::Approve), Error::<Test>::NotYetEffective);
		pass_days(1);
		assert_ok!(decide_law(DECIDER, id, Verdict::Approve));
	});
}
