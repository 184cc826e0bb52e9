//! `polity-state-checker`: loads the state of the last finalized block from a node and runs every
//! pallet's checks on it, natively. What a ministry runs on its own node to see that the law of the
//! registers holds of the state, whoever wrote it. With a new runtime it rehearses the upgrade on that
//! state first, and checks what comes of it.

mod rehearsal;

use clap::Parser;
use jsonrpsee::{
	core::{client::ClientT, ClientError},
	rpc_params,
	ws_client::{WsClient, WsClientBuilder},
};
use polity_runtime::Runtime;
use serde_json::Value;
use sp_io::TestExternalities;
use sp_runtime::TryRuntimeError;
use sp_storage::{Storage, StorageChild};
use std::{collections::BTreeMap, path::PathBuf, process::ExitCode};

/// How many keys one question asks for: what a node answers in one page.
const PAGE: usize = 1_000;

/// Loads the last finalized state from a node and runs every pallet's checks on it.
///
/// The last line on stdout is one JSON object: {"block","hash","keys","checked","failed"}, with
/// "rehearsed" {"codeHash","from","to"} where an upgrade was rehearsed. Exit codes: 0 all checks hold, 1 a
/// check failed, 2 wrong usage, 3 the file of the runtime cannot be read, 5 no node answers, 7 the new
/// runtime is not of this chain, not newer, or makes no block on this state: it must not be handed in.
#[derive(Parser)]
struct Arguments {
	/// The node to ask.
	#[arg(long, default_value = "ws://127.0.0.1:9944")]
	rpc: String,

	/// The WebAssembly of a new runtime: it migrates the state and makes blocks on it, here and not on the
	/// chain, before the checks are run.
	#[arg(long, value_name = "FILE")]
	runtime: Option<PathBuf>,
}

/// A check of one pallet.
type Check = fn() -> Result<(), TryRuntimeError>;

/// Every pallet that has checks, by its name in the runtime.
const CHECKS: [(&str, Check); 14] = [
	("Identity", pallet_identity::try_state::do_try_state::<Runtime>),
	("Ministries", pallet_ministries::try_state::do_try_state::<Runtime>),
	("Mandates", pallet_mandates::try_state::do_try_state::<Runtime>),
	("Allowances", pallet_allowances::try_state::do_try_state::<Runtime>),
	("Governance", pallet_governance::try_state::do_try_state::<Runtime>),
	("BusinessRegistry", pallet_business_registry::try_state::do_try_state::<Runtime>),
	("CompanyOfficers", pallet_company_officers::try_state::do_try_state::<Runtime>),
	("LandCadastre", pallet_land_cadastre::try_state::do_try_state::<Runtime>),
	("LandRegister", pallet_land_register::try_state::do_try_state::<Runtime>),
	("ShareLedger", pallet_share_ledger::try_state::do_try_state::<Runtime>),
	("CompanyFilings", pallet_company_filings::try_state::do_try_state::<Runtime>),
	("Permits", pallet_permits::try_state::do_try_state::<Runtime>),
	("PermitApplications", pallet_permit_applications::try_state::do_try_state::<Runtime>),
	("Attestations", pallet_attestations::try_state::do_try_state::<Runtime>),
];

/// A finalized block and its whole state.
struct Finalized {
	hash: String,
	number: u64,
	top: BTreeMap<Vec<u8>, Vec<u8>>,
}

fn bytes(text: &str) -> Result<Vec<u8>, ClientError> {
	hex::decode(text.trim_start_matches("0x"))
		.map_err(|_| ClientError::Custom("the node's answer is no hexadecimal".into()))
}

/// Reads every key and value of the last finalized block, in pages.
async fn load(client: &WsClient) -> Result<Finalized, ClientError> {
	let hash: String = client.request("chain_getFinalizedHead", rpc_params![]).await?;
	let header: Value = client.request("chain_getHeader", rpc_params![&hash]).await?;
	let number = header["number"].as_str().unwrap_or_default().trim_start_matches("0x");
	let number = u64::from_str_radix(number, 16)
		.map_err(|_| ClientError::Custom("the node's header has no number".into()))?;
	let mut top = BTreeMap::new();
	let mut last: Option<String> = None;
	loop {
		let keys: Vec<String> =
			client.request("state_getKeysPaged", rpc_params!["0x", PAGE, &last, &hash]).await?;
		let Some(end) = keys.last().cloned() else { break };
		let found: Vec<Value> =
			client.request("state_queryStorageAt", rpc_params![&keys, &hash]).await?;
		for change in found.iter().filter_map(|set| set["changes"].as_array()).flatten() {
			if let (Some(key), Some(value)) = (change[0].as_str(), change[1].as_str()) {
				top.insert(bytes(key)?, bytes(value)?);
			}
		}
		last = Some(end);
		if keys.len() < PAGE {
			break;
		}
	}
	Ok(Finalized { hash, number, top })
}

/// The names of the checks that fail on a state, with what each says.
fn failures(top: BTreeMap<Vec<u8>, Vec<u8>>) -> Vec<(&'static str, String)> {
	let children_default = BTreeMap::<Vec<u8>, StorageChild>::new().into_iter().collect();
	let mut state = TestExternalities::new(Storage { top, children_default });
	state.execute_with(|| {
		CHECKS
			.iter()
			.filter_map(|(name, check)| Some((*name, format!("{:?}", check().err()?))))
			.collect()
	})
}

#[tokio::main]
async fn main() -> ExitCode {
	let Arguments { rpc, runtime } = Arguments::parse();
	let code = match runtime.as_ref().map(std::fs::read).transpose() {
		Ok(code) => code,
		Err(error) => {
			eprintln!("The file of the runtime cannot be read: {error}.");
			return ExitCode::from(3);
		},
	};
	let connected = WsClientBuilder::new().max_response_size(64 * 1024 * 1024).build(&rpc).await;
	let loaded = match connected {
		Ok(client) => load(&client).await,
		Err(error) => Err(error),
	};
	let Finalized { hash, number, top } = match loaded {
		Ok(found) => found,
		Err(error) => {
			eprintln!(
				"No state can be read from {rpc}: {error}. Start a network with scripts/run."
			);
			return ExitCode::from(5);
		},
	};
	let keys = top.len();
	eprintln!("{keys} keys of block {number} are loaded; checking them");
	let mut rehearsed = Value::Null;
	let mut top = top;
	if let Some(code) = code {
		let code_hash = rehearsal::code_hash(&code);
		let at = u32::try_from(number).unwrap_or(u32::MAX);
		let parent = hash.parse().unwrap_or_default();
		match rehearsal::rehearse(top, code, parent, at) {
			Ok(shown) => {
				eprintln!(
					"the upgrade from version {} to {} is rehearsed in {} blocks; checking what came of it",
					shown.from,
					shown.to,
					rehearsal::BLOCKS
				);
				rehearsed = serde_json::json!({ "codeHash": code_hash, "from": shown.from, "to": shown.to });
				top = shown.state;
			},
			Err(fault) => {
				eprintln!("The runtime {code_hash:?} must not be handed in: {fault}.");
				return ExitCode::from(7);
			},
		}
	}
	let failed = failures(top);
	for (name, what) in &failed {
		eprintln!("{name}: {what}");
	}
	let failed: Vec<_> = failed.into_iter().map(|(name, _)| name).collect();
	let checked: Vec<_> = CHECKS.iter().map(|(name, _)| *name).collect();
	let mut result = serde_json::json!({
		"block": number, "hash": hash, "keys": keys, "checked": checked, "failed": failed,
	});
	if !rehearsed.is_null() {
		result["rehearsed"] = rehearsed;
	}
	println!("{result}");
	if failed.is_empty() {
		ExitCode::SUCCESS
	} else {
		ExitCode::FAILURE
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use polity_runtime::{genesis_presets, RuntimeGenesisConfig};
	use sp_runtime::BuildStorage;

	fn local() -> BTreeMap<Vec<u8>, Vec<u8>> {
		let patch = genesis_presets::get_preset(&genesis_presets::LOCAL.into()).unwrap();
		let mut whole = serde_json::to_value(RuntimeGenesisConfig::default()).unwrap();
		merge(&mut whole, serde_json::from_slice(&patch).unwrap());
		let configuration: RuntimeGenesisConfig = serde_json::from_value(whole).unwrap();
		configuration.build_storage().unwrap().top
	}

	fn merge(base: &mut Value, patch: Value) {
		match (base, patch) {
			(Value::Object(base), Value::Object(patch)) => {
				for (key, value) in patch {
					merge(base.entry(key).or_insert(Value::Null), value);
				}
			},
			(base, patch) => *base = patch,
		}
	}

	#[test]
	fn checks_should_hold_when_the_state_is_the_genesis() {
		assert_eq!(failures(local()), vec![]);
	}

	#[test]
	fn checks_should_fail_when_one_value_is_missing() {
		let mut state = local();
		let prefix = sp_io::hashing::twox_128(b"Ministries");
		let seats = state.keys().filter(|key| key.starts_with(&prefix)).cloned();
		// Any part of the register of ministries: some check needs it.
		let without: Vec<_> = seats.collect();
		let noticed = without.into_iter().any(|key| {
			let value = state.remove(&key);
			let found = !failures(state.clone()).is_empty();
			state.extend(value.map(|value| (key, value)));
			found
		});
		assert!(noticed);
	}
}
