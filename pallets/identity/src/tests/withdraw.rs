use frame_support::{assert_noop, assert_ok};
use polity_primitives::{ids::ProposalId, Register};

use crate::{mock::*, types::*, Error, Event, OpenProposals, Proposals};

fn enrolment() -> PersonChange<AccountId> {
	PersonChange::Enrol { controller: None }
}

#[test]
fn withdrawal_should_close_the_proposal_when_the_ministry_wants_it() {
	build_and_execute(|| {
		// By who prepared it, and by another officer of the same ministry.
		for signer in [MAKER, CHECKER] {
			let proposal = prepare(person(1), enrolment()).unwrap();
			assert_ok!(Identity::withdraw(signed(signer), act(ENROLMENT, 0), proposal));
			assert_eq!(Proposals::<Test>::get(proposal), None);
			assert_eq!(OpenProposals::<Test>::iter().count(), 0);
			let last = System::events().pop().unwrap().event;
			assert!(matches!(
				last,
				RuntimeEvent::Identity(Event::Withdrawn { register: Register::Business, .. })
			));
			assert_noop!(
				Identity::withdraw(signed(signer), act(ENROLMENT, 0), proposal),
				Error::<Test>::ProposalNotFound
			);
		}
	});
}

#[test]
fn withdrawal_should_be_another_ministrys_only_when_the_proposal_has_lapsed() {
	build_and_execute(|| {
		let proposal = prepare(person(1), enrolment()).unwrap();
		let withdraw = || Identity::withdraw(signed(STRANGER), act(ENROLMENT, 0), proposal);
		assert_noop!(withdraw(), Error::<Test>::PreparedByAnotherMinistry);
		System::set_block_number(2 + ProposalLifetime::get());
		assert_ok!(withdraw());
	});
}

#[test]
fn withdrawal_should_wait_for_the_lapse_when_the_mandate_of_the_maker_is_not_on_record() {
	build_and_execute(|| {
		let proposal = prepare(person(1), enrolment()).unwrap();
		forget(MAKER);
		let withdraw = || Identity::withdraw(signed(CHECKER), act(ENROLMENT, 0), proposal);
		assert_noop!(withdraw(), Error::<Test>::MakerUnknown);
		System::set_block_number(2 + ProposalLifetime::get());
		assert_ok!(withdraw());
	});
}

#[test]
fn withdrawal_should_be_possible_when_the_mandate_of_the_maker_has_ended() {
	build_and_execute(|| {
		let proposal = prepare(person(1), enrolment()).unwrap();
		revoke(MAKER);
		assert_ok!(Identity::withdraw(signed(CHECKER), act(ENROLMENT, 0), proposal));
	});
}

#[test]
fn withdrawal_should_need_the_power_that_prepared_it() {
	build_and_execute(|| {
		enrol(person(1), None);
		let freeze = prepare(person(1), PersonChange::Freeze).unwrap();
		for signer in [MAKER, 1] {
			assert_noop!(
				Identity::withdraw(signed(signer), act(COURT_ORDER, 1), freeze),
				NO_MANDATE
			);
		}
		assert_ok!(Identity::withdraw(signed(SECOND_JUDGE), act(COURT_ORDER, 1), freeze));
	});
}

#[test]
fn withdrawal_should_clear_a_proposal_that_the_record_has_left_behind() {
	build_and_execute(|| {
		enrol(person(1), Some(1));
		let release = prepare(person(1), PersonChange::ReleaseController).unwrap();
		assert_ok!(make(person(1), PersonChange::Freeze));
		assert_noop!(
			Identity::withdraw(signed(MAKER), act(KEY_RECOVERY, 1), release),
			Error::<Test>::StaleVersion
		);
		assert_ok!(Identity::withdraw(signed(MAKER), act(KEY_RECOVERY, 2), release));
	});
}

#[test]
fn withdrawal_should_fail_when_its_act_does_not_fit() {
	build_and_execute(|| {
		let first = act(ENROLMENT, 0);
		assert_ok!(Identity::prepare(signed(MAKER), first.clone(), person(1), enrolment(), None));
		let withdraw = |act| Identity::withdraw(signed(MAKER), act, ProposalId(0));
		assert_noop!(withdraw(act(KEY_RECOVERY, 0)), Error::<Test>::DiffersFromPrepared);
		assert_noop!(withdraw(first), REPEATED);
	});
}
