//! `propose_registration`, `decide_proposal`, `withdraw_proposal`.

use super::*;
use polity_geometry::AreaTolerance;

#[test]
fn parcel_should_be_registered_when_two_officers_agree() {
	build_and_execute(|| {
		let id = propose(square("91A1", 5, 5)).unwrap();
		let Event::RegistrationProposed { proposal, geometry, .. } = last_event() else {
			panic!("nothing was proposed")
		};
		assert_eq!(proposal, id);
		assert_eq!(
			LandCadastre::work_list(District::NATIONAL, WorkState::ProposalOpen, None, 9),
			[id.0]
		);
		assert_ok!(decide(DECIDER, id, Verdict::Approve));
		let number = ParcelNumber::from_serial(ParcelNumber::FIRST_SERIAL).unwrap();
		let Event::ParcelRegistered { parcel, version: 1, prepared_under, mandate, head, .. } =
			last_event()
		else {
			panic!("no parcel was registered")
		};
		assert_eq!(parcel, number);
		assert_eq!(
			(Some(prepared_under), Some(mandate)),
			(mandate_of(SURVEYOR), mandate_of(DECIDER))
		);
		let found = LandCadastre::parcel(number).unwrap();
		assert_eq!(found.head.hash, head);
		assert_eq!(found.record.geometry, geometry);
		assert_eq!((found.record.computed_area, found.record.area_agrees), (100, true));
		assert_eq!(LandCadastre::parcel_by_reference(reference("91A1")), Some(found));
		assert_eq!(LandCadastre::parcel_state(number), Some(ParcelState::Live));
		assert_eq!(LandCadastre::proposal(id), None);
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::ProposalNotFound);
	});
}

#[test]
fn parcel_should_not_be_registered_when_maker_and_checker_are_one() {
	build_and_execute(|| {
		let id = propose(square("A", 5, 5)).unwrap();
		assert_noop!(decide(SURVEYOR_AGAIN, id, Verdict::Approve), Error::<Test>::SamePerson);
		assert_noop!(decide(PROTEGE, id, Verdict::Approve), Error::<Test>::GrantedByTheOther);
		assert_noop!(
			decide(SURVEYOR, id, Verdict::Approve),
			DispatchError::Other("not covered by the mandate")
		);
		assert_noop!(decide(STRANGER, id, Verdict::Approve), DispatchError::Other("no mandate"));
		let own = LandCadastre::propose_registration(
			signed(JACK_OF_ALL),
			act(FIRST_REGISTRATION, 0),
			registration(square("B", 50, 50)),
			PLENTY,
		);
		assert_ok!(plain(own));
		let id = LastProposal::<Test>::get();
		assert_noop!(decide(JACK_OF_ALL, id, Verdict::Approve), Error::<Test>::SameAccount);
		forget(JACK_OF_ALL);
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::WarrantNotFound);
		assert_noop!(
			LandCadastre::withdraw_proposal(signed(JACK_OF_ALL), id),
			Error::<Test>::WarrantNotFound
		);
	});
}

#[test]
fn parcel_should_be_proposed_by_a_surveyor_with_a_fitting_act_alone() {
	build_and_execute(|| {
		for who in [EXAMINER, DECIDER, RECORDER] {
			let call = LandCadastre::propose_registration(
				signed(who),
				act(FIRST_REGISTRATION, 0),
				registration(square("A", 5, 5)),
				PLENTY,
			);
			assert_eq!(plain(call), Err(DispatchError::Other("not covered by the mandate")));
		}
		let refused = |act, error: Error<Test>| {
			assert_noop!(propose_with(act, square("A", 5, 5), PLENTY), error);
		};
		refused(act(FIRST_REGISTRATION, 1), Error::<Test>::StaleVersion);
		refused(act(TAKE_OVER, 0), Error::<Test>::LegalBasisDoesNotFit);
		let mut back = act(FIRST_REGISTRATION, 0);
		back.effective_from = back.effective_from.checked_sub_days(1).unwrap();
		refused(back, Error::<Test>::Backdated);
		let far = Registration { district: District(99), parcel: square("A", 5, 5) };
		let call = LandCadastre::propose_registration(
			signed(SURVEYOR),
			act(FIRST_REGISTRATION, 0),
			Box::new(far),
			PLENTY,
		);
		assert_eq!(plain(call), Err(DispatchError::Other("not covered by the mandate")));
	});
}

#[test]
fn decision_should_be_refused_when_its_act_is_wrong() {
	build_and_execute(|| {
		let id = propose(square("A", 5, 5)).unwrap();
		let with = |act| {
			plain(LandCadastre::decide_proposal(signed(DECIDER), act, id, Verdict::Approve, PLENTY))
		};
		assert_noop!(with(act(FIRST_REGISTRATION, 1)), Error::<Test>::StaleVersion);
		assert_noop!(with(act(PARAMETERS, 0)), Error::<Test>::LegalBasisDoesNotFit);
		let mut ahead = act(FIRST_REGISTRATION, 0);
		ahead.effective_from = ahead.effective_from.checked_add_days(1).unwrap();
		assert_noop!(with(ahead), Error::<Test>::EffectiveInFuture);
	});
}

#[test]
fn proposal_should_be_gone_when_it_is_rejected() {
	build_and_execute(|| {
		let id = propose(square("A", 5, 5)).unwrap();
		assert_ok!(decide(DECIDER, id, Verdict::Reject));
		let (prepared_under, mandate) =
			(mandate_of(SURVEYOR).unwrap(), mandate_of(DECIDER).unwrap());
		assert_eq!(last_event(), Event::ProposalRejected { proposal: id, prepared_under, mandate });
		assert_eq!(Parcels::<Test>::iter().count(), 0);
		// The ground is still free.
		register(square("A", 5, 5));
	});
}

#[test]
fn proposal_should_be_withdrawn_by_its_maker_or_once_it_is_dead() {
	build_and_execute(|| {
		let id = propose(square("A", 5, 5)).unwrap();
		assert_noop!(
			LandCadastre::withdraw_proposal(signed(DECIDER), id),
			Error::<Test>::NotTheMaker
		);
		assert_ok!(LandCadastre::withdraw_proposal(signed(SURVEYOR), id));
		assert_noop!(
			LandCadastre::withdraw_proposal(signed(SURVEYOR), id),
			Error::<Test>::ProposalNotFound
		);
		let id = propose(square("A", 5, 5)).unwrap();
		pass_days(31);
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::ProposalLapsed);
		assert_ok!(LandCadastre::withdraw_proposal(signed(STRANGER), id));
	});
}

#[test]
fn proposal_should_have_no_end_when_the_calendar_has_none() {
	build_and_execute(|| {
		pass_to_the_end();
		let id = propose(square("A", 5, 5)).unwrap();
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::DeadlineOutOfRange);
	});
}

#[test]
fn ground_should_be_registered_once() {
	build_and_execute(|| {
		let first = register(square("A", 10, 10));
		// The same boundary from another corner and the other way round is the same ground.
		let mut turned = rectangle(10, 10, 10, 10);
		turned.outer.reverse();
		turned.outer.rotate_left(2);
		for (outline, area) in [
			(rectangle(10, 10, 10, 10), 100),
			(turned, 100),
			(rectangle(12, 12, 2, 2), 4),
			(rectangle(5, 5, 20, 20), 400),
			(rectangle(19, 19, 10, 10), 100),
		] {
			assert_noop!(propose(parcel("B", outline.clone(), area)), Error::<Test>::SharesGround);
			let survey = LandCadastre::survey(outline, Level(0)).unwrap();
			assert_eq!(survey.overlaps.to_vec(), [first]);
		}
		// One unit is enough, and none is none.
		let mut sliver = rectangle(20, 10, 10, 10);
		sliver.outer[0].x -= 1;
		assert_noop!(propose(parcel("B", sliver, 100)), Error::<Test>::SharesGround);
		register(square("B", 20, 10));
		register(square("C", 20, 20));
	});
}

#[test]
fn ground_should_be_free_on_another_level_and_in_a_hole() {
	build_and_execute(|| {
		let mut with_hole = rectangle(0, 0, 100, 100);
		with_hole.holes.push(ring(&[(40, 40), (60, 40), (60, 60), (40, 60)]));
		register(parcel("RING", with_hole, 9_600));
		register(parcel("HOLE", rectangle(40, 40, 20, 20), 400));
		assert_noop!(propose(square("IN", 70, 70)), Error::<Test>::SharesGround);
		let below = ParcelRecord { level: Level(1), ..square("BELOW", 70, 70) };
		register(below);
	});
}

#[test]
fn parcel_should_be_refused_when_its_reference_area_or_place_is_wrong() {
	build_and_execute(|| {
		register(square("A", 10, 10));
		assert_noop!(propose(square("A", 50, 50)), Error::<Test>::ReferenceTaken);
		// 100 m² with a tolerance of 1 m² and 5 %.
		for area in [93, 108] {
			assert_noop!(
				propose(parcel("B", rectangle(50, 50, 10, 10), area)),
				Error::<Test>::AreaDisagrees
			);
		}
		for (x, y) in [(-5, 5), (5, -5), (99_995, 5), (5, 99_995)] {
			assert_noop!(propose(square("B", x, y)), Error::<Test>::OutsideTerritory);
		}
		register(parcel("B", rectangle(50, 50, 10, 10), 95));
		register(square("C", 99_990, 99_990));
	});
}

#[test]
fn parcel_should_be_checked_again_when_it_is_decided() {
	build_and_execute(|| {
		let (first, second) =
			(propose(square("A", 10, 10)).unwrap(), propose(square("B", 15, 15)).unwrap());
		let same_reference = propose(square("A", 50, 50)).unwrap();
		let exact = propose(parcel("C", rectangle(80, 80, 10, 10), 95)).unwrap();
		assert_ok!(decide(DECIDER, first, Verdict::Approve));
		assert_noop!(decide(DECIDER, second, Verdict::Approve), Error::<Test>::SharesGround);
		assert_noop!(
			decide(DECIDER, same_reference, Verdict::Approve),
			Error::<Test>::ReferenceTaken
		);
		let tolerance = AreaTolerance { square_metres: 1, per_mille: 0 };
		assert_ok!(set_law(CadastreLaw { tolerance, ..law() }));
		assert_noop!(decide(DECIDER, exact, Verdict::Approve), Error::<Test>::AreaDisagrees);
	});
}

#[test]
fn parcel_should_be_refused_when_all_ids_are_given_out() {
	build_and_execute(|| {
		LastProposal::<Test>::put(ProposalId(u64::MAX));
		assert_noop!(propose(square("A", 10, 10)), Error::<Test>::IdsExhausted);
		LastProposal::<Test>::put(ProposalId(0));
	});
	new_test_ext().execute_with(|| {
		let id = propose(square("A", 10, 10)).unwrap();
		crate::NextParcelSerial::<Test>::put(ParcelNumber::LAST_SERIAL + 1);
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::IdsExhausted);
	});
}

#[test]
fn record_should_not_grow_when_it_has_as_many_versions_as_can_be_counted() {
	new_test_ext().execute_with(|| {
		let full = polity_primitives::Head { seq: u32::MAX, hash: H256::zero() };
		LawHeads::<Test>::insert(polity_primitives::Register::Land, full);
		assert_eq!(set_law(law()), Err(Error::<Test>::TooManyVersions.into()));
	});
}

#[test]
fn cadastre_should_begin_with_the_parcels_that_it_is_given() {
	build_and_execute(|| {
		let square = |west: i64| {
			let east = west + 10 * METRE;
			vec![[west, 0], [east, 0], [east, 10 * METRE], [west, 10 * METRE]]
		};
		let given = |name: &str, west: i64, registered_area: u64| GenesisParcel {
			reference: name.into(),
			outer: square(west),
			registered_area,
		};
		assert_ok!(LandCadastre::give_parcel(&given("A1", 0, 100)));
		assert_ok!(LandCadastre::give_parcel(&given("A2", 10 * METRE, 100)));
		let parcel = LandCadastre::parcel_by_reference(reference("A2")).unwrap().record;
		assert_eq!(LandCadastre::parcel_state(parcel.number), Some(ParcelState::Live));
		let entry = LandCadastre::parcel_history(parcel.number, 1, 1).remove(0);
		assert_eq!((entry.act, entry.mandate), (None, None));
		assert!(matches!(entry.body, ParcelChange::Given { .. }));
		for (parcel, error) in [
			(given("A3", 5 * METRE, 100), Error::<Test>::SharesGround),
			(given("A1", 90 * METRE, 100), Error::<Test>::ReferenceTaken),
			(given("a3", 90 * METRE, 100), Error::<Test>::ReferenceTaken),
			(given("A3", 90 * METRE, 900), Error::<Test>::AreaDisagrees),
		] {
			assert_eq!(LandCadastre::give_parcel(&parcel), Err(error));
		}
	});
}

#[test]
fn registration_that_is_dated_ahead_should_wait_for_its_day() {
	build_and_execute(|| {
		let mut ahead = act(FIRST_REGISTRATION, 0);
		ahead.effective_from = ahead.effective_from.checked_add_days(1).unwrap();
		assert_ok!(propose_with(ahead, square("A", 5, 5), PLENTY));
		let id = LastProposal::<Test>::get();
		let decide = || {
			let act = act(FIRST_REGISTRATION, 0);
			plain(LandCadastre::decide_proposal(signed(DECIDER), act, id, Verdict::Approve, PLENTY))
		};
		assert_noop!(decide(), Error::<Test>::NotYetEffective);
		pass_days(1);
		assert_ok!(decide());
	});
}
