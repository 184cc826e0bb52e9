//! A keystore that has no GRANDPA keys while the guard is closed.

use std::sync::Arc;

use sp_consensus_grandpa::KEY_TYPE as GRANDPA;
use sp_core::{
	crypto::KeyTypeId,
	ecdsa, ed25519,
	sr25519::{
		self,
		vrf::{VrfInput, VrfPreOutput, VrfSignData, VrfSignature},
	},
};
use sp_keystore::{Error, Keystore, KeystorePtr};

use super::Gate;

/// The node's keystore as GRANDPA's voter sees it: without the keys to vote with while the gate is
/// shut. The voter asks at the beginning of each round which key it has, and follows a round that it
/// has none for without voting.
pub struct GuardedKeystore {
	inner: KeystorePtr,
	gate: Arc<Gate>,
}

impl GuardedKeystore {
	/// This keystore behind this gate.
	pub fn new(inner: KeystorePtr, gate: Arc<Gate>) -> Self {
		Self { inner, gate }
	}

	fn hides(&self, key_type: KeyTypeId) -> bool {
		key_type == GRANDPA && !self.gate.is_open()
	}
}

impl Keystore for GuardedKeystore {
	fn sr25519_public_keys(&self, key_type: KeyTypeId) -> Vec<sr25519::Public> {
		self.inner.sr25519_public_keys(key_type)
	}

	fn sr25519_generate_new(
		&self,
		key_type: KeyTypeId,
		seed: Option<&str>,
	) -> Result<sr25519::Public, Error> {
		self.inner.sr25519_generate_new(key_type, seed)
	}

	fn sr25519_sign(
		&self,
		key_type: KeyTypeId,
		public: &sr25519::Public,
		message: &[u8],
	) -> Result<Option<sr25519::Signature>, Error> {
		self.inner.sr25519_sign(key_type, public, message)
	}

	fn sr25519_vrf_sign(
		&self,
		key_type: KeyTypeId,
		public: &sr25519::Public,
		message: &VrfSignData,
	) -> Result<Option<VrfSignature>, Error> {
		self.inner.sr25519_vrf_sign(key_type, public, message)
	}

	fn sr25519_vrf_pre_output(
		&self,
		key_type: KeyTypeId,
		public: &sr25519::Public,
		input: &VrfInput,
	) -> Result<Option<VrfPreOutput>, Error> {
		self.inner.sr25519_vrf_pre_output(key_type, public, input)
	}

	fn ed25519_public_keys(&self, key_type: KeyTypeId) -> Vec<ed25519::Public> {
		if self.hides(key_type) {
			return Vec::new();
		}
		self.inner.ed25519_public_keys(key_type)
	}

	fn ed25519_generate_new(
		&self,
		key_type: KeyTypeId,
		seed: Option<&str>,
	) -> Result<ed25519::Public, Error> {
		self.inner.ed25519_generate_new(key_type, seed)
	}

	fn ed25519_sign(
		&self,
		key_type: KeyTypeId,
		public: &ed25519::Public,
		message: &[u8],
	) -> Result<Option<ed25519::Signature>, Error> {
		if self.hides(key_type) {
			return Ok(None);
		}
		self.inner.ed25519_sign(key_type, public, message)
	}

	fn ecdsa_public_keys(&self, key_type: KeyTypeId) -> Vec<ecdsa::Public> {
		self.inner.ecdsa_public_keys(key_type)
	}

	fn ecdsa_generate_new(
		&self,
		key_type: KeyTypeId,
		seed: Option<&str>,
	) -> Result<ecdsa::Public, Error> {
		self.inner.ecdsa_generate_new(key_type, seed)
	}

	fn ecdsa_sign(
		&self,
		key_type: KeyTypeId,
		public: &ecdsa::Public,
		message: &[u8],
	) -> Result<Option<ecdsa::Signature>, Error> {
		self.inner.ecdsa_sign(key_type, public, message)
	}

	fn ecdsa_sign_prehashed(
		&self,
		key_type: KeyTypeId,
		public: &ecdsa::Public,
		message: &[u8; 32],
	) -> Result<Option<ecdsa::Signature>, Error> {
		self.inner.ecdsa_sign_prehashed(key_type, public, message)
	}

	fn insert(&self, key_type: KeyTypeId, secret: &str, public: &[u8]) -> Result<(), ()> {
		self.inner.insert(key_type, secret, public)
	}

	fn keys(&self, key_type: KeyTypeId) -> Result<Vec<Vec<u8>>, Error> {
		if self.hides(key_type) {
			return Ok(Vec::new());
		}
		self.inner.keys(key_type)
	}

	fn has_keys(&self, public_keys: &[(Vec<u8>, KeyTypeId)]) -> bool {
		!public_keys.iter().any(|(_, key_type)| self.hides(*key_type))
			&& self.inner.has_keys(public_keys)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const AURA: KeyTypeId = sp_core::crypto::key_types::AURA;

	fn guarded() -> (GuardedKeystore, Arc<Gate>, ed25519::Public, sr25519::Public) {
		let inner: KeystorePtr = Arc::new(sc_keystore::LocalKeystore::in_memory());
		let voter = inner.ed25519_generate_new(GRANDPA, None).unwrap();
		let author = inner.sr25519_generate_new(AURA, None).unwrap();
		let gate = Arc::new(Gate::shut());
		(GuardedKeystore::new(inner, gate.clone()), gate, voter, author)
	}

	#[test]
	fn voter_should_have_no_key_when_the_gate_is_shut() {
		let (keystore, _, voter, _) = guarded();
		assert!(!keystore.has_keys(&[(voter.to_vec(), GRANDPA)]));
		assert!(keystore.keys(GRANDPA).unwrap().is_empty());
		assert!(keystore.ed25519_public_keys(GRANDPA).is_empty());
		assert_eq!(keystore.ed25519_sign(GRANDPA, &voter, b"vote").unwrap(), None);
	}

	#[test]
	fn voter_should_have_its_key_when_the_gate_is_open() {
		let (keystore, gate, voter, _) = guarded();
		gate.open();
		assert!(keystore.has_keys(&[(voter.to_vec(), GRANDPA)]));
		assert_eq!(keystore.keys(GRANDPA).unwrap(), [voter.to_vec()]);
		assert_eq!(keystore.ed25519_public_keys(GRANDPA), [voter]);
		assert!(keystore.ed25519_sign(GRANDPA, &voter, b"vote").unwrap().is_some());
	}

	#[test]
	fn author_should_have_its_key_when_the_gate_is_shut() {
		let (keystore, _, _, author) = guarded();
		assert!(keystore.has_keys(&[(author.to_vec(), AURA)]));
		assert_eq!(keystore.keys(AURA).unwrap(), [author.to_vec()]);
		assert!(keystore.sr25519_sign(AURA, &author, b"block").unwrap().is_some());
	}
}
