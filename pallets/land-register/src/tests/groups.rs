//! `form_group`, and what groups hold.

use super::*;

fn form(who: AccountId, act: Act, members: &[Party]) -> DispatchResult {
	let members = members.to_vec().try_into().unwrap();
	LandRegister::form_group(signed(who), act, District::NATIONAL, members)
}

#[test]
fn group_should_hold_undivided_and_every_member_consent() {
	build_and_execute(|| {
		let couple = group(&[person(BORIS), person(ANNA)]);
		assert!(matches!(last_event(), Event::GroupFormed { .. }));
		assert_eq!(LandRegister::group(GroupId(1)).unwrap().to_vec(), {
			let mut members = vec![person(ANNA), person(BORIS)];
			members.sort();
			members
		});
		let unit = land(&[1], &[(couple.clone(), 1)]);
		for party in [couple.clone(), person(ANNA), person(BORIS)] {
			assert_eq!(LandRegister::titles_of(party, None, 9), [unit]);
		}
		let id = prepare(TRANSFER, vec![leg(unit, sell(couple, person(CHEN), 1))]).unwrap();
		assert_ok!(agree(ANNA, id));
		assert_noop!(settle(DECIDER, id), Error::<Test>::ConsentMissing);
		assert_ok!(agree(BORIS, id));
		assert_ok!(settle(DECIDER, id));
		assert_eq!(LandRegister::titles_of(person(ANNA), None, 9), []);
	});
}

#[test]
fn group_should_be_refused_when_its_members_are_not_fit() {
	build_and_execute(|| {
		let couple = group(&[person(ANNA), person(BORIS)]);
		for (members, error) in [
			(vec![person(ANNA)], Error::<Test>::GroupTooSmall),
			(vec![person(ANNA), person(ANNA)], Error::<Test>::GroupMemberTwice),
			(vec![person(ANNA), couple], Error::<Test>::GroupOfGroups),
			(vec![person(ANNA), Party::Unknown], Error::<Test>::GroupOfGroups),
			(vec![person(ANNA), person(3)], Error::<Test>::PartyNotFound),
		] {
			assert_noop!(form(EXAMINER, act_on(TRANSFER, 0), &members), error);
		}
		let both = [person(ANNA), person(BORIS)];
		assert_noop!(form(EXAMINER, act_on(TRANSFER, 1), &both), Error::<Test>::StaleVersion);
		assert_noop!(form(EXAMINER, act_on(NOTICE, 0), &both), Error::<Test>::LegalBasisDoesNotFit);
		assert_noop!(
			form(DECIDER, act_on(TRANSFER, 0), &both),
			DispatchError::Other("not covered by a mandate")
		);
		LastGroup::<Test>::put(GroupId(u64::MAX));
		assert_noop!(form(EXAMINER, act_on(TRANSFER, 0), &both), Error::<Test>::IdsExhausted);
		LastGroup::<Test>::put(GroupId(1));
	});
}

#[test]
fn group_should_pass_its_land_when_a_member_has_died() {
	build_and_execute(|| {
		let couple = group(&[person(ANNA), person(BORIS)]);
		let unit = land(&[1], &[(couple.clone(), 1)]);
		let inherit = transfer(couple, person(CHEN), 1, Cause::Inheritance);
		assert_noop!(
			order(SUCCESSION, vec![leg(unit, inherit.clone())]),
			Error::<Test>::PartyNotCapable
		);
		bar(tag(BORIS), polity_primitives::StandingError::Deceased);
		ordered(SUCCESSION, unit, inherit);
		assert_eq!(title(unit).units_of(&person(CHEN)), 1);
	});
}
