//! What the cadastre stores and what its calls take.

mod campaign;
mod parcel;
mod survey;

pub use campaign::*;
pub use parcel::*;
pub use survey::*;

pub(crate) use polity_primitives::preparation::{ordered, OrderedId};
pub use polity_primitives::preparation::{Preparation, Verdict, Versioned};

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_geometry::{AreaTolerance, BoundingBox, Children, CoordinateSystem};
use polity_primitives::{preparation, time::Instant, District, ParcelNumber};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The most ids or records that one read returns.
pub const MAX_PAGE: u32 = 64;

/// The most parcels that are entered under one cell of the index. A smallest cell has 23 m of
/// latitude on its side: more parcels than that are smaller than 2 m² each.
pub const MAX_PARCELS_PER_CELL: u32 = 256;

/// What the ministry of the cadastre has set, where countries differ.
#[derive(
	Clone,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct CadastreLaw {
	/// What the coordinates are. It does not change any more once there is a parcel.
	pub system: CoordinateSystem,
	/// How far the registered area of a parcel may be from that of its geometry. A parcel that is
	/// registered keeps to it; one that is imported is marked where it does not.
	pub tolerance: AreaTolerance,
	/// The box that the whole territory is in, its sides included.
	pub territory: BoundingBox,
}

/// How much work a call may do. The caller states it, the call's weight goes by it, and passing it is
/// an error; [`crate::Pallet::survey`] says off the chain how much it takes.
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
pub struct WorkBound {
	/// Cells of the index that are looked up.
	pub cells: u32,
	/// Parcels whose geometry is read, because they may share ground.
	pub candidates: u32,
	/// Pairs of edges that are compared, and vertices of candidates that are passed over.
	pub tests: u32,
	/// Cells of the index that are written.
	pub writes: u32,
}

impl WorkBound {
	/// This much and that much.
	pub const fn and(self, other: Self) -> Self {
		Self {
			cells: self.cells.saturating_add(other.cells),
			candidates: self.candidates.saturating_add(other.candidates),
			tests: self.tests.saturating_add(other.tests),
			writes: self.writes.saturating_add(other.writes),
		}
	}
}

/// What the index has at one cell.
#[derive(Clone, Debug, Default, Eq, PartialEq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct CellContent {
	/// The cells within it that there is anything in.
	pub children: Children,
	/// The parcels that are entered under it.
	pub parcels: BoundedVec<ParcelNumber, ConstU32<MAX_PARCELS_PER_CELL>>,
}

/// What an officer has prepared.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Matter {
	/// A law of the cadastre.
	#[codec(index = 0)]
	Law(CadastreLaw),
	/// The first registration of a parcel.
	#[codec(index = 1)]
	Registration(Registration),
	/// A survey, with the district of its parcels.
	#[codec(index = 2)]
	Survey(District, SurveyChange),
}

/// Something that was prepared and that nobody has decided yet.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Proposal {
	/// What was prepared.
	pub matter: Matter,
	/// The version of the record that it was prepared on: of the parcel that a survey names first.
	pub version: u32,
	/// Who prepared it, and by what act.
	pub preparation: Preparation,
	/// When.
	pub made_at: Instant,
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
	/// Proposals that wait for the other officer.
	#[codec(index = 0)]
	ProposalOpen,
	/// Campaigns that are not sealed.
	#[codec(index = 1)]
	CampaignOpen,
}

/// What an entry of the law's record says.
pub type LawChange = preparation::LawChange<CadastreLaw>;
