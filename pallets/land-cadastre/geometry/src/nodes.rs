//! Corners that are put into edges, so that neighbours keep their boundary in common.
//!
//! A new boundary that ends on an edge has its corner there. Most edges have no point of the lattice
//! between their ends: the corner is then the nearest one, at most one unit off, and everybody who
//! shares the edge gets it.

use crate::{
	predicates::{edges_of_ring, Vector},
	Point, Polygon,
};
use alloc::vec::Vec;

/// A corner that was put into an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
	/// Where the edge begins.
	pub start: Point,
	/// Where it ends.
	pub end: Point,
	/// The corner.
	pub corner: Point,
}

impl Node {
	/// How a point lies to the edge: twice the area of the triangle, and how far along it comes, both
	/// times the length of the edge.
	fn off_and_along(&self, point: Point) -> (i128, i128) {
		let edge = Vector::between(self.start, self.end);
		let way = Vector::between(self.start, point);
		(edge.cross(way), edge.dot(way))
	}

	/// Whether the corner is beside the inner part of the edge, at most one unit off.
	fn is_near(&self) -> bool {
		let (off, along) = self.off_and_along(self.corner);
		let (_, squared_length) = self.off_and_along(self.end);
		// (off / length)² is the squared distance. What overflows is far away.
		let is_near = off.checked_mul(off).is_some_and(|squared| squared <= squared_length);
		is_near && along > 0 && along < squared_length
	}
}

impl Polygon {
	/// The corners that another polygon has beside those of this one, each with the edge that it was
	/// put into; none if something else has changed, or if a corner is further off than one unit. It
	/// passes over the vertices of both.
	pub fn nodes_put_in(&self, after: &Self) -> Option<Vec<Node>> {
		if self.holes.len() != after.holes.len() {
			return None;
		}
		let mut nodes = nodes_put_into_ring(&self.outer, &after.outer)?;
		for hole in &self.holes {
			// Rings do not touch: one alone can have the corner.
			let first = hole.first()?;
			let same = after.holes.iter().find(|other| other.contains(first))?;
			nodes.extend(nodes_put_into_ring(hole, same)?);
		}
		Some(nodes)
	}

	/// Whether the polygon has the part of an edge on which a corner was put in, and not the corner. It
	/// passes over the vertices.
	pub fn lacks_node(&self, node: &Node) -> bool {
		if self.rings().flatten().any(|own| *own == node.corner) {
			return false;
		}
		let (_, place) = node.off_and_along(node.corner);
		let mut edges =
			self.rings().enumerate().flat_map(|(ring, points)| edges_of_ring(points, ring));
		edges.any(|edge| {
			let (start_off, start_along) = node.off_and_along(edge.start);
			let (end_off, end_along) = node.off_and_along(edge.end);
			start_off == 0
				&& end_off == 0
				&& start_along.min(end_along) < place
				&& place < start_along.max(end_along)
		})
	}
}

fn nodes_put_into_ring(before: &[Point], after: &[Point]) -> Option<Vec<Node>> {
	let first = before.first()?;
	let place = after.iter().position(|corner| corner == first)?;
	let mut nodes = Vec::new();
	// From the first corner of the ring before, around the ring after.
	let mut around = after.iter().cycle().skip(place).skip(1).take(after.len());
	let ends = before.iter().cycle().skip(1);
	for (start, end) in before.iter().zip(ends) {
		let mut come_to = 0i128;
		loop {
			let corner = *around.next()?;
			if corner == *end {
				break;
			}
			let node = Node { start: *start, end: *end, corner };
			let (_, along) = node.off_and_along(corner);
			// One after the other, along the edge.
			if !node.is_near() || along <= come_to {
				return None;
			}
			come_to = along;
			nodes.push(node);
		}
	}
	around.next().is_none().then_some(nodes)
}
