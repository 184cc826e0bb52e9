//! What others read.

use alloc::vec::Vec;
use polity_primitives::{
	ids::{PledgeId, ProposalId, ShareClassId},
	record, CompanyNumber, Hash, Head, Party,
};

use crate::{
	consents::matter_of,
	types::{Consenters, LedgerEntry, Proposal, RegisteredClass, MAX_PAGE},
	Classes, Config, HoldingsOf, LedgerEntries, LedgerHeads, Pallet, PledgesTo, Proposals,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn read_classes(
		company: CompanyNumber,
	) -> (Vec<(ShareClassId, RegisteredClass)>, Head) {
		let mut classes: Vec<_> = Classes::<T>::iter_prefix(company).collect();
		classes.sort_by_key(|(class, _)| *class);
		(classes, LedgerHeads::<T>::get(company).unwrap_or_default())
	}

	pub(crate) fn read_holdings_of(holder: &Party) -> Vec<(CompanyNumber, ShareClassId)> {
		let most = usize::try_from(MAX_PAGE).unwrap_or_default();
		HoldingsOf::<T>::iter_key_prefix(holder).take(most).collect()
	}

	pub(crate) fn read_pledges_to(pledgee: &Party) -> Vec<PledgeId> {
		let most = usize::try_from(MAX_PAGE).unwrap_or_default();
		PledgesTo::<T>::iter_key_prefix(pledgee).take(most).collect()
	}

	/// What is consented to in a proposal, and what companies resolve on.
	pub(crate) fn read_matter(id: ProposalId) -> Option<Hash> {
		let Proposal { company, version, share_act, .. } = Proposals::<T>::get(id)?;
		Some(matter_of(id, company, version, &share_act))
	}

	pub(crate) fn read_consenters(id: ProposalId) -> Option<Consenters> {
		let proposal = Proposals::<T>::get(id)?;
		Self::asked(proposal.company, &proposal.share_act, proposal.authority).ok()
	}

	pub(crate) fn read_history(company: CompanyNumber, from: u32, limit: u32) -> Vec<LedgerEntry> {
		record::history::<_, _, LedgerEntries<T>>(&company, from, limit)
	}
}
