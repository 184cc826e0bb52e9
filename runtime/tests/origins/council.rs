//! The council, what its motions can do, and what is open to it alone: preimages, schedules, pauses.

use super::{Kind, Records, Row};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::time::{Instant, TolledInterval};
use polity_runtime::{configs::CouncilInstance, Runtime, RuntimeCall};

type CouncilCall = pallet_collective::Call<Runtime, CouncilInstance>;
type CouncilError = pallet_collective::Error<Runtime, CouncilInstance>;

/// An act that the council can pass at any time: a second in which no clock runs.
fn motion() -> RuntimeCall {
	let from = pallet_timestamp::Now::<Runtime>::get();
	let interval =
		TolledInterval::try_new(Instant::from_millis(from), Instant::from_millis(from + 1_000))
			.unwrap();
	let act = pallet_governance::CouncilAct::TollClocks { interval };
	pallet_governance::Call::enact { act }.into()
}

fn council() -> Vec<Row> {
	let proposal_hash = Default::default();
	vec![
		Row::from_council(motion()),
		Row::from_accounts(
			CouncilCall::propose {
				threshold: 3,
				proposal: Box::new(motion()),
				length_bound: 1_000,
			},
			&[Kind::Seat],
			CouncilError::NotMember,
		),
		Row::from_accounts(
			CouncilCall::vote { proposal: proposal_hash, index: 0, approve: true },
			&[Kind::Seat],
			CouncilError::NotMember,
		),
		// Who closes a vote decides nothing: it has ended, or it has not.
		Row::from_any_account(CouncilCall::close {
			proposal_hash,
			index: 0,
			proposal_weight_bound: Default::default(),
			length_bound: 1_000,
		}),
		Row::closed(CouncilCall::set_members {
			new_members: Vec::new(),
			prime: None,
			old_count: 0,
		}),
		Row::closed(CouncilCall::execute { proposal: Box::new(motion()), length_bound: 1_000 }),
		Row::closed(CouncilCall::disapprove_proposal { proposal_hash }),
		Row::closed(CouncilCall::kill { proposal_hash }),
		Row::closed(CouncilCall::release_proposal_cost { proposal_hash }),
	]
}

fn preimages(records: &Records) -> Vec<Row> {
	let hash = records.preimage;
	let is_no_seat = sp_runtime::DispatchError::BadOrigin;
	vec![
		Row::from_accounts(
			pallet_preimage::Call::note_preimage { bytes: vec![2] },
			&[Kind::InteriorSeatKey, Kind::EconomySeatKey, Kind::Seat, Kind::MajorityOfCouncil],
			is_no_seat,
		),
		Row::from_accounts(
			pallet_preimage::Call::unnote_preimage { hash },
			&[Kind::InteriorSeatKey, Kind::MajorityOfCouncil],
			pallet_preimage::Error::<Runtime>::NotAuthorized,
		),
		Row::from_council(pallet_preimage::Call::request_preimage { hash }),
		Row::from_council(pallet_preimage::Call::unrequest_preimage { hash }),
		Row::from_any_account(pallet_preimage::Call::ensure_updated { hashes: vec![hash] }),
	]
}

fn schedules() -> Vec<Row> {
	let call = || Box::new(motion());
	let (id, task, maybe_periodic, priority) = ([1; 32], (9, 0), None, 0);
	vec![
		Row::from_council(pallet_scheduler::Call::schedule {
			when: 9,
			maybe_periodic,
			priority,
			call: call(),
		}),
		Row::from_council(pallet_scheduler::Call::cancel { when: 9, index: 0 }),
		Row::from_council(pallet_scheduler::Call::schedule_named {
			id,
			when: 9,
			maybe_periodic,
			priority,
			call: call(),
		}),
		Row::from_council(pallet_scheduler::Call::cancel_named { id }),
		Row::from_council(pallet_scheduler::Call::schedule_after {
			after: 9,
			maybe_periodic,
			priority,
			call: call(),
		}),
		Row::from_council(pallet_scheduler::Call::schedule_named_after {
			id,
			after: 9,
			maybe_periodic,
			priority,
			call: call(),
		}),
		Row::from_council(pallet_scheduler::Call::set_retry { task, retries: 1, period: 1 }),
		Row::from_council(pallet_scheduler::Call::set_retry_named { id, retries: 1, period: 1 }),
		Row::from_council(pallet_scheduler::Call::cancel_retry { task }),
		Row::from_council(pallet_scheduler::Call::cancel_retry_named { id }),
	]
}

fn pauses() -> Vec<Row> {
	let name = |name: &str| -> BoundedVec<u8, ConstU32<64>> {
		name.as_bytes().to_vec().try_into().unwrap()
	};
	let call = || (name("Utility"), name("batch"));
	vec![
		Row::closed(pallet_tx_pause::Call::pause { full_name: call() }),
		Row::closed(pallet_tx_pause::Call::unpause { ident: call() }),
	]
}

pub fn rows(records: &Records) -> Vec<Row> {
	[council(), preimages(records), schedules(), pauses()].into_iter().flatten().collect()
}
