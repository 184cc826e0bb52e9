use frame_support::{assert_noop, assert_ok};
use polity_primitives::{
	ids::MandateId,
	office::{Register, Signatory},
	record::Head,
	traits::{CompetenceAdministration, OfficerLookup},
};

use crate::{mock::*, types::*, Error, Event, Heads, MandatesOf, Officers};

#[test]
fn mandate_should_be_granted_when_another_key_and_person_confirm_it() {
	build_and_execute(|| {
		let id = propose(Grant::default()).unwrap();
		assert_ok!(confirm(SECOND, id));
		let mandate = Mandates::mandate(id).unwrap();
		assert_eq!(mandate.state, MandateState::Granted);
		let second = Signatory { account: SECOND, person: tag(2) };
		assert_eq!(mandate.confirmed_by, Some(second.clone()));
		assert_eq!(Mandates::proposal(id), None);
		assert_eq!(Mandates::mandates_of(OFFICER), vec![(id, mandate)]);
		assert_eq!(Officers::<Test>::get(OFFICER), Some((JUSTICE, tag(100))));
		assert_eq!(Mandates::officer_of(&OFFICER), Some(JUSTICE));
		assert_eq!(providers(OFFICER), 1);
		assert_eq!(Mandates::history(id, 2, 1)[0].body, MandateBody::Granted { by: second });
		let (version, head) = head_of(id);
		assert_eq!(version, 2);
		System::assert_last_event(
			Event::MandateGranted {
				id,
				version,
				head,
				ministry: JUSTICE,
				officer: OFFICER,
				by: SECOND,
			}
			.into(),
		);
	});
}

#[test]
fn account_should_have_one_provider_when_it_holds_several_mandates() {
	build_and_execute(|| {
		granted(Grant::default());
		granted(Grant { register: Register::Land, district: 7, ..Default::default() });
		assert_eq!(providers(OFFICER), 1);
		assert_eq!(Mandates::mandates_of(OFFICER).len(), 2);
	});
}

#[test]
fn grant_should_fail_when_the_proposer_confirms_it() {
	build_and_execute(|| {
		let id = propose(Grant::default()).unwrap();
		assert_noop!(confirm(FIRST, id), Error::<Test>::SameAccount);
		assert_noop!(confirm(FIRST_AGAIN, id), Error::<Test>::SamePerson);
	});
}

#[test]
fn grant_should_fail_when_the_signer_is_not_of_the_seat() {
	build_and_execute(|| {
		let id = propose(Grant::default()).unwrap();
		assert_noop!(confirm(OFFICER, id), Error::<Test>::NotSeatKey);
		assert_noop!(confirm(LANDS_FIRST, id), Error::<Test>::OtherMinistry);
		assert_noop!(confirm(SECOND, MandateId(7)), Error::<Test>::MandateNotFound);
		Deceased::mutate(|deceased| {
			deceased.insert(tag(2));
		});
		assert_noop!(confirm(SECOND, id), Error::<Test>::SignatoryNotInStanding);
	});
}

#[test]
fn grant_should_fail_when_the_officer_confirms_it() {
	build_and_execute(|| {
		// The person of the second key with another account.
		let id = propose(Grant { person: 2, ..Default::default() }).unwrap();
		assert_noop!(confirm(SECOND, id), Error::<Test>::OfficerIsGrantor);
		assert_ok!(confirm(THIRD, id));
	});
}

#[test]
fn grant_should_fail_when_the_act_is_stale_or_of_another_day() {
	build_and_execute(|| {
		let id = propose(Grant::default()).unwrap();
		let signed = || RuntimeOrigin::signed(SECOND);
		for version in [0, 2] {
			assert_noop!(
				Mandates::confirm_grant(signed(), act(version), id),
				Error::<Test>::StaleVersion
			);
		}
		let mut late = act_on(id);
		late.effective_from = late.effective_from.checked_add_days(-1).unwrap();
		assert_noop!(
			Mandates::confirm_grant(signed(), late, id),
			Error::<Test>::EffectiveFromNotToday
		);
	});
}

#[test]
fn grant_should_fail_when_nothing_waits() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		assert_noop!(confirm(THIRD, id), Error::<Test>::NothingProposed);
		let withdrawn = propose(Grant::default()).unwrap();
		assert_ok!(withdraw(FIRST, withdrawn));
		assert_noop!(confirm(SECOND, withdrawn), Error::<Test>::NothingProposed);
		// What waits is another step.
		assert_ok!(propose_change(FIRST, id, MandateChange::Revoke));
		assert_noop!(confirm(SECOND, id), Error::<Test>::NothingProposed);
	});
}

#[test]
fn grant_should_fail_when_the_proposal_has_lapsed() {
	build_and_execute(|| {
		let id = propose(Grant::default()).unwrap();
		System::set_block_number(1 + PROPOSAL_LIFETIME + 1);
		assert_noop!(confirm(SECOND, id), Error::<Test>::ProposalLapsed);
		System::set_block_number(1 + PROPOSAL_LIFETIME);
		assert_ok!(confirm(SECOND, id));
	});
}

#[test]
fn grant_should_fail_when_the_proposer_has_left_the_seat() {
	build_and_execute(|| {
		let id = propose(Grant::default()).unwrap();
		// Another person has taken over the key.
		SeatKeys::mutate(|keys| {
			keys.insert(FIRST, (JUSTICE, tag(9)));
		});
		assert_noop!(confirm(SECOND, id), Error::<Test>::ProposerLeftSeat);
		SeatKeys::mutate(|keys| {
			keys.remove(&FIRST);
		});
		assert_noop!(confirm(SECOND, id), Error::<Test>::ProposerLeftSeat);
	});
}

#[test]
fn grant_should_be_checked_again_when_the_world_has_changed() {
	build_and_execute(|| {
		let id = propose(Grant::default()).unwrap();

		Active::mutate(|active| {
			active.remove(&JUSTICE);
		});
		assert_noop!(confirm(SECOND, id), Error::<Test>::MinistryNotActive);
		Active::mutate(|active| {
			active.insert(JUSTICE);
		});

		let keeper = polity_primitives::office::CompetenceKind::Keeper;
		let national = polity_primitives::ids::District::NATIONAL;
		let set =
			|ministry| Mandates::set_competence(Register::Business, national, keeper, ministry);
		assert_ok!(set(Some(LANDS)));
		assert_noop!(confirm(SECOND, id), Error::<Test>::OutsideCompetence);
		assert_ok!(set(None));
		assert_noop!(confirm(SECOND, id), Error::<Test>::OutsideCompetence);
		assert_ok!(set(Some(JUSTICE)));

		Deceased::mutate(|deceased| {
			deceased.insert(tag(100));
		});
		assert_noop!(confirm(SECOND, id), Error::<Test>::PersonNotInStanding);
		Deceased::set(Default::default());

		SeatKeys::mutate(|keys| {
			keys.insert(OFFICER, (LANDS, tag(9)));
		});
		assert_noop!(confirm(SECOND, id), Error::<Test>::AccountTaken);
		SeatKeys::mutate(|keys| {
			keys.remove(&OFFICER);
		});

		let other = propose(Grant { person: 101, ..Default::default() }).unwrap();
		assert_ok!(confirm(SECOND, other));
		assert_noop!(confirm(SECOND, id), Error::<Test>::OfficerOfAnother);
		revoke(other);

		Now::set(NOON + 10 * HOUR);
		assert_noop!(confirm(SECOND, id), Error::<Test>::AlreadyOver);
		Now::set(NOON + 10 * HOUR - 1);
		assert_ok!(confirm(SECOND, id));
	});
}

#[test]
fn grant_should_fail_when_the_account_holds_as_many_as_it_can() {
	build_and_execute(|| {
		let held: Vec<_> = (0..MAX_MANDATES).map(|_| granted(Grant::default())).collect();
		let id = propose(Grant { term: hours(0, 20), ..Default::default() }).unwrap();
		assert_noop!(confirm(SECOND, id), Error::<Test>::TooManyMandates);
		// One that is suspended still takes its place; one that is revoked does not.
		assert_ok!(suspend(FIRST, held[0]));
		assert_noop!(confirm(SECOND, id), Error::<Test>::TooManyMandates);
		revoke(held[0]);
		assert_ok!(confirm(SECOND, id));
		assert_eq!(MandatesOf::<Test>::get(OFFICER).to_vec(), vec![held[1], held[2], id]);
	});
}

#[test]
fn expired_mandates_should_make_room_when_there_is_none() {
	build_and_execute(|| {
		let expiring: Vec<_> = (0..MAX_MANDATES).map(|_| granted(Grant::default())).collect();
		Now::set(NOON + 10 * HOUR);
		let id = granted(Grant { term: hours(10, 20), ..Default::default() });
		assert_eq!(MandatesOf::<Test>::get(OFFICER).to_vec(), vec![id]);
		// Their records are as they were, and they can still be revoked.
		assert_eq!(Mandates::mandate(expiring[0]).unwrap().state, MandateState::Granted);
		revoke(expiring[0]);
		assert_eq!(MandatesOf::<Test>::get(OFFICER).to_vec(), vec![id]);
		assert_eq!(providers(OFFICER), 1);
	});
}

#[test]
fn grant_should_fail_when_its_record_has_too_many_versions() {
	new_test_ext().execute_with(|| {
		let id = propose(Grant::default()).unwrap();
		Heads::<Test>::insert(id, Head { seq: u32::MAX, hash: Default::default() });
		assert_noop!(
			frame_support::storage::with_storage_layer(|| confirm(SECOND, id)),
			Error::<Test>::TooManyVersions
		);
	});
}
