//! What the register keeps.

use frame_support::pallet_macros::pallet_section;

/// The pallet's storage.
#[pallet_section]
mod storage {
	/// What the register keeps of a company beside its classes.
	#[pallet::storage]
	pub type Ledgers<T> = StorageMap<_, Twox64Concat, CompanyNumber, Ledger>;

	/// The classes of each company.
	#[pallet::storage]
	pub type Classes<T> = StorageDoubleMap<
		_,
		Twox64Concat,
		CompanyNumber,
		Twox64Concat,
		ShareClassId,
		RegisteredClass,
	>;

	/// What each party has of each class: the register of members. None that is empty.
	#[pallet::storage]
	pub type Holdings<T> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, CompanyNumber>,
			NMapKey<Twox64Concat, ShareClassId>,
			NMapKey<Blake2_128Concat, Party>,
		),
		RegisteredHolding,
	>;

	/// The classes that each party has shares of.
	#[pallet::storage]
	pub type HoldingsOf<T> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		Party,
		Twox64Concat,
		(CompanyNumber, ShareClassId),
		(),
	>;

	/// The last pledge that was made.
	#[pallet::storage]
	pub type LastPledge<T> = StorageValue<_, PledgeId, ValueQuery>;

	/// The pledges of shares.
	#[pallet::storage]
	pub type Pledges<T> = StorageMap<_, Twox64Concat, PledgeId, SharePledge>;

	/// The pledges of each holding.
	#[pallet::storage]
	pub type PledgesOf<T> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, CompanyNumber>,
			NMapKey<Twox64Concat, ShareClassId>,
			NMapKey<Blake2_128Concat, Party>,
			NMapKey<Twox64Concat, PledgeId>,
		),
		(),
	>;

	/// The pledges that each party has of others' shares.
	#[pallet::storage]
	pub type PledgesTo<T> =
		StorageDoubleMap<_, Blake2_128Concat, Party, Twox64Concat, PledgeId, ()>;

	/// Who had how many shares and votes of a class on a record date.
	#[pallet::storage]
	pub type Snapshots<T> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, CompanyNumber>,
			NMapKey<Twox64Concat, ShareClassId>,
			NMapKey<Twox64Concat, CalendarDate>,
		),
		RecordDateSnapshot,
	>;

	/// The heads of the companies' entries.
	#[pallet::storage]
	pub type LedgerHeads<T> = StorageMap<_, Twox64Concat, CompanyNumber, Head>;

	/// The entries of the companies, by version from 1.
	#[pallet::storage]
	pub type LedgerEntries<T> =
		StorageDoubleMap<_, Twox64Concat, CompanyNumber, Twox64Concat, u32, LedgerEntry>;

	/// The last act, on shares or on the law, that was prepared.
	#[pallet::storage]
	pub type LastProposal<T> = StorageValue<_, ProposalId, ValueQuery>;

	/// The acts on shares that are prepared and not decided.
	#[pallet::storage]
	pub type Proposals<T> = StorageMap<_, Twox64Concat, ProposalId, Proposal>;

	/// The persons and ministries who have consented to what is prepared.
	#[pallet::storage]
	pub type Consents<T> =
		StorageDoubleMap<_, Twox64Concat, ProposalId, Blake2_128Concat, Consenter, ()>;

	/// The law of the register.
	#[pallet::storage]
	pub type CurrentLaw<T> = StorageValue<_, Law, ValueQuery, DefaultLaw>;

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
}
