//! What an outline may be, and its one canonical form.

use super::{checked, outline, polygon, polygon_with_holes, square, METRIC};
use crate::{CoordinateSystem, EdgeTests, GeometryError, Outline, Point, Polygon, MAX_VERTICES};

fn refusal(outer: &[(i64, i64)], holes: &[&[(i64, i64)]]) -> GeometryError {
	checked(outer, holes).expect_err("the outline should be refused")
}

#[test]
fn a_ring_should_be_refused_when_it_has_less_than_three_points() {
	assert_eq!(refusal(&[], &[]), GeometryError::TooFewVertices);
	assert_eq!(refusal(&[(0, 0), (1, 0)], &[]), GeometryError::TooFewVertices);
	assert_eq!(refusal(&square(0, 0, 9), &[&[]]), GeometryError::TooFewVertices);
}

#[test]
fn an_outline_should_be_refused_when_it_has_too_many_points() {
	let staircase = |steps: i64| -> Vec<(i64, i64)> {
		let mut ring: Vec<(i64, i64)> = (0..steps).map(|step| (step, step * step)).collect();
		ring.push((0, steps * steps));
		ring
	};
	let most = i64::try_from(MAX_VERTICES).unwrap();
	assert_eq!(polygon(&staircase(most - 1)).vertices(), MAX_VERTICES);
	assert_eq!(refusal(&staircase(most), &[]), GeometryError::TooManyVertices);
	let hole = [(1, most), (2, most), (1, most + 1)];
	assert_eq!(refusal(&staircase(most - 1), &[&hole]), GeometryError::TooManyVertices);
}

#[test]
fn a_point_should_be_refused_when_it_is_out_of_range() {
	let corners = |x: i64, y: i64| Outline {
		outer: vec![Point::new(0, 0), Point::new(x, 0), Point::new(x, y)],
		holes: vec![],
	};
	let degrees = CoordinateSystem::Degrees;
	assert!(Polygon::new(degrees, corners(1_800_000_000, 900_000_000)).is_ok());
	assert!(Polygon::new(degrees, corners(-1_800_000_000, -900_000_000)).is_ok());
	for (x, y) in [(1_800_000_001, 1), (-1_800_000_001, 1), (1, 900_000_001), (1, -900_000_001)] {
		assert_eq!(Polygon::new(degrees, corners(x, y)), Err(GeometryError::OutOfRange));
	}
	let end = 1 << 36;
	assert!(Polygon::new(METRIC, corners(end - 1, end - 1)).is_ok());
	assert!(Polygon::new(METRIC, corners(-end, -end)).is_ok());
	for (x, y) in [(end, 1), (-end - 1, 1), (1, end), (1, i64::MAX), (i64::MIN, 1)] {
		assert_eq!(Polygon::new(METRIC, corners(x, y)), Err(GeometryError::OutOfRange));
	}
}

#[test]
fn a_ring_should_be_refused_when_a_point_is_repeated() {
	assert_eq!(refusal(&[(0, 0), (4, 0), (4, 0), (0, 4)], &[]), GeometryError::RepeatedPoint);
	// As GeoJSON closes it.
	assert_eq!(refusal(&[(0, 0), (4, 0), (0, 4), (0, 0)], &[]), GeometryError::RepeatedPoint);
}

#[test]
fn a_ring_should_be_refused_when_it_is_a_line() {
	assert_eq!(refusal(&[(0, 0), (2, 2), (4, 4)], &[]), GeometryError::ZeroArea);
	assert_eq!(refusal(&[(0, 0), (4, 4), (2, 2)], &[]), GeometryError::ZeroArea);
	assert_eq!(refusal(&square(0, 0, 9), &[&[(1, 1), (1, 2), (1, 3)]]), GeometryError::ZeroArea);
}

#[test]
fn a_ring_should_be_refused_when_it_has_a_spike() {
	assert_eq!(refusal(&[(0, 0), (4, 0), (8, 0), (4, 0), (4, 4)], &[]), GeometryError::Spike);
	assert_eq!(refusal(&[(0, 0), (8, 0), (4, 0), (4, 4)], &[]), GeometryError::Spike);
	// At the start of the ring.
	assert_eq!(refusal(&[(8, 0), (4, 0), (4, 4), (0, 0)], &[]), GeometryError::Spike);
}

#[test]
fn a_ring_should_be_accepted_when_it_has_points_on_a_straight_edge() {
	let with_corner_of_a_neighbour = polygon(&[(0, 0), (2, 0), (4, 0), (4, 4), (0, 4)]);
	assert_eq!(with_corner_of_a_neighbour.vertices(), 5);
}

#[test]
fn a_ring_should_be_refused_when_it_touches_itself() {
	// In a point of two corners.
	let bow = [(0, 0), (4, 4), (0, 8), (8, 8), (4, 4), (8, 0)];
	assert_eq!(refusal(&bow, &[]), GeometryError::SelfTouching);
	// In a corner on an edge.
	let corner_on_edge = [(0, 0), (8, 0), (8, 8), (4, 0), (0, 8)];
	assert_eq!(refusal(&corner_on_edge, &[]), GeometryError::SelfTouching);
	// Along an edge.
	let slit = [(0, 0), (4, 0), (4, 4), (4, 0), (8, 0), (8, 8), (0, 8)];
	assert_eq!(refusal(&slit, &[]), GeometryError::Spike);
	let key = [(0, 0), (9, 0), (9, 9), (0, 9), (0, 4), (3, 4), (3, 6), (6, 6), (6, 4), (0, 4)];
	assert_eq!(refusal(&key, &[]), GeometryError::SelfTouching);
	// The same way twice.
	let twice = [(0, 0), (4, 0), (4, 4), (0, 4), (0, 0), (4, 0), (4, 4), (0, 4)];
	assert_eq!(refusal(&twice, &[]), GeometryError::SelfTouching);
}

#[test]
fn a_ring_should_be_refused_when_it_crosses_itself() {
	assert_eq!(refusal(&[(0, 0), (4, 4), (4, 0), (0, 4)], &[]), GeometryError::SelfCrossing);
	assert_eq!(
		refusal(&[(0, 0), (9, 0), (9, 9), (5, -1), (0, 9)], &[]),
		GeometryError::SelfCrossing
	);
}

#[test]
fn a_hole_should_be_refused_when_it_meets_the_outer_ring() {
	let outer = square(0, 0, 9);
	for (hole, error) in [
		([(0, 0), (3, 1), (1, 3)], GeometryError::HoleTouchesOuterRing),
		([(4, 0), (5, 2), (3, 2)], GeometryError::HoleTouchesOuterRing),
		([(3, 0), (6, 0), (4, 2)], GeometryError::HoleTouchesOuterRing),
		([(4, -1), (5, 2), (3, 2)], GeometryError::HoleCrossesOuterRing),
	] {
		assert_eq!(refusal(&outer, &[&hole]), error, "{hole:?}");
	}
	assert_eq!(refusal(&outer, &[&outer]), GeometryError::HoleTouchesOuterRing);
}

#[test]
fn two_holes_should_be_refused_when_they_meet() {
	let outer = square(0, 0, 9);
	let hole = square(1, 1, 3);
	for (other, error) in [
		(square(4, 4, 2), GeometryError::HolesTouch),
		(square(4, 2, 1), GeometryError::HolesTouch),
		(hole, GeometryError::HolesTouch),
		(square(2, 2, 4), GeometryError::HolesCross),
	] {
		assert_eq!(refusal(&outer, &[&hole, &other]), error, "{other:?}");
	}
}

#[test]
fn a_hole_should_be_refused_when_it_is_outside() {
	assert_eq!(refusal(&square(0, 0, 9), &[&square(10, 0, 2)]), GeometryError::HoleOutside);
	assert_eq!(refusal(&square(0, 0, 9), &[&square(-1, -1, 20)]), GeometryError::HoleOutside);
}

#[test]
fn a_hole_should_be_refused_when_it_is_in_another() {
	let outer = square(0, 0, 90);
	let (large, middle, small) = (square(1, 1, 50), square(9, 9, 30), square(12, 12, 3));
	assert_eq!(refusal(&outer, &[&large, &middle]), GeometryError::HoleNested);
	assert_eq!(refusal(&outer, &[&middle, &large]), GeometryError::HoleNested);
	assert_eq!(refusal(&outer, &[&small, &large, &middle]), GeometryError::HoleNested);
}

#[test]
fn a_check_should_stop_when_its_bound_is_passed() {
	let nested = outline(&square(0, 0, 9), &[&square(2, 2, 2), &square(5, 5, 2)]);
	let mut tests = EdgeTests::unbounded();
	Polygon::new_within(METRIC, nested.clone(), &mut tests).unwrap();
	let needed = tests.done();
	assert!(needed > 12);
	let exactly = &mut EdgeTests::bounded_by(needed);
	assert!(Polygon::new_within(METRIC, nested.clone(), exactly).is_ok());
	for bound in 0..needed {
		let refused =
			Polygon::new_within(METRIC, nested.clone(), &mut EdgeTests::bounded_by(bound));
		assert_eq!(refused, Err(GeometryError::BoundPassed));
	}
}

#[test]
fn a_polygon_should_have_one_form_however_it_was_sent() {
	let outer = [(0, 0), (90, 5), (80, 70), (40, 90), (-10, 60)];
	let (first, second) = (square(10, 10, 5), [(30, 30), (50, 30), (40, 50)]);
	let canonical = polygon_with_holes(&outer, &[&first, &second]);
	assert_eq!(canonical.first_vertex(), Point::new(-10, 60));
	assert_eq!(canonical.outer().first(), Some(&Point::new(-10, 60)));
	assert_eq!(canonical.outer().get(1), Some(&Point::new(0, 0)));
	// Clockwise: up from the lower left corner.
	assert_eq!(canonical.holes()[0][1], Point::new(10, 15));
	for start in 0..outer.len() {
		for backwards in [false, true] {
			let mut ring = outer;
			ring.rotate_left(start);
			let (mut hole, mut other) = (first, second);
			hole.rotate_left(start % 4);
			if backwards {
				ring.reverse();
				other.reverse();
			}
			let again = polygon_with_holes(&ring, &[&other, &hole]);
			assert_eq!(again, canonical);
			assert_eq!(again.canonical_bytes(METRIC), canonical.canonical_bytes(METRIC));
		}
	}
	let same = Polygon::new(METRIC, canonical.clone().into_outline()).unwrap();
	assert_eq!(same, canonical);
}
