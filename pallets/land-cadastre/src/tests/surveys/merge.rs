//! Mergers.

use super::*;

fn merger(parcels: &[ParcelNumber], outline: Outline, area: u64) -> SurveyChange {
	let parcels: Vec<_> = parcels.iter().copied().map(now).collect();
	SurveyChange::Merge { parcels: parcels.try_into().unwrap(), merged: new_parcel(outline, area) }
}

/// Two fields side by side.
fn two() -> [ParcelNumber; 2] {
	[ground(rectangle(100, 100, 10, 10), 100), ground(rectangle(110, 100, 10, 10), 100)]
}

#[test]
fn parcel_should_take_the_place_of_others_when_they_cover_it() {
	build_and_execute(|| {
		let parents = two();
		survey(merger(&parents, field(), 200));
		let merged = last_parcel();
		assert_eq!(read(merged).parents.into_inner(), parents);
		assert_eq!(state(merged), ParcelState::Live);
		for parent in parents {
			assert_eq!(state(parent), ParcelState::Historic);
			assert_eq!(read(parent).ending.unwrap().children.into_inner(), [merged]);
			assert!(matches!(
				LandCadastre::parcel_history(parent, 2, 1).remove(0).body,
				ParcelChange::Merged { into, .. } if into == merged
			));
		}
		assert_eq!(told(), [(parents.to_vec(), vec![merged])]);
		// And back.
		survey(halving(merged));
		assert_eq!(state(merged), ParcelState::Historic);
	});
}

#[test]
fn merger_should_be_refused_when_its_parcels_do_not_cover_it() {
	build_and_execute(|| {
		let parents = two();
		let with = |parcels: &[ParcelNumber], outline, area| {
			survey_proposed(merger(parcels, outline, area))
		};
		assert_noop!(with(&parents[..1], field(), 200), Error::<Test>::TooFewParcels);
		assert_noop!(with(&[], field(), 200), Error::<Test>::TooFewParcels);
		// The corners of the parents are kept: neighbours have them too.
		assert_noop!(with(&parents, rectangle(100, 100, 20, 10), 200), Error::<Test>::NotCovered);
		assert_noop!(with(&parents, rectangle(100, 100, 20, 11), 220), Error::<Test>::NotCovered);
		assert_noop!(with(&[parents[0], parents[0]], field(), 200), Error::<Test>::ParcelTwice);
		// Not side by side: the ground between is nobody's to give.
		let apart = ground(rectangle(150, 100, 10, 10), 100);
		assert_noop!(with(&[parents[0], apart], field(), 200), Error::<Test>::NotCovered);
	});
}

#[test]
fn merger_should_be_refused_when_levels_or_districts_differ() {
	build_and_execute(|| {
		let first = ground(rectangle(100, 100, 10, 10), 100);
		let other = |level, district| {
			let parcel = ParcelRecord {
				reference: fresh_reference(),
				level: Level(level),
				..parcel("X", rectangle(110, 100, 10, 10), 100)
			};
			let registration = Box::new(Registration { district, parcel });
			let prepare = act(FIRST_REGISTRATION, 0);
			let call =
				LandCadastre::propose_registration(signed(SURVEYOR), prepare, registration, PLENTY);
			assert_ok!(plain(call));
			assert_ok!(decide(DECIDER, LastProposal::<Test>::get(), Verdict::Approve));
			last_parcel()
		};
		let above = other(1, District::NATIONAL);
		assert_noop!(
			survey_proposed(merger(&[first, above], field(), 200)),
			Error::<Test>::LevelsDiffer
		);
		let elsewhere = other(0, District(3));
		assert_noop!(
			survey_proposed(merger(&[first, elsewhere], field(), 200)),
			Error::<Test>::DistrictsDiffer
		);
	});
}

#[test]
fn merger_should_be_undone_when_the_land_register_refuses_it() {
	build_and_execute(|| {
		let parents = two();
		let change = merger(&parents, field(), 200);
		let id = survey_proposed(change.clone()).unwrap();
		give_title(parents[1]);
		assert_noop!(survey_decided(id), DispatchError::Other("no consent"));
		consent(parents[1], change.matter(id));
		// The owners are not the same: the double says so after parcels are written.
		assert_noop!(survey_decided(id), DispatchError::Other("other owners"));
		consent(parents[0], change.matter(id));
		assert_ok!(survey_decided(id));
	});
}
