//! Rights: granted, derived, assigned, surrendered, cleared.

use super::*;

fn derived(from: u32, to: Option<u32>, base: u32) -> Act {
	TitleAct::Grant { right: RightTerms { derived_from: Some(base), ..lease_terms('s', from, to) } }
}

#[test]
fn right_should_be_granted_with_a_number_of_its_own() {
	let title = owned(&[('a', 1)]);
	let after = done(&title, lease('l', TODAY, Some(TODAY + 10))).unwrap();
	let after = done(&after, easement(2)).unwrap();
	assert_eq!(after.rights.iter().map(|right| right.id).collect::<Vec<_>>(), [1, 2]);
	assert_eq!(after.last_entry, 2);
	assert_eq!(after.right(2).unwrap().terms.holder, Holder::Unit(2));
}

#[test]
fn right_should_be_refused_when_its_terms_cannot_be() {
	let title = owned(&[('a', 1)]);
	let change = |change: fn(&mut RightTerms<char, u32, u64>)| {
		let mut right = lease_terms('l', TODAY, Some(TODAY + 10));
		change(&mut right);
		done(&title, TitleAct::Grant { right })
	};
	assert_eq!(change(|terms| terms.source = NOTHING), Err(TitleError::SourceMissing));
	assert_eq!(change(|terms| terms.to = Some(TODAY - 1)), Err(TitleError::EndBeforeStart));
	assert_eq!(
		change(|terms| (terms.from, terms.to) = (1, Some(TODAY - 1))),
		Err(TitleError::AlreadyExpired)
	);
	assert_eq!(change(|terms| terms.kind = RightKind::Water), Err(TitleError::EasementWithoutUnit));
	assert_eq!(change(|terms| terms.holder = Holder::Unit(2)), Err(TitleError::HolderNotParty));
	assert_eq!(change(|terms| terms.holder = Holder::Party('a')), Err(TitleError::SameParty));
	assert_eq!(change(|terms| terms.derived_from = Some(7)), Err(TitleError::EntryNotFound));
	assert_eq!(done(&title, easement(UNIT)), Err(TitleError::EasementOnItself));
	// Nobody can consent for owners whom nobody knows.
	assert_eq!(done(&T::unknown(), lease('l', TODAY, None)), Err(TitleError::OwnersUnknown));
	// One of two owners may lease what both own.
	let both = owned(&[('a', 1), ('b', 1)]);
	done(&both, lease('a', TODAY, None)).unwrap();
}

#[test]
fn right_should_stay_within_the_one_it_derives_from() {
	let title = done(&owned(&[('a', 1)]), lease('l', TODAY, Some(TODAY + 10))).unwrap();
	let after = done(&title, derived(TODAY, Some(TODAY + 10), 1)).unwrap();
	assert_eq!(after.rights.len(), 2);
	for (from, to) in [(TODAY - 1, Some(TODAY + 10)), (TODAY, Some(TODAY + 11)), (TODAY, None)] {
		assert_eq!(done(&title, derived(from, to, 1)), Err(TitleError::BeyondBase));
	}
	// The one that it derives from stays while it stands.
	assert_eq!(done(&after, TitleAct::Surrender { right: 1 }), Err(TitleError::RightBurdened));
	let after = done(&after, TitleAct::Surrender { right: 2 }).unwrap();
	done(&after, TitleAct::Surrender { right: 1 }).unwrap();
	// Nobody sublets to himself, nor what serves a unit, nor what is over.
	let to_himself = RightTerms { derived_from: Some(1), ..lease_terms('l', TODAY, Some(TODAY)) };
	assert_eq!(done(&title, TitleAct::Grant { right: to_himself }), Err(TitleError::SameParty));
	let served = done(&title, easement(2)).unwrap();
	assert_eq!(done(&served, derived(TODAY, None, 2)), Err(TitleError::EasementFollowsUnit));
	let later = Way { today: Some(TODAY + 11), ..Way::default() };
	assert_eq!(
		later.apply(&title, &derived(TODAY + 11, Some(TODAY + 12), 1)),
		Err(TitleError::RightExpired)
	);
}

#[test]
fn right_should_pass_on_unless_it_is_an_easement_or_over() {
	let title = done(&owned(&[('a', 1)]), lease('l', TODAY, Some(TODAY + 10))).unwrap();
	let after = done(&title, TitleAct::Assign { right: 1, to: 'm' }).unwrap();
	assert_eq!(after.right(1).unwrap().terms.holder, Holder::Party('m'));
	assert_eq!(done(&title, TitleAct::Assign { right: 1, to: 'l' }), Err(TitleError::SameParty));
	assert_eq!(
		done(&title, TitleAct::Assign { right: 9, to: 'm' }),
		Err(TitleError::EntryNotFound)
	);
	let served = done(&title, easement(2)).unwrap();
	assert_eq!(
		done(&served, TitleAct::Assign { right: 2, to: 'm' }),
		Err(TitleError::EasementFollowsUnit)
	);
	let later = Way { today: Some(TODAY + 11), ..Way::default() };
	for act in [TitleAct::Assign { right: 1, to: 'm' }, TitleAct::Surrender { right: 1 }] {
		assert_eq!(later.apply(&title, &act), Err(TitleError::RightExpired));
	}
	// It has gone by the clock, and is cleared to make room.
	assert_eq!(effective_rights_at(&title, TODAY + 10).count(), 1);
	assert_eq!(effective_rights_at(&title, TODAY + 11).count(), 0);
	assert_eq!(effective_rights_at(&title, TODAY - 1).count(), 0);
	assert_eq!(done(&title, TitleAct::Clear { entry: 1 }), Err(TitleError::StillInForce));
	let cleared = later.apply_alone(&title, &TitleAct::Clear { entry: 1 }).unwrap();
	assert!(cleared.rights.is_empty());
	assert_eq!(done(&title, TitleAct::Surrender { right: 9 }), Err(TitleError::EntryNotFound));
}

#[test]
fn title_should_have_a_bound_of_rights_and_of_entries() {
	let mut title = owned(&[('a', 1)]);
	for _ in 0..MAX_RIGHTS {
		title = done(&title, lease('l', TODAY, None)).unwrap();
	}
	assert_eq!(done(&title, lease('l', TODAY, None)), Err(TitleError::RightsFull));
	let title = T { last_entry: u32::MAX, ..owned(&[('a', 1)]) };
	assert_eq!(done(&title, lease('l', TODAY, None)), Err(TitleError::EntriesExhausted));
}

/// How long a party may use the land on a day.
fn usable(title: &T, day: u32, party: char) -> Option<Use<u32>> {
	longest_use(title, day, |other| *other == party)
}

#[test]
fn use_should_be_the_longest_that_somebody_has_on_the_day() {
	let title = owned(&[('a', 1), ('b', 2)]);
	for owner in ['a', 'b'] {
		assert_eq!(usable(&title, TODAY, owner), Some(Use::Endless));
	}
	assert_eq!(usable(&title, TODAY, 'l'), None);
	let title = done(&title, lease('l', TODAY, Some(TODAY + 10))).unwrap();
	let title = done(&title, lease('l', TODAY + 5, Some(TODAY + 20))).unwrap();
	let title = done(&title, derived(TODAY, Some(TODAY + 7), 1)).unwrap();
	// The second lease has not begun.
	assert_eq!(usable(&title, TODAY - 1, 'l'), None);
	assert_eq!(usable(&title, TODAY, 'l'), Some(Use::Until(TODAY + 10)));
	assert_eq!(usable(&title, TODAY + 5, 'l'), Some(Use::Until(TODAY + 20)));
	assert_eq!(usable(&title, TODAY + 20, 'l'), Some(Use::Until(TODAY + 20)));
	assert_eq!(usable(&title, TODAY + 21, 'l'), None);
	assert_eq!(usable(&title, TODAY + 7, 's'), Some(Use::Until(TODAY + 7)));
	assert_eq!(usable(&title, TODAY + 8, 's'), None);
	let title = done(&title, lease('l', TODAY, None)).unwrap();
	assert_eq!(usable(&title, TODAY, 'l'), Some(Use::Endless));
	// Two parties may stand for one.
	let of_both = longest_use(&title, TODAY, |party| ['s', 'a'].contains(party));
	assert_eq!(of_both, Some(Use::Endless));
}

#[test]
fn use_should_be_nobodys_who_has_only_security_or_an_easement() {
	let title = done(&owned(&[('a', 1)]), mortgage(MortgageOn::Title, 'm')).unwrap();
	let title = done(&title, easement(2)).unwrap();
	let title = done(&title, notice(NoticeKind::Caveat, Some('n'), Some(TODAY + 9))).unwrap();
	assert_eq!(longest_use(&title, TODAY, |party| *party != 'a'), None);
	assert_eq!(longest_use(&T::unknown(), TODAY, |_| true), None);
	for kind in [
		RightKind::Lease,
		RightKind::Usufruct,
		RightKind::Occupation,
		RightKind::Superficies,
		RightKind::CustomaryUse,
	] {
		let right = RightTerms { kind, ..lease_terms('u', TODAY, None) };
		let title = done(&owned(&[('a', 1)]), TitleAct::Grant { right }).unwrap();
		assert_eq!(usable(&title, TODAY, 'u'), Some(Use::Endless));
	}
}
