#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod appeal;
mod application;
mod clock;
mod decision;
mod error;
mod inspection;
mod permit;
mod published;
mod quota;
mod referral;
mod terms;
#[cfg(test)]
mod tests;

pub use appeal::{Appeal, AppealEnd, AppealOutcome, Appellant};
pub use application::{Application, Stage, Timetable};
pub use clock::{DecisionClock, Stop, Stops, MAX_STOPS};
pub use decision::{Decided, DecidedByOfficers, DueStep, Outcome};
pub use error::{ApplicationError, PermitError, TermsError};
pub use inspection::{
	Inspection, InspectionKind, InspectionOutcome, InspectionResult, Inspections,
	RequiredInspections, MAX_INSPECTIONS, MAX_REQUIRED_INSPECTIONS,
};
pub use permit::{
	Bounds, Condition, ConditionTerms, Conditions, EffectiveStatus, Holding, Permit,
	PermitStanding, StatedConditions, MAX_CONDITIONS,
};
pub use published::{status_of_application, status_of_permit, PublishedStatus};
pub use quota::Quota;
pub use referral::{Opinion, Referral, ReferralTerms, Referrals, MAX_REFERRALS};
pub use terms::{
	PermitTerms, Prerequisite, Prerequisites, Validity, MAX_PREREQUISITES, MAX_STOPPED_DAYS,
};
