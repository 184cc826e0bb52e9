//! `approve_in_steps` and `enter_ground`.

use super::*;
use polity_geometry::AreaTolerance;

/// A few kilometres around, with corners every few hundred metres: each edge is in cells of its own.
fn forest() -> ParcelRecord {
	let mut corners: Vec<(i64, i64)> = Vec::new();
	let (low, high, step) = (10_000, 16_000, 300);
	corners.extend((low..high).step_by(step).map(|x| (x, low)));
	corners.extend((low..high).step_by(step).map(|y| (high, y)));
	corners.extend((low + 300..=high).rev().step_by(step).map(|x| (x, high)));
	corners.extend((low + 300..=high).rev().step_by(step).map(|y| (low, y)));
	let outline = Outline { outer: ring(&corners), holes: vec![] };
	parcel("FOREST", outline, 36_000_000)
}

/// So little that the forest takes several steps.
const LITTLE: WorkBound = WorkBound { writes: 40, ..PLENTY };

fn approve_in_steps(who: AccountId, id: ProposalId) -> DispatchResult {
	let act = act(FIRST_REGISTRATION, 0);
	plain(LandCadastre::approve_in_steps(signed(who), act, id, LITTLE))
}

fn enter(who: AccountId, parcel: ParcelNumber, bound: WorkBound) -> DispatchResult {
	plain(LandCadastre::enter_ground(signed(who), parcel, bound))
}

/// The forest, of which nothing is entered yet.
fn reserved() -> ParcelNumber {
	let id = propose(forest()).unwrap();
	assert_ok!(approve_in_steps(DECIDER, id));
	crate::ByReference::<Test>::get(reference("FOREST")).unwrap()
}

#[test]
fn parcel_should_be_live_when_all_its_cells_are_entered() {
	build_and_execute(|| {
		let id = propose(forest()).unwrap();
		// It has more cells than the bound has writes for.
		let at_once = act(FIRST_REGISTRATION, 0);
		let call =
			LandCadastre::decide_proposal(signed(DECIDER), at_once, id, Verdict::Approve, LITTLE);
		assert_noop!(plain(call), Error::<Test>::TooFewWritesStated);
		assert_noop!(approve_in_steps(SURVEYOR_AGAIN, id), Error::<Test>::SamePerson);
		assert_ok!(approve_in_steps(DECIDER, id));
		let number = crate::ByReference::<Test>::get(reference("FOREST")).unwrap();
		let Event::GroundReserved { parcel, cells } = last_event() else { panic!("not reserved") };
		assert_eq!(parcel, number);
		assert!(cells > LITTLE.writes);
		assert_eq!(LandCadastre::parcel_state(number), Some(ParcelState::Provisional));

		assert_noop!(
			enter(DECIDER, number, LITTLE),
			DispatchError::Other("not covered by the mandate")
		);
		let none = WorkBound { writes: 11, ..PLENTY };
		assert_noop!(enter(SURVEYOR, number, none), Error::<Test>::TooFewWritesStated);
		let mut steps = 0;
		let mut before = 0;
		while LandCadastre::parcel_state(number) == Some(ParcelState::Provisional) {
			assert_ok!(enter(SURVEYOR, number, LITTLE));
			crate::try_state::do_try_state::<Test>().unwrap();
			let Event::GroundEntered { entered, .. } = last_event() else { panic!("no step") };
			assert!(entered > before);
			(steps, before) = (steps + 1, entered);
		}
		assert!(steps > 1);
		assert_eq!(before, cells);
		assert_eq!(LandCadastre::parcel_state(number), Some(ParcelState::Live));
		assert_eq!(LandCadastre::entering_parcels(), []);
		assert_noop!(enter(SURVEYOR, number, LITTLE), Error::<Test>::NotEntering);
	});
}

#[test]
fn ground_should_be_reserved_from_the_first_step() {
	build_and_execute(|| {
		let number = reserved();
		// On its edge, and inside of it, where the index has nothing yet.
		for (x, y) in [(9_995, 12_000), (13_000, 13_000)] {
			assert_noop!(propose(square("A", x, y)), Error::<Test>::SharesGround);
			let outline = rectangle(x, y, 10, 10);
			let survey = LandCadastre::survey(outline, Level(0)).unwrap();
			assert_eq!(survey.overlaps.into_inner(), [number]);
		}
		// It is found on the map, and its neighbours are free.
		let bounds = LandCadastre::parcel(number).unwrap().record.bounds;
		let found = LandCadastre::parcels_in(bounds, Level(0), None, 9).unwrap();
		assert_eq!(found.len(), 1);
		register(square("B", 9_990, 12_000));
		assert_ok!(enter(SURVEYOR, number, LITTLE));
		assert_noop!(propose(square("A", 13_000, 13_000)), Error::<Test>::SharesGround);
	});
}

#[test]
fn registration_in_steps_should_be_refused_when_it_is_none() {
	build_and_execute(|| {
		assert_ok!(LandCadastre::propose_law(
			signed(EXAMINER),
			act(PARAMETERS, 0),
			CadastreLaw { tolerance: AreaTolerance { square_metres: 9, per_mille: 0 }, ..law() }
		));
		let id = LastProposal::<Test>::get();
		let call = LandCadastre::approve_in_steps(signed(DECIDER), act(PARAMETERS, 0), id, LITTLE);
		assert_noop!(plain(call), Error::<Test>::AnotherCallDecides);
		let live = register(square("A", 5, 5));
		assert_noop!(enter(SURVEYOR, live, LITTLE), Error::<Test>::NotEntering);
		let unknown = ParcelNumber::from_serial(ParcelNumber::LAST_SERIAL).unwrap();
		assert_noop!(enter(SURVEYOR, unknown, LITTLE), Error::<Test>::ParcelNotFound);
	});
}

#[test]
fn parcel_should_wait_when_as_many_as_can_be_are_entered() {
	build_and_execute(|| {
		for place in 0..MAX_ENTERING {
			let id = propose(square(&format!("P{place}"), 5 + 20 * i64::from(place), 5)).unwrap();
			assert_ok!(approve_in_steps(DECIDER, id));
		}
		let id = propose(square("LAST", 5, 50)).unwrap();
		assert_noop!(approve_in_steps(DECIDER, id), Error::<Test>::TooManyEntering);
		let first = crate::ByReference::<Test>::get(reference("P0")).unwrap();
		assert_ok!(enter(SURVEYOR, first, LITTLE));
		assert_ok!(approve_in_steps(DECIDER, id));
	});
}
