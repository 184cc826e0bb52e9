//! What holds of the register of filings at any time. Run on live state by try-runtime, and after
//! every test.

use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::ensure;
use polity_primitives::{
	record::{chain_holds, Entry},
	traits::{Companies, LegalClock},
	CompanyNumber, Head, Register,
};
use sp_runtime::TryRuntimeError;

use crate::{
	rules::owners,
	types::{
		ordered, Filer, FilingContent, FilingState, FilingType, RecordStatus, StatementId,
		WorkState,
	},
	ByPeriod, Commitments, Config, CoveredUntil, FilingEntries, FilingHeads, FilingLaws, Filings,
	FilingsOf, LastFiling, LastProposal, LawEntries, LawHeads, Ownership, OwnershipEntries,
	OwnershipHeads, Pallet, PendingOwnership, Proposals, StatementsOf, WorkLists,
};

/// Checks everything.
pub fn do_try_state<T: Config>() -> Result<(), TryRuntimeError> {
	laws::<T>()?;
	filings::<T>()?;
	periods::<T>()?;
	ownership::<T>()?;
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

/// The laws of a district come into force one after the other, and each is an entry of its record.
fn laws<T: Config>() -> Result<(), TryRuntimeError> {
	for (district, laws) in FilingLaws::<T>::iter() {
		let is_ordered = laws
			.windows(2)
			.all(|pair| matches!(pair, [one, other] if one.in_force_from < other.in_force_from));
		ensure!(is_ordered, "laws come into force on one day, or in another order");
		let head = LawHeads::<T>::get(district).ok_or("a law has no head")?;
		ensure_chain(&head, |seq| LawEntries::<T>::get(district, seq))?;
		let told = (1..=head.seq).filter_map(|seq| LawEntries::<T>::get(district, seq));
		ensure!(
			told.map(|entry| entry.body.law).eq(laws),
			"the laws of a district are not those of its record"
		);
	}
	for (id, proposal) in Proposals::<T>::iter() {
		ensure!(id <= LastProposal::<T>::get(), "a proposal was never counted");
		let known = Pallet::<T>::law_version(proposal.district);
		ensure!(proposal.version <= known, "a proposal is on a version that does not exist");
	}
	Ok(())
}

/// Every filing is a company's, listed with it, and has a chain that holds. What is stated of owners
/// has no tag of who handed it in.
fn filings<T: Config>() -> Result<(), TryRuntimeError> {
	let mut listed = 0u64;
	for (id, filing) in Filings::<T>::iter() {
		ensure!(id <= LastFiling::<T>::get(), "a filing was never counted");
		ensure!(T::Companies::profile(filing.company).is_some(), "a filing is of no company");
		let is_listed = FilingsOf::<T>::contains_key(filing.company, ordered(id.0));
		ensure!(is_listed, "a filing is not listed with its company");
		listed = listed.saturating_add(1);
		let head = FilingHeads::<T>::get(id).ok_or("a filing has no head")?;
		ensure_chain(&head, |seq| FilingEntries::<T>::get(id, seq))?;
		let is_open = filing.state.is_open();
		match &filing.content {
			FilingContent::Document { filing_type, period, .. } => {
				let known = ByPeriod::<T>::get(filing.company, (*filing_type, period.to));
				ensure!(
					(known.pending == Some(id)) == is_open,
					"a document waits for the register and is not noted, or is noted and does not wait"
				);
				ensure!(
					filing.state != FilingState::Accepted || known.accepted.is_some(),
					"a document was accepted and nothing stands for its period"
				);
			},
			FilingContent::Ownership(_) => {
				ensure!(
					(PendingOwnership::<T>::get(filing.company) == Some(id)) == is_open,
					"statements wait for the register and are not noted, or the other way round"
				);
				ensure!(
					!matches!(filing.filed_by, Filer::Person(_)),
					"what is stated of owners stands beside the tag of who handed it in"
				);
			},
		}
	}
	let all = u64::try_from(FilingsOf::<T>::iter_keys().count()).unwrap_or(u64::MAX);
	ensure!(all == listed, "what is listed is not what was filed");
	Ok(())
}

/// What stands for a period is a filing of that company, type and period, and the last day that is
/// covered is the last for which one was accepted.
fn periods<T: Config>() -> Result<(), TryRuntimeError> {
	let mut covered: BTreeMap<(CompanyNumber, FilingType), _> = BTreeMap::new();
	for (company, (filing_type, last_day), known) in ByPeriod::<T>::iter() {
		ensure!(
			known.accepted.is_some() || known.pending.is_some(),
			"a period is noted and nothing stands for it"
		);
		for (id, is_accepted) in known
			.accepted
			.map(|id| (id, true))
			.into_iter()
			.chain(known.pending.map(|id| (id, false)))
		{
			let filing = Filings::<T>::get(id).ok_or("what stands for a period was never filed")?;
			let is_of_it = matches!(
				filing.content,
				FilingContent::Document { filing_type: of, period, .. }
					if of == filing_type && period.to == last_day && filing.company == company
			);
			ensure!(is_of_it, "what stands for a period is about another");
			ensure!(
				is_accepted == (filing.state == FilingState::Accepted),
				"what stands for a period was not accepted, or what waits was"
			);
		}
		if filing_type.is_yearly() && known.accepted.is_some() {
			let last = covered.entry((company, filing_type)).or_insert(last_day);
			*last = last_day.max(*last);
		}
	}
	let kept: BTreeMap<_, _> = CoveredUntil::<T>::iter()
		.map(|(company, filing_type, day)| ((company, filing_type), day))
		.collect();
	ensure!(kept == covered, "the days that are covered are not those of what was accepted");
	Ok(())
}

/// What is stated of owners can be stated, follows from the statements, and each commitment is of one.
fn ownership<T: Config>() -> Result<(), TryRuntimeError> {
	let mut statements = 0usize;
	for (company, record) in Ownership::<T>::iter() {
		let profile = T::Companies::profile(company).ok_or("owners are stated of no company")?;
		ensure!(record.confirmed_at.is_some(), "owners are stated and were never confirmed");
		let today = T::Clock::today(Register::Business, profile.district);
		ensure!(owners::check(&record, today).is_ok(), "what is stated of owners cannot be");
		let head = OwnershipHeads::<T>::get(company).ok_or("beneficial ownership has no head")?;
		ensure_chain(&head, |seq| OwnershipEntries::<T>::get(company, seq))?;

		let mut live = BTreeMap::new();
		let mut last_record = 0u32;
		for number in 1..=record.last_statement {
			let accepted =
				StatementsOf::<T>::get(company, number).ok_or("a statement is missing")?;
			let statement = accepted.statement;
			ensure!(
				Commitments::<T>::get(statement.commitment)
					== Some(StatementId { company, number }),
				"a commitment is not that of its statement"
			);
			statements = statements.saturating_add(1);
			if statement.status == RecordStatus::New {
				last_record = last_record.saturating_add(1);
				ensure!(statement.record.0 == last_record, "a new record is not the next");
			}
			if statement.status == RecordStatus::Closed {
				live.remove(&statement.record);
			} else {
				live.insert(statement.record, (number, statement.details));
			}
		}
		ensure!(last_record == record.last_record, "records were numbered and never stated");
		let kept =
			record.live.into_iter().map(|live| (live.record, (live.statement, live.details)));
		ensure!(kept.eq(live), "what is stated of owners does not follow from the statements");
	}
	ensure!(
		StatementsOf::<T>::iter_keys().count() == statements
			&& Commitments::<T>::iter_keys().count() == statements,
		"there are statements or commitments of nothing"
	);
	for (company, id) in PendingOwnership::<T>::iter() {
		let filing = Filings::<T>::get(id).ok_or("statements wait that were never filed")?;
		ensure!(
			filing.company == company && filing.state.is_open(),
			"statements wait that are another company's, or decided"
		);
	}
	Ok(())
}

/// The lists of what waits have what waits and nothing else.
fn work<T: Config>() -> Result<(), TryRuntimeError> {
	let mut waiting = 0usize;
	for (id, filing) in Filings::<T>::iter() {
		let state = match filing.state {
			FilingState::Received => WorkState::FilingReceived,
			FilingState::Examined(_) => WorkState::FilingExamined,
			_ => continue,
		};
		waiting = waiting.saturating_add(1);
		let is_listed = WorkLists::<T>::contains_key((filing.district, state), ordered(id.0));
		ensure!(is_listed, "a filing waits and is on no list");
	}
	for (id, proposal) in Proposals::<T>::iter() {
		waiting = waiting.saturating_add(1);
		let list = (proposal.district, WorkState::ProposalOpen);
		ensure!(WorkLists::<T>::contains_key(list, ordered(id.0)), "a law waits and is on no list");
	}
	ensure!(WorkLists::<T>::iter_keys().count() == waiting, "a list has what does not wait");
	Ok(())
}
