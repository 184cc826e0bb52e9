//! The JSON-RPC methods that the node adds to the SDK's.
//!
//! The SDK serves `system`, `chain`, `state`, `childstate`, `author`, `chainHead_v1`,
//! `chainSpec_v1`, `transaction_v1` and, where state and blocks are kept for ever, `archive_v1`.
//! Added here: the next nonce of an account (`system_accountNextIndex`), proofs of finality
//! (`grandpa_*`), and the state of the node (`polity_*`, [`health`]).

pub mod health;

use std::{error::Error, sync::Arc};

use jsonrpsee::RpcModule;
use polity_primitives::opaque::Block;
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_rpc::SubscriptionTaskExecutor;
use sc_service::TFullBackend;
use substrate_frame_rpc_system::{System, SystemApiServer};

use self::health::{Health, NodeHealth, PolityApiServer};
use crate::service::{FullClient, FullPool};

/// What the proofs of finality need.
#[derive(Clone)]
pub struct GrandpaParts {
	/// The authorities and their changes.
	pub authority_set: SharedAuthoritySet<polity_primitives::Hash, polity_primitives::BlockNumber>,
	/// The state of the current round.
	pub voter_state: SharedVoterState,
	/// Justifications as they are made.
	pub justifications: GrandpaJustificationStream<Block>,
	/// Proofs of finality from the database.
	pub finality_proofs: Arc<FinalityProofProvider<TFullBackend<Block>, Block>>,
}

/// What the methods need of the node.
#[derive(Clone)]
pub struct Parts {
	/// The client.
	pub client: Arc<FullClient>,
	/// The transaction pool.
	pub pool: Arc<FullPool>,
	/// Proofs of finality.
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
	let Parts { client, pool, grandpa, health } = parts.clone();
	let mut module = RpcModule::new(());
	module.merge(System::new(client, pool).into_rpc())?;
	module.merge(
		Grandpa::new(
			executor,
			grandpa.authority_set,
			grandpa.voter_state,
			grandpa.justifications,
			grandpa.finality_proofs,
		)
		.into_rpc(),
	)?;
	module.merge(Health::new(health).into_rpc())?;
	Ok(module)
}
