//! Walks through the index: which cells are looked up to find all parcels that a polygon may share
//! ground with.

use crate::{
	predicates::{is_inside, turn, Edge},
	BoundPassed, BoundingBox, Cell, Children, CoordinateSystem, EdgeTests, Point, Polygon,
};
use alloc::{vec, vec::Vec};

/// What a walk along the edges of a polygon came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
	/// Every cell with something in it that has a point of the boundary was looked up.
	Complete,
	/// This cell, which is wholly inside the polygon, has an edge of a parcel in it: that parcel
	/// shares ground with the polygon, whatever its shape.
	HasParcelInside(Cell),
}

/// What a cell has, as a walk along a ray asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sighting {
	/// The cells within it that there is anything in.
	pub children: Children,
	/// How far the ray comes before the first edge of a parcel entered under this cell:
	/// the least [`Polygon::stops_ray`] of these parcels.
	pub stopped_at: Option<i64>,
}

/// Looks up the cells along the edges of a polygon, from [`Cell::ROOT`] down to the smallest in
/// which there is anything.
///
/// `look_up` is asked once for each of them. It takes note of the parcels that are entered under the
/// cell, the candidates, and answers in which of its children there is anything; its errors end the
/// walk, so that it can keep to bounds of its own.
///
/// Every parcel whose edges touch or cross an edge of the polygon is a candidate; so is, or makes
/// the walk end with [`Walk::HasParcelInside`], every parcel that is inside the polygon. A parcel
/// that the polygon is inside of is found by [`walk_along_ray`].
///
/// The index must not have parcels that the polygon takes the place of: an edge between two parcels
/// that are merged is inside the new one.
///
/// # Errors
/// Those of `look_up`, and [`BoundPassed`]: a test is counted for each cell, for each edge in a cell
/// and each of its children that has anything, and for all edges for each child that none meets.
pub fn walk_along_edges<E: From<BoundPassed>>(
	system: CoordinateSystem,
	polygon: &Polygon,
	tests: &mut EdgeTests,
	mut look_up: impl FnMut(Cell) -> Result<Children, E>,
) -> Result<Walk, E> {
	let edges: Vec<Edge> = polygon.edges().collect();
	let mut waiting: Vec<(Cell, Vec<&Edge>)> = vec![(Cell::ROOT, edges.iter().collect())];
	while let Some((cell, edges_here)) = waiting.pop() {
		tests.count(1)?;
		for child in cell.children(look_up(cell)?) {
			let bounds = child.bounds(system);
			tests.count_all(&edges_here)?;
			let edges_there: Vec<&Edge> =
				edges_here.iter().filter(|edge| edge.meets_box(&bounds)).copied().collect();
			if !edges_there.is_empty() {
				waiting.push((child, edges_there));
				continue;
			}
			// No edge meets the child: it is wholly inside the polygon or wholly outside.
			if polygon.bounding_box().contains(bounds.min) {
				tests.count_all(&edges)?;
				if is_inside(bounds.min, &edges) {
					return Ok(Walk::HasParcelInside(child));
				}
			}
		}
	}
	Ok(Walk::Complete)
}

/// Looks up the cells that have a point of a box, sides included: every parcel that has an edge there
/// is entered under one of them. A parcel that the whole box is inside of is found by
/// [`walk_along_ray`] from a corner.
///
/// # Errors
/// Those of `look_up`, and [`BoundPassed`]: a test is counted for each cell.
pub fn walk_in_box<E: From<BoundPassed>>(
	system: CoordinateSystem,
	bounds: &BoundingBox,
	tests: &mut EdgeTests,
	mut look_up: impl FnMut(Cell) -> Result<Children, E>,
) -> Result<(), E> {
	let mut waiting = vec![Cell::ROOT];
	while let Some(cell) = waiting.pop() {
		tests.count(1)?;
		let children = look_up(cell)?;
		waiting.extend(cell.children(children).filter(|child| child.bounds(system).meets(bounds)));
	}
	Ok(())
}

/// Looks up the cells along a ray that starts at a point and goes in the direction of `x`, until an
/// edge stops it: finds the parcel that the point is in.
///
/// `look_up` takes note of the parcels that are entered under the cell, as in [`walk_along_edges`].
///
/// For the first vertex of a polygon that touches no edge of a parcel: the parcel that it is inside
/// of is among those noted, provided that the parcels of the index share no ground with each other.
/// For then no edge of another parcel can stop the ray before it comes to the boundary of that one.
///
/// # Errors
/// Those of `look_up`, and [`BoundPassed`]: a test is counted for each cell.
pub fn walk_along_ray<E: From<BoundPassed>>(
	system: CoordinateSystem,
	from: Point,
	tests: &mut EdgeTests,
	mut look_up: impl FnMut(Cell) -> Result<Sighting, E>,
) -> Result<(), E> {
	let mut stopped_at = i64::MAX;
	let mut waiting = vec![Cell::ROOT];
	while let Some(cell) = waiting.pop() {
		if cell.bounds(system).min.x > stopped_at {
			continue;
		}
		tests.count(1)?;
		let sighting = look_up(cell)?;
		stopped_at = stopped_at.min(sighting.stopped_at.unwrap_or(i64::MAX));
		let ahead = waiting.len();
		waiting.extend(
			cell.children(sighting.children).filter(|child| meets_ray(&child.bounds(system), from)),
		);
		// Children come by column, and the last that waits is the next: the leftmost goes first.
		if let Some(children) = waiting.get_mut(ahead..) {
			children.reverse();
		}
	}
	Ok(())
}

fn meets_ray(bounds: &BoundingBox, from: Point) -> bool {
	(bounds.min.y..=bounds.max.y).contains(&from.y) && bounds.max.x >= from.x
}

impl Polygon {
	/// How far a ray from the point in the direction of `x` comes at most before it meets an edge of
	/// this polygon: the greatest `x` of an edge that it meets, the least of these. None if it meets
	/// no edge.
	///
	/// # Errors
	/// [`BoundPassed`]; it takes one test for every edge.
	pub fn stops_ray(
		&self,
		from: Point,
		tests: &mut EdgeTests,
	) -> Result<Option<i64>, BoundPassed> {
		let edges: Vec<Edge> = self.edges().collect();
		tests.count_all(&edges)?;
		Ok(edges.iter().filter(|edge| edge.meets_ray(from)).map(|edge| edge.bounds.max.x).min())
	}
}

impl Edge {
	fn meets_ray(&self, from: Point) -> bool {
		if !meets_ray(&self.bounds, from) {
			return false;
		}
		let (lower, upper) = if self.start.y <= self.end.y {
			(self.start, self.end)
		} else {
			(self.end, self.start)
		};
		// The point is not to the right of the edge, seen upwards.
		lower.y == upper.y || turn(lower, upper, from).is_ge()
	}
}
