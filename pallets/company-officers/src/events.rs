//! What has happened.

use frame_support::pallet_macros::pallet_section;

/// The pallet's events. `version` and `head` are those of the record after the change.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A company was founded with a board.
		BoardFounded {
			/// The company.
			company: CompanyNumber,
			/// Its directors and how they sign.
			board: FoundingBoard,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A company goes on with the board of one that was converted into it.
		BoardPassed {
			/// The company that was converted.
			from: CompanyNumber,
			/// The company that it goes on as.
			company: CompanyNumber,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A change of a board was prepared.
		ChangeProposed {
			/// The proposal.
			proposal: ProposalId,
			/// The company.
			company: CompanyNumber,
			/// The change.
			change: BoardChange,
			/// As what the officers act.
			authority: Authority,
			/// The mandate of the officer who prepared it.
			mandate: MandateId,
		},
		/// A board changed.
		BoardChanged {
			/// The proposal that was approved.
			proposal: ProposalId,
			/// The company.
			company: CompanyNumber,
			/// The change.
			change: BoardChange,
			/// As what the officers acted.
			authority: Authority,
			/// The mandate of the officer who had prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// An officer has resigned.
		OfficerResigned {
			/// The company.
			company: CompanyNumber,
			/// What it was.
			role: Role,
			/// Who.
			person: Tag,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// The disqualification of a person, or its end, was prepared.
		DisqualificationProposed {
			/// The proposal.
			proposal: ProposalId,
			/// The person.
			person: Tag,
			/// The first day on which it may manage again; none to end the bar.
			until: Option<CalendarDate>,
			/// The mandate of the officer who prepared it.
			mandate: MandateId,
		},
		/// A person was barred from the management of companies, or the bar was ended.
		DisqualificationSet {
			/// The proposal that was approved.
			proposal: ProposalId,
			/// The person.
			person: Tag,
			/// The first day on which it may manage again; none where the bar was ended.
			until: Option<CalendarDate>,
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
		/// Somebody who acts for a company has endorsed what it is to resolve.
		MatterEndorsed {
			/// The company.
			company: CompanyNumber,
			/// The hash of the matter.
			matter: H256,
			/// Who.
			person: Tag,
			/// Whether the company has resolved it now.
			is_resolved: bool,
		},
		/// Somebody has taken its endorsement back.
		EndorsementWithdrawn {
			/// The company.
			company: CompanyNumber,
			/// The hash of the matter.
			matter: H256,
			/// Who.
			person: Tag,
			/// Whether the company has resolved it all the same.
			is_resolved: bool,
		},
		/// A resolution that had lapsed was cleared.
		ResolutionCleared {
			/// The company.
			company: CompanyNumber,
			/// The hash of the matter.
			matter: H256,
		},
	}
}
