#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

pub mod rules;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod errors;
mod persons;
mod steps;
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
	Decision, PersonBody, PersonChange, PersonEntry, PersonId, PersonRecord, PersonStanding,
	PersonView, Preparation, Proposal, RefusalReason,
};
pub use weights::WeightInfo;

/// The most proposals that one read of the work list returns.
pub const MAX_PAGE: u32 = 64;

#[frame_support::pallet]
pub mod pallet {
	use alloc::vec::Vec;
	use frame_support::{pallet_prelude::*, DefaultNoBound};
	use frame_system::pallet_prelude::*;
	use polity_primitives::{
		ids::ProposalId,
		office::ensure_maker_and_checker,
		record::{self, ensure_version},
		traits::{LegalClock, MandateAuthority},
		Act, CompetenceKind, District, Head, MandateId, Register, RequestScope, Tag,
	};
	use sp_core::H256;
	use sp_runtime::traits::{IdentifyAccount, Verify, Zero};

	use crate::{
		rules,
		types::{
			Decision, PersonBody, PersonChange, PersonEntry, PersonId, PersonRecord, PersonView,
			Preparation, Proposal, RefusalReason, ENROLMENT,
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

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the runtime provides.
	#[pallet::config]
	pub trait Config: frame_system::Config {
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
		/// The measured weights.
		type WeightInfo: WeightInfo;
		/// Keys and signatures for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId, Self::OffchainSignature>;
	}

	/// Every person that is enrolled, by register and tag.
	#[pallet::storage]
	pub type Persons<T: Config> =
		StorageMap<_, Blake2_128Concat, PersonId, RecordOf<T>, OptionQuery>;

	/// The tag that an account controls in a register: at most one.
	#[pallet::storage]
	pub type ControllerOf<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Register,
		Blake2_128Concat,
		T::AccountId,
		Tag,
		OptionQuery,
	>;

	/// In how many registers an account controls a tag. Without a row: in none.
	#[pallet::storage]
	pub type ControlledTags<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, u32, OptionQuery>;

	/// The head of each person's record.
	#[pallet::storage]
	pub type Heads<T: Config> = StorageMap<_, Blake2_128Concat, PersonId, Head, OptionQuery>;

	/// The entries of each person's record, by version.
	#[pallet::storage]
	pub type Entries<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		PersonId,
		Twox64Concat,
		u32,
		PersonEntry<T::AccountId>,
		OptionQuery,
	>;

	/// The id of the next proposal.
	#[pallet::storage]
	pub type NextProposal<T: Config> = StorageValue<_, ProposalId, ValueQuery>;

	/// What is prepared and neither decided nor withdrawn.
	#[pallet::storage]
	pub type Proposals<T: Config> =
		StorageMap<_, Twox64Concat, ProposalId, ProposalOf<T>, OptionQuery>;

	/// The proposal on a person's record: one of the keeper's and one of a court's, so that neither
	/// stands in the other's way.
	#[pallet::storage]
	pub type OpenProposals<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		PersonId,
		Twox64Concat,
		CompetenceKind,
		ProposalId,
		OptionQuery,
	>;

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

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An officer has prepared a change of a person's record.
		Prepared {
			/// The proposal.
			proposal: ProposalId,
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
			/// The change.
			change: ChangeOf<T>,
			/// The mandate of the officer.
			mandate: MandateId,
			/// The version of the record that the change is prepared on.
			version: u32,
		},
		/// A second officer has decided for a change, and it is made.
		Recorded {
			/// The proposal, which is closed by this.
			proposal: ProposalId,
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
			/// The change.
			change: ChangeOf<T>,
			/// The account that lost control by it, if one did.
			released: Option<T::AccountId>,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The new version of the record.
			version: u32,
			/// The new head of the record.
			head: H256,
		},
		/// A second officer has decided against a change.
		Refused {
			/// The proposal, which is closed by this.
			proposal: ProposalId,
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
			/// Why.
			reason: RefusalReason,
			/// The mandate of the officer who decided.
			mandate: MandateId,
		},
		/// An officer has withdrawn a proposal.
		Withdrawn {
			/// The proposal, which is closed by this.
			proposal: ProposalId,
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
			/// The mandate of the officer.
			mandate: MandateId,
		},
		/// A proposal that could no longer be decided was removed to make room for a new one.
		Dropped {
			/// The proposal, which is closed by this.
			proposal: ProposalId,
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
		},
		/// A controller has handed its tag over to another account.
		ControllerRotated {
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
			/// The account that lost control.
			old: T::AccountId,
			/// The account that has control now.
			new: T::AccountId,
			/// The new version of the record.
			version: u32,
			/// The new head of the record.
			head: H256,
		},
	}

	/// Why a call is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The tag is not enrolled in this register. Enrol it first.
		NotEnrolled,
		/// The tag is enrolled in this register already. Change its record instead.
		AlreadyEnrolled,
		/// The person has died. Only a merge or the correction of the death can follow.
		PersonDeceased,
		/// A court has frozen the person. Ask the court to lift the freeze first.
		PersonFrozen,
		/// The tag was merged into another. Use that one.
		PersonMerged,
		/// The person is frozen already.
		AlreadyFrozen,
		/// The person is not frozen: there is nothing to lift.
		NotFrozen,
		/// No death of this person is recorded: there is nothing to correct.
		NotDeceased,
		/// The version named is not the one that recorded the death. Read the record's history.
		WrongCorrection,
		/// The tag has a controller. Recover or release that one instead.
		HasController,
		/// The tag has no controller. Bind one instead.
		NoController,
		/// The new controller is the old one. Name another account.
		SameController,
		/// The account controls another tag of this register. Name another account.
		ControllerTaken,
		/// The new controller is the account of the officer who prepares or decides. Name the
		/// person's own account.
		ControllerIsOfficer,
		/// The account controls no tag of this register. Sign with the controller's account.
		NotController,
		/// The officer would act on its own record. Leave it to another officer.
		OwnRecord,
		/// The change names a new controller, which has not agreed. Hand in its proof.
		ProofMissing,
		/// The change names no new controller, so it takes no proof. Leave the proof out.
		ProofUnexpected,
		/// The proof is not the new controller's, or was made for another network, register, tag or
		/// version. Let it sign the payload anew.
		ProofInvalid,
		/// A tag cannot be merged into itself.
		MergedIntoItself,
		/// The tag that is to stay is not enrolled in this register.
		SurvivorNotEnrolled,
		/// The tag that is to stay is frozen, of a dead person, or merged itself.
		SurvivorNotAlive,
		/// The change cannot rest on this statute. Cite the one that provides for it.
		WrongLegalBasis,
		/// The day of effect is past. Prepare the act with effect from today or later.
		Backdated,
		/// The day of effect has not come. Repeat the call on that day.
		NotYetEffective,
		/// The record has moved on since the act was prepared. Read it again and repeat.
		StaleVersion,
		/// The record has as many versions as can be counted.
		TooManyVersions,
		/// All ids of proposals have been given out.
		TooManyProposals,
		/// A change of this record waits for its decision. Have it decided or withdrawn first.
		ProposalOpen,
		/// There is no such proposal: it was decided, withdrawn or dropped, or never made.
		ProposalNotFound,
		/// The proposal has waited too long. Prepare the change anew.
		ProposalLapsed,
		/// The decision does not cite the statute and the day of effect of the prepared act.
		DiffersFromPrepared,
		/// Another ministry has prepared the change. Prepare it anew, or wait until it lapses.
		PreparedByAnotherMinistry,
		/// The account that prepared the change cannot decide it. Leave it to another officer.
		SameAccount,
		/// The person who prepared the change cannot decide it. Leave it to another officer.
		SamePerson,
		/// One of the two officers granted the other's mandate. Leave it to another officer.
		GrantedByTheOther,
		/// The mandate that the change was prepared under is not on record, so that nobody can tell
		/// maker and checker apart. Wait until the proposal lapses, withdraw it and prepare it anew.
		MakerUnknown,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				!T::ProposalLifetime::get().is_zero(),
				"a proposal must outlive its own block: set ProposalLifetime"
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
		///
		/// # Events
		/// * [`Event::Recorded`] or [`Event::Refused`].
		///
		/// # Errors
		/// * [`Error::ProposalNotFound`], [`Error::ProposalLapsed`], [`Error::MakerUnknown`].
		/// * [`Error::SameAccount`], [`Error::SamePerson`], [`Error::GrantedByTheOther`],
		///   [`Error::PreparedByAnotherMinistry`], [`Error::OwnRecord`],
		///   [`Error::ControllerIsOfficer`] - it is not this officer's to decide.
		/// * [`Error::StaleVersion`] - the record has moved on, or the act names another version.
		/// * [`Error::DiffersFromPrepared`], [`Error::NotYetEffective`] - the act.
		/// * [`Error::TooManyVersions`].
		/// * What refuses the change itself, if something has changed since: see [`Self::prepare`].
		/// * The errors of the mandates.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::decide())]
		pub fn decide(
			origin: OriginFor<T>,
			act: Act,
			proposal: ProposalId,
			decision: Decision,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let prepared = Proposals::<T>::get(proposal).ok_or(Error::<T>::ProposalNotFound)?;
			let Proposal { mandate, act: prepared_act, person, change, prepared_at } = prepared;
			let checker = T::Mandates::ensure_mandate(
				&who,
				Register::Identity,
				change.deciding_power(),
				District::NATIONAL,
			)?;
			let maker = Self::maker(mandate)?;
			ensure_maker_and_checker(&maker, &checker).map_err(Error::<T>::from)?;
			ensure!(checker.ministry == maker.ministry, Error::<T>::PreparedByAnotherMinistry);
			ensure!(!Self::has_lapsed(prepared_at), Error::<T>::ProposalLapsed);
			let head = Heads::<T>::get(person).unwrap_or_default();
			ensure_version(&prepared_act, &head).map_err(Error::<T>::from)?;
			ensure_version(&act, &head).map_err(Error::<T>::from)?;
			ensure!(
				act.legal_basis == prepared_act.legal_basis
					&& act.effective_from == prepared_act.effective_from,
				Error::<T>::DiffersFromPrepared
			);
			Self::ensure_impartial(&checker, &person, &change)?;
			let scope = RequestScope::Ministry(checker.ministry);
			let PersonId { register, tag } = person;

			match decision {
				Decision::Approve => {
					rules::ensure_effective(act.effective_from, Self::today())
						.map_err(Error::<T>::from)?;
					let after = Self::changed(&person, &head, &change)?;
					T::Mandates::note_act(scope, Register::Identity, &act)?;
					let body = PersonBody::Decided {
						change: change.clone(),
						preparation: Preparation { mandate: maker.mandate, act: prepared_act },
					};
					let head = Self::append(&person, Some(&act), Some(checker.mandate), body)?;
					let released = Self::write(&person, after);
					Self::close(proposal, &person, &change);
					Self::deposit_event(Event::Recorded {
						proposal,
						register,
						tag,
						change,
						released,
						prepared_under: maker.mandate,
						mandate: checker.mandate,
						version: head.seq,
						head: head.hash,
					});
				},
				Decision::Refuse(reason) => {
					T::Mandates::note_act(scope, Register::Identity, &act)?;
					Self::close(proposal, &person, &change);
					Self::deposit_event(Event::Refused {
						proposal,
						register,
						tag,
						reason,
						mandate: checker.mandate,
					});
				},
			}
			Ok(())
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
			Self::write(&person, after);
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
