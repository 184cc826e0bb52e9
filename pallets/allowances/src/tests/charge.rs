//! What is charged to whom, and what is given back.

use polity_primitives::{
	ids::MinistryId,
	refusal::Refusal,
	traits::{Rate, RateClass, SignerClass},
};
use proptest::prelude::*;

use crate::{mock::*, MinistryUsed, Usage, Used};

fn used(signer: u64) -> Rate {
	let usage = Used::<Test>::get(signer).in_period(Allowances::period());
	Rate { ref_time: usage.ref_time, length: usage.length }
}

fn used_by(ministry: u16) -> Rate {
	let usage = MinistryUsed::<Test>::get(MinistryId(ministry)).in_period(Allowances::period());
	Rate { ref_time: usage.ref_time, length: usage.length }
}

#[test]
fn charge_should_be_weight_and_length_when_all_is_used() {
	build_and_execute(|| {
		let extrinsic = signed(OFFICER, 0, work(10));
		let cost = cost(&extrinsic);
		assert!(cost.ref_time > 10 * MILLISECOND, "extensions are part of what is charged");
		assert!(apply(extrinsic).is_ok());
		assert_eq!(used(OFFICER), cost);
		assert_eq!(used_by(1), cost);
		assert_eq!(used_by(2), Rate::default());
		assert_eq!(Used::<Test>::iter().count(), 1);
	});
}

#[test]
fn charge_should_be_to_no_ministry_when_a_person_signs() {
	build_and_execute(|| {
		assert_eq!(send(PERSON, work(10)), Ok(()));
		assert!(used(PERSON).ref_time > 10 * MILLISECOND);
		assert_eq!(MinistryUsed::<Test>::iter().count(), 0);
	});
}

#[test]
fn charge_should_shrink_to_what_was_used_when_less_was_used() {
	build_and_execute(|| {
		let extrinsic = signed(OFFICER, 0, work_that(10, Some(3), true));
		let cost = cost(&extrinsic);
		assert!(apply(extrinsic).is_ok());
		let expected = Rate { ref_time: cost.ref_time - 7 * MILLISECOND, length: cost.length };
		assert_eq!(used(OFFICER), expected);
		assert_eq!(used_by(1), expected);
	});
}

#[test]
fn charge_should_stay_when_the_call_fails() {
	build_and_execute(|| {
		let failing = signed(OFFICER, 0, work_that(10, None, false));
		let whole = cost(&failing);
		assert!(apply(failing).unwrap().is_err());
		assert_eq!(used(OFFICER), whole);

		// One that failed early is charged for what it used.
		let early = signed(OFFICER, 1, work_that(10, Some(1), false));
		let cost = cost(&early);
		assert!(apply(early).unwrap().is_err());
		assert_eq!(used(OFFICER).ref_time, whole.ref_time + cost.ref_time - 9 * MILLISECOND);
		assert_eq!(used(OFFICER).length, whole.length + cost.length);
	});
}

#[test]
fn charge_should_be_the_sum_when_calls_are_nested() {
	build_and_execute(|| {
		let inner = || RuntimeCall::Workload(workload::Call::batch { calls: vec![work(20); 2] });
		let calls = vec![work(10), inner(), inner()];
		let batch = RuntimeCall::Workload(workload::Call::batch { calls });
		let extrinsic = signed(OFFICER, 0, batch.clone());
		assert!(cost(&extrinsic).ref_time > 90 * MILLISECOND);
		assert!(apply(extrinsic).is_ok());
		assert!(used(OFFICER).ref_time > 90 * MILLISECOND);
		assert_eq!(send(OFFICER, batch), Err(Refusal::AllowanceExhausted.into()));
	});
}

#[test]
fn signer_should_be_refused_when_its_allowance_is_exhausted() {
	build_and_execute(|| {
		for _ in 0..10 {
			assert_eq!(send(OFFICER, work(10)), Ok(()));
		}
		let next = signed(OFFICER, 10, work(10));
		assert_eq!(validate(&next), Err(Refusal::AllowanceExhausted.into()));
		assert_eq!(apply(next).map(|_| ()), Err(Refusal::AllowanceExhausted.into()));
		// A smaller one still fits.
		assert_eq!(send(OFFICER, work(1)), Ok(()));
	});
}

#[test]
fn signer_should_be_refused_when_its_length_is_exhausted() {
	build_and_execute(|| {
		let length = cost(&signed(OFFICER, 0, work(0))).length;
		set_rate(RateClass::Officer, 105, 3 * length + 1);
		for _ in 0..3 {
			assert_eq!(send(OFFICER, work(0)), Ok(()));
		}
		assert_eq!(send(OFFICER, work(0)), Err(Refusal::AllowanceExhausted.into()));
	});
}

#[test]
fn allowance_should_be_refilled_when_the_next_period_begins() {
	build_and_execute(|| {
		while send(OFFICER, work(10)).is_ok() {}
		go_to(PERIOD - 1);
		assert_eq!(send(OFFICER, work(10)), Err(Refusal::AllowanceExhausted.into()));
		go_to(PERIOD);
		assert_eq!(send(OFFICER, work(10)), Ok(()));
		assert_eq!(Used::<Test>::get(OFFICER).period, 1);
		assert_eq!(MinistryUsed::<Test>::get(MinistryId(1)).period, 1);
		assert_eq!(used(OFFICER), used_by(1));
	});
}

#[test]
fn ministry_should_be_refused_when_its_share_is_exhausted() {
	build_and_execute(|| {
		for _ in 0..10 {
			assert_eq!(send(OFFICER, work(10)), Ok(()));
		}
		for _ in 0..5 {
			assert_eq!(send(COLLEAGUE, work(10)), Ok(()));
		}
		// The colleague has half of its own left.
		assert_eq!(send(COLLEAGUE, work(10)), Err(Refusal::MinistryAllowanceExhausted.into()));
		assert_eq!(
			validate(&signed(COLLEAGUE, 5, work(10))),
			Err(Refusal::MinistryAllowanceExhausted.into())
		);
		// Another ministry's officer is not slowed, and neither is a person.
		for _ in 0..10 {
			assert_eq!(send(OTHER_OFFICER, work(10)), Ok(()));
		}
		assert_eq!(send(PERSON, work(10)), Ok(()));
	});
}

#[test]
fn seat_should_pass_when_officers_have_exhausted_the_share_of_its_ministry() {
	build_and_execute(|| {
		for officer in [OFFICER, COLLEAGUE] {
			while send(officer, work(5)).is_ok() {}
		}
		assert_eq!(send(COLLEAGUE, work(5)), Err(Refusal::MinistryAllowanceExhausted.into()));
		let before = used_by(1).ref_time;
		assert_eq!(send(SEAT, work(5)), Ok(()));
		assert!(used_by(1).ref_time > before + 5 * MILLISECOND, "it is charged to the ministry");
		// Its own rate still bounds it.
		while send(SEAT, work(5)).is_ok() {}
		assert_eq!(send(SEAT, work(5)), Err(Refusal::AllowanceExhausted.into()));
	});
}

#[test]
fn charge_should_be_refused_when_two_were_validated_before_either_was_charged() {
	build_and_execute(|| {
		let class = SignerClass::Officer(MinistryId(1));
		let cost = Rate { ref_time: 60 * MILLISECOND, length: 1 };
		assert_eq!(Allowances::ensure_fits(&OFFICER, class, cost), Ok(()));
		assert_eq!(Allowances::ensure_fits(&OFFICER, class, cost), Ok(()));
		assert!(Allowances::charge(OFFICER, class, cost).is_ok());
		assert_eq!(Allowances::charge(OFFICER, class, cost), Err(Refusal::AllowanceExhausted));
		assert_eq!(used(OFFICER), cost);
	});
}

#[test]
fn allowance_should_be_told_when_the_account_is_known() {
	build_and_execute(|| {
		assert_eq!(Allowances::allowance(STRANGER), None);
		let full = Allowances::allowance(OFFICER).unwrap();
		assert_eq!(full.class, SignerClass::Officer(MinistryId(1)));
		assert_eq!(full.left, Rate { ref_time: 105 * MILLISECOND, length: 20_000 });
		assert_eq!(full.ministry_left, Some(Rate { ref_time: 155 * MILLISECOND, length: 30_000 }));
		assert_eq!(full.refilled_at, 10);

		let extrinsic = signed(OFFICER, 0, work(10));
		let cost = cost(&extrinsic);
		assert!(apply(extrinsic).is_ok());
		let rest = Allowances::allowance(OFFICER).unwrap();
		assert_eq!(rest.left.ref_time, full.left.ref_time - cost.ref_time);
		assert_eq!(rest.left.length, full.left.length - cost.length);
		let colleague = Allowances::allowance(COLLEAGUE).unwrap();
		assert_eq!(colleague.left, full.left);
		assert_eq!(colleague.ministry_left, rest.ministry_left);

		go_to(25);
		let next = Allowances::allowance(OFFICER).unwrap();
		assert_eq!(next.left, full.left);
		assert_eq!(next.refilled_at, 30);
		assert_eq!(Allowances::allowance(PERSON).unwrap().ministry_left, None);
		assert!(Allowances::allowance(SEAT).unwrap().ministry_left.is_some());
	});
}

#[test]
fn left_should_be_nothing_when_the_rate_was_lowered_under_what_is_used() {
	build_and_execute(|| {
		for _ in 0..5 {
			assert_eq!(send(OFFICER, work(10)), Ok(()));
		}
		set_rate(RateClass::Officer, 20, 200);
		assert_eq!(Allowances::allowance(OFFICER).unwrap().left, Rate::default());
		assert_eq!(send(OFFICER, work(1)), Err(Refusal::AllowanceExhausted.into()));
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(32))]

	#[test]
	fn charges_should_never_exceed_the_rates_when_anybody_sends_anything(
		acts in prop::collection::vec(
			(
				prop::sample::select(vec![OFFICER, COLLEAGUE, OTHER_OFFICER, PERSON]),
				0u64..40,
				prop::option::of(0u64..50),
				any::<bool>(),
				0u64..4,
			),
			1..60,
		),
	) {
		build_and_execute(|| {
			for (signer, declared, used_up, succeeds, blocks) in acts {
				if blocks == 3 {
					go_to(System::block_number() + 3);
				}
				let before = Used::<Test>::get(signer).in_period(Allowances::period());
				let extrinsic =
					signed(signer, System::account_nonce(signer), work_that(declared, used_up, succeeds));
				let cost = cost(&extrinsic);
				let admitted = apply(extrinsic).is_ok();
				let after = Used::<Test>::get(signer).in_period(Allowances::period());
				if admitted {
					let charged = after.ref_time - before.ref_time;
					assert!(charged <= cost.ref_time);
					let spared = declared.saturating_sub(used_up.unwrap_or(declared));
					assert_eq!(charged, cost.ref_time - spared * MILLISECOND);
				} else {
					assert_eq!(after, Usage { period: Allowances::period(), ..before });
				}
				for officer in [OFFICER, COLLEAGUE, OTHER_OFFICER] {
					assert!(used(officer).ref_time <= 105 * MILLISECOND);
					assert!(used(officer).length <= 20_000);
				}
				assert!(used(PERSON).ref_time <= 25 * MILLISECOND);
				assert!(used_by(1).ref_time <= 155 * MILLISECOND);
				assert_eq!(
					used_by(1).ref_time,
					used(OFFICER).ref_time + used(COLLEAGUE).ref_time
				);
				assert_eq!(used_by(2), used(OTHER_OFFICER));
			}
		});
	}
}
