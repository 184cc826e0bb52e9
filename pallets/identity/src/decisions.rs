//! The decision of a prepared change by the second officer.

use frame_support::ensure;
use polity_primitives::{
	ids::ProposalId, office::ensure_maker_and_checker, record::ensure_version,
	traits::MandateAuthority, Act, District, Register, RequestScope, Warrant,
};
use sp_runtime::DispatchResult;

use crate::{
	pallet::{ClaimOffers, Config, Error, Event, Heads, Pallet, ProposalOf, Proposals},
	rules,
	types::{ClaimOffer, Decision, PersonBody, PersonId, Preparation, Proposal},
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_decide(
		who: &T::AccountId,
		act: Act,
		proposal: ProposalId,
		decision: Decision<T::AccountId>,
	) -> DispatchResult {
		let prepared = Proposals::<T>::get(proposal).ok_or(Error::<T>::ProposalNotFound)?;
		let Proposal { mandate, act: prepared_act, person, change, prepared_at } = &prepared;
		let checker = T::Mandates::ensure_mandate(
			who,
			Register::Identity,
			change.deciding_power(),
			District::NATIONAL,
		)?;
		let maker = Self::maker(*mandate)?;
		ensure_maker_and_checker(&maker, &checker).map_err(Error::<T>::from)?;
		ensure!(checker.ministry == maker.ministry, Error::<T>::PreparedByAnotherMinistry);
		ensure!(!Self::has_lapsed(*prepared_at), Error::<T>::ProposalLapsed);
		let head = Heads::<T>::get(person).unwrap_or_default();
		ensure_version(prepared_act, &head).map_err(Error::<T>::from)?;
		ensure_version(&act, &head).map_err(Error::<T>::from)?;
		ensure!(
			act.legal_basis == prepared_act.legal_basis
				&& act.effective_from == prepared_act.effective_from,
			Error::<T>::DiffersFromPrepared
		);
		Self::ensure_impartial(&checker, person, change)?;
		let second_key = match decision {
			Decision::Approve => None,
			Decision::ApproveOffer { claim_key } => Some(claim_key),
			Decision::Refuse(reason) => {
				let scope = RequestScope::Ministry(checker.ministry);
				T::Mandates::note_act(scope, Register::Identity, &act)?;
				let PersonId { register, tag } = *person;
				Self::close(proposal, person, change);
				let mandate = checker.mandate;
				Self::deposit_event(Event::Refused { proposal, register, tag, reason, mandate });
				return Ok(());
			},
		};
		Self::approve(proposal, prepared, act, &maker, &checker, second_key)
	}

	/// Makes the change, of which all has been checked but what the change itself takes. Neither
	/// officer's own account is a key of an offer: the maker's key was held against both before.
	fn approve(
		proposal: ProposalId,
		prepared: ProposalOf<T>,
		act: Act,
		maker: &Warrant<T::AccountId>,
		checker: &Warrant<T::AccountId>,
		second_key: Option<T::AccountId>,
	) -> DispatchResult {
		let Proposal { act: prepared_act, person, change, .. } = prepared;
		let claim_keys =
			rules::claim_keys(&change, second_key.as_ref()).map_err(Error::<T>::from)?;
		ensure!(
			second_key.is_none_or(|key| {
				key != maker.officer.account && key != checker.officer.account
			}),
			Error::<T>::ControllerIsOfficer
		);
		rules::ensure_effective(act.effective_from, Self::today()).map_err(Error::<T>::from)?;
		let head = Heads::<T>::get(person).unwrap_or_default();
		let after = Self::changed(&person, &head, &change)?;
		let scope = RequestScope::Ministry(checker.ministry);
		T::Mandates::note_act(scope, Register::Identity, &act)?;

		let PersonId { register, tag } = person;
		let (prepared_under, mandate) = (maker.mandate, checker.mandate);
		let preparation = Preparation { mandate: prepared_under, act: prepared_act };
		let body = match &claim_keys {
			None => PersonBody::Decided { change: change.clone(), preparation },
			Some(keys) => PersonBody::ClaimOffered { claim_keys: keys.clone(), preparation },
		};
		let head = Self::append(&person, Some(&act), Some(mandate), body)?;
		let released = Self::write(&person, after, false);
		Self::close(proposal, &person, &change);
		let (version, head) = (head.seq, head.hash);
		Self::deposit_event(match claim_keys {
			None => Event::Recorded {
				proposal,
				register,
				tag,
				change,
				released,
				prepared_under,
				mandate,
				version,
				head,
			},
			Some(claim_keys) => {
				let offered_at = frame_system::Pallet::<T>::block_number();
				let offer = ClaimOffer {
					claim_keys: claim_keys.clone(),
					offered_at,
					prepared_under,
					mandate,
				};
				ClaimOffers::<T>::insert(person, offer);
				Event::ClaimOffered {
					proposal,
					register,
					tag,
					claim_keys,
					prepared_under,
					mandate,
					version,
					head,
				}
			},
		});
		Ok(())
	}
}
