//! The bounds of the register, and what is adopted that contradicts itself.

use super::*;
use polity_primitives::{
	time::{end_of_local_day, CalendarDate, LocalOffset},
	Head,
};

/// Runs a test that leaves the state broken on purpose: no check of it follows.
fn with_broken_state(test: impl FnOnce()) {
	new_test_ext().execute_with(test);
}

#[test]
fn company_should_open_so_many_classes_and_no_more() {
	build_and_execute(|| {
		for _ in 0..MAX_CLASSES {
			make(acme(), open_class());
		}
		assert_noop!(propose(acme(), open_class()), Error::<Test>::TooManyClasses);
	});
}

#[test]
fn class_should_have_so_many_holders_and_pledges_and_no_more() {
	build_and_execute(|| {
		founded();
		let abroad = |nth: u32| {
			let mut bytes = [4; 32];
			bytes[..4].copy_from_slice(&nth.to_le_bytes());
			Party::Foreign(Commitment::new(bytes).unwrap())
		};
		for nth in 2..MAX_HOLDERS {
			make(acme(), allot(abroad(nth), 1));
		}
		assert_eq!(
			try_to(acme(), allot(person(CHEN), 1)),
			Err(Error::<Test>::TooManyHolders.into())
		);
		// Who has all of them can be replaced by another.
		make(acme(), transfer(person(BORIS), person(CHEN), 40));
		make(acme(), allot(abroad(2), 1));
		assert_eq!(ShareLedger::holders(acme(), FIRST).len(), MAX_HOLDERS as usize);
		// A record date reaches all.
		make(acme(), ShareAct::RecordDate { class: FIRST });
		let taken = ShareLedger::record_date(acme(), FIRST, today()).unwrap();
		assert_eq!(
			(taken.holders.len(), taken.shares),
			(MAX_HOLDERS as usize, class(FIRST).issued)
		);

		make(acme(), allot(person(ANNA), 240));
		for _ in 0..MAX_PLEDGES {
			make(acme(), pledge(person(ANNA), person(BORIS), 1));
		}
		let one_more = pledge(person(ANNA), person(BORIS), 1);
		assert_eq!(try_to(acme(), one_more), Err(Error::<Test>::TooManyPledges.into()));
		make(acme(), ShareAct::Rescale { class: FIRST, rescaling: Rescaling::Split(10) });
		assert_eq!(holding(person(ANNA)).unwrap().pledged, u64::from(10 * MAX_PLEDGES));
	});
}

#[test]
fn counters_should_not_begin_anew() {
	with_broken_state(|| {
		founded();
		LastProposal::<Test>::put(ProposalId(u64::MAX));
		assert_noop!(propose(acme(), open_class()), Error::<Test>::IdsExhausted);
		let law = Law {
			creditors_period: polity_primitives::time::Period::Months(9),
			..ShareLedger::law()
		};
		assert_noop!(
			ShareLedger::propose_law(signed(EXAMINER), act_on(PARAMETERS, 0), law),
			Error::<Test>::IdsExhausted
		);
		LastProposal::<Test>::put(ProposalId(7));
		LastPledge::<Test>::put(PledgeId(u64::MAX));
		assert_noop!(
			propose(acme(), pledge(person(ANNA), person(BORIS), 1)),
			Error::<Test>::IdsExhausted
		);
	});
	with_broken_state(|| {
		LedgerHeads::<Test>::insert(acme(), Head { seq: u32::MAX, ..Head::default() });
		assert_eq!(try_to(acme(), open_class()), Err(Error::<Test>::TooManyVersions.into()));
	});
}

#[test]
fn act_should_be_refused_when_its_time_cannot_be_counted() {
	build_and_execute(|| {
		let last_but_ten = CalendarDate::LAST.checked_sub_days(10).unwrap();
		set_now(end_of_local_day(last_but_ten, LocalOffset::UTC).unwrap());
		assert_noop!(propose(acme(), open_class()), Error::<Test>::DeadlineOutOfRange);
	});
}

fn terms(issued: u64, paid_up: u128) -> Class {
	Class {
		nominal: 100,
		currency: euros(),
		authorised: 100,
		issued,
		treasury: 0,
		votes_per_share: 1,
		paid_up,
		transfer: TransferRule::Free,
		pre_emption: false,
	}
}

fn adopted(terms: Class, holdings: &[(ShareClassId, Party, u64, u128)]) -> ShareAct {
	let holdings: Vec<_> = holdings
		.iter()
		.map(|(class, holder, shares, unpaid)| AdoptedHolding {
			class: *class,
			holder: holder.clone(),
			shares: *shares,
			unpaid: *unpaid,
		})
		.collect();
	let classes = vec![terms].try_into().unwrap();
	ShareAct::Adopt { classes, holdings: holdings.try_into().unwrap() }
}

#[test]
fn books_should_be_refused_that_contradict_themselves() {
	build_and_execute(|| {
		lack_books(acme());
		let (anna, boris) = (person(ANNA), person(BORIS));
		let all = [(FIRST, anna.clone(), 100, 0)];
		let cases = [
			(adopted(terms(101, 10_100), &all), Error::<Test>::ClassInconsistent),
			(adopted(terms(100, 10_001), &all), Error::<Test>::ClassInconsistent),
			(adopted(terms(100, 9_999), &all), Error::<Test>::TotalsDiffer),
			(adopted(terms(99, 9_900), &all), Error::<Test>::HoldingInconsistent),
			(
				adopted(terms(100, 10_000), &[(FIRST, anna.clone(), 100, 10_001)]),
				Error::<Test>::HoldingInconsistent,
			),
			(
				adopted(
					terms(100, 10_000),
					&[(FIRST, anna.clone(), 50, 0), (FIRST, anna.clone(), 50, 0)],
				),
				Error::<Test>::HolderListedTwice,
			),
			(
				adopted(terms(100, 10_000), &[(SECOND, anna.clone(), 100, 0)]),
				Error::<Test>::ClassNotFound,
			),
			(adopted(terms(100, 10_000), &[(FIRST, firm(1), 100, 0)]), Error::<Test>::OwnShares),
			(
				adopted(terms(100, 10_000), &[(FIRST, Party::Unknown, 100, 0)]),
				Error::<Test>::PartyCannotHold,
			),
			(
				adopted(terms(100, 10_000), &[(FIRST, person(900), 100, 0)]),
				Error::<Test>::PartyNotFound,
			),
			(
				ShareAct::Adopt { classes: Default::default(), holdings: Default::default() },
				Error::<Test>::Nothing,
			),
		];
		for (share_act, error) in cases {
			assert_noop!(propose(acme(), share_act), error);
		}
		let act = act_on(ADOPTION, 0);
		let books = adopted(terms(100, 9_000), &[(FIRST, anna, 50, 1_000), (FIRST, boris, 50, 0)]);
		assert_noop!(
			propose_as(EXAMINER, act, acme(), books.clone(), Authority::Registrar),
			Error::<Test>::DocumentMissing
		);
		// Also of who has died since.
		bar(tag(ANNA), polity_primitives::StandingError::Deceased);
		make(acme(), books);
		assert_eq!(holding(person(ANNA)).unwrap().unpaid, 1_000);
	});
}

#[test]
fn officer_should_not_decide_on_its_own_pledge_nor_adopt_its_own_holding() {
	build_and_execute(|| {
		founded();
		let own = person(JACK_OF_ALL);
		make(acme(), pledge(person(ANNA), own.clone(), 10));
		let release = ShareAct::Release { pledge: LastPledge::<Test>::get(), shares: 1 };
		let as_own = |company, share_act| {
			let basis = basis_of(&share_act, Authority::Registrar);
			let act = with_document(act_on(basis, version(company)));
			propose_as(JACK_OF_ALL, act, company, share_act, Authority::Registrar)
		};
		assert_noop!(as_own(acme(), release.clone()), Error::<Test>::OwnMatter);
		let id = propose(acme(), release).unwrap();
		assert_noop!(decide(JACK_OF_ALL, id, Verdict::Approve), Error::<Test>::OwnMatter);
		lack_books(company(2));
		let books = adopted(terms(100, 10_000), &[(FIRST, own, 100, 0)]);
		assert_noop!(as_own(company(2), books), Error::<Test>::OwnMatter);
	});
}
