//! What has happened.

use frame_support::pallet_macros::pallet_section;

/// The pallet's events. `version` and `head` are those of the record after the change.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The reservation of a name was asked for.
		ReservationRequested {
			/// The reservation.
			reservation: ReservationId,
			/// For whom.
			holder: Tag,
			/// The mandate of the officer who filed it at the counter, if one did.
			mandate: Option<MandateId>,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A name was reserved.
		NameReserved {
			/// The reservation.
			reservation: ReservationId,
			/// For whom.
			holder: Tag,
			/// The name.
			name: CompanyName,
			/// Its key.
			key: NameKeyHash,
			/// The mandate of the officer who granted it.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// The reservation of a name was refused.
		ReservationRefused {
			/// The reservation.
			reservation: ReservationId,
			/// Why.
			reason: RefusalReason,
			/// The mandate of the officer who refused it.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// The holder of a reservation gave it up.
		ReservationWithdrawn {
			/// The reservation.
			reservation: ReservationId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// The period of a reservation is over and its name was freed.
		ReservationLapsed {
			/// The reservation.
			reservation: ReservationId,
			/// The key of the name.
			key: NameKeyHash,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// The company that a name was reserved for was founded.
		ReservationUsed {
			/// The reservation.
			reservation: ReservationId,
			/// The company.
			company: CompanyNumber,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// The protection of an ended company's name is over and the name was freed.
		NameProtectionLapsed {
			/// The company that had it.
			company: CompanyNumber,
			/// The key of the name.
			key: NameKeyHash,
		},
		/// An application for the registration of a company was filed.
		ApplicationFiled {
			/// The application.
			application: ApplicationId,
			/// Who founds the company.
			founder: Tag,
			/// The mandate of the officer who filed it at the counter, if one did.
			mandate: Option<MandateId>,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// An officer took an application up.
		ApplicationTakenUp {
			/// The application.
			application: ApplicationId,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// An officer asked an applicant something.
		QueryRaised {
			/// The application.
			application: ApplicationId,
			/// What is asked.
			reason: QueryReason,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// The applicant answered a query: the application is filed again.
		QueryAnswered {
			/// The application.
			application: ApplicationId,
			/// The mandate of the officer who filed the answer at the counter, if one did.
			mandate: Option<MandateId>,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// An officer examined an application and recommends a decision.
		ApplicationExamined {
			/// The application.
			application: ApplicationId,
			/// What is recommended.
			recommendation: Recommendation,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// The other officer returned an application for another examination.
		ApplicationReturned {
			/// The application.
			application: ApplicationId,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// An application led to a company.
		ApplicationGranted {
			/// The application.
			application: ApplicationId,
			/// The company.
			company: CompanyNumber,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// An application was refused.
		ApplicationRefused {
			/// The application.
			application: ApplicationId,
			/// Why.
			reason: RefusalReason,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// The founder withdrew an application.
		ApplicationWithdrawn {
			/// The application.
			application: ApplicationId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A company was registered.
		CompanyRegistered {
			/// The company.
			company: CompanyNumber,
			/// Its name.
			name: CompanyName,
			/// The application.
			application: ApplicationId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// The status of a company changed.
		CompanyStatusChanged {
			/// The company.
			company: CompanyNumber,
			/// The status before.
			from: Status,
			/// The status now.
			to: Status,
			/// As what the officers acted.
			authority: Authority,
			/// What it corrects, and why, if it is a correction.
			corrects: Option<Correction>,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// The legal entity identifier of a company changed.
		CompanyLeiChanged {
			/// The company.
			company: CompanyNumber,
			/// The identifier now, or none.
			lei: Option<Lei>,
			/// What it corrects, and why, if it is a correction.
			corrects: Option<Correction>,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// The classes of activity of a company changed.
		CompanyActivitiesChanged {
			/// The company.
			company: CompanyNumber,
			/// The classes now.
			activities: Activities,
			/// What it corrects, and why, if it is a correction.
			corrects: Option<Correction>,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A company was renamed.
		CompanyRenamed {
			/// The company.
			company: CompanyNumber,
			/// The name now.
			name: CompanyName,
			/// What it corrects, and why, if it is a correction.
			corrects: Option<Correction>,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A company was given notice that it will be struck off.
		StrikeOffNoticeGiven {
			/// The company.
			company: CompanyNumber,
			/// When the notice period is over.
			ends_at: Instant,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A notice that a company will be struck off was withdrawn.
		StrikeOffNoticeWithdrawn {
			/// The company.
			company: CompanyNumber,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A court froze a company: it disposes of nothing.
		CompanyFrozen {
			/// The company.
			company: CompanyNumber,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A court ended the freeze of a company.
		CompanyUnfrozen {
			/// The company.
			company: CompanyNumber,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A company took another in, which was merged into it. That one's change of status goes before.
		CompanyAbsorbed {
			/// The company that survives; `version` and `head` are its record's.
			company: CompanyNumber,
			/// The company that was merged into it.
			absorbed: CompanyNumber,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A company was converted: it goes on under another number. The change of status of the record
		/// before comes after.
		CompanyConverted {
			/// The number that it goes on under; `version` and `head` are of that record.
			company: CompanyNumber,
			/// The number before.
			from: CompanyNumber,
			/// The legal form now.
			legal_form: LegalForm,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// An adoption act filled in what the imported record of a company lacked.
		CompanyAdopted {
			/// The company.
			company: CompanyNumber,
			/// What it lacked.
			part: MissingPart,
			/// The mandate of the officer who decided the adoption.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// The dates that the imported record of a company lacked were adopted.
		CompanyDatesAdopted {
			/// The company.
			company: CompanyNumber,
			/// The day it was incorporated.
			incorporated_on: CalendarDate,
			/// The end of its fiscal year.
			fiscal_year_end: YearDay,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// The clock suspended an active company whose filing was overdue.
		CompanySuspendedForOverdueFiling {
			/// The company.
			company: CompanyNumber,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// An officer prepared a change of a company's record.
		ChangeProposed {
			/// The proposal.
			proposal: ProposalId,
			/// The company.
			company: CompanyNumber,
			/// The change.
			change: Change,
			/// As what the officers act.
			authority: Authority,
			/// What it corrects, and why, if it is a correction.
			corrects: Option<Correction>,
			/// The officer's mandate.
			mandate: MandateId,
		},
		/// The other officer approved a change; the event of the change itself goes before.
		ChangeApproved {
			/// The proposal.
			proposal: ProposalId,
			/// The company.
			company: CompanyNumber,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
		},
		/// The other officer rejected a change.
		ChangeRejected {
			/// The proposal.
			proposal: ProposalId,
			/// The company.
			company: CompanyNumber,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
		},
		/// A proposal was withdrawn.
		ProposalWithdrawn {
			/// The proposal.
			proposal: ProposalId,
			/// The company.
			company: CompanyNumber,
		},
		/// A campaign was opened.
		CampaignOpened {
			/// The campaign.
			campaign: CampaignId,
			/// The register that is imported.
			source: SourceRegister,
			/// The Merkle root over all its rows.
			root: H256,
			/// How many rows it has.
			rows: u32,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A row became a company.
		CompanyImported {
			/// The campaign.
			campaign: CampaignId,
			/// The row.
			row: u32,
			/// The company; `version` and `head` are its record's.
			company: CompanyNumber,
			/// Its number in the source.
			source_number: SourceNumber,
			/// Why its record is disputed, if it is: such a row is reported as refused.
			dispute: Option<DisputeReason>,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// A row became no company.
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
			/// Rows that ended as companies that nobody disputes.
			accepted: u32,
			/// Rows that ended as disputed companies.
			disputed: u32,
			/// Rows that ended as no company.
			refused: u32,
			/// The officer's mandate.
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
			law: RegistryLaw,
			/// The officer's mandate.
			mandate: MandateId,
		},
		/// The law of the register was changed.
		LawChanged {
			/// The proposal that it was prepared as.
			proposal: ProposalId,
			/// What is the law now.
			law: RegistryLaw,
			/// The mandate under which it was prepared.
			prepared_under: MandateId,
			/// The mandate under which it was decided.
			mandate: MandateId,
			/// The head of the law's record.
			head: Head,
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
		/// A change of the law that was prepared was withdrawn.
		LawWithdrawn {
			/// The proposal.
			proposal: ProposalId,
		},
	}
}
