//! What holds for all polygons, by comparison with two other ways to the answer.

use super::{
	oracles::{common_area, is_one_shape_with_its_rings, strips_share_ground},
	shapes::{estate, map, noded, placed, polygon_with_holes, simple_polygon},
	share_ground, METRIC,
};
use crate::{EdgeTests, Outline, Point, Polygon, MAX_VERTICES};
use proptest::prelude::*;

/// So much larger are polygons for the library that its rounding is small beside what they share.
const SCALE: i64 = 1 << 32;

/// Holds the answer against both oracles.
fn share_ground_as_oracles_say(first: &Polygon, second: &Polygon) -> bool {
	let answer = share_ground(first, second);
	assert_eq!(answer, strips_share_ground(first, second), "{first:?} and {second:?}");
	let area = common_area(first, second, SCALE);
	// Rounding moves a crossing by one unit at most: over the length of the boundary that makes no
	// more area than this, and takes away no common ground that is wider than a unit.
	let rounding = 400.0 * SCALE as f64;
	assert!(answer || area <= rounding, "{area} shared by {first:?} and {second:?}");
	assert!(!answer || area > 0.0, "nothing shared by {first:?} and {second:?}");
	answer
}

/// The hole of a polygon as a parcel of its own.
fn filling(hole: &[Point]) -> Polygon {
	Polygon::new(METRIC, Outline { outer: hole.to_vec(), holes: vec![] }).unwrap()
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	#[test]
	fn any_two_polygons_should_share_ground_exactly_when_the_oracles_say_so(
		first in simple_polygon(8),
		second in simple_polygon(8),
		choice in any::<u64>(),
	) {
		share_ground_as_oracles_say(&first, &second);
		let (first, second) = (placed(&first, 2, 0, 0), placed(&second, 2, 0, 0));
		share_ground_as_oracles_say(&noded(&first, choice), &noded(&second, choice >> 7));
	}

	#[test]
	fn any_two_polygons_with_holes_should_share_ground_exactly_when_the_oracles_say_so(
		first in polygon_with_holes(6),
		second in polygon_with_holes(6),
		small in simple_polygon(6),
		right in 0i64..20,
		up in 0i64..20,
	) {
		share_ground_as_oracles_say(&first, &second);
		share_ground_as_oracles_say(&first, &placed(&small, 1, right, up));
	}

	#[test]
	fn a_polygon_should_share_ground_with_itself_and_with_its_noded_form(
		polygon in polygon_with_holes(6),
		choice in any::<u64>(),
	) {
		prop_assert!(share_ground_as_oracles_say(&polygon, &polygon));
		prop_assert!(share_ground_as_oracles_say(&polygon, &noded(&polygon, choice)));
	}

	#[test]
	fn a_hole_should_be_free_for_another_parcel_until_it_moves_by_a_unit(
		polygon in polygon_with_holes(6),
		choice in any::<u64>(),
		right in -1i64..=1,
		up in -1i64..=1,
	) {
		let polygon = noded(&polygon, choice);
		for hole in polygon.holes() {
			let filling = filling(hole);
			prop_assert!(!share_ground_as_oracles_say(&polygon, &filling));
			prop_assert!(!share_ground(&polygon, &noded(&filling, choice >> 9)));
			let moved = placed(&filling, 1, right, up);
			prop_assert_eq!(share_ground(&polygon, &moved), strips_share_ground(&polygon, &moved));
			// By a thirtieth of a unit.
			let (large, moved) = (placed(&polygon, 30, 0, 0), placed(&filling, 30, right, up));
			prop_assert_eq!(share_ground(&large, &moved), strips_share_ground(&large, &moved));
		}
	}

	#[test]
	fn the_parcels_of_an_estate_should_share_no_ground_until_one_moves_by_a_unit(
		parcels in estate(),
		choice in any::<u64>(),
		right in -1i64..=1,
		up in -1i64..=1,
	) {
		for (place, parcel) in parcels.iter().enumerate() {
			for other in &parcels[..place] {
				prop_assert!(!share_ground(parcel, other));
				prop_assert!(!share_ground_as_oracles_say(&noded(parcel, choice), other));
				let moved = placed(other, 1, right, up);
				prop_assert_eq!(
					share_ground(parcel, &moved),
					strips_share_ground(parcel, &moved)
				);
			}
		}
	}

	#[test]
	fn a_sliver_of_one_unit_should_be_seen(
		first in simple_polygon(8),
		second in simple_polygon(8),
		right in -1i64..=1,
		up in -1i64..=1,
	) {
		// Edges that met now pass each other by a thirtieth of the lattice.
		let (first, second) = (placed(&first, 30, 0, 0), placed(&second, 30, right, up));
		prop_assert_eq!(share_ground(&first, &second), strips_share_ground(&first, &second));
	}

	#[test]
	fn answers_should_not_depend_on_where_and_how_large_polygons_are(
		first in polygon_with_holes(6),
		second in polygon_with_holes(6),
		right in -30_000_000_000i64..30_000_000_000,
		up in -30_000_000_000i64..30_000_000_000,
	) {
		let answer = share_ground(&first, &second);
		for scale in [1, 1_000, 1_000_000_000] {
			let (first, second) =
				(placed(&first, scale, right, up), placed(&second, scale, right, up));
			prop_assert_eq!(share_ground(&first, &second), answer);
		}
		// Turned by a quarter, and seen in a mirror.
		let turned = |p: &Polygon| map(p, |point| Point::new(-point.y, point.x));
		prop_assert_eq!(share_ground(&turned(&first), &turned(&second)), answer);
		let mirrored = |p: &Polygon| map(p, |point| Point::new(-point.x, point.y));
		prop_assert_eq!(share_ground(&mirrored(&first), &mirrored(&second)), answer);
	}

	#[test]
	fn a_valid_polygon_should_be_one_shape_for_the_library_too(
		simple in simple_polygon(8),
		with_holes in polygon_with_holes(6),
	) {
		prop_assert!(is_one_shape_with_its_rings(&simple));
		prop_assert!(is_one_shape_with_its_rings(&with_holes));
	}

	#[test]
	fn the_work_should_be_bounded_by_the_edges(
		first in polygon_with_holes(6),
		second in polygon_with_holes(6),
	) {
		let mut tests = EdgeTests::unbounded();
		first.shares_ground_with(&second, &mut tests).unwrap();
		let (own, others) = (first.vertices(), second.vertices());
		let rings = |polygon: &Polygon| 1 + polygon.holes().len();
		let most = own * others + rings(&first) * others + rings(&second) * own;
		prop_assert!(tests.done() as usize <= most);
	}

	#[test]
	fn any_points_should_be_checked_without_panic_and_to_one_form(
		rings in proptest::collection::vec(
			proptest::collection::vec((-3i64..9, -3i64..9), 0..12),
			1..4,
		),
		start in 0usize..12,
	) {
		let ring = |ring: &Vec<(i64, i64)>| -> Vec<Point> {
			ring.iter().map(|(x, y)| Point::new(*x, *y)).collect()
		};
		let outline = Outline {
			outer: ring(&rings[0]),
			holes: rings[1..].iter().map(ring).collect(),
		};
		let result = Polygon::new(METRIC, outline.clone());
		let mut other = outline;
		other.holes.reverse();
		if !other.outer.is_empty() {
			let length = other.outer.len();
			other.outer.rotate_left(start % length);
			other.outer.reverse();
		}
		let again = Polygon::new(METRIC, other);
		prop_assert_eq!(result.is_ok(), again.is_ok());
		if let (Ok(polygon), Ok(again)) = (result, again) {
			prop_assert_eq!(&polygon, &again);
			prop_assert!(polygon.vertices() <= MAX_VERTICES);
			prop_assert!(is_one_shape_with_its_rings(&polygon));
		}
	}
}
