//! Receipts of what was erased off the chain: acts of the ministry's office, on nobody's record.

use frame_support::ensure;
use polity_primitives::{
	office::ensure_maker_and_checker,
	record::RecordedAt,
	time::CalendarDate,
	traits::{LegalClock, MandateAuthority},
	Act, Commitment, District, Power, Register, RequestScope, Tag, Warrant,
};
use sp_runtime::{DispatchError, DispatchResult};

use crate::{
	pallet::{
		Config, ErasureProposalOf, ErasureProposals, Erasures, Error, Event, Pallet, Persons,
	},
	rules,
	types::{
		Erasure, ErasureDecision, ErasureProposal, ErasureReceipt, PersonId, Preparation, ERASURE,
	},
};

impl<T: Config> Pallet<T> {
	fn officer(who: &T::AccountId, power: Power) -> Result<Warrant<T::AccountId>, DispatchError> {
		T::Mandates::ensure_mandate(who, Register::Identity, power, District::NATIONAL)
	}

	/// A receipt has one version and no documents, and each act on it is on none.
	fn ensure_erasure_act(act: &Act) -> Result<(), Error<T>> {
		ensure!(act.expected_version == 0, Error::<T>::StaleVersion);
		ensure!(act.legal_basis == ERASURE, Error::<T>::WrongLegalBasis);
		ensure!(act.documents.is_empty(), Error::<T>::DocumentsUnexpected);
		Ok(())
	}

	/// A receipt says nothing of whose erasure it is, so it is nobody's tag in the register.
	fn ensure_no_tag(receipt: &Commitment, register: Register) -> Result<(), Error<T>> {
		let is_enrolled = Tag::new(*receipt.as_bytes())
			.is_ok_and(|tag| Persons::<T>::contains_key(PersonId { register, tag }));
		ensure!(!is_enrolled, Error::<T>::ReceiptIsTag);
		Ok(())
	}

	fn prepared_erasure(receipt: &Commitment) -> Result<ErasureProposalOf<T>, Error<T>> {
		ErasureProposals::<T>::get(receipt).ok_or(Error::<T>::ErasureNotFound)
	}

	pub(crate) fn do_prepare_erasure(
		who: &T::AccountId,
		act: Act,
		receipt: Commitment,
		erasure: Erasure,
	) -> DispatchResult {
		let maker = Self::officer(who, Power::Examine)?;
		Self::ensure_erasure_act(&act)?;
		let today: CalendarDate = Self::today();
		rules::ensure_not_backdated(false, act.effective_from, today).map_err(Error::<T>::from)?;
		ensure!(!Erasures::<T>::contains_key(receipt), Error::<T>::ReceiptTaken);
		Self::ensure_no_tag(&receipt, erasure.register)?;
		ensure!(
			ErasureProposals::<T>::get(receipt).is_none_or(|old| Self::has_lapsed(old.prepared_at)),
			Error::<T>::ErasureOpen
		);
		T::Mandates::note_act(RequestScope::Ministry(maker.ministry), Register::Identity, &act)?;

		let mandate = maker.mandate;
		let prepared_at = frame_system::Pallet::<T>::block_number();
		let preparation = Preparation { mandate, act };
		ErasureProposals::<T>::insert(
			receipt,
			ErasureProposal { erasure, preparation, prepared_at },
		);
		Self::deposit_event(Event::ErasurePrepared { receipt, erasure, mandate });
		Ok(())
	}

	pub(crate) fn do_decide_erasure(
		who: &T::AccountId,
		act: Act,
		receipt: Commitment,
		decision: ErasureDecision,
	) -> DispatchResult {
		let ErasureProposal { erasure, preparation, prepared_at } =
			Self::prepared_erasure(&receipt)?;
		let checker = Self::officer(who, Power::Decide)?;
		let maker = Self::maker(preparation.mandate)?;
		ensure_maker_and_checker(&maker, &checker).map_err(Error::<T>::from)?;
		ensure!(checker.ministry == maker.ministry, Error::<T>::PreparedByAnotherMinistry);
		ensure!(!Self::has_lapsed(prepared_at), Error::<T>::ProposalLapsed);
		Self::ensure_erasure_act(&act)?;
		ensure!(
			act.effective_from == preparation.act.effective_from,
			Error::<T>::DiffersFromPrepared
		);
		if matches!(decision, ErasureDecision::Approve) {
			Self::ensure_no_tag(&receipt, erasure.register)?;
			rules::ensure_effective(act.effective_from, Self::today()).map_err(Error::<T>::from)?;
		}
		let scope = RequestScope::Ministry(checker.ministry);
		T::Mandates::note_act(scope, Register::Identity, &act)?;

		ErasureProposals::<T>::remove(receipt);
		let mandate = checker.mandate;
		match decision {
			ErasureDecision::Approve => {
				let RecordedAt { block, instant: recorded_at, date } =
					T::Clock::recorded_at(Register::Identity, District::NATIONAL);
				let prepared_under = preparation.mandate;
				Erasures::<T>::insert(
					receipt,
					ErasureReceipt { erasure, preparation, act, mandate, block, recorded_at, date },
				);
				Self::deposit_event(Event::Erased {
					receipt,
					erasure,
					date,
					prepared_under,
					mandate,
				});
			},
			ErasureDecision::Refuse(reason) => {
				Self::deposit_event(Event::ErasureRefused { receipt, reason, mandate });
			},
		}
		Ok(())
	}

	pub(crate) fn do_withdraw_erasure(
		who: &T::AccountId,
		act: &Act,
		receipt: Commitment,
	) -> DispatchResult {
		let prepared = Self::prepared_erasure(&receipt)?;
		let warrant = Self::officer(who, Power::Examine)?;
		ensure!(
			Self::has_lapsed(prepared.prepared_at)
				|| warrant.ministry == Self::maker(prepared.preparation.mandate)?.ministry,
			Error::<T>::PreparedByAnotherMinistry
		);
		Self::ensure_erasure_act(act)?;
		T::Mandates::note_act(RequestScope::Ministry(warrant.ministry), Register::Identity, act)?;

		ErasureProposals::<T>::remove(receipt);
		Self::deposit_event(Event::ErasureWithdrawn { receipt, mandate: warrant.mandate });
		Ok(())
	}
}
