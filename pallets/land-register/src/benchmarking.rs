//! How heavy the calls are, at their heaviest: titles as full as they can be, and as many earlier
//! conveyances on each unit as can wait, all of them dead.

use alloc::{boxed::Box, vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::BoundedVec;
use frame_system::RawOrigin;
use polity_primitives::{
	act::{LegalBasis, RequestId, MAX_DOCUMENTS},
	ids::{ApplicationId, ConveyanceId, GroupId, MandateId, ProposalId},
	time::{CalendarDate, Instant, Period},
	traits::{
		Agreed, Companies, CompanyEstate, DecidedSurvey, GroundChange, LegalClock,
		MandateAuthority, Parcels, Persons, TitledGround,
	},
	Act, Commitment, CompanyNumber, DocumentCommitment, Hash, HashAlgorithm, Power, Register,
	RuleVersion, Tag,
};
use polity_title::{
	Cause, Holder, Mortgage, MortgageOn, Restriction, RestrictionKind, Right, RightKind,
	RightTerms, Share, TitleAct, TitleLaw, MAX_MORTGAGES, MAX_OWNERS, MAX_RESTRICTIONS, MAX_RIGHTS,
};

use crate::{
	bases::{COURT_ORDER, DEED, FIRST_REGISTRATION, PARAMETERS, SURVEY, TRANSFER},
	types::*,
	Call, Config, Conveyances, LastConveyance, LastGroup, LastProposal, LastRegistration, Law,
	Pallet, Pending, Registrations, SurveyConsents,
};
use polity_primitives::{District, ParcelNumber, Party, UnitNumber};

/// What the benchmarks need from the runtime.
pub trait BenchmarkHelper {
	/// Sets the time of the block.
	fn set_now(now: Instant);
}

/// 2026-11-22T12:00:00Z: every period that began at the beginning of time is over.
const START: Instant = Instant::from_millis(1_795_348_800_000);

type Account<T> = <T as frame_system::Config>::AccountId;

const MATTER: Hash = Hash::repeat_byte(7);
const SOURCE: [u8; 32] = [3; 32];
/// The last of as many owners as there can be, whose account signs.
const SIGNER: u16 = MAX_OWNERS as u16 - 1;
/// The last of the owners of a full title, whom a conveyance asks last.
const LAST: u16 = SIGNER - 1;
/// The first of the persons who are no owners, and have no account: creditors, then holders of rights,
/// then others.
const CREDITORS: u16 = 100;
const HOLDERS: u16 = 200;
const OTHERS: u16 = 300;
/// The most parcels that a survey of the cadastre makes of one, and the most that it merges.
const CHILDREN: u32 = 16;
const JOINED: u32 = 8;

fn tag(place: u16) -> Tag {
	let mut bytes = [0xA7; 32];
	bytes[..2].copy_from_slice(&place.to_be_bytes());
	Tag::new(bytes).expect("not zero; qed")
}

/// A person who is enrolled, by place.
fn person<T: Config>(place: u16) -> Party {
	T::Persons::enrol_for_benchmark(Register::Land, tag(place), None);
	Party::Person(tag(place))
}

/// The same with an account.
fn signer<T: Config>(place: u16) -> Account<T> {
	let who: Account<T> = account("party", place.into(), 0);
	T::Persons::enrol_for_benchmark(Register::Land, tag(place), Some(who.clone()));
	who
}

/// An owner, who has an account.
fn owner<T: Config>(place: u16) -> Party {
	signer::<T>(place);
	Party::Person(tag(place))
}

/// An act with as many documents as it can have.
fn act<T: Config>(legal_basis: LegalBasis, request: u32, expected_version: u32) -> Act {
	let mut bytes = [0xB5; 16];
	bytes[..4].copy_from_slice(&request.to_le_bytes());
	let digest = Commitment::new([5; 32]).expect("not zero; qed");
	let document = DocumentCommitment { algorithm: HashAlgorithm::Sha2_256, digest };
	Act {
		legal_basis,
		rule_version: RuleVersion::CURRENT,
		documents: vec![document; MAX_DOCUMENTS as usize].try_into().expect("the bound; qed"),
		request: RequestId::new(bytes).expect("not zero; qed"),
		expected_version,
		effective_from: today::<T>(),
	}
}

fn today<T: Config>() -> CalendarDate {
	T::Clock::today(Register::Land, District::NATIONAL)
}

fn officer<T: Config>(seed: u8) -> Account<T> {
	let who = account("officer", seed.into(), 0);
	let (register, district) = (Register::Land, District::NATIONAL);
	// Once each: an account can hold few mandates.
	if T::Mandates::ensure_mandate(&who, register, Power::Decide, district).is_err() {
		let person = Tag::new([100 + seed; 32]).expect("not zero; qed");
		T::Mandates::grant_for_benchmark(&who, person, register, district);
	}
	who
}

fn maker<T: Config>() -> Account<T> {
	officer::<T>(1)
}

fn checker<T: Config>() -> Account<T> {
	officer::<T>(2)
}

/// An officer of another ministry, who notarises and speaks for a court.
fn judge<T: Config>() -> Account<T> {
	// The keeper's officers come first: the judge's ministry takes the courts over from theirs.
	maker::<T>();
	checker::<T>();
	let who = account("judge", 0, 0);
	let person = Tag::new([99; 32]).expect("not zero; qed");
	let (register, district) = (Register::Land, District::NATIONAL);
	T::Mandates::grant_elsewhere_for_benchmark(&who, person, register, district);
	who
}

/// The mandate by which an officer uses a power.
fn mandate_of<T: Config>(who: &Account<T>, power: Power) -> MandateId {
	T::Mandates::ensure_mandate(who, Register::Land, power, District::NATIONAL)
		.expect("it was granted; qed")
		.mandate
}

fn parcel<T: Config>(nth: u32) -> ParcelNumber {
	T::Parcels::register_for_benchmark(nth)
}

fn owners<T: Config>() -> LandOwners {
	let shares = (0..MAX_OWNERS as u16).map(|place| Share {
		party: owner::<T>(place),
		units: 10,
		by_deed: false,
	});
	shares.collect::<Vec<_>>().try_into().expect("the bound; qed")
}

fn claim<T: Config>() -> Claim {
	Claim { total_units: 10 * MAX_OWNERS, owners: owners::<T>() }
}

fn many<Item, const MOST: u32>(
	most: u32,
	item: impl Fn(u32) -> Item,
) -> BoundedVec<Item, frame_support::traits::ConstU32<MOST>> {
	BoundedVec::truncate_from((1..=most).map(item).collect())
}

/// A title as full as it can be, but for one owner and the notices: those would stop every act.
fn full_title<T: Config>() -> LandTitle {
	let mut owners = owners::<T>();
	owners.truncate(MAX_OWNERS as usize - 1);
	let from = today::<T>();
	LandTitle {
		total_units: 10 * (MAX_OWNERS - 1),
		owners,
		rights: many(MAX_RIGHTS, |id| Right {
			id,
			terms: RightTerms {
				kind: RightKind::Lease,
				holder: Holder::Party(person::<T>(HOLDERS + id as u16)),
				from,
				to: from.checked_add_days(365),
				derived_from: None,
				source: SOURCE,
			},
		}),
		mortgages: many(MAX_MORTGAGES, |rank| Mortgage {
			id: MAX_RIGHTS + rank,
			creditor: person::<T>(CREDITORS + rank as u16),
			on: MortgageOn::Title,
			rank,
			amount: SOURCE,
			source: SOURCE,
		}),
		notices: BoundedVec::new(),
		restrictions: many(MAX_RESTRICTIONS, |nth| Restriction {
			id: MAX_RIGHTS + MAX_MORTGAGES + nth,
			kind: RestrictionKind::NoBuilding,
			from,
			to: None,
			source: SOURCE,
		}),
		last_entry: MAX_RIGHTS + MAX_MORTGAGES + MAX_RESTRICTIONS,
	}
}

/// A unit with a title, which the index knows.
fn unit<T: Config>(parcels: UnitParcels, title: &LandTitle) -> UnitNumber {
	let number = Pallet::<T>::next_unit().expect("numbers are left; qed");
	let district = District::NATIONAL;
	Pallet::<T>::create_unit(number, district, parcels.clone(), Default::default(), title);
	Pallet::<T>::write_index(vec![Pallet::<T>::index_change(number, None, Some(title))]);
	let change = TitleChange::Registered {
		registration: ApplicationId(1),
		parcels,
		title: title.clone(),
		prepared_under: MandateId(1),
	};
	let act = act::<T>(FIRST_REGISTRATION, 1, 0);
	Pallet::<T>::record_title(number, district, Some(&act), Some(MandateId(1)), change)
		.expect("a first entry; qed");
	number
}

/// A law that is not the one of any network's beginning.
fn another_law() -> RegisterLaw {
	RegisterLaw { max_notice_period: Period::Years(1), ..RegisterLaw::DEFAULT }
}

fn law_proposed<T: Config>() -> ProposalId {
	let act = act::<T>(PARAMETERS, 1, 0);
	Pallet::<T>::propose_law(RawOrigin::Signed(maker::<T>()).into(), act, another_law())
		.expect("it is another; qed");
	LastProposal::<T>::get()
}

/// As many sales of different units as there are legs: to somebody new, under a law that asks every
/// other owner, with the consent of every creditor.
fn sales<T: Config>(legs: u32) -> Box<Legs> {
	let titles = TitleLaw { pre_emption_of_co_owners: true };
	Law::<T>::put(RegisterLaw { titles, ..RegisterLaw::DEFAULT });
	let title = full_title::<T>();
	let legs = (0..legs).map(|nth| {
		let act = TitleAct::Transfer {
			from: owner::<T>(0),
			to: person::<T>(OTHERS + nth as u16),
			units: 5,
			cause: Cause::Sale,
			subject_to_mortgages: false,
		};
		Leg { unit: unit::<T>(Default::default(), &title), expected_version: 1, act }
	});
	Box::new(legs.collect::<Vec<_>>().try_into().expect("the bound; qed"))
}

/// Puts as many conveyances before others on each unit as can wait; all have lapsed.
fn with_dead_queue<T: Config>(legs: &Legs, conveyance: &Conveyance) {
	let mut next = 1_000_000;
	for leg in legs {
		let mut queue = Pending::<T>::get(leg.unit).into_inner();
		while (queue.len() as u32) < MAX_PENDING - 1 {
			let id = ConveyanceId(next);
			next += 1;
			let dead = Conveyance { made_at: Default::default(), ..conveyance.clone() };
			Conveyances::<T>::insert(id, dead);
			queue.insert(0, id);
		}
		Pending::<T>::insert(leg.unit, BoundedVec::truncate_from(queue));
	}
}

/// A conveyance of as many legs as it can have.
fn prepared<T: Config>() -> ConveyanceId {
	T::BenchmarkHelper::set_now(START);
	let legs = sales::<T>(MAX_LEGS);
	Pallet::<T>::prepare_conveyance(
		RawOrigin::Signed(maker::<T>()).into(),
		act::<T>(TRANSFER, 10, 0),
		legs.clone(),
		Authority::Registrar,
		None,
	)
	.expect("the sales are lawful; qed");
	let id = LastConveyance::<T>::get();
	let conveyance = Conveyances::<T>::get(id).expect("it was prepared; qed");
	with_dead_queue::<T>(&legs, &conveyance);
	id
}

fn change<T: Config>(id: ConveyanceId, change: impl FnOnce(&mut Conveyance)) {
	Conveyances::<T>::mutate(id, |conveyance| {
		if let Some(conveyance) = conveyance {
			change(conveyance);
		}
	});
}

/// Lets everybody have consented but the last, if one is left out.
fn consented<T: Config>(id: ConveyanceId, but: usize) {
	change::<T>(id, |conveyance| {
		let given = conveyance.consents.len() - but;
		for consent in conveyance.consents.iter_mut().take(given) {
			consent.state = ConsentState::Given { at: T::Clock::now() };
		}
	});
}

/// A party that has not consented and has no account.
fn without_key<T: Config>(id: ConveyanceId) -> Party {
	let party = Party::Person(tag(CREDITORS + 1));
	change::<T>(id, |conveyance| {
		for consent in conveyance.consents.iter_mut().filter(|consent| consent.party == party) {
			consent.state = ConsentState::Awaited;
		}
	});
	party
}

fn version<T: Config>(id: ConveyanceId) -> u32 {
	Pallet::<T>::conveyance(id).map_or(0, |conveyance| conveyance.head.seq)
}

/// A first registration of as many parcels and owners as one can have, with as many objections but
/// one, which were all dismissed.
fn opened<T: Config>() -> ApplicationId {
	T::BenchmarkHelper::set_now(START);
	let parcels: Vec<_> = (0..MAX_UNIT_PARCELS).map(parcel::<T>).collect();
	Pallet::<T>::open_first_registration(
		RawOrigin::Signed(maker::<T>()).into(),
		act::<T>(FIRST_REGISTRATION, 20, 0),
		parcels.try_into().expect("the bound; qed"),
		Some(claim::<T>()),
	)
	.expect("the parcels are nobody's; qed");
	let id = LastRegistration::<T>::get();
	Registrations::<T>::mutate(id, |registration| {
		let Some(registration) = registration else { return };
		for place in 1..MAX_OBJECTIONS as u16 {
			let objection = Objection { claimant: tag(OTHERS + place), is_dismissed: true };
			registration.objections.try_push(objection).expect("the bound; qed");
		}
		// Everybody has had time to object.
		registration.made_at = Default::default();
	});
	id
}

fn objected<T: Config>(id: ApplicationId) -> Account<T> {
	let who = signer::<T>(OTHERS);
	Pallet::<T>::object_to_registration(
		RawOrigin::Signed(who.clone()).into(),
		act::<T>(FIRST_REGISTRATION, 21, 1),
		id,
	)
	.expect("it is open; qed");
	who
}

/// Lets as many have objected as can, but so many.
fn opposed<T: Config>(id: ConveyanceId, but: usize) {
	change::<T>(id, |conveyance| {
		let parties: Vec<_> =
			conveyance.consents.iter().map(|consent| consent.party.clone()).collect();
		let most = MAX_OBJECTIONS as usize - but;
		conveyance.objections = BoundedVec::truncate_from(parties[..most].to_vec());
	});
}

/// Lets parties consent to a survey, by deeds to which nobody can object any more.
fn agree<T: Config>(number: UnitNumber, parties: impl Iterator<Item = Party>) {
	let mandate = mandate_of::<T>(&judge::<T>(), Power::Notarise);
	T::BenchmarkHelper::set_now(START);
	let state = ConsentState::ByDeed { mandate, recorded_at: Default::default() };
	let consents = parties.map(|party| Consent { party, state }).collect();
	let consents = BoundedVec::truncate_from(consents);
	let deed_notice_period = RegisterLaw::DEFAULT.deed_notice_period;
	let agreed = SurveyConsent { version: 1, deed_notice_period, consents, ordered_under: None };
	SurveyConsents::<T>::insert(MATTER, number, agreed);
}

/// A unit, and the consents of its owners to a survey, which also concerns somebody who signs: an owner
/// of land that it serves.
fn surveyed<T: Config>() -> UnitNumber {
	surveyed_with::<T>(owner::<T>(SIGNER))
}

/// The same with somebody else. Whoever consents is looked for in all titles that easements serve, among
/// the members of the groups that own those.
fn surveyed_with<T: Config>(last: Party) -> UnitNumber {
	let mut title = full_title::<T>();
	title.mortgages.clear();
	let owners: Vec<_> = title.owners.iter().map(|share| share.party.clone()).collect();
	for nth in 1..=MAX_RIGHTS {
		let id = GroupId(nth.into());
		let members: Vec<_> =
			(0..MAX_GROUP_MEMBERS as u16).map(|place| person::<T>(HOLDERS + place)).collect();
		Pallet::<T>::create_group(id, members.try_into().expect("the bound; qed"));
		let mut served = title_of_owners::<T>(1, MAX_RIGHTS, MAX_RESTRICTIONS);
		for share in served.owners.iter_mut() {
			share.party = if nth == MAX_RIGHTS { last.clone() } else { Party::Group(id) };
		}
		let dominant = unit_on::<T>(nth, &served);
		for right in title.rights.iter_mut().filter(|right| right.id == nth) {
			right.terms.kind = RightKind::RightOfWay;
			right.terms.holder = Holder::Unit(dominant);
		}
	}
	let number = unit_on::<T>(0, &title);
	agree::<T>(number, owners.into_iter());
	number
}

/// As many groups as can own a unit, each of two: together as many as can be asked.
fn grouped_owners<T: Config>() -> LandOwners {
	let shares = (0..MAX_SURVEY_CONSENTS / 2).map(|group| {
		let members: Vec<_> =
			(2 * group..2 * group + 2).map(|place| owner::<T>(place as u16)).collect();
		let id = GroupId(u64::from(group) + 1);
		Pallet::<T>::create_group(id, members.try_into().expect("the bound; qed"));
		Share { party: Party::Group(id), units: 10, by_deed: false }
	});
	shares.collect::<Vec<_>>().try_into().expect("few; qed")
}

/// A title with so many parties, all of them owners: as full as it can be otherwise.
fn title_of_owners<T: Config>(parties: u32, rights: u32, restrictions: u32) -> LandTitle {
	let mut title = full_title::<T>();
	title.owners.truncate(parties as usize);
	title.total_units = 10 * parties;
	title.mortgages.clear();
	title.rights.truncate(rights as usize);
	for (right, share) in title.rights.iter_mut().zip(title.owners.iter().cycle()) {
		right.terms.holder = Holder::Party(share.party.clone());
	}
	title.restrictions.truncate(restrictions as usize);
	title
}

fn unit_on<T: Config>(nth: u32, title: &LandTitle) -> UnitNumber {
	unit::<T>(vec![parcel::<T>(nth)].try_into().expect("one; qed"), title)
}

/// A survey that was decided.
fn decided(act: &Act) -> DecidedSurvey<'_> {
	DecidedSurvey { act, mandate: MandateId(1), agreed: Agreed::OnChain }
}

fn number_of(nth: u32) -> ParcelNumber {
	ParcelNumber::from_serial(ParcelNumber::LAST_SERIAL - u64::from(nth)).expect("a number; qed")
}

fn parcel_of<T: Config>(number: UnitNumber) -> ParcelNumber {
	Pallet::<T>::unit(number).expect("there; qed").parcels[0]
}

/// A unit that a company may use without an end, where that takes longest to find: as the last member of
/// the last group that holds a right, on a title that is full of groups.
pub(crate) fn unit_used_by<T: Config>(company: CompanyNumber) -> UnitNumber {
	let group = |last: Party| {
		let others = (1..MAX_GROUP_MEMBERS as u16).map(|place| person::<T>(HOLDERS + place));
		let members: Vec<_> = others.chain([last]).collect();
		let id = LastGroup::<T>::get().next().expect("numbers are left; qed");
		Pallet::<T>::create_group(id, members.try_into().expect("the bound; qed"));
		Party::Group(id)
	};
	let mut title = full_title::<T>();
	for share in title.owners.iter_mut() {
		share.party = group(person::<T>(OTHERS));
	}
	for right in title.rights.iter_mut() {
		let is_last = right.id == MAX_RIGHTS;
		let last = if is_last { Party::Company(company) } else { person::<T>(OTHERS) };
		right.terms.holder = Holder::Party(group(last));
		if is_last {
			right.terms.to = None;
		}
	}
	unit::<T>(UnitParcels::default(), &title)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn open_first_registration() {
		let parcels: Vec<_> = (0..MAX_UNIT_PARCELS).map(parcel::<T>).collect();
		let parcels: UnitParcels = parcels.try_into().expect("the bound; qed");
		let (caller, claim) = (maker::<T>(), Some(claim::<T>()));
		let act = act::<T>(FIRST_REGISTRATION, 2, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, parcels, claim);
		assert_eq!(LastRegistration::<T>::get(), ApplicationId(1));
	}

	#[benchmark]
	fn object_to_registration() {
		let id = opened::<T>();
		let caller = signer::<T>(OTHERS);
		let act = act::<T>(FIRST_REGISTRATION, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		assert_eq!(Pallet::<T>::registration(id).expect("there; qed").head.seq, 2);
	}

	#[benchmark]
	fn withdraw_registration_objection() {
		let id = opened::<T>();
		let caller = objected::<T>(id);
		let act = act::<T>(FIRST_REGISTRATION, 2, 2);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		assert_eq!(Pallet::<T>::registration(id).expect("there; qed").head.seq, 3);
	}

	#[benchmark]
	fn dismiss_objection() {
		let id = opened::<T>();
		objected::<T>(id);
		let caller = judge::<T>();
		let act = act::<T>(COURT_ORDER, 2, 2);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, tag(OTHERS));
		assert_eq!(Pallet::<T>::registration(id).expect("there; qed").head.seq, 3);
	}

	#[benchmark]
	fn decide_first_registration() {
		let id = opened::<T>();
		let caller = checker::<T>();
		let act = act::<T>(FIRST_REGISTRATION, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, RegistrationVerdict::Register);
		let registration = Pallet::<T>::registration(id).expect("there; qed").record;
		assert!(matches!(registration.state, RegistrationState::Registered(_)));
	}

	#[benchmark]
	fn withdraw_first_registration() {
		let id = opened::<T>();
		let caller = maker::<T>();
		let act = act::<T>(FIRST_REGISTRATION, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		let registration = Pallet::<T>::registration(id).expect("there; qed").record;
		assert!(matches!(registration.state, RegistrationState::Withdrawn));
	}

	#[benchmark]
	fn prepare_conveyance(l: Linear<1, 8>) {
		// One that is there already fills the queues.
		let dead = prepared::<T>();
		let conveyance = Conveyances::<T>::get(dead).expect("there; qed");
		let legs = sales::<T>(l);
		with_dead_queue::<T>(&legs, &conveyance);
		let caller = maker::<T>();
		let act = act::<T>(TRANSFER, 2, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, legs, Authority::Registrar, None);
		assert_eq!(LastConveyance::<T>::get(), ConveyanceId(2));
	}

	#[benchmark]
	fn consent() {
		let id = prepared::<T>();
		consented::<T>(id, 1);
		let caller = signer::<T>(LAST);
		let act = act::<T>(TRANSFER, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		assert_eq!(version::<T>(id), 2);
	}

	#[benchmark]
	fn withdraw_consent() {
		let id = prepared::<T>();
		consented::<T>(id, 0);
		let caller = signer::<T>(LAST);
		let act = act::<T>(TRANSFER, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		assert_eq!(version::<T>(id), 2);
	}

	#[benchmark]
	fn consent_by_deed() {
		let id = prepared::<T>();
		consented::<T>(id, 0);
		let party = without_key::<T>(id);
		let caller = judge::<T>();
		let act = act::<T>(DEED, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, party);
		assert_eq!(version::<T>(id), 2);
	}

	#[benchmark]
	fn object() {
		let id = prepared::<T>();
		opposed::<T>(id, 1);
		let party = Party::Person(tag(LAST));
		let caller = judge::<T>();
		let act = act::<T>(COURT_ORDER, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, party);
		assert_eq!(version::<T>(id), 2);
	}

	#[benchmark]
	fn withdraw_objection() {
		let id = prepared::<T>();
		opposed::<T>(id, 0);
		let conveyance = Conveyances::<T>::get(id).expect("there; qed");
		let party = conveyance.objections.last().expect("some object; qed").clone();
		let caller = judge::<T>();
		let act = act::<T>(COURT_ORDER, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, party);
		assert_eq!(version::<T>(id), 2);
	}

	#[benchmark]
	fn settle() {
		let id = prepared::<T>();
		consented::<T>(id, 0);
		let caller = checker::<T>();
		let act = act::<T>(TRANSFER, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		let conveyance = Conveyances::<T>::get(id).expect("there; qed");
		assert_eq!(conveyance.state, ConveyanceState::Settled);
	}

	#[benchmark]
	fn refuse_conveyance() {
		let id = prepared::<T>();
		let caller = checker::<T>();
		let act = act::<T>(TRANSFER, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, RefusalReason::DocumentsMissing);
		assert_eq!(version::<T>(id), 2);
	}

	#[benchmark]
	fn withdraw_conveyance() {
		let id = prepared::<T>();
		let caller = maker::<T>();
		let act = act::<T>(TRANSFER, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		assert_eq!(version::<T>(id), 2);
	}

	#[benchmark]
	fn consent_to_survey() {
		let number = surveyed::<T>();
		let caller = signer::<T>(SIGNER);
		let act = act::<T>(SURVEY, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, number, MATTER);
		let agreed = SurveyConsents::<T>::get(MATTER, number).expect("all; qed");
		assert_eq!(agreed.consents.len(), MAX_OWNERS as usize);
	}

	#[benchmark]
	fn consent_to_survey_by_deed() {
		// Nobody who has a key is asked by deed.
		let party = person::<T>(OTHERS);
		let number = surveyed_with::<T>(party.clone());
		let caller = judge::<T>();
		let act = act::<T>(DEED, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, number, MATTER, party);
		let agreed = SurveyConsents::<T>::get(MATTER, number).expect("all; qed");
		assert_eq!(agreed.consents.len(), MAX_OWNERS as usize);
	}

	#[benchmark]
	fn order_survey() {
		let number = surveyed::<T>();
		let caller = judge::<T>();
		let act = act::<T>(COURT_ORDER, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, number, MATTER, true);
		let agreed = SurveyConsents::<T>::get(MATTER, number).expect("an order; qed");
		assert!(agreed.ordered_under.is_some());
	}

	/// A notary objects to a deed, which is more to check than an owner's own word.
	#[benchmark]
	fn withdraw_survey_consent() {
		let number = surveyed::<T>();
		let caller = judge::<T>();
		let party = Party::Person(tag(LAST));
		let act = act::<T>(DEED, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, number, MATTER, party);
		let agreed = SurveyConsents::<T>::get(MATTER, number).expect("others stay; qed");
		assert_eq!(agreed.consents.len(), MAX_OWNERS as usize - 2);
	}

	#[benchmark]
	fn propose_law() {
		let caller = maker::<T>();
		let act = act::<T>(PARAMETERS, 2, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, another_law());
		assert_eq!(LastProposal::<T>::get(), ProposalId(1));
	}

	#[benchmark]
	fn decide_law() {
		let id = law_proposed::<T>();
		let caller = checker::<T>();
		let act = act::<T>(PARAMETERS, 2, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id, Verdict::Approve);
		assert_eq!(Pallet::<T>::law().record, another_law());
	}

	#[benchmark]
	fn withdraw_law() {
		let id = law_proposed::<T>();
		let caller = maker::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id);
		assert_eq!(Pallet::<T>::law_proposal(id), None);
	}

	#[benchmark]
	fn form_group() {
		let members: Vec<_> = (0..MAX_GROUP_MEMBERS as u16).map(owner::<T>).collect();
		let members: Members = members.try_into().expect("the bound; qed");
		let caller = maker::<T>();
		let act = act::<T>(TRANSFER, 2, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, District::NATIONAL, members);
		assert_eq!(LastGroup::<T>::get(), GroupId(1));
	}

	#[benchmark]
	fn succeed() {
		let district = District::NATIONAL;
		let from = T::Companies::register_for_benchmark(district);
		let to = T::Companies::register_for_benchmark(district);
		let mut title = full_title::<T>();
		for share in title.owners.iter_mut().take(1) {
			share.party = Party::Company(from);
		}
		title.owners.sort_by(|one, other| one.party.cmp(&other.party));
		let units: Vec<_> =
			(0..MAX_SUCCESSION).map(|_| unit::<T>(Default::default(), &title)).collect();
		let act = act::<T>(LegalBasis(315), 2, 1);
		#[block]
		{
			<Pallet<T> as CompanyEstate>::succeed(from, to, &act, MandateId(1)).expect("few; qed");
		}
		let last = units.last().expect("some; qed");
		let passed = Pallet::<T>::title(*last).expect("live; qed").record;
		assert_eq!(passed.units_of(&Party::Company(to)), 10);
	}

	/// A redrawn boundary, of land on which every right is an easement of other land.
	#[benchmark]
	fn ensure_may_change() {
		let served = title_of_owners::<T>(MAX_OWNERS - 1, MAX_RIGHTS, MAX_RESTRICTIONS);
		let mut title = full_title::<T>();
		title.owners = grouped_owners::<T>();
		title.total_units = 10 * title.owners.len() as u32;
		title.mortgages.clear();
		for (nth, right) in title.rights.iter_mut().enumerate() {
			right.terms.kind = RightKind::RightOfWay;
			right.terms.holder = Holder::Unit(unit_on::<T>(nth as u32 + 1, &served));
		}
		let number = unit_on::<T>(0, &title);
		let owners = 0..MAX_SURVEY_CONSENTS as u16;
		agree::<T>(number, owners.map(|place| Party::Person(tag(place))));
		let parcel = parcel_of::<T>(number);
		let officers = [
			mandate_of::<T>(&maker::<T>(), Power::Survey),
			mandate_of::<T>(&checker::<T>(), Power::Decide),
		];
		#[block]
		{
			Pallet::<T>::ensure_may_change(parcel, GroundChange::Redrawn, &MATTER, officers)
				.expect("all have consented; qed");
		}
	}

	/// With as many parties as the index has room for, in the title that goes and those that come.
	#[benchmark]
	fn divide_unit() {
		let parties = MAX_INDEX_CHANGES / (CHILDREN + 1);
		let title = title_of_owners::<T>(parties, MAX_RIGHTS, MAX_RESTRICTIONS);
		let number = unit_on::<T>(0, &title);
		let parcel = parcel_of::<T>(number);
		let children: Vec<_> = (0..CHILDREN).map(number_of).collect();
		let act = act::<T>(SURVEY, 2, 1);
		let made;
		#[block]
		{
			made = Pallet::<T>::subdivide(parcel, &children, &decided(&act))
				.expect("nothing stands against it; qed");
		}
		assert_eq!(made.len(), CHILDREN as usize);
	}

	#[benchmark]
	fn join_units() {
		let parties = MAX_INDEX_CHANGES / (JOINED + 1);
		let title = title_of_owners::<T>(parties, MAX_RIGHTS / JOINED, MAX_RESTRICTIONS / JOINED);
		let parcels: Vec<_> = (0..JOINED)
			.map(|nth| {
				let number = unit_on::<T>(nth, &title);
				parcel_of::<T>(number)
			})
			.collect();
		let act = act::<T>(SURVEY, 2, 1);
		let child = number_of(0);
		#[block]
		{
			Pallet::<T>::merge(&parcels, child, &decided(&act)).expect("all are alike; qed");
		}
		assert!(<Pallet<T> as TitledGround>::unit_of(child).is_some());
	}

	#[benchmark]
	fn reattach_easements() {
		let dominant = unit_on::<T>(0, &full_title::<T>());
		let mut title = full_title::<T>();
		// There is room for the easement of the second successor.
		title.rights.truncate(MAX_RIGHTS as usize - 1);
		title.rights[0].terms.kind = RightKind::RightOfWay;
		title.rights[0].terms.holder = Holder::Unit(dominant);
		title.rights[0].terms.to = None;
		for nth in 1..=MAX_SERVIENT_UNITS {
			unit_on::<T>(nth, &title);
		}
		let successors: Vec<_> =
			(0..2).map(|_| Pallet::<T>::next_unit().expect("numbers are left; qed")).collect();
		let successors = BoundedVec::truncate_from(successors);
		let act = act::<T>(SURVEY, 2, 1);
		let survey = decided(&act);
		let mut index = vec![];
		#[block]
		{
			Pallet::<T>::reattach_easements(&[dominant], &successors, &survey, &mut index)
				.expect("few; qed");
			Pallet::<T>::write_index(index);
		}
		for successor in successors {
			let served = Pallet::<T>::units_of_party(&Party::Unit(successor), MAX_SERVIENT_UNITS);
			assert_eq!(served.len(), MAX_SERVIENT_UNITS as usize);
		}
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
