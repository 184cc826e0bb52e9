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
