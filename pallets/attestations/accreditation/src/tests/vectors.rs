//! The vectors that `credentials/` is held to as well: `primitives/vectors/`.

use core::str::FromStr;

use polity_primitives::Commitment;
use serde_json::Value;
use sp_core::H256;

use super::*;

fn vectors(text: &str, count: usize) -> Vec<Value> {
	let vectors: Vec<Value> = serde_json::from_str(text).unwrap();
	assert_eq!(vectors.len(), count);
	vectors
}

fn hash(value: &Value) -> H256 {
	H256::from_str(value.as_str().unwrap()).unwrap()
}

fn number(value: &Value) -> u32 {
	value.as_u64().unwrap().try_into().unwrap()
}

#[test]
fn permuted_index_should_agree_with_the_shared_vectors() {
	let text = include_str!("../../../../../primitives/vectors/status-index.json");
	for vector in vectors(text, 16) {
		let index = permuted_index(&hash(&vector["seed"]).0, number(&vector["number"]));
		assert_eq!(index, Ok(number(&vector["index"])), "{vector}");
	}
}

#[test]
fn batch_leaf_should_agree_with_the_shared_vectors() {
	let text = include_str!("../../../../../primitives/vectors/batch-leaf.json");
	for vector in vectors(text, 8) {
		let commitment = Commitment::new(hash(&vector["commitment"]).0).unwrap();
		let leaf = batch_leaf(&commitment, number(&vector["statusIndex"]));
		assert_eq!(leaf, hash(&vector["leaf"]), "{vector}");
	}
}
