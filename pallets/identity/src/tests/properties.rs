//! Whatever officers and persons try, in whatever order, the invariants hold.

use polity_primitives::{ids::ProposalId, Register};
use proptest::prelude::*;
use sp_runtime::traits::Dispatchable;

use crate::{mock::*, types::*, Call, Proposals};

#[derive(Clone, Debug)]
enum Step {
	/// Prepare and approve by the officers whose act it is.
	Make {
		person: PersonId,
		change: PersonChange<AccountId>,
	},
	Prepare {
		by: u8,
		person: PersonId,
		change: PersonChange<AccountId>,
		seed: Option<u8>,
	},
	Decide {
		by: u8,
		pick: u8,
		approve: bool,
		/// Whether it names a second key, and which.
		second: Option<u8>,
	},
	Withdraw {
		by: u8,
		pick: u8,
	},
	Rotate {
		by: u8,
		register: Register,
		new: u8,
	},
	Wait {
		blocks: u64,
	},
}

fn persons() -> impl Strategy<Value = PersonId> {
	(prop_oneof![Just(Register::Business), Just(Register::Land)], 1u8..4)
		.prop_map(|(register, number)| PersonId { register, tag: tag(number) })
}

fn changes() -> impl Strategy<Value = (PersonChange<AccountId>, Option<u8>)> {
	use PersonChange::*;
	prop_oneof![
		3 => proptest::option::of(1u8..5).prop_map(|seed| {
			(Enrol { controller: seed.map(account) }, seed)
		}),
		2 => (1u8..5).prop_map(|seed| (BindController { controller: account(seed) }, Some(seed))),
		2 => (1u8..5).prop_map(|seed| {
			(RecoverController { controller: account(seed) }, Some(seed))
		}),
		1 => Just((ReleaseController, None)),
		1 => Just((RecordDeath, None)),
		1 => (1u32..6).prop_map(|version| (CorrectDeath { version }, None)),
		1 => (1u8..4).prop_map(|number| (MergeInto { survivor: tag(number) }, None)),
		1 => Just((Freeze, None)),
		1 => Just((Unfreeze, None)),
		2 => (50u8..52).prop_map(|key| (OfferClaim { claim_key: account(key) }, None)),
	]
}

fn officers() -> impl Strategy<Value = u8> {
	prop_oneof![
		4 => Just(MAKER),
		4 => Just(CHECKER),
		1 => Just(MAKER_AGAIN),
		3 => Just(JUDGE),
		3 => Just(SECOND_JUDGE),
		1 => Just(STRANGER),
	]
}

fn steps() -> impl Strategy<Value = Step> {
	prop_oneof![
		12 => (persons(), changes()).prop_map(|(person, (change, _))| Step::Make { person, change }),
		3 => (officers(), persons(), changes()).prop_map(|(by, person, (change, seed))| {
			Step::Prepare { by, person, change, seed }
		}),
		4 => (
			officers(), any::<u8>(), prop::bool::weighted(0.9),
			prop_oneof![3 => Just(None), 1 => (50u8..53).prop_map(Some)],
		)
			.prop_map(|(by, pick, approve, second)| Step::Decide { by, pick, approve, second }),
		1 => (officers(), any::<u8>()).prop_map(|(by, pick)| Step::Withdraw { by, pick }),
		4 => (1u8..5, persons(), 1u8..5).prop_map(|(by, person, new)| {
			Step::Rotate { by, register: person.register, new }
		}),
		1 => (1u64..150).prop_map(|blocks| Step::Wait { blocks }),
	]
}

fn pick(number: u8) -> Option<(ProposalId, ProposalOf)> {
	let mut open: Vec<_> = Proposals::<Test>::iter().collect();
	open.sort_by_key(|(id, _)| *id);
	let index = usize::from(number).checked_rem(open.len())?;
	Some(open.swap_remove(index))
}

type ProposalOf = crate::ProposalOf<Test>;

/// Whether the step went through.
fn take(step: Step) -> bool {
	let (signer, call) = match step {
		// As a batch does it: both or neither.
		Step::Make { person, change } => {
			return frame_support::storage::with_storage_layer(|| make(person, change)).is_ok()
		},
		Step::Prepare { by, person, change, seed } => {
			let version = version(person);
			let act = act(change.legal_basis(), version);
			let proof = seed.map(|seed| proof(seed, person, version));
			(by, Call::prepare { act, person, change, proof })
		},
		Step::Decide { by, pick: number, approve, second } => {
			let Some((id, proposal)) = pick(number) else { return false };
			let decision = match (approve, second) {
				(true, None) => Decision::Approve,
				(true, Some(second)) => Decision::ApproveOffer { claim_key: account(second) },
				(false, _) => Decision::Refuse(RefusalReason::PreparedByMistake),
			};
			let act = act(proposal.act.legal_basis, version(proposal.person));
			(by, Call::decide { act, proposal: id, decision })
		},
		Step::Withdraw { by, pick: number } => {
			let Some((id, proposal)) = pick(number) else { return false };
			let act = act(proposal.act.legal_basis, version(proposal.person));
			(by, Call::withdraw { act, proposal: id })
		},
		Step::Rotate { by, register, new } => {
			let tag = crate::ControllerOf::<Test>::get(register, account(by));
			let person = PersonId { register, tag: tag.unwrap_or(crate::mock::tag(9)) };
			let version = version(person);
			let proof = proof(new, person, version);
			let act = act(ENROLMENT, version);
			(by, Call::rotate_controller { act, register, new: account(new), proof })
		},
		Step::Wait { blocks } => {
			System::set_block_number(System::block_number() + blocks);
			return true;
		},
	};
	RuntimeCall::Identity(call).dispatch(signed(signer)).is_ok()
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(96))]

	#[test]
	fn invariants_should_hold_when_anybody_tries_anything(
		steps in proptest::collection::vec(steps(), 1..120),
	) {
		new_test_ext().execute_with(|| {
			// Most of what can happen happens to persons who are enrolled.
			for number in 1..4 {
				enrol(person(number), Some(number));
				enrol(PersonId { register: Register::Land, tag: tag(number) }, None);
			}
			for step in steps {
				let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
				let told = format!("{step:?}");
				if take(step) {
					let holds = crate::try_state::do_try_state::<Test>();
					prop_assert!(holds.is_ok(), "{holds:?} after {told}");
				} else {
					// What is refused changes nothing.
					let after = sp_io::storage::root(sp_runtime::StateVersion::V1);
					prop_assert_eq!(before, after);
				}
			}
			Ok(())
		})?;
	}
}
