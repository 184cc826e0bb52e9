//! The law of the register where countries differ.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{preparation, time::Period, RecordKind};
use polity_title::TitleLaw;
use scale_info::TypeInfo;

/// The kind of record that the law of this register is about.
pub(crate) const LAW_OF: RecordKind = RecordKind::Title;

/// What the ministry of the land register has set, where countries differ.
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
pub struct RegisterLaw {
	/// What titles may be.
	pub titles: TitleLaw,
	/// How long a conveyance can be settled.
	pub conveyance_period: Period,
	/// How long a consent by deed can be objected to before it counts. Shorter than
	/// [`Self::conveyance_period`].
	pub deed_notice_period: Period,
	/// How long a first registration, or the adoption of unknown owners, can be objected to before it
	/// is decided. Shorter than [`Self::conveyance_period`].
	pub objection_period: Period,
	/// How long a caveat or a priority notice can stand, from the day that it is entered.
	pub max_notice_period: Period,
}

impl RegisterLaw {
	/// Where no ministry has set another: no pre-emption; ninety days to settle a conveyance, two weeks
	/// to object to a deed, thirty days to a first registration; notices for six months.
	pub const DEFAULT: Self = Self {
		titles: TitleLaw { pre_emption_of_co_owners: false },
		conveyance_period: Period::CalendarDays(90),
		deed_notice_period: Period::CalendarDays(14),
		objection_period: Period::CalendarDays(30),
		max_notice_period: Period::Months(6),
	};

	/// Whether it can be one: every period has a length, and deeds and objections have their time
	/// before a conveyance lapses, all three in calendar days, so that they can be compared.
	pub fn is_consistent(&self) -> bool {
		let have_lengths = [
			self.conveyance_period,
			self.deed_notice_period,
			self.objection_period,
			self.max_notice_period,
		]
		.into_iter()
		.all(|period| period.check().is_ok());
		let are_shorter =
			[self.deed_notice_period, self.objection_period].into_iter().all(|shorter| {
				matches!(
					(shorter, self.conveyance_period),
					(Period::CalendarDays(notice), Period::CalendarDays(whole)) if notice < whole
				)
			});
		have_lengths && are_shorter
	}

	/// The periods that a conveyance keeps whatever becomes of the law.
	pub(crate) const fn conveyance_terms(&self) -> ConveyanceTerms {
		ConveyanceTerms {
			settlement: self.conveyance_period,
			deed_notice: self.deed_notice_period,
			objection: self.objection_period,
		}
	}
}

impl Default for RegisterLaw {
	fn default() -> Self {
		Self::DEFAULT
	}
}

/// The periods of a conveyance: those of the law on the day that it was prepared. Nobody's time to
/// object or to settle is cut short by a law that comes later.
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
pub struct ConveyanceTerms {
	/// How long it can be settled.
	pub settlement: Period,
	/// How long a consent by deed can be objected to.
	pub deed_notice: Period,
	/// How long the adoption of unknown owners can be objected to.
	pub objection: Period,
}

/// A change of the law that one officer has prepared and another has not decided.
pub type LawProposal = preparation::LawProposal<RegisterLaw>;

/// What an entry of the law's record says.
pub type LawChange = preparation::LawChange<RegisterLaw>;
