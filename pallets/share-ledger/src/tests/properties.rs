//! Any sequence of acts keeps the sums.

use super::*;
use proptest::prelude::*;

fn party_of(place: u8) -> Party {
	match place % 4 {
		0 => person(ANNA),
		1 => person(BORIS),
		2 => person(CHEN),
		_ => firm(2),
	}
}

/// What comes of a court's order, once creditors have had their time.
fn try_to_order(share_act: ShareAct) -> DispatchResult {
	let waits = share_act.can_reduce_capital();
	let id = order(acme(), share_act)?;
	if waits {
		pass_days(100);
	}
	decide(DECIDER, id, Verdict::Approve)
}

fn an_act() -> impl Strategy<Value = ShareAct> {
	let class = (1u16..3).prop_map(ShareClassId);
	let party = (0u8..4).prop_map(party_of);
	let count = 1u64..30;
	let taken = prop_oneof![
		3 => (1u64..30).prop_map(SharesTaken::Free),
		1 => (1u64..6, 1u64..10)
			.prop_map(|(id, shares)| SharesTaken::Pledged { pledge: PledgeId(id), shares }),
	];
	prop_oneof![
		2 => Just(open_class()),
		4 => (class.clone(), party.clone(), count.clone(), 0u128..3_000)
			.prop_map(|(class, to, shares, paid)| ShareAct::Allot {
				class,
				to,
				shares,
				paid,
				pre_emption: PreEmption::Withdrawn,
			}),
		4 => (class.clone(), party.clone(), party.clone(), taken.clone())
			.prop_map(|(class, from, to, taken)| ShareAct::Transfer {
				class,
				from,
				to,
				taken,
				pre_emption: PreEmption::Withdrawn,
			}),
		2 => (class.clone(), party.clone(), party.clone(), count.clone()).prop_map(
			|(class, holder, pledgee, shares)| ShareAct::Pledge { class, holder, pledgee, shares }
		),
		1 => (1u64..6, count.clone())
			.prop_map(|(id, shares)| ShareAct::Release { pledge: PledgeId(id), shares }),
		1 => (class.clone(), party.clone(), 1u128..2_000)
			.prop_map(|(class, holder, amount)| ShareAct::Pay { class, holder, amount }),
		1 => (class.clone(), party.clone(), 1u64..5)
			.prop_map(|(class, holder, shares)| ShareAct::BuyBack { class, holder, shares }),
		1 => (class.clone(), party.clone(), 1u64..5)
			.prop_map(|(class, to, shares)| ShareAct::SellTreasury {
				class,
				to,
				shares,
				pre_emption: PreEmption::Withdrawn,
			}),
		1 => (class.clone(), party.clone(), 1u64..5)
			.prop_map(|(class, holder, shares)| ShareAct::Cancel { class, holder, shares }),
		1 => (class.clone(), 1u64..5)
			.prop_map(|(class, shares)| ShareAct::CancelTreasury { class, shares }),
		1 => (class.clone(), 1u64..2_000)
			.prop_map(|(class, authorised)| ShareAct::Authorise { class, authorised }),
		1 => (class.clone(), party.clone(), party.clone())
			.prop_map(|(class, from, to)| ShareAct::Succeed { class, from, to }),
		1 => (class.clone(), party.clone())
			.prop_map(|(class, holder)| ShareAct::Freeze { class, holder }),
		1 => (class.clone(), party.clone())
			.prop_map(|(class, holder)| ShareAct::LiftFreeze { class, holder }),
		1 => (class.clone(), 2u32..6).prop_map(|(class, factor)| ShareAct::Rescale {
			class,
			rescaling: Rescaling::Split(factor),
		}),
		1 => (class.clone(), 2u32..6).prop_map(|(class, factor)| ShareAct::Rescale {
			class,
			rescaling: Rescaling::Consolidation(factor),
		}),
		1 => (class.clone(), class.clone(), party, taken)
			.prop_map(|(from, to, holder, taken)| ShareAct::Convert { from, to, holder, taken }),
		1 => class.prop_map(|class| ShareAct::RecordDate { class }),
	]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(96))]

	#[test]
	fn sums_should_hold_after_any_sequence(
		acts in prop::collection::vec((an_act(), prop::bool::weighted(0.3)), 1..30),
	) {
		new_test_ext().execute_with(|| {
			for (share_act, by_court) in acts {
				let done = frame_support::storage::with_storage_layer(|| {
					if by_court { try_to_order(share_act) } else { try_to(acme(), share_act) }
				});
				// Nothing that the parties agree on, or a court orders, breaks the state by itself.
				for broken in [
					Error::<Test>::TotalsDiffer,
					Error::<Test>::ClassInconsistent,
					Error::<Test>::HoldingInconsistent,
				] {
					assert_ne!(done, Err(broken.into()));
				}
				crate::try_state::do_try_state::<Test>().unwrap();
			}
		});
	}
}
