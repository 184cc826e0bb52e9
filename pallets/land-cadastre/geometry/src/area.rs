//! Areas: exact in the units of the lattice, and in square millimetres of ground.

use crate::{
	predicates::{Edge, Vector},
	CoordinateSystem, Point, Polygon,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// An area of ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SquareMillimetres(pub u128);

/// Square millimetres in a square metre.
const PER_SQUARE_METRE: u128 = 1_000_000;

impl SquareMillimetres {
	/// In square metres, rounded to the nearest, halves up.
	pub const fn square_metres(self) -> u128 {
		self.0.saturating_add(PER_SQUARE_METRE / 2) / PER_SQUARE_METRE
	}
}

/// How far the area that a register states may be from the one that its geometry has. The ministry
/// sets it for its register.
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
pub struct AreaTolerance {
	/// Always allowed.
	pub square_metres: u32,
	/// Allowed besides, in proportion to the stated area, in thousandths.
	pub per_mille: u16,
}

impl AreaTolerance {
	/// Whether a stated area in square metres agrees with a computed one.
	pub fn allows(&self, stated_square_metres: u64, computed: SquareMillimetres) -> bool {
		let stated = u128::from(stated_square_metres).saturating_mul(PER_SQUARE_METRE);
		let always = u128::from(self.square_metres).saturating_mul(PER_SQUARE_METRE);
		let in_proportion = (stated / 1_000).saturating_mul(u128::from(self.per_mille));
		stated.abs_diff(computed.0) <= always.saturating_add(in_proportion)
	}
}

/// Twice the area of a ring by the shoelace formula, exact: positive if it runs counterclockwise.
pub(crate) fn twice_area_of_ring(ring: &[Point]) -> i128 {
	let Some(origin) = ring.first() else { return 0 };
	crate::predicates::edges_of_ring(ring, 0)
		.fold(0, |sum, edge| sum.wrapping_add(cross_from(*origin, &edge)))
}

/// Twice the signed area between a point and an edge. Below 2^77, and a polygon has 2^9 edges.
fn cross_from(origin: Point, edge: &Edge) -> i128 {
	Vector::between(origin, edge.start).cross(Vector::between(origin, edge.end))
}

impl Polygon {
	/// Twice the area, in squares of the unit of the coordinates: exact.
	pub fn twice_area(&self) -> u128 {
		let origin = self.first_vertex();
		let twice: i128 =
			self.edges().fold(0, |sum, edge| sum.wrapping_add(cross_from(origin, &edge)));
		// The ground is on the left of every edge: the sum is positive.
		twice.unsigned_abs()
	}

	/// The area of the ground.
	///
	/// In millimetres: half of [`Polygon::twice_area`], exact but for the half of a square
	/// millimetre, which is dropped. In degrees: see README.md, "Area".
	pub fn area(&self, system: CoordinateSystem) -> SquareMillimetres {
		match system {
			CoordinateSystem::Millimetres { .. } => SquareMillimetres(self.twice_area() / 2),
			CoordinateSystem::Degrees => self.area_on_the_ellipsoid(),
		}
	}

	/// The latitude of the centre of gravity, rounded, in units of 1e-7 degree.
	fn mean_latitude(&self) -> i64 {
		let origin = self.first_vertex();
		// The moment of a triangle is its area by the mean of its three heights over the origin:
		// below 2^65 by 2^34 for each edge in degrees.
		let (twice_area, moment) =
			self.edges().fold((0i128, 0i128), |(twice_area, moment), edge| {
				let cross = cross_from(origin, &edge);
				let start = i128::from(edge.start.y).wrapping_sub(i128::from(origin.y));
				let end = i128::from(edge.end.y).wrapping_sub(i128::from(origin.y));
				let heights = start.wrapping_add(end);
				(twice_area.wrapping_add(cross), moment.wrapping_add(cross.wrapping_mul(heights)))
			});
		let height = moment.checked_div(twice_area.wrapping_mul(3)).unwrap_or(0);
		origin.y.saturating_add(i64::try_from(height).unwrap_or(0))
	}

	fn area_on_the_ellipsoid(&self) -> SquareMillimetres {
		let factor = square_millimetres_per_unit(self.mean_latitude());
		// Below 2^64 by 2^57.
		SquareMillimetres(self.twice_area().saturating_mul(factor) / (2 * FACTOR_SCALE))
	}
}

/// Sines, cosines and angles in radians are integers in these units of 1.
const SCALE: i128 = 1_000_000_000_000_000_000;
/// The factors of area are integers in these units of a square millimetre.
const FACTOR_SCALE: u128 = 1_000_000_000_000_000;
/// 1e-7 degree in radians, in units of 1e-24.
const UNIT_IN_RADIANS: i128 = 1_745_329_251_994_330;
/// From units of 1e-24 to those of [`SCALE`].
const RADIANS_SCALE: i128 = 1_000_000;
/// The square of the eccentricity of the WGS84 ellipsoid, in units of [`SCALE`].
const SQUARED_ECCENTRICITY: i128 = 6_694_379_990_141_317;
/// The square of (the smaller half axis of the WGS84 ellipsoid by 1e-7 degree), in units of 1e-15
/// square millimetres.
const SQUARED_UNIT_OF_AXIS: i128 = 123_090_720_792_948_661;

/// The product of two numbers in units of [`SCALE`], in the same.
fn scaled_product(first: i128, second: i128) -> i128 {
	// Nothing here is greater than 2.5 in size: the product is below 2^123.
	first.wrapping_mul(second) / SCALE
}

/// Sine and cosine of a latitude, by their series: the remainder is below the unit of [`SCALE`]
/// after the powers that are taken, and each of the terms is less than one unit off.
fn sine_and_cosine(latitude: i64) -> (i128, i128) {
	let angle = i128::from(latitude).wrapping_mul(UNIT_IN_RADIANS) / RADIANS_SCALE;
	let (mut sine, mut cosine, mut term) = (0i128, 0i128, SCALE);
	for power in 0i128..28 {
		match power.rem_euclid(4) {
			0 => cosine = cosine.saturating_add(term),
			1 => sine = sine.saturating_add(term),
			2 => cosine = cosine.saturating_sub(term),
			_ => sine = sine.saturating_sub(term),
		}
		let next = scaled_product(term, angle);
		term = next.checked_div(power.saturating_add(1)).unwrap_or(0);
	}
	(sine, cosine.max(0))
}

/// The ground of one unit of longitude by one unit of latitude at a latitude, in units of 1e-15
/// square millimetres: the product of the two radii of curvature and of the cosine, which is
/// b² cos φ / (1 - e² sin² φ)².
fn square_millimetres_per_unit(latitude: i64) -> u128 {
	let (sine, cosine) = sine_and_cosine(latitude);
	let flattening = scaled_product(SQUARED_ECCENTRICITY, scaled_product(sine, sine));
	let denominator = SCALE.saturating_sub(flattening);
	let squared = scaled_product(denominator, denominator);
	let factor = SQUARED_UNIT_OF_AXIS.wrapping_mul(cosine).checked_div(squared).unwrap_or(0);
	factor.unsigned_abs()
}
