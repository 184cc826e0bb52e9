//! The story of a building permit, from hand-in to a refusal that comes too late (registers.md, annex C,
//! 5). What happens to the permit then is the register of permits' to tell.

use super::*;

#[test]
fn a_building_permit_should_be_granted_by_silence_in_the_end() {
	build_and_execute(|| {
		let prerequisites =
			vec![Prerequisite::Standing, Prerequisite::RightInSite].try_into().unwrap();
		let kind = set_type(PermitTerms { needs_fee: true, prerequisites, ..with_referrals() });
		let id = apply_as(BOB, kind, of_company(1), Some(site(1))).unwrap();
		assert_ok!(settle_fee_as(EXAMINER, id));

		// Incomplete, and then complete: the clock starts.
		pass_days(2);
		assert_ok!(return_as(EXAMINER, id));
		pass_days(5);
		assert_ok!(resubmit_as(BOB, id));
		pass_days(1);
		assert_ok!(complete_as(EXAMINER, id));
		let begun = now();
		let after = |days: u64| begun.checked_add_millis(days * MILLIS_PER_DAY).unwrap();
		let first = Applications::deadline(id).unwrap();

		// A question: the clock stops until the answer.
		set_now(after(4));
		assert_ok!(ask_as(EXAMINER, id));
		set_now(after(11));
		assert_ok!(answer_as(BOB, id));
		let second = Applications::deadline(id).unwrap();
		assert_eq!(second.checked_millis_since(first), Some(7 * MILLIS_PER_DAY));
		// One ministry answers, the other is silent.
		assert_noop!(
			opine_as(FIRE, id, FIRE_MINISTRY, Opinion::Objection),
			Error::<Test>::OpinionClosed
		);
		assert_ok!(opine_as(HEALTH, id, HEALTH_MINISTRY, Opinion::OnConditions));

		// One extension, in time, and not another.
		set_now(second.checked_sub_millis(1).unwrap());
		assert_ok!(extend_as(EXAMINER, id));
		assert_noop!(extend_as(EXAMINER, id), Error::<Test>::AlreadyExtended);
		let last = Applications::deadline(id).unwrap();
		assert_eq!(last.checked_millis_since(second), Some(15 * MILLIS_PER_DAY));
		assert_ok!(recommend_as(EXAMINER, id, REFUSAL));

		// Silence, and the block at the deadline grants.
		set_now(last.checked_sub_millis(1).unwrap());
		next_block();
		assert_eq!(stage(id), Stage::InReview);
		set_now(last);
		next_block();
		assert_eq!(stage(id), Stage::Decided(Outcome::DeemedGranted));
		assert_eq!(permit(id).holder, of_company(1));

		// The refusal comes too late.
		assert_noop!(recommend_as(EXAMINER, id, REFUSAL), Error::<Test>::Ended);
		assert_noop!(decide_as(DECIDER, id, Verdict::Approve), Error::<Test>::NothingRecommended);
		let report = Applications::figures(AUTHORITY, kind);
		assert_eq!((report.figures.by_silence, report.figures.decided_late), (1, 0));
		let told: Vec<_> =
			Applications::history(id, 1, 64).into_iter().map(|entry| entry.body).collect();
		assert_eq!(told.len(), 11);
	});
}
