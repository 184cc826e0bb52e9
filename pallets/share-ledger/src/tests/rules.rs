//! Each rule of shares that an act can break has its error: those that no other test is about.

use super::*;

fn class_of(nominal: u64, authorised: u64) -> ShareAct {
	ShareAct::OpenClass {
		nominal,
		currency: euros(),
		authorised,
		votes_per_share: 1,
		transfer: TransferRule::Free,
		pre_emption: false,
	}
}

fn rescale(rescaling: Rescaling) -> ShareAct {
	ShareAct::Rescale { class: FIRST, rescaling }
}

#[test]
fn class_should_be_refused_when_its_shares_are_nothing() {
	build_and_execute(|| {
		assert_noop!(propose(acme(), class_of(0, 1)), Error::<Test>::NominalZero);
		assert_noop!(propose(acme(), class_of(1, 0)), Error::<Test>::Nothing);
	});
}

#[test]
fn shares_should_stay_as_they_are_when_a_fraction_would_be_left() {
	build_and_execute(|| {
		make(acme(), class_of(100, 1_000));
		make(acme(), allot(person(ANNA), 100));
		make(acme(), pledge(person(ANNA), person(CHEN), 15));
		for factor in [0, 1] {
			assert_noop!(
				propose(acme(), rescale(Rescaling::Split(factor))),
				Error::<Test>::FactorTooSmall
			);
		}
		assert_noop!(
			propose(acme(), rescale(Rescaling::Split(3))),
			Error::<Test>::NominalLeavesFraction
		);
		assert_noop!(
			propose(acme(), rescale(Rescaling::Consolidation(3))),
			Error::<Test>::AuthorisedLeavesFraction
		);
		assert_noop!(
			propose(acme(), rescale(Rescaling::Consolidation(2))),
			Error::<Test>::PledgeLeavesFraction
		);
		make(acme(), ShareAct::BuyBack { class: FIRST, holder: person(ANNA), shares: 5 });
		assert_noop!(
			propose(acme(), rescale(Rescaling::Consolidation(2))),
			Error::<Test>::TreasuryLeavesFraction
		);
		make(acme(), ShareAct::BuyBack { class: FIRST, holder: person(ANNA), shares: 5 });
		make(acme(), transfer(person(ANNA), person(BORIS), 15));
		assert_noop!(
			propose(acme(), rescale(Rescaling::Consolidation(2))),
			Error::<Test>::HoldingLeavesFraction
		);
		make(acme(), transfer(person(ANNA), person(BORIS), 5));
		make(acme(), rescale(Rescaling::Consolidation(5)));
		assert_eq!((shares(person(ANNA)), shares(person(BORIS))), (14, 4));
		assert_eq!((class(FIRST).issued, class(FIRST).treasury), (20, 2));
		assert_eq!(class(FIRST).capital(), 10_000);
	});
}

#[test]
fn act_should_be_refused_when_a_number_is_too_large() {
	build_and_execute(|| {
		make(acme(), class_of(1_000, u64::MAX));
		assert_noop!(propose(acme(), rescale(Rescaling::Split(10))), Error::<Test>::TooManyShares);
		make(acme(), class_of(u64::MAX, 1_000));
		let consolidation = Rescaling::Consolidation(2);
		assert_noop!(
			propose(acme(), ShareAct::Rescale { class: SECOND, rescaling: consolidation }),
			Error::<Test>::NominalTooLarge
		);
		for _ in 0..2 {
			make(acme(), class_of(u64::MAX, u64::MAX));
		}
		let all = |class, shares: u64| ShareAct::Allot {
			class,
			to: person(ANNA),
			shares,
			paid: u128::from(u64::MAX) * u128::from(shares),
			pre_emption: PreEmption::Offered,
		};
		make(acme(), all(ShareClassId(3), u64::MAX));
		assert_noop!(
			propose(acme(), all(ShareClassId(4), u64::MAX)),
			Error::<Test>::CapitalTooLarge
		);
	});
}

#[test]
fn pledged_shares_should_be_neither_bought_back_nor_cancelled_nor_taken_beyond_the_pledge() {
	build_and_execute(|| {
		founded();
		make(acme(), pledge(person(ANNA), person(CHEN), 55));
		let id = LastPledge::<Test>::get();
		let holder = person(ANNA);
		let buy = ShareAct::BuyBack { class: FIRST, holder: holder.clone(), shares: 6 };
		assert_noop!(propose(acme(), buy), Error::<Test>::SharesPledged);
		let cancel = ShareAct::Cancel { class: FIRST, holder: holder.clone(), shares: 6 };
		assert_noop!(propose(acme(), cancel), Error::<Test>::SharesPledged);
		assert_noop!(
			propose(acme(), pledge(holder.clone(), person(BORIS), 6)),
			Error::<Test>::SharesPledged
		);
		let taken = SharesTaken::Pledged { pledge: id, shares: 56 };
		assert_noop!(
			propose(acme(), transfer_of(holder, person(BORIS), taken)),
			Error::<Test>::NotEnoughPledged
		);
		assert_noop!(
			propose(acme(), ShareAct::Release { pledge: id, shares: 56 }),
			Error::<Test>::NotEnoughPledged
		);
		// Of another's holding, or of another company.
		let taken = SharesTaken::Pledged { pledge: id, shares: 1 };
		assert_noop!(
			propose(acme(), transfer_of(person(BORIS), person(CHEN), taken)),
			Error::<Test>::PledgeNotFound
		);
		make(company(2), open_class());
		assert_noop!(
			propose(company(2), ShareAct::Release { pledge: id, shares: 1 }),
			Error::<Test>::PledgeNotFound
		);
	});
}

#[test]
fn pledge_should_end_when_its_shares_go_to_the_pledgee() {
	build_and_execute(|| {
		founded();
		make(acme(), pledge(person(ANNA), person(CHEN), 10));
		let id = LastPledge::<Test>::get();
		let (from, to) = (person(ANNA), person(CHEN));
		let some = SharesTaken::Pledged { pledge: id, shares: 4 };
		make(acme(), transfer_of(from.clone(), to.clone(), some));
		assert_eq!(holding(to.clone()), Some(Holding { shares: 4, pledged: 0, unpaid: 0 }));
		assert_eq!(ShareLedger::pledge(id).unwrap().pledge.shares, 6);
		let rest = SharesTaken::Pledged { pledge: id, shares: 6 };
		make(acme(), transfer_of(from, to.clone(), rest));
		assert_eq!(holding(to), Some(Holding { shares: 10, pledged: 0, unpaid: 0 }));
		assert_eq!(ShareLedger::pledge(id), None);
		assert_eq!(LastPledge::<Test>::get(), id);
	});
}

#[test]
fn pledge_should_end_when_the_pledgee_inherits() {
	build_and_execute(|| {
		founded();
		make(acme(), pledge(person(ANNA), person(CHEN), 10));
		make(acme(), pledge(person(ANNA), person(BORIS), 20));
		bar(tag(ANNA), polity_primitives::StandingError::Deceased);
		make(acme(), ShareAct::Succeed { class: FIRST, from: person(ANNA), to: person(CHEN) });
		assert_eq!(holding(person(CHEN)), Some(Holding { shares: 60, pledged: 20, unpaid: 0 }));
		assert_eq!(ShareLedger::pledges_to(person(CHEN)), []);
		assert_eq!(ShareLedger::pledges_to(person(BORIS)), [PledgeId(2)]);
	});
}

#[test]
fn unpaid_shares_should_not_be_bought_back_and_debt_should_be_taken_willingly() {
	build_and_execute(|| {
		make(acme(), open_class());
		make(acme(), partly(person(ANNA), 10, 500));
		let buy = ShareAct::BuyBack { class: FIRST, holder: person(ANNA), shares: 1 };
		assert_noop!(propose(acme(), buy), Error::<Test>::NotPaidUp);
		let pay = |amount| ShareAct::Pay { class: FIRST, holder: person(ANNA), amount };
		assert_noop!(propose(acme(), pay(0)), Error::<Test>::Nothing);
		let nobody = ShareAct::Pay { class: FIRST, holder: person(CHEN), amount: 1 };
		assert_noop!(propose(acme(), nobody), Error::<Test>::HoldingNotFound);
		// Whoever is allotted shares that are not paid up consents to the debt.
		let id = propose(acme(), partly(person(BORIS), 10, 500)).unwrap();
		resolve(acme(), ShareLedger::matter(id).unwrap());
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::ConsentMissing);
		assert_ok!(agree(BORIS, id));
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
		// And whoever takes such shares.
		let id = propose(acme(), transfer(person(ANNA), person(BORIS), 5)).unwrap();
		assert_ok!(agree(ANNA, id));
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::ConsentMissing);
		assert_ok!(agree(BORIS, id));
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
		assert_eq!(holding(person(BORIS)), Some(Holding { shares: 15, pledged: 0, unpaid: 750 }));
	});
}

#[test]
fn party_should_be_refused_that_holds_no_shares_by_its_kind() {
	build_and_execute(|| {
		founded();
		let group = Party::Group(polity_primitives::ids::GroupId(1));
		for party in [group, Party::Unknown] {
			assert_noop!(propose(acme(), allot(party.clone(), 1)), Error::<Test>::PartyCannotHold);
			assert_noop!(
				propose(acme(), pledge(person(ANNA), party, 1)),
				Error::<Test>::PartyCannotHold
			);
		}
	});
}

#[test]
fn authorised_number_should_be_raised_for_what_is_to_be_allotted() {
	build_and_execute(|| {
		founded();
		assert_noop!(propose(acme(), allot(person(CHEN), 901)), Error::<Test>::AboveAuthorised);
		make(acme(), ShareAct::Authorise { class: FIRST, authorised: 1_001 });
		make(acme(), allot(person(CHEN), 901));
		assert_eq!((class(FIRST).issued, class(FIRST).authorised), (1_001, 1_001));
	});
}
