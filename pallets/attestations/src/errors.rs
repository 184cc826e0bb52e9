//! The errors of the pallet, and those of the rules by a name of their own.

use frame_support::pallet_macros::pallet_section;
use polity_accreditation::{
	AccreditationError, AttestationError, BatchError, ChainError, IssuerError, KeyError,
	ScopeError, StatusListError,
};
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
		/// The holder of the accreditation above has not agreed to this one, or too long ago. Have a
		/// controller of its document endorse it.
		NotEndorsed,
		/// There is no such issuer, or the holder has no document. Have two officers open it.
		IssuerNotFound,
		/// The holder has a document already: there is one at any time.
		IssuerOpenAlready,
		/// An officer would become controller or guardian by its own act.
		OfficerNamesItself,
		/// The account is no controller of the issuer, or the one to remove is none.
		NotController,
		/// The account is no guardian of the issuer.
		NotGuardian,
		/// The guardian has approved this recovery already.
		ApprovalTwice,
		/// The account is a controller already.
		ControllerTwice,
		/// The issuer has as many controllers as it can have.
		ControllersFull,
		/// The last controller cannot be removed. Add another first.
		LastController,
		/// Fewer guardians than the quorum, or a quorum of fewer than two.
		QuorumImpossible,
		/// Fewer guardians approve than the quorum asks for.
		QuorumMissed,
		/// The guardians and the quorum are those that the issuer has.
		RecoveryUnchanged,
		/// The document was changed in this block already. Repeat in the next one.
		VersionNotLater,
		/// The controllers were changed in the last ten minutes, or the document was while a guardian has
		/// approved a recovery: neither is done more often. Repeat it later.
		RecoveryWaits,
		/// No key would be left that signs attestations now. Give one that begins with the act.
		LastAssertionKey,
		/// The issuer has as many keys as its controllers can give it, the rest being for recoveries; in a
		/// recovery, as many as it can have.
		KeysFull,
		/// The issuer has that public key already, if only an ended one.
		KeyTwice,
		/// The key was revoked already.
		KeyEnded,
		/// The key is known to be compromised since an instant that is as early or earlier.
		CompromiseNotEarlier,
		/// A compromise since an instant in the future is none.
		CompromiseInFuture,
		/// A controller reports a compromise since seven days ago at most. Give a later instant.
		CompromiseTooOld,
		/// A new key signs nothing in the past: let it begin now or later.
		KeyBackdated,
		/// A key of that kind cannot serve the purpose.
		KeyPurposeUnfit,
		/// Not the encoding of a key of that kind.
		KeyMalformed,
		/// A point of small order, with which everybody can sign or read.
		KeySmallOrder,
		/// No point of the key's curve has that coordinate.
		KeyNotOnCurve,
		/// The key's period ends before it begins, or with its beginning.
		KeyPeriodEmpty,
		/// The issuer has no such key.
		KeyNotFound,
		/// The key is not for signing attestations.
		KeyOfAnotherPurpose,
		/// The key was not in force yet.
		KeyNotYet,
		/// The key's period was over.
		KeyExpired,
		/// The key was revoked.
		KeyRevoked,
		/// The key was in other hands.
		KeyCompromised,
		/// There is no such status list.
		StatusListNotFound,
		/// The status list is of another accreditation. Open one for this.
		StatusListOfAnother,
		/// The index is beyond the status list.
		IndexBeyondList,
		/// The index of the status list belongs to another attestation.
		IndexTaken,
		/// No attestation has that index of the status list.
		IndexNotTaken,
		/// The status list has no room for so many attestations and decoys. Open another.
		StatusListFull,
		/// The status list is for the other way of issuing: one by one, or in batches.
		StatusListOfAnotherUse,
		/// A revocation is not taken back.
		RevocationFinal,
		/// The status is so already.
		StatusUnchanged,
		/// The attestation was suspended as often as its issuer and the holder above can do it, or as can
		/// be kept at all. Revoke it, and issue another.
		TooManySuspensions,
		/// A court or the register has made the suspension, or the holder above: it ends it.
		SuspendedByHigher,
		/// The schema has no such version.
		SchemaVersionNotFound,
		/// The version of the schema has been superseded. Use the later one.
		SchemaSuperseded,
		/// The commitment or the root stands for an attestation or a batch already.
		AttestedAlready,
		/// No such company, ministry, body or land is registered to attest something about.
		SubjectNotFound,
		/// The validity ends before it begins, or with its beginning.
		ValidityEmpty,
		/// The validity begins before the attestation is issued.
		ValidityBackdated,
		/// The validity is longer than the schema allows.
		ValidityBeyondSchema,
		/// The validity ends after an accreditation in the chain.
		ValidityBeyondAccreditation,
		/// The attestation was signed after it is issued.
		SignedInFuture,
		/// A root of all zero is none.
		RootZero,
		/// The batch has no attestation.
		BatchEmpty,
		/// The batch has more attestations than one can have. Divide it.
		BatchTooLarge,
		/// The batch has no attestation at that position, or the proof does not lead to its root.
		NotInBatch,
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

/// Why a chain does not allow something.
impl<T> From<ChainError> for Error<T> {
	fn from(error: ChainError) -> Self {
		match error {
			ChainError::NotYet => Self::ChainNotYet,
			ChainError::Expired => Self::ChainExpired,
			ChainError::Revoked => Self::ChainRevoked,
			ChainError::NotAnIssuer => Self::NotAnIssuer,
			ChainError::SchemaNotCovered => Self::SchemaNotCovered,
			ChainError::DistrictNotCovered => Self::DistrictNotCovered,
			ChainError::LevelTooHigh => Self::LevelTooHigh,
			ChainError::TooDeep => Self::TooDeep,
			ChainError::Empty
			| ChainError::Broken
			| ChainError::Cycle
			| ChainError::KindOutOfPlace => Self::ChainBroken,
		}
	}
}

impl<T> From<KeyError> for Error<T> {
	fn from(error: KeyError) -> Self {
		match error {
			KeyError::PurposeUnfit => Self::KeyPurposeUnfit,
			// A kind that is not taken cannot be written in a call.
			KeyError::KindUnknown | KeyError::KindWeak | KeyError::Malformed => Self::KeyMalformed,
			KeyError::SmallOrder => Self::KeySmallOrder,
			KeyError::NotOnCurve => Self::KeyNotOnCurve,
			KeyError::PeriodEmpty => Self::KeyPeriodEmpty,
			KeyError::Unknown => Self::KeyNotFound,
			KeyError::WrongPurpose => Self::KeyOfAnotherPurpose,
			KeyError::NotYet => Self::KeyNotYet,
			KeyError::Expired => Self::KeyExpired,
			KeyError::Revoked => Self::KeyRevoked,
			KeyError::Compromised => Self::KeyCompromised,
		}
	}
}

impl<T> From<IssuerError> for Error<T> {
	fn from(error: IssuerError) -> Self {
		match error {
			IssuerError::Key(error) => error.into(),
			IssuerError::LastAssertionKey => Self::LastAssertionKey,
			IssuerError::KeysFull => Self::KeysFull,
			IssuerError::KeyTwice => Self::KeyTwice,
			IssuerError::KeyEnded => Self::KeyEnded,
			IssuerError::CompromiseNotEarlier => Self::CompromiseNotEarlier,
			IssuerError::CompromiseInFuture => Self::CompromiseInFuture,
			IssuerError::CompromiseTooOld => Self::CompromiseTooOld,
			IssuerError::KeyBackdated => Self::KeyBackdated,
			IssuerError::LastController => Self::LastController,
			IssuerError::NotController => Self::NotController,
			IssuerError::ControllerTwice => Self::ControllerTwice,
			IssuerError::ControllersFull => Self::ControllersFull,
			IssuerError::QuorumImpossible => Self::QuorumImpossible,
			IssuerError::ApprovalTwice => Self::ApprovalTwice,
			IssuerError::NotGuardian => Self::NotGuardian,
			IssuerError::QuorumMissed => Self::QuorumMissed,
			IssuerError::VersionNotLater => Self::VersionNotLater,
			IssuerError::VersionsExhausted => Self::TooManyVersions,
			IssuerError::RecoveryUnchanged => Self::RecoveryUnchanged,
		}
	}
}

impl<T> From<StatusListError> for Error<T> {
	fn from(error: StatusListError) -> Self {
		match error {
			StatusListError::BeyondList => Self::IndexBeyondList,
			StatusListError::IndexTaken => Self::IndexTaken,
			StatusListError::RevocationFinal => Self::RevocationFinal,
			StatusListError::Unchanged => Self::StatusUnchanged,
			StatusListError::ListFull => Self::StatusListFull,
			StatusListError::WrongUse => Self::StatusListOfAnotherUse,
			StatusListError::TooManySuspensions => Self::TooManySuspensions,
		}
	}
}

impl<T> From<AttestationError> for Error<T> {
	fn from(error: AttestationError) -> Self {
		match error {
			AttestationError::Chain(error) => error.into(),
			AttestationError::Key(error) => error.into(),
			AttestationError::PeriodEmpty => Self::ValidityEmpty,
			AttestationError::Backdated => Self::ValidityBackdated,
			AttestationError::LongerThanSchema => Self::ValidityBeyondSchema,
			AttestationError::BeyondAccreditation => Self::ValidityBeyondAccreditation,
			AttestationError::SchemaSuperseded => Self::SchemaSuperseded,
			AttestationError::SignedInFuture => Self::SignedInFuture,
		}
	}
}

impl<T> From<BatchError> for Error<T> {
	fn from(error: BatchError) -> Self {
		match error {
			BatchError::RootZero => Self::RootZero,
			BatchError::Empty => Self::BatchEmpty,
			BatchError::TooManyLeaves => Self::BatchTooLarge,
			BatchError::BeyondBatch | BatchError::NotInBatch => Self::NotInBatch,
		}
	}
}
