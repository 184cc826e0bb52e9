//! Nested calls get round nothing.

use crate::common::{act, events, local, refused, send, transaction, validate};
use frame_support::{
	dispatch::GetDispatchInfo,
	traits::{Contains, GetCallMetadata},
	weights::Weight,
};
use polity_primitives::{refusal::Refusal, Commitment, Tag};
use polity_runtime::{
	filters::{AdmittedCalls, CallsOfThisChain, ProxyType},
	genesis_presets::well_known,
	Mandates, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, TxPause,
};
use scale_info::{meta_type, PortableRegistry, Registry, TypeDef};
use std::collections::BTreeSet;

/// A legal act of an officer: a reservation for somebody at the counter. Who has no mandate for it is
/// told so before anything else.
fn officers_act() -> RuntimeCall {
	pallet_business_registry::Call::request_reservation {
		act: act(301, 0),
		district: polity_primitives::District::NATIONAL,
		holder: Tag::new([5; 32]).ok(),
		name: Commitment::new([1; 32]).unwrap(),
	}
	.into()
}

#[test]
fn a_proxy_should_admit_no_legal_act() {
	local(|| {
		let delegate = well_known::CITIZEN_2.account();
		for proxy_type in [ProxyType::Operations, ProxyType::SessionKeys] {
			send(
				&well_known::ECONOMY_EXAMINER,
				pallet_proxy::Call::add_proxy {
					delegate: delegate.clone().into(),
					proxy_type,
					delay: 0,
				},
			)
			.unwrap()
			.unwrap();
		}
		send(
			&well_known::CITIZEN_2,
			pallet_proxy::Call::proxy {
				real: well_known::ECONOMY_EXAMINER.account().into(),
				force_proxy_type: None,
				call: Box::new(officers_act()),
			},
		)
		.unwrap()
		.unwrap();
		let filtered = frame_system::Error::<Runtime>::CallFiltered.into();
		assert!(events().contains(&RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted {
			result: Err(filtered),
		})));
	});
}

#[test]
fn a_batch_should_not_lend_a_mandate() {
	local(|| {
		let error = send(
			&well_known::CITIZEN_1,
			pallet_utility::Call::batch_all { calls: vec![officers_act()] },
		)
		.unwrap()
		.unwrap_err();
		assert_eq!(error, pallet_mandates::Error::<Runtime>::NoMandate.into());
	});
}

#[test]
fn a_batch_should_weigh_what_its_calls_weigh() {
	let call = || -> RuntimeCall {
		pallet_business_registry::Call::request_reservation {
			act: act(301, 0),
			district: polity_primitives::District::NATIONAL,
			holder: None,
			name: Commitment::new([1; 32]).unwrap(),
		}
		.into()
	};
	let one = call().get_dispatch_info().call_weight;
	let batch: RuntimeCall =
		pallet_utility::Call::batch { calls: vec![call(), call(), call()] }.into();
	let three = batch.get_dispatch_info().call_weight;
	assert!(three.all_gte(one.saturating_mul(3)));
}

#[test]
fn an_officer_of_another_register_should_be_refused_by_name() {
	local(|| {
		let error = send(&well_known::LANDS_EXAMINER, officers_act()).unwrap().unwrap_err();
		assert_eq!(error, pallet_mandates::Error::<Runtime>::NoMandate.into());
		let error = send(&well_known::ECONOMY_FORMER, officers_act()).unwrap().unwrap_err();
		assert_eq!(error, pallet_mandates::Error::<Runtime>::Expired.into());
		assert!(Mandates::mandates_of(well_known::ECONOMY_FORMER.account()).len() == 1);
	});
}

/// A call that the chain does not take.
fn closed() -> RuntimeCall {
	frame_system::Call::remark { remark: vec![1] }.into()
}

/// A call that everybody can make.
fn open() -> RuntimeCall {
	batch(Vec::new())
}

fn batch(calls: Vec<RuntimeCall>) -> RuntimeCall {
	pallet_utility::Call::batch { calls }.into()
}

/// A call in each of the calls that can carry it.
fn carriers(carried: &RuntimeCall) -> Vec<RuntimeCall> {
	let calls = || vec![open(), carried.clone()];
	let call = || Box::new(carried.clone());
	let (id, priority, maybe_periodic) = ([1; 32], 0, None);
	vec![
		batch(calls()),
		pallet_utility::Call::batch_all { calls: calls() }.into(),
		pallet_utility::Call::force_batch { calls: calls() }.into(),
		pallet_multisig::Call::as_multi {
			threshold: 2,
			other_signatories: vec![well_known::INTERIOR_SEAT_2.account()],
			maybe_timepoint: None,
			call: call(),
			max_weight: Weight::zero(),
		}
		.into(),
		pallet_proxy::Call::proxy {
			real: well_known::CITIZEN_1.account().into(),
			force_proxy_type: None,
			call: call(),
		}
		.into(),
		pallet_collective::Call::propose { threshold: 3, proposal: call(), length_bound: 1_000 }
			.into(),
		pallet_scheduler::Call::schedule { when: 9, maybe_periodic, priority, call: call() }.into(),
		pallet_scheduler::Call::schedule_named {
			id,
			when: 9,
			maybe_periodic,
			priority,
			call: call(),
		}
		.into(),
		pallet_scheduler::Call::schedule_after { after: 9, maybe_periodic, priority, call: call() }
			.into(),
		pallet_scheduler::Call::schedule_named_after {
			id,
			after: 9,
			maybe_periodic,
			priority,
			call: call(),
		}
		.into(),
	]
}

/// The names of a call's pallet and of itself.
fn name(call: &RuntimeCall) -> (String, String) {
	let metadata = call.get_call_metadata();
	(metadata.pallet_name.into(), metadata.function_name.into())
}

/// The names of all calls that have a call, or a list of calls, among their arguments.
fn names_of_carriers() -> Vec<(String, String)> {
	let mut registry = Registry::new();
	let call = registry.register_type(&meta_type::<RuntimeCall>()).id;
	let types = PortableRegistry::from(registry);
	let variants = |id: u32| match &types.resolve(id).unwrap().type_def {
		TypeDef::Variant(definition) => definition.variants.clone(),
		other => panic!("calls are variants, not {other:?}"),
	};
	let is_call = |id: u32| match &types.resolve(id).unwrap().type_def {
		TypeDef::Sequence(list) => list.type_param.id == call,
		_ => id == call,
	};
	variants(call)
		.into_iter()
		.flat_map(|pallet| {
			variants(pallet.fields[0].ty.id)
				.into_iter()
				.filter(|variant| variant.fields.iter().any(|field| is_call(field.ty.id)))
				.map(move |variant| (pallet.name.clone(), variant.name))
		})
		.collect()
}

/// The calls that carry a call and that nobody can make.
const CLOSED_CARRIERS: [(&str, &str); 8] = [
	("Council", "execute"),
	("Utility", "as_derivative"),
	("Utility", "dispatch_as"),
	("Utility", "dispatch_as_fallible"),
	("Utility", "if_else"),
	("Utility", "with_weight"),
	("Multisig", "as_multi_threshold_1"),
	("Proxy", "proxy_announced"),
];

#[test]
fn every_call_that_carries_calls_should_be_looked_into_or_be_closed() {
	let looked_into: BTreeSet<_> = carriers(&open()).iter().map(name).collect();
	for carrier in names_of_carriers() {
		let is_closed = CLOSED_CARRIERS.contains(&(carrier.0.as_str(), carrier.1.as_str()));
		assert!(is_closed != looked_into.contains(&carrier), "{carrier:?}");
	}
	// That they are closed is shown by `filters`.
	assert_eq!(names_of_carriers().len(), looked_into.len() + CLOSED_CARRIERS.len());
}

#[test]
fn a_closed_call_should_be_refused_at_the_door_in_whatever_carries_it() {
	local(|| {
		let door = |call: RuntimeCall| validate(transaction(&well_known::INTERIOR_SEAT_1, call));
		for once in carriers(&closed()) {
			assert_eq!(door(once.clone()), Err(refused(Refusal::CallNotAvailable)), "{once:?}");
			assert_eq!(
				send(&well_known::INTERIOR_SEAT_1, once.clone()),
				Err(refused(Refusal::CallNotAvailable))
			);
			for twice in carriers(&once) {
				assert_eq!(door(twice), Err(refused(Refusal::CallNotAvailable)));
			}
		}
		for once in carriers(&open()) {
			assert!(door(once.clone()).is_ok(), "{once:?}");
			for twice in carriers(&once) {
				assert!(door(twice.clone()).is_ok(), "{twice:?}");
			}
		}
	});
}

#[test]
fn a_paused_call_should_be_refused_at_the_door_in_whatever_carries_it() {
	local(|| {
		let door = |call: RuntimeCall| validate(transaction(&well_known::INTERIOR_SEAT_1, call));
		let (pallet, call) = name(&officers_act());
		let full_name =
			(pallet.into_bytes().try_into().unwrap(), call.into_bytes().try_into().unwrap());
		assert!(carriers(&officers_act()).into_iter().all(|call| door(call).is_ok()));
		TxPause::pause(RuntimeOrigin::root(), full_name).unwrap();
		for call in carriers(&officers_act()) {
			assert_eq!(door(call.clone()), Err(refused(Refusal::CallNotAvailable)), "{call:?}");
		}
		assert!(carriers(&open()).into_iter().all(|call| door(call).is_ok()));
	});
}

#[test]
fn a_call_should_be_looked_into_as_deep_as_a_transaction_can_be() {
	let nested = |inmost: RuntimeCall, depth: u32| {
		(0..depth).fold(inmost, |call, _| batch(vec![open(), call]))
	};
	local(|| {
		let deepest = frame_support::MAX_EXTRINSIC_DEPTH;
		for depth in [1, 2, 32, deepest - 2] {
			assert!(AdmittedCalls::contains(&nested(open(), depth)), "{depth}");
			assert!(!AdmittedCalls::contains(&nested(closed(), depth)), "{depth}");
			// What the filter alone sees.
			assert!(CallsOfThisChain::contains(&nested(closed(), depth)), "{depth}");
		}
		// No transaction is decoded that is deeper.
		assert!(!AdmittedCalls::contains(&nested(open(), deepest + 1)));
		let deep = transaction(&well_known::INTERIOR_SEAT_1, nested(closed(), 32));
		assert_eq!(validate(deep), Err(refused(Refusal::CallNotAvailable)));
	});
}

#[test]
fn a_call_should_be_looked_into_along_its_whole_breadth() {
	local(|| {
		let mut calls = vec![open(); 2_000];
		assert!(AdmittedCalls::contains(&batch(calls.clone())));
		calls.push(closed());
		assert!(!AdmittedCalls::contains(&batch(calls.clone())));
		calls.rotate_right(1);
		assert!(!AdmittedCalls::contains(&batch(calls)));
	});
}
