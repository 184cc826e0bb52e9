//! `open_campaign`, `import_parcels`, `refuse_row`, `seal_campaign`.

use super::*;
use frame_support::BoundedVec;

/// Four rows: ground, the same ground again, a reference for the second time, no boundary.
fn source() -> Source {
	Source::of(vec![
		square("A", 10, 10),
		square("B", 15, 15),
		square("A", 50, 50),
		parcel("D", Outline { outer: ring(&[(1, 1), (2, 2), (3, 3)]), holes: vec![] }, 1),
	])
}

#[test]
fn rows_should_become_parcels_or_say_why_not() {
	build_and_execute(|| {
		let source = source();
		let id = source.open();
		assert_ok!(source.import(id, [0, 1, 2, 3]));
		let first = crate::ByReference::<Test>::get(reference("A")).unwrap();
		let second = crate::ByReference::<Test>::get(reference("B")).unwrap();
		let row = |index| LandCadastre::campaign_row(id, index).unwrap();
		assert_eq!(row(0), RowOutcome::Accepted(first));
		assert_eq!(row(1), RowOutcome::Disputed(second));
		assert_eq!(row(2), RowOutcome::Refused(RowRefusal::ReferenceTaken, source.leaves[2]));
		let zero_area = RowRefusal::Geometry(polity_geometry::GeometryError::ZeroArea);
		assert_eq!(row(3), RowOutcome::Refused(zero_area, source.leaves[3]));

		let disputed = LandCadastre::parcel(second).unwrap().record;
		let with = BoundedVec::try_from(vec![first]).unwrap();
		assert_eq!(disputed.dispute, Some(DisputeReason::Overlaps(with)));
		let campaign = LandCadastre::campaign(id).unwrap().record;
		assert_eq!((campaign.accepted, campaign.disputed, campaign.refused), (1, 1, 2));

		// Nobody takes ground that was imported, sealed or not; a disputed parcel has none.
		assert_noop!(propose(square("E", 12, 12)), Error::<Test>::SharesGround);
		assert_eq!(LandCadastre::parcel_state(first), Some(ParcelState::Provisional));
		assert_ok!(seal(DECIDER, id));
		assert_eq!(LandCadastre::parcel_state(first), Some(ParcelState::Live));
		assert_eq!(LandCadastre::parcel_state(second), Some(ParcelState::Disputed));
		register(parcel("F", rectangle(20, 20, 5, 5), 25));
	});
}

#[test]
fn row_should_be_marked_when_its_area_disagrees_and_disputed_when_it_is_outside() {
	build_and_execute(|| {
		let source = Source::of(vec![
			parcel("A", rectangle(10, 10, 10, 10), 55),
			square("B", -20, 10),
			square("C", -25, 12),
		]);
		let id = source.open();
		assert_ok!(source.import(id, 0..3));
		let read = |text| LandCadastre::parcel_by_reference(reference(text)).unwrap().record;
		assert!(!read("A").area_agrees);
		assert_eq!(read("A").dispute, None);
		assert_eq!(read("B").dispute, Some(DisputeReason::OutsideTerritory));
		assert_eq!(read("C").dispute, Some(DisputeReason::OutsideTerritory));
	});
}

#[test]
fn campaign_should_be_opened_by_a_recorder_with_something_to_import() {
	build_and_execute(|| {
		let source = source();
		let open = |who, act: Act, root: H256, rows| {
			LandCadastre::open_campaign(signed(who), act, root, rows, District::NATIONAL)
		};
		let (root, rows) = (source.root, source.rows());
		for who in [EXAMINER, DECIDER, SURVEYOR] {
			assert_noop!(
				open(who, act(TAKE_OVER, 0), root, rows),
				DispatchError::Other("not covered by the mandate")
			);
		}
		let refused = |act, root, rows, error: Error<Test>| {
			assert_noop!(open(RECORDER, act, root, rows), error);
		};
		refused(act(TAKE_OVER, 0), H256::zero(), rows, Error::<Test>::CampaignEmpty);
		refused(act(TAKE_OVER, 0), root, 0, Error::<Test>::CampaignEmpty);
		refused(act(TAKE_OVER, 1), root, rows, Error::<Test>::StaleVersion);
		refused(act(PARAMETERS, 0), root, rows, Error::<Test>::LegalBasisDoesNotFit);
		let mut ahead = act(TAKE_OVER, 0);
		ahead.effective_from = ahead.effective_from.checked_add_days(1).unwrap();
		refused(ahead, root, rows, Error::<Test>::EffectiveInFuture);
		LastCampaign::<Test>::put(CampaignId(u32::MAX));
		refused(act(TAKE_OVER, 0), root, rows, Error::<Test>::IdsExhausted);
		LastCampaign::<Test>::put(CampaignId(0));
		let id = source.open();
		let Event::CampaignOpened { campaign, version: 1, .. } = last_event() else {
			panic!("no campaign was opened")
		};
		assert_eq!(campaign, id);
	});
}

#[test]
fn row_should_be_recorded_once_and_only_if_it_is_of_the_campaign() {
	build_and_execute(|| {
		let source = source();
		let id = source.open();
		let rows = |row: CampaignRow| vec![row];
		let wrong = CampaignRow { parcel: square("X", 10, 10), ..source.row(0) };
		let misplaced = CampaignRow { index: 1, ..source.row(0) };
		for row in [wrong, misplaced] {
			assert_noop!(
				import_as(RECORDER, id, rows(row), PLENTY),
				Error::<Test>::RowNotInCampaign
			);
		}
		assert_noop!(
			import_as(RECORDER, CampaignId(9), rows(source.row(0)), PLENTY),
			Error::<Test>::CampaignNotFound
		);
		assert_noop!(
			import_as(DECIDER, id, rows(source.row(0)), PLENTY),
			DispatchError::Other("not covered by the mandate")
		);
		assert_ok!(source.import(id, [0]));
		// The whole call fails, also for the row that had not ended.
		assert_noop!(source.import(id, [1, 0]), Error::<Test>::RowAlreadyRecorded);
		assert_ok!(source.import(id, [1, 2, 3]));
	});
}

#[test]
fn row_should_be_refused_by_hash_when_it_cannot_be_written() {
	build_and_execute(|| {
		let leaves = vec![merkle::leaf(b"no parcel"), merkle::leaf(&square("A", 1, 1).encode())];
		let root = merkle::root(&leaves).unwrap();
		assert_ok!(LandCadastre::open_campaign(
			signed(RECORDER),
			act(TAKE_OVER, 0),
			root,
			2,
			District::NATIONAL
		));
		let id = LastCampaign::<Test>::get();
		let refuse = |who, index, leaf| {
			let proof = merkle::prove(&leaves, 0).unwrap();
			LandCadastre::refuse_row(signed(who), id, index, leaf, RowDefect::Unreadable, proof)
		};
		assert_noop!(
			refuse(DECIDER, 0, leaves[0]),
			DispatchError::Other("not covered by the mandate")
		);
		assert_noop!(refuse(RECORDER, 0, leaves[1]), Error::<Test>::RowNotInCampaign);
		assert_ok!(refuse(RECORDER, 0, leaves[0]));
		assert_eq!(
			last_event(),
			Event::RowRefused {
				campaign: id,
				row: 0,
				leaf: leaves[0],
				reason: RowRefusal::Defect(RowDefect::Unreadable)
			}
		);
		assert_noop!(refuse(RECORDER, 0, leaves[0]), Error::<Test>::RowAlreadyRecorded);
	});
}

#[test]
fn campaign_should_be_sealed_once_by_another_officer_when_all_rows_have_ended() {
	build_and_execute(|| {
		let source = source();
		let id = source.open();
		assert_ok!(source.import(id, [0, 1, 2]));
		assert_noop!(seal(DECIDER, id), Error::<Test>::CampaignIncomplete);
		assert_ok!(import_as(JACK_OF_ALL, id, vec![source.row(3)], PLENTY));
		assert_noop!(seal(JACK_OF_ALL, id), Error::<Test>::SameAccount);
		assert_noop!(seal(RECORDER, id), DispatchError::Other("not covered by the mandate"));
		let with = |act| LandCadastre::seal_campaign(signed(DECIDER), act, id);
		assert_noop!(with(act(TAKE_OVER, 0)), Error::<Test>::StaleVersion);
		assert_noop!(with(act(PARAMETERS, 1)), Error::<Test>::LegalBasisDoesNotFit);
		assert_noop!(seal(DECIDER, CampaignId(9)), Error::<Test>::CampaignNotFound);
		assert_ok!(seal(DECIDER, id));
		let Event::CampaignSealed { accepted: 1, disputed: 1, refused: 2, .. } = last_event()
		else {
			panic!("the campaign was not sealed")
		};
		assert_noop!(seal(DECIDER, id), Error::<Test>::CampaignSealed);
		assert_noop!(source.import(id, [0]), Error::<Test>::CampaignSealed);
		assert_eq!(LandCadastre::campaign_history(id, 1, 9).len(), 2);
	});
}

#[test]
fn campaign_should_have_few_recorders_and_know_each() {
	build_and_execute(|| {
		let rows: Vec<_> = (0..5).map(|at| square(&format!("A{at}"), at * 20, 0)).collect();
		let source = Source::of(rows);
		let id = source.open();
		for (index, who) in (0..3).zip(MORE_RECORDERS..) {
			assert_ok!(import_as(who, id, vec![source.row(index)], PLENTY));
		}
		let fifth = import_as(MORE_RECORDERS + 3, id, vec![source.row(3)], PLENTY);
		assert_eq!(fifth, Err(Error::<Test>::TooManyRecorders.into()));
		assert_ok!(source.import(id, [3, 4]));
		forget(MORE_RECORDERS + 1);
		assert_noop!(seal(DECIDER, id), Error::<Test>::WarrantNotFound);
	});
}
