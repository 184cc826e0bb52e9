//! The law of the register where countries differ: set by two officers.

use frame_support::{dispatch::DispatchResult, ensure, traits::Get};
use polity_primitives::{
	ids::{MandateId, ProposalId},
	record,
	traits::{Acts, Effect, LegalClock},
	Act, District, Head, Power, RecordKind, Register,
};

use crate::{
	bases::PARAMETERS,
	types::{LawChange, LawProposal, Preparation, RegisterLaw, Verdict, LAW_OF},
	Config, Error, Event, LastProposal, Law, LawEntries, LawHeads, LawProposals, Pallet,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_law(who: T::AccountId, act: Act, law: RegisterLaw) -> DispatchResult {
		let maker = Self::officer(&who, Power::Examine, District::NATIONAL)?;
		let head = Self::law_head();
		Self::ensure_version(&act, head.seq)?;
		let basis = |basis| basis == PARAMETERS;
		Self::ensure_act(&act, basis, District::NATIONAL, Effect::Later)?;
		Self::ensure_law(&law)?;
		let id = LastProposal::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		Self::note(&act, &who, Some(&maker))?;

		let mandate = maker.mandate;
		LastProposal::<T>::put(id);
		let preparation = Preparation { mandate, act };
		let made_at = T::Clock::now();
		let version = head.seq;
		LawProposals::<T>::insert(id, LawProposal { version, law, preparation, made_at });
		Self::deposit_event(Event::LawProposed { proposal: id, law, mandate });
		Ok(())
	}

	pub(crate) fn do_decide_law(
		who: T::AccountId,
		act: Act,
		id: ProposalId,
		verdict: Verdict,
	) -> DispatchResult {
		let proposal = LawProposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let checker = Self::officer(&who, Power::Decide, District::NATIONAL)?;
		let head = Self::law_head();
		Self::ensure_version(&act, head.seq)?;
		ensure!(proposal.version == head.seq, Error::<T>::ProposalOutdated);
		ensure!(!Self::law_has_lapsed(&proposal)?, Error::<T>::ProposalLapsed);
		let LawProposal { law, preparation, .. } = proposal;
		Self::ensure_apart(preparation.mandate, &checker)?;
		let basis = |basis| basis == PARAMETERS;
		Self::ensure_act(&act, basis, District::NATIONAL, Effect::AtOnce)?;
		Self::note(&act, &who, Some(&checker))?;

		let (mandate, prepared_under) = (checker.mandate, preparation.mandate);
		LawProposals::<T>::remove(id);
		if verdict == Verdict::Reject {
			Self::deposit_event(Event::LawRejected { proposal: id, prepared_under, mandate });
			return Ok(());
		}
		Self::ensure_day_has_come(&act, &preparation.act)?;
		Self::ensure_law(&law)?;
		Law::<T>::put(law);
		let head = Self::record_law(&act, mandate, LawChange { law, preparation })?;
		Self::deposit_event(Event::LawChanged { proposal: id, law, prepared_under, mandate, head });
		Ok(())
	}

	pub(crate) fn do_withdraw_law(who: T::AccountId, id: ProposalId) -> DispatchResult {
		let proposal = LawProposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let can_be_decided = proposal.version == Self::law_head().seq
			&& Self::law_has_lapsed(&proposal).is_ok_and(|has_lapsed| !has_lapsed);
		if can_be_decided {
			let maker = Self::warrant(proposal.preparation.mandate)?;
			ensure!(maker.officer.account == who, Error::<T>::NotTheMaker);
		}
		LawProposals::<T>::remove(id);
		Self::deposit_event(Event::LawWithdrawn { proposal: id });
		Ok(())
	}

	fn ensure_law(law: &RegisterLaw) -> Result<(), Error<T>> {
		ensure!(law.is_consistent(), Error::<T>::LawInconsistent);
		ensure!(*law != Law::<T>::get(), Error::<T>::NothingChanges);
		Ok(())
	}

	pub(crate) fn law_head() -> Head {
		LawHeads::<T>::get(LAW_OF).unwrap_or_default()
	}

	fn law_has_lapsed(proposal: &LawProposal) -> Result<bool, Error<T>> {
		Self::is_over(T::ProposalPeriod::get(), proposal.made_at, District::NATIONAL)
	}

	fn record_law(act: &Act, mandate: MandateId, change: LawChange) -> Result<Head, Error<T>> {
		record::append::<_, _, LawHeads<T>, LawEntries<T>>(
			RecordKind::RegisterLaw,
			&LAW_OF,
			T::Clock::recorded_at(Register::Land, District::NATIONAL),
			Some(act),
			Some(mandate),
			change,
		)
		.map_err(Error::<T>::from)
	}
}
