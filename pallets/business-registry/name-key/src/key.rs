//! The steps from a valid name to its key.

use crate::{
	characters::{is_letter_or_digit, kind, Kind},
	folding::FOLDED,
	legal_forms::without_legal_forms,
};
use alloc::{string::String, vec::Vec};

/// Whether a word has letters of more than one script.
pub(crate) fn mixes_scripts(word: &str) -> bool {
	let mut scripts = word.chars().filter_map(|character| match kind(character) {
		Some(Kind::Letter(script)) => Some(script),
		_ => None,
	});
	match scripts.next() {
		Some(first) => scripts.any(|script| script != first),
		None => false,
	}
}

/// Normalisation form KC, upper case, look-alike characters and diacritics in one look-up: the
/// table holds the outcome of the four steps for each character that they change.
pub(crate) fn fold(name: &str) -> Vec<char> {
	let mut folded = Vec::with_capacity(name.len());
	for character in name.chars() {
		let entry = FOLDED
			.binary_search_by_key(&character, |&(from, _)| from)
			.ok()
			.and_then(|position| FOLDED.get(position));
		match entry {
			Some((_, to)) => folded.extend(to.chars()),
			None => folded.push(character),
		}
	}
	folded
}

/// The key of a valid name.
pub(crate) fn key_of(name: &str) -> String {
	let folded = fold(name);
	let name_proper = without_legal_forms(&folded);
	let letters: String =
		name_proper.iter().copied().filter(|&character| is_letter_or_digit(character)).collect();
	if !letters.is_empty() {
		return letters;
	}
	// "! LTD": where neither letter nor digit remains, the symbols are the name.
	name_proper.iter().copied().filter(|&character| character != ' ').collect()
}
