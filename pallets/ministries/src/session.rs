//! The session manager: who the authorities are, who is disabled, and what is known of the past.

use alloc::vec::Vec;
use codec::Encode;
use core::marker::PhantomData;
use frame_support::{dispatch::DispatchClass, traits::Get, weights::Weight};
use frame_system::pallet_prelude::BlockNumberFor;
use pallet_session::{
	disabling::{DisablingDecision, DisablingStrategy},
	historical,
};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{traits::Convert, Perbill};
use sp_staking::{
	offence::{OffenceDetails, OffenceSeverity, OnOffenceHandler},
	SessionIndex,
};

use crate::{
	pallet::*,
	rules,
	types::{MinistryChange, NodeState},
	WeightInfo, LOG_TARGET,
};

impl<T: Config> Pallet<T> {
	/// The authorities of a session that is planned, or none if neither a node nor a session key
	/// changed since the last answer.
	///
	/// An answer, even the same one, makes the session pallet hand out a new set and forgive those
	/// who are disabled, so that none must be given without a change. And one must be given when
	/// only a key changed: without it, the proofs of the session would lack the new key.
	fn plan(session: SessionIndex) -> Option<Vec<T::AccountId>> {
		let authorities = Self::with_keys();
		let (with_keys, floor) = (rules::count(authorities.len()), Floor::<T>::get());
		if with_keys < floor {
			log::error!(
				target: LOG_TARGET,
				"{with_keys} nodes have session keys, the floor is {floor}: the authorities stay",
			);
			Self::deposit_event(Event::AuthoritiesHeldAtFloor { session, with_keys, floor });
			return None;
		}
		let planned = H256(authorities.using_encoded(blake2_256));
		if authorities.is_empty() || Planned::<T>::get() == Some(planned) {
			return None;
		}
		Planned::<T>::put(planned);
		let nodes: Vec<_> = authorities.into_iter().map(|(node, _)| node).collect();
		Self::deposit_event(Event::AuthoritiesPlanned { session, nodes: nodes.clone() });
		Some(nodes)
	}

	/// The authorities of the first two sessions: always an answer where there are ministries.
	///
	/// Panics with a clear text when the preset breaks a rule that needs the session keys, which
	/// genesis sets after this pallet: there is no chain yet.
	fn plan_genesis(session: SessionIndex) -> Option<Vec<T::AccountId>> {
		let authorities = Self::with_keys();
		let floor = Floor::<T>::get();
		assert!(
			rules::count(authorities.len()) >= floor,
			"ministries genesis: {} nodes have session keys, fewer than the floor of {floor}",
			authorities.len()
		);
		for (node, keys) in &authorities {
			assert!(
				Self::session_keys_are_separate(keys),
				"ministries genesis: a session key of the node {node:?} is also an account of a \
				seat, a node or an officer, or is used twice"
			);
		}
		Planned::<T>::kill();
		Self::plan(session)
	}

	/// Forgets what is too old to be punished, and lets go of the nodes that are out.
	fn begin(session: SessionIndex) {
		let first_kept = session.saturating_sub(T::SessionsKept::get());
		if first_kept > 0 {
			historical::Pallet::<T>::prune_up_to(first_kept);
		}
		Self::begin_counting();
		let departing = Departing::<T>::get();
		if departing.is_empty() {
			return;
		}
		let current = pallet_session::Validators::<T>::get();
		let queued = pallet_session::QueuedKeys::<T>::get();
		let (stay, out): (Vec<_>, Vec<_>) = departing.into_iter().partition(|node| {
			current.contains(node) || queued.iter().any(|(other, _)| other == node)
		});
		for node in out {
			let ministry = Nodes::<T>::get(&node).map(|role| role.ministry);
			Self::node_out(&node);
			if let Some(ministry) = ministry {
				Self::deposit_event(Event::NodeDeparted { ministry, node });
			}
		}
		// It is a part of a list that was within the bound.
		Departing::<T>::put(frame_support::BoundedVec::truncate_from(stay));
	}

	/// Disables an offender if the strategy allows it, and puts the offence on record.
	fn note_offence(node: &T::AccountId, severity: Perbill, session: SessionIndex) {
		pallet_session::Pallet::<T>::report_offence(node.clone(), OffenceSeverity(severity));
		let Some(role) = Nodes::<T>::get(node) else {
			Self::deposit_event(Event::FormerNodeOffended {
				node: node.clone(),
				session,
				severity,
			});
			return;
		};
		let disabled =
			pallet_session::Pallet::<T>::validator_id_to_index(node).is_some_and(|index| {
				pallet_session::Pallet::<T>::disabled_validators().contains(&index)
			});
		let change =
			MinistryChange::NodeOffended { node: node.clone(), session, severity, disabled };
		match Self::record(role.ministry, change) {
			Ok(head) => Self::deposit_event(Event::NodeOffended {
				ministry: role.ministry,
				node: node.clone(),
				session,
				severity,
				disabled,
				version: head.seq,
				head: head.hash,
			}),
			Err(error) => log::error!(target: LOG_TARGET, "an offence is not recorded: {error:?}"),
		}
	}
}

impl<T: Config> pallet_session::SessionManager<T::AccountId> for Pallet<T> {
	fn new_session(index: SessionIndex) -> Option<Vec<T::AccountId>> {
		Self::plan(index)
	}

	fn new_session_genesis(index: SessionIndex) -> Option<Vec<T::AccountId>> {
		Self::plan_genesis(index)
	}

	fn start_session(index: SessionIndex) {
		Self::begin(index)
	}

	fn end_session(index: SessionIndex) {
		Self::close_counting(index)
	}
}

impl<T: Config> historical::SessionManager<T::AccountId, ()> for Pallet<T> {
	fn new_session(index: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
		Self::plan(index).map(identified)
	}

	fn new_session_genesis(index: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
		Self::plan_genesis(index).map(identified)
	}

	fn start_session(index: SessionIndex) {
		Self::begin(index)
	}

	fn end_session(index: SessionIndex) {
		Self::close_counting(index)
	}
}

/// Nodes with their identification, of which there is none besides the account.
fn identified<AccountId>(nodes: Vec<AccountId>) -> Vec<(AccountId, ())> {
	nodes.into_iter().map(|node| (node, ())).collect()
}

impl<T: Config> OnOffenceHandler<T::AccountId, (T::AccountId, ()), Weight> for Pallet<T> {
	/// Notes every offender of a report. A report repeats those who were reported earlier for the
	/// same round, so that one offence can be on record more than once, with the same session.
	fn on_offence(
		offenders: &[OffenceDetails<T::AccountId, (T::AccountId, ())>],
		severities: &[Perbill],
		session: SessionIndex,
	) -> Weight {
		let mut weight = Weight::zero();
		for (details, severity) in offenders.iter().zip(severities) {
			let (node, ()) = &details.offender;
			Self::note_offence(node, *severity, session);
			weight = weight.saturating_add(<T as Config>::WeightInfo::note_offence());
		}
		weight
	}
}

impl<T: Config> pallet_authorship::EventHandler<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn note_author(author: T::AccountId) {
		LastAuthored::<T>::insert(author, frame_system::Pallet::<T>::block_number());
		Self::count_slots();
		// The authorship pallet counts nothing for this.
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			<T as Config>::WeightInfo::note_author(),
			DispatchClass::Mandatory,
		);
	}
}

/// Disables an offender only while enough authorities stay at work: at most a third of all but
/// one, and never so many that fewer than the floor are left. Who is disabled stays so until the
/// authorities or their keys change.
pub struct FloorDisablingStrategy;

impl<T: Config> DisablingStrategy<T> for FloorDisablingStrategy {
	fn decision(
		offender: &T::AccountId,
		severity: OffenceSeverity,
		disabled: &Vec<(u32, OffenceSeverity)>,
	) -> DisablingDecision {
		let none = DisablingDecision { disable: None, reenable: None };
		let Some(index) = pallet_session::Pallet::<T>::validator_id_to_index(offender) else {
			return none;
		};
		let allowed = match disabled.iter().find(|(other, _)| *other == index) {
			// Disabled already: only a graver offence is worth writing down.
			Some((_, known)) => severity > *known,
			None => rules::may_disable(
				rules::count(pallet_session::Validators::<T>::decode_len().unwrap_or_default()),
				rules::count(disabled.len()),
				Floor::<T>::get(),
			),
		};
		if allowed {
			DisablingDecision { disable: Some(index), reenable: None }
		} else {
			none
		}
	}
}

/// For `pallet_session::Config::ValidatorIdOf`: only the account of a node that the seat has
/// confirmed can set session keys. One storage read.
pub struct NodeIdOf<T>(PhantomData<T>);

impl<T: Config> Convert<T::AccountId, Option<T::AccountId>> for NodeIdOf<T> {
	fn convert(account: T::AccountId) -> Option<T::AccountId> {
		Nodes::<T>::get(&account).filter(|role| role.state != NodeState::Nominated).map(|_| account)
	}
}

/// For `pallet_session::historical::Config::FullIdentificationOf`: an authority is identified by
/// its account alone.
pub struct NodeIdentificationOf;

impl<AccountId> Convert<AccountId, Option<()>> for NodeIdentificationOf {
	fn convert(_: AccountId) -> Option<()> {
		Some(())
	}
}
