//! Rights other than ownership and mortgage.

use crate::{
	circumstances::Circumstances,
	error::TitleError,
	title::{Digest, Holder, MortgageOn, Right, RightTerms, Title},
};

impl<Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq> Title<Party, Day, Unit> {
	pub(crate) fn grant(
		&mut self,
		terms: &RightTerms<Party, Day, Unit>,
		circumstances: &Circumstances<'_, Party, Day, Unit>,
	) -> Result<(), TitleError> {
		terms.check()?;
		if terms.is_over(&circumstances.today) {
			return Err(TitleError::AlreadyExpired);
		}
		if matches!(&terms.holder, Holder::Unit(dominant) if dominant == circumstances.unit) {
			return Err(TitleError::EasementOnItself);
		}
		let self_granted = match terms.derived_from {
			None => self.is_sole_owner(&terms.holder),
			Some(base) => {
				let base = self.right(base).ok_or(TitleError::EntryNotFound)?;
				base.ensure_usable(&circumstances.today)?;
				terms.ensure_within(&base.terms)?;
				base.terms.holder == terms.holder
			},
		};
		if self_granted {
			return Err(TitleError::SameParty);
		}
		let id = self.enter()?;
		let right = Right { id, terms: terms.clone() };
		self.rights.try_push(right).map_err(|_| TitleError::RightsFull)
	}

	pub(crate) fn surrender(&mut self, id: u32, today: &Day) -> Result<(), TitleError> {
		let right = self.right(id).ok_or(TitleError::EntryNotFound)?;
		if right.terms.is_over(today) {
			return Err(TitleError::RightExpired);
		}
		self.remove_right(id)
	}

	pub(crate) fn assign(&mut self, id: u32, to: &Party, today: &Day) -> Result<(), TitleError> {
		let right = self.rights.iter_mut().find(|right| right.id == id);
		let right = right.ok_or(TitleError::EntryNotFound)?;
		right.ensure_usable(today)?;
		let to = Holder::Party(to.clone());
		if right.terms.holder == to {
			return Err(TitleError::SameParty);
		}
		right.terms.holder = to;
		Ok(())
	}

	/// Takes a right off the title, if nothing stands on it.
	pub(crate) fn remove_right(&mut self, id: u32) -> Result<(), TitleError> {
		let burdened = self.rights.iter().any(|right| right.terms.derived_from == Some(id))
			|| self.mortgages.iter().any(|mortgage| mortgage.on == MortgageOn::Right(id));
		if burdened {
			return Err(TitleError::RightBurdened);
		}
		self.rights.retain(|right| right.id != id);
		Ok(())
	}

	/// Whether nobody but this holder owns anything.
	pub(crate) fn is_sole_owner(&self, holder: &Holder<Party, Unit>) -> bool {
		match holder {
			Holder::Party(party) => self.units_of(party) == self.total_units,
			Holder::Unit(_) => false,
		}
	}
}

impl<Party: Eq, Day: Ord, Unit: Eq> Right<Party, Day, Unit> {
	/// That the right can be assigned, burdened or sublet.
	pub(crate) fn ensure_usable(&self, today: &Day) -> Result<(), TitleError> {
		if self.terms.kind.is_easement() {
			return Err(TitleError::EasementFollowsUnit);
		}
		if self.terms.is_over(today) {
			return Err(TitleError::RightExpired);
		}
		Ok(())
	}
}

impl<Party, Day: Ord, Unit> RightTerms<Party, Day, Unit> {
	/// What holds of the terms of every right by themselves.
	pub(crate) fn check(&self) -> Result<(), TitleError> {
		ensure_committed(&self.source)?;
		ensure_term(&self.from, &self.to)?;
		match (self.kind.is_easement(), &self.holder) {
			(true, Holder::Party(_)) => Err(TitleError::EasementWithoutUnit),
			(false, Holder::Unit(_)) => Err(TitleError::HolderNotParty),
			(true, Holder::Unit(_)) | (false, Holder::Party(_)) => Ok(()),
		}
	}

	/// Nobody gives more than he has: the right begins and ends within the one it derives from.
	pub(crate) fn ensure_within(&self, base: &Self) -> Result<(), TitleError> {
		let ends_within = match (&self.to, &base.to) {
			(_, None) => true,
			(None, Some(_)) => false,
			(Some(to), Some(base)) => to <= base,
		};
		if base.from <= self.from && ends_within {
			Ok(())
		} else {
			Err(TitleError::BeyondBase)
		}
	}
}

/// That a digest commits to something.
pub(crate) fn ensure_committed(digest: &Digest) -> Result<(), TitleError> {
	if digest.iter().all(|byte| *byte == 0) {
		return Err(TitleError::SourceMissing);
	}
	Ok(())
}

/// That a term does not end before it begins.
pub(crate) fn ensure_term<Day: Ord>(from: &Day, to: &Option<Day>) -> Result<(), TitleError> {
	if to.as_ref().is_some_and(|to| to < from) {
		return Err(TitleError::EndBeforeStart);
	}
	Ok(())
}
