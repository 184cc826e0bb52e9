//! What has happened.

use frame_support::pallet_macros::pallet_section;

/// The pallet's events. `version` and `head` are those of the record after the change.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A law was prepared.
		LawProposed {
			/// The proposal.
			proposal: ProposalId,
			/// The district whose law it is.
			district: District,
			/// The law.
			law: FilingLaw,
			/// The mandate of the officer who prepared it.
			mandate: MandateId,
		},
		/// A law was set. It holds from the day that it says.
		LawSet {
			/// The proposal that was approved.
			proposal: ProposalId,
			/// The district whose law it is.
			district: District,
			/// The law.
			law: FilingLaw,
			/// The mandate of the officer who had prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A law that was prepared was rejected.
		ProposalRejected {
			/// The proposal.
			proposal: ProposalId,
			/// The mandate of the officer who had prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
		},
		/// A law that was prepared was withdrawn.
		ProposalWithdrawn {
			/// The proposal.
			proposal: ProposalId,
		},
		/// A company has handed something in.
		FilingReceived {
			/// The filing.
			filing: FilingId,
			/// The company.
			company: CompanyNumber,
			/// What.
			content: FilingContent,
			/// By whom.
			filed_by: Filer,
			/// Whether it came in time; none for an amendment, and where the law asks for nothing.
			punctuality: Option<Punctuality>,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A filing was examined.
		FilingExamined {
			/// The filing.
			filing: FilingId,
			/// What the examiner recommends.
			recommendation: Recommendation,
			/// The mandate of the examiner.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A filing goes back to the examiner.
		FilingReturned {
			/// The filing.
			filing: FilingId,
			/// The mandate of the officer who returned it.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A filing was accepted.
		FilingAccepted {
			/// The filing.
			filing: FilingId,
			/// The company.
			company: CompanyNumber,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A filing was refused: what it was for is still owed.
		FilingRefused {
			/// The filing.
			filing: FilingId,
			/// The company.
			company: CompanyNumber,
			/// Why.
			reason: RefusalReason,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A filing was taken back before it was decided.
		FilingWithdrawn {
			/// The filing.
			filing: FilingId,
			/// The company.
			company: CompanyNumber,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// Statements about the beneficial owners of a company stand from now on: those of the filing,
		/// numbered one after the other.
		OwnershipDeclared {
			/// The company.
			company: CompanyNumber,
			/// With what they were handed in.
			filing: FilingId,
			/// The number of the first of them.
			first: u32,
			/// The number of the last of them.
			last: u32,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The version of the company's record of beneficial ownership.
			version: u32,
			/// That record's head.
			head: H256,
		},
		/// What is stated of the beneficial owners of a company was confirmed.
		OwnershipConfirmed {
			/// The company.
			company: CompanyNumber,
			/// By which filing.
			filing: FilingId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The version of the company's record of beneficial ownership.
			version: u32,
			/// That record's head.
			head: H256,
		},
		/// A company that owes something overdue was suspended.
		OverdueReported {
			/// The company.
			company: CompanyNumber,
		},
	}
}
