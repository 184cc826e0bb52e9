//! What the pallet keeps.

use frame_support::pallet_macros::pallet_section;

/// The pallet's storage.
#[pallet_section]
mod storage {
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

	/// What is offered to the owner of a tag without a controller. It stays until it is replaced, or
	/// the tag has a controller, or the person has died or is merged.
	#[pallet::storage]
	pub type ClaimOffers<T: Config> =
		StorageMap<_, Blake2_128Concat, PersonId, ClaimOfferOf<T>, OptionQuery>;

	/// The guardians that a controller has named for its tag, until they are used.
	#[pallet::storage]
	pub type Guardians<T: Config> =
		StorageMap<_, Blake2_128Concat, PersonId, GuardianSet, OptionQuery>;

	/// The recovery that guardians have opened.
	#[pallet::storage]
	pub type Recoveries<T: Config> =
		StorageMap<_, Blake2_128Concat, PersonId, RecoveryOf<T>, OptionQuery>;

	/// Erasures that are prepared and neither decided nor withdrawn, by their receipt.
	#[pallet::storage]
	pub type ErasureProposals<T: Config> =
		StorageMap<_, Blake2_128Concat, Commitment, ErasureProposalOf<T>, OptionQuery>;

	/// The receipts of what was erased off the chain.
	#[pallet::storage]
	pub type Erasures<T: Config> =
		StorageMap<_, Blake2_128Concat, Commitment, ErasureReceipt, OptionQuery>;
}
