//! What is stored is read back, at the length that was promised, and its bytes do not change.

use super::*;
use crate::{Pledge, PledgeMove, Rescaling, Taken, Tally};
use codec::{Decode, Encode, MaxEncodedLen};
use core::fmt::Debug;

fn round_trip<T: Encode + Decode + MaxEncodedLen + PartialEq + Debug>(values: &[T]) {
	for value in values {
		let bytes = value.encode();
		assert!(bytes.len() <= T::max_encoded_len());
		assert_eq!(T::decode(&mut &bytes[..]).as_ref(), Ok(value));
	}
}

#[test]
fn stored_types_should_be_read_back_as_they_were_written() {
	round_trip(&[class(), ShareClass { transfer: TransferRule::LockedUntil(-1), ..class() }]);
	round_trip(&[Holding { unpaid: 7, ..holding(40, 10) }, Holding::NONE]);
	round_trip(&[LAW, BROKEN_LAW]);
	round_trip(&[NOBODY, EVERYBODY]);
	round_trip(&[Tally { shares: 1, unpaid: 2 }]);
	let pledge = Pledge { shares: 3 };
	round_trip(&[PledgeMove { left: None, moved: pledge }]);
	round_trip(&[Taken::Free(1), Taken::Pledged { pledge, shares: 2 }]);
	round_trip(&[Rescaling::Split(2), Rescaling::Consolidation(3)]);
}

#[test]
fn bytes_should_stay_what_they_are() {
	let class = ShareClass { transfer: TransferRule::LockedUntil(5), pre_emption: true, ..class() };
	let mut bytes = Vec::new();
	bytes.extend(100u64.to_le_bytes());
	bytes.extend(b"EUR");
	for number in [1_000u64, 200, 10] {
		bytes.extend(number.to_le_bytes());
	}
	bytes.extend(1u32.to_le_bytes());
	bytes.extend(20_000u128.to_le_bytes());
	bytes.extend([2, 5, 0, 0, 0, 1]);
	assert_eq!(class.encode(), bytes);
	assert_eq!(ShareClass::<i32>::max_encoded_len(), 8 + 3 + 3 * 8 + 4 + 16 + 5 + 1);
	assert_eq!(Holding::max_encoded_len(), 32);
	assert_eq!(TransferRule::<i32>::Free.encode(), [0]);
	assert_eq!(TransferRule::<i32>::BoardConsent.encode(), [1]);
	assert_eq!(Rescaling::Consolidation(2).encode(), [1, 2, 0, 0, 0]);
}
