//! What others read.

use super::*;
use polity_permit_procedure::PublishedStatus;

#[test]
fn status_should_be_one_of_the_published_ones() {
	build_and_execute(|| {
		let id = submitted(terms());
		let status = || Applications::status_of(id).unwrap();
		assert_eq!(status(), PublishedStatus::ApplicationAccepted);
		assert_ok!(complete_as(EXAMINER, id));
		assert_eq!(status(), PublishedStatus::InReview);
		assert_ok!(decide(id, grant()));
		assert_eq!(status(), PublishedStatus::PermitIssued);
		let id = decided(terms(), REFUSAL);
		assert_eq!(Applications::status_of(id), Some(PublishedStatus::PermitCancelled));
		assert_eq!(Applications::status_of(ApplicationId(99)), None);
	});
}

#[test]
fn deadline_should_be_said_of_what_is_in_review_alone() {
	build_and_execute(|| {
		let id = submitted(terms());
		assert_eq!(Applications::deadline(id), None);
		assert_ok!(complete_as(EXAMINER, id));
		assert_eq!(Applications::deadline(id), Some(start_of(day(31))));
		assert_eq!(Applications::appeal_until(id), None);
		assert_ok!(decide(id, grant()));
		assert_eq!(Applications::deadline(id), None);
		assert_eq!(Applications::deadline(ApplicationId(99)), None);
		assert_eq!(Applications::appeal_until(id), Some(start_of(day(31))));
		assert!(Applications::opinions(id).is_empty());
	});
}

#[test]
fn applications_should_be_paged_in_the_order_of_counting() {
	build_and_execute(|| {
		let ids: Vec<_> =
			(0..70).map(|_| apply_as(ANN, set_type(terms()), person(ANN), None).unwrap()).collect();
		apply_as(BOB, set_type(terms()), person(BOB), None).unwrap();
		let page = |after, limit| Applications::applications_of(person(ANN), after, limit);
		assert_eq!(page(None, 100), ids[..64]);
		assert_eq!(page(Some(ids[63]), 100), ids[64..]);
		assert_eq!(page(Some(ids[0]), 2), ids[1..3]);
		assert_eq!(page(None, 0), []);
	});
}

#[test]
fn live_application_should_be_found_by_what_it_is_for() {
	build_and_execute(|| {
		let id = submitted(terms());
		let key = record(id).live_key();
		assert_eq!(Applications::live_application(key.clone()), Some(id));
		assert_ok!(withdraw_as(ANN, id));
		assert_eq!(Applications::live_application(key), None);
	});
}

#[test]
fn work_lists_should_say_what_waits_for_whom() {
	build_and_execute(|| {
		let id = submitted(terms());
		let waiting = |state| Applications::work_list(District::NATIONAL, state, None, 64);
		let all = [
			WorkState::Submitted,
			WorkState::Incomplete,
			WorkState::InReview,
			WorkState::Recommended,
			WorkState::Appealed,
			WorkState::JudgmentPrepared,
			WorkState::TakeOverProposed,
		];
		let lists = || all.into_iter().filter(|state| !waiting(*state).is_empty());
		let assert_on = |state| {
			assert_eq!(lists().collect::<Vec<_>>(), [state]);
			assert_eq!(waiting(state), [id.0]);
		};
		assert_on(WorkState::Submitted);
		assert_ok!(return_as(EXAMINER, id));
		assert_on(WorkState::Incomplete);
		assert_ok!(resubmit_as(ANN, id));
		assert_ok!(complete_as(EXAMINER, id));
		assert_on(WorkState::InReview);
		assert_ok!(recommend_as(EXAMINER, id, REFUSAL));
		assert_on(WorkState::Recommended);
		assert_ok!(decide_as(DECIDER, id, Verdict::Approve));
		assert_eq!(lists().count(), 0);
		assert_ok!(appeal_as(ANN, id));
		assert_on(WorkState::Appealed);
		assert_ok!(prepare_as(JUDGE, id, Judgment::Uphold));
		assert_on(WorkState::JudgmentPrepared);
		assert_ok!(judge_as(OTHER_JUDGE, id, Verdict::Approve));
		assert_eq!(lists().count(), 0);
	});
}

#[test]
fn history_should_tell_every_step() {
	build_and_execute(|| {
		let id = decided(terms(), grant());
		let entries = Applications::history(id, 1, 64);
		assert_eq!(entries.len(), 4);
		let head = Applications::application(id).unwrap().head;
		assert!(polity_primitives::record::chain_holds(&head, entries.iter()));
		// What the applicant did is under no mandate, and every act is in it.
		let under: Vec<_> = entries.iter().map(|entry| entry.mandate).collect();
		let examiner = Some(mandate(EXAMINER));
		assert_eq!(under, [None, examiner, examiner, Some(mandate(DECIDER))]);
		assert!(entries.iter().all(|entry| entry.act.is_some()));
	});
}
