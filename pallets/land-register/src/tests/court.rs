//! Orders of courts, expropriation, succession and vesting: without consent, by two ministries.

use polity_primitives::{traits::CompanyPhase, StandingError};

use super::*;

#[test]
fn freeze_should_stop_dispositions_when_a_court_orders_it() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		assert_noop!(prepare(NOTICE, vec![leg(unit, freeze())]), Error::<Test>::CourtOrderMissing);
		ordered(COURT_ORDER, unit, freeze());
		assert_noop!(
			prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(BORIS), 1))]),
			Error::<Test>::CourtFreezeStands
		);
		assert_noop!(
			prepare(NOTICE, vec![leg(unit, TitleAct::CancelNotice { notice: 1 })]),
			Error::<Test>::CourtOrderMissing
		);
		ordered(COURT_ORDER, unit, TitleAct::CancelNotice { notice: 1 });
		convey(TRANSFER, unit, vec![sell(person(ANNA), person(BORIS), 1)]);
	});
}

#[test]
fn lawsuit_should_stop_dispositions_while_it_is_pending() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		let lawsuit = TitleAct::EnterNotice {
			kind: NoticeKind::LisPendens,
			beneficiary: Some(person(CHEN)),
			expires: None,
		};
		ordered(COURT_ORDER, unit, lawsuit);
		assert_noop!(
			prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(BORIS), 1))]),
			Error::<Test>::LisPendensStands
		);
	});
}

#[test]
fn order_should_be_settled_by_another_ministry_alone() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		let act = transfer(person(ANNA), STATE, 1, Cause::CourtOrder);
		let id = order(COURT_ORDER, vec![leg(unit, act.clone())]).unwrap();
		assert_noop!(settle(JUDGES_DECIDER, id), Error::<Test>::SameMinistry);
		let own =
			prepare_as(HOUSE_JUDGE, COURT_ORDER, vec![leg(unit, act)], Authority::Court, None)
				.unwrap();
		assert_noop!(settle(DECIDER, own), Error::<Test>::SameMinistry);
		assert_ok!(settle(DECIDER, id));
		assert_eq!(title(unit).units_of(&STATE), 1);
	});
}

#[test]
fn expropriation_should_rest_on_its_own_statute() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 2)]);
		let act = transfer(person(ANNA), STATE, 1, Cause::Expropriation);
		for basis in [TRANSFER, COURT_ORDER, VESTING] {
			assert_noop!(
				order(basis, vec![leg(unit, act.clone())]),
				Error::<Test>::LegalBasisDoesNotFit
			);
		}
		assert_noop!(
			prepare(EXPROPRIATION, vec![leg(unit, act.clone())]),
			Error::<Test>::CourtOrderMissing
		);
		ordered(EXPROPRIATION, unit, act);
		assert_eq!(title(unit).units_of(&STATE), 1);
	});
}

#[test]
fn estate_should_pass_by_succession_alone_when_the_owner_has_died() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 2), (person(BORIS), 2)]);
		let inherit = |to: Party| transfer(person(ANNA), to, 1, Cause::Inheritance);
		// Nobody inherits from the living.
		assert_noop!(
			order(SUCCESSION, vec![leg(unit, inherit(person(CHEN)))]),
			Error::<Test>::PartyNotCapable
		);
		bar(tag(ANNA), StandingError::Deceased);
		assert_noop!(
			prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(CHEN), 1))]),
			Error::<Test>::PartyDeceased
		);
		assert_noop!(
			prepare(MORTGAGE, vec![leg(unit, mortgage(MortgageOn::Title, firm(1)))]),
			Error::<Test>::PartyDeceased
		);
		assert_noop!(
			prepare(SUCCESSION, vec![leg(unit, inherit(person(CHEN)))]),
			Error::<Test>::CourtOrderMissing
		);
		let legs = vec![leg(unit, inherit(person(CHEN))), leg(unit, inherit(person(200)))];
		let id = order(SUCCESSION, legs).unwrap();
		assert_ok!(settle(DECIDER, id));
		assert_eq!(title(unit).units_of(&person(ANNA)), 0);
		assert_eq!(title(unit).units_of(&person(CHEN)), 1);
		assert_eq!(title(unit).units_of(&person(200)), 1);
	});
}

#[test]
fn vesting_should_take_what_an_ended_company_left() {
	build_and_execute(|| {
		let unit = land(&[1], &[(firm(1), 1), (person(ANNA), 1)]);
		let vest = |from: Party, to: Party| transfer(from, to, 1, Cause::Vesting);
		for phase in [CompanyPhase::Live, CompanyPhase::WindingUp, CompanyPhase::StruckOff] {
			set_phase(company(1), phase);
			assert_noop!(
				order(VESTING, vec![leg(unit, vest(firm(1), STATE))]),
				Error::<Test>::CompanyNotEnded
			);
		}
		assert_noop!(
			order(VESTING, vec![leg(unit, vest(person(ANNA), STATE))]),
			Error::<Test>::CompanyNotEnded
		);
		set_phase(company(1), CompanyPhase::Ended);
		assert_noop!(
			order(VESTING, vec![leg(unit, vest(firm(1), person(BORIS)))]),
			Error::<Test>::VestsInStateAlone
		);
		ordered(VESTING, unit, vest(firm(1), STATE));
		assert_eq!(title(unit).units_of(&STATE), 1);
		assert_eq!(LandRegister::titles_of(firm(1), None, 1), []);
	});
}

#[test]
fn voluntary_sale_should_need_consent_when_a_court_orders_it_too() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		bar(tag(ANNA), StandingError::Frozen);
		assert_noop!(
			prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(BORIS), 1))]),
			Error::<Test>::PartyFrozen
		);
		// The court allows the frozen owner to sell; it does not sell for it.
		let id = order(COURT_ORDER, vec![leg(unit, sell(person(ANNA), person(BORIS), 1))]).unwrap();
		assert_noop!(settle(DECIDER, id), Error::<Test>::ConsentMissing);
		assert_ok!(agree(ANNA, id));
		assert_ok!(settle(DECIDER, id));
	});
}

#[test]
fn order_should_pass_applications_that_wait() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		let sale =
			prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(BORIS), 1))]).unwrap();
		assert_ok!(agree(ANNA, sale));
		ordered(COURT_ORDER, unit, freeze());
		assert_noop!(settle(DECIDER, sale), Error::<Test>::UnitVersionStale);
	});
}
