//! What the chain does by its clock.

use super::*;
use crate::Due;

fn events_of_blocks() -> usize {
	System::events()
		.into_iter()
		.filter(|record| {
			matches!(
				&record.event,
				RuntimeEvent::PermitApplications(Event::Recorded {
					change: ApplicationChange::DeemedGranted { .. },
					..
				})
			)
		})
		.count()
}

#[test]
fn silence_should_grant_in_the_block_at_the_deadline_and_not_before() {
	build_and_execute(|| {
		let id = in_review(terms());
		let deadline = Applications::deadline(id).unwrap();
		set_now(deadline.checked_sub_millis(1).unwrap());
		assert_eq!(next_block(), Applications::due_weight(0));
		assert_eq!(stage(id), Stage::InReview);
		set_now(deadline);
		assert_eq!(next_block(), Applications::due_weight(1));
		assert_eq!(stage(id), Stage::Decided(Outcome::DeemedGranted));
		let reference = record(id).permit.unwrap();
		let change = ApplicationChange::DeemedGranted { permit: reference };
		assert_eq!(last_change(), (change, None));
		let entry = Applications::history(id, version(id), 1).pop().unwrap();
		assert_eq!((entry.act, entry.mandate), (None, None));
		let found = permit(id);
		assert_eq!((found.valid_from, found.valid_to), (day(0), None));
		assert_eq!((found.decided_under, places(id)), (None, 1));
		assert_eq!(next_block(), Applications::due_weight(0));
	});
}

#[test]
fn silence_should_complete_a_dossier_that_nobody_has_looked_at() {
	build_and_execute(|| {
		let id = submitted(terms());
		set_now(start_of(day(11)));
		next_block();
		assert_eq!((stage(id), places(id)), (Stage::InReview, 1));
		assert_eq!(last_change(), (ApplicationChange::DeemedComplete, None));
		assert_eq!(record(id).case_officer, None);
		// The clock has begun with the end of the ten days.
		assert_eq!(record(id).due, Some(start_of(day(30))));
		// Whoever recommends has the case then.
		assert_ok!(recommend_as(OTHER_EXAMINER, id, grant()));
		assert_eq!(record(id).case_officer, Some(mandate(OTHER_EXAMINER)));
	});
}

#[test]
fn silence_should_do_one_step_after_another_when_blocks_were_rare() {
	build_and_execute(|| {
		let id = submitted(terms());
		pass_days(100);
		next_block();
		assert_eq!(stage(id), Stage::InReview);
		next_block();
		assert_eq!(stage(id), Stage::Decided(Outcome::DeemedGranted));
	});
}

#[test]
fn silence_should_refuse_for_want_of_a_place_when_none_is_free() {
	build_and_execute(|| {
		let kind = set_type(PermitTerms { quota: Some(2), ..terms() });
		let ids: Vec<_> =
			(100..105).map(|who| apply_as(who, kind, person(who), None).unwrap()).collect();
		for _ in 0..3 {
			set_now(start_of(day(100)));
			next_block();
			assert!(Permits::places(kind) <= 2);
		}
		let outcomes: Vec<_> = ids.into_iter().map(stage).collect();
		let (granted, without) = (Outcome::DeemedGranted, Outcome::NoPlace);
		let expected = [granted, granted, without, without, without].map(Stage::Decided);
		assert_eq!(outcomes, expected);
		assert_eq!((Permits::granted(), Permits::places(kind)), (2, 2));
		let figures = Applications::figures(AUTHORITY, kind).figures;
		assert_eq!((figures.without_place, figures.complete_by_silence), (3, 2));
	});
}

#[test]
fn queue_should_carry_over_what_a_block_cannot_do_and_do_none_twice() {
	build_and_execute(|| {
		let kind = set_type(terms());
		let ids: Vec<_> = (0..1_000)
			.map(|place| {
				let id = apply_as(ANN, kind, of_company(place), None).unwrap();
				complete_as(EXAMINER, id).unwrap();
				id
			})
			.collect();
		System::reset_events();
		set_now(Applications::deadline(ids[0]).unwrap());
		let blocks = 1_000u32.div_ceil(MAX_DUE);
		for block in 1..=blocks {
			let before = Permits::granted();
			let rows = MAX_DUE.min(1_000 - MAX_DUE * (block - 1));
			assert_eq!(next_block(), Applications::due_weight(rows));
			assert_eq!(Permits::granted() - before, u64::from(rows));
			// What waits cannot be decided otherwise.
			if block < blocks {
				let last = *ids.last().unwrap();
				let late = recommend_as(EXAMINER, last, REFUSAL);
				assert_eq!(late, Err(Error::<Test>::PeriodOver.into()));
			}
		}
		assert_eq!(events_of_blocks(), 1_000);
		assert_eq!(Due::<Test>::iter_keys().count(), 0);
		let mut permits: Vec<_> = ids.iter().map(|id| record(*id).permit.encode()).collect();
		permits.sort();
		permits.dedup();
		assert_eq!(permits.len(), 1_000);
		next_block();
		assert_eq!(Permits::granted(), 1_000);
	});
}

#[test]
fn queue_should_do_the_earliest_first() {
	build_and_execute(|| {
		let late = in_review(terms());
		let early = in_review(PermitTerms { decision_period: Period::CalendarDays(5), ..terms() });
		let order: Vec<_> = Due::<Test>::iter_keys().map(DueKey::application).collect();
		assert_eq!(order, [early, late]);
		set_now(start_of(day(6)));
		assert_eq!(next_block(), Applications::due_weight(1));
		assert_eq!(
			(stage(early), stage(late)),
			(Stage::Decided(Outcome::DeemedGranted), Stage::InReview)
		);
	});
}

#[test]
fn an_outage_should_grant_nothing() {
	build_and_execute(|| {
		let id = in_review(terms());
		pass_days(25);
		toll_days(10);
		set_now(start_of(day(31 - 25)));
		// The row is looked at, and goes to where the deadline is now.
		assert_eq!(next_block(), Applications::due_weight(1));
		assert_eq!(stage(id), Stage::InReview);
		assert_eq!(record(id).due, Applications::deadline(id));
		set_now(record(id).due.unwrap().checked_sub_millis(1).unwrap());
		next_block();
		assert_ok!(decide(id, REFUSAL));
		assert_eq!(Permits::granted(), 0);
	});
}

#[test]
fn queue_should_try_again_when_the_register_of_permits_refuses() {
	build_and_execute(|| {
		let id = in_review(terms());
		let other = in_review(terms());
		let_granting_fail(true);
		set_now(record(id).due.unwrap());
		let before = version(id);
		next_block();
		let retried_at = now().checked_add_millis(RETRY_MILLIS).unwrap();
		// The text of an error is not kept in an event.
		let error = refused("");
		assert_eq!(last_event(), Event::DueStepFailed { application: other, error, retried_at });
		assert_eq!((stage(id), version(id)), (Stage::InReview, before));
		assert_eq!(record(id).due, Some(retried_at));
		let_granting_fail(false);
		assert_eq!(next_block(), Applications::due_weight(0));
		// Nobody decides it otherwise in the meantime.
		assert_noop!(recommend_as(EXAMINER, id, REFUSAL), Error::<Test>::PeriodOver);
		set_now(retried_at);
		assert_eq!(next_block(), Applications::due_weight(2));
		assert_eq!(stage(id), Stage::Decided(Outcome::DeemedGranted));
		assert_eq!(stage(other), Stage::Decided(Outcome::DeemedGranted));
	});
}

#[test]
fn queue_should_follow_a_calendar_that_is_changed() {
	build_and_execute(|| {
		// Ten that end in a month, on a holiday or not.
		let last = day(30);
		set_holidays(vec![last]);
		let ids: Vec<_> = (0..10).map(|_| in_review(terms())).collect();
		assert!(ids.iter().all(|id| record(*id).due == Some(start_of(day(32)))));
		set_holidays(Vec::new());
		let moved = || {
			let all = ids.iter().filter(|id| record(**id).due == Some(start_of(day(31))));
			u32::try_from(all.count()).unwrap()
		};
		for block in 1..=3 {
			assert_eq!(next_block(), Applications::due_weight(0));
			assert_eq!(moved(), (block * LOOKED_AT_PER_BLOCK).min(10));
		}
		// And the other way round, when all have been looked at.
		set_holidays(vec![last]);
		for _ in 0..8 {
			next_block();
		}
		assert_eq!(moved(), 0);
		set_holidays(Vec::new());
		for _ in 0..8 {
			next_block();
		}
		set_now(start_of(day(31)));
		next_block();
		assert_eq!(Permits::granted(), 10);
	});
}

#[test]
fn do_due_should_let_anybody_have_it_done() {
	build_and_execute(|| {
		let id = in_review(terms());
		let do_due = || Applications::do_due(signed(STRANGER), id);
		assert_noop!(do_due(), Error::<Test>::NothingDue);
		toll_days(3);
		// Time was tolled: the row goes to where it belongs.
		assert_ok!(do_due());
		assert_eq!(record(id).due, Applications::deadline(id));
		assert_noop!(do_due(), Error::<Test>::NothingDue);
		set_now(record(id).due.unwrap());
		assert_ok!(do_due());
		assert_eq!(stage(id), Stage::Decided(Outcome::DeemedGranted));
		assert_noop!(do_due(), Error::<Test>::NothingDue);
		assert_eq!(next_block(), Applications::due_weight(0));
	});
}

#[test]
fn withdrawal_and_decision_should_take_the_row_away() {
	build_and_execute(|| {
		let first = in_review(terms());
		let second = in_review(terms());
		assert_eq!(Due::<Test>::iter_keys().count(), 2);
		assert_ok!(withdraw_as(ANN, first));
		assert_ok!(decide(second, REFUSAL));
		assert_eq!(Due::<Test>::iter_keys().count(), 0);
	});
}
