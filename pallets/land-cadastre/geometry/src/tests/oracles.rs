//! Two other ways to the same answer, which have nothing in common with the crate's: one exact, for
//! small coordinates; one by a library of polygon operations.

use crate::{Point, Polygon};
use i_overlay::{
	core::{fill_rule::FillRule, overlay::Overlay, overlay_rule::OverlayRule},
	i_float::int::point::IntPoint,
};

/// An exact fraction with a positive denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fraction {
	over: i128,
	under: i128,
}

impl Fraction {
	fn new(over: i128, under: i128) -> Self {
		let divisor = greatest_divisor(over, under) * under.signum();
		Self { over: over / divisor, under: under / divisor }
	}

	fn whole(number: i64) -> Self {
		Self::new(number.into(), 1)
	}

	fn between(self, other: Self) -> Self {
		Self::new(self.over * other.under + other.over * self.under, 2 * self.under * other.under)
	}
}

fn greatest_divisor(first: i128, second: i128) -> i128 {
	if second == 0 {
		first.abs()
	} else {
		greatest_divisor(second, first % second)
	}
}

impl Ord for Fraction {
	fn cmp(&self, other: &Self) -> std::cmp::Ordering {
		let left = self.over.checked_mul(other.under).unwrap();
		left.cmp(&other.over.checked_mul(self.under).unwrap())
	}
}

impl PartialOrd for Fraction {
	fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
		Some(self.cmp(other))
	}
}

fn edges(polygon: &Polygon) -> Vec<(Point, Point)> {
	polygon
		.rings()
		.flat_map(|ring| {
			ring.iter().copied().zip(ring.iter().copied().cycle().skip(1)).collect::<Vec<_>>()
		})
		.collect()
}

/// The `x` at which two lines that are not parallel meet.
fn meeting(first: (Point, Point), second: (Point, Point)) -> Option<Fraction> {
	let wide = |point: Point| (i128::from(point.x), i128::from(point.y));
	let ((ax, ay), (bx, by)) = (wide(first.0), wide(first.1));
	let ((cx, cy), (dx, dy)) = (wide(second.0), wide(second.1));
	let under = (ax - bx) * (cy - dy) - (ay - by) * (cx - dx);
	let over = (ax * by - ay * bx) * (cx - dx) - (ax - bx) * (cx * dy - cy * dx);
	(under != 0).then(|| Fraction::new(over, under))
}

/// Whether two polygons share ground: the plane is cut into upright strips at every vertex and every
/// point in which edges meet; in the middle of each strip a line is followed upwards through both.
/// In exact fractions, for coordinates of a few hundreds.
pub fn strips_share_ground(first: &Polygon, second: &Polygon) -> bool {
	let all: Vec<(bool, (Point, Point))> = edges(first)
		.into_iter()
		.map(|edge| (true, edge))
		.chain(edges(second).into_iter().map(|edge| (false, edge)))
		.collect();
	let mut cuts: Vec<Fraction> =
		all.iter().map(|(_, (start, _))| Fraction::whole(start.x)).collect();
	for edge in edges(first) {
		cuts.extend(edges(second).into_iter().filter_map(|other| meeting(edge, other)));
	}
	cuts.sort();
	cuts.dedup();
	cuts.iter().zip(cuts.iter().skip(1)).any(|(left, right)| {
		let x = left.between(*right);
		let mut crossed: Vec<(Fraction, bool)> = all
			.iter()
			.filter(|(_, (start, end))| {
				let (from, to) = (start.x.min(end.x), start.x.max(end.x));
				Fraction::whole(from) < x && x < Fraction::whole(to)
			})
			.map(|(of_first, (start, end))| {
				let (width, height) = (i128::from(end.x - start.x), i128::from(end.y - start.y));
				let along = x.over - i128::from(start.x) * x.under;
				let y = Fraction::new(
					i128::from(start.y) * x.under * width + along * height,
					x.under * width,
				);
				(y, *of_first)
			})
			.collect();
		crossed.sort();
		let (mut in_first, mut in_second) = (false, false);
		let mut passed = crossed.iter().peekable();
		while let Some((y, of_first)) = passed.next() {
			if *of_first {
				in_first = !in_first;
			} else {
				in_second = !in_second;
			}
			let at_once = passed.peek().is_some_and(|(next, _)| next == y);
			if !at_once && in_first && in_second {
				return true;
			}
		}
		false
	})
}

/// The area that two polygons, made larger, have in common as `i_overlay` computes it. It works on a
/// lattice of integers, to which it rounds the points where edges cross.
pub fn common_area(first: &Polygon, second: &Polygon, scale: i64) -> f64 {
	let contours = |polygon: &Polygon| -> Vec<Vec<IntPoint<i64>>> {
		polygon
			.rings()
			.map(|ring| ring.iter().map(|p| IntPoint::new(p.x * scale, p.y * scale)).collect())
			.collect()
	};
	let shapes = Overlay::from_subj_and_clip(&contours(first), &contours(second))
		.overlay(OverlayRule::Intersect, FillRule::EvenOdd);
	shapes.iter().flatten().map(|contour| signed_area(contour)).sum::<f64>().abs()
}

/// Whether `i_overlay` finds one shape in a polygon, with as many holes and the same area.
pub fn is_one_shape_with_its_rings(polygon: &Polygon) -> bool {
	let contours: Vec<Vec<IntPoint<i64>>> = polygon
		.rings()
		.map(|ring| ring.iter().map(|p| IntPoint::new(p.x, p.y)).collect())
		.collect();
	let nothing: Vec<Vec<IntPoint<i64>>> = Vec::new();
	let shapes = Overlay::from_subj_and_clip(&contours, &nothing)
		.overlay(OverlayRule::Subject, FillRule::EvenOdd);
	let area = shapes.iter().flatten().map(|contour| signed_area(contour)).sum::<f64>().abs();
	shapes.len() == 1
		&& shapes[0].len() == 1 + polygon.holes().len()
		&& area * 2.0 == polygon.twice_area() as f64
}

fn signed_area(contour: &[IntPoint<i64>]) -> f64 {
	let twice: i128 = contour
		.iter()
		.zip(contour.iter().cycle().skip(1))
		.map(|(start, end)| {
			i128::from(start.x) * i128::from(end.y) - i128::from(start.y) * i128::from(end.x)
		})
		.sum();
	twice as f64 / 2.0
}
