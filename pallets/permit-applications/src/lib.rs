#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod acts;
pub mod api;
mod appeals;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod case;
mod errors;
mod events;
mod figures;
mod intake;
#[cfg(test)]
mod mock;
mod queue;
mod reads;
mod review;
pub mod rules;
mod take_over;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", feature = "std"))]
pub mod try_state;
pub mod types;
pub mod weights;

pub use acts::{APPEAL, PERSONAL, PROCEDURE, TAKE_OVER};
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
	use polity_permit_procedure::{Opinion, PermitTerms, PublishedStatus, StatedConditions};
	use polity_primitives::{
		ids::{PermitTypeId, ProposalId},
		record::{self, Entry},
		time::{Instant, Period},
		traits::{
			CompanyOfficers, Keepers, LegalClock, MandateAuthority, PermitHolder, PermitRegister,
			Persons, Standing,
		},
		Act, Commitment, District, Head, MandateId, MinistryId, Party, UnitNumber,
	};
	use sp_core::H256;

	use crate::{
		types::{
			ApplicationChange, ApplicationId, CommitmentUse, Decision, DueKey, Judgment, LiveKey,
			OpinionState, OrderedId, PermitApplication, ServiceFigures, ServiceReport, TakeOver,
			TakeOverProposal, Verdict, Versioned, WorkState,
		},
		WeightInfo,
	};

	/// The layout of this pallet's storage.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Applications for permits.
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
		/// The authority in a district.
		type Keepers: Keepers;
		/// Those who apply, by their tags of the register of permits, and those who do so for companies,
		/// by their tags of the business register.
		type Persons: Persons<Self::AccountId>;
		/// Whether a person may apply, or act for a company.
		type Standing: Standing;
		/// Who files for companies.
		type Officers: CompanyOfficers;
		/// Types of permits, and the permits that are granted.
		type Permits: PermitRegister<Terms = PermitTerms, Conditions = StatedConditions>;
		/// The most rows of the queue that one block does. What is due beyond that waits for the next
		/// block.
		#[pallet::constant]
		type MaxDuePerBlock: Get<u32>;
		/// How long a take-over that was prepared can be decided.
		#[pallet::constant]
		type ProposalPeriod: Get<Period>;
		/// Weights of the calls below.
		type WeightInfo: WeightInfo;
		/// What the benchmarks need.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper;
	}

	/// The last application that was counted.
	#[pallet::storage]
	pub type LastApplication<T> = StorageValue<_, ApplicationId, ValueQuery>;

	/// Every application, whatever has become of it.
	#[pallet::storage]
	pub type Applications<T: Config> =
		StorageMap<_, Twox64Concat, ApplicationId, PermitApplication<T::AccountId>>;

	/// The heads of the applications' entries.
	#[pallet::storage]
	pub type Heads<T> = StorageMap<_, Twox64Concat, ApplicationId, Head>;

	/// The entries of applications, by version from 1.
	#[pallet::storage]
	pub type Entries<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		ApplicationId,
		Twox64Concat,
		u32,
		Entry<ApplicationId, ApplicationChange<T::AccountId>>,
	>;

	/// The one live application of an applicant for a type and site.
	#[pallet::storage]
	pub type LiveApplications<T> = StorageMap<_, Blake2_128Concat, LiveKey, ApplicationId>;

	/// In which application each commitment of a personal applicant was stated, and whether a permit that
	/// was overturned has used it up. A row stays: no commitment is stated twice.
	#[pallet::storage]
	pub type Commitments<T> = StorageMap<_, Blake2_128Concat, Commitment, CommitmentUse>;

	/// The applications of each party that is readable. The ids are big-endian keys, so that the state
	/// has them in the order of counting. Of natural persons whose permits nobody can find there are
	/// none.
	#[pallet::storage]
	pub type ApplicationsOf<T> =
		StorageDoubleMap<_, Blake2_128Concat, Party, Identity, OrderedId, ()>;

	/// What waits for somebody, in each district and state in the order of counting.
	#[pallet::storage]
	pub type WorkLists<T> =
		StorageDoubleMap<_, Twox64Concat, (District, WorkState), Identity, OrderedId, ()>;

	/// The queue of what the chain does by its clock, in the order of time: one row for each application
	/// of which something is due.
	#[pallet::storage]
	pub type Due<T> = StorageMap<_, Identity, DueKey, ()>;

	/// The row of the queue that was looked at last, of those that come later.
	#[pallet::storage]
	pub type LookedAt<T> = StorageValue<_, DueKey>;

	/// What has become of the applications of each authority and type.
	#[pallet::storage]
	pub type Figures<T> = StorageDoubleMap<
		_,
		Twox64Concat,
		MinistryId,
		Twox64Concat,
		PermitTypeId,
		ServiceFigures,
		ValueQuery,
	>;

	/// How many applications of each authority and type were decided in how many days, in the order of
	/// days (see [`crate::rules::days_key`]).
	#[pallet::storage]
	pub type DaysUsed<T> = StorageDoubleMap<
		_,
		Twox64Concat,
		(MinistryId, PermitTypeId),
		Identity,
		[u8; 2],
		u32,
		ValueQuery,
	>;

	/// The last take-over that was proposed.
	#[pallet::storage]
	pub type LastProposal<T> = StorageValue<_, ProposalId, ValueQuery>;

	/// Take-overs that have been prepared and not decided.
	#[pallet::storage]
	pub type Proposals<T> = StorageMap<_, Twox64Concat, ProposalId, TakeOverProposal>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			Self::do_what_is_due()
		}

		fn integrity_test() {
			assert!(T::ProposalPeriod::get().check().is_ok(), "the period has a length");
			let rows = T::MaxDuePerBlock::get();
			assert!(rows > 0, "a block does something of what is due");
			let most = Self::due_weight(rows);
			let block = T::BlockWeights::get().max_block;
			assert!(most.all_lte(block.saturating_div(2)), "what is due leaves half of a block");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			crate::try_state::do_try_state::<T>()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Apply for a permit. The documents of the act are the dossier.
		///
		/// Caller: a person for itself, by its tag of the register of permits; a person who files for the
		/// company that applies. Emits [`Event::Recorded`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::apply())]
		pub fn apply(
			origin: OriginFor<T>,
			act: Act,
			kind: PermitTypeId,
			applicant: PermitHolder,
			site: Option<UnitNumber>,
		) -> DispatchResult {
			Self::do_apply(ensure_signed(origin)?, act, kind, applicant, site)
		}

		/// Enter an application that was handed in at the counter. The documents of the act are the
		/// dossier.
		///
		/// Caller: an officer who examines. Emits [`Event::Recorded`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::enter())]
		pub fn enter(
			origin: OriginFor<T>,
			act: Act,
			kind: PermitTypeId,
			applicant: PermitHolder,
			site: Option<UnitNumber>,
		) -> DispatchResult {
			Self::do_enter(ensure_signed(origin)?, act, kind, applicant, site)
		}

		/// Note that the fee of an application was paid.
		///
		/// Caller: an officer who examines. Emits [`Event::Recorded`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::settle_fee())]
		pub fn settle_fee(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
		) -> DispatchResult {
			Self::do_settle_fee(ensure_signed(origin)?, act, application)
		}

		/// Return a dossier in which something is missing. A document of the act says what.
		///
		/// Caller: an officer who examines. Emits [`Event::Recorded`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::return_dossier())]
		pub fn return_dossier(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
		) -> DispatchResult {
			Self::do_return_dossier(ensure_signed(origin)?, act, application)
		}

		/// Hand in what was missing: the documents of the act.
		///
		/// Caller: who represents the applicant; an officer who examines, where nobody has signed for it.
		/// Emits [`Event::Recorded`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::resubmit())]
		pub fn resubmit(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
		) -> DispatchResult {
			Self::do_resubmit(ensure_signed(origin)?, act, application)
		}

		/// Find the dossier complete: the clock begins, a place under the quota is taken, and the caller is
		/// the case officer. Of a person, who is not known by its tag of the land register here, the
		/// officer attests the right in the site where the type demands one.
		///
		/// Caller: an officer who examines. Emits [`Event::Recorded`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::complete())]
		pub fn complete(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
			site_right_attested: bool,
		) -> DispatchResult {
			Self::do_complete(ensure_signed(origin)?, act, application, site_right_attested)
		}

		/// Become the case officer. What another has recommended falls.
		///
		/// Caller: an officer who examines. Emits [`Event::Recorded`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::take_case())]
		pub fn take_case(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
		) -> DispatchResult {
			Self::do_take_case(ensure_signed(origin)?, act, application)
		}

		/// Withdraw an application that has not been decided.
		///
		/// Caller: who represents the applicant; where nobody has signed for it, an officer who examines, has
		/// had no part in the case, and has the applicant's signed request in a document of the act. Emits
		/// [`Event::Recorded`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::withdraw())]
		pub fn withdraw(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
		) -> DispatchResult {
			Self::do_withdraw(ensure_signed(origin)?, act, application)
		}

		/// State another commitment for a personal applicant, once for each permit that an appeal has
		/// overturned: that leaves its own used. A document of the act has the new one, signed by the
		/// applicant. What was recommended falls. Where silence could not grant for want of it, the chain
		/// does so in the next block.
		///
		/// Caller: an officer who examines. Emits [`Event::Recorded`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::recommit().saturating_add(T::DbWeight::get().reads_writes(2, 1)))]
		pub fn recommit(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
			commitment: Commitment,
		) -> DispatchResult {
			Self::do_recommit(ensure_signed(origin)?, act, application, commitment)
		}

		/// Ask the applicant something: the clock stands still. A document of the act says what.
		///
		/// Caller: an officer who examines. Emits [`Event::Recorded`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::ask())]
		pub fn ask(origin: OriginFor<T>, act: Act, application: ApplicationId) -> DispatchResult {
			Self::do_ask(ensure_signed(origin)?, act, application)
		}

		/// Answer a question: the clock goes on. The documents of the act are the answer.
		///
		/// Caller: who represents the applicant; an officer who examines, where nobody has signed for it.
		/// Emits [`Event::Recorded`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::answer())]
		pub fn answer(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
		) -> DispatchResult {
			Self::do_answer(ensure_signed(origin)?, act, application)
		}

		/// Extend the period, once and before it is over. A document of the act has the reasons.
		///
		/// Caller: an officer who examines. Emits [`Event::Recorded`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::extend())]
		pub fn extend(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
		) -> DispatchResult {
			Self::do_extend(ensure_signed(origin)?, act, application)
		}

		/// Answer for a ministry that was asked.
		///
		/// Caller: an officer of that ministry who examines in its register, as the type says. Emits
		/// [`Event::Recorded`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::give_opinion())]
		pub fn give_opinion(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
			ministry: MinistryId,
			opinion: Opinion,
		) -> DispatchResult {
			Self::do_give_opinion(ensure_signed(origin)?, act, application, ministry, opinion)
		}

		/// Recommend a decision. The reasons of a refusal stand in a document of the act.
		///
		/// Caller: the case officer; where there is none, any officer who examines, who becomes it. Emits [`Event::Recorded`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::recommend())]
		pub fn recommend(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
			decision: Box<Decision>,
		) -> DispatchResult {
			Self::do_recommend(ensure_signed(origin)?, act, application, *decision)
		}

		/// Decide what the case officer recommends, or reject that.
		///
		/// Caller: an officer who decides, another than the case officer, who entered it, and who
		/// represents the applicant. Emits [`Event::Recorded`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::decide())]
		pub fn decide(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
			verdict: Verdict,
		) -> DispatchResult {
			Self::do_decide(ensure_signed(origin)?, act, application, verdict)
		}

		/// Appeal against a decision. The documents of the act are the appeal.
		///
		/// Caller: who represents the applicant; where nobody has signed for it, an officer who examines, has
		/// had no part in the case, and has the applicant's signed request in a document of the act; an
		/// officer of the court for a third party. Emits [`Event::Recorded`].
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::appeal())]
		pub fn appeal(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
		) -> DispatchResult {
			Self::do_appeal(ensure_signed(origin)?, act, application)
		}

		/// Prepare a judgment about an appeal.
		///
		/// Caller: an officer of the court who had no hand in the decision. Emits [`Event::Recorded`].
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::prepare_judgment())]
		pub fn prepare_judgment(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
			judgment: Box<Judgment>,
		) -> DispatchResult {
			Self::do_prepare_judgment(ensure_signed(origin)?, act, application, *judgment)
		}

		/// Decide an appeal as another officer of the court has prepared it, or reject that.
		///
		/// Caller: an officer of the court, another than the maker, who had no hand in the decision. Emits
		/// [`Event::Recorded`].
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::decide_appeal()
			.saturating_add(T::Permits::grant_weight().max(T::Permits::reserve_weight())))]
		pub fn decide_appeal(
			origin: OriginFor<T>,
			act: Act,
			application: ApplicationId,
			verdict: Verdict,
		) -> DispatchResult {
			Self::do_decide_appeal(ensure_signed(origin)?, act, application, verdict)
		}

		/// Prepare the take-over of a running application of an existing register. The documents of the
		/// act are its dossier.
		///
		/// Caller: an officer who records the existing register. Emits [`Event::TakeOverProposed`].
		#[pallet::call_index(30)]
		#[pallet::weight(T::WeightInfo::propose_take_over())]
		pub fn propose_take_over(
			origin: OriginFor<T>,
			act: Act,
			take_over: Box<TakeOver>,
		) -> DispatchResult {
			Self::do_propose_take_over(ensure_signed(origin)?, act, *take_over)
		}

		/// Decide a take-over that another officer has prepared.
		///
		/// Caller: an officer who decides, or who records the existing register, another than the maker.
		/// Emits [`Event::Recorded`] or [`Event::TakeOverRejected`].
		#[pallet::call_index(31)]
		#[pallet::weight(T::WeightInfo::decide_take_over())]
		pub fn decide_take_over(
			origin: OriginFor<T>,
			act: Act,
			proposal: ProposalId,
			verdict: Verdict,
		) -> DispatchResult {
			Self::do_decide_take_over(ensure_signed(origin)?, act, proposal, verdict)
		}

		/// Withdraw a take-over that was prepared.
		///
		/// Caller: its maker; anybody once it cannot be decided any more. Emits
		/// [`Event::TakeOverWithdrawn`].
		#[pallet::call_index(32)]
		#[pallet::weight(T::WeightInfo::withdraw_take_over())]
		pub fn withdraw_take_over(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			Self::do_withdraw_take_over(ensure_signed(origin)?, proposal)
		}

		/// Have the chain do what is due of an application, if the queue has not: what the law does by the
		/// clock. It also puts the row of the queue where it belongs when a calendar was changed.
		///
		/// Caller: anybody. Emits [`Event::Recorded`], if something was due.
		#[pallet::call_index(40)]
		#[pallet::weight(T::WeightInfo::do_due())]
		pub fn do_due(origin: OriginFor<T>, application: ApplicationId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_do_due(application)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// An application.
		pub fn application(
			id: ApplicationId,
		) -> Option<Versioned<PermitApplication<T::AccountId>>> {
			let head = Heads::<T>::get(id).unwrap_or_default();
			Some(Versioned { record: Applications::<T>::get(id)?, head })
		}

		/// The published status of an application (BLDS 1.2): that at its decision, where a permit was
		/// granted. What the permit is worth since is for `permits` to say.
		pub fn status_of(id: ApplicationId) -> Option<PublishedStatus> {
			Self::read_status(id)
		}

		/// The instant from which on a decision is too late, of an application in review.
		pub fn deadline(id: ApplicationId) -> Option<Instant> {
			Self::read_deadline(id)
		}

		/// The instant from which on an appeal against the decision is too late; none if there is no decision
		/// or no appeal.
		pub fn appeal_until(id: ApplicationId) -> Option<Instant> {
			Self::read_appeal_until(id)
		}

		/// What the ministries that were asked say now, and who can still answer.
		pub fn opinions(id: ApplicationId) -> Vec<OpinionState> {
			Self::read_opinions(id)
		}

		/// Up to 64 applications of an applicant that is readable, in the order of counting.
		pub fn applications_of(
			applicant: PermitHolder,
			after: Option<ApplicationId>,
			limit: u32,
		) -> Vec<ApplicationId> {
			Self::read_applications_of(applicant, after, limit)
		}

		/// The live application of an applicant for a type and site.
		pub fn live_application(key: LiveKey) -> Option<ApplicationId> {
			LiveApplications::<T>::get(key)
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

		/// How an authority serves those who apply for a type.
		pub fn figures(ministry: MinistryId, kind: PermitTypeId) -> ServiceReport {
			Self::read_figures(ministry, kind)
		}

		/// A take-over that has been prepared and not decided.
		pub fn take_over(id: ProposalId) -> Option<TakeOverProposal> {
			Proposals::<T>::get(id)
		}

		/// Up to 64 entries of an application from a version on.
		pub fn history(
			id: ApplicationId,
			from: u32,
			limit: u32,
		) -> Vec<Entry<ApplicationId, ApplicationChange<T::AccountId>>> {
			record::history::<_, _, Entries<T>>(&id, from, limit)
		}
	}
}
