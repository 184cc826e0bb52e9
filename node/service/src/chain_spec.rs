//! Which chain: the two that are built in, and specifications in files.
//!
//! The built-in ones are only names of genesis presets of the runtime: who is at the start of a
//! network is said in the runtime, and the node has no genesis code. They use well-known keys and
//! are for one machine. A network of ministries starts from a file, made once with
//! `export-chain-spec --raw` and kept: a built-in chain changes its genesis with the runtime.
//!
//! A specification has no extensions (light clients refuse those they do not know), no telemetry,
//! and no token.

use std::path::Path;

use sc_service::{ChainType, GenericChainSpec, NoExtension, Properties};

use crate::exit::NodeError;

/// A chain specification without extensions.
pub type ChainSpec = GenericChainSpec<NoExtension, ()>;

/// A chain that is built in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum BuiltIn {
	/// One authority with a well-known key.
	Development,
	/// Four ministries with well-known keys.
	Local,
}

impl BuiltIn {
	/// Every built-in chain.
	pub const ALL: [Self; 2] = [Self::Development, Self::Local];

	/// The chain of this name, if there is one. `dev` is what the flag `--dev` stands for.
	pub fn named(name: &str) -> Option<Self> {
		match name {
			"development" | "dev" => Some(Self::Development),
			"local" => Some(Self::Local),
			_ => None,
		}
	}

	/// The runtime's genesis preset, which is also the name for `--chain`.
	pub fn preset(self) -> &'static str {
		match self {
			Self::Development => "development",
			Self::Local => "local",
		}
	}

	/// The id, which names the folder of the chain under the base path.
	pub fn id(self) -> &'static str {
		match self {
			Self::Development => "polity_development",
			Self::Local => "polity_local",
		}
	}

	/// The name in logs and in wallets.
	fn title(self) -> &'static str {
		match self {
			Self::Development => "Polity Development",
			Self::Local => "Polity Local",
		}
	}

	/// The prefix of the names of the network's protocols.
	fn protocol_id(self) -> &'static str {
		match self {
			Self::Development => "polity-development",
			Self::Local => "polity-local",
		}
	}

	/// What kind of network it is: peers on private addresses are accepted on both.
	fn chain_type(self) -> ChainType {
		match self {
			Self::Development => ChainType::Development,
			Self::Local => ChainType::Local,
		}
	}

	/// The specification of this chain with this runtime. The preset is read from the runtime only
	/// when the genesis is needed.
	pub fn specification(self, runtime: &[u8]) -> ChainSpec {
		ChainSpec::builder(runtime, NoExtension::None)
			.with_name(self.title())
			.with_id(self.id())
			.with_chain_type(self.chain_type())
			.with_protocol_id(self.protocol_id())
			.with_genesis_config_preset_name(self.preset())
			.with_properties(properties())
			.build()
	}
}

/// What wallets must know: how an address is written. There is no token to name.
pub fn properties() -> Properties {
	let mut properties = Properties::new();
	properties.insert("ss58Format".into(), polity_primitives::SS58_PREFIX.into());
	properties
}

/// The specification that `--chain` names: a built-in chain, or else a file.
///
/// # Errors
/// [`NodeError::ChainSpecification`] when nothing is named, when a built-in chain is asked of a
/// binary without a runtime, and when the file does not exist, cannot be read or is no
/// specification.
pub fn load(chain: &str, runtime: Option<&[u8]>) -> Result<ChainSpec, NodeError> {
	if let Some(built_in) = BuiltIn::named(chain) {
		return match runtime {
			Some(runtime) => Ok(built_in.specification(runtime)),
			None => Err(NodeError::chain_specification(
				chain,
				"this binary was built without a runtime (SKIP_WASM_BUILD), so it has no built-in \
				 chains; build it with the runtime or give a file",
			)),
		};
	}
	if chain.is_empty() {
		return Err(NodeError::chain_specification(
			chain,
			"none is named; say which chain with --chain development, --chain local or --chain FILE",
		));
	}
	let path = Path::new(chain);
	if !path.is_file() {
		return Err(NodeError::chain_specification(
			chain,
			"it is neither a built-in chain (development, local) nor a file",
		));
	}
	ChainSpec::from_json_file(path.into())
		.map_err(|reason| NodeError::chain_specification(chain, reason))
}

#[cfg(test)]
mod tests {
	use std::{fs, path::PathBuf};

	use super::*;
	use crate::exit::Exit;

	const RUNTIME: &[u8] = b"not a runtime, and never executed here";

	fn file(name: &str, text: &str) -> PathBuf {
		let folder = std::env::temp_dir().join(format!("polity-chain-spec-{}", std::process::id()));
		fs::create_dir_all(&folder).unwrap();
		let path = folder.join(name);
		fs::write(&path, text).unwrap();
		path
	}

	#[test]
	fn built_in_chain_should_say_prefix_and_no_token_when_specified() {
		for chain in BuiltIn::ALL {
			let specification = load(chain.preset(), Some(RUNTIME)).unwrap();
			let properties = ChainSpec::properties(&specification);
			assert_eq!(properties.len(), 1);
			assert_eq!(properties["ss58Format"], 42);
			assert_eq!(specification.id(), chain.id());
			assert_eq!(specification.telemetry_endpoints().as_ref().map(|_| ()), None);
			assert!(specification.boot_nodes().is_empty());
			assert_eq!(specification.protocol_id(), Some(chain.protocol_id()));
		}
	}

	#[test]
	fn built_in_chains_should_have_ids_of_their_own() {
		assert_eq!(BuiltIn::Development.id(), "polity_development");
		assert_eq!(BuiltIn::Local.id(), "polity_local");
		assert_eq!(BuiltIn::named("dev"), Some(BuiltIn::Development));
		assert_eq!(BuiltIn::named("Local"), None);
	}

	#[test]
	fn chain_types_should_follow_the_chain_when_built_in() {
		let of = |chain: BuiltIn| sc_service::ChainSpec::chain_type(&chain.specification(RUNTIME));
		assert_eq!(of(BuiltIn::Development), ChainType::Development);
		assert_eq!(of(BuiltIn::Local), ChainType::Local);
	}

	#[test]
	fn load_should_refuse_when_the_chain_cannot_be_used() {
		let broken = file("broken.json", "{ \"name\": ");
		let incomplete = file("incomplete.json", "{ \"name\": \"x\" }");
		let folder = std::env::temp_dir();
		for chain in [
			"",
			"production",
			"/nowhere/spec.json",
			broken.to_str().unwrap(),
			incomplete.to_str().unwrap(),
			folder.to_str().unwrap(),
		] {
			let error = load(chain, Some(RUNTIME)).err().unwrap();
			assert_eq!(error.exit(), Exit::ChainSpecification, "{chain}: {error}");
		}
	}

	#[test]
	fn load_should_refuse_built_in_chain_when_there_is_no_runtime() {
		let error = load("local", None).err().unwrap();
		assert!(error.to_string().contains("without a runtime"), "{error}");
	}

	#[test]
	fn load_should_read_back_what_was_exported_when_given_a_file() {
		let mut specification = BuiltIn::Local.specification(RUNTIME);
		sc_service::ChainSpec::set_storage(&mut specification, Default::default());
		let exported = sc_service::ChainSpec::as_json(&specification, true).unwrap();
		// Light clients refuse fields that they do not know.
		let json: serde_json::Value = serde_json::from_str(&exported).unwrap();
		let known = [
			"name",
			"id",
			"chainType",
			"bootNodes",
			"telemetryEndpoints",
			"protocolId",
			"properties",
			"codeSubstitutes",
			"genesis",
		];
		for field in json.as_object().unwrap().keys() {
			assert!(known.contains(&field.as_str()), "unknown field {field}");
		}
		assert!(json["telemetryEndpoints"].is_null());

		let path = file("exported.json", &exported);
		let loaded = load(path.to_str().unwrap(), None).unwrap();
		assert_eq!(loaded.id(), "polity_local");
		assert_eq!(sc_service::ChainSpec::as_json(&loaded, true).unwrap(), exported);
	}
}
