//! The index: whatever shares ground is found in it.

use super::{
	polygon,
	shapes::{estate, placed, polygon_with_holes, simple_polygon},
	share_ground, square, METRIC,
};
use crate::{
	walk_along_edges, walk_along_ray, walk_in_box, BoundPassed, BoundingBox, Cell, Children,
	CoordinateSystem, EdgeTests, Point, Polygon, Sighting, Walk, LEVELS, MAX_CELLS_PER_EDGE,
};
use proptest::{collection::vec, prelude::*};
use std::collections::{BTreeMap, BTreeSet};

/// The index as a register keeps it in its state.
pub struct Index {
	system: CoordinateSystem,
	parcels: Vec<Polygon>,
	entered: BTreeMap<Cell, Vec<usize>>,
	children: BTreeMap<Cell, Children>,
}

/// What a search in the index came to.
pub struct Found {
	pub candidates: BTreeSet<usize>,
	pub walk: Walk,
	pub looked_up: usize,
	pub tests: EdgeTests,
}

impl Index {
	pub fn new(system: CoordinateSystem) -> Self {
		Self { system, parcels: Vec::new(), entered: BTreeMap::new(), children: BTreeMap::new() }
	}

	pub fn enter(&mut self, parcel: &Polygon) -> usize {
		let cells = parcel.cells(self.system);
		assert!(cells.len() <= parcel.vertices() * MAX_CELLS_PER_EDGE);
		for cell in &cells {
			self.entered.entry(*cell).or_default().push(self.parcels.len());
			let mut below = *cell;
			while let Some(parent) = below.parent() {
				let marks = self.children.entry(parent).or_default();
				*marks = marks.with(below.place_in_parent());
				below = parent;
			}
		}
		self.parcels.push(parcel.clone());
		cells.len()
	}

	/// Enters a parcel and answers with its place.
	fn enter_and_name(&mut self, parcel: &Polygon) -> usize {
		self.enter(parcel);
		self.parcels.len() - 1
	}

	fn entered_in(&self, cell: Cell) -> &[usize] {
		self.entered.get(&cell).map_or(&[], Vec::as_slice)
	}

	fn children(&self, cell: Cell) -> Children {
		self.children.get(&cell).copied().unwrap_or_default()
	}

	pub fn cells(&self) -> (usize, usize) {
		(self.entered.len(), self.children.len())
	}

	pub fn search(&self, polygon: &Polygon) -> Found {
		let mut candidates = BTreeSet::new();
		let mut looked_up = 0;
		let mut tests = EdgeTests::unbounded();
		let walk = walk_along_edges::<BoundPassed>(self.system, polygon, &mut tests, |cell| {
			looked_up += 1;
			candidates.extend(self.entered_in(cell));
			Ok(self.children(cell))
		})
		.unwrap();
		self.search_ray(polygon.first_vertex(), &mut candidates, &mut looked_up, &mut tests);
		Found { candidates, walk, looked_up, tests }
	}

	fn search_ray(
		&self,
		from: Point,
		candidates: &mut BTreeSet<usize>,
		looked_up: &mut usize,
		tests: &mut EdgeTests,
	) {
		walk_along_ray::<BoundPassed>(self.system, from, tests, |cell| {
			*looked_up += 1;
			candidates.extend(self.entered_in(cell));
			let stops = self.entered_in(cell).iter().filter_map(|parcel| {
				self.parcels[*parcel].stops_ray(from, &mut EdgeTests::unbounded()).unwrap()
			});
			Ok(Sighting { children: self.children(cell), stopped_at: stops.min() })
		})
		.unwrap();
	}

	/// The parcels that may have ground in a box.
	fn search_box(&self, bounds: &BoundingBox) -> BTreeSet<usize> {
		let mut candidates = BTreeSet::new();
		let mut tests = EdgeTests::unbounded();
		walk_in_box::<BoundPassed>(self.system, bounds, &mut tests, |cell| {
			candidates.extend(self.entered_in(cell));
			Ok(self.children(cell))
		})
		.unwrap();
		self.search_ray(bounds.min, &mut candidates, &mut 0, &mut tests);
		candidates
	}

	/// The parcels that share ground with a polygon, by comparison with all.
	fn sharing(&self, polygon: &Polygon) -> BTreeSet<usize> {
		(0..self.parcels.len())
			.filter(|place| share_ground(polygon, &self.parcels[*place]))
			.collect()
	}

	/// Holds what the search finds against what there is. Parcels of the index share no ground.
	fn check(&self, polygon: &Polygon) {
		let found = self.search(polygon);
		let sharing = self.sharing(polygon);
		match found.walk {
			Walk::Complete => {
				assert!(sharing.is_subset(&found.candidates), "{polygon:?} in {:?}", self.parcels)
			},
			Walk::HasParcelInside(_) => assert!(!sharing.is_empty(), "{polygon:?}"),
		}
	}
}

fn system() -> impl Strategy<Value = CoordinateSystem> {
	prop_oneof![Just(CoordinateSystem::Degrees), Just(METRIC)]
}

#[test]
fn the_root_should_hold_the_whole_range_of_each_system() {
	for system in [CoordinateSystem::Degrees, METRIC] {
		let bounds = Cell::ROOT.bounds(system);
		assert_eq!(u32::from(Cell::ROOT.level) + 1, LEVELS);
		assert_eq!(Cell::ROOT.parent(), None);
		let most = 1 << 36;
		for corner in [Point::new(-most, -most), Point::new(most - 1, most - 1)] {
			let inside = if system.covers(corner) { corner } else { Point::new(1_800_000_000, 0) };
			assert!(bounds.contains(inside));
		}
	}
}

#[test]
fn children_should_tile_their_cell() {
	let cell = Cell { level: 3, column: 7, row: 9 };
	let children: Vec<Cell> = cell.children(Children(u16::MAX)).collect();
	assert_eq!(children.len(), 16);
	let mut marks = Children::NONE;
	for child in &children {
		assert_eq!(child.parent(), Some(cell));
		assert!(!marks.has(child.place_in_parent()));
		marks = marks.with(child.place_in_parent());
		assert_eq!(cell.children(child.place_in_parent()).collect::<Vec<_>>(), vec![*child]);
		let (inner, outer) = (child.bounds(METRIC), cell.bounds(METRIC));
		assert!(outer.contains(inner.min) && outer.contains(inner.max));
		assert_eq!(Cell::at(METRIC, child.level, inner.min), *child);
	}
	assert_eq!(marks, Children(u16::MAX));
	assert!(marks.without(marks).is_empty());
	assert_eq!(Cell { level: 0, ..cell }.children(marks).count(), 0);
}

#[test]
fn a_small_plot_should_be_entered_under_few_cells() {
	// 5 m by 4 m, in the middle of a cell and over the corner of four.
	assert_eq!(
		polygon(&[(9_000, 9_000), (14_000, 9_000), (14_000, 13_000), (9_000, 13_000)])
			.cells(METRIC)
			.len(),
		1
	);
	let over = polygon(&[(-2_000, -2_000), (3_000, -2_000), (3_000, 2_000), (-2_000, 2_000)]);
	assert_eq!(over.cells(METRIC).len(), 4);
	assert!(over.cells(METRIC).iter().all(|cell| cell.level == 0));
}

#[test]
fn a_forest_should_be_found_from_a_plot_in_it_and_the_plot_from_the_forest() {
	// 40 km², with a clearing around a plot of 20 m².
	let side = 6_325_000;
	let plot = polygon(&[(3_000_000, 3_000_000), (3_005_000, 3_000_000), (3_000_000, 3_008_000)]);
	let forest = polygon(&square(0, 0, side));
	let mut of_forest = Index::new(METRIC);
	of_forest.enter(&forest);
	of_forest.check(&plot);
	let mut of_plot = Index::new(METRIC);
	of_plot.enter(&plot);
	of_plot.check(&forest);
	assert!(matches!(of_plot.search(&forest).walk, Walk::HasParcelInside(_)));
	let clearing: &[(i64, i64)] =
		&[(3_000_000, 3_000_000), (3_005_000, 3_000_000), (3_000_000, 3_008_000)];
	let forest = super::polygon_with_holes(&square(0, 0, side), &[clearing]);
	assert_eq!(of_plot.search(&forest).walk, Walk::Complete);
	of_plot.check(&forest);
}

#[test]
fn a_far_edge_should_not_hide_the_parcel_that_a_plot_is_in() {
	// A field of 500 m with a corner every 10 m, so that its edges are in the smallest cells.
	let along = |place: i64| place * 10_000;
	let field: Vec<(i64, i64)> = (0..50)
		.map(|place| (along(place), 0))
		.chain((0..50).map(|place| (along(50), along(place))))
		.chain((0..50).map(|place| (along(50 - place), along(50))))
		.chain((0..50).map(|place| (0, along(50 - place))))
		.collect();
	// Beyond it the long edges of an estate, which are met first on the way down from the root.
	let estate = polygon(&square(600_000, -2_000_000, 5_000_000));
	let mut index = Index::new(METRIC);
	index.enter(&estate);
	let field = index.enter_and_name(&polygon(&field));
	let plot = polygon(&square(250_000, 250_000, 4_000));
	index.check(&plot);
	assert!(index.search(&plot).candidates.contains(&field));
}

#[test]
fn a_search_should_stop_when_its_bound_is_passed() {
	let mut index = Index::new(METRIC);
	index.enter(&polygon(&square(0, 0, 10_000)));
	let neighbour = polygon(&square(10_000, 0, 10_000));
	let walk = |bound: u32| {
		let mut tests = EdgeTests::bounded_by(bound);
		let walk = walk_along_edges::<BoundPassed>(METRIC, &neighbour, &mut tests, |cell| {
			Ok(index.children(cell))
		});
		(walk, tests.done())
	};
	let (complete, needed) = walk(u32::MAX);
	assert_eq!(complete, Ok(Walk::Complete));
	assert_eq!(walk(needed).0, Ok(Walk::Complete));
	assert_eq!(walk(needed - 1).0, Err(BoundPassed));
	let ray = |bound: u32| {
		let from = neighbour.first_vertex();
		walk_along_ray::<BoundPassed>(METRIC, from, &mut EdgeTests::bounded_by(bound), |cell| {
			Ok(Sighting { children: index.children(cell), stopped_at: None })
		})
	};
	assert_eq!(ray(100), Ok(()));
	assert_eq!(ray(11), Err(BoundPassed));
}

#[test]
fn an_error_of_the_look_up_should_end_a_walk() {
	#[derive(Debug, PartialEq)]
	enum Refusal {
		Bound,
		TooManyCandidates,
	}
	impl From<BoundPassed> for Refusal {
		fn from(_: BoundPassed) -> Self {
			Self::Bound
		}
	}
	let plot = polygon(&square(0, 0, 10));
	let mut tests = EdgeTests::unbounded();
	let walk = walk_along_edges(METRIC, &plot, &mut tests, |_| Err(Refusal::TooManyCandidates));
	assert_eq!(walk, Err(Refusal::TooManyCandidates));
	let walk = walk_along_ray(METRIC, Point::new(0, 0), &mut EdgeTests::bounded_by(0), |_| {
		Err(Refusal::TooManyCandidates)
	});
	assert_eq!(walk, Err(Refusal::Bound));
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_500))]

	#[test]
	fn one_of_two_polygons_that_share_ground_should_be_found_from_the_other(
		system in system(),
		first in polygon_with_holes(6),
		second in polygon_with_holes(6),
		small in simple_polygon(6),
		// From a fraction of the smallest cell to hundreds of them.
		scale in 1u32..22,
		smaller in 1u32..16,
		right in -1_000_000i64..1_000_000,
		up in -1_000_000i64..1_000_000,
	) {
		let scale = 1i64 << scale;
		let first = placed(&first, scale, right, up);
		let second = placed(&second, scale, right, up);
		let small = placed(&small, (scale >> smaller).max(1), right + 7 * scale, up + 7 * scale);
		for (entered, other) in
			[(&first, &second), (&second, &first), (&first, &small), (&small, &first)]
		{
			let mut index = Index::new(system);
			index.enter(entered);
			index.check(other);
		}
	}

	#[test]
	fn parcels_of_an_estate_should_be_found_from_whatever_shares_ground_with_them(
		system in system(),
		parcels in estate(),
		other in polygon_with_holes(6),
		small in vec((simple_polygon(6), 0i64..40, 0i64..40), 1..6),
		scale in 4u32..22,
	) {
		let scale = 1i64 << scale;
		let mut index = Index::new(system);
		for parcel in &parcels {
			index.enter(&placed(parcel, scale, 0, 0));
		}
		index.check(&placed(&other, scale, -scale, -scale));
		for (polygon, right, up) in small {
			let size = (scale / 8).max(1);
			index.check(&placed(&polygon, size, right * size * 3, up * size * 3));
		}
	}

	#[test]
	fn parcels_of_an_estate_should_be_found_from_a_box_with_ground_of_them(
		system in system(),
		parcels in estate(),
		scale in 4u32..22,
		corner in (-40i64..40, -40i64..40),
		size in (1i64..30, 1i64..30),
		smaller in 1i64..8,
	) {
		let scale = 1i64 << scale;
		let mut index = Index::new(system);
		for parcel in &parcels {
			index.enter(&placed(parcel, scale, 0, 0));
		}
		let step = scale / smaller;
		let min = Point::new(corner.0 * step, corner.1 * step);
		let max = Point::new(min.x + size.0 * step, min.y + size.1 * step);
		let within =
			polygon(&[(min.x, min.y), (max.x, min.y), (max.x, max.y), (min.x, max.y)]);
		let found = index.search_box(&BoundingBox { min, max });
		prop_assert!(index.sharing(&within).is_subset(&found));
	}
}
