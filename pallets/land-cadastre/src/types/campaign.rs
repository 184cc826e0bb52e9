//! Campaigns that import existing cadastres.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_geometry::GeometryError;
use polity_primitives::{merkle::Proof, Act, District, MandateId, ParcelNumber};
use scale_info::TypeInfo;
use sp_core::H256;

use super::ParcelRecord;

/// The most mandates under which the rows of one campaign are recorded, its opener's among them.
pub const MAX_RECORDERS: u32 = 4;

/// A row, where it stands in the campaign, and the proof of it.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct CampaignRow {
	/// Which row of the campaign it is, counted from 0.
	pub index: u32,
	/// The row. Its SCALE bytes are what the campaign commits to.
	pub parcel: ParcelRecord,
	/// The proof that the row stands there.
	pub proof: Proof,
}

/// What is wrong with a row, by the word of the officer who records the campaign: the chain sees
/// such a row by its hash alone.
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
pub enum RowDefect {
	/// The row cannot be written as [`ParcelRecord`]: no polygon of one part, more vertices than a
	/// parcel can have, a reference of another form.
	#[codec(index = 0)]
	Unreadable,
}

/// Why a row became no parcel.
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
pub enum RowRefusal {
	/// The recorder says that something is wrong with it.
	#[codec(index = 0)]
	Defect(RowDefect),
	/// A parcel with this reference is registered already.
	#[codec(index = 1)]
	ReferenceTaken,
	/// Its outline is no boundary of a parcel.
	#[codec(index = 2)]
	Geometry(GeometryError),
}

/// How a row ended.
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
pub enum RowOutcome {
	/// As a parcel whose ground is its own.
	#[codec(index = 0)]
	Accepted(ParcelNumber),
	/// As a parcel whose record is disputed: reported as refused, but no right is lost. The parcel
	/// says why.
	#[codec(index = 1)]
	Disputed(ParcelNumber),
	/// As no parcel; the hash says which row it was.
	#[codec(index = 2)]
	Refused(RowRefusal, H256),
}

/// A campaign that imports an existing cadastre.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Campaign {
	/// The Merkle root over all rows of the source (see [`polity_primitives::merkle`]).
	pub root: H256,
	/// How many rows the source has.
	pub rows: u32,
	/// The district whose cadastre keeps the parcels.
	pub district: District,
	/// The act that opened it: what the entries of its parcels rest on.
	pub act: Act,
	/// The mandates of the officers who record its rows, that of the one who opened it first.
	pub recorders: BoundedVec<MandateId, ConstU32<MAX_RECORDERS>>,
	/// How many rows ended as parcels that nobody disputes.
	pub accepted: u32,
	/// How many ended as disputed parcels.
	pub disputed: u32,
	/// How many ended as no parcel.
	pub refused: u32,
	/// Whether another officer has sealed it. Until then its parcels have no effect.
	pub is_sealed: bool,
}

/// What an entry of a campaign's record says. Its rows are entries of the parcels' records.
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
pub enum CampaignChange {
	/// It was opened.
	#[codec(index = 0)]
	Opened {
		/// The Merkle root over all rows.
		root: H256,
		/// How many rows there are.
		rows: u32,
		/// The district whose cadastre keeps the parcels.
		district: District,
	},
	/// It was sealed: every row has ended.
	#[codec(index = 1)]
	Sealed {
		/// Rows that ended as parcels that nobody disputes.
		accepted: u32,
		/// Rows that ended as disputed parcels.
		disputed: u32,
		/// Rows that ended as no parcel.
		refused: u32,
	},
}
