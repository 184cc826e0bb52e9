//! Why a call is refused.

use frame_support::pallet_macros::pallet_section;
use polity_primitives::{record::RecordError, traits::ActError, StandingError};

use crate::{rules::BoardError, Error};

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
		/// The record has another version than the one that was prepared on: withdraw and prepare anew.
		ProposalOutdated,
		/// The period in which it could be decided is over: withdraw it and prepare it anew.
		ProposalLapsed,
		/// Only the maker withdraws a proposal that can still be decided.
		NotTheMaker,
		/// No company has this number.
		CompanyNotFound,
		/// The campaign that imported the company is not sealed: it has no effect before that.
		CompanyNotSealed,
		/// The company is struck off or has ended: nobody becomes its officer, or acts for it.
		CompanyEnded,
		/// The company was imported without its directors: adopt its board first.
		NotAdopted,
		/// The company has a board already.
		NothingToAdopt,
		/// Only a company that is wound up has a liquidator.
		NotWoundUp,
		/// The company would have no director, on that day or a later one: appoint another first.
		LastDirector,
		/// The company would have fewer directors than must sign together: change that first.
		JointExceedsDirectors,
		/// A joint signature is one of two or more.
		JointOfOne,
		/// The party has that role already.
		AlreadyInOffice,
		/// The party has not that role.
		NotInOffice,
		/// A party of this kind cannot have the role: a director is a person.
		RoleNotForParty,
		/// An auditor has no other role in the company that it audits.
		NotIndependent,
		/// The term ends before it begins.
		EndsBeforeItBegins,
		/// The day is over: an officer comes or goes today or later.
		InThePast,
		/// The company has as many officers as it can have.
		TooManyOfficers,
		/// A director is named twice.
		NamedTwice,
		/// A board has at least one director.
		NoDirector,
		/// A court has barred the person from the management of companies.
		PersonDisqualified,
		/// The person is not barred, so that nothing can be ended.
		NotDisqualified,
		/// The account controls no tag of the business register: enrol, or use the right account.
		NotAPerson,
		/// No such person or company is registered: check the tag or the number.
		PartyNotFound,
		/// The person has died.
		PersonDeceased,
		/// A court has frozen the party: it acts as the court allows.
		PartyFrozen,
		/// The tag was merged into another: use that one.
		PersonMerged,
		/// The company that would be an officer may not act: it is suspended, disputed or wound up.
		PartyMayNotAct,
		/// The person does not act for the company as that is now: a director endorses, or the
		/// liquidator while it is wound up.
		MayNotEndorse,
		/// The person has endorsed the matter already.
		AlreadyEndorsed,
		/// The person has not endorsed the matter, or nobody has.
		NotEndorsed,
		/// Only a resolution that has lapsed is cleared.
		ResolutionRunning,
		/// No resolution on this matter is open.
		ResolutionNotFound,
		/// As many as can have endorsed it.
		TooManyEndorsements,
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
			StandingError::NotFound => Self::PartyNotFound,
			StandingError::Deceased => Self::PersonDeceased,
			StandingError::Frozen => Self::PartyFrozen,
			StandingError::Merged => Self::PersonMerged,
			StandingError::InLiquidation
			| StandingError::Suspended
			| StandingError::Dissolved
			| StandingError::Disputed
			| StandingError::Incomplete
			| StandingError::NotSealed
			| StandingError::NotCapable => Self::PartyMayNotAct,
		}
	}
}

impl<T> From<BoardError> for Error<T> {
	fn from(error: BoardError) -> Self {
		match error {
			BoardError::LastDirector => Self::LastDirector,
			BoardError::JointExceedsDirectors => Self::JointExceedsDirectors,
			BoardError::JointOfOne => Self::JointOfOne,
			BoardError::AlreadyInOffice => Self::AlreadyInOffice,
			BoardError::NotInOffice => Self::NotInOffice,
			BoardError::RoleNotForParty => Self::RoleNotForParty,
			BoardError::NotIndependent => Self::NotIndependent,
			BoardError::EndsBeforeItBegins => Self::EndsBeforeItBegins,
			BoardError::InThePast => Self::InThePast,
			BoardError::TooManyOfficers => Self::TooManyOfficers,
			BoardError::NamedTwice => Self::NamedTwice,
			BoardError::NoDirector => Self::NoDirector,
		}
	}
}
