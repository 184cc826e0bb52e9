//! `propose_law`, `decide_law`, `withdraw_law`.

use super::*;
use crate::{bases::PARAMETERS, types::law_at};
use frame_support::dispatch::DispatchResult;
use polity_primitives::{
	time::{Instant, Period},
	traits::LegalClock,
};

/// With shorter times for everything.
fn a_law() -> RegistryLaw {
	RegistryLaw {
		reservation_period: Period::CalendarDays(3),
		query_period: Period::CalendarDays(4),
		strike_off_notice_period: Period::CalendarDays(5),
		restoration_period: Period::Years(1),
		name_protection_period: Period::Years(1),
		..RegistryLaw::DEFAULT
	}
}

fn law_version() -> u32 {
	BusinessRegistry::registry_law().head.seq
}

fn propose_law(law: RegistryLaw) -> Result<ProposalId, DispatchError> {
	BusinessRegistry::propose_law(signed(EXAMINER), act_on(PARAMETERS, law_version()), law)?;
	Ok(LastProposal::<Test>::get())
}

fn decide_law(who: AccountId, id: ProposalId, verdict: Verdict) -> DispatchResult {
	BusinessRegistry::decide_law(signed(who), act_on(PARAMETERS, law_version()), id, verdict)
}

pub(super) fn set(law: RegistryLaw) {
	let id = propose_law(law).unwrap();
	assert_ok!(decide_law(DECIDER, id, Verdict::Approve));
}

#[test]
fn law_should_be_set_by_two_officers_and_hold_from_then_on() {
	build_and_execute(|| {
		assert_eq!(BusinessRegistry::registry_law().record, RegistryLaw::DEFAULT);
		let id = propose_law(a_law()).unwrap();
		assert_eq!(BusinessRegistry::law_proposal(id).unwrap().law, a_law());
		assert_noop!(decide_law(EXAMINER_AGAIN, id, Verdict::Approve), Error::<Test>::SamePerson);
		assert_noop!(decide_law(PROTEGE, id, Verdict::Approve), Error::<Test>::GrantedByTheOther);
		let stale = act_on(PARAMETERS, 1);
		assert_noop!(
			BusinessRegistry::decide_law(signed(DECIDER), stale, id, Verdict::Approve),
			Error::<Test>::StaleVersion
		);
		assert_ok!(decide_law(DECIDER, id, Verdict::Approve));
		assert!(matches!(last_event(), Event::LawChanged { head, .. } if head.seq == 1));
		assert_eq!(BusinessRegistry::registry_law().record, a_law());
		let number = found(FOUNDER, "Acme");
		change(number, Change::StrikeOffNotice);
		pass_days(6);
		change(number, Change::Status(Status::StruckOff));
		// A year and no more to restore it.
		pass_days(366);
		assert_noop!(
			propose(JUDGE, number, Change::Status(Status::Active), Authority::Court),
			Error::<Test>::RestorationPeriodOver
		);
	});
}

#[test]
fn time_should_not_be_cut_short_by_a_law_that_comes_later() {
	build_and_execute(|| {
		let (noticed, struck_off) = (found(FOUNDER, "Acme"), found(OTHER_FOUNDER, "Bolt"));
		strike_off(struck_off);
		let reserved = request(FOUNDER, "Cone");
		assert_ok!(grant_reservation(DECIDER, reserved, "Cone"));
		change(noticed, Change::StrikeOffNotice);
		pass_days(1);
		set(a_law());
		pass_days(10);
		// Under the law of today all these periods would be over.
		assert_noop!(
			propose(EXAMINER, noticed, Change::Status(Status::StruckOff), Authority::Registrar),
			Error::<Test>::StrikeOffNoticeRunning
		);
		assert_noop!(
			BusinessRegistry::release_name(signed(STRANGER), key("Cone")),
			Error::<Test>::NameNotLapsed
		);
		pass_days(366);
		change_by_court(struck_off, Change::Status(Status::Active));
	});
}

#[test]
fn law_should_be_that_of_the_time_as_far_as_the_register_looks_back() {
	build_and_execute(|| {
		let law = |days| RegistryLaw { query_period: Period::CalendarDays(days), ..a_law() };
		let before = Clock::now();
		for days in 0..MAX_LAWS + 4 {
			pass_days(1);
			set(law(100 + days));
		}
		let laws = crate::Laws::<Test>::get();
		assert_eq!(laws.len(), MAX_LAWS as usize);
		let last = 100 + MAX_LAWS + 3;
		assert_eq!(law_at(&laws, Clock::now()), law(last));
		let yesterday = laws[laws.len() - 2].since;
		assert_eq!(law_at(&laws, yesterday), law(last - 1));
		// What began before the oldest that is kept goes by that one.
		assert_eq!(law_at(&laws, before), law(last + 1 - MAX_LAWS));
		assert_eq!(law_at(&Default::default(), Instant::default()), RegistryLaw::DEFAULT);
	});
}

#[test]
fn law_should_be_refused_when_it_cannot_be_one() {
	build_and_execute(|| {
		assert_noop!(propose_law(RegistryLaw::DEFAULT), Error::<Test>::NothingChanges);
		for law in [
			RegistryLaw { reservation_period: Period::CalendarDays(0), ..a_law() },
			RegistryLaw { query_period: Period::Months(0), ..a_law() },
			RegistryLaw { strike_off_notice_period: Period::CalendarDays(0), ..a_law() },
			RegistryLaw { restoration_period: Period::Years(2), ..a_law() },
			RegistryLaw { restoration_period: Period::CalendarDays(2), ..a_law() },
		] {
			assert_noop!(propose_law(law), Error::<Test>::LawInconsistent);
		}
		let (first, second) = (propose_law(a_law()).unwrap(), propose_law(a_law()).unwrap());
		assert_ok!(decide_law(DECIDER, first, Verdict::Approve));
		assert_noop!(
			decide_law(DECIDER, second, Verdict::Approve),
			Error::<Test>::ProposalOutdated
		);
		assert_ok!(BusinessRegistry::withdraw_law(signed(STRANGER), second));
		assert_eq!(last_event(), Event::LawWithdrawn { proposal: second });
		assert_noop!(
			BusinessRegistry::withdraw_law(signed(STRANGER), second),
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
		assert_noop!(
			BusinessRegistry::withdraw_law(signed(DECIDER), id),
			Error::<Test>::NotTheMaker
		);
		assert_ok!(BusinessRegistry::withdraw_law(signed(EXAMINER), id));
		let id = propose_law(a_law()).unwrap();
		pass_days(31);
		assert_noop!(decide_law(DECIDER, id, Verdict::Approve), Error::<Test>::ProposalLapsed);
		assert_ok!(BusinessRegistry::withdraw_law(signed(STRANGER), id));
		assert_eq!(
			(BusinessRegistry::registry_law().record, law_version()),
			(RegistryLaw::DEFAULT, 0)
		);
	});
}

#[test]
fn law_should_be_set_by_officers_alone_and_on_its_statute() {
	build_and_execute(|| {
		for who in [STRANGER, FOUNDER, DECIDER, RECORDER] {
			let call = BusinessRegistry::propose_law(signed(who), act_on(PARAMETERS, 0), a_law());
			assert!(call.is_err(), "{who}");
		}
		for (act, error) in [
			(act_on(PARAMETERS, 1), Error::<Test>::StaleVersion),
			(act_on(REGISTRATION, 0), Error::<Test>::LegalBasisDoesNotFit),
		] {
			assert_noop!(BusinessRegistry::propose_law(signed(EXAMINER), act, a_law()), error);
		}
		let id = propose_law(a_law()).unwrap();
		let act = act_on(REGISTRATION, 0);
		assert_noop!(
			BusinessRegistry::decide_law(signed(DECIDER), act, id, Verdict::Approve),
			Error::<Test>::LegalBasisDoesNotFit
		);
	});
}

#[test]
fn law_that_is_dated_ahead_should_wait_for_its_day() {
	build_and_execute(|| {
		let ahead = in_future(act_on(PARAMETERS, 0));
		assert_ok!(BusinessRegistry::propose_law(signed(EXAMINER), ahead, a_law()));
		let id = LastProposal::<Test>::get();
		assert_noop!(decide_law(DECIDER, id, Verdict::Approve), Error::<Test>::NotYetEffective);
		pass_days(1);
		assert_ok!(decide_law(DECIDER, id, Verdict::Approve));
	});
}
