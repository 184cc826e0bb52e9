//! What the law says of a type of permit. An application goes by the terms of the day that it began.

use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::time::Period;
use scale_info::TypeInfo;

use crate::{
	error::TermsError,
	referral::{ReferralTerms, MAX_REFERRALS},
};

/// The most prerequisites of one type.
pub const MAX_PREREQUISITES: u32 = 8;

/// The longest that the clock of an application can stand still for questions, in days.
pub const MAX_STOPPED_DAYS: u16 = 366;

/// How long a permit is valid.
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
pub enum Validity {
	/// Without an end, which is the rule of Directive 2006/123/EC, article 11.
	#[codec(index = 0)]
	Unlimited,
	/// For as long as the decision says, and no longer than this.
	#[codec(index = 1)]
	AtMost(Period),
}

/// What a holder has to have, when it is granted a permit and for as long as it uses it.
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
pub enum Prerequisite {
	/// To be in standing: a living person, an active company.
	#[codec(index = 0)]
	Standing,
	/// A right in the land of the permit's site.
	#[codec(index = 1)]
	RightInSite,
	/// A valid permit of a type, by its code.
	#[codec(index = 2)]
	Permit(u32),
	/// A valid attestation of a schema, by its number.
	#[codec(index = 3)]
	Attestation(u32),
}

/// Prerequisites, each once.
pub type Prerequisites = BoundedVec<Prerequisite, ConstU32<MAX_PREREQUISITES>>;

/// The terms of a type of permit.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PermitTerms {
	/// Within what the authority decides, from a complete dossier on (article 13(3)).
	pub decision_period: Period,
	/// Whether an application that is not decided in time is granted (article 13(4)).
	pub silence_grants: bool,
	/// For how long the period can be extended, once; none if it cannot.
	pub extension: Option<Period>,
	/// For how many days the clock stands still for questions at most, all of them together.
	pub stopped_days: u16,
	/// How long a permit is valid.
	pub validity: Validity,
	/// How long before its end a permit can be renewed; none if it cannot.
	pub renewal_window: Option<Period>,
	/// Whether a permit can pass to another holder.
	pub is_transferable: bool,
	/// How many permits of the type can run at once; none if there is no bound.
	pub quota: Option<u32>,
	/// Whether what was permitted is completed by a final inspection.
	pub needs_final_inspection: bool,
	/// How long what an inspection has found can be put right.
	pub cure_period: Period,
	/// What the holder has to have.
	pub prerequisites: Prerequisites,
	/// The ministries that are asked before a decision.
	pub referrals: BoundedVec<ReferralTerms, ConstU32<MAX_REFERRALS>>,
}

impl PermitTerms {
	/// Whether a type can have these terms.
	///
	/// # Errors
	/// The first [`TermsError`] that applies.
	pub fn check(&self) -> Result<(), TermsError> {
		let validity = match self.validity {
			Validity::Unlimited => None,
			Validity::AtMost(period) => Some(period),
		};
		let referred = self.referrals.iter().map(|referral| referral.period);
		let mut periods = [self.decision_period, self.cure_period]
			.into_iter()
			.chain(self.extension)
			.chain(validity)
			.chain(self.renewal_window)
			.chain(referred);
		ensure(periods.all(|period| period.check().is_ok()), TermsError::PeriodNotAllowed)?;
		ensure(self.stopped_days <= MAX_STOPPED_DAYS, TermsError::StopsTooLong)?;
		ensure(self.quota != Some(0), TermsError::QuotaZero)?;
		ensure(validity.is_some() || self.renewal_window.is_none(), TermsError::RenewalWithoutEnd)?;
		ensure(all_different(&self.prerequisites), TermsError::PrerequisiteTwice)?;
		let ministries: alloc::vec::Vec<_> =
			self.referrals.iter().map(|referral| referral.ministry).collect();
		ensure(all_different(&ministries), TermsError::ReferralTwice)
	}
}

fn ensure(holds: bool, error: TermsError) -> Result<(), TermsError> {
	if holds {
		Ok(())
	} else {
		Err(error)
	}
}

fn all_different<T: PartialEq>(items: &[T]) -> bool {
	let mut later = items.iter();
	core::iter::from_fn(|| later.next().map(|item| (item, later.clone())))
		.all(|(item, mut others)| others.all(|other| other != item))
}
