//! The law of the register where countries differ.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{
	preparation,
	time::{Instant, Period},
	RecordKind,
};
use scale_info::TypeInfo;

use super::SourceRegister;
use crate::euid::RegisterIdentifier;

/// The kind of record that the law of this register is about.
pub(crate) const LAW_OF: RecordKind = RecordKind::Company;

/// The most laws that the register looks back to.
pub const MAX_LAWS: u32 = 32;

/// What the ministry of the business register has set, where countries differ.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RegistryLaw {
	/// How long a name stays reserved.
	pub reservation_period: Period,
	/// How long an applicant has for the answer to a query.
	pub query_period: Period,
	/// How long a company has between the notice that it will be struck off and the strike-off.
	pub strike_off_notice_period: Period,
	/// How long a company that was struck off can be restored. Not longer than
	/// [`Self::name_protection_period`], both in years.
	pub restoration_period: Period,
	/// How long the name of a company that was struck off or dissolved is kept from others.
	pub name_protection_period: Period,
	/// How the EUIDs of companies name this register; none until the ministry has said it.
	pub register_identifier: Option<RegisterIdentifier>,
	/// The register that this one continues, if it does: companies that were imported from it keep
	/// their numbers there in their EUIDs.
	pub continued_register: Option<SourceRegister>,
}

impl RegistryLaw {
	/// Where no ministry has set another: thirty days for names and queries, sixty days of notice,
	/// six years to restore, ten years of protection, no name for the register in the Union.
	pub const DEFAULT: Self = Self {
		reservation_period: Period::CalendarDays(30),
		query_period: Period::CalendarDays(30),
		strike_off_notice_period: Period::CalendarDays(60),
		restoration_period: Period::Years(6),
		name_protection_period: Period::Years(10),
		register_identifier: None,
		continued_register: None,
	};

	/// Whether it can be one: every period has a length, and a company that is restored finds its name
	/// protected for it.
	pub fn is_consistent(&self) -> bool {
		let have_lengths = [
			self.reservation_period,
			self.query_period,
			self.strike_off_notice_period,
			self.restoration_period,
			self.name_protection_period,
		]
		.into_iter()
		.all(|period| period.check().is_ok());
		let is_protected = matches!(
			(self.restoration_period, self.name_protection_period),
			(Period::Years(restoration), Period::Years(protection)) if restoration <= protection
		);
		have_lengths && is_protected
	}
}

/// A law, and since when it is one.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct LawInForce {
	/// Since when.
	pub since: Instant,
	/// The law.
	pub law: RegistryLaw,
}

/// The laws that the register has had, the oldest first, at most [`MAX_LAWS`] of them: what began under
/// an older one goes by the oldest that is kept.
pub type LawsInForce = BoundedVec<LawInForce, ConstU32<MAX_LAWS>>;

/// The law at an instant. Before the first it is [`RegistryLaw::DEFAULT`], if there has been none.
pub(crate) fn law_at(laws: &LawsInForce, at: Instant) -> RegistryLaw {
	let in_force = laws.iter().rev().find(|law| law.since <= at).or(laws.first());
	in_force.map_or(RegistryLaw::DEFAULT, |in_force| in_force.law.clone())
}

/// A change of the law that one officer has prepared and another has not decided.
pub type LawProposal = preparation::LawProposal<RegistryLaw>;

/// What an entry of the law's record says.
pub type LawChange = preparation::LawChange<RegistryLaw>;
