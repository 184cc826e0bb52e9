//! What a party may use: `LandRights`.

use polity_primitives::{
	ids::PublicBodyId,
	traits::{Agreed, DecidedSurvey, LandRights, ParcelState, RightInUnit, TitledGround},
	Commitment,
};

use super::*;

const ENDLESS: Option<RightInUnit> = Some(RightInUnit { ends: None });

fn right(party: &Party, unit: UnitNumber) -> Option<RightInUnit> {
	LandRegister::right_in(party, unit)
}

/// A right that is over from this day on.
fn over_from(day: CalendarDate) -> Option<RightInUnit> {
	Some(RightInUnit { ends: Some(day) })
}

/// The grant of a right of use, from today.
fn grant(kind: RightKind, holder: Party, to: Option<CalendarDate>) -> LandAct {
	let source = SOURCE;
	let holder = Holder::Party(holder);
	let right = RightTerms { kind, holder, from: today(), to, derived_from: None, source };
	TitleAct::Grant { right }
}

#[test]
fn owner_should_have_a_right_without_an_end() {
	build_and_execute(|| {
		let body = Party::PublicBody(PublicBodyId(3));
		let unit = land(&[1], &[(firm(1), 1), (STATE, 2), (body.clone(), 4)]);
		for owner in [firm(1), STATE, body] {
			assert_eq!(right(&owner, unit), ENDLESS);
		}
		assert_eq!(right(&firm(2), unit), None);
		// Who has sold has none any more, and who has bought has.
		convey(TRANSFER, unit, vec![sell(firm(1), firm(2), 1)]);
		assert_eq!(right(&firm(1), unit), None);
		assert_eq!(right(&firm(2), unit), ENDLESS);
		// A court that freezes a title takes it from nobody.
		ordered(COURT_ORDER, unit, freeze());
		assert_eq!(right(&firm(2), unit), ENDLESS);
	});
}

#[test]
fn right_should_end_on_the_day_after_its_last() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		let last = in_days(20);
		convey(LEASE_AND_EASEMENT, unit, vec![grant(RightKind::Lease, firm(1), Some(last))]);
		let over = last.checked_add_days(1).unwrap();
		assert_eq!(right(&firm(1), unit), over_from(over));
		pass_days(20);
		assert_eq!((today(), right(&firm(1), unit)), (last, over_from(over)));
		pass_days(1);
		assert_eq!((today(), right(&firm(1), unit)), (over, None));
		// It is still on the title: nobody has cleared it.
		assert_eq!(title(unit).rights.len(), 1);
	});
}

#[test]
fn right_should_count_from_its_first_day() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		let LandAct::Grant { right: mut terms } = lease(firm(1)) else { panic!("a grant") };
		terms.from = in_days(5);
		convey(LEASE_AND_EASEMENT, unit, vec![TitleAct::Grant { right: terms }]);
		assert_eq!(right(&firm(1), unit), None);
		pass_days(5);
		assert_ne!(right(&firm(1), unit), None);
	});
}

#[test]
fn every_right_of_use_should_count_and_the_longest_should_be_told() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		let uses =
			[RightKind::Usufruct, RightKind::Occupation, RightKind::Superficies, RightKind::Lease];
		for (nth, kind) in (1..).zip(uses) {
			let until = in_days(40 - nth);
			convey(LEASE_AND_EASEMENT, unit, vec![grant(kind, firm(1), Some(until))]);
			assert_eq!(right(&firm(1), unit), over_from(in_days(40)));
		}
		convey(LEASE_AND_EASEMENT, unit, vec![grant(RightKind::CustomaryUse, firm(1), None)]);
		assert_eq!(right(&firm(1), unit), ENDLESS);
		// Up to the last day of the calendar is without an end, too.
		let forever = grant(RightKind::Lease, firm(2), Some(CalendarDate::LAST));
		convey(LEASE_AND_EASEMENT, unit, vec![forever]);
		assert_eq!(right(&firm(2), unit), ENDLESS);
		// Who leases what it then buys a share of owns.
		convey(LEASE_AND_EASEMENT, unit, vec![lease(firm(3))]);
		assert_eq!(right(&firm(3), unit), over_from(in_days(366)));
		convey(TRANSFER, unit, vec![sell(person(ANNA), firm(3), 1)]);
		assert_eq!(right(&firm(3), unit), ENDLESS);
	});
}

#[test]
fn sublease_should_end_with_the_lease() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		let last = in_days(30);
		convey(LEASE_AND_EASEMENT, unit, vec![grant(RightKind::Lease, firm(1), Some(last))]);
		let sublet = |to| {
			let LandAct::Grant { right } = grant(RightKind::Lease, firm(2), to) else {
				panic!("a grant")
			};
			TitleAct::Grant { right: RightTerms { derived_from: Some(1), ..right } }
		};
		for beyond in [None, Some(in_days(31))] {
			assert_noop!(
				prepare(LEASE_AND_EASEMENT, vec![leg(unit, sublet(beyond))]),
				Error::<Test>::BeyondBase
			);
		}
		convey(LEASE_AND_EASEMENT, unit, vec![sublet(Some(last))]);
		// Who sublets is still a lessee.
		for lessee in [firm(1), firm(2)] {
			assert_eq!(right(&lessee, unit), over_from(in_days(31)));
		}
		pass_days(31);
		for lessee in [firm(1), firm(2)] {
			assert_eq!(right(&lessee, unit), None);
		}
	});
}

#[test]
fn security_easement_and_notice_should_give_no_right() {
	build_and_execute(|| {
		let dominant = land(&[2], &[(firm(2), 1)]);
		let unit = land(&[1], &[(person(ANNA), 1)]);
		convey(MORTGAGE, unit, vec![mortgage(MortgageOn::Title, firm(1))]);
		convey(LEASE_AND_EASEMENT, unit, vec![easement(dominant)]);
		convey(NOTICE, unit, vec![caveat(firm(3))]);
		for nth in 1..=3 {
			assert_eq!(right(&firm(nth), unit), None);
		}
		assert_eq!(right(&firm(2), dominant), ENDLESS);
	});
}

#[test]
fn member_of_a_group_should_have_what_the_group_has() {
	build_and_execute(|| {
		let couple = group(&[firm(1), person(BORIS)]);
		let unit = land(&[1], &[(couple.clone(), 1)]);
		assert_eq!(right(&firm(1), unit), ENDLESS);
		let lessees = group(&[firm(2), firm(3)]);
		let until = in_days(9);
		convey_by_court(unit, grant(RightKind::Lease, lessees, Some(until)));
		assert_eq!(right(&firm(3), unit), over_from(in_days(10)));
		// The group itself applies for nothing.
		assert_eq!(right(&couple, unit), None);
	});
}

fn convey_by_court(unit: UnitNumber, act: LandAct) {
	ordered(COURT_ORDER, unit, act);
}

#[test]
fn right_of_a_natural_person_should_never_be_told() {
	build_and_execute(|| {
		let foreign = Party::Foreign(Commitment::new([7; 32]).unwrap());
		let unit = land(&[1], &[(person(ANNA), 1), (foreign.clone(), 1)]);
		convey_by_court(unit, lease(person(BORIS)));
		for party in [person(ANNA), person(BORIS), foreign, Party::Unit(unit), Party::Unknown] {
			assert_eq!(right(&party, unit), None);
		}
	});
}

#[test]
fn unit_should_give_no_right_when_it_is_not_live_or_its_owners_are_unknown() {
	build_and_execute(|| {
		let unit = land(&[1], &[(firm(1), 1)]);
		let next = UnitNumber::from_serial(unit.serial() + 1).unwrap();
		assert_eq!(right(&firm(1), next), None);
		// What is only claimed is no unit yet.
		open(&[2], &[(firm(1), 1)]);
		assert_eq!(right(&firm(1), next), None);
		let unknown = land_of_unknown(&[3]);
		assert_eq!((unknown, right(&firm(1), unknown)), (next, None));

		for nth in [50, 51] {
			set_parcel(parcel(nth), ParcelState::Live, District::NATIONAL);
		}
		set_parcel(parcel(1), ParcelState::Historic, District::NATIONAL);
		let act = act_on(SURVEY, 1);
		let survey =
			DecidedSurvey { act: &act, mandate: mandate_of(DECIDER), agreed: Agreed::OnChain };
		let children = [parcel(50), parcel(51)];
		let children = LandRegister::subdivide(parcel(1), &children, &survey).unwrap();
		assert_eq!(right(&firm(1), unit), None);
		for child in children {
			assert_eq!(right(&firm(1), child), ENDLESS);
		}
	});
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn company_should_have_a_right_when_a_benchmark_gives_it_one() {
	new_test_ext().execute_with(|| {
		let unit = LandRegister::give_for_benchmark(company(1));
		assert_eq!(right(&firm(1), unit), ENDLESS);
		assert_eq!(right(&firm(2), unit), None);
	});
}
