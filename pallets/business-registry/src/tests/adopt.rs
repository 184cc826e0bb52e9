//! The adoption of what an imported record lacks, and what the clock does by itself.

use super::*;
use crate::types::{CompanyChange, Missing};
use crate::CompanyEntries;
use polity_primitives::{
	time::CalendarDate,
	traits::{Companies as _, CompanyPhase, MissingPart},
};

/// The adoption of a day of incorporation, and of 29 February as the end of the fiscal year.
pub(super) fn dates((year, month, day): (i32, u8, u8)) -> Change {
	Change::Dates {
		incorporated_on: CalendarDate::from_ymd(year, month, day).unwrap(),
		fiscal_year_end: YearDay::new(2, 29).unwrap(),
	}
}

/// An imported company of a sealed campaign.
fn imported() -> CompanyNumber {
	let rows = import::Rows::new(vec![import::row("Bravo", "2")]);
	let campaign = import::open(&rows);
	assert_ok!(import::import(RECORDER, campaign, vec![rows.proven(0)]));
	let number = BusinessRegistry::companies_by_name(name("Bravo"))[0].record.number;
	let (act, mandate) = (act_on(ADOPTION, 1), mandate_of(DECIDER).unwrap());
	assert_noop!(
		BusinessRegistry::adopted(number, MissingPart::Owners, &act, mandate),
		Error::<Test>::CampaignNotSealed
	);
	assert_noop!(
		BusinessRegistry::suspend_for_overdue_filing(number),
		Error::<Test>::CampaignNotSealed
	);
	assert_ok!(import::seal(DECIDER, campaign));
	number
}

fn adopt(number: CompanyNumber, part: MissingPart) -> frame_support::dispatch::DispatchResult {
	let mandate = mandate_of(DECIDER).unwrap();
	BusinessRegistry::adopted(number, part, &act_on(ADOPTION, company_version(number)), mandate)
}

#[test]
fn record_should_become_complete_part_by_part() {
	build_and_execute(|| {
		let number = imported();
		let profile = BusinessRegistry::profile(number).unwrap();
		assert_eq!((profile.phase, profile.is_provisional), (CompanyPhase::Live, false));
		assert_eq!(profile.fiscal_year_end, None);
		for part in [MissingPart::Directors, MissingPart::Capital, MissingPart::Owners] {
			assert!(BusinessRegistry::profile(number).unwrap().lacks(part));
			assert_ok!(adopt(number, part));
			let version = company_version(number);
			assert_eq!(
				last_event(),
				Event::CompanyAdopted {
					company: number,
					part,
					mandate: mandate_of(DECIDER).unwrap(),
					version,
					head: CompanyHeads::<Test>::get(number).unwrap().hash,
				}
			);
			assert!(!BusinessRegistry::profile(number).unwrap().lacks(part));
			assert_noop!(adopt(number, part), Error::<Test>::NothingToAdopt);
		}
		// This register adopts dates itself.
		assert_noop!(adopt(number, MissingPart::Dates), Error::<Test>::NothingToAdopt);
		change(number, dates((1999, 12, 31)));
		assert_eq!(company(number).missing, Missing::NONE);
		let profile = BusinessRegistry::profile(number).unwrap();
		assert_eq!(profile.fiscal_year_end, Some((2, 29)));
		assert_eq!(profile.incorporated_on, CalendarDate::from_ymd(1999, 12, 31).ok());
		assert!(matches!(
			CompanyEntries::<Test>::get(number, 5).unwrap().body,
			CompanyChange::DatesAdopted { .. }
		));
		assert!(System::events().iter().any(|record| matches!(
			record.event,
			RuntimeEvent::BusinessRegistry(Event::CompanyDatesAdopted { version: 5, .. })
		)));
	});
}

#[test]
fn dates_should_not_be_adopted_when_they_cannot_be_right() {
	build_and_execute(|| {
		let number = imported();
		let propose = |change| propose(EXAMINER, number, change, Authority::Registrar);
		assert_noop!(propose(dates((2999, 1, 1))), Error::<Test>::IncorporatedInFuture);
		let by_court = super::propose(JUDGE, number, dates((1999, 12, 31)), Authority::Court);
		assert_eq!(by_court, Err(Error::<Test>::NotByThisAuthority.into()));
		let id = propose(dates((1999, 12, 31))).unwrap();
		assert_ok!(decide_change(DECIDER, id, Verdict::Approve));
		assert_noop!(propose(dates((1999, 12, 31))), Error::<Test>::NothingToAdopt);
		// A company that was founded here has had them from the first.
		let founded = found(FOUNDER, "Acme");
		assert_noop!(
			super::propose(EXAMINER, founded, dates((1999, 12, 31)), Authority::Registrar),
			Error::<Test>::NothingToAdopt
		);
	});
}

#[test]
fn dates_should_not_be_adopted_when_the_source_says_another_day() {
	build_and_execute(|| {
		let known = CalendarDate::from_ymd(1998, 5, 1).ok();
		let row = ImportedCompany { incorporated_on: known, ..import::row("Bravo", "2") };
		let rows = import::Rows::new(vec![row]);
		let campaign = import::open(&rows);
		assert_ok!(import::import(RECORDER, campaign, vec![rows.proven(0)]));
		assert_ok!(import::seal(DECIDER, campaign));
		let number = BusinessRegistry::companies_by_name(name("Bravo"))[0].record.number;
		assert_noop!(
			propose(EXAMINER, number, dates((1998, 5, 2)), Authority::Registrar),
			Error::<Test>::IncorporationDateDiffers
		);
		change(number, dates((1998, 5, 1)));
		assert_eq!(company(number).incorporated_on, known);
	});
}

#[test]
fn nothing_should_be_adopted_by_what_is_no_live_company() {
	build_and_execute(|| {
		let nobody = CompanyNumber::from_serial(9_999_999_999).unwrap();
		assert_noop!(adopt(nobody, MissingPart::Owners), Error::<Test>::CompanyNotFound);
		assert_eq!(BusinessRegistry::profile(nobody), None);
		let number = imported();
		strike_off(number);
		assert_noop!(adopt(number, MissingPart::Owners), Error::<Test>::CompanyNotLive);
		assert_noop!(
			propose(EXAMINER, number, dates((1999, 12, 31)), Authority::Registrar),
			Error::<Test>::CompanyNotLive
		);
	});
}

#[test]
fn clock_should_suspend_an_active_company_alone() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		change(number, Change::StrikeOffNotice);
		assert_ok!(BusinessRegistry::suspend_for_overdue_filing(number));
		assert_eq!(status(number), Status::Suspended);
		assert_eq!(company(number).strike_off_notice, None);
		let version = company_version(number);
		assert_eq!(
			last_event(),
			Event::CompanySuspendedForOverdueFiling {
				company: number,
				version,
				head: CompanyHeads::<Test>::get(number).unwrap().hash,
			}
		);
		let entry = CompanyEntries::<Test>::get(number, version).unwrap();
		assert_eq!((entry.act, entry.mandate), (None, None));
		assert_noop!(
			BusinessRegistry::suspend_for_overdue_filing(number),
			Error::<Test>::TransitionNotAllowed
		);
		let nobody = CompanyNumber::from_serial(9_999_999_999).unwrap();
		assert_noop!(
			BusinessRegistry::suspend_for_overdue_filing(nobody),
			Error::<Test>::CompanyNotFound
		);
	});
}
