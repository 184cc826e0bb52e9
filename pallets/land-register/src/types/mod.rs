//! What the register stores and what its calls take.

mod conveyance;
mod law;
mod registration;
mod survey;
mod unit;

pub use conveyance::*;
pub use law::*;
pub use registration::*;
pub use survey::*;
pub use unit::*;

pub(crate) use polity_primitives::preparation::{ordered, OrderedId};
pub use polity_primitives::preparation::{Preparation, Verdict, Versioned};

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{time::CalendarDate, Party, Power, UnitNumber};
use scale_info::TypeInfo;

/// A title in this register.
pub type LandTitle = polity_title::Title<Party, CalendarDate, UnitNumber>;
/// An act on a title of this register.
pub type LandAct = polity_title::TitleAct<Party, CalendarDate, UnitNumber>;
/// Who owns how much of a unit.
pub type LandOwners = polity_title::Owners<Party>;
/// Who has to have consented to an act, and as what.
pub type LandConsenter = polity_title::Consenter<Party, UnitNumber>;

/// The most ids or records that one read returns.
pub const MAX_PAGE: u32 = 64;
/// The most parcels that one unit has.
pub const MAX_UNIT_PARCELS: u32 = 16;
/// The most members of a group.
pub const MAX_GROUP_MEMBERS: u32 = 16;
/// The most entries of a title that a read of a past day replays.
pub const MAX_REPLAYED_ENTRIES: u32 = 256;
/// The most titles that one company passes to another by operation of law in one call.
pub const MAX_SUCCESSION: u32 = 32;
/// The most units on which a unit that is divided or joined may have easements.
pub const MAX_SERVIENT_UNITS: u32 = 16;
/// The most rows of the index of parties that one call changes.
pub const MAX_INDEX_CHANGES: u32 = 128;
/// The most owners that can consent to one survey.
pub const MAX_SURVEY_CONSENTS: u32 = 64;

/// The members of a group: what they hold they hold undivided.
pub type Members = BoundedVec<Party, ConstU32<MAX_GROUP_MEMBERS>>;

/// As what an officer prepares a conveyance. An officer of the register's keeper settles it in either
/// case.
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
	/// As the registrar, for parties who consent.
	#[codec(index = 0)]
	Registrar,
	/// As a court, or the authority that the law names: by order, where the law needs no consent. The
	/// officer who settles is then of another ministry.
	#[codec(index = 1)]
	Court,
}

impl Authority {
	/// The power that the officer needs who prepares the conveyance.
	pub const fn maker_power(self) -> Power {
		match self {
			Self::Registrar => Power::Examine,
			Self::Court => Power::FreezeAsCourt,
		}
	}

	/// Whether it speaks for a court.
	pub const fn is_court(self) -> bool {
		matches!(self, Self::Court)
	}
}

/// Why an officer refuses something.
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
pub enum RefusalReason {
	/// Documents are missing, or are not what the act says.
	#[codec(index = 0)]
	DocumentsMissing,
	/// Somebody who has to consent does not.
	#[codec(index = 1)]
	ConsentRefused,
	/// An objection is justified.
	#[codec(index = 2)]
	ObjectionUpheld,
	/// The law does not allow it.
	#[codec(index = 3)]
	AgainstTheLaw,
	/// Those who asked for it do not want it any more.
	#[codec(index = 4)]
	NoLongerWanted,
}

/// What waits for somebody: the lists that [`crate::Pallet::work_list`] reads.
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
pub enum WorkState {
	/// First registrations that are not decided.
	#[codec(index = 0)]
	RegistrationOpen,
	/// Conveyances that are not settled.
	#[codec(index = 1)]
	ConveyanceOpen,
}
