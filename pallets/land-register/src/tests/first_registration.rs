//! First registration: `open_first_registration`, objections, `decide_first_registration`,
//! `withdraw_first_registration`.

use polity_primitives::{traits::ParcelState, StandingError};

use super::*;

fn anna() -> Option<Claim> {
	Some(claim(&[(person(ANNA), 1)]))
}

fn try_open(numbers: &[u64], claim: Option<Claim>) -> Result<ApplicationId, DispatchError> {
	open_as(EXAMINER, FIRST_REGISTRATION, numbers, claim)
}

fn object(who: AccountId, id: ApplicationId) -> DispatchResult {
	let act = act_on(FIRST_REGISTRATION, registration_version(id));
	LandRegister::object_to_registration(signed(who), act, id)
}

fn stop_objecting(who: AccountId, id: ApplicationId) -> DispatchResult {
	let act = act_on(FIRST_REGISTRATION, registration_version(id));
	LandRegister::withdraw_registration_objection(signed(who), act, id)
}

fn dismiss(who: AccountId, id: ApplicationId, claimant: u64) -> DispatchResult {
	let act = act_on(COURT_ORDER, registration_version(id));
	LandRegister::dismiss_objection(signed(who), act, id, tag(claimant))
}

fn withdraw(who: AccountId, id: ApplicationId) -> DispatchResult {
	let act = act_on(FIRST_REGISTRATION, registration_version(id));
	LandRegister::withdraw_first_registration(signed(who), act, id)
}

#[test]
fn land_should_be_registered_when_nobody_has_objected_in_time() {
	build_and_execute(|| {
		let id = open(&[1, 2], &[(person(ANNA), 1), (firm(1), 3)]);
		assert!(matches!(last_event(), Event::FirstRegistrationOpened { .. }));
		assert_noop!(
			decide(DECIDER, id, RegistrationVerdict::Register),
			Error::<Test>::ObjectionPeriodRunning
		);
		assert_eq!(
			LandRegister::work_list(District::NATIONAL, WorkState::RegistrationOpen, None, 9),
			[id.0]
		);
		pass_days(31);
		assert_ok!(decide(DECIDER, id, RegistrationVerdict::Register));
		let unit = unit_registered(id);
		assert!(
			matches!(last_event(), Event::LandRegistered { unit: number, .. } if number == unit)
		);
		assert_eq!(LandRegister::unit_of_parcel(parcel(2)), Some(unit));
		let title = title(unit);
		assert_eq!((title.total_units, title.units_of(&firm(1))), (4, 3));
		assert_eq!(LandRegister::titles_of(firm(1), None, 9), [unit]);
		assert_eq!(
			LandRegister::work_list(District::NATIONAL, WorkState::RegistrationOpen, None, 9),
			Vec::<u64>::new()
		);
		assert_noop!(
			decide(DECIDER, id, RegistrationVerdict::Register),
			Error::<Test>::RegistrationClosed
		);
	});
}

#[test]
fn ground_should_be_registered_once() {
	build_and_execute(|| {
		let first = open(&[1], &[(person(ANNA), 1)]);
		assert_noop!(try_open(&[2, 1], anna()), Error::<Test>::ParcelIsClaimed);
		assert_ok!(withdraw(EXAMINER, first));
		land(&[1], &[(person(ANNA), 1)]);
		assert_noop!(try_open(&[2, 1], anna()), Error::<Test>::ParcelHasUnit);
	});
}

#[test]
fn registration_should_be_refused_when_the_ground_is_not_fit() {
	build_and_execute(|| {
		assert_noop!(try_open(&[], anna()), Error::<Test>::ParcelsMissing);
		assert_noop!(try_open(&[1, 1], anna()), Error::<Test>::ParcelTwice);
		assert_noop!(try_open(&[1, 555], anna()), Error::<Test>::ParcelNotFound);
		for (state, error) in [
			(ParcelState::Disputed, Error::<Test>::ParcelDisputed),
			(ParcelState::Provisional, Error::<Test>::ParcelProvisional),
		] {
			set_parcel(parcel(2), state, District::NATIONAL);
			assert_noop!(try_open(&[1, 2], anna()), error);
		}
		set_parcel(parcel(2), ParcelState::Live, District(3));
		assert_noop!(try_open(&[1, 2], anna()), Error::<Test>::ParcelOfAnotherDistrict);
		// And when it has changed meanwhile.
		let id = open(&[3], &[(person(ANNA), 1)]);
		pass_days(31);
		set_parcel(parcel(3), ParcelState::Disputed, District::NATIONAL);
		assert_noop!(
			decide(DECIDER, id, RegistrationVerdict::Register),
			Error::<Test>::ParcelDisputed
		);
		assert_ok!(decide(DECIDER, id, RegistrationVerdict::Refuse(RefusalReason::AgainstTheLaw)));
	});
}

#[test]
fn registration_should_be_refused_when_the_claim_is_not_fit() {
	build_and_execute(|| {
		let claimed = |total_units, shares: &[(Party, u32)]| {
			Some(Claim { total_units, owners: owners(shares) })
		};
		for (claim, error) in [
			(claimed(0, &[(person(ANNA), 0)]), Error::<Test>::DenominatorZero),
			(claimed(1_000_000_001, &[(person(ANNA), 1)]), Error::<Test>::DenominatorTooLarge),
			(claimed(3, &[(person(ANNA), 1)]), Error::<Test>::SumDiffers),
			(claimed(1, &[(person(ANNA), 1), (person(BORIS), 0)]), Error::<Test>::UnitsZero),
			(claimed(2, &[(person(ANNA), 1), (person(ANNA), 1)]), Error::<Test>::DuplicateOwner),
			(claimed(1, &[]), Error::<Test>::OwnersUnknown),
			(claimed(1, &[(person(7), 1)]), Error::<Test>::PartyNotFound),
			(claimed(1, &[(Party::Unknown, 1)]), Error::<Test>::OwnerNotNameable),
			(claimed(1, &[(Party::Group(GroupId(9)), 1)]), Error::<Test>::GroupNotFound),
		] {
			assert_noop!(try_open(&[1], claim), error);
		}
		bar(tag(BORIS), StandingError::Deceased);
		let dead = Some(claim(&[(person(BORIS), 1)]));
		assert_noop!(try_open(&[1], dead.clone()), Error::<Test>::PartyDeceased);
		// An existing register may name one who has died since.
		assert_ok!(open_as(EXAMINER, ADOPTION, &[1], dead));
	});
}

#[test]
fn registration_should_be_refused_when_the_act_is_not_right() {
	build_and_execute(|| {
		let open = |act| {
			LandRegister::open_first_registration(signed(EXAMINER), act, parcels(&[1]), anna())
		};
		assert_noop!(open(act_on(FIRST_REGISTRATION, 1)), Error::<Test>::StaleVersion);
		assert_noop!(open(act_on(TAKE_OVER, 0)), Error::<Test>::LegalBasisDoesNotFit);
		assert_noop!(try_open(&[1], None), Error::<Test>::LegalBasisDoesNotFit);
		assert_noop!(open(backdated(act_on(FIRST_REGISTRATION, 0))), Error::<Test>::Backdated);
		assert_noop!(
			open_as(DECIDER, FIRST_REGISTRATION, &[1], anna()),
			DispatchError::Other("not covered by a mandate")
		);
		let own = Some(claim(&[(person(JACK_OF_ALL), 1)]));
		assert_noop!(
			open_as(JACK_OF_ALL, FIRST_REGISTRATION, &[1], own.clone()),
			Error::<Test>::OwnMatter
		);
		let id = try_open(&[1], own).unwrap();
		pass_days(31);
		assert_noop!(
			decide(JACK_OF_ALL, id, RegistrationVerdict::Register),
			Error::<Test>::OwnMatter
		);
		let act = act_on(ADOPTION, registration_version(id));
		assert_noop!(
			LandRegister::decide_first_registration(
				signed(DECIDER),
				act,
				id,
				RegistrationVerdict::Register
			),
			Error::<Test>::DiffersFromPrepared
		);
		assert_noop!(
			LandRegister::decide_first_registration(
				signed(DECIDER),
				act_on(FIRST_REGISTRATION, 9),
				id,
				RegistrationVerdict::Register
			),
			Error::<Test>::StaleVersion
		);
		assert_noop!(
			LandRegister::decide_first_registration(
				signed(DECIDER),
				act_on(FIRST_REGISTRATION, 1),
				ApplicationId(9),
				RegistrationVerdict::Register
			),
			Error::<Test>::RegistrationNotFound
		);
	});
}

#[test]
fn registration_should_be_decided_by_another_person() {
	build_and_execute(|| {
		let id = open_as(JACK_OF_ALL, FIRST_REGISTRATION, &[1], anna()).unwrap();
		pass_days(31);
		assert_noop!(
			decide(JACK_OF_ALL, id, RegistrationVerdict::Register),
			Error::<Test>::SameAccount
		);
		let id = open(&[2], &[(person(ANNA), 1)]);
		pass_days(31);
		assert_noop!(
			decide(EXAMINER_AGAIN, id, RegistrationVerdict::Register),
			Error::<Test>::SamePerson
		);
		assert_noop!(
			decide(PROTEGE, id, RegistrationVerdict::Register),
			Error::<Test>::GrantedByTheOther
		);
		forget(EXAMINER);
		assert_noop!(
			decide(DECIDER, id, RegistrationVerdict::Register),
			Error::<Test>::WarrantNotFound
		);
	});
}

#[test]
fn registration_should_wait_when_somebody_claims_the_land_too() {
	build_and_execute(|| {
		let id = open(&[1], &[(person(ANNA), 1)]);
		assert_noop!(object(STRANGER, id), Error::<Test>::NotAPerson);
		assert_noop!(stop_objecting(STRANGER, id), Error::<Test>::NotAPerson);
		assert_noop!(stop_objecting(BORIS, id), Error::<Test>::ObjectionNotFound);
		assert_ok!(object(BORIS, id));
		assert!(matches!(last_event(), Event::RegistrationObjectedTo { .. }));
		assert_noop!(object(BORIS, id), Error::<Test>::AlreadyObjected);
		pass_days(31);
		assert_noop!(
			decide(DECIDER, id, RegistrationVerdict::Register),
			Error::<Test>::ObjectionStands
		);
		assert_ok!(stop_objecting(BORIS, id));
		assert!(matches!(last_event(), Event::RegistrationObjectionWithdrawn { .. }));
		assert_ok!(object(CHEN, id));
		bar(tag(BORIS), StandingError::Merged);
		assert_noop!(object(BORIS, id), Error::<Test>::PartyMerged);
		assert_noop!(dismiss(HOUSE_JUDGE, id, CHEN), Error::<Test>::SameMinistry);
		assert_noop!(dismiss(JUDGE, id, BORIS), Error::<Test>::ObjectionNotFound);
		assert_noop!(dismiss(NOTARY, id, CHEN), DispatchError::Other("not covered by a mandate"));
		assert_ok!(dismiss(JUDGE, id, CHEN));
		assert!(matches!(last_event(), Event::RegistrationObjectionDismissed { .. }));
		assert_noop!(stop_objecting(CHEN, id), Error::<Test>::ObjectionNotFound);
		// What a court has dismissed is not said again.
		assert_noop!(object(CHEN, id), Error::<Test>::AlreadyObjected);
		assert_ok!(decide(DECIDER, id, RegistrationVerdict::Register));
	});
}

#[test]
fn objections_should_be_refused_when_there_are_as_many_as_can_be() {
	build_and_execute(|| {
		let id = open(&[1], &[(person(ANNA), 1)]);
		for account in 110..126 {
			assert_ok!(object(account, id));
		}
		assert_noop!(object(126, id), Error::<Test>::TooManyObjections);
	});
}

#[test]
fn registration_should_be_withdrawn_by_its_maker_alone() {
	build_and_execute(|| {
		let id = open(&[1], &[(person(ANNA), 1)]);
		assert_noop!(withdraw(OTHER_EXAMINER, id), Error::<Test>::NotTheMaker);
		assert_ok!(withdraw(EXAMINER, id));
		assert!(matches!(last_event(), Event::FirstRegistrationWithdrawn { .. }));
		assert_noop!(withdraw(EXAMINER, id), Error::<Test>::RegistrationClosed);
		let id = open(&[1], &[(person(BORIS), 1)]);
		assert_ok!(decide(
			DECIDER,
			id,
			RegistrationVerdict::Refuse(RefusalReason::DocumentsMissing)
		));
		assert!(matches!(last_event(), Event::FirstRegistrationRefused { .. }));
		assert_noop!(object(CHEN, id), Error::<Test>::RegistrationClosed);
	});
}

#[test]
fn ids_should_run_out_by_name() {
	build_and_execute(|| {
		LastRegistration::<Test>::put(ApplicationId(u64::MAX));
		assert_noop!(try_open(&[1], anna()), Error::<Test>::IdsExhausted);
		LastRegistration::<Test>::kill();
	});
}

#[test]
fn decision_should_be_refused_when_a_period_ends_after_the_last_date() {
	build_and_execute(|| {
		let last = u64::try_from(CalendarDate::LAST.days_since_epoch()).unwrap();
		set_now(polity_primitives::time::Instant::from_millis((last - 5) * 86_400_000));
		let id = open(&[1], &[(person(ANNA), 1)]);
		assert_noop!(
			decide(DECIDER, id, RegistrationVerdict::Register),
			Error::<Test>::DeadlineOutOfRange
		);
	});
}

#[test]
fn register_should_begin_with_the_units_that_it_is_given() {
	let given = |parcels: &[u64], owners: &[(AccountId, u32)]| GenesisUnit {
		parcels: parcels.iter().map(|nth| parcel(*nth)).collect(),
		owners: owners.iter().map(|(owner, units)| (tag(*owner), *units)).collect(),
	};
	build_and_execute(|| {
		assert_ok!(LandRegister::give_unit(&given(&[1, 2], &[(BORIS, 1), (ANNA, 3)])));
		let unit = LandRegister::unit_of_parcel(parcel(2)).unwrap();
		assert_eq!(title(unit).total_units, 4);
		assert_eq!(title(unit).units_of(&person(ANNA)), 3);
		assert_eq!(LandRegister::titles_of(person(BORIS), None, 10), [unit]);
		let entry = LandRegister::history(unit, 1, 1).remove(0);
		assert_eq!((entry.act, entry.mandate), (None, None));
		assert!(matches!(entry.body, TitleChange::Given { .. }));
		// It is a title like any other.
		convey(TRANSFER, unit, vec![sell(person(ANNA), person(CHEN), 3)]);
		for (unit, error) in [
			(given(&[], &[(ANNA, 1)]), Error::<Test>::ParcelsMissing),
			(given(&[1], &[(ANNA, 1)]), Error::<Test>::ParcelHasUnit),
			(given(&[3, 3], &[(ANNA, 1)]), Error::<Test>::ParcelTwice),
			(given(&[3], &[]), Error::<Test>::OwnersUnknown),
			(given(&[3], &[(ANNA, 1), (ANNA, 1)]), Error::<Test>::DuplicateOwner),
			(given(&[3], &[(ANNA, 0)]), Error::<Test>::DenominatorZero),
		] {
			assert_eq!(LandRegister::give_unit(&unit), Err(error));
		}
	});
}
