//! Which calls exist at all, and which origins they take: one table, `origins`.

use crate::{
	common::{local, refused, rolled_back, transaction, validate},
	origins::{rows, system::keys_with, Kind, Records, Row},
};
use frame_support::traits::{Contains, GetCallMetadata, InstanceFilter};
use polity_primitives::refusal::Refusal;
use polity_runtime::{
	filters::{CallsOfThisChain, ProxyType},
	genesis_presets::well_known,
	Ministries, Runtime, RuntimeCall,
};
use sp_runtime::traits::Dispatchable;
use std::collections::BTreeSet;

/// Runs a test with the rows of the table.
fn with_rows(test: impl FnOnce(Vec<Row>)) {
	local(|| {
		let records = Records::make();
		test(rows(&records));
	});
}

/// The calls that no origin can make.
fn closed(rows: Vec<Row>) -> Vec<RuntimeCall> {
	let closed = rows.into_iter().map(|row| row.call().clone());
	closed.filter(|call| !CallsOfThisChain::contains(call)).collect()
}

#[test]
fn every_call_should_have_a_row() {
	with_rows(|rows| {
		let names: BTreeSet<_> = rows.iter().map(Row::name).collect();
		for pallet in RuntimeCall::get_module_names() {
			for call in RuntimeCall::get_call_names(pallet) {
				assert!(names.contains(&(*pallet, *call)), "{pallet}.{call}");
			}
		}
	});
}

#[test]
fn every_call_should_take_its_own_origins_alone() {
	with_rows(|rows| {
		for row in rows {
			row.check();
		}
		assert_eq!(Ministries::authority_statuses().len(), 4);
	});
}

#[test]
fn closed_calls_should_stay_closed_when_they_are_nested() {
	with_rows(|rows| {
		for call in closed(rows) {
			for who in Kind::ALL {
				let nested: RuntimeCall =
					pallet_utility::Call::batch_all { calls: vec![call.clone()] }.into();
				let done = rolled_back(|| nested.dispatch(who.origin()));
				assert!(done.is_err(), "{call:?} in a batch from {who:?}");
			}
		}
	});
}

#[test]
fn no_delegate_should_make_a_call_of_a_register() {
	let registers = [
		"BusinessRegistry",
		"LandCadastre",
		"CompanyOfficers",
		"LandRegister",
		"ShareLedger",
		"CompanyFilings",
		"Permits",
		"PermitApplications",
		"Attestations",
	];
	with_rows(|rows| {
		let of_registers = rows.iter().filter(|row| registers.contains(&row.name().0));
		let found: BTreeSet<_> = of_registers.clone().map(|row| row.name().0).collect();
		assert_eq!(found, registers.into());
		for row in of_registers {
			for proxy_type in [ProxyType::Operations, ProxyType::SessionKeys] {
				assert!(!proxy_type.filter(row.call()), "{:?}", row.name());
			}
		}
	});
}

#[test]
fn session_keys_should_be_refused_when_one_is_an_account_with_a_role() {
	local(|| {
		for account in
			[well_known::ECONOMY_EXAMINER, well_known::LANDS_SEAT_1, well_known::LANDS_NODE]
		{
			let call: RuntimeCall = keys_with(&account).into();
			let filtered = frame_system::Error::<Runtime>::CallFiltered.into();
			let done = rolled_back(|| call.clone().dispatch(Kind::Node.origin()));
			assert_eq!(done.unwrap_err().error, filtered, "{}", account.path);
			let door = validate(transaction(&well_known::INTERIOR_NODE, call.clone()));
			assert_eq!(door, Err(refused(Refusal::CallNotAvailable)), "{}", account.path);
			// In a batch they are found when it is dispatched.
			let batch: RuntimeCall = pallet_utility::Call::batch_all { calls: vec![call] }.into();
			let done = rolled_back(|| batch.dispatch(Kind::Node.origin()));
			assert_eq!(done.unwrap_err().error, filtered, "{}", account.path);
		}
	});
}
