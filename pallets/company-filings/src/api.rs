//! The runtime API of filings: the reads of the pallet's view functions, for callers that know the
//! runtime by its APIs.

use alloc::vec::Vec;
use polity_primitives::{
	ids::{FilingId, ProposalId},
	record::Entry,
	time::Instant,
	CompanyNumber, District,
};

use crate::types::{
	AcceptedStatement, Filing, FilingChange, FilingLaw, LawChange, Obligation, OwnershipChange,
	OwnershipCurrency, OwnershipRecord, Proposal, StatementId, Versioned, WorkState,
};

sp_api::decl_runtime_apis! {
	/// Reads of what companies hand in. Pages hold at most 64 items.
	pub trait CompanyFilingsApi {
		/// The laws by which companies of a district file, in the order in which they come into force.
		fn filing_laws(district: District) -> Vec<FilingLaw>;
		/// A law that has been prepared and not decided.
		fn proposal(id: ProposalId) -> Option<Proposal>;
		/// A filing.
		fn filing(id: FilingId) -> Option<Versioned<Filing>>;
		/// Filings of a company in the order of counting.
		fn filings_of(
			company: CompanyNumber,
			after: Option<FilingId>,
			limit: u32,
		) -> Vec<FilingId>;
		/// What a company owes now.
		fn obligations(company: CompanyNumber) -> Vec<Obligation>;
		/// Whether a company owes something that is overdue at an instant.
		fn is_overdue_at(company: CompanyNumber, at: Instant) -> bool;
		/// Until when what is stated of a company's beneficial owners is current.
		fn ownership_currency(company: CompanyNumber) -> Option<OwnershipCurrency>;
		/// What is stated of a company's beneficial owners.
		fn ownership(company: CompanyNumber) -> Option<Versioned<OwnershipRecord>>;
		/// A statement.
		fn statement(id: StatementId) -> Option<AcceptedStatement>;
		/// Ids of what waits in a district and state, in the order of counting.
		fn work_list(
			district: District,
			state: WorkState,
			after: Option<u64>,
			limit: u32,
		) -> Vec<u64>;
		/// Entries of a filing from a version on.
		fn filing_history(
			id: FilingId,
			from: u32,
			limit: u32,
		) -> Vec<Entry<FilingId, FilingChange>>;
		/// Entries of a company's beneficial ownership from a version on.
		fn ownership_history(
			company: CompanyNumber,
			from: u32,
			limit: u32,
		) -> Vec<Entry<CompanyNumber, OwnershipChange>>;
		/// Entries of a district's laws from a version on.
		fn law_history(
			district: District,
			from: u32,
			limit: u32,
		) -> Vec<Entry<District, LawChange>>;
	}
}
