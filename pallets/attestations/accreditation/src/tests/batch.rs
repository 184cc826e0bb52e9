use super::*;
use polity_primitives::{merkle, Commitment};
use proptest::prelude::*;
use sp_core::H256;

fn commitment(number: u32) -> Commitment {
	let mut bytes = [7; 32];
	bytes[..4].copy_from_slice(&number.to_le_bytes());
	Commitment::new(bytes).unwrap()
}

#[test]
fn batch_should_be_refused_when_it_is_none_or_too_large() {
	let root = H256::repeat_byte(1);
	assert_eq!(Batch { root: H256::zero(), leaves: 1 }.check(), Err(BatchError::RootZero));
	assert_eq!(Batch { root, leaves: 0 }.check(), Err(BatchError::Empty));
	assert_eq!(Batch { root, leaves: 65_536 }.check(), Ok(()));
	assert_eq!(Batch { root, leaves: 65_537 }.check(), Err(BatchError::TooManyLeaves));
}

proptest! {
	#[test]
	fn leaf_should_be_verified_alone_and_as_nothing_else(
		count in 1u32..60,
		seed in 0u32..1_000,
		index in 0u32..131_071,
	) {
		let position = seed % count;
		let leaves: Vec<_> = (0..count)
			.map(|number| batch_leaf(&commitment(number), index.wrapping_add(number)))
			.collect();
		let batch = Batch { root: merkle::root(&leaves).unwrap(), leaves: count };
		let proof = merkle::prove(&leaves, position).unwrap();
		let own = commitment(position);
		let status = index + position;
		let not = Err(BatchError::NotInBatch);
		prop_assert_eq!(verify_leaf(&batch, position, &own, status, &proof), Ok(()));
		prop_assert_eq!(verify_leaf(&batch, position, &own, status + 1, &proof), not);
		prop_assert_eq!(verify_leaf(&batch, position, &commitment(count), status, &proof), not);
		prop_assert_eq!(
			verify_leaf(&batch, count, &own, status, &proof),
			Err(BatchError::BeyondBatch)
		);
		if count > 1 {
			let anothers = merkle::prove(&leaves, (position + 1) % count).unwrap();
			prop_assert_eq!(verify_leaf(&batch, position, &own, status, &anothers), not);
		}
	}
}
