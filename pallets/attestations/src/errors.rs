//! The errors of the pallet, and those of the rules by a name of their own.

use frame_support::pallet_macros::pallet_section;
use polity_accreditation::{AccreditationError, ScopeError};
use polity_primitives::{record::RecordError, traits::ActError};

use crate::Error;

/// The errors of the pallet.
#[pallet_section]
mod errors {
	/// Why a call is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The record has moved on since the act was prepared. Read it again and repeat.
		StaleVersion,
		/// The record has as many versions as a number can count.
		TooManyVersions,
		/// The same account would prepare and decide.
		SameAccount,
		/// The same person would prepare and decide.
		SamePerson,
		/// One of the two officers granted the other's mandate: a third one does it.
		GrantedByTheOther,
		/// Nothing is known of the mandate under which the change was prepared.
		WarrantNotFound,
		/// The act rests on another statute than the one that provides for it.
		LegalBasisDoesNotFit,
		/// The day of effect is past.
		Backdated,
		/// The day of effect has not come.
		EffectiveInFuture,
		/// What is decided was dated ahead, and its day has not come: decide it on that day.
		NotYetEffective,
		/// A period would end after the last date of the calendar.
		DeadlineOutOfRange,
		/// There is no such proposal, or it was decided.
		ProposalNotFound,
		/// The proposal can be decided no more. Prepare it again.
		ProposalLapsed,
		/// The record has changed since the proposal was prepared. Prepare it again.
		ProposalOutdated,
		/// Only the officer who prepared a change withdraws it while it can be decided.
		NotTheMaker,
		/// All numbers have been given out.
		IdsExhausted,
		/// There is no such schema. Set it first.
		SchemaNotFound,
		/// A hash of all zero is none.
		SchemaHashZero,
		/// A version of a schema has this hash already.
		SchemaHashTaken,
		/// A schema whose attestations are never valid is none.
		SchemaValidityZero,
		/// There is no such accreditation.
		AccreditationNotFound,
		/// A natural person, or who may be one, holds no accreditation: they are public.
		HolderIsPerson,
		/// A holder of this kind cannot be accredited.
		HolderUnfit,
		/// The holder is not registered, or not in standing.
		HolderNotInStanding,
		/// The scope names no schema.
		ScopeWithoutSchema,
		/// The period ends before it begins, or with its beginning.
		PeriodEmpty,
		/// A schema is outside the scope above, or the one that is narrowed.
		SchemaBeyond,
		/// The district is outside that of the scope above, or of the one that is narrowed.
		DistrictBeyond,
		/// The level of assurance is above that of the scope above, or of the one that is narrowed.
		LevelBeyond,
		/// The period is beyond that of the scope above, or of the one that is narrowed.
		PeriodBeyond,
		/// The narrower scope is the one that it has.
		ScopeUnchanged,
		/// A root hangs from nothing, and everything else from something.
		KindAndParentDiffer,
		/// An issuer accredits nobody.
		ParentIsIssuer,
		/// The chain would be longer than it can be.
		TooDeep,
		/// The accreditation is revoked, which is final.
		AccreditationRevoked,
		/// What was issued would be void from an instant after the revocation.
		VoidAfterRevocation,
		/// An accreditation above is not in force yet.
		ChainNotYet,
		/// An accreditation above has ended.
		ChainExpired,
		/// An accreditation above is revoked.
		ChainRevoked,
		/// The accreditation is not that of an issuer.
		NotAnIssuer,
		/// An accreditation in the chain does not cover the schema.
		SchemaNotCovered,
		/// An accreditation in the chain does not cover the district.
		DistrictNotCovered,
		/// The level of assurance is above that of an accreditation in the chain.
		LevelTooHigh,
		/// The accreditations above are no chain: the state is broken.
		ChainBroken,
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

impl<T> From<AccreditationError> for Error<T> {
	fn from(error: AccreditationError) -> Self {
		match error {
			AccreditationError::Chain(error) => error.into(),
			AccreditationError::Scope(error) => error.into(),
			AccreditationError::KindAndParentDiffer => Self::KindAndParentDiffer,
			AccreditationError::ParentIsIssuer => Self::ParentIsIssuer,
			AccreditationError::TooDeep => Self::TooDeep,
			AccreditationError::Cycle => Self::ChainBroken,
			AccreditationError::Revoked => Self::AccreditationRevoked,
			AccreditationError::VoidAfterRevocation => Self::VoidAfterRevocation,
			AccreditationError::ScopeUnchanged => Self::ScopeUnchanged,
		}
	}
}

impl<T> From<ScopeError> for Error<T> {
	fn from(error: ScopeError) -> Self {
		match error {
			ScopeError::NoSchema => Self::ScopeWithoutSchema,
			ScopeError::PeriodEmpty => Self::PeriodEmpty,
			ScopeError::SchemaBeyond => Self::SchemaBeyond,
			ScopeError::DistrictBeyond => Self::DistrictBeyond,
			ScopeError::LevelBeyond => Self::LevelBeyond,
			ScopeError::PeriodBeyond => Self::PeriodBeyond,
		}
	}
}
