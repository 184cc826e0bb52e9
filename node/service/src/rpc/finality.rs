//! `grandpa_proveFinality`, in the place of the SDK's.
//!
//! The SDK proves a block by the last justification of its authority set and all headers between.
//! While a network still has its first authorities it refuses every block ("not covered by authority
//! set changes"), and later a block of the current set comes with up to a hundred thousand headers,
//! more than an answer may hold. Ministries keep their authorities for years, so both are the normal
//! case here.
//!
//! The proof of this module has the same form and is checked in the same way: the justification of a
//! block F, and the headers from B, exclusive, to F, inclusive. But F is the first justified block at
//! or after B. There is one every [`JUSTIFICATION_PERIOD`] blocks, and the block that ends an
//! authority set always is one, so B and F have the same authorities.
//!
//! [`JUSTIFICATION_PERIOD`]: crate::constants::JUSTIFICATION_PERIOD

use std::sync::Arc;

use codec::Encode;
use jsonrpsee::{core::RpcResult, proc_macros::rpc, types::ErrorObjectOwned};
use polity_primitives::{opaque::Block, BlockNumber, Hash, Header};
use sc_client_api::backend::Backend as _;
use sc_consensus_grandpa::{FinalityProof, FinalityProofError, GRANDPA_ENGINE_ID};
use sp_blockchain::{Backend, HeaderBackend};
use sp_core::Bytes;
use sp_runtime::generic::BlockId;

use crate::service::FullBackend;

/// The name of the method.
pub const METHOD: &str = "grandpa_proveFinality";

/// The error code when a block cannot be proved final, as the SDK has it.
pub const PROOF_FAILED: i32 = 4;

/// Headers in one proof, at most: about a megabyte. More than a period lies between two
/// justifications only where finality stood still, and authors slow down then.
pub const MAX_HEADERS: usize = 4_096;

/// Proofs of finality.
#[rpc(server)]
pub trait FinalityApi {
	/// Proves that a block is final: a SCALE-encoded [`FinalityProof`], or null when the node has
	/// the block but no justification that covers it.
	///
	/// # Errors
	/// [`PROOF_FAILED`] for a block that is not final or not known, and for one with no justified
	/// block within [`MAX_HEADERS`] after it.
	#[method(name = "grandpa_proveFinality", blocking)]
	fn prove_finality(&self, block: BlockNumber) -> RpcResult<Option<Bytes>>;
}

/// The method over the node's database.
pub struct Finality(Arc<FullBackend>);

impl Finality {
	/// The method over this database.
	pub fn new(backend: Arc<FullBackend>) -> Self {
		Self(backend)
	}
}

impl FinalityApiServer for Finality {
	fn prove_finality(&self, block: BlockNumber) -> RpcResult<Option<Bytes>> {
		let latest = || {
			sc_consensus_grandpa::best_justification::<_, Block>(&*self.0).map(|found| {
				found.map(|justification| (justification.target(), justification.encode()))
			})
		};
		prove(self.0.blockchain(), latest, block)
			.map(|proof| proof.map(|proof| proof.encode().into()))
			.map_err(|error| {
				ErrorObjectOwned::owned(
					PROOF_FAILED,
					format!("The block cannot be proved final: {error}"),
					None::<()>,
				)
			})
	}
}

/// A justification that is not stored with its block: its target and itself.
type Latest = Option<((BlockNumber, Hash), Vec<u8>)>;

/// The proof for a block over a chain. `latest` is the justification of the last finality, which the
/// voter keeps also where no period ends.
fn prove<Chain: Backend<Block> + HeaderBackend<Block>>(
	chain: &Chain,
	latest: impl FnOnce() -> sp_blockchain::Result<Latest>,
	block: BlockNumber,
) -> Result<Option<FinalityProof<Header>>, FinalityProofError> {
	let finalized = chain.info().finalized_number;
	if block > finalized {
		return Err(FinalityProofError::BlockNotYetFinalized);
	}
	let mut unknown_headers: Vec<Header> = Vec::new();
	for number in block..=finalized {
		let hash = chain.expect_block_hash_from_id(&BlockId::Number(number))?;
		if number > block {
			if unknown_headers.len() >= MAX_HEADERS {
				return Err(FinalityProofError::BlockNotInAuthoritySetChanges);
			}
			unknown_headers.push(chain.expect_header(hash)?);
		}
		let justification = chain
			.justifications(hash)?
			.and_then(|justifications| justifications.into_justification(GRANDPA_ENGINE_ID));
		if let Some(justification) = justification {
			return Ok(Some(FinalityProof { block: hash, justification, unknown_headers }));
		}
	}
	// The period that the block is in has not ended.
	Ok(latest()?.filter(|((target, _), _)| *target >= block).map(
		|((target, block), justification)| {
			unknown_headers.retain(|header| header.number <= target);
			FinalityProof { block, justification, unknown_headers }
		},
	))
}

#[cfg(test)]
mod tests {
	use sc_client_api::{backend::NewBlockState, in_mem::Blockchain};

	use super::*;

	const FINALIZED: BlockNumber = 40;

	/// A chain that is final up to [`FINALIZED`], and ten blocks more, with stored justifications at
	/// the given heights. A justification is its block's number here.
	fn chain(justified: &[BlockNumber]) -> Blockchain<Block> {
		long_chain(FINALIZED, justified)
	}

	fn long_chain(finalized: BlockNumber, justified: &[BlockNumber]) -> Blockchain<Block> {
		let chain = Blockchain::new();
		let mut parent = Hash::zero();
		for number in 0..finalized + 10 {
			let header = Header {
				parent_hash: parent,
				number,
				state_root: Default::default(),
				extrinsics_root: Default::default(),
				digest: Default::default(),
			};
			parent = header.hash();
			let justification =
				justified.contains(&number).then(|| (GRANDPA_ENGINE_ID, number.encode()).into());
			let state =
				if number <= finalized { NewBlockState::Final } else { NewBlockState::Best };
			chain.insert(parent, header, justification, None, state, false).unwrap();
		}
		chain
	}

	fn hash(chain: &Blockchain<Block>, number: BlockNumber) -> Hash {
		chain.hash(number).unwrap().unwrap()
	}

	fn none() -> sp_blockchain::Result<Latest> {
		Ok(None)
	}

	fn numbers(proof: &FinalityProof<Header>) -> Vec<BlockNumber> {
		proof.unknown_headers.iter().map(|header| header.number).collect()
	}

	#[test]
	fn proof_should_be_of_the_first_justified_block_when_one_follows() {
		let chain = chain(&[16, 32]);
		let proof = prove(&chain, none, 14).unwrap().unwrap();
		assert_eq!(proof.block, hash(&chain, 16));
		assert_eq!(proof.justification, 16u32.encode());
		assert_eq!(numbers(&proof), [15, 16]);
		// Each header is the parent of the next, so the last one proves all.
		assert_eq!(proof.unknown_headers[0].parent_hash, hash(&chain, 14));
		assert_eq!(proof.unknown_headers[1].hash(), proof.block);
	}

	#[test]
	fn proof_should_have_no_headers_when_the_block_is_justified() {
		let chain = chain(&[16, 32]);
		let proof = prove(&chain, none, 16).unwrap().unwrap();
		assert_eq!(proof.block, hash(&chain, 16));
		assert!(proof.unknown_headers.is_empty());
	}

	#[test]
	fn proof_should_be_of_the_last_finality_when_the_period_has_not_ended() {
		let chain = chain(&[16, 32]);
		let latest = || Ok(Some(((38, hash(&chain, 38)), b"latest".to_vec())));
		let proof = prove(&chain, latest, 36).unwrap().unwrap();
		assert_eq!(proof.block, hash(&chain, 38));
		assert_eq!(proof.justification, b"latest");
		assert_eq!(numbers(&proof), [37, 38]);
	}

	#[test]
	fn proof_should_be_none_when_no_justification_covers_the_block() {
		let chain = chain(&[16, 32]);
		assert_eq!(prove(&chain, none, 36).unwrap(), None);
		let latest = || Ok(Some(((35, hash(&chain, 35)), b"latest".to_vec())));
		assert_eq!(prove(&chain, latest, 36).unwrap(), None);
	}

	#[test]
	fn proof_should_be_refused_when_the_block_is_not_final() {
		let chain = chain(&[16, 48]);
		for block in [FINALIZED + 1, 49, 1_000] {
			assert!(matches!(
				prove(&chain, none, block),
				Err(FinalityProofError::BlockNotYetFinalized)
			));
		}
	}

	#[test]
	fn proof_should_be_refused_when_the_next_justification_is_too_far() {
		let furthest = BlockNumber::try_from(MAX_HEADERS).unwrap();
		let chain = long_chain(furthest + 2, &[furthest + 1]);
		let proof = prove(&chain, none, 1).unwrap().unwrap();
		assert_eq!(proof.unknown_headers.len(), MAX_HEADERS);
		assert!(matches!(
			prove(&chain, none, 0),
			Err(FinalityProofError::BlockNotInAuthoritySetChanges)
		));
	}

	#[test]
	fn method_should_have_the_name_that_it_replaces() {
		assert_eq!(METHOD, "grandpa_proveFinality");
	}
}
