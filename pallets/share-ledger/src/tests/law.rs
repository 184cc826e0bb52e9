//! `propose_law`, `decide_law`, `withdraw_law`.

use super::*;
use polity_primitives::time::Period;
use polity_share_register::ShareLaw;

fn a_law() -> Law {
	Law {
		shares: ShareLaw { least_paid: 10_000, most_treasury: 0 },
		creditors_period: Period::Months(6),
		pre_emption_period: Period::Months(1),
	}
}

fn propose_law(law: Law) -> Result<ProposalId, DispatchError> {
	let version =
		LawHeads::<Test>::get(polity_primitives::RecordKind::ShareLedger).unwrap_or_default().seq;
	ShareLedger::propose_law(signed(EXAMINER), act_on(PARAMETERS, version), law)?;
	Ok(LastProposal::<Test>::get())
}

#[test]
fn law_should_be_set_by_two_officers_and_hold_from_then_on() {
	build_and_execute(|| {
		make(acme(), open_class());
		let id = propose_law(a_law()).unwrap();
		let decide = |who, version, verdict| {
			ShareLedger::decide_law(signed(who), act_on(PARAMETERS, version), id, verdict)
		};
		assert_noop!(decide(EXAMINER_AGAIN, 0, Verdict::Approve), Error::<Test>::SamePerson);
		assert_noop!(decide(DECIDER, 1, Verdict::Approve), Error::<Test>::StaleVersion);
		assert_ok!(decide(DECIDER, 0, Verdict::Approve));
		assert_eq!(ShareLedger::law(), a_law());
		assert!(matches!(last_event(), Event::LawChanged { version: 1, .. }));
		let partly = partly(person(ANNA), 10, 999);
		assert_noop!(propose(acme(), partly), Error::<Test>::PaidTooLittle);
	});
}

#[test]
fn law_should_be_refused_when_it_cannot_be_one() {
	build_and_execute(|| {
		assert_noop!(propose_law(ShareLedger::law()), Error::<Test>::NothingChanges);
		let shares = ShareLaw { least_paid: 10_001, most_treasury: 0 };
		assert_noop!(propose_law(Law { shares, ..a_law() }), Error::<Test>::LawInconsistent);
		let id = propose_law(a_law()).unwrap();
		assert_noop!(ShareLedger::withdraw_law(signed(STRANGER), id), Error::<Test>::NotTheMaker);
		pass_days(31);
		assert_noop!(
			ShareLedger::decide_law(signed(DECIDER), act_on(PARAMETERS, 0), id, Verdict::Reject),
			Error::<Test>::ProposalLapsed
		);
		assert_ok!(ShareLedger::withdraw_law(signed(STRANGER), id));
		let id = propose_law(a_law()).unwrap();
		let act = act_on(PARAMETERS, 0);
		assert_ok!(ShareLedger::decide_law(signed(DECIDER), act, id, Verdict::Reject));
		assert!(matches!(last_event(), Event::LawRejected { .. }));
	});
}

#[test]
fn law_should_be_set_by_officers_of_the_whole_country() {
	build_and_execute(|| {
		let act = || act_on(PARAMETERS, 0);
		for who in [STRANGER, ANNA, DECIDER, JUDGE] {
			assert_noop!(
				ShareLedger::propose_law(signed(who), act(), a_law()),
				DispatchError::Other("not covered by a mandate")
			);
		}
		let wrong = [
			(act_on(PARAMETERS, 1), Error::<Test>::StaleVersion),
			(act_on(SHARE_CAPITAL, 0), Error::<Test>::LegalBasisDoesNotFit),
			(backdated(act()), Error::<Test>::Backdated),
		];
		for (act, error) in wrong {
			assert_noop!(ShareLedger::propose_law(signed(EXAMINER), act, a_law()), error);
		}
		let periods = Law { pre_emption_period: Period::Months(0), ..a_law() };
		assert_noop!(propose_law(periods), Error::<Test>::LawInconsistent);
		let (first, second) = (propose_law(a_law()).unwrap(), propose_law(a_law()).unwrap());
		let decide = |id, act| ShareLedger::decide_law(signed(DECIDER), act, id, Verdict::Approve);
		assert_noop!(decide(ProposalId(9), act()), Error::<Test>::ProposalNotFound);
		assert_noop!(decide(first, in_future(act())), Error::<Test>::EffectiveInFuture);
		assert_noop!(decide(first, act_on(SHARE_CAPITAL, 0)), Error::<Test>::LegalBasisDoesNotFit);
		forget(EXAMINER);
		assert_noop!(decide(first, act()), Error::<Test>::WarrantNotFound);
		remember();
		assert_ok!(decide(first, act()));
		assert_noop!(decide(second, act_on(PARAMETERS, 1)), Error::<Test>::ProposalOutdated);
		// What cannot be decided any more anybody takes away.
		assert_ok!(ShareLedger::withdraw_law(signed(STRANGER), second));
		assert_eq!(last_event(), Event::ProposalWithdrawn { proposal: second, company: None });
		assert_noop!(
			ShareLedger::withdraw_law(signed(STRANGER), second),
			Error::<Test>::ProposalNotFound
		);
	});
}

#[test]
fn law_that_is_dated_ahead_should_wait_for_its_day() {
	build_and_execute(|| {
		let ahead = in_future(act_on(PARAMETERS, 0));
		assert_ok!(ShareLedger::propose_law(signed(EXAMINER), ahead, a_law()));
		let id = LastProposal::<Test>::get();
		let decide = || {
			let act = act_on(PARAMETERS, 0);
			ShareLedger::decide_law(signed(DECIDER), act, id, Verdict::Approve)
		};
		assert_noop!(decide(), Error::<Test>::NotYetEffective);
		pass_days(1);
		assert_ok!(decide());
	});
}
