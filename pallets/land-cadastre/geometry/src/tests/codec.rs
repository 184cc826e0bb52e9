//! The bytes of outlines and polygons.

use super::{outline, polygon, polygon_with_holes, square, METRIC};
use crate::{CoordinateSystem, Outline, Point, Polygon, MAX_HOLES, MAX_VERTICES};
use codec::{Compact, Decode, Encode, MaxEncodedLen};

#[test]
fn canonical_bytes_should_not_change() {
	let triangle = polygon(&[(0, 0), (2, -1), (1, 3)]);
	let bytes = [
		// Format 1, millimetres of EPSG:2154, three points.
		&[1, 1, 0x6a, 0x08, 0, 0, 12][..],
		&0i64.to_le_bytes(),
		&0i64.to_le_bytes(),
		&2i64.to_le_bytes(),
		&(-1i64).to_le_bytes(),
		&1i64.to_le_bytes(),
		&3i64.to_le_bytes(),
		// No holes.
		&[0],
	]
	.concat();
	assert_eq!(triangle.canonical_bytes(METRIC), bytes);
	assert_eq!(triangle.canonical_bytes(CoordinateSystem::Degrees)[..2], [1, 0]);
}

#[test]
fn polygons_and_outlines_should_decode_to_themselves() {
	let polygon = polygon_with_holes(&square(0, 0, 9), &[&square(1, 1, 2), &square(5, 5, 2)]);
	assert_eq!(Polygon::decode(&mut &polygon.encode()[..]).as_ref(), Ok(&polygon));
	let outline = polygon.clone().into_outline();
	assert_eq!(Outline::decode(&mut &polygon.encode()[..]), Ok(outline));
}

#[test]
fn an_outline_should_not_decode_when_it_is_too_large() {
	let most = vec![Point::new(1, 1); MAX_VERTICES];
	let largest = Outline { outer: most.clone(), holes: vec![] };
	assert_eq!(Outline::decode(&mut &largest.encode()[..]), Ok(largest));
	let mut more = most.clone();
	more.push(Point::new(1, 1));
	for too_large in [
		Outline { outer: more, holes: vec![] },
		Outline { outer: most, holes: vec![vec![Point::new(1, 1)]] },
		Outline { outer: vec![], holes: vec![vec![]; MAX_HOLES + 1] },
	] {
		assert!(Outline::decode(&mut &too_large.encode()[..]).is_err());
		assert!(Polygon::decode(&mut &too_large.encode()[..]).is_err());
	}
	// A length without what it announces.
	assert!(Outline::decode(&mut &Compact(u32::MAX).encode()[..]).is_err());
	assert!(Outline::decode(&mut &Compact(512u32).encode()[..]).is_err());
}

#[test]
fn no_polygon_should_be_longer_than_the_stated_length() {
	let triangles = Outline {
		outer: vec![Point::new(1, 1); MAX_VERTICES - 3 * MAX_HOLES],
		holes: vec![vec![Point::new(1, 1); 3]; MAX_HOLES],
	};
	assert_eq!(triangles.points().count(), MAX_VERTICES);
	let long_holes = Outline {
		outer: vec![Point::new(1, 1); MAX_VERTICES - 7 * 64],
		holes: vec![vec![Point::new(1, 1); 64]; 7],
	};
	assert_eq!(long_holes.points().count(), MAX_VERTICES);
	assert!(triangles.encode().len() <= Outline::max_encoded_len());
	assert!(long_holes.encode().len() <= Outline::max_encoded_len());
	assert_eq!(Polygon::max_encoded_len(), 8_534);
	assert_eq!(outline(&square(0, 0, 1), &[]).encoded_size(), 1 + 4 * 16 + 1);
}
