#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

pub mod rules;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod claims;
mod decisions;
mod erasures;
mod errors;
mod events;
mod guardians;
mod persons;
mod steps;
mod storage;
#[cfg(any(feature = "try-runtime", feature = "std"))]
pub mod try_state;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::{
	ClaimOffer, Decision, Erasure, ErasureDecision, ErasureProposal, ErasureReceipt, ErasureScope,
	GuardianApproval, GuardianLeaf, GuardianSet, PersonBody, PersonChange, PersonEntry, PersonId,
	PersonRecord, PersonStanding, PersonView, Preparation, Proposal, Recovery, RefusalReason,
};
pub use weights::WeightInfo;

/// The most proposals that one read of the work list returns.
pub const MAX_PAGE: u32 = 64;

/// The pool's priority of a transaction that no account signs: a person's.
pub const AUTHORISED_PRIORITY: TransactionPriority = 100;
/// How many blocks such a transaction stays in the pool before it is asked anew whether it is valid.
pub const AUTHORISED_LONGEVITY: TransactionLongevity = 64;

use frame_support::{
	pallet_macros::import_section,
	pallet_prelude::{TransactionLongevity, TransactionPriority},
};

#[import_section(storage::storage)]
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use alloc::vec::Vec;
	use frame_support::{pallet_prelude::*, DefaultNoBound};
	use frame_system::pallet_prelude::*;
	use polity_primitives::{
		ids::ProposalId,
		record::{self, ensure_version},
		time::CalendarDate,
		traits::{LegalClock, MandateAuthority},
		Act, Commitment, CompetenceKind, District, Head, MandateId, Register, RequestScope, Tag,
	};
	use sp_core::H256;
	use sp_runtime::traits::{IdentifyAccount, Verify, Zero};

	use crate::{
		rules,
		types::{
			Approvals, ClaimOffer, Decision, Erasure, ErasureDecision, ErasureProposal,
			ErasureReceipt, GuardianSet, PersonBody, PersonChange, PersonEntry, PersonId,
			PersonRecord, PersonView, Proposal, Recovery, RefusalReason, ENROLMENT,
		},
		WeightInfo, MAX_PAGE,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// A prepared change, with this runtime's types.
	pub type ProposalOf<T> = Proposal<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;
	/// A change of a person's record, with this runtime's types.
	pub type ChangeOf<T> = PersonChange<<T as frame_system::Config>::AccountId>;
	/// A person's record, with this runtime's types.
	pub type RecordOf<T> = PersonRecord<<T as frame_system::Config>::AccountId>;
	/// What is offered to the owner of a tag, with this runtime's types.
	pub type ClaimOfferOf<T> =
		ClaimOffer<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;
	/// An open recovery, with this runtime's types.
	pub type RecoveryOf<T> = Recovery<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;
	/// A prepared erasure, with this runtime's types.
	pub type ErasureProposalOf<T> = ErasureProposal<BlockNumberFor<T>>;

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the runtime provides.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeCall: From<Call<Self>>> {
		/// The clock of the law.
		type Clock: LegalClock;
		/// Who holds which mandate.
		type Mandates: MandateAuthority<Self::AccountId>;
		/// The public key of an account.
		type OffchainPublic: IdentifyAccount<AccountId = Self::AccountId>;
		/// The signature by which a new controller agrees (see [`polity_primitives::ControllerProof`]).
		type OffchainSignature: Verify<Signer = Self::OffchainPublic> + Parameter;
		/// How many blocks a prepared change can wait for its decision.
		#[pallet::constant]
		type ProposalLifetime: Get<BlockNumberFor<Self>>;
		/// How many blocks the owner of a tag has to claim it.
		#[pallet::constant]
		type ClaimPeriod: Get<BlockNumberFor<Self>>;
		/// How many blocks a recovery by guardians waits, so that the controller can stop it.
		#[pallet::constant]
		type RecoveryDelay: Get<BlockNumberFor<Self>>;
		/// The measured weights.
		type WeightInfo: WeightInfo;
		/// Keys and signatures for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId, Self::OffchainSignature>;
	}

	/// The persons that the network is founded with.
	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Register, tag and controller of each.
		pub persons: Vec<(Register, Tag, Option<T::AccountId>)>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for (register, tag, controller) in &self.persons {
				let person = PersonId { register: *register, tag: *tag };
				assert!(Tag::new(*tag.as_bytes()).is_ok(), "genesis: a tag is all zero");
				assert!(
					!Persons::<T>::contains_key(person),
					"genesis: a person stands there twice"
				);
				assert!(
					!controller.as_ref().is_some_and(|account| {
						ControllerOf::<T>::contains_key(register, account)
					}),
					"genesis: an account controls two tags of one register"
				);
				let enrolled = Pallet::<T>::enrol(&person, controller.clone());
				assert!(enrolled.is_ok(), "genesis: a person cannot be enrolled");
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				!T::ProposalLifetime::get().is_zero(),
				"a proposal must outlive its own block: set ProposalLifetime"
			);
			assert!(!T::ClaimPeriod::get().is_zero(), "an owner needs time: set ClaimPeriod");
			assert!(
				!T::RecoveryDelay::get().is_zero(),
				"a controller needs time to stop a recovery: set RecoveryDelay"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_block: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			crate::try_state::do_try_state::<T>()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Prepares a change of a person's record, for another officer to decide.
		///
		/// Takes a mandate for the identity register with the power to examine, or, for a freeze
		/// and its end, the power to freeze as a court. `act.expected_version` is the version of the
		/// person's record, 0 for an enrolment. `proof` is the new controller's signature
		/// ([`polity_primitives::ControllerProof`]), if the change names a new controller; it is checked and not kept.
		///
		/// # Events
		/// * [`Event::Prepared`]
		/// * [`Event::Dropped`] - an older proposal, which could no longer be decided, made room.
		///
		/// # Errors
		/// * [`Error::StaleVersion`], [`Error::WrongLegalBasis`], [`Error::Backdated`] - the act.
		/// * [`Error::OwnRecord`], [`Error::ControllerIsOfficer`] - the officer has a part in it.
		/// * [`Error::ProposalOpen`] - a change of this record waits for its decision.
		/// * [`Error::ProofMissing`], [`Error::ProofUnexpected`], [`Error::ProofInvalid`].
		/// * [`Error::TooManyProposals`].
		/// * What refuses the change itself: [`Error::NotEnrolled`] to [`Error::ControllerTaken`],
		///   [`Error::MergedIntoItself`] to [`Error::SurvivorNotAlive`].
		/// * The errors of the mandates.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::prepare())]
		pub fn prepare(
			origin: OriginFor<T>,
			act: Act,
			person: PersonId,
			change: ChangeOf<T>,
			proof: Option<T::OffchainSignature>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let maker = T::Mandates::ensure_mandate(
				&who,
				Register::Identity,
				change.preparing_power(),
				District::NATIONAL,
			)?;
			let head = Heads::<T>::get(person).unwrap_or_default();
			ensure_version(&act, &head).map_err(Error::<T>::from)?;
			ensure!(act.legal_basis == change.legal_basis(), Error::<T>::WrongLegalBasis);
			Self::ensure_impartial(&maker, &person, &change)?;
			rules::ensure_not_backdated(
				change.may_be_backdated(),
				act.effective_from,
				Self::today(),
			)
			.map_err(Error::<T>::from)?;
			Self::changed(&person, &head, &change)?;
			let kind = change.preparing_power().competence();
			let old = OpenProposals::<T>::get(person, kind);
			ensure!(!old.is_some_and(|old| Self::is_open(old, &head)), Error::<T>::ProposalOpen);
			match (change.new_controller(), &proof) {
				(None, None) => {},
				(Some(_), None) => return Err(Error::<T>::ProofMissing.into()),
				(None, Some(_)) => return Err(Error::<T>::ProofUnexpected.into()),
				(Some(controller), Some(proof)) => {
					Self::ensure_agreed(&person, controller, &head, proof)?
				},
			}
			let proposal = NextProposal::<T>::get();
			let next = proposal.next().ok_or(Error::<T>::TooManyProposals)?;
			T::Mandates::note_act(
				RequestScope::Ministry(maker.ministry),
				Register::Identity,
				&act,
			)?;

			let PersonId { register, tag } = person;
			if let Some(old) = old {
				Proposals::<T>::remove(old);
				Self::deposit_event(Event::Dropped { proposal: old, register, tag });
			}
			let mandate = maker.mandate;
			let prepared_at = frame_system::Pallet::<T>::block_number();
			NextProposal::<T>::put(next);
			OpenProposals::<T>::insert(person, kind, proposal);
			Proposals::<T>::insert(
				proposal,
				Proposal { mandate, act, person, change: change.clone(), prepared_at },
			);
			Self::deposit_event(Event::Prepared {
				proposal,
				register,
				tag,
				change,
				mandate,
				version: head.seq,
			});
			Ok(())
		}

		/// Decides a prepared change, as an officer who had no part in preparing it.
		///
		/// Takes a mandate of the ministry that prepared it, for the identity register, with the
		/// power to decide, or, for a freeze and its end, the power to freeze as a court. The act
		/// cites the statute and the day of effect of the prepared one, and documents of its own.
		/// An offer to the owner of a tag is approved by [`Decision::ApproveOffer`] alone, which names
		/// the second key of the claim: each officer knows one, and neither can claim the tag alone.
		///
		/// # Events
		/// * [`Event::Recorded`], [`Event::ClaimOffered`] or [`Event::Refused`].
		///
		/// # Errors
		/// * [`Error::ProposalNotFound`], [`Error::ProposalLapsed`], [`Error::MakerUnknown`].
		/// * [`Error::SameAccount`], [`Error::SamePerson`], [`Error::GrantedByTheOther`],
		///   [`Error::PreparedByAnotherMinistry`], [`Error::OwnRecord`],
		///   [`Error::ControllerIsOfficer`] - it is not this officer's to decide.
		/// * [`Error::StaleVersion`] - the record has moved on, or the act names another version.
		/// * [`Error::DiffersFromPrepared`], [`Error::NotYetEffective`] - the act.
		/// * [`Error::SecondKeyMissing`], [`Error::SecondKeyUnexpected`], [`Error::ClaimKeysEqual`] - the
		///   approval of an offer names a second key, and no other does.
		/// * [`Error::TooManyVersions`].
		/// * What refuses the change itself, if something has changed since: see [`Self::prepare`].
		/// * The errors of the mandates.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::decide())]
		pub fn decide(
			origin: OriginFor<T>,
			act: Act,
			proposal: ProposalId,
			decision: Decision<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_decide(&who, act, proposal, decision)
		}

		/// Withdraws a prepared change before it is decided.
		///
		/// Takes a mandate with the power that prepared it: of the same ministry, or, once the
		/// proposal has lapsed, of whichever ministry is competent now. The act cites the statute of
		/// the prepared one and the version that the record has now. It changes no record.
		///
		/// # Events
		/// * [`Event::Withdrawn`]
		///
		/// # Errors
		/// * [`Error::ProposalNotFound`], [`Error::PreparedByAnotherMinistry`],
		///   [`Error::MakerUnknown`], [`Error::StaleVersion`], [`Error::DiffersFromPrepared`].
		/// * The errors of the mandates.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::withdraw())]
		pub fn withdraw(origin: OriginFor<T>, act: Act, proposal: ProposalId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let prepared = Proposals::<T>::get(proposal).ok_or(Error::<T>::ProposalNotFound)?;
			let warrant = T::Mandates::ensure_mandate(
				&who,
				Register::Identity,
				prepared.change.preparing_power(),
				District::NATIONAL,
			)?;
			ensure!(
				Self::has_lapsed(prepared.prepared_at)
					|| warrant.ministry == Self::maker(prepared.mandate)?.ministry,
				Error::<T>::PreparedByAnotherMinistry
			);
			let head = Heads::<T>::get(prepared.person).unwrap_or_default();
			ensure_version(&act, &head).map_err(Error::<T>::from)?;
			ensure!(act.legal_basis == prepared.act.legal_basis, Error::<T>::DiffersFromPrepared);
			T::Mandates::note_act(
				RequestScope::Ministry(warrant.ministry),
				Register::Identity,
				&act,
			)?;

			Self::close(proposal, &prepared.person, &prepared.change);
			Self::deposit_event(Event::Withdrawn {
				proposal,
				register: prepared.person.register,
				tag: prepared.person.tag,
				mandate: warrant.mandate,
			});
			Ok(())
		}

		/// Hands the tag that the signer controls in a register over to another account, which
		/// agrees by its proof ([`polity_primitives::ControllerProof`]).
		///
		/// # Events
		/// * [`Event::ControllerRotated`]
		///
		/// # Errors
		/// * [`Error::NotController`] - the signer controls no tag of this register.
		/// * [`Error::StaleVersion`], [`Error::WrongLegalBasis`], [`Error::Backdated`],
		///   [`Error::NotYetEffective`] - the act: it rests on statute 101 and has effect today.
		/// * [`Error::PersonFrozen`] - a frozen person keeps its controller.
		/// * [`Error::SameController`], [`Error::ControllerTaken`] - the new account.
		/// * [`Error::ProposalOpen`] - an officer's change of this record waits for its decision,
		///   which the person could otherwise evade.
		/// * [`Error::ProofInvalid`], [`Error::TooManyVersions`].
		/// * The errors of the mandates that concern the act.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::rotate_controller())]
		pub fn rotate_controller(
			origin: OriginFor<T>,
			act: Act,
			register: Register,
			new: T::AccountId,
			proof: T::OffchainSignature,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let tag = ControllerOf::<T>::get(register, &who).ok_or(Error::<T>::NotController)?;
			let person = PersonId { register, tag };
			let head = Heads::<T>::get(person).unwrap_or_default();
			ensure_version(&act, &head).map_err(Error::<T>::from)?;
			ensure!(act.legal_basis == ENROLMENT, Error::<T>::WrongLegalBasis);
			let today = Self::today();
			rules::ensure_not_backdated(false, act.effective_from, today)
				.map_err(Error::<T>::from)?;
			rules::ensure_effective(act.effective_from, today).map_err(Error::<T>::from)?;
			let record = Persons::<T>::get(person).ok_or(Error::<T>::NotEnrolled)?;
			let after = rules::rotate(&record, &new).map_err(Error::<T>::from)?;
			ensure!(!ControllerOf::<T>::contains_key(register, &new), Error::<T>::ControllerTaken);
			ensure!(Self::open_proposals(&person, &head).is_empty(), Error::<T>::ProposalOpen);
			Self::ensure_agreed(&person, &new, &head, &proof)?;
			T::Mandates::note_act(RequestScope::Account(who.clone()), Register::Identity, &act)?;

			let body = PersonBody::ControllerRotated { controller: new.clone() };
			let head = Self::append(&person, Some(&act), None, body)?;
			Self::write(&person, after, true);
			Self::deposit_event(Event::ControllerRotated {
				register,
				tag,
				old: who,
				new,
				version: head.seq,
				head: head.hash,
			});
			Ok(())
		}

		/// Claims a tag that two officers have offered to its owner ([`PersonChange::OfferClaim`]).
		///
		/// No account signs the transaction: the claimant's is not known to the chain yet. The
		/// `signatures` of both claim keys, the maker's and the checker's, in this order, authorise it,
		/// over the payload of [`CLAIM_DOMAIN`](polity_primitives::controller_proof::CLAIM_DOMAIN),
		/// which names the new controller, so that whoever sees the transaction can do nothing else
		/// with it; and `proof` is the new controller's own signature. It has no act, because nothing
		/// would vouch for it.
		///
		/// # Events
		/// * [`Event::Claimed`]
		///
		/// # Errors
		/// The pool refuses for the same reasons, before the transaction takes any room.
		/// * [`Error::ClaimNotOffered`], [`Error::ClaimLapsed`], [`Error::PersonFrozen`].
		/// * [`Error::ControllerIsOfficer`] - the account is that of an officer who made the offer.
		/// * [`Error::ControllerTaken`], [`Error::ProposalOpen`], [`Error::TooManyVersions`].
		/// * [`Error::ClaimSignatureInvalid`], [`Error::ProofInvalid`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::claim())]
		#[pallet::authorize(|_source, person, new, proof, signatures| {
			Pallet::<T>::authorize_claim(person, new, proof, signatures)
		})]
		#[pallet::weight_of_authorize(T::WeightInfo::authorize_claim())]
		pub fn claim(
			origin: OriginFor<T>,
			person: PersonId,
			new: T::AccountId,
			proof: T::OffchainSignature,
			signatures: [T::OffchainSignature; 2],
		) -> DispatchResult {
			ensure_authorized(origin)?;
			Self::do_claim(person, new, &proof, &signatures)
		}

		/// Names the guardians of the signer's own tag in a register, in the place of those before,
		/// or does without.
		///
		/// The act cites statute 102, the record's version and today.
		///
		/// # Events
		/// * [`Event::GuardiansSet`]
		///
		/// # Errors
		/// * [`Error::NotController`], [`Error::PersonFrozen`].
		/// * [`Error::StaleVersion`], [`Error::WrongLegalBasis`], [`Error::Backdated`],
		///   [`Error::NotYetEffective`] - the act.
		/// * [`Error::GuardiansUnsound`] - too few or too many, or no root.
		/// * [`Error::NoGuardians`] - there are none to do without.
		/// * [`Error::RecoveryOpen`], [`Error::ProposalOpen`] - first things first.
		/// * [`Error::TooManyVersions`], and the errors of the mandates on the act.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::set_guardians())]
		pub fn set_guardians(
			origin: OriginFor<T>,
			act: Act,
			register: Register,
			guardians: Option<GuardianSet>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_guardians(who, &act, register, guardians)
		}

		/// Opens the recovery of a tag by a quorum of its guardians. The controller can stop it for
		/// [`Config::RecoveryDelay`] blocks and until it is finished.
		///
		/// No account signs the transaction. The guardians' signatures authorise it, over the payload
		/// of [`GUARDIAN_DOMAIN`](polity_primitives::controller_proof::GUARDIAN_DOMAIN), which names
		/// the new controller, and `proof` is that one's own. `approvals` are as many as the quorum,
		/// in the order of their positions. The set is used up by it.
		///
		/// # Events
		/// * [`Event::RecoveryOpened`]
		///
		/// # Errors
		/// The pool refuses for the same reasons, before the transaction takes any room.
		/// * [`Error::RecoveryOpen`], [`Error::NoGuardians`], [`Error::PersonFrozen`].
		/// * [`Error::SameController`], [`Error::ControllerTaken`] - the account.
		/// * [`Error::NotTheQuorum`], [`Error::GuardiansNotDistinct`], [`Error::NotGuardian`],
		///   [`Error::GuardianSignatureInvalid`] - the approvals.
		/// * [`Error::ProofInvalid`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::recover_by_guardians())]
		#[pallet::authorize(|_source, person, new, proof, approvals| {
			Pallet::<T>::authorize_recover_by_guardians(person, new, proof, approvals)
		})]
		#[pallet::weight_of_authorize(T::WeightInfo::authorize_recover_by_guardians())]
		pub fn recover_by_guardians(
			origin: OriginFor<T>,
			person: PersonId,
			new: T::AccountId,
			proof: T::OffchainSignature,
			approvals: Approvals<T::AccountId, T::OffchainSignature>,
		) -> DispatchResult {
			ensure_authorized(origin)?;
			Self::do_recover_by_guardians(person, new, &proof, &approvals)
		}

		/// Stops the recovery of the signer's own tag in a register, also while the person is frozen.
		/// It changes no record. The guardians are used up.
		///
		/// The act cites statute 102, the record's version and today.
		///
		/// # Events
		/// * [`Event::RecoveryCancelled`]
		///
		/// # Errors
		/// * [`Error::NotController`], [`Error::RecoveryNotFound`].
		/// * [`Error::StaleVersion`], [`Error::WrongLegalBasis`], [`Error::Backdated`],
		///   [`Error::NotYetEffective`] - the act.
		/// * The errors of the mandates on the act.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::cancel_recovery())]
		pub fn cancel_recovery(
			origin: OriginFor<T>,
			act: Act,
			register: Register,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_recovery(who, &act, register)
		}

		/// Finishes a recovery that guardians have opened and that the controller has not stopped.
		///
		/// No account signs the transaction: whoever wants to sends it, and it does what the
		/// guardians have said.
		///
		/// # Events
		/// * [`Event::RecoveredByGuardians`]
		///
		/// # Errors
		/// The pool refuses for the same reasons, before the transaction takes any room.
		/// * [`Error::RecoveryNotFound`], [`Error::RecoveryNotDue`].
		/// * [`Error::PersonFrozen`] - it waits until the court has lifted the freeze.
		/// * [`Error::ControllerTaken`], [`Error::ProposalOpen`], [`Error::TooManyVersions`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::finish_recovery())]
		#[pallet::authorize(|_source, person| {
			Pallet::<T>::authorize_finish_recovery(person)
		})]
		#[pallet::weight_of_authorize(T::WeightInfo::authorize_finish_recovery())]
		pub fn finish_recovery(origin: OriginFor<T>, person: PersonId) -> DispatchResult {
			ensure_authorized(origin)?;
			Self::do_finish_recovery(person)
		}

		/// Prepares the receipt of an erasure off the chain, for another officer to decide.
		///
		/// Takes a mandate for the identity register with the power to examine. `receipt` is a
		/// commitment to the request and its confirmation, which the person can open and nobody else.
		/// The act cites statute 106, version 0 and no documents. Neither the call nor its event nor
		/// what it keeps has room for a tag.
		///
		/// # Events
		/// * [`Event::ErasurePrepared`] - also when it replaces one that has lapsed.
		///
		/// # Errors
		/// * [`Error::StaleVersion`], [`Error::WrongLegalBasis`], [`Error::DocumentsUnexpected`],
		///   [`Error::Backdated`] - the act.
		/// * [`Error::ReceiptTaken`], [`Error::ErasureOpen`].
		/// * [`Error::ReceiptIsTag`] - it would say whose erasure it is.
		/// * The errors of the mandates.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::prepare_erasure())]
		pub fn prepare_erasure(
			origin: OriginFor<T>,
			act: Act,
			receipt: Commitment,
			erasure: Erasure,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_prepare_erasure(&who, act, receipt, erasure)
		}

		/// Decides a prepared erasure, as an officer who had no part in preparing it.
		///
		/// Takes a mandate of the ministry that prepared it, for the identity register, with the
		/// power to decide. The act cites what the prepared one cites, and its day. It changes no
		/// person's record.
		///
		/// # Events
		/// * [`Event::Erased`] or [`Event::ErasureRefused`].
		///
		/// # Errors
		/// * [`Error::ErasureNotFound`], [`Error::ProposalLapsed`], [`Error::MakerUnknown`].
		/// * [`Error::SameAccount`], [`Error::SamePerson`], [`Error::GrantedByTheOther`],
		///   [`Error::PreparedByAnotherMinistry`] - it is not this officer's to decide.
		/// * [`Error::StaleVersion`], [`Error::WrongLegalBasis`], [`Error::DocumentsUnexpected`],
		///   [`Error::DiffersFromPrepared`], [`Error::NotYetEffective`] - the act.
		/// * [`Error::ReceiptIsTag`] - somebody was enrolled under it in the meantime.
		/// * The errors of the mandates.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::decide_erasure())]
		pub fn decide_erasure(
			origin: OriginFor<T>,
			act: Act,
			receipt: Commitment,
			decision: ErasureDecision,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_decide_erasure(&who, act, receipt, decision)
		}

		/// Withdraws a prepared erasure before it is decided.
		///
		/// Takes a mandate with the power to examine: of the same ministry, or, once it has lapsed, of
		/// whichever ministry is competent now. The act cites statute 106, version 0 and no documents.
		///
		/// # Events
		/// * [`Event::ErasureWithdrawn`]
		///
		/// # Errors
		/// * [`Error::ErasureNotFound`], [`Error::PreparedByAnotherMinistry`],
		///   [`Error::MakerUnknown`].
		/// * [`Error::StaleVersion`], [`Error::WrongLegalBasis`], [`Error::DocumentsUnexpected`].
		/// * The errors of the mandates.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::withdraw_erasure())]
		pub fn withdraw_erasure(
			origin: OriginFor<T>,
			act: Act,
			receipt: Commitment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_erasure(&who, &act, receipt)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A person's record with its head and what is prepared on it.
		pub fn person(register: Register, tag: Tag) -> Option<PersonView<T::AccountId>> {
			let person = PersonId { register, tag };
			let head = Heads::<T>::get(person).unwrap_or_default();
			Persons::<T>::get(person).map(|record| PersonView {
				record,
				head,
				open: Self::open_proposals(&person, &head),
			})
		}

		/// The tag that an account controls in a register.
		pub fn controlled_tag(register: Register, account: T::AccountId) -> Option<Tag> {
			ControllerOf::<T>::get(register, account)
		}

		/// Entries of a person's record from version `from` (the first is 1), at most
		/// [`polity_primitives::record::MAX_HISTORY_PAGE`].
		pub fn history(
			register: Register,
			tag: Tag,
			from: u32,
			limit: u32,
		) -> Vec<PersonEntry<T::AccountId>> {
			record::history::<_, _, Entries<T>>(&PersonId { register, tag }, from, limit)
		}

		/// A proposal that is neither decided nor withdrawn.
		pub fn proposal(proposal: ProposalId) -> Option<ProposalOf<T>> {
			Proposals::<T>::get(proposal)
		}

		/// What is offered to the owner of a tag, also when its period is over.
		pub fn claim_offer(register: Register, tag: Tag) -> Option<ClaimOfferOf<T>> {
			ClaimOffers::<T>::get(PersonId { register, tag })
		}

		/// The guardians of a tag, if it has any that are not used up.
		pub fn guardians(register: Register, tag: Tag) -> Option<GuardianSet> {
			Guardians::<T>::get(PersonId { register, tag })
		}

		/// The recovery that guardians have opened for a tag and that is neither stopped nor finished.
		pub fn recovery(register: Register, tag: Tag) -> Option<RecoveryOf<T>> {
			Recoveries::<T>::get(PersonId { register, tag })
		}

		/// The receipt of an erasure: what, when and by whom, and nothing of the person.
		pub fn erasure(receipt: Commitment) -> Option<ErasureReceipt> {
			Erasures::<T>::get(receipt)
		}

		/// An erasure that is prepared and neither decided nor withdrawn.
		pub fn erasure_proposal(receipt: Commitment) -> Option<ErasureProposalOf<T>> {
			ErasureProposals::<T>::get(receipt)
		}

		/// Proposals that are neither decided nor withdrawn, in the order of their storage keys
		/// after the proposal `after` (which may be gone by now), at most [`MAX_PAGE`].
		pub fn work_list(
			after: Option<ProposalId>,
			limit: u32,
		) -> Vec<(ProposalId, ProposalOf<T>)> {
			let rows = match after {
				None => Proposals::<T>::iter(),
				Some(after) => Proposals::<T>::iter_from(Proposals::<T>::hashed_key_for(after)),
			};
			rows.take(usize::try_from(limit.min(MAX_PAGE)).unwrap_or_default()).collect()
		}
	}
}
