//! What the cadastre asks and tells: `TitledGround`, `consent_to_survey`,
//! `withdraw_survey_consent`.

use polity_primitives::{
	traits::{Agreed, DecidedSurvey, GroundChange, ParcelState, TitledGround},
	Hash, StandingError,
};

use super::*;

const MATTER: Hash = Hash::repeat_byte(7);
/// Persons without accounts.
const KEYLESS: u64 = 200;
const OTHER_KEYLESS: u64 = 201;

fn consent(who: AccountId, unit: UnitNumber) -> DispatchResult {
	let act = act_on(SURVEY, version(unit));
	LandRegister::consent_to_survey(signed(who), act, unit, MATTER)
}

fn withdraw(who: AccountId, unit: UnitNumber) -> DispatchResult {
	withdraw_of(who, SURVEY, unit, person(who))
}

fn withdraw_of(
	who: AccountId,
	basis: LegalBasis,
	unit: UnitNumber,
	party: Party,
) -> DispatchResult {
	let act = act_on(basis, version(unit));
	LandRegister::withdraw_survey_consent(signed(who), act, unit, MATTER, party)
}

fn consent_by_deed(who: AccountId, unit: UnitNumber, party: Party) -> DispatchResult {
	let act = act_on(DEED, version(unit));
	LandRegister::consent_to_survey_by_deed(signed(who), act, unit, MATTER, party)
}

fn order(who: AccountId, unit: UnitNumber, is_ordered: bool) -> DispatchResult {
	let act = act_on(COURT_ORDER, version(unit));
	LandRegister::order_survey(signed(who), act, unit, MATTER, is_ordered)
}

/// Whether the ground may change by officers who are the keeper's both.
fn may_change(nth: u64) -> DispatchResult {
	may_change_by(nth, DECIDER)
}

fn may_change_by(nth: u64, decider: AccountId) -> DispatchResult {
	agreed_by(nth, GroundChange::Kept, decider).map(|_| ())
}

/// How those whom a change concerns have agreed to it.
fn agreed(nth: u64, change: GroundChange) -> Result<Agreed, DispatchError> {
	agreed_by(nth, change, DECIDER)
}

fn agreed_by(nth: u64, change: GroundChange, decider: AccountId) -> Result<Agreed, DispatchError> {
	let officers = [EXAMINER, decider].map(mandate_of);
	LandRegister::ensure_may_change(parcel(nth), change, &MATTER, officers)
}

/// A survey that was decided, whose owners have agreed in a way.
fn decided(act: &Act, agreed: Agreed) -> DecidedSurvey<'_> {
	DecidedSurvey { act, mandate: mandate_of(DECIDER), agreed }
}

fn subdivide(nth: u64, children: &[u64]) -> Result<Vec<UnitNumber>, DispatchError> {
	subdivide_as(nth, children, Agreed::OnChain)
}

fn subdivide_as(
	nth: u64,
	children: &[u64],
	agreed: Agreed,
) -> Result<Vec<UnitNumber>, DispatchError> {
	let act = act_on(SURVEY, 1);
	let children: Vec<_> = children.iter().map(|nth| parcel(*nth)).collect();
	frame_support::storage::with_storage_layer(|| {
		LandRegister::subdivide(parcel(nth), &children, &decided(&act, agreed))
	})
}

fn merge(parents: &[u64], child: u64) -> DispatchResult {
	merge_as(parents, child, Agreed::OnChain)
}

fn merge_as(parents: &[u64], child: u64, agreed: Agreed) -> DispatchResult {
	let act = act_on(SURVEY, 1);
	let parents: Vec<_> = parents.iter().map(|nth| parcel(*nth)).collect();
	frame_support::storage::with_storage_layer(|| {
		LandRegister::merge(&parents, parcel(child), &decided(&act, agreed))
	})
}

#[test]
fn ground_should_change_when_all_owners_have_consented() {
	build_and_execute(|| {
		assert_ok!(may_change(9));
		let couple = group(&[person(BORIS), STATE]);
		let unit = land(&[1], &[(person(ANNA), 1), (firm(1), 1), (couple, 1)]);
		assert_eq!(<LandRegister as TitledGround>::unit_of(parcel(1)), Some(unit));
		assert_noop!(may_change(1), Error::<Test>::ConsentMissing);
		for who in [ANNA, BORIS, SEAT] {
			assert_ok!(consent(who, unit));
			assert_noop!(may_change(1), Error::<Test>::ConsentMissing);
		}
		assert!(matches!(last_event(), Event::SurveyConsentGiven { .. }));
		resolve(company(1), MATTER);
		assert_ok!(may_change(1));
		// Another survey is another matter.
		assert_noop!(
			LandRegister::ensure_may_change(
				parcel(1),
				GroundChange::Kept,
				&Hash::repeat_byte(8),
				[EXAMINER, DECIDER].map(mandate_of)
			),
			Error::<Test>::ConsentMissing
		);
		assert_ok!(withdraw(ANNA, unit));
		assert!(matches!(last_event(), Event::SurveyConsentWithdrawn { .. }));
		assert_noop!(may_change(1), Error::<Test>::ConsentMissing);
		assert_noop!(withdraw(ANNA, unit), Error::<Test>::NotConsented);
	});
}

#[test]
fn consent_to_survey_should_fall_when_the_title_changes() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		assert_ok!(consent(ANNA, unit));
		assert_ok!(may_change(1));
		convey(TRANSFER, unit, vec![TitleAct::Rescale { factor: 2 }]);
		assert_noop!(may_change(1), Error::<Test>::ConsentMissing);
		assert_ok!(consent(ANNA, unit));
		assert_ok!(may_change(1));
	});
}

#[test]
fn consent_to_survey_should_be_an_owners_and_on_the_title_as_it_is() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		assert_noop!(consent(BORIS, unit), Error::<Test>::NotAParty);
		let call = |act| LandRegister::consent_to_survey(signed(ANNA), act, unit, MATTER);
		assert_noop!(call(act_on(SURVEY, 0)), Error::<Test>::StaleVersion);
		assert_noop!(call(act_on(TRANSFER, 1)), Error::<Test>::LegalBasisDoesNotFit);
		assert_noop!(call(backdated(act_on(SURVEY, 1))), Error::<Test>::Backdated);
		assert_ok!(consent(ANNA, unit));
		assert_noop!(consent(ANNA, unit), Error::<Test>::AlreadyConsented);
		assert_noop!(withdraw(BORIS, unit), Error::<Test>::NotConsented);
		let nowhere = UnitNumber::from_serial(unit.serial() + 1).unwrap();
		assert_noop!(consent(ANNA, nowhere), Error::<Test>::UnitNotFound);
		assert_noop!(withdraw(ANNA, nowhere), Error::<Test>::UnitNotFound);
	});
}

#[test]
fn deed_should_count_when_its_period_is_over_and_nobody_has_objected() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1), (person(KEYLESS), 1)]);
		let keyless = || person(KEYLESS);
		assert_ok!(consent(ANNA, unit));
		assert_noop!(may_change(1), Error::<Test>::ConsentMissing);
		assert_noop!(
			consent_by_deed(EXAMINER, unit, keyless()),
			DispatchError::Other("not covered by a mandate")
		);
		assert_noop!(consent_by_deed(NOTARY, unit, person(ANNA)), Error::<Test>::PersonHasKey);
		assert_noop!(consent_by_deed(NOTARY, unit, firm(1)), Error::<Test>::NotByDeed);
		assert_noop!(
			consent_by_deed(NOTARY, unit, person(OTHER_KEYLESS)),
			Error::<Test>::NotAParty
		);
		assert_ok!(consent_by_deed(NOTARY, unit, keyless()));
		assert!(matches!(last_event(), Event::SurveyDeedRecorded { .. }));
		assert_noop!(consent_by_deed(NOTARY, unit, keyless()), Error::<Test>::AlreadyConsented);
		assert_noop!(may_change(1), Error::<Test>::DeedPeriodRunning);
		pass_days(15);
		assert_ok!(may_change(1));
		// Not by the officers of the notary's own ministry.
		assert_noop!(may_change_by(1, NOTARYS_DECIDER), Error::<Test>::SameMinistry);
		// Nor by the notary, whatever else it is.
		assert_noop!(may_change_by(1, NOTARY), Error::<Test>::SameAccount);

		// A notary or a court objects for whoever has no key, and for nobody else.
		assert_noop!(withdraw_of(NOTARY, DEED, unit, person(ANNA)), Error::<Test>::ConsentIsItsOwn);
		assert_noop!(
			withdraw_of(ANNA, SURVEY, unit, keyless()),
			Error::<Test>::LegalBasisDoesNotFit
		);
		assert_noop!(
			withdraw_of(NOTARY, TRANSFER, unit, keyless()),
			Error::<Test>::LegalBasisDoesNotFit
		);
		assert_noop!(
			withdraw_of(EXAMINER, COURT_ORDER, unit, keyless()),
			DispatchError::Other("not covered by a mandate")
		);
		assert_ok!(withdraw_of(JUDGE, COURT_ORDER, unit, keyless()));
		assert!(matches!(
			last_event(),
			Event::SurveyConsentWithdrawn { mandate, .. } if mandate == Some(mandate_of(JUDGE))
		));
		assert_noop!(may_change(1), Error::<Test>::ConsentMissing);
		assert_noop!(withdraw_of(NOTARY, DEED, unit, keyless()), Error::<Test>::NotConsented);
	});
}

#[test]
fn creditors_and_holders_should_be_asked_when_ground_may_be_lost() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		convey(MORTGAGE, unit, vec![mortgage(MortgageOn::Title, firm(1))]);
		convey(LEASE_AND_EASEMENT, unit, vec![lease(person(BORIS))]);
		assert_ok!(consent(ANNA, unit));
		assert_ok!(may_change(1));
		let redrawn = || agreed(1, GroundChange::Redrawn);
		assert_noop!(redrawn(), Error::<Test>::ConsentMissing);
		assert_ok!(consent(BORIS, unit));
		assert_noop!(redrawn(), Error::<Test>::ConsentMissing);
		resolve(company(1), MATTER);
		assert_ok!(redrawn(), Agreed::OnChain);
	});
}

#[test]
fn owners_whom_an_easement_serves_should_be_asked_when_ground_may_be_lost() {
	build_and_execute(|| {
		let couple = group(&[person(BORIS), firm(1)]);
		let dominant = land(&[5], &[(couple, 1), (person(ANNA), 1)]);
		let unit = land(&[1], &[(person(ANNA), 1)]);
		convey(LEASE_AND_EASEMENT, unit, vec![easement(dominant)]);
		assert_ok!(consent(ANNA, unit));
		assert_ok!(may_change(1));
		let redrawn = || agreed(1, GroundChange::Redrawn);
		assert_noop!(redrawn(), Error::<Test>::ConsentMissing);
		assert_noop!(consent(CHEN, unit), Error::<Test>::NotAParty);
		assert_ok!(consent(BORIS, unit));
		assert_noop!(redrawn(), Error::<Test>::ConsentMissing);
		resolve(company(1), MATTER);
		assert_ok!(redrawn(), Agreed::OnChain);
		// Who owns the served land now is asked, not who did.
		convey(TRANSFER, dominant, vec![sell(person(ANNA), person(CHEN), 1)]);
		assert_noop!(redrawn(), Error::<Test>::ConsentMissing);
		assert_ok!(consent(CHEN, unit));
		assert_ok!(redrawn(), Agreed::OnChain);
	});
}

#[test]
fn titles_should_tell_how_a_survey_was_agreed() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(KEYLESS), 1)]);
		assert_ok!(consent_by_deed(NOTARY, unit, person(KEYLESS)));
		pass_days(15);
		assert_eq!(agreed(1, GroundChange::Kept), Ok(Agreed::ByDeed));
		let children = subdivide_as(1, &[11, 12], Agreed::ByDeed).unwrap();
		assert!(matches!(last_event(), Event::UnitDivided { agreed: Agreed::ByDeed, .. }));
		let last_change = |unit| LandRegister::history(unit, version(unit), 1).remove(0).body;
		assert!(matches!(last_change(unit), TitleChange::Divided { agreed: Agreed::ByDeed, .. }));
		for child in &children {
			let change = last_change(*child);
			assert!(matches!(change, TitleChange::DividedFrom { agreed: Agreed::ByDeed, .. }));
		}
		assert_ok!(merge_as(&[11, 12], 20, Agreed::ByCourtOrder));
		let by_order = Agreed::ByCourtOrder;
		assert!(matches!(last_event(), Event::UnitJoinedInto { agreed, .. } if agreed == by_order));
		let change = last_change(children[0]);
		assert!(matches!(change, TitleChange::JoinedInto { agreed, .. } if agreed == by_order));
		let joined = <LandRegister as TitledGround>::unit_of(parcel(20)).unwrap();
		let change = last_change(joined);
		assert!(matches!(change, TitleChange::JoinedFrom { agreed, .. } if agreed == by_order));
	});
}

#[test]
fn court_should_order_a_survey_in_place_of_the_owners() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1), (firm(1), 1)]);
		for who in [EXAMINER, NOTARY] {
			assert_noop!(order(who, unit, true), DispatchError::Other("not covered by a mandate"));
		}
		assert_noop!(order(JUDGE, unit, false), Error::<Test>::NothingChanges);
		let act = act_on(SURVEY, version(unit));
		assert_noop!(
			LandRegister::order_survey(signed(JUDGE), act, unit, MATTER, true),
			Error::<Test>::LegalBasisDoesNotFit
		);
		assert_ok!(order(JUDGE, unit, true));
		assert!(matches!(last_event(), Event::SurveyOrdered { is_ordered: true, .. }));
		assert_noop!(order(JUDGE, unit, true), Error::<Test>::NothingChanges);
		assert_eq!(agreed(1, GroundChange::Redrawn), Ok(Agreed::ByCourtOrder));
		// No two officers of one ministry dispossess anybody.
		assert_noop!(may_change_by(1, JUDGES_DECIDER), Error::<Test>::SameMinistry);
		assert_ok!(order(JUDGE, unit, false));
		assert_noop!(may_change(1), Error::<Test>::ConsentMissing);
		// A keeper's officer who is a court too orders nothing for its own ministry.
		assert_ok!(order(HOUSE_JUDGE, unit, true));
		assert_noop!(may_change(1), Error::<Test>::SameMinistry);
		// An order is on the title as it was.
		assert_ok!(order(HOUSE_JUDGE, unit, false));
		assert_ok!(order(JUDGE, unit, true));
		convey(TRANSFER, unit, vec![TitleAct::Rescale { factor: 2 }]);
		assert_noop!(may_change(1), Error::<Test>::ConsentMissing);
	});
}

#[test]
fn ground_should_not_change_when_something_stands_against_it() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		assert_ok!(consent(ANNA, unit));
		let id = prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(BORIS), 1))]).unwrap();
		assert_noop!(may_change(1), Error::<Test>::EarlierApplicationPending);
		assert_ok!(LandRegister::withdraw_conveyance(signed(EXAMINER), on(id), id));
		bar(tag(ANNA), StandingError::Frozen);
		assert_noop!(may_change(1), Error::<Test>::PartyFrozen);
		ordered(COURT_ORDER, unit, freeze());
		assert_noop!(may_change(1), Error::<Test>::CourtFreezeStands);
		assert_noop!(subdivide(1, &[11, 12]), Error::<Test>::CourtFreezeStands);
		land_of_unknown(&[2]);
		assert_noop!(may_change(2), Error::<Test>::OwnersUnknown);
		assert_noop!(subdivide(2, &[11, 12]), Error::<Test>::OwnersUnknown);
	});
}

#[test]
fn children_should_carry_all_that_stood_on_the_parent() {
	build_and_execute(|| {
		let dominant = land(&[5], &[(person(CHEN), 1)]);
		let unit = land(&[1, 2], &[(person(ANNA), 1), (person(BORIS), 1)]);
		convey(MORTGAGE, unit, vec![mortgage(MortgageOn::Title, firm(1))]);
		convey(LEASE_AND_EASEMENT, unit, vec![easement(dominant)]);
		let before = title(unit);
		let children = subdivide(1, &[11, 12]).unwrap();
		assert_eq!(children.len(), 2);
		for child in &children {
			assert_eq!(title(*child), before);
			assert_eq!(LandRegister::unit(*child).unwrap().parents.to_vec(), [unit]);
		}
		let parent = LandRegister::unit(unit).unwrap();
		assert_eq!(parent.state, UnitState::Historic);
		// The parcel that was not divided is a unit of its own.
		assert_eq!(parent.children.len(), 3);
		assert_eq!(LandRegister::unit_of_parcel(parcel(2)), Some(parent.children[2]));
		assert_eq!(LandRegister::unit_of_parcel(parcel(1)), None);
		assert_eq!(LandRegister::titles_of(firm(1), None, 9), parent.children.to_vec());
		assert!(matches!(last_event(), Event::UnitDivided { .. }));
		assert_eq!(Titles::<Test>::get(unit), None);
		assert_noop!(
			prepare_as(
				EXAMINER,
				TRANSFER,
				vec![leg(unit, sell(person(ANNA), person(CHEN), 1))],
				Authority::Registrar,
				None
			),
			Error::<Test>::UnitHistoric
		);
		assert_noop!(consent(ANNA, unit), Error::<Test>::UnitHistoric);
	});
}

#[test]
fn easements_should_serve_all_units_that_the_dominant_one_became() {
	build_and_execute(|| {
		let servient = land(&[5], &[(person(CHEN), 1)]);
		let dominant = land(&[1], &[(person(ANNA), 1)]);
		convey(LEASE_AND_EASEMENT, servient, vec![easement(dominant)]);
		let children = subdivide(1, &[11, 12]).unwrap();
		let served: Vec<_> =
			title(servient).rights.iter().map(|right| right.terms.holder.clone()).collect();
		assert_eq!(served, [Holder::Unit(children[0]), Holder::Unit(children[1])]);
		assert_eq!(LandRegister::titles_of(Party::Unit(dominant), None, 9), []);
		assert_eq!(LandRegister::titles_of(Party::Unit(children[1]), None, 9), [servient]);
		// Joined again, they serve the one that is left.
		assert_ok!(merge(&[11, 12], 21));
		let joined = LandRegister::unit_of_parcel(parcel(21)).unwrap();
		assert_eq!(LandRegister::titles_of(Party::Unit(joined), None, 9), [servient]);
	});
}

#[test]
fn division_should_be_refused_when_it_is_out_of_bounds() {
	build_and_execute(|| {
		assert_eq!(subdivide(1, &[11, 12]), Ok(vec![]));
		land(&[1], &[(person(ANNA), 1)]);
		assert_noop!(subdivide(1, &[11]), Error::<Test>::ChildrenOutOfBounds);
		let many: Vec<_> = (2..=66).collect();
		assert_noop!(subdivide(1, &many), Error::<Test>::ChildrenOutOfBounds);
	});
}

#[test]
fn division_should_be_refused_when_too_many_easements_serve_the_unit() {
	build_and_execute(|| {
		let dominant = land(&[1], &[(person(ANNA), 1)]);
		for nth in 2..=u64::from(MAX_SERVIENT_UNITS) + 2 {
			let servient = land(&[nth], &[(person(CHEN), 1)]);
			convey(LEASE_AND_EASEMENT, servient, vec![easement(dominant)]);
		}
		assert_noop!(subdivide(1, &[91, 92]), Error::<Test>::TooManyServientUnits);
	});
}

#[test]
fn units_should_be_joined_when_the_same_own_them_alike() {
	build_and_execute(|| {
		assert_ok!(merge(&[1, 2], 21));
		let both = [(person(ANNA), 1), (person(BORIS), 1)];
		let units = [land(&[1], &both), land(&[2], &both)];
		for unit in units {
			convey(MORTGAGE, unit, vec![mortgage(MortgageOn::Title, firm(1))]);
		}
		assert_ok!(merge(&[1, 2], 21));
		let joined = LandRegister::unit_of_parcel(parcel(21)).unwrap();
		assert_eq!(LandRegister::unit(joined).unwrap().parents.to_vec(), units);
		assert_eq!(title(joined).mortgages.len(), 1);
		assert_eq!(LandRegister::titles_of(firm(1), None, 9), [joined]);
		assert_eq!(LandRegister::unit(units[0]).unwrap().children.to_vec(), [joined]);
		assert!(matches!(last_event(), Event::UnitJoinedInto { .. }));
	});
}

#[test]
fn units_should_not_be_joined_when_rights_would_change() {
	build_and_execute(|| {
		let own = [(person(ANNA), 1)];
		let one = land(&[1], &own);
		let other = land(&[2], &[(person(BORIS), 1)]);
		assert_noop!(merge(&[1, 2], 21), Error::<Test>::OwnersDiffer);
		assert_noop!(merge(&[1, 3], 21), Error::<Test>::ParcelHasNoUnit);
		convey(TRANSFER, other, vec![sell(person(BORIS), person(ANNA), 1)]);
		convey(MORTGAGE, one, vec![mortgage(MortgageOn::Title, firm(1))]);
		assert_noop!(merge(&[1, 2], 21), Error::<Test>::MortgagesConflict);
		convey(MORTGAGE, one, vec![TitleAct::Discharge { mortgage: 1 }]);
		convey(LEASE_AND_EASEMENT, one, vec![easement(other)]);
		assert_noop!(merge(&[1, 2], 21), Error::<Test>::EasementBetween);
		land(&[4], &[(person(ANNA), 1), (person(BORIS), 2)]);
		land(&[5], &[(person(ANNA), 2), (person(BORIS), 1)]);
		assert_noop!(merge(&[4, 5], 21), Error::<Test>::SharesDiffer);
		land(&[6, 7], &own);
		land(&[8], &own);
		assert_noop!(merge(&[6, 8], 21), Error::<Test>::UnitHasOtherParcels);
		set_parcel(parcel(9), ParcelState::Live, District(3));
		land(&[9], &own);
		assert_noop!(merge(&[8, 9], 21), Error::<Test>::UnitOfAnotherDistrict);
	});
}

#[test]
fn parcels_of_one_unit_should_be_joined_under_the_same_title() {
	build_and_execute(|| {
		let unit = land(&[1, 2, 3], &[(person(ANNA), 1)]);
		let before = title(unit);
		assert_ok!(merge(&[1, 2], 21));
		assert_eq!(title(unit), before);
		assert_eq!(LandRegister::unit(unit).unwrap().parcels.to_vec(), [parcel(3), parcel(21)]);
		assert!(matches!(last_event(), Event::ParcelsJoined { .. }));
		// More parcels than a unit has are not all its own.
		let same: Vec<_> = core::iter::repeat(3).take(17).collect();
		assert_noop!(merge(&same, 22), Error::<Test>::TooManyParcels);
	});
}
