//! What companies resolve.

use super::*;
use polity_primitives::traits::CompanyOfficers as Binds;

const MATTER: H256 = H256::repeat_byte(7);

fn endorse(who: AccountId, company: CompanyNumber) -> DispatchResult {
	Officers::endorse(signed(who), act(RESOLUTION, 0), company, MATTER)
}

fn withdraw(who: AccountId, company: CompanyNumber) -> DispatchResult {
	Officers::withdraw_endorsement(signed(who), act(RESOLUTION, 0), company, MATTER)
}

fn resolved(company: CompanyNumber) -> bool {
	<Officers as Binds>::has_resolved(company, &MATTER)
}

#[test]
fn company_should_resolve_when_as_many_have_endorsed_as_sign_together() {
	build_and_execute(|| {
		let company = found(&[ANN, BOB, EVE], SigningRule::Joint(2));
		assert_ok!(endorse(ANN, company));
		assert!(matches!(last_event(), Event::MatterEndorsed { is_resolved: false, .. }));
		assert_noop!(endorse(ANN, company), Error::<Test>::AlreadyEndorsed);
		assert!(!resolved(company));
		assert_ok!(endorse(BOB, company));
		assert!(matches!(last_event(), Event::MatterEndorsed { is_resolved: true, .. }));
		assert!(resolved(company) && Officers::has_resolved_on(company, MATTER));
		// Another matter, or another company, has resolved nothing.
		assert!(!<Officers as Binds>::has_resolved(company, &H256::repeat_byte(8)));
		assert!(!resolved(found(&[ANN], SigningRule::Sole)));
		assert_ok!(withdraw(BOB, company));
		assert!(matches!(last_event(), Event::EndorsementWithdrawn { is_resolved: false, .. }));
		assert_noop!(withdraw(BOB, company), Error::<Test>::NotEndorsed);
		assert_ok!(withdraw(ANN, company));
		assert_eq!(Officers::resolution(company, MATTER), None);
		assert_noop!(withdraw(ANN, company), Error::<Test>::NotEndorsed);
	});
}

#[test]
fn endorsement_should_be_for_those_who_act_for_the_company() {
	build_and_execute(|| {
		let company = found(&[ANN], SigningRule::Sole);
		assert_ok!(appoint(company, Role::Secretary, person(BOB)));
		for who in [BOB, EVE] {
			assert_noop!(endorse(who, company), Error::<Test>::MayNotEndorse);
		}
		assert_noop!(endorse(STRANGER, company), Error::<Test>::NotAPerson);
		assert_noop!(endorse(ANN, register(CompanyPhase::Live)), Error::<Test>::MayNotEndorse);
		let refused = |act, error: Error<Test>| {
			assert_noop!(Officers::endorse(signed(ANN), act, company, MATTER), error);
		};
		refused(act(RESOLUTION, 1), Error::<Test>::StaleVersion);
		refused(act(OFFICERS, 0), Error::<Test>::LegalBasisDoesNotFit);
		set_phase(company, CompanyPhase::Suspended);
		assert_noop!(endorse(ANN, company), Error::<Test>::MayNotEndorse);
		set_phase(company, CompanyPhase::Ended);
		assert_noop!(endorse(ANN, company), Error::<Test>::CompanyEnded);
	});
}

#[test]
fn endorsement_should_not_count_when_who_gave_it_no_longer_binds() {
	build_and_execute(|| {
		let company = found(&[ANN, BOB], SigningRule::Sole);
		assert_ok!(endorse(ANN, company));
		assert!(resolved(company));
		// A director who has left.
		assert_ok!(remove(company, Role::Director, person(ANN), 0));
		assert!(!resolved(company));
		assert_ok!(endorse(BOB, company));
		assert!(resolved(company));
		// One who was barred, and one who was frozen.
		assert_ok!(disqualify(BOB, Some(5)));
		assert!(!resolved(company));
		assert_noop!(
			Officers::endorse(signed(BOB), act(RESOLUTION, 0), company, H256::repeat_byte(9)),
			Error::<Test>::PersonDisqualified
		);
		pass_days(5);
		assert!(resolved(company));
		bar(person(BOB), StandingError::Frozen);
		assert!(!resolved(company));
		assert_noop!(withdraw(BOB, company), Error::<Test>::PartyFrozen);
	});
}

#[test]
fn liquidator_should_act_alone_for_a_company_that_is_wound_up() {
	build_and_execute(|| {
		let company = found(&[ANN, BOB], SigningRule::Joint(2));
		assert_ok!(endorse(ANN, company));
		assert_ok!(endorse(BOB, company));
		assert!(resolved(company));
		set_phase(company, CompanyPhase::WindingUp);
		assert!(!resolved(company));
		assert_ok!(appoint(company, Role::Liquidator, person(EVE)));
		assert_noop!(
			Officers::endorse(signed(ANN), act(RESOLUTION, 0), company, H256::repeat_byte(9)),
			Error::<Test>::MayNotEndorse
		);
		assert_ok!(endorse(EVE, company));
		assert!(resolved(company));
	});
}

#[test]
fn resolution_should_lapse_and_begin_anew() {
	build_and_execute(|| {
		let company = found(&[ANN, BOB], SigningRule::Joint(2));
		assert_ok!(endorse(ANN, company));
		assert_noop!(
			Officers::clear_resolution(signed(STRANGER), company, MATTER),
			Error::<Test>::ResolutionRunning
		);
		pass_days(91);
		// What was endorsed long ago does not count with what is endorsed now.
		assert_ok!(endorse(BOB, company));
		assert!(!resolved(company));
		assert_ok!(endorse(ANN, company));
		assert!(resolved(company));
		pass_days(91);
		assert!(!resolved(company));
		assert_ok!(Officers::clear_resolution(signed(STRANGER), company, MATTER));
		assert_eq!(last_event(), Event::ResolutionCleared { company, matter: MATTER });
		assert_noop!(
			Officers::clear_resolution(signed(STRANGER), company, MATTER),
			Error::<Test>::ResolutionNotFound
		);
	});
}

#[test]
fn filing_should_be_for_directors_secretaries_and_liquidators() {
	build_and_execute(|| {
		let company = found(&[ANN], SigningRule::Sole);
		assert_ok!(appoint(company, Role::Secretary, person(BOB)));
		assert_ok!(appoint(company, Role::Auditor, person(EVE)));
		let files = |number| <Officers as Binds>::files_for(company, &tag(number));
		assert!(files(ANN) && files(BOB) && !files(EVE));
		set_phase(company, CompanyPhase::Suspended);
		assert!(files(ANN));
		assert_ok!(disqualify(ANN, Some(5)));
		assert!(!files(ANN));
		set_phase(company, CompanyPhase::WindingUp);
		assert!(!files(BOB));
		set_phase(company, CompanyPhase::Ended);
		assert!(!files(BOB));
	});
}

#[test]
fn resolution_should_have_few_endorsements() {
	new_test_ext().execute_with(|| {
		let company = found(&[ANN], SigningRule::Sole);
		let endorsed_by: Vec<_> = (1_000..1_000 + u64::from(MAX_OFFICERS)).map(tag).collect();
		let resolution = Resolution {
			endorsed_by: endorsed_by.try_into().unwrap(),
			opened_at: <Clock as polity_primitives::traits::LegalClock>::now(),
		};
		Resolutions::<Test>::insert(company, MATTER, resolution);
		assert_noop!(endorse(ANN, company), Error::<Test>::TooManyEndorsements);
	});
}
