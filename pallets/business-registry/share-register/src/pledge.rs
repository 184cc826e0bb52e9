//! Pledges: shares that secure a debt stay where they are until the pledgee lets them go.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

use crate::{class::ShareClass, error::ShareError, holding::Holding};

/// A pledge of shares of one holding. Who the pledgee is stands beside it in the register.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Pledge {
	/// How many shares it covers; not zero.
	pub shares: u64,
}

/// What has become of a pledge of which shares were taken.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct PledgeMove {
	/// The pledge of the shares that stayed; none when all of them went.
	pub left: Option<Pledge>,
	/// The pledge of the shares that went, for the same pledgee.
	pub moved: Pledge,
}

impl Pledge {
	/// The pledge of so many of its shares, and that of the others.
	pub(crate) fn part(self, shares: u64) -> Result<PledgeMove, ShareError> {
		let left = self.shares.checked_sub(shares).ok_or(ShareError::NotEnoughPledged)?;
		let left = (left > 0).then_some(Self { shares: left });
		Ok(PledgeMove { left, moved: Self { shares } })
	}
}

/// Pledges shares that are not pledged yet. Returns the holding and the pledge.
///
/// # Errors
/// * [`ShareError::ClassInconsistent`], [`ShareError::HoldingInconsistent`] - the state is broken.
/// * [`ShareError::Nothing`] - no share would be pledged.
/// * [`ShareError::NotEnoughShares`] - the holder has fewer.
/// * [`ShareError::SharesPledged`] - the holder has fewer that are free.
pub fn pledge<Day>(
	class: &ShareClass<Day>,
	holding: &Holding,
	shares: u64,
) -> Result<(Holding, Pledge), ShareError> {
	class.check()?;
	holding.check(class)?;
	if shares == 0 {
		return Err(ShareError::Nothing);
	}
	if shares > holding.shares {
		return Err(ShareError::NotEnoughShares);
	}
	if shares > holding.free() {
		return Err(ShareError::SharesPledged);
	}
	let pledged = holding.pledged.checked_add(shares).ok_or(ShareError::HoldingInconsistent)?;
	Ok((Holding { pledged, ..*holding }, Pledge { shares }))
}

/// Releases shares from a pledge. Returns the holding, and the pledge of the others if any are left.
///
/// # Errors
/// * [`ShareError::ClassInconsistent`], [`ShareError::HoldingInconsistent`] - the state is broken.
/// * [`ShareError::Nothing`] - no share would be released.
/// * [`ShareError::NotEnoughPledged`] - the pledge covers fewer.
pub fn release<Day>(
	class: &ShareClass<Day>,
	holding: &Holding,
	pledge: Pledge,
	shares: u64,
) -> Result<(Holding, Option<Pledge>), ShareError> {
	class.check()?;
	holding.check(class)?;
	if shares == 0 {
		return Err(ShareError::Nothing);
	}
	let left = pledge.part(shares)?.left;
	let pledged = holding.pledged.checked_sub(shares).ok_or(ShareError::HoldingInconsistent)?;
	Ok((Holding { pledged, ..*holding }, left))
}

/// Checks that the pledges of a holding add up to what it has pledged.
///
/// # Errors
/// * [`ShareError::HoldingInconsistent`] - they do not, or one covers no share.
pub fn check_pledges(
	holding: &Holding,
	pledges: impl IntoIterator<Item = Pledge>,
) -> Result<(), ShareError> {
	let covered = pledges.into_iter().try_fold(0u64, |sum, pledge| {
		(pledge.shares > 0).then(|| sum.checked_add(pledge.shares)).flatten()
	});
	if covered == Some(holding.pledged) {
		Ok(())
	} else {
		Err(ShareError::HoldingInconsistent)
	}
}
