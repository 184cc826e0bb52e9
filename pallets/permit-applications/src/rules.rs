//! Plain rules without storage: the figures of a service.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The most days that are counted apart. What took longer is counted together.
pub const MAX_COUNTED_DAYS: u16 = 1_000;

/// The key of a number of days, in which the state has them in their order. What is more than
/// [`MAX_COUNTED_DAYS`] has one key for all.
pub const fn days_key(days: u32) -> [u8; 2] {
	const MORE: u16 = MAX_COUNTED_DAYS.saturating_add(1);
	let [high, low, first, second] = days.to_be_bytes();
	let counted = u16::from_be_bytes([first, second]);
	if high == 0 && low == 0 && counted <= MAX_COUNTED_DAYS {
		[first, second]
	} else {
		MORE.to_be_bytes()
	}
}

/// Within how many days half of all was decided.
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
pub enum MedianDays {
	/// So many days.
	#[codec(index = 0)]
	Days(u16),
	/// More than [`MAX_COUNTED_DAYS`].
	#[codec(index = 1)]
	More,
}

/// The median of counts by days, in the order of days: the fewest days within which at least half was
/// decided. None if nothing was.
pub fn median(counts: impl IntoIterator<Item = ([u8; 2], u32)> + Clone) -> Option<MedianDays> {
	let all = counts.clone().into_iter().map(|(_, count)| u64::from(count));
	let all = all.fold(0, u64::saturating_add);
	let mut within = 0u64;
	for (key, count) in counts {
		within = within.saturating_add(u64::from(count));
		if count > 0 && within.saturating_mul(2) >= all {
			let days = u16::from_be_bytes(key);
			return Some(if days > MAX_COUNTED_DAYS {
				MedianDays::More
			} else {
				MedianDays::Days(days)
			});
		}
	}
	None
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;
	use std::collections::BTreeMap;

	fn counted(all: &[u32]) -> BTreeMap<[u8; 2], u32> {
		let mut counts = BTreeMap::new();
		for days in all {
			*counts.entry(days_key(*days)).or_insert(0) += 1;
		}
		counts
	}

	#[test]
	fn median_should_be_none_when_nothing_was_decided() {
		assert_eq!(median([]), None);
		assert_eq!(median([(days_key(3), 0)]), None);
	}

	#[test]
	fn median_should_be_the_middle_one_when_they_are_odd() {
		assert_eq!(median(counted(&[3, 1, 300])), Some(MedianDays::Days(3)));
		assert_eq!(median(counted(&[7])), Some(MedianDays::Days(7)));
	}

	#[test]
	fn median_should_be_the_lower_one_when_they_are_even() {
		assert_eq!(median(counted(&[1, 2, 3, 300])), Some(MedianDays::Days(2)));
	}

	#[test]
	fn median_should_say_more_when_half_took_longer_than_is_counted() {
		assert_eq!(median(counted(&[1_000])), Some(MedianDays::Days(1_000)));
		assert_eq!(median(counted(&[1_001])), Some(MedianDays::More));
		assert_eq!(median(counted(&[0, 70_000, u32::MAX])), Some(MedianDays::More));
	}

	proptest! {
		#[test]
		fn median_should_agree_with_the_sorted_list(mut all in prop::collection::vec(0u32..1_200, 1..80)) {
			let found = median(counted(&all));
			all.sort_unstable();
			let expected = all[(all.len() - 1) / 2];
			let expected = match u16::try_from(expected) {
				Ok(days) if days <= MAX_COUNTED_DAYS => MedianDays::Days(days),
				_ => MedianDays::More,
			};
			prop_assert_eq!(found, Some(expected));
		}

		#[test]
		fn days_key_should_keep_the_order(one in 0u32..3_000, other in 0u32..3_000) {
			if one <= other {
				prop_assert!(days_key(one) <= days_key(other));
			}
		}
	}
}
