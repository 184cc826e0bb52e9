//! The allowed table: which characters a registered name may hold, and what each of them is.

/// A script of which the table holds letters. Each has the names of companies in an official
/// language of a member state of the Council of Europe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
	/// The Latin script.
	Latin,
	/// The Greek script, with one accent.
	Greek,
	/// The Cyrillic script of the Slavic languages.
	Cyrillic,
}

/// What an allowed character is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
	/// The space, U+0020; the only one.
	Space,
	/// A European digit.
	Digit,
	/// Punctuation, a currency sign, or another sign that belongs to no script.
	Symbol,
	/// A letter of a script.
	Letter(Script),
}

use Kind::{Digit, Letter, Space, Symbol};
use Script::{Cyrillic, Greek, Latin};

/// The allowed characters: first and last code point of each run, both included, in order.
///
/// Three things are left out on purpose. Combining marks: every text over this table is in
/// normalisation form C, because nothing in it composes or is itself composed differently. The
/// vertical line: it is a sign that passes for a letter. Code points that have no use in the name
/// of a company today: phonetic and medieval letters, other spaces, invisible and bidirectional
/// controls, circled and mathematical letters.
pub(crate) const ALLOWED: &[(char, char, Kind)] = &[
	(' ', ' ', Space),
	('!', '/', Symbol),
	('0', '9', Digit),
	(':', '@', Symbol),
	('A', 'Z', Letter(Latin)),
	('[', '`', Symbol),
	('a', 'z', Letter(Latin)),
	// Not `|`.
	('{', '{', Symbol),
	('}', '~', Symbol),
	// Inverted exclamation mark, pound sign, yen sign.
	('\u{a1}', '\u{a1}', Symbol),
	('\u{a3}', '\u{a3}', Symbol),
	('\u{a5}', '\u{a5}', Symbol),
	// Feminine ordinal indicator, as in "1ª".
	('\u{aa}', '\u{aa}', Letter(Latin)),
	// Left guillemet; middle dot, as in Catalan.
	('\u{ab}', '\u{ab}', Symbol),
	('\u{b7}', '\u{b7}', Symbol),
	// Masculine ordinal indicator, as in "Nº"; right guillemet; inverted question mark.
	('\u{ba}', '\u{ba}', Letter(Latin)),
	('\u{bb}', '\u{bb}', Symbol),
	('\u{bf}', '\u{bf}', Symbol),
	// Latin-1 without the signs of multiplication and division.
	('\u{c0}', '\u{d6}', Letter(Latin)),
	('\u{d8}', '\u{f6}', Letter(Latin)),
	// Latin Extended-A without kra, the n preceded by an apostrophe, and the long s.
	('\u{f8}', '\u{137}', Letter(Latin)),
	('\u{139}', '\u{148}', Letter(Latin)),
	('\u{14a}', '\u{17e}', Letter(Latin)),
	// Latin Extended-B: schwa (Azerbaijani); ezh and the letters of Sámi; AE, A and O with more
	// than one mark; S and T with comma below (Romanian).
	('\u{18f}', '\u{18f}', Letter(Latin)),
	('\u{1b7}', '\u{1b7}', Letter(Latin)),
	('\u{1e4}', '\u{1e9}', Letter(Latin)),
	('\u{1ee}', '\u{1ef}', Letter(Latin)),
	('\u{1fa}', '\u{1ff}', Letter(Latin)),
	('\u{218}', '\u{21b}', Letter(Latin)),
	// The small letters of schwa and ezh.
	('\u{259}', '\u{259}', Letter(Latin)),
	('\u{292}', '\u{292}', Letter(Latin)),
	// Greek with one accent.
	('\u{386}', '\u{386}', Letter(Greek)),
	('\u{388}', '\u{38a}', Letter(Greek)),
	('\u{38c}', '\u{38c}', Letter(Greek)),
	('\u{38e}', '\u{3a1}', Letter(Greek)),
	('\u{3a3}', '\u{3ce}', Letter(Greek)),
	// Cyrillic of the Slavic languages, with the Ukrainian ghe.
	('\u{400}', '\u{45f}', Letter(Cyrillic)),
	('\u{490}', '\u{491}', Letter(Cyrillic)),
	// Latin Extended Additional: Welsh, Irish, Vietnamese, the capital sharp s.
	('\u{1e00}', '\u{1e99}', Letter(Latin)),
	('\u{1e9e}', '\u{1e9e}', Letter(Latin)),
	('\u{1ea0}', '\u{1ef9}', Letter(Latin)),
	// Dashes, typographic quotation marks, ellipsis, angle quotation marks, euro, numero.
	('\u{2013}', '\u{2014}', Symbol),
	('\u{2018}', '\u{201a}', Symbol),
	('\u{201c}', '\u{201e}', Symbol),
	('\u{2026}', '\u{2026}', Symbol),
	('\u{2039}', '\u{203a}', Symbol),
	('\u{20ac}', '\u{20ac}', Symbol),
	('\u{2116}', '\u{2116}', Symbol),
];

/// What a character is, or none where a registered name may not hold it.
pub(crate) fn kind(character: char) -> Option<Kind> {
	let found = ALLOWED.binary_search_by(|&(first, last, _)| {
		if last < character {
			core::cmp::Ordering::Less
		} else if first > character {
			core::cmp::Ordering::Greater
		} else {
			core::cmp::Ordering::Equal
		}
	});
	found.ok().and_then(|position| ALLOWED.get(position)).map(|&(_, _, kind)| kind)
}

/// Whether a *folded* character is a letter or a digit. Folding may yield a letter that the
/// allowed table does not hold, but never a sign that it does not hold.
pub(crate) fn is_letter_or_digit(folded: char) -> bool {
	!matches!(kind(folded), Some(Space | Symbol))
}
