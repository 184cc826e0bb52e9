//! Through the SDK's collective, as on the chain.

use super::*;
use codec::Encode;
use frame_support::weights::Weight;
use sp_core::Hasher;
use sp_runtime::traits::BlakeTwo256;

fn proposal() -> RuntimeCall {
	RuntimeCall::Governance(crate::Call::enact {
		act: CouncilAct::SuspendMinistry { ministry: MinistryId(2) },
	})
}

/// Proposes with the votes of these members, and closes after the time for voting.
fn motion(ayes: &[AccountId]) {
	let proposal = proposal();
	let length = proposal.encoded_size() as u32;
	let hash = BlakeTwo256::hash(&proposal.encode());
	assert_ok!(Council::propose(RuntimeOrigin::signed(1), 3, Box::new(proposal), length));
	for member in ayes {
		assert_ok!(Council::vote(RuntimeOrigin::signed(*member), hash, 0, true));
	}
	System::set_block_number(System::block_number() + 11);
	assert_ok!(Council::close(RuntimeOrigin::signed(1), hash, 0, Weight::MAX, length));
}

#[test]
fn motion_should_take_effect_when_two_thirds_have_voted_for_it() {
	build_and_execute(|| {
		motion(&[1, 2, 3]);
		assert_eq!(asked(), vec![Asked::Suspend(MinistryId(2))]);
	});
}

#[test]
fn motion_should_have_no_effect_when_it_has_fewer_votes() {
	build_and_execute(|| {
		motion(&[1, 2]);
		assert!(asked().is_empty());
	});
}

#[test]
fn motion_should_have_no_effect_when_one_member_executes_it_alone() {
	build_and_execute(|| {
		let proposal = Box::new(proposal());
		let length = proposal.encoded_size() as u32;
		// Both are accepted as calls, and the act within them is refused.
		assert_ok!(Council::execute(RuntimeOrigin::signed(1), proposal.clone(), length));
		assert_ok!(Council::propose(RuntimeOrigin::signed(1), 1, proposal, length));
		assert!(asked().is_empty());
		assert!(events().is_empty());
	});
}
