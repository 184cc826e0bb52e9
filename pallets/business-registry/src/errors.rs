//! Why a call is refused.

use frame_support::pallet_macros::pallet_section;
use polity_name_key::NameError;
use polity_primitives::{
	record::RecordError,
	traits::{ActError, EstateObstacle},
	StandingError,
};

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
		/// The officer's account is the founder's own: another officer acts.
		OwnApplication,
		/// The statute does not provide for this: cite one that the register has for the call.
		LegalBasisDoesNotFit,
		/// The act rests on another statute than the prepared one, or decides a correction from another
		/// day: repeat both.
		DiffersFromPrepared,
		/// A correction (307) names the entry that it corrects: give that entry's version.
		CorrectionNamesNothing,
		/// A correction that a court ordered cites the order: commit to it among the documents.
		CourtOrderMissing,
		/// Only a correction names an entry that it corrects: cite 307, or name none.
		NotACorrection,
		/// The record has no entry of the version that is to be corrected: read its history.
		CorrectedEntryNotFound,
		/// The entry does not say what the change would correct: name the one that does.
		CorrectsAnotherMatter,
		/// A correction takes effect no earlier than the entry that it corrects: date it later.
		CorrectionBeforeEntry,
		/// The act is dated before today: date it today. Only the correction of an entry (307) may be
		/// dated back, as far as that entry.
		Backdated,
		/// The act takes effect when it is recorded: date it today.
		EffectiveInFuture,
		/// What is decided was dated ahead, and its day has not come: decide it on that day.
		NotYetEffective,
		/// A period would end after the last date of the calendar: nothing helps but a younger date.
		DeadlineOutOfRange,
		/// All ids of this kind have been given out: the register needs a new runtime.
		IdsExhausted,
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
		/// The person may not do this.
		PersonNotCapable,
		/// The name is empty: give one.
		NameEmpty,
		/// The name has more than 160 bytes: shorten it.
		NameTooLong,
		/// The name begins or ends with a space: remove it.
		NameHasOuterSpace,
		/// The name has a character that registered names cannot have: replace it.
		NameHasDisallowedCharacter,
		/// A word of the name mixes letters of two scripts: write it in one.
		NameMixesScripts,
		/// A live company has this name, or one that differs only in case, marks, punctuation, legal
		/// form or look-alike letters: choose another.
		NameTaken,
		/// The name is reserved, or an application for it is recommended: choose another, or cite
		/// the reservation if it is the founder's own.
		NameReserved,
		/// The name is protected for some years after the company that had it ended: choose another.
		NameProtected,
		/// A statute keeps this name: choose another.
		NameKeptByStatute,
		/// The name is free, or its holder's period is not over: there is nothing to release.
		NameNotLapsed,
		/// The name and the salt do not open the founder's commitment: ask for the right ones.
		CommitmentMismatch,
		/// The reservation that the application cites is for another name.
		NameIsNotTheReserved,
		/// No such reservation.
		ReservationNotFound,
		/// The reservation is not in a state in which this can be done.
		WrongReservationState,
		/// The reservation is another person's: it cannot be passed on.
		ReservationOfAnother,
		/// The reservation was made in another district: apply there, or ask for one in this district.
		ReservationOfAnotherDistrict,
		/// The reservation's period is over: ask for another.
		ReservationLapsed,
		/// An application uses the reservation: withdraw that first.
		ReservationInUse,
		/// No such application.
		ApplicationNotFound,
		/// The application is not in a state in which this can be done.
		WrongApplicationState,
		/// The application is another person's.
		NotTheApplicant,
		/// As many officers have filed and answered for the founder as an application can name: one of
		/// them answers.
		TooManyCounterOfficers,
		/// The applicant still has time to answer the query.
		QueryStillOpen,
		/// The decision is not what the examiner prepared: follow it, or return the application.
		DecisionNotPrepared,
		/// No company can be founded in this form: it has no code, or the list has retired it.
		LegalFormNotAllowed,
		/// The law of the jurisdiction has no such legal form.
		LegalFormNotOfJurisdiction,
		/// The activity needs a licence that the company does not have, or cannot use now: it is founded
		/// with another activity, gets the permit, and then has its activities changed.
		ActivityNeedsLicence,
		/// No such company.
		CompanyNotFound,
		/// The company is struck off or has ended: it can only be restored, if at all.
		CompanyNotLive,
		/// This status does not follow the one that the company has.
		TransitionNotAllowed,
		/// This is for another authority: see who may make each change.
		NotByThisAuthority,
		/// The period in which the company could be restored is over.
		RestorationPeriodOver,
		/// Another live company has this legal entity identifier: check it.
		LeiTaken,
		/// The record already says so.
		NothingChanges,
		/// The company has no notice that it will be struck off: give it one first.
		StrikeOffNoticeMissing,
		/// The notice period is not over: see when it ends, and decide then.
		StrikeOffNoticeRunning,
		/// The company owns land: it sells it, or it vests in the state, before the company ends.
		CompanyOwnsLand,
		/// The company holds shares of other companies: it transfers them before it ends.
		CompanyHoldsShares,
		/// The company holds running permits: it gives them up before it ends.
		CompanyHoldsPermits,
		/// The company is not active: settle what its status stands for first.
		CompanyNotActive,
		/// A court has frozen the company: the court ends the freeze first, or acts itself.
		CompanyFrozen,
		/// A court has frozen the company already.
		AlreadyFrozen,
		/// No court has frozen the company.
		NotFrozen,
		/// The company's record is disputed: settle the dispute first.
		CompanyDisputed,
		/// The company's imported record lacks something: have it adopted first.
		CompanyIncomplete,
		/// A company is merged into another one, not into itself.
		MergedIntoItself,
		/// The company to merge into is not active, is frozen or disputed, or comes from a campaign that is not
		/// sealed: settle that first.
		SurvivorNotActive,
		/// The merger was prepared on another version of the survivor's record: prepare it again.
		SurvivorVersionStale,
		/// One of the two companies has not resolved the merger, or its resolution has lapsed: those
		/// who may bind it resolve it.
		MergerNotResolved,
		/// The company has not resolved its conversion into this form, or the resolution has lapsed:
		/// those who may bind it resolve it.
		ConversionNotResolved,
		/// The company's record does not lack this: it was not imported, or the part has been adopted.
		NothingToAdopt,
		/// The record has another day of incorporation: give that one.
		IncorporationDateDiffers,
		/// A company is not incorporated on a day to come: give the right day.
		IncorporatedInFuture,
		/// No such proposal: it was decided or withdrawn.
		ProposalNotFound,
		/// The proposal's period is over: prepare the change again.
		ProposalLapsed,
		/// The record has changed since the proposal was prepared: prepare the change again.
		ProposalOutdated,
		/// Only its maker can withdraw a proposal that can still be decided.
		NotTheMaker,
		/// A period of the law has no length, or a company could be restored longer than its name is
		/// protected, both in years.
		LawInconsistent,
		/// No such campaign.
		CampaignNotFound,
		/// The campaign has no row, or its root is zero: there is nothing to import.
		CampaignEmpty,
		/// The campaign is sealed: nothing is added to it.
		CampaignSealed,
		/// The campaign that imported the company is not sealed: seal it first.
		CampaignNotSealed,
		/// Some rows of the campaign have not ended yet: record or refuse each of them.
		CampaignIncomplete,
		/// The campaign has as many recorders as it can have.
		TooManyRecorders,
		/// The row does not stand there in the source that the campaign has committed to.
		RowNotInCampaign,
		/// The row has ended already.
		RowAlreadyRecorded,
	}
}

impl<T> From<EstateObstacle> for Error<T> {
	fn from(obstacle: EstateObstacle) -> Self {
		match obstacle {
			EstateObstacle::OwnsLand => Self::CompanyOwnsLand,
			EstateObstacle::HoldsShares => Self::CompanyHoldsShares,
			EstateObstacle::HoldsPermits => Self::CompanyHoldsPermits,
		}
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
			// The rest is about companies, which do not found here yet.
			StandingError::InLiquidation
			| StandingError::Suspended
			| StandingError::Dissolved
			| StandingError::Disputed
			| StandingError::Incomplete
			| StandingError::NotSealed
			| StandingError::NotCapable => Self::PersonNotCapable,
		}
	}
}

impl<T> From<NameError> for Error<T> {
	fn from(error: polity_name_key::NameError) -> Self {
		match error {
			NameError::Empty => Self::NameEmpty,
			NameError::TooLong => Self::NameTooLong,
			NameError::LeadingOrTrailingSpace => Self::NameHasOuterSpace,
			NameError::DisallowedCharacter(_) => Self::NameHasDisallowedCharacter,
			NameError::MixedScripts => Self::NameMixesScripts,
		}
	}
}
