//! What holds after any sequence of acts.

use super::*;
use proptest::prelude::*;

fn party() -> impl Strategy<Value = char> {
	prop::sample::select(vec!['a', 'b', 'c', 'd', 'x'])
}

fn on() -> impl Strategy<Value = MortgageOn<char>> {
	prop_oneof![
		Just(MortgageOn::Title),
		party().prop_map(MortgageOn::Share),
		(1u32..8).prop_map(MortgageOn::Right),
	]
}

fn act() -> impl Strategy<Value = Act> {
	let entry = 1u32..12;
	prop_oneof![
		4 => (party(), party(), 1u32..40, any::<bool>(), any::<bool>()).prop_map(
			|(from, to, units, subject_to_mortgages, is_order)| TitleAct::Transfer {
				from,
				to,
				units,
				cause: if is_order { Cause::CourtOrder } else { Cause::Sale },
				subject_to_mortgages,
			}
		),
		1 => (2u32..5).prop_map(|factor| TitleAct::Rescale { factor }),
		2 => (party(), 90u32..110, 0u32..30).prop_map(|(holder, from, days)| lease(holder, from, Some(from + days))),
		1 => (party(), 1u32..6, 100u32..110).prop_map(|(holder, base, to)| TitleAct::Grant {
			right: RightTerms { derived_from: Some(base), ..lease_terms(holder, TODAY, Some(to)) },
		}),
		1 => (2u64..5).prop_map(easement),
		1 => entry.clone().prop_map(|right| TitleAct::Surrender { right }),
		1 => (entry.clone(), party()).prop_map(|(right, to)| TitleAct::Assign { right, to }),
		3 => (on(), party()).prop_map(|(on, creditor)| mortgage(on, creditor)),
		2 => entry.clone().prop_map(|mortgage| TitleAct::Discharge { mortgage }),
		1 => (entry.clone(), party()).prop_map(|(mortgage, to)| TitleAct::AssignMortgage { mortgage, to }),
		1 => (party(), 100u32..104).prop_map(|(party, expires)| notice(NoticeKind::Caveat, Some(party), Some(expires))),
		1 => entry.clone().prop_map(|notice| TitleAct::CancelNotice { notice }),
		1 => (95u32..105).prop_map(|from| restriction(from, Some(from + 3))),
		1 => entry.prop_map(|entry| TitleAct::Clear { entry }),
	]
}

/// How much of the whole each has, in parts of a common denominator.
fn part(title: &T, party: char) -> u64 {
	const COMMON: u64 = 1 << 40;
	u64::from(title.units_of(&party)) * COMMON / u64::from(title.total_units)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(512))]

	#[test]
	fn title_should_hold_after_any_sequence(
		acts in prop::collection::vec((act(), 95u32..115, any::<bool>()), 1..40),
	) {
		let mut title = owned(&[('a', 60), ('b', 40)]);
		for (act, today, court) in acts {
			let way = Way { today: Some(today), court, ..Way::default() };
			// `Way::apply` checks the title after.
			if let Ok(after) = way.apply(&title, &act) {
				let sum: u32 = after.owners.iter().map(|share| share.units).sum();
				prop_assert_eq!(sum, after.total_units);
				prop_assert!(after.last_entry >= title.last_entry);
				title = after;
			}
		}
	}

	#[test]
	fn nobody_should_lose_anything_who_was_not_asked(
		acts in prop::collection::vec(act(), 1..30),
	) {
		let mut title = owned(&[('a', 60), ('b', 40)]);
		for act in acts {
			let way = Way::default();
			let Ok(after) = way.apply(&title, &act) else { continue };
			let asked = way.asked(&title, &act).unwrap();
			let was_asked = |party: char| asked.iter().any(|asked| asked.who == Holder::Party(party));
			for party in ['a', 'b', 'c', 'd', 'x'] {
				prop_assert!(part(&after, party) + 1 >= part(&title, party) || was_asked(party));
			}
			for mortgage in &title.mortgages {
				let stands = after.mortgages.iter().any(|other| {
					other.id == mortgage.id && other.creditor == mortgage.creditor
				});
				prop_assert!(stands || was_asked(mortgage.creditor));
				// Nobody is put behind where he was.
				let worst = after.mortgages.iter().filter(|other| other.id == mortgage.id);
				prop_assert!(worst.map(|other| other.rank).max().is_none_or(|rank| rank <= mortgage.rank));
			}
			title = after;
		}
	}

	#[test]
	fn divided_title_should_be_joined_again(acts in prop::collection::vec(act(), 1..20)) {
		let mut title = owned(&[('a', 60), ('b', 40)]);
		for act in acts {
			if let Ok(after) = Way::default().apply(&title, &act) {
				title = after;
			}
		}
		let late = 200;
		let children = divide(&title, 3, late).unwrap();
		let titles: Vec<_> = children.into_iter().zip(10u64..).map(|(title, unit)| (unit, title)).collect();
		let parts: Vec<_> = titles.iter().map(|(unit, title)| Part { unit, title }).collect();
		let again = join(&parts, late).unwrap();
		again.check().unwrap();
		prop_assert_eq!(&again.owners, &title.owners);
		prop_assert_eq!(again.mortgages.len(), title.mortgages.len());
		prop_assert_eq!(again.rights.len(), title.rights.len());
		let easements = |title: &T| title.rights.iter().filter(|right| right.terms.kind.is_easement()).count();
		prop_assert_eq!(easements(&again), easements(&title));
	}
}
