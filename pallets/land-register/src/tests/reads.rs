//! Reads.

use super::*;

#[test]
fn history_should_be_the_chain_of_title() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		convey(TRANSFER, unit, vec![sell(person(ANNA), person(BORIS), 1)]);
		pass_days(10);
		convey(TRANSFER, unit, vec![sell(person(BORIS), person(CHEN), 1)]);
		let history = LandRegister::history(unit, 1, 64);
		assert_eq!(history.len(), 3);
		let owners: Vec<_> = history
			.iter()
			.map(|entry| match &entry.body {
				TitleChange::Registered { title, .. } => title.owners[0].party.clone(),
				TitleChange::Conveyed { act: TitleAct::Transfer { to, .. }, .. } => to.clone(),
				change => panic!("{change:?}"),
			})
			.collect();
		assert_eq!(owners, [person(ANNA), person(BORIS), person(CHEN)]);
		assert!(history.iter().all(|entry| entry.mandate == Some(mandate_of(DECIDER))));
		let head = LandRegister::title(unit).unwrap().head;
		assert!(polity_primitives::record::chain_holds(&head, history.iter()));
		assert!(!polity_primitives::record::chain_holds(&head, history[..2].iter()));
		assert_eq!(LandRegister::history(unit, 3, 64).len(), 1);
		assert_eq!(head_of(3).seq, head.seq);
	});
}

#[test]
fn rights_should_be_those_of_the_day() {
	build_and_execute(|| {
		let before = today();
		let unit = land(&[1], &[(person(ANNA), 1)]);
		let registered = today();
		pass_days(10);
		convey(LEASE_AND_EASEMENT, unit, vec![lease(person(BORIS))]);
		let leased = today();
		pass_days(10);
		convey(TRANSFER, unit, vec![sell(person(ANNA), person(CHEN), 1)]);
		let at = |day| LandRegister::effective_rights_at(unit, day);
		assert_eq!(at(before), None);
		assert_eq!(at(registered).unwrap().rights.len(), 0);
		assert_eq!(at(leased).unwrap().rights.len(), 1);
		assert_eq!(at(leased).unwrap().units_of(&person(ANNA)), 1);
		assert_eq!(at(today()).unwrap().units_of(&person(CHEN)), 1);
		// The lease ends by the clock.
		let after = leased.checked_add_days(366).unwrap();
		assert_eq!(at(after).unwrap().rights.len(), 0);
		assert_eq!(LandRegister::title(unit).unwrap().record.rights.len(), 1);
	});
}

#[test]
fn encumbrances_should_name_all_that_burdens_a_unit() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		assert_eq!(LandRegister::encumbrances(unit), []);
		convey(LEASE_AND_EASEMENT, unit, vec![lease(person(BORIS))]);
		convey(MORTGAGE, unit, vec![mortgage(MortgageOn::Title, firm(1))]);
		let restrict = TitleAct::Restrict {
			kind: RestrictionKind::Monument,
			from: today(),
			to: None,
			source: SOURCE,
		};
		convey(LEASE_AND_EASEMENT, unit, vec![restrict]);
		convey(NOTICE, unit, vec![caveat(person(CHEN))]);
		let found = LandRegister::encumbrances(unit);
		assert!(matches!(
			found[..],
			[
				Encumbrance::Right(_),
				Encumbrance::Mortgage(_),
				Encumbrance::Notice(_),
				Encumbrance::Restriction(_)
			]
		));
		pass_days(61);
		assert_eq!(LandRegister::encumbrances(unit).len(), 3);
		let nowhere = UnitNumber::from_serial(unit.serial() + 1).unwrap();
		assert_eq!(LandRegister::encumbrances(nowhere), []);
		assert_eq!(LandRegister::effective_rights_at(nowhere, today()), None);
	});
}

#[test]
fn pages_should_be_bounded_and_follow_each_other() {
	build_and_execute(|| {
		let units: Vec<_> = (1..=5).map(|nth| land(&[nth], &[(person(ANNA), 1)])).collect();
		let page = LandRegister::titles_of(person(ANNA), None, 2);
		assert_eq!(page, units[..2]);
		let next = LandRegister::titles_of(person(ANNA), Some(units[1]), 64);
		assert_eq!(next, units[2..]);
		assert_eq!(LandRegister::titles_of(person(ANNA), None, u32::MAX).len(), 5);
		for unit in &units {
			let sale = vec![leg(*unit, sell(person(ANNA), person(BORIS), 1))];
			prepare(TRANSFER, sale).unwrap();
		}
		let list = |after, limit| {
			LandRegister::work_list(District::NATIONAL, WorkState::ConveyanceOpen, after, limit)
		};
		assert_eq!(list(None, 2), [1, 2]);
		assert_eq!(list(Some(2), 2), [3, 4]);
		assert_eq!(LandRegister::conveyance_history(ConveyanceId(1), 1, 9).len(), 1);
		assert_eq!(LandRegister::registration_history(ApplicationId(1), 1, 9).len(), 2);
		assert_eq!(LandRegister::registration(ApplicationId(1)).unwrap().head.seq, 2);
		assert_eq!(LandRegister::law().record, RegisterLaw::DEFAULT);
	});
}
