//! What the law says of a type of permit. An application goes by the terms of the day that it began.

use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{code_list::Activity, ids::MinistryId, office::Register, time::Period};
use scale_info::TypeInfo;

use crate::{
	error::TermsError,
	inspection::RequiredInspections,
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
	/// Whether a fee is settled before the dossier is complete.
	pub needs_fee: bool,
	/// Within what the authority says that something is missing, from each time that the dossier is handed
	/// in: after it the dossier is complete. None if silence completes nothing.
	pub completeness_period: Option<Period>,
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
	/// What is inspected before the permit is completed: the last inspection of each kind is passed.
	pub inspections: RequiredInspections,
	/// How long what an inspection has found can be put right.
	pub cure_period: Period,
	/// What the holder has to have.
	pub prerequisites: Prerequisites,
	/// The ministries that are asked before a decision.
	pub referrals: BoundedVec<ReferralTerms, ConstU32<MAX_REFERRALS>>,
	/// Within what a decision can be appealed against, from when it is made; none if it cannot.
	pub appeal_period: Option<Period>,
	/// Whether nobody can find a permit by the person who holds it: it is known by a commitment alone.
	pub is_personal: bool,
	/// The activity for which a company needs a permit of this type; none if it is the licence for none.
	pub licenses: Option<Activity>,
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
			.chain(self.completeness_period)
			.chain(self.appeal_period)
			.chain(validity)
			.chain(self.renewal_window)
			.chain(referred);
		ensure(periods.all(|period| period.check().is_ok()), TermsError::PeriodNotAllowed)?;
		ensure(self.stopped_days <= MAX_STOPPED_DAYS, TermsError::StopsTooLong)?;
		ensure(self.quota != Some(0), TermsError::QuotaZero)?;
		ensure(validity.is_some() || self.renewal_window.is_none(), TermsError::RenewalWithoutEnd)?;
		if let (Some(validity), Some(window)) = (validity, self.renewal_window) {
			ensure(is_surely_shorter(window, validity), TermsError::RenewalWindowTooLong)?;
		}
		ensure(all_different(&self.inspections), TermsError::InspectionTwice)?;
		if self.is_personal {
			self.check_personal()?;
		}
		ensure(all_different(&self.prerequisites), TermsError::PrerequisiteTwice)?;
		let ministries: alloc::vec::Vec<_> =
			self.referrals.iter().map(|referral| referral.ministry).collect();
		ensure(all_different(&ministries), TermsError::ReferralTwice)
	}

	/// Whether a type whose holders nobody knows can have these terms: what would need to know them, or
	/// where they are, it has not.
	fn check_personal(&self) -> Result<(), TermsError> {
		ensure(!self.is_transferable, TermsError::PersonalTransferable)?;
		ensure(self.renewal_window.is_none(), TermsError::PersonalRenewable)?;
		ensure(self.inspections.is_empty(), TermsError::PersonalInspected)?;
		ensure(self.prerequisites.is_empty(), TermsError::PersonalPrerequisite)?;
		ensure(self.licenses.is_none(), TermsError::PersonalLicence)
	}

	/// The register in which the officers of a ministry examine who answer for it, if it is asked.
	pub fn register_of(&self, ministry: MinistryId) -> Option<Register> {
		let asked = self.referrals.iter().find(|referral| referral.ministry == ministry)?;
		Some(asked.register)
	}

	/// Whether a holder needs a right in the land of the site, so that each permit has one.
	pub fn needs_site(&self) -> bool {
		self.prerequisites.contains(&Prerequisite::RightInSite)
	}
}

/// Whether a period is shorter than another, whatever the calendar and the day on which they begin.
fn is_surely_shorter(shorter: Period, longer: Period) -> bool {
	let months = |period| match period {
		Period::Months(months) => Some(u32::from(months)),
		Period::Years(years) => Some(u32::from(years).saturating_mul(12)),
		Period::CalendarDays(_) | Period::WorkingDays(_) => None,
	};
	match (months(shorter), months(longer), shorter, longer) {
		(Some(shorter), Some(longer), ..) => shorter < longer,
		(_, _, Period::WorkingDays(shorter), Period::WorkingDays(longer)) => shorter < longer,
		_ => most_days(shorter) < fewest_days(longer),
	}
}

/// As many days as a period can have. Of working days there is one in a week at least, or nearly.
fn most_days(period: Period) -> u32 {
	match period {
		Period::CalendarDays(days) => days,
		Period::WorkingDays(days) => days.saturating_mul(7),
		Period::Months(months) => u32::from(months).saturating_mul(31),
		Period::Years(years) => u32::from(years).saturating_mul(366),
	}
}

/// As few days as a period can have.
fn fewest_days(period: Period) -> u32 {
	match period {
		Period::CalendarDays(days) | Period::WorkingDays(days) => days,
		Period::Months(months) => u32::from(months).saturating_mul(30).saturating_sub(2),
		Period::Years(years) => u32::from(years).saturating_mul(365),
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
