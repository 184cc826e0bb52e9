//! What holds of the register of permits at any time. Run on live state by try-runtime, and after every
//! test.

use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::ensure;
use polity_accreditation::{place, StatusPurpose};
use polity_permit_procedure::PermitStanding;
use polity_primitives::record::{chain_holds, Entry};
use polity_primitives::Head;
use sp_runtime::TryRuntimeError;

use crate::{
	types::{ordered, Asked, Origin, PermitReference, PermitTypeId, WorkState},
	Config, Endings, LastProposal, LastStatusList, LastType, LicenceTypes, Nullifiers, PermitCount,
	PermitEntries, PermitHeads, Permits, PermitsByType, PermitsOf, PersonalEntries, PersonalHeads,
	PersonalPermits, Places, Proposals, Requests, Running, RunningAt, SettledVersions, StatusBits,
	StatusLists, TakenIndices, TypeEntries, TypeHeads, TypeVersions, Types, WorkLists,
};

/// Checks everything.
pub fn do_try_state<T: Config>() -> Result<(), TryRuntimeError> {
	types::<T>()?;
	permits::<T>()?;
	running::<T>()?;
	personal::<T>()?;
	places::<T>()?;
	work::<T>()
}

fn ensure_chain<Id: codec::Encode, Body: codec::Encode>(
	head: &Head,
	get: impl FnMut(u32) -> Option<Entry<Id, Body>>,
) -> Result<(), TryRuntimeError> {
	let entries: Vec<_> = (1..=head.seq).filter_map(get).collect();
	ensure!(chain_holds(head, entries.iter()), "a chain of entries is broken");
	Ok(())
}

/// Each version of a type is an entry, can be one, and is the licence that is noted.
fn types<T: Config>() -> Result<(), TryRuntimeError> {
	let mut versions = 0usize;
	for (kind, row) in Types::<T>::iter() {
		ensure!(kind <= LastType::<T>::get(), "a type was never counted");
		let head = TypeHeads::<T>::get(kind).ok_or("a type has no head")?;
		ensure!(head.seq == row.in_force, "the version in force is not the last");
		ensure_chain(&head, |seq| TypeEntries::<T>::get(kind, seq))?;
		for seq in 1..=head.seq {
			let version = TypeVersions::<T>::get(kind, seq).ok_or("a version is missing")?;
			ensure!(version.terms.check().is_ok(), "a type has terms that cannot be");
			let told = TypeEntries::<T>::get(kind, seq).map(|entry| entry.body.version);
			ensure!(told.as_ref() == Some(&version), "a version is not that of its entry");
			versions = versions.saturating_add(1);
		}
		let in_force = TypeVersions::<T>::get(kind, row.in_force).ok_or("no version in force")?;
		if let Some(activity) = in_force.terms.licenses.filter(|_| in_force.takes_applications) {
			ensure!(
				LicenceTypes::<T>::get(activity) == Some(kind),
				"a type is a licence and is not noted as one"
			);
		}
	}
	ensure!(TypeVersions::<T>::iter_keys().count() == versions, "a version is of no type");
	for (activity, kind) in LicenceTypes::<T>::iter() {
		let in_force = Types::<T>::get(kind).map(|row| row.in_force);
		let version = in_force.and_then(|in_force| TypeVersions::<T>::get(kind, in_force));
		let is_one = version.is_some_and(|version| {
			version.takes_applications && version.terms.licenses == Some(activity)
		});
		ensure!(is_one, "a type is noted as a licence and is none");
	}
	Ok(())
}

/// Every permit is counted, listed, of a version of a type, and has a chain that holds.
fn permits<T: Config>() -> Result<(), TryRuntimeError> {
	let mut counted = 0u64;
	for (number, record) in Permits::<T>::iter() {
		counted = counted.saturating_add(1);
		let key = ordered(number.whole());
		ensure!(PermitsOf::<T>::contains_key(&record.holder, key), "a permit is not its holder's");
		ensure!(PermitsByType::<T>::contains_key(record.kind, key), "a permit is not its type's");
		let version = TypeVersions::<T>::get(record.kind, record.version)
			.ok_or("a permit goes by a version that does not exist")?;
		ensure!(!version.terms.is_personal, "a personal permit has a number");
		let head = PermitHeads::<T>::get(number).ok_or("a permit has no head")?;
		ensure_chain(&head, |seq| PermitEntries::<T>::get(number, seq))?;
		ensure!(
			(1..=head.seq).contains(&SettledVersions::<T>::get(number)),
			"a permit was last changed in a version that it does not have"
		);
		let has_ended = record.permit.standing.is_final();
		ensure!(
			record.ended_on.is_some() == has_ended,
			"a permit has ended without a day, or has a day and has not ended"
		);
		ensure!(record.permit.is_renewed == record.renewed_by.is_some(), "a renewal is half");
		if let Some(next) = record.renewed_by {
			let next = Permits::<T>::get(next).ok_or("a permit was renewed by none")?;
			ensure!(next.origin == Origin::Renewal(number), "a renewal follows another permit");
			ensure!(
				record.permit.valid_to == Some(next.permit.valid_from),
				"a renewal does not begin when the permit before it ends"
			);
			ensure!(!record.has_place || !next.has_place, "a renewal has a second place");
		}
	}
	ensure!(counted == PermitCount::<T>::get(), "permits are counted wrong");
	let by_type = u64::try_from(PermitsByType::<T>::iter_keys().count()).unwrap_or(u64::MAX);
	ensure!(by_type == counted, "a type lists permits that are not its own");
	Ok(())
}

/// What is noted as running has not ended, what can run is noted, and the queue has what has an end.
fn running<T: Config>() -> Result<(), TryRuntimeError> {
	let mut at = BTreeMap::new();
	let mut queued = 0usize;
	for (number, record) in Permits::<T>::iter() {
		let is_noted = Running::<T>::contains_key((&record.holder, record.kind, number));
		let has_ended = record.permit.standing.is_final();
		ensure!(!(is_noted && has_ended), "a permit has ended and is noted as running");
		let was_left = record.permit.valid_to.is_some() && record.ends_at.is_none();
		ensure!(
			is_noted || has_ended || was_left,
			"a permit can be running and is not noted as such"
		);
		ensure!(!record.has_place || is_noted, "a permit has a place and is not running");
		if is_noted {
			let key = (record.holder.clone(), record.kind, record.site);
			let count = at.entry(key).or_insert(0u32);
			*count = count.saturating_add(1);
		}
		if let Some(ends_at) = record.ends_at {
			let key = (ordered(ends_at.as_millis()), PermitReference::Numbered(number));
			ensure!(Endings::<T>::contains_key(key), "a permit ends and is not in the queue");
			queued = queued.saturating_add(1);
		}
	}
	ensure!(
		u32::try_from(Running::<T>::iter_keys().count()).ok()
			== at.values().try_fold(0u32, |sum, count| sum.checked_add(*count)),
		"what is noted as running is no permit"
	);
	let kept: BTreeMap<_, _> = RunningAt::<T>::iter().collect();
	ensure!(kept == at, "the running permits of holders are counted wrong");
	for (commitment, permit) in PersonalPermits::<T>::iter() {
		if let Some(ends_at) = permit.ends_at {
			let key = (ordered(ends_at.as_millis()), PermitReference::Personal(commitment));
			ensure!(Endings::<T>::contains_key(key), "a personal permit is not in the queue");
			queued = queued.saturating_add(1);
		}
	}
	ensure!(Endings::<T>::iter_keys().count() == queued, "the queue has what does not end");
	Ok(())
}

/// Personal permits have their own indices and nullifiers, and their bits say what their records do.
fn personal<T: Config>() -> Result<(), TryRuntimeError> {
	let mut indices = BTreeMap::new();
	for (commitment, permit) in PersonalPermits::<T>::iter() {
		let head = PersonalHeads::<T>::get(commitment).ok_or("a personal permit has no head")?;
		ensure_chain(&head, |seq| PersonalEntries::<T>::get(commitment, seq))?;
		let at = place(permit.index).map_err(|_| "an index is beyond its list")?;
		let is_new = indices.insert((permit.list, permit.index), ()).is_none();
		ensure!(is_new, "two personal permits have one index");
		ensure!(
			TakenIndices::<T>::get(permit.list, at.chunk).is_set(at.bit),
			"an index was not taken"
		);
		let is_set =
			|purpose| StatusBits::<T>::get((permit.list, purpose, at.chunk)).is_set(at.bit);
		let is_revoked =
			matches!(permit.standing, PermitStanding::Revoked | PermitStanding::Overturned);
		ensure!(
			is_set(StatusPurpose::Revocation) == is_revoked,
			"a bit of revocation is not what its permit is"
		);
		ensure!(
			is_revoked
				|| is_set(StatusPurpose::Suspension)
					== (permit.standing == PermitStanding::Suspended),
			"a bit of suspension is not what its permit is"
		);
		let used = Nullifiers::<T>::get(permit.kind, permit.nullifier);
		let holds_it = used.is_some_and(|used| used.permit == Some(commitment));
		ensure!(
			holds_it == permit.has_place,
			"a personal permit runs without its nullifier, or keeps it when it is over"
		);
	}
	for (kind, nullifier, used) in Nullifiers::<T>::iter() {
		let Some(commitment) = used.permit else { continue };
		let is_its_own = PersonalPermits::<T>::get(commitment)
			.is_some_and(|permit| permit.kind == kind && permit.nullifier == nullifier);
		ensure!(is_its_own, "a nullifier is used by another permit");
	}
	for (list, row) in StatusLists::<T>::iter() {
		ensure!(list <= LastStatusList::<T>::get(), "a status list was never begun");
		let taken = TakenIndices::<T>::iter_prefix_values(list)
			.fold(0u32, |sum, chunk| sum.saturating_add(chunk.count()));
		ensure!(
			taken == row.credentials.saturating_add(row.decoys),
			"the indices of a status list are counted wrong"
		);
	}
	Ok(())
}

/// The places that are taken are those of permits that have one, and no quota is exceeded.
fn places<T: Config>() -> Result<(), TryRuntimeError> {
	let mut had: BTreeMap<PermitTypeId, u32> = BTreeMap::new();
	let numbered = Permits::<T>::iter_values().map(|record| (record.kind, record.has_place));
	let personal = PersonalPermits::<T>::iter_values().map(|row| (row.kind, row.has_place));
	for (kind, _) in numbered.chain(personal).filter(|(_, has_place)| *has_place) {
		let count = had.entry(kind).or_default();
		*count = count.saturating_add(1);
	}
	for (kind, row) in Types::<T>::iter() {
		let quota = Places::<T>::get(kind);
		ensure!(
			quota.running == had.get(&kind).copied().unwrap_or_default(),
			"the places of a type are counted wrong"
		);
		let mut most = Some(0u32);
		for seq in 1..=row.in_force {
			let version = TypeVersions::<T>::get(kind, seq).ok_or("a version is missing")?;
			most = most.and_then(|most| Some(most.max(version.terms.quota?)));
		}
		ensure!(most.is_none_or(|most| quota.taken() <= most), "a quota is exceeded");
		let used = Nullifiers::<T>::iter_prefix_values(kind).filter(|used| used.permit.is_none());
		let open = u32::try_from(used.count()).unwrap_or(u32::MAX);
		ensure!(open <= quota.reserved, "a nullifier is reserved without a place");
	}
	Ok(())
}

/// The lists of what waits have what waits and nothing else.
fn work<T: Config>() -> Result<(), TryRuntimeError> {
	let mut waiting = 0usize;
	for (id, proposal) in Proposals::<T>::iter() {
		ensure!(id <= LastProposal::<T>::get(), "a proposal was never counted");
		let list = (proposal.district, WorkState::ProposalOpen);
		ensure!(WorkLists::<T>::contains_key(list, ordered(id.0)), "a proposal is on no list");
		waiting = waiting.saturating_add(1);
	}
	for (number, request) in Requests::<T>::iter() {
		let record = Permits::<T>::get(number).ok_or("a request is about no permit")?;
		ensure!(!record.permit.standing.is_final(), "a request is about a permit that has ended");
		let is_transfer = matches!(request.asked, Asked::Transfer { .. });
		ensure!(is_transfer || !request.is_endorsed, "a renewal was consented to");
		let row = Types::<T>::get(record.kind).ok_or("a permit is of no type")?;
		let list = (row.district, WorkState::RequestOpen);
		let is_listed = WorkLists::<T>::contains_key(list, ordered(number.whole()));
		ensure!(is_listed, "a request is on no list");
		waiting = waiting.saturating_add(1);
	}
	ensure!(WorkLists::<T>::iter_keys().count() == waiting, "a list has what does not wait");
	Ok(())
}
