//! The company's own shares: bought back, sold again, cancelled.

use crate::{
	arithmetic::value,
	class::ShareClass,
	error::ShareError,
	holding::{Changed, Holder, Holding, Taken},
	law::{Circumstances, Cleared},
};

/// The company buys shares back: free ones, of a holding on which nothing is owed. They stay issued,
/// as treasury shares. The company buys by its own act, so the board is not asked again.
///
/// # Errors
/// * [`ShareError::LawInconsistent`], [`ShareError::ClassInconsistent`],
///   [`ShareError::HoldingInconsistent`], [`ShareError::TotalsDiffer`] - the state is broken.
/// * [`ShareError::Nothing`], [`ShareError::NotEnoughShares`], [`ShareError::SharesPledged`] - the
///   holder does not have as many that are free.
/// * [`ShareError::Locked`] - shares of the class cannot pass yet.
/// * [`ShareError::NotPaidUp`] - something is owed on the holding.
/// * [`ShareError::TreasuryTooLarge`] - the company would have more than the law allows.
pub fn buy_back<Party: PartialEq, Day: Clone + PartialOrd>(
	circumstances: &Circumstances<'_, Party, Day>,
	from: Holding,
	shares: u64,
) -> Result<Changed<Day>, ShareError> {
	circumstances.check()?;
	let class = circumstances.class;
	from.check(class)?;
	let parted = from.part(Taken::Free(shares), Cleared::default())?;
	circumstances.ensure_not_locked()?;
	if from.unpaid > 0 {
		return Err(ShareError::NotPaidUp);
	}
	let treasury = class.treasury.checked_add(shares).ok_or(ShareError::ClassInconsistent)?;
	if u128::from(treasury) > circumstances.law.most_treasury_of(class.issued)? {
		return Err(ShareError::TreasuryTooLarge);
	}
	let class = ShareClass { treasury, ..class.clone() };
	// Nothing is owed here, and yet less is paid up than these shares are worth.
	class.check().map_err(|_| ShareError::TotalsDiffer)?;
	Ok(Changed { class, holding: parted.rest })
}

/// The company sells treasury shares again, fully paid. The holders' right of pre-emption stands.
///
/// # Errors
/// * [`ShareError::LawInconsistent`], [`ShareError::ClassInconsistent`],
///   [`ShareError::HoldingInconsistent`] - the state is broken.
/// * [`ShareError::OwnShares`] - the buyer is the company.
/// * [`ShareError::Nothing`], [`ShareError::NotEnoughTreasury`] - there are not as many.
/// * [`ShareError::PreEmptionOpen`] - the other holders have not been asked.
pub fn sell_treasury<Party: PartialEq, Day: Clone + PartialOrd>(
	circumstances: &Circumstances<'_, Party, Day>,
	to: Holder<'_, Party>,
	shares: u64,
	cleared: Cleared,
) -> Result<Changed<Day>, ShareError> {
	circumstances.check()?;
	let class = circumstances.class;
	to.holding.check(class)?;
	circumstances.ensure_not_issuer(to.party)?;
	let treasury = treasury_without(class, shares)?;
	circumstances.ensure_holders_asked(cleared)?;
	let holding = to.holding.with(Holding { shares, ..Holding::NONE })?;
	Ok(Changed { class: ShareClass { treasury, ..class.clone() }, holding })
}

/// Cancels free shares of a holding. What is owed on them goes in proportion, the odd minor unit stays
/// on the holding. Where paid-up capital goes with them, the creditors come first.
///
/// # Errors
/// * [`ShareError::ClassInconsistent`], [`ShareError::HoldingInconsistent`],
///   [`ShareError::TotalsDiffer`] - the state is broken.
/// * [`ShareError::Nothing`], [`ShareError::NotEnoughShares`], [`ShareError::SharesPledged`] - the
///   holder does not have as many that are free.
/// * [`ShareError::CreditorsNotSettled`] - the paid-up capital would fall too early.
pub fn cancel<Day: Clone>(
	class: &ShareClass<Day>,
	from: Holding,
	shares: u64,
	cleared: Cleared,
) -> Result<Changed<Day>, ShareError> {
	class.check()?;
	from.check(class)?;
	let parted = from.part(Taken::Free(shares), cleared)?;
	let class = reduced(class, shares, parted.part.unpaid, class.treasury, cleared)?;
	Ok(Changed { class, holding: parted.rest })
}

/// Cancels treasury shares. They are paid up, so the creditors come first.
///
/// # Errors
/// * [`ShareError::ClassInconsistent`], [`ShareError::TotalsDiffer`] - the state is broken.
/// * [`ShareError::Nothing`], [`ShareError::NotEnoughTreasury`] - there are not as many.
/// * [`ShareError::CreditorsNotSettled`] - the paid-up capital would fall too early.
pub fn cancel_treasury<Day: Clone>(
	class: &ShareClass<Day>,
	shares: u64,
	cleared: Cleared,
) -> Result<ShareClass<Day>, ShareError> {
	class.check()?;
	let treasury = treasury_without(class, shares)?;
	reduced(class, shares, 0, treasury, cleared)
}

fn treasury_without<Day>(class: &ShareClass<Day>, shares: u64) -> Result<u64, ShareError> {
	if shares == 0 {
		return Err(ShareError::Nothing);
	}
	class.treasury.checked_sub(shares).ok_or(ShareError::NotEnoughTreasury)
}

/// The class without so many shares, on which `unpaid` was owed.
fn reduced<Day: Clone>(
	class: &ShareClass<Day>,
	shares: u64,
	unpaid: u128,
	treasury: u64,
	cleared: Cleared,
) -> Result<ShareClass<Day>, ShareError> {
	let issued = class.issued.checked_sub(shares).ok_or(ShareError::ClassInconsistent)?;
	let paid = value(class.nominal, shares).checked_sub(unpaid).ok_or(ShareError::TotalsDiffer)?;
	if paid > 0 && !cleared.creditors {
		return Err(ShareError::CreditorsNotSettled);
	}
	let paid_up = class.paid_up.checked_sub(paid).ok_or(ShareError::TotalsDiffer)?;
	let class = ShareClass { issued, treasury, paid_up, ..class.clone() };
	class.check().map_err(|_| ShareError::TotalsDiffer)?;
	Ok(class)
}
