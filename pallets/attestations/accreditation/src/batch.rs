//! Batches: many attestations under one Merkle root, each of which can be shown alone.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{
	merkle::{self, Proof},
	Commitment,
};
use scale_info::TypeInfo;
use sp_core::H256;

/// The most attestations of a batch: half a status list, so that decoys fit beside them.
pub const MAX_BATCH_LEAVES: u32 = 65_536;

/// Why a batch, or what claims to be of it, is refused.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum BatchError {
	/// A root of all zero is none.
	#[codec(index = 0)]
	RootZero,
	/// The batch has no leaf.
	#[codec(index = 1)]
	Empty,
	/// The batch has more than [`MAX_BATCH_LEAVES`]. Divide it.
	#[codec(index = 2)]
	TooManyLeaves,
	/// The batch has no leaf at that position.
	#[codec(index = 3)]
	BeyondBatch,
	/// The proof does not lead from the leaf to the root: another leaf, salt, position or proof.
	#[codec(index = 4)]
	NotInBatch,
}

stored! {
	/// A batch.
	pub struct Batch {
		/// The root over its leaves ([`batch_leaf`]).
		pub root: H256,
		/// How many leaves it has.
		pub leaves: u32,
	}
}

/// The leaf of an attestation: its salted commitment and the index of its status. The salt in the
/// commitment keeps a leaf from being guessed, the index binds its status to it.
pub fn batch_leaf(commitment: &Commitment, status_index: u32) -> H256 {
	merkle::leaf(&(b"polity/attestation-leaf/1", commitment, status_index).encode())
}

impl Batch {
	/// Checks the batch alone. That its root is new, the register knows.
	///
	/// # Errors
	/// * [`BatchError::RootZero`], [`BatchError::Empty`], [`BatchError::TooManyLeaves`].
	pub fn check(&self) -> Result<(), BatchError> {
		if self.root.is_zero() {
			return Err(BatchError::RootZero);
		}
		match self.leaves {
			0 => Err(BatchError::Empty),
			leaves if leaves > MAX_BATCH_LEAVES => Err(BatchError::TooManyLeaves),
			_ => Ok(()),
		}
	}
}

/// Checks that an attestation stands at a position of a batch.
///
/// # Errors
/// * Those of [`Batch::check`].
/// * [`BatchError::BeyondBatch`], [`BatchError::NotInBatch`].
pub fn verify_leaf(
	batch: &Batch,
	position: u32,
	commitment: &Commitment,
	status_index: u32,
	proof: &Proof,
) -> Result<(), BatchError> {
	batch.check()?;
	if position >= batch.leaves {
		return Err(BatchError::BeyondBatch);
	}
	let leaf = batch_leaf(commitment, status_index);
	if merkle::verify(&batch.root, batch.leaves, position, &leaf, proof) {
		Ok(())
	} else {
		Err(BatchError::NotInBatch)
	}
}
