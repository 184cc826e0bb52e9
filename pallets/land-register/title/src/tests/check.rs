//! A broken title is found, and nothing is done to it.

use super::*;

fn whole() -> T {
	let mut title = owned(&[('a', 2), ('b', 2)]);
	for act in [
		mortgage(MortgageOn::Share('a'), 'x'),
		lease('l', TODAY, None),
		easement(2),
		notice(NoticeKind::Caveat, Some('c'), Some(TODAY)),
		restriction(TODAY, None),
	] {
		title = done(&title, act).unwrap();
	}
	title
}

#[test]
fn broken_title_should_be_refused_by_name_whatever_the_act() {
	let breaks: Vec<(fn(&mut T), TitleError)> = vec![
		(|title| title.total_units = 0, TitleError::DenominatorZero),
		(|title| title.total_units = MAX_TOTAL_UNITS + 1, TitleError::DenominatorTooLarge),
		(|title| title.total_units = 5, TitleError::SumDiffers),
		(|title| title.owners[0].units = 0, TitleError::UnitsZero),
		(|title| title.owners[1].party = 'a', TitleError::DuplicateOwner),
		(|title| title.owners[0].party = 'z', TitleError::OwnersUnordered),
		(|title| title.mortgages[0].rank = 2, TitleError::RankGap),
		(|title| title.mortgages[0].rank = 0, TitleError::RankGap),
		(|title| title.mortgages[0].on = MortgageOn::Share('z'), TitleError::DanglingEntry),
		(|title| title.mortgages[0].on = MortgageOn::Right(9), TitleError::DanglingEntry),
		(|title| title.mortgages[0].on = MortgageOn::Right(3), TitleError::EasementFollowsUnit),
		(|title| title.mortgages[0].amount = NOTHING, TitleError::SourceMissing),
		(|title| title.rights[0].id = 3, TitleError::EntriesInconsistent),
		(|title| title.rights[0].id = 0, TitleError::EntriesInconsistent),
		(|title| title.restrictions[0].id = 4, TitleError::EntriesInconsistent),
		(|title| title.last_entry = 4, TitleError::EntriesInconsistent),
		(|title| title.rights[0].terms.derived_from = Some(9), TitleError::DanglingEntry),
		(|title| title.rights[0].terms.derived_from = Some(2), TitleError::EntriesInconsistent),
		(|title| title.rights[0].terms.to = Some(1), TitleError::EndBeforeStart),
		(|title| title.rights[0].terms.source = NOTHING, TitleError::SourceMissing),
		(|title| title.rights[0].terms.holder = Holder::Unit(2), TitleError::HolderNotParty),
		(
			|title| title.rights[1].terms.holder = Holder::Party('a'),
			TitleError::EasementWithoutUnit,
		),
		(|title| title.notices[0].beneficiary = None, TitleError::BeneficiaryMissing),
		(|title| title.notices[0].expires = None, TitleError::ExpiryMissing),
		(|title| title.restrictions[0].source = NOTHING, TitleError::SourceMissing),
	];
	whole().check_of(&UNIT).unwrap();
	for (place, (change, error)) in breaks.into_iter().enumerate() {
		let mut title = whole();
		change(&mut title);
		assert_eq!(title.check(), Err(error), "break {place}");
		let act = TitleAct::Rescale { factor: 2 };
		assert_eq!(Way::default().apply_alone(&title, &act), Err(error), "break {place}");
	}
	assert_eq!(whole().check_of(&2), Err(TitleError::EasementOnItself));
}
