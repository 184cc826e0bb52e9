//! Whether two polygons share ground.

use crate::{
	predicates::{contact, is_inside, Contact, Edge, Sector},
	BoundPassed, BoundingBox, EdgeTests, Point, Polygon,
};
use alloc::vec::Vec;

impl Polygon {
	/// Whether the two polygons have ground in common, and not only edges, parts of edges or
	/// corners. Exact: in integers, without division and without rounding.
	///
	/// README.md, "Overlap", says why the three tests that are made are all that it takes.
	///
	/// # Errors
	/// [`BoundPassed`] if more edges would have to be compared than the caller stated.
	pub fn shares_ground_with(
		&self,
		other: &Self,
		tests: &mut EdgeTests,
	) -> Result<bool, BoundPassed> {
		let (own_box, other_box) = (self.bounding_box(), other.bounding_box());
		if !own_box.shares_ground_with(&other_box) {
			return Ok(false);
		}
		// Edges that meet do so where the boxes of both polygons are.
		let common = own_box.common(&other_box);
		let own = edges_from_left_to_right(self, &common);
		let others = edges_from_left_to_right(other, &common);
		let mut rings_met = RingsMet::default();
		if edges_share_ground(&own, &others, &mut rings_met, tests)? {
			return Ok(true);
		}
		// A ring that the other polygon's boundary does not touch is wholly inside the other polygon
		// or wholly outside: one of its points tells.
		Ok(has_ring_inside(self, &rings_met.own, other, &other_box, tests)?
			|| has_ring_inside(other, &rings_met.others, self, &own_box, tests)?)
	}
}

/// The rings whose edges touch an edge of the other polygon.
#[derive(Default)]
struct RingsMet {
	own: Vec<usize>,
	others: Vec<usize>,
}

impl RingsMet {
	fn note(&mut self, own: &Edge, other: &Edge) {
		if !self.own.contains(&own.ring) {
			self.own.push(own.ring);
		}
		if !self.others.contains(&other.ring) {
			self.others.push(other.ring);
		}
	}
}

fn edges_from_left_to_right(polygon: &Polygon, common: &BoundingBox) -> Vec<Edge> {
	let mut edges: Vec<Edge> = polygon.edges().filter(|edge| edge.bounds.meets(common)).collect();
	// Stable, so that the number of tests depends on nothing but the two polygons.
	edges.sort_by_key(|edge| edge.bounds.min.x);
	edges
}

/// Compares the edges whose ranges of `x` meet, from left to right.
fn edges_share_ground(
	own: &[Edge],
	others: &[Edge],
	rings_met: &mut RingsMet,
	tests: &mut EdgeTests,
) -> Result<bool, BoundPassed> {
	let (mut own, mut others) = (own, others);
	while let (Some((edge, own_rest)), Some((other, others_rest))) =
		(own.split_first(), others.split_first())
	{
		if edge.bounds.min.x <= other.bounds.min.x {
			for other in begins_before(others, edge.bounds.max.x) {
				tests.count(1)?;
				if pair_shares_ground(edge, other, rings_met) {
					return Ok(true);
				}
			}
			own = own_rest;
		} else {
			for edge in begins_before(own, other.bounds.max.x) {
				tests.count(1)?;
				if pair_shares_ground(edge, other, rings_met) {
					return Ok(true);
				}
			}
			others = others_rest;
		}
	}
	Ok(false)
}

fn begins_before(edges: &[Edge], x: i64) -> impl Iterator<Item = &Edge> {
	edges.iter().take_while(move |edge| edge.bounds.min.x <= x)
}

/// Whether two edges show that their polygons share ground: they cross, or the polygons have a
/// common direction of ground at a point where the edges touch.
fn pair_shares_ground(own: &Edge, other: &Edge, rings_met: &mut RingsMet) -> bool {
	match contact(own, other) {
		Contact::Apart => return false,
		Contact::Crossing => return true,
		Contact::Touching => rings_met.note(own, other),
	}
	// Each touching point is looked at once, for the edges that start there or pass there.
	if own.start == other.start {
		return Sector::at_start(own).meets(&Sector::at_start(other));
	}
	(passes(other, own.start) && Sector::at_start(own).meets(&Sector::within(other)))
		|| (passes(own, other.start) && Sector::within(own).meets(&Sector::at_start(other)))
}

/// Whether the point is on the edge and is not one of its ends.
fn passes(edge: &Edge, point: Point) -> bool {
	edge.bounds.contains(point)
		&& point != edge.start
		&& point != edge.end
		&& edge.turn(point).is_eq()
}

/// Whether one of the rings that were not met is inside the other polygon.
fn has_ring_inside(
	polygon: &Polygon,
	rings_met: &[usize],
	other: &Polygon,
	other_box: &BoundingBox,
	tests: &mut EdgeTests,
) -> Result<bool, BoundPassed> {
	let vertices = polygon
		.rings()
		.enumerate()
		.filter(|(ring, _)| !rings_met.contains(ring))
		.filter_map(|(_, points)| points.first())
		.filter(|vertex| other_box.contains(**vertex));
	let mut edges: Option<Vec<Edge>> = None;
	for vertex in vertices {
		let edges = edges.get_or_insert_with(|| other.edges().collect());
		tests.count_all(edges)?;
		if is_inside(*vertex, edges.iter()) {
			return Ok(true);
		}
	}
	Ok(false)
}
