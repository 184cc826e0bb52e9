//! What holds of the register of applications at any time. Run on live state by try-runtime, and after
//! every test.

use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::ensure;
use polity_permit_procedure::Stage;
use polity_primitives::{record::chain_holds, traits::PermitHolder};
use sp_runtime::TryRuntimeError;

use crate::{
	case::{work_of, Case},
	types::{ordered, DueKey, ServiceFigures, WorkState},
	Applications, ApplicationsOf, Commitments, Config, DaysUsed, Due, Entries, Figures, Heads,
	LastApplication, LastProposal, LiveApplications, Proposals, WorkLists,
};

/// Checks everything.
///
/// # Errors
/// A sentence that says what does not hold.
pub fn do_try_state<T: Config>() -> Result<(), TryRuntimeError> {
	applications::<T>()?;
	queue::<T>()?;
	live::<T>()?;
	work::<T>()?;
	figures::<T>()
}

/// Every application is counted, has a chain that holds, has a permit just where one was granted, and
/// names nobody where nobody may find the person.
fn applications<T: Config>() -> Result<(), TryRuntimeError> {
	let mut listed = 0usize;
	for (id, record) in Applications::<T>::iter() {
		ensure!(id <= LastApplication::<T>::get(), "an application was never counted");
		let head = Heads::<T>::get(id).ok_or("an application has no head")?;
		let entries: Vec<_> = (1..=head.seq).filter_map(|seq| Entries::<T>::get(id, seq)).collect();
		ensure!(chain_holds(&head, entries.iter()), "an application's chain of entries is broken");
		let is_granted =
			matches!(record.application.stage, Stage::Decided(outcome) if outcome.grants());
		ensure!(
			record.permit.is_some() == is_granted,
			"an application has a permit that was not granted, or none that was"
		);
		ensure!(
			record.recommendation.is_none() || !record.application.has_ended(),
			"something is recommended on an application that is decided"
		);
		ensure!(
			record.judgment.is_none() || record.application.has_open_appeal(),
			"a judgment is prepared on no appeal"
		);
		match &record.applicant {
			PermitHolder::Party(party) => {
				let is_listed = ApplicationsOf::<T>::contains_key(party, ordered(id.0));
				ensure!(is_listed, "an application is not listed with its applicant");
				listed = listed.saturating_add(1);
			},
			PermitHolder::Personal(holder) => {
				ensure!(
					record.representative.is_none(),
					"an account stands beside an applicant whom nobody may find"
				);
				let stated = Commitments::<T>::get(holder.commitment);
				ensure!(
					stated.is_some_and(|stated| stated.application == id),
					"two applications have one commitment, or it was not noted"
				);
			},
		}
	}
	ensure!(
		ApplicationsOf::<T>::iter_keys().count() == listed,
		"what is listed with applicants is not what was handed in"
	);
	ensure!(
		Heads::<T>::iter_keys().count() == Applications::<T>::iter_keys().count(),
		"a head is of no application"
	);
	Ok(())
}

/// Every application of which something is due has one row of the queue, and nothing else has one.
fn queue<T: Config>() -> Result<(), TryRuntimeError> {
	let mut queued = 0usize;
	for (id, record) in Applications::<T>::iter() {
		let case = Case::<T>::load(id).map_err(|_| "an application has no terms")?;
		let due = record.application.next_due(&case.terms, case.table());
		let is_due = due.map_err(|_| "when something is due cannot be said")?.is_some();
		ensure!(
			record.due.is_some() == is_due,
			"something is due of an application that is not in the queue, or nothing of one that is"
		);
		let Some(instant) = record.due else { continue };
		let key = DueKey::new(instant, id);
		ensure!(Due::<T>::contains_key(key), "the queue has no row of an application");
		queued = queued.saturating_add(1);
	}
	ensure!(Due::<T>::iter_keys().count() == queued, "the queue has a row too many");
	Ok(())
}

/// No two live applications are for the same.
fn live<T: Config>() -> Result<(), TryRuntimeError> {
	let mut live = 0usize;
	for (id, record) in Applications::<T>::iter() {
		if record.application.has_ended() {
			continue;
		}
		live = live.saturating_add(1);
		ensure!(
			LiveApplications::<T>::get(record.live_key()) == Some(id),
			"two live applications are for the same"
		);
	}
	ensure!(LiveApplications::<T>::iter_keys().count() == live, "an application lives on");
	Ok(())
}

/// The lists of what waits have what waits and nothing else.
fn work<T: Config>() -> Result<(), TryRuntimeError> {
	let mut waiting = 0usize;
	for (id, record) in Applications::<T>::iter() {
		let Some(state) = work_of(&record) else { continue };
		waiting = waiting.saturating_add(1);
		let is_listed = WorkLists::<T>::contains_key((record.district, state), ordered(id.0));
		ensure!(is_listed, "an application waits and is on no list");
	}
	for (id, proposal) in Proposals::<T>::iter() {
		ensure!(id <= LastProposal::<T>::get(), "a proposal was never counted");
		waiting = waiting.saturating_add(1);
		let list = (proposal.district, WorkState::TakeOverProposed);
		ensure!(
			WorkLists::<T>::contains_key(list, ordered(id.0)),
			"a take-over waits and is on no list"
		);
	}
	ensure!(WorkLists::<T>::iter_keys().count() == waiting, "a list has what does not wait");
	Ok(())
}

/// The days of decisions are counted for just the decisions that are.
fn figures<T: Config>() -> Result<(), TryRuntimeError> {
	let mut days = BTreeMap::new();
	for (key, _, count) in DaysUsed::<T>::iter() {
		let all = days.entry(key).or_insert(0u64);
		*all = all.saturating_add(count.into());
	}
	for (ministry, kind, figures) in Figures::<T>::iter() {
		let ServiceFigures { decided_in_time, decided_late, by_silence, .. } = figures;
		let decided = [decided_in_time, decided_late, by_silence].map(u64::from);
		let decided = decided.into_iter().fold(0, u64::saturating_add);
		let counted = days.remove(&(ministry, kind)).unwrap_or_default();
		ensure!(counted == decided, "decisions are counted without their days, or days without");
	}
	ensure!(days.is_empty(), "days are counted of no authority");
	Ok(())
}
