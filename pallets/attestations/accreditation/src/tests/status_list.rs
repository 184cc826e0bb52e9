use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

#[test]
fn index_should_be_refused_when_it_is_beyond_the_list() {
	assert_eq!(place(0), Ok(Place { chunk: 0, bit: 0 }));
	assert_eq!(place(131_071), Ok(Place { chunk: 127, bit: 1_023 }));
	assert_eq!(place(131_072), Err(StatusListError::BeyondList));
	let chunk = Chunk::default();
	assert_eq!(claim(&chunk, 1_024), Err(StatusListError::BeyondList));
	assert_eq!(
		flip(&chunk, StatusPurpose::Suspension, 1_024, true),
		Err(StatusListError::BeyondList)
	);
	assert_eq!(
		flip(&chunk, StatusPurpose::Suspension, 1_024, false),
		Err(StatusListError::BeyondList)
	);
}

#[test]
fn index_should_be_refused_when_it_is_taken() {
	let taken = claim(&Chunk::default(), 77).unwrap();
	assert_eq!(claim(&taken, 77), Err(StatusListError::IndexTaken));
	assert!(claim(&taken, 78).is_ok());
}

#[test]
fn bitstring_should_have_the_size_and_the_order_of_the_standard() {
	let revoked = |index| {
		let place = place(index).unwrap();
		let chunk = flip(&Chunk::default(), StatusPurpose::Revocation, place.bit, true).unwrap();
		expand(|number| (number == place.chunk).then_some(chunk))
	};
	assert_eq!(revoked(0).len(), 16_384);
	assert_eq!(revoked(0)[0], 0b1000_0000);
	assert_eq!(revoked(7)[0], 0b0000_0001);
	assert_eq!(revoked(8)[1], 0b1000_0000);
	assert_eq!(revoked(131_071)[16_383], 0b0000_0001);
	assert_eq!(revoked(94_567)[94_567 / 8], 0b1000_0000 >> (94_567 % 8));
	assert!(expand(|_| None).iter().all(|byte| *byte == 0));
}

#[test]
fn list_should_be_refused_when_it_is_full_or_for_another_use() {
	let list = StatusList::open(ListUse::Batch);
	assert_eq!(list.reserve(ListUse::Single, 1, 0), Err(StatusListError::WrongUse));
	assert_eq!(list.reserve(ListUse::Batch, 131_073, 0), Err(StatusListError::ListFull));
	let full = list.reserve(ListUse::Batch, 100_000, 31_072).unwrap();
	assert_eq!((full.credentials, full.decoys), (100_000, 31_072));
	assert_eq!(full.reserve(ListUse::Batch, 0, 1), Err(StatusListError::ListFull));
	assert_eq!(full.reserve(ListUse::Batch, u32::MAX, 1), Err(StatusListError::ListFull));
}

#[test]
fn permutation_should_give_every_index_once() {
	let seed = [7; 32];
	let mut seen = vec![false; 131_072];
	for number in 0..LIST_BITS {
		let index = permuted_index(&seed, number).unwrap() as usize;
		assert!(!core::mem::replace(&mut seen[index], true), "index {index} twice");
	}
	assert_eq!(permuted_index(&seed, LIST_BITS), Err(StatusListError::BeyondList));
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn permutation_should_differ_by_seed_and_tell_no_order(seed in any::<[u8; 32]>()) {
		let first: Vec<_> = (0..64).map(|number| permuted_index(&seed, number).unwrap()).collect();
		let mut other = seed;
		other[0] ^= 1;
		let second: Vec<_> =
			(0..64).map(|number| permuted_index(&other, number).unwrap()).collect();
		prop_assert_ne!(&first, &second);
		let rising = first.windows(2).filter(|pair| pair[0] < pair[1]).count();
		prop_assert!((8..56).contains(&rising), "{} of 63 rise", rising);
	}

	#[test]
	fn revocation_should_never_come_back_and_suspension_should(
		flips in prop::collection::vec((0u16..16, any::<bool>()), 1..80),
	) {
		let (mut revoked, mut suspended) = (Chunk::default(), Chunk::default());
		for (bit, set) in flips {
			let before = revoked;
			revoked = flip(&revoked, StatusPurpose::Revocation, bit, set).unwrap_or(revoked);
			for other in 0..16 {
				prop_assert!(!before.is_set(other) || revoked.is_set(other));
				prop_assert!(other == bit || before.is_set(other) == revoked.is_set(other));
			}
			if before.is_set(bit) && !set {
				prop_assert_eq!(
					flip(&before, StatusPurpose::Revocation, bit, false),
					Err(StatusListError::RevocationFinal)
				);
			}
			let was = suspended.is_set(bit);
			let flipped = flip(&suspended, StatusPurpose::Suspension, bit, set);
			if was == set {
				prop_assert_eq!(flipped, Err(StatusListError::Unchanged));
			} else {
				suspended = flipped.unwrap();
				prop_assert_eq!(suspended.is_set(bit), set);
			}
		}
	}

	#[test]
	fn allocation_should_never_collide(bits in prop::collection::vec(0u16..1_024, 1..400)) {
		let (mut taken, mut given) = (Chunk::default(), BTreeSet::new());
		for bit in bits {
			match claim(&taken, bit) {
				Ok(next) => {
					prop_assert!(given.insert(bit));
					taken = next;
				},
				Err(error) => {
					prop_assert_eq!(error, StatusListError::IndexTaken);
					prop_assert!(given.contains(&bit));
				},
			}
			prop_assert_eq!(taken.count() as usize, given.len());
		}
	}
}
