//! The statuses that are published: those of BLDS 1.2 (Building and Land Development Specification),
//! `StatusCurrentMapped`, to which every stage and status here leads.

use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

use crate::{
	application::{Application, Stage},
	decision::Outcome,
	permit::EffectiveStatus,
};

/// A mapped status of BLDS 1.2.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum PublishedStatus {
	/// "Application Accepted".
	#[codec(index = 0)]
	ApplicationAccepted,
	/// "In Review".
	#[codec(index = 1)]
	InReview,
	/// "Permit Issued".
	#[codec(index = 2)]
	PermitIssued,
	/// "Inspection Phase".
	#[codec(index = 3)]
	InspectionPhase,
	/// "Permit Finaled".
	#[codec(index = 4)]
	PermitFinaled,
	/// "Permit Cancelled".
	#[codec(index = 5)]
	PermitCancelled,
}

impl PublishedStatus {
	/// As the specification writes it.
	pub const fn text(self) -> &'static str {
		match self {
			Self::ApplicationAccepted => "Application Accepted",
			Self::InReview => "In Review",
			Self::PermitIssued => "Permit Issued",
			Self::InspectionPhase => "Inspection Phase",
			Self::PermitFinaled => "Permit Finaled",
			Self::PermitCancelled => "Permit Cancelled",
		}
	}
}

/// The published status of an application; that of its permit where one was granted.
pub const fn status_of_application(application: &Application) -> PublishedStatus {
	match application.stage {
		Stage::Submitted | Stage::Incomplete => PublishedStatus::ApplicationAccepted,
		Stage::InReview => PublishedStatus::InReview,
		Stage::Decided(
			Outcome::Granted | Outcome::GrantedOnConditions | Outcome::DeemedGranted,
		) => PublishedStatus::PermitIssued,
		Stage::Decided(Outcome::Refused | Outcome::NoPlace | Outcome::Inadmissible)
		| Stage::Withdrawn => PublishedStatus::PermitCancelled,
	}
}

/// The published status of a permit that has an inspection on its way, or none.
pub const fn status_of_permit(status: EffectiveStatus, is_inspected: bool) -> PublishedStatus {
	match status {
		EffectiveStatus::Active
		| EffectiveStatus::NotYetValid
		| EffectiveStatus::Suspended
		| EffectiveStatus::Unusable
		| EffectiveStatus::ConditionUnmet
		| EffectiveStatus::Defective => {
			if is_inspected {
				PublishedStatus::InspectionPhase
			} else {
				PublishedStatus::PermitIssued
			}
		},
		EffectiveStatus::Completed => PublishedStatus::PermitFinaled,
		EffectiveStatus::Expired
		| EffectiveStatus::Revoked
		| EffectiveStatus::Surrendered
		| EffectiveStatus::Overturned => PublishedStatus::PermitCancelled,
	}
}
