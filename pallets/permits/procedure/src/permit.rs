//! A permit, from the day that it is granted to its end.

use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::time::{Calendar, CalendarDate, Instant};
use scale_info::TypeInfo;

use crate::{
	error::PermitError,
	inspection::{
		final_one_is_passed, is_defective, next_outcome, open_defect, Inspection, InspectionKind,
		InspectionResult, Inspections,
	},
	terms::{PermitTerms, Validity},
};

/// The most conditions of one permit.
pub const MAX_CONDITIONS: u32 = 32;

/// A condition of a permit. What it says stands behind a commitment, which the caller keeps.
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
pub struct Condition {
	/// The day by which it is met; none if it is met at any time before the permit is completed.
	pub due: Option<CalendarDate>,
	/// Whether it is met.
	pub is_met: bool,
}

/// Conditions, by their place in the decision.
pub type Conditions = BoundedVec<Condition, ConstU32<MAX_CONDITIONS>>;

/// What has been done with a permit.
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
pub enum PermitStanding {
	/// Nothing that takes it away.
	#[codec(index = 0)]
	Granted,
	/// It is suspended.
	#[codec(index = 1)]
	Suspended,
	/// It was revoked, after a hearing.
	#[codec(index = 2)]
	Revoked,
	/// Its holder has given it up.
	#[codec(index = 3)]
	Surrendered,
	/// What it permitted is completed.
	#[codec(index = 4)]
	Completed,
	/// An appeal has overturned the decision that granted it.
	#[codec(index = 5)]
	Overturned,
}

impl PermitStanding {
	/// Whether nothing follows.
	pub const fn is_final(self) -> bool {
		match self {
			Self::Granted | Self::Suspended => false,
			Self::Revoked | Self::Surrendered | Self::Completed | Self::Overturned => true,
		}
	}
}

/// What is known of the holder when a permit is read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Holding {
	/// It has all that the type demands.
	Complete,
	/// It lacks something: its standing, its right in the site, another permit, an attestation.
	Lacking,
}

/// What a permit is worth at an instant.
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
pub enum EffectiveStatus {
	/// It can be used.
	#[codec(index = 0)]
	Active,
	/// Its first day has not come.
	#[codec(index = 1)]
	NotYetValid,
	/// It is suspended.
	#[codec(index = 2)]
	Suspended,
	/// Its holder lacks what the type demands.
	#[codec(index = 3)]
	Unusable,
	/// A condition was not met in time.
	#[codec(index = 4)]
	ConditionUnmet,
	/// What an inspection has found was not put right in time.
	#[codec(index = 5)]
	Defective,
	/// Its last day is past.
	#[codec(index = 6)]
	Expired,
	/// It was revoked.
	#[codec(index = 7)]
	Revoked,
	/// It was given up.
	#[codec(index = 8)]
	Surrendered,
	/// What it permitted is completed.
	#[codec(index = 9)]
	Completed,
	/// An appeal has overturned it.
	#[codec(index = 10)]
	Overturned,
}

/// A permit. Every change answers with the whole permit after it, or with why it is refused.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Permit {
	/// Its first day.
	pub valid_from: CalendarDate,
	/// The day from which it is not valid any more; none if it has no end.
	pub valid_to: Option<CalendarDate>,
	/// What has been done with it.
	pub standing: PermitStanding,
	/// Its conditions.
	pub conditions: Conditions,
	/// Its inspections.
	pub inspections: Inspections,
}

impl Permit {
	/// A permit that is granted.
	///
	/// # Errors
	/// [`PermitError::EndsBeforeItBegins`], [`PermitError::ValidForTooLong`],
	/// [`PermitError::DeadlineOutOfRange`].
	pub fn granted(
		terms: &PermitTerms,
		valid_from: CalendarDate,
		valid_to: Option<CalendarDate>,
		conditions: Conditions,
		calendar: &Calendar,
	) -> Result<Self, PermitError> {
		ensure(valid_to.is_none_or(|to| to > valid_from), PermitError::EndsBeforeItBegins)?;
		if let Validity::AtMost(period) = terms.validity {
			let longest = period
				.end_date(valid_from, calendar)
				.map_err(|_| PermitError::DeadlineOutOfRange)?;
			ensure(valid_to.is_some_and(|to| to <= longest), PermitError::ValidForTooLong)?;
		}
		let inspections = Inspections::new();
		let standing = PermitStanding::Granted;
		Ok(Self { valid_from, valid_to, standing, conditions, inspections })
	}

	/// What the permit is worth: a function of its record, its holder and the time alone, so that
	/// nothing has to sweep. A suspension does not make it valid for longer.
	pub fn effective_status(
		&self,
		today: CalendarDate,
		now: Instant,
		holding: Holding,
	) -> EffectiveStatus {
		match self.standing {
			PermitStanding::Revoked => return EffectiveStatus::Revoked,
			PermitStanding::Surrendered => return EffectiveStatus::Surrendered,
			PermitStanding::Completed => return EffectiveStatus::Completed,
			PermitStanding::Overturned => return EffectiveStatus::Overturned,
			PermitStanding::Granted | PermitStanding::Suspended => {},
		}
		if self.has_expired(today) {
			return EffectiveStatus::Expired;
		}
		if self.standing == PermitStanding::Suspended {
			return EffectiveStatus::Suspended;
		}
		if today < self.valid_from {
			return EffectiveStatus::NotYetValid;
		}
		if holding == Holding::Lacking {
			return EffectiveStatus::Unusable;
		}
		if self.conditions.iter().any(|condition| condition.is_overdue(today)) {
			return EffectiveStatus::ConditionUnmet;
		}
		if is_defective(&self.inspections, now) {
			return EffectiveStatus::Defective;
		}
		EffectiveStatus::Active
	}

	/// Whether its last day is past.
	pub fn has_expired(&self, today: CalendarDate) -> bool {
		self.valid_to.is_some_and(|to| today >= to)
	}

	/// Whether it is running: it blocks what its holder's running permits block, and takes a place of
	/// the quota.
	pub fn is_running(&self, today: CalendarDate) -> bool {
		!self.standing.is_final() && !self.has_expired(today)
	}

	/// Suspended, until the suspension is ended.
	///
	/// # Errors
	/// [`PermitError::Ended`], [`PermitError::Suspended`].
	pub fn suspended(&self, today: CalendarDate) -> Result<Self, PermitError> {
		self.ensure_running(today)?;
		ensure(self.standing != PermitStanding::Suspended, PermitError::Suspended)?;
		Ok(Self { standing: PermitStanding::Suspended, ..self.clone() })
	}

	/// With its suspension ended. Its last day stays what it was.
	///
	/// # Errors
	/// [`PermitError::Ended`], [`PermitError::NotSuspended`].
	pub fn resumed(&self, today: CalendarDate) -> Result<Self, PermitError> {
		self.ensure_running(today)?;
		ensure(self.standing == PermitStanding::Suspended, PermitError::NotSuspended)?;
		Ok(Self { standing: PermitStanding::Granted, ..self.clone() })
	}

	/// Revoked, for a reason that the caller keeps, after a hearing.
	///
	/// # Errors
	/// [`PermitError::Ended`], [`PermitError::HearingMissing`].
	pub fn revoked(&self, today: CalendarDate, was_heard: bool) -> Result<Self, PermitError> {
		self.ensure_running(today)?;
		ensure(was_heard, PermitError::HearingMissing)?;
		Ok(Self { standing: PermitStanding::Revoked, ..self.clone() })
	}

	/// Given up by its holder.
	///
	/// # Errors
	/// [`PermitError::Ended`].
	pub fn surrendered(&self, today: CalendarDate) -> Result<Self, PermitError> {
		self.ensure_running(today)?;
		Ok(Self { standing: PermitStanding::Surrendered, ..self.clone() })
	}

	/// Overturned by an appeal. What follows from that for the application, the caller decides.
	///
	/// # Errors
	/// [`PermitError::Ended`].
	pub fn overturned(&self, today: CalendarDate) -> Result<Self, PermitError> {
		self.ensure_running(today)?;
		Ok(Self { standing: PermitStanding::Overturned, ..self.clone() })
	}

	/// With other conditions and another end, as an amendment or an appeal that varies it says. It does not
	/// end before tomorrow: that would be a revocation, which needs a hearing.
	///
	/// # Errors
	/// [`PermitError::Ended`], [`PermitError::EndsInThePast`], and those of [`Self::granted`].
	pub fn varied(
		&self,
		terms: &PermitTerms,
		valid_to: Option<CalendarDate>,
		conditions: Conditions,
		today: CalendarDate,
		calendar: &Calendar,
	) -> Result<Self, PermitError> {
		self.ensure_running(today)?;
		ensure(valid_to.is_none_or(|to| to > today), PermitError::EndsInThePast)?;
		let varied = Self::granted(terms, self.valid_from, valid_to, conditions, calendar)?;
		Ok(Self { standing: self.standing, inspections: self.inspections.clone(), ..varied })
	}

	/// That it can pass to somebody else, who has what the type demands.
	///
	/// # Errors
	/// [`PermitError::Ended`], [`PermitError::Suspended`], [`PermitError::NotTransferable`],
	/// [`PermitError::PrerequisiteMissing`].
	pub fn ensure_may_pass(
		&self,
		terms: &PermitTerms,
		today: CalendarDate,
		new_holder: Holding,
	) -> Result<(), PermitError> {
		self.ensure_running(today)?;
		ensure(self.standing != PermitStanding::Suspended, PermitError::Suspended)?;
		ensure(terms.is_transferable, PermitError::NotTransferable)?;
		ensure(new_holder == Holding::Complete, PermitError::PrerequisiteMissing)
	}

	/// The permit that follows this one: valid from the day on which this one ends, as the terms of today
	/// have it. This one stays as it is, so that there is never a day without one.
	///
	/// # Errors
	/// [`PermitError::Ended`], [`PermitError::Suspended`], [`PermitError::NotRenewable`],
	/// [`PermitError::TooEarlyToRenew`], and those of [`Self::granted`].
	pub fn renewed(
		&self,
		terms: &PermitTerms,
		valid_to: Option<CalendarDate>,
		today: CalendarDate,
		calendar: &Calendar,
	) -> Result<Self, PermitError> {
		self.ensure_running(today)?;
		ensure(self.standing != PermitStanding::Suspended, PermitError::Suspended)?;
		let (Some(end), Some(window)) = (self.valid_to, terms.renewal_window) else {
			return Err(PermitError::NotRenewable);
		};
		// The window reaches from today to the end or beyond it.
		let reached =
			window.end_date(today, calendar).map_err(|_| PermitError::DeadlineOutOfRange)?;
		ensure(reached >= end, PermitError::TooEarlyToRenew)?;
		let open = self.conditions.iter().filter(|condition| !condition.is_met);
		let conditions = Conditions::truncate_from(open.copied().collect());
		Self::granted(terms, end, valid_to, conditions, calendar)
	}

	/// With a condition met.
	///
	/// # Errors
	/// [`PermitError::Ended`], [`PermitError::ConditionNotFound`], [`PermitError::ConditionMet`].
	pub fn with_condition_met(&self, at: usize, today: CalendarDate) -> Result<Self, PermitError> {
		self.ensure_running(today)?;
		let mut permit = self.clone();
		let condition = permit.conditions.get_mut(at).ok_or(PermitError::ConditionNotFound)?;
		ensure(!condition.is_met, PermitError::ConditionMet)?;
		condition.is_met = true;
		Ok(permit)
	}

	/// With an inspection scheduled.
	///
	/// # Errors
	/// [`PermitError::Ended`], [`PermitError::TooManyInspections`].
	pub fn with_inspection(
		&self,
		kind: InspectionKind,
		scheduled_for: CalendarDate,
		today: CalendarDate,
	) -> Result<Self, PermitError> {
		self.ensure_running(today)?;
		let mut permit = self.clone();
		permit
			.inspections
			.try_push(Inspection { kind, scheduled_for, outcome: None })
			.map_err(|_| PermitError::TooManyInspections)?;
		Ok(permit)
	}

	/// With the result of an inspection.
	///
	/// # Errors
	/// [`PermitError::Ended`], [`PermitError::InspectionNotFound`], [`PermitError::InspectionDone`],
	/// [`PermitError::InspectionAhead`].
	pub fn inspected(
		&self,
		at: usize,
		result: InspectionResult,
		today: CalendarDate,
	) -> Result<Self, PermitError> {
		self.ensure_running(today)?;
		let mut permit = self.clone();
		let outcome = next_outcome(&self.inspections, result);
		let inspection = permit.inspections.get_mut(at).ok_or(PermitError::InspectionNotFound)?;
		ensure(inspection.outcome.is_none(), PermitError::InspectionDone)?;
		ensure(today >= inspection.scheduled_for, PermitError::InspectionAhead)?;
		inspection.outcome = Some(outcome);
		Ok(permit)
	}

	/// Completed: all conditions are met, the final inspection is passed where the type demands one, and
	/// nothing that an inspection has found wrong is left.
	///
	/// # Errors
	/// [`PermitError::Ended`], [`PermitError::NotYetValid`], [`PermitError::Suspended`],
	/// [`PermitError::ConditionOpen`], [`PermitError::FinalInspectionMissing`],
	/// [`PermitError::DefectOpen`].
	pub fn completed(&self, terms: &PermitTerms, today: CalendarDate) -> Result<Self, PermitError> {
		self.ensure_running(today)?;
		ensure(today >= self.valid_from, PermitError::NotYetValid)?;
		ensure(self.standing != PermitStanding::Suspended, PermitError::Suspended)?;
		let all_met = self.conditions.iter().all(|condition| condition.is_met);
		ensure(all_met, PermitError::ConditionOpen)?;
		ensure(
			!terms.needs_final_inspection || final_one_is_passed(&self.inspections),
			PermitError::FinalInspectionMissing,
		)?;
		ensure(open_defect(&self.inspections).is_none(), PermitError::DefectOpen)?;
		Ok(Self { standing: PermitStanding::Completed, ..self.clone() })
	}

	fn ensure_running(&self, today: CalendarDate) -> Result<(), PermitError> {
		ensure(self.is_running(today), PermitError::Ended)
	}
}

impl Condition {
	fn is_overdue(&self, today: CalendarDate) -> bool {
		!self.is_met && self.due.is_some_and(|due| today > due)
	}
}

fn ensure(holds: bool, error: PermitError) -> Result<(), PermitError> {
	if holds {
		Ok(())
	} else {
		Err(error)
	}
}
