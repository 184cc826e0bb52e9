//! The genesis presets.

use crate::common::{configuration, genesis, local, try_state};
use polity_primitives::{
	traits::{Keepers, MandateAuthority},
	District, MinistryId, Power, Register,
};
use polity_runtime::{
	constants::MAX_MANDATE_TERM_MILLIS,
	genesis_presets::{
		get_preset, preset_names,
		production::{preset, ConfigurationError, CONFIGURATION},
		well_known::{self, WellKnown},
	},
	Identity, Mandates, Ministries, Runtime,
};
use serde_json::{json, Value};
use sp_runtime::BuildStorage;
use std::collections::BTreeSet;

/// Thirty-two bytes as a production configuration writes them.
fn key(number: u32) -> String {
	format!("0x{:064x}", 0xffff_0000u32 + number)
}

fn founders(count: u32) -> Value {
	let ministries: Vec<_> = (0..count)
		.map(|number| {
			let base = number * 16 + 1;
			json!({
				"name": format!("Ministry {number}"),
				"threshold": 2,
				"node": key(base),
				"aura": key(base + 1),
				"grandpa": key(base + 2),
				"seat": [
					{ "account": key(base + 3), "person": key(base + 4) },
					{ "account": key(base + 5), "person": key(base + 6) },
				],
			})
		})
		.collect();
	json!({
		"ministries": ministries,
		"competences": [{ "register": "Identity", "kind": "Keeper", "ministry": "Ministry 0" }],
	})
}

fn refusal(configuration: Value) -> ConfigurationError {
	preset(&configuration.to_string()).unwrap_err()
}

#[test]
fn development_and_local_should_build_and_hold() {
	for (name, authorities) in [("development", 1), ("local", 4)] {
		genesis(name).execute_with(|| {
			assert_eq!(Ministries::authority_statuses().len(), authorities, "{name}");
			try_state();
		});
	}
}

#[test]
fn the_first_sessions_should_have_their_roots_and_be_planned_by_the_ministries() {
	// Genesis goes by the pallets' indices: if the session came before the ministries, it would find
	// no authorities there, take its own keys, and an offence of the first hours could not be proven.
	local(|| {
		for session in [0, 1] {
			assert!(pallet_session::historical::HistoricalSessions::<Runtime>::contains_key(
				session
			));
		}
		assert!(pallet_ministries::Planned::<Runtime>::exists());
	});
}

#[test]
fn local_should_hold_after_a_block() {
	local(|| {});
}

#[test]
fn local_should_have_officers_for_as_long_as_a_mandate_can_last() {
	local(|| {
		let clerk = well_known::ECONOMY_CLERK.account();
		let (_, mandate) = Mandates::mandates_of(clerk).remove(0);
		let length = mandate.term.not_after.checked_millis_since(mandate.term.not_before);
		assert_eq!(length, Some(MAX_MANDATE_TERM_MILLIS));
	});
}

#[test]
fn local_should_have_two_officers_for_every_act_of_permits_and_attestations() {
	local(|| {
		// One who makes and one who checks.
		for (register, power, least) in [
			(Register::Permits, Power::Examine, 2),
			(Register::Permits, Power::Decide, 2),
			(Register::Permits, Power::FreezeAsCourt, 2),
			(Register::Permits, Power::RecordExisting, 1),
			(Register::Attestations, Power::Accredit, 2),
			(Register::Attestations, Power::Examine, 1),
			(Register::Attestations, Power::Decide, 1),
		] {
			let may = |account: &&WellKnown| {
				let (who, district) = (account.account(), District::NATIONAL);
				Mandates::ensure_mandate(&who, register, power, district).is_ok()
			};
			let found = well_known::ALL.iter().filter(may).count();
			assert!(found >= least, "{register:?} {power:?}: {found}");
		}
	});
}

#[test]
fn presets_should_have_an_authority_for_permits_and_attestations() {
	for (name, permits, attestations) in [("development", 1, 1), ("local", 4, 1)] {
		genesis(name).execute_with(|| {
			let keeper = |register| Mandates::keeper(register, District::NATIONAL);
			assert_eq!(keeper(Register::Permits), Some(MinistryId(permits)), "{name}");
			assert_eq!(keeper(Register::Attestations), Some(MinistryId(attestations)), "{name}");
		});
	}
}

#[test]
fn citizens_should_have_a_tag_of_the_register_of_permits_that_is_no_other() {
	local(|| {
		let citizens = [well_known::CITIZEN_1, well_known::CITIZEN_2, well_known::CITIZEN_3];
		let registers = [Register::Business, Register::Land, Register::Permits];
		let tags: BTreeSet<_> = citizens
			.iter()
			.flat_map(|citizen| {
				let tag = |register| Identity::controlled_tag(register, citizen.account()).unwrap();
				registers.map(tag)
			})
			.collect();
		assert_eq!(tags.len(), 9);
	});
}

#[test]
fn an_unknown_preset_should_not_be_there() {
	assert_eq!(get_preset(&"elsewhere".into()), None);
}

#[test]
fn production_should_not_be_listed_while_nobody_founds_one() {
	assert_eq!(preset(CONFIGURATION), Err(ConfigurationError::TooFewAuthorities(0)));
	assert_eq!(preset_names(), vec!["development".to_string(), "local".to_string()]);
	assert_eq!(get_preset(&"production".into()), None);
}

#[test]
fn production_should_build_and_hold_with_seven_ministries() {
	let patch = preset(&founders(7).to_string()).unwrap();
	let storage = configuration(patch).build_storage().unwrap();
	sp_io::TestExternalities::new(storage).execute_with(|| {
		assert_eq!(Ministries::authority_statuses().len(), 7);
		try_state();
	});
}

#[test]
fn production_should_fail_with_six_ministries() {
	assert_eq!(refusal(founders(6)), ConfigurationError::TooFewAuthorities(6));
}

#[test]
fn production_should_fail_with_a_seat_of_one_key() {
	let mut single = founders(7);
	single["ministries"][3]["seat"].as_array_mut().unwrap().pop();
	assert_eq!(refusal(single), ConfigurationError::WeakSeat("Ministry 3".into()));
	let mut threshold = founders(7);
	threshold["ministries"][3]["threshold"] = json!(1);
	assert_eq!(refusal(threshold), ConfigurationError::WeakSeat("Ministry 3".into()));
}

#[test]
fn production_should_fail_with_a_key_that_everybody_knows() {
	let alice = sp_keyring::Sr25519Keyring::Alice.to_raw_public();
	for public in [alice, well_known::CITIZEN_1.public] {
		let known = format!("0x{}", hex::encode(public));
		for field in ["node", "aura", "grandpa"] {
			let mut founders = founders(7);
			founders["ministries"][0][field] = json!(known);
			assert_eq!(refusal(founders), ConfigurationError::WellKnownKey(known.clone()));
		}
	}
}

#[test]
fn production_should_fail_with_a_key_in_two_places() {
	let mut founders = founders(7);
	founders["ministries"][1]["node"] = founders["ministries"][0]["seat"][0]["account"].clone();
	assert_eq!(refusal(founders), ConfigurationError::RepeatedKey(key(4)));
}

#[test]
fn production_should_fail_with_what_is_no_key_no_name_or_no_ministry() {
	let mut short = founders(7);
	short["ministries"][0]["node"] = json!("0x12");
	assert_eq!(refusal(short), ConfigurationError::NotAKey("0x12".into()));
	let mut nameless = founders(7);
	nameless["ministries"][0]["name"] = json!("");
	assert_eq!(refusal(nameless), ConfigurationError::WrongName("".into()));
	let mut unknown = founders(7);
	unknown["competences"][0]["ministry"] = json!("Nobody");
	assert_eq!(refusal(unknown), ConfigurationError::UnknownMinistry("Nobody".into()));
	assert!(matches!(preset("{"), Err(ConfigurationError::Unreadable(_))));
}

#[test]
fn well_known_accounts_should_derive_from_the_development_phrase() {
	for account in well_known::ALL {
		let pair = crate::common::pair(&account);
		assert_eq!(sp_core::Pair::public(&pair).0, account.public, "{}", account.path);
	}
}
