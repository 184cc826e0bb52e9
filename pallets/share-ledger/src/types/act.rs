//! Acts on shares.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{
	ids::{PledgeId, ShareClassId},
	time::CalendarDate,
	Party,
};
use polity_share_register::{Currency, Rescaling, TransferRule};
use scale_info::TypeInfo;

use super::{Class, MAX_CLASSES, MAX_HOLDERS};

/// Which of a holder's shares an act takes.
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
pub enum SharesTaken {
	/// So many that are not pledged.
	#[codec(index = 0)]
	Free(u64),
	/// So many of those that a pledge covers; the pledge goes with them.
	#[codec(index = 1)]
	Pledged {
		/// The pledge.
		pledge: PledgeId,
		/// How many of the shares that it covers.
		shares: u64,
	},
}

/// How the holders' right of pre-emption is met by an act, where their class has one.
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
pub enum PreEmption {
	/// The shares were offered to the holders, who have the period of the law to take them up. That
	/// none of them has, or that this act is what they take, the company vouches for.
	#[default]
	#[codec(index = 0)]
	Offered,
	/// The company has withdrawn the right for this act, as Directive (EU) 2017/1132, article 72(4)
	/// lets its general meeting do: nobody waits.
	#[codec(index = 1)]
	Withdrawn,
}

/// What one holder has by the books of a company that was imported.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AdoptedHolding {
	/// The class: the first of the adopted ones is 1.
	pub class: ShareClassId,
	/// Who holds the shares.
	pub holder: Party,
	/// How many.
	pub shares: u64,
	/// What is owed on them together.
	pub unpaid: u128,
}

/// An act on the shares of a company: the one way in which its register of members changes.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum ShareAct {
	/// A class is opened, of which no share is issued yet.
	#[codec(index = 0)]
	OpenClass {
		/// The nominal value of one share, in minor units of the currency.
		nominal: u64,
		/// The currency: one for all classes of a company.
		currency: Currency,
		/// How many shares there may be.
		authorised: u64,
		/// The votes of one share.
		votes_per_share: u32,
		/// Whether shares may pass from holder to holder.
		transfer: TransferRule<CalendarDate>,
		/// Whether the holders have a right of pre-emption.
		pre_emption: bool,
	},
	/// More or fewer shares are authorised.
	#[codec(index = 1)]
	Authorise {
		/// The class.
		class: ShareClassId,
		/// How many shares there may be.
		authorised: u64,
	},
	/// New shares are issued to somebody.
	#[codec(index = 2)]
	Allot {
		/// The class.
		class: ShareClassId,
		/// To whom.
		to: Party,
		/// How many.
		shares: u64,
		/// What is paid on their nominal value; the rest is owed.
		paid: u128,
		/// How the right of pre-emption is met.
		pre_emption: PreEmption,
	},
	/// The company has received what was owed, or a part of it.
	#[codec(index = 3)]
	Pay {
		/// The class.
		class: ShareClassId,
		/// Who owed it.
		holder: Party,
		/// How much.
		amount: u128,
	},
	/// Shares pass from one holder to another.
	#[codec(index = 4)]
	Transfer {
		/// The class.
		class: ShareClassId,
		/// Who gives them.
		from: Party,
		/// Who takes them.
		to: Party,
		/// Which.
		taken: SharesTaken,
		/// How the right of pre-emption is met.
		pre_emption: PreEmption,
	},
	/// A whole holding passes by operation of law or by the order of a court, with its pledges and
	/// debts.
	#[codec(index = 5)]
	Succeed {
		/// The class.
		class: ShareClassId,
		/// Whose holding it was.
		from: Party,
		/// Whose it is now.
		to: Party,
	},
	/// Shares secure a debt.
	#[codec(index = 6)]
	Pledge {
		/// The class.
		class: ShareClassId,
		/// Whose shares.
		holder: Party,
		/// Whose debt they secure.
		pledgee: Party,
		/// How many.
		shares: u64,
	},
	/// A pledgee lets shares go.
	#[codec(index = 7)]
	Release {
		/// The pledge.
		pledge: PledgeId,
		/// How many of the shares that it covers.
		shares: u64,
	},
	/// The company buys shares of its own.
	#[codec(index = 8)]
	BuyBack {
		/// The class.
		class: ShareClassId,
		/// Who sells them.
		holder: Party,
		/// How many.
		shares: u64,
	},
	/// The company sells shares of its own again.
	#[codec(index = 9)]
	SellTreasury {
		/// The class.
		class: ShareClassId,
		/// Who buys them.
		to: Party,
		/// How many.
		shares: u64,
		/// How the right of pre-emption is met.
		pre_emption: PreEmption,
	},
	/// Shares of a holder end, and the capital with them.
	#[codec(index = 10)]
	Cancel {
		/// The class.
		class: ShareClassId,
		/// Whose shares.
		holder: Party,
		/// How many.
		shares: u64,
	},
	/// Shares of the company's own end, and the capital with them.
	#[codec(index = 11)]
	CancelTreasury {
		/// The class.
		class: ShareClassId,
		/// How many.
		shares: u64,
	},
	/// Each share of a class becomes several, or several become one.
	#[codec(index = 12)]
	Rescale {
		/// The class.
		class: ShareClassId,
		/// By which factor.
		rescaling: Rescaling,
	},
	/// Shares of one class become shares of another, of the same nominal value together.
	#[codec(index = 13)]
	Convert {
		/// The class that they were of.
		from: ShareClassId,
		/// The class that they are of.
		to: ShareClassId,
		/// Whose shares.
		holder: Party,
		/// Which.
		taken: SharesTaken,
	},
	/// It is recorded who has how many shares and votes of a class today.
	#[codec(index = 14)]
	RecordDate {
		/// The class.
		class: ShareClassId,
	},
	/// The books of a company that was imported without them are taken over: once, and all.
	#[codec(index = 15)]
	Adopt {
		/// Its classes, numbered in this order from 1.
		classes: BoundedVec<Class, ConstU32<MAX_CLASSES>>,
		/// Every holding of them, each party once in each class.
		holdings: BoundedVec<AdoptedHolding, ConstU32<MAX_HOLDERS>>,
	},
	/// A court freezes a holding: its shares do not leave their holder, and are not pledged, but as a
	/// court orders.
	#[codec(index = 16)]
	Freeze {
		/// The class.
		class: ShareClassId,
		/// Whose shares.
		holder: Party,
	},
	/// A court lets a frozen holding go.
	#[codec(index = 17)]
	LiftFreeze {
		/// The class.
		class: ShareClassId,
		/// Whose shares.
		holder: Party,
	},
}

impl ShareAct {
	/// Whether paid-up capital can fall by it.
	pub const fn can_reduce_capital(&self) -> bool {
		matches!(self, Self::Cancel { .. } | Self::CancelTreasury { .. })
	}

	/// Whether it is for the liquidator, or for nobody, once the company is wound up: shares pass to
	/// heirs, pledges end, what is owed is called in, and it is asked who the members are.
	pub const fn is_done_in_liquidation(&self) -> bool {
		matches!(
			self,
			Self::Pay { .. }
				| Self::Succeed { .. }
				| Self::Release { .. }
				| Self::RecordDate { .. }
				| Self::Adopt { .. }
		)
	}

	/// Whether a company that is suspended has no part in it, or adopts its books: that is one of the
	/// things that it owes.
	pub const fn is_done_in_suspension(&self) -> bool {
		matches!(self, Self::Succeed { .. } | Self::Release { .. } | Self::Adopt { .. })
	}

	/// The parties that the act names, but for those that an adoption lists and those that a pledge is
	/// between.
	pub fn parties(&self) -> [Option<&Party>; 2] {
		match self {
			Self::Transfer { from, to, .. } | Self::Succeed { from, to, .. } => {
				[Some(from), Some(to)]
			},
			Self::Pledge { holder, pledgee, .. } => [Some(holder), Some(pledgee)],
			Self::Allot { to, .. } | Self::SellTreasury { to, .. } => [None, Some(to)],
			Self::Pay { holder, .. }
			| Self::BuyBack { holder, .. }
			| Self::Cancel { holder, .. }
			| Self::Convert { holder, .. }
			| Self::Freeze { holder, .. }
			| Self::LiftFreeze { holder, .. } => [Some(holder), None],
			Self::OpenClass { .. }
			| Self::Authorise { .. }
			| Self::Release { .. }
			| Self::CancelTreasury { .. }
			| Self::Rescale { .. }
			| Self::RecordDate { .. }
			| Self::Adopt { .. } => [None, None],
		}
	}

	/// Whether a court alone can order it.
	pub const fn is_for_a_court(&self) -> bool {
		matches!(self, Self::Freeze { .. } | Self::LiftFreeze { .. })
	}

	/// How the act meets the right of pre-emption, if it is one that the right is about.
	pub const fn pre_emption(&self) -> Option<(ShareClassId, PreEmption)> {
		match self {
			Self::Allot { class, pre_emption, .. }
			| Self::Transfer { class, pre_emption, .. }
			| Self::SellTreasury { class, pre_emption, .. } => Some((*class, *pre_emption)),
			_ => None,
		}
	}

	/// The pledge that the act takes shares of, or releases.
	pub const fn pledge(&self) -> Option<PledgeId> {
		match self {
			Self::Transfer { taken: SharesTaken::Pledged { pledge, .. }, .. }
			| Self::Convert { taken: SharesTaken::Pledged { pledge, .. }, .. }
			| Self::Release { pledge, .. } => Some(*pledge),
			_ => None,
		}
	}

	/// The classes that the act names; that of a pledge which is released is the pledge's.
	pub const fn classes(&self) -> [Option<ShareClassId>; 2] {
		match self {
			Self::Authorise { class, .. }
			| Self::Allot { class, .. }
			| Self::Pay { class, .. }
			| Self::Transfer { class, .. }
			| Self::Succeed { class, .. }
			| Self::Pledge { class, .. }
			| Self::BuyBack { class, .. }
			| Self::SellTreasury { class, .. }
			| Self::Cancel { class, .. }
			| Self::CancelTreasury { class, .. }
			| Self::Rescale { class, .. }
			| Self::RecordDate { class }
			| Self::Freeze { class, .. }
			| Self::LiftFreeze { class, .. } => [Some(*class), None],
			Self::Convert { from, to, .. } => [Some(*from), Some(*to)],
			Self::OpenClass { .. } | Self::Release { .. } | Self::Adopt { .. } => [None, None],
		}
	}
}
