#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod acts;
pub mod api;
pub mod bases;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
pub mod consents;
mod effects;
mod errors;
mod estate;
mod events;
mod law;
#[cfg(test)]
mod mock;
mod parties;
mod proposals;
mod reads;
mod storage;
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
#[import_section(storage::storage)]
#[frame_support::pallet]
pub mod pallet {
	use alloc::{boxed::Box, vec::Vec};
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use polity_primitives::{
		ids::{PledgeId, ProposalId, ShareClassId},
		record::Entry,
		time::{CalendarDate, Period},
		traits::{
			Companies, CompanyOfficers, LegalClock, MandateAuthority, MinistryLookup, Persons,
			Standing,
		},
		Act, CompanyNumber, Hash, Head, MandateId, Party, RecordKind,
	};
	use polity_share_register::ShareLaw;
	use sp_core::H256;

	use crate::{
		proposals::{most_weight_of_decision, weight_of_proposal},
		types::{
			Authority, Consenter, Consenters, Law, LawChange, LawProposal, Ledger, LedgerEntry,
			Outcome, Proposal, RecordDateSnapshot, RegisteredClass, RegisteredHolding, ShareAct,
			SharePledge, Verdict, Waiting, MAX_CLASSES, MAX_CONVERSION, MAX_HOLDERS, MAX_PAGE,
			MAX_PLEDGES, MAX_SUCCESSION,
		},
		WeightInfo,
	};

	/// The layout of this pallet's storage.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Share classes and holdings.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs from the runtime. Periods are counted by the calendar of the company's
	/// district, without tolled time.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Time, legal days, calendars and tolled time.
		type Clock: LegalClock;
		/// Who may do what, and the notes of acts that have been done.
		type Mandates: MandateAuthority<Self::AccountId>;
		/// Persons, by their tags of the business register.
		type Persons: Persons<Self::AccountId>;
		/// Whether a party may give or take shares.
		type Standing: Standing;
		/// The companies.
		type Companies: Companies;
		/// What companies have resolved.
		type Officers: CompanyOfficers;
		/// Ministries: a seat consents to what the state gives up.
		type Ministries: MinistryLookup<Self::AccountId>;
		/// How long what was prepared can be decided; where it waits for creditors or holders, from when
		/// these have had their time.
		#[pallet::constant]
		type ProposalPeriod: Get<Period>;
		/// Weights of the calls below.
		type WeightInfo: WeightInfo;
		/// What the benchmarks need.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper;
	}

	/// The bounds of the register, for whoever reads the metadata.
	#[pallet::extra_constants]
	impl<T: Config> Pallet<T> {
		/// The most classes that a company opens.
		#[pallet::constant_name(MaxClasses)]
		fn max_classes() -> u32 {
			MAX_CLASSES
		}
		/// The most holders of one class.
		#[pallet::constant_name(MaxHolders)]
		fn max_holders() -> u32 {
			MAX_HOLDERS
		}
		/// The most pledges of shares of one class.
		#[pallet::constant_name(MaxPledges)]
		fn max_pledges() -> u32 {
			MAX_PLEDGES
		}
	}

	/// The law of a register that its ministry has set none for, after Directive (EU) 2017/1132: a
	/// quarter is paid at allotment (article 48), a tenth is bought back at most (article 60), the
	/// holders have fourteen days (article 72), and the creditors three months (article 75 leaves it to
	/// each country).
	pub struct DefaultLaw;

	impl Get<Law> for DefaultLaw {
		fn get() -> Law {
			Law {
				shares: ShareLaw { least_paid: 2_500, most_treasury: 1_000 },
				creditors_period: Period::Months(3),
				pre_emption_period: Period::CalendarDays(14),
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let law = DefaultLaw::get();
			let periods = [T::ProposalPeriod::get(), law.creditors_period, law.pre_emption_period];
			for period in periods {
				assert!(period.check().is_ok(), "every period has a length");
			}
			assert!(law.shares.check().is_ok(), "the law holds");
			// An outcome that does not fit would stop an act that the bounds allow.
			const { assert!(MAX_SUCCESSION <= MAX_HOLDERS && MAX_SUCCESSION <= MAX_PLEDGES) }
			const { assert!(MAX_CONVERSION <= MAX_HOLDERS && MAX_CONVERSION <= MAX_PLEDGES) }
			const { assert!(MAX_CLASSES <= MAX_PAGE) }
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			crate::try_state::do_try_state::<T>()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Prepare an act on a company's shares. It is tried, as if everybody had consented who has to.
		///
		/// Caller: an officer with [`Authority::maker_power`]. Emits [`Event::ShareActProposed`].
		#[pallet::call_index(0)]
		#[pallet::weight(weight_of_proposal::<T>(share_act))]
		pub fn propose(
			origin: OriginFor<T>,
			act: Act,
			company: CompanyNumber,
			share_act: Box<ShareAct>,
			authority: Authority,
		) -> DispatchResult {
			Self::do_propose(ensure_signed(origin)?, act, company, *share_act, authority)
		}

		/// Consent to what was prepared: to this matter and no other. A company does so by its resolution
		/// on it.
		///
		/// Caller: a person who has to consent, or the seat of a ministry that has to. Emits
		/// [`Event::ConsentGiven`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::consent())]
		pub fn consent(
			origin: OriginFor<T>,
			act: Act,
			proposal: ProposalId,
			matter: Hash,
		) -> DispatchResult {
			Self::do_consent(ensure_signed(origin)?, act, proposal, matter)
		}

		/// Take a consent back.
		///
		/// Caller: who has consented. Emits [`Event::ConsentWithdrawn`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::withdraw_consent())]
		pub fn withdraw_consent(
			origin: OriginFor<T>,
			act: Act,
			proposal: ProposalId,
		) -> DispatchResult {
			Self::do_withdraw_consent(ensure_signed(origin)?, act, proposal)
		}

		/// Decide what another officer has prepared: do it, once everybody has consented who has to, or
		/// reject it.
		///
		/// Caller: an officer with the power to decide, another than the maker; of another ministry,
		/// where a court has ordered it. Emits [`Event::ShareActDone`] or [`Event::ShareActRejected`].
		#[pallet::call_index(3)]
		#[pallet::weight(most_weight_of_decision::<T>(*verdict))]
		pub fn decide(
			origin: OriginFor<T>,
			act: Act,
			proposal: ProposalId,
			verdict: Verdict,
		) -> DispatchResultWithPostInfo {
			Self::do_decide(ensure_signed(origin)?, act, proposal, verdict)
		}

		/// Withdraw a proposal.
		///
		/// Caller: its maker; anybody once it cannot be decided any more. Emits
		/// [`Event::ProposalWithdrawn`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::withdraw_proposal())]
		pub fn withdraw_proposal(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			Self::do_withdraw_proposal(ensure_signed(origin)?, proposal)
		}

		/// Prepare a change of the law of the register.
		///
		/// Caller: an officer with the power to examine, for the whole country. Emits
		/// [`Event::LawProposed`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::propose_law())]
		pub fn propose_law(origin: OriginFor<T>, act: Act, law: Law) -> DispatchResult {
			Self::do_propose_law(ensure_signed(origin)?, act, law)
		}

		/// Decide a change of the law that another officer has prepared.
		///
		/// Caller: an officer with the power to decide, another than the maker. Emits
		/// [`Event::LawChanged`] or [`Event::LawRejected`].
		#[pallet::call_index(11)]
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
		/// [`Event::ProposalWithdrawn`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::withdraw_law())]
		pub fn withdraw_law(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			Self::do_withdraw_law(ensure_signed(origin)?, proposal)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A company's classes, by number, and the head of its ledger.
		pub fn classes(company: CompanyNumber) -> (Vec<(ShareClassId, RegisteredClass)>, Head) {
			Self::read_classes(company)
		}

		/// What a party has of a class.
		pub fn holding_of(
			company: CompanyNumber,
			class: ShareClassId,
			holder: Party,
		) -> Option<RegisteredHolding> {
			Holdings::<T>::get((company, class, holder))
		}

		/// Who holds shares of a class, and how many: at most 128.
		pub fn holders(
			company: CompanyNumber,
			class: ShareClassId,
		) -> Vec<(Party, RegisteredHolding)> {
			Holdings::<T>::iter_prefix((company, class)).collect()
		}

		/// Up to 64 classes that a party has shares of.
		pub fn holdings_of(holder: Party) -> Vec<(CompanyNumber, ShareClassId)> {
			Self::read_holdings_of(&holder)
		}

		/// A pledge.
		pub fn pledge(id: PledgeId) -> Option<SharePledge> {
			Pledges::<T>::get(id)
		}

		/// Up to 64 pledges that a party has of others' shares.
		pub fn pledges_to(pledgee: Party) -> Vec<PledgeId> {
			Self::read_pledges_to(&pledgee)
		}

		/// Who had how many shares and votes of a class on a record date: who may vote, and who is paid a
		/// dividend.
		pub fn record_date(
			company: CompanyNumber,
			class: ShareClassId,
			on: CalendarDate,
		) -> Option<RecordDateSnapshot> {
			Snapshots::<T>::get((company, class, on))
		}

		/// What has been prepared and not decided.
		pub fn proposal(id: ProposalId) -> Option<Proposal> {
			Proposals::<T>::get(id)
		}

		/// Who has to consent to what has been prepared.
		pub fn consenters_of(id: ProposalId) -> Option<Consenters> {
			Self::read_consenters(id)
		}

		/// What is consented to, and what companies resolve on, for what has been prepared.
		pub fn matter(id: ProposalId) -> Option<Hash> {
			Self::read_matter(id)
		}

		/// The law of the register.
		pub fn law() -> Law {
			CurrentLaw::<T>::get()
		}

		/// Up to 64 entries of a company's ledger from a version on.
		pub fn history(company: CompanyNumber, from: u32, limit: u32) -> Vec<LedgerEntry> {
			Self::read_history(company, from, limit)
		}
	}
}
