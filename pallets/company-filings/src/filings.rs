//! Filings: handed in by the company or entered for it, examined by one officer, decided by another.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	ids::MandateId,
	record::RecordedAt,
	traits::{
		Acts, Companies, CompanyOfficers, CompanyProfile, Effect, LegalClock, MandateAuthority,
	},
	Act, CompanyNumber, District, Head, Power, Register, Warrant,
};
use sp_runtime::DispatchError;

use crate::{
	rules::{duties, owners},
	types::{
		AcceptedStatement, Decision, FiledPeriod, Filer, Filing, FilingChange, FilingContent,
		FilingId, FilingState, FilingType, OwnershipChange, OwnershipRecord, Punctuality,
		Recommendation, RefusalReason, Statement, StatementId, Statements, WorkState,
	},
	ByPeriod, Commitments, Config, CoveredUntil, Error, Event, FilingHeads, Filings, FilingsOf,
	LastFiling, Ownership, OwnershipHeads, Pallet, PendingOwnership, StatementsOf,
};

impl FilingContent {
	/// The list that a filing in a state is on, if it waits for somebody.
	const fn work(state: FilingState) -> Option<WorkState> {
		match state {
			FilingState::Received => Some(WorkState::FilingReceived),
			FilingState::Examined(_) => Some(WorkState::FilingExamined),
			FilingState::Accepted | FilingState::Refused(_) | FilingState::Withdrawn => None,
		}
	}
}

impl Filing {
	/// The officers who have prepared it.
	fn makers(&self) -> impl Iterator<Item = MandateId> {
		let recorder = match self.filed_by {
			Filer::Officer(mandate) => Some(mandate),
			Filer::Person(_) | Filer::Company => None,
		};
		recorder.into_iter().chain(self.examiner)
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_file(
		who: T::AccountId,
		act: Act,
		company: CompanyNumber,
		content: FilingContent,
	) -> DispatchResult {
		let person = Self::person(&who)?;
		let profile = Self::living(company)?;
		ensure!(T::Officers::files_for(company, &person), Error::<T>::MayNotFile);
		let filed_by = match &content {
			FilingContent::Document { .. } => Filer::Person(person),
			FilingContent::Ownership(_) => Filer::Company,
		};
		Self::receive(who, act, company, profile, content, filed_by, None)
	}

	pub(crate) fn do_record_filing(
		who: T::AccountId,
		act: Act,
		company: CompanyNumber,
		content: FilingContent,
	) -> DispatchResult {
		let profile = Self::living(company)?;
		let officer = Self::officer(&who, Power::Examine, profile.district)?;
		let filed_by = Filer::Officer(officer.mandate);
		Self::receive(who, act, company, profile, content, filed_by, Some(officer))
	}

	/// Receives a filing. One that an officer has entered is examined thereby.
	fn receive(
		who: T::AccountId,
		act: Act,
		company: CompanyNumber,
		profile: CompanyProfile,
		content: FilingContent,
		filed_by: Filer,
		officer: Option<Warrant<T::AccountId>>,
	) -> DispatchResult {
		let district = profile.district;
		let version = match &content {
			FilingContent::Document { .. } => 0,
			FilingContent::Ownership(_) => Self::ownership_version(company),
		};
		Self::ensure_version(&act, version)?;
		Self::ensure_act(&act, content.legal_basis(), district, Effect::Later)?;
		let punctuality = Self::ensure_content(company, &profile, &content)?;
		let id = LastFiling::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		Self::note(&act, &who, officer.as_ref())?;

		let examiner = officer.map(|warrant| warrant.mandate);
		let state = match examiner {
			Some(_) => FilingState::Examined(Recommendation::Accept),
			None => FilingState::Received,
		};
		LastFiling::<T>::put(id);
		FilingsOf::<T>::insert(company, crate::types::ordered(id.0), ());
		Self::set_pending(company, &content, Some(id));
		let filing = Filing {
			company,
			district,
			content: content.clone(),
			received_at: T::Clock::now(),
			filed_by,
			punctuality,
			examiner,
			state,
		};
		if let Some(work) = FilingContent::work(state) {
			Self::list(district, work, id.0);
		}
		Filings::<T>::insert(id, filing);
		let change =
			FilingChange::Received { company, content: content.clone(), filed_by, punctuality };
		let Head { seq: version, hash: head } =
			Self::record_filing_change(id, district, &act, examiner, change)?;
		Self::deposit_event(Event::FilingReceived {
			filing: id,
			company,
			content,
			filed_by,
			punctuality,
			version,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_examine_filing(
		who: T::AccountId,
		act: Act,
		id: FilingId,
		recommendation: Recommendation,
	) -> DispatchResult {
		let (mut filing, warrant) = Self::for_officer(&who, &act, id, Power::Examine)?;
		ensure!(filing.state == FilingState::Received, Error::<T>::WrongFilingState);
		let district = filing.district;
		Self::ensure_act(&act, filing.content.legal_basis(), district, Effect::Later)?;
		if recommendation == Recommendation::Accept {
			Self::living(filing.company)?;
		}
		Self::note(&act, &who, Some(&warrant))?;

		let mandate = warrant.mandate;
		filing.examiner = Some(mandate);
		Self::advance(id, filing, FilingState::Examined(recommendation));
		let change = FilingChange::Examined(recommendation);
		let Head { seq: version, hash: head } =
			Self::record_filing_change(id, district, &act, Some(mandate), change)?;
		Self::deposit_event(Event::FilingExamined {
			filing: id,
			recommendation,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_decide_filing(
		who: T::AccountId,
		act: Act,
		id: FilingId,
		decision: Decision,
	) -> DispatchResult {
		let (filing, warrant) = Self::for_officer(&who, &act, id, Power::Decide)?;
		let FilingState::Examined(recommendation) = filing.state else {
			return Err(Error::<T>::WrongFilingState.into());
		};
		for maker in filing.makers() {
			Self::ensure_apart(maker, &warrant)?;
		}
		let basis = filing.content.legal_basis();
		Self::ensure_act(&act, basis, filing.district, Effect::AtOnce)?;
		Self::note(&act, &who, Some(&warrant))?;
		let mandate = warrant.mandate;
		// What one officer alone wants is not done: the decision is the one that was prepared.
		match (decision, recommendation) {
			(Decision::Accept, Recommendation::Accept) => Self::accept(id, filing, &act, mandate),
			(Decision::Refuse(reason), Recommendation::Refuse(prepared)) if reason == prepared => {
				Self::refuse(id, filing, &act, mandate, reason)
			},
			(Decision::Return, _) => Self::return_filing(id, filing, &act, mandate),
			_ => Err(Error::<T>::DecisionNotPrepared.into()),
		}
	}

	pub(crate) fn do_withdraw_filing(who: T::AccountId, act: Act, id: FilingId) -> DispatchResult {
		let filing = Filings::<T>::get(id).ok_or(Error::<T>::FilingNotFound)?;
		Self::ensure_version(&act, Self::filing_version(id))?;
		ensure!(filing.state.is_open(), Error::<T>::WrongFilingState);
		let district = filing.district;
		Self::ensure_act(&act, filing.content.legal_basis(), district, Effect::AtOnce)?;
		let officer = match filing.filed_by {
			Filer::Officer(mandate) => {
				let maker = T::Mandates::warrant(mandate).ok_or(Error::<T>::WarrantNotFound)?;
				ensure!(maker.officer.account == who, Error::<T>::NotTheMaker);
				Some(maker)
			},
			Filer::Person(_) | Filer::Company => {
				let person = Self::person(&who)?;
				ensure!(T::Officers::files_for(filing.company, &person), Error::<T>::MayNotFile);
				None
			},
		};
		Self::note(&act, &who, officer.as_ref())?;

		let (company, mandate) = (filing.company, officer.map(|warrant| warrant.mandate));
		Self::set_pending(company, &filing.content, None);
		Self::advance(id, filing, FilingState::Withdrawn);
		let Head { seq: version, hash: head } =
			Self::record_filing_change(id, district, &act, mandate, FilingChange::Withdrawn)?;
		Self::deposit_event(Event::FilingWithdrawn { filing: id, company, version, head });
		Ok(())
	}

	pub(crate) fn do_report_overdue(company: CompanyNumber) -> DispatchResult {
		ensure!(Self::overdue_at(company, T::Clock::now()), Error::<T>::NothingOverdue);
		T::Companies::suspend_for_overdue_filing(company)?;
		Self::deposit_event(Event::OverdueReported { company });
		Ok(())
	}

	/// Everything that a filing is refused for when it is handed in; whether it is in time.
	fn ensure_content(
		company: CompanyNumber,
		profile: &CompanyProfile,
		content: &FilingContent,
	) -> Result<Option<Punctuality>, Error<T>> {
		match content {
			FilingContent::Document { filing_type, period, amends, .. } => {
				Self::ensure_document(company, profile, *filing_type, *period, *amends)
			},
			FilingContent::Ownership(statements) => {
				let pending = PendingOwnership::<T>::contains_key(company);
				ensure!(!pending, Error::<T>::DeclarationPending);
				Self::declared(company, profile.district, statements)?;
				let now = T::Clock::now();
				let times = Self::ownership_times(company, profile, now);
				Ok(times.map(|times| times.punctuality(now)))
			},
		}
	}

	fn ensure_document(
		company: CompanyNumber,
		profile: &CompanyProfile,
		filing_type: FilingType,
		period: FiledPeriod,
		amends: Option<FilingId>,
	) -> Result<Option<Punctuality>, Error<T>> {
		ensure!(period.from <= period.to, Error::<T>::EndsBeforeItBegins);
		let today = T::Clock::today(Register::Business, profile.district);
		let is_over = if filing_type.is_yearly() { period.to < today } else { period.to <= today };
		ensure!(is_over, Error::<T>::PeriodNotOver);
		let known = ByPeriod::<T>::get(company, (filing_type, period.to));
		if let Some(amended) = amends {
			let earlier = Filings::<T>::get(amended).ok_or(Error::<T>::FilingNotFound)?;
			let is_of_it = matches!(
				earlier.content,
				FilingContent::Document { filing_type: of, period: about, .. }
					if earlier.company == company && of == filing_type && about == period
			);
			ensure!(is_of_it, Error::<T>::AmendsAnother);
			ensure!(known.accepted == Some(amended), Error::<T>::AmendsNotTheLast);
			ensure!(known.pending.is_none(), Error::<T>::AlreadyFiled);
			return Ok(None);
		}
		let is_new = known.accepted.is_none() && known.pending.is_none();
		ensure!(is_new, Error::<T>::AlreadyFiled);
		let laws = Self::laws_of(profile.district);
		let duty = if filing_type.is_yearly() {
			let covered_until = CoveredUntil::<T>::get(company, filing_type);
			let owed = duties::owed(&laws, Self::dates(profile), filing_type, covered_until)
				.ok_or(Error::<T>::NotOwed)?;
			// Earlier years are filed before later ones, so that none is left out.
			ensure!(owed.period == period, Error::<T>::PeriodNotOwed);
			owed.duty
		} else {
			let law = duties::law_on(&laws, period.to).ok_or(Error::<T>::NotOwed)?;
			*law.duty(filing_type).ok_or(Error::<T>::NotOwed)?
		};
		let times = Self::in_legal_time(profile.district, |time| {
			duties::times(&duty, period.to, time).ok_or(Error::<T>::DeadlineOutOfRange)
		})?;
		Ok(Some(times.punctuality(T::Clock::now())))
	}

	/// What would stand of a company's beneficial owners after statements.
	fn declared(
		company: CompanyNumber,
		district: District,
		statements: &Statements,
	) -> Result<OwnershipRecord, Error<T>> {
		let record = Ownership::<T>::get(company).unwrap_or_default();
		let today = T::Clock::today(Register::Business, district);
		let after = owners::declare(&record, statements, today).map_err(Error::<T>::from)?;
		let is_used = |statement: &Statement| Commitments::<T>::contains_key(statement.commitment);
		ensure!(!statements.iter().any(is_used), Error::<T>::CommitmentRepeated);
		Ok(after)
	}

	/// A filing and the officer who acts on it, by its version.
	fn for_officer(
		who: &T::AccountId,
		act: &Act,
		id: FilingId,
		power: Power,
	) -> Result<(Filing, Warrant<T::AccountId>), DispatchError> {
		let filing = Filings::<T>::get(id).ok_or(Error::<T>::FilingNotFound)?;
		let warrant = Self::officer(who, power, filing.district)?;
		Self::ensure_version(act, Self::filing_version(id))?;
		Ok((filing, warrant))
	}

	fn accept(id: FilingId, filing: Filing, act: &Act, mandate: MandateId) -> DispatchResult {
		let Filing { company, district, received_at, .. } = filing;
		// It may have ended since.
		Self::living(company)?;
		let content = filing.content.clone();
		Self::set_pending(company, &content, None);
		Self::advance(id, filing, FilingState::Accepted);
		let Head { seq: version, hash: head } =
			Self::record_filing_change(id, district, act, Some(mandate), FilingChange::Accepted)?;
		Self::deposit_event(Event::FilingAccepted { filing: id, company, mandate, version, head });
		match content {
			FilingContent::Document { filing_type, period, amends, .. } => {
				ByPeriod::<T>::mutate(company, (filing_type, period.to), |known| {
					known.accepted = Some(id);
				});
				if filing_type.is_yearly() && amends.is_none() {
					CoveredUntil::<T>::insert(company, filing_type, period.to);
				}
				Ok(())
			},
			FilingContent::Ownership(statements) => {
				// What could be stated when it was handed in may not be so now.
				let mut after = Self::declared(company, district, &statements)?;
				after.confirmed_at = Some(received_at);
				Self::write_ownership(id, company, district, act, mandate, after, statements)
			},
		}
	}

	/// Writes what stands of a company's beneficial owners after statements.
	fn write_ownership(
		id: FilingId,
		company: CompanyNumber,
		district: District,
		act: &Act,
		mandate: MandateId,
		after: OwnershipRecord,
		statements: Statements,
	) -> DispatchResult {
		let before = Ownership::<T>::get(company).unwrap_or_default().last_statement;
		let last = after.last_statement;
		let RecordedAt { date: accepted_on, .. } =
			T::Clock::recorded_at(Register::Business, district);
		let numbers = before.saturating_add(1)..=last;
		let first = *numbers.start();
		for (number, statement) in numbers.zip(statements) {
			Commitments::<T>::insert(statement.commitment, StatementId { company, number });
			let accepted = AcceptedStatement { statement, filing: id, accepted_on };
			StatementsOf::<T>::insert(company, number, accepted);
		}
		Ownership::<T>::insert(company, after);
		let is_confirmation = last == before;
		let change = if is_confirmation {
			OwnershipChange::Confirmed { filing: id }
		} else {
			OwnershipChange::Declared { filing: id, first, last }
		};
		let Head { seq: version, hash: head } =
			Self::record_ownership(company, district, act, mandate, change)?;
		Self::deposit_event(if is_confirmation {
			Event::OwnershipConfirmed { company, filing: id, mandate, version, head }
		} else {
			Event::OwnershipDeclared { company, filing: id, first, last, mandate, version, head }
		});
		Ok(())
	}

	fn refuse(
		id: FilingId,
		filing: Filing,
		act: &Act,
		mandate: MandateId,
		reason: RefusalReason,
	) -> DispatchResult {
		let Filing { company, district, .. } = filing;
		Self::set_pending(company, &filing.content, None);
		Self::advance(id, filing, FilingState::Refused(reason));
		let change = FilingChange::Refused(reason);
		let Head { seq: version, hash: head } =
			Self::record_filing_change(id, district, act, Some(mandate), change)?;
		Self::deposit_event(Event::FilingRefused {
			filing: id,
			company,
			reason,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	fn return_filing(
		id: FilingId,
		filing: Filing,
		act: &Act,
		mandate: MandateId,
	) -> DispatchResult {
		let district = filing.district;
		Self::advance(id, filing, FilingState::Received);
		let Head { seq: version, hash: head } =
			Self::record_filing_change(id, district, act, Some(mandate), FilingChange::Returned)?;
		Self::deposit_event(Event::FilingReturned { filing: id, mandate, version, head });
		Ok(())
	}

	/// Moves a filing to its next state, and to the list that it is on then.
	fn advance(id: FilingId, mut filing: Filing, state: FilingState) {
		if let Some(work) = FilingContent::work(filing.state) {
			Self::unlist(filing.district, work, id.0);
		}
		if let Some(work) = FilingContent::work(state) {
			Self::list(filing.district, work, id.0);
		}
		filing.state = state;
		Filings::<T>::insert(id, filing);
	}

	/// Notes what waits for the register.
	fn set_pending(company: CompanyNumber, content: &FilingContent, pending: Option<FilingId>) {
		match content {
			FilingContent::Document { filing_type, period, .. } => {
				ByPeriod::<T>::mutate_exists(company, (*filing_type, period.to), |known| {
					let mut now = known.unwrap_or_default();
					now.pending = pending;
					// Nothing is kept where nothing stands.
					let stands = now.pending.is_some() || now.accepted.is_some();
					*known = stands.then_some(now);
				});
			},
			FilingContent::Ownership(_) => PendingOwnership::<T>::set(company, pending),
		}
	}

	/// The version of a filing's record.
	pub(crate) fn filing_version(id: FilingId) -> u32 {
		FilingHeads::<T>::get(id).unwrap_or_default().seq
	}

	/// The version of what is stated of a company's beneficial owners.
	pub(crate) fn ownership_version(company: CompanyNumber) -> u32 {
		OwnershipHeads::<T>::get(company).unwrap_or_default().seq
	}
}
