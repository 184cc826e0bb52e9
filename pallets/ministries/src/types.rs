//! What the pallet stores and what it records.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{
	traits::{NewMinistry, MAX_MINISTRY_NAME_BYTES, MAX_SEAT_KEYS},
	MinistryId, Signatory,
};
use scale_info::TypeInfo;
use sp_runtime::{traits::AtLeast32BitUnsigned, Perbill};
use sp_staking::SessionIndex;

/// The most ministries that are admitted at a time. It bounds the council and the authorities:
/// `MaxMembers` of the council and `MaxAuthorities` of the consensus pallets must not be less.
pub const MAX_MINISTRIES: u32 = 64;

/// The most nodes that are on their way out at a time. A node leaves within two sessions.
pub const MAX_DEPARTING_NODES: u32 = 64;

/// The public name of a ministry, in UTF-8.
pub type MinistryName = BoundedVec<u8, ConstU32<MAX_MINISTRY_NAME_BYTES>>;

/// The keys of a council seat, each with the person who holds it.
pub type Seat<AccountId> = BoundedVec<Signatory<AccountId>, ConstU32<MAX_SEAT_KEYS>>;

/// Whether a ministry takes part.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum MinistryState {
	/// Its seat votes, its officers act, its node is an authority once it has session keys.
	#[codec(index = 0)]
	Active,
	/// Nothing of that, until the council reinstates it. Its accounts stay its own.
	#[codec(index = 1)]
	Suspended,
	/// It is out for good. Its accounts are free again, its id is not.
	#[codec(index = 2)]
	Expelled,
}

/// A ministry.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Ministry<AccountId> {
	/// Its public name, in UTF-8.
	pub name: MinistryName,
	/// The keys of its council seat; of an expelled ministry those that it had last.
	pub seat: Seat<AccountId>,
	/// How many of the keys must sign together.
	pub threshold: u16,
	/// The account by which the seat votes: that of `threshold` of its keys together, or the key
	/// itself where there is only one.
	pub seat_account: AccountId,
	/// The account of its authority node, if it runs one.
	pub node: Option<AccountId>,
	/// Whether it takes part.
	pub state: MinistryState,
}

/// How far the account of a node has come.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum NodeState {
	/// One key of the seat has named it. It can do nothing yet.
	#[codec(index = 0)]
	Nominated,
	/// A second key of the seat has confirmed it: it can set its session keys, and the council can
	/// appoint it.
	#[codec(index = 1)]
	Confirmed,
	/// The council has appointed it: it is an authority while its ministry is active and it has
	/// session keys.
	#[codec(index = 2)]
	Appointed,
	/// It was replaced or its ministry expelled: it keeps its session keys until it is out of the
	/// last session that it was planned for, so that what it does until then can be proven.
	#[codec(index = 3)]
	Departing,
}

/// Whose node an account is, and how far it has come.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct NodeRole {
	/// The ministry.
	pub ministry: MinistryId,
	/// How far it has come.
	pub state: NodeState,
}

/// The nomination of a node by a key of the seat.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Nomination<AccountId> {
	/// The account of the node.
	pub node: AccountId,
	/// Who named it.
	pub nominated_by: Signatory<AccountId>,
}

/// What is counted of the slots of one authority in a session.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct SlotCount {
	/// The slots that were its own.
	pub due: u32,
	/// Those of them that it left empty.
	pub missed: u32,
}

/// What is counted of the slots of a session.
#[derive(
	Clone,
	Debug,
	Default,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Attendance {
	/// The slot of the last block; none before the first.
	pub last_slot: Option<u64>,
	/// Of each authority, in their order.
	pub nodes: BoundedVec<SlotCount, ConstU32<MAX_MINISTRIES>>,
}

/// How an authority has attended to its slots in a session that has ended.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Attended<AccountId> {
	/// The account of the node.
	pub node: AccountId,
	/// Its slots.
	pub count: SlotCount,
	/// How many sessions in a row, up to this one, count as absence.
	pub absent_sessions: u32,
}

/// Maintenance that a ministry has announced.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Maintenance<AccountId, BlockNumber> {
	/// The ministry.
	pub ministry: MinistryId,
	/// The account of its node.
	pub node: AccountId,
	/// The block in which it was announced, from which on it holds.
	pub from: BlockNumber,
	/// The first block that is not covered any more.
	pub until: BlockNumber,
}

impl<AccountId, BlockNumber: AtLeast32BitUnsigned + Copy> Maintenance<AccountId, BlockNumber> {
	/// Whether a block is covered.
	pub fn covers(&self, block: BlockNumber) -> bool {
		self.from <= block && block < self.until
	}

	/// From which block on the ministry can announce the next one: as long after it as it has lasted.
	pub fn rested_at(&self) -> BlockNumber {
		self.until.saturating_add(self.until.saturating_sub(self.from))
	}
}

/// What changed about a ministry: the body of its record's entries.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum MinistryChange<AccountId> {
	/// The council, or genesis, admitted it.
	#[codec(index = 0)]
	Admitted(NewMinistry<AccountId>),
	/// The council suspended it.
	#[codec(index = 1)]
	Suspended,
	/// The council ended the suspension.
	#[codec(index = 2)]
	Reinstated,
	/// The council appointed another node.
	#[codec(index = 3)]
	NodeReplaced {
		/// The node before, if there was one.
		old: Option<AccountId>,
		/// The node from now on.
		new: AccountId,
	},
	/// The council replaced the keys of the seat.
	#[codec(index = 4)]
	SeatReplaced {
		/// The keys from now on.
		seat: Seat<AccountId>,
		/// How many of them must sign together.
		threshold: u16,
	},
	/// The council expelled it.
	#[codec(index = 5)]
	Expelled,
	/// Its node was proven to have broken the rules of consensus.
	#[codec(index = 6)]
	NodeOffended {
		/// The node.
		node: AccountId,
		/// The session in which it did.
		session: SessionIndex,
		/// How grave it is, as a part of the gravest.
		severity: Perbill,
		/// Whether it was disabled for it.
		disabled: bool,
	},
	/// Its node was absent for as long as the council's rule allows, and is no authority any more.
	#[codec(index = 7)]
	NodeStoodDown {
		/// The node.
		node: AccountId,
		/// The last session of its absence.
		session: SessionIndex,
		/// How many sessions it was absent, one after another.
		absent_sessions: u32,
	},
	/// Its node, which was stood down, is back.
	#[codec(index = 8)]
	NodeReturned {
		/// The node.
		node: AccountId,
	},
}

impl<AccountId> MinistryChange<AccountId> {
	/// The accounts that have a role by it and can sign since.
	#[cfg(any(feature = "try-runtime", feature = "std"))]
	pub(crate) fn accounts(&self) -> impl Iterator<Item = &AccountId> {
		let (seat, node) = match self {
			Self::Admitted(new) => (new.seat.as_slice(), new.node.as_ref()),
			Self::SeatReplaced { seat, .. } => (seat.as_slice(), None),
			Self::NodeReplaced { new, .. } => (Default::default(), Some(new)),
			Self::Suspended
			| Self::Reinstated
			| Self::Expelled
			| Self::NodeOffended { .. }
			| Self::NodeStoodDown { .. }
			| Self::NodeReturned { .. } => (Default::default(), None),
		};
		seat.iter().map(|signatory| &signatory.account).chain(node)
	}
}
