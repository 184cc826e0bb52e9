//! Surveys: parcels that are divided, merged and corrected.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_geometry::Outline;
use polity_primitives::{ids::ProposalId, Hash, ParcelNumber};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_io::hashing::blake2_256;

use super::ParcelReference;

/// The most parcels that one survey makes of a parcel.
pub const MAX_CHILDREN: u32 = 16;

/// The most parcels that one survey merges, corrects, or puts corners into.
pub const MAX_SURVEYED_PARCELS: u32 = 8;

/// The most vertices of all outlines of one survey together.
pub const MAX_SURVEY_VERTICES: u32 = 2_048;

/// What the preimage of the matter of a survey begins with.
pub const SURVEY_DOMAIN: &[u8] = b"polity/survey/1";

/// Parcels that have taken the place of a parcel, or whose place it has taken.
pub type RelatedParcels = BoundedVec<ParcelNumber, ConstU32<MAX_CHILDREN>>;

/// A parcel that takes the place of others, in their district and on their level.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct NewParcel {
	/// Its reference in the national cadastre.
	pub reference: ParcelReference,
	/// Its boundary.
	pub outline: Outline,
	/// Its registered area, in m².
	pub registered_area: u64,
}

/// A parcel on the version that a survey was prepared on.
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
pub struct ParcelVersion {
	/// The parcel.
	pub parcel: ParcelNumber,
	/// The version of its record.
	pub version: u32,
}

/// A parcel whose boundary is corrected.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct CorrectedParcel {
	/// The parcel, on its version.
	pub parcel: ParcelVersion,
	/// Its boundary from then on.
	pub outline: Outline,
	/// Its registered area from then on, in m².
	pub registered_area: u64,
}

/// A parcel whose boundary takes up corners that a subdivision sets on its edges.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct NodedParcel {
	/// The parcel, on its version.
	pub parcel: ParcelVersion,
	/// Its boundary from then on: as it was, with corners put in, each at most one unit off its edge.
	pub outline: Outline,
}

/// What a survey does.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum SurveyChange {
	/// Divides a parcel into others that cover it exactly.
	#[codec(index = 0)]
	Subdivide {
		/// The parcel, on its version.
		parcel: ParcelVersion,
		/// Its boundary with the corners that the division sets on its edges, if it sets any: what
		/// the children cover.
		noded: Option<Outline>,
		/// What takes its place.
		children: BoundedVec<NewParcel, ConstU32<MAX_CHILDREN>>,
		/// All neighbours that share a part of an edge on which a corner is set.
		neighbours: BoundedVec<NodedParcel, ConstU32<MAX_SURVEYED_PARCELS>>,
	},
	/// Merges parcels into one that they cover exactly.
	#[codec(index = 1)]
	Merge {
		/// The parcels, on their versions.
		parcels: BoundedVec<ParcelVersion, ConstU32<MAX_SURVEYED_PARCELS>>,
		/// What takes their place.
		merged: NewParcel,
	},
	/// Corrects the boundary of a parcel, and of its neighbours where it takes ground of theirs: what
	/// they had together and ground that is free is all that they get. A disputed parcel gets its
	/// ground.
	#[codec(index = 2)]
	Correct {
		/// The parcels.
		parcels: BoundedVec<CorrectedParcel, ConstU32<MAX_SURVEYED_PARCELS>>,
	},
}

impl SurveyChange {
	/// The parcel whose version the act cites: the first that is named.
	pub fn principal(&self) -> Option<ParcelVersion> {
		self.parcels().next()
	}

	/// All parcels that it ends or changes, in the order in which they are named.
	pub fn parcels(&self) -> impl Iterator<Item = ParcelVersion> + '_ {
		let (divided, noded, merged, corrected) = match self {
			Self::Subdivide { parcel, neighbours, .. } => {
				(Some(*parcel), Some(neighbours), None, None)
			},
			Self::Merge { parcels, .. } => (None, None, Some(parcels), None),
			Self::Correct { parcels } => (None, None, None, Some(parcels)),
		};
		divided
			.into_iter()
			.chain(noded.into_iter().flatten().map(|noded| noded.parcel))
			.chain(merged.into_iter().flatten().copied())
			.chain(corrected.into_iter().flatten().map(|corrected| corrected.parcel))
	}

	/// All outlines that it draws.
	pub fn outlines(&self) -> impl Iterator<Item = &Outline> + '_ {
		let (noded, children, neighbours, merged, corrected) = match self {
			Self::Subdivide { noded, children, neighbours, .. } => {
				(noded.as_ref(), Some(children), Some(neighbours), None, None)
			},
			Self::Merge { merged, .. } => (None, None, None, Some(merged), None),
			Self::Correct { parcels } => (None, None, None, None, Some(parcels)),
		};
		noded
			.into_iter()
			.chain(children.into_iter().flatten().map(|child| &child.outline))
			.chain(neighbours.into_iter().flatten().map(|neighbour| &neighbour.outline))
			.chain(merged.into_iter().map(|merged| &merged.outline))
			.chain(corrected.into_iter().flatten().map(|corrected| &corrected.outline))
	}

	/// The vertices of all outlines together.
	pub fn vertices(&self) -> u32 {
		self.outlines().fold(0u32, |sum, outline| {
			let vertices = u32::try_from(outline.points().count()).unwrap_or(u32::MAX);
			sum.saturating_add(vertices)
		})
	}

	/// What the owners consent to: the BLAKE2b hash of [`SURVEY_DOMAIN`], the proposal's id and the
	/// change, in SCALE.
	pub fn matter(&self, proposal: ProposalId) -> Hash {
		let mut preimage = SURVEY_DOMAIN.to_vec();
		(proposal, self).encode_to(&mut preimage);
		H256(blake2_256(&preimage))
	}
}
