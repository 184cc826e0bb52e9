//! What holds whatever is done, in whatever order, and however blocks come.

use super::*;
use proptest::prelude::*;

/// The places that there are.
const QUOTA: u32 = 2;

/// What somebody tries, with an application and a number of days.
fn attempt(kind: PermitTypeId, step: u8, place: u64, days: u64) {
	let last = LastApplication::<Test>::get().0.max(1);
	let id = ApplicationId(place % last + 1);
	let who = 100 + place % 5;
	// Most of it is refused, and must then change nothing.
	let _ = match step {
		0 => apply_as(who, kind, person(who), None).map(|_| ()),
		1 => return_as(EXAMINER, id),
		2 => resubmit_as(who, id),
		3 => complete_as(EXAMINER, id),
		4 => ask_as(EXAMINER, id),
		5 => answer_as(who, id),
		6 => extend_as(EXAMINER, id),
		7 => opine_as(FIRE, id, FIRE_MINISTRY, Opinion::NoObjection),
		8 => recommend_as(EXAMINER, id, grant()),
		9 => recommend_as(EXAMINER, id, REFUSAL),
		10 => recommend_as(EXAMINER, id, DECLINE),
		11 => decide_as(DECIDER, id, Verdict::Approve),
		12 => withdraw_as(who, id),
		13 => appeal_as(who, id),
		14 => judge(id, Judgment::Overturn),
		15 => judge(id, Judgment::Uphold),
		16 => {
			let_granting_fail(days % 2 == 0);
			Ok(())
		},
		17 => {
			next_block();
			Ok(())
		},
		18 => {
			set_holidays((0..days % 3).map(|later| day(later as i32 * 5 + 1)).collect());
			Ok(())
		},
		_ => {
			pass_days(days);
			Ok(())
		},
	};
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(96))]

	#[test]
	fn state_and_quota_should_hold_whatever_is_done(
		steps in prop::collection::vec((0u8..22, 0u64..40, 0u64..12), 1..120),
	) {
		new_test_ext().execute_with(|| {
			let terms = PermitTerms {
				quota: Some(QUOTA),
				referrals: referrals()[..1].to_vec().try_into().unwrap(),
				..terms()
			};
			let kind = set_type(terms);
			for (step, place, days) in steps {
				attempt(kind, step, place, days);
				let all: Vec<_> = (1..=LastApplication::<Test>::get().0)
					.map(|id| record(ApplicationId(id)))
					.collect();
				let taken = all
					.iter()
					.filter(|found| {
						found.permit.is_some() || found.application.stage == Stage::InReview
					})
					.count();
				assert!(Permits::places(kind) <= QUOTA);
				assert_eq!(taken, Permits::places(kind) as usize);
			}
			crate::try_state::do_try_state::<Test>().expect("the state holds");
		});
	}
}
