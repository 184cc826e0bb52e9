//! The proof that the holder of a key agrees to control a person's tag.
//!
//! An account that the chain does not know yet cannot sign a transaction, and a mistyped account
//! would lose the record. So whoever names a new controller hands in the new key's signature over
//! bytes that say which tag, on which network, at which version of the person's record: it can be
//! used for nothing else and, once the record has changed, never again.
//!
//! The signed bytes are
//! `"polity/control/1" ‖ genesis hash (32) ‖ register (1) ‖ tag (32) ‖ account (32) ‖ version (4,
//! little-endian)`. A wallet that signs raw bytes only between `<Bytes>` and `</Bytes>`, as those of
//! polkadot.js do, is understood too. The same text is implemented in `client/`;
//! `vectors/controller-proof.json` holds both to it.
//!
//! Who claims a tag with the key of a claim, and a guardian who agrees to a recovery, sign the same
//! bytes after another beginning: `"polity/claim/1"` and `"polity/guardian/1"`.

use alloc::vec::Vec;
use codec::Encode;
use sp_runtime::traits::{IdentifyAccount, Verify};

use crate::{ids::Tag, office::Register};

/// What the signed bytes begin with.
pub const CONTROLLER_PROOF_DOMAIN: &[u8] = b"polity/control/1";
/// What the bytes begin with that the key of a claim signs, and that is all that differs.
pub const CLAIM_DOMAIN: &[u8] = b"polity/claim/1";
/// What the bytes begin with that a guardian's key signs, and that is all that differs.
pub const GUARDIAN_DOMAIN: &[u8] = b"polity/guardian/1";
/// What a wallet puts before raw bytes that it signs.
pub const WRAPPER_OPENING: &[u8] = b"<Bytes>";
/// What a wallet puts after raw bytes that it signs.
pub const WRAPPER_CLOSING: &[u8] = b"</Bytes>";

/// What the new controller agrees to.
#[derive(Clone, Debug, Eq, PartialEq, Encode)]
pub struct ControllerProof<Hash, AccountId> {
	/// The hash of the network's first block, so that no other network accepts the signature.
	pub genesis: Hash,
	/// The register that the tag belongs to.
	pub register: Register,
	/// The person's tag.
	pub tag: Tag,
	/// The account that will control it: the one that signs.
	pub controller: AccountId,
	/// The version of the person's record that the change is prepared on, 0 for an enrolment. The
	/// next change of the record makes the signature worthless.
	pub version: u32,
}

impl<Hash: Encode, AccountId: Encode> ControllerProof<Hash, AccountId> {
	/// The bytes to sign.
	pub fn payload(&self) -> Vec<u8> {
		self.payload_for(CONTROLLER_PROOF_DOMAIN)
	}

	/// The bytes that somebody else signs, who says that this account is to control the tag: those
	/// of [`Self::payload`] but for their beginning, which is one of [`CLAIM_DOMAIN`] and
	/// [`GUARDIAN_DOMAIN`].
	pub fn payload_for(&self, domain: &[u8]) -> Vec<u8> {
		let mut payload = domain.to_vec();
		self.encode_to(&mut payload);
		payload
	}

	/// The bytes to sign as a wallet wraps them.
	pub fn wrapped_payload(&self) -> Vec<u8> {
		wrapped(&self.payload())
	}

	/// Whether the controller has signed the payload, plain or wrapped.
	pub fn is_signed<Signature>(&self, signature: &Signature) -> bool
	where
		Signature: Verify,
		Signature::Signer: IdentifyAccount<AccountId = AccountId>,
	{
		self.is_signed_by(&self.controller, CONTROLLER_PROOF_DOMAIN, signature)
	}

	/// Whether a key, named by its account, has signed the payload of a domain, plain or wrapped.
	pub fn is_signed_by<Signature>(
		&self,
		signer: &AccountId,
		domain: &[u8],
		signature: &Signature,
	) -> bool
	where
		Signature: Verify,
		Signature::Signer: IdentifyAccount<AccountId = AccountId>,
	{
		let payload = self.payload_for(domain);
		signature.verify(payload.as_slice(), signer)
			|| signature.verify(wrapped(&payload).as_slice(), signer)
	}
}

fn wrapped(payload: &[u8]) -> Vec<u8> {
	[WRAPPER_OPENING, payload, WRAPPER_CLOSING].concat()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{AccountId, Signature};
	use sp_core::{ecdsa, ed25519, sr25519, Pair, H256};
	use sp_runtime::MultiSigner;

	fn bytes<const N: usize>(value: &serde_json::Value) -> [u8; N] {
		let text = value.as_str().unwrap().trim_start_matches("0x");
		hex::decode(text).unwrap().try_into().unwrap()
	}

	fn hexadecimal(bytes: &[u8]) -> alloc::string::String {
		alloc::format!("0x{}", hex::encode(bytes))
	}

	fn proof(controller: AccountId) -> ControllerProof<H256, AccountId> {
		ControllerProof {
			genesis: H256::repeat_byte(1),
			register: Register::Business,
			tag: Tag::new([2; 32]).unwrap(),
			controller,
			version: 7,
		}
	}

	#[test]
	fn payload_should_agree_with_the_shared_vectors() {
		let vectors: serde_json::Value =
			serde_json::from_str(include_str!("../vectors/controller-proof.json")).unwrap();
		for vector in vectors.as_array().unwrap() {
			let register = vector["register"].as_str().unwrap();
			let proof = ControllerProof {
				genesis: H256(bytes(&vector["genesis"])),
				register: Register::ALL
					.into_iter()
					.find(|known| alloc::format!("{known:?}") == register)
					.unwrap(),
				tag: Tag::new(bytes(&vector["tag"])).unwrap(),
				controller: AccountId::new(bytes(&vector["controller"])),
				version: vector["version"].as_u64().unwrap().try_into().unwrap(),
			};
			assert_eq!(hexadecimal(&proof.payload()), vector["payload"].as_str().unwrap());
			assert_eq!(
				hexadecimal(&proof.wrapped_payload()),
				vector["wrappedPayload"].as_str().unwrap()
			);
		}
	}

	#[test]
	fn proof_should_hold_when_any_kind_of_key_signs_it_plain_or_wrapped() {
		let seed = [9; 32];
		let schnorr = sr25519::Pair::from_seed(&seed);
		let edwards = ed25519::Pair::from_seed(&seed);
		let elliptic = ecdsa::Pair::from_seed(&seed);
		for wrapped in [false, true] {
			let message = |proof: &ControllerProof<H256, AccountId>| {
				if wrapped {
					proof.wrapped_payload()
				} else {
					proof.payload()
				}
			};
			let mine = proof(MultiSigner::from(schnorr.public()).into_account());
			assert!(mine.is_signed(&Signature::from(schnorr.sign(&message(&mine)))));
			let mine = proof(MultiSigner::from(edwards.public()).into_account());
			assert!(mine.is_signed(&Signature::from(edwards.sign(&message(&mine)))));
			let mine = proof(MultiSigner::from(elliptic.public()).into_account());
			assert!(mine.is_signed(&Signature::from(elliptic.sign(&message(&mine)))));
		}
	}

	#[test]
	fn payloads_should_differ_in_their_domain_alone() {
		let pair = sr25519::Pair::from_seed(&[9; 32]);
		let mine = proof(MultiSigner::from(pair.public()).into_account());
		let other = sr25519::Pair::from_seed(&[8; 32]);
		let signer = MultiSigner::from(other.public()).into_account();
		let domains = [CONTROLLER_PROOF_DOMAIN, CLAIM_DOMAIN, GUARDIAN_DOMAIN];
		for domain in domains {
			let payload = mine.payload_for(domain);
			assert_eq!(payload, [domain, mine.encode().as_slice()].concat());
			assert_eq!(payload.len(), domain.len() + 32 + 1 + 32 + 32 + 4);
			for message in [payload.clone(), wrapped(&payload)] {
				let signature = Signature::from(other.sign(&message));
				for tried in domains {
					assert_eq!(mine.is_signed_by(&signer, tried, &signature), tried == domain);
					assert!(!mine.is_signed_by(&mine.controller, tried, &signature));
				}
			}
		}
	}

	#[test]
	fn proof_should_fail_when_any_part_differs() {
		let pair = sr25519::Pair::from_seed(&[9; 32]);
		let other = sr25519::Pair::from_seed(&[8; 32]);
		let base = proof(MultiSigner::from(pair.public()).into_account());
		let signature = Signature::from(pair.sign(&base.payload()));
		assert!(base.is_signed(&signature));
		let changed = [
			ControllerProof { genesis: H256::repeat_byte(3), ..base.clone() },
			ControllerProof { register: Register::Land, ..base.clone() },
			ControllerProof { tag: Tag::new([3; 32]).unwrap(), ..base.clone() },
			ControllerProof { version: 8, ..base.clone() },
			ControllerProof {
				controller: MultiSigner::from(other.public()).into_account(),
				..base.clone()
			},
		];
		for proof in changed {
			assert!(!proof.is_signed(&signature));
		}
		assert!(!base.is_signed(&Signature::from(other.sign(&base.payload()))));
	}
}
