//! A permit, from the day that it is granted to its end.

use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{
	commitment::Commitment,
	time::{Calendar, CalendarDate, Instant},
};
use scale_info::TypeInfo;

use crate::{
	error::PermitError,
	inspection::{
		has_defect, is_defective, is_passed, next_outcome, Inspection, InspectionKind,
		InspectionResult, Inspections,
	},
	terms::{PermitTerms, Validity},
	Timetable,
};

/// The most conditions of one permit.
pub const MAX_CONDITIONS: u32 = 32;

/// A condition as a decision states it. None is met before the permit is granted.
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
pub struct ConditionTerms {
	/// What kind of condition it is, by the authority's published list.
	pub code: u16,
	/// The salted commitment to what it says.
	pub commitment: Commitment,
	/// The day by which it is met; none if it is met at any time before the permit is completed.
	pub due: Option<CalendarDate>,
}

/// Conditions as a decision states them.
pub type StatedConditions = BoundedVec<ConditionTerms, ConstU32<MAX_CONDITIONS>>;

/// A condition of a permit.
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
	/// As it was stated.
	pub terms: ConditionTerms,
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
	/// Whether another follows it, as this one was renewed.
	pub is_renewed: bool,
}

/// Until when a permit is valid at the longest.
#[derive(Clone, Copy, Debug)]
pub struct Bounds<'a> {
	/// What the law says of its type.
	pub terms: &'a PermitTerms,
	/// The day from which the holder's right in the site is over, if there is one that ends.
	pub right_ends: Option<CalendarDate>,
	/// The calendar of the authority.
	pub calendar: &'a Calendar,
}

impl Bounds<'_> {
	/// The end of a permit that is as long as can be; none if it has no end.
	///
	/// # Errors
	/// [`PermitError::DeadlineOutOfRange`].
	pub fn longest(&self, valid_from: CalendarDate) -> Result<Option<CalendarDate>, PermitError> {
		let by_type = match self.terms.validity {
			Validity::Unlimited => None,
			Validity::AtMost(period) => Some(
				period
					.end_date(valid_from, self.calendar)
					.map_err(|_| PermitError::DeadlineOutOfRange)?,
			),
		};
		// A right that is over is lacking, which is for the holder to put right.
		let by_right = self.right_ends.filter(|ends| *ends > valid_from);
		Ok(by_type.into_iter().chain(by_right).min())
	}

	/// That a permit can be valid between two days.
	///
	/// # Errors
	/// [`PermitError::EndsBeforeItBegins`], [`PermitError::ValidForTooLong`],
	/// [`PermitError::EndsAfterRight`], [`PermitError::DeadlineOutOfRange`].
	pub fn check(
		&self,
		valid_from: CalendarDate,
		valid_to: Option<CalendarDate>,
	) -> Result<(), PermitError> {
		ensure(valid_to.is_none_or(|to| to > valid_from), PermitError::EndsBeforeItBegins)?;
		let of_type = Bounds { right_ends: None, ..*self }.longest(valid_from)?;
		let is_within = |longest: CalendarDate| valid_to.is_some_and(|to| to <= longest);
		ensure(of_type.is_none_or(is_within), PermitError::ValidForTooLong)?;
		let longest = self.longest(valid_from)?;
		ensure(longest.is_none_or(is_within), PermitError::EndsAfterRight)
	}
}

impl Permit {
	/// A permit that is granted.
	///
	/// # Errors
	/// Those of [`Bounds::check`].
	pub fn granted(
		bounds: Bounds<'_>,
		valid_from: CalendarDate,
		valid_to: Option<CalendarDate>,
		conditions: &StatedConditions,
	) -> Result<Self, PermitError> {
		bounds.check(valid_from, valid_to)?;
		Ok(Self {
			valid_from,
			valid_to,
			standing: PermitStanding::Granted,
			conditions: open_conditions(conditions.iter()),
			inspections: Inspections::new(),
			is_renewed: false,
		})
	}

	/// What the permit is worth: a function of its record, its holder and the time alone, so that
	/// nothing has to sweep. A suspension does not make it valid for longer.
	pub fn effective_status(
		&self,
		terms: &PermitTerms,
		today: CalendarDate,
		now: Instant,
		holding: Holding,
		timetable: Timetable<'_>,
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
		if is_defective(&self.inspections, terms.cure_period, now, timetable) {
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
	/// end before tomorrow: that would be a revocation, which needs a hearing. A condition that stays as it
	/// was stays met.
	///
	/// # Errors
	/// [`PermitError::Ended`], [`PermitError::EndsInThePast`], [`PermitError::RenewedKeepsItsEnd`], and
	/// those of [`Bounds::check`].
	pub fn varied(
		&self,
		bounds: Bounds<'_>,
		valid_to: Option<CalendarDate>,
		conditions: &StatedConditions,
		today: CalendarDate,
	) -> Result<Self, PermitError> {
		self.ensure_running(today)?;
		ensure(valid_to.is_none_or(|to| to > today), PermitError::EndsInThePast)?;
		ensure(!self.is_renewed || valid_to == self.valid_to, PermitError::RenewedKeepsItsEnd)?;
		bounds.check(self.valid_from, valid_to)?;
		let mut conditions = open_conditions(conditions.iter());
		for condition in &mut conditions {
			let is_met = |had: &Condition| had.is_met && had.terms == condition.terms;
			condition.is_met = self.conditions.iter().any(is_met);
		}
		Ok(Self { valid_to, conditions, ..self.clone() })
	}

	/// That it can pass to somebody else, who has what the type demands. One that has not begun cannot: it may
	/// follow another, with which its holder could still end it.
	///
	/// # Errors
	/// [`PermitError::Ended`], [`PermitError::Suspended`], [`PermitError::NotYetValid`],
	/// [`PermitError::NotTransferable`], [`PermitError::AlreadyRenewed`],
	/// [`PermitError::PrerequisiteMissing`].
	pub fn ensure_may_pass(
		&self,
		terms: &PermitTerms,
		today: CalendarDate,
		new_holder: Holding,
	) -> Result<(), PermitError> {
		self.ensure_running(today)?;
		ensure(self.standing != PermitStanding::Suspended, PermitError::Suspended)?;
		ensure(today >= self.valid_from, PermitError::NotYetValid)?;
		ensure(terms.is_transferable, PermitError::NotTransferable)?;
		// The one that follows would stay behind.
		ensure(!self.is_renewed, PermitError::AlreadyRenewed)?;
		ensure(new_holder == Holding::Complete, PermitError::PrerequisiteMissing)
	}

	/// This permit, renewed, and the one that follows: valid from the day on which this one ends, as the
	/// terms of today have it, so that there is never a day without one. It takes over the place of this one
	/// under the quota.
	///
	/// # Errors
	/// [`PermitError::Ended`], [`PermitError::Suspended`], [`PermitError::NotYetValid`],
	/// [`PermitError::AlreadyRenewed`], [`PermitError::NotRenewable`], [`PermitError::TooEarlyToRenew`],
	/// [`PermitError::DefectOpen`], [`PermitError::PrerequisiteMissing`], and those of [`Bounds::check`].
	pub fn renewed(
		&self,
		bounds: Bounds<'_>,
		valid_to: Option<CalendarDate>,
		today: CalendarDate,
		holder: Holding,
	) -> Result<(Self, Self), PermitError> {
		self.ensure_running(today)?;
		ensure(self.standing != PermitStanding::Suspended, PermitError::Suspended)?;
		ensure(today >= self.valid_from, PermitError::NotYetValid)?;
		ensure(!self.is_renewed, PermitError::AlreadyRenewed)?;
		let (Some(end), Some(window)) = (self.valid_to, bounds.terms.renewal_window) else {
			return Err(PermitError::NotRenewable);
		};
		// The window reaches from today to the end or beyond it.
		let reached =
			window.end_date(today, bounds.calendar).map_err(|_| PermitError::DeadlineOutOfRange)?;
		ensure(reached >= end, PermitError::TooEarlyToRenew)?;
		// The next one has no inspections, so that a defect would be forgotten with this one.
		ensure(!has_defect(&self.inspections), PermitError::DefectOpen)?;
		ensure(holder == Holding::Complete, PermitError::PrerequisiteMissing)?;
		bounds.check(end, valid_to)?;
		let open = self.conditions.iter().filter(|condition| !condition.is_met);
		let next = Self {
			valid_from: end,
			valid_to,
			standing: PermitStanding::Granted,
			conditions: open_conditions(open.map(|condition| &condition.terms)),
			inspections: Inspections::new(),
			is_renewed: false,
		};
		Ok((Self { is_renewed: true, ..self.clone() }, next))
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
		found_at: Instant,
	) -> Result<Self, PermitError> {
		self.ensure_running(today)?;
		let mut permit = self.clone();
		let outcome = next_outcome(&self.inspections, result, found_at);
		let inspection = permit.inspections.get_mut(at).ok_or(PermitError::InspectionNotFound)?;
		ensure(inspection.outcome.is_none(), PermitError::InspectionDone)?;
		ensure(today >= inspection.scheduled_for, PermitError::InspectionAhead)?;
		inspection.outcome = Some(outcome);
		Ok(permit)
	}

	/// Completed: all conditions are met, the last inspection of each kind that the type demands is passed,
	/// nothing that an inspection has found wrong is left, and the holder has what the type demands.
	///
	/// # Errors
	/// [`PermitError::Ended`], [`PermitError::NotYetValid`], [`PermitError::Suspended`],
	/// [`PermitError::ConditionOpen`], [`PermitError::RequiredInspectionMissing`],
	/// [`PermitError::DefectOpen`], [`PermitError::PrerequisiteMissing`].
	pub fn completed(
		&self,
		terms: &PermitTerms,
		today: CalendarDate,
		holder: Holding,
	) -> Result<Self, PermitError> {
		self.ensure_running(today)?;
		ensure(today >= self.valid_from, PermitError::NotYetValid)?;
		ensure(self.standing != PermitStanding::Suspended, PermitError::Suspended)?;
		let all_met = self.conditions.iter().all(|condition| condition.is_met);
		ensure(all_met, PermitError::ConditionOpen)?;
		ensure(
			terms.inspections.iter().all(|kind| is_passed(&self.inspections, *kind)),
			PermitError::RequiredInspectionMissing,
		)?;
		ensure(!has_defect(&self.inspections), PermitError::DefectOpen)?;
		ensure(holder == Holding::Complete, PermitError::PrerequisiteMissing)?;
		Ok(Self { standing: PermitStanding::Completed, ..self.clone() })
	}

	fn ensure_running(&self, today: CalendarDate) -> Result<(), PermitError> {
		ensure(self.is_running(today), PermitError::Ended)
	}
}

impl Condition {
	fn is_overdue(&self, today: CalendarDate) -> bool {
		!self.is_met && self.terms.due.is_some_and(|due| today > due)
	}
}

/// Conditions of which none is met. No more are given than there can be.
fn open_conditions<'a>(stated: impl Iterator<Item = &'a ConditionTerms>) -> Conditions {
	let open = stated.map(|terms| Condition { terms: *terms, is_met: false });
	Conditions::truncate_from(open.collect())
}

fn ensure(holds: bool, error: PermitError) -> Result<(), PermitError> {
	if holds {
		Ok(())
	} else {
		Err(error)
	}
}
