#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod acts;
pub mod api;
mod applications;
pub mod bases;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod campaigns;
mod companies;
mod errors;
pub mod euid;
mod events;
mod freezes;
mod law;
mod licences;
mod mergers;
#[cfg(test)]
mod mock;
pub mod name;
mod names;
mod neighbours;
mod reads;
mod reservations;
pub mod resolutions;
pub mod standing;
pub mod status;
mod storage;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", feature = "std"))]
pub mod try_state;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use campaigns::missing_in;
pub use pallet::*;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(storage::storage)]
#[frame_support::pallet]
pub mod pallet {
	use alloc::{boxed::Box, string::String, vec::Vec};
	use frame_support::{dispatch::DispatchResultWithPostInfo, pallet_prelude::*};
	use frame_system::pallet_prelude::*;
	use polity_primitives::{
		code_list::LegalForm,
		ids::{ApplicationId, CampaignId, MandateId, ProposalId, ReservationId},
		merkle,
		record::Entry,
		time::{CalendarDate, Instant, Period},
		traits::{
			CompanyEstate, CompanyOfficers, LegalClock, Licences, MandateAuthority, MissingPart,
			Persons, Standing,
		},
		Act, ActKind, Capacity, Commitment, CompanyNumber, District, Head, Lei, RecordKind,
		StandingError, Tag,
	};
	use sp_core::H256;

	use crate::{
		euid::Euid,
		name::{key_of, CompanyName, NameKeyHash},
		status::{Authority, Status},
		types::{
			Activities, Application, ApplicationBody, ApplicationChange, Campaign, CampaignChange,
			CampaignRow, Change, Company, CompanyChange, Correction, Decision, DisputeReason,
			LawChange, LawProposal, LawsInForce, NameAvailability, NameHolder, OrderedId, Proposal,
			QueryReason, Recommendation, RefusalReason, RegistryLaw, Reservation,
			ReservationChange, RowDefect, RowOutcome, RowRefusal, SourceNumber, SourceRegister,
			Verdict, Versioned, WorkState, YearDay,
		},
		WeightInfo,
	};

	/// The layout of this pallet's storage.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The business register.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs from the runtime. Periods are counted by the calendar of the record's
	/// district, without tolled time.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Time, legal days, calendars and tolled time.
		type Clock: LegalClock;
		/// Who may do what, and the notes of acts that have been done.
		type Mandates: MandateAuthority<Self::AccountId>;
		/// Founders, by their tags of the business register.
		type Persons: Persons<Self::AccountId>;
		/// Whether a founder may apply.
		type Standing: Standing;
		/// Who acts for companies: no company is registered without a board, and none is merged or
		/// converted that has not resolved it.
		type Officers: CompanyOfficers;
		/// What companies have in other registers: what keeps them from ending, and what passes to
		/// the company that they are merged into or converted to. The runtime joins the registers.
		type Estate: CompanyEstate;
		/// Which activities need a licence that a company lacks: it is neither founded with one, nor
		/// states one later.
		type Licences: Licences;
		/// How long a prepared change of a company's record can be decided.
		#[pallet::constant]
		type ProposalPeriod: Get<Period>;
		/// The most rows of a campaign that one call records.
		#[pallet::constant]
		type MaxRowsPerCall: Get<u32>;
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
		/// Names that a statute keeps from everybody.
		pub statutory_names: Vec<String>,
		/// The runtime.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for text in &self.statutory_names {
				let key = CompanyName::new(text).and_then(|name| key_of(&name));
				// A genesis that protects less than it says must not start.
				assert!(key.is_ok(), "a statutory name cannot be a company's: {text}");
				if let Ok(key) = key {
					Names::<T>::insert(key.hash, NameHolder::Statute);
				}
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::ProposalPeriod::get().check().is_ok(), "the period has a length");
			assert!(RegistryLaw::DEFAULT.is_consistent(), "what no ministry has set can be a law");
			assert!(T::MaxRowsPerCall::get() > 0, "a call records at least one row");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			crate::try_state::do_try_state::<T>()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Ask for the reservation of a name.
		///
		/// Caller: a person, for itself; or an officer with the power to examine, for the `holder`
		/// at the counter. `name` is the holder's commitment ([`crate::name::name_opening`]).
		///
		/// Emits [`Event::ReservationRequested`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::request_reservation())]
		pub fn request_reservation(
			origin: OriginFor<T>,
			act: Act,
			district: District,
			holder: Option<Tag>,
			name: Commitment,
		) -> DispatchResult {
			Self::do_request_reservation(ensure_signed(origin)?, act, district, holder, name)
		}

		/// Grant the reservation of a name, which with `salt` opens the holder's commitment.
		///
		/// Caller: an officer with the power to decide, another than the one who filed the request.
		///
		/// Emits [`Event::NameReserved`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::reserve_name())]
		pub fn reserve_name(
			origin: OriginFor<T>,
			act: Act,
			reservation: ReservationId,
			name: CompanyName,
			salt: [u8; 32],
		) -> DispatchResult {
			Self::do_reserve_name(ensure_signed(origin)?, act, reservation, name, salt)
		}

		/// Refuse the reservation of a name.
		///
		/// Caller: as for [`Self::reserve_name`]. Emits [`Event::ReservationRefused`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::refuse_reservation())]
		pub fn refuse_reservation(
			origin: OriginFor<T>,
			act: Act,
			reservation: ReservationId,
			reason: RefusalReason,
		) -> DispatchResult {
			Self::do_refuse_reservation(ensure_signed(origin)?, act, reservation, reason)
		}

		/// Give up a reservation that no application uses.
		///
		/// Caller: its holder. Emits [`Event::ReservationWithdrawn`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::withdraw_reservation())]
		pub fn withdraw_reservation(
			origin: OriginFor<T>,
			act: Act,
			reservation: ReservationId,
		) -> DispatchResult {
			Self::do_withdraw_reservation(ensure_signed(origin)?, act, reservation)
		}

		/// Free a name whose holder's period is over. It changes nobody's rights: the name is free
		/// already for whoever asks for it.
		///
		/// Caller: anybody. Emits [`Event::ReservationLapsed`] or [`Event::NameProtectionLapsed`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::release_name())]
		pub fn release_name(origin: OriginFor<T>, key: NameKeyHash) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_release_name(&key)
		}

		/// Apply for the registration of a company.
		///
		/// Caller: a person, for itself; or an officer with the power to examine, for the `founder`
		/// at the counter. The act's documents are those of the constitution.
		///
		/// Emits [`Event::ApplicationFiled`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::apply().saturating_add(Pallet::<T>::weight_of_licences()))]
		pub fn apply(
			origin: OriginFor<T>,
			act: Act,
			founder: Option<Tag>,
			body: Box<ApplicationBody>,
		) -> DispatchResult {
			Self::do_apply(ensure_signed(origin)?, act, founder, *body)
		}

		/// Take an application up, also from another officer.
		///
		/// Caller: an officer with the power to examine. Emits [`Event::ApplicationTakenUp`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::take_up())]
		pub fn take_up(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
		) -> DispatchResult {
			Self::do_take_up(ensure_signed(origin)?, act, application)
		}

		/// Ask an applicant something.
		///
		/// Caller: an officer with the power to examine. Emits [`Event::QueryRaised`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::raise_query())]
		pub fn raise_query(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
			reason: QueryReason,
		) -> DispatchResult {
			Self::do_raise_query(ensure_signed(origin)?, act, application, reason)
		}

		/// Answer a query with the application as it is to be now.
		///
		/// Caller: the founder; or where the founder's tag has no account, an officer with the power
		/// to examine. Emits [`Event::QueryAnswered`].
		#[pallet::call_index(13)]
		#[pallet::weight(
			T::WeightInfo::answer_query().saturating_add(Pallet::<T>::weight_of_licences())
		)]
		pub fn answer_query(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
			body: Box<ApplicationBody>,
		) -> DispatchResult {
			Self::do_answer_query(ensure_signed(origin)?, act, application, *body)
		}

		/// Withdraw an application that is not decided.
		///
		/// Caller: the founder. Emits [`Event::ApplicationWithdrawn`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::withdraw_application())]
		pub fn withdraw_application(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
		) -> DispatchResult {
			Self::do_withdraw_application(ensure_signed(origin)?, act, application)
		}

		/// Examine an application and recommend a decision. A name that is recommended is held for
		/// the application from now on.
		///
		/// Caller: an officer with the power to examine. Emits [`Event::ApplicationExamined`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::examine().saturating_add(Pallet::<T>::weight_of_licences()))]
		pub fn examine(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
			recommendation: Recommendation,
		) -> DispatchResult {
			Self::do_examine(ensure_signed(origin)?, act, application, recommendation)
		}

		/// Decide an application as its examiner recommends, or return it.
		///
		/// Caller: an officer with the power to decide, another than the examiner and than all who
		/// filed it or answered a query at the counter.
		///
		/// Emits [`Event::CompanyRegistered`] and [`Event::ApplicationGranted`],
		/// [`Event::ApplicationRefused`] or [`Event::ApplicationReturned`].
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::decide().saturating_add(Pallet::<T>::weight_of_licences()))]
		pub fn decide(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
			decision: Decision,
		) -> DispatchResult {
			Self::do_decide(ensure_signed(origin)?, act, application, decision)
		}

		/// Prepare a change of a company's record: any [`Change`].
		///
		/// Caller: an officer with [`Authority::maker_power`]. A correction, which rests on
		/// [`crate::bases::CORRECTION`], names by its version the entry that it `corrects`, says why, and may be
		/// dated back as far as that; everything else names none.
		///
		/// Emits [`Event::ChangeProposed`].
		#[pallet::call_index(20)]
		#[pallet::weight(Pallet::<T>::weight_of_proposal(change))]
		pub fn propose_change(
			origin: OriginFor<T>,
			act: Act,
			company: CompanyNumber,
			change: Change,
			authority: Authority,
			corrects: Option<Correction>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_propose_change(who, act, company, change, authority, corrects)
		}

		/// Decide a change that another officer has prepared. The act cites the version of the
		/// company's record and the statute of the prepared act, and is of the same day if that is a
		/// correction.
		///
		/// Caller: an officer with [`Authority::checker_power`], another than the maker.
		///
		/// A merger or a conversion changes two records, and what the company holds in every register
		/// passes with it: all of that or nothing.
		///
		/// Emits the event of the change ([`Event::CompanyStatusChanged`],
		/// [`Event::CompanyLeiChanged`], [`Event::CompanyRenamed`], [`Event::StrikeOffNoticeGiven`],
		/// [`Event::StrikeOffNoticeWithdrawn`], [`Event::CompanyAbsorbed`],
		/// [`Event::CompanyConverted`], [`Event::CompanyDatesAdopted`], [`Event::CompanyFrozen`],
		/// [`Event::CompanyUnfrozen`], [`Event::CompanyActivitiesChanged`]), and
		/// [`Event::ChangeApproved`]; or [`Event::ChangeRejected`].
		#[pallet::call_index(21)]
		#[pallet::weight(Pallet::<T>::most_weight_of_decision(*verdict))]
		pub fn decide_change(
			origin: OriginFor<T>,
			act: Act,
			proposal: ProposalId,
			verdict: Verdict,
		) -> DispatchResultWithPostInfo {
			Self::do_decide_change(ensure_signed(origin)?, act, proposal, verdict)
		}

		/// Withdraw a proposal.
		///
		/// Caller: its maker; anybody once it cannot be decided any more. Emits
		/// [`Event::ProposalWithdrawn`].
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::withdraw_proposal())]
		pub fn withdraw_proposal(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			Self::do_withdraw_proposal(ensure_signed(origin)?, proposal)
		}

		/// Open a campaign that imports an existing register, by the root over all its rows.
		///
		/// Caller: an officer with the power to record an existing register. Emits
		/// [`Event::CampaignOpened`].
		#[pallet::call_index(30)]
		#[pallet::weight(T::WeightInfo::open_campaign())]
		pub fn open_campaign(
			origin: OriginFor<T>,
			act: Act,
			root: H256,
			rows: u32,
			source: SourceRegister,
			district: District,
		) -> DispatchResult {
			Self::do_open_campaign(ensure_signed(origin)?, act, root, rows, source, district)
		}

		/// Record rows of a campaign. Each becomes a company, disputed where its name is taken or
		/// not allowed, or is refused; the call fails only if a row is not of the campaign or has
		/// ended already. The rows rest on the act that opened the campaign.
		///
		/// Caller: an officer with the power to record an existing register. Emits
		/// [`Event::CompanyImported`] or [`Event::RowRefused`] for each row.
		#[pallet::call_index(31)]
		#[pallet::weight(
			T::WeightInfo::import_companies(u32::try_from(rows.len()).unwrap_or(u32::MAX))
		)]
		pub fn import_companies(
			origin: OriginFor<T>,
			campaign: CampaignId,
			rows: BoundedVec<CampaignRow, T::MaxRowsPerCall>,
		) -> DispatchResult {
			Self::do_import_companies(ensure_signed(origin)?, campaign, rows)
		}

		/// Refuse a row that cannot be a company, by its hash. The officer who seals the campaign
		/// answers for it too.
		///
		/// Caller: an officer with the power to record an existing register. Emits
		/// [`Event::RowRefused`].
		#[pallet::call_index(32)]
		#[pallet::weight(T::WeightInfo::refuse_row())]
		pub fn refuse_row(
			origin: OriginFor<T>,
			campaign: CampaignId,
			row: u32,
			leaf: H256,
			defect: RowDefect,
			proof: merkle::Proof,
		) -> DispatchResult {
			Self::do_refuse_row(ensure_signed(origin)?, campaign, row, leaf, defect, proof)
		}

		/// Seal a campaign of which every row has ended.
		///
		/// Caller: an officer with the power to decide, another than those who recorded it. Emits
		/// [`Event::CampaignSealed`].
		#[pallet::call_index(33)]
		#[pallet::weight(T::WeightInfo::seal_campaign())]
		pub fn seal_campaign(
			origin: OriginFor<T>,
			act: Act,
			campaign: CampaignId,
		) -> DispatchResult {
			Self::do_seal_campaign(ensure_signed(origin)?, act, campaign)
		}

		/// Prepare a change of the law of the register.
		///
		/// Caller: an officer with the power to examine, for the whole country. Emits
		/// [`Event::LawProposed`].
		#[pallet::call_index(40)]
		#[pallet::weight(T::WeightInfo::propose_law())]
		pub fn propose_law(origin: OriginFor<T>, act: Act, law: RegistryLaw) -> DispatchResult {
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
		/// A company.
		pub fn company(number: CompanyNumber) -> Option<Versioned<Company>> {
			Self::read_company(number)
		}

		/// Up to 64 companies in the order of their numbers.
		pub fn companies(after: Option<CompanyNumber>, limit: u32) -> Vec<Company> {
			Self::read_companies(after, limit)
		}

		/// Up to 64 companies that have a name, the one that holds it first.
		pub fn companies_by_name(name: CompanyName) -> Vec<Versioned<Company>> {
			Self::read_companies_by_name(&name)
		}

		/// The company that was imported with a number of a register.
		pub fn company_by_source(
			register: SourceRegister,
			number: SourceNumber,
		) -> Option<Versioned<Company>> {
			Self::read_company(BySourceNumber::<T>::get((register, number))?)
		}

		/// Whether a name can be registered now.
		pub fn name_availability(name: CompanyName) -> NameAvailability {
			Self::read_name_availability(&name)
		}

		/// The status that the record showed at an instant; none before the company was recorded,
		/// and where more than 256 later entries would have to be read.
		pub fn status_at(number: CompanyNumber, at: Instant) -> Option<Status> {
			Self::read_status_at(number, at)
		}

		/// Whether a company may do a kind of act in a capacity.
		pub fn company_may(
			number: CompanyNumber,
			act: ActKind,
			capacity: Capacity,
		) -> Result<(), StandingError> {
			Self::read_company_may(number, act, capacity)
		}

		/// When the notice period of a strike-off is over: from then on the company can be struck
		/// off. None without a notice.
		pub fn strike_off_notice_ends_at(number: CompanyNumber) -> Option<Instant> {
			Self::read_strike_off_notice_ends_at(number)
		}

		/// A reservation.
		pub fn reservation(id: ReservationId) -> Option<Versioned<Reservation>> {
			Self::versioned(Reservations::<T>::get(id), ReservationHeads::<T>::get(id))
		}

		/// When a granted reservation lapses; none for another, and while an application uses it.
		pub fn reservation_lapses_at(id: ReservationId) -> Option<Instant> {
			Self::reservation_deadline(&Reservations::<T>::get(id)?).ok().flatten()
		}

		/// An application.
		pub fn application(id: ApplicationId) -> Option<Versioned<Application>> {
			Self::versioned(Applications::<T>::get(id), ApplicationHeads::<T>::get(id))
		}

		/// Up to 64 applications of a founder, in the order in which they were filed.
		pub fn applications_of(
			founder: Tag,
			after: Option<ApplicationId>,
			limit: u32,
		) -> Vec<ApplicationId> {
			Self::read_applications_of(founder, after, limit)
		}

		/// A change that has been prepared and not decided.
		pub fn proposal(id: ProposalId) -> Option<Proposal> {
			Proposals::<T>::get(id)
		}

		/// The EUID of a company: none until the law names the register, nor while a campaign that is
		/// not sealed has the company.
		pub fn euid(number: CompanyNumber) -> Option<Euid> {
			Self::read_euid(number)
		}

		/// The law of the register with the head of its record.
		pub fn registry_law() -> Versioned<RegistryLaw> {
			Versioned { record: Self::current_law(), head: Self::law_head() }
		}

		/// A change of the law that is prepared and not decided.
		pub fn law_proposal(id: ProposalId) -> Option<LawProposal> {
			LawProposals::<T>::get(id)
		}

		/// A campaign.
		pub fn campaign(id: CampaignId) -> Option<Versioned<Campaign>> {
			Self::versioned(Campaigns::<T>::get(id), CampaignHeads::<T>::get(id))
		}

		/// How a row of a campaign ended, if it has.
		pub fn campaign_row(id: CampaignId, row: u32) -> Option<RowOutcome> {
			Rows::<T>::get(id, row)
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

		/// Up to 64 entries of a company from a version on.
		pub fn company_history(
			number: CompanyNumber,
			from: u32,
			limit: u32,
		) -> Vec<Entry<CompanyNumber, CompanyChange>> {
			Self::read_company_history(number, from, limit)
		}

		/// Up to 64 entries of an application from a version on.
		pub fn application_history(
			id: ApplicationId,
			from: u32,
			limit: u32,
		) -> Vec<Entry<ApplicationId, ApplicationChange>> {
			Self::read_application_history(id, from, limit)
		}

		/// Up to 64 entries of a reservation from a version on.
		pub fn reservation_history(
			id: ReservationId,
			from: u32,
			limit: u32,
		) -> Vec<Entry<ReservationId, ReservationChange>> {
			Self::read_reservation_history(id, from, limit)
		}

		/// Up to 64 entries of a campaign from a version on.
		pub fn campaign_history(
			id: CampaignId,
			from: u32,
			limit: u32,
		) -> Vec<Entry<CampaignId, CampaignChange>> {
			Self::read_campaign_history(id, from, limit)
		}
	}
}
