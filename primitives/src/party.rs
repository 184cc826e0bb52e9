//! Parties of rights, shares and permits, and what a party may do.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;

use crate::{
	commitment::Commitment,
	ids::{CompanyNumber, GroupId, MinistryId, PublicBodyId, Tag, UnitNumber},
};

/// Who holds a right, a share or a permit.
#[derive(
	Clone,
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
pub enum Party {
	/// A person, by the tag of the register that the record is in.
	#[codec(index = 0)]
	Person(Tag),
	/// A company of this register.
	#[codec(index = 1)]
	Company(CompanyNumber),
	/// The state, through a ministry.
	#[codec(index = 2)]
	State(MinistryId),
	/// A public body that is not a ministry.
	#[codec(index = 3)]
	PublicBody(PublicBodyId),
	/// Several parties that hold something undivided.
	#[codec(index = 4)]
	Group(GroupId),
	/// A basic administrative unit, as the dominant land of an easement is one.
	#[codec(index = 5)]
	Unit(UnitNumber),
	/// A party of another country, by commitment.
	#[codec(index = 6)]
	Foreign(Commitment),
	/// Nobody knows: an imported record whose source does not say.
	#[codec(index = 7)]
	Unknown,
}

/// What kind of thing a party does.
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
pub enum ActKind {
	/// Receive a right, a share or an office.
	#[codec(index = 0)]
	Acquire,
	/// Give up a right or a share.
	#[codec(index = 1)]
	Dispose,
	/// Burden a right or a share.
	#[codec(index = 2)]
	Encumber,
	/// Apply for something.
	#[codec(index = 3)]
	Apply,
	/// File what the law demands.
	#[codec(index = 4)]
	File,
	/// Act for another party.
	#[codec(index = 5)]
	Represent,
}

/// In what capacity a party acts.
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
pub enum Capacity {
	/// For itself, a company by those who may bind it.
	#[codec(index = 0)]
	Itself,
	/// As a liquidator or an insolvency administrator.
	#[codec(index = 1)]
	Liquidator,
	/// By succession, for an estate.
	#[codec(index = 2)]
	Succession,
	/// As a court has allowed.
	#[codec(index = 3)]
	CourtOrder,
}

/// Why a party may not do something.
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
	frame_support::PalletError,
)]
pub enum StandingError {
	/// No such party is registered.
	#[codec(index = 0)]
	NotFound,
	/// The person has died: the estate passes by succession only.
	#[codec(index = 1)]
	Deceased,
	/// A court has frozen the party: it acts as the court allows.
	#[codec(index = 2)]
	Frozen,
	/// The tag was merged into another: use that one.
	#[codec(index = 3)]
	Merged,
	/// The company is in liquidation or insolvency: its liquidator acts for it.
	#[codec(index = 4)]
	InLiquidation,
	/// The company is suspended until it has filed what it owes.
	#[codec(index = 5)]
	Suspended,
	/// The company is struck off or dissolved: restore it first.
	#[codec(index = 6)]
	Dissolved,
	/// The record is disputed: a court or the register has to settle it first.
	#[codec(index = 7)]
	Disputed,
	/// The imported record lacks what this act needs: an adoption act has to fill it in first.
	#[codec(index = 8)]
	Incomplete,
	/// A party of this kind cannot do this.
	#[codec(index = 9)]
	NotCapable,
	/// The campaign that imported the record is not sealed: until it is, the record gives no rights.
	#[codec(index = 10)]
	NotSealed,
}

impl fmt::Display for StandingError {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		formatter.write_str(match self {
			Self::NotFound => "no such party is registered",
			Self::Deceased => "the person has died",
			Self::Frozen => "a court has frozen the party",
			Self::Merged => "the tag was merged into another",
			Self::InLiquidation => "the company is in liquidation or insolvency",
			Self::Suspended => "the company is suspended",
			Self::Dissolved => "the company is struck off or dissolved",
			Self::Disputed => "the record is disputed",
			Self::Incomplete => "the imported record is incomplete",
			Self::NotCapable => "a party of this kind cannot do this",
			Self::NotSealed => "the campaign that imported the record is not sealed",
		})
	}
}
