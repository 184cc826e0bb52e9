//! How authorities serve.

use super::*;
use crate::rules::MedianDays;

#[test]
fn figures_should_count_what_has_become_of_applications() {
	build_and_execute(|| {
		let kind = set_type(terms());
		let apply = |who: AccountId| {
			let id = apply_as(who, kind, person(who), None).unwrap();
			complete_as(EXAMINER, id).unwrap();
			id
		};
		let [first, second, third, fourth] = [100, 101, 102, 103].map(apply);
		let declined = apply_as(104, kind, person(104), None).unwrap();
		assert_ok!(decide(declined, DECLINE));
		assert_ok!(withdraw_as(103, fourth));
		pass_days(3);
		assert_ok!(decide(first, grant()));
		pass_days(4);
		assert_ok!(decide(second, REFUSAL));
		assert_ok!(appeal_as(101, second));
		assert_ok!(judge(second, Judgment::Overturn));
		pass_days(1);
		assert_ok!(decide(second, grant()));
		assert_ok!(appeal_as(101, second));
		let vary = Judgment::Vary { valid_to: None, conditions: conditions(1) };
		assert_ok!(judge(second, vary));
		set_now(Applications::deadline(third).unwrap());
		next_block();
		let report = Applications::figures(AUTHORITY, kind);
		let expected = ServiceFigures {
			received: 5,
			decided_in_time: 3,
			decided_late: 0,
			by_silence: 1,
			complete_by_silence: 0,
			declined: 1,
			without_place: 0,
			withdrawn: 1,
			appealed: 2,
			overturned: 1,
			varied: 1,
		};
		assert_eq!(report.figures, expected);
		// 1, 3, 7 and 30 days.
		assert_eq!(report.median_days, Some(MedianDays::Days(3)));
	});
}

#[test]
fn figures_should_tell_who_was_late() {
	build_and_execute(|| {
		let kind = set_type(PermitTerms { silence_grants: false, ..terms() });
		let [first, second] = [ANN, BOB].map(|who| {
			let id = apply_as(who, kind, person(who), None).unwrap();
			complete_as(EXAMINER, id).unwrap();
			id
		});
		set_now(Applications::deadline(first).unwrap().checked_sub_millis(1).unwrap());
		assert_ok!(decide(first, grant()));
		pass_days(1_100);
		assert_ok!(decide(second, grant()));
		let report = Applications::figures(AUTHORITY, kind);
		assert_eq!((report.figures.decided_in_time, report.figures.decided_late), (1, 1));
		assert_eq!(report.median_days, Some(MedianDays::Days(30)));
	});
}

#[test]
fn figures_should_be_of_the_ministry_that_is_competent_now() {
	build_and_execute(|| {
		let first = in_review(terms());
		let kind = record(first).kind;
		set_keeper(Some(MinistryId(5)));
		assert_ok!(decide(first, grant()));
		let passed = Applications::figures(MinistryId(5), kind);
		assert_eq!((passed.figures.received, passed.figures.decided_in_time), (0, 1));
		let before = Applications::figures(AUTHORITY, kind);
		assert_eq!((before.figures.received, before.figures.decided_in_time), (1, 0));
		assert_eq!(before.median_days, None);
		// Where nobody is competent any more it is the authority that received it.
		let second = in_review(terms());
		set_keeper(None);
		assert_ok!(decide(second, grant()));
		let kind = record(second).kind;
		assert_eq!(Applications::figures(MinistryId(5), kind).figures.decided_in_time, 1);
	});
}
