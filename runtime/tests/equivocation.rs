//! Reports of equivocations in GRANDPA: from two votes of one voter to what becomes of it.

use crate::common::{events, local, send, validate_from};
use codec::{Decode, Encode};
use frame_support::traits::KeyOwnerProofSystem;
use polity_primitives::{AccountId, BlockNumber, Hash};
use polity_runtime::{
	genesis_presets::well_known, Executive, Grandpa, Historical, Runtime, RuntimeCall,
	RuntimeEvent, Session, UncheckedExtrinsic,
};
use sp_consensus_grandpa::{
	localized_payload, AuthorityId, EquivocationProof, RoundNumber, SetId, KEY_TYPE,
};
use sp_keyring::Ed25519Keyring;
use sp_runtime::{
	transaction_validity::{InvalidTransaction, TransactionSource},
	Perbill,
};
use sp_session::MembershipProof;

type Error = pallet_grandpa::Error<Runtime>;

/// The first variant of a message and of an equivocation alike: a prevote. The types of the votes
/// are of a crate that the runtime does not name, so that a proof is built in its encoding.
const PREVOTE: u8 = 0;
const ROUND: RoundNumber = 7;
/// The voter of the ministry of Economy.
const VOTER: Ed25519Keyring = Ed25519Keyring::Dave;

/// Two prevotes of one voter for the blocks with these hashes, each with its signer.
fn two_votes(
	voter: Ed25519Keyring,
	set: SetId,
	round: RoundNumber,
	votes: [(u8, Ed25519Keyring); 2],
) -> EquivocationProof<Hash, BlockNumber> {
	let [first, second] = votes.map(|(target, signer)| {
		let number: BlockNumber = 10;
		let vote = (Hash::repeat_byte(target), number);
		let payload = localized_payload(round, set, &(PREVOTE, vote));
		(vote, signer.sign(&payload))
	});
	let bytes = (set, PREVOTE, round, voter.public(), first, second).encode();
	EquivocationProof::decode(&mut bytes.as_slice()).unwrap()
}

/// Two conflicting prevotes of one round of the current set, both signed by the voter.
fn proof_in(voter: Ed25519Keyring, round: RoundNumber) -> EquivocationProof<Hash, BlockNumber> {
	two_votes(voter, Grandpa::current_set_id(), round, [(1, voter), (2, voter)])
}

/// What proves whose the voter's key is in the current session.
pub fn ownership(voter: Ed25519Keyring) -> MembershipProof {
	Historical::prove((KEY_TYPE, AuthorityId::from(voter.public()))).unwrap()
}

/// A report of two conflicting prevotes that somebody signs.
pub fn signed_report() -> RuntimeCall {
	signed_with(proof_in(VOTER, ROUND), ownership(VOTER))
}

/// The same report without a signature.
pub fn unsigned_report() -> RuntimeCall {
	unsigned_with(proof_in(VOTER, ROUND), ownership(VOTER))
}

fn signed_with(
	proof: EquivocationProof<Hash, BlockNumber>,
	key_owner_proof: MembershipProof,
) -> RuntimeCall {
	let equivocation_proof = Box::new(proof);
	pallet_grandpa::Call::report_equivocation { equivocation_proof, key_owner_proof }.into()
}

fn unsigned_with(
	proof: EquivocationProof<Hash, BlockNumber>,
	key_owner_proof: MembershipProof,
) -> RuntimeCall {
	let equivocation_proof = Box::new(proof);
	pallet_grandpa::Call::report_equivocation_unsigned { equivocation_proof, key_owner_proof }
		.into()
}

fn bare(call: RuntimeCall) -> UncheckedExtrinsic {
	UncheckedExtrinsic::new_bare(call)
}

/// The places of the nodes that are disabled.
fn disabled() -> Vec<u32> {
	Session::disabled_validators()
}

fn place_of(node: &AccountId) -> u32 {
	Session::validator_id_to_index(node).unwrap()
}

/// The offences that the current block puts on record: of which node, how grave, in which session,
/// and whether it was disabled.
fn offences() -> Vec<(AccountId, Perbill, u32, bool)> {
	events()
		.into_iter()
		.filter_map(|event| match event {
			RuntimeEvent::Ministries(pallet_ministries::Event::NodeOffended {
				node,
				severity,
				session,
				disabled,
				..
			}) => Some((node, severity, session, disabled)),
			_ => None,
		})
		.collect()
}

/// What one of four offenders is charged with: the square of three quarters.
fn one_of_four() -> Perbill {
	Perbill::from_rational(9u32, 16u32)
}

#[test]
fn the_offender_should_be_disabled_when_anybody_reports_it_by_signature() {
	local(|| {
		let offender = well_known::ECONOMY_NODE.account();
		assert_eq!(disabled(), Vec::<u32>::new());
		assert_eq!(send(&well_known::CITIZEN_1, signed_report()), Ok(Ok(())));
		assert_eq!(disabled(), vec![place_of(&offender)]);
		assert_eq!(offences(), vec![(offender.clone(), one_of_four(), 0, true)]);
		assert!(events().iter().any(|event| matches!(
			event,
			RuntimeEvent::Offences(pallet_offences::Event::Offence { kind, .. })
				if kind == b"grandpa:equivoca"
		)));
		assert!(events().contains(&RuntimeEvent::Session(
			pallet_session::Event::ValidatorDisabled { validator: offender }
		)));
	});
}

#[test]
fn the_offender_should_be_disabled_when_a_node_reports_it_unsigned() {
	local(|| {
		let report = || bare(unsigned_report());
		// A node takes the reports that it has made itself; no stranger can have it take any.
		assert_eq!(
			validate_from(TransactionSource::External, report()),
			Err(InvalidTransaction::Call.into())
		);
		let valid = validate_from(TransactionSource::Local, report()).unwrap();
		assert!(!valid.propagate);
		assert_eq!(Executive::apply_extrinsic(report()), Ok(Ok(())));
		let offender = well_known::ECONOMY_NODE.account();
		assert_eq!(disabled(), vec![place_of(&offender)]);
		assert_eq!(offences(), vec![(offender, one_of_four(), 0, true)]);
	});
}

#[test]
fn a_second_report_of_the_same_votes_should_be_refused() {
	local(|| {
		assert_eq!(send(&well_known::CITIZEN_1, signed_report()), Ok(Ok(())));
		assert_eq!(
			send(&well_known::CITIZEN_2, signed_report()),
			Ok(Err(Error::DuplicateOffenceReport.into()))
		);
		let stale = Err(InvalidTransaction::Stale.into());
		assert_eq!(
			validate_from(TransactionSource::Local, bare(unsigned_report())),
			Err(InvalidTransaction::Stale.into())
		);
		assert_eq!(Executive::apply_extrinsic(bare(unsigned_report())), stale);
		assert_eq!(offences().len(), 1);
		// Votes of another round are another offence.
		let again = signed_with(proof_in(VOTER, ROUND + 1), ownership(VOTER));
		assert_eq!(send(&well_known::CITIZEN_2, again), Ok(Ok(())));
		assert_eq!(offences().len(), 2);
		assert_eq!(disabled().len(), 1);
	});
}

#[test]
fn a_second_offender_should_stay_at_work_when_too_few_would_be_left() {
	local(|| {
		assert_eq!(send(&well_known::CITIZEN_1, signed_report()), Ok(Ok(())));
		let second = Ed25519Keyring::Charlie;
		let report = signed_with(proof_in(second, ROUND + 1), ownership(second));
		assert_eq!(send(&well_known::CITIZEN_1, report), Ok(Ok(())));
		assert_eq!(disabled(), vec![place_of(&well_known::ECONOMY_NODE.account())]);
		let node = well_known::LANDS_NODE.account();
		assert!(offences().contains(&(node, one_of_four(), 0, false)));
	});
}

#[test]
fn an_offence_of_an_earlier_session_should_be_proven_by_what_is_kept_of_it() {
	local(|| {
		let (votes, owner) = (proof_in(VOTER, ROUND), ownership(VOTER));
		let of_another = ownership(Ed25519Keyring::Alice);
		Session::rotate_session();
		assert_eq!(Session::current_index(), 1);
		// Now the key is looked for in the root that is kept of the session.
		let forged = signed_with(votes.clone(), of_another);
		assert_eq!(
			send(&well_known::CITIZEN_1, forged),
			Ok(Err(Error::InvalidKeyOwnershipProof.into()))
		);
		assert_eq!(send(&well_known::CITIZEN_1, signed_with(votes, owner)), Ok(Ok(())));
		let offender = well_known::ECONOMY_NODE.account();
		assert_eq!(disabled(), vec![place_of(&offender)]);
		assert_eq!(offences(), vec![(offender, one_of_four(), 0, true)]);
	});
}

#[test]
fn a_report_should_be_refused_when_it_proves_no_equivocation() {
	local(|| {
		let set = Grandpa::current_set_id();
		let other = Ed25519Keyring::Alice;
		for (votes, why) in [
			(two_votes(VOTER, set, ROUND, [(1, VOTER), (1, VOTER)]), "twice the same vote"),
			(two_votes(VOTER, set, ROUND, [(1, VOTER), (2, other)]), "signed by another"),
			(two_votes(VOTER, set + 1, ROUND, [(1, VOTER), (2, VOTER)]), "a set that is not yet"),
		] {
			let forged = signed_with(votes.clone(), ownership(VOTER));
			let invalid = Ok(Err(Error::InvalidEquivocationProof.into()));
			assert_eq!(send(&well_known::CITIZEN_1, forged), invalid, "{why}");
			let forged = bare(unsigned_with(votes, ownership(VOTER)));
			assert_eq!(Executive::apply_extrinsic(forged), invalid, "{why}");
		}
		assert_eq!((disabled(), offences()), (Vec::new(), Vec::new()));
	});
}

#[test]
fn a_report_should_be_refused_when_its_votes_are_of_no_authority() {
	local(|| {
		let stranger = Ed25519Keyring::Eve;
		let votes = proof_in(stranger, ROUND);
		// With another's proof that its key is an authority's, and with one that the key is none.
		for owner in [ownership(VOTER), ownership(stranger)] {
			assert_eq!(
				send(&well_known::CITIZEN_1, signed_with(votes.clone(), owner.clone())),
				Ok(Err(Error::InvalidKeyOwnershipProof.into()))
			);
			let unsigned = || bare(unsigned_with(votes.clone(), owner.clone()));
			assert_eq!(
				validate_from(TransactionSource::Local, unsigned()),
				Err(InvalidTransaction::BadProof.into())
			);
			assert_eq!(
				Executive::apply_extrinsic(unsigned()),
				Err(InvalidTransaction::BadProof.into())
			);
		}
		assert_eq!((disabled(), offences()), (Vec::new(), Vec::new()));
	});
}
