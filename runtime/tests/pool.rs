//! What is refused at the pool's door, and what a transaction costs.

use crate::{
	common::{events, local, next_block, pair, refused, send, signed, transaction, validate},
	origins::{
		records::company,
		records_attestations::{found_issuer, pair as issuers_pair, CONTROLLER, GUARDIANS},
	},
};
use polity_primitives::refusal::Refusal;
use polity_runtime::{genesis_presets::well_known, Allowances, Executive, RuntimeCall, System};
use sp_core::{sr25519, Pair};
use sp_runtime::{generic::Era, transaction_validity::TransactionSource};

fn call() -> RuntimeCall {
	RuntimeCall::Utility(pallet_utility::Call::batch { calls: Vec::new() })
}

#[test]
fn a_stranger_should_be_refused_by_name() {
	local(|| {
		let stranger = sr25519::Pair::from_string("//Nobody", None).unwrap();
		let transaction = signed(&stranger, call(), 0, Era::mortal(64, 0));
		assert_eq!(
			Executive::validate_transaction(
				TransactionSource::External,
				transaction.clone(),
				System::block_hash(0)
			),
			Err(refused(Refusal::UnknownSigner))
		);
		assert_eq!(Executive::apply_extrinsic(transaction), Err(refused(Refusal::UnknownSigner)));
	});
}

#[test]
fn an_immortal_transaction_should_be_refused_by_name() {
	local(|| {
		let transaction = signed(&pair(&well_known::CITIZEN_1), call(), 0, Era::Immortal);
		assert_eq!(Executive::apply_extrinsic(transaction), Err(refused(Refusal::Immortal)));
	});
}

#[test]
fn every_kind_of_account_should_be_known() {
	local(|| {
		for account in [
			well_known::INTERIOR_SEAT_1,
			well_known::ECONOMY_NODE,
			well_known::ECONOMY_EXAMINER,
			well_known::ECONOMY_FORMER,
			well_known::ECONOMY_PERMITS_RECORDER,
			well_known::INTERIOR_ACCREDITOR_2,
			well_known::CITIZEN_1,
		] {
			assert!(send(&account, call()).unwrap().is_ok(), "{}", account.path);
		}
	});
}

#[test]
fn who_controls_or_guards_an_issuer_should_be_known() {
	local(|| {
		let mut keys = [CONTROLLER, GUARDIANS[0], GUARDIANS[1]].map(issuers_pair).into_iter();
		let door = |pair| validate(signed(&pair, call(), 0, Era::mortal(64, 0)));
		let unknown = Err(refused(Refusal::UnknownSigner));
		assert!(keys.clone().all(|pair| door(pair) == unknown));
		found_issuer(company("Auditors"));
		assert!(keys.all(|pair| door(pair).is_ok()));
	});
}

#[test]
fn a_transaction_should_be_charged_and_the_next_period_should_refill() {
	local(|| {
		let clerk = well_known::ECONOMY_CLERK.account();
		let full = Allowances::allowance(clerk.clone()).unwrap();
		send(&well_known::ECONOMY_CLERK, call()).unwrap().unwrap();
		let left = Allowances::allowance(clerk.clone()).unwrap();
		assert!(left.left.ref_time < full.left.ref_time);
		assert!(left.left.length < full.left.length);
		while System::block_number() < full.refilled_at {
			next_block();
		}
		assert_eq!(Allowances::allowance(clerk).unwrap().left, full.left);
	});
}

#[test]
fn a_signer_should_not_fill_the_pool_beyond_its_allowance() {
	local(|| {
		let citizen = well_known::CITIZEN_1;
		let rate = Allowances::allowance(citizen.account()).unwrap().left.length;
		let validate = |nonce| {
			let transaction = signed(&pair(&citizen), call(), nonce, Era::mortal(64, 0));
			Executive::validate_transaction(
				TransactionSource::External,
				transaction,
				System::block_hash(0),
			)
		};
		assert!(validate(0).is_ok());
		let beyond = u32::try_from(rate / 100).unwrap();
		assert_eq!(validate(beyond), Err(refused(Refusal::TooMuchWaiting)));
		assert!(events().iter().all(|event| !format!("{event:?}").contains("ExtrinsicFailed")));
	});
}

#[test]
fn a_seat_should_go_before_an_officer_and_an_officer_before_a_citizen() {
	local(|| {
		let priority = |account| {
			Executive::validate_transaction(
				TransactionSource::External,
				signed(&pair(&account), call(), 0, Era::mortal(64, 0)),
				System::block_hash(0),
			)
			.unwrap()
			.priority
		};
		let seat = priority(well_known::INTERIOR_SEAT_1);
		let officer = priority(well_known::ECONOMY_EXAMINER);
		let citizen = priority(well_known::CITIZEN_1);
		assert!(seat > officer && officer > citizen);
	});
}

#[test]
fn a_batch_with_a_closed_call_should_be_refused_and_charged_nothing() {
	local(|| {
		let remark = frame_system::Call::remark { remark: vec![0; 1_000] };
		let batch = pallet_utility::Call::batch { calls: vec![call(), remark.into()] };
		let clerk = well_known::ECONOMY_CLERK;
		let full = Allowances::allowance(clerk.account()).unwrap();
		let not_available = refused(Refusal::CallNotAvailable);
		assert_eq!(validate(transaction(&clerk, batch.clone())), Err(not_available));
		assert_eq!(send(&clerk, batch), Err(not_available));
		assert_eq!(Allowances::allowance(clerk.account()).unwrap().left, full.left);
		assert!(validate(transaction(&clerk, call())).is_ok());
	});
}
