//! Subdivisions, with the corners that they set.

use super::*;
use proptest::prelude::*;

#[test]
fn children_should_take_the_place_of_their_parent_when_they_cover_it() {
	build_and_execute(|| {
		let parent = ground(field(), 200);
		survey(halving(parent));
		let record = read(parent);
		assert_eq!(state(parent), ParcelState::Historic);
		let ending = record.ending.unwrap();
		let children = ending.children.into_inner();
		assert_eq!(children.len(), 2);
		for child in &children {
			let record = read(*child);
			assert_eq!(state(*child), ParcelState::Live);
			assert_eq!(record.parents.into_inner(), [parent]);
			assert_eq!((record.registered_area, record.computed_area), (100, 100));
			assert_eq!(LandCadastre::parcel_by_reference(record.reference).unwrap().head.seq, 1);
		}
		assert_eq!(told(), [(vec![parent], children.clone())]);
		let has_ended = |event: &Event<Test>| {
			matches!(event, Event::ParcelEnded { parcel, children: named, version: 2, .. }
				if *parcel == parent && **named == children)
		};
		assert!(events().iter().any(has_ended));
		assert!(matches!(
			LandCadastre::parcel_history(parent, 2, 1).remove(0).body,
			ParcelChange::Subdivided { children: named, .. } if *named == children
		));
		// Its boundary stays to be read, and nothing is done with it any more.
		assert!(LandCadastre::geometry(parent).is_some());
		assert_noop!(survey_proposed(halving(parent)), Error::<Test>::ParcelHistoric);
	});
}

#[test]
fn children_should_be_refused_when_they_do_not_cover_their_parent_exactly() {
	build_and_execute(|| {
		let parent = ground(field(), 200);
		let with = |children| survey_proposed(division(parent, None, children, vec![]));
		let left = || (rectangle(100, 100, 10, 10), 100);
		assert_noop!(with(vec![left()]), Error::<Test>::TooFewParcels);
		let short = exact(&[
			(110_000, 100_000),
			(120_000, 100_000),
			(120_000, 109_999),
			(110_000, 110_000),
		]);
		assert_noop!(with(vec![left(), (short, 100)]), Error::<Test>::NotCovered);
		// As large as it, and beyond it.
		assert_noop!(
			with(vec![left(), (rectangle(120, 100, 10, 10), 100)]),
			Error::<Test>::NotCovered
		);
		// A corner on an edge of the parent that has none there.
		let other = exact(&[
			(110_000, 100_000),
			(120_000, 100_000),
			(120_000, 104_000),
			(120_000, 110_000),
			(110_000, 110_000),
		]);
		assert_noop!(with(vec![left(), (other, 100)]), Error::<Test>::NotCovered);
		assert_noop!(
			with(vec![left(), (rectangle(110, 100, 10, 10), 109)]),
			Error::<Test>::AreaDisagrees
		);
		let crossed = outline(&[(110, 100), (120, 110), (120, 100), (110, 110)]);
		assert_noop!(with(vec![left(), (crossed, 100)]), Error::<Test>::SelfCrossing);
	});
}

#[test]
fn children_should_be_refused_when_they_share_ground_with_each_other() {
	build_and_execute(|| {
		// Corners on every side, so that each child alone has none of its own there.
		let parent = ground(
			outline(&[
				(100, 100),
				(110, 100),
				(120, 100),
				(120, 110),
				(120, 120),
				(110, 120),
				(100, 120),
				(100, 110),
			]),
			400,
		);
		let quarter = |x: i64, y: i64| (rectangle(x, y, 10, 10), 100);
		// Within the parent and as large as it together, and on the same ground.
		let children =
			vec![quarter(100, 100), quarter(110, 100), quarter(100, 110), quarter(105, 105)];
		assert_noop!(
			survey_proposed(division(parent, None, children, vec![])),
			Error::<Test>::SharesGround
		);
	});
}

#[test]
fn child_should_be_refused_when_its_reference_is_given() {
	build_and_execute(|| {
		let parent = ground(field(), 200);
		let mut change = halving(parent);
		let SurveyChange::Subdivide { children, .. } = &mut change else { panic!() };
		children[1].reference = children[0].reference.clone();
		assert_noop!(survey_proposed(change.clone()), Error::<Test>::ReferenceTaken);
		// Nor does it get the one that its parent had.
		let SurveyChange::Subdivide { children, .. } = &mut change else { panic!() };
		children[1].reference = read(parent).reference;
		assert_noop!(survey_proposed(change), Error::<Test>::ReferenceTaken);
	});
}

/// A field, one above it and one beside it, none with a corner in the middle of an edge.
fn three() -> [ParcelNumber; 3] {
	[
		ground(rectangle(100, 100, 20, 10), 200),
		ground(rectangle(100, 110, 20, 10), 200),
		ground(rectangle(120, 100, 10, 10), 100),
	]
}

#[test]
fn corner_should_go_into_every_neighbour_when_a_division_sets_it() {
	build_and_execute(|| {
		let [parent, above, beside] = three();
		// One of the corners is a unit off its edge: in the neighbour's ground.
		let whole = [
			(100_000, 100_000),
			(110_000, 100_000),
			(120_000, 100_000),
			(120_000, 110_000),
			(110_000, 110_001),
			(100_000, 110_000),
		];
		let left = exact(&[whole[0], whole[1], whole[4], whole[5]]);
		let right = exact(&[whole[1], whole[2], whole[3], whole[4]]);
		let children = || vec![(left.clone(), 100), (right.clone(), 100)];
		let neighbour = |corner: (i64, i64)| {
			let rest = [(120_000, 110_000), (120_000, 120_000), (100_000, 120_000)];
			exact(&[&[(100_000, 110_000), corner], rest.as_slice()].concat())
		};
		let with = |neighbours| {
			survey_proposed(division(parent, Some(exact(&whole)), children(), neighbours))
		};

		// The plain parent is not what they cover.
		assert_noop!(
			survey_proposed(division(parent, None, children(), vec![])),
			Error::<Test>::NotCovered
		);
		assert_noop!(with(vec![]), Error::<Test>::NeighbourNotNoded);
		// Another corner than the one that is set, one that is not on the edge, and none at all.
		for corner in [(109_000, 110_000), (110_000, 110_000), (110_000, 110_003)] {
			assert_noop!(with(vec![(above, neighbour(corner))]), Error::<Test>::NotNodedOnly);
		}
		let plain = rectangle(100, 110, 20, 10);
		assert_noop!(with(vec![(above, plain)]), Error::<Test>::NotNodedOnly);
		// Who shares no such edge gets nothing.
		assert_noop!(
			with(vec![
				(above, neighbour((110_000, 110_001))),
				(beside, rectangle(120, 100, 10, 10))
			]),
			Error::<Test>::NotNodedOnly
		);
		// The neighbour's owner need not consent.
		give_title(above);
		let before = read(above).boundary();
		let id = with(vec![(above, neighbour((110_000, 110_001)))]).unwrap();
		assert_ok!(survey_decided(id));
		let after = read(above).boundary();
		assert_eq!(after.registered_area, before.registered_area);
		assert_ne!(after.geometry, before.geometry);
		assert_eq!(state(above), ParcelState::Live);
		assert!(matches!(
			LandCadastre::parcel_history(above, 2, 1).remove(0).body,
			ParcelChange::Noded { before: was, after: is, .. } if was == before && is == after
		));
		assert!(events().iter().any(|event| matches!(
			event,
			Event::ParcelNoded { parcel, before: was, after: is, version: 2, .. }
				if *parcel == above && *was == before && *is == after
		)));
		// Both boundaries can be read.
		let former = LandCadastre::former_geometry(above, before.geometry).unwrap();
		let present = LandCadastre::geometry(above).unwrap();
		// 10 m² less, in square millimetres: twice the area of a triangle of 20 m by 1 mm.
		assert_eq!(former.twice_area() - present.twice_area(), 20_000);
		assert_eq!(version(beside), 1);
	});
}

#[test]
fn corner_should_go_into_the_neighbour_also_when_it_is_on_the_edge() {
	build_and_execute(|| {
		let [parent, above, _] = three();
		// Halves of which one corner is on an edge of the parent that has none there.
		assert_noop!(survey_proposed(halving(parent)), Error::<Test>::NotCovered);
		let with =
			|neighbours| survey_proposed(division(parent, Some(field()), halves(), neighbours));
		assert_noop!(with(vec![]), Error::<Test>::NeighbourNotNoded);
		let noded = outline(&[(100, 110), (110, 110), (120, 110), (120, 120), (100, 120)]);
		let id = with(vec![(above, noded)]).unwrap();
		assert_ok!(survey_decided(id));
		assert_eq!(version(above), 2);
	});
}

#[test]
fn neighbour_should_get_all_corners_on_its_edge_when_it_gets_one() {
	build_and_execute(|| {
		let parent = ground(rectangle(100, 100, 30, 10), 300);
		let above = ground(rectangle(100, 110, 30, 10), 300);
		let noded = outline(&[
			(100, 100),
			(110, 100),
			(120, 100),
			(130, 100),
			(130, 110),
			(120, 110),
			(110, 110),
			(100, 110),
		]);
		let thirds: Vec<_> =
			[100, 110, 120].map(|x| (rectangle(x, 100, 10, 10), 100)).into_iter().collect();
		let with = |neighbour| {
			let neighbours = vec![(above, neighbour)];
			survey_proposed(division(parent, Some(noded.clone()), thirds.clone(), neighbours))
		};
		let one = outline(&[(100, 110), (110, 110), (130, 110), (130, 120), (100, 120)]);
		assert_noop!(with(one), Error::<Test>::NeighbourNotNoded);
		let both =
			outline(&[(100, 110), (110, 110), (120, 110), (130, 110), (130, 120), (100, 120)]);
		let id = with(both).unwrap();
		assert_ok!(survey_decided(id));
	});
}

#[test]
fn parent_should_be_noded_only_when_its_outline_is_given_anew() {
	build_and_execute(|| {
		let parent = ground(rectangle(100, 100, 20, 10), 200);
		// As large as before, and moved.
		let moved =
			outline(&[(100, 101), (110, 101), (120, 101), (120, 111), (110, 111), (100, 111)]);
		let children = vec![(rectangle(100, 101, 10, 10), 100), (rectangle(110, 101, 10, 10), 100)];
		assert_noop!(
			survey_proposed(division(parent, Some(moved), children, vec![])),
			Error::<Test>::NotNodedOnly
		);
	});
}

#[test]
fn subdivision_should_need_the_consent_of_whoever_has_a_right() {
	build_and_execute(|| {
		let parent = ground(field(), 200);
		give_title(parent);
		let change = halving(parent);
		let id = survey_proposed(change.clone()).unwrap();
		assert_eq!(asked_for(), None);
		assert_noop!(survey_decided(id), DispatchError::Other("no consent"));
		assert_eq!(asked_for(), Some((GroundChange::Kept, officers())));
		// To another proposal of the same: not to this one.
		consent(parent, change.matter(ProposalId(id.0 + 1)));
		assert_noop!(survey_decided(id), DispatchError::Other("no consent"));
		consent(parent, change.matter(id));
		assert_ok!(survey_decided(id));
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(24))]

	/// A field between two others is cut from any point of one edge to any of the other, each moved to
	/// the lattice by at most a unit: nothing overlaps, nothing is left, the areas are kept.
	#[test]
	fn any_cut_should_keep_all_ground_when_neighbours_are_noded(
		slope in -300i64..300,
		low in 1_000i64..19_000,
		high in 1_000i64..19_000,
	) {
		build_and_execute(|| {
			// The edges lean, so that few of their points are on the lattice.
			let near = |from: i64, x: i64| {
				(x, 50_000 + from + (x * slope + 10_000).div_euclid(20_000))
			};
			let corners = |from: i64| (near(from, 0), near(from, 20_000));
			let quad = |from: i64, to: i64| {
				let ((lower_left, lower_right), (upper_left, upper_right)) =
					(corners(from), corners(to));
				exact(&[lower_left, lower_right, upper_right, upper_left])
			};
			let below = ground(quad(-10_000, 0), 200);
			let middle = ground(quad(0, 10_000), 200);
			let above = ground(quad(10_000, 20_000), 200);
			let (foot, head) = (near(0, low), near(10_000, high));
			let ((lower_left, lower_right), (upper_left, upper_right)) =
				(corners(0), corners(10_000));
			let noded =
				exact(&[lower_left, foot, lower_right, upper_right, head, upper_left]);
			let left = exact(&[lower_left, foot, head, upper_left]);
			let right = exact(&[foot, lower_right, upper_right, head]);
			let (bottom, top) = (corners(-10_000), corners(20_000));
			let below_noded = exact(&[bottom.0, bottom.1, lower_right, foot, lower_left]);
			let above_noded = exact(&[upper_left, head, upper_right, top.1, top.0]);
			let area = |outline: &Outline| {
				polity_geometry::Polygon::new(law().system, outline.clone()).unwrap().twice_area()
			};
			let stated = |outline: &Outline| (area(outline) / 2_000_000) as u64;
			let parts = [&left, &right, &below_noded, &above_noded];
			assert_eq!(parts.map(area).into_iter().sum::<u128>(), area(&quad(-10_000, 20_000)));
			let children = vec![(left.clone(), stated(&left)), (right.clone(), stated(&right))];
			let neighbours = vec![(below, below_noded), (above, above_noded)];
			survey(division(middle, Some(noded), children, neighbours));
			assert_eq!(state(middle), ParcelState::Historic);
		});
	}
}
