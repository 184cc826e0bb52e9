//! Runtime APIs that do not belong to one register.

use alloc::vec::Vec;
use codec::{Codec, Decode, Encode};
use scale_info::TypeInfo;

use crate::{
	ids::MinistryId,
	office::Register,
	party::{ActKind, Capacity, Party, StandingError},
	traits::{Rate, SignerClass},
	AccountId, BlockNumber,
};

/// An authority node and when it last did its work.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct AuthorityStatus {
	/// The ministry that runs it.
	pub ministry: MinistryId,
	/// Its account.
	pub node: AccountId,
	/// The last block that it authored, if any is known.
	pub last_authored: Option<BlockNumber>,
}

/// What a signer has left of its allowance.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct AllowanceStatus {
	/// The signer's class.
	pub class: SignerClass,
	/// What it has left in this period.
	pub left: Rate,
	/// What its ministry has left in this period, for a seat or an officer.
	pub ministry_left: Option<Rate>,
	/// The first block of the next period.
	pub refilled_at: BlockNumber,
}

sp_api::decl_runtime_apis! {
	/// The authority nodes of the current session.
	pub trait AuthorityApi {
		/// Every authority of the current session, in the order of its slots.
		fn authorities() -> Vec<AuthorityStatus>;
	}

	/// Allowances of signers.
	pub trait AllowanceApi<Account: Codec> {
		/// What an account has left, or none for an account that the chain does not know.
		fn allowance(account: Account) -> Option<AllowanceStatus>;
	}

	/// Standing of parties.
	pub trait StandingApi {
		/// Whether a party may do a kind of act in a capacity.
		fn may(
			register: Register,
			party: Party,
			act: ActKind,
			capacity: Capacity,
		) -> Result<(), StandingError>;
	}
}
