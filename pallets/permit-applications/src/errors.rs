//! Why a call is refused.

use frame_support::pallet_macros::pallet_section;
use polity_permit_procedure::ApplicationError;
use polity_primitives::{record::RecordError, traits::ActError, StandingError};

use crate::Error;

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
		/// No application has this id: check it.
		ApplicationNotFound,
		/// There is no such type of permit, or no such version of it: read the types.
		TypeNotFound,
		/// The type takes no applications now: read the types.
		TypeNotInForce,
		/// No ministry keeps the register of permits in the district: the council makes one competent.
		NoAuthority,
		/// A permit of this type is one of a natural person without any tag, or is not: apply so.
		ApplicantDoesNotFitType,
		/// The account does not sign for the applicant: a person does for itself, who files for a company
		/// for that. For others an officer enters it.
		NotTheRepresentative,
		/// Who represents the applicant has no part in the authority's work: another officer does it.
		OfficerIsRepresentative,
		/// No such person is registered: check the tag.
		PersonNotFound,
		/// The person has died.
		PersonDeceased,
		/// A court has frozen the person: it acts as the court allows.
		PersonFrozen,
		/// The tag was merged into another: use that one.
		PersonMerged,
		/// The person may not do this.
		PersonMayNotAct,
		/// This commitment was stated before, in this application or another: state one with another salt.
		CommitmentRepeated,
		/// An application of the same applicant for this type and site is live: go on with that one.
		DuplicateApplication,
		/// The act has no document: commit to the dossier, to what is missing, to the question, to the
		/// answer, or to the applicant's signed request.
		DocumentMissing,
		/// Reasons are given in a document: commit to it in the act.
		ReasonsMissing,
		/// The type demands a right in the site, which the chain cannot see of this applicant: an officer
		/// attests it.
		SiteRightNotAttested,
		/// Another officer has the case: let it recommend, or take the case.
		NotTheCaseOfficer,
		/// The officer has the case already.
		AlreadyTheCaseOfficer,
		/// Nothing is recommended: the case officer recommends a decision first.
		NothingRecommended,
		/// No judgment is prepared: an officer of the court prepares one first.
		NothingPrepared,
		/// The permit would begin before today: let it begin today or later.
		ValidFromPast,
		/// The permit would end before it begins.
		EndsBeforeItBegins,
		/// The officer is of another ministry than the one that was asked.
		NotOfReferredMinistry,
		/// Nothing is due of this application: see when.
		NothingDue,
		/// No proposal has this id: it was decided or withdrawn, or never made.
		ProposalNotFound,
		/// The period in which it could be decided is over: withdraw it and prepare it anew.
		ProposalLapsed,
		/// Only who made it withdraws it.
		NotTheMaker,
		/// The application is not at the stage for this: read it again.
		WrongStage,
		/// It was decided or withdrawn: nothing but an appeal is done with it any more.
		Ended,
		/// A question is open: the applicant answers it first, or the time for that passes.
		QuestionOpen,
		/// No question is open: there is nothing to answer.
		NoQuestionOpen,
		/// As many questions have stopped the clock as can: decide on what is there.
		TooManyQuestions,
		/// The clock has stood still for as long as it may: a question does not stop it any more.
		StopsUsedUp,
		/// The type has no extension.
		NotExtensible,
		/// The period was extended before, and is extended once.
		AlreadyExtended,
		/// The period is over: what silence completes or grants is the chain's to do.
		PeriodOver,
		/// A ministry that was asked can still answer: wait for it, or for the end of its period.
		OpinionOutstanding,
		/// This ministry was not asked.
		NotReferred,
		/// The ministry has answered, or its period is over: it has no objection then.
		OpinionClosed,
		/// The instant is before the last step: steps follow each other.
		OutOfOrder,
		/// The fee is not settled: no dossier is complete before.
		FeeUnpaid,
		/// The fee was settled before.
		FeeSettled,
		/// The type has no fee.
		FeeNotDue,
		/// A clock that is taken over began before now: state when the dossier was complete.
		InFuture,
		/// No decision of this type is appealed against here.
		NotAppealable,
		/// The period of an appeal is over: the decision stands.
		AppealLate,
		/// This decision was appealed against by the same side, which is done once, or varied by a court.
		AppealFiled,
		/// An appeal is open: wait for its end.
		AppealOpen,
		/// No appeal is open: there is nothing to decide on.
		NoAppealOpen,
		/// The decision grants nothing that could be varied: uphold or overturn it.
		NothingToVary,
		/// No permit with the application's commitment was overturned: the application keeps it.
		NothingOverturned,
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

impl<T> From<ApplicationError> for Error<T> {
	fn from(error: ApplicationError) -> Self {
		match error {
			ApplicationError::WrongStage => Self::WrongStage,
			ApplicationError::Ended => Self::Ended,
			ApplicationError::QuestionOpen => Self::QuestionOpen,
			ApplicationError::NoQuestionOpen => Self::NoQuestionOpen,
			ApplicationError::TooManyQuestions => Self::TooManyQuestions,
			ApplicationError::StopsUsedUp => Self::StopsUsedUp,
			ApplicationError::NotExtensible => Self::NotExtensible,
			ApplicationError::AlreadyExtended => Self::AlreadyExtended,
			ApplicationError::PeriodOver => Self::PeriodOver,
			ApplicationError::PeriodRunning
			| ApplicationError::SilenceGrantsNothing
			| ApplicationError::SilenceCompletesNothing => Self::NothingDue,
			ApplicationError::OpinionOutstanding => Self::OpinionOutstanding,
			ApplicationError::NotReferred => Self::NotReferred,
			ApplicationError::OpinionClosed => Self::OpinionClosed,
			ApplicationError::OutOfOrder => Self::OutOfOrder,
			ApplicationError::DeadlineOutOfRange => Self::DeadlineOutOfRange,
			ApplicationError::FeeUnpaid => Self::FeeUnpaid,
			ApplicationError::FeeSettled => Self::FeeSettled,
			ApplicationError::FeeNotDue => Self::FeeNotDue,
			ApplicationError::InFuture => Self::InFuture,
			ApplicationError::NotAppealable => Self::NotAppealable,
			ApplicationError::AppealLate => Self::AppealLate,
			ApplicationError::AppealFiled => Self::AppealFiled,
			ApplicationError::AppealOpen => Self::AppealOpen,
			ApplicationError::NoAppealOpen => Self::NoAppealOpen,
			ApplicationError::NothingToVary => Self::NothingToVary,
		}
	}
}
