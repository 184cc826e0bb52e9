//! The system, time, session keys and GRANDPA's reports.

use super::{Kind, Row};
use crate::equivocation::{signed_report, unsigned_report};
use codec::Encode;
use frame_system::Call as SystemCall;
use polity_primitives::AccountId;
use polity_runtime::{
	genesis_presets::well_known::{self, WellKnown},
	Runtime, SessionKeys,
};
use sp_core::{ed25519, proof_of_possession::statement_of_ownership, sr25519, Pair};

/// Session keys that nobody has, and the proof that this account holds them.
fn fresh_keys(owner: &AccountId) -> (SessionKeys, Vec<u8>) {
	let aura = sr25519::Pair::from_seed(&[31; 32]);
	let grandpa = ed25519::Pair::from_seed(&[32; 32]);
	let statement = statement_of_ownership(owner.as_ref());
	let proof = (aura.sign(&statement), grandpa.sign(&statement)).encode();
	(SessionKeys { aura: aura.public().into(), grandpa: grandpa.public().into() }, proof)
}

fn set_keys(owner: Kind) -> pallet_session::Call<Runtime> {
	let (keys, proof) = fresh_keys(&owner.account().unwrap());
	pallet_session::Call::set_keys { keys, proof }
}

/// Keys for the node of Interior of which one is an account.
pub fn keys_with(account: &WellKnown) -> pallet_session::Call<Runtime> {
	let (mut keys, proof) = fresh_keys(&well_known::INTERIOR_NODE.account());
	keys.aura = sr25519::Public::from_raw(account.public).into();
	pallet_session::Call::set_keys { keys, proof }
}

pub fn rows() -> Vec<Row> {
	let now = pallet_timestamp::Now::<Runtime>::get();
	type SessionError = pallet_session::Error<Runtime>;
	vec![
		Row::closed(SystemCall::remark { remark: Vec::new() }),
		Row::closed(SystemCall::remark_with_event { remark: Vec::new() }),
		Row::closed(SystemCall::set_heap_pages { pages: 1 }),
		Row::closed(SystemCall::set_code { code: Vec::new() }),
		Row::closed(SystemCall::set_code_without_checks { code: Vec::new() }),
		Row::closed(SystemCall::set_storage { items: Vec::new() }),
		Row::closed(SystemCall::kill_storage { keys: Vec::new() }),
		Row::closed(SystemCall::kill_prefix { prefix: Vec::new(), subkeys: 1 }),
		Row::closed(SystemCall::authorize_upgrade { code_hash: Default::default() }),
		Row::closed(SystemCall::authorize_upgrade_without_checks { code_hash: Default::default() }),
		// The council has authorised the code or it has not: who hands it in does not matter.
		Row::from_anybody(SystemCall::apply_authorized_upgrade { code: Vec::new() }),
		// Within the slot of the block, which Aura holds the time to.
		Row::unsigned(pallet_timestamp::Call::set { now: now + 500 }),
		// The proof is over the account, so that keys are set by whom it was made for...
		Row::from_accounts(set_keys(Kind::Node), &[Kind::Node], SessionError::InvalidProof),
		// ... and that has to be a node.
		Row::from_accounts(set_keys(Kind::Stranger), &[], SessionError::InvalidProof)
			.but(&[Kind::Stranger], SessionError::NoAssociatedValidatorId),
		Row::closed(keys_with(&well_known::ECONOMY_EXAMINER)),
		Row::closed(pallet_session::Call::purge_keys {}),
		Row::from_any_account(signed_report()),
		Row::unsigned(unsigned_report()),
		Row::closed(pallet_grandpa::Call::note_stalled {
			delay: 1,
			best_finalized_block_number: 1,
		}),
	]
}
