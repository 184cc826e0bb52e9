//! The genesis block, and whether the database has the same.
//!
//! The SDK finds a chain's database by the chain's id alone. With another specification of the same
//! id it would go on with the chain that it finds, and only its peers would notice.

use std::sync::Arc;

use polity_primitives::{opaque::Block, Hash};
use sc_client_api::{backend::Backend as _, BlockImportOperation as _, HeaderBackend as _};
use sc_executor::RuntimeVersionOf;
use sc_service::{construct_genesis_block, Configuration, GenesisBlockBuilder, TFullBackend};
use sp_core::storage::{StateVersion, Storage};
use sp_runtime::traits::Block as _;

use crate::exit::NodeError;

/// What makes the genesis block of this configuration, after it was compared with the one in the
/// database.
///
/// # Errors
/// [`NodeError::ChainSpecification`] when no genesis state can be built from the specification,
/// [`NodeError::ForeignDatabase`] when the database holds a chain with another genesis,
/// [`NodeError::DatabaseUnusable`] when it cannot be read.
pub fn builder<Executor: RuntimeVersionOf>(
	config: &Configuration,
	backend: &Arc<TFullBackend<Block>>,
	executor: Executor,
) -> Result<GenesisBlockBuilder<Block, TFullBackend<Block>, Executor>, NodeError> {
	let chain = config.chain_spec.id();
	let storage = config
		.chain_spec
		.as_storage_builder()
		.build_storage()
		.map_err(|reason| NodeError::chain_specification(chain, reason))?;

	if let Some(stored) = backend.blockchain().hash(0)? {
		// Which of the two the runtime says is known only once it was compiled, and that takes
		// seconds. Two genesis blocks that differ in nothing else are not to be met with.
		let expected = hash(backend, &storage, StateVersion::V1)?;
		if stored != expected && stored != hash(backend, &storage, StateVersion::V0)? {
			return Err(NodeError::ForeignDatabase {
				chain: chain.into(),
				path: config.database.path().unwrap_or(&config.data_path).into(),
				stored,
				expected,
			});
		}
	}
	let commit = !config.no_genesis();
	Ok(GenesisBlockBuilder::new_with_storage(storage, commit, backend.clone(), executor)?)
}

/// The hash of the genesis block over this state. Nothing is written.
fn hash(
	backend: &Arc<TFullBackend<Block>>,
	storage: &Storage,
	version: StateVersion,
) -> Result<Hash, NodeError> {
	let mut operation = backend.begin_operation()?;
	let root = operation.set_genesis_state(storage.clone(), false, version)?;
	Ok(construct_genesis_block::<Block>(root, version).hash())
}
