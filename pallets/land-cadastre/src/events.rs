//! What has happened.

use frame_support::pallet_macros::pallet_section;

/// The pallet's events. `version` and `head` are those of the record after the change.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A law of the cadastre was prepared.
		LawProposed {
			/// The proposal.
			proposal: ProposalId,
			/// What the law would be.
			law: CadastreLaw,
			/// The mandate of the officer who prepared it.
			mandate: MandateId,
		},
		/// The cadastre has a law, or another one.
		LawSet {
			/// The proposal that was approved.
			proposal: ProposalId,
			/// The law from now on.
			law: CadastreLaw,
			/// The mandate of the officer who had prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// The first registration of a parcel was prepared.
		RegistrationProposed {
			/// The proposal.
			proposal: ProposalId,
			/// The parcel's reference.
			reference: ParcelReference,
			/// The id of its geometry.
			geometry: H256,
			/// The mandate of the officer who prepared it.
			mandate: MandateId,
		},
		/// A parcel was registered for the first time.
		ParcelRegistered {
			/// The proposal that was approved.
			proposal: ProposalId,
			/// The parcel.
			parcel: ParcelNumber,
			/// Its reference.
			reference: ParcelReference,
			/// The id of its geometry.
			geometry: H256,
			/// The mandate of the officer who had prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// The ground of a parcel is reserved: its cells are entered in steps, and it has no effect until
		/// all are.
		GroundReserved {
			/// The parcel.
			parcel: ParcelNumber,
			/// How many cells it has.
			cells: u32,
		},
		/// More cells of a parcel were entered. It is live when all are.
		GroundEntered {
			/// The parcel.
			parcel: ParcelNumber,
			/// How many have been entered.
			entered: u32,
			/// How many it has.
			cells: u32,
		},
		/// A survey was prepared.
		SurveyProposed {
			/// The proposal.
			proposal: ProposalId,
			/// The parcels that it ends or changes, in the order in which it names them.
			parcels: Vec<ParcelNumber>,
			/// What the owners of those that end or are corrected consent to.
			matter: Hash,
			/// The mandate of the officer who prepared it.
			mandate: MandateId,
		},
		/// The boundary of a parcel was corrected.
		ParcelCorrected {
			/// The proposal that was approved.
			proposal: ProposalId,
			/// The parcel.
			parcel: ParcelNumber,
			/// What its record said of its boundary before.
			before: Boundary,
			/// What it says from now on.
			after: Boundary,
			/// The dispute that this has settled, if there was one.
			settled: Option<DisputeReason>,
			/// How those whom it concerned had agreed to the survey.
			agreed: Agreed,
			/// The mandate of the officer who had prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A parcel has corners that the subdivision of a neighbour has set on its edges.
		ParcelNoded {
			/// The proposal that was approved.
			proposal: ProposalId,
			/// The parcel.
			parcel: ParcelNumber,
			/// What its record said of its boundary before.
			before: Boundary,
			/// What it says from now on.
			after: Boundary,
			/// The mandate of the officer who had prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A parcel was divided or merged with others, and is historic.
		ParcelEnded {
			/// The proposal that was approved.
			proposal: ProposalId,
			/// The parcel.
			parcel: ParcelNumber,
			/// The parcels that have taken its place.
			children: RelatedParcels,
			/// How those whom it concerned had agreed to the survey.
			agreed: Agreed,
			/// The mandate of the officer who had prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// What was prepared was rejected.
		ProposalRejected {
			/// The proposal.
			proposal: ProposalId,
			/// The mandate of the officer who had prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
		},
		/// A proposal was withdrawn.
		ProposalWithdrawn {
			/// The proposal.
			proposal: ProposalId,
		},
		/// A campaign that imports an existing cadastre was opened.
		CampaignOpened {
			/// The campaign.
			campaign: CampaignId,
			/// The Merkle root over all rows.
			root: H256,
			/// How many rows there are.
			rows: u32,
			/// The district whose cadastre keeps the parcels.
			district: District,
			/// The mandate of the officer who opened it.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A row of a campaign became a parcel.
		ParcelImported {
			/// The campaign.
			campaign: CampaignId,
			/// The row.
			row: u32,
			/// The parcel.
			parcel: ParcelNumber,
			/// Its reference.
			reference: ParcelReference,
			/// The id of its geometry.
			geometry: H256,
			/// Why it is disputed, if it is.
			dispute: Option<DisputeReason>,
			/// Whether registered and computed area agree within the law's tolerance.
			area_agrees: bool,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A row of a campaign became no parcel.
		RowRefused {
			/// The campaign.
			campaign: CampaignId,
			/// The row.
			row: u32,
			/// The row's hash.
			leaf: H256,
			/// Why.
			reason: RowRefusal,
		},
		/// A campaign was sealed: every row has ended.
		CampaignSealed {
			/// The campaign.
			campaign: CampaignId,
			/// Rows that ended as parcels that nobody disputes.
			accepted: u32,
			/// Rows that ended as disputed parcels.
			disputed: u32,
			/// Rows that ended as no parcel.
			refused: u32,
			/// The mandate of the officer who sealed it.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
	}
}
