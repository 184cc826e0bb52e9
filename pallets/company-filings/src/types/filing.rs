//! Filings: what a company hands in, and what becomes of it.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{
	time::{CalendarDate, Instant},
	CompanyNumber, District, DocumentCommitment, MandateId, Tag,
};
use scale_info::TypeInfo;

use super::{FilingId, FilingType, Statements};

/// The days that a filing is about, the first and the last among them.
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
pub struct FiledPeriod {
	/// The first day.
	pub from: CalendarDate,
	/// The last day: the end of a year, or the day of a change.
	pub to: CalendarDate,
}

/// What is handed in.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum FilingContent {
	/// A document of a type about a period.
	#[codec(index = 0)]
	Document {
		/// Of what type.
		filing_type: FilingType,
		/// About which days.
		period: FiledPeriod,
		/// The commitment to the document.
		document: DocumentCommitment,
		/// The filing that it amends: the last that was accepted for the same type and period.
		amends: Option<FilingId>,
	},
	/// Statements about beneficial owners; none to confirm what has been stated.
	#[codec(index = 1)]
	Ownership(Statements),
}

impl FilingContent {
	/// How many statements it has.
	pub fn statements(&self) -> u32 {
		match self {
			Self::Document { .. } => 0,
			Self::Ownership(statements) => u32::try_from(statements.len()).unwrap_or(u32::MAX),
		}
	}
}

/// Who handed something in.
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
pub enum Filer {
	/// A person who files for the company: a director, a secretary or the liquidator.
	#[codec(index = 0)]
	Person(Tag),
	/// The company by one who files for it. Who, is not kept beside what is stated of owners: it might
	/// be one of them.
	#[codec(index = 1)]
	Company,
	/// An officer of the register, for a company that has handed it in on paper.
	#[codec(index = 2)]
	Officer(MandateId),
}

/// Whether something came in time. Said once, by the law and the clock at the instant at which it was
/// received.
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
pub enum Punctuality {
	/// In time.
	#[codec(index = 0)]
	InTime,
	/// After its time, and within the days of grace.
	#[codec(index = 1)]
	Late,
	/// After the days of grace.
	#[codec(index = 2)]
	Overdue,
}

/// Why a filing is refused.
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
pub enum RefusalReason {
	/// Something that belongs to it is missing.
	#[codec(index = 0)]
	Incomplete,
	/// It cannot be read, or the document does not fit the commitment.
	#[codec(index = 1)]
	Unreadable,
	/// It is not about the period, the type or the company that it says.
	#[codec(index = 2)]
	WrongSubject,
	/// Who had to sign it has not.
	#[codec(index = 3)]
	NotSigned,
	/// The law asks for an audit, and there is none.
	#[codec(index = 4)]
	NotAudited,
	/// It has not the form that the law asks for.
	#[codec(index = 5)]
	WrongForm,
	/// It contradicts what the register says.
	#[codec(index = 6)]
	ContradictsRegister,
	/// The beneficial owners could not be verified.
	#[codec(index = 7)]
	OwnersNotVerified,
}

/// What the examiner proposes.
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
pub enum Recommendation {
	/// Accept it.
	#[codec(index = 0)]
	Accept,
	/// Refuse it.
	#[codec(index = 1)]
	Refuse(RefusalReason),
}

/// What another officer decides on it.
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
pub enum Decision {
	/// Accept what was recommended to be accepted.
	#[codec(index = 0)]
	Accept,
	/// Refuse what was recommended to be refused, for the same reason.
	#[codec(index = 1)]
	Refuse(RefusalReason),
	/// Neither: it is examined again.
	#[codec(index = 2)]
	Return,
}

/// What has become of a filing.
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
pub enum FilingState {
	/// It waits for the examiner.
	#[codec(index = 0)]
	Received,
	/// It was examined, and waits for another officer.
	#[codec(index = 1)]
	Examined(Recommendation),
	/// It was accepted.
	#[codec(index = 2)]
	Accepted,
	/// It was refused: what it was for is still owed.
	#[codec(index = 3)]
	Refused(RefusalReason),
	/// It was taken back before it was decided.
	#[codec(index = 4)]
	Withdrawn,
}

impl FilingState {
	/// Whether it waits for the register.
	pub const fn is_open(self) -> bool {
		matches!(self, Self::Received | Self::Examined(_))
	}
}

/// Something that a company has handed in.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Filing {
	/// The company.
	pub company: CompanyNumber,
	/// The district whose register has received it.
	pub district: District,
	/// What.
	pub content: FilingContent,
	/// When it was received: in time or not by this, however long the register takes.
	pub received_at: Instant,
	/// By whom.
	pub filed_by: Filer,
	/// Whether it came in time; none for an amendment, and where the law asks for nothing.
	pub punctuality: Option<Punctuality>,
	/// The mandate of the officer who examined it last.
	pub examiner: Option<MandateId>,
	/// What has become of it.
	pub state: FilingState,
}

/// What stands for a type and a period.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct PeriodFilings {
	/// The filing that was accepted last.
	pub accepted: Option<FilingId>,
	/// The filing that waits for the register.
	pub pending: Option<FilingId>,
}

/// What an entry of a filing's record says.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum FilingChange {
	/// It was received.
	#[codec(index = 0)]
	Received {
		/// The company.
		company: CompanyNumber,
		/// What.
		content: FilingContent,
		/// By whom.
		filed_by: Filer,
		/// Whether it came in time.
		punctuality: Option<Punctuality>,
	},
	/// It was examined.
	#[codec(index = 1)]
	Examined(Recommendation),
	/// It goes back to the examiner.
	#[codec(index = 2)]
	Returned,
	/// It was accepted.
	#[codec(index = 3)]
	Accepted,
	/// It was refused.
	#[codec(index = 4)]
	Refused(RefusalReason),
	/// It was taken back.
	#[codec(index = 5)]
	Withdrawn,
}

/// How it stands with something that a company owes.
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
pub enum DutyState {
	/// Its period is not over.
	#[codec(index = 0)]
	Running,
	/// Its period is over, and it is still in time.
	#[codec(index = 1)]
	Due,
	/// Its time is over, and its days of grace are not.
	#[codec(index = 2)]
	Late,
	/// Its days of grace are over.
	#[codec(index = 3)]
	Overdue,
}

/// What a company owes of one type: the earliest period that nothing was accepted for.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct Obligation {
	/// Of what type.
	pub filing_type: FilingType,
	/// About which days.
	pub period: FiledPeriod,
	/// Until when, exclusively, it is in time.
	pub due_before: Instant,
	/// From when on it is overdue.
	pub overdue_from: Instant,
	/// How it stands now.
	pub state: DutyState,
	/// What was handed in for it and waits for the register.
	pub pending: Option<FilingId>,
}
