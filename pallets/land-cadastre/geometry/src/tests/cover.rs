//! Whether parts cover a whole.

use super::{polygon, polygon_with_holes, square};
use crate::{BoundPassed, EdgeTests, Polygon};
use proptest::prelude::*;

fn rectangle(left: i64, below: i64, right: i64, above: i64) -> Polygon {
	polygon(&[(left, below), (right, below), (right, above), (left, above)])
}

fn is_covered(whole: &Polygon, parts: &[&Polygon]) -> bool {
	whole.is_covered_by(parts, &mut EdgeTests::unbounded()).unwrap()
}

#[test]
fn whole_should_be_covered_when_nothing_is_left_and_nothing_is_beyond() {
	let whole = polygon(&[(0, 0), (6, 0), (10, 0), (10, 10), (6, 10), (0, 10)]);
	let (left, right) = (rectangle(0, 0, 6, 10), rectangle(6, 0, 10, 10));
	assert!(is_covered(&whole, &[&left, &right]));
	assert!(is_covered(&whole, &[&whole]));
	assert!(!is_covered(&whole, &[&left]));
	assert!(!is_covered(&whole, &[]));
	assert!(!is_covered(&whole, &[&left, &rectangle(6, 0, 10, 9)]));
	// As large as the whole, but beyond it.
	assert!(!is_covered(&whole, &[&left, &rectangle(10, 0, 14, 10)]));
	assert!(!is_covered(&whole, &[&left, &polygon(&[(6, 0), (10, 0), (14, 10), (10, 10)])]));
}

#[test]
fn whole_should_not_be_covered_when_a_part_has_a_corner_on_its_edges() {
	let whole = rectangle(0, 0, 10, 10);
	assert!(!is_covered(&whole, &[&rectangle(0, 0, 6, 10), &rectangle(6, 0, 10, 10)]));
}

#[test]
fn whole_should_not_be_covered_when_a_part_fills_its_hole() {
	let hole: &[(i64, i64)] = &[(4, 4), (4, 6), (6, 6), (6, 4)];
	let whole = polygon_with_holes(&square(0, 0, 10), &[hole]);
	assert!(is_covered(&whole, &[&whole]));
	// Once larger than the whole, once exactly as large.
	assert!(!is_covered(&whole, &[&rectangle(0, 0, 10, 10)]));
	let same_area = polygon(&[(0, 0), (10, 0), (10, 10), (6, 10), (4, 8), (2, 10), (0, 10)]);
	assert_eq!(same_area.twice_area(), whole.twice_area());
	assert!(!is_covered(&whole, &[&same_area]));
}

#[test]
fn whole_should_be_covered_when_it_reaches_the_end_of_the_coordinates() {
	let most = (1i64 << 36) - 1;
	let whole = rectangle(most - 10, -10, most, 10);
	assert!(is_covered(&whole, &[&whole]));
	assert!(!is_covered(&whole, &[&rectangle(most - 9, -10, most, 10)]));
}

#[test]
fn cover_should_not_be_told_when_the_bound_is_passed() {
	let whole = rectangle(0, 0, 9, 9);
	let mut tests = EdgeTests::bounded_by(3);
	assert_eq!(whole.is_covered_by(&[&whole], &mut tests), Err(BoundPassed));
}

proptest! {
	/// A rectangle that is cut by a line from its lower to its upper side.
	#[test]
	fn cut_rectangle_should_be_covered_by_its_parts_alone(
		width in 3i64..60,
		height in 1i64..60,
		low in 1i64..59,
		high in 1i64..59,
		shift in -1i64..2,
	) {
		let (low, high) = (low.min(width - 1), high.min(width - 1));
		let whole = polygon(
			&[(0, 0), (low, 0), (width, 0), (width, height), (high, height), (0, height)],
		);
		let left = polygon(&[(0, 0), (low, 0), (high, height), (0, height)]);
		let right = polygon(&[(low, 0), (width, 0), (width, height), (high, height)]);
		prop_assert!(is_covered(&whole, &[&left, &right]));
		// The corners are on the edges of the plain rectangle.
		prop_assert!(!is_covered(&rectangle(0, 0, width, height), &[&left, &right]));
		if shift != 0 {
			let shifted = polygon(&[
				(low, shift), (width, shift), (width, height + shift), (high, height + shift),
			]);
			prop_assert!(!is_covered(&whole, &[&left, &shifted]));
		}
	}
}
