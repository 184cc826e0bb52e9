//! Whether parts cover a whole exactly: what a parcel is divided into, or merged from.

use crate::{
	predicates::{edges_of_ring, Edge},
	BoundPassed, BoundingBox, EdgeTests, Point, Polygon,
};
use alloc::{vec, vec::Vec};

impl Polygon {
	/// Whether parts that share no ground with each other cover this polygon exactly, and have no
	/// corner on its boundary that it has not.
	///
	/// Each part is within it, and their areas add up to its area: then there is no ground of it that
	/// they do not have. That they share no ground with each other is for the caller to know.
	///
	/// # Errors
	/// [`BoundPassed`] if more edges would have to be compared than the caller stated.
	pub fn is_covered_by(
		&self,
		parts: &[&Self],
		tests: &mut EdgeTests,
	) -> Result<bool, BoundPassed> {
		let covered = parts
			.iter()
			.map(|part| part.twice_area())
			.fold(0u128, |sum, twice_area| sum.saturating_add(twice_area));
		if covered != self.twice_area() {
			return Ok(false);
		}
		let bounds = self.bounding_box();
		let outside = self.outside();
		for part in parts {
			let own = part.bounding_box();
			if !bounds.contains(own.min) || !bounds.contains(own.max) {
				return Ok(false);
			}
			for beyond in &outside {
				if part.shares_ground_with(beyond, tests)? {
					return Ok(false);
				}
			}
			if part.has_corner_within_edge_of(self, tests)? {
				return Ok(false);
			}
		}
		Ok(true)
	}

	/// The ground that the polygon does not have within a box around it: a frame whose hole it fills,
	/// and what would fill its own holes. They are compared and never stored: their coordinates may be
	/// one unit out of range, and they may have four vertices more than a parcel can.
	fn outside(&self) -> Vec<Self> {
		let BoundingBox { min, max } = self.bounding_box();
		// One unit away, so that the frame does not touch the ring.
		let (left, below) = (min.x.saturating_sub(1), min.y.saturating_sub(1));
		let (right, above) = (max.x.saturating_add(1), max.y.saturating_add(1));
		let frame = vec![
			Point::new(left, below),
			Point::new(right, below),
			Point::new(right, above),
			Point::new(left, above),
		];
		let reversed = |ring: &[Point]| ring.iter().rev().copied().collect::<Vec<Point>>();
		let around = Self { outer: frame, holes: vec![reversed(&self.outer)] };
		let filled = self.holes.iter().map(|hole| Self { outer: reversed(hole), holes: vec![] });
		core::iter::once(around).chain(filled).collect()
	}

	/// Whether the polygon has a corner on an edge of another, between its ends.
	fn has_corner_within_edge_of(
		&self,
		other: &Self,
		tests: &mut EdgeTests,
	) -> Result<bool, BoundPassed> {
		let edges: Vec<Edge> = other
			.rings()
			.enumerate()
			.flat_map(|(ring, points)| edges_of_ring(points, ring))
			.collect();
		for corner in self.rings().flatten() {
			tests.count_all(&edges)?;
			if edges.iter().any(|edge| edge.is_between_its_ends(*corner)) {
				return Ok(true);
			}
		}
		Ok(false)
	}
}
