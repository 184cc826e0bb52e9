//! Status lists: opened by controllers; set by them, by the holder above, by the register and by courts.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_accreditation::{
	flip, place, AccreditationId, AccreditationKind, Chunk, ListUse, Place, StatusList,
	StatusPurpose,
};
use polity_primitives::{
	traits::{Acts, Effect, LegalClock},
	AccountId, Act, Head,
};

use crate::{
	types::{
		CredentialStatus, IssuerId, RecordId, Recorded, StatusAuthority, StatusListId,
		StatusListRecord, ATTESTATION,
	},
	Config, Counts, Error, Event, IssuerOf, LastStatusList, Pallet, StatusChunks, StatusLists,
	Statuses, TakenChunks,
};

/// A status that is to be set or cleared, and what is to be written.
pub(crate) struct StatusStep {
	pub(crate) list: StatusListId,
	pub(crate) index: u32,
	issuer: IssuerId,
	purpose: StatusPurpose,
	set: bool,
	chunk: (u16, Chunk),
	status: CredentialStatus,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_status_list(
		who: AccountId,
		act: Act,
		accreditation: AccreditationId,
		list_use: ListUse,
	) -> DispatchResult {
		let record = Self::existing(accreditation)?;
		let (issuer, _) = Self::ensure_controller_of(&record.holder, &who)?;
		ensure!(record.node.kind == AccreditationKind::Issuer, Error::<T>::NotAnIssuer);
		record.node.in_force(T::Clock::now()).map_err(Error::<T>::from)?;
		let district = record.node.scope.district;
		Self::ensure_version(&act, 0)?;
		Self::ensure_act(&act, ATTESTATION, district, Effect::AtOnce)?;
		let last = LastStatusList::<T>::get();
		let list = StatusListId(last.checked_add(1).ok_or(Error::<T>::IdsExhausted)?);
		Self::note(&act, &who, None)?;

		LastStatusList::<T>::put(list.0);
		let opened = StatusListRecord { issuer, accreditation, list: StatusList::open(list_use) };
		StatusLists::<T>::insert(list, opened);
		let body = Recorded::ListOpened { by: who.clone(), accreditation, list_use };
		let Head { seq: version, hash: head } =
			Self::append(RecordId::StatusList(list), district, &act, body)?;
		Self::deposit_event(Event::StatusListOpened {
			list,
			issuer,
			accreditation,
			list_use,
			by: who,
			version,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_set_status(
		who: AccountId,
		act: Act,
		list: StatusListId,
		index: u32,
		purpose: StatusPurpose,
		set: bool,
	) -> DispatchResult {
		let record = Self::existing_list(list)?;
		let authority = Self::authority_over(&record, &who)?;
		let district = Self::existing(record.accreditation)?.node.scope.district;
		let id = RecordId::Status(list, index);
		let step = Self::status_step(list, index, purpose, set, authority)?;
		Self::ensure_version(&act, Self::head(&id).seq)?;
		Self::ensure_act(&act, ATTESTATION, district, Effect::AtOnce)?;
		Self::note(&act, &who, None)?;

		let body = Recorded::StatusSet { by: who.clone(), authority, purpose, set };
		let Head { seq: version, hash: head } = Self::append(id, district, &act, body)?;
		Self::write_status(step);
		Self::deposit_event(Event::StatusSet {
			list,
			index,
			purpose,
			set,
			authority,
			by: who,
			version,
			head,
		});
		Ok(())
	}

	pub(crate) fn existing_list(id: StatusListId) -> Result<StatusListRecord, Error<T>> {
		StatusLists::<T>::get(id).ok_or(Error::<T>::StatusListNotFound)
	}

	/// For whom an account sets what a list says: the issuer, unless its accreditation is revoked; or the
	/// holder of the accreditation above, while that is in force with all above it.
	fn authority_over(
		record: &StatusListRecord,
		who: &AccountId,
	) -> Result<StatusAuthority, Error<T>> {
		let node = Self::existing(record.accreditation)?.node;
		let controls_issuer = Self::document(record.issuer)?.controllers.contains(who);
		if controls_issuer && node.revoked.is_none() {
			return Ok(StatusAuthority::Issuer);
		}
		let refusal = || {
			if controls_issuer {
				Error::<T>::AccreditationRevoked
			} else {
				Error::NotController
			}
		};
		let parent = node.parent.ok_or_else(refusal)?;
		let above = IssuerOf::<T>::get(Self::existing(parent)?.holder).ok_or_else(refusal)?;
		ensure!(Self::document(above)?.controllers.contains(who), refusal());
		let now = T::Clock::now();
		Self::chain_of(parent).iter().try_for_each(|node| node.in_force(now))?;
		Ok(StatusAuthority::Parent)
	}

	/// What sets or clears a status, if it may be.
	pub(crate) fn status_step(
		list: StatusListId,
		index: u32,
		purpose: StatusPurpose,
		set: bool,
		authority: StatusAuthority,
	) -> Result<StatusStep, Error<T>> {
		let record = Self::existing_list(list)?;
		let Place { chunk, bit } = place(index)?;
		if record.list.list_use == ListUse::Single {
			ensure!(TakenChunks::<T>::get(list, chunk).is_set(bit), Error::<T>::IndexNotTaken);
		}
		let had = Statuses::<T>::get(list, index).unwrap_or_default();
		let ends_suspension = purpose == StatusPurpose::Suspension && !set;
		ensure!(
			!ends_suspension || had.suspended_by.is_none_or(|by| by <= authority),
			Error::<T>::SuspendedByHigher
		);
		let bits = StatusChunks::<T>::get((list, purpose), chunk);
		// Who stands higher makes a suspension its own, so that nobody lower ends it.
		let takes_over = purpose == StatusPurpose::Suspension
			&& set && had.suspended_by.is_some_and(|by| by < authority);
		let (flags, bits) = if takes_over {
			(had.flags, bits)
		} else {
			let flags = had.flags.set(purpose, set, T::Clock::now())?;
			if purpose == StatusPurpose::Suspension && set && authority <= StatusAuthority::Parent {
				flags.check_leaves_room()?;
			}
			(flags, flip(&bits, purpose, bit, set)?)
		};
		let suspended_by = match (purpose, set) {
			(StatusPurpose::Suspension, true) => Some(authority),
			(StatusPurpose::Suspension, false) => None,
			(StatusPurpose::Revocation, _) => had.suspended_by,
		};
		Ok(StatusStep {
			list,
			index,
			issuer: record.issuer,
			purpose,
			set,
			chunk: (chunk, bits),
			status: CredentialStatus { flags, suspended_by },
		})
	}

	/// Writes a status, whose entry was appended or is.
	pub(crate) fn write_status(step: StatusStep) {
		let StatusStep { list, index, issuer, purpose, set, chunk: (number, bits), status } = step;
		Statuses::<T>::insert(list, index, status);
		StatusChunks::<T>::insert((list, purpose), number, bits);
		if set {
			Counts::<T>::mutate(issuer, |counts| {
				let count = match purpose {
					StatusPurpose::Revocation => &mut counts.revocations,
					StatusPurpose::Suspension => &mut counts.suspensions,
				};
				*count = count.saturating_add(1);
			});
		}
	}
}
