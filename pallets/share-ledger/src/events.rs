//! What has happened.

use frame_support::pallet_macros::pallet_section;

/// The pallet's events. `version` and `head` are those of the record after the change.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An officer prepared an act on a company's shares.
		ShareActProposed {
			/// The proposal.
			proposal: ProposalId,
			/// The company.
			company: CompanyNumber,
			/// The act.
			share_act: ShareAct,
			/// As what the officers act.
			authority: Authority,
			/// Who has to consent.
			consenters: Consenters,
			/// What they consent to, and what the companies among them resolve on.
			matter: Hash,
			/// For whom it waits, if for anybody.
			waiting: Option<Waiting>,
			/// The version of the company's record that it was prepared on.
			prepared_on: u32,
			/// The officer's mandate.
			mandate: MandateId,
		},
		/// A person, or a ministry for the state, consented to what was prepared.
		ConsentGiven {
			/// The proposal.
			proposal: ProposalId,
			/// The company whose shares it is about.
			company: CompanyNumber,
			/// Who: a person or a ministry.
			consenter: Consenter,
		},
		/// A person, or a ministry for the state, took its consent back.
		ConsentWithdrawn {
			/// The proposal.
			proposal: ProposalId,
			/// The company whose shares it is about.
			company: CompanyNumber,
			/// Who: a person or a ministry.
			consenter: Consenter,
		},
		/// An act on a company's shares was done.
		ShareActDone {
			/// The proposal that it was prepared as.
			proposal: ProposalId,
			/// The company.
			company: CompanyNumber,
			/// The act.
			share_act: ShareAct,
			/// As what the officers acted.
			authority: Authority,
			/// Everybody who has consented.
			consenters: Consenters,
			/// All that it changed, as it is now.
			outcome: Outcome,
			/// The mandate under which it was prepared.
			prepared_under: MandateId,
			/// The mandate under which it was decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// What was prepared was not done.
		ShareActRejected {
			/// The proposal.
			proposal: ProposalId,
			/// The company.
			company: CompanyNumber,
			/// The mandate under which it was prepared.
			prepared_under: MandateId,
			/// The mandate under which it was rejected.
			mandate: MandateId,
		},
		/// A proposal, for an act on shares or a change of the law, was withdrawn.
		ProposalWithdrawn {
			/// The proposal.
			proposal: ProposalId,
			/// The company whose shares it was about; none for the law.
			company: Option<CompanyNumber>,
		},
		/// A holder or pledgee of a company's shares went on as another company, by merger or conversion.
		PartySucceeded {
			/// The company whose shares they are.
			company: CompanyNumber,
			/// The company that had them, or had them in pledge.
			from: CompanyNumber,
			/// The company that has them now.
			to: CompanyNumber,
			/// All that it changed, as it is now.
			outcome: Outcome,
			/// The mandate under which the merger or conversion was decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A company goes on under another number, with all its classes and holdings: its record says so.
		LedgerWentOnAs {
			/// The company before.
			company: CompanyNumber,
			/// The company now.
			to: CompanyNumber,
			/// The mandate under which it was decided.
			mandate: MandateId,
			/// The version of the record before.
			version: u32,
			/// The head of the record before.
			head: H256,
		},
		/// A company goes on from another, with all classes and holdings of that: its record says so.
		LedgerWentOnFrom {
			/// The company now.
			company: CompanyNumber,
			/// The company before.
			from: CompanyNumber,
			/// All that it has from there.
			outcome: Outcome,
			/// The mandate under which it was decided.
			mandate: MandateId,
			/// The version of the record now.
			version: u32,
			/// The head of the record now.
			head: H256,
		},
		/// A company was merged into the one that held all its shares: they have ended.
		LedgerEnded {
			/// The company.
			company: CompanyNumber,
			/// The company that it was merged into.
			into: CompanyNumber,
			/// The mandate under which it was decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// An officer prepared a change of the law of the register.
		LawProposed {
			/// The proposal.
			proposal: ProposalId,
			/// What is to be the law.
			law: Law,
			/// The officer's mandate.
			mandate: MandateId,
		},
		/// The law of the register was changed.
		LawChanged {
			/// The proposal that it was prepared as.
			proposal: ProposalId,
			/// What is the law now.
			law: Law,
			/// The mandate under which it was prepared.
			prepared_under: MandateId,
			/// The mandate under which it was decided.
			mandate: MandateId,
			/// The version of the law's record.
			version: u32,
			/// The head of the law's record.
			head: H256,
		},
		/// A change of the law was not made.
		LawRejected {
			/// The proposal.
			proposal: ProposalId,
			/// The mandate under which it was prepared.
			prepared_under: MandateId,
			/// The mandate under which it was rejected.
			mandate: MandateId,
		},
	}
}
