//! Share classes.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

use crate::{
	arithmetic::{part_of, value},
	currency::Currency,
	error::ShareError,
	holding::Holding,
};

/// Whether shares of a class may pass from holder to holder.
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
pub enum TransferRule<Day> {
	/// They pass freely.
	#[codec(index = 0)]
	Free,
	/// They pass with the board's consent.
	#[codec(index = 1)]
	BoardConsent,
	/// They do not pass before this day; from it on they pass freely.
	#[codec(index = 2)]
	LockedUntil(Day),
}

/// A class of shares: those of one company that carry the same rights.
///
/// Amounts are whole minor units of the currency. The fields are plain, so that a register can store
/// and show them; [`ShareClass::check`] says whether they fit each other, and every act asks it.
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
pub struct ShareClass<Day> {
	/// The nominal value of one share, in minor units of the currency; not zero.
	pub nominal: u64,
	/// The currency of nominal value and capital.
	pub currency: Currency,
	/// How many shares there may be.
	pub authorised: u64,
	/// How many there are, the treasury shares included.
	pub issued: u64,
	/// How many of the issued ones the company has itself: fully paid, without a vote.
	pub treasury: u64,
	/// The votes of one share; none for a class without votes.
	pub votes_per_share: u32,
	/// What is paid up on all issued shares together, in minor units of the currency.
	pub paid_up: u128,
	/// Whether shares may pass from holder to holder.
	pub transfer: TransferRule<Day>,
	/// Whether the holders have a right of pre-emption: new shares, treasury shares and shares that
	/// are to be transferred are offered to them first.
	pub pre_emption: bool,
}

impl<Day> ShareClass<Day> {
	/// A class of which no share is issued yet.
	///
	/// # Errors
	/// * [`ShareError::NominalZero`] - a share would be worth nothing.
	/// * [`ShareError::Nothing`] - no share would be authorised.
	pub fn open(
		nominal: u64,
		currency: Currency,
		authorised: u64,
		votes_per_share: u32,
		transfer: TransferRule<Day>,
		pre_emption: bool,
	) -> Result<Self, ShareError> {
		if nominal == 0 {
			return Err(ShareError::NominalZero);
		}
		if authorised == 0 {
			return Err(ShareError::Nothing);
		}
		Ok(Self {
			nominal,
			currency,
			authorised,
			issued: 0,
			treasury: 0,
			votes_per_share,
			paid_up: 0,
			transfer,
			pre_emption,
		})
	}

	/// Checks what holds of every class by itself: a share is worth something, what is issued is
	/// authorised, treasury shares are issued and paid up, and no more is paid up than the capital.
	///
	/// # Errors
	/// [`ShareError::ClassInconsistent`]
	pub fn check(&self) -> Result<(), ShareError> {
		let holds = self.nominal > 0
			&& self.issued <= self.authorised
			&& self.treasury <= self.issued
			&& self.paid_up <= self.capital()
			&& self.paid_up >= value(self.nominal, self.treasury);
		if holds {
			Ok(())
		} else {
			Err(ShareError::ClassInconsistent)
		}
	}

	/// The capital of the class: nominal value times issued shares.
	pub fn capital(&self) -> u128 {
		value(self.nominal, self.issued)
	}

	/// How many shares are held by others than the company.
	///
	/// # Errors
	/// [`ShareError::ClassInconsistent`] when there are more treasury shares than issued ones.
	pub fn outstanding(&self) -> Result<u64, ShareError> {
		self.issued.checked_sub(self.treasury).ok_or(ShareError::ClassInconsistent)
	}

	/// The votes of a holding. Treasury shares are in no holding, and have none.
	pub fn votes(&self, holding: &Holding) -> u128 {
		value(self.votes_per_share.into(), holding.shares)
	}

	/// How many of the offered shares a holder may claim by its right of pre-emption: its part of the
	/// outstanding ones, rounded down. None where nobody holds a share.
	///
	/// # Errors
	/// * [`ShareError::ClassInconsistent`], [`ShareError::HoldingInconsistent`] - the state is broken.
	pub fn pre_emption_part(&self, holding: &Holding, offered: u64) -> Result<u64, ShareError> {
		self.check()?;
		holding.check(self)?;
		let part = part_of(offered.into(), holding.shares, self.outstanding()?).unwrap_or(0);
		u64::try_from(part).map_err(|_| ShareError::HoldingInconsistent)
	}
}

/// Changes how many shares are authorised.
///
/// # Errors
/// * [`ShareError::ClassInconsistent`] - the state is broken.
/// * [`ShareError::Nothing`] - no share would be authorised.
/// * [`ShareError::BelowIssued`] - more shares are issued.
pub fn authorise<Day: Clone>(
	class: &ShareClass<Day>,
	authorised: u64,
) -> Result<ShareClass<Day>, ShareError> {
	class.check()?;
	if authorised == 0 {
		return Err(ShareError::Nothing);
	}
	if authorised < class.issued {
		return Err(ShareError::BelowIssued);
	}
	Ok(ShareClass { authorised, ..class.clone() })
}

/// The capital of a company: of all its classes together. None has none.
///
/// # Errors
/// * [`ShareError::ClassInconsistent`] - a class is broken.
/// * [`ShareError::CurrenciesDiffer`] - the classes are in two currencies.
/// * [`ShareError::CapitalTooLarge`] - the sum cannot be counted.
pub fn capital_of<'a, Day: 'a>(
	classes: impl IntoIterator<Item = &'a ShareClass<Day>>,
) -> Result<Option<(Currency, u128)>, ShareError> {
	classes.into_iter().try_fold(None, |sum, class| {
		class.check()?;
		let (currency, capital) = sum.unwrap_or((class.currency, 0));
		if currency != class.currency {
			return Err(ShareError::CurrenciesDiffer);
		}
		let capital = u128::checked_add(capital, class.capital());
		Ok(Some((currency, capital.ok_or(ShareError::CapitalTooLarge)?)))
	})
}
