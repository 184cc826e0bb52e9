//! Whatever the council, the seats and the nodes do, in whatever order: the authorities never go
//! under the floor, no account ever has two roles, and no person two seats.

use super::*;
use proptest::prelude::*;

/// Anything that changes the state.
#[derive(Clone, Debug)]
enum Step {
	Admit {
		keys: Vec<AccountId>,
		node: Option<AccountId>,
	},
	Suspend(u16),
	Reinstate(u16),
	Expel(u16),
	ReplaceNode {
		id: u16,
		new: AccountId,
	},
	ReplaceSeat {
		id: u16,
		keys: Vec<AccountId>,
		threshold: u16,
	},
	Nominate {
		who: AccountId,
		node: AccountId,
	},
	Confirm {
		who: AccountId,
		node: AccountId,
	},
	/// Nomination, confirmation and session keys, by the first two keys that the seat has.
	Prepare {
		id: u16,
		node: AccountId,
	},
	Withdraw {
		who: AccountId,
		node: AccountId,
	},
	SetKeys {
		node: AccountId,
		key: u64,
	},
	Offence(u16),
	Announce {
		who: AccountId,
		blocks: u64,
	},
	EndMaintenance(AccountId),
	Return(AccountId),
	/// A session in which these nodes leave all their slots empty.
	Absent(Vec<u16>),
	Rotate,
}

/// Few accounts, so that they meet in different roles.
fn account() -> impl Strategy<Value = AccountId> {
	prop_oneof![10u64..60, 1_000_019u64..1_000_030]
}

fn step() -> impl Strategy<Value = Step> {
	let id = || 1u16..7;
	let keys = || proptest::collection::vec(account(), 1..4);
	prop_oneof![
		2 => (keys(), proptest::option::of(account()))
			.prop_map(|(keys, node)| Step::Admit { keys, node }),
		2 => id().prop_map(Step::Suspend),
		2 => id().prop_map(Step::Reinstate),
		1 => id().prop_map(Step::Expel),
		2 => (id(), account()).prop_map(|(id, new)| Step::ReplaceNode { id, new }),
		2 => (id(), keys(), 1u16..4)
			.prop_map(|(id, keys, threshold)| Step::ReplaceSeat { id, keys, threshold }),
		1 => (account(), account()).prop_map(|(who, node)| Step::Nominate { who, node }),
		1 => (account(), account()).prop_map(|(who, node)| Step::Confirm { who, node }),
		4 => (id(), account()).prop_map(|(id, node)| Step::Prepare { id, node }),
		1 => (account(), account()).prop_map(|(who, node)| Step::Withdraw { who, node }),
		2 => (account(), account()).prop_map(|(node, key)| Step::SetKeys { node, key }),
		1 => id().prop_map(Step::Offence),
		1 => (account(), 1u64..90).prop_map(|(who, blocks)| Step::Announce { who, blocks }),
		1 => account().prop_map(Step::EndMaintenance),
		2 => account().prop_map(Step::Return),
		3 => proptest::collection::vec(id(), 1..5).prop_map(Step::Absent),
		3 => Just(Step::Rotate),
	]
}

/// A ministry whose keys are held by few persons, so that they too meet in different seats.
fn held_by_few(name: &str, keys: &[AccountId], node: Option<AccountId>) -> NewMinistry<AccountId> {
	let mut new = new_ministry(name, keys, node);
	for signatory in new.seat.iter_mut() {
		signatory.person = person(signatory.account % 45);
	}
	new
}

/// Does a step; whether it is refused does not matter.
fn perform(step: Step) {
	let signed = RuntimeOrigin::signed;
	let _ = match step {
		Step::Admit { keys, node } => {
			let name = format!("Ministry {}", LastMinistry::<Test>::get().0 + 1);
			Ministries::admit(held_by_few(&name, &keys, node))
		},
		Step::Suspend(id) => Ministries::suspend(MinistryId(id)),
		Step::Reinstate(id) => Ministries::reinstate(MinistryId(id)),
		Step::Expel(id) => Ministries::expel(MinistryId(id)),
		Step::ReplaceNode { id, new } => {
			let nominated = Ministries::nomination(MinistryId(id));
			let new = nominated.map_or(new, |nomination| nomination.node);
			let old = Ministries::ministry(MinistryId(id)).and_then(|ministry| ministry.node);
			Ministries::replace_node(MinistryId(id), old, new)
		},
		Step::ReplaceSeat { id, keys, threshold } => Ministries::replace_seat(
			MinistryId(id),
			held_by_few("any", &keys, None).seat,
			threshold,
		),
		Step::Nominate { who, node } => Ministries::nominate_node(signed(who), node),
		Step::Confirm { who, node } => Ministries::confirm_nomination(signed(who), node),
		Step::Prepare { id, node } => {
			let seat = Ministries::ministry(MinistryId(id)).map(|ministry| ministry.seat);
			if let Some([first, second, ..]) = seat.as_ref().map(|seat| seat.as_slice()) {
				let _ = Ministries::nominate_node(signed(first.account), node);
				let _ = Ministries::confirm_nomination(signed(second.account), node);
				let _ = set_keys(node, session_keys(node));
			}
			Ok(())
		},
		Step::Withdraw { who, node } => Ministries::withdraw_nomination(signed(who), node),
		// As the runtime filters it.
		Step::SetKeys { node, key } => {
			let keys = MockSessionKeys { dummy: sp_runtime::testing::UintAuthorityId(key) };
			if Ministries::session_keys_are_separate(&keys) {
				set_keys(node, keys)
			} else {
				Ok(())
			}
		},
		Step::Offence(id) => {
			use sp_staking::offence::{OffenceDetails, OnOffenceHandler};
			if let Some(node) = Ministries::ministry(MinistryId(id)).and_then(|one| one.node) {
				Ministries::on_offence(
					&[OffenceDetails { offender: (node, ()), reporters: vec![] }],
					&[sp_runtime::Perbill::from_percent(50)],
					Session::current_index(),
				);
			}
			Ok(())
		},
		Step::Announce { who, blocks } => {
			Ministries::announce_maintenance(signed(who), System::block_number() + blocks)
		},
		Step::EndMaintenance(who) => Ministries::end_maintenance(signed(who)),
		Step::Return(who) => Ministries::return_node(signed(who)),
		Step::Absent(ministries) => {
			let nodes: Vec<_> = ministries
				.into_iter()
				.filter_map(|id| Ministries::ministry(MinistryId(id))?.node)
				.collect();
			session_without(&nodes);
			Ok(())
		},
		Step::Rotate => {
			rotate();
			Ok(())
		},
	};
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(96))]

	#[test]
	fn no_sequence_should_go_under_the_floor_or_give_an_account_two_roles(
		steps in proptest::collection::vec(step(), 1..60),
		floor in 1u32..5,
	) {
		Network::of(4, floor).build().execute_with(|| {
			let rule = polity_primitives::traits::AbsenceRule { missed_percent: 50, sessions: 1 };
			assert_ok!(Ministries::set_absence_rule(Some(rule)));
			for step in steps {
				let said = format!("{step:?}");
				perform(step);
				// No layer rolls back here: a refusal must not have written anything.
				let state = crate::try_state::do_try_state::<Test>();
				assert!(state.is_ok(), "after {said}: {state:?}");
				let working = validators().len() - Session::disabled_validators().len();
				assert!(working as u32 >= floor, "after {said}: {working} of floor {floor}");
			}
		});
	}
}
