use frame_support::{assert_ok, view_functions::ViewFunctionIdPrefix};
use polity_primitives::{
	ids::ProposalId, record::chain_holds, traits::Persons as PersonsLookup, ActKind, Capacity,
	Head, Register, StandingError,
};
use sp_runtime::BuildStorage;

use crate::{mock::*, types::*, ControllerOf, Entries, MAX_PAGE};

type Lookup = crate::Pallet<Test>;

fn founded(
	persons: Vec<(Register, polity_primitives::Tag, Option<AccountId>)>,
) -> RuntimeGenesisConfig {
	RuntimeGenesisConfig { identity: crate::GenesisConfig { persons }, ..Default::default() }
}

#[test]
fn genesis_should_enrol_persons_who_can_sign() {
	let storage = founded(vec![
		(Register::Business, tag(1), Some(account(1))),
		(Register::PublicOffice, tag(2), None),
	])
	.build_storage()
	.unwrap();
	sp_io::TestExternalities::new(storage).execute_with(|| {
		assert_eq!(System::providers(&account(1)), 1);
		assert_eq!(Lookup::tag_of(Register::Business, &account(1)), Some(tag(1)));
		assert_eq!(Lookup::standing(Register::PublicOffice, &tag(2)), Ok(()));
		assert_eq!(
			Entries::<Test>::get(person(1), 1).unwrap().body,
			PersonBody::Founded { controller: Some(account(1)) }
		);
		crate::try_state::do_try_state::<Test>().unwrap();
	});
}

#[test]
#[should_panic(expected = "genesis: a person stands there twice")]
fn genesis_should_fail_when_a_person_stands_there_twice() {
	let row = (Register::Business, tag(1), None);
	let _ = founded(vec![row.clone(), row]).build_storage();
}

#[test]
#[should_panic(expected = "genesis: an account controls two tags of one register")]
fn genesis_should_fail_when_an_account_controls_two_tags_of_one_register() {
	let row = |number| (Register::Business, tag(number), Some(account(1)));
	let _ = founded(vec![row(1), row(2)]).build_storage();
}

#[test]
fn lookups_should_answer_by_what_was_filed() {
	build_and_execute(|| {
		for number in [1, 2, 3, 4] {
			enrol(person(number), Some(number));
		}
		assert_ok!(make(person(2), PersonChange::Freeze));
		assert_ok!(make(person(3), PersonChange::RecordDeath));
		assert_ok!(make(person(4), PersonChange::MergeInto { survivor: tag(1) }));
		let standing = |number| Lookup::standing(Register::Business, &tag(number));
		assert_eq!(standing(1), Ok(()));
		assert_eq!(standing(2), Err(StandingError::Frozen));
		assert_eq!(standing(3), Err(StandingError::Deceased));
		assert_eq!(standing(4), Err(StandingError::Merged));
		assert_eq!(standing(5), Err(StandingError::NotFound));
		assert_eq!(Lookup::standing(Register::Land, &tag(1)), Err(StandingError::NotFound));

		let may = |number, capacity| {
			Lookup::may_person(Register::Business, &tag(number), ActKind::Dispose, capacity)
		};
		assert_eq!(may(1, Capacity::Itself), Ok(()));
		assert_eq!(may(2, Capacity::Itself), Err(StandingError::Frozen));
		assert_eq!(may(2, Capacity::CourtOrder), Ok(()));
		assert_eq!(may(3, Capacity::Itself), Err(StandingError::Deceased));
		assert_eq!(may(3, Capacity::Succession), Ok(()));
		assert_eq!(may(4, Capacity::Succession), Err(StandingError::Merged));
		assert_eq!(may(5, Capacity::Itself), Err(StandingError::NotFound));

		assert_eq!(Lookup::controller_of(Register::Business, &tag(1)), Some(account(1)));
		assert_eq!(Lookup::controller_of(Register::Business, &tag(3)), None);
		for (seed, controls) in [(1, true), (2, true), (3, false), (4, false), (5, false)] {
			assert_eq!(Lookup::is_controller(&account(seed)), controls);
			assert_eq!(
				Lookup::tag_of(Register::Business, &account(seed)),
				controls.then(|| tag(seed))
			);
			assert_eq!(Lookup::tag_of(Register::Land, &account(seed)), None);
		}
	});
}

#[test]
fn person_view_should_show_record_head_and_open_proposals() {
	build_and_execute(|| {
		assert_eq!(Identity::person(Register::Business, tag(1)), None);
		enrol(person(1), Some(1));
		let release = prepare(person(1), PersonChange::ReleaseController).unwrap();
		let freeze = prepare(person(1), PersonChange::Freeze).unwrap();
		let view = Identity::person(Register::Business, tag(1)).unwrap();
		assert_eq!(view.record.controller, Some(account(1)));
		assert_eq!(view.head.seq, 1);
		assert_eq!(view.open, vec![release, freeze]);
		System::set_block_number(2 + ProposalLifetime::get());
		assert_eq!(Identity::person(Register::Business, tag(1)).unwrap().open, vec![]);
		assert_eq!(
			Identity::controlled_tag(Register::Business, account(1)),
			ControllerOf::<Test>::get(Register::Business, account(1))
		);
		assert!(Identity::proposal(release).is_some());
		assert_eq!(Identity::proposal(ProposalId(99)), None);
		assert_ne!(crate::Pallet::<Test>::prefix(), [0; 16]);
	});
}

#[test]
fn history_should_be_paged_and_lead_to_the_head() {
	build_and_execute(|| {
		enrol(person(1), None);
		for _ in 0..40 {
			assert_ok!(make(person(1), PersonChange::Freeze));
			assert_ok!(make(person(1), PersonChange::Unfreeze));
		}
		let page = |from, limit| Identity::history(Register::Business, tag(1), from, limit);
		let head: Head = Identity::person(Register::Business, tag(1)).unwrap().head;
		assert_eq!(head.seq, 81);
		assert_eq!(page(1, u32::MAX).len(), 64);
		assert_eq!(page(80, 10).len(), 2);
		assert_eq!(page(82, 10).len(), 0);
		let mut all = page(1, 64);
		all.extend(page(65, 64));
		assert!(chain_holds(&head, all.iter()));
		all[3].seq += 1;
		assert!(!chain_holds(&head, all.iter()));
	});
}

#[test]
fn work_list_should_show_each_proposal_once_in_bounded_pages() {
	build_and_execute(|| {
		for number in 1..=150 {
			assert_ok!(prepare(person(number), PersonChange::Enrol { controller: None }));
		}
		let mut seen = std::collections::BTreeSet::new();
		let mut after = None;
		loop {
			let page = Identity::work_list(after, u32::MAX);
			assert!(page.len() <= MAX_PAGE as usize);
			let Some((last, _)) = page.last() else { break };
			after = Some(*last);
			for (id, proposal) in &page {
				assert_eq!(Identity::proposal(*id).as_ref(), Some(proposal));
				assert!(seen.insert(*id));
			}
		}
		assert_eq!(seen.len(), 150);
		assert_eq!(Identity::work_list(None, 3).len(), 3);
		// The place is kept when the proposal there is gone.
		let page = Identity::work_list(None, 3);
		let (first, _) = page[0].clone();
		assert_ok!(Identity::withdraw(signed(MAKER), act(ENROLMENT, 0), first));
		assert_eq!(Identity::work_list(Some(first), 2)[..], page[1..]);
	});
}
