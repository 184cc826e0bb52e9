//! What the council decides about ministries, and what their seats prepare.
//!
//! Every function checks all before it writes anything, so that a refusal leaves no trace even
//! where no transactional layer surrounds it.

use alloc::{collections::BTreeSet, vec::Vec};
use codec::{DecodeAll, Encode};
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::{ChangeMembers, ConstU32},
	BoundedVec,
};
use pallet_session::SessionInterface;
use polity_primitives::{
	keep_account, record,
	traits::{
		AbsenceRule, JointAccount, LegalClock, MinistryAdministration, NewMinistry, OfficerLookup,
		MAX_SEAT_KEYS,
	},
	District, Head, MinistryId, RecordKind, Register, Signatory,
};
use sp_runtime::traits::OpaqueKeys;

use crate::{
	pallet::*,
	rules,
	types::{
		Ministry, MinistryChange, MinistryState, NodeRole, NodeState, Nomination, Seat,
		MAX_DEPARTING_NODES,
	},
	LOG_TARGET,
};

/// What is asked of one ministry.
type Outcome<T, Value = ()> = Result<Value, Error<T>>;

impl<T: Config> Pallet<T> {
	/// The ministries that are not expelled, in the order of their ids.
	pub(crate) fn ministries() -> impl Iterator<Item = (MinistryId, Ministry<T::AccountId>)> {
		Admitted::<T>::get()
			.into_iter()
			.filter_map(|id| Ministries::<T>::get(id).map(|ministry| (id, ministry)))
	}

	/// The seats of the active ministries, sorted: who the council's members have to be.
	pub(crate) fn council_of_active() -> Vec<T::AccountId> {
		let mut seats: Vec<_> = Self::ministries()
			.filter(|(_, ministry)| ministry.state == MinistryState::Active)
			.map(|(_, ministry)| ministry.seat_account)
			.collect();
		seats.sort();
		seats
	}

	/// The nodes of active ministries that have session keys and were not stood down, with their keys:
	/// who the authorities of the next session that is planned are.
	pub fn with_keys() -> Vec<(T::AccountId, T::Keys)> {
		Self::ministries()
			.filter(|(_, ministry)| ministry.state == MinistryState::Active)
			.filter(|(id, _)| !StoodDown::<T>::contains_key(id))
			.filter_map(|(_, ministry)| ministry.node)
			.filter_map(|node| pallet_session::NextKeys::<T>::get(&node).map(|keys| (node, keys)))
			.collect()
	}

	/// Whether no session key of a set is an account of a seat, a node or an officer, and none is
	/// in the set twice. The runtime asks it of `session.set_keys` too.
	pub fn session_keys_are_separate(keys: &T::Keys) -> bool {
		let raw: Vec<&[u8]> = T::Keys::key_ids().iter().map(|kind| keys.get_raw(*kind)).collect();
		let repeated = raw
			.iter()
			.enumerate()
			.any(|(place, key)| raw.iter().skip(place.saturating_add(1)).any(|other| other == key));
		!repeated
			&& !raw.into_iter().any(|mut key| {
				T::AccountId::decode_all(&mut key).is_ok_and(|account| {
					Self::has_role(&account) || T::Officers::officer_of(&account).is_some()
				})
			})
	}

	/// Whether an account is a seat, a seat's key or a node, also a nominated or a departing one.
	pub(crate) fn has_role(account: &T::AccountId) -> bool {
		SeatKeys::<T>::contains_key(account)
			|| SeatAccounts::<T>::contains_key(account)
			|| Nodes::<T>::contains_key(account)
	}

	/// Whether an account is, byte for byte, a session key that somebody has set.
	pub(crate) fn is_session_key(account: &T::AccountId) -> bool {
		account.using_encoded(|bytes| {
			T::Keys::key_ids()
				.iter()
				.any(|kind| pallet_session::Pallet::<T>::key_owner(*kind, bytes).is_some())
		})
	}

	/// An account that gets a role has none yet, of ours, of an officer or of a session key.
	fn ensure_free(account: &T::AccountId) -> Outcome<T> {
		ensure!(!Self::has_role(account), Error::<T>::AccountTaken);
		ensure!(T::Officers::officer_of(account).is_none(), Error::<T>::AccountIsOfficer);
		ensure!(!Self::is_session_key(account), Error::<T>::AccountIsSessionKey);
		Ok(())
	}

	/// A ministry that is not expelled.
	fn known(id: MinistryId) -> Outcome<T, Ministry<T::AccountId>> {
		let ministry = Ministries::<T>::get(id).ok_or(Error::<T>::UnknownMinistry)?;
		ensure!(ministry.state != MinistryState::Expelled, Error::<T>::MinistryExpelled);
		Ok(ministry)
	}

	/// Nobody speaks for two ministries: a person who holds a key of a seat holds none of another
	/// one's, also of a suspended ministry's.
	fn ensure_persons_free(of: Option<MinistryId>, seat: &Seat<T::AccountId>) -> Outcome<T> {
		let others =
			Self::ministries().filter(|(id, _)| of != Some(*id)).flat_map(|(_, other)| other.seat);
		let seated: BTreeSet<_> = others.map(|signatory| signatory.person).collect();
		ensure!(
			!seat.iter().any(|signatory| seated.contains(&signatory.person)),
			Error::<T>::PersonOfAnotherSeat
		);
		Ok(())
	}

	/// Checks a seat and returns the account by which it votes. The keys that the ministry has now
	/// may stay.
	fn check_seat(
		of: Option<MinistryId>,
		seat: &Seat<T::AccountId>,
		threshold: u16,
	) -> Outcome<T, T::AccountId> {
		rules::check_seat(seat, threshold, MinimumSeatKeys::<T>::get())?;
		for signatory in seat {
			let stays = of.is_some() && SeatKeys::<T>::get(&signatory.account) == of;
			if !stays {
				Self::ensure_free(&signatory.account)?;
			}
		}
		Self::ensure_persons_free(of, seat)?;
		let keys: Vec<_> = seat.iter().map(|signatory| signatory.account.clone()).collect();
		if let [only] = keys.as_slice() {
			// The only key votes by itself.
			return Ok(only.clone());
		}
		let seat_account = T::JointAccount::of(keys, threshold);
		let stays = of.is_some() && SeatAccounts::<T>::get(&seat_account) == of;
		if !stays {
			Self::ensure_free(&seat_account)?;
		}
		ensure!(
			!seat.iter().any(|signatory| signatory.account == seat_account),
			Error::<T>::AccountTaken
		);
		Ok(seat_account)
	}

	/// The ministry can lose its node without the authorities going under the floor.
	fn ensure_node_may_leave(id: MinistryId, ministry: &Ministry<T::AccountId>) -> Outcome<T> {
		let is_authority = ministry.state == MinistryState::Active
			&& !StoodDown::<T>::contains_key(id)
			&& ministry.node.as_ref().is_some_and(pallet_session::NextKeys::<T>::contains_key);
		ensure!(
			!is_authority
				|| rules::may_leave(rules::count(Self::with_keys().len()), Floor::<T>::get()),
			Error::<T>::BelowFloor
		);
		Ok(())
	}

	/// The departing nodes and, if there is one, one more.
	fn departing_with(
		node: Option<&T::AccountId>,
	) -> Outcome<T, BoundedVec<T::AccountId, ConstU32<MAX_DEPARTING_NODES>>> {
		let mut departing = Departing::<T>::get();
		if let Some(node) = node {
			departing.try_push(node.clone()).map_err(|_| Error::<T>::TooManyDepartures)?;
		}
		Ok(departing)
	}

	/// Appends an entry to a ministry's record.
	pub(crate) fn record(id: MinistryId, change: MinistryChange<T::AccountId>) -> Outcome<T, Head> {
		let at = T::Clock::recorded_at(Register::PublicOffice, District::NATIONAL);
		let head = record::append::<_, _, Heads<T>, Entries<T>>(
			RecordKind::Ministry,
			&id,
			at,
			None,
			None,
			change,
		)?;
		Ok(head)
	}

	fn seat_in(id: MinistryId, seat: &Seat<T::AccountId>, seat_account: &T::AccountId) {
		for signatory in seat {
			SeatKeys::<T>::insert(&signatory.account, id);
			keep_account::<T>(&signatory.account);
		}
		SeatAccounts::<T>::insert(seat_account, id);
	}

	fn seat_out(seat: &Seat<T::AccountId>, seat_account: &T::AccountId) {
		for signatory in seat {
			SeatKeys::<T>::remove(&signatory.account);
		}
		SeatAccounts::<T>::remove(seat_account);
	}

	/// Frees the account of a node: its session keys, what it authored, its role. The consumer
	/// reference of the session keys goes with them; the account itself stays, and its nonce.
	pub(crate) fn node_out(node: &T::AccountId) {
		if pallet_session::NextKeys::<T>::contains_key(node) {
			if let Err(error) = <pallet_session::Pallet<T> as SessionInterface>::purge_keys(node) {
				log::error!(target: LOG_TARGET, "session keys are not deleted: {error:?}");
			}
		}
		Nodes::<T>::remove(node);
		LastAuthored::<T>::remove(node);
	}

	/// Ends the nomination of a ministry, if there is one.
	fn nomination_out(id: MinistryId, withdrawn_by: Option<&T::AccountId>) {
		if let Some(Nomination { node, .. }) = Nominations::<T>::take(id) {
			Self::node_out(&node);
			Self::deposit_event(Event::NominationWithdrawn {
				ministry: id,
				node,
				withdrawn_by: withdrawn_by.cloned(),
			});
		}
	}

	/// Does something that may change who is active, and hands the council its new members.
	fn with_council<Value>(change: impl FnOnce() -> Outcome<T, Value>) -> Outcome<T, Value> {
		let before = Self::council_of_active();
		let value = change()?;
		let after = Self::council_of_active();
		if before != after {
			T::Council::set_members_sorted(&after, &before);
		}
		Ok(value)
	}

	/// Admits a ministry, and leaves the council's members to the caller.
	pub(crate) fn do_admit(new: NewMinistry<T::AccountId>) -> Outcome<T, MinistryId> {
		rules::check_name(&new.name)?;
		ensure!(
			!Self::ministries().any(|(_, ministry)| ministry.name == new.name),
			Error::<T>::NameTaken
		);
		let seat_account = Self::check_seat(None, &new.seat, new.threshold)?;
		if let Some(node) = &new.node {
			Self::ensure_free(node)?;
			let in_seat = new.seat.iter().any(|signatory| signatory.account == *node);
			ensure!(!in_seat && *node != seat_account, Error::<T>::AccountTaken);
		}
		let id = LastMinistry::<T>::get().next().ok_or(Error::<T>::TooManyMinistries)?;
		let mut admitted = Admitted::<T>::get();
		admitted.try_push(id).map_err(|_| Error::<T>::TooManyMinistries)?;

		let head = Self::record(id, MinistryChange::Admitted(new.clone()))?;
		LastMinistry::<T>::put(id);
		Admitted::<T>::put(admitted);
		Self::seat_in(id, &new.seat, &seat_account);
		if let Some(node) = &new.node {
			Nodes::<T>::insert(node, NodeRole { ministry: id, state: NodeState::Appointed });
			keep_account::<T>(node);
		}
		Ministries::<T>::insert(
			id,
			Ministry {
				name: new.name.clone(),
				seat: new.seat.clone(),
				threshold: new.threshold,
				seat_account: seat_account.clone(),
				node: new.node.clone(),
				state: MinistryState::Active,
			},
		);
		Self::deposit_event(Event::MinistryAdmitted {
			ministry: id,
			admitted: new,
			seat_account,
			version: head.seq,
			head: head.hash,
		});
		Ok(id)
	}

	fn do_suspend(id: MinistryId) -> Outcome<T> {
		let mut ministry = Self::known(id)?;
		ensure!(ministry.state == MinistryState::Active, Error::<T>::NotActive);
		Self::ensure_node_may_leave(id, &ministry)?;

		let head = Self::record(id, MinistryChange::Suspended)?;
		ministry.state = MinistryState::Suspended;
		Ministries::<T>::insert(id, &ministry);
		Self::deposit_event(Event::MinistrySuspended {
			ministry: id,
			seat_account: ministry.seat_account,
			node: ministry.node,
			version: head.seq,
			head: head.hash,
		});
		Ok(())
	}

	fn do_reinstate(id: MinistryId) -> Outcome<T> {
		let mut ministry = Self::known(id)?;
		ensure!(ministry.state == MinistryState::Suspended, Error::<T>::NotSuspended);

		let head = Self::record(id, MinistryChange::Reinstated)?;
		ministry.state = MinistryState::Active;
		Ministries::<T>::insert(id, &ministry);
		Self::deposit_event(Event::MinistryReinstated {
			ministry: id,
			seat_account: ministry.seat_account,
			node: ministry.node,
			version: head.seq,
			head: head.hash,
		});
		Ok(())
	}

	fn do_expel(id: MinistryId) -> Outcome<T> {
		let mut ministry = Self::known(id)?;
		Self::ensure_node_may_leave(id, &ministry)?;
		let departing = Self::departing_with(ministry.node.as_ref())?;

		let head = Self::record(id, MinistryChange::Expelled)?;
		StoodDown::<T>::remove(id);
		Self::nomination_out(id, None);
		Self::seat_out(&ministry.seat, &ministry.seat_account);
		let node = ministry.node.take();
		if let Some(node) = &node {
			Nodes::<T>::insert(node, NodeRole { ministry: id, state: NodeState::Departing });
		}
		Departing::<T>::put(departing);
		Admitted::<T>::mutate(|admitted| admitted.retain(|other| *other != id));
		ministry.state = MinistryState::Expelled;
		Ministries::<T>::insert(id, &ministry);
		Self::deposit_event(Event::MinistryExpelled {
			ministry: id,
			seat_account: ministry.seat_account,
			node,
			version: head.seq,
			head: head.hash,
		});
		Ok(())
	}

	fn do_replace_node(id: MinistryId, old: Option<T::AccountId>, new: T::AccountId) -> Outcome<T> {
		let mut ministry = Self::known(id)?;
		ensure!(ministry.node == old, Error::<T>::NotTheNode);
		let confirmed = NodeRole { ministry: id, state: NodeState::Confirmed };
		ensure!(Nodes::<T>::get(&new) == Some(confirmed), Error::<T>::NodeNotNominated);
		let keys = pallet_session::NextKeys::<T>::get(&new).ok_or(Error::<T>::NodeHasNoKeys)?;
		ensure!(Self::session_keys_are_separate(&keys), Error::<T>::SessionKeysNotSeparate);
		let departing = Self::departing_with(old.as_ref())?;

		// The new node has keys, so that there are never fewer authorities than before: the one
		// way in which a node leaves where the floor allows none to.
		let change = MinistryChange::NodeReplaced { old: old.clone(), new: new.clone() };
		let head = Self::record(id, change)?;
		if let Some(old) = &old {
			Nodes::<T>::insert(old, NodeRole { ministry: id, state: NodeState::Departing });
		}
		Departing::<T>::put(departing);
		// The node that was absent is gone; this one has missed nothing.
		StoodDown::<T>::remove(id);
		Nominations::<T>::remove(id);
		Nodes::<T>::insert(&new, NodeRole { ministry: id, state: NodeState::Appointed });
		ministry.node = Some(new.clone());
		Ministries::<T>::insert(id, ministry);
		Self::deposit_event(Event::NodeReplaced {
			ministry: id,
			old,
			new,
			version: head.seq,
			head: head.hash,
		});
		Ok(())
	}

	fn do_replace_seat(id: MinistryId, seat: Seat<T::AccountId>, threshold: u16) -> Outcome<T> {
		let mut ministry = Self::known(id)?;
		let seat_account = Self::check_seat(Some(id), &seat, threshold)?;

		let change = MinistryChange::SeatReplaced { seat: seat.clone(), threshold };
		let head = Self::record(id, change)?;
		// A nomination that only one key of the old seat has signed falls with that seat.
		if Nominations::<T>::get(id)
			.and_then(|nomination| Nodes::<T>::get(nomination.node))
			.is_some_and(|role| role.state == NodeState::Nominated)
		{
			Self::nomination_out(id, None);
		}
		Self::seat_out(&ministry.seat, &ministry.seat_account);
		Self::seat_in(id, &seat, &seat_account);
		let old_seat_account = core::mem::replace(&mut ministry.seat_account, seat_account.clone());
		ministry.seat = seat.clone();
		ministry.threshold = threshold;
		Ministries::<T>::insert(id, ministry);
		Self::deposit_event(Event::SeatReplaced {
			ministry: id,
			seat,
			threshold,
			old_seat_account,
			seat_account,
			version: head.seq,
			head: head.hash,
		});
		Ok(())
	}

	/// The ministry and the person of the key that signs, and the ministry's seat.
	pub(crate) fn signing(
		who: &T::AccountId,
	) -> Outcome<T, (MinistryId, Signatory<T::AccountId>, Seat<T::AccountId>)> {
		let id = SeatKeys::<T>::get(who).ok_or(Error::<T>::NotSeatKey)?;
		let seat = Self::known(id)?.seat;
		let signatory = seat
			.iter()
			.find(|signatory| signatory.account == *who)
			.cloned()
			.ok_or(Error::<T>::NotSeatKey)?;
		Ok((id, signatory, seat))
	}

	/// The nomination of exactly this node.
	fn nominated(id: MinistryId, node: &T::AccountId) -> Outcome<T, Nomination<T::AccountId>> {
		Nominations::<T>::get(id)
			.filter(|nomination| nomination.node == *node)
			.ok_or(Error::<T>::NotNominated)
	}

	pub(crate) fn do_nominate(who: &T::AccountId, node: T::AccountId) -> Outcome<T> {
		let (id, signatory, seat) = Self::signing(who)?;
		ensure!(!Nominations::<T>::contains_key(id), Error::<T>::NominationPending);
		Self::ensure_free(&node)?;

		Nominations::<T>::insert(id, Nomination { node: node.clone(), nominated_by: signatory });
		Nodes::<T>::insert(&node, NodeRole { ministry: id, state: NodeState::Nominated });
		Self::deposit_event(Event::NodeNominated {
			ministry: id,
			node: node.clone(),
			nominated_by: who.clone(),
		});
		if seat.len() == 1 {
			Self::confirmed(id, node, who);
		}
		Ok(())
	}

	pub(crate) fn do_confirm(who: &T::AccountId, node: &T::AccountId) -> Outcome<T> {
		let (id, signatory, _) = Self::signing(who)?;
		let nomination = Self::nominated(id, node)?;
		ensure!(
			Nodes::<T>::get(node).is_some_and(|role| role.state == NodeState::Nominated),
			Error::<T>::AlreadyConfirmed
		);
		ensure!(!signatory.is_same_as(&nomination.nominated_by), Error::<T>::ConfirmedByNominator);
		Self::confirmed(id, nomination.node, who);
		Ok(())
	}

	fn confirmed(id: MinistryId, node: T::AccountId, confirmed_by: &T::AccountId) {
		Nodes::<T>::insert(&node, NodeRole { ministry: id, state: NodeState::Confirmed });
		keep_account::<T>(&node);
		Self::deposit_event(Event::NominationConfirmed {
			ministry: id,
			node,
			confirmed_by: confirmed_by.clone(),
		});
	}

	pub(crate) fn do_withdraw(who: &T::AccountId, node: &T::AccountId) -> Outcome<T> {
		let (id, _, _) = Self::signing(who)?;
		Self::nominated(id, node)?;
		Self::nomination_out(id, Some(who));
		Ok(())
	}
}

impl<T: Config> MinistryAdministration<T::AccountId> for Pallet<T> {
	fn admit(ministry: NewMinistry<T::AccountId>) -> DispatchResult {
		Self::with_council(|| Self::do_admit(ministry))?;
		Ok(())
	}

	fn suspend(ministry: MinistryId) -> DispatchResult {
		Ok(Self::with_council(|| Self::do_suspend(ministry))?)
	}

	fn reinstate(ministry: MinistryId) -> DispatchResult {
		Ok(Self::with_council(|| Self::do_reinstate(ministry))?)
	}

	fn replace_node(
		ministry: MinistryId,
		old: Option<T::AccountId>,
		new: T::AccountId,
	) -> DispatchResult {
		Ok(Self::do_replace_node(ministry, old, new)?)
	}

	fn replace_seat(
		ministry: MinistryId,
		seat: BoundedVec<Signatory<T::AccountId>, ConstU32<MAX_SEAT_KEYS>>,
		threshold: u16,
	) -> DispatchResult {
		Ok(Self::with_council(|| Self::do_replace_seat(ministry, seat, threshold))?)
	}

	fn expel(ministry: MinistryId) -> DispatchResult {
		Ok(Self::with_council(|| Self::do_expel(ministry))?)
	}

	fn set_absence_rule(rule: Option<AbsenceRule>) -> DispatchResult {
		Ok(Self::do_set_absence_rule(rule)?)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn prepare_for_benchmark() -> (MinistryId, Option<T::AccountId>, T::AccountId) {
		crate::benchmarking::prepare::<T>()
	}
}
