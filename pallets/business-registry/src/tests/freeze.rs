//! A court's freeze of a company, and what it stands in the way of.

use super::*;
use crate::resolutions::conversion_matter;
use polity_primitives::{ActKind, Capacity, StandingError};

fn may(number: CompanyNumber, act: ActKind, capacity: Capacity) -> Result<(), StandingError> {
	BusinessRegistry::company_may(number, act, capacity)
}

#[test]
fn court_should_freeze_a_company_and_end_it() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		let id = propose(JUDGE, number, Change::Freeze, Authority::Court).unwrap();
		assert_eq!(may(number, ActKind::Dispose, Capacity::Itself), Ok(()));
		assert_noop!(decide_change(JUDGE, id, Verdict::Approve), Error::<Test>::SameAccount);
		assert_ok!(decide_change(OTHER_JUDGE, id, Verdict::Approve));
		let (prepared_under, mandate) =
			(mandate_of(JUDGE).unwrap(), mandate_of(OTHER_JUDGE).unwrap());
		let head = CompanyHeads::<Test>::get(number).unwrap();
		let event = Event::CompanyFrozen {
			company: number,
			prepared_under,
			mandate,
			version: 2,
			head: head.hash,
		};
		System::assert_has_event(event.into());
		assert!(company(number).is_frozen);
		for act in [ActKind::Acquire, ActKind::Dispose, ActKind::Encumber, ActKind::Apply] {
			assert_eq!(may(number, act, Capacity::Itself), Err(StandingError::Frozen));
			assert_eq!(may(number, act, Capacity::CourtOrder), Ok(()));
		}
		assert_eq!(may(number, ActKind::File, Capacity::Itself), Ok(()));

		change_by_court(number, Change::Unfreeze);
		let head = CompanyHeads::<Test>::get(number).unwrap();
		let event = Event::CompanyUnfrozen {
			company: number,
			prepared_under,
			mandate,
			version: 3,
			head: head.hash,
		};
		System::assert_has_event(event.into());
		assert_eq!(may(number, ActKind::Dispose, Capacity::Itself), Ok(()));
	});
}

#[test]
fn freeze_should_be_the_courts_and_be_there_once() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		for change in [Change::Freeze, Change::Unfreeze] {
			assert_noop!(
				propose(EXAMINER, number, change, Authority::Registrar),
				Error::<Test>::NotByThisAuthority
			);
		}
		let by_court = |change| propose(JUDGE, number, change, Authority::Court);
		assert_noop!(by_court(Change::Unfreeze), Error::<Test>::NotFrozen);
		change_by_court(number, Change::Freeze);
		assert_noop!(by_court(Change::Freeze), Error::<Test>::AlreadyFrozen);
	});
}

#[test]
fn frozen_company_should_not_be_ended_by_the_registrar() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		change(number, Change::StrikeOffNotice);
		pass_days(61);
		let strike_off = Change::Status(Status::StruckOff);
		let id = propose(EXAMINER, number, strike_off.clone(), Authority::Registrar).unwrap();
		change_by_court(number, Change::Freeze);
		assert_noop!(decide_change(DECIDER, id, Verdict::Approve), Error::<Test>::ProposalOutdated);
		assert_noop!(
			propose(EXAMINER, number, strike_off, Authority::Registrar),
			Error::<Test>::CompanyFrozen
		);
		// It is wound up all the same, but the court has the last word.
		change(number, Change::Status(Status::InLiquidation));
		assert_eq!(may(number, ActKind::Dispose, Capacity::Liquidator), Err(StandingError::Frozen));
		assert_noop!(
			propose(EXAMINER, number, Change::Status(Status::Dissolved), Authority::Registrar),
			Error::<Test>::CompanyFrozen
		);
		change_by_court(number, Change::Status(Status::Dissolved));
		assert_noop!(
			propose(JUDGE, number, Change::Freeze, Authority::Court),
			Error::<Test>::CompanyNotLive
		);
		change_by_court(number, Change::Unfreeze);
	});
}

#[test]
fn frozen_company_should_neither_merge_nor_be_converted() {
	build_and_execute(|| {
		let (frozen, other) = (found(FOUNDER, "Acme"), found(OTHER_FOUNDER, "Bravo"));
		merge::resolve_merger(frozen, other);
		merge::resolve_merger(other, frozen);
		let legal_form = "B6ES".parse().unwrap();
		resolve(frozen, conversion_matter(frozen, legal_form));
		change_by_court(frozen, Change::Freeze);
		let propose = |number, change| propose(EXAMINER, number, change, Authority::Registrar);
		assert_noop!(propose(frozen, merge::merger(other)), Error::<Test>::CompanyFrozen);
		assert_noop!(propose(other, merge::merger(frozen)), Error::<Test>::SurvivorNotActive);
		assert_noop!(propose(frozen, Change::Convert { legal_form }), Error::<Test>::CompanyFrozen);
		change_by_court(frozen, Change::Unfreeze);
		assert_ok!(propose(other, merge::merger(frozen)));
	});
}
