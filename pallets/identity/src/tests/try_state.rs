//! The checks find each kind of broken state.

use frame_support::assert_ok;
use polity_primitives::{ids::ProposalId, CompetenceKind, Head, MandateId, Register};

use crate::{mock::*, types::*, *};

fn found() -> Option<&'static str> {
	match crate::try_state::do_try_state::<Test>() {
		Ok(()) => None,
		Err(sp_runtime::DispatchError::Other(text)) => Some(text),
		Err(other) => panic!("{other:?}"),
	}
}

/// Two persons with controllers, one merged into the first, and an open proposal.
fn sound() {
	enrol(person(1), Some(1));
	enrol(person(2), Some(2));
	enrol(person(3), None);
	assert_ok!(make(person(3), PersonChange::MergeInto { survivor: tag(1) }));
	assert_ok!(prepare(person(2), PersonChange::Freeze));
	assert_eq!(found(), None);
}

#[test]
fn try_state_should_find_what_is_broken() {
	type Break = fn();
	let cases: [(Break, &str); 16] = [
		(|| Persons::<Test>::remove(person(1)), "a head of a record stands without its person"),
		(|| Heads::<Test>::remove(person(1)), "a person has no head"),
		(|| Entries::<Test>::remove(person(1), 1), "a person has no entries"),
		(|| Entries::<Test>::remove(person(3), 1), "a person's entries do not lead to its head"),
		(
			|| {
				Persons::<Test>::remove(person(3));
				Heads::<Test>::remove(person(3));
			},
			"entries stand without their person",
		),
		(
			|| {
				let entry = Entries::<Test>::get(person(1), 1).unwrap();
				Entries::<Test>::insert(person(2), 1, entry);
			},
			"an entry of a person stands in another's place",
		),
		(
			|| {
				Persons::<Test>::mutate(person(1), |record| {
					record.as_mut().unwrap().standing = PersonStanding::Frozen;
				})
			},
			"a person's record is not what its entries say",
		),
		(
			|| ControllerOf::<Test>::insert(Register::Land, account(1), tag(1)),
			"an account controls a tag that is not enrolled",
		),
		(
			|| ControllerOf::<Test>::insert(Register::Business, account(9), tag(1)),
			"an account controls a tag that does not know it",
		),
		(
			|| ControllerOf::<Test>::remove(Register::Business, account(1)),
			"a person's controller does not know its tag",
		),
		(
			|| {
				assert_ok!(System::dec_providers(&account(1)));
			},
			"an account that has controlled a tag is gone, and its nonce with it",
		),
		(
			|| ControlledTags::<Test>::insert(account(1), 2),
			"an account does not control as many tags as are counted",
		),
		(|| ControlledTags::<Test>::remove(account(1)), "the tags of a controller are not counted"),
		(
			|| NextProposal::<Test>::put(ProposalId(0)),
			"a proposal has an id that was not given out",
		),
		(
			|| OpenProposals::<Test>::remove(person(2), CompetenceKind::Court),
			"a proposal is not known to its record",
		),
		(
			|| OpenProposals::<Test>::insert(person(1), CompetenceKind::Court, ProposalId(99)),
			"a record knows a proposal that is gone",
		),
	];
	for (damage, finding) in cases {
		build_and_break(|| {
			sound();
			damage();
			assert_eq!(found(), Some(finding));
		});
	}
}

#[test]
fn try_state_should_find_an_altered_proposal() {
	type Change = fn(&mut ProposalOf<Test>);
	let cases: [(Change, &str); 3] = [
		(|proposal| proposal.act.legal_basis = ENROLMENT, "a proposal rests on the wrong statute"),
		(
			|proposal| proposal.act.expected_version = 9,
			"a proposal is prepared on a version that is still to come",
		),
		(
			|proposal| proposal.mandate = MandateId(99),
			"a proposal was prepared under a mandate that is not on record",
		),
	];
	for (damage, finding) in cases {
		build_and_break(|| {
			sound();
			let (id, mut proposal) = Proposals::<Test>::iter().next().unwrap();
			damage(&mut proposal);
			Proposals::<Test>::insert(id, proposal);
			assert_eq!(found(), Some(finding));
		});
	}
	build_and_break(|| {
		sound();
		let (id, _) = Proposals::<Test>::iter().next().unwrap();
		OpenProposals::<Test>::insert(person(1), CompetenceKind::Court, id);
		assert_eq!(found(), Some("a record knows a proposal of another record"));
	});
}

#[test]
fn try_state_should_find_that_the_account_of_an_earlier_controller_is_gone() {
	build_and_break(|| {
		sound();
		assert_ok!(make(person(1), PersonChange::ReleaseController));
		assert_eq!(found(), None);
		assert_ok!(System::dec_providers(&account(1)));
		assert_eq!(
			found(),
			Some("an account that has controlled a tag is gone, and its nonce with it")
		);
	});
}

#[test]
fn try_state_should_find_a_head_that_counts_wrong() {
	build_and_break(|| {
		sound();
		Heads::<Test>::mutate(person(1), |head| {
			*head = head.map(|head| Head { seq: 9, ..head });
		});
		assert_eq!(found(), Some("a person's entries do not lead to its head"));
	});
}
