//! Commitments: what stands on the chain in the place of what must not.
//!
//! A commitment is bound to who issued it, about whom and in which record, so that a copied one
//! fails. Its salt comes from one secret of the record and the path, so that revealing one value
//! reveals no other. The same text is implemented in `client/`; `vectors/commitments.json` holds
//! both to it.

use alloc::{string::String, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_io::hashing::blake2_256;

use crate::ids::IdError;

/// What every commitment's preimage begins with.
pub const COMMITMENT_DOMAIN: &[u8] = b"polity/commitment/1";

/// A salted commitment (see [`Opening`]). Never all zero.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Hash,
	Encode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct Commitment([u8; 32]);

impl Commitment {
	/// A commitment from its bytes.
	///
	/// # Errors
	/// [`IdError::Zero`] when all bytes are zero.
	pub fn new(bytes: [u8; 32]) -> Result<Self, IdError> {
		if bytes == [0; 32] {
			Err(IdError::Zero)
		} else {
			Ok(Self(bytes))
		}
	}

	/// The commitment's bytes.
	pub const fn as_bytes(&self) -> &[u8; 32] {
		&self.0
	}
}

checked_decode!(Commitment::new([u8; 32]), "a commitment is never all zero");

/// How a document was hashed. The indices are those of this enum; [`Self::multihash_code`] is the
/// code of the multihash table.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum HashAlgorithm {
	/// SHA-256, multihash code 0x12.
	#[codec(index = 0)]
	Sha2_256,
	/// BLAKE2b with 32 bytes, multihash code 0xb220.
	#[codec(index = 1)]
	Blake2b256,
}

impl HashAlgorithm {
	/// The algorithm's code in the multihash table.
	pub const fn multihash_code(self) -> u32 {
		match self {
			Self::Sha2_256 => 0x12,
			Self::Blake2b256 => 0xb220,
		}
	}
}

/// A salted commitment to a document: the hash of the salt's 32 bytes and the document's bytes.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct DocumentCommitment {
	/// How the document was hashed.
	pub algorithm: HashAlgorithm,
	/// The hash, never all zero.
	pub digest: Commitment,
}

/// All that a commitment commits to. It stays off the chain, with the holder.
#[derive(Clone, Debug, Eq, PartialEq, Encode)]
pub struct Opening {
	/// What kind of value this is: the schema's name and version, such as `company-name/1`.
	pub schema: String,
	/// Who issued the commitment: the SCALE bytes of its party or account.
	pub issuer: Vec<u8>,
	/// About whom: the SCALE bytes of the party, or none.
	pub subject: Option<Vec<u8>>,
	/// In which record: the SCALE bytes of its id, empty for a record that has no id yet.
	pub record: Vec<u8>,
	/// Which field of the record.
	pub path: String,
	/// 32 bytes that nobody can guess: `HMAC-SHA-256(the record's secret, path)`.
	pub salt: [u8; 32],
	/// The value in its canonical bytes: text in NFC, numbers and dates of fixed width.
	pub value: Vec<u8>,
}

impl Opening {
	/// The commitment: `blake2_256("polity/commitment/1" ‖ SCALE(self))`.
	pub fn commitment(&self) -> Commitment {
		let mut preimage = COMMITMENT_DOMAIN.to_vec();
		self.encode_to(&mut preimage);
		Commitment(blake2_256(&preimage))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn bytes(value: &serde_json::Value) -> Vec<u8> {
		hex::decode(value.as_str().unwrap().trim_start_matches("0x")).unwrap()
	}

	#[test]
	fn commitment_should_agree_with_the_shared_vectors() {
		let vectors: serde_json::Value =
			serde_json::from_str(include_str!("../vectors/commitments.json")).unwrap();
		for vector in vectors.as_array().unwrap() {
			let opening = Opening {
				schema: vector["schema"].as_str().unwrap().into(),
				issuer: bytes(&vector["issuer"]),
				subject: vector["subject"].as_str().map(|_| bytes(&vector["subject"])),
				record: bytes(&vector["record"]),
				path: vector["path"].as_str().unwrap().into(),
				salt: bytes(&vector["salt"]).try_into().unwrap(),
				value: bytes(&vector["value"]),
			};
			let found = alloc::format!("0x{}", hex::encode(opening.commitment().as_bytes()));
			assert_eq!(found, vector["commitment"].as_str().unwrap());
		}
	}

	#[test]
	fn commitment_should_change_when_any_part_changes() {
		let base = Opening {
			schema: "company-name/1".into(),
			issuer: vec![1],
			subject: Some(vec![2]),
			record: vec![3],
			path: "name".into(),
			salt: [4; 32],
			value: b"ACME".to_vec(),
		};
		let changed = [
			Opening { schema: "company-name/2".into(), ..base.clone() },
			Opening { issuer: vec![9], ..base.clone() },
			Opening { subject: None, ..base.clone() },
			Opening { record: vec![], ..base.clone() },
			Opening { path: "other".into(), ..base.clone() },
			Opening { salt: [5; 32], ..base.clone() },
			Opening { value: b"ACMF".to_vec(), ..base.clone() },
		];
		for opening in changed {
			assert_ne!(opening.commitment(), base.commitment());
		}
	}

	#[test]
	fn document_should_fail_to_decode_when_no_list_has_its_algorithm() {
		let digest = [7; 32];
		for code in 0..=u8::MAX {
			let decoded = DocumentCommitment::decode(&mut &(code, digest).encode()[..]);
			let algorithm = decoded.map(|document| document.algorithm.multihash_code());
			// The codes of the multihash table for SHA-256 and for BLAKE2b with 32 bytes.
			assert_eq!(algorithm.ok(), [0x12, 0xb220].get(usize::from(code)).copied());
		}
	}

	#[test]
	fn commitment_should_fail_to_decode_when_it_is_all_zero() {
		assert!(Commitment::decode(&mut &[0u8; 32][..]).is_err());
	}
}
