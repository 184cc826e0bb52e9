//! What always holds of a title.

use alloc::collections::BTreeSet;

use crate::{
	error::TitleError,
	notice::check_notice,
	right::ensure_committed,
	title::{Holder, Mortgage, MortgageOn, Title, MAX_TOTAL_UNITS},
};

impl<Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq> Title<Party, Day, Unit> {
	/// Checks what holds of every title: shares make the whole, ranks have no gap, entries are
	/// numbered once, and nothing stands on what is not there. No sequence of acts leads elsewhere.
	///
	/// # Errors
	/// * [`TitleError::DenominatorZero`], [`TitleError::DenominatorTooLarge`],
	///   [`TitleError::UnitsZero`], [`TitleError::DuplicateOwner`],
	///   [`TitleError::OwnersUnordered`], [`TitleError::SumDiffers`] - of the owners.
	/// * [`TitleError::EntriesInconsistent`], [`TitleError::DanglingEntry`] - of the entries.
	/// * [`TitleError::SourceMissing`], [`TitleError::EndBeforeStart`],
	///   [`TitleError::EasementWithoutUnit`], [`TitleError::HolderNotParty`],
	///   [`TitleError::EasementFollowsUnit`], [`TitleError::BeyondBase`] - of the rights.
	/// * [`TitleError::RankGap`] - of the mortgages.
	/// * [`TitleError::BeneficiaryMissing`], [`TitleError::ExpiryMissing`] - of the notices.
	pub fn check(&self) -> Result<(), TitleError> {
		self.check_owners()?;
		self.check_numbers()?;
		self.check_rights()?;
		self.check_mortgages()?;
		for notice in &self.notices {
			check_notice(notice.kind, &notice.beneficiary, &notice.expires)?;
		}
		self.restrictions.iter().try_for_each(|restriction| restriction.check())
	}

	/// Checks the title of this unit: what [`Title::check`] does, and that the unit is not dominant
	/// over itself.
	///
	/// # Errors
	/// * what [`Title::check`] finds
	/// * [`TitleError::EasementOnItself`]
	pub fn check_of(&self, unit: &Unit) -> Result<(), TitleError> {
		self.check()?;
		let on_itself = |holder: &Holder<Party, Unit>| matches!(holder, Holder::Unit(dominant) if dominant == unit);
		if self.rights.iter().any(|right| on_itself(&right.terms.holder)) {
			return Err(TitleError::EasementOnItself);
		}
		Ok(())
	}

	/// The shares make the whole, or nobody knows the owners.
	pub(crate) fn check_owners(&self) -> Result<(), TitleError> {
		if self.total_units == 0 {
			return Err(TitleError::DenominatorZero);
		}
		if self.total_units > MAX_TOTAL_UNITS {
			return Err(TitleError::DenominatorTooLarge);
		}
		let mut before: Option<&Party> = None;
		let mut sum = 0u32;
		for share in &self.owners {
			if share.units == 0 {
				return Err(TitleError::UnitsZero);
			}
			if before == Some(&share.party) {
				return Err(TitleError::DuplicateOwner);
			}
			if before > Some(&share.party) {
				return Err(TitleError::OwnersUnordered);
			}
			before = Some(&share.party);
			sum = sum.checked_add(share.units).ok_or(TitleError::SumDiffers)?;
		}
		if sum != self.total_units && !self.owners_unknown() {
			return Err(TitleError::SumDiffers);
		}
		Ok(())
	}

	/// Each number was given out, and to one entry; entries of one kind are in order.
	fn check_numbers(&self) -> Result<(), TitleError> {
		let in_order = increases(self.rights.iter().map(|right| right.id))
			&& increases(self.notices.iter().map(|notice| notice.id))
			&& increases(self.restrictions.iter().map(|restriction| restriction.id))
			&& increases(self.mortgages.iter().map(|mortgage| mortgage.place()));
		// A mortgage on several shares has one number, and is one mortgage.
		let one = |(mortgage, next): (&Mortgage<Party>, &Mortgage<Party>)| {
			mortgage.id != next.id
				|| (mortgage.place().1.is_some()
					&& mortgage.creditor == next.creditor
					&& mortgage.amount == next.amount
					&& mortgage.source == next.source)
		};
		let joint = self.mortgages.iter().zip(self.mortgages.iter().skip(1)).all(one);
		let mortgages: BTreeSet<u32> = self.mortgages.iter().map(|mortgage| mortgage.id).collect();
		let rights = self.rights.iter().map(|right| right.id);
		let notices = self.notices.iter().map(|notice| notice.id);
		let restrictions = self.restrictions.iter().map(|restriction| restriction.id);
		let mut numbers = BTreeSet::new();
		let once = rights
			.chain(notices)
			.chain(restrictions)
			.chain(mortgages)
			.all(|id| id > 0 && id <= self.last_entry && numbers.insert(id));
		if in_order && joint && once {
			Ok(())
		} else {
			Err(TitleError::EntriesInconsistent)
		}
	}

	fn check_rights(&self) -> Result<(), TitleError> {
		for right in &self.rights {
			right.terms.check()?;
			let Some(base) = right.terms.derived_from else { continue };
			let base = self.right(base).ok_or(TitleError::DanglingEntry)?;
			// What derives comes later: no right derives from itself, by whatever detour.
			if base.id >= right.id {
				return Err(TitleError::EntriesInconsistent);
			}
			if base.terms.kind.is_easement() {
				return Err(TitleError::EasementFollowsUnit);
			}
			right.terms.ensure_within(&base.terms)?;
		}
		Ok(())
	}

	fn check_mortgages(&self) -> Result<(), TitleError> {
		for mortgage in &self.mortgages {
			ensure_committed(&mortgage.amount)?;
			ensure_committed(&mortgage.source)?;
			match &mortgage.on {
				MortgageOn::Title => {},
				MortgageOn::Share(owner) => {
					if self.units_of(owner) == 0 {
						return Err(TitleError::DanglingEntry);
					}
				},
				MortgageOn::Right(id) => {
					let right = self.right(*id).ok_or(TitleError::DanglingEntry)?;
					if right.terms.kind.is_easement() {
						return Err(TitleError::EasementFollowsUnit);
					}
				},
			}
			let ranks = || self.mortgages.iter().filter(|other| other.on == mortgage.on);
			// Distinct, at least 1 and at most as many as there are: so they are 1 to n.
			let same = ranks().filter(|other| other.rank == mortgage.rank).count();
			let all = u32::try_from(ranks().count()).unwrap_or(u32::MAX);
			if same != 1 || mortgage.rank == 0 || mortgage.rank > all {
				return Err(TitleError::RankGap);
			}
		}
		Ok(())
	}
}

/// Whether each is greater than the one before.
fn increases<Item: PartialOrd>(mut items: impl Iterator<Item = Item>) -> bool {
	let Some(mut before) = items.next() else { return true };
	items.all(|item| {
		let greater = item > before;
		before = item;
		greater
	})
}
