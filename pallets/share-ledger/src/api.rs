//! The ledger's runtime API: the reads of the pallet's view functions, for callers that know the
//! runtime by its APIs.

use alloc::vec::Vec;
use polity_primitives::{
	ids::{PledgeId, ProposalId, ShareClassId},
	time::CalendarDate,
	CompanyNumber, Hash, Head, Party,
};

use crate::types::{
	Consenters, Law, LedgerEntry, Proposal, RecordDateSnapshot, RegisteredClass, RegisteredHolding,
	SharePledge,
};

sp_api::decl_runtime_apis! {
	/// Reads of the share ledger. Pages hold at most 64 items.
	pub trait ShareLedgerApi {
		/// A company's classes, by number, and the head of its ledger.
		fn classes(company: CompanyNumber) -> (Vec<(ShareClassId, RegisteredClass)>, Head);
		/// What a party has of a class.
		fn holding_of(
			company: CompanyNumber,
			class: ShareClassId,
			holder: Party,
		) -> Option<RegisteredHolding>;
		/// Who holds shares of a class, and how many: at most 128.
		fn holders(company: CompanyNumber, class: ShareClassId) -> Vec<(Party, RegisteredHolding)>;
		/// Classes that a party has shares of.
		fn holdings_of(holder: Party) -> Vec<(CompanyNumber, ShareClassId)>;
		/// A pledge.
		fn pledge(id: PledgeId) -> Option<SharePledge>;
		/// Pledges that a party has of others' shares.
		fn pledges_to(pledgee: Party) -> Vec<PledgeId>;
		/// Who had how many shares and votes of a class on a record date.
		fn record_date(
			company: CompanyNumber,
			class: ShareClassId,
			on: CalendarDate,
		) -> Option<RecordDateSnapshot>;
		/// What has been prepared and not decided.
		fn proposal(id: ProposalId) -> Option<Proposal>;
		/// Who has to consent to what has been prepared.
		fn consenters_of(id: ProposalId) -> Option<Consenters>;
		/// What is consented to, and what companies resolve on.
		fn matter(id: ProposalId) -> Option<Hash>;
		/// The law of the register.
		fn law() -> Law;
		/// Entries of a company's ledger from a version on.
		fn history(company: CompanyNumber, from: u32, limit: u32) -> Vec<LedgerEntry>;
	}
}
