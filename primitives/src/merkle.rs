//! Merkle trees over rows: the commitment of an import campaign to all rows of its source.
//!
//! `leaf = blake2_256(0x00 ‖ row)`, `node = blake2_256(0x01 ‖ left ‖ right)`; an odd node moves up
//! unchanged. The prefixes keep a node from passing as a row, and the proof is checked against the
//! number of rows, so that a path that is too short or too long fails.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_io::hashing::blake2_256;

/// The longest proof: enough for 2^32 rows.
pub const MAX_PROOF_NODES: u32 = 32;

/// The siblings from a leaf up to the root, without those levels at which the node moved up alone.
#[derive(
	Clone,
	Debug,
	Default,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Proof(pub BoundedVec<H256, ConstU32<MAX_PROOF_NODES>>);

/// The hash of a row.
pub fn leaf(row: &[u8]) -> H256 {
	let mut preimage = alloc::vec![0u8];
	preimage.extend_from_slice(row);
	H256(blake2_256(&preimage))
}

fn node(left: &H256, right: &H256) -> H256 {
	let mut preimage = alloc::vec![1u8];
	preimage.extend_from_slice(left.as_bytes());
	preimage.extend_from_slice(right.as_bytes());
	H256(blake2_256(&preimage))
}

fn level_above(level: &[H256]) -> Vec<H256> {
	level
		.chunks(2)
		.filter_map(|pair| match pair {
			[left, right] => Some(node(left, right)),
			[alone] => Some(*alone),
			_ => None,
		})
		.collect()
}

/// The root over leaves, or none when there are none.
pub fn root(leaves: &[H256]) -> Option<H256> {
	let mut level = leaves.to_vec();
	while level.len() > 1 {
		level = level_above(&level);
	}
	level.first().copied()
}

/// The proof that the leaf at `index` is in the tree, or none when there is no such leaf.
pub fn prove(leaves: &[H256], index: u32) -> Option<Proof> {
	let mut position = usize::try_from(index).ok()?;
	leaves.get(position)?;
	let mut siblings = Vec::new();
	let mut level = leaves.to_vec();
	while level.len() > 1 {
		if let Some(sibling) = level.get(position ^ 1) {
			siblings.push(*sibling);
		}
		level = level_above(&level);
		position >>= 1;
	}
	BoundedVec::try_from(siblings).ok().map(Proof)
}

/// Whether `leaf` stands at `index` of a tree with `count` leaves and this root.
pub fn verify(root: &H256, count: u32, index: u32, leaf: &H256, proof: &Proof) -> bool {
	if index >= count {
		return false;
	}
	let mut siblings = proof.0.iter();
	let (mut hash, mut position, mut width) = (*leaf, index, count);
	while width > 1 {
		// The last node of an odd level has no sibling and moves up as it is.
		let alone = position & 1 == 0 && position.saturating_add(1) == width;
		if !alone {
			let Some(sibling) = siblings.next() else { return false };
			hash = if position & 1 == 0 { node(&hash, sibling) } else { node(sibling, &hash) };
		}
		position >>= 1;
		width = width.div_ceil(2);
	}
	siblings.next().is_none() && hash == *root
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn leaves(count: usize) -> Vec<H256> {
		(0..count).map(|row| leaf(&row.to_le_bytes())).collect()
	}

	#[test]
	fn root_should_be_none_when_there_is_no_row() {
		assert_eq!(root(&[]), None);
		assert_eq!(prove(&[], 0), None);
	}

	#[test]
	fn root_should_agree_with_the_shared_vectors() {
		let vectors: serde_json::Value =
			serde_json::from_str(include_str!("../vectors/merkle.json")).unwrap();
		for vector in vectors.as_array().unwrap() {
			let rows = vector["rows"].as_array().unwrap();
			let leaves: Vec<_> =
				rows.iter().map(|row| leaf(row.as_str().unwrap().as_bytes())).collect();
			let found = alloc::format!("{:?}", root(&leaves).unwrap());
			assert_eq!(found, vector["root"].as_str().unwrap());
		}
	}

	proptest! {
		#[test]
		fn proof_should_hold_for_its_own_leaf_alone(count in 1usize..70, seed in 0usize..1000) {
			let index = seed % count;
			let leaves = leaves(count);
			let root = root(&leaves).unwrap();
			let (index, count) = (index as u32, count as u32);
			let proof = prove(&leaves, index).unwrap();
			for (other, other_leaf) in leaves.iter().enumerate() {
				prop_assert_eq!(
					verify(&root, count, index, other_leaf, &proof), other as u32 == index
				);
			}
			for other in (0..count + 2).filter(|other| *other != index) {
				prop_assert!(!verify(&root, count, other, &leaves[index as usize], &proof));
			}
		}

		#[test]
		fn proof_should_fail_when_it_is_cut_or_lengthened(count in 2usize..70, seed in 0usize..1000) {
			let index = seed % count;
			let leaves = leaves(count);
			let root = root(&leaves).unwrap();
			let proof = prove(&leaves, index as u32).unwrap();
			let mut longer = proof.clone();
			longer.0.try_push(root).unwrap();
			prop_assert!(!verify(&root, count as u32, index as u32, &leaves[index], &longer));
			let mut shorter = proof;
			if shorter.0.pop().is_some() {
				prop_assert!(!verify(&root, count as u32, index as u32, &leaves[index], &shorter));
			}
		}
	}
}
