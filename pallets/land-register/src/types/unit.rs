//! Basic administrative units, and what happens to their titles.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{
	ids::{ApplicationId, ConveyanceId},
	record,
	time::CalendarDate,
	traits::Agreed,
	District, MandateId, ParcelNumber, Party, Tag, UnitNumber,
};
use polity_title::{Mortgage, Notice, Restriction, Right, MAX_CHILDREN};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

use super::{Authority, LandAct, LandTitle, MAX_UNIT_PARCELS};

/// The parcels of a unit.
pub type UnitParcels = BoundedVec<ParcelNumber, ConstU32<MAX_UNIT_PARCELS>>;
/// Units that a unit came from or was divided into.
pub type RelatedUnits = BoundedVec<UnitNumber, ConstU32<MAX_CHILDREN>>;

/// An entry of a title.
pub type TitleEntry = record::Entry<UnitNumber, TitleChange>;

/// Whether a unit still is one.
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
pub enum UnitState {
	/// It has a title.
	#[codec(index = 0)]
	Live,
	/// Other units have taken its place.
	#[codec(index = 1)]
	Historic,
}

/// A basic administrative unit (ISO 19152 `LA_BAUnit`): what rights in land attach to.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Unit {
	/// Its number.
	pub number: UnitNumber,
	/// The district whose register keeps it.
	pub district: District,
	/// Its ground; that which it last had, if it is historic.
	pub parcels: UnitParcels,
	/// Whether it still is one.
	pub state: UnitState,
	/// The units that it came from.
	pub parents: RelatedUnits,
	/// The units that have taken its place.
	pub children: RelatedUnits,
}

/// What changed in a title. The entries of a unit, in order, are its chain of title: each past owner,
/// act, office and time.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum TitleChange {
	/// The land was registered for the first time.
	#[codec(index = 0)]
	Registered {
		/// By which first registration.
		registration: ApplicationId,
		/// The ground.
		parcels: UnitParcels,
		/// The title as it was then.
		title: LandTitle,
		/// The mandate of the officer who prepared it.
		prepared_under: MandateId,
	},
	/// A leg of a conveyance was settled.
	#[codec(index = 1)]
	Conveyed {
		/// The conveyance.
		conveyance: ConveyanceId,
		/// The act on the title.
		act: LandAct,
		/// As what it was prepared.
		authority: Authority,
		/// For whom it was done, past the notices that protect this party.
		acting_for: Option<Party>,
		/// Whether somebody's consent to it was given by deed, not on the chain.
		by_deed: bool,
		/// The mandate of the officer who prepared the conveyance.
		prepared_under: MandateId,
	},
	/// The unit was divided. It has no title any more.
	#[codec(index = 2)]
	Divided {
		/// The parcel that was divided.
		parcel: ParcelNumber,
		/// The units that have taken its place.
		children: RelatedUnits,
		/// How those whom it concerned had agreed to the survey.
		agreed: Agreed,
	},
	/// The unit is one of those that another was divided into.
	#[codec(index = 3)]
	DividedFrom {
		/// The unit that was divided.
		parent: UnitNumber,
		/// The ground.
		parcels: UnitParcels,
		/// The title, with all that stood on the parent's.
		title: LandTitle,
		/// How those whom it concerned had agreed to the survey.
		agreed: Agreed,
	},
	/// The unit was joined with others. It has no title any more.
	#[codec(index = 4)]
	JoinedInto {
		/// The unit that has taken their place.
		child: UnitNumber,
		/// How those whom it concerned had agreed to the survey.
		agreed: Agreed,
	},
	/// The unit has taken the place of others.
	#[codec(index = 5)]
	JoinedFrom {
		/// The units that were joined.
		parents: RelatedUnits,
		/// The ground.
		parcels: UnitParcels,
		/// The title.
		title: LandTitle,
		/// How those whom it concerned had agreed to the survey.
		agreed: Agreed,
	},
	/// Parcels of the unit were joined to one. Nothing else changed.
	#[codec(index = 6)]
	ParcelsJoined {
		/// The parcels.
		parents: UnitParcels,
		/// The parcel that has taken their place.
		child: ParcelNumber,
		/// How those whom it concerned had agreed to the survey.
		agreed: Agreed,
	},
	/// The dominant unit of easements on this one was divided or joined: they serve those that have
	/// taken its place.
	#[codec(index = 7)]
	EasementsReattached {
		/// The unit that they served.
		dominant: UnitNumber,
		/// The units that they serve now.
		successors: RelatedUnits,
	},
	/// All that a party had here passed to another by operation of law.
	#[codec(index = 8)]
	Succeeded {
		/// Who had it.
		from: Party,
		/// Who has it now.
		to: Party,
	},
	/// The register began with the unit: nobody's act has brought it about.
	#[codec(index = 9)]
	Given {
		/// The ground.
		parcels: UnitParcels,
		/// The title.
		title: LandTitle,
	},
}

/// A unit that the register begins with.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GenesisUnit {
	/// Its ground.
	pub parcels: Vec<ParcelNumber>,
	/// The persons who own it, by their tags of the land register, and how many units each has. Their
	/// sum is the whole.
	pub owners: Vec<(Tag, u32)>,
}

/// Something that burdens a title.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub enum Encumbrance {
	/// A right of somebody else.
	#[codec(index = 0)]
	Right(Right<Party, CalendarDate, UnitNumber>),
	/// A mortgage.
	#[codec(index = 1)]
	Mortgage(Mortgage<Party>),
	/// A notice.
	#[codec(index = 2)]
	Notice(Notice<Party, CalendarDate>),
	/// A restriction or responsibility.
	#[codec(index = 3)]
	Restriction(Restriction<CalendarDate>),
}
