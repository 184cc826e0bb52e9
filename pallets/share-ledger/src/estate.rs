//! What companies have in shares: what keeps them from ending, and what passes to their successors.

use alloc::vec::Vec;
use frame_support::{dispatch::DispatchResult, ensure, weights::Weight, BoundedVec};
use polity_primitives::{
	traits::{Acts, Companies, CompanyEstate, CompanyProfile, EstateObstacle},
	Act, CompanyNumber, Head, MandateId, Party,
};
use polity_share_register::Cleared;
use sp_runtime::DispatchError;

use crate::{
	effects::Effects,
	types::{
		Authority, ClassAfter, HoldingAfter, Ledger, LedgerChange, Outcome, PledgeAfter,
		RegisteredClass, ShareAct, MAX_CONVERSION, MAX_SUCCESSION,
	},
	Classes, Config, Error, Event, Holdings, HoldingsOf, LastPledge, Ledgers, Pallet, Pledges,
	PledgesOf, PledgesTo, WeightInfo,
};

/// A succession of companies, and what it rests on.
struct Succession<'a> {
	from: CompanyNumber,
	to: CompanyNumber,
	act: &'a Act,
	mandate: MandateId,
}

impl<T: Config> CompanyEstate for Pallet<T> {
	fn obstacle(company: CompanyNumber) -> Option<EstateObstacle> {
		let has_shares = HoldingsOf::<T>::iter_key_prefix(Party::Company(company)).next().is_some();
		has_shares.then_some(EstateObstacle::HoldsShares)
	}

	fn succeed(
		from: CompanyNumber,
		to: CompanyNumber,
		act: &Act,
		mandate: MandateId,
	) -> DispatchResult {
		let succession = Succession { from, to, act, mandate };
		let passed = Self::pass_holdings(&succession)?;
		Self::pass_pledges(&succession, passed)?;
		if !Ledgers::<T>::contains_key(from) {
			return Ok(());
		}
		// A company that another is converted into has no shares of its own yet; one that takes another
		// in has.
		if Self::version_of(to) == 0 {
			Self::go_on_as(&succession)
		} else {
			Self::end_into(&succession)
		}
	}

	fn succeed_weight() -> Weight {
		T::WeightInfo::succeed()
	}
}

impl<T: Config> Pallet<T> {
	/// Passes what a company holds in others, with the pledges of these holdings. How many of both.
	fn pass_holdings(succession: &Succession) -> Result<usize, DispatchError> {
		let Succession { from, to, .. } = *succession;
		let (old, new) = (Party::Company(from), Party::Company(to));
		let most = usize::try_from(MAX_SUCCESSION).unwrap_or_default();
		let held: Vec<_> =
			HoldingsOf::<T>::iter_key_prefix(&old).take(most.saturating_add(1)).collect();
		let mut passed = held.len();
		for (company, class) in &held {
			let left = most.saturating_sub(passed).saturating_add(1);
			let pledges = PledgesOf::<T>::iter_key_prefix((company, class, &old)).take(left);
			passed = passed.saturating_add(pledges.count());
			ensure!(passed <= most, Error::<T>::TooManyHoldings);
		}
		for (company, class) in held {
			// Shares of the company that takes it in become its own: that is a matter of theirs first.
			ensure!(company != to, Error::<T>::OwnShares);
			let profile = T::Companies::profile(company).ok_or(Error::<T>::CompanyNotFound)?;
			let share_act = ShareAct::Succeed { class, from: old.clone(), to: new.clone() };
			let effects = Self::effects_of(
				company,
				&share_act,
				Authority::Registrar,
				Self::today(profile.district),
				Cleared::default(),
			)?;
			Self::record_succession(succession, company, &profile, effects)?;
		}
		Ok(passed)
	}

	/// Passes the pledges that a company has of others' shares.
	fn pass_pledges(succession: &Succession, passed: usize) -> DispatchResult {
		let (old, new) = (Party::Company(succession.from), Party::Company(succession.to));
		let most = usize::try_from(MAX_SUCCESSION).unwrap_or_default().saturating_sub(passed);
		let pledges: Vec<_> =
			PledgesTo::<T>::iter_key_prefix(&old).take(most.saturating_add(1)).collect();
		ensure!(pledges.len() <= most, Error::<T>::TooManyHoldings);
		for id in pledges {
			let pledge = Pledges::<T>::get(id).ok_or(Error::<T>::PledgeNotFound)?;
			let company = pledge.company;
			let profile = T::Companies::profile(company).ok_or(Error::<T>::CompanyNotFound)?;
			let today = Self::today(profile.district);
			let effects = Self::effects_of_passing_pledge(id, pledge, &new, today)?;
			Self::record_succession(succession, company, &profile, effects)?;
		}
		Ok(())
	}

	/// Writes what passed in another company's ledger.
	fn record_succession(
		succession: &Succession,
		company: CompanyNumber,
		profile: &CompanyProfile,
		effects: Effects,
	) -> DispatchResult {
		let Succession { from, to, act, mandate } = *succession;
		let next = Self::version_of(company).checked_add(1).ok_or(Error::<T>::TooManyVersions)?;
		Self::write_effects(company, &effects, next)?;
		let outcome = effects.outcome;
		let change = LedgerChange::PartySucceeded { from, to, outcome: outcome.clone() };
		let Head { seq: version, hash: head } =
			Self::record_ledger(company, profile.district, act, mandate, change)?;
		Self::deposit_event(Event::PartySucceeded {
			company,
			from,
			to,
			outcome,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	/// All classes, holdings and pledges of a company as they are.
	fn whole_ledger(company: CompanyNumber) -> Result<Outcome, Error<T>> {
		let (classes, _) = Self::read_classes(company);
		// Counted first: nobody reads more than one transaction can move.
		let count =
			classes.iter().fold(0u32, |sum, (_, RegisteredClass { holders, pledges, .. })| {
				sum.saturating_add(*holders).saturating_add(*pledges)
			});
		ensure!(count <= MAX_CONVERSION, Error::<T>::TooManyHoldings);
		let mut outcome = Outcome::default();
		let (mut holdings, mut pledges) = (Vec::new(), Vec::new());
		for (class, _) in &classes {
			for (holder, registered) in Holdings::<T>::iter_prefix((company, class)) {
				for id in PledgesOf::<T>::iter_key_prefix((company, class, &holder)) {
					let Some(stored) = Pledges::<T>::get(id) else { continue };
					pledges.push(PledgeAfter {
						id,
						class: *class,
						holder: holder.clone(),
						pledgee: stored.pledgee,
						pledge: Some(stored.pledge),
					});
				}
				holdings.push(HoldingAfter {
					class: *class,
					holder,
					holding: registered.holding,
					is_frozen: registered.is_frozen,
				});
			}
		}
		let terms = classes
			.into_iter()
			.map(|(class, registered)| ClassAfter { class, terms: registered.terms });
		outcome.classes = BoundedVec::try_from(terms.collect::<Vec<_>>())
			.map_err(|_| Error::<T>::TooManyClasses)?;
		outcome.holdings =
			BoundedVec::try_from(holdings).map_err(|_| Error::<T>::TooManyHoldings)?;
		outcome.pledges = BoundedVec::try_from(pledges).map_err(|_| Error::<T>::TooManyHoldings)?;
		Ok(outcome)
	}

	/// Takes everything of a company's own ledger away, but for its entries and record dates.
	fn clear_ledger(company: CompanyNumber, whole: &Outcome) {
		for PledgeAfter { id, class, holder, pledgee, .. } in &whole.pledges {
			Pledges::<T>::remove(id);
			PledgesOf::<T>::remove((company, class, holder, id));
			PledgesTo::<T>::remove(pledgee, id);
		}
		for HoldingAfter { class, holder, .. } in &whole.holdings {
			Holdings::<T>::remove((company, class, holder));
			HoldingsOf::<T>::remove(holder, (company, class));
		}
		for ClassAfter { class, .. } in &whole.classes {
			Classes::<T>::remove(company, class);
		}
		Ledgers::<T>::remove(company);
	}

	/// The company goes on under another number, with all its classes and holdings.
	fn go_on_as(succession: &Succession) -> DispatchResult {
		let Succession { from, to, act, mandate } = *succession;
		let last_class = Ledgers::<T>::get(from).unwrap_or_default().last_class;
		let profile = T::Companies::profile(to).ok_or(Error::<T>::CompanyNotFound)?;
		let whole = Self::whole_ledger(from)?;
		let own = Party::Company(to);
		let is_own = whole.holdings.iter().any(|after| after.holder == own)
			|| whole.pledges.iter().any(|after| after.pledgee == own);
		ensure!(!is_own, Error::<T>::OwnShares);
		Self::clear_ledger(from, &whole);
		Ledgers::<T>::insert(to, Ledger { last_class });
		let effects = Effects {
			outcome: whole.clone(),
			snapshot: None,
			last_class: Some(last_class),
			last_pledge: LastPledge::<T>::get(),
			rescaled: None,
		};
		Self::write_effects(to, &effects, 1)?;
		let head =
			Self::record_ledger(from, profile.district, act, mandate, LedgerChange::WentOnAs(to))?;
		Self::deposit_event(Event::LedgerWentOnAs {
			company: from,
			to,
			mandate,
			version: head.seq,
			head: head.hash,
		});
		let change = LedgerChange::WentOnFrom { from, outcome: whole.clone() };
		let head = Self::record_ledger(to, profile.district, act, mandate, change)?;
		Self::deposit_event(Event::LedgerWentOnFrom {
			company: to,
			from,
			outcome: whole,
			mandate,
			version: head.seq,
			head: head.hash,
		});
		Ok(())
	}

	/// The company's shares end, if the company that takes it in holds all of them: whoever else holds
	/// some exchanges them first.
	fn end_into(succession: &Succession) -> DispatchResult {
		let Succession { from, to, act, mandate } = *succession;
		let whole = Self::whole_ledger(from)?;
		let survivor = Party::Company(to);
		let is_its_own = whole.holdings.iter().all(|holding| holding.holder == survivor);
		ensure!(is_its_own && whole.pledges.is_empty(), Error::<T>::HoldersNotSettled);
		let profile = T::Companies::profile(from).ok_or(Error::<T>::CompanyNotFound)?;
		Self::clear_ledger(from, &whole);
		let head =
			Self::record_ledger(from, profile.district, act, mandate, LedgerChange::EndedInto(to))?;
		Self::deposit_event(Event::LedgerEnded {
			company: from,
			into: to,
			mandate,
			version: head.seq,
			head: head.hash,
		});
		Ok(())
	}
}
