//! Exact answers about points, edges and angles, in integers and without division.
//!
//! Coordinates are smaller than 2^36 in size ([`crate::CoordinateSystem::covers`]), those of cells
//! not greater than 2^37: differences are below 2^38 and their products below 2^76, so that nothing
//! here can wrap in `i64`, or in `i128` where products are taken.

use crate::{BoundingBox, Point};
use core::cmp::Ordering;

/// The way from one point to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Vector {
	x: i64,
	y: i64,
}

impl Vector {
	pub(crate) fn between(from: Point, to: Point) -> Self {
		Self { x: to.x.wrapping_sub(from.x), y: to.y.wrapping_sub(from.y) }
	}

	pub(crate) fn reversed(self) -> Self {
		Self { x: self.x.wrapping_neg(), y: self.y.wrapping_neg() }
	}

	/// Whether the other of two vectors on one line points the same way.
	fn same_way_on_the_line(self, other: Self) -> bool {
		self.x.signum() == other.x.signum() && self.y.signum() == other.y.signum()
	}

	/// Whether the other vector points the same way.
	fn same_direction(self, other: Self) -> bool {
		side(self, other).is_eq() && self.same_way_on_the_line(other)
	}

	/// Whether the next of two edges goes back on the line of the one before.
	pub(crate) fn turns_back(self, next: Self) -> bool {
		side(self, next).is_eq() && !self.same_way_on_the_line(next)
	}

	/// The cross product: twice the signed area of the triangle of the two vectors.
	pub(crate) fn cross(self, other: Self) -> i128 {
		let left = i128::from(self.x).wrapping_mul(i128::from(other.y));
		let right = i128::from(self.y).wrapping_mul(i128::from(other.x));
		left.wrapping_sub(right)
	}

	/// The dot product: how far the other vector goes along this one, times its length.
	pub(crate) fn dot(self, other: Self) -> i128 {
		let left = i128::from(self.x).wrapping_mul(i128::from(other.x));
		let right = i128::from(self.y).wrapping_mul(i128::from(other.y));
		left.wrapping_add(right)
	}
}

/// On which side of the first vector the second points: `Greater` is left, `Less` is right, `Equal`
/// is along the line, one way or the other.
pub(crate) fn side(of: Vector, vector: Vector) -> Ordering {
	// Products of 128 bits are slow in wasm, and the edges of nearly all parcels are short.
	let short = (
		i32::try_from(of.x),
		i32::try_from(of.y),
		i32::try_from(vector.x),
		i32::try_from(vector.y),
	);
	if let (Ok(of_x), Ok(of_y), Ok(x), Ok(y)) = short {
		let left = i64::from(of_x).wrapping_mul(i64::from(y));
		return left.cmp(&i64::from(of_y).wrapping_mul(i64::from(x)));
	}
	let left = i128::from(of.x).wrapping_mul(i128::from(vector.y));
	left.cmp(&i128::from(of.y).wrapping_mul(i128::from(vector.x)))
}

/// On which side of the line from `start` to `end` the point lies: `Greater` is left.
pub(crate) fn turn(start: Point, end: Point, point: Point) -> Ordering {
	side(Vector::between(start, end), Vector::between(start, point))
}

/// One edge of a ring, with the vertex before it. The ground of a valid polygon is on its left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edge {
	/// The vertex before the start.
	pub(crate) before: Point,
	pub(crate) start: Point,
	pub(crate) end: Point,
	/// The box of start and end.
	pub(crate) bounds: BoundingBox,
	/// The place of the edge's ring in its polygon: 0 is the outer ring.
	pub(crate) ring: usize,
}

impl Edge {
	fn new(before: Point, start: Point, end: Point, ring: usize) -> Self {
		let bounds = BoundingBox {
			min: Point::new(start.x.min(end.x), start.y.min(end.y)),
			max: Point::new(start.x.max(end.x), start.y.max(end.y)),
		};
		Self { before, start, end, bounds, ring }
	}

	pub(crate) fn vector(&self) -> Vector {
		Vector::between(self.start, self.end)
	}

	/// On which side of the edge's line the point lies: `Greater` is left.
	pub(crate) fn turn(&self, point: Point) -> Ordering {
		turn(self.start, self.end, point)
	}

	/// Whether the point is on the edge, and neither its start nor its end.
	pub(crate) fn is_between_its_ends(&self, point: Point) -> bool {
		self.bounds.contains(point)
			&& point != self.start
			&& point != self.end
			&& self.turn(point).is_eq()
	}

	/// Whether the edge has a point in common with the box, sides included.
	pub(crate) fn meets_box(&self, bounds: &BoundingBox) -> bool {
		if !self.bounds.meets(bounds) {
			return false;
		}
		// Their projections to the axes meet: they are apart only if the line passes the box.
		let first = self.turn(bounds.min);
		let others = [
			Point::new(bounds.min.x, bounds.max.y),
			Point::new(bounds.max.x, bounds.min.y),
			bounds.max,
		];
		first.is_eq() || others.into_iter().any(|corner| self.turn(corner) != first)
	}

	/// Whether a ray from the point in the direction of `x` passes the edge, counting an edge's
	/// lower end and not its upper one, so that each passage of a ring counts once. The point is
	/// not on the edge.
	fn is_passed_by_ray(&self, from: Point) -> bool {
		let (start_above, end_above) = (self.start.y > from.y, self.end.y > from.y);
		if start_above == end_above {
			return false;
		}
		let upwards = end_above;
		self.turn(from) == if upwards { Ordering::Greater } else { Ordering::Less }
	}
}

/// The edges of a ring, in their order.
pub(crate) fn edges_of_ring(points: &[Point], ring: usize) -> impl Iterator<Item = Edge> + '_ {
	let before = points.iter().cycle().skip(points.len().saturating_sub(1));
	let end = points.iter().cycle().skip(1);
	points
		.iter()
		.zip(before)
		.zip(end)
		.map(move |((start, before), end)| Edge::new(*before, *start, *end, ring))
}

/// Whether a point that is on none of the edges is inside them: the edges are those of whole rings.
pub(crate) fn is_inside<'a>(point: Point, edges: impl IntoIterator<Item = &'a Edge>) -> bool {
	edges.into_iter().fold(false, |inside, edge| inside != edge.is_passed_by_ray(point))
}

/// How two edges meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Contact {
	/// They have no point in common.
	Apart,
	/// They have a point in common that is an end of one of them, or lie on each other.
	Touching,
	/// They have one point in common, which is an end of neither.
	Crossing,
}

/// How two edges meet.
pub(crate) fn contact(first: &Edge, second: &Edge) -> Contact {
	if !first.bounds.meets(&second.bounds) {
		return Contact::Apart;
	}
	let (second_start, second_end) = (first.turn(second.start), first.turn(second.end));
	if second_start == second_end && second_start.is_ne() {
		return Contact::Apart;
	}
	let (first_start, first_end) = (second.turn(first.start), second.turn(first.end));
	if first_start == first_end && first_start.is_ne() {
		return Contact::Apart;
	}
	let turns = [second_start, second_end, first_start, first_end];
	if turns.into_iter().all(Ordering::is_ne) {
		return Contact::Crossing;
	}
	let touching = (second_start.is_eq() && first.bounds.contains(second.start))
		|| (second_end.is_eq() && first.bounds.contains(second.end))
		|| (first_start.is_eq() && second.bounds.contains(first.start))
		|| (first_end.is_eq() && second.bounds.contains(first.end));
	if touching {
		Contact::Touching
	} else {
		Contact::Apart
	}
}

/// The directions in which a polygon has ground, seen from a point of its boundary: from the edge
/// that leaves the point, counterclockwise, to the edge that comes to it, both excluded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sector {
	from: Vector,
	to: Vector,
}

impl Sector {
	/// At the start of an edge.
	pub(crate) fn at_start(edge: &Edge) -> Self {
		Self { from: edge.vector(), to: Vector::between(edge.start, edge.before) }
	}

	/// At a point between the ends of an edge: the half plane on its left.
	pub(crate) fn within(edge: &Edge) -> Self {
		Self { from: edge.vector(), to: edge.vector().reversed() }
	}

	fn contains(&self, direction: Vector) -> bool {
		match side(self.from, self.to) {
			// Less than half a turn.
			Ordering::Greater => {
				side(self.from, direction).is_gt() && side(direction, self.to).is_gt()
			},
			// Half a turn: there is no spike, so the ends do not point the same way.
			Ordering::Equal => side(self.from, direction).is_gt(),
			// More than half a turn: all but the rest of the turn, with its ends.
			Ordering::Less => {
				side(self.to, direction).is_lt() || side(direction, self.from).is_lt()
			},
		}
	}

	/// Whether the two sectors have a direction in common. Turning clockwise from a common
	/// direction, the first bound that is met begins one sector and lies in the other, or begins
	/// both.
	pub(crate) fn meets(&self, other: &Self) -> bool {
		self.from.same_direction(other.from)
			|| other.contains(self.from)
			|| self.contains(other.from)
	}
}
