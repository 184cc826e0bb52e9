//! Permits of natural persons: a commitment, a place in a status list, and nothing that leads to the
//! person.

use codec::Encode;
use frame_support::{dispatch::DispatchResult, ensure};
use polity_accreditation::{
	claim, flip, place, ListUse, StatusList, StatusPurpose, CHUNK_BITS, LIST_BITS,
};
use polity_permit_procedure::{PermitStanding, StatedConditions};
use polity_primitives::{
	ids::District,
	time::CalendarDate,
	traits::{Acts, Grant, PersonalHolder},
	Act, Commitment, Hash, MandateId,
};
use sp_io::hashing::blake2_256;

use crate::{
	acts::Decision,
	places::Place,
	types::{
		NullifierUse, PermitChange, PermitReference, PermitTypeId, PersonalPermit, PersonalStep,
	},
	Config, Error, LastStatusList, Nullifiers, Pallet, PersonalPermits, Places, StatusBits,
	StatusLists, TakenIndices,
};

/// What the preimage of a drawn index begins with.
const INDEX_DOMAIN: &[u8] = b"polity/permit-status/1";

/// Whether an index is drawn for a permit, or as a decoy.
#[derive(Clone, Copy, Encode)]
enum Drawn {
	Permit,
	Decoy,
}

/// The first day of a month on or after a day: what is kept of an end.
fn month_after(day: CalendarDate) -> Option<CalendarDate> {
	let (year, month, first) = day.year_month_day();
	let begin = CalendarDate::from_ymd(year, month, 1).ok()?;
	if first == 1 {
		Some(begin)
	} else {
		begin.checked_add_months(1)
	}
}

impl<T: Config> Pallet<T> {
	/// A personal permit.
	pub(crate) fn existing_personal(commitment: Commitment) -> Result<PersonalPermit, Error<T>> {
		PersonalPermits::<T>::get(commitment).ok_or(Error::<T>::PermitNotFound)
	}

	/// Takes a nullifier for an application.
	pub(crate) fn reserve_nullifier(
		kind: PermitTypeId,
		district: District,
		holder: &PersonalHolder,
	) -> Result<(), Error<T>> {
		Self::ensure_nullifier_free(kind, holder)?;
		let (year, ..) = Self::today(district).year_month_day();
		let period = u16::try_from(year).unwrap_or(u16::MAX);
		let used = NullifierUse { period, permit: None };
		Nullifiers::<T>::insert(kind, holder.nullifier, used);
		Ok(())
	}

	/// That the person has no running permit of a type, and applies for none.
	pub(crate) fn ensure_nullifier_free(
		kind: PermitTypeId,
		holder: &PersonalHolder,
	) -> Result<(), Error<T>> {
		let is_used = Nullifiers::<T>::contains_key(kind, holder.nullifier);
		ensure!(!is_used, Error::<T>::NullifierUsed);
		ensure!(
			!PersonalPermits::<T>::contains_key(holder.commitment),
			Error::<T>::CommitmentRepeated
		);
		Ok(())
	}

	pub(crate) fn grant_personal(
		grant: Grant<StatedConditions>,
		holder: PersonalHolder,
		decided_by: Option<(&Act, MandateId)>,
	) -> Result<PermitReference, Error<T>> {
		let Grant { kind, version, valid_from, valid_to, conditions, site, .. } = grant;
		let PersonalHolder { commitment, nullifier } = holder;
		let district = Self::kind(kind)?.district;
		let terms = Self::terms_of(kind, version)?;
		ensure!(terms.is_personal, Error::<T>::HolderUnfit);
		ensure!(site.is_none(), Error::<T>::SiteNotAllowed);
		ensure!(conditions.is_empty(), Error::<T>::PersonalConditions);
		ensure!(!PersonalPermits::<T>::contains_key(commitment), Error::<T>::CommitmentRepeated);
		let used = Nullifiers::<T>::get(kind, nullifier).filter(|used| used.permit.is_none());
		let used = used.ok_or(Error::<T>::NullifierNotReserved)?;
		let valid_to = Self::personal_end(kind, &terms, valid_from, valid_to)?;
		let quota = Places::<T>::get(kind).granted().map_err(Error::<T>::from)?;
		let (list, index) = Self::draw(commitment)?;
		Places::<T>::insert(kind, quota);
		Nullifiers::<T>::insert(kind, nullifier, NullifierUse { permit: Some(commitment), ..used });
		let reference = PermitReference::Personal(commitment);
		let permit = PersonalPermit {
			kind,
			version,
			nullifier,
			list,
			index,
			valid_to,
			standing: PermitStanding::Granted,
			has_place: true,
			ends_at: Self::queue(reference, valid_to, district),
		};
		PersonalPermits::<T>::insert(commitment, &permit);
		let step = PersonalStep::Granted(permit);
		Self::record_personal(commitment, district, decided_by, None, step)?;
		Ok(reference)
	}

	/// What is kept of the end of a personal permit.
	fn personal_end(
		kind: PermitTypeId,
		terms: &polity_permit_procedure::PermitTerms,
		valid_from: CalendarDate,
		valid_to: Option<CalendarDate>,
	) -> Result<Option<CalendarDate>, Error<T>> {
		let nobody = polity_primitives::Party::Unknown;
		let exact = Self::within_bounds(terms, kind, &nobody, None, |bounds| {
			let to = match valid_to {
				Some(to) => Some(to),
				None => bounds.longest(valid_from)?,
			};
			bounds.check(valid_from, to).map(|()| to)
		})?
		.map_err(Error::<T>::from)?;
		match exact {
			Some(day) => month_after(day).map(Some).ok_or(Error::<T>::DeadlineOutOfRange),
			None => Ok(None),
		}
	}

	/// The permit, what is to be told, and which bit becomes what, after officers have done something with
	/// it.
	pub(crate) fn personal_after(
		commitment: Commitment,
		change: &PermitChange,
		prepared: &Act,
	) -> Result<(PersonalPermit, PersonalStep), Error<T>> {
		let permit = Self::existing_personal(commitment)?;
		Self::ensure_personal_running(&permit)?;
		let is_suspended = permit.standing == PermitStanding::Suspended;
		let (standing, step) = match change {
			PermitChange::Suspend { reason } => {
				ensure!(!is_suspended, Error::<T>::PermitSuspended);
				(PermitStanding::Suspended, PersonalStep::Suspended { reason: *reason })
			},
			PermitChange::Resume => {
				ensure!(is_suspended, Error::<T>::PermitNotSuspended);
				(PermitStanding::Granted, PersonalStep::Resumed)
			},
			PermitChange::Revoke { reason } => {
				ensure!(!prepared.documents.is_empty(), Error::<T>::HearingMissing);
				(PermitStanding::Revoked, PersonalStep::Revoked { reason: *reason })
			},
			_ => return Err(Error::<T>::NotForPersonal),
		};
		Ok((PersonalPermit { standing, ..permit }, step))
	}

	fn ensure_personal_running(permit: &PersonalPermit) -> Result<(), Error<T>> {
		let today = Self::today(Self::kind(permit.kind)?.district);
		let is_over = permit.valid_to.is_some_and(|to| today >= to);
		ensure!(!permit.standing.is_final() && !is_over, Error::<T>::PermitEnded);
		Ok(())
	}

	pub(crate) fn change_personal(
		commitment: Commitment,
		change: &PermitChange,
		decision: Decision<'_>,
	) -> DispatchResult {
		let before = Self::existing_personal(commitment)?;
		let (mut permit, step) =
			Self::personal_after(commitment, change, &decision.preparation.act)?;
		let district = Self::kind(permit.kind)?.district;
		match permit.standing {
			PermitStanding::Suspended => Self::set_bit(&permit, StatusPurpose::Suspension, true)?,
			PermitStanding::Granted => Self::set_bit(&permit, StatusPurpose::Suspension, false)?,
			_ => {
				Self::set_bit(&before, StatusPurpose::Revocation, true)?;
				Self::end_personal(commitment, &mut permit, Place::Free);
			},
		}
		PersonalPermits::<T>::insert(commitment, permit);
		let by = Some((decision.act, decision.mandate));
		Self::record_personal(commitment, district, by, Some(decision.preparation), step)?;
		Ok(())
	}

	pub(crate) fn overturn_personal(
		commitment: Commitment,
		act: &Act,
		mandate: MandateId,
	) -> Result<(), Error<T>> {
		let mut permit = Self::existing_personal(commitment)?;
		Self::ensure_personal_running(&permit)?;
		let district = Self::kind(permit.kind)?.district;
		Self::set_bit(&permit, StatusPurpose::Revocation, true)?;
		permit.standing = PermitStanding::Overturned;
		Self::end_personal(commitment, &mut permit, Place::Reserved);
		PersonalPermits::<T>::insert(commitment, permit);
		let by = Some((act, mandate));
		Self::record_personal(commitment, district, by, None, PersonalStep::Overturned)
	}

	pub(crate) fn vary_personal(
		commitment: Commitment,
		valid_to: Option<CalendarDate>,
		conditions: &StatedConditions,
		act: &Act,
		mandate: MandateId,
	) -> Result<(), Error<T>> {
		let mut permit = Self::existing_personal(commitment)?;
		Self::ensure_personal_running(&permit)?;
		ensure!(conditions.is_empty(), Error::<T>::PersonalConditions);
		let district = Self::kind(permit.kind)?.district;
		let terms = Self::terms_of(permit.kind, permit.version)?;
		let today = Self::today(district);
		ensure!(valid_to.is_none_or(|to| to > today), Error::<T>::EndsInThePast);
		// From today: the first day is in the credential alone.
		let valid_to = Self::personal_end(permit.kind, &terms, today, valid_to)?;
		let reference = PermitReference::Personal(commitment);
		Self::unqueue(reference, permit.ends_at);
		permit.valid_to = valid_to;
		permit.ends_at = Self::queue(reference, valid_to, district);
		PersonalPermits::<T>::insert(commitment, permit);
		let by = Some((act, mandate));
		let step = PersonalStep::Varied { valid_to };
		Self::record_personal(commitment, district, by, None, step)
	}

	/// What follows from the end of a personal permit before its last day.
	fn end_personal(commitment: Commitment, permit: &mut PersonalPermit, place: Place) {
		let reference = PermitReference::Personal(commitment);
		Self::unqueue(reference, permit.ends_at.take());
		match place {
			Place::Free => Nullifiers::<T>::remove(permit.kind, permit.nullifier),
			Place::Reserved => {
				Nullifiers::<T>::mutate(permit.kind, permit.nullifier, |used| {
					if let Some(used) = used {
						used.permit = None;
					}
				});
			},
		}
		if core::mem::take(&mut permit.has_place) {
			Self::free(permit.kind, reference, place);
		}
	}

	/// Sets or clears the bit of a permit for a purpose.
	fn set_bit(permit: &PersonalPermit, purpose: StatusPurpose, set: bool) -> Result<(), Error<T>> {
		let at = place(permit.index).map_err(Error::<T>::from)?;
		let key = (permit.list, purpose, at.chunk);
		let chunk =
			flip(&StatusBits::<T>::get(key), purpose, at.bit, set).map_err(Error::<T>::from)?;
		StatusBits::<T>::insert(key, chunk);
		Ok(())
	}

	/// Draws an index for a permit, and one for a decoy, from a list that is half empty at least: from the
	/// commitment and the parent block, so that neither applicant nor officer chooses it.
	fn draw(commitment: Commitment) -> Result<(u32, u32), Error<T>> {
		let mut list = LastStatusList::<T>::get();
		let mut row = StatusLists::<T>::get(list).unwrap_or(StatusList::open(ListUse::Single));
		if row.credentials.saturating_add(row.decoys) >= LIST_BITS / 2 {
			list = list.checked_add(1).ok_or(Error::<T>::IdsExhausted)?;
			row = StatusList::open(ListUse::Single);
			LastStatusList::<T>::put(list);
		}
		let row = row.reserve(ListUse::Single, 1, 1).map_err(Error::<T>::from)?;
		let index = Self::take_index(list, commitment, Drawn::Permit)?;
		Self::take_index(list, commitment, Drawn::Decoy)?;
		StatusLists::<T>::insert(list, row);
		Ok((list, index))
	}

	/// Takes the first free index of a chunk from a drawn one on. A chunk is full only if twice as many
	/// were drawn in it as in others.
	fn take_index(list: u32, commitment: Commitment, drawn: Drawn) -> Result<u32, Error<T>> {
		let parent: Hash = Hash::from_slice(
			frame_system::Pallet::<T>::parent_hash().as_ref().get(..32).unwrap_or(&[0; 32]),
		);
		let [a, b, c, d, ..] =
			blake2_256(&(INDEX_DOMAIN, parent, commitment, list, drawn).encode());
		// A power of two, so that every index is as likely.
		let first = u32::from_le_bytes([a, b, c, d]) % LIST_BITS;
		let at = place(first).map_err(Error::<T>::from)?;
		let taken = TakenIndices::<T>::get(list, at.chunk);
		for step in 0..CHUNK_BITS {
			let bit = u32::from(at.bit).saturating_add(step) % CHUNK_BITS;
			let narrow = u16::try_from(bit).map_err(|_| Error::<T>::StatusListRefuses)?;
			if let Ok(chunk) = claim(&taken, narrow) {
				TakenIndices::<T>::insert(list, at.chunk, chunk);
				return Ok(u32::from(at.chunk).saturating_mul(CHUNK_BITS).saturating_add(bit));
			}
		}
		Err(Error::<T>::StatusListRefuses)
	}
}
