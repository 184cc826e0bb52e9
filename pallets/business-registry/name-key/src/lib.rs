#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod characters;
mod folding;
mod key;
mod legal_forms;
#[cfg(test)]
mod tests;

use alloc::string::String;
use core::fmt;

/// Version of everything that a key depends on: the allowed characters, the folding of each, the
/// legal forms and the steps. A register stores it with every key; keys of two versions are not
/// compared. Raising it is a migration that computes all keys again from the registered names.
pub const TABLES_VERSION: u16 = 1;

/// The version of Unicode that the folding of characters was taken from: major, minor, update.
/// One version for normalisation (UAX #15) and for look-alike characters (UTS #39).
pub const UNICODE_VERSION: (u8, u8, u8) = (18, 0, 0);

/// The longest registered name, in bytes of UTF-8.
///
/// The Company, Limited Liability Partnership and Business (Names and Trading Disclosures)
/// Regulations 2015 of the United Kingdom allow 160 characters. The bound is on bytes, because
/// state and transactions are measured in bytes: it is the same for names in plain Latin letters,
/// and leaves 80 letters to a Greek or Cyrillic name. The longest of the names in the sample of
/// Companies House that the tests read has 135.
pub const MAX_NAME_BYTES: usize = 160;

/// The longest key, in bytes of UTF-8: folding makes a text longer by half at most (a letter of
/// two bytes may fold to one of three).
pub const MAX_KEY_BYTES: usize = 240;

/// Why a text cannot be the registered name of a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameError {
	/// The text has no character. Give a name.
	Empty,
	/// The text has more than [`MAX_NAME_BYTES`] bytes. Shorten it.
	TooLong,
	/// The first or the last character is a space. Remove it.
	LeadingOrTrailingSpace,
	/// The character is not in the table of allowed characters. Replace it; where it is a combining
	/// mark, send the text in normalisation form C, which has letter and mark as one character.
	DisallowedCharacter(char),
	/// One word has letters of two scripts, such as a Cyrillic letter among Latin ones. Write each
	/// word, that is all that stands between two spaces, in one script.
	MixedScripts,
}

impl fmt::Display for NameError {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Empty => formatter.write_str("the name is empty"),
			Self::TooLong => write!(formatter, "the name has more than {MAX_NAME_BYTES} bytes"),
			Self::LeadingOrTrailingSpace => {
				formatter.write_str("the name begins or ends with a space")
			},
			Self::DisallowedCharacter(character) => {
				write!(formatter, "the name may not hold {}", character.escape_unicode())
			},
			Self::MixedScripts => formatter.write_str("a word of the name mixes two scripts"),
		}
	}
}

impl core::error::Error for NameError {}

/// What is left of a name when all is taken away that does not tell two companies apart. Two names
/// are the same name exactly if their keys are equal and of the same [`TABLES_VERSION`].
///
/// Never empty and never longer than [`MAX_KEY_BYTES`]. It is for comparison, not for display.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKey(String);

impl NameKey {
	/// The bytes of the key, in UTF-8: what a register hashes.
	pub fn as_bytes(&self) -> &[u8] {
		self.0.as_bytes()
	}

	/// The key as text.
	pub fn as_str(&self) -> &str {
		&self.0
	}
}

impl AsRef<[u8]> for NameKey {
	fn as_ref(&self) -> &[u8] {
		self.as_bytes()
	}
}

impl fmt::Display for NameKey {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		formatter.write_str(&self.0)
	}
}

/// Checks that a text can be the registered name of a company: length, no space at either end,
/// allowed characters only, no word in two scripts. Such a text is in normalisation form C.
///
/// # Errors
/// The first [`NameError`] in the order in which the enum lists them.
pub fn validate(name: &str) -> Result<(), NameError> {
	if name.is_empty() {
		return Err(NameError::Empty);
	}
	if name.len() > MAX_NAME_BYTES {
		return Err(NameError::TooLong);
	}
	if name.starts_with(' ') || name.ends_with(' ') {
		return Err(NameError::LeadingOrTrailingSpace);
	}
	if let Some(character) = name.chars().find(|&character| characters::kind(character).is_none()) {
		return Err(NameError::DisallowedCharacter(character));
	}
	if name.split(' ').any(key::mixes_scripts) {
		return Err(NameError::MixedScripts);
	}
	Ok(())
}

/// The key of a registered name: the steps of README.md, in their order.
///
/// # Errors
/// As [`validate`]: a text that cannot be registered has no key.
pub fn name_key(name: &str) -> Result<NameKey, NameError> {
	validate(name)?;
	let key = key::key_of(name);
	// Cannot be: every allowed character folds to at least one character (tested over the table).
	if key.is_empty() {
		return Err(NameError::Empty);
	}
	Ok(NameKey(key))
}
