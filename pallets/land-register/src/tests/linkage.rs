//! Nothing holds tags of two registers together, and a head can be computed from what is public.

use codec::Encode;

use super::*;

fn contains(bytes: &[u8], tag: &[u8; 32]) -> bool {
	bytes.windows(32).any(|window| window == tag)
}

#[test]
fn no_record_should_name_an_officer_by_its_tag_of_public_office() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1), (person(200), 1)]);
		let legs = vec![
			leg(unit, sell(person(ANNA), person(BORIS), 1)),
			leg(unit, sell(person(200), person(BORIS), 1)),
		];
		let id = prepare(TRANSFER, legs).unwrap();
		assert_ok!(agree(ANNA, id));
		assert_ok!(by_deed(NOTARY, id, person(200)));
		pass_days(15);
		assert_ok!(settle(DECIDER, id));
		let mut kept = Conveyances::<Test>::get(id).encode();
		kept.extend(LandRegister::conveyance_history(id, 1, 64).encode());
		kept.extend(LandRegister::history(unit, 1, 64).encode());
		kept.extend(System::events().encode());
		assert!(contains(&kept, tag(ANNA).as_bytes()));
		for officer in [EXAMINER, DECIDER, NOTARY] {
			assert!(!contains(&kept, tag(10_000 + officer).as_bytes()));
		}
	});
}
