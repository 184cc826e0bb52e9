//! Types of this pallet.

use polity_primitives::{
	ids::MinistryId,
	traits::{Rate, RateClass, SignerClass},
};

/// What was charged for one transaction, so that the rest can be given back after it has run.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Charge<AccountId> {
	/// Who signed.
	pub signer: AccountId,
	/// The signer's ministry, if it was charged too.
	pub ministry: Option<MinistryId>,
	/// Execution time that was charged, in picoseconds of weight.
	pub ref_time: u64,
}

/// What a signer may still use in this period.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Left {
	/// Of its own allowance.
	pub own: Rate,
	/// Of its ministry's, if it has a ministry.
	pub ministry: Option<Rate>,
}

/// The rate that a signer of this class has for itself.
pub const fn own_rate_class(class: SignerClass) -> RateClass {
	match class {
		SignerClass::Seat(_) => RateClass::Seat,
		SignerClass::Officer(_) => RateClass::Officer,
		SignerClass::Person => RateClass::Person,
	}
}

/// The ministry to which a signer of this class is charged too.
pub const fn ministry_of(class: SignerClass) -> Option<MinistryId> {
	match class {
		SignerClass::Seat(ministry) | SignerClass::Officer(ministry) => Some(ministry),
		SignerClass::Person => None,
	}
}

/// The ministry whose share bounds a signer of this class.
///
/// A seat is charged to its ministry's share but not bounded by it: otherwise officers who have used
/// up the share could keep the seat from suspending them. A seat's keys are few, and each is
/// bounded by the rate of its own class.
pub const fn bounded_by_ministry(class: SignerClass) -> Option<MinistryId> {
	match class {
		SignerClass::Officer(ministry) => Some(ministry),
		SignerClass::Seat(_) | SignerClass::Person => None,
	}
}
