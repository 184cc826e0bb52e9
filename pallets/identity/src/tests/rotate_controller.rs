use frame_support::{assert_noop, assert_ok};
use polity_primitives::{record::RecordKind, Act, Head, Register};

use crate::{mock::*, types::*, ControllerOf, Entries, Error, Event, Heads, Persons};

fn rotate(signer: u8, act: Act, new: u8, version: u32) -> sp_runtime::DispatchResult {
	Identity::rotate_controller(
		signed(signer),
		act,
		Register::Business,
		account(new),
		proof(new, person(1), version),
	)
}

#[test]
fn rotation_should_move_control_to_the_new_key() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		let act = act(ENROLMENT, 1);
		assert_ok!(rotate(1, act.clone(), 2, 1));
		assert_eq!(ControllerOf::<Test>::get(Register::Business, account(1)), None);
		assert_eq!(ControllerOf::<Test>::get(Register::Business, account(2)), Some(tag(1)));
		assert_eq!(Persons::<Test>::get(person(1)).unwrap().controller, Some(account(2)));
		assert_eq!((System::providers(&account(1)), System::providers(&account(2))), (1, 1));

		let entry = Entries::<Test>::get(person(1), 2).unwrap();
		assert_eq!((entry.kind, entry.mandate), (RecordKind::Person, None));
		assert_eq!(entry.act, Some(act));
		assert_eq!(entry.body, PersonBody::ControllerRotated { controller: account(2) });
		System::assert_last_event(
			Event::ControllerRotated {
				register: Register::Business,
				tag: tag(1),
				old: account(1),
				new: account(2),
				version: 2,
				head: Heads::<Test>::get(person(1)).unwrap().hash,
			}
			.into(),
		);
		// The new key can hand over again; the old one's proof is worth nothing any more.
		assert_ok!(Identity::rotate_controller(
			signed(2),
			crate::mock::act(ENROLMENT, 2),
			Register::Business,
			account(1),
			wrapped_proof(1, person(1), 2),
		));
	});
}

#[test]
fn rotation_should_keep_the_nonce_of_the_old_key_when_that_comes_back() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		System::inc_account_nonce(account(1));
		assert_ok!(rotate(1, act(ENROLMENT, 1), 2, 1));
		assert_eq!(System::account_nonce(account(1)), 1);
		assert_ok!(rotate(2, act(ENROLMENT, 2), 1, 2));
		assert_eq!(System::account_nonce(account(1)), 1);
		assert_eq!((System::providers(&account(1)), System::providers(&account(2))), (1, 1));
	});
}

#[test]
fn rotation_should_keep_to_the_register_that_it_names() {
	build_and_execute(|| {
		let land = PersonId { register: Register::Land, tag: tag(7) };
		enrol(person(1), Some(1));
		enrol(land, Some(1));
		assert_ok!(rotate(1, act(ENROLMENT, 1), 2, 1));
		assert_eq!(ControllerOf::<Test>::get(Register::Land, account(1)), Some(tag(7)));
		assert_eq!(System::providers(&account(1)), 1);
	});
}

#[test]
fn rotation_should_fail_when_the_signer_controls_nothing() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		for signer in [2, MAKER] {
			assert_noop!(rotate(signer, act(ENROLMENT, 1), 3, 1), Error::<Test>::NotController);
		}
		assert_ok!(rotate(1, act(ENROLMENT, 1), 2, 1));
		assert_noop!(rotate(1, act(ENROLMENT, 2), 3, 2), Error::<Test>::NotController);
	});
}

#[test]
fn rotation_should_fail_when_the_act_does_not_fit() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		let on = |days: i32| Act {
			effective_from: today().checked_add_days(days).unwrap(),
			..act(ENROLMENT, 1)
		};
		assert_noop!(rotate(1, act(ENROLMENT, 0), 2, 0), Error::<Test>::StaleVersion);
		assert_noop!(rotate(1, act(KEY_RECOVERY, 1), 2, 1), Error::<Test>::WrongLegalBasis);
		assert_noop!(rotate(1, on(-1), 2, 1), Error::<Test>::Backdated);
		assert_noop!(rotate(1, on(1), 2, 1), Error::<Test>::NotYetEffective);
		let first = act(ENROLMENT, 1);
		assert_ok!(rotate(1, first.clone(), 2, 1));
		assert_ok!(rotate(2, act(ENROLMENT, 2), 1, 2));
		assert_noop!(rotate(1, Act { expected_version: 3, ..first }, 2, 3), REPEATED);
	});
}

#[test]
fn rotation_should_fail_when_the_new_account_does_not_fit() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		enrol(person(2), Some(2));
		assert_noop!(rotate(1, act(ENROLMENT, 1), 1, 1), Error::<Test>::SameController);
		assert_noop!(rotate(1, act(ENROLMENT, 1), 2, 1), Error::<Test>::ControllerTaken);
	});
}

#[test]
fn rotation_should_fail_when_the_new_key_has_not_agreed() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		for wrong in [
			proof(1, person(1), 1),
			proof(3, person(1), 1),
			proof(2, person(1), 0),
			proof(2, person(2), 1),
		] {
			assert_noop!(
				Identity::rotate_controller(
					signed(1),
					act(ENROLMENT, 1),
					Register::Business,
					account(2),
					wrong
				),
				Error::<Test>::ProofInvalid
			);
		}
	});
}

#[test]
fn rotation_should_fail_when_the_person_is_frozen() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		assert_ok!(make(person(1), PersonChange::Freeze));
		assert_noop!(rotate(1, act(ENROLMENT, 2), 2, 2), Error::<Test>::PersonFrozen);
	});
}

#[test]
fn rotation_should_not_evade_a_change_that_waits() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		assert_ok!(prepare(person(1), PersonChange::Freeze));
		assert_noop!(rotate(1, act(ENROLMENT, 1), 2, 1), Error::<Test>::ProposalOpen);
		System::set_block_number(2 + ProposalLifetime::get());
		assert_ok!(rotate(1, act(ENROLMENT, 1), 2, 1));
	});
}

#[test]
fn rotation_should_fail_when_the_versions_are_used_up() {
	build_and_break(|| {
		enrol(person(1), Some(1));
		Heads::<Test>::insert(person(1), Head { seq: u32::MAX, hash: Default::default() });
		assert_noop!(
			rotate(1, act(ENROLMENT, u32::MAX), 2, u32::MAX),
			Error::<Test>::TooManyVersions
		);
	});
}
