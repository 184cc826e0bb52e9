//! Why a call is refused.

use frame_support::pallet_macros::pallet_section;
use polity_primitives::{record::RecordError, traits::ActError, StandingError};

use crate::{
	rules::{duties::LawError, owners::OwnershipError},
	Error,
};

/// The pallet's errors.
#[pallet_section]
mod errors {
	#[pallet::error]
	#[derive(PartialEq)]
	pub enum Error<T> {
		/// The act was prepared on another version of the record: read it again and repeat.
		StaleVersion,
		/// The record has as many versions as a number can count: nothing more can be recorded.
		TooManyVersions,
		/// The account that prepared the act cannot decide it: another officer does.
		SameAccount,
		/// The person who prepared the act cannot decide it with a second account: another does.
		SamePerson,
		/// One of the two officers granted the other's mandate: a third one does it.
		GrantedByTheOther,
		/// Nothing is known of a mandate under which this was prepared, so that maker and checker cannot
		/// be told apart: another officer prepares it anew.
		WarrantNotFound,
		/// The statute does not provide for this: cite one that the register has for the call.
		LegalBasisDoesNotFit,
		/// The act is dated before today: date it today.
		Backdated,
		/// The act takes effect when it is recorded: date it today.
		EffectiveInFuture,
		/// What is decided was dated ahead, and its day has not come: decide it on that day.
		NotYetEffective,
		/// A period would end after the last date of the calendar: nothing helps but a younger date.
		DeadlineOutOfRange,
		/// All ids of this kind have been given out: the register needs a new runtime.
		IdsExhausted,
		/// No proposal has this id: it was decided or withdrawn, or never made.
		ProposalNotFound,
		/// The law has another version than the one that was prepared on: withdraw and prepare anew.
		ProposalOutdated,
		/// The period in which it could be decided is over: withdraw it and prepare it anew.
		ProposalLapsed,
		/// Only who made it withdraws it.
		NotTheMaker,
		/// The law would be in force before today: let it begin today or later.
		LawRetroactive,
		/// A law that comes into force on that day or later has been set already: let it begin later.
		LawNotTheLatest,
		/// No year has the day on which the law lets the fiscal year end.
		YearEndNotADay,
		/// The law has two duties of one type of filing: state each once.
		DutyTwice,
		/// A yearly filing is due after a year, and any other after the period that it states.
		DueAfterDoesNotFit,
		/// A period of the law is nought or too long.
		PeriodNotAllowed,
		/// The district has had as many laws as it can have.
		TooManyLaws,
		/// No company has this number.
		CompanyNotFound,
		/// The campaign that imported the company is not sealed: it files nothing before that.
		CompanyNotSealed,
		/// The company is struck off or has ended: it files nothing.
		CompanyEnded,
		/// The account controls no tag of the business register: enrol, or use the right account.
		NotAPerson,
		/// No such person is registered: check the tag.
		PersonNotFound,
		/// The person has died.
		PersonDeceased,
		/// A court has frozen the person: it acts as the court allows.
		PersonFrozen,
		/// The tag was merged into another: use that one.
		PersonMerged,
		/// The person may not act for another.
		PersonMayNotAct,
		/// The person does not file for the company: a director, a secretary or the liquidator does.
		MayNotFile,
		/// No filing has this id.
		FilingNotFound,
		/// The filing has been decided or withdrawn already, or nobody has examined it.
		WrongFilingState,
		/// What is decided is not what the examiner recommended: return it, so that it is examined again.
		DecisionNotPrepared,
		/// A filing for this type and period was accepted or waits for the register: amend that one.
		AlreadyFiled,
		/// The filing that is amended is of another company, type or period.
		AmendsAnother,
		/// Only the filing that was accepted last for a type and period is amended: name that.
		AmendsNotTheLast,
		/// The period is not over: file when it is.
		PeriodNotOver,
		/// A period ends before it begins, or an interest does.
		EndsBeforeItBegins,
		/// The law asks for nothing of this type, or a date of the company is missing on which it depends.
		NotOwed,
		/// The company owes another period of this type first: see what it owes.
		PeriodNotOwed,
		/// Nothing of the company is overdue.
		NothingOverdue,
		/// Statements of this company wait for the register: wait, or withdraw them.
		DeclarationPending,
		/// Nothing has been stated of the owners, so that there is nothing to confirm: state it.
		NothingToConfirm,
		/// A new record has the number after the last: count on from there.
		RecordNumberNotNext,
		/// The record was never new, or is closed: nothing more is stated about it.
		RecordNotLive,
		/// A record stays of its type: close it and begin another.
		RecordTypeDiffers,
		/// A relationship stays between its parties: close it and begin another.
		PartiesDiffer,
		/// The company has as many records as it can have: close some.
		TooManyRecords,
		/// All numbers of records or statements of this company are used.
		NumbersExhausted,
		/// A commitment is used once, whatever the company, so that it links nothing: use another salt.
		CommitmentRepeated,
		/// A share is more than the whole.
		ShareAboveWhole,
		/// The least of a share is more than its most.
		ShareBoundsReversed,
		/// The bounds of a share are one: state it as exact.
		ShareIsExact,
		/// An interest begins after today.
		BeginsInFuture,
		/// A party that is stated has an interest, be it an unknown one.
		NoInterest,
		/// The subject is a record that was not stated before, or is closed.
		SubjectNotFound,
		/// An interest is in an entity.
		SubjectNotAnEntity,
		/// The interested party is a record that was not stated before, or is closed.
		PartyNotFound,
		/// A relationship has no interests: a person or an entity has.
		PartyIsRelationship,
		/// Nobody has an interest in itself.
		PartyIsSubject,
		/// Beneficial ownership or control is of a natural person who is stated.
		OwnerNotAPerson,
		/// A settlor, trustee or protector is one of a trust, a nominee or nominator one of a nomination.
		InterestDoesNotFitSubject,
		/// A component was not stated before, is closed, or is the relationship itself.
		ComponentNotFound,
		/// A component says that it is one.
		NotAComponent,
		/// A component is named twice.
		ComponentTwice,
		/// A component has no components.
		ComponentOfComponent,
		/// A record says that it is a component, and no relationship names it.
		ComponentNotNamed,
		/// A relationship needs the record: close that first.
		RecordStillNeeded,
		/// Nothing would be stated about the company: state an owner, or why there is none.
		NothingAboutCompany,
		/// It is stated that there are no beneficial owners, and there are.
		OwnersDespiteNone,
		/// The shares in one subject are at their least more than 100 per cent.
		SharesAboveWhole,
	}
}

impl<T> From<ActError> for Error<T> {
	fn from(error: ActError) -> Self {
		match error {
			ActError::LegalBasisDoesNotFit => Self::LegalBasisDoesNotFit,
			ActError::Backdated => Self::Backdated,
			ActError::EffectiveInFuture => Self::EffectiveInFuture,
			ActError::NotYetEffective => Self::NotYetEffective,
			ActError::StaleVersion => Self::StaleVersion,
			ActError::TooManyVersions => Self::TooManyVersions,
			ActError::WarrantNotFound => Self::WarrantNotFound,
			ActError::SameAccount => Self::SameAccount,
			ActError::SamePerson => Self::SamePerson,
			ActError::GrantedByTheOther => Self::GrantedByTheOther,
			ActError::DeadlineOutOfRange => Self::DeadlineOutOfRange,
		}
	}
}

impl<T> From<RecordError> for Error<T> {
	fn from(error: RecordError) -> Self {
		ActError::from(error).into()
	}
}

impl<T> From<StandingError> for Error<T> {
	fn from(error: StandingError) -> Self {
		match error {
			StandingError::NotFound => Self::PersonNotFound,
			StandingError::Deceased => Self::PersonDeceased,
			StandingError::Frozen => Self::PersonFrozen,
			StandingError::Merged => Self::PersonMerged,
			StandingError::InLiquidation
			| StandingError::Suspended
			| StandingError::Dissolved
			| StandingError::Disputed
			| StandingError::Incomplete
			| StandingError::NotSealed
			| StandingError::NotCapable => Self::PersonMayNotAct,
		}
	}
}

impl<T> From<LawError> for Error<T> {
	fn from(error: LawError) -> Self {
		match error {
			LawError::Retroactive => Self::LawRetroactive,
			LawError::NotTheLatest => Self::LawNotTheLatest,
			LawError::YearEndNotADay => Self::YearEndNotADay,
			LawError::DutyTwice => Self::DutyTwice,
			LawError::DueAfterDoesNotFit => Self::DueAfterDoesNotFit,
			LawError::PeriodNotAllowed => Self::PeriodNotAllowed,
		}
	}
}

impl<T> From<OwnershipError> for Error<T> {
	fn from(error: OwnershipError) -> Self {
		match error {
			OwnershipError::NothingToConfirm => Self::NothingToConfirm,
			OwnershipError::RecordNumberNotNext => Self::RecordNumberNotNext,
			OwnershipError::RecordNotLive => Self::RecordNotLive,
			OwnershipError::RecordTypeDiffers => Self::RecordTypeDiffers,
			OwnershipError::PartiesDiffer => Self::PartiesDiffer,
			OwnershipError::TooManyRecords => Self::TooManyRecords,
			OwnershipError::NumbersExhausted => Self::NumbersExhausted,
			OwnershipError::CommitmentRepeated => Self::CommitmentRepeated,
			OwnershipError::ShareAboveWhole => Self::ShareAboveWhole,
			OwnershipError::ShareBoundsReversed => Self::ShareBoundsReversed,
			OwnershipError::ShareIsExact => Self::ShareIsExact,
			OwnershipError::BeginsInFuture => Self::BeginsInFuture,
			OwnershipError::EndsBeforeItBegins => Self::EndsBeforeItBegins,
			OwnershipError::NoInterest => Self::NoInterest,
			OwnershipError::SubjectNotFound => Self::SubjectNotFound,
			OwnershipError::SubjectNotAnEntity => Self::SubjectNotAnEntity,
			OwnershipError::PartyNotFound => Self::PartyNotFound,
			OwnershipError::PartyIsRelationship => Self::PartyIsRelationship,
			OwnershipError::PartyIsSubject => Self::PartyIsSubject,
			OwnershipError::OwnerNotAPerson => Self::OwnerNotAPerson,
			OwnershipError::InterestDoesNotFitSubject => Self::InterestDoesNotFitSubject,
			OwnershipError::ComponentNotFound => Self::ComponentNotFound,
			OwnershipError::NotAComponent => Self::NotAComponent,
			OwnershipError::ComponentTwice => Self::ComponentTwice,
			OwnershipError::ComponentOfComponent => Self::ComponentOfComponent,
			OwnershipError::ComponentNotNamed => Self::ComponentNotNamed,
			OwnershipError::RecordStillNeeded => Self::RecordStillNeeded,
			OwnershipError::NothingAboutCompany => Self::NothingAboutCompany,
			OwnershipError::OwnersDespiteNone => Self::OwnersDespiteNone,
			OwnershipError::SharesAboveWhole => Self::SharesAboveWhole,
		}
	}
}
