//! Acts on classes and capital: authorise, pay, treasury, cancel, split, convert, adopt.

use super::*;

#[test]
fn shares_should_be_paid_and_what_is_owed_go_along() {
	build_and_execute(|| {
		make(acme(), open_class());
		let partly = |paid| partly(person(ANNA), 10, paid);
		assert_noop!(propose(acme(), partly(1_001)), Error::<Test>::PaidAboveNominal);
		assert_noop!(propose(acme(), partly(249)), Error::<Test>::PaidTooLittle);
		make(acme(), partly(250));
		assert_eq!(holding(person(ANNA)).unwrap().unpaid, 750);
		let pay = |amount| ShareAct::Pay { class: FIRST, holder: person(ANNA), amount };
		assert_noop!(propose(acme(), pay(751)), Error::<Test>::PaidAboveUnpaid);
		make(acme(), pay(700));
		assert_eq!((holding(person(ANNA)).unwrap().unpaid, class(FIRST).paid_up), (50, 950));
		// Who takes a debt along has to want it.
		let id = propose(acme(), transfer(person(ANNA), person(BORIS), 5)).unwrap();
		let asked = ShareLedger::consenters_of(id).unwrap();
		assert_eq!(asked[..], [Consenter::Person(tag(ANNA)), Consenter::Person(tag(BORIS))]);
	});
}

#[test]
fn company_should_have_own_shares_in_treasury_alone() {
	build_and_execute(|| {
		founded();
		let buy = |shares| ShareAct::BuyBack { class: FIRST, holder: person(ANNA), shares };
		assert_noop!(propose(acme(), buy(11)), Error::<Test>::TreasuryTooLarge);
		make(acme(), buy(10));
		assert_eq!((class(FIRST).treasury, shares(person(ANNA))), (10, 50));
		// They have no vote.
		make(acme(), ShareAct::RecordDate { class: FIRST });
		assert_eq!(ShareLedger::record_date(acme(), FIRST, today()).unwrap().votes, 90);
		let (to, pre_emption) = (person(CHEN), PreEmption::Offered);
		let sell =
			|shares| ShareAct::SellTreasury { class: FIRST, to: to.clone(), shares, pre_emption };
		assert_noop!(propose(acme(), sell(11)), Error::<Test>::NotEnoughTreasury);
		make(acme(), sell(4));
		assert_eq!((class(FIRST).treasury, shares(person(CHEN))), (6, 4));
	});
}

#[test]
fn reduction_should_wait_for_the_creditors() {
	build_and_execute(|| {
		founded();
		let cancel = ShareAct::Cancel { class: FIRST, holder: person(ANNA), shares: 10 };
		let id = propose(acme(), cancel).unwrap();
		everybody_consents(id);
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::CreditorsPeriodRunning);
		// Longer than other proposals stand.
		pass_days(100);
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
		assert_eq!((class(FIRST).issued, class(FIRST).paid_up), (90, 9_000));
		make(acme(), ShareAct::BuyBack { class: FIRST, holder: person(ANNA), shares: 9 });
		let id = propose(acme(), ShareAct::CancelTreasury { class: FIRST, shares: 9 }).unwrap();
		everybody_consents(id);
		// Three months, and the time that others have.
		pass_days(121);
		assert_ok!(ShareLedger::withdraw_proposal(signed(EXAMINER), id));
		let id = propose(acme(), ShareAct::CancelTreasury { class: FIRST, shares: 9 }).unwrap();
		everybody_consents(id);
		pass_days(130);
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::ProposalLapsed);
	});
}

#[test]
fn shares_should_be_split_and_made_one_without_a_fraction() {
	build_and_execute(|| {
		founded();
		make(acme(), pledge(person(BORIS), person(CHEN), 10));
		let rescale = |rescaling| ShareAct::Rescale { class: FIRST, rescaling };
		assert_noop!(
			propose(acme(), rescale(Rescaling::Split(3))),
			Error::<Test>::NominalLeavesFraction
		);
		make(acme(), rescale(Rescaling::Split(10)));
		assert_eq!((shares(person(ANNA)), class(FIRST).nominal), (600, 10));
		assert_eq!(ShareLedger::pledge(LastPledge::<Test>::get()).unwrap().pledge.shares, 100);
		assert_noop!(
			propose(acme(), rescale(Rescaling::Consolidation(7))),
			Error::<Test>::AuthorisedLeavesFraction
		);
		make(acme(), transfer(person(ANNA), person(CHEN), 5));
		assert_noop!(
			propose(acme(), rescale(Rescaling::Consolidation(10))),
			Error::<Test>::HoldingLeavesFraction
		);
	});
}

#[test]
fn shares_should_be_converted_at_their_nominal_value() {
	build_and_execute(|| {
		founded();
		let preferred = ShareAct::OpenClass {
			nominal: 200,
			currency: euros(),
			authorised: 100,
			votes_per_share: 0,
			transfer: TransferRule::Free,
			pre_emption: false,
		};
		make(acme(), preferred);
		let convert = |to, shares| ShareAct::Convert {
			from: FIRST,
			to,
			holder: person(ANNA),
			taken: SharesTaken::Free(shares),
		};
		assert_noop!(propose(acme(), convert(FIRST, 2)), Error::<Test>::SameClass);
		assert_noop!(propose(acme(), convert(SECOND, 3)), Error::<Test>::ConversionLeavesFraction);
		make(acme(), convert(SECOND, 20));
		assert_eq!(shares(person(ANNA)), 40);
		assert_eq!(
			ShareLedger::holding_of(acme(), SECOND, person(ANNA)).unwrap().holding.shares,
			10
		);
		let dollars = ShareAct::OpenClass {
			nominal: 1,
			currency: "USD".parse().unwrap(),
			authorised: 1,
			votes_per_share: 0,
			transfer: TransferRule::Free,
			pre_emption: false,
		};
		assert_noop!(propose(acme(), dollars), Error::<Test>::CurrenciesDiffer);
	});
}

fn adoption(shares: [u64; 2]) -> ShareAct {
	let terms = Class {
		nominal: 100,
		currency: euros(),
		authorised: 100,
		issued: 100,
		treasury: 0,
		votes_per_share: 1,
		paid_up: 10_000,
		transfer: TransferRule::Free,
		pre_emption: false,
	};
	let holding = |holder, shares| AdoptedHolding { class: FIRST, holder, shares, unpaid: 0 };
	let [anna, boris] = shares;
	ShareAct::Adopt {
		classes: vec![terms].try_into().unwrap(),
		holdings: vec![holding(person(ANNA), anna), holding(person(BORIS), boris)]
			.try_into()
			.unwrap(),
	}
}

#[test]
fn imported_company_should_adopt_its_books_once_and_whole() {
	build_and_execute(|| {
		assert_noop!(propose(acme(), adoption([60, 40])), Error::<Test>::NothingToAdopt);
		lack_books(acme());
		assert_noop!(propose(acme(), open_class()), Error::<Test>::NotAdopted);
		assert_noop!(propose(acme(), adoption([60, 39])), Error::<Test>::TotalsDiffer);
		assert_noop!(propose(acme(), adoption([100, 0])), Error::<Test>::Nothing);
		make(acme(), adoption([60, 40]));
		assert_eq!((shares(person(ANNA)), shares(person(BORIS))), (60, 40));
		assert_noop!(propose(acme(), adoption([60, 40])), Error::<Test>::NothingToAdopt);
		make(acme(), transfer(person(ANNA), person(CHEN), 1));
	});
}
