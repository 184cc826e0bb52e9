//! Notice before a strike-off, and what stands in its way.

use super::*;
use polity_primitives::traits::EstateObstacle;

fn propose_strike_off(number: CompanyNumber) -> Result<ProposalId, DispatchError> {
	propose(EXAMINER, number, Change::Status(Status::StruckOff), Authority::Registrar)
}

fn notice(number: CompanyNumber, change: Change) -> Result<ProposalId, DispatchError> {
	propose(EXAMINER, number, change, Authority::Registrar)
}

#[test]
fn company_should_be_struck_off_when_it_has_had_notice_for_long_enough() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		assert_eq!(BusinessRegistry::strike_off_notice_ends_at(number), None);
		assert_noop!(propose_strike_off(number), Error::<Test>::StrikeOffNoticeMissing);

		let id = notice(number, Change::StrikeOffNotice).unwrap();
		assert_ok!(decide_change(DECIDER, id, Verdict::Approve));
		let ends_at = BusinessRegistry::strike_off_notice_ends_at(number).unwrap();
		let version = company_version(number);
		assert_eq!(version, 2);
		System::assert_has_event(
			Event::StrikeOffNoticeGiven {
				company: number,
				ends_at,
				prepared_under: mandate_of(EXAMINER).unwrap(),
				mandate: mandate_of(DECIDER).unwrap(),
				version,
				head: CompanyHeads::<Test>::get(number).unwrap().hash,
			}
			.into(),
		);
		// It goes on as before meanwhile.
		assert_eq!(status(number), Status::Active);
		assert_noop!(propose_strike_off(number), Error::<Test>::StrikeOffNoticeRunning);
		pass_days(59);
		assert_noop!(propose_strike_off(number), Error::<Test>::StrikeOffNoticeRunning);
		pass_days(2);
		change(number, Change::Status(Status::StruckOff));
		assert_eq!(status(number), Status::StruckOff);
		assert_eq!(BusinessRegistry::strike_off_notice_ends_at(number), None);
	});
}

#[test]
fn company_should_not_be_struck_off_when_the_notice_was_withdrawn() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		assert_noop!(
			notice(number, Change::StrikeOffNoticeWithdrawn),
			Error::<Test>::NothingChanges
		);
		change(number, Change::StrikeOffNotice);
		assert_noop!(notice(number, Change::StrikeOffNotice), Error::<Test>::NothingChanges);
		pass_days(61);
		// Prepared in time, but the company has made good before it is decided.
		change(number, Change::StrikeOffNoticeWithdrawn);
		assert!(matches!(
			System::events().into_iter().rev().nth(1).unwrap().event,
			RuntimeEvent::BusinessRegistry(Event::StrikeOffNoticeWithdrawn {
				company,
				version: 3,
				..
			}) if company == number
		));
		assert_noop!(propose_strike_off(number), Error::<Test>::StrikeOffNoticeMissing);
		// A new notice begins a new period.
		change(number, Change::StrikeOffNotice);
		assert_noop!(propose_strike_off(number), Error::<Test>::StrikeOffNoticeRunning);
	});
}

#[test]
fn notice_should_end_when_another_status_follows() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		change(number, Change::StrikeOffNotice);
		change(number, Change::Status(Status::Suspended));
		assert_eq!(company(number).strike_off_notice, None);
		pass_days(61);
		assert_noop!(propose_strike_off(number), Error::<Test>::StrikeOffNoticeMissing);
		// What is wound up is not struck off: it gets no notice either.
		change(number, Change::StrikeOffNotice);
		change_by_court(number, Change::Status(Status::InInsolvency));
		assert_eq!(company(number).strike_off_notice, None);
		assert_noop!(notice(number, Change::StrikeOffNotice), Error::<Test>::TransitionNotAllowed);
	});
}

#[test]
fn notice_should_be_the_registrars() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		assert_noop!(
			propose(JUDGE, number, Change::StrikeOffNotice, Authority::Court),
			Error::<Test>::NotByThisAuthority
		);
		change(number, Change::StrikeOffNotice);
		assert_noop!(
			propose(JUDGE, number, Change::StrikeOffNoticeWithdrawn, Authority::Court),
			Error::<Test>::NotByThisAuthority
		);
	});
}

#[test]
fn company_should_not_end_while_it_holds_something() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		change(number, Change::StrikeOffNotice);
		pass_days(61);
		for (obstacle, error) in [
			(EstateObstacle::OwnsLand, Error::<Test>::CompanyOwnsLand),
			(EstateObstacle::HoldsShares, Error::<Test>::CompanyHoldsShares),
			(EstateObstacle::HoldsPermits, Error::<Test>::CompanyHoldsPermits),
		] {
			hold(number, Some(obstacle));
			assert_noop!(propose_strike_off(number), error);
		}
		// It acquires land between the two officers' acts.
		hold(number, None);
		let id = propose_strike_off(number).unwrap();
		hold(number, Some(EstateObstacle::OwnsLand));
		assert_noop!(decide_change(DECIDER, id, Verdict::Approve), Error::<Test>::CompanyOwnsLand);
		assert_ok!(decide_change(DECIDER, id, Verdict::Reject));

		change_by_court(number, Change::Status(Status::InLiquidation));
		assert_noop!(
			propose(JUDGE, number, Change::Status(Status::Dissolved), Authority::Court),
			Error::<Test>::CompanyOwnsLand
		);
		hold(number, None);
		change_by_court(number, Change::Status(Status::Dissolved));
		assert_eq!(status(number), Status::Dissolved);
	});
}
