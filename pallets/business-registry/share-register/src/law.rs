//! What differs between countries, and who was asked.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

use crate::{
	arithmetic::part_of,
	class::{ShareClass, TransferRule},
	error::ShareError,
};

/// The whole, in hundredths of a per cent.
pub const WHOLE: u16 = 10_000;

/// The law on shares where it differs between countries: parameters of the register, in hundredths
/// of a per cent.
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
pub struct ShareLaw {
	/// How much of the nominal value is paid at least when shares are allotted (the Union's law has
	/// 2,500 for public companies).
	pub least_paid: u16,
	/// How many of the issued shares the company buys back at most (10,000 for no limit).
	pub most_treasury: u16,
}

impl ShareLaw {
	/// Checks that no part is more than the whole.
	///
	/// # Errors
	/// [`ShareError::LawInconsistent`]
	pub fn check(&self) -> Result<(), ShareError> {
		if self.least_paid > WHOLE || self.most_treasury > WHOLE {
			return Err(ShareError::LawInconsistent);
		}
		Ok(())
	}

	/// The least that is paid on shares of this value, rounded up.
	pub(crate) fn least_paid_on(&self, value: u128) -> Result<u128, ShareError> {
		// What need not be paid is rounded down instead, which is the same.
		let credit = WHOLE.checked_sub(self.least_paid).ok_or(ShareError::LawInconsistent)?;
		let credit = part_of(value, credit.into(), WHOLE.into());
		credit.and_then(|credit| value.checked_sub(credit)).ok_or(ShareError::LawInconsistent)
	}

	/// The most treasury shares of so many issued ones, rounded down.
	pub(crate) fn most_treasury_of(&self, issued: u64) -> Result<u128, ShareError> {
		part_of(issued.into(), self.most_treasury.into(), WHOLE.into())
			.ok_or(ShareError::LawInconsistent)
	}
}

/// Who has been asked and has nothing against an act: what the register has found before it acts.
/// Nobody by default.
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
pub struct Cleared {
	/// The board has consented to the transfer.
	pub board: bool,
	/// The holders' right of pre-emption is used, waived or lapsed.
	pub pre_emption: bool,
	/// The pledgee has consented.
	pub pledgee: bool,
	/// The creditors' period is over, or the creditors are secured.
	pub creditors: bool,
}

/// What acts by which shares change hands are judged by: whose shares they are, what the class is,
/// by which law and on which day.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a, Party, Day> {
	/// The company whose shares they are.
	pub issuer: &'a Party,
	/// The class before the act.
	pub class: &'a ShareClass<Day>,
	/// The register's law on shares.
	pub law: &'a ShareLaw,
	/// The legal day of the act.
	pub today: Day,
}

impl<Party: PartialEq, Day: PartialOrd> Circumstances<'_, Party, Day> {
	pub(crate) fn check(&self) -> Result<(), ShareError> {
		self.law.check()?;
		self.class.check()
	}

	/// A company holds no share in itself but as treasury.
	pub(crate) fn ensure_not_issuer(&self, party: &Party) -> Result<(), ShareError> {
		if party == self.issuer {
			return Err(ShareError::OwnShares);
		}
		Ok(())
	}

	/// Nobody gives shares to itself.
	pub(crate) fn ensure_acquirer(&self, from: &Party, to: &Party) -> Result<(), ShareError> {
		if from == to {
			return Err(ShareError::SameHolder);
		}
		self.ensure_not_issuer(to)
	}

	pub(crate) fn ensure_not_locked(&self) -> Result<(), ShareError> {
		match &self.class.transfer {
			TransferRule::LockedUntil(day) if self.today < *day => Err(ShareError::Locked),
			_ => Ok(()),
		}
	}

	pub(crate) fn ensure_board_asked(&self, cleared: Cleared) -> Result<(), ShareError> {
		match &self.class.transfer {
			TransferRule::BoardConsent if !cleared.board => Err(ShareError::BoardConsentMissing),
			_ => Ok(()),
		}
	}

	/// Where nobody holds a share, nobody has a right of pre-emption.
	pub(crate) fn ensure_holders_asked(&self, cleared: Cleared) -> Result<(), ShareError> {
		if self.class.pre_emption && !cleared.pre_emption && self.class.outstanding()? > 0 {
			return Err(ShareError::PreEmptionOpen);
		}
		Ok(())
	}
}
