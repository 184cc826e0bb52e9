//! Corners that are put into edges.

use super::{polygon, polygon_with_holes};
use crate::{Node, Point, Polygon};

fn rectangle(left: i64, below: i64, right: i64, above: i64) -> Polygon {
	polygon(&[(left, below), (right, below), (right, above), (left, above)])
}

#[test]
fn corner_should_be_put_in_when_it_is_at_most_one_unit_off() {
	let before = rectangle(0, 0, 10, 10);
	let with = |corner| polygon(&[(0, 0), (10, 0), (10, 10), corner, (0, 10)]);
	let (start, end) = (Point::new(10, 10), Point::new(0, 10));
	for (x, y) in [(4, 9), (4, 10), (4, 11)] {
		let node = Node { start, end, corner: Point::new(x, y) };
		assert_eq!(before.nodes_put_in(&with((x, y))), Some(vec![node]));
	}
	for corner in [(4, 8), (4, 12), (11, 11)] {
		assert_eq!(before.nodes_put_in(&with(corner)), None, "{corner:?}");
	}
	assert_eq!(before.nodes_put_in(&before), Some(vec![]));
}

#[test]
fn corner_should_be_put_in_when_the_canonical_ring_then_starts_at_it() {
	let before = rectangle(0, 0, 10, 10);
	let first = polygon(&[(0, 0), (10, 0), (10, 10), (0, 10), (-1, 5)]);
	assert_eq!(before.nodes_put_in(&first).map(|nodes| nodes.len()), Some(1));
	// Corners are not left out.
	assert_eq!(first.nodes_put_in(&before), None);
}

#[test]
fn corner_should_not_be_put_in_when_something_else_changes() {
	let before = rectangle(0, 0, 10, 10);
	assert_eq!(before.nodes_put_in(&rectangle(0, 0, 10, 11)), None);
	let backwards = polygon(&[(0, 0), (10, 0), (10, 10), (4, 11), (6, 10), (5, 9), (0, 10)]);
	assert_eq!(before.nodes_put_in(&backwards), None);
}

#[test]
fn corner_should_be_put_into_a_hole_when_the_rest_stays() {
	let outer: &[(i64, i64)] = &[(0, 0), (20, 0), (20, 20), (0, 20)];
	let first: &[(i64, i64)] = &[(2, 2), (2, 6), (6, 6), (6, 2)];
	let second: &[(i64, i64)] = &[(10, 10), (10, 16), (16, 16), (16, 10)];
	let noded: &[(i64, i64)] = &[(10, 10), (10, 16), (16, 16), (16, 10), (12, 10)];
	let larger: &[(i64, i64)] = &[(1, 1), (1, 6), (6, 6), (6, 1)];
	let before = polygon_with_holes(outer, &[first, second]);
	let put_in = |holes: &[&[(i64, i64)]]| before.nodes_put_in(&polygon_with_holes(outer, holes));
	assert_eq!(put_in(&[first, noded]).map(|nodes| nodes.len()), Some(1));
	assert_eq!(put_in(&[first]), None);
	assert_eq!(put_in(&[noded, larger]), None);
}

#[test]
fn neighbour_should_lack_a_corner_when_it_shares_that_part_of_the_edge() {
	let node =
		Node { start: Point::new(10, 10), end: Point::new(0, 10), corner: Point::new(4, 10) };
	for neighbour in [rectangle(0, 10, 10, 20), rectangle(-5, 10, 15, 20), rectangle(2, 10, 6, 20)]
	{
		assert!(neighbour.lacks_node(&node), "{neighbour:?}");
	}
	let noded = polygon(&[(0, 10), (4, 10), (10, 10), (10, 20)]);
	for neighbour in
		[rectangle(4, 10, 10, 20), rectangle(5, 10, 10, 20), rectangle(0, 11, 10, 20), noded]
	{
		assert!(!neighbour.lacks_node(&node), "{neighbour:?}");
	}
}
