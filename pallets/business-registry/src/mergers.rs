//! Mergers and conversions: changes of two records at once, with all that the company has elsewhere.

use frame_support::{dispatch::DispatchResult, ensure, weights::Weight};
use polity_primitives::{
	code_list::LegalForm,
	traits::{Acts, CompanyEstate, CompanyOfficers, LegalClock},
	CompanyNumber, Head, MandateId, Power,
};
use sp_runtime::DispatchError;

use crate::{
	companies::Agreement,
	resolutions::{conversion_matter, merger_matter},
	status::Status,
	types::{Change, Company, CompanyChange, Missing, NameHolder, Verdict},
	Companies, CompanyHeads, Config, Error, Event, Leis, Names, Namesakes, Pallet, WeightInfo,
};

impl<T: Config> Pallet<T> {
	/// That a company can be merged into another, whose record has not changed since the merger was
	/// prepared, and that both have resolved it.
	pub(crate) fn ensure_merger(
		company: &Company,
		into: CompanyNumber,
		survivor_version: u32,
	) -> Result<(), Error<T>> {
		ensure!(into != company.number, Error::<T>::MergedIntoItself);
		Self::ensure_may_pass(company)?;
		let survivor = Companies::<T>::get(into).ok_or(Error::<T>::CompanyNotFound)?;
		ensure!(
			survivor.status == Status::Active
				&& survivor.dispute.is_none()
				&& !survivor.is_frozen
				&& !Self::is_provisional(&survivor),
			Error::<T>::SurvivorNotActive
		);
		let version = CompanyHeads::<T>::get(into).unwrap_or_default().seq;
		ensure!(version == survivor_version, Error::<T>::SurvivorVersionStale);
		let matter = merger_matter(company.number, into);
		ensure!(
			[company.number, into].iter().all(|party| T::Officers::has_resolved(*party, &matter)),
			Error::<T>::MergerNotResolved
		);
		Ok(())
	}

	/// That a company can go on in another legal form of its jurisdiction, and has resolved it.
	pub(crate) fn ensure_conversion(
		company: &Company,
		legal_form: LegalForm,
	) -> Result<(), Error<T>> {
		Self::ensure_may_pass(company)?;
		ensure!(legal_form != company.legal_form, Error::<T>::NothingChanges);
		Self::ensure_form(legal_form, company.jurisdiction)?;
		let matter = conversion_matter(company.number, legal_form);
		ensure!(
			T::Officers::has_resolved(company.number, &matter),
			Error::<T>::ConversionNotResolved
		);
		Ok(())
	}

	/// That what a company has can pass to another: it is active, no court has frozen it, nobody
	/// disputes its record, and nothing is missing from that.
	fn ensure_may_pass(company: &Company) -> Result<(), Error<T>> {
		ensure!(company.status == Status::Active, Error::<T>::CompanyNotActive);
		ensure!(!company.is_frozen, Error::<T>::CompanyFrozen);
		ensure!(company.dispute.is_none(), Error::<T>::CompanyDisputed);
		ensure!(company.missing == Missing::NONE, Error::<T>::CompanyIncomplete);
		Ok(())
	}

	/// The mandate under which an officer acts on the record of the company that survives a merger;
	/// none for other changes. Where another district keeps that record, the officer is competent in
	/// both.
	pub(crate) fn survivor_officer(
		who: &T::AccountId,
		change: &Change,
		power: Power,
	) -> Result<Option<MandateId>, DispatchError> {
		let Change::Merge { into, .. } = change else { return Ok(None) };
		let survivor = Companies::<T>::get(into).ok_or(Error::<T>::CompanyNotFound)?;
		Ok(Some(Self::officer(who, power, survivor.district)?.mandate))
	}

	/// Merges a company into another. What it has passes while both are active.
	pub(crate) fn merge(
		company: Company,
		agreement: Agreement,
		into: CompanyNumber,
		mandate_there: Option<MandateId>,
	) -> DispatchResult {
		let survivor = Companies::<T>::get(into).ok_or(Error::<T>::CompanyNotFound)?;
		let absorbed = company.number;
		let (act, preparation) = (agreement.act.clone(), agreement.preparation.clone());
		let mandate = mandate_there.unwrap_or(agreement.mandate);
		T::Estate::succeed(absorbed, into, &act, agreement.mandate)?;
		Self::change_status(company, agreement, Status::MergedInto(into))?;

		let prepared_under = preparation.mandate;
		let change = CompanyChange::Absorbed { company: absorbed, preparation };
		let Head { seq: version, hash: head } =
			Self::record_company(into, survivor.district, Some(&act), Some(mandate), change)?;
		Self::deposit_event(Event::CompanyAbsorbed {
			company: into,
			absorbed,
			prepared_under,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	/// Converts a company: it goes on under another number, with its name, its identifier, its board
	/// and all that it has.
	pub(crate) fn convert(
		company: Company,
		agreement: Agreement,
		legal_form: LegalForm,
	) -> DispatchResult {
		let (from, key) = (company.number, company.name_key.hash);
		let (act, mandate) = (agreement.act.clone(), agreement.mandate);
		let preparation = agreement.preparation.clone();
		let prepared_under = preparation.mandate;
		let number = Self::next_number()?;
		let next = Company {
			number,
			legal_form,
			status: Status::Active,
			status_since: T::Clock::now(),
			source: None,
			strike_off_notice: None,
			..company.clone()
		};
		Names::<T>::insert(key, NameHolder::Company(number));
		// The record before is still found by the name.
		Namesakes::<T>::insert(key, from, ());
		if let Some(lei) = next.lei {
			Leis::<T>::insert(lei, number);
		}
		let change = CompanyChange::ConvertedFrom { from, company: next.clone(), preparation };
		let Head { seq: version, hash: head } = Self::create_company(next, &act, mandate, change)?;
		T::Officers::pass(from, number, &act, mandate)?;
		T::Estate::succeed(from, number, &act, mandate)?;
		Self::deposit_event(Event::CompanyConverted {
			company: number,
			from,
			legal_form,
			prepared_under,
			mandate,
			version,
			head,
		});
		Self::record_status(company, agreement, Status::ConvertedTo(number))
	}

	/// What preparing a change weighs.
	pub(crate) fn weight_of_proposal(change: &Change) -> Weight {
		match change {
			Change::Status(_) => T::WeightInfo::propose_strike_off(),
			Change::Merge { .. } | Change::Convert { .. } => T::WeightInfo::propose_merger(),
			Change::Lei(_)
			| Change::Name(_)
			| Change::StrikeOffNotice
			| Change::StrikeOffNoticeWithdrawn
			| Change::Dates { .. }
			| Change::Freeze
			| Change::Unfreeze => T::WeightInfo::propose_change(),
			Change::Activities(_) => {
				T::WeightInfo::propose_change().saturating_add(Self::weight_of_licences())
			},
		}
	}

	/// What deciding a change weighs.
	pub(crate) fn weight_of_decision(change: &Change, verdict: Verdict) -> Weight {
		match (verdict, change) {
			(Verdict::Approve, Change::Status(_)) => T::WeightInfo::decide_strike_off(),
			(Verdict::Approve, Change::Merge { .. }) => {
				T::WeightInfo::decide_merger().saturating_add(T::Estate::succeed_weight())
			},
			(Verdict::Approve, Change::Convert { .. }) => {
				T::WeightInfo::decide_conversion().saturating_add(T::Estate::succeed_weight())
			},
			(Verdict::Approve, Change::Activities(_)) => {
				T::WeightInfo::decide_change().saturating_add(Self::weight_of_licences())
			},
			_ => T::WeightInfo::decide_change(),
		}
	}

	/// The most that a decision weighs before it is known what is decided.
	pub(crate) fn most_weight_of_decision(verdict: Verdict) -> Weight {
		let most = T::WeightInfo::decide_change();
		match verdict {
			Verdict::Reject => most,
			Verdict::Approve => {
				let passing = T::WeightInfo::decide_merger()
					.max(T::WeightInfo::decide_conversion())
					.saturating_add(T::Estate::succeed_weight());
				let licensing = most.saturating_add(Self::weight_of_licences());
				licensing.max(T::WeightInfo::decide_strike_off()).max(passing)
			},
		}
	}
}
