//! Restrictions and responsibilities.

use super::*;

#[test]
fn restriction_should_count_within_its_term_and_be_lifted_by_order() {
	let title = owned(&[('a', 1)]);
	let title = done(&title, restriction(TODAY + 1, Some(TODAY + 2))).unwrap();
	let counts = |day| effective_restrictions_at(&title, day).count();
	assert_eq!(
		(counts(TODAY), counts(TODAY + 1), counts(TODAY + 2), counts(TODAY + 3)),
		(0, 1, 1, 0)
	);
	// Who buys takes the unit with what begins later.
	assert_eq!(encumbrances(&title, TODAY).count(), 1);
	assert_eq!(encumbrances(&title, TODAY + 3).count(), 0);
	let lift = TitleAct::LiftRestriction { restriction: 1 };
	assert_eq!(done(&title, lift.clone()), Err(TitleError::CourtOrderMissing));
	let lifted = Way::ordered().apply_alone(&title, &lift).unwrap();
	assert!(lifted.restrictions.is_empty());
	assert_eq!(Way::ordered().apply(&lifted, &lift), Err(TitleError::EntryNotFound));
	let clear = TitleAct::Clear { entry: 1 };
	assert_eq!(done(&title, clear.clone()), Err(TitleError::StillInForce));
	let later = Way { today: Some(TODAY + 3), ..Way::default() };
	later.apply_alone(&title, &clear).unwrap();
	assert_eq!(done(&title, TitleAct::Clear { entry: 9 }), Err(TitleError::EntryNotFound));
}

#[test]
fn restriction_should_be_refused_when_it_cannot_be_one() {
	let title = owned(&[('a', 1)]);
	assert_eq!(done(&title, restriction(TODAY, Some(TODAY - 1))), Err(TitleError::EndBeforeStart));
	assert_eq!(done(&title, restriction(1, Some(TODAY - 1))), Err(TitleError::AlreadyExpired));
	let without = TitleAct::Restrict {
		kind: RestrictionKind::Monument,
		from: TODAY,
		to: None,
		source: NOTHING,
	};
	assert_eq!(done(&title, without), Err(TitleError::SourceMissing));
	let act = restriction(TODAY, None);
	assert_eq!(Way::default().apply_alone(&title, &act), Err(TitleError::ConsentMissing));
	Way::ordered().apply_alone(&title, &act).unwrap();
	let mut full = title;
	for _ in 0..MAX_RESTRICTIONS {
		full = done(&full, act.clone()).unwrap();
	}
	assert_eq!(done(&full, act), Err(TitleError::RestrictionsFull));
}

#[test]
fn responsibility_should_be_told_from_a_restriction() {
	assert!(RestrictionKind::MaintainWaterway.is_responsibility());
	assert!(!RestrictionKind::Monument.is_responsibility());
}
