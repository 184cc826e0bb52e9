//! Ids. Each is a type of its own, and each refuses what cannot be one when it is built from text
//! *and* when it is decoded, so that a malformed id never enters a call.

use alloc::string::String;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

use crate::check_characters::{lei_is_valid, mod_97_10_check_digits, mod_97_10_remainder};

/// Why a text or a number is not an id.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum IdError {
	/// Not the length that this id has.
	WrongLength,
	/// A character that this id cannot contain.
	WrongCharacter,
	/// The check characters do not fit: most often a typing error.
	WrongCheckCharacters,
	/// Outside the range that is ever issued.
	OutOfRange,
	/// All bytes are zero, which is never an id.
	Zero,
}

impl fmt::Display for IdError {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		formatter.write_str(match self {
			Self::WrongLength => "the id has the wrong length",
			Self::WrongCharacter => "the id has a character that it cannot contain",
			Self::WrongCheckCharacters => {
				"the check characters do not fit: look for a typing error"
			},
			Self::OutOfRange => "the id is outside the range that is issued",
			Self::Zero => "an id is never all zero",
		})
	}
}

/// A counted id: a number that is given out once, in order, and never again.
macro_rules! counted_id {
	($(#[$doc:meta])* $name:ident($inner:ty)) => {
		$(#[$doc])*
		#[derive(
			Clone, Copy, Debug, Default, Eq, PartialEq, Ord, PartialOrd, Hash, Encode, Decode,
			DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
		)]
		pub struct $name(pub $inner);

		impl $name {
			/// The id after this one, or none when all have been given out.
			pub fn next(self) -> Option<Self> {
				self.0.checked_add(1).map(Self)
			}
		}

		impl fmt::Display for $name {
			fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
				fmt::Display::fmt(&self.0, formatter)
			}
		}
	};
}

counted_id! {
	/// A ministry.
	MinistryId(u16)
}
counted_id! {
	/// A mandate: what one officer may do for one ministry.
	MandateId(u32)
}
counted_id! {
	/// A reservation of a company name.
	ReservationId(u64)
}
counted_id! {
	/// An application to a register.
	ApplicationId(u64)
}
counted_id! {
	/// An act that one officer has prepared and another has not yet decided.
	ProposalId(u64)
}
counted_id! {
	/// Something that a company has handed in.
	FilingId(u64)
}
counted_id! {
	/// A campaign that imports an existing register.
	CampaignId(u32)
}
counted_id! {
	/// A public body that is not a ministry: a municipality, an agency.
	PublicBodyId(u32)
}
counted_id! {
	/// A group of parties that holds something undivided (ISO 19152 `LA_GroupParty`).
	GroupId(u64)
}
counted_id! {
	/// A class of shares of one company, counted within the company from 1.
	ShareClassId(u16)
}
counted_id! {
	/// A pledge of shares.
	PledgeId(u64)
}
counted_id! {
	/// A conveyance: an act in land that several parties have to consent to.
	ConveyanceId(u64)
}
counted_id! {
	/// A type of permit, in all its versions.
	PermitTypeId(u32)
}
counted_id! {
	/// A district in which a ministry may be competent. [`District::NATIONAL`] is the whole country.
	District(u16)
}

impl District {
	/// The whole country: the competence that holds where a district has none of its own.
	pub const NATIONAL: Self = Self(0);
}

/// A person's pseudonym in one register: a keyed pseudo-random function of register and person,
/// computed by the identity ministry off the chain. The same person has another tag in each
/// register, and nobody without the register's key can tell that they belong together.
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
pub struct Tag([u8; 32]);

impl Tag {
	/// A tag from its bytes.
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

	/// The tag's bytes.
	pub const fn as_bytes(&self) -> &[u8; 32] {
		&self.0
	}
}

checked_decode!(Tag::new([u8; 32]), "a tag is never all zero");

/// A number of a record that people type: digits that count up and two check digits by ISO 7064
/// MOD 97-10. The first digit is never zero, and numbers of different kinds differ in their length, so
/// that no two are mistaken for each other.
///
/// Kept and encoded as the whole number, so that it reads the same in every tool.
macro_rules! checked_number {
	($(#[$doc:meta])* $name:ident, $digits:literal, $first:literal..=$last:literal, $message:literal) => {
		$(#[$doc])*
		#[derive(
			Clone, Copy, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Encode,
			DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
		)]
		pub struct $name(u64);

		impl $name {
			/// The first number that is given out, without its check digits.
			pub const FIRST_SERIAL: u64 = $first;
			/// The last number that is given out, without its check digits.
			pub const LAST_SERIAL: u64 = $last;
			/// How many digits the whole number has.
			pub const DIGITS: usize = $digits;

			/// The number whose digits before the check digits are `serial`.
			///
			/// # Errors
			/// [`IdError::OutOfRange`] outside [`Self::FIRST_SERIAL`]`..=`[`Self::LAST_SERIAL`].
			pub fn from_serial(serial: u64) -> Result<Self, IdError> {
				if !(Self::FIRST_SERIAL..=Self::LAST_SERIAL).contains(&serial) {
					return Err(IdError::OutOfRange);
				}
				let check = mod_97_10_check_digits(serial);
				Ok(Self(serial.saturating_mul(100).saturating_add(check)))
			}

			/// The number from all of its digits.
			///
			/// # Errors
			/// [`IdError::OutOfRange`] or [`IdError::WrongCheckCharacters`].
			pub fn from_whole(whole: u64) -> Result<Self, IdError> {
				let serial = whole.checked_div(100).unwrap_or_default();
				if !(Self::FIRST_SERIAL..=Self::LAST_SERIAL).contains(&serial) {
					return Err(IdError::OutOfRange);
				}
				if mod_97_10_remainder(whole) == 1 && Self::from_serial(serial) == Ok(Self(whole)) {
					Ok(Self(whole))
				} else {
					Err(IdError::WrongCheckCharacters)
				}
			}

			/// All digits as a number.
			pub const fn whole(self) -> u64 {
				self.0
			}

			/// The digits before the check digits.
			pub fn serial(self) -> u64 {
				self.0.checked_div(100).unwrap_or_default()
			}
		}

		checked_decode!($name::from_whole(u64), $message);

		impl fmt::Display for $name {
			fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
				fmt::Display::fmt(&self.0, formatter)
			}
		}

		impl FromStr for $name {
			type Err = IdError;

			fn from_str(text: &str) -> Result<Self, IdError> {
				if text.len() != Self::DIGITS {
					return Err(IdError::WrongLength);
				}
				if !text.bytes().all(|byte| byte.is_ascii_digit()) {
					return Err(IdError::WrongCharacter);
				}
				Self::from_whole(text.parse().map_err(|_| IdError::WrongCharacter)?)
			}
		}

		impl Serialize for $name {
			fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
				serializer.collect_str(self)
			}
		}

		impl<'de> Deserialize<'de> for $name {
			fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
				String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
			}
		}
	};
}

checked_number! {
	/// A company's number in this register: ten digits that count up and two check digits, twelve in
	/// all. No source that is imported has numbers of twelve digits.
	CompanyNumber, 12, 1_000_000_000..=9_999_999_999, "not a company number: check its digits"
}
checked_number! {
	/// A parcel's number in this cadastre: eleven digits that count up and two check digits, thirteen
	/// in all. The reference of the cadastre that it was imported from is kept beside it.
	ParcelNumber, 13, 10_000_000_000..=99_999_999_999, "not a parcel number: check its digits"
}
checked_number! {
	/// The number of a basic administrative unit (ISO 19152 `LA_BAUnit`), what rights in land attach
	/// to: twelve digits that count up and two check digits, fourteen in all.
	UnitNumber, 14, 100_000_000_000..=999_999_999_999, "not a unit number: check its digits"
}

checked_number! {
	/// A permit's number: thirteen digits that count up and two check digits, fifteen in all. Permits of
	/// natural persons have none: they are known by a commitment.
	PermitNumber, 15, 1_000_000_000_000..=9_999_999_999_999, "not a permit number: check its digits"
}

/// A legal entity identifier (ISO 17442): 18 letters or digits and two check digits by ISO 7064
/// MOD 97-10. The register stores and checks one; only an accredited issuer can mint it.
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
)]
pub struct Lei([u8; 20]);

impl Lei {
	/// An identifier from its twenty ASCII characters.
	///
	/// # Errors
	/// [`IdError::WrongCharacter`] or [`IdError::WrongCheckCharacters`].
	pub fn new(characters: [u8; 20]) -> Result<Self, IdError> {
		if !characters.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()) {
			return Err(IdError::WrongCharacter);
		}
		if lei_is_valid(&characters) {
			Ok(Self(characters))
		} else {
			Err(IdError::WrongCheckCharacters)
		}
	}

	/// The twenty ASCII characters.
	pub const fn as_bytes(&self) -> &[u8; 20] {
		&self.0
	}
}

checked_decode!(Lei::new([u8; 20]), "not a legal entity identifier: check its characters");

impl fmt::Display for Lei {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		formatter.write_str(core::str::from_utf8(&self.0).unwrap_or_default())
	}
}

impl FromStr for Lei {
	type Err = IdError;

	fn from_str(text: &str) -> Result<Self, IdError> {
		Self::new(text.as_bytes().try_into().map_err(|_| IdError::WrongLength)?)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn tag_should_fail_to_decode_when_it_is_all_zero() {
		assert_eq!(Tag::new([0; 32]), Err(IdError::Zero));
		assert!(Tag::decode(&mut &[0; 32][..]).is_err());
		// One bit is enough, at either end; thirty-one bytes are not.
		for place in [0, 31] {
			let mut bytes = [0; 32];
			bytes[place] = 1;
			let tag = Tag::new(bytes).unwrap();
			assert_eq!(Tag::decode(&mut &bytes[..]), Ok(tag));
			assert_eq!(tag.encode(), bytes);
		}
		assert!(Tag::decode(&mut &[1; 31][..]).is_err());
	}

	#[test]
	fn tag_should_fail_to_decode_when_it_stands_all_zero_in_something_else() {
		assert!(Option::<Tag>::decode(&mut &[&[1][..], &[0; 32]].concat()[..]).is_err());
		assert!(Vec::<Tag>::decode(&mut &[&[4][..], &[0; 32]].concat()[..]).is_err());
	}
}
