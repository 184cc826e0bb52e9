//! `propose_law`, and what two officers do with a proposal.

use super::*;
use polity_geometry::{AreaTolerance, BoundingBox, CoordinateSystem};

fn propose_as(who: AccountId, act: Act, law: CadastreLaw) -> DispatchResult {
	LandCadastre::propose_law(signed(who), act, law)
}

fn wider() -> CadastreLaw {
	let tolerance = AreaTolerance { square_metres: 5, per_mille: 100 };
	CadastreLaw { tolerance, ..law() }
}

#[test]
fn law_should_be_set_when_two_officers_agree() {
	build_with(None, || {
		assert_noop!(propose(square("A", 0, 0)), Error::<Test>::NoLaw);
		assert_noop!(
			LandCadastre::open_campaign(
				signed(RECORDER),
				act(TAKE_OVER, 0),
				H256::repeat_byte(1),
				1,
				District::NATIONAL
			),
			Error::<Test>::NoLaw
		);
		assert_eq!(LandCadastre::cadastre_law(), None);
		assert_eq!(LandCadastre::survey(rectangle(0, 0, 1, 1), Level(0)), Err(SurveyError::NoLaw));
		assert_ok!(set_law(law()));
		let Event::LawSet { law: set, prepared_under, mandate, version: 1, .. } = last_event()
		else {
			panic!("no law was set")
		};
		assert_eq!(set, law());
		assert_eq!(
			(Some(prepared_under), Some(mandate)),
			(mandate_of(EXAMINER), mandate_of(DECIDER))
		);
		assert_ok!(set_law(wider()));
		assert_eq!(LandCadastre::cadastre_law().unwrap().record, wider());
		assert_eq!(LandCadastre::cadastre_law().unwrap().head.seq, 2);
	});
}

#[test]
fn law_should_be_refused_when_it_cannot_be_one() {
	build_and_execute(|| {
		let refused = |law: CadastreLaw, error: Error<Test>| {
			assert_noop!(propose_as(EXAMINER, act(PARAMETERS, 0), law), error);
		};
		let territory = |min: (i64, i64), max: (i64, i64)| BoundingBox {
			min: Point::new(min.0, min.1),
			max: Point::new(max.0, max.1),
		};
		let with = |territory| CadastreLaw { territory, ..law() };
		for empty in
			[territory((5, 5), (5, 9)), territory((5, 5), (9, 5)), territory((9, 9), (5, 5))]
		{
			refused(with(empty), Error::<Test>::TerritoryNotAllowed);
		}
		refused(with(territory((0, 0), (1 << 40, 5))), Error::<Test>::TerritoryNotAllowed);

		// Degrees are no projected system, feet no metres, and no list has the last ones.
		for epsg in [0, 4326, 2263, 999_999, u32::MAX] {
			let system = CoordinateSystem::Millimetres { epsg };
			refused(CadastreLaw { system, ..law() }, Error::<Test>::UnknownCoordinateSystem);
		}

		register(square("A", 50, 50));
		refused(
			with(territory((0, 0), (55 * METRE, 60 * METRE))),
			Error::<Test>::ParcelOutsideTerritory,
		);
		let system = CoordinateSystem::Millimetres { epsg: 3857 };
		refused(CadastreLaw { system, ..law() }, Error::<Test>::SystemIsFixed);
		// The very box of the parcel is enough.
		assert_ok!(set_law(with(territory((50 * METRE, 50 * METRE), (60 * METRE, 60 * METRE)))));
	});
}

#[test]
fn law_should_be_checked_again_when_it_is_decided() {
	build_and_execute(|| {
		let small = BoundingBox { min: Point::new(0, 0), max: Point::new(METRE, METRE) };
		let narrow = CadastreLaw { territory: small, ..law() };
		assert_ok!(propose_as(EXAMINER, act(PARAMETERS, 0), narrow));
		let id = LastProposal::<Test>::get();
		register(square("A", 50, 50));
		let decide = LandCadastre::decide_proposal(
			signed(DECIDER),
			act(PARAMETERS, 0),
			id,
			Verdict::Approve,
			PLENTY,
		);
		assert_eq!(plain(decide), Err(Error::<Test>::ParcelOutsideTerritory.into()));
	});
}

#[test]
fn law_should_be_refused_when_the_officer_or_the_act_is_wrong() {
	build_and_execute(|| {
		assert_noop!(
			propose_as(STRANGER, act(PARAMETERS, 0), wider()),
			DispatchError::Other("no mandate")
		);
		assert_noop!(
			propose_as(DECIDER, act(PARAMETERS, 0), wider()),
			DispatchError::Other("not covered by the mandate")
		);
		assert_noop!(
			propose_as(EXAMINER, act(PARAMETERS, 1), wider()),
			Error::<Test>::StaleVersion
		);
		assert_noop!(
			propose_as(EXAMINER, act(TAKE_OVER, 0), wider()),
			Error::<Test>::LegalBasisDoesNotFit
		);
		let mut back = act(PARAMETERS, 0);
		back.effective_from = back.effective_from.checked_sub_days(1).unwrap();
		assert_noop!(propose_as(EXAMINER, back, wider()), Error::<Test>::Backdated);
		let once = act(PARAMETERS, 0);
		assert_ok!(propose_as(EXAMINER, once.clone(), wider()));
		assert_noop!(propose_as(EXAMINER, once, wider()), DispatchError::Other("repeated request"));
	});
}

#[test]
fn proposal_should_be_outdated_when_another_law_was_set_meanwhile() {
	build_and_execute(|| {
		assert_ok!(propose_as(EXAMINER, act(PARAMETERS, 0), wider()));
		let old = LastProposal::<Test>::get();
		assert_ok!(set_law(law()));
		let decide = |version| {
			plain(LandCadastre::decide_proposal(
				signed(DECIDER),
				act(PARAMETERS, version),
				old,
				Verdict::Approve,
				PLENTY,
			))
		};
		assert_noop!(decide(0), Error::<Test>::StaleVersion);
		assert_noop!(decide(1), Error::<Test>::ProposalOutdated);
		// Nobody can decide it: whoever comes clears it.
		assert_ok!(LandCadastre::withdraw_proposal(signed(STRANGER), old));
		assert_eq!(last_event(), Event::ProposalWithdrawn { proposal: old });
	});
}
