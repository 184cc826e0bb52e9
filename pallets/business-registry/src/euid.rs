//! The European Unique Identifier (EUID) of a company: by section 9 of the annex to Commission
//! Implementing Regulation (EU) 2021/1042, after ISO 6523, the country, the identifier of the
//! register, a dot, and the number under which the register has the company. The verification digit,
//! which the regulation leaves to the register, is left out: this register's numbers have their own
//! check digits.
//!
//! It is worked out when it is asked for, from the law of the register and the company's record, and
//! stored nowhere, so that it cannot differ from them.

use alloc::{string::ToString, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, Error as CodecError, Input, MaxEncodedLen};
use core::{fmt, str::FromStr};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{code_list::Country, ids::IdError, CompanyNumber};
use scale_info::TypeInfo;

use crate::types::{Company, SourceRegister, MAX_SOURCE_NUMBER};

/// The most characters of a [`RegisterIdentifier`]: two of the country and 16 of the register.
pub const MAX_REGISTER_IDENTIFIER: u32 = 18;

/// The most characters of an [`Euid`]: a register's identifier, a dot, and a number, of which those
/// of sources are the longest.
pub const MAX_EUID: u32 = MAX_REGISTER_IDENTIFIER + 1 + MAX_SOURCE_NUMBER;

/// A European Unique Identifier, in ASCII.
pub type Euid = BoundedVec<u8, ConstU32<MAX_EUID>>;

/// What stands between a register's identifier and the number of a company. Neither has one.
const SEPARATOR: u8 = b'.';

/// The country code that the institutions of the Union write for Greece, whose code of ISO 3166-1 no
/// EUID begins with.
const GREECE: [u8; 2] = *b"EL";
const GREECE_IN_ISO_3166: [u8; 2] = *b"GR";

/// How EUIDs name the register: two capital letters of the country, by ISO 3166-1 but for Greece,
/// which is `EL`, and 1 to 16 ASCII digits and capital letters that tell the country's registers
/// apart, such as `NLNHR` or `DEX1517R`.
#[derive(Clone, Debug, Eq, PartialEq, Encode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct RegisterIdentifier(BoundedVec<u8, ConstU32<MAX_REGISTER_IDENTIFIER>>);

impl RegisterIdentifier {
	/// The identifier with these characters.
	///
	/// # Errors
	/// [`IdError::WrongLength`], [`IdError::OutOfRange`] when no country has the first two, or
	/// [`IdError::WrongCharacter`].
	pub fn new(
		characters: BoundedVec<u8, ConstU32<MAX_REGISTER_IDENTIFIER>>,
	) -> Result<Self, IdError> {
		let Some((country, register)) = characters.split_first_chunk::<2>() else {
			return Err(IdError::WrongLength);
		};
		if register.is_empty() {
			return Err(IdError::WrongLength);
		}
		let is_country = *country == GREECE
			|| (*country != GREECE_IN_ISO_3166 && Country::new(*country).is_ok());
		if !is_country {
			return Err(IdError::OutOfRange);
		}
		if register.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()) {
			Ok(Self(characters))
		} else {
			Err(IdError::WrongCharacter)
		}
	}

	/// The ASCII characters.
	pub fn as_bytes(&self) -> &[u8] {
		&self.0
	}
}

impl Decode for RegisterIdentifier {
	fn decode<I: Input>(input: &mut I) -> Result<Self, CodecError> {
		Self::new(BoundedVec::decode(input)?).map_err(|_| {
			CodecError::from("not a country and the digits and capital letters of its register")
		})
	}
}

impl fmt::Display for RegisterIdentifier {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		formatter.write_str(core::str::from_utf8(&self.0).unwrap_or_default())
	}
}

impl FromStr for RegisterIdentifier {
	type Err = IdError;

	fn from_str(text: &str) -> Result<Self, IdError> {
		let characters = Vec::from(text.as_bytes()).try_into().map_err(|_| IdError::WrongLength)?;
		Self::new(characters)
	}
}

/// The EUID of the company that a register has under a number; none of a number that is too long for
/// one.
pub fn euid(register: &RegisterIdentifier, registration_number: &[u8]) -> Option<Euid> {
	let mut text = register.as_bytes().to_vec();
	text.push(SEPARATOR);
	text.extend_from_slice(registration_number);
	Euid::try_from(text).ok()
}

/// The number of a company in its EUID: its number here, or, of a company that was imported from the
/// register that this one `continues`, its number there, by which it is known already.
///
/// No two companies have the same one. Each number of one source is imported once, and a number of
/// the source that could be another company's number here, because it has the same digits and check
/// digits, is not used.
pub fn registration_number(company: &Company, continues: Option<SourceRegister>) -> Vec<u8> {
	let could_be_given_out = |number: &[u8]| {
		core::str::from_utf8(number).is_ok_and(|text| text.parse::<CompanyNumber>().is_ok())
	};
	company
		.source
		.as_ref()
		.filter(|source| continues == Some(source.register))
		.map(|source| source.number.as_bytes())
		.filter(|number| !could_be_given_out(number))
		.map_or_else(|| company.number.to_string().into_bytes(), <[u8]>::to_vec)
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn euid_of(register: &str, number: &str) -> String {
		let register = register.parse().unwrap();
		String::from_utf8(euid(&register, number.as_bytes()).unwrap().into_inner()).unwrap()
	}

	#[test]
	fn euid_should_be_the_published_one() {
		for (register, number, published) in [
			("DKCVR", "11845118", "DKCVR.11845118"),
			("DEX1517R", "HRB395KI", "DEX1517R.HRB395KI"),
			("ELGEMI", "077700527000", "ELGEMI.077700527000"),
			("MTROC", "C22796", "MTROC.C22796"),
			("CYDRCOR", "HE139104", "CYDRCOR.HE139104"),
		] {
			assert_eq!(euid_of(register, number), published);
		}
	}

	#[test]
	fn identifier_should_be_of_a_country_and_one_of_its_registers() {
		let parse = |text: &str| text.parse::<RegisterIdentifier>();
		for right in ["NLNHR", "ELGEMI", "FR1", "DE0123456789ABCDEF"] {
			assert_eq!(parse(right).unwrap().to_string(), right);
		}
		for (wrong, error) in [
			("", IdError::WrongLength),
			("N", IdError::WrongLength),
			("NL", IdError::WrongLength),
			("DE0123456789ABCDEFG", IdError::WrongLength),
			// The Union's code of Greece is another than that of ISO 3166-1.
			("GRGEMI", IdError::OutOfRange),
			("UKCH", IdError::OutOfRange),
			("XXCH", IdError::OutOfRange),
			("nlNHR", IdError::OutOfRange),
			("NLnhr", IdError::WrongCharacter),
			("NLN.HR", IdError::WrongCharacter),
			("NLÉ", IdError::WrongCharacter),
		] {
			assert_eq!(parse(wrong), Err(error), "{wrong}");
		}
		assert!(RegisterIdentifier::decode(&mut &b"GRGEMI".to_vec().encode()[..]).is_err());
		let encoded = b"NLNHR".to_vec().encode();
		assert_eq!(
			RegisterIdentifier::decode(&mut &encoded[..]),
			parse("NLNHR").map_err(|_| "".into())
		);
	}

	#[test]
	fn euid_should_have_room_for_the_longest() {
		let (register, number) = ("DE0123456789ABCDEF", "0123456789ABCDEF");
		let longest = euid_of(register, number);
		assert_eq!(longest.len(), usize::try_from(MAX_EUID).unwrap());
		let register = register.parse().unwrap();
		assert_eq!(euid(&register, b"0123456789ABCDEF0"), None);
	}

	proptest! {
		#[test]
		fn euid_should_tell_register_and_number(
			registers in ("DE[A-Z0-9]{1,16}", "DE[A-Z0-9]{1,16}"),
			numbers in ("[A-Z0-9]{1,16}", "[A-Z0-9]{1,16}"),
		) {
			let one = euid_of(&registers.0, &numbers.0);
			let other = euid_of(&registers.1, &numbers.1);
			prop_assert_eq!(
				one == other,
				(registers.0, numbers.0) == (registers.1, numbers.1)
			);
		}
	}
}
