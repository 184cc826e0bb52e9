mod areas;
mod cells;
mod codec;
mod cover;
mod epinay;
mod nodes;
mod oracles;
mod outlines;
mod overlaps;
mod properties;
mod shapes;

use crate::{CoordinateSystem, EdgeTests, GeometryError, Outline, Point, Polygon};

/// The system of the tests: Lambert-93.
const METRIC: CoordinateSystem = CoordinateSystem::Millimetres { epsg: 2154 };

fn points(ring: &[(i64, i64)]) -> Vec<Point> {
	ring.iter().map(|(x, y)| Point::new(*x, *y)).collect()
}

fn outline(outer: &[(i64, i64)], holes: &[&[(i64, i64)]]) -> Outline {
	Outline { outer: points(outer), holes: holes.iter().map(|hole| points(hole)).collect() }
}

fn checked(outer: &[(i64, i64)], holes: &[&[(i64, i64)]]) -> Result<Polygon, GeometryError> {
	Polygon::new(METRIC, outline(outer, holes))
}

/// A polygon without holes that must be valid.
fn polygon(outer: &[(i64, i64)]) -> Polygon {
	checked(outer, &[]).unwrap()
}

/// A polygon with holes that must be valid.
fn polygon_with_holes(outer: &[(i64, i64)], holes: &[&[(i64, i64)]]) -> Polygon {
	checked(outer, holes).unwrap()
}

/// A square by its lower left corner and its side.
fn square(x: i64, y: i64, side: i64) -> [(i64, i64); 4] {
	[(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
}

/// Whether two polygons share ground, asked both ways.
fn share_ground(first: &Polygon, second: &Polygon) -> bool {
	let answer = first.shares_ground_with(second, &mut EdgeTests::unbounded()).unwrap();
	let reverse = second.shares_ground_with(first, &mut EdgeTests::unbounded()).unwrap();
	assert_eq!(answer, reverse, "{first:?} and {second:?}");
	answer
}
