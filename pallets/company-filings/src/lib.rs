#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod acts;
pub mod api;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod errors;
mod events;
mod filings;
mod laws;
#[cfg(test)]
mod mock;
mod reads;
pub mod rules;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", feature = "std"))]
pub mod try_state;
pub mod types;
pub mod weights;

pub use acts::{FILINGS, OWNERSHIP, PARAMETERS};
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
	use polity_primitives::{
		ids::{FilingId, MandateId, ProposalId},
		record::{self, Entry},
		time::{CalendarDate, Instant, Period},
		traits::{Companies, CompanyOfficers, LegalClock, MandateAuthority, Persons, Standing},
		Act, Commitment, CompanyNumber, District, Head,
	};
	use sp_core::H256;

	use crate::{
		types::{
			AcceptedStatement, Decision, Filer, Filing, FilingChange, FilingContent, FilingLaw,
			FilingType, LawChange, Laws, Obligation, OrderedId, OwnershipChange, OwnershipCurrency,
			OwnershipRecord, PeriodFilings, Proposal, Punctuality, Recommendation, RefusalReason,
			StatementId, Verdict, Versioned, WorkState,
		},
		WeightInfo,
	};

	/// The layout of this pallet's storage.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What companies hand in.
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
		/// Those who file, by their tags of the business register.
		type Persons: Persons<Self::AccountId>;
		/// Whether a person may act for a company.
		type Standing: Standing;
		/// The companies.
		type Companies: Companies;
		/// Who files for them.
		type Officers: CompanyOfficers;
		/// How long a law that was prepared can be decided.
		#[pallet::constant]
		type ProposalPeriod: Get<Period>;
		/// Weights of the calls below.
		type WeightInfo: WeightInfo;
		/// What the benchmarks need.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper;
	}

	/// The laws of filings of each district, in the order in which they come into force. Those of the
	/// country are the national district's.
	#[pallet::storage]
	pub type FilingLaws<T> = StorageMap<_, Twox64Concat, District, Laws, ValueQuery>;

	/// The heads of the laws' entries.
	#[pallet::storage]
	pub type LawHeads<T> = StorageMap<_, Twox64Concat, District, Head>;

	/// The entries of laws, by version from 1.
	#[pallet::storage]
	pub type LawEntries<T> =
		StorageDoubleMap<_, Twox64Concat, District, Twox64Concat, u32, Entry<District, LawChange>>;

	/// The last proposal that was made.
	#[pallet::storage]
	pub type LastProposal<T> = StorageValue<_, ProposalId, ValueQuery>;

	/// Laws that have been prepared and not decided.
	#[pallet::storage]
	pub type Proposals<T> = StorageMap<_, Twox64Concat, ProposalId, Proposal>;

	/// The last filing that was received.
	#[pallet::storage]
	pub type LastFiling<T> = StorageValue<_, FilingId, ValueQuery>;

	/// Everything that companies have handed in, whatever has become of it.
	#[pallet::storage]
	pub type Filings<T> = StorageMap<_, Twox64Concat, FilingId, Filing>;

	/// The heads of the filings' entries.
	#[pallet::storage]
	pub type FilingHeads<T> = StorageMap<_, Twox64Concat, FilingId, Head>;

	/// The entries of filings, by version from 1.
	#[pallet::storage]
	pub type FilingEntries<T> = StorageDoubleMap<
		_,
		Twox64Concat,
		FilingId,
		Twox64Concat,
		u32,
		Entry<FilingId, FilingChange>,
	>;

	/// What each company has handed in. The ids are big-endian keys, so that the state has them in the
	/// order of counting.
	#[pallet::storage]
	pub type FilingsOf<T> =
		StorageDoubleMap<_, Twox64Concat, CompanyNumber, Identity, OrderedId, ()>;

	/// What stands for a type of filing and the last day of its period.
	#[pallet::storage]
	pub type ByPeriod<T> = StorageDoubleMap<
		_,
		Twox64Concat,
		CompanyNumber,
		Twox64Concat,
		(FilingType, CalendarDate),
		PeriodFilings,
		ValueQuery,
	>;

	/// The last day for which a yearly filing of a type was accepted. What is owed follows from it.
	#[pallet::storage]
	pub type CoveredUntil<T> =
		StorageDoubleMap<_, Twox64Concat, CompanyNumber, Twox64Concat, FilingType, CalendarDate>;

	/// What is stated of the beneficial owners of each company.
	#[pallet::storage]
	pub type Ownership<T> = StorageMap<_, Twox64Concat, CompanyNumber, OwnershipRecord>;

	/// The heads of the entries of beneficial ownership.
	#[pallet::storage]
	pub type OwnershipHeads<T> = StorageMap<_, Twox64Concat, CompanyNumber, Head>;

	/// The entries of beneficial ownership, by version from 1.
	#[pallet::storage]
	pub type OwnershipEntries<T> = StorageDoubleMap<
		_,
		Twox64Concat,
		CompanyNumber,
		Twox64Concat,
		u32,
		Entry<CompanyNumber, OwnershipChange>,
	>;

	/// The statements that were accepted, by the company and their place. They never change.
	#[pallet::storage]
	pub type StatementsOf<T> =
		StorageDoubleMap<_, Twox64Concat, CompanyNumber, Twox64Concat, u32, AcceptedStatement>;

	/// Which statement each commitment is of: one, so that none links two records.
	#[pallet::storage]
	pub type Commitments<T> = StorageMap<_, Blake2_128Concat, Commitment, StatementId>;

	/// The statements, or the confirmation, of a company that wait for the register.
	#[pallet::storage]
	pub type PendingOwnership<T> = StorageMap<_, Twox64Concat, CompanyNumber, FilingId>;

	/// What waits for somebody, in each district and state in the order of counting.
	#[pallet::storage]
	pub type WorkLists<T> =
		StorageDoubleMap<_, Twox64Concat, (District, WorkState), Identity, OrderedId, ()>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::ProposalPeriod::get().check().is_ok(), "the period has a length");
			let types = u32::try_from(FilingType::ALL.len()).unwrap_or(u32::MAX);
			assert!(types <= crate::types::MAX_DUTIES, "a law has room for every type");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			crate::try_state::do_try_state::<T>()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Prepare a law of filings of a district, or of the country.
		///
		/// Caller: an officer who examines there. Emits [`Event::LawProposed`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::propose_law())]
		pub fn propose_law(
			origin: OriginFor<T>,
			act: Act,
			district: District,
			law: Box<FilingLaw>,
		) -> DispatchResult {
			Self::do_propose_law(ensure_signed(origin)?, act, district, *law)
		}

		/// Decide a law that another officer has prepared. The act cites the version of the law's record.
		///
		/// Caller: an officer who decides there, another than the maker. Emits [`Event::LawSet`] or
		/// [`Event::ProposalRejected`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::decide_law())]
		pub fn decide_law(
			origin: OriginFor<T>,
			act: Act,
			proposal: ProposalId,
			verdict: Verdict,
		) -> DispatchResult {
			Self::do_decide_law(ensure_signed(origin)?, act, proposal, verdict)
		}

		/// Withdraw a law that was prepared.
		///
		/// Caller: its maker; anybody once it cannot be decided any more. Emits
		/// [`Event::ProposalWithdrawn`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::withdraw_proposal())]
		pub fn withdraw_proposal(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			Self::do_withdraw_proposal(ensure_signed(origin)?, proposal)
		}

		/// Hand in a document, or statements about beneficial owners; no statement at all confirms those
		/// that stand. The act cites version 0 for a document, for statements that of the company's
		/// record of beneficial ownership.
		///
		/// Caller: a person who files for the company. Emits [`Event::FilingReceived`].
		#[pallet::call_index(10)]
		#[pallet::weight(crate::weights::file::<T::WeightInfo>(content))]
		pub fn file(
			origin: OriginFor<T>,
			act: Act,
			company: CompanyNumber,
			content: Box<FilingContent>,
		) -> DispatchResult {
			Self::do_file(ensure_signed(origin)?, act, company, *content)
		}

		/// Enter what a company has handed in on paper. It is examined thereby.
		///
		/// Caller: an officer who examines. Emits [`Event::FilingReceived`].
		#[pallet::call_index(11)]
		#[pallet::weight(crate::weights::record_filing::<T::WeightInfo>(content))]
		pub fn record_filing(
			origin: OriginFor<T>,
			act: Act,
			company: CompanyNumber,
			content: Box<FilingContent>,
		) -> DispatchResult {
			Self::do_record_filing(ensure_signed(origin)?, act, company, *content)
		}

		/// Examine a filing, and recommend what is to be decided on it.
		///
		/// Caller: an officer who examines. Emits [`Event::FilingExamined`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::examine_filing())]
		pub fn examine_filing(
			origin: OriginFor<T>,
			act: Act,
			filing: FilingId,
			recommendation: Recommendation,
		) -> DispatchResult {
			Self::do_examine_filing(ensure_signed(origin)?, act, filing, recommendation)
		}

		/// Decide a filing as the examiner has recommended, or return it.
		///
		/// Caller: an officer who decides, another than who has examined or entered it. Emits
		/// [`Event::FilingAccepted`], with it [`Event::OwnershipDeclared`] or
		/// [`Event::OwnershipConfirmed`]; or [`Event::FilingRefused`] or [`Event::FilingReturned`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::decide_filing())]
		pub fn decide_filing(
			origin: OriginFor<T>,
			act: Act,
			filing: FilingId,
			decision: Decision,
		) -> DispatchResult {
			Self::do_decide_filing(ensure_signed(origin)?, act, filing, decision)
		}

		/// Take a filing back that has not been decided.
		///
		/// Caller: a person who files for the company; of one that an officer has entered, that officer.
		/// Emits [`Event::FilingWithdrawn`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::withdraw_filing())]
		pub fn withdraw_filing(origin: OriginFor<T>, act: Act, filing: FilingId) -> DispatchResult {
			Self::do_withdraw_filing(ensure_signed(origin)?, act, filing)
		}

		/// Have a company suspended that owes something overdue: what the law does by the clock.
		///
		/// Caller: anybody. Emits [`Event::OverdueReported`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::report_overdue())]
		pub fn report_overdue(origin: OriginFor<T>, company: CompanyNumber) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_report_overdue(company)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The laws by which companies of a district file, in the order in which they come into force.
		pub fn filing_laws(district: District) -> Vec<FilingLaw> {
			Self::laws_of(district)
		}

		/// The version of a district's own laws, for the next act on them.
		pub fn filing_law_version(district: District) -> u32 {
			Self::law_version(district)
		}

		/// A law that has been prepared and not decided.
		pub fn proposal(id: ProposalId) -> Option<Proposal> {
			Proposals::<T>::get(id)
		}

		/// A filing.
		pub fn filing(id: FilingId) -> Option<Versioned<Filing>> {
			let head = FilingHeads::<T>::get(id).unwrap_or_default();
			Some(Versioned { record: Filings::<T>::get(id)?, head })
		}

		/// Up to 64 filings of a company in the order of counting.
		pub fn filings_of(
			company: CompanyNumber,
			after: Option<FilingId>,
			limit: u32,
		) -> Vec<FilingId> {
			Self::read_filings_of(company, after, limit)
		}

		/// What a company owes now: of each yearly type, the earliest period that is not covered.
		pub fn obligations(company: CompanyNumber) -> Vec<Obligation> {
			Self::obligations_at(company, T::Clock::now())
		}

		/// Whether a company owes something that is overdue at an instant.
		pub fn is_overdue_at(company: CompanyNumber, at: Instant) -> bool {
			Self::overdue_at(company, at)
		}

		/// Until when what is stated of a company's beneficial owners is current; none where the law asks
		/// for nothing. It names nobody.
		pub fn ownership_currency(company: CompanyNumber) -> Option<OwnershipCurrency> {
			Self::ownership_currency_at(company, T::Clock::now())
		}

		/// What is stated of a company's beneficial owners.
		pub fn ownership(company: CompanyNumber) -> Option<Versioned<OwnershipRecord>> {
			let head = OwnershipHeads::<T>::get(company).unwrap_or_default();
			Some(Versioned { record: Ownership::<T>::get(company)?, head })
		}

		/// A statement.
		pub fn statement(id: StatementId) -> Option<AcceptedStatement> {
			StatementsOf::<T>::get(id.company, id.number)
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

		/// Up to 64 entries of a filing from a version on.
		pub fn filing_history(
			id: FilingId,
			from: u32,
			limit: u32,
		) -> Vec<Entry<FilingId, FilingChange>> {
			record::history::<_, _, FilingEntries<T>>(&id, from, limit)
		}

		/// Up to 64 entries of a company's beneficial ownership from a version on.
		pub fn ownership_history(
			company: CompanyNumber,
			from: u32,
			limit: u32,
		) -> Vec<Entry<CompanyNumber, OwnershipChange>> {
			record::history::<_, _, OwnershipEntries<T>>(&company, from, limit)
		}

		/// Up to 64 entries of a district's laws from a version on.
		pub fn law_history(
			district: District,
			from: u32,
			limit: u32,
		) -> Vec<Entry<District, LawChange>> {
			record::history::<_, _, LawEntries<T>>(&district, from, limit)
		}
	}
}
