//! What the state must not have.

use super::*;

/// Whether the bytes stand anywhere in the state, in a key or a value.
fn state_has(bytes: &[u8]) -> bool {
	let contains = |hay: &[u8]| hay.windows(bytes.len()).any(|window| window == bytes);
	let mut key = Vec::new();
	while let Some(next) = sp_io::storage::next_key(&key) {
		let value = sp_io::storage::get(&next).unwrap_or_default();
		if contains(&next) || contains(&value) {
			return true;
		}
		key = next;
	}
	false
}

#[test]
fn nobody_who_signs_for_a_company_should_be_named() {
	build_and_execute(|| {
		let number = permit_of(make_type(terms()), firm(0));
		let person = Party::Person(tag(Register::Permits, BOB));
		permit_of(make_type(terms()), person);
		assert_ok!(ask_transfer(ANN, number, firm(1)));
		assert_ok!(endorse(BOB, number));
		assert_ok!(change(number, PermitChange::Transfer));
		assert_ok!(surrender(BOB, number));
		// The account stands in the transaction alone, as any signer's does.
		for account in [ANN, BOB] {
			assert!(!state_has(tag(Register::Business, account).as_bytes()));
		}
		// The check finds what is there: a person that holds a readable permit.
		assert!(state_has(tag(Register::Permits, BOB).as_bytes()));
	});
}

#[test]
fn no_officers_tag_should_stand_in_the_register() {
	use polity_primitives::traits::MandateAuthority;
	build_and_execute(|| {
		let number = permit_of(make_type(terms()), firm(0));
		assert_ok!(prepare(number, suspend()));
		assert_ok!(change(number, suspend()));
		for officer in [EXAMINER, DECIDER] {
			let warrant = Mandates::warrant(mandate_of(officer).unwrap()).unwrap();
			assert!(!state_has(warrant.officer.person.as_bytes()));
		}
	});
}
