//! `file`: what a company hands in by itself.

use super::*;

#[test]
fn document_should_be_received_from_who_files_for_the_company() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		pass_to(date(2027, 1, 1));
		let id = file(company, accounts(2026)).unwrap();
		let Event::FilingReceived { filing, version: 1, punctuality, filed_by, .. } = last_event()
		else {
			panic!("nothing was received")
		};
		assert_eq!((filing, filed_by), (id, Filer::Person(tag(ANN))));
		assert_eq!(punctuality, Some(Punctuality::InTime));
		let found = Register::filing(id).unwrap().record;
		assert_eq!(found.state, FilingState::Received);
		assert_eq!((found.company, found.content), (company, accounts(2026)));
		assert_eq!(Register::filings_of(company, None, 9), [id]);
		let national = District::NATIONAL;
		assert_eq!(Register::work_list(national, WorkState::FilingReceived, None, 9), [id.0]);
		assert_eq!(owed(company).pending, Some(id));
	});
}

#[test]
fn document_should_be_refused_when_the_company_or_the_person_may_not_file() {
	under_law(|| {
		let live = register(CompanyPhase::Live);
		pass_to(date(2027, 1, 1));
		assert_noop!(file(company(77), accounts(2026)), Error::<Test>::CompanyNotFound);
		let sealed = register_with(|profile| profile.is_provisional = true);
		assert_noop!(file(sealed, accounts(2026)), Error::<Test>::CompanyNotSealed);
		for phase in [CompanyPhase::StruckOff, CompanyPhase::Ended] {
			assert_noop!(file(register(phase), accounts(2026)), Error::<Test>::CompanyEnded);
		}
		assert_noop!(file_as(STRANGER, live, accounts(2026)), Error::<Test>::NotAPerson);
		assert_noop!(file_as(EVE, live, accounts(2026)), Error::<Test>::MayNotFile);
		for (standing, error) in [
			(StandingError::NotFound, Error::<Test>::PersonNotFound),
			(StandingError::Deceased, Error::<Test>::PersonDeceased),
			(StandingError::Frozen, Error::<Test>::PersonFrozen),
			(StandingError::Merged, Error::<Test>::PersonMerged),
			(StandingError::NotCapable, Error::<Test>::PersonMayNotAct),
		] {
			bar(Party::Person(tag(BOB)), standing);
			assert_noop!(file_as(BOB, live, accounts(2026)), error);
		}
		// It files what it owes, whatever else it may not do.
		for phase in [CompanyPhase::Suspended, CompanyPhase::WindingUp] {
			assert_ok!(file(register(phase), accounts(2026)));
		}
	});
}

#[test]
fn document_should_be_refused_when_the_act_does_not_fit() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		pass_to(date(2027, 1, 1));
		let with = |act: Act| Register::file(signed(ANN), act, company, Box::new(accounts(2026)));
		assert_noop!(with(act(FILINGS, 1)), Error::<Test>::StaleVersion);
		assert_noop!(with(act(OWNERSHIP, 0)), Error::<Test>::LegalBasisDoesNotFit);
		let mut back = act(FILINGS, 0);
		back.effective_from = day(-1);
		assert_noop!(with(back), Error::<Test>::Backdated);
		let once = act(FILINGS, 0);
		assert_ok!(with(once.clone()));
		let act = once;
		let other = Box::new(notice(day(0)));
		assert_noop!(
			Register::file(signed(ANN), act, company, other),
			DispatchError::Other("repeated request")
		);
	});
}

#[test]
fn yearly_filing_should_be_of_the_year_that_is_owed_first() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		pass_to(date(2028, 2, 1));
		assert_eq!(owed(company).period, year(2026));
		assert_noop!(file(company, accounts(2027)), Error::<Test>::PeriodNotOwed);
		assert_noop!(file(company, accounts(2025)), Error::<Test>::PeriodNotOwed);
		let short =
			content(FilingType::AnnualAccounts, period(date(2026, 2, 1), date(2026, 12, 31)), None);
		assert_noop!(file(company, short), Error::<Test>::PeriodNotOwed);
		let id = file(company, accounts(2026)).unwrap();
		// The next one is handed in when that is decided.
		assert_noop!(file(company, accounts(2027)), Error::<Test>::PeriodNotOwed);
		assert_ok!(accept(id));
		assert_ok!(file(company, accounts(2027)));
		assert_noop!(file(company, accounts(2028)), Error::<Test>::PeriodNotOver);
	});
}

#[test]
fn filing_should_be_refused_when_its_period_cannot_be() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		pass_to(date(2026, 12, 31));
		// The last day of the year is not over.
		assert_noop!(file(company, accounts(2026)), Error::<Test>::PeriodNotOver);
		assert_noop!(file(company, notice(day(1))), Error::<Test>::PeriodNotOver);
		let reversed = content(FilingType::ChangeOfOfficers, period(day(0), day(-1)), None);
		assert_noop!(file(company, reversed), Error::<Test>::EndsBeforeItBegins);
		// A change is notified on the day itself.
		assert_ok!(file(company, notice(day(0))));
	});
}

#[test]
fn filing_should_be_refused_when_no_law_asks_for_it() {
	build_and_execute(|| {
		let company = register(CompanyPhase::Live);
		assert_noop!(file(company, accounts(2025)), Error::<Test>::NotOwed);
		assert_noop!(file(company, notice(day(0))), Error::<Test>::NotOwed);
		assert_ok!(set_law(law()));
		// What happened before there was a law.
		assert_noop!(file(company, notice(day(-1))), Error::<Test>::NotOwed);
		let articles = content(FilingType::ChangeOfArticles, period(day(0), day(0)), None);
		assert_noop!(file(company, articles), Error::<Test>::NotOwed);
		// The anniversary of a company whose day is unknown.
		let imported = register_with(|profile| profile.incorporated_on = None);
		pass_to(date(2027, 12, 1));
		let year = period(date(2026, 3, 2), date(2027, 3, 1));
		let annual = content(FilingType::AnnualReturn, year, None);
		assert_noop!(file(imported, annual.clone()), Error::<Test>::NotOwed);
		assert_ok!(file(company, annual));
		assert_ok!(file(imported, accounts(2026)));
	});
}

#[test]
fn filing_should_be_refused_when_there_is_one_unless_it_amends_that() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		pass_to(date(2027, 2, 1));
		let amend = |amends| {
			let amends = Some(amends);
			file(company, content(FilingType::AnnualAccounts, year(2026), amends))
		};
		let first = file(company, accounts(2026)).unwrap();
		assert_noop!(file(company, accounts(2026)), Error::<Test>::AlreadyFiled);
		// What is not accepted is not amended.
		assert_noop!(amend(first), Error::<Test>::AmendsNotTheLast);
		assert_noop!(amend(FilingId(99)), Error::<Test>::FilingNotFound);
		assert_ok!(accept(first));
		assert_noop!(file(company, accounts(2026)), Error::<Test>::AlreadyFiled);

		let other = file(company, notice(day(0))).unwrap();
		assert_ok!(accept(other));
		assert_noop!(amend(other), Error::<Test>::AmendsAnother);
		let stranger = register(CompanyPhase::Live);
		let of_first = content(FilingType::AnnualAccounts, year(2026), Some(first));
		assert_noop!(file(stranger, of_first), Error::<Test>::AmendsAnother);

		let second = amend(first).unwrap();
		assert_eq!(punctuality(second), None);
		assert_noop!(amend(first), Error::<Test>::AlreadyFiled);
		assert_ok!(accept(second));
		assert_eq!(state(first), FilingState::Accepted);
		assert_noop!(amend(first), Error::<Test>::AmendsNotTheLast);
		let third = amend(second).unwrap();
		assert_ok!(refuse(third));
		assert_ok!(amend(second));
		// The next year is owed as before.
		assert_eq!(owed(company).period, year(2027));
	});
}

#[test]
fn filing_should_be_in_time_late_or_overdue_by_when_it_is_received() {
	under_law(|| {
		let file_on = |day| {
			let company = register(CompanyPhase::Live);
			pass_to(day);
			let id = file(company, accounts(2026)).unwrap();
			(company, id)
		};
		let (_, in_time) = file_on(date(2027, 9, 30));
		let (_, late) = file_on(date(2027, 10, 1));
		let (_, last) = file_on(date(2027, 12, 30));
		let (company, overdue) = file_on(date(2027, 12, 31));
		assert_eq!(punctuality(in_time), Some(Punctuality::InTime));
		assert_eq!(punctuality(late), Some(Punctuality::Late));
		assert_eq!(punctuality(last), Some(Punctuality::Late));
		assert_eq!(punctuality(overdue), Some(Punctuality::Overdue));
		// However long the register takes, that stays.
		pass_days(1_000);
		assert_ok!(accept(in_time));
		assert_eq!(punctuality(in_time), Some(Punctuality::InTime));
		// A notice has no grace.
		let change = date(2027, 12, 1);
		let id = file(company, notice(change)).unwrap();
		assert_eq!(punctuality(id), Some(Punctuality::Overdue));
	});
}

#[test]
fn filing_should_be_judged_by_the_law_of_its_last_day() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		let mut strict = FilingLaw { in_force_from: date(2027, 2, 1), ..law() };
		strict.duties.iter_mut().for_each(|duty| {
			duty.within = Period::CalendarDays(2);
			duty.grace = None;
		});
		assert_ok!(set_law(strict));
		pass_to(date(2027, 9, 1));
		let id = file(company, accounts(2026)).unwrap();
		assert_eq!(punctuality(id), Some(Punctuality::InTime));
		assert_ok!(accept(id));
		let before = file(company, notice(date(2027, 1, 31))).unwrap();
		assert_eq!(punctuality(before), Some(Punctuality::Overdue));
		pass_to(date(2028, 1, 3));
		let id = file(company, accounts(2027)).unwrap();
		assert_eq!(punctuality(id), Some(Punctuality::Overdue));
	});
}

#[test]
fn time_should_not_run_while_it_is_tolled() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		pass_to(date(2027, 10, 5));
		assert_eq!(owed(company).state, DutyState::Late);
		toll(date(2027, 9, 1), date(2027, 9, 11));
		assert_eq!(owed(company).state, DutyState::Due);
		assert_eq!(owed(company).due_before, start_of(date(2027, 10, 11)));
		let id = file(company, accounts(2026)).unwrap();
		assert_eq!(punctuality(id), Some(Punctuality::InTime));
	});
}

#[test]
fn filing_should_be_refused_when_nothing_can_be_counted_any_more() {
	new_test_ext().execute_with(|| {
		assert_ok!(set_law(law()));
		let company = register(CompanyPhase::Live);
		LastFiling::<Test>::put(FilingId(u64::MAX));
		assert_noop!(file(company, notice(day(0))), Error::<Test>::IdsExhausted);
		LastFiling::<Test>::put(FilingId(0));
		let head = Head { seq: u32::MAX, hash: H256::zero() };
		FilingHeads::<Test>::insert(FilingId(1), head);
		assert_noop!(file(company, notice(day(0))), Error::<Test>::TooManyVersions);
		pass_to_the_end();
		assert_noop!(file(company, notice(day(0))), Error::<Test>::DeadlineOutOfRange);
	});
}
