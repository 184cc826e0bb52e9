//! Whether nodes attend to their slots: what is counted of them, announced maintenance, and nodes that
//! are stood down by the council's rule.

use alloc::vec::Vec;
use frame_support::{
	ensure,
	traits::{ConstU32, Get},
	BoundedVec,
};
use frame_system::pallet_prelude::BlockNumberFor;
use polity_primitives::{
	api::NodeAttendance, traits::AbsenceRule, AccountId, BlockNumber, MinistryId,
};
use sp_runtime::traits::{Saturating, UniqueSaturatedInto};
use sp_staking::SessionIndex;

use crate::{
	pallet::*,
	rules,
	types::{Attended, Maintenance, MinistryChange, MinistryState, SlotCount, MAX_MINISTRIES},
	WeightInfo, LOG_TARGET,
};

impl<T: Config> Pallet<T> {
	/// Counts the slot of a block, and those before it that were left empty.
	pub(crate) fn count_slots() {
		let slot = T::Slot::get();
		Counting::<T>::mutate(|counting| {
			if let Some(last) = counting.last_slot {
				rules::count_slots(last, slot, counting.nodes.as_mut());
			}
			counting.last_slot = Some(slot);
		});
	}

	/// Begins to count for the authorities of a session.
	pub(crate) fn begin_counting() {
		let authorities = pallet_session::Validators::<T>::decode_len().unwrap_or_default();
		Counting::<T>::mutate(|counting| {
			counting.nodes = BoundedVec::truncate_from(
				core::iter::repeat_n(SlotCount::default(), authorities).collect(),
			);
		});
	}

	/// Ends a session: says who has left slots empty, and stands down whom the rule demands.
	pub(crate) fn close_counting(session: SessionIndex) {
		let nodes = pallet_session::Validators::<T>::get();
		let counts = Counting::<T>::get().nodes;
		let before = LastAttendance::<T>::get();
		let rule = Absence::<T>::get();
		Self::drop_rested();
		let now = frame_system::Pallet::<T>::block_number();
		let maintenances = Maintenances::<T>::get();
		// Counted once, and only if somebody is to be stood down: it reads every ministry.
		let mut planned = None;
		let mut attended = Vec::new();
		for (node, count) in nodes.into_iter().zip(counts) {
			let Some(ministry) = Nodes::<T>::get(&node).map(|role| role.ministry) else { continue };
			let excused =
				maintenances.iter().any(|known| known.ministry == ministry && known.covers(now));
			if count.missed > 0 {
				Self::deposit_event(Event::SlotsMissed {
					session,
					ministry,
					node: node.clone(),
					due: count.due,
					missed: count.missed,
					excused,
				});
			}
			let counts = !excused && rule.is_some_and(|rule| rules::is_absent(&count, &rule));
			let absent_sessions = if counts {
				before
					.iter()
					.find(|known| known.node == node)
					.map_or(0, |known| known.absent_sessions)
					.saturating_add(1)
			} else {
				0
			};
			if rule.is_some_and(|rule| absent_sessions >= u32::from(rule.sessions)) {
				Self::stand_down(ministry, &node, session, absent_sessions, &mut planned);
			}
			attended.push(Attended { node, count, absent_sessions });
		}
		// As many as there are authorities, which is within the bound.
		LastAttendance::<T>::put(BoundedVec::<_, ConstU32<MAX_MINISTRIES>>::truncate_from(
			attended,
		));
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			<T as Config>::WeightInfo::close_counting(),
			frame_support::dispatch::DispatchClass::Mandatory,
		);
	}

	/// Takes a node out of the authorities, unless that would leave fewer than the floor.
	fn stand_down(
		ministry: MinistryId,
		node: &T::AccountId,
		session: SessionIndex,
		absent_sessions: u32,
		planned: &mut Option<u32>,
	) {
		if StoodDown::<T>::contains_key(ministry) || !Self::is_planned(ministry, node) {
			return;
		}
		let authorities = *planned.get_or_insert_with(|| rules::count(Self::with_keys().len()));
		if !rules::may_leave(authorities, Floor::<T>::get()) {
			Self::deposit_event(Event::NodeKeptAtFloor { ministry, node: node.clone(), session });
			return;
		}
		let change = MinistryChange::NodeStoodDown { node: node.clone(), session, absent_sessions };
		match Self::record(ministry, change) {
			Ok(head) => {
				StoodDown::<T>::insert(ministry, node);
				*planned = Some(authorities.saturating_sub(1));
				Self::deposit_event(Event::NodeStoodDown {
					ministry,
					node: node.clone(),
					session,
					absent_sessions,
					version: head.seq,
					head: head.hash,
				});
			},
			Err(error) => log::error!(target: LOG_TARGET, "a node is not stood down: {error:?}"),
		}
	}

	/// Whether a node is the one that its active ministry runs.
	fn is_planned(ministry: MinistryId, node: &T::AccountId) -> bool {
		Ministries::<T>::get(ministry).is_some_and(|known| {
			known.state == MinistryState::Active && known.node.as_ref() == Some(node)
		})
	}

	/// The ministry of a key that signs, and its node.
	fn signing_for_node(who: &T::AccountId) -> Result<(MinistryId, T::AccountId), Error<T>> {
		let (id, _, _) = Self::signing(who)?;
		let node = Ministries::<T>::get(id).and_then(|ministry| ministry.node);
		Ok((id, node.ok_or(Error::<T>::NoNode)?))
	}

	/// The maintenance that a ministry has announced, also one that is over and not rested yet.
	fn maintenance_of(id: MinistryId) -> Option<MaintenanceOf<T>> {
		Maintenances::<T>::get().into_iter().find(|known| known.ministry == id)
	}

	#[cfg(feature = "runtime-benchmarks")]
	pub(crate) fn in_maintenance(id: MinistryId) -> bool {
		let now = frame_system::Pallet::<T>::block_number();
		Self::maintenance_of(id).is_some_and(|known| known.covers(now))
	}

	/// Forgets what is over for as long as it had lasted, and that of ministries that are gone.
	fn drop_rested() {
		let now = frame_system::Pallet::<T>::block_number();
		let known = Maintenances::<T>::get();
		let before = known.len();
		let stay: Vec<_> = known.into_iter().filter(|one| now < one.rested_at()).collect();
		if stay.len() < before {
			// It is a part of a list that was within the bound.
			Maintenances::<T>::put(BoundedVec::<_, ConstU32<MAX_MINISTRIES>>::truncate_from(stay));
		}
	}

	pub(crate) fn do_announce(
		who: &T::AccountId,
		until: BlockNumberFor<T>,
	) -> Result<(), Error<T>> {
		let (id, node) = Self::signing_for_node(who)?;
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(until > now, Error::<T>::MaintenanceInPast);
		let longest: BlockNumberFor<T> = T::MaxMaintenance::get();
		ensure!(until.saturating_sub(now) <= longest, Error::<T>::MaintenanceTooLong);
		Self::drop_rested();
		match Self::maintenance_of(id) {
			Some(known) if known.covers(now) => return Err(Error::<T>::AlreadyInMaintenance),
			Some(_) => return Err(Error::<T>::MaintenanceTooSoon),
			None => {},
		}
		let authorities = pallet_session::Validators::<T>::get();
		let is_authority = |node: &T::AccountId| authorities.contains(node);
		let disabled =
			rules::count(pallet_session::DisabledValidators::<T>::decode_len().unwrap_or_default());
		let mut maintenances = Maintenances::<T>::get();
		let away = rules::count(
			maintenances.iter().filter(|one| one.covers(now) && is_authority(&one.node)).count(),
		)
		.saturating_add(disabled);
		ensure!(
			!is_authority(&node) || rules::may_be_away(rules::count(authorities.len()), away),
			Error::<T>::TooManyInMaintenance
		);
		maintenances
			.try_push(Maintenance { ministry: id, node: node.clone(), from: now, until })
			.map_err(|_| Error::<T>::TooManyInMaintenance)?;
		Maintenances::<T>::put(maintenances);
		Self::deposit_event(Event::MaintenanceAnnounced { ministry: id, node, until });
		Ok(())
	}

	pub(crate) fn do_end_maintenance(who: &T::AccountId) -> Result<(), Error<T>> {
		let (id, _, _) = Self::signing(who)?;
		let now = frame_system::Pallet::<T>::block_number();
		let mut maintenances = Maintenances::<T>::get();
		let known = maintenances
			.iter_mut()
			.find(|one| one.ministry == id && one.covers(now))
			.ok_or(Error::<T>::NotInMaintenance)?;
		known.until = now;
		let node = known.node.clone();
		Maintenances::<T>::put(maintenances);
		Self::deposit_event(Event::MaintenanceEnded { ministry: id, node, at: now });
		Ok(())
	}

	pub(crate) fn do_return_node(who: &T::AccountId) -> Result<(), Error<T>> {
		let (id, _, _) = Self::signing(who)?;
		let node = StoodDown::<T>::get(id).ok_or(Error::<T>::NodeNotStoodDown)?;
		let head = Self::record(id, MinistryChange::NodeReturned { node: node.clone() })?;
		StoodDown::<T>::remove(id);
		// It begins anew: what it missed before has been dealt with.
		LastAttendance::<T>::mutate(|attended| {
			for known in attended.iter_mut().filter(|known| known.node == node) {
				known.absent_sessions = 0;
			}
		});
		Self::deposit_event(Event::NodeReturned {
			ministry: id,
			node,
			version: head.seq,
			head: head.hash,
		});
		Ok(())
	}

	pub(crate) fn do_set_absence_rule(rule: Option<AbsenceRule>) -> Result<(), Error<T>> {
		ensure!(
			rule.is_none_or(|rule| rules::is_absence_rule(&rule)),
			Error::<T>::AbsenceRuleEmpty
		);
		Absence::<T>::set(rule);
		Self::deposit_event(Event::AbsenceRuleSet { rule });
		Ok(())
	}
}

impl<T: Config> Pallet<T>
where
	T::AccountId: Into<AccountId>,
{
	/// How the node of each admitted ministry has attended to its slots, as the runtime API answers it.
	pub fn attendance() -> Vec<NodeAttendance> {
		let attended = LastAttendance::<T>::get();
		let now = frame_system::Pallet::<T>::block_number();
		Self::ministries()
			.filter_map(|(ministry, known)| Some((ministry, known.node?)))
			.map(|(ministry, node)| {
				let own = attended.iter().find(|one| one.node == node);
				let count = own.map(|one| one.count).unwrap_or_default();
				NodeAttendance {
					ministry,
					due: count.due,
					missed: count.missed,
					absent_sessions: own.map_or(0, |one| one.absent_sessions),
					maintenance_until: Self::maintenance_of(ministry)
						.filter(|one| one.covers(now))
						.map(|one| {
							UniqueSaturatedInto::<BlockNumber>::unique_saturated_into(one.until)
						}),
					stood_down: StoodDown::<T>::contains_key(ministry),
					node: node.into(),
				}
			})
			.collect()
	}
}
