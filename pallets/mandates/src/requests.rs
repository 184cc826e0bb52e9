//! Request ids: the same one twice is refused, and old ones are forgotten.
//!
//! A request id is kept for [`Config::RequestRetention`] blocks, the longest era of a transaction:
//! after that the transaction that carried it can no longer be sent, and a client that repeats a
//! request after so long means a new one.
//!
//! They stand in a queue in the order in which they were noted. Each noting first removes up to
//! [`PRUNED_PER_REQUEST`] from the queue's head whose time is past, so no hook has to sweep and the
//! work of each act is bounded. And the queue is bounded too: it grows only when a noting finds
//! nothing to remove, that is when all that stand in it were noted within the last
//! `RequestRetention` blocks. So it never holds more than that many blocks can carry acts; and
//! because up to two are removed for each that is added, it shrinks again after a peak.

use frame_support::{ensure, traits::Get};
use polity_primitives::act::{RequestId, RequestScope};
use sp_runtime::traits::Saturating;

use crate::{Config, Error, RequestQueue, RequestQueueEnds, Requests};

/// How many past request ids each noting removes at most. Two, so that the queue shrinks.
pub const PRUNED_PER_REQUEST: u32 = 2;

/// Notes a request id in its scope.
///
/// # Errors
/// [`Error::RequestRepeated`].
pub(crate) fn note<T: Config>(
	scope: RequestScope<T::AccountId>,
	request: RequestId,
) -> Result<(), Error<T>> {
	let key = (scope, request);
	// One that is past and not yet removed is refused too: to forget late is harmless, and its
	// place in the queue stays its only one.
	ensure!(!Requests::<T>::contains_key(&key), Error::<T>::RequestRepeated);
	let now = frame_system::Pallet::<T>::block_number();
	let mut ends = RequestQueueEnds::<T>::get();
	for _ in 0..PRUNED_PER_REQUEST {
		let Some(oldest) = RequestQueue::<T>::get(ends.head) else { break };
		if Requests::<T>::get(&oldest).is_some_and(|kept_until| now <= kept_until) {
			break;
		}
		Requests::<T>::remove(&oldest);
		RequestQueue::<T>::remove(ends.head);
		ends.head = ends.head.saturating_add(1);
	}
	Requests::<T>::insert(&key, now.saturating_add(T::RequestRetention::get()));
	RequestQueue::<T>::insert(ends.tail, key);
	ends.tail = ends.tail.saturating_add(1);
	RequestQueueEnds::<T>::put(ends);
	Ok(())
}
