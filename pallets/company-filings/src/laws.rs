//! The law of filings of each district: prepared by one officer, decided by another.

use alloc::vec::Vec;
use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	ids::ProposalId,
	traits::{Acts, Effect, LegalClock, MandateAuthority},
	Act, District, Head, Power, Register,
};
use sp_core::Get;

use crate::{
	acts::PARAMETERS,
	rules::duties,
	types::{FilingLaw, LawChange, Laws, Preparation, Proposal, Verdict, WorkState},
	Config, Error, Event, FilingLaws, LastProposal, LawHeads, Pallet, Proposals,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_law(
		who: T::AccountId,
		act: Act,
		district: District,
		law: FilingLaw,
	) -> DispatchResult {
		let maker = Self::officer(&who, Power::Examine, district)?;
		let version = Self::law_version(district);
		Self::ensure_version(&act, version)?;
		Self::ensure_act(&act, PARAMETERS, district, Effect::Later)?;
		Self::with_law(district, &law)?;
		let id = LastProposal::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		Self::note(&act, &who, Some(&maker))?;

		let mandate = maker.mandate;
		LastProposal::<T>::put(id);
		let preparation = Preparation { mandate, act };
		let made_at = T::Clock::now();
		let proposal = Proposal { district, law: law.clone(), version, preparation, made_at };
		Proposals::<T>::insert(id, proposal);
		Self::list(district, WorkState::ProposalOpen, id.0);
		Self::deposit_event(Event::LawProposed { proposal: id, district, law, mandate });
		Ok(())
	}

	pub(crate) fn do_decide_law(
		who: T::AccountId,
		act: Act,
		id: ProposalId,
		verdict: Verdict,
	) -> DispatchResult {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let district = proposal.district;
		let checker = Self::officer(&who, Power::Decide, district)?;
		let version = Self::law_version(district);
		Self::ensure_version(&act, version)?;
		ensure!(proposal.version == version, Error::<T>::ProposalOutdated);
		ensure!(!Self::has_lapsed(&proposal)?, Error::<T>::ProposalLapsed);
		Self::ensure_apart(proposal.preparation.mandate, &checker)?;
		Self::ensure_act(&act, PARAMETERS, district, Effect::AtOnce)?;
		Self::note(&act, &who, Some(&checker))?;

		let Proposal { law, preparation, .. } = proposal;
		let (mandate, prepared_under) = (checker.mandate, preparation.mandate);
		Self::remove_proposal(id, district);
		if verdict == Verdict::Reject {
			Self::deposit_event(Event::ProposalRejected { proposal: id, prepared_under, mandate });
			return Ok(());
		}
		Self::ensure_day_has_come(&act, &preparation.act)?;
		// By now it may have become retroactive.
		let laws = Self::with_law(district, &law)?;
		FilingLaws::<T>::insert(district, laws);
		let change = LawChange { law: law.clone(), preparation };
		let Head { seq: version, hash: head } = Self::record_law(district, &act, mandate, change)?;
		Self::deposit_event(Event::LawSet {
			proposal: id,
			district,
			law,
			prepared_under,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_withdraw_proposal(who: T::AccountId, id: ProposalId) -> DispatchResult {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let district = proposal.district;
		// One that nobody can decide any more is cleared by whoever comes.
		let is_dead =
			proposal.version != Self::law_version(district) || Self::has_lapsed(&proposal)?;
		if !is_dead {
			let maker = T::Mandates::warrant(proposal.preparation.mandate)
				.ok_or(Error::<T>::WarrantNotFound)?;
			ensure!(maker.officer.account == who, Error::<T>::NotTheMaker);
		}
		Self::remove_proposal(id, district);
		Self::deposit_event(Event::ProposalWithdrawn { proposal: id });
		Ok(())
	}

	/// The laws of a district with one more.
	fn with_law(district: District, law: &FilingLaw) -> Result<Laws, Error<T>> {
		let mut laws = FilingLaws::<T>::get(district);
		let today = T::Clock::today(Register::Business, district);
		duties::check_law(law, &laws, today).map_err(Error::<T>::from)?;
		laws.try_push(law.clone()).map_err(|_| Error::<T>::TooManyLaws)?;
		Ok(laws)
	}

	/// The laws by which companies of a district file, in the order in which they come into force: the
	/// country's until the first that the district has of its own, and the district's from there on.
	pub(crate) fn laws_of(district: District) -> Vec<FilingLaw> {
		let own = FilingLaws::<T>::get(district);
		if district == District::NATIONAL {
			return own.into_inner();
		}
		let first = own.first().map(|law| law.in_force_from);
		let is_before = |law: &FilingLaw| first.is_none_or(|first| law.in_force_from < first);
		FilingLaws::<T>::get(District::NATIONAL).into_iter().filter(is_before).chain(own).collect()
	}

	/// The version of a district's law.
	pub(crate) fn law_version(district: District) -> u32 {
		LawHeads::<T>::get(district).unwrap_or_default().seq
	}

	fn remove_proposal(id: ProposalId, district: District) {
		Proposals::<T>::remove(id);
		Self::unlist(district, WorkState::ProposalOpen, id.0);
	}

	fn has_lapsed(proposal: &Proposal) -> Result<bool, Error<T>> {
		Self::is_over(T::ProposalPeriod::get(), proposal.made_at, proposal.district)
	}
}
