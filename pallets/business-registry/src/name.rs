//! Names of companies: the text, its key, and the commitment that a founder makes to it.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, Error as CodecError, Input, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_name_key::{name_key, NameError, TABLES_VERSION};
use polity_primitives::{commitment::Opening, Party, Tag};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_io::hashing::blake2_256;

/// The longest name of a company, in bytes of UTF-8: what [`polity_name_key`] allows.
pub const MAX_COMPANY_NAME_BYTES: u32 = 160;

/// What kind of value a committed company name is.
pub const NAME_SCHEMA: &str = "company-name/1";
/// Which field of the record it is.
pub const NAME_PATH: &str = "name";

/// The registered name of a company, in UTF-8: the one readable text of the register. It stands in
/// calls of officers alone; founders commit to it.
///
/// Decoding refuses bytes that are not UTF-8. Whether the text can be registered is said by its
/// [`NameKey`].
#[derive(
	Clone,
	Debug,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct CompanyName(BoundedVec<u8, ConstU32<MAX_COMPANY_NAME_BYTES>>);

impl CompanyName {
	/// The name with this text.
	///
	/// # Errors
	/// [`NameError::TooLong`] above [`MAX_COMPANY_NAME_BYTES`].
	pub fn new(text: &str) -> Result<Self, NameError> {
		BoundedVec::try_from(Vec::from(text.as_bytes())).map(Self).map_err(|_| NameError::TooLong)
	}

	/// The text.
	pub fn as_str(&self) -> &str {
		core::str::from_utf8(&self.0).unwrap_or_default()
	}

	/// The bytes of the text.
	pub fn as_bytes(&self) -> &[u8] {
		&self.0
	}
}

impl Decode for CompanyName {
	fn decode<I: Input>(input: &mut I) -> Result<Self, CodecError> {
		let bytes = BoundedVec::<u8, _>::decode(input)?;
		if core::str::from_utf8(&bytes).is_ok() {
			Ok(Self(bytes))
		} else {
			Err(CodecError::from("a name is written in UTF-8"))
		}
	}
}

/// The hash of a name's key, by which names are compared: `blake2_256(SCALE((version of the tables:
/// u16, key)))`.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct NameKeyHash(pub H256);

/// The key of a name, with the version of the tables that made it: another Unicode version may
/// make another key, so a new table is a migration.
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
pub struct NameKey {
	/// The version of the tables; 0 for a text that cannot be registered as a name and so has no
	/// key: its hash is over the text itself, so that a disputed record is still found by it.
	pub tables: u16,
	/// The hash of the key.
	pub hash: NameKeyHash,
}

/// The version of the tables that stands for a text without a key.
const NO_TABLES: u16 = 0;

fn hashed(tables: u16, key: &[u8]) -> NameKey {
	NameKey { tables, hash: NameKeyHash(H256(blake2_256(&(tables, key).encode()))) }
}

/// The key of a name that can be registered.
///
/// # Errors
/// The [`NameError`] for which it cannot.
pub fn key_of(name: &CompanyName) -> Result<NameKey, NameError> {
	name_key(name.as_str()).map(|key| hashed(TABLES_VERSION, key.as_bytes()))
}

/// The key by which a record with this name is found, also where the name cannot be registered.
pub fn search_key(name: &CompanyName) -> NameKey {
	key_of(name).unwrap_or_else(|_| hashed(NO_TABLES, name.as_bytes()))
}

/// What a founder commits to for a name: the schema [`NAME_SCHEMA`], as issuer the founder's tag of
/// the business register as the SCALE bytes of [`Party::Person`], no subject, no record id (there
/// is none yet), the path [`NAME_PATH`], and as value the name's bytes. Only the founder's own
/// commitment opens to it, so a copied one is worth nothing.
pub fn name_opening(founder: &Tag, salt: [u8; 32], name: &CompanyName) -> Opening {
	Opening {
		schema: NAME_SCHEMA.into(),
		issuer: Party::Person(*founder).encode(),
		subject: None,
		record: Vec::new(),
		path: NAME_PATH.into(),
		salt,
		value: name.as_bytes().to_vec(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn key(text: &str) -> NameKey {
		key_of(&CompanyName::new(text).unwrap()).unwrap()
	}

	#[test]
	fn name_should_have_the_bound_of_the_key() {
		assert_eq!(polity_name_key::MAX_NAME_BYTES, MAX_COMPANY_NAME_BYTES as usize);
		assert_ne!(TABLES_VERSION, NO_TABLES);
		assert!(CompanyName::new(&"A".repeat(160)).is_ok());
		assert_eq!(CompanyName::new(&"A".repeat(161)), Err(NameError::TooLong));
	}

	#[test]
	fn name_should_fail_to_decode_when_it_is_not_utf8() {
		assert!(CompanyName::decode(&mut &vec![0xffu8].encode()[..]).is_err());
		assert_eq!(
			CompanyName::decode(&mut &"ACME".encode()[..]),
			Ok(CompanyName::new("ACME").unwrap())
		);
	}

	#[test]
	fn key_should_be_the_same_when_names_differ_in_what_does_not_count() {
		for same in ["Acme, Ltd", "ACME LIMITED", "АСМЕ", "Ácme PLC"] {
			assert_eq!(key(same), key("ACME"), "{same}");
		}
		assert_ne!(key("MODEM"), key("MODERN"));
		assert_ne!(key("! LTD"), key("&&& LIMITED"));
	}

	#[test]
	fn search_key_should_differ_from_every_key_when_the_name_cannot_be_registered() {
		let unlawful = CompanyName::new("ACME\u{200b}").unwrap();
		assert!(key_of(&unlawful).is_err());
		assert_eq!(search_key(&unlawful).tables, 0);
		assert_ne!(search_key(&unlawful).hash, key("ACME").hash);
	}

	#[test]
	fn opening_should_be_of_one_founder_alone() {
		let name = CompanyName::new("ACME").unwrap();
		let tag = |byte| Tag::new([byte; 32]).unwrap();
		assert_ne!(
			name_opening(&tag(1), [7; 32], &name).commitment(),
			name_opening(&tag(2), [7; 32], &name).commitment()
		);
	}
}
