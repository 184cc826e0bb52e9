use frame_support::{assert_noop, assert_ok};
use polity_primitives::{ids::ProposalId, CompetenceKind, LegalBasis, Register};

use crate::{mock::*, types::*, Error, Event, NextProposal, OpenProposals, Persons, Proposals};

fn enrolment() -> PersonChange<AccountId> {
	PersonChange::Enrol { controller: None }
}

#[test]
fn preparing_should_store_the_proposal_and_change_no_record() {
	build_and_execute(|| {
		let act = act(ENROLMENT, 0);
		assert_ok!(Identity::prepare(signed(MAKER), act.clone(), person(1), enrolment(), None));
		let proposal = Proposals::<Test>::get(ProposalId(0)).unwrap();
		assert_eq!(proposal.act, act);
		assert_eq!(proposal.person, person(1));
		assert_eq!(proposal.mandate, mandate_of(MAKER));
		assert_eq!(proposal.prepared_at, 1);
		assert_eq!(
			OpenProposals::<Test>::get(person(1), CompetenceKind::Keeper),
			Some(ProposalId(0))
		);
		assert_eq!(Persons::<Test>::get(person(1)), None);
		assert_eq!(version(person(1)), 0);
		System::assert_last_event(
			Event::Prepared {
				proposal: ProposalId(0),
				register: Register::Business,
				tag: tag(1),
				change: enrolment(),
				mandate: proposal.mandate,
				version: 0,
			}
			.into(),
		);
	});
}

#[test]
fn preparing_should_fail_when_the_signer_lacks_the_power_that_the_change_needs() {
	build_and_execute(|| {
		enrol(person(1), None);
		// The keeper cannot freeze, a court cannot enrol, and a nobody can do neither.
		for signer in [MAKER, CHECKER, 1] {
			for change in [PersonChange::Freeze, PersonChange::Unfreeze] {
				assert_noop!(
					Identity::prepare(signed(signer), act(COURT_ORDER, 1), person(1), change, None),
					NO_MANDATE
				);
			}
		}
		for signer in [JUDGE, 1] {
			assert_noop!(
				Identity::prepare(signed(signer), act(ENROLMENT, 0), person(2), enrolment(), None),
				NO_MANDATE
			);
		}
		assert_noop!(
			Identity::prepare(
				RuntimeOrigin::root(),
				act(ENROLMENT, 0),
				person(2),
				enrolment(),
				None
			),
			sp_runtime::DispatchError::BadOrigin
		);
	});
}

#[test]
fn preparing_should_fail_when_the_version_is_stale() {
	build_and_execute(|| {
		assert_noop!(
			Identity::prepare(signed(MAKER), act(ENROLMENT, 1), person(1), enrolment(), None),
			Error::<Test>::StaleVersion
		);
		enrol(person(1), None);
		for version in [0, 2] {
			let act = act(REGISTRATION_OF_DEATH, version);
			assert_noop!(
				Identity::prepare(signed(MAKER), act, person(1), PersonChange::RecordDeath, None),
				Error::<Test>::StaleVersion
			);
		}
	});
}

#[test]
fn preparing_should_fail_when_the_statute_does_not_provide_for_the_change() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		enrol(person(2), None);
		let changes = [
			(person(3), 0, enrolment(), ENROLMENT),
			(person(1), 1, PersonChange::ReleaseController, KEY_RECOVERY),
			(person(1), 1, PersonChange::RecordDeath, REGISTRATION_OF_DEATH),
			(person(1), 1, PersonChange::MergeInto { survivor: tag(2) }, DOUBLE_ENROLMENT),
			(person(1), 1, PersonChange::Freeze, COURT_ORDER),
		];
		for (person, version, change, right) in changes {
			let maker = if change.is_by_court() { JUDGE } else { MAKER };
			for code in [101, 102, 103, 104, 105, 302, 999] {
				if LegalBasis(code) == right {
					continue;
				}
				let act = act(LegalBasis(code), version);
				assert_noop!(
					Identity::prepare(signed(maker), act, person, change.clone(), None),
					Error::<Test>::WrongLegalBasis
				);
			}
		}
	});
}

#[test]
fn preparing_should_fail_when_a_request_is_repeated() {
	build_and_execute(|| {
		let act = act(ENROLMENT, 0);
		assert_ok!(Identity::prepare(signed(MAKER), act.clone(), person(1), enrolment(), None));
		assert_noop!(
			Identity::prepare(signed(CHECKER), act, person(2), enrolment(), None),
			REPEATED
		);
	});
}

#[test]
fn preparing_should_fail_when_the_day_of_effect_is_past_except_for_a_death() {
	build_and_execute(|| {
		let mut yesterday = act(ENROLMENT, 0);
		yesterday.effective_from = today().checked_sub_days(1).unwrap();
		assert_noop!(
			Identity::prepare(signed(MAKER), yesterday, person(1), enrolment(), None),
			Error::<Test>::Backdated
		);
		enrol(person(1), None);
		let mut death = act(REGISTRATION_OF_DEATH, 1);
		death.effective_from = date(1999, 12, 31);
		assert_ok!(Identity::prepare(
			signed(MAKER),
			death,
			person(1),
			PersonChange::RecordDeath,
			None
		));
	});
}

#[test]
fn preparing_should_fail_when_the_officer_would_act_on_its_own_record() {
	build_and_execute(|| {
		let own = PersonId { register: Register::PublicOffice, tag: tag(MAKER) };
		assert_noop!(
			Identity::prepare(signed(MAKER), act(ENROLMENT, 0), own, enrolment(), None),
			Error::<Test>::OwnRecord
		);
	});
}

#[test]
fn preparing_should_fail_when_the_officer_names_its_own_key_as_controller() {
	build_and_execute(|| {
		let change = PersonChange::Enrol { controller: Some(account(MAKER)) };
		let proof = proof(MAKER, person(1), 0);
		assert_noop!(
			Identity::prepare(signed(MAKER), act(ENROLMENT, 0), person(1), change, Some(proof)),
			Error::<Test>::ControllerIsOfficer
		);
	});
}

#[test]
fn preparing_should_fail_when_the_proof_does_not_fit_the_change() {
	build_and_execute(|| {
		let with_controller = PersonChange::Enrol { controller: Some(account(1)) };
		let prepare = |change: &PersonChange<AccountId>, proof| {
			Identity::prepare(signed(MAKER), act(ENROLMENT, 0), person(1), change.clone(), proof)
		};
		assert_noop!(prepare(&with_controller, None), Error::<Test>::ProofMissing);
		assert_noop!(
			prepare(&enrolment(), Some(proof(1, person(1), 0))),
			Error::<Test>::ProofUnexpected
		);
		let elsewhere = PersonId { register: Register::Land, tag: tag(1) };
		for wrong in [
			proof(2, person(1), 0),
			proof(1, person(2), 0),
			proof(1, elsewhere, 0),
			proof(1, person(1), 1),
		] {
			assert_noop!(prepare(&with_controller, Some(wrong)), Error::<Test>::ProofInvalid);
		}
		assert_ok!(prepare(&with_controller, Some(wrapped_proof(1, person(1), 0))));
	});
}

#[test]
fn preparing_should_demand_a_proof_whenever_a_controller_is_named() {
	build_and_execute(|| {
		enrol(person(1), None);
		enrol(person(2), Some(2));
		assert_noop!(
			Identity::prepare(
				signed(MAKER),
				act(ENROLMENT, 1),
				person(1),
				PersonChange::BindController { controller: account(1) },
				None
			),
			Error::<Test>::ProofMissing
		);
		assert_noop!(
			Identity::prepare(
				signed(MAKER),
				act(KEY_RECOVERY, 1),
				person(2),
				PersonChange::RecoverController { controller: account(3) },
				Some(proof(2, person(2), 1)),
			),
			Error::<Test>::ProofInvalid
		);
	});
}

#[test]
fn preparing_should_fail_when_the_change_is_not_lawful() {
	build_and_execute(|| {
		use PersonChange::*;
		// Persons: 1 alive with a controller, 2 alive without, 3 frozen, 4 dead, 5 merged.
		for number in [2, 3, 4, 5] {
			enrol(person(number), None);
		}
		enrol(person(1), Some(1));
		assert_ok!(make(person(3), Freeze));
		assert_ok!(make(person(4), RecordDeath));
		assert_ok!(make(person(5), MergeInto { survivor: tag(1) }));

		let refusals = [
			(9, RecordDeath, Error::<Test>::NotEnrolled),
			(9, Freeze, Error::<Test>::NotEnrolled),
			(1, Enrol { controller: None }, Error::<Test>::AlreadyEnrolled),
			(4, Enrol { controller: None }, Error::<Test>::AlreadyEnrolled),
			(1, BindController { controller: account(9) }, Error::<Test>::HasController),
			(2, BindController { controller: account(1) }, Error::<Test>::ControllerTaken),
			(9, Enrol { controller: Some(account(1)) }, Error::<Test>::ControllerTaken),
			(2, RecoverController { controller: account(9) }, Error::<Test>::NoController),
			(1, RecoverController { controller: account(1) }, Error::<Test>::SameController),
			(2, ReleaseController, Error::<Test>::NoController),
			(3, Freeze, Error::<Test>::AlreadyFrozen),
			(2, Unfreeze, Error::<Test>::NotFrozen),
			(4, RecordDeath, Error::<Test>::PersonDeceased),
			(4, Freeze, Error::<Test>::PersonDeceased),
			(4, BindController { controller: account(9) }, Error::<Test>::PersonDeceased),
			(1, CorrectDeath { version: 1 }, Error::<Test>::NotDeceased),
			(4, CorrectDeath { version: 1 }, Error::<Test>::WrongCorrection),
			(5, RecordDeath, Error::<Test>::PersonMerged),
			(5, Freeze, Error::<Test>::PersonMerged),
			(3, MergeInto { survivor: tag(1) }, Error::<Test>::PersonFrozen),
			(1, MergeInto { survivor: tag(1) }, Error::<Test>::MergedIntoItself),
			(1, MergeInto { survivor: tag(9) }, Error::<Test>::SurvivorNotEnrolled),
			(1, MergeInto { survivor: tag(3) }, Error::<Test>::SurvivorNotAlive),
			(1, MergeInto { survivor: tag(4) }, Error::<Test>::SurvivorNotAlive),
			(1, MergeInto { survivor: tag(5) }, Error::<Test>::SurvivorNotAlive),
		];
		for (number, change, error) in refusals {
			assert_noop!(prepare(person(number), change), error);
		}
	});
}

#[test]
fn preparing_should_look_for_the_survivor_in_the_same_register_alone() {
	build_and_execute(|| {
		enrol(person(1), None);
		enrol(PersonId { register: Register::Land, tag: tag(2) }, None);
		assert_noop!(
			prepare(person(1), PersonChange::MergeInto { survivor: tag(2) }),
			Error::<Test>::SurvivorNotEnrolled
		);
	});
}

#[test]
fn preparing_should_fail_when_a_change_of_the_record_waits() {
	build_and_execute(|| {
		assert_ok!(prepare(person(1), enrolment()));
		assert_noop!(prepare(person(1), enrolment()), Error::<Test>::ProposalOpen);
		assert_ok!(prepare(person(2), enrolment()));
	});
}

#[test]
fn preparing_should_let_a_court_in_while_the_keeper_waits() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		assert_ok!(prepare(person(1), PersonChange::ReleaseController));
		assert_ok!(make(person(1), PersonChange::Freeze));
		// The keeper's proposal was prepared on an older version, so it makes room.
		assert_ok!(prepare(person(1), PersonChange::RecordDeath));
		assert_eq!(Proposals::<Test>::get(ProposalId(1)), None);
		System::assert_has_event(
			Event::Dropped { proposal: ProposalId(1), register: Register::Business, tag: tag(1) }
				.into(),
		);
	});
}

#[test]
fn preparing_should_drop_the_older_proposal_when_that_has_lapsed() {
	build_and_execute(|| {
		assert_ok!(prepare(person(1), enrolment()));
		System::set_block_number(1 + ProposalLifetime::get());
		assert_noop!(prepare(person(1), enrolment()), Error::<Test>::ProposalOpen);
		System::set_block_number(2 + ProposalLifetime::get());
		assert_eq!(prepare(person(1), enrolment()), Ok(ProposalId(1)));
		assert_eq!(Proposals::<Test>::get(ProposalId(0)), None);
	});
}

#[test]
fn preparing_should_fail_when_all_ids_are_given_out() {
	build_and_execute(|| {
		NextProposal::<Test>::put(ProposalId(u64::MAX));
		assert_noop!(prepare(person(1), enrolment()), Error::<Test>::TooManyProposals);
	});
}
