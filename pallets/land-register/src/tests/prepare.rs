//! `prepare_conveyance`.

use polity_primitives::{traits::ParcelState, StandingError};

use super::*;

fn house() -> UnitNumber {
	land(&[1], &[(person(ANNA), 1)])
}

fn sale(unit: UnitNumber) -> Leg {
	leg(unit, sell(person(ANNA), person(BORIS), 1))
}

#[test]
fn conveyance_should_wait_for_its_parties_when_it_is_prepared() {
	build_and_execute(|| {
		let unit = house();
		let id = prepare(TRANSFER, vec![sale(unit)]).unwrap();
		let conveyance = LandRegister::conveyance(id).unwrap();
		assert_eq!(conveyance.head.seq, 1);
		let conveyance = conveyance.record;
		assert_eq!(conveyance.state, ConveyanceState::Open);
		assert_eq!(
			conveyance.consents.to_vec(),
			[Consent { party: person(ANNA), state: ConsentState::Awaited }]
		);
		assert_eq!(LandRegister::pending(unit), [id]);
		assert_eq!(
			LandRegister::work_list(District::NATIONAL, WorkState::ConveyanceOpen, None, 9),
			[id.0]
		);
		assert!(matches!(
			last_event(),
			Event::ConveyancePrepared { matter, .. } if Some(matter) == LandRegister::matter(id)
		));
	});
}

#[test]
fn conveyance_should_be_refused_when_its_legs_name_no_title_as_it_is() {
	build_and_execute(|| {
		let unit = house();
		assert_noop!(prepare(TRANSFER, vec![]), Error::<Test>::LegsMissing);
		let other = UnitNumber::from_serial(unit.serial() + 1).unwrap();
		assert_noop!(prepare(TRANSFER, vec![sale(other)]), Error::<Test>::UnitNotFound);
		assert_noop!(prepare(TRANSFER, vec![sale(unit), sale(other)]), Error::<Test>::UnitNotFound);
		let stale = Leg { expected_version: 0, ..sale(unit) };
		assert_noop!(prepare(TRANSFER, vec![stale]), Error::<Test>::UnitVersionStale);
		set_parcel(parcel(2), ParcelState::Live, District(3));
		let far = land(&[2], &[(person(ANNA), 1)]);
		assert_noop!(
			prepare(TRANSFER, vec![sale(unit), sale(far)]),
			Error::<Test>::UnitOfAnotherDistrict
		);
	});
}

#[test]
fn conveyance_should_be_refused_when_the_act_is_not_right() {
	build_and_execute(|| {
		let unit = house();
		let legs = || Box::new(Legs::try_from(vec![sale(unit)]).unwrap());
		let prepare = |act| {
			let authority = Authority::Registrar;
			LandRegister::prepare_conveyance(signed(EXAMINER), act, legs(), authority, None)
		};
		assert_noop!(prepare(act_on(TRANSFER, 1)), Error::<Test>::StaleVersion);
		assert_noop!(prepare(act_on(MORTGAGE, 0)), Error::<Test>::LegalBasisDoesNotFit);
		assert_noop!(prepare(act_on(DEED, 0)), Error::<Test>::LegalBasisDoesNotFit);
		assert_noop!(prepare(backdated(act_on(TRANSFER, 0))), Error::<Test>::Backdated);
		assert_noop!(
			prepare_as(JUDGE, TRANSFER, vec![sale(unit)], Authority::Registrar, None),
			DispatchError::Other("not covered by a mandate")
		);
		assert_noop!(
			prepare_as(EXAMINER, COURT_ORDER, vec![sale(unit)], Authority::Court, None),
			DispatchError::Other("not covered by a mandate")
		);
		// What only prepares may be dated ahead.
		assert_ok!(prepare(in_future(act_on(TRANSFER, 0))));
	});
}

#[test]
fn conveyance_should_be_refused_when_a_leg_is_against_the_law_of_titles() {
	build_and_execute(|| {
		let unit = house();
		let grant =
			|terms: RightTerms<Party, CalendarDate, UnitNumber>| TitleAct::Grant { right: terms };
		let terms = match lease(person(BORIS)) {
			TitleAct::Grant { right } => right,
			_ => unreachable!(),
		};
		let anna_sells = |units| sell(person(ANNA), person(BORIS), units);
		for (basis, act, error) in [
			(TRANSFER, anna_sells(0), Error::<Test>::UnitsZero),
			(TRANSFER, anna_sells(2), Error::<Test>::NotEnoughUnits),
			(TRANSFER, sell(person(ANNA), person(ANNA), 1), Error::<Test>::SameParty),
			(TRANSFER, sell(person(CHEN), person(BORIS), 1), Error::<Test>::NotOwner),
			(TRANSFER, TitleAct::Rescale { factor: 1 }, Error::<Test>::FactorTooSmall),
			(TRANSFER, TitleAct::Rescale { factor: u32::MAX }, Error::<Test>::RescaleOverflow),
			(LEASE_AND_EASEMENT, easement(unit), Error::<Test>::EasementOnItself),
			(
				LEASE_AND_EASEMENT,
				grant(RightTerms { source: [0; 32], ..terms.clone() }),
				Error::<Test>::SourceMissing,
			),
			(
				LEASE_AND_EASEMENT,
				grant(RightTerms { to: Some(in_days(-1)), from: today(), ..terms.clone() }),
				Error::<Test>::EndBeforeStart,
			),
			(
				LEASE_AND_EASEMENT,
				grant(RightTerms { to: Some(in_days(-1)), from: in_days(-9), ..terms.clone() }),
				Error::<Test>::AlreadyExpired,
			),
			(
				LEASE_AND_EASEMENT,
				grant(RightTerms { kind: RightKind::RightOfWay, ..terms.clone() }),
				Error::<Test>::EasementWithoutUnit,
			),
			(
				LEASE_AND_EASEMENT,
				grant(RightTerms { holder: Holder::Unit(unit), ..terms }),
				Error::<Test>::HolderNotParty,
			),
			(LEASE_AND_EASEMENT, TitleAct::Surrender { right: 1 }, Error::<Test>::EntryNotFound),
			(
				NOTICE,
				TitleAct::EnterNotice {
					kind: NoticeKind::Caveat,
					beneficiary: None,
					expires: Some(today()),
				},
				Error::<Test>::BeneficiaryMissing,
			),
			(
				NOTICE,
				TitleAct::EnterNotice {
					kind: NoticeKind::Caveat,
					beneficiary: Some(person(CHEN)),
					expires: None,
				},
				Error::<Test>::ExpiryMissing,
			),
			(
				NOTICE,
				TitleAct::EnterNotice {
					kind: NoticeKind::Caveat,
					beneficiary: Some(person(CHEN)),
					expires: Some(in_days(400)),
				},
				Error::<Test>::NoticeTooLong,
			),
			(CORRECTION, TitleAct::Clear { entry: 4 }, Error::<Test>::EntryNotFound),
		] {
			assert_noop!(prepare(basis, vec![leg(unit, act)]), error);
		}
	});
}

#[test]
fn lease_should_bind_what_derives_from_it() {
	build_and_execute(|| {
		let unit = house();
		convey(LEASE_AND_EASEMENT, unit, vec![lease(person(BORIS))]);
		let sublease = |to| match lease(person(CHEN)) {
			TitleAct::Grant { right } => TitleAct::Grant {
				right: RightTerms { derived_from: Some(1), to: Some(to), ..right },
			},
			_ => unreachable!(),
		};
		assert_noop!(
			prepare(LEASE_AND_EASEMENT, vec![leg(unit, sublease(in_days(366)))]),
			Error::<Test>::BeyondBase
		);
		convey(LEASE_AND_EASEMENT, unit, vec![sublease(in_days(300))]);
		assert_noop!(
			prepare(LEASE_AND_EASEMENT, vec![leg(unit, TitleAct::Surrender { right: 1 })]),
			Error::<Test>::RightBurdened
		);
		assert_noop!(
			prepare(CORRECTION, vec![leg(unit, TitleAct::Clear { entry: 2 })]),
			Error::<Test>::StillInForce
		);
		pass_days(366);
		assert_noop!(
			prepare(
				LEASE_AND_EASEMENT,
				vec![leg(unit, TitleAct::Assign { right: 1, to: person(CHEN) })]
			),
			Error::<Test>::RightExpired
		);
		let clear = |entry| TitleAct::Clear { entry };
		convey(CORRECTION, unit, vec![clear(2), clear(1)]);
		assert!(title(unit).rights.is_empty());
	});
}

#[test]
fn easement_should_serve_a_live_unit_and_follow_it() {
	build_and_execute(|| {
		let unit = house();
		let nowhere = UnitNumber::from_serial(unit.serial() + 7).unwrap();
		assert_noop!(
			prepare(LEASE_AND_EASEMENT, vec![leg(unit, easement(nowhere))]),
			Error::<Test>::DominantUnitNotLive
		);
		let dominant = land(&[2], &[(person(BORIS), 1)]);
		convey(LEASE_AND_EASEMENT, unit, vec![easement(dominant)]);
		assert_eq!(LandRegister::titles_of(Party::Unit(dominant), None, 9), [unit]);
		assert_noop!(
			prepare(
				LEASE_AND_EASEMENT,
				vec![leg(unit, TitleAct::Assign { right: 1, to: person(CHEN) })]
			),
			Error::<Test>::EasementFollowsUnit
		);
		let held_by_unit = match lease(person(CHEN)) {
			TitleAct::Grant { right } => {
				TitleAct::Grant { right: RightTerms { holder: Holder::Unit(dominant), ..right } }
			},
			_ => unreachable!(),
		};
		assert_noop!(
			prepare(LEASE_AND_EASEMENT, vec![leg(unit, held_by_unit)]),
			Error::<Test>::HolderNotParty
		);
	});
}

#[test]
fn conveyance_should_be_refused_when_a_party_is_nobody() {
	build_and_execute(|| {
		let unit = house();
		for to in [Party::Unknown, Party::Unit(unit)] {
			assert_noop!(
				prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), to, 1))]),
				Error::<Test>::OwnerNotNameable
			);
		}
		assert_noop!(
			prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), Party::Group(GroupId(1)), 1))]),
			Error::<Test>::GroupNotFound
		);
		assert_noop!(
			prepare(NOTICE, vec![leg(unit, caveat(person(5)))]),
			Error::<Test>::PartyNotFound
		);
		let unknown = land_of_unknown(&[2]);
		bar(tag(BORIS), StandingError::Merged);
		assert_noop!(
			prepare(ADOPTION, vec![leg(unknown, adopt(&[(person(BORIS), 1)]))]),
			Error::<Test>::PartyMerged
		);
		assert_noop!(
			prepare(ADOPTION, vec![leg(unknown, adopt(&[(Party::Unknown, 1)]))]),
			Error::<Test>::OwnerNotNameable
		);
		bar(tag(CHEN), StandingError::Deceased);
		assert_ok!(prepare(ADOPTION, vec![leg(unknown, adopt(&[(person(CHEN), 1)]))]));
	});
}

#[test]
fn officer_should_not_prepare_or_settle_its_own_matter() {
	build_and_execute(|| {
		let unit = house();
		let to_officer = vec![leg(unit, sell(person(ANNA), person(JACK_OF_ALL), 1))];
		assert_noop!(
			prepare_as(JACK_OF_ALL, TRANSFER, to_officer.clone(), Authority::Registrar, None),
			Error::<Test>::OwnMatter
		);
		let id = prepare(TRANSFER, to_officer).unwrap();
		assert_ok!(agree(ANNA, id));
		assert_noop!(settle(JACK_OF_ALL, id), Error::<Test>::OwnMatter);
		assert_ok!(settle(DECIDER, id));
	});
}

#[test]
fn conveyance_should_be_refused_when_too_many_would_have_to_consent() {
	build_and_execute(|| {
		let members = |first: u64| (first..first + 16).map(person).collect::<Vec<_>>();
		let shares: Vec<_> =
			[120, 136, 152, 168, 184].map(|first| (group(&members(first)), 1)).to_vec();
		let unit = land(&[1], &shares);
		assert_noop!(
			prepare(MORTGAGE, vec![leg(unit, mortgage(MortgageOn::Title, firm(1)))]),
			Error::<Test>::TooManyConsents
		);
	});
}

#[test]
fn ids_should_run_out_by_name() {
	build_and_execute(|| {
		let unit = house();
		LastConveyance::<Test>::put(ConveyanceId(u64::MAX));
		assert_noop!(prepare(TRANSFER, vec![sale(unit)]), Error::<Test>::IdsExhausted);
		LastConveyance::<Test>::kill();
	});
}
