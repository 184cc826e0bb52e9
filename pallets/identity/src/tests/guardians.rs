use frame_support::{assert_noop, assert_ok};
use polity_primitives::{Act, Head, Register};
use sp_core::H256;
use sp_runtime::{
	traits::Dispatchable,
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	DispatchError, DispatchResult,
};

use crate::{
	mock::*, types::*, Call, ControllerOf, Entries, Error, Event, Guardians, Heads, Persons,
	Recoveries,
};

/// The keys of the guardians, each made for the first person's tag.
const SEEDS: [u8; 3] = [61, 62, 63];

fn set(signer: u8, act: Act, guardians: Option<GuardianSet>) -> DispatchResult {
	Identity::set_guardians(signed(signer), act, Register::Business, guardians)
}

fn cancel(signer: u8, act: Act) -> DispatchResult {
	Identity::cancel_recovery(signed(signer), act, Register::Business)
}

/// Enrols a person with the first key and two of three guardians: versions 1 and 2.
fn guarded() {
	enrol(person(1), Some(1));
	assert_ok!(set(1, act(KEY_RECOVERY, 1), Some(guardians(person(1), &SEEDS, 2))));
}

fn recover_with(new: u8, approvals: Vec<Approval>) -> Call<Test> {
	Call::recover_by_guardians {
		person: person(1),
		new: account(new),
		proof: proof(new, person(1), version(person(1))),
		approvals: approvals.try_into().unwrap(),
	}
}

fn approve(position: u8, new: u8) -> Approval {
	approval(person(1), &SEEDS, position, new, version(person(1)))
}

/// The recovery for a key, by the first and the last guardian.
fn recover(new: u8) -> Call<Test> {
	recover_with(new, vec![approve(0, new), approve(2, new)])
}

/// Guarded, and the recovery for the ninth key opened.
fn opened() {
	guarded();
	assert_eq!(send(recover(9)), Ok(Ok(())));
}

fn finish() -> Call<Test> {
	Call::finish_recovery { person: person(1) }
}

fn wait() {
	System::set_block_number(System::block_number() + RecoveryDelay::get());
}

fn past_the_pool(call: Call<Test>) -> DispatchResult {
	frame_support::storage::with_storage_layer(|| {
		RuntimeCall::Identity(call).dispatch(authorised()).map(|_| ()).map_err(|error| error.error)
	})
}

fn assert_refused(call: Call<Test>, error: Error<Test>, by_pool: InvalidTransaction) {
	assert_noop!(past_the_pool(call.clone()), error);
	assert_eq!(send(call), Err(TransactionValidityError::Invalid(by_pool)));
}

#[test]
fn guardians_should_be_kept_by_their_root_alone() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		let named = guardians(person(1), &SEEDS, 2);
		let act = act(KEY_RECOVERY, 1);
		assert_ok!(set(1, act.clone(), Some(named)));
		assert_eq!(Identity::guardians(Register::Business, tag(1)), Some(named));
		let entry = Entries::<Test>::get(person(1), 2).unwrap();
		assert_eq!((entry.act, entry.mandate), (Some(act), None));
		assert_eq!(entry.body, PersonBody::GuardiansSet { guardians: Some(named) });
		System::assert_last_event(
			Event::GuardiansSet {
				register: Register::Business,
				tag: tag(1),
				guardians: Some(named),
				version: 2,
				head: Heads::<Test>::get(person(1)).unwrap().hash,
			}
			.into(),
		);
		// Others in their place, and none.
		let others = guardians(person(1), &[71, 72], 2);
		assert_ok!(set(1, crate::mock::act(KEY_RECOVERY, 2), Some(others)));
		assert_eq!(Guardians::<Test>::get(person(1)), Some(others));
		assert_ok!(set(1, crate::mock::act(KEY_RECOVERY, 3), None));
		assert_eq!(Guardians::<Test>::get(person(1)), None);
	});
}

#[test]
fn guardians_should_not_be_set_when_they_are_too_few_or_too_many_or_have_no_root() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		let sound = guardians(person(1), &SEEDS, 2);
		for unsound in [
			GuardianSet { quorum: 1, ..sound },
			GuardianSet { quorum: 4, ..sound },
			GuardianSet { count: 9, ..sound },
			GuardianSet { count: 1, quorum: 1, ..sound },
			GuardianSet { root: H256::zero(), ..sound },
		] {
			let refused = set(1, act(KEY_RECOVERY, 1), Some(unsound));
			assert_noop!(refused, Error::<Test>::GuardiansUnsound);
		}
		assert_noop!(set(1, act(KEY_RECOVERY, 1), None), Error::<Test>::NoGuardians);
	});
}

#[test]
fn guardians_should_not_be_set_when_the_act_or_the_signer_is_wrong() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		let named = Some(guardians(person(1), &SEEDS, 2));
		assert_noop!(set(2, act(KEY_RECOVERY, 1), named), Error::<Test>::NotController);
		assert_noop!(set(MAKER, act(KEY_RECOVERY, 1), named), Error::<Test>::NotController);
		assert_noop!(set(1, act(KEY_RECOVERY, 0), named), Error::<Test>::StaleVersion);
		assert_noop!(set(1, act(ENROLMENT, 1), named), Error::<Test>::WrongLegalBasis);
		let past = Act { effective_from: date(2027, 2, 28), ..act(KEY_RECOVERY, 1) };
		assert_noop!(set(1, past, named), Error::<Test>::Backdated);
		let ahead = Act { effective_from: date(2027, 3, 2), ..act(KEY_RECOVERY, 1) };
		assert_noop!(set(1, ahead, named), Error::<Test>::NotYetEffective);
		let first = act(KEY_RECOVERY, 1);
		assert_ok!(set(1, first.clone(), named));
		assert_noop!(set(1, Act { expected_version: 2, ..first }, named), REPEATED);
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none(), authorised()] {
			assert_noop!(
				Identity::set_guardians(origin, act(KEY_RECOVERY, 2), Register::Business, named),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn guardians_should_not_be_set_when_the_person_is_frozen_or_a_change_waits() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		let named = Some(guardians(person(1), &SEEDS, 2));
		assert_ok!(prepare(person(1), PersonChange::ReleaseController));
		assert_noop!(set(1, act(KEY_RECOVERY, 1), named), Error::<Test>::ProposalOpen);
		assert_ok!(make(person(1), PersonChange::Freeze));
		assert_noop!(set(1, act(KEY_RECOVERY, 2), named), Error::<Test>::PersonFrozen);
	});
}

#[test]
fn guardians_should_not_be_set_when_a_recovery_is_open() {
	build_and_execute(|| {
		opened();
		let others = Some(guardians(person(1), &[71, 72], 2));
		assert_noop!(set(1, act(KEY_RECOVERY, 2), others), Error::<Test>::RecoveryOpen);
	});
}

#[test]
fn guardians_should_not_be_set_when_the_record_has_all_its_versions() {
	build_and_break(|| {
		enrol(person(1), Some(1));
		Heads::<Test>::insert(person(1), Head { seq: u32::MAX, hash: H256::zero() });
		let named = Some(guardians(person(1), &SEEDS, 2));
		assert_noop!(set(1, act(KEY_RECOVERY, u32::MAX), named), Error::<Test>::TooManyVersions);
	});
}

#[test]
fn guardians_should_stay_when_the_controller_goes_over_to_another_key_alone() {
	build_and_execute(|| {
		guarded();
		assert_ok!(Identity::rotate_controller(
			signed(1),
			act(ENROLMENT, 2),
			Register::Business,
			account(2),
			proof(2, person(1), 2),
		));
		assert_eq!(send(recover(9)), Ok(Ok(())));
		// Whom officers bring to the tag does not inherit guardians: a thief could have named them.
		assert_ok!(cancel(2, act(KEY_RECOVERY, 3)));
		assert_ok!(set(2, act(KEY_RECOVERY, 3), Some(guardians(person(1), &SEEDS, 2))));
		assert_ok!(make(person(1), PersonChange::RecoverController { controller: account(3) }));
		assert_refused(recover(9), Error::<Test>::NoGuardians, InvalidTransaction::Stale);
	});
}

#[test]
fn guardians_should_recover_a_tag_after_the_delay() {
	build_and_execute(|| {
		guarded();
		let set = Guardians::<Test>::get(person(1)).unwrap();
		assert_eq!(send(recover(9)), Ok(Ok(())));
		System::assert_last_event(
			Event::RecoveryOpened {
				register: Register::Business,
				tag: tag(1),
				new: account(9),
				guardians: set,
				due: 1 + RecoveryDelay::get(),
				version: 2,
			}
			.into(),
		);
		// Nothing has changed yet, and the set is used up.
		assert_eq!(Persons::<Test>::get(person(1)).unwrap().controller, Some(account(1)));
		assert_eq!(version(person(1)), 2);
		assert_eq!(Guardians::<Test>::get(person(1)), None);
		assert_eq!(
			Identity::recovery(Register::Business, tag(1)),
			Some(Recovery { controller: account(9), opened_at: 1 })
		);

		System::set_block_number(RecoveryDelay::get());
		assert_refused(finish(), Error::<Test>::RecoveryNotDue, InvalidTransaction::Future);
		System::set_block_number(1 + RecoveryDelay::get());
		assert_eq!(send(finish()), Ok(Ok(())));
		assert_eq!(ControllerOf::<Test>::get(Register::Business, account(1)), None);
		assert_eq!(ControllerOf::<Test>::get(Register::Business, account(9)), Some(tag(1)));
		assert_eq!(Recoveries::<Test>::get(person(1)), None);
		let entry = Entries::<Test>::get(person(1), 3).unwrap();
		assert_eq!((entry.act, entry.mandate), (None, None));
		assert_eq!(entry.body, PersonBody::RecoveredByGuardians { controller: account(9) });
		System::assert_last_event(
			Event::RecoveredByGuardians {
				register: Register::Business,
				tag: tag(1),
				old: account(1),
				new: account(9),
				version: 3,
				head: Heads::<Test>::get(person(1)).unwrap().hash,
			}
			.into(),
		);
		assert_refused(finish(), Error::<Test>::RecoveryNotFound, InvalidTransaction::Stale);
	});
}

#[test]
fn eight_guardians_should_recover_a_tag_together() {
	build_and_execute(|| {
		let seeds = [61, 62, 63, 64, 65, 66, 67, 68];
		enrol(person(1), Some(1));
		assert_ok!(set(1, act(KEY_RECOVERY, 1), Some(guardians(person(1), &seeds, 8))));
		let approvals = (0..8).map(|at| approval(person(1), &seeds, at, 9, 2)).collect();
		assert_eq!(send(recover_with(9, approvals)), Ok(Ok(())));
	});
}

#[test]
fn controller_should_stop_a_recovery() {
	build_and_execute(|| {
		opened();
		// Also when it is due, and when the person is frozen.
		wait();
		assert_ok!(make(person(1), PersonChange::Freeze));
		assert_noop!(cancel(2, act(KEY_RECOVERY, 3)), Error::<Test>::NotController);
		assert_noop!(cancel(9, act(KEY_RECOVERY, 3)), Error::<Test>::NotController);
		assert_noop!(cancel(1, act(KEY_RECOVERY, 2)), Error::<Test>::StaleVersion);
		assert_noop!(cancel(1, act(ENROLMENT, 3)), Error::<Test>::WrongLegalBasis);
		let past = Act { effective_from: date(2027, 2, 28), ..act(KEY_RECOVERY, 3) };
		assert_noop!(cancel(1, past), Error::<Test>::Backdated);
		let ahead = Act { effective_from: date(2027, 3, 2), ..act(KEY_RECOVERY, 3) };
		assert_noop!(cancel(1, ahead), Error::<Test>::NotYetEffective);
		let once = act(KEY_RECOVERY, 3);
		assert_ok!(cancel(1, once.clone()));
		System::assert_last_event(
			Event::RecoveryCancelled { register: Register::Business, tag: tag(1), new: account(9) }
				.into(),
		);
		assert_eq!(version(person(1)), 3);
		assert_noop!(cancel(1, act(KEY_RECOVERY, 3)), Error::<Test>::RecoveryNotFound);
		assert_refused(finish(), Error::<Test>::RecoveryNotFound, InvalidTransaction::Stale);
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none(), authorised()] {
			assert_noop!(
				Identity::cancel_recovery(origin, act(KEY_RECOVERY, 3), Register::Business),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn approvals_should_be_worth_nothing_once_they_were_used() {
	build_and_execute(|| {
		guarded();
		let used = recover(9);
		assert_eq!(send(used.clone()), Ok(Ok(())));
		assert_refused(used.clone(), Error::<Test>::RecoveryOpen, InvalidTransaction::Call);
		assert_ok!(cancel(1, act(KEY_RECOVERY, 2)));
		// The record is on the version that they have signed, and still they are used up.
		assert_refused(used.clone(), Error::<Test>::NoGuardians, InvalidTransaction::Stale);
		// The same guardians once more have a record of another version before them.
		assert_ok!(set(1, act(KEY_RECOVERY, 2), Some(guardians(person(1), &SEEDS, 2))));
		assert_refused(used, Error::<Test>::GuardianSignatureInvalid, InvalidTransaction::BadProof);
	});
}

#[test]
fn recovery_should_end_when_the_tag_passes_otherwise() {
	build_and_execute(|| {
		enrol(person(2), None);
		let by_officers = [
			PersonChange::RecoverController { controller: account(3) },
			PersonChange::ReleaseController,
			PersonChange::RecordDeath,
			PersonChange::MergeInto { survivor: tag(2) },
		];
		let superseded = || {
			let event = Event::RecoverySuperseded {
				register: Register::Business,
				tag: tag(1),
				new: account(9),
			};
			System::assert_has_event(event.into());
			System::reset_events();
			crate::try_state::do_try_state::<Test>().unwrap();
			wait();
			assert_refused(finish(), Error::<Test>::RecoveryNotFound, InvalidTransaction::Stale);
		};
		for change in by_officers {
			let _ = frame_support::storage::with_transaction(|| {
				opened();
				assert_ok!(make(person(1), change));
				superseded();
				sp_runtime::TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
			});
			System::set_block_number(1);
		}
		opened();
		assert_ok!(Identity::rotate_controller(
			signed(1),
			act(ENROLMENT, 2),
			Register::Business,
			account(2),
			proof(2, person(1), 2),
		));
		superseded();
	});
}

#[test]
fn recovery_should_fail_when_there_are_no_guardians() {
	build_and_execute(|| {
		assert_refused(recover(9), Error::<Test>::NoGuardians, InvalidTransaction::Stale);
		enrol(person(1), Some(1));
		assert_refused(recover(9), Error::<Test>::NoGuardians, InvalidTransaction::Stale);
	});
}

#[test]
fn recovery_should_fail_when_the_person_is_frozen_or_the_account_is_not_free() {
	build_and_execute(|| {
		guarded();
		enrol(person(2), Some(2));
		assert_refused(recover(1), Error::<Test>::SameController, InvalidTransaction::Call);
		assert_refused(recover(2), Error::<Test>::ControllerTaken, InvalidTransaction::Call);
		assert_ok!(make(person(1), PersonChange::Freeze));
		assert_refused(recover(9), Error::<Test>::PersonFrozen, InvalidTransaction::Call);
	});
}

#[test]
fn recovery_should_fail_when_it_has_not_the_quorum() {
	build_and_execute(|| {
		guarded();
		for approvals in
			[vec![], vec![approve(0, 9)], vec![approve(0, 9), approve(1, 9), approve(2, 9)]]
		{
			assert_refused(
				recover_with(9, approvals),
				Error::<Test>::NotTheQuorum,
				InvalidTransaction::Call,
			);
		}
	});
}

#[test]
fn recovery_should_fail_when_one_guardian_is_counted_twice() {
	build_and_execute(|| {
		guarded();
		for approvals in [vec![approve(0, 9), approve(0, 9)], vec![approve(2, 9), approve(0, 9)]] {
			assert_refused(
				recover_with(9, approvals),
				Error::<Test>::GuardiansNotDistinct,
				InvalidTransaction::Call,
			);
		}
	});
	build_and_execute(|| {
		// A set in which one key has two places.
		let seeds = [61, 61, 62];
		enrol(person(1), Some(1));
		assert_ok!(set(1, act(KEY_RECOVERY, 1), Some(guardians(person(1), &seeds, 2))));
		let approvals = [0, 1].map(|at| approval(person(1), &seeds, at, 9, 2)).to_vec();
		assert_refused(
			recover_with(9, approvals),
			Error::<Test>::GuardiansNotDistinct,
			InvalidTransaction::Call,
		);
	});
}

#[test]
fn recovery_should_fail_when_a_guardian_is_none_of_this_tag() {
	build_and_execute(|| {
		guarded();
		let others = [71, 72, 73];
		let mut salted = approve(2, 9);
		salted.salt = H256::repeat_byte(1);
		let mut moved = approve(1, 9);
		moved.position = 2;
		let mut keyed = approve(2, 9);
		keyed.guardian = account(73);
		let mut outside = approve(2, 9);
		outside.position = 3;
		let mut proven = approve(2, 9);
		proven.proof = Default::default();
		let another_tags = approval(person(2), &SEEDS, 2, 9, 2);
		let another_sets = approval(person(1), &others, 2, 9, 2);
		for wrong in [salted, moved, keyed, outside, proven, another_tags, another_sets] {
			assert_refused(
				recover_with(9, vec![approve(0, 9), wrong]),
				Error::<Test>::NotGuardian,
				InvalidTransaction::BadProof,
			);
		}
	});
}

#[test]
fn recovery_should_fail_when_a_guardian_has_signed_anything_else() {
	build_and_execute(|| {
		guarded();
		let mut of_another = approve(2, 9);
		of_another.signature = approve(1, 9).signature;
		let mut in_another_domain = approve(2, 9);
		in_another_domain.signature = claim_signature(63, 9, person(1), 2);
		let mut for_another_tag = approve(2, 9);
		for_another_tag.signature = approval(person(2), &SEEDS, 2, 9, 2).signature;
		for wrong in [
			of_another,
			in_another_domain,
			for_another_tag,
			// For another account, and on another version.
			approve(2, 8),
			approval(person(1), &SEEDS, 2, 9, 1),
		] {
			assert_refused(
				recover_with(9, vec![approve(0, 9), wrong]),
				Error::<Test>::GuardianSignatureInvalid,
				InvalidTransaction::BadProof,
			);
		}
	});
}

#[test]
fn recovery_should_fail_when_the_new_controller_has_not_agreed() {
	build_and_execute(|| {
		guarded();
		let call = Call::recover_by_guardians {
			person: person(1),
			new: account(9),
			proof: proof(8, person(1), 2),
			approvals: vec![approve(0, 9), approve(2, 9)].try_into().unwrap(),
		};
		assert_refused(call, Error::<Test>::ProofInvalid, InvalidTransaction::BadProof);
	});
}

#[test]
fn recovery_should_not_be_finished_when_something_has_come_between() {
	build_and_execute(|| {
		opened();
		wait();
		assert_ok!(prepare(person(1), PersonChange::ReleaseController));
		assert_refused(finish(), Error::<Test>::ProposalOpen, InvalidTransaction::Call);
		System::set_block_number(System::block_number() + ProposalLifetime::get() + 1);
		assert_ok!(make(person(1), PersonChange::Freeze));
		assert_refused(finish(), Error::<Test>::PersonFrozen, InvalidTransaction::Call);
		assert_ok!(make(person(1), PersonChange::Unfreeze));
		enrol(person(2), Some(9));
		assert_refused(finish(), Error::<Test>::ControllerTaken, InvalidTransaction::Call);
		assert_ok!(make(person(2), PersonChange::ReleaseController));
		assert_eq!(send(finish()), Ok(Ok(())));
	});
}

#[test]
fn recovery_should_fail_when_anybody_signs_the_transaction() {
	build_and_execute(|| {
		guarded();
		for call in [recover(9), finish()] {
			for origin in [RuntimeOrigin::root(), RuntimeOrigin::none(), signed(1), signed(61)] {
				let found = RuntimeCall::Identity(call.clone()).dispatch(origin);
				assert_eq!(found.unwrap_err().error, DispatchError::BadOrigin);
			}
		}
	});
}

#[test]
fn recovery_should_fail_at_the_pool_when_the_call_is_paused() {
	build_and_execute(|| {
		guarded();
		let refused = polity_primitives::refusal::Refusal::CallNotAvailable;
		set_paused(true);
		assert_eq!(send(recover(9)), Err(refused.into()));
		set_paused(false);
		assert_eq!(send(recover(9)), Ok(Ok(())));
		wait();
		set_paused(true);
		assert_eq!(send(finish()), Err(refused.into()));
	});
}
