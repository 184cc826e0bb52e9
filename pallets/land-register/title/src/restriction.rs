//! Restrictions and responsibilities, and clearing what has expired.

use crate::{
	error::TitleError,
	right::{ensure_committed, ensure_term},
	title::{Digest, Restriction, RestrictionKind, Title},
};

impl<Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq> Title<Party, Day, Unit> {
	pub(crate) fn restrict(
		&mut self,
		kind: RestrictionKind,
		from: Day,
		to: Option<Day>,
		source: &Digest,
		today: &Day,
	) -> Result<(), TitleError> {
		let restriction = Restriction { id: self.enter()?, kind, from, to, source: *source };
		restriction.check()?;
		if restriction.is_over(today) {
			return Err(TitleError::AlreadyExpired);
		}
		self.restrictions.try_push(restriction).map_err(|_| TitleError::RestrictionsFull)
	}

	pub(crate) fn lift(&mut self, id: u32) -> Result<(), TitleError> {
		self.restriction(id).ok_or(TitleError::EntryNotFound)?;
		self.restrictions.retain(|restriction| restriction.id != id);
		Ok(())
	}

	/// Takes an entry off the title whose last day has passed.
	pub(crate) fn clear(&mut self, id: u32, today: &Day) -> Result<(), TitleError> {
		if let Some(right) = self.right(id) {
			ensure_over(right.terms.is_over(today))?;
			return self.remove_right(id);
		}
		if let Some(notice) = self.notice(id) {
			ensure_over(!notice.is_in_force(today))?;
			return self.cancel_notice(id);
		}
		if let Some(restriction) = self.restriction(id) {
			ensure_over(restriction.is_over(today))?;
			return self.lift(id);
		}
		Err(TitleError::EntryNotFound)
	}
}

impl<Day: Ord> Restriction<Day> {
	/// What holds of every restriction by itself.
	pub(crate) fn check(&self) -> Result<(), TitleError> {
		ensure_committed(&self.source)?;
		ensure_term(&self.from, &self.to)
	}
}

fn ensure_over(over: bool) -> Result<(), TitleError> {
	if over {
		Ok(())
	} else {
		Err(TitleError::StillInForce)
	}
}
