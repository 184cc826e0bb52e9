//! What the register stores and what its calls take.

mod act;
mod outcome;

pub use act::*;
pub use outcome::*;

pub use polity_primitives::preparation::{Preparation, Verdict};

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{
	ids::{MinistryId, ShareClassId},
	preparation,
	time::{CalendarDate, Instant, Period},
	CompanyNumber, Party, Power, Tag,
};
use polity_share_register::{Holding, Pledge, ShareClass, ShareLaw};
use scale_info::TypeInfo;

/// The most classes that a company opens, those that have ended included.
pub const MAX_CLASSES: u32 = 16;

/// The most holders of one class: as many as one transaction can split or snapshot.
pub const MAX_HOLDERS: u32 = 128;

/// The most pledges of shares of one class.
pub const MAX_PLEDGES: u32 = 128;

/// The most that a company has in others and that passes in one transaction when it is merged or
/// converted: holdings, the pledges of these, and the pledges that it has of others' shares.
pub const MAX_SUCCESSION: u32 = 16;

/// The most holdings and pledges of a company's own shares, of all its classes together, that pass to
/// the company that it is converted into. Every change of a company's record weighs as much as the
/// heaviest, so that this bound is what leaves room in a block for the others.
pub const MAX_CONVERSION: u32 = 64;

/// The most parties that have to consent to one act: who gives, the pledgee, who takes a debt, and
/// the company.
pub const MAX_CONSENTERS: u32 = 4;

/// The most items that one read returns.
pub const MAX_PAGE: u32 = 64;

/// A class of shares, with the day of the law.
pub type Class = ShareClass<CalendarDate>;

/// A class as the register keeps it.
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
pub struct RegisteredClass {
	/// Its terms and its totals.
	pub terms: Class,
	/// How many parties hold shares of it: at most [`MAX_HOLDERS`].
	pub holders: u32,
	/// How many pledges there are of its shares: at most [`MAX_PLEDGES`].
	pub pledges: u32,
	/// The version of the company's record that last changed what one share is: that opened the
	/// class, split it or consolidated it. A number of shares that was named before means another.
	pub shares_since: u32,
}

/// A holding as the register keeps it.
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
pub struct RegisteredHolding {
	/// The shares, those of them that are pledged, and what is owed on them.
	pub holding: Holding,
	/// Whether a court has frozen them: they do not leave their holder but as a court orders.
	pub is_frozen: bool,
}

/// What the register keeps of a company beside its classes.
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
pub struct Ledger {
	/// The last class that was opened. No class of a company has the number of an earlier one.
	pub last_class: ShareClassId,
}

/// A pledge of shares as the register keeps it.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct SharePledge {
	/// The company whose shares they are.
	pub company: CompanyNumber,
	/// Their class.
	pub class: ShareClassId,
	/// Whose shares they are.
	pub holder: Party,
	/// Whose debt they secure.
	pub pledgee: Party,
	/// How many shares it covers.
	pub pledge: Pledge,
}

/// What one holder had on a record date.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct EntitledHolder {
	/// Who.
	pub party: Party,
	/// How many shares: what a dividend goes by.
	pub shares: u64,
	/// How many votes.
	pub votes: u128,
}

/// Who had how many shares and votes of a class on a record date.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RecordDateSnapshot {
	/// The version of the company's record that it was taken by.
	pub version: u32,
	/// All shares: what was outstanding.
	pub shares: u64,
	/// All votes.
	pub votes: u128,
	/// Who had them.
	pub holders: BoundedVec<EntitledHolder, ConstU32<MAX_HOLDERS>>,
}

/// The law of the register where countries differ.
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
pub struct Law {
	/// How much is paid at allotment at least, and how much is bought back at most.
	pub shares: ShareLaw,
	/// How long the creditors have before paid-up capital falls, from when the reduction was
	/// prepared.
	pub creditors_period: Period,
	/// How long the holders have to take up what is offered to them by their right of pre-emption,
	/// from when the act was prepared.
	pub pre_emption_period: Period,
}

/// For whom an act waits between its preparation and its decision, and how long: as the law was when
/// it was prepared.
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
pub enum Waiting {
	/// For the creditors: paid-up capital falls.
	#[codec(index = 0)]
	Creditors(Period),
	/// For the holders: shares were offered to them.
	#[codec(index = 1)]
	Holders(Period),
}

impl Waiting {
	/// How long.
	pub const fn period(self) -> Period {
		match self {
			Self::Creditors(period) | Self::Holders(period) => period,
		}
	}
}

/// As what officers act.
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
pub enum Authority {
	/// As the registrar, on what those who give something up have consented to.
	#[codec(index = 0)]
	Registrar,
	/// As a court has ordered.
	#[codec(index = 1)]
	Court,
}

impl Authority {
	/// What the officer who prepares an act has to be able to do. Another officer of the register
	/// decides it in either case.
	pub const fn maker_power(self) -> Power {
		match self {
			Self::Registrar => Power::Examine,
			Self::Court => Power::FreezeAsCourt,
		}
	}
}

/// An act on shares that one officer has prepared and another has not decided.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Proposal {
	/// The company whose shares they are.
	pub company: CompanyNumber,
	/// The version of its record that the act was prepared on.
	pub version: u32,
	/// The act.
	pub share_act: ShareAct,
	/// As what the officers act.
	pub authority: Authority,
	/// How it was prepared.
	pub preparation: Preparation,
	/// For whom it waits, if for anybody. It can be decided for as long as others can, from when
	/// these have had their time.
	pub waiting: Option<Waiting>,
	/// When it was prepared.
	pub made_at: Instant,
}

/// Somebody who has to consent.
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
pub enum Consenter {
	/// A person, by its own signature.
	#[codec(index = 0)]
	Person(Tag),
	/// A company, by a resolution of those who may bind it.
	#[codec(index = 1)]
	Company(CompanyNumber),
	/// A ministry, for the state, by its seat.
	#[codec(index = 2)]
	State(MinistryId),
}

/// Everybody who has to consent to an act, each once.
pub type Consenters = BoundedVec<Consenter, ConstU32<MAX_CONSENTERS>>;

/// A change of the law that one officer has prepared and another has not decided.
pub type LawProposal = preparation::LawProposal<Law>;

/// What an entry of the law's record says.
pub type LawChange = preparation::LawChange<Law>;
