#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod acts;
pub mod api;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod changes;
mod errors;
mod estate;
mod events;
mod holding;
mod kinds;
#[cfg(test)]
mod mock;
mod personal;
mod places;
mod reads;
mod register;
mod requests;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", feature = "std"))]
pub mod try_state;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use alloc::{boxed::Box, vec::Vec};
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use polity_accreditation::{Chunk, StatusList, StatusPurpose};
	use polity_permit_procedure::{EffectiveStatus, InspectionResult, Quota};
	use polity_primitives::{
		code_list::Activity,
		ids::{MandateId, ProposalId, UnitNumber},
		record::{self, Entry},
		time::{CalendarDate, Instant, Period},
		traits::{
			Companies, CompanyOfficers, LandRights, LegalClock, MandateAuthority,
			PartyAttestations, Persons, Standing,
		},
		Act, Commitment, District, Hash, Head, Party,
	};
	use sp_core::H256;

	use crate::{
		types::{
			Matter, NullifierUse, OrderedId, PermitChange, PermitEntry, PermitNumber, PermitRecord,
			PermitReference, PermitStep, PermitType, PermitTypeId, PersonalEntry, PersonalPermit,
			PersonalStep, Proposal, Published, Request, TakeOver, TypeChange, TypeVersion, Verdict,
			Versioned, WorkState, MAX_ENDINGS_PER_BLOCK,
		},
		WeightInfo,
	};

	/// The layout of this pallet's storage.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Types of permits, and permits.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Time, legal days, calendars and tolled time.
		type Clock: LegalClock;
		/// Who may do what, and the notes of acts that have been done.
		type Mandates: MandateAuthority<Self::AccountId>;
		/// Persons by their tags of the register of permits, and those who sign for companies by theirs of
		/// the business register.
		type Persons: Persons<Self::AccountId>;
		/// Whether a party may hold a permit.
		type Standing: Standing;
		/// Who signs for companies.
		type Officers: CompanyOfficers;
		/// The companies.
		type Companies: Companies;
		/// Rights in the sites of permits.
		type Land: LandRights;
		/// Attestations that types demand.
		type Attestations: PartyAttestations;
		/// How long what was prepared can be decided.
		#[pallet::constant]
		type ProposalPeriod: Get<Period>;
		/// Weights of the calls below.
		type WeightInfo: WeightInfo;
		/// What the benchmarks need.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper;
	}

	/// The last type that was made.
	#[pallet::storage]
	pub type LastType<T> = StorageValue<_, PermitTypeId, ValueQuery>;

	/// The types.
	#[pallet::storage]
	pub type Types<T> = StorageMap<_, Twox64Concat, PermitTypeId, PermitType>;

	/// The versions of the types, from 1. They never change.
	#[pallet::storage]
	pub type TypeVersions<T> =
		StorageDoubleMap<_, Twox64Concat, PermitTypeId, Twox64Concat, u32, TypeVersion>;

	/// The heads of the types' entries.
	#[pallet::storage]
	pub type TypeHeads<T> = StorageMap<_, Twox64Concat, PermitTypeId, Head>;

	/// The entries of types, by version from 1.
	#[pallet::storage]
	pub type TypeEntries<T> = StorageDoubleMap<
		_,
		Twox64Concat,
		PermitTypeId,
		Twox64Concat,
		u32,
		Entry<PermitTypeId, TypeChange>,
	>;

	/// The type that is the licence for an activity, where it takes applications.
	#[pallet::storage]
	pub type LicenceTypes<T> = StorageMap<_, Blake2_128Concat, Activity, PermitTypeId>;

	/// The places of each type that are taken.
	#[pallet::storage]
	pub type Places<T> = StorageMap<_, Twox64Concat, PermitTypeId, Quota, ValueQuery>;

	/// The last proposal that was made.
	#[pallet::storage]
	pub type LastProposal<T> = StorageValue<_, ProposalId, ValueQuery>;

	/// What was prepared and not decided.
	#[pallet::storage]
	pub type Proposals<T> = StorageMap<_, Twox64Concat, ProposalId, Proposal>;

	/// How many permits with a number there are, whatever has become of them.
	#[pallet::storage]
	pub type PermitCount<T> = StorageValue<_, u64, ValueQuery>;

	/// The permits, also those that have ended.
	#[pallet::storage]
	pub type Permits<T> = StorageMap<_, Twox64Concat, PermitNumber, PermitRecord>;

	/// The heads of the permits' entries.
	#[pallet::storage]
	pub type PermitHeads<T> = StorageMap<_, Twox64Concat, PermitNumber, Head>;

	/// The entries of permits, by version from 1.
	#[pallet::storage]
	pub type PermitEntries<T> = StorageDoubleMap<
		_,
		Twox64Concat,
		PermitNumber,
		Twox64Concat,
		u32,
		Entry<PermitNumber, PermitEntry>,
	>;

	/// The version of each permit's last entry that changed the permit itself, and not only what its holder
	/// asks for: what officers have prepared since is not outdated by a holder who asks.
	#[pallet::storage]
	pub type SettledVersions<T> = StorageMap<_, Twox64Concat, PermitNumber, u32, ValueQuery>;

	/// The permits that a party holds or has held. The numbers are big-endian keys, so that the state has
	/// them in the order of counting.
	#[pallet::storage]
	pub type PermitsOf<T> = StorageDoubleMap<_, Blake2_128Concat, Party, Identity, OrderedId, ()>;

	/// The permits of a type.
	#[pallet::storage]
	pub type PermitsByType<T> =
		StorageDoubleMap<_, Twox64Concat, PermitTypeId, Identity, OrderedId, ()>;

	/// The permits that are running, by holder and type. One whose last day is past stays until the next
	/// block has looked.
	#[pallet::storage]
	pub type Running<T> = StorageNMap<
		_,
		(
			NMapKey<Blake2_128Concat, Party>,
			NMapKey<Twox64Concat, PermitTypeId>,
			NMapKey<Twox64Concat, PermitNumber>,
		),
		(),
	>;

	/// How many permits of a type are running for a holder and a site: more than one only where one was
	/// renewed, or where companies with one each have become one.
	#[pallet::storage]
	pub type RunningAt<T> =
		StorageMap<_, Blake2_128Concat, (Party, PermitTypeId, Option<UnitNumber>), u32, ValueQuery>;

	/// The permits that have an end, in the order in which they end: by the big-endian instant.
	#[pallet::storage]
	pub type Endings<T> = StorageMap<_, Identity, (OrderedId, PermitReference), ()>;

	/// What holders have asked for.
	#[pallet::storage]
	pub type Requests<T> = StorageMap<_, Twox64Concat, PermitNumber, Request>;

	/// What waits for an officer, in each district and state in the order of counting.
	#[pallet::storage]
	pub type WorkLists<T> =
		StorageDoubleMap<_, Twox64Concat, (District, WorkState), Identity, OrderedId, ()>;

	/// The permits of natural persons, by their commitments.
	#[pallet::storage]
	pub type PersonalPermits<T> = StorageMap<_, Blake2_128Concat, Commitment, PersonalPermit>;

	/// The heads of the personal permits' entries.
	#[pallet::storage]
	pub type PersonalHeads<T> = StorageMap<_, Blake2_128Concat, Commitment, Head>;

	/// The entries of personal permits, by version from 1.
	#[pallet::storage]
	pub type PersonalEntries<T> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		Commitment,
		Twox64Concat,
		u32,
		Entry<Commitment, PersonalEntry>,
	>;

	/// The nullifiers of each type that are used: by an application, or a permit that has not ended.
	#[pallet::storage]
	pub type Nullifiers<T> =
		StorageDoubleMap<_, Twox64Concat, PermitTypeId, Blake2_128Concat, Hash, NullifierUse>;

	/// The status list from which indices are drawn now.
	#[pallet::storage]
	pub type LastStatusList<T> = StorageValue<_, u32, ValueQuery>;

	/// How full each status list is.
	#[pallet::storage]
	pub type StatusLists<T> = StorageMap<_, Twox64Concat, u32, StatusList>;

	/// The indices of each status list that are given out, to permits and to decoys.
	#[pallet::storage]
	pub type TakenIndices<T> =
		StorageDoubleMap<_, Twox64Concat, u32, Twox64Concat, u16, Chunk, ValueQuery>;

	/// The bits of each status list and purpose.
	#[pallet::storage]
	pub type StatusBits<T> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, u32>,
			NMapKey<Twox64Concat, StatusPurpose>,
			NMapKey<Twox64Concat, u16>,
		),
		Chunk,
		ValueQuery,
	>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			T::WeightInfo::on_initialize(Self::give_places_back())
		}

		fn integrity_test() {
			assert!(T::ProposalPeriod::get().check().is_ok(), "the period has a length");
			let most = T::WeightInfo::on_initialize(MAX_ENDINGS_PER_BLOCK);
			let block = T::BlockWeights::get().max_block;
			assert!(most.all_lte(block.saturating_div(2)), "what has ended leaves half of a block");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			crate::try_state::do_try_state::<T>()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Prepare a version of a type, or a new type. The act cites the version of the type, 0 for a new
		/// one.
		///
		/// Caller: an officer who examines in the district. Emits [`Event::Prepared`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::prepare_type())]
		pub fn prepare_type(
			origin: OriginFor<T>,
			act: Act,
			kind: Option<PermitTypeId>,
			district: District,
			version: Box<TypeVersion>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_prepare(who, act, district, Matter::Type { kind, version: *version })
		}

		/// Decide a version of a type that another officer has prepared. It is in force at once;
		/// applications that have begun keep theirs.
		///
		/// Caller: an officer who decides there, another than the maker. Emits [`Event::TypeRecorded`] or
		/// [`Event::Rejected`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::decide_type())]
		pub fn decide_type(
			origin: OriginFor<T>,
			act: Act,
			proposal: ProposalId,
			verdict: Verdict,
		) -> DispatchResult {
			let is_type = |matter: &Matter| matches!(matter, Matter::Type { .. });
			Self::do_decide(ensure_signed(origin)?, act, proposal, verdict, is_type)
		}

		/// Withdraw what was prepared.
		///
		/// Caller: its maker; anybody once it cannot be decided any more. Emits [`Event::Withdrawn`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::withdraw_proposal())]
		pub fn withdraw_proposal(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			Self::do_withdraw_proposal(ensure_signed(origin)?, proposal)
		}

		/// Prepare what is to be done with a permit. The act cites the permit's version.
		///
		/// Caller: an officer who examines in the type's district. Emits [`Event::Prepared`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::prepare_change())]
		pub fn prepare_change(
			origin: OriginFor<T>,
			act: Act,
			permit: PermitReference,
			change: Box<PermitChange>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let district = Self::district_of(permit)?;
			Self::do_prepare(who, act, district, Matter::Change { permit, change: *change })
		}

		/// Decide what another officer has prepared to be done with a permit.
		///
		/// Caller: an officer who decides there, another than the maker. Emits [`Event::PermitRecorded`] or
		/// [`Event::PersonalRecorded`], or [`Event::Rejected`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::decide_change())]
		pub fn decide_change(
			origin: OriginFor<T>,
			act: Act,
			proposal: ProposalId,
			verdict: Verdict,
		) -> DispatchResult {
			let is_change = |matter: &Matter| matches!(matter, Matter::Change { .. });
			Self::do_decide(ensure_signed(origin)?, act, proposal, verdict, is_change)
		}

		/// Record how an inspection has ended.
		///
		/// Caller: an officer who examines in the type's district. Emits [`Event::PermitRecorded`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::record_inspection())]
		pub fn record_inspection(
			origin: OriginFor<T>,
			act: Act,
			permit: PermitNumber,
			at: u32,
			result: InspectionResult,
		) -> DispatchResult {
			Self::do_record_inspection(ensure_signed(origin)?, act, permit, at, result)
		}

		/// Give a permit up.
		///
		/// Caller: who signs for the holder. Emits [`Event::PermitRecorded`].
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::surrender())]
		pub fn surrender(origin: OriginFor<T>, act: Act, permit: PermitNumber) -> DispatchResult {
			Self::do_surrender(ensure_signed(origin)?, act, permit)
		}

		/// Ask that a permit passes to another.
		///
		/// Caller: who signs for the holder. Emits [`Event::PermitRecorded`].
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::request_transfer())]
		pub fn request_transfer(
			origin: OriginFor<T>,
			act: Act,
			permit: PermitNumber,
			to: Party,
		) -> DispatchResult {
			Self::do_request_transfer(ensure_signed(origin)?, act, permit, to)
		}

		/// Consent to become the holder of a permit.
		///
		/// Caller: who signs for the new holder. Emits [`Event::PermitRecorded`].
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::endorse_transfer())]
		pub fn endorse_transfer(
			origin: OriginFor<T>,
			act: Act,
			permit: PermitNumber,
		) -> DispatchResult {
			Self::do_endorse_transfer(ensure_signed(origin)?, act, permit)
		}

		/// Ask that a permit is renewed, until a day or, with none, for as long as the type allows.
		///
		/// Caller: who signs for the holder. Emits [`Event::PermitRecorded`].
		#[pallet::call_index(23)]
		#[pallet::weight(T::WeightInfo::request_renewal())]
		pub fn request_renewal(
			origin: OriginFor<T>,
			act: Act,
			permit: PermitNumber,
			valid_to: Option<CalendarDate>,
		) -> DispatchResult {
			Self::do_request_renewal(ensure_signed(origin)?, act, permit, valid_to)
		}

		/// Take back what was asked for.
		///
		/// Caller: who signs for the holder. Emits [`Event::PermitRecorded`].
		#[pallet::call_index(24)]
		#[pallet::weight(T::WeightInfo::withdraw_request())]
		pub fn withdraw_request(
			origin: OriginFor<T>,
			act: Act,
			permit: PermitNumber,
		) -> DispatchResult {
			Self::do_withdraw_request(ensure_signed(origin)?, act, permit)
		}

		/// Prepare the take-over of a permit that was running when the register began. The act cites
		/// version 0.
		///
		/// Caller: an officer who records the existing register in the type's district. Emits
		/// [`Event::Prepared`].
		#[pallet::call_index(30)]
		#[pallet::weight(T::WeightInfo::propose_take_over())]
		pub fn propose_take_over(
			origin: OriginFor<T>,
			act: Act,
			take_over: Box<TakeOver>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let district = Self::kind(take_over.kind)?.district;
			Self::do_prepare(who, act, district, Matter::TakeOver(*take_over))
		}

		/// Decide a take-over that another officer has prepared.
		///
		/// Caller: an officer who decides there, another than the maker. Emits [`Event::PermitRecorded`] or
		/// [`Event::Rejected`].
		#[pallet::call_index(31)]
		#[pallet::weight(T::WeightInfo::decide_take_over())]
		pub fn decide_take_over(
			origin: OriginFor<T>,
			act: Act,
			proposal: ProposalId,
			verdict: Verdict,
		) -> DispatchResult {
			let is_take_over = |matter: &Matter| matches!(matter, Matter::TakeOver(_));
			Self::do_decide(ensure_signed(origin)?, act, proposal, verdict, is_take_over)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A type, with the version in force.
		pub fn permit_type(kind: PermitTypeId) -> Option<Versioned<PermitType>> {
			let head = TypeHeads::<T>::get(kind).unwrap_or_default();
			Some(Versioned { record: Types::<T>::get(kind)?, head })
		}

		/// A version of a type.
		pub fn type_version(kind: PermitTypeId, version: u32) -> Option<TypeVersion> {
			TypeVersions::<T>::get(kind, version)
		}

		/// The places of a type that are taken.
		pub fn places(kind: PermitTypeId) -> Quota {
			Places::<T>::get(kind)
		}

		/// A permit.
		pub fn permit(number: PermitNumber) -> Option<Versioned<PermitRecord>> {
			let head = PermitHeads::<T>::get(number).unwrap_or_default();
			Some(Versioned { record: Permits::<T>::get(number)?, head })
		}

		/// What a permit, as it is recorded now, is worth at an instant. What its holder has is looked up
		/// as it is now.
		pub fn effective_status(number: PermitNumber, at: Instant) -> Option<EffectiveStatus> {
			Self::status_at(&Permits::<T>::get(number)?, at)
		}

		/// What is published of a permit.
		pub fn published(number: PermitNumber) -> Option<Published> {
			Self::read_published(number)
		}

		/// What the holder of a permit has asked for.
		pub fn request(number: PermitNumber) -> Option<Request> {
			Requests::<T>::get(number)
		}

		/// Up to 64 permits that a party holds or has held, in the order of counting.
		pub fn permits_of(
			party: Party,
			after: Option<PermitNumber>,
			limit: u32,
		) -> Vec<PermitNumber> {
			Self::read_permits_of(&party, after, limit)
		}

		/// Up to 64 permits of a type, in the order of counting.
		pub fn permits_of_kind(
			kind: PermitTypeId,
			after: Option<PermitNumber>,
			limit: u32,
		) -> Vec<PermitNumber> {
			Self::read_permits_of_kind(kind, after, limit)
		}

		/// A permit of a natural person, by its commitment.
		pub fn personal(commitment: Commitment) -> Option<Versioned<PersonalPermit>> {
			let head = PersonalHeads::<T>::get(commitment).unwrap_or_default();
			Some(Versioned { record: PersonalPermits::<T>::get(commitment)?, head })
		}

		/// The 16 KiB of a status list for a purpose, in the order of the standard; none if no such list
		/// was begun.
		pub fn personal_status(list: u32, purpose: StatusPurpose) -> Option<Vec<u8>> {
			Self::read_status_list(list, purpose)
		}

		/// What was prepared and not decided.
		pub fn proposal(id: ProposalId) -> Option<Proposal> {
			Proposals::<T>::get(id)
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

		/// Up to 64 entries of a type from a version on.
		pub fn type_history(
			kind: PermitTypeId,
			from: u32,
			limit: u32,
		) -> Vec<Entry<PermitTypeId, TypeChange>> {
			record::history::<_, _, TypeEntries<T>>(&kind, from, limit)
		}

		/// Up to 64 entries of a permit from a version on.
		pub fn permit_history(
			number: PermitNumber,
			from: u32,
			limit: u32,
		) -> Vec<Entry<PermitNumber, PermitEntry>> {
			record::history::<_, _, PermitEntries<T>>(&number, from, limit)
		}

		/// Up to 64 entries of a personal permit from a version on.
		pub fn personal_history(
			commitment: Commitment,
			from: u32,
			limit: u32,
		) -> Vec<Entry<Commitment, PersonalEntry>> {
			record::history::<_, _, PersonalEntries<T>>(&commitment, from, limit)
		}
	}
}
