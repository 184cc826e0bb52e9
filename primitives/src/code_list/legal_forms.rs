//! Legal forms of companies by their entity legal form codes (ISO 20275).
//!
//! The code list that GLEIF keeps for the standard has more than 3,000 codes. Here stand those of
//! the countries whose registers this network takes companies from; a country is added with its
//! rows of the list (version of 2023-09-28), never with codes of its own. Codes that the list has
//! retired stay: companies of an older register still have them, new ones cannot take them.

use codec::{DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;

use crate::{code_list::countries::Country, ids::IdError};

/// One legal form of the list.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct KnownLegalForm {
	/// Its code.
	pub code: [u8; 4],
	/// The country whose law provides for it (ISO 3166-1 alpha-2).
	pub country: [u8; 2],
	/// Whether the list still has it as active, so that a company can be founded in it.
	pub is_current: bool,
	/// Its name in an official language of the country.
	pub name: &'static str,
}

const fn current(code: [u8; 4], country: [u8; 2], name: &'static str) -> KnownLegalForm {
	KnownLegalForm { code, country, is_current: true, name }
}

const fn retired(code: [u8; 4], country: [u8; 2], name: &'static str) -> KnownLegalForm {
	KnownLegalForm { code, country, is_current: false, name }
}

/// Every legal form that is known, in the order of their codes.
pub static LEGAL_FORMS: &[KnownLegalForm] = &[
	current(*b"17R0", *b"GB", "Community Interest Company"),
	retired(*b"1W62", *b"GB", "Oversea Company"),
	current(*b"468Q", *b"GB", "United Kingdom Societas"),
	current(*b"4A3J", *b"GB", "Northern Ireland Company"),
	current(*b"4GJI", *b"GB", "Private Limited by Guarantee"),
	current(*b"57V7", *b"GB", "Private Unlimited"),
	current(*b"5FRT", *b"GB", "Other Type of Company (in Northern Ireland)"),
	current(*b"5WWO", *b"AT", "Privatstiftung"),
	current(*b"60IF", *b"GB", "Private Unlimited/No Share Capital"),
	current(*b"7T8N", *b"GB", "Charitable Incorporated Organisation"),
	current(*b"7VVZ", *b"GB", "Co-operative Society (Northern Ireland)"),
	current(*b"8CF0", *b"GB", "Assurance Company"),
	current(*b"8XDW", *b"AT", "Genossenschaft"),
	current(*b"9B78", *b"GB", "Royal Charter Company"),
	retired(*b"A2X8", *b"GB", "Unregistered Company"),
	current(*b"AVYY", *b"GB", "Government Entity"),
	current(*b"AXSB", *b"AT", "Gesellschaft mit beschränkter Haftung"),
	current(*b"B6ES", *b"GB", "Public Limited Company"),
	current(*b"BX6Y", *b"GB", "Friendly Society"),
	retired(*b"C605", *b"GB", "Private Limited by Shares (Section 30 Exemption)"),
	retired(*b"CDOT", *b"GB", "UK Establishment"),
	current(*b"E12O", *b"GB", "Building Society"),
	current(*b"EQOV", *b"AT", "Aktiengesellschaft"),
	retired(*b"FVGZ", *b"GB", "Industrial and Provident Society"),
	current(*b"G12F", *b"GB", "Private Limited by Guarantee/No Share Capital"),
	current(*b"H0PO", *b"GB", "Private Limited Company"),
	retired(*b"HHYT", *b"GB", "European Public Limited-Liability Company (Societas Europaea)"),
	retired(*b"HX6D", *b"GB", "Private Limited"),
	current(*b"ID30", *b"GB", "Limited Partnership"),
	current(*b"IYXU", *b"GB", "Community Benefit Society"),
	current(*b"JTAV", *b"AT", "Offene Gesellschaft"),
	current(*b"JTCO", *b"GB", "Credit Union (Northern Ireland)"),
	retired(*b"NAUO", *b"GB", "Other Company Type"),
	current(*b"NBTW", *b"GB", "Scottish Partnership"),
	current(*b"O65B", *b"AT", "Europäische Gesellschaft (SE)"),
	current(*b"ONF1", *b"AT", "Kommanditgesellschaft"),
	current(*b"Q0M5", *b"GB", "Unregistered Company"),
	current(*b"STX7", *b"GB", "Scottish Charitable Incorporated Organisation"),
	current(*b"TT2H", *b"GB", "Protected Cell Company"),
	retired(
		*b"TYJK",
		*b"GB",
		"Private Limited by Guarantee/No Share Capital (Use of Limited Exemption)",
	),
	retired(*b"U6R9", *b"GB", "European Economic Interest Grouping"),
	current(*b"UTY8", *b"GB", "Community Benefit Society (Northern Ireland)"),
	current(*b"VV0W", *b"GB", "Investment Company with Variable Capital"),
	current(*b"VYF8", *b"GB", "United Kingdom Economic Interest Grouping"),
	current(*b"WBQU", *b"GB", "Credit Union"),
	current(*b"XLZV", *b"GB", "Registered Society"),
	current(*b"Z0EY", *b"GB", "Limited Liability Partnership"),
	current(*b"ZQ6S", *b"GB", "Old Public Company"),
	current(*b"ZZGG", *b"GB", "Co-operative Society"),
];

/// The code that ISO 20275 reserves for a form that has no code yet.
const NO_CODE_YET: [u8; 4] = *b"8888";

/// A legal form: a code of [`LEGAL_FORMS`], or [`Self::NO_CODE_YET`]. Decoding refuses any other,
/// also 9999, which stands for an entity without a legal form of its own and hence for none that
/// a business register keeps.
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
pub struct LegalForm([u8; 4]);

impl LegalForm {
	/// 8888: a form that the code list does not have. Only an imported company can have it.
	pub const NO_CODE_YET: Self = Self(NO_CODE_YET);

	/// The legal form with this code.
	///
	/// # Errors
	/// [`IdError::OutOfRange`] when the code is not in the list.
	pub fn new(code: [u8; 4]) -> Result<Self, IdError> {
		if code == NO_CODE_YET || find(&code).is_some() {
			Ok(Self(code))
		} else {
			Err(IdError::OutOfRange)
		}
	}

	/// The four characters of the code.
	pub const fn as_bytes(&self) -> &[u8; 4] {
		&self.0
	}

	/// The form's row of the list; none for [`Self::NO_CODE_YET`].
	pub fn known(&self) -> Option<&'static KnownLegalForm> {
		find(&self.0)
	}

	/// Whether a company can be founded in this form: it has a code, and the list has not retired
	/// it.
	pub fn can_be_founded(&self) -> bool {
		self.known().is_some_and(|form| form.is_current)
	}

	/// Whether the law of a country provides for this form. [`Self::NO_CODE_YET`] may be of any.
	pub fn is_of(&self, country: Country) -> bool {
		self.known().is_none_or(|form| form.country == *country.as_bytes())
	}
}

fn find(code: &[u8; 4]) -> Option<&'static KnownLegalForm> {
	LEGAL_FORMS
		.binary_search_by(|form| form.code.cmp(code))
		.ok()
		.and_then(|position| LEGAL_FORMS.get(position))
}

checked_decode!(LegalForm::new([u8; 4]), "not a legal form of the code list (ISO 20275)");

impl fmt::Display for LegalForm {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		formatter.write_str(core::str::from_utf8(&self.0).unwrap_or_default())
	}
}

impl FromStr for LegalForm {
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
	fn legal_forms_should_be_sorted_and_of_a_country() {
		assert!(LEGAL_FORMS.is_sorted_by(|one, other| one.code < other.code));
		for form in LEGAL_FORMS {
			assert!(Country::new(form.country).is_ok(), "{}", form.name);
			assert!(form
				.code
				.iter()
				.all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()));
			assert!(LegalForm::new(form.code).unwrap().is_of(Country::new(form.country).unwrap()));
		}
	}

	#[test]
	fn legal_form_should_fail_when_it_is_not_in_the_list() {
		for code in ["9999", "0000", "XXXX", "h0po"] {
			assert_eq!(code.parse::<LegalForm>(), Err(IdError::OutOfRange));
			assert!(LegalForm::decode(&mut code.as_bytes()).is_err());
		}
		assert_eq!("H0P".parse::<LegalForm>(), Err(IdError::WrongLength));
		let form: LegalForm = "H0PO".parse().unwrap();
		assert_eq!(LegalForm::decode(&mut &form.encode()[..]), Ok(form));
		assert_eq!(form.to_string(), "H0PO");
	}

	#[test]
	fn legal_form_should_not_be_founded_when_it_is_retired_or_has_no_code() {
		let austria: Country = "AT".parse().unwrap();
		let britain: Country = "GB".parse().unwrap();
		let limited: LegalForm = "H0PO".parse().unwrap();
		assert!(limited.can_be_founded() && limited.is_of(britain) && !limited.is_of(austria));
		assert!(!"FVGZ".parse::<LegalForm>().unwrap().can_be_founded());
		assert!(!LegalForm::NO_CODE_YET.can_be_founded());
		assert!(LegalForm::NO_CODE_YET.is_of(britain));
	}
}
