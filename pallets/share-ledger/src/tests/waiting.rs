//! What waits for creditors and for holders.

use super::*;

fn with_pre_emption() {
	let ShareAct::OpenClass { nominal, currency, authorised, votes_per_share, transfer, .. } =
		open_class()
	else {
		panic!("a class");
	};
	let pre_emption = true;
	make(
		acme(),
		ShareAct::OpenClass {
			nominal,
			currency,
			authorised,
			votes_per_share,
			transfer,
			pre_emption,
		},
	);
	// While nobody holds a share, nobody is asked.
	make(acme(), allot(person(ANNA), 60));
}

fn allot_as(pre_emption: PreEmption) -> ShareAct {
	ShareAct::Allot { class: FIRST, to: person(BORIS), shares: 40, paid: 4_000, pre_emption }
}

#[test]
fn holders_should_have_their_time_when_shares_are_offered() {
	build_and_execute(|| {
		with_pre_emption();
		let period = ShareLedger::law().pre_emption_period;
		let id = propose(acme(), allot_as(PreEmption::Offered)).unwrap();
		assert_eq!(ShareLedger::proposal(id).unwrap().waiting, Some(Waiting::Holders(period)));
		everybody_consents(id);
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::PreEmptionOpen);
		pass_days(13);
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::PreEmptionOpen);
		pass_days(2);
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
		assert_eq!(shares(person(BORIS)), 40);
	});
}

#[test]
fn nobody_should_wait_when_the_company_has_withdrawn_the_right() {
	build_and_execute(|| {
		with_pre_emption();
		let id = propose(acme(), allot_as(PreEmption::Withdrawn)).unwrap();
		assert_eq!(ShareLedger::proposal(id).unwrap().waiting, None);
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::PreEmptionOpen);
		resolve(acme(), ShareLedger::matter(id).unwrap());
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
	});
}

#[test]
fn transfer_should_be_offered_to_the_holders() {
	build_and_execute(|| {
		with_pre_emption();
		let id = propose(acme(), transfer(person(ANNA), person(BORIS), 1)).unwrap();
		assert_ok!(agree(ANNA, id));
		pass_days(15);
		// The company has not resolved that the right was used or has lapsed.
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::PreEmptionOpen);
		resolve(acme(), ShareLedger::matter(id).unwrap());
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
	});
}

#[test]
fn treasury_shares_should_be_offered_to_the_holders() {
	build_and_execute(|| {
		with_pre_emption();
		make(acme(), ShareAct::BuyBack { class: FIRST, holder: person(ANNA), shares: 6 });
		let (to, pre_emption) = (person(BORIS), PreEmption::Offered);
		let sale = ShareAct::SellTreasury { class: FIRST, to, shares: 6, pre_emption };
		let id = propose(acme(), sale).unwrap();
		everybody_consents(id);
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::PreEmptionOpen);
		pass_days(15);
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
	});
}

#[test]
fn court_should_not_wait_for_holders_but_for_creditors() {
	build_and_execute(|| {
		with_pre_emption();
		let id = order(acme(), transfer(person(ANNA), person(BORIS), 10)).unwrap();
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
		let cancel = ShareAct::Cancel { class: FIRST, holder: person(ANNA), shares: 1 };
		let id = order(acme(), cancel).unwrap();
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::CreditorsPeriodRunning);
		pass_days(100);
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
	});
}

#[test]
fn holders_should_be_asked_when_the_first_came_meanwhile() {
	build_and_execute(|| {
		with_pre_emption();
		let ShareAct::OpenClass {
			nominal, currency, authorised, votes_per_share, transfer, ..
		} = open_class()
		else {
			panic!("a class");
		};
		let second = ShareAct::OpenClass {
			nominal,
			currency,
			authorised,
			votes_per_share,
			transfer,
			pre_emption: true,
		};
		make(acme(), second);
		let allot = |to| ShareAct::Allot {
			class: SECOND,
			to,
			shares: 1,
			paid: 100,
			pre_emption: PreEmption::Offered,
		};
		let id = propose(acme(), allot(person(BORIS))).unwrap();
		everybody_consents(id);
		make(acme(), allot(person(ANNA)));
		// It was prepared when nobody was to be asked: it is prepared anew.
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::PreEmptionOpen);
	});
}
