//! View functions.

use super::*;
use polity_geometry::BoundingBox;

fn bounds(x: i64, y: i64, width: i64, height: i64) -> BoundingBox {
	BoundingBox {
		min: Point::new(x * METRE, y * METRE),
		max: Point::new((x + width) * METRE, (y + height) * METRE),
	}
}

#[test]
fn parcels_in_a_box_should_be_found_in_pages() {
	build_and_execute(|| {
		let numbers: Vec<_> =
			(0..10).map(|at| register(square(&format!("P{at}"), at * 20, 0))).collect();
		let find = |bounds, after, limit| -> Vec<ParcelNumber> {
			let found = LandCadastre::parcels_in(bounds, Level(0), after, limit).unwrap();
			found.iter().map(|parcel| parcel.number).collect()
		};
		assert_eq!(find(bounds(0, 0, 1_000, 1_000), None, 64), numbers);
		assert_eq!(find(bounds(25, 2, 40, 2), None, 64), numbers[1..4]);
		// A box that is wholly inside one parcel, and one that is in none.
		assert_eq!(find(bounds(22, 2, 3, 3), None, 64), numbers[1..2]);
		assert_eq!(find(bounds(32, 2, 5, 5), None, 64), []);
		assert_eq!(find(bounds(0, 0, 1_000, 1_000), Some(numbers[3]), 2), numbers[4..6]);
		assert_eq!(LandCadastre::parcels_in(bounds(0, 0, 9, 9), Level(1), None, 64), Ok(vec![]));
	});
}

#[test]
fn history_should_hold_the_whole_record() {
	build_and_execute(|| {
		let number = register(square("A", 10, 10));
		let history = LandCadastre::parcel_history(number, 1, 64);
		let [entry] = history.as_slice() else { panic!("there is more than one entry") };
		let ParcelChange::Registered { parcel, preparation } = &entry.body else {
			panic!("it was not registered")
		};
		assert_eq!(Some(parcel.clone()), Parcels::<Test>::get(number));
		assert_eq!(Some(preparation.mandate), mandate_of(SURVEYOR));
		assert_eq!(entry.mandate, mandate_of(DECIDER));
		let found = LandCadastre::parcel(number).unwrap();
		assert!(polity_primitives::record::chain_holds(&found.head, history.iter()));
	});
}

#[test]
fn geometry_should_be_canonical_and_its_id_the_hash() {
	build_and_execute(|| {
		let mut outline = rectangle(10, 10, 10, 10);
		outline.outer.reverse();
		let number = register(parcel("A", outline, 100));
		let polygon = LandCadastre::geometry(number).unwrap();
		assert_eq!(polygon.outer(), rectangle(10, 10, 10, 10).outer);
		let id = sp_io::hashing::blake2_256(&polygon.canonical_bytes(law().system));
		assert_eq!(LandCadastre::parcel(number).unwrap().record.geometry.0, id);
	});
}

#[test]
fn survey_should_say_why_an_outline_is_none() {
	build_and_execute(|| {
		let line = Outline { outer: ring(&[(1, 1), (2, 2), (3, 3)]), holes: vec![] };
		assert_eq!(
			LandCadastre::survey(line, Level(0)),
			Err(SurveyError::Geometry(polity_geometry::GeometryError::ZeroArea))
		);
		let outside = LandCadastre::survey(rectangle(-50, 0, 10, 10), Level(0)).unwrap();
		assert!(!outside.is_in_territory);
	});
}

#[test]
fn work_list_should_be_paged() {
	build_and_execute(|| {
		let ids: Vec<u64> =
			(0..3).map(|at| propose(square(&format!("A{at}"), at * 20, 0)).unwrap().0).collect();
		let list = |after, limit| {
			LandCadastre::work_list(District::NATIONAL, WorkState::ProposalOpen, after, limit)
		};
		assert_eq!(list(None, 2), ids[..2]);
		assert_eq!(list(Some(ids[1]), 2), ids[2..]);
	});
}
