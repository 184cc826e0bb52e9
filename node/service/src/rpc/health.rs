//! `polity_health`: in one answer what an operator or a monitor asks of a node.
//!
//! The figures are operational, not legal: authorities are read at the best block, so that one can
//! see who authors also while finality stands still.

use std::sync::Arc;

use jsonrpsee::{core::RpcResult, proc_macros::rpc, types::ErrorObjectOwned};
use polity_primitives::{
	api::{AuthorityApi, AuthorityStatus},
	opaque::Block,
	BlockNumber, Hash, MinistryId, SS58_PREFIX,
};
use sc_service::Role;
use serde::{Deserialize, Serialize};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::{sr25519::AuthorityId as AuraId, AuraApi};
use sp_core::crypto::{Ss58AddressFormat, Ss58Codec};

use crate::service::FullClient;

/// The error code when the state of the best block cannot be read: it is not there yet (during warp
/// sync), or its runtime does not answer. The error's `data` says which. The SDK's modules use codes
/// below 10000.
pub const STATE_UNREADABLE: i32 = 11_001;

/// The node's own methods.
#[rpc(server, namespace = "polity")]
pub trait PolityApi {
	/// The state of the node: see [`HealthReport`].
	///
	/// # Errors
	/// [`STATE_UNREADABLE`].
	#[method(name = "health", blocking)]
	fn health(&self) -> RpcResult<HealthReport>;
}

/// A block by number and hash.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BlockReference {
	/// Its height.
	pub number: BlockNumber,
	/// Its hash.
	pub hash: Hash,
}

/// What the node is in its network.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum NodeRole {
	/// It authors blocks and votes, if its keys are those of an authority.
	Authority,
	/// It follows the chain and answers clients.
	Full,
}

impl From<Role> for NodeRole {
	fn from(role: Role) -> Self {
		match role {
			Role::Authority => Self::Authority,
			Role::Full => Self::Full,
		}
	}
}

/// An authority of the current session.
#[derive(Clone, Debug, Eq, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthorityReport {
	/// The number of the ministry that runs it.
	pub ministry: MinistryId,
	/// Its account, in SS58 form.
	pub account: String,
	/// The last block that it authored; null when none is known.
	pub last_authored: Option<BlockNumber>,
}

impl From<AuthorityStatus> for AuthorityReport {
	fn from(status: AuthorityStatus) -> Self {
		Self {
			ministry: status.ministry,
			account: status.node.to_ss58check_with_version(Ss58AddressFormat::custom(SS58_PREFIX)),
			last_authored: status.last_authored,
		}
	}
}

/// The answer of `polity_health`.
#[derive(Clone, Debug, Eq, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HealthReport {
	/// The head of the chain that the node builds on.
	pub best: BlockReference,
	/// The last block that nothing can take back. Only this one has legal effect.
	pub finalized: BlockReference,
	/// Blocks from the finalized to the best one. On a sound network 0 to 3.
	pub lag: BlockNumber,
	/// Nodes connected.
	pub peers: usize,
	/// What the node is.
	pub role: NodeRole,
	/// Milliseconds of a slot, in each of which one authority may author a block.
	pub slot_duration_millis: u64,
	/// The authorities of the current session in the order of their slots, at the best block.
	pub authorities: Vec<AuthorityReport>,
}

/// Where the figures come from.
pub trait HealthSource: Send + Sync + 'static {
	/// Best and finalized block, read at one moment.
	fn heads(&self) -> (BlockReference, BlockReference);
	/// Nodes connected.
	fn peers(&self) -> usize;
	/// What the node is.
	fn role(&self) -> NodeRole;
	/// Milliseconds of a slot, at this block.
	///
	/// # Errors
	/// Why the state cannot be read.
	fn slot_duration_millis(&self, at: Hash) -> Result<u64, String>;
	/// The authorities, at this block.
	///
	/// # Errors
	/// Why the state cannot be read.
	fn authorities(&self, at: Hash) -> Result<Vec<AuthorityStatus>, String>;
}

/// The method over a source.
pub struct Health<Source>(Source);

impl<Source> Health<Source> {
	/// The method over this source.
	pub fn new(source: Source) -> Self {
		Self(source)
	}
}

impl<Source: HealthSource> PolityApiServer for Health<Source> {
	fn health(&self) -> RpcResult<HealthReport> {
		let (best, finalized) = self.0.heads();
		let authorities = self.0.authorities(best.hash).map_err(state_unreadable)?;
		Ok(HealthReport {
			best,
			finalized,
			lag: best.number.saturating_sub(finalized.number),
			peers: self.0.peers(),
			role: self.0.role(),
			slot_duration_millis: self
				.0
				.slot_duration_millis(best.hash)
				.map_err(state_unreadable)?,
			authorities: authorities.into_iter().map(Into::into).collect(),
		})
	}
}

/// The error of a state that cannot be read.
fn state_unreadable(reason: String) -> ErrorObjectOwned {
	ErrorObjectOwned::owned(
		STATE_UNREADABLE,
		"The state of the best block cannot be read",
		Some(reason),
	)
}

/// The figures of the running node.
#[derive(Clone)]
pub struct NodeHealth {
	/// Blocks and their state.
	pub client: Arc<FullClient>,
	/// How many nodes are connected.
	pub peers: Arc<dyn Fn() -> usize + Send + Sync>,
	/// What the node was started as.
	pub role: Role,
}

impl HealthSource for NodeHealth {
	fn heads(&self) -> (BlockReference, BlockReference) {
		let info = self.client.info();
		(
			BlockReference { number: info.best_number, hash: info.best_hash },
			BlockReference { number: info.finalized_number, hash: info.finalized_hash },
		)
	}

	fn peers(&self) -> usize {
		(self.peers)()
	}

	fn role(&self) -> NodeRole {
		self.role.into()
	}

	fn slot_duration_millis(&self, at: Hash) -> Result<u64, String> {
		AuraApi::<Block, AuraId>::slot_duration(&*self.client.runtime_api(), at)
			.map(|duration| duration.as_millis())
			.map_err(|error| error.to_string())
	}

	fn authorities(&self, at: Hash) -> Result<Vec<AuthorityStatus>, String> {
		AuthorityApi::<Block>::authorities(&*self.client.runtime_api(), at)
			.map_err(|error| error.to_string())
	}
}

#[cfg(test)]
mod tests {
	use polity_primitives::AccountId;
	use serde_json::{json, Value};

	use super::*;

	/// A node whose figures are given.
	struct Given {
		authorities: Result<Vec<AuthorityStatus>, String>,
		slot: Result<u64, String>,
	}

	impl HealthSource for Given {
		fn heads(&self) -> (BlockReference, BlockReference) {
			(
				BlockReference { number: 12, hash: Hash::repeat_byte(0xbb) },
				BlockReference { number: 10, hash: Hash::repeat_byte(0xff) },
			)
		}

		fn peers(&self) -> usize {
			4
		}

		fn role(&self) -> NodeRole {
			NodeRole::Authority
		}

		fn slot_duration_millis(&self, at: Hash) -> Result<u64, String> {
			assert_eq!(at, Hash::repeat_byte(0xbb), "the slot is read at the best block");
			self.slot.clone()
		}

		fn authorities(&self, at: Hash) -> Result<Vec<AuthorityStatus>, String> {
			assert_eq!(at, Hash::repeat_byte(0xbb), "authorities are read at the best block");
			self.authorities.clone()
		}
	}

	fn ask(source: Given) -> Value {
		let module = Health::new(source).into_rpc();
		let request = r#"{"jsonrpc":"2.0","id":1,"method":"polity_health","params":[]}"#;
		let runtime = sc_service::create_rpc_runtime(1).unwrap();
		let (answer, _) = runtime.block_on(module.raw_json_request(request, 1)).unwrap();
		serde_json::from_str(&answer).unwrap()
	}

	#[test]
	fn health_should_have_the_documented_shape_when_the_state_is_read() {
		let node = AccountId::new([
			0xd4, 0x35, 0x93, 0xc7, 0x15, 0xfd, 0xd3, 0x1c, 0x61, 0x14, 0x1a, 0xbd, 0x04, 0xa9,
			0x9f, 0xd6, 0x82, 0x2c, 0x85, 0x58, 0x85, 0x4c, 0xcd, 0xe3, 0x9a, 0x56, 0x84, 0xe7,
			0xa5, 0x6d, 0xa2, 0x7d,
		]);
		let answer = ask(Given {
			authorities: Ok(vec![
				AuthorityStatus {
					ministry: MinistryId(1),
					node: node.clone(),
					last_authored: Some(12),
				},
				AuthorityStatus { ministry: MinistryId(2), node, last_authored: None },
			]),
			slot: Ok(1000),
		});
		// The well-known account, with prefix 42.
		let alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
		assert_eq!(
			answer["result"],
			json!({
				"best": { "number": 12, "hash": format!("0x{}", "bb".repeat(32)) },
				"finalized": { "number": 10, "hash": format!("0x{}", "ff".repeat(32)) },
				"lag": 2,
				"peers": 4,
				"role": "authority",
				"slotDurationMillis": 1000,
				"authorities": [
					{ "ministry": 1, "account": alice, "lastAuthored": 12 },
					{ "ministry": 2, "account": alice, "lastAuthored": null },
				],
			})
		);
	}

	#[test]
	fn health_should_answer_the_documented_code_when_the_state_is_not_there() {
		for source in [
			Given { authorities: Err("pruned".into()), slot: Ok(1000) },
			Given { authorities: Ok(Vec::new()), slot: Err("pruned".into()) },
		] {
			let answer = ask(source);
			assert_eq!(answer["error"]["code"], STATE_UNREADABLE);
			assert_eq!(answer["error"]["data"], "pruned");
		}
	}

	#[test]
	fn role_should_be_written_in_lower_case() {
		assert_eq!(serde_json::to_value(NodeRole::from(Role::Full)).unwrap(), json!("full"));
		assert_eq!(
			serde_json::to_value(NodeRole::from(Role::Authority)).unwrap(),
			json!("authority")
		);
	}
}
