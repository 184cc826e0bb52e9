//! Outlines as they are sent, and polygons that have been checked.

use crate::{
	predicates::{edges_of_ring, is_inside, Edge},
	BoundPassed, BoundingBox, CoordinateSystem, EdgeTests, GeometryError, Point, GEOMETRY_FORMAT,
	MAX_HOLES, MAX_VERTICES,
};
use alloc::vec::Vec;
use codec::{Compact, Decode, DecodeWithMemTracking, Encode, Input, MaxEncodedLen};
use scale_info::TypeInfo;

/// The boundary of a parcel as somebody sends it: not checked, in any order and orientation.
///
/// Each ring is its vertices in turn, and closed by itself: the first point is not repeated at the
/// end (as it is in GeoJSON). Decoding refuses more than [`MAX_VERTICES`] points and more than
/// [`MAX_HOLES`] holes before it takes memory for them.
#[derive(Encode, TypeInfo, Clone, Debug, PartialEq, Eq)]
pub struct Outline {
	/// The outer ring.
	pub outer: Vec<Point>,
	/// The rings of the ground within it that does not belong to it.
	pub holes: Vec<Vec<Point>>,
}

impl Outline {
	/// The points of all rings.
	pub fn points(&self) -> impl Iterator<Item = Point> + '_ {
		self.outer.iter().chain(self.holes.iter().flatten()).copied()
	}
}

impl Decode for Outline {
	fn decode<I: Input>(input: &mut I) -> Result<Self, codec::Error> {
		let (outer, holes) = decode_rings(input)?;
		Ok(Self { outer, holes })
	}
}

impl DecodeWithMemTracking for Outline {}

impl MaxEncodedLen for Outline {
	fn max_encoded_len() -> usize {
		MAX_ENCODED_LEN
	}
}

/// A valid polygon in its one canonical form: whatever order and orientation an outline had, the
/// same boundary with the same vertices is the same `Polygon`, with the same bytes.
///
/// - The outer ring runs counterclockwise, the holes clockwise, so that the ground is on the left of
///   every edge (RFC 7946, 3.1.6).
/// - Each ring starts at its least vertex, by `x`, then by `y`; the holes stand in the order of
///   their starts.
/// - Vertices on a straight line are kept: they are where neighbours' corners meet the edge.
///
/// It is made by [`Polygon::new`] alone. Its decoding trusts what was stored and only keeps to the
/// bounds, so it is not `DecodeWithMemTracking`: a call cannot take it as an argument, but takes an
/// [`Outline`].
#[derive(Encode, TypeInfo, Clone, Debug, PartialEq, Eq)]
pub struct Polygon {
	pub(crate) outer: Vec<Point>,
	pub(crate) holes: Vec<Vec<Point>>,
}

impl Decode for Polygon {
	fn decode<I: Input>(input: &mut I) -> Result<Self, codec::Error> {
		let (outer, holes) = decode_rings(input)?;
		Ok(Self { outer, holes })
	}
}

impl MaxEncodedLen for Polygon {
	fn max_encoded_len() -> usize {
		MAX_ENCODED_LEN
	}
}

impl Polygon {
	/// Checks an outline and brings it to its canonical form.
	///
	/// # Errors
	/// A [`GeometryError`] that says what is wrong: each ring by itself in the order in which the
	/// enum lists the faults, then the rings among each other.
	pub fn new(system: CoordinateSystem, outline: Outline) -> Result<Self, GeometryError> {
		Self::new_within(system, outline, &mut EdgeTests::unbounded())
	}

	/// As [`Polygon::new`], counting the pairs of edges that are compared.
	///
	/// # Errors
	/// As [`Polygon::new`], and [`GeometryError::BoundPassed`].
	pub fn new_within(
		system: CoordinateSystem,
		outline: Outline,
		tests: &mut EdgeTests,
	) -> Result<Self, GeometryError> {
		crate::validation::checked(system, outline, tests)
	}

	/// The outer ring, counterclockwise from its least vertex.
	pub fn outer(&self) -> &[Point] {
		&self.outer
	}

	/// The holes, each clockwise from its least vertex, in the order of these.
	pub fn holes(&self) -> &[Vec<Point>] {
		&self.holes
	}

	/// The outer ring, then the holes.
	pub fn rings(&self) -> impl Iterator<Item = &[Point]> + '_ {
		core::iter::once(self.outer.as_slice()).chain(self.holes.iter().map(Vec::as_slice))
	}

	/// The number of vertices, of all rings together, which is that of the edges.
	pub fn vertices(&self) -> usize {
		self.rings().map(<[Point]>::len).fold(0, usize::saturating_add)
	}

	/// The box of the polygon: that of its outer ring.
	pub fn bounding_box(&self) -> BoundingBox {
		let origin = Point::new(0, 0);
		// A valid polygon has vertices.
		BoundingBox::of(self.outer.iter().copied())
			.unwrap_or(BoundingBox { min: origin, max: origin })
	}

	/// The vertex that stands for the polygon where one point is asked for: the least.
	pub fn first_vertex(&self) -> Point {
		self.outer.first().copied().unwrap_or(Point::new(0, 0))
	}

	/// The polygon as it was sent, to be checked again or changed.
	pub fn into_outline(self) -> Outline {
		Outline { outer: self.outer, holes: self.holes }
	}

	/// The bytes whose hash is the id of the geometry: format, system, outer ring, holes, in SCALE.
	pub fn canonical_bytes(&self, system: CoordinateSystem) -> Vec<u8> {
		(GEOMETRY_FORMAT, system, self).encode()
	}

	/// Whether the point is inside the polygon, and neither in a hole nor on the boundary.
	///
	/// # Errors
	/// [`BoundPassed`]; it takes one test for every edge.
	pub fn contains(&self, point: Point, tests: &mut EdgeTests) -> Result<bool, BoundPassed> {
		if !self.bounding_box().contains(point) {
			return Ok(false);
		}
		let edges: Vec<Edge> = self.edges().collect();
		tests.count_all(&edges)?;
		let on_boundary =
			edges.iter().any(|edge| edge.bounds.contains(point) && edge.turn(point).is_eq());
		Ok(!on_boundary && is_inside(point, &edges))
	}

	/// All edges, ring after ring.
	pub(crate) fn edges(&self) -> impl Iterator<Item = Edge> + '_ {
		self.rings().enumerate().flat_map(|(ring, points)| edges_of_ring(points, ring))
	}
}

/// Two bytes for a length below 2^14.
const LENGTH_BYTES: usize = 2;
/// All points, the length of the outer ring, the number of holes, the length of each.
const MAX_ENCODED_LEN: usize = MAX_VERTICES * POINT_BYTES + (2 + MAX_HOLES) * LENGTH_BYTES;
/// Two coordinates of eight bytes.
const POINT_BYTES: usize = 16;

fn decode_length<I: Input>(input: &mut I) -> Result<usize, codec::Error> {
	let length = Compact::<u32>::decode(input)?.0;
	usize::try_from(length).map_err(|_| "a length that cannot be".into())
}

fn decode_ring<I: Input>(input: &mut I, left: &mut usize) -> Result<Vec<Point>, codec::Error> {
	let length = decode_length(input)?;
	*left = left.checked_sub(length).ok_or("more vertices than a polygon may have")?;
	input.on_before_alloc_mem(length.saturating_mul(POINT_BYTES))?;
	let mut points = Vec::with_capacity(length);
	for _ in 0..length {
		points.push(Point::decode(input)?);
	}
	Ok(points)
}

fn decode_rings<I: Input>(input: &mut I) -> Result<(Vec<Point>, Vec<Vec<Point>>), codec::Error> {
	let mut left = MAX_VERTICES;
	let outer = decode_ring(input, &mut left)?;
	let count = decode_length(input)?;
	if count > MAX_HOLES {
		return Err("more holes than a polygon may have".into());
	}
	input.on_before_alloc_mem(count.saturating_mul(core::mem::size_of::<Vec<Point>>()))?;
	let mut holes = Vec::with_capacity(count);
	for _ in 0..count {
		holes.push(decode_ring(input, &mut left)?);
	}
	Ok((outer, holes))
}
