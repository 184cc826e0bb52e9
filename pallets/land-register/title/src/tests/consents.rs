//! Who has to have consented: whoever gives something up, and nobody else.

use super::*;

fn party(who: char, role: Role) -> Consenter<char, u64> {
	Consenter { who: Holder::Party(who), role }
}

fn title() -> T {
	let mut title = owned(&[('a', 2), ('b', 2)]);
	for act in [
		mortgage(MortgageOn::Title, 'x'),
		mortgage(MortgageOn::Share('a'), 'y'),
		lease('l', TODAY, None),
		easement(2),
		notice(NoticeKind::Caveat, Some('c'), Some(TODAY)),
	] {
		title = done(&title, act).unwrap();
	}
	title
}

#[test]
fn everybody_who_gives_something_up_should_be_asked() {
	use Role::*;
	let title = title();
	let asked = |act: Act| Way::default().asked(&title, &act).unwrap();
	assert_eq!(
		asked(sale('a', 'd', 1)),
		[party('a', Owner), party('x', Creditor), party('y', Creditor)]
	);
	// The mortgage on another's share is not touched.
	assert_eq!(asked(sale('b', 'd', 1)), [party('b', Owner), party('x', Creditor)]);
	let subject = TitleAct::Transfer {
		from: 'a',
		to: 'd',
		units: 1,
		cause: Cause::Sale,
		subject_to_mortgages: true,
	};
	assert_eq!(asked(subject), [party('a', Owner)]);
	assert_eq!(asked(lease('m', TODAY, None)), [party('a', Owner), party('b', Owner)]);
	let sublease = RightTerms { derived_from: Some(3), ..lease_terms('s', TODAY, None) };
	assert_eq!(asked(TitleAct::Grant { right: sublease }), [party('l', RightHolder)]);
	assert_eq!(asked(TitleAct::Surrender { right: 3 }), [party('l', RightHolder)]);
	assert_eq!(
		asked(TitleAct::Surrender { right: 4 }),
		[Consenter { who: Holder::Unit(2), role: DominantOwner }]
	);
	assert_eq!(asked(mortgage(MortgageOn::Share('b'), 'z')), [party('b', Owner)]);
	assert_eq!(asked(mortgage(MortgageOn::Right(3), 'z')), [party('l', RightHolder)]);
	assert_eq!(asked(TitleAct::Discharge { mortgage: 2 }), [party('y', Creditor)]);
	assert_eq!(asked(TitleAct::AssignMortgage { mortgage: 1, to: 'z' }), [party('x', Creditor)]);
	assert_eq!(asked(TitleAct::CancelNotice { notice: 5 }), [party('c', Beneficiary)]);
	assert_eq!(
		asked(notice(NoticeKind::PriorityNotice, Some('d'), Some(TODAY))),
		[party('a', Owner), party('b', Owner)]
	);
	assert!(asked(notice(NoticeKind::Caveat, Some('d'), Some(TODAY))).is_empty());
	assert!(asked(TitleAct::Rescale { factor: 2 }).is_empty());
}

#[test]
fn co_owners_should_be_asked_where_the_law_gives_them_pre_emption() {
	let title = owned(&[('a', 1), ('b', 1), ('c', 1)]);
	let law = TitleLaw { pre_emption_of_co_owners: true };
	let way = Way { law, ..Way::default() };
	let third = way.asked(&title, &sale('a', 'd', 1)).unwrap();
	let waives = Role::CoOwnerPreEmption;
	assert_eq!(third, [party('a', Role::Owner), party('b', waives), party('c', waives)]);
	// Not among themselves, and not for a gift.
	for act in [sale('a', 'b', 1), transfer('a', 'd', 1, Cause::Gift)] {
		assert_eq!(way.asked(&title, &act).unwrap(), [party('a', Role::Owner)]);
	}
}

#[test]
fn act_should_fail_when_any_consent_is_missing() {
	let title = owned(&[('a', 2), ('b', 2)]);
	let title = done(&title, mortgage(MortgageOn::Title, 'x')).unwrap();
	let act = sale('a', 'd', 1);
	let way = Way::default();
	let all = way.asked(&title, &act).unwrap();
	for missing in 0..all.len() {
		let mut consents = all.clone();
		consents.remove(missing);
		let given = apply(&title, &act, &way.circumstances(&consents));
		assert_eq!(given, Err(TitleError::ConsentMissing));
	}
	// In another role it is another consent.
	let wrong: Vec<_> =
		all.iter().map(|asked| Consenter { role: Role::Beneficiary, ..*asked }).collect();
	assert_eq!(apply(&title, &act, &way.circumstances(&wrong)), Err(TitleError::ConsentMissing));
	assert!(apply(&title, &act, &way.circumstances(&all)).is_ok());
}
