//! Units are joined: only where nobody's right would change by it.

use alloc::vec::Vec;

use crate::{
	error::{JoinError, TitleError},
	notice::ensure_no_notice,
	title::{Digest, Holder, Mortgage, MortgageOn, Restriction, Right, RightTerms, Share, Title},
};

/// Most units that are joined at once.
pub const MAX_PARTS: usize = 64;

/// One of the units that are joined.
#[derive(Debug)]
pub struct Part<'a, Party, Day, Unit> {
	/// The unit.
	pub unit: &'a Unit,
	/// Its title.
	pub title: &'a Title<Party, Day, Unit>,
}

impl<Party, Day, Unit> Clone for Part<'_, Party, Day, Unit> {
	fn clone(&self) -> Self {
		*self
	}
}

impl<Party, Day, Unit> Copy for Part<'_, Party, Day, Unit> {}

/// The title of the unit that others are joined to: their owners in the denominator of the first,
/// the mortgages that all of them carry, and the rights and restrictions of each, once where
/// several have the same. Entries are numbered anew, and no right loses its place before or behind a
/// mortgage. Notices are left behind: all are expired.
///
/// # Errors
/// * [`JoinError::PartsOutOfBounds`], [`JoinError::DuplicatePart`] - the units cannot be joined.
/// * [`JoinError::OwnersDiffer`], [`JoinError::SharesDiffer`] - not the same own them in the same
///   parts.
/// * [`JoinError::MortgagesConflict`] - they do not carry the same mortgages in the same order.
/// * [`JoinError::EasementBetween`] - one serves another.
/// * [`JoinError::Title`] - a title is broken, has unknown owners or a notice that stands against it,
///   or there is no room for all entries.
pub fn join<Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq>(
	parts: &[Part<'_, Party, Day, Unit>],
	today: Day,
) -> Result<Title<Party, Day, Unit>, JoinError> {
	let Some((first, others)) = parts.split_first() else {
		return Err(JoinError::PartsOutOfBounds);
	};
	if others.is_empty() || parts.len() > MAX_PARTS {
		return Err(JoinError::PartsOutOfBounds);
	}
	for part in parts {
		if parts.iter().filter(|other| other.unit == part.unit).count() > 1 {
			return Err(JoinError::DuplicatePart);
		}
		part.title.check()?;
		part.title.ensure_owners_known()?;
		ensure_no_notice(part.title, today)?;
		let joined = |right: &Right<Party, Day, Unit>| match &right.terms.holder {
			Holder::Unit(dominant) => parts.iter().any(|other| other.unit == dominant),
			Holder::Party(_) => false,
		};
		if part.title.rights.iter().any(joined) {
			return Err(JoinError::EasementBetween);
		}
	}
	let mut owners = first.title.owners.clone();
	for other in others {
		ensure_same_owners(first.title, other.title)?;
		for (share, same) in owners.iter_mut().zip(&other.title.owners) {
			share.by_deed |= same.by_deed;
		}
	}
	let commons: Vec<_> = parts.iter().map(|part| commons_of(part.title)).collect();
	let shared = commons_of(first.title);
	for common in &commons {
		if !shared.iter().map(Common::content).eq(common.iter().map(Common::content)) {
			return Err(JoinError::MortgagesConflict);
		}
	}
	let title = Title { total_units: first.title.total_units, owners, ..Title::unknown() };
	let mut joined = Joined { title, entered: Vec::new() };
	// What came before the first common mortgage in any part, that mortgage, what came between it and
	// the next, and so on: then each entry has its place before or behind each mortgage.
	for nth in 0..=shared.len() {
		let floor = joined.title.last_entry;
		for (part, commons) in parts.iter().zip(&commons) {
			let after = nth.checked_sub(1).and_then(|before| commons.get(before));
			let before = commons.get(nth);
			let between = |id: u32| {
				after.is_none_or(|common| common.id < id)
					&& before.is_none_or(|common| id < common.id)
			};
			joined.enter_part(part, between, floor)?;
		}
		if let Some(common) = shared.get(nth) {
			joined.enter_common(common)?;
		}
	}
	Ok(joined.title)
}

/// The same parties own the same part of the whole, whatever it is counted in.
fn ensure_same_owners<Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq>(
	one: &Title<Party, Day, Unit>,
	other: &Title<Party, Day, Unit>,
) -> Result<(), JoinError> {
	let parties = |title: &Title<Party, Day, Unit>| -> Vec<Party> {
		title.owners.iter().map(|share| share.party.clone()).collect()
	};
	if parties(one) != parties(other) {
		return Err(JoinError::OwnersDiffer);
	}
	// At most 10^9 each: the products fit.
	let product = |units: u32, total: u32| u64::from(units).saturating_mul(u64::from(total));
	let same = |(share, with): (&Share<Party>, &Share<Party>)| {
		product(share.units, other.total_units) == product(with.units, one.total_units)
	};
	if one.owners.iter().zip(&other.owners).all(same) {
		Ok(())
	} else {
		Err(JoinError::SharesDiffer)
	}
}

/// A mortgage on a whole unit or on shares of it, by its entries: it has to be on all parts.
struct Common<'a, Party> {
	id: u32,
	entries: Vec<&'a Mortgage<Party>>,
}

impl<'a, Party> Common<'a, Party> {
	/// All of it but the number.
	fn content(&self) -> Vec<(&'a Party, &'a MortgageOn<Party>, u32, &'a Digest, &'a Digest)> {
		let content = |entry: &&'a Mortgage<Party>| {
			let Mortgage { id: _, creditor, on, rank, amount, source } = *entry;
			(creditor, on, *rank, amount, source)
		};
		self.entries.iter().map(content).collect()
	}
}

/// The common mortgages of a title, by entry.
fn commons_of<Party, Day, Unit>(title: &Title<Party, Day, Unit>) -> Vec<Common<'_, Party>> {
	let mut commons: Vec<Common<'_, Party>> = Vec::new();
	for mortgage in &title.mortgages {
		match (&mortgage.on, commons.last_mut()) {
			(MortgageOn::Right(_), _) => {},
			(_, Some(common)) if common.id == mortgage.id => common.entries.push(mortgage),
			_ => commons.push(Common { id: mortgage.id, entries: Vec::from([mortgage]) }),
		}
	}
	commons
}

/// What is entered for one part only, or once where parts have the same.
enum Entry<'a, Party, Day, Unit> {
	Right(&'a Right<Party, Day, Unit>),
	Mortgage(&'a Mortgage<Party>, u32),
	Restriction(&'a Restriction<Day>),
}

/// A right of a part, and its number in the joined title.
struct Entered<'a, Party, Day, Unit> {
	part: Part<'a, Party, Day, Unit>,
	old: u32,
	new: u32,
	/// Whether an earlier part had the same, mortgages included.
	again: bool,
}

/// The joined title while entries are gathered.
struct Joined<'a, Party, Day, Unit> {
	title: Title<Party, Day, Unit>,
	entered: Vec<Entered<'a, Party, Day, Unit>>,
}

impl<'a, Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq> Joined<'a, Party, Day, Unit> {
	/// Enters what a part has between two common mortgages. The same right twice is one only where
	/// it stands between the same ones: those behind the number `floor`.
	fn enter_part(
		&mut self,
		part: &Part<'a, Party, Day, Unit>,
		between: impl Fn(u32) -> bool,
		floor: u32,
	) -> Result<(), TitleError> {
		let title = part.title;
		let on_rights = title.mortgages.iter().filter_map(|mortgage| match mortgage.on {
			MortgageOn::Right(right) => Some((mortgage.id, Entry::Mortgage(mortgage, right))),
			MortgageOn::Title | MortgageOn::Share(_) => None,
		});
		let restrictions = title.restrictions.iter();
		let mut entries: Vec<(u32, Entry<'a, Party, Day, Unit>)> = title
			.rights
			.iter()
			.map(|right| (right.id, Entry::Right(right)))
			.chain(on_rights)
			.chain(restrictions.map(|entry| (entry.id, Entry::Restriction(entry))))
			.filter(|(id, _)| between(*id))
			.collect();
		entries.sort_by_key(|(id, _)| *id);
		for (_, entry) in entries {
			match entry {
				Entry::Right(right) => self.enter_right(part, right, floor)?,
				Entry::Mortgage(mortgage, right) => self.enter_mortgage(part, mortgage, right)?,
				Entry::Restriction(restriction) => self.enter_restriction(restriction)?,
			}
		}
		Ok(())
	}

	/// The entry of a right of this part.
	fn find(
		&self,
		part: &Part<'a, Party, Day, Unit>,
		old: u32,
	) -> Result<&Entered<'a, Party, Day, Unit>, TitleError> {
		let mut entered = self.entered.iter();
		entered
			.find(|entered| entered.part.unit == part.unit && entered.old == old)
			.ok_or(TitleError::DanglingEntry)
	}

	fn enter_right(
		&mut self,
		part: &Part<'a, Party, Day, Unit>,
		right: &Right<Party, Day, Unit>,
		floor: u32,
	) -> Result<(), TitleError> {
		let mut terms: RightTerms<Party, Day, Unit> = right.terms.clone();
		if let Some(base) = terms.derived_from {
			terms.derived_from = Some(self.find(part, base)?.new);
		}
		let burdens = burdens_of(part.title, right.id);
		let taken = |new: u32| {
			let mut entered = self.entered.iter();
			entered.any(|entered| entered.part.unit == part.unit && entered.new == new)
		};
		let same = self.entered.iter().find(|entered| {
			!entered.again
				&& entered.new > floor
				&& !taken(entered.new)
				&& self.title.right(entered.new).is_some_and(|right| right.terms == terms)
				&& burdens_of(entered.part.title, entered.old) == burdens
		});
		let (new, again) = match same {
			Some(entered) => (entered.new, true),
			None => {
				let id = self.title.enter()?;
				let right = Right { id, terms };
				self.title.rights.try_push(right).map_err(|_| TitleError::RightsFull)?;
				(id, false)
			},
		};
		self.entered.push(Entered { part: *part, old: right.id, new, again });
		Ok(())
	}

	fn enter_mortgage(
		&mut self,
		part: &Part<'a, Party, Day, Unit>,
		mortgage: &Mortgage<Party>,
		right: u32,
	) -> Result<(), TitleError> {
		let Entered { new, again, .. } = *self.find(part, right)?;
		if again {
			return Ok(());
		}
		let id = self.title.enter()?;
		let mortgage = Mortgage { id, on: MortgageOn::Right(new), ..mortgage.clone() };
		self.title.mortgages.try_push(mortgage).map_err(|_| TitleError::MortgagesFull)
	}

	fn enter_restriction(&mut self, restriction: &Restriction<Day>) -> Result<(), TitleError> {
		let same =
			|other: &Restriction<Day>| *restriction == Restriction { id: restriction.id, ..*other };
		if self.title.restrictions.iter().any(same) {
			return Ok(());
		}
		let restriction = Restriction { id: self.title.enter()?, ..*restriction };
		self.title.restrictions.try_push(restriction).map_err(|_| TitleError::RestrictionsFull)
	}

	fn enter_common(&mut self, common: &Common<'_, Party>) -> Result<(), TitleError> {
		let id = self.title.enter()?;
		for entry in &common.entries {
			let mortgage = Mortgage { id, ..(*entry).clone() };
			self.title.mortgages.try_push(mortgage).map_err(|_| TitleError::MortgagesFull)?;
		}
		Ok(())
	}
}

/// The mortgages on a right, by rank.
fn burdens_of<Party, Day, Unit>(
	title: &Title<Party, Day, Unit>,
	right: u32,
) -> Vec<(u32, &Party, &Digest, &Digest)> {
	let on_right = title
		.mortgages
		.iter()
		.filter(|entry| matches!(entry.on, MortgageOn::Right(burdened) if burdened == right));
	let mut burdens: Vec<_> =
		on_right.map(|entry| (entry.rank, &entry.creditor, &entry.amount, &entry.source)).collect();
	burdens.sort_by_key(|(rank, ..)| *rank);
	burdens
}
