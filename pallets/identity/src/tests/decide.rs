use frame_support::{assert_noop, assert_ok};
use polity_primitives::{
	ids::ProposalId, record::RecordKind, traits::Persons as PersonsLookup, Act, Head, Register, Tag,
};

use crate::{
	mock::*, types::*, ControlledTags, ControllerOf, Entries, Error, Event, Heads, OpenProposals,
	Persons, Proposals,
};

fn enrolment() -> PersonChange<AccountId> {
	PersonChange::Enrol { controller: None }
}

fn record(person: PersonId) -> PersonRecord<AccountId> {
	Persons::<Test>::get(person).unwrap()
}

fn controlled(seed: u8) -> Option<Tag> {
	ControllerOf::<Test>::get(Register::Business, account(seed))
}

fn is_controller(seed: u8) -> bool {
	<crate::Pallet<Test> as PersonsLookup<_>>::is_controller(&account(seed))
}

#[test]
fn decision_should_enrol_with_a_controller_who_can_sign_from_then_on() {
	build_and_execute(|| {
		assert_eq!(System::providers(&account(1)), 0);
		let change = PersonChange::Enrol { controller: Some(account(1)) };
		let proposal = prepare(person(1), change.clone()).unwrap();
		assert_eq!(System::providers(&account(1)), 0);
		let prepared = Proposals::<Test>::get(proposal).unwrap();
		let act = act(ENROLMENT, 0);
		assert_ok!(Identity::decide(signed(CHECKER), act.clone(), proposal, Decision::Approve));

		assert_eq!(
			record(person(1)),
			PersonRecord { controller: Some(account(1)), standing: PersonStanding::Alive }
		);
		assert_eq!(controlled(1), Some(tag(1)));
		assert_eq!(ControlledTags::<Test>::get(account(1)), Some(1));
		assert_eq!(System::providers(&account(1)), 1);
		assert_eq!(Proposals::<Test>::get(proposal), None);
		assert_eq!(OpenProposals::<Test>::iter().count(), 0);

		let entry = Entries::<Test>::get(person(1), 1).unwrap();
		assert_eq!(entry.kind, RecordKind::Person);
		assert_eq!(entry.act, Some(act));
		assert_eq!(entry.mandate, Some(mandate_of(CHECKER)));
		assert_eq!(
			entry.body,
			PersonBody::Decided {
				change: change.clone(),
				preparation: Preparation { mandate: mandate_of(MAKER), act: prepared.act },
			}
		);
		let head = Heads::<Test>::get(person(1)).unwrap();
		assert_eq!(head, Head::default().after(&entry));
		System::assert_last_event(
			Event::Recorded {
				proposal,
				register: Register::Business,
				tag: tag(1),
				change,
				released: None,
				prepared_under: mandate_of(MAKER),
				mandate: mandate_of(CHECKER),
				version: 1,
				head: head.hash,
			}
			.into(),
		);
	});
}

#[test]
fn decision_should_keep_one_account_to_one_tag_of_a_register() {
	build_and_execute(|| {
		let land = PersonId { register: Register::Land, tag: tag(7) };
		enrol(person(1), Some(1));
		enrol(land, Some(1));
		assert_eq!(ControlledTags::<Test>::get(account(1)), Some(2));
		// One reference keeps an account, whatever it controls.
		assert_eq!(System::providers(&account(1)), 1);
		// Both are prepared with the same account; the first that is decided has it.
		let change = PersonChange::Enrol { controller: Some(account(2)) };
		let first = prepare(person(2), change.clone()).unwrap();
		let second = prepare(person(3), change).unwrap();
		let approve = |proposal| {
			Identity::decide(signed(CHECKER), act(ENROLMENT, 0), proposal, Decision::Approve)
		};
		assert_ok!(approve(first));
		assert_noop!(approve(second), Error::<Test>::ControllerTaken);
	});
}

#[test]
fn decision_should_bind_recover_and_release_a_controller() {
	build_and_execute(|| {
		enrol(person(1), None);
		assert_ok!(make(person(1), PersonChange::BindController { controller: account(1) }));
		assert_eq!(controlled(1), Some(tag(1)));

		assert_ok!(make(person(1), PersonChange::RecoverController { controller: account(2) }));
		assert_eq!((controlled(1), controlled(2)), (None, Some(tag(1))));
		assert_eq!(ControlledTags::<Test>::get(account(1)), None);

		assert_ok!(make(person(1), PersonChange::ReleaseController));
		assert_eq!(controlled(2), None);
		assert_eq!(record(person(1)).controller, None);
		assert_eq!(version(person(1)), 4);

		// The account that was given up can control again.
		assert_ok!(make(person(1), PersonChange::BindController { controller: account(1) }));
		assert_eq!((System::providers(&account(1)), System::providers(&account(2))), (1, 1));
	});
}

#[test]
fn account_should_keep_its_nonce_when_its_control_ends_and_comes_back() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		System::inc_account_nonce(account(1));
		System::inc_account_nonce(account(1));
		assert_ok!(make(person(1), PersonChange::ReleaseController));
		assert!(!is_controller(1));
		// Kept by one reference, with which it can send nothing: it has no class any more.
		assert_eq!((System::account_nonce(account(1)), System::providers(&account(1))), (2, 1));
		assert_ok!(make(person(1), PersonChange::BindController { controller: account(1) }));
		assert!(is_controller(1));
		assert_eq!((System::account_nonce(account(1)), System::providers(&account(1))), (2, 1));
	});
}

#[test]
fn decision_should_end_control_when_the_person_has_died() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		assert_ok!(make(person(1), PersonChange::RecordDeath));
		assert_eq!(
			record(person(1)),
			PersonRecord { controller: None, standing: PersonStanding::Deceased { frozen: false } }
		);
		assert_eq!((controlled(1), System::providers(&account(1))), (None, 1));
		let last = System::events().pop().unwrap().event;
		assert!(matches!(
			last,
			RuntimeEvent::Identity(Event::Recorded { released: Some(released), .. })
				if released == account(1)
		));
	});
}

#[test]
fn decision_should_record_a_death_even_when_the_account_is_needed_elsewhere() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		assert_ok!(System::inc_consumers(&account(1)));
		assert_ok!(make(person(1), PersonChange::RecordDeath));
		assert_eq!(controlled(1), None);
		assert_eq!(System::providers(&account(1)), 1);
	});
}

#[test]
fn decision_should_take_a_death_back_and_keep_a_freeze() {
	build_and_execute(|| {
		for number in [1, 2] {
			enrol(person(number), Some(number));
		}
		assert_ok!(make(person(2), PersonChange::Freeze));
		for number in [1, 2] {
			assert_ok!(make(person(number), PersonChange::RecordDeath));
			let version = version(person(number));
			assert_ok!(make(person(number), PersonChange::CorrectDeath { version }));
			assert_eq!(record(person(number)).controller, None);
		}
		assert_eq!(record(person(1)).standing, PersonStanding::Alive);
		assert_eq!(record(person(2)).standing, PersonStanding::Frozen);
		assert_ok!(make(person(2), PersonChange::Unfreeze));
	});
}

#[test]
fn decision_should_freeze_and_unfreeze_as_a_court() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		assert_ok!(make(person(1), PersonChange::Freeze));
		assert_eq!(
			record(person(1)),
			PersonRecord { controller: Some(account(1)), standing: PersonStanding::Frozen }
		);
		// A frozen person's lost key is replaced all the same.
		assert_ok!(make(person(1), PersonChange::RecoverController { controller: account(2) }));
		assert_eq!(record(person(1)).standing, PersonStanding::Frozen);
		assert_ok!(make(person(1), PersonChange::Unfreeze));
		assert_eq!(record(person(1)).standing, PersonStanding::Alive);
	});
}

#[test]
fn decision_should_merge_a_tag_into_a_living_one() {
	build_and_execute(|| {
		for number in [1, 2, 3] {
			enrol(person(number), Some(number));
		}
		assert_ok!(make(person(1), PersonChange::MergeInto { survivor: tag(2) }));
		assert_eq!(
			record(person(1)),
			PersonRecord { controller: None, standing: PersonStanding::MergedInto(tag(2)) }
		);
		assert_eq!((controlled(1), controlled(2)), (None, Some(tag(2))));
		assert_eq!(version(person(2)), 1);
		// The survivor can be merged in its turn, but not back.
		assert_noop!(
			prepare(person(2), PersonChange::MergeInto { survivor: tag(1) }),
			Error::<Test>::SurvivorNotAlive
		);
		assert_ok!(make(person(2), PersonChange::MergeInto { survivor: tag(3) }));
		// Also one whose death was recorded.
		enrol(person(4), None);
		assert_ok!(make(person(4), PersonChange::RecordDeath));
		assert_ok!(make(person(4), PersonChange::MergeInto { survivor: tag(3) }));
	});
}

#[test]
fn decision_should_not_lift_a_freeze_by_a_death_and_a_merge() {
	build_and_execute(|| {
		enrol(person(1), None);
		enrol(person(2), None);
		assert_ok!(make(person(1), PersonChange::Freeze));
		assert_ok!(make(person(1), PersonChange::RecordDeath));
		assert_noop!(
			prepare(person(1), PersonChange::MergeInto { survivor: tag(2) }),
			Error::<Test>::PersonFrozen
		);
	});
}

#[test]
fn decision_should_change_nothing_when_it_refuses() {
	build_and_execute(|| {
		let proposal = prepare(person(1), enrolment()).unwrap();
		assert_ok!(Identity::decide(
			signed(CHECKER),
			act(ENROLMENT, 0),
			proposal,
			Decision::Refuse(RefusalReason::DocumentsInsufficient),
		));
		assert_eq!(Persons::<Test>::get(person(1)), None);
		assert_eq!(Proposals::<Test>::get(proposal), None);
		let last = System::events().pop().unwrap().event;
		assert!(matches!(
			last,
			RuntimeEvent::Identity(Event::Refused {
				proposal: ProposalId(0),
				register: Register::Business,
				reason: RefusalReason::DocumentsInsufficient,
				..
			})
		));
		// It can be prepared anew.
		enrol(person(1), None);
	});
}

#[test]
fn decision_should_fail_when_maker_and_checker_are_not_two_people() {
	build_and_execute(|| {
		let proposal = prepare(person(1), enrolment()).unwrap();
		for decision in [Decision::Approve, Decision::Refuse(RefusalReason::NotProvidedFor)] {
			let decide = |signer| {
				Identity::decide(signed(signer), act(ENROLMENT, 0), proposal, decision.clone())
			};
			assert_noop!(decide(MAKER), Error::<Test>::SameAccount);
			assert_noop!(decide(MAKER_AGAIN), Error::<Test>::SamePerson);
		}
		set_grantor(&account(CHECKER), &account(MAKER));
		assert_noop!(
			Identity::decide(signed(CHECKER), act(ENROLMENT, 0), proposal, Decision::Approve),
			Error::<Test>::GrantedByTheOther
		);
	});
}

#[test]
fn decision_should_compare_with_the_maker_when_its_mandate_has_ended() {
	build_and_execute(|| {
		let proposal = prepare(person(1), enrolment()).unwrap();
		revoke(MAKER);
		let approve = |signer| {
			Identity::decide(signed(signer), act(ENROLMENT, 0), proposal, Decision::Approve)
		};
		assert_noop!(approve(MAKER), NO_MANDATE);
		assert_noop!(approve(MAKER_AGAIN), Error::<Test>::SamePerson);
		assert_noop!(approve(STRANGER), Error::<Test>::PreparedByAnotherMinistry);
		assert_ok!(approve(CHECKER));
	});
}

#[test]
fn decision_should_fail_when_the_checker_granted_the_mandate_of_the_maker() {
	build_and_execute(|| {
		set_grantor(&account(MAKER), &account(CHECKER));
		let proposal = prepare(person(1), enrolment()).unwrap();
		assert_noop!(
			Identity::decide(signed(CHECKER), act(ENROLMENT, 0), proposal, Decision::Approve),
			Error::<Test>::GrantedByTheOther
		);
	});
}

#[test]
fn decision_should_fail_when_the_mandate_of_the_maker_is_not_on_record() {
	build_and_break(|| {
		let proposal = prepare(person(1), enrolment()).unwrap();
		forget(MAKER);
		for decision in [Decision::Approve, Decision::Refuse(RefusalReason::NotProvidedFor)] {
			assert_noop!(
				Identity::decide(signed(CHECKER), act(ENROLMENT, 0), proposal, decision),
				Error::<Test>::MakerUnknown
			);
		}
	});
}

#[test]
fn decision_should_fail_when_the_signer_lacks_the_power_that_the_change_needs() {
	build_and_execute(|| {
		enrol(person(1), None);
		let freeze = prepare(person(1), PersonChange::Freeze).unwrap();
		assert_noop!(
			Identity::decide(signed(CHECKER), act(COURT_ORDER, 1), freeze, Decision::Approve),
			NO_MANDATE
		);
		assert_noop!(
			Identity::decide(signed(JUDGE), act(COURT_ORDER, 1), freeze, Decision::Approve),
			Error::<Test>::SameAccount
		);
		let death = prepare(person(1), PersonChange::RecordDeath).unwrap();
		for signer in [JUDGE, 1] {
			let act = act(REGISTRATION_OF_DEATH, 1);
			assert_noop!(
				Identity::decide(signed(signer), act, death, Decision::Approve),
				NO_MANDATE
			);
		}
	});
}

#[test]
fn decision_should_fail_when_another_ministry_has_prepared_it() {
	build_and_execute(|| {
		let proposal = prepare(person(1), enrolment()).unwrap();
		assert_noop!(
			Identity::decide(signed(STRANGER), act(ENROLMENT, 0), proposal, Decision::Approve),
			Error::<Test>::PreparedByAnotherMinistry
		);
	});
}

#[test]
fn decision_should_fail_when_there_is_no_such_proposal() {
	build_and_execute(|| {
		let decide = |proposal| {
			Identity::decide(signed(CHECKER), act(ENROLMENT, 0), proposal, Decision::Approve)
		};
		assert_noop!(decide(ProposalId(0)), Error::<Test>::ProposalNotFound);
		let proposal = prepare(person(1), enrolment()).unwrap();
		assert_ok!(decide(proposal));
		assert_noop!(decide(proposal), Error::<Test>::ProposalNotFound);
	});
}

#[test]
fn decision_should_fail_when_the_proposal_has_lapsed() {
	build_and_execute(|| {
		let proposal = prepare(person(1), enrolment()).unwrap();
		System::set_block_number(2 + ProposalLifetime::get());
		assert_noop!(
			Identity::decide(signed(CHECKER), act(ENROLMENT, 0), proposal, Decision::Approve),
			Error::<Test>::ProposalLapsed
		);
		System::set_block_number(1 + ProposalLifetime::get());
		assert_ok!(Identity::decide(
			signed(CHECKER),
			act(ENROLMENT, 0),
			proposal,
			Decision::Approve
		));
	});
}

#[test]
fn decision_should_fail_when_the_record_has_moved_on() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		let release = prepare(person(1), PersonChange::ReleaseController).unwrap();
		for version in [0, 2] {
			let act = act(KEY_RECOVERY, version);
			assert_noop!(
				Identity::decide(signed(CHECKER), act, release, Decision::Approve),
				Error::<Test>::StaleVersion
			);
		}
		assert_ok!(make(person(1), PersonChange::Freeze));
		for version in [1, 2] {
			let act = act(KEY_RECOVERY, version);
			assert_noop!(
				Identity::decide(signed(CHECKER), act, release, Decision::Approve),
				Error::<Test>::StaleVersion
			);
		}
	});
}

#[test]
fn decision_should_fail_when_it_differs_from_what_was_prepared() {
	build_and_execute(|| {
		let proposal = prepare(person(1), enrolment()).unwrap();
		let other_basis = act(KEY_RECOVERY, 0);
		let mut other_day = act(ENROLMENT, 0);
		other_day.effective_from = today().checked_add_days(1).unwrap();
		for act in [other_basis, other_day] {
			assert_noop!(
				Identity::decide(signed(CHECKER), act, proposal, Decision::Approve),
				Error::<Test>::DiffersFromPrepared
			);
		}
	});
}

#[test]
fn decision_should_wait_for_the_day_of_effect() {
	build_and_execute(|| {
		let tomorrow = today().checked_add_days(1).unwrap();
		let due_tomorrow = || Act { effective_from: tomorrow, ..act(ENROLMENT, 0) };
		assert_ok!(Identity::prepare(signed(MAKER), due_tomorrow(), person(1), enrolment(), None));
		let approve =
			|| Identity::decide(signed(CHECKER), due_tomorrow(), ProposalId(0), Decision::Approve);
		assert_noop!(approve(), Error::<Test>::NotYetEffective);
		set_today(tomorrow);
		assert_ok!(approve());
		assert_eq!(Entries::<Test>::get(person(1), 1).unwrap().effective_from, tomorrow);
	});
}

#[test]
fn decision_should_fail_when_a_request_is_repeated() {
	build_and_execute(|| {
		let act = act(ENROLMENT, 0);
		assert_ok!(Identity::prepare(signed(MAKER), act.clone(), person(1), enrolment(), None));
		assert_noop!(
			Identity::decide(signed(CHECKER), act, ProposalId(0), Decision::Approve),
			REPEATED
		);
	});
}

#[test]
fn decision_should_fail_when_the_officer_has_a_part_in_it() {
	build_and_execute(|| {
		let own = PersonId { register: Register::PublicOffice, tag: tag(CHECKER) };
		let proposal = prepare(own, enrolment()).unwrap();
		assert_noop!(
			Identity::decide(signed(CHECKER), act(ENROLMENT, 0), proposal, Decision::Approve),
			Error::<Test>::OwnRecord
		);
		let change = PersonChange::Enrol { controller: Some(account(CHECKER)) };
		let proposal = prepare(person(1), change).unwrap();
		assert_noop!(
			Identity::decide(signed(CHECKER), act(ENROLMENT, 0), proposal, Decision::Approve),
			Error::<Test>::ControllerIsOfficer
		);
	});
}

#[test]
fn decision_should_fail_when_the_survivor_has_died_since() {
	build_and_execute(|| {
		enrol(person(1), None);
		enrol(person(2), None);
		let merge = prepare(person(1), PersonChange::MergeInto { survivor: tag(2) }).unwrap();
		assert_ok!(make(person(2), PersonChange::RecordDeath));
		assert_noop!(
			Identity::decide(signed(CHECKER), act(DOUBLE_ENROLMENT, 1), merge, Decision::Approve),
			Error::<Test>::SurvivorNotAlive
		);
	});
}

#[test]
fn decision_should_fail_when_the_versions_are_used_up() {
	build_and_break(|| {
		enrol(person(1), None);
		Heads::<Test>::insert(person(1), Head { seq: u32::MAX, hash: Default::default() });
		let death = prepare(person(1), PersonChange::RecordDeath).unwrap();
		let act = act(REGISTRATION_OF_DEATH, u32::MAX);
		assert_noop!(
			Identity::decide(signed(CHECKER), act, death, Decision::Approve),
			Error::<Test>::TooManyVersions
		);
	});
}
