//! Motions of the council, voted by the joint accounts of its seats.

use crate::common::{local, send};
use codec::Encode;
use frame_support::dispatch::GetDispatchInfo;
use pallet_governance::{CallName, CouncilAct};
use polity_primitives::{
	refusal::Refusal,
	traits::{MinistryLookup, Rate, RateClass},
	AccountId, MinistryId,
};
use polity_runtime::{
	configs::CouncilInstance, genesis_presets::well_known, Allowances, Ministries, Multisig,
	Runtime, RuntimeCall, System,
};
use sp_runtime::{
	traits::Hash, transaction_validity::InvalidTransaction, DispatchError, DispatchResult,
};
use well_known::WellKnown;

const SEATS: [[WellKnown; 2]; 4] = [
	[well_known::INTERIOR_SEAT_1, well_known::INTERIOR_SEAT_2],
	[well_known::JUSTICE_SEAT_1, well_known::JUSTICE_SEAT_2],
	[well_known::LANDS_SEAT_1, well_known::LANDS_SEAT_2],
	[well_known::ECONOMY_SEAT_1, well_known::ECONOMY_SEAT_2],
];

/// Both keys of a seat sign a call of their joint account.
fn jointly(seat: &[WellKnown; 2], call: RuntimeCall) -> DispatchResult {
	let [first, second] = seat;
	let max_weight = call.get_dispatch_info().total_weight();
	let other = |other: &WellKnown| vec![other.account()];
	let call_hash = sp_io::hashing::blake2_256(&call.encode());
	send(
		first,
		pallet_multisig::Call::approve_as_multi {
			threshold: 2,
			other_signatories: other(second),
			maybe_timepoint: None,
			call_hash,
			max_weight,
		},
	)
	.unwrap()?;
	let mut keys = vec![first.account(), second.account()];
	keys.sort();
	let joint = Multisig::multi_account_id(&keys, 2);
	let opened = pallet_multisig::Multisigs::<Runtime>::get(joint, call_hash).unwrap().when;
	send(
		second,
		pallet_multisig::Call::as_multi {
			threshold: 2,
			other_signatories: other(first),
			maybe_timepoint: Some(opened),
			call: Box::new(call),
			max_weight,
		},
	)
	.unwrap()
}

/// The last result of a call that a joint account made.
fn joint_result() -> DispatchResult {
	crate::common::events()
		.into_iter()
		.rev()
		.find_map(|event| match event {
			polity_runtime::RuntimeEvent::Multisig(pallet_multisig::Event::MultisigExecuted {
				result,
				..
			}) => Some(result),
			_ => None,
		})
		.unwrap_or(Err(DispatchError::Other("no joint account has made a call")))
}

/// Passes an act with the votes of the first `ayes` seats; the result is that of the motion.
fn pass(act: CouncilAct<AccountId>, ayes: usize) -> Option<DispatchResult> {
	let proposal: RuntimeCall = pallet_governance::Call::enact { act }.into();
	let length_bound = u32::try_from(proposal.encoded_size()).unwrap();
	let proposal_hash = <Runtime as frame_system::Config>::Hashing::hash_of(&proposal);
	let index = pallet_collective::ProposalCount::<Runtime, CouncilInstance>::get();
	jointly(
		&SEATS[0],
		pallet_collective::Call::propose {
			threshold: 3,
			proposal: Box::new(proposal.clone()),
			length_bound,
		}
		.into(),
	)
	.unwrap();
	joint_result().unwrap();
	for seat in &SEATS[..ayes] {
		jointly(
			seat,
			pallet_collective::Call::vote { proposal: proposal_hash, index, approve: true }.into(),
		)
		.unwrap();
		joint_result().unwrap();
	}
	jointly(
		&SEATS[0],
		pallet_collective::Call::close {
			proposal_hash,
			index,
			proposal_weight_bound: proposal.get_dispatch_info().total_weight(),
			length_bound,
		}
		.into(),
	)
	.unwrap();
	crate::common::events().into_iter().rev().find_map(|event| match event {
		polity_runtime::RuntimeEvent::Council(pallet_collective::Event::Executed {
			result,
			..
		}) => Some(result),
		_ => None,
	})
}

#[test]
fn an_upgrade_should_be_authorised_by_three_of_four_seats() {
	local(|| {
		let code_hash = sp_core::H256([7; 32]);
		let act = || CouncilAct::AuthoriseUpgrade { code_hash };
		assert_eq!(pass(act(), 2), None);
		assert!(System::authorized_upgrade().is_none());
	});
	local(|| {
		let code = b"a runtime".to_vec();
		let code_hash = sp_core::H256(sp_io::hashing::blake2_256(&code));
		assert_eq!(pass(CouncilAct::AuthoriseUpgrade { code_hash }, 3), Some(Ok(())));
		assert_eq!(*System::authorized_upgrade().unwrap().code_hash(), code_hash);
		let other = System::apply_authorized_upgrade(
			frame_system::RawOrigin::None.into(),
			b"another runtime".to_vec(),
		);
		assert_eq!(other.unwrap_err().error, frame_system::Error::<Runtime>::Unauthorized.into());
	});
}

#[test]
fn a_paused_call_should_be_refused_until_it_is_resumed() {
	local(|| {
		let call = CallName::of("BusinessRegistry", "take_up").unwrap();
		let take_up = || {
			let call = pallet_business_registry::Call::take_up {
				act: crate::common::act(302, 1),
				application: polity_primitives::ids::ApplicationId(99),
			};
			send(&well_known::ECONOMY_EXAMINER, call)
		};
		let filtered = Err(InvalidTransaction::Custom(Refusal::CallNotAvailable.code()).into());
		assert!(take_up().is_ok());
		assert_eq!(pass(CouncilAct::PauseCall { call: call.clone() }, 3), Some(Ok(())));
		assert_eq!(take_up(), filtered);
		assert_eq!(pass(CouncilAct::ResumeCall { call }, 3), Some(Ok(())));
		assert!(take_up().is_ok());
	});
}

#[test]
fn what_keeps_the_chain_alive_should_not_be_paused() {
	local(|| {
		for (pallet, call) in [
			("Timestamp", "set"),
			("Grandpa", "report_equivocation_unsigned"),
			("Council", "vote"),
			("Governance", "enact"),
		] {
			let call = CallName::of(pallet, call).unwrap();
			let result = pass(CouncilAct::PauseCall { call }, 3).unwrap();
			assert!(result.is_err(), "{pallet}");
		}
	});
}

#[test]
fn a_rate_should_be_the_councils_to_set() {
	local(|| {
		let rate = Rate { ref_time: 700_000_000_000, length: 700_000 };
		let act = CouncilAct::SetRate { class: RateClass::Person, rate };
		assert_eq!(pass(act, 3), Some(Ok(())));
		let status = Allowances::allowance(well_known::CITIZEN_1.account()).unwrap();
		assert_eq!(status.left, rate);
	});
}

#[test]
fn ministries_should_leave_until_the_floor_and_no_further() {
	local(|| {
		let suspend = |id| CouncilAct::SuspendMinistry { ministry: MinistryId(id) };
		assert_eq!(pass(suspend(4), 3), Some(Ok(())));
		assert!(!Ministries::is_active(MinistryId(4)));
		assert!(pass(suspend(3), 3).unwrap().is_err());
		assert!(Ministries::is_active(MinistryId(3)));
		let reinstate = CouncilAct::ReinstateMinistry { ministry: MinistryId(4) };
		assert_eq!(pass(reinstate, 3), Some(Ok(())));
		assert!(Ministries::is_active(MinistryId(4)));
	});
}
