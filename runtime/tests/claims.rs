//! The claim of a tag by an account that nobody knows, through the whole pipeline.

use crate::common::{act, local, next_block, refused, rolled_back, send, signed, validate};
use frame_support::{
	pallet_prelude::{Get, TransactionSource},
	traits::Authorize,
};
use pallet_identity::{Call, Decision, GuardianApproval, GuardianLeaf, GuardianSet, NextProposal};
use pallet_identity::{PersonChange, PersonId};
use polity_primitives::{
	controller_proof::{CLAIM_DOMAIN, GUARDIAN_DOMAIN},
	merkle,
	refusal::Refusal,
	AccountId, ControllerProof, Hash, Register, Tag,
};
use polity_runtime::{
	genesis_presets::well_known, Executive, Identity, Runtime, RuntimeCall, System, TxExtension,
	UncheckedExtrinsic,
};
use sp_core::{sr25519, Pair, H256};
use sp_runtime::{
	generic::Era,
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	MultiSignature,
};

fn key(seed: u8) -> sr25519::Pair {
	sr25519::Pair::from_seed(&[seed; 32])
}

fn account(seed: u8) -> AccountId {
	key(seed).public().into()
}

/// The keys that two officers have handed over to the owner, its own key, and a second one of its own.
const CLAIM_KEYS: [u8; 2] = [90, 89];
const OWNER: u8 = 91;
const SECOND: u8 = 92;
const GUARDIANS: [u8; 2] = [93, 94];

fn person() -> PersonId {
	PersonId { register: Register::Business, tag: Tag::new([95; 32]).unwrap() }
}

/// A transaction that nobody signs.
fn unsigned(call: Call<Runtime>, era: Era) -> UncheckedExtrinsic {
	let extension: TxExtension = (
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		pallet_allowances::CheckMortality::from(era),
		pallet_allowances::CheckAllowance::new(),
		pallet_allowances::CheckNonce::from(0),
		frame_system::CheckWeight::new(),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	);
	UncheckedExtrinsic::new_transaction(call.into(), extension)
}

fn mortal(call: Call<Runtime>) -> UncheckedExtrinsic {
	unsigned(call, Era::mortal(64, 0))
}

/// Two officers of the Interior make a change of the person's record.
fn make(basis: u16, change: PersonChange<AccountId>) {
	decided(basis, change, Decision::Approve);
}

/// They offer the person its tag, each with a key.
fn offer() {
	let [claim_key, second] = CLAIM_KEYS.map(account);
	let approval = Decision::ApproveOffer { claim_key: second };
	decided(101, PersonChange::OfferClaim { claim_key }, approval);
}

fn decided(basis: u16, change: PersonChange<AccountId>, decision: Decision<AccountId>) {
	let proposal = NextProposal::<Runtime>::get();
	let version = version();
	let prepare = Call::prepare { act: act(basis, version), person: person(), change, proof: None };
	send(&well_known::INTERIOR_EXAMINER, prepare).unwrap().unwrap();
	let decide = Call::decide { act: act(basis, version), proposal, decision };
	send(&well_known::INTERIOR_REGISTRAR, decide).unwrap().unwrap();
}

fn version() -> u32 {
	let PersonId { register, tag } = person();
	Identity::person(register, tag).map(|view| view.head.seq).unwrap_or_default()
}

fn agreed(new: u8) -> ControllerProof<Hash, AccountId> {
	ControllerProof {
		genesis: System::block_hash(0),
		register: person().register,
		tag: person().tag,
		controller: account(new),
		version: version(),
	}
}

fn signature(signer: u8, bytes: &[u8]) -> MultiSignature {
	key(signer).sign(bytes).into()
}

fn claim(signers: [u8; 2], new: u8) -> Call<Runtime> {
	Call::claim {
		person: person(),
		new: account(new),
		proof: signature(new, &agreed(new).payload()),
		signatures: signers.map(|key| signature(key, &agreed(new).payload_for(CLAIM_DOMAIN))),
	}
}

/// Has a stranger claim the person's tag.
fn claimed() {
	make(101, PersonChange::Enrol { controller: None });
	offer();
	Executive::apply_extrinsic(mortal(claim(CLAIM_KEYS, OWNER))).unwrap().unwrap();
}

fn invalid(error: InvalidTransaction) -> TransactionValidityError {
	error.into()
}

#[test]
fn a_stranger_should_claim_its_tag_and_send_transactions_from_then_on() {
	local(|| {
		make(101, PersonChange::Enrol { controller: None });
		offer();
		let empty = || RuntimeCall::Utility(pallet_utility::Call::batch { calls: Vec::new() });
		let signed = || signed(&key(OWNER), empty(), 0, Era::mortal(64, 0));
		assert_eq!(validate(signed()), Err(refused(Refusal::UnknownSigner)));

		let valid = validate(mortal(claim(CLAIM_KEYS, OWNER))).unwrap();
		assert_eq!(valid.provides.len(), 1);
		assert!(valid.propagate);
		Executive::apply_extrinsic(mortal(claim(CLAIM_KEYS, OWNER))).unwrap().unwrap();
		let PersonId { register, tag } = person();
		assert_eq!(Identity::controlled_tag(register, account(OWNER)), Some(tag));
		assert!(Executive::apply_extrinsic(signed()).unwrap().is_ok());
	});
}

#[test]
fn the_pool_should_refuse_whatever_does_not_claim_a_tag() {
	local(|| {
		let not_offered = validate(mortal(claim(CLAIM_KEYS, OWNER)));
		assert_eq!(not_offered, Err(invalid(InvalidTransaction::Stale)));
		make(101, PersonChange::Enrol { controller: None });
		offer();
		// Whoever has another key, or only one of the two, has none.
		let [first, second] = CLAIM_KEYS;
		for signers in [[SECOND, SECOND], [first, first], [second, second], [second, first]] {
			let by_another_key = mortal(claim(signers, OWNER));
			let refusal = Err(invalid(InvalidTransaction::BadProof));
			assert_eq!(validate(by_another_key.clone()), refusal);
			assert_eq!(Executive::apply_extrinsic(by_another_key), Err(refusal.unwrap_err()));
		}
		let immortal = unsigned(claim(CLAIM_KEYS, OWNER), Era::Immortal);
		assert_eq!(validate(immortal), Err(refused(Refusal::Immortal)));
		// Without the extensions nothing authorises it.
		let bare = UncheckedExtrinsic::new_bare(claim(CLAIM_KEYS, OWNER).into());
		assert!(validate(bare).is_err());
		// And they authorise nothing but the calls that are made for it.
		let act = act(101, version());
		let other = Call::set_guardians { act, register: Register::Business, guardians: None };
		assert!(validate(mortal(other)).is_err());
	});
}

#[test]
fn a_claim_should_not_be_carried_in_another_call() {
	local(|| {
		make(101, PersonChange::Enrol { controller: None });
		offer();
		let batch =
			pallet_utility::Call::batch_all { calls: vec![claim(CLAIM_KEYS, OWNER).into()] };
		assert!(send(&well_known::CITIZEN_1, batch).unwrap().is_err());
		let PersonId { register, tag } = person();
		assert_eq!(Identity::person(register, tag).unwrap().record.controller, None);
	});
}

#[test]
fn guardians_should_open_a_recovery_and_the_owner_should_stop_it() {
	local(|| {
		claimed();
		let leaves = GUARDIANS.map(|seed| {
			let salt = H256::repeat_byte(seed);
			GuardianLeaf { person: person(), guardian: account(seed), salt }.hash()
		});
		let guardians = GuardianSet { root: merkle::root(&leaves).unwrap(), quorum: 2, count: 2 };
		let own = |nonce, call: Call<Runtime>| {
			signed(&key(OWNER), call.into(), nonce, Era::mortal(64, 0))
		};
		let register = person().register;
		let act_of_owner = act(102, version());
		let name = Call::set_guardians { act: act_of_owner, register, guardians: Some(guardians) };
		Executive::apply_extrinsic(own(0, name)).unwrap().unwrap();

		let approvals: Vec<_> = (0u8..2)
			.map(|position| {
				let seed = GUARDIANS[usize::from(position)];
				GuardianApproval {
					guardian: account(seed),
					salt: H256::repeat_byte(seed),
					position,
					proof: merkle::prove(&leaves, position.into()).unwrap(),
					signature: signature(seed, &agreed(SECOND).payload_for(GUARDIAN_DOMAIN)),
				}
			})
			.collect();
		let recover = Call::recover_by_guardians {
			person: person(),
			new: account(SECOND),
			proof: signature(SECOND, &agreed(SECOND).payload()),
			approvals: approvals.try_into().unwrap(),
		};
		Executive::apply_extrinsic(mortal(recover)).unwrap().unwrap();
		next_block();
		let finish = || mortal(Call::finish_recovery { person: person() });
		assert_eq!(validate(finish()), Err(invalid(InvalidTransaction::Future)));
		rolled_back(|| {
			let delay: u32 = <Runtime as pallet_identity::Config>::RecoveryDelay::get();
			System::set_block_number(System::block_number() + delay);
			// The era of the transaction is of another time, so that the call is asked alone.
			let call = RuntimeCall::from(Call::finish_recovery { person: person() });
			assert!(call.authorize(TransactionSource::External).unwrap().is_ok());
		});
		let cancel = Call::cancel_recovery { act: act(102, version()), register };
		Executive::apply_extrinsic(own(1, cancel)).unwrap().unwrap();
		assert_eq!(validate(finish()), Err(invalid(InvalidTransaction::Stale)));
	});
}
