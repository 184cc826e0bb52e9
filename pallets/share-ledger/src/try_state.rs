//! What holds of the register's state at any time. Run on live state by try-runtime, and after every
//! test.

use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::ensure;
use polity_primitives::{
	ids::{PledgeId, ShareClassId},
	record::chain_holds,
	CompanyNumber, Party,
};
use polity_share_register::{capital_of, check_pledges, Holding, Pledge, Tally};
use sp_runtime::TryRuntimeError;

use crate::{
	types::{ClassAfter, Consenter, HoldingAfter, LedgerChange, PledgeAfter, RegisteredHolding},
	Classes, Config, Consents, Holdings, HoldingsOf, LastPledge, LastProposal, LawEntries,
	LawHeads, LawProposals, LedgerEntries, LedgerHeads, Ledgers, Pledges, PledgesOf, PledgesTo,
	Proposals, Snapshots,
};

/// Checks everything.
pub fn do_try_state<T: Config>() -> Result<(), TryRuntimeError> {
	classes::<T>()?;
	holdings::<T>()?;
	pledges::<T>()?;
	entries::<T>()?;
	snapshots::<T>()?;
	law::<T>()?;
	proposals::<T>()
}

fn len(count: usize) -> u32 {
	u32::try_from(count).unwrap_or(u32::MAX)
}

/// Holdings and treasury add up to what is issued, and that is at most what is authorised.
fn classes<T: Config>() -> Result<(), TryRuntimeError> {
	for (company, class, registered) in Classes::<T>::iter() {
		let last = Ledgers::<T>::get(company).unwrap_or_default().last_class;
		ensure!(class.0 > 0 && class <= last, "a class was never opened");
		registered.terms.check().map_err(|_| "the numbers of a class contradict each other")?;
		let held: Vec<Holding> = Holdings::<T>::iter_prefix_values((company, class))
			.map(|registered| registered.holding)
			.collect();
		ensure!(len(held.len()) == registered.holders, "a class counts its holders wrongly");
		Tally::of(&held)
			.and_then(|tally| tally.close(&registered.terms))
			.map_err(|_| "the holdings do not add up to what is issued")?;
		let pledged = Pledges::<T>::iter_values()
			.filter(|pledge| pledge.company == company && pledge.class == class)
			.count();
		ensure!(len(pledged) == registered.pledges, "a class counts its pledges wrongly");
		let version = LedgerHeads::<T>::get(company).unwrap_or_default().seq;
		ensure!(registered.shares_since <= version, "a class is of a version to come");
	}
	for company in Ledgers::<T>::iter_keys() {
		let terms: Vec<_> =
			Classes::<T>::iter_prefix_values(company).map(|class| class.terms).collect();
		capital_of(&terms).map_err(|_| "the classes of a company have no capital together")?;
	}
	Ok(())
}

/// Every holding is of a class, not the company's own, not empty, and found by its holder.
fn holdings<T: Config>() -> Result<(), TryRuntimeError> {
	let mut rows = 0usize;
	for ((company, class, holder), RegisteredHolding { holding, .. }) in Holdings::<T>::iter() {
		rows = rows.saturating_add(1);
		let registered = Classes::<T>::get(company, class).ok_or("a holding is of no class")?;
		ensure!(!holding.is_empty(), "an empty holding is kept");
		ensure!(holder != Party::Company(company), "a company holds shares in itself");
		holding.check(&registered.terms).map_err(|_| "a holding contradicts its class")?;
		ensure!(
			HoldingsOf::<T>::contains_key(&holder, (company, class)),
			"a holding is not found by its holder"
		);
		let pledges: Vec<Pledge> = PledgesOf::<T>::iter_key_prefix((company, class, &holder))
			.filter_map(|id| Some(Pledges::<T>::get(id)?.pledge))
			.collect();
		check_pledges(&holding, pledges).map_err(|_| "the pledges of a holding do not add up")?;
	}
	ensure!(HoldingsOf::<T>::iter_keys().count() == rows, "a holder has what it does not hold");
	Ok(())
}

/// Every pledge is of a holding, and found by it.
fn pledges<T: Config>() -> Result<(), TryRuntimeError> {
	let mut rows = 0usize;
	for (id, pledge) in Pledges::<T>::iter() {
		rows = rows.saturating_add(1);
		ensure!(id <= LastPledge::<T>::get(), "a pledge was never counted");
		ensure!(pledge.pledge.shares > 0, "a pledge covers nothing");
		ensure!(
			PledgesOf::<T>::contains_key((pledge.company, pledge.class, &pledge.holder, id)),
			"a pledge is not found by its holding"
		);
		ensure!(
			PledgesTo::<T>::contains_key(&pledge.pledgee, id),
			"a pledge is not found by its pledgee"
		);
		ensure!(pledge.pledgee != pledge.holder, "a holder is its own pledgee");
		ensure!(
			pledge.pledgee != Party::Company(pledge.company),
			"a company has its own shares in pledge"
		);
	}
	ensure!(
		PledgesOf::<T>::iter_keys().count() == rows,
		"a holding has a pledge that is not there"
	);
	ensure!(
		PledgesTo::<T>::iter_keys().count() == rows,
		"a pledgee has a pledge that is not there"
	);
	Ok(())
}

/// What a company's entries say is what is stored of it.
fn entries<T: Config>() -> Result<(), TryRuntimeError> {
	for (company, head) in LedgerHeads::<T>::iter() {
		let entries: Vec<_> =
			(1..=head.seq).filter_map(|seq| LedgerEntries::<T>::get(company, seq)).collect();
		ensure!(chain_holds(&head, entries.iter()), "a ledger's chain of entries is broken");
		let mut told = Told::default();
		for entry in &entries {
			told.follow(&entry.body);
		}
		told.ensure_stored::<T>(company)?;
	}
	for company in Ledgers::<T>::iter_keys() {
		ensure!(LedgerHeads::<T>::contains_key(company), "a ledger has no entry");
	}
	Ok(())
}

/// A ledger as its entries tell it.
#[derive(Default)]
struct Told {
	classes: BTreeMap<ShareClassId, ClassAfter>,
	holdings: BTreeMap<(ShareClassId, Party), RegisteredHolding>,
	pledges: BTreeMap<PledgeId, PledgeAfter>,
}

impl Told {
	fn follow(&mut self, change: &LedgerChange) {
		match change.outcome() {
			None => *self = Self::default(),
			Some(outcome) => {
				for after in &outcome.classes {
					self.classes.insert(after.class, *after);
				}
				for HoldingAfter { class, holder, holding, is_frozen } in &outcome.holdings {
					let key = (*class, holder.clone());
					if holding.is_empty() {
						self.holdings.remove(&key);
					} else {
						let registered =
							RegisteredHolding { holding: *holding, is_frozen: *is_frozen };
						self.holdings.insert(key, registered);
					}
				}
				for after in &outcome.pledges {
					if after.pledge.is_some() {
						self.pledges.insert(after.id, after.clone());
					} else {
						self.pledges.remove(&after.id);
					}
				}
			},
		}
	}

	fn ensure_stored<T: Config>(&self, company: CompanyNumber) -> Result<(), TryRuntimeError> {
		ensure!(
			Classes::<T>::iter_prefix(company).count() == self.classes.len()
				&& self.classes.values().all(|after| Classes::<T>::get(company, after.class)
					.is_some_and(|class| class.terms == after.terms)),
			"the classes of a company are not what its entries say"
		);
		let of_company = Holdings::<T>::iter_prefix((company,)).count();
		ensure!(
			of_company == self.holdings.len()
				&& self.holdings.iter().all(|((class, holder), holding)| {
					Holdings::<T>::get((company, class, holder)) == Some(*holding)
				}),
			"the holdings of a company are not what its entries say"
		);
		let of_company = Pledges::<T>::iter_values().filter(|pledge| pledge.company == company);
		ensure!(
			of_company.count() == self.pledges.len()
				&& self.pledges.values().all(|after| Pledges::<T>::get(after.id).is_some_and(
					|stored| Some(stored.pledge) == after.pledge
						&& stored.holder == after.holder
						&& stored.pledgee == after.pledgee
				)),
			"the pledges of a company are not what its entries say"
		);
		Ok(())
	}
}

/// What was had on a record date adds up.
fn snapshots<T: Config>() -> Result<(), TryRuntimeError> {
	for snapshot in Snapshots::<T>::iter_values() {
		let shares = snapshot.holders.iter().try_fold(0u64, |sum, one| sum.checked_add(one.shares));
		let votes = snapshot.holders.iter().try_fold(0u128, |sum, one| sum.checked_add(one.votes));
		ensure!(
			shares == Some(snapshot.shares) && votes == Some(snapshot.votes),
			"a record date does not add up"
		);
	}
	Ok(())
}

/// The law's chain of entries holds.
fn law<T: Config>() -> Result<(), TryRuntimeError> {
	for (kind, head) in LawHeads::<T>::iter() {
		let entries: Vec<_> =
			(1..=head.seq).filter_map(|seq| LawEntries::<T>::get(kind, seq)).collect();
		ensure!(chain_holds(&head, entries.iter()), "the law's chain of entries is broken");
	}
	Ok(())
}

/// Proposals were counted, and only what is prepared has consents.
fn proposals<T: Config>() -> Result<(), TryRuntimeError> {
	for id in Proposals::<T>::iter_keys() {
		ensure!(id <= LastProposal::<T>::get(), "a proposal was never counted");
	}
	for id in LawProposals::<T>::iter_keys() {
		ensure!(id <= LastProposal::<T>::get(), "a proposal of a law was never counted");
		ensure!(!Proposals::<T>::contains_key(id), "two proposals have one number");
	}
	for (id, consenter) in Consents::<T>::iter_keys() {
		ensure!(Proposals::<T>::contains_key(id), "somebody has consented to nothing");
		ensure!(
			!matches!(consenter, Consenter::Company(_)),
			"a company consents by its resolution alone"
		);
	}
	Ok(())
}
