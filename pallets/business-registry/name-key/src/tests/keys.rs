//! One test for each step, each decision and each refusal. Every expected key is written out.

use super::{folded, key_of, reference};
use crate::{name_key, validate, NameError, NameKey, MAX_NAME_BYTES};

/// Asserts that all names have one key.
fn assert_same(names: &[&str]) {
	for name in names {
		assert_eq!(key_of(name), key_of(names[0]), "{name} beside {}", names[0]);
	}
}

/// Asserts that each name has a key of its own.
fn assert_different(names: &[&str]) {
	for (position, name) in names.iter().enumerate() {
		for other in &names[..position] {
			assert_ne!(key_of(name), key_of(other), "{name} beside {other}");
		}
	}
}

#[test]
fn key_should_show_its_bytes_and_text() {
	let key = name_key("Acme Ltd").unwrap();
	assert_eq!(key.as_bytes(), b"ACME");
	assert_eq!(key.as_ref(), b"ACME");
	assert_eq!(key.as_str(), "ACME");
	assert_eq!(key.to_string(), "ACME");
	assert_eq!(key, NameKey("ACME".into()));
}

// Step 1: NFKC.

#[test]
fn key_should_be_the_same_when_a_compatibility_character_is_spelled_out() {
	assert_eq!(key_of("N\u{ba} 1\u{aa}"), "NOIA");
	assert_same(&["\u{2116} 7 BAKERY", "No 7 Bakery"]);
	assert_same(&["\u{133}SSEL B.V.", "IJssel BV"]);
	assert_same(&["PARAL\u{140}EL", "PARAL\u{b7}LEL", "PARALLEL"]);
}

// Step 2: upper case.

#[test]
fn key_should_be_the_same_when_only_case_differs() {
	assert_same(&["Acme Rockets", "ACME ROCKETS", "acme rockets", "aCMe rOCKETs"]);
	assert_same(&["STRASSE", "Stra\u{df}e", "STRA\u{1e9e}E"]);
	assert_same(&["\u{3a3}\u{3bf}\u{3c6}\u{3cc}\u{3c2}", "\u{3a3}\u{39f}\u{3a6}\u{39f}\u{3a3}"]);
}

/// Case is folded before look-alikes: a small Cyrillic м or т looks like no Latin letter.
#[test]
fn key_should_be_the_same_when_a_name_is_all_cyrillic_in_any_case() {
	assert_eq!(key_of("\u{410}\u{421}\u{41c}\u{415}"), "ACME");
	assert_same(&[
		"ACME",
		"Acme, LLC",
		"\u{410}\u{421}\u{41c}\u{415}",
		"\u{430}\u{441}\u{43c}\u{435}",
		"\u{410}\u{441}\u{43c}\u{435} Ltd",
	]);
}

// Step 3: look-alike characters.

#[test]
fn key_should_be_the_same_when_letters_look_alike() {
	// Latin, Greek, Cyrillic.
	assert_same(&[
		"POTATO",
		"\u{3a1}\u{39f}\u{3a4}\u{391}\u{3a4}\u{39f}",
		"\u{420}\u{41e}\u{422}\u{410}\u{422}\u{41e}",
	]);
	// Greek and Cyrillic letters that no Latin one looks like.
	assert_same(&["\u{3a0}\u{3a1}\u{39f}\u{393}", "\u{41f}\u{420}\u{41e}\u{413}"]);
	assert_eq!(key_of("\u{41f}\u{420}\u{41e}\u{413}"), "\u{3a0}PO\u{393}");
}

#[test]
fn key_should_be_the_same_when_a_digit_looks_like_a_letter() {
	assert_same(&["A1 CABS", "AI CABS"]);
	assert_same(&["0SLO 1NK", "OSLO INK"]);
	assert_different(&["2 CABS", "Z CABS", "5 CABS", "S CABS", "8 CABS", "B CABS"]);
}

#[test]
fn key_should_differ_when_a_look_alike_has_two_characters() {
	assert_different(&["MODEM", "MODERN"]);
	assert_different(&["\u{c6}THER", "AETHER"]);
	assert_different(&["W\u{152}UF", "WOEUF"]);
}

/// A small L looks like a capital I, a capital L does not: names are compared in capitals.
#[test]
fn key_should_differ_when_only_the_small_letters_look_alike() {
	assert_different(&["MAIL", "MALL"]);
	assert_different(&["BILL", "BLLL"]);
	// Soft sign and ve: the first looks like a small b.
	assert_different(&["\u{421}\u{41e}\u{41b}\u{42c}", "\u{421}\u{41e}\u{41b}\u{412}"]);
}

#[test]
fn skeleton_should_not_make_a_letter_of_a_sign() {
	assert_eq!(folded("\u{20ac}\u{2014}\u{a5}\u{a1}"), "\u{20ac}\u{2014}\u{a5}\u{a1}");
	assert_same(&["\u{20ac}URO", "URO"]);
}

// Step 4: diacritics.

#[test]
fn key_should_be_the_same_when_only_diacritics_differ() {
	assert_same(&["CAF\u{c9} \u{c5}NGSTR\u{d6}M", "Cafe Angstrom"]);
	assert_same(&["\u{141}\u{d3}D\u{179}", "LODZ"]);
	assert_same(&["\u{d8}RSTED", "ORSTED", "\u{d6}RSTED", "\u{1fe}RSTED"]);
	assert_same(&["\u{110}AKOVO", "\u{d0}AKOVO", "DAKOVO"]);
	assert_same(&["\u{126}AL \u{166}AR", "HAL TAR"]);
	assert_same(&["\u{41d}\u{43e}\u{432}\u{44b}\u{439}", "\u{41d}\u{43e}\u{432}\u{44b}\u{438}"]);
	assert_same(&["\u{391}\u{3b8}\u{3ae}\u{3bd}\u{3b1}", "\u{391}\u{398}\u{397}\u{39d}\u{391}"]);
}

/// UTS #39 sees a bar over a b in the Cyrillic be, and one through an O in the Greek theta. They
/// are no diacritics: only the struck letters of the Latin script are folded.
#[test]
fn key_should_differ_when_a_letter_only_contains_the_shape_of_another() {
	assert_different(&["\u{411}\u{410}\u{41d}\u{41a}", "\u{412}\u{410}\u{41d}\u{41a}"]);
	assert_different(&["\u{398}\u{395}\u{391}", "\u{39f}\u{395}\u{391}"]);
	assert_different(&["\u{de}OR", "POR", "TOR"]);
}

// Step 5: legal forms.

#[test]
fn key_should_be_the_same_when_only_the_legal_form_differs() {
	assert_same(&[
		"ACME",
		"ACME LTD",
		"ACME LTD.",
		"Acme Limited",
		"ACME, INC.",
		"ACME PLC",
		"ACME P.L.C.",
		"ACME P L C",
		"ACME L.L.C.",
		"ACME PUBLIC LIMITED COMPANY",
		"ACME COMMUNITY INTEREST COMPANY",
		"ACME C.I.C.",
		"ACME CYFYNGEDIG",
		"ACME GmbH",
		"ACME GmbH & Co. KG",
		"ACME S.A.",
		"ACME S. A.",
		"ACME S.p.A.",
		"ACME A/S",
		"ACME S.\u{e0} r.l.",
		"ACME Sp. z o.o.",
		"ACME SP\u{d3}\u{141}KA AKCYJNA",
		"ACME \u{415}\u{41e}\u{41e}\u{414}",
		"ACME \u{39b}\u{3a4}\u{394}",
		"ACME Oy",
		"ACME (Pty) Ltd",
		"ACME-LTD",
		"\"ACME LTD\"",
		"\"ACME\" (LIMITED).",
	]);
}

#[test]
fn legal_form_should_stay_when_it_is_not_at_the_end() {
	assert_eq!(key_of("LIMITED EDITIONS LTD"), "LIMITEDEDITIONS");
	assert_eq!(key_of("THE LIMITED COMPANY LTD"), "THELIMITEDCOMPANY");
	assert_eq!(key_of("GMBH ADVISERS"), "GMBHADVISERS");
}

#[test]
fn legal_form_should_stay_when_it_is_only_the_end_of_a_word() {
	assert_eq!(key_of("UNLIMITED"), "UNLIMITED");
	assert_eq!(key_of("ACMELTD"), "ACMELTD");
	assert_eq!(key_of("VISA"), "VISA");
}

#[test]
fn legal_form_should_go_each_time_when_it_is_unmistakable() {
	assert_same(&[
		"ACME",
		"ACME LTD LTD",
		"\"ACME LTD\" LIMITED",
		"ACME INC LTD PLC",
		"ACME LTD S.A.",
		"ACME LTD LTD LTD LTD LTD LTD LTD LTD",
	]);
}

#[test]
fn legal_form_should_go_once_and_last_when_it_is_also_a_word() {
	assert_eq!(key_of("HEALTH SPA LTD"), "HEALTHSPA");
	assert_eq!(key_of("HEALTH S.P.A."), "HEALTH");
	assert_eq!(key_of("ACME SA AG"), "ACMESA");
	assert_different(&["HEALTH LTD", "HEALTH SPA LTD"]);
}

#[test]
fn legal_form_should_stay_when_its_letters_are_joined_or_cut() {
	assert_eq!(key_of("VITAMINS A&B"), "VITAMINSAB");
	assert_eq!(key_of("MAISON D'AG"), "MAISONDAG");
	assert_eq!(key_of("MAISON D\u{2019}AG"), "MAISONDAG");
	// Two words are neither one word nor initials.
	assert_eq!(key_of("LA SP A"), "LASPA");
}

#[test]
fn company_and_co_should_stay_because_they_are_words_of_the_name() {
	assert_eq!(key_of("ACME CO., LTD"), "ACMECO");
	assert_different(&["ACME LTD", "ACME CO LTD", "ACME COMPANY LIMITED"]);
}

#[test]
fn longest_legal_form_should_go_when_several_end_alike() {
	assert_eq!(key_of("ACME COMMUNITY INTEREST PUBLIC LIMITED COMPANY"), "ACME");
	assert_eq!(key_of("ACME LIMITED LIABILITY PARTNERSHIP"), "ACME");
	assert_eq!(key_of("ACME LIABILITY PARTNERSHIP"), "ACMELIABILITYPARTNERSHIP");
}

// Step 6 and 7: punctuation and space; what remains.

#[test]
fn key_should_be_the_same_when_only_punctuation_or_space_differs() {
	assert_same(&[
		"A.C.M.E. ROCKETS",
		"ACME ROCKETS",
		"ACME  ROCKETS",
		"AC-ME/ROCKETS!",
		"'Acme' \u{201e}Rockets\u{201c}",
		"(ACME) + ROCKETS \u{2026}",
		"ACMEROCKETS",
		"$ACME ROCKETS\u{20ac}",
	]);
}

#[test]
fn symbols_should_be_the_key_when_nothing_else_remains() {
	assert_eq!(key_of("! LTD"), "!");
	assert_eq!(key_of("&&& LIMITED"), "&&&");
	assert_eq!(key_of("- LTD"), "-");
	assert_eq!(key_of("--- LTD"), "---");
	assert_eq!(key_of("& & & PLC"), "&&&");
	assert_eq!(key_of("?"), "?");
	assert_same(&["! LTD", "! LIMITED", "! SA", "!"]);
	assert_same(&["- LTD", "\u{2013} LTD"]);
	assert_different(&["! LTD", "&&& LIMITED", "& LIMITED", "- LTD", "--- LTD", "LTD", "LIMITED"]);
}

#[test]
fn legal_form_should_be_the_key_when_it_is_the_whole_name() {
	assert_eq!(key_of("LTD"), "LTD");
	assert_eq!(key_of("Limited"), "LIMITED");
	assert_eq!(key_of("LTD LTD"), "LTD");
	assert_eq!(key_of("LIMITED LTD"), "LIMITED");
	assert_eq!(key_of("L.T.D."), "LTD");
	assert_eq!(key_of("LTD!"), "LTD");
	assert_eq!(key_of("SA"), "SA");
	assert_eq!(key_of("PUBLIC LIMITED COMPANY"), "PUBLICLIMITEDCOMPANY");
}

#[test]
fn names_should_differ_when_and_or_the_is_spelled_otherwise() {
	assert_different(&["SMITH & JONES LTD", "SMITH AND JONES LTD"]);
	assert_different(&["THE BAKERY LTD", "BAKERY LTD"]);
}

// Refusals.

#[test]
fn name_should_be_refused_when_it_is_empty() {
	assert_eq!(validate(""), Err(NameError::Empty));
	assert_eq!(name_key(""), Err(NameError::Empty));
}

#[test]
fn name_should_be_refused_when_it_is_too_long() {
	assert_eq!(validate(&"A".repeat(MAX_NAME_BYTES)), Ok(()));
	assert_eq!(validate(&"A".repeat(MAX_NAME_BYTES + 1)), Err(NameError::TooLong));
	assert_eq!(validate(&"\u{416}".repeat(80)), Ok(()));
	assert_eq!(name_key(&"\u{416}".repeat(81)), Err(NameError::TooLong));
}

#[test]
fn name_should_be_refused_when_a_space_stands_at_an_end() {
	for name in [" ", " ACME", "ACME ", "  "] {
		assert_eq!(name_key(name), Err(NameError::LeadingOrTrailingSpace), "{name:?}");
	}
	assert_eq!(validate("ACME  ROCKETS"), Ok(()), "a doubled space occurs in real names");
}

#[test]
fn name_should_be_refused_when_a_character_is_not_allowed() {
	let refused =
		"\0\t\n\r\u{7f}\u{85}|\u{a0}\u{ad}\u{b2}\u{17f}\u{5d0}\u{661}\u{200b}\u{200d}\u{200e}\
		\u{202e}\u{2028}\u{2066}\u{2122}\u{4e2d}\u{e000}\u{feff}\u{ff21}\u{fffd}\u{1d400}\u{1f600}\
		\u{10ffff}";
	for character in refused.chars() {
		assert_eq!(
			validate(&format!("A{character}B")),
			Err(NameError::DisallowedCharacter(character)),
		);
	}
	assert_eq!(validate("A\u{c0}B"), Ok(()));
}

#[test]
fn name_should_be_refused_when_it_is_not_composed() {
	assert_eq!(validate("Caf\u{e9}"), Ok(()));
	assert_eq!(validate("Cafe\u{301}"), Err(NameError::DisallowedCharacter('\u{301}')));
	assert_eq!(validate("\u{212b}"), Err(NameError::DisallowedCharacter('\u{212b}')));
}

#[test]
fn name_should_be_refused_when_a_word_mixes_scripts() {
	for name in [
		"AC\u{41c}E",
		"\u{430}cme Ltd",
		"Co\u{3c5}rt Ltd",
		"\u{3a0}\u{420}",
		"\u{410}\u{412}\u{422}\u{41e}-LUX",
		"X\u{416}1",
	] {
		assert_eq!(name_key(name), Err(NameError::MixedScripts), "{name}");
	}
	for name in [
		"\u{422}\u{435}\u{441}\u{442} Trading Ltd",
		"24\u{447}\u{430}\u{441}\u{430}",
		"\u{20ac}uro \u{201e}\u{416}\u{201c}",
		"4711",
	] {
		assert_eq!(validate(name), Ok(()), "{name}");
	}
}

#[test]
fn first_refusal_should_be_told_when_there_are_several() {
	let long = format!(" |{}", "A".repeat(MAX_NAME_BYTES));
	assert_eq!(validate(&long), Err(NameError::TooLong));
	assert_eq!(validate(" A|\u{416}"), Err(NameError::LeadingOrTrailingSpace));
	assert_eq!(validate("A\u{416} |"), Err(NameError::DisallowedCharacter('|')));
}

#[test]
fn refusal_should_say_what_is_wrong() {
	let texts = [
		(NameError::Empty, "the name is empty"),
		(NameError::TooLong, "the name has more than 160 bytes"),
		(NameError::LeadingOrTrailingSpace, "the name begins or ends with a space"),
		(NameError::DisallowedCharacter('\u{202e}'), "the name may not hold \\u{202e}"),
		(NameError::MixedScripts, "a word of the name mixes two scripts"),
	];
	for (error, text) in texts {
		assert_eq!(error.to_string(), text);
	}
}

// The steps of the reference, so that what the tables are compared with is itself tested.

#[test]
fn reference_steps_should_do_one_thing_each() {
	assert_eq!(reference::upper_case("stra\u{df}e"), "STRASSE");
	assert_eq!(reference::restricted_skeleton("MODEM1|m"), "MODEMI|m");
	assert_eq!(reference::restricted_skeleton("\u{415}\u{451}"), "Ee\u{308}");
	assert_eq!(reference::fold_diacritics("\u{d8}\u{c9}\u{c6}"), "OE\u{c6}");
	assert_eq!(reference::fold("\u{404}").0, "\u{a792}");
}
