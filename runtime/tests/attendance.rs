//! Whether authorities attend to their slots, as blocks with their headers tell it.

use crate::common::{begin_block_at, local, FIRST_SLOT};
use polity_primitives::MinistryId;
use polity_runtime::{constants::SESSION_LENGTH, Executive, Ministries, System};

/// The ministries of the preset `local`, in the order of their authorities.
const MINISTRIES: u64 = 4;

/// Ends the block and begins the next in the first slot that is of none of those who are away.
fn next_block_without(away: &[u64], slot: &mut u64) {
	let header = Executive::finalize_block();
	*slot += 1;
	while away.contains(&(*slot % MINISTRIES)) {
		*slot += 1;
	}
	begin_block_at(header.number + 1, *slot);
}

#[test]
fn attendance_should_tell_who_has_left_slots_empty_when_a_session_has_ended() {
	local(|| {
		let mut slot = FIRST_SLOT + u64::from(System::block_number());
		while System::block_number() < SESSION_LENGTH + 1 {
			next_block_without(&[2], &mut slot);
		}
		let attendance = Ministries::attendance();
		let told: Vec<_> = attendance.iter().map(|node| (node.ministry, node.missed > 0)).collect();
		let expected: Vec<_> = (1..=4).map(|id| (MinistryId(id), id == 3)).collect();
		assert_eq!(told, expected);
		let absent = &attendance[2];
		assert_eq!(absent.missed, absent.due);
		// Its slots are a quarter of all, and a third as many as the blocks.
		let blocks = SESSION_LENGTH - 1;
		assert!(absent.due.abs_diff(blocks / 3) <= 1, "{} of {blocks}", absent.due);
		let others: u32 = attendance.iter().map(|node| node.due).sum::<u32>() - absent.due;
		assert!(others.abs_diff(blocks) <= 1, "{others} of {blocks}");
	});
}
