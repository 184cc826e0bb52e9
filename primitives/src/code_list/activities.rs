//! Economic activities by the classes of ISIC Rev. 4 and NACE Rev. 2, which agree down to the
//! division.

use codec::{DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;

use crate::ids::IdError;

/// The divisions that ISIC Rev. 4 and NACE Rev. 2 have, first and last of each unbroken run.
const DIVISIONS: [(u8, u8); 19] = [
	(1, 3),
	(5, 9),
	(10, 33),
	(35, 35),
	(36, 39),
	(41, 43),
	(45, 47),
	(49, 53),
	(55, 56),
	(58, 63),
	(64, 66),
	(68, 68),
	(69, 75),
	(77, 82),
	(84, 84),
	(85, 88),
	(90, 96),
	(97, 98),
	(99, 99),
];

/// A class of economic activity: the four digits of an ISIC Rev. 4 or NACE Rev. 2 class and one
/// digit of the national classification below it, 0 where there is none. 62020 is class 62.02 with
/// no national division; 47190 and 01110 read alike.
///
/// Decoding refuses what is not five digits of a division that exists. Which class and national
/// digit exist is for the national list: the register refuses a wrong division, not a wrong class.
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
pub struct Activity([u8; 5]);

impl Activity {
	/// The class with these five ASCII digits.
	///
	/// # Errors
	/// * [`IdError::WrongCharacter`] - a character is no digit.
	/// * [`IdError::OutOfRange`] - there is no such division.
	pub fn new(digits: [u8; 5]) -> Result<Self, IdError> {
		if !digits.iter().all(u8::is_ascii_digit) {
			return Err(IdError::WrongCharacter);
		}
		let [tens, ones, ..] = digits.map(|digit| digit.saturating_sub(b'0'));
		let division = tens.saturating_mul(10).saturating_add(ones);
		if DIVISIONS.iter().any(|(first, last)| (*first..=*last).contains(&division)) {
			Ok(Self(digits))
		} else {
			Err(IdError::OutOfRange)
		}
	}

	/// The five ASCII digits.
	pub const fn as_bytes(&self) -> &[u8; 5] {
		&self.0
	}
}

checked_decode!(Activity::new([u8; 5]), "not five digits of a division of ISIC or NACE");

impl fmt::Display for Activity {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		formatter.write_str(core::str::from_utf8(&self.0).unwrap_or_default())
	}
}

impl FromStr for Activity {
	type Err = IdError;

	fn from_str(text: &str) -> Result<Self, IdError> {
		Self::new(text.as_bytes().try_into().map_err(|_| IdError::WrongLength)?)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Decode;

	#[test]
	fn activity_should_fail_when_its_division_does_not_exist() {
		for known in ["62020", "01110", "99999", "98000", "47190"] {
			assert_eq!(known.parse::<Activity>().map(|code| code.to_string()), Ok(known.into()));
		}
		for unknown in ["00000", "04110", "34000", "40110", "67110", "83000"] {
			assert_eq!(unknown.parse::<Activity>(), Err(IdError::OutOfRange), "{unknown}");
			assert!(Activity::decode(&mut unknown.as_bytes()).is_err());
		}
		assert_eq!("6202A".parse::<Activity>(), Err(IdError::WrongCharacter));
		assert_eq!("6202".parse::<Activity>(), Err(IdError::WrongLength));
	}
}
