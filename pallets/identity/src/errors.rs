//! Why a call is refused: the pallet's errors, and those of the rules and of the primitives as errors
//! of the pallet, each by a name of its own.

use frame_support::pallet_macros::pallet_section;
use polity_primitives::{record::RecordError, SeparationError};

use crate::{
	pallet::Error,
	rules::{ChangeError, DateError, OfferError},
};

/// The pallet's errors.
#[pallet_section]
mod errors {
	/// Why a call is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The tag is not enrolled in this register. Enrol it first.
		NotEnrolled,
		/// The tag is enrolled in this register already. Change its record instead.
		AlreadyEnrolled,
		/// The person has died. Only a merge or the correction of the death can follow.
		PersonDeceased,
		/// A court has frozen the person. Ask the court to lift the freeze first.
		PersonFrozen,
		/// The tag was merged into another. Use that one.
		PersonMerged,
		/// The person is frozen already.
		AlreadyFrozen,
		/// The person is not frozen: there is nothing to lift.
		NotFrozen,
		/// No death of this person is recorded: there is nothing to correct.
		NotDeceased,
		/// The version named is not the one that recorded the death. Read the record's history.
		WrongCorrection,
		/// The tag has a controller. Recover or release that one instead.
		HasController,
		/// The tag has no controller. Bind one instead.
		NoController,
		/// The new controller is the old one. Name another account.
		SameController,
		/// The account controls another tag of this register. Name another account.
		ControllerTaken,
		/// The new controller is the account of the officer who prepares or decides. Name the
		/// person's own account.
		ControllerIsOfficer,
		/// The account controls no tag of this register. Sign with the controller's account.
		NotController,
		/// The officer would act on its own record. Leave it to another officer.
		OwnRecord,
		/// The change names a new controller, which has not agreed. Hand in its proof.
		ProofMissing,
		/// The change names no new controller, so it takes no proof. Leave the proof out.
		ProofUnexpected,
		/// The proof is not the new controller's, or was made for another network, register, tag or
		/// version. Let it sign the payload anew.
		ProofInvalid,
		/// A tag cannot be merged into itself.
		MergedIntoItself,
		/// The tag that is to stay is not enrolled in this register.
		SurvivorNotEnrolled,
		/// The tag that is to stay is frozen, of a dead person, or merged itself.
		SurvivorNotAlive,
		/// The change cannot rest on this statute. Cite the one that provides for it.
		WrongLegalBasis,
		/// The day of effect is past. Prepare the act with effect from today or later.
		Backdated,
		/// The day of effect has not come. Repeat the call on that day.
		NotYetEffective,
		/// The record has moved on since the act was prepared. Read it again and repeat.
		StaleVersion,
		/// The record has as many versions as can be counted.
		TooManyVersions,
		/// All ids of proposals have been given out.
		TooManyProposals,
		/// A change of this record waits for its decision. Have it decided or withdrawn first.
		ProposalOpen,
		/// There is no such proposal: it was decided, withdrawn or dropped, or never made.
		ProposalNotFound,
		/// The proposal has waited too long. Prepare the change anew.
		ProposalLapsed,
		/// The decision does not cite the statute and the day of effect of the prepared act.
		DiffersFromPrepared,
		/// Another ministry has prepared the change. Prepare it anew, or wait until it lapses.
		PreparedByAnotherMinistry,
		/// The account that prepared the change cannot decide it. Leave it to another officer.
		SameAccount,
		/// The person who prepared the change cannot decide it. Leave it to another officer.
		SamePerson,
		/// One of the two officers granted the other's mandate. Leave it to another officer.
		GrantedByTheOther,
		/// The mandate that the change was prepared under is not on record, so that nobody can tell
		/// maker and checker apart. Wait until the proposal lapses, withdraw it and prepare it anew.
		MakerUnknown,
		/// Nothing was offered for this tag, or it was claimed already. Ask the ministry for an offer.
		ClaimNotOffered,
		/// The period of the claim is over. Ask the ministry for a new offer.
		ClaimLapsed,
		/// One of the signatures is not its claim key's, or was made for another network, register,
		/// tag, account or version. Sign the payload anew with both keys that were handed over, the
		/// one of the officer who prepared the offer first.
		ClaimSignatureInvalid,
		/// An offer is approved with a second key of the claim, which the officer who decides has
		/// handed over. Name it.
		SecondKeyMissing,
		/// The change is no offer, so that its approval names no key. Approve it without.
		SecondKeyUnexpected,
		/// Both keys of the claim are one. Hand over another key than the officer who prepared it.
		ClaimKeysEqual,
		/// Guardians are two to eight, and their quorum is two or more and not more than they are.
		/// Name others.
		GuardiansUnsound,
		/// The controller has named no guardians for this tag, or they are used up. Ask the ministry
		/// for a recovery by its officers.
		NoGuardians,
		/// A recovery is open. Cancel it first, or wait for its day.
		RecoveryOpen,
		/// No recovery is open: it was cancelled, superseded or finished, or never opened.
		RecoveryNotFound,
		/// The recovery has not waited long enough. Finish it from the block that its event names.
		RecoveryNotDue,
		/// Hand in the approvals of as many guardians as the quorum says, no more and no fewer.
		NotTheQuorum,
		/// Two approvals are of one guardian, or they are not in the order of their positions.
		GuardiansNotDistinct,
		/// The key, salt, position and proof are not those of a guardian of this tag.
		NotGuardian,
		/// The signature is not the guardian's, or was made for another network, register, tag,
		/// account or version. Let the guardian sign the payload anew.
		GuardianSignatureInvalid,
		/// An erasure stands under this receipt already. Take another receipt.
		ReceiptTaken,
		/// An erasure under this receipt waits for its decision. Have it decided or withdrawn first.
		ErasureOpen,
		/// The receipt is the tag of a person who is enrolled in the register, whom it would name. Take
		/// a commitment.
		ReceiptIsTag,
		/// No erasure is prepared under this receipt.
		ErasureNotFound,
		/// An erasure cites no documents: they could tell whose it was. The receipt is the commitment
		/// to them.
		DocumentsUnexpected,
	}
}

impl<T> From<RecordError> for Error<T> {
	fn from(error: RecordError) -> Self {
		match error {
			RecordError::StaleVersion => Self::StaleVersion,
			RecordError::TooManyVersions => Self::TooManyVersions,
		}
	}
}

impl<T> From<SeparationError> for Error<T> {
	fn from(error: SeparationError) -> Self {
		match error {
			SeparationError::SameAccount => Self::SameAccount,
			SeparationError::SamePerson => Self::SamePerson,
			SeparationError::GrantedByTheOther => Self::GrantedByTheOther,
		}
	}
}

impl<T> From<ChangeError> for Error<T> {
	fn from(error: ChangeError) -> Self {
		match error {
			ChangeError::NotEnrolled => Self::NotEnrolled,
			ChangeError::AlreadyEnrolled => Self::AlreadyEnrolled,
			ChangeError::Deceased => Self::PersonDeceased,
			ChangeError::Frozen => Self::PersonFrozen,
			ChangeError::Merged => Self::PersonMerged,
			ChangeError::AlreadyFrozen => Self::AlreadyFrozen,
			ChangeError::NotFrozen => Self::NotFrozen,
			ChangeError::NotDeceased => Self::NotDeceased,
			ChangeError::WrongCorrection => Self::WrongCorrection,
			ChangeError::HasController => Self::HasController,
			ChangeError::NoController => Self::NoController,
			ChangeError::SameController => Self::SameController,
			ChangeError::MergedIntoItself => Self::MergedIntoItself,
			ChangeError::SurvivorNotEnrolled => Self::SurvivorNotEnrolled,
			ChangeError::SurvivorNotAlive => Self::SurvivorNotAlive,
		}
	}
}

impl<T> From<OfferError> for Error<T> {
	fn from(error: OfferError) -> Self {
		match error {
			OfferError::SecondKeyMissing => Self::SecondKeyMissing,
			OfferError::SecondKeyUnexpected => Self::SecondKeyUnexpected,
			OfferError::KeysEqual => Self::ClaimKeysEqual,
		}
	}
}

impl<T> From<DateError> for Error<T> {
	fn from(error: DateError) -> Self {
		match error {
			DateError::Backdated => Self::Backdated,
			DateError::NotYetEffective => Self::NotYetEffective,
		}
	}
}
