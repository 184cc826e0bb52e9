//! Other ministries that are asked before a decision, side by side: each has its own period, and who is
//! silent has no objection.

use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{
	ids::MinistryId,
	office::Register,
	time::{Instant, Period, MILLIS_PER_DAY},
};
use scale_info::TypeInfo;

use crate::{application::Timetable, error::ApplicationError, terms::PermitTerms};

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
	/// The register in which its officers examine who answer.
	pub register: Register,
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

/// A ministry that was asked. The terms say in which register its officers examine who answer: it does
/// not stand beside the tag of who applies.
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
	/// When it was asked.
	pub asked_at: Instant,
	/// Within what it answers.
	pub period: Period,
	/// What it has answered, if it has.
	pub opinion: Option<Opinion>,
}

impl Referral {
	/// Until when the ministry can answer, exclusively: the end of its period, without tolled time, and
	/// at the latest the beginning of the last day before the deadline of the decision, so that the
	/// authority has a day on which it knows what everybody says. Questions to the applicant are no
	/// matter of the ministry.
	///
	/// # Errors
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn until(
		&self,
		timetable: Timetable<'_>,
		decision_deadline: Instant,
	) -> Result<Instant, ApplicationError> {
		let own = self
			.period
			.deadline(self.asked_at, timetable.calendar, timetable.tolled)
			.map_err(|_| ApplicationError::DeadlineOutOfRange)?;
		// A deadline is the end of a local day, and local days are of one length.
		let last_day = decision_deadline.checked_sub_millis(MILLIS_PER_DAY);
		Ok(last_day.map_or(own, |last_day| own.min(last_day)))
	}

	/// What the ministry says at an instant: none while it can still answer, no objection once it has
	/// been silent for too long.
	///
	/// # Errors
	/// [`ApplicationError::DeadlineOutOfRange`].
	pub fn opinion_at(
		&self,
		now: Instant,
		timetable: Timetable<'_>,
		decision_deadline: Instant,
	) -> Result<Option<Opinion>, ApplicationError> {
		if self.opinion.is_some() {
			return Ok(self.opinion);
		}
		let is_silent = now >= self.until(timetable, decision_deadline)?;
		Ok(is_silent.then_some(Opinion::NoObjection))
	}

	/// The referral with an answer.
	pub(crate) fn answered(
		&self,
		opinion: Opinion,
		now: Instant,
		timetable: Timetable<'_>,
		decision_deadline: Instant,
	) -> Result<Self, ApplicationError> {
		if self.opinion_at(now, timetable, decision_deadline)?.is_some() {
			return Err(ApplicationError::OpinionClosed);
		}
		Ok(Self { opinion: Some(opinion), ..*self })
	}
}

/// The ministries that were asked, each once.
pub type Referrals = BoundedVec<Referral, ConstU32<MAX_REFERRALS>>;

/// The ministries of the terms, asked at an instant.
pub(crate) fn asked_by(terms: &PermitTerms, asked_at: Instant) -> Referrals {
	let asked = terms.referrals.iter().map(|asked| Referral {
		ministry: asked.ministry,
		asked_at,
		period: asked.period,
		opinion: None,
	});
	// The terms have no more than there can be: nothing is cut off.
	Referrals::truncate_from(asked.collect())
}
