#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod area;
mod cells;
mod cover;
mod nodes;
mod overlap;
mod polygon;
mod predicates;
mod projected;
mod system;
#[cfg(test)]
mod tests;
mod validation;
mod walks;

pub use area::{AreaTolerance, SquareMillimetres};
pub use cells::{Cell, Children};
pub use nodes::Node;
pub use polygon::{Outline, Polygon};
pub use system::{BoundPassed, BoundingBox, CoordinateSystem, EdgeTests, Point};
pub use walks::{walk_along_edges, walk_along_ray, walk_in_box, Sighting, Walk};

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;

/// The most vertices of a polygon, of all its rings together. The largest of the 4,241 parcels of
/// Épinay-sur-Orge has 208.
pub const MAX_VERTICES: usize = 512;

/// The most holes of a polygon: all rings have three vertices then.
pub const MAX_HOLES: usize = (MAX_VERTICES - 3) / 3;

/// The number with which the canonical bytes begin. Raised when the canonical form changes, which is
/// a migration: the ids of all geometries change with it.
pub const GEOMETRY_FORMAT: u8 = 1;

/// The levels of the grid of cells.
pub const LEVELS: u32 = 12;

/// Each level has cells of 2 to the power of this times the side of those of the level before.
pub const BITS_PER_LEVEL: u32 = 2;

/// The most cells that one edge is entered under: a line over three columns and three rows of cells
/// meets five of them, and two more where it passes through corners.
pub const MAX_CELLS_PER_EDGE: usize = 7;

/// The most cells that one polygon is entered under.
pub const MAX_CELLS: usize = MAX_VERTICES * MAX_CELLS_PER_EDGE;

/// Why an outline is not the boundary of a parcel.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
)]
pub enum GeometryError {
	/// The rings have more than [`MAX_VERTICES`] points together. Divide the parcel, or leave out
	/// vertices that lie on a straight line and are no corner of a neighbour.
	#[codec(index = 0)]
	TooManyVertices,
	/// A ring has less than three points. Leave it out, or send all its corners.
	#[codec(index = 1)]
	TooFewVertices,
	/// A point is outside the range of the coordinate system. Check the units, and that longitude or
	/// easting comes first.
	#[codec(index = 2)]
	OutOfRange,
	/// A point is repeated by the next one. Send each corner once; do not repeat the first point at
	/// the end of a ring.
	#[codec(index = 3)]
	RepeatedPoint,
	/// All points of a ring are on one line: it has no ground. Send its other corners.
	#[codec(index = 4)]
	ZeroArea,
	/// An edge goes back over the one before. Leave out the point at the end of the spike.
	#[codec(index = 5)]
	Spike,
	/// A ring touches itself: it comes to a point or an edge of its own a second time. Divide the
	/// parcel into parts that do not touch themselves.
	#[codec(index = 6)]
	SelfTouching,
	/// Two edges of one ring cross. Check the order of its points.
	#[codec(index = 7)]
	SelfCrossing,
	/// A hole touches the outer ring. Where they share an edge, take its ground out by the outer ring
	/// instead; where they share a point, divide the parcel into parts that do not touch themselves.
	#[codec(index = 8)]
	HoleTouchesOuterRing,
	/// A hole crosses the outer ring. Cut it off there, and take its ground out by the outer ring.
	#[codec(index = 9)]
	HoleCrossesOuterRing,
	/// Two holes touch. Where they share an edge, make one hole of them; where they share a point,
	/// divide the parcel into parts that do not touch themselves.
	#[codec(index = 10)]
	HolesTouch,
	/// Two holes cross. Make one hole of them.
	#[codec(index = 11)]
	HolesCross,
	/// A hole is outside the outer ring. Leave it out; if it is the outer ring, send it first.
	#[codec(index = 12)]
	HoleOutside,
	/// A hole is inside another hole. Leave it out; ground within a hole is a parcel of its own.
	#[codec(index = 13)]
	HoleNested,
	/// More edges would have to be compared than the caller stated. State a higher bound.
	#[codec(index = 14)]
	BoundPassed,
}

impl fmt::Display for GeometryError {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		formatter.write_str(match self {
			Self::TooManyVertices => "the rings have more points than a polygon may have",
			Self::TooFewVertices => "a ring has less than three points",
			Self::OutOfRange => "a point is outside the range of the coordinate system",
			Self::RepeatedPoint => "a point is repeated by the next one",
			Self::ZeroArea => "all points of a ring are on one line",
			Self::Spike => "an edge goes back over the one before",
			Self::SelfTouching => "a ring touches itself",
			Self::SelfCrossing => "two edges of one ring cross",
			Self::HoleTouchesOuterRing => "a hole touches the outer ring",
			Self::HoleCrossesOuterRing => "a hole crosses the outer ring",
			Self::HolesTouch => "two holes touch",
			Self::HolesCross => "two holes cross",
			Self::HoleOutside => "a hole is outside the outer ring",
			Self::HoleNested => "a hole is inside another hole",
			Self::BoundPassed => "more edges would have to be compared than the caller stated",
		})
	}
}

impl core::error::Error for GeometryError {}

impl fmt::Display for BoundPassed {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		GeometryError::BoundPassed.fmt(formatter)
	}
}

impl core::error::Error for BoundPassed {}
