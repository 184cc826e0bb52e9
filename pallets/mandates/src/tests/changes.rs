//! Revocation and restoration, in two steps.

use frame_support::{assert_noop, assert_ok};
use polity_primitives::{
	act::Act,
	ids::MandateId,
	office::{Register, Signatory},
	traits::OfficerLookup,
};

use crate::{mock::*, types::*, Error, Event, MandatesOf, NextMandate, Officers};
use MandateChange::{Restore, Revoke};

#[test]
fn mandate_should_be_revoked_when_two_keys_do() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		assert_ok!(propose_change(THIRD, id, Revoke));
		let third = Signatory { account: THIRD, person: tag(3) };
		let (version, head) = head_of(id);
		System::assert_last_event(
			Event::ChangeProposed { id, version, head, change: Revoke, by: THIRD }.into(),
		);
		assert_eq!(
			Mandates::proposal(id),
			Some(Proposal { step: Step::Change(Revoke), by: third, proposed_at: 1 })
		);
		// Until then it is held.
		assert_eq!(Mandates::mandate(id).unwrap().state, MandateState::Granted);

		assert_ok!(confirm_change(FIRST, id, Revoke));
		let (version, head) = head_of(id);
		System::assert_last_event(
			Event::MandateRevoked { id, version, head, officer: OFFICER, by: FIRST }.into(),
		);
		assert_eq!(Mandates::mandate(id).unwrap().state, MandateState::Revoked);
		assert_eq!(Mandates::proposal(id), None);
		assert!(!MandatesOf::<Test>::contains_key(OFFICER));
		assert_eq!(Officers::<Test>::get(OFFICER), None);
		assert_eq!(Mandates::officer_of(&OFFICER), None);
		assert_eq!(providers(OFFICER), 1);
		assert_eq!(version, 4);
	});
}

#[test]
fn account_should_stay_an_officer_when_another_mandate_is_left() {
	build_and_execute(|| {
		let first = granted(Grant::default());
		let second = granted(Grant { register: Register::Land, district: 7, ..Default::default() });
		revoke(first);
		assert_eq!(Mandates::officer_of(&OFFICER), Some(JUSTICE));
		assert_eq!(providers(OFFICER), 1);
		assert_eq!(MandatesOf::<Test>::get(OFFICER).to_vec(), vec![second]);
		revoke(second);
		assert_eq!(Mandates::officer_of(&OFFICER), None);
		// Free for another person and ministry.
		let land = Grant { register: Register::Land, person: 101, ..Default::default() };
		assert_ok!(propose_as(LANDS_FIRST, act(0), land));
	});
}

#[test]
fn account_should_keep_its_nonce_when_its_mandates_end_and_come_back() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		System::inc_account_nonce(OFFICER);
		System::inc_account_nonce(OFFICER);
		revoke(id);
		assert_eq!(Mandates::officer_of(&OFFICER), None);
		assert_eq!((System::account_nonce(OFFICER), providers(OFFICER)), (2, 1));
		granted(Grant::default());
		assert_eq!(Mandates::officer_of(&OFFICER), Some(JUSTICE));
		assert_eq!((System::account_nonce(OFFICER), providers(OFFICER)), (2, 1));
	});
}

#[test]
fn mandate_should_be_revoked_when_the_officer_has_bound_its_account() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		System::inc_consumers(&OFFICER).unwrap();
		revoke(id);
		assert_eq!(Mandates::officer_of(&OFFICER), None);
		assert_eq!((providers(OFFICER), System::consumers(&OFFICER)), (1, 1));
		// What was bound can be let go at any time.
		System::dec_consumers(&OFFICER);
		assert_eq!((providers(OFFICER), System::consumers(&OFFICER)), (1, 0));
	});
}

#[test]
fn mandate_should_be_revoked_when_its_ministry_is_not_active() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		Active::set(Default::default());
		revoke(id);
		assert_eq!(Mandates::mandate(id).unwrap().state, MandateState::Revoked);
	});
}

#[test]
fn mandate_should_be_restored_when_both_who_granted_it_do() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		assert_ok!(suspend(THIRD, id));
		// The person counts, whichever key it holds now.
		assert_ok!(propose_change(FIRST_AGAIN, id, Restore));
		assert_ok!(confirm_change(SECOND, id, Restore));
		let mandate = Mandates::mandate(id).unwrap();
		assert_eq!(mandate.state, MandateState::Granted);
		assert_eq!(mandate.proposed_by.account, FIRST);
		let (version, head) = head_of(id);
		System::assert_last_event(
			Event::MandateRestored { id, version, head, officer: OFFICER, by: SECOND }.into(),
		);
		assert_eq!(version, 5);
	});
}

#[test]
fn restoration_should_fail_when_another_than_the_two_has_a_hand_in_it() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		assert_ok!(suspend(FIRST, id));
		assert_noop!(propose_change(THIRD, id, Restore), Error::<Test>::NotGrantor);
		assert_ok!(propose_change(FIRST, id, Restore));
		assert_noop!(confirm_change(THIRD, id, Restore), Error::<Test>::NotGrantor);
	});
}

#[test]
fn restoration_should_fail_when_the_ministry_is_not_active() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		assert_ok!(suspend(FIRST, id));
		Active::set(Default::default());
		assert_noop!(propose_change(FIRST, id, Restore), Error::<Test>::MinistryNotActive);
	});
}

#[test]
fn change_should_fail_when_one_key_or_person_makes_it_alone() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		assert_ok!(suspend(FIRST, id));
		for change in [Revoke, Restore] {
			assert_ok!(propose_change(FIRST, id, change));
			assert_noop!(confirm_change(FIRST, id, change), Error::<Test>::SameAccount);
			assert_noop!(confirm_change(FIRST_AGAIN, id, change), Error::<Test>::SamePerson);
			assert_ok!(withdraw(FIRST, id));
		}
	});
}

#[test]
fn change_should_fail_when_the_mandate_is_in_another_state() {
	build_and_execute(|| {
		let proposed = propose(Grant::default()).unwrap();
		assert_noop!(propose_change(FIRST, proposed, Revoke), Error::<Test>::WrongState);
		assert_noop!(propose_change(FIRST, proposed, Restore), Error::<Test>::WrongState);
		let id = granted(Grant::default());
		assert_noop!(propose_change(FIRST, id, Restore), Error::<Test>::WrongState);
		revoke(id);
		assert_noop!(propose_change(FIRST, id, Revoke), Error::<Test>::WrongState);
		assert_noop!(confirm_change(FIRST, id, Revoke), Error::<Test>::WrongState);
	});
}

#[test]
fn change_should_fail_when_something_waits_already() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		assert_ok!(suspend(FIRST, id));
		assert_ok!(propose_change(FIRST, id, Revoke));
		for change in [Revoke, Restore] {
			assert_noop!(propose_change(SECOND, id, change), Error::<Test>::AlreadyProposed);
		}
		// What has lapsed makes room.
		System::set_block_number(1 + PROPOSAL_LIFETIME + 1);
		assert_noop!(confirm_change(SECOND, id, Revoke), Error::<Test>::ProposalLapsed);
		assert_ok!(propose_change(SECOND, id, Restore));
		assert_ok!(confirm_change(FIRST, id, Restore));
	});
}

#[test]
fn change_should_fail_when_another_was_proposed() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		assert_noop!(confirm_change(SECOND, id, Revoke), Error::<Test>::NothingProposed);
		assert_ok!(suspend(FIRST, id));
		assert_ok!(propose_change(FIRST, id, Revoke));
		assert_noop!(confirm_change(SECOND, id, Restore), Error::<Test>::NothingProposed);
	});
}

#[test]
fn change_should_fail_when_the_proposer_has_left_the_seat() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		assert_ok!(propose_change(FIRST, id, Revoke));
		SeatKeys::mutate(|keys| {
			keys.remove(&FIRST);
		});
		assert_noop!(confirm_change(SECOND, id, Revoke), Error::<Test>::ProposerLeftSeat);
	});
}

#[test]
fn change_should_fail_when_the_signer_is_not_of_the_seat() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		assert_noop!(propose_change(OFFICER, id, Revoke), Error::<Test>::NotSeatKey);
		assert_noop!(propose_change(LANDS_FIRST, id, Revoke), Error::<Test>::OtherMinistry);
		assert_noop!(confirm_change(LANDS_FIRST, id, Revoke), Error::<Test>::OtherMinistry);
		assert_noop!(propose_change(FIRST, MandateId(7), Revoke), Error::<Test>::MandateNotFound);
	});
}

#[test]
fn change_should_fail_when_the_act_is_stale_or_repeated() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		let stale = act(1);
		assert_noop!(
			Mandates::propose_change(RuntimeOrigin::signed(FIRST), stale, id, Revoke),
			Error::<Test>::StaleVersion
		);
		let once = act_on(id);
		assert_ok!(Mandates::propose_change(
			RuntimeOrigin::signed(FIRST),
			once.clone(),
			id,
			Revoke
		));
		let mut again = act_on(id);
		again.request = once.request;
		assert_noop!(
			Mandates::confirm_change(RuntimeOrigin::signed(SECOND), again, id, Revoke),
			Error::<Test>::RequestRepeated
		);
	});
}

#[test]
fn what_is_done_to_a_mandate_should_rest_on_its_own_statute() {
	build_and_execute(|| {
		let with = |id, basis| Act { legal_basis: basis, ..act_on(id) };
		let id = NextMandate::<Test>::get();
		let grant = Act { legal_basis: END_OF_OFFICE, ..act(0) };
		assert_noop!(
			propose_as(FIRST, grant, Grant::default()),
			Error::<Test>::LegalBasisDoesNotFit
		);
		assert_ok!(propose_as(FIRST, act(0), Grant::default()));
		let (first, second) = (RuntimeOrigin::signed(FIRST), RuntimeOrigin::signed(SECOND));
		let act = with(id, END_OF_OFFICE);
		assert_noop!(
			Mandates::confirm_grant(second.clone(), act.clone(), id),
			Error::<Test>::LegalBasisDoesNotFit
		);
		assert_noop!(
			Mandates::withdraw_proposal(first.clone(), act, id),
			Error::<Test>::LegalBasisDoesNotFit
		);
		assert_ok!(Mandates::confirm_grant(second.clone(), with(id, APPOINTMENT), id));
		let (act, change) = (with(id, APPOINTMENT), MandateChange::Revoke);
		assert_noop!(
			Mandates::suspend_mandate(first.clone(), act.clone(), id),
			Error::<Test>::LegalBasisDoesNotFit
		);
		assert_noop!(
			Mandates::propose_change(first.clone(), act, id, change),
			Error::<Test>::LegalBasisDoesNotFit
		);
		assert_ok!(Mandates::propose_change(first, with(id, END_OF_OFFICE), id, change));
		let act = with(id, APPOINTMENT);
		assert_noop!(
			Mandates::confirm_change(second.clone(), act, id, change),
			Error::<Test>::LegalBasisDoesNotFit
		);
		assert_ok!(Mandates::confirm_change(second, with(id, END_OF_OFFICE), id, change));
	});
}
