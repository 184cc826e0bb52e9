//! Any sequence of acts keeps what holds of every title.

use proptest::prelude::*;

use super::*;

/// What somebody tries.
#[derive(Clone, Debug)]
enum Try {
	Sell { from: u64, to: u64, units: u32 },
	Rescale,
	Mortgage { owner: u64, bank: u64 },
	Discharge { mortgage: u32 },
	Lease { to: u64 },
	Surrender { right: u32 },
	Caveat { by: u64 },
	Cancel { notice: u32 },
	Divide,
	Join,
	Pass { days: u64 },
}

fn any_try() -> impl Strategy<Value = Try> {
	prop_oneof![
		4 => (0u64..4, 0u64..4, 1u32..4).prop_map(|(from, to, units)| Try::Sell { from, to, units }),
		1 => Just(Try::Rescale),
		2 => (0u64..4, 1u64..4).prop_map(|(owner, bank)| Try::Mortgage { owner, bank }),
		2 => (1u32..12).prop_map(|mortgage| Try::Discharge { mortgage }),
		1 => (0u64..4).prop_map(|to| Try::Lease { to }),
		1 => (1u32..12).prop_map(|right| Try::Surrender { right }),
		1 => (0u64..4).prop_map(|by| Try::Caveat { by }),
		1 => (1u32..12).prop_map(|notice| Try::Cancel { notice }),
		1 => Just(Try::Divide),
		1 => Just(Try::Join),
		1 => (1u64..40).prop_map(|days| Try::Pass { days }),
	]
}

fn act_of(attempt: &Try) -> Option<(LegalBasis, LandAct)> {
	let who = |nth: &u64| person(ANNA + nth);
	Some(match attempt {
		Try::Sell { from, to, units } => (TRANSFER, sell(who(from), who(to), *units)),
		Try::Rescale => (TRANSFER, TitleAct::Rescale { factor: 2 }),
		Try::Mortgage { owner, bank } => {
			(MORTGAGE, mortgage(MortgageOn::Share(who(owner)), firm(*bank)))
		},
		Try::Discharge { mortgage } => (MORTGAGE, TitleAct::Discharge { mortgage: *mortgage }),
		Try::Lease { to } => (LEASE_AND_EASEMENT, lease(who(to))),
		Try::Surrender { right } => (LEASE_AND_EASEMENT, TitleAct::Surrender { right: *right }),
		Try::Caveat { by } => (NOTICE, caveat(who(by))),
		Try::Cancel { notice } => (NOTICE, TitleAct::CancelNotice { notice: *notice }),
		Try::Divide | Try::Join | Try::Pass { .. } => return None,
	})
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(48))]

	#[test]
	fn titles_should_hold_after_any_sequence_of_acts(
		tries in prop::collection::vec((any_try(), any::<prop::sample::Index>()), 1..24),
	) {
		use polity_primitives::traits::{Agreed, DecidedSurvey, TitledGround};
		build_and_execute(|| {
			let shares = [(person(ANNA), 3), (person(BORIS), 2), (person(CHEN), 1)];
			land(&[1], &shares);
			land(&[2, 3], &shares);
			let mut ground = 20;
			for (attempt, pick) in tries {
				let mut live: Vec<_> = Titles::<Test>::iter_keys().collect();
				live.sort();
				let unit = *pick.get(&live);
				if let Some((basis, act)) = act_of(&attempt) {
					if let Ok(id) = prepare(basis, vec![leg(unit, act)]) {
						settled(id);
					}
					continue;
				}
				let act = act_on(SURVEY, 1);
				let survey = DecidedSurvey {
					act: &act,
					mandate: mandate_of(DECIDER),
					agreed: Agreed::OnChain,
				};
				let own: Vec<_> = UnitOf::<Test>::iter()
					.filter(|(_, of)| *of == unit)
					.map(|(parcel, _)| parcel)
					.collect();
				// As a call does, an error undoes what was written.
				let _ = frame_support::storage::with_storage_layer(|| match attempt {
					Try::Divide => {
						let children = [parcel(ground), parcel(ground + 1)];
						ground += 2;
						LandRegister::subdivide(own[0], &children, &survey).map(|_| ())
					},
					Try::Join => {
						let all: Vec<_> = UnitOf::<Test>::iter_keys().collect();
						ground += 1;
						LandRegister::merge(&all, parcel(ground - 1), &survey)
					},
					Try::Pass { days } => {
						pass_days(days);
						Ok(())
					},
					_ => Ok(()),
				});
			}
			for title in Titles::<Test>::iter_values() {
				let sum: u32 = title.owners.iter().map(|share| share.units).sum();
				assert_eq!(sum, title.total_units);
			}
		});
	}
}
