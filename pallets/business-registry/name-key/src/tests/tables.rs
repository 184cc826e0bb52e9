//! The crate's own tables, entry by entry, against the full ones.

use super::{allowed_characters, folded, reference};
use crate::{
	characters::{is_letter_or_digit, kind, Kind, Script, ALLOWED},
	folding::FOLDED,
	legal_forms::{LAST_WORD_FORMS, LONGEST_FORM, UNMISTAKABLE_FORMS},
	MAX_KEY_BYTES, MAX_NAME_BYTES, TABLES_VERSION, UNICODE_VERSION,
};
use serde_json::{json, Value};
use std::{collections::BTreeMap, fmt::Write, fs, path::Path};
use unicode_normalization::{is_nfc, UnicodeNormalization};
use unicode_security::MixedScript;

/// How tables are made anew: a decision, because keys change.
const HOW_TO_RENEW: &str = "the full Unicode tables changed. If names are to follow them: raise \
	TABLES_VERSION and UNICODE_VERSION, run `cargo test -p polity-name-key --release -- --ignored \
	write_tables`, review the difference and write the migration of the keys in state";

fn kind_name(kind: Kind) -> &'static str {
	match kind {
		Kind::Space => "space",
		Kind::Digit => "digit",
		Kind::Symbol => "symbol",
		Kind::Letter(Script::Latin) => "latin",
		Kind::Letter(Script::Greek) => "greek",
		Kind::Letter(Script::Cyrillic) => "cyrillic",
	}
}

fn unicode_version() -> String {
	let (major, minor, update) = UNICODE_VERSION;
	format!("{major}.{minor}.{update}")
}

#[test]
fn unicode_version_should_be_that_of_both_crates() {
	let (major, minor, update) = UNICODE_VERSION;
	let wide = (u64::from(major), u64::from(minor), u64::from(update));
	assert_eq!(unicode_normalization::UNICODE_VERSION, UNICODE_VERSION, "{HOW_TO_RENEW}");
	assert_eq!(unicode_security::UNICODE_VERSION, wide, "{HOW_TO_RENEW}");
}

/// Upper case comes from the standard library, whose version of Unicode follows the compiler. It is
/// not compared by number, so that a new compiler passes where it changes no allowed character.
#[test]
fn folding_should_equal_the_full_tables_for_every_allowed_character() {
	for character in allowed_characters() {
		let text = character.to_string();
		let (expected, rounds) = reference::fold(&text);
		assert_eq!(
			folded(&text),
			expected,
			"{character} {}: {HOW_TO_RENEW} (standard library: Unicode {:?})",
			character.escape_unicode(),
			char::UNICODE_VERSION,
		);
		assert!(rounds <= 3, "{character} needs {rounds} rounds");
	}
}

#[test]
fn folding_should_have_ordered_entries_that_change_an_allowed_character() {
	for pair in FOLDED.windows(2) {
		assert!(pair[0].0 < pair[1].0);
	}
	for (from, to) in FOLDED {
		assert!(kind(*from).is_some());
		assert_ne!(from.to_string(), *to);
		assert!(!to.is_empty());
	}
}

#[test]
fn folding_should_give_letters_and_signs_as_the_standard_library_sees_them() {
	for character in allowed_characters() {
		for folded in folded(&character.to_string()).chars() {
			assert_eq!(is_letter_or_digit(folded), folded.is_alphanumeric(), "{folded}");
			assert_eq!(is_letter_or_digit(folded), kind(folded).is_none_or(is_word_character));
		}
	}
	fn is_word_character(kind: Kind) -> bool {
		matches!(kind, Kind::Digit | Kind::Letter(_))
	}
}

#[test]
fn folding_should_keep_a_key_within_its_bound() {
	for character in allowed_characters() {
		let before = character.len_utf8();
		let after = folded(&character.to_string()).len();
		assert!(after * MAX_NAME_BYTES <= before * MAX_KEY_BYTES, "{character}");
	}
}

#[test]
fn small_prototypes_should_all_have_a_capital() {
	for character in allowed_characters().filter(|character| character.is_alphanumeric()) {
		let key = folded(&character.to_string());
		assert!(!key.chars().any(char::is_lowercase), "{character} folds to {key}");
	}
	for (small, capital) in reference::CAPITAL_OF_SMALL_PROTOTYPE {
		assert_eq!(reference::single_prototype(capital), Some(small));
	}
}

#[test]
fn allowed_ranges_should_be_in_order_and_apart() {
	for (first, last, _) in ALLOWED {
		assert!(first <= last);
	}
	for pair in ALLOWED.windows(2) {
		assert!(pair[0].1 < pair[1].0);
	}
}

#[test]
fn allowed_characters_should_be_assigned_and_in_composed_form() {
	for character in allowed_characters() {
		assert!(unicode_normalization::char::is_public_assigned(character));
		assert!(!unicode_normalization::char::is_combining_mark(character));
		assert!(!character.is_control());
		assert!(is_nfc(&character.to_string()));
		// Nothing composes with what stands before it, so neither does a text of them.
		assert!(is_nfc(&format!("a{character}")));
		let upper: String = character.to_uppercase().nfc().collect();
		if upper.chars().count() == 1 {
			assert!(kind(upper.chars().next().unwrap()).is_some(), "capital of {character}");
		}
	}
}

#[test]
fn allowed_letters_should_be_of_the_script_that_the_table_says() {
	for character in allowed_characters() {
		let single = |with: char| format!("{with}{character}").is_single_script();
		let scripts = (single('A'), single('\u{3a9}'), single('\u{416}'));
		let expected = match kind(character).unwrap() {
			Kind::Letter(Script::Latin) => (true, false, false),
			Kind::Letter(Script::Greek) => (false, true, false),
			Kind::Letter(Script::Cyrillic) => (false, false, true),
			// Unicode knows signs that only some scripts use; a name may hold them with any.
			_ => scripts,
		};
		assert_eq!(scripts, expected, "{character}");
		assert_eq!(
			matches!(kind(character), Some(Kind::Letter(_))),
			character.is_alphabetic(),
			"{character}"
		);
		assert_eq!(kind(character) == Some(Kind::Digit), character.is_numeric(), "{character}");
	}
}

#[test]
fn legal_forms_should_be_folded_ordered_and_in_one_table_only() {
	for forms in [UNMISTAKABLE_FORMS, LAST_WORD_FORMS] {
		for pair in forms.windows(2) {
			assert!(pair[0] < pair[1], "{} before {}", pair[0], pair[1]);
		}
		for form in forms {
			assert_eq!(reference::fold(form).0, *form);
			assert!(form.chars().all(char::is_alphabetic), "{form}");
		}
	}
	assert!(!LAST_WORD_FORMS.iter().any(|form| UNMISTAKABLE_FORMS.contains(form)));
	let longest = UNMISTAKABLE_FORMS.iter().chain(LAST_WORD_FORMS).map(|form| form.chars().count());
	assert_eq!(longest.max(), Some(LONGEST_FORM));
}

/// The tables for implementations in other languages.
fn tables_as_json() -> Value {
	let characters: BTreeMap<String, Value> = allowed_characters()
		.map(|character| {
			let text = character.to_string();
			let row = json!([kind_name(kind(character).unwrap()), folded(&text)]);
			(text, row)
		})
		.collect();
	json!({
		"tablesVersion": TABLES_VERSION,
		"unicodeVersion": unicode_version(),
		"maxNameBytes": MAX_NAME_BYTES,
		"characters": characters,
		"unmistakableForms": UNMISTAKABLE_FORMS,
		"lastWordForms": LAST_WORD_FORMS,
	})
}

#[test]
fn tables_for_other_languages_should_equal_those_of_this_crate() {
	let written: Value = serde_json::from_str(include_str!("../../vectors/tables.json")).unwrap();
	assert!(written == tables_as_json(), "vectors/tables.json is stale: {HOW_TO_RENEW}");
}

/// Writes `src/folding.rs` from the full tables, and then, once that is compiled, at the second
/// run, `vectors/tables.json` from it.
#[test]
#[ignore = "writes src/folding.rs and vectors/tables.json"]
fn write_tables() {
	let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
	let entries: Vec<(char, String)> = allowed_characters()
		.map(|character| (character, reference::fold(&character.to_string()).0))
		.filter(|(from, to)| from.to_string() != *to)
		.collect();
	let mut source = String::from(
		"//! What each allowed character becomes in a key, where it does not stay as it is: the \
		 outcome of\n//! NFKC, upper case, restricted skeleton and folded diacritics. Written by \
		 the test `write_tables`\n//! from the full Unicode tables and compared with them by \
		 others.\n\n/// Character and what it folds to, in order of code points.\n\
		 #[rustfmt::skip]\npub(crate) const FOLDED: &[(char, &str)] = &[\n",
	);
	for row in entries.chunks(5) {
		let cells: Vec<String> = row
			.iter()
			.map(|(from, to)| {
				format!("({}, {})", literal(&from.to_string(), '\''), literal(to, '"'))
			})
			.collect();
		writeln!(source, "\t{},", cells.join(", ")).unwrap();
	}
	source.push_str("];\n");
	fs::write(folder.join("src/folding.rs"), source).unwrap();

	let tables = tables_as_json();
	let mut text = String::from("{\n");
	for name in ["tablesVersion", "unicodeVersion", "maxNameBytes"] {
		writeln!(text, "  \"{name}\": {},", tables[name]).unwrap();
	}
	for name in ["unmistakableForms", "lastWordForms"] {
		writeln!(text, "  \"{name}\": {},", tables[name]).unwrap();
	}
	text.push_str("  \"characters\": {\n");
	let rows: Vec<String> = allowed_characters()
		.map(|character| {
			let name = character.to_string();
			format!("    {}: {}", Value::from(name.clone()), tables["characters"][&name])
		})
		.collect();
	writeln!(text, "{}\n  }}\n}}", rows.join(",\n")).unwrap();
	fs::write(folder.join("vectors/tables.json"), text).unwrap();
}

/// A literal of Rust in ASCII, between the given quotation marks.
fn literal(text: &str, quote: char) -> String {
	let mut literal = String::from(quote);
	for character in text.chars() {
		match character {
			'\\' => literal.push_str("\\\\"),
			character if character == quote => literal.extend(['\\', character]),
			character if character.is_ascii() => literal.push(character),
			character => literal.extend(character.escape_unicode()),
		}
	}
	literal.push(quote);
	literal
}
