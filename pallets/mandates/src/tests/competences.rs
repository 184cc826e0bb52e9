use frame_support::{assert_noop, assert_ok};
use polity_primitives::{
	ids::{District, MinistryId},
	office::{CompetenceKind, Register},
	traits::{CompetenceAdministration, Keepers},
};

use crate::{mock::*, Error, Event};

const KEEPER: CompetenceKind = CompetenceKind::Keeper;

#[test]
fn competence_should_move_when_the_council_sets_it() {
	build_and_execute(|| {
		let district = District(3);
		let set = |ministry| Mandates::set_competence(Register::Land, district, KEEPER, ministry);
		let competent = || Mandates::competent(Register::Land, district, KEEPER);
		assert_eq!(competent(), Some(LANDS));
		for (previous, ministry, expected) in [
			(None, Some(JUSTICE), Some(JUSTICE)),
			(Some(JUSTICE), Some(LANDS), Some(LANDS)),
			// Without one of its own the district is the national keeper's again.
			(Some(LANDS), None, Some(LANDS)),
		] {
			assert_ok!(set(ministry));
			assert_eq!(competent(), expected);
			assert_eq!(<Mandates as Keepers>::keeper(Register::Land, district), expected);
			System::assert_last_event(
				Event::CompetenceSet {
					register: Register::Land,
					district,
					kind: KEEPER,
					previous,
					ministry,
				}
				.into(),
			);
		}
		assert_ok!(Mandates::set_competence(Register::Land, District::NATIONAL, KEEPER, None));
		assert_eq!(competent(), None);
		// District 7 has its own, and each role is apart.
		assert_eq!(Mandates::competent(Register::Land, District(7), KEEPER), Some(JUSTICE));
		assert_eq!(
			Mandates::competent(Register::Land, District(7), CompetenceKind::Surveyor),
			None
		);
	});
}

#[test]
fn competence_should_be_refused_when_the_ministry_is_not_active() {
	build_and_execute(|| {
		assert_noop!(
			Mandates::set_competence(
				Register::Land,
				District::NATIONAL,
				KEEPER,
				Some(MinistryId(9))
			),
			Error::<Test>::MinistryNotActive
		);
	});
}
