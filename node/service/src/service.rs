//! The node put together: database, client, pool, network, Aura, GRANDPA, RPC.

use std::sync::Arc;

use polity_primitives::{opaque::Block, BlockNumber, Hash};
use sc_client_api::BlockBackend as _;
use sc_consensus::{DefaultImportQueue, LongestChain};
use sc_consensus_aura::{
	CompatibilityMode, ImportQueueParams, SlotDuration, SlotProportion, StartAuraParams,
};
use sc_consensus_grandpa::{
	warp_proof::NetworkProvider, FinalityProofProvider, GrandpaBlockImport, GrandpaParams,
	GrandpaPruningFilter, LinkHalf, SharedVoterState,
};
use sc_consensus_slots::BackoffAuthoringOnFinalizedHeadLagging;
use sc_executor::{HeapAllocStrategy, WasmExecutor, DEFAULT_HEAP_ALLOC_STRATEGY};
use sc_network::{
	config::{FullNetworkConfiguration, NetworkBackendType},
	Litep2pNetworkBackend, NetworkBackend, NetworkWorker,
};
use sc_service::{
	config::ExecutorConfiguration, BuildNetworkParams, Configuration, PartialComponents,
	SpawnTasksParams, TFullBackend, TFullClient, TaskManager, WarpSyncConfig,
};
use sc_transaction_pool::TransactionPoolHandle;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_consensus_aura::sr25519::AuthorityPair as AuraPair;
use sp_io::SubstrateHostFunctions;

use crate::{
	constants,
	exit::NodeError,
	genesis, keys, metrics, ports, rpc,
	runtime_api::RuntimeApi,
	vote_guard::{self, VoteGuard, Watched},
};

/// What executes the runtime: WebAssembly with the host functions of the SDK and no others.
pub type Executor = WasmExecutor<SubstrateHostFunctions>;
/// The database.
pub type FullBackend = TFullBackend<Block>;
/// The client.
pub type FullClient = TFullClient<Block, RuntimeApi, Executor>;
/// The transaction pool.
pub type FullPool = TransactionPoolHandle<Block, FullClient>;
/// What chooses the best chain: the longest. Aura has one author a slot.
pub type SelectChain = LongestChain<FullBackend, Block>;
/// Block import through GRANDPA, which sees changes of its authorities there.
pub type BlockImport = GrandpaBlockImport<FullBackend, Block, FullClient, SelectChain>;
/// The link from block import to GRANDPA's voter.
pub type GrandpaLink = LinkHalf<Block, FullClient, SelectChain>;

/// The node without its network: what the commands that work on the database need.
pub type Partial = PartialComponents<
	FullClient,
	FullBackend,
	SelectChain,
	DefaultImportQueue<Block>,
	FullPool,
	(BlockImport, GrandpaLink),
>;

/// Where a chain's folder has the runtimes as they were compiled for this machine.
const COMPILED_RUNTIMES: &str = "compiled-runtimes";

/// What executes the runtime, as the SDK makes it, but that it keeps the compiled code: a node that is
/// started again has it at once, where compiling takes an authority several slots. Who can write to the
/// folder can write to the database beside it, too.
fn executor(config: &Configuration) -> Executor {
	let ExecutorConfiguration {
		wasm_method,
		max_runtime_instances,
		default_heap_pages,
		runtime_cache_size,
	} = &config.executor;
	let strategy = default_heap_pages.map_or(DEFAULT_HEAP_ALLOC_STRATEGY, |pages| {
		HeapAllocStrategy::Static { extra_pages: u32::try_from(pages).unwrap_or(u32::MAX) }
	});
	let folder = config.base_path.config_dir(config.chain_spec.id()).join(COMPILED_RUNTIMES);
	Executor::builder()
		.with_execution_method(*wasm_method)
		.with_onchain_heap_alloc_strategy(strategy)
		.with_offchain_heap_alloc_strategy(strategy)
		.with_max_runtime_instances(*max_runtime_instances)
		.with_runtime_cache_size(*runtime_cache_size)
		.with_cache_path(folder)
		.build()
}

/// Opens database and keystore and builds everything that needs no network.
///
/// # Errors
/// [`NodeError::DatabaseUnusable`], [`NodeError::ChainSpecification`],
/// [`NodeError::ForeignDatabase`], [`NodeError::UnreadableKey`] for a keystore that cannot be
/// opened.
pub fn new_partial(config: &Configuration) -> Result<Partial, NodeError> {
	let executor = executor(config);

	let mut database = config.db_config();
	// Blocks with justifications stay also where blocks are pruned: warp sync is proved with them.
	database.pruning_filters = vec![Arc::new(GrandpaPruningFilter)];
	let backend = sc_service::new_db_backend::<Block>(database)?;
	let genesis = genesis::builder(config, &backend, executor.clone())?;

	let (client, backend, keystore_container, task_manager) =
		sc_service::new_full_parts_with_genesis_builder::<Block, RuntimeApi, _, _>(
			config, None, executor, backend, genesis, false,
		)
		.map_err(|error| match error {
			// Asked of the specification's runtime when the genesis block is made.
			sc_service::Error::Client(sp_blockchain::Error::VersionInvalid(reason)) => {
				NodeError::chain_specification(config.chain_spec.id(), reason)
			},
			other => other.into(),
		})?;
	let client = Arc::new(client);
	let select_chain = SelectChain::new(backend.clone());

	let transaction_pool = Arc::new(
		sc_transaction_pool::Builder::new(
			task_manager.spawn_essential_handle(),
			client.clone(),
			config.role.is_authority().into(),
		)
		.with_options(config.transaction_pool.clone())
		.with_prometheus(config.prometheus_registry())
		.build(),
	);

	let (block_import, grandpa_link) = sc_consensus_grandpa::block_import(
		client.clone(),
		constants::JUSTIFICATION_PERIOD,
		&client,
		select_chain.clone(),
		None,
	)?;

	let slot_duration = sc_consensus_aura::slot_duration(&*client)?;
	let import_queue =
		sc_consensus_aura::import_queue::<AuraPair, _, _, _, _, _>(ImportQueueParams {
			block_import: block_import.clone(),
			justification_import: Some(Box::new(block_import.clone())),
			client: client.clone(),
			create_inherent_data_providers: move |_, ()| async move { Ok(inherents(slot_duration)) },
			spawner: &task_manager.spawn_essential_handle(),
			registry: config.prometheus_registry(),
			check_for_equivocation: Default::default(),
			telemetry: None,
			compatibility_mode: CompatibilityMode::None,
		})
		.map_err(sc_service::Error::from)?;

	Ok(PartialComponents {
		client,
		backend,
		task_manager,
		import_queue,
		keystore_container,
		select_chain,
		transaction_pool,
		other: (block_import, grandpa_link),
	})
}

/// What a block says besides its transactions: its slot and its time.
fn inherents(
	slot_duration: SlotDuration,
) -> (sp_consensus_aura::inherents::InherentDataProvider, sp_timestamp::InherentDataProvider) {
	let timestamp = sp_timestamp::InherentDataProvider::from_system_time();
	let slot = sp_consensus_aura::inherents::InherentDataProvider::from_timestamp_and_slot_duration(
		*timestamp,
		slot_duration,
	);
	(slot, timestamp)
}

/// What an operator decides that the SDK's configuration has no place for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Choices {
	/// Whether an authority votes although its folder may be a copy: see [`vote_guard`].
	pub vote_at_once: bool,
}

/// Starts a node and returns what keeps it running.
///
/// # Errors
/// Whatever [`NodeError`] lists. Ports and keys are checked first, before anything is written.
pub fn start(config: Configuration, choices: Choices) -> Result<TaskManager, NodeError> {
	ports::check(&config)?;
	keys::check_network_key(&config.network.node_key)?;
	match config.network.network_backend {
		NetworkBackendType::Litep2p => start_with::<Litep2pNetworkBackend>(config, choices),
		NetworkBackendType::Libp2p => start_with::<NetworkWorker<Block, Hash>>(config, choices),
	}
}

/// Starts a node over one of the two network libraries.
fn start_with<Network: NetworkBackend<Block, Hash>>(
	config: Configuration,
	choices: Choices,
) -> Result<TaskManager, NodeError> {
	let PartialComponents {
		client,
		backend,
		mut task_manager,
		import_queue,
		keystore_container,
		select_chain,
		transaction_pool,
		other: (block_import, grandpa_link),
	} = new_partial(&config)?;
	let is_authority = config.role.is_authority();
	if is_authority {
		keys::check_session_keys(&keystore_container.local_keystore())?;
	}

	let genesis_hash = client
		.block_hash(0)?
		.ok_or_else(|| NodeError::failure("the database has no genesis block"))?;
	let mut network_config = FullNetworkConfiguration::<Block, Hash, Network>::new(
		&config.network,
		config.prometheus_registry().cloned(),
	);
	let notification_metrics = Network::register_notification_metrics(config.prometheus_registry());
	let grandpa_protocol =
		sc_consensus_grandpa::protocol_standard_name(&genesis_hash, &config.chain_spec);
	let (grandpa_peers, grandpa_notifications) =
		sc_consensus_grandpa::grandpa_peers_set_config::<Block, Network>(
			grandpa_protocol.clone(),
			notification_metrics.clone(),
			network_config.peer_store_handle(),
		);
	network_config.add_notification_protocol(grandpa_peers);

	// Serves warp sync to light clients and to new nodes, and uses it with `--sync warp`.
	let warp_proofs = Arc::new(NetworkProvider::new(
		backend.clone(),
		grandpa_link.shared_authority_set().clone(),
		Vec::new(),
	));

	let (network, system_rpc_tx, tx_handler_controller, sync_service, _) =
		sc_service::build_network(BuildNetworkParams {
			config: &config,
			net_config: network_config,
			client: client.clone(),
			transaction_pool: transaction_pool.clone(),
			spawn_handle: task_manager.spawn_handle(),
			spawn_essential_handle: task_manager.spawn_essential_handle(),
			import_queue,
			block_announce_validator_builder: None,
			warp_sync_config: Some(WarpSyncConfig::WithProvider(warp_proofs)),
			block_relay: None,
			metrics: notification_metrics,
			gap_sync_body_policy: None,
		})?;

	let voter_state = SharedVoterState::empty();
	let rpc_parts = rpc::Parts {
		client: client.clone(),
		backend: backend.clone(),
		pool: transaction_pool.clone(),
		grandpa: rpc::GrandpaParts {
			authority_set: grandpa_link.shared_authority_set().clone(),
			voter_state: voter_state.clone(),
			justifications: grandpa_link.justification_stream(),
			finality_proofs: FinalityProofProvider::new_for_service(
				backend.clone(),
				Some(grandpa_link.shared_authority_set().clone()),
			),
		},
		health: rpc::health::NodeHealth {
			client: client.clone(),
			peers: {
				let sync = sync_service.clone();
				Arc::new(move || sync.num_connected_peers())
			},
			role: config.role,
		},
	};

	let force_authoring = config.force_authoring;
	let votes = !config.disable_grandpa;
	let guard_closed = config
		.prometheus_registry()
		.map(vote_guard::closed_gauge)
		.transpose()
		.map_err(NodeError::failure)?;
	let guard = if is_authority && votes {
		let watched = Watched {
			client: client.clone(),
			authority_set: grandpa_link.shared_authority_set().clone(),
			voter_state: voter_state.clone(),
			justifications: grandpa_link.justification_stream(),
			peers: {
				let sync = sync_service.clone();
				Box::new(move || {
					let sync = sync.clone();
					Box::pin(async move {
						// None while the node goes down.
						sync.status().await.map_or((0, 0), |status| {
							(status.num_peers as usize, status.best_seen_block.unwrap_or_default())
						})
					})
				})
			},
		};
		Some(VoteGuard::new(
			&config.base_path.config_dir(config.chain_spec.id()),
			watched,
			sc_consensus_aura::slot_duration(&*client)?,
			choices.vote_at_once,
			guard_closed,
		)?)
	} else {
		None
	};
	metrics::spawn(&task_manager, client.clone(), config.prometheus_registry())?;
	let name = config.network.node_name.clone();
	let role = config.role;
	let prometheus_registry = config.prometheus_registry().cloned();

	sc_service::spawn_tasks(SpawnTasksParams {
		config,
		client: client.clone(),
		backend,
		task_manager: &mut task_manager,
		keystore: keystore_container.keystore(),
		transaction_pool: transaction_pool.clone(),
		rpc_builder: Box::new(move |executor| Ok(rpc::build(&rpc_parts, executor)?)),
		network: network.clone(),
		system_rpc_tx,
		tx_handler_controller,
		sync_service: sync_service.clone(),
		telemetry: None,
		tracing_execute_block: None,
	})?;

	if is_authority {
		let proposer_factory = sc_basic_authorship::ProposerFactory::new(
			task_manager.spawn_handle(),
			client.clone(),
			transaction_pool.clone(),
			prometheus_registry.as_ref(),
			None,
		);
		let slot_duration = sc_consensus_aura::slot_duration(&*client)?;
		let aura = sc_consensus_aura::start_aura::<AuraPair, _, _, _, _, _, _, _, _, _, _>(
			StartAuraParams {
				slot_duration,
				client,
				select_chain,
				block_import,
				proposer_factory,
				sync_oracle: sync_service.clone(),
				justification_sync_link: sync_service.clone(),
				create_inherent_data_providers: move |_, ()| async move { Ok(inherents(slot_duration)) },
				force_authoring,
				backoff_authoring_blocks: Some(backoff()),
				keystore: keystore_container.keystore(),
				block_proposal_slot_portion: SlotProportion::new(
					constants::BLOCK_PROPOSAL_SLOT_PORTION,
				),
				max_block_proposal_slot_portion: Some(SlotProportion::new(
					constants::MAX_BLOCK_PROPOSAL_SLOT_PORTION,
				)),
				telemetry: None,
				compatibility_mode: CompatibilityMode::None,
			},
		)
		.map_err(sc_service::Error::from)?;
		// A node that cannot author any more is to stop, so that its service unit starts it again.
		task_manager.spawn_essential_handle().spawn_blocking("aura", Some("block-authoring"), aura);
	}

	if votes {
		// Without a keystore the voter only follows: a full node must never vote.
		let keystore = guard.as_ref().map(|guard| guard.keystore(keystore_container.keystore()));
		let decided = guard.as_ref().map(VoteGuard::decided);
		let parameters = GrandpaParams {
			config: sc_consensus_grandpa::Config {
				gossip_duration: constants::GRANDPA_GOSSIP_DURATION,
				justification_generation_period: constants::JUSTIFICATION_PERIOD,
				name: Some(name),
				observer_enabled: false,
				keystore,
				local_role: role,
				telemetry: None,
				protocol_name: grandpa_protocol,
			},
			link: grandpa_link,
			network,
			sync: sync_service,
			notification_service: grandpa_notifications,
			voting_rule: voting_rule(),
			prometheus_registry,
			shared_voter_state: voter_state,
			telemetry: None,
			// Reports of equivocation, which the voter submits to the local pool.
			offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(transaction_pool),
		};
		let voter = async move {
			if let Some(decided) = decided {
				decided.await;
			}
			match sc_consensus_grandpa::run_grandpa_voter(parameters) {
				Ok(voter) => voter.await,
				// The task is essential: the node stops with it.
				Err(error) => log::error!("GRANDPA's voter cannot start: {error}"),
			}
		};
		task_manager.spawn_essential_handle().spawn_blocking("grandpa-voter", None, voter);
	}
	if let Some(guard) = guard {
		task_manager.spawn_handle().spawn("vote-guard", None, guard.watch());
	}

	Ok(task_manager)
}

/// When authors slow down because finality is behind.
fn backoff() -> BackoffAuthoringOnFinalizedHeadLagging<BlockNumber> {
	BackoffAuthoringOnFinalizedHeadLagging {
		max_interval: constants::BACKOFF_MAX_INTERVAL,
		unfinalized_slack: constants::BACKOFF_UNFINALIZED_SLACK,
		authoring_bias: constants::BACKOFF_AUTHORING_BIAS,
	}
}

/// See [`constants::GrandpaVotingRule`].
fn voting_rule() -> constants::GrandpaVotingRule {}

#[cfg(test)]
mod tests {
	use sc_consensus_slots::BackoffAuthoringBlocksStrategy;

	use super::*;

	/// Whether an author leaves the slot right after the head's empty, with this many blocks waiting
	/// for finality.
	fn waits(unfinalized: BlockNumber, slots_after_head: u64) -> bool {
		backoff().should_backoff(
			unfinalized,
			1000.into(),
			0,
			(1000 + slots_after_head).into(),
			"test",
		)
	}

	#[test]
	fn authors_should_not_wait_when_finality_is_near() {
		assert!(!waits(0, 1));
		assert!(!waits(constants::BACKOFF_UNFINALIZED_SLACK + 1, 1));
	}

	#[test]
	fn authors_should_wait_when_finality_is_far_behind() {
		assert!(waits(constants::BACKOFF_UNFINALIZED_SLACK + 2, 1));
		assert!(!waits(constants::BACKOFF_UNFINALIZED_SLACK + 2, 2));
	}

	#[test]
	fn authors_should_go_on_when_finality_never_comes() {
		assert!(waits(1_000_000, 10));
		assert!(!waits(1_000_000, 11));
	}

	#[test]
	fn pool_should_hold_blocks_when_authors_begin_to_wait() {
		// The fork-aware pool gives up on transactions after 128 blocks without finality.
		assert!(constants::BACKOFF_UNFINALIZED_SLACK < 128);
	}
}
