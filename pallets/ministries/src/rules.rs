//! The rules of seats, names and the floor, as plain functions.

use polity_primitives::{traits::AbsenceRule, Signatory};

use crate::types::SlotCount;

/// The most slots between two blocks that are counted against those who left them empty. A longer gap
/// is the whole network's: an outage, or authors who wait for finality, of whom each leaves up to ten
/// slots empty.
pub const MAX_COUNTED_GAP_SLOTS: u64 = 8;

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

/// Counts the slot of a block for its author, and those since the block before for whoever left them
/// empty. In Aura a slot belongs to the authority at its number modulo how many there are.
pub fn count_slots(last: u64, slot: u64, nodes: &mut [SlotCount]) {
	let Some(authorities) = u64::try_from(nodes.len()).ok().filter(|count| *count > 0) else {
		return;
	};
	let owner = |slot: u64| usize::try_from(slot.checked_rem(authorities).unwrap_or_default()).ok();
	let empty = slot.saturating_sub(last).saturating_sub(1);
	if empty <= MAX_COUNTED_GAP_SLOTS {
		for missed in last.saturating_add(1)..slot {
			if let Some(node) = owner(missed).and_then(|index| nodes.get_mut(index)) {
				node.due = node.due.saturating_add(1);
				node.missed = node.missed.saturating_add(1);
			}
		}
	}
	if let Some(node) = owner(slot).and_then(|index| nodes.get_mut(index)) {
		node.due = node.due.saturating_add(1);
	}
}

/// Whether a session counts as absence.
pub fn is_absent(count: &SlotCount, rule: &AbsenceRule) -> bool {
	let missed = u64::from(count.missed).saturating_mul(100);
	count.due > 0 && missed >= u64::from(count.due).saturating_mul(rule.missed_percent.into())
}

/// Whether a rule of absence says anything, and nobody is absent by it who has missed nothing.
pub fn is_absence_rule(rule: &AbsenceRule) -> bool {
	(1..=100).contains(&rule.missed_percent) && rule.sessions > 0
}

/// Whether one more authority may be away: at most a third of all but one together, which is what
/// finality can do without.
pub fn may_be_away(authorities: u32, away: u32) -> bool {
	away < authorities.saturating_sub(1).checked_div(3).unwrap_or_default()
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

	fn counted(slots: &[u64], authorities: usize) -> Vec<SlotCount> {
		let mut nodes = vec![SlotCount::default(); authorities];
		for pair in slots.windows(2) {
			count_slots(pair[0], pair[1], &mut nodes);
		}
		nodes
	}

	#[test]
	fn count_slots_should_count_for_whose_slot_it_was() {
		let of = |due, missed| SlotCount { due, missed };
		// 9, 10, 11, 12 are of authorities 1, 2, 3, 0.
		assert_eq!(counted(&[8, 12], 4), [of(1, 0), of(1, 1), of(1, 1), of(1, 1)]);
		assert_eq!(counted(&[8, 9, 10, 12], 4), [of(1, 0), of(1, 0), of(1, 0), of(1, 1)]);
		// An outage is nobody's.
		let outage = 8 + 2 + MAX_COUNTED_GAP_SLOTS;
		assert_eq!(counted(&[8, outage], 4), [of(0, 0), of(0, 0), of(1, 0), of(0, 0)]);
		assert_eq!(counted(&[8, 9], 0), []);
	}

	#[test]
	fn is_absent_should_hold_from_the_share_of_the_rule_on() {
		let rule = AbsenceRule { missed_percent: 50, sessions: 2 };
		assert!(is_absent(&SlotCount { due: 4, missed: 2 }, &rule));
		assert!(!is_absent(&SlotCount { due: 4, missed: 1 }, &rule));
		assert!(!is_absent(&SlotCount::default(), &rule));
		assert!(is_absence_rule(&rule));
		for (missed_percent, sessions) in [(0, 1), (101, 1), (50, 0)] {
			assert!(!is_absence_rule(&AbsenceRule { missed_percent, sessions }));
		}
	}

	#[test]
	fn may_be_away_should_leave_two_thirds() {
		assert!(!may_be_away(3, 0));
		assert!(may_be_away(4, 0));
		assert!(!may_be_away(4, 1));
		assert!(may_be_away(7, 1));
		assert!(!may_be_away(7, 2));
	}

	proptest! {
		#[test]
		fn count_slots_should_count_every_slot_once(
			gaps in proptest::collection::vec(1u64..20, 1..40),
			authorities in 1usize..9,
			first in 0u64..1_000,
		) {
			let mut slots = vec![first];
			for gap in &gaps {
				slots.push(slots[slots.len() - 1] + gap);
			}
			let nodes = counted(&slots, authorities);
			// One by one, without the arithmetic of gaps.
			let mut expected = vec![SlotCount::default(); authorities];
			for slot in first + 1..=slots[slots.len() - 1] {
				let next = slots.iter().position(|block| *block >= slot).unwrap();
				let gap = slots[next] - slots[next - 1] - 1;
				let node = &mut expected[(slot % authorities as u64) as usize];
				if slots.contains(&slot) {
					node.due += 1;
				} else if gap <= MAX_COUNTED_GAP_SLOTS {
					node.due += 1;
					node.missed += 1;
				}
			}
			prop_assert_eq!(nodes, expected);
		}

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
