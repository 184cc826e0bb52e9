//! An appeal against a decision: it stands, is varied, or is overturned.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::time::Instant;
use scale_info::TypeInfo;

use crate::error::ApplicationError;

/// Who appeals: a side.
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
pub enum Appellant {
	/// The applicant.
	#[codec(index = 0)]
	Applicant,
	/// Somebody else whom the decision concerns, through an officer of the court.
	#[codec(index = 1)]
	ThirdParty,
}

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
	/// Who filed it.
	pub by: Appellant,
	/// When it was filed.
	pub filed_at: Instant,
	/// Whether the other side had appealed against the same decision before, and that stood.
	pub is_second: bool,
	/// How it ended; none while it is open.
	pub end: Option<AppealEnd>,
}

impl Appeal {
	/// An appeal that is filed, after the last one, if there was one that leaves room for it.
	pub(crate) fn filed(by: Appellant, filed_at: Instant, last: Option<Self>) -> Self {
		let is_second = last.is_some_and(|last| last.has_ended(AppealOutcome::Upheld));
		Self { by, filed_at, is_second, end: None }
	}

	/// Whether it is not decided.
	pub const fn is_open(&self) -> bool {
		self.end.is_none()
	}

	fn has_ended(&self, outcome: AppealOutcome) -> bool {
		self.end.is_some_and(|end| end.outcome == outcome)
	}

	/// That a side can appeal after this: the decision that it was against has fallen, or stands and is
	/// to be appealed against by the other side.
	pub(crate) fn ensure_leaves_room_for(&self, by: Appellant) -> Result<(), ApplicationError> {
		let is_others_turn = by != self.by && !self.is_second;
		match self.end.map(|end| end.outcome) {
			Some(AppealOutcome::Overturned) => Ok(()),
			Some(AppealOutcome::Upheld) if is_others_turn => Ok(()),
			None if is_others_turn => Err(ApplicationError::AppealOpen),
			Some(AppealOutcome::Upheld | AppealOutcome::Varied) | None => {
				Err(ApplicationError::AppealFiled)
			},
		}
	}

	/// From when on the other side has its time, once the decision stands: while the appeal was open it
	/// could not appeal.
	pub(crate) fn other_side_from(&self) -> Option<Instant> {
		let end = self.end.filter(|end| end.outcome == AppealOutcome::Upheld);
		end.filter(|_| !self.is_second).map(|end| end.at)
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
