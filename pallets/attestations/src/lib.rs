#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod changes;
mod errors;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", feature = "std"))]
pub mod try_state;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::ACCREDITATION;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use alloc::{boxed::Box, vec::Vec};
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use polity_accreditation::{AccreditationId, ChainError, Claim, SchemaId};
	use polity_primitives::{
		ids::{MandateId, ProposalId},
		record::{self, Entry},
		time::{Instant, Period},
		traits::{LegalClock, MandateAuthority, Standing},
		Act, Head,
	};
	use sp_core::H256;

	use crate::{
		types::{
			AccreditationRecord, Change, Proposal, RecordId, Recorded, SchemaVersion, Verdict,
		},
		WeightInfo,
	};

	/// The layout of this pallet's storage.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Who may attest what.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Time and legal days.
		type Clock: LegalClock;
		/// Who may do what, and the notes of acts that have been done.
		type Mandates: MandateAuthority<Self::AccountId>;
		/// Whether a company or body may hold an accreditation.
		type Standing: Standing;
		/// How long a change that was prepared can be decided.
		#[pallet::constant]
		type ProposalPeriod: Get<Period>;
		/// Weights of the calls below.
		type WeightInfo: WeightInfo;
		/// What the benchmarks need.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper;
	}

	/// The last schema that was made.
	#[pallet::storage]
	pub type LastSchema<T> = StorageValue<_, u32, ValueQuery>;

	/// The versions of the schemas, from 1.
	#[pallet::storage]
	pub type Schemas<T> =
		StorageDoubleMap<_, Twox64Concat, SchemaId, Twox64Concat, u32, SchemaVersion>;

	/// Which version of which schema has a hash: one, so that a hash is enough to know it.
	#[pallet::storage]
	pub type SchemaHashes<T> = StorageMap<_, Blake2_128Concat, H256, (SchemaId, u32)>;

	/// The last accreditation that was made.
	#[pallet::storage]
	pub type LastAccreditation<T> = StorageValue<_, u32, ValueQuery>;

	/// The accreditations, also those that have ended.
	#[pallet::storage]
	pub type Accreditations<T> = StorageMap<_, Twox64Concat, AccreditationId, AccreditationRecord>;

	/// The heads of the records' entries.
	#[pallet::storage]
	pub type Heads<T> = StorageMap<_, Twox64Concat, RecordId, Head>;

	/// The entries of the records, by version from 1.
	#[pallet::storage]
	pub type Entries<T> =
		StorageDoubleMap<_, Twox64Concat, RecordId, Twox64Concat, u32, Entry<RecordId, Recorded>>;

	/// The last proposal that was made.
	#[pallet::storage]
	pub type LastProposal<T> = StorageValue<_, ProposalId, ValueQuery>;

	/// Changes that have been prepared and not decided.
	#[pallet::storage]
	pub type Proposals<T> = StorageMap<_, Twox64Concat, ProposalId, Proposal>;

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An officer has prepared a change.
		Prepared {
			/// The proposal.
			proposal: ProposalId,
			/// The change.
			change: Change,
			/// The officer's mandate.
			mandate: MandateId,
		},
		/// A second officer has approved a change, and it is made.
		Recorded {
			/// The proposal, which is closed by this.
			proposal: ProposalId,
			/// The record, with the number that a new one was given.
			record: RecordId,
			/// The change.
			change: Change,
			/// The maker's mandate.
			prepared_under: MandateId,
			/// The checker's mandate.
			mandate: MandateId,
			/// The new version of the record.
			version: u32,
			/// The new head of the record.
			head: H256,
		},
		/// A second officer has rejected a change.
		Rejected {
			/// The proposal, which is closed by this.
			proposal: ProposalId,
			/// The checker's mandate.
			mandate: MandateId,
		},
		/// A change was withdrawn.
		Withdrawn {
			/// The proposal, which is closed by this.
			proposal: ProposalId,
		},
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::ProposalPeriod::get().check().is_ok(), "the period has a length");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			crate::try_state::do_try_state::<T>()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Prepare a change of a schema or an accreditation. The act cites the version of the record,
		/// 0 for a new one.
		///
		/// Caller: for a schema an officer who examines in the country; else one who accredits in the
		/// accreditation's district, for a new root in the country. Emits [`Event::Prepared`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::prepare())]
		pub fn prepare(origin: OriginFor<T>, act: Act, change: Box<Change>) -> DispatchResult {
			Self::do_prepare(ensure_signed(origin)?, act, *change)
		}

		/// Decide a change that another officer has prepared.
		///
		/// Caller: another than the maker; for a schema an officer who decides in the country, else one
		/// who accredits in the accreditation's district. Emits [`Event::Recorded`] or
		/// [`Event::Rejected`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::decide())]
		pub fn decide(
			origin: OriginFor<T>,
			act: Act,
			proposal: ProposalId,
			verdict: Verdict,
		) -> DispatchResult {
			Self::do_decide(ensure_signed(origin)?, act, proposal, verdict)
		}

		/// Withdraw a change that was prepared.
		///
		/// Caller: its maker; anybody once it cannot be decided any more. Emits [`Event::Withdrawn`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::withdraw())]
		pub fn withdraw(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			Self::do_withdraw(ensure_signed(origin)?, proposal)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A version of a schema.
		pub fn schema(schema: SchemaId, version: u32) -> Option<SchemaVersion> {
			Schemas::<T>::get(schema, version)
		}

		/// An accreditation.
		pub fn accreditation(id: AccreditationId) -> Option<AccreditationRecord> {
			Accreditations::<T>::get(id)
		}

		/// Whether an accreditation allows somebody to attest something at an instant, by the whole
		/// chain up to its root.
		pub fn allows(id: AccreditationId, claim: Claim, at: Instant) -> Result<(), ChainError> {
			polity_accreditation::chain_allows(&Self::chain_of(id), &claim, at)
		}

		/// A change that was prepared and not decided.
		pub fn proposal(id: ProposalId) -> Option<Proposal> {
			Proposals::<T>::get(id)
		}

		/// Up to 64 entries of a record from a version on.
		pub fn history(id: RecordId, from: u32, limit: u32) -> Vec<Entry<RecordId, Recorded>> {
			record::history::<_, _, Entries<T>>(&id, from, limit)
		}
	}
}
