//! The register's runtime API: the reads of the pallet's view functions, for callers that know the
//! runtime by its APIs.

use alloc::vec::Vec;
use polity_primitives::{
	ids::{ApplicationId, CampaignId, ProposalId, ReservationId},
	record::Entry,
	time::Instant,
	CompanyNumber, District, Tag,
};

use crate::{
	euid::Euid,
	name::CompanyName,
	status::Status,
	types::{
		Application, ApplicationChange, Campaign, CampaignChange, Company, CompanyChange,
		LawProposal, NameAvailability, Proposal, RegistryLaw, Reservation, ReservationChange,
		RowOutcome, SourceNumber, SourceRegister, Versioned, WorkState,
	},
};

sp_api::decl_runtime_apis! {
	/// Reads of the business register. Pages hold at most 64 items.
	pub trait BusinessRegistryApi {
		/// A company.
		fn company(number: CompanyNumber) -> Option<Versioned<Company>>;
		/// Companies in the order of their numbers.
		fn companies(after: Option<CompanyNumber>, limit: u32) -> Vec<Company>;
		/// Companies that have a name, the one that holds it first.
		fn companies_by_name(name: CompanyName) -> Vec<Versioned<Company>>;
		/// The company that was imported with a number of a register.
		fn company_by_source(
			register: SourceRegister,
			number: SourceNumber,
		) -> Option<Versioned<Company>>;
		/// Whether a name can be registered now.
		fn name_availability(name: CompanyName) -> NameAvailability;
		/// The status that the record showed at an instant.
		fn status_at(number: CompanyNumber, at: Instant) -> Option<Status>;
		/// A reservation.
		fn reservation(id: ReservationId) -> Option<Versioned<Reservation>>;
		/// When a granted reservation lapses; none while an application uses it.
		fn reservation_lapses_at(id: ReservationId) -> Option<Instant>;
		/// An application.
		fn application(id: ApplicationId) -> Option<Versioned<Application>>;
		/// Applications of a founder, in the order in which they were filed.
		fn applications_of(
			founder: Tag,
			after: Option<ApplicationId>,
			limit: u32,
		) -> Vec<ApplicationId>;
		/// A change that has been prepared and not decided.
		fn proposal(id: ProposalId) -> Option<Proposal>;
		/// The EUID of a company, if it has one.
		fn euid(number: CompanyNumber) -> Option<Euid>;
		/// The law of the register with the head of its record.
		fn registry_law() -> Versioned<RegistryLaw>;
		/// A change of the law that is prepared and not decided.
		fn law_proposal(id: ProposalId) -> Option<LawProposal>;
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
		/// Entries of a company from a version on.
		fn company_history(
			number: CompanyNumber,
			from: u32,
			limit: u32,
		) -> Vec<Entry<CompanyNumber, CompanyChange>>;
		/// Entries of an application from a version on.
		fn application_history(
			id: ApplicationId,
			from: u32,
			limit: u32,
		) -> Vec<Entry<ApplicationId, ApplicationChange>>;
		/// Entries of a reservation from a version on.
		fn reservation_history(
			id: ReservationId,
			from: u32,
			limit: u32,
		) -> Vec<Entry<ReservationId, ReservationChange>>;
		/// Entries of a campaign from a version on.
		fn campaign_history(
			id: CampaignId,
			from: u32,
			limit: u32,
		) -> Vec<Entry<CampaignId, CampaignChange>>;
	}
}
