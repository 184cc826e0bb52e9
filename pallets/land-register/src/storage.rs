//! What the register keeps.

use frame_support::pallet_macros::pallet_section;

/// The pallet's storage.
#[pallet_section]
mod storage {
	/// The law of the register where countries differ.
	#[pallet::storage]
	pub type Law<T> = StorageValue<_, RegisterLaw, ValueQuery>;

	/// The last proposal of a law that was made.
	#[pallet::storage]
	pub type LastProposal<T> = StorageValue<_, ProposalId, ValueQuery>;

	/// The changes of the law that are prepared and not decided.
	#[pallet::storage]
	pub type LawProposals<T> = StorageMap<_, Twox64Concat, ProposalId, LawProposal>;

	/// The head of the law's entries. The law is a record of its own, under the kind of record that
	/// it is about.
	#[pallet::storage]
	pub type LawHeads<T> = StorageMap<_, Twox64Concat, RecordKind, Head>;

	/// The law's entries, by version from 1.
	#[pallet::storage]
	pub type LawEntries<T> = StorageDoubleMap<
		_,
		Twox64Concat,
		RecordKind,
		Twox64Concat,
		u32,
		Entry<RecordKind, LawChange>,
	>;

	/// The first twelve digits of the next unit's number.
	#[pallet::storage]
	pub type NextUnitSerial<T> = StorageValue<_, u64, ValueQuery, FirstUnitSerial>;

	/// The first twelve digits of the first unit's number.
	pub struct FirstUnitSerial;

	impl Get<u64> for FirstUnitSerial {
		fn get() -> u64 {
			UnitNumber::FIRST_SERIAL
		}
	}

	/// Basic administrative units.
	#[pallet::storage]
	pub type Units<T> = StorageMap<_, Twox64Concat, UnitNumber, Unit>;

	/// The titles of live units.
	#[pallet::storage]
	pub type Titles<T> = StorageMap<_, Twox64Concat, UnitNumber, LandTitle>;

	/// The heads of the titles' entries.
	#[pallet::storage]
	pub type TitleHeads<T> = StorageMap<_, Twox64Concat, UnitNumber, Head>;

	/// The entries of titles, by version from 1.
	#[pallet::storage]
	pub type TitleEntries<T> =
		StorageDoubleMap<_, Twox64Concat, UnitNumber, Twox64Concat, u32, TitleEntry>;

	/// The live unit that a parcel belongs to.
	#[pallet::storage]
	pub type UnitOf<T> = StorageMap<_, Twox64Concat, ParcelNumber, UnitNumber>;

	/// The units in which a party has something: as an owner, the holder of a right, a creditor, or
	/// a member of a group that is one of these. The unit that an easement serves is a party too. The
	/// numbers are big-endian keys, so that the state has them in their order.
	#[pallet::storage]
	pub type TitlesOf<T> = StorageDoubleMap<_, Blake2_128Concat, Party, Identity, OrderedId, ()>;

	/// The last group that was formed.
	#[pallet::storage]
	pub type LastGroup<T> = StorageValue<_, GroupId, ValueQuery>;

	/// Groups of parties that hold undivided, in the order of their members. A group never changes.
	#[pallet::storage]
	pub type Groups<T> = StorageMap<_, Twox64Concat, GroupId, Members>;

	/// The last first registration that was opened.
	#[pallet::storage]
	pub type LastRegistration<T> = StorageValue<_, ApplicationId, ValueQuery>;

	/// First registrations.
	#[pallet::storage]
	pub type Registrations<T> = StorageMap<_, Twox64Concat, ApplicationId, Registration>;

	/// The heads of the first registrations' entries.
	#[pallet::storage]
	pub type RegistrationHeads<T> = StorageMap<_, Twox64Concat, ApplicationId, Head>;

	/// The entries of first registrations, by version from 1.
	#[pallet::storage]
	pub type RegistrationEntries<T> =
		StorageDoubleMap<_, Twox64Concat, ApplicationId, Twox64Concat, u32, RegistrationEntry>;

	/// The open first registration of a parcel.
	#[pallet::storage]
	pub type ClaimOn<T> = StorageMap<_, Twox64Concat, ParcelNumber, ApplicationId>;

	/// The last conveyance that was prepared.
	#[pallet::storage]
	pub type LastConveyance<T> = StorageValue<_, ConveyanceId, ValueQuery>;

	/// Conveyances.
	#[pallet::storage]
	pub type Conveyances<T> = StorageMap<_, Twox64Concat, ConveyanceId, Conveyance>;

	/// The heads of the conveyances' entries.
	#[pallet::storage]
	pub type ConveyanceHeads<T> = StorageMap<_, Twox64Concat, ConveyanceId, Head>;

	/// The entries of conveyances, by version from 1.
	#[pallet::storage]
	pub type ConveyanceEntries<T> =
		StorageDoubleMap<_, Twox64Concat, ConveyanceId, Twox64Concat, u32, ConveyanceEntry>;

	/// The open conveyances on a unit, in the order of their arrival.
	#[pallet::storage]
	pub type Pending<T> = StorageMap<
		_,
		Twox64Concat,
		UnitNumber,
		BoundedVec<ConveyanceId, ConstU32<MAX_PENDING>>,
		ValueQuery,
	>;

	/// Who has consented to a survey of a unit's ground, by the survey's matter.
	#[pallet::storage]
	pub type SurveyConsents<T> =
		StorageDoubleMap<_, Blake2_128Concat, Hash, Twox64Concat, UnitNumber, SurveyConsent>;

	/// What waits for somebody, in each district and state in the order of counting. The ids are
	/// big-endian keys, so that the state has them in that order.
	#[pallet::storage]
	pub type WorkLists<T> =
		StorageDoubleMap<_, Twox64Concat, (District, WorkState), Identity, OrderedId, ()>;
}
