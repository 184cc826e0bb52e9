//! The law of the register where countries differ: set by two officers.

use frame_support::{dispatch::DispatchResult, ensure, traits::Get};
use polity_primitives::{
	ids::ProposalId,
	traits::LegalClock,
	traits::{Acts, Effect},
	Act, District, Head, Power,
};

use crate::{
	acts::LAW_OF,
	bases::PARAMETERS,
	types::{Law, LawChange, LawProposal, Preparation, Verdict},
	Config, CurrentLaw, Error, Event, LastProposal, LawHeads, LawProposals, Pallet,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_law(who: T::AccountId, act: Act, law: Law) -> DispatchResult {
		let maker = Self::officer(&who, Power::Examine, District::NATIONAL)?;
		let version = Self::law_version();
		Self::ensure_version(&act, version)?;
		Self::ensure_act(&act, PARAMETERS, District::NATIONAL, Effect::Later)?;
		Self::ensure_law(&law)?;
		let id = LastProposal::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		Self::note(&act, &who, Some(&maker))?;

		let mandate = maker.mandate;
		LastProposal::<T>::put(id);
		let preparation = Preparation { mandate, act };
		let made_at = T::Clock::now();
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
		let version = Self::law_version();
		Self::ensure_version(&act, version)?;
		ensure!(proposal.version == version, Error::<T>::ProposalOutdated);
		ensure!(!Self::law_has_lapsed(&proposal)?, Error::<T>::ProposalLapsed);
		let LawProposal { law, preparation, .. } = proposal;
		Self::ensure_apart(preparation.mandate, &checker)?;
		Self::ensure_act(&act, PARAMETERS, District::NATIONAL, Effect::AtOnce)?;
		Self::note(&act, &who, Some(&checker))?;

		let (mandate, prepared_under) = (checker.mandate, preparation.mandate);
		LawProposals::<T>::remove(id);
		if verdict == Verdict::Reject {
			Self::deposit_event(Event::LawRejected { proposal: id, prepared_under, mandate });
			return Ok(());
		}
		Self::ensure_day_has_come(&act, &preparation.act)?;
		Self::ensure_law(&law)?;
		CurrentLaw::<T>::put(law);
		let Head { seq: version, hash: head } =
			Self::record_law(&act, mandate, LawChange { law, preparation })?;
		Self::deposit_event(Event::LawChanged {
			proposal: id,
			law,
			prepared_under,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_withdraw_law(who: T::AccountId, id: ProposalId) -> DispatchResult {
		let proposal = LawProposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let can_be_decided = proposal.version == Self::law_version()
			&& Self::law_has_lapsed(&proposal).is_ok_and(|has_lapsed| !has_lapsed);
		ensure!(
			!can_be_decided || Self::is_maker(&who, proposal.preparation.mandate),
			Error::<T>::NotTheMaker
		);
		LawProposals::<T>::remove(id);
		Self::deposit_event(Event::ProposalWithdrawn { proposal: id, company: None });
		Ok(())
	}

	fn ensure_law(law: &Law) -> Result<(), Error<T>> {
		law.shares.check().map_err(Error::<T>::from)?;
		for period in [law.creditors_period, law.pre_emption_period] {
			ensure!(period.check().is_ok(), Error::<T>::LawInconsistent);
		}
		ensure!(*law != CurrentLaw::<T>::get(), Error::<T>::NothingChanges);
		Ok(())
	}

	fn law_version() -> u32 {
		LawHeads::<T>::get(LAW_OF).unwrap_or_default().seq
	}

	fn law_has_lapsed(proposal: &LawProposal) -> Result<bool, Error<T>> {
		Self::is_over(T::ProposalPeriod::get(), proposal.made_at, District::NATIONAL)
	}
}
