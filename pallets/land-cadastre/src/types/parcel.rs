//! Parcels.

use alloc::{string::String, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, Error as CodecError, Input, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_geometry::{BoundingBox, GeometryError, Outline};
use polity_primitives::{
	ids::{CampaignId, IdError},
	record::Entry,
	time::Instant,
	traits::Agreed,
	District, ParcelNumber,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::H256;

use super::{Preparation, RelatedParcels, WorkBound};

/// The most characters of a parcel's reference.
pub const MAX_REFERENCE: u32 = 24;

/// The most parcels that are entered into the index in steps at one time.
pub const MAX_ENTERING: u32 = 8;

/// The most parcels that a disputed parcel, an event or an answer names as those it overlaps.
pub const MAX_NAMED_OVERLAPS: u32 = 8;

/// A parcel's reference in the national cadastre (INSPIRE `nationalCadastralReference`): 1 to
/// [`MAX_REFERENCE`] ASCII digits and capital letters, each given once.
#[derive(
	Clone,
	Debug,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct ParcelReference(BoundedVec<u8, ConstU32<MAX_REFERENCE>>);

impl ParcelReference {
	/// The reference with these characters.
	///
	/// # Errors
	/// [`IdError::WrongLength`] or [`IdError::WrongCharacter`].
	pub fn new(characters: BoundedVec<u8, ConstU32<MAX_REFERENCE>>) -> Result<Self, IdError> {
		if characters.is_empty() {
			return Err(IdError::WrongLength);
		}
		if characters.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()) {
			Ok(Self(characters))
		} else {
			Err(IdError::WrongCharacter)
		}
	}

	/// The characters.
	pub fn as_bytes(&self) -> &[u8] {
		&self.0
	}
}

impl Decode for ParcelReference {
	fn decode<I: Input>(input: &mut I) -> Result<Self, CodecError> {
		Self::new(BoundedVec::decode(input)?).map_err(|_| {
			CodecError::from("a parcel's reference has ASCII digits and capital letters")
		})
	}
}

/// A layer of the cadastre (ISO 19152 `LA_Level`). Parcels of one level share no ground; those of two
/// levels may, as what is built over what is dug.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
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
pub struct Level(pub u8);

/// What is registered of a parcel, by an officer or from a source.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ParcelRecord {
	/// Its reference in the national cadastre.
	pub reference: ParcelReference,
	/// Its level.
	pub level: Level,
	/// Its boundary.
	pub outline: Outline,
	/// Its registered area, in m².
	pub registered_area: u64,
}

/// The first registration of a parcel, as it was prepared.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Registration {
	/// The district whose cadastre keeps it.
	pub district: District,
	/// The parcel.
	pub parcel: ParcelRecord,
}

/// Where an imported parcel comes from.
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
pub struct ParcelSource {
	/// The campaign that imported it.
	pub campaign: CampaignId,
	/// Its row of the campaign, counted from 0.
	pub row: u32,
	/// The hash of that row, a leaf of the campaign's Merkle tree.
	pub leaf: H256,
}

/// Parcels that a parcel overlaps: the first of them, at most [`MAX_NAMED_OVERLAPS`].
pub type NamedOverlaps = BoundedVec<ParcelNumber, ConstU32<MAX_NAMED_OVERLAPS>>;

/// Why an imported parcel is disputed. It is kept with its geometry, but no ground is its own: a court
/// or the cadastre has to settle whose it is.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum DisputeReason {
	/// These live parcels of its level have ground that its boundary takes.
	#[codec(index = 0)]
	Overlaps(NamedOverlaps),
	/// A part of it is outside of the territory.
	#[codec(index = 1)]
	OutsideTerritory,
}

/// A parcel (ISO 19152 `LA_SpatialUnit`).
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Parcel {
	/// Its number in this cadastre.
	pub number: ParcelNumber,
	/// Its reference in the national cadastre.
	pub reference: ParcelReference,
	/// The district whose cadastre keeps it.
	pub district: District,
	/// Its level.
	pub level: Level,
	/// The id of its geometry: the BLAKE2b hash of the canonical bytes.
	pub geometry: H256,
	/// The box that it is in.
	pub bounds: BoundingBox,
	/// Its registered area, in m².
	pub registered_area: u64,
	/// The area of its geometry, in m², rounded.
	pub computed_area: u64,
	/// Whether the two agree within the law's tolerance. Only an imported parcel may be without.
	pub area_agrees: bool,
	/// Where it comes from, if it was imported.
	pub source: Option<ParcelSource>,
	/// Why it is disputed, if it is.
	pub dispute: Option<DisputeReason>,
	/// When it was recorded.
	pub registered_at: Instant,
	/// The parcels whose place it has taken.
	pub parents: RelatedParcels,
	/// When and by what parcels its own place was taken, if it was.
	pub ending: Option<Ending>,
}

impl Parcel {
	/// Whether the ground within its boundary is its own.
	pub const fn has_ground(&self) -> bool {
		self.dispute.is_none() && self.ending.is_none()
	}

	/// What its record says of its boundary.
	pub const fn boundary(&self) -> Boundary {
		Boundary {
			geometry: self.geometry,
			bounds: self.bounds,
			registered_area: self.registered_area,
			computed_area: self.computed_area,
			area_agrees: self.area_agrees,
		}
	}

	/// With another boundary.
	pub(crate) fn within(self, boundary: Boundary) -> Self {
		let Boundary { geometry, bounds, registered_area, computed_area, area_agrees } = boundary;
		Self { geometry, bounds, registered_area, computed_area, area_agrees, ..self }
	}
}

/// What a parcel's record says of its boundary.
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
pub struct Boundary {
	/// The id of its geometry: the BLAKE2b hash of the canonical bytes.
	pub geometry: H256,
	/// The box that it is in.
	pub bounds: BoundingBox,
	/// The registered area, in m².
	pub registered_area: u64,
	/// The area of the geometry, in m², rounded.
	pub computed_area: u64,
	/// Whether the two agree within the law's tolerance.
	pub area_agrees: bool,
}

/// How a parcel became historic.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Ending {
	/// When.
	pub at: Instant,
	/// The parcels that have taken its place.
	pub children: RelatedParcels,
}

/// A parcel whose cells are entered into the index in steps. Its ground is reserved meanwhile.
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
pub struct EnteringParcel {
	/// The parcel.
	pub parcel: ParcelNumber,
	/// Its level.
	pub level: Level,
	/// The box that it is in.
	pub bounds: BoundingBox,
	/// How many of its cells have been entered, in their order.
	pub entered: u32,
	/// How many it has.
	pub cells: u32,
}

/// What an entry of a parcel's record says.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum ParcelChange {
	/// It was registered for the first time.
	#[codec(index = 0)]
	Registered {
		/// The whole record.
		parcel: Parcel,
		/// How it was prepared.
		preparation: Preparation,
	},
	/// It was imported.
	#[codec(index = 1)]
	Imported {
		/// The whole record.
		parcel: Parcel,
	},
	/// The register began with it: nobody's act has brought it about.
	#[codec(index = 2)]
	Given {
		/// The whole record.
		parcel: Parcel,
	},
	/// It was divided, and is historic.
	#[codec(index = 3)]
	Subdivided {
		/// The parcels that have taken its place.
		children: RelatedParcels,
		/// How that was prepared.
		preparation: Preparation,
		/// How those whom it concerned had agreed to the survey.
		agreed: Agreed,
	},
	/// It was merged with others, and is historic.
	#[codec(index = 4)]
	Merged {
		/// The parcel that has taken their place.
		into: ParcelNumber,
		/// How that was prepared.
		preparation: Preparation,
		/// How those whom it concerned had agreed to the survey.
		agreed: Agreed,
	},
	/// Its boundary was corrected. If it was disputed, its ground is its own from now on.
	#[codec(index = 5)]
	Corrected {
		/// What the record said before.
		before: Boundary,
		/// What it says from now on.
		after: Boundary,
		/// How that was prepared.
		preparation: Preparation,
		/// How those whom it concerned had agreed to the survey.
		agreed: Agreed,
	},
	/// A neighbour was divided and set corners on its edges, which it has from now on.
	#[codec(index = 6)]
	Noded {
		/// What the record said before.
		before: Boundary,
		/// What it says from now on.
		after: Boundary,
		/// How that was prepared.
		preparation: Preparation,
	},
}

impl ParcelChange {
	/// The parcel after the change at an instant; none if it cannot be changed so.
	pub fn after(&self, before: Option<Parcel>, at: Instant) -> Option<Parcel> {
		let ended = |parcel: Parcel, children| {
			let ending = Some(Ending { at, children });
			parcel.ending.is_none().then_some(Parcel { ending, ..parcel })
		};
		match (self, before) {
			(
				Self::Registered { parcel, .. }
				| Self::Imported { parcel }
				| Self::Given { parcel },
				None,
			) => Some(parcel.clone()),
			(Self::Subdivided { children, .. }, Some(parcel)) => ended(parcel, children.clone()),
			(Self::Merged { into, .. }, Some(parcel)) => {
				ended(parcel, RelatedParcels::try_from(alloc::vec![*into]).ok()?)
			},
			(Self::Corrected { before, after, .. }, Some(parcel)) => {
				let is_its_own = parcel.ending.is_none() && parcel.boundary() == *before;
				is_its_own.then(|| Parcel { dispute: None, ..parcel.within(*after) })
			},
			(Self::Noded { before, after, .. }, Some(parcel)) => {
				let is_its_own = parcel.has_ground() && parcel.boundary() == *before;
				is_its_own.then(|| parcel.within(*after))
			},
			_ => None,
		}
	}
}

/// A parcel that the register begins with.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GenesisParcel {
	/// Its reference in the national cadastre.
	pub reference: String,
	/// The corners of its boundary in the units of the register's coordinate system, x before y; it
	/// has no holes.
	pub outer: Vec<[i64; 2]>,
	/// Its registered area, in m².
	pub registered_area: u64,
}

/// One version of a parcel's record.
pub type ParcelEntry = Entry<ParcelNumber, ParcelChange>;

/// What [`crate::Pallet::survey`] answers: how an outline would stand in the cadastre as it is.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct Survey {
	/// The id that its geometry would have.
	pub geometry: H256,
	/// The area of its geometry, in m², rounded.
	pub computed_area: u64,
	/// Whether all of it is in the territory.
	pub is_in_territory: bool,
	/// The live parcels of the level that it overlaps, at most [`MAX_NAMED_OVERLAPS`].
	pub overlaps: NamedOverlaps,
	/// How much work its registration takes: what the call has to state at least.
	pub work: WorkBound,
}

/// Why there is no survey of an outline.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub enum SurveyError {
	/// The ministry has not set a law of the cadastre yet.
	#[codec(index = 0)]
	NoLaw,
	/// The outline is no boundary of a parcel.
	#[codec(index = 1)]
	Geometry(GeometryError),
	/// It takes more work than any block has room for.
	#[codec(index = 2)]
	TooMuchWork,
}
