//! Areas, against exact figures and against the ellipsoid.

use super::{checked, polygon, polygon_with_holes, square, METRIC};
use crate::{AreaTolerance, CoordinateSystem, Outline, Point, Polygon, SquareMillimetres};

#[test]
fn an_area_in_millimetres_should_be_exact() {
	let garden = polygon_with_holes(&square(0, 0, 9), &[&square(1, 1, 2), &square(5, 5, 3)]);
	assert_eq!(garden.twice_area(), 2 * (81 - 4 - 9));
	assert_eq!(garden.area(METRIC), SquareMillimetres(68));
	assert_eq!(polygon(&[(0, 0), (1, 0), (0, 1)]).twice_area(), 1);
	let end = 1i64 << 36;
	let world = checked(&square(-end, -end, 2 * end - 1), &[]).unwrap();
	assert_eq!(world.twice_area(), 2 * ((1u128 << 37) - 1).pow(2));
}

#[test]
fn an_area_should_be_rounded_to_square_metres() {
	assert_eq!(SquareMillimetres(0).square_metres(), 0);
	assert_eq!(SquareMillimetres(499_999).square_metres(), 0);
	assert_eq!(SquareMillimetres(500_000).square_metres(), 1);
	assert_eq!(SquareMillimetres(1_499_999).square_metres(), 1);
}

#[test]
fn a_stated_area_should_agree_within_the_tolerance_only() {
	let tolerance = AreaTolerance { square_metres: 2, per_mille: 5 };
	let computed = |square_millimetres: u128| SquareMillimetres(square_millimetres);
	// 1,000 m² may be 7 m² off.
	assert!(tolerance.allows(1_000, computed(1_007_000_000)));
	assert!(tolerance.allows(1_000, computed(993_000_000)));
	assert!(!tolerance.allows(1_000, computed(1_007_000_001)));
	assert!(!tolerance.allows(1_000, computed(992_999_999)));
	let exact = AreaTolerance { square_metres: 0, per_mille: 0 };
	assert!(exact.allows(20, computed(20_000_000)));
	assert!(!exact.allows(20, computed(20_000_001)));
	assert!(!tolerance.allows(u64::MAX, computed(0)));
}

/// The area on the WGS84 ellipsoid between two latitudes, for a width in longitude; all in degrees.
fn zone(south: f64, north: f64, width: f64) -> f64 {
	let (half_axis, flattening) = (6_378_137.0f64, 1.0 / 298.257_223_563f64);
	let squared = flattening * (2.0 - flattening);
	let eccentricity = squared.sqrt();
	let polar = half_axis * half_axis * (1.0 - squared);
	let height = |latitude: f64| {
		let sine = latitude.to_radians().sin();
		sine / (2.0 * (1.0 - squared * sine * sine))
			+ (eccentricity * sine).atanh() / (2.0 * eccentricity)
	};
	polar * (height(north) - height(south)) * width.to_radians()
}

fn box_in_degrees(south: f64, north: f64, width: f64) -> Polygon {
	let unit = |degrees: f64| (degrees * 1e7).round() as i64;
	let corner = |x: f64, y: f64| Point::new(unit(x), unit(y));
	let outer =
		vec![corner(0.0, south), corner(width, south), corner(width, north), corner(0.0, north)];
	Polygon::new(CoordinateSystem::Degrees, Outline { outer, holes: vec![] }).unwrap()
}

#[test]
fn an_area_in_degrees_should_be_that_of_the_ellipsoid_within_the_stated_error() {
	for latitude in [-85.0, -60.0, -33.3, -1.0, 0.0, 10.0, 30.0, 48.68, 52.0, 67.0, 80.0, 85.0] {
		for height in [0.0001, 0.001, 0.01, 0.1, 1.0] {
			let (south, north) = (latitude - height / 2.0, latitude + height / 2.0);
			let polygon = box_in_degrees(south, north, height);
			let computed = polygon.area(CoordinateSystem::Degrees).0 as f64 / 1e6;
			let exact = zone(south, north, height);
			// README.md, "Area": a share for the height, one for the roundings, and a square
			// millimetre.
			let stated = 0.14 * height.to_radians().powi(2) + 3e-8 + 1e-6 / exact;
			let error = (computed / exact - 1.0).abs();
			assert!(error <= stated, "{latitude} {height}: {error:e} over {stated:e}");
		}
	}
}

#[test]
fn an_area_in_degrees_should_be_right_when_the_ground_lies_unevenly() {
	// Two boxes as one polygon, one broad and one narrow, against the sum of the two.
	let corner = |x: i64, y: i64| Point::new(x, 486_000_000 + y);
	let outer = vec![
		corner(0, 0),
		corner(500_000, 0),
		corner(500_000, 100_000),
		corner(10_000, 100_000),
		corner(10_000, 500_000),
		corner(0, 500_000),
	];
	let polygon =
		Polygon::new(CoordinateSystem::Degrees, Outline { outer, holes: vec![] }).unwrap();
	let computed = polygon.area(CoordinateSystem::Degrees).0 as f64 / 1e6;
	let exact = zone(48.6, 48.61, 0.05) + zone(48.61, 48.65, 0.001);
	assert!((computed / exact - 1.0).abs() < 1e-7, "{computed} {exact}");
}

#[test]
fn an_area_in_degrees_should_have_a_value_at_the_ends_of_the_world() {
	let world = Polygon::new(
		CoordinateSystem::Degrees,
		Outline {
			outer: vec![
				Point::new(-1_800_000_000, -900_000_000),
				Point::new(1_800_000_000, -900_000_000),
				Point::new(1_800_000_000, 900_000_000),
				Point::new(-1_800_000_000, 900_000_000),
			],
			holes: vec![],
		},
	);
	assert!(world.unwrap().area(CoordinateSystem::Degrees).square_metres() > 0);
	let at_the_pole = box_in_degrees(89.99, 90.0, 0.01);
	assert!(at_the_pole.area(CoordinateSystem::Degrees) > SquareMillimetres(0));
}
