#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod acts;
pub mod api;
pub mod bases;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod consents;
mod conveyances;
mod errors;
mod estate;
mod events;
mod ground;
mod law;
mod legs;
#[cfg(test)]
mod mock;
mod parties;
mod reads;
mod registrations;
mod rights;
mod storage;
pub mod succession;
mod surveys;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", feature = "std"))]
pub mod try_state;
pub mod types;
mod units;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(storage::storage)]
#[frame_support::pallet]
pub mod pallet {
	use alloc::{boxed::Box, vec::Vec};
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use polity_primitives::{
		ids::{ApplicationId, ConveyanceId, GroupId, ProposalId},
		record::Entry,
		time::{CalendarDate, Period},
		traits::{
			Agreed, Companies, CompanyOfficers, LegalClock, MandateAuthority, MinistryLookup,
			Parcels, Persons, Standing,
		},
		Act, District, Hash, Head, MandateId, ParcelNumber, Party, RecordKind, Tag, UnitNumber,
	};

	use polity_title::TitleLaw;

	use crate::{
		types::{
			Authority, Claim, Conveyance, ConveyanceEntry, Encumbrance, GenesisUnit, LandAct,
			LandTitle, LawChange, LawProposal, Legs, Members, OrderedId, RefusalReason,
			RegisterLaw, Registration, RegistrationEntry, RegistrationVerdict, RelatedUnits,
			SurveyConsent, TitleEntry, Unit, UnitParcels, Verdict, Versioned, WorkState,
			MAX_CONSENTS, MAX_PENDING,
		},
		WeightInfo,
	};

	/// The layout of this pallet's storage.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The land register.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs from the runtime. Periods are counted by the calendar of the unit's
	/// district, without tolled time.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Time, legal days, calendars and tolled time.
		type Clock: LegalClock;
		/// Who may do what, and the notes of acts that have been done.
		type Mandates: MandateAuthority<Self::AccountId>;
		/// Persons, by their tags of the land register.
		type Persons: Persons<Self::AccountId>;
		/// What a party may do in land.
		type Standing: Standing;
		/// Companies: whether one is wound up, or has ended.
		type Companies: Companies;
		/// What companies have resolved.
		type Officers: CompanyOfficers;
		/// Ministries: a seat consents to what the state gives up.
		type Ministries: MinistryLookup<Self::AccountId>;
		/// The ground.
		type Parcels: Parcels;
		/// How long a change of the law that was prepared can be decided.
		#[pallet::constant]
		type ProposalPeriod: Get<Period>;
		/// Weights of the calls below.
		type WeightInfo: WeightInfo;
		/// What the benchmarks need.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper;
	}

	/// What the register starts with.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Whether a share that is sold to a third party is offered to the other owners first, until
		/// the ministry sets another law.
		pub pre_emption_of_co_owners: bool,
		/// The units that it begins with, on live parcels of the cadastre.
		pub units: Vec<GenesisUnit>,
		/// The runtime.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			let titles = TitleLaw { pre_emption_of_co_owners: self.pre_emption_of_co_owners };
			Law::<T>::put(RegisterLaw { titles, ..RegisterLaw::DEFAULT });
			for unit in &self.units {
				let given = Pallet::<T>::give_unit(unit);
				assert!(given.is_ok(), "land register genesis: {:?}: {unit:?}", given.err());
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::ProposalPeriod::get().check().is_ok(), "the period has a length");
			assert!(RegisterLaw::DEFAULT.is_consistent(), "what no ministry has set can be a law");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			crate::try_state::do_try_state::<T>()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Open the first registration of land: parcels that become one unit, and who claims to own
		/// it. Without a claim the owners stay unknown until they are adopted by a conveyance.
		///
		/// Caller: an officer with the power to examine. Emits [`Event::FirstRegistrationOpened`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::open_first_registration())]
		pub fn open_first_registration(
			origin: OriginFor<T>,
			act: Act,
			parcels: UnitParcels,
			claim: Option<Claim>,
		) -> DispatchResult {
			Self::do_open_first_registration(ensure_signed(origin)?, act, parcels, claim)
		}

		/// Object to a first registration, as one who claims the land too. It is heard until the
		/// registration is decided.
		///
		/// Caller: a person. Emits [`Event::RegistrationObjectedTo`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::object_to_registration())]
		pub fn object_to_registration(
			origin: OriginFor<T>,
			act: Act,
			registration: ApplicationId,
		) -> DispatchResult {
			Self::do_object_to_registration(ensure_signed(origin)?, act, registration)
		}

		/// Withdraw an objection to a first registration.
		///
		/// Caller: who made it. Emits [`Event::RegistrationObjectionWithdrawn`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::withdraw_registration_objection())]
		pub fn withdraw_registration_objection(
			origin: OriginFor<T>,
			act: Act,
			registration: ApplicationId,
		) -> DispatchResult {
			Self::do_withdraw_registration_objection(ensure_signed(origin)?, act, registration)
		}

		/// Dismiss an objection to a first registration.
		///
		/// Caller: an officer with the power of a court, of another ministry than the one that opened
		/// the registration. Emits [`Event::RegistrationObjectionDismissed`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::dismiss_objection())]
		pub fn dismiss_objection(
			origin: OriginFor<T>,
			act: Act,
			registration: ApplicationId,
			claimant: Tag,
		) -> DispatchResult {
			Self::do_dismiss_objection(ensure_signed(origin)?, act, registration, claimant)
		}

		/// Decide a first registration: register the land, once everybody has had time to object and
		/// no objection stands; or refuse it, at any time.
		///
		/// Caller: an officer with the power to decide, another than the maker. Emits
		/// [`Event::LandRegistered`] or [`Event::FirstRegistrationRefused`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::decide_first_registration())]
		pub fn decide_first_registration(
			origin: OriginFor<T>,
			act: Act,
			registration: ApplicationId,
			verdict: RegistrationVerdict,
		) -> DispatchResult {
			Self::do_decide_first_registration(ensure_signed(origin)?, act, registration, verdict)
		}

		/// Withdraw a first registration.
		///
		/// Caller: its maker. Emits [`Event::FirstRegistrationWithdrawn`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::withdraw_first_registration())]
		pub fn withdraw_first_registration(
			origin: OriginFor<T>,
			act: Act,
			registration: ApplicationId,
		) -> DispatchResult {
			Self::do_withdraw_first_registration(ensure_signed(origin)?, act, registration)
		}

		/// Prepare a conveyance: acts on titles, in order, of which all are done or none. Whoever
		/// gives something up has to consent, and so has the party that it is done for.
		///
		/// Caller: an officer with [`Authority::maker_power`]. Emits [`Event::ConveyancePrepared`].
		#[pallet::call_index(10)]
		#[pallet::weight(
			T::WeightInfo::prepare_conveyance(u32::try_from(legs.len()).unwrap_or(u32::MAX))
		)]
		pub fn prepare_conveyance(
			origin: OriginFor<T>,
			act: Act,
			legs: Box<Legs>,
			authority: Authority,
			acting_for: Option<Party>,
		) -> DispatchResult {
			Self::do_prepare_conveyance(ensure_signed(origin)?, act, *legs, authority, acting_for)
		}

		/// Consent to a conveyance. A company does so by its resolution on the conveyance's matter
		/// and not by this call.
		///
		/// Caller: a person who has to consent, or the seat of a ministry that has to. Emits
		/// [`Event::ConsentGiven`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::consent())]
		pub fn consent(origin: OriginFor<T>, act: Act, conveyance: ConveyanceId) -> DispatchResult {
			Self::do_consent(ensure_signed(origin)?, act, conveyance)
		}

		/// Take a consent back, also one by deed.
		///
		/// Caller: as for [`Self::consent`]. Emits [`Event::ConsentWithdrawn`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::withdraw_consent())]
		pub fn withdraw_consent(
			origin: OriginFor<T>,
			act: Act,
			conveyance: ConveyanceId,
		) -> DispatchResult {
			Self::do_withdraw_consent(ensure_signed(origin)?, act, conveyance)
		}

		/// Record that a party without an account has consented by deed. The consent counts once
		/// [`RegisterLaw::deed_notice_period`] is over and nobody has objected.
		///
		/// Caller: an officer with the power to notarise, of another ministry than the maker's. Emits
		/// [`Event::DeedRecorded`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::consent_by_deed())]
		pub fn consent_by_deed(
			origin: OriginFor<T>,
			act: Act,
			conveyance: ConveyanceId,
			party: Party,
		) -> DispatchResult {
			Self::do_consent_by_deed(ensure_signed(origin)?, act, conveyance, party)
		}

		/// Object to a conveyance: it is not settled while the objection stands, unless a court
		/// orders it.
		///
		/// Caller: the party; or for it an officer with the power to notarise (by a deed) or of a
		/// court (by its order). Emits [`Event::ObjectionMade`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::object())]
		pub fn object(
			origin: OriginFor<T>,
			act: Act,
			conveyance: ConveyanceId,
			party: Party,
		) -> DispatchResult {
			Self::do_object(ensure_signed(origin)?, act, conveyance, party)
		}

		/// Withdraw an objection to a conveyance, or dismiss it as a court.
		///
		/// Caller: the party; or an officer with the power of a court, of another ministry than the
		/// maker's. Emits [`Event::ObjectionWithdrawn`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::withdraw_objection())]
		pub fn withdraw_objection(
			origin: OriginFor<T>,
			act: Act,
			conveyance: ConveyanceId,
			party: Party,
		) -> DispatchResult {
			Self::do_withdraw_objection(ensure_signed(origin)?, act, conveyance, party)
		}

		/// Settle a conveyance: all its legs, or none.
		///
		/// Caller: an officer with the power to decide, another than the maker; of another ministry,
		/// where a court has ordered it or somebody has consented by deed. Emits
		/// [`Event::TitleChanged`] for each leg, and [`Event::ConveyanceSettled`].
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::settle())]
		pub fn settle(origin: OriginFor<T>, act: Act, conveyance: ConveyanceId) -> DispatchResult {
			Self::do_settle(ensure_signed(origin)?, act, conveyance)
		}

		/// Refuse a conveyance.
		///
		/// Caller: an officer with the power to decide, another than the maker. Emits
		/// [`Event::ConveyanceRefused`].
		#[pallet::call_index(17)]
		#[pallet::weight(T::WeightInfo::refuse_conveyance())]
		pub fn refuse_conveyance(
			origin: OriginFor<T>,
			act: Act,
			conveyance: ConveyanceId,
			reason: RefusalReason,
		) -> DispatchResult {
			Self::do_refuse_conveyance(ensure_signed(origin)?, act, conveyance, reason)
		}

		/// Withdraw a conveyance.
		///
		/// Caller: its maker; anybody once it cannot be settled any more. Emits
		/// [`Event::ConveyanceWithdrawn`].
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::withdraw_conveyance())]
		pub fn withdraw_conveyance(
			origin: OriginFor<T>,
			act: Act,
			conveyance: ConveyanceId,
		) -> DispatchResult {
			Self::do_withdraw_conveyance(ensure_signed(origin)?, act, conveyance)
		}

		/// Consent to a survey that changes the ground of a unit. The act cites the version of its
		/// title: a consent falls when the title changes. A company does so by its resolution.
		///
		/// Caller: an owner who is a person, or the seat of a ministry that is one. Emits
		/// [`Event::SurveyConsentGiven`].
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::consent_to_survey())]
		pub fn consent_to_survey(
			origin: OriginFor<T>,
			act: Act,
			unit: UnitNumber,
			matter: Hash,
		) -> DispatchResult {
			Self::do_consent_to_survey(ensure_signed(origin)?, act, unit, matter)
		}

		/// Take a consent to a survey back, or object to a deed.
		///
		/// Caller: the party; for it, against a deed, a notary on legal basis 412 or a court on 409.
		/// Emits [`Event::SurveyConsentWithdrawn`].
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::withdraw_survey_consent())]
		pub fn withdraw_survey_consent(
			origin: OriginFor<T>,
			act: Act,
			unit: UnitNumber,
			matter: Hash,
			party: Party,
		) -> DispatchResult {
			Self::do_withdraw_survey_consent(ensure_signed(origin)?, act, unit, matter, party)
		}

		/// Record the deed by which an owner who has no key consented to a survey. It counts once
		/// [`RegisterLaw::deed_notice_period`] is over and nobody has objected, if neither officer of the
		/// survey is of the notary's ministry.
		///
		/// Caller: an officer with the power to notarise. Emits [`Event::SurveyDeedRecorded`].
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::consent_to_survey_by_deed())]
		pub fn consent_to_survey_by_deed(
			origin: OriginFor<T>,
			act: Act,
			unit: UnitNumber,
			matter: Hash,
			party: Party,
		) -> DispatchResult {
			Self::do_consent_to_survey_by_deed(ensure_signed(origin)?, act, unit, matter, party)
		}

		/// Order a survey in place of the owners' consents, or lift that order. It counts if neither
		/// officer of the survey is of the court's ministry.
		///
		/// Caller: an officer with the power to freeze as a court. Emits [`Event::SurveyOrdered`].
		#[pallet::call_index(23)]
		#[pallet::weight(T::WeightInfo::order_survey())]
		pub fn order_survey(
			origin: OriginFor<T>,
			act: Act,
			unit: UnitNumber,
			matter: Hash,
			is_ordered: bool,
		) -> DispatchResult {
			Self::do_order_survey(ensure_signed(origin)?, act, unit, matter, is_ordered)
		}

		/// Form a group of parties that is to hold something undivided. It gives nobody anything, and
		/// never changes.
		///
		/// Caller: an officer with the power to examine. Emits [`Event::GroupFormed`].
		#[pallet::call_index(30)]
		#[pallet::weight(T::WeightInfo::form_group())]
		pub fn form_group(
			origin: OriginFor<T>,
			act: Act,
			district: District,
			members: Members,
		) -> DispatchResult {
			Self::do_form_group(ensure_signed(origin)?, act, district, members)
		}

		/// Prepare a change of the law of the register.
		///
		/// Caller: an officer with the power to examine, for the whole country. Emits
		/// [`Event::LawProposed`].
		#[pallet::call_index(40)]
		#[pallet::weight(T::WeightInfo::propose_law())]
		pub fn propose_law(origin: OriginFor<T>, act: Act, law: RegisterLaw) -> DispatchResult {
			Self::do_propose_law(ensure_signed(origin)?, act, law)
		}

		/// Decide a change of the law that another officer has prepared.
		///
		/// Caller: an officer with the power to decide, another than the maker. Emits
		/// [`Event::LawChanged`] or [`Event::LawRejected`].
		#[pallet::call_index(41)]
		#[pallet::weight(T::WeightInfo::decide_law())]
		pub fn decide_law(
			origin: OriginFor<T>,
			act: Act,
			proposal: ProposalId,
			verdict: Verdict,
		) -> DispatchResult {
			Self::do_decide_law(ensure_signed(origin)?, act, proposal, verdict)
		}

		/// Withdraw a change of the law that was prepared.
		///
		/// Caller: its maker; anybody once it cannot be decided any more. Emits
		/// [`Event::LawWithdrawn`].
		#[pallet::call_index(42)]
		#[pallet::weight(T::WeightInfo::withdraw_law())]
		pub fn withdraw_law(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			Self::do_withdraw_law(ensure_signed(origin)?, proposal)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The title of a live unit.
		pub fn title(unit: UnitNumber) -> Option<Versioned<LandTitle>> {
			Self::read_title(unit)
		}

		/// A unit.
		pub fn unit(number: UnitNumber) -> Option<Unit> {
			Units::<T>::get(number)
		}

		/// The live unit that a parcel belongs to.
		pub fn unit_of_parcel(parcel: ParcelNumber) -> Option<UnitNumber> {
			UnitOf::<T>::get(parcel)
		}

		/// All that burdens a unit today or will.
		pub fn encumbrances(unit: UnitNumber) -> Vec<Encumbrance> {
			Self::read_encumbrances(unit)
		}

		/// Up to 64 entries of a title from a version on: the chain of title.
		pub fn history(unit: UnitNumber, from: u32, limit: u32) -> Vec<TitleEntry> {
			Self::read_history(unit, from, limit)
		}

		/// The title of a unit as the register had it on a day, with what counted on that day alone;
		/// none if it had none then, and where more than 256 entries would have to be read.
		pub fn effective_rights_at(unit: UnitNumber, day: CalendarDate) -> Option<LandTitle> {
			Self::read_effective_rights_at(unit, day)
		}

		/// Up to 64 units in which a party owns or holds something, in the order of their numbers.
		pub fn titles_of(party: Party, after: Option<UnitNumber>, limit: u32) -> Vec<UnitNumber> {
			Self::read_titles_of(&party, after, limit)
		}

		/// The members of a group.
		pub fn group(id: GroupId) -> Option<Members> {
			Groups::<T>::get(id)
		}

		/// The law on titles where it differs between countries.
		pub fn law() -> Versioned<RegisterLaw> {
			Versioned { record: Law::<T>::get(), head: Self::law_head() }
		}

		/// A change of the law that is prepared and not decided.
		pub fn law_proposal(id: ProposalId) -> Option<LawProposal> {
			LawProposals::<T>::get(id)
		}

		/// A conveyance.
		pub fn conveyance(id: ConveyanceId) -> Option<Versioned<Conveyance>> {
			Self::read_conveyance(id)
		}

		/// What the parties of a conveyance consent to, and what companies resolve.
		pub fn matter(id: ConveyanceId) -> Option<Hash> {
			Conveyances::<T>::get(id).map(|conveyance| conveyance.matter)
		}

		/// The open conveyances on a unit, in the order of their arrival.
		pub fn pending(unit: UnitNumber) -> Vec<ConveyanceId> {
			Pending::<T>::get(unit).into_inner()
		}

		/// A first registration.
		pub fn registration(id: ApplicationId) -> Option<Versioned<Registration>> {
			Self::read_registration(id)
		}

		/// Up to 64 entries of a conveyance from a version on.
		pub fn conveyance_history(id: ConveyanceId, from: u32, limit: u32) -> Vec<ConveyanceEntry> {
			Self::read_conveyance_history(id, from, limit)
		}

		/// Up to 64 entries of a first registration from a version on.
		pub fn registration_history(
			id: ApplicationId,
			from: u32,
			limit: u32,
		) -> Vec<RegistrationEntry> {
			Self::read_registration_history(id, from, limit)
		}

		/// Up to 64 ids of what waits in a district and state, in the order of counting.
		pub fn work_list(
			district: District,
			state: WorkState,
			after: Option<u64>,
			limit: u32,
		) -> Vec<u64> {
			Self::read_work_list(district, state, after, limit)
		}
	}
}
