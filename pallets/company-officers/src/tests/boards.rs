//! How boards begin.

use super::*;
use polity_primitives::{record::chain_holds, traits::CompanyOfficers as Founds};

#[test]
fn company_should_begin_with_its_board() {
	build_and_execute(|| {
		let company = found(&[ANN, BOB], SigningRule::Joint(2));
		let Event::BoardFounded { version: 1, mandate, .. } = last_event() else {
			panic!("no board was founded")
		};
		assert_eq!(mandate, MandateId(2));
		assert_eq!(directors(company, 0), 2);
		assert_eq!(Officers::offices_of(tag(ANN)), [company]);
		let found = Officers::board(company).unwrap();
		let history = Officers::board_history(company, 1, 64);
		assert!(chain_holds(&found.head, history.iter()));
	});
}

#[test]
fn board_should_be_refused_when_it_cannot_be_one() {
	build_and_execute(|| {
		let company = register(CompanyPhase::Live);
		let refused = |board: FoundingBoard, error: Error<Test>| {
			assert_noop!(<Officers as Founds>::check_board(&board), error);
			let error: DispatchError = <Officers as Founds>::check_board(&board).unwrap_err();
			assert_noop!(found_with(company, &board), error);
		};
		refused(founding(&[], SigningRule::Sole), Error::<Test>::NoDirector);
		refused(founding(&[ANN, BOB, ANN], SigningRule::Sole), Error::<Test>::NamedTwice);
		refused(founding(&[ANN, BOB], SigningRule::Joint(3)), Error::<Test>::JointExceedsDirectors);
		for number in [0, 1] {
			refused(founding(&[ANN, BOB], SigningRule::Joint(number)), Error::<Test>::JointOfOne);
		}
		refused(founding(&[5_000], SigningRule::Sole), Error::<Test>::PartyNotFound);
		for (standing, error) in [
			(StandingError::Deceased, Error::<Test>::PersonDeceased),
			(StandingError::Frozen, Error::<Test>::PartyFrozen),
			(StandingError::Merged, Error::<Test>::PersonMerged),
			(StandingError::NotCapable, Error::<Test>::PartyMayNotAct),
		] {
			bar(person(EVE), standing);
			refused(founding(&[ANN, EVE], SigningRule::Sole), error);
		}
		assert_ok!(disqualify(BOB, Some(10)));
		refused(founding(&[ANN, BOB], SigningRule::Sole), Error::<Test>::PersonDisqualified);
		assert_ok!(found_with(company, &founding(&[ANN], SigningRule::Sole)));
	});
}

#[test]
fn imported_company_should_adopt_its_board_once() {
	build_and_execute(|| {
		let company = import(false);
		assert_noop!(appoint(company, Role::Director, person(ANN)), Error::<Test>::NotAdopted);
		let adopt = |directors: &[u64]| {
			change(company, BoardChange::Adopt(founding(directors, SigningRule::Sole)))
		};
		assert_eq!(adopt(&[]), Err(Error::<Test>::NoDirector.into()));
		assert_ok!(adopt(&[ANN]));
		assert!(matches!(last_event(), Event::BoardChanged { version: 1, .. }));
		assert_eq!(directors(company, 0), 1);
		assert_eq!(adopt(&[BOB]), Err(Error::<Test>::NothingToAdopt.into()));
		assert_ok!(appoint(company, Role::Director, person(BOB)));
	});
}

#[test]
fn board_should_be_refused_when_the_company_has_no_effect() {
	build_and_execute(|| {
		let board = || BoardChange::Adopt(founding(&[ANN], SigningRule::Sole));
		assert_noop!(propose(company(77), board()), Error::<Test>::CompanyNotFound);
		assert_noop!(propose(import(true), board()), Error::<Test>::CompanyNotSealed);
		for phase in [CompanyPhase::StruckOff, CompanyPhase::Ended] {
			assert_noop!(propose(register(phase), board()), Error::<Test>::CompanyEnded);
		}
	});
}

#[test]
fn board_should_pass_to_the_company_that_goes_on() {
	build_and_execute(|| {
		let from = found(&[ANN, BOB], SigningRule::Joint(2));
		let to = register(CompanyPhase::Live);
		let act = act(polity_primitives::LegalBasis(302), 0);
		assert_ok!(<Officers as Founds>::pass(from, to, &act, MandateId(2)));
		set_phase(from, CompanyPhase::Ended);
		assert!(matches!(last_event(), Event::BoardPassed { version: 1, .. }));
		assert_eq!(Boards::<Test>::get(to), Boards::<Test>::get(from));
		assert_eq!(Officers::offices_of(tag(ANN)).len(), 2);
		let none = register(CompanyPhase::Ended);
		assert_noop!(
			<Officers as Founds>::pass(none, to, &act, MandateId(2)),
			Error::<Test>::NotAdopted
		);
	});
}
