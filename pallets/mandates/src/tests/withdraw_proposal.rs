use frame_support::{assert_noop, assert_ok};
use polity_primitives::office::Signatory;

use crate::{mock::*, types::*, Error, Event};

#[test]
fn proposed_mandate_should_end_when_any_key_of_the_seat_withdraws_it() {
	build_and_execute(|| {
		for key in [FIRST, SECOND, FIRST_AGAIN] {
			let id = propose(Grant::default()).unwrap();
			assert_ok!(withdraw(key, id));
			assert_eq!(Mandates::mandate(id).unwrap().state, MandateState::Withdrawn);
			assert_eq!(Mandates::proposal(id), None);
			let (version, head) = head_of(id);
			System::assert_last_event(
				Event::ProposalWithdrawn { id, version, head, step: Step::Grant, by: key }.into(),
			);
		}
	});
}

#[test]
fn proposed_change_should_end_alone_when_it_is_withdrawn() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		assert_ok!(propose_change(FIRST, id, MandateChange::Revoke));
		System::set_block_number(1_000);
		assert_ok!(withdraw(THIRD, id));
		assert_eq!(Mandates::mandate(id).unwrap().state, MandateState::Granted);
		let by = Signatory { account: THIRD, person: tag(3) };
		assert_eq!(
			Mandates::history(id, 4, 1)[0].body,
			MandateBody::ChangeWithdrawn { change: MandateChange::Revoke, by }
		);
	});
}

#[test]
fn withdrawal_should_fail_when_nothing_waits_or_it_is_anothers() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		assert_noop!(withdraw(FIRST, id), Error::<Test>::NothingProposed);
		assert_ok!(propose_change(FIRST, id, MandateChange::Revoke));
		assert_noop!(withdraw(LANDS_FIRST, id), Error::<Test>::OtherMinistry);
		assert_noop!(withdraw(OFFICER, id), Error::<Test>::NotSeatKey);
		assert_noop!(
			Mandates::withdraw_proposal(RuntimeOrigin::signed(FIRST), act(2), id),
			Error::<Test>::StaleVersion
		);
	});
}
