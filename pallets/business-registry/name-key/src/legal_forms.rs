//! The words for a legal form, which say what a company is and not which one it is.

use crate::characters::is_letter_or_digit;
use alloc::vec::Vec;

/// Legal forms that are nothing else, wherever they stand at the end of a name, so that they are
/// taken off again and again: "ACME LTD LTD" and "ACME INC LTD" are ACME.
///
/// Words and abbreviations of ISO 20275 for the jurisdictions whose companies commonly appear
/// abroad. Folded, without spaces and full stops, in order of code points. A new row changes keys:
/// see [`crate::TABLES_VERSION`].
pub(crate) const UNMISTAKABLE_FORMS: &[&str] = &[
	"ABPUBL",
	"AKSJESELSKAP",
	"AKTIEBOLAG",
	"AKTIENGESELLSCHAFT",
	"AKTIESELSKAB",
	"AKTSIASELTS",
	"ALLMENNAKSJESELSKAP",
	"ANONIMSIRKETI",
	"ANPARTSSELSKAB",
	"AN\u{3a9}NYMHETAIPEIA",
	"BESLOTENVENNOOTSCHAP",
	"BHD",
	"BVBA",
	"CHARITABLEINCORPORATEDORGANISATION",
	"CIC",
	"COMMUNITYINTERESTCOMPANY",
	"COMMUNITYINTERESTPLC",
	"COMMUNITYINTERESTPUBLICLIMITEDCOMPANY",
	"CUIDEACHTAPHOIBLITHEORANTA",
	"CVBA",
	"CWMNIBUDDIANTCYMUNEDOL",
	"CWMNICYFYNGEDIGCYHOEDDUS",
	"CYF",
	"CYFYNGEDIG",
	"DESIGNATEDACTIVITYCOMPANY",
	"EEIG",
	"EINKAHLUTAFELAG",
	"EIRELI",
	"EOOD",
	"EOO\u{414}",
	"EURL",
	"EUROPEANECONOMICINTERESTGROUPING",
	"GESELLSCHAFTMITBESCHRANKTERHAFTUNG",
	"GESMBH",
	"GGMBH",
	"GMBH",
	"GMBHCOKG",
	"GMBHUNDCOKG",
	"HLUTAFELAG",
	"INC",
	"INCORPORATED",
	"JULKINENOSAKEYHTIO",
	"KABUSHIKIKAISHA",
	"KFT",
	"KGAA",
	"KOMMANDITGESELLSCHAFT",
	"KORLATOLTFELELOSSEGUTARSASAG",
	"LIMITED",
	"LIMITEDLIABILITYCOMPANY",
	"LIMITEDLIABILITYPARTNERSHIP",
	"LIMITEDPARTNERSHIP",
	"LIMITEDSIRKETI",
	"LIMITEE",
	"LLC",
	"LLLP",
	"LLP",
	"LTD",
	"LTDA",
	"LTDSTI",
	"LTEE",
	"NAAMLOZEVENNOOTSCHAP",
	"NYRT",
	"OOD",
	"OO\u{414}",
	"OSAKEYHTIO",
	"OSAUHING",
	"OYAB",
	"PARTGMBB",
	"PARTNERIAETHATEBOLRWYDDCYFYNGEDIG",
	"PARTNERIAETHCYFYNGEDIG",
	"PLC",
	"PLLC",
	"PRIVATECOMPANYLIMITEDBYSHARES",
	"PRIVATELIMITED",
	"PRIVATELIMITEDCOMPANY",
	"PROPRIETARYLIMITED",
	"PTE",
	"PTY",
	"PUBLICLIMITEDCOMPANY",
	"PVT",
	"SADECV",
	"SAGL",
	"SARL",
	"SASU",
	"SCRL",
	"SDERL",
	"SDERLDECV",
	"SDNBHD",
	"SELARL",
	"SOCIEDADANONIMA",
	"SOCIEDADDERESPONSABILIDADLIMITADA",
	"SOCIEDADEANONIMA",
	"SOCIEDADLIMITADA",
	"SOCIETAARESPONSABILITALIMITATA",
	"SOCIETAPERAZIONI",
	"SOCIETEANONYME",
	"SOCIETEARESPONSABILITELIMITEE",
	"SOCIETEPARACTIONSSIMPLIFIEE",
	"SPOLKAAKCYJNA",
	"SPOLKAKOMANDYTOWA",
	"SPOLKAZOGRANICZONAODPOWIEDZIALNOSCIA",
	"SPOLSRO",
	"SPRL",
	"SPZOO",
	"SRL",
	"SRLS",
	"TEORANTA",
	"UGHAFTUNGSBESCHRANKT",
	"UNIPESSOALLDA",
	"UNLIMITEDCOMPANY",
	"UZDAROJIAKCINEBENDROVE",
	"ZRT",
	"\u{245}T\u{394}",
];

/// Legal forms that are also an everyday word, an abbreviation or initials ("HEALTH SPA LTD"), so
/// that they count only as the very last word of a name. Written as
/// [`UNMISTAKABLE_FORMS`].
pub(crate) const LAST_WORD_FORMS: &[&str] = &[
	"AB",
	"ABP",
	"AD",
	"AE",
	"AG",
	"APS",
	"AS",
	"ASA",
	"A\u{414}",
	"BT",
	"BV",
	"CBC",
	"CCC",
	"CIO",
	"CLG",
	"CORP",
	"CORPORATION",
	"CPT",
	"CV",
	"DAC",
	"DD",
	"DOO",
	"EAD",
	"EA\u{414}",
	"EG",
	"EHF",
	"EPE",
	"EV",
	"E\u{3a0}E",
	"GBR",
	"GIE",
	"HF",
	"IKE",
	"JDOO",
	"KG",
	"KK",
	"KS",
	"LDA",
	"LP",
	"NV",
	"OG",
	"OHG",
	"OU",
	"OY",
	"OYJ",
	"PAC",
	"PARTG",
	"PSA",
	"SA",
	"SAPA",
	"SAS",
	"SAU",
	"SCA",
	"SCIO",
	"SCS",
	"SE",
	"SGPS",
	"SIA",
	"SL",
	"SLL",
	"SLNE",
	"SLU",
	"SNC",
	"SPA",
	"SPJ",
	"SPK",
	"SRO",
	"TEO",
	"UAB",
	"UG",
	"ULC",
	"VOF",
	"\u{414}OO",
];

/// Letters of the longest form: where to stop reading back from the end of a name.
pub(crate) const LONGEST_FORM: usize = 37;

/// What of a folded name stands before its legal form. The whole name where it has none, and where
/// nothing but spaces would stand before it: "LTD" is a name of its own.
pub(crate) fn without_legal_forms(folded: &[char]) -> &[char] {
	let Some(mut rest) = before_form(folded, true) else { return folded };
	while let Some(shorter) = before_form(rest, false) {
		rest = shorter;
	}
	rest
}

/// What stands before the longest legal form at the end of a text, or none where it ends
/// otherwise.
///
/// The letters at the end are compared without what stands between them, because "L.L.C.",
/// "L L C" and "LLC" are one form, but the form must begin where a word begins. A form that is the
/// last word only has stricter rules: one word, or initials one by one, not joined by a sign that
/// means "and", and not the end of an elision such as "D'AG".
fn before_form(text: &[char], may_be_last_word_form: bool) -> Option<&[char]> {
	let mut letters_from_end: Vec<char> = Vec::with_capacity(LONGEST_FORM);
	let mut letters_in_word = 0usize;
	let mut words = 0usize;
	let mut longest_word = 0usize;
	let mut joined = false;
	let mut found = None;
	for (position, &character) in text.iter().enumerate().rev() {
		if !is_letter_or_digit(character) {
			letters_in_word = 0;
			joined |= !letters_from_end.is_empty() && matches!(character, '&' | '+');
			continue;
		}
		letters_from_end.push(character);
		if letters_from_end.len() > LONGEST_FORM {
			break;
		}
		letters_in_word = letters_in_word.saturating_add(1);
		longest_word = longest_word.max(letters_in_word);
		let Some(before) = text.get(..position) else { break };
		let previous = before.last().copied();
		if previous.is_some_and(is_letter_or_digit) {
			continue;
		}
		words = words.saturating_add(1);
		let something_remains = before.iter().any(|&character| character != ' ');
		// The tables are in the order of code points, which is how `cmp` compares.
		let is_one_of = |forms: &[&str]| {
			let letters = || letters_from_end.iter().rev().copied();
			forms.binary_search_by(|form| form.chars().cmp(letters())).is_ok()
		};
		let may_be_initials_or_word = words == 1 || longest_word == 1;
		let as_last_word = may_be_last_word_form
			&& may_be_initials_or_word
			&& !joined
			&& previous != Some('\'')
			&& is_one_of(LAST_WORD_FORMS);
		if something_remains && (as_last_word || is_one_of(UNMISTAKABLE_FORMS)) {
			found = Some(before);
		}
	}
	found
}
