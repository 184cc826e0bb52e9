//! The rule as the law states it, step by step and over the full Unicode tables. The crate's own
//! tables are a cut of what this says, so the two are compared.

use unicode_normalization::{char::is_combining_mark, UnicodeNormalization};

/// Small letters that UTS #39 takes as the prototype of a capital or a digit, and the capital that
/// stands for them in a key. Not their own capitals: I looks like a small L, so I and 1 are one;
/// a capital L looks like neither, and MAIL and MALL stay two names.
pub const CAPITAL_OF_SMALL_PROTOTYPE: [(char, char); 2] = [('l', 'I'), ('b', '\u{42c}')];

/// Latin letters with a stroke that normalisation does not take apart.
pub const STRUCK_LETTERS: [(char, char); 7] = [
	('\u{d0}', 'D'),
	('\u{d8}', 'O'),
	('\u{110}', 'D'),
	('\u{126}', 'H'),
	('\u{141}', 'L'),
	('\u{166}', 'T'),
	('\u{1e4}', 'G'),
];

/// Upper case. By way of lower case, because a capital can have a small letter that has another
/// upper case: the capital sharp s becomes SS as the small one does.
pub fn upper_case(text: &str) -> String {
	text.chars().flat_map(char::to_lowercase).flat_map(char::to_uppercase).collect()
}

/// The look-alike of a decomposed character by UTS #39, where it is a single character.
pub fn single_prototype(character: char) -> Option<char> {
	let mut buffer = [0; 4];
	let mut skeleton = unicode_security::skeleton(character.encode_utf8(&mut buffer));
	match (skeleton.next(), skeleton.next()) {
		(Some(prototype), None) => Some(prototype),
		_ => None,
	}
}

/// The skeleton restricted to single-character targets. A sign does not become a letter, nor a
/// letter a sign: the euro sign looks like a letter, but it is no part of a word.
pub fn restricted_skeleton(text: &str) -> String {
	text.nfd()
		.map(|character| match single_prototype(character) {
			Some(prototype)
				if !is_combining_mark(character)
					&& prototype.is_alphanumeric() == character.is_alphanumeric() =>
			{
				CAPITAL_OF_SMALL_PROTOTYPE
					.iter()
					.find(|(small, _)| *small == prototype)
					.map_or(prototype, |(_, capital)| *capital)
			},
			_ => character,
		})
		.collect()
}

/// Letters without the marks on, under and through them.
pub fn fold_diacritics(text: &str) -> String {
	text.nfd()
		.filter(|character| !is_combining_mark(*character))
		.map(|character| {
			STRUCK_LETTERS
				.iter()
				.find(|(struck, _)| *struck == character)
				.map_or(character, |(_, plain)| *plain)
		})
		.collect()
}

/// The four steps, and how often they were done until a further time changed nothing.
pub fn fold(text: &str) -> (String, u32) {
	let mut folded = text.to_string();
	for rounds in 1.. {
		let next =
			fold_diacritics(&restricted_skeleton(&upper_case(&folded.nfkc().collect::<String>())));
		if next == folded {
			return (folded, rounds);
		}
		assert!(rounds < 5, "{text:?} does not settle");
		folded = next;
	}
	unreachable!()
}
