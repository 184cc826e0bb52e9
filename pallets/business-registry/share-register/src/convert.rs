//! Shares of one class become shares of another.

use crate::{
	arithmetic::{divided, value},
	class::ShareClass,
	error::ShareError,
	holding::{Holding, Taken},
	law::Cleared,
	pledge::{Pledge, PledgeMove},
};

/// A class of a company with its number, and what one holder has of it before an act.
#[derive(Clone, Copy, Debug)]
pub struct HeldClass<'a, Number, Day> {
	/// Which class it is.
	pub number: &'a Number,
	/// The class.
	pub class: &'a ShareClass<Day>,
	/// What the holder has of it.
	pub holding: Holding,
}

impl<Number, Day> HeldClass<'_, Number, Day> {
	fn check(&self) -> Result<(), ShareError> {
		self.class.check()?;
		self.holding.check(self.class)
	}
}

/// What a conversion has made of two classes and the holder's two holdings.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Converted<Day> {
	/// The class that the shares were of, now.
	pub from_class: ShareClass<Day>,
	/// What the holder has of it now.
	pub from: Holding,
	/// The class that they are of, now.
	pub to_class: ShareClass<Day>,
	/// What the holder has of it now.
	pub to: Holding,
	/// What has become of the pledge, where pledged shares were converted: `left` covers shares of
	/// the one class, `moved` of the other.
	pub pledge: Option<PledgeMove>,
}

/// Converts a holder's shares of one class into as many of another as have the same nominal value
/// together, so that the company's capital stays what it is. What is owed on them goes along in
/// proportion, the odd minor unit stays. A pledge follows its shares, if the pledgee consents.
///
/// Both classes are of one company: that is for the register to see to.
///
/// # Errors
/// * [`ShareError::ClassInconsistent`], [`ShareError::HoldingInconsistent`],
///   [`ShareError::TotalsDiffer`] - the state is broken.
/// * [`ShareError::SameClass`], [`ShareError::CurrenciesDiffer`] - of the two classes.
/// * [`ShareError::Nothing`], [`ShareError::NotEnoughShares`], [`ShareError::SharesPledged`],
///   [`ShareError::PledgeeConsentMissing`], [`ShareError::NotEnoughPledged`] - of what is taken.
/// * [`ShareError::ConversionLeavesFraction`] - the nominal value is no whole number of shares.
/// * [`ShareError::AboveAuthorised`] - the other class would have more than authorised.
pub fn convert<Number: PartialEq, Day: Clone>(
	from: HeldClass<'_, Number, Day>,
	to: HeldClass<'_, Number, Day>,
	taken: Taken,
	cleared: Cleared,
) -> Result<Converted<Day>, ShareError> {
	from.check()?;
	to.check()?;
	if from.number == to.number {
		return Err(ShareError::SameClass);
	}
	if from.class.currency != to.class.currency {
		return Err(ShareError::CurrenciesDiffer);
	}
	let parted = from.holding.part(taken, cleared)?;
	let worth = value(from.class.nominal, parted.part.shares);
	let shares = divided(worth, to.class.nominal).ok_or(ShareError::ConversionLeavesFraction)?;
	// More than can be counted is more than is authorised.
	let shares = u64::try_from(shares).map_err(|_| ShareError::AboveAuthorised)?;
	let paid = worth.checked_sub(parted.part.unpaid).ok_or(ShareError::TotalsDiffer)?;

	let left = from.class.issued.checked_sub(parted.part.shares);
	let left = left.zip(from.class.paid_up.checked_sub(paid)).ok_or(ShareError::TotalsDiffer)?;
	let from_class = ShareClass { issued: left.0, paid_up: left.1, ..from.class.clone() };
	// What is left of the class may no longer cover what is paid up on its treasury shares.
	from_class.check().map_err(|_| ShareError::TotalsDiffer)?;

	let issued = to.class.issued.checked_add(shares);
	let issued = issued.filter(|issued| *issued <= to.class.authorised);
	let issued = issued.ok_or(ShareError::AboveAuthorised)?;
	let paid_up = to.class.paid_up.checked_add(paid).ok_or(ShareError::ClassInconsistent)?;
	let to_class = ShareClass { issued, paid_up, ..to.class.clone() };

	// Of pledged shares all are: a holding's part is pledged as a whole or not at all.
	let pledged = if parted.pledge.is_some() { shares } else { 0 };
	let to = to.holding.with(Holding { shares, pledged, unpaid: parted.part.unpaid })?;
	let pledge = parted.pledge.map(|pledge| PledgeMove { moved: Pledge { shares }, ..pledge });
	Ok(Converted { from_class, from: parted.rest, to_class, to, pledge })
}
