//! The law of the register where countries differ: set by two officers.

use frame_support::{dispatch::DispatchResult, ensure, traits::Get};
use polity_primitives::{
	ids::{MandateId, ProposalId},
	record,
	time::Instant,
	traits::{Acts, Effect, LegalClock},
	Act, District, Head, Power, RecordKind, Register,
};

use crate::{
	bases::Matter,
	types::{
		law_at, LawChange, LawInForce, LawProposal, LawsInForce, Preparation, RegistryLaw, Verdict,
		LAW_OF, MAX_LAWS,
	},
	Config, Error, Event, LastProposal, LawEntries, LawHeads, LawProposals, Laws, Pallet,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_law(who: T::AccountId, act: Act, law: RegistryLaw) -> DispatchResult {
		let maker = Self::officer(&who, Power::Examine, District::NATIONAL)?;
		let head = Self::law_head();
		Self::ensure_version(&act, head.seq)?;
		Self::ensure_act(&act, Matter::Law, District::NATIONAL, Effect::Later)?;
		Self::ensure_law(&law)?;
		let id = LastProposal::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		Self::note(&act, &who, Some(&maker))?;

		let mandate = maker.mandate;
		LastProposal::<T>::put(id);
		let preparation = Preparation { mandate, act };
		let made_at = T::Clock::now();
		let version = head.seq;
		LawProposals::<T>::insert(
			id,
			LawProposal { version, law: law.clone(), preparation, made_at },
		);
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
		Self::ensure_act(&act, Matter::Law, District::NATIONAL, Effect::AtOnce)?;
		Self::note(&act, &who, Some(&checker))?;

		let (mandate, prepared_under) = (checker.mandate, preparation.mandate);
		LawProposals::<T>::remove(id);
		if verdict == Verdict::Reject {
			Self::deposit_event(Event::LawRejected { proposal: id, prepared_under, mandate });
			return Ok(());
		}
		Self::ensure_day_has_come(&act, &preparation.act)?;
		Self::ensure_law(&law)?;
		Self::set_law(law.clone());
		let change = LawChange { law: law.clone(), preparation };
		let head = Self::record_law(&act, mandate, change)?;
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

	/// The law by which a period goes that began at an instant: that of then, so that nobody's time is
	/// cut short by a law that comes later.
	pub(crate) fn law_of(since: Instant) -> RegistryLaw {
		law_at(&Laws::<T>::get(), since)
	}

	/// The law of today.
	pub(crate) fn current_law() -> RegistryLaw {
		Laws::<T>::get().last().map_or(RegistryLaw::DEFAULT, |in_force| in_force.law.clone())
	}

	/// Adds a law to those that the register has had; the oldest makes room where there are as many as
	/// can be.
	fn set_law(law: RegistryLaw) {
		let mut laws = Laws::<T>::get().into_inner();
		if laws.is_empty() {
			laws.push(LawInForce { since: Instant::default(), law: RegistryLaw::DEFAULT });
		}
		laws.push(LawInForce { since: T::Clock::now(), law });
		let most = usize::try_from(MAX_LAWS).unwrap_or_default();
		let too_many = laws.len().saturating_sub(most);
		laws.drain(..too_many);
		Laws::<T>::put(LawsInForce::truncate_from(laws));
	}

	fn ensure_law(law: &RegistryLaw) -> Result<(), Error<T>> {
		ensure!(law.is_consistent(), Error::<T>::LawInconsistent);
		ensure!(*law != Self::current_law(), Error::<T>::NothingChanges);
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
			T::Clock::recorded_at(Register::Business, District::NATIONAL),
			Some(act),
			Some(mandate),
			change,
		)
		.map_err(Error::<T>::from)
	}
}
