//! Nesting, joint accounts and delegation.

use super::{Kind, Row};
use frame_support::{dispatch::RawOrigin, weights::Weight};
use polity_primitives::AccountId;
use polity_runtime::{filters::ProxyType, Multisig, Runtime, RuntimeCall};
use sp_runtime::MultiAddress;

fn nothing() -> Box<RuntimeCall> {
	Box::new(pallet_utility::Call::batch { calls: Vec::new() }.into())
}

fn utility() -> Vec<Row> {
	let root = || Box::new(RawOrigin::Root.into());
	vec![
		Row::from_somebody(pallet_utility::Call::batch { calls: Vec::new() }),
		Row::from_somebody(pallet_utility::Call::batch_all { calls: Vec::new() }),
		Row::from_somebody(pallet_utility::Call::force_batch { calls: Vec::new() }),
		Row::closed(pallet_utility::Call::as_derivative { index: 1, call: nothing() }),
		Row::closed(pallet_utility::Call::dispatch_as { as_origin: root(), call: nothing() }),
		Row::closed(pallet_utility::Call::dispatch_as_fallible {
			as_origin: root(),
			call: nothing(),
		}),
		Row::closed(pallet_utility::Call::with_weight { call: nothing(), weight: Weight::zero() }),
		Row::closed(pallet_utility::Call::if_else { main: nothing(), fallback: nothing() }),
	]
}

fn multisig() -> Vec<Row> {
	let others = || vec![AccountId::new([51; 32])];
	let (threshold, call_hash) = (2, [1; 32]);
	vec![
		Row::from_any_account(pallet_multisig::Call::as_multi {
			threshold,
			other_signatories: others(),
			maybe_timepoint: None,
			call: nothing(),
			max_weight: Weight::zero(),
		}),
		Row::from_any_account(pallet_multisig::Call::approve_as_multi {
			threshold,
			other_signatories: others(),
			maybe_timepoint: None,
			call_hash,
			max_weight: Weight::zero(),
		}),
		Row::from_any_account(pallet_multisig::Call::cancel_as_multi {
			threshold,
			other_signatories: others(),
			timepoint: Multisig::timepoint(),
			call_hash,
		}),
		Row::closed(pallet_multisig::Call::poke_deposit {
			threshold,
			other_signatories: others(),
			call_hash,
		}),
		Row::closed(pallet_multisig::Call::as_multi_threshold_1 {
			other_signatories: others(),
			call: nothing(),
		}),
	]
}

fn proxy() -> Vec<Row> {
	let account = || AccountId::new([52; 32]);
	let real = || -> MultiAddress<AccountId, ()> { Kind::OtherCitizen.account().unwrap().into() };
	let proxy_type = ProxyType::default();
	vec![
		Row::from_accounts(
			pallet_proxy::Call::proxy { real: real(), force_proxy_type: None, call: nothing() },
			&[Kind::Citizen],
			pallet_proxy::Error::<Runtime>::NotProxy,
		),
		Row::from_any_account(pallet_proxy::Call::add_proxy {
			delegate: account().into(),
			proxy_type,
			delay: 0,
		}),
		Row::from_any_account(pallet_proxy::Call::remove_proxy {
			delegate: account().into(),
			proxy_type,
			delay: 0,
		}),
		Row::from_any_account(pallet_proxy::Call::remove_proxies {}),
		Row::closed(pallet_proxy::Call::create_pure { proxy_type, delay: 0, index: 0 }),
		Row::closed(pallet_proxy::Call::kill_pure {
			spawner: account().into(),
			proxy_type,
			index: 0,
			height: 1,
			ext_index: 1,
		}),
		Row::closed(pallet_proxy::Call::announce { real: real(), call_hash: Default::default() }),
		Row::closed(pallet_proxy::Call::remove_announcement {
			real: real(),
			call_hash: Default::default(),
		}),
		Row::closed(pallet_proxy::Call::reject_announcement {
			delegate: account().into(),
			call_hash: Default::default(),
		}),
		Row::closed(pallet_proxy::Call::proxy_announced {
			delegate: account().into(),
			real: real(),
			force_proxy_type: None,
			call: nothing(),
		}),
		Row::closed(pallet_proxy::Call::poke_deposit {}),
	]
}

pub fn rows() -> Vec<Row> {
	[utility(), multisig(), proxy()].into_iter().flatten().collect()
}
