//! Random polygons on a small lattice, so that corners and edges often coincide.

use super::METRIC;
use crate::{Outline, Point, Polygon};
use proptest::{collection::vec, prelude::*};
use std::collections::{BTreeMap, BTreeSet};

fn cross(a: Point, b: Point, c: Point) -> i64 {
	((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).signum()
}

/// Takes the crossings out of a ring: the way between two crossing edges is turned round, which
/// makes the ring shorter.
fn untangled(mut ring: Vec<Point>) -> Vec<Point> {
	let length = ring.len();
	loop {
		let crossing =
			(0..length).flat_map(|i| (i + 1..length).map(move |j| (i, j))).find(|&(i, j)| {
				let (a, b, c, d) = (ring[i], ring[i + 1], ring[j], ring[(j + 1) % length]);
				cross(a, b, c) * cross(a, b, d) < 0 && cross(c, d, a) * cross(c, d, b) < 0
			});
		match crossing {
			Some((i, j)) => ring[i + 1..=j].reverse(),
			None => return ring,
		}
	}
}

fn valid(outer: Vec<Point>, holes: Vec<Vec<Point>>) -> Option<Polygon> {
	Polygon::new(METRIC, Outline { outer, holes }).ok()
}

fn lattice_points(size: i64, most: usize) -> impl Strategy<Value = Vec<Point>> {
	vec((0..=size, 0..=size).prop_map(|(x, y)| Point::new(x, y)), 3..most)
}

/// Any polygon without holes whose corners are on a lattice of the size.
pub fn simple_polygon(size: i64) -> impl Strategy<Value = Polygon> {
	lattice_points(size, 9)
		.prop_filter_map("a valid ring", |points| valid(untangled(points), vec![]))
}

/// The same polygon moved and made larger.
pub fn placed(polygon: &Polygon, scale: i64, right: i64, up: i64) -> Polygon {
	map(polygon, |p| Point::new(p.x * scale + right, p.y * scale + up))
}

/// The polygon with each of its corners put elsewhere.
pub fn map(polygon: &Polygon, place: impl Fn(Point) -> Point) -> Polygon {
	let ring = |points: &[Point]| points.iter().map(|point| place(*point)).collect::<Vec<_>>();
	let holes = polygon.holes().iter().map(|hole| ring(hole)).collect();
	valid(ring(polygon.outer()), holes).expect("still valid")
}

/// A polygon with up to four holes of any shape.
pub fn polygon_with_holes(size: i64) -> impl Strategy<Value = Polygon> {
	(simple_polygon(size), vec((lattice_points(4, 6), 0..=4 * size, 0..=4 * size), 0..8)).prop_map(
		|(outer, holes)| {
			let mut polygon = placed(&outer, 4, 0, 0);
			for (points, right, up) in holes {
				let hole = untangled(points)
					.into_iter()
					.map(|p| Point::new(p.x + right, p.y + up))
					.collect();
				let mut holes = polygon.holes().to_vec();
				holes.push(hole);
				polygon = valid(polygon.outer().to_vec(), holes).unwrap_or(polygon);
			}
			polygon
		},
	)
}

/// The polygon with a vertex more in the middle of some edges, where the lattice has one.
pub fn noded(polygon: &Polygon, choice: u64) -> Polygon {
	let mut edge = 0;
	let mut ring = |points: &[Point]| {
		let mut noded = Vec::new();
		for (start, end) in points.iter().zip(points.iter().cycle().skip(1)) {
			noded.push(*start);
			let (x, y) = (start.x + end.x, start.y + end.y);
			edge += 1;
			if x % 2 == 0 && y % 2 == 0 && choice >> (edge % 64) & 1 == 1 {
				noded.push(Point::new(x / 2, y / 2));
			}
		}
		noded
	};
	let outer = ring(polygon.outer());
	let holes = polygon.holes().iter().map(|hole| ring(hole)).collect();
	valid(outer, holes).expect("still valid")
}

/// The side of the chequers that estates are made of.
pub const CHEQUERS: usize = 6;

/// The parcels of an estate: a board of squares is divided among four owners, and all squares of one
/// owner that have edges in common are one parcel. No two share ground, they cover the board, and
/// they have holes, which other parcels fill. Those that touch themselves in a corner are left out,
/// as no polygon.
pub fn estate() -> impl Strategy<Value = Vec<Polygon>> {
	(vec(0u8..3, CHEQUERS * CHEQUERS), -2i64..=2, -2i64..=2).prop_map(|(owners, slant, tilt)| {
		let place = |p: Point| {
			let x = p.x + slant * p.y;
			Point::new(2 * x, 2 * (p.y + tilt * x))
		};
		parcels_of(&owners).iter().filter_map(|squares| outline_of(squares, place)).collect()
	})
}

type Square = (usize, usize);

fn parcels_of(owners: &[u8]) -> Vec<BTreeSet<Square>> {
	let owner = |(column, row): Square| owners[row * CHEQUERS + column];
	let mut seen: BTreeSet<Square> = BTreeSet::new();
	let mut parcels = Vec::new();
	for first in (0..CHEQUERS).flat_map(|column| (0..CHEQUERS).map(move |row| (column, row))) {
		let mut waiting = vec![first];
		let mut squares = BTreeSet::new();
		while let Some(square @ (column, row)) = waiting.pop() {
			if !seen.insert(square) {
				continue;
			}
			squares.insert(square);
			let near = [
				(column + 1, row),
				(column.wrapping_sub(1), row),
				(column, row + 1),
				(column, row.wrapping_sub(1)),
			];
			waiting.extend(near.into_iter().filter(|&(other_column, other_row)| {
				other_column < CHEQUERS
					&& other_row < CHEQUERS
					&& owner((other_column, other_row)) == owner(square)
			}));
		}
		if !squares.is_empty() {
			parcels.push(squares);
		}
	}
	parcels
}

/// The rings around squares: their edges without those that two of them share.
fn outline_of(squares: &BTreeSet<Square>, place: impl Fn(Point) -> Point) -> Option<Polygon> {
	let mut edges: BTreeMap<Point, Point> = BTreeMap::new();
	for &(column, row) in squares {
		let corner =
			|right: usize, up: usize| Point::new((column + right) as i64, (row + up) as i64);
		let sides = [
			((column, row.wrapping_sub(1)), corner(0, 0), corner(1, 0)),
			((column + 1, row), corner(1, 0), corner(1, 1)),
			((column, row + 1), corner(1, 1), corner(0, 1)),
			((column.wrapping_sub(1), row), corner(0, 1), corner(0, 0)),
		];
		for (neighbour, start, end) in sides {
			// Two edges from one corner: the parcel touches itself there.
			if !squares.contains(&neighbour) && edges.insert(start, end).is_some() {
				return None;
			}
		}
	}
	let mut rings: Vec<Vec<Point>> = Vec::new();
	while let Some((start, mut at)) = edges.pop_first() {
		let mut ring = vec![start];
		while at != start {
			ring.push(at);
			at = edges.remove(&at).expect("rings are closed");
		}
		rings.push(ring.into_iter().map(&place).collect());
	}
	// The least corner is one of the outer ring.
	let outer = rings.remove(0);
	valid(outer, rings)
}
