//! Shares pass from holder to holder.

use crate::{
	error::ShareError,
	holding::{Holder, Holding, Taken},
	law::{Circumstances, Cleared},
	pledge::PledgeMove,
};

/// What a transfer has made of two holdings.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Transferred {
	/// The holding of who gave, now.
	pub from: Holding,
	/// The holding of who received, now.
	pub to: Holding,
	/// What has become of the pledge, where pledged shares passed.
	pub pledge: Option<PledgeMove>,
}

/// Transfers shares. What is owed on them goes along in proportion, the odd minor unit stays with who
/// gives. Pledged shares pass with the pledgee's consent only, and their pledge goes with them.
///
/// # Errors
/// * [`ShareError::LawInconsistent`], [`ShareError::ClassInconsistent`],
///   [`ShareError::HoldingInconsistent`], [`ShareError::TotalsDiffer`] - the state is broken.
/// * [`ShareError::SameHolder`], [`ShareError::OwnShares`] - the shares would not change hands, or be
///   the company's own.
/// * [`ShareError::Locked`], [`ShareError::BoardConsentMissing`], [`ShareError::PreEmptionOpen`] -
///   the class does not let them pass, or not yet.
/// * [`ShareError::NotEnoughShares`], [`ShareError::SharesPledged`] - the holder has fewer, or fewer
///   that are free.
/// * [`ShareError::PledgeeConsentMissing`], [`ShareError::NotEnoughPledged`] - of pledged shares.
/// * [`ShareError::Nothing`] - no share would be transferred.
pub fn transfer<Party: PartialEq, Day: PartialOrd>(
	circumstances: &Circumstances<'_, Party, Day>,
	from: Holder<'_, Party>,
	to: Holder<'_, Party>,
	taken: Taken,
	cleared: Cleared,
) -> Result<Transferred, ShareError> {
	circumstances.check()?;
	from.holding.check(circumstances.class)?;
	to.holding.check(circumstances.class)?;
	circumstances.ensure_acquirer(from.party, to.party)?;
	let parted = from.holding.part(taken, cleared)?;
	circumstances.ensure_not_locked()?;
	circumstances.ensure_board_asked(cleared)?;
	circumstances.ensure_holders_asked(cleared)?;
	from.holding.joined(to.holding, circumstances.class)?;
	let to = to.holding.with(parted.part)?;
	Ok(Transferred { from: parted.rest, to, pledge: parted.pledge })
}

/// Passes a whole holding by operation of law: to an heir, to the company that a holder is merged
/// into, to the state where a holder is dissolved, or as a court has ordered. Pledges and debts go
/// along, and nobody is asked: neither the rule of the class nor a right of pre-emption stands
/// against the law. Returns what the receiver has now; all pledges of the holding are its own.
///
/// # Errors
/// * [`ShareError::LawInconsistent`], [`ShareError::ClassInconsistent`],
///   [`ShareError::HoldingInconsistent`], [`ShareError::TotalsDiffer`] - the state is broken.
/// * [`ShareError::SameHolder`], [`ShareError::OwnShares`] - the shares would not change hands, or be
///   the company's own.
/// * [`ShareError::Nothing`] - there is no share to pass.
pub fn succeed<Party: PartialEq, Day: PartialOrd>(
	circumstances: &Circumstances<'_, Party, Day>,
	from: Holder<'_, Party>,
	to: Holder<'_, Party>,
) -> Result<Holding, ShareError> {
	circumstances.check()?;
	from.holding.check(circumstances.class)?;
	to.holding.check(circumstances.class)?;
	circumstances.ensure_acquirer(from.party, to.party)?;
	if from.holding.is_empty() {
		return Err(ShareError::Nothing);
	}
	to.holding.joined(from.holding, circumstances.class)
}
