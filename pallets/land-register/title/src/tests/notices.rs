//! Notices: what they stop, and for whom they let it pass.

use super::*;

const EXPIRES: Option<u32> = Some(TODAY + 30);

fn caveat(beneficiary: char) -> Act {
	notice(NoticeKind::Caveat, Some(beneficiary), EXPIRES)
}

fn priority(beneficiary: char) -> Act {
	notice(NoticeKind::PriorityNotice, Some(beneficiary), EXPIRES)
}

fn with(acts: &[Act]) -> T {
	let mut title = owned(&[('a', 2)]);
	title = done(&title, mortgage(MortgageOn::Title, 'x')).unwrap();
	title = done(&title, lease('l', TODAY, None)).unwrap();
	for act in acts {
		title = Way::ordered().apply(&title, act).unwrap();
	}
	title
}

/// Acts that dispose of something.
fn dispositions() -> Vec<Act> {
	vec![
		sale('a', 'b', 1),
		lease('m', TODAY, None),
		TitleAct::Surrender { right: 2 },
		TitleAct::Assign { right: 2, to: 'm' },
		mortgage(MortgageOn::Title, 'y'),
	]
}

/// Acts that free the title or leave everybody's part as it is.
fn others() -> Vec<Act> {
	vec![
		TitleAct::Rescale { factor: 2 },
		TitleAct::Discharge { mortgage: 1 },
		TitleAct::AssignMortgage { mortgage: 1, to: 'y' },
		caveat('z'),
		priority('z'),
		restriction(TODAY, None),
	]
}

#[test]
fn notice_should_stop_every_disposition_while_it_is_in_force() {
	for (stands, error) in [
		(caveat('c'), TitleError::CaveatStands),
		(priority('c'), TitleError::PriorityNoticeStands),
		(notice(NoticeKind::CourtFreeze, None, None), TitleError::CourtFreezeStands),
		(notice(NoticeKind::LisPendens, Some('c'), None), TitleError::LisPendensStands),
	] {
		let title = with(&[stands.clone()]);
		assert_eq!(ensure_no_notice(&title, TODAY), Err(error));
		for act in dispositions() {
			assert_eq!(done(&title, act.clone()), Err(error), "{act:?}");
			// A court passes every notice, with the consent that a sale needs all the same.
			Way::ordered().apply(&title, &act).unwrap();
		}
		for act in others() {
			done(&title, act).unwrap();
		}
		// Once it has expired it stops nothing, though nobody has struck it off.
		let later = Way { today: Some(TODAY + 31), ..Way::default() };
		let is_for_a_time =
			matches!(error, TitleError::CaveatStands | TitleError::PriorityNoticeStands);
		for act in dispositions() {
			assert_eq!(later.apply(&title, &act).is_ok(), is_for_a_time, "{act:?}");
		}
		assert_eq!(ensure_no_notice(&title, TODAY + 31).is_ok(), is_for_a_time);
	}
}

#[test]
fn notice_should_let_the_beneficiarys_own_act_pass() {
	for stands in [caveat('b'), priority('b'), notice(NoticeKind::LisPendens, Some('b'), None)] {
		let title = with(&[stands]);
		Way::acting_for('b').apply(&title, &sale('a', 'b', 1)).unwrap();
		// It is not its own act where something passes between others.
		assert!(Way::acting_for('b').apply(&title, &sale('a', 'c', 1)).is_err());
		assert!(Way::acting_for('c').apply(&title, &sale('a', 'c', 1)).is_err());
		let assign = TitleAct::Assign { right: 2, to: 'm' };
		assert!(Way::acting_for('b').apply(&title, &assign).is_err());
		let to_it = TitleAct::Assign { right: 2, to: 'b' };
		Way::acting_for('b').apply(&title, &to_it).unwrap();
	}
	let frozen = with(&[notice(NoticeKind::CourtFreeze, Some('b'), None)]);
	assert_eq!(
		Way::acting_for('b').apply(&frozen, &sale('a', 'b', 1)),
		Err(TitleError::CourtFreezeStands)
	);
}

#[test]
fn priority_notice_should_keep_its_place_before_later_notices() {
	// The promise came first: a later caveat does not stop it.
	let first = with(&[priority('b'), caveat('c')]);
	Way::acting_for('b').apply(&first, &sale('a', 'b', 2)).unwrap();
	let second = with(&[caveat('c'), priority('b')]);
	assert_eq!(
		Way::acting_for('b').apply(&second, &sale('a', 'b', 2)),
		Err(TitleError::CaveatStands)
	);
	// The place is kept for acquiring, not for giving away.
	let both = with(&[priority('b'), caveat('c')]);
	let held = Way::acting_for('b').apply(&both, &sale('a', 'b', 1)).unwrap();
	assert!(Way::acting_for('b').apply(&held, &sale('b', 'd', 1)).is_err());
	// A freeze passes nobody.
	let frozen = with(&[priority('b'), notice(NoticeKind::CourtFreeze, None, None)]);
	assert_eq!(
		Way::acting_for('b').apply(&frozen, &sale('a', 'b', 2)),
		Err(TitleError::CourtFreezeStands)
	);
}

#[test]
fn notice_should_be_refused_when_it_cannot_be_one() {
	let title = owned(&[('a', 1)]);
	for kind in [NoticeKind::Caveat, NoticeKind::PriorityNotice] {
		assert_eq!(done(&title, notice(kind, None, EXPIRES)), Err(TitleError::BeneficiaryMissing));
		assert_eq!(done(&title, notice(kind, Some('b'), None)), Err(TitleError::ExpiryMissing));
		assert_eq!(
			done(&title, notice(kind, Some('b'), Some(TODAY - 1))),
			Err(TitleError::AlreadyExpired)
		);
	}
	// Nobody keeps a place on his own title.
	assert_eq!(done(&title, priority('a')), Err(TitleError::SameParty));
	for kind in [NoticeKind::CourtFreeze, NoticeKind::LisPendens] {
		assert_eq!(done(&title, notice(kind, None, None)), Err(TitleError::CourtOrderMissing));
	}
	let mut full = title;
	for _ in 0..MAX_NOTICES {
		full = done(&full, caveat('b')).unwrap();
	}
	assert_eq!(done(&full, caveat('b')), Err(TitleError::NoticesFull));
}

#[test]
fn notice_should_be_cancelled_by_whom_it_protects_or_a_court() {
	let cancel = |entry| TitleAct::CancelNotice { notice: entry };
	let title = with(&[
		caveat('b'),
		notice(NoticeKind::CourtFreeze, Some('b'), None),
		notice(NoticeKind::LisPendens, None, None),
	]);
	let caveat = title.notices[0].id;
	assert_eq!(
		Way::default().apply_alone(&title, &cancel(caveat)),
		Err(TitleError::ConsentMissing)
	);
	done(&title, cancel(caveat)).unwrap();
	for notice in &title.notices[1..] {
		assert_eq!(done(&title, cancel(notice.id)), Err(TitleError::CourtOrderMissing));
		Way::ordered().apply_alone(&title, &cancel(notice.id)).unwrap();
	}
	assert_eq!(done(&title, cancel(99)), Err(TitleError::EntryNotFound));
	// An expired one is cleared by anybody.
	let clear = TitleAct::Clear { entry: caveat };
	assert_eq!(done(&title, clear.clone()), Err(TitleError::StillInForce));
	let later = Way { today: Some(TODAY + 31), ..Way::default() };
	later.apply_alone(&title, &clear).unwrap();
}
