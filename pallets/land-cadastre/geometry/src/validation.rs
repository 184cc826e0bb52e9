//! From an outline to a valid polygon.

use crate::{
	area::twice_area_of_ring,
	predicates::{contact, edges_of_ring, is_inside, turn, Contact, Edge},
	CoordinateSystem, EdgeTests, GeometryError, Outline, Point, Polygon, MAX_VERTICES,
};
use alloc::vec::Vec;

/// The fewest vertices of a ring.
const MIN_VERTICES: usize = 3;

pub(crate) fn checked(
	system: CoordinateSystem,
	outline: Outline,
	tests: &mut EdgeTests,
) -> Result<Polygon, GeometryError> {
	if outline.points().nth(MAX_VERTICES).is_some() {
		return Err(GeometryError::TooManyVertices);
	}
	let Outline { mut outer, mut holes } = outline;
	for ring in core::iter::once(&outer).chain(&holes) {
		check_ring_alone(system, ring)?;
	}
	turn_and_rotate(&mut outer, true);
	holes.iter_mut().for_each(|hole| turn_and_rotate(hole, false));
	// Two valid holes do not start at one point; of two that do, the next check tells.
	holes.sort();
	let polygon = Polygon { outer, holes };
	check_rings_together(&polygon, tests)?;
	Ok(polygon)
}

/// What can be said of a ring by its vertices and the angles between its edges.
fn check_ring_alone(system: CoordinateSystem, ring: &[Point]) -> Result<(), GeometryError> {
	if ring.len() < MIN_VERTICES {
		return Err(GeometryError::TooFewVertices);
	}
	if !ring.iter().all(|point| system.covers(*point)) {
		return Err(GeometryError::OutOfRange);
	}
	if edges_of_ring(ring, 0).any(|edge| edge.start == edge.end) {
		return Err(GeometryError::RepeatedPoint);
	}
	if is_on_one_line(ring) {
		return Err(GeometryError::ZeroArea);
	}
	let turns_back = |edge: Edge| {
		crate::predicates::Vector::between(edge.before, edge.start).turns_back(edge.vector())
	};
	if edges_of_ring(ring, 0).any(turns_back) {
		return Err(GeometryError::Spike);
	}
	Ok(())
}

fn is_on_one_line(ring: &[Point]) -> bool {
	match ring {
		[first, second, rest @ ..] => {
			rest.iter().all(|point| turn(*first, *second, *point).is_eq())
		},
		_ => true,
	}
}

/// Brings a ring into its orientation and to its start.
fn turn_and_rotate(ring: &mut [Point], counterclockwise: bool) {
	// A ring of area zero that is no line crosses itself, which the check of the edges finds.
	if (twice_area_of_ring(ring) > 0) != counterclockwise {
		ring.reverse();
	}
	let least = ring.iter().enumerate().min_by_key(|(_, point)| **point).map(|(place, _)| place);
	ring.rotate_left(least.unwrap_or(0));
}

/// No two edges meet but neighbours in their vertex, and the holes lie in the outer ring side by
/// side.
fn check_rings_together(polygon: &Polygon, tests: &mut EdgeTests) -> Result<(), GeometryError> {
	let edges: Vec<Edge> = polygon.edges().collect();
	check_contacts(edges.clone(), tests)?;
	// No ring touches another: each is wholly inside or wholly outside any other.
	let outer: Vec<Edge> = edges.iter().filter(|edge| edge.ring == 0).copied().collect();
	for (place, hole) in polygon.holes.iter().enumerate() {
		let Some(vertex) = hole.first() else { continue };
		tests.count_all(&edges)?;
		if !is_inside(*vertex, &outer) {
			return Err(GeometryError::HoleOutside);
		}
		let ring = place.saturating_add(1);
		if is_inside_another_hole(*vertex, ring, &edges) {
			return Err(GeometryError::HoleNested);
		}
	}
	Ok(())
}

/// Whether a vertex of one hole is in another hole. Looked at hole by hole, because a hole in a hole
/// in a hole is in two.
fn is_inside_another_hole(vertex: Point, ring: usize, edges: &[Edge]) -> bool {
	edges
		.chunk_by(|edge, next| edge.ring == next.ring)
		.filter(|hole| hole.first().is_some_and(|edge| edge.ring != 0 && edge.ring != ring))
		.any(|hole| is_inside(vertex, hole))
}

fn check_contacts(mut edges: Vec<Edge>, tests: &mut EdgeTests) -> Result<(), GeometryError> {
	// From left to right, each edge is compared with those that begin before it ends.
	edges.sort_by_key(|edge| edge.bounds.min);
	let mut rest = edges.as_slice();
	while let Some((edge, following)) = rest.split_first() {
		let near = following.iter().take_while(|other| other.bounds.min.x <= edge.bounds.max.x);
		for other in near {
			tests.count(1)?;
			if edge.ring == other.ring && are_neighbours(edge, other) {
				// They meet in the vertex between them, and nowhere else: there is no spike.
				continue;
			}
			match contact(edge, other) {
				Contact::Apart => {},
				Contact::Touching => return Err(touching(edge, other)),
				Contact::Crossing => return Err(crossing(edge, other)),
			}
		}
		rest = following;
	}
	Ok(())
}

/// Whether one edge of a ring follows the other. Where a ring comes to the same vertex twice, two
/// edges of it may meet there without being neighbours: the vertices before tell them apart.
fn are_neighbours(first: &Edge, second: &Edge) -> bool {
	let follows = |edge: &Edge, next: &Edge| edge.end == next.start && edge.start == next.before;
	follows(first, second) || follows(second, first)
}

fn touching(first: &Edge, second: &Edge) -> GeometryError {
	match (first.ring, second.ring) {
		(one, other) if one == other => GeometryError::SelfTouching,
		(0, _) | (_, 0) => GeometryError::HoleTouchesOuterRing,
		_ => GeometryError::HolesTouch,
	}
}

fn crossing(first: &Edge, second: &Edge) -> GeometryError {
	match (first.ring, second.ring) {
		(one, other) if one == other => GeometryError::SelfCrossing,
		(0, _) | (_, 0) => GeometryError::HoleCrossesOuterRing,
		_ => GeometryError::HolesCross,
	}
}
