//! What the register keeps.

use frame_support::pallet_macros::pallet_section;

/// The pallet's storage.
#[pallet_section]
mod storage {
	/// The last reservation that was asked for.
	#[pallet::storage]
	pub type LastReservation<T> = StorageValue<_, ReservationId, ValueQuery>;

	/// Reservations of names.
	#[pallet::storage]
	pub type Reservations<T> = StorageMap<_, Twox64Concat, ReservationId, Reservation>;

	/// The heads of the reservations' entries.
	#[pallet::storage]
	pub type ReservationHeads<T> = StorageMap<_, Twox64Concat, ReservationId, Head>;

	/// The entries of reservations, by version from 1.
	#[pallet::storage]
	pub type ReservationEntries<T> = StorageDoubleMap<
		_,
		Twox64Concat,
		ReservationId,
		Twox64Concat,
		u32,
		Entry<ReservationId, ReservationChange>,
	>;

	/// The last application that was filed.
	#[pallet::storage]
	pub type LastApplication<T> = StorageValue<_, ApplicationId, ValueQuery>;

	/// Applications for the registration of companies.
	#[pallet::storage]
	pub type Applications<T> = StorageMap<_, Twox64Concat, ApplicationId, Application>;

	/// The heads of the applications' entries.
	#[pallet::storage]
	pub type ApplicationHeads<T> = StorageMap<_, Twox64Concat, ApplicationId, Head>;

	/// The entries of applications, by version from 1.
	#[pallet::storage]
	pub type ApplicationEntries<T> = StorageDoubleMap<
		_,
		Twox64Concat,
		ApplicationId,
		Twox64Concat,
		u32,
		Entry<ApplicationId, ApplicationChange>,
	>;

	/// The applications of a founder, in the order in which they were filed. The ids are big-endian
	/// keys, so that the state has them in that order.
	#[pallet::storage]
	pub type ApplicationsOf<T> =
		StorageDoubleMap<_, Blake2_128Concat, Tag, Identity, OrderedId, ()>;

	/// The first ten digits of the next company's number.
	#[pallet::storage]
	pub type NextCompanySerial<T> = StorageValue<_, u64, ValueQuery, FirstCompanySerial>;

	/// The first ten digits of the first company's number.
	pub struct FirstCompanySerial;

	impl Get<u64> for FirstCompanySerial {
		fn get() -> u64 {
			CompanyNumber::FIRST_SERIAL
		}
	}

	/// Companies.
	#[pallet::storage]
	pub type Companies<T> = StorageMap<_, Twox64Concat, CompanyNumber, Company>;

	/// The heads of the companies' entries.
	#[pallet::storage]
	pub type CompanyHeads<T> = StorageMap<_, Twox64Concat, CompanyNumber, Head>;

	/// The entries of companies, by version from 1.
	#[pallet::storage]
	pub type CompanyEntries<T> = StorageDoubleMap<
		_,
		Twox64Concat,
		CompanyNumber,
		Twox64Concat,
		u32,
		Entry<CompanyNumber, CompanyChange>,
	>;

	/// Who holds each name. A holder whose period is over is still here until the next one comes.
	#[pallet::storage]
	pub type Names<T> = StorageMap<_, Blake2_128Concat, NameKeyHash, NameHolder>;

	/// Companies that bear a name without holding it: disputed ones, and ended ones whose name is
	/// protected no more.
	#[pallet::storage]
	pub type Namesakes<T> =
		StorageDoubleMap<_, Blake2_128Concat, NameKeyHash, Twox64Concat, CompanyNumber, ()>;

	/// Which company has each legal entity identifier. A dissolved company's is not here.
	#[pallet::storage]
	pub type Leis<T> = StorageMap<_, Blake2_128Concat, Lei, CompanyNumber>;

	/// Which company an imported number stands for.
	#[pallet::storage]
	pub type BySourceNumber<T> =
		StorageMap<_, Blake2_128Concat, (SourceRegister, SourceNumber), CompanyNumber>;

	/// The last change that was prepared.
	#[pallet::storage]
	pub type LastProposal<T> = StorageValue<_, ProposalId, ValueQuery>;

	/// The laws of the register where countries differ, the oldest first: what began under one goes by
	/// it. None while no ministry has set one.
	#[pallet::storage]
	pub type Laws<T> = StorageValue<_, LawsInForce, ValueQuery>;

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

	/// Changes of companies' records that have been prepared and not decided.
	#[pallet::storage]
	pub type Proposals<T> = StorageMap<_, Twox64Concat, ProposalId, Proposal>;

	/// The last campaign that was opened.
	#[pallet::storage]
	pub type LastCampaign<T> = StorageValue<_, CampaignId, ValueQuery>;

	/// Campaigns that import existing registers.
	#[pallet::storage]
	pub type Campaigns<T> = StorageMap<_, Twox64Concat, CampaignId, Campaign>;

	/// The heads of the campaigns' entries.
	#[pallet::storage]
	pub type CampaignHeads<T> = StorageMap<_, Twox64Concat, CampaignId, Head>;

	/// The entries of campaigns, by version from 1.
	#[pallet::storage]
	pub type CampaignEntries<T> = StorageDoubleMap<
		_,
		Twox64Concat,
		CampaignId,
		Twox64Concat,
		u32,
		Entry<CampaignId, CampaignChange>,
	>;

	/// How each row of a campaign ended, by its index from 0.
	#[pallet::storage]
	pub type Rows<T> = StorageDoubleMap<_, Twox64Concat, CampaignId, Twox64Concat, u32, RowOutcome>;

	/// What waits for somebody, in each district and state in the order of counting. The ids are
	/// big-endian keys, so that the state has them in that order.
	#[pallet::storage]
	pub type WorkLists<T> =
		StorageDoubleMap<_, Twox64Concat, (District, WorkState), Identity, OrderedId, ()>;
}
