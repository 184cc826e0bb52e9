#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod acts;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod boards;
mod errors;
mod events;
#[cfg(test)]
mod mock;
mod resolutions;
pub mod rules;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", feature = "std"))]
pub mod try_state;
pub mod types;
pub mod weights;

pub use acts::{ADOPTION, COURT_ORDER, OFFICERS, RESOLUTION};
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
		ids::{MandateId, ProposalId},
		record::{self, Entry},
		time::{CalendarDate, Period},
		traits::{Companies, FoundingBoard, LegalClock, MandateAuthority, Persons, Standing},
		Act, CompanyNumber, Head, Tag,
	};
	use sp_core::H256;

	use crate::{
		types::{
			Authority, BoardChange, BoardEntry, BoardRecord, DisqualificationEntry, Matter,
			Officer, Proposal, Resolution, Role, Verdict, Versioned, MAX_PAGE,
		},
		WeightInfo,
	};

	/// The layout of this pallet's storage.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Who acts for companies.
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
		/// Officers, by their tags of the business register.
		type Persons: Persons<Self::AccountId>;
		/// Whether a party may act for a company.
		type Standing: Standing;
		/// The companies.
		type Companies: Companies;
		/// How long what was prepared can be decided.
		#[pallet::constant]
		type ProposalPeriod: Get<Period>;
		/// How long a company's resolution stands.
		#[pallet::constant]
		type ResolutionPeriod: Get<Period>;
		/// Weights of the calls below.
		type WeightInfo: WeightInfo;
		/// What the benchmarks need.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper;
	}

	/// The boards of companies.
	#[pallet::storage]
	pub type Boards<T> = StorageMap<_, Twox64Concat, CompanyNumber, BoardRecord>;

	/// The heads of the boards' entries.
	#[pallet::storage]
	pub type BoardHeads<T> = StorageMap<_, Twox64Concat, CompanyNumber, Head>;

	/// The entries of boards, by version from 1.
	#[pallet::storage]
	pub type BoardEntries<T> = StorageDoubleMap<
		_,
		Twox64Concat,
		CompanyNumber,
		Twox64Concat,
		u32,
		Entry<CompanyNumber, BoardEntry>,
	>;

	/// In which companies' boards a person is named.
	#[pallet::storage]
	pub type OfficesOf<T> =
		StorageDoubleMap<_, Blake2_128Concat, Tag, Twox64Concat, CompanyNumber, ()>;

	/// Persons whom a court has barred from the management of companies, and the first day on which
	/// each may manage again. One whose day has come is still here.
	#[pallet::storage]
	pub type Disqualifications<T> = StorageMap<_, Blake2_128Concat, Tag, CalendarDate>;

	/// The heads of the disqualifications' entries.
	#[pallet::storage]
	pub type DisqualificationHeads<T> = StorageMap<_, Blake2_128Concat, Tag, Head>;

	/// The entries of disqualifications, by version from 1.
	#[pallet::storage]
	pub type DisqualificationEntries<T> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		Tag,
		Twox64Concat,
		u32,
		Entry<Tag, DisqualificationEntry>,
	>;

	/// The last proposal that was made.
	#[pallet::storage]
	pub type LastProposal<T> = StorageValue<_, ProposalId, ValueQuery>;

	/// What has been prepared and not decided.
	#[pallet::storage]
	pub type Proposals<T> = StorageMap<_, Twox64Concat, ProposalId, Proposal>;

	/// Resolutions of companies, by the hash of what each is about. One that has lapsed is still here
	/// until somebody clears it.
	#[pallet::storage]
	pub type Resolutions<T> =
		StorageDoubleMap<_, Twox64Concat, CompanyNumber, Blake2_128Concat, H256, Resolution>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			for period in [T::ProposalPeriod::get(), T::ResolutionPeriod::get()] {
				assert!(period.check().is_ok(), "every period has a length");
			}
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			crate::try_state::do_try_state::<T>()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Prepare a change of a company's board: an appointment, a removal, another way of signing,
		/// or the adoption of a board by an imported company.
		///
		/// Caller: an officer with [`Authority::maker_power`]. Emits [`Event::ChangeProposed`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::propose_change())]
		pub fn propose_change(
			origin: OriginFor<T>,
			act: Act,
			company: CompanyNumber,
			change: Box<BoardChange>,
			authority: Authority,
		) -> DispatchResult {
			let matter = Matter::Board { company, change: *change, authority };
			Self::do_propose(ensure_signed(origin)?, act, matter)
		}

		/// Prepare a bar of a person from the management of companies, or its end.
		///
		/// Caller: an officer who speaks for a court. Emits [`Event::DisqualificationProposed`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::propose_disqualification())]
		pub fn propose_disqualification(
			origin: OriginFor<T>,
			act: Act,
			person: Tag,
			until: Option<CalendarDate>,
		) -> DispatchResult {
			let matter = Matter::Disqualification { person, until };
			Self::do_propose(ensure_signed(origin)?, act, matter)
		}

		/// Decide what another officer has prepared. The act cites its statute, and the version of the
		/// board's or the disqualification's record.
		///
		/// Caller: an officer with [`Authority::checker_power`], another than the maker. Emits
		/// [`Event::BoardChanged`], [`Event::DisqualificationSet`] or [`Event::ProposalRejected`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::decide_proposal())]
		pub fn decide_proposal(
			origin: OriginFor<T>,
			act: Act,
			proposal: ProposalId,
			verdict: Verdict,
		) -> DispatchResult {
			Self::do_decide_proposal(ensure_signed(origin)?, act, proposal, verdict)
		}

		/// Withdraw a proposal.
		///
		/// Caller: its maker; anybody once it cannot be decided any more. Emits
		/// [`Event::ProposalWithdrawn`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::withdraw_proposal())]
		pub fn withdraw_proposal(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			Self::do_withdraw_proposal(ensure_signed(origin)?, proposal)
		}

		/// Resign from an office, today. The last director cannot.
		///
		/// Caller: the officer, a person, for itself. Emits [`Event::OfficerResigned`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::resign())]
		pub fn resign(
			origin: OriginFor<T>,
			act: Act,
			company: CompanyNumber,
			role: Role,
		) -> DispatchResult {
			Self::do_resign(ensure_signed(origin)?, act, company, role)
		}

		/// Endorse what a company is to resolve, by its hash. It has resolved once as many have as must
		/// sign together.
		///
		/// Caller: a director; the liquidator of a company that is wound up. Emits
		/// [`Event::MatterEndorsed`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::endorse())]
		pub fn endorse(
			origin: OriginFor<T>,
			act: Act,
			company: CompanyNumber,
			matter: H256,
		) -> DispatchResult {
			Self::do_endorse(ensure_signed(origin)?, act, company, matter)
		}

		/// Take an endorsement back.
		///
		/// Caller: who has endorsed it. Emits [`Event::EndorsementWithdrawn`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::withdraw_endorsement())]
		pub fn withdraw_endorsement(
			origin: OriginFor<T>,
			act: Act,
			company: CompanyNumber,
			matter: H256,
		) -> DispatchResult {
			Self::do_withdraw_endorsement(ensure_signed(origin)?, act, company, matter)
		}

		/// Clear a resolution that has lapsed. It changes nobody's rights.
		///
		/// Caller: anybody. Emits [`Event::ResolutionCleared`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::clear_resolution())]
		pub fn clear_resolution(
			origin: OriginFor<T>,
			company: CompanyNumber,
			matter: H256,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_clear_resolution(company, matter)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A company's board, with those appointed ahead.
		pub fn board(company: CompanyNumber) -> Option<Versioned<BoardRecord>> {
			let head = BoardHeads::<T>::get(company).unwrap_or_default();
			Some(Versioned { record: Boards::<T>::get(company)?, head })
		}

		/// A company's officers who are in office on a day, by the board as it is now.
		pub fn officers_in_office(company: CompanyNumber, on: CalendarDate) -> Vec<Officer> {
			let board = Boards::<T>::get(company);
			let officers = board.into_iter().flat_map(|board| board.officers);
			officers.filter(|officer| officer.is_in_office(on)).collect()
		}

		/// Up to 64 companies in whose boards a person is named.
		pub fn offices_of(person: Tag) -> Vec<CompanyNumber> {
			let most = usize::try_from(MAX_PAGE).unwrap_or_default();
			OfficesOf::<T>::iter_key_prefix(person).take(most).collect()
		}

		/// The first day on which a person may manage companies again, where a court has barred it.
		pub fn disqualified_until(person: Tag) -> Option<CalendarDate> {
			Disqualifications::<T>::get(person)
		}

		/// What has been prepared and not decided.
		pub fn proposal(id: ProposalId) -> Option<Proposal> {
			Proposals::<T>::get(id)
		}

		/// A company's resolution on a matter, by those who have endorsed it.
		pub fn resolution(company: CompanyNumber, matter: H256) -> Option<Resolution> {
			Resolutions::<T>::get(company, matter)
		}

		/// Whether a company has resolved on a matter, by those who may bind it today.
		pub fn has_resolved_on(company: CompanyNumber, matter: H256) -> bool {
			Self::is_resolved(company, &matter)
		}

		/// Up to 64 entries of a board from a version on.
		pub fn board_history(
			company: CompanyNumber,
			from: u32,
			limit: u32,
		) -> Vec<Entry<CompanyNumber, BoardEntry>> {
			record::history::<_, _, BoardEntries<T>>(&company, from, limit)
		}

		/// Up to 64 entries of a person's disqualifications from a version on.
		pub fn disqualification_history(
			person: Tag,
			from: u32,
			limit: u32,
		) -> Vec<Entry<Tag, DisqualificationEntry>> {
			record::history::<_, _, DisqualificationEntries<T>>(&person, from, limit)
		}
	}
}
