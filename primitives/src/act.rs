//! What a legal act says about itself: the first argument of every legal call.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

use crate::{
	code_list::{KnownLegalBasis, LEGAL_BASES},
	commitment::DocumentCommitment,
	ids::IdError,
	ids::MinistryId,
	office::Register,
	time::CalendarDate,
};

/// The most documents that one act can cite.
pub const MAX_DOCUMENTS: u32 = 8;

/// The statute that an act rests on, as a code of [`crate::code_list::LEGAL_BASES`].
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct LegalBasis(pub u16);

impl LegalBasis {
	/// Whether the code is in the list of the register in which the act is done.
	pub fn is_known_in(self, register: Register) -> bool {
		self.entry(register).is_some()
	}

	/// Whether an act that rests on it in a register cites a document.
	pub fn demands_document_in(self, register: Register) -> bool {
		self.entry(register).is_some_and(|entry| entry.demands_document)
	}

	fn entry(self, register: Register) -> Option<&'static KnownLegalBasis> {
		LEGAL_BASES.iter().find(|entry| entry.basis == self && entry.register == register)
	}
}

/// The version of the rules that the person who acts had before them, so that a decision can be
/// traced to the law as it stood.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct RuleVersion(pub u16);

impl RuleVersion {
	/// The version that this runtime enforces. It rises whenever a rule of `docs/rules.md` changes.
	pub const CURRENT: Self = Self(1);
}

/// The client's own id of a request: the same one twice is refused, so that a repeated submission
/// never becomes a second act. Sixteen random bytes, never all zero.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct RequestId([u8; 16]);

impl RequestId {
	/// A request id from its bytes.
	///
	/// # Errors
	/// [`IdError::Zero`] when all bytes are zero.
	pub fn new(bytes: [u8; 16]) -> Result<Self, IdError> {
		if bytes == [0; 16] {
			Err(IdError::Zero)
		} else {
			Ok(Self(bytes))
		}
	}

	/// The id's bytes.
	pub const fn as_bytes(&self) -> &[u8; 16] {
		&self.0
	}
}

checked_decode!(RequestId::new([u8; 16]), "a request id is never all zero");

/// Among whose requests a request id may not repeat: an officer's among those of its ministry, a
/// citizen's among those of its account.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum RequestScope<AccountId> {
	/// The acts of a ministry's officers.
	#[codec(index = 0)]
	Ministry(MinistryId),
	/// The acts of an account that acts for itself.
	#[codec(index = 1)]
	Account(AccountId),
}

/// The first argument of every legal call.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Act {
	/// The statute that the act rests on. A code that the register does not know is refused.
	pub legal_basis: LegalBasis,
	/// The version of the rules that the act was prepared under: that of the running runtime.
	pub rule_version: RuleVersion,
	/// Salted commitments to the documents that the act cites, at most [`MAX_DOCUMENTS`].
	pub documents: BoundedVec<DocumentCommitment, ConstU32<MAX_DOCUMENTS>>,
	/// The client's id of this request, never used before in its scope.
	pub request: RequestId,
	/// The version of the record that the act was prepared on: the number of its entries, so 0 for
	/// a record that does not exist yet. An act on a stale version is refused.
	pub expected_version: u32,
	/// The day from which the act has legal effect.
	pub effective_from: CalendarDate,
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn request_id_should_fail_to_decode_when_it_is_all_zero() {
		assert_eq!(RequestId::new([0; 16]), Err(IdError::Zero));
		assert!(RequestId::decode(&mut &[0; 16][..]).is_err());
		for place in [0, 15] {
			let mut bytes = [0; 16];
			bytes[place] = 1;
			let request = RequestId::new(bytes).unwrap();
			assert_eq!(RequestId::decode(&mut &bytes[..]), Ok(request));
			assert_eq!(request.encode(), bytes);
		}
		assert!(RequestId::decode(&mut &[1; 15][..]).is_err());
	}

	#[test]
	fn act_should_fail_to_decode_when_its_request_id_is_all_zero() {
		let act = Act {
			legal_basis: LegalBasis(101),
			rule_version: RuleVersion::CURRENT,
			documents: BoundedVec::new(),
			request: RequestId::new([7; 16]).unwrap(),
			expected_version: 0,
			effective_from: CalendarDate::FIRST,
		};
		let mut bytes = act.encode();
		assert_eq!(Act::decode(&mut &bytes[..]), Ok(act));
		// Two bytes of the basis, two of the rules, one of the empty list, and then the request.
		bytes[5..21].fill(0);
		assert!(Act::decode(&mut &bytes[..]).is_err());
	}
}
