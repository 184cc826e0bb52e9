//! An appeal against a decision: it stands, is varied, or is overturned.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::time::Instant;
use scale_info::TypeInfo;

use crate::error::ApplicationError;

/// How an appeal ended.
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
pub enum AppealOutcome {
	/// The decision stands.
	#[codec(index = 0)]
	Upheld,
	/// The permit stands on other conditions, or with another end.
	#[codec(index = 1)]
	Varied,
	/// The decision falls: the authority decides again.
	#[codec(index = 2)]
	Overturned,
}

/// The end of an appeal.
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
pub struct AppealEnd {
	/// How it ended.
	pub outcome: AppealOutcome,
	/// When.
	pub at: Instant,
}

/// An appeal against the decision of an application.
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
pub struct Appeal {
	/// When it was filed.
	pub filed_at: Instant,
	/// How it ended; none while it is open.
	pub end: Option<AppealEnd>,
}

impl Appeal {
	/// An appeal that is filed.
	pub(crate) const fn filed(filed_at: Instant) -> Self {
		Self { filed_at, end: None }
	}

	/// Whether it is not decided.
	pub const fn is_open(&self) -> bool {
		self.end.is_none()
	}

	/// Whether the decision that follows can be appealed against once more: the one that this was against
	/// has fallen.
	pub(crate) const fn leaves_room_for_another(&self) -> bool {
		matches!(self.end, Some(AppealEnd { outcome: AppealOutcome::Overturned, .. }))
	}

	/// The appeal with its end.
	pub(crate) fn ended(
		&self,
		outcome: AppealOutcome,
		at: Instant,
	) -> Result<Self, ApplicationError> {
		if !self.is_open() {
			return Err(ApplicationError::NoAppealOpen);
		}
		Ok(Self { end: Some(AppealEnd { outcome, at }), ..*self })
	}
}
