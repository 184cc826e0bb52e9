//! What the tests of `propose_survey` and `decide_survey` share, and what holds of all surveys.

mod correct;
mod epinay;
mod merge;
mod subdivide;

use super::*;
use crate::{acts::SURVEY, NextParcelSerial};
use polity_primitives::{
	traits::{Agreed, GroundChange, TitledGround},
	MandateId,
};

/// Corners in units: millimetres.
fn exact(corners: &[(i64, i64)]) -> Outline {
	Outline { outer: corners.iter().map(|(x, y)| Point::new(*x, *y)).collect(), holes: vec![] }
}

/// Corners in metres.
fn outline(corners: &[(i64, i64)]) -> Outline {
	Outline { outer: ring(corners), holes: vec![] }
}

/// References of their own for parcels that nobody looks up.
fn fresh_reference() -> ParcelReference {
	// Acts have a request of their own each, too.
	let request = act(SURVEY, 0).request;
	let digits: String =
		request.as_bytes().iter().take(8).map(|byte| format!("{byte:03}")).collect();
	reference(&digits)
}

fn new_parcel(outline: Outline, registered_area: u64) -> NewParcel {
	NewParcel { reference: fresh_reference(), outline, registered_area }
}

/// Registers ground and answers with its number.
fn ground(outline: Outline, area: u64) -> ParcelNumber {
	register(ParcelRecord { reference: fresh_reference(), ..parcel("X", outline, area) })
}

fn version(number: ParcelNumber) -> u32 {
	LandCadastre::parcel(number).unwrap().head.seq
}

/// A parcel on the version that it has.
fn now(number: ParcelNumber) -> ParcelVersion {
	ParcelVersion {
		parcel: number,
		version: LandCadastre::parcel(number).map_or(0, |found| found.head.seq),
	}
}

fn read(number: ParcelNumber) -> Parcel {
	LandCadastre::parcel(number).unwrap().record
}

fn state(number: ParcelNumber) -> ParcelState {
	LandCadastre::parcel_state(number).unwrap()
}

fn propose_as(who: AccountId, act: Act, change: SurveyChange, bound: WorkBound) -> DispatchResult {
	plain(LandCadastre::propose_survey(signed(who), act, Box::new(change), bound))
}

/// Prepares a survey.
fn survey_proposed(change: SurveyChange) -> Result<ProposalId, DispatchError> {
	let version = change.principal().map_or(0, |principal| principal.version);
	propose_as(SURVEYOR, act(SURVEY, version), change, PLENTY)?;
	Ok(LastProposal::<Test>::get())
}

/// The mandates of those who make a survey.
fn officers() -> [MandateId; 2] {
	[SURVEYOR, DECIDER].map(|who| mandate_of(who).unwrap())
}

fn principal_version(id: ProposalId) -> u32 {
	let proposal = LandCadastre::proposal(id).unwrap();
	let Matter::Survey(_, change) = proposal.matter else { panic!("no survey") };
	version(change.principal().unwrap().parcel)
}

fn survey_decided(id: ProposalId) -> DispatchResult {
	let act = act(SURVEY, principal_version(id));
	plain(LandCadastre::decide_survey(signed(DECIDER), act, id, Verdict::Approve, PLENTY))
}

/// Makes a survey.
fn survey(change: SurveyChange) {
	let id = survey_proposed(change).unwrap();
	assert_ok!(survey_decided(id));
}

/// The last parcel that was numbered.
fn last_parcel() -> ParcelNumber {
	ParcelNumber::from_serial(NextParcelSerial::<Test>::get() - 1).unwrap()
}

fn events() -> Vec<Event<Test>> {
	let own = System::events().into_iter().filter_map(|record| match record.event {
		RuntimeEvent::LandCadastre(event) => Some(event),
		_ => None,
	});
	own.collect()
}

/// A field of 20 by 10 metres with corners in the middle of its long sides.
fn field() -> Outline {
	outline(&[(100, 100), (110, 100), (120, 100), (120, 110), (110, 110), (100, 110)])
}

/// The halves of the field.
fn halves() -> Vec<(Outline, u64)> {
	vec![(rectangle(100, 100, 10, 10), 100), (rectangle(110, 100, 10, 10), 100)]
}

/// The subdivision of the field into its halves.
fn halving(parcel: ParcelNumber) -> SurveyChange {
	division(parcel, None, halves(), vec![])
}

fn division(
	parcel: ParcelNumber,
	noded: Option<Outline>,
	children: Vec<(Outline, u64)>,
	neighbours: Vec<(ParcelNumber, Outline)>,
) -> SurveyChange {
	let children: Vec<_> =
		children.into_iter().map(|(outline, area)| new_parcel(outline, area)).collect();
	let neighbours: Vec<_> = neighbours
		.into_iter()
		.map(|(number, outline)| NodedParcel { parcel: now(number), outline })
		.collect();
	SurveyChange::Subdivide {
		parcel: now(parcel),
		noded,
		children: children.try_into().unwrap(),
		neighbours: neighbours.try_into().unwrap(),
	}
}

#[test]
fn survey_should_be_made_by_two_officers_with_fitting_acts() {
	build_and_execute(|| {
		let parent = ground(field(), 200);
		let change = halving(parent);
		for who in [EXAMINER, DECIDER, RECORDER] {
			assert_noop!(
				propose_as(who, act(SURVEY, 1), change.clone(), PLENTY),
				DispatchError::Other("not covered by the mandate")
			);
		}
		let refused = |act, error: Error<Test>| {
			assert_noop!(propose_as(SURVEYOR, act, change.clone(), PLENTY), error);
		};
		refused(act(SURVEY, 0), Error::<Test>::StaleVersion);
		refused(act(FIRST_REGISTRATION, 1), Error::<Test>::LegalBasisDoesNotFit);
		let mut back = act(SURVEY, 1);
		back.effective_from = back.effective_from.checked_sub_days(1).unwrap();
		refused(back, Error::<Test>::Backdated);

		let id = survey_proposed(change.clone()).unwrap();
		let matter = change.matter(id);
		assert_eq!(LandCadastre::survey_matter(id), Some(matter));
		assert_eq!(
			last_event(),
			Event::SurveyProposed {
				proposal: id,
				parcels: vec![parent],
				matter,
				mandate: mandate_of(SURVEYOR).unwrap()
			}
		);
		let with = |who, act| {
			plain(LandCadastre::decide_survey(signed(who), act, id, Verdict::Approve, PLENTY))
		};
		assert_noop!(with(SURVEYOR_AGAIN, act(SURVEY, 1)), Error::<Test>::SamePerson);
		assert_noop!(with(PROTEGE, act(SURVEY, 1)), Error::<Test>::GrantedByTheOther);
		assert_noop!(with(DECIDER, act(SURVEY, 2)), Error::<Test>::StaleVersion);
		assert_noop!(
			with(DECIDER, act(FIRST_REGISTRATION, 1)),
			Error::<Test>::LegalBasisDoesNotFit
		);
		let as_another = LandCadastre::decide_proposal(
			signed(DECIDER),
			act(SURVEY, 1),
			id,
			Verdict::Approve,
			PLENTY,
		);
		assert_noop!(plain(as_another), Error::<Test>::AnotherCallDecides);
		assert_ok!(with(DECIDER, act(SURVEY, 1)));
		assert_noop!(with(DECIDER, act(SURVEY, 1)), Error::<Test>::ProposalNotFound);
	});
}

#[test]
fn survey_should_not_decide_what_is_none() {
	build_and_execute(|| {
		let id = propose(square("A", 5, 5)).unwrap();
		let act = act(FIRST_REGISTRATION, 0);
		let call = LandCadastre::decide_survey(signed(DECIDER), act, id, Verdict::Approve, PLENTY);
		assert_noop!(plain(call), Error::<Test>::AnotherCallDecides);
		assert_eq!(LandCadastre::survey_matter(id), None);
	});
}

#[test]
fn survey_should_change_nothing_when_it_is_rejected() {
	build_and_execute(|| {
		let parent = ground(field(), 200);
		let id = survey_proposed(halving(parent)).unwrap();
		let act = act(SURVEY, 1);
		let call = LandCadastre::decide_survey(signed(DECIDER), act, id, Verdict::Reject, PLENTY);
		assert_ok!(plain(call));
		assert!(matches!(last_event(), Event::ProposalRejected { proposal, .. } if proposal == id));
		assert_eq!((state(parent), version(parent)), (ParcelState::Live, 1));
		assert_eq!(LandCadastre::proposal(id), None);
	});
}

#[test]
fn survey_should_be_outdated_when_any_of_its_parcels_has_changed() {
	build_and_execute(|| {
		let parent = ground(field(), 200);
		let beside = ground(rectangle(120, 100, 10, 10), 100);
		let whole = [(100, 100), (110, 100), (120, 100), (130, 100)];
		let top = [(130, 110), (120, 110), (110, 110), (100, 110)];
		let merged = outline(&[whole, top].concat());
		let merger = SurveyChange::Merge {
			parcels: vec![now(beside), now(parent)].try_into().unwrap(),
			merged: new_parcel(merged, 300),
		};
		let first = survey_proposed(halving(parent)).unwrap();
		let late = survey_proposed(halving(parent)).unwrap();
		let stale = halving(parent);
		let of_both = survey_proposed(merger).unwrap();
		assert_noop!(
			LandCadastre::withdraw_proposal(signed(STRANGER), of_both),
			Error::<Test>::NotTheMaker
		);
		assert_ok!(survey_decided(first));
		assert_noop!(survey_decided(late), Error::<Test>::ProposalOutdated);
		// The parcel that is named first has not changed, the other has.
		assert_noop!(survey_decided(of_both), Error::<Test>::ParcelVersionStale);
		for id in [late, of_both] {
			assert_ok!(LandCadastre::withdraw_proposal(signed(STRANGER), id));
		}
		assert_noop!(survey_proposed(stale), Error::<Test>::ParcelVersionStale);
		let unknown = ParcelNumber::from_serial(ParcelNumber::LAST_SERIAL).unwrap();
		assert_noop!(survey_proposed(halving(unknown)), Error::<Test>::ParcelNotFound);
	});
}

#[test]
fn survey_should_say_what_work_it_takes() {
	build_and_execute(|| {
		let parent = ground(field(), 200);
		let change = halving(parent);
		let work = LandCadastre::survey_work(change.clone()).unwrap();
		let with = |bound| propose_as(SURVEYOR, act(SURVEY, 1), change.clone(), bound);
		let less = |less: &dyn Fn(&mut WorkBound)| {
			let mut bound = work;
			less(&mut bound);
			bound
		};
		assert_noop!(with(less(&|bound| bound.cells -= 1)), Error::<Test>::TooFewCellsStated);
		assert_noop!(
			with(less(&|bound| bound.candidates -= 1)),
			Error::<Test>::TooFewCandidatesStated
		);
		assert_noop!(with(less(&|bound| bound.tests -= 1)), Error::<Test>::TooFewTestsStated);
		// Twice the writes are stated, for what others do meanwhile.
		assert_noop!(
			with(less(&|bound| bound.writes = bound.writes / 2 - 1)),
			Error::<Test>::TooFewWritesStated
		);
		assert_ok!(with(work));
		// Asking has changed nothing.
		assert_eq!(state(parent), ParcelState::Live);
		let short = division(parent, None, halves()[..1].to_vec(), vec![]);
		assert_eq!(LandCadastre::survey_work(short), Err(Error::<Test>::TooFewParcels.into()));
	});
}

#[test]
fn survey_should_be_refused_when_its_outlines_have_too_many_vertices() {
	build_and_execute(|| {
		let parent = ground(field(), 200);
		// Decoding alone would let through sixteen children of 512 vertices.
		let comb: Vec<_> = (0..512).map(|at| (at * 10, at % 2)).collect();
		let children = vec![(exact(&comb), 1); 5];
		assert_noop!(
			survey_proposed(division(parent, None, children, vec![])),
			Error::<Test>::TooManySurveyVertices
		);
	});
}

#[test]
fn survey_should_wait_for_the_campaign_that_imported_its_parcel() {
	build_and_execute(|| {
		let source = Source::of(vec![parcel("A", field(), 200)]);
		let id = source.open();
		assert_ok!(source.import(id, [0]));
		let imported = last_parcel();
		assert_noop!(survey_proposed(halving(imported)), Error::<Test>::ParcelProvisional);
		assert_ok!(seal(DECIDER, id));
		survey(halving(imported));
		assert_eq!(state(imported), ParcelState::Historic);
	});
}

#[test]
fn ground_should_need_nobody_where_no_right_stands() {
	assert_ok!(<() as TitledGround>::ensure_may_change(
		ParcelNumber::from_serial(ParcelNumber::FIRST_SERIAL).unwrap(),
		GroundChange::Redrawn,
		&Default::default(),
		[MandateId(1), MandateId(2)]
	));
}
