//! The runtime API of applications: the reads of the pallet's view functions, for callers that know the
//! runtime by its APIs.

use alloc::vec::Vec;
use codec::Codec;
use polity_permit_procedure::PublishedStatus;
use polity_primitives::{
	ids::{PermitTypeId, ProposalId},
	record::Entry,
	time::Instant,
	traits::PermitHolder,
	District, MinistryId,
};

use crate::types::{
	ApplicationChange, ApplicationId, LiveKey, OpinionState, PermitApplication, ServiceReport,
	TakeOverProposal, Versioned, WorkState,
};

sp_api::decl_runtime_apis! {
	/// Reads of applications for permits. Pages hold at most 64 items.
	pub trait PermitApplicationsApi<AccountId: Codec> {
		/// An application.
		fn application(id: ApplicationId) -> Option<Versioned<PermitApplication<AccountId>>>;
		/// The published status of an application (BLDS 1.2).
		fn status_of(id: ApplicationId) -> Option<PublishedStatus>;
		/// The instant from which on a decision is too late, of an application in review.
		fn deadline(id: ApplicationId) -> Option<Instant>;
		/// What the ministries that were asked say now, and who can still answer.
		fn opinions(id: ApplicationId) -> Vec<OpinionState>;
		/// Applications of an applicant that is readable, in the order of counting.
		fn applications_of(
			applicant: PermitHolder,
			after: Option<ApplicationId>,
			limit: u32,
		) -> Vec<ApplicationId>;
		/// The live application of an applicant for a type and site.
		fn live_application(key: LiveKey) -> Option<ApplicationId>;
		/// Ids of what waits in a district and state, in the order of counting.
		fn work_list(
			district: District,
			state: WorkState,
			after: Option<u64>,
			limit: u32,
		) -> Vec<u64>;
		/// How an authority serves those who apply for a type.
		fn figures(ministry: MinistryId, kind: PermitTypeId) -> ServiceReport;
		/// A take-over that has been prepared and not decided.
		fn take_over(id: ProposalId) -> Option<TakeOverProposal>;
		/// Entries of an application from a version on.
		fn history(
			id: ApplicationId,
			from: u32,
			limit: u32,
		) -> Vec<Entry<ApplicationId, ApplicationChange<AccountId>>>;
	}
}
