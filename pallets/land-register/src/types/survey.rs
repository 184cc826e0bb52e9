//! What the owners of a unit have said of a survey of its ground.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{time::Period, MandateId};
use scale_info::TypeInfo;

use super::{Consent, MAX_SURVEY_CONSENTS};

/// Who has consented to a survey of a unit's ground, or who has ordered it. All of it falls when the
/// title gets another version.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct SurveyConsent {
	/// The version of the title that it is on.
	pub version: u32,
	/// How long a deed can be objected to: by the law of the day of the first consent.
	pub deed_notice_period: Period,
	/// Those who have consented, on the chain or by deed.
	pub consents: BoundedVec<Consent, ConstU32<MAX_SURVEY_CONSENTS>>,
	/// The mandate of the court that has ordered the survey, in place of all consents.
	pub ordered_under: Option<MandateId>,
}

impl SurveyConsent {
	/// Nothing yet, on a version of the title.
	pub(crate) fn on(version: u32, deed_notice_period: Period) -> Self {
		let consents = BoundedVec::new();
		Self { version, deed_notice_period, consents, ordered_under: None }
	}

	/// Whether nobody has said anything.
	pub(crate) fn is_empty(&self) -> bool {
		self.consents.is_empty() && self.ordered_under.is_none()
	}
}
