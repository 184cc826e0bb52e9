//! What is overdue, `report_overdue`, and what other registers read.

use super::*;

fn is_overdue(company: CompanyNumber) -> bool {
	use polity_primitives::traits::LegalClock;

	Register::is_overdue_at(company, Clock::now())
}

/// A law that asks for accounts alone.
fn accounts_alone() -> FilingLaw {
	let mut law = law();
	law.ownership = None;
	law.duties.retain(|duty| duty.filing_type == FilingType::AnnualAccounts);
	law
}

#[test]
fn obligation_should_go_by_the_clock_alone() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		let first = owed(company);
		assert_eq!(first.period, year(2026));
		assert_eq!(first.due_before, start_of(date(2027, 10, 1)));
		assert_eq!(first.overdue_from, start_of(date(2027, 12, 31)));
		let annual = obligation(company, FilingType::AnnualReturn).unwrap();
		assert_eq!(annual.period, period(date(2026, 3, 2), date(2027, 3, 1)));
		assert_eq!(annual.due_before, start_of(date(2027, 3, 16)));
		assert_eq!(annual.overdue_from, start_of(date(2027, 4, 13)));
		for (day, state) in [
			(date(2026, 12, 31), DutyState::Running),
			(date(2027, 1, 1), DutyState::Due),
			(date(2027, 9, 30), DutyState::Due),
			(date(2027, 10, 1), DutyState::Late),
			(date(2027, 12, 30), DutyState::Late),
			(date(2027, 12, 31), DutyState::Overdue),
			(date(2040, 1, 1), DutyState::Overdue),
		] {
			pass_to(day);
			assert_eq!(owed(company), Obligation { state, ..first });
		}
	});
}

#[test]
fn company_should_be_suspended_once_something_is_overdue() {
	build_and_execute(|| {
		assert_ok!(set_law(accounts_alone()));
		let company = register(CompanyPhase::Live);
		let report = || Register::report_overdue(signed(STRANGER), company);
		pass_to(date(2027, 12, 30));
		assert!(!is_overdue(company));
		assert_noop!(report(), Error::<Test>::NothingOverdue);
		assert!(Register::is_overdue_at(company, start_of(date(2027, 12, 31))));
		pass_to(date(2027, 12, 31));
		assert!(is_overdue(company));
		// What waits for the register is not the company's fault.
		let id = file(company, accounts(2026)).unwrap();
		assert!(!is_overdue(company));
		assert_noop!(report(), Error::<Test>::NothingOverdue);
		assert_ok!(refuse(id));
		assert!(is_overdue(company));
		assert_ok!(report());
		assert_eq!(last_event(), Event::OverdueReported { company });
		assert_eq!(phase_of(company), CompanyPhase::Suspended);
		// It is suspended already: the registry refuses.
		assert_noop!(report(), DispatchError::Other("not a live company"));
		// It files what it owes, and owes nothing overdue then.
		let id = file(company, accounts(2026)).unwrap();
		assert_ok!(accept(id));
		assert!(!is_overdue(company));
		assert_noop!(report(), Error::<Test>::NothingOverdue);
	});
}

#[test]
fn nothing_should_be_overdue_when_the_company_has_no_effect() {
	build_and_execute(|| {
		assert_ok!(set_law(accounts_alone()));
		let gone = [
			register(CompanyPhase::StruckOff),
			register(CompanyPhase::Ended),
			register_with(|profile| profile.is_provisional = true),
			company(77),
		];
		pass_to(date(2040, 1, 1));
		for company in gone {
			assert!(!is_overdue(company));
			assert_eq!(Register::obligations(company), []);
			assert_eq!(Register::ownership_currency(company), None);
			let report = Register::report_overdue(signed(STRANGER), company);
			assert_noop!(report, Error::<Test>::NothingOverdue);
		}
		for phase in [CompanyPhase::Live, CompanyPhase::Suspended, CompanyPhase::WindingUp] {
			assert!(is_overdue(register(phase)));
		}
	});
}

#[test]
fn nothing_should_be_owed_when_there_is_no_law() {
	build_and_execute(|| {
		let company = register(CompanyPhase::Live);
		pass_to(date(2060, 1, 1));
		assert_eq!(Register::obligations(company), []);
		assert_eq!(Register::ownership_currency(company), None);
		assert!(!is_overdue(company));
	});
}

#[test]
fn owners_should_be_overdue_when_nothing_was_stated() {
	under_law(|| {
		// The law is of 22 November.
		let company = register_with(|profile| profile.fiscal_year_end = None);
		let currency = |company| Register::ownership_currency(company).unwrap();
		assert_eq!(currency(company).current_until, start_of(date(2026, 12, 21)));
		assert_eq!(currency(company).overdue_from, start_of(date(2027, 1, 20)));
		pass_to(date(2027, 1, 19));
		assert!(!is_overdue(company) && !currency(company).is_current);
		pass_to(date(2027, 1, 20));
		assert!(is_overdue(company) && currency(company).is_overdue);
		let id = file(company, one_owner(1, WHOLE)).unwrap();
		assert_eq!(punctuality(id), Some(Punctuality::Overdue));
		assert!(!is_overdue(company));
		assert_ok!(accept(id));
		assert!(!is_overdue(company) && currency(company).is_current);
		// One that is founded later has its time from there on.
		let young = register_with(|profile| profile.incorporated_on = Some(day(0)));
		assert_eq!(currency(young).current_until, start_of(date(2027, 2, 18)));
	});
}

#[test]
fn nobody_should_be_needed_to_know_that_owners_are_current() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		let confirmed_at = |company| Register::ownership_currency(company).unwrap().confirmed_at;
		assert_eq!(confirmed_at(company), None);
		let id = file(company, one_owner(1, WHOLE)).unwrap();
		assert_ok!(accept(id));
		let until = start_of(date(2027, 11, 23));
		let currency = Register::ownership_currency(company).unwrap();
		assert_eq!(currency.current_until, until);
		assert_eq!(currency.overdue_from, start_of(date(2027, 12, 23)));
		pass_to(date(2027, 11, 22));
		assert!(Register::ownership_currency(company).unwrap().is_current);
		pass_to(date(2027, 11, 23));
		let lapsed = Register::ownership_currency(company).unwrap();
		assert!(!lapsed.is_current && !lapsed.is_overdue);
		// Confirmed, it is current by when the confirmation was handed in.
		let id = file(company, confirmation()).unwrap();
		assert_eq!(punctuality(id), Some(Punctuality::Late));
		pass_days(10);
		assert_ok!(accept(id));
		let until = start_of(date(2028, 11, 24));
		assert_eq!(Register::ownership_currency(company).unwrap().current_until, until);
	});
}
