//! Acts on holdings: allot, transfer, pledge, release, succeed, record date.

use super::*;

#[test]
fn shares_should_be_what_the_register_says() {
	build_and_execute(|| {
		founded();
		assert_eq!((shares(person(ANNA)), shares(person(BORIS))), (60, 40));
		assert_eq!((class(FIRST).issued, class(FIRST).paid_up), (100, 10_000));
		let (classes, head) = ShareLedger::classes(acme());
		assert_eq!((classes.len(), classes[0].1.holders, head.seq), (1, 2, 3));
		assert_eq!(ShareLedger::holders(acme(), FIRST).len(), 2);
		assert_eq!(ShareLedger::holdings_of(person(ANNA)), [(acme(), FIRST)]);

		// A pledge of 10: 35 of 40 are too many, 30 are not.
		make(acme(), pledge(person(BORIS), person(CHEN), 10));
		let too_many = transfer(person(BORIS), person(ANNA), 35);
		assert_noop!(propose(acme(), too_many), Error::<Test>::SharesPledged);
		make(acme(), transfer(person(BORIS), person(ANNA), 30));
		assert_eq!((shares(person(ANNA)), shares(person(BORIS))), (90, 10));
		assert!(matches!(
			last_event(),
			Event::ShareActDone { company, version: 5, ref consenters, .. }
				if company == acme() && consenters[..] == [Consenter::Person(tag(BORIS))]
		));
		assert_eq!(ShareLedger::history(acme(), 1, 64).len(), 5);
	});
}

#[test]
fn shares_should_be_refused_that_are_not_there() {
	build_and_execute(|| {
		founded();
		let cases = [
			(transfer(person(ANNA), person(BORIS), 61), Error::<Test>::NotEnoughShares),
			(transfer(person(ANNA), person(BORIS), 0), Error::<Test>::Nothing),
			(transfer(person(ANNA), person(ANNA), 1), Error::<Test>::SameHolder),
			(transfer(person(CHEN), person(ANNA), 1), Error::<Test>::HoldingNotFound),
			(transfer(person(ANNA), firm(1), 1), Error::<Test>::OwnShares),
			(transfer(person(ANNA), Party::Unknown, 1), Error::<Test>::PartyCannotHold),
			(allot(person(CHEN), 901), Error::<Test>::AboveAuthorised),
			(allot(person(CHEN), 0), Error::<Test>::Nothing),
			(allot(firm(1), 1), Error::<Test>::OwnShares),
			(pledge(person(ANNA), person(ANNA), 1), Error::<Test>::PledgeeIsHolder),
			(pledge(person(ANNA), firm(1), 1), Error::<Test>::OwnShares),
			(pledge(person(ANNA), person(CHEN), 61), Error::<Test>::NotEnoughShares),
			(ShareAct::Release { pledge: PledgeId(7), shares: 1 }, Error::<Test>::PledgeNotFound),
			(ShareAct::Authorise { class: SECOND, authorised: 1 }, Error::<Test>::ClassNotFound),
			(ShareAct::Authorise { class: FIRST, authorised: 99 }, Error::<Test>::BelowIssued),
		];
		for (share_act, error) in cases {
			assert_noop!(propose(acme(), share_act), error);
		}
	});
}

#[test]
fn pledge_should_follow_its_shares() {
	build_and_execute(|| {
		founded();
		make(acme(), pledge(person(BORIS), person(CHEN), 10));
		let id = LastPledge::<Test>::get();
		// Four of them pass: the pledge is in two.
		let taken = SharesTaken::Pledged { pledge: id, shares: 4 };
		let (from, to) = (person(BORIS), person(ANNA));
		make(acme(), transfer_of(from, to, taken));
		assert_eq!(holding(person(BORIS)).unwrap().pledged, 6);
		assert_eq!(holding(person(ANNA)).unwrap().pledged, 4);
		assert_eq!(ShareLedger::pledge(id).unwrap().pledge.shares, 6);
		let moved = ShareLedger::pledge(LastPledge::<Test>::get()).unwrap();
		assert_eq!((moved.holder, moved.pledgee), (person(ANNA), person(CHEN)));
		// Released in part, then all.
		make(acme(), ShareAct::Release { pledge: id, shares: 5 });
		assert_eq!(ShareLedger::pledge(id).unwrap().pledge.shares, 1);
		make(acme(), ShareAct::Release { pledge: id, shares: 1 });
		assert_eq!(ShareLedger::pledge(id), None);
		assert_eq!(holding(person(BORIS)).unwrap().pledged, 0);
	});
}

#[test]
fn holding_should_pass_to_heirs_and_not_of_the_living() {
	build_and_execute(|| {
		founded();
		make(acme(), pledge(person(BORIS), person(CHEN), 10));
		let (from, to) = (person(BORIS), person(ANNA));
		let succeed = ShareAct::Succeed { class: FIRST, from, to };
		assert_noop!(propose(acme(), succeed.clone()), Error::<Test>::NoSuccession);
		bar(tag(BORIS), polity_primitives::StandingError::Deceased);
		let act = act_on(TRANSFER_AND_PLEDGE, version(acme()));
		assert_noop!(
			propose_as(EXAMINER, act, acme(), succeed.clone(), Authority::Registrar),
			Error::<Test>::DocumentMissing
		);
		make(acme(), succeed);
		assert_eq!((shares(person(ANNA)), holding(person(BORIS))), (100, None));
		assert_eq!(holding(person(ANNA)).unwrap().pledged, 10);
	});
}

#[test]
fn record_date_should_keep_who_had_what() {
	build_and_execute(|| {
		founded();
		make(acme(), ShareAct::RecordDate { class: FIRST });
		let on = today();
		assert_noop!(
			propose(acme(), ShareAct::RecordDate { class: FIRST }),
			Error::<Test>::RecordDateTaken
		);
		make(acme(), transfer(person(BORIS), person(CHEN), 40));
		let taken = ShareLedger::record_date(acme(), FIRST, on).unwrap();
		assert_eq!((taken.shares, taken.votes, taken.version), (100, 100, 4));
		let of = |party: Party| taken.holders.iter().find(|holder| holder.party == party);
		assert_eq!(of(person(BORIS)).unwrap().votes, 40);
		assert_eq!(of(person(CHEN)), None);
	});
}
