//! Points, and what their numbers mean.

use crate::{projected::is_projected_in_metres, GeometryError, BITS_PER_LEVEL, LEVELS};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What the two numbers of a point are. A register has one system, chosen when it is set up: points
/// of two systems are never compared.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
)]
pub enum CoordinateSystem {
	/// Longitude and latitude in units of 1e-7 degree, EPSG:4326, longitude first as in GeoJSON
	/// (RFC 7946). One unit is 11 mm at most. A parcel does not cross the 180th meridian.
	#[codec(index = 0)]
	Degrees,
	/// Easting and northing of a projected system, in millimetres.
	#[codec(index = 1)]
	Millimetres {
		/// The system's code in the EPSG register, such as 2154 for Lambert-93.
		epsg: u32,
	},
}

/// Half a turn, in units of 1e-7 degree: the greatest longitude.
const MAX_LONGITUDE: i64 = 1_800_000_000;
/// A quarter turn, in units of 1e-7 degree: the greatest latitude.
const MAX_LATITUDE: i64 = 900_000_000;
/// Coordinates in millimetres are smaller than this: 68,719 km, more than the way around the Earth.
const MILLIMETRES_END: i64 = 1 << 36;

impl CoordinateSystem {
	/// Whether a register can choose it: degrees, or a projected system in metres that the EPSG
	/// register has and does not call deprecated.
	pub fn is_known(&self) -> bool {
		match self {
			Self::Degrees => true,
			Self::Millimetres { epsg } => is_projected_in_metres(*epsg),
		}
	}

	/// Whether the point is in the range of the system.
	pub fn covers(&self, point: Point) -> bool {
		match self {
			Self::Degrees => {
				(-MAX_LONGITUDE..=MAX_LONGITUDE).contains(&point.x)
					&& (-MAX_LATITUDE..=MAX_LATITUDE).contains(&point.y)
			},
			Self::Millimetres { .. } => {
				let range = -MILLIMETRES_END..MILLIMETRES_END;
				range.contains(&point.x) && range.contains(&point.y)
			},
		}
	}

	/// The binary logarithm of the side of the finest cells: 2,048 units of 1e-7 degree are 23 m
	/// of latitude, 32,768 mm are 33 m.
	pub(crate) const fn finest_cell_bits(&self) -> u32 {
		match self {
			Self::Degrees => 11,
			Self::Millimetres { .. } => 15,
		}
	}

	/// What is added to a coordinate so that none is negative: half the side of the coarsest cell.
	pub(crate) const fn grid_offset(&self) -> i64 {
		match self {
			Self::Degrees => 1 << 32,
			Self::Millimetres { .. } => 1 << 36,
		}
	}
}

// The coarsest cell of each system holds every point of the system.
const _: () = {
	let degrees = CoordinateSystem::Degrees;
	assert!(degrees.finest_cell_bits() + BITS_PER_LEVEL * (LEVELS - 1) == 33);
	assert!(degrees.grid_offset() > MAX_LONGITUDE);
	let millimetres = CoordinateSystem::Millimetres { epsg: 0 };
	assert!(millimetres.finest_cell_bits() + BITS_PER_LEVEL * (LEVELS - 1) == 37);
	assert!(millimetres.grid_offset() >= MILLIMETRES_END);
};

/// A corner of a boundary: a point of the lattice of integers.
///
/// The order is by `x`, then by `y`.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
)]
pub struct Point {
	/// Longitude or easting.
	pub x: i64,
	/// Latitude or northing.
	pub y: i64,
}

impl Point {
	/// A point from its two coordinates.
	pub const fn new(x: i64, y: i64) -> Self {
		Self { x, y }
	}
}

/// A box with sides along the axes, its sides included.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
)]
pub struct BoundingBox {
	/// The corner with the least coordinates.
	pub min: Point,
	/// The corner with the greatest coordinates.
	pub max: Point,
}

impl BoundingBox {
	/// The smallest box that holds all points, or none where there is no point.
	pub fn of(points: impl IntoIterator<Item = Point>) -> Option<Self> {
		points.into_iter().fold(None, |bounds, point| {
			let known = bounds.unwrap_or(Self { min: point, max: point });
			Some(Self {
				min: Point::new(known.min.x.min(point.x), known.min.y.min(point.y)),
				max: Point::new(known.max.x.max(point.x), known.max.y.max(point.y)),
			})
		})
	}

	/// Whether the two boxes have a point in common, were it only of their sides.
	pub fn meets(&self, other: &Self) -> bool {
		self.min.x <= other.max.x
			&& other.min.x <= self.max.x
			&& self.min.y <= other.max.y
			&& other.min.y <= self.max.y
	}

	/// Whether the two boxes have ground in common, and not only points of their sides.
	pub fn shares_ground_with(&self, other: &Self) -> bool {
		self.min.x < other.max.x
			&& other.min.x < self.max.x
			&& self.min.y < other.max.y
			&& other.min.y < self.max.y
	}

	/// Whether the point is in the box or on its sides.
	pub fn contains(&self, point: Point) -> bool {
		(self.min.x..=self.max.x).contains(&point.x) && (self.min.y..=self.max.y).contains(&point.y)
	}

	/// What the two boxes have in common; meaningful only where they meet.
	pub(crate) fn common(&self, other: &Self) -> Self {
		Self {
			min: Point::new(self.min.x.max(other.min.x), self.min.y.max(other.min.y)),
			max: Point::new(self.max.x.min(other.max.x), self.max.y.min(other.max.y)),
		}
	}
}

/// How many edges have been compared, and how many may be: the measure of work of this crate.
///
/// The caller of a transaction states its bound, which sets the weight; passing it is an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EdgeTests {
	done: u32,
	bound: u32,
}

/// More edges would have to be compared than the caller stated.
///
/// State a higher bound; the same function without a bound says off the chain how many it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoundPassed;

impl From<BoundPassed> for GeometryError {
	fn from(_: BoundPassed) -> Self {
		Self::BoundPassed
	}
}

impl EdgeTests {
	/// Nothing compared yet, and at most so many tests to come.
	pub const fn bounded_by(bound: u32) -> Self {
		Self { done: 0, bound }
	}

	/// Nothing compared yet, and no bound but that of the counter. Not for transactions.
	pub const fn unbounded() -> Self {
		Self::bounded_by(u32::MAX)
	}

	/// The tests done so far.
	pub const fn done(&self) -> u32 {
		self.done
	}

	/// Counts tests that are about to be done.
	///
	/// # Errors
	/// [`BoundPassed`] if they would be more than the bound allows; then none is counted.
	pub fn count(&mut self, tests: u32) -> Result<(), BoundPassed> {
		let done = self.done.checked_add(tests).ok_or(BoundPassed)?;
		if done > self.bound {
			return Err(BoundPassed);
		}
		self.done = done;
		Ok(())
	}

	/// Counts one test for every item.
	pub(crate) fn count_all<T>(&mut self, items: &[T]) -> Result<(), BoundPassed> {
		self.count(u32::try_from(items.len()).map_err(|_| BoundPassed)?)
	}
}
