//! All holdings of a class together: that they add up, and who has how many on a record date.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

use crate::{class::ShareClass, error::ShareError, holding::Holding};

/// A running sum of holdings. It can be stored, so that a class with many holders is added up in
/// steps.
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
pub struct Tally {
	/// The shares so far.
	pub shares: u64,
	/// What is owed on them.
	pub unpaid: u128,
}

impl Tally {
	/// The sum of these holdings.
	///
	/// # Errors
	/// [`ShareError::TotalsDiffer`] when they are more than can be counted.
	pub fn of<'a>(holdings: impl IntoIterator<Item = &'a Holding>) -> Result<Self, ShareError> {
		holdings.into_iter().try_fold(Self::default(), Self::plus)
	}

	/// The sum with one more holding.
	///
	/// # Errors
	/// [`ShareError::TotalsDiffer`] when it is more than can be counted.
	pub fn plus(self, holding: &Holding) -> Result<Self, ShareError> {
		let sum = self.shares.checked_add(holding.shares);
		let sum = sum.zip(self.unpaid.checked_add(holding.unpaid));
		let (shares, unpaid) = sum.ok_or(ShareError::TotalsDiffer)?;
		Ok(Self { shares, unpaid })
	}

	/// Checks the sum of all holdings of a class: with the treasury shares they are what is issued,
	/// and what is owed on them with what is paid up is the capital.
	///
	/// # Errors
	/// * [`ShareError::ClassInconsistent`] - the class is broken by itself.
	/// * [`ShareError::TotalsDiffer`] - it does not add up.
	pub fn close<Day>(self, class: &ShareClass<Day>) -> Result<(), ShareError> {
		class.check()?;
		if self.shares == class.outstanding()?
			&& self.unpaid.checked_add(class.paid_up) == Some(class.capital())
		{
			Ok(())
		} else {
			Err(ShareError::TotalsDiffer)
		}
	}
}

/// What one holder had on a record date.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Entitlement<Party> {
	/// Who.
	pub party: Party,
	/// How many shares: what a dividend goes by.
	pub shares: u64,
	/// How many votes.
	pub votes: u128,
}

/// Who had how many shares and votes of a class on a record date: who may vote, and who gets the
/// dividend, whatever passes later. Treasury shares are not in it.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Snapshot<Party, Day> {
	/// The record date.
	pub on: Day,
	/// The holders, in the order of the register.
	pub entitlements: Vec<Entitlement<Party>>,
	/// All shares: what is outstanding.
	pub shares: u64,
	/// All votes.
	pub votes: u128,
}

/// Takes a snapshot of a class from all of its holdings.
///
/// # Errors
/// * [`ShareError::ClassInconsistent`], [`ShareError::HoldingInconsistent`] - the state is broken.
/// * [`ShareError::TotalsDiffer`] - the holdings are not all that there are.
pub fn snapshot<Party, Day>(
	class: &ShareClass<Day>,
	on: Day,
	holdings: impl IntoIterator<Item = (Party, Holding)>,
) -> Result<Snapshot<Party, Day>, ShareError> {
	class.check()?;
	let mut tally = Tally::default();
	let mut entitlements = Vec::new();
	for (party, holding) in holdings {
		holding.check(class)?;
		tally = tally.plus(&holding)?;
		if !holding.is_empty() {
			let votes = class.votes(&holding);
			entitlements.push(Entitlement { party, shares: holding.shares, votes });
		}
	}
	tally.close(class)?;
	let all = Holding { shares: tally.shares, ..Holding::NONE };
	Ok(Snapshot { on, entitlements, shares: tally.shares, votes: class.votes(&all) })
}
