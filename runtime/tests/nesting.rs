//! Nested calls get round nothing.

use crate::common::{act, events, local, send};
use frame_support::dispatch::GetDispatchInfo;
use polity_primitives::{Commitment, Tag};
use polity_runtime::{
	filters::ProxyType, genesis_presets::well_known, Mandates, Runtime, RuntimeCall, RuntimeEvent,
};

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
