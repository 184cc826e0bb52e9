//! Two polygons in each position that they can have to each other.

use super::{polygon, polygon_with_holes, share_ground, square};
use crate::{BoundPassed, EdgeTests};

#[test]
fn polygons_should_share_no_ground_when_they_are_apart() {
	let house = polygon(&square(0, 0, 4));
	assert!(!share_ground(&house, &polygon(&square(9, 0, 4))));
	// Boxes meet, polygons do not.
	let corner = polygon(&[(0, 0), (9, 0), (9, 1), (1, 1), (1, 9), (0, 9)]);
	assert!(!share_ground(&corner, &polygon(&square(3, 3, 4))));
}

#[test]
fn polygons_should_share_no_ground_when_they_touch_from_outside() {
	let house = polygon(&square(0, 0, 4));
	for (name, neighbour) in [
		("a whole edge", polygon(&square(4, 0, 4))),
		("a corner", polygon(&square(4, 4, 4))),
		("a part of an edge", polygon(&square(4, 1, 2))),
		("more than an edge", polygon(&square(4, -3, 9))),
		("edges that overlap in part", polygon(&square(4, 2, 4))),
		("a corner on an edge", polygon(&[(4, 2), (8, 0), (8, 4)])),
		("an edge on two corners' line", polygon(&[(4, 4), (4, 0), (8, 2)])),
		("a corner in the notch", polygon(&[(4, 0), (8, -9), (8, 9), (4, 4), (5, 2)])),
	] {
		assert!(!share_ground(&house, &neighbour), "{name}");
	}
}

#[test]
fn polygons_should_share_no_ground_when_a_corner_fits_into_a_notch() {
	let notched = polygon(&[(0, 0), (9, 0), (9, 9), (5, 3), (0, 9)]);
	assert!(!share_ground(&notched, &polygon(&[(5, 3), (9, 9), (0, 9)])));
	assert!(!share_ground(&notched, &polygon(&[(5, 3), (6, 9), (4, 9)])));
	// One unit too far.
	assert!(share_ground(&notched, &polygon(&[(5, 2), (6, 9), (4, 9)])));
	// In the same corner, but on the ground.
	assert!(share_ground(&notched, &polygon(&[(5, 3), (4, 1), (6, 1)])));
}

#[test]
fn polygons_should_share_ground_when_edges_cross() {
	let house = polygon(&square(0, 0, 4));
	assert!(share_ground(&house, &polygon(&square(2, 2, 4))));
	// A cross: no corner of either is inside the other.
	let (across, along) = (
		polygon(&[(-2, 1), (6, 1), (6, 3), (-2, 3)]),
		polygon(&[(1, -2), (3, -2), (3, 6), (1, 6)]),
	);
	assert!(share_ground(&across, &along));
}

#[test]
fn polygons_should_share_ground_when_they_are_the_same() {
	let house = polygon(&[(0, 0), (5, 1), (4, 6), (1, 4)]);
	assert!(share_ground(&house, &house));
	let ring = polygon_with_holes(&square(0, 0, 9), &[&square(2, 2, 3)]);
	assert!(share_ground(&ring, &ring));
	// The same ground with a corner more.
	let noded = polygon(&[(0, 0), (2, 0), (4, 0), (4, 4), (0, 4)]);
	assert!(share_ground(&polygon(&square(0, 0, 4)), &noded));
}

#[test]
fn polygons_should_share_ground_when_one_is_inside_the_other() {
	let field = polygon(&square(0, 0, 9));
	for (name, plot) in [
		("without touching", square(2, 2, 3)),
		("at a corner", square(0, 0, 3)),
		("along an edge", square(0, 2, 3)),
		("over the whole width", [(0, 2), (9, 2), (9, 5), (0, 5)]),
	] {
		assert!(share_ground(&field, &polygon(&plot)), "{name}");
	}
	// All its corners on the edges of the other, and no edge along another.
	assert!(share_ground(&field, &polygon(&[(4, 0), (9, 4), (4, 9), (0, 4)])));
	// All corners of both on the boundary of the other: crossing in vertices only.
	let (upright, tilted) =
		(polygon(&[(0, 2), (2, 0), (4, 2), (2, 4)]), polygon(&[(0, 2), (4, 2), (2, 4)]));
	assert!(share_ground(&upright, &tilted));
}

#[test]
fn polygons_should_share_ground_when_they_cross_in_vertices_only() {
	let first = polygon(&[(0, 0), (3, 1), (6, 0), (5, 3), (6, 6), (3, 5), (0, 6), (1, 3)]);
	let second = polygon(&[(3, -3), (3, 1), (3, 5), (3, 9), (-9, 3)]);
	assert!(share_ground(&first, &second));
	// Through two corners of a square, along its diagonal.
	assert!(share_ground(&polygon(&square(0, 0, 4)), &polygon(&[(-2, -2), (6, 6), (-2, 6)])));
}

#[test]
fn a_parcel_may_fill_another_ones_hole() {
	let garden = polygon_with_holes(&square(0, 0, 9), &[&square(2, 2, 3)]);
	for (name, plot) in [
		("exactly", polygon(&square(2, 2, 3))),
		("in part, at a corner", polygon(&square(2, 2, 2))),
		("in part, not touching", polygon(&square(3, 3, 1))),
		("with its corners on the edges", polygon(&[(3, 2), (5, 3), (4, 5), (2, 4)])),
		("exactly, with a corner more", polygon(&[(2, 2), (3, 2), (5, 2), (5, 5), (2, 5)])),
	] {
		assert!(!share_ground(&garden, &plot), "{name}");
	}
	for (name, plot) in [
		("one unit too wide", polygon(&[(2, 2), (6, 2), (6, 5), (2, 5)])),
		("over the hole and all around", polygon(&square(1, 1, 5))),
		("as the outer ring", polygon(&square(0, 0, 9))),
		("around all", polygon(&square(-1, -1, 11))),
		("beside the hole", polygon(&square(5, 2, 3))),
	] {
		assert!(share_ground(&garden, &plot), "{name}");
	}
}

#[test]
fn a_ring_of_ground_may_lie_in_the_hole_of_another() {
	let outer = polygon_with_holes(&square(0, 0, 30), &[&square(5, 5, 20)]);
	let inner = polygon_with_holes(&square(5, 5, 20), &[&square(10, 10, 5)]);
	let apart = polygon_with_holes(&square(6, 6, 10), &[&square(8, 8, 5)]);
	let innermost = polygon(&square(10, 10, 5));
	assert!(!share_ground(&outer, &inner));
	assert!(!share_ground(&outer, &apart));
	assert!(!share_ground(&inner, &innermost));
	assert!(share_ground(&inner, &apart));
}

#[test]
fn two_holes_may_be_filled_by_two_parcels_but_not_by_one_over_both() {
	let holes: [&[(i64, i64)]; 2] = [&square(1, 1, 2), &square(5, 1, 2)];
	let garden = polygon_with_holes(&square(0, 0, 9), &holes);
	assert!(!share_ground(&garden, &polygon(&square(1, 1, 2))));
	assert!(!share_ground(&garden, &polygon(&square(5, 1, 2))));
	assert!(share_ground(&garden, &polygon(&[(1, 1), (7, 1), (7, 3), (1, 3)])));
	// The same outer ring with only one of the holes has ground in the other.
	let other = polygon_with_holes(&square(1, 1, 2), &[]);
	assert!(!share_ground(&other, &garden));
}

#[test]
fn a_sliver_of_one_unit_should_be_seen_at_any_distance() {
	// Two edges of 60,000 km that nearly coincide.
	let far = (1 << 36) - 1;
	let lower = polygon(&[(-far, -far), (far, far), (far, -far)]);
	let upper = polygon(&[(-far, -far), (far, far), (-far, far)]);
	assert!(!share_ground(&lower, &upper));
	let over = polygon(&[(-far, -far), (far, far - 1), (-far, far)]);
	assert!(share_ground(&lower, &over));
	let corner_over = polygon(&[(1, 0), (far, far), (-far, far)]);
	assert!(share_ground(&lower, &corner_over));
}

#[test]
fn the_tests_done_should_be_counted_and_bounded() {
	let ring = polygon_with_holes(&square(0, 0, 9), &[&square(2, 2, 3)]);
	let plot = polygon(&square(2, 2, 3));
	let mut tests = EdgeTests::unbounded();
	assert_eq!(ring.shares_ground_with(&plot, &mut tests), Ok(false));
	let needed = tests.done();
	assert!((8..=40).contains(&needed), "{needed}");
	// The counter goes on from one pair of polygons to the next.
	assert_eq!(ring.shares_ground_with(&plot, &mut tests), Ok(false));
	assert_eq!(tests.done(), 2 * needed);
	assert_eq!(ring.shares_ground_with(&plot, &mut EdgeTests::bounded_by(needed)), Ok(false));
	for bound in 0..needed {
		let answer = ring.shares_ground_with(&plot, &mut EdgeTests::bounded_by(bound));
		assert_eq!(answer, Err(BoundPassed));
	}
	// Nothing is compared where the boxes are apart.
	let far = polygon(&square(99, 0, 1));
	assert_eq!(ring.shares_ground_with(&far, &mut EdgeTests::bounded_by(0)), Ok(false));
}

/// What one test takes where all are needed: two combs of the most vertices, whose teeth stand in
/// each other aslant, so that the box of each edge meets that of nearly all others.
#[test]
#[ignore = "a measurement: run it with --release --ignored --nocapture"]
fn measure_the_largest_polygons() {
	let teeth = |far: i64, near: i64| {
		(0..510).map(move |tooth| (if tooth % 2 == 0 { far } else { near }, tooth * 1_000))
	};
	let aslant = |ring: Vec<(i64, i64)>| {
		polygon(&ring.into_iter().map(|(x, y)| (x - y, x + y)).collect::<Vec<_>>())
	};
	let comb =
		aslant([(0, 0), (1_000_000, -10)].into_iter().chain(teeth(1_000_000, 600_000)).collect());
	let back = [(1_600_000, 509_000), (1_600_000, 0)];
	let other = aslant(back.into_iter().chain(teeth(1_000_001, 600_001)).collect());
	let mut tests = EdgeTests::unbounded();
	let start = std::time::Instant::now();
	let answer = comb.shares_ground_with(&other, &mut tests);
	println!("{answer:?} after {} tests in {:?}", tests.done(), start.elapsed());
	let mut tests = EdgeTests::unbounded();
	let start = std::time::Instant::now();
	crate::Polygon::new_within(super::METRIC, comb.into_outline(), &mut tests).unwrap();
	println!("checked with {} tests in {:?}", tests.done(), start.elapsed());
}
