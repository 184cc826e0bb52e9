//! Tests, by call.

mod consent;
mod court;
mod deeds;
mod estate;
mod first_registration;
mod ground;
mod groups;
mod law;
mod linkage;
mod prepare;
mod priority;
mod properties;
mod reads;
mod rights;
mod sale;
mod separation;
mod settle;
mod standing;
mod withdraw;

use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use polity_primitives::{
	act::LegalBasis,
	ids::{ApplicationId, ConveyanceId, GroupId, ProposalId},
	time::CalendarDate,
	Act, District, Head, Party, UnitNumber,
};
use polity_title::{
	Cause, Holder, MortgageOn, NoticeKind, RestrictionKind, RightKind, RightTerms, Share, TitleAct,
};
use sp_runtime::DispatchError;

use crate::{bases::*, mock::*, types::*, *};

const SOURCE: [u8; 32] = [3; 32];
const AMOUNT: [u8; 32] = [4; 32];

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

fn parcels(numbers: &[u64]) -> UnitParcels {
	numbers.iter().map(|nth| parcel(*nth)).collect::<Vec<_>>().try_into().unwrap()
}

fn owners(shares: &[(Party, u32)]) -> LandOwners {
	shares
		.iter()
		.map(|(party, units)| Share { party: party.clone(), units: *units, by_deed: false })
		.collect::<Vec<_>>()
		.try_into()
		.unwrap()
}

/// A claim of these shares, which make a whole.
fn claim(shares: &[(Party, u32)]) -> Claim {
	let total_units = shares.iter().map(|(_, units)| units).sum();
	Claim { total_units, owners: owners(shares) }
}

fn registration_version(id: ApplicationId) -> u32 {
	RegistrationHeads::<Test>::get(id).unwrap_or_default().seq
}

fn conveyance_version(id: ConveyanceId) -> u32 {
	ConveyanceHeads::<Test>::get(id).unwrap_or_default().seq
}

fn version(unit: UnitNumber) -> u32 {
	TitleHeads::<Test>::get(unit).unwrap_or_default().seq
}

fn title(unit: UnitNumber) -> LandTitle {
	Titles::<Test>::get(unit).unwrap()
}

fn open_as(
	who: AccountId,
	basis: LegalBasis,
	numbers: &[u64],
	claim: Option<Claim>,
) -> Result<ApplicationId, DispatchError> {
	LandRegister::open_first_registration(signed(who), act_on(basis, 0), parcels(numbers), claim)?;
	Ok(LastRegistration::<Test>::get())
}

fn open(numbers: &[u64], shares: &[(Party, u32)]) -> ApplicationId {
	open_as(EXAMINER, FIRST_REGISTRATION, numbers, Some(claim(shares))).unwrap()
}

fn decide(who: AccountId, id: ApplicationId, verdict: RegistrationVerdict) -> DispatchResult {
	let basis = Registrations::<Test>::get(id).unwrap().preparation.act.legal_basis;
	let act = act_on(basis, registration_version(id));
	LandRegister::decide_first_registration(signed(who), act, id, verdict)
}

fn unit_registered(id: ApplicationId) -> UnitNumber {
	match Registrations::<Test>::get(id).unwrap().state {
		RegistrationState::Registered(unit) => unit,
		state => panic!("not registered but {state:?}"),
	}
}

/// Registers land for its owners.
fn land(numbers: &[u64], shares: &[(Party, u32)]) -> UnitNumber {
	let id = open(numbers, shares);
	pass_days(31);
	assert_ok!(decide(DECIDER, id, RegistrationVerdict::Register));
	unit_registered(id)
}

/// Registers land of which nobody knows the owners.
fn land_of_unknown(numbers: &[u64]) -> UnitNumber {
	let id = open_as(EXAMINER, TAKE_OVER, numbers, None).unwrap();
	pass_days(31);
	assert_ok!(decide(DECIDER, id, RegistrationVerdict::Register));
	unit_registered(id)
}

/// A leg on the title as it is now.
fn leg(unit: UnitNumber, act: LandAct) -> Leg {
	Leg { unit, expected_version: version(unit), act }
}

fn transfer(from: Party, to: Party, units: u32, cause: Cause) -> LandAct {
	TitleAct::Transfer { from, to, units, cause, subject_to_mortgages: false }
}

fn sell(from: Party, to: Party, units: u32) -> LandAct {
	transfer(from, to, units, Cause::Sale)
}

fn mortgage(on: MortgageOn<Party>, creditor: Party) -> LandAct {
	TitleAct::EncumberByMortgage { on, creditor, amount: AMOUNT, source: SOURCE }
}

fn in_days(days: i32) -> CalendarDate {
	today().checked_add_days(days).unwrap()
}

fn caveat(beneficiary: Party) -> LandAct {
	notice(NoticeKind::Caveat, beneficiary)
}

fn notice(kind: NoticeKind, beneficiary: Party) -> LandAct {
	TitleAct::EnterNotice { kind, beneficiary: Some(beneficiary), expires: Some(in_days(60)) }
}

fn freeze() -> LandAct {
	TitleAct::EnterNotice { kind: NoticeKind::CourtFreeze, beneficiary: None, expires: None }
}

fn lease(holder: Party) -> LandAct {
	let right = RightTerms {
		kind: RightKind::Lease,
		holder: Holder::Party(holder),
		from: today(),
		to: Some(in_days(365)),
		derived_from: None,
		source: SOURCE,
	};
	TitleAct::Grant { right }
}

fn easement(dominant: UnitNumber) -> LandAct {
	let right = RightTerms {
		kind: RightKind::RightOfWay,
		holder: Holder::Unit(dominant),
		from: today(),
		to: None,
		derived_from: None,
		source: SOURCE,
	};
	TitleAct::Grant { right }
}

fn adopt(shares: &[(Party, u32)]) -> LandAct {
	let Claim { total_units, owners } = claim(shares);
	TitleAct::Adopt { total_units, owners }
}

fn prepare_as(
	who: AccountId,
	basis: LegalBasis,
	legs: Vec<Leg>,
	authority: Authority,
	acting_for: Option<Party>,
) -> Result<ConveyanceId, DispatchError> {
	let act = act_on(basis, 0);
	let legs = Box::new(Legs::try_from(legs).unwrap());
	LandRegister::prepare_conveyance(signed(who), act, legs, authority, acting_for)?;
	Ok(LastConveyance::<Test>::get())
}

/// Prepares a conveyance as the registrar.
fn prepare(basis: LegalBasis, legs: Vec<Leg>) -> Result<ConveyanceId, DispatchError> {
	prepare_as(EXAMINER, basis, legs, Authority::Registrar, None)
}

/// Prepares a court's order.
fn order(basis: LegalBasis, legs: Vec<Leg>) -> Result<ConveyanceId, DispatchError> {
	prepare_as(JUDGE, basis, legs, Authority::Court, None)
}

fn basis_of(id: ConveyanceId) -> LegalBasis {
	Conveyances::<Test>::get(id).unwrap().preparation.act.legal_basis
}

/// An act on a conveyance as it is now.
fn on(id: ConveyanceId) -> Act {
	act_on(basis_of(id), conveyance_version(id))
}

fn agree(who: AccountId, id: ConveyanceId) -> DispatchResult {
	LandRegister::consent(signed(who), on(id), id)
}

fn by_deed(who: AccountId, id: ConveyanceId, party: Party) -> DispatchResult {
	let act = act_on(DEED, conveyance_version(id));
	LandRegister::consent_by_deed(signed(who), act, id, party)
}

fn settle(who: AccountId, id: ConveyanceId) -> DispatchResult {
	LandRegister::settle(signed(who), on(id), id)
}

/// Has those who are persons with an account consent, and settles.
fn settled(id: ConveyanceId) {
	for consent in Conveyances::<Test>::get(id).unwrap().consents {
		match consent.party {
			Party::Company(number) => resolve(number, LandRegister::matter(id).unwrap()),
			Party::State(_) => {
				assert_ok!(agree(SEAT, id));
			},
			party => {
				let account = (100..200).find(|account| person(*account) == party);
				assert_ok!(agree(account.expect("a person with an account"), id));
			},
		}
	}
	assert_ok!(settle(DECIDER, id));
}

/// Does acts on one title, as the registrar, with all consents.
fn convey(basis: LegalBasis, unit: UnitNumber, acts: Vec<LandAct>) {
	let legs = acts.into_iter().map(|act| leg(unit, act)).collect();
	settled(prepare(basis, legs).unwrap());
}

/// Does an act by order of a court.
fn ordered(basis: LegalBasis, unit: UnitNumber, act: LandAct) {
	let id = order(basis, vec![leg(unit, act)]).unwrap();
	assert_ok!(settle(DECIDER, id));
}

fn group(members: &[Party]) -> Party {
	let members = members.to_vec().try_into().unwrap();
	let act = act_on(TRANSFER, 0);
	assert_ok!(LandRegister::form_group(signed(EXAMINER), act, District::NATIONAL, members));
	Party::Group(LastGroup::<Test>::get())
}

fn events() -> Vec<Event<Test>> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::LandRegister(event) => Some(event),
			_ => None,
		})
		.collect()
}

fn last_event() -> Event<Test> {
	events().pop().expect("an event")
}

fn backdated(mut act: Act) -> Act {
	act.effective_from = act.effective_from.checked_sub_days(1).unwrap();
	act
}

fn in_future(mut act: Act) -> Act {
	act.effective_from = act.effective_from.checked_add_days(1).unwrap();
	act
}

#[test]
fn errors_should_name_each_reason_when_they_come_from_the_rules() {
	use polity_primitives::{record::RecordError, StandingError};
	use polity_title::{JoinError, TitleError};
	type E = Error<Test>;
	assert_eq!(E::from(RecordError::TooManyVersions), E::TooManyVersions);
	for (from, to) in [
		(StandingError::Incomplete, E::PartyIncomplete),
		(StandingError::Disputed, E::PartyDisputed),
		(StandingError::NotSealed, E::PartyNotSealed),
	] {
		assert_eq!(E::from(from), to);
	}
	// Each reason of the rules has a name of its own here, but for those that no act leads to.
	let titles = [
		(TitleError::DenominatorZero, E::DenominatorZero),
		(TitleError::DenominatorTooLarge, E::DenominatorTooLarge),
		(TitleError::SumDiffers, E::SumDiffers),
		(TitleError::UnitsZero, E::UnitsZero),
		(TitleError::DuplicateOwner, E::DuplicateOwner),
		(TitleError::OwnersUnknown, E::OwnersUnknown),
		(TitleError::OwnersKnown, E::OwnersKnown),
		(TitleError::NotOwner, E::NotOwner),
		(TitleError::NotEnoughUnits, E::NotEnoughUnits),
		(TitleError::SameParty, E::SameParty),
		(TitleError::OwnersFull, E::OwnersFull),
		(TitleError::RightsFull, E::RightsFull),
		(TitleError::MortgagesFull, E::MortgagesFull),
		(TitleError::NoticesFull, E::NoticesFull),
		(TitleError::RestrictionsFull, E::RestrictionsFull),
		(TitleError::EntriesExhausted, E::EntriesExhausted),
		(TitleError::EntryNotFound, E::EntryNotFound),
		(TitleError::FactorTooSmall, E::FactorTooSmall),
		(TitleError::RescaleOverflow, E::RescaleOverflow),
		(TitleError::CaveatStands, E::CaveatStands),
		(TitleError::PriorityNoticeStands, E::PriorityNoticeStands),
		(TitleError::CourtFreezeStands, E::CourtFreezeStands),
		(TitleError::LisPendensStands, E::LisPendensStands),
		(TitleError::CourtOrderMissing, E::CourtOrderMissing),
		(TitleError::ConsentMissing, E::ConsentMissing),
		(TitleError::SourceMissing, E::SourceMissing),
		(TitleError::EndBeforeStart, E::EndBeforeStart),
		(TitleError::BeyondBase, E::BeyondBase),
		(TitleError::RightExpired, E::RightExpired),
		(TitleError::AlreadyExpired, E::AlreadyExpired),
		(TitleError::StillInForce, E::StillInForce),
		(TitleError::RightBurdened, E::RightBurdened),
		(TitleError::EasementWithoutUnit, E::EasementWithoutUnit),
		(TitleError::HolderNotParty, E::HolderNotParty),
		(TitleError::EasementOnItself, E::EasementOnItself),
		(TitleError::EasementFollowsUnit, E::EasementFollowsUnit),
		(TitleError::MortgageWouldSpread, E::MortgageWouldSpread),
		(TitleError::BeneficiaryMissing, E::BeneficiaryMissing),
		(TitleError::ExpiryMissing, E::ExpiryMissing),
		(TitleError::ChildrenOutOfBounds, E::ChildrenOutOfBounds),
		(TitleError::OwnersUnordered, E::TitleBroken),
		(TitleError::RankGap, E::TitleBroken),
		(TitleError::EntriesInconsistent, E::TitleBroken),
		(TitleError::DanglingEntry, E::TitleBroken),
	];
	for (from, to) in titles {
		assert_eq!(E::from(JoinError::Title(from)), to);
	}
	for (from, to) in [
		(JoinError::PartsOutOfBounds, E::PartsOutOfBounds),
		(JoinError::DuplicatePart, E::PartTwice),
	] {
		assert_eq!(E::from(from), to);
	}
}

#[test]
fn root_and_strangers_should_be_refused_when_they_call() {
	build_and_execute(|| {
		let unit = land(&[1], &[(person(ANNA), 1)]);
		let id = prepare(TRANSFER, vec![leg(unit, sell(person(ANNA), person(BORIS), 1))]).unwrap();
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(
				LandRegister::settle(origin.clone(), on(id), id),
				DispatchError::BadOrigin
			);
			assert_noop!(LandRegister::consent(origin, on(id), id), DispatchError::BadOrigin);
		}
		for who in [STRANGER, ANNA, EXAMINER] {
			assert_noop!(
				LandRegister::settle(signed(who), on(id), id),
				DispatchError::Other("not covered by a mandate")
			);
		}
		assert_noop!(
			prepare_as(
				STRANGER,
				TRANSFER,
				vec![leg(unit, sell(person(ANNA), person(BORIS), 1))],
				Authority::Registrar,
				None
			),
			DispatchError::Other("not covered by a mandate")
		);
	});
}

fn head_of(version: u32) -> Head {
	Head { seq: version, ..Default::default() }
}
