//! How much work a call may do.

use super::*;
use crate::{weights::work, Cells};
use frame_support::dispatch::GetDispatchInfo;

/// A street of plots, each beside the next.
fn street(plots: i64) {
	for at in 0..plots {
		register(square(&format!("P{at}"), at * 10, 0));
	}
}

#[test]
fn survey_should_say_what_work_to_state() {
	build_and_execute(|| {
		street(6);
		let next = square("NEXT", 60, 0);
		let survey = LandCadastre::survey(next.outline.clone(), Level(0)).unwrap();
		assert!(survey.overlaps.is_empty() && survey.is_in_territory);
		assert_eq!(survey.computed_area, 100);
		let WorkBound { cells, candidates, tests, writes } = survey.work;
		assert!(cells > 0 && candidates > 0 && tests > 0 && writes > 0);
		let less = |bound, error: Error<Test>| {
			let act = act(FIRST_REGISTRATION, 0);
			assert_noop!(propose_with(act, next.clone(), bound), error);
		};
		less(WorkBound { cells: cells - 1, ..survey.work }, Error::<Test>::TooFewCellsStated);
		less(
			WorkBound { candidates: candidates - 1, ..survey.work },
			Error::<Test>::TooFewCandidatesStated,
		);
		less(WorkBound { tests: tests - 1, ..survey.work }, Error::<Test>::TooFewTestsStated);
		less(WorkBound { tests: 0, ..survey.work }, Error::<Test>::TooFewTestsStated);
		assert_ok!(propose_with(act(FIRST_REGISTRATION, 0), next.clone(), survey.work));
		let id = LastProposal::<Test>::get();
		let decide = |bound| {
			let act = act(FIRST_REGISTRATION, 0);
			plain(LandCadastre::decide_proposal(signed(DECIDER), act, id, Verdict::Approve, bound))
		};
		assert_eq!(
			decide(WorkBound { writes: 0, ..survey.work }),
			Err(Error::<Test>::TooFewWritesStated.into())
		);
	});
}

#[test]
fn survey_should_be_enough_for_the_decision() {
	build_and_execute(|| {
		street(3);
		for at in 0..40 {
			let next = square(&format!("N{at}"), 1_000 + at * 777, at * 333);
			let stated = LandCadastre::survey(next.outline.clone(), Level(0)).unwrap().work;
			assert_ok!(propose_with(act(FIRST_REGISTRATION, 0), next, stated));
			let id = LastProposal::<Test>::get();
			let act = act(FIRST_REGISTRATION, 0);
			let decided =
				LandCadastre::decide_proposal(signed(DECIDER), act, id, Verdict::Approve, stated);
			assert_ok!(plain(decided));
		}
	});
}

#[test]
fn call_should_weigh_what_it_states_and_give_back_what_it_did_not_use() {
	build_and_execute(|| {
		let source = Source::of(vec![square("A", 10, 10), square("B", 30, 30)]);
		let id = source.open();
		let rows = vec![source.row(0), source.row(1)].try_into().unwrap();
		let call = crate::Call::<Test>::import_parcels { campaign: id, rows, bound: PLENTY };
		let declared = call.get_dispatch_info().call_weight;
		let stated = work::<()>(&PLENTY, 8);
		assert_eq!(declared, <() as crate::WeightInfo>::import_parcels(2) + stated);
		use frame_support::traits::UnfilteredDispatchable;
		let used = call.dispatch_bypass_filter(signed(RECORDER)).unwrap().actual_weight.unwrap();
		assert!(used.ref_time() * 10 < declared.ref_time(), "{used} of {declared}");

		// Also where it fails.
		let few = WorkBound { cells: 1, ..PLENTY };
		let failed = LandCadastre::propose_registration(
			signed(SURVEYOR),
			act(FIRST_REGISTRATION, 0),
			registration(square("C", 50, 50)),
			few,
		);
		let used = failed.unwrap_err().post_info.actual_weight.unwrap();
		assert!(used.ref_time() < declared.ref_time());
	});
}

#[test]
fn work_should_be_charged_when_the_walk_that_did_it_fails() {
	build_and_execute(|| {
		street(6);
		let outline = square("NEXT", 60, 0).outline;
		let whole = LandCadastre::survey(outline.clone(), Level(0)).unwrap().work;
		let used = |bound: WorkBound| {
			let call = LandCadastre::propose_registration(
				signed(SURVEYOR),
				act(FIRST_REGISTRATION, 0),
				registration(parcel("NEXT", outline.clone(), 100)),
				bound,
			);
			let base = <() as crate::WeightInfo>::propose_registration();
			call.unwrap_err().post_info.actual_weight.unwrap() - base
		};
		// Stopped in the middle of a walk by too few cells: the tests before are not given back. The
		// check of the outline, which comes first, is not all that was done.
		let outline_alone = used(WorkBound { cells: 0, ..PLENTY });
		for cells in 2..whole.cells {
			let stopped = used(WorkBound { cells, ..PLENTY });
			let looked_up = work::<()>(&WorkBound { cells, ..Default::default() }, 0);
			assert!(stopped.ref_time() > (outline_alone + looked_up).ref_time(), "{cells}");
		}
	});
}

#[test]
fn import_should_fail_as_a_whole_when_its_bound_is_passed() {
	build_and_execute(|| {
		let source = Source::of(vec![square("A", 10, 10), square("B", 30, 30)]);
		let id = source.open();
		let rows = || vec![source.row(0), source.row(1)];
		assert_noop!(
			LandCadastre::import_parcels(
				signed(RECORDER),
				id,
				rows().try_into().unwrap(),
				WorkBound { tests: 1, ..PLENTY }
			)
			.map(|_| ())
			.map_err(|error| error.error),
			Error::<Test>::TooFewTestsStated
		);
		// Nothing is lost: the same rows with more.
		assert_ok!(import_as(RECORDER, id, rows(), PLENTY));
	});
}

#[test]
fn cell_should_be_full_when_it_has_as_many_parcels_as_there_is_room_for() {
	new_test_ext().execute_with(|| {
		let number = register(square("A", 10, 10));
		let cell = polity_geometry::Cell::at(law().system, 0, Point::new(10 * METRE, 10 * METRE));
		let place = (Level(0), cell);
		assert!(Cells::<Test>::get(place).parcels.contains(&number));
		Cells::<Test>::mutate(place, |content| {
			content.parcels = vec![number; MAX_PARCELS_PER_CELL as usize].try_into().unwrap();
		});
		let id = propose(square("B", 20, 10)).unwrap();
		assert_noop!(decide(DECIDER, id, Verdict::Approve), Error::<Test>::CellFull);
		// And where the index names what is not there, nothing is registered.
		crate::Geometries::<Test>::remove(number);
		assert_noop!(propose(square("C", 20, 20)), Error::<Test>::IndexBroken);
	});
}
