//! What holds of the register of officers at any time. Run on live state by try-runtime, and after
//! every test.

use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::ensure;
use polity_primitives::{
	record::chain_holds,
	traits::{Acts, Companies, CompanyPhase, MissingPart, SigningRule},
	CompanyNumber, Party, Tag,
};
use sp_runtime::TryRuntimeError;

use crate::{
	BoardEntries, BoardHeads, Boards, Config, DisqualificationEntries, DisqualificationHeads,
	Disqualifications, LastProposal, OfficesOf, Pallet, Proposals, Resolutions,
};

/// Checks everything.
pub fn do_try_state<T: Config>() -> Result<(), TryRuntimeError> {
	boards::<T>()?;
	disqualifications::<T>()?;
	for (id, proposal) in Proposals::<T>::iter() {
		ensure!(id <= LastProposal::<T>::get(), "a proposal was never counted");
		let known = Pallet::<T>::version_of(&proposal.matter);
		ensure!(proposal.version <= known, "a proposal is on a version that does not exist");
	}
	for (company, _, resolution) in Resolutions::<T>::iter() {
		ensure!(T::Companies::profile(company).is_some(), "a resolution is of no company");
		ensure!(!resolution.endorsed_by.is_empty(), "a resolution is endorsed by nobody");
		let different: BTreeSet<&Tag> = resolution.endorsed_by.iter().collect();
		ensure!(
			different.len() == resolution.endorsed_by.len(),
			"a resolution is endorsed twice by one person"
		);
	}
	Ok(())
}

/// Every board is a company's, has a chain that holds, and manages it: there is a director today, and
/// as many as must sign together. Every company that is live and lacks no directors has one.
fn boards<T: Config>() -> Result<(), TryRuntimeError> {
	let mut offices: BTreeSet<(Tag, CompanyNumber)> = BTreeSet::new();
	for (company, board) in Boards::<T>::iter() {
		let profile = T::Companies::profile(company).ok_or("a board is of no company")?;
		ensure!(
			!profile.lacks(MissingPart::Directors),
			"a company has a board, and lacks its directors"
		);
		let head = BoardHeads::<T>::get(company).ok_or("a board has no head")?;
		let entries: Vec<_> =
			(1..=head.seq).filter_map(|seq| BoardEntries::<T>::get(company, seq)).collect();
		ensure!(chain_holds(&head, entries.iter()), "a board's chain of entries is broken");
		if matches!(profile.phase, CompanyPhase::Live | CompanyPhase::Suspended) {
			let directors = board.directors(Pallet::<T>::today(profile.district)).count();
			let together = match board.signing {
				SigningRule::Sole => 1,
				SigningRule::Joint(number) => usize::from(number),
			};
			ensure!(directors > 0, "a live company has no director");
			ensure!(directors >= together, "a company has too few directors to sign");
		}
		for officer in &board.officers {
			if let Party::Person(tag) = &officer.party {
				offices.insert((*tag, company));
			}
		}
	}
	let listed: BTreeSet<(Tag, CompanyNumber)> = OfficesOf::<T>::iter_keys().collect();
	ensure!(listed == offices, "the offices of persons are not those of the boards");
	Ok(())
}

/// Every bar is the one of its record's last entry.
fn disqualifications<T: Config>() -> Result<(), TryRuntimeError> {
	for (person, head) in DisqualificationHeads::<T>::iter() {
		let entries: Vec<_> = (1..=head.seq)
			.filter_map(|seq| DisqualificationEntries::<T>::get(person, seq))
			.collect();
		ensure!(chain_holds(&head, entries.iter()), "a disqualification's chain is broken");
		let last = entries.last().and_then(|entry| entry.body.until);
		ensure!(
			Disqualifications::<T>::get(person) == last,
			"a person's bar is not the one of its last entry"
		);
	}
	for person in Disqualifications::<T>::iter_keys() {
		ensure!(DisqualificationHeads::<T>::contains_key(person), "a bar has no record");
	}
	Ok(())
}
