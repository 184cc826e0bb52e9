#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod about;
pub mod api;
mod attest;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod changes;
mod errors;
mod events;
mod issuers;
#[cfg(test)]
mod mock;
mod reads;
mod statuses;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", feature = "std"))]
pub mod try_state;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use changes::endorsement;
pub use pallet::*;
pub use types::{ACCREDITATION, ATTESTATION, COURT_ORDER, ISSUERS};
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use alloc::{boxed::Box, vec::Vec};
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use polity_accreditation::{
		AccreditationId, Batch, ChainError, Chunk, Claim, Issuer, ListUse, SchemaId, Status,
		StatusPurpose, MAX_GUARDIANS,
	};
	use polity_primitives::{
		ids::{MandateId, ProposalId},
		merkle::Proof,
		record::{self, Entry},
		time::{Instant, Period},
		traits::{LegalClock, MandateAuthority, Standing},
		AccountId, Act, Commitment, District, Head, Party,
	};
	use sp_core::H256;

	use crate::{
		types::{
			AccreditationRecord, Approvals, AttestationRecord, Change, CredentialStatus,
			Endorsement, Evidence, Issuance, IssuanceCounts, IssuerChange, IssuerId, IssuerRecord,
			IssuerView, Listed, NewKey, NotedAttestations, OrderedId, Proposal, RecordId, Recorded,
			SchemaVersion, Shown, StatusAuthority, StatusError, StatusListId, StatusListRecord,
			Subject, Verdict, Versioned,
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
	pub trait Config: frame_system::Config<AccountId = AccountId> {
		/// Time and legal days.
		type Clock: LegalClock;
		/// Who may do what, and the notes of acts that have been done.
		type Mandates: MandateAuthority<Self::AccountId>;
		/// Whether a company or body may hold an accreditation.
		type Standing: Standing;
		/// How long a change that was prepared can be decided.
		#[pallet::constant]
		type ProposalPeriod: Get<Period>;
		/// How long a guardian's approval of a recovery counts.
		#[pallet::constant]
		type RecoveryPeriod: Get<Period>;
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

	/// The accreditations of each holder, in the order of counting.
	#[pallet::storage]
	pub type AccreditationsOf<T> =
		StorageDoubleMap<_, Blake2_128Concat, Party, Identity, OrderedId, ()>;

	/// What the holder of an accreditation has agreed to below it: the hash of the change that accredits
	/// somebody, who has agreed, and when.
	#[pallet::storage]
	pub type Endorsements<T> =
		StorageDoubleMap<_, Twox64Concat, AccreditationId, Blake2_128Concat, H256, Endorsement>;

	/// The last issuer whose document was opened.
	#[pallet::storage]
	pub type LastIssuer<T> = StorageValue<_, u32, ValueQuery>;

	/// The issuers.
	#[pallet::storage]
	pub type Issuers<T> = StorageMap<_, Twox64Concat, IssuerId, IssuerRecord>;

	/// The document of each holder: one.
	#[pallet::storage]
	pub type IssuerOf<T> = StorageMap<_, Blake2_128Concat, Party, IssuerId>;

	/// The versions of the issuers' documents, from 1. The last one is active.
	#[pallet::storage]
	pub type IssuerVersions<T> =
		StorageDoubleMap<_, Twox64Concat, IssuerId, Twox64Concat, u32, Issuer>;

	/// When a controller of each issuer last added or removed one.
	#[pallet::storage]
	pub type ControllersChanged<T> = StorageMap<_, Twox64Concat, IssuerId, Instant>;

	/// How many times an account is a controller or a guardian: what makes its signature one that is
	/// known.
	#[pallet::storage]
	pub type Roles<T> = StorageMap<_, Blake2_128Concat, AccountId, u32>;

	/// The recoveries that guardians have approved and the quorum has not.
	#[pallet::storage]
	pub type RecoveryApprovals<T> = StorageMap<_, Twox64Concat, IssuerId, Approvals, ValueQuery>;

	/// How much each issuer has issued.
	#[pallet::storage]
	pub type Counts<T> = StorageMap<_, Twox64Concat, IssuerId, IssuanceCounts, ValueQuery>;

	/// What each issuer has issued, in its order.
	#[pallet::storage]
	pub type AttestationsOf<T> =
		StorageDoubleMap<_, Twox64Concat, IssuerId, Identity, OrderedId, H256>;

	/// The last single attestations of each schema about a subject that is public, of up to eight
	/// issuers.
	#[pallet::storage]
	pub type LastAbout<T> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		Subject,
		Twox64Concat,
		SchemaId,
		NotedAttestations,
		ValueQuery,
	>;

	/// Every attestation by its commitment, and every batch by its root.
	#[pallet::storage]
	pub type Attestations<T> = StorageMap<_, Blake2_128Concat, H256, AttestationRecord>;

	/// The last status list that was opened.
	#[pallet::storage]
	pub type LastStatusList<T> = StorageValue<_, u32, ValueQuery>;

	/// The status lists.
	#[pallet::storage]
	pub type StatusLists<T> = StorageMap<_, Twox64Concat, StatusListId, StatusListRecord>;

	/// The bits of the status lists, in chunks of 128 bytes. One that is not stored is all zero.
	#[pallet::storage]
	pub type StatusChunks<T> = StorageDoubleMap<
		_,
		Twox64Concat,
		(StatusListId, StatusPurpose),
		Twox64Concat,
		u16,
		Chunk,
		ValueQuery,
	>;

	/// Which indices of lists for single attestations are given out, in chunks of the same size.
	#[pallet::storage]
	pub type TakenChunks<T> =
		StorageDoubleMap<_, Twox64Concat, StatusListId, Twox64Concat, u16, Chunk, ValueQuery>;

	/// What was ever set at an index of a status list.
	#[pallet::storage]
	pub type Statuses<T> =
		StorageDoubleMap<_, Twox64Concat, StatusListId, Twox64Concat, u32, CredentialStatus>;

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

	/// The proposals of each district, in the order of counting.
	#[pallet::storage]
	pub type WorkLists<T> = StorageDoubleMap<_, Twox64Concat, District, Identity, OrderedId, ()>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			for period in [T::ProposalPeriod::get(), T::RecoveryPeriod::get()] {
				assert!(period.check().is_ok(), "the period has a length");
			}
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			crate::try_state::do_try_state::<T>()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Prepare a change of a schema, an accreditation, an issuer or a status. The act cites the
		/// version of the record, 0 for a new one.
		///
		/// Caller: for a schema an officer who examines in the country; for a status that a court has
		/// ordered one who speaks for it; else one who accredits in the accreditation's district, for a
		/// new root and for an issuer's document in the country. Emits [`Event::Prepared`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::prepare())]
		pub fn prepare(origin: OriginFor<T>, act: Act, change: Box<Change>) -> DispatchResult {
			Self::do_prepare(ensure_signed(origin)?, act, *change)
		}

		/// Decide a change that another officer has prepared.
		///
		/// Caller: another than the maker; for a schema an officer who decides in the country, else one
		/// of the maker's kind. Emits [`Event::Recorded`] or [`Event::Rejected`].
		#[pallet::call_index(1)]
		#[pallet::weight(crate::weights::decide::<T::WeightInfo>())]
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

		/// Agree to an accreditation below one's own: without it, none is made below an organisation or
		/// below a root that is not the state's. The hash is [`crate::endorsement`] of the change.
		///
		/// Caller: a controller of the holder of the accreditation above. The act cites the version of
		/// that accreditation. Emits [`Event::Endorsed`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::endorse())]
		pub fn endorse(
			origin: OriginFor<T>,
			act: Act,
			parent: AccreditationId,
			child: H256,
		) -> DispatchResult {
			Self::do_endorse(ensure_signed(origin)?, act, parent, child)
		}

		/// Add, rotate or revoke a key of an issuer, or add or remove a controller.
		///
		/// Caller: a controller. Emits [`Event::IssuerChanged`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::change_issuer())]
		pub fn change_issuer(
			origin: OriginFor<T>,
			act: Act,
			issuer: IssuerId,
			change: Box<IssuerChange>,
		) -> DispatchResult {
			Self::do_change_issuer(ensure_signed(origin)?, act, issuer, *change)
		}

		/// Approve a recovery: one new controller in place of all others, and one new key. It is made
		/// when the quorum has approved the same. The act cites the version in which the guardians were
		/// set or last made a recovery.
		///
		/// Caller: a guardian. Emits [`Event::RecoveryApproved`] or [`Event::Recovered`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::approve_recovery())]
		pub fn approve_recovery(
			origin: OriginFor<T>,
			act: Act,
			issuer: IssuerId,
			controller: AccountId,
			key: Box<NewKey>,
		) -> DispatchResult {
			Self::do_approve_recovery(ensure_signed(origin)?, act, issuer, controller, *key)
		}

		/// Open a status list for attestations under an accreditation. The act cites version 0.
		///
		/// Caller: a controller of its holder. Emits [`Event::StatusListOpened`].
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::open_status_list())]
		pub fn open_status_list(
			origin: OriginFor<T>,
			act: Act,
			accreditation: AccreditationId,
			list_use: ListUse,
		) -> DispatchResult {
			Self::do_open_status_list(ensure_signed(origin)?, act, accreditation, list_use)
		}

		/// Issue an attestation by its salted commitment. The act cites version 0.
		///
		/// Caller: a controller of the holder of the accreditation, which the whole chain above allows.
		/// Emits [`Event::Attested`].
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::attest())]
		pub fn attest(
			origin: OriginFor<T>,
			act: Act,
			issuance: Box<Issuance>,
			commitment: Commitment,
			subject: Option<Subject>,
			status_index: u32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_attest(who, act, *issuance, commitment, subject, status_index)
		}

		/// Issue many attestations under one Merkle root, each of which can be shown alone. The chain
		/// counts them, and the decoys beside them in the status list, and sees neither. The act cites
		/// version 0.
		///
		/// Caller: as of [`Pallet::attest`]. Emits [`Event::Attested`].
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::attest_batch())]
		pub fn attest_batch(
			origin: OriginFor<T>,
			act: Act,
			issuance: Box<Issuance>,
			batch: Batch,
			decoys: u32,
		) -> DispatchResult {
			Self::do_attest_batch(ensure_signed(origin)?, act, *issuance, batch, decoys)
		}

		/// Revoke or suspend an attestation, or end its suspension. The act cites the version of the
		/// index's record, 0 if nothing was ever set there.
		///
		/// Caller: a controller of the issuer, unless the accreditation is revoked; or of the holder of the
		/// accreditation above, while that is in force up to its root. Emits [`Event::StatusSet`]. Officers and courts do it by [`Pallet::prepare`].
		#[pallet::call_index(23)]
		#[pallet::weight(T::WeightInfo::set_status())]
		pub fn set_status(
			origin: OriginFor<T>,
			act: Act,
			list: StatusListId,
			index: u32,
			purpose: StatusPurpose,
			set: bool,
		) -> DispatchResult {
			Self::do_set_status(ensure_signed(origin)?, act, list, index, purpose, set)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A version of a schema.
		pub fn schema(schema: SchemaId, version: u32) -> Option<SchemaVersion> {
			Schemas::<T>::get(schema, version)
		}

		/// The schema and version that have a hash.
		pub fn schema_of(hash: H256) -> Option<(SchemaId, u32)> {
			SchemaHashes::<T>::get(hash)
		}

		/// An accreditation.
		pub fn accreditation(id: AccreditationId) -> Option<Versioned<AccreditationRecord>> {
			let head = Self::head(&RecordId::Accreditation(id));
			Some(Versioned { record: Accreditations::<T>::get(id)?, head })
		}

		/// Up to 64 accreditations of a holder, in the order of counting.
		pub fn accreditations_of(
			holder: Party,
			after: Option<AccreditationId>,
			limit: u32,
		) -> Vec<AccreditationId> {
			Self::read_accreditations_of(&holder, after, limit)
		}

		/// Whether an accreditation allows somebody to attest something at an instant, by the whole
		/// chain up to its root.
		pub fn allows(id: AccreditationId, claim: Claim, at: Instant) -> Result<(), ChainError> {
			polity_accreditation::chain_allows(&Self::chain_of(id), &claim, at)
		}

		/// An issuer with the document that is active now.
		pub fn issuer(id: IssuerId) -> Option<IssuerView> {
			Self::read_issuer(id)
		}

		/// The issuer whose document a holder has.
		pub fn issuer_of(holder: Party) -> Option<IssuerId> {
			IssuerOf::<T>::get(holder)
		}

		/// The document of an issuer that was active at an instant.
		pub fn issuer_at(id: IssuerId, at: Instant) -> Option<Issuer> {
			Self::read_issuer_at(id, at)
		}

		/// Whether an account is a controller or a guardian of any issuer.
		pub fn is_controller(account: AccountId) -> bool {
			Self::has_role(&account)
		}

		/// What guardians have approved and the quorum has not.
		pub fn recovery_approvals(id: IssuerId) -> Approvals {
			RecoveryApprovals::<T>::get(id)
		}

		/// How much an issuer has issued, revoked and suspended.
		pub fn issuance_counts(id: IssuerId) -> IssuanceCounts {
			Counts::<T>::get(id)
		}

		/// Up to 64 of what an issuer has issued, in its order.
		pub fn attestations_of(id: IssuerId, after: Option<u64>, limit: u32) -> Vec<Listed> {
			Self::read_attestations_of(id, after, limit)
		}

		/// An attestation by its commitment, or a batch by its root.
		pub fn attestation(anchor: H256) -> Option<Versioned<AttestationRecord>> {
			let head = Self::head(&RecordId::Attestation(anchor));
			Some(Versioned { record: Attestations::<T>::get(anchor)?, head })
		}

		/// What a single attestation is worth at an instant, by all that is known now.
		pub fn status_at(commitment: Commitment, at: Instant) -> Result<Status, StatusError> {
			Self::read_status_at(&commitment, at)
		}

		/// What an attestation of a batch is worth at an instant, by all that is known now: its holder
		/// shows the position, the commitment, the index of its status, and the proof.
		pub fn batch_status(
			root: H256,
			position: u32,
			commitment: Commitment,
			index: u32,
			proof: Proof,
			at: Instant,
		) -> Result<Status, StatusError> {
			Self::read_batch_status(root, position, &commitment, index, &proof, at)
		}

		/// All that a verifier needs to know of an attestation that is shown to it, in one read of one
		/// state: the key of its issuer, what was issued and by which schema, and what it is worth at
		/// an instant, by all that is known now.
		pub fn evidence(shown: Shown, at: Instant) -> Evidence {
			Self::read_evidence(&shown, at)
		}

		/// A status list.
		pub fn status_list(id: StatusListId) -> Option<Versioned<StatusListRecord>> {
			let head = Self::head(&RecordId::StatusList(id));
			Some(Versioned { record: StatusLists::<T>::get(id)?, head })
		}

		/// The bits of a status list, 16 KiB as in W3C Bitstring Status List 1.0 before compression;
		/// none if there is no such list.
		pub fn status_bits(id: StatusListId, purpose: StatusPurpose) -> Option<Vec<u8>> {
			Self::read_status_bits(id, purpose)
		}

		/// What was ever set at an index of a status list, for the next act on it too.
		pub fn credential_status(id: StatusListId, index: u32) -> Versioned<CredentialStatus> {
			let record = Statuses::<T>::get(id, index).unwrap_or_default();
			Versioned { record, head: Self::head(&RecordId::Status(id, index)) }
		}

		/// A change that was prepared and not decided.
		pub fn proposal(id: ProposalId) -> Option<Proposal> {
			Proposals::<T>::get(id)
		}

		/// Up to 64 proposals that wait in a district, in the order of counting.
		pub fn work_list(
			district: District,
			after: Option<ProposalId>,
			limit: u32,
		) -> Vec<ProposalId> {
			Self::read_work_list(district, after, limit)
		}

		/// Up to 64 entries of a record from a version on.
		pub fn history(id: RecordId, from: u32, limit: u32) -> Vec<Entry<RecordId, Recorded>> {
			record::history::<_, _, Entries<T>>(&id, from, limit)
		}
	}
}
