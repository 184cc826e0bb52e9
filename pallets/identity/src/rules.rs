//! The rules: what may become of a person's record, and what a person may do. Plain functions.

use polity_primitives::{time::CalendarDate, ActKind, Capacity, StandingError};
use sp_runtime::traits::AtLeast32BitUnsigned;

use crate::types::{
	GuardianSet, PersonBody, PersonChange, PersonId, PersonRecord, PersonStanding, MAX_GUARDIANS,
	MIN_GUARDIANS,
};

/// Why a change of a person's record is not lawful.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ChangeError {
	/// The tag is not enrolled.
	NotEnrolled,
	/// The tag is enrolled already.
	AlreadyEnrolled,
	/// The person has died.
	Deceased,
	/// A court has frozen the person.
	Frozen,
	/// The tag was merged into another.
	Merged,
	/// The person is frozen already.
	AlreadyFrozen,
	/// The person is not frozen.
	NotFrozen,
	/// No death is recorded.
	NotDeceased,
	/// The version named is not the one that recorded the death.
	WrongCorrection,
	/// The tag has a controller.
	HasController,
	/// The tag has no controller.
	NoController,
	/// The new controller is the old one.
	SameController,
	/// A tag cannot be merged into itself.
	MergedIntoItself,
	/// The tag that is to stay is not enrolled.
	SurvivorNotEnrolled,
	/// The tag that is to stay is frozen, of a dead person, or merged itself.
	SurvivorNotAlive,
}

/// Why a change cannot be approved with these keys of a claim.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OfferError {
	/// An offer takes a second key.
	SecondKeyMissing,
	/// What is no offer takes no key.
	SecondKeyUnexpected,
	/// The two keys of an offer are one.
	KeysEqual,
}

/// The keys that claim a tag once `change` is approved with `second_key`, in the order of the
/// officers; none if it is no offer. They are two, so that neither officer has both.
///
/// # Errors
/// The [`OfferError`] that applies.
pub fn claim_keys<AccountId: Clone + PartialEq>(
	change: &PersonChange<AccountId>,
	second_key: Option<&AccountId>,
) -> Result<Option<[AccountId; 2]>, OfferError> {
	match (change, second_key) {
		(PersonChange::OfferClaim { .. }, None) => Err(OfferError::SecondKeyMissing),
		(PersonChange::OfferClaim { claim_key }, Some(second)) if claim_key == second => {
			Err(OfferError::KeysEqual)
		},
		(PersonChange::OfferClaim { claim_key }, Some(second)) => {
			Ok(Some([claim_key.clone(), second.clone()]))
		},
		(_, Some(_)) => Err(OfferError::SecondKeyUnexpected),
		(_, None) => Ok(None),
	}
}

/// The record of `person` after `change`, from the record as it is (none: not enrolled) and its
/// version. `survivor` is where the tag named by [`PersonChange::MergeInto`] stands.
///
/// # Errors
/// The [`ChangeError`] that applies first: a person's standing comes before its controller.
pub fn change<AccountId: Clone + PartialEq>(
	person: &PersonId,
	record: Option<&PersonRecord<AccountId>>,
	version: u32,
	change: &PersonChange<AccountId>,
	survivor: Option<&PersonStanding>,
) -> Result<PersonRecord<AccountId>, ChangeError> {
	use PersonChange as Change;
	use PersonStanding as Is;

	let Some(record) = record else {
		return match change {
			Change::Enrol { controller } => {
				Ok(PersonRecord { controller: controller.clone(), standing: Is::Alive })
			},
			_ => Err(ChangeError::NotEnrolled),
		};
	};
	let with_controller = |controller: &AccountId| PersonRecord {
		controller: Some(controller.clone()),
		standing: record.standing,
	};
	let standing = |standing| PersonRecord { controller: record.controller.clone(), standing };
	let without_controller = |standing| PersonRecord { controller: None, standing };

	match (change, record.standing) {
		(Change::Enrol { .. }, _) => Err(ChangeError::AlreadyEnrolled),
		(_, Is::MergedInto(_)) => Err(ChangeError::Merged),

		// A merge must not lift a freeze.
		(Change::MergeInto { .. }, Is::Frozen | Is::Deceased { frozen: true }) => {
			Err(ChangeError::Frozen)
		},
		(Change::MergeInto { survivor: into }, Is::Alive | Is::Deceased { frozen: false }) => {
			if *into == person.tag {
				return Err(ChangeError::MergedIntoItself);
			}
			match survivor {
				None => Err(ChangeError::SurvivorNotEnrolled),
				Some(Is::Alive) => Ok(without_controller(Is::MergedInto(*into))),
				Some(_) => Err(ChangeError::SurvivorNotAlive),
			}
		},

		// Nothing but a merge or this follows a death, so the death is the last version.
		(Change::CorrectDeath { version: death }, Is::Deceased { frozen }) => {
			if *death != version {
				Err(ChangeError::WrongCorrection)
			} else {
				Ok(standing(if frozen { Is::Frozen } else { Is::Alive }))
			}
		},
		(Change::CorrectDeath { .. }, _) => Err(ChangeError::NotDeceased),
		(_, Is::Deceased { .. }) => Err(ChangeError::Deceased),

		(Change::BindController { controller }, _) => match record.controller {
			Some(_) => Err(ChangeError::HasController),
			None => Ok(with_controller(controller)),
		},
		(Change::OfferClaim { .. }, _) => match record.controller {
			Some(_) => Err(ChangeError::HasController),
			None => Ok(record.clone()),
		},
		(Change::RecoverController { controller }, _) => match &record.controller {
			None => Err(ChangeError::NoController),
			Some(old) if old == controller => Err(ChangeError::SameController),
			Some(_) => Ok(with_controller(controller)),
		},
		(Change::ReleaseController, _) => match record.controller {
			None => Err(ChangeError::NoController),
			Some(_) => Ok(without_controller(record.standing)),
		},
		(Change::RecordDeath, before) => {
			Ok(without_controller(Is::Deceased { frozen: before == Is::Frozen }))
		},
		(Change::Freeze, Is::Alive) => Ok(standing(Is::Frozen)),
		(Change::Freeze, Is::Frozen) => Err(ChangeError::AlreadyFrozen),
		(Change::Unfreeze, Is::Frozen) => Ok(standing(Is::Alive)),
		(Change::Unfreeze, Is::Alive) => Err(ChangeError::NotFrozen),
	}
}

fn ensure_alive<AccountId>(record: &PersonRecord<AccountId>) -> Result<(), ChangeError> {
	match record.standing {
		PersonStanding::Alive => Ok(()),
		PersonStanding::Frozen => Err(ChangeError::Frozen),
		PersonStanding::Deceased { .. } => Err(ChangeError::Deceased),
		PersonStanding::MergedInto(_) => Err(ChangeError::Merged),
	}
}

/// The record after the tag has passed from its controller to another account without officers: by a
/// rotation, or by guardians.
///
/// # Errors
/// The [`ChangeError`] that applies: a frozen person keeps its controller.
pub fn rotate<AccountId: Clone + PartialEq>(
	record: &PersonRecord<AccountId>,
	new: &AccountId,
) -> Result<PersonRecord<AccountId>, ChangeError> {
	ensure_alive(record)?;
	match &record.controller {
		None => Err(ChangeError::NoController),
		Some(old) if old == new => Err(ChangeError::SameController),
		Some(_) => Ok(PersonRecord { controller: Some(new.clone()), standing: record.standing }),
	}
}

/// The record after its owner has claimed it.
///
/// # Errors
/// The [`ChangeError`] that applies: what a court has frozen is not claimed.
pub fn claim<AccountId: Clone>(
	record: &PersonRecord<AccountId>,
	new: &AccountId,
) -> Result<PersonRecord<AccountId>, ChangeError> {
	ensure_alive(record)?;
	match record.controller {
		Some(_) => Err(ChangeError::HasController),
		None => Ok(PersonRecord { controller: Some(new.clone()), standing: record.standing }),
	}
}

/// Whether the controller of a record can name guardians.
///
/// # Errors
/// The [`ChangeError`] that applies.
pub fn set_guardians<AccountId>(record: &PersonRecord<AccountId>) -> Result<(), ChangeError> {
	ensure_alive(record)?;
	record.controller.as_ref().map(|_| ()).ok_or(ChangeError::NoController)
}

/// Whether guardians can be that many, with that quorum.
pub fn is_sound(guardians: &GuardianSet) -> bool {
	guardians.quorum >= MIN_GUARDIANS
		&& guardians.quorum <= guardians.count
		&& guardians.count <= MAX_GUARDIANS
}

/// What stands beside a person's record: how a person may come to its tag without officers.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Beside<AccountId> {
	/// The keys that claim the tag together.
	pub claim_keys: Option<[AccountId; 2]>,
	/// The guardians.
	pub guardians: Option<GuardianSet>,
}

impl<AccountId> Default for Beside<AccountId> {
	fn default() -> Self {
		Self { claim_keys: None, guardians: None }
	}
}

/// What stands beside a record after an entry of it.
///
/// Guardians are named by who controls the tag, and stay when that one goes over to another key of
/// its own. Whoever else comes to the tag starts without: a thief could have named them.
pub fn beside<AccountId: Clone>(
	before: Beside<AccountId>,
	body: &PersonBody<AccountId>,
) -> Beside<AccountId> {
	match body {
		PersonBody::ClaimOffered { claim_keys, .. } => {
			Beside { claim_keys: Some(claim_keys.clone()), ..before }
		},
		PersonBody::Decided { change: PersonChange::Freeze | PersonChange::Unfreeze, .. }
		| PersonBody::ControllerRotated { .. } => before,
		PersonBody::GuardiansSet { guardians } => Beside { guardians: *guardians, ..before },
		PersonBody::Founded { .. }
		| PersonBody::Decided { .. }
		| PersonBody::Claimed { .. }
		| PersonBody::RecoveredByGuardians { .. } => Beside::default(),
	}
}

/// What a person may do, by where it stands (none: not enrolled).
///
/// | | may |
/// |---|---|
/// | alive | everything, but nobody passes on by succession what is still the person's own |
/// | frozen | what a court has allowed, and nothing else |
/// | deceased | the estate disposes by succession, and nothing else |
/// | deceased, and frozen before | the estate disposes as a court has allowed, and nothing else |
/// | merged | nothing: the other tag acts |
///
/// # Errors
/// The [`StandingError`] that applies.
pub fn may_person(
	standing: Option<&PersonStanding>,
	act: ActKind,
	capacity: Capacity,
) -> Result<(), StandingError> {
	match standing {
		None => Err(StandingError::NotFound),
		Some(PersonStanding::Alive) => match (act, capacity) {
			// An heir acquires by succession; the estate of somebody alive does not exist.
			(ActKind::Dispose | ActKind::Encumber, Capacity::Succession) => {
				Err(StandingError::NotCapable)
			},
			_ => Ok(()),
		},
		Some(PersonStanding::Frozen) => match capacity {
			Capacity::CourtOrder => Ok(()),
			_ => Err(StandingError::Frozen),
		},
		Some(PersonStanding::Deceased { frozen }) => match (act, capacity, frozen) {
			(ActKind::Dispose, Capacity::Succession, false) => Ok(()),
			(ActKind::Dispose, Capacity::Succession, true) => Err(StandingError::Frozen),
			(ActKind::Dispose, Capacity::CourtOrder, true) => Ok(()),
			_ => Err(StandingError::Deceased),
		},
		Some(PersonStanding::MergedInto(_)) => Err(StandingError::Merged),
	}
}

/// Whether a proposal has stood longer than it may, counted in blocks: while the network stands
/// still, no proposal lapses.
pub fn has_lapsed<BlockNumber: AtLeast32BitUnsigned>(
	prepared_at: BlockNumber,
	lifetime: BlockNumber,
	now: BlockNumber,
) -> bool {
	now > prepared_at.saturating_add(lifetime)
}

/// Whether a recovery has waited long enough to be finished, counted in blocks.
pub fn is_due<BlockNumber: AtLeast32BitUnsigned>(
	opened_at: BlockNumber,
	delay: BlockNumber,
	now: BlockNumber,
) -> bool {
	now >= opened_at.saturating_add(delay)
}

/// Why an act cannot take effect from the day that it names.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum DateError {
	/// The day is past, and the change is not one that looks back.
	Backdated,
	/// The day has not come.
	NotYetEffective,
}

/// Whether a change can be prepared today with effect from a day: on that day or before it, except
/// for what looks back.
///
/// # Errors
/// [`DateError::Backdated`].
pub fn ensure_not_backdated(
	may_be_backdated: bool,
	effective_from: CalendarDate,
	today: CalendarDate,
) -> Result<(), DateError> {
	if may_be_backdated || effective_from >= today {
		Ok(())
	} else {
		Err(DateError::Backdated)
	}
}

/// Whether the day has come from which a change has effect: the chain makes a change at once, so it
/// is decided on that day or later.
///
/// # Errors
/// [`DateError::NotYetEffective`].
pub fn ensure_effective(
	effective_from: CalendarDate,
	today: CalendarDate,
) -> Result<(), DateError> {
	if effective_from <= today {
		Ok(())
	} else {
		Err(DateError::NotYetEffective)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use polity_primitives::{Register, Tag};
	use proptest::prelude::*;

	fn tag(number: u8) -> Tag {
		Tag::new([number; 32]).unwrap()
	}

	fn person() -> PersonId {
		PersonId { register: Register::Business, tag: tag(1) }
	}

	fn standings() -> impl Strategy<Value = PersonStanding> {
		prop_oneof![
			Just(PersonStanding::Alive),
			Just(PersonStanding::Frozen),
			any::<bool>().prop_map(|frozen| PersonStanding::Deceased { frozen }),
			Just(PersonStanding::MergedInto(tag(9))),
		]
	}

	fn changes() -> impl Strategy<Value = PersonChange<u8>> {
		prop_oneof![
			proptest::option::of(0u8..4).prop_map(|controller| PersonChange::Enrol { controller }),
			(0u8..4).prop_map(|controller| PersonChange::BindController { controller }),
			(0u8..4).prop_map(|controller| PersonChange::RecoverController { controller }),
			Just(PersonChange::ReleaseController),
			Just(PersonChange::RecordDeath),
			(1u32..4).prop_map(|version| PersonChange::CorrectDeath { version }),
			(1u8..4).prop_map(|survivor| PersonChange::MergeInto { survivor: tag(survivor) }),
			Just(PersonChange::Freeze),
			Just(PersonChange::Unfreeze),
			(0u8..4).prop_map(|claim_key| PersonChange::OfferClaim { claim_key }),
		]
	}

	/// Records as they can be: the dead and the merged have no controller.
	fn records() -> impl Strategy<Value = PersonRecord<u8>> {
		(standings(), proptest::option::of(0u8..4)).prop_map(|(standing, controller)| {
			let acts = matches!(standing, PersonStanding::Alive | PersonStanding::Frozen);
			PersonRecord { controller: controller.filter(|_| acts), standing }
		})
	}

	proptest! {
		#[test]
		fn change_should_leave_no_controller_to_the_dead_and_the_merged(
			record in proptest::option::of(records()), version in 1u32..4, next in changes(),
			survivor in proptest::option::of(standings()),
		) {
			let after = change(&person(), record.as_ref(), version, &next, survivor.as_ref());
			if let Ok(after) = after {
				match after.standing {
					PersonStanding::Deceased { .. } | PersonStanding::MergedInto(_) =>
						prop_assert_eq!(after.controller, None),
					_ => {},
				}
			}
		}

		#[test]
		fn change_should_lift_a_freeze_by_unfreezing_alone(
			record in records(), version in 1u32..4, next in changes(),
			survivor in proptest::option::of(standings()),
		) {
			let is_frozen = |standing: &PersonStanding| matches!(
				standing, PersonStanding::Frozen | PersonStanding::Deceased { frozen: true }
			);
			let after = change(&person(), Some(&record), version, &next, survivor.as_ref());
			if let Ok(after) = after {
				prop_assert_eq!(
					is_frozen(&record.standing) && !is_frozen(&after.standing),
					next == PersonChange::Unfreeze
				);
				prop_assert_eq!(
					!is_frozen(&record.standing) && is_frozen(&after.standing),
					next == PersonChange::Freeze
				);
			}
		}

		#[test]
		fn change_should_fail_when_the_tag_was_merged(
			version in 1u32..4, next in changes(), survivor in proptest::option::of(standings()),
		) {
			let record = PersonRecord { controller: None, standing: PersonStanding::MergedInto(tag(9)) };
			prop_assert!(change(&person(), Some(&record), version, &next, survivor.as_ref()).is_err());
		}

		#[test]
		fn change_should_merge_into_the_living_alone(
			record in records(), survivor in proptest::option::of(standings()),
		) {
			let next = PersonChange::MergeInto { survivor: tag(2) };
			let after = change(&person(), Some(&record), 1, &next, survivor.as_ref());
			if after.is_ok() {
				prop_assert_eq!(survivor, Some(PersonStanding::Alive));
			}
		}

		#[test]
		fn change_should_move_a_controller_only_when_it_says_so(
			record in records(), version in 1u32..4, next in changes(),
			survivor in proptest::option::of(standings()),
		) {
			let after = change(&person(), Some(&record), version, &next, survivor.as_ref());
			if let Ok(after) = after {
				if after.controller.is_some() && after.controller != record.controller {
					prop_assert_eq!(after.controller.as_ref(), next.new_controller());
				}
			}
		}

		#[test]
		fn rotation_should_need_a_living_person_with_another_controller(
			record in records(), new in 0u8..4,
		) {
			let allowed = record.standing == PersonStanding::Alive
				&& record.controller.is_some_and(|old| old != new);
			prop_assert_eq!(rotate(&record, &new).is_ok(), allowed);
		}

		#[test]
		fn offer_should_change_no_record_and_need_one_without_a_controller(
			record in records(), version in 1u32..4, claim_key in 0u8..4,
		) {
			let next = PersonChange::OfferClaim { claim_key };
			let after = change(&person(), Some(&record), version, &next, None);
			let acts = matches!(record.standing, PersonStanding::Alive | PersonStanding::Frozen);
			prop_assert_eq!(after.is_ok(), acts && record.controller.is_none());
			if let Ok(after) = after {
				prop_assert_eq!(after, record);
			}
		}

		#[test]
		fn offer_alone_should_be_approved_with_a_key_and_with_another_than_the_makers(
			next in changes(), second in proptest::option::of(0u8..4),
		) {
			let expected = match (&next, second) {
				(PersonChange::OfferClaim { claim_key }, Some(second)) if *claim_key != second =>
					Ok(Some([*claim_key, second])),
				(PersonChange::OfferClaim { .. }, Some(_)) => Err(OfferError::KeysEqual),
				(PersonChange::OfferClaim { .. }, None) => Err(OfferError::SecondKeyMissing),
				(_, Some(_)) => Err(OfferError::SecondKeyUnexpected),
				(_, None) => Ok(None),
			};
			prop_assert_eq!(claim_keys(&next, second.as_ref()), expected);
		}

		#[test]
		fn claim_should_need_a_living_person_without_a_controller(
			record in records(), new in 0u8..4,
		) {
			let allowed = record.standing == PersonStanding::Alive && record.controller.is_none();
			let after = claim(&record, &new);
			prop_assert_eq!(after.is_ok(), allowed);
			if let Ok(after) = after {
				prop_assert_eq!(after.controller, Some(new));
			}
		}

		#[test]
		fn guardians_should_be_named_by_a_living_controller_alone(record in records()) {
			let allowed = record.standing == PersonStanding::Alive && record.controller.is_some();
			prop_assert_eq!(set_guardians(&record).is_ok(), allowed);
		}

		#[test]
		fn guardians_should_be_at_least_two_of_at_most_eight(quorum in 0u8..12, count in 0u8..12) {
			let guardians = GuardianSet { root: Default::default(), quorum, count };
			let allowed = (2..=8).contains(&count) && (2..=count).contains(&quorum);
			prop_assert_eq!(is_sound(&guardians), allowed);
		}

		#[test]
		fn recovery_should_be_due_only_after_its_delay(
			opened_at in 0u32..1000, delay in 1u32..1000, now in 0u32..3000,
		) {
			prop_assert_eq!(is_due(opened_at, delay, now), now >= opened_at + delay);
		}

		#[test]
		fn proposal_should_lapse_only_after_its_lifetime(
			prepared_at in 0u32..1000, lifetime in 1u32..1000, now in 0u32..3000,
		) {
			prop_assert_eq!(has_lapsed(prepared_at, lifetime, now), now > prepared_at + lifetime);
		}
	}

	#[test]
	fn death_should_be_taken_back_only_by_its_own_version() {
		let record = PersonRecord::<u8> {
			controller: None,
			standing: PersonStanding::Deceased { frozen: true },
		};
		let take_back = |version| {
			change(&person(), Some(&record), 3, &PersonChange::CorrectDeath { version }, None)
		};
		assert_eq!(take_back(3).unwrap().standing, PersonStanding::Frozen);
		assert_eq!(take_back(2), Err(ChangeError::WrongCorrection));
	}

	#[test]
	fn person_should_act_as_the_table_says() {
		use polity_primitives::{ActKind::*, Capacity::*};
		let acts = [Acquire, Dispose, Encumber, Apply, File, Represent];
		let capacities = [Itself, Liquidator, Succession, CourtOrder];
		for act in acts {
			for capacity in capacities {
				let may =
					|standing: Option<PersonStanding>| may_person(standing.as_ref(), act, capacity);
				assert_eq!(may(None), Err(StandingError::NotFound));
				assert_eq!(
					may(Some(PersonStanding::MergedInto(tag(9)))),
					Err(StandingError::Merged)
				);
				assert_eq!(
					may(Some(PersonStanding::Alive)),
					match (act, capacity) {
						(Dispose | Encumber, Succession) => Err(StandingError::NotCapable),
						_ => Ok(()),
					}
				);
				assert_eq!(
					may(Some(PersonStanding::Frozen)),
					if capacity == CourtOrder { Ok(()) } else { Err(StandingError::Frozen) }
				);
				assert_eq!(
					may(Some(PersonStanding::Deceased { frozen: false })),
					if (act, capacity) == (Dispose, Succession) {
						Ok(())
					} else {
						Err(StandingError::Deceased)
					}
				);
				assert_eq!(
					may(Some(PersonStanding::Deceased { frozen: true })),
					match (act, capacity) {
						(Dispose, CourtOrder) => Ok(()),
						(Dispose, Succession) => Err(StandingError::Frozen),
						_ => Err(StandingError::Deceased),
					}
				);
			}
		}
	}
}
