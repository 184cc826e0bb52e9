//! The law of filings: what companies of a district owe the register, and when.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::time::{CalendarDate, Period};
use scale_info::TypeInfo;

/// The most duties of one law: each type of filing has one at most, and there are fewer types.
pub const MAX_DUTIES: u32 = 16;

/// The most laws that a district has had, the one in force and those to come among them: one every
/// three years for a century.
pub const MAX_LAWS: u32 = 32;

/// What is filed. The list is closed.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum FilingType {
	/// The annual accounts of a company (Directive 2017/1132, article 14(f)). Every company owes them.
	#[codec(index = 0)]
	AnnualAccounts,
	/// The annual return, or confirmation statement: that what the register says is right. Every
	/// company owes it.
	#[codec(index = 1)]
	AnnualReturn,
	/// The accounts of a group of companies, by its parent.
	#[codec(index = 2)]
	ConsolidatedAccounts,
	/// A report on sustainability, by the companies that the law asks for one.
	#[codec(index = 3)]
	SustainabilityReport,
	/// Notice that the registered office has changed.
	#[codec(index = 4)]
	ChangeOfRegisteredOffice,
	/// Notice that an officer has come or gone.
	#[codec(index = 5)]
	ChangeOfOfficers,
	/// Notice that the capital has changed.
	#[codec(index = 6)]
	ChangeOfCapital,
	/// Notice that the articles have changed.
	#[codec(index = 7)]
	ChangeOfArticles,
	/// Notice that the fiscal year ends on another day.
	#[codec(index = 8)]
	ChangeOfFiscalYear,
	/// The report of a liquidator on what has been done.
	#[codec(index = 9)]
	LiquidationReport,
}

impl FilingType {
	/// Every type of filing, in the order of the codes.
	pub const ALL: [Self; 10] = [
		Self::AnnualAccounts,
		Self::AnnualReturn,
		Self::ConsolidatedAccounts,
		Self::SustainabilityReport,
		Self::ChangeOfRegisteredOffice,
		Self::ChangeOfOfficers,
		Self::ChangeOfCapital,
		Self::ChangeOfArticles,
		Self::ChangeOfFiscalYear,
		Self::LiquidationReport,
	];

	/// The types that every company owes each year, so that the chain knows what is missing.
	pub const YEARLY: [Self; 2] = [Self::AnnualAccounts, Self::AnnualReturn];

	/// Whether every company owes it each year. What only some owe, or only once something has
	/// happened, the chain cannot miss: it can only say that what came was late.
	pub const fn is_yearly(self) -> bool {
		matches!(self, Self::AnnualAccounts | Self::AnnualReturn)
	}
}

/// From which day the time for a filing runs.
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
pub enum DueAfter {
	/// The end of the fiscal year: the filing is about that year.
	#[codec(index = 0)]
	FiscalYearEnd,
	/// The anniversary of the incorporation: the filing is about the year up to it. It is never due of
	/// a company whose day of incorporation is unknown.
	#[codec(index = 1)]
	Anniversary,
	/// The last day of the period that the filing says it is about: the day of a change, or the end of
	/// the year of a group.
	#[codec(index = 2)]
	StatedPeriod,
}

/// One thing that companies owe the register.
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
pub struct Duty {
	/// What.
	pub filing_type: FilingType,
	/// From which day its time runs. A yearly type has a year, any other a stated period.
	pub due_after: DueAfter,
	/// How long after that day it is in time.
	pub within: Period,
	/// How long after that it is late and not yet overdue; none where it is overdue at once.
	pub grace: Option<Period>,
}

/// What companies owe the register about their beneficial owners.
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
pub struct OwnershipDuty {
	/// How long after its incorporation, or after the law has come into force, a company has for its
	/// first statement.
	pub first_within: Period,
	/// How long a statement, or its confirmation, stays current.
	pub stays_current: Period,
	/// How long after that it is lapsed and not yet overdue; none where it is overdue at once.
	pub grace: Option<Period>,
}

/// The law of filings of a district from a day on. It is never retroactive: a filing is judged by the
/// law that was in force on the last day of the period that it is about.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct FilingLaw {
	/// The first day on which it is in force.
	pub in_force_from: CalendarDate,
	/// Month (1 to 12) and day on which the fiscal year ends of a company that has stated none. 29
	/// February means the last day of February.
	pub fiscal_year_end: (u8, u8),
	/// What is owed, each type of filing at most once.
	pub duties: BoundedVec<Duty, ConstU32<MAX_DUTIES>>,
	/// What is owed about beneficial owners, if anything.
	pub ownership: Option<OwnershipDuty>,
}

impl FilingLaw {
	/// What it says of a type of filing.
	pub fn duty(&self, filing_type: FilingType) -> Option<&Duty> {
		self.duties.iter().find(|duty| duty.filing_type == filing_type)
	}
}

/// The laws of a district in the order in which they come into force.
pub type Laws = BoundedVec<FilingLaw, ConstU32<MAX_LAWS>>;
