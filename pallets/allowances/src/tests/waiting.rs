//! How much a signer can have waiting in the pool.

use polity_primitives::{refusal::Refusal, traits::RateClass};

use crate::mock::*;

#[test]
fn waiting_should_be_refused_when_it_does_not_fit_the_allowance() {
	build_and_execute(|| {
		// Ten of a little more than ten milliseconds fit into 105.
		for nonce in 0..10 {
			assert!(validate(&signed(OFFICER, nonce, work(10))).is_ok(), "{nonce}");
		}
		for nonce in [10, 11, 1_000, u32::MAX] {
			assert_eq!(
				validate(&signed(OFFICER, nonce, work(10))),
				Err(Refusal::TooMuchWaiting.into()),
				"{nonce}"
			);
		}
		// Small ones may wait in greater number.
		assert!(validate(&signed(OFFICER, 50, work(1))).is_ok());
	});
}

#[test]
fn waiting_should_be_counted_from_the_next_nonce_when_some_were_sent() {
	build_and_execute(|| {
		for _ in 0..4 {
			assert_eq!(send(OFFICER, work(10)), Ok(()));
		}
		assert!(validate(&signed(OFFICER, 9, work(10))).is_ok());
		assert_eq!(validate(&signed(OFFICER, 10, work(10))), Err(Refusal::TooMuchWaiting.into()));
		go_to(PERIOD);
		assert!(validate(&signed(OFFICER, 13, work(10))).is_ok());
		assert_eq!(validate(&signed(OFFICER, 14, work(10))), Err(Refusal::TooMuchWaiting.into()));
	});
}

#[test]
fn waiting_should_be_bounded_by_length_when_weight_is_small() {
	build_and_execute(|| {
		let length = cost(&signed(OFFICER, 1, work(0))).length;
		set_rate(RateClass::Officer, 105, 3 * length);
		assert!(validate(&signed(OFFICER, 2, work(0))).is_ok());
		assert_eq!(validate(&signed(OFFICER, 3, work(0))), Err(Refusal::TooMuchWaiting.into()));
	});
}

#[test]
fn waiting_should_be_bounded_by_the_ministry_when_its_share_is_smaller() {
	build_and_execute(|| {
		set_rate(RateClass::Ministry, 35, 30_000);
		assert!(validate(&signed(OFFICER, 2, work(10))).is_ok());
		assert_eq!(validate(&signed(OFFICER, 3, work(10))), Err(Refusal::TooMuchWaiting.into()));
		// A seat is not bounded by it.
		assert!(validate(&signed(SEAT, 3, work(10))).is_ok());
	});
}

#[test]
fn waiting_should_enter_the_block_when_the_pool_admitted_it() {
	build_and_execute(|| {
		let waiting: Vec<_> = (0..30)
			.map(|nonce| signed(OFFICER, nonce, work(10)))
			.filter(|extrinsic| validate(extrinsic).is_ok())
			.collect();
		assert_eq!(waiting.len(), 10);
		for extrinsic in waiting {
			assert!(apply(extrinsic).is_ok());
		}
	});
}

#[test]
fn waiting_should_be_refused_when_the_signer_is_unknown() {
	build_and_execute(|| {
		let cost = cost(&signed(STRANGER, 0, work(1)));
		assert_eq!(
			Allowances::ensure_waiting_fits(&STRANGER, 1, cost),
			Err(Refusal::UnknownSigner)
		);
		assert_eq!(Allowances::ensure_waiting_fits(&STRANGER, 0, cost), Ok(()));
	});
}
