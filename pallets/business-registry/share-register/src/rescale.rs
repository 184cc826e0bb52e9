//! Shares are split, or several are made one. The capital stays what it is.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

use crate::{
	arithmetic::divided, class::ShareClass, error::ShareError, holding::Holding, pledge::Pledge,
	totals::Tally,
};

/// A split or a consolidation, by a whole factor of two or more.
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
pub enum Rescaling {
	/// Each share becomes so many.
	#[codec(index = 0)]
	Split(u32),
	/// So many shares become one.
	#[codec(index = 1)]
	Consolidation(u32),
}

impl Rescaling {
	/// What undoes it.
	pub const fn inverse(self) -> Self {
		match self {
			Self::Split(factor) => Self::Consolidation(factor),
			Self::Consolidation(factor) => Self::Split(factor),
		}
	}

	fn check(self) -> Result<(), ShareError> {
		match self {
			Self::Split(factor) | Self::Consolidation(factor) if factor < 2 => {
				Err(ShareError::FactorTooSmall)
			},
			_ => Ok(()),
		}
	}

	fn shares(self, shares: u64, fraction: ShareError) -> Result<u64, ShareError> {
		match self {
			Self::Split(factor) => {
				shares.checked_mul(factor.into()).ok_or(ShareError::TooManyShares)
			},
			Self::Consolidation(factor) => quotient(shares, factor).ok_or(fraction),
		}
	}

	fn nominal(self, nominal: u64) -> Result<u64, ShareError> {
		match self {
			Self::Split(factor) => {
				quotient(nominal, factor).ok_or(ShareError::NominalLeavesFraction)
			},
			Self::Consolidation(factor) => {
				nominal.checked_mul(factor.into()).ok_or(ShareError::NominalTooLarge)
			},
		}
	}
}

fn quotient(number: u64, factor: u32) -> Option<u64> {
	divided(number, factor.into()).and_then(|quotient| u64::try_from(quotient).ok())
}

/// Rescales a class. Every holding and pledge of it is rescaled in the same act, or the register is
/// wrong: [`rescale_holding`], [`rescale_pledge`]. The votes of a share stay what they are.
///
/// # Errors
/// * [`ShareError::ClassInconsistent`] - the state is broken.
/// * [`ShareError::FactorTooSmall`] - the factor is less than two.
/// * [`ShareError::NominalLeavesFraction`], [`ShareError::TooManyShares`] - of a split.
/// * [`ShareError::NominalTooLarge`], [`ShareError::AuthorisedLeavesFraction`],
///   [`ShareError::TreasuryLeavesFraction`], [`ShareError::HoldingLeavesFraction`] - of a
///   consolidation; the last also where only what is issued shows it.
pub fn rescale_class<Day: Clone>(
	class: &ShareClass<Day>,
	rescaling: Rescaling,
) -> Result<ShareClass<Day>, ShareError> {
	class.check()?;
	rescaling.check()?;
	Ok(ShareClass {
		nominal: rescaling.nominal(class.nominal)?,
		authorised: rescaling.shares(class.authorised, ShareError::AuthorisedLeavesFraction)?,
		treasury: rescaling.shares(class.treasury, ShareError::TreasuryLeavesFraction)?,
		issued: rescaling.shares(class.issued, ShareError::HoldingLeavesFraction)?,
		..class.clone()
	})
}

/// Rescales a holding of a class, given as it was before. What is owed stays what it is.
///
/// # Errors
/// * [`ShareError::ClassInconsistent`], [`ShareError::HoldingInconsistent`] - the state is broken.
/// * [`ShareError::FactorTooSmall`] - the factor is less than two.
/// * [`ShareError::TooManyShares`] - of a split.
/// * [`ShareError::HoldingLeavesFraction`], [`ShareError::PledgeLeavesFraction`] - of a
///   consolidation.
pub fn rescale_holding<Day>(
	class: &ShareClass<Day>,
	holding: &Holding,
	rescaling: Rescaling,
) -> Result<Holding, ShareError> {
	class.check()?;
	holding.check(class)?;
	rescaling.check()?;
	Ok(Holding {
		shares: rescaling.shares(holding.shares, ShareError::HoldingLeavesFraction)?,
		pledged: rescaling.shares(holding.pledged, ShareError::PledgeLeavesFraction)?,
		unpaid: holding.unpaid,
	})
}

/// Rescales a pledge: it covers the same part of its holding as before.
///
/// # Errors
/// * [`ShareError::FactorTooSmall`] - the factor is less than two.
/// * [`ShareError::TooManyShares`] - of a split.
/// * [`ShareError::PledgeLeavesFraction`] - of a consolidation.
pub fn rescale_pledge(pledge: Pledge, rescaling: Rescaling) -> Result<Pledge, ShareError> {
	rescaling.check()?;
	Ok(Pledge { shares: rescaling.shares(pledge.shares, ShareError::PledgeLeavesFraction)? })
}

/// Rescales a class with all its holdings, or nothing. The holdings come back in their order; they
/// have to be all. Pledges are rescaled one by one by [`rescale_pledge`].
///
/// # Errors
/// Those of [`rescale_class`] and [`rescale_holding`], and [`ShareError::TotalsDiffer`] when the
/// holdings are not all that there are.
pub fn rescale<Day: Clone>(
	class: &ShareClass<Day>,
	holdings: &[Holding],
	rescaling: Rescaling,
) -> Result<(ShareClass<Day>, Vec<Holding>), ShareError> {
	let after = rescale_class(class, rescaling)?;
	Tally::of(holdings)?.close(class)?;
	let holdings = holdings
		.iter()
		.map(|holding| rescale_holding(class, holding, rescaling))
		.collect::<Result<Vec<_>, _>>()?;
	Ok((after, holdings))
}
