//! Mortgages: ranks on one thing are 1 to n, without a gap.

use crate::{
	error::TitleError,
	right::ensure_committed,
	title::{Digest, Holder, Mortgage, MortgageOn, Title},
};

impl<Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq> Title<Party, Day, Unit> {
	pub(crate) fn encumber(
		&mut self,
		on: &MortgageOn<Party>,
		creditor: &Party,
		amount: &Digest,
		source: &Digest,
		today: &Day,
	) -> Result<(), TitleError> {
		ensure_committed(amount)?;
		ensure_committed(source)?;
		let by_creditor = match on {
			MortgageOn::Title => self.is_sole_owner(&Holder::Party(creditor.clone())),
			MortgageOn::Share(owner) => {
				if self.units_of(owner) == 0 {
					return Err(TitleError::NotOwner);
				}
				owner == creditor
			},
			MortgageOn::Right(id) => {
				let right = self.right(*id).ok_or(TitleError::EntryNotFound)?;
				right.ensure_usable(today)?;
				right.terms.holder == Holder::Party(creditor.clone())
			},
		};
		if by_creditor {
			return Err(TitleError::SameParty);
		}
		let last = self.mortgages.iter().filter(|mortgage| mortgage.on == *on);
		let last = last.map(|mortgage| mortgage.rank).max().unwrap_or(0);
		let mortgage = Mortgage {
			id: self.enter()?,
			creditor: creditor.clone(),
			on: on.clone(),
			rank: last.checked_add(1).ok_or(TitleError::RankGap)?,
			amount: *amount,
			source: *source,
		};
		self.mortgages.try_push(mortgage).map_err(|_| TitleError::MortgagesFull)
	}

	/// Discharges a mortgage from all that it burdens.
	pub(crate) fn discharge(&mut self, id: u32) -> Result<(), TitleError> {
		let mut discharged = self.mortgages.clone();
		discharged.retain(|mortgage| mortgage.id == id);
		if discharged.is_empty() {
			return Err(TitleError::EntryNotFound);
		}
		self.mortgages.retain(|mortgage| mortgage.id != id);
		for mortgage in self.mortgages.iter_mut() {
			let gap = discharged.iter().find(|gap| gap.on == mortgage.on);
			if gap.is_some_and(|gap| gap.rank < mortgage.rank) {
				mortgage.rank = mortgage.rank.checked_sub(1).ok_or(TitleError::RankGap)?;
			}
		}
		Ok(())
	}

	pub(crate) fn assign_mortgage(&mut self, id: u32, to: &Party) -> Result<(), TitleError> {
		let mut found = false;
		for mortgage in self.mortgages.iter_mut().filter(|mortgage| mortgage.id == id) {
			if mortgage.creditor == *to {
				return Err(TitleError::SameParty);
			}
			mortgage.creditor = to.clone();
			found = true;
		}
		found.then_some(()).ok_or(TitleError::EntryNotFound)
	}
}

impl<Party: PartialEq> Mortgage<Party> {
	/// Whether it burdens the share of this owner.
	pub(crate) fn is_on(&self, owner: &Party) -> bool {
		matches!(&self.on, MortgageOn::Share(party) if party == owner)
	}

	/// Where its entry stands among the others: by number, and under one number by owner.
	pub(crate) fn place(&self) -> (u32, Option<&Party>) {
		let owner = match &self.on {
			MortgageOn::Share(owner) => Some(owner),
			MortgageOn::Title | MortgageOn::Right(_) => None,
		};
		(self.id, owner)
	}
}
