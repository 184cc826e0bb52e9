//! The command line: the SDK's, with Polity's defaults and without what Polity does not do.

use std::{ffi::OsString, net::Ipv4Addr, num::NonZeroU32, path::PathBuf};

use clap::{parser::ValueSource, Args, CommandFactory, FromArgMatches, Parser};
use sc_cli::{
	ChainSpec, CliConfiguration, ImportParams, KeystoreParams, NetworkParams, OffchainWorkerParams,
	Result, Role, RpcEndpoint, SharedParams, SubstrateCli,
};
use sc_service::{
	config::{
		BasePath, IpNetwork, KeystoreConfig, NetworkConfiguration, NodeKeyConfig,
		OffchainWorkerConfig, PrometheusConfig, RpcBatchRequestConfig, RpcMethods,
		TelemetryEndpoints, TransactionPoolOptions, TransportConfig,
	},
	PruningMode,
};

use crate::{chain_spec, constants, distribution, exit::NodeError};

/// The command line of the node.
#[derive(Debug, Parser)]
pub struct Cli {
	/// What to do instead of running a node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// How to run a node.
	#[command(flatten)]
	pub run: RunCommand,
}

/// Everything but running a node.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
	/// Generate, inspect and insert keys.
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),

	/// Export a chain specification; `--raw` is what a network starts from.
	ExportChainSpec(sc_cli::ExportChainSpecCmd),

	/// Export a chain specification: the older name, which tools still call.
	BuildSpec(sc_cli::BuildSpecCmd),

	/// Export the metadata of the runtime in this binary.
	ExportMetadata(ExportMetadataCommand),

	/// Import a block of the database once more, to check it.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Export blocks.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Import blocks.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Remove the database of a chain; keys stay.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Take back blocks that are not final yet.
	Revert(sc_cli::RevertCmd),

	/// Best, finalized and genesis block of the database.
	ChainInfo(sc_cli::ChainInfoCmd),
}

/// Writes the metadata of the runtime in this binary, SCALE-encoded.
#[derive(Clone, Debug, Args)]
pub struct ExportMetadataCommand {
	/// The version of the metadata format.
	#[arg(long, default_value_t = 16)]
	pub metadata_version: u32,

	/// The file to write. If omitted, the metadata goes to the standard output.
	#[arg(long, value_name = "FILE")]
	pub output: Option<PathBuf>,
}

impl Cli {
	/// Reads a command line, with Polity's defaults in the place of the SDK's.
	///
	/// # Errors
	/// What clap says about arguments that do not parse; help and version come this way too.
	pub fn from_arguments<I, T>(arguments: I) -> std::result::Result<Self, clap::Error>
	where
		I: IntoIterator<Item = T>,
		T: Into<OsString> + Clone,
	{
		let matches = Self::clap_command().try_get_matches_from(arguments)?;
		let mut cli = Self::from_arg_matches(&matches)?;
		cli.run.rpc_is_asked_for = ASK_FOR_RPC
			.into_iter()
			.any(|flag| matches.value_source(flag) == Some(ValueSource::CommandLine));
		Ok(cli)
	}

	/// The SDK's flags are flattened in, so their defaults are changed here, where an explicit flag
	/// still wins and `--help` shows what holds.
	fn clap_command() -> clap::Command {
		let trie_cache = |command: clap::Command| {
			command.mut_arg("trie_cache_size", |argument| {
				argument.default_value(constants::TRIE_CACHE_BYTES)
			})
		};
		let hide = |command: clap::Command, argument: &str| {
			command.mut_arg(argument, |argument| argument.hide(true))
		};

		let mut command = Self::setup_command(<Self as CommandFactory>::command())
			.mut_arg("pool_limit", |argument| argument.default_value(constants::POOL_LIMIT))
			.mut_arg("pool_kbytes", |argument| argument.default_value(constants::POOL_KILOBYTES))
			.mut_arg("rpc_methods", |argument| argument.default_value(constants::RPC_METHODS))
			.mut_arg("rpc_max_connections", |argument| {
				argument.default_value(constants::RPC_CONNECTIONS)
			})
			.mut_arg("rpc_max_batch_request_len", |argument| {
				argument.default_value(constants::RPC_BATCH_CALLS)
			})
			.mut_arg("rpc_max_request_size", |argument| {
				argument.default_value(constants::RPC_REQUEST_MEGABYTES)
			})
			.mut_arg("rpc_max_subscriptions_per_connection", |argument| {
				argument.default_value(constants::RPC_SUBSCRIPTIONS)
			})
			.mut_arg("rpc_rate_limit", |argument| {
				argument.default_value(constants::RPC_CALLS_PER_MINUTE)
			})
			.mut_arg("rpc_rate_limit_whitelisted_ips", |argument| {
				argument.default_values(constants::RPC_UNLIMITED_ADDRESSES)
			})
			.mut_subcommand("import-blocks", trie_cache)
			.mut_subcommand("check-block", trie_cache);
		command = trie_cache(command);
		// Accepted, because tools pass them, and without effect: there is no telemetry to switch
		// off and no offchain worker to run.
		for argument in ["no_telemetry", "telemetry_endpoints", "enabled", "indexing_enabled"] {
			command = hide(command, argument);
		}
		command
	}
}

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"Polity Node".into()
	}

	fn impl_version() -> String {
		distribution().version.into()
	}

	fn executable_name() -> String {
		"polity-node".into()
	}

	fn description() -> String {
		"A node of a Polity network: an authority of a ministry, or a full node that answers \
		 clients."
			.into()
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		"the folder docs of the source tree".into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> std::result::Result<Box<dyn ChainSpec>, String> {
		match chain_spec::load(id, distribution().runtime) {
			Ok(specification) => Ok(Box::new(specification)),
			Err(error) => Err(error.to_string()),
		}
	}
}

/// Running a node: the SDK's flags, and what Polity decides differently.
#[derive(Clone, Debug, Args)]
pub struct RunCommand {
	#[command(flatten)]
	sdk: sc_cli::RunCmd,

	/// Let an authority vote on finality at once although it may be a copy of another.
	///
	/// Only after the machine that held its keys before is proven dead: two nodes that vote with one
	/// key are reported, and the ministry loses its place.
	#[arg(long)]
	vote_at_once: bool,

	/// Whether the command line itself has one of [`ASK_FOR_RPC`].
	#[arg(skip)]
	rpc_is_asked_for: bool,
}

/// The flags any of which opens an authority's RPC.
const ASK_FOR_RPC: [&str; 5] =
	["rpc_port", "rpc_external", "unsafe_rpc_external", "experimental_rpc_endpoint", "rpc_methods"];

impl RunCommand {
	/// Whether the operator answers for it that no other node votes with this one's keys: see
	/// [`crate::vote_guard`].
	pub fn votes_at_once(&self) -> bool {
		self.vote_at_once
	}

	/// Whether the node opens no RPC port: an authority that was not asked to. A development node
	/// always has one.
	fn serves_no_rpc(&self) -> Result<bool> {
		let is_development = self.sdk.is_dev()?;
		let is_authority = self.sdk.role(is_development)?.is_authority();
		Ok(is_authority && !is_development && !self.rpc_is_asked_for)
	}

	/// Refuses what Polity does not do at all, rather than ignore what an operator asked for.
	///
	/// # Errors
	/// [`NodeError::Usage`] for `--telemetry-url`.
	pub fn refuse_unsupported(&self) -> std::result::Result<(), NodeError> {
		if self.sdk.telemetry_params.telemetry_endpoints.is_empty() {
			return Ok(());
		}
		Err(NodeError::Usage {
			reason:
				"a Polity node sends no telemetry to anyone: remove --telemetry-url and read the \
			         node's own metrics (--prometheus-port)"
					.into(),
		})
	}
}

// The SDK's own command is asked wherever nothing is said here: every function that it overrides
// is passed on, because the defaults of the trait are not the defaults of that command.
impl CliConfiguration for RunCommand {
	fn shared_params(&self) -> &SharedParams {
		self.sdk.shared_params()
	}

	fn import_params(&self) -> Option<&ImportParams> {
		self.sdk.import_params()
	}

	fn network_params(&self) -> Option<&NetworkParams> {
		self.sdk.network_params()
	}

	fn keystore_params(&self) -> Option<&KeystoreParams> {
		self.sdk.keystore_params()
	}

	fn offchain_worker_params(&self) -> Option<&OffchainWorkerParams> {
		self.sdk.offchain_worker_params()
	}

	fn node_name(&self) -> Result<String> {
		self.sdk.node_name()
	}

	fn dev_key_seed(&self, is_dev: bool) -> Result<Option<String>> {
		self.sdk.dev_key_seed(is_dev)
	}

	fn role(&self, is_dev: bool) -> Result<Role> {
		self.sdk.role(is_dev)
	}

	fn force_authoring(&self) -> Result<bool> {
		self.sdk.force_authoring()
	}

	fn disable_grandpa(&self) -> Result<bool> {
		self.sdk.disable_grandpa()
	}

	fn base_path(&self) -> Result<Option<BasePath>> {
		self.sdk.base_path()
	}

	fn transaction_pool(&self, is_dev: bool) -> Result<TransactionPoolOptions> {
		self.sdk.transaction_pool(is_dev)
	}

	fn max_runtime_instances(&self) -> Result<Option<usize>> {
		self.sdk.max_runtime_instances()
	}

	fn runtime_cache_size(&self) -> Result<u8> {
		self.sdk.runtime_cache_size()
	}

	fn state_pruning(&self) -> Result<Option<PruningMode>> {
		self.sdk.state_pruning()
	}

	fn prometheus_config(
		&self,
		default_listen_port: u16,
		chain_spec: &Box<dyn ChainSpec>,
	) -> Result<Option<PrometheusConfig>> {
		self.sdk.prometheus_config(default_listen_port, chain_spec)
	}

	fn rpc_max_connections(&self) -> Result<u32> {
		self.sdk.rpc_max_connections()
	}

	fn rpc_cors(&self, is_dev: bool) -> Result<Option<Vec<String>>> {
		self.sdk.rpc_cors(is_dev)
	}

	fn rpc_max_request_size(&self) -> Result<u32> {
		self.sdk.rpc_max_request_size()
	}

	fn rpc_max_response_size(&self) -> Result<u32> {
		self.sdk.rpc_max_response_size()
	}

	fn rpc_max_subscriptions_per_connection(&self) -> Result<u32> {
		self.sdk.rpc_max_subscriptions_per_connection()
	}

	fn rpc_buffer_capacity_per_connection(&self) -> Result<u32> {
		self.sdk.rpc_buffer_capacity_per_connection()
	}

	fn rpc_batch_config(&self) -> Result<RpcBatchRequestConfig> {
		self.sdk.rpc_batch_config()
	}

	fn rpc_rate_limit(&self) -> Result<Option<NonZeroU32>> {
		self.sdk.rpc_rate_limit()
	}

	fn rpc_rate_limit_whitelisted_ips(&self) -> Result<Vec<IpNetwork>> {
		self.sdk.rpc_rate_limit_whitelisted_ips()
	}

	fn rpc_rate_limit_trust_proxy_headers(&self) -> Result<bool> {
		self.sdk.rpc_rate_limit_trust_proxy_headers()
	}

	/// Unsafe methods are served only where they are asked for by name, and never because the
	/// listener happens to be local.
	fn rpc_methods(&self) -> Result<RpcMethods> {
		Ok(match self.sdk.rpc_methods()? {
			RpcMethods::Unsafe => RpcMethods::Unsafe,
			RpcMethods::Auto | RpcMethods::Safe => RpcMethods::Safe,
		})
	}

	/// As [`Self::rpc_methods`] for each listener. A port in use is an error: the SDK would take
	/// another one at random, where no client looks for the node.
	///
	/// An authority serves nobody unless a flag asks for it. The SDK does not start without a listener,
	/// so that there is one that nobody finds and that takes no connection.
	fn rpc_addr(&self, default_listen_port: u16) -> Result<Option<Vec<RpcEndpoint>>> {
		if self.serves_no_rpc()? {
			return Ok(Some(vec![nobody()]));
		}
		let own_format = !self.sdk.rpc_params.experimental_rpc_endpoint.is_empty();
		let endpoints = self.sdk.rpc_addr(default_listen_port)?.map(|endpoints| {
			endpoints
				.into_iter()
				.map(|mut endpoint| {
					if endpoint.rpc_methods == sc_cli::RpcMethods::Auto {
						endpoint.rpc_methods = sc_cli::RpcMethods::Safe;
					}
					// Whoever writes an endpoint out says there whether a random port will do.
					endpoint.retry_random_port &= own_format;
					endpoint
				})
				.collect()
		});
		Ok(endpoints)
	}

	/// None, whatever the flags and the chain specification say.
	fn telemetry_endpoints(&self, _: &Box<dyn ChainSpec>) -> Result<Option<TelemetryEndpoints>> {
		Ok(None)
	}

	/// None: nothing in the runtime runs off the chain. (GRANDPA's equivocation reports do not need
	/// it: the voter submits them itself.)
	fn offchain_worker(&self, _: &Role) -> Result<OffchainWorkerConfig> {
		Ok(OffchainWorkerConfig::default())
	}

	/// An authority does not call out on the local network who it is, unless `--discover-local` asks
	/// for it: its peers are the boot nodes of the specification and `--reserved-nodes`.
	fn network_config(
		&self,
		chain_spec: &Box<dyn ChainSpec>,
		is_dev: bool,
		is_validator: bool,
		net_config_dir: PathBuf,
		client_id: &str,
		node_name: &str,
		node_key: NodeKeyConfig,
		default_listen_port: u16,
	) -> Result<NetworkConfiguration> {
		let mut network = self.sdk.network_config(
			chain_spec,
			is_dev,
			is_validator,
			net_config_dir,
			client_id,
			node_name,
			node_key,
			default_listen_port,
		)?;
		if is_validator && !self.sdk.network_params.discover_local {
			if let TransportConfig::Normal { enable_mdns, .. } = &mut network.transport {
				*enable_mdns = false;
			}
		}
		Ok(network)
	}

	/// As the SDK; a key that does not parse has its own exit code.
	fn node_key(&self, net_config_dir: &PathBuf) -> Result<NodeKeyConfig> {
		self.sdk.node_key(net_config_dir).map_err(|error| match error {
			sc_cli::Error::Input(reason) => NodeError::unreadable_key("network key", reason).into(),
			other => other,
		})
	}

	/// As the SDK; a password file that cannot be read has its own exit code.
	fn keystore_config(&self, config_dir: &PathBuf) -> Result<KeystoreConfig> {
		self.sdk.keystore_config(config_dir).map_err(|error| match error {
			sc_cli::Error::Input(reason) => {
				NodeError::unreadable_key("keystore password", reason).into()
			},
			other => other,
		})
	}
}

/// A listener that takes no connection, on a port that the system chooses, on the loopback address.
fn nobody() -> RpcEndpoint {
	RpcEndpoint {
		listen_addr: (Ipv4Addr::LOCALHOST, 0).into(),
		rpc_methods: sc_cli::RpcMethods::Safe,
		max_connections: 0,
		max_payload_in_mb: 1,
		max_payload_out_mb: 1,
		max_subscriptions_per_connection: 0,
		max_buffer_capacity_per_connection: 1,
		batch_config: RpcBatchRequestConfig::Disabled,
		rate_limit: None,
		rate_limit_whitelisted_ips: Vec::new(),
		rate_limit_trust_proxy_headers: false,
		cors: Some(Vec::new()),
		retry_random_port: false,
		is_optional: false,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::exit::Exit;

	fn parse(arguments: &[&str]) -> Cli {
		Cli::from_arguments(std::iter::once(&"polity-node").chain(arguments)).unwrap()
	}

	fn specification() -> Box<dyn ChainSpec> {
		Box::new(chain_spec::BuiltIn::Local.specification(b"never executed"))
	}

	fn network(arguments: &[&str]) -> NetworkConfiguration {
		let cli = parse(arguments);
		let is_validator = cli.run.role(false).unwrap().is_authority();
		cli.run
			.network_config(
				&specification(),
				false,
				is_validator,
				"/tmp".into(),
				"client",
				"name",
				NodeKeyConfig::default(),
				30333,
			)
			.unwrap()
	}

	fn has_mdns(network: &NetworkConfiguration) -> bool {
		matches!(network.transport, TransportConfig::Normal { enable_mdns: true, .. })
	}

	#[test]
	fn command_should_hold_together_when_built() {
		Cli::clap_command().debug_assert();
	}

	#[test]
	fn defaults_should_be_those_of_polity_when_no_flag_is_given() {
		let cli = parse(&["--chain", "local"]);
		assert_eq!(cli.run.sdk.pool_config.pool_limit, 20_000);
		assert_eq!(cli.run.sdk.pool_config.pool_kbytes, 65_536);
		assert_eq!(cli.run.trie_cache_maximum_size().unwrap(), Some(256 * 1024 * 1024));
		assert!(matches!(cli.run.rpc_methods().unwrap(), RpcMethods::Safe));
		assert!(cli.run.transaction_pool(false).unwrap().use_all_block_notifications());
		// The SDK's default without RocksDB is ParityDB.
		assert_eq!(cli.run.database().unwrap(), None);
		assert_eq!(sc_cli::Database::variants(), &["paritydb", "paritydb-experimental", "auto"]);
	}

	#[test]
	fn flag_should_win_over_the_default_when_given() {
		let cli = parse(&["--pool-limit=7", "--pool-kbytes=8", "--trie-cache-size=9"]);
		assert_eq!(cli.run.sdk.pool_config.pool_limit, 7);
		assert_eq!(cli.run.sdk.pool_config.pool_kbytes, 8);
		assert_eq!(cli.run.trie_cache_maximum_size().unwrap(), Some(9));
	}

	#[test]
	fn trie_cache_should_be_small_when_blocks_are_imported() {
		let Some(Subcommand::ImportBlocks(command)) = parse(&["import-blocks", "x"]).subcommand
		else {
			panic!("another subcommand")
		};
		assert_eq!(command.trie_cache_maximum_size().unwrap(), Some(256 * 1024 * 1024));
	}

	#[test]
	fn rpc_should_be_local_and_safe_and_on_its_port_when_nothing_else_is_asked() {
		for arguments in [
			&[][..],
			&["--validator", "--rpc-port=9944"],
			&["--rpc-methods=auto"],
			&["--dev"],
			&["--dev", "--validator"],
		] {
			let endpoints = parse(arguments).run.rpc_addr(9944).unwrap().unwrap();
			assert!(!endpoints.is_empty());
			for endpoint in endpoints {
				assert!(endpoint.listen_addr.ip().is_loopback(), "{arguments:?}");
				assert_eq!(endpoint.listen_addr.port(), 9944);
				assert_eq!(endpoint.rpc_methods, sc_cli::RpcMethods::Safe, "{arguments:?}");
				assert!(!endpoint.retry_random_port);
			}
		}
	}

	#[test]
	fn rpc_should_be_unsafe_only_when_asked_by_name() {
		let cli = parse(&["--rpc-methods=unsafe"]);
		assert!(matches!(cli.run.rpc_methods().unwrap(), RpcMethods::Unsafe));
		for endpoint in cli.run.rpc_addr(9944).unwrap().unwrap() {
			assert_eq!(endpoint.rpc_methods, sc_cli::RpcMethods::Unsafe);
		}

		let cli = parse(&["--experimental-rpc-endpoint", "listen-addr=127.0.0.1:1,methods=auto"]);
		for endpoint in cli.run.rpc_addr(9944).unwrap().unwrap() {
			assert_eq!(endpoint.rpc_methods, sc_cli::RpcMethods::Safe);
		}
	}

	#[test]
	fn rpc_should_stay_closed_when_an_authority_is_not_asked_for_it() {
		for arguments in [
			&["--validator"][..],
			&["--alice"],
			&["--validator", "--chain", "local", "--rpc-cors=all", "--rpc-max-connections=5"],
		] {
			let endpoints = parse(arguments).run.rpc_addr(9944).unwrap().unwrap();
			let [only] = endpoints.as_slice() else { panic!("{arguments:?}: {endpoints:?}") };
			assert_eq!((only.max_connections, only.listen_addr.port()), (0, 0), "{arguments:?}");
			assert!(only.listen_addr.ip().is_loopback(), "{arguments:?}");
		}
	}

	#[test]
	fn rpc_should_open_when_an_authority_is_asked_for_it() {
		for arguments in [
			&["--validator", "--rpc-port=9944"][..],
			&["--validator", "--unsafe-rpc-external"],
			&["--validator", "--rpc-methods=safe"],
			&["--validator", "--experimental-rpc-endpoint", "listen-addr=127.0.0.1:1"],
			&["--alice", "--rpc-external"],
		] {
			let endpoints = parse(arguments).run.rpc_addr(9944).unwrap().unwrap();
			assert!(!endpoints.is_empty(), "{arguments:?}");
		}
	}

	#[test]
	fn rpc_should_be_limited_when_no_flag_is_given() {
		for endpoint in parse(&[]).run.rpc_addr(9944).unwrap().unwrap() {
			assert_eq!(endpoint.max_connections, 200);
			assert!(matches!(endpoint.batch_config, RpcBatchRequestConfig::Limit(20)));
			assert_eq!(endpoint.max_payload_in_mb, 8);
			assert_eq!(endpoint.max_subscriptions_per_connection, 64);
			assert_eq!(endpoint.rate_limit, NonZeroU32::new(6000));
			let unlimited: Vec<String> =
				endpoint.rate_limit_whitelisted_ips.iter().map(ToString::to_string).collect();
			assert_eq!(unlimited, ["127.0.0.1/32", "::1/128"]);
		}
	}

	#[test]
	fn limits_of_rpc_should_be_those_of_the_flags_when_given() {
		let cli = parse(&[
			"--rpc-max-connections=1",
			"--rpc-disable-batch-requests",
			"--rpc-max-request-size=2",
			"--rpc-max-subscriptions-per-connection=3",
			"--rpc-rate-limit=4",
			"--rpc-rate-limit-whitelisted-ips=192.0.2.0/24",
		]);
		for endpoint in cli.run.rpc_addr(9944).unwrap().unwrap() {
			assert_eq!(endpoint.max_connections, 1);
			assert!(matches!(endpoint.batch_config, RpcBatchRequestConfig::Disabled));
			assert_eq!(endpoint.max_payload_in_mb, 2);
			assert_eq!(endpoint.max_subscriptions_per_connection, 3);
			assert_eq!(endpoint.rate_limit, NonZeroU32::new(4));
			assert_eq!(endpoint.rate_limit_whitelisted_ips.len(), 1);
		}
		let cli = parse(&["--rpc-max-batch-request-len=5"]);
		let config = cli.run.rpc_batch_config().unwrap();
		assert!(matches!(config, RpcBatchRequestConfig::Limit(5)));
	}

	#[test]
	fn node_should_vote_at_once_only_when_told_to() {
		assert!(!parse(&["--validator"]).run.votes_at_once());
		assert!(parse(&["--validator", "--vote-at-once"]).run.votes_at_once());
	}

	#[test]
	fn telemetry_should_be_refused_when_asked_for() {
		let cli = parse(&["--telemetry-url", "wss://example.org 0"]);
		assert_eq!(cli.run.refuse_unsupported().unwrap_err().exit(), Exit::Usage);
		assert!(cli.run.telemetry_endpoints(&specification()).unwrap().is_none());
	}

	#[test]
	fn no_telemetry_should_be_accepted_when_a_tool_passes_it() {
		let cli = parse(&["--no-telemetry"]);
		assert!(cli.run.refuse_unsupported().is_ok());
	}

	#[test]
	fn offchain_workers_should_stay_off_when_asked_for() {
		let cli = parse(&["--offchain-worker", "always", "--validator"]);
		assert!(!cli.run.offchain_worker(&Role::Authority).unwrap().enabled);
	}

	#[test]
	fn authority_should_not_announce_itself_when_nothing_is_asked() {
		assert!(!has_mdns(&network(&["--validator"])));
		assert!(!has_mdns(&network(&["--alice"])));
		assert!(has_mdns(&network(&["--validator", "--discover-local"])));
		assert!(has_mdns(&network(&[])));
		assert!(!has_mdns(&network(&["--no-mdns"])));
	}

	#[test]
	fn metrics_should_be_local_when_nothing_else_is_asked() {
		let cli = parse(&["--validator"]);
		let metrics = cli.run.prometheus_config(9615, &specification()).unwrap().unwrap();
		assert!(metrics.port.ip().is_loopback());
	}

	#[test]
	fn network_key_should_have_its_own_code_when_it_does_not_parse() {
		let cli = parse(&["--validator", "--node-key", "nonsense"]);
		let error = cli.run.node_key(&"/nowhere".into()).unwrap_err();
		assert_eq!(NodeError::from(error).exit(), Exit::UnreadableKey);
	}

	#[test]
	fn network_key_should_be_demanded_when_an_authority_has_none() {
		let cli = parse(&["--validator"]);
		let error = cli.run.node_key(&"/nowhere".into()).unwrap_err();
		assert_eq!(NodeError::from(error).exit(), Exit::UnreadableKey);
	}

	#[test]
	fn keystore_password_should_have_its_own_code_when_unreadable() {
		let cli = parse(&["--password-filename", "/nowhere/password"]);
		let error = cli.run.keystore_config(&"/nowhere".into()).unwrap_err();
		assert_eq!(NodeError::from(error).exit(), Exit::UnreadableKey);
	}

	#[test]
	fn every_subcommand_should_parse() {
		for arguments in [
			&["key", "generate"][..],
			&["key", "generate-node-key"],
			&["key", "inspect", "//Alice"],
			&["key", "insert", "--key-type", "aura", "--scheme", "sr25519"],
			&["export-chain-spec", "--chain", "local", "--raw"],
			&["build-spec", "--chain", "local", "--disable-default-bootnode"],
			&["export-metadata", "--metadata-version", "15"],
			&["check-block", "1", "--chain", "local"],
			&["export-blocks", "--chain", "local"],
			&["import-blocks", "--chain", "local"],
			&["purge-chain", "-y", "--chain", "local"],
			&["revert", "2", "--chain", "local"],
			&["chain-info", "--chain", "local"],
		] {
			assert!(parse(arguments).subcommand.is_some(), "{arguments:?}");
		}
	}

	#[test]
	fn benchmark_should_not_be_a_subcommand() {
		assert!(Cli::from_arguments(["polity-node", "benchmark"]).is_err());
	}
}
