//! `settle`.

use super::*;

fn sale() -> (UnitNumber, ConveyanceId) {
	let unit = land(&[1], &[(person(ANNA), 1)]);
	let legs = vec![leg(unit, sell(person(ANNA), person(BORIS), 1))];
	let id = prepare_as(JACK_OF_ALL, TRANSFER, legs, Authority::Registrar, None).unwrap();
	assert_ok!(agree(ANNA, id));
	(unit, id)
}

#[test]
fn settlement_should_be_another_persons() {
	build_and_execute(|| {
		let (_, id) = sale();
		assert_noop!(settle(JACK_OF_ALL, id), Error::<Test>::SameAccount);
		let unit = land(&[2], &[(person(ANNA), 1)]);
		let id = prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(BORIS), 1))]).unwrap();
		assert_ok!(agree(ANNA, id));
		assert_noop!(settle(EXAMINER_AGAIN, id), Error::<Test>::SamePerson);
		assert_noop!(settle(PROTEGE, id), Error::<Test>::GrantedByTheOther);
		forget(EXAMINER);
		assert_noop!(settle(DECIDER, id), Error::<Test>::WarrantNotFound);
	});
}

#[test]
fn settlement_should_be_refused_when_the_act_is_not_right() {
	build_and_execute(|| {
		let (_, id) = sale();
		let settle_by = |act| LandRegister::settle(signed(DECIDER), act, id);
		assert_noop!(settle_by(act_on(TRANSFER, 1)), Error::<Test>::StaleVersion);
		assert_noop!(settle_by(act_on(MORTGAGE, 2)), Error::<Test>::DiffersFromPrepared);
		assert_noop!(settle_by(backdated(on(id))), Error::<Test>::Backdated);
		assert_noop!(settle_by(in_future(on(id))), Error::<Test>::EffectiveInFuture);
		assert_ok!(settle(DECIDER, id));
		assert_noop!(settle(DECIDER, id), Error::<Test>::ConveyanceClosed);
		assert_noop!(
			LandRegister::settle(signed(DECIDER), act_on(TRANSFER, 1), ConveyanceId(99)),
			Error::<Test>::ConveyanceNotFound
		);
	});
}

#[test]
fn settlement_should_be_refused_when_the_title_has_changed() {
	build_and_execute(|| {
		let (unit, id) = sale();
		ordered(COURT_ORDER, unit, TitleAct::Rescale { factor: 2 });
		assert_noop!(settle(DECIDER, id), Error::<Test>::UnitVersionStale);
	});
}

#[test]
fn mortgages_should_keep_their_ranks_when_one_is_discharged() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		let on_title = |bank| mortgage(MortgageOn::Title, firm(bank));
		convey(MORTGAGE, unit, vec![on_title(1), on_title(2), on_title(3)]);
		let discharge = prepare(MORTGAGE, vec![leg(unit, TitleAct::Discharge { mortgage: 1 })]);
		let discharge = discharge.unwrap();
		// The owner alone discharges nothing.
		assert_noop!(agree(ANNA, discharge), Error::<Test>::NotAParty);
		assert_noop!(settle(DECIDER, discharge), Error::<Test>::ConsentMissing);
		settled(discharge);
		let ranks: Vec<_> = title(unit)
			.mortgages
			.iter()
			.map(|mortgage| (mortgage.creditor.clone(), mortgage.rank))
			.collect();
		assert_eq!(ranks, [(firm(2), 1), (firm(3), 2)]);
		// A mortgaged house is sold with the creditors, or subject to them.
		let sale =
			prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(BORIS), 1))]).unwrap();
		assert_ok!(agree(ANNA, sale));
		assert_noop!(settle(DECIDER, sale), Error::<Test>::ConsentMissing);
		assert_ok!(LandRegister::withdraw_conveyance(signed(EXAMINER), on(sale), sale));
		let subject = TitleAct::Transfer {
			from: person(ANNA),
			to: person(BORIS),
			units: 1,
			cause: Cause::Sale,
			subject_to_mortgages: true,
		};
		let sale = prepare(TRANSFER, vec![leg(unit, subject)]).unwrap();
		assert_ok!(agree(ANNA, sale));
		assert_ok!(settle(DECIDER, sale));
		assert_eq!(title(unit).mortgages.len(), 2);
		let assign = TitleAct::AssignMortgage { mortgage: 2, to: firm(9) };
		convey(MORTGAGE, unit, vec![assign]);
		assert_eq!(LandRegister::titles_of(firm(9), None, 9), [unit]);
		assert_eq!(LandRegister::titles_of(firm(2), None, 9), []);
	});
}

#[test]
fn mortgage_should_not_spread_over_the_receivers_own_share() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1), (person(BORIS), 1)]);
		convey(MORTGAGE, unit, vec![mortgage(MortgageOn::Share(person(ANNA)), firm(1))]);
		assert_noop!(
			prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(BORIS), 1))]),
			Error::<Test>::MortgageWouldSpread
		);
	});
}

#[test]
fn co_owners_should_waive_when_the_law_gives_them_pre_emption() {
	build_and_execute(|| {
		let titles = polity_title::TitleLaw { pre_emption_of_co_owners: true };
		Law::<Test>::put(RegisterLaw { titles, ..RegisterLaw::DEFAULT });
		let unit = land(&[1], &[(person(ANNA), 1), (person(BORIS), 1)]);
		let id = prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(CHEN), 1))]).unwrap();
		assert_ok!(agree(ANNA, id));
		assert_noop!(settle(DECIDER, id), Error::<Test>::ConsentMissing);
		assert_ok!(agree(BORIS, id));
		assert_ok!(settle(DECIDER, id));
		// Between owners nobody else is asked.
		let id = prepare(TRANSFER, vec![leg(unit, sell(person(CHEN), person(BORIS), 1))]).unwrap();
		assert_ok!(agree(CHEN, id));
		assert_ok!(settle(DECIDER, id));
	});
}

#[test]
fn inheritance_should_keep_the_sum_when_shares_are_divided() {
	build_and_execute(|| {
		// Annex C 3: one half and one half become one half and two quarters.
		let unit = land(&[1], &[(person(ANNA), 1), (person(BORIS), 1)]);
		bar(tag(ANNA), polity_primitives::StandingError::Deceased);
		let heir = |to| transfer(person(ANNA), to, 1, Cause::Inheritance);
		let legs = vec![
			leg(unit, TitleAct::Rescale { factor: 2 }),
			leg(unit, heir(person(CHEN))),
			leg(unit, heir(person(200))),
		];
		let id = order(SUCCESSION, legs).unwrap();
		assert_ok!(settle(DECIDER, id));
		let after = title(unit);
		assert_eq!(after.total_units, 4);
		assert_eq!(after.units_of(&person(BORIS)), 2);
		assert_eq!(after.units_of(&person(CHEN)), 1);
		assert_eq!(after.units_of(&person(200)), 1);
		for seq in 1..=version(unit) {
			let entry = LandRegister::history(unit, seq, 1).pop().unwrap();
			assert_eq!(entry.seq, seq);
		}
	});
}

#[test]
fn title_should_be_refused_when_the_index_would_change_too_often() {
	build_and_execute(|| {
		// Twelve owners in place of one on each of eight units: 13 rows a unit, and so on.
		let groups: Vec<_> = (0..3)
			.map(|nth| group(&(0..16).map(|m| firm(1 + nth * 16 + m)).collect::<Vec<_>>()))
			.collect();
		let shares: Vec<_> = groups.iter().map(|group| (group.clone(), 1)).collect();
		let units: Vec<_> = (1..=8).map(|nth| land_of_unknown(&[nth])).collect();
		let legs = units.iter().map(|unit| leg(*unit, adopt(&shares))).collect();
		let id = prepare(ADOPTION, legs).unwrap();
		pass_days(31);
		assert_noop!(settle(DECIDER, id), Error::<Test>::TooManyParties);
	});
}

#[test]
fn conveyance_that_is_dated_ahead_should_wait_for_its_day() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		let legs = vec![leg(unit, sell(person(ANNA), person(BORIS), 1))];
		assert_ok!(LandRegister::prepare_conveyance(
			signed(EXAMINER),
			in_future(act_on(TRANSFER, 0)),
			Box::new(Legs::try_from(legs).unwrap()),
			Authority::Registrar,
			None
		));
		let id = LastConveyance::<Test>::get();
		// Whom it concerns consents before.
		assert_ok!(agree(ANNA, id));
		assert_noop!(settle(DECIDER, id), Error::<Test>::NotYetEffective);
		pass_days(1);
		assert_ok!(settle(DECIDER, id));
	});
}
