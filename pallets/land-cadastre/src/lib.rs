#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod acts;
pub mod api;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod campaigns;
mod drawing;
mod errors;
mod events;
mod index;
#[cfg(test)]
mod mock;
mod parcels;
mod proposals;
mod reads;
mod surveys;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", feature = "std"))]
pub mod try_state;
pub mod types;
pub mod weights;

pub use acts::{FIRST_REGISTRATION, PARAMETERS, SURVEY, TAKE_OVER};
pub use pallet::*;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use alloc::{boxed::Box, vec::Vec};
	use frame_support::{
		dispatch::{DispatchErrorWithPostInfo, DispatchResultWithPostInfo, PostDispatchInfo},
		pallet_prelude::*,
	};
	use frame_system::pallet_prelude::*;
	use polity_geometry::{BoundingBox, Cell, Outline, Polygon};
	use polity_primitives::{
		ids::{CampaignId, MandateId, ProposalId},
		merkle,
		record::Entry,
		time::Period,
		traits::{Agreed, LegalClock, MandateAuthority, ParcelState, TitledGround},
		Act, District, Hash, Head, ParcelNumber, Register,
	};
	use sp_core::H256;

	use crate::{
		types::{
			Boundary, CadastreLaw, Campaign, CampaignChange, CampaignRow, CellContent,
			DisputeReason, EnteringParcel, GenesisParcel, LawChange, Level, Matter, OrderedId,
			Parcel, ParcelChange, ParcelReference, Proposal, Registration, RelatedParcels,
			RowDefect, RowOutcome, RowRefusal, Survey, SurveyChange, SurveyError, Verdict,
			Versioned, WorkBound, WorkState, MAX_ENTERING, MAX_SURVEYED_PARCELS,
			MAX_SURVEY_VERTICES,
		},
		weights::work,
		WeightInfo,
	};

	/// The layout of this pallet's storage.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The land cadastre.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Time, legal days, calendars and tolled time.
		type Clock: LegalClock;
		/// Who may do what, and the notes of acts that have been done.
		type Mandates: MandateAuthority<Self::AccountId>;
		/// The rights that stand on parcels: who has them is asked before the ground changes.
		type Titles: TitledGround;
		/// How long what was prepared can be decided.
		#[pallet::constant]
		type ProposalPeriod: Get<Period>;
		/// The most rows of a campaign that one call records.
		#[pallet::constant]
		type MaxRowsPerCall: Get<u32>;
		/// The most work that a read does: no more than a block has room for.
		#[pallet::constant]
		type MaxWork: Get<WorkBound>;
		/// Weights of the calls below.
		type WeightInfo: WeightInfo;
	}

	/// The law of the cadastre, once its ministry has set one.
	#[pallet::storage]
	pub type Law<T> = StorageValue<_, CadastreLaw>;

	/// The head of the law's entries.
	#[pallet::storage]
	pub type LawHeads<T> = StorageMap<_, Twox64Concat, Register, Head>;

	/// The entries of the law, by version from 1.
	#[pallet::storage]
	pub type LawEntries<T> =
		StorageDoubleMap<_, Twox64Concat, Register, Twox64Concat, u32, Entry<Register, LawChange>>;

	/// The number of the next parcel, without its check digits.
	#[pallet::storage]
	pub type NextParcelSerial<T> = StorageValue<_, u64, ValueQuery, FirstParcelSerial>;

	/// The first number that is given out.
	pub struct FirstParcelSerial;

	impl Get<u64> for FirstParcelSerial {
		fn get() -> u64 {
			ParcelNumber::FIRST_SERIAL
		}
	}

	/// Parcels.
	#[pallet::storage]
	pub type Parcels<T> = StorageMap<_, Twox64Concat, ParcelNumber, Parcel>;

	/// The geometries of parcels, in canonical form.
	#[pallet::storage]
	pub type Geometries<T> = StorageMap<_, Twox64Concat, ParcelNumber, Polygon>;

	/// The boundaries that parcels had before they were corrected or took up corners, by the ids of
	/// these geometries.
	#[pallet::storage]
	pub type FormerGeometries<T> =
		StorageDoubleMap<_, Twox64Concat, ParcelNumber, Identity, H256, Polygon>;

	/// The heads of the parcels' entries.
	#[pallet::storage]
	pub type ParcelHeads<T> = StorageMap<_, Twox64Concat, ParcelNumber, Head>;

	/// The entries of parcels, by version from 1.
	#[pallet::storage]
	pub type ParcelEntries<T> = StorageDoubleMap<
		_,
		Twox64Concat,
		ParcelNumber,
		Twox64Concat,
		u32,
		Entry<ParcelNumber, ParcelChange>,
	>;

	/// Which parcel has each reference of the national cadastre.
	#[pallet::storage]
	pub type ByReference<T> = StorageMap<_, Blake2_128Concat, ParcelReference, ParcelNumber>;

	/// The index of ground: what each cell of a level has. Its parcels share no ground.
	#[pallet::storage]
	pub type Cells<T> = StorageMap<_, Twox64Concat, (Level, Cell), CellContent, ValueQuery>;

	/// Parcels that are entered into the index in steps: nobody else takes their ground meanwhile.
	#[pallet::storage]
	pub type Entering<T> =
		StorageValue<_, BoundedVec<EnteringParcel, ConstU32<MAX_ENTERING>>, ValueQuery>;

	/// The box that all parcels of the index are in; none while there is no parcel.
	#[pallet::storage]
	pub type Extent<T> = StorageValue<_, BoundingBox>;

	/// The last proposal that was made.
	#[pallet::storage]
	pub type LastProposal<T> = StorageValue<_, ProposalId, ValueQuery>;

	/// What has been prepared and not decided.
	#[pallet::storage]
	pub type Proposals<T> = StorageMap<_, Twox64Concat, ProposalId, Proposal>;

	/// The last campaign that was opened.
	#[pallet::storage]
	pub type LastCampaign<T> = StorageValue<_, CampaignId, ValueQuery>;

	/// Campaigns that import existing cadastres.
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

	/// What the cadastre starts with.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Its law. A network that is founded without one gets it from two officers.
		pub law: Option<CadastreLaw>,
		/// The parcels that it begins with, which its law has to allow: those of a country that takes
		/// its cadastre along, or of a network to try things on.
		pub parcels: Vec<GenesisParcel>,
		/// The runtime.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			if let Some(law) = &self.law {
				assert!(law.system.is_known(), "cadastre genesis: unknown coordinate system");
				Law::<T>::put(law);
			}
			for parcel in &self.parcels {
				let given = Pallet::<T>::give_parcel(parcel);
				assert!(given.is_ok(), "cadastre genesis: {:?}: {parcel:?}", given.err());
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::ProposalPeriod::get().check().is_ok(), "the period has a length");
			assert!(T::MaxRowsPerCall::get() > 0, "a call records at least one row");
			let WorkBound { cells, candidates, tests, writes } = T::MaxWork::get();
			let least = cells.min(candidates).min(tests).min(writes);
			assert!(least > 0, "a read does some work of every kind");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			crate::try_state::do_try_state::<T>()
		}
	}

	/// The vertices of an outline. More than a `u32` counts are never decoded.
	fn vertices(outline: &Outline) -> u32 {
		u32::try_from(outline.points().count()).unwrap_or(u32::MAX)
	}

	/// The vertices of all rows.
	fn vertices_of(rows: &[CampaignRow]) -> u32 {
		rows.iter().fold(0, |sum, row| vertices(&row.parcel.outline).saturating_add(sum))
	}

	fn count(rows: usize) -> u32 {
		u32::try_from(rows).unwrap_or(u32::MAX)
	}

	/// What a call answers that did so much of the work that it had stated.
	fn weighed(
		(done, result): (WorkBound, DispatchResult),
		base: Weight,
		weigh: impl FnOnce(&WorkBound) -> Weight,
	) -> DispatchResultWithPostInfo {
		let actual_weight = Some(base.saturating_add(weigh(&done)));
		let post_info = PostDispatchInfo { actual_weight, pays_fee: Pays::Yes };
		match result {
			Ok(()) => Ok(post_info),
			Err(error) => Err(DispatchErrorWithPostInfo { post_info, error }),
		}
	}

	/// The most vertices of an outline that was prepared.
	const MOST_VERTICES: u32 = 512;

	impl<T: Config> Pallet<T> {
		/// The weight of deciding a survey with so much work, with the rights on all its parcels.
		fn survey_weight(bound: &WorkBound) -> Weight {
			T::WeightInfo::decide_survey()
				.saturating_add(work::<T::WeightInfo>(bound, MAX_SURVEY_VERTICES))
				.saturating_add(T::Titles::survey_weight(MAX_SURVEYED_PARCELS))
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Prepare a law of the cadastre: its coordinate system, tolerance and territory.
		///
		/// Caller: an officer with the power to examine in the whole country. Emits
		/// [`Event::LawProposed`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::propose_law())]
		pub fn propose_law(origin: OriginFor<T>, act: Act, law: CadastreLaw) -> DispatchResult {
			Self::do_propose_law(ensure_signed(origin)?, act, law)
		}

		/// Prepare the first registration of a parcel. Everything that it can be refused for is
		/// checked now, and again when it is decided. [`Pallet::survey`] says what work to state.
		///
		/// Caller: an officer with the power to survey. Emits [`Event::RegistrationProposed`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::propose_registration().saturating_add(
			work::<T::WeightInfo>(bound, vertices(&registration.parcel.outline))
		))]
		pub fn propose_registration(
			origin: OriginFor<T>,
			act: Act,
			registration: Box<Registration>,
			bound: WorkBound,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let outline = vertices(&registration.parcel.outline);
			weighed(
				Self::metered(bound, |meter| {
					Self::do_propose_registration(who, act, *registration, meter)
				}),
				T::WeightInfo::propose_registration(),
				|done| work::<T::WeightInfo>(done, outline),
			)
		}

		/// Decide what another officer has prepared. The act cites its statute, and the version of
		/// the law, or 0 for a parcel.
		///
		/// Caller: an officer with the power to decide, another than the maker. Emits
		/// [`Event::LawSet`], [`Event::ParcelRegistered`] or [`Event::ProposalRejected`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::decide_proposal().saturating_add(
			work::<T::WeightInfo>(bound, MOST_VERTICES)
		))]
		pub fn decide_proposal(
			origin: OriginFor<T>,
			act: Act,
			proposal: ProposalId,
			verdict: Verdict,
			bound: WorkBound,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			weighed(
				Self::metered(bound, |meter| {
					Self::do_decide_proposal(who, act, proposal, verdict, meter)
				}),
				T::WeightInfo::decide_proposal(),
				|done| work::<T::WeightInfo>(done, MOST_VERTICES),
			)
		}

		/// Withdraw a proposal.
		///
		/// Caller: its maker; anybody once it cannot be decided any more. Emits
		/// [`Event::ProposalWithdrawn`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::withdraw_proposal())]
		pub fn withdraw_proposal(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			Self::do_withdraw_proposal(ensure_signed(origin)?, proposal)
		}

		/// Prepare a survey: the subdivision, merger or correction of parcels. Everything that it can be
		/// refused for is checked now, but for the consents of the owners, and again when it is
		/// decided. [`Pallet::survey_work`] says what work to state. The act cites the version of the
		/// parcel that the survey names first.
		///
		/// Caller: an officer with the power to survey. Emits [`Event::SurveyProposed`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::propose_survey().saturating_add(
			work::<T::WeightInfo>(bound, change.vertices())
		))]
		pub fn propose_survey(
			origin: OriginFor<T>,
			act: Act,
			change: Box<SurveyChange>,
			bound: WorkBound,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let outlines = change.vertices();
			weighed(
				Self::metered(bound, |meter| Self::do_propose_survey(who, act, *change, meter)),
				T::WeightInfo::propose_survey(),
				|done| work::<T::WeightInfo>(done, outlines),
			)
		}

		/// Decide a survey that another officer has prepared. All owners of parcels that end or are
		/// corrected have consented to its matter by then, and no notice stands against them. The act
		/// cites the version of the parcel that the survey names first.
		///
		/// Caller: an officer with the power to decide, another than the maker. Emits
		/// [`Event::ParcelRegistered`] for each new parcel, [`Event::ParcelCorrected`],
		/// [`Event::ParcelNoded`] and [`Event::ParcelEnded`], and what the land register emits of the
		/// rights; or [`Event::ProposalRejected`].
		#[pallet::call_index(5)]
		#[pallet::weight(Pallet::<T>::survey_weight(bound))]
		pub fn decide_survey(
			origin: OriginFor<T>,
			act: Act,
			proposal: ProposalId,
			verdict: Verdict,
			bound: WorkBound,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			weighed(
				Self::metered(bound, |meter| {
					Self::do_decide_survey(who, act, proposal, verdict, meter)
				}),
				Weight::zero(),
				Self::survey_weight,
			)
		}

		/// Approve the first registration of a parcel that has more cells than one block can write. Its
		/// ground is reserved at once: nobody else takes it. The parcel is provisional until
		/// [`Pallet::enter_ground`] has entered all cells.
		///
		/// Caller: an officer with the power to decide, another than the maker. Emits
		/// [`Event::ParcelRegistered`] and [`Event::GroundReserved`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::approve_in_steps().saturating_add(
			work::<T::WeightInfo>(bound, MOST_VERTICES)
		))]
		pub fn approve_in_steps(
			origin: OriginFor<T>,
			act: Act,
			proposal: ProposalId,
			bound: WorkBound,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			weighed(
				Self::metered(bound, |meter| Self::do_approve_in_steps(who, act, proposal, meter)),
				T::WeightInfo::approve_in_steps(),
				|done| work::<T::WeightInfo>(done, MOST_VERTICES),
			)
		}

		/// Enter as many more cells of a parcel as the stated work has writes for. What is entered rests
		/// on the act that approved the registration.
		///
		/// Caller: an officer with the power to survey. Emits [`Event::GroundEntered`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::enter_ground().saturating_add(
			work::<T::WeightInfo>(bound, MOST_VERTICES)
		))]
		pub fn enter_ground(
			origin: OriginFor<T>,
			parcel: ParcelNumber,
			bound: WorkBound,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			weighed(
				Self::metered(bound, |meter| Self::do_enter_ground(who, parcel, meter)),
				T::WeightInfo::enter_ground(),
				|done| work::<T::WeightInfo>(done, MOST_VERTICES),
			)
		}

		/// Open a campaign that imports an existing cadastre, by the root over all its rows.
		///
		/// Caller: an officer with the power to record an existing register. Emits
		/// [`Event::CampaignOpened`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::open_campaign())]
		pub fn open_campaign(
			origin: OriginFor<T>,
			act: Act,
			root: H256,
			rows: u32,
			district: District,
		) -> DispatchResult {
			Self::do_open_campaign(ensure_signed(origin)?, act, root, rows, district)
		}

		/// Record rows of a campaign. Each becomes a parcel, disputed where its ground is another's
		/// or outside of the territory, or is refused; the call fails only if a row is not of the
		/// campaign or has ended already, or if more work is needed than was stated. The rows rest on
		/// the act that opened the campaign.
		///
		/// Caller: an officer with the power to record an existing register. Emits
		/// [`Event::ParcelImported`] or [`Event::RowRefused`] for each row.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::import_parcels(count(rows.len())).saturating_add(
			work::<T::WeightInfo>(bound, vertices_of(rows))
		))]
		pub fn import_parcels(
			origin: OriginFor<T>,
			campaign: CampaignId,
			rows: BoundedVec<CampaignRow, T::MaxRowsPerCall>,
			bound: WorkBound,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let (how_many, outlines) = (count(rows.len()), vertices_of(&rows));
			weighed(
				Self::metered(bound, |meter| Self::do_import_parcels(who, campaign, rows, meter)),
				T::WeightInfo::import_parcels(how_many),
				|done| work::<T::WeightInfo>(done, outlines),
			)
		}

		/// Refuse a row that cannot be a parcel, by its hash. The officer who seals the campaign
		/// answers for it too.
		///
		/// Caller: an officer with the power to record an existing register. Emits
		/// [`Event::RowRefused`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::refuse_row())]
		pub fn refuse_row(
			origin: OriginFor<T>,
			campaign: CampaignId,
			row: u32,
			leaf: H256,
			defect: RowDefect,
			proof: merkle::Proof,
		) -> DispatchResult {
			Self::do_refuse_row(ensure_signed(origin)?, campaign, row, leaf, defect, proof)
		}

		/// Seal a campaign of which every row has ended.
		///
		/// Caller: an officer with the power to decide, another than those who recorded it. Emits
		/// [`Event::CampaignSealed`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::seal_campaign())]
		pub fn seal_campaign(
			origin: OriginFor<T>,
			act: Act,
			campaign: CampaignId,
		) -> DispatchResult {
			Self::do_seal_campaign(ensure_signed(origin)?, act, campaign)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The law of the cadastre with the head of its record.
		pub fn cadastre_law() -> Option<Versioned<CadastreLaw>> {
			Self::versioned(Law::<T>::get(), LawHeads::<T>::get(Register::Land))
		}

		/// A parcel.
		pub fn parcel(number: ParcelNumber) -> Option<Versioned<Parcel>> {
			Self::read_parcel(number)
		}

		/// The parcel that has a reference of the national cadastre.
		pub fn parcel_by_reference(reference: ParcelReference) -> Option<Versioned<Parcel>> {
			Self::read_parcel_by_reference(&reference)
		}

		/// Whether the ground of a parcel is its own.
		pub fn parcel_state(number: ParcelNumber) -> Option<ParcelState> {
			Some(Self::state_of(&Parcels::<T>::get(number)?))
		}

		/// A boundary that a parcel had before it was corrected or took up corners, by its id.
		pub fn former_geometry(number: ParcelNumber, geometry: H256) -> Option<Polygon> {
			FormerGeometries::<T>::get(number, geometry)
		}

		/// The geometry of a parcel in canonical form; of a historic one its last.
		pub fn geometry(number: ParcelNumber) -> Option<Polygon> {
			Self::read_geometry(number)
		}

		/// Up to 64 parcels of a level whose boxes meet a box, in the order of their numbers. Disputed
		/// ones have no ground and are not among them.
		///
		/// # Errors
		/// [`SurveyError::TooMuchWork`] for a box with too much in it: ask for parts of it.
		pub fn parcels_in(
			bounds: BoundingBox,
			level: Level,
			after: Option<ParcelNumber>,
			limit: u32,
		) -> Result<Vec<Parcel>, SurveyError> {
			Self::read_parcels_in(&bounds, level, after, limit)
		}

		/// How an outline would stand in the cadastre as it is: its area, which parcels it overlaps,
		/// and what work to state for its registration.
		///
		/// # Errors
		/// What [`SurveyError`] says.
		pub fn survey(outline: Outline, level: Level) -> Result<Survey, SurveyError> {
			Self::do_survey(outline, level)
		}

		/// What work to state for a survey: what it takes now, with twice the cells to write.
		///
		/// # Errors
		/// What [`Pallet::propose_survey`] would refuse the survey for.
		pub fn survey_work(change: SurveyChange) -> Result<WorkBound, DispatchError> {
			Self::read_survey_work(&change)
		}

		/// What the owners consent to before a survey is decided.
		pub fn survey_matter(id: ProposalId) -> Option<Hash> {
			match Proposals::<T>::get(id)?.matter {
				Matter::Survey(_, change) => Some(change.matter(id)),
				_ => None,
			}
		}

		/// Parcels that are entered into the index in steps, and how far.
		pub fn entering_parcels() -> Vec<EnteringParcel> {
			Entering::<T>::get().into_inner()
		}

		/// What has been prepared and not decided.
		pub fn proposal(id: ProposalId) -> Option<Proposal> {
			Proposals::<T>::get(id)
		}

		/// A campaign.
		pub fn campaign(id: CampaignId) -> Option<Versioned<Campaign>> {
			Self::versioned(Campaigns::<T>::get(id), CampaignHeads::<T>::get(id))
		}

		/// How a row of a campaign ended, if it has.
		pub fn campaign_row(id: CampaignId, row: u32) -> Option<RowOutcome> {
			Rows::<T>::get(id, row)
		}

		/// Up to 64 ids of what waits in a district and state, in the order of counting.
		pub fn work_list(
			district: District,
			state: WorkState,
			after: Option<u64>,
			limit: u32,
		) -> Vec<u64> {
			Self::read_work_list(district, state, after, limit)
		}

		/// Up to 64 entries of a parcel from a version on.
		pub fn parcel_history(
			number: ParcelNumber,
			from: u32,
			limit: u32,
		) -> Vec<Entry<ParcelNumber, ParcelChange>> {
			Self::read_parcel_history(number, from, limit)
		}

		/// Up to 64 entries of a campaign from a version on.
		pub fn campaign_history(
			id: CampaignId,
			from: u32,
			limit: u32,
		) -> Vec<Entry<CampaignId, CampaignChange>> {
			Self::read_campaign_history(id, from, limit)
		}
	}
}
