//! Shares come into being, and are paid.

use crate::{
	arithmetic::value,
	class::ShareClass,
	error::ShareError,
	holding::{Changed, Holder, Holding},
	law::{Circumstances, Cleared},
};

/// Allots new shares to a party. `paid` of their nominal value is paid; the rest is owed on the
/// holding. What is paid above the nominal value is a premium, no capital, and not for this register.
///
/// # Errors
/// * [`ShareError::LawInconsistent`], [`ShareError::ClassInconsistent`],
///   [`ShareError::HoldingInconsistent`] - the state is broken.
/// * [`ShareError::OwnShares`] - the party is the company.
/// * [`ShareError::Nothing`] - no share would be allotted.
/// * [`ShareError::AboveAuthorised`] - there would be more than authorised.
/// * [`ShareError::PreEmptionOpen`] - the other holders have not been asked.
/// * [`ShareError::PaidAboveNominal`], [`ShareError::PaidTooLittle`] - more is paid than the shares
///   are worth, or less than the law asks for.
pub fn allot<Party: PartialEq, Day: Clone + PartialOrd>(
	circumstances: &Circumstances<'_, Party, Day>,
	to: Holder<'_, Party>,
	shares: u64,
	paid: u128,
	cleared: Cleared,
) -> Result<Changed<Day>, ShareError> {
	circumstances.check()?;
	let class = circumstances.class;
	to.holding.check(class)?;
	circumstances.ensure_not_issuer(to.party)?;
	if shares == 0 {
		return Err(ShareError::Nothing);
	}
	let issued = class.issued.checked_add(shares).filter(|issued| *issued <= class.authorised);
	let issued = issued.ok_or(ShareError::AboveAuthorised)?;
	circumstances.ensure_holders_asked(cleared)?;
	let worth = value(class.nominal, shares);
	let unpaid = worth.checked_sub(paid).ok_or(ShareError::PaidAboveNominal)?;
	if paid < circumstances.law.least_paid_on(worth)? {
		return Err(ShareError::PaidTooLittle);
	}
	let holding = to.holding.with(Holding { shares, pledged: 0, unpaid })?;
	let paid_up = class.paid_up.checked_add(paid).ok_or(ShareError::ClassInconsistent)?;
	Ok(Changed { class: ShareClass { issued, paid_up, ..class.clone() }, holding })
}

/// Records that a holder has paid what it owed on its shares, or a part of it.
///
/// # Errors
/// * [`ShareError::ClassInconsistent`], [`ShareError::HoldingInconsistent`],
///   [`ShareError::TotalsDiffer`] - the state is broken.
/// * [`ShareError::Nothing`] - nothing is paid.
/// * [`ShareError::PaidAboveUnpaid`] - less is owed.
pub fn pay<Day: Clone>(
	class: &ShareClass<Day>,
	holding: &Holding,
	amount: u128,
) -> Result<Changed<Day>, ShareError> {
	class.check()?;
	holding.check(class)?;
	if amount == 0 {
		return Err(ShareError::Nothing);
	}
	let unpaid = holding.unpaid.checked_sub(amount).ok_or(ShareError::PaidAboveUnpaid)?;
	let paid_up = class.paid_up.checked_add(amount);
	// What is paid up and what is owed are the capital together.
	let paid_up = paid_up.filter(|sum| *sum <= class.capital()).ok_or(ShareError::TotalsDiffer)?;
	let class = ShareClass { paid_up, ..class.clone() };
	Ok(Changed { class, holding: Holding { unpaid, ..*holding } })
}
