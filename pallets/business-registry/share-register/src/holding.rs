//! Holdings: what one party has of one class.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

use crate::{
	arithmetic::{part_of, value},
	class::ShareClass,
	error::ShareError,
	law::Cleared,
	pledge::{Pledge, PledgeMove},
};

/// What one party has of one class. The register keeps one for each party and class, and none that
/// is empty.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Holding {
	/// How many shares.
	pub shares: u64,
	/// How many of them are pledged, by all pledges together. A share is pledged once at most.
	pub pledged: u64,
	/// What is owed on them together, in minor units of the currency of the class.
	pub unpaid: u128,
}

impl Holding {
	/// What a party has that has no share.
	pub const NONE: Self = Self { shares: 0, pledged: 0, unpaid: 0 };

	/// Whether it has no share: the register then drops its row.
	pub const fn is_empty(&self) -> bool {
		self.shares == 0
	}

	/// How many shares are not pledged.
	pub const fn free(&self) -> u64 {
		self.shares.saturating_sub(self.pledged)
	}

	/// Checks what holds of every holding by itself: no more is pledged than held, no more is owed
	/// than the shares are worth, and no more is held than is outstanding.
	///
	/// # Errors
	/// [`ShareError::HoldingInconsistent`]; [`ShareError::ClassInconsistent`] when the class has more
	/// treasury shares than issued ones.
	pub fn check<Day>(&self, class: &ShareClass<Day>) -> Result<(), ShareError> {
		let holds = self.pledged <= self.shares
			&& self.unpaid <= value(class.nominal, self.shares)
			&& self.shares <= class.outstanding()?;
		if holds {
			Ok(())
		} else {
			Err(ShareError::HoldingInconsistent)
		}
	}

	/// Parts a holding. What is owed is parted as the shares are, and the odd minor unit stays behind.
	pub(crate) fn part(&self, taken: Taken, cleared: Cleared) -> Result<Parted, ShareError> {
		let (shares, pledged, pledge) = match taken {
			Taken::Free(shares) => {
				if shares > self.shares {
					return Err(ShareError::NotEnoughShares);
				}
				if shares > self.free() {
					return Err(ShareError::SharesPledged);
				}
				(shares, 0, None)
			},
			Taken::Pledged { pledge, shares } => {
				if pledge.shares > self.pledged {
					return Err(ShareError::HoldingInconsistent);
				}
				if !cleared.pledgee {
					return Err(ShareError::PledgeeConsentMissing);
				}
				(shares, shares, Some(pledge.part(shares)?))
			},
		};
		if shares == 0 {
			return Err(ShareError::Nothing);
		}
		let unpaid =
			part_of(self.unpaid, shares, self.shares).ok_or(ShareError::HoldingInconsistent)?;
		let part = Self { shares, pledged, unpaid };
		Ok(Parted { rest: self.without(part)?, part, pledge })
	}

	fn without(&self, part: Self) -> Result<Self, ShareError> {
		let rest = |whole: u64, part| whole.checked_sub(part);
		let rest = rest(self.shares, part.shares)
			.zip(rest(self.pledged, part.pledged))
			.zip(self.unpaid.checked_sub(part.unpaid));
		let ((shares, pledged), unpaid) = rest.ok_or(ShareError::HoldingInconsistent)?;
		Ok(Self { shares, pledged, unpaid })
	}

	/// Two holdings of one class together, which is as it was.
	pub(crate) fn joined<Day>(
		&self,
		other: Self,
		class: &ShareClass<Day>,
	) -> Result<Self, ShareError> {
		let sum = self.with(other)?;
		sum.check(class).map_err(|_| ShareError::TotalsDiffer)?;
		Ok(sum)
	}

	/// Two holdings of one class together.
	pub(crate) fn with(&self, other: Self) -> Result<Self, ShareError> {
		let sum = self
			.shares
			.checked_add(other.shares)
			.zip(self.pledged.checked_add(other.pledged))
			.zip(self.unpaid.checked_add(other.unpaid));
		// Each was within what is outstanding; both together are not.
		let ((shares, pledged), unpaid) = sum.ok_or(ShareError::TotalsDiffer)?;
		Ok(Self { shares, pledged, unpaid })
	}
}

/// A party with what it has of the class before an act.
#[derive(Clone, Copy, Debug)]
pub struct Holder<'a, Party> {
	/// Who it is.
	pub party: &'a Party,
	/// What it has.
	pub holding: Holding,
}

/// Which of a holder's shares an act takes.
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
pub enum Taken {
	/// So many that are not pledged.
	#[codec(index = 0)]
	Free(u64),
	/// So many of those that a pledge covers; the pledge goes with them.
	#[codec(index = 1)]
	Pledged {
		/// The pledge.
		pledge: Pledge,
		/// How many of the shares that it covers.
		shares: u64,
	},
}

/// A holding in two.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parted {
	pub(crate) rest: Holding,
	pub(crate) part: Holding,
	pub(crate) pledge: Option<PledgeMove>,
}

/// What an act has made of a class and one of its holdings.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Changed<Day> {
	/// The class now.
	pub class: ShareClass<Day>,
	/// The holding now.
	pub holding: Holding,
}
