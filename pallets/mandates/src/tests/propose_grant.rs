use frame_support::{assert_noop, assert_ok};
use polity_primitives::{
	act::{LegalBasis, RuleVersion},
	ids::{District, MandateId},
	office::{Power, Powers, Register, Signatory},
	record::RecordKind,
	time::Instant,
};
use sp_runtime::DispatchError;

use crate::{mock::*, term::Term, types::*, Error, Event, NextMandate, Proposals};

#[test]
fn proposal_should_wait_for_another_key_when_it_is_sound() {
	build_and_execute(|| {
		let prepared = act(0);
		assert_ok!(propose_as(FIRST, prepared.clone(), Grant::default()));
		let id = MandateId(0);
		let first = Signatory { account: FIRST, person: tag(1) };
		let mandate = Mandates::mandate(id).unwrap();
		assert_eq!(
			mandate,
			Mandate {
				ministry: JUSTICE,
				officer: Signatory { account: OFFICER, person: tag(100) },
				register: Register::Business,
				powers: Powers::of(&[Power::Examine, Power::Decide]),
				district: District::NATIONAL,
				term: ten_hours(),
				proposed_by: first.clone(),
				confirmed_by: None,
				state: MandateState::Proposed,
			}
		);
		assert_eq!(
			Mandates::proposal(id),
			Some(Proposal { step: Step::Grant, by: first, proposed_at: 1 })
		);
		assert_eq!(NextMandate::<Test>::get(), MandateId(1));

		// It gives nothing yet: no power, no class of signer, no reference.
		assert!(Mandates::mandates_of(OFFICER).is_empty());
		assert_eq!(crate::Officers::<Test>::get(OFFICER), None);
		assert_eq!(providers(OFFICER), 0);

		let history = Mandates::history(id, 1, 10);
		assert_eq!(history.len(), 1);
		assert_eq!(history[0].kind, RecordKind::Mandate);
		assert_eq!(history[0].act, Some(prepared));
		assert_eq!(history[0].mandate, None);
		assert_eq!(history[0].body, MandateBody::GrantProposed(mandate));
		let (version, head) = head_of(id);
		System::assert_last_event(
			Event::MandateProposed {
				id,
				version,
				head,
				ministry: JUSTICE,
				officer: OFFICER,
				person: tag(100),
				register: Register::Business,
				powers: Powers::of(&[Power::Examine, Power::Decide]),
				district: District::NATIONAL,
				not_before: ten_hours().not_before,
				not_after: ten_hours().not_after,
				by: FIRST,
			}
			.into(),
		);
	});
}

#[test]
fn proposal_should_pass_when_its_term_began_before_or_begins_later() {
	build_and_execute(|| {
		for (from, to) in [(-5, 1), (0, 1), (500, 1_500)] {
			assert_ok!(propose(Grant { term: hours(from, to), ..Default::default() }));
		}
	});
}

#[test]
fn proposal_should_fail_when_the_signer_is_no_seat_key() {
	build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(
				Mandates::propose_grant(
					origin,
					act(0),
					OFFICER,
					tag(100),
					Register::Business,
					Powers::of(&[Power::Examine]),
					District::NATIONAL,
					ten_hours().not_before,
					ten_hours().not_after,
				),
				DispatchError::BadOrigin
			);
		}
		for account in [OFFICER, SEAT, NODE, 999] {
			assert_noop!(propose_as(account, act(0), Grant::default()), Error::<Test>::NotSeatKey);
		}
	});
}

#[test]
fn proposal_should_fail_when_the_signatory_is_not_in_standing() {
	build_and_execute(|| {
		Deceased::mutate(|deceased| {
			deceased.insert(tag(1));
		});
		assert_noop!(
			propose_as(FIRST, act(0), Grant::default()),
			Error::<Test>::SignatoryNotInStanding
		);
	});
}

#[test]
fn proposal_should_fail_when_the_ministry_is_not_active() {
	build_and_execute(|| {
		Active::mutate(|active| {
			active.remove(&JUSTICE);
		});
		assert_noop!(propose_as(FIRST, act(0), Grant::default()), Error::<Test>::MinistryNotActive);
	});
}

#[test]
fn proposal_should_fail_when_it_names_a_version_or_another_day() {
	build_and_execute(|| {
		assert_noop!(propose_as(FIRST, act(1), Grant::default()), Error::<Test>::StaleVersion);
		for days in [-1, 1] {
			let mut act = act(0);
			act.effective_from = act.effective_from.checked_add_days(days).unwrap();
			assert_noop!(
				propose_as(FIRST, act, Grant::default()),
				Error::<Test>::EffectiveFromNotToday
			);
		}
	});
}

#[test]
fn proposal_should_fail_when_it_gives_no_power() {
	build_and_execute(|| {
		assert_noop!(
			propose_as(FIRST, act(0), Grant { powers: Powers::NONE, ..Default::default() }),
			Error::<Test>::NoPowers
		);
	});
}

#[test]
fn proposal_should_fail_when_its_term_is_wrong() {
	build_and_execute(|| {
		for (term, error) in [
			(hours(5, 5), Error::<Test>::EndsBeforeItBegins),
			(hours(5, 4), Error::<Test>::EndsBeforeItBegins),
			(hours(-5, 0), Error::<Test>::AlreadyOver),
			(hours(-5, -1), Error::<Test>::AlreadyOver),
			(hours(0, 1_001), Error::<Test>::TermTooLong),
			(
				Term {
					not_before: Instant::from_millis(0),
					not_after: Instant::from_millis(u64::MAX),
				},
				Error::<Test>::TermTooLong,
			),
		] {
			assert_noop!(propose_as(FIRST, act(0), Grant { term, ..Default::default() }), error);
		}
		assert_ok!(propose(Grant { term: hours(0, 1_000), ..Default::default() }));
	});
}

#[test]
fn proposal_should_fail_when_the_officer_is_who_proposes_it() {
	build_and_execute(|| {
		// Another account, the same person.
		assert_noop!(
			propose_as(FIRST, act(0), Grant { person: 1, ..Default::default() }),
			Error::<Test>::OfficerIsGrantor
		);
		assert_noop!(
			propose_as(FIRST, act(0), Grant { officer: FIRST, ..Default::default() }),
			Error::<Test>::OfficerIsGrantor
		);
	});
}

#[test]
fn proposal_should_fail_when_the_account_is_taken() {
	build_and_execute(|| {
		for officer in [SECOND, LANDS_FIRST, SEAT, NODE] {
			assert_noop!(
				propose_as(FIRST, act(0), Grant { officer, ..Default::default() }),
				Error::<Test>::AccountTaken
			);
		}
	});
}

#[test]
fn proposal_should_fail_when_the_account_is_an_officer_of_another() {
	build_and_execute(|| {
		granted(Grant::default());
		// Of another person.
		assert_noop!(
			propose_as(FIRST, act(0), Grant { person: 101, ..Default::default() }),
			Error::<Test>::OfficerOfAnother
		);
		// Of another ministry.
		let land = Grant { register: Register::Land, ..Default::default() };
		assert_noop!(
			propose_as(LANDS_FIRST, act(0), land.clone()),
			Error::<Test>::OfficerOfAnother
		);
		// The same person may serve the other ministry with another account.
		assert_ok!(propose_as(LANDS_FIRST, act(0), Grant { officer: COLLEAGUE, ..land }));
	});
}

#[test]
fn proposal_should_fail_when_the_ministry_is_not_competent() {
	build_and_execute(|| {
		let certify = Powers::of(&[Power::Examine, Power::Certify]);
		for grant in [
			Grant { register: Register::Land, ..Default::default() },
			Grant { register: Register::Land, district: 8, ..Default::default() },
			// One of the powers is for a role that nobody has.
			Grant { powers: certify, ..Default::default() },
		] {
			assert_noop!(propose_as(FIRST, act(0), grant), Error::<Test>::OutsideCompetence);
		}
		// District 7 is not that of the ministry which keeps the register elsewhere.
		let land = Grant { register: Register::Land, district: 7, ..Default::default() };
		assert_noop!(
			propose_as(LANDS_FIRST, act(0), land.clone()),
			Error::<Test>::OutsideCompetence
		);
		assert_ok!(propose_as(FIRST, act(0), land));
		// The national competence reaches a district that has none of its own.
		assert_ok!(propose_as(FIRST, act(0), Grant { district: 9, ..Default::default() }));
	});
}

#[test]
fn proposal_should_fail_when_the_person_is_not_in_standing() {
	build_and_execute(|| {
		assert_noop!(
			propose_as(FIRST, act(0), Grant { person: 200, ..Default::default() }),
			Error::<Test>::PersonNotInStanding
		);
		Deceased::mutate(|deceased| {
			deceased.insert(tag(100));
		});
		assert_noop!(
			propose_as(FIRST, act(0), Grant::default()),
			Error::<Test>::PersonNotInStanding
		);
	});
}

#[test]
fn proposal_should_fail_when_its_act_is_not_sound() {
	build_and_execute(|| {
		let mut unknown = act(0);
		unknown.legal_basis = LegalBasis(301);
		assert_noop!(
			propose_as(FIRST, unknown, Grant::default()),
			Error::<Test>::UnknownLegalBasis
		);
		let mut old = act(0);
		old.rule_version = RuleVersion(0);
		assert_noop!(propose_as(FIRST, old, Grant::default()), Error::<Test>::WrongRuleVersion);
		let once = act(0);
		assert_ok!(propose_as(FIRST, once.clone(), Grant::default()));
		// By whichever key of the ministry.
		assert_noop!(
			propose_as(SECOND, once.clone(), Grant::default()),
			Error::<Test>::RequestRepeated
		);
		// Another ministry counts its own requests.
		let land = Grant { register: Register::Land, ..Default::default() };
		assert_ok!(propose_as(LANDS_FIRST, once, land));
	});
}

#[test]
fn proposal_should_fail_when_all_ids_are_given_out() {
	build_and_execute(|| {
		NextMandate::<Test>::put(MandateId(u32::MAX));
		assert_noop!(propose_as(FIRST, act(0), Grant::default()), Error::<Test>::IdsExhausted);
		assert_eq!(Proposals::<Test>::iter().count(), 0);
	});
}
