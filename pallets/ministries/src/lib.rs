#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod administration;
mod attendance;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod lookup;
#[cfg(test)]
mod mock;
pub mod rules;
mod session;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", feature = "std"))]
pub mod try_state;
mod types;
pub mod weights;

pub use pallet::*;
pub use session::{FloorDisablingStrategy, NodeIdOf, NodeIdentificationOf};
pub use types::*;
pub use weights::WeightInfo;

/// Where the pallet's log lines say that they are from.
pub(crate) const LOG_TARGET: &str = "runtime::ministries";

/// The pallet.
#[frame_support::pallet]
pub mod pallet {
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::*,
		traits::{ChangeMembers, InitializeMembers},
	};
	use frame_system::pallet_prelude::*;
	use polity_primitives::{
		record::{self, RecordError},
		traits::{
			AbsenceRule, JointAccount, LegalClock, NewMinistry, OfficerLookup, MAX_SEAT_KEYS,
		},
		Entry, Head, MinistryId, Signatory,
	};
	use sp_core::H256;
	use sp_runtime::Perbill;
	use sp_staking::SessionIndex;

	use super::{
		rules::{self, NameFault, SeatFault},
		types::*,
		WeightInfo,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the pallet is configured by. The session pallets are the SDK's; our other pallets are
	/// seen through traits alone.
	#[pallet::config]
	pub trait Config:
		frame_system::Config
		+ pallet_session::Config<ValidatorId = <Self as frame_system::Config>::AccountId>
		+ pallet_session::historical::Config
	{
		/// The clock that dates the records.
		type Clock: LegalClock;

		/// Who is an officer: an officer's account is no seat's and no node's.
		type Officers: OfficerLookup<Self::AccountId>;

		/// The account that several keys control together.
		type JointAccount: JointAccount<Self::AccountId>;

		/// The council, whose members are the seats of the active ministries.
		type Council: InitializeMembers<Self::AccountId> + ChangeMembers<Self::AccountId>;

		/// The members that the council has, for `try_state`.
		type CouncilMembers: Get<Vec<Self::AccountId>>;

		/// For how many sessions the roots of past authorities are kept, so that an offence can be
		/// proven. At least two, and not less than GRANDPA's `MaxSetIdSessionEntries`.
		#[pallet::constant]
		type SessionsKept: Get<SessionIndex>;

		/// The slot of the current block.
		type Slot: Get<u64>;

		/// The longest maintenance that a ministry can announce, in blocks.
		#[pallet::constant]
		type MaxMaintenance: Get<BlockNumberFor<Self>>;

		/// The weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The least number of authorities with session keys. Set at genesis; only an upgrade of the
	/// runtime could change it.
	#[pallet::storage]
	pub type Floor<T> = StorageValue<_, u32, ValueQuery>;

	/// The least number of keys of a seat: 2, and 1 only in a network for development.
	#[pallet::storage]
	pub type MinimumSeatKeys<T> = StorageValue<_, u32, ValueQuery>;

	/// The id that was given out last; the first is 1. Ids are never used again.
	#[pallet::storage]
	pub type LastMinistry<T> = StorageValue<_, MinistryId, ValueQuery>;

	/// The ministries that are admitted and not expelled, in the order of their ids.
	#[pallet::storage]
	pub type Admitted<T> =
		StorageValue<_, BoundedVec<MinistryId, ConstU32<MAX_MINISTRIES>>, ValueQuery>;

	/// Every ministry there ever was.
	#[pallet::storage]
	pub type Ministries<T: Config> =
		StorageMap<_, Twox64Concat, MinistryId, Ministry<T::AccountId>, OptionQuery>;

	/// The ministry of each key of a council seat.
	#[pallet::storage]
	pub type SeatKeys<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, MinistryId, OptionQuery>;

	/// The ministry of each account by which a seat votes.
	#[pallet::storage]
	pub type SeatAccounts<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, MinistryId, OptionQuery>;

	/// The accounts of nodes: nominated, confirmed, appointed and departing ones.
	#[pallet::storage]
	pub type Nodes<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, NodeRole, OptionQuery>;

	/// The node that each ministry has nominated and that the council has not appointed yet.
	#[pallet::storage]
	pub type Nominations<T: Config> =
		StorageMap<_, Twox64Concat, MinistryId, Nomination<T::AccountId>, OptionQuery>;

	/// The nodes that leave as soon as they are out of the sessions that they were planned for.
	#[pallet::storage]
	pub type Departing<T: Config> =
		StorageValue<_, BoundedVec<T::AccountId, ConstU32<MAX_DEPARTING_NODES>>, ValueQuery>;

	/// The hash over the nodes and session keys that were answered last for a new session.
	#[pallet::storage]
	pub type Planned<T> = StorageValue<_, H256, OptionQuery>;

	/// The last block that each node authored.
	#[pallet::storage]
	pub type LastAuthored<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, BlockNumberFor<T>, OptionQuery>;

	/// What is counted of the slots of the current session, in the order of the authorities.
	#[pallet::storage]
	pub type Counting<T> = StorageValue<_, Attendance, ValueQuery>;

	/// How the authorities of the last session that ended have attended to their slots.
	#[pallet::storage]
	pub type LastAttendance<T: Config> =
		StorageValue<_, BoundedVec<Attended<T::AccountId>, ConstU32<MAX_MINISTRIES>>, ValueQuery>;

	/// When a node is stood down for its absence; none, and none is.
	#[pallet::storage]
	pub type Absence<T> = StorageValue<_, AbsenceRule, OptionQuery>;

	/// The nodes that were stood down and have not returned: they are no authorities of a session that is
	/// planned.
	#[pallet::storage]
	pub type StoodDown<T: Config> =
		StorageMap<_, Twox64Concat, MinistryId, T::AccountId, OptionQuery>;

	/// Announced maintenance in this chain's types.
	pub(crate) type MaintenanceOf<T> =
		Maintenance<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

	/// The maintenance that ministries have announced, and for as long again as it lasted what is over.
	#[pallet::storage]
	pub type Maintenances<T: Config> =
		StorageValue<_, BoundedVec<MaintenanceOf<T>, ConstU32<MAX_MINISTRIES>>, ValueQuery>;

	/// The head of each ministry's record.
	#[pallet::storage]
	pub type Heads<T> = StorageMap<_, Twox64Concat, MinistryId, Head, OptionQuery>;

	/// The entries of each ministry's record.
	#[pallet::storage]
	pub type Entries<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		MinistryId,
		Twox64Concat,
		u32,
		Entry<MinistryId, MinistryChange<T::AccountId>>,
		OptionQuery,
	>;

	/// The ministries that a network starts with.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The ministries; their ids are 1, 2, 3 and so on.
		pub ministries: Vec<NewMinistry<T::AccountId>>,
		/// The least number of authorities with session keys.
		pub floor: u32,
		/// The least number of keys of a seat.
		pub minimum_seat_keys: u32,
		/// When a node is stood down for its absence.
		pub absence_rule: Option<AbsenceRule>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Panics with a clear text when the preset breaks a rule: there is no chain yet.
		fn build(&self) {
			Floor::<T>::put(self.floor);
			MinimumSeatKeys::<T>::put(self.minimum_seat_keys);
			assert!(
				self.absence_rule.is_none_or(|rule| rules::is_absence_rule(&rule)),
				"ministries genesis: the rule of absence is from 1 to 100 percent of at least one session"
			);
			Absence::<T>::set(self.absence_rule);
			if self.ministries.is_empty() {
				return;
			}
			assert!(self.floor > 0, "ministries genesis: the floor is at least one authority");
			assert!(
				self.minimum_seat_keys > 0,
				"ministries genesis: a council seat has at least one key"
			);
			for new in &self.ministries {
				let outcome = Pallet::<T>::do_admit(new.clone());
				assert!(
					outcome.is_ok(),
					"ministries genesis: {:?} is refused: {:?}",
					core::str::from_utf8(&new.name),
					outcome
				);
			}
			let nodes = self.ministries.iter().filter(|new| new.node.is_some()).count();
			assert!(
				rules::count(nodes) >= self.floor,
				"ministries genesis: {nodes} nodes are fewer than the floor of {}",
				self.floor
			);
			T::Council::initialize_members(&Pallet::<T>::council_of_active());
		}
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The council admitted a ministry.
		MinistryAdmitted {
			/// Its id.
			ministry: MinistryId,
			/// What was admitted: name, seat, threshold and node.
			admitted: NewMinistry<T::AccountId>,
			/// The account by which its seat votes.
			seat_account: T::AccountId,
			/// The version of its record.
			version: u32,
			/// The head of its record.
			head: H256,
		},
		/// The council suspended a ministry.
		MinistrySuspended {
			/// Its id.
			ministry: MinistryId,
			/// The seat that votes no more.
			seat_account: T::AccountId,
			/// The node that leaves at the next change of authorities, if there is one.
			node: Option<T::AccountId>,
			/// The version of its record.
			version: u32,
			/// The head of its record.
			head: H256,
		},
		/// The council ended the suspension of a ministry.
		MinistryReinstated {
			/// Its id.
			ministry: MinistryId,
			/// The seat that votes again.
			seat_account: T::AccountId,
			/// The node that comes back, if it has session keys.
			node: Option<T::AccountId>,
			/// The version of its record.
			version: u32,
			/// The head of its record.
			head: H256,
		},
		/// The council expelled a ministry.
		MinistryExpelled {
			/// Its id.
			ministry: MinistryId,
			/// The seat that votes no more.
			seat_account: T::AccountId,
			/// The node that leaves at the next change of authorities, if there is one.
			node: Option<T::AccountId>,
			/// The version of its record.
			version: u32,
			/// The head of its record.
			head: H256,
		},
		/// The council appointed another node for a ministry.
		NodeReplaced {
			/// The ministry.
			ministry: MinistryId,
			/// The node before, if there was one.
			old: Option<T::AccountId>,
			/// The node from the next change of authorities on.
			new: T::AccountId,
			/// The version of the ministry's record.
			version: u32,
			/// The head of the ministry's record.
			head: H256,
		},
		/// The council replaced the keys of a seat.
		SeatReplaced {
			/// The ministry.
			ministry: MinistryId,
			/// The keys from now on.
			seat: BoundedVec<Signatory<T::AccountId>, ConstU32<MAX_SEAT_KEYS>>,
			/// How many of them must sign together.
			threshold: u16,
			/// The account by which the seat voted.
			old_seat_account: T::AccountId,
			/// The account by which the seat votes from now on.
			seat_account: T::AccountId,
			/// The version of the ministry's record.
			version: u32,
			/// The head of the ministry's record.
			head: H256,
		},
		/// A key of a seat nominated a node.
		NodeNominated {
			/// The ministry.
			ministry: MinistryId,
			/// The account of the node.
			node: T::AccountId,
			/// The key that nominated it.
			nominated_by: T::AccountId,
		},
		/// A second key of the seat confirmed the nomination, or the only one of a seat in a
		/// network for development: the node can set its session keys.
		NominationConfirmed {
			/// The ministry.
			ministry: MinistryId,
			/// The account of the node.
			node: T::AccountId,
			/// The key that confirmed it.
			confirmed_by: T::AccountId,
		},
		/// A key of the seat withdrew the nomination, or a new seat or an expulsion ended it.
		NominationWithdrawn {
			/// The ministry.
			ministry: MinistryId,
			/// The account of the node.
			node: T::AccountId,
			/// The key that withdrew it; none when it ended with the seat.
			withdrawn_by: Option<T::AccountId>,
		},
		/// A node that was replaced or expelled is out of its last session: its session keys are
		/// deleted and its account is free.
		NodeDeparted {
			/// The ministry that ran it.
			ministry: MinistryId,
			/// The account of the node.
			node: T::AccountId,
		},
		/// The nodes or their session keys changed: these are the authorities of a session.
		AuthoritiesPlanned {
			/// The session.
			session: SessionIndex,
			/// The nodes, in the order of their slots.
			nodes: Vec<T::AccountId>,
		},
		/// Fewer nodes have session keys than the floor demands, so that the authorities stay as
		/// they are. No call brings this about; it says that one was missed.
		AuthoritiesHeldAtFloor {
			/// The session.
			session: SessionIndex,
			/// How many nodes have session keys.
			with_keys: u32,
			/// The floor.
			floor: u32,
		},
		/// A node has left slots of its own empty in a session that has ended.
		SlotsMissed {
			/// The session.
			session: SessionIndex,
			/// The ministry that runs it.
			ministry: MinistryId,
			/// The account of the node.
			node: T::AccountId,
			/// How many slots were its own.
			due: u32,
			/// How many of them it left empty.
			missed: u32,
			/// Whether its ministry had announced maintenance.
			excused: bool,
		},
		/// A node was absent for as long as the council's rule allows: it is no authority from the next
		/// change on, until its ministry says that it is back. Its ministry's seat goes on voting.
		NodeStoodDown {
			/// The ministry that runs it.
			ministry: MinistryId,
			/// The account of the node.
			node: T::AccountId,
			/// The last session of its absence.
			session: SessionIndex,
			/// How many sessions it was absent, one after another.
			absent_sessions: u32,
			/// The version of the ministry's record.
			version: u32,
			/// The head of the ministry's record.
			head: H256,
		},
		/// A node was absent for as long as the council's rule allows, and stays an authority, because
		/// fewer than the floor would be left.
		NodeKeptAtFloor {
			/// The ministry that runs it.
			ministry: MinistryId,
			/// The account of the node.
			node: T::AccountId,
			/// The last session of its absence.
			session: SessionIndex,
		},
		/// A node that was stood down is back, by the word of its ministry: it is an authority from the
		/// next change on.
		NodeReturned {
			/// The ministry that runs it.
			ministry: MinistryId,
			/// The account of the node.
			node: T::AccountId,
			/// The version of the ministry's record.
			version: u32,
			/// The head of the ministry's record.
			head: H256,
		},
		/// A ministry takes its node off the network for a time. It stays an authority, and the slots
		/// that it leaves empty are excused.
		MaintenanceAnnounced {
			/// The ministry.
			ministry: MinistryId,
			/// The account of its node.
			node: T::AccountId,
			/// The first block that is not covered any more.
			until: BlockNumberFor<T>,
		},
		/// A ministry has ended its maintenance early.
		MaintenanceEnded {
			/// The ministry.
			ministry: MinistryId,
			/// The account of its node.
			node: T::AccountId,
			/// The block.
			at: BlockNumberFor<T>,
		},
		/// The council has set when a node is stood down for its absence, or with none, that none is.
		AbsenceRuleSet {
			/// The rule.
			rule: Option<AbsenceRule>,
		},
		/// A node was proven to have broken the rules of consensus.
		NodeOffended {
			/// The ministry that runs it.
			ministry: MinistryId,
			/// The account of the node.
			node: T::AccountId,
			/// The session in which it did.
			session: SessionIndex,
			/// How grave it is, as a part of the gravest.
			severity: Perbill,
			/// Whether it is disabled now. Not where that would leave fewer than the floor.
			disabled: bool,
			/// The version of the ministry's record.
			version: u32,
			/// The head of the ministry's record.
			head: H256,
		},
		/// A node that is one no more was proven to have broken the rules of consensus while it
		/// was.
		FormerNodeOffended {
			/// The account of the node.
			node: T::AccountId,
			/// The session in which it did.
			session: SessionIndex,
			/// How grave it is, as a part of the gravest.
			severity: Perbill,
		},
	}

	/// Why something was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// No ministry has this id. Look it up by its name.
		UnknownMinistry,
		/// The ministry was expelled, which is for good. Admit a new one.
		MinistryExpelled,
		/// The ministry is not active: it is suspended already.
		NotActive,
		/// The ministry is not suspended, so there is nothing to end.
		NotSuspended,
		/// As many ministries are admitted as the network can hold. Expel one first.
		TooManyMinistries,
		/// Fewer authorities with session keys would be left than the floor demands. Replace the
		/// node instead, or let another ministry run one first.
		BelowFloor,
		/// The name is empty. Give the organisation's public name.
		NameEmpty,
		/// The name is not UTF-8, has control characters, or white space at an end. Type it again.
		NameNotText,
		/// Another ministry has this name. Choose one that tells them apart.
		NameTaken,
		/// The seat has fewer keys than the network demands. Add keys.
		SeatTooSmall,
		/// One key of several would act for the seat alone. Ask for two signatures at least.
		ThresholdTooLow,
		/// More signatures are asked for than the seat has keys.
		ThresholdAboveKeys,
		/// A key is twice in the seat. Every key is an account of its own.
		SeatKeyRepeated,
		/// A person holds two keys of the seat. Every key is held by another person.
		SeatPersonRepeated,
		/// The account is a seat, a seat's key or a node already. Use a new account.
		AccountTaken,
		/// The account is an officer's. Use a new account.
		AccountIsOfficer,
		/// The account is somebody's session key. Use a new account.
		AccountIsSessionKey,
		/// The ministry's node is not the one that the motion replaces. Read it again.
		NotTheNode,
		/// The ministry's seat has not nominated and confirmed this node. Let it do so first.
		NodeNotNominated,
		/// The node has no session keys. Let it set them first.
		NodeHasNoKeys,
		/// A session key of the node is also an account of a seat, a node or an officer, or is
		/// used twice. Generate new session keys.
		SessionKeysNotSeparate,
		/// Too many nodes are on their way out. Wait until the session has ended.
		TooManyDepartures,
		/// The signer is no key of a council seat.
		NotSeatKey,
		/// The ministry has a nomination already. Withdraw it first.
		NominationPending,
		/// The ministry has nominated no node, or another one.
		NotNominated,
		/// The nomination is confirmed already.
		AlreadyConfirmed,
		/// Who nominated cannot confirm. Let another key of the seat, held by another person, sign.
		ConfirmedByNominator,
		/// The ministry's record has as many versions as a number can count.
		TooManyVersions,
		/// A person of the seat holds a key of another ministry's seat. Name somebody else, or have
		/// that seat replaced first.
		PersonOfAnotherSeat,
		/// The ministry runs no node.
		NoNode,
		/// The block is past already. Name one that is ahead.
		MaintenanceInPast,
		/// No maintenance lasts so long. Announce a shorter one, or let the council suspend the ministry.
		MaintenanceTooLong,
		/// The ministry has announced maintenance already. End that first.
		AlreadyInMaintenance,
		/// The last maintenance of the ministry is not so long ago as it had lasted. Wait.
		MaintenanceTooSoon,
		/// As many nodes are away or disabled as consensus can do without. Wait until one is back.
		TooManyInMaintenance,
		/// The ministry is not in maintenance, so there is nothing to end.
		NotInMaintenance,
		/// The ministry's node was not stood down.
		NodeNotStoodDown,
		/// A rule of absence is from 1 to 100 percent of at least one session. To stand none down, set none.
		AbsenceRuleEmpty,
	}

	impl<T> From<SeatFault> for Error<T> {
		fn from(fault: SeatFault) -> Self {
			match fault {
				SeatFault::TooFewKeys => Self::SeatTooSmall,
				SeatFault::ThresholdTooLow => Self::ThresholdTooLow,
				SeatFault::ThresholdAboveKeys => Self::ThresholdAboveKeys,
				SeatFault::RepeatedKey => Self::SeatKeyRepeated,
				SeatFault::RepeatedPerson => Self::SeatPersonRepeated,
			}
		}
	}

	impl<T> From<NameFault> for Error<T> {
		fn from(fault: NameFault) -> Self {
			match fault {
				NameFault::Empty => Self::NameEmpty,
				NameFault::NotText => Self::NameNotText,
			}
		}
	}

	impl<T> From<RecordError> for Error<T> {
		fn from(error: RecordError) -> Self {
			match error {
				// The council's motions name no version, so only the other can occur.
				RecordError::StaleVersion | RecordError::TooManyVersions => Self::TooManyVersions,
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				T::SessionsKept::get() >= 2,
				"an offence of the session before can be proven only with its root kept"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			super::try_state::do_try_state::<T>()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Names the account of a node that the ministry wants to run. Nothing comes of it until
		/// another key of the seat confirms it; the only key of a seat in a network for development
		/// confirms by the same call.
		///
		/// Signed by a key of the ministry's seat, also of a suspended one.
		///
		/// # Events
		/// * [`Event::NodeNominated`]
		/// * [`Event::NominationConfirmed`] - where the seat has one key.
		///
		/// # Errors
		/// * [`Error::NotSeatKey`]
		/// * [`Error::NominationPending`]
		/// * [`Error::AccountTaken`], [`Error::AccountIsOfficer`], [`Error::AccountIsSessionKey`]
		#[pallet::call_index(0)]
		#[pallet::weight(<T as Config>::WeightInfo::nominate_node())]
		pub fn nominate_node(origin: OriginFor<T>, node: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_nominate(&who, node)?;
			Ok(())
		}

		/// Confirms the nomination by another key of the seat. From now on the node's account can
		/// send transactions: it sets its session keys, and then the council can appoint it.
		///
		/// Signed by a key of the ministry's seat that did not nominate and is held by another
		/// person.
		///
		/// # Events
		/// * [`Event::NominationConfirmed`]
		///
		/// # Errors
		/// * [`Error::NotSeatKey`]
		/// * [`Error::NotNominated`]
		/// * [`Error::AlreadyConfirmed`]
		/// * [`Error::ConfirmedByNominator`]
		#[pallet::call_index(1)]
		#[pallet::weight(<T as Config>::WeightInfo::confirm_nomination())]
		pub fn confirm_nomination(origin: OriginFor<T>, node: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_confirm(&who, &node)?;
			Ok(())
		}

		/// Takes a nomination back, confirmed or not. Session keys that the node has set are
		/// deleted.
		///
		/// Signed by any key of the ministry's seat.
		///
		/// # Events
		/// * [`Event::NominationWithdrawn`]
		///
		/// # Errors
		/// * [`Error::NotSeatKey`]
		/// * [`Error::NotNominated`]
		#[pallet::call_index(2)]
		#[pallet::weight(<T as Config>::WeightInfo::withdraw_nomination())]
		pub fn withdraw_nomination(origin: OriginFor<T>, node: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(&who, &node)?;
			Ok(())
		}

		/// Announces that the ministry takes its node off the network until a block. The slots that it
		/// leaves empty are then excused. Only as many are away at a time as consensus can do without,
		/// and after it the node has to be there for as long again.
		///
		/// Signed by any key of the ministry's seat.
		///
		/// # Events
		/// * [`Event::MaintenanceAnnounced`]
		///
		/// # Errors
		/// * [`Error::NotSeatKey`], [`Error::NoNode`]
		/// * [`Error::MaintenanceInPast`], [`Error::MaintenanceTooLong`]
		/// * [`Error::AlreadyInMaintenance`], [`Error::MaintenanceTooSoon`]
		/// * [`Error::TooManyInMaintenance`]
		#[pallet::call_index(3)]
		#[pallet::weight(<T as Config>::WeightInfo::announce_maintenance())]
		pub fn announce_maintenance(
			origin: OriginFor<T>,
			until: BlockNumberFor<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_announce(&who, until)?;
			Ok(())
		}

		/// Ends the ministry's maintenance before its time.
		///
		/// Signed by any key of the ministry's seat.
		///
		/// # Events
		/// * [`Event::MaintenanceEnded`]
		///
		/// # Errors
		/// * [`Error::NotSeatKey`]
		/// * [`Error::NotInMaintenance`]
		#[pallet::call_index(4)]
		#[pallet::weight(<T as Config>::WeightInfo::end_maintenance())]
		pub fn end_maintenance(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_end_maintenance(&who)?;
			Ok(())
		}

		/// Says that the ministry's node, which was stood down for its absence, is back: it is an
		/// authority again from the next change on.
		///
		/// Signed by any key of the ministry's seat.
		///
		/// # Events
		/// * [`Event::NodeReturned`]
		///
		/// # Errors
		/// * [`Error::NotSeatKey`]
		/// * [`Error::NodeNotStoodDown`]
		#[pallet::call_index(5)]
		#[pallet::weight(<T as Config>::WeightInfo::return_node())]
		pub fn return_node(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_return_node(&who)?;
			Ok(())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A ministry by its id.
		pub fn ministry(id: MinistryId) -> Option<Ministry<T::AccountId>> {
			Ministries::<T>::get(id)
		}

		/// The ids of the ministries that are admitted and not expelled, in order.
		pub fn admitted_ministries() -> Vec<MinistryId> {
			Admitted::<T>::get().into_inner()
		}

		/// Up to [`polity_primitives::record::MAX_HISTORY_PAGE`] entries of a ministry's record,
		/// from a version on; the first is 1.
		pub fn history(
			id: MinistryId,
			from: u32,
			limit: u32,
		) -> Vec<Entry<MinistryId, MinistryChange<T::AccountId>>> {
			record::history::<_, _, Entries<T>>(&id, from, limit)
		}

		/// The head of a ministry's record.
		pub fn head(id: MinistryId) -> Option<Head> {
			Heads::<T>::get(id)
		}

		/// The node that a ministry has nominated.
		pub fn nomination(id: MinistryId) -> Option<Nomination<T::AccountId>> {
			Nominations::<T>::get(id)
		}

		/// When a node is stood down for its absence; none, and none is.
		pub fn absence_rule() -> Option<AbsenceRule> {
			Absence::<T>::get()
		}

		/// The least number of authorities, and how many nodes have session keys now.
		pub fn floor() -> (u32, u32) {
			(Floor::<T>::get(), rules::count(Self::with_keys().len()))
		}
	}
}
