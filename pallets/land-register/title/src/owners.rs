//! Ownership: units change hands, are counted anew, or find their owners.

use alloc::vec::Vec;

use crate::{
	error::TitleError,
	title::{canonical, Mortgage, MortgageOn, Owners, Share, Title, MAX_TOTAL_UNITS},
};

impl<Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq> Title<Party, Day, Unit> {
	/// Moves units of one owner, and the mortgages on its share with them. No other owner's units
	/// change.
	pub(crate) fn transfer(
		&mut self,
		from: &Party,
		to: &Party,
		units: u32,
		by_deed: bool,
	) -> Result<(), TitleError> {
		self.ensure_owners_known()?;
		if from == to {
			return Err(TitleError::SameParty);
		}
		if units == 0 {
			return Err(TitleError::UnitsZero);
		}
		let owned = self.units_of(from);
		if owned == 0 {
			return Err(TitleError::NotOwner);
		}
		let left = owned.checked_sub(units).ok_or(TitleError::NotEnoughUnits)?;
		self.carry_mortgages(from, to, left)?;
		if left == 0 {
			self.owners.retain(|share| share.party != *from);
		}
		for share in self.owners.iter_mut().filter(|share| share.party == *from) {
			share.units = left;
		}
		match self.owners.iter_mut().find(|share| share.party == *to) {
			Some(share) => {
				share.units = share.units.checked_add(units).ok_or(TitleError::SumDiffers)?;
				share.by_deed |= by_deed;
			},
			None => {
				let share = Share { party: to.clone(), units, by_deed };
				self.owners.try_push(share).map_err(|_| TitleError::OwnersFull)?;
			},
		}
		self.owners.sort_by(|one, other| one.party.cmp(&other.party));
		Ok(())
	}

	/// Lets the mortgages on a share follow the units that leave it.
	fn carry_mortgages(&mut self, from: &Party, to: &Party, left: u32) -> Result<(), TitleError> {
		let carried = self.burdens_of(from);
		if carried.is_empty() {
			return Ok(());
		}
		if self.units_of(to) > 0 {
			// They would fall on units that nobody burdened, unless those are burdened alike.
			let own = self.burdens_of(to);
			let alike = own.iter().map(|mortgage| mortgage.id);
			if !alike.eq(carried.iter().map(|mortgage| mortgage.id)) {
				return Err(TitleError::MortgageWouldSpread);
			}
		} else if left > 0 {
			for mortgage in carried {
				let mortgage = Mortgage { on: MortgageOn::Share(to.clone()), ..mortgage };
				self.mortgages.try_push(mortgage).map_err(|_| TitleError::MortgagesFull)?;
			}
		} else {
			for mortgage in self.mortgages.iter_mut().filter(|mortgage| mortgage.is_on(from)) {
				mortgage.on = MortgageOn::Share(to.clone());
			}
		}
		if left == 0 {
			self.mortgages.retain(|mortgage| !mortgage.is_on(from));
		}
		self.mortgages.sort_by(|one, other| one.place().cmp(&other.place()));
		Ok(())
	}

	/// The mortgages on the share of an owner, by rank.
	fn burdens_of(&self, owner: &Party) -> Vec<Mortgage<Party>> {
		let burdens = self.mortgages.iter().filter(|mortgage| mortgage.is_on(owner));
		let mut burdens: Vec<_> = burdens.cloned().collect();
		burdens.sort_by_key(|mortgage| mortgage.rank);
		burdens
	}

	/// Counts the whole in more units. Nobody's part of it changes.
	pub(crate) fn rescale(&mut self, factor: u32) -> Result<(), TitleError> {
		self.ensure_owners_known()?;
		if factor < 2 {
			return Err(TitleError::FactorTooSmall);
		}
		let total = self.total_units.checked_mul(factor);
		self.total_units =
			total.filter(|total| *total <= MAX_TOTAL_UNITS).ok_or(TitleError::RescaleOverflow)?;
		for share in self.owners.iter_mut() {
			share.units = share.units.checked_mul(factor).ok_or(TitleError::RescaleOverflow)?;
		}
		Ok(())
	}

	/// Enters the owners that nobody knew.
	pub(crate) fn adopt(
		&mut self,
		total_units: u32,
		owners: &Owners<Party>,
		by_deed: bool,
	) -> Result<(), TitleError> {
		if !self.owners_unknown() {
			return Err(TitleError::OwnersKnown);
		}
		self.total_units = total_units;
		self.owners = canonical(owners.clone());
		for share in self.owners.iter_mut() {
			share.by_deed = by_deed;
		}
		self.ensure_owners_known()?;
		self.check_owners()
	}
}
