//! Under which mandate an account acts.

use frame_support::{
	assert_noop, assert_ok, parameter_types,
	traits::{EnsureOriginWithArg, Hooks},
};
use polity_primitives::{
	ids::{District, MandateId},
	office::{
		ensure_maker_and_checker, CompetenceKind, Power, Powers, Register, Signatory, Warrant,
	},
	traits::{CompetenceAdministration, MandateAuthority, OfficerLookup},
};
use sp_runtime::DispatchError;

use crate::{mock::*, types::MandateChange, EnsureMandate, Error};

fn ask(register: Register, power: Power, district: u16) -> Result<Warrant<u64>, DispatchError> {
	Mandates::ensure_mandate(&OFFICER, register, power, District(district))
}

fn refused(error: Error<Test>) -> Result<Warrant<u64>, DispatchError> {
	Err(error.into())
}

#[test]
fn warrant_should_name_everybody_when_a_mandate_helps() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		let signatory = |account, person| Signatory { account, person: tag(person) };
		assert_eq!(
			ask(Register::Business, Power::Decide, 0),
			Ok(Warrant {
				mandate: id,
				ministry: JUSTICE,
				district: District::NATIONAL,
				officer: signatory(OFFICER, 100),
				granted_by: [signatory(FIRST, 1), signatory(SECOND, 2)],
			})
		);
	});
}

#[test]
fn warrant_should_be_on_record_when_it_was_granted_whatever_became_of_it() {
	build_and_execute(|| {
		let id = granted(Grant::default());
		let warrant = Some(ask(Register::Business, Power::Decide, 0).unwrap());
		assert_eq!(Mandates::warrant(id), warrant);

		assert_ok!(suspend(THIRD, id));
		assert_eq!(Mandates::warrant(id), warrant);
		// Restored by the same two in the other order.
		assert_ok!(propose_change(SECOND, id, MandateChange::Restore));
		assert_ok!(confirm_change(FIRST, id, MandateChange::Restore));
		assert_eq!(Mandates::warrant(id), warrant);

		Now::set(NOON + 10 * HOUR);
		assert_eq!(ask(Register::Business, Power::Decide, 0), refused(Error::Expired));
		assert_eq!(Mandates::warrant(id), warrant);

		revoke(id);
		assert_eq!(ask(Register::Business, Power::Decide, 0), refused(Error::NoMandate));
		assert_eq!(Mandates::warrant(id), warrant);

		// The account is another person's now; what the first one did stays the first one's.
		let later = granted(Grant { person: 101, term: hours(10, 20), ..Default::default() });
		assert_eq!(Mandates::warrant(later).unwrap().officer.person, tag(101));
		assert_eq!(Mandates::warrant(id), warrant);
	});
}

#[test]
fn warrant_should_be_none_when_the_mandate_was_never_granted() {
	build_and_execute(|| {
		assert_eq!(Mandates::warrant(MandateId(0)), None);
		let withdrawn = propose(Grant::default()).unwrap();
		assert_eq!(Mandates::warrant(withdrawn), None);
		assert_ok!(withdraw(SECOND, withdrawn));
		assert_eq!(Mandates::warrant(withdrawn), None);

		let id = propose(Grant::default()).unwrap();
		assert_eq!(Mandates::warrant(id), None);
		assert_ok!(confirm(SECOND, id));
		assert_eq!(Mandates::warrant(id).map(|warrant| warrant.mandate), Some(id));
	});
}

#[test]
fn warrants_should_be_of_two_people_when_maker_and_checker_are_compared() {
	build_and_execute(|| {
		granted(Grant::default());
		granted(Grant { officer: COLLEAGUE, person: 101, ..Default::default() });
		// A third one, of the first officer's person.
		granted(Grant { officer: 102, person: 100, ..Default::default() });
		let warrant = |who| {
			Mandates::ensure_mandate(&who, Register::Business, Power::Decide, District::NATIONAL)
				.unwrap()
		};
		assert_ok!(ensure_maker_and_checker(&warrant(OFFICER), &warrant(COLLEAGUE)));
		assert!(ensure_maker_and_checker(&warrant(OFFICER), &warrant(102)).is_err());
	});
}

#[test]
fn mandate_should_not_help_when_it_is_not_held() {
	build_and_execute(|| {
		let asked = || ask(Register::Business, Power::Examine, 0);
		assert_eq!(asked(), refused(Error::NoMandate));
		let id = propose(Grant::default()).unwrap();
		assert_eq!(asked(), refused(Error::NoMandate));
		assert_ok!(confirm(SECOND, id));
		assert_ok!(asked());
		assert_eq!(ask(Register::Land, Power::Examine, 7), refused(Error::NoMandate));
		revoke(id);
		assert_eq!(asked(), refused(Error::NoMandate));
	});
}

#[test]
fn mandate_should_not_help_when_it_lacks_the_power() {
	build_and_execute(|| {
		granted(Grant::default());
		assert_eq!(
			ask(Register::Business, Power::RecordExisting, 0),
			refused(Error::PowerNotGranted)
		);
	});
}

#[test]
fn mandate_should_help_in_its_term_only() {
	build_and_execute(|| {
		granted(Grant { term: hours(1, 2), ..Default::default() });
		let asked = || ask(Register::Business, Power::Examine, 0);
		for (now, expected) in [
			(0, Some(Error::NotYetInForce)),
			(HOUR - 1, Some(Error::NotYetInForce)),
			(HOUR, None),
			(2 * HOUR - 1, None),
			(2 * HOUR, Some(Error::Expired)),
			(9_999 * HOUR, Some(Error::Expired)),
		] {
			Now::set(NOON + now);
			assert_eq!(asked().err(), expected.map(|error: Error<Test>| error.into()), "{now}");
		}
		// The clock has run out, and still it is an officer's account.
		assert_eq!(Mandates::officer_of(&OFFICER), Some(JUSTICE));
	});
}

#[test]
fn mandate_should_help_in_its_district_only() {
	build_and_execute(|| {
		granted(Grant { district: 9, ..Default::default() });
		assert_ok!(ask(Register::Business, Power::Examine, 9));
		for district in [0, 8] {
			assert_eq!(
				ask(Register::Business, Power::Examine, district),
				refused(Error::OutsideDistrict)
			);
		}
	});
}

#[test]
fn national_mandate_should_help_where_the_ministry_is_competent() {
	build_and_execute(|| {
		granted(Grant::default());
		for district in [0, 7, 8] {
			assert_ok!(ask(Register::Business, Power::Examine, district));
		}
		// Another ministry becomes the competent one in district 8.
		assert_ok!(Mandates::set_competence(
			Register::Business,
			District(8),
			CompetenceKind::Keeper,
			Some(LANDS)
		));
		assert_eq!(ask(Register::Business, Power::Examine, 8), refused(Error::OutsideCompetence));
		assert_ok!(ask(Register::Business, Power::Examine, 7));
		// And loses it again.
		assert_ok!(Mandates::set_competence(
			Register::Business,
			District(8),
			CompetenceKind::Keeper,
			None
		));
		assert_ok!(ask(Register::Business, Power::Examine, 8));
	});
}

#[test]
fn mandate_should_not_help_when_its_ministry_loses_the_competence() {
	build_and_execute(|| {
		let powers = Powers::of(&[Power::Examine, Power::FreezeAsCourt]);
		granted(Grant { powers, ..Default::default() });
		let set = |kind, ministry| {
			assert_ok!(Mandates::set_competence(
				Register::Business,
				District::NATIONAL,
				kind,
				ministry
			));
		};
		set(CompetenceKind::Keeper, Some(LANDS));
		assert_eq!(ask(Register::Business, Power::Examine, 0), refused(Error::OutsideCompetence));
		// Each power by the role that it needs.
		assert_ok!(ask(Register::Business, Power::FreezeAsCourt, 0));
		set(CompetenceKind::Court, None);
		assert_eq!(
			ask(Register::Business, Power::FreezeAsCourt, 0),
			refused(Error::OutsideCompetence)
		);
	});
}

#[test]
fn mandate_should_not_help_when_the_ministry_or_the_person_falls() {
	build_and_execute(|| {
		granted(Grant::default());
		let asked = || ask(Register::Business, Power::Examine, 0);
		Deceased::mutate(|deceased| {
			deceased.insert(tag(100));
		});
		assert_eq!(asked(), refused(Error::PersonNotInStanding));
		Active::mutate(|active| {
			active.remove(&JUSTICE);
		});
		assert_eq!(asked(), refused(Error::MinistryNotActive));
	});
}

#[test]
fn refusal_should_be_of_the_mandate_that_came_furthest_when_none_helps() {
	build_and_execute(|| {
		// Examines, but only until ten o'clock; decides, all day.
		granted(Grant { powers: Powers::of(&[Power::Examine]), ..Default::default() });
		granted(Grant {
			powers: Powers::of(&[Power::Decide]),
			term: hours(0, 24),
			..Default::default()
		});
		Now::set(NOON + 12 * HOUR);
		assert_eq!(ask(Register::Business, Power::Examine, 0), refused(Error::Expired));
		assert_ok!(ask(Register::Business, Power::Decide, 0));
		assert_eq!(ask(Register::Business, Power::Certify, 0), refused(Error::PowerNotGranted));
	});
}

#[test]
fn mandate_should_help_when_another_does_not() {
	build_and_execute(|| {
		let suspended = granted(Grant::default());
		let other = granted(Grant { term: hours(0, 24), ..Default::default() });
		assert_ok!(suspend(FIRST, suspended));
		assert_eq!(ask(Register::Business, Power::Examine, 0).unwrap().mandate, other);
	});
}

parameter_types! {
	pub const Business: Register = Register::Business;
	pub const Decide: Power = Power::Decide;
}

#[test]
fn origin_should_pass_when_it_holds_the_mandate() {
	build_and_execute(|| {
		type Decides = EnsureMandate<Test, Business, Decide>;
		let id = granted(Grant::default());
		let national = District::NATIONAL;
		let warrant = Decides::ensure_origin(RuntimeOrigin::signed(OFFICER), &national).unwrap();
		assert_eq!(warrant.mandate, id);
		for origin in [
			RuntimeOrigin::signed(COLLEAGUE),
			RuntimeOrigin::signed(FIRST),
			RuntimeOrigin::root(),
			RuntimeOrigin::none(),
		] {
			assert!(Decides::try_origin(origin, &national).is_err());
		}
	});
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn benchmarks_should_find_an_officer_when_they_ask_for_one() {
	new_test_ext().execute_with(|| {
		for (register, district) in [(Register::Business, 0), (Register::Land, 3)] {
			Mandates::grant_for_benchmark(&OFFICER, tag(100), register, District(district));
			for power in Power::ALL {
				assert_ok!(ask(register, power, district));
			}
		}
		assert_ok!(crate::tests::requests::note(JUSTICE, fresh_request()));
		type Decides = EnsureMandate<Test, Business, Decide>;
		let origin = Decides::try_successful_origin(&District(4)).unwrap();
		assert_ok!(Decides::ensure_origin(origin, &District(4)));
	});
}

#[test]
fn configuration_should_hold_when_the_runtime_is_checked() {
	<Mandates as Hooks<u64>>::integrity_test();
}

#[test]
fn officer_should_be_refused_when_it_grants() {
	build_and_execute(|| {
		granted(Grant::default());
		assert_noop!(
			propose_as(OFFICER, act(0), Grant { officer: COLLEAGUE, ..Default::default() }),
			Error::<Test>::NotSeatKey
		);
	});
}
