use frame_support::{assert_ok, traits::BuildGenesisConfig};
use polity_primitives::{
	ids::{District, MandateId},
	office::{CompetenceKind, Power, Register, Signatory},
	traits::MandateAuthority,
};

use crate::{mock::*, types::*, GenesisConfig};

fn competence() -> GenesisCompetence {
	GenesisCompetence {
		register: Register::Permits,
		district: District::NATIONAL,
		kind: CompetenceKind::Keeper,
		ministry: JUSTICE,
	}
}

fn mandate() -> GenesisMandate<u64> {
	GenesisMandate {
		ministry: JUSTICE,
		officer: Signatory { account: OFFICER, person: tag(100) },
		register: Register::Permits,
		powers: vec![Power::Examine].try_into().unwrap(),
		district: District::NATIONAL,
		not_before: ten_hours().not_before,
		not_after: ten_hours().not_after,
		granted_by: [
			Signatory { account: FIRST, person: tag(1) },
			Signatory { account: SECOND, person: tag(2) },
		],
	}
}

fn build(competences: Vec<GenesisCompetence>, mandates: Vec<GenesisMandate<u64>>) {
	build_and_execute(|| GenesisConfig::<Test> { competences, mandates }.build());
}

#[test]
fn genesis_should_grant_mandates_when_they_are_sound() {
	build_and_execute(|| {
		let colleague = GenesisMandate {
			officer: Signatory { account: COLLEAGUE, person: tag(101) },
			..mandate()
		};
		GenesisConfig::<Test> {
			competences: vec![competence()],
			mandates: vec![mandate(), colleague],
		}
		.build();
		let warrant = Mandates::ensure_mandate(
			&OFFICER,
			Register::Permits,
			Power::Examine,
			District::NATIONAL,
		);
		assert_ok!(&warrant);
		assert_eq!(warrant.unwrap().granted_by, mandate().granted_by);
		assert_eq!(providers(OFFICER), 1);
		assert_eq!(providers(COLLEAGUE), 1);
		let history = Mandates::history(MandateId(1), 1, 10);
		assert_eq!(history.len(), 1);
		assert_eq!(history[0].act, None);
		assert_eq!(
			history[0].body,
			MandateBody::GrantedAtGenesis(Mandates::mandate(MandateId(1)).unwrap())
		);
		// They end like every other.
		revoke(MandateId(0));
	});
}

#[test]
#[should_panic(expected = "named twice")]
fn genesis_should_fail_when_a_competence_is_named_twice() {
	build(vec![competence(), competence()], vec![]);
}

#[test]
#[should_panic(expected = "no such ministry")]
fn genesis_should_fail_when_a_competence_is_nobodys() {
	let ministry = polity_primitives::ids::MinistryId(9);
	build(vec![GenesisCompetence { ministry, ..competence() }], vec![]);
}

#[test]
#[should_panic(expected = "OutsideCompetence")]
fn genesis_should_fail_when_a_mandate_is_outside_the_competence() {
	build(vec![], vec![mandate()]);
}

#[test]
#[should_panic(expected = "SamePerson")]
fn genesis_should_fail_when_one_person_grants_a_mandate() {
	let [first, _] = mandate().granted_by;
	let again = Signatory { account: FIRST_AGAIN, person: tag(1) };
	build(vec![competence()], vec![GenesisMandate { granted_by: [first, again], ..mandate() }]);
}

#[test]
#[should_panic(expected = "SameAccount")]
fn genesis_should_fail_when_one_key_grants_a_mandate() {
	let [first, _] = mandate().granted_by;
	let granted_by = [first.clone(), first];
	build(vec![competence()], vec![GenesisMandate { granted_by, ..mandate() }]);
}

#[test]
#[should_panic(expected = "NotSeatKey")]
fn genesis_should_fail_when_a_grantor_is_of_another_seat() {
	let [first, _] = mandate().granted_by;
	let other = Signatory { account: LANDS_FIRST, person: tag(5) };
	build(vec![competence()], vec![GenesisMandate { granted_by: [first, other], ..mandate() }]);
}

#[test]
#[should_panic(expected = "OfficerIsGrantor")]
fn genesis_should_fail_when_an_officer_grants_its_own_mandate() {
	let officer = Signatory { account: OFFICER, person: tag(2) };
	build(vec![competence()], vec![GenesisMandate { officer, ..mandate() }]);
}
