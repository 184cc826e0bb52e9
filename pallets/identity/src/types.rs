//! What the pallet stores and what its calls speak of.

mod erasure;
mod recovery;

use alloc::vec::Vec;
pub use erasure::{
	Erasure, ErasureDecision, ErasureProposal, ErasureReceipt, ErasureScope, ERASURE,
};
pub use polity_primitives::preparation::Preparation;
pub use recovery::{
	Approvals, ClaimOffer, GuardianApproval, GuardianLeaf, GuardianSet, Recovery,
	GUARDIAN_LEAF_DOMAIN, MAX_GUARDIANS, MIN_GUARDIANS,
};

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{
	ids::ProposalId, Act, Entry, Head, LegalBasis, MandateId, Power, Register, Tag,
};
use scale_info::TypeInfo;

/// The statute that enrolment and the choice of a controller rest on.
pub const ENROLMENT: LegalBasis = LegalBasis(101);
/// The statute that the recovery of a lost key rests on.
pub const KEY_RECOVERY: LegalBasis = LegalBasis(102);
/// The statute that a court's order against a person rests on.
pub const COURT_ORDER: LegalBasis = LegalBasis(103);
/// The statute that the registration of a death rests on.
pub const REGISTRATION_OF_DEATH: LegalBasis = LegalBasis(104);
/// The statute that the mending of a double enrolment rests on.
pub const DOUBLE_ENROLMENT: LegalBasis = LegalBasis(105);

/// A person as one register knows it: all that a person is on the chain.
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
pub struct PersonId {
	/// The register that the tag belongs to.
	pub register: Register,
	/// The person's pseudonym in that register.
	pub tag: Tag,
}

/// Where a person stands before the law, as far as it was filed for this tag.
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
pub enum PersonStanding {
	/// Alive and free to act.
	#[codec(index = 0)]
	Alive,
	/// Alive, and frozen by a court: acts as the court allows.
	#[codec(index = 1)]
	Frozen,
	/// Dead: the estate passes by succession.
	#[codec(index = 2)]
	Deceased {
		/// Whether a court had frozen the person. The order outlives the person: the estate passes
		/// as the court allows, and a correction of the death leaves the person frozen.
		frozen: bool,
	},
	/// A second tag of a human who has another one in the same register: that one counts.
	#[codec(index = 3)]
	MergedInto(Tag),
}

/// What the register knows of a person now.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PersonRecord<AccountId> {
	/// The account that acts for the person, if it has one yet.
	pub controller: Option<AccountId>,
	/// Where the person stands.
	pub standing: PersonStanding,
}

/// A change of a person's record that one officer prepares and another decides.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum PersonChange<AccountId> {
	/// Enrol the tag. Legal basis 101.
	#[codec(index = 0)]
	Enrol {
		/// The account that controls it from the start, if any; it has to agree by a proof.
		controller: Option<AccountId>,
	},
	/// Give a tag that has no controller its controller. Legal basis 101.
	#[codec(index = 1)]
	BindController {
		/// The new controller; it has to agree by a proof.
		controller: AccountId,
	},
	/// Replace the controller whose key is lost. Legal basis 102.
	#[codec(index = 2)]
	RecoverController {
		/// The new controller; it has to agree by a proof.
		controller: AccountId,
	},
	/// Take away the controller whose key is lost or in wrong hands, while there is no new one.
	/// Legal basis 102.
	#[codec(index = 3)]
	ReleaseController,
	/// Record that the person has died, with effect from the day of death. Legal basis 104.
	#[codec(index = 4)]
	RecordDeath,
	/// Take back a death that was recorded by mistake, as a court has ordered. Legal basis 103.
	#[codec(index = 5)]
	CorrectDeath {
		/// The version of the record that recorded the death.
		version: u32,
	},
	/// Give up this tag for another one of the same human in the same register. Legal basis 105.
	#[codec(index = 6)]
	MergeInto {
		/// The tag that stays.
		survivor: Tag,
	},
	/// Freeze the person, as a court has ordered. Legal basis 103.
	#[codec(index = 7)]
	Freeze,
	/// Lift a freeze, as a court has ordered. Legal basis 103.
	#[codec(index = 8)]
	Unfreeze,
	/// Offer a tag that has no controller to its owner, who claims it with two keys of which two
	/// officers have handed over the seeds off the chain, each one. The second is named with the
	/// decision ([`Decision::ApproveOffer`]). The new offer replaces the old one. Legal basis 101.
	#[codec(index = 9)]
	OfferClaim {
		/// The account of the maker's key, the first of the two that sign the claim.
		claim_key: AccountId,
	},
}

impl<AccountId> PersonChange<AccountId> {
	/// The one statute that the change can rest on.
	pub const fn legal_basis(&self) -> LegalBasis {
		match self {
			Self::Enrol { .. } | Self::BindController { .. } | Self::OfferClaim { .. } => ENROLMENT,
			Self::RecoverController { .. } | Self::ReleaseController => KEY_RECOVERY,
			Self::RecordDeath => REGISTRATION_OF_DEATH,
			Self::CorrectDeath { .. } | Self::Freeze | Self::Unfreeze => COURT_ORDER,
			Self::MergeInto { .. } => DOUBLE_ENROLMENT,
		}
	}

	/// Whether it is a court that makes the change, and not the keeper of the register.
	pub const fn is_by_court(&self) -> bool {
		matches!(self, Self::Freeze | Self::Unfreeze)
	}

	/// The power that preparing it takes.
	pub const fn preparing_power(&self) -> Power {
		if self.is_by_court() {
			Power::FreezeAsCourt
		} else {
			Power::Examine
		}
	}

	/// The power that deciding it takes.
	pub const fn deciding_power(&self) -> Power {
		if self.is_by_court() {
			Power::FreezeAsCourt
		} else {
			Power::Decide
		}
	}

	/// The account that controls the tag once the change is made and did not before.
	pub const fn new_controller(&self) -> Option<&AccountId> {
		match self {
			Self::Enrol { controller } => controller.as_ref(),
			Self::BindController { controller } | Self::RecoverController { controller } => {
				Some(controller)
			},
			_ => None,
		}
	}

	/// The account that the change puts in a position to control the tag, now or by a claim.
	pub const fn named_account(&self) -> Option<&AccountId> {
		match self {
			Self::OfferClaim { claim_key } => Some(claim_key),
			_ => self.new_controller(),
		}
	}

	/// Whether it can take effect from a day before it is prepared: a death is recorded after it,
	/// and the correction of one restores what never ended.
	pub const fn may_be_backdated(&self) -> bool {
		matches!(self, Self::RecordDeath | Self::CorrectDeath { .. })
	}
}

/// A change that is prepared and not yet decided.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Proposal<AccountId, BlockNumber> {
	/// The mandate of the officer who prepared it. Not its warrant: that names tags of the public
	/// office register, and none may stand beside the tag of the person.
	pub mandate: MandateId,
	/// What the act says of itself, as it was prepared.
	pub act: Act,
	/// The person whom the change is about.
	pub person: PersonId,
	/// The change.
	pub change: PersonChange<AccountId>,
	/// The block that it was prepared in.
	pub prepared_at: BlockNumber,
}

/// What the second officer decides.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Decision<AccountId> {
	/// The change is made, which is any but an offer.
	#[codec(index = 0)]
	Approve,
	/// The change is not made, for this reason.
	#[codec(index = 1)]
	Refuse(RefusalReason),
	/// The tag is offered to its owner ([`PersonChange::OfferClaim`]).
	#[codec(index = 2)]
	ApproveOffer {
		/// The account of the checker's key, the second of the two that sign the claim.
		claim_key: AccountId,
	},
}

/// Why an officer refuses a change.
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
	/// The documents do not show what the change says.
	#[codec(index = 0)]
	DocumentsInsufficient,
	/// It is not established that the tag is this human's.
	#[codec(index = 1)]
	PersonNotEstablished,
	/// It is not established that the account is this human's.
	#[codec(index = 2)]
	ControllerNotEstablished,
	/// The human is enrolled in this register under another tag.
	#[codec(index = 3)]
	EnrolledUnderAnotherTag,
	/// The statute does not provide for the change.
	#[codec(index = 4)]
	NotProvidedFor,
	/// The change was prepared by mistake.
	#[codec(index = 5)]
	PreparedByMistake,
}

/// What one entry of a person's record says.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum PersonBody<AccountId> {
	/// The network was founded with this person.
	#[codec(index = 0)]
	Founded {
		/// Its controller, if it had one.
		controller: Option<AccountId>,
	},
	/// Two officers made a change. The entry's act and mandate are those of the one who decided.
	#[codec(index = 1)]
	Decided {
		/// The change, which is any but an offer.
		change: PersonChange<AccountId>,
		/// How it was prepared.
		preparation: Preparation,
	},
	/// The controller handed the tag over to another account of its own.
	#[codec(index = 2)]
	ControllerRotated {
		/// The new controller.
		controller: AccountId,
	},
	/// The owner claimed the tag with the two keys that were handed over to it.
	#[codec(index = 3)]
	Claimed {
		/// The new controller.
		controller: AccountId,
	},
	/// The controller named guardians, or did without.
	#[codec(index = 4)]
	GuardiansSet {
		/// The guardians from then on.
		guardians: Option<GuardianSet>,
	},
	/// A recovery that a quorum of guardians had opened was finished.
	#[codec(index = 5)]
	RecoveredByGuardians {
		/// The new controller.
		controller: AccountId,
	},
	/// Two officers offered the tag to its owner, each with a key. The entry's act and mandate are
	/// those of the one who decided.
	#[codec(index = 6)]
	ClaimOffered {
		/// The accounts of the keys that sign the claim: the maker's and the checker's.
		claim_keys: [AccountId; 2],
		/// How it was prepared.
		preparation: Preparation,
	},
}

impl<AccountId> PersonBody<AccountId> {
	/// The account that controls the tag since this entry and did not before.
	pub const fn new_controller(&self) -> Option<&AccountId> {
		match self {
			Self::Founded { controller } => controller.as_ref(),
			Self::Decided { change, .. } => change.new_controller(),
			Self::ControllerRotated { controller }
			| Self::Claimed { controller }
			| Self::RecoveredByGuardians { controller } => Some(controller),
			Self::GuardiansSet { .. } | Self::ClaimOffered { .. } => None,
		}
	}
}

/// One version of a person's record.
pub type PersonEntry<AccountId> = Entry<PersonId, PersonBody<AccountId>>;

/// A person's record with its head, as the view function returns it.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct PersonView<AccountId> {
	/// What the register knows now.
	pub record: PersonRecord<AccountId>,
	/// The head of the record's entries.
	pub head: Head,
	/// The proposals on the record that can still be decided, at most one of the keeper's and one
	/// of a court's.
	pub open: Vec<ProposalId>,
}
