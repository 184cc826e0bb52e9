#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod authority;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod grant;
#[cfg(test)]
mod mock;
mod obstacle;
mod requests;
pub mod term;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", feature = "std"))]
pub mod try_state;
mod types;
pub mod weights;

pub use authority::EnsureMandate;
pub use pallet::*;
pub use requests::PRUNED_PER_REQUEST;
pub use term::Term;
pub use types::{
	GenesisCompetence, GenesisMandate, Mandate, MandateBody, MandateChange, MandateState, Proposal,
	QueueEnds, Step, MAX_POWERS,
};
pub use weights::WeightInfo;

use polity_primitives::{
	ids::MandateId,
	record::{Entry, RecordError},
};

/// An entry of a mandate's history.
pub type MandateEntry<AccountId> = Entry<MandateId, MandateBody<AccountId>>;

// A proposal names all that a mandate says, so that a wallet shows it field by field.
#[allow(clippy::too_many_arguments)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use polity_primitives::{
		act::{Act, RequestId, RequestScope},
		ids::{District, MinistryId, Tag},
		office::{CompetenceKind, Powers, Register, Signatory},
		record::{self, Head},
		time::Instant,
		traits::{LegalClock, MinistryLookup, Persons},
	};
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Competences and mandates.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The clock of the law.
		type Clock: LegalClock;

		/// Ministries and the keys of their seats.
		type Ministries: MinistryLookup<Self::AccountId>;

		/// Persons by tag.
		type Persons: Persons<Self::AccountId>;

		/// The most mandates that one account can hold.
		#[pallet::constant]
		type MaxMandatesPerOfficer: Get<u32>;

		/// The longest term of a mandate, in milliseconds.
		#[pallet::constant]
		type MaxTerm: Get<u64>;

		/// How many blocks a proposal waits for another key of the seat. In blocks, so that no
		/// proposal lapses while the network stands still.
		#[pallet::constant]
		type ProposalLifetime: Get<BlockNumberFor<Self>>;

		/// How many blocks a request id is kept: the longest era of a transaction.
		#[pallet::constant]
		type RequestRetention: Get<BlockNumberFor<Self>>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// Which ministry is competent in a register and district, in what role.
	#[pallet::storage]
	pub type Competences<T: Config> =
		StorageMap<_, Twox64Concat, (Register, District, CompetenceKind), MinistryId, OptionQuery>;

	/// Every mandate that was ever proposed.
	#[pallet::storage]
	pub type Mandates<T: Config> =
		StorageMap<_, Twox64Concat, MandateId, Mandate<T::AccountId>, OptionQuery>;

	/// The id of the next mandate.
	#[pallet::storage]
	pub type NextMandate<T: Config> = StorageValue<_, MandateId, ValueQuery>;

	/// What waits for another key of a seat, by mandate.
	#[pallet::storage]
	pub type Proposals<T: Config> = StorageMap<
		_,
		Twox64Concat,
		MandateId,
		Proposal<T::AccountId, BlockNumberFor<T>>,
		OptionQuery,
	>;

	/// The mandates that an account holds: granted and not revoked. Those that have expired are
	/// left out when there is no room for a new one.
	#[pallet::storage]
	pub type MandatesOf<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<MandateId, T::MaxMandatesPerOfficer>,
		ValueQuery,
	>;

	/// Whose an account is, and for which ministry, as long as it holds a mandate. An account is
	/// one person's and one ministry's.
	#[pallet::storage]
	pub type Officers<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, (MinistryId, Tag), OptionQuery>;

	/// The last block in which a request id is kept.
	#[pallet::storage]
	pub type Requests<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		(RequestScope<T::AccountId>, RequestId),
		BlockNumberFor<T>,
		OptionQuery,
	>;

	/// The request ids in the order in which they were noted.
	#[pallet::storage]
	pub type RequestQueue<T: Config> =
		StorageMap<_, Twox64Concat, u64, (RequestScope<T::AccountId>, RequestId), OptionQuery>;

	/// The ends of the queue of request ids.
	#[pallet::storage]
	pub type RequestQueueEnds<T: Config> = StorageValue<_, QueueEnds, ValueQuery>;

	/// The head of each mandate's history.
	#[pallet::storage]
	pub type Heads<T: Config> = StorageMap<_, Twox64Concat, MandateId, Head, OptionQuery>;

	/// The history of each mandate.
	#[pallet::storage]
	pub type Entries<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		MandateId,
		Twox64Concat,
		u32,
		MandateEntry<T::AccountId>,
		OptionQuery,
	>;

	/// Competences and mandates that are there when the chain begins.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Which ministry is competent where.
		pub competences: Vec<GenesisCompetence>,
		/// Mandates, granted. They follow the rules of those that are granted later.
		pub mandates: Vec<GenesisMandate<T::AccountId>>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for competence in &self.competences {
				let GenesisCompetence { register, district, kind, ministry } = *competence;
				let key = (register, district, kind);
				assert!(!Competences::<T>::contains_key(key), "named twice: {competence:?}");
				assert!(T::Ministries::is_active(ministry), "no such ministry: {competence:?}");
				Competences::<T>::insert(key, ministry);
			}
			for mandate in &self.mandates {
				let granted = Pallet::<T>::grant_at_genesis(mandate);
				assert!(granted.is_ok(), "{:?}: {mandate:?}", granted.err());
			}
		}
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The council has made a ministry competent, or nobody.
		CompetenceSet {
			/// In which register.
			register: Register,
			/// In which district.
			district: District,
			/// In what role.
			kind: CompetenceKind,
			/// Which ministry was before.
			previous: Option<MinistryId>,
			/// Which ministry is now; none leaves a district to the national competence.
			ministry: Option<MinistryId>,
		},
		/// A key of a seat has proposed a mandate.
		MandateProposed {
			/// The mandate.
			id: MandateId,
			/// The version of its record.
			version: u32,
			/// The head of its record.
			head: H256,
			/// The ministry that the officer would act for.
			ministry: MinistryId,
			/// The officer's account.
			officer: T::AccountId,
			/// The officer's person, by the tag of the public office register.
			person: Tag,
			/// The register.
			register: Register,
			/// The powers.
			powers: Powers,
			/// The district.
			district: District,
			/// The first instant at which it would be in force.
			not_before: Instant,
			/// The first instant at which it would no longer be.
			not_after: Instant,
			/// The key that proposed it.
			by: T::AccountId,
		},
		/// Another key of the seat has confirmed a mandate: it is granted.
		MandateGranted {
			/// The mandate.
			id: MandateId,
			/// The version of its record.
			version: u32,
			/// The head of its record.
			head: H256,
			/// The ministry that the officer acts for.
			ministry: MinistryId,
			/// The officer's account.
			officer: T::AccountId,
			/// The key that confirmed it.
			by: T::AccountId,
		},
		/// A key of the seat has proposed to revoke or to restore a mandate.
		ChangeProposed {
			/// The mandate.
			id: MandateId,
			/// The version of its record.
			version: u32,
			/// The head of its record.
			head: H256,
			/// Which change.
			change: MandateChange,
			/// The key that proposed it.
			by: T::AccountId,
		},
		/// A mandate was revoked, for good.
		MandateRevoked {
			/// The mandate.
			id: MandateId,
			/// The version of its record.
			version: u32,
			/// The head of its record.
			head: H256,
			/// The officer's account.
			officer: T::AccountId,
			/// The key that confirmed it.
			by: T::AccountId,
		},
		/// A mandate's suspension was ended.
		MandateRestored {
			/// The mandate.
			id: MandateId,
			/// The version of its record.
			version: u32,
			/// The head of its record.
			head: H256,
			/// The officer's account.
			officer: T::AccountId,
			/// The key that confirmed it.
			by: T::AccountId,
		},
		/// A key of the seat has withdrawn what was proposed.
		ProposalWithdrawn {
			/// The mandate.
			id: MandateId,
			/// The version of its record.
			version: u32,
			/// The head of its record.
			head: H256,
			/// What was proposed.
			step: Step,
			/// The key that withdrew it.
			by: T::AccountId,
		},
		/// A key of the seat has suspended a mandate.
		MandateSuspended {
			/// The mandate.
			id: MandateId,
			/// The version of its record.
			version: u32,
			/// The head of its record.
			head: H256,
			/// The officer's account.
			officer: T::AccountId,
			/// The key that suspended it.
			by: T::AccountId,
		},
	}

	/// What is wrong, and what to do about it.
	#[pallet::error]
	pub enum Error<T> {
		/// The signer is no key of a council seat. Sign with one.
		NotSeatKey,
		/// The person who holds the seat's key is not in standing. Sign with another's key, and have
		/// the council replace this one.
		SignatoryNotInStanding,
		/// The ministry is suspended or expelled. The council can end a suspension.
		MinistryNotActive,
		/// There is no mandate with this id. Look for a typing error.
		MandateNotFound,
		/// The mandate is another ministry's. Only its own seat decides about it.
		OtherMinistry,
		/// The mandate is in another state than this call needs. Read it again.
		WrongState,
		/// Nothing of this kind waits for another key. Propose it first.
		NothingProposed,
		/// Something waits for another key already. Confirm or withdraw that first.
		AlreadyProposed,
		/// The proposal has waited too long. Withdraw it and propose it again.
		ProposalLapsed,
		/// Who proposed it is no longer a key of the seat. Withdraw it and propose it again.
		ProposerLeftSeat,
		/// The key that proposed it cannot confirm it. Use another key of the seat.
		SameAccount,
		/// The person who proposed it cannot confirm it with a second key. Another must.
		SamePerson,
		/// Only those two who granted a mandate restore it. Revoke it and grant a new one.
		NotGrantor,
		/// A person cannot have a hand in its own mandate. Others of the seat must.
		OfficerIsGrantor,
		/// The account is a seat's, a seat key's or a node's. The officer needs one of its own.
		AccountTaken,
		/// The account is the officer of another person or ministry. It needs one of its own.
		OfficerOfAnother,
		/// The account holds as many mandates as one can. Revoke one that is no longer needed.
		TooManyMandates,
		/// A mandate gives at least one power. Name it.
		NoPowers,
		/// The term would end before it begins. Put its ends in order.
		EndsBeforeItBegins,
		/// The term is over already. Name one that ends later.
		AlreadyOver,
		/// The term is longer than [`Config::MaxTerm`]. Grant it again when it is over.
		TermTooLong,
		/// The officer's person is not enrolled as one in public office, or has died, is frozen or
		/// merged. Name the tag that is in standing.
		PersonNotInStanding,
		/// The ministry is not competent there. Another ministry is, or the council makes it so.
		OutsideCompetence,
		/// An act on a mandate takes effect on the day on which it is recorded; the term says when
		/// the powers hold. Set `effective_from` to today, by the public office register's calendar.
		EffectiveFromNotToday,
		/// The act was prepared on another version of the record. Read it again and repeat.
		StaleVersion,
		/// The record has as many versions as can be counted. Grant a new mandate.
		TooManyVersions,
		/// All ids have been given out. The chain needs an upgrade.
		IdsExhausted,
		/// The register does not know this legal basis. Look for it in the list of the register.
		UnknownLegalBasis,
		/// The act was prepared under other rules than are in force. Prepare it again.
		WrongRuleVersion,
		/// An act on this statute cites its document: the order, the certificate or the deed.
		DocumentMissing,
		/// The statute does not provide for this: a grant rests on that of appointment, what ends or
		/// suspends a mandate or ends its suspension on that of the end of an office.
		LegalBasisDoesNotFit,
		/// This request was sent before. If it was meant as a new one, give it a new id.
		RequestRepeated,
		/// The account has no mandate in this register. Ask the ministry's seat for one.
		NoMandate,
		/// No mandate of the account gives this power. Ask the ministry's seat for it.
		PowerNotGranted,
		/// The mandate is for another district. Leave it to the officer of that one.
		OutsideDistrict,
		/// The seat has suspended the mandate. Only those who granted it can restore it.
		MandateSuspended,
		/// The mandate is not yet in force. Wait until it is.
		NotYetInForce,
		/// The mandate is no longer in force. Ask the ministry's seat for a new one.
		Expired,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "std")]
		fn integrity_test() {
			use sp_runtime::traits::Zero;
			assert!(T::MaxMandatesPerOfficer::get() > 0, "an officer can hold a mandate");
			assert!(T::MaxTerm::get() > 0, "a term can have a length");
			assert!(!T::ProposalLifetime::get().is_zero(), "a proposal can be confirmed");
			// No transaction lives longer than the hash of the block that it was made on.
			assert!(
				T::RequestRetention::get() >= T::BlockHashCount::get(),
				"a request id is kept as long as its transaction can be sent"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			crate::try_state::do_try_state::<T>()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Propose a mandate. Caller: a key of a council seat, for its own ministry. It gives no
		/// power until another key and person of the seat confirm it. `act.expected_version` is 0.
		///
		/// # Events
		/// * [`Event::MandateProposed`]
		///
		/// # Errors
		/// * [`Error::NotSeatKey`], [`Error::SignatoryNotInStanding`], [`Error::MinistryNotActive`]
		/// * [`Error::StaleVersion`], [`Error::EffectiveFromNotToday`]
		/// * [`Error::NoPowers`], [`Error::EndsBeforeItBegins`], [`Error::AlreadyOver`],
		///   [`Error::TermTooLong`]
		/// * [`Error::OfficerIsGrantor`], [`Error::AccountTaken`], [`Error::OfficerOfAnother`]
		/// * [`Error::OutsideCompetence`], [`Error::PersonNotInStanding`]
		/// * [`Error::UnknownLegalBasis`], [`Error::LegalBasisDoesNotFit`],
		///   [`Error::WrongRuleVersion`], [`Error::RequestRepeated`]
		/// * [`Error::IdsExhausted`]
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::propose_grant())]
		pub fn propose_grant(
			origin: OriginFor<T>,
			act: Act,
			officer: T::AccountId,
			person: Tag,
			register: Register,
			powers: Powers,
			district: District,
			not_before: Instant,
			not_after: Instant,
		) -> DispatchResult {
			let (ministry, by) = Self::ensure_seat(origin)?;
			record::ensure_version(&act, &Head::default()).map_err(Error::<T>::from)?;
			Self::ensure_today(&act)?;
			let mandate = Mandate {
				ministry,
				officer: Signatory { account: officer.clone(), person },
				register,
				powers,
				district,
				term: Term { not_before, not_after },
				proposed_by: by.clone(),
				confirmed_by: None,
				state: MandateState::Proposed,
			};
			Self::ensure_can_be_granted(&mandate)?;
			Self::note(ministry, &act, Step::Grant)?;
			let id = Self::next_id()?;
			Self::set_proposal(id, Step::Grant, by.clone());
			Mandates::<T>::insert(id, &mandate);
			let head = Self::append(id, Some(&act), MandateBody::GrantProposed(mandate))?;
			Self::deposit_event(Event::MandateProposed {
				id,
				version: head.seq,
				head: head.hash,
				ministry,
				officer,
				person,
				register,
				powers,
				district,
				not_before,
				not_after,
				by: by.account,
			});
			Ok(())
		}

		/// Confirm a proposed mandate, as its record says it: `act.expected_version` is the version
		/// that was read. Caller: another key and person of the same seat. All that was checked for
		/// the proposal is checked again.
		///
		/// # Events
		/// * [`Event::MandateGranted`]
		///
		/// # Errors
		/// * [`Error::NotSeatKey`], [`Error::SignatoryNotInStanding`], [`Error::MandateNotFound`],
		///   [`Error::OtherMinistry`], [`Error::MinistryNotActive`]
		/// * [`Error::StaleVersion`], [`Error::EffectiveFromNotToday`]
		/// * [`Error::NothingProposed`], [`Error::ProposalLapsed`], [`Error::ProposerLeftSeat`],
		///   [`Error::SameAccount`], [`Error::SamePerson`]
		/// * [`Error::OfficerIsGrantor`], [`Error::AccountTaken`], [`Error::OfficerOfAnother`],
		///   [`Error::TooManyMandates`]
		/// * [`Error::AlreadyOver`], [`Error::OutsideCompetence`], [`Error::PersonNotInStanding`]
		/// * [`Error::UnknownLegalBasis`], [`Error::LegalBasisDoesNotFit`],
		///   [`Error::WrongRuleVersion`], [`Error::RequestRepeated`]
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::confirm_grant())]
		pub fn confirm_grant(origin: OriginFor<T>, act: Act, id: MandateId) -> DispatchResult {
			let (by, mut mandate) = Self::ensure_own_mandate(origin, &act, id)?;
			Self::ensure_confirms(id, &mandate, &by, Step::Grant)?;
			mandate.confirmed_by = Some(by.clone());
			Self::ensure_can_be_granted(&mandate)?;
			Self::note(mandate.ministry, &act, Step::Grant)?;
			mandate.state = MandateState::Granted;
			let (ministry, officer) = (mandate.ministry, mandate.officer.account.clone());
			Self::hold(id, &mandate)?;
			Mandates::<T>::insert(id, mandate);
			Proposals::<T>::remove(id);
			let body = MandateBody::Granted { by: by.clone() };
			let head = Self::append(id, Some(&act), body)?;
			Self::deposit_event(Event::MandateGranted {
				id,
				version: head.seq,
				head: head.hash,
				ministry,
				officer,
				by: by.account,
			});
			Ok(())
		}

		/// Propose to revoke a mandate, or to restore one that is suspended. Caller: a key of the
		/// ministry's seat; to restore, of a person who granted the mandate.
		///
		/// # Events
		/// * [`Event::ChangeProposed`]
		///
		/// # Errors
		/// * [`Error::NotSeatKey`], [`Error::SignatoryNotInStanding`], [`Error::MandateNotFound`],
		///   [`Error::OtherMinistry`]
		/// * [`Error::StaleVersion`], [`Error::EffectiveFromNotToday`]
		/// * [`Error::WrongState`], [`Error::AlreadyProposed`]
		/// * [`Error::NotGrantor`], [`Error::MinistryNotActive`] - to restore
		/// * [`Error::UnknownLegalBasis`], [`Error::LegalBasisDoesNotFit`],
		///   [`Error::WrongRuleVersion`], [`Error::RequestRepeated`]
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::propose_change())]
		pub fn propose_change(
			origin: OriginFor<T>,
			act: Act,
			id: MandateId,
			change: MandateChange,
		) -> DispatchResult {
			let (by, mandate) = Self::ensure_own_mandate(origin, &act, id)?;
			Self::ensure_can_be_changed(&mandate, change, &by)?;
			let waits = Proposals::<T>::get(id)
				.is_some_and(|proposal| !Self::has_lapsed(proposal.proposed_at));
			ensure!(!waits, Error::<T>::AlreadyProposed);
			Self::note(mandate.ministry, &act, Step::Change(change))?;
			Self::set_proposal(id, Step::Change(change), by.clone());
			let body = MandateBody::ChangeProposed { change, by: by.clone() };
			let head = Self::append(id, Some(&act), body)?;
			Self::deposit_event(Event::ChangeProposed {
				id,
				version: head.seq,
				head: head.hash,
				change,
				by: by.account,
			});
			Ok(())
		}

		/// Confirm a proposed change. Caller: another key and person of the ministry's seat; to
		/// restore, the other person who granted the mandate.
		///
		/// # Events
		/// * [`Event::MandateRevoked`] or [`Event::MandateRestored`]
		///
		/// # Errors
		/// * [`Error::NotSeatKey`], [`Error::SignatoryNotInStanding`], [`Error::MandateNotFound`],
		///   [`Error::OtherMinistry`]
		/// * [`Error::StaleVersion`], [`Error::EffectiveFromNotToday`]
		/// * [`Error::WrongState`], [`Error::NothingProposed`], [`Error::ProposalLapsed`],
		///   [`Error::ProposerLeftSeat`], [`Error::SameAccount`], [`Error::SamePerson`]
		/// * [`Error::NotGrantor`], [`Error::MinistryNotActive`] - to restore
		/// * [`Error::UnknownLegalBasis`], [`Error::LegalBasisDoesNotFit`],
		///   [`Error::WrongRuleVersion`], [`Error::RequestRepeated`]
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::confirm_change())]
		pub fn confirm_change(
			origin: OriginFor<T>,
			act: Act,
			id: MandateId,
			change: MandateChange,
		) -> DispatchResult {
			let (by, mut mandate) = Self::ensure_own_mandate(origin, &act, id)?;
			Self::ensure_can_be_changed(&mandate, change, &by)?;
			Self::ensure_confirms(id, &mandate, &by, Step::Change(change))?;
			Self::note(mandate.ministry, &act, Step::Change(change))?;
			let officer = mandate.officer.account.clone();
			let body = match change {
				MandateChange::Revoke => {
					mandate.state = MandateState::Revoked;
					Self::release(id, &officer);
					MandateBody::Revoked { by: by.clone() }
				},
				MandateChange::Restore => {
					mandate.state = MandateState::Granted;
					MandateBody::Restored { by: by.clone() }
				},
			};
			Mandates::<T>::insert(id, mandate);
			Proposals::<T>::remove(id);
			let head = Self::append(id, Some(&act), body)?;
			let (version, head, by) = (head.seq, head.hash, by.account);
			Self::deposit_event(match change {
				MandateChange::Revoke => Event::MandateRevoked { id, version, head, officer, by },
				MandateChange::Restore => Event::MandateRestored { id, version, head, officer, by },
			});
			Ok(())
		}

		/// Withdraw what waits for another key, also when it has lapsed. A mandate that was only
		/// proposed ends with it. Caller: any key of the ministry's seat.
		///
		/// # Events
		/// * [`Event::ProposalWithdrawn`]
		///
		/// # Errors
		/// * [`Error::NotSeatKey`], [`Error::SignatoryNotInStanding`], [`Error::MandateNotFound`],
		///   [`Error::OtherMinistry`]
		/// * [`Error::StaleVersion`], [`Error::EffectiveFromNotToday`], [`Error::NothingProposed`]
		/// * [`Error::UnknownLegalBasis`], [`Error::LegalBasisDoesNotFit`],
		///   [`Error::WrongRuleVersion`], [`Error::RequestRepeated`]
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::withdraw_proposal())]
		pub fn withdraw_proposal(origin: OriginFor<T>, act: Act, id: MandateId) -> DispatchResult {
			let (by, mut mandate) = Self::ensure_own_mandate(origin, &act, id)?;
			let Proposal { step, .. } =
				Proposals::<T>::get(id).ok_or(Error::<T>::NothingProposed)?;
			Self::note(mandate.ministry, &act, step)?;
			Proposals::<T>::remove(id);
			let body = match step {
				Step::Grant => {
					mandate.state = MandateState::Withdrawn;
					Mandates::<T>::insert(id, mandate);
					MandateBody::GrantWithdrawn { by: by.clone() }
				},
				Step::Change(change) => MandateBody::ChangeWithdrawn { change, by: by.clone() },
			};
			let head = Self::append(id, Some(&act), body)?;
			Self::deposit_event(Event::ProposalWithdrawn {
				id,
				version: head.seq,
				head: head.hash,
				step,
				by: by.account,
			});
			Ok(())
		}

		/// Suspend a mandate at once. Caller: any key of the ministry's seat.
		///
		/// One key is enough, because it takes a power away for a time and gives none: an officer
		/// whose key was stolen is stopped without waiting for a second signature. Whether the
		/// mandate ends or comes back is decided by two.
		///
		/// # Events
		/// * [`Event::MandateSuspended`]
		///
		/// # Errors
		/// * [`Error::NotSeatKey`], [`Error::SignatoryNotInStanding`], [`Error::MandateNotFound`],
		///   [`Error::OtherMinistry`]
		/// * [`Error::StaleVersion`], [`Error::EffectiveFromNotToday`], [`Error::WrongState`]
		/// * [`Error::UnknownLegalBasis`], [`Error::LegalBasisDoesNotFit`],
		///   [`Error::WrongRuleVersion`], [`Error::RequestRepeated`]
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::suspend_mandate())]
		pub fn suspend_mandate(origin: OriginFor<T>, act: Act, id: MandateId) -> DispatchResult {
			let (by, mut mandate) = Self::ensure_own_mandate(origin, &act, id)?;
			ensure!(mandate.state == MandateState::Granted, Error::<T>::WrongState);
			// A suspension is a change like the others, but for which one key is enough.
			Self::note(mandate.ministry, &act, Step::Change(MandateChange::Revoke))?;
			mandate.state = MandateState::Suspended;
			let officer = mandate.officer.account.clone();
			Mandates::<T>::insert(id, mandate);
			let body = MandateBody::Suspended { by: by.clone() };
			let head = Self::append(id, Some(&act), body)?;
			Self::deposit_event(Event::MandateSuspended {
				id,
				version: head.seq,
				head: head.hash,
				officer,
				by: by.account,
			});
			Ok(())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A mandate.
		pub fn mandate(id: MandateId) -> Option<Mandate<T::AccountId>> {
			Mandates::<T>::get(id)
		}

		/// What waits for another key of the seat to decide about a mandate.
		pub fn proposal(id: MandateId) -> Option<Proposal<T::AccountId, BlockNumberFor<T>>> {
			Proposals::<T>::get(id)
		}

		/// The mandates that an account holds.
		pub fn mandates_of(account: T::AccountId) -> Vec<(MandateId, Mandate<T::AccountId>)> {
			MandatesOf::<T>::get(account)
				.into_iter()
				.filter_map(|id| Some((id, Mandates::<T>::get(id)?)))
				.collect()
		}

		/// The ministry that is competent in a register and district: the district's own, or else
		/// the country's.
		pub fn competent(
			register: Register,
			district: District,
			kind: CompetenceKind,
		) -> Option<MinistryId> {
			Competences::<T>::get((register, district, kind))
				.or_else(|| Competences::<T>::get((register, District::NATIONAL, kind)))
		}

		/// A page of a mandate's history, from version `from` on.
		pub fn history(id: MandateId, from: u32, limit: u32) -> Vec<MandateEntry<T::AccountId>> {
			record::history::<_, _, Entries<T>>(&id, from, limit)
		}
	}
}

impl<T> From<RecordError> for Error<T> {
	fn from(error: RecordError) -> Self {
		match error {
			RecordError::StaleVersion => Self::StaleVersion,
			RecordError::TooManyVersions => Self::TooManyVersions,
		}
	}
}
