//! Arrival order is priority.

use super::*;

fn house() -> UnitNumber {
	land(&[1], &[(person(ANNA), 2)])
}

fn sale(unit: UnitNumber, to: AccountId) -> Vec<Leg> {
	vec![leg(unit, sell(person(ANNA), person(to), 1))]
}

#[test]
fn later_application_should_wait_until_the_earlier_one_has_ended() {
	build_and_execute(|| {
		let unit = house();
		let first = prepare(TRANSFER, sale(unit, BORIS)).unwrap();
		assert_noop!(prepare(TRANSFER, sale(unit, CHEN)), Error::<Test>::EarlierApplicationPending);
		assert_ok!(LandRegister::withdraw_conveyance(signed(EXAMINER), on(first), first));
		let second = prepare(TRANSFER, sale(unit, CHEN)).unwrap();
		pass_days(91);
		// The second has lapsed, and keeps nobody from anything.
		let third = prepare(TRANSFER, sale(unit, BORIS)).unwrap();
		assert_eq!(LandRegister::pending(unit), [third]);
		assert_noop!(settle(DECIDER, second), Error::<Test>::ConveyanceLapsed);
		assert_ok!(LandRegister::withdraw_conveyance(signed(STRANGER), on(second), second));
		settled(third);
	});
}

#[test]
fn notice_should_not_overtake_a_sale_that_waits() {
	build_and_execute(|| {
		let unit = house();
		let sale = prepare(TRANSFER, sale(unit, BORIS)).unwrap();
		let claim = prepare(NOTICE, vec![leg(unit, caveat(person(CHEN)))]).unwrap();
		assert_ok!(agree(CHEN, claim));
		assert_noop!(settle(DECIDER, claim), Error::<Test>::EarlierApplicationPending);
		settled(sale);
		assert_noop!(settle(DECIDER, claim), Error::<Test>::UnitVersionStale);
	});
}

#[test]
fn beneficiary_should_pass_an_application_that_waits() {
	build_and_execute(|| {
		let unit = house();
		convey(NOTICE, unit, vec![notice(NoticeKind::PriorityNotice, person(BORIS))]);
		// Something that disposes of nothing waits already.
		prepare(NOTICE, vec![leg(unit, caveat(person(CHEN)))]).unwrap();
		assert_noop!(prepare(TRANSFER, sale(unit, BORIS)), Error::<Test>::PriorityNoticeStands);
		let own = prepare_as(
			EXAMINER,
			TRANSFER,
			sale(unit, BORIS),
			Authority::Registrar,
			Some(person(BORIS)),
		)
		.unwrap();
		assert_ok!(agree(ANNA, own));
		// Nobody passes a notice in another's name.
		assert_noop!(settle(DECIDER, own), Error::<Test>::ConsentMissing);
		assert_ok!(agree(BORIS, own));
		assert_ok!(settle(DECIDER, own));
		assert_eq!(title(unit).units_of(&person(BORIS)), 1);
	});
}

#[test]
fn queue_should_be_refused_when_it_is_full() {
	build_and_execute(|| {
		let unit = house();
		let rescale = || prepare(TRANSFER, vec![leg(unit, TitleAct::Rescale { factor: 2 })]);
		let first = rescale().unwrap();
		for _ in 1..MAX_PENDING {
			assert_ok!(rescale());
		}
		assert_noop!(rescale(), Error::<Test>::TooManyPending);
		// Once one is settled the others are outdated and make room.
		assert_ok!(settle(DECIDER, first));
		assert_ok!(rescale());
		assert_eq!(LandRegister::pending(unit).len(), 1);
	});
}
