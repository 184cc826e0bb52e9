use frame_support::{assert_noop, assert_ok};
use polity_primitives::{
	act::LegalBasis,
	ids::{District, MandateId},
	office::{Power, Register, Signatory},
	traits::{MandateAuthority, OfficerLookup},
};

use crate::{mock::*, types::*, Error, Event};

#[test]
fn mandate_should_be_suspended_at_once_when_one_key_does() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		let ask = || {
			Mandates::ensure_mandate(
				&OFFICER,
				Register::Business,
				Power::Examine,
				District::NATIONAL,
			)
		};
		assert_ok!(ask());
		assert_ok!(suspend(THIRD, id));
		assert_eq!(ask(), Err(Error::<Test>::MandateSuspended.into()));
		assert_eq!(Mandates::mandate(id).unwrap().state, MandateState::Suspended);
		// It still holds it, so that a call can say what is wrong.
		assert_eq!(Mandates::officer_of(&OFFICER), Some(JUSTICE));
		let (version, head) = head_of(id);
		System::assert_last_event(
			Event::MandateSuspended { id, version, head, officer: OFFICER, by: THIRD }.into(),
		);
		let by = Signatory { account: THIRD, person: tag(3) };
		assert_eq!(Mandates::history(id, 3, 1)[0].body, MandateBody::Suspended { by });
	});
}

#[test]
fn mandate_should_be_suspended_when_its_ministry_is_not_active_or_a_change_waits() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		assert_ok!(propose_change(FIRST, id, MandateChange::Revoke));
		Active::set(Default::default());
		assert_ok!(suspend(FIRST, id));
		// What was prepared on the version before is read again.
		assert_ok!(confirm_change(SECOND, id, MandateChange::Revoke));
	});
}

#[test]
fn suspension_should_fail_when_the_mandate_is_not_granted() {
	build_and_execute(|| {
		let id = propose(Grant::default()).unwrap();
		assert_noop!(suspend(FIRST, id), Error::<Test>::WrongState);
		assert_ok!(confirm(SECOND, id));
		assert_ok!(suspend(FIRST, id));
		assert_noop!(suspend(SECOND, id), Error::<Test>::WrongState);
		revoke(id);
		assert_noop!(suspend(SECOND, id), Error::<Test>::WrongState);
	});
}

#[test]
fn suspension_should_fail_when_the_signer_is_not_of_the_seat() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		assert_noop!(suspend(OFFICER, id), Error::<Test>::NotSeatKey);
		assert_noop!(suspend(LANDS_FIRST, id), Error::<Test>::OtherMinistry);
		assert_noop!(suspend(FIRST, MandateId(9)), Error::<Test>::MandateNotFound);
		Deceased::mutate(|deceased| {
			deceased.insert(tag(1));
		});
		assert_noop!(suspend(FIRST, id), Error::<Test>::SignatoryNotInStanding);
	});
}

#[test]
fn suspension_should_fail_when_its_act_is_not_sound() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		let suspend = |act| Mandates::suspend_mandate(RuntimeOrigin::signed(FIRST), act, id);
		assert_noop!(suspend(act(0)), Error::<Test>::StaleVersion);
		let mut later = act_on(id);
		later.effective_from = later.effective_from.checked_add_days(30).unwrap();
		assert_noop!(suspend(later), Error::<Test>::EffectiveFromNotToday);
		let mut unknown = act_on(id);
		unknown.legal_basis = LegalBasis(999);
		assert_noop!(suspend(unknown), Error::<Test>::UnknownLegalBasis);
	});
}
