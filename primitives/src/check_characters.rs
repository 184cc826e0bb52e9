//! Check characters by ISO 7064, pure system MOD 97-10, as company numbers and legal entity
//! identifiers (ISO 17442) carry them. They find every single wrong character and every swap of
//! two neighbours.

/// The remainder of a decimal number by 97. A number that ends in its two check digits leaves 1.
pub fn mod_97_10_remainder(number: u64) -> u64 {
	number.checked_rem(97).unwrap_or_default()
}

/// The two check digits, 2 to 98, of a number that does not have them yet:
/// `98 - (number * 100 mod 97)`.
pub fn mod_97_10_check_digits(number: u64) -> u64 {
	// Reduced first, so that the product cannot overflow.
	let remainder = mod_97_10_remainder(mod_97_10_remainder(number).saturating_mul(100));
	98u64.saturating_sub(remainder)
}

/// The remainder by 97 of the number that a text of digits and capital letters stands for, where A
/// is 10 and Z is 35. None for any other character.
pub fn alphanumeric_remainder(characters: &[u8]) -> Option<u64> {
	characters.iter().try_fold(0u64, |remainder, &character| {
		let (shift, value) = match character {
			b'0'..=b'9' => (10, u64::from(character.saturating_sub(b'0'))),
			b'A'..=b'Z' => (100, u64::from(character.saturating_sub(b'A')).saturating_add(10)),
			_ => return None,
		};
		Some(mod_97_10_remainder(remainder.saturating_mul(shift).saturating_add(value)))
	})
}

/// Whether twenty characters are a legal entity identifier (ISO 17442-1): digits and capital
/// letters, the last two digits, check digits 02 to 98, remainder 1.
pub fn lei_is_valid(characters: &[u8; 20]) -> bool {
	let check = match characters.last_chunk::<2>() {
		Some([tens @ b'0'..=b'9', ones @ b'0'..=b'9']) => u64::from(tens.saturating_sub(b'0'))
			.saturating_mul(10)
			.saturating_add(u64::from(ones.saturating_sub(b'0'))),
		_ => return false,
	};
	(2..=98).contains(&check) && alphanumeric_remainder(characters) == Some(1)
}

#[cfg(test)]
mod tests {
	use crate::ids::{CompanyNumber, IdError, Lei, ParcelNumber, PermitNumber, UnitNumber};
	use codec::{Decode, Encode};
	use proptest::prelude::*;

	#[test]
	fn lei_should_pass_when_it_is_a_published_one() {
		for text in [
			"5493001KJTIIGC8Y1R12",
			"549300MLUDYVRQOOXS22",
			"7LTWFZYICNSX8D621K86",
			"HWUPKR0MPOU8FGXBT394",
		] {
			assert_eq!(text.parse::<Lei>().map(|lei| lei.to_string()), Ok(text.to_string()));
		}
	}

	#[test]
	fn lei_should_fail_when_a_character_is_wrong() {
		assert_eq!("5493001KJTIIGC8Y1R17".parse::<Lei>(), Err(IdError::WrongCheckCharacters));
		assert_eq!("5493001kJTIIGC8Y1R12".parse::<Lei>(), Err(IdError::WrongCharacter));
		assert_eq!("5493001KJTIIGC8Y1R1".parse::<Lei>(), Err(IdError::WrongLength));
		assert!(Lei::decode(&mut &b"5493001KJTIIGC8Y1R17"[..]).is_err());
	}

	#[test]
	fn company_number_should_fail_when_out_of_range() {
		assert_eq!(CompanyNumber::from_serial(999_999_999), Err(IdError::OutOfRange));
		assert_eq!(CompanyNumber::from_serial(10_000_000_000), Err(IdError::OutOfRange));
		assert_eq!("08209948".parse::<CompanyNumber>(), Err(IdError::WrongLength));
		assert_eq!("0000000000 1".parse::<CompanyNumber>(), Err(IdError::WrongCharacter));
	}

	#[test]
	fn numbers_of_different_kinds_should_differ_in_their_length() {
		let parcel = ParcelNumber::from_serial(ParcelNumber::FIRST_SERIAL).unwrap();
		assert_eq!(parcel.to_string().len(), ParcelNumber::DIGITS);
		assert_eq!(parcel.to_string().parse::<CompanyNumber>(), Err(IdError::WrongLength));
		assert!(CompanyNumber::from_whole(parcel.whole()).is_err());
		let last = CompanyNumber::from_serial(CompanyNumber::LAST_SERIAL).unwrap();
		assert!(ParcelNumber::from_whole(last.whole()).is_err());
		let mistyped = parcel.whole() + 1;
		assert_eq!(ParcelNumber::from_whole(mistyped), Err(IdError::WrongCheckCharacters));
	}

	#[test]
	fn check_characters_should_agree_with_the_shared_vectors() {
		let vectors: serde_json::Value =
			serde_json::from_str(include_str!("../vectors/check-characters.json")).unwrap();
		let written: [(&str, fn(u64) -> String); 4] = [
			("companyNumbers", |serial| CompanyNumber::from_serial(serial).unwrap().to_string()),
			("parcelNumbers", |serial| ParcelNumber::from_serial(serial).unwrap().to_string()),
			("unitNumbers", |serial| UnitNumber::from_serial(serial).unwrap().to_string()),
			("permitNumbers", |serial| PermitNumber::from_serial(serial).unwrap().to_string()),
		];
		for (kind, write) in written {
			for vector in vectors[kind].as_array().unwrap() {
				let number = write(vector["serial"].as_u64().unwrap());
				assert_eq!(number, vector["number"].as_str().unwrap(), "{kind}");
			}
		}
		for text in vectors["invalidCompanyNumbers"].as_array().unwrap() {
			assert!(text.as_str().unwrap().parse::<CompanyNumber>().is_err(), "{text}");
		}
		for text in vectors["leis"].as_array().unwrap() {
			assert!(text.as_str().unwrap().parse::<Lei>().is_ok(), "{text}");
		}
		for text in vectors["invalidLeis"].as_array().unwrap() {
			assert!(text.as_str().unwrap().parse::<Lei>().is_err(), "{text}");
		}
	}

	proptest! {
		#[test]
		fn company_number_should_survive_text_and_encoding(serial in 1_000_000_000u64..=9_999_999_999) {
			let number = CompanyNumber::from_serial(serial).unwrap();
			prop_assert_eq!(number.serial(), serial);
			prop_assert_eq!(number.to_string().len(), 12);
			prop_assert_eq!(number.to_string().parse(), Ok(number));
			prop_assert_eq!(CompanyNumber::decode(&mut &number.encode()[..]), Ok(number));
		}

		#[test]
		fn company_number_should_fail_when_one_digit_is_wrong(
			serial in 1_000_000_000u64..=9_999_999_999, place in 0usize..12, add in 1u8..10,
		) {
			let mut digits = CompanyNumber::from_serial(serial).unwrap().to_string().into_bytes();
			digits[place] = b'0' + (digits[place] - b'0' + add) % 10;
			prop_assert!(String::from_utf8(digits).unwrap().parse::<CompanyNumber>().is_err());
		}

		#[test]
		fn company_number_should_fail_when_neighbours_are_swapped(
			serial in 1_000_000_000u64..=9_999_999_999, place in 0usize..11,
		) {
			let mut digits = CompanyNumber::from_serial(serial).unwrap().to_string().into_bytes();
			prop_assume!(digits[place] != digits[place + 1]);
			digits.swap(place, place + 1);
			prop_assert!(String::from_utf8(digits).unwrap().parse::<CompanyNumber>().is_err());
		}
	}
}
