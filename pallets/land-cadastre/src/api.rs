//! The cadastre's runtime API: the reads of the pallet's view functions, for callers that know the
//! runtime by its APIs.

use alloc::vec::Vec;
use polity_geometry::{BoundingBox, Outline, Polygon};
use polity_primitives::{
	ids::{CampaignId, ProposalId},
	record::Entry,
	traits::ParcelState,
	District, Hash, ParcelNumber,
};
use sp_runtime::DispatchError;

use crate::types::{
	CadastreLaw, Campaign, CampaignChange, EnteringParcel, Level, Parcel, ParcelChange,
	ParcelReference, Proposal, RowOutcome, Survey, SurveyChange, SurveyError, Versioned, WorkBound,
	WorkState,
};

sp_api::decl_runtime_apis! {
	/// Reads of the land cadastre. Pages hold at most 64 items.
	pub trait LandCadastreApi {
		/// The law of the cadastre.
		fn cadastre_law() -> Option<Versioned<CadastreLaw>>;
		/// A parcel.
		fn parcel(number: ParcelNumber) -> Option<Versioned<Parcel>>;
		/// The parcel that has a reference of the national cadastre.
		fn parcel_by_reference(reference: ParcelReference) -> Option<Versioned<Parcel>>;
		/// Whether the ground of a parcel is its own.
		fn parcel_state(number: ParcelNumber) -> Option<ParcelState>;
		/// The geometry of a parcel in canonical form.
		fn geometry(number: ParcelNumber) -> Option<Polygon>;
		/// A boundary that a parcel had before, by its id.
		fn former_geometry(number: ParcelNumber, geometry: Hash) -> Option<Polygon>;
		/// Parcels of a level whose boxes meet a box, in the order of their numbers.
		fn parcels_in(
			bounds: BoundingBox,
			level: Level,
			after: Option<ParcelNumber>,
			limit: u32,
		) -> Result<Vec<Parcel>, SurveyError>;
		/// How an outline would stand in the cadastre as it is.
		fn survey(outline: Outline, level: Level) -> Result<Survey, SurveyError>;
		/// What work to state for a survey.
		fn survey_work(change: SurveyChange) -> Result<WorkBound, DispatchError>;
		/// What the owners consent to before a survey is decided.
		fn survey_matter(id: ProposalId) -> Option<Hash>;
		/// Parcels that are entered into the index in steps, and how far.
		fn entering_parcels() -> Vec<EnteringParcel>;
		/// What has been prepared and not decided.
		fn proposal(id: ProposalId) -> Option<Proposal>;
		/// A campaign.
		fn campaign(id: CampaignId) -> Option<Versioned<Campaign>>;
		/// How a row of a campaign ended, if it has.
		fn campaign_row(id: CampaignId, row: u32) -> Option<RowOutcome>;
		/// Ids of what waits in a district and state, in the order of counting.
		fn work_list(
			district: District,
			state: WorkState,
			after: Option<u64>,
			limit: u32,
		) -> Vec<u64>;
		/// Entries of a parcel from a version on.
		fn parcel_history(
			number: ParcelNumber,
			from: u32,
			limit: u32,
		) -> Vec<Entry<ParcelNumber, ParcelChange>>;
		/// Entries of a campaign from a version on.
		fn campaign_history(
			id: CampaignId,
			from: u32,
			limit: u32,
		) -> Vec<Entry<CampaignId, CampaignChange>>;
	}
}
