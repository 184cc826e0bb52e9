//! What holds of the storage between any two blocks.

use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::ensure;
use polity_primitives::{ids::MandateId, record::chain_holds};
use sp_runtime::TryRuntimeError;

use crate::{
	term::Position,
	types::{Mandate, MandateChange, MandateState, Step},
	Config, Entries, Heads, Mandates, MandatesOf, NextMandate, Officers, Proposals, RequestQueue,
	RequestQueueEnds, Requests,
};
use polity_primitives::traits::LegalClock;

/// Everything that holds.
pub fn do_try_state<T: Config>() -> Result<(), TryRuntimeError> {
	mandates_are_sound::<T>()?;
	histories_lead_to_their_heads::<T>()?;
	proposals_agree_with_states::<T>()?;
	officers_agree_with_mandates::<T>()?;
	queue_holds_each_request_once::<T>()
}

fn mandates_are_sound<T: Config>() -> Result<(), TryRuntimeError> {
	let next = NextMandate::<T>::get();
	for (id, mandate) in Mandates::<T>::iter() {
		ensure!(id < next, "a mandate has an id that was not given out");
		ensure!(!mandate.powers.is_empty(), "a mandate gives no power");
		ensure!(mandate.term.not_before < mandate.term.not_after, "a term is empty");
		ensure!(
			!mandate.proposed_by.is_same_as(&mandate.officer),
			"an officer has proposed its own mandate"
		);
		let is_unconfirmed =
			matches!(mandate.state, MandateState::Proposed | MandateState::Withdrawn);
		ensure!(mandate.confirmed_by.is_none() == is_unconfirmed, "two keys grant, one proposes");
		if let Some(second) = &mandate.confirmed_by {
			ensure!(!mandate.proposed_by.is_same_as(second), "one person has granted a mandate");
			ensure!(!second.is_same_as(&mandate.officer), "an officer has confirmed its own");
			ensure!(
				frame_system::Pallet::<T>::providers(&mandate.officer.account) > 0,
				"an account that has held a mandate is gone, and its nonce with it"
			);
		}
		let listed = MandatesOf::<T>::get(&mandate.officer.account).contains(&id);
		let over = mandate.term.at(T::Clock::now()) == Position::Over;
		ensure!(
			if mandate.is_held() { listed || over } else { !listed },
			"an account's list and its mandates differ"
		);
	}
	Ok(())
}

fn histories_lead_to_their_heads<T: Config>() -> Result<(), TryRuntimeError> {
	ensure!(
		Heads::<T>::iter_keys().collect::<BTreeSet<_>>()
			== Mandates::<T>::iter_keys().collect::<BTreeSet<_>>(),
		"every mandate has a head, and every head a mandate"
	);
	let mut entries = 0usize;
	for (id, head) in Heads::<T>::iter() {
		let chain: Vec<_> =
			(1..=head.seq).filter_map(|version| Entries::<T>::get(id, version)).collect();
		ensure!(chain_holds(&head, chain.iter()), "a history does not lead to its head");
		ensure!(chain.iter().all(|entry| entry.id == id), "an entry is of another record");
		entries = entries.saturating_add(chain.len());
	}
	ensure!(Entries::<T>::iter_keys().count() == entries, "an entry stands beyond its head");
	Ok(())
}

fn proposals_agree_with_states<T: Config>() -> Result<(), TryRuntimeError> {
	for (id, proposal) in Proposals::<T>::iter() {
		let mandate = existing::<T>(id)?;
		let fits = match proposal.step {
			Step::Grant => {
				mandate.state == MandateState::Proposed && proposal.by == mandate.proposed_by
			},
			Step::Change(MandateChange::Revoke) => mandate.is_held(),
			Step::Change(MandateChange::Restore) => mandate.state == MandateState::Suspended,
		};
		ensure!(fits, "what is proposed cannot be done");
	}
	let waiting = |(id, mandate): (MandateId, Mandate<T::AccountId>)| {
		mandate.state != MandateState::Proposed || Proposals::<T>::contains_key(id)
	};
	ensure!(Mandates::<T>::iter().all(waiting), "a proposed mandate waits for nobody");
	Ok(())
}

fn officers_agree_with_mandates<T: Config>() -> Result<(), TryRuntimeError> {
	ensure!(
		Officers::<T>::iter_keys().count() == MandatesOf::<T>::iter_keys().count(),
		"an officer holds mandates, and who holds one is an officer"
	);
	for (account, (ministry, person)) in Officers::<T>::iter() {
		let held = MandatesOf::<T>::get(&account);
		ensure!(!held.is_empty(), "an officer holds no mandate");
		ensure!(held.iter().collect::<BTreeSet<_>>().len() == held.len(), "one is held twice");
		for id in held {
			let mandate = existing::<T>(id)?;
			ensure!(
				mandate.officer.account == account
					&& mandate.officer.person == person
					&& mandate.ministry == ministry,
				"an account is one person's and one ministry's"
			);
		}
	}
	Ok(())
}

fn queue_holds_each_request_once<T: Config>() -> Result<(), TryRuntimeError> {
	let ends = RequestQueueEnds::<T>::get();
	let length = ends.tail.checked_sub(ends.head).ok_or("the queue ends before it begins")?;
	let queued = RequestQueue::<T>::iter().collect::<Vec<_>>();
	ensure!(u64::try_from(queued.len()) == Ok(length), "the queue has a gap");
	ensure!(Requests::<T>::iter_keys().count() == queued.len(), "a request stands in no queue");
	for (place, key) in queued {
		ensure!((ends.head..ends.tail).contains(&place), "a request stands beyond the queue");
		ensure!(Requests::<T>::contains_key(&key), "a request stands in the queue only");
	}
	Ok(())
}

fn existing<T: Config>(id: MandateId) -> Result<Mandate<T::AccountId>, TryRuntimeError> {
	Mandates::<T>::get(id).ok_or("a mandate is missing".into())
}
