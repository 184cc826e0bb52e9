//! Companies: their numbers, and the changes of their records that one officer prepares and
//! another decides.

use frame_support::{
	dispatch::{DispatchResult, DispatchResultWithPostInfo},
	ensure,
};
use polity_primitives::{
	ids::ProposalId,
	time::{CalendarDate, Instant},
	traits::{Acts, CompanyEstate, Effect, LegalClock},
	Act, CompanyNumber, District, Head, Lei, MandateId, Register,
};
use sp_core::Get;

use crate::{
	bases::{Matter, CORRECTION},
	name::{key_of, CompanyName},
	status::{transition, Authority, Status},
	types::{
		Activities, Change, Company, CompanyChange, Correction, CorrectionReason, DisputeReason,
		Missing, NameHolder, Preparation, Proposal, Verdict, WorkState, YearDay,
	},
	Companies, CompanyEntries, CompanyHeads, Config, Error, Event, LastProposal, Leis, Names,
	Namesakes, NextCompanySerial, Pallet, Proposals,
};

/// How a change comes about that one officer has prepared and another has decided.
pub(crate) struct Agreement {
	/// The act that decides it.
	pub(crate) act: Act,
	/// The mandate of the officer who decides it.
	pub(crate) mandate: MandateId,
	/// As what the two act.
	pub(crate) authority: Authority,
	/// What it corrects, and why, if it is a correction.
	pub(crate) corrects: Option<Correction>,
	/// How it was prepared.
	pub(crate) preparation: Preparation,
}

impl<T: Config> Pallet<T> {
	/// The number of the next company. No number is given out twice.
	pub(crate) fn next_number() -> Result<CompanyNumber, Error<T>> {
		let serial = NextCompanySerial::<T>::get();
		let number = CompanyNumber::from_serial(serial).map_err(|_| Error::<T>::IdsExhausted)?;
		NextCompanySerial::<T>::put(serial.saturating_add(1));
		Ok(number)
	}

	/// Writes a new company and its first entry. Its name is the caller's care.
	pub(crate) fn create_company(
		company: Company,
		act: &Act,
		mandate: MandateId,
		change: CompanyChange,
	) -> Result<Head, Error<T>> {
		let (number, district) = (company.number, company.district);
		Companies::<T>::insert(number, company);
		Self::record_company(number, district, Some(act), Some(mandate), change)
	}

	pub(crate) fn do_propose_change(
		who: T::AccountId,
		act: Act,
		number: CompanyNumber,
		change: Change,
		authority: Authority,
		corrects: Option<Correction>,
	) -> DispatchResult {
		let company = Companies::<T>::get(number).ok_or(Error::<T>::CompanyNotFound)?;
		let maker = Self::officer(&who, authority.maker_power(), company.district)?;
		let head = CompanyHeads::<T>::get(number).unwrap_or_default();
		Self::ensure_version(&act, head.seq)?;
		let matter = Matter::of_change(&change, authority);
		Self::ensure_act(&act, matter, company.district, Effect::Later)?;
		Self::ensure_correction(number, &act, &change, corrects)?;
		Self::ensure_sealed(&company)?;
		Self::ensure_change(&company, &change, authority)?;
		Self::survivor_officer(&who, &change, authority.maker_power())?;
		let id = LastProposal::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		Self::note(&act, &who, Some(&maker))?;

		let mandate = maker.mandate;
		LastProposal::<T>::put(id);
		Proposals::<T>::insert(
			id,
			Proposal {
				company: number,
				version: head.seq,
				change: change.clone(),
				authority,
				corrects,
				preparation: Preparation { mandate, act },
				made_at: T::Clock::now(),
			},
		);
		Self::list(company.district, WorkState::ProposalOpen, id.0);
		Self::deposit_event(Event::ChangeProposed {
			proposal: id,
			company: number,
			change,
			authority,
			corrects,
			mandate,
		});
		Ok(())
	}

	pub(crate) fn do_decide_change(
		who: T::AccountId,
		act: Act,
		id: ProposalId,
		verdict: Verdict,
	) -> DispatchResultWithPostInfo {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let number = proposal.company;
		let company = Companies::<T>::get(number).ok_or(Error::<T>::CompanyNotFound)?;
		let checker = Self::officer(&who, proposal.authority.checker_power(), company.district)?;
		let head = CompanyHeads::<T>::get(number).unwrap_or_default();
		Self::ensure_version(&act, head.seq)?;
		ensure!(!Self::proposal_has_lapsed(&proposal, &company)?, Error::<T>::ProposalLapsed);
		ensure!(proposal.version == head.seq, Error::<T>::ProposalOutdated);
		Self::ensure_apart(proposal.preparation.mandate, &checker)?;
		let matter = Matter::of_change(&proposal.change, proposal.authority);
		Self::ensure_act(&act, matter, company.district, Effect::AtOnce)?;
		Self::ensure_as_prepared(&act, &proposal)?;
		Self::ensure_sealed(&company)?;
		let (mandate, prepared_under) = (checker.mandate, proposal.preparation.mandate);

		Self::remove_proposal(id, &company);
		let used = Self::weight_of_decision(&proposal.change, verdict);
		match verdict {
			Verdict::Reject => {
				Self::note(&act, &who, Some(&checker))?;
				Self::deposit_event(Event::ChangeRejected {
					proposal: id,
					company: number,
					prepared_under,
					mandate,
				});
			},
			Verdict::Approve => {
				// What was lawful when it was prepared may not be so now.
				Self::ensure_day_has_come(&act, &proposal.preparation.act)?;
				Self::ensure_change(&company, &proposal.change, proposal.authority)?;
				let power = proposal.authority.checker_power();
				let there = Self::survivor_officer(&who, &proposal.change, power)?;
				Self::note(&act, &who, Some(&checker))?;
				let Proposal { change, authority, corrects, preparation, .. } = proposal;
				let agreement = Agreement { act, mandate, authority, corrects, preparation };
				match change {
					Change::Status(to) => Self::change_status(company, agreement, to)?,
					Change::Lei(lei) => Self::change_lei(company, agreement, lei)?,
					Change::Name(name) => Self::rename(company, agreement, name)?,
					Change::StrikeOffNotice => Self::give_notice(company, agreement)?,
					Change::StrikeOffNoticeWithdrawn => Self::withdraw_notice(company, agreement)?,
					Change::Merge { into, .. } => Self::merge(company, agreement, into, there)?,
					Change::Convert { legal_form } => {
						Self::convert(company, agreement, legal_form)?;
					},
					Change::Dates { incorporated_on, fiscal_year_end } => {
						Self::adopt_dates(company, agreement, incorporated_on, fiscal_year_end)?;
					},
					Change::Activities(activities) => {
						Self::change_activities(company, agreement, activities)?;
					},
					Change::Freeze => Self::set_frozen(company, agreement, true)?,
					Change::Unfreeze => Self::set_frozen(company, agreement, false)?,
				}
				Self::deposit_event(Event::ChangeApproved {
					proposal: id,
					company: number,
					prepared_under,
					mandate,
				});
			},
		}
		Ok(Some(used).into())
	}

	pub(crate) fn do_withdraw_proposal(who: T::AccountId, id: ProposalId) -> DispatchResult {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let company = Companies::<T>::get(proposal.company).ok_or(Error::<T>::CompanyNotFound)?;
		let head = CompanyHeads::<T>::get(proposal.company).unwrap_or_default();
		// One that nobody can decide any more is cleared by whoever comes.
		let is_dead =
			proposal.version != head.seq || Self::proposal_has_lapsed(&proposal, &company)?;
		if !is_dead {
			let maker = Self::warrant(proposal.preparation.mandate)?;
			ensure!(maker.officer.account == who, Error::<T>::NotTheMaker);
		}

		Self::remove_proposal(id, &company);
		Self::deposit_event(Event::ProposalWithdrawn { proposal: id, company: proposal.company });
		Ok(())
	}

	fn proposal_has_lapsed(proposal: &Proposal, company: &Company) -> Result<bool, Error<T>> {
		Self::is_over(T::ProposalPeriod::get(), proposal.made_at, company.district)
	}

	fn remove_proposal(id: ProposalId, company: &Company) {
		Proposals::<T>::remove(id);
		Self::unlist(company.district, WorkState::ProposalOpen, id.0);
	}

	/// That a correction, and nothing else, names what it corrects, and does not take effect before
	/// that did.
	fn ensure_correction(
		number: CompanyNumber,
		act: &Act,
		change: &Change,
		corrects: Option<Correction>,
	) -> Result<(), Error<T>> {
		let is_correction = act.legal_basis == CORRECTION;
		let Some(Correction { version, reason }) = corrects else {
			ensure!(!is_correction, Error::<T>::CorrectionNamesNothing);
			return Ok(());
		};
		ensure!(is_correction, Error::<T>::NotACorrection);
		ensure!(
			reason != CorrectionReason::CourtOrder || !act.documents.is_empty(),
			Error::<T>::CourtOrderMissing
		);
		let corrected =
			CompanyEntries::<T>::get(number, version).ok_or(Error::<T>::CorrectedEntryNotFound)?;
		ensure!(corrected.body.is_about(change), Error::<T>::CorrectsAnotherMatter);
		ensure!(act.effective_from >= corrected.effective_from, Error::<T>::CorrectionBeforeEntry);
		Ok(())
	}

	/// That an act decides what was prepared: on the same statute, and for a correction, which may
	/// look back, from the same day. One officer alone chooses neither.
	fn ensure_as_prepared(act: &Act, proposal: &Proposal) -> Result<(), Error<T>> {
		let prepared = &proposal.preparation.act;
		ensure!(
			act.legal_basis == prepared.legal_basis
				&& (proposal.corrects.is_none() || act.effective_from == prepared.effective_from),
			Error::<T>::DiffersFromPrepared
		);
		Ok(())
	}

	/// That two officers stand behind a company's record: nothing is done with one that comes from a
	/// campaign that is still open.
	pub(crate) fn ensure_sealed(company: &Company) -> Result<(), Error<T>> {
		ensure!(!Self::is_provisional(company), Error::<T>::CampaignNotSealed);
		Ok(())
	}

	/// That a change is lawful now and that the authority may make it.
	fn ensure_change(
		company: &Company,
		change: &Change,
		authority: Authority,
	) -> Result<(), Error<T>> {
		let is_registrar = authority == Authority::Registrar;
		match change {
			Change::Status(to) => Self::ensure_status(company, to, authority),
			Change::Lei(lei) => {
				ensure!(is_registrar, Error::<T>::NotByThisAuthority);
				ensure!(company.status.is_live(), Error::<T>::CompanyNotLive);
				ensure!(*lei != company.lei, Error::<T>::NothingChanges);
				let holder = lei.and_then(Leis::<T>::get);
				ensure!(holder.is_none(), Error::<T>::LeiTaken);
				Ok(())
			},
			// Registrar or court: a court may have to end a dispute about a name.
			Change::Name(name) => {
				ensure!(company.status.is_live(), Error::<T>::CompanyNotLive);
				ensure!(
					*name != company.name || company.dispute.is_some(),
					Error::<T>::NothingChanges
				);
				let key = key_of(name).map_err(Error::<T>::from)?;
				let is_own = Names::<T>::get(key.hash) == Some(NameHolder::Company(company.number));
				if is_own {
					Ok(())
				} else {
					Self::ensure_free(&key.hash)
				}
			},
			Change::StrikeOffNotice => {
				ensure!(is_registrar, Error::<T>::NotByThisAuthority);
				ensure!(company.status.can_be_struck_off(), Error::<T>::TransitionNotAllowed);
				ensure!(company.strike_off_notice.is_none(), Error::<T>::NothingChanges);
				Ok(())
			},
			Change::StrikeOffNoticeWithdrawn => {
				ensure!(is_registrar, Error::<T>::NotByThisAuthority);
				ensure!(company.strike_off_notice.is_some(), Error::<T>::NothingChanges);
				Ok(())
			},
			Change::Merge { into, survivor_version } => {
				ensure!(is_registrar, Error::<T>::NotByThisAuthority);
				Self::ensure_merger(company, *into, *survivor_version)
			},
			Change::Convert { legal_form } => {
				ensure!(is_registrar, Error::<T>::NotByThisAuthority);
				Self::ensure_conversion(company, *legal_form)
			},
			Change::Dates { incorporated_on, .. } => {
				ensure!(is_registrar, Error::<T>::NotByThisAuthority);
				ensure!(company.status.is_live(), Error::<T>::CompanyNotLive);
				ensure!(
					company.missing.contains(Missing::DATES) || company.fiscal_year_end.is_none(),
					Error::<T>::NothingToAdopt
				);
				ensure!(
					company.incorporated_on.is_none_or(|known| known == *incorporated_on),
					Error::<T>::IncorporationDateDiffers
				);
				let today = T::Clock::today(Register::Business, company.district);
				ensure!(*incorporated_on <= today, Error::<T>::IncorporatedInFuture);
				Ok(())
			},
			Change::Activities(activities) => {
				ensure!(is_registrar, Error::<T>::NotByThisAuthority);
				ensure!(company.status.is_live(), Error::<T>::CompanyNotLive);
				ensure!(*activities != company.activities, Error::<T>::NothingChanges);
				Self::ensure_new_activities_licensed(company, activities)
			},
			Change::Freeze | Change::Unfreeze => Self::ensure_freeze(company, change, authority),
		}
	}

	fn ensure_status(company: &Company, to: &Status, authority: Authority) -> Result<(), Error<T>> {
		let competent = transition(&company.status, to).ok_or(Error::<T>::TransitionNotAllowed)?;
		ensure!(competent.includes(authority), Error::<T>::NotByThisAuthority);
		Self::ensure_may_end(company, to, authority)?;
		if company.status == Status::StruckOff {
			let period = Self::law_of(company.status_since).restoration_period;
			let is_over = Self::is_over(period, company.status_since, company.district)?;
			ensure!(!is_over, Error::<T>::RestorationPeriodOver);
		}
		if *to == Status::StruckOff {
			let given_at = company.strike_off_notice.ok_or(Error::<T>::StrikeOffNoticeMissing)?;
			let ends_at = Self::notice_deadline(given_at, company.district)?;
			ensure!(T::Clock::now() >= ends_at, Error::<T>::StrikeOffNoticeRunning);
		}
		// What is struck off or dissolved acts no more, and nobody would be left to hold what it has.
		if matches!(to, Status::StruckOff | Status::Dissolved) {
			T::Estate::obstacle(company.number).map_or(Ok(()), |found| Err(Error::from(found)))?;
		}
		Ok(())
	}

	/// When the notice period of a strike-off is over.
	pub(crate) fn notice_deadline(
		given_at: Instant,
		district: District,
	) -> Result<Instant, Error<T>> {
		let period = Self::law_of(given_at).strike_off_notice_period;
		Self::deadline(period, given_at, district)
	}

	pub(crate) fn change_status(
		mut company: Company,
		agreement: Agreement,
		to: Status,
	) -> DispatchResult {
		let key = company.name_key.hash;
		match (company.status.is_live(), to.is_live()) {
			(true, false) if company.dispute.is_none() => {
				let holder =
					NameHolder::Protected { company: company.number, since: T::Clock::now() };
				Names::<T>::insert(key, holder);
			},
			(false, true) => Self::regain_name(&mut company)?,
			_ => {},
		}
		// What is struck off can be restored, with all that it had; what is dissolved cannot.
		if to.is_final() {
			if let Some(lei) = company.lei {
				Leis::<T>::remove(lei);
			}
		}
		Self::record_status(company, agreement, to)
	}

	/// Writes a company in its next status. Its name and identifier are the caller's care.
	pub(crate) fn record_status(
		mut company: Company,
		agreement: Agreement,
		to: Status,
	) -> DispatchResult {
		let Agreement { act, mandate, authority, corrects, preparation } = agreement;
		let prepared_under = preparation.mandate;
		let (number, from) = (company.number, company.status);
		company.set_status(to, T::Clock::now());
		let (district, dispute) = (company.district, company.dispute);
		Companies::<T>::insert(number, company);
		let change =
			CompanyChange::StatusChanged { from, to, authority, dispute, corrects, preparation };
		let Head { seq: version, hash: head } =
			Self::record_company(number, district, Some(&act), Some(mandate), change)?;
		Self::deposit_event(Event::CompanyStatusChanged {
			company: number,
			from,
			to,
			authority,
			corrects,
			prepared_under,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	/// Gives a restored company its name again. It was protected for it, unless the company was
	/// imported as struck off when another had the name already: then its record is disputed.
	fn regain_name(company: &mut Company) -> Result<(), Error<T>> {
		let (key, holder) = (company.name_key.hash, NameHolder::Company(company.number));
		match Names::<T>::get(key) {
			Some(NameHolder::Protected { company: protected, .. })
				if protected == company.number =>
			{
				Names::<T>::insert(key, holder);
			},
			_ if company.dispute.is_some() => {},
			_ if Self::holder_of(&key)?.is_none() => {
				Self::take_name(&key, holder)?;
				Namesakes::<T>::remove(key, company.number);
			},
			_ => company.dispute = Some(DisputeReason::NameTaken),
		}
		Ok(())
	}

	fn give_notice(mut company: Company, agreement: Agreement) -> DispatchResult {
		let Agreement { act, mandate, preparation, .. } = agreement;
		let prepared_under = preparation.mandate;
		let (number, district, now) = (company.number, company.district, T::Clock::now());
		let ends_at = Self::notice_deadline(now, district)?;
		company.strike_off_notice = Some(now);
		Companies::<T>::insert(number, company);
		let change = CompanyChange::StrikeOffNoticeGiven { preparation };
		let Head { seq: version, hash: head } =
			Self::record_company(number, district, Some(&act), Some(mandate), change)?;
		Self::deposit_event(Event::StrikeOffNoticeGiven {
			company: number,
			ends_at,
			prepared_under,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	fn withdraw_notice(mut company: Company, agreement: Agreement) -> DispatchResult {
		let Agreement { act, mandate, preparation, .. } = agreement;
		let prepared_under = preparation.mandate;
		let (number, district) = (company.number, company.district);
		company.strike_off_notice = None;
		Companies::<T>::insert(number, company);
		let change = CompanyChange::StrikeOffNoticeWithdrawn { preparation };
		let Head { seq: version, hash: head } =
			Self::record_company(number, district, Some(&act), Some(mandate), change)?;
		Self::deposit_event(Event::StrikeOffNoticeWithdrawn {
			company: number,
			prepared_under,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	fn change_lei(mut company: Company, agreement: Agreement, lei: Option<Lei>) -> DispatchResult {
		let Agreement { act, mandate, corrects, preparation, .. } = agreement;
		let prepared_under = preparation.mandate;
		let (number, district) = (company.number, company.district);
		if let Some(before) = company.lei {
			Leis::<T>::remove(before);
		}
		if let Some(after) = lei {
			Leis::<T>::insert(after, number);
		}
		company.lei = lei;
		Companies::<T>::insert(number, company);
		let change = CompanyChange::LeiChanged { lei, corrects, preparation };
		let Head { seq: version, hash: head } =
			Self::record_company(number, district, Some(&act), Some(mandate), change)?;
		Self::deposit_event(Event::CompanyLeiChanged {
			company: number,
			lei,
			corrects,
			prepared_under,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	fn change_activities(
		mut company: Company,
		agreement: Agreement,
		activities: Activities,
	) -> DispatchResult {
		let Agreement { act, mandate, corrects, preparation, .. } = agreement;
		let prepared_under = preparation.mandate;
		let (number, district) = (company.number, company.district);
		company.activities = activities.clone();
		Companies::<T>::insert(number, company);
		let change = CompanyChange::ActivitiesChanged {
			activities: activities.clone(),
			corrects,
			preparation,
		};
		let Head { seq: version, hash: head } =
			Self::record_company(number, district, Some(&act), Some(mandate), change)?;
		Self::deposit_event(Event::CompanyActivitiesChanged {
			company: number,
			activities,
			corrects,
			prepared_under,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	fn adopt_dates(
		mut company: Company,
		agreement: Agreement,
		incorporated_on: CalendarDate,
		fiscal_year_end: YearDay,
	) -> DispatchResult {
		let Agreement { act, mandate, preparation, .. } = agreement;
		let prepared_under = preparation.mandate;
		let (number, district) = (company.number, company.district);
		company.set_dates(incorporated_on, fiscal_year_end);
		Companies::<T>::insert(number, company);
		let change = CompanyChange::DatesAdopted { incorporated_on, fiscal_year_end, preparation };
		let Head { seq: version, hash: head } =
			Self::record_company(number, district, Some(&act), Some(mandate), change)?;
		Self::deposit_event(Event::CompanyDatesAdopted {
			company: number,
			incorporated_on,
			fiscal_year_end,
			prepared_under,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	fn rename(mut company: Company, agreement: Agreement, name: CompanyName) -> DispatchResult {
		let Agreement { act, mandate, corrects, preparation, .. } = agreement;
		let prepared_under = preparation.mandate;
		let (number, district) = (company.number, company.district);
		let (before, key) = (company.name_key.hash, key_of(&name).map_err(Error::<T>::from)?);
		if company.dispute.is_some() {
			Namesakes::<T>::remove(before, number);
		} else {
			Names::<T>::remove(before);
		}
		Self::take_name(&key.hash, NameHolder::Company(number))?;
		company.name = name.clone();
		company.name_key = key;
		company.dispute = None;
		Companies::<T>::insert(number, company);
		let change = CompanyChange::Renamed { name: name.clone(), key, corrects, preparation };
		let Head { seq: version, hash: head } =
			Self::record_company(number, district, Some(&act), Some(mandate), change)?;
		Self::deposit_event(Event::CompanyRenamed {
			company: number,
			name,
			corrects,
			prepared_under,
			mandate,
			version,
			head,
		});
		Ok(())
	}
}
