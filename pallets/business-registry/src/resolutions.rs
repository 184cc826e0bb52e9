//! What companies resolve before they merge or convert: the matter whose hash those who may bind a
//! company endorse in the register of officers.

use codec::Encode;
use polity_primitives::{code_list::LegalForm, CompanyNumber, Hash};
use sp_io::hashing::blake2_256;

/// Sets the matter of a merger apart from every other thing that is hashed.
const MERGER: &[u8; 15] = b"polity/merger/1";
/// Sets the matter of a conversion apart from every other thing that is hashed.
const CONVERSION: &[u8; 19] = b"polity/conversion/1";

/// What both companies resolve when one is merged into another: BLAKE2b-256 of `polity/merger/1`, the
/// number of the company that is merged and the number of the one that survives, each as SCALE
/// writes it.
pub fn merger_matter(from: CompanyNumber, into: CompanyNumber) -> Hash {
	Hash::from((MERGER, from, into).using_encoded(blake2_256))
}

/// What a company resolves when it goes on in another legal form: BLAKE2b-256 of
/// `polity/conversion/1`, its number and the legal form, each as SCALE writes it.
pub fn conversion_matter(company: CompanyNumber, legal_form: LegalForm) -> Hash {
	Hash::from((CONVERSION, company, legal_form).using_encoded(blake2_256))
}

#[cfg(test)]
mod tests {
	use super::*;

	fn number(serial: u64) -> CompanyNumber {
		CompanyNumber::from_serial(serial).unwrap()
	}

	#[test]
	fn matter_should_tell_both_companies_and_which_survives() {
		let (one, other, third) =
			(number(1_000_000_000), number(1_000_000_001), number(1_000_000_002));
		let matter = merger_matter(one, other);
		assert_eq!(matter, merger_matter(one, other));
		assert_ne!(matter, merger_matter(other, one));
		assert_ne!(matter, merger_matter(one, third));
		assert_ne!(matter, merger_matter(third, other));
	}

	#[test]
	fn matter_should_tell_the_company_and_its_form() {
		let (one, other) = (number(1_000_000_000), number(1_000_000_001));
		let (limited, public) = ("H0PO".parse().unwrap(), "B6ES".parse().unwrap());
		let matter = conversion_matter(one, public);
		assert_ne!(matter, conversion_matter(other, public));
		assert_ne!(matter, conversion_matter(one, limited));
	}

	#[test]
	fn matter_should_be_what_the_client_hashes() {
		let (one, other) = (number(1_000_000_000), number(1_000_000_001));
		let hex = |hash: Hash| hex::encode(hash.as_bytes());
		assert_eq!(
			hex(merger_matter(one, other)),
			"113665c81e57cedfc09621f894295206671f121fe3564e8e84aad5950cfc3ae1"
		);
		assert_eq!(
			hex(conversion_matter(one, "B6ES".parse().unwrap())),
			"879ba4c83945328ad87f32a7fcd2e2959a5310cbab6cbeaada8202d9b51e51f3"
		);
	}
}
