//! Corrections of boundaries.

use super::*;

fn correction(parcels: Vec<(ParcelNumber, Outline, u64)>) -> SurveyChange {
	let parcels: Vec<_> = parcels
		.into_iter()
		.map(|(number, outline, registered_area)| CorrectedParcel {
			parcel: now(number),
			outline,
			registered_area,
		})
		.collect();
	SurveyChange::Correct { parcels: parcels.try_into().unwrap() }
}

fn two() -> [ParcelNumber; 2] {
	[ground(rectangle(100, 100, 10, 10), 100), ground(rectangle(110, 100, 10, 10), 100)]
}

/// The boundary between the two moved by two metres.
fn moved([left, right]: [ParcelNumber; 2]) -> SurveyChange {
	correction(vec![
		(left, rectangle(100, 100, 12, 10), 120),
		(right, rectangle(112, 100, 8, 10), 80),
	])
}

#[test]
fn boundary_should_move_when_both_parcels_are_corrected_together() {
	build_and_execute(|| {
		let [left, right] = two();
		let (before, old) = (read(left).boundary(), LandCadastre::geometry(left));
		// One takes ground of the other: not alone.
		assert_noop!(
			survey_proposed(correction(vec![(left, rectangle(100, 100, 12, 10), 120)])),
			Error::<Test>::SharesGround
		);
		survey(moved([left, right]));
		let after = read(left).boundary();
		assert_eq!((after.registered_area, after.computed_area), (120, 120));
		assert!(events().iter().any(|event| matches!(
			event,
			Event::ParcelCorrected { parcel, before: was, after: is, settled: None, .. }
				if *parcel == left && *was == before && *is == after
		)));
		assert_eq!((version(left), version(right)), (2, 2));
		assert_eq!(LandCadastre::former_geometry(left, before.geometry), old);
		assert!(told().is_empty());
	});
}

#[test]
fn boundary_should_be_corrected_into_free_ground_and_back() {
	build_and_execute(|| {
		let number = ground(rectangle(100, 100, 10, 10), 100);
		let with = |outline, area| correction(vec![(number, outline, area)]);
		assert_noop!(
			survey_proposed(with(rectangle(100, 100, 10, 10), 100)),
			Error::<Test>::NothingChanges
		);
		assert_noop!(survey_proposed(correction(vec![])), Error::<Test>::TooFewParcels);
		assert_noop!(
			survey_proposed(with(rectangle(100, 100, 10, 10), 150)),
			Error::<Test>::AreaDisagrees
		);
		assert_noop!(
			survey_proposed(with(rectangle(-5, 100, 10, 10), 100)),
			Error::<Test>::OutsideTerritory
		);
		survey(with(rectangle(100, 100, 12, 10), 120));
		survey(with(rectangle(100, 100, 10, 10), 100));
		// Only the registered area is wrong.
		survey(with(rectangle(100, 100, 10, 10), 101));
		assert_eq!(version(number), 4);
		ground(rectangle(110, 100, 10, 10), 100);
	});
}

#[test]
fn correction_should_need_the_consent_of_all_whose_ground_changes() {
	build_and_execute(|| {
		let both = two();
		both.into_iter().for_each(give_title);
		let change = moved(both);
		let id = survey_proposed(change.clone()).unwrap();
		consent(both[0], change.matter(id));
		assert_noop!(survey_decided(id), DispatchError::Other("no consent"));
		assert_eq!(asked_for(), Some((GroundChange::Redrawn, officers())));
		consent(both[1], change.matter(id));
		assert_ok!(survey_decided(id));
	});
}

#[test]
fn correction_of_an_area_should_concern_the_owners_alone() {
	build_and_execute(|| {
		let number = ground(rectangle(100, 100, 10, 10), 100);
		give_title(number);
		let change = correction(vec![(number, rectangle(100, 100, 10, 10), 101)]);
		let id = survey_proposed(change).unwrap();
		assert_noop!(survey_decided(id), DispatchError::Other("no consent"));
		assert_eq!(asked_for(), Some((GroundChange::Kept, officers())));
	});
}

#[test]
fn disputed_parcel_should_get_ground_when_its_boundary_is_corrected() {
	build_and_execute(|| {
		let live = ground(rectangle(100, 100, 10, 10), 100);
		let source = Source::of(vec![
			parcel("A", rectangle(109, 100, 11, 10), 110),
			parcel("B", rectangle(200, 100, 10, 10), 7),
		]);
		let id = source.open();
		assert_ok!(source.import(id, 0..2));
		assert_ok!(seal(DECIDER, id));
		let number = |text| crate::ByReference::<Test>::get(reference(text)).unwrap();
		let (overlapping, wrong_area) = (number("A"), number("B"));
		let children = vec![(rectangle(109, 100, 1, 10), 10), (rectangle(110, 100, 10, 10), 100)];
		assert_noop!(
			survey_proposed(division(overlapping, None, children, vec![])),
			Error::<Test>::ParcelDisputed
		);
		assert_noop!(
			survey_proposed(correction(vec![(overlapping, rectangle(109, 100, 11, 10), 110)])),
			Error::<Test>::SharesGround
		);
		let dispute = read(overlapping).dispute;
		survey(correction(vec![(overlapping, rectangle(110, 100, 10, 10), 100)]));
		assert_eq!(state(overlapping), ParcelState::Live);
		assert!(events().iter().any(|event| matches!(
			event,
			Event::ParcelCorrected { parcel, settled, .. }
				if *parcel == overlapping && *settled == dispute && dispute.is_some()
		)));
		// An area that an import has left wrong is put right.
		assert!(!read(wrong_area).area_agrees);
		survey(correction(vec![(wrong_area, rectangle(200, 100, 10, 10), 100)]));
		assert!(read(wrong_area).area_agrees);
		assert_eq!(state(live), ParcelState::Live);
	});
}

#[test]
fn disputed_parcel_should_keep_its_boundary_when_the_other_gives_way() {
	build_and_execute(|| {
		let live = ground(rectangle(100, 100, 10, 10), 100);
		let source = Source::of(vec![parcel("A", rectangle(109, 100, 11, 10), 110)]);
		let id = source.open();
		assert_ok!(source.import(id, [0]));
		assert_ok!(seal(DECIDER, id));
		let disputed = crate::ByReference::<Test>::get(reference("A")).unwrap();
		survey(correction(vec![
			(live, rectangle(100, 100, 9, 10), 90),
			(disputed, rectangle(109, 100, 11, 10), 110),
		]));
		assert_eq!((state(live), state(disputed)), (ParcelState::Live, ParcelState::Live));
	});
}

#[test]
fn records_should_tell_how_owners_have_agreed() {
	build_and_execute(|| {
		let number = ground(rectangle(100, 100, 10, 10), 100);
		give_title(number);
		for (agreed, area) in
			[(Agreed::ByDeed, 101), (Agreed::ByCourtOrder, 99), (Agreed::OnChain, 100)]
		{
			agree(agreed);
			let change = correction(vec![(number, rectangle(100, 100, 10, 10), area)]);
			let id = survey_proposed(change.clone()).unwrap();
			consent(number, change.matter(id));
			assert_ok!(survey_decided(id));
			assert!(events().iter().any(|event| matches!(
				event,
				Event::ParcelCorrected { proposal, agreed: told, .. }
					if *proposal == id && *told == agreed
			)));
			assert!(matches!(
				LandCadastre::parcel_history(number, version(number), 1).remove(0).body,
				ParcelChange::Corrected { agreed: told, .. } if told == agreed
			));
		}
	});
}

#[test]
fn end_of_a_parcel_should_tell_how_owners_have_agreed() {
	build_and_execute(|| {
		let parent = ground(field(), 200);
		give_title(parent);
		agree(Agreed::ByDeed);
		let change = halving(parent);
		let id = survey_proposed(change.clone()).unwrap();
		consent(parent, change.matter(id));
		// The double of the land register looks that it is told the same.
		assert_ok!(survey_decided(id));
		assert!(events()
			.iter()
			.any(|event| matches!(event, Event::ParcelEnded { agreed: Agreed::ByDeed, .. })));
		assert!(matches!(
			LandCadastre::parcel_history(parent, 2, 1).remove(0).body,
			ParcelChange::Subdivided { agreed: Agreed::ByDeed, .. }
		));
	});
}
