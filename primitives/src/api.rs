//! Runtime APIs that do not belong to one register.

use alloc::vec::Vec;
use codec::{Codec, Decode, Encode};
use scale_info::TypeInfo;

use crate::{
	ids::MinistryId,
	office::Register,
	party::{ActKind, Capacity, Party, StandingError},
	record::RecordKind,
	traits::{Rate, RateClass, SignerClass},
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

/// How an authority node has attended to its slots. Only slots in which somebody authored, or that lie
/// between two such, are known to the chain.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct NodeAttendance {
	/// The ministry that runs it.
	pub ministry: MinistryId,
	/// Its account.
	pub node: AccountId,
	/// The slots that were its own in the last session that ended.
	pub due: u32,
	/// Those of them that it left empty.
	pub missed: u32,
	/// How many sessions in a row, up to the last one, count as absence by the council's rule.
	pub absent_sessions: u32,
	/// Until which block its ministry has announced maintenance, if it has.
	pub maintenance_until: Option<BlockNumber>,
	/// Whether it was stood down for its absence, and its ministry has not said that it is back.
	pub stood_down: bool,
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

/// How many records of one kind there are.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct RegisterSize {
	/// The kind.
	pub kind: RecordKind,
	/// How many have been made, whatever has become of them.
	pub records: u64,
}

/// What a class of signers may use in one period.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct ClassRate {
	/// The class.
	pub class: RateClass,
	/// Its rate.
	pub rate: Rate,
}

/// What a ministry has left of its allowance.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct MinistryAllowance {
	/// The ministry.
	pub ministry: MinistryId,
	/// What all its officers and seat keys together have left in this period.
	pub left: Rate,
}

/// How the allowances are used.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct AllowanceUse {
	/// The rate of each class.
	pub rates: Vec<ClassRate>,
	/// What each ministry that has ever sent a transaction has left.
	pub ministries: Vec<MinistryAllowance>,
}

sp_api::decl_runtime_apis! {
	/// The authority nodes of the current session.
	pub trait AuthorityApi {
		/// Every authority of the current session, in the order of its slots.
		fn authorities() -> Vec<AuthorityStatus>;
		/// How the node of each admitted ministry has attended to its slots, in the order of their
		/// ids; also nodes that are stood down.
		fn attendance() -> Vec<NodeAttendance>;
	}

	/// What monitoring asks of the chain: figures that are read at once, however large a register is.
	pub trait OperationsApi {
		/// How many records there are of each kind that is counted.
		fn register_sizes() -> Vec<RegisterSize>;
		/// How the allowances are used in this period.
		fn allowance_use() -> AllowanceUse;
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
