//! Why something is refused.

use frame_support::pallet_macros::pallet_section;
use polity_accreditation::StatusListError;
use polity_permit_procedure::{PermitError, TermsError};
use polity_primitives::{record::RecordError, traits::ActError, StandingError};

use crate::Error;

/// The pallet's errors.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// The statute does not provide for this: cite the one that does.
		LegalBasisDoesNotFit,
		/// The act is dated before today.
		Backdated,
		/// The act takes effect when it is recorded: date it with today.
		EffectiveInFuture,
		/// What is decided was dated ahead: wait for its day.
		NotYetEffective,
		/// The act was prepared on another version of the record: read it again and repeat.
		StaleVersion,
		/// The record has as many versions as a number can count.
		TooManyVersions,
		/// Nothing is known of the mandate under which this was prepared: withdraw it and prepare it anew.
		WarrantNotFound,
		/// The same key made and checks this: another officer has to.
		SameAccount,
		/// The same person made and checks this, with two keys: another officer has to.
		SamePerson,
		/// One of the two officers granted the other's mandate: a third has to.
		GrantedByTheOther,
		/// A period would end after the last date of the calendar.
		DeadlineOutOfRange,
		/// All numbers of this kind are given out.
		IdsExhausted,
		/// The proposal was decided or withdrawn already, is of another kind, or was never made.
		ProposalNotFound,
		/// The record has another version than the one that was prepared on: withdraw and prepare anew.
		ProposalOutdated,
		/// The period in which it could be decided is over: withdraw it and prepare it anew.
		ProposalLapsed,
		/// Only who made it withdraws it.
		NotTheMaker,

		/// No type has this id.
		TypeNotFound,
		/// The type has no such version.
		TypeVersionNotFound,
		/// The register knows no such statute: cite one of its list.
		TypeBasisUnknown,
		/// A type stays in its district.
		TypeDistrictFixed,
		/// A type stays personal, or readable: make another.
		TypePersonalFixed,
		/// Another type is the licence for this activity: end that one first.
		ActivityLicensed,
		/// A type demands itself, directly or over others.
		PrerequisiteCycle,
		/// Too many types are demanded, or over too many others: demand fewer.
		PrerequisitesTooDeep,
		/// A personal permit is known by nobody, so that none is demanded.
		PrerequisitePersonal,
		/// A period of the terms has no length, or is too long.
		PeriodNotAllowed,
		/// The clock could stand still for longer than a year.
		StopsTooLong,
		/// A quota of none grants nothing: leave it out, or end the type.
		QuotaZero,
		/// What does not end is not renewed.
		RenewalWithoutEnd,
		/// A prerequisite is stated twice.
		PrerequisiteTwice,
		/// A ministry is asked twice.
		ReferralTwice,
		/// The window of renewal is not shorter than the permit is valid.
		RenewalWindowTooLong,
		/// A kind of inspection is demanded twice.
		InspectionTwice,
		/// A personal permit passes to nobody.
		PersonalTransferable,
		/// A personal permit is not renewed: another is applied for.
		PersonalRenewable,
		/// There is nothing to inspect for a personal permit.
		PersonalInspected,
		/// The chain checks no prerequisite of a holder that it does not know.
		PersonalPrerequisite,
		/// A personal permit licenses no company.
		PersonalLicence,

		/// No permit has this number or commitment.
		PermitNotFound,
		/// The permit is over, was revoked, surrendered, completed or overturned: it does not come back.
		PermitEnded,
		/// The permit is suspended: have the suspension ended first.
		PermitSuspended,
		/// The permit is not suspended.
		PermitNotSuspended,
		/// A revocation rests on a hearing: cite the commitment to its record.
		HearingMissing,
		/// The type does not let a permit pass to somebody else.
		NotTransferable,
		/// The permit has no end, or its type no window of renewal.
		NotRenewable,
		/// The window of renewal has not opened: wait for it.
		TooEarlyToRenew,
		/// The permit was renewed before: renew the one that follows.
		AlreadyRenewed,
		/// A permit that was renewed keeps its last day.
		RenewedKeepsItsEnd,
		/// The permit has no such condition.
		ConditionNotFound,
		/// The condition was met before.
		ConditionMet,
		/// A condition is not met: it is before the permit is completed.
		ConditionOpen,
		/// An inspection that the type demands was not passed, or not last.
		RequiredInspectionMissing,
		/// There is no such inspection.
		InspectionNotFound,
		/// The inspection has its result.
		InspectionDone,
		/// An inspection has no result before its day.
		InspectionAhead,
		/// The permit has as many inspections as it can.
		TooManyInspections,
		/// A permit does not end before it begins.
		EndsBeforeItBegins,
		/// The type grants no permit for so long.
		ValidForTooLong,
		/// The permit would be valid for longer than its holder's right in the site.
		EndsAfterRight,
		/// A permit that is varied does not end today or before: revoke it after a hearing.
		EndsInThePast,
		/// What an inspection has found wrong is not put right.
		DefectOpen,
		/// The first day of the permit has not come.
		PermitNotYetValid,
		/// As many permits of the type are running or applied for as there may be.
		QuotaExhausted,
		/// No place was reserved for this application.
		PlaceNotReserved,

		/// The holder is not one that this type has: a readable party, or a person by a nullifier.
		HolderUnfit,
		/// The type demands a right in land: state the unit.
		SiteMissing,
		/// The type demands no right in land, or is personal: state no unit.
		SiteNotAllowed,
		/// The holder has a running permit of this type and site.
		DuplicatePermit,
		/// The holder lacks a permit that the type demands, or it cannot be used now.
		PermitMissing,
		/// The holder lacks an attestation that the type demands.
		AttestationMissing,
		/// The holder has no right in the site.
		RightInSiteMissing,
		/// The holder lacks something that the type demands: its standing, a right, a permit, an attestation.
		PrerequisiteMissing,
		/// No such party is registered: check the tag or number.
		HolderNotFound,
		/// The person has died.
		HolderDeceased,
		/// A court has frozen the party.
		HolderFrozen,
		/// The tag was merged into another: use that one.
		HolderMerged,
		/// The party is suspended, in liquidation, dissolved, or its record is disputed or incomplete.
		HolderNotInStanding,
		/// The account does not sign for the holder: its tag's controller does, or one who files for the
		/// company.
		NotTheHolder,
		/// The account does not sign for the new holder.
		NotTheNewHolder,
		/// The permit would pass to its own holder.
		SameHolder,
		/// The holder has asked for something already: take that back first.
		RequestPending,
		/// The holder has asked for nothing of this kind.
		RequestNotFound,
		/// The new holder has not consented.
		NotEndorsed,
		/// The new holder has consented already.
		AlreadyEndorsed,

		/// This is not done with a permit of a natural person.
		NotForPersonal,
		/// The conditions of a personal permit are in the credential alone: state none.
		PersonalConditions,
		/// The commitment is used already: use another salt.
		CommitmentRepeated,
		/// The person has a running permit of this type, or applies for one.
		NullifierUsed,
		/// No nullifier was reserved for this application.
		NullifierNotReserved,
		/// The status list refuses this.
		StatusListRefuses,
		/// A permit that is taken over began today or before, and has not ended.
		NotRunning,
		/// More permits would pass than one act can: end or transfer some first.
		TooManyPermits,
		/// The officer signs for the holder, or for who is to be it: another officer has to.
		OfficerIsHolder,
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
			StandingError::NotFound => Self::HolderNotFound,
			StandingError::Deceased => Self::HolderDeceased,
			StandingError::Frozen => Self::HolderFrozen,
			StandingError::Merged => Self::HolderMerged,
			StandingError::NotCapable => Self::HolderUnfit,
			StandingError::InLiquidation
			| StandingError::Suspended
			| StandingError::Dissolved
			| StandingError::Disputed
			| StandingError::Incomplete
			| StandingError::NotSealed => Self::HolderNotInStanding,
		}
	}
}

impl<T> From<StatusListError> for Error<T> {
	fn from(_: StatusListError) -> Self {
		Self::StatusListRefuses
	}
}

impl<T> From<TermsError> for Error<T> {
	fn from(error: TermsError) -> Self {
		match error {
			TermsError::PeriodNotAllowed => Self::PeriodNotAllowed,
			TermsError::StopsTooLong => Self::StopsTooLong,
			TermsError::QuotaZero => Self::QuotaZero,
			TermsError::RenewalWithoutEnd => Self::RenewalWithoutEnd,
			TermsError::PrerequisiteTwice => Self::PrerequisiteTwice,
			TermsError::ReferralTwice => Self::ReferralTwice,
			TermsError::RenewalWindowTooLong => Self::RenewalWindowTooLong,
			TermsError::InspectionTwice => Self::InspectionTwice,
			TermsError::PersonalTransferable => Self::PersonalTransferable,
			TermsError::PersonalRenewable => Self::PersonalRenewable,
			TermsError::PersonalInspected => Self::PersonalInspected,
			TermsError::PersonalPrerequisite => Self::PersonalPrerequisite,
			TermsError::PersonalLicence => Self::PersonalLicence,
		}
	}
}

impl<T> From<PermitError> for Error<T> {
	fn from(error: PermitError) -> Self {
		match error {
			PermitError::Ended => Self::PermitEnded,
			PermitError::Suspended => Self::PermitSuspended,
			PermitError::NotSuspended => Self::PermitNotSuspended,
			PermitError::HearingMissing => Self::HearingMissing,
			PermitError::NotTransferable => Self::NotTransferable,
			PermitError::PrerequisiteMissing => Self::PrerequisiteMissing,
			PermitError::NotRenewable => Self::NotRenewable,
			PermitError::TooEarlyToRenew => Self::TooEarlyToRenew,
			PermitError::ConditionNotFound => Self::ConditionNotFound,
			PermitError::ConditionMet => Self::ConditionMet,
			PermitError::ConditionOpen => Self::ConditionOpen,
			PermitError::RequiredInspectionMissing => Self::RequiredInspectionMissing,
			PermitError::InspectionNotFound => Self::InspectionNotFound,
			PermitError::InspectionDone => Self::InspectionDone,
			PermitError::InspectionAhead => Self::InspectionAhead,
			PermitError::TooManyInspections => Self::TooManyInspections,
			PermitError::EndsBeforeItBegins => Self::EndsBeforeItBegins,
			PermitError::ValidForTooLong => Self::ValidForTooLong,
			PermitError::QuotaExhausted => Self::QuotaExhausted,
			PermitError::DeadlineOutOfRange => Self::DeadlineOutOfRange,
			PermitError::DefectOpen => Self::DefectOpen,
			PermitError::NotYetValid => Self::PermitNotYetValid,
			PermitError::EndsInThePast => Self::EndsInThePast,
			PermitError::AlreadyRenewed => Self::AlreadyRenewed,
			PermitError::EndsAfterRight => Self::EndsAfterRight,
			PermitError::RenewedKeepsItsEnd => Self::RenewedKeepsItsEnd,
			PermitError::PlaceNotReserved => Self::PlaceNotReserved,
		}
	}
}
