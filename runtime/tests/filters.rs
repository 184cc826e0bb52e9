//! Which calls exist at all, and which origins they take: one table.

use crate::common::local;
use codec::Encode;
use frame_support::{dispatch::RawOrigin, traits::Contains};
use frame_system::Call as SystemCall;
use polity_primitives::AccountId;
use polity_runtime::{
	configs::CouncilInstance, filters::CallsOfThisChain, genesis_presets::well_known, Ministries,
	Runtime, RuntimeCall, RuntimeOrigin, SessionKeys,
};
use sp_runtime::traits::Dispatchable;

/// Every kind of origin that a call can come from; Root is not among them, because nothing reaches
/// it.
fn origins() -> Vec<(&'static str, RuntimeOrigin)> {
	let signed = |account: AccountId| RuntimeOrigin::from(RawOrigin::Signed(account));
	let council = |ayes| {
		RuntimeOrigin::from(pallet_collective::RawOrigin::<AccountId, CouncilInstance>::Members(
			ayes, 4,
		))
	};
	let seat = pallet_collective::Members::<Runtime, CouncilInstance>::get().remove(0);
	vec![
		("nobody", RuntimeOrigin::from(RawOrigin::None)),
		("a stranger", signed(AccountId::new([7; 32]))),
		("a citizen", signed(well_known::CITIZEN_1.account())),
		("an officer of another register", signed(well_known::LANDS_EXAMINER.account())),
		("an examiner", signed(well_known::ECONOMY_EXAMINER.account())),
		("a registrar", signed(well_known::ECONOMY_REGISTRAR.account())),
		("a judge", signed(well_known::JUSTICE_JUDGE_1.account())),
		("a key of a seat", signed(well_known::INTERIOR_SEAT_1.account())),
		("a seat", signed(seat)),
		("a node", signed(well_known::INTERIOR_NODE.account())),
		("a quarter of the council", council(1)),
		("three quarters of the council", council(3)),
	]
}

fn boxed(call: impl Into<RuntimeCall>) -> Box<RuntimeCall> {
	Box::new(call.into())
}

fn remark() -> RuntimeCall {
	SystemCall::remark { remark: Vec::new() }.into()
}

/// Calls that no origin can make.
fn closed() -> Vec<RuntimeCall> {
	let origin = || Box::new(RawOrigin::Root.into());
	vec![
		remark(),
		SystemCall::remark_with_event { remark: Vec::new() }.into(),
		SystemCall::set_heap_pages { pages: 1 }.into(),
		SystemCall::set_code { code: Vec::new() }.into(),
		SystemCall::set_code_without_checks { code: Vec::new() }.into(),
		SystemCall::set_storage { items: Vec::new() }.into(),
		SystemCall::kill_storage { keys: Vec::new() }.into(),
		SystemCall::kill_prefix { prefix: Vec::new(), subkeys: 1 }.into(),
		SystemCall::authorize_upgrade { code_hash: Default::default() }.into(),
		SystemCall::authorize_upgrade_without_checks { code_hash: Default::default() }.into(),
		pallet_session::Call::purge_keys {}.into(),
		pallet_grandpa::Call::note_stalled { delay: 1, best_finalized_block_number: 1 }.into(),
		pallet_collective::Call::set_members { new_members: vec![], prime: None, old_count: 0 }
			.into(),
		pallet_collective::Call::execute { proposal: boxed(remark()), length_bound: 9 }.into(),
		pallet_collective::Call::disapprove_proposal { proposal_hash: Default::default() }.into(),
		pallet_utility::Call::as_derivative { index: 1, call: boxed(remark()) }.into(),
		pallet_utility::Call::dispatch_as { as_origin: origin(), call: boxed(remark()) }.into(),
		pallet_utility::Call::dispatch_as_fallible { as_origin: origin(), call: boxed(remark()) }
			.into(),
		pallet_utility::Call::with_weight { call: boxed(remark()), weight: Default::default() }
			.into(),
		pallet_proxy::Call::create_pure { proxy_type: Default::default(), delay: 0, index: 0 }
			.into(),
		pallet_tx_pause::Call::pause {
			full_name: (
				b"Utility".to_vec().try_into().unwrap(),
				b"batch".to_vec().try_into().unwrap(),
			),
		}
		.into(),
	]
}

#[test]
fn closed_calls_should_be_refused_from_every_origin() {
	local(|| {
		for call in closed() {
			assert!(!CallsOfThisChain::contains(&call), "{call:?}");
			for (who, origin) in origins() {
				let error = call.clone().dispatch(origin).unwrap_err().error;
				let filtered = frame_system::Error::<Runtime>::CallFiltered.into();
				assert_eq!(error, filtered, "{call:?} from {who}");
			}
		}
	});
}

#[test]
fn closed_calls_should_stay_closed_when_they_are_nested() {
	local(|| {
		for call in closed() {
			for (who, origin) in origins() {
				let nested: RuntimeCall =
					pallet_utility::Call::batch_all { calls: vec![call.clone()] }.into();
				assert!(nested.dispatch(origin).is_err(), "{call:?} in a batch from {who}");
			}
		}
	});
}

/// Calls with who alone may make them.
fn privileged() -> Vec<(RuntimeCall, &'static [&'static str])> {
	let keys = SessionKeys {
		aura: sp_core::sr25519::Public::from_raw([1; 32]).into(),
		grandpa: sp_core::ed25519::Public::from_raw([1; 32]).into(),
	};
	let from = pallet_timestamp::Now::<Runtime>::get();
	let interval = polity_primitives::time::TolledInterval::try_new(
		polity_primitives::time::Instant::from_millis(from),
		polity_primitives::time::Instant::from_millis(from + 1_000),
	)
	.unwrap();
	vec![
		(
			pallet_governance::Call::enact {
				act: pallet_governance::CouncilAct::TollClocks { interval },
			}
			.into(),
			&["three quarters of the council"],
		),
		(
			pallet_preimage::Call::note_preimage { bytes: vec![1] }.into(),
			&["a key of a seat", "a seat", "three quarters of the council"],
		),
		(
			pallet_scheduler::Call::schedule {
				when: 10,
				maybe_periodic: None,
				priority: 0,
				call: boxed(pallet_utility::Call::batch { calls: Vec::new() }),
			}
			.into(),
			&["three quarters of the council"],
		),
		(
			pallet_ministries::Call::nominate_node { node: AccountId::new([9; 32]) }.into(),
			&["a key of a seat"],
		),
		(
			pallet_collective::Call::propose {
				threshold: 3,
				proposal: boxed(pallet_utility::Call::batch { calls: Vec::new() }),
				length_bound: 100,
			}
			.into(),
			&["a seat"],
		),
		// Nobody's proof fits these keys: even a node is refused, but by name.
		(pallet_session::Call::set_keys { keys, proof: vec![1].encode() }.into(), &[]),
	]
}

#[test]
fn privileged_calls_should_take_their_own_origins_alone() {
	local(|| {
		for (call, allowed) in privileged() {
			for (who, origin) in origins() {
				let found = frame_support::storage::with_transaction(|| {
					let result = call.clone().dispatch(origin);
					sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(
						result,
					))
				})
				.unwrap();
				assert_eq!(found.is_ok(), allowed.contains(&who), "{call:?} from {who}: {found:?}");
			}
		}
		assert_eq!(Ministries::authority_statuses().len(), 4);
	});
}
