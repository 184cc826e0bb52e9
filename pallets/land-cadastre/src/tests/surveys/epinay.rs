//! Real parcels that are divided and merged at random points.

use super::{super::epinay, *};
use polity_geometry::{Node, Polygon};
use proptest::{
	prelude::Rng,
	test_runner::{RngAlgorithm, TestRng},
};

/// How many parcels are tried.
const TRIES: usize = 150;

/// A number below another.
fn below(random: &mut TestRng, most: usize) -> usize {
	(random.next_u64() % most as u64) as usize
}

/// The point of the lattice that is nearest to a random one of an edge.
fn near_edge(random: &mut TestRng, start: Point, end: Point) -> Point {
	let share = 1 + below(random, 998) as i64;
	let between = |from: i64, to: i64| from + ((to - from) * share + 500).div_euclid(1_000);
	Point::new(between(start.x, end.x), between(start.y, end.y))
}

/// A ring with a corner put in after a place.
fn with_corner(ring: &[Point], after: usize, corner: Point) -> Vec<Point> {
	let mut ring = ring.to_vec();
	if ring[after] != corner && ring[(after + 1) % ring.len()] != corner {
		ring.insert(after + 1, corner);
	}
	ring
}

/// A boundary without holes cut in two between random points of two of its edges: the boundary with
/// the corners in it, and the parts; none if the cut would leave it.
fn cut(random: &mut TestRng, polygon: &Polygon) -> Option<(Outline, [Outline; 2])> {
	let ring = polygon.outer();
	let (first, second) = (below(random, ring.len()), below(random, ring.len()));
	let (first, second) = (first.min(second), first.max(second));
	let end_of = |place: usize| ring[(place + 1) % ring.len()];
	let (foot, head) = (
		near_edge(random, ring[first], end_of(first)),
		near_edge(random, ring[second], end_of(second)),
	);
	let noded = with_corner(&with_corner(ring, second, head), first, foot);
	let place = |corner: Point| noded.iter().position(|own| *own == corner);
	let (from, to) = (place(foot)?, place(head)?);
	let (from, to) = (from.min(to), from.max(to));
	let inner = noded[from..=to].to_vec();
	let rest = [&noded[..=from], &noded[to..]].concat();
	let whole = Outline { outer: noded, holes: vec![] };
	let parts = [inner, rest].map(|outer| Outline { outer, holes: vec![] });
	let system = epinay::law_of_france().system;
	let checked = |outline: &Outline| Polygon::new(system, outline.clone()).ok();
	let (left, right) = (checked(&parts[0])?, checked(&parts[1])?);
	let whole_polygon = checked(&whole)?;
	polygon.nodes_put_in(&whole_polygon)?;
	whole_polygon
		.is_covered_by(&[&left, &right], &mut polity_geometry::EdgeTests::unbounded())
		.unwrap()
		.then_some((whole, parts))
}

/// A neighbour's boundary with the corner in it.
fn noded(polygon: &Polygon, node: &Node) -> Outline {
	let mut outline = polygon.clone().into_outline();
	let edge = Polygon::clone(polygon);
	let rings = core::iter::once(&mut outline.outer).chain(outline.holes.iter_mut());
	for ring in rings {
		for place in 0..ring.len() {
			let (start, end) = (ring[place], ring[(place + 1) % ring.len()]);
			let is_on_line = |point: Point| {
				let (x, y) =
					(i128::from(node.end.x - node.start.x), i128::from(node.end.y - node.start.y));
				let off =
					x * i128::from(point.y - node.start.y) - y * i128::from(point.x - node.start.x);
				let along =
					x * i128::from(point.x - node.start.x) + y * i128::from(point.y - node.start.y);
				(off == 0, along)
			};
			let ((start_on, start_along), (end_on, end_along)) =
				(is_on_line(start), is_on_line(end));
			let (_, along) = is_on_line(node.corner);
			let is_its_edge = start_on
				&& end_on && start_along.min(end_along) < along
				&& along < start_along.max(end_along);
			if is_its_edge {
				ring.insert(place + 1, node.corner);
				return outline;
			}
		}
	}
	panic!("{edge:?} has no edge for {node:?}")
}

/// The neighbours that share the edges on which corners are set, with the corners in them.
fn neighbours(parent: &Parcel, nodes: &[Node]) -> Vec<(ParcelNumber, Outline)> {
	let bounds = polity_geometry::BoundingBox {
		min: Point::new(parent.bounds.min.x - 1, parent.bounds.min.y - 1),
		max: Point::new(parent.bounds.max.x + 1, parent.bounds.max.y + 1),
	};
	let mut found = Vec::new();
	let mut after = None;
	loop {
		let page = LandCadastre::parcels_in(bounds, parent.level, after, MAX_PAGE).unwrap();
		let Some(last) = page.last() else { break };
		after = Some(last.number);
		for parcel in page.iter().filter(|parcel| parcel.number != parent.number) {
			let before = LandCadastre::geometry(parcel.number).unwrap();
			let mut polygon = before.clone();
			for node in nodes {
				if polygon.lacks_node(node) {
					let outline = noded(&polygon, node);
					let system = epinay::law_of_france().system;
					let Ok(with_node) = Polygon::new(system, outline) else { continue };
					polygon = with_node;
				}
			}
			if polygon != before {
				found.push((parcel.number, polygon.into_outline()));
			}
		}
	}
	found
}

/// Twice the area of all parcels that have ground.
fn ground_of_all() -> u128 {
	Parcels::<Test>::iter_values()
		.filter(Parcel::has_ground)
		.map(|parcel| LandCadastre::geometry(parcel.number).unwrap().twice_area())
		.sum()
}

#[test]
fn real_parcels_should_be_divided_at_random_points_and_merged_again() {
	let Some(records) = epinay::records() else { return };
	build_with(Some(epinay::law_of_france()), || {
		let source = Source::of(records);
		let id = source.open();
		for first in (0..source.rows()).step_by(40) {
			assert_ok!(source.import(id, first..source.rows().min(first + 40)));
		}
		assert_ok!(seal(DECIDER, id));
		let live: Vec<_> = Parcels::<Test>::iter_values()
			.filter(|parcel| parcel.has_ground() && parcel.area_agrees)
			.map(|parcel| parcel.number)
			.collect();
		let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
		let (mut divided, mut left_out, mut refused) = (0usize, 0usize, Vec::new());
		for _ in 0..TRIES {
			let number = live[below(&mut random, live.len())];
			let parcel = read(number);
			let polygon = LandCadastre::geometry(number).unwrap();
			let drawn = parcel.has_ground() && polygon.holes().is_empty();
			let Some((whole, parts)) = drawn.then(|| cut(&mut random, &polygon)).flatten() else {
				left_out += 1;
				continue;
			};
			let noded = Polygon::new(epinay::law_of_france().system, whole.clone()).unwrap();
			let nodes = polygon.nodes_put_in(&noded).unwrap();
			let beside = neighbours(&parcel, &nodes);
			let shared = nodes.iter().all(|node| {
				beside.iter().any(|(_, outline)| outline.points().any(|point| point == node.corner))
			});
			let before = ground_of_all();
			let children: Vec<_> = parts
				.into_iter()
				.map(|outline| {
					let area =
						LandCadastre::survey(outline.clone(), Level(0)).unwrap().computed_area;
					(outline, area)
				})
				.collect();
			let change =
				division(number, (!nodes.is_empty()).then(|| whole.clone()), children, beside);
			let id = match survey_proposed(change) {
				Ok(id) => id,
				Err(error) => {
					refused.push(error);
					continue;
				},
			};
			assert_ok!(survey_decided(id));
			let after = ground_of_all();
			// What one parcel loses by a corner that is not on its edge, its neighbour gets.
			assert!(after == before || !shared, "{before} became {after}");
			let children = read(number).ending.unwrap().children;
			let area = LandCadastre::survey(whole.clone(), Level(0)).unwrap().computed_area;
			let merged =
				NewParcel { reference: fresh_reference(), outline: whole, registered_area: area };
			let parcels: Vec<_> = children.iter().copied().map(now).collect();
			survey(SurveyChange::Merge { parcels: parcels.try_into().unwrap(), merged });
			let merged = LandCadastre::geometry(last_parcel()).unwrap();
			assert_eq!(merged, noded);
			assert_eq!(ground_of_all(), after);
			divided += 1;
		}
		println!(
			"{divided} divided and merged, {left_out} without such a cut, refused: {refused:?}"
		);
		assert!(divided > TRIES / 4);
		// Where the nearest point of the lattice is in the ground of somebody who does not share the edge,
		// or has no room for the corner, the surveyor chooses another.
		assert!(refused.len() < TRIES / 20);
	});
}
