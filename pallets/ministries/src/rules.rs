//! The rules of seats, names and the floor, as plain functions.

use polity_primitives::Signatory;

/// Why keys and a threshold are no council seat.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SeatFault {
	/// Fewer keys than the network demands, or none.
	TooFewKeys,
	/// One key of several, or none, would act for the seat alone.
	ThresholdTooLow,
	/// More signatures are asked for than there are keys.
	ThresholdAboveKeys,
	/// A key is listed twice.
	RepeatedKey,
	/// A person holds two of the keys.
	RepeatedPerson,
}

/// Why bytes are not the name of a ministry.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NameFault {
	/// Nothing but white space.
	Empty,
	/// Not UTF-8, or with control characters, or with white space at an end.
	NotText,
}

/// A seat has enough keys, all of different accounts and different people, and where it has two or
/// more, no single one acts for it.
///
/// # Errors
/// The first [`SeatFault`] that applies.
pub fn check_seat<AccountId: PartialEq>(
	seat: &[Signatory<AccountId>],
	threshold: u16,
	minimum_keys: u32,
) -> Result<(), SeatFault> {
	let keys = count(seat.len());
	if keys < minimum_keys.max(1) {
		return Err(SeatFault::TooFewKeys);
	}
	if u32::from(threshold) < keys.min(2) {
		return Err(SeatFault::ThresholdTooLow);
	}
	if u32::from(threshold) > keys {
		return Err(SeatFault::ThresholdAboveKeys);
	}
	let mut rest = seat;
	while let Some((first, others)) = rest.split_first() {
		if others.iter().any(|other| other.account == first.account) {
			return Err(SeatFault::RepeatedKey);
		}
		if others.iter().any(|other| other.person == first.person) {
			return Err(SeatFault::RepeatedPerson);
		}
		rest = others;
	}
	Ok(())
}

/// A name is text that a reader can see: UTF-8 without control characters, not only white space,
/// and with none at its ends.
///
/// # Errors
/// The first [`NameFault`] that applies.
pub fn check_name(name: &[u8]) -> Result<(), NameFault> {
	let text = core::str::from_utf8(name).map_err(|_| NameFault::NotText)?;
	let trimmed = text.trim();
	if trimmed.is_empty() {
		return Err(NameFault::Empty);
	}
	if trimmed.len() != text.len() || text.chars().any(char::is_control) {
		return Err(NameFault::NotText);
	}
	Ok(())
}

/// Whether one authority with keys may leave without the rest going under the floor.
pub fn may_leave(authorities: u32, floor: u32) -> bool {
	authorities.checked_sub(1).is_some_and(|left| left >= floor)
}

/// Whether one more authority may be disabled: at most a third of all but one, which is what the
/// consensus tolerates, and never so many that fewer than the floor are left at work.
pub fn may_disable(authorities: u32, disabled: u32, floor: u32) -> bool {
	let tolerated = authorities.saturating_sub(1).checked_div(3).unwrap_or_default();
	disabled < tolerated && may_leave(authorities.saturating_sub(disabled), floor)
}

/// A length as a number of the chain. Every list of this pallet is far shorter.
pub fn count(length: usize) -> u32 {
	u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
	use super::*;
	use polity_primitives::Tag;
	use proptest::prelude::*;

	fn key(account: u8, person: u8) -> Signatory<u8> {
		Signatory { account, person: Tag::new([person; 32]).unwrap() }
	}

	#[test]
	fn check_seat_should_refuse_each_fault_when_it_is_the_only_one() {
		let two = [key(1, 1), key(2, 2)];
		assert_eq!(check_seat(&two, 2, 2), Ok(()));
		assert_eq!(check_seat::<u8>(&[], 0, 0), Err(SeatFault::TooFewKeys));
		assert_eq!(check_seat(&two, 2, 3), Err(SeatFault::TooFewKeys));
		assert_eq!(check_seat(&two, 1, 2), Err(SeatFault::ThresholdTooLow));
		assert_eq!(check_seat(&two[..1], 0, 1), Err(SeatFault::ThresholdTooLow));
		assert_eq!(check_seat(&two[..1], 1, 1), Ok(()));
		assert_eq!(check_seat(&two, 3, 2), Err(SeatFault::ThresholdAboveKeys));
		assert_eq!(check_seat(&[key(1, 1), key(1, 2)], 2, 2), Err(SeatFault::RepeatedKey));
		assert_eq!(check_seat(&[key(1, 1), key(2, 1)], 2, 2), Err(SeatFault::RepeatedPerson));
	}

	#[test]
	fn check_name_should_accept_only_text_that_a_reader_can_see() {
		assert_eq!(check_name("Ministère de la Justice".as_bytes()), Ok(()));
		assert_eq!(check_name("内务部".as_bytes()), Ok(()));
		assert_eq!(check_name(b""), Err(NameFault::Empty));
		assert_eq!(check_name("\u{2003} ".as_bytes()), Err(NameFault::Empty));
		assert_eq!(check_name(&[0xff, 0xfe]), Err(NameFault::NotText));
		assert_eq!(check_name(b"Jus\ttice"), Err(NameFault::NotText));
		assert_eq!(check_name(b" Justice"), Err(NameFault::NotText));
		assert_eq!(check_name(b"Justice\n"), Err(NameFault::NotText));
	}

	#[test]
	fn may_disable_should_hold_the_figures_of_the_presets() {
		// development: 1 of floor 1; local: 4 of floor 3; production: 7 of floor 5.
		assert!(!may_disable(1, 0, 1));
		assert!(may_disable(4, 0, 3));
		assert!(!may_disable(4, 1, 3));
		assert!(may_disable(7, 0, 5));
		assert!(may_disable(7, 1, 5));
		assert!(!may_disable(7, 2, 5));
	}

	proptest! {
		#[test]
		fn may_leave_should_keep_the_floor(authorities in 0u32..100, floor in 0u32..100) {
			prop_assert_eq!(
				may_leave(authorities, floor),
				i64::from(authorities) - 1 >= i64::from(floor)
			);
		}

		#[test]
		fn may_disable_should_keep_the_floor_and_two_thirds(
			authorities in 0u32..100,
			floor in 0u32..100,
		) {
			// However often it is asked, what it has allowed in the end holds both.
			let mut disabled = 0;
			while may_disable(authorities, disabled, floor) {
				disabled += 1;
			}
			if disabled > 0 {
				prop_assert!(authorities - disabled >= floor);
				prop_assert!(3 * disabled < authorities);
			}
		}

		#[test]
		fn check_seat_should_accept_only_distinct_keys_and_people(
			keys in proptest::collection::vec((1u8..6, 1u8..6), 0..6),
			threshold in 0u16..7,
			minimum in 0u32..4,
		) {
			let seat: Vec<_> = keys.iter().map(|(account, person)| key(*account, *person)).collect();
			let accounts: std::collections::BTreeSet<_> = keys.iter().map(|key| key.0).collect();
			let people: std::collections::BTreeSet<_> = keys.iter().map(|key| key.1).collect();
			let distinct = accounts.len() == keys.len() && people.len() == keys.len();
			let threshold_fits = match keys.len() {
				0 => false,
				1 => threshold == 1,
				length => threshold >= 2 && usize::from(threshold) <= length,
			};
			let enough = keys.len() as u32 >= minimum;
			prop_assert_eq!(
				check_seat(&seat, threshold, minimum).is_ok(),
				distinct && threshold_fits && enough
			);
		}

		#[test]
		fn check_name_should_never_panic(name in proptest::collection::vec(any::<u8>(), 0..64)) {
			let _ = check_name(&name);
		}
	}
}
