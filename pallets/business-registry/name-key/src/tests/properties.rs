//! What holds for every name.

use super::{allowed_characters, folded, reference};
use crate::{
	characters::{is_letter_or_digit, kind, Kind, Script},
	key::key_of,
	legal_forms::{LAST_WORD_FORMS, UNMISTAKABLE_FORMS},
	name_key, validate, MAX_KEY_BYTES, MAX_NAME_BYTES,
};
use proptest::{
	collection::vec,
	prelude::*,
	sample::{select, Select},
};
use unicode_normalization::{char::is_combining_mark, is_nfc, UnicodeNormalization};

fn allowed(which: impl Fn(Kind) -> bool) -> Select<char> {
	select(allowed_characters().filter(|c| kind(*c).is_some_and(&which)).collect::<Vec<_>>())
}

/// Any text over the allowed characters, valid or not.
fn text() -> impl Strategy<Value = String> {
	vec(allowed(|_| true), 0..60).prop_map(String::from_iter)
}

/// A word of one to eight letters and digits in one script.
fn word() -> impl Strategy<Value = String> {
	select(vec![Script::Latin, Script::Greek, Script::Cyrillic])
		.prop_flat_map(|script| {
			vec(allowed(move |k| k == Kind::Digit || k == Kind::Letter(script)), 1..8)
		})
		.prop_map(String::from_iter)
}

/// Up to four words and a last one that no legal form is or ends with.
fn words() -> impl Strategy<Value = Vec<String>> {
	vec(word(), 0..4).prop_map(|mut words| {
		words.push("OMEGA".into());
		words
	})
}

/// What may stand between two words: at least one sign or space.
fn separator() -> impl Strategy<Value = String> {
	vec(
		prop_oneof![
			Just(' '),
			// Not the numero sign, which is two letters.
			allowed(|k| k == Kind::Symbol).prop_filter("a sign", |c| *c != '\u{2116}'),
		],
		1..4,
	)
	.prop_map(String::from_iter)
}

/// A name of words, or of signs alone, some with a legal form.
fn name() -> impl Strategy<Value = String> {
	let forms: Vec<&str> = UNMISTAKABLE_FORMS.iter().chain(LAST_WORD_FORMS).copied().collect();
	(
		prop_oneof![vec(word(), 1..4).prop_map(|words| words.join(" ")), separator()],
		select(forms),
		any::<bool>(),
	)
		.prop_map(|(name, form, with_form)| {
			if with_form {
				format!("{} {form}", name.trim())
			} else {
				name.trim().to_string()
			}
		})
		.prop_map(|name| name.trim().to_string())
		.prop_filter("a valid name", |name| validate(name).is_ok())
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn any_text_should_have_a_key_exactly_when_it_is_valid(
		characters in vec(prop_oneof![any::<char>(), allowed(|_| true)], 0..200),
	) {
		let text = String::from_iter(characters);
		prop_assert_eq!(name_key(&text).err(), validate(&text).err());
	}

	#[test]
	fn any_text_should_not_panic_when_the_check_is_left_out(characters in vec(any::<char>(), 0..200)) {
		key_of(&String::from_iter(characters));
	}

	#[test]
	fn valid_name_should_be_composed(text in text()) {
		prop_assert!(validate(&text).is_err() || is_nfc(&text));
	}

	#[test]
	fn key_should_be_bounded_and_hold_no_space(name in name()) {
		let key = name_key(&name).unwrap();
		prop_assert!(!key.as_bytes().is_empty());
		prop_assert!(key.as_bytes().len() <= MAX_KEY_BYTES);
		prop_assert!(!key.as_str().contains(' '));
		let letters = key.as_str().chars().filter(|c| is_letter_or_digit(*c)).count();
		prop_assert!(letters == 0 || letters == key.as_str().chars().count());
	}

	#[test]
	fn key_should_be_its_own_key(name in name()) {
		let key = name_key(&name).unwrap();
		prop_assert_eq!(key_of(key.as_str()), key.as_str());
		if let Ok(again) = name_key(key.as_str()) {
			prop_assert_eq!(again, key);
		}
	}

	#[test]
	fn folding_should_equal_the_steps_over_the_full_tables(text in text()) {
		prop_assert_eq!(folded(&text), reference::fold(&text).0);
	}

	#[test]
	fn folding_should_be_done_when_done_once(text in text()) {
		let once = folded(&text);
		prop_assert_eq!(reference::fold(&once).0, once.as_str());
		prop_assert_eq!(folded(&once), once);
	}

	#[test]
	fn restricted_skeleton_should_equal_the_full_one_when_all_prototypes_are_single(
		characters in vec(any::<char>().prop_filter("maps letter to letter, sign to sign", |c| {
			!is_combining_mark(*c)
				&& c.nfd().count() == 1
				&& reference::single_prototype(*c).is_some_and(|prototype| {
					prototype.is_alphanumeric() == c.is_alphanumeric()
						&& prototype != 'l' && prototype != 'b'
				})
		}), 0..20),
	) {
		let text = String::from_iter(characters);
		let full: String = unicode_security::skeleton(&text).collect();
		prop_assert_eq!(reference::restricted_skeleton(&text).nfd().collect::<String>(), full);
	}

	#[test]
	fn key_should_not_depend_on_case(name in name()) {
		let key = name_key(&name).unwrap();
		for other in [
			name.chars().flat_map(char::to_uppercase).nfc().collect::<String>(),
			name.chars().flat_map(char::to_lowercase).nfc().collect::<String>(),
		] {
			// Some letters have a capital only as letter and combining mark.
			if validate(&other).is_ok() {
				prop_assert_eq!(&name_key(&other).unwrap(), &key);
			}
		}
	}

	#[test]
	fn key_should_not_depend_on_diacritics(name in name()) {
		let plain: String = name.nfd().filter(|c| !is_combining_mark(*c)).collect();
		prop_assert_eq!(name_key(&plain), name_key(&name));
	}

	#[test]
	fn key_should_not_depend_on_punctuation_or_space(
		words in words(),
		separators in vec(separator(), 5),
		form in select(UNMISTAKABLE_FORMS.to_vec()),
	) {
		let key = key_of(&words.join(" "));
		let mut other = separators[4].clone();
		for (word, separator) in words.iter().zip(&separators) {
			other.push_str(word);
			other.push_str(separator);
		}
		prop_assert_eq!(key_of(other.trim()), key.as_str());
		prop_assert_eq!(key_of(&format!("{other}{form}.")), key);
	}

	#[test]
	fn key_should_not_depend_on_spaces_between_words(words in words()) {
		prop_assert_eq!(key_of(&words.concat()), key_of(&words.join(" ")));
	}

	#[test]
	fn key_should_not_depend_on_the_legal_form(
		words in words(),
		form in select(UNMISTAKABLE_FORMS.iter().chain(LAST_WORD_FORMS).copied().collect::<Vec<_>>()),
		inner in select(UNMISTAKABLE_FORMS.to_vec()),
	) {
		let name = words.join(" ");
		let key = key_of(&name);
		prop_assert_eq!(key_of(&format!("{name} {form}")), key.as_str());
		prop_assert_eq!(key_of(&format!("{name} {inner} {form}")), key.as_str());
		let initials: Vec<String> = form.chars().map(String::from).collect();
		prop_assert_eq!(key_of(&format!("{name} {}.", initials.join("."))), key);
	}

	#[test]
	fn key_of_signs_should_not_depend_on_the_legal_form(
		signs in separator().prop_filter("a sign", |signs| !signs.trim().is_empty()),
		form in select(UNMISTAKABLE_FORMS.to_vec()),
	) {
		let signs = signs.trim();
		prop_assert_eq!(key_of(&format!("{signs} {form}")), key_of(signs));
	}

	#[test]
	fn name_should_be_refused_when_a_word_has_two_scripts(
		one in allowed(|k| k == Kind::Letter(Script::Latin)),
		other in allowed(|k| matches!(k, Kind::Letter(Script::Greek | Script::Cyrillic))),
		between in vec(allowed(|k| k == Kind::Symbol || k == Kind::Digit), 0..5),
	) {
		let between = String::from_iter(between);
		prop_assert_eq!(
			validate(&format!("ACME {one}{between}{other}")),
			Err(crate::NameError::MixedScripts)
		);
		prop_assert_eq!(validate(&format!("{one}{between} {other}")), Ok(()));
	}

	#[test]
	fn name_should_be_refused_when_it_has_more_bytes_than_allowed(text in text()) {
		let long = text.repeat(200);
		prop_assume!(long.len() > MAX_NAME_BYTES);
		prop_assert_eq!(validate(&long), Err(crate::NameError::TooLong));
	}
}
