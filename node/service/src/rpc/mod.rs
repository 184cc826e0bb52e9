//! The JSON-RPC methods that the node adds to the SDK's.
//!
//! The SDK serves `system`, `chain`, `state`, `childstate`, `author`, `chainHead_v1`,
//! `chainSpec_v1`, `transaction_v1` and, where state and blocks are kept for ever, `archive_v1`.
//! Added here: the next nonce of an account (`system_accountNextIndex`), GRANDPA's rounds and
//! justifications (`grandpa_*`), proofs of finality ([`finality`]), and the state of the node
//! ([`health`]).

pub mod finality;
pub mod health;

use std::{error::Error, sync::Arc};

use jsonrpsee::RpcModule;
use polity_primitives::opaque::Block;
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_rpc::SubscriptionTaskExecutor;
use substrate_frame_rpc_system::{System, SystemApiServer};

use self::{
	finality::{Finality, FinalityApiServer},
	health::{Health, NodeHealth, PolityApiServer},
};
use crate::service::{FullBackend, FullClient, FullPool};

/// What GRANDPA's methods need.
#[derive(Clone)]
pub struct GrandpaParts {
	/// The authorities and their changes.
	pub authority_set: SharedAuthoritySet<polity_primitives::Hash, polity_primitives::BlockNumber>,
	/// The state of the current round.
	pub voter_state: SharedVoterState,
	/// Justifications as they are made.
	pub justifications: GrandpaJustificationStream<Block>,
	/// The SDK's proofs of finality, which its module demands and [`finality`] replaces.
	pub finality_proofs: Arc<FinalityProofProvider<FullBackend, Block>>,
}

/// What the methods need of the node.
#[derive(Clone)]
pub struct Parts {
	/// The client.
	pub client: Arc<FullClient>,
	/// The database.
	pub backend: Arc<FullBackend>,
	/// The transaction pool.
	pub pool: Arc<FullPool>,
	/// GRANDPA.
	pub grandpa: GrandpaParts,
	/// The state of the node.
	pub health: NodeHealth,
}

/// All methods added to the SDK's.
///
/// # Errors
/// When two methods have one name.
pub fn build(
	parts: &Parts,
	executor: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, Box<dyn Error + Send + Sync>> {
	let Parts { client, backend, pool, grandpa, health } = parts.clone();
	let mut module = RpcModule::new(());
	module.merge(System::new(client, pool).into_rpc())?;
	let mut rounds = Grandpa::new(
		executor,
		grandpa.authority_set,
		grandpa.voter_state,
		grandpa.justifications,
		grandpa.finality_proofs,
	)
	.into_rpc();
	rounds.remove_method(finality::METHOD);
	module.merge(rounds)?;
	module.merge(Finality::new(backend).into_rpc())?;
	module.merge(Health::new(health).into_rpc())?;
	Ok(module)
}
