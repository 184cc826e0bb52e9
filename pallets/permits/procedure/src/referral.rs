//! Other ministries that are asked before a decision, side by side: each has its own period, and who is
//! silent has no objection.

use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{
	ids::MinistryId,
	time::{Instant, Period},
};
use scale_info::TypeInfo;

use crate::error::ApplicationError;

/// The most ministries that are asked about one application.
pub const MAX_REFERRALS: u32 = 8;

/// A ministry that is asked, and for how long it can answer.
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
pub struct ReferralTerms {
	/// The ministry.
	pub ministry: MinistryId,
	/// Within what it answers, from when it is asked.
	pub period: Period,
}

/// What a ministry answers.
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
pub enum Opinion {
	/// It has no objection.
	#[codec(index = 0)]
	NoObjection,
	/// It has none if conditions are set.
	#[codec(index = 1)]
	OnConditions,
	/// It objects.
	#[codec(index = 2)]
	Objection,
}

/// A ministry that was asked.
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
pub struct Referral {
	/// The ministry.
	pub ministry: MinistryId,
	/// Until when it can answer: the exclusive end of a day.
	pub until: Instant,
	/// What it has answered, if it has.
	pub opinion: Option<Opinion>,
}

impl Referral {
	/// What the ministry says at an instant: none while it can still answer, no objection once it has
	/// been silent for too long.
	pub fn opinion_at(&self, now: Instant) -> Option<Opinion> {
		self.opinion.or((now >= self.until).then_some(Opinion::NoObjection))
	}

	/// The referral with an answer.
	pub(crate) fn answered(
		&self,
		opinion: Opinion,
		now: Instant,
	) -> Result<Self, ApplicationError> {
		if self.opinion_at(now).is_some() {
			return Err(ApplicationError::OpinionClosed);
		}
		Ok(Self { opinion: Some(opinion), ..*self })
	}
}

/// The ministries that were asked, each once.
pub type Referrals = BoundedVec<Referral, ConstU32<MAX_REFERRALS>>;
