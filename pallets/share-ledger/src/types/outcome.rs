//! What acts lead to, and what the record says of them.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{
	ids::{PledgeId, ProposalId, ShareClassId},
	record::Entry,
	time::CalendarDate,
	CompanyNumber, Party,
};
use polity_share_register::{Holding, Pledge};
use scale_info::TypeInfo;

use super::{
	Authority, Class, Consenters, Preparation, ShareAct, MAX_CLASSES, MAX_HOLDERS, MAX_PLEDGES,
};

/// A class as an act leaves it.
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
pub struct ClassAfter {
	/// Which class.
	pub class: ShareClassId,
	/// What it is now.
	pub terms: Class,
}

/// A holding as an act leaves it.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct HoldingAfter {
	/// Of which class.
	pub class: ShareClassId,
	/// Whose.
	pub holder: Party,
	/// What it is now; one without a share is gone.
	pub holding: Holding,
	/// Whether a court has frozen it.
	pub is_frozen: bool,
}

/// A pledge as an act leaves it.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PledgeAfter {
	/// Which pledge.
	pub id: PledgeId,
	/// Of which class.
	pub class: ShareClassId,
	/// Whose shares.
	pub holder: Party,
	/// Whose debt they secure.
	pub pledgee: Party,
	/// What it covers now; none if it is gone.
	pub pledge: Option<Pledge>,
}

/// Everything that an act has changed, as it is now.
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
pub struct Outcome {
	/// The classes.
	pub classes: BoundedVec<ClassAfter, ConstU32<MAX_CLASSES>>,
	/// The holdings.
	pub holdings: BoundedVec<HoldingAfter, ConstU32<MAX_HOLDERS>>,
	/// The pledges.
	pub pledges: BoundedVec<PledgeAfter, ConstU32<MAX_PLEDGES>>,
	/// The record date that was taken, if one was.
	pub record_date: Option<CalendarDate>,
}

/// What an entry of a company's share ledger says.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum LedgerChange {
	/// An act was done.
	#[codec(index = 0)]
	Done {
		/// The proposal that it was prepared as.
		proposal: ProposalId,
		/// The act.
		share_act: ShareAct,
		/// As what the officers acted.
		authority: Authority,
		/// Everybody who has consented: all who had to. Nobody where a court ordered it or the law
		/// passed the shares.
		consenters: Consenters,
		/// How it was prepared.
		preparation: Preparation,
		/// What it led to.
		outcome: Outcome,
	},
	/// A holder, or a pledgee, went on as another company, by merger or conversion.
	#[codec(index = 1)]
	PartySucceeded {
		/// The company that had the shares or the pledge.
		from: CompanyNumber,
		/// The company that has them now.
		to: CompanyNumber,
		/// What it led to.
		outcome: Outcome,
	},
	/// The company goes on under another number, with all its classes and holdings.
	#[codec(index = 2)]
	WentOnAs(CompanyNumber),
	/// The company goes on from another, with these classes and holdings.
	#[codec(index = 3)]
	WentOnFrom {
		/// The company before.
		from: CompanyNumber,
		/// All that it had.
		outcome: Outcome,
	},
	/// The company was merged into the one that held all its shares: they have ended.
	#[codec(index = 4)]
	EndedInto(CompanyNumber),
}

impl LedgerChange {
	/// What changed, where the entry lists it.
	pub const fn outcome(&self) -> Option<&Outcome> {
		match self {
			Self::Done { outcome, .. }
			| Self::PartySucceeded { outcome, .. }
			| Self::WentOnFrom { outcome, .. } => Some(outcome),
			Self::WentOnAs(_) | Self::EndedInto(_) => None,
		}
	}
}

/// An entry of a company's share ledger.
pub type LedgerEntry = Entry<CompanyNumber, LedgerChange>;
