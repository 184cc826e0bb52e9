//! A house sale that settles in one transaction (annex C 2).

use super::*;

/// Anna's house, mortgaged to the first bank.
fn house() -> UnitNumber {
	let unit = land(&[1], &[(person(ANNA), 1)]);
	convey(MORTGAGE, unit, vec![mortgage(MortgageOn::Title, firm(1))]);
	unit
}

/// Boris keeps his place by a priority notice, which Anna consents to.
fn with_priority_notice() -> UnitNumber {
	let unit = house();
	convey(NOTICE, unit, vec![notice(NoticeKind::PriorityNotice, person(BORIS))]);
	unit
}

fn sale_legs(unit: UnitNumber) -> Vec<Leg> {
	let notice = title(unit).notices[0].id;
	vec![
		leg(unit, TitleAct::Discharge { mortgage: 1 }),
		leg(unit, sell(person(ANNA), person(BORIS), 1)),
		leg(unit, mortgage(MortgageOn::Title, firm(2))),
		leg(unit, TitleAct::CancelNotice { notice }),
	]
}

fn prepare_sale(unit: UnitNumber) -> ConveyanceId {
	let legs = sale_legs(unit);
	prepare_as(EXAMINER, TRANSFER, legs, Authority::Registrar, Some(person(BORIS))).unwrap()
}

#[test]
fn house_sale_should_settle_all_legs_when_everybody_consents() {
	build_and_execute(|| {
		let unit = with_priority_notice();
		let before = version(unit);
		let id = prepare_sale(unit);
		let parties: Vec<_> = LandRegister::conveyance(id)
			.unwrap()
			.record
			.consents
			.into_iter()
			.map(|consent| consent.party)
			.collect();
		// The buyer it is done for, the bank that is paid off and the seller; the buyer burdens what
		// it buys.
		assert_eq!(parties, [person(BORIS), firm(1), person(ANNA)]);
		assert_ok!(agree(ANNA, id));
		assert_ok!(agree(BORIS, id));
		assert_noop!(settle(DECIDER, id), Error::<Test>::ConsentMissing);
		resolve(company(1), LandRegister::matter(id).unwrap());
		System::reset_events();
		assert_ok!(settle(DECIDER, id));

		let after = title(unit);
		assert_eq!(after.units_of(&person(BORIS)), 1);
		assert_eq!(after.units_of(&person(ANNA)), 0);
		assert!(after.notices.is_empty());
		assert_eq!(after.mortgages.len(), 1);
		assert_eq!(after.mortgages[0].creditor, firm(2));
		assert_eq!(after.mortgages[0].rank, 1);
		assert_eq!(version(unit), before + 4);
		let events = events();
		assert_eq!(events.len(), 5);
		for event in &events[..4] {
			assert!(matches!(event, Event::TitleChanged { by_deed: false, .. }), "{event:?}");
		}
		assert!(
			matches!(events[4], Event::ConveyanceSettled { conveyance, .. } if conveyance == id)
		);
		assert_eq!(LandRegister::titles_of(person(ANNA), None, 10), []);
		assert_eq!(LandRegister::titles_of(firm(1), None, 10), []);
		assert_eq!(LandRegister::titles_of(firm(2), None, 10), [unit]);
		assert_eq!(LandRegister::titles_of(person(BORIS), None, 10), [unit]);
	});
}

#[test]
fn second_sale_should_be_refused_when_a_priority_notice_stands() {
	build_and_execute(|| {
		let unit = with_priority_notice();
		assert_noop!(
			prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(CHEN), 1))]),
			Error::<Test>::PriorityNoticeStands
		);
		assert_noop!(
			prepare(MORTGAGE, vec![leg(unit, mortgage(MortgageOn::Title, firm(3)))]),
			Error::<Test>::PriorityNoticeStands
		);
	});
}

#[test]
fn second_sale_should_be_refused_when_the_first_one_waits() {
	build_and_execute(|| {
		let unit = house();
		let legs = vec![
			leg(unit, TitleAct::Discharge { mortgage: 1 }),
			leg(unit, sell(person(ANNA), person(BORIS), 1)),
		];
		let first = prepare(TRANSFER, legs.clone()).unwrap();
		let second = vec![
			leg(unit, TitleAct::Discharge { mortgage: 1 }),
			leg(unit, sell(person(ANNA), person(CHEN), 1)),
		];
		assert_noop!(prepare(TRANSFER, second.clone()), Error::<Test>::EarlierApplicationPending);
		settled(first);
		assert_noop!(prepare(TRANSFER, second), Error::<Test>::UnitVersionStale);
		assert_noop!(
			prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(CHEN), 1))]),
			Error::<Test>::NotOwner
		);
	});
}

#[test]
fn sale_should_change_nothing_when_one_leg_breaks() {
	build_and_execute(|| {
		let unit = with_priority_notice();
		// Each leg that cannot be done, in each place: nothing is prepared.
		for place in 0..=4 {
			let mut legs = sale_legs(unit);
			legs.insert(place, leg(unit, TitleAct::Discharge { mortgage: 77 }));
			assert_noop!(
				prepare_as(EXAMINER, TRANSFER, legs, Authority::Registrar, Some(person(BORIS))),
				Error::<Test>::EntryNotFound
			);
		}
		// What breaks later rolls all legs back.
		let id = prepare_sale(unit);
		assert_ok!(agree(ANNA, id));
		assert_ok!(agree(BORIS, id));
		resolve(company(1), LandRegister::matter(id).unwrap());
		set_phase(company(2), polity_primitives::traits::CompanyPhase::StruckOff);
		assert_noop!(settle(DECIDER, id), Error::<Test>::PartyDissolved);
		assert_eq!(title(unit).units_of(&person(ANNA)), 1);
	});
}

#[test]
fn seller_should_keep_the_house_when_the_buyer_has_not_consented() {
	build_and_execute(|| {
		let unit = with_priority_notice();
		let id = prepare_sale(unit);
		assert_ok!(agree(ANNA, id));
		resolve(company(1), LandRegister::matter(id).unwrap());
		assert_noop!(settle(DECIDER, id), Error::<Test>::ConsentMissing);
	});
}

#[test]
fn matter_should_be_that_of_the_published_vector() {
	let unit = UnitNumber::from_serial(UnitNumber::FIRST_SERIAL).unwrap();
	let legs: Legs =
		vec![Leg { unit, expected_version: 1, act: sell(person(ANNA), person(BORIS), 1) }]
			.try_into()
			.unwrap();
	let matter = conveyance_matter(ConveyanceId(1), &legs);
	assert_ne!(matter, conveyance_matter(ConveyanceId(2), &legs));
	let mut preimage = b"polity/conveyance/1".to_vec();
	codec::Encode::encode_to(&(1u64, &legs), &mut preimage);
	assert_eq!(matter.0, sp_io::hashing::blake2_256(&preimage));
}
