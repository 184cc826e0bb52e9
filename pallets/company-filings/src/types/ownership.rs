//! Beneficial ownership by the Beneficial Ownership Data Standard (BODS) 0.4: immutable statements
//! about records of entities, persons and relationships. What would name or describe anybody stands
//! behind a commitment; here are the structure and the interests alone.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{
	time::{CalendarDate, Instant},
	Commitment, CompanyNumber,
};
use scale_info::TypeInfo;

use super::FilingId;

/// The most statements that are handed in at once.
pub const MAX_STATEMENTS: u32 = 32;

/// The most records of one company that are not closed.
pub const MAX_LIVE_RECORDS: u32 = 64;

/// The most interests of one relationship.
pub const MAX_INTERESTS: u32 = 8;

/// The most component records of one relationship.
pub const MAX_COMPONENTS: u32 = 8;

/// All of something, in millionths: what 100 per cent is to BODS.
pub const WHOLE: u32 = 1_000_000;

/// A record (`recordId`) of what is stated about one company: counted from 1 within the company, so
/// that the same person has nothing in common in the records of two companies.
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
pub struct RecordNumber(pub u32);

/// A statement (`statementId`): the company that it is about, and the place of the statement among
/// those of the company, counted from 1. Never used again.
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
pub struct StatementId {
	/// The company (`declarationSubject`).
	pub company: CompanyNumber,
	/// The place of the statement.
	pub number: u32,
}

/// Where a record is in its life (`recordStatus`).
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
pub enum RecordStatus {
	/// The first statement about it.
	#[codec(index = 0)]
	New,
	/// It says something else from now on.
	#[codec(index = 1)]
	Updated,
	/// It holds no longer. Nothing is stated about it any more.
	#[codec(index = 2)]
	Closed,
}

/// Why an interested party, or who somebody is, is not stated (`unspecifiedReason`).
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
pub enum UnspecifiedReason {
	/// There are no beneficial owners who would have to be disclosed.
	#[codec(index = 0)]
	NoBeneficialOwners,
	/// The company was unable or unwilling to identify or confirm one.
	#[codec(index = 1)]
	SubjectUnableToConfirmOrIdentifyBeneficialOwner,
	/// The interested party has not provided what would identify the owner.
	#[codec(index = 2)]
	InterestedPartyHasNotProvidedInformation,
	/// The company does not have to disclose.
	#[codec(index = 3)]
	SubjectExemptFromDisclosure,
	/// The interested party does not have to be disclosed.
	#[codec(index = 4)]
	InterestedPartyExemptFromDisclosure,
	/// Nobody knows why.
	#[codec(index = 5)]
	Unknown,
	/// The register has no access to it.
	#[codec(index = 6)]
	InformationUnknownToPublisher,
}

/// What kind of entity a record is about (`entityType`, with those of its subtypes on which a rule
/// depends).
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
pub enum EntityKind {
	/// Created by an act of registration.
	#[codec(index = 0)]
	RegisteredEntity,
	/// A legal person of another kind.
	#[codec(index = 1)]
	LegalEntity,
	/// An arrangement that is neither a trust nor a nomination.
	#[codec(index = 2)]
	Arrangement,
	/// A trust.
	#[codec(index = 3)]
	Trust,
	/// A nomination: a nominee holds for a nominator.
	#[codec(index = 4)]
	Nomination,
	/// A state.
	#[codec(index = 5)]
	State,
	/// A body of a state.
	#[codec(index = 6)]
	StateBody,
	/// One that is known and not disclosed.
	#[codec(index = 7)]
	AnonymousEntity(UnspecifiedReason),
	/// One that nobody has identified.
	#[codec(index = 8)]
	UnknownEntity(UnspecifiedReason),
}

/// How well the person is known whom a record is about (`personType`). Never who it is.
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
pub enum PersonKind {
	/// Known: the commitment says who.
	#[codec(index = 0)]
	KnownPerson,
	/// Known and not disclosed.
	#[codec(index = 1)]
	AnonymousPerson(UnspecifiedReason),
	/// Not identified.
	#[codec(index = 2)]
	UnknownPerson(UnspecifiedReason),
}

/// What kind of interest somebody has (`interestType`): the 23 codes of BODS 0.4.
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
pub enum InterestType {
	/// Shares.
	#[codec(index = 0)]
	Shareholding,
	/// Votes.
	#[codec(index = 1)]
	VotingRights,
	/// The right to appoint the board, or so much of it.
	#[codec(index = 2)]
	AppointmentOfBoard,
	/// Influence or control of another kind.
	#[codec(index = 3)]
	OtherInfluenceOrControl,
	/// Control of the management by employment.
	#[codec(index = 4)]
	SeniorManagingOfficial,
	/// Gave property into a trust.
	#[codec(index = 5)]
	Settlor,
	/// Holds the property of a trust.
	#[codec(index = 6)]
	Trustee,
	/// Directs or restrains the trustees.
	#[codec(index = 7)]
	Protector,
	/// Profits from a trust or another arrangement.
	#[codec(index = 8)]
	BeneficiaryOfLegalArrangement,
	/// Surplus assets when the entity is dissolved.
	#[codec(index = 9)]
	RightsToSurplusAssetsOnDissolution,
	/// Profits or income of the entity.
	#[codec(index = 10)]
	RightsToProfitOrIncome,
	/// A right by contract.
	#[codec(index = 11)]
	RightsGrantedByContract,
	/// A right by contract under a condition.
	#[codec(index = 12)]
	ConditionalRightsGrantedByContract,
	/// Control by the rules or articles of the entity.
	#[codec(index = 13)]
	ControlViaCompanyRulesOrArticles,
	/// Control by law.
	#[codec(index = 14)]
	ControlByLegalFramework,
	/// A seat on the board.
	#[codec(index = 15)]
	BoardMember,
	/// The chair of the board.
	#[codec(index = 16)]
	BoardChair,
	/// Nobody knows which.
	#[codec(index = 17)]
	UnknownInterest,
	/// Known and not published.
	#[codec(index = 18)]
	UnpublishedInterest,
	/// Enjoys and uses assets.
	#[codec(index = 19)]
	EnjoymentAndUseOfAssets,
	/// Profits or income from assets.
	#[codec(index = 20)]
	RightToProfitOrIncomeFromAssets,
	/// Holds for somebody else.
	#[codec(index = 21)]
	Nominee,
	/// Lets somebody else hold.
	#[codec(index = 22)]
	Nominator,
}

impl InterestType {
	/// Every code, in the order of its index.
	pub const ALL: [Self; 23] = [
		Self::Shareholding,
		Self::VotingRights,
		Self::AppointmentOfBoard,
		Self::OtherInfluenceOrControl,
		Self::SeniorManagingOfficial,
		Self::Settlor,
		Self::Trustee,
		Self::Protector,
		Self::BeneficiaryOfLegalArrangement,
		Self::RightsToSurplusAssetsOnDissolution,
		Self::RightsToProfitOrIncome,
		Self::RightsGrantedByContract,
		Self::ConditionalRightsGrantedByContract,
		Self::ControlViaCompanyRulesOrArticles,
		Self::ControlByLegalFramework,
		Self::BoardMember,
		Self::BoardChair,
		Self::UnknownInterest,
		Self::UnpublishedInterest,
		Self::EnjoymentAndUseOfAssets,
		Self::RightToProfitOrIncomeFromAssets,
		Self::Nominee,
		Self::Nominator,
	];

	/// Whether interests of this type divide something of which there is 100 per cent, so that what
	/// different parties have of it adds up.
	pub const fn is_divisible(self) -> bool {
		matches!(
			self,
			Self::Shareholding
				| Self::VotingRights
				| Self::AppointmentOfBoard
				| Self::BeneficiaryOfLegalArrangement
				| Self::RightsToSurplusAssetsOnDissolution
				| Self::RightsToProfitOrIncome
				| Self::EnjoymentAndUseOfAssets
				| Self::RightToProfitOrIncomeFromAssets
		)
	}

	/// The kind of entity in which alone there are interests of this type, if there is one.
	pub const fn of_kind(self) -> Option<EntityKind> {
		match self {
			Self::Settlor | Self::Trustee | Self::Protector => Some(EntityKind::Trust),
			Self::Nominee | Self::Nominator => Some(EntityKind::Nomination),
			_ => None,
		}
	}
}

/// Whether there are intermediaries (`directOrIndirect`).
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
pub enum Directness {
	/// There are none.
	#[codec(index = 0)]
	Direct,
	/// There are some.
	#[codec(index = 1)]
	Indirect,
	/// Nobody knows.
	#[codec(index = 2)]
	Unknown,
}

/// How much of an interest (`share`), in millionths of the whole. That an exact share has no range
/// beside it, and no bound is given twice, holds by the type.
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
pub enum Share {
	/// So much.
	#[codec(index = 0)]
	Exact(u32),
	/// Between two bounds.
	#[codec(index = 1)]
	Range {
		/// The lower bound.
		minimum: u32,
		/// Whether it is more than that (`exclusiveMinimum`).
		minimum_is_exclusive: bool,
		/// The upper bound.
		maximum: u32,
		/// Whether it is less than that (`exclusiveMaximum`).
		maximum_is_exclusive: bool,
	},
}

impl Share {
	/// The least that it is. A share above an exclusive minimum is counted as that.
	pub const fn least(self) -> u32 {
		match self {
			Self::Exact(share) => share,
			Self::Range { minimum, .. } => minimum,
		}
	}
}

/// One interest of a relationship.
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
pub struct Interest {
	/// What kind of interest.
	pub interest_type: InterestType,
	/// Whether there are intermediaries.
	pub directness: Directness,
	/// Whether it is beneficial ownership or control: of a natural person alone.
	pub beneficial_ownership_or_control: bool,
	/// How much, where it can be counted.
	pub share: Option<Share>,
	/// The first day, if known. Not one to come.
	pub started_on: Option<CalendarDate>,
	/// The first day on which it did not hold any more, if there is one.
	pub ended_on: Option<CalendarDate>,
}

impl Interest {
	/// Whether it has not ended on a day.
	pub fn holds_on(&self, day: CalendarDate) -> bool {
		self.ended_on.is_none_or(|ended_on| day < ended_on)
	}
}

/// The entity in which there is an interest (`subject`).
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
pub enum Subject {
	/// The company itself.
	#[codec(index = 0)]
	Company,
	/// An entity of another record.
	#[codec(index = 1)]
	Record(RecordNumber),
}

/// Who has an interest (`interestedParty`).
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
pub enum InterestedParty {
	/// The person or the entity of a record.
	#[codec(index = 0)]
	Record(RecordNumber),
	/// Not stated, for a reason.
	#[codec(index = 1)]
	Unspecified(UnspecifiedReason),
}

/// Who has what interests in whom.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Relationship {
	/// In whom.
	pub subject: Subject,
	/// Who.
	pub interested_party: InterestedParty,
	/// What interests: at least one, where the party is stated.
	pub interests: BoundedVec<Interest, ConstU32<MAX_INTERESTS>>,
	/// The records that say how an indirect relationship comes about (`componentRecords`).
	pub components: BoundedVec<RecordNumber, ConstU32<MAX_COMPONENTS>>,
	/// Whether it is itself part of an indirect relationship (`isComponent`).
	pub is_component: bool,
}

/// What a record is about (`recordType` and what stands on the chain of `recordDetails`).
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum RecordDetails {
	/// An entity.
	#[codec(index = 0)]
	Entity {
		/// Of what kind.
		kind: EntityKind,
		/// Whether it is part of an indirect relationship.
		is_component: bool,
	},
	/// A natural person.
	#[codec(index = 1)]
	Person {
		/// How well known.
		kind: PersonKind,
		/// Whether it is part of an indirect relationship.
		is_component: bool,
	},
	/// A relationship.
	#[codec(index = 2)]
	Relationship(Relationship),
}

impl RecordDetails {
	/// Whether two records are of one type.
	pub const fn is_of_type(&self, other: &Self) -> bool {
		matches!(
			(self, other),
			(Self::Entity { .. }, Self::Entity { .. })
				| (Self::Person { .. }, Self::Person { .. })
				| (Self::Relationship(_), Self::Relationship(_))
		)
	}

	/// Whether it is part of an indirect relationship.
	pub const fn is_component(&self) -> bool {
		match self {
			Self::Entity { is_component, .. } | Self::Person { is_component, .. } => *is_component,
			Self::Relationship(relationship) => relationship.is_component,
		}
	}
}

/// A statement about a record, as it is handed in.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Statement {
	/// The record. A new one has the number after the last.
	pub record: RecordNumber,
	/// Where the record is in its life.
	pub status: RecordStatus,
	/// What it is about. Of a record that is closed: as it was last.
	pub details: RecordDetails,
	/// The commitment to the whole statement, with all that identifies anybody. Each is used once, so
	/// that it links nothing.
	pub commitment: Commitment,
}

/// The statements that are handed in at once.
pub type Statements = BoundedVec<Statement, ConstU32<MAX_STATEMENTS>>;

/// A statement as it was accepted. It never changes.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct AcceptedStatement {
	/// What it says.
	pub statement: Statement,
	/// With what it was handed in.
	pub filing: FilingId,
	/// The legal day on which it was accepted (`statementDate`).
	pub accepted_on: CalendarDate,
}

/// A record that is not closed.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct LiveRecord {
	/// Its number.
	pub record: RecordNumber,
	/// The last statement about it.
	pub statement: u32,
	/// What it is about.
	pub details: RecordDetails,
}

/// What is stated of the beneficial owners of one company.
#[derive(Clone, Debug, Default, Eq, PartialEq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct OwnershipRecord {
	/// The last record that was numbered.
	pub last_record: u32,
	/// The last statement that was numbered.
	pub last_statement: u32,
	/// The records that are not closed, in the order of their numbers.
	pub live: BoundedVec<LiveRecord, ConstU32<MAX_LIVE_RECORDS>>,
	/// When the last of what has been accepted was handed in: from there on it is current.
	pub confirmed_at: Option<Instant>,
}

/// What an entry of a company's record of beneficial owners says.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum OwnershipChange {
	/// Statements were accepted. They are those of the filing, numbered one after the other.
	#[codec(index = 0)]
	Declared {
		/// With what they were handed in.
		filing: FilingId,
		/// The first of them.
		first: u32,
		/// The last of them.
		last: u32,
	},
	/// What was stated was confirmed.
	#[codec(index = 1)]
	Confirmed {
		/// By which filing.
		filing: FilingId,
	},
}

/// Until when what is stated of a company's beneficial owners is current. Anybody can read it; it
/// names nobody.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct OwnershipCurrency {
	/// When it was last stated or confirmed; none if it never was.
	pub confirmed_at: Option<Instant>,
	/// Until when, exclusively, it is current, or, where nothing was stated yet, until when the first
	/// statement is in time.
	pub current_until: Instant,
	/// From when on it is overdue, unless it is stated or confirmed before.
	pub overdue_from: Instant,
	/// Whether it was stated and is current now.
	pub is_current: bool,
	/// Whether it is overdue now, and nothing waits for the register.
	pub is_overdue: bool,
}
